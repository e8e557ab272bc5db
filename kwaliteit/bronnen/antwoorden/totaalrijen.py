"""Welke rijen een berekening over mensen zijn in plaats van een mens."""

import re

import numpy as np
from numpy.typing import NDArray

from kwaliteit.bestanden.ruw import Cel, Ruwblad
from kwaliteit.bronnen.dialecten.kopvormen import is_getal
from kwaliteit.bronnen.kop.kolomkeuze import Kolomkeuze
from kwaliteit.bronnen.kop.kop import Kop, Persoonsgegeven
from kwaliteit.bronnen.taal import kolomnamen
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import maak_tekst, vereenvoudig

MEESTE_WOORDEN = 3
_PROCENT = re.compile(r"%\s*[^\W\d][\w /()-]*|[^\W\d][^%\d]*\(?%\)?")
"""Zoals "% eens" of "Eens (%)"; "deeltijd 80%" is iemands antwoord."""
WEINIG_RIJEN = 3
MEESTE_DEEL = 0.1
"""Zoveel rijen of zo'n deel kan een berekening zijn; zijn het er meer, dan heet iets anders toevallig zo."""
_TELLING = re.compile(r"n\s*=\s*\d*", re.IGNORECASE)

Rijen = NDArray[np.bool_]


def zoek_totaalrijen(blad: Ruwblad, kop: Kop, keuze: Kolomkeuze, bekende_locatie: Rijen) -> Rijen:
    """Zeg per rij onder de kop of er "Totaal", "Gemiddelde" of iets dergelijks bij staat.

    Dat kan in de eerste kolom, bij de locatie of bij het respondentnummer. `bekende_locatie` zegt per rij of de locatie
    in de werkmap staat: die naam is nooit een berekening. Een woord dat ook een naam kan zijn ("Max", "Norm") telt
    alleen als de rij helemaal boven- of onderaan staat.
    """
    eerste = kop.rij + 1
    zeker = np.zeros(blad.aantal_rijen - eerste, dtype=np.bool_)
    misschien = zeker.copy()
    locatie = keuze.locatie.plaats if keuze.locatie else -1
    respondent = keuze.respondent.plaats if keuze.respondent else -1
    for plaats in sorted({0, locatie, respondent} - {-1}):
        if plaats in keuze.gelezen and plaats not in (locatie, respondent):
            continue
        kolom = blad.kolommen[plaats]
        plekken = geef_plekken(kolom, eerste)
        mag = ~bekende_locatie if plaats == locatie else np.ones(len(plekken), dtype=np.bool_)
        zeker |= mag & np.array([_is_zeker(cel) for cel in kolom.waarden])[plekken]
        if not isinstance(kop.kolommen[plaats].betekenis, Persoonsgegeven):
            eenmalig = np.bincount(plekken, minlength=len(kolom.waarden)) == 1
            misschien |= mag & (eenmalig & np.array([_is_misschien(cel) for cel in kolom.waarden]))[plekken]
    if respondent >= 0 and misschien.any():
        kolom = blad.kolommen[respondent]
        misschien &= ~np.array([is_getal(maak_tekst(cel)) for cel in kolom.waarden])[geef_plekken(kolom, eerste)]
    ingevuld = _zoek_ingevuld(blad, keuze, eerste)
    if zeker.sum() > max(WEINIG_RIJEN, MEESTE_DEEL * ingevuld.sum()) and _staan_verspreid(zeker, ingevuld):
        zeker[:] = False
    return zeker | _houd_buitenste(misschien, zeker, ingevuld) if misschien.any() else zeker


def _is_zeker(cel: Cel) -> bool:
    if not isinstance(cel, str) or cel.isdigit():
        return False
    woorden = vereenvoudig(cel).split()
    if not woorden or len(woorden) > MEESTE_WOORDEN:
        return False
    tekst = cel.strip()
    if woorden[0] == "gem" and len(woorden) > 1 and not woorden[1].isdigit():
        return False  # "Gem. Utrecht" is een gemeente
    return woorden[0] in kolomnamen.TOTAALRIJ or bool(_PROCENT.fullmatch(tekst) or _TELLING.fullmatch(tekst))


def _is_misschien(cel: Cel) -> bool:
    return isinstance(cel, str) and vereenvoudig(cel) in kolomnamen.MOGELIJK_TOTAALRIJ


def _zoek_ingevuld(blad: Ruwblad, keuze: Kolomkeuze, eerste: int) -> Rijen:
    ingevuld = np.zeros(blad.aantal_rijen - eerste, dtype=np.bool_)
    for _, kolom in keuze.vragen:
        ingevuld |= geef_plekken(blad.kolommen[kolom.plaats], eerste) > 0
    return ingevuld


def _staan_verspreid(zeker: Rijen, ingevuld: Rijen) -> bool:
    """Waar als er mensen tussen staan; een echt blok berekeningen staat boven of onder de antwoorden."""
    plekken = np.flatnonzero(zeker)
    return bool((ingevuld & ~zeker)[plekken[0] : plekken[-1] + 1].any())


def _houd_buitenste(misschien: Rijen, zeker: Rijen, ingevuld: Rijen) -> Rijen:
    """Houd de rijen waar boven of onder geen gewone rij met antwoorden meer staat."""
    gewoon = np.flatnonzero(ingevuld & ~misschien & ~zeker)
    buiten = misschien.copy()
    if len(gewoon):
        buiten[gewoon[0] : gewoon[-1] + 1] = False
    return buiten
