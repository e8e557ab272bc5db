"""De gemarkeerde kopie: elke foute cel gekleurd op haar eigen plek, en niets wat een mens zelf schreef."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kwaliteit.begrippen.antwoord import Leesresultaat
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.bronnen import lees_bronnen
from kwaliteit.bronnen.antwoorden import kopie as kopiemodule
from kwaliteit.controles import loop_na
from kwaliteit.kaders import lees_kader, lees_rekenregels, nieuwste_kader
from kwaliteit.uitvoer import gemarkeerd
from kwaliteit.uitvoer.csvtekst import zonder_formule
from kwaliteit.uitvoer.gemarkeerd import maak_gemarkeerde_kopieen
from tests.bronnen_fabriek import VRAGEN, maak_bibliotheek, maak_csv, maak_lijst, maak_werkmap, maak_xlsx

KOP = ("Respondent", "Locatie", "CL01", "CL02", "CL03", "Opmerking", "E-mail")
GOED: list[tuple[object, ...]] = [
    ("11", "Noord", "eens", 5, 7.5, "GEHEIM verhaal", "an@veen.nl"),
    ("12", "oost", "=eens", 4, 8, "=HYPERLINK(1)", "bo@veen.nl"),
]
FOUT: list[tuple[object, ...]] = [
    ("13", "Zuiderlicht", "heel erg mee eens met zuster Ank", 9, 11, "nog een verhaal", "ca@veen.nl"),
    ("11", "Noord", 3, "weet ik niet", "", "", ""),
]
ROOD = "FFFFC7CE"


def maak_kopieen(map_: Path, bestanden: dict[str, bytes]) -> tuple[tuple[Uitvoerbestand, ...], Leesresultaat]:
    """Lees de bestanden, loop ze na en maak de kopieën."""
    werkmap = maak_werkmap(map_, bestanden)
    gelezen = lees_bronnen(werkmap, maak_bibliotheek())
    kader: Kader = lees_kader(nieuwste_kader())
    bevindingen = loop_na(werkmap, kader, maak_bibliotheek(), lees_rekenregels(), gelezen)
    return maak_gemarkeerde_kopieen(gelezen, bevindingen), gelezen


def open_blad(bestand: Uitvoerbestand) -> Worksheet:
    """Het enige blad van een kopie."""
    (blad,) = openpyxl.load_workbook(io.BytesIO(bestand.inhoud)).worksheets
    return blad


def rode_cellen(blad: Worksheet) -> dict[str, str]:
    """Elke rode cel met haar opmerking."""
    return {
        cel.coordinate: cel.comment.text if cel.comment else ""
        for rij in blad.iter_rows()
        for cel in rij
        if cel.fill.fgColor.rgb == ROOD
    }


def lees_alle_tekst(bestand: Uitvoerbestand) -> str:
    """Alles wat in de delen van het bestand staat."""
    with zipfile.ZipFile(io.BytesIO(bestand.inhoud)) as zip_:
        return b"".join(zip_.read(naam) for naam in zip_.namelist()).decode()


def test_elke_foute_cel_is_rood_op_haar_eigen_plek_en_zegt_wat_er_verwacht_was(tmp_path: Path) -> None:
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.xlsx": maak_xlsx([("Uitslag",), KOP, *GOED, *FOUT])})
    assert bestand.pad == "gemarkeerd/2024-clienten.xlsx"
    blad = open_blad(bestand)
    assert blad.title == "Blad1"
    rood = rode_cellen(blad)
    assert sorted(rood) == ["A3", "A6", "B5", "C4", "C5", "D5", "E5"]
    assert rood["D5"] == (
        "Bij vraag CL02 staat een waarde die niet bij de schaal past.\n\n"
        "Verwacht: 1 tot en met 5, of een van de woorden 'helemaal oneens', 'oneens', 'niet eens en niet oneens', "
        "'eens', 'helemaal eens', 'weet ik niet' of 'niet van toepassing'; leeg mag ook\n\n"
        "Doe dit: Kijk of het een tikfout is en verbeter de cel. Weet u het niet zeker, maak de cel dan leeg. "
        "Tot die tijd telt dit antwoord niet mee."
    )
    assert rood["A3"].startswith("Dit nummer staat ook in rij 6.")
    assert rood["B5"].startswith("Deze locatie staat niet in kwaliteit.yaml.")
    waarden = [[cel.value for cel in rij] for rij in blad.iter_rows(min_row=2)]
    assert waarden[0][:6] == list(KOP[:6])
    assert [rij[:5] for rij in waarden[1:]] == [
        ["11", "Noord", "eens", 5, 7.5],
        ["12", "oost", "zie bron", 4, 8],
        ["13", "zie bron", "zie bron", 9, 11],
        ["11", "Noord", 3, "weet ik niet", None],
    ]
    assert [rij[5:] for rij in waarden[1:]] == [[None, None]] * 4


def test_geen_woord_dat_iemand_zelf_schreef_staat_in_de_kopie(tmp_path: Path) -> None:
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.xlsx": maak_xlsx([KOP, *GOED, *FOUT])})
    alles = lees_alle_tekst(bestand)
    for verboden in ("GEHEIM", "verhaal", "veen.nl", "Zuiderlicht", "zuster", "HYPERLINK"):
        assert verboden not in alles
    for wel in (">12<", "Noord", "eens", "CL01"):
        assert wel in alles


def test_zonder_foute_cel_komt_er_geen_kopie(tmp_path: Path) -> None:
    goed = [(*rij[:2], "eens", *rij[3:]) for rij in GOED]
    kopieen, gelezen = maak_kopieen(tmp_path, {"2024/clienten.xlsx": maak_xlsx([KOP, *goed])})
    assert kopieen == ()
    assert gelezen.bladen[0].kopie is None


def test_een_csv_en_een_xlsx_met_dezelfde_naam_krijgen_elk_een_eigen_kopie(tmp_path: Path) -> None:
    rijen = [KOP, *FOUT]
    bestanden = {"2024/clienten.xlsx": maak_xlsx(rijen), "2024/clienten.csv": maak_csv(rijen).encode()}
    kopieen, _ = maak_kopieen(tmp_path, bestanden)
    assert [kopie.pad for kopie in kopieen] == ["gemarkeerd/2024-clienten.xlsx", "gemarkeerd/2024-clienten-2.xlsx"]
    assert open_blad(kopieen[0]).title == "Antwoorden"  # een csv heeft geen bladnaam
    assert sorted(rode_cellen(open_blad(kopieen[0]))) == sorted(rode_cellen(open_blad(kopieen[1])))


def test_dezelfde_invoer_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    bestanden = {"2024/clienten.xlsx": maak_xlsx([KOP, *GOED, *FOUT])}
    eerste, _ = maak_kopieen(tmp_path / "a", bestanden)
    tweede, _ = maak_kopieen(tmp_path / "b", bestanden)
    assert eerste == tweede


def test_van_een_groot_blad_staan_alleen_de_foute_rijen_erin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kopiemodule, "GROOT", 20)
    (bestand,), _ = maak_kopieen(
        tmp_path, {"2024/clienten.xlsx": maak_xlsx([KOP, GOED[0], ("19", "Oost", 9), GOED[0]])}
    )
    blad = open_blad(bestand)
    assert [blad.cell(rij, 1).value for rij in (1, 2, 3, 4)] == ["Respondent", "11", "19", "11"]  # 11 is dubbel
    (zonder_dubbel,), _ = maak_kopieen(
        tmp_path / "b", {"2024/clienten.xlsx": maak_xlsx([KOP, GOED[0], ("19", "Oost", 9), ("17", "Oost", 4)])}
    )
    blad = open_blad(zonder_dubbel)
    assert [blad.cell(rij, 1).value for rij in (1, 2, 3, 4)] == ["Respondent", None, "19", None]
    assert blad["A1"].comment is not None
    assert "rijen waarin iets mis is" in blad["A1"].comment.text
    monkeypatch.setattr(kopiemodule, "HOOGSTENS_RIJEN", 1)
    rijen = [KOP, ("11", "Oost", 4), ("12", "Oost", 9), ("13", "Oost", 4), ("14", "Oost", 8)]
    (gekort,), _ = maak_kopieen(tmp_path / "c", {"2024/clienten.xlsx": maak_xlsx(rijen)})
    assert list(rode_cellen(open_blad(gekort))) == ["C3"]


def test_na_veel_foute_cellen_houden_de_opmerkingen_op_en_de_kleur_niet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gemarkeerd, "HOOGSTENS_OPMERKINGEN", 2)
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.csv": maak_csv([("CL01", "CL02"), *[(9, 9)] * 3]).encode()})
    rood = rode_cellen(open_blad(bestand))
    assert len(rood) == 6
    assert sum(1 for tekst in rood.values() if tekst) == 2


def test_wie_niet_meedoet_of_een_totaal_is_staat_niet_in_de_kopie(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02", "Wilt u meedoen?"), (1, 9, 4, "ja"), (2, 3, 3, "nee"), ("Totaal", 4, 4, "")]
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    blad = open_blad(bestand)
    assert [[cel.value for cel in rij][:3] for rij in blad.iter_rows()] == [["nr", "CL01", "CL02"], ["1", "9", "4"]]


def test_een_onduidelijk_antwoord_op_meedoen_of_ervaring_is_rood_en_wordt_niet_herhaald(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02", "Wilt u meedoen?"), (1, 4, 4, "alleen met Ank"), (2, 3, 3, "ja")]
    (bestand,), _ = maak_kopieen(tmp_path / "a", {"2024/clienten.csv": maak_csv(rijen).encode()})
    assert list(rode_cellen(open_blad(bestand))) == ["D2"]
    assert "Ank" not in lees_alle_tekst(bestand)
    kop = ("PR01", "PR02", "Ervaringsdeskundige", "ED01", "ED02")
    tekst = maak_csv([kop, (4, 5, "soms", 5, 5), (4, 5, "ja", 5, 9)])
    (bestand,), _ = maak_kopieen(tmp_path / "b", {"2024/professionals.csv": tekst.encode()})
    assert list(rode_cellen(open_blad(bestand))) == ["C2", "E3"]
    assert "soms" not in lees_alle_tekst(bestand)


def test_een_naam_bij_het_respondentnummer_wordt_niet_herhaald(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02"), ("Jan de Vries", 9, 4), ("A-12", 3, 3), ("jansen1965", 3, 3), (7, 3, 3)]
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    blad = open_blad(bestand)
    assert [blad.cell(rij, 1).value for rij in (2, 3, 4, 5)] == ["zie bron"] * 3 + ["7"]


@pytest.mark.parametrize("soort", ["xlsx", "csv"])
def test_een_kanarie_op_elke_plek_van_het_blad_komt_nergens_in_de_kopie(tmp_path: Path, soort: str) -> None:
    hulp = Schaal(naam="hulp", soort=Schaalsoort.MEERKEUZE, codes=(1, 2), labels=("Wonen", "Anders, namelijk"))
    lijst = maak_lijst(
        *VRAGEN,
        Vraag(id="M1", tekst="Waarbij krijgt u hulp?", schaal=hulp),
        Vraag(id="M2", tekst="Wat doet u?", schaal=hulp),
        Vraag(id="O1", tekst="Wat gaat goed?", schaal=Schaal(naam="open", soort=Schaalsoort.OPEN)),
    )
    koppen: tuple[str, ...] = (
        "nr",
        "Locatie",
        "CL01",
        "CL02",
        "CL03",
        "CL04",
        "M1",
        "M2 [Wonen]",
        "M2 [Anders, namelijk]",
        "O1",
    )
    koppen = (*koppen, "Naam", "Wilt u meedoen?", "Mogen wij u citeren?", "Tijdstempel", "Van de balie", "")
    goed: tuple[object, ...] = (1, "Noord", 4, 9, 7, "ja", "Wonen", "ja", "", "", "", "ja", "ja", "", "", "")
    rijen: list[tuple[object, ...]] = [("Kanarie boven de kop",), koppen, goed]
    kanarie = "Kanarie vloog weg 7" if soort == "xlsx" else "=Kanarie vloog weg 7"
    rijen += [tuple(kanarie if plek == ander else cel for ander, cel in enumerate(goed)) for plek in range(len(koppen))]
    eigen = (2, "Noord", 4, 4, "9 = Kanarie", "ja", "Wonen, Kanarie", "Kanarie", "Kanarie", "", "", "nee Kanarie")
    rijen += [(*eigen, "", "", "", ""), ("Totaal", "Kanarie", 4, *[""] * 13)]
    inhoud = maak_xlsx(rijen) if soort == "xlsx" else maak_csv(rijen).encode()
    werkmap = maak_werkmap(tmp_path, {f"2024/clienten.{soort}": inhoud})
    bibliotheek = maak_bibliotheek(lijst)
    gelezen = lees_bronnen(werkmap, bibliotheek)
    bevindingen = loop_na(werkmap, lees_kader(nieuwste_kader()), bibliotheek, lees_rekenregels(), gelezen)
    (bestand,) = maak_gemarkeerde_kopieen(gelezen, bevindingen)
    assert "anarie" not in lees_alle_tekst(bestand)
    assert len(rode_cellen(open_blad(bestand))) > len(koppen)  # wel aangewezen
    assert not any("anarie" in een.wat + een.verwacht + een.doe_dit for een in bevindingen)


def test_een_lang_getal_in_een_foute_cel_kan_een_telefoonnummer_zijn(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02"), (1, "0612345678", 4), (2, "77", 3)]
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    blad = open_blad(bestand)
    assert [blad.cell(rij, 2).value for rij in (2, 3)] == ["zie bron", "77"]


def test_een_toelichting_bij_een_cijfer_blijft_weg(tmp_path: Path) -> None:
    rijen = [("nr", "CL03", "CL01"), (1, "10 = omdat Ank zo lief is", 9)]
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    assert open_blad(bestand).cell(2, 2).value == 10


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\u00a0=", "\ufeff="])
def test_een_formule_in_een_kop_of_antwoord_blijft_tekst(tmp_path: Path, begin: str) -> None:
    rijen = [("nr", "CL01", "CL02", f"{begin}1+1"), (1, f"{begin}2+2", 4, f"{begin}3+3"), (2, 9, 4, "")]
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    with zipfile.ZipFile(io.BytesIO(bestand.inhoud)) as zip_:
        assert b"<f>" not in zip_.read("xl/worksheets/sheet1.xml")
    blad = open_blad(bestand)
    assert (blad["D1"].data_type, bool(blad["D1"].quotePrefix)) == ("s", True)
    assert (blad["B2"].value, blad["D2"].value) == ("zie bron", None)
    assert zonder_formule(f"{begin}1+1").startswith("'")
    assert zonder_formule("-1") == "-1", "een negatief getal is geen formule"
    assert zonder_formule("gewoon = goed") == "gewoon = goed"


def test_een_kop_met_een_formule_krijgt_het_aanhalingsteken_van_excel(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02", "＝HYPERLINK(1)", "gewoon"), (1, 9, 4, "x", "y")]
    (bestand,), _ = maak_kopieen(tmp_path, {"2024/clienten.xlsx": maak_xlsx(rijen)})
    blad = open_blad(bestand)
    cellen = [blad["D1"], blad["E1"]]
    assert [(cel.data_type, bool(cel.quotePrefix)) for cel in cellen] == [("s", True), ("s", False)]


def test_een_fout_kengetal_krijgt_ook_een_kopie(tmp_path: Path) -> None:
    goed = maak_csv([("CL01", "CL02"), (4, 5)]).encode()
    kop = ("Kengetal", "Locatie", "Teller", "Noemer", "Toelichting")
    rijen = [kop, ("K01", "Noord", 5, 4, "van Ank"), ("K14", "", "2,5", 10, ""), ("Iets", "Zuid", 1, 2, "")]
    bestanden = {"2024/clienten.csv": goed, "2024/kengetallen.xlsx": maak_xlsx(rijen)}
    (bestand,), _ = maak_kopieen(tmp_path, bestanden)
    assert bestand.pad == "gemarkeerd/2024-kengetallen.xlsx"
    blad = open_blad(bestand)
    assert sorted(rode_cellen(blad)) == ["A4", "B4", "C2", "C3"]
    assert [[cel.value for cel in rij] for rij in blad.iter_rows(min_row=2)] == [
        ["K01", "Noord", 5, 4, None],
        ["K14", None, "2,5", 10, None],
        ["zie bron", "zie bron", 1, 2, None],
    ]
    goed_kengetal = {"2024/clienten.csv": goed, "2024/kengetallen.xlsx": maak_xlsx([kop, ("K01", "Noord", 3, 4, "")])}
    assert maak_kopieen(tmp_path / "goed", goed_kengetal)[0] == ()


def test_duizenden_foute_cellen_worden_geteld_en_niet_elk_bewaard(tmp_path: Path) -> None:
    rijen = [("CL01", "CL02"), *[(9, 4)] * 2500]
    werkmap = maak_werkmap(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    gelezen = lees_bronnen(werkmap, maak_bibliotheek())
    blad = gelezen.bladen[0]
    assert len(blad.afwijkingen) == 1000
    assert list(blad.meer_afwijkingen.values()) == [1500]
    bevindingen = loop_na(werkmap, lees_kader(nieuwste_kader()), maak_bibliotheek(), lees_rekenregels(), gelezen)
    teksten = [een.wat for een in bevindingen if een.vraag == "CL01"]
    assert "in nog 2300 andere cellen" in teksten[-1]
    assert len(rode_cellen(open_blad(maak_gemarkeerde_kopieen(replace(gelezen), bevindingen)[0]))) == 1000
