"""De rijen van een kengetal in één jaar.

Aantallen gebeurtenissen, teams of locaties worden getoond zoals ze zijn. Gaat een kengetal over mensen, dan gelden de
stappen A, B en C en de ladder, met als groep de noemer. Bij een aantal en bij een getal per 1.000 telt de noemer geen
mensen (of is er geen); daar is de teller de groep, en is de drempel genoeg.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from kwaliteit.begrippen.indicator import Kengetalmeting, Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Kengetalsoort
from kwaliteit.geheimhouding.blokken import Indeling, TeltNietOp, vul_aan
from kwaliteit.geheimhouding.keuze import kies, verberg
from kwaliteit.geheimhouding.ladder import Inhoud, band, niet_getoond, te_weinig, weinig
from kwaliteit.geheimhouding.patroon import maak_patroon
from kwaliteit.geheimhouding.register import Verleden
from kwaliteit.geheimhouding.rijen import Kop, Rij
from kwaliteit.geheimhouding.vragen import BAND
from kwaliteit.geheimhouding.waarden import zijn_vakken_goed

EENHEDEN = {
    Kengetalsoort.VERHOUDING: "fractie",
    Kengetalsoort.AANTAL: "aantal",
    Kengetalsoort.PER_1000: "per 1.000",
}

TELT_NIET_OP = ("kengetal: telt niet op", "de onderdelen zijn samen meer dan de organisatie")

Metingen = Mapping[str, Kengetalmeting]
"""Eén kengetal in één jaar, per onderdeel waar het gegeven is."""


def maak_rijen(indeling: Indeling, metingen: Metingen, regels: Rekenregels, verleden: Verleden) -> Iterator[Rij]:
    """Geef een rij per onderdeel waar het kengetal gegeven is, in boomvolgorde."""
    inhoud = bescherm(indeling, metingen, regels, verleden)
    for onderdeel in indeling.onderdelen:
        if onderdeel in metingen:
            meting = metingen[onderdeel]
            yield Rij(
                kop=Kop(
                    jaar=meting.jaar,
                    indicator=meting.kengetal.id,
                    pijler=meting.pijler,
                    normen=meting.kengetal.normen,
                    doelgroep=None,
                    reeks=meting.kengetal.id,
                ),
                maat=Maat.VERHOUDING,
                onderdeel=onderdeel,
                eenheid=EENHEDEN[meting.kengetal.soort],
                inhoud=inhoud[onderdeel],
            )


def bescherm(indeling: Indeling, metingen: Metingen, regels: Rekenregels, verleden: Verleden) -> Mapping[str, Inhoud]:
    """Geef per onderdeel wat openbaar wordt. Tellen de onderdelen niet op, dan alleen de organisatie."""
    kengetal = next(iter(metingen.values())).kengetal
    if not kengetal.over_mensen:
        return {onderdeel: _toon(meting) for onderdeel, meting in metingen.items()}
    bescherm_soort = _bescherm_deel if kengetal.soort is Kengetalsoort.VERHOUDING else _bescherm_aantal
    try:
        return bescherm_soort(indeling, metingen, regels, verleden)
    except TeltNietOp:
        alleen_wortel = {onderdeel: meting for onderdeel, meting in metingen.items() if onderdeel == indeling.wortel}
        leeg = dict.fromkeys(metingen, niet_getoond(*TELT_NIET_OP))
        return {**leeg, **(bescherm_soort(indeling, alleen_wortel, regels, verleden) if alleen_wortel else {})}


def _bescherm_aantal(
    indeling: Indeling, metingen: Metingen, regels: Rekenregels, verleden: Verleden
) -> dict[str, Inhoud]:
    aantallen = vul_aan(indeling, {onderdeel: (meting.teller,) for onderdeel, meting in metingen.items()})
    bekend = verleden.noem_zelfde_teller(_noem(metingen), {knoop: n for knoop, (n,) in aantallen.items()})
    vast = maak_patroon(indeling, metingen.keys(), aantallen, ("teller",), regels.drempel, (bekend,))
    return {
        onderdeel: _toon(meting) if onderdeel in vast.onderdelen else te_weinig(*vast.redenen[onderdeel])
        for onderdeel, meting in metingen.items()
    }


def _noem(metingen: Metingen) -> str:
    return next(iter(metingen.values())).kengetal.id


def _bescherm_deel(
    indeling: Indeling, metingen: Metingen, regels: Rekenregels, verleden: Verleden
) -> dict[str, Inhoud]:
    tellingen = vul_aan(
        indeling,
        {onderdeel: (meting.teller, (meting.noemer or 0) - meting.teller) for onderdeel, meting in metingen.items()},
    )
    aantallen = {knoop: (sum(vakken),) for knoop, vakken in tellingen.items()}
    nu = {knoop: n for knoop, (n,) in aantallen.items()}
    bekend = verleden.noem_zelfde_noemer(_noem(metingen), nu)
    vast = maak_patroon(indeling, metingen.keys(), aantallen, ("noemer",), regels.drempel, (bekend,))
    is_goed = partial(zijn_vakken_goed, drempel=regels.drempel, band=regels.band)
    getallen = verleden.noem_bekend(_noem(metingen), nu).get(Maat.VERHOUDING, frozenset())
    keuze = kies(replace(indeling, bekend=getallen), vast.onderdelen, tellingen, is_goed, regels.band)

    def vul(onderdeel: str) -> Inhoud:
        n = aantallen[onderdeel][0]
        if onderdeel not in vast.onderdelen:
            return te_weinig(*vast.redenen[onderdeel])
        if onderdeel in keuze.tonen:
            if n < regels.procent_vanaf:
                return weinig(n, "geen percentage", regels, teller=tellingen[onderdeel][0])
            return _toon(metingen[onderdeel])
        if onderdeel in keuze.banden:
            return band(keuze.banden[onderdeel] == 0, n, regels, BAND)
        return verberg(keuze, onderdeel)

    return {onderdeel: vul(onderdeel) for onderdeel in metingen}


def _toon(meting: Kengetalmeting) -> Inhoud:
    return Inhoud(
        status=Status.GETOOND,
        waarde=meting.waarde,
        teller=meting.teller,
        noemer=meting.noemer,
        woorden=meting.opgeteld,
    )
