"""Stap C: wat banden en totalen samen nog zouden verraden.

Een band is ook een grens. Als 50 van de 120 mensen het eens zijn, 46 daarvan in A wonen, en B en C allebei "minder dan
3" zeggen, dan zijn het er in B en C allebei precies 2. Stap B ziet dat niet, want niemand trekt iets af.

De lezer kent hier elk aantal antwoorden, en van elk vak een laagste en hoogste aantal. Meer weten dan een echte lezer
is de veilige kant.
"""

from collections.abc import Iterable, Mapping, Set

from kwaliteit.geheimhouding.blokken import (
    Indeling,
    Tellingen,
    Vakken,
    direct_onder,
    getoond_boven,
    neem_minste_weg,
    rest,
    vind_onveilige_rest,
)
from kwaliteit.geheimhouding.waarden import Toets

Grens = tuple[int, int]
"""Het laagste en hoogste aantal dat een lezer voor mogelijk houdt."""

Kennis = Mapping[str, tuple[Grens, ...]]
"""Wat een lezer van een onderdeel weet: per vak een grens. Een onderdeel dat ontbreekt: niets."""


def kennis_uit_band(vakken: Vakken, vol_vak: int, band: int) -> tuple[Grens, ...]:
    """Geef wat een band verraadt: in één vak zit bijna iedereen, in elk ander vak minder dan `band` mensen."""
    n = sum(vakken)
    return tuple((n - band + 1, n) if vak == vol_vak else (0, band - 1) for vak in range(len(vakken)))


def kennis_zonder_band(vakken: Vakken, band: int) -> tuple[Grens, ...]:
    """Geef wat het ontbreken van een band verraadt: in geen enkel vak zit bijna iedereen.

    Wie "niet getoond" leest, weet dat er geen band stond. Bij twee vakken heeft dus elk vak minstens `band` mensen.
    """
    n = sum(vakken)
    return ((band if len(vakken) == 2 else 0, n - band),) * len(vakken)


def bepaal_grenzen(indeling: Indeling, aantal: Mapping[str, int], bekend: Mapping[str, Grens]) -> dict[str, Grens]:
    """Geef per knoop de nauwste grens van één vak, als elk onderdeel de som van zijn delen is.

    Eén ronde omhoog en één omlaag is genoeg: in een boom zijn de grenzen dan precies.
    """
    grens = {knoop: bekend.get(knoop, (0, aantal[knoop])) for knoop in indeling.knopen}
    for knoop in reversed(indeling.knopen):
        if onder := indeling.kinderen[knoop]:
            laag, hoog = grens[knoop]
            grens[knoop] = (max(laag, sum(grens[k][0] for k in onder)), min(hoog, sum(grens[k][1] for k in onder)))
    for knoop in indeling.knopen:
        laag, hoog = grens[knoop]
        onder = indeling.kinderen[knoop]
        som_laag, som_hoog = sum(grens[k][0] for k in onder), sum(grens[k][1] for k in onder)
        for kind in onder:
            eigen_laag, eigen_hoog = grens[kind]
            grens[kind] = (
                max(eigen_laag, laag - (som_hoog - eigen_hoog)),
                min(eigen_hoog, hoog - (som_laag - eigen_laag)),
            )
    return grens


def vind_bepaald(
    indeling: Indeling, getoond: Set[str], tellingen: Tellingen, kennis: Kennis, vakken: Iterable[int]
) -> str | None:
    """Geef een niet getoonde knoop waarvan een lezer een van deze vakken precies kan uitrekenen, of None.

    Drie gevallen verraden niets: een knoop waar iedereen in een getoond onderdeel zit, een knoop die met zijn verborgen
    mensen het hele restblok is (dat vond stap B goed), en een vak dat in het hele restblok leeg is (dat mag).
    """
    aantal = {knoop: sum(vakken) for knoop, vakken in tellingen.items()}
    zichtbaar: dict[str, int] = {}
    for knoop in reversed(indeling.knopen):
        onder = indeling.kinderen[knoop]
        zichtbaar[knoop] = aantal[knoop] if knoop in getoond else sum(zichtbaar[kind] for kind in onder)
    restblokken = {s: rest(tellingen, s, onder) for s, onder in direct_onder(indeling, getoond).items()}
    verdacht: dict[str, str | None] = {}
    for knoop in indeling.volgorde:
        verborgen = aantal[knoop] - zichtbaar[knoop]
        if knoop not in getoond and verborgen > 0:
            boven = getoond_boven(indeling, getoond, knoop)
            if boven is None or verborgen < sum(restblokken[boven]):
                verdacht[knoop] = boven

    for vak in vakken:
        bekend = {knoop: grenzen[vak] for knoop, grenzen in kennis.items()}
        bekend |= {knoop: (tellingen[knoop][vak], tellingen[knoop][vak]) for knoop in getoond}
        grens = bepaal_grenzen(indeling, aantal, bekend)
        for knoop, boven in verdacht.items():
            laag, hoog = grens[knoop]
            if laag == hoog and (boven is None or restblokken[boven][vak] > 0):
                return knoop
    return None


def is_iets_bepaald(indeling: Indeling, tellingen: Tellingen, kennis: Kennis) -> bool:
    """Waar als zonder één getal, alleen uit de woorden, van een onderdeel al een aantal precies volgt."""
    getoond = indeling.bekend & tellingen.keys()
    return vind_bepaald(indeling, getoond, tellingen, kennis, range(len(tellingen[indeling.wortel]))) is not None


def kies_binnen_grenzen(
    indeling: Indeling, tonen: frozenset[str], tellingen: Tellingen, kennis: Kennis, is_goed: Toets
) -> frozenset[str]:
    """Neem uit `tonen` zo weinig mogelijk weg opdat geen verborgen aantal precies volgt en stap B blijft gelden."""
    aantal = {knoop: sum(vakken) for knoop, vakken in tellingen.items()}
    aantal_vakken = len(tellingen[indeling.wortel])
    # Bij twee vakken ligt het tweede vast met het eerste.
    vakken = range(1 if aantal_vakken == 2 else aantal_vakken)

    def vind_onveilig(over: frozenset[str], bekend: frozenset[str]) -> list[str] | None:
        getoond = over | bekend
        keuzes = vind_onveilige_rest(indeling, getoond, tellingen, is_goed, bekend)
        if keuzes is not None or not over:
            return keuzes
        bepaald = vind_bepaald(indeling, getoond, tellingen, kennis, vakken)
        return None if bepaald is None else _noem_oorzaken(indeling, over, bekend, bepaald)

    return neem_minste_weg(tonen, indeling.bekend, vind_onveilig, aantal)


def _noem_oorzaken(indeling: Indeling, over: frozenset[str], bekend: frozenset[str], bepaald: str) -> list[str] | None:
    """Geef de getoonde onderdelen die samen deze knoop vastleggen; de hele organisatie alleen als er niets anders is.

    Is er geen, dan verraden de banden al iets zonder getal ernaast; bij een geldige drempel en band bestaat dat niet.
    """
    getoond = over | bekend
    boven = getoond_boven(indeling, getoond, bepaald)
    onder = _direct_onder_knoop(indeling, getoond, boven or bepaald)
    erbij = [boven] if boven and (boven != indeling.wortel or not onder) else []
    oorzaken = [*onder, *erbij]
    return [knoop for knoop in oorzaken if knoop not in bekend] or (None if oorzaken else sorted(over))


def _direct_onder_knoop(indeling: Indeling, getoond: Set[str], knoop: str) -> list[str]:
    return direct_onder(indeling, getoond | {knoop})[knoop]
