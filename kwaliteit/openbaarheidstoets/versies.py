"""Twee versies van hetzelfde cijfer: het verschil gaat over een paar mensen (rekenregels 7.6).

Een lezer trekt ook de versies van een restblok van elkaar af: het geheel min de onderdelen met een getal.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.openbaarheidstoets.kennis import Grond, lees_noemer, lees_teller
from kwaliteit.openbaarheidstoets.rijen import Geheim, Rij, Versie
from kwaliteit.openbaarheidstoets.rijregels import vergelijk_met_intern
from kwaliteit.openbaarheidstoets.vraagtoets import Grenzen, Sleutel

LEEG_MAG = ("verdeling", "topbox")
"""Bij deze maten mag bekend zijn dat niemand van de nieuwe mensen dit antwoordde."""
EERDER_CIJFER = "eerder gepubliceerd cijfer"
"""Zo begint de toelichting van een cijfer dat een correctie liet staan."""

Maatsleutel = tuple[Sleutel, str]
"""(jaar, doelgroep, indicator), en een maat of wie er geteld zijn."""
Cel = Mapping[frozenset[str], int]
"""Per vak hoeveel mensen erin zitten; buiten een verdeling is er één vak zonder codes."""
Staat = dict[Maatsleutel, dict[str, tuple[Rij, ...]]]
"""Wat een lezer na een publicatie ziet, per maat en onderdeel."""
Geteld = tuple[int, int | None]
"""(mensen, hoeveel daarvan in een vak)"""


def vergelijk_versies(rijen: Sequence[Rij], versies: Sequence[Versie], grond: Grond, grenzen: Grenzen) -> list[Lek]:
    """Geef elk cijfer en elk restblok dat in twee versies verschilt op een manier die iets over een paar mensen zegt.

    De rijen gaan alleen over mensen.
    """
    lekken: dict[tuple[object, ...], Lek] = {}
    reeks = _maak_reeks(rijen, versies)
    for plek, eerder in enumerate(reeks):
        for later in reeks[plek + 1 :]:
            for sleutel in eerder.keys() & later.keys():
                for lek in _vergelijk_maat(sleutel, eerder[sleutel], later[sleutel], grond, grenzen):
                    lekken.setdefault((lek.jaar, lek.doelgroep, lek.indicator, sleutel[1], lek.onderdelen), lek)
    return sorted(lekken.values(), key=lambda lek: (lek.jaar or 0, lek.doelgroep, lek.indicator, lek.onderdelen))


def _maak_reeks(rijen: Sequence[Rij], versies: Iterable[Versie]) -> list[Staat]:
    """Geef wat er na elke publicatie stond; het register noemt van een eerder jaar alleen wat veranderde."""
    reeks: list[Staat] = []
    for versie in versies:
        for stuk in _splits(versie.rijen):
            staat = {sleutel: dict(cellen) for sleutel, cellen in reeks[-1].items()} if reeks else {}
            for sleutel, cellen in stuk.items():
                staat[sleutel] = {**staat.get(sleutel, {}), **cellen}
            reeks.append(staat)
    return [*reeks, *_splits(rijen)]


def _splits(rijen: Iterable[Rij]) -> Iterator[Staat]:
    """Leg rijen per maat en onderdeel bij elkaar; staat een cijfer er nog eens, dan begint een nieuwe publicatie."""
    staat: Staat = {}
    gezien: set[object] = set()
    for rij in rijen:
        if rij.plek in gezien:
            yield staat
            staat, gezien = {}, set()
        gezien.add(rij.plek)
        cellen = staat.setdefault((rij.sleutel, rij.maat), {})
        cellen[rij.onderdeel] = (*cellen.get(rij.onderdeel, ()), rij)
    if staat:
        yield staat


def _vergelijk_maat(
    sleutel: Maatsleutel,
    oud: Mapping[str, tuple[Rij, ...]],
    nieuw: Mapping[str, tuple[Rij, ...]],
    grond: Grond,
    grenzen: Grenzen,
) -> Iterator[Lek]:
    """Geef de verschillen van één maat: eerst het aantal mensen, dan elk vak, dan een waarde zonder teller.

    Het aantal uitgenodigden mag veranderen: dat is een opgave van de organisatie en geen antwoord.
    """
    _, maat = sleutel
    wat = "deelnemers" if maat == "respons" else "antwoorden"
    for onder, eerst, later in _loop_blokken(_tel_mensen(oud, wat), _tel_mensen(nieuw, wat), grond):
        if _is_klein(later[0] - eerst[0], grenzen):
            yield _maak_lek(oud, nieuw, onder, f"eerst {eerst[0]} {wat}, nu {later[0]}", grond)
    if maat == "respons":
        return
    per_plek = [_lees_cellen(oud), _lees_cellen(nieuw)]
    for codes in dict.fromkeys(codes for cellen in per_plek for _, cel in cellen.values() for codes in cel):
        toen, nu = (_tel_vak(cellen, codes) for cellen in per_plek)
        for onder, eerst, later in _loop_blokken(toen, nu, grond):
            if _zegt_te_veel(eerst, later, grenzen, leeg_mag=maat in LEEG_MAG):
                tekst = f"eerst {eerst[1]} van {eerst[0]}, nu {later[1]} van {later[0]}"
                yield _maak_lek(oud, nieuw, onder, tekst, grond)
    for plek in oud.keys() & nieuw.keys():
        if len(oud[plek]) == len(nieuw[plek]) == 1 and _is_andere_waarde(oud[plek][0], nieuw[plek][0]):
            yield _maak_lek(oud, nieuw, (plek,), "een andere waarde op evenveel antwoorden", grond)


def _tel_mensen(cellen: Mapping[str, tuple[Rij, ...]], wat: str) -> dict[str, Geteld]:
    geteld: dict[str, Geteld] = {}
    for plek, rijen in cellen.items():
        for rij in rijen:
            n = rij.teller if wat == "deelnemers" else _lees_mensen(rij)
            if n is not None:
                geteld[plek] = n, None
    return geteld


def _lees_mensen(rij: Rij) -> int | None:
    """Hoeveel mensen het zijn: de noemer, of bij een kengetal zonder noemer de teller."""
    n = lees_noemer(rij)
    return rij.teller if n is None and not rij.doelgroep else n


def _lees_cellen(per_plek: Mapping[str, tuple[Rij, ...]]) -> dict[str, tuple[int, Cel]]:
    """Geef per onderdeel met een noemer (mensen, vakken)."""
    uit: dict[str, tuple[int, Cel]] = {}
    for plek, rijen in per_plek.items():
        noemers = {n for rij in rijen if (n := lees_noemer(rij)) is not None}
        if len(noemers) == 1:
            cel = {
                frozenset(rij.categorie.split("+")) - {""}: teller
                for rij in rijen
                if (teller := lees_teller(rij)) is not None
            }
            uit[plek] = noemers.pop(), cel
    return uit


def _tel_vak(cellen: Mapping[str, tuple[int, Cel]], codes: frozenset[str]) -> dict[str, Geteld]:
    """Geef per onderdeel hoeveel mensen in dit vak zitten; een vak kan de som zijn van kleinere vakken."""
    geteld: dict[str, Geteld] = {}
    for plek, (n, cel) in cellen.items():
        delen = [codes] if codes in cel else [deel for deel in cel if deel and deel < codes]
        is_heel = delen and frozenset().union(*delen) == codes and sum(map(len, delen)) == len(codes)
        if is_heel:
            geteld[plek] = n, sum(cel[deel] for deel in delen)
    return geteld


def _loop_blokken(
    toen: Mapping[str, Geteld], nu: Mapping[str, Geteld], grond: Grond
) -> Iterator[tuple[tuple[str, ...], Geteld, Geteld]]:
    """Geef elk onderdeel met een getal in beide versies, en wat ervan overblijft zonder de onderdelen eronder.

    Het eerste is ((onderdeel, wat er afgaat …), eerst, nu).
    """
    bekend = [onderdeel.id for onderdeel in grond.boom.onderdelen if onderdeel.id in toen and onderdeel.id in nu]
    for plek in bekend:
        yield (plek,), toen[plek], nu[plek]
        binnen = [ander for ander in bekend if grond.onder[ander] < grond.onder[plek]]
        grootste = [een for een in binnen if not any(grond.onder[een] < grond.onder[ander] for ander in binnen)]
        if grootste:
            yield (plek, *grootste), _trek_af(toen, plek, grootste), _trek_af(nu, plek, grootste)


def _trek_af(geteld: Mapping[str, Geteld], geheel: str, delen: Iterable[str]) -> Geteld:
    n, x = geteld[geheel]
    for deel in delen:
        minder_n, minder_x = geteld[deel]
        n, x = n - minder_n, None if x is None or minder_x is None else x - minder_x
    return n, x


def _is_klein(verschil: int, grenzen: Grenzen) -> bool:
    return 0 < abs(verschil) < grenzen.drempel


def _zegt_te_veel(eerst: Geteld, later: Geteld, grenzen: Grenzen, *, leeg_mag: bool) -> bool:
    """Waar als wie erbij kwam of wegging niet zelf een groep is die getoond had mogen worden."""
    (oud_n, oud_x), (nieuw_n, nieuw_x) = eerst, later
    if oud_x is None or nieuw_x is None or _is_klein(nieuw_n - oud_n, grenzen):
        return False  # een klein verschil in mensen is al gemeld
    n, x = nieuw_n - oud_n, nieuw_x - oud_x
    if n < 0:
        n, x = -n, -x
    if x == 0 and (n == 0 or leeg_mag):
        return False
    return not grenzen.band <= x <= n - grenzen.band


def _is_andere_waarde(oud: Rij, nieuw: Rij) -> bool:
    n = lees_noemer(oud)
    zonder_teller = lees_teller(oud) is lees_teller(nieuw) is None and n is not None and n == lees_noemer(nieuw)
    return zonder_teller and None not in (oud.waarde, nieuw.waarde) and oud.waarde != nieuw.waarde


def _maak_lek(
    oud: Mapping[str, tuple[Rij, ...]],
    nieuw: Mapping[str, tuple[Rij, ...]],
    blok: tuple[str, ...],
    wat: str,
    grond: Grond,
) -> Lek:
    geheel, *delen = blok
    rij = nieuw[geheel][0]
    rest = f" (zonder {', '.join(grond.noem(deel) for deel in delen)})" if delen else ""
    return Lek(
        soort=Leksoort.VERSIES,
        jaar=rij.jaar,
        doelgroep=rij.doelgroep,
        indicator=rij.indicator,
        onderdelen=(f"{grond.noem(geheel)}{rest}",),
        wat=f"{rij.maat}: {wat}",
        waaruit=f"{oud[geheel][0].bron} en {rij.bron}",
    )


def is_gecorrigeerd(rijen: Collection[Rij]) -> bool:
    """Waar als een correctie bepaalt wat er staat: een eerder cijfer bleef staan, of nergens staat nog iets."""
    blijft = any(EERDER_CIJFER in rij.toelichting for rij in rijen)
    return blijft or all(rij.status in ("niet getoond", "niet gevraagd", "geen informatie") for rij in rijen)


def voeg_eerdere_toe(rijen: Sequence[Rij], eerder: Iterable[Rij], geheim: Geheim | None, grenzen: Grenzen) -> list[Rij]:
    """Geef de rijen van één vraag met wat eerder van dezelfde mensen gepubliceerd is en nu niet meer staat.

    Met de interne cijfers is van elke rij na te gaan of zij nog over de mensen van nu gaat. Zonder past een eerdere
    versie met een ander aantal antwoorden niet in hetzelfde stelsel; die wordt dan alleen vergeleken.
    """
    nu: Mapping[tuple[object, ...], Rij] = {rij.plek: rij for rij in rijen}
    samen = list(rijen)
    extra = list(eerder)
    for rij in extra if geheim is None else ():
        huidig = nu.get(rij.plek)
        if huidig is not None and lees_noemer(rij) != lees_noemer(huidig) and lees_noemer(huidig) is not None:
            return samen
    gezien: set[tuple[object, ...]] = set()
    for rij in reversed(extra):  # de laatste versie telt
        huidig = nu.get(rij.plek)
        n = lees_noemer(rij)
        # Een gewogen deel zegt niet wat een eerder ongewogen cijfer al zei.
        staat_er = (
            huidig is not None
            and (huidig.teller is not None or huidig.waarde is not None)
            and (rij.is_gewogen or not huidig.is_gewogen)
        )
        hoort_erbij = geheim is None or (
            (n is None or geheim.aantal.get(rij.onderdeel) == n) and not vergelijk_met_intern(rij, geheim, grenzen)
        )
        if not staat_er and hoort_erbij and rij.plek not in gezien:
            samen.append(rij)
            gezien.add(rij.plek)
    return samen
