"""Kwade bestanden, door het hele programma in een eigen proces: nooit een traceback, een signaal of een hang.

De bestanden maakt `../shared/toetsen/maak_kwaad.py`; zonder die map worden deze toetsen overgeslagen.
"""

import csv
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import psutil
import pytest
import yaml
from filelock import FileLock

from kwaliteit.begrippen.inspectie import Besluit, Leesopdracht
from kwaliteit.bestanden.leesploeg import Leesploeg
from kwaliteit.bestanden.ruw import Cel, Onleesbaar
from kwaliteit.bronnen import inspecteer
from kwaliteit.vragenlijsten import lees_bibliotheek
from tests.bronnen_fabriek import GEDEELD

MAKER = GEDEELD / "toetsen" / "maak_kwaad.py"
PORTIES = 12
ZAAD, ANDER_ZAAD = 20240611, 7
"""Het zaad van het script zelf, en een ander: het product moet de regel volgen, niet de bestandsnaam."""
ELKE_ZOVEELSTE = 27
"""Van de honderden verminkte bestanden krijgt er zoveel een eigen proces; in één proces worden ze allemaal gelezen."""
GRENS_SECONDEN = 20
GRENS_BYTES = 1_000_000_000
AFSLUITCODES = {0, 1, 2, 3, 4}
SPOREN = ("Traceback", "panicked", "PanicException", "Fatal Python", "MemoryError", "core dumped")
UITGANGEN = {"xlsx", "xlsm", "xls", "ods", "csv", "sav"}
"""De yaml-bestanden horen bij een andere kamer en worden daar getoetst."""

