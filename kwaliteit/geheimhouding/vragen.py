"""De rijen van de vragen van één groep: gunstig, verdeling, gemiddelde, score, topbox en nps.

De maten van een vraag steunen op elkaar. Waar gunstig een getal is en genoeg antwoorden heeft, mag de verdeling komen;
waar de verdeling elk antwoord toont, ook de score en de topbox, want die volgen er dan al uit. Zo voegt een fijnere
maat nooit een nieuw onderdeel toe. Een schaalscore steunt op haar vragen, en komt daarom na hen.
"""

from collections.abc import Iterable, Iterator, Mapping

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.vragenlijst import Schaalsoort
from kwaliteit.geheimhouding import gewogen, meerkeuze, schaalscore
from kwaliteit.geheimhouding.besluit import Besluit
from kwaliteit.geheimhouding.keuze import Keuze, kies, verberg
from kwaliteit.geheimhouding.ladder import (
    WOORDEN_BIJNA_IEDEREEN,
    Inhoud,
    aandeel,
    band,
    middenwaarde,
    niet_getoond,
    weinig,
)
from kwaliteit.geheimhouding.midden import kies_midden
from kwaliteit.geheimhouding.rijen import EENHEDEN, Kop, Rij
from kwaliteit.geheimhouding.stuk import Stuk
from kwaliteit.geheimhouding.verdeling import Trap, kies_verdeling, noem_vak

BAND = "B: band"
DOMINANTIE = ("dominantie", "bijna iedereen gaf hetzelfde antwoord")
BEREIK = ("verdeling: alleen organisatie", "in de onderdelen zijn niet alle vakken en restblokken groot genoeg")
TRAP = ("verdeling: trap", "in geen toegestane indeling zijn alle vakken en restblokken groot genoeg")
SAMENGENOMEN = ("verdeling: trap", "de antwoorden zijn samengenomen; een gemiddelde zou ze weer splitsen")
ZONDER_GUNSTIG = ("gunstig verborgen", "het aantal gunstige antwoorden staat hier niet; een gemiddelde dan ook niet")
VRIJ_GETAL = ("vrij getal", "bij vrije getallen is niet na te gaan of één antwoord het gemiddelde bepaalt")

Vakrij = tuple[str, str, Inhoud]
"""Categorie, naam van de categorie, inhoud; de eerste twee zijn leeg buiten een verdeling."""


def maak_rijen(stukken: Mapping[str, Stuk]) -> Iterator[Rij]:
    """Geef de rijen van alle vragen van een groep, in hun eigen volgorde: per maat, per onderdeel, per categorie."""
    besluiten = neem_besluiten(stukken)
    for naam, stuk in stukken.items():
        yield from _maak_rijen(stuk, besluiten[naam])


def neem_besluiten(stukken: Mapping[str, Stuk]) -> Mapping[str, Besluit]:
    """Besluit eerst over de gewone vragen en dan over de schaalscores."""
    besluiten: dict[str, Besluit] = {}
    for naam, stuk in sorted(stukken.items(), key=lambda paar: paar[1].meting.gevraagd.vraag.samenstelling is not None):
        samenstelling = stuk.meting.gevraagd.vraag.samenstelling
        if samenstelling is not None:
            delen = [
                schaalscore.Deel(stuk=stukken[vraag], besluit=besluiten[vraag])
                for vraag in samenstelling.vragen
                if vraag in stukken
            ]
            besluiten[naam] = schaalscore.neem_besluit(stuk, delen, samenstelling)
        elif stuk.schaal.soort is Schaalsoort.MEERKEUZE:
            besluiten[naam] = meerkeuze.neem_besluit(stuk)
        else:
            besluiten[naam] = neem_besluit(stuk, Maat.GUNSTIG in stuk.bepaal_maten())
    return besluiten


def _maak_rijen(stuk: Stuk, besluit: Besluit) -> Iterator[Rij]:
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
    for maat in stuk.bepaal_maten():
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
        return Besluit(gunstig=gunstig, met_procent=met_procent, verdeling=verdeling)
    # Een nps en zijn marge geven samen bijna de drie aantallen prijs; dus telt de eis aan een verdeling.
    if stuk.schaal.soort is Schaalsoort.NPS:
        midden = kies(stuk.indeling, met_procent, stuk.per_code, stuk.zijn_vakken_goed, stuk.regels.band)
        return Besluit(gunstig=gunstig, met_procent=met_procent, midden=midden)
    if stuk.schaal.soort is Schaalsoort.GETAL:
        return Besluit(met_procent=met_procent, midden_weg=dict.fromkeys(met_procent, VRIJ_GETAL))
    midden, zonder_marge, weg = kies_midden(stuk, Maat.GEMIDDELDE, met_procent, frozenset())
    return Besluit(met_procent=met_procent, midden=midden, zonder_marge=zonder_marge, midden_weg=weg)


