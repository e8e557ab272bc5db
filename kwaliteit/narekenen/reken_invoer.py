"""Leest wat achter `naam=` staat: getallen, lijsten en rijen. Wat niet klopt, wordt een tekst zonder de waarde zelf."""

import re
from collections.abc import Iterator

from kwaliteit.begrippen.narekening import Invoerwaarde
from kwaliteit.narekenen.methoden.vorm import Invoersoort, Invoerveld

GROOTST = 1e12
"""Grotere getallen horen niet bij een vragenlijst, en hun kwadraten passen niet meer."""
LANGST = 40
_HEEL = re.compile(r"\+?[0-9]+")
_GETAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_NIET_EINDIG = re.compile(r"[+-]?(nan|inf(inity)?)", re.IGNORECASE)


class Ongeldig(Exception):
    """Een waarde klopt niet; de tekst zegt wat, in gewone woorden."""


def lees_waarde(veld: Invoerveld, tekst: str) -> Invoerwaarde:
    """Geef de waarde van een veld; Ongeldig als die er niet staat."""
    if not tekst.strip():
        raise Ongeldig(f"{veld.naam} is leeg")
    match veld.soort:
        case Invoersoort.AANTAL:
            return _lees_aantal(veld, tekst.strip())
        case Invoersoort.GETAL:
            return _lees_getal(veld.naam, tekst.strip())
        case Invoersoort.RIJEN:
            return _lees_rijen(veld.naam, tekst)
        case _:
            return _lees_lijst(veld, tekst)


def _lees_aantal(veld: Invoerveld, tekst: str) -> int:
    if not _HEEL.fullmatch(tekst):
        if tekst.startswith("-") and _HEEL.fullmatch(tekst[1:]):
            raise Ongeldig(f"{veld.naam} is negatief")
        raise Ongeldig(f"{veld.naam} is geen heel getal")
    if len(tekst) > LANGST or int(tekst) > veld.meeste:
        raise Ongeldig(f"{veld.naam} is te groot om uit te rekenen (hoogstens {veld.meeste})")
    return int(tekst)


def _lees_getal(wat: str, tekst: str) -> float:
    """Geef een heel getal als het zo geschreven is, anders een kommagetal."""
    if not _GETAL.fullmatch(tekst) or len(tekst) > LANGST:
        raise Ongeldig(f"{wat} is {_waarom_geen_getal(tekst)}")
    getal = int(tekst) if _HEEL.fullmatch(tekst.removeprefix("-")) else float(tekst)
    if abs(getal) > GROOTST:
        raise Ongeldig(f"{wat} is te groot om uit te rekenen")
    return getal


def _waarom_geen_getal(tekst: str) -> str:
    if len(tekst) > LANGST and _GETAL.fullmatch(tekst):
        return f"te lang: hoogstens {LANGST} tekens"
    if _NIET_EINDIG.fullmatch(tekst):
        return "geen eindig getal"
    if _GETAL.fullmatch(tekst.replace(",", ".", 1)):
        return "geen getal: schrijf een punt en geen komma"
    return "geen getal"


def _lees_lijst(veld: Invoerveld, tekst: str) -> tuple[float | None, ...]:
    if ";" in tekst:
        raise Ongeldig(
            f"{veld.naam} heeft een ';': in een lijst staan komma's tussen de waarden, en een getal heeft een punt"
        )
    lijst = _lees_delen(veld.naam, tekst)
    if veld.soort is Invoersoort.KANSEN and any(kans is not None and not 0 <= kans <= 1 for kans in lijst):
        raise Ongeldig(
            f"{veld.naam} heeft een kans onder 0 of boven 1; een decimale komma wordt als twee waarden gelezen"
        )
    return lijst


def _lees_delen(wat: str, tekst: str) -> tuple[float | None, ...]:
    return tuple(
        _lees_getal(f"{wat}, waarde {plaats},", deel.strip()) if deel.strip() else None
        for plaats, deel in enumerate(tekst.split(","), start=1)
    )


def _lees_rijen(naam: str, tekst: str) -> tuple[tuple[float | None, ...], ...]:
    rijen = tuple(
        _lees_delen(f"{naam}, rij {nummer}", rij)
        for nummer, rij in enumerate(tekst.strip().removesuffix(";").split(";"), start=1)
    )
    afwijkend = next(_zoek_andere_lengte(rijen), None)
    if afwijkend is not None:
        raise Ongeldig(
            f"{naam}: rij {afwijkend} is niet even lang als rij 1 ({len(rijen[afwijkend - 1])} en {len(rijen[0])})"
        )
    return rijen


def _zoek_andere_lengte(rijen: tuple[tuple[float | None, ...], ...]) -> Iterator[int]:
    return (nummer for nummer, rij in enumerate(rijen, start=1) if len(rij) != len(rijen[0]))
