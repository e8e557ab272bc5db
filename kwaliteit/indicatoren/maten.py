"""Van telling naar cijfers: welke maten bij welke schaal horen (rekenregels 2).

Een gemiddelde van een schaal in woorden bestaat hier niet: het mag nooit het enige cijfer zijn.
"""

from dataclasses import replace
from math import floor, fsum, sqrt

from kwaliteit.begrippen.indicator import Cijfer, Maat
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.indicatoren.intervallen import kies_bij_aandeel, kies_bij_gemiddelde, kies_bij_nps
from kwaliteit.indicatoren.tellen import Telling


def maak_cijfers(schaal: Schaal, telling: Telling, populatie: int | None) -> tuple[Cijfer, ...]:
    """Geef de cijfers van één vraag in één onderdeel; zonder antwoorden zijn er geen."""
    if telling.n == 0:
        return ()
    if schaal.soort.heeft_codes:
        return _maak_gunstig(schaal, telling, populatie) + _maak_verdeling(schaal, telling)
    if schaal.soort is Schaalsoort.NPS:
        return (_maak_nps(telling, populatie),)
    return (_maak_gemiddelde(schaal, telling, populatie),)


def tel_per_vak(schaal: Schaal, telling: Telling) -> tuple[int, ...]:
    """Geef de aantallen die bescherming nodig hebben (`Meting.per_code`).

    Met codes: per code. NPS: criticus, neutraal, promotor. Rapportcijfer: per heel cijfer van laag naar hoog.
    Getal: één vak met alles.
    """
    if schaal.soort.heeft_codes:
        return telling.aantallen
    if schaal.soort is Schaalsoort.NPS:
        return _tel_nps(telling)
    if schaal.soort is Schaalsoort.RAPPORTCIJFER and schaal.laagste is not None and schaal.hoogste is not None:
        laagste = _rond_af(schaal.laagste)
        vakken = [0] * (_rond_af(schaal.hoogste) - laagste + 1)
        for waarde, aantal in zip(telling.waarden, telling.aantallen, strict=True):
            vakken[_rond_af(waarde) - laagste] += aantal
        return tuple(vakken)
    return (telling.n,)


def _maak_gunstig(schaal: Schaal, telling: Telling, populatie: int | None) -> tuple[Cijfer, ...]:
    if not schaal.gunstig:
        return ()
    gunstig = sum(
        aantal for code, aantal in zip(schaal.codes, telling.aantallen, strict=True) if code in schaal.gunstig
    )
    return (
        Cijfer(
            maat=Maat.GUNSTIG,
            categorie="",
            waarde=gunstig / telling.n,
            teller=gunstig,
            noemer=telling.n,
            interval=kies_bij_aandeel(gunstig, telling.n, populatie, telling.aantal_nvt),
        ),
    )


def _maak_verdeling(schaal: Schaal, telling: Telling) -> tuple[Cijfer, ...]:
    """Een verdeling is een beeld van alle antwoorden samen; de delen hebben elk geen eigen marge."""
    return tuple(
        Cijfer(
            maat=Maat.VERDELING,
            categorie=str(code),
            waarde=aantal / telling.n,
            teller=aantal,
            noemer=telling.n,
            interval=None,
        )
        for code, aantal in zip(schaal.codes, telling.aantallen, strict=True)
    )


def _maak_gemiddelde(schaal: Schaal, telling: Telling, populatie: int | None) -> Cijfer:
    gemiddelde, afwijking = bereken_gemiddelde(telling)
    interval = kies_bij_gemiddelde(gemiddelde, afwijking, telling.n, populatie, telling.aantal_nvt)
    if interval is not None:
        interval = replace(
            interval,
            laag=interval.laag if schaal.laagste is None else max(schaal.laagste, interval.laag),
            hoog=interval.hoog if schaal.hoogste is None else min(schaal.hoogste, interval.hoog),
        )
    return Cijfer(
        maat=Maat.GEMIDDELDE, categorie="", waarde=gemiddelde, teller=None, noemer=telling.n, interval=interval
    )


def bereken_gemiddelde(telling: Telling) -> tuple[float, float]:
    """Geef gemiddelde en standaardafwijking (deler n − 1; 0 bij één antwoord), zonder afrondfout in de sommen."""
    paren = list(zip(telling.waarden, telling.aantallen, strict=True))
    gemiddelde = fsum(waarde * aantal for waarde, aantal in paren) / telling.n
    kwadraten = fsum(aantal * (waarde - gemiddelde) ** 2 for waarde, aantal in paren)
    return gemiddelde, sqrt(kwadraten / (telling.n - 1)) if telling.n > 1 else 0.0


def _maak_nps(telling: Telling, populatie: int | None) -> Cijfer:
    critici, neutraal, promotors = _tel_nps(telling)
    return Cijfer(
        maat=Maat.NPS,
        categorie="",
        waarde=100 * (promotors - critici) / telling.n,
        teller=None,
        noemer=telling.n,
        interval=kies_bij_nps(promotors, neutraal, critici, populatie, telling.aantal_nvt),
    )


def _tel_nps(telling: Telling) -> tuple[int, int, int]:
    """Criticus is 0 tot en met 6, promotor 9 of 10, de rest neutraal."""
    paren = list(zip(telling.waarden, telling.aantallen, strict=True))
    critici = sum(aantal for waarde, aantal in paren if waarde <= 6)
    promotors = sum(aantal for waarde, aantal in paren if waarde >= 9)
    return critici, telling.n - critici - promotors, promotors


def _rond_af(getal: float) -> int:
    """Naar het dichtstbijzijnde hele getal, ,5 naar boven."""
    return floor(getal + 0.5)
