"""Ziet of er iets veranderd is, aan tijd en grootte van elk bestand; leest geen enkel bestand.

Duizend bestanden kosten 5 ms per keer. Peilen werkt overal hetzelfde, ook op een netwerkschijf en in OneDrive.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from kwaliteit.begrippen.voorvertoning import Mapstand

PEILTIJD = 0.3
"""Seconden tussen twee keer kijken, en zolang moet het na een opslag stil zijn."""
LANGSTE_RUST = 10.0
"""Seconden. Blijft er iets veranderen, dan wordt er hierna toch gebouwd."""
DEEL = 20
"""Kijken mag hoogstens een twintigste van de tijd kosten; bij een trage schijf komt er dus minder vaak een keer."""

UITVOER = "uitvoer"
"""De map in de werkmap waar `verslag` schrijft; die telt niet mee."""
WOORDEN = ("verhaal/", "citaten/", "zelfbeoordeling/", "sjablonen/", "acties.yaml", "huisstijl.yaml", "taal.yaml")
"""Hiervan hangen de gelezen bronnen niet af."""
_RESTJES = frozenset({"thumbs.db", "desktop.ini", "__pycache__"})
_TIJDELIJK = ("~", ".tmp", ".swp", ".swx", ".bak", ".part", ".crdownload")

_Regel = tuple[str, int, int]


class Wachter:
    """Kijkt naar een werkmap en naar de sjablonen van het programma."""

    def __init__(self, werkmap: Path, sjablonen: Path) -> None:
        self._werkmap = werkmap
        self._sjablonen = sjablonen
        self._duur = 0.0

    def neem_op(self) -> Mapstand:
        """Neem op hoe alle bestanden er nu voor staan."""
        begin = time.monotonic()
        regels = sorted(_loop_af(self._werkmap, ""))
        stand = Mapstand(
            cijfers=tuple(regel for regel in regels if not regel[0].startswith(WOORDEN)),
            woorden=tuple(regel for regel in regels if regel[0].startswith(WOORDEN)),
            sjablonen=tuple(sorted(_loop_af(self._sjablonen, ""))),
        )
        self._duur = time.monotonic() - begin
        return stand

    def wacht_op_wijziging(self, stand: Mapstand) -> Mapstand:
        """Wacht tot er iets anders is dan in `stand`, en dan tot het stil is: een programma slaat in stappen op."""
        nu = stand
        while nu == stand:
            self._wacht_even()
            nu = self.neem_op()
        uiterlijk = time.monotonic() + LANGSTE_RUST
        vorig = stand
        while nu != vorig and time.monotonic() < uiterlijk:
            self._wacht_even()
            vorig, nu = nu, self.neem_op()
        return nu

    def _wacht_even(self) -> None:
        time.sleep(max(PEILTIJD, DEEL * self._duur))


def is_tijdelijk(naam: str) -> bool:
    """Waar bij wat een editor, Excel, een browser of Windows zelf even neerzet."""
    klein = naam.casefold()
    return klein.startswith((".", "~$", "#")) or klein.endswith(_TIJDELIJK) or klein in _RESTJES


def _loop_af(map_: Path | str, voor: str) -> Iterator[_Regel]:
    """Geef elk bestand onder een map; wat intussen verdwijnt, telt als weg."""
    try:
        inhoud = list(os.scandir(map_))
    except OSError:
        return
    for een in inhoud:
        naam = voor + een.name
        if is_tijdelijk(een.name) or naam == UITVOER:
            continue
        try:
            if een.is_dir(follow_symlinks=False):
                yield from _loop_af(een.path, f"{naam}/")
            else:
                gemeten = een.stat()
                yield naam, gemeten.st_mtime_ns, gemeten.st_size
        except OSError:
            yield naam, -1, -1
