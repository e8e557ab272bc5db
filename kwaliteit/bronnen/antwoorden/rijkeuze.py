"""Welke rijen mensen zijn die meetellen, en waarom de andere niet. Kiezen en melden zijn twee stappen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen.antwoorden.rijmelding import meld_gearchiveerd, meld_veel_niet_meedoen
from kwaliteit.bronnen.dialecten import Rijstatus
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.kop import Kolom
from kwaliteit.bronnen.kop.koppeling import Onvolledig, Rol
from kwaliteit.bronnen.kop.toestemming import Deelname, lees_deelnames
from kwaliteit.bronnen.taal.plekken import geef_plekken

Rijen = NDArray[np.bool_]
"""Per rij onder de kop: waar of onwaar."""

VEEL = 0.1
"""Wil een groter deel niet meedoen, dan gaat de kolom misschien over iets anders."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Deelnamekolom:
    """Wat in één kolom staat over meedoen."""

    kolom: Kolom
    nee: Rijen
    onduidelijk: Rijen


@dataclass(frozen=True, kw_only=True, eq=False)
class Rijkeuze:
    """Per rij onder de kop wat zij is; een rij valt om hoogstens één reden af.

    `telt` zijn de respondenten. `onvolledig` zijn mensen die de lijst niet verstuurden, `niets` wie daarvan niets
    invulde en `onherkend` van wie geen enkel antwoord te lezen is; `onvolledig_telt` zegt of zij meetellen. `wil_niet`
    is per deelnamekolom.
    """

    telt: Rijen
    totaal: Rijen
    proef: Rijen
    gearchiveerd: Rijen
    niet_begonnen: Rijen
    wil_niet: tuple[Deelnamekolom, ...]
    onvolledig: Rijen
    niets: Rijen
    onherkend: Rijen
    onvolledig_telt: bool


def kies_rijen(
    *,
    gevuld: Rijen,
    beantwoord: Rijen,
    herkend: Rijen,
    totaal: Rijen,
    status: NDArray[np.int8],
    deelname: Sequence[Deelnamekolom],
    onvolledig: Onvolledig,
) -> Rijkeuze:
    """Kies de rijen die tellen. `gevuld`: er staat iets bij een vraag, de locatie of het respondentnummer.

    `beantwoord`: bij minstens één vraag staat iets, `herkend`: dat is een antwoord uit de lijst. Een rij
    die de tool "nooit geopend" noemt maar waar wel een antwoord staat, is gewoon begonnen.
    """
    mogelijk = ~totaal
    proef = mogelijk & (status == Rijstatus.PROEF)
    gearchiveerd = mogelijk & (status == Rijstatus.GEARCHIVEERD)
    mogelijk = mogelijk & ~proef & ~gearchiveerd
    niet_begonnen = mogelijk & (status == Rijstatus.UITGENODIGD) & ~beantwoord
    mogelijk = mogelijk & ~niet_begonnen
    wil_niet = []
    for een in deelname:
        nee = mogelijk & een.nee
        wil_niet.append(Deelnamekolom(kolom=een.kolom, nee=nee, onduidelijk=mogelijk & gevuld & een.onduidelijk))
        mogelijk = mogelijk & ~nee
    niet_af = mogelijk & gevuld & np.isin(status, (Rijstatus.ONVOLLEDIG, Rijstatus.UITGENODIGD))
    niets = niet_af & ~beantwoord
    onvolledig_telt = onvolledig is Onvolledig.MEETELLEN
    return Rijkeuze(
        telt=mogelijk & gevuld & ~(niets if onvolledig_telt else niet_af),
        totaal=totaal & gevuld,
        proef=proef,
        gearchiveerd=gearchiveerd,
        niet_begonnen=niet_begonnen,
        wil_niet=tuple(wil_niet),
        onvolledig=niet_af,
        niets=niets,
        onherkend=niet_af & beantwoord & ~herkend,
        onvolledig_telt=onvolledig_telt,
    )


def meld_rijen(keuze: Rijkeuze, rijen: NDArray[np.int64], verborgen: frozenset[int], melder: Bronmelder) -> None:
    """Meld welke rijen niet tellen, en welke verborgen rijen wel. `rijen` zijn de rijnummers, `verborgen` vanaf 0."""
    melder.meld_totaalrijen(rijen[keuze.totaal].tolist())
    melder.meld_proefantwoorden(int(keuze.proef.sum()))
    meld_gearchiveerd(melder, int(keuze.gearchiveerd.sum()))
    melder.meld_niet_begonnen(int(keuze.niet_begonnen.sum()))
    for een in keuze.wil_niet:
        weg = rijen[een.nee].tolist()
        if een.kolom.betekenis is not Rol.DEELNAME and len(weg) > VEEL * (len(weg) + int(keuze.telt.sum())):
            meld_veel_niet_meedoen(melder, een.kolom, weg)
        else:
            melder.meld_wil_niet_meedoen(een.kolom, len(weg))
        melder.meld_deelname_onduidelijk(een.kolom, rijen[een.onduidelijk].tolist())
    melder.meld_niet_afgerond(
        int(keuze.onvolledig.sum()),
        int(keuze.niets.sum()),
        telt_mee=keuze.onvolledig_telt,
        onherkend=int(keuze.onherkend.sum()),
    )
    melder.meld_verborgen_rijen([rij for rij in rijen[keuze.telt].tolist() if rij - 1 in verborgen])


def lees_deelnamekolom(blad: Ruwblad, eerste: int, kolom: Kolom) -> Deelnamekolom:
    """Lees vanaf rij `eerste` wie niet mee wil doen, en van wie dat niet te zien is."""
    antwoorden = lees_deelnames(blad.kolommen[kolom.plaats].waarden)
    plekken = geef_plekken(blad.kolommen[kolom.plaats], eerste)
    return Deelnamekolom(
        kolom=kolom,
        nee=np.array([antwoord is Deelname.NEE for antwoord in antwoorden])[plekken],
        onduidelijk=np.array([antwoord is Deelname.ONDUIDELIJK for antwoord in antwoorden])[plekken],
    )
