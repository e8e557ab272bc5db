"""In het kort: de boodschap van elke pijler met hoogstens één cijfer, en de samenvatting van mensen."""

from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.verhaal import Cijferverwijzing
from kwaliteit.begrippen.verslag import Alinea, Blok, Kernboodschap, Kernboodschappen, Sectie
from kwaliteit.rapportage.cijferplaatsen import noem_verhaalbestand, verwijs, vul_in, zoek_cijfer, zoek_vraag
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import citeer
from kwaliteit.rapportage.zinnen import schrijf_bijschrift, schrijf_voorbehoud

GEEN_BOODSCHAP = "Over deze pijler schreef de organisatie dit jaar geen kernboodschap."
GEEN_SAMENVATTING = "De organisatie schreef dit jaar geen samenvatting."


def maak_kort(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "In het kort"."""
    samenvatting = stof.werkmap.verhaal.samenvatting
    slot: Blok = vul_in(stof, samenvatting) if samenvatting else Alinea(delen=(GEEN_SAMENVATTING,), toon="stil")
    boodschappen = tuple(_maak_boodschap(stof, pijler) for pijler in stof.kader.pijlers)
    return Sectie(
        titel="In het kort", anker="kort", blokken=(Kernboodschappen(boodschappen=boodschappen), slot), in_inhoud=True
    )


def kies_kerncijfer(stof: Stof, pijler: Pijler) -> Cijferverwijzing | None:
    """Het kerncijfer: uit het verhaal, anders de eerste vraag van de eerste doelgroep met een getal."""
    waar = noem_verhaalbestand(stof, pijler.id)
    gekozen = stof.verhaal(pijler).kerncijfer
    if gekozen:
        return verwijs(gekozen, waar)
    for gevraagd in stof.vragen_van(pijler):
        cijfer = stof.cijfer(gevraagd)
        if gevraagd.doelgroep is pijler.eerste_doelgroep and cijfer is not None and cijfer.is_getal:
            return verwijs(gevraagd.vraag.id, waar, doelgroep=gevraagd.doelgroep)
    return None


def _maak_boodschap(stof: Stof, pijler: Pijler) -> Kernboodschap:
    kern = kies_kerncijfer(stof, pijler)
    cijfer, bij_cijfer, voorbehoud = _zoek_kern(stof, kern) if kern else (None, "", "")
    return Kernboodschap(
        pijlernaam=pijler.naam,
        anker=pijler.id,
        boodschap=stof.verhaal(pijler).boodschap or GEEN_BOODSCHAP,
        cijfer=cijfer,
        bij_cijfer=bij_cijfer,
        voorbehoud=voorbehoud,
    )


def _zoek_kern(stof: Stof, kern: Cijferverwijzing) -> tuple[OpenbaarCijfer | None, str, str]:
    cijfer = zoek_cijfer(stof, kern)
    if isinstance(cijfer, str):
        return None, "", ""
    if cijfer.doelgroep is None:
        return cijfer, stof.kengetallen[kern.indicator].naam, ""
    doelgroep, vraag = zoek_vraag(stof, kern)
    bij_cijfer = f"{schrijf_bijschrift(cijfer, vraag, doelgroep)}: {citeer(vraag.tekst)}"
    return cijfer, bij_cijfer, schrijf_voorbehoud(stof, doelgroep)
