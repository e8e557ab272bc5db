"""Vragenlijsten, schalen en kengetallen als gegevens: wat is gevraagd en hoe een antwoord telt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kwaliteit.begrippen.doelgroep import Doelgroep


class Schaalsoort(StrEnum):
    """Wat voor antwoord een vraag heeft; bepaalt welke indicatoren vanzelf ontstaan."""

    LIKERT = "likert"
    JA_NEE = "ja_nee"
    RAPPORTCIJFER = "rapportcijfer"
    NPS = "nps"
    GETAL = "getal"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    OPEN = "open"
    SCHAALSCORE = "schaalscore"
    """Eén score per mens uit meer vragen; nooit zelf gesteld, altijd berekend (rekenregels 3)."""

    @property
    def is_geteld(self) -> bool:
        """Hooguit één antwoord per mens. Open vragen tellen we niet; meerkeuze telt anders, zie `Vraag.is_gemeten`."""
        return self not in (Schaalsoort.OPEN, Schaalsoort.MEERKEUZE)

    @property
    def heeft_codes(self) -> bool:
        """Gesloten antwoorden met een eigen code en label; de andere getelde soorten zijn getallen."""
        return self in (Schaalsoort.LIKERT, Schaalsoort.JA_NEE, Schaalsoort.KEUZE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaal:
    """De antwoorden op een vraag.

    Een schaal met codes (likert, ja_nee, keuze) heeft `codes` en `labels` van gelijke lengte, in de volgorde van de
    lijst. Een getalschaal (rapportcijfer, nps, getal) heeft geen codes maar grenzen `laagste` en `hoogste` (grenzen
    horen erbij; None is onbegrensd, alleen bij `getal`).
    """

    naam: str
    soort: Schaalsoort
    codes: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    gunstig: tuple[int, ...] = ()
    laagste: float | None = None
    hoogste: float | None = None
    weet_niet: tuple[str, ...] = ()
    nvt: tuple[str, ...] = ()

    @property
    def bereik(self) -> tuple[float, float]:
        """De laagste en de hoogste waarde; een schaal zonder grenzen heeft er geen (ValueError)."""
        if self.codes:
            return float(min(self.codes)), float(max(self.codes))
        if self.laagste is None or self.hoogste is None:
            raise ValueError(self.naam)
        return self.laagste, self.hoogste


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijkbaar:
    """Verklaring dat een reeks doorloopt over twee versies, met de reden die in het verslag wordt geprint."""

    vragenlijst: str
    versie: str
    reden: str


class Ontbreekregel(StrEnum):
    """Hoeveel vragen van een schaal iemand moet beantwoorden om een score te krijgen (rekenregels 3)."""

    HELFT = "helft"
    TWEE_DERDE = "twee_derde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenstelling:
    """Hoe een schaalscore uit vragen van dezelfde lijst ontstaat.

    De score van een mens is het gemiddelde van zijn antwoorden na omkeren; bij `op_100` omgerekend naar 0 tot 100.
    `gunstig_boven` telt (op de eigen schaal van de vragen) wie daar boven scoort; None telt niemand.
    """

    vragen: tuple[str, ...]
    regel: Ontbreekregel
    op_100: bool
    gunstig_boven: float | None
    instrument: str
    versie: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Eén vraag. De eerste van `normen` bepaalt de pijler; zonder normen hoort de vraag in geen pijler.

    Een schaalscore is een vraag met een `samenstelling`, een naam als tekst en een schaal van de soort schaalscore
    (`laagste` en `hoogste` van de score). `met_score` en `met_topbox`: ook de score 0–100 en het deel met het hoogste
    antwoord tonen (rekenregels 2).
    """

    id: str
    tekst: str
    schaal: Schaal
    normen: tuple[str, ...] = ()
    spiegel: str | None = None
    omgekeerd: bool = False
    alleen_organisatie: bool = False
    met_score: bool = False
    met_topbox: bool = False
    samenstelling: Samenstelling | None = None
    ook_wel: tuple[str, ...] = ()
    vergelijkbaar_met: tuple[Vergelijkbaar, ...] = ()

    @property
    def is_gemeten(self) -> bool:
        """Waar als de vraag een cijfer oplevert; ook een meerkeuzevraag waarvan de antwoorden in de lijst staan."""
        soort = self.schaal.soort
        return soort.is_geteld or (soort is Schaalsoort.MEERKEUZE and bool(self.schaal.codes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vragenlijst:
    """Een versie van een vragenlijst voor één doelgroep; een schaalscore gebruikt vragen uit haar eigen lijst."""

    naam: str
    versie: str
    doelgroep: Doelgroep
    licentie: str
    inleiding: str
    vragen: tuple[Vraag, ...]
    schaalscores: tuple[Vraag, ...] = ()
    vergelijkbaar_met: tuple[Vergelijkbaar, ...] = ()

    @property
    def getelde_vragen(self) -> tuple[Vraag, ...]:
        """De vragen met hooguit één antwoord per mens, in de volgorde van de lijst."""
        return tuple(vraag for vraag in self.vragen if vraag.schaal.soort.is_geteld)

    @property
    def gemeten_vragen(self) -> tuple[Vraag, ...]:
        """Alles wat een cijfer oplevert: de vragen in de volgorde van de lijst, daarna de schaalscores."""
        return (*(vraag for vraag in self.vragen if vraag.is_gemeten), *self.schaalscores)


class Kengetalsoort(StrEnum):
    """Hoe een kengetal wordt gelezen."""

    VERHOUDING = "verhouding"
    AANTAL = "aantal"
    PER_1000 = "per_1000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetal:
    """Een registratiecijfer, teller en noemer in woorden. `over_mensen`: de ladder van kleine aantallen geldt."""

    id: str
    naam: str
    teller: str
    noemer: str
    normen: tuple[str, ...]
    soort: Kengetalsoort
    over_mensen: bool
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spiegelonderwerp:
    """Een onderwerp dat aan meer groepen is gevraagd, ieder in eigen woorden."""

    id: str
    naam: str
    toon_vraagteksten: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vragenbibliotheek:
    """Alles wat gevraagd of geregistreerd kan worden: meegeleverde lijsten plus die van de organisatie."""

    vragenlijsten: tuple[Vragenlijst, ...]
    kengetallen: tuple[Kengetal, ...]
    spiegels: tuple[Spiegelonderwerp, ...]
    eigen: frozenset[str] = frozenset()
    """Namen van de lijsten die de organisatie zelf in `vragenlijsten/` heeft."""
    controlegetallen: Mapping[str, str] = field(default_factory=dict)
    """Eigen bestand (pad binnen de werkmap) -> sha256."""

    def vragenlijst(self, naam: str) -> Vragenlijst:
        """Geef de lijst met deze naam; onbekend is een KeyError."""
        for lijst in self.vragenlijsten:
            if lijst.naam == naam:
                return lijst
        raise KeyError(naam)

    def standaard_voor(self, doelgroep: Doelgroep) -> Vragenlijst:
        """De lijst die geldt als de werkmap er geen noemt: de enige eigen lijst van die groep, anders de meegeleverde.

        Meer eigen lijsten voor een groep: dan geldt de meegeleverde, en noemt een bron zelf welke lijst zij volgt.
        """
        eigen = [lijst for lijst in self.vragenlijsten if lijst.naam in self.eigen and lijst.doelgroep is doelgroep]
        return eigen[0] if len(eigen) == 1 else self.vragenlijst(f"kwaliteit-{doelgroep}")

    def bijzondere_voor(self, doelgroep: Doelgroep) -> Vragenlijst | None:
        """De lijst voor ervaringsdeskundigen, die ook in een bron van professionals kan staan; bij anderen geen."""
        groep = Doelgroep.ERVARINGSDESKUNDIGEN
        bestaat = any(lijst.doelgroep is groep for lijst in self.vragenlijsten)
        return self.standaard_voor(groep) if doelgroep is Doelgroep.PROFESSIONALS and bestaat else None
