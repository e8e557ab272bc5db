"""Documentatie die klopt: gemaakte bladzijden zijn vers, de README is volledig, elk begrip staat in de lijst."""

import ast
import re
from pathlib import Path

import pytest
import typer

from kwaliteit.cli import app
from tests.gemaakte_documentatie import maak_alles

PROJECT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("pad", maak_alles())
def test_een_gemaakte_bladzijde_is_vers(pad: str) -> None:
    assert (PROJECT / pad).read_text(encoding="utf-8") == maak_alles()[pad], "draai `python tests/ververs.py`"


def test_de_readme_noemt_elke_opdracht_en_geen_andere() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    opdrachten = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert set(re.findall(r"^\| `kwaliteit (\w+)", readme, flags=re.MULTILINE)) == opdrachten


def test_de_twee_regels_staan_ook_in_het_engelse_deel() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    regels = re.findall(r"<!-- regel: \w+ -->\n```sh\n(.+)\n```", readme)
    assert len(regels) == 2
    assert all(readme.count(regel) == 2 for regel in regels)


def test_elk_begrip_staat_in_de_begrippenlijst() -> None:
    lijst = (PROJECT / "docs" / "begrippenlijst.md").read_text(encoding="utf-8")
    genoemd = set(re.findall(r"`(\w+)`", lijst))
    begrippen = {
        knoop.name
        for bestand in (PROJECT / "kwaliteit" / "begrippen").glob("*.py")
        for knoop in ast.parse(bestand.read_text(encoding="utf-8")).body
        if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_")
    }
    assert begrippen - genoemd == set()


@pytest.mark.parametrize("pad", sorted(PROJECT.glob("docs/**/*.md")), ids=lambda pad: pad.name)
def test_links_in_de_documentatie_bestaan(pad: Path) -> None:
    for doel in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", pad.read_text(encoding="utf-8")):
        assert (pad.parent / doel).exists(), doel
