"""Wat de voorvertoning aan keten en scherm doorgeeft: wat gebouwd is, en wat er in de balk staat."""

from dataclasses import dataclass

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.fout import Gebrek
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand

Bestandstand = tuple[tuple[str, int, int], ...]
"""Pad, tijd van wijzigen (ns) en grootte van elk bestand, op volgorde; anders = er is iets veranderd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapstand:
    """Hoe de bestanden ervoor staan: die van de cijfers, de woorden van mensen, en de sjablonen van het programma."""

    cijfers: Bestandstand
    woorden: Bestandstand
    sjablonen: Bestandstand


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Alle openbare bestanden van een concept, in het geheugen, met wat er opviel."""

    bestanden: tuple[Uitvoerbestand, ...]
    bevindingen: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balkpunt:
    """Eén punt in de balk van de voorvertoning. `ernst` zoals de lezer het leest; leeg bij een fout."""

    ernst: str
    waar: str
    wat: str
    verwacht: str
    doe_dit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekijkbericht:
    """Wat er net gebeurd is: gebouwd, of niet gebouwd met de reden. `tijd` is die van de klok aan de muur."""

    adres: str
    tijd: str
    seconden: float = 0.0
    punten: tuple[Balkpunt, ...] = ()
    gebreken: tuple[Gebrek, ...] = ()
    is_eigen_fout: bool = False
