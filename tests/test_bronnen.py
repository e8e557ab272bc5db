"""De kamer `bronnen`: dezelfde antwoorden geven in elke bestandsvorm hetzelfde blad, en elk gebrek een bevinding."""

import hashlib
import io
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from kwaliteit.begrippen.bevinding import Bevindingsoort, Ernst
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import BronFout
from kwaliteit.begrippen.werkmap import locatiesleutel
from kwaliteit.bronnen import lees_bronnen
from tests.bronnen_fabriek import (
    VRAGEN,
    bewaar,
    lees,
    lees_een,
    maak_bibliotheek,
    maak_csv,
    maak_werkmap,
    maak_xlsx,
    meldingen,
    toon,
)

KOP = ("Respondent", "Locatie", "CL01", "CL02", "CL03", "CL04")
RIJEN: list[tuple[object, ...]] = [
    (1, "Noord", "eens", "Helemaal eens ", 7.5, "ja"),
    (2, "oost", 4, "weet ik niet", 8, "nee"),
    (3, "", "niet van toepassing", "", 10.0, ""),
]
VERWACHT = [
    (2, 0, "1", 4, 5, 7.5, 1),
    (3, 1, "2", 4, "WEET_NIET", 8.0, 0),
    (4, -1, "3", "NVT", "LEEG", 10.0, "LEEG"),
]
ANTWOORD = st.sampled_from(["eens", "Helemaal oneens", "weet ik niet", "niet van toepassing", "", 1, 3, 5])
RIJ = st.tuples(
    st.sampled_from(["Noord", "oost", ""]),
    ANTWOORD,
    ANTWOORD,
    st.sampled_from(["", 1.0, 7.5, 10.0, 6, "weet ik niet"]),
    st.sampled_from(["ja", "Nee", ""]),
)


def maak_ods(rijen: list[tuple[object, ...]]) -> bytes:
    """Een ods waarin getallen getallen zijn."""
    boek = OpenDocumentSpreadsheet()
    tabel = Table(name="Blad1")
    for rij in rijen:
        regel = TableRow()
        for waarde in rij:
            if isinstance(waarde, int | float):
                cel = TableCell(valuetype="float", value=str(waarde))
            else:
                cel = TableCell(valuetype="string") if waarde else TableCell()
            if waarde != "":
                cel.addElement(P(text=str(waarde)))
            regel.addElement(cel)
        tabel.addElement(regel)
    boek.spreadsheet.addElement(tabel)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def schrijf_elke_vorm(rijen: list[tuple[object, ...]]) -> dict[str, bytes]:
    """Dezelfde tabel in alle vormen die een mens kan bewaren."""
    return {
        "2024/clienten.xlsx": maak_xlsx(rijen),
        "2024/clienten.ods": maak_ods(rijen),
        "2024/clienten-nl.csv": maak_csv(rijen).encode("cp1252"),
        "2024/clienten-en.csv": maak_csv(rijen, scheiding=",", komma=".").encode("utf-8-sig"),
        "2024/clienten.tsv": maak_csv(rijen, scheiding="\t").encode(),
        "2024/clienten-16.csv": maak_csv(rijen).encode("utf-16"),
        "2024/clienten-16-kaal.csv": maak_csv(rijen).encode("utf-16-le"),
        "2024/clienten-sep.csv": ("sep=^\r\n" + maak_csv(rijen, scheiding="^")).encode(),
    }


def test_bekende_antwoorden_komen_uit_elke_bestandsvorm_hetzelfde(tmp_path: Path) -> None:
    vormen = schrijf_elke_vorm([KOP, *RIJEN])
    gelezen = lees(tmp_path, vormen)
    assert len(gelezen.bladen) == len(vormen)
    for blad in gelezen.bladen:
        assert toon(blad) == VERWACHT, blad.bron.bestand
    assert meldingen(gelezen.bevindingen) == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RIJ, min_size=1, max_size=8))
def test_willekeurige_antwoorden_komen_uit_elke_bestandsvorm_hetzelfde(rijen: list[tuple[object, ...]]) -> None:
    genummerd: list[tuple[object, ...]] = [(f"R{nummer}", *rij) for nummer, rij in enumerate(rijen)]
    with tempfile.TemporaryDirectory() as map_:
        bladen = lees(Path(map_), schrijf_elke_vorm([KOP, *genummerd])).bladen
    eerste = toon(bladen[0])
    assert len(eerste) == len(rijen)
    for blad in bladen[1:]:
        assert toon(blad) == eerste, blad.bron.bestand


