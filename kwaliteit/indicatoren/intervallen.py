"""De marge van 95% bij een aandeel, een gemiddelde en een NPS, en welke methode wanneer geldt (rekenregels 4).

Overal betekent `populatie` het aantal mensen in de groep van dit onderdeel; None is onbekend. Meer antwoorden dan
mensen kan niet: dan is er geen marge. Zijn er antwoorden "n.v.t.", dan is onbekend voor hoeveel mensen de vraag geldt.
"""

from math import sqrt

from kwaliteit.begrippen.indicator import Interval, Intervalmethode
from kwaliteit.indicatoren.hypergeometrisch import begrens_aantal
from kwaliteit.indicatoren.normaalverdeling import Z
from kwaliteit.indicatoren.studentverdeling import bereken_kwantiel

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


def kies_bij_aandeel(x: int, n: int, populatie: int | None, aantal_nvt: int) -> Interval | None:
    """Geef de marge bij x van n: hypergeometrisch als de groep bekend is, anders Wilson."""
    if _is_onmogelijk(n, populatie):
        return None
    bekend = _bekende_populatie(populatie, aantal_nvt)
    if bekend is None:
        return _maak(bereken_wilson(x, n), Intervalmethode.WILSON)
    if bekend == n:
        return _iedereen(x / n)
    return _maak(bereken_hypergeometrisch(x, n, bekend), Intervalmethode.HYPERGEOMETRISCH)


def kies_bij_gemiddelde(
    gemiddelde: float, afwijking: float, n: int, populatie: int | None, aantal_nvt: int
) -> Interval | None:
    """Geef de marge bij een gemiddelde, niet geknipt; bij één antwoord is er geen spreiding en dus geen marge."""
    if _is_onmogelijk(n, populatie):
        return None
    bekend = _bekende_populatie(populatie, aantal_nvt)
    if bekend == n:
        return _iedereen(gemiddelde)
    return _maak(bereken_t(gemiddelde, afwijking, n, bekend), Intervalmethode.T) if n > 1 else None


def kies_bij_nps(
    promotors: int, neutraal: int, critici: int, populatie: int | None, aantal_nvt: int
) -> Interval | None:
    """Geef de marge bij een NPS, in punten; bij één antwoord geen: die marge kan naast het cijfer liggen."""
    n = promotors + neutraal + critici
    if _is_onmogelijk(n, populatie):
        return None
    if _bekende_populatie(populatie, aantal_nvt) == n:
        return _iedereen(100 * (promotors - critici) / n)
    return _maak(bereken_wald(promotors, neutraal, critici), Intervalmethode.WALD) if n > 1 else None


def _is_onmogelijk(n: int, populatie: int | None) -> bool:
    return n == 0 or (populatie is not None and n > populatie)


def _bekende_populatie(populatie: int | None, aantal_nvt: int) -> int | None:
    return populatie if aantal_nvt == 0 else None


def _maak(grenzen: Grenzen, methode: Intervalmethode) -> Interval:
    return Interval(laag=grenzen[0], hoog=grenzen[1], methode=methode)


def _iedereen(punt: float) -> Interval:
    return _maak((punt, punt), Intervalmethode.IEDEREEN)
