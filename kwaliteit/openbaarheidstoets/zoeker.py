"""Zoekt met grenzen voortplanten en terugzoeken een gehele wereld die past, of bewijst dat die er niet is."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from kwaliteit.openbaarheidstoets.veld import Feit, Getallen, Vastligging, Veld

MEESTE_STAPPEN = 3000
"""Na zoveel stappen van terugzoeken is een aantal onbeslist."""
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

    def zoek(self, dichtbij: Getallen, eis: Eis | None = None) -> "Getallen | Vastligging":
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
            return Vastligging.VAST
        wens = dichtbij.tolist()
        stapel = [(laag, hoog)]
        gezien = 0
        while stapel:
            laag, hoog = stapel.pop()
            gezien += 1
            if gezien > MEESTE_STAPPEN:
                return Vastligging.ONBESLIST
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
        return Vastligging.VAST


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
