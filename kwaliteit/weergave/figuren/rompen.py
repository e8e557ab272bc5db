"""De figuren zonder titel, noten en bron: voor papier en Word, waar die er al als tekst bij staan."""

from dataclasses import replace
from itertools import pairwise
from math import ceil

from kwaliteit.begrippen.verslag import (
    Dekkingsmatrix,
    Responstabel,
    Spiegelfiguur,
    Terugblik,
    Trendfiguur,
    Verdelingsfiguur,
    Verslag,
)
from kwaliteit.weergave.figuren.beelden import Beeldblok, Losbeeld, kop_van, teken_romp, zoek_blokken
from kwaliteit.weergave.figuren.los.maten import BREEDTE, RAND
from kwaliteit.weergave.figuren.vormen import schuif

HOOGSTE = BREEDTE * 1.4
"""Hoger dan breed mag, maar een figuur met haar kop past altijd leesbaar op één blad."""


def teken_rompen(verslag: Verslag) -> dict[str, tuple[Losbeeld, ...]]:
    """Geef per anker de tekening met haar legenda; met veel rijen zijn het er meer, elk voor een eigen blad."""
    return {
        kop_van(blok).anker: tuple(_teken_romp(stuk) for stuk in _knip(blok)) for blok in zoek_blokken(verslag.secties)
    }


def _teken_romp(blok: Beeldblok) -> Losbeeld:
    romp = teken_romp(blok)
    return Losbeeld(
        naam=kop_van(blok).anker,
        titel="",
        omschrijving="; ".join(romp.kern),
        hoogte=round(romp.hoogte + RAND),
        vormen=tuple(schuif(romp.vormen, 0, RAND // 2)),
    )


def _knip(blok: Beeldblok) -> tuple[Beeldblok, ...]:
    """Verdeel de rijen van een te hoge figuur over stukken die ongeveer even hoog zijn."""
    lengte = _tel_rijen(blok)
    aantal = min(ceil(teken_romp(blok).hoogte / HOOGSTE), lengte)
    if aantal <= 1:
        return (blok,)
    stukken = tuple(
        _snijd(blok, van, tot) for van, tot in pairwise(lengte * rang // aantal for rang in range(aantal + 1))
    )
    # De naam van de groep staat alleen bij een rij als er meer groepen zijn; die mag door het knippen niet wegvallen.
    return stukken if len({_heeft_groepen(stuk) for stuk in (blok, *stukken)}) == 1 else (blok,)


def _tel_rijen(blok: Beeldblok) -> int:
    match blok:
        case Terugblik():
            return len(blok.regels)
        case Trendfiguur():
            return 1
        case _:
            return len(blok.rijen)


def _snijd(blok: Beeldblok, van: int, tot: int) -> Beeldblok:
    match blok:
        case Verdelingsfiguur():
            return replace(blok, rijen=blok.rijen[van:tot])
        case Spiegelfiguur():
            return replace(blok, rijen=blok.rijen[van:tot])
        case Dekkingsmatrix():
            return replace(blok, rijen=blok.rijen[van:tot])
        case Responstabel():
            return replace(blok, rijen=blok.rijen[van:tot])
        case Terugblik():
            return replace(blok, regels=blok.regels[van:tot])
        case Trendfiguur():
            return blok


def _heeft_groepen(blok: Beeldblok) -> bool:
    return isinstance(blok, Verdelingsfiguur) and len({rij.doelgroep for rij in blok.rijen}) > 1
