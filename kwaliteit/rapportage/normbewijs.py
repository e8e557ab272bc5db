"""Waaruit blijkt hoe het met een norm gaat: vragen, kengetallen, het oordeel van de organisatie en verbeteracties.

Alleen hier wordt de stand van een norm bepaald; elke uitgave zegt daardoor hetzelfde.
"""

from kwaliteit.begrippen.actie import Actie
from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.kader import Norm, Toon
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.verhaal import Zelfoordeel
from kwaliteit.begrippen.vragenlijst import Kengetal
from kwaliteit.rapportage.acties import zoek_beloften, zoek_nieuwe_acties
from kwaliteit.rapportage.eisen import GEEN_OORDEEL, GEEN_ZICHT
from kwaliteit.rapportage.stof import Stof, zegt_iets

NIET_VOLLEDIG = "De normen staan hier kort en in eigen woorden. Zij komen uit een verkorte versie van het kader."
TOONWOORDEN = {
    Toon.STELT: "",
    Toon.PROBEERT: " (Het kader zegt: de zorg probeert dit.)",
    Toon.KAN: " (Het kader zegt: dit kan. Het is geen plicht.)",
    Toon.SOMS: " (Het kader zegt: dit geldt soms.)",
}


def geldt_kader(stof: Stof) -> bool:
    """Onwaar in een jaar van vóór het kader; dan is er geen verantwoording per norm."""
    jaargang = stof.werkmap.jaren.get(stof.jaar)
    return jaargang is not None and jaargang.kader is not None


def schrijf_voor_kader(stof: Stof) -> str:
    """De vaste zin in zo'n jaar."""
    return f"In {stof.jaar} gold dit kader nog niet. Daarom staat hier geen verantwoording per norm."


def schrijf_norm(norm: Norm) -> str:
    """De tekst van een norm, met hoe stellig het kader is als dat minder is dan een eis."""
    return f"{norm.tekst.rstrip('.')}.{TOONWOORDEN[norm.toon]}" if TOONWOORDEN[norm.toon] else norm.tekst


def bepaal_stand(stof: Stof, norm: Norm) -> str:
    """Het oordeel van de organisatie, "nog geen oordeel", of zonder enig bewijs "nog geen zicht"."""
    oordeel = zoek_oordeel(stof, norm)
    if not heeft_cijfer(stof, norm) and not (oordeel is not None and oordeel.bewijs):
        return GEEN_ZICHT
    return oordeel.stand.value if oordeel is not None else GEEN_OORDEEL


def zoek_oordeel(stof: Stof, norm: Norm) -> Zelfoordeel | None:
    """Het eigen oordeel van de organisatie over een norm."""
    return next((oordeel for oordeel in stof.werkmap.zelfoordelen if oordeel.norm == norm.id), None)


def heeft_cijfer(stof: Stof, norm: Norm) -> bool:
    """Waar als de lezer bij deze norm minstens één uitkomst ziet, van een vraag of een kengetal."""
    vragen = any(is_zichtbaar(stof, gevraagd) for gevraagd in zoek_vragen(stof, norm))
    return vragen or any(
        zegt_iets(stof.kengetalcijfer(kengetal.id, stof.jaar)) for kengetal in zoek_kengetallen(stof, norm)
    )


def zoek_vragen(stof: Stof, norm: Norm) -> tuple[Gevraagd, ...]:
    """De vragen van dit jaar over een norm, ook als hun uitkomst verborgen is."""
    return tuple(gevraagd for gevraagd in stof.gevraagd if norm.id in gevraagd.normen)


def zoek_kengetallen(stof: Stof, norm: Norm) -> tuple[Kengetal, ...]:
    """De kengetallen over een norm die dit jaar zijn opgegeven, ook als hun uitkomst verborgen is."""
    return tuple(
        kengetal
        for kengetal in stof.kengetallen.values()
        if norm.id in kengetal.normen and stof.kengetalcijfer(kengetal.id, stof.jaar) is not None
    )


def is_zichtbaar(stof: Stof, gevraagd: Gevraagd) -> bool:
    """Waar als de lezer iets over de uitkomst van een vraag ziet, al is het alleen een deel van de verdeling."""
    if kies_hoofdmaat(gevraagd.vraag) is Maat.GUNSTIG and stof.cijfer(gevraagd) is None:
        vakken = stof.verdelingen.get((stof.jaar, gevraagd.vraag.id, gevraagd.doelgroep, ORGANISATIE), ())
        return any(zegt_iets(cijfer) for cijfer in vakken)
    return zegt_iets(stof.cijfer(gevraagd))


def zoek_acties(stof: Stof, norm: Norm) -> tuple[Actie, ...]:
    """De eerdere beloften en nieuwe acties die op een norm slaan, in de volgorde van het verslag."""
    acties = (*zoek_beloften(stof), *zoek_nieuwe_acties(stof))
    return tuple(actie for actie in acties if norm.id in _noem_normen(stof, actie))


def _noem_normen(stof: Stof, actie: Actie) -> set[str]:
    """De normen in de aanleiding; staat er geen, dan de normen van de vragen en kengetallen die er staan."""
    genoemd = {norm.id for norm in stof.kader.normen} & {*actie.waarom}
    if genoemd:
        return genoemd
    van_vragen = (vraag.normen for naam in actie.waarom for _, vraag in stof.vragen.get(naam, ()))
    van_kengetallen = (stof.kengetallen[naam].normen for naam in actie.waarom if naam in stof.kengetallen)
    return {norm for normen in (*van_vragen, *van_kengetallen) for norm in normen}
