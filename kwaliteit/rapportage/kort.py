"""In het kort: de boodschap van elke pijler met hoogstens één cijfer, en de samenvatting van mensen."""

from dataclasses import replace

from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verhaal import Cijferverwijzing
from kwaliteit.begrippen.verslag import Alinea, Blok, Kernboodschap, Kernboodschappen, Sectie
from kwaliteit.rapportage.cijferplaatsen import noem_verhaalbestand, verwijs, vul_in, zoek_cijfer, zoek_vraag
from kwaliteit.rapportage.oordelen import schrijf_titeloordeel
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import citeer
from kwaliteit.rapportage.zinnen import schrijf_bijschrift, schrijf_voorbehoud

GEEN_BOODSCHAP = "Over deze pijler schreef de organisatie dit jaar geen kernboodschap."
GEEN_BOODSCHAPPEN = "De organisatie schreef dit jaar geen kernboodschappen."
GEEN_SAMENVATTING = "De organisatie schreef dit jaar geen samenvatting."


def maak_kort(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "In het kort"."""
    samenvatting = stof.werkmap.verhaal.samenvatting
    slot: Blok = vul_in(stof, samenvatting) if samenvatting else Alinea(delen=(GEEN_SAMENVATTING,), toon="stil")
    boodschappen = maak_kernblokken(maak_boodschappen(stof), GEEN_BOODSCHAPPEN)
    return Sectie(titel="In het kort", anker="kort", blokken=(*boodschappen, slot), in_inhoud=True)


def maak_kernblokken(boodschappen: tuple[Kernboodschap, ...], anders: str) -> tuple[Blok, ...]:
    """De boodschappen; schreef niemand er een, dan één keer die zin met daaronder alleen de cijfers."""
    if any(boodschap.boodschap != GEEN_BOODSCHAP for boodschap in boodschappen):
        return (Kernboodschappen(boodschappen=boodschappen),)
    leeg = tuple(replace(boodschap, boodschap="") for boodschap in boodschappen if boodschap.cijfer is not None)
    return Alinea(delen=(anders,), toon="stil"), *((Kernboodschappen(boodschappen=leeg),) if leeg else ())


def maak_boodschappen(stof: Stof) -> tuple[Kernboodschap, ...]:
    """De boodschap van elke pijler, in de volgorde van het kader."""
    return tuple(_maak_boodschap(stof, pijler) for pijler in stof.kader.pijlers)


def kies_kerncijfer(stof: Stof, pijler: Pijler) -> Cijferverwijzing | None:
    """Het kerncijfer: uit het verhaal, anders de eerste vraag van de eerste doelgroep met een getal; mag ontbreken."""
    waar = noem_verhaalbestand(stof, pijler.id)
    gekozen = stof.verhaal(pijler).kerncijfer
    if stof.verhaal(pijler).zonder_kerncijfer:
        return None
    if gekozen:
        return verwijs(gekozen, waar)
    for gevraagd in stof.vragen_van(pijler):
        cijfer = stof.cijfer(gevraagd)
        if gevraagd.doelgroep is pijler.eerste_doelgroep and cijfer is not None and cijfer.is_getal:
            return verwijs(gevraagd.vraag.id, waar, doelgroep=gevraagd.doelgroep)
    return None


def _maak_boodschap(stof: Stof, pijler: Pijler) -> Kernboodschap:
    kern = kies_kerncijfer(stof, pijler)
    boodschap = Kernboodschap(
        pijlernaam=pijler.naam,
        anker=pijler.id,
        boodschap=stof.verhaal(pijler).boodschap or GEEN_BOODSCHAP,
        cijfer=None,
        bij_cijfer="",
        voorbehoud="",
    )
    return _vul_cijfer_in(stof, boodschap, kern) if kern else boodschap


def _vul_cijfer_in(stof: Stof, boodschap: Kernboodschap, kern: Cijferverwijzing) -> Kernboodschap:
    """Zet het kerncijfer erbij: waarvan het is, wat er over de vorige meting te zeggen is, en een voorbehoud."""
    cijfer = zoek_cijfer(stof, kern)
    if isinstance(cijfer, str):
        return boodschap
    if cijfer.doelgroep is None:
        return replace(boodschap, cijfer=cijfer, bij_cijfer=stof.kengetallen[kern.indicator].naam)
    doelgroep, vraag = zoek_vraag(stof, kern)
    verschil = schrijf_titeloordeel(stof, vraag, doelgroep)
    return replace(
        boodschap,
        cijfer=cijfer,
        bij_cijfer=f"{schrijf_bijschrift(cijfer, vraag, doelgroep)}: {citeer(vraag.tekst)}",
        verschil=f"{met_hoofdletter(verschil)}." if verschil else "",
        voorbehoud=schrijf_voorbehoud(stof, doelgroep),
    )
