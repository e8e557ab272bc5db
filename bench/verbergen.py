"""Meet hoeveel het programma verbergt naast het minste dat veilig is, door alle keuzes op te sommen. Geen toets.

python bench/verbergen.py            # 1.000 kleine organisaties
python bench/verbergen.py 5000 --bladeren 4

Alleen wat om een buurman verborgen wordt telt in de strenge verhouding; wat zelf onder de drempel of in een band zit,
kan geen enkele keuze tonen. De opsomming deelt met het programma alleen de eis van stap C (`vind_bepaald`).
"""

import argparse
import itertools
import random
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, maak_indeling, vul_aan
from kwaliteit.geheimhouding.grenzen import Kennis, vind_bepaald
from kwaliteit.geheimhouding.keuze import kies
from kwaliteit.geheimhouding.patroon import kies_patroon
from kwaliteit.geheimhouding.waarden import zijn_vakken_goed
from tests.geheimhouding_organisaties import tel_op, verzin_boom

Vakken = tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Geval:
    """Een verzonnen organisatie: per vraag en blad (gunstig, niet gunstig)."""

    boom: Boom
    antwoorden: tuple[Mapping[str, Vakken], ...]
    drempel: int
    band: int


@dataclass(kw_only=True)
class Telling:
    """Wat verborgen is, door ons en in het beste geval; `nodig` kan geen keuze tonen."""

    nodig: int = 0
    wij: int = 0
    best: int = 0
    cellen: int = 0

    def __str__(self) -> str:
        streng = self.wij / self.best if self.best else 1.0
        alles = (self.nodig + self.wij) / ((self.nodig + self.best) or 1)
        return (
            f"{self.cellen:7} cellen, {self.nodig:6} niet te tonen, om een buurman {self.wij:5} tegen {self.best:5}: "
            f"verhouding {alles:.3f}, alleen buren {streng:.3f}"
        )


def verzin(zaad: int, bladeren: int) -> Geval:
    """Hoogstens `bladeren` locaties, twee tot vier vragen, k 4–10, t 2–3."""
    toeval = random.Random(zaad)
    boom = verzin_boom(toeval, toeval.randint(2, bladeren))
    namen = sorted(boom.bladeren[ORGANISATIE]) + ([ORGANISATIE] if toeval.random() < 0.3 else [])
    band = toeval.choice([2, 3])
    drempel = toeval.randint(max(4, 2 * band - 1), 10)
    mensen = {blad: toeval.choice([0, 3, 5, 8, 10, 12, 15, 20, 30, 45]) for blad in namen}
    antwoorden = []
    for _ in range(toeval.randint(2, 4)):
        per_blad = {}
        for blad in namen:
            n = max(0, mensen[blad] - toeval.choice([0, 0, 0, 1, 2, 3]))
            kans = toeval.choice([0.05, 0.15, 0.5, 0.5, 0.85, 0.95])
            gunstig = sum(toeval.random() < kans for _ in range(n))
            per_blad[blad] = (gunstig, n - gunstig)
        antwoorden.append(per_blad)
    return Geval(boom=boom, antwoorden=tuple(antwoorden), drempel=drempel, band=band)


def deelverzamelingen(knopen: frozenset[str], met: frozenset[str]) -> Iterator[frozenset[str]]:
    """Alle deelverzamelingen met in elk geval `met` (voor zover aanwezig), groot voor klein; als laatste de lege."""
    lijst = sorted(knopen - met)
    for grootte in range(len(lijst), -1, -1):
        for keuze in itertools.combinations(lijst, grootte):
            yield frozenset(keuze) | (met & knopen)
    yield frozenset()


def geef_blokken(boom: Boom, getoond: frozenset[str]) -> list[frozenset[str]]:
    """Per getoond onderdeel de bladeren die in geen ander getoond onderdeel daarbinnen liggen."""
    alle = {knoop: boom.bladeren[knoop] | ({ORGANISATIE} if knoop == ORGANISATIE else frozenset()) for knoop in getoond}
    return [
        eigen.difference(
            *(ander for naam, ander in alle.items() if naam != knoop and ander <= eigen and _onder(boom, naam, knoop))
        )
        for knoop, eigen in alle.items()
    ]


def _onder(boom: Boom, knoop: str, boven: str) -> bool:
    ouder = boom.per_id[knoop].ouder
    return ouder is not None and (ouder == boven or _onder(boom, ouder, boven))


