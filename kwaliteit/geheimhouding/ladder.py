"""De ladder van rekenregels 7.2: welke status, welke getallen en welke woorden een cijfer krijgt."""

import math
from dataclasses import dataclass, replace

from kwaliteit.begrippen.indicator import Cijfer, Interval, Intervalmethode, Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.rekenregels import Rekenregels

WOORDEN_TE_WEINIG = "te weinig antwoorden"
WOORDEN_NIET_GETOOND = "niet getoond"
WOORDEN_NIET_GEVRAAGD = "niet gevraagd"
WOORDEN_GEEN_INFORMATIE = "geen informatie"
WOORDEN_BIJNA_IEDEREEN = "bijna iedereen gaf hetzelfde antwoord"
MARGE = ("gemiddelde: marge", "met de marge erbij zou vastliggen dat één mens een laag of hoog cijfer gaf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """Wat van één cijfer openbaar wordt, en waarom de rest niet (`regel` en `reden`, alleen voor het interne log).

    `bandnoemer` is het aantal antwoorden bij een band; het wordt pas openbaar als het elders al staat.
    """

    status: Status
    woorden: str = ""
    waarde: float | None = None
    teller: int | None = None
    noemer: int | None = None
    interval: Interval | None = None
    bandnoemer: int | None = None
    regel: str = ""
    reden: str = ""


def te_weinig(regel: str, reden: str) -> Inhoud:
    """Verborgen door de drempel of om een buurman te beschermen: voor de lezer dezelfde woorden."""
    return Inhoud(status=Status.TE_WEINIG, woorden=WOORDEN_TE_WEINIG, regel=regel, reden=reden)


def niet_getoond(regel: str, reden: str, woorden: str = WOORDEN_NIET_GETOOND) -> Inhoud:
    """Er zijn genoeg antwoorden, maar het cijfer zou iets verraden."""
    return Inhoud(status=Status.NIET_GETOOND, woorden=woorden, regel=regel, reden=reden)


def niet_gevraagd() -> Inhoud:
    """Deze groep is in dit jaar niets gevraagd."""
    return Inhoud(status=Status.NIET_GEVRAAGD, woorden=WOORDEN_NIET_GEVRAAGD)


def geen_informatie() -> Inhoud:
    """Er is hier niet gemeten: bij niemand van deze groep stond een locatie."""
    return Inhoud(status=Status.GEEN_INFORMATIE, woorden=WOORDEN_GEEN_INFORMATIE)


def band(is_hoog: bool, n: int, regels: Rekenregels, regel: str) -> Inhoud:
    """Bijna iedereen aan één kant: woorden die waar zijn, zonder teller, waarde of marge."""
    return Inhoud(
        status=Status.BAND_HOOG if is_hoog else Status.BAND_LAAG,
        woorden=bandwoorden(is_hoog, n, regels),
        bandnoemer=n,
        regel=regel,
        reden=f"aan één kant zitten minder dan {regels.band} mensen",
    )


def bandwoorden(is_hoog: bool, n: int, regels: Rekenregels) -> str:
    """Geef "minder dan 3 van de 14" of "minder dan 10%".

    Het percentage is waar voor elk aantal vanaf `procent_vanaf`: minder dan 3 van 30 is minder dan 10%, en van meer
    mensen nog minder.
    """
    if n < regels.procent_vanaf:
        return f"meer dan {n - regels.band} van de {n}" if is_hoog else f"minder dan {regels.band} van de {n}"
    procent = bandprocent(regels)
    return f"meer dan {100 - procent}%" if is_hoog else f"minder dan {procent}%"


def bandprocent(regels: Rekenregels) -> int:
    """Geef band / procent_vanaf in hele procenten, naar boven afgerond."""
    return -(-100 * regels.band // regels.procent_vanaf)


def aandeel(teller: int, noemer: int, regels: Rekenregels, *, interval: Interval | None = None) -> Inhoud:
    """Een deel van de antwoorden: vanaf `procent_vanaf` met waarde en marge, daaronder alleen de aantallen.

    De marge is naar buiten afgerond op hele procenten: onafgerond is zij een breuk met het aantal mensen als noemer,
    en daarmee is dat aantal van een verborgen buurman uit te rekenen.
    """
    if noemer < regels.procent_vanaf:
        return weinig(noemer, "geen percentage", regels, teller=teller)
    return Inhoud(
        status=Status.GETOOND,
        waarde=teller / noemer,
        teller=teller,
        noemer=noemer,
        interval=interval and rond_naar_buiten(interval),
    )


def weinig(noemer: int, wat_niet: str, regels: Rekenregels, *, teller: int | None = None) -> Inhoud:
    """Genoeg om te tellen, te weinig voor meer dan dat."""
    woorden = f"bij minder dan {regels.procent_vanaf} {wat_niet}"
    return Inhoud(status=Status.WEINIG, woorden=woorden, teller=teller, noemer=noemer)


def middenwaarde(cijfer: Cijfer, *, met_marge: bool = True) -> Inhoud:
    """Een gemiddelde, score of nps, afgerond: onafgerond geeft de marge ook de spreiding van de antwoorden prijs."""
    cijfers_achter_komma = achter_de_komma(cijfer.maat)
    interval = cijfer.interval
    inhoud = Inhoud(
        status=Status.GETOOND,
        waarde=rond_af(cijfer.waarde, cijfers_achter_komma),
        noemer=cijfer.noemer,
        interval=interval and rond_marge_af(interval, cijfers_achter_komma),
    )
    if met_marge or interval is None:
        return inhoud
    regel, reden = MARGE
    return replace(inhoud, interval=None, regel=regel, reden=reden)


def achter_de_komma(maat: Maat) -> int:
    """Geef op hoeveel decimalen een gemiddelde, score of nps openbaar is."""
    return 1 if maat is Maat.GEMIDDELDE else 0


def rond_marge_af(interval: Interval, cijfers_achter_komma: int) -> Interval:
    laag, hoog = (rond_af(grens, cijfers_achter_komma) for grens in (interval.laag, interval.hoog))
    return Interval(laag=laag, hoog=hoog, methode=interval.methode)


def rond_naar_buiten(interval: Interval) -> Interval:
    """Rond de marge van een aandeel af op hele procenten, zonder haar smaller te maken dan zij is.

    Naar het dichtstbijzijnde procent afgerond valt het echte cijfer er te vaak net buiten. Een punt blijft een punt.
    """
    if interval.methode is Intervalmethode.IEDEREEN:
        return rond_marge_af(interval, 2)
    # Tien cijfers haalt de ruis van drijvende komma's weg: 0,29 · 100 is net geen 29.
    laag, hoog = math.floor(round(100 * interval.laag, 10)) / 100, math.ceil(round(100 * interval.hoog, 10)) / 100
    return Interval(laag=laag, hoog=hoog, methode=interval.methode)


def rond_af(waarde: float, cijfers_achter_komma: int) -> float:
    """Rond af op zoveel cijfers; precies op de helft gaat omhoog."""
    factor = 10.0**cijfers_achter_komma
    # Tien cijfers is ruim fijner dan elk gemiddelde van hele antwoorden en haalt de ruis van drijvende komma's weg.
    return math.floor(round(waarde * factor, 10) + 0.5) / factor
