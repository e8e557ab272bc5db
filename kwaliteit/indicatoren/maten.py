"""Van telling naar cijfers: welke maten bij welke schaal horen (rekenregels 2).

Een gemiddelde van een schaal in woorden bestaat hier niet: het mag nooit het enige cijfer zijn.
"""

from dataclasses import replace
from math import floor

from kwaliteit.begrippen.indicator import Cijfer, Maat
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.formules.gemiddelde import bereken_geteld_gemiddelde
from kwaliteit.formules.omrekenen import reken_naar_100
from kwaliteit.indicatoren.intervallen import kies_bij_aandeel, kies_bij_gemiddelde, kies_bij_nps
from kwaliteit.indicatoren.tellen import Telling


def maak_cijfers(vraag: Vraag, eigen_schaal: Schaal, telling: Telling, populatie: int | None) -> tuple[Cijfer, ...]:
    """Geef de cijfers van één vraag in één onderdeel; zonder antwoorden zijn er geen.

    `eigen_schaal` is bij een schaalscore de schaal van haar vragen, en anders die van de vraag.
    """
    if telling.n == 0:
        return ()
    soort = vraag.schaal.soort
    if soort.heeft_codes:
        return (
            *_maak_gunstig(_tel_gunstig(vraag.schaal, telling), telling, populatie),
            *_maak_verdeling(telling),
            *((_maak_score(eigen_schaal, telling, populatie),) if vraag.met_score else ()),
            *((_maak_topbox(telling, populatie),) if vraag.met_topbox else ()),
        )
    if soort is Schaalsoort.MEERKEUZE:
        return _maak_keuzes(telling, populatie)
    if soort is Schaalsoort.NPS:
        return (_maak_nps(telling, populatie),)
    op_100 = vraag.samenstelling is not None and vraag.samenstelling.op_100
    maak = _maak_score if op_100 else _maak_gemiddelde
    return maak(eigen_schaal, telling, populatie), *_maak_gunstig(telling.gunstig, telling, populatie)


def tel_per_vak(soort: Schaalsoort, eigen_schaal: Schaal, telling: Telling) -> tuple[int, ...]:
    """Geef de aantallen die bescherming nodig hebben (`Meting.per_code`).

    Met codes en bij meerkeuze: per code. NPS: criticus, neutraal, promotor. Rapportcijfer en schaalscore: per heel
    cijfer van de eigen schaal, van laag naar hoog. Getal: één vak met alles.
    """
    if soort.heeft_codes or soort is Schaalsoort.MEERKEUZE:
        return telling.aantallen
    if soort is Schaalsoort.NPS:
        return _tel_nps(telling)
    if soort not in (Schaalsoort.RAPPORTCIJFER, Schaalsoort.SCHAALSCORE):
        return (telling.n,)
    laagste, hoogste = (_rond_af(grens) for grens in eigen_schaal.bereik)
    vakken = [0] * (hoogste - laagste + 1)
    for waarde, aantal in zip(telling.waarden, telling.aantallen, strict=True):
        vakken[_rond_af(waarde) - laagste] += aantal
    return tuple(vakken)


def _tel_gunstig(schaal: Schaal, telling: Telling) -> int | None:
    """Geef hoeveel antwoorden gunstig zijn; None als de schaal geen gunstige kant heeft."""
    if not schaal.gunstig:
        return None
    return sum(aantal for code, aantal in zip(schaal.codes, telling.aantallen, strict=True) if code in schaal.gunstig)


def _maak_gunstig(gunstig: int | None, telling: Telling, populatie: int | None) -> tuple[Cijfer, ...]:
    return () if gunstig is None else (_maak_aandeel(Maat.GUNSTIG, gunstig, telling, populatie),)


def _maak_topbox(telling: Telling, populatie: int | None) -> Cijfer:
    """Het hoogste antwoord is dat met de hoogste code, waar die ook in de lijst staat."""
    hoogste = telling.aantallen[telling.waarden.index(max(telling.waarden))]
    return _maak_aandeel(Maat.TOPBOX, hoogste, telling, populatie)