@pytest.mark.traag
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) staat niet op deze machine")
def test_libreoffice_kan_heen_en_weer_bewaren_zonder_dat_een_antwoord_verandert(tmp_path: Path) -> None:
    bron = tmp_path / "clienten.csv"
    bron.write_text(maak_csv([KOP, *RIJEN], scheiding=",", komma="."), encoding="utf-8")
    for vorm, uit in (("xlsx", "clienten.xlsx"), ("ods", "clienten.ods"), ("csv", "uit/clienten.csv")):
        opdracht = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless", "--convert-to", vorm]
        invoer = tmp_path / "clienten.xlsx" if vorm == "csv" else bron
        uitmap = (tmp_path / uit).parent
        subprocess.run([*opdracht, "--outdir", uitmap, invoer], check=True, capture_output=True, timeout=120)
    namen = ("clienten.xlsx", "clienten.ods", "uit/clienten.csv")
    for naam in namen:
        pad = tmp_path / naam
        gelezen = lees_een(tmp_path / pad.suffix[1:], pad.read_bytes(), f"2024/{pad.name}")
        assert toon(gelezen.bladen[0]) == VERWACHT, naam


def test_een_rij_zonder_inhoud_telt_niet_en_rijnummers_blijven_die_van_het_bestand(tmp_path: Path) -> None:
    rijen = [("Uitslag van de meting",), (), KOP, RIJEN[0], ("",) * 6, RIJEN[1], (9, "", "", "", "", "")]
    for naam, inhoud in (("clienten.xlsx", maak_xlsx(rijen)), ("clienten.csv", maak_csv(rijen).encode())):
        blad = lees_een(tmp_path / naam, inhoud, f"2024/{naam}").bladen[0]
        assert blad.bron.kopregel == 3
        assert blad.rijen.tolist() == [4, 6, 7]
        assert blad.beantwoord().tolist() == [4, 3, 0]  # wie alleen een nummer heeft, is uitgenodigd maar deed niet mee
        assert blad.cel("CL01", 1) == "C6"


