"""Klaarzetten en wisselen: een lezer ziet de oude map of de nieuwe, nooit een halve.

Alles wordt eerst in een verborgen map ernaast geschreven. Daarna wisselen oud en nieuw van naam: waar het systeem dat
kan in één stap, anders in twee stappen die de volgende run herstelt als er tussenin iets misging. Er komen geen
symbolische koppelingen aan te pas. Wat een mens in een uitvoermap heeft gezet of veranderd, gaat naar `bewaard/`.
"""

import ctypes
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kwaliteit.begrippen.fout import BezetFout, Gebrek, GebruikFout
from kwaliteit.begrippen.uitvoerbestand import Geschreven, Uitvoerbestand

_RUIL = 2
"""RENAME_EXCHANGE (Linux) en RENAME_SWAP (macOS): twee namen wisselen in één stap."""
_HIER = -100
"""AT_FDCWD: paden gelden vanaf de huidige map."""


@contextmanager
def bezet(uitmap: Path) -> Iterator[None]:
    """Houd de uitvoermap vast zolang een run loopt; loopt er al een, dan BezetFout. Na een crash is hij vrij."""
    try:
        uitmap.mkdir(parents=True, exist_ok=True)
        slot = FileLock(uitmap / ".bezig.lock", timeout=0)
        slot.acquire()
    except Timeout:
        raise BezetFout(
            Gebrek(
                waar=uitmap.name,
                wat="er loopt al een opdracht in deze uitvoermap",
                verwacht="één opdracht tegelijk",
                doe_dit="Wacht tot de andere opdracht klaar is en probeer het opnieuw.",
            )
        ) from None
    except OSError:
        raise GebruikFout(
            Gebrek(
                waar=uitmap.name,
                wat="in deze uitvoermap kan niet worden geschreven",
                verwacht="een map waarin u mag schrijven",
                doe_dit="Kies een andere map met --uit, of vraag schrijfrecht voor deze map.",
            )
        ) from None
    try:
        yield
    finally:
        slot.release()


def publiceer(jaarmap: Path, mappen: Mapping[str, Sequence[Uitvoerbestand]]) -> Geschreven:
    """Vervang in `jaarmap` elke genoemde map in zijn geheel, in de gegeven volgorde.

    Eerst staat alles klaar, dan pas wordt gewisseld: een volle schijf raakt niets aan.
    """
    for naam in mappen:
        _eis_gewone_map(jaarmap / naam)
    try:
        jaarmap.mkdir(parents=True, exist_ok=True)
        for naam in mappen:
            _herstel(jaarmap / naam)
        for naam, bestanden in mappen.items():
            _zet_klaar(_klaarmap(jaarmap / naam), bestanden)
        _onthoud(jaarmap, mappen)
    except OSError:
        raise GebruikFout(
            Gebrek(
                waar=jaarmap.name,
                wat="de uitvoer kon niet worden geschreven; wat er al stond is niet veranderd",
                verwacht="genoeg ruimte en schrijfrecht in de uitvoermap",
                doe_dit="Maak ruimte of vraag schrijfrecht, en probeer het opnieuw.",
            )
        ) from None
    for naam in mappen:
        _wissel(_klaarmap(jaarmap / naam), jaarmap / naam)
    opzij: list[Path] = []
    vervallen: list[str] = []
    for naam, bestanden in mappen.items():
        oud = _oudmap(jaarmap / naam)
        # Lukt opruimen niet (een virusscanner, een open venster), dan doet de volgende run het.
        with suppress(OSError):
            vorige = {pad.relative_to(oud).as_posix() for pad in oud.rglob("*") if pad.is_file()}
            van_een_mens = _ruim_op(jaarmap, oud, naam)
            opzij += van_een_mens.values()
            weg = vorige - {bestand.pad for bestand in bestanden} - van_een_mens.keys()
            vervallen += sorted(f"{naam}/{pad}" for pad in weg)
    return Geschreven(
        bestanden=tuple(jaarmap / naam / bestand.pad for naam, bestanden in mappen.items() for bestand in bestanden),
        opzij=tuple(opzij),
        vervallen=tuple(vervallen),
    )


def _eis_gewone_map(doel: Path) -> None:
    """Een koppeling of bestand op deze plek wijst naar iets van een ander; daar blijven wij af."""
    if doel.is_symlink() or (doel.exists() and not doel.is_dir()):
        raise GebruikFout(
            Gebrek(
                waar=doel.name,
                wat="hier staat een koppeling of een bestand in plaats van een map",
                verwacht="een gewone map, of niets",
                doe_dit="Haal dit weg of kies een andere map met --uit. Kopieer het verslag zelf naar de website.",
            )
        )


def _klaarmap(doel: Path) -> Path:
    return doel.with_name(f".{doel.name}-nieuw")


