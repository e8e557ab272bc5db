"""Cijfers naast elkaar: wat er over een verschil gezegd mag worden (rekenregels 6).

`Vergelijking` is intern en heeft alle getallen. `Oordeel` is openbaar en heeft alleen de vaste woorden.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Maat


class Vergelijkingsoort(StrEnum):
    """Wat er naast elkaar staat."""

    JAAR = "jaar"
    GROEP = "groep"
    LOCATIE = "locatie"


class Label(StrEnum):
    """De vijf uitkomsten van een vergelijking; de eerste die past geldt."""

    REEKSBREUK = "reeksbreuk"
    TE_WEINIG = "te weinig"
    DUIDELIJK = "duidelijk"
    MOGELIJK = "mogelijk"
    GELIJK = "gelijk"


class Vergelijkmethode(StrEnum):
    """Hoe de kans (p) is berekend; bij aandelen is het interval van het verschil altijd dat van Newcombe."""

    Z = "newcombe, z"
    FISHER = "newcombe, fisher"
    WELCH = "welch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kant:
    """Eén kant van een vergelijking. `is_rest`: de organisatie zonder het onderdeel aan de andere kant."""

    jaar: int
    doelgroep: Doelgroep
    onderdeel: str
    is_rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """Wat een lezer over een verschil leest. `een` is nu, de eerste groep of de locatie; `ander` waarmee vergeleken is.

    `richting` is 1 als `een` hoger is, -1 als `een` lager is en 0 als er niets over te zeggen is. `punten` is het
    verschil in hele procentpunten uit de niet afgeronde openbare aandelen; None bij andere maten en als er niet
    vergeleken is. `breuk` zegt bij een reeksbreuk waarom.
    """

    soort: Vergelijkingsoort
    indicator: str
    maat: Maat
    een: Kant
    ander: Kant
    label: Label
    richting: int
    punten: int | None
    breuk: Breuk = Breuk.GEEN

    @property
    def tekst(self) -> str:
        """De vaste woorden van rekenregels 6.3; andere woorden over een verschil bestaan niet."""
        if self.label is Label.REEKSBREUK:
            return f"niet te vergelijken: {self.breuk}"
        if self.label is Label.TE_WEINIG:
            return "te weinig antwoorden om te vergelijken"
        if self.label is Label.GELIJK:
            return "ongeveer gelijk"
        woord = "meer" if self.richting > 0 else "minder"
        return f"duidelijk {woord}" if self.label is Label.DUIDELIJK else f"mogelijk {woord}, kan toeval zijn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """Eén rij van het interne `vergelijkingen.csv`: het oordeel met zijn getallen.

    `verschil`, `laag` en `hoog` zijn in de eenheid van de maat (aandeel: fractie). `q` is p na Benjamini–Hochberg over
    alle vergelijkingen van het verslag. De getallen zijn None als er niet gerekend is.
    """

    oordeel: Oordeel
    verschil: float | None = None
    laag: float | None = None
    hoog: float | None = None
    p: float | None = None
    q: float | None = None
    methode: Vergelijkmethode | None = None
    n_een: int | None = None
    n_ander: int | None = None


Oordeelsleutel = tuple[Vergelijkingsoort, str, Maat, Kant, Kant]
"""(soort, indicator, maat, een, ander)"""


@dataclass(frozen=True, eq=False, kw_only=True)
class Oordelen:
    """Alle openbare oordelen van het verslagjaar, en per (jaar, pijler, groep) de duidelijke stijgingen en dalingen."""

    oordelen: tuple[Oordeel, ...]
    index: Mapping[Oordeelsleutel, Oordeel]
    stijgingen: Mapping[tuple[int, str, Doelgroep], int]
    dalingen: Mapping[tuple[int, str, Doelgroep], int]


@dataclass(frozen=True, eq=False, kw_only=True)
class Vergeleken:
    """Wat `vergelijken` oplevert: de openbare oordelen, en intern alle getallen, in vaste volgorde."""

    openbaar: Oordelen
    intern: tuple[Vergelijking, ...]
