"""De bron met kengetallen: hele getallen, bekende namen, en elke fout met zijn cel."""

import io
from pathlib import Path

import openpyxl
import pytest

from kwaliteit.begrippen.antwoord import Leesresultaat
from tests.bronnen_fabriek import bewaar, lees, maak_csv, maak_xlsx, meldingen

KOP = ("Kengetal", "Locatie", "Teller", "Noemer", "Toelichting")
CLIENTEN = maak_csv([("CL01", "CL02", "CL03", "CL04"), (4, 5, 7, "ja")]).encode()


def lees_kengetallen(map_: Path, *rijen: tuple[object, ...]) -> Leesresultaat:
    """Lees een kengetallenbestand naast een goede bron."""
    return lees(map_, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.xlsx": maak_xlsx([KOP, *rijen])})


def test_kengetallen_worden_gelezen_per_locatie_en_voor_de_hele_organisatie(tmp_path: Path) -> None:
    gelezen = lees_kengetallen(
        tmp_path,
        ("K01", "", 80, 100, "Peildatum 31-12"),
        ("k01", "Noord", "30", "40", ""),
        ("Voorlichting", "hele organisatie", 12.0, "", ""),
        ("K14", "", 7, 3650, ""),
        ("K01", "Oost", "", "", "nog niet geteld"),
    )
    assert [(een.kengetal, een.onderdeel, een.teller, een.noemer, een.cel) for een in gelezen.kengetallen] == [
        ("K01", None, 80, 100, "C2"),
        ("K01", "noord", 30, 40, "C3"),
        ("K12", None, 12, None, "C4"),
        ("K14", None, 7, 3650, "C5"),
    ]
    assert (gelezen.kengetallen[0].toelichting, gelezen.kengetallen[0].jaar) == ("Peildatum 31-12", 2024)
    assert meldingen(gelezen.bevindingen) == []


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        (("K1", "", 1, 2), "kengetal-onbekend: Het kengetal in cel A2 staat niet in de lijst."),
        (("K01", "Zuid", 1, 2), "onbekende-locatie: De locatie in cel B2 staat niet in kwaliteit.yaml."),
        (("K01", "", 3, 2), "kengetal-ongeldig: In cel C2: bij K01 is de teller groter dan de noemer."),
        (("K01", "", 1.5, 2), "kengetal-ongeldig: In cel C2: bij de teller staat geen heel getal."),
        (("K01", "", -1, 2), "kengetal-ongeldig: In cel C2: bij de teller staat geen heel getal."),
        (("K01", "", "", 2), "kengetal-ongeldig: In cel C2: bij de teller staat niets."),
        (("K01", "", True, 2), "kengetal-ongeldig: In cel C2: bij de teller staat geen heel getal."),
        (("K01", "", 1, ""), "kengetal-ongeldig: In cel D2: K01 heeft geen noemer."),
        (("K01", "", 0, 0), "kengetal-ongeldig: In cel D2: K01 heeft geen noemer."),
        (("K01", "", 1, "veel"), "kengetal-ongeldig: In cel D2: bij de noemer staat geen heel getal."),
        (("K01", "", 1, "=1/0"), "kengetal-ongeldig: In cel D2: bij de noemer staat een fout van het rekenblad."),
        (("K12", "", 1, 5), "kengetal-ongeldig: In cel D2: K12 is een aantal, maar er staat een noemer."),
    ],
)
def test_een_regel_die_niet_klopt_telt_niet_mee_en_noemt_de_cel(
    tmp_path: Path, rij: tuple[object, ...], melding: str
) -> None:
    gelezen = lees_kengetallen(tmp_path, rij)
    assert gelezen.kengetallen == ()
    assert meldingen(gelezen.bevindingen) == [melding]


def test_van_een_dubbele_regel_telt_alleen_de_eerste(tmp_path: Path) -> None:
    gelezen = lees_kengetallen(tmp_path, ("K01", "", 1, 2), ("K01", "totaal", 2, 2))
    assert [een.teller for een in gelezen.kengetallen] == [1]
    assert meldingen(gelezen.bevindingen) == [
        "kengetal-ongeldig: In cel A3: K01 staat er twee keer voor hetzelfde onderdeel; alleen de eerste regel telt."
    ]


