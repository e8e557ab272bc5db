"""Bron × pijler: welke groep over welke pijler informatie gaf. Elke cel heeft woorden (eis V5)."""

from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Cijfertabel, Figuurkop
from kwaliteit.rapportage.bron import REGISTRATIE
from kwaliteit.rapportage.respons import zoek_niet_gevraagd
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import som_op

ANKER_GROEPEN = "tabel-matrix"
ANKER_KENGETALLEN = "tabel-matrix-kengetallen"
NIET_OPGEHAALD = "geen informatie opgehaald"
NIET_GEVRAAGD = "niet gevraagd"
GEEN_KENGETALLEN = "geen kengetallen opgegeven"


def maak_matrix(stof: Stof) -> tuple[Cijfertabel, Cijfertabel]:
    """De tabel pijler × groep, en de tabel pijler × kengetallen (samen te breed voor een telefoon)."""
    groepen = [*HOOFDGROEPEN]
    rijen = tuple(
        (pijler.naam, *(_schrijf_cel(stof, pijler, groep) for groep in groepen)) for pijler in stof.kader.pijlers
    )
    kop = Figuurkop(
        nummer=0,
        anker=ANKER_GROEPEN,
        boodschap=("Wie gaf informatie over welke pijler",),
        ondertitel=f"Vragen per pijler en groep, {stof.jaar}",
        bron="vragenlijsten van de organisatie",
        noten=(_schrijf_ervaringsdeskundigen(stof),),
    )
    koppen = ("Pijler", *(met_hoofdletter(groep.naam) for groep in groepen))
    return (
        Cijfertabel(kop=kop, koppen=koppen, rijen=rijen, stapel=True),
        _maak_kengetallen(stof),
    )


def _schrijf_ervaringsdeskundigen(stof: Stof) -> tuple[str, ...]:
    cellen = [
        f"{pijler.naam.lower()} {cel}"
        for pijler in stof.kader.pijlers
        if (cel := _schrijf_cel(stof, pijler, Doelgroep.ERVARINGSDESKUNDIGEN)) not in (NIET_GEVRAAGD, NIET_OPGEHAALD)
    ]
    return (f"Ervaringsdeskundigen apart: {som_op(cellen) or NIET_OPGEHAALD}.",)


def _schrijf_cel(stof: Stof, pijler: Pijler, doelgroep: Doelgroep) -> str:
    """Wat een groep over een pijler gaf, in woorden, uit dezelfde telling als de openbare tabel."""
    if doelgroep in zoek_niet_gevraagd(stof):
        return NIET_OPGEHAALD
    for telling in stof.openbaar.per_pijler:
        if (telling.jaar, telling.pijler, telling.doelgroep) == (stof.jaar, pijler.id, doelgroep) and telling.gevraagd:
            if telling.getoond:
                return f"{telling.getoond} van {telling.gevraagd} vragen getoond"
            return "gevraagd, geen cijfer getoond"
    return NIET_GEVRAAGD


def _maak_kengetallen(stof: Stof) -> Cijfertabel:
    kop = Figuurkop(
        nummer=0,
        anker=ANKER_KENGETALLEN,
        boodschap=("Welke kengetallen zijn er per pijler",),
        ondertitel=f"Kengetallen per pijler, {stof.jaar}",
        bron=REGISTRATIE,
    )
    rijen = tuple((pijler.naam, _noem_kengetallen(stof, pijler)) for pijler in stof.kader.pijlers)
    return Cijfertabel(kop=kop, koppen=("Pijler", "Kengetallen"), rijen=rijen, stapel=True)


def _noem_kengetallen(stof: Stof, pijler: Pijler) -> str:
    """De kengetallen die iets zeggen over een norm van deze pijler, ook als zij bij een andere pijler staan."""
    normen = {norm.id for norm in stof.kader.normen if norm.pijler == pijler.id}
    namen = [
        kengetal.id
        for kengetal in stof.kengetallen.values()
        if normen & set(kengetal.normen) and stof.kengetalcijfer(kengetal.id, stof.jaar) is not None
    ]
    return som_op(namen) or GEEN_KENGETALLEN
