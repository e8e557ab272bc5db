"""Van antwoorden naar interne cijfers: tellen, marges, reeksen, respons en kengetallen.

Zuivere functies: geen bestanden, geen klok, en de volgorde van de rijen maakt niet uit. Wat hieruit komt is niet
openbaar; dat wordt het pas in `geheimhouding`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kwaliteit.begrippen.antwoord import Leesresultaat
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.indicator import Betrouwbaarheid, Gevraagd, Indicatoren, Meting, Responsmeting
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Aantallen, Werkmap
from kwaliteit.indicatoren.aantallen import verdeel_over_boom
from kwaliteit.indicatoren.afnames import Afname, Gesteld, verzamel_afnames
from kwaliteit.indicatoren.betrouwbaarheid import meet_betrouwbaarheid
from kwaliteit.indicatoren.kengetallen import meet_kengetallen
from kwaliteit.indicatoren.maten import maak_cijfers, tel_per_vak
from kwaliteit.indicatoren.omkeren import verwissel_labels
from kwaliteit.indicatoren.reeksen import Reeks, bepaal_reeksen, herken_groepen
from kwaliteit.indicatoren.respons import meet_respons
from kwaliteit.indicatoren.schaalscores import tel_schaalscore, verzamel_antwoorden
from kwaliteit.indicatoren.tellen import Telling, tel
from kwaliteit.indicatoren.weging import weeg

__all__ = ["bereken"]


def bereken(
    werkmap: Werkmap,
    kader: Kader,
    bibliotheek: Vragenbibliotheek,
    rekenregels: Rekenregels,
    gelezen: Leesresultaat,
) -> Indicatoren:
    """Bereken alle interne cijfers van het verslagjaar en de jaren ervoor.

    Elke gestelde vraag en elke schaalscore heeft een meting in elk onderdeel waar de groep gemeten is, ook als daar
    niemand antwoordde (n = 0, geen cijfers). De schaalscores van een lijst staan na haar vragen. WerkmapFout als een
    vraag-id in een jaar uit twee lijsten komt.
    """
    boom = werkmap.boom
    jaren = sorted(jaar for jaar in werkmap.jaren if jaar <= werkmap.jaar)
    afnames = verzamel_afnames(gelezen.bladen, boom, jaren)
    groepen = herken_groepen(werkmap.jaren[jaar] for jaar in jaren)
    reeksen = bepaal_reeksen((gesteld for afname in afnames for gesteld in afname.gesteld), groepen)
    gevraagd: list[Gevraagd] = []
    metingen: list[Meting] = []
    respons: list[Responsmeting] = []
    betrouwbaarheid: list[Betrouwbaarheid] = []
    for afname in afnames:
        populatie = _verdeel(werkmap, afname, werkmap.jaren[afname.jaar].populatie)
        uitgenodigd = _verdeel(werkmap, afname, werkmap.jaren[afname.jaar].uitgenodigd)
        respons += meet_respons(
            afname, uitgenodigd=uitgenodigd, populatie=populatie, volledig_vanaf=rekenregels.volledig_vanaf
        )
        for gesteld in afname.gesteld:
            vraag = _leg_vast(gesteld, reeksen[afname.jaar, afname.doelgroep, gesteld.vraag.id], kader, werkmap)
            vraag = replace(vraag, gewogen=afname.is_gewogen)
            gevraagd.append(vraag)
            tellingen, alfa = _tel(afname, gesteld, rekenregels.alfa_vanaf)
            betrouwbaarheid += alfa
            eerste, *andere = _meet(vraag, gesteld, tellingen, populatie)
            metingen += (replace(eerste, weging=weeg(afname, gesteld.vraag)), *andere)
    return Indicatoren(
        boom=boom,
        jaar=werkmap.jaar,
        gevraagd=tuple(gevraagd),
        metingen=tuple(metingen),
        respons=tuple(respons),
        kengetallen=meet_kengetallen(
            (regel for regel in gelezen.kengetallen if regel.jaar in jaren), bibliotheek.kengetallen, boom, kader
        ),
        niet_gevraagd={jaar: _zonder_bron(jaar, afnames) for jaar in jaren},
        betrouwbaarheid=tuple(betrouwbaarheid),
    )


def _verdeel(werkmap: Werkmap, afname: Afname, opgave: Mapping[Doelgroep, Aantallen]) -> Mapping[str, int | None]:
    return verdeel_over_boom(werkmap.boom, opgave.get(afname.doelgroep), afname.locaties_met_antwoord)


def _leg_vast(gesteld: Gesteld, reeks: Reeks, kader: Kader, werkmap: Werkmap) -> Gevraagd:
    """Vóór het kader gold geen norm; de pijler deelt ook dan de vragen in."""
    normen = gesteld.vraag.normen
    return Gevraagd(
        jaar=gesteld.jaar,
        doelgroep=gesteld.doelgroep,
        vraag=verwissel_labels(gesteld.vraag),
        pijler=kader.pijler_van(normen) if normen else "",
        normen=() if werkmap.jaren[gesteld.jaar].kader is None else normen,
        vragenlijst=gesteld.vragenlijst.naam,
        versie=gesteld.vragenlijst.versie,
        reeks=reeks.id,
        breuk=reeks.breuk,
    )


def _tel(afname: Afname, gesteld: Gesteld, alfa_vanaf: int) -> tuple[tuple[Telling, ...], tuple[Betrouwbaarheid, ...]]:
    """Tel een vraag of schaalscore; bij een schaalscore hoort ook hoe goed haar vragen samenhangen."""
    samenstelling = gesteld.vraag.samenstelling
    if samenstelling is None:
        return tel(afname, gesteld.vraag), ()
    antwoorden = verzamel_antwoorden(afname, gesteld.delen)
    alfa = meet_betrouwbaarheid(gesteld, antwoorden, alfa_vanaf)
    return tel_schaalscore(afname, gesteld.vraag, samenstelling, antwoorden), (alfa,)


def _meet(
    gevraagd: Gevraagd, gesteld: Gesteld, tellingen: tuple[Telling, ...], populatie: Mapping[str, int | None]
) -> Iterable[Meting]:
    """Maak de metingen; of iemand "n.v.t." zei, mag de marge niet laten zien (besluit 0012)."""
    vraag, eigen_schaal = gesteld.vraag, gesteld.delen[0].schaal if gesteld.delen else gesteld.vraag.schaal
    for telling in tellingen:
        mensen = populatie[telling.onderdeel]
        yield Meting(
            gevraagd=gevraagd,
            onderdeel=telling.onderdeel,
            n=telling.n,
            per_code=tel_per_vak(vraag.schaal.soort, eigen_schaal, telling),
            aantal_nvt=telling.aantal_nvt,
            aantal_weet_niet=telling.aantal_weet_niet,
            populatie=mensen,
            cijfers=maak_cijfers(vraag, eigen_schaal, telling, mensen),
        )


def _zonder_bron(jaar: int, afnames: tuple[Afname, ...]) -> tuple[Doelgroep, ...]:
    gemeten = {afname.doelgroep for afname in afnames if afname.jaar == jaar}
    return tuple(groep for groep in HOOFDGROEPEN if groep not in gemeten)
