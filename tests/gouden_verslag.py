"""Het verslag van de voorbeelddata, en welke bestanden daarvan gouden bestanden zijn."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
GOUD = PROJECT / "tests" / "verwacht" / "voorbeelddata"
NIET_GOUD = (".xlsx", ".png")
"""Een rekenblad of beeld kan niemand in een diff lezen; de inhoud staat ook in de CSV's en de svg's."""


def maak_verslag(uit: Path, omgeving: Mapping[str, str] | None = None, jaar: int = 2024) -> Path:
    """Maak het verslag van de voorbeelddata in `uit`, streng, en geef de jaarmap."""
    klaar = subprocess.run(
        [
            sys.executable,
            "-m",
            "kwaliteit",
            "verslag",
            str(jaar),
            "--map",
            "voorbeelddata",
            "--uit",
            str(uit),
            "--streng",
        ],
        cwd=PROJECT,
        env={**os.environ, **(omgeving or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if klaar.returncode != 0:
        raise RuntimeError(f"afsluitcode {klaar.returncode}\n{klaar.stderr}")
    return uit / str(jaar)


def gouden_bestanden(jaarmap: Path) -> list[Path]:
    """De bestanden die byte voor byte vergeleken worden."""
    return sorted(
        pad
        for map_ in ("openbaar", "intern")
        for pad in (jaarmap / map_).rglob("*")
        if pad.is_file() and pad.suffix not in NIET_GOUD
    )
