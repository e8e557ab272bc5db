"""De marge van 95% bij een aandeel, een gemiddelde en een NPS (rekenregels 4): alleen de formules.

Welke formule wanneer geldt, kiest `indicatoren`.
"""

from math import sqrt

from kwaliteit.formules.blaker import begrens_blaker
from kwaliteit.formules.gemiddelde import bereken_standaardfout
from kwaliteit.formules.hypergeometrisch import begrens_aantal
from kwaliteit.formules.normaalverdeling import Z
from kwaliteit.formules.studentverdeling import bereken_kwantiel

Grenzen = tuple[float, float]


def bereken_blaker(x: int, n: int, populatie: int) -> Grenzen:
    """Geef de grenzen voor x van n antwoorden uit een groep van bekende grootte: de marge van het verslag (4.1)."""
    laag, hoog = begrens_blaker(x, n, populatie)
    return laag / populatie, hoog / populatie


def bereken_hypergeometrisch(x: int, n: int, populatie: int) -> Grenzen:
    """Geef de gelijkstaartige grenzen voor x van n antwoorden uit een groep van bekende grootte (4.1)."""
    laag, hoog = begrens_aantal(x, n, populatie)
    return laag / populatie, hoog / populatie


def bereken_wilson(x: float, n: float, z: float = Z) -> Grenzen:
    """Geef de grenzen voor x van n antwoorden als de grootte van de groep onbekend is (4.2); n mag effectief zijn."""
    laag, hoog = _wilson(x / n, n, z)
    return (0.0 if x == 0 else laag), (1.0 if x == n else hoog)


def bereken_wilson_eindig(x: int, n: int, populatie: int, z: float = Z) -> Grenzen:
    """Geef de grenzen van Wilson met een factor voor een eindige groep: n wordt n·(N−1)/(N−n).

    Alleen om na te rekenen wat anderen maken: de dekking zakt onder 90% (4.1), dus het verslag gebruikt haar niet.
    """
    if n == populatie:
        return x / n, x / n
    laag, hoog = _wilson(x / n, n * (populatie - 1) / (populatie - n), z)
    return (0.0 if x == 0 else laag), (1.0 if x == n else hoog)


def _wilson(aandeel: float, n: float, z: float) -> Grenzen:
    deler = 1 + z * z / n
    midden = (aandeel + z * z / (2 * n)) / deler
    halve = z * sqrt(aandeel * (1 - aandeel) / n + z * z / (4 * n * n)) / deler
    return max(0.0, midden - halve), min(1.0, midden + halve)


def bereken_t(
    gemiddelde: float, afwijking: float, n: int, populatie: int | None = None, buiten: float = 0.05
) -> Grenzen:
    """Geef de grenzen van een gemiddelde van n ≥ 2 getallen met deze standaardafwijking (4.3); niet geknipt."""
    halve = bereken_kwantiel(n - 1, buiten) * bereken_standaardfout(afwijking, n, populatie)
    return gemiddelde - halve, gemiddelde + halve


def bereken_wald(promotors: int, neutraal: int, critici: int) -> Grenzen:
    """Geef de grenzen van een NPS in punten, aangepaste Wald (4.4)."""
    midden, fout = bereken_midden_en_fout(promotors, neutraal, critici)
    return max(-100.0, midden - Z * fout), min(100.0, midden + Z * fout)


def bereken_midden_en_fout(promotors: int, neutraal: int, critici: int) -> tuple[float, float]:
    """Geef het midden en de standaardfout van de aangepaste Wald, in punten (4.4)."""
    n = promotors + neutraal + critici + 3
    voor, tegen = promotors + 0.75, critici + 0.75
    midden = (voor - tegen) / n
    return 100 * midden, 100 * sqrt(((voor + tegen) / n - midden * midden) / n)
