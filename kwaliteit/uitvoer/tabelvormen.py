"""De afspraken over alle tabellen die wij schrijven: kolommen, soort, eenheid en korrel, als gegevens."""

from collections.abc import Iterable

from kwaliteit.begrippen.tabel import Kolom, Kolomsoort, Tabelvorm
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag


def _kolom(naam: str, soort: Kolomsoort, omschrijving: str, eenheid: str = "") -> Kolom:
    return Kolom(naam=naam, soort=soort, omschrijving=omschrijving, eenheid=eenheid)


_T, _G, _F = Kolomsoort.TEKST, Kolomsoort.GEHEEL, Kolomsoort.GETAL

JAAR = _kolom("jaar", _G, "Verslagjaar waarover is gemeten.")
INDICATOR = _kolom("indicator", _T, "Id van de vraag of het kengetal.")
PIJLER = _kolom("pijler", _T, "Pijler van de eerste norm; leeg als er geen norm bij hoort.")
NORM = _kolom("norm", _T, "Normen uit het kader, met spaties ertussen; leeg in een jaar van vóór het kader.")
DOELGROEP = _kolom("doelgroep", _T, "Groep die antwoordde; leeg bij een kengetal.")
ONDERDEEL = _kolom("onderdeel", _T, "Naam van de organisatie, regio of locatie.")
NIVEAU = _kolom("niveau", _T, "organisatie, regio of locatie.")
MAAT = _kolom(
    "maat", _T, "Wat het cijfer meet: gunstig, verdeling, topbox, gemiddelde, score, nps, verhouding of respons."
)
CATEGORIE = _kolom("categorie", _T, "Antwoordcode (samengevoegd met +); alleen bij de maat verdeling.")
EENHEID = _kolom(
    "eenheid",
    _T,
    "Waarin `waarde` staat: fractie (gunstig, verdeling, topbox), cijfer (gemiddelde), punten (score, nps), aantal of "
    "per 1.000.",
)
WAARDE = _kolom(
    "waarde", _F, "Het cijfer; een aandeel is een fractie van 0 tot 1. Openbaar zijn gemiddelde, score en nps afgerond."
)
TELLER = _kolom("teller", _G, "Hoe vaak het voorkwam.", "aantal")
NOEMER = _kolom("noemer", _G, "Op hoeveel antwoorden (of mensen) het cijfer rust.", "aantal")
ONDERGRENS = _kolom("ondergrens", _F, "Ondergrens van de marge van 95%, in de eenheid van `waarde`.")
BOVENGRENS = _kolom("bovengrens", _F, "Bovengrens van de marge van 95%, in de eenheid van `waarde`.")
METHODE = _kolom("interval_methode", _T, "Hoe de marge is berekend.")
REEKS = _kolom("reeks", _T, "Blijft gelijk zolang jaren vergeleken mogen worden.")
SOORT = _kolom("soort", _T, "Wat naast elkaar staat: jaar, groep of locatie.")
VERGELEKEN_MET = _kolom("vergeleken_met", _T, "De andere kant: een eerder jaar, een andere groep, of 'de rest'.")
LABEL = _kolom("label", _T, "reeksbreuk, te weinig, duidelijk, mogelijk of gelijk.")
ONDERWERP = _kolom("indicator", _T, "Id van de vraag; bij groepen dat van het onderwerp van de spiegel.")
REEKSBREUK = _kolom("reeksbreuk", _T, "ja als dit jaar niet met de vorige meting te vergelijken is, anders nee.")

_CIJFER = (
    JAAR,
    INDICATOR,
    PIJLER,
    NORM,
    DOELGROEP,
    ONDERDEEL,
    NIVEAU,
    MAAT,
    CATEGORIE,
    EENHEID,
    WAARDE,
    TELLER,
    NOEMER,
    ONDERGRENS,
    BOVENGRENS,
)
"""De kolommen die het openbare en het interne cijfer delen."""

