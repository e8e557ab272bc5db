"""Wat `inspecteer` over één bestand zegt: wat het is, wat elke kolom lijkt, en wat een mens moet besluiten."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Afsluitcode, Gebrek


class Besluit(StrEnum):
    """Of het bestand te lezen is."""

    LEES = "lees"
    WEIGER = "weiger"


class Kolomrol(StrEnum):
    """Wat een kolom is, of lijkt te zijn."""

    VRAAG = "vraag"
    MEERKEUZE = "meerkeuze"
    TOELICHTING = "toelichting"
    LOCATIE = "locatie"
    RESPONDENT = "respondent"
    DEELNAME = "deelname"
    GEWICHT = "gewicht"
    CITEREN = "citeren"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige"
    PERSOONSGEGEVEN = "persoonsgegeven"
    OVER_HET_INVULLEN = "over het invullen"
    NEGEER = "negeer"
    RANGORDE = "rangorde"
    ONBEKEND = "onbekend"


class Herkenning(StrEnum):
    """Hoe een kolom bij haar vraag kwam. Alleen GELIJKENIS is een voorstel; de andere worden zo gelezen."""

    EXACT = "exact"
    OOK_WEL = "ook wel"
    KOPPELING = "koppeling"
    GELIJKENIS = "gelijkenis"
    GEEN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolominspectie:
    """Eén kolom. `kop` is leeg als niet zeker is dat het een kop is; `zekerheid` is een fractie en hoort bij `vraag`.

    `waarom` zegt waarom de kolom niet gelezen wordt; leeg als dat wel gebeurt.
    """

    letter: str
    kop: str
    rol: Kolomrol
    vraag: str = ""
    zekerheid: float | None = None
    hoe: Herkenning = Herkenning.GEEN
    waarom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspectie:
    """De uitkomst van `inspecteer`.

    `reden` is er bij een weigering. `soort` is leeg als ook die niet vaststaat. `kopregels` zijn rijnummers vanaf 1.
    `rijen` zijn rijen waarin iets staat; `mensen` zijn de respondenten die `verslag` telt.
    `volledig`, `onvolledig`, `proef` en `uitgenodigd` zijn None als niet te zien is wie klaar is. `houdt_bij`: de tool
    zegt dat per rij; zonder telt elke rij als volledig. `besluiten` zijn
    zinnen over wat een mens moet kiezen.
    """

    bestand: str
    besluit: Besluit
    reden: Gebrek | None = None
    soort: str = ""
    dialect: str = ""
    toolnaam: str = ""
    waarom: str = ""
    codering: str = ""
    codering_gegokt: bool = False
    scheidingsteken: str = ""
    blad: str = ""
    kopregels: tuple[int, ...] = ()
    rijen: int | None = None
    mensen: int | None = None
    volledig: int | None = None
    onvolledig: int | None = None
    proef: int | None = None
    houdt_bij: bool = False
    uitgenodigd: int | None = None
    wil_niet_meedoen: int = 0
    doelgroep: str = ""
    vragenlijst: str = ""
    kolommen: tuple[Kolominspectie, ...] = ()
    besluiten: tuple[str, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    heeft_werkmap: bool = False

    @property
    def afsluitcode(self) -> Afsluitcode:
        """3 als het bestand geweigerd is, anders 0."""
        return Afsluitcode.BRON_ONLEESBAAR if self.besluit is Besluit.WEIGER else Afsluitcode.GOED


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesopdracht:
    """Eén bestand om te bekijken, met wat de werkmap erover weet.

    `naam` is hoe het bestand op het scherm heet. `doelgroep` is None en `vragenlijst` leeg als niemand die noemde.
    `koppeling` is de koppeling die bij dit bestand hoort; `is_gedeeld`: een ander jaar leest haar ook. `koppelstam` is
    de naam van een nieuwe. `oudere` zijn die van andere jaren van dezelfde groep, de nieuwste eerst. `is_bron`: de
    werkmap vindt dit bestand zelf, met deze doelgroep en vragenlijst. `koprij` is het rijnummer (vanaf 1) waarvan de
    gebruiker zegt dat het de koppen zijn; 0 als die niets zei. `bezette_groepen` hebben in dat jaar al een ander
    bestand.
    """

    pad: Path
    naam: str
    werkmap: Path | None = None
    doelgroep: Doelgroep | None = None
    vragenlijst: str = ""
    koppeling: Path | None = None
    koppelstam: str = ""
    is_gedeeld: bool = False
    oudere: tuple[Path, ...] = ()
    jaar: int | None = None
    is_bron: bool = False
    koprij: int = 0
    bezette_groepen: tuple[Doelgroep, ...] = ()

    def met_eigen_koppeling(self) -> "Leesopdracht":
        """Geef de opdracht voor wie schrijft: een koppeling die een ander jaar ook leest is voorbeeld en geen doel."""
        if self.koppeling is None or not self.is_gedeeld:
            return self
        # Noemt kwaliteit.yaml de koppeling zelf, dan vindt de werkmap een nieuwe pas als iemand die daar noemt.
        is_vanzelf = self.koppeling.stem in (self.pad.stem, self.doelgroep)
        return replace(self, koppeling=None, oudere=(self.koppeling, *self.oudere), is_bron=self.is_bron and is_vanzelf)