def _oudmap(doel: Path) -> Path:
    return doel.with_name(f".{doel.name}-oud")


def _herstel(doel: Path) -> None:
    """Maak af of draai terug wat een afgebroken run achterliet."""
    if not doel.exists() and _oudmap(doel).exists():
        _oudmap(doel).rename(doel)
    for map_ in (_oudmap(doel), _klaarmap(doel)):
        # Ook in de klaarmap kan mensenwerk zitten: een run kan net na het ruilen zijn gedood.
        _ruim_op(doel.parent, map_, doel.name)


def _zet_klaar(map_: Path, bestanden: Sequence[Uitvoerbestand]) -> None:
    map_.mkdir()
    for bestand in bestanden:
        pad = map_ / bestand.pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        with pad.open("xb") as stroom:
            stroom.write(bestand.inhoud)
            stroom.flush()
            os.fsync(stroom.fileno())


def _wissel(nieuw: Path, doel: Path) -> None:
    oud = _oudmap(doel)
    try:
        if not doel.exists():
            nieuw.rename(doel)
        elif _ruil(nieuw, doel):
            nieuw.rename(oud)
        else:
            doel.rename(oud)
            try:
                nieuw.rename(doel)
            except BaseException:
                oud.rename(doel)
                raise
    except OSError:
        raise BezetFout(_vastgehouden(doel)) from None


def _ruil(een: Path, ander: Path) -> bool:
    """Wissel twee mappen in één stap als het systeem dat kan; geef onwaar als het dat niet kan."""
    if sys.platform == "win32":
        return False
    bibliotheek = ctypes.CDLL(None)
    namen = os.fsencode(een), os.fsencode(ander)
    if hasattr(bibliotheek, "renameat2"):
        return int(bibliotheek.renameat2(_HIER, namen[0], _HIER, namen[1], _RUIL)) == 0
    if hasattr(bibliotheek, "renamex_np"):
        return int(bibliotheek.renamex_np(namen[0], namen[1], _RUIL)) == 0
    return False


def _vastgehouden(doel: Path) -> Gebrek:
    """Noem het bestand dat een ander programma openhoudt (op Windows meestal Excel)."""
    for pad in sorted(doel.rglob("*")):
        if pad.is_file():
            try:
                pad.open("r+b").close()
            except OSError:
                return Gebrek(
                    waar=f"{doel.name}/{pad.relative_to(doel).as_posix()}",
                    wat=f"een ander programma houdt dit bestand open; de map '{doel.name}' is niet vervangen",
                    verwacht="dat niemand de uitvoermap open heeft",
                    doe_dit=f"Sluit {pad.name} in Excel en probeer het opnieuw.",
                )
    return Gebrek(
        waar=doel.name,
        wat="deze map kon niet worden vervangen",
        verwacht="dat niemand de uitvoermap open heeft",
        doe_dit="Sluit alle vensters met deze map en probeer het opnieuw.",
    )


def _onthoud(jaarmap: Path, mappen: Mapping[str, Sequence[Uitvoerbestand]]) -> None:
    """Bewaar de controlegetallen van wat wij schreven en nu schrijven, om mensenwerk daarvan te onderscheiden."""
    bekend = _geschreven(jaarmap)
    for bestanden in mappen.values():
        bekend |= {hashlib.sha256(bestand.inhoud).hexdigest() for bestand in bestanden}
    klaar = jaarmap / ".geschreven.nieuw"
    klaar.write_text(json.dumps(sorted(bekend)), encoding="utf-8")
    klaar.replace(jaarmap / ".geschreven.json")


def _geschreven(jaarmap: Path) -> set[str]:
    try:
        return set(json.loads((jaarmap / ".geschreven.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return set()


def _ruim_op(jaarmap: Path, oud: Path, naam: str) -> dict[str, Path]:
    """Verwijder een map die voor `naam` heeft gediend, maar leg eerst opzij wat niet van ons is.

    Geeft van wat opzij is gelegd: pad binnen de map -> waar het nu staat.
    """
    opzij: dict[str, Path] = {}
    if not oud.exists():
        return opzij
    bekend = _geschreven(jaarmap)
    for pad in sorted(oud.rglob("*")):
        if pad.is_file() and hashlib.sha256(pad.read_bytes()).hexdigest() not in bekend:
            binnen = pad.relative_to(oud)
            opzij[binnen.as_posix()] = _leg_opzij(pad, jaarmap / "bewaard" / naam / binnen)
    shutil.rmtree(oud)
    return opzij


def _leg_opzij(pad: Path, doel: Path) -> Path:
    doel.parent.mkdir(parents=True, exist_ok=True)
    vrij, nummer = doel, 1
    while vrij.exists():
        nummer += 1
        vrij = doel.with_name(f"{doel.stem}-{nummer}{doel.suffix}")
    pad.rename(vrij)
    return vrij
