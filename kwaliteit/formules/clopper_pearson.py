"""De exacte binomiale marge van Clopper en Pearson, alleen om na te rekenen wat anderen maken."""

from kwaliteit.formules.marges import Grenzen
from kwaliteit.formules.studentverdeling import onvolledige_beta

STAART = 0.025
STAPPEN = 60
"""Zo vaak halveren geeft zestien cijfers achter de komma."""


def bereken_clopper_pearson(x: int, n: int) -> Grenzen:
    """Geef de p waarbij P(X ≥ x) en de p waarbij P(X ≤ x) precies 0,025 is; aan de rand 0 of 1."""
    return _zoek_ondergrens(x, n), 1 - _zoek_ondergrens(n - x, n)


def _zoek_ondergrens(x: int, n: int) -> float:
    if x == 0:
        return 0.0
    laag, hoog = 0.0, x / n
    for _ in range(STAPPEN):
        midden = (laag + hoog) / 2
        if onvolledige_beta(midden, x, n - x + 1) < STAART:
            laag = midden
        else:
            hoog = midden
    return (laag + hoog) / 2
