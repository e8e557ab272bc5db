"""Waar een verslag vandaan komt: programma, kader en bronnen."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from kwaliteit.begrippen.kader import Kader


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """De drie kenmerken op elke pagina: versie van het programma, van het kader, en het controlegetal van de bronnen.

    `bronnen` is bestand -> sha256; `controlegetal` is de sha256 over die lijst, ingekort tot twaalf tekens.
    `drempel` is de grens waarmee gerekend is; wie een eerder verslag narekent, ziet daaraan dat die veranderd is.
    """

    programma: str
    kader: str
    kaderversie: str
    controlegetal: str
    bronnen: Mapping[str, str]
    drempel: int | None = None

    @classmethod
    def van(cls, programma: str, kader: Kader, bronnen: Mapping[str, str], drempel: int | None = None) -> Self:
        """Bepaal de herkomst; de volgorde van `bronnen` doet er niet toe."""
        regels = "".join(f"{bestand}\t{controlegetal}\n" for bestand, controlegetal in sorted(bronnen.items()))
        return cls(
            programma=programma,
            kader=kader.id,
            kaderversie=kader.versie,
            controlegetal=hashlib.sha256(regels.encode()).hexdigest()[:12],
            bronnen=bronnen,
            drempel=drempel,
        )
