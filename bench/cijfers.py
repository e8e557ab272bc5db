"""Meet wat er na het lezen komt, op antwoorden in het geheugen, tegen één kale groupby over dezelfde antwoorden.

python bench/cijfers.py                 # 20.000 mensen per jaar × 60 vragen × 40 locaties × 5 jaar, dus 100.000 mensen
python bench/cijfers.py --mensen 100000 # 100.000 per jaar
python bench/cijfers.py --profiel       # waar de tijd in `indicatoren` zit
"""

import argparse
import cProfile
import pstats
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from kwaliteit.begrippen.antwoord import Antwoordblad, Antwoordkolom, Bron, Leesresultaat
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.verhaal import Verhaal
from kwaliteit.begrippen.vragenlijst import (
    Ontbreekregel,
    Samenstelling,
    Schaal,
    Schaalsoort,
    Vraag,
    Vragenbibliotheek,
    Vragenlijst,
)
from kwaliteit.begrippen.werkmap import Aantallen, Jaargang, Meetperiode, Organisatie, Publicatie, Werkmap
from kwaliteit.geheimhouding import beveilig
from kwaliteit.indicatoren import bereken
from kwaliteit.kaders import lees_kader, lees_rekenregels, nieuwste_kader
from kwaliteit.vergelijken import vergelijk

EENS5 = Schaal(
    naam="eens5", soort=Schaalsoort.LIKERT, codes=(1, 2, 3, 4, 5), labels=("a", "b", "c", "d", "e"), gunstig=(4, 5)
)
LAATSTE_JAAR = 2024


def maak_lijst(vragen: int, schaalscores: int) -> Vragenlijst:
    """Een lijst met stellingen, en schaalscores over telkens zes ervan."""
    alle = tuple(Vraag(id=f"V{i}", tekst=f"Vraag {i}", schaal=EENS5, normen=("C1",)) for i in range(vragen))
    scores = tuple(
        Vraag(
            id=f"S{i}",
            tekst=f"Schaal {i}",
            schaal=Schaal(naam=f"S{i}", soort=Schaalsoort.SCHAALSCORE, laagste=0.0, hoogste=100.0),
            samenstelling=Samenstelling(
                vragen=tuple(vraag.id for vraag in alle[6 * i : 6 * i + 6]),
                regel=Ontbreekregel.HELFT,
                op_100=True,
                gunstig_boven=3.5,
                instrument="",
                versie="",
                bron="",
            ),
        )
        for i in range(schaalscores)
    )
    return Vragenlijst(
        naam="meetlijst",
        versie="1",
        doelgroep=Doelgroep.CLIENTEN,
        licentie="",
        inleiding="",
        vragen=alle,
        schaalscores=scores,
    )


def maak_blad(lijst: Vragenlijst, jaar: int, mensen: int, locaties: tuple[str, ...]) -> Antwoordblad:
    """Verzonnen antwoorden met een vast zaad; een op de twintig is leeg."""
    toeval = np.random.default_rng(jaar)
    kolommen = {}
    for vraag in lijst.vragen:
        plaats = toeval.choice(6, mensen, p=[0.05, 0.05, 0.1, 0.2, 0.4, 0.2]).astype(np.int16) - 1
        kolommen[vraag.id] = Antwoordkolom(vraag=vraag, kolomletter="A", plaats=plaats.astype(np.int16))
    return Antwoordblad(
        bron=Bron(bestand="geen", blad="", dialect="", sha256="", kopregel=1, jaar=jaar, doelgroep=lijst.doelgroep),
        vragenlijst=lijst,
        rijen=np.arange(mensen, dtype=np.int64),
        kolommen=kolommen,
        locaties=locaties,
        locatie=toeval.integers(0, len(locaties), mensen).astype(np.int16),
        respondent=(),
        onbekende_locaties=(),
        afwijkingen=(),
    )


