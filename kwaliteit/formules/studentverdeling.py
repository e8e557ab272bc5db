"""Het kwantiel van de t-verdeling, zonder bibliotheek (rekenregels 4.3)."""

from functools import cache
from math import exp, lgamma, log, log1p, pi, sqrt

from kwaliteit.formules.normaalverdeling import Z

KLEINST = 1e-300
NAUWKEURIG = 1e-16


@cache
def bereken_kwantiel(vrijheidsgraden: float, buiten: float = 0.05) -> float:
    """Geef de t waarbuiten 5% ligt, aan twee kanten samen; bij Welch zijn de vrijheidsgraden geen heel getal.

    Newton vanaf het normaalkwantiel (of vanaf 0 als er meer dan 5% buiten moet liggen). De kans daalt steeds minder
    steil, dus elke stap blijft onder de uitkomst, tot er geen groter kommagetal meer volgt. Dat kost enkele stappen;
    halveren kost er vijftig.
    """
    t = Z if buiten <= 0.05 else 0.0
    while (
        volgende := t + (bereken_overschrijding(t, vrijheidsgraden) - buiten) / (2 * _dichtheid(t, vrijheidsgraden))
    ) > t:
        t = volgende
    return t


def _dichtheid(t: float, v: float) -> float:
    return exp(lgamma((v + 1) / 2) - lgamma(v / 2) - (v + 1) / 2 * log1p(t * t / v)) / sqrt(v * pi)


def bereken_overschrijding(t: float, vrijheidsgraden: float) -> float:
    """Geef de tweezijdige kans op een waarde verder van nul dan t: I(v/(v+t²); v/2, 1/2)."""
    return onvolledige_beta(vrijheidsgraden / (vrijheidsgraden + t * t), vrijheidsgraden / 2, 0.5)


def onvolledige_beta(x: float, a: float, b: float) -> float:
    """Geef de geregulariseerde onvolledige bètafunctie I(x; a, b)."""
    if x <= 0.0 or x >= 1.0:
        return min(max(x, 0.0), 1.0)
    factor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return factor * _kettingbreuk(x, a, b) / a
    return 1 - factor * _kettingbreuk(1 - x, b, a) / b


def _kettingbreuk(x: float, a: float, b: float) -> float:
    """De kettingbreuk van de onvolledige bètafunctie, met de methode van Lentz."""
    teller, noemer = 1.0, 1 / _weg_van_nul(1 - (a + b) * x / (a + 1))
    uitkomst, m = noemer, 0
    while True:
        m += 1
        for d in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            noemer = 1 / _weg_van_nul(1 + d * noemer)
            teller = _weg_van_nul(1 + d / teller)
            uitkomst *= noemer * teller
        if abs(noemer * teller - 1) <= NAUWKEURIG or m == 10_000:
            return uitkomst


def _weg_van_nul(getal: float) -> float:
    return getal if abs(getal) > KLEINST else KLEINST
