"""De uitgave in gewone taal, voor cliënten en naasten: één bladzijde, dezelfde cijfers, en geen woord vakjargon."""

from dataclasses import replace

from kwaliteit.begrippen.actie import Actie, Actiestatus, noem_stand
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_datum
from kwaliteit.begrippen.vergelijking import Label
from kwaliteit.begrippen.verhaal import Citaat, Citaattoon
from kwaliteit.begrippen.verslag import (
    Alinea,
    Blok,
    Citaatregel,
    Citaten,
    Deel,
    Kernboodschap,
    Kernboodschappen,
    Opsomming,
    Sectie,
    Uitgave,
)
from kwaliteit.rapportage.acties import (
    GEEN_ACTIES,
    GEEN_BELOFTEN,
    TITEL_BELOFTEN,
    schrijf_klaar,
    zoek_beloften,
    zoek_nieuwe_acties,
)
from kwaliteit.rapportage.cijferplaatsen import vul_in
from kwaliteit.rapportage.kort import GEEN_BOODSCHAP, maak_boodschappen, maak_kernblokken
from kwaliteit.rapportage.respons import schrijf_niet_gevraagd, schrijf_totaal, zoek_niet_gevraagd
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import ROLLEN, som_op

GEEN_TEKST = "De organisatie schreef dit jaar geen eigen samenvatting."
NIETS_GESCHREVEN = "De organisatie schreef hier dit jaar niets over."
NERGENS_IETS_GESCHREVEN = "De organisatie schreef dit jaar zelf niets bij de cijfers."
GEEN_CITATEN = "Dit jaar staan hier geen woorden van cliënten en naasten."
NIEMAND = "Dit jaar is aan niemand iets gevraagd."
UITLEG = (
    (Label.DUIDELIJK, "“Duidelijk” betekent: door toeval alleen komt zo’n verschil zelden voor."),
    (Label.MOGELIJK, "“Mogelijk” betekent: dit kan toeval zijn."),
)
MEER = "In het hele verslag staan alle cijfers. Daar staat ook hoe er is geteld."
CITAATGROEPEN = (Doelgroep.CLIENTEN, Doelgroep.NAASTEN)
STANDEN = (*Actiestatus, None)


def maak_gewone_taal(stof: Stof) -> tuple[Sectie, ...]:
    """Maak de hoofdstukken van de uitgave in gewone taal."""
    komend = stof.jaar + 1
    return (
        Sectie(titel="In het kort", anker="kort", blokken=(_maak_begin(stof),)),
        Sectie(titel="Wie deden mee?", anker="respons", blokken=(_schrijf_deelname(stof),)),
        Sectie(titel="Wat kwam eruit?", anker="uitkomsten", blokken=_maak_uitkomsten(stof)),
        _maak_citaten(stof),
        Sectie(titel=TITEL_BELOFTEN, anker="beloften", blokken=_maak_beloften(stof)),
        Sectie(titel=f"Wat gaat er gebeuren in {komend}?", anker="vooruitblik", blokken=(_maak_acties(stof),)),
        Sectie(titel="Meer weten?", anker="contact", blokken=_verwijs_door(stof)),
    )


def _maak_begin(stof: Stof) -> Blok:
    """De eigen woorden in gewone taal, anders de samenvatting uit het verslag."""
    verhaal = stof.werkmap.verhaal
    tekst = verhaal.gewone_taal or verhaal.samenvatting
    return vul_in(stof, tekst) if tekst else Alinea(delen=(GEEN_TEKST,), toon="stil")


def _schrijf_deelname(stof: Stof) -> Alinea:
    """Aan wie is gevraagd en hoeveel mensen antwoordden; kan dat niet in één getal, dan per groep."""
    groepen = [groep for groep in HOOFDGROEPEN if stof.is_bevraagd(groep)]
    if not groepen:
        return Alinea(delen=(NIEMAND,))
    delen: list[Deel] = [f"{met_hoofdletter(som_op([groep.naam for groep in groepen]))} kregen vragen over de zorg."]
    totaal = schrijf_totaal(stof)
    if totaal:
        delen.append(f" {totaal}.")
    else:
        cijfers = [(groep, stof.respons.get((stof.jaar, groep, ORGANISATIE))) for groep in groepen]
        delen += [deel for groep, cijfer in cijfers if cijfer for deel in _schrijf_groepsdeelname(groep, cijfer)]
    delen += [f" {schrijf_niet_gevraagd(groep)}" for groep in HOOFDGROEPEN if groep in zoek_niet_gevraagd(stof)]
    return Alinea(delen=tuple(delen))


def _schrijf_groepsdeelname(groep: Doelgroep, cijfer: OpenbaarCijfer) -> tuple[Deel, ...]:
    if cijfer.status is Status.GETOOND and cijfer.waarde is not None and cijfer.noemer is not None:
        return " ", cijfer, f" van de {cijfer.noemer} gevraagde {groep.naam} gaf antwoord."
    return f" {met_hoofdletter(groep.naam)}: ", cijfer, "."


