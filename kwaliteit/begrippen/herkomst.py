"""Waar een verslag vandaan komt: programma, kader en bronnen."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """De drie kenmerken op elke pagina: versie van het programma, van het kader, en het controlegetal van de bronnen.

    `bronnen` is bestand -> sha256; `controlegetal` is de sha256 over die lijst, ingekort tot twaalf tekens.
    """

    programma: str
    kader: str
    kaderversie: str
    controlegetal: str
    bronnen: Mapping[str, str]
