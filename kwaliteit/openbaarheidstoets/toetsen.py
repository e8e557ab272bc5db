"""Alle toetsen op de cijfers van één organisatie, per jaar, groep en vraag."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaarheid import Lek
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort, Schaalsoort, Vraag
from kwaliteit.openbaarheidstoets.kennis import TELLER_EN_REST, Grond, Vorm, bepaal_vorm
from kwaliteit.openbaarheidstoets.rijen import GEWOGEN, Geheim, Rij, Versie
from kwaliteit.openbaarheidstoets.rijregels import loop_rij_na, vergelijk_met_intern, zoek_overlap
from kwaliteit.openbaarheidstoets.versies import is_gecorrigeerd, vergelijk_versies, voeg_eerdere_toe
from kwaliteit.openbaarheidstoets.vraagtoets import Grenzen, Sleutel, Vraaguitslag, toets_aantallen, toets_vraag

WEL_OF_NIET = Vorm(codes=("gekozen", "niet gekozen"))
"""Eén antwoord van een meerkeuzevraag; niemand koos het mag bekend zijn, net als een leeg vak van een verdeling."""


@dataclass(frozen=True, kw_only=True)
class Stof:
    """Alles wat getoetst wordt. `vragen` en `kengetallen` zijn definities: die kent een lezer ook.

    `geheimen` is leeg als de interne cijfers er niet zijn. `deelnemers` en `uitgenodigd` zijn de interne aantallen
    per onderdeel.
    """

    boom: Boom
    rijen: Sequence[Rij]
    versies: Sequence[Versie]
    vragen: Mapping[Sleutel, Vraag]
    kengetallen: Mapping[str, Kengetal]
    geheimen: Mapping[Sleutel, Geheim] = field(default_factory=dict)
    deelnemers: Mapping[tuple[int, str], Mapping[str, int]] = field(default_factory=dict)
    uitgenodigd: Mapping[tuple[int, str], Mapping[str, int]] = field(default_factory=dict)


def toets_cijfers(stof: Stof, grenzen: Grenzen) -> Vraaguitslag:
    """Toets alle rijen: elke rij op zichzelf, elke vraag als geheel, en elk cijfer tegen eerdere versies."""
    grond = Grond.van(stof.boom)
    uit = Vraaguitslag()
    gewogen = _zoek_gewogen(stof)
    stof = replace(stof, versies=_merk_gewogen(stof.versies, gewogen))
    oude = {(rij.plek, rij.waarde, rij.teller, rij.noemer) for versie in stof.versies for rij in versie.rijen}
    for rij in stof.rijen:
        uit.lekken += loop_rij_na(
            rij,
            stof.geheimen.get(rij.sleutel),
            grond,
            grenzen,
            over_mensen=_gaat_over_mensen(rij, stof),
            hoort_gewogen=rij.sleutel in gewogen and rij.maat != "respons",
            oude=oude,
        )
    uit.lekken += _vergelijk_versies(stof, grond, grenzen)
    uit.lekken += _toets_overlap(stof, grond, grenzen)
    uit.lekken += _toets_groepen(stof, grond, grenzen)
    per_vraag: dict[Sleutel, list[Rij]] = {}
    for rij in stof.rijen:
        if rij.maat != "respons":
            per_vraag.setdefault(rij.sleutel, []).append(rij)
    eerder: dict[Sleutel, list[Rij]] = {}
    for versie in stof.versies:
        for rij in versie.rijen:
            eerder.setdefault(rij.sleutel, []).append(rij)
    for sleutel, rijen in per_vraag.items():
        geheim = stof.geheimen.get(sleutel)
        if geheim is not None and _is_behouden(rijen, geheim, oude, grenzen):
            geheim = None
        samen = voeg_eerdere_toe(rijen, eerder.get(sleutel, ()), geheim, grenzen)
        if sleutel in eerder and is_gecorrigeerd(rijen):
            # "niet getoond" komt dan van de correctie: het zegt niet dat er geen band stond.
            samen = [rij for rij in samen if rij.status != "niet getoond" or rij.maat not in ("gunstig", "verhouding")]
        for deel in _toets_sleutel(sleutel, samen, stof, grond, geheim, grenzen):
            uit.lekken += deel.lekken
            uit.onbeslist += deel.onbeslist
            uit.getoetst += deel.getoetst
    return uit


def _vergelijk_versies(stof: Stof, grond: Grond, grenzen: Grenzen) -> list[Lek]:
    """Leg alles wat over mensen gaat naast de eerdere versies."""
    versies = [
        replace(versie, rijen=tuple(rij for rij in versie.rijen if _gaat_over_mensen(rij, stof)))
        for versie in stof.versies
    ]
    rijen = [rij for rij in stof.rijen if _gaat_over_mensen(rij, stof)]
    return vergelijk_versies(rijen, versies, grond, grenzen)


def _zoek_gewogen(stof: Stof) -> set[Sleutel]:
    """Geef de vragen met gewogen antwoorden: dat staat er openbaar bij, of het is intern bekend."""
    return {rij.sleutel for rij in stof.rijen if rij.is_gewogen} | {
        sleutel for sleutel, geheim in stof.geheimen.items() if geheim.gewogen
    }


def _merk_gewogen(versies: Sequence[Versie], gewogen: Collection[Sleutel]) -> list[Versie]:
    """Zet bij een gewogen deel uit het register dat het gewogen is; het register heeft geen toelichting."""

    def merk(rij: Rij) -> Rij:
        is_deel = rij.maat == "gunstig" and rij.waarde is not None and rij.teller is None
        return replace(rij, toelichting=GEWOGEN) if is_deel and rij.sleutel in gewogen else rij

    return [replace(versie, rijen=tuple(merk(rij) for rij in versie.rijen)) for versie in versies]


def _is_behouden(rijen: Sequence[Rij], geheim: Geheim, oude: Collection[object], grenzen: Grenzen) -> bool:
    """Waar als hier bewust een eerder cijfer is gehouden: dan gaat de vraag niet over de interne cijfers van nu."""
    return any(
        (rij.plek, rij.waarde, rij.teller, rij.noemer) in oude and vergelijk_met_intern(rij, geheim, grenzen)
        for rij in rijen
    )


def _toets_sleutel(
    sleutel: Sleutel, rijen: Sequence[Rij], stof: Stof, grond: Grond, geheim: Geheim | None, grenzen: Grenzen
) -> list[Vraaguitslag]:
    _, doelgroep, indicator = sleutel
    if not doelgroep:
        return _toets_kengetal(sleutel, rijen, stof, grond, geheim, grenzen)
    vraag = stof.vragen.get(sleutel)
    if vraag is None:
        return [Vraaguitslag(onbeslist=[f"{doelgroep}, {indicator}: deze vraag is niet bekend"])]
    if vraag.schaal.soort is Schaalsoort.MEERKEUZE:
        return _toets_meerkeuze(sleutel, rijen, grond, geheim, grenzen)
    samenstelling = vraag.samenstelling
    deel = stof.vragen.get((sleutel[0], doelgroep, samenstelling.vragen[0])) if samenstelling else None
    vorm = bepaal_vorm(vraag, deel)
    if vorm is None:
        vorm, geheim = WEL_OF_NIET, None if geheim is None else replace(geheim, vakken=None)
    elif vorm.speling:
        gunstig = [rij for rij in rijen if rij.maat == "gunstig"]
        rijen = [rij for rij in rijen if rij.maat != "gunstig"]
        half = _met_teller(geheim, "gunstig", "")
        return [
            toets_vraag(sleutel, gunstig, TELLER_EN_REST, grond, half, grenzen),
            toets_vraag(sleutel, rijen, vorm, grond, geheim, grenzen),
        ]
    elif vraag.schaal.soort is Schaalsoort.RAPPORTCIJFER and not _zijn_hele_cijfers(vorm, geheim):
        vorm = replace(vorm, speling=True)
    return [toets_vraag(sleutel, rijen, vorm, grond, geheim, grenzen)]


def _toets_kengetal(
    sleutel: Sleutel, rijen: Sequence[Rij], stof: Stof, grond: Grond, geheim: Geheim | None, grenzen: Grenzen
) -> list[Vraaguitslag]:
    kengetal = stof.kengetallen.get(sleutel[2])
    if kengetal is None or not kengetal.over_mensen:
        return []
    if kengetal.soort is not Kengetalsoort.AANTAL:
        return [toets_vraag(sleutel, rijen, TELLER_EN_REST, grond, geheim, grenzen)]
    getoond = {grond.onder[rij.onderdeel]: rij.teller for rij in rijen if rij.teller is not None}
    leeg = _zoek_leeg(grond, geheim.aantal if geheim else {})
    return [Vraaguitslag(lekken=toets_aantallen(sleutel, getoond, grond, leeg, grenzen.drempel, "mensen"))]


def _toets_meerkeuze(
    sleutel: Sleutel, rijen: Sequence[Rij], grond: Grond, geheim: Geheim | None, grenzen: Grenzen
) -> list[Vraaguitslag]:
    """Toets elk antwoord apart: wie het koos en wie niet, onder iedereen die iets koos."""
    codes = dict.fromkeys(rij.categorie for rij in rijen)
    return [
        toets_vraag(
            (sleutel[0], sleutel[1], f"{sleutel[2]} {code}".strip()),
            [replace(rij, maat="verdeling", categorie="gekozen") for rij in rijen if rij.categorie == code],
            WEL_OF_NIET,
            grond,
            _met_teller(geheim, "verdeling", code),
            grenzen,
        )
        for code in codes
    ]


def _zijn_hele_cijfers(vorm: Vorm, geheim: Geheim | None) -> bool:
    """Waar als het interne gemiddelde precies uit de vakken volgt: dan gaf niemand een half cijfer."""
    if geheim is None or geheim.vakken is None or vorm.waarden is None:
        return False
    for (maat, _, onderdeel), (waarde, _, noemer) in geheim.getallen.items():
        vakken = geheim.vakken.get(onderdeel)
        if maat == "gemiddelde" and waarde is not None and noemer and vakken:
            som = sum(maal * aantal for maal, aantal in zip(vorm.waarden, vakken, strict=True))
            if abs(waarde - Fraction(som, noemer)) > Fraction(1, 10**5):
                return False
    return True


def _met_teller(geheim: Geheim | None, maat: str, code: str) -> Geheim | None:
    """Geef de waarheid van één telling: wie wel, en wie niet."""
    if geheim is None:
        return None
    vakken = {}
    for (eigen_maat, categorie, onderdeel), (_, teller, noemer) in geheim.getallen.items():
        if (eigen_maat, categorie) == (maat, code) and teller is not None and noemer is not None:
            vakken[onderdeel] = (teller, noemer - teller)
    return replace(geheim, vakken=vakken or None)


def _gaat_over_mensen(rij: Rij, stof: Stof) -> bool:
    kengetal = stof.kengetallen.get(rij.indicator) if not rij.doelgroep else None
    return kengetal is None or kengetal.over_mensen


def _toets_overlap(stof: Stof, grond: Grond, grenzen: Grenzen) -> list[Lek]:
    geheel = {
        rij.sleutel: rij
        for rij in stof.rijen
        if rij.onderdeel == ORGANISATIE and rij.maat in ("gunstig", "respons") and rij.doelgroep
    }
    return zoek_overlap(geheel, grond, grenzen)


def _toets_groepen(stof: Stof, grond: Grond, grenzen: Grenzen) -> list[Lek]:
    """Toets per jaar en groep de deelnemers en de uitgenodigden, uit alle tabellen samen."""
    deelnemers: dict[tuple[int, str], dict[frozenset[str], int]] = {}
    uitgenodigd: dict[tuple[int, str], dict[frozenset[str], int]] = {}
    for rij in stof.rijen:
        groep, plek = (rij.jaar, rij.doelgroep), grond.onder[rij.onderdeel]
        if rij.maat == "respons" and rij.teller is not None:
            deelnemers.setdefault(groep, {})[plek] = rij.teller
        if rij.uitgenodigd is not None:
            uitgenodigd.setdefault(groep, {})[plek] = rij.uitgenodigd
    for rij in _kies_oude_respons(stof):
        groep, plek = (rij.jaar, rij.doelgroep), grond.onder[rij.onderdeel]
        # Een ander aantal dan nu ging over andere mensen; dat verschil is al vergeleken.
        if rij.teller is not None and stof.deelnemers.get(groep, {}).get(rij.onderdeel) == rij.teller:
            deelnemers.setdefault(groep, {}).setdefault(plek, rij.teller)
        if rij.uitgenodigd is not None and stof.uitgenodigd.get(groep, {}).get(rij.onderdeel) == rij.uitgenodigd:
            uitgenodigd.setdefault(groep, {}).setdefault(plek, rij.uitgenodigd)
    lekken = []
    for bekend, intern, wat in (
        (deelnemers, stof.deelnemers, "deelnemers"),
        (uitgenodigd, stof.uitgenodigd, "uitgenodigden"),
    ):
        for (jaar, doelgroep), getoond in bekend.items():
            leeg = _zoek_leeg(grond, intern.get((jaar, doelgroep), {}))
            lekken += toets_aantallen((jaar, doelgroep, "respons"), getoond, grond, leeg, grenzen.drempel, wat)
    return lekken


def _kies_oude_respons(stof: Stof) -> list[Rij]:
    """Geef de respons die eerder gepubliceerd is, van groepen zonder correctie."""
    per_groep: dict[Sleutel, list[Rij]] = {}
    for rij in stof.rijen:
        if rij.maat == "respons":
            per_groep.setdefault(rij.sleutel, []).append(rij)
    vast = {sleutel for sleutel, rijen in per_groep.items() if is_gecorrigeerd(rijen)}
    return [rij for versie in stof.versies for rij in versie.rijen if rij.maat == "respons" and rij.sleutel not in vast]


def _zoek_leeg(grond: Grond, aantal: Mapping[str, int]) -> frozenset[str]:
    """Geef de bladeren waar niemand is; zonder interne aantallen is dat van geen blad bekend."""
    return frozenset(blad for blad, n in grond.per_blad(aantal).items() if n == 0) if aantal else frozenset()
