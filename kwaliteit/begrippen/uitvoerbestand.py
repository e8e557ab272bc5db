"""Wat er geschreven wordt en wat een opdracht oplevert."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.fout import Afsluitcode


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstbestand:
    """Een bestand dat geschreven moet worden: pad met `/` binnen de doelmap, en de inhoud."""

    pad: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """Wat een opdracht opleverde; de cli maakt er een scherm of JSON van."""

    opdracht: str
    afsluitcode: Afsluitcode
    bevindingen: tuple[Bevinding, ...]
    uitvoer: tuple[Path, ...]
    samenvatting: Mapping[str, object]
