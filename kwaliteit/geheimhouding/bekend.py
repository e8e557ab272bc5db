"""Wat een lezer al weet uit een eerdere publicatie en nu niet meer verschijnt: stap B en C gelden er nog steeds voor.

Een getal dat eerder gepubliceerd is, kan niet teruggenomen worden. Wat er nu naast staat, mag er niet samen iets mee
verraden. Verschijnt alles van toen ook nu, dan is er niets te doen: de stappen zelf hebben er al naar gekeken.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.vragenlijst import Schaalsoort
from kwaliteit.geheimhouding.blokken import Tellingen, Vakken
from kwaliteit.geheimhouding.correcties import lees_codes
from kwaliteit.geheimhouding.grenzen import is_iets_bepaald, kennis_uit_band, kennis_zonder_band, kies_binnen_grenzen
from kwaliteit.geheimhouding.ladder import Inhoud, niet_getoond, te_weinig
from kwaliteit.geheimhouding.patroon import REGISTER
from kwaliteit.geheimhouding.register import Verleden
from kwaliteit.geheimhouding.rijen import BANDEN, Rij
from kwaliteit.geheimhouding.stuk import Stuk
from kwaliteit.geheimhouding.waarden import vak_van_bijna_iedereen

REDEN = "verborgen omdat een lezer anders met een eerder gepubliceerd cijfer een te klein aantal uitrekent"


def verberg_naast_bekend(rijen: list[Rij], stukken: Mapping[str, Stuk], verleden: Verleden) -> list[Rij]:
    """Verberg wat samen met een eerder gepubliceerd getal iets verraadt, ook in de schaalscores met die vraag."""
    per_vraag: dict[str, list[Rij]] = {}
    for rij in rijen:
        per_vraag.setdefault(rij.kop.indicator, []).append(rij)
    weg = {
        (naam, onderdeel): inhoud
        for naam, stuk in stukken.items()
        for onderdeel, inhoud in _zoek_weg(stuk, per_vraag.get(naam, []), verleden).items()
    }
    for naam, stuk in stukken.items():
        delen = stuk.meting.gevraagd.vraag.samenstelling
        vragen = frozenset(delen.vragen) if delen is not None else frozenset()
        weg |= {(naam, onderdeel): inhoud for (vraag, onderdeel), inhoud in weg.items() if vraag in vragen}
    return list(_vervang(rijen, weg)) if weg else rijen


def _vervang(rijen: Iterable[Rij], weg: Mapping[tuple[str, str], Inhoud]) -> Iterator[Rij]:
    """Geef per verborgen cijfer één rij, ook als er een rij per vak was."""
    gedaan: set[tuple[str, Maat, str]] = set()
    for rij in rijen:
        sleutel = (rij.kop.indicator, rij.maat, rij.onderdeel)
        if (rij.kop.indicator, rij.onderdeel) not in weg:
            yield rij
        elif sleutel not in gedaan:
            gedaan.add(sleutel)
            yield replace(rij, categorie="", categorienaam="", inhoud=weg[rij.kop.indicator, rij.onderdeel])


def _zoek_weg(stuk: Stuk, rijen: list[Rij], verleden: Verleden) -> Mapping[str, Inhoud]:
    """Geef de onderdelen waar deze vraag niet mag verschijnen, met de woorden die er komen."""
    naam = stuk.meting.gevraagd.vraag.id
    aantallen = {knoop: n for knoop, (n,) in stuk.aantallen.items()}
    bekend, oude_banden = verleden.noem_bekend(naam, aantallen), verleden.noem_banden(naam, aantallen)
    weg: frozenset[str] = frozenset()
    for maat in Maat:
        knopen = bekend.get(maat, frozenset())
        banden = oude_banden if maat is Maat.GUNSTIG else {}
        eigen = [rij for rij in rijen if rij.maat is maat]
        getoond = frozenset(
            rij.onderdeel for rij in eigen if rij.inhoud.teller is not None or rij.inhoud.waarde is not None
        )
        nieuwe_banden = {
            rij.onderdeel: rij.inhoud.status is Status.BAND_HOOG for rij in eigen if rij.inhoud.status in BANDEN
        }
        is_als_toen = knopen <= getoond and banden.keys() <= nieuwe_banden.keys()
        if is_als_toen and (getoond or not banden):
            continue
        indeling = replace(stuk.indeling, bekend=knopen)
        for tellingen, is_goed in _tel(stuk, maat, eigen):
            kennis = {}
            if maat is Maat.GUNSTIG:
                band = stuk.regels.band
                zonder = {rij.onderdeel for rij in eigen if rij.inhoud.status is not Status.TE_WEINIG}
                zonder |= verleden.noem_zonder_band(naam)
                kennis = {
                    knoop: kennis_zonder_band(tellingen[knoop], band)
                    for knoop in zonder
                    if vak_van_bijna_iedereen(tellingen[knoop], band) is None
                }
                kennis |= {
                    knoop: kennis_uit_band(tellingen[knoop], int(not is_hoog), band)
                    for knoop, is_hoog in {**banden, **nieuwe_banden}.items()
                }
            over = kies_binnen_grenzen(indeling, getoond, tellingen, kennis, is_goed)
            weg |= getoond - over
            if not over and is_iets_bepaald(indeling, tellingen, kennis):
                # Zonder één nieuw getal leggen de woorden van toen en nu samen iets vast: dan zegt nu geen woord iets.
                return dict.fromkeys(stuk.plek.onderdelen, te_weinig(REGISTER, REDEN))
    return dict.fromkeys(weg, niet_getoond(REGISTER, REDEN))


def _tel(stuk: Stuk, maat: Maat, rijen: list[Rij]) -> Iterator[tuple[Tellingen, Callable[[Vakken], bool]]]:
    """Geef de tellingen van een maat, en de eis eraan. Een topbox volgt uit de verdeling en hoeft niet apart."""
    if maat is Maat.GUNSTIG:
        yield stuk.tel_gunstig(), stuk.zijn_vakken_goed
    elif stuk.schaal.soort is Schaalsoort.MEERKEUZE:
        for tellingen in stuk.splits_antwoorden():
            yield tellingen, stuk.zijn_vakken_goed
    elif maat is Maat.VERDELING:
        plaatsen = {str(code): plaats for plaats, code in enumerate(stuk.schaal.codes)}
        vakken = [
            [plaatsen[code] for code in sorted(lees_codes(categorie)) if code in plaatsen]
            for categorie in dict.fromkeys(rij.categorie for rij in rijen if rij.categorie)
        ]
        samen = {
            knoop: tuple(sum(per_code[plaats] for plaats in vak) for vak in vakken)
            for knoop, per_code in stuk.per_code.items()
        }
        yield samen, stuk.zijn_vakken_goed
    elif maat in (Maat.GEMIDDELDE, Maat.SCORE, Maat.NPS):
        yield stuk.per_code, stuk.zijn_vakken_goed if maat is Maat.NPS else stuk.is_verdeeld
