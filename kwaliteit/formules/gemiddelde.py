"""Gemiddelde en spreiding, exact geteld en pas aan het eind afgerond (rekenregels 4.3)."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import sqrt


def bereken_gemiddelde(waarden: Sequence[float]) -> tuple[float, float]:
    """Geef gemiddelde en standaardafwijking (deler n − 1; 0 bij één waarde); vraagt minstens één waarde."""
    geteld = Counter(waarden)
    return bereken_geteld_gemiddelde(tuple(geteld), tuple(geteld.values()))


def bereken_geteld_gemiddelde(waarden: Sequence[float], aantallen: Sequence[int]) -> tuple[float, float]:
    """Geef hetzelfde als `bereken_gemiddelde`, als van elke waarde bekend is hoe vaak zij voorkomt.

    Met breuken: van gelijke waarden is de spreiding precies 0, ook als zij zelf geen hele tienden zijn.
    """
    paren = [(Fraction(waarde), aantal) for waarde, aantal in zip(waarden, aantallen, strict=True)]
    n = sum(aantallen)
    gemiddelde = sum((waarde * aantal for waarde, aantal in paren), Fraction(0)) / n
    kwadraten = sum((aantal * (waarde - gemiddelde) ** 2 for waarde, aantal in paren), Fraction(0))
    return float(gemiddelde), sqrt(kwadraten / (n - 1)) if n > 1 else 0.0


def bereken_standaardfout(afwijking: float, n: int, populatie: int | None = None) -> float:
    """Geef de standaardfout van een gemiddelde; is de groep bekend, dan met de factor wortel(1 − n/N)."""
    return afwijking / sqrt(n) * (1.0 if populatie is None else sqrt(1 - n / populatie))
