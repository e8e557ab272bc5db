"""Welke marge van 95% bij een aandeel, een gemiddelde en een NPS hoort (rekenregels 4); de formules staan elders.

Overal betekent `populatie` het aantal mensen in de groep van dit onderdeel; None is onbekend. Meer antwoorden dan
mensen kan niet: dan is er geen marge. Zegt iemand "n.v.t.", dan verandert dat de marge niet (besluit 0012): de vraag
geldt dan voor minder mensen dan er zijn, en een kleinere groep heeft een smallere marge.
"""

from kwaliteit.begrippen.indicator import Interval, Intervalmethode
from kwaliteit.formules.marges import Grenzen, bereken_blaker, bereken_t, bereken_wald, bereken_wilson


def kies_bij_aandeel(x: int, n: int, populatie: int | None) -> Interval | None:
    """Geef de marge bij x van n: Blaker als de groep bekend is (besluit 0011), anders Wilson."""
    if _is_onmogelijk(n, populatie):
        return None
    if populatie is None:
        return _maak(bereken_wilson(x, n), Intervalmethode.WILSON)
    if populatie == n:
        return _iedereen(x / n)
    return _maak(bereken_blaker(x, n, populatie), Intervalmethode.BLAKER)


def kies_bij_gemiddelde(gemiddelde: float, afwijking: float, n: int, populatie: int | None) -> Interval | None:
    """Geef de marge bij een gemiddelde, niet geknipt; bij één antwoord is er geen spreiding en dus geen marge."""
    if _is_onmogelijk(n, populatie):
        return None
    if populatie == n:
        return _iedereen(gemiddelde)
    return _maak(bereken_t(gemiddelde, afwijking, n, populatie), Intervalmethode.T) if n > 1 else None


def kies_bij_nps(promotors: int, neutraal: int, critici: int, populatie: int | None) -> Interval | None:
    """Geef de marge bij een NPS, in punten; bij één antwoord geen: die marge kan naast het cijfer liggen."""
    n = promotors + neutraal + critici
    if _is_onmogelijk(n, populatie):
        return None
    if populatie == n:
        return _iedereen(100 * (promotors - critici) / n)
    return _maak(bereken_wald(promotors, neutraal, critici), Intervalmethode.WALD) if n > 1 else None


def _is_onmogelijk(n: int, populatie: int | None) -> bool:
    return n == 0 or (populatie is not None and n > populatie)


def _maak(grenzen: Grenzen, methode: Intervalmethode) -> Interval:
    return Interval(laag=grenzen[0], hoog=grenzen[1], methode=methode)


def _iedereen(punt: float) -> Interval:
    return _maak((punt, punt), Intervalmethode.IEDEREEN)
