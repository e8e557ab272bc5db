"""Het kindproces dat vreemde bestanden ontleedt. Doet niets anders: paden erin, kaders met cellen eruit.

Importeert zo min mogelijk, want elke start telt. Loopt het vast, dan stopt de ouder het; sterft de ouder, dan houdt
de invoer op en stopt het zelf.
"""

import faulthandler
import gc
import hashlib
import json
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from kwaliteit.bestanden.bewaking import IN_DE_WAR, TE_VEEL_GEHEUGEN, beperk_geheugen
from kwaliteit.bestanden.herken import lees_inhoud
from kwaliteit.bestanden.openen import eis_passende_naam, open_ruw
from kwaliteit.bestanden.overdracht import lees_kader, schrijf_kader, verpak, verpak_weigering
from kwaliteit.bestanden.ruw import Onleesbaar

LANGSTE_OPDRACHT = 1 << 17


def werk() -> None:
    """Lees bestanden op verzoek, tot de invoer ophoudt."""
    gc.disable()  # het leven is kort en kringen komen hier niet voor
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is voor de ouder; die ruimt op
    invoer, uitvoer, nergens = _neem_stromen()
    schrijf_kader(uitvoer, b"")
    uitvoer.flush()
    while True:
        try:
            opdracht = json.loads(lees_kader(invoer, LANGSTE_OPDRACHT))
        except EOFError:
            return
        # Vangnet voor als de ouder er niet meer is om te stoppen: een eigen draad die ook een vastgelopen lezer raakt.
        faulthandler.dump_traceback_later(opdracht["seconden"], exit=True, file=nergens)
        beperk_geheugen(opdracht["geheugen"])
        for kader in _lees_bestand(Path(opdracht["pad"])):
            schrijf_kader(uitvoer, kader)
        uitvoer.flush()
        faulthandler.cancel_dump_traceback_later()


def _neem_stromen() -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    """Houd de stromen met de ouder apart: wat een bibliotheek afdrukt komt er zo nooit tussen."""
    uitvoer = os.fdopen(os.dup(1), "wb")
    nergens = Path(os.devnull).open("wb")  # noqa: SIM115  leeft zolang het kind leeft
    for stroom in (1, 2):
        os.dup2(nergens.fileno(), stroom)
    return sys.stdin.buffer, uitvoer, nergens


def _lees_bestand(pad: Path) -> Iterator[bytes]:
    sha256 = ""
    try:
        inhoud = lees_inhoud(pad)
        sha256 = hashlib.sha256(inhoud).hexdigest()
        ruw = replace(open_ruw(inhoud), sha256=sha256)
        eis_passende_naam(pad, ruw)
    except Onleesbaar as fout:
        fout.sha256 = sha256
        yield verpak_weigering(fout)
    except MemoryError:
        yield verpak_weigering(Onleesbaar(TE_VEEL_GEHEUGEN))
    except Exception:  # een fout van ons of van een bibliotheek: de tekst ervan kan een antwoord bevatten
        yield verpak_weigering(Onleesbaar(IN_DE_WAR))
    else:
        yield from verpak(ruw)


if __name__ == "__main__":
    werk()
