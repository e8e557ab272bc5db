"""Wat een lezer van één vraag weet, als gehele vergelijkingen: onbekend is het aantal mensen per blad en per vak."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from fractions import Fraction
from math import ceil

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]


class Vastligging(Enum):
    """Wat over een aantal bewezen is: heeft het in elke wereld die past dezelfde waarde?"""

    VRIJ = "vrij"
    BEREKEND = "door optellen en aftrekken"
    VAST = "vast"
    ONBESLIST = "onbeslist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feit:
    """Een lezer weet dat de gewogen som over deze bladeren tussen laag en hoog ligt (grenzen horen erbij)."""

    bladeren: frozenset[str]
    gewicht: tuple[int, ...]
    laag: int
    hoog: int
    waaruit: str

    @property
    def is_precies(self) -> bool:
        """Waar als de som vastligt."""
        return self.laag == self.hoog

    @property
    def vakken(self) -> frozenset[int] | None:
        """De vakken waarvan de som geldt; None als de gewichten niet alleen nul en één zijn."""
        if not set(self.gewicht) <= {0, 1}:
            return None
        return frozenset(vak for vak, maal in enumerate(self.gewicht) if maal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marge:
    """Een gepubliceerde marge: elke wereld moet hem opnieuw opleveren.

    `meet` geeft bij aantallen per vak hoe ver de marge ernaast zit; 0 is precies wat er gepubliceerd is.
    """

    bladeren: frozenset[str]
    meet: Callable[[Sequence[int]], float]
    waaruit: str


@dataclass(frozen=True, kw_only=True)
class Veld:
    """Het stelsel van één vraag: bladeren × vakken, met feiten. `aantal` is per blad het aantal antwoorden, als bekend.

    `hoogste` is de grootste waarde die één vak van één blad kan hebben als `aantal` niet bekend is.
    """

    bladeren: tuple[str, ...]
    breedte: int
    feiten: tuple[Feit, ...]
    marges: tuple[Marge, ...]
    hoogste: dict[str, int]
    plaats: dict[str, int] = field(init=False)
    matrix: Getallen = field(init=False)
    laag: Getallen = field(init=False)
    hoog: Getallen = field(init=False)

    def __post_init__(self) -> None:
        zet = object.__setattr__
        zet(self, "plaats", {blad: nummer for nummer, blad in enumerate(self.bladeren)})
        rijen = [self.maak_rij(feit.bladeren, feit.gewicht) for feit in self.feiten]
        zet(self, "matrix", np.array(rijen, dtype=np.int64).reshape(len(rijen), len(self.bladeren) * self.breedte))
        zet(self, "laag", np.array([feit.laag for feit in self.feiten], dtype=np.int64))
        zet(self, "hoog", np.array([feit.hoog for feit in self.feiten], dtype=np.int64))

    def maak_rij(self, bladeren: Iterable[str], gewicht: Sequence[int]) -> Getallen:
        """Geef de gewichten van alle onbekenden voor deze gewogen som."""
        rij = np.zeros((len(self.bladeren), self.breedte), dtype=np.int64)
        for blad in bladeren:
            if blad in self.plaats:
                rij[self.plaats[blad]] = gewicht
        return rij.reshape(-1)

    def maak_gewicht(self, vakken: Iterable[int]) -> tuple[int, ...]:
        """Geef gewichten die deze vakken tellen."""
        gekozen = set(vakken)
        return tuple(int(vak in gekozen) for vak in range(self.breedte))

    def past(self, wereld: Getallen) -> bool:
        """Waar als deze wereld bij elk feit en elke marge past."""
        if (wereld < 0).any():
            return False
        sommen = self.matrix @ wereld
        return bool(((sommen >= self.laag) & (sommen <= self.hoog)).all()) and self.marges_kloppen(wereld)

    def marges_kloppen(self, wereld: Getallen) -> bool:
        """Waar als elke gepubliceerde marge uit deze wereld volgt."""
        return not self.marges or self.meet_marges(wereld) == 0

    def meet_marges(self, wereld: Getallen) -> float:
        """Geef hoe ver de gepubliceerde marges er samen naast zitten."""
        per_blad = wereld.reshape(len(self.bladeren), self.breedte)
        return sum(
            marge.meet(per_blad[[self.plaats[b] for b in marge.bladeren if b in self.plaats]].sum(axis=0).tolist())
            for marge in self.marges
        )

    def zonder_marges(self) -> "Veld":
        """Hetzelfde stelsel voor een lezer die niet op de marges let."""
        return replace(self, marges=())

    def eerste_strijdige(self, wereld: Getallen) -> str:
        """Geef waaruit het eerste feit komt dat niet bij deze wereld past; leeg als alles past."""
        sommen = self.matrix @ wereld
        for feit, som in zip(self.feiten, sommen.tolist(), strict=True):
            if not feit.laag <= som <= feit.hoog:
                return feit.waaruit
        return "" if self.marges_kloppen(wereld) else "een marge"


def venster(waarde: Fraction, stap: Fraction, n: int, schaal: Fraction = Fraction(1)) -> tuple[int, int]:
    """Geef de hele sommen waarvan som / n × schaal, afgerond op `stap` (de helft omhoog), deze waarde geeft."""
    halve = stap / 2
    return ceil((waarde - halve) * n / schaal), ceil((waarde + halve) * n / schaal) - 1
