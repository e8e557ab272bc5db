"""Bevindingen: wat aan de gegevens opvalt. Verzameld, geteld en samen getoond; ze herstellen nooit iets."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Ernst(StrEnum):
    """Hoe zwaar een bevinding weegt. Alleen `ernstig` houdt publicatie tegen bij `--streng` en `--definitief`."""

    ERNSTIG = "ernstig"
    LET_OP = "let op"
    TER_INFORMATIE = "ter informatie"


class Bevindingsoort(Enum):
    """De gesloten lijst van soorten: code, ernst en wat de soort betekent. De handleiding wordt hieruit gemaakt."""

    BRON_NIET_GELEZEN = ("bron-niet-gelezen", Ernst.ERNSTIG, "Een bestand kon niet worden gelezen.")
    WAARDE_BUITEN_SCHAAL = ("waarde-buiten-schaal", Ernst.ERNSTIG, "Een getal valt buiten de schaal van de vraag.")
    ONBEKEND_LABEL = ("onbekend-label", Ernst.ERNSTIG, "Een antwoord staat niet in de schaal van de vraag.")
    ONTBREKEND_MET_LABEL = (
        "ontbrekend-met-label",
        Ernst.LET_OP,
        "Een antwoord uit de schaal is in het bestand aangemerkt als ontbrekend (SPSS) en telt niet mee.",
    )
    FOUTCEL = ("foutcel", Ernst.ERNSTIG, "Een cel bevat een fout van het rekenblad, zoals #N/B.")
    ANDERE_GROEP = (
        "andere-groep",
        Ernst.ERNSTIG,
        "De vragen in een bestand zijn die van een andere groep; het bestand is niet gelezen.",
    )
    ONBEKEND_BESTAND = ("onbekend-bestand", Ernst.LET_OP, "Een bestand in bronnen/ hoort nergens bij en telt niet mee.")
    ONBEKENDE_KOLOM = ("onbekende-kolom", Ernst.LET_OP, "Een kolomkop hoort bij geen enkele vraag.")
    DUBBELE_KOLOM = ("dubbele-kolom", Ernst.ERNSTIG, "Twee kolommen horen bij dezelfde vraag; alleen de eerste telt.")
    ONTBREKENDE_VRAAG = ("ontbrekende-vraag", Ernst.LET_OP, "Een vraag uit de lijst heeft geen kolom in de bron.")
    PERSOONSGEGEVENS = (
        "persoonsgegevens",
        Ernst.LET_OP,
        "Een kolom lijkt een naam, e-mailadres of ander persoonsgegeven.",
    )
    DUBBELE_RESPONDENT = ("dubbele-respondent", Ernst.ERNSTIG, "Hetzelfde respondentnummer komt meer dan eens voor.")
    GROEP_UIT_TWEE_BRONNEN = (
        "groep-uit-twee-bronnen",
        Ernst.ERNSTIG,
        "Een groep staat in één jaar in een eigen bestand en in een kolom; alleen het eigen bestand telt.",
    )
    MEER_DAN_UITGENODIGD = ("meer-dan-uitgenodigd", Ernst.ERNSTIG, "Er zijn meer deelnemers dan uitgenodigden.")
    MEER_DAN_POPULATIE = ("meer-dan-populatie", Ernst.ERNSTIG, "Er zijn meer deelnemers dan mensen in de groep.")
    UITGENODIGD_BOVEN_POPULATIE = (
        "uitgenodigd-boven-populatie",
        Ernst.LET_OP,
        "Er zijn meer mensen uitgenodigd dan er in de groep zijn.",
    )
    ONBEKENDE_LOCATIE = ("onbekende-locatie", Ernst.ERNSTIG, "Een locatie in de bron staat niet in kwaliteit.yaml.")
    GEEN_LOCATIE = (
        "geen-locatie",
        Ernst.TER_INFORMATIE,
        "Bij een deel van een groep is geen bekende locatie ingevuld.",
    )
    GEEN_LOCATIEKOLOM = (
        "geen-locatiekolom",
        Ernst.LET_OP,
        "In geen enkele kolom is de locatie gevonden, terwijl kwaliteit.yaml wel locaties noemt.",
    )
    GEWICHT_ONBRUIKBAAR = (
        "gewicht-onbruikbaar",
        Ernst.ERNSTIG,
        "Bij iemand die meetelt staat geen bruikbaar gewicht; de bron telt dan ongewogen.",
    )
    GROEP_ZONDER_BRON = ("groep-zonder-bron", Ernst.LET_OP, "Van een doelgroep is geen bron gevonden.")
    PIJLER_ZONDER_BRON = (
        "pijler-zonder-bron",
        Ernst.LET_OP,
        "Over een pijler gaf een gevraagde groep geen informatie.",
    )
    GEEN_DUIDING = ("geen-duiding", Ernst.LET_OP, "Bij de resultaten van een pijler staan geen woorden van mensen.")
    GEEN_TERUGBLIK = ("geen-terugblik", Ernst.LET_OP, "Bij een pijler ontbreekt de terugblik.")
    GEEN_VOORUITBLIK = ("geen-vooruitblik", Ernst.LET_OP, "Bij een pijler ontbreekt de vooruitblik.")
    GEEN_BESPREKING = ("geen-bespreking", Ernst.LET_OP, "Niet beschreven is met wie de resultaten zijn besproken.")
    BOODSCHAP_TE_LANG = ("boodschap-te-lang", Ernst.LET_OP, "De kernboodschap heeft meer dan 12 woorden.")
    GEEN_BOODSCHAP = ("geen-boodschap", Ernst.LET_OP, "Bij een pijler ontbreekt de kernboodschap.")
    ACTIE_ZONDER_STAND = ("actie-zonder-stand", Ernst.ERNSTIG, "Een belofte van vorig jaar heeft geen status.")
    ACTIE_ZONDER_REDEN = ("actie-zonder-reden", Ernst.ERNSTIG, "Bij deze status hoort een toelichting.")
    GEEN_ACTIES = ("geen-acties", Ernst.LET_OP, "Er is geen actie voor het komende jaar.")
    GEEN_KRITISCH_CITAAT = ("geen-kritisch-citaat", Ernst.TER_INFORMATIE, "Bij een pijler staat geen kritisch citaat.")
    PERIODE_ONTBREEKT = ("periode-ontbreekt", Ernst.LET_OP, "De meetperiode van een jaar ontbreekt.")
    VEEL_NVT = ("veel-nvt", Ernst.TER_INFORMATIE, "Veel mensen antwoordden 'niet van toepassing'.")
    LAGE_SAMENHANG = (
        "lage-samenhang",
        Ernst.TER_INFORMATIE,
        "De vragen van een schaalscore hangen weinig samen (Cronbachs alfa onder 0,7).",
    )
    VRAAG_VERANDERD = (
        "vraag-veranderd",
        Ernst.TER_INFORMATIE,
        "Een vraag, schaal of groep veranderde; de reeks breekt.",
    )
    KENGETAL_ONGELDIG = ("kengetal-ongeldig", Ernst.ERNSTIG, "Een kengetal klopt niet met zijn definitie.")
    KENGETAL_ONBEKEND = ("kengetal-onbekend", Ernst.ERNSTIG, "Een kengetal staat niet in de lijst.")
    KENGETAL_TOTAAL = ("kengetal-totaal", Ernst.ERNSTIG, "Het totaal is niet de som van de locaties.")
    GEGOKTE_CODERING = ("gegokte-codering", Ernst.LET_OP, "De tekencodering van een tekstbestand is een gok.")
    ANDER_BLAD = ("ander-blad", Ernst.TER_INFORMATIE, "Een ander of verborgen blad is niet gelezen.")
    VERBORGEN_RIJEN = ("verborgen-rijen", Ernst.ERNSTIG, "Verborgen of weggefilterde rijen zijn meegelezen.")
    VERBORGEN_KOLOM = ("verborgen-kolom", Ernst.ERNSTIG, "Een verborgen kolom is meegelezen.")
    SAMENGEVOEGDE_CELLEN = (
        "samengevoegde-cellen",
        Ernst.ERNSTIG,
        "Tussen de antwoorden zijn cellen samengevoegd; alleen de eerste heeft een waarde.",
    )
    ANDER_JAAR = (
        "ander-jaar",
        Ernst.ERNSTIG,
        "Volgens een kolom zijn er antwoorden van een ander jaar; ze tellen mee.",
    )
    ANDERE_GROEP_IN_KOLOM = (
        "andere-groep-in-kolom",
        Ernst.ERNSTIG,
        "Volgens een kolom zijn er antwoorden van een andere groep; ze tellen mee.",
    )
    VREEMDE_RIJ = (
        "vreemde-rij",
        Ernst.ERNSTIG,
        "Een rij onder de tabel is misschien geen persoon maar een berekening; zij telt mee.",
    )
    LIJKT_SAMENVATTING = (
        "lijkt-samenvatting",
        Ernst.ERNSTIG,
        "Elke locatie heeft precies één rij; misschien zijn het uitkomsten per locatie en geen mensen.",
    )
    TOTAALRIJ = ("totaalrij", Ernst.LET_OP, "Een rij met totalen is overgeslagen.")
    ONVOLLEDIG = ("onvolledig", Ernst.TER_INFORMATIE, "Een aantal mensen beantwoordde maar een deel van de vragen.")
    OPEN_NIET_GETELD = ("open-niet-geteld", Ernst.TER_INFORMATIE, "Open vragen en meerkeuzevragen worden niet geteld.")
    RANGORDE = ("rangorde", Ernst.LET_OP, "Een vraag waarbij mensen antwoorden op volgorde zetten, wordt niet gelezen.")
    PROEFANTWOORDEN = (
        "proefantwoorden",
        Ernst.LET_OP,
        "Antwoorden die de enquêtetool als proef, voorbeeld of spam aanmerkt, tellen niet mee.",
    )
    GEARCHIVEERD = (
        "gearchiveerd",
        Ernst.LET_OP,
        "Mensen die in de enquêtetool gearchiveerd zijn, tellen niet mee.",
    )
    VREEMDE_STATUS = (
        "vreemde-status",
        Ernst.LET_OP,
        "In een vaste kolom van de enquêtetool staat een status die wij niet kennen; die mensen tellen mee.",
    )
    EIGEN_WOORDEN = (
        "eigen-woorden",
        Ernst.LET_OP,
        "Bij een meerkeuzevraag staat iets wat niet in de lijst staat; het is gelezen als 'anders'.",
    )
    NIET_AFGEROND = (
        "niet-afgerond",
        Ernst.LET_OP,
        "Mensen begonnen aan de lijst maar verstuurden haar niet; de regel zegt of zij meetellen.",
    )
    NIET_BEGONNEN = (
        "niet-begonnen",
        Ernst.TER_INFORMATIE,
        "Uitgenodigden die de lijst nooit openden, staan in het bestand en tellen niet mee als deelnemer.",
    )
    WIL_NIET_MEEDOEN = (
        "wil-niet-meedoen",
        Ernst.TER_INFORMATIE,
        "Wie antwoordde niet mee te willen doen, is weggelaten.",
    )
    VEEL_NIET_MEEDOEN = (
        "veel-niet-meedoen",
        Ernst.ERNSTIG,
        "Meer dan een op de tien mensen is weggelaten om een kolom die het programma zelf herkende.",
    )
    DEELNAME_ONDUIDELIJK = (
        "deelname-onduidelijk",
        Ernst.ERNSTIG,
        "Bij de vraag of iemand meedoet staat iets anders dan ja, nee of leeg.",
    )
    ANDERS_DAN_GEPUBLICEERD = (
        "anders-dan-gepubliceerd",
        Ernst.ERNSTIG,
        "Een cijfer is anders dan eerder gepubliceerd, en het verschil vertelt iets over weinig mensen.",
    )
    ONBEKEND_IN_REGISTER = (
        "onbekend-in-register",
        Ernst.ERNSTIG,
        "In het register staat een onderdeel dat niet in kwaliteit.yaml staat; wie erbij hoorde is niet na te gaan.",
    )
    EERDER_WEL_GETOOND = (
        "eerder-wel-getoond",
        Ernst.LET_OP,
        "Een cijfer dat eerder gepubliceerd is, is nu verborgen; het telt mee als iets wat een lezer al weet.",
    )
    CORRECTIE_ZONDER_DOEL = (
        "correctie-zonder-doel",
        Ernst.LET_OP,
        "Een correctie zegt dat een oud cijfer blijft staan, maar in het register staat er geen.",
    )
    CORRECTIE_GELDT = (
        "correctie-geldt",
        Ernst.TER_INFORMATIE,
        "Een correctie in kwaliteit.yaml verbergt cijfers of laat de oude staan.",
    )

    LANGE_ZIN = ("lange-zin", Ernst.TER_INFORMATIE, "Een zin in uw tekst is lang.")
    LANGE_ZINNEN = ("lange-zinnen", Ernst.TER_INFORMATIE, "De zinnen van een tekst zijn gemiddeld lang.")
    LIJDENDE_VORM = (
        "lijdende-vorm",
        Ernst.TER_INFORMATIE,
        "Een zin in uw tekst staat in de lijdende vorm; zo blijft vaak weg wie iets doet.",
    )
    AFKORTING = ("afkorting", Ernst.TER_INFORMATIE, "Een afkorting in uw tekst is niet uitgelegd.")
    JARGON = ("jargon", Ernst.TER_INFORMATIE, "Voor een woord in uw tekst bestaat een gewoner woord.")
    LANG_WOORD = ("lang-woord", Ernst.TER_INFORMATIE, "Een woord in uw tekst heeft meer dan 20 letters.")
    DUBBELE_ONTKENNING = (
        "dubbele-ontkenning",
        Ernst.TER_INFORMATIE,
        "Een zin in uw tekst ontkent iets twee keer.",
    )

    def __init__(self, code: str, ernst: Ernst, betekenis: str) -> None:
        self.code = code
        self.ernst = ernst
        self.betekenis = betekenis


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """Eén opmerking: waar, wat, wat verwacht was en wat te doen. Nooit met iemands antwoord.

    `aantal`: over hoeveel cellen of mensen de opmerking gaat, ook als `cel` er minder of geen noemt.
    """

    soort: Bevindingsoort
    wat: str
    verwacht: str
    doe_dit: str
    bestand: str = ""
    blad: str = ""
    cel: str = ""
    vraag: str = ""
    aantal: int = 1

    @property
    def ernst(self) -> Ernst:
        """De ernst van de soort."""
        return self.soort.ernst


def heeft_ernstige(bevindingen: tuple[Bevinding, ...]) -> bool:
    """Waar als minstens één bevinding ernstig is."""
    return any(bevinding.ernst is Ernst.ERNSTIG for bevinding in bevindingen)
