"""Is de bovenste rij van een onbekende tabel een kop, of zijn het antwoorden? Bij twijfel het laatste."""

from collections.abc import Iterator

import numpy as np

from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen.dialecten.kopvormen import is_getal, is_moment
from kwaliteit.bronnen.kop.kolomkeuze import zoek_betekenis
from kwaliteit.bronnen.kop.kop import Kolom, Kop, Onbekend
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst

GENOEG_ANTWOORDEN = 5
"""Zoveel gevulde cellen onder een kop voordat zij iets zeggen."""
GENOEG_KOLOMMEN = 3
"""Zoveel kolommen met steeds dezelfde antwoorden, waarin de kop zelf geen enkele keer voorkomt."""
STEEKPROEF = 500
"""Zoveel verschillende waarden per kolom worden bekeken."""


def is_vast_een_kop(blad: Ruwblad, kop: Kop) -> bool:
    """Waar als een kop bekend is en de rij niet bij de rijen eronder past zoals antwoorden erbij zouden passen.

    Onder tekst staan getallen of datums, of in meer kolommen keren de antwoorden terug maar de kop nooit. Dat alleen
    bewijst niets: zonder kop past de naam van de eerste persoon ook niet bij de rest.
    """
    if not kop.indeling.koprijen or all(isinstance(zoek_betekenis(kolom), Onbekend) for kolom in kop.kolommen):
        return False
    terugkerend = getallen = 0
    for kolom in kop.kolommen:
        labels, gevuld = _lees_labels(blad, kop, kolom)
        if not kolom.kop or gevuld < GENOEG_ANTWOORDEN:
            continue
        if maak_label(kolom.kop) in labels:
            return False
        if all(is_getal(label) or is_moment(label) for label in labels):
            getallen += not is_getal(kolom.kop)
        elif len(labels) * 2 <= gevuld:
            terugkerend += 1
    return getallen > 0 or terugkerend >= GENOEG_KOLOMMEN


def _lees_labels(blad: Ruwblad, kop: Kop, kolom: Kolom) -> tuple[frozenset[str], int]:
    """Geef de verschillende antwoorden onder een kop, en hoeveel cellen gevuld zijn."""
    ruw = blad.kolommen[kolom.plaats]
    plekken = geef_plekken(ruw, kop.indeling.eerste_rij)
    verschillend: Iterator[int] = iter(np.unique(plekken[plekken > 0]).tolist()[:STEEKPROEF])
    return frozenset(maak_label(maak_tekst(ruw.waarden[plek])) for plek in verschillend), int((plekken > 0).sum())
