"""Wat er van één vraag verschijnt, en waar: de uitkomst van alle stappen, klaar om rijen van te maken."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kwaliteit.geheimhouding.keuze import Keuze
from kwaliteit.geheimhouding.verdeling import Verdeling

Waarom = tuple[str, str]
"""Regel en reden, voor het interne log."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Besluit:
    """Wat van een vraag verschijnt. `met_procent`: waar een getal staat met genoeg antwoorden voor meer.

    `gunstig` is None bij een schaal zonder gunstige kant, `verdeling` als die nergens mag staan, en `midden` is er
    alleen bij een schaal zonder codes. `zonder_marge` toont een gemiddelde zonder marge. `weg` zegt waarom een heel
    onderdeel niet verschijnt, `midden_weg` waarom alleen het gemiddelde niet. `antwoorden` is er alleen bij meerkeuze:
    een keuze per antwoord.
    """

    gunstig: Keuze | None = None
    met_procent: frozenset[str] = frozenset()
    verdeling: Verdeling | None = None
    midden: Keuze | None = None
    zonder_marge: frozenset[str] = frozenset()
    weg: Mapping[str, Waarom] = field(default_factory=dict)
    midden_weg: Mapping[str, Waarom] = field(default_factory=dict)
    antwoorden: tuple[Keuze, ...] = ()
