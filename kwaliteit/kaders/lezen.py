"""Van `<id>-<versie>.yaml` naar een Kader, met controle op wat de vorm alleen niet ziet."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout, bedoelde_u
from kwaliteit.begrippen.kader import Kader
from kwaliteit.strikte_yaml import Plaatsen, lees_yaml_met_plaatsen

_MAP = Path(__file__).parent
_GEEN_KADER = "rekenregels"
_NORM_ID = re.compile(r"[A-Z]{1,3}[0-9]{1,3}")


def bekende_kaders() -> tuple[str, ...]:
    """Geef de namen van de meegeleverde kaders, gesorteerd."""
    return tuple(sorted(pad.stem for pad in _MAP.glob("*.yaml") if pad.stem != _GEEN_KADER))


def nieuwste_kader() -> str:
    """Geef de naam van het kader met de laatste datum."""
    return max(bekende_kaders(), key=lambda naam: (lees_kader(naam).datum, naam))


@cache
def lees_kader(naam: str) -> Kader:
    """Lees een meegeleverd kader op naam, bijvoorbeeld "woonzorg-lggz-2024"; onbekend is een WerkmapFout."""
    bekend = bekende_kaders()
    if naam not in bekend:
        raise WerkmapFout(
            Gebrek(
                waar="kader",
                wat=f"onbekend kader '{naam}'",
                verwacht=f"een van: {', '.join(bekend)}",
                doe_dit=f"Verbeter de naam; een jaar van vóór het kader krijgt 'geen'.{bedoelde_u(naam, bekend)}",
            )
        )
    return lees_kaderbestand(_MAP / f"{naam}.yaml")


def lees_kader_of_bestand(naam: str) -> Kader:
    """Lees een meegeleverd kader, of een eigen yaml-bestand als de naam daarop eindigt."""
    return lees_kaderbestand(Path(naam)) if naam.endswith(".yaml") else lees_kader(naam)


def lees_kaderbestand(pad: Path) -> Kader:
    """Lees één kaderbestand; alle gebreken samen komen in een WerkmapFout."""
    kader, plaatsen = lees_yaml_met_plaatsen(pad, Kader, naam=f"kaders/{pad.name}" if pad.parent == _MAP else pad.name)
    gebreken = list(_keur(kader, pad.stem, plaatsen))
    if gebreken:
        raise WerkmapFout(*gebreken)
    return kader


def _keur(kader: Kader, stam: str, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    if f"{kader.id}-{kader.versie}" != stam:
        yield Gebrek(
            waar=plaatsen.waar("id"),
            wat=f"id en versie vormen samen '{kader.id}-{kader.versie}', maar het bestand heet anders",
            verwacht=f"'{stam}'",
            doe_dit="Maak de naam van het bestand gelijk aan id en versie.",
        )
    for lijst, ids in (
        ("pijlers", [pijler.id for pijler in kader.pijlers]),
        ("normen", [norm.id for norm in kader.normen]),
        ("eisen", [eis.id for eis in kader.eisen]),
        ("lezers", [lezer.id for lezer in kader.lezers]),
    ):
        yield from _keur_ids(lijst, ids, plaatsen)
    pijlers = [pijler.id for pijler in kader.pijlers]
    for nummer, norm in enumerate(kader.normen):
        if not _NORM_ID.fullmatch(norm.id):
            yield Gebrek(
                waar=plaatsen.waar("normen", nummer, "id"),
                wat=f"'{norm.id}' is geen id voor een norm",
                verwacht="hoofdletters en dan een nummer, zoals C4",
                doe_dit="Verbeter het id.",
            )
        if norm.pijler not in pijlers:
            yield Gebrek(
                waar=plaatsen.waar("normen", nummer, "pijler"),
                wat=f"onbekende pijler '{norm.pijler}'",
                verwacht=f"een van: {', '.join(pijlers)}",
                doe_dit=f"Verbeter de pijler.{bedoelde_u(norm.pijler, pijlers)}",
            )
        if not norm.plaats.strip():
            yield Gebrek(
                waar=plaatsen.waar("normen", nummer, "plaats"),
                wat=f"norm {norm.id} heeft geen vindplaats",
                verwacht="paragraaf en zin in de bron",
                doe_dit="Vul bij 'plaats' in waar de norm in de bron staat.",
            )


def _keur_ids(lijst: str, ids: list[str], plaatsen: Plaatsen) -> Iterator[Gebrek]:
    for nummer, een in enumerate(ids):
        if een in ids[:nummer]:
            yield Gebrek(
                waar=plaatsen.waar(lijst, nummer, "id"),
                wat=f"het id '{een}' staat twee keer in '{lijst}'",
                verwacht="elk id één keer",
                doe_dit="Verander een van de twee, of haal er een weg.",
            )
