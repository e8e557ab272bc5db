"""In hoeveel vakken de antwoorden op een vraag mogen staan, en waar: alle, drie, twee, of geen (rekenregels 7.3).

De gekozen trap geldt voor alle onderdelen met een verdeling; anders geeft het verschil van twee de fijnere. Kan een
trap niet overal, dan liever die trap voor alleen de hele organisatie dan een grovere overal: zo is er meer te zien.

Stap C hoeft hier niet nog eens. Een vak van een verborgen onderdeel ligt alleen vast als het vak in het restblok leeg
is (dat mag), of zo vol als het maar kan. In dat laatste geval is ook de hele gunstige of ongunstige kant zo vol als het
kan, en die heeft stap C al weggehaald. Het orakel in de toetsen gaat dit na.
"""

from collections.abc import Set
from dataclasses import dataclass

from kwaliteit.begrippen.vragenlijst import Schaal
from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, Vakken, direct_onder, rest
from kwaliteit.geheimhouding.waarden import Toets


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """De antwoorden, samengenomen in vakken; elk vak noemt plaatsen in `schaal.codes`."""

    vakken: tuple[tuple[int, ...], ...]

    @property
    def is_fijnst(self) -> bool:
        """Waar als elk antwoord zijn eigen vak heeft."""
        return all(len(vak) == 1 for vak in self.vakken)

    def neem_samen(self, per_code: Vakken) -> Vakken:
        """Tel de antwoorden per vak."""
        return tuple(sum(per_code[plaats] for plaats in vak) for vak in self.vakken)


def geef_trappen(schaal: Schaal) -> tuple[Trap, ...]:
    """Geef de trappen van fijn naar grof.

    Drie vakken alleen als het middelste antwoord niet gunstig is en alle gunstige aan één kant liggen. Een keuzevraag
    zonder gunstige kant kent alleen alle antwoorden: alles of niets.
    """
    plaatsen = range(len(schaal.codes))
    gunstig = tuple(plaats for plaats in plaatsen if schaal.codes[plaats] in schaal.gunstig)
    anders = tuple(plaats for plaats in plaatsen if plaats not in gunstig)
    trappen = [Trap(vakken=tuple((plaats,) for plaats in plaatsen))]
    if gunstig and anders:
        midden = len(schaal.codes) // 2
        ongunstig = tuple(plaats for plaats in anders if plaats != midden)
        is_oneven = len(schaal.codes) % 2 == 1
        gescheiden = ongunstig and (max(ongunstig) < midden < min(gunstig) or max(gunstig) < midden < min(ongunstig))
        if is_oneven and gescheiden:
            trappen.append(Trap(vakken=tuple(sorted((gunstig, (midden,), ongunstig)))))
        trappen.append(Trap(vakken=tuple(sorted((gunstig, anders)))))
    return tuple(trappen)


def noem_vak(schaal: Schaal, vak: tuple[int, ...]) -> tuple[str, str]:
    """Geef id en naam van een vak: ("4+5", "eens of helemaal eens")."""
    *eerste, laatste = (schaal.labels[plaats] for plaats in vak)
    naam = f"{', '.join(eerste)} of {laatste}" if eerste else laatste
    return "+".join(str(schaal.codes[plaats]) for plaats in vak), naam


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdeling:
    """De gekozen trap, en de onderdelen waar de verdeling staat."""

    trap: Trap
    onderdelen: frozenset[str]


def kies_verdeling(
    indeling: Indeling, schaal: Schaal, kandidaten: Set[str], per_code: Tellingen, is_goed: Toets
) -> Verdeling | None:
    """Geef de fijnste trap die overal kan, of anders in de hele organisatie; None als geen enkele kan."""
    alleen_geheel = frozenset(kandidaten & {indeling.wortel})
    for trap in geef_trappen(schaal):
        tellingen = {knoop: trap.neem_samen(vakken) for knoop, vakken in per_code.items()}
        for onderdelen in (frozenset(kandidaten), alleen_geheel):
            restblokken = [rest(tellingen, knoop, onder) for knoop, onder in direct_onder(indeling, onderdelen).items()]
            if onderdelen and all(map(is_goed, [*restblokken, *(tellingen[knoop] for knoop in onderdelen)])):
                return Verdeling(trap=trap, onderdelen=onderdelen)
    return None
