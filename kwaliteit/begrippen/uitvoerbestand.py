"""Wat er geschreven wordt, nog voordat het op schijf staat."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvoerbestand:
    """Een bestand dat geschreven moet worden: pad met `/` binnen de doelmap, en de inhoud."""

    pad: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschreven:
    """Wat er na het wisselen staat: de geschreven bestanden, en wat er van de vorige keer niet meer bij is.

    `opzij` zijn bestanden die een mens had gezet of veranderd; die staan nu in `bewaard/`. `vervallen` zijn eigen
    bestanden van de vorige keer die deze keer niet gemaakt zijn: map en pad, zoals "openbaar/verslag.pdf".
    """

    bestanden: tuple[Path, ...]
    opzij: tuple[Path, ...] = ()
    vervallen: tuple[str, ...] = ()
