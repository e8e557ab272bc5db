"""De opdrachtregel: hulp, afsluitcodes, JSON en teksten bij verkeerd gebruik."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kwaliteit.cli import voer_uit

VOORBEELD = Path(__file__).resolve().parents[1] / "voorbeelddata"


def test_help_importeert_geen_pandas() -> None:
    code = (
        "import sys\nfrom kwaliteit.cli import voer_uit\nvoer_uit(['--help'])\n"
        "zwaar = {'pandas', 'numpy', 'rich', 'openpyxl', 'jinja2', 'yaml'} & set(sys.modules)\n"
        "sys.exit(f'geimporteerd: {zwaar}' if zwaar else 0)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    assert "Opdrachten:" in klaar.stdout


@pytest.mark.parametrize(
    ("argumenten", "wat", "verwacht"),
    [
        (["verslg", "2024"], "kwaliteit: onbekende opdracht 'verslg'", "Bedoelde u 'verslag'?"),
        (["verslag"], "kwaliteit verslag: JAAR ontbreekt", "JAAR achter de opdracht."),
        (["verslag", "twee"], "kwaliteit verslag: JAAR heeft geen geldige waarde", "bijvoorbeeld 2024"),
        (["verslag", "2024", "--strng"], "kwaliteit verslag: onbekende optie --strng", "Bedoelde u '--streng'?"),
        (["verslag", "2024", "3"], "kwaliteit verslag: er staat te veel achter de opdracht", "uit de hulp"),
        (["kader", "ton"], "kwaliteit kader: onbekende opdracht 'ton'", "Bedoelde u 'toon'?"),
        (["verslag", "2024", "--map"], "de optie --map heeft geen waarde", "een waarde achter --map"),
    ],
)
def test_verkeerd_gebruik_geeft_code_2_en_een_gewone_tekst(
    capfd: pytest.CaptureFixture[str], argumenten: list[str], wat: str, verwacht: str
) -> None:
    assert voer_uit(argumenten) == 2
    tekst = capfd.readouterr().err
    assert wat in tekst
    assert verwacht in tekst
    assert "--help' voor uitleg" in tekst


def test_een_werkmap_die_er_niet_is_geeft_code_2(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(tmp_path / "weg")]) == 2
    assert "Doe dit:" in capfd.readouterr().err


def test_json_is_een_object_op_standaarduitvoer(capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(VOORBEELD), "--json"]) == 0
    uit = capfd.readouterr()
    antwoord = json.loads(uit.out)
    assert {"opdracht", "versie", "afsluitcode", "bevindingen"} <= set(antwoord)
    assert antwoord["opdracht"] == "controleer"
    assert set(antwoord["bevindingen"][0]) == {
        *("code", "ernst", "bestand", "blad", "cel", "vraag", "wat", "verwacht", "doe_dit"),
    }


def test_een_fout_is_ook_json(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(tmp_path / "weg"), "--json"]) == 2
    antwoord = json.loads(capfd.readouterr().out)
    assert antwoord["afsluitcode"] == 2
    assert set(antwoord["fouten"][0]) == {"waar", "wat", "verwacht", "doe_dit"}


def test_geen_kleurcodes_buiten_een_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(VOORBEELD)]) == 0
    uit = capfd.readouterr()
    assert "\x1b" not in uit.out + uit.err
    assert "Nagelopen:" in uit.err


def test_kader_toont_pijlers_normen_en_eisen(capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["kader"]) == 0
    tekst = capfd.readouterr().out
    assert all(naam in tekst for naam in ("Cliënten", "Samenwerken", "C1", "W8", "V1", "V9"))


def test_kader_vergelijkt_met_een_eigen_bestand(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    meegeleverd = Path(__file__).resolve().parents[1] / "kwaliteit" / "kaders" / "woonzorg-lggz-2024.yaml"
    eigen = tmp_path / "woonzorg-lggz-2025.yaml"
    tekst = meegeleverd.read_text(encoding="utf-8").replace("Er is geen vaste aanpak", "Er is geen enkele vaste aanpak")
    eigen.write_text(tekst.replace('versie: "2024"', 'versie: "2025"'), encoding="utf-8")
    assert voer_uit(["kader", "vergelijk", "woonzorg-lggz-2024", str(eigen)]) == 0
    assert "C1" in capfd.readouterr().out
    assert voer_uit(["kader", "vergelijk", "woonzorg-lggz-2024", "woonzorg-lggz-2024"]) == 0
    assert "Geen verschillen." in capfd.readouterr().out


def test_een_eigen_fout_toont_geen_traceback(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from kwaliteit import keten  # noqa: PLC0415  de keten is zwaar; alleen deze toets heeft haar nodig

    def stuk(**_: object) -> None:
        raise ZeroDivisionError("KANARIE-4711")

    monkeypatch.setattr(keten, "controleer", stuk)
    assert voer_uit(["controleer", "2024", "--map", str(VOORBEELD)]) == 70
    tekst = capfd.readouterr().err
    assert "fout in het programma zelf" in tekst
    assert "KANARIE" not in tekst
    assert "Traceback" not in tekst
