"""Maak de gouden bestanden en de gemaakte documentatie opnieuw: `python tests/ververs.py`. Lees daarna de diff.

Met `--beelden` ook de twaalf beelden van de pagina's; dat vraagt Chromium. Bekijk ze daarna alle twaalf.
"""

import os
import shutil
import sys
import tempfile
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


def ververs_beelden() -> None:
    """Maak de twaalf beelden opnieuw."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  alleen wie beelden wil heeft een browser nodig

    from tests.beelden import BEELDEN, bewaar, maak_beelden, start_browser  # noqa: PLC0415

    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as map_, sync_playwright() as speler:
        browser = start_browser(speler, chromium, Path(map_))
        for naam, beeld in maak_beelden(browser, GOUD / "openbaar"):
            bewaar(beeld, BEELDEN / f"{naam}.png")
        browser.close()


if __name__ == "__main__":
    ververs()
    if "--beelden" in sys.argv:
        ververs_beelden()
