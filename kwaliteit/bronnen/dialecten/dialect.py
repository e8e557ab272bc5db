"""Wat een enquêtetool eigen maakt aan zijn export. Lezen, koppen zoeken en coderen is voor alle tools hetzelfde."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """Een enquêtetool.

    `herken` krijgt de koppen van één rij. `niet_getoond` zijn antwoorden waarmee de tool zegt dat de vraag niet is
    gesteld, geschreven zoals `schrijfwijze.maak_label` ze maakt; een label van de schaal zelf gaat altijd voor.
    """

    naam: str
    herken: Callable[[Sequence[str]], bool]
    niet_getoond: frozenset[str] = frozenset()
