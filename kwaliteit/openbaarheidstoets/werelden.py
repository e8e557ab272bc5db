"""Ligt een verborgen aantal vast in elke gehele wereld die bij het gepubliceerde past?

Drie stappen, elk sluitend voor wat zij beslist:

1. `Verkenner` begint bij een wereld die past en zet mensen om (binnen een blad, of kruislings tussen twee bladeren).
   Elke zet die bij alles past is een tweede wereld: het aantal dat erdoor verandert ligt niet vast.
2. Wat dan nog nooit veranderde en een combinatie is van precieze sommen, ligt vast: bewezen over breuken.
3. Anders zoekt `Zoeker` een wereld met een hoger of lager aantal. Vindt hij er een, dan ligt het niet vast; zijn beide
   onmogelijk, dan ligt het vast. Duurt het zoeken te lang, dan is het onbeslist.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from kwaliteit.openbaarheidstoets.rang import Basis, los_op, maak_basis
from kwaliteit.openbaarheidstoets.toeval import Toeval
from kwaliteit.openbaarheidstoets.veld import Getallen, Vastligging, Veld
from kwaliteit.openbaarheidstoets.zoeker import Zoeker

Keuze = NDArray[np.bool_]
_RONDES = 6
_HERSTELSTAPPEN = 400
_PROEVEN = 24
_POGINGEN = 12
_MARGESTAPPEN = 40
_STAPPEN_PER_RONDE = 6


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
        self.toeval = Toeval(1)

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
        return int(plekken[self.toeval.kies(len(plekken))])

    def _kies_passende(self, wereld: Getallen) -> Keuze:
        """Geef per zet of hij vanuit deze wereld bij alles past."""
        sommen = self.veld.matrix @ wereld + self.gevolg
        kan: Keuze = np.all((sommen >= self.veld.laag) & (sommen <= self.veld.hoog), axis=1)
        kan &= np.all(wereld + self.zetten >= 0, axis=1)
        if self.veld.marges:
            for plek in np.flatnonzero(kan):
                kan[plek] = self.veld.marges_kloppen(wereld + self.zetten[plek])
        return kan


def beslis(veld: Veld, wereld: Getallen, doelen: Getallen) -> list[Vastligging]:
    """Beslis van elk doel (rij gewichten) of het in elke wereld dezelfde waarde heeft als in deze."""
    liggingen = [Vastligging.VRIJ] * len(doelen)
    if not len(doelen):
        return liggingen
    verdacht = np.flatnonzero(Verkenner(veld, wereld).streep_weg(doelen)).tolist()
    if not verdacht:
        return liggingen
    basis = _maak_basis(veld)
    zoeker = Zoeker(veld)
    werelden = [wereld]
    for nummer in verdacht:
        doel = doelen[nummer]
        waarde = int(doel @ wereld)
        if any(int(doel @ andere) != waarde for andere in werelden):
            continue
        if los_op(basis, [Fraction(int(getal)) for getal in doel]) is not None:
            liggingen[nummer] = Vastligging.BEREKEND
            continue
        liggingen[nummer] = Vastligging.VAST
        andere_wereld = _forceer(veld, wereld, doel)
        if andere_wereld is not None:
            werelden.append(andere_wereld)
            liggingen[nummer] = Vastligging.VRIJ
            continue
        for grenzen in ((waarde + 1, None), (None, waarde - 1)):
            gevonden = zoeker.zoek(wereld, (doel, *grenzen))
            if isinstance(gevonden, Vastligging):
                if gevonden is Vastligging.ONBESLIST:
                    liggingen[nummer] = Vastligging.ONBESLIST
                continue
            werelden.append(gevonden)
            liggingen[nummer] = Vastligging.VRIJ
            break
    return liggingen


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
    toeval = Toeval(3)
    for plek in begin[toeval.trek(len(begin), _POGINGEN)]:
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


def zoek_wereld(veld: Veld, gok: Getallen) -> "tuple[Getallen, bool] | Vastligging":
    """Geef een wereld die bij alle feiten past, en of zij ook bij de marges past; VAST als er zeker geen is."""
    zetten = maak_zetten(len(veld.bladeren), veld.breedte)
    dichtbij = _daal_af(veld, gok, zetten)
    begin: Getallen | Vastligging = dichtbij
    if not veld.zonder_marges().past(dichtbij):
        begin = Zoeker(veld.zonder_marges()).zoek(dichtbij)
    if isinstance(begin, Vastligging):
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
    toeval = Toeval(2)
    wereld, afstand = begin, veld.meet_marges(begin)
    for _ in range(stappen):
        if afstand == 0:
            break
        sommen = veld.matrix @ wereld + gevolg
        kan = ((sommen >= veld.laag) & (sommen <= veld.hoog)).all(axis=1) & (wereld + zetten >= 0).all(axis=1)
        plekken = np.flatnonzero(kan)
        if not len(plekken):
            break
        proef = [wereld + zetten[plek] for plek in plekken[toeval.trek(len(plekken), _PROEVEN)]]
        afstanden = [veld.meet_marges(andere) for andere in proef]
        beste = int(np.argmin(afstanden))
        wereld, afstand = proef[beste], afstanden[beste]
    return (wereld, True) if afstand == 0 else (begin, False)
