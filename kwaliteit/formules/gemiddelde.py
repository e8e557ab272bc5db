"""Gemiddelde en spreiding, zonder afrondfout in de sommen (rekenregels 4.3)."""

from collections.abc import Sequence
from math import fsum, sqrt


def bereken_gemiddelde(waarden: Sequence[float]) -> tuple[float, float]:
    """Geef gemiddelde en standaardafwijking (deler n − 1; 0 bij één waarde); vraagt minstens één waarde."""
    return bereken_geteld_gemiddelde(waarden, [1] * len(waarden))


def bereken_geteld_gemiddelde(waarden: Sequence[float], aantallen: Sequence[int]) -> tuple[float, float]:
    """Geef hetzelfde als `bereken_gemiddelde`, als van elke waarde bekend is hoe vaak zij voorkomt."""
    paren = list(zip(waarden, aantallen, strict=True))
    n = sum(aantallen)
    gemiddelde = fsum(waarde * aantal for waarde, aantal in paren) / n
    kwadraten = fsum(aantal * (waarde - gemiddelde) ** 2 for waarde, aantal in paren)
    return gemiddelde, sqrt(kwadraten / (n - 1)) if n > 1 else 0.0


def bereken_standaardfout(afwijking: float, n: int, populatie: int | None = None) -> float:
    """Geef de standaardfout van een gemiddelde; is de groep bekend, dan met de factor wortel(1 − n/N)."""
    return afwijking / sqrt(n) * (1.0 if populatie is None else sqrt(1 - n / populatie))
