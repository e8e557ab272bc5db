"""Toets een groot aantal willekeurige organisaties op lekken, en kijk of elke stap van het verbergen nodig is.

python bench/openbaarheid.py --aantal 10000 --zaad 1 --processen 2
"""

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from tests.openbaarheid_organisaties import STAPPEN, Organisatie, toets_organisatie, verzin_organisatie

Tellingen = Counter[str]
VOORBEELDEN = 10
"""Zoveel zaden met een lek worden genoemd."""


def toets_een(zaad: int, met_stappen: bool) -> tuple[Tellingen, list[str]]:
    """Toets één organisatie, en in een steekproef ook met elke stap een keer uit."""
    tel: Tellingen = Counter(organisaties=1)
    organisatie = verzin_organisatie(zaad)
    try:
        eerder = organisatie.publiceer_eerder()
        beveiligd = organisatie.publiceer(eerder)
    except ValueError as fout:
        return tel + Counter({"het verbergen liep vast": 1}), [f"zaad {zaad}: {fout}"]
    if beveiligd is None:
        return tel + Counter({"tegengehouden door het register": 1}), []
    tel["met eerdere versie"] += eerder is not None
    tel.update({f"verborg: {regel}": 1 for regel in {rij.regel.split(":")[0] for rij in beveiligd.verborgen}})
    begin = time.process_time()
    uitslag = toets_organisatie(organisatie, beveiligd.openbaar, eerder)
    tel["ms toets"] += round(1000 * (time.process_time() - begin))
    tel.update({"getoetste aantallen": uitslag.getoetst, "onbeslist": len(uitslag.onbeslist)})
    tel["organisaties met lek"] += bool(uitslag.lekken)
    per_soort = {_noem_soort(lek): lek for lek in reversed(uitslag.lekken)}
    tel.update({f"lek {soort}": 1 for soort in per_soort})
    voorbeeld = [f"zaad {zaad} {soort}: {lek}" for soort, lek in per_soort.items()]
    voorbeeld += [f"zaad {zaad} onbeslist: {uitslag.onbeslist[0]}"] if uitslag.onbeslist else []
    if met_stappen and eerder is None:
        for naam, zet_uit in STAPPEN.items():
            tel += _toets_zonder(naam, zet_uit, organisatie, beveiligd.openbaar.cijfers)
    return tel, voorbeeld


def _noem_soort(lek: Lek) -> str:
    """De soort van een lek; van twee versies ook wat er verschilt."""
    if lek.soort is not Leksoort.VERSIES:
        return str(lek.soort)
    wat = "deelnemers" if "deelnemers" in lek.wat else "antwoorden"
    return f"tussen versies: {wat}{', restblok' if '(zonder ' in lek.onderdelen[0] else ''}"


def _toets_zonder(
    naam: str, zet_uit: Callable[[pytest.MonkeyPatch], None], organisatie: Organisatie, gewoon: tuple[object, ...]
) -> Tellingen:
    """Zet één stap uit; deed zij hier iets, dan moet de toets een lek vinden."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        zet_uit(monkeypatch)
        zonder = organisatie.publiceer()
    if zonder is None or zonder.openbaar.cijfers == gewoon:
        return Counter()
    gevonden = bool(toets_organisatie(organisatie, zonder.openbaar).lekken)
    return Counter({f"{naam}: deed iets": 1, f"{naam}: lek gevonden": int(gevonden)})


def _toets_zaad(werk: tuple[int, bool]) -> tuple[Tellingen, list[str]]:
    return toets_een(*werk)


def main() -> None:
    """Toets, tel en toon."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--aantal", type=int, default=10_000)
    opties.add_argument("--zaad", type=int, default=1)
    opties.add_argument("--processen", type=int, default=1)
    opties.add_argument("--steekproef", type=int, default=5, help="zet bij 1 op de zoveel elke stap een keer uit")
    gekozen = opties.parse_args()
    werk = [(zaad, zaad % gekozen.steekproef == 0) for zaad in range(gekozen.zaad, gekozen.zaad + gekozen.aantal)]
    begin, tel, voorbeelden = time.perf_counter(), Counter[str](), list[str]()
    with multiprocessing.Pool(gekozen.processen) as ploeg:
        for deel, voorbeeld in ploeg.imap_unordered(_toets_zaad, werk, chunksize=20):
            tel.update(deel)
            voorbeelden += voorbeeld
    for naam, aantal in sorted(tel.items()):
        print(f"{naam:<45}{aantal:>10}")
    for naam in STAPPEN:
        if deed := tel[f"{naam}: deed iets"]:
            print(f"{naam}: uitgezet, gevonden bij {100 * tel[f'{naam}: lek gevonden'] / deed:.1f}% van {deed}")
    print(
        f"{tel['ms toets'] / max(1, tel['organisaties']):.1f} ms per organisatie; {time.perf_counter() - begin:.0f} s"
    )
    print("\n".join(sorted(voorbeelden)[:VOORBEELDEN]))


if __name__ == "__main__":
    main()
