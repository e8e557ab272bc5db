"""Wat er geschreven wordt, nog voordat het op schijf staat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvoerbestand:
    """Een bestand dat geschreven moet worden: pad met `/` binnen de doelmap, en de inhoud."""

    pad: str
    inhoud: bytes
