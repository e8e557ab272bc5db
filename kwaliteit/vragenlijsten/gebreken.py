"""Gebreken die in alle bestanden van deze kamer voorkomen."""

import re
from collections.abc import Iterable, Iterator

from kwaliteit.begrippen.fout import Gebrek, bedoelde_u
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.vragenlijsten.vormen import Vergelijkbaarvorm

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


def keur_redenen(
    vormen: tuple[Vergelijkbaarvorm, ...], plek: tuple[str | int, ...], plaatsen: Plaatsen
) -> Iterator[Gebrek]:
    """Meld elke verklaring 'vergelijkbaar_met' zonder reden."""
    for nummer, vorm in enumerate(vormen):
        if not vorm.reden.strip():
            yield maak_gebrek(
                plaatsen.waar(*plek, "vergelijkbaar_met", nummer, "reden"),
                "bij 'vergelijkbaar_met' ontbreekt de reden",
                "een zin die in het verslag kan staan",
                "Schrijf waarom de versies vergelijkbaar zijn.",
            )


def keur_spiegel(
    spiegel: str | None, gespiegeld: set[str], spiegels: frozenset[str], plek: tuple[str | int, ...], plaatsen: Plaatsen
) -> Iterator[Gebrek]:
    """Meld een onbekende spiegel, en een die al bij iets anders uit de lijst staat; onthoudt de nieuwe."""
    if spiegel is None:
        return
    waar = plaatsen.waar(*plek, "spiegel")
    if spiegel not in spiegels:
        yield meld_onbekend("spiegel", spiegel, spiegels, waar)
    elif spiegel in gespiegeld:
        yield maak_gebrek(
            waar,
            f"spiegel {spiegel} staat bij twee vragen van deze lijst",
            "per spiegel één vraag in een lijst",
            "Kies één vraag voor deze spiegel.",
        )
    gespiegeld.add(spiegel)


def meld_onbekend(soort: str, naam: str, bekend: Iterable[str], waar: str) -> Gebrek:
    """Een naam die nergens staat, met de naam die erop lijkt."""
    namen = sorted(bekend)
    return maak_gebrek(
        waar,
        f"onbekende {soort} '{naam[:40]}'",
        f"een van: {', '.join(namen)}" if namen else f"een {soort} die in het bestand staat",
        f"Verbeter de naam.{bedoelde_u(naam, namen)}",
    )
