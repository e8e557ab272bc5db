"""Meet snelheid en geheugen als verhoudingen, om en om in één run. Geen toets: de uitslag is om te lezen.

python bench/meet.py            # 2.000 × 30, en --help
python bench/meet.py --groot    # ook 100.000 × 60 (minuten)
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


def main() -> None:
    """Lees de opties en meet."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--groot", action="store_true", help="ook 100.000 × 60")
    opties.add_argument("--rondes", type=int, default=7)
    opties.add_argument("--map", type=Path, default=Path(tempfile.gettempdir()) / "kwaliteit-bench")
    keuze = opties.parse_args()
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