def _maak_uitkomsten(stof: Stof) -> tuple[Blok, ...]:
    """De boodschappen van het verslag, met uitleg van een woord over een verschil dat erin staat."""
    boodschappen = maak_boodschappen(stof)
    gebruikt = " ".join(boodschap.verschil.lower() for boodschap in boodschappen)
    uitleg = " ".join(zin for label, zin in UITLEG if label.value in gebruikt)
    return (
        *map(_vereenvoudig, maak_kernblokken(boodschappen, NERGENS_IETS_GESCHREVEN)),
        *((Alinea(delen=(uitleg,), toon="stil"),) if uitleg else ()),
    )


def _vereenvoudig(blok: Blok) -> Blok:
    if not isinstance(blok, Kernboodschappen):
        return blok
    return replace(blok, boodschappen=tuple(map(_vereenvoudig_boodschap, blok.boodschappen)))


def _vereenvoudig_boodschap(boodschap: Kernboodschap) -> Kernboodschap:
    """Dezelfde boodschap zonder vakwoord of afkorting; de naam wijst naar het hele verslag."""
    return replace(
        boodschap,
        boodschap=NIETS_GESCHREVEN if boodschap.boodschap == GEEN_BOODSCHAP else boodschap.boodschap,
        bij_cijfer=boodschap.bij_cijfer.replace(" (NPS)", ""),
        uitgave=Uitgave.VERSLAG,
    )


def _maak_citaten(stof: Stof) -> Sectie:
    """Per groep hoogstens twee citaten: een ander en een kritisch, als die er zijn. De kop noemt wie er staat."""
    citaten = [citaat for groep in CITAATGROEPEN for citaat in _kies_citaten(stof, groep)]
    if not citaten:
        return Sectie(titel="Citaten", anker="citaten", blokken=(Alinea(delen=(GEEN_CITATEN,), toon="stil"),))
    regels = tuple(Citaatregel(tekst=citaat.tekst, rol=ROLLEN[citaat.doelgroep]) for citaat in citaten)
    wie = som_op(list(dict.fromkeys(citaat.doelgroep.naam for citaat in citaten)))
    return Sectie(titel=f"Wat {wie} zeiden", anker="citaten", blokken=(Citaten(citaten=regels),))


def _kies_citaten(stof: Stof, groep: Doelgroep) -> list[Citaat]:
    van_groep = [citaat for citaat in stof.werkmap.citaten if citaat.doelgroep is groep]
    kritisch = [citaat for citaat in van_groep if citaat.toon is Citaattoon.KRITISCH][:1]
    ander = [citaat for citaat in van_groep if citaat not in kritisch][:1]
    return [*ander, *kritisch]


def _maak_beloften(stof: Stof) -> tuple[Blok, ...]:
    """Hoeveel beloften klaar zijn, en per stand welke het zijn; de redenen staan in het hele verslag."""
    beloften = zoek_beloften(stof)
    if not beloften:
        return (Alinea(delen=(GEEN_BELOFTEN,), toon="stil"),)
    standen = [_zoek_status(stof, actie) for actie in beloften]
    punten = tuple(
        (f"{met_hoofdletter(noem_stand(stand))}.", (_noem_acties(beloften, standen, stand),))
        for stand in STANDEN
        if stand in standen
    )
    return Alinea(delen=(f"{schrijf_klaar(standen)}.",)), Opsomming(punten=punten)


def _zoek_status(stof: Stof, actie: Actie) -> Actiestatus | None:
    stand = actie.stand.get(stof.jaar)
    return stand.status if stand else None


def _noem_acties(beloften: tuple[Actie, ...], standen: list[Actiestatus | None], stand: Actiestatus | None) -> str:
    namen = [actie.wat.rstrip(".") for actie, van_actie in zip(beloften, standen, strict=True) if van_actie is stand]
    return " ".join(f"{naam}." for naam in namen)


def _maak_acties(stof: Stof) -> Blok:
    punten = tuple(
        ("", (f"{actie.wat.rstrip('.')}. Klaar op {schrijf_datum(actie.klaar_op)}.",))
        for actie in zoek_nieuwe_acties(stof)
    )
    return Opsomming(punten=punten) if punten else Alinea(delen=(GEEN_ACTIES,), toon="stil")


def _verwijs_door(stof: Stof) -> tuple[Blok, ...]:
    """Waar het hele verslag staat en waar iemand met vragen terechtkan; meer staat in de voet van de pagina."""
    organisatie, url = stof.werkmap.organisatie, stof.werkmap.publicatie.url
    wie = f"{organisatie.contact}." if organisatie.contact else f"Neem contact op met {organisatie.naam}."
    staat = "komt" if stof.concept else "staat"
    return Alinea(delen=(f"{MEER}{f' Het {staat} op {url}' if url else ''}",)), Alinea(delen=(f"Vragen? {wie}",))
