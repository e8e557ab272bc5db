"""Eén methode met de hand: `naam=waarde` lezen, alles tegelijk keuren, rekenen."""

from collections.abc import Iterator, Sequence

from kwaliteit.begrippen.fout import Gebrek, GebruikFout, bedoelde_u
from kwaliteit.begrippen.narekening import Methodebeschrijving, Rekenuitkomst
from kwaliteit.narekenen.methoden import METHODEN
from kwaliteit.narekenen.methoden.vorm import Invoer, Invoerveld, Methode, noem_vorm
from kwaliteit.narekenen.reken_invoer import Ongeldig, lees_waarde

Vorm = tuple[Invoerveld, ...]
LANGSTE_NAAM = 30
"""Langere tekst is geen naam maar een vergissing; die herhalen we niet."""


def reken(methode: str, argumenten: Sequence[str]) -> Rekenuitkomst:
    """Reken één methode uit; `argumenten` zijn teksten als "x=7". GebruikFout met alle gebreken samen."""
    gekozen = _zoek_methode(methode)
    delen, gebreken = _splits(gekozen, argumenten)
    vorm = _kies_vorm(gekozen, delen)
    invoer, ongeldig = _lees(gekozen, vorm, delen)
    gebreken += [*_keur_namen(gekozen, vorm, delen), *ongeldig, *_keur_eisen(gekozen, invoer)]
    if gebreken:
        raise GebruikFout(*gebreken)
    berekening = gekozen.bereken(invoer)
    return Rekenuitkomst(
        methode=gekozen.naam,
        invoer=tuple((veld.naam, invoer.waarden[veld.naam]) for veld in vorm if veld.naam in invoer),
        uitkomst=tuple(berekening.uitkomst.items()),
        formule=berekening.ingevuld,
        bron=gekozen.bron,
    )


def beschrijf_methoden() -> tuple[Methodebeschrijving, ...]:
    """Geef alle methoden, in de volgorde van de rekenregels."""
    return tuple(methode.beschrijving for methode in METHODEN.values())


def _zoek_methode(naam: str) -> Methode:
    if naam in METHODEN:
        return METHODEN[naam]
    wat = "de naam van de methode ontbreekt" if "=" in naam else f"onbekende methode{_noem(naam)}"
    raise GebruikFout(
        Gebrek(
            waar="kwaliteit reken",
            wat=wat,
            verwacht=f"een van: {', '.join(METHODEN)}.{bedoelde_u(naam[:LANGSTE_NAAM], METHODEN)}",
            doe_dit="Typ 'kwaliteit reken' voor alle methoden met een voorbeeld.",
        )
    )


def _noem(naam: str) -> str:
    return f" '{naam}'" if len(naam) <= LANGSTE_NAAM and naam.isprintable() else ""


def _splits(methode: Methode, argumenten: Sequence[str]) -> tuple[dict[str, str], list[Gebrek]]:
    """Geef naam -> tekst, met een gebrek voor wat geen naam=waarde is of dubbel staat."""
    delen: dict[str, str] = {}
    gebreken = []
    for plaats, argument in enumerate(argumenten, start=1):
        naam, teken, tekst = argument.partition("=")
        naam = naam.strip()
        if not teken:
            gebreken.append(_maak_gebrek(methode, f"deel {plaats} heeft geen =", "naam=waarde, zonder spaties"))
        elif naam in delen:
            gebreken.append(_maak_gebrek(methode, f"{_noem(naam).strip()} staat er twee keer", "elke naam één keer"))
        else:
            delen[naam] = tekst
    return delen, gebreken


def _kies_vorm(methode: Methode, delen: dict[str, str]) -> Vorm:
    """Geef de vorm die bij de namen past, of anders de vorm die er het dichtst bij komt."""

    def meet(vorm: Vorm) -> tuple[bool, int, int]:
        namen = {veld.naam for veld in vorm}
        ontbreekt = {veld.naam for veld in vorm if veld.verplicht} - set(delen)
        return not ontbreekt and set(delen) <= namen, len(namen & set(delen)), -len(ontbreekt)

    return max(methode.vormen, key=meet)


def _lees(methode: Methode, vorm: Vorm, delen: dict[str, str]) -> tuple[Invoer, list[Gebrek]]:
    waarden, gebreken = {}, []
    for veld in vorm:
        if veld.naam in delen:
            try:
                waarden[veld.naam] = lees_waarde(veld, delen[veld.naam])
            except Ongeldig as reden:
                gebreken.append(_maak_gebrek(methode, str(reden), f"{veld.naam}: {veld.soort}"))
    return Invoer(waarden), gebreken


def _keur_namen(methode: Methode, vorm: Vorm, delen: dict[str, str]) -> Iterator[Gebrek]:
    bekend = [veld.naam for veld in vorm]
    for naam in delen:
        if naam not in bekend:
            yield _maak_gebrek(
                methode,
                f"onbekende naam{_noem(naam)}",
                f"{_noem_vormen(methode)}.{bedoelde_u(naam[:LANGSTE_NAAM], bekend)}",
            )
    for veld in vorm:
        if veld.verplicht and veld.naam not in delen:
            yield _maak_gebrek(methode, f"{veld.naam} ontbreekt", f"{veld.naam}: {veld.soort}")


def _noem_vormen(methode: Methode) -> str:
    return ", of: ".join(noem_vorm(vorm) for vorm in methode.vormen)


def _keur_eisen(methode: Methode, invoer: Invoer) -> Iterator[Gebrek]:
    for eis in methode.eisen:
        if all(naam in invoer for naam in eis.namen) and not eis.klopt(invoer):
            yield _maak_gebrek(methode, eis.wat, eis.verwacht)


def _maak_gebrek(methode: Methode, wat: str, verwacht: str) -> Gebrek:
    return Gebrek(
        waar=f"kwaliteit reken {methode.naam}",
        wat=wat,
        verwacht=verwacht,
        doe_dit=f"Kijk naar het voorbeeld: {methode.beschrijving.voorbeeld}",
    )
