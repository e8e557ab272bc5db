"""De marge van 95% bij een aandeel, een gemiddelde en een NPS (rekenregels 4): alleen de formules.

Welke formule wanneer geldt, kiest `indicatoren`.
"""

from math import sqrt

from kwaliteit.formules.hypergeometrisch import begrens_aantal
from kwaliteit.formules.normaalverdeling import Z
from kwaliteit.formules.studentverdeling import bereken_kwantiel

Grenzen = tuple[float, float]


def bereken_hypergeometrisch(x: int, n: int, populatie: int) -> Grenzen:
    """Geef de grenzen voor x van n antwoorden uit een groep van bekende grootte (4.1)."""
    laag, hoog = begrens_aantal(x, n, populatie)
    return laag / populatie, hoog / populatie


def bereken_wilson(x: int, n: int) -> Grenzen:
    """Geef de grenzen voor x van n antwoorden als de grootte van de groep onbekend is (4.2)."""
    aandeel, deler = x / n, 1 + Z * Z / n
    midden = (aandeel + Z * Z / (2 * n)) / deler
    halve = Z * sqrt(aandeel * (1 - aandeel) / n + Z * Z / (4 * n * n)) / deler
    return (0.0 if x == 0 else max(0.0, midden - halve)), (1.0 if x == n else min(1.0, midden + halve))


def bereken_t(gemiddelde: float, afwijking: float, n: int, populatie: int | None = None) -> Grenzen:
    """Geef de grenzen van een gemiddelde van n ≥ 2 getallen met deze standaardafwijking (4.3); niet geknipt."""
    eindig = 1.0 if populatie is None else sqrt(1 - n / populatie)
    halve = bereken_kwantiel(n - 1) * afwijking / sqrt(n) * eindig
    return gemiddelde - halve, gemiddelde + halve


def bereken_wald(promotors: int, neutraal: int, critici: int) -> Grenzen:
    """Geef de grenzen van een NPS in punten, aangepaste Wald (4.4)."""
    n = promotors + neutraal + critici + 3
    voor, tegen = promotors + 0.75, critici + 0.75
    midden = (voor - tegen) / n
    halve = Z * sqrt(((voor + tegen) / n - midden * midden) / n)
    return max(-100.0, 100 * (midden - halve)), min(100.0, 100 * (midden + halve))
