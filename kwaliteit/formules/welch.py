"""Twee gemiddelden vergelijken met de toets van Welch (rekenregels 6.1)."""

from dataclasses import dataclass
from math import sqrt

from kwaliteit.formules.studentverdeling import bereken_kwantiel, bereken_overschrijding


@dataclass(frozen=True, slots=True, kw_only=True)
class Welch:
    """Het verschil, de toets en de marge van 95%. `df` is meestal geen heel getal."""

    verschil: float
    se: float
    t: float
    df: float
    p: float
    laag: float
    hoog: float


def bereken_welch(
    gemiddelde1: float, afwijking1: float, n1: int, gemiddelde2: float, afwijking2: float, n2: int
) -> tuple[float, float, float, float]:
    """Geef het verschil, de ondergrens, de bovengrens en de tweezijdige p.

    Gaf aan beide kanten iedereen hetzelfde, dan is de marge een punt, en de p 1 bij geen verschil en anders 0.
    """
    welch = toets_welch(gemiddelde1, afwijking1, n1, gemiddelde2, afwijking2, n2)
    if welch is None:
        verschil = gemiddelde1 - gemiddelde2
        return verschil, verschil, verschil, float(verschil == 0)
    return welch.verschil, welch.laag, welch.hoog, welch.p


def toets_welch(
    gemiddelde1: float, afwijking1: float, n1: int, gemiddelde2: float, afwijking2: float, n2: int
) -> Welch | None:
    """Vergelijk twee gemiddelden met hun standaardafwijking (deler n − 1); vraagt n1 ≥ 2 en n2 ≥ 2.

    None als aan beide kanten iedereen hetzelfde gaf: dan is er geen spreiding om het verschil aan te meten.
    """
    deel1, deel2 = afwijking1 * afwijking1 / n1, afwijking2 * afwijking2 / n2
    se = sqrt(deel1 + deel2)
    if se == 0:
        return None
    gewicht = deel1 / (deel1 + deel2)  # eerst delen: kwadraten van heel kleine delen worden nul
    df = 1 / (gewicht * gewicht / (n1 - 1) + (1 - gewicht) * (1 - gewicht) / (n2 - 1))
    verschil = gemiddelde1 - gemiddelde2
    halve = bereken_kwantiel(df) * se
    return Welch(
        verschil=verschil,
        se=se,
        t=verschil / se,
        df=df,
        p=bereken_overschrijding(verschil / se, df),
        laag=verschil - halve,
        hoog=verschil + halve,
    )
