"""Echte bestanden uit `shared`: de vorm van elke tabel is wat mensen ervan opschreven, of er is een nette weigering."""

import csv
import re

import pytest

from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand, Soort
from tests.bestanden_fabriek import ECHT, zonder_echt

TEKENS = {",": ",", "puntkomma": ";", "TAB": "\t"}
BOVEN_DE_KOP = {"nare-csv/csvkit_test_skip_lines.csv": 3, "nare-csv/frictionless_skip-rows-before-headers.csv": 1}


def _lees_verwachting() -> list[tuple[str, str]]:
    if not ECHT.is_dir():
        return []
    with (ECHT / "SOURCES.tsv").open(encoding="utf-8", newline="") as bestand:
        rijen = csv.DictReader(bestand, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(rij["file"], rij["expected"]) for rij in rijen]


def _noem_vorm(ruw: Ruwbestand) -> str:
    return ", ".join(
        f"{blad.naam} {blad.aantal_rijen}x{len(blad.kolommen)}".strip() if blad.aantal_rijen else f"{blad.naam} 0x0"
        for blad in ruw.bladen
    )


@zonder_echt
@pytest.mark.parametrize(("naam", "verwacht"), _lees_verwachting())
def test_de_vorm_van_een_echt_bestand_klopt(naam: str, verwacht: str) -> None:
    try:
        ruw = open_ruw((ECHT / naam).read_bytes())
    except Onleesbaar:
        if verwacht.startswith("LEES;"):
            raise
        return
    bladen = re.search(r"zichtbare bladen=(.*?)(?: en \d+ meer)? \(bereik", verwacht)
    if bladen is not None:
        assert _noem_vorm(ruw).startswith(bladen[1])
        return
    tabel = re.search(r"rijen=(\d+); kolommen=(\d+)(?:; kopregels=(\d))?", verwacht)
    if tabel is not None:
        kopregels = 2 if ruw.soort is Soort.SAV else int(tabel[3])
        rijen = int(tabel[1]) + kopregels + BOVEN_DE_KOP.get(naam, 0)
        assert _noem_vorm(ruw) == f"{rijen}x{tabel[2]}"
    codering = re.search(r"codering=([\w-]+)(\??)", verwacht)
    if codering is not None:
        assert (ruw.codering, ruw.is_gegokt) == (codering[1], bool(codering[2]))
    teken = re.search(r"scheiding=(\w+|,)", verwacht)
    if teken is not None:
        assert ruw.scheidingsteken == TEKENS[teken[1]]


@zonder_echt
def test_er_zijn_genoeg_echte_bestanden_om_iets_te_zeggen() -> None:
    assert sum(verwacht.startswith("LEES;") for _, verwacht in _lees_verwachting()) > 40
