"""Tabellen als gegevens: elke tabel noemt zijn kolommen, soort, eenheid en de korrel van een rij.

Die ene afspraak controleert het frame aan de grens, schrijft de CSV, vult `datapackage.json` en de documentatie.
Een los DataFrame gaat nooit van kamer naar kamer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd


class Kolomsoort(StrEnum):
    """Wat er in een kolom staat; `tekst` blijft tekst (voorloopnullen), leeg is altijd de lege waarde van pandas."""

    TEKST = "tekst"
    GEHEEL = "geheel"
    GETAL = "getal"
    DATUM = "datum"

    @property
    def dtype(self) -> str:
        """Het pandas-type van de kolom."""
        return {
            Kolomsoort.TEKST: "str",
            Kolomsoort.GEHEEL: "Int64",
            Kolomsoort.GETAL: "Float64",
            Kolomsoort.DATUM: "str",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """Eén kolom: naam zoals in de CSV, soort, omschrijving in één zin, en de eenheid als die er is."""

    naam: str
    soort: Kolomsoort
    omschrijving: str
    eenheid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelvorm:
    """De afspraak over één tabel: naam (= bestandsnaam zonder .csv), titel, korrel van een rij, sleutel en kolommen."""

    naam: str
    titel: str
    korrel: str
    sleutel: tuple[str, ...]
    kolommen: tuple[Kolom, ...]


class Tabelfout(ValueError):
    """Een frame past niet bij de verklaarde kolommen: een fout van ons, nooit van de gebruiker."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tabel:
    """Een frame met zijn afspraak. Een frame dat niet past, wordt geen Tabel."""

    vorm: Tabelvorm
    frame: pd.DataFrame

    def __post_init__(self) -> None:
        verwacht = {kolom.naam: kolom.soort.dtype for kolom in self.vorm.kolommen}
        gevonden = {str(naam): str(dtype) for naam, dtype in self.frame.dtypes.items()}
        if list(gevonden.items()) != list(verwacht.items()):
            raise Tabelfout(f"{self.vorm.naam}: {gevonden} in plaats van {verwacht}")

    @classmethod
    def uit_rijen(cls, vorm: Tabelvorm, rijen: Iterable[tuple[object, ...]]) -> "Tabel":
        """Maak een tabel van rijen in kolomvolgorde; None is leeg. Geen rijen geeft een lege tabel met koppen."""
        per_kolom = list(zip(*rijen, strict=True)) or [()] * len(vorm.kolommen)
        return cls(
            vorm=vorm,
            frame=pd.DataFrame(
                {
                    kolom.naam: pd.Series(list(waarden), dtype=kolom.soort.dtype)
                    for kolom, waarden in zip(vorm.kolommen, per_kolom, strict=True)
                }
            ),
        )
