"""Restblokken: wat een lezer kan uitrekenen door getoonde onderdelen van elkaar af te trekken.

Een groep mensen is hier altijd een rij vakken: hoeveel mensen in elk vak zitten. Een restblok telt op dezelfde manier,
en moet dus aan dezelfde eisen voldoen als een onderdeel. Dit bestand kent geen grenzen; die geven de stappen mee.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

from kwaliteit.begrippen.onderdeel import Boom

Vakken = tuple[int, ...]
"""Eén groep mensen, geteld per vak: (gunstig, niet gunstig), of per antwoord, of het aantal antwoorden per vraag."""

Tellingen = Mapping[str, Vakken]
"""Per onderdeel de vakken."""


class TeltNietOp(ValueError):
    """De delen van een onderdeel zijn samen meer dan het geheel; dan valt er niets te beschermen of te tonen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeling:
    """De boom, klaar om mee te rekenen.

    Elk onderdeel met kinderen krijgt er een blad bij: de mensen van wie de plek daaronder niet bekend is. Dat blad
    wordt nooit getoond, maar kan zich net zo goed verraden. `onderdelen` zijn de echte, `knopen` alle, ouders voor
    kinderen. `volgorde` is de vaste volgorde van nalopen: weinig bladeren eerst, dan op id.
    """

    wortel: str
    onderdelen: tuple[str, ...]
    knopen: tuple[str, ...]
    ouder: Mapping[str, str | None]
    kinderen: Mapping[str, tuple[str, ...]]
    volgorde: tuple[str, ...]


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
    """Neem onderdelen weg tot elk restblok veilig is; het lichtste onderdeel direct onder een onveilig blok gaat eerst.

    Elk onderdeel van `getoond` moet op zichzelf al veilig zijn. Dan is er altijd iets weg te nemen: een onderdeel
    zonder getoond onderdeel eronder is zijn eigen restblok.
    """
    over = set(getoond)
    while True:
        onder = direct_onder(indeling, over)
        onveilig = next(
            (s for s in indeling.volgorde if onder.get(s) and not is_veilig(rest(tellingen, s, onder[s]))), None
        )
        if onveilig is None:
            return frozenset(over)
        over.remove(lichtste(onder[onveilig], gewicht))


def lichtste(knopen: Iterable[str], gewicht: Mapping[str, int]) -> str:
    """Geef de knoop met het kleinste gewicht; bij gelijk gewicht beslist het id."""
    return min(knopen, key=lambda knoop: (gewicht[knoop], knoop))
