"""Het kwaliteitskader als gegevens: pijlers, normen, eisen aan het verslag en lezers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kwaliteit.begrippen.doelgroep import Doelgroep


class Toon(StrEnum):
    """Hoe stellig de bron een norm noemt. Een `kan`-norm wordt nooit als plicht geprint."""

    STELT = "stelt"
    PROBEERT = "probeert"
    KAN = "kan"
    SOMS = "soms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pijler:
    """Een van de vijf pijlers; `kern` is de openingszin in het verslag, `eerste_doelgroep` levert de eerste figuur."""

    id: str
    naam: str
    kern: str
    eerste_doelgroep: Doelgroep


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """Eén norm, geparafraseerd, met de vindplaats in de publieksversie."""

    id: str
    pijler: str
    thema: str
    tekst: str
    plaats: str
    toon: Toon


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """Een eis aan het verslag zelf (V1 tot en met V9). `is_plicht` is onwaar voor een uitgangspunt (V9)."""

    id: str
    tekst: str
    plaats: str
    is_plicht: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """Voor wie het verslag is, wat die zoekt en wat die krijgt."""

    id: str
    naam: str
    zoekt: str
    krijgt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader:
    """Een gedateerde versie van het kader. `volledig` is onwaar zolang alleen de publieksversie de bron is."""

    id: str
    versie: str
    naam: str
    bron: str
    datum: date
    volledig: bool
    pijlers: tuple[Pijler, ...]
    normen: tuple[Norm, ...]
    eisen: tuple[Eis, ...]
    lezers: tuple[Lezer, ...]
    leefgebieden: tuple[str, ...]
    partners: tuple[str, ...]

    def norm(self, norm_id: str) -> Norm:
        """Geef de norm met dit id; een onbekend id is een KeyError (de lezers hebben het al gecontroleerd)."""
        for norm in self.normen:
            if norm.id == norm_id:
                return norm
        raise KeyError(norm_id)

    def pijler_van(self, norm_ids: tuple[str, ...]) -> str:
        """De pijler van de eerste norm: daar hoort een vraag of kengetal bij."""
        return self.norm(norm_ids[0]).pijler
