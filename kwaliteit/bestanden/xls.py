"""Cellen uit xls, met xlrd: gewone Python, dus een kapot bestand geeft een fout en breekt nooit het proces af."""

import io
from collections.abc import Iterator
from datetime import datetime, time

import xlrd
from xlrd.sheet import Sheet

from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import (
    AFGEKAPT,
    ALLES_VERBORGEN,
    LEEG,
    MEESTE_CELLEN,
    TE_VEEL_CELLEN,
    WACHTWOORD,
    Cel,
    Onleesbaar,
    Ruwbestand,
    Ruwblad,
    Soort,
)

EINDE_VAN_DE_KALENDER = 2_957_004
"""Dagen vanaf 1904 tot het jaar 10000; vanaf 1900 zijn het er iets meer."""


def lees_xls(inhoud: bytes) -> Ruwbestand:
    """Lees alle zichtbare werkbladen, met foutcellen, verborgen rijen en kolommen en samengevoegde cellen."""
    bladen = _open(inhoud)
    zichtbaar = tuple(_lees_blad(blad) for blad in bladen if blad.visibility == 0)
    verborgen = tuple(blad.name for blad in bladen if blad.visibility != 0)
    if not any(blad.aantal_rijen or blad.foutcellen for blad in zichtbaar):
        raise Onleesbaar(ALLES_VERBORGEN if verborgen else LEEG)
    return Ruwbestand(soort=Soort.XLS, bladen=zichtbaar, verborgen_bladen=verborgen)


def _open(inhoud: bytes) -> list[Sheet]:
    try:
        # Met opmaak: anders zijn verborgen rijen en kolommen en samengevoegde cellen onbekend.
        boek = xlrd.open_workbook(file_contents=inhoud, logfile=io.StringIO(), formatting_info=True, ragged_rows=True)
        return list(boek.sheets())
    except MemoryError:
        raise
    except Exception as fout:
        # xlrd kent geen eigen fout voor kapot: het loopt vast op KeyError, IndexError, struct.error of een assert.
        is_dicht = isinstance(fout, xlrd.XLRDError) and "encrypted" in str(fout)
        raise Onleesbaar(WACHTWOORD if is_dicht else AFGEKAPT) from None


def _lees_blad(blad: Sheet) -> Ruwblad:
    if blad.nrows * blad.ncols > MEESTE_CELLEN:
        raise Onleesbaar(TE_VEEL_CELLEN)
    foutcellen: set[tuple[int, int]] = set()
    bouwer = Kolombouwer()
    for _ in bouwer.voeg_toe(_geef_rijen(blad, foutcellen)):
        pass
    aantal, kolommen = bouwer.rond_af()
    return Ruwblad(
        naam=blad.name,
        aantal_rijen=aantal,
        kolommen=kolommen,
        foutcellen=frozenset(foutcellen),
        verborgen_rijen=frozenset(rij for rij, vorm in blad.rowinfo_map.items() if vorm.hidden),
        verborgen_kolommen=frozenset(
            plek for plek, vorm in blad.colinfo_map.items() if vorm.hidden and plek < len(kolommen)
        ),
        samengevoegd=tuple((rij1, kolom1, rij2 - 1, kolom2 - 1) for rij1, rij2, kolom1, kolom2 in blad.merged_cells),
    )


def _geef_rijen(blad: Sheet, foutcellen: set[tuple[int, int]]) -> Iterator[list[Cel]]:
    datumstelsel = blad.book.datemode
    for nummer in range(blad.nrows):
        rij: list[Cel] = blad.row_values(nummer)
        for kolom, soort in enumerate(blad.row_types(nummer)):
            if soort == xlrd.XL_CELL_DATE:
                rij[kolom] = _lees_dag(float(rij[kolom]), datumstelsel)  # type: ignore[arg-type]
            elif soort == xlrd.XL_CELL_BOOLEAN:
                rij[kolom] = bool(rij[kolom])
            elif soort == xlrd.XL_CELL_ERROR:
                rij[kolom] = ""
                foutcellen.add((nummer, kolom))
        yield rij


def _lees_dag(getal: float, datumstelsel: int) -> Cel:
    """Geef de datum, het tijdstip of allebei; een getal dat geen dag is blijft een getal."""
    if not 0 <= getal < EINDE_VAN_DE_KALENDER:
        return getal
    moment: datetime = xlrd.xldate_as_datetime(getal, datumstelsel)
    if 0 <= getal < 1:
        return time(moment.hour, moment.minute, moment.second, moment.microsecond)
    return moment if moment.time() != time() else moment.date()
