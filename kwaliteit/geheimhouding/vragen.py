"""De rijen van één vraag: gunstig, verdeling, gemiddelde en nps.

De maten van een vraag steunen op elkaar. Waar gunstig een getal is en genoeg antwoorden heeft, mag de verdeling komen;
waar de verdeling elk antwoord toont, ook het gemiddelde. Zo voegt een fijnere maat nooit een nieuw onderdeel toe.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.vragenlijst import Schaalsoort
from kwaliteit.geheimhouding.keuze import REDENEN, Keuze, kies
from kwaliteit.geheimhouding.ladder import (
    WOORDEN_BIJNA_IEDEREEN,
    Inhoud,
    aandeel,
    band,
    middenwaarde,
    niet_getoond,
    weinig,
)
from kwaliteit.geheimhouding.rijen import EENHEDEN, Kop, Rij
from kwaliteit.geheimhouding.stuk import Stuk
from kwaliteit.geheimhouding.verdeling import Trap, Verdeling, kies_verdeling, noem_vak

BAND = "B: band"
DOMINANTIE = ("dominantie", "bijna iedereen gaf hetzelfde antwoord")
BEREIK = ("verdeling: alleen organisatie", "in de onderdelen zijn niet alle vakken en restblokken groot genoeg")
TRAP = ("verdeling: trap", "in geen toegestane indeling zijn alle vakken en restblokken groot genoeg")
SAMENGENOMEN = ("verdeling: trap", "de antwoorden zijn samengenomen; een gemiddelde zou ze weer splitsen")
ZONDER_GUNSTIG = ("gunstig verborgen", "het aantal gunstige antwoorden staat hier niet; een gemiddelde dan ook niet")
VRIJ_GETAL = ("vrij getal", "bij vrije getallen is niet na te gaan of één antwoord het gemiddelde bepaalt")

Vakrij = tuple[str, str, Inhoud]
"""Categorie, naam van de categorie, inhoud; de eerste twee zijn leeg buiten een verdeling."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Besluit:
    """Wat van een vraag verschijnt. `met_procent`: waar een getal staat met genoeg antwoorden voor meer.

    `gunstig` is None bij een schaal zonder gunstige kant, `verdeling` als die nergens mag staan, en `midden` is er
    alleen bij een schaal zonder codes.
    """

    gunstig: Keuze | None
    met_procent: frozenset[str]
    verdeling: Verdeling | None
    midden: Keuze | None


def maak_rijen(stuk: Stuk) -> Iterator[Rij]:
    """Geef de rijen van een vraag: per maat, per onderdeel, en bij een verdeling per categorie."""
    gevraagd = stuk.meting.gevraagd
    kop = Kop(
        jaar=gevraagd.jaar,
        indicator=gevraagd.vraag.id,
        pijler=gevraagd.pijler,
        normen=gevraagd.normen,
        doelgroep=gevraagd.doelgroep,
        reeks=gevraagd.reeks,
        breuk=gevraagd.breuk,
    )
    maten = stuk.bepaal_maten()
    besluit = neem_besluit(stuk, Maat.GUNSTIG in maten)
    for maat in maten:
        for onderdeel in stuk.plek.onderdelen:
            for categorie, naam, inhoud in _vul(stuk, besluit, maat, onderdeel):
                yield Rij(
                    kop=kop,
                    maat=maat,
                    onderdeel=onderdeel,
                    eenheid=EENHEDEN[maat],
                    inhoud=inhoud,
                    categorie=categorie,
                    categorienaam=naam,
                )


