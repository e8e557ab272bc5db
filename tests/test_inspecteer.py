"""`kwaliteit inspecteer`: wat is dit bestand, wat wordt ervan gelezen, en wat moet een mens besluiten."""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from kwaliteit.cli import voer_uit

KANARIE = "KANARIE-4711"
VELDEN = {
    *("bestand", "besluit", "reden", "soort", "dialect", "codering", "codering_gegokt", "scheidingsteken", "blad"),
    *("kopregels", "rijen", "kolommen", "volledig", "onvolledig", "proef", "kolomlijst"),
    *("opdracht", "versie", "afsluitcode", "bevindingen"),
}
"""Uit het contract; meer velden mag, minder niet."""

BESTAND = f"""Antwoorden 2024;;;;;;;
;;;;;;;
Nr;Locatie;E-mail;1. Ik bepaal zelf hoe ik aan mijn herstel werk;Je weet wie je waarmee helpt;Wat gaat goed?;Eten;Mag ik u bellen?
1;Noord;{KANARIE.lower()}@een.nl;eens;eens;{KANARIE} a;{KANARIE} b;ja
2;Noord;{KANARIE.lower()}@twee.nl;Mee eens;oneens;{KANARIE} c;{KANARIE} d;nee

3;Oost;{KANARIE.lower()}@drie.nl;Mee eens;oneens;{KANARIE} e;{KANARIE} f;nee
"""  # noqa: E501  een regel in een csv
SCHERM = """clienten.csv
  Bestand       tekst met kolommen (csv)
  Letters       in orde (utf-8)
  Gescheiden    met een puntkomma
  Gemaakt met   geen bekende enquêtetool; gelezen als gewone tabel
  Kop           rij 3
  Mensen        3 (het bestand zegt niet wie klaar is)
  Kolommen      8
  Vragenlijst   kwaliteit-clienten: 2 vragen herkend, 1 waar een kop op lijkt

Kolommen
        kop                                           is                      hoe zeker
  A     Nr                                            respondent
  B     Locatie                                       locatie
  C     E-mail                                        persoonsgegeven
  D     1. Ik bepaal zelf hoe ik aan mijn herstel w…  vraag CL04              zeker
  E     Je weet wie je waarmee helpt                  vraag CL10?             lijkt er veel op
  F     Wat gaat goed?                                vraag O1                zeker
  G     Eten                                          onbekend
  H     Mag ik u bellen?                              onbekend

Wordt niet gelezen
  • kolom C: persoonsgegeven
  • kolom E: lijkt op een vraag, maar dat moet u eerst bevestigen
  • kolom F: open vraag
  • kolommen G, H: hoort bij geen vraag uit de lijst

Besluit nodig
  1. Klopt het voorstel voor kolom E? De kop lijkt op de vraag, maar is niet gelijk. Pas als u
     het met 'koppel' bevestigt, wordt de kolom gelezen.
  2. Zijn CL01, CL02, CL03, CL05, CL06, CL07 en nog 2 gesteld? Er is geen kolom voor. Staat zo'n
     vraag er met andere woorden, zeg dan met 'koppel' welke kolom het is.
  3. Wat betekenen de antwoorden in kolom D? Een deel staat niet in de vragenlijst. De opdracht
     'koppel' zet die woorden klaar, met de code die erbij lijkt te horen.
  4. Moeten er persoonsgegevens in dit bestand? Ze lijken te staan in kolom C. Ze worden niet
     gelezen; haal ze liever uit de export.
"""


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "clienten.csv"
    pad.write_text(BESTAND, encoding="utf-8")
    return pad


def inspecteer(capfd: pytest.CaptureFixture[str], pad: Path, *meer: str) -> tuple[int, dict[str, object]]:
    capfd.readouterr()
    code = voer_uit(["inspecteer", str(pad), "--json", *meer])
    uit = capfd.readouterr()
    assert KANARIE.casefold() not in (uit.out + uit.err).casefold()
    antwoord = json.loads(uit.out)
    assert set(antwoord) >= VELDEN
    assert antwoord["afsluitcode"] == code
    return code, antwoord


def zoek_kolom(antwoord: dict[str, object], letter: str) -> dict[str, object]:
    kolommen = antwoord["kolomlijst"]
    assert isinstance(kolommen, list)
    return next(kolom for kolom in kolommen if kolom["kolom"] == letter)


def test_het_hele_scherm(bestand: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["inspecteer", str(bestand)]) == 0
    uit = capfd.readouterr()
    assert uit.out == SCHERM
    assert uit.err == ""


def test_stil_toont_alleen_wat_u_moet_besluiten(bestand: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["inspecteer", str(bestand), "--stil"]) == 0
    assert capfd.readouterr().out == SCHERM[SCHERM.index("\nBesluit nodig") :]


