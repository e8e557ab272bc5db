"""Strikt YAML lezen: van een bestand dat mensen schreven naar bevroren dataclasses, of alle gebreken in één keer.

YAML 1.2-core: `no`, `12:30` en `0123` blijven tekst. Dubbele sleutels, aliassen, merge-sleutels en tags worden
geweigerd. Een sleutel in een vorm met vrije sleutels is altijd tekst, of een geheel getal als de vorm dat zegt.
Deze module kent geen enkele vorm zelf: de vormen staan bij de leeskamers.
"""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout

T = TypeVar("T")

GROOTSTE_BESTAND = 1_000_000
"""Bytes. Wat mensen schrijven is honderd keer zo klein; groter is een vergissing of een aanval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsen:
    """Waar elke sleutel en elk lijstonderdeel stond, voor controles na het lezen."""

    naam: str
    regels: Mapping[tuple[str | int, ...], int]

    def waar(self, *plek: str | int) -> str:
        """Geef "acties.yaml, regel 12" voor bijvoorbeeld `waar(3, "klaar_op")` of `waar("jaren", "2024")`.

        Sleutels zijn hier altijd tekst (ook jaren), plaatsen in een lijst tellen vanaf 0. Staat de plek zelf niet in
        het bestand, dan geldt de plek eromheen.
        """
        while plek not in self.regels and plek:
            plek = plek[:-1]
        return f"{self.naam}, regel {self.regels.get(plek, 1)}"


def lees_yaml(pad: Path, vorm: type[T], *, naam: str) -> T:
    """Lees een bestand als `vorm`; alle gebreken samen komen in één WerkmapFout.

    Een onbekende sleutel is altijd een gebrek. Een leeg bestand geldt als lege lijst of als blok zonder sleutels,
    en is een gebrek als de vorm dat niet toelaat. `naam` is hoe het bestand in foutteksten heet.
    """
    return lees_yaml_met_plaatsen(pad, vorm, naam=naam)[0]


def lees_yaml_met_plaatsen(pad: Path, vorm: type[T], *, naam: str) -> tuple[T, Plaatsen]:
    """Lees een bestand zoals `lees_yaml` en geef erbij op welke regel alles stond."""
    return _lees(_lees_tekst(pad, naam), vorm, naam, 1)


def lees_yaml_tekst(tekst: str, vorm: type[T], *, naam: str, eerste_regel: int = 1) -> T:
    """Lees een stuk tekst als `vorm`, bijvoorbeeld de kop van een verhaal die op `eerste_regel` begint."""
    return _lees(tekst, vorm, naam, eerste_regel)[0]


def _lees(tekst: str, vorm: type[T], naam: str, eerste_regel: int) -> tuple[T, Plaatsen]:
    # Pas hier: PyYAML en pydantic kosten samen een tiende seconde, en niet elke opdracht leest YAML.
    from kwaliteit.strikte_yaml.ontleding import ontleed  # noqa: PLC0415
    from kwaliteit.strikte_yaml.toetsing import toets  # noqa: PLC0415

    ontleed_stuk = ontleed(tekst, naam=naam, eerste_regel=eerste_regel)
    return toets(ontleed_stuk, vorm), Plaatsen(naam=naam, regels=ontleed_stuk.regels)


def _lees_tekst(pad: Path, naam: str) -> str:
    try:
        if not stat.S_ISREG(pad.stat().st_mode):
            raise _bestandsfout(naam, "dit is geen gewoon bestand", "een YAML-bestand", "Zet hier een bestand neer.")
        with pad.open("rb") as bestand:
            inhoud = bestand.read(GROOTSTE_BESTAND + 1)
    except FileNotFoundError:
        raise _bestandsfout(
            naam, "dit bestand is er niet", "een YAML-bestand", "Maak het bestand of verbeter de naam."
        ) from None
    except OSError:
        raise _bestandsfout(
            naam, "dit bestand is niet te openen", "een leesbaar bestand", "Controleer de rechten en sluit het elders."
        ) from None
    if len(inhoud) > GROOTSTE_BESTAND:
        raise _bestandsfout(
            naam, "dit bestand is te groot", "hoogstens 1 MB", "Controleer of dit het goede bestand is."
        )
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise _bestandsfout(
            f"{naam}, regel {regel}",
            "hier staat een teken dat geen UTF-8 is",
            "een tekstbestand in UTF-8",
            "Bewaar het bestand opnieuw en kies als codering UTF-8.",
        ) from None


def _bestandsfout(waar: str, wat: str, verwacht: str, doe_dit: str) -> WerkmapFout:
    return WerkmapFout(Gebrek(waar=waar, wat=wat, verwacht=verwacht, doe_dit=doe_dit))
