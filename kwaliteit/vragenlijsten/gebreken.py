"""Gebreken die in alle bestanden van deze kamer voorkomen."""

import re
from collections.abc import Iterable, Iterator

from kwaliteit.begrippen.fout import Gebrek
from kwaliteit.strikte_yaml import Plaatsen

_NORM_ID = re.compile(r"[A-Z]{1,3}[0-9]{1,3}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")


def maak_gebrek(waar: str, wat: str, verwacht: str, doe_dit: str) -> Gebrek:
    """Een gebrek in één regel."""
    return Gebrek(waar=waar, wat=wat, verwacht=verwacht, doe_dit=doe_dit)


def keur_ids(lijst: str, ids: Iterable[str], plaatsen: Plaatsen) -> Iterator[Gebrek]:
    """Meld ids die niet als naam kunnen dienen of twee keer voorkomen; hoofdletters tellen niet."""
    eerste: dict[str, int] = {}
    for nummer, een in enumerate(ids):
        waar = plaatsen.waar(lijst, nummer, "id")
        if not _ID.fullmatch(een):
            yield maak_gebrek(
                waar,
                f"het id van nummer {nummer + 1} in '{lijst}' is geen bruikbare naam",
                "letters, cijfers, punt, streepje of laag streepje, hoogstens 40 tekens",
                "Kies een kort id, zoals CL04.",
            )
        elif een.casefold() in eerste:
            ander = plaatsen.waar(lijst, eerste[een.casefold()], "id").rpartition(", ")[2]
            yield maak_gebrek(
                waar,
                f"het id '{een}' staat twee keer in '{lijst}' (ook op {ander})",
                "elk id één keer; hoofdletters tellen niet",
                "Verander een van de twee ids.",
            )
        eerste.setdefault(een.casefold(), nummer)


def keur_normen(normen: tuple[str, ...], waar: str) -> Iterator[Gebrek]:
    """Meld ids die niet op een norm lijken, en ids die dubbel staan."""
    for nummer, norm in enumerate(normen):
        if not _NORM_ID.fullmatch(norm):
            yield maak_gebrek(
                waar,
                f"'{norm[:40]}' is geen id van een norm",
                "hoofdletters en dan een nummer, zoals C4 of [C5, P1]",
                "Verbeter het id; de opdracht `kwaliteit kader` noemt ze allemaal.",
            )
        elif norm in normen[:nummer]:
            yield maak_gebrek(waar, f"norm {norm} staat er twee keer", "elke norm één keer", "Haal er een weg.")
