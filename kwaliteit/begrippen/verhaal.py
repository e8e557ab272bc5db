"""Wat mensen schrijven: verhaalteksten, citaten en het eigen oordeel per norm."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kwaliteit.begrippen.doelgroep import Doelgroep


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferverwijzing:
    """Een plaats in een tekst waar een cijfer komt: `{{ cijfer("CL04", jaar=2023) }}`. `waar` is bestand en regel."""

    indicator: str
    jaar: int | None
    doelgroep: str | None
    locatie: str | None
    waar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhaaltekst:
    """Markdown van een mens, in stukken: letterlijke tekst en cijferverwijzingen om en om, in leesvolgorde."""

    delen: tuple[str | Cijferverwijzing, ...]
    waar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pijlerverhaal:
    """De tekst bij één pijler; wat ontbreekt is None. `trend` noemt de vragen die als trendfiguur verschijnen.

    `boodschap_waar` is bestand en regel van de boodschap. `zonder_kerncijfer` = geen cijfer bij de boodschap; anders is
    een leeg `kerncijfer` aan het programma.
    """

    boodschap: str
    kerncijfer: str | None
    trend: tuple[str, ...]
    terugblik: Verhaaltekst | None
    duiding: Verhaaltekst | None
    vooruitblik: Verhaaltekst | None
    besproken: Verhaaltekst | None
    boodschap_waar: str = ""
    zonder_kerncijfer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactie:
    """Reactie van een raad (cliëntenraad, naastenraad, OR): titel en tekst."""

    titel: str
    tekst: Verhaaltekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhaal:
    """Alle woorden van mensen bij één verslagjaar; wat niet geschreven is, ontbreekt.

    `gewone_taal` staat in de uitgave voor cliënten en naasten, in plaats van de samenvatting.
    """

    voorwoord: Verhaaltekst | None
    samenvatting: Verhaaltekst | None
    over_ons: Verhaaltekst | None
    pijlers: Mapping[str, Pijlerverhaal]
    reacties: tuple[Reactie, ...]
    gewone_taal: Verhaaltekst | None = None


class Citaattoon(StrEnum):
    """De strekking van een citaat; per pijler hoort er minstens één kritisch citaat bij."""

    POSITIEF = "positief"
    NEUTRAAL = "neutraal"
    KRITISCH = "kritisch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citaat:
    """Een vrijgegeven citaat: alleen de rol staat erbij, nooit locatie of een herkenbaar feit."""

    tekst: str
    doelgroep: Doelgroep
    pijler: str
    toon: Citaattoon
    toestemming_door: str
    toestemming_op: date
    bewerkt_door: str
    waar: str


class Normstand(StrEnum):
    """Het eigen oordeel over een norm."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelfoordeel:
    """Eigen oordeel over een norm, met bewijs, auteur en datum. `bewijs_waar` is bestand en regel van het bewijs."""

    norm: str
    stand: Normstand
    bewijs: str
    door: str
    op: date
    waar: str
    bewijs_waar: str = ""