def meet_a(geval: Geval, indeling: Indeling, met: frozenset[str], telling: Telling) -> frozenset[str]:
    """Stap A: ons patroon tegen het grootste veilige."""
    aantallen = [{blad: sum(vakken) for blad, vakken in per_blad.items()} for per_blad in geval.antwoorden]
    samen = {blad: tuple(aantal[blad] for aantal in aantallen) for blad in aantallen[0]}
    per_knoop = vul_aan(indeling, tel_op(geval.boom, samen))
    genoeg = frozenset(knoop for knoop in indeling.onderdelen if min(per_knoop[knoop]) >= geval.drempel)
    patroon = kies_patroon(indeling, set(indeling.onderdelen), per_knoop, geval.drempel)

    def is_veilig(getoond: frozenset[str]) -> bool:
        sommen = (
            sum(aantal[blad] for blad in blok if blad in aantal)
            for blok in geef_blokken(geval.boom, getoond)
            for aantal in aantallen
        )
        return all(som == 0 or som >= geval.drempel for som in sommen)

    assert is_veilig(patroon), geval
    best = next(getoond for getoond in deelverzamelingen(genoeg, met) if is_veilig(getoond))
    vragen = len(geval.antwoorden)
    telling.cellen += vragen * len(indeling.onderdelen)
    telling.nodig += vragen * (len(indeling.onderdelen) - len(genoeg))
    telling.wij += vragen * (len(genoeg) - len(patroon))
    telling.best += vragen * (len(genoeg) - len(best))
    return patroon


def meet_bc(geval: Geval, indeling: Indeling, patroon: frozenset[str], met: frozenset[str], telling: Telling) -> None:
    """Stap B en C per vraag, binnen ons patroon."""
    is_goed = partial(zijn_vakken_goed, drempel=geval.drempel, band=geval.band)
    for per_blad in geval.antwoorden:
        tellingen = vul_aan(indeling, tel_op(geval.boom, per_blad))
        if sum(tellingen[ORGANISATIE]) < geval.drempel:
            continue
        keuze = kies(indeling, patroon, tellingen, is_goed, geval.band)
        goed = frozenset(knoop for knoop in patroon if is_goed(tellingen[knoop]))
        assert is_veilig_bc(geval, indeling, keuze.tonen, tellingen, keuze.kennis)
        best = next(
            getoond
            for getoond in deelverzamelingen(goed, met)
            if not getoond or is_veilig_bc(geval, indeling, getoond, tellingen, keuze.kennis)
        )
        telling.cellen += len(patroon)
        telling.nodig += len(patroon) - len(goed)
        telling.wij += len(goed) - len(keuze.tonen)
        telling.best += len(goed) - len(best)


def is_veilig_bc(
    geval: Geval, indeling: Indeling, getoond: frozenset[str], tellingen: Tellingen, kennis: Kennis
) -> bool:
    """De eis van stap B, zelf geteld, en die van stap C."""
    for blok in geef_blokken(geval.boom, getoond):
        per_blad = [
            tellingen[blad] if blad != ORGANISATIE else tellingen[f"{ORGANISATIE}|plek onbekend"] for blad in blok
        ]
        gunstig, anders = (sum(vakken[vak] for vakken in per_blad) for vak in (0, 1))
        n = gunstig + anders
        if n and (n < geval.drempel or gunstig < geval.band or anders < geval.band):
            return False
    return not getoond or vind_bepaald(indeling, getoond, tellingen, kennis, (0,)) is None


def meet(aantal: int, bladeren: int, met: frozenset[str]) -> None:
    """Druk de gepoolde verhoudingen af; het beste geval toont in elk geval `met`."""
    a, bc = Telling(), Telling()
    seconden = 0.0
    for zaad in range(aantal):
        geval = verzin(zaad, bladeren)
        indeling = maak_indeling(geval.boom)
        begin = time.process_time()
        patroon = meet_a(geval, indeling, met, a)
        meet_bc(geval, indeling, patroon, met, bc)
        seconden += time.process_time() - begin
    samen = Telling(nodig=a.nodig + bc.nodig, wij=a.wij + bc.wij, best=a.best + bc.best, cellen=a.cellen)
    eis = "de organisatie blijft staan" if met else "elke veilige keuze, ook zonder de hele organisatie"
    print(f"{aantal} organisaties, hoogstens {bladeren} locaties; beste geval: {eis} ({seconden:.0f} s CPU)")
    for naam, telling in (("A", a), ("B+C", bc), ("samen", samen)):
        print(f"  {naam:6}{telling}")


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Hoeveel wordt er meer verborgen dan nodig is?")
    lezer.add_argument("aantal", nargs="?", type=int, default=1000)
    lezer.add_argument("--bladeren", type=int, default=6)
    keuzes = lezer.parse_args()
    for vast in (frozenset[str](), frozenset({ORGANISATIE})):
        meet(keuzes.aantal, keuzes.bladeren, vast)