OPENBARE_INDICATOREN = Tabelvorm(
    naam="indicatoren",
    titel="Openbare cijfers",
    korrel="één rij per jaar, indicator, maat, categorie, doelgroep en onderdeel",
    sleutel=("jaar", "indicator", "maat", "categorie", "doelgroep", "onderdeel"),
    kolommen=(
        *_CIJFER,
        _kolom("uitgenodigd", _G, "Aantal uitgenodigde mensen; leeg als het onbekend is of niet getoond mag worden."),
        REEKS,
        REEKSBREUK,
        _kolom("status", _T, "Waarom het cijfer er staat zoals het er staat (gesloten lijst)."),
        _kolom("toelichting", _T, "Woorden voor de lezer, bijvoorbeeld als er geen getal staat."),
        METHODE,
    ),
)

INTERNE_INDICATOREN = Tabelvorm(
    naam="indicatoren",
    titel="Interne cijfers (niet publiceren)",
    korrel="één rij per jaar, indicator, maat, categorie, doelgroep en onderdeel, zonder bescherming",
    sleutel=("jaar", "indicator", "maat", "categorie", "doelgroep", "onderdeel"),
    kolommen=(
        *_CIJFER,
        METHODE,
        _kolom("populatie", _G, "Aantal mensen in de groep, als dat bekend is.", "aantal"),
        _kolom("aantal_nvt", _G, "Aantal mensen dat 'niet van toepassing' zei.", "aantal"),
        _kolom("aantal_weet_niet", _G, "Aantal mensen dat 'weet ik niet' zei.", "aantal"),
        REEKS,
        REEKSBREUK,
        _kolom("toelichting", _T, "Toelichting uit het bestand met kengetallen; blijft intern."),
        _kolom("gewogen", _F, "Het gewogen deel gunstig; leeg als de antwoorden geen gewicht hebben."),
        _kolom("effectief_aantal", _F, "Hoeveel even zware antwoorden net zo veel zouden zeggen.", "aantal"),
    ),
)

OPENBARE_RESPONS = Tabelvorm(
    naam="respons",
    titel="Openbare respons",
    korrel="één rij per jaar, doelgroep en onderdeel",
    sleutel=("jaar", "doelgroep", "onderdeel"),
    kolommen=(
        JAAR,
        DOELGROEP,
        ONDERDEEL,
        NIVEAU,
        _kolom("deelnemers", _G, "Mensen met minstens één antwoord.", "aantal"),
        _kolom("uitgenodigd", _G, "Mensen die zijn uitgenodigd.", "aantal"),
        _kolom("respons", _F, "Deelnemers gedeeld door uitgenodigden, als fractie."),
        _kolom("status", _T, "Waarom het cijfer er staat zoals het er staat (gesloten lijst)."),
        _kolom("toelichting", _T, "Woorden voor de lezer als er geen getal staat."),
    ),
)

INTERNE_RESPONS = Tabelvorm(
    naam="respons",
    titel="Interne respons (niet publiceren)",
    korrel="één rij per jaar, doelgroep en onderdeel, zonder bescherming",
    sleutel=("jaar", "doelgroep", "onderdeel"),
    kolommen=(
        JAAR,
        DOELGROEP,
        ONDERDEEL,
        NIVEAU,
        _kolom("deelnemers", _G, "Mensen met minstens één antwoord.", "aantal"),
        _kolom("volledig", _G, "Mensen die genoeg vragen beantwoordden om volledig te heten.", "aantal"),
        _kolom("uitgenodigd", _G, "Mensen die zijn uitgenodigd.", "aantal"),
        _kolom("populatie", _G, "Aantal mensen in de groep.", "aantal"),
    ),
)

