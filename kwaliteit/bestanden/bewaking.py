"""Hoeveel tijd en geheugen het lezen van één bestand mag kosten, en wie dat bewaakt.

Twee sloten. Het kind zet zelf een grens bij het besturingssysteem waar dat kan; de ouder kijkt overal mee en stopt een
kind dat te lang bezig is of te groot wordt. Op Windows en macOS is er alleen het tweede slot.
"""

import threading
import time
from dataclasses import dataclass, field
from subprocess import Popen

from kwaliteit.bestanden.ruw import Weigering

MEGABYTE = 1_000_000
KIJKTIJD = 0.03
"""Seconden tussen twee blikken op een kind."""
NAAR_EEN_XLSX = "Vertrouwt u het bestand? Open het dan in Excel, bewaar alleen het blad met antwoorden als nieuwe xlsx."

TE_LANG = Weigering(
    wat="Het lezen van dit bestand duurde te lang en is gestopt.",
    verwacht="een rekenblad zoals Excel of LibreOffice het maakt",
    doe_dit=NAAR_EEN_XLSX,
    onveilig=True,
)
TE_VEEL_GEHEUGEN = Weigering(
    wat="Dit bestand vraagt veel meer geheugen dan een bestand met antwoorden nodig heeft. Het lezen is gestopt.",
    verwacht="een rekenblad zoals Excel of LibreOffice het maakt, met hoogstens 10 miljoen cellen",
    doe_dit=NAAR_EEN_XLSX,
    onveilig=True,
)
OMGEVALLEN = Weigering(
    wat="Dit bestand is zo beschadigd dat de lezer erop vastliep.",
    verwacht="een rekenblad zoals Excel of LibreOffice het maakt",
    doe_dit=NAAR_EEN_XLSX,
    onveilig=True,
)
IN_DE_WAR = Weigering(
    wat="Het lezen van dit bestand ging mis. Dat kan aan het bestand liggen of aan dit programma.",
    verwacht="een rekenblad zoals Excel of LibreOffice het maakt",
    doe_dit="Open het bestand in Excel en sla het op als nieuwe xlsx. Gaat het weer mis, meld het dan aan de makers.",
)
GEEN_KIND = Weigering(
    wat="Het hulpprogramma dat bestanden leest start niet.",
    verwacht="een computer waarop Python een tweede proces mag starten",
    doe_dit="Sluit andere programma's en probeer het opnieuw. Blijft het zo, vraag dan uw beheerder of Python een "
    "tweede proces mag starten.",
    onveilig=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """Wat lezen mag kosten. Tijd groeit mee met de grootte van het bestand, zodat een trage laptop niets mist.

    `geheugen` in bytes is van het kind alleen; 100.000 antwoorden op 60 vragen kosten 430 MB.
    """

    seconden: float = 12.0
    seconden_per_mb: float = 2.0
    geheugen: int = 750 * MEGABYTE

    def tijd_voor(self, grootte: int) -> float:
        """Seconden voor een bestand van zoveel bytes."""
        return self.seconden + self.seconden_per_mb * grootte / MEGABYTE


GRENZEN = Grenzen()


def beperk_geheugen(bytes_: int) -> None:
    """Laat het besturingssysteem dit proces tegenhouden, waar dat bestaat. Schrijven naar bestanden mag ook niet."""
    try:
        import resource  # noqa: PLC0415  bestaat niet op Windows
    except ImportError:
        return
    for soort, grens in ((resource.RLIMIT_AS, bytes_), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(soort, (grens, resource.getrlimit(soort)[1]))
        except (ValueError, OSError):
            continue  # macOS kent niet elke grens; de ouder kijkt mee


@dataclass(slots=True, eq=False)
class Toezicht:
    """Een kind dat bezig is; `reden` is er zodra het over een grens ging en is gestopt."""

    proces: "Popen[bytes]"
    einde: float
    geheugen: int
    reden: Weigering | None = None


@dataclass
class Bewaker:
    """Kijkt in een eigen draad naar alle kinderen die bezig zijn, en stopt wie over een grens gaat."""

    _toezicht: list[Toezicht] = field(default_factory=list)
    _slot: threading.Lock = field(default_factory=threading.Lock)
    _werk: threading.Event = field(default_factory=threading.Event)
    _klaar: bool = False
    _draad: threading.Thread | None = None

    def let_op(self, proces: "Popen[bytes]", seconden: float, geheugen: int) -> Toezicht:
        """Begin te kijken naar een kind."""
        toezicht = Toezicht(proces, time.monotonic() + seconden, geheugen)
        with self._slot:
            self._toezicht.append(toezicht)
            if self._draad is None:
                self._draad = threading.Thread(target=self._kijk, daemon=True, name="bewaker")
                self._draad.start()
        self._werk.set()
        return toezicht

    def laat_gaan(self, toezicht: Toezicht) -> None:
        """Stop met kijken."""
        with self._slot:
            self._toezicht.remove(toezicht)

    def sluit(self) -> None:
        """Stop de draad."""
        self._klaar = True
        self._werk.set()

    def _kijk(self) -> None:
        while not self._klaar:
            with self._slot:
                bezig = [toezicht for toezicht in self._toezicht if toezicht.reden is None]
            if not bezig:
                self._werk.clear()
                self._werk.wait(KIJKTIJD * 10)
                continue
            for toezicht in bezig:
                toezicht.reden = _vind_reden(toezicht)
                if toezicht.reden is not None:
                    self._stop(toezicht)
            time.sleep(KIJKTIJD)

    def _stop(self, toezicht: Toezicht) -> None:
        # Onder het slot, en alleen wie nog bezig is: een kind dat net klaar was kan al aan een ander bestand werken.
        with self._slot:
            if toezicht in self._toezicht:
                toezicht.proces.kill()


def _vind_reden(toezicht: Toezicht) -> Weigering | None:
    if time.monotonic() > toezicht.einde:
        return TE_LANG
    return TE_VEEL_GEHEUGEN if meet_geheugen(toezicht.proces.pid) > toezicht.geheugen else None


def meet_geheugen(proces: int) -> int:
    """Geef de bytes die een proces in het werkgeheugen heeft; 0 als het er niet meer is."""
    import psutil  # noqa: PLC0415  alleen de ouder heeft dit nodig

    try:
        return int(psutil.Process(proces).memory_info().rss)
    except psutil.Error:
        return 0
