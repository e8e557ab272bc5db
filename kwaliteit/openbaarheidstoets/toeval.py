"""Een vaste willekeurige volgorde: dezelfde stap in elke versie van Python en numpy.

Alleen van `random.Random.random()` belooft Python dat de stroom bij een zaad nooit verandert.
"""

import random


class Toeval:
    """Kiest en trekt plaatsnummers uit de stroom van één zaad."""

    def __init__(self, zaad: int) -> None:
        self._volgende = random.Random(zaad).random  # noqa: S311  geen geheim, alleen een volgorde

    def kies(self, aantal: int) -> int:
        """Geef een plaats van 0 tot `aantal`."""
        return int(self._volgende() * aantal)

    def trek(self, aantal: int, hoogstens: int) -> list[int]:
        """Geef hoogstens zoveel verschillende plaatsen van 0 tot `aantal`, in willekeurige volgorde."""
        plaatsen = list(range(aantal))
        for plaats in range(min(aantal, hoogstens)):
            ander = plaats + self.kies(aantal - plaats)
            plaatsen[plaats], plaatsen[ander] = plaatsen[ander], plaatsen[plaats]
        return plaatsen[:hoogstens]
