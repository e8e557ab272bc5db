"""Meet snelheid en geheugen als verhoudingen, om en om in één run. Geen toets: de uitslag is om te lezen.

python bench/meet.py            # 2.000 × 30, en --help
python bench/meet.py --lezen    # lezen van 100.000 × 60 in een kind, en vier bestanden naast elkaar
python bench/meet.py --groot    # ook het hele verslag over 100.000 × 60 (minuten)
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from werkmap import maak_werkmap

LEES_MET_PANDAS = "import sys, pandas; pandas.read_excel(sys.argv[1], engine='openpyxl')"
LEES_KAAL = (
    "import sys; from python_calamine import CalamineWorkbook as W;"
    "W.from_path(sys.argv[1]).get_sheet_by_index(0).to_python(skip_empty_area=False)"
)


def cpu_van(opdracht: list[str]) -> float:
    """CPU-seconden (gebruiker en systeem) van een opdracht met al zijn kinderen."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime


def piek_van(opdracht: list[str]) -> float:
    """Hoogste geheugen (PSS, MB) van het proces met al zijn kinderen samen."""
    proces = subprocess.Popen(opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    piek = 0.0

    def kijk() -> None:
        nonlocal piek
        while proces.poll() is None:
            try:
                boom = [psutil.Process(proces.pid), *psutil.Process(proces.pid).children(recursive=True)]
                piek = max(piek, sum(lid.memory_full_info().pss for lid in boom) / 1e6)
            except psutil.Error:
                pass
            time.sleep(0.02)

    kijker = threading.Thread(target=kijk)
    kijker.start()
    proces.wait()
    kijker.join()
    return piek


def verhouding(naam: str, opdracht: list[str], maatstaf: list[str], rondes: int) -> None:
    """Meet beide om en om en druk de mediaan van de verhoudingen per ronde af."""
    metingen = [(cpu_van(opdracht), cpu_van(maatstaf)) for _ in range(rondes)]
    verhoudingen = [een / ander for een, ander in metingen]
    eigen, ander = (statistics.median(waarden) for waarden in zip(*metingen, strict=True))
    print(
        f"{naam:<42} {eigen:8.2f} s CPU tegen {ander:8.2f} s   verhouding {statistics.median(verhoudingen):5.2f}"
        f"   ({min(verhoudingen):.2f} tot {max(verhoudingen):.2f})"
    )


def meet_verslag(respondenten: int, vragen: int, rondes: int, map_: Path) -> None:
    """Het hele verslag tegen alleen `pandas.read_excel` van hetzelfde bestand."""
    werkmap = map_ / f"{respondenten}x{vragen}"
    bron = maak_werkmap(werkmap, respondenten, vragen)
    opdracht = [sys.executable, "-m", "kwaliteit", "verslag", "2024", "--map", str(werkmap), "--stil"]
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    naam = f"verslag {respondenten:,} × {vragen} / read_excel".replace(",", ".")
    verhouding(naam, opdracht, [sys.executable, "-c", LEES_MET_PANDAS, str(bron)], rondes)
    print(f"{'  piekgeheugen, alle processen samen (PSS)':<42} {piek_van(opdracht):8.0f} MB")


def meet_lezen(rondes: int, map_: Path) -> None:
    """Lezen tot en met de codes tegen kale calamine, en vier bestanden naast elkaar tegen één."""
    lees = [sys.executable, str(Path(__file__).parent / "lees.py")]
    groot = map_ / "100000x60"
    bron = maak_werkmap(groot, 100_000, 60)
    verhouding(
        "lezen en coderen 100.000 × 60 / kale calamine",
        [*lees, str(groot)],
        [sys.executable, "-c", LEES_KAAL, str(bron)],
        rondes,
    )
    print(f"{'  piekgeheugen, alle processen samen (PSS)':<42} {piek_van([*lees, str(groot)]):8.0f} MB")
    een, vier = map_ / "25000x60-1", map_ / "25000x60-4"
    maak_werkmap(een, 25_000, 60)
    maak_werkmap(vier, 25_000, 60, jaren=4)
    tijden = [(_duur([*lees, str(vier)]), _duur([*lees, str(een)])) for _ in range(rondes)]
    verhoudingen = [lang / kort for lang, kort in tijden]
    print(
        f"{'vier bestanden van 25.000 × 60 / een':<42} {tijden[0][0]:8.2f} s klok tegen {tijden[0][1]:6.2f} s   "
        f"verhouding {statistics.median(verhoudingen):5.2f}   ({min(verhoudingen):.2f} tot {max(verhoudingen):.2f})"
    )


def _duur(opdracht: list[str]) -> float:
    begin = time.monotonic()
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def main() -> None:
    """Lees de opties en meet."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--groot", action="store_true", help="ook 100.000 × 60")
    opties.add_argument("--lezen", action="store_true", help="alleen het lezen van grote bestanden")
    opties.add_argument("--rondes", type=int, default=7)
    opties.add_argument("--map", type=Path, default=Path(tempfile.gettempdir()) / "kwaliteit-bench")
    keuze = opties.parse_args()
    if keuze.lezen:
        meet_lezen(keuze.rondes, keuze.map)
        return
    verhouding(
        "kwaliteit --help / python -c pass",
        [sys.executable, "-m", "kwaliteit", "--help"],
        [sys.executable, "-c", "pass"],
        keuze.rondes * 3,
    )
    meet_verslag(2_000, 30, keuze.rondes, keuze.map)
    if keuze.groot:
        meet_verslag(100_000, 60, 1, keuze.map)


if __name__ == "__main__":
    main()
