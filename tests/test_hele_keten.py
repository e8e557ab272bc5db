"""De hele keten op een kleine, andere organisatie (eigen lijst, geen regio, een groep minder), en slechte invoer."""

import csv
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kwaliteit.cli import voer_uit

KANARIE = "KANARIE-7319"
"""Staat in een antwoord; mag nergens buiten de bron verschijnen."""

KWALITEIT = """\
organisatie: {naam: "Woonhof Oever", verzonnen: true}
publicatie: {vastgesteld_op: 2025-05-12}
locaties:
  kade: {naam: "De Kade"}
  brug: {naam: "De Brug", ook_wel: ["Brughuis"]}
jaren:
  2024:
    kader: woonzorg-lggz-2024
    meetperiode: {van: 2024-09-01, tot: 2024-10-31}
    uitgenodigd: {clienten: 90, professionals: 60, samenwerkingspartners: 20}
    populatie: {clienten: {kade: 60, brug: 40}}
"""
VRAGENLIJST = """\
vragenlijst: eigen-lijst
versie: "1"
doelgroep: clienten
licentie: CC0-1.0
schalen:
  smileys: {soort: likert, labels: {1: slecht, 2: gaat, 3: goed}, gunstig: [3]}
  cijfer: {soort: rapportcijfer, laagste: 1, hoogste: 10}
vragen:
  - {id: W1, tekst: "Hoe is het wonen?", schaal: smileys, norm: C1}
  - {id: W2, tekst: "Hoe is de hulp?", schaal: smileys, norm: [P1, C5]}
  - {id: W3, tekst: "Welk cijfer geeft u ons?", schaal: cijfer, norm: S1}
"""


def maak_werkmap(map_: Path, *, clienten: int = 80) -> Path:
    kans = random.Random(3)
    (map_ / "bronnen" / "2024").mkdir(parents=True)
    (map_ / "vragenlijsten").mkdir()
    (map_ / "kwaliteit.yaml").write_text(KWALITEIT, encoding="utf-8")
    (map_ / "vragenlijsten" / "eigen-lijst.yaml").write_text(VRAGENLIJST, encoding="utf-8")
    regels = ["W1;W2;W3;locatie"]
    regels += [
        f"{kans.choice(['slecht', 'gaat', 'goed', 'goed'])};{kans.choice(['gaat', 'goed', 'goed'])};"
        f"{kans.choice(['6', '7', '7,5', '8', '9'])};{'De Kade' if kans.random() < 0.6 else 'Brughuis'}"
        for _ in range(clienten)
    ]
    (map_ / "bronnen" / "2024" / "clienten.csv").write_text("\n".join(regels) + "\n", encoding="utf-8")
    vragen = [f"PR{nummer:02d}" for nummer in range(1, 11)]
    regels = ["\t".join(vragen)] + ["\t".join(kans.choice("12345") for _ in vragen) for _ in range(45)]
    (map_ / "bronnen" / "2024" / "professionals.tsv").write_text("\n".join(regels) + "\n", encoding="utf-8")
    return map_


def alle_tekst(map_: Path) -> str:
    return "\n".join(pad.read_bytes().decode("utf-8", "replace") for pad in sorted(map_.rglob("*")) if pad.is_file())


def test_een_andere_organisatie_draait_zonder_aanpassing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--json"]) == 0
    antwoord = json.loads(capfd.readouterr().out)
    openbaar = werkmap / "uitvoer" / "2024" / "openbaar"
    html = (openbaar / "verslag.html").read_text(encoding="utf-8")
    assert "Woonhof Oever" in html
    assert "Dit jaar vroeg de organisatie naasten niets" in html
    assert "Hoe is het wonen?" in html
    assert {"groep-zonder-bron"} <= {bevinding["code"] for bevinding in antwoord["bevindingen"]}
    with (openbaar / "gegevens" / "indicatoren.csv").open(encoding="utf-8", newline="") as stroom:
        rijen = list(csv.DictReader(stroom))
    assert {rij["onderdeel"] for rij in rijen if rij["doelgroep"] == "clienten"} == {
        "Woonhof Oever",
        "De Kade",
        "De Brug",
    }
    gemiddelde = [rij for rij in rijen if rij["indicator"] == "W3" and rij["niveau"] == "organisatie"]
    assert [rij["maat"] for rij in gemiddelde] == ["gemiddelde"]
    assert 6 < float(gemiddelde[0]["waarde"]) < 9


