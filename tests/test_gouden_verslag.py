"""De hele keten over de voorbeelddata: dezelfde bytes als de gouden bestanden, hoe de computer ook staat."""

import csv
import shutil
from pathlib import Path

import frictionless
import pytest

from tests.gouden_verslag import GOUD, gouden_bestanden, maak_verslag


@pytest.fixture(scope="module")
def jaarmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_verslag(tmp_path_factory.mktemp("goud"))


def test_het_voorbeeldverslag_is_gelijk_aan_de_gouden_bestanden(jaarmap: Path) -> None:
    gemaakt = {pad.relative_to(jaarmap).as_posix(): pad.read_bytes() for pad in gouden_bestanden(jaarmap)}
    verwacht = {pad.relative_to(GOUD).as_posix(): pad.read_bytes() for pad in sorted(GOUD.rglob("*")) if pad.is_file()}
    assert sorted(gemaakt) == sorted(verwacht), "andere bestanden: draai `python tests/ververs.py` en lees de diff"
    anders = [naam for naam in gemaakt if gemaakt[naam] != verwacht[naam]]
    assert not anders, "anders van inhoud: draai `python tests/ververs.py` en lees de diff"


def test_klok_taal_tijdzone_en_hashzaad_veranderen_geen_byte(jaarmap: Path, tmp_path: Path) -> None:
    omgeving = {"TZ": "Pacific/Auckland", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "12345", "COLUMNS": "40"}
    ander = maak_verslag(tmp_path, omgeving)
    eerste = {pad.relative_to(jaarmap): pad.read_bytes() for pad in jaarmap.rglob("*") if pad.is_file()}
    tweede = {pad.relative_to(ander): pad.read_bytes() for pad in ander.rglob("*") if pad.is_file()}
    assert eerste == tweede


def test_intern_en_openbaar_delen_geen_map_en_intern_waarschuwt(jaarmap: Path) -> None:
    assert (jaarmap / "intern" / "NIET-PUBLICEREN.txt").read_text(encoding="utf-8").startswith("NIET PUBLICEREN")
    uitgaven = ("verslag", "kort", "verantwoording", "indicatoren")
    assert {pad.name for pad in (jaarmap / "openbaar").iterdir()} == {
        *(f"{naam}.{soort}" for naam in uitgaven for soort in ("html", "md")),
        "fragment.html",
        "fragment-kaal.html",
        "figuren",
        "gegevens",
    }


@pytest.mark.parametrize("map_", ["openbaar/gegevens", "intern"])
def test_een_onafhankelijke_lezer_keurt_het_datapakket_goed(jaarmap: Path, map_: str) -> None:
    pakket = frictionless.Package(str(jaarmap / map_ / "datapackage.json"))
    verslag = pakket.validate()
    assert verslag.valid, verslag.flatten(["name", "rowNumber", "fieldName", "type", "note"])[:5]
    assert {bron.name for bron in pakket.resources} == {pad.stem for pad in (jaarmap / map_).glob("*.csv")}


def test_de_onafhankelijke_lezer_ziet_een_verkeerde_tabel(jaarmap: Path, tmp_path: Path) -> None:
    shutil.copytree(jaarmap / "openbaar" / "gegevens", tmp_path / "gegevens")
    csv = tmp_path / "gegevens" / "respons.csv"
    csv.write_text(csv.read_text(encoding="utf-8").replace("2024,", "vorig jaar,", 1), encoding="utf-8")
    assert not frictionless.Package(str(tmp_path / "gegevens" / "datapackage.json")).validate().valid


def lees_openbaar(jaarmap: Path) -> list[dict[str, str]]:
    with (jaarmap / "openbaar" / "gegevens" / "indicatoren.csv").open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))


def test_openbare_marges_zijn_hele_procenten_en_weet_niet_telt_niemand(jaarmap: Path) -> None:
    rijen = lees_openbaar(jaarmap)
    marges = [
        float(rij[grens])
        for rij in rijen
        for grens in ("ondergrens", "bovengrens")
        if rij["maat"] == "gunstig" and rij[grens]
    ]
    assert marges
    assert all(abs(100 * grens - round(100 * grens)) < 1e-9 for grens in marges)
    assert not any("weet" in kolom for kolom in rijen[0])
    intern = (jaarmap / "intern" / "indicatoren.csv").read_text(encoding="utf-8")
    assert "aantal_weet_niet" in intern.splitlines()[0], "positieve controle"
