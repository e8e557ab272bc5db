"""Een gemiddelde van een schaal zonder codes: waar het verschijnt, en waar met marge."""

from collections.abc import Set
from math import isclose

from kwaliteit.begrippen.indicator import Cijfer, Maat
from kwaliteit.begrippen.vragenlijst import Schaal
from kwaliteit.geheimhouding.besluit import Waarom
from kwaliteit.geheimhouding.keuze import Keuze, kies
from kwaliteit.geheimhouding.ladder import achter_de_komma, rond_af
from kwaliteit.geheimhouding.marge import (
    Grensvenster,
    Ladder,
    Venster,
    bereken_afwijking,
    bereken_factor,
    kies_marges,
)
from kwaliteit.geheimhouding.stuk import Stuk

VASTGELEGD = ("gemiddelde: één mens", "het gemiddelde zou vastleggen dat één mens een laag of hoog cijfer gaf")


def kies_midden(
    stuk: Stuk, maat: Maat, kandidaten: Set[str], zonder_marge: Set[str], grens: float | None = None
) -> tuple[Keuze, frozenset[str], dict[str, Waarom]]:
    """Geef de keuze voor het gemiddelde, waar de marge vervalt, en waarom het ergens alsnog niet verschijnt.

    `zonder_marge`: waar de marge al om een andere reden vervalt. `grens`: de score waarboven een antwoord gunstig telt.
    """
    weg: dict[str, Waarom] = {}
    while True:
        keuze = kies(stuk.indeling, kandidaten - weg.keys(), stuk.per_code, stuk.is_verdeeld, stuk.regels.band)
        cijfers = {knoop: stuk.cijfer(maat, knoop) for knoop in keuze.tonen}
        ladders = {knoop: _maak_ladder(stuk, cijfer, stuk.per_code[knoop], grens) for knoop, cijfer in cijfers.items()}
        vensters = {}
        blind: set[str] = set()
        for knoop, cijfer in cijfers.items():
            kaal, vol = maak_vensters(stuk.schaal, cijfer, stuk.per_code[knoop], ladders[knoop])
            if vol is None or knoop in zonder_marge:
                blind.add(knoop)
            vensters[knoop] = (kaal if vol is None or knoop in zonder_marge else vol, kaal)
        marges = kies_marges(stuk.indeling, keuze.tonen, stuk.per_code, vensters, ladders, stuk.regels.band)
        if not marges.weg:
            return keuze, frozenset(marges.zonder_marge | blind), weg
        weg |= dict.fromkeys(marges.weg, VASTGELEGD)


def _maak_ladder(stuk: Stuk, cijfer: Cijfer, vakken: tuple[int, ...], grens: float | None) -> Ladder:
    """De vakken in de eenheid van het cijfer. Kloppen ze precies met het gemiddelde, dan zijn alle antwoorden heel."""
    laagste, hoogste = stuk.schaal.bereik
    stap = (hoogste - laagste) / (len(vakken) - 1) if len(vakken) > 1 else 1.0
    som = sum((laagste + vak * stap) * aantal for vak, aantal in enumerate(vakken))
    is_heel = isclose(som, cijfer.waarde * cijfer.noemer, rel_tol=0, abs_tol=1e-6 * stap)
    return Ladder(laagste=laagste, stap=stap, is_heel=is_heel, grens=grens)


def maak_vensters(
    schaal: Schaal, cijfer: Cijfer, vakken: tuple[int, ...], ladder: Ladder
) -> tuple[Venster, Venster | None]:
    """Geef het venster zonder marge en dat met marge; None als de spreiding niet bekend is en er wel een marge is."""
    n, eenheid = cijfer.noemer, 10.0 ** -achter_de_komma(cijfer.maat)
    getoond = rond_af(cijfer.waarde, achter_de_komma(cijfer.maat))
    som = cijfer.waarde * n
    afwijking = cijfer.afwijking
    if afwijking is None and ladder.is_heel:
        kwadraten = sum((ladder.laagste + vak * ladder.stap) ** 2 * aantal for vak, aantal in enumerate(vakken))
        afwijking = bereken_afwijking(n, som, kwadraten)
    kaal = Venster(
        n=n,
        som=som,
        kwadraten=0.0 if afwijking is None else (n - 1) * afwijking**2 + som * som / n,
        midden=(getoond - eenheid / 2, getoond + eenheid / 2),
    )
    interval = cijfer.interval
    if interval is None or interval.hoog == interval.laag == cijfer.waarde:
        return kaal, kaal
    if afwijking is None:
        return kaal, None
    onderste, bovenste = schaal.bereik

    def kijk(grens: float, *, geknipt: bool) -> Grensvenster:
        rond = rond_af(grens, achter_de_komma(cijfer.maat))
        return Grensvenster(van=rond - eenheid / 2, tot=rond + eenheid / 2, geknipt=geknipt)

    laag = kijk(interval.laag, geknipt=rond_af(interval.laag, achter_de_komma(cijfer.maat)) <= onderste)
    hoog = kijk(interval.hoog, geknipt=rond_af(interval.hoog, achter_de_komma(cijfer.maat)) >= bovenste)
    halve = max(cijfer.waarde - interval.laag, interval.hoog - cijfer.waarde)
    vol = Venster(
        n=kaal.n,
        som=kaal.som,
        kwadraten=kaal.kwadraten,
        midden=kaal.midden,
        factor=bereken_factor(halve, afwijking),
        laag=laag,
        hoog=hoog,
    )
    return kaal, vol
