"""De organisatie als boom: organisatie ⊃ regio ⊃ locatie. Twee onderdelen zijn genest of hebben niemand gemeen."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

ORGANISATIE = "organisatie"
"""Het id van de wortel; een locatie of regio mag niet zo heten."""


class Niveau(StrEnum):
    """De laag in de boom."""

    ORGANISATIE = "organisatie"
    REGIO = "regio"
    LOCATIE = "locatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """Een knoop in de boom. `ouder` is None voor de wortel."""

    id: str
    naam: str
    niveau: Niveau
    ouder: str | None


@dataclass(frozen=True, kw_only=True)
class Boom:
    """Alle onderdelen; de wortel eerst, daarna in vaste volgorde van de werkmap (ouders voor kinderen)."""

    onderdelen: tuple[Onderdeel, ...]

    @cached_property
    def per_id(self) -> dict[str, Onderdeel]:
        """Onderdeel bij id."""
        return {onderdeel.id: onderdeel for onderdeel in self.onderdelen}

    @cached_property
    def kinderen(self) -> dict[str, tuple[str, ...]]:
        """De directe kinderen per onderdeel; een blad heeft er geen."""
        ouders: dict[str, list[str]] = {onderdeel.id: [] for onderdeel in self.onderdelen}
        for onderdeel in self.onderdelen:
            if onderdeel.ouder is not None:
                ouders[onderdeel.ouder].append(onderdeel.id)
        return {ouder: tuple(kinderen) for ouder, kinderen in ouders.items()}

    @cached_property
    def bladeren(self) -> dict[str, frozenset[str]]:
        """De bladeren onder elk onderdeel (een blad is zijn eigen blad)."""
        gevonden: dict[str, frozenset[str]] = {}
        for onderdeel in reversed(self.onderdelen):
            onder = [gevonden[kind] for kind in self.kinderen[onderdeel.id]]
            gevonden[onderdeel.id] = frozenset().union(*onder) if onder else frozenset({onderdeel.id})
        return gevonden
