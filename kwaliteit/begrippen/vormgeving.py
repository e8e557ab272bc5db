"""Hoe het verslag eruitziet en in welke vormen het verschijnt: huisstijl, eigen blokken en wat iemand koos."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Formaat(StrEnum):
    """Een vorm die alleen op verzoek wordt gemaakt, met een eigen pakket erbij."""

    PDF = "pdf"
    DOCX = "docx"


class Voorblad(StrEnum):
    """Wat er boven de Markdown staat: gegevens in YAML voor een websitebouwer, of niets."""

    YAML = "yaml"
    GEEN = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """Het logo van de organisatie: de inhoud van het bestand, en hoe breed en hoog het is (in pixels).

    Zet een SVG altijd als beeld in een pagina (`<img>`), nooit als elementen: er mag stijl in staan, en die blijft zo
    binnen het logo.
    """

    inhoud: bytes
    soort: Literal["svg", "png"]
    breedte: int
    hoogte: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisstijl:
    """De eigen stijl uit `huisstijl.yaml`. `licht` en `donker` zijn token (zonder `--`) -> kleur, gekeurd op contrast.

    Een lege naam of een ontbrekende kleur betekent: die van het programma. Alleen wat anders is staat erin.
    """

    naam: str = ""
    logo: Logo | None = None
    licht: Mapping[str, str] = field(default_factory=dict)
    donker: Mapping[str, str] = field(default_factory=dict)


class Bloknaam(StrEnum):
    """De stukken van de pagina die een eigen sjabloon kan vervangen of toevoegen; een gesloten lijst."""

    KOP = "kop"
    NA_INHOUD = "na_inhoud"
    KERNBOODSCHAPPEN = "kernboodschappen"
    CITATEN = "citaten"
    TERUGBLIK = "terugblik"
    VOORUITBLIK = "vooruitblik"
    VOET = "voet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenblok:
    """Een eigen sjabloon uit `sjablonen/`: welk blok het vervangt, de tekst, en het pad in de werkmap."""

    naam: Bloknaam
    bron: str
    waar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vormkeuze:
    """Wat iemand bij de opdracht koos.

    `kopniveau` is het niveau van de hoogste kop in fragmenten en Markdown (None = Markdown 1, fragmenten 2).
    `basis_url` komt voor elk pad naar een ander bestand van het verslag, zodat een geplakt fragment geen dode links
    heeft; leeg = een pad binnen de map.
    """

    formaten: tuple[Formaat, ...] = ()
    front_matter: bool = False
    kopniveau: int | None = None
    basis_url: str = ""


GEEN_KEUZE = Vormkeuze()
"""Niemand koos iets: alleen de vormen die er altijd zijn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vormgeving:
    """Alles wat de weergave naast het verslag nodig heeft."""

    huisstijl: Huisstijl = field(default_factory=Huisstijl)
    eigen_blokken: tuple[Eigenblok, ...] = ()
    keuze: Vormkeuze = field(default_factory=Vormkeuze)


STANDAARD = Vormgeving()
"""Zonder eigen stijl, eigen blokken of keuzes."""