def maak_werkmap(locaties: tuple[str, ...], jaren: list[int], mensen: int) -> Werkmap:
    """Een organisatie met vier regio's; van elk jaar is bekend hoeveel mensen er zijn."""
    regios = tuple(f"regio{i}" for i in range(4))
    knopen = [
        Onderdeel(id=ORGANISATIE, naam="Meet", niveau=Niveau.ORGANISATIE, ouder=None),
        *(Onderdeel(id=regio, naam=regio, niveau=Niveau.REGIO, ouder=ORGANISATIE) for regio in regios),
        *(Onderdeel(id=naam, naam=naam, niveau=Niveau.LOCATIE, ouder=regios[i % 4]) for i, naam in enumerate(locaties)),
    ]
    per_locatie = {naam: 2 * mensen // len(locaties) for naam in locaties}
    aantallen = {Doelgroep.CLIENTEN: Aantallen(totaal=sum(per_locatie.values()), per_locatie=per_locatie)}
    jaargangen = {
        jaar: Jaargang(
            jaar=jaar,
            kader=nieuwste_kader(),
            meetperiode=Meetperiode(van=date(jaar, 9, 1), tot=date(jaar, 10, 1)),
            populatie=aantallen,
            uitgenodigd=aantallen,
            bronnen=(),
            kengetallen=None,
        )
        for jaar in jaren
    }
    return Werkmap(
        pad=Path("geen"),
        jaar=LAATSTE_JAAR,
        organisatie=Organisatie(naam="Meet"),
        publicatie=Publicatie(),
        boom=Boom(onderdelen=tuple(knopen)),
        locatienamen={},
        jaren=jaargangen,
        nederlandse_csv=False,
        acties=(),
        verhaal=Verhaal(voorwoord=None, samenvatting=None, over_ons=None, pijlers={}, reacties=()),
        citaten=(),
        zelfoordelen=(),
        controlegetallen={},
    )


def maak_frame(bladen: list[Antwoordblad]) -> pd.DataFrame:
    """Dezelfde antwoorden als één breed frame met jaar en locatie."""
    delen = []
    for blad in bladen:
        kolommen: dict[str, Any] = {
            naam: np.where(kolom.plaats >= 0, kolom.plaats + 1.0, np.nan) for naam, kolom in blad.kolommen.items()
        }
        delen.append(pd.DataFrame({"jaar": blad.bron.jaar, "locatie": blad.locatie, **kolommen}))
    return pd.concat(delen, ignore_index=True)


def meet(naam: str, doe: Callable[[], Any], rondes: int, maatstaf: float | None = None) -> tuple[Any, float]:
    """Druk de mediaan van de CPU-tijd af, en hoeveel keer de maatstaf dat is."""
    tijden = []
    for _ in range(rondes):
        begin = time.process_time()
        uitkomst = doe()
        tijden.append(time.process_time() - begin)
    mediaan = statistics.median(tijden)
    keer = "" if maatstaf is None else f"   {mediaan / maatstaf:6.1f} ×"
    print(f"{naam:<34} {mediaan:8.2f} s CPU ({min(tijden):.2f} tot {max(tijden):.2f}){keer}")
    return uitkomst, mediaan


def main() -> None:
    """Lees de opties en meet."""
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--mensen", type=int, default=20_000, help="per jaar")
    opties.add_argument("--vragen", type=int, default=60)
    opties.add_argument("--schaalscores", type=int, default=0)
    opties.add_argument("--locaties", type=int, default=40)
    opties.add_argument("--jaren", type=int, default=5)
    opties.add_argument("--rondes", type=int, default=3)
    opties.add_argument("--profiel", action="store_true")
    keuze = opties.parse_args()
    locaties = tuple(f"loc{i:02d}" for i in range(keuze.locaties))
    jaren = list(range(LAATSTE_JAAR - keuze.jaren + 1, LAATSTE_JAAR + 1))
    lijst = maak_lijst(keuze.vragen, keuze.schaalscores)
    bladen = [maak_blad(lijst, jaar, keuze.mensen, locaties) for jaar in jaren]
    werkmap = maak_werkmap(locaties, jaren, keuze.mensen)
    kader, regels = lees_kader(nieuwste_kader()), lees_rekenregels()
    bibliotheek = Vragenbibliotheek(vragenlijsten=(lijst,), kengetallen=(), spiegels=())
    gelezen = Leesresultaat(bladen=tuple(bladen), kengetallen=(), bevindingen=(), controlegetallen={})

    def reken() -> Any:
        _vergeet_marges()
        return bereken(werkmap, kader, bibliotheek, regels, gelezen)

    if keuze.profiel:
        with cProfile.Profile() as profiel:
            reken()
        pstats.Stats(profiel).sort_stats("cumulative").print_stats(25)
        return
    frame = maak_frame(bladen)
    _, maatstaf = meet("groupby(jaar, locatie).agg", lambda: _groepeer(frame), keuze.rondes)
    indicatoren, eerste = meet("indicatoren", reken, keuze.rondes, maatstaf)
    beveiligd, tweede = meet("geheimhouding", lambda: beveilig(indicatoren, kader, regels), keuze.rondes, maatstaf)
    _, derde = meet("vergelijken", lambda: vergelijk(indicatoren, beveiligd.openbaar, regels), keuze.rondes, maatstaf)
    print(f"{'samen':<34} {eerste + tweede + derde:8.2f} s CPU{(eerste + tweede + derde) / maatstaf:35.1f} ×")


def _vergeet_marges() -> None:
    """De marges worden onthouden; zonder dit meet een tweede ronde alleen het opzoeken."""
    for naam, module in list(sys.modules.items()):
        if naam.startswith("kwaliteit.formules"):
            for functie in vars(module).values():
                if hasattr(functie, "cache_clear"):
                    functie.cache_clear()


def _groepeer(frame: pd.DataFrame) -> pd.DataFrame:
    """Wat iemand in een notitieblok zou schrijven: aantal, gemiddelde en spreiding per vraag, jaar en locatie."""
    return frame.groupby(["jaar", "locatie"]).agg(["count", "mean", "std"])


if __name__ == "__main__":
    main()
