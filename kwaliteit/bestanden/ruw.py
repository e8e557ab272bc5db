"""Wat er uit een bestand komt vóór iemand weet wat het betekent: bladen met cellen, of de reden waarom niet."""

from array import array
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
    SAV = "sav"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ruwkolom:
    """Eén kolom van een blad, vanaf rij 1: elke verschillende cel één keer, en per rij welke daar staat.

    `waarden[0]` is altijd de lege cel; `plaats[rij]` (vanaf 0) is de plaats in `waarden`. `ontbrekend` zijn plaatsen
    van waarden die de enquêtetool zelf als ontbrekend aanmerkt (alleen SPSS).
    """

    waarden: tuple[Cel, ...]
    plaats: "array[int]"
    ontbrekend: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ruwblad:
    """Een zichtbaar werkblad, vanaf cel A1 tot de laatste gevulde rij en kolom. Rijen en kolommen tellen vanaf 0.

    `foutcellen` zijn (rij, kolom) van cellen met een rekenbladfout of een formule zonder uitkomst; in `kolommen` zijn
    die leeg. `samengevoegd` zijn (eerste rij, eerste kolom, laatste rij, laatste kolom). `velden` is er bij tekst: het
    aantal velden dat elke rij echt heeft. `meerkeuze` is er bij sav: per meerkeuzevraag de tekst en de kolommen van de
    opties.
    """

    naam: str
    aantal_rijen: int
    kolommen: tuple[Ruwkolom, ...]
    foutcellen: frozenset[tuple[int, int]] = frozenset()
    verborgen_rijen: frozenset[int] = frozenset()
    verborgen_kolommen: frozenset[int] = frozenset()
    samengevoegd: tuple[tuple[int, int, int, int], ...] = ()
    velden: "array[int] | None" = None
    meerkeuze: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def rij(self, nummer: int) -> tuple[Cel, ...]:
        """Geef de cellen van één rij."""
        return tuple(kolom.waarden[kolom.plaats[nummer]] for kolom in self.kolommen)

    def eerste_rijen(self, hoogstens: int) -> tuple[tuple[Cel, ...], ...]:
        """Geef de bovenste rijen, waar de kop moet staan."""
        return tuple(self.rij(nummer) for nummer in range(min(hoogstens, self.aantal_rijen)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ruwbestand:
    """Een geopend bestand.

    `verborgen_bladen` zijn namen van bladen die bewust niet gelezen zijn. `codering` en `scheidingsteken` zijn er bij
    tekst (`codering` ook bij sav); `is_gegokt` zegt dat de codering niet zeker is.
    """

    soort: Soort
    bladen: tuple[Ruwblad, ...]
    verborgen_bladen: tuple[str, ...] = ()
    codering: str = ""
    is_gegokt: bool = False
    scheidingsteken: str = ""
    sha256: str = ""


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
        self.sha256 = ""


REKENBLAD = "een rekenblad (xlsx, ods of xls) of een tekstbestand met kolommen (csv of tsv)"

LEEG = Weigering(
    wat="Het bestand is leeg.",
    verwacht=REKENBLAD,
    doe_dit="Exporteer de antwoorden opnieuw en vervang dit bestand.",
)
ALLES_VERBORGEN = Weigering(
    wat="Op de zichtbare bladen staat niets; andere bladen zijn verborgen.",
    verwacht="de antwoorden op een zichtbaar blad",
    doe_dit="Maak het blad met de antwoorden zichtbaar en sla het bestand op.",
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


MEESTE_CELLEN = 10_000_000
MEESTE_RIJEN = 1_048_576
MEESTE_KOLOMMEN = 16_384
TE_VEEL_CELLEN = Weigering(
    wat="Een blad heeft meer dan 10 miljoen cellen.",
    verwacht="hoogstens 10 miljoen cellen (100.000 antwoorden op 60 vragen past)",
    doe_dit="Haal lege maar opgemaakte rijen en kolommen weg en sla het bestand opnieuw op.",
    onveilig=True,
)
TE_VEEL_RIJEN = Weigering(
    wat="Het bestand heeft meer rijen dan een rekenblad aankan.",
    verwacht=f"hoogstens {MEESTE_RIJEN} rijen",
    doe_dit="Controleer of dit het goede bestand is.",
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
