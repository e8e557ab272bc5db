"""Eén uitkomst onthouden bij één verslag: vormen die van hetzelfde verslag uitgaan, delen zo het voorwerk.

Een verslag verandert nooit, dus hetzelfde object geeft dezelfde uitkomst. Op inhoud vergelijken kost meer dan het
opnieuw maken; daarom telt alleen of het hetzelfde object is.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from kwaliteit.begrippen.verslag import Uitgave, Verslag

Uitkomst = TypeVar("Uitkomst")
AANTAL = len(Uitgave)
"""Zoveel uitgaven heeft een verslag."""


def onthoud_per_verslag(maak: Callable[[Verslag], Uitkomst]) -> Callable[[Verslag], Uitkomst]:
    """Geef dezelfde functie, die voor een verslag dat zij net zag de uitkomst nog weet."""
    bekend: list[tuple[Verslag, Uitkomst]] = []

    @wraps(maak)
    def onthouden(verslag: Verslag) -> Uitkomst:
        for gezien, uitkomst in bekend:
            if gezien is verslag:
                return uitkomst
        uitkomst = maak(verslag)
        bekend.append((verslag, uitkomst))
        del bekend[:-AANTAL]
        return uitkomst

    return onthouden
