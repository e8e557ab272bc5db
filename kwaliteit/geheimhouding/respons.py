"""De rijen van de respons: hoeveel mensen deden mee, en van hoeveel uitgenodigden.

Deelnemers verschijnen in precies de onderdelen van het patroon; de respons telt in stap A mee als een vraag. Het aantal
uitgenodigden is geen antwoord, maar verraadt wel hoe klein een onderdeel is. Daarom verschijnt het alleen binnen het
patroon, vanaf de drempel, en zo dat elk restblok van uitgenodigden niemand of genoeg mensen telt. Zijn er minder
uitgenodigd dan voor een percentage nodig is, dan staat er alleen een aantal. Wie niet meedeed krijgt geen band.
"""

from collections.abc import Iterator, Set

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Maat, Responsmeting
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.werkmap import RESPONS
from kwaliteit.geheimhouding import patroon
from kwaliteit.geheimhouding.blokken import Indeling, TeltNietOp, vul_aan
from kwaliteit.geheimhouding.groep import Groepsmeting, geef_leeg
from kwaliteit.geheimhouding.ladder import Inhoud, niet_gevraagd
from kwaliteit.geheimhouding.patroon import Patroon
from kwaliteit.geheimhouding.register import Verleden
from kwaliteit.geheimhouding.rijen import EENHEDEN, Kop, Rij

UITGENODIGD = ("respons: uitgenodigd", "het aantal uitgenodigden zou laten zien hoe klein een onderdeel is")


def maak_rijen(
    indeling: Indeling, groep: Groepsmeting, vast: Patroon, regels: Rekenregels, verleden: Verleden
) -> Iterator[Rij]:
    """Geef per onderdeel de respons; zonder respons geen rijen. Waarde alleen bij een openbaar aantal uitgenodigden."""
    if not groep.per_onderdeel:
        return
    openbaar = kies_uitgenodigd(indeling, groep, vast.onderdelen, regels.drempel, verleden)
    for onderdeel in groep.onderdelen:
        if onderdeel in vast.onderdelen:
            inhoud = _toon(groep.per_onderdeel[onderdeel], onderdeel in openbaar, regels)
        else:
            inhoud = geef_leeg(groep, onderdeel, vast.redenen[onderdeel])
        yield _maak_rij(groep.jaar, groep.doelgroep, onderdeel, inhoud)


def maak_rij_niet_gevraagd(indeling: Indeling, jaar: int, doelgroep: Doelgroep) -> Rij:
    """De ene rij van een groep waarvan in dit jaar geen bron is."""
    return _maak_rij(jaar, doelgroep, indeling.wortel, niet_gevraagd())


def kies_uitgenodigd(
    indeling: Indeling, groep: Groepsmeting, getoond: Set[str], drempel: int, verleden: Verleden
) -> frozenset[str]:
    """Geef de onderdelen waar het aantal uitgenodigden openbaar mag, met dezelfde regel als stap A.

    Tellen de onderdelen niet op tot de organisatie, dan alleen de organisatie.
    """
    gegeven = {
        onderdeel: (meting.uitgenodigd,)
        for onderdeel, meting in groep.per_onderdeel.items()
        if meting.uitgenodigd is not None
    }
    try:
        aantallen = vul_aan(indeling, gegeven)
    except TeltNietOp:
        gegeven = {onderdeel: aantal for onderdeel, aantal in gegeven.items() if onderdeel == indeling.wortel}
        aantallen = vul_aan(indeling, gegeven)
    kandidaten = getoond & gegeven.keys()
    vrij = patroon.kies_patroon(indeling, kandidaten, aantallen, drempel)
    bekend = verleden.noem_zelfde_noemer(RESPONS, {onderdeel: aantal for onderdeel, (aantal,) in gegeven.items()})
    return patroon.pas_aan_bekend(vrij, indeling, kandidaten, aantallen, drempel, (bekend,))


def _toon(meting: Responsmeting, mag_uitgenodigd: bool, regels: Rekenregels) -> Inhoud:
    deelnemers, uitgenodigd = meting.deelnemers, meting.uitgenodigd
    if uitgenodigd is None:
        return Inhoud(status=Status.GETOOND, teller=deelnemers, woorden="aantal uitgenodigden onbekend")
    if not mag_uitgenodigd:
        regel, reden = UITGENODIGD
        woorden = "aantal uitgenodigden niet getoond"
        return Inhoud(status=Status.GETOOND, teller=deelnemers, woorden=woorden, regel=regel, reden=reden)
    klopt = deelnemers <= uitgenodigd
    met_procent = uitgenodigd >= regels.procent_vanaf
    return Inhoud(
        status=Status.GETOOND if met_procent else Status.WEINIG,
        waarde=deelnemers / uitgenodigd if klopt and met_procent else None,
        teller=deelnemers,
        noemer=uitgenodigd,
        woorden="" if klopt else "meer deelnemers dan uitgenodigden",
    )


def _maak_rij(jaar: int, doelgroep: Doelgroep, onderdeel: str, inhoud: Inhoud) -> Rij:
    kop = Kop(jaar=jaar, indicator=RESPONS, pijler="", normen=(), doelgroep=doelgroep)
    return Rij(kop=kop, maat=Maat.RESPONS, onderdeel=onderdeel, eenheid=EENHEDEN[Maat.RESPONS], inhoud=inhoud)
