"""Kapotte bestanden, genoemd naar hun gebrek: de hele melding telt, en nooit staat er een antwoord in."""

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import openpyxl
import pytest

from kwaliteit.begrippen.fout import BronFout, Gebrek
from kwaliteit.bronnen import lees_bronnen
from tests.bronnen_fabriek import GEDEELD, bewaar, lees, lees_een, maak_bibliotheek, maak_csv, maak_werkmap, maak_xlsx

ECHT = GEDEELD / "echte-bestanden" / "nare-werkbladen"
KANARIE = "kanarie-3f9c"
GOED = [("nr", "CL01", "CL02"), (1, 4, 5), (2, 3, 2)]
REKENBLAD = "een rekenblad (xlsx, ods of xls) of een tekstbestand met kolommen (csv of tsv)"
OPNIEUW = "Exporteer of kopieer het bestand opnieuw. Opent het nog in Excel? Sla het dan op als nieuwe xlsx."
LEEG = ("Het bestand is leeg.", REKENBLAD, "Exporteer de antwoorden opnieuw en vervang dit bestand.")
AFGEKAPT = ("Het bestand is afgekapt of beschadigd.", REKENBLAD, OPNIEUW)
KIJK = (
    "Kijk of in een antwoord een scheidingsteken of nieuwe regel zonder aanhalingstekens staat, of exporteer als xlsx."
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VOORBEELD = "'CL01' of 'Mijn begeleider kijkt naar wat ík nodig heb.'"
ALS_XLSX = "Exporteer de antwoorden als xlsx of csv."
VERTROUWT = "Vertrouwt u het bestand? Open het dan in Excel en sla het op als nieuwe xlsx."
ZOALS_EXCEL = "een rekenblad zoals Excel of LibreOffice het maakt"


def weiger(map_: Path, inhoud: bytes, naam: str = "clienten.xlsx") -> Gebrek:
    """Lees één kapot bestand en geef het enige gebrek."""
    with pytest.raises(BronFout) as fout:
        lees_een(map_, inhoud, f"2024/{naam}")
    assert len(fout.value.gebreken) == 1
    return fout.value.gebreken[0]


def verander_zip(inhoud: bytes, verander: Callable[[dict[str, bytes]], None]) -> bytes:
    """Pak een xlsx uit, verander de delen, en pak hem weer in."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud:
        delen = {naam: oud.read(naam) for naam in oud.namelist()}
    verander(delen)
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam, deel in delen.items():
            nieuw.writestr(naam, deel)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("leeg.xlsx", b"", LEEG),
        ("witregels.csv", b" \r\n\r\n", LEEG),
        ("afgekapt.xlsx", maak_xlsx(GOED)[:900], AFGEKAPT),
        ("afgekapt.xls", OLE + b"\0" * 600, AFGEKAPT),
        ("gehusseld.xls", OLE + bytes(range(256)) * 20, AFGEKAPT),
        (
            "webpagina.xls",
            b"<html><table><tr><td>x</td></tr></table></html>",
            ("Dit is geen rekenblad maar een webpagina (html of xml).", REKENBLAD, ALS_XLSX),
        ),
        ("verslag.xlsx", b"%PDF-1.7 ...", ("Dit is geen rekenblad maar een pdf.", REKENBLAD, ALS_XLSX)),
        (
            "ingepakt.csv",
            b"\x1f\x8b\x08\0\0",
            ("Dit is geen rekenblad maar een ingepakt bestand (gz).", REKENBLAD, ALS_XLSX),
        ),
        (
            "nultekens.csv",
            b"nr;CL01;CL02\r\n1;\0;4\r\n",
            ("Dit is geen rekenblad maar een binair bestand, of een tekst met onleesbare tekens.", REKENBLAD, ALS_XLSX),
        ),
        ("spss.sav", b"$FL2@(#) SPSS", AFGEKAPT),
        (
            "tekst.xlsx",
            maak_csv(GOED).encode(),
            (
                "Dit bestand heet een rekenblad, maar er staat gewone tekst in.",
                "een rekenblad, of een tekstbestand dat op .csv of .tsv eindigt",
                "Is het een csv? Geef het dan die uitgang. Zo niet, exporteer de antwoorden opnieuw.",
            ),
        ),
        (
            "vreemde-koppen.csv",
            b"a;b;c\r\n1;2;3\r\n",
            (
                "Geen kop herkend: in de eerste 20 rijen staan geen vragen uit 'kwaliteit-clienten'.",
                f"een kopregel met minstens twee bekende koppen, zoals {VOORBEELD}",
                "Zet de nummers of de teksten van de vragen in de kopregel, of maak een koppeling.",
            ),
        ),
        (
            "alleen-een-kop.csv",
            b"nr;CL01;CL02\r\n",
            (
                "Onder de kopregel staan geen antwoorden.",
                "onder de kopregel één rij per persoon",
                "Exporteer de antwoorden opnieuw, of haal dit bestand weg.",
            ),
        ),
        (
            "veld-te-veel.csv",
            b"nr;CL01;CL02\r\n1;4;5\r\n2;3;4;5\r\n",
            (
                "Rij 3 heeft 4 velden, de kopregel (rij 1) heeft er 3.",
                "in elke rij evenveel velden als in de kop",
                KIJK,
            ),
        ),
        (
            "regeleinde-in-antwoord.csv",
            b"nr;CL01;CL02;CL03\r\n1;4;5;6\r\n2;4;tekst\r\nvervolg;6\r\n",
            (
                "Rij 3 heeft 3 velden, de kopregel (rij 1) heeft er 4.",
                "in elke rij evenveel velden als in de kop",
                KIJK,
            ),
        ),
        (
            "open-aanhalingsteken.csv",
            b'nr;CL01;CL02\r\n1;"4;5\r\n2;3;4\r\n',
            (
                "In dit tekstbestand kloppen de aanhalingstekens niet.",
                "bij elk aanhalingsteken dat opent ook een dat sluit",
                "Exporteer de antwoorden opnieuw, liefst als xlsx.",
            ),
        ),
        (
            "onbekende-tekens.csv",
            b"nr;CL01;CL02\r\n\x81\x8d;4;5\r\n",
            (
                "De tekencodering van dit tekstbestand is niet te herkennen.",
                "een csv in UTF-8",
                "Open het bestand in Excel of LibreOffice en sla het op als xlsx of als csv UTF-8.",
            ),
        ),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_een_kapot_bestand_krijgt_een_eigen_melding(
    tmp_path: Path, naam: str, inhoud: bytes, melding: tuple[str, str, str]
) -> None:
    gebrek = weiger(tmp_path, inhoud, f"clienten-{naam}")
    assert gebrek == Gebrek(
        waar=f"bronnen/2024/clienten-{naam}", wat=melding[0], verwacht=melding[1], doe_dit=melding[2]
    )


def test_een_lege_werkmap_van_excel_is_leeg(tmp_path: Path) -> None:
    assert weiger(tmp_path, maak_xlsx([])).wat == "Het bestand is leeg."


@pytest.mark.parametrize("naam", ["calamine_pass_protected.xlsx", "poi_protected_passtika.xlsx", "poi_password.xls"])
def test_een_bestand_met_wachtwoord_zegt_dat(tmp_path: Path, naam: str) -> None:
    if not ECHT.is_dir():
        pytest.skip("de map shared/echte-bestanden staat niet naast het project")
    gebrek = weiger(tmp_path, (ECHT / naam).read_bytes(), f"clienten-{naam}")
    assert (gebrek.wat, gebrek.verwacht, gebrek.doe_dit) == (
        "Het bestand is met een wachtwoord beveiligd.",
        "een bestand zonder wachtwoord",
        "Open het bestand, haal het wachtwoord eraf en sla het opnieuw op.",
    )


def _zet_dtd(delen: dict[str, bytes]) -> None:
    delen["xl/workbook.xml"] = b'<!DOCTYPE a SYSTEM "b">' + delen["xl/workbook.xml"]


def _zet_utf16(delen: dict[str, bytes]) -> None:
    delen["xl/workbook.xml"] = delen["xl/workbook.xml"].decode().encode("utf-16")


def _zet_bom(delen: dict[str, bytes]) -> None:
    delen["xl/media/plaatje.png"] = b"\0" * 5_000_000


def _zet_veel_delen(delen: dict[str, bytes]) -> None:
    delen.update({f"xl/extra/{nummer}.bin": b"x" for nummer in range(2000)})


@pytest.mark.parametrize(
    ("verander", "wat"),
    [
        (_zet_dtd, "In het bestand staat een documentdefinitie (DTD)."),
        (_zet_utf16, "Een deel van het bestand heeft een ongewone tekencodering."),
        (_zet_bom, "Een deel van het bestand is onwaarschijnlijk sterk ingepakt."),
        (_zet_veel_delen, "Het bestand bestaat uit meer dan 2000 delen."),
    ],
)
def test_een_gevaarlijke_zip_stopt_alles_ook_naast_een_goede_bron(
    tmp_path: Path, verander: Callable[[dict[str, bytes]], None], wat: str
) -> None:
    goed = maak_xlsx(GOED)
    assert lees(tmp_path / "goed", {"2024/clienten.xlsx": verander_zip(goed, lambda delen: None)}).bladen
    with pytest.raises(BronFout) as fout:
        lees(tmp_path, {"2024/clienten-goed.xlsx": goed, "2024/clienten-kwaad.xlsx": verander_zip(goed, verander)})
    assert fout.value.gebreken == (
        Gebrek(waar="bronnen/2024/clienten-kwaad.xlsx", wat=wat, verwacht=ZOALS_EXCEL, doe_dit=VERTROUWT),
    )


def test_twee_delen_met_dezelfde_naam_worden_geweigerd(tmp_path: Path) -> None:
    uit = io.BytesIO(maak_xlsx(GOED))
    with zipfile.ZipFile(uit, "a") as zip_, pytest.warns(UserWarning, match="Duplicate name"):
        zip_.writestr("xl/workbook.xml", b"<x/>")
    assert weiger(tmp_path, uit.getvalue()).wat == "In het bestand heten twee delen hetzelfde."


def test_een_verkeerd_controlegetal_in_de_zip_wordt_gezien(tmp_path: Path) -> None:
    inhoud = bytearray(maak_xlsx(GOED))
    inhoud[inhoud.index(b"PK\x01\x02") + 16] ^= 0xFF
    assert weiger(tmp_path, bytes(inhoud)).wat == "Het bestand is afgekapt of beschadigd."


def test_een_word_document_en_een_gewone_zip_zijn_geen_rekenblad(tmp_path: Path) -> None:
    def maak_word(delen: dict[str, bytes]) -> None:
        delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(b"spreadsheetml", b"wordprocessingml")

    assert weiger(tmp_path, verander_zip(maak_xlsx(GOED), maak_word)).wat == (
        "Dit is geen rekenblad maar een ander Office-bestand, zoals een tekst of presentatie."
    )
    zip_ = verander_zip(maak_xlsx(GOED), lambda delen: delen.__delitem__("[Content_Types].xml"))
    assert weiger(tmp_path, zip_).wat == "Dit is geen rekenblad maar een zip met andere bestanden."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem kent geen pijpen")
def test_een_pijp_of_map_wordt_nooit_gelezen(tmp_path: Path) -> None:
    werkmap = maak_werkmap(
        tmp_path, {"2024/clienten.csv": b"x", "2024/naasten.csv": b"x", "2024/professionals.csv": b"x"}
    )
    pijp, map_, weg = (bron.pad for bron in werkmap.jaargang.bronnen)
    for pad in (pijp, map_, weg):
        pad.unlink()
    os.mkfifo(pijp)
    map_.mkdir()
    with pytest.raises(BronFout) as fout:
        lees_bronnen(werkmap, maak_bibliotheek())
    assert [gebrek.wat for gebrek in fout.value.gebreken] == [
        "Dit is geen rekenblad maar een map, pijp of apparaat.",
        "Dit is geen rekenblad maar een map, pijp of apparaat.",
        "Het bestand is er niet.",
    ]


def test_geen_enkele_melding_bevat_een_antwoord(tmp_path: Path) -> None:
    """Elke cel onder de kop is een kanarie; ook op plaatsen waar een getal, locatie of ja/nee hoort."""
    kop = ("nr", "Locatie", "Ervaringsdeskundige", "PR01", "PR02", "ED01", "Naam", "Opmerking", "")
    rijen = [kop, *([f"{KANARIE}-{rij}-{kolom}" for kolom in range(9)] for rij in range(3))]
    boek = openpyxl.load_workbook(io.BytesIO(maak_xlsx(rijen)))
    boek["Blad1"].row_dimensions[3].hidden = True
    kengetallen = [("kengetal", "locatie", "teller", "noemer"), ("K01", KANARIE, KANARIE, KANARIE), (KANARIE, "", 1, 2)]
    bestanden = {
        "2024/professionals.xlsx": bewaar(boek),
        "2024/clienten.csv": f"nr;CL01;CL02\r\n1;{KANARIE};{KANARIE};{KANARIE}\r\n".encode(),
        "2024/clienten-zonder-kop.csv": f"{KANARIE};4\r\n{KANARIE};5\r\n".encode(),
        "2024/naasten.csv": f'NA01;NA02\r\n"{KANARIE};4\r\n'.encode(),
        "2024/kengetallen.xlsx": maak_xlsx(kengetallen),
    }
    gelezen = lees(tmp_path, bestanden)
    teksten = [str(astuple(bevinding)) for bevinding in gelezen.bevindingen]
    teksten += [str(astuple(een)[0]) + een.cel for blad in gelezen.bladen for een in blad.afwijkingen]
    assert len(teksten) > 15
    assert not [tekst for tekst in teksten if KANARIE in tekst]
    # De kanaries zijn echt gelezen: waar een antwoord wél hoort te staan, zijn ze te vinden.
    assert any(KANARIE in naam for blad in gelezen.bladen for naam in (*blad.onbekende_locaties, *blad.respondent))
    with pytest.raises(BronFout) as fout:
        lees(tmp_path / "fout", {naam: bestanden[naam] for naam in ("2024/clienten.csv", "2024/naasten.csv")})
    assert KANARIE not in str(fout.value) + repr(fout.value.gebreken)
