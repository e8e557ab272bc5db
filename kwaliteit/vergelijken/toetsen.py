"""Het verschil, de marge en de kans van één paar (rekenregels 6.1), en of het verschil groot genoeg is om te tellen.

Hier is geen correctie voor een groep van bekende grootte: het gaat om de zorg, niet om wie er dit jaar toevallig waren.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from kwaliteit.begrippen.vergelijking import Vergelijkmethode
from kwaliteit.formules.marges import bereken_wilson
from kwaliteit.formules.newcombe import bereken_newcombe, voeg_marges_samen
from kwaliteit.formules.verschiltoets import bereken_z, toets_aandelen
from kwaliteit.formules.welch import bereken_welch
from kwaliteit.vergelijken.kanten import Aandeel, Gemiddelde, Getallen, Gewogen

CIJFERS_ACHTER_KOMMA = 10
"""Ruim fijner dan elk gemiddelde van hele antwoorden; haalt de ruis van kommagetallen weg (8,0 − 7,7 is 0,3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """De uitkomst van één paar. `telt`: het verschil is minstens zo groot als de grens, precies gerekend."""

    verschil: float
    laag: float
    hoog: float
    p: float
    methode: Vergelijkmethode
    richting: int
    telt: bool
    punten: int | None


def toets(links: Getallen, rechts: Getallen, minstens: Fraction) -> Toets:
    """Vergelijk twee kanten; TypeError als zij niet van dezelfde soort zijn."""
    if isinstance(links, Aandeel) and isinstance(rechts, Aandeel):
        return _toets_aandelen(links, rechts, minstens)
    if isinstance(links, Gemiddelde) and isinstance(rechts, Gemiddelde):
        return _toets_gemiddelden(links, rechts, minstens)
    if not isinstance(links, Gemiddelde) and not isinstance(rechts, Gemiddelde):
        return _toets_gewogen(links, rechts, minstens)
    raise TypeError("een aandeel en een gemiddelde zijn niet te vergelijken")


def _toets_aandelen(links: Aandeel, rechts: Aandeel, minstens: Fraction) -> Toets:
    verschil, laag, hoog = bereken_newcombe(links.x, links.n, rechts.x, rechts.n)
    p, is_fisher = toets_aandelen(links.x, links.n, rechts.x, rechts.n)
    # In hele getallen: precies vijf punten telt mee, en een kommagetal kan daar net onder uitkomen.
    boven, onder = links.x * rechts.n - rechts.x * links.n, links.n * rechts.n
    richting = _teken(boven)
    return Toets(
        verschil=verschil,
        laag=laag,
        hoog=hoog,
        p=p,
        methode=Vergelijkmethode.FISHER if is_fisher else Vergelijkmethode.Z,
        richting=richting,
        telt=abs(boven) * minstens.denominator >= minstens.numerator * onder,
        punten=richting * ((200 * abs(boven) + onder) // (2 * onder)),
    )


def _toets_gewogen(links: Aandeel | Gewogen, rechts: Aandeel | Gewogen, minstens: Fraction) -> Toets:
    """Minstens één kant is gewogen: dezelfde formules met het effectieve aantal, en nooit Fisher (dat telt mensen)."""
    (een, n_een), (ander, n_ander) = _als_deel(links), _als_deel(rechts)
    verschil, laag, hoog = voeg_marges_samen(
        een, bereken_wilson(een * n_een, n_een), ander, bereken_wilson(ander * n_ander, n_ander)
    )
    zonder_ruis = round(verschil, CIJFERS_ACHTER_KOMMA)
    richting = _teken(zonder_ruis)
    return Toets(
        verschil=verschil,
        laag=laag,
        hoog=hoog,
        p=bereken_z(een * n_een, n_een, ander * n_ander, n_ander)[1],
        methode=Vergelijkmethode.Z,
        richting=richting,
        telt=abs(zonder_ruis) >= float(minstens),
        punten=richting * floor(100 * abs(zonder_ruis) + 0.5),
    )


def _als_deel(kant: Aandeel | Gewogen) -> tuple[float, float]:
    return (kant.x / kant.n, kant.n) if isinstance(kant, Aandeel) else (kant.waarde, kant.effectief)


def _toets_gemiddelden(links: Gemiddelde, rechts: Gemiddelde, minstens: Fraction) -> Toets:
    verschil, laag, hoog, p = bereken_welch(
        links.waarde, links.afwijking, links.n, rechts.waarde, rechts.afwijking, rechts.n
    )
    zonder_ruis = round(verschil, CIJFERS_ACHTER_KOMMA)
    return Toets(
        verschil=verschil,
        laag=laag,
        hoog=hoog,
        p=p,
        methode=Vergelijkmethode.WELCH,
        richting=_teken(zonder_ruis),
        telt=abs(zonder_ruis) >= float(minstens),
        punten=None,
    )


def _teken(getal: float) -> int:
    return (getal > 0) - (getal < 0)
