"""De soort van een bestand volgt uit zijn inhoud, en wat geen rekenblad is krijgt zijn eigen naam."""

import io
from pathlib import Path

import openpyxl
import pytest

from kwaliteit.bestanden.herken import lees_inhoud
from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Onleesbaar, Soort
from tests.bestanden_fabriek import (
    AFGEKAPT,
    ALS_XLSX,
    LEEG,
    REKENBLAD,
    bewaar,
    maak_ods,
    maak_xlsx,
    ods_rij,
    pak_in,
    pak_uit,
    weiger,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WACHTWOORD = (
    "Het bestand is met een wachtwoord beveiligd.",
    "een bestand zonder wachtwoord",
    "Open het bestand, haal het wachtwoord eraf en sla het opnieuw op.",
)


ANDER = "een ander Office-bestand, zoals een tekst of presentatie"
XLSB = b"<Types>application/vnd.ms-excel.sheet.binary.macroEnabled</Types>"


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        (b"%PDF-1.7", "een pdf"),
        (b"\x1f\x8b\x08\0", "een ingepakt bestand (gz)"),
        (b"BZh91AY", "een ingepakt bestand (bz2)"),
        (b"\xfd7zXZ\0", "een ingepakt bestand (xz)"),
        (b"7z\xbc\xaf'\x1c", "een ingepakt bestand (7z)"),
        (b"Rar!\x1a\x07", "een ingepakt bestand (rar)"),
        (b"\x89PNG\r\n", "een afbeelding"),
        (b"{\\rtf1 tekst", "een tekstdocument (rtf)"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><table>", "een webpagina (html of xml)"),
        (b"<?xml version='1.0'?><Workbook/>", "een webpagina (html of xml)"),
        (OLE + b"\0" * 2000 + "WordDocument".encode("utf-16-le"), ANDER),
        (b"\0" * 4096, "een binair bestand, of een tekst met onleesbare tekens"),
        (pak_in({"foto.txt": b"x"}), "een zip met andere bestanden"),
        (pak_in({"[Content_Types].xml": XLSB}), "een binaire werkmap (xlsb)"),
        (pak_in({"[Content_Types].xml": b"<Types>wordprocessingml</Types>"}), ANDER),
    ],
)
def test_wat_geen_rekenblad_is_krijgt_zijn_naam(inhoud: bytes, wat: str) -> None:
    assert weiger(inhoud) == (f"Dit is geen rekenblad maar {wat}.", REKENBLAD, ALS_XLSX)


@pytest.mark.parametrize("inhoud", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", maak_xlsx([])])
def test_een_leeg_bestand_heet_leeg(inhoud: bytes) -> None:
    assert weiger(inhoud) == LEEG


@pytest.mark.parametrize(
    "inhoud", [maak_xlsx()[:900], maak_xlsx()[:-30], OLE + b"\0" * 600, OLE + bytes(range(256)) * 20, b"$FL2@(#)"]
)
def test_een_half_bestand_heet_afgekapt(inhoud: bytes) -> None:
    assert weiger(inhoud) == AFGEKAPT


def test_een_wachtwoord_wordt_genoemd() -> None:
    assert weiger(OLE + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le")) == WACHTWOORD
    delen = pak_uit(maak_ods(ods_rij("a")))
    delen["META-INF/manifest.xml"] = delen["META-INF/manifest.xml"].replace(b"/></m:m", b"/><m:encryption-data/></m:m")
    assert weiger(pak_in(delen)) == WACHTWOORD


def test_de_soort_volgt_uit_de_inhoud() -> None:
    assert open_ruw(maak_xlsx()).soort is Soort.XLSX
    assert open_ruw(maak_ods(ods_rij("a", "b"))).soort is Soort.ODS
    assert open_ruw(b"a;b\n1;2\n").soort is Soort.TEKST


def test_een_werkmap_met_macro_leest_als_xlsx() -> None:
    boek = openpyxl.load_workbook(io.BytesIO(maak_xlsx()))
    delen = {**pak_uit(bewaar(boek)), "xl/vbaProject.bin": OLE + b"x" * 4096}
    assert open_ruw(pak_in(delen)).bladen[0].rij(1) == (1.0, 4.0, 5.0)


def test_een_ontbrekend_bestand_en_een_map_worden_niet_gelezen(tmp_path: Path) -> None:
    with pytest.raises(Onleesbaar, match=r"^Het bestand is er niet\.$"):
        lees_inhoud(tmp_path / "weg.csv")
    with pytest.raises(Onleesbaar, match=r"^Dit is geen rekenblad maar een map, pijp of apparaat\.$"):
        lees_inhoud(tmp_path)
    (tmp_path / "goed.csv").write_bytes(b"a;b")
    assert lees_inhoud(tmp_path / "goed.csv") == b"a;b"
