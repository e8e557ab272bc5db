"""Wat er uit een bestand komt vóór iemand weet wat het betekent: bladen met cellen, of de reden waarom niet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

Cel = str | int | float | bool | date | datetime | time | timedelta
"""De inhoud van een cel; een lege cel is een lege tekst."""


class Soort(StrEnum):
    """Wat voor bestand het is, op inhoud bepaald."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruwblad:
    """Een zichtbaar werkblad, vanaf cel A1. Rijen en kolommen tellen hier vanaf 0.

    `foutcellen` zijn (rij, kolom) van cellen met een rekenbladfout of een formule zonder uitkomst; in `rijen` zijn die
    leeg. Bij tekst kunnen rijen verschillend lang zijn.
    """

    naam: str
    rijen: Sequence[Sequence[Cel]]
    foutcellen: frozenset[tuple[int, int]] = frozenset()
    verborgen_rijen: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruwbestand:
    """Een geopend bestand. `verborgen_bladen` zijn namen van bladen die bewust niet gelezen zijn."""

    soort: Soort
    bladen: tuple[Ruwblad, ...]
    verborgen_bladen: tuple[str, ...] = ()
    gegokte_codering: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigering:
    """Waarom een bestand niet gelezen is, in de woorden van een bevinding.

    `onveilig`: het bestand gaat over een grens die een gewoon bestand nooit haalt; dan stopt het hele programma.
    """

    wat: str
    verwacht: str
    doe_dit: str
    onveilig: bool = False


class Onleesbaar(Exception):
    """Dit bestand wordt niet gelezen. Draagt nooit inhoud van een cel of tekst van een bibliotheek."""

    def __init__(self, weigering: Weigering) -> None:
        super().__init__(weigering.wat)
        self.weigering = weigering


REKENBLAD = "een rekenblad (xlsx, ods of xls) of een tekstbestand met kolommen (csv of tsv)"

LEEG = Weigering(
    wat="Het bestand is leeg.",
    verwacht=REKENBLAD,
    doe_dit="Exporteer de antwoorden opnieuw en vervang dit bestand.",
)
AFGEKAPT = Weigering(
    wat="Het bestand is afgekapt of beschadigd.",
    verwacht=REKENBLAD,
    doe_dit="Exporteer of kopieer het bestand opnieuw. Opent het nog in Excel? Sla het dan op als nieuwe xlsx.",
)
WACHTWOORD = Weigering(
    wat="Het bestand is met een wachtwoord beveiligd.",
    verwacht="een bestand zonder wachtwoord",
    doe_dit="Open het bestand, haal het wachtwoord eraf en sla het opnieuw op.",
)
TE_GROOT = Weigering(
    wat="Het bestand is te groot om veilig te lezen.",
    verwacht="hoogstens 250 MB, uitgepakt hoogstens 500 MB",
    doe_dit="Haal afbeeldingen en andere bladen weg, of exporteer alleen de antwoorden.",
    onveilig=True,
)


def is_geen_rekenblad(wat_dan: str) -> Weigering:
    """Maak de reden voor een bestand dat iets anders is, zoals "een pdf"."""
    return Weigering(
        wat=f"Dit is geen rekenblad maar {wat_dan}.",
        verwacht=REKENBLAD,
        doe_dit="Exporteer de antwoorden als xlsx of csv.",
    )


def maak_onveilig(wat: str) -> Weigering:
    """Maak de reden voor een bestand dat zo is gemaakt dat lezen gevaarlijk is."""
    return replace(
        AFGEKAPT,
        wat=wat,
        verwacht="een rekenblad zoals Excel of LibreOffice het maakt",
        doe_dit="Vertrouwt u het bestand? Open het dan in Excel en sla het op als nieuwe xlsx.",
        onveilig=True,
    )
