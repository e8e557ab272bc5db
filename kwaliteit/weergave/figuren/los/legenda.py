"""Een legenda: tekens met een naam ernaast, zoveel op een regel als er passen."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.weergave.figuren.letters import breek_af
from kwaliteit.weergave.figuren.los.maten import LINKS, RECHTS, RUIMTE, TEKST, Romp
from kwaliteit.weergave.figuren.vormen import Vorm, schuif, zet

REGEL = 26
TUSSEN = 24
BIJ = 8
"""Pixels tussen het teken en de naam."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """Eén punt: het teken (om y = 0, vanaf x = 0), hoe breed dat is, en de naam."""

    teken: tuple[Vorm, ...]
    breedte: float
    naam: str


def leg_uit(punten: Sequence[Punt]) -> Romp:
    """Zet de punten achter elkaar; wat niet meer past begint een nieuwe regel."""
    vormen: list[Vorm] = []
    x, y = float(LINKS), 0.0
    for punt in punten:
        regels = breek_af(punt.naam, TEKST.letter, TEKST.grootte, RUIMTE - punt.breedte - BIJ)
        lengte = punt.breedte + BIJ + max(TEKST.meet(regel) for regel in regels)
        if x > LINKS and x + lengte > RECHTS:
            x, y = float(LINKS), y + REGEL
        vormen += schuif(punt.teken, x, y + REGEL / 2)
        vormen += zet(regels, TEKST, x + punt.breedte + BIJ, y + (REGEL - TEKST.hoogte) / 2)
        y += (len(regels) - 1) * TEKST.hoogte
        x += lengte + TUSSEN
    return Romp(vormen=tuple(vormen), hoogte=y + REGEL if punten else 0, kern=())
