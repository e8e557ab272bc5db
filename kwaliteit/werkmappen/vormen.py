"""De vormen van de YAML-bestanden in de werkmap: welke sleutels mogen er staan en wat is hun soort.

Wat al als begrip bestaat en in het bestand dezelfde sleutels heeft, wordt hier hergebruikt.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kwaliteit.begrippen.actie import Stand
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.taalregels import LANGSTE_ZIN
from kwaliteit.begrippen.verhaal import Citaattoon, Normstand
from kwaliteit.begrippen.werkmap import Meetperiode, Organisatie, Publicatie

Aantalvorm = int | dict[str, int]
"""Een totaal, of per locatie-id een aantal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locatievorm:
    """Een locatie in `kwaliteit.yaml`."""

    naam: str
    regio: str | None = None
    ook_wel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronvorm:
    """Een bron die niet op naam te vinden is, of die een andere koppeling of vragenlijst heeft."""

    bestand: str
    doelgroep: Doelgroep
    koppeling: str | None = None
    vragenlijst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarvorm:
    """Eén jaar in `kwaliteit.yaml`."""

    kader: str
    meetperiode: Meetperiode | None = None
    populatie: dict[Doelgroep, Aantalvorm] = field(default_factory=dict)
    uitgenodigd: dict[Doelgroep, Aantalvorm] = field(default_factory=dict)
    bronnen: tuple[Bronvorm, ...] = ()
    wie: dict[Doelgroep, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """Heel `kwaliteit.yaml`."""

    organisatie: Organisatie
    jaren: dict[int, Jaarvorm]
    publicatie: Publicatie = field(default_factory=Publicatie)
    locaties: dict[str, Locatievorm] = field(default_factory=dict)
    csv: Literal["nl"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelvorm:
    """Wanneer een actie gelukt is: precies één van indicator, kengetal of datum."""

    indicator: str | None = None
    kengetal: str | None = None
    datum: date | None = None
    doelgroep: Doelgroep | None = None
    minstens: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actievorm:
    """Een actie in `acties.yaml`."""

    id: str
    wat: str
    wie: str
    beloofd_in: int
    klaar_op: date
    waarom: tuple[str, ...] = ()
    gelukt_als: Doelvorm | None = None
    stand: dict[int, Stand] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingvorm:
    """Wie toestemming gaf voor een citaat, en wanneer."""

    door: str
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Citaatvorm:
    """Een citaat in `citaten/<jaar>.yaml`."""

    tekst: str
    doelgroep: Doelgroep
    pijler: str
    toon: Citaattoon
    toestemming: Toestemmingvorm
    bewerkt_door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelfoordeelvorm:
    """Een oordeel in `zelfbeoordeling/<jaar>.yaml`."""

    norm: str
    stand: Normstand
    bewijs: str
    door: str
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Pijlerkop:
    """De kop tussen --- van `verhaal/<jaar>/<pijler>.md`."""

    boodschap: str = ""
    kerncijfer: str | None = None
    trend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactiekop:
    """De kop tussen --- van `verhaal/<jaar>/reactie-<naam>.md`."""

    titel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taalvorm:
    """Heel `taal.yaml`."""

    jargon: dict[str, str] = field(default_factory=dict)
    toegestaan: tuple[str, ...] = ()
    afkortingen: dict[str, str] = field(default_factory=dict)
    langste_zin: int = LANGSTE_ZIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleurenvorm:
    """De kleuren in `huisstijl.yaml`; de donkere gelden op een scherm dat op donker staat."""

    merk: str | None = None
    accent: str | None = None
    merk_donker: str | None = None
    accent_donker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisstijlvorm:
    """Heel `huisstijl.yaml`."""

    naam: str | None = None
    logo: str | None = None
    kleuren: Kleurenvorm = field(default_factory=Kleurenvorm)
