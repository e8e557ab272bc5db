"""Beloften: wat er van de vooruitblik van eerder kwam, en wat de organisatie nu belooft (eisen V2 en V4)."""

from collections.abc import Sequence
from decimal import Decimal

from kwaliteit.begrippen.actie import Actie, Actiestatus, Doel
from kwaliteit.begrippen.indicator import Maat, kies_hoofdmaat
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_datum, schrijf_grens
from kwaliteit.begrippen.verslag import (
    Actieregel,
    Alinea,
    Blok,
    Deel,
    Figuurkop,
    Opsomming,
    Sectie,
    Terugblik,
    Vooruitblik,
)
from kwaliteit.begrippen.vragenlijst import Kengetalsoort
from kwaliteit.rapportage.cijferplaatsen import verwijs, zoek_cijfer, zoek_vraag
from kwaliteit.rapportage.jaarcellen import noem_jaren
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import citeer, schrijf_aantal
from kwaliteit.rapportage.zinnen import noem_antwoord, schrijf_vraagfeit

TITEL_BELOFTEN = "Wat kwam er van de beloften?"
ANKER_BELOFTEN = "figuur-beloften"
GEEN_BELOFTEN = "Er stonden geen beloften open uit eerdere verslagen."
GEEN_ACTIES = "Over nieuwe acties schreef de organisatie dit jaar niets."
LOOPT_DOOR = (Actiestatus.LOOPT, Actiestatus.LATER, Actiestatus.DEELS)


def zoek_beloften(stof: Stof) -> tuple[Actie, ...]:
    """De beloften van vóór dit jaar die over dit jaar een stand moeten hebben."""
    return tuple(actie for actie in stof.werkmap.acties if actie.is_open_in(stof.jaar))


def zoek_nieuwe_acties(stof: Stof) -> tuple[Actie, ...]:
    """De acties die in dit verslag worden beloofd."""
    return tuple(actie for actie in stof.werkmap.acties if actie.beloofd_in == stof.jaar)


