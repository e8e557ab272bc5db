"""De voordeur van de kamer: vreemde bestanden laten lezen door kinderen, naast elkaar en binnen grenzen.

Wat een kind ook overkomt (afbreken, vastlopen, te groot worden, onzin terugsturen): het eindigt als `Onleesbaar` met
een reden, en het volgende bestand krijgt een nieuw kind.
"""

import json
import os
import queue
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import IO, cast

from kwaliteit.bestanden.bewaking import GEEN_KIND, GRENZEN, OMGEVALLEN, Bewaker, Grenzen, meet_geheugen
from kwaliteit.bestanden.overdracht import Vals, lees_kader, pak_uit, schrijf_kader
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand

PER_KIND = 1_000_000
"""Bytes aan bestanden waarvoor een extra kind loont; starten kost ongeveer evenveel als dit lezen."""
MEESTE_KINDEREN = 4
VOLDAAN = 200_000_000
"""Bytes. Een kind dat hierna nog zoveel geheugen vasthoudt, krijgt geen volgend bestand."""

KIND = "import sys; sys.path[:] = sys.argv[1:]; from kwaliteit.bestanden.kind import werk; werk()"
"""Het kind begint zonder site-packages, omgevingsvariabelen of huidige map, met precies de zoekpaden van de ouder."""


class Leesploeg:
    """Leest bestanden in kinderen. Gebruik met `with`; daarna is elk kind weg."""

    def __init__(self, grenzen: Grenzen = GRENZEN) -> None:
        self._grenzen = grenzen
        self._bewaker = Bewaker()
        self._kinderen: set[_Kind] = set()
        self._vrij: queue.SimpleQueue[_Kind] = queue.SimpleQueue()
        self._draden: ThreadPoolExecutor | None = None
        self._uitkomsten: dict[Path, Future[Ruwbestand]] = {}

    def __enter__(self) -> "Leesploeg":
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        # Bij een fout of Ctrl-C hoeft niets meer af: een kind dat nog leest, stopt nu, anders wacht de gebruiker erop.
        if self._draden is not None:
            self._draden.shutdown(wait=False, cancel_futures=True)
            if fout is not None:
                for kind in list(self._kinderen):
                    kind.proces.kill()
            self._draden.shutdown()
        self._bewaker.sluit()
        for kind in self._kinderen:
            kind.stop()

    def zet_klaar(self, paden: Sequence[Path]) -> None:
        """Begin alvast te lezen, in deze volgorde."""
        if self._draden is None:
            samen = sum(_grootte(pad) for pad in paden)
            ploeg = min(len(paden), os.cpu_count() or 1, 1 + samen // PER_KIND, MEESTE_KINDEREN)
            self._draden = ThreadPoolExecutor(max_workers=max(ploeg, 1))
        for pad in paden:
            if pad not in self._uitkomsten:
                self._uitkomsten[pad] = self._draden.submit(self._lees, pad)

    def open(self, pad: Path) -> Ruwbestand:
        """Geef de cellen van een bestand, of `Onleesbaar` met de reden. De uitkomst wordt niet bewaard."""
        self.zet_klaar([pad])
        return self._uitkomsten.pop(pad).result()

    def _lees(self, pad: Path) -> Ruwbestand:
        kind = self._neem_kind()
        seconden = self._grenzen.tijd_voor(_grootte(pad))
        toezicht = self._bewaker.let_op(kind.proces, seconden, self._grenzen.geheugen)
        try:
            return kind.lees(pad, seconden, self._grenzen.geheugen)
        except (EOFError, OSError, Vals):
            kind.is_bruikbaar = False
            raise Onleesbaar(toezicht.reden or OMGEVALLEN) from None
        finally:
            self._bewaker.laat_gaan(toezicht)
            if kind.is_bruikbaar and toezicht.reden is None and meet_geheugen(kind.proces.pid) < VOLDAAN:
                self._vrij.put(kind)
            else:
                self._kinderen.discard(kind)
                kind.stop()

    def _neem_kind(self) -> "_Kind":
        try:
            return self._vrij.get_nowait()
        except queue.Empty:
            kind = _Kind()
            self._kinderen.add(kind)
            return kind


class _Kind:
    """Eén kindproces."""

    def __init__(self) -> None:
        self.is_bruikbaar = True
        opties = ["-I", "-S", "-X", "utf8", *(["-B"] if sys.dont_write_bytecode else [])]
        try:
            self.proces = subprocess.Popen(  # noqa: S603  alleen deze Python, zonder schil
                [sys.executable, *opties, "-c", KIND, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            raise Onleesbaar(GEEN_KIND) from None
        self._invoer, self._uitvoer = cast("IO[bytes]", self.proces.stdin), cast("IO[bytes]", self.proces.stdout)
        try:
            lees_kader(self._uitvoer, 0)  # het kind meldt zich
        except (OSError, EOFError, Vals):
            self.stop()
            raise Onleesbaar(GEEN_KIND) from None

    def lees(self, pad: Path, seconden: float, geheugen: int) -> Ruwbestand:
        """Laat het kind een bestand lezen; EOFError, OSError of Vals als het daarbij omvalt of onzin stuurt."""
        # Het eigen slot van het kind gaat iets later dicht, zodat de ouder het eerst is en de reden weet.
        opdracht = {"pad": str(pad.absolute()), "seconden": seconden + 3, "geheugen": geheugen + geheugen // 4}
        schrijf_kader(self._invoer, json.dumps(opdracht).encode())
        self._invoer.flush()
        return pak_uit(self._uitvoer)

    def stop(self) -> None:
        """Stop het kind en wacht tot het weg is."""
        self.proces.kill()
        self._invoer.close()
        self._uitvoer.close()
        self.proces.wait()


def _grootte(pad: Path) -> int:
    try:
        return pad.stat().st_size
    except OSError:
        return 0
