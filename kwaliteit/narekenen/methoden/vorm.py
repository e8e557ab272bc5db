"""Waar een methode uit bestaat: haar invoer, wat daarvoor moet kloppen, de som, de formule en de bron."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from kwaliteit.begrippen.narekening import Invoerwaarde, Methodebeschrijving, Uitkomstwaarde

MEESTE = 1_000_000
"""Hoogste aantal mensen; daarboven duurt sommige rekenwerk te lang of wordt het onnauwkeurig."""
MEESTE_EXACT = 100_000
"""Hoogste N bij een exacte methode: dan kost ook de zwaarste som in hele getallen hoogstens enkele seconden."""


class Invoersoort(StrEnum):
    """Wat er achter `naam=` mag staan."""

    AANTAL = "een heel getal van 0 of meer"
    GETAL = "een getal, met een punt en geen komma (3.5)"
    GETALLEN = "een lijst getallen met komma's ertussen (7,8,6.5); leeg is ontbrekend"
    KANSEN = "een lijst kansen van 0 tot en met 1, met komma's ertussen (0.01,0.2); leeg is ontbrekend"
    RIJEN = "rijen met ; ertussen en getallen met komma's ertussen (5,4,,4;3,2,1,5); leeg is ontbrekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoerveld:
    """Eén naam die de gebruiker kan invullen."""

    naam: str
    soort: Invoersoort
    verplicht: bool = True
    meeste: int = MEESTE


def aantal(naam: str, *, verplicht: bool = True, meeste: int = MEESTE) -> Invoerveld:
    """Een veld met een heel getal."""
    return Invoerveld(naam=naam, soort=Invoersoort.AANTAL, verplicht=verplicht, meeste=meeste)


def getal(naam: str, *, verplicht: bool = True) -> Invoerveld:
    """Een veld met een getal."""
    return Invoerveld(naam=naam, soort=Invoersoort.GETAL, verplicht=verplicht)


def getallen(naam: str) -> Invoerveld:
    """Een veld met een lijst getallen."""
    return Invoerveld(naam=naam, soort=Invoersoort.GETALLEN)


def kansen(naam: str) -> Invoerveld:
    """Een veld met een lijst kansen."""
    return Invoerveld(naam=naam, soort=Invoersoort.KANSEN)


def rijen(naam: str) -> Invoerveld:
    """Een veld met rijen getallen."""
    return Invoerveld(naam=naam, soort=Invoersoort.RIJEN)


class Invoer:
    """De gelezen waarden, met per soort een eigen ingang."""

    def __init__(self, waarden: Mapping[str, Invoerwaarde]) -> None:
        self.waarden = waarden

    def __contains__(self, naam: object) -> bool:
        return naam in self.waarden

    def aantal(self, naam: str) -> int:
        """Geef een heel getal."""
        return cast(int, self.waarden[naam])

    def aantal_of_niets(self, naam: str) -> int | None:
        """Geef een heel getal, of None als de gebruiker het wegliet."""
        return self.aantal(naam) if naam in self else None

    def getal(self, naam: str) -> float:
        """Geef een getal."""
        return cast(float, self.waarden[naam])

    def lijst(self, naam: str) -> tuple[float | None, ...]:
        """Geef een lijst met None waar iets ontbreekt."""
        return cast(tuple[float | None, ...], self.waarden[naam])

    def gegeven(self, naam: str) -> tuple[float, ...]:
        """Geef een lijst zonder wat ontbreekt."""
        return tuple(waarde for waarde in self.lijst(naam) if waarde is not None)

    def rijen(self, naam: str) -> tuple[tuple[float | None, ...], ...]:
        """Geef rijen met None waar iets ontbreekt."""
        return cast(tuple[tuple[float | None, ...], ...], self.waarden[naam])


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """Iets wat tussen de waarden moet kloppen; wordt bekeken als al deze namen een goede waarde hebben."""

    namen: tuple[str, ...]
    klopt: Callable[[Invoer], bool]
    wat: str
    verwacht: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Berekening:
    """De uitkomst, onafgerond, en de formule met de getallen erin."""

    uitkomst: Mapping[str, Uitkomstwaarde]
    ingevuld: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Methode:
    """Eén methode. Er kunnen meer vormen van invoer zijn; `formule` is de formule in letters.

    `bron` begint met het hoofdstuk van de rekenregels en noemt daarna de literatuur.
    """

    naam: str
    doel: str
    vormen: tuple[tuple[Invoerveld, ...], ...]
    eisen: tuple[Eis, ...]
    uitkomst: str
    formule: str
    bron: str
    voorbeeld: str
    bereken: Callable[[Invoer], Berekening]

    @property
    def beschrijving(self) -> Methodebeschrijving:
        """Alles wat een lezer over de methode moet weten."""
        return Methodebeschrijving(
            naam=self.naam,
            doel=self.doel,
            invoer=tuple(noem_vorm(vorm) for vorm in self.vormen),
            uitkomst=self.uitkomst,
            formule=self.formule,
            bron=self.bron,
            voorbeeld=f"kwaliteit reken {self.naam} {self.voorbeeld}",
        )


def noem_vorm(vorm: tuple[Invoerveld, ...]) -> str:
    """Geef de namen achter elkaar; wat weg mag, staat tussen haken."""
    return " ".join(veld.naam if veld.verplicht else f"[{veld.naam}]" for veld in vorm)


def hoogstens(deel: str, geheel: str) -> Eis:
    """Het ene aantal mag niet groter zijn dan het andere."""
    return Eis(
        namen=(deel, geheel),
        klopt=lambda invoer: invoer.aantal(deel) <= invoer.aantal(geheel),
        wat=f"{deel} is groter dan {geheel}",
        verwacht=f"{deel} van 0 tot en met {geheel}",
    )


def minstens(naam: str, grens: int) -> Eis:
    """Een aantal mag niet kleiner zijn dan de grens."""
    return Eis(
        namen=(naam,),
        klopt=lambda invoer: invoer.aantal(naam) >= grens,
        wat=f"{naam} is te klein",
        verwacht=f"{naam} van {grens} of meer",
    )


def genoeg(naam: str, grens: int) -> Eis:
    """Een lijst moet minstens zoveel waarden hebben; wat ontbreekt telt niet mee."""
    return Eis(
        namen=(naam,),
        klopt=lambda invoer: len(invoer.gegeven(naam)) >= grens,
        wat=f"{naam} heeft te weinig waarden",
        verwacht=f"minstens {grens} {'waarde' if grens == 1 else 'waarden'}; leeg telt niet mee",
    )
