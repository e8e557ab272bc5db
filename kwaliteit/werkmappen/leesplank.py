"""Eén werkmap op de leesplank: elk bestand wordt hier geopend, blijft binnen de map en krijgt een controlegetal.

Gebreken worden hier verzameld in plaats van opgeworpen, zodat de gebruiker ze allemaal tegelijk ziet.
"""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TypeVar

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.strikte_yaml import Plaatsen, lees_yaml_met_plaatsen, lees_yaml_tekst

T = TypeVar("T")

GROOTSTE_TEKST = 1_000_000
"""Bytes. Een verhaal is honderd keer zo klein; groter is een vergissing."""

STUURTEKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

RESTJES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(slots=True, kw_only=True)
class Leesplank:
    """De (opgeloste) map met alles wat er tot nu toe uit gelezen is. Namen zijn paden in de werkmap, met '/'."""

    map: Path
    gebreken: list[Gebrek] = field(default_factory=list)
    controlegetallen: dict[str, str] = field(default_factory=dict)

    def meld(self, waar: str, wat: str, verwacht: str, doe_dit: str) -> None:
        """Onthoud een gebrek; het lezen gaat door."""
        self.gebreken.append(Gebrek(waar=waar, wat=wat, verwacht=verwacht, doe_dit=doe_dit))

    def lees_yaml(self, naam: str, vorm: type[T]) -> tuple[T, Plaatsen] | None:
        """Lees een YAML-bestand; None als het er niet is of (met een gebrek) niet klopt."""
        pad = self.map / naam
        if not self._is_er(naam) or not self.is_binnen(naam):
            return None
        try:
            gelezen = lees_yaml_met_plaatsen(pad, vorm, naam=naam)
        except WerkmapFout as fout:
            self.gebreken.extend(fout.gebreken)
            return None
        self.controlegetallen[naam] = hashlib.sha256(pad.read_bytes()).hexdigest()
        return gelezen

    def lees_yamlkop(self, tekst: str, vorm: type[T], *, naam: str, eerste_regel: int) -> T | None:
        """Lees een stukje YAML uit een tekst; None (met een gebrek) als het niet klopt."""
        try:
            return lees_yaml_tekst(tekst, vorm, naam=naam, eerste_regel=eerste_regel)
        except WerkmapFout as fout:
            self.gebreken.extend(fout.gebreken)
            return None

    def lees_tekst(self, naam: str) -> str | None:
        """Lees een tekst in UTF-8 (een BOM mag), met LF als regeleinde; None (met een gebrek) als dat niet kan."""
        if not self.is_binnen(naam):
            return None
        try:
            with (self.map / naam).open("rb") as bestand:
                inhoud = bestand.read(GROOTSTE_TEKST + 1)
        except OSError:
            self.meld(
                naam,
                "dit bestand is niet te openen",
                "een leesbaar bestand",
                "Controleer de rechten en sluit het bestand in andere programma's.",
            )
            return None
        if len(inhoud) > GROOTSTE_TEKST:
            self.meld(
                naam,
                "dit bestand is te groot",
                "hoogstens 1 MB",
                "Controleer of dit het goede bestand is en kort het in.",
            )
            return None
        try:
            tekst = inhoud.decode("utf-8-sig")
        except UnicodeDecodeError as fout:
            regel = inhoud.count(b"\n", 0, fout.start) + 1
            self.meld(
                f"{naam}, regel {regel}",
                "hier staat een teken dat geen UTF-8 is",
                "een tekstbestand in UTF-8",
                "Bewaar het bestand opnieuw en kies als codering UTF-8.",
            )
            return None
        tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
        if vreemd := STUURTEKEN.search(tekst):
            regel = tekst.count("\n", 0, vreemd.start()) + 1
            self.meld(
                f"{naam}, regel {regel}",
                "hier staat een onzichtbaar stuurteken",
                "gewone tekst",
                "Haal het teken weg, of typ de regel over.",
            )
            return None
        self.controlegetallen[naam] = hashlib.sha256(inhoud).hexdigest()
        return tekst

    def som_op(self, naam: str) -> tuple[str, ...]:
        """Geef de namen van alles in een map, op volgorde; leeg als de map er niet is. Slaat tijdelijke over."""
        pad = self.map / naam
        if not self._is_er(naam) or not self.is_binnen(naam):
            return ()
        try:
            return tuple(sorted(een.name for een in pad.iterdir() if not _is_tijdelijk(een.name)))
        except OSError:
            self.meld(naam, "deze map is niet te lezen", "een map", "Controleer de rechten, en of dit wel een map is.")
            return ()

    def is_bestand(self, naam: str) -> bool:
        """Waar als hier een gewoon bestand staat."""
        try:
            return (self.map / naam).is_file()
        except (OSError, ValueError):
            return False

    def vind(self, opgegeven: str, waar: str) -> Path | None:
        """Geef het pad van een bestand dat in de instellingen genoemd is; None (met een gebrek) als het niet mag."""
        pad = PurePosixPath(opgegeven)
        if not opgegeven.strip() or "\\" in opgegeven or "\0" in opgegeven:
            self.meld(
                waar,
                "dit is geen pad dat op elke computer werkt",
                "een pad zoals bronnen/2024/clienten.xlsx",
                "Schrijf een / tussen de mappen.",
            )
        elif pad.is_absolute() or PureWindowsPath(opgegeven).drive or ".." in pad.parts:
            self._meld_buiten(waar)
        elif not self.is_binnen(opgegeven, waar=waar):
            pass
        elif not self.is_bestand(opgegeven):
            self.meld(
                waar,
                f"het bestand {opgegeven} is er niet",
                "een bestand in de werkmap",
                "Verbeter het pad, of zet het bestand op die plaats.",
            )
        else:
            return self.map / pad
        return None

    def is_binnen(self, naam: str, *, waar: str = "") -> bool:
        """Waar als het bestand echt in de werkmap staat; een verwijzing (symlink) naar buiten is een gebrek."""
        try:
            binnen = (self.map / naam).resolve().is_relative_to(self.map)
        except (OSError, RuntimeError):
            binnen = False
        if not binnen:
            self._meld_buiten(waar or naam)
        return binnen

    def _is_er(self, naam: str) -> bool:
        """Waar als er iets staat, ook als het een verwijzing naar niets is."""
        pad = self.map / naam
        return pad.is_symlink() or pad.exists()

    def _meld_buiten(self, waar: str) -> None:
        self.meld(
            waar,
            "dit wijst naar een plaats buiten de werkmap",
            "een bestand in de werkmap, zonder '..' en zonder verwijzing naar buiten",
            "Zet het bestand zelf in de werkmap en noem het pad vanaf daar.",
        )


def _is_tijdelijk(naam: str) -> bool:
    """Verborgen bestanden, en wat Excel, LibreOffice, editors en Windows zelf neerzetten."""
    return naam.startswith((".", "~$", "#")) or naam.endswith(("~", ".tmp")) or naam.casefold() in RESTJES
