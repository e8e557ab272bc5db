"""Hoe dit verslag is gemaakt: meten, zekerheid, privacy, contact en versie."""

from decimal import Decimal

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Intervalmethode, Maat
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_datum, schrijf_grens
from kwaliteit.begrippen.verslag import Alinea, Blok, Opsomming, Sectie
from kwaliteit.rapportage.bron import noem_lijsten
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import som_op

KORT = "Een computerprogramma telde de antwoorden. Mensen schreven de teksten en kozen de citaten."
ELDERS = "Wie zijn gevraagd, en wanneer, staat bij “Wie deden mee”."
MARGEZIN = "De marge houdt alleen rekening met toeval. Wie niet meedeed, kan er anders over denken."
WAT_VERGELEKEN = (
    "Een cijfer is vergeleken met de vorige keer, een groep met een andere groep, en een locatie met de rest. Over een"
    " verschil gebruikt dit verslag alleen deze woorden."
)
VEEL_VERGELEKEN = (
    "Wie veel vergelijkt, vindt altijd een paar verschillen die toeval zijn. De berekening let daarop. Hoe meer er is"
    " vergeleken, hoe strenger de eis voor “duidelijk” (methode van Benjamini en Hochberg). Wie niet meedeed, telt ook"
    " hier niet mee."
)
MARGE_OF_OORDEEL = (
    "De marge gaat over de mensen van dit jaar en rekent met hoeveel er zijn, als dat bekend is. Een vergelijking gaat"
    " over de zorg en is voorzichtiger. Daarom kunnen marges elkaar niet raken en staat er toch “kan toeval zijn”."
)
GEEN_MARGES = "Dit jaar staat er bij geen enkel cijfer een marge."
GEWOGEN = (
    "Bij een gewogen cijfer telt de een zwaarder dan de ander. De marge is dan die van Wilson, met minder antwoorden"
    " naarmate de gewichten meer verschillen."
)
METHODEN = (
    (
        Intervalmethode.BLAKER,
        "Soms is bekend om hoeveel mensen het gaat. Dan is de methode van Blaker gebruikt.",
    ),
    (
        Intervalmethode.WILSON,
        "Soms is niet bekend om hoeveel mensen het gaat. Dan is de methode van Wilson gebruikt.",
    ),
    (Intervalmethode.T, "Bij een gemiddelde is de t-verdeling gebruikt."),
    (
        Intervalmethode.WALD,
        "Bij de aanbevelingsscore (NPS) is de aangepaste methode van Wald gebruikt. Die rekent niet met hoeveel mensen"
        " er zijn.",
    ),
    (Intervalmethode.IEDEREEN, "Soms heeft iedereen geantwoord. Dan is er geen marge nodig."),
)


