"""Dekking en breedte van de marge van een aandeel, door alles uit te tellen (besluit 0011).

Dekking: hoe vaak de marge het echte aantal K bevat, voor elke K van 0 tot en met N; de laagste telt. Breedte: het
gemiddelde over alle x, gedeeld door dat van Wilson met een factor voor een eindige groep.

python bench/dekking.py             # alle n < N met N tot en met 200 (minuten)
python bench/dekking.py --tot 60    # sneller
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kwaliteit.formules.blaker import begrens_blaker
from kwaliteit.formules.hypergeometrisch import begrens_aantal
from kwaliteit.formules.marges import bereken_wilson_eindig

Kolom = NDArray[np.float64]
Grenzen = tuple[Kolom, Kolom]
VANAF = 10
"""Over kleinere n toont het verslag niets; daar zegt een breedte weinig."""
SPELING = 1e-9
"""Grenzen van Wilson zijn kommagetallen: een heel aantal mensen precies op de grens telt mee."""


def begrens_wilson(x: int, n: int, populatie: int) -> tuple[float, float]:
    """Wilson met factor, in mensen."""
    laag, hoog = bereken_wilson_eindig(x, n, populatie)
    return laag * populatie - SPELING, hoog * populatie + SPELING


MARGES: dict[str, Callable[[int, int, int], tuple[float, float]]] = {
    "blaker": begrens_blaker,
    "gelijkstaartig": begrens_aantal,
    "wilson met factor": begrens_wilson,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """Eén marge bij één (N, n)."""

    marge: str
    populatie: int
    n: int
    laagste_dekking: float
    breedte: float
    verhouding: float


def meet(populatie: int, n: int) -> Iterator[Meting]:
    """Meet elke marge bij n antwoorden van N mensen; vraagt 0 < n < N."""
    kansen = _tel_uit(populatie, n)
    grenzen = {naam: _begrens(marge, n, populatie) for naam, marge in MARGES.items()}
    wilson = _breedte(grenzen["wilson met factor"], populatie)
    for naam, grens in grenzen.items():
        breedte = _breedte(grens, populatie)
        yield Meting(
            marge=naam,
            populatie=populatie,
            n=n,
            laagste_dekking=float(_dek(kansen, grens).min()),
            breedte=breedte,
            verhouding=breedte / wilson,
        )


def meet_alles(gevallen: Iterable[tuple[int, int]]) -> dict[str, list[Meting]]:
    """Meet elk paar (N, n); geef de metingen per marge."""
    per_marge: dict[str, list[Meting]] = {naam: [] for naam in MARGES}
    for populatie, n in gevallen:
        for meting in meet(populatie, n):
            per_marge[meting.marge].append(meting)
    return per_marge


def _begrens(marge: Callable[[int, int, int], tuple[float, float]], n: int, populatie: int) -> Grenzen:
    paren = np.array([marge(x, n, populatie) for x in range(n + 1)], dtype=np.float64)
    return paren[:, 0], paren[:, 1]


def _breedte(grenzen: Grenzen, populatie: int) -> float:
    return float((grenzen[1] - grenzen[0]).mean()) / populatie


def _tel_uit(populatie: int, n: int) -> NDArray[np.float64]:
    """P(X = x | K): een rij per K, een kolom per x."""
    log_fac = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, populatie + 1)))))

    def log_comb(boven: NDArray[np.int64], onder: NDArray[np.int64]) -> Kolom:
        kan = (onder >= 0) & (onder <= boven)
        waarde = log_fac[boven] - log_fac[np.where(kan, onder, 0)] - log_fac[np.where(kan, boven - onder, 0)]
        return np.where(kan, waarde, -np.inf)

    aantal = np.arange(populatie + 1)[:, None]
    x = np.arange(n + 1)[None, :]
    alle = log_fac[populatie] - log_fac[n] - log_fac[populatie - n]
    uitkomst: Kolom = np.exp(log_comb(aantal, x) + log_comb(populatie - aantal, n - x) - alle)
    return uitkomst


def _dek(kansen: NDArray[np.float64], grenzen: Grenzen) -> Kolom:
    aantal = np.arange(kansen.shape[0])[:, None]
    gedekt = (grenzen[0][None, :] <= aantal) & (aantal <= grenzen[1][None, :])
    uitkomst: Kolom = (kansen * gedekt).sum(axis=1)
    return uitkomst


def vat_samen(metingen: list[Meting]) -> str:
    """Eén regel per marge: laagste dekking over alles, breedte over n vanaf 10."""
    slechtste = min(metingen, key=lambda meting: meting.laagste_dekking)
    groot = [meting for meting in metingen if meting.n >= VANAF]
    laagste = min(meting.laagste_dekking for meting in groot)
    breedste = max(groot, key=lambda meting: meting.verhouding)
    mediaan = float(np.median([meting.verhouding for meting in groot]))
    return (
        f"{slechtste.marge:<18} laagste dekking {slechtste.laagste_dekking:.6f} (N {slechtste.populatie}, "
        f"n {slechtste.n}), bij n ≥ {VANAF} {laagste:.6f} · breedte t.o.v. wilson met factor, n ≥ {VANAF}: "
        f"mediaan {mediaan:.4f}, grootste {breedste.verhouding:.4f} (N {breedste.populatie}, n {breedste.n})"
    )


def begin() -> None:
    """Meet alle paren en druk per marge een regel af."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--tot", type=int, default=200, help="de grootste N")
    tot = ontleder.parse_args().tot
    gevallen = [(populatie, n) for populatie in range(2, tot + 1) for n in range(1, populatie)]
    per_marge = meet_alles(gevallen)
    print(f"{len(gevallen)} paren (N, n) met n < N ≤ {tot}")
    for metingen in per_marge.values():
        print(vat_samen(metingen))


if __name__ == "__main__":
    begin()
