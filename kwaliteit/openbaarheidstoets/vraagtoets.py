"""De toets van één vraag in één jaar en groep: wat volgt er over een groep mensen die te klein is?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.openbaarheidstoets.kennis import Grond, Vorm, lees_feiten, lees_noemer, maak_veld
from kwaliteit.openbaarheidstoets.rang import splits_atomen, zoek_bekende_sommen
from kwaliteit.openbaarheidstoets.rijen import Geheim, Rij
from kwaliteit.openbaarheidstoets.veld import Feit, Getallen, Vastligging, Veld
from kwaliteit.openbaarheidstoets.werelden import beslis, zoek_wereld

ALLE_TOT = 6
"""Tot zoveel bladeren wordt elke deelverzameling getoetst; daarboven elk onderdeel, elk blad en elk restblok."""
MEESTE_LEKKEN = 5
"""Zoveel lekken per vraag worden genoemd, de kleinste groepen eerst."""

Sleutel = tuple[int, str, str]
Bladgroep = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """k en t uit de rekenregels."""

    drempel: int
    band: int


@dataclass(slots=True)
class Vraaguitslag:
    """Wat de toets van één vraag opleverde."""

    lekken: list[Lek] = field(default_factory=list)
    onbeslist: list[str] = field(default_factory=list)
    getoetst: int = 0


def toets_aantallen(
    sleutel: Sleutel, getoond: Mapping[Bladgroep, int], grond: Grond, leeg: frozenset[str], drempel: int, wat: str
) -> list[Lek]:
    """Zoek groepen van 1 tot `drempel` mensen waarvan het aantal uit de openbare aantallen volgt.

    `leeg` zijn bladeren waarvan een lezer weet dat er niemand is.
    """
    bladeren = [blad for blad in grond.bladeren if blad not in leeg]
    bekend = {groep - leeg: aantal for groep, aantal in getoond.items() if groep - leeg}
    lekken = []
    for groep, som in zoek_bekende_sommen(bladeren, bekend):
        if 0 < som < drempel:
            namen = tuple(grond.noem(blad) for blad in sorted(groep))
            lekken.append(
                _maak_lek(Leksoort.RANG, sleutel, namen, f"{som} {wat}; de drempel is {drempel}", f"de openbare {wat}")
            )
    return sorted(lekken, key=lambda lek: len(lek.onderdelen))[:MEESTE_LEKKEN]


def toets_vraag(
    sleutel: Sleutel, rijen: Sequence[Rij], vorm: Vorm, grond: Grond, geheim: Geheim | None, grenzen: Grenzen
) -> Vraaguitslag:
    """Toets één vraag; zonder `geheim` weet de lezer alleen de openbare aantallen antwoorden."""
    uit = Vraaguitslag()
    openbaar_n = {grond.onder[rij.onderdeel]: n for rij in rijen if (n := lees_noemer(rij)) is not None}
    per_blad: dict[str, int] | None = None
    if geheim is not None:
        per_blad = grond.per_blad(geheim.aantal)
        if min(per_blad.values()) < 0:
            per_blad = None  # de onderdelen tellen samen tot meer dan het geheel: dan is er geen bekend aantal per blad
    leeg = frozenset(blad for blad, n in (per_blad or {}).items() if n == 0)
    uit.lekken += toets_aantallen(sleutel, openbaar_n, grond, leeg, grenzen.drempel, "antwoorden")
    veld, namen = _maak_stelsel(rijen, vorm, grond, geheim, per_blad, openbaar_n, grenzen.band)
    if not veld.bladeren:
        return uit
    begin = _zoek_begin(veld, vorm, grond, geheim if per_blad is not None else None, sleutel, uit)
    if begin is not None:
        _toets_veld(sleutel, begin[0], vorm, begin[1], namen, grond, grenzen, uit)
    return uit


def _maak_stelsel(
    rijen: Sequence[Rij],
    vorm: Vorm,
    grond: Grond,
    geheim: Geheim | None,
    per_blad: Mapping[str, int] | None,
    openbaar_n: Mapping[Bladgroep, int],
    band: int,
) -> tuple[Veld, dict[str, tuple[str, ...]]]:
    """Geef het stelsel en per blad de namen; zonder aantal per blad zijn de bladeren niet te scheiden groepen."""
    if per_blad is not None and geheim is not None:
        feiten, marges = lees_feiten(rijen, vorm, grond, geheim.aantal, band, geheim)
        bladeren: dict[str, int | None] = {blad: n for blad, n in per_blad.items() if n}
        veld = maak_veld(vorm, bladeren, feiten, marges, "het aantal antwoorden per locatie")
        return veld, {blad: (grond.noem(blad),) for blad in bladeren}
    openbaar = {onderdeel: openbaar_n[groep] for onderdeel, groep in grond.onder.items() if groep in openbaar_n}
    feiten, _ = lees_feiten(rijen, vorm, grond, openbaar, band, None)
    groepen = list(dict.fromkeys((*openbaar_n, *(feit.bladeren for feit in feiten))))
    if not groepen:
        return maak_veld(vorm, {}, (), (), ""), {}
    atomen = [atoom for atoom in splits_atomen(grond.bladeren, groepen) if any(atoom <= groep for groep in groepen)]
    bekend = dict(zoek_bekende_sommen(grond.bladeren, openbaar_n))
    naam = {atoom: "+".join(sorted(atoom)) for atoom in atomen}
    tel = {naam[atoom]: (int(bekend[atoom]) if atoom in bekend else None) for atoom in atomen}
    samen = [
        Feit(
            bladeren=frozenset(naam[atoom] for atoom in atomen if atoom <= feit.bladeren and tel[naam[atoom]] != 0),
            gewicht=feit.gewicht,
            laag=feit.laag,
            hoog=feit.hoog,
            waaruit=feit.waaruit,
        )
        for feit in feiten
    ]
    over = {blad: n for blad, n in tel.items() if n is None or n > 0}
    namen = {naam[atoom]: tuple(grond.noem(blad) for blad in sorted(atoom)) for atoom in atomen}
    return maak_veld(vorm, over, samen, (), "de openbare aantallen antwoorden"), namen


def _zoek_begin(
    veld: Veld, vorm: Vorm, grond: Grond, geheim: Geheim | None, sleutel: Sleutel, uit: Vraaguitslag
) -> tuple[Veld, Getallen] | None:
    """Geef het stelsel met een wereld om bij te beginnen: de waarheid als zij past, anders een gevonden wereld.

    Lukt dat niet met de marges erbij, dan zonder; dat staat bij `onbeslist`.
    """
    gok = np.zeros(len(veld.bladeren) * veld.breedte, dtype=np.int64)
    breedtes = {len(vakken) for vakken in geheim.vakken.values()} if geheim and geheim.vakken else set()
    if geheim is not None and geheim.vakken is not None and breedtes == {veld.breedte}:
        per_vak = [
            grond.per_blad({onderdeel: vakken[vak] for onderdeel, vakken in geheim.vakken.items()})
            for vak in range(veld.breedte)
        ]
        gok = np.array([[deel[blad] for deel in per_vak] for blad in veld.bladeren], dtype=np.int64).reshape(-1)
        if veld.past(gok):
            return veld, gok
        if (gok >= 0).all():
            uit.lekken.append(
                _maak_lek(
                    Leksoort.ANDERS,
                    sleutel,
                    (),
                    "een openbaar cijfer past niet bij de interne cijfers",
                    veld.eerste_strijdige(gok),
                )
            )
    gevonden = zoek_wereld(veld, np.maximum(gok, 0) if gok.any() else _verdeel(veld))
    if isinstance(gevonden, Vastligging):
        if gevonden is Vastligging.ONBESLIST:
            uit.onbeslist.append(f"{_noem(sleutel)}: geen passende invulling gevonden")
        elif not uit.lekken:
            tekst = "de openbare cijfers spreken elkaar tegen"
            uit.lekken.append(_maak_lek(Leksoort.ANDERS, sleutel, (), tekst, "alle cijfers van deze vraag samen"))
        return None
    wereld, met_marges = gevonden
    if met_marges:
        return veld, wereld
    uit.onbeslist.append(f"{_noem(sleutel)}: getoetst zonder de gepubliceerde marge")
    return veld.zonder_marges(), wereld


def _verdeel(veld: Veld) -> Getallen:
    """Geef een gok: op elk blad iedereen gelijk verdeeld over de vakken."""
    rijen = []
    totaal = {
        next(iter(feit.bladeren)): feit.laag
        for feit in veld.feiten
        if len(feit.bladeren) == 1 and feit.is_precies and set(feit.gewicht) == {1}
    }
    for blad in veld.bladeren:
        deel, over = divmod(totaal.get(blad, 0), veld.breedte)
        rijen.append([deel + (vak < over) for vak in range(veld.breedte)])
    return np.array(rijen, dtype=np.int64).reshape(-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doel:
    """Een aantal dat een lezer niet precies mag weten."""

    bladeren: tuple[str, ...]
    rij: Getallen
    wat: str


def _toets_veld(
    sleutel: Sleutel,
    veld: Veld,
    vorm: Vorm,
    wereld: Getallen,
    namen: Mapping[str, tuple[str, ...]],
    grond: Grond,
    grenzen: Grenzen,
    uit: Vraaguitslag,
) -> None:
    doelen = list(_kies_doelen(veld, vorm, wereld, grond, grenzen))
    uit.getoetst += len(doelen)
    if not doelen:
        return
    liggingen = beslis(veld, wereld, np.array([doel.rij for doel in doelen], dtype=np.int64))
    gevonden = []
    for doel, ligging in zip(doelen, liggingen, strict=True):
        plekken = tuple(naam for blad in doel.bladeren for naam in namen[blad])
        if ligging is Vastligging.ONBESLIST:
            uit.onbeslist.append(f"{_noem(sleutel)}, {' + '.join(plekken)}: {doel.wat}")
        elif ligging is not Vastligging.VRIJ:
            soort = Leksoort.RANG if ligging is Vastligging.BEREKEND else Leksoort.GRENZEN
            gevonden.append(_maak_lek(soort, sleutel, plekken, doel.wat, _noem_bronnen(veld, doel)))
    uit.lekken += sorted(gevonden, key=lambda lek: (len(lek.onderdelen), lek.onderdelen))[:MEESTE_LEKKEN]


def _noem_bronnen(veld: Veld, doel: _Doel) -> str:
    """Noem de bestanden en cijfers die over deze bladeren gaan."""
    raak = [feit.waaruit for feit in veld.feiten if feit.waaruit and feit.bladeren & frozenset(doel.bladeren)]
    uniek = list(dict.fromkeys(raak))
    return "; ".join(uniek[:6]) + (f"; en nog {len(uniek) - 6}" if len(uniek) > 6 else "")


def _kies_doelen(veld: Veld, vorm: Vorm, wereld: Getallen, grond: Grond, grenzen: Grenzen) -> Iterable[_Doel]:
    """Geef elk aantal dat een lezer niet mag weten, met zijn waarde in deze wereld.

    Ligt het vast, dan heeft het in elke wereld deze waarde; ligt het niet vast, dan doet de waarde er niet toe.
    """
    vakgroepen = _kies_vakgroepen(veld, vorm)
    per_blad = wereld.reshape(len(veld.bladeren), veld.breedte)
    bekend = {blad: blad not in veld.hoogste for blad in veld.bladeren}
    gezien: set[bytes] = set()
    for groep in _kies_bladgroepen(veld, grond):
        samen = per_blad[[veld.plaats[blad] for blad in groep]].sum(axis=0)
        n = int(samen.sum()) if all(bekend[blad] for blad in groep) else None
        for vakken, wat, is_gunstig in vakgroepen:
            x = int(samen[list(vakken)].sum())
            is_deel = len(vakken) > 1 and not is_gunstig  # allen in meer vakken samen: dan is de rest leeg
            if _mag(x, n, grenzen, leeg_mag=not is_gunstig) or (is_deel and x == n):
                continue
            rij = veld.maak_rij(groep, veld.maak_gewicht(vakken))
            if rij.tobytes() not in gezien:
                gezien.add(rij.tobytes())
                yield _Doel(bladeren=groep, rij=rij, wat=f"{x} van {'?' if n is None else n} ({wat})")
        is_klein = n is not None and (n < grenzen.drempel or int(samen.max()) > n - grenzen.band)
        if vorm.waarden is not None and not vorm.speling and is_klein:
            rij = veld.maak_rij(groep, vorm.waarden)
            yield _Doel(bladeren=groep, rij=rij, wat=f"het gemiddelde van {n} antwoorden")


def _mag(x: int, n: int | None, grenzen: Grenzen, *, leeg_mag: bool) -> bool:
    """Waar als een lezer mag weten dat x van de n mensen dit antwoordden."""
    if n == 0 or (leeg_mag and x == 0):
        return True
    if n is None:
        return x >= grenzen.band
    return n >= grenzen.drempel and grenzen.band <= x <= n - grenzen.band


def _kies_vakgroepen(veld: Veld, vorm: Vorm) -> list[tuple[tuple[int, ...], str, bool]]:
    """Geef de vakken waarvan de som beschermd is: gunstig, elk antwoord, en elk antwoord dat samengenomen is."""
    groepen: dict[tuple[int, ...], tuple[str, bool]] = {}
    if vorm.gunstig:
        groepen[vorm.gunstig] = ("gunstig", True)
    for vak, code in enumerate(vorm.codes):
        groepen.setdefault((vak,), (f"antwoord {code}", False))
    if vorm.waarden is not None and not vorm.gunstig and not vorm.speling:
        for grens in range(1, veld.breedte):  # zoveel of lager, zoveel of hoger
            groepen.setdefault(tuple(range(grens)), (f"antwoord {vorm.codes[grens - 1]} of lager", False))
            groepen.setdefault(tuple(range(grens, veld.breedte)), (f"antwoord {vorm.codes[grens]} of hoger", False))
    for feit in veld.feiten:
        vakken = feit.vakken
        if vakken is not None and 1 < len(vakken) < veld.breedte:
            codes = "+".join(vorm.codes[vak] for vak in sorted(vakken))
            groepen.setdefault(tuple(sorted(vakken)), (f"antwoord {codes}", False))
    return [(vakken, wat, is_gunstig) for vakken, (wat, is_gunstig) in groepen.items()]


def _kies_bladgroepen(veld: Veld, grond: Grond) -> Iterable[tuple[str, ...]]:
    """Geef de groepen bladeren die getoetst worden, de kleinste eerst."""
    if len(veld.bladeren) <= ALLE_TOT:
        for grootte in range(1, len(veld.bladeren) + 1):
            yield from combinations(veld.bladeren, grootte)
        return
    alle = frozenset(veld.bladeren)
    per_vakken: dict[tuple[int, ...], list[Bladgroep]] = {}
    for feit in veld.feiten:
        if feit.is_precies and len(feit.bladeren & alle) > (set(feit.gewicht) == {1}):
            per_vakken.setdefault(feit.gewicht, []).append(feit.bladeren & alle)
    groepen = [
        *(frozenset({blad}) for blad in veld.bladeren),
        *(atoom for getoond in per_vakken.values() for atoom in splits_atomen(veld.bladeren, getoond)),
        *(groep & alle for groep in grond.onder.values()),
    ]
    for groep in sorted((g for g in dict.fromkeys(groepen) if g), key=lambda g: (len(g), sorted(g))):
        yield tuple(sorted(groep))


def _noem(sleutel: Sleutel) -> str:
    return ", ".join(str(deel) for deel in sleutel if deel)


def _maak_lek(soort: Leksoort, sleutel: Sleutel, onderdelen: tuple[str, ...], wat: str, waaruit: str) -> Lek:
    jaar, doelgroep, indicator = sleutel
    return Lek(
        soort=soort,
        jaar=jaar,
        doelgroep=doelgroep,
        indicator=indicator,
        onderdelen=onderdelen,
        wat=wat,
        waaruit=waaruit,
    )