PER_PIJLER = Tabelvorm(
    naam="indicatoren_per_pijler",
    titel="Tellingen per pijler",
    korrel="één rij per jaar, pijler en doelgroep; nooit een gemiddelde score",
    sleutel=("jaar", "pijler", "doelgroep"),
    kolommen=(
        JAAR,
        PIJLER,
        DOELGROEP,
        _kolom("gevraagd", _G, "Vragen in deze pijler aan deze groep.", "aantal"),
        _kolom("getoond", _G, "Vragen waarvan een cijfer getoond mag worden.", "aantal"),
        _kolom("minstens_75", _G, "Vragen waar minstens 75% het eens is.", "aantal"),
        _kolom("onder_50", _G, "Vragen waar minder dan 50% het eens is.", "aantal"),
        _kolom(
            "stijgingen", _G, "Duidelijke stijgingen sinds de vorige meting; leeg als er niets is vergeleken.", "aantal"
        ),
        _kolom(
            "dalingen", _G, "Duidelijke dalingen sinds de vorige meting; leeg als er niets is vergeleken.", "aantal"
        ),
        _kolom("normen_met_bewijs", _G, "Normen van de pijler waarover deze groep iets liet zien.", "aantal"),
        _kolom("normen_zonder_bewijs", _G, "Normen van de pijler waarover deze groep niets liet zien.", "aantal"),
    ),
)

OPENBARE_VERGELIJKINGEN = Tabelvorm(
    naam="vergelijkingen",
    titel="Verschillen in woorden",
    korrel="één rij per vergelijking van het verslagjaar, alleen tussen openbare cijfers",
    sleutel=("jaar", "soort", "indicator", "doelgroep", "onderdeel", "vergeleken_met"),
    kolommen=(
        JAAR,
        SOORT,
        ONDERWERP,
        DOELGROEP,
        ONDERDEEL,
        VERGELEKEN_MET,
        _kolom("oordeel", _T, "Wat over het verschil te zeggen is, in vaste woorden."),
        LABEL,
        _kolom(
            "punten",
            _G,
            "Verschil in procentpunten, uit niet afgeronde aandelen; leeg bij andere maten of zonder vergelijking.",
            "procentpunten",
        ),
    ),
)

INTERNE_VERGELIJKINGEN = Tabelvorm(
    naam="vergelijkingen",
    titel="Vergelijkingen met hun getallen (niet publiceren)",
    korrel="één rij per vergelijking van het verslagjaar, alleen tussen openbare cijfers",
    sleutel=("jaar", "soort", "indicator", "maat", "doelgroep", "onderdeel", "vergeleken_met"),
    kolommen=(
        JAAR,
        SOORT,
        ONDERWERP,
        MAAT,
        DOELGROEP,
        ONDERDEEL,
        VERGELEKEN_MET,
        _kolom("eenheid", _T, "Waarin het verschil en zijn marge staan: fractie, cijfer of punten."),
        _kolom("verschil", _F, "Deze kant min de andere; leeg als er niet gerekend is."),
        _kolom("ondergrens", _F, "Ondergrens van de marge van 95% van het verschil, zonder correctie."),
        _kolom("bovengrens", _F, "Bovengrens van de marge van 95% van het verschil, zonder correctie."),
        _kolom("p", _F, "Kans op minstens dit verschil door toeval alleen, tweezijdig."),
        _kolom("q", _F, "p na Benjamini en Hochberg over alle vergelijkingen van dit verslag."),
        _kolom("methode", _T, "Hoe marge en p zijn berekend."),
        _kolom("n_een", _G, "Antwoorden aan deze kant.", "aantal"),
        _kolom("n_ander", _G, "Antwoorden aan de andere kant.", "aantal"),
        LABEL,
        _kolom("tekst", _T, "De vaste woorden van het oordeel."),
    ),
)