pytestmark = [
    pytest.mark.traag,
    pytest.mark.skipif(not MAKER.exists(), reason="../shared/toetsen/maak_kwaad.py is er niet"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kwaad:
    """Eén bestand met wat er hoort te gebeuren."""

    pad: Path
    soort: str
    verwacht: str
    orakel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Afloop:
    """Hoe een opdracht eindigde; `bytes_` is de piek van alle processen samen."""

    code: int
    uit: str
    fout: str
    seconden: float
    bytes_: int


def lees_manifest(basis: Path, zaad: int) -> list[Kwaad]:
    """Maak de bestanden van een zaad (één keer voor alle toetsprocessen) en geef wat erin hoort."""
    map_ = basis / f"kwaad-{zaad}"
    with FileLock(basis / f"kwaad-{zaad}.slot"):
        if not (map_ / "MANIFEST.tsv").exists():
            subprocess.run(
                [sys.executable, str(MAKER), str(map_), "--zonder-groot", "--seed", str(zaad)],
                check=True,
                capture_output=True,
            )
    with (map_ / "MANIFEST.tsv").open(encoding="utf-8", newline="") as bestand:
        regels = list(csv.reader(bestand, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [
        Kwaad(pad=map_ / naam, soort=soort, verwacht=verwacht, orakel=orakel)
        for naam, soort, verwacht, orakel, _ in regels
        if (map_ / naam).suffix.lstrip(".") in UITGANGEN
    ]


def kies_voor_proces(maker: pytest.TempPathFactory) -> list[Kwaad]:
    """De bestanden die een eigen proces krijgen: alle bedachte, en van de honderden verminkte een deel."""
    alle = lees_manifest(gemeenschappelijk(maker), ZAAD)
    verminkt = [kwaad for kwaad in alle if "mutatie" in kwaad.soort]
    return [kwaad for kwaad in alle if "mutatie" not in kwaad.soort] + verminkt[::ELKE_ZOVEELSTE]


def gemeenschappelijk(maker: pytest.TempPathFactory) -> Path:
    """De map die alle toetsprocessen van deze run delen."""
    basis = maker.getbasetemp()
    return basis.parent if os.environ.get("PYTEST_XDIST_WORKER") else basis


def voer_uit(*argumenten: str) -> Afloop:
    """Draai het programma en kijk mee naar het geheugen van alle processen samen."""
    begin = time.monotonic()
    proces = subprocess.Popen(
        [sys.executable, "-m", "kwaliteit", *argumenten],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
    )
    piek = 0

    def kijk() -> None:
        nonlocal piek
        while proces.poll() is None:
            try:
                ouder = psutil.Process(proces.pid)
                boom = [ouder, *ouder.children(recursive=True)]
                piek = max(piek, sum(lid.memory_info().rss for lid in boom))
            except psutil.Error:
                pass
            time.sleep(0.02)

    kijker = threading.Thread(target=kijk)
    kijker.start()
    try:
        uit, fout = proces.communicate(timeout=GRENS_SECONDEN * 2)
    except subprocess.TimeoutExpired:
        proces.kill()
        uit, fout = proces.communicate()
    kijker.join()
    return Afloop(code=proces.returncode, uit=uit, fout=fout, seconden=time.monotonic() - begin, bytes_=piek)


def zoek_gebreken(afloop: Afloop) -> Iterator[str]:
    """Wat nooit mag, wat het bestand ook is."""
    if afloop.code not in AFSLUITCODES:
        yield f"afsluitcode {afloop.code}"
    if any(spoor in afloop.fout + afloop.uit for spoor in SPOREN):
        yield "een traceback of paniek op het scherm"
    if "\x1b" in afloop.fout + afloop.uit:
        yield "een ruw stuurteken op het scherm"
    if afloop.seconden > GRENS_SECONDEN:
        yield f"{afloop.seconden:.0f} seconden"
    if afloop.bytes_ > GRENS_BYTES:
        yield f"{afloop.bytes_ / 1e6:.0f} MB"


def maak_werkmap(map_: Path, bron: Path) -> Path:
    """Een werkmap waarin dit bestand de enige bron is."""
    (map_ / "bronnen" / "2024").mkdir(parents=True)
    (map_ / "vragenlijsten").mkdir()
    doel = map_ / "bronnen" / "2024" / f"clienten{bron.suffix}"
    if bron.is_dir():
        doel.mkdir()
    else:
        os.link(bron, doel, follow_symlinks=False)
    locaties = {"linde": "De Linde", "baken": "Het Baken", "hof": "Zuiderhof", "kade": "Kade 12"}
    inrichting = {
        "organisatie": {"naam": "Kwaad", "verzonnen": True},
        "locaties": {sleutel: {"naam": naam} for sleutel, naam in locaties.items()},
        "jaren": {2024: {"kader": "woonzorg-lggz-2024"}},
    }
    schaal = {"soort": "likert", "labels": {n: f"antwoord {n}" for n in range(1, 6)}, "gunstig": [4, 5]}
    lijst = {
        "vragenlijst": "kwaad",
        "versie": "1",
        "doelgroep": "clienten",
        "licentie": "CC0-1.0",
        "schalen": {"s5": schaal},
        "vragen": [{"id": f"V{n}", "tekst": f"Stelling {n}.", "schaal": "s5", "norm": ["C1"]} for n in (1, 2, 3)],
    }
    (map_ / "kwaliteit.yaml").write_text(yaml.safe_dump(inrichting), encoding="utf-8")
    (map_ / "vragenlijsten" / "kwaad.yaml").write_text(yaml.safe_dump(lijst), encoding="utf-8")
    return map_


def cellen(pad: Path) -> list[list[Cel]]:
    """De gevulde rijen van het eerste zichtbare blad met inhoud, zonder lege cellen aan het eind."""
    with Leesploeg() as ploeg:
        blad = next(blad for blad in ploeg.open(pad).bladen if blad.aantal_rijen)
    rijen = [list(blad.rij(nummer)) for nummer in range(blad.aantal_rijen)]
    return [rij for rij in rijen if any(cel != "" for cel in rij)]


def gelijk_aan_basis(kwaad: Kwaad, basis: list[list[Cel]]) -> bool:
    """Staan er precies dezelfde waarden in? Getallen en hun tekst gelden als gelijk (csv kent alleen tekst)."""
    geen: list[Cel] = []
    return all(
        str(een).removesuffix(".0") == str(ander).removesuffix(".0")
        for rij, basisrij in zip_longest(cellen(kwaad.pad), basis, fillvalue=geen)
        for een, ander in zip_longest(rij, basisrij, fillvalue="")
    )


@pytest.mark.parametrize("portie", range(PORTIES))
def test_elk_kwaad_bestand_eindigt_netjes_bij_inspecteer(portie: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    gebreken = []
    for kwaad in kies_voor_proces(tmp_path_factory)[portie::PORTIES]:
        afloop = voer_uit("inspecteer", str(kwaad.pad), "--json")
        mis = list(zoek_gebreken(afloop))
        if afloop.code == 0:
            mis += zoek_stil_fout(kwaad, json.loads(afloop.uit))
        gebreken += [f"{kwaad.pad.name}: {wat}" for wat in mis]
    assert gebreken == []


@pytest.mark.parametrize("zaad", [ZAAD, ANDER_ZAAD])
@pytest.mark.parametrize("portie", range(PORTIES))
def test_elk_kwaad_bestand_van_twee_zaden_geeft_geen_fout_en_geen_stille_vergissing(
    portie: int, zaad: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Zonder eigen proces per bestand, want zo zijn ze allemaal te betalen; lezen gaat nog steeds in een kind."""
    bibliotheek = lees_bibliotheek(None)
    gebreken = []
    for kwaad in lees_manifest(gemeenschappelijk(tmp_path_factory), zaad)[portie::PORTIES]:
        begin = time.monotonic()
        uitkomst = inspecteer(Leesopdracht(pad=kwaad.pad, naam=kwaad.pad.name), bibliotheek)
        mis = []
        if time.monotonic() - begin > GRENS_SECONDEN:
            mis.append("te lang")
        if uitkomst.besluit is Besluit.LEES:
            mis += zoek_stil_fout(kwaad, {"rijen": uitkomst.rijen, "kolommen": len(uitkomst.kolommen)})
        gebreken += [f"{kwaad.pad.name}: {wat}" for wat in mis]
    assert gebreken == []


def zoek_stil_fout(kwaad: Kwaad, uitslag: dict[str, object]) -> Iterator[str]:
    """Is wel gelezen, maar niet goed?"""
    for deel in kwaad.orakel.split(";"):
        sleutel, _, waarde = deel.partition("=")
        if sleutel in ("rijen", "kolommen") and uitslag[sleutel] != int(waarde):
            yield f"{sleutel} {uitslag[sleutel]}, moet {waarde} zijn"
    if kwaad.orakel == "gelijk=basis":
        basis = cellen(kwaad.pad.parents[1 if kwaad.pad.parent.name == "mut" else 0] / f"basis{_kaal(kwaad.pad)}")
        try:
            if not gelijk_aan_basis(kwaad, basis):
                yield "andere waarden dan het goede bestand"
        except Onleesbaar:
            yield "inspecteer leest wat de leesploeg weigert"


def _kaal(pad: Path) -> str:
    """De uitgang die bij de inhoud past."""
    return ".xlsx" if pad.suffix == ".xlsm" or pad.name.startswith("is_xlsx") else pad.suffix


@pytest.mark.parametrize("portie", range(PORTIES))
def test_elk_kwaad_bestand_eindigt_netjes_in_een_verslag(
    portie: int, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    gebreken = []
    for nummer, kwaad in enumerate(kies_voor_proces(tmp_path_factory)[portie::PORTIES]):
        werkmap = maak_werkmap(tmp_path / str(nummer), kwaad.pad)
        afloop = voer_uit("verslag", "2024", "--map", str(werkmap), "--streng", "--json")
        mis = list(zoek_gebreken(afloop))
        is_er = (werkmap / "uitvoer" / "2024" / "openbaar").exists()
        if is_er != (afloop.code == 0):
            mis.append(f"code {afloop.code} en {'wel' if is_er else 'niet'} gepubliceerd")
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        mag = HERKEND_EN_WEGGELATEN | ({"onleesbaar.xlsx"} if is_root else set())  # root mag alles lezen
        if kwaad.verwacht == "WEIGER" and afloop.code == 0 and kwaad.pad.name not in mag:
            mis.append("had geweigerd moeten worden")
        gebreken += [f"{kwaad.pad.name}: {wat}" for wat in mis]
    assert gebreken == []


HERKEND_EN_WEGGELATEN = {"totaalrij_onder.xlsx"}
"""Hier staat een rij met totalen onder de antwoorden: die wordt herkend, gemeld en niet meegeteld."""
