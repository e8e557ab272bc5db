"""Wat er onder de kop in een kolom staat, zonder lus over de rijen."""

import numpy as np
from numpy.typing import NDArray

from kwaliteit.bestanden.ruw import Ruwblad, Ruwkolom


def geef_plekken(kolom: Ruwkolom, eerste: int) -> NDArray[np.intc]:
    """Geef per rij vanaf `eerste` de plaats in `waarden`; 0 is een lege cel."""
    return np.frombuffer(kolom.plaats, dtype=np.intc)[eerste:]


def is_gevuld(kolom: Ruwkolom, eerste: int) -> bool:
    """Zeg of er vanaf rij `eerste` iets in de kolom staat."""
    return bool(geef_plekken(kolom, eerste).any())


def zoek_gevulde_rijen(blad: Ruwblad, eerste: int) -> NDArray[np.bool_]:
    """Zeg per rij vanaf `eerste` of er ergens iets in staat."""
    gevuld = np.zeros(blad.aantal_rijen - eerste, dtype=np.bool_)
    for kolom in blad.kolommen:
        gevuld |= geef_plekken(kolom, eerste) > 0
    return gevuld
