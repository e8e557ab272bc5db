"""Interne cijfers: tellingen en wat eruit volgt, vóór de bescherming van kleine groepen.

`Indicatoren` komt nooit op de pagina. Alleen `geheimhouding` maakt er `OpenbareIndicatoren` van.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.vragenlijst import Kengetal, Schaalsoort, Vraag


class Maat(StrEnum):
    """Wat een cijfer meet; gesloten lijst uit het contract."""

    GUNSTIG = "gunstig"
    VERDELING = "verdeling"
    GEMIDDELDE = "gemiddelde"
    SCORE = "score"
    NPS = "nps"
    VERHOUDING = "verhouding"
    RESPONS = "respons"
    TOPBOX = "topbox"

    @property
    def eenheid(self) -> str:
        """Waarin het cijfer staat; een verhouding heeft die van haar kengetal en staat hier als fractie."""
        if self is Maat.GEMIDDELDE:
            return "cijfer"
        return "punten" if self in (Maat.SCORE, Maat.NPS) else "fractie"


def kies_hoofdmaat(vraag: Vraag) -> Maat:
    """De maat waarmee een vraag in zinnen, tabellen, trends en vergelijkingen staat."""
    soort = vraag.schaal.soort
    if vraag.samenstelling is not None and vraag.samenstelling.op_100:
        return Maat.SCORE
    if soort in (Schaalsoort.RAPPORTCIJFER, Schaalsoort.GETAL, Schaalsoort.SCHAALSCORE):
        return Maat.GEMIDDELDE
    return Maat.NPS if soort is Schaalsoort.NPS else Maat.GUNSTIG


class Breuk(StrEnum):
    """Waarom een jaar niet met de vorige meting te vergelijken is; de woorden van rekenregels 6.3."""

    GEEN = ""
    VRAAG = "de vraag is veranderd"
    GROEP = "de groep is veranderd"


class Intervalmethode(StrEnum):
    """Hoe de marge is berekend (rekenregels, hoofdstuk 4)."""

    BLAKER = "blaker"
    WILSON = "wilson"
    T = "t"
    WALD = "aangepaste wald"
    IEDEREEN = "iedereen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Een marge van 95%, in de eenheid van het cijfer (fractie, cijfer of NPS-punten)."""

    laag: float
    hoog: float
    methode: Intervalmethode


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """Eén getal van één meting. `categorie` is de code als tekst, alleen bij een verdeling.

    `afwijking` is de standaardafwijking (deler n − 1) bij een gemiddelde, score of nps, in de eenheid van het cijfer.
    """

    maat: Maat
    categorie: str
    waarde: float
    teller: int | None
    noemer: int
    interval: Interval | None
    afwijking: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """Een vraag zoals zij in één jaar aan één groep is gesteld.

    `reeks` blijft gelijk zolang jaren vergeleken mogen worden; `breuk` zegt waarom de vorige meting een andere reeks
    heeft. `pijler` en `normen` zijn leeg als de vraag aan geen norm hangt.
    """

    jaar: int
    doelgroep: Doelgroep
    vraag: Vraag
    pijler: str
    normen: tuple[str, ...]
    vragenlijst: str
    versie: str
    reeks: str
    breuk: Breuk = Breuk.GEEN
    gewogen: bool = False
    """Waar als de antwoorden van deze groep een gewicht hebben; dan is alleen het gewogen deel gunstig openbaar."""

    @property
    def breekt(self) -> bool:
        """Waar als hier een nieuwe reeks begint."""
        return self.breuk is not Breuk.GEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """Het gewogen deel gunstig. `effectief` is het effectieve aantal antwoorden, `zwaarste` het deel van één mens."""

    waarde: float
    effectief: float
    zwaarste: float
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """Tellingen van één vraag in één onderdeel. Som van `per_code` is `n` bij een schaal met codes.

    Een schaal zonder codes telt in `per_code` de groepen die bescherming nodig hebben: nps telt criticus, neutraal en
    promotor; een rapportcijfer en een schaalscore tellen per heel cijfer van de eigen schaal (naar boven afgerond bij
    ,5); `getal` heeft één vak. Bij een meerkeuzevraag is `per_code` per antwoord hoe vaak het gekozen is, en `n` wie
    iets koos: daar is de som dus niet n.
    """

    gevraagd: Gevraagd
    onderdeel: str
    n: int
    per_code: tuple[int, ...]
    aantal_nvt: int
    aantal_weet_niet: int
    populatie: int | None
    cijfers: tuple[Cijfer, ...]
    weging: Weging | None = None
    """Alleen bij de hele organisatie, als de antwoorden gewogen zijn."""

    @property
    def gunstig(self) -> int | None:
        """Aantal gunstige antwoorden; None als de schaal geen gunstige kant heeft."""
        return next((cijfer.teller for cijfer in self.cijfers if cijfer.maat is Maat.GUNSTIG), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsmeting:
    """Wie meedeed, per doelgroep en onderdeel. Deelnemer = minstens één waarde op een getelde vraag."""

    jaar: int
    doelgroep: Doelgroep
    onderdeel: str
    deelnemers: int
    volledig: int
    uitgenodigd: int | None
    populatie: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetalmeting:
    """Een registratiecijfer in een onderdeel. `noemer` is None bij een aantal.

    `toelichting` is vrije tekst uit de bron en blijft intern; `opgeteld` is een zin van het programma, voor iedereen.
    """

    jaar: int
    kengetal: Kengetal
    pijler: str
    onderdeel: str
    teller: int
    noemer: int | None
    waarde: float
    toelichting: str
    opgeteld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrouwbaarheid:
    """Cronbachs alfa van een schaal in een groep en jaar, alleen intern. `n` beantwoordde elke vraag van de schaal.

    `alfa` is None onder `alfa_vanaf` volledige antwoorden, en als iedereen dezelfde som heeft.
    """

    jaar: int
    doelgroep: Doelgroep
    schaalscore: str
    vragen: int
    n: int
    alfa: float | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Indicatoren:
    """Alle interne cijfers van alle jaren.

    `niet_gevraagd[jaar]` noemt de hoofdgroepen waarvan in dat jaar geen bron is.
    """

    boom: Boom
    jaar: int
    gevraagd: tuple[Gevraagd, ...]
    metingen: tuple[Meting, ...]
    respons: tuple[Responsmeting, ...]
    kengetallen: tuple[Kengetalmeting, ...]
    niet_gevraagd: Mapping[int, tuple[Doelgroep, ...]]
    betrouwbaarheid: tuple[Betrouwbaarheid, ...] = ()
