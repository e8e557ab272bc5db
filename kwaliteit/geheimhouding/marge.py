"""Een gemiddelde met marge: ligt daarmee niet vast dat één mens een laag of een hoog cijfer gaf?

Het afgeronde gemiddelde geeft een venster voor de som van de antwoorden, de afgeronde marge een venster voor de som van
hun kwadraten. Bij dertig bijna gelijke antwoorden kan dat samen genoeg zijn om te weten dat precies één mens een 2 gaf.
Daarom zoekt dit bestand bij elk klein aantal (een cijfer, of "zoveel of lager", of "zoveel of hoger", van één tot en
met `band` − 1 mensen) een andere invulling van de antwoorden die dat aantal verandert en toch overal hetzelfde geeft.
Die invulling is het bewijs dat een lezer het aantal niet kan weten. Is zij er niet, dan vervalt eerst de marge, en pas
als dat niet helpt het gemiddelde.

Het zoeken gebeurt per restblok, want elke verzameling waarvan een lezer iets weet bestaat uit restblokken. Wie in een
restblok van antwoord wisselt, telt mee in elk getoond onderdeel erboven; daar moet dus overal hetzelfde blijven staan.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray

from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, Vakken, direct_onder, getoond_boven, rest

RUIS = 1e-7
"""Zoveel nauwer is elk venster genomen dan het is: rekenruis mag nooit een wereld laten lijken te passen."""
LANGS = 2
"""Zoveel anderen mogen één vak opschuiven om het gemiddelde en de marge gelijk te houden."""

Bereik = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grensvenster:
    """Een afgeronde grens van een marge ligt tussen deze twee; `geknipt` als dat de grens van de schaal zelf is."""

    van: float
    tot: float
    geknipt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Venster:
    """Wat het openbare gemiddelde van één onderdeel een lezer leert over de som en de kwadraatsom van de antwoorden.

    `factor` is de halve marge gedeeld door de standaardafwijking; de lezer kent hem hier. Zonder marge (of als
    iedereen antwoordde: dan is de marge het cijfer zelf) zijn `laag` en `hoog` None.
    """

    n: int
    som: float
    kwadraten: float
    midden: Bereik
    factor: float = 0.0
    laag: Grensvenster | None = None
    hoog: Grensvenster | None = None

    def geef_ruimte(self, erbij: float) -> Bereik | None:
        """Geef hoeveel de kwadraatsom mag veranderen als de som met `erbij` verandert; None als dat al te zien is."""
        midden = (self.som + erbij) / self.n
        if not self.midden[0] + RUIS < midden < self.midden[1] - RUIS:
            return None
        if self.laag is None or self.hoog is None or self.factor <= 0:
            return -inf, inf
        afwijkingen = [
            (
                (midden - self.laag.tot) / self.factor,
                inf if self.laag.geknipt else (midden - self.laag.van) / self.factor,
            ),
            (
                (self.hoog.van - midden) / self.factor,
                inf if self.hoog.geknipt else (self.hoog.tot - midden) / self.factor,
            ),
        ]
        klein = max(0.0, *(van for van, _ in afwijkingen)) + RUIS
        groot = min(tot for _, tot in afwijkingen) - RUIS
        if klein >= groot:
            return None
        al = self.n * midden * midden - self.kwadraten
        return (self.n - 1) * klein * klein + al, (self.n - 1) * groot * groot + al


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """De vakken als getallen: vak j is `laagste` + j × `stap`.

    `is_heel` als elk antwoord precies op zijn vak ligt; anders kan het een half vak lager of hoger zijn. `grens` is
    de score waarboven een antwoord gunstig heet en geteld wordt; wie wisselt mag dat aantal niet veranderen.
    """

    laagste: float
    stap: float
    is_heel: bool
    grens: float | None = None


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Wissels:
    """Manieren waarop een paar mensen een ander antwoord hadden kunnen geven: een rij per manier, de kleine eerst.

    `som` telt vakken, `laag` en `hoog` begrenzen wat er met de kwadraatsom gebeurt. `nodig` is per vak hoeveel mensen
    er minstens moeten zitten, `erbij` hoeveel er bij komen. In de eerste `kort` rijen wisselen hoogstens twee mensen.
    """

    som: NDArray[np.int64]
    laag: NDArray[np.float64]
    hoog: NDArray[np.float64]
    nodig: NDArray[np.int8]
    erbij: NDArray[np.int8]
    kort: int


Stap = tuple[int, int]
"""Eén mens gaat van het ene vak naar het andere."""


@lru_cache(maxsize=64)
def maak_wissels(ladder: Ladder, breedte: int) -> Wissels:
    """Geef elke wissel: één mens naar een willekeurig vak, en hoogstens LANGS anderen één vak op of neer.

    Ligt een antwoord misschien tussen twee vakken, dan gaat niemand naar het laagste of hoogste vak: dat kan buiten de
    schaal vallen. Een wissel die het aantal gunstige scores verandert, doet niet mee.
    """
    binnen = range(breedte) if ladder.is_heel else range(1, breedte - 1)
    stappen = [(van, naar) for van in range(breedte) for naar in binnen if van != naar]
    # De laatste plaats is "niemand": zo heeft elke wissel even veel plaatsen.
    kwadraat = np.array([*(_bepaal_kwadraat(ladder, stap) for stap in stappen), (0.0, 0.0)])
    gunstig = np.array([*(_tel_gunstig(ladder, stap) for stap in stappen), 0])
    som = np.array([*(naar - van for van, naar in stappen), 0])
    weg, komt = np.zeros((2, len(stappen) + 1, breedte), dtype=np.int8)
    for nummer, (van, naar) in enumerate(stappen):
        weg[nummer, van] = komt[nummer, naar] = 1
    langs = [len(stappen), *(nummer for nummer, (van, naar) in enumerate(stappen) if abs(naar - van) == 1)]
    ernaast = np.array(list(combinations_with_replacement(langs, LANGS)))
    wie = np.hstack([np.tile(np.arange(len(stappen)), len(ernaast))[:, None], np.repeat(ernaast, len(stappen), axis=0)])
    wie = wie[gunstig[wie].sum(axis=1) == 0]
    nodig = weg[wie].sum(axis=1, dtype=np.int8)
    return Wissels(
        som=som[wie].sum(axis=1),
        laag=kwadraat[wie, 0].sum(axis=1),
        hoog=kwadraat[wie, 1].sum(axis=1),
        nodig=nodig,
        erbij=komt[wie].sum(axis=1, dtype=np.int8) - nodig,
        kort=int((wie[:, 1] == len(stappen)).sum()),
    )


def _bepaal_kwadraat(ladder: Ladder, stap: Stap) -> Bereik:
    """Geef hoeveel de kwadraatsom minstens en hoogstens verandert; een antwoord ligt hoogstens een half vak ernaast."""
    half = 0.0 if ladder.is_heel else ladder.stap / 2
    waarde, erbij = ladder.laagste + stap[0] * ladder.stap, (stap[1] - stap[0]) * ladder.stap
    laag, hoog = sorted(2 * erbij * (waarde + kant) + erbij * erbij for kant in (-half, half))
    return laag, hoog


def _tel_gunstig(ladder: Ladder, stap: Stap) -> int:
    if ladder.grens is None:
        return 0
    van, naar = (ladder.laagste + vak * ladder.stap for vak in stap)
    return (naar > ladder.grens) - (van > ladder.grens)


def kleine_aantallen(blok: Vakken, band: int) -> list[range]:
    """Geef elk vak, elk "zoveel of lager" en elk "zoveel of hoger" met 1 tot en met band − 1 mensen."""
    breedte = len(blok)
    doelen = [range(vak, vak + 1) for vak in range(breedte) if 0 < blok[vak] < band]
    doelen += [range(tot) for tot in range(2, breedte) if 0 < sum(blok[:tot]) < band]
    doelen += [range(vanaf, breedte) for vanaf in range(1, breedte - 1) if 0 < sum(blok[vanaf:]) < band]
    return doelen


def zoek_vastgelegd(blok: Vakken, vensters: Sequence[Venster], band: int, ladder: Ladder) -> range | None:
    """Geef een klein aantal in dit blok waarvoor geen andere invulling te vinden is, of None.

    `vensters` zijn die van elk getoond onderdeel waar het blok in ligt.
    """
    doelen = kleine_aantallen(blok, band)
    if not doelen:
        return None
    wissels = maak_wissels(ladder, len(blok))
    verst = len(blok) + LANGS
    ruimte = [
        _doorsnede(venster.geef_ruimte(som * ladder.stap) for venster in vensters) for som in range(-verst, verst + 1)
    ]
    laag, hoog = (np.array([bereik[kant] for bereik in ruimte]) for kant in (0, 1))
    over = list(doelen)
    for rijen in (slice(0, wissels.kort), slice(wissels.kort, None)):
        plaats = wissels.som[rijen] + verst
        past = (laag[plaats] <= wissels.laag[rijen]) & (wissels.hoog[rijen] <= hoog[plaats])
        past[past] = (wissels.nodig[rijen][past] <= np.array(blok)).all(axis=1)
        erbij = wissels.erbij[rijen][past]
        over = [doel for doel in over if not erbij[:, doel.start : doel.stop].sum(axis=1).any()]
        if not over:
            return None
    return over[0]


NIETS: Bereik = (inf, -inf)
"""Geen enkele verandering past."""


def _doorsnede(bereiken: Iterable[Bereik | None]) -> Bereik:
    laag, hoog = -inf, inf
    for bereik in bereiken:
        if bereik is None:
            return NIETS
        laag, hoog = max(laag, bereik[0]), min(hoog, bereik[1])
    return laag, hoog


@dataclass(frozen=True, slots=True, kw_only=True)
class Marges:
    """Welke getoonde gemiddelden hun marge kwijtraken, en welke (hoogstens één tegelijk) helemaal weg moet."""

    zonder_marge: frozenset[str]
    weg: frozenset[str]


def kies_marges(
    indeling: Indeling,
    tonen: frozenset[str],
    tellingen: Tellingen,
    vensters: Mapping[str, tuple[Venster, Venster]],
    ladders: Mapping[str, Ladder],
    band: int,
) -> Marges:
    """Ga elk restblok na. `vensters` geeft per getoond onderdeel het venster met en zonder marge.

    Vervalt een marge, dan wordt elk venster alleen ruimer; wat al bewezen was blijft bewezen.
    """
    zonder: set[str] = set()
    onder = direct_onder(indeling, tonen)
    for knoop in (knoop for knoop in indeling.volgorde if knoop in tonen):
        keten = [knoop]
        while (boven := getoond_boven(indeling, tonen, keten[-1])) is not None:
            keten.append(boven)
        blok, ladder = rest(tellingen, knoop, onder[knoop]), ladders[knoop]
        # Eerst zoals het is, dan zonder de eigen marge, dan zonder enige marge, dan zonder het cijfer zelf.
        for proef in dict.fromkeys(frozenset(zonder.union(extra)) for extra in ((), (knoop,), keten)):
            kijk = [vensters[een][een in proef] for een in keten]
            if zoek_vastgelegd(blok, kijk, band, ladder) is None:
                zonder = set(proef)
                break
        else:
            return Marges(zonder_marge=frozenset(zonder), weg=frozenset({knoop}))
    return Marges(zonder_marge=frozenset(zonder), weg=frozenset())


def bereken_factor(halve_marge: float, afwijking: float) -> float:
    """Geef de halve marge per punt standaardafwijking; 0 zonder spreiding."""
    return halve_marge / afwijking if afwijking > 0 else 0.0


def bereken_afwijking(n: int, som: float, kwadraten: float) -> float:
    """Geef de standaardafwijking (deler n − 1) uit de som en de kwadraatsom."""
    return sqrt(max(0.0, kwadraten - som * som / n) / (n - 1)) if n > 1 else 0.0
