"""De kans dat twee aandelen door toeval minstens zo veel verschillen (rekenregels 6.1)."""

from math import erfc, sqrt

from kwaliteit.formules.fisher import bereken_fisher

MINSTE_VERWACHTING = 5
"""Is ergens een kleiner aantal te verwachten, dan deugt de benadering niet en geldt de exacte toets van Fisher."""


def toets_aandelen(x1: int, n1: int, x2: int, n2: int) -> tuple[float, bool]:
    """Geef de tweezijdige p, en of die van Fisher is; anders is het de z-toets met het gezamenlijke aandeel."""
    if is_klein(x1, n1, x2, n2):
        return bereken_fisher(x1, n1, x2, n2), True
    return bereken_z(x1, n1, x2, n2)[1], False


def is_klein(x1: int, n1: int, x2: int, n2: int) -> bool:
    """Zijn in een van de vier vakken minder dan vijf mensen te verwachten?"""
    x, n = x1 + x2, n1 + n2
    return min(n1, n2) * min(x, n - x) < MINSTE_VERWACHTING * n


def bereken_z(x1: float, n1: float, x2: float, n2: float) -> tuple[float, float]:
    """Geef z en de tweezijdige p; zei iedereen hetzelfde, dan is er geen verschil: (0, 1). n mag effectief zijn."""
    x, n = x1 + x2, n1 + n2
    if x in (0, n):
        return 0.0, 1.0
    p = x / n
    z = (x1 / n1 - x2 / n2) / sqrt(p * (1 - p) * (1 / n1 + 1 / n2))
    return z, erfc(abs(z) / sqrt(2))
