"""Wat de openbaarheidstoets vindt in de gemaakte bestanden. Een lek noemt wat volgt: dit is alleen voor intern."""

from dataclasses import dataclass
from enum import StrEnum

from kwaliteit.begrippen.fout import Afsluitcode


class Leksoort(StrEnum):
    """Langs welke weg iets over een te kleine groep uit de openbare bestanden volgt."""

    RANG = "door optellen en aftrekken"
    GRENZEN = "door grenzen samen te nemen"
    VERSIES = "door twee versies te vergelijken"
    RIJ = "staat er letterlijk"
    TEKST = "staat in de pagina"
    BESTAND = "bestand hoort er niet"
    ANDERS = "klopt niet met de interne cijfers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lek:
    """Iets wat een lezer niet mag weten. `wat` is wat volgt, `waaruit` noemt de openbare plek."""

    soort: Leksoort
    jaar: int | None
    doelgroep: str
    indicator: str
    onderdelen: tuple[str, ...]
    wat: str
    waaruit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsuitslag:
    """Uitkomst van `controleer JAAR --openbaar`.

    `getoetst` is het aantal verborgen aantallen waarvan is nagegaan of zij vastliggen; `onbeslist` noemt die waarvan
    dat niet te beslissen was. `met_intern` is waar als de interne cijfers meetelden: dan kent de lezer elk aantal.
    """

    jaar: int
    lekken: tuple[Lek, ...]
    onbeslist: tuple[str, ...]
    getoetst: int
    cijfers: int
    met_intern: bool
    streng: bool = False

    @property
    def afsluitcode(self) -> Afsluitcode:
        """1 als er een lek is, of als iets onbeslist is en de gebruiker streng vroeg; anders 0."""
        is_mis = self.lekken or (self.streng and self.onbeslist)
        return Afsluitcode.ERNSTIGE_BEVINDINGEN if is_mis else Afsluitcode.GOED
