"""De rijen zoals ze in de bestanden staan: eigen lezers, want deze toets vertrouwt geen andere halte."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kwaliteit.begrippen.onderdeel import Boom

Regel = Mapping[str, str]
"""Kolomkop -> tekst."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """Wat op één dag is gepubliceerd, volgens het register."""

    datum: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheim:
    """De interne waarheid van één vraag: per onderdeel het aantal antwoorden en (als bekend) de aantallen per vak.

    `getallen` zijn de interne cijfers (maat, categorie, onderdeel) -> (waarde, teller, noemer). `populatie` is per
    onderdeel de grootte van de groep waarmee de marge is berekend, None is onbekend.
    """

    aantal: Mapping[str, int]
    vakken: Mapping[str, tuple[int, ...]] | None
    getallen: Mapping[tuple[str, str, str], tuple[Fraction | None, int | None, int | None]]
    populatie: Mapping[str, int | None]


def ontleed(tekst: str) -> list[dict[str, str]]:
    """Lees csv-tekst (komma of puntkomma, met of zonder BOM); ValueError als een regel niet past."""
    tekst = tekst.removeprefix("\ufeff")
    kop = tekst.split("\n", 1)[0]
    scheiding = ";" if kop.count(";") > kop.count(",") else ","
    regels = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True))
    if not regels or any(len(regel) != len(regels[0]) for regel in regels):
        raise ValueError("een regel heeft meer of minder kolommen dan de kop")
    return [dict(zip(regels[0], regel, strict=True)) for regel in regels[1:]]


def zoek_onderdelen(boom: Boom) -> dict[tuple[str, str], str]:
    """Geef (naam, niveau) -> id, en (naam, "") -> id voor een tabel zonder niveau (de eerste met die naam)."""
    gevonden: dict[tuple[str, str], str] = {}
    for onderdeel in boom.onderdelen:
        gevonden.setdefault((onderdeel.naam, str(onderdeel.niveau)), onderdeel.id)
        gevonden.setdefault((onderdeel.naam, ""), onderdeel.id)
    return gevonden


def lees_rijen(regels: Iterable[Regel], boom: Boom, bron: str) -> list[Rij]:
    """Maak rijen van csv-regels; KeyError of ValueError als kolom, getal of onderdeel niet klopt."""
    namen = zoek_onderdelen(boom)
    return [
        Rij(
            bron=bron,
            jaar=int(regel["jaar"]),
            doelgroep=regel["doelgroep"],
            indicator=regel["indicator"],
            onderdeel=namen[regel["onderdeel"].removeprefix("'"), regel.get("niveau", "")],
            maat=regel["maat"],
            categorie=regel["categorie"].removeprefix("'"),
            status=regel["status"],
            waarde=_breuk(regel["waarde"]),
            teller=_geheel(regel["teller"]),
            noemer=_geheel(regel["noemer"]),
            ondergrens=_breuk(regel.get("ondergrens", "")),
            bovengrens=_breuk(regel.get("bovengrens", "")),
            uitgenodigd=_geheel(regel.get("uitgenodigd", "")),
            methode=regel.get("interval_methode", ""),
            toelichting=regel.get("toelichting", ""),
        )
        for regel in regels
    ]


def lees_respons(regels: Iterable[Regel], boom: Boom, bron: str) -> list[Rij]:
    """Maak rijen van `respons.csv`: teller is deelnemers, noemer blijft leeg."""
    namen = zoek_onderdelen(boom)
    return [
        Rij(
            bron=bron,
            jaar=int(regel["jaar"]),
            doelgroep=regel["doelgroep"],
            indicator="respons",
            onderdeel=namen[regel["onderdeel"].removeprefix("'"), regel["niveau"]],
            maat="respons",
            categorie="",
            status=regel["status"],
            waarde=_breuk(regel["respons"]),
            teller=_geheel(regel["deelnemers"]),
            noemer=None,
            ondergrens=None,
            bovengrens=None,
            uitgenodigd=_geheel(regel["uitgenodigd"]),
            methode="",
            toelichting=regel["toelichting"],
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
        if (regel["onderdeel"].removeprefix("'"), "") not in namen:
            continue
        datum = regel["datum"]
        if regel["maat"] == "respons":
            als_respons = {
                **regel,
                "niveau": "",
                "respons": regel["waarde"],
                "deelnemers": regel["teller"],
                "uitgenodigd": regel["noemer"],
                "toelichting": "",
            }
            rijen = lees_respons([als_respons], boom, f"{bron} ({datum})")
        else:
            rijen = lees_rijen([regel], boom, f"{bron} ({datum})")
        per_datum.setdefault(datum, []).extend(rijen)
    return [Versie(datum=datum, rijen=tuple(rijen)) for datum, rijen in sorted(per_datum.items())]


def _breuk(tekst: str) -> Fraction | None:
    return Fraction(tekst.replace(",", ".")) if tekst else None


def _geheel(tekst: str) -> int | None:
    return int(tekst) if tekst else None
