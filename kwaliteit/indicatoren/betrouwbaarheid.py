"""Cronbachs alfa: hangen de vragen van een schaal samen (rekenregels 3)? Alleen voor intern gebruik."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.indicator import Betrouwbaarheid
from kwaliteit.indicatoren.afnames import Gesteld
from kwaliteit.indicatoren.schaalscores import Schaalantwoorden


def meet_betrouwbaarheid(gesteld: Gesteld, antwoorden: Schaalantwoorden, vanaf: int) -> Betrouwbaarheid:
    """Bereken alfa over wie in de hele organisatie elke vraag van de schaal beantwoordde; `vanaf` zoveel mensen."""
    volledig = antwoorden.waarden[:, antwoorden.beantwoord.all(axis=0)]
    vragen, n = volledig.shape
    return Betrouwbaarheid(
        jaar=gesteld.jaar,
        doelgroep=gesteld.doelgroep,
        schaalscore=gesteld.vraag.id,
        vragen=vragen,
        n=n,
        alfa=bereken_alfa(volledig) if n >= vanaf else None,
    )


def bereken_alfa(waarden: NDArray[np.int64]) -> float | None:
    """Geef alfa = m/(m−1) · (1 − Σ s²ᵢ / s²_som); None als ieders som gelijk is.

    `waarden` heeft een rij per vraag en een kolom per mens, zonder lege plekken. De eenheid en de deler van de
    varianties vallen tegen elkaar weg, dus alles blijft in hele getallen. Dezelfde som als
    `formules.schaalscore.bereken_alfa`, maar zonder lus per mens; een toets houdt ze gelijk.
    """
    vragen = len(waarden)
    van_som = _tel_spreiding(waarden.sum(axis=0))
    if van_som == 0:
        return None
    los = sum(_tel_spreiding(rij) for rij in waarden)
    return float(Fraction(vragen, vragen - 1) * (1 - Fraction(los, van_som)))


def _tel_spreiding(rij: NDArray[np.int64]) -> int:
    """Geef n·Σx² − (Σx)², dat is n(n−1) keer de variantie, in gehele getallen zonder grens."""
    waarden, aantallen = np.unique(rij, return_counts=True)
    paren: list[tuple[int, int]] = list(zip(waarden.tolist(), aantallen.tolist(), strict=True))
    som = sum(waarde * aantal for waarde, aantal in paren)
    kwadraten = sum(aantal * waarde * waarde for waarde, aantal in paren)
    return len(rij) * kwadraten - som * som
