"""Stap A: welke onderdelen van een groep verschijnen, in één jaar, voor alle vragen en de respons tegelijk.

Eén patroon voor alle vragen, want vragen verschillen in aantal antwoorden: een onderdeel dat bij de ene vraag wel en
bij de andere niet getoond wordt, is via die twee samen uit te rekenen.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, Vakken, neem_weg_tot_veilig

DREMPEL = "A: drempel"
BUURMAN = "A: buurman"
REGISTER = "register"
"""De regel bij wat verborgen is om een cijfer dat eerder gepubliceerd is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patroon:
    """De onderdelen die verschijnen, en van elk ander onderdeel (regel, reden) voor het interne log."""

    onderdelen: frozenset[str]
    redenen: Mapping[str, tuple[str, str]]


def maak_patroon(
    indeling: Indeling, kandidaten: Set[str], aantallen: Tellingen, namen: tuple[str, ...], drempel: int
) -> Patroon:
    """Kies het patroon uit het aantal antwoorden per vraag; `namen` noemt de vragen, in de volgorde van de vakken."""
    onderdelen = kies_patroon(indeling, kandidaten, aantallen, drempel)
    zonder_register = replace(indeling, bekend=frozenset())
    vrij = kies_patroon(zonder_register, kandidaten, aantallen, drempel) if indeling.bekend else onderdelen
    redenen: dict[str, tuple[str, str]] = {}
    for knoop in indeling.onderdelen:
        if knoop not in onderdelen:
            laagste, naam = min(zip(aantallen[knoop], namen, strict=True), default=(0, ""))
            redenen[knoop] = (
                (DREMPEL, f"{naam}: {laagste}; de drempel is {drempel}")
                if laagste < drempel
                else (REGISTER, "verborgen omdat een lezer anders met een eerder gepubliceerd cijfer gaat aftrekken")
                if knoop in vrij
                else (BUURMAN, "verborgen omdat een lezer anders een te kleine groep uitrekent door aftrekken")
            )
    return Patroon(onderdelen=onderdelen, redenen=redenen)


def kies_patroon(indeling: Indeling, kandidaten: Set[str], aantallen: Tellingen, drempel: int) -> frozenset[str]:
    """Geef de kandidaten waar elke vraag genoeg antwoorden heeft, en elk restblok bij elke vraag niemand of genoeg."""
    laagste = {knoop: min(aantallen[knoop], default=0) for knoop in indeling.knopen}
    genoeg = {knoop for knoop in kandidaten if laagste[knoop] >= drempel}

    def is_veilig(blok: Vakken) -> bool:
        return all(n == 0 or n >= drempel for n in blok)

    return neem_weg_tot_veilig(indeling, genoeg, aantallen, is_veilig, laagste)
