"""De exacte toets van Fisher voor twee aandelen, tweezijdig (rekenregels 6.1)."""

from math import fsum, prod

KLEINST = 1e-300
GELIJK = 1e-9
"""Zo dicht bij elkaar beslissen hele getallen of een tabel even zeldzaam is; kommagetallen wijken veel minder af."""


def bereken_fisher(x1: int, n1: int, x2: int, n2: int) -> float:
    """Geef de kans op een tabel die even zeldzaam is of zeldzamer, bij dezelfde randtotalen.

    Het gewicht van een tabel met i gunstigen in de eerste groep is C(n1, i)·C(n2, m−i); alleen verhoudingen tellen, dus
    begint het tellen met gewicht 1 bij de gewoonste tabel. Een kans onder 10⁻³⁰⁰ is 0.
    """
    samen = x1 + x2
    gewichten = _weeg(n1, n2, samen)
    grens = gewichten.get(x1, 0.0)

    def telt_mee(i: int, gewicht: float) -> bool:
        if abs(gewicht - grens) <= GELIJK * grens:
            return _is_niet_gewoner(i, x1, n1, n2, samen)
        return gewicht < grens

    even_zeldzaam = fsum(gewicht for i, gewicht in gewichten.items() if telt_mee(i, gewicht))
    return min(1.0, even_zeldzaam / fsum(gewichten.values()))


def _weeg(n1: int, n2: int, samen: int) -> dict[int, float]:
    """Geef het gewicht van elke tabel, vanaf de gewoonste naar beide kanten tot het te klein is om mee te tellen."""
    top = (n1 + 1) * (samen + 1) // (n1 + n2 + 2)
    gewichten = {top: 1.0}
    gewicht, i = 1.0, top
    while gewicht > KLEINST and i < min(n1, samen):
        gewicht *= (n1 - i) * (samen - i) / ((i + 1) * (n2 - samen + i + 1))
        i += 1
        gewichten[i] = gewicht
    gewicht, i = 1.0, top
    while gewicht > KLEINST and i > max(0, samen - n2):
        gewicht *= i * (n2 - samen + i) / ((n1 - i + 1) * (samen - i + 1))
        i -= 1
        gewichten[i] = gewicht
    return gewichten


def _is_niet_gewoner(i: int, x1: int, n1: int, n2: int, samen: int) -> bool:
    """Is de tabel met i gunstigen even zeldzaam als die met x1, of zeldzamer? In hele getallen, zonder afronding."""
    laag, hoog = min(i, x1), max(i, x1)
    omhoog = prod((n1 - j) * (samen - j) for j in range(laag, hoog))
    omlaag = prod((j + 1) * (n2 - samen + j + 1) for j in range(laag, hoog))
    return omhoog <= omlaag if i == hoog else omhoog >= omlaag