def test_een_andere_volgorde_van_rijen_geeft_dezelfde_openbare_bytes(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil"]) == 0
    gegevens = werkmap / "uitvoer" / "2024" / "openbaar" / "gegevens"
    eerste = (gegevens / "indicatoren.csv").read_bytes()
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    kop, *regels = bron.read_text(encoding="utf-8").splitlines()
    bron.write_text("\n".join([kop, *reversed(regels)]) + "\n", encoding="utf-8")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil"]) == 0
    assert (gegevens / "indicatoren.csv").read_bytes() == eerste


def test_streng_stopt_bij_een_ernstige_bevinding_en_laat_het_oude_verslag_staan(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--streng"]) == 0
    pagina = werkmap / "uitvoer" / "2024" / "openbaar" / "verslag.html"
    oud = pagina.read_bytes()
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    bron.write_text(bron.read_text(encoding="utf-8") + f"{KANARIE};goed;7;De Kade\n", encoding="utf-8")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--streng"]) == 1
    assert pagina.read_bytes() == oud
    assert voer_uit(["verslag", "2024", "--map", str(werkmap)]) == 0
    assert pagina.read_bytes() != oud


def test_definitief_vult_het_register_een_keer(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    opdracht = ["verslag", "2024", "--map", str(werkmap), "--stil"]
    assert voer_uit(opdracht) == 0
    assert not (werkmap / "register").exists()
    assert "Concept" in (werkmap / "uitvoer/2024/openbaar/verslag.html").read_text(encoding="utf-8")
    assert voer_uit([*opdracht, "--definitief"]) == 0
    register = (werkmap / "register" / "publicaties.csv").read_bytes()
    assert len(register.splitlines()) > 10
    assert voer_uit([*opdracht, "--definitief"]) == 0
    assert (werkmap / "register" / "publicaties.csv").read_bytes() == register
    assert "Concept." not in (werkmap / "uitvoer/2024/openbaar/verslag.html").read_text(encoding="utf-8")


def test_een_register_dat_excel_bewaarde_houdt_definitief_tegen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    opdracht = ["verslag", "2024", "--map", str(werkmap), "--stil", "--definitief"]
    assert voer_uit(opdracht) == 0
    register = werkmap / "register" / "publicaties.csv"
    register.write_text(register.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    beschadigd = register.read_bytes()
    capfd.readouterr()
    assert voer_uit(opdracht) == 4
    assert "register/publicaties.csv: dit register is veranderd of beschadigd" in capfd.readouterr().err
    assert register.read_bytes() == beschadigd


def test_mislukt_publiceren_dan_komt_er_niets_in_het_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")

    def vol(_nummer: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", vol)
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--definitief"]) == 2
    assert not (werkmap / "register").exists()


def test_een_vorm_die_niet_meer_gevraagd_is_en_eigen_werk_worden_genoemd(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    werkmap = maak_werkmap(tmp_path / "werkmap")
    opdracht = ["verslag", "2024", "--map", str(werkmap)]
    assert voer_uit([*opdracht, "--formaat", "docx"]) == 0
    openbaar = werkmap / "uitvoer" / "2024" / "openbaar"
    assert (openbaar / "verslag.docx").stat().st_size > 10_000
    (openbaar / "verslag.md").write_text("met mijn opmerking", encoding="utf-8")
    assert "van de vorige keer is weg" not in capfd.readouterr().err
    assert voer_uit(opdracht) == 0
    scherm = " ".join(capfd.readouterr().err.split())
    assert "verslag.docx van de vorige keer is weg: het zou niet meer kloppen. Vraag het opnieuw met" in scherm
    assert "U had verslag.md gezet of veranderd. Dat bestand staat nu in" in scherm
    bewaard = werkmap / "uitvoer" / "2024" / "bewaard" / "openbaar" / "verslag.md"
    assert bewaard.read_text(encoding="utf-8") == "met mijn opmerking"


@pytest.mark.parametrize(
    ("opties", "woorden"),
    [
        (["--kopniveau", "9"], ["--kopniveau: 9 kan niet", "van 1 tot en met 4"]),
        (["--basis-url", "htp:/x"], ["--basis-url: dit is geen volledig webadres van een map"]),
        (["--basis-url", "https://x.example/a?b=c"], ["zonder ? of #"]),
        (["--formaat", "odt"], ["--formaat heeft geen geldige waarde", "pdf of docx"]),
        (["--kopniveau", "0", "--basis-url", "x"], ["--kopniveau", "--basis-url"]),
    ],
)
def test_een_vorm_die_niet_kan_is_verkeerd_gebruik(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], opties: list[str], woorden: list[str]
) -> None:
    werkmap = maak_werkmap(tmp_path / "werkmap")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), *opties]) == 2
    scherm = " ".join(capfd.readouterr().err.split())
    assert all(woord in scherm for woord in woorden), scherm
    assert not (werkmap / "uitvoer").exists()


def test_de_gekozen_vorm_staat_in_fragment_en_markdown(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werkmap")
    opties = ["--basis-url", "https://x.example/2024", "--kopniveau", "3", "--front-matter", "yaml", "--stil"]
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), *opties]) == 0
    openbaar = werkmap / "uitvoer" / "2024" / "openbaar"
    kaal = (openbaar / "fragment-kaal.html").read_text(encoding="utf-8")
    assert 'href="https://x.example/2024/kort.html"' in kaal
    assert "<h3" in kaal
    assert "<h2" not in kaal
    assert (openbaar / "verslag.md").read_text(encoding="utf-8").startswith("---\ntitle: ")
    assert "https://x.example/2024/" not in (openbaar / "verslag.html").read_text(encoding="utf-8")


