"""Openbare cijfers: wat iedereen mag zien. Alleen `geheimhouding` maakt deze typen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Gevraagd, Intervalmethode, Maat
from kwaliteit.begrippen.onderdeel import Boom, Niveau
from kwaliteit.begrippen.vragenlijst import Kengetal


class Status(StrEnum):
    """Waarom een cijfer er staat zoals het er staat; gesloten lijst uit het contract."""

    GETOOND = "getoond"
    WEINIG = "weinig antwoorden"
    BAND_LAAG = "band laag"
    BAND_HOOG = "band hoog"
    TE_WEINIG = "te weinig antwoorden"
    NIET_GETOOND = "niet getoond"
    NIET_GEVRAAGD = "niet gevraagd"
    GEEN_INFORMATIE = "geen informatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenbaarCijfer:
    """Eén rij van `indicatoren.csv`: jaar × indicator × maat × categorie × doelgroep × onderdeel.

    Wat niet getoond mag worden is None in elke kolom die het zou verraden; `toelichting` heeft dan de woorden voor de
    lezer ("minder dan 10%"). `doelgroep` is None bij een kengetal. `waarde` is een fractie, behalve bij gemiddelde,
    score, nps en per_1000.
    """

    jaar: int
    indicator: str
    pijler: str
    normen: tuple[str, ...]
    doelgroep: Doelgroep | None
    onderdeel: str
    onderdeelnaam: str
    niveau: Niveau
    maat: Maat
    categorie: str
    categorienaam: str
    eenheid: str
    waarde: float | None
    teller: int | None
    noemer: int | None
    ondergrens: float | None
    bovengrens: float | None
    methode: Intervalmethode | None
    uitgenodigd: int | None
    reeks: str
    breuk: Breuk
    status: Status
    toelichting: str

    @property
    def reeksbreuk(self) -> bool:
        """Waar als dit jaar niet met de vorige meting te vergelijken is."""
        return self.breuk is not Breuk.GEEN

    @property
    def is_getal(self) -> bool:
        """Waar als er een getal in staat (percentage, gemiddelde of aantal), onwaar voor woorden en banden."""
        return self.status in (Status.GETOOND, Status.WEINIG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pijlertelling:
    """Eén rij van `indicatoren_per_pijler.csv`: jaar × pijler × doelgroep. Nooit een gemiddelde score.

    De duidelijke stijgingen en dalingen staan in `Oordelen`.
    """

    jaar: int
    pijler: str
    doelgroep: Doelgroep
    gevraagd: int
    getoond: int
    minstens_75: int
    onder_50: int
    normen_met_bewijs: int
    normen_zonder_bewijs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verborgen:
    """Eén rij van het interne `onderdrukking.csv`: wat verborgen is en door welke regel (A, B, C, ladder…)."""

    jaar: int
    indicator: str
    doelgroep: Doelgroep | None
    onderdeel: str
    maat: str
    regel: str
    reden: str


Cijfersleutel = tuple[int, str, Maat, Doelgroep | None, str, str]
"""(jaar, indicator, maat, doelgroep, onderdeel, categorie)"""


@dataclass(frozen=True, eq=False, kw_only=True)
class OpenbareIndicatoren:
    """Alles wat openbaar mag worden, en niets anders. `gevraagd` en `kengetallen` zijn definities, geen antwoorden."""

    boom: Boom
    jaar: int
    drempel: int
    cijfers: tuple[OpenbaarCijfer, ...]
    per_pijler: tuple[Pijlertelling, ...]
    gevraagd: tuple[Gevraagd, ...]
    kengetallen: tuple[Kengetal, ...]
    niet_gevraagd: Mapping[int, tuple[Doelgroep, ...]]
    index: Mapping[Cijfersleutel, OpenbaarCijfer]

    def vind(
        self,
        *,
        jaar: int,
        indicator: str,
        maat: Maat,
        doelgroep: Doelgroep | None,
        onderdeel: str,
        categorie: str = "",
    ) -> OpenbaarCijfer | None:
        """Geef het cijfer, of None als er geen rij voor is."""
        return self.index.get((jaar, indicator, maat, doelgroep, onderdeel, categorie))


@dataclass(frozen=True, eq=False, kw_only=True)
class Beveiligd:
    """Wat `geheimhouding` oplevert: het openbare, en intern de lijst van wat verborgen is en waarom.

    `bevindingen` gaan over wat eerder gepubliceerd is (het register).
    """

    openbaar: OpenbareIndicatoren
    verborgen: tuple[Verborgen, ...]
    bevindingen: tuple[Bevinding, ...] = ()
