"""Wat een enquêtetool eigen maakt aan zijn export. Lezen, koppen zoeken en coderen is voor alle tools hetzelfde."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cached_property

from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen.taal.schrijfwijze import vereenvoudig

LANGSTE_TEKST = 2000
"""Tekens; wat daarna in een cel staat, doet voor het herkennen van een kop niet mee."""


class Rijstatus(IntEnum):
    """Hoe ver iemand kwam, volgens de enquêtetool. ONBEKEND: de tool heeft er geen veld voor; telt als volledig."""

    ONBEKEND = 0
    VOLLEDIG = 1
    ONVOLLEDIG = 2
    PROEF = 3
    UITGENODIGD = 4
    GEARCHIVEERD = 5


class Kolomvorm(StrEnum):
    """Wat voor kolom het is: één antwoord, één optie van een meerkeuzevraag, eigen woorden, of een volgorde."""

    ENKEL = "enkel"
    OPTIE = "optie"
    ANDERS = "anders"
    RANG = "rang"


class Metarol(StrEnum):
    """Wat een vaste kolom van de enquêtetool zelf is."""

    RESPONDENT = "respondent"
    PERSOONSGEGEVEN = "persoonsgegeven"
    OVER_HET_INVULLEN = "over het invullen"


class Bovenrij:
    """Eén rij bovenaan een blad, als tekst (`schrijfwijze.maak_tekst`)."""

    def __init__(self, teksten: Sequence[str]) -> None:
        self.teksten = tuple(tekst[:LANGSTE_TEKST] for tekst in teksten)

    @cached_property
    def sleutels(self) -> tuple[str, ...]:
        """De teksten, vereenvoudigd."""
        return tuple(map(vereenvoudig, self.teksten))

    @cached_property
    def gevuld(self) -> frozenset[str]:
        """Alle sleutels die niet leeg zijn."""
        return frozenset(self.sleutels) - {""}

    def geef(self, plaats: int) -> str:
        """Geef de tekst van een cel; leeg voorbij het einde."""
        return self.teksten[plaats] if plaats < len(self.teksten) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolomkop:
    """De kop van één kolom.

    `kop` is wat een mens leest. `namen` zijn alle teksten waaronder de kolom bekend kan zijn, de sterkste eerst.
    `deel` is de tekst van de optie of subvraag, en `ouders` de namen van de vraag waar dat deel bij hoort. `meta` is er
    bij een vaste kolom van de tool.
    """

    kop: str
    namen: tuple[str, ...]
    vorm: Kolomvorm = Kolomvorm.ENKEL
    deel: str = ""
    ouders: tuple[str, ...] = ()
    meta: Metarol | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopvorm:
    """Een herkende kop: hoeveel rijen zij hoog is, wat elke kolom heet, en waaraan zij herkend is (een zin)."""

    waarom: str
    koprijen: int
    koppen: tuple[Kolomkop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statusregel:
    """Wat een kolom van de tool zegt over hoe ver iemand kwam.

    `kop` past op een vereenvoudigde naam van de kolom. `waarden` zijn antwoorden (`schrijfwijze.maak_label`) met hun
    status; een lege cel is "". Al het andere is `anders`. `bekend` zijn antwoorden die de tool ook gebruikt en waar
    niets uit volgt; staat er dan toch iets anders, dan wordt dat gemeld. None: elk ander antwoord is goed.
    """

    kop: re.Pattern[str]
    waarden: Mapping[str, Rijstatus]
    anders: Rijstatus = Rijstatus.ONBEKEND
    bekend: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """Een enquêtetool.

    `herken` krijgt de rijen vanaf een mogelijke kop, met die kop als eerste en wat antwoorden erachter. `is_los`: de
    kop is zo gewoon dat alleen de eerste gevulde rij telt. `keur` werpt `Onleesbaar` op als de rijen van dit blad geen
    antwoorden van mensen zijn. `redenen` zijn antwoorden waarmee de tool zegt waarom er geen antwoord is, geschreven
    zoals `schrijfwijze.maak_label` ze maakt; een label van de schaal zelf gaat altijd voor. `schoon` maakt van de tekst
    van een cel wat iemand invulde.
    """

    naam: str
    tool: str
    herken: Callable[[Sequence[Bovenrij]], Kopvorm | None]
    is_los: bool = False
    redenen: Mapping[str, Reden] = field(default_factory=dict)
    statusregels: tuple[Statusregel, ...] = ()
    schoon: Callable[[str], str] | None = None
    keur: "Callable[[Ruwblad, Indeling], None] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeling:
    """Waar op een blad de kop staat en wat elke kolom heet. Rijen tellen vanaf 0.

    `koppen` heeft er één per kolom van het blad. Zonder kop zijn `koprijen` 0 en alle koppen leeg.
    """

    dialect: Dialect
    waarom: str
    eerste_koprij: int
    koprijen: int
    koppen: tuple[Kolomkop, ...]

    @property
    def eerste_rij(self) -> int:
        """De eerste rij met antwoorden."""
        return self.eerste_koprij + self.koprijen
