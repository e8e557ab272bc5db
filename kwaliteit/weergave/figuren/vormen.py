"""Wat er in een los beeld getekend kan worden: rechthoeken, lijnen, tekens en regels tekst, in pixels.

Een kleur is hier een naam ("merk", "l4"); `kleuren` kent de waarde. Wie later ligt, ligt bovenop.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kwaliteit.weergave.figuren.letters import Letter, meet

Anker = Literal["start", "middle", "end"]
Punten = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechthoek:
    """Een gevuld vlak, of met `rand` een omtrek; `streep` maakt de omtrek een stippellijn."""

    x: float
    y: float
    breedte: float
    hoogte: float
    kleur: str
    rand: str = ""
    dikte: float = 2
    straal: float = 0
    streep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijn:
    """Een rechte lijn; `streep` maakt er een stippellijn van en `rond` maakt de einden rond."""

    x1: float
    y1: float
    x2: float
    y2: float
    kleur: str
    dikte: float = 1
    rond: bool = False
    streep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Veelhoek:
    """Een teken van rechte stukken: gevuld met `kleur`, of met `lijn` een open lijn zonder vulling.

    `punten` zijn ten opzichte van (x, y). `op` is de kleur eronder. `halo` legt er een rand papier omheen.
    """

    punten: Punten
    x: float
    y: float
    kleur: str = ""
    lijn: str = ""
    dikte: float = 2
    op: str = "papier"
    halo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cirkel:
    """Een rond teken om (x, y): gevuld met `kleur`, of met `lijn` alleen de omtrek."""

    straal: float
    x: float
    y: float
    kleur: str = ""
    lijn: str = ""
    dikte: float = 2
    op: str = "papier"
    halo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstregel:
    """Een regel tekst; y is de voet van de letters.

    `op` is de kleur eronder. `halo` legt er een rand papier om, over lijnen heen.
    """

    x: float
    y: float
    tekst: str
    grootte: float
    letter: Letter = Letter.GEWOON
    kleur: str = "inkt"
    anker: Anker = "start"
    op: str = "papier"
    halo: bool = False

    @property
    def van(self) -> float:
        """De x waar de tekst begint."""
        deel = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anker]
        return self.x - deel * meet(self.tekst, self.letter, self.grootte)

    @property
    def tot(self) -> float:
        """De x waar de tekst ophoudt."""
        return self.van + meet(self.tekst, self.letter, self.grootte)


Vorm = Rechthoek | Lijn | Veelhoek | Cirkel | Tekstregel
Teken = Veelhoek | Cirkel


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijl:
    """Hoe een stuk tekst eruitziet: grootte en afstand tussen de regels in pixels."""

    grootte: float
    hoogte: float
    letter: Letter = Letter.GEWOON
    kleur: str = "inkt"
    op: str = "papier"

    def meet(self, tekst: str) -> float:
        """De breedte van de tekst in deze stijl."""
        return meet(tekst, self.letter, self.grootte)


def zet(
    regels: Sequence[str], stijl: Stijl, x: float, y: float, *, anker: Anker = "start", halo: bool = False
) -> tuple[Tekstregel, ...]:
    """Zet regels onder elkaar; y is de bovenkant van de eerste."""
    return tuple(
        Tekstregel(
            x=x,
            y=y + rang * stijl.hoogte + _voet(stijl),
            tekst=tekst,
            grootte=stijl.grootte,
            letter=stijl.letter,
            kleur=stijl.kleur,
            anker=anker,
            op=stijl.op,
            halo=halo,
        )
        for rang, tekst in enumerate(regels)
    )


def zet_midden(
    tekst: str, stijl: Stijl, x: float, y: float, *, anker: Anker = "middle", halo: bool = False
) -> tuple[Tekstregel, ...]:
    """Zet één regel met het midden van de hoofdletters op y."""
    return zet((tekst,), stijl, x, y - stijl.hoogte / 2, anker=anker, halo=halo)


def schuif(vormen: Iterable[Vorm], dx: float, dy: float) -> tuple[Vorm, ...]:
    """Verplaats vormen."""
    return tuple(_schuif(vorm, dx, dy) for vorm in vormen)


def _schuif(vorm: Vorm, dx: float, dy: float) -> Vorm:
    if isinstance(vorm, Lijn):
        return replace(vorm, x1=vorm.x1 + dx, x2=vorm.x2 + dx, y1=vorm.y1 + dy, y2=vorm.y2 + dy)
    return replace(vorm, x=vorm.x + dx, y=vorm.y + dy)


def _voet(stijl: Stijl) -> float:
    """Waar de voet van de letters komt, zodat de hoofdletters (0,71 van de grootte) midden in de regel staan."""
    return stijl.hoogte / 2 + 0.357 * stijl.grootte