BETROUWBAARHEID = Tabelvorm(
    naam="betrouwbaarheid",
    titel="Betrouwbaarheid van schaalscores (niet publiceren)",
    korrel="één rij per jaar, doelgroep en schaalscore",
    sleutel=("jaar", "doelgroep", "schaalscore"),
    kolommen=(
        JAAR,
        DOELGROEP,
        _kolom("schaalscore", _T, "Id van de schaalscore."),
        _kolom("vragen", _G, "Vragen in de schaal.", "aantal"),
        _kolom("n", _G, "Mensen die elke vraag van de schaal beantwoordden.", "aantal"),
        _kolom("alfa", _F, "Cronbachs alfa; leeg onder 30 mensen, of als iedereen dezelfde som heeft."),
    ),
)

BEVINDINGEN = Tabelvorm(
    naam="bevindingen",
    titel="Bevindingen (niet publiceren)",
    korrel="één rij per bevinding",
    sleutel=("code", "bestand", "blad", "cel", "vraag", "wat"),
    kolommen=(
        _kolom("code", _T, "Soort bevinding; de handleiding legt elke soort uit."),
        _kolom("ernst", _T, "ernstig, let op of ter informatie."),
        _kolom("bestand", _T, "Bestand waarin het staat."),
        _kolom("blad", _T, "Werkblad."),
        _kolom("cel", _T, "Cel, zoals F12; bij een tekst de regel."),
        _kolom("vraag", _T, "Id van de vraag."),
        _kolom("wat", _T, "Wat er is gezien."),
        _kolom("verwacht", _T, "Wat er verwacht was."),
        _kolom("doe_dit", _T, "Wat u kunt doen."),
    ),
)

ONDERDRUKKING = Tabelvorm(
    naam="onderdrukking",
    titel="Wat verborgen is en waarom (niet publiceren)",
    korrel="één rij per verborgen cijfer en regel",
    sleutel=("jaar", "indicator", "maat", "doelgroep", "onderdeel", "regel"),
    kolommen=(
        JAAR,
        INDICATOR,
        MAAT,
        DOELGROEP,
        ONDERDEEL,
        _kolom("regel", _T, "De regel die het cijfer verbergt."),
        _kolom("reden", _T, "De reden in gewone woorden."),
    ),
)

REGISTER = Tabelvorm(
    naam="publicaties",
    titel="Register van gepubliceerde cijfers",
    korrel="één rij per gepubliceerd cijfer en publicatiedatum; bevat alleen wat openbaar was",
    sleutel=("datum", "jaar", "indicator", "maat", "categorie", "doelgroep", "onderdeel"),
    kolommen=(
        _kolom("datum", _T, "Dag waarop het verslag is vastgesteld."),
        JAAR,
        INDICATOR,
        MAAT,
        CATEGORIE,
        DOELGROEP,
        ONDERDEEL,
        REEKS,
        _kolom("status", _T, "Hoe het cijfer getoond werd."),
        TELLER,
        NOEMER,
        WAARDE,
    ),
)


def antwoordenvorm(vragen: Iterable[Vraag]) -> Tabelvorm:
    """De afspraak voor `antwoorden.csv`: vaste kolommen, dan één kolom per vraag."""
    return Tabelvorm(
        naam="antwoorden",
        titel="Antwoorden in codes (niet publiceren)",
        korrel="één rij per respondent, één kolom per vraag",
        sleutel=("doelgroep", "bestand", "rij"),
        kolommen=(
            JAAR,
            DOELGROEP,
            _kolom("bestand", _T, "Bronbestand, binnen de werkmap."),
            _kolom("rij", _G, "Rijnummer in het bronbestand."),
            _kolom("locatie", _T, "Id van de locatie; leeg als die niet bekend is."),
            *(_kolom(vraag.id, _T, vraag.tekst, _noem_eenheid(vraag)) for vraag in vragen),
        ),
    )


def _noem_eenheid(vraag: Vraag) -> str:
    codes = "codes met ; ertussen" if vraag.schaal.soort is Schaalsoort.MEERKEUZE else "code"
    return f"{codes}, of een woord als er geen code is"
