"""Restblokken: wat een lezer kan uitrekenen door getoonde onderdelen van elkaar af te trekken.

Een groep mensen is hier altijd een rij vakken: hoeveel mensen in elk vak zitten. Een restblok telt op dezelfde manier,
en moet dus aan dezelfde eisen voldoen als een onderdeel. Dit bestand kent geen grenzen; die geven de stappen mee.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from heapq import heappop, heappush

from kwaliteit.begrippen.onderdeel import Boom

Vakken = tuple[int, ...]
"""Eén groep mensen, geteld per vak: (gunstig, niet gunstig), of per antwoord, of het aantal antwoorden per vraag."""

Tellingen = Mapping[str, Vakken]
"""Per onderdeel de vakken."""

Onveilig = Callable[[frozenset[str], frozenset[str]], list[str] | None]
"""Krijgt wat getoond wordt en wat al bekend is; geeft wat weg kan omdat het samen iets verraadt, of None."""

HOOGSTENS = 2000
"""Zoveel onderdelen bekijkt het zoeken naar de beste keuze; een kleine boom wordt zo helemaal afgezocht."""


class TeltNietOp(ValueError):
    """De delen van een onderdeel zijn samen meer dan het geheel; dan valt er niets te beschermen of te tonen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeling:
    """De boom, klaar om mee te rekenen.

    Elk onderdeel met kinderen krijgt er een blad bij: de mensen van wie de plek daaronder niet bekend is. Dat blad
    wordt nooit getoond, maar kan zich net zo goed verraden. `onderdelen` zijn de echte, `knopen` alle, ouders voor
    kinderen. `volgorde` is de vaste volgorde van nalopen: weinig bladeren eerst, dan op id. `bekend` zijn de
    onderdelen waarvan een lezer het cijfer van nu al heeft, uit een eerdere publicatie.
    """

    wortel: str
    onderdelen: tuple[str, ...]
    knopen: tuple[str, ...]
    ouder: Mapping[str, str | None]
    kinderen: Mapping[str, tuple[str, ...]]
    volgorde: tuple[str, ...]
    bekend: frozenset[str] = frozenset()


def maak_indeling(boom: Boom) -> Indeling:
    """Maak van de boom een indeling, met bij elk onderdeel met kinderen het blad van de onbekende plek."""
    ouder: dict[str, str | None] = {onderdeel.id: onderdeel.ouder for onderdeel in boom.onderdelen}
    kinderen = dict(boom.kinderen)
    for knoop, onder in boom.kinderen.items():
        if onder:
            plekloos = f"{knoop}|plek onbekend"
            ouder[plekloos] = knoop
            kinderen[knoop] = (*onder, plekloos)
            kinderen[plekloos] = ()
    bladeren = {knoop: len(boom.bladeren.get(knoop, (knoop,))) for knoop in ouder}
    return Indeling(
        wortel=boom.onderdelen[0].id,
        onderdelen=tuple(onderdeel.id for onderdeel in boom.onderdelen),
        knopen=tuple(ouder),
        ouder=ouder,
        kinderen=kinderen,
        volgorde=tuple(sorted(ouder, key=lambda knoop: (bladeren[knoop], knoop))),
    )


def vul_aan(indeling: Indeling, gemeten: Tellingen) -> Tellingen:
    """Geef elke knoop vakken, ook de bladeren van de onbekende plek.

    Wat niet gemeten is telt als niemand; een onderdeel dat zelf niet gemeten is, is de som van zijn kinderen.
    `TeltNietOp` als kinderen samen groter zijn dan hun ouder.
    """
    leeg = (0,) * len(next(iter(gemeten.values()), ()))
    alle = {knoop: gemeten.get(knoop, leeg) for knoop in indeling.knopen}
    for knoop in reversed(indeling.knopen):
        if onder := indeling.kinderen[knoop]:
            *bekend, plekloos = onder
            som = tel_samen([alle[kind] for kind in bekend]) or leeg
            alle[knoop] = gemeten.get(knoop, som)
            alle[plekloos] = tuple(geheel - deel for geheel, deel in zip(alle[knoop], som, strict=True))
            if min(alle[plekloos], default=0) < 0:
                raise TeltNietOp(f"de onderdelen van '{knoop}' zijn samen meer dan '{knoop}' zelf")
    return alle


def tel_samen(groepen: Iterable[Vakken]) -> Vakken:
    """Tel groepen die niemand gemeen hebben bij elkaar op, vak voor vak."""
    return tuple(map(sum, zip(*groepen, strict=True)))


def direct_onder(indeling: Indeling, getoond: Set[str]) -> dict[str, list[str]]:
    """Geef per getoond onderdeel de getoonde onderdelen er direct onder, zonder getoond onderdeel ertussen."""
    onder: dict[str, list[str]] = {knoop: [] for knoop in getoond}
    for knoop in indeling.knopen:
        if knoop in getoond and (boven := getoond_boven(indeling, getoond, knoop)):
            onder[boven].append(knoop)
    return onder


