"""Het verslag als een platte rij delen: koppen, alinea's, lijsten, tabellen en beelden, in leesvolgorde.

Alles wat geen rijke pagina is (Markdown, het kale fragment, Word, papier) schrijft deze delen op en voegt niets toe.
Daardoor staan overal dezelfde woorden en getallen.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukje:
    """Een stuk lopende tekst met één opmaak. `doel` is waar een link heen gaat; leeg = geen link."""

    tekst: str
    vet: bool = False
    schuin: bool = False
    doorgehaald: bool = False
    code: bool = False
    doel: str = ""


Regel = tuple[Stukje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Een kop; `niveau` 1 is de titel van het verslag. `anker` zonder voorvoegsel; leeg = geen."""

    niveau: int
    regel: Regel
    anker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """Een alinea. `toon` is gewoon, lead (groot), stil (klein) of let_op."""

    regel: Regel
    toon: Literal["gewoon", "lead", "stil", "let_op"] = "gewoon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """Een lijst; elk punt bestaat uit delen. `begin` is het eerste nummer; None = met streepjes."""

    punten: tuple[tuple["Platdeel", ...], ...]
    begin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanhaling:
    """Een citaat: de delen, en van wie het is (leeg mag)."""

    delen: tuple["Platdeel", ...]
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platcel:
    """Een cel als regel tekst; `is_woorden` = woorden in plaats van een getal."""

    regel: Regel
    is_woorden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plattabel:
    """Een tabel; de eerste cel van een rij is de rijkop. `getallen` = kolommen na de eerste staan rechts."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Platcel, ...], ...]
    getallen: bool
    slot_is_tekst: bool = False
    anker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeld:
    """Een figuur: de naam van het bestand in `figuren/` zonder achtervoegsel, en de alternatieve tekst."""

    naam: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codeblok:
    """Tekst die een mens als code opschreef."""

    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Streep:
    """Een scheiding tussen twee delen."""


Platdeel = Kop | Tekst | Lijst | Aanhaling | Plattabel | Beeld | Codeblok | Streep
