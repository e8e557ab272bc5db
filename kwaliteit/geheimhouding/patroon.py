"""Stap A: welke onderdelen van een groep verschijnen, in één jaar, voor alle vragen en de respons tegelijk.

Eén patroon voor alle vragen, want vragen verschillen in aantal antwoorden: een onderdeel dat bij de ene vraag wel en
bij de andere niet getoond wordt, is via die twee samen uit te rekenen. Wat een lezer uit een eerdere publicatie kent,
verschilt wel per vraag: het aantal van toen telt alleen mee als het nu nog hetzelfde is.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from kwaliteit.geheimhouding.blokken import (
    Indeling,
    Tellingen,
    Vakken,
    neem_weg,
    neem_weg_tot_veilig,
    vind_onveilige_rest,
)

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
    indeling: Indeling,
    kandidaten: Set[str],
    aantallen: Tellingen,
    namen: tuple[str, ...],
    drempel: int,
    bekend: Sequence[frozenset[str]],
) -> Patroon:
    """Kies het patroon uit het aantal antwoorden per vraag.

    `namen` noemt de vragen en `bekend` wat een lezer ervan al weet, beide in de volgorde van de vakken.
    """
    vrij = kies_patroon(indeling, kandidaten, aantallen, drempel)
    onderdelen = pas_aan_bekend(vrij, indeling, kandidaten, aantallen, drempel, bekend)
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
    laagste = _geef_laagste(indeling, aantallen)
    genoeg = {knoop for knoop in kandidaten if laagste[knoop] >= drempel}
    return neem_weg_tot_veilig(indeling, genoeg, aantallen, partial(_is_veilig, drempel=drempel), laagste)


def pas_aan_bekend(
    vrij: frozenset[str],
    indeling: Indeling,
    kandidaten: Set[str],
    aantallen: Tellingen,
    drempel: int,
    bekend: Sequence[frozenset[str]],
) -> frozenset[str]:
    """Geef de kandidaten waar ook elk restblok met wat een lezer al kent niemand of genoeg antwoorden heeft.

    `vrij` is de keuze zonder die kennis. Staat al het bekende daarin, dan geldt zij: zo geeft dezelfde invoer altijd
    hetzelfde. Elke vraag telt met haar eigen bekende onderdelen; die kunnen voor haar niet weg.
    """
    if all(knopen <= vrij for knopen in bekend):
        return vrij
    plaatsen: dict[frozenset[str], list[int]] = {}
    for plaats, knopen in enumerate(bekend):
        plaatsen.setdefault(knopen, []).append(plaats)
    per_kennis: dict[frozenset[str], Tellingen] = {
        knopen: {knoop: tuple(vakken[plaats] for plaats in eigen) for knoop, vakken in aantallen.items()}
        # Waar een lezer het meeste weet is het minste te kiezen; dat eerst, dan gaat er niet te veel weg.
        for knopen, eigen in sorted(plaatsen.items(), key=lambda paar: (-len(paar[0]), paar[1]))
    }

    def vind_onveilig(over: frozenset[str]) -> list[str] | None:
        alle_keuzes = (
            vind_onveilige_rest(indeling, over | knopen, tellingen, partial(_is_veilig, drempel=drempel), knopen)
            for knopen, tellingen in per_kennis.items()
        )
        return next((keuzes for keuzes in alle_keuzes if keuzes is not None), None)

    laagste = _geef_laagste(indeling, aantallen)
    return neem_weg(frozenset(knoop for knoop in kandidaten if laagste[knoop] >= drempel), vind_onveilig, laagste)


def _geef_laagste(indeling: Indeling, aantallen: Tellingen) -> dict[str, int]:
    return {knoop: min(aantallen[knoop], default=0) for knoop in indeling.knopen}


def _is_veilig(blok: Vakken, drempel: int) -> bool:
    return all(n == 0 or n >= drempel for n in blok)