def _vul(stuk: Stuk, besluit: Besluit, maat: Maat, onderdeel: str) -> list[Vakrij]:
    """Geef wat er in een onderdeel staat: één inhoud, of één per vak bij een getoonde verdeling en bij meerkeuze."""
    if onderdeel in stuk.plek.elders:
        return [("", "", stuk.plek.elders[onderdeel])]
    if stuk.meting.gevraagd.gewogen:
        return [("", "", gewogen.toon(stuk, besluit, maat, onderdeel))]
    if besluit.antwoorden:
        return list(_toon_antwoorden(stuk, besluit.antwoorden, onderdeel))
    verdeling = besluit.verdeling
    if maat is Maat.VERDELING and verdeling is not None and onderdeel in verdeling.onderdelen:
        return _toon_verdeling(stuk, verdeling.trap, onderdeel)
    return [("", "", _toon_een(stuk, besluit, maat, onderdeel))]


def _toon_een(stuk: Stuk, besluit: Besluit, maat: Maat, onderdeel: str) -> Inhoud:
    """Alles behalve een getoonde verdeling; ook de ene rij van een verdeling die hier niet mag staan."""
    gunstig = besluit.gunstig
    if onderdeel in besluit.weg:
        return niet_getoond(*besluit.weg[onderdeel])
    if gunstig is not None and (maat is Maat.GUNSTIG or onderdeel not in gunstig.tonen):
        is_telling = maat in (Maat.GUNSTIG, Maat.VERDELING)
        return _toon_deel(stuk, gunstig, onderdeel) if is_telling else niet_getoond(*ZONDER_GUNSTIG)
    if onderdeel not in besluit.met_procent:
        wat_niet = {Maat.VERDELING: "geen verdeling", Maat.TOPBOX: "geen percentage"}.get(maat, "geen gemiddelde")
        return weinig(stuk.n(onderdeel), wat_niet, stuk.regels)
    if besluit.verdeling is not None and onderdeel not in besluit.verdeling.onderdelen:
        return niet_getoond(*BEREIK)
    return _toon_midden(stuk, besluit, maat, onderdeel)


def _toon_deel(stuk: Stuk, keuze: Keuze, onderdeel: str, maat: Maat = Maat.GUNSTIG, categorie: str = "") -> Inhoud:
    """Het deel dat gunstig is, of bij meerkeuze het deel dat dit antwoord koos."""
    gunstig, niet_gunstig = keuze.tellingen[onderdeel]
    n = gunstig + niet_gunstig
    if onderdeel in keuze.tonen:
        cijfer = stuk.cijfer(maat, onderdeel, categorie)
        return aandeel(gunstig, n, stuk.regels, interval=cijfer.interval)
    if onderdeel in keuze.banden:
        return band(keuze.banden[onderdeel] == 0, n, stuk.regels, BAND)
    return verberg(keuze, onderdeel)


def _toon_antwoorden(stuk: Stuk, keuzes: Iterable[Keuze], onderdeel: str) -> Iterator[Vakrij]:
    for code, label, keuze in zip(stuk.schaal.codes, stuk.schaal.labels, keuzes, strict=True):
        yield str(code), label, _toon_deel(stuk, keuze, onderdeel, Maat.VERDELING, str(code))


def _toon_verdeling(stuk: Stuk, trap: Trap, onderdeel: str) -> list[Vakrij]:
    aantallen = trap.neem_samen(stuk.per_code[onderdeel])
    n = sum(aantallen)
    return [
        (*noem_vak(stuk.schaal, vak), aandeel(aantal, n, stuk.regels))
        for vak, aantal in zip(trap.vakken, aantallen, strict=True)
    ]


def _toon_midden(stuk: Stuk, besluit: Besluit, maat: Maat, onderdeel: str) -> Inhoud:
    """Een gemiddelde, score, topbox of nps; ook de ene rij van een verdeling die nergens mag staan."""
    if onderdeel in besluit.midden_weg:
        return niet_getoond(*besluit.midden_weg[onderdeel])
    keuze = besluit.midden
    if keuze is None:
        if besluit.verdeling is None or not besluit.verdeling.trap.is_fijnst:
            return niet_getoond(*(TRAP if besluit.verdeling is None else SAMENGENOMEN))
    elif onderdeel in keuze.banden:
        return niet_getoond(*DOMINANTIE, woorden=WOORDEN_BIJNA_IEDEREEN)
    elif onderdeel not in keuze.tonen:
        return verberg(keuze, onderdeel)
    cijfer = stuk.cijfer(maat, onderdeel)
    if maat is Maat.TOPBOX and cijfer.teller is not None:
        return aandeel(cijfer.teller, cijfer.noemer, stuk.regels, interval=cijfer.interval)
    return middenwaarde(cijfer, met_marge=onderdeel not in besluit.zonder_marge)
