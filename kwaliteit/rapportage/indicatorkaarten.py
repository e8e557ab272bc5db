"""Kaarten die zeggen wat elke indicator betekent, gemaakt uit de vraag, het kengetal en de rekenregels zelf.

De enige plaats met deze teksten: de pagina `indicatoren.html` en de handleiding tonen dezelfde kaarten.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Gevraagd
from kwaliteit.begrippen.indicatorkaart import Indicatorkaart
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.openbaar import OpenbareIndicatoren
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_grens
from kwaliteit.begrippen.vragenlijst import (
    Kengetal,
    Kengetalsoort,
    Ontbreekregel,
    Samenstelling,
    Schaal,
    Schaalsoort,
    Vraag,
    Vragenbibliotheek,
)
from kwaliteit.formules.schaalscore import eis_helft, eis_twee_derde
from kwaliteit.rapportage.taal import som_op

KENGETALLEN = "Kengetallen uit de registratie"
RESPONS = "Wie deden mee"
PROCENT = "Procent, afgerond op een heel getal. In het bestand met cijfers: een deel van 0 tot 1."
GEEN_ANTWOORD = (
    "Een leeg antwoord, “weet ik niet” en “niet van toepassing” tellen niet mee, ook niet in de noemer."
    " Er wordt niets aangevuld."
)
NIET_OMGEKEERD = "Nee."
JAREN = (
    "Jaren zijn te vergelijken zolang de tekst, de schaal en de vragenlijst gelijk blijven, en dezelfde mensen bij de"
    " groep horen."
)
ANDERE_MENSEN = "Er horen nu andere mensen bij de groep."
SOMS_GEEN_MARGE = "Soms staat er geen marge: dan zou een antwoord van één mens te raden zijn."
NIET_OPENBAAR = "Geen: dit cijfer is niet openbaar."
GEWOGEN = "De antwoorden zijn gewogen: de een telt zwaarder dan de ander."
ALLEEN_GUNSTIG = "Van gewogen antwoorden is alleen het deel gunstig van de hele organisatie openbaar."
WANNEER_GEWOGEN = "Een gewogen cijfer is niet te vergelijken met een cijfer dat niet gewogen is."
EISEN = {Ontbreekregel.HELFT: eis_helft, Ontbreekregel.TWEE_DERDE: eis_twee_derde}


def maak_kaarten(openbaar: OpenbareIndicatoren, kader: Kader, regels: Rekenregels) -> tuple[Indicatorkaart, ...]:
    """Maak de kaarten van een verslag: elke vraag in de laatste vorm, elk kengetal en elke groep, in vaste volgorde."""
    gesteld: dict[tuple[Doelgroep, str], list[Gevraagd]] = {}
    for gevraagd in sorted(openbaar.gevraagd, key=lambda een: (een.doelgroep.rangorde, een.jaar)):
        if gevraagd.jaar <= openbaar.jaar and gevraagd.vraag.is_gemeten:
            gesteld.setdefault((gevraagd.doelgroep, gevraagd.vraag.id), []).append(gevraagd)
    vragen = [
        maak_vraagkaart(
            jaren[-1].vraag,
            jaren[-1].doelgroep,
            regels,
            normen=_noem_normen(jaren[-1].normen, kader),
            bron=_noem_bron(jaren, openbaar.jaar),
            vergelijken=_noem_vergelijking(jaren),
            gewogen=jaren[-1].gewogen,
        )
        for jaren in gesteld.values()
    ]
    kengetallen = [maak_kengetalkaart(kengetal, kader) for kengetal in openbaar.kengetallen]
    groepen = sorted({groep for groep, _ in gesteld}, key=lambda groep: groep.rangorde)
    return _met_eigen_anker((*vragen, *kengetallen, *(maak_responskaart(groep, regels) for groep in groepen)))


def maak_lijstkaarten(bibliotheek: Vragenbibliotheek, kader: Kader, regels: Rekenregels) -> tuple[Indicatorkaart, ...]:
    """Maak de kaarten van alle meegeleverde vragenlijsten en kengetallen, voor de handleiding."""
    lijsten = sorted(bibliotheek.vragenlijsten, key=lambda lijst: (lijst.doelgroep.rangorde, lijst.naam))
    vragen = [
        maak_vraagkaart(
            vraag,
            lijst.doelgroep,
            regels,
            normen=_noem_normen(vraag.normen, kader),
            bron=f"Vragenlijst {lijst.naam}, versie {lijst.versie}.",
            vergelijken=" ".join((JAREN, *_noem_verklaringen(vraag))),
        )
        for lijst in lijsten
        for vraag in lijst.gemeten_vragen
    ]
    kengetallen = [maak_kengetalkaart(kengetal, kader) for kengetal in bibliotheek.kengetallen]
    groepen = sorted({lijst.doelgroep for lijst in lijsten}, key=lambda groep: groep.rangorde)
    return _met_eigen_anker((*vragen, *kengetallen, *(maak_responskaart(groep, regels) for groep in groepen)))


def noem_kaartanker(id_: str) -> str:
    """Geef het anker van de kaart bij een code: "CL04" wordt "cl04"."""
    return re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")


def _met_eigen_anker(kaarten: Sequence[Indicatorkaart]) -> tuple[Indicatorkaart, ...]:
    """Stelt een tweede groep een vraag met dezelfde code, dan krijgt haar kaart de groep in het anker."""
    bezet: set[str] = set()
    gemaakt = []
    for kaart in kaarten:
        anker = kaart.anker
        if anker in bezet:
            anker = noem_kaartanker(f"{kaart.anker}-{kaart.hoofdstuk}")
        bezet.add(anker)
        gemaakt.append(replace(kaart, anker=anker))
    return tuple(gemaakt)


def maak_vraagkaart(
    vraag: Vraag,
    doelgroep: Doelgroep,
    regels: Rekenregels,
    *,
    normen: str,
    bron: str,
    vergelijken: str,
    gewogen: bool = False,
) -> Indicatorkaart:
    """Maak de kaart van een vraag of schaalscore."""
    kaart = _maak_gewone_kaart(vraag, doelgroep, regels, normen=normen, bron=bron, vergelijken=vergelijken)
    return _maak_gewogen(kaart, vraag, regels) if gewogen else kaart


def _maak_gewogen(kaart: Indicatorkaart, vraag: Vraag, regels: Rekenregels) -> Indicatorkaart:
    """Wat er anders is als de een zwaarder telt dan de ander; een cijfer zonder gunstige kant blijft dan intern."""
    schaal = vraag.schaal
    if not (schaal.soort.heeft_codes and schaal.gunstig):
        return replace(kaart, definitie=f"{kaart.definitie} {GEWOGEN} {ALLEEN_GUNSTIG}", marge=NIET_OPENBAAR, ook="")
    gunstig = _noem_gunstig(schaal)
    return replace(
        kaart,
        definitie=f"{kaart.definitie} {GEWOGEN} {ALLEEN_GUNSTIG}",
        teller=f"De gewichten van mensen die {gunstig} zeiden, opgeteld.",
        noemer="De gewichten van mensen die deze vraag beantwoordden, opgeteld.",
        ook="",
        marge=f"95%, vanaf {regels.procent_vanaf} antwoorden. Methode van Wilson, met minder antwoorden naarmate de"
        " gewichten meer verschillen.",
    )


def _maak_gewone_kaart(
    vraag: Vraag, doelgroep: Doelgroep, regels: Rekenregels, *, normen: str, bron: str, vergelijken: str
) -> Indicatorkaart:
    schaal = vraag.schaal
    wie = doelgroep.naam
    kaart = Indicatorkaart(
        id=vraag.id,
        anker=noem_kaartanker(vraag.id),
        titel=vraag.tekst,
        hoofdstuk=met_hoofdletter(wie),
        definitie=f"Hoe vaak {wie} elk antwoord gaven.",
        teller="Mensen met dit antwoord.",
        noemer="Mensen die deze vraag beantwoordden.",
        eenheid=PROCENT,
        ook=_noem_extra(vraag),
        ontbrekend=GEEN_ANTWOORD,
        omkering=_noem_omkering(vraag),
        marge=_noem_margeregel(schaal, regels),
        normen=normen,
        bron=bron,
        vergelijken=vergelijken,
    )
    if schaal.soort is Schaalsoort.SCHAALSCORE:
        return _maak_schaalscorekaart(kaart, vraag)
    if schaal.soort is Schaalsoort.NPS:
        return replace(
            kaart,
            definitie="De aanbevelingsscore (NPS): het deel met een 9 of 10, min het deel met een 0 tot en met 6.",
            teller="Mensen met een 9 of 10, min mensen met een 0 tot en met 6.",
            eenheid="Punten van −100 tot +100, afgerond op een heel getal.",
        )
    if schaal.soort is Schaalsoort.MEERKEUZE:
        return replace(
            kaart,
            definitie=f"Van de {wie} die iets kozen: het deel dat dit antwoord koos. Meer antwoorden mogelijk; samen is"
            " het dan meer dan het geheel.",
            teller="Mensen die dit antwoord kozen.",
            noemer="Mensen die minstens één antwoord kozen.",
            ontbrekend="Wie niets koos, “weet ik niet” of “niet van toepassing” zei, telt niet mee, ook niet in de"
            " noemer. Er wordt niets aangevuld.",
        )
    if not schaal.soort.heeft_codes:
        return _maak_getalkaart(kaart, schaal, wie)
    if schaal.gunstig:
        gunstig = _noem_gunstig(schaal)
        return replace(
            kaart,
            definitie=f"Van de {wie} die antwoordden: het deel dat {gunstig} zei.",
            teller=f"Mensen die {gunstig} zeiden.",
        )
    return kaart


def _maak_getalkaart(kaart: Indicatorkaart, schaal: Schaal, wie: str) -> Indicatorkaart:
    if schaal.soort is Schaalsoort.GETAL:
        return replace(
            kaart,
            definitie=f"Het gemiddelde van de getallen die {wie} gaven. Het is alleen voor intern gebruik: uit zo’n"
            " gemiddelde kan één antwoord te herkennen zijn.",
            teller="De som van alle gegeven getallen.",
            eenheid="Een getal.",
            marge=NIET_OPENBAAR,
        )
    return replace(
        kaart,
        definitie=f"Het gemiddelde van de cijfers die {wie} gaven.",
        teller="De som van alle gegeven cijfers.",
        eenheid=f"Een cijfer van {_getal(schaal.laagste)} tot {_getal(schaal.hoogste)}, met één decimaal.",
    )


def _maak_schaalscorekaart(kaart: Indicatorkaart, vraag: Vraag) -> Indicatorkaart:
    delen = vraag.samenstelling
    if delen is None:
        return kaart
    aantal = len(delen.vragen)
    minstens = EISEN[delen.regel](aantal)
    omgerekend = ", omgerekend naar een score van 0 tot 100" if delen.op_100 else ""
    schaal = vraag.schaal
    boven = "" if delen.gunstig_boven is None else f" Gunstig is een score boven {_getal(delen.gunstig_boven)}."
    return replace(
        kaart,
        definitie=f"Per mens het gemiddelde van {som_op(list(delen.vragen))}{omgerekend}."
        f" Het cijfer is het gemiddelde van die scores.{boven}",
        teller="De som van alle scores.",
        noemer="Mensen met een score.",
        eenheid="Punten van 0 tot 100, afgerond op een heel getal."
        if delen.op_100
        else f"Een score van {_getal(schaal.laagste)} tot {_getal(schaal.hoogste)}.",
        ontbrekend=f"Wie minstens {minstens} van de {aantal} vragen beantwoordde, krijgt een score."
        " Anderen tellen niet mee.",
        omkering="Omgekeerde vragen zijn eerst omgekeerd; dat staat op hun eigen kaart.",
        bron=" ".join((kaart.bron, *_noem_instrument(delen))),
    )


def _noem_instrument(delen: Samenstelling) -> Iterable[str]:
    """Het instrument, met versie en bron voor zover die er zijn; niets als er geen instrument is."""
    if delen.instrument:
        versie = f", versie {delen.versie}" if delen.versie else ""
        bron = f" ({delen.bron.rstrip('.')})" if delen.bron else ""
        yield f"Instrument: {delen.instrument}{versie}{bron}."


def _noem_gunstig(schaal: Schaal) -> str:
    labels = [f"“{label}”" for code, label in zip(schaal.codes, schaal.labels, strict=True) if code in schaal.gunstig]
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} of {labels[-1]}"


def _noem_extra(vraag: Vraag) -> str:
    soort = vraag.schaal.soort
    extra = ["hoe vaak elk antwoord is gegeven"] if soort.heeft_codes and vraag.schaal.gunstig else []
    if vraag.met_score:
        extra.append("de score van 0 tot 100: het gemiddelde van 100 × (antwoord − laagste) / (hoogste − laagste)")
    if vraag.met_topbox:
        extra.append("het deel dat het hoogste antwoord gaf")
    return f"{met_hoofdletter(som_op(extra))}." if extra else ""


def _noem_omkering(vraag: Vraag) -> str:
    if not vraag.omgekeerd:
        return NIET_OMGEKEERD
    return "Ja: het antwoord wordt laagste + hoogste min het gegeven antwoord, vóór er iets wordt geteld."


def _noem_margeregel(schaal: Schaal, regels: Rekenregels) -> str:
    vanaf = f"95%, vanaf {regels.procent_vanaf} antwoorden."
    if schaal.soort is Schaalsoort.NPS:
        return f"{vanaf} Aangepaste methode van Wald. Die rekent niet met hoeveel mensen er zijn."
    if schaal.soort.heeft_codes or schaal.soort is Schaalsoort.MEERKEUZE:
        if not schaal.gunstig and schaal.soort is not Schaalsoort.MEERKEUZE:
            return ""
        return f"{vanaf} Is bekend om hoeveel mensen het gaat: de exacte methode van Blaker. Anders: die van Wilson."
    return f"{vanaf} Met de t-verdeling; kleiner als bekend is dat bijna iedereen meedeed. {SOMS_GEEN_MARGE}"


def maak_kengetalkaart(kengetal: Kengetal, kader: Kader) -> Indicatorkaart:
    """Maak de kaart van een kengetal."""
    eenheid = {
        Kengetalsoort.VERHOUDING: PROCENT,
        Kengetalsoort.AANTAL: "Een aantal.",
        Kengetalsoort.PER_1000: "Aantal per 1.000, met één decimaal.",
    }[kengetal.soort]
    over = (
        "Gaat over mensen: kleine groepen zijn beschermd."
        if kengetal.over_mensen
        else "Gaat niet over personen: ook een klein aantal staat er."
    )
    return Indicatorkaart(
        id=kengetal.id,
        anker=noem_kaartanker(kengetal.id),
        titel=kengetal.naam,
        hoofdstuk=KENGETALLEN,
        definitie=" ".join(deel for deel in (f"{kengetal.naam.rstrip('.')}.", kengetal.toelichting, over) if deel),
        teller=_als_zin(kengetal.teller),
        noemer=_als_zin(kengetal.noemer) if kengetal.soort is not Kengetalsoort.AANTAL else "",
        eenheid=eenheid,
        ook="",
        ontbrekend="Heeft een locatie niets opgegeven, dan telt zij niet mee. Het verslag zegt dat erbij.",
        omkering="",
        marge="Geen: dit is een telling, geen vraag aan een deel van de mensen.",
        normen=_noem_normen(kengetal.normen, kader),
        bron="Registratie van de organisatie.",
        vergelijken="Te vergelijken zolang teller en noemer hetzelfde betekenen.",
    )


def maak_responskaart(doelgroep: Doelgroep, regels: Rekenregels) -> Indicatorkaart:
    """Maak de kaart van de respons van een groep."""
    return Indicatorkaart(
        id=f"respons {doelgroep.naam}",
        anker=f"respons-{doelgroep}",
        titel=f"Hoeveel {doelgroep.naam} deden mee",
        hoofdstuk=RESPONS,
        definitie="Het deel van de uitgenodigde mensen dat meedeed.",
        teller="Mensen die minstens één vraag beantwoordden die geteld wordt.",
        noemer="Mensen die zijn uitgenodigd.",
        eenheid=PROCENT,
        ook="",
        ontbrekend="Is niet bekend hoeveel mensen zijn uitgenodigd, dan staat er geen percentage.",
        omkering="",
        marge=f"Geen. Deed minder dan {round(100 * regels.respons_voorzichtig)}% mee? Dan staat er een waarschuwing.",
        normen="",
        bron="De vragenlijsten van dit jaar, en de opgave van de organisatie.",
        vergelijken="Te vergelijken zolang dezelfde mensen bij de groep horen en worden uitgenodigd.",
    )


def _noem_normen(normen: Iterable[str], kader: Kader) -> str:
    teksten = {norm.id: f"{norm.id}: {norm.tekst.rstrip('.')} ({norm.plaats})" for norm in kader.normen}
    gevonden = [teksten[norm] for norm in normen if norm in teksten]
    return f"{'; '.join(gevonden)}." if gevonden else "Geen norm van het kader."


def _noem_bron(jaren: Sequence[Gevraagd], jaar: int) -> str:
    laatste = jaren[-1]
    gesteld = som_op([str(gevraagd.jaar) for gevraagd in jaren])
    niet_meer = "" if laatste.jaar == jaar else f" In {jaar} niet gevraagd."
    return f"Vragenlijst {laatste.vragenlijst}, versie {laatste.versie}. Gevraagd in {gesteld}.{niet_meer}"


def _noem_vergelijking(jaren: Sequence[Gevraagd]) -> str:
    """Zeg welke jaren bij de reeks van het laatste jaar horen, en waar en waarom zij breekt."""
    laatste = jaren[-1]
    if len(jaren) == 1:
        return " ".join(("Nog geen eerder jaar om mee te vergelijken.", *_noem_verklaringen(laatste.vraag)))
    eerdere = [een for een in jaren[:-1] if een.gewogen is laatste.gewogen]
    zelfde = [str(een.jaar) for een in eerdere if een.reeks == laatste.reeks]
    zinnen = [f"{laatste.jaar} is te vergelijken met {som_op(zelfde)}."] if zelfde else []
    zinnen += [
        f"Vanaf {gevraagd.jaar} niet te vergelijken met eerder: {gevraagd.breuk}."
        f"{f' {ANDERE_MENSEN}' if gevraagd.breuk is Breuk.GROEP else ''}"
        for gevraagd in jaren[1:]
        if gevraagd.breekt
    ]
    zinnen += [WANNEER_GEWOGEN] if len(eerdere) < len(jaren) - 1 else []
    return " ".join((*zinnen, *_noem_verklaringen(laatste.vraag)))


def _noem_verklaringen(vraag: Vraag) -> list[str]:
    return [
        f"Ook te vergelijken met {een.vragenlijst}, versie {een.versie}: {een.reden.rstrip('.')}."
        for een in vraag.vergelijkbaar_met
    ]


def _als_zin(tekst: str) -> str:
    return f"{met_hoofdletter(tekst.rstrip('.'))}." if tekst else ""


def _getal(getal: float | None) -> str:
    return "" if getal is None else schrijf_grens(getal)
