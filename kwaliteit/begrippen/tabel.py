"""Tabellen als gegevens: elke tabel noemt zijn kolommen, soort, eenheid en de korrel van een rij.

Die ene verklaring controleert het frame aan de grens, schrijft de CSV, vult `datapackage.json` en de documentatie.
Een los DataFrame gaat nooit van kamer naar kamer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

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


class Tabelfout(ValueError):
    """Een frame past niet bij de verklaarde kolommen: een fout van ons, nooit van de gebruiker."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Tabel:
    """Basis van alle tabellen. Een kind verklaart `naam`, `korrel`, `sleutel` en `kolommen`."""

    naam: ClassVar[str]
    korrel: ClassVar[str]
    sleutel: ClassVar[tuple[str, ...]]
    kolommen: ClassVar[tuple[Kolom, ...]]

    frame: pd.DataFrame

    def __post_init__(self) -> None:
        verwacht = [kolom.naam for kolom in self.kolommen]
        if list(self.frame.columns) != verwacht:
            raise Tabelfout(f"{self.naam}: kolommen {list(self.frame.columns)} in plaats van {verwacht}")
        for kolom in self.kolommen:
            if str(self.frame[kolom.naam].dtype) != kolom.soort.dtype:
                raise Tabelfout(
                    f"{self.naam}.{kolom.naam}: {self.frame[kolom.naam].dtype} in plaats van {kolom.soort.dtype}"
                )

    @classmethod
    def frame_uit(cls, rijen: Iterable[tuple[object, ...]]) -> pd.DataFrame:
        """Maak het frame van rijen in kolomvolgorde, met de verklaarde typen; None is leeg."""
        per_kolom = list(zip(*rijen, strict=True)) or [() for _ in cls.kolommen]
        return pd.DataFrame(
            {
                kolom.naam: pd.array(list(waarden), dtype=kolom.soort.dtype)  # type: ignore[call-overload]
                for kolom, waarden in zip(cls.kolommen, per_kolom, strict=True)
            }
        )
