"""De rijen zoals ze in de bestanden staan: eigen lezers, want deze toets vertrouwt geen andere halte."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from kwaliteit.begrippen.onderdeel import Boom

Regel = Mapping[str, str]
"""Kolomkop -> tekst."""
T = TypeVar("T", int, Fraction)
GROOTSTE = 10**12
"""Een groter getal staat in geen enkele tabel: daarmee is geknoeid."""
MEESTE_MENSEN = 10**9
"""Meer mensen zijn er niet die iets kunnen antwoorden."""
_GETAL = re.compile(r"[+-]?[0-9]{1,20}(?:[.,][0-9]{1,20})?(?:[eE][+-]?[0-9]{1,2})?", re.ASCII)
_GEHEEL = re.compile(r"[+-]?[0-9]{1,20}", re.ASCII)
_FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ONZICHTBAAR = " \u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u2060\ufeff"
GEWOGEN = "gewogen"
"""De toelichting bij een gewogen deel: dat zegt niet hoeveel mensen het waren."""


class Onleesbaar(Exception):
    """Een kolom ontbreekt, of een cel is geen getal of onderdeel: het bestand is niet wat het programma schreef."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """Eén openbaar cijfer uit een csv of het register; een leeg vak is None. `bron` noemt het bestand."""

    bron: str
    jaar: int
    doelgroep: str
    indicator: str
    onderdeel: str
    maat: str
    categorie: str
    status: str
    waarde: Fraction | None
    teller: int | None
    noemer: int | None
    ondergrens: Fraction | None
    bovengrens: Fraction | None
    uitgenodigd: int | None
    methode: str
    toelichting: str

    @property
    def sleutel(self) -> tuple[int, str, str]:
        """(jaar, doelgroep, indicator)"""
        return self.jaar, self.doelgroep, self.indicator

    @property
    def plek(self) -> tuple[int, str, str, str, str, str]:
        """Welk cijfer dit is, los van de versie."""
        return self.jaar, self.doelgroep, self.indicator, self.maat, self.categorie, self.onderdeel

    @property
    def is_gewogen(self) -> bool:
        """Waar bij een gewogen deel."""
        return self.toelichting == GEWOGEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """Wat op één dag is gepubliceerd, volgens het register."""

    datum: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheim:
    """De interne waarheid van één vraag: per onderdeel het aantal antwoorden en (als bekend) de aantallen per vak.

    `getallen` zijn de interne cijfers (maat, categorie, onderdeel) -> (waarde, teller, noemer). `populatie` is per
    onderdeel de grootte van de groep waarmee de marge is berekend, None is onbekend. `gewogen` is per onderdeel het
    gewogen deel gunstig, leeg als de antwoorden geen gewicht hebben.
    """

    aantal: Mapping[str, int]
    vakken: Mapping[str, tuple[int, ...]] | None
    getallen: Mapping[tuple[str, str, str], tuple[Fraction | None, int | None, int | None]]
    populatie: Mapping[str, int | None]
    gewogen: Mapping[str, Fraction] = field(default_factory=dict)


def ontleed(tekst: str) -> list[dict[str, str]]:
    """Lees csv-tekst (komma of puntkomma, met of zonder BOM); Onleesbaar als een regel niet past."""
    tekst = tekst.removeprefix("\ufeff")
    kop = tekst.split("\n", 1)[0]
    scheiding = ";" if kop.count(";") > kop.count(",") else ","
    try:
        regels = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True))
    except csv.Error:
        raise Onleesbaar from None
    if not regels or any(len(regel) != len(regels[0]) for regel in regels):
        raise Onleesbaar
    return [dict(zip(regels[0], regel, strict=True)) for regel in regels[1:]]


def zoek_onderdelen(boom: Boom) -> dict[tuple[str, str], str]:
    """Geef (naam, niveau) -> id, en (naam, "") -> id voor een tabel zonder niveau (de eerste met die naam)."""
    gevonden: dict[tuple[str, str], str] = {}
    for onderdeel in boom.onderdelen:
        gevonden.setdefault((onderdeel.naam, str(onderdeel.niveau)), onderdeel.id)
        gevonden.setdefault((onderdeel.naam, ""), onderdeel.id)
    return gevonden


def lees_cel(regel: Regel, kolom: str) -> str:
    """Geef een cel zonder de apostrof die alleen voor een rekenblad is; Onleesbaar als de kolom ontbreekt.

    Alleen voor tekst die op een formule lijkt staat zo'n apostrof: die van 't Hof hoort bij de naam.
    """
    tekst = regel.get(kolom)
    if tekst is None:
        raise Onleesbaar
    return tekst[1:] if tekst[:1] == "'" and tekst[1:].lstrip(_ONZICHTBAAR).startswith(_FORMULETEKENS) else tekst


def lees_plek(regel: Regel, namen: Mapping[tuple[str, str], str]) -> str:
    """Geef het id van het onderdeel; Onleesbaar als het er niet is. Het niveau mag ontbreken."""
    onderdeel = namen.get((lees_cel(regel, "onderdeel"), regel.get("niveau", "")))
    if onderdeel is None:
        raise Onleesbaar
    return onderdeel


def lees_jaar(regel: Regel) -> int:
    """Geef het jaar; Onleesbaar als het er niet staat."""
    jaar = lees_geheel(lees_cel(regel, "jaar"))
    if jaar is None:
        raise Onleesbaar
    return jaar


def lees_breuk(tekst: str) -> Fraction | None:
    """Geef een getal, None als het leeg is; Onleesbaar als het geen getal is of niet kan voorkomen."""
    if not tekst:
        return None
    if _GETAL.fullmatch(tekst) is None:
        raise Onleesbaar
    return _eis_gewoon(Fraction(tekst.replace(",", ".")))


def lees_geheel(tekst: str) -> int | None:
    """Geef een heel getal, None als het leeg is; Onleesbaar als het geen heel getal is of niet kan voorkomen."""
    if not tekst:
        return None
    if _GEHEEL.fullmatch(tekst) is None:
        raise Onleesbaar
    return _eis_gewoon(int(tekst))


def _eis_gewoon(getal: T) -> T:
    if abs(getal) > GROOTSTE:
        raise Onleesbaar
    return getal


def _eis_mensen(rij: Rij) -> Rij:
    """Geef de rij terug; Onleesbaar als er meer of minder mensen in staan dan er kunnen zijn."""
    aantallen = [aantal for aantal in (rij.teller, rij.noemer, rij.uitgenodigd) if aantal is not None]
    if rij.doelgroep and any(not 0 <= aantal <= MEESTE_MENSEN for aantal in aantallen):
        raise Onleesbaar
    return rij


def lees_rijen(regels: Iterable[Regel], boom: Boom, bron: str) -> list[Rij]:
    """Maak rijen van csv-regels; Onleesbaar als kolom, getal of onderdeel niet klopt."""
    namen = zoek_onderdelen(boom)
    return [
        _eis_mensen(
            Rij(
                bron=bron,
                jaar=lees_jaar(regel),
                doelgroep=lees_cel(regel, "doelgroep"),
                indicator=lees_cel(regel, "indicator"),
                onderdeel=lees_plek(regel, namen),
                maat=lees_cel(regel, "maat"),
                categorie=lees_cel(regel, "categorie"),
                status=lees_cel(regel, "status"),
                waarde=lees_breuk(lees_cel(regel, "waarde")),
                teller=lees_geheel(lees_cel(regel, "teller")),
                noemer=lees_geheel(lees_cel(regel, "noemer")),
                ondergrens=lees_breuk(regel.get("ondergrens", "")),
                bovengrens=lees_breuk(regel.get("bovengrens", "")),
                uitgenodigd=lees_geheel(regel.get("uitgenodigd", "")),
                methode=regel.get("interval_methode", ""),
                toelichting=regel.get("toelichting", ""),
            )
        )
        for regel in regels
    ]


def lees_respons(regels: Iterable[Regel], boom: Boom, bron: str) -> list[Rij]:
    """Maak rijen van `respons.csv`: teller is deelnemers, noemer blijft leeg. Onleesbaar als iets niet klopt."""
    namen = zoek_onderdelen(boom)
    return [
        _eis_mensen(
            Rij(
                bron=bron,
                jaar=lees_jaar(regel),
                doelgroep=lees_cel(regel, "doelgroep"),
                indicator="respons",
                onderdeel=lees_plek(regel, namen),
                maat="respons",
                categorie="",
                status=lees_cel(regel, "status"),
                waarde=lees_breuk(lees_cel(regel, "respons")),
                teller=lees_geheel(lees_cel(regel, "deelnemers")),
                noemer=None,
                ondergrens=None,
                bovengrens=None,
                uitgenodigd=lees_geheel(lees_cel(regel, "uitgenodigd")),
                methode="",
                toelichting=lees_cel(regel, "toelichting"),
            )
        )
        for regel in regels
    ]


def lees_register(regels: Iterable[Regel], boom: Boom, bron: str) -> list[Versie]:
    """Maak van het register per datum een versie; een onderdeel dat niet meer bestaat doet niet mee.

    Respons staat in het register met de deelnemers als teller en de uitgenodigden als noemer.
    """
    namen = zoek_onderdelen(boom)
    per_datum: dict[str, list[Rij]] = {}
    for regel in regels:
        datum = lees_cel(regel, "datum")
        if (lees_cel(regel, "onderdeel"), "") not in namen:
            continue
        if lees_cel(regel, "maat") == "respons":
            als_respons = {
                **regel,
                "respons": lees_cel(regel, "waarde"),
                "deelnemers": lees_cel(regel, "teller"),
                "uitgenodigd": lees_cel(regel, "noemer"),
                "toelichting": "",
            }
            rijen = lees_respons([als_respons], boom, f"{bron} ({datum})")
        else:
            rijen = lees_rijen([regel], boom, f"{bron} ({datum})")
        per_datum.setdefault(datum, []).extend(rijen)
    return [Versie(datum=datum, rijen=tuple(rijen)) for datum, rijen in sorted(per_datum.items())]