def getoond_boven(indeling: Indeling, getoond: Set[str], knoop: str) -> str | None:
    """Geef het kleinste getoonde onderdeel waar deze knoop in ligt (niet de knoop zelf), of None."""
    boven = indeling.ouder[knoop]
    while boven is not None and boven not in getoond:
        boven = indeling.ouder[boven]
    return boven


def rest(tellingen: Tellingen, knoop: str, onder: Iterable[str]) -> Vakken:
    """Geef het restblok: de mensen van een knoop die in geen van de getoonde onderdelen eronder zitten."""
    delen = tel_samen([tellingen[deel] for deel in onder])
    return tuple(a - b for a, b in zip(tellingen[knoop], delen, strict=True)) if delen else tellingen[knoop]


def neem_weg_tot_veilig(
    indeling: Indeling,
    getoond: Set[str],
    tellingen: Tellingen,
    is_veilig: Callable[[Vakken], bool],
    gewicht: Mapping[str, int],
) -> frozenset[str]:
    """Neem zo weinig mogelijk onderdelen weg opdat elk restblok veilig is; de wortel blijft staan.

    Elk onderdeel van `getoond` moet op zichzelf al veilig zijn. Dan is er altijd iets weg te nemen: een onderdeel
    zonder getoond onderdeel eronder is zijn eigen restblok.
    """

    def vind_onveilig(over: frozenset[str], bekend: frozenset[str]) -> list[str] | None:
        return vind_onveilige_rest(indeling, over | bekend, tellingen, is_veilig, bekend)

    return neem_minste_weg(frozenset(getoond), indeling.bekend, vind_onveilig, gewicht)


def vind_onveilige_rest(
    indeling: Indeling,
    getoond: frozenset[str],
    tellingen: Tellingen,
    is_veilig: Callable[[Vakken], bool],
    bekend: frozenset[str],
) -> list[str] | None:
    """Geef van het eerste onveilige restblok de onderdelen die weg kunnen, of None als geen blok meer te redden is.

    Alleen wie zelf verdwijnt, of een onderdeel direct onder zich verliest, krijgt een ander restblok.
    """
    onder = direct_onder(indeling, getoond)
    for knoop in indeling.volgorde:
        if onder.get(knoop) and not is_veilig(rest(tellingen, knoop, onder[knoop])):
            eigen = [] if knoop == indeling.wortel and not bekend.issuperset(onder[knoop]) else [knoop]
            if keuzes := [een for een in (*onder[knoop], *eigen) if een not in bekend]:
                return keuzes
    return None


def neem_minste_weg(
    getoond: frozenset[str], bekend: frozenset[str], vind_onveilig: Onveilig, gewicht: Mapping[str, int]
) -> frozenset[str]:
    """Neem weg tot niets meer onveilig is: zo weinig mogelijk onderdelen, en van evenveel de lichtste.

    Wat `bekend` is kan niet weg: een lezer heeft het al uit een eerdere publicatie. Is de keuze zonder die kennis
    er al mee in overeenstemming, dan geldt zij. Zo geeft dezelfde invoer altijd hetzelfde, met of zonder register.
    """
    niets: frozenset[str] = frozenset()
    vrij = neem_weg(getoond, lambda over: vind_onveilig(over, niets), gewicht)
    return vrij if bekend <= vrij else neem_weg(getoond, lambda over: vind_onveilig(over, bekend), gewicht)


def neem_weg(
    getoond: frozenset[str], vind_onveilig: Callable[[frozenset[str]], list[str] | None], gewicht: Mapping[str, int]
) -> frozenset[str]:
    """Neem weg tot `vind_onveilig` None geeft; wat die noemt moet nog getoond zijn.

    Zoek eerst alle keuzes af, de goedkoopste voorop; duurt dat te lang, neem dan telkens de lichtste weg.
    """
    wachtrij: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    gezien = {wachtrij[0][2]}
    for _ in range(HOOGSTENS // (len(getoond) + 1)):
        if not wachtrij:
            break
        aantal, zwaarte, weg = heappop(wachtrij)
        keuzes = vind_onveilig(getoond.difference(weg))
        if keuzes is None:
            return getoond.difference(weg)
        for knoop in keuzes:
            meer = tuple(sorted((*weg, knoop)))
            if meer not in gezien:
                gezien.add(meer)
                heappush(wachtrij, (aantal + 1, zwaarte + gewicht[knoop], meer))
    over = getoond
    while (keuzes := vind_onveilig(over)) is not None:
        over -= {lichtste(keuzes, gewicht)}
    for knoop in sorted(getoond - over, key=lambda een: (-gewicht[een], een)):
        if vind_onveilig(over | {knoop}) is None:
            over |= {knoop}
    return over


def lichtste(knopen: Iterable[str], gewicht: Mapping[str, int]) -> str:
    """Geef de knoop met het kleinste gewicht; bij gelijk gewicht beslist het id."""
    return min(knopen, key=lambda knoop: (gewicht[knoop], knoop))