def test_een_tikfout_in_de_map_maakt_geen_map(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["verslag", "2024", "--map", str(tmp_path / "weg")]) == 2
    assert not (tmp_path / "weg").exists()
    assert "weg" in capfd.readouterr().err


def test_een_andere_eigen_vragenlijst_geeft_een_ander_controlegetal(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    herkomst = werkmap / "uitvoer" / "2024" / "intern" / "herkomst.json"
    getallen = set()
    for gunstig in ("[3]", "[2, 3]"):
        lijst = VRAGENLIJST.replace("gunstig: [3]", f"gunstig: {gunstig}")
        (werkmap / "vragenlijsten" / "eigen-lijst.yaml").write_text(lijst, encoding="utf-8")
        assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil"]) == 0
        getallen.add(json.loads(herkomst.read_text(encoding="utf-8"))["controlegetal"])
    assert len(getallen) == 2


def test_een_onbekend_kader_in_een_eerder_jaar_is_een_fout(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    with (werkmap / "kwaliteit.yaml").open("a", encoding="utf-8") as stroom:
        stroom.write("  2023: {kader: onzin-2020}\n")
    assert voer_uit(["controleer", "2024", "--map", str(werkmap)]) == 4
    assert "onbekend kader 'onzin-2020'" in capfd.readouterr().err


def test_definitief_vraagt_een_datum_van_vaststelling(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    configuratie = werkmap / "kwaliteit.yaml"
    configuratie.write_text(KWALITEIT.replace("publicatie: {vastgesteld_op: 2025-05-12}\n", ""), encoding="utf-8")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--definitief"]) == 4
    assert "vastgesteld_op" in capfd.readouterr().err
    assert not (werkmap / "uitvoer" / "2024").exists()


def _leeg(werkmap: Path) -> None:
    (werkmap / "bronnen/2024/clienten.csv").write_bytes(b"")
    (werkmap / "bronnen/2024/professionals.tsv").unlink()


def _afgekapt(werkmap: Path) -> None:
    shutil.rmtree(werkmap / "bronnen/2024")
    (werkmap / "bronnen/2024").mkdir()
    (werkmap / "bronnen/2024/clienten.xlsx").write_bytes(b"PK\x03\x04" + KANARIE.encode() * 20)


def _geen_bron(werkmap: Path) -> None:
    shutil.rmtree(werkmap / "bronnen/2024")


def _koppen_passen_niet(werkmap: Path) -> None:
    (werkmap / "bronnen/2024/professionals.tsv").unlink()
    (werkmap / "bronnen/2024/clienten.csv").write_text(f"a;b;c\n{KANARIE};2;3\n{KANARIE};4;5\n", encoding="utf-8")


def _yaml_stuk(werkmap: Path) -> None:
    (werkmap / "kwaliteit.yaml").write_text(KWALITEIT.replace("locaties:", "lokaties:"), encoding="utf-8")


def _yaml_dubbel(werkmap: Path) -> None:
    (werkmap / "kwaliteit.yaml").write_text(KWALITEIT + 'organisatie: {naam: "Nog een"}\n', encoding="utf-8")


def _onbekend_cijfer(werkmap: Path) -> None:
    (werkmap / "verhaal/2024").mkdir(parents=True)
    tekst = '---\nboodschap: Goed gewoond.\n---\n## Duiding\nDit is {{ cijfer("W11") }}.\n'
    (werkmap / "verhaal/2024/clienten.md").write_text(tekst, encoding="utf-8")


@pytest.mark.parametrize(
    ("breek", "code", "in_tekst"),
    [
        (_leeg, 3, "clienten.csv"),
        (_afgekapt, 3, "clienten.xlsx"),
        (_geen_bron, 3, "bronnen"),
        (_koppen_passen_niet, 3, "clienten.csv"),
        (_yaml_stuk, 4, "locaties"),
        (_yaml_dubbel, 4, "regel"),
        (_onbekend_cijfer, 4, "W1"),
    ],
    ids=lambda waarde: getattr(waarde, "__name__", None),
)
def test_slechte_invoer_eindigt_met_code_en_tekst_en_raakt_niets_aan(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], breek: object, code: int, in_tekst: str
) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil"]) == 0
    oud = alle_tekst(werkmap / "uitvoer" / "2024" / "openbaar")
    capfd.readouterr()
    assert callable(breek)
    breek(werkmap)
    assert voer_uit(["verslag", "2024", "--map", str(werkmap)]) == code
    tekst = capfd.readouterr().err
    assert "Doe dit:" in tekst
    assert in_tekst in tekst
    assert "Traceback" not in tekst
    assert KANARIE not in tekst
    assert alle_tekst(werkmap / "uitvoer" / "2024" / "openbaar") == oud


def test_een_antwoord_verschijnt_nergens_buiten_de_bron(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    kop, *regels = bron.read_text(encoding="utf-8").splitlines()
    regels[3] = f"{KANARIE};goed;7;De Kade"
    regels[4] = f"goed;goed;7;{KANARIE}"
    bron.write_text(
        "\n".join([f"{kop};O1. Wat gaat goed?", *(f"{regel};{KANARIE}" for regel in regels)]), encoding="utf-8"
    )
    klaar = subprocess.run(
        [sys.executable, "-m", "kwaliteit", "verslag", "2024", "--map", str(werkmap)],
        cwd=Path(__file__).resolve().parents[1],
        capture_output=True,
        check=False,
    )
    assert klaar.returncode == 0
    assert KANARIE in bron.read_text(encoding="utf-8"), "positieve controle"
    assert KANARIE.encode() not in klaar.stdout + klaar.stderr
    assert KANARIE not in alle_tekst(werkmap / "uitvoer")


def test_een_onbekende_locatie_noemt_de_cel_en_niet_de_naam(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    kop, *regels = bron.read_text(encoding="utf-8").splitlines()
    regels[12] = f"goed;goed;7;{KANARIE}"
    bron.write_text("\n".join([kop, *regels]) + "\n", encoding="utf-8")
    assert voer_uit(["controleer", "2024", "--map", str(werkmap)]) == 0
    tekst = capfd.readouterr().err
    assert (
        "bronnen/2024/clienten.csv, D14: 1 persoon heeft een locatie die niet in kwaliteit.yaml staat (1 naam)."
        in tekst
    )
    assert KANARIE not in tekst


def test_vrije_tekst_bij_een_kengetal_blijft_intern(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    regel = f"kengetal;locatie;teller;noemer;toelichting\nK01;;60;90;{KANARIE} belde\n"
    (werkmap / "bronnen" / "2024" / "kengetallen.csv").write_text(regel, encoding="utf-8")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil"]) == 0
    uitvoer = werkmap / "uitvoer" / "2024"
    assert KANARIE not in alle_tekst(uitvoer / "openbaar")
    assert KANARIE in (uitvoer / "intern" / "indicatoren.csv").read_text(encoding="utf-8"), "positieve controle"
    assert "K01" in (uitvoer / "openbaar" / "gegevens" / "indicatoren.csv").read_text(encoding="utf-8")


def test_wie_nog_minder_dan_tien_antwoorden_heeft_staat_nergens_met_een_getal(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    kop, *regels = bron.read_text(encoding="utf-8").splitlines()
    weinig = [regel.replace("Brughuis", "De Kade") for regel in regels[:-7]] + ["slecht;gaat;6;Brughuis"] * 7
    bron.write_text("\n".join([kop, *weinig]) + "\n", encoding="utf-8")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil"]) == 0
    gegevens = werkmap / "uitvoer" / "2024" / "openbaar" / "gegevens"
    for naam in ("indicatoren.csv", "respons.csv"):
        with (gegevens / naam).open(encoding="utf-8", newline="") as stroom:
            rijen = [rij for rij in csv.DictReader(stroom) if rij["onderdeel"] in ("De Brug", "De Kade")]
        assert {rij["status"] for rij in rijen if rij["doelgroep"] == "clienten"} == {"te weinig antwoorden"}, naam
        for rij in rijen:
            assert not any(
                rij.get(naam) for naam in ("waarde", "teller", "noemer", "ondergrens", "deelnemers", "respons")
            )