def _maak_keuzes(telling: Telling, populatie: int | None) -> tuple[Cijfer, ...]:
    """Bij meerkeuze is elk antwoord een eigen aandeel met een marge; samen zijn zij meer dan het geheel."""
    return tuple(
        replace(_maak_aandeel(Maat.VERDELING, aantal, telling, populatie), categorie=f"{code:.0f}")
        for code, aantal in zip(telling.waarden, telling.aantallen, strict=True)
    )


def _maak_aandeel(maat: Maat, teller: int, telling: Telling, populatie: int | None) -> Cijfer:
    return Cijfer(
        maat=maat,
        categorie="",
        waarde=teller / telling.n,
        teller=teller,
        noemer=telling.n,
        interval=kies_bij_aandeel(teller, telling.n, populatie),
    )


def _maak_verdeling(telling: Telling) -> tuple[Cijfer, ...]:
    """Een verdeling is een beeld van alle antwoorden samen; de delen hebben elk geen eigen marge."""
    return tuple(
        Cijfer(
            maat=Maat.VERDELING,
            categorie=f"{code:.0f}",
            waarde=aantal / telling.n,
            teller=aantal,
            noemer=telling.n,
            interval=None,
        )
        for code, aantal in zip(telling.waarden, telling.aantallen, strict=True)
    )


def _maak_score(eigen_schaal: Schaal, telling: Telling, populatie: int | None) -> Cijfer:
    """De score 0–100 van een groep is het gemiddelde van de omgerekende antwoorden."""
    laagste, hoogste = eigen_schaal.bereik
    omgerekend = tuple(reken_naar_100(laagste, hoogste, waarde) for waarde in telling.waarden)
    return _middel(Maat.SCORE, replace(telling, waarden=omgerekend), populatie, 0.0, 100.0)


def _maak_gemiddelde(eigen_schaal: Schaal, telling: Telling, populatie: int | None) -> Cijfer:
    grenzen = eigen_schaal.bereik if eigen_schaal.codes else (eigen_schaal.laagste, eigen_schaal.hoogste)
    return _middel(Maat.GEMIDDELDE, telling, populatie, *grenzen)


def _middel(
    maat: Maat, telling: Telling, populatie: int | None, laagste: float | None, hoogste: float | None
) -> Cijfer:
    gemiddelde, afwijking = bereken_geteld_gemiddelde(telling.waarden, telling.aantallen)
    interval = kies_bij_gemiddelde(gemiddelde, afwijking, telling.n, populatie)
    if interval is not None:
        interval = replace(
            interval,
            laag=interval.laag if laagste is None else max(laagste, interval.laag),
            hoog=interval.hoog if hoogste is None else min(hoogste, interval.hoog),
        )
    return Cijfer(
        maat=maat,
        categorie="",
        waarde=gemiddelde,
        teller=None,
        noemer=telling.n,
        interval=interval,
        afwijking=_bij_meer_dan_een(telling.n, afwijking),
    )


def _bij_meer_dan_een(n: int, afwijking: float) -> float | None:
    """Bij één antwoord is de spreiding onbekend, niet nul."""
    return afwijking if n > 1 else None


def _maak_nps(telling: Telling, populatie: int | None) -> Cijfer:
    critici, neutraal, promotors = _tel_nps(telling)
    _, afwijking = bereken_geteld_gemiddelde((-100.0, 0.0, 100.0), (critici, neutraal, promotors))
    return Cijfer(
        maat=Maat.NPS,
        categorie="",
        waarde=100 * (promotors - critici) / telling.n,
        teller=None,
        noemer=telling.n,
        interval=kies_bij_nps(promotors, neutraal, critici, populatie),
        afwijking=_bij_meer_dan_een(telling.n, afwijking),
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
