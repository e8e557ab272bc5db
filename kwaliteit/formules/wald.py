"""De gewone marge van Wald bij een NPS, alleen om na te rekenen wat anderen maken; het verslag past haar aan (4.4)."""

from math import sqrt

from kwaliteit.formules.marges import Grenzen
from kwaliteit.formules.normaalverdeling import Z


def bereken_gewone_wald(
    promotors: int, neutraal: int, critici: int, populatie: int | None = None
) -> tuple[float, float, Grenzen]:
    """Geef de NPS, de standaardfout en de marge, in punten.

    Is de groep bekend, dan met deler n − 1 en de factor 1 − n/N; dat vraagt n ≥ 2.
    """
    n = promotors + neutraal + critici
    nps = (promotors - critici) / n
    spreiding = (promotors + critici) / n - nps * nps
    se = 100 * sqrt(spreiding / n if populatie is None else spreiding / (n - 1) * (1 - n / populatie))
    return 100 * nps, se, (max(-100.0, 100 * nps - Z * se), min(100.0, 100 * nps + Z * se))