def neem_besluit(stuk: Stuk, heeft_gunstig: bool) -> Besluit:
    """Kies eerst wat van gunstig verschijnt, en daarbinnen de verdeling of het gemiddelde."""
    gunstig = None
    if heeft_gunstig:
        gunstig = kies(stuk.indeling, stuk.plek.kandidaten, stuk.tel_gunstig(), stuk.zijn_vakken_goed, stuk.regels.band)
    getoond = stuk.plek.kandidaten if gunstig is None else gunstig.tonen
    met_procent = frozenset(knoop for knoop in getoond if stuk.n(knoop) >= stuk.regels.procent_vanaf)
    if stuk.schaal.soort.heeft_codes:
        verdeling = kies_verdeling(stuk.indeling, stuk.schaal, met_procent, stuk.per_code, stuk.zijn_vakken_goed)
        return Besluit(gunstig=gunstig, met_procent=met_procent, verdeling=verdeling, midden=None)
    # Een nps en zijn marge geven samen bijna de drie aantallen prijs; dus telt de eis aan een verdeling.
    eis = stuk.zijn_vakken_goed if stuk.schaal.soort is Schaalsoort.NPS else stuk.is_verdeeld
    midden = kies(stuk.indeling, met_procent, stuk.per_code, eis, stuk.regels.band)
    return Besluit(gunstig=gunstig, met_procent=met_procent, verdeling=None, midden=midden)


def _vul(stuk: Stuk, besluit: Besluit, maat: Maat, onderdeel: str) -> list[Vakrij]:
    """Geef wat er in een onderdeel staat: één inhoud, of bij een getoonde verdeling één per vak."""
    if onderdeel in stuk.plek.elders:
        return [("", "", stuk.plek.elders[onderdeel])]
    gunstig = besluit.gunstig
    if gunstig is not None and (maat is Maat.GUNSTIG or onderdeel not in gunstig.tonen):
        is_telling = maat in (Maat.GUNSTIG, Maat.VERDELING)
        return [("", "", _toon_gunstig(stuk, gunstig, onderdeel) if is_telling else niet_getoond(*ZONDER_GUNSTIG))]
    if onderdeel not in besluit.met_procent:
        wat_niet = "geen verdeling" if maat is Maat.VERDELING else "geen gemiddelde"
        return [("", "", weinig(stuk.n(onderdeel), wat_niet, stuk.regels))]
    verdeling = besluit.verdeling
    if verdeling is not None and onderdeel not in verdeling.onderdelen:
        return [("", "", niet_getoond(*BEREIK))]
    if maat is Maat.VERDELING and verdeling is not None:
        return _toon_verdeling(stuk, verdeling.trap, onderdeel)
    return [("", "", _toon_midden(stuk, besluit, maat, onderdeel))]


def _toon_gunstig(stuk: Stuk, keuze: Keuze, onderdeel: str) -> Inhoud:
    gunstig, niet_gunstig = keuze.tellingen[onderdeel]
    n = gunstig + niet_gunstig
    if onderdeel in keuze.tonen:
        interval = stuk.cijfer(Maat.GUNSTIG, onderdeel).interval
        return aandeel(gunstig, n, stuk.regels, interval=interval)
    if onderdeel in keuze.banden:
        return band(keuze.banden[onderdeel] == 0, n, stuk.regels, BAND)
    return niet_getoond(keuze.regels[onderdeel], REDENEN[keuze.regels[onderdeel]])


def _toon_verdeling(stuk: Stuk, trap: Trap, onderdeel: str) -> list[Vakrij]:
    aantallen = trap.neem_samen(stuk.per_code[onderdeel])
    n = sum(aantallen)
    return [
        (*noem_vak(stuk.schaal, vak), aandeel(aantal, n, stuk.regels))
        for vak, aantal in zip(trap.vakken, aantallen, strict=True)
    ]


def _toon_midden(stuk: Stuk, besluit: Besluit, maat: Maat, onderdeel: str) -> Inhoud:
    """Een gemiddelde, score of nps; ook de ene rij van een verdeling die nergens mag staan."""
    if stuk.schaal.soort is Schaalsoort.GETAL:
        return niet_getoond(*VRIJ_GETAL)
    keuze = besluit.midden
    if keuze is None:
        if besluit.verdeling is None or not besluit.verdeling.trap.is_fijnst:
            return niet_getoond(*(TRAP if besluit.verdeling is None else SAMENGENOMEN))
    elif onderdeel in keuze.banden:
        return niet_getoond(*DOMINANTIE, woorden=WOORDEN_BIJNA_IEDEREEN)
    elif onderdeel not in keuze.tonen:
        return niet_getoond(keuze.regels[onderdeel], REDENEN[keuze.regels[onderdeel]])
    return middenwaarde(stuk.cijfer(maat, onderdeel))
