"""De taalregels van een organisatie: wat de taalhulp anders moet doen dan standaard."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LANGSTE_ZIN = 20
"""Meer woorden in een zin leest lastig; `langste_zin` in `taal.yaml` verandert dit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taalregels:
    """Wat in `taal.yaml` staat. `jargon` en `toegestaan` vullen de meegeleverde woordenlijst aan of maken haar kleiner.

    `afkortingen` is afkorting -> voluit; zo'n afkorting hoeft een tekst niet meer uit te leggen.
    """

    jargon: Mapping[str, str] = field(default_factory=dict)
    toegestaan: tuple[str, ...] = ()
    afkortingen: Mapping[str, str] = field(default_factory=dict)
    langste_zin: int = LANGSTE_ZIN