def maak_methode(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Hoe dit verslag is gemaakt"."""
    return Sectie(
        titel="Hoe dit verslag is gemaakt",
        anker="methode",
        blokken=(Alinea(delen=(KORT,)),),
        secties=(
            Sectie(titel="Meten", anker="methode-meten", blokken=_schrijf_meten(stof), ingeklapt=True),
            Sectie(titel="Zekerheid", anker="methode-zekerheid", blokken=schrijf_zekerheid(stof), ingeklapt=True),
            *_maak_vergelijken(stof),
            Sectie(titel="Privacy", anker="methode-privacy", blokken=_schrijf_privacy(stof), ingeklapt=True),
            Sectie(titel="Versie", anker="methode-versie", blokken=schrijf_versie(stof), ingeklapt=True),
            Sectie(titel="Vragen of een fout gezien", anker="methode-contact", blokken=schrijf_contact(stof)),
        ),
        in_inhoud=True,
    )


def _schrijf_meten(stof: Stof) -> tuple[Blok, ...]:
    punten = tuple(
        (f"{met_hoofdletter(groep.naam)}.", (f"Vragenlijst {som_op(lijsten)}.",))
        for groep in Doelgroep
        if (lijsten := noem_lijsten(stof, groep))
    )
    lijst: tuple[Blok, ...] = (Opsomming(punten=punten),) if punten else ()
    afronden = "Percentages zijn afgerond op hele getallen. Daardoor kan een optelling 99 of 101 zijn."
    tellen = "Een cijfer gaat alleen over mensen die de vraag beantwoordden. Een leeg antwoord telt niet mee."
    return (Alinea(delen=(ELDERS,)), *lijst, Alinea(delen=(f"{tellen} {afronden}",)))


def schrijf_zekerheid(stof: Stof) -> tuple[Blok, ...]:
    """Hoe de marge is berekend, en wat zij niet meeneemt."""
    gewogen = {(een.jaar, een.doelgroep, een.vraag.id) for een in stof.openbaar.gevraagd if een.gewogen}
    gebruikt = {
        (cijfer.methode, (cijfer.jaar, cijfer.doelgroep, cijfer.indicator) in gewogen)
        for cijfer in stof.openbaar.cijfers
        if cijfer.methode is not None
    }
    zinnen = [zin for methode, zin in METHODEN if (methode, False) in gebruikt]
    zinnen += [GEWOGEN] if any(is_gewogen for _, is_gewogen in gebruikt) else []
    vanaf = f"Vanaf {stof.rekenregels.procent_vanaf} antwoorden staat er een marge van 95% bij een percentage."
    uitleg = " ".join((vanaf, *zinnen)) if zinnen else GEEN_MARGES
    return Alinea(delen=(uitleg,)), Alinea(delen=(MARGEZIN,))


def _maak_vergelijken(stof: Stof) -> tuple[Sectie, ...]:
    """Wat de woorden over een verschil betekenen; alleen als er iets vergeleken is."""
    if not stof.oordelen.oordelen:
        return ()
    regels = stof.rekenregels
    punten, vanaf = schrijf_grens(Decimal(str(regels.verschil_minstens)) * 100), regels.procent_vanaf
    uitleg = (
        (
            "Duidelijk meer of minder.",
            f"Het verschil is minstens {punten} punten. Door toeval alleen komt zo’n verschil zelden voor.",
        ),
        ("Mogelijk meer of minder.", f"Het verschil is minstens {punten} punten, maar het kan toeval zijn."),
        (
            "Ongeveer gelijk.",
            f"Het gemeten verschil is kleiner dan {punten} punten. Het echte verschil kan groter zijn.",
        ),
        (
            "Te weinig antwoorden om te vergelijken.",
            f"Aan een kant zijn er minder dan {vanaf} antwoorden, of staat er geen precies cijfer.",
        ),
        ("Niet te vergelijken.", "De vraag of de groep is veranderd. Dan begint een nieuwe reeks."),
    )
    gebruikt = {oordeel.maat for oordeel in stof.oordelen.oordelen}
    grenzen = [
        (f"bij {wat}", schrijf_grens(grens))
        for maat, wat, grens in (
            (Maat.SCORE, "een score van 0 tot 100", regels.verschil_score),
            (Maat.GEMIDDELDE, "een gemiddeld cijfer", regels.verschil_cijfer),
            (Maat.NPS, "de aanbevelingsscore", regels.verschil_nps),
        )
        if maat in gebruikt
    ]
    blokken: tuple[Blok, ...] = (
        Alinea(delen=(WAT_VERGELEKEN,)),
        Opsomming(punten=tuple((woord, (zin,)) for woord, zin in uitleg)),
        *((Alinea(delen=(_schrijf_grenzen(punten, grenzen),)),) if grenzen else ()),
        Alinea(delen=(MARGE_OF_OORDEEL,)),
        Alinea(delen=(VEEL_VERGELEKEN,)),
    )
    return (Sectie(titel="Vergelijken", anker="methode-vergelijken", blokken=blokken, ingeklapt=True),)


def _schrijf_grenzen(punten: str, grenzen: list[tuple[str, str]]) -> str:
    """De grens bij andere maten: "Bij een gemiddeld cijfer is die grens 0,3 en bij de aanbevelingsscore 10."."""
    (eerste, grens), *andere = grenzen
    begin = f"{met_hoofdletter(eerste)} is die grens {grens}"
    samen = som_op([begin, *(f"{wat} {getal}" for wat, getal in andere)])
    return f"De grens van {punten} punten is voor percentages. {samen}."


def _schrijf_privacy(stof: Stof) -> tuple[Blok, ...]:
    punten = (
        f"Bij minder dan {stof.openbaar.drempel} antwoorden staat er geen cijfer.",
        "Ook andere cijfers blijven weg als een verborgen cijfer daarmee uit te rekenen is.",
        "Antwoorden zijn zonder naam verwerkt. Open antwoorden staan niet in dit verslag.",
        "Citaten staan hier met toestemming. Alleen de rol staat erbij.",
    )
    return (Opsomming(punten=tuple(("", (zin,)) for zin in punten)),)


def schrijf_contact(stof: Stof) -> tuple[Blok, ...]:
    """Waar iemand met een vraag of een fout terechtkan."""
    organisatie = stof.werkmap.organisatie
    zinnen = []
    if organisatie.contact:
        zinnen.append(f"Contact: {organisatie.contact}.")
    if organisatie.website:
        zinnen.append(f"Website: {organisatie.website}")
    return (Alinea(delen=(" ".join(zinnen) or f"Neem contact op met {organisatie.naam}.",)),)


def schrijf_versie(stof: Stof) -> tuple[Blok, ...]:
    """Waarmee dit is gemaakt: programma, kader, controlegetal, en wanneer het is vastgesteld."""
    herkomst = stof.herkomst
    vastgesteld = stof.werkmap.publicatie.vastgesteld_op
    punten: list[tuple[str, tuple[str, ...]]] = [
        ("Programma.", (f"kwaliteit {herkomst.programma}",)),
        ("Kader.", (f"{stof.kader.naam}, versie {herkomst.kaderversie}",)),
        ("Controlegetal van de bronnen.", (herkomst.controlegetal,)),
    ]
    if vastgesteld is not None and not stof.concept:
        punten.insert(0, ("Vastgesteld op.", (schrijf_datum(vastgesteld),)))
    return (Opsomming(punten=tuple(punten)),)