def maak_beloften(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Wat kwam er van de beloften?"."""
    regels = tuple(_maak_teruggeblikt(stof, actie) for actie in zoek_beloften(stof))
    blok: Blok = Alinea(delen=(GEEN_BELOFTEN,), toon="stil")
    if regels:
        blok = Terugblik(samenvatting=_vat_samen(regels), regels=regels, kop=_maak_kop(stof, regels))
    return Sectie(titel=TITEL_BELOFTEN, anker="beloften", blokken=(blok,), in_inhoud=True)


def _maak_kop(stof: Stof, regels: tuple[Actieregel, ...]) -> Figuurkop:
    zonder_stand = _schrijf_zonder_stand(regels)
    return Figuurkop(
        nummer=0,
        anker=ANKER_BELOFTEN,
        boodschap=(schrijf_klaar([regel.status for regel in regels]),),
        ondertitel=f"Stand van de beloften uit {noem_verslagen(regels)}, eind {stof.jaar}",
        bron="opgave van de organisatie",
        noten=((zonder_stand,),) if zonder_stand else (),
    )


def noem_verslagen(regels: tuple[Actieregel, ...]) -> str:
    """In welke verslagen iets werd beloofd: "het verslag over 2023"."""
    jaren = sorted({regel.actie.beloofd_in for regel in regels})
    return f"{'het verslag' if len(jaren) == 1 else 'de verslagen'} over {noem_jaren(jaren)}"


def schrijf_klaar(standen: Sequence[Actiestatus | None]) -> str:
    """Hoeveel beloften klaar zijn, zonder punt: "2 van 8 beloften zijn klaar"."""
    klaar = standen.count(Actiestatus.KLAAR)
    werkwoord = "is" if klaar == 1 or len(standen) == 1 else "zijn"
    return f"{klaar} van {len(standen)} belofte{'n' if len(standen) > 1 else ''} {werkwoord} klaar"


def _schrijf_zonder_stand(regels: tuple[Actieregel, ...]) -> str:
    """Bij hoeveel beloften een stand ontbreekt; leeg als dat er geen zijn."""
    aantal = sum(regel.status is None for regel in regels)
    return (
        f"Bij {schrijf_aantal(aantal)} belofte{'n' if aantal > 1 else ''} is nog geen stand gemeld." if aantal else ""
    )


def maak_vooruitblik(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Vooruitblik", met de eerdere beloften die doorlopen."""
    regels = tuple(_maak_vooruit(stof, actie) for actie in zoek_nieuwe_acties(stof))
    blokken: list[Blok] = [Vooruitblik(regels=regels) if regels else Alinea(delen=(GEEN_ACTIES,), toon="stil")]
    lopend = [actie for actie in zoek_beloften(stof) if _loopt_door(actie, stof.jaar)]
    if lopend:
        punten = tuple((f"{actie.wat}.", (f"{actie.wie}.",)) for actie in lopend)
        blokken += [Alinea(delen=("Deze eerdere beloften lopen door.",)), Opsomming(punten=punten)]
    return Sectie(titel=f"Vooruitblik {stof.jaar + 1}", anker="vooruitblik", blokken=tuple(blokken), in_inhoud=True)


def _vat_samen(regels: tuple[Actieregel, ...]) -> str:
    klaar = sum(regel.status is Actiestatus.KLAAR for regel in regels)
    slot = _schrijf_zonder_stand(regels)
    return f"{klaar} van {len(regels)} klaar{f'. {slot}' if slot else ''}"


def _loopt_door(actie: Actie, jaar: int) -> bool:
    stand = actie.stand.get(jaar)
    return stand is not None and stand.status in LOOPT_DOOR


def _maak_teruggeblikt(stof: Stof, actie: Actie) -> Actieregel:
    stand = actie.stand.get(stof.jaar)
    return Actieregel(
        actie=actie,
        status=stand.status if stand else None,
        toelichting=stand.toelichting if stand else "",
        waarom=_schrijf_waarom(stof, actie),
        gelukt_als=_schrijf_doel(stof, actie),
        uitkomst=_schrijf_uitkomst(stof, actie),
        doel=actie.gelukt_als,
    )


def _maak_vooruit(stof: Stof, actie: Actie) -> Actieregel:
    return Actieregel(
        actie=actie,
        status=None,
        toelichting="",
        waarom=_schrijf_waarom(stof, actie),
        gelukt_als=_schrijf_doel(stof, actie),
        uitkomst=(),
        doel=actie.gelukt_als,
    )


def _schrijf_waarom(stof: Stof, actie: Actie) -> tuple[Deel, ...]:
    """De aanleiding in zinnen; een cijfer is dat van het jaar waarin de actie werd beloofd, en noemt dat jaar."""
    delen: list[Deel] = []
    vorige = ""
    for naam in actie.waarom:
        zin, vorige = _schrijf_aanleiding(stof, actie, naam, vorige)
        delen += [" ", *zin] if delen else zin
    return tuple(delen)


def _schrijf_aanleiding(stof: Stof, actie: Actie, naam: str, vorige: str) -> tuple[tuple[Deel, ...], str]:
    """De zin, en de vraagtekst die erin staat. Is dat de tekst van de vorige zin, dan staat die er niet nog eens."""
    normen = {norm.id: norm for norm in stof.kader.normen}
    if naam in normen:
        return (f"Norm {naam}: {normen[naam].thema}.",), ""
    verwijzing = verwijs(naam, actie.waar, jaar=actie.beloofd_in)
    cijfer = zoek_cijfer(stof, verwijzing)
    wanneer = "" if actie.beloofd_in == stof.jaar else f"in {actie.beloofd_in}"
    if naam in stof.kengetallen:
        return (f"{stof.kengetallen[naam].naam}{f' ({wanneer})' if wanneer else ''}: ", cijfer, "."), ""
    groep, vraag = zoek_vraag(stof, verwijzing)
    return schrijf_vraagfeit(cijfer, vraag, groep, met_tekst=vraag.tekst != vorige, wanneer=wanneer), vraag.tekst


def _schrijf_uitkomst(stof: Stof, actie: Actie) -> tuple[Deel, ...]:
    """Het cijfer van nu; waarvan het is, staat er vlak voor bij `gelukt_als`."""
    doel = actie.gelukt_als
    if doel is None or doel.indicator is None:
        return ()
    verwijzing = verwijs(doel.indicator, actie.waar, jaar=stof.jaar, doelgroep=doel.doelgroep)
    return f"In {stof.jaar}: ", zoek_cijfer(stof, verwijzing), "."


def _schrijf_doel(stof: Stof, actie: Actie) -> tuple[Deel, ...]:
    """Waaraan te zien is dat een actie gelukt is. De ondergrens is een afspraak van de organisatie, geen cijfer."""
    doel = actie.gelukt_als
    if doel is None:
        return ()
    maatstaf = _noem_maatstaf(stof, doel, doel.indicator, actie) if doel.indicator is not None else ""
    wanneer = f"Klaar op {schrijf_datum(doel.datum)}." if doel.datum else ""
    zin = " ".join(filter(None, (maatstaf, wanneer)))
    return (zin,) if zin else ()


def _noem_maatstaf(stof: Stof, doel: Doel, naam: str, actie: Actie) -> str:
    if naam in stof.kengetallen:
        kengetal = stof.kengetallen[naam]
        is_aandeel = kengetal.soort is Kengetalsoort.VERHOUDING
        return f"{': '.join(filter(None, (kengetal.naam, _schrijf_ondergrens(doel.minstens, is_aandeel=is_aandeel))))}."
    groep, vraag = zoek_vraag(stof, verwijs(naam, actie.waar, doelgroep=doel.doelgroep))
    is_aandeel = kies_hoofdmaat(vraag) is Maat.GUNSTIG
    ondergrens = _schrijf_ondergrens(doel.minstens, is_aandeel=is_aandeel)
    if is_aandeel and ondergrens:
        enkelvoud, _ = noem_antwoord(vraag)
        zin = f"{met_hoofdletter(ondergrens)} van de {groep.naam} {enkelvoud}"
        return f"{zin}." if _is_enige_aanleiding(stof, actie, naam) else f"{zin}: {citeer(vraag.tekst)}"
    return f"{': '.join(filter(None, (f'{met_hoofdletter(groep.naam)}, {citeer(vraag.tekst)}', ondergrens)))}."


def _is_enige_aanleiding(stof: Stof, actie: Actie, naam: str) -> bool:
    """Waar als de vraag al bij `waarom` staat en daar de enige aan haar groep is: dan is duidelijk welke bedoeld is."""
    groepen = {ander: zoek_vraag(stof, verwijs(ander, actie.waar))[0] for ander in actie.waarom if ander in stof.vragen}
    return naam in groepen and list(groepen.values()).count(groepen[naam]) == 1


def _schrijf_ondergrens(minstens: float | None, *, is_aandeel: bool) -> str:
    """De afgesproken ondergrens: "minstens 90%" of "minstens 7,5"; een aandeel is een fractie."""
    if minstens is None:
        return ""
    getal = schrijf_grens(Decimal(repr(minstens)) * 100 if is_aandeel else minstens)
    if is_aandeel:
        return "100%" if minstens >= 1 else f"minstens {getal}%"
    return f"minstens {getal}"
