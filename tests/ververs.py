"""Maak de gouden bestanden en de gemaakte documentatie opnieuw: `python tests/ververs.py`. Lees daarna de diff."""

import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from tests.gemaakte_documentatie import maak_alles  # noqa: E402
from tests.gouden_verslag import GOUD, gouden_bestanden, maak_verslag  # noqa: E402


def ververs() -> None:
    """Schrijf alles opnieuw."""
    for pad, tekst in maak_alles().items():
        (PROJECT / pad).write_text(tekst, encoding="utf-8", newline="\n")
    if GOUD.exists():
        shutil.rmtree(GOUD)
    uitvoer = maak_verslag(PROJECT / ".goud")
    for bestand in gouden_bestanden(uitvoer):
        doel = GOUD / bestand.relative_to(uitvoer)
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(bestand, doel)
    shutil.rmtree(PROJECT / ".goud")


if __name__ == "__main__":
    ververs()
