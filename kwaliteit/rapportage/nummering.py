"""Nummers van figuren en tabellen, in leesvolgorde; figuren en tabellen tellen apart."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from kwaliteit.begrippen.verslag import (
    Blok,
    Cijfertabel,
    Normtabel,
    Responstabel,
    Sectie,
    Spiegelfiguur,
    Trendfiguur,
    Verdelingsfiguur,
)

Figuur = Verdelingsfiguur | Trendfiguur | Spiegelfiguur
Tabel = Cijfertabel | Normtabel | Responstabel


def nummer_secties(secties: tuple[Sectie, ...]) -> tuple[Sectie, ...]:
    """Geef elke figuur en tabel een nummer vanaf 1."""
    figuren, tabellen = count(1), count(1)
    return tuple(_nummer_sectie(sectie, figuren, tabellen) for sectie in secties)


def _nummer_sectie(sectie: Sectie, figuren: Iterator[int], tabellen: Iterator[int]) -> Sectie:
    blokken = tuple(_nummer_blok(blok, figuren, tabellen) for blok in sectie.blokken)
    return replace(
        sectie, blokken=blokken, secties=tuple(_nummer_sectie(onder, figuren, tabellen) for onder in sectie.secties)
    )


def _nummer_blok(blok: Blok, figuren: Iterator[int], tabellen: Iterator[int]) -> Blok:
    if isinstance(blok, Figuur):
        return replace(blok, kop=replace(blok.kop, nummer=next(figuren)))
    if isinstance(blok, Tabel):
        return replace(blok, kop=replace(blok.kop, nummer=next(tabellen)))
    return blok
