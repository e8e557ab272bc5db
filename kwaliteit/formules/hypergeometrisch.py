"""Interval voor een aandeel in een groep van bekende grootte (rekenregels 4.1).

Van N mensen antwoordden er n, van wie x gunstig. K, het onbekende aantal gunstigen in de hele groep, ligt tussen de
kleinste en de grootste waarde waarbij de uitkomst nog niet te uitzonderlijk is (in elke staart meer dan 2,5%).
"""

from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from math import comb, exp, lgamma, sqrt

from kwaliteit.formules.normaalverdeling import Z

STAART = 0.025
"""De helft van alfa = 0,05."""
RAND = 1e-9
"""Zo dicht bij de grens beslist de som in hele getallen; de fout van de kommagetallen is veel kleiner."""


def begrens_aantal(x: int, n: int, populatie: int) -> tuple[int, int]:
    """Geef het kleinste en het grootste aantal gunstigen in de hele groep; vraagt 0 ≤ x ≤ n ≤ N en n > 0."""
    return _kleinste_aantal(x, n, populatie), populatie - _kleinste_aantal(n - x, n, populatie)


@cache
def _kleinste_aantal(x: int, n: int, populatie: int) -> int:
    """Zoek de kleinste K waarbij de kans op x of meer gunstigen boven 0,025 ligt; die kans stijgt met K."""

    def is_mogelijk(aantal: int) -> bool:
        if x * populatie <= n * aantal:
            return True  # x ligt niet boven de verwachting, dan is deze kans minstens een half
        kans = bereken_bovenstaart(x, n, populatie, aantal)
        if abs(kans - STAART) < RAND:
            return is_mogelijk_in_hele_getallen(x, n, populatie, aantal)
        return kans > STAART

    return _zoek_eerste(is_mogelijk, x, -(-x * populatie // n), _schat(x, n, populatie))


def _zoek_eerste(klopt: Callable[[int], bool], laag: int, hoog: int, gok: int) -> int:
    """Geef het eerste getal vanaf laag dat klopt; hoog klopt zeker. Zoekt vanaf de gok met stappen die verdubbelen."""
    gok = min(max(gok, laag), hoog)
    stap = 1
    if klopt(gok):
        hoog = gok
        while hoog > laag:
            proef = max(laag, hoog - stap)
            if not klopt(proef):
                laag = proef + 1
                break
            hoog, stap = proef, 2 * stap
    else:
        laag = gok + 1
        while not klopt(proef := min(hoog, laag + stap - 1)):
            laag, stap = proef + 1, 2 * stap
        hoog = proef
    return bisect_left(range(hoog), True, lo=laag, key=klopt)


def _schat(x: int, n: int, populatie: int) -> int:
    """Schat waar de ondergrens ongeveer ligt (Wilson met eindige groep en halve stap); alleen een beginpunt."""
    if n >= populatie or x == 0:
        return x
    werkelijk = n * (populatie - 1) / (populatie - n)
    aandeel = (x - 0.5) / n
    spreiding = Z * sqrt(aandeel * (1 - aandeel) / werkelijk + Z * Z / (4 * werkelijk * werkelijk))
    return round(populatie * (aandeel + Z * Z / (2 * werkelijk) - spreiding) / (1 + Z * Z / werkelijk))


def bereken_kans(x: int, n: int, populatie: int, aantal: int) -> float:
    """P(X = x) in kommagetallen, als van N mensen er K gunstig zijn en n antwoorden; vraagt dat x mogelijk is."""
    return exp(_log_comb(aantal, x) + _log_comb(populatie - aantal, n - x) - _log_comb(populatie, n))


def bereken_bovenstaart(x: int, n: int, populatie: int, aantal: int, kans_x: float | None = None) -> float:
    """P(X ≥ x) in kommagetallen; vraagt dat x mogelijk is en boven de verwachting ligt: dan is elke term kleiner.

    Wie P(X = x) al heeft, geeft die mee.
    """
    i, rest = x, populatie - aantal - n
    term = bereken_kans(x, n, populatie, aantal) if kans_x is None else kans_x
    som = 0.0
    while term > som * 1e-17:
        som += term
        term *= (aantal - i) * (n - i) / ((i + 1) * (rest + i + 1))
        i += 1
    return som


def _log_comb(boven: int, onder: int) -> float:
    return lgamma(boven + 1) - lgamma(onder + 1) - lgamma(boven - onder + 1)


def tel_bovenstaart(x: int, n: int, populatie: int, aantal: int) -> int:
    """P(X ≥ x) · C(N, n) zonder afronding: Σ C(K,i)·C(N−K,n−i) voor i vanaf x."""
    rest = populatie - aantal - n
    i = max(x, -rest)
    term = comb(aantal, i) * comb(populatie - aantal, n - i)
    som = 0
    while term:
        som += term
        term = term * (aantal - i) * (n - i) // ((i + 1) * (rest + i + 1))
        i += 1
    return som


def is_mogelijk_in_hele_getallen(x: int, n: int, populatie: int, aantal: int) -> bool:
    """P(X ≥ x) > 1/40 zonder afronding: 40·Σ C(K,i)·C(N−K,n−i) > C(N,n)."""
    return 40 * tel_bovenstaart(x, n, populatie, aantal) > comb(populatie, n)
