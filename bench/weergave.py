"""Meet wat de weergave kost uit een klaar verslag, tegen de CPU van `import pandas`. Geen toets: de uitslag is om te lezen.

python bench/weergave.py        # de voorbeelddata
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kwaliteit import keten, weergave
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


def lees_uitgaven() -> tuple[Verslag, Verslag, Verslag]:
    """De drie uitgaven van de voorbeelddata, klaar om te tonen."""
    gelezen = keten._lees(keten._lees_werkmap(VOORBEELD, 2024, keten._zwijg), keten._zwijg)
    return keten._stel_samen(gelezen, keten._bereken(gelezen, keten._zwijg), concept=True)


def meet() -> None:
    """Druk per vorm de verhouding af, en die van alle tekstvormen samen."""
    verslag, kort, verantwoording = lees_uitgaven()
    maatstaf = import_pandas()
    vormen: dict[str, Callable[[], object]] = {
        "verslag.html": lambda: weergave.maak_html(verslag),
        "kort en verantwoording": lambda: [weergave.maak_html(uitgave) for uitgave in (kort, verantwoording)],
        "Markdown (drie)": lambda: [weergave.maak_markdown(een) for een in (verslag, kort, verantwoording)],
        "fragment.html": lambda: weergave.maak_fragment(verslag),
        "fragment-kaal.html": lambda: weergave.maak_kaal(verslag),
        "figuren svg": lambda: [beelden.als_svg(beeld) for beeld in beelden.teken_alle(verslag)],
    }
    tijden = {naam: mediaan(doe) for naam, doe in vormen.items()}
    png = mediaan(lambda: [beelden.als_png(beeld) for beeld in beelden.teken_alle(verslag)])
    print(f"import pandas: {maatstaf:.3f} s CPU")
    for naam, tijd in tijden.items():
        print(f"{naam:<24}{tijd / maatstaf:.3f} × import pandas ({tijd:.3f} s)")
    print(f"{'alle tekstvormen samen':<24}{sum(tijden.values()) / maatstaf:.3f} × (doel: hoogstens 0,5)")
    print(f"{'figuren png':<24}{png / maatstaf:.3f} × ({png:.3f} s, geen tekstvorm)")


if __name__ == "__main__":
    meet()
