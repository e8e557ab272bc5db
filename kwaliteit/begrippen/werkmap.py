"""De werkmap van één organisatie, zoals die in `kwaliteit.yaml` en de mappen ernaast staat."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from kwaliteit.begrippen.actie import Actie
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.taalregels import Taalregels
from kwaliteit.begrippen.verhaal import Citaat, Verhaal, Zelfoordeel
from kwaliteit.begrippen.vormgeving import Eigenblok, Huisstijl

KADER_GEEN = "geen"
"""Waarde van `kader:` in een jaar van vóór het kader."""


def locatiesleutel(naam: str) -> str:
    """Maak de naam van een locatie vergelijkbaar; hoofdletters, spaties en losse of vaste accenten maken niet uit.

    Elke sleutel van `Werkmap.locatienamen` is zo gemaakt, en wie erin zoekt doet dat hiermee.
    """
    return " ".join(unicodedata.normalize("NFKC", naam).casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatie:
    """De organisatie; nummers zijn tekst, zodat voorloopnullen blijven. Leeg betekent: niet opgegeven.

    `ook_wel` zijn namen van vroeger, zoals ze in het register staan.
    """

    naam: str
    website: str = ""
    contact: str = ""
    kvk: str = ""
    agb: str = ""
    verzonnen: bool = False
    ook_wel: tuple[str, ...] = ()


ALLES = "alles"
"""Waarde van `indicator:` in een correctie die voor alles van een groep geldt."""


RESPONS = "respons"
"""De indicator van wie meedeed, in een correctie en in de tabellen."""


class Correctiekeuze(StrEnum):
    """Wat er gebeurt met een cijfer dat anders uitkomt dan eerder gepubliceerd is (rekenregels 7.6)."""

    BEHOUD = "behoud"
    VERBERG = "verberg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctie:
    """Een besluit over een cijfer dat nu anders uitkomt: het oude cijfer houden, of het voortaan verbergen.

    Geldt voor alle onderdelen en maten van de indicator in dat jaar. `indicator` is een vraag, een kengetal, "respons",
    of "alles" voor alles van die groep. `doelgroep` is None bij een kengetal.
    """

    jaar: int
    indicator: str
    keuze: Correctiekeuze
    reden: str
    doelgroep: Doelgroep | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicatie:
    """Hoe gepubliceerd wordt. `drempel` vervangt k uit de rekenregels (None = niet); nooit lager dan 5."""

    drempel: int | None = None
    vastgesteld_op: date | None = None
    basis_url: str = ""
    url: str = ""
    correcties: tuple[Correctie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetperiode:
    """Wanneer de vragenlijsten openstonden; beide dagen horen erbij."""

    van: date
    tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantallen:
    """Een aantal mensen van één doelgroep: alleen een totaal, of per locatie (dan is `totaal` de som)."""

    totaal: int
    per_locatie: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronopgave:
    """Een bestand dat als bron dient: gevonden op naam of opgegeven in `kwaliteit.yaml`."""

    pad: Path
    jaar: int
    doelgroep: Doelgroep
    vragenlijst: str
    koppeling: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaargang:
    """Wat over één jaar bekend is. `kader` is None in een jaar van vóór het kader.

    Een jaar ná het verslagjaar heeft geen `bronnen` en `kengetallen`: een verslag kijkt niet vooruit in de cijfers.
    `wie` beschrijft per groep wie erbij hoort; een andere tekst dan de vorige keer breekt de reeks.
    `onbekende_bestanden` noemt wat in `bronnen/<jaar>/` op een bron lijkt, maar nergens bij hoort (pad in de werkmap).
    """

    jaar: int
    kader: str | None
    meetperiode: Meetperiode | None
    populatie: Mapping[Doelgroep, Aantallen]
    uitgenodigd: Mapping[Doelgroep, Aantallen]
    bronnen: tuple[Bronopgave, ...]
    kengetallen: Path | None
    onbekende_bestanden: tuple[str, ...] = ()
    wie: Mapping[Doelgroep, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Werkmap:
    """De gelezen werkmap. `locatienamen` vertaalt elke bekende schrijfwijze (`locatiesleutel`) naar een locatie-id.

    `verhaal`, `citaten` en `zelfoordelen` horen bij het gevraagde jaar; `acties` en `jaren` lopen over alle jaren.
    `controlegetallen` is bestand (pad binnen de werkmap) -> sha256 van alles wat hier gelezen is.
    """

    pad: Path
    jaar: int
    organisatie: Organisatie
    publicatie: Publicatie
    boom: Boom
    locatienamen: Mapping[str, str]
    jaren: Mapping[int, Jaargang]
    nederlandse_csv: bool
    acties: tuple[Actie, ...]
    verhaal: Verhaal
    citaten: tuple[Citaat, ...]
    zelfoordelen: tuple[Zelfoordeel, ...]
    controlegetallen: Mapping[str, str]
    huisstijl: Huisstijl = field(default_factory=Huisstijl)
    eigen_blokken: tuple[Eigenblok, ...] = ()
    taalregels: Taalregels = field(default_factory=Taalregels)

    @property
    def jaargang(self) -> Jaargang:
        """De jaargang van het verslagjaar."""
        return self.jaren[self.jaar]
