"""De voordeur van de kamer: vreemde bestanden laten lezen door kinderen, naast elkaar en binnen grenzen.

Wat een kind ook overkomt (afbreken, vastlopen, te groot worden, onzin terugsturen): het eindigt als `Onleesbaar` met
een reden, en het volgende bestand krijgt een nieuw kind.
"""

import json
import os
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
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

STARTTIJD = 30.0
"""Seconden die een kind krijgt om te beginnen; een virusscanner kan daar lang naar kijken."""

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
        self._vooruit = 0
        self._wachtrij: deque[Path] = deque()
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
        """Begin alvast te lezen, in deze volgorde; hoogstens één bestand meer dan er kinderen zijn ligt klaar."""
        if self._draden is None:
            samen = sum(_grootte(pad) for pad in paden)
            ploeg = max(min(len(paden), os.cpu_count() or 1, 1 + samen // PER_KIND, MEESTE_KINDEREN), 1)
            self._draden = ThreadPoolExecutor(max_workers=ploeg)
            self._vooruit = ploeg + 1
        self._wachtrij.extend(paden)
        self._vul_aan(self._draden)

    def open(self, pad: Path) -> Ruwbestand:
        """Geef de cellen van een bestand, of `Onleesbaar` met de reden. De uitkomst wordt niet bewaard."""
        if self._draden is None:
            self.zet_klaar([pad])
        draden = cast("ThreadPoolExecutor", self._draden)
        self._begin(draden, pad)
        try:
            return self._uitkomsten.pop(pad).result()
        finally:
            self._vul_aan(draden)

    def _vul_aan(self, draden: ThreadPoolExecutor) -> None:
        while self._wachtrij and len(self._uitkomsten) < self._vooruit:
            self._begin(draden, self._wachtrij[0])

    def _begin(self, draden: ThreadPoolExecutor, pad: Path) -> None:
        with suppress(ValueError):
            self._wachtrij.remove(pad)
        if pad not in self._uitkomsten:
            self._uitkomsten[pad] = draden.submit(self._lees, pad)

    def _lees(self, pad: Path) -> Ruwbestand:
        seconden = self._grenzen.tijd_voor(_grootte(pad))
        kind = self._neem_kind()
        toezicht = self._bewaker.let_op(kind.proces, seconden, self._grenzen.geheugen)
        is_bruikbaar = False
        try:
            ruw = kind.lees(pad, seconden, self._grenzen.geheugen)
            is_bruikbaar = True
        except Onleesbaar:
            is_bruikbaar = True
            raise
        except (EOFError, OSError, Vals):
            raise Onleesbaar(toezicht.reden or OMGEVALLEN) from None
        finally:
            self._bewaker.laat_gaan(toezicht)
            if is_bruikbaar and toezicht.reden is None and meet_geheugen(kind.proces.pid) < VOLDAAN:
                self._vrij.put(kind)
            else:
                self._kinderen.discard(kind)
                kind.stop()
        return ruw

    def _neem_kind(self) -> "_Kind":
        """Neem een kind dat vrij is; is het intussen gestorven, dan een nieuw."""
        while True:
            try:
                kind = self._vrij.get_nowait()
            except queue.Empty:
                kind = _Kind(self._bewaker)
                self._kinderen.add(kind)
                return kind
            if kind.proces.poll() is None:
                return kind
            self._kinderen.discard(kind)
            kind.stop()


class _Kind:
    """Eén kindproces."""

    def __init__(self, bewaker: Bewaker) -> None:
        opties = ["-I", "-S", "-X", "utf8", *(["-B"] if sys.dont_write_bytecode else [])]
        try:
            self.proces = subprocess.Popen(  # noqa: S603  alleen deze Python, zonder schil
                [_zoek_python(), *opties, "-c", KIND, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            raise Onleesbaar(GEEN_KIND) from None
        self._invoer, self._uitvoer = cast("IO[bytes]", self.proces.stdin), cast("IO[bytes]", self.proces.stdout)
        toezicht = bewaker.let_op(self.proces, STARTTIJD, GRENZEN.geheugen)
        try:
            lees_kader(self._uitvoer, 0)  # het kind meldt zich
        except (OSError, EOFError, Vals):
            self.stop()
            raise Onleesbaar(GEEN_KIND) from None
        finally:
            bewaker.laat_gaan(toezicht)

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
        for stroom in (self._invoer, self._uitvoer):
            with suppress(OSError):  # wat nog in de invoer stond hoeft niet meer aan te komen
                stroom.close()
        self.proces.wait()


def _zoek_python() -> str:
    """Geef de Python zelf. In een venv op Windows is python.exe een starter, en zou de bewaker dat poppetje meten."""
    echt = getattr(sys, "_base_executable", None) if sys.platform == "win32" else None
    return echt or sys.executable


def _grootte(pad: Path) -> int:
    try:
        return pad.stat().st_size
    except OSError:
        return 0
