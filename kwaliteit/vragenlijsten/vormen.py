"""De vormen van de YAML-bestanden, zoals mensen ze schrijven; de lezers maken er begrippen van."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.vragenlijst import Kengetalsoort, Ontbreekregel, Schaalsoort, Spiegelonderwerp, Vergelijkbaar

Normopgave = str | tuple[str, ...]
"""`norm: C4` of `norm: [C5, P1]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaalvorm:
    """Een schaal; welke sleutels erbij horen hangt van `soort` af."""

    soort: Schaalsoort
    labels: Mapping[int, str] = field(default_factory=dict)
    gunstig: tuple[int, ...] = ()
    laagste: float | None = None
    hoogste: float | None = None
    weet_niet: tuple[str, ...] = ()
    nvt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijkbaarvorm:
    """`vragenlijst` mag weg: dan gaat het over een andere versie van dezelfde lijst."""

    versie: str
    reden: str
    vragenlijst: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagvorm:
    """Een vraag; `schaal` is een naam uit `schalen`."""

    id: str
    tekst: str
    schaal: str
    norm: Normopgave = ()
    spiegel: str | None = None
    omgekeerd: bool = False
    alleen_organisatie: bool = False
    score: bool = False
    topbox: bool = False
    ook_wel: tuple[str, ...] = ()
    vergelijkbaar_met: tuple[Vergelijkbaarvorm, ...] = ()


class Schaaluitkomst(StrEnum):
    """Waarin een schaalscore staat: op de schaal van haar vragen, of omgerekend naar 0 tot 100."""

    GEMIDDELDE = "gemiddelde"
    SCORE = "score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrumentvorm:
    """Het instrument waarvan de rekenregel komt. Alleen de regel staat hier; de teksten zijn van de maker."""

    naam: str
    versie: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaalscorevorm:
    """Eén score uit meer vragen van dezelfde lijst; `gunstig_boven` staat op de schaal van die vragen."""

    id: str
    naam: str
    vragen: tuple[str, ...]
    regel: Ontbreekregel = Ontbreekregel.HELFT
    uitkomst: Schaaluitkomst = Schaaluitkomst.GEMIDDELDE
    gunstig_boven: float | None = None
    norm: Normopgave = ()
    spiegel: str | None = None
    alleen_organisatie: bool = False
    instrument: Instrumentvorm | None = None
    vergelijkbaar_met: tuple[Vergelijkbaarvorm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vragenlijstvorm:
    """Een bestand `<naam>.yaml` met één vragenlijst."""

    vragenlijst: str
    versie: str
    doelgroep: Doelgroep
    schalen: Mapping[str, Schaalvorm]
    vragen: tuple[Vraagvorm, ...]
    schaalscores: tuple[Schaalscorevorm, ...] = ()
    licentie: str = ""
    inleiding: str = ""
    vergelijkbaar_met: tuple[Vergelijkbaarvorm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetalvorm:
    """Een kengetal; `noemer` is leeg bij de soort aantal."""

    id: str
    naam: str
    teller: str
    norm: Normopgave
    over_mensen: bool
    noemer: str = ""
    soort: Kengetalsoort = Kengetalsoort.VERHOUDING
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetallenvorm:
    """Het bestand `kengetallen.yaml`."""

    kengetallen: tuple[Kengetalvorm, ...]
    versie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spiegelsvorm:
    """Het bestand `spiegel.yaml`."""

    spiegels: tuple[Spiegelonderwerp, ...]
    versie: str = ""


def maak_normen(opgave: Normopgave) -> tuple[str, ...]:
    """Geef één id of een lijst ids altijd als tuple."""
    return (opgave,) if isinstance(opgave, str) else opgave


def maak_vergelijkbaar(vormen: tuple[Vergelijkbaarvorm, ...], lijstnaam: str) -> tuple[Vergelijkbaar, ...]:
    """Vul de naam van de lijst in waar die wegbleef."""
    return tuple(
        Vergelijkbaar(vragenlijst=vorm.vragenlijst or lijstnaam, versie=vorm.versie, reden=vorm.reden)
        for vorm in vormen
    )