def test_lege_rijen_en_kolommen_vooraan_verschuiven_geen_celnamen(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for kolom, (kop, antwoord) in enumerate(zip(KOP, RIJEN[0], strict=True), start=3):
        boek.worksheets[0].cell(4, kolom, str(kop))
        boek.worksheets[0].cell(6, kolom, str(antwoord))
    blad = lees_een(tmp_path, bewaar(boek), "2024/clienten.xlsx").bladen[0]
    assert (blad.bron.kopregel, blad.cel("CL01", 0)) == (4, "E6")


def test_een_totaalrij_wordt_overgeslagen_en_gemeld(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, maak_csv([KOP, *RIJEN, ("Totaal", "", 3.8, 5, 8, "ja")]))
    assert gelezen.bladen[0].afwijkingen == ()
    assert toon(gelezen.bladen[0]) == VERWACHT
    assert meldingen(gelezen.bevindingen) == ["totaalrij: Rij 5 is een totaal en daarom niet meegeteld."]


def test_een_rij_met_alleen_nullen_is_geen_lege_rij(tmp_path: Path) -> None:
    blad = lees_een(tmp_path, maak_xlsx([("CL04", "CL01"), (0, ""), ("", "")]), "2024/clienten.xlsx").bladen[0]
    assert toon(blad) == [(2, -1, None, 0, "LEEG")]


def test_een_onbekende_locatie_wordt_onthouden_en_telt_als_geen_locatie(tmp_path: Path) -> None:
    blad = lees_een(tmp_path, maak_csv([KOP, (1, "Zuid", 1, 1, 1, ""), (2, " LOC-N ", 1, 1, 1, "")])).bladen[0]
    assert blad.locatie.tolist() == [-1, 0]
    assert blad.onbekende_locaties == ("Zuid",)
    assert len(blad.cellen_onbekende_locatie) == 1
    assert blad.locaties == ("noord", "oost")


def test_een_foutcel_wordt_een_afwijking_en_niet_leeg(tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(io.BytesIO(maak_xlsx([KOP, *RIJEN])))
    vel = boek["Blad1"]
    vel["C2"] = "#N/A"
    vel["C2"].data_type = "e"
    vel["E3"] = "=1/0"  # een formule die nog nooit is uitgerekend
    vel["B4"] = "#REF!"
    vel["B4"].data_type = "e"
    gelezen = lees_een(tmp_path, bewaar(boek), "2024/clienten.xlsx")
    blad = gelezen.bladen[0]
    assert [(afwijking.soort.value, afwijking.vraag.id, afwijking.cel) for afwijking in blad.afwijkingen] == [
        ("foutcel", "CL01", "C2"),
        ("foutcel", "CL03", "E3"),
    ]
    assert [rij[3] for rij in toon(blad)] == ["ONGELDIG", 4, "NVT"]
    assert meldingen(gelezen.bevindingen) == [
        "foutcel: In cel B4 ('Locatie') staat een fout van het rekenblad, zoals #N/B."
    ]
    heel = lees_een(tmp_path / "heel", maak_xlsx([KOP, *RIJEN]), "2024/clienten.xlsx")
    assert heel.bladen[0].afwijkingen == ()


def test_een_foutcel_in_een_csv_wordt_ook_herkend(tmp_path: Path) -> None:
    blad = lees_een(tmp_path, maak_csv([KOP, (1, "", "#N/B", "#DEEL/0!", "#REF!", "ja")])).bladen[0]
    assert [afwijking.soort.value for afwijking in blad.afwijkingen] == ["foutcel"] * 3


def verander_ods(inhoud: bytes, oud: str, nieuw: str) -> bytes:
    """Vervang tekst in de inhoud van een ods."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.infolist():
            tekst = bron.read(deel)
            if deel.filename == "content.xml":
                assert tekst.decode().count(oud) == 1
                tekst = tekst.decode().replace(oud, nieuw).encode()
            doel.writestr(deel, tekst)
    return uit.getvalue()


def test_foutcellen_en_verborgen_rijen_in_een_ods_worden_gevonden(tmp_path: Path) -> None:
    cel = '<table:table-cell office:value-type="string"><text:p>eens</text:p>'
    fout = '<table:table-cell xmlns:c="calcext" office:value-type="string" c:value-type="error"><text:p>#N/A</text:p>'
    rij = '<table:table-row><table:table-cell office:value-type="float" office:value="1">'
    leeg = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    inhoud = verander_ods(maak_ods([KOP, *RIJEN]), cel, fout)
    inhoud = verander_ods(inhoud, rij, leeg + rij.replace("row>", 'row table:visibility="filter">'))
    gelezen = lees_een(tmp_path, inhoud, "2024/clienten.ods")
    assert [(een.soort.value, een.cel) for een in gelezen.bladen[0].afwijkingen] == [("foutcel", "C5")]
    assert meldingen(gelezen.bevindingen) == ["verborgen-rijen: Rij 5 is verborgen of weggefilterd en toch meegeteld."]


def test_verborgen_rijen_worden_gemeld_en_lege_verborgen_rijen_niet(tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(io.BytesIO(maak_xlsx([KOP, *RIJEN])))
    for rij in (3, 4, 9):
        boek["Blad1"].row_dimensions[rij].hidden = True
    gelezen = lees_een(tmp_path, bewaar(boek), "2024/clienten.xlsx")
    assert meldingen(gelezen.bevindingen) == [
        "verborgen-rijen: 2 rijen (rij 3, 4) zijn verborgen of weggefilterd en toch meegeteld."
    ]
    assert gelezen.bladen[0].aantal == 3


def test_alleen_het_zichtbare_blad_met_de_beste_kop_telt(tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(
        io.BytesIO(maak_xlsx([("Uitleg bij dit bestand",)], Oost=[KOP[:4], (1, "", 5, 5)], Antwoorden=[KOP, *RIJEN]))
    )
    verborgen = boek.create_sheet("Oud")
    verborgen.append(KOP)
    verborgen.sheet_state = "hidden"
    gelezen = lees_een(tmp_path, bewaar(boek), "2024/clienten.xlsx")
    assert gelezen.bladen[0].bron.blad == "Antwoorden"
    assert toon(gelezen.bladen[0]) == VERWACHT
    assert meldingen(gelezen.bevindingen) == [
        "ander-blad: Blad 'Oud' is verborgen en dus niet gelezen.",
        "ander-blad: Blad 'Blad1' heeft geen kopregel met vragen en is niet gelezen.",
        "bron-niet-gelezen: Ook blad 'Oost' heeft een kopregel met vragen. Het is niet gelezen.",
    ]


def test_een_gegokte_codering_wordt_gemeld_en_een_zekere_niet(tmp_path: Path) -> None:
    tekst = maak_csv([(*KOP[:5], "Heeft u een eigen sleutel?"), (1, "Café", 4, 5, 6, "ja")])
    gegokt = lees_een(tmp_path / "a", tekst.encode("cp1252"))
    assert gegokt.bladen[0].onbekende_locaties == ("Café",)
    assert meldingen(gegokt.bevindingen) == [
        "gegokte-codering: Het bestand is geen UTF-8. Het is gelezen als cp1252; dat is een gok."
    ]
    assert meldingen(lees_een(tmp_path / "b", tekst).bevindingen) == []


def test_alle_jaren_tot_en_met_het_verslagjaar_in_vaste_volgorde(tmp_path: Path) -> None:
    clienten = maak_csv([KOP, *RIJEN]).encode()
    naasten = maak_csv([("NA01", "NA02"), (4, 5)]).encode()
    bestanden = {
        "2025/clienten.csv": clienten,
        "2024/ervaringsdeskundigen.csv": maak_csv([("ED01", "ED02"), (4, 5)]).encode(),
        "2024/naasten.csv": naasten,
        "2024/clienten.csv": clienten,
        "2023/naasten.csv": naasten,
    }
    gelezen = lees(tmp_path, bestanden)
    assert [blad.bron.bestand for blad in gelezen.bladen] == [
        "bronnen/2023/naasten.csv",
        "bronnen/2024/clienten.csv",
        "bronnen/2024/naasten.csv",
        "bronnen/2024/ervaringsdeskundigen.csv",
    ]
    assert [blad.bron.doelgroep for blad in gelezen.bladen][1] is Doelgroep.CLIENTEN
    som = hashlib.sha256(clienten).hexdigest()
    assert gelezen.bladen[1].bron.sha256 == gelezen.controlegetallen["bronnen/2024/clienten.csv"] == som
    assert list(gelezen.controlegetallen) == sorted(gelezen.controlegetallen)


def test_een_onleesbare_bron_naast_een_leesbare_is_een_bevinding(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, {"2024/clienten.csv": maak_csv([KOP, *RIJEN]).encode(), "2024/naasten.csv": b""})
    assert [blad.bron.doelgroep for blad in gelezen.bladen] == [Doelgroep.CLIENTEN]
    assert [bevinding.soort for bevinding in gelezen.bevindingen] == [Bevindingsoort.BRON_NIET_GELEZEN]
    assert gelezen.bevindingen[0].bestand == "bronnen/2024/naasten.csv"


def test_zonder_leesbare_bron_in_het_verslagjaar_staan_alle_redenen_in_de_fout(tmp_path: Path) -> None:
    goed = maak_csv([KOP, *RIJEN]).encode()
    with pytest.raises(BronFout) as fout:
        lees(tmp_path, {"2023/clienten.csv": goed, "2024/clienten.csv": b"", "2024/naasten.csv": b"%PDF-1.7"})
    assert [(gebrek.waar, gebrek.wat) for gebrek in fout.value.gebreken] == [
        ("bronnen/2024/clienten.csv", "Het bestand is leeg."),
        ("bronnen/2024/naasten.csv", "Dit is geen rekenblad maar een pdf."),
    ]
    with pytest.raises(BronFout) as fout:
        lees(tmp_path / "niets", {"2023/clienten.csv": goed})
    assert fout.value.gebreken[0].waar == "bronnen/2024"


def test_ervaringsdeskundigen_krijgen_een_eigen_blad_uit_de_bron_van_professionals(tmp_path: Path) -> None:
    rijen = [
        ("nr", "PR01", "Bent u ervaringsdeskundige?", "ED01", "ED02", "PR02"),
        (1, 4, "ja", 5, 4, 3),
        (2, 5, "nee", "", "", 4),
        (3, 2, "", "", "", 2),
        (4, 1, "JA", 2, "", 1),
    ]
    gelezen = lees_een(tmp_path, maak_csv(rijen), "2024/professionals.csv")
    alle, ervaren = gelezen.bladen
    assert (alle.bron.doelgroep, ervaren.bron.doelgroep) == (Doelgroep.PROFESSIONALS, Doelgroep.ERVARINGSDESKUNDIGEN)
    assert (list(alle.kolommen), list(ervaren.kolommen)) == (["PR01", "PR02"], ["ED01", "ED02"])
    assert alle.rijen.tolist() == [2, 3, 4, 5]
    assert toon(ervaren) == [(2, -1, "1", 5, 4), (5, -1, "4", 2, "LEEG")]
    assert ervaren.vragenlijst.naam == "kwaliteit-ervaringsdeskundigen"
    assert meldingen(gelezen.bevindingen) == []


def test_zonder_kolom_die_zegt_wie_ervaringsdeskundig_is_tellen_hun_vragen_niet(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, maak_csv([("PR01", "PR02", "ED01"), (4, 5, 5)]), "2024/professionals.csv")
    assert len(gelezen.bladen) == 1
    assert meldingen(gelezen.bevindingen) == [
        "onbekende-kolom: Kolom C ('ED01') hoort bij geen enkele vraag; zij is niet gelezen."
    ]


def test_iets_anders_dan_ja_of_nee_bij_ervaringsdeskundige_wordt_gemeld(tmp_path: Path) -> None:
    rijen = [("PR01", "PR02", "Ervaringsdeskundige", "ED01", "ED02"), (4, 5, "misschien", 5, 5), (4, 5, "ja", 5, 5)]
    gelezen = lees_een(tmp_path, maak_csv(rijen), "2024/professionals.csv")
    assert gelezen.bladen[1].rijen.tolist() == [3]
    assert meldingen(gelezen.bevindingen) == ["onbekend-label: In cel C2 staat niet of iemand ervaringsdeskundige is."]


MET_KOLOM = maak_csv(
    [("nr", "PR01", "PR02", "Ervaringsdeskundige", "ED01", "ED02"), (1, 4, 4, "ja", 5, 4), (2, 5, 5, "nee", "", "")]
).encode()


def test_ervaringsdeskundigen_met_een_eigen_bestand_tellen_niet_ook_uit_de_kolom(tmp_path: Path) -> None:
    eigen = maak_csv([("ED01", "ED02"), (4, 5), (3, 3)]).encode()
    bestanden = {f"{jaar}/professionals.csv": MET_KOLOM for jaar in (2023, 2024)}
    gelezen = lees(tmp_path, {**bestanden, "2024/ervaringsdeskundigen.csv": eigen})
    ervaren = [blad for blad in gelezen.bladen if blad.bron.doelgroep is Doelgroep.ERVARINGSDESKUNDIGEN]
    assert [(blad.bron.bestand, blad.aantal) for blad in ervaren] == [
        ("bronnen/2023/professionals.csv", 1),
        ("bronnen/2024/ervaringsdeskundigen.csv", 2),
    ]
    assert meldingen(gelezen.bevindingen) == [
        "groep-uit-twee-bronnen: De antwoorden van ervaringsdeskundigen in dit bestand tellen niet mee, want er is ook "
        "een eigen bestand: bronnen/2024/ervaringsdeskundigen.csv."
    ]
    assert gelezen.bevindingen[0].ernst is Ernst.ERNSTIG
    assert gelezen.bevindingen[0].bestand == "bronnen/2024/professionals.csv"


def test_een_onleesbaar_eigen_bestand_verdringt_de_kolom_niet(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, {"2024/professionals.csv": MET_KOLOM, "2024/ervaringsdeskundigen.csv": b""})
    assert [blad.bron.bestand for blad in gelezen.bladen] == ["bronnen/2024/professionals.csv"] * 2
    assert [een.soort for een in gelezen.bevindingen] == [Bevindingsoort.BRON_NIET_GELEZEN]


def test_losse_accenten_van_een_mac_zijn_dezelfde_locatie_kop_en_hetzelfde_nummer(tmp_path: Path) -> None:
    rijen = [("nr", "Locatie", VRAGEN[0].tekst, "CL02"), ("zoë", "SÚD  Ⅱ", 4, 4), ("zoë", "súd ii", 5, 5)]
    tekst = maak_csv(rijen)
    kengetallen = maak_csv([("kengetal", "locatie", "teller", "noemer"), ("K01", "Súd Ⅱ", 1, 2)])
    for vorm in ("NFC", "NFD"):
        bestanden = {
            "2024/clienten.csv": unicodedata.normalize(vorm, tekst).encode(),
            "2024/kengetallen.csv": unicodedata.normalize(vorm, kengetallen).encode(),
        }
        werkmap = maak_werkmap(tmp_path / vorm, bestanden)
        namen = {locatiesleutel(unicodedata.normalize("NFD", "Súd II")): "noord"}
        gelezen = lees_bronnen(replace(werkmap, locatienamen=namen), maak_bibliotheek())
        blad = gelezen.bladen[0]
        assert (blad.locatie.tolist(), blad.onbekende_locaties) == ([0, 0], ())
        assert (list(blad.kolommen), blad.respondent) == (["CL01", "CL02"], ("zoë", "zoë"))
        assert [regel.onderdeel for regel in gelezen.kengetallen] == ["noord"]