def test_kengetallen_zonder_kop_zijn_een_bevinding_en_stoppen_niets(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.csv": b"K01;1;2\r\n"})
    assert meldingen(gelezen.bevindingen) == [
        "bron-niet-gelezen: In de eerste 20 rijen staat geen kopregel met 'kengetal' en 'teller'."
    ]


@pytest.mark.parametrize(
    ("teller", "noemer", "uitkomst"),
    [("12,0", 20, (12, 20)), ("1.234", "2.000", (1234, 2000)), (12.0, 20.0, (12, 20)), ("1,234", 2000, (1234, 2000))],
)
def test_een_heel_getal_mag_een_komma_nul_of_punten_hebben(
    tmp_path: Path, teller: object, noemer: object, uitkomst: tuple[int, int]
) -> None:
    gelezen = lees_kengetallen(tmp_path, ("K01", "", teller, noemer))
    assert [(een.teller, een.noemer) for een in gelezen.kengetallen] == [uitkomst]
    assert meldingen(gelezen.bevindingen) == []


def test_een_breuk_in_een_getalcel_is_geen_duizendtal(tmp_path: Path) -> None:
    gelezen = lees_kengetallen(tmp_path, ("K01", "", 1.234, 2000))
    assert gelezen.kengetallen == ()
    assert meldingen(gelezen.bevindingen) == ["kengetal-ongeldig: In cel C2: bij de teller staat geen heel getal."]


@pytest.mark.parametrize("cel", ["80%", "80 %"])
def test_een_percentage_wordt_geweigerd_met_die_reden(tmp_path: Path, cel: str) -> None:
    gelezen = lees_kengetallen(tmp_path, ("K01", "", cel, 100))
    assert meldingen(gelezen.bevindingen) == ["kengetal-ongeldig: In cel C2: bij de teller staat een percentage."]


def test_koppen_met_een_andere_naam_en_titels_erboven_werken(tmp_path: Path) -> None:
    rijen = [("Kengetallen 2024",), (), ("Kengetallen", "Vestiging", "Aantal", "Opmerkingen"), ("K12", "Noord", 5, "x")]
    gelezen = lees(tmp_path, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.xlsx": maak_xlsx(rijen)})
    assert [(een.onderdeel, een.teller, een.toelichting, een.cel) for een in gelezen.kengetallen] == [
        ("noord", 5, "x", "C4")
    ]


def test_totaal_is_geen_noemer_want_het_kan_ook_een_som_zijn(tmp_path: Path) -> None:
    rijen = [("Kengetal", "Teller", "Totaal"), ("K01", 5, 10)]
    gelezen = lees(tmp_path, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.xlsx": maak_xlsx(rijen)})
    assert meldingen(gelezen.bevindingen) == ["kengetal-ongeldig: In cel B2: K01 heeft geen noemer."]


def test_twee_kolommen_met_dezelfde_kop_zijn_een_ernstige_bevinding(tmp_path: Path) -> None:
    rijen = [("Kengetal", "Teller", "Noemer", "Teller"), ("K01", 5, 10, 7)]
    gelezen = lees(tmp_path, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.xlsx": maak_xlsx(rijen)})
    assert meldingen(gelezen.bevindingen) == [
        "dubbele-kolom: Kolom B en kolom D heten allebei teller; alleen kolom B telt."
    ]


def test_een_tweede_blad_en_verborgen_rijen_met_kengetallen_worden_gemeld(tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(io.BytesIO(maak_xlsx([KOP, ("K01", "", 1, 2), ("K12", "", 3)], Oud=[KOP, ("K01",)])))
    boek["Blad1"].row_dimensions[3].hidden = True
    gelezen = lees(tmp_path, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.xlsx": bewaar(boek)})
    assert meldingen(gelezen.bevindingen) == [
        "bron-niet-gelezen: Ook blad 'Oud' heeft een kopregel met kengetallen. Het is niet gelezen.",
        "verborgen-rijen: Rij 3 is verborgen of weggefilterd en toch meegeteld.",
    ]


def test_een_regel_met_een_veld_te_veel_schuift_geen_teller_op(tmp_path: Path) -> None:
    tekst = "kengetal;locatie;teller;noemer\r\nK01;Noord;oost;5;10\r\n"
    gelezen = lees(tmp_path, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.csv": tekst.encode()})
    assert gelezen.kengetallen == ()
    assert [een.soort.code for een in gelezen.bevindingen] == ["bron-niet-gelezen"]
