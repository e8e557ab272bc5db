"""Nummers van figuren en tabellen, in leesvolgorde; figuren en tabellen tellen apart.

Een trend verwijst alleen naar een tabel die al geweest is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from kwaliteit.begrippen.verslag import (
    Blok,
    Cijfertabel,
    Dekkingsmatrix,
    Normtabel,
    Responstabel,
    Sectie,
    Spiegelfiguur,
    Terugblik,
    Trendfiguur,
    Verdelingsfiguur,
)

Figuur = Verdelingsfiguur | Trendfiguur | Spiegelfiguur | Dekkingsmatrix | Terugblik
Tabel = Cijfertabel | Normtabel | Responstabel


def nummer_secties(secties: tuple[Sectie, ...]) -> tuple[Sectie, ...]:
    """Geef elke figuur en tabel een nummer vanaf 1."""
    teller = _Teller(figuren=count(1), tabellen=count(1), namen={})
    return tuple(_nummer_sectie(sectie, teller) for sectie in secties)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """De volgende nummers, en de naam van elke tabel die al geweest is."""

    figuren: Iterator[int]
    tabellen: Iterator[int]
    namen: dict[str, str]


def _nummer_sectie(sectie: Sectie, teller: _Teller) -> Sectie:
    blokken = tuple(_nummer_blok(blok, teller) for blok in sectie.blokken)
    return replace(sectie, blokken=blokken, secties=tuple(_nummer_sectie(onder, teller) for onder in sectie.secties))


def _nummer_blok(blok: Blok, teller: _Teller) -> Blok:
    if not isinstance(blok, Figuur | Tabel) or blok.kop is None:
        return blok
    is_tabel = isinstance(blok, Tabel)
    nummer = next(teller.tabellen if is_tabel else teller.figuren)
    teller.namen[blok.kop.anker] = f"tabel {nummer}" if is_tabel else f"de tabel bij figuur {nummer}"
    genummerd = replace(blok, kop=replace(blok.kop, nummer=nummer))
    if isinstance(genummerd, Trendfiguur) and genummerd.tabel_bij:
        return replace(genummerd, tabel_naam=teller.namen[genummerd.tabel_bij])
    return genummerd
