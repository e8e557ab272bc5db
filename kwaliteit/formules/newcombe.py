"""Het verschil tussen twee aandelen met een marge van 95%: methode 10 van Newcombe (rekenregels 6.1).

Zonder factor voor een eindige groep: de uitspraak gaat over de zorg, niet over wie er dit jaar toevallig woonde.
"""

from math import sqrt

from kwaliteit.formules.marges import Grenzen, bereken_wilson


def bereken_newcombe(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float, float]:
    """Geef x1/n1 − x2/n2 met de ondergrens en de bovengrens."""
    return voeg_marges_samen(x1 / n1, bereken_wilson(x1, n1), x2 / n2, bereken_wilson(x2, n2))


def voeg_marges_samen(p1: float, grenzen1: Grenzen, p2: float, grenzen2: Grenzen) -> tuple[float, float, float]:
    """Geef p1 − p2 met de marge die volgt uit de marges van elk."""
    (laag1, hoog1), (laag2, hoog2) = grenzen1, grenzen2
    verschil = p1 - p2
    return (
        verschil,
        max(-1.0, verschil - sqrt((p1 - laag1) ** 2 + (hoog2 - p2) ** 2)),
        min(1.0, verschil + sqrt((hoog1 - p1) ** 2 + (p2 - laag2) ** 2)),
    )
