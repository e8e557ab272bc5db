"""Wat er over een verschil gezegd wordt: altijd de vaste woorden van het oordeel, met waarmee vergeleken is.

Titel, tabel, spiegel en kernboodschap krijgen hun woorden alleen hier, zodat zij elkaar niet kunnen tegenspreken.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, kies_hoofdmaat
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.vergelijking import Label, Oordeel, Vergelijkingsoort
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.rapportage.stof import Stof, is_gemeten
from kwaliteit.rapportage.taal import schrijf_aantal, som_op
from kwaliteit.rapportage.zinnen import is_onder

MET = "Vergeleken met"
VORIGE_KEER = f"{MET} de vorige keer"
NIET_VERGELEKEN = "niet vergeleken"
EERSTE_METING = "eerste meting"
MET_RICHTING = (Label.DUIDELIJK, Label.MOGELIJK)


def zoek_jaaroordeel(stof: Stof, vraag: Vraag, doelgroep: Doelgroep) -> Oordeel | None:
    """Het oordeel over het verslagjaar tegenover de vorige meting, voor de hele organisatie."""
    return stof.jaaroordelen.get((vraag.id, kies_hoofdmaat(vraag), doelgroep))


def zoek_locatieoordeel(stof: Stof, gevraagd: Gevraagd, onderdeel: str) -> Oordeel | None:
    """Het oordeel over een onderdeel tegenover de rest van de organisatie."""
    sleutel = (gevraagd.vraag.id, kies_hoofdmaat(gevraagd.vraag), gevraagd.doelgroep, onderdeel)
    return stof.locatieoordelen.get(sleutel)


def zoek_groepsoordeel(stof: Stof, onderwerp: str, hoogste: Doelgroep, laagste: Doelgroep) -> Oordeel | None:
    """Het oordeel over twee groepen bij een onderwerp, gezien vanuit de hoogste."""
    oordeel = stof.groepsoordelen.get((onderwerp, hoogste, laagste))
    omgekeerd = stof.groepsoordelen.get((onderwerp, laagste, hoogste))
    if oordeel is not None or omgekeerd is None:
        return oordeel
    punten = None if omgekeerd.punten is None else -omgekeerd.punten
    return replace(omgekeerd, een=omgekeerd.ander, ander=omgekeerd.een, richting=-omgekeerd.richting, punten=punten)


def schrijf_oordeel(oordeel: Oordeel) -> str:
    """De vaste woorden met erbij waarmee vergeleken is: "duidelijk meer dan in 2023", "ongeveer gelijk aan 2023"."""
    met, aan = _noem_ander(oordeel)
    if oordeel.label is Label.GELIJK:
        return f"{oordeel.tekst} aan {aan}"
    if oordeel.label in MET_RICHTING:
        begin, komma, slot = oordeel.tekst.partition(",")
        return f"{begin} dan {met}{komma}{slot}"
    begin, dubbelpunt, reden = oordeel.tekst.partition(":")
    return f"{begin} met {aan}{dubbelpunt}{reden}"


def _noem_ander(oordeel: Oordeel) -> tuple[str, str]:
    """Waarmee vergeleken is, na "dan" en na "aan"."""
    if oordeel.soort is Vergelijkingsoort.JAAR:
        return f"in {oordeel.ander.jaar}", str(oordeel.ander.jaar)
    naam = "de rest" if oordeel.ander.is_rest else oordeel.ander.doelgroep.naam
    return naam, naam


def mag_in_titel(stof: Stof, oordeel: Oordeel) -> bool:
    """Onwaar als aan een van beide kanten bijna niemand meedeed: dan zegt geen titel iets over een verschil."""
    kanten = (oordeel.een, oordeel.ander)
    grens = stof.rekenregels.respons_laag
    return not any(is_onder(stof.deed_mee(kant.doelgroep, kant.jaar), grens) for kant in kanten)


def schrijf_titeloordeel(stof: Stof, vraag: Vraag, doelgroep: Doelgroep) -> str:
    """Wat een titel of kernboodschap over de vorige meting mag zeggen; leeg als dat niets is."""
    oordeel = zoek_jaaroordeel(stof, vraag, doelgroep)
    return schrijf_oordeel(oordeel) if oordeel is not None and mag_in_titel(stof, oordeel) else ""


def schrijf_vergelijkkop(oordelen: Sequence[Oordeel | None]) -> str:
    """De kop boven de kolom met oordelen; leeg als er geen oordeel is, en zonder jaar als dat per rij verschilt."""
    jaren = {oordeel.ander.jaar for oordeel in oordelen if oordeel is not None}
    if not jaren:
        return ""
    return f"{MET} {jaren.pop()}" if len(jaren) == 1 else VORIGE_KEER


def schrijf_vergelijkcel(
    oordeel: Oordeel | None, kop: str, eerdere: Sequence[OpenbaarCijfer | None], nu: OpenbaarCijfer | None
) -> str:
    """De woorden in die kolom; staat er geen jaar in de kop, dan noemt de cel het."""
    if oordeel is not None:
        return schrijf_oordeel(oordeel) if kop == VORIGE_KEER else oordeel.tekst
    is_eerste = is_gemeten(nu) and not any(is_gemeten(cijfer) for cijfer in eerdere)
    return EERSTE_METING if is_eerste else NIET_VERGELEKEN


def eerdere_cijfers(stof: Stof, gevraagd: Gevraagd) -> list[OpenbaarCijfer | None]:
    """De cijfers van alle jaren vóór het verslagjaar, ook die niet in de tabel staan."""
    return [stof.cijfer(gevraagd, jaar=jaar, onderdeel=ORGANISATIE) for jaar in stof.jaren if jaar < stof.jaar]


def schrijf_telling(stof: Stof, pijler: Pijler) -> str:
    """Bij hoeveel vragen van een pijler het verschil met de vorige keer duidelijk is, per groep (rekenregels 7.9).

    Waar bijna niemand meedeed, telt een vraag niet mee. Leeg als er niets te vergelijken was.
    """
    per_groep = {groep: _zoek_te_tellen(stof, pijler, groep) for groep in Doelgroep}
    delen = [_schrijf_groepstelling(groep, oordelen) for groep, oordelen in per_groep.items()]
    gevonden = [deel for deel in delen if deel]
    aantal = sum(len(oordelen) for oordelen in per_groep.values())
    if gevonden:
        return " ".join(gevonden)
    groepen = som_op([groep.naam for groep, oordelen in per_groep.items() if oordelen])
    if aantal == 1:
        return f"Eén vraag aan {groepen} is vergeleken met de vorige keer. Het verschil is niet duidelijk."
    if not aantal:
        return ""
    hoeveel = f"{met_hoofdletter(schrijf_aantal(aantal))} vragen aan {groepen}"
    return f"{hoeveel} zijn vergeleken met de vorige keer. Nergens is het verschil duidelijk."


def _zoek_te_tellen(stof: Stof, pijler: Pijler, groep: Doelgroep) -> list[Oordeel]:
    gevonden = (
        zoek_jaaroordeel(stof, vraag.vraag, groep) for vraag in stof.vragen_van(pijler) if vraag.doelgroep is groep
    )
    return [
        oordeel
        for oordeel in gevonden
        if oordeel is not None and oordeel.label in (*MET_RICHTING, Label.GELIJK) and mag_in_titel(stof, oordeel)
    ]


def _schrijf_groepstelling(groep: Doelgroep, oordelen: Sequence[Oordeel]) -> str:
    """Bij hoeveel vragen elk vast woord geldt, als één zin; leeg als er niets duidelijk is.

    "Bij twee vragen aan cliënten is het cijfer duidelijk meer dan de vorige keer, en bij één vraag duidelijk minder."
    """
    aantallen = Counter(oordeel.tekst for oordeel in oordelen if oordeel.label is Label.DUIDELIJK)
    hoeveel = [
        (f"bij {schrijf_aantal(aantal)} {'vraag' if aantal == 1 else 'vragen'}", woorden)
        for woorden, aantal in sorted(aantallen.items())
    ]
    if not hoeveel:
        return ""
    (eerste, woorden), *andere = hoeveel
    begin = f"{met_hoofdletter(eerste)} aan {groep.naam} is het cijfer {woorden} dan de vorige keer"
    return f"{', en '.join((begin, *(' '.join(deel) for deel in andere)))}."
