"""Ligt een verborgen aantal vast in elke gehele wereld die bij het gepubliceerde past?

Drie stappen, elk sluitend voor wat zij beslist:

1. `Verkenner` begint bij een wereld die past en zet mensen om (binnen een blad, of kruislings tussen twee bladeren).
   Elke zet die bij alles past is een tweede wereld: het aantal dat erdoor verandert ligt niet vast.
2. Wat dan nog nooit veranderde en een combinatie is van precieze sommen, ligt vast: bewezen over breuken.
3. Anders zoekt `los_op` met grenzen voortplanten en terugzoeken een wereld met een hoger of lager aantal. Vindt hij er
   een, dan ligt het niet vast; zijn beide onmogelijk, dan ligt het vast. Na `MEESTE_STAPPEN` is het onbeslist.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from kwaliteit.openbaarheidstoets.rang import Basis, los_op, maak_basis
from kwaliteit.openbaarheidstoets.veld import Feit, Getallen, Veld

MEESTE_STAPPEN = 3000
"""Na zoveel stappen van terugzoeken is een aantal onbeslist."""
Keuze = NDArray[np.bool_]
_RONDES = 6
_HERSTELSTAPPEN = 400
_PROEVEN = 24
_POGINGEN = 12
_MARGESTAPPEN = 40
_STAPPEN_PER_RONDE = 6


class Oordeel(Enum):
    """Wat over een aantal bewezen is."""

    VRIJ = "vrij"
    BEREKEND = "door optellen en aftrekken"
    VAST = "vast"
    ONBESLIST = "onbeslist"


@lru_cache(maxsize=256)
def maak_zetten(bladeren: int, breedte: int) -> Getallen:
    """Alle eenvoudige zetten: één mens naar een ander vak, twee mensen die ruilen, en een evenwichtige spreiding."""
    zetten: list[Getallen] = []

    def zet(*delen: tuple[int, int, int]) -> None:
        leeg = np.zeros((bladeren, breedte), dtype=np.int64)
        for blad, vak, maal in delen:
            leeg[blad, vak] += maal
        zetten.extend((leeg.reshape(-1), -leeg.reshape(-1)))

    for een, ander in combinations(range(breedte), 2):
        for blad in range(bladeren):
            zet((blad, een, 1), (blad, ander, -1))
        for blad, tweede in combinations(range(bladeren), 2):
            zet((blad, een, 1), (blad, ander, -1), (tweede, een, -1), (tweede, ander, 1))
    for midden in range(1, breedte - 1):
        for blad in range(bladeren):
            zet((blad, midden - 1, 1), (blad, midden, -2), (blad, midden + 1, 1))
    return np.array(zetten, dtype=np.int64).reshape(len(zetten), -1)


@lru_cache(maxsize=256)
def maak_losse_zetten(bladeren: int, breedte: int) -> Getallen:
    """Eén mens erbij of eraf: alleen zinvol waar het aantal antwoorden van een blad niet bekend is."""
    een = np.eye(bladeren * breedte, dtype=np.int64)
    return np.concatenate([een, -een])


@dataclass
class Verkenner:
    """Zoekt vanuit een passende wereld andere werelden en streept aantallen weg die veranderen."""

    veld: Veld
    begin: Getallen

    def __post_init__(self) -> None:
        maat = len(self.veld.bladeren), self.veld.breedte
        self.zetten = maak_zetten(*maat)
        if len(self.veld.hoogste):
            self.zetten = np.concatenate([self.zetten, maak_losse_zetten(*maat)])
        self.gevolg = self.zetten @ self.veld.matrix.T
        self.toeval = np.random.default_rng(1)

    def streep_weg(self, doelen: Getallen) -> Getallen:
        """Geef per doel (rij) of het vanuit geen enkele gevonden wereld veranderde."""
        over = np.ones(len(doelen), dtype=np.bool_)
        effect = doelen @ self.zetten.T
        thuis = doelen @ self.begin
        for ronde in range(_RONDES):
            wereld = self.begin
            for stap in range(1 if ronde == 0 else _STAPPEN_PER_RONDE):
                kan = self._kies_passende(wereld)
                # Verandert een zet een doel dat hier nog op zijn oude waarde staat, of staat het al anders?
                over &= doelen @ wereld == thuis
                over[over] &= ~(effect[np.ix_(over, kan)] != 0).any(axis=1)
                if not over.any() or not kan.any() or (ronde == 0 and stap == 0):
                    break
                wereld = wereld + self.zetten[self._kies_zet(kan)]
            if not over.any():
                break
        return over.astype(np.int64)

    def _kies_zet(self, kan: Keuze) -> int:
        """Kies een willekeurige zet."""
        plekken = np.flatnonzero(kan)
        return int(plekken[self.toeval.integers(len(plekken))])

    def _kies_passende(self, wereld: Getallen) -> Keuze:
        """Geef per zet of hij vanuit deze wereld bij alles past."""
        sommen = self.veld.matrix @ wereld + self.gevolg
        kan: Keuze = np.all((sommen >= self.veld.laag) & (sommen <= self.veld.hoog), axis=1)
        kan &= np.all(wereld + self.zetten >= 0, axis=1)
        if self.veld.marges:
            for plek in np.flatnonzero(kan):
                kan[plek] = self.veld.marges_kloppen(wereld + self.zetten[plek])
        return kan


def beslis(veld: Veld, wereld: Getallen, doelen: Getallen) -> list[Oordeel]:
    """Beslis van elk doel (rij gewichten) of het in elke wereld dezelfde waarde heeft als in deze."""
    oordelen = [Oordeel.VRIJ] * len(doelen)
    if not len(doelen):
        return oordelen
    verdacht = np.flatnonzero(Verkenner(veld, wereld).streep_weg(doelen)).tolist()
    if not verdacht:
        return oordelen
    basis = _maak_basis(veld)
    zoeker = Zoeker(veld)
    werelden = [wereld]
    for nummer in verdacht:
        doel = doelen[nummer]
        waarde = int(doel @ wereld)
        if any(int(doel @ andere) != waarde for andere in werelden):
            continue
        if los_op(basis, [Fraction(int(getal)) for getal in doel]) is not None:
            oordelen[nummer] = Oordeel.BEREKEND
            continue
        oordelen[nummer] = Oordeel.VAST
        andere_wereld = _forceer(veld, wereld, doel)
        if andere_wereld is not None:
            werelden.append(andere_wereld)
            oordelen[nummer] = Oordeel.VRIJ
            continue
        for grenzen in ((waarde + 1, None), (None, waarde - 1)):
            gevonden = zoeker.zoek(wereld, (doel, *grenzen))
            if isinstance(gevonden, Oordeel):
                if gevonden is Oordeel.ONBESLIST:
                    oordelen[nummer] = Oordeel.ONBESLIST
                continue
            werelden.append(gevonden)
            oordelen[nummer] = Oordeel.VRIJ
            break
    return oordelen


def _forceer(veld: Veld, wereld: Getallen, doel: Getallen) -> Getallen | None:
    """Verander het doel met één zet en herstel de rest met zetten die het doel laten staan."""
    zetten = maak_zetten(len(veld.bladeren), veld.breedte)
    if veld.hoogste:
        zetten = np.concatenate([zetten, maak_losse_zetten(len(veld.bladeren), veld.breedte)])
    effect = zetten @ doel
    stil = zetten[effect == 0]
    begin = np.flatnonzero((effect != 0) & (wereld + zetten >= 0).all(axis=1))
    if not len(begin) or not len(stil):
        return None
    toeval = np.random.default_rng(3)
    for plek in toeval.permutation(begin)[:_POGINGEN]:
        proef = _daal_af(veld, wereld + zetten[plek], stil)
        if not veld.zonder_marges().past(proef):
            continue
        if veld.marges:
            proef, lukt = _herstel_marges(veld, proef, stil, _MARGESTAPPEN)
            if not lukt:
                continue
        if veld.past(proef):
            return proef
    return None


def _maak_basis(veld: Veld) -> Basis:
    return maak_basis(
        [(rij.tolist(), feit.laag) for rij, feit in zip(veld.matrix, veld.feiten, strict=True) if feit.is_precies]
    )


def zoek_wereld(veld: Veld, gok: Getallen) -> "tuple[Getallen, bool] | Oordeel":
    """Geef een wereld die bij alle feiten past, en of zij ook bij de marges past; VAST als er zeker geen is."""
    zetten = maak_zetten(len(veld.bladeren), veld.breedte)
    dichtbij = _daal_af(veld, gok, zetten)
    begin: Getallen | Oordeel = dichtbij
    if not veld.zonder_marges().past(dichtbij):
        begin = Zoeker(veld.zonder_marges()).zoek(dichtbij)
    if isinstance(begin, Oordeel):
        return begin
    return _herstel_marges(veld, begin, zetten, _HERSTELSTAPPEN) if veld.marges else (begin, True)


def _daal_af(veld: Veld, gok: Getallen, zetten: Getallen) -> Getallen:
    """Zet mensen om zolang de feiten daar beter van gaan passen."""
    gevolg = zetten @ veld.matrix.T
    wereld = gok
    for _ in range(_HERSTELSTAPPEN):
        sommen = veld.matrix @ wereld
        nu = int(np.maximum(veld.laag - sommen, sommen - veld.hoog).clip(min=0).sum())
        if nu == 0 or not len(zetten):
            break
        daarna = sommen + gevolg
        fout = np.maximum(veld.laag - daarna, daarna - veld.hoog).clip(min=0).sum(axis=1)
        fout[(wereld + zetten < 0).any(axis=1)] = nu
        beste = int(fout.argmin())
        if fout[beste] >= nu:
            break
        wereld = wereld + zetten[beste]
    return wereld


def _herstel_marges(veld: Veld, begin: Getallen, zetten: Getallen, stappen: int) -> tuple[Getallen, bool]:
    """Zet mensen om tot ook de marges kloppen; lukt dat niet, geef dan de wereld van het begin."""
    gevolg = zetten @ veld.matrix.T
    toeval = np.random.default_rng(2)
    wereld, afstand = begin, veld.meet_marges(begin)
    for _ in range(stappen):
        if afstand == 0:
            break
        sommen = veld.matrix @ wereld + gevolg
        kan = ((sommen >= veld.laag) & (sommen <= veld.hoog)).all(axis=1) & (wereld + zetten >= 0).all(axis=1)
        plekken = np.flatnonzero(kan)
        if not len(plekken):
            break
        proef = [
            wereld + zetten[plek] for plek in toeval.choice(plekken, size=min(_PROEVEN, len(plekken)), replace=False)
        ]
        afstanden = [veld.meet_marges(andere) for andere in proef]
        beste = int(np.argmin(afstanden))
        wereld, afstand = proef[beste], afstanden[beste]
    return (wereld, True) if afstand == 0 else (begin, False)


Eis = tuple[Getallen, int | None, int | None]
"""(gewichten, minstens, hoogstens)"""


class Zoeker:
    """Zoekt met grenzen voortplanten en terugzoeken een wereld die bij alle feiten en een extra eis past."""

    def __init__(self, veld: Veld) -> None:
        self.veld = veld
        self.voorwaarden = [
            _als_voorwaarde(veld.maak_rij(feit.bladeren, feit.gewicht), feit.laag, feit.hoog) for feit in leid_af(veld)
        ]
        grootste = _schat_grootste(veld)
        self.hoogste = [grootste[blad] for blad in veld.bladeren for _ in range(veld.breedte)]

    def zoek(self, dichtbij: Getallen, eis: Eis | None = None) -> "Getallen | Oordeel":
        """Geef een wereld die past, of VAST als die niet bestaat, of ONBESLIST."""
        voorwaarden = list(self.voorwaarden)
        if eis is not None:
            gewicht, minstens, hoogstens = eis
            ruim = int(np.abs(gewicht) @ np.array(self.hoogste)) + 1
            voorwaarden.append(
                _als_voorwaarde(
                    gewicht, -ruim if minstens is None else minstens, ruim if hoogstens is None else hoogstens
                )
            )
        waar: list[list[int]] = [[] for _ in self.hoogste]
        for nummer, (delen, _, _) in enumerate(voorwaarden):
            for plek, _ in delen:
                waar[plek].append(nummer)
        laag, hoog = [0] * len(self.hoogste), list(self.hoogste)
        if not _plant_voort(voorwaarden, waar, laag, hoog, range(len(voorwaarden))):
            return Oordeel.VAST
        wens = dichtbij.tolist()
        stapel = [(laag, hoog)]
        gezien = 0
        while stapel:
            laag, hoog = stapel.pop()
            gezien += 1
            if gezien > MEESTE_STAPPEN:
                return Oordeel.ONBESLIST
            open_ = [plek for plek in range(len(laag)) if laag[plek] < hoog[plek]]
            if not open_:
                wereld = np.array(laag, dtype=np.int64)
                if self.veld.marges_kloppen(wereld):
                    return wereld
                continue
            plek = min(open_, key=lambda p: (hoog[p] - laag[p], p))
            midden = min(max(wens[plek], laag[plek]), hoog[plek])
            # Laatste op de stapel eerst: precies de gewenste waarde, daarna eronder en erboven.
            for van, tot in ((midden + 1, hoog[plek]), (laag[plek], midden - 1), (midden, midden)):
                if van <= tot:
                    nieuw_laag, nieuw_hoog = laag.copy(), hoog.copy()
                    nieuw_laag[plek], nieuw_hoog[plek] = van, tot
                    if _plant_voort(voorwaarden, waar, nieuw_laag, nieuw_hoog, waar[plek]):
                        stapel.append((nieuw_laag, nieuw_hoog))
        return Oordeel.VAST


Noemer = Callable[[frozenset[str], frozenset[int], int, int], None]
Voorwaarde = tuple[tuple[tuple[int, int], ...], int, int]


def _als_voorwaarde(rij: Getallen, laag: int, hoog: int) -> Voorwaarde:
    return tuple((int(plek), int(rij[plek])) for plek in np.flatnonzero(rij)), laag, hoog


def _schat_grootste(veld: Veld) -> dict[str, int]:
    """Geef per blad hoeveel mensen een vak hoogstens kan hebben."""
    grootste = dict(veld.hoogste)
    for feit in veld.feiten:
        if len(feit.bladeren) == 1 and set(feit.gewicht) == {1}:
            (blad,) = feit.bladeren
            grootste[blad] = min(grootste.get(blad, feit.hoog), feit.hoog)
    return grootste


def _plant_voort(
    voorwaarden: Sequence[Voorwaarde],
    waar: Sequence[Sequence[int]],
    laag: list[int],
    hoog: list[int],
    begin: Iterable[int],
) -> bool:
    """Maak de grenzen smaller tot niets meer verandert; onwaar als er geen wereld meer past."""
    rij = list(begin)
    in_rij = set(rij)
    while rij:
        nummer = rij.pop()
        in_rij.discard(nummer)
        delen, minstens, hoogstens = voorwaarden[nummer]
        kleinste = sum(maal * (laag if maal > 0 else hoog)[plek] for plek, maal in delen)
        grootste = sum(maal * (hoog if maal > 0 else laag)[plek] for plek, maal in delen)
        if kleinste > hoogstens or grootste < minstens:
            return False
        if kleinste >= minstens and grootste <= hoogstens:
            continue
        boven, onder = hoogstens - kleinste, grootste - minstens
        for plek, maal in delen:
            van, tot = laag[plek], hoog[plek]
            if van == tot:
                continue
            if maal > 0:
                nieuw_h, nieuw_l = min(tot, van + boven // maal), max(van, tot - onder // maal)
            else:
                nieuw_l, nieuw_h = max(van, tot - boven // -maal), min(tot, van + onder // -maal)
            if nieuw_l > nieuw_h:
                return False
            if nieuw_l != van or nieuw_h != tot:
                laag[plek], hoog[plek] = nieuw_l, nieuw_h
                for ander in waar[plek]:
                    if ander not in in_rij:
                        in_rij.add(ander)
                        rij.append(ander)
    return True


def leid_af(veld: Veld) -> list[Feit]:
    """Geef alle feiten, met wat er direct uit volgt: rest van een onderdeel, en de andere vakken van een blad.

    Zonder deze afgeleide feiten ziet het voortplanten van grenzen een verschil van twee sommen niet.
    """
    gewogen = [feit for feit in veld.feiten if feit.vakken is None]
    per_groep: dict[tuple[frozenset[str], frozenset[int]], tuple[int, int]] = {}

    def noem(bladeren: frozenset[str], vakken: frozenset[int], laag: int, hoog: int) -> None:
        if bladeren and vakken:
            oud = per_groep.get((bladeren, vakken), (0, hoog))
            per_groep[bladeren, vakken] = max(oud[0], laag), min(oud[1], hoog)

    for feit in veld.feiten:
        if feit.vakken is not None:
            noem(feit.bladeren & frozenset(veld.bladeren), feit.vakken, feit.laag, feit.hoog)
    alle = frozenset(range(veld.breedte))
    for _ in range(2):
        _noem_resten(per_groep, alle, noem)
    return [
        *gewogen,
        *(
            Feit(bladeren=bladeren, gewicht=veld.maak_gewicht(vakken), laag=laag, hoog=hoog, waaruit="")
            for (bladeren, vakken), (laag, hoog) in per_groep.items()
        ),
    ]


def _noem_resten(
    per_groep: dict[tuple[frozenset[str], frozenset[int]], tuple[int, int]],
    alle: frozenset[int],
    noem: Noemer,
) -> None:
    """Voeg aan `per_groep` toe: de rest na aftrek van geneste onderdelen, en de rest van de vakken."""
    per_vakken: dict[frozenset[int], list[frozenset[str]]] = {}
    for bladeren, vakken in per_groep:
        per_vakken.setdefault(vakken, []).append(bladeren)
    alleen = {vakken: list(groepen) for vakken, groepen in per_vakken.items()}
    for vakken, groepen in alleen.items():
        if len(groepen) > 40:
            continue
        for groot in groepen:
            binnen = sorted((g for g in groepen if g < groot), key=lambda g: (-len(g), sorted(g)))
            laag, hoog = per_groep[groot, vakken]
            over, over_laag, over_hoog = groot, laag, hoog
            for klein in binnen:
                if klein <= over:
                    k_laag, k_hoog = per_groep[klein, vakken]
                    over, over_laag, over_hoog = over - klein, over_laag - k_hoog, over_hoog - k_laag
            if over != groot:
                noem(over, vakken, over_laag, over_hoog)
    totaal = {bladeren: grens for (bladeren, vakken), grens in per_groep.items() if vakken == alle}
    for (bladeren, vakken), (laag, hoog) in list(per_groep.items()):
        if bladeren in totaal and vakken != alle:
            t_laag, t_hoog = totaal[bladeren]
            noem(bladeren, alle - vakken, t_laag - hoog, t_hoog - laag)
