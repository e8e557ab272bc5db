"""Gemiddelde en spreiding, zonder afrondfout in de sommen (rekenregels 4.3)."""

from collections.abc import Sequence
from math import fsum, sqrt


def bereken_gemiddelde(waarden: Sequence[float]) -> tuple[float, float]:
    """Geef gemiddelde en standaardafwijking (deler n − 1; 0 bij één waarde); vraagt minstens één waarde."""
    aantal = len(waarden)
    gemiddelde = fsum(waarden) / aantal
    kwadraten = fsum((waarde - gemiddelde) * (waarde - gemiddelde) for waarde in waarden)
    return gemiddelde, sqrt(kwadraten / (aantal - 1)) if aantal > 1 else 0.0


def bereken_standaardfout(afwijking: float, n: int, populatie: int | None = None) -> float:
    """Geef de standaardfout van een gemiddelde; is de groep bekend, dan met de factor wortel(1 − n/N)."""
    return afwijking / sqrt(n) * (1.0 if populatie is None else sqrt(1 - n / populatie))
