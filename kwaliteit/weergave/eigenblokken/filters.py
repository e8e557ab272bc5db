"""Wat een eigen sjabloon met een gegeven mag doen: de gesloten lijst van filters. Elk filter kent één soort waarde."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from kwaliteit.begrippen.actie import Actiestatus, noem_stand
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_datum
from kwaliteit.begrippen.verslag import Uitgave
from kwaliteit.weergave import woorden
from kwaliteit.weergave.eigenblokken.gebrek import Sjabloongebrek

T = TypeVar("T")


def _cijfer(waarde: object) -> str:
    """Het cijfer in woorden: "76%", "11 van 14" of "te weinig antwoorden"."""
    return woorden.in_woorden(_eis_cijfer(waarde, "cijfer"))


def _bijschrift(waarde: object) -> str:
    """De marge en het aantal bij een cijfer; leeg als er niets bij hoort."""
    return woorden.bijschrift(_eis_cijfer(waarde, "bijschrift"))


def _tekst(waarde: object) -> str:
    """Een zin met cijfers erin, zoals `waarom` en `uitkomst`, als gewone tekst."""
    return woorden.als_tekst(_eis(waarde, tuple, "tekst", "een zin in delen"))


def _datum(waarde: object) -> str:
    """Een datum voluit: "1 september 2024"."""
    return schrijf_datum(_eis(waarde, date, "datum", "een datum"))


def _bestand(waarde: object) -> str:
    """Het bestand van een uitgave, om naar te verwijzen: "verslag.html"."""
    return f"{_eis(waarde, Uitgave, 'bestand', 'een uitgave').value}.html"


def _groep(waarde: object) -> str:
    """De naam van een groep: "Cliënten"."""
    return woorden.groepsnaam(_eis(waarde, Doelgroep, "groep", "een groep"))


def _stand(waarde: object) -> str:
    """De stand van een actie in woorden: "Later dan gepland"; zonder stand "Geen stand gemeld"."""
    stand = None if waarde is None else _eis(waarde, Actiestatus, "stand", "de stand van een actie")
    return met_hoofdletter(noem_stand(stand))


def _hoofdletter(waarde: object) -> str:
    """De tekst met een hoofdletter vooraan."""
    return met_hoofdletter(_eis(waarde, str, "hoofdletter", "tekst"))


def _zonder_aanhaling(waarde: object) -> str:
    """De tekst zonder aanhalingstekens eromheen."""
    return woorden.zonder_aanhaling(_eis(waarde, str, "zonder_aanhaling", "tekst"))


def _aantal(waarde: object) -> int:
    """Hoeveel er in een lijst staan."""
    return len(_eis(waarde, tuple, "aantal", "een lijst"))


def _eis(waarde: object, soort: type[T], naam: str, verwacht: str) -> T:
    if not isinstance(waarde, soort):
        raise _maak_gebrek(naam, verwacht)
    return waarde


def _eis_cijfer(waarde: object, naam: str) -> OpenbaarCijfer:
    if not isinstance(waarde, OpenbaarCijfer):
        raise _maak_gebrek(naam, "een cijfer")
    return waarde


def _maak_gebrek(naam: str, verwacht: str) -> Sjabloongebrek:
    return Sjabloongebrek(
        f"het filter '{naam}' kan niets met deze waarde",
        verwacht,
        "Kies een ander filter, of zet er {% if … %} omheen als de waarde kan ontbreken.",
    )


FILTERS: Mapping[str, Callable[[object], str | int]] = MappingProxyType(
    {
        "aantal": _aantal,
        "bestand": _bestand,
        "bijschrift": _bijschrift,
        "cijfer": _cijfer,
        "datum": _datum,
        "groep": _groep,
        "hoofdletter": _hoofdletter,
        "stand": _stand,
        "tekst": _tekst,
        "zonder_aanhaling": _zonder_aanhaling,
    }
)
"""Naam in het sjabloon -> wat het doet; de eerste zin van de docstring staat in de handleiding."""