def maak_werkmap(tmp_path: Path, bestand: Path) -> Path:
    map_ = tmp_path / "linde"
    (map_ / "bronnen" / "2024").mkdir(parents=True)
    (map_ / "bronnen" / "2024" / "clienten.csv").write_bytes(bestand.read_bytes())
    (map_ / "kwaliteit.yaml").write_text(
        'organisatie: {naam: "L"}\nlocaties: {n: {naam: "Noord"}}\njaren: {2024: {kader: woonzorg-lggz-2024}}\n',
        encoding="utf-8",
    )
    return map_


def test_met_een_werkmap_zegt_de_laatste_regel_wat_u_nu_typt(
    tmp_path: Path, bestand: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    map_ = maak_werkmap(tmp_path, bestand)
    voer_uit(["inspecteer", str(bestand), "--doelgroep", "clienten", "--map", str(map_)])
    laatste = f"Typ nu: kwaliteit koppel {bestand} --doelgroep clienten --map {map_}\n"
    assert capfd.readouterr().out == f"{SCHERM}\n{laatste}"
    bestand.write_text("CL01,CL02\neens,eens\n", encoding="utf-8")
    voer_uit(["inspecteer", str(bestand), "--map", str(map_)])
    assert "Typ nu" not in capfd.readouterr().out, "er is niets te koppelen"


def test_een_bestand_wordt_ook_vanaf_de_werkmap_gezocht(
    tmp_path: Path, bestand: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    map_ = maak_werkmap(tmp_path, bestand)
    _, antwoord = inspecteer(capfd, Path("bronnen/2024/clienten.csv"), "--map", str(map_))
    assert (antwoord["bestand"], antwoord["rijen"]) == ("bronnen/2024/clienten.csv", 3)


def test_een_bestand_dat_er_niet_is_heet_zoals_getypt_en_noemt_wat_er_wel_staat(
    tmp_path: Path, bestand: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    map_ = maak_werkmap(tmp_path, bestand)
    assert voer_uit(["inspecteer", "bronnen/2024/clienten.xlsx", "--map", str(map_)]) == 3
    uit = capfd.readouterr().err
    assert "bronnen/2024/clienten.xlsx: Het bestand is er niet." in uit
    assert "In die map staat wel: clienten.csv." in uit
    assert "Excel" not in uit
    assert "rechten" not in uit
    assert voer_uit(["inspecteer", "bronnen/2019/clienten.xlsx", "--map", str(map_)]) == 3
    assert "de map is er ook niet" in capfd.readouterr().err


def test_wat_de_tool_niet_bijhoudt_staat_er_niet_als_nul(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "clienten.csv"
    pad.write_text(
        '"id","submitdate","lastpage","startlanguage","CL04. Ik bepaal zelf hoe ik aan mijn herstel werk."\n'
        '"1","2024-09-10 10:00:00","3","nl","eens"\n"2","","1","nl","eens"\n',
        encoding="utf-8-sig",
    )
    voer_uit(["inspecteer", str(pad)])
    uit = capfd.readouterr().out
    assert "Mensen        2 (1 volledig, 1 niet afgerond)\n" in uit
    assert "Letters       in orde (utf-8)\n" in uit


def test_een_reeks_kolommen_noemt_de_eerste_kop(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "clienten.csv"
    koppen = ["CL01", "CL02", "CL03", *(f"Extra vraag {nummer}" for nummer in range(70))]
    pad.write_text(f"{','.join(koppen)}\neens,eens,eens,{','.join('x' * 70)}\n", encoding="utf-8")
    voer_uit(["inspecteer", str(pad)])
    assert "D–BU  Extra vraag 0 … (70 kolommen)" in capfd.readouterr().out


def test_json_heeft_precies_de_afgesproken_namen(bestand: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, antwoord = inspecteer(capfd, bestand)
    assert code == 0
    assert {naam: antwoord[naam] for naam in ("opdracht", "besluit", "reden", "soort", "dialect", "codering")} == {
        "opdracht": "inspecteer",
        "besluit": "lees",
        "reden": "",
        "soort": "csv",
        "dialect": "vrij",
        "codering": "utf-8",
    }
    assert (antwoord["kopregels"], antwoord["kopregel"]) == (1, [3])
    assert (antwoord["rijen"], antwoord["kolommen"], antwoord["volledig"]) == (3, 8, None)
    assert zoek_kolom(antwoord, "E") | {"waarom": ""} == {
        "kolom": "E",
        "kop": "Je weet wie je waarmee helpt",
        "vraag": "CL10",
        "zekerheid": 0.99,
        "rol": "vraag",
        "hoe": "gelijkenis",
        "waarom": "",
    }
    assert zoek_kolom(antwoord, "D")["zekerheid"] == 1.0
    assert zoek_kolom(antwoord, "G")["zekerheid"] is None


def test_wat_alleen_lijkt_wordt_door_verslag_niet_gelezen(
    tmp_path: Path, bestand: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    map_ = tmp_path / "linde"
    (map_ / "bronnen" / "2024").mkdir(parents=True)
    (map_ / "bronnen" / "2024" / "clienten.csv").write_bytes(bestand.read_bytes())
    (map_ / "kwaliteit.yaml").write_text(
        'organisatie: {naam: "L"}\nlocaties: {n: {naam: "Noord"}}\njaren: {2024: {kader: woonzorg-lggz-2024}}\n',
        encoding="utf-8",
    )
    assert voer_uit(["controleer", "2024", "--map", str(map_), "--json"]) == 0
    bevindingen = json.loads(capfd.readouterr().out)["bevindingen"]
    assert "CL10" in {een["vraag"] for een in bevindingen if een["code"] == "ontbrekende-vraag"}
    assert "CL04" not in {een["vraag"] for een in bevindingen if een["code"] == "ontbrekende-vraag"}


def test_een_weigering_noemt_reden_verwachting_en_wat_te_doen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / "export.xlsx"
    pad.write_bytes(b"%PDF-1.7 niets")
    code, antwoord = inspecteer(capfd, pad)
    assert code == 3
    assert antwoord["besluit"] == "weiger"
    assert "pdf" in str(antwoord["reden"])
    assert antwoord["kolomlijst"] == []
    assert voer_uit(["inspecteer", str(pad)]) == 3
    uit = capfd.readouterr()
    assert uit.out == ""
    assert all(deel in uit.err for deel in ("wordt niet gelezen", "export.xlsx: ", "Verwacht:", "Doe dit:"))


def test_een_bestand_dat_er_niet_is_wordt_geweigerd(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, antwoord = inspecteer(capfd, tmp_path / "weg.csv")
    assert code == 3
    assert "er niet" in str(antwoord["reden"])


@pytest.mark.parametrize(
    ("opties", "verwacht"),
    [
        (("--doelgroep", "bewoners"), "clienten, naasten"),
        (("--vragenlijst", "kwaliteit-client"), "Bedoelde u 'kwaliteit-clienten'?"),
        (("--map", "weg"), "een map met kwaliteit.yaml"),
    ],
)
def test_een_onbekende_naam_is_verkeerd_gebruik(
    bestand: Path, opties: tuple[str, ...], verwacht: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert voer_uit(["inspecteer", str(bestand), *opties]) == 2
    assert verwacht in capfd.readouterr().err


def test_zonder_doelgroep_in_de_naam_kiest_de_lijst_die_het_best_past(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / "export.tsv"
    pad.write_text(
        "Nr\tMijn team gebruikt de kennis van ervaringsdeskundigen.\tIk weet wie mijn cliënten waarmee helpt.\n"
        "1\teens\teens\n2\toneens\teens\n",
        encoding="utf-8",
    )
    _, antwoord = inspecteer(capfd, pad)
    assert (antwoord["soort"], antwoord["doelgroep"]) == ("tsv", "professionals")
    assert "Zijn dit antwoorden van professionals?" in str(antwoord["besluiten"])


def test_een_bestand_zonder_een_bekende_kop_toont_alleen_letters(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / "export.csv"
    pad.write_text("Kleur,Cijfer\n" + f"{KANARIE},7\nblauw,8\n" * 3, encoding="utf-8")
    _, antwoord = inspecteer(capfd, pad)
    assert (antwoord["besluit"], antwoord["vragenlijst"], antwoord["rijen"]) == ("lees", "", 6)
    assert [zoek_kolom(antwoord, letter)["kop"] for letter in "AB"] == ["", ""]
    assert "Van wie zijn deze antwoorden?" in str(antwoord["besluiten"])


def test_een_enquetetool_met_een_veld_voor_klaar_wordt_geteld(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / "clienten.csv"
    pad.write_text(
        '"id","submitdate","lastpage","startlanguage","CL04. Ik bepaal zelf hoe ik aan mijn herstel werk."\n'
        '"1","2024-09-10 10:00:00","3","nl","eens"\n"2","","1","nl","eens"\n"3","","1","nl",""\n',
        encoding="utf-8",
    )
    _, antwoord = inspecteer(capfd, pad)
    assert antwoord["dialect"] == "limesurvey"
    assert (antwoord["rijen"], antwoord["volledig"], antwoord["onvolledig"], antwoord["proef"]) == (3, 1, 2, 0)
    assert "Tellen mensen mee die de lijst niet afrondden (2)? Nu: meetellen." in str(antwoord["besluiten"])


def test_een_koppeling_en_eigen_vragenlijst_van_de_werkmap_tellen_mee(capfd: pytest.CaptureFixture[str]) -> None:
    voorbeeld = Path(__file__).resolve().parents[1] / "voorbeelddata"
    pad = voorbeeld / "bronnen" / "2022" / "uitkomsten-wonen.xlsx"
    _, antwoord = inspecteer(capfd, pad, "--map", str(voorbeeld))
    assert antwoord["vragenlijst"] == "wendelveer-clienten"
    kolommen = antwoord["kolomlijst"]
    assert isinstance(kolommen, list)
    assert {kolom["hoe"] for kolom in kolommen if kolom["vraag"]} == {"koppeling"}
    assert {kolom["zekerheid"] for kolom in kolommen if kolom["vraag"]} == {1.0}


def test_verborgen_rijen_en_andere_bladen_vragen_een_besluit(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    werkboek = openpyxl.Workbook()
    blad = werkboek.worksheets[0]
    for rij in (["CL01", "CL02"], ["eens", "eens"], ["oneens", "eens"], ["eens", "oneens"]):
        blad.append(rij)
    blad.row_dimensions[3].hidden = True
    werkboek.create_sheet("Uitleg").append(["Zo is het gegaan"])
    pad = tmp_path / "clienten.xlsx"
    werkboek.save(pad)
    _, antwoord = inspecteer(capfd, pad)
    assert "verborgen of weggefilterde rijen (1)" in str(antwoord["besluiten"])
    assert "De andere bladen worden niet gelezen." in str(antwoord["besluiten"])
    bevindingen = antwoord["bevindingen"]
    assert isinstance(bevindingen, list)
    assert {"verborgen-rijen", "ander-blad"} <= {een["code"] for een in bevindingen}


def test_een_geweigerd_blad_met_antwoorden_verdwijnt_niet_achter_een_bijblad(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    werkboek = openpyxl.Workbook()
    werkboek.worksheets[0].append(["Wat", "Hoeveel"])
    werkboek.worksheets[0].append(["rijen", "10"])
    blad = werkboek.create_sheet("Data")
    blad.append(["Groep", "", "Groep", ""])
    blad.merge_cells("A1:B1")
    blad.append(["a", "b", "c", "d"])
    for nummer in range(30):
        blad.append(["x", nummer, "y", f"{KANARIE} {nummer}"])
    pad = tmp_path / "export.xlsx"
    werkboek.save(pad)
    code, antwoord = inspecteer(capfd, pad)
    assert (code, antwoord["besluit"]) == (3, "weiger")


def test_een_blad_met_alleen_rekenbladfouten_noemt_de_cellen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    werkboek = openpyxl.Workbook()
    for rij in range(1, 8):
        cel = werkboek.worksheets[0].cell(rij, 2)
        cel.value, cel.data_type = "#DIV/0!", "e"
    pad = tmp_path / "clienten.xlsx"
    werkboek.save(pad)
    code, antwoord = inspecteer(capfd, pad)
    assert (code, antwoord["besluit"], antwoord["rijen"]) == (0, "lees", 0)
    assert [een["cel"] for een in antwoord["bevindingen"]] == [f"B{rij}" for rij in range(1, 8)]  # type: ignore[attr-defined]
    assert "B1, B2, B3, B4, B5, B6 en nog 1" in str(antwoord["besluiten"])


def test_een_kop_die_niet_zeker_is_wordt_niet_getoond(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Een eerste rij vol antwoorden waarin toevallig twee vragen staan, mag niet als kop op het scherm."""
    pad = tmp_path / "clienten.csv"
    rij = ",".join(["CL01", "CL02", *(f"{KANARIE} {nummer}" for nummer in range(9))])
    pad.write_text(f"{rij}\n" + ",".join(["eens"] * 11) + "\n", encoding="utf-8")
    inspecteer(capfd, pad)


def test_een_bestand_zonder_kop_toont_de_eerste_mens_niet(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "export.csv"
    pad.write_text(f"{KANARIE},eens,oneens\n" + "anders,eens,eens\nmeer,oneens,oneens\n" * 5, encoding="utf-8")
    _, antwoord = inspecteer(capfd, pad)
    assert antwoord["kolommen"] == 3
    voer_uit(["inspecteer", str(pad)])
    assert KANARIE not in capfd.readouterr().out


def test_hulp_heeft_een_voorbeeld_en_laadt_niets_zwaars() -> None:
    code = (
        "import sys\nfrom kwaliteit.cli import voer_uit\n"
        "voer_uit(['inspecteer', '--help'])\nvoer_uit(['koppel', '--help'])\n"
        "zwaar = {'pandas', 'numpy', 'rich', 'rapidfuzz', 'yaml', 'openpyxl'} & set(sys.modules)\n"
        "sys.exit(f'geimporteerd: {zwaar}' if zwaar else 0)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.count("Voorbeeld: kwaliteit ") == 2
