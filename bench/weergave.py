"""Meet wat de weergave kost uit een klaar verslag, tegen de CPU van `import pandas`. Geen toets, wel om te lezen.

python bench/weergave.py        # de voorbeelddata
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kwaliteit import keten, rapportage, weergave
from kwaliteit.begrippen.indicatorkaart import Indicatorkaart
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.weergave.figuren import beelden

VOORBEELD = Path(__file__).resolve().parents[1] / "voorbeelddata"
RONDES = 9
IMPORT = "import time; t = time.process_time(); import pandas; print(time.process_time() - t)"


def mediaan(doe: Callable[[], object]) -> float:
    """CPU-seconden van één keer: de mediaan van een paar rondes, na een eerste keer die laadt en vertaalt."""
    doe()
    tijden = []
    for _ in range(RONDES):
        begin = time.process_time()
        doe()
        tijden.append(time.process_time() - begin)
    return statistics.median(tijden)


def import_pandas() -> float:
    """CPU-seconden van `import pandas` in een vers proces."""
    opdracht = [sys.executable, "-c", IMPORT]
    return statistics.median(
        float(subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout) for _ in range(RONDES)
    )


def lees_uitgaven() -> tuple[tuple[Verslag, Verslag, Verslag], tuple[Indicatorkaart, ...]]:
    """De drie uitgaven en de kaarten van de voorbeelddata, klaar om te tonen."""
    gelezen = keten._lees(keten._lees_werkmap(VOORBEELD, 2024, keten._zwijg), keten._zwijg)
    berekend = keten._bereken(gelezen, keten._zwijg)
    kaarten = rapportage.maak_kaarten(berekend.beveiligd.openbaar, gelezen.kader, gelezen.regels)
    return keten._stel_samen(gelezen, berekend, concept=True), kaarten


def maak_vormen(
    uitgaven: tuple[Verslag, Verslag, Verslag], kaarten: tuple[Indicatorkaart, ...]
) -> dict[str, Callable[[], object]]:
    """Elke tekstvorm als iets om te doen, in de volgorde van de keten."""
    verslag, kort, verantwoording = uitgaven
    return {
        "verslag.html": lambda: weergave.maak_html(verslag),
        "kort en verantwoording": lambda: [weergave.maak_html(een) for een in (kort, verantwoording)],
        "Markdown (drie)": lambda: [weergave.maak_markdown(een) for een in uitgaven],
        "fragment.html": lambda: weergave.maak_fragment(verslag),
        "fragment-kaal.html": lambda: weergave.maak_kaal(verslag),
        "kaarten": lambda: weergave.maak_kaarten(kaarten, verslag),
        "figuren svg": lambda: [beelden.als_svg(beeld) for beeld in beelden.teken_alle(verslag)],
    }


def meet() -> None:
    """Druk per vorm de verhouding af, en die van alle tekstvormen samen.

    Elke ronde begint met een nieuw verslag (dezelfde inhoud): vormen delen voorwerk binnen een ronde, niet erover heen.
    """
    uitgaven, kaarten = lees_uitgaven()
    maatstaf = import_pandas()
    rondes: list[dict[str, float]] = []
    for _ in range(RONDES + 1):
        tijden = {}
        verslag, kort, verantwoording = uitgaven
        vers = (replace(verslag), replace(kort), replace(verantwoording))
        for naam, doe in maak_vormen(vers, kaarten).items():
            begin = time.process_time()
            doe()
            tijden[naam] = time.process_time() - begin
        rondes.append(tijden)
    del rondes[0]  # de eerste laadt en vertaalt de sjablonen
    png = mediaan(lambda: [beelden.als_png(beeld) for beeld in beelden.teken_alle(uitgaven[0])])
    print(f"import pandas: {maatstaf:.3f} s CPU")
    for naam in rondes[0]:
        tijd = statistics.median(ronde[naam] for ronde in rondes)
        print(f"{naam:<24}{tijd / maatstaf:.3f} × import pandas ({tijd:.3f} s)")
    samen = statistics.median(sum(ronde.values()) for ronde in rondes)
    print(f"{'alle tekstvormen samen':<24}{samen / maatstaf:.3f} × (doel: hoogstens 0,5)")
    print(f"{'figuren png':<24}{png / maatstaf:.3f} × ({png:.3f} s, geen tekstvorm)")


if __name__ == "__main__":
    meet()
