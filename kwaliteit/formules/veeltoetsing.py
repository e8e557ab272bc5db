"""Wie veel vergelijkt, vindt altijd wel iets: de correctie van Benjamini en Hochberg (rekenregels 6.2)."""

from collections.abc import Sequence


def corrigeer(ps: Sequence[float]) -> tuple[float, ...]:
    """Geef van elke p de q, in dezelfde volgorde: het laagste van p(j)·m/j over alle j vanaf haar eigen rang."""
    m = len(ps)
    qs = [1.0] * m
    laagste = 1.0
    for rang, plaats in zip(range(m, 0, -1), sorted(range(m), key=ps.__getitem__, reverse=True), strict=True):
        laagste = min(laagste, ps[plaats] * (m / rang))
        qs[plaats] = laagste
    return tuple(qs)
