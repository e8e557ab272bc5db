"""De marge van Blaker voor een aandeel in een groep van bekende grootte (rekenregels 4.1, besluit 0011).

Een K (aantal gunstigen in de hele groep) past bij x gunstige antwoorden als haar aanvaardbaarheid boven 0,05 ligt:
de kleinste staart, plus de grootste staart aan de andere kant die niet groter is. De marge loopt van de kleinste tot
de grootste K die past. Omdat de aanvaardbaarheid hoogstens twee keer de kleinste staart is, ligt de marge altijd
binnen de gelijkstaartige van `hypergeometrisch`: daar begint het zoeken.
"""

from functools import cache
from math import comb

from kwaliteit.formules.hypergeometrisch import (
    RAND,
    begrens_aantal,
    bereken_bovenstaart,
    bereken_kans,
    tel_bovenstaart,
)

ALFA = 0.05


def begrens_blaker(x: int, n: int, populatie: int) -> tuple[int, int]:
    """Geef het kleinste en het grootste aantal gunstigen in de hele groep; vraagt 0 ≤ x ≤ n ≤ N en n > 0."""
    return _kleinste_aantal(x, n, populatie), populatie - _kleinste_aantal(n - x, n, populatie)


@cache
def _kleinste_aantal(x: int, n: int, populatie: int) -> int:
    """Schuif vanaf de gelijkstaartige ondergrens naar binnen tot de eerste K die past.

    Zolang de bovenstaart P(X ≥ x) hoogstens 0,05 is, is zij de kleinste staart; daarboven past K zeker. Per stap van K
    verandert elke staart met één term: P(X ≥ x | K+1) − P(X ≥ x | K) = C(K, x−1)·C(N−1−K, n−x) / C(N, n).
    """
    aantal, _ = begrens_aantal(x, n, populatie)
    if x * populatie <= n * aantal:
        return aantal  # x ligt niet boven de verwachting: de bovenstaart is minstens een half
    kans_x = bereken_kans(x, n, populatie, aantal)
    staart = bereken_bovenstaart(x, n, populatie, aantal, kans_x)
    y, over, kans_y = _begin_andere_staart(staart, x, n, populatie, aantal)
    while staart <= ALFA + RAND:
        rest = populatie - aantal - n
        while _is_niet_groter(over + kans_y, staart, x, y + 1, n, populatie, aantal):
            y, over = y + 1, over + kans_y
            kans_y *= (aantal - y) * (n - y) / ((y + 1) * (rest + y + 1))
        if _past(staart + over, x, y, n, populatie, aantal):
            break
        if rest + y + 1 == 0:  # y + 1 is nu het kleinste mogelijke aantal, en bij de volgende K niet meer mogelijk
            y, over = y + 1, over + kans_y
            kans_y *= (aantal - y) * (n - y) / (y + 1)
        staart += kans_x * x * (rest + x) / ((aantal - x + 1) * (populatie - aantal))
        over -= kans_y * (y + 1) * (rest + y + 1) / ((aantal - y) * (populatie - aantal))
        kans_x *= (aantal + 1) * (rest + x) / ((aantal + 1 - x) * (populatie - aantal))
        kans_y *= (aantal + 1) * (rest + y + 1) / ((aantal - y) * (populatie - aantal))
        aantal += 1
    return aantal


def _begin_andere_staart(staart: float, x: int, n: int, populatie: int, aantal: int) -> tuple[int, float, float]:
    """Geef een y met P(X ≤ y) ≤ P(X ≥ x), zo groot als ruwweg kan, met die staart en de kans op y + 1.

    y ligt even ver onder de verwachting als x erboven, en daarna nog lager tot de staart niet groter is.
    """
    kleinste = max(0, n + aantal - populatie)
    y = max(kleinste - 1, 2 * n * aantal // populatie - x)
    while y >= kleinste:
        kans = bereken_kans(y, n, populatie, aantal)
        over = bereken_bovenstaart(n - y, n, populatie, populatie - aantal, kans)
        if over < staart - RAND:
            volgende = kans * (aantal - y) * (n - y) / ((y + 1) * (populatie - aantal - n + y + 1))
            return y, over, volgende
        y -= 1
    return kleinste - 1, 0.0, bereken_kans(kleinste, n, populatie, aantal)


def _is_niet_groter(over: float, staart: float, x: int, y: int, n: int, populatie: int, aantal: int) -> bool:
    """Is P(X ≤ y) niet groter dan P(X ≥ x)? Gelijke kansen tellen als gelijk, ook als kommagetallen verschillen."""
    if 2 * aantal == populatie:
        return y <= n - x  # evenveel gunstigen als anderen: de verdeling is haar eigen spiegelbeeld
    if 2 * n == populatie:
        return y <= aantal - x  # wie antwoordde en wie niet zijn even grote groepen: ook een spiegelbeeld
    if abs(over - staart) < RAND:
        return tel_onderstaart(y, n, populatie, aantal) <= tel_bovenstaart(x, n, populatie, aantal)
    return over < staart


def _past(aanvaardbaarheid: float, x: int, y: int, n: int, populatie: int, aantal: int) -> bool:
    if abs(aanvaardbaarheid - ALFA) < RAND:
        samen = tel_bovenstaart(x, n, populatie, aantal) + tel_onderstaart(y, n, populatie, aantal)
        return 20 * samen > comb(populatie, n)
    return aanvaardbaarheid > ALFA


def tel_onderstaart(y: int, n: int, populatie: int, aantal: int) -> int:
    """P(X ≤ y) · C(N, n) in hele getallen: de bovenstaart van wie niet gunstig was."""
    return tel_bovenstaart(n - y, n, populatie, populatie - aantal) if y >= 0 else 0
