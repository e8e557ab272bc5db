"""Het scherm zelf: met kleur op een terminal, anders kaal. En hoe een object op standaarduitvoer komt."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.fout import Gebrek

if TYPE_CHECKING:
    from rich.console import Console


class Kaalscherm:
    """Een scherm zonder kleur, voor als de uitvoer geen terminal is: dan is rich niet nodig."""

    def __init__(self, stroom: TextIO) -> None:
        self.stroom = stroom

    def print(self, tekst: str, *, style: str | None = None, soft_wrap: bool = True) -> None:
        self.stroom.write(f"{tekst}\n")


def scherm(*, fout: bool = True) -> "Console | Kaalscherm":
    """Geef een scherm van rich op een terminal, anders een kaal scherm. Tekst uit een bestand wordt nooit opmaak."""
    stroom = sys.stderr if fout else sys.stdout
    if not stroom.isatty():
        return Kaalscherm(stroom)
    from rich.console import Console  # noqa: PLC0415  alleen op een terminal

    return Console(stderr=fout, markup=False, highlight=False, emoji=False)


def toon_gebrek(console: "Console | Kaalscherm", gebrek: Gebrek) -> None:
    """Toon één gebrek in vier delen."""
    console.print(f"\n{gebrek.waar}: {gebrek.wat}", style="bold")
    console.print(f"  Verwacht: {gebrek.verwacht}\n  Doe dit:  {gebrek.doe_dit}")


def schrijf_bevinding(bevinding: Bevinding) -> dict[str, str]:
    """Een bevinding voor JSON."""
    return {
        "code": bevinding.soort.code,
        "ernst": str(bevinding.ernst),
        "bestand": bevinding.bestand,
        "blad": bevinding.blad,
        "cel": bevinding.cel,
        "vraag": bevinding.vraag,
        "wat": bevinding.wat,
        "verwacht": bevinding.verwacht,
        "doe_dit": bevinding.doe_dit,
    }


def schrijf_gebrek(gebrek: Gebrek) -> dict[str, str]:
    """Een gebrek voor JSON."""
    return {"waar": gebrek.waar, "wat": gebrek.wat, "verwacht": gebrek.verwacht, "doe_dit": gebrek.doe_dit}


def noem_aantal(aantal: int, een: str, meer: str) -> str:
    """Schrijf "1 vraag" of "3 vragen"."""
    return f"{aantal} {een if aantal == 1 else meer}"


def noem_pad(pad: Path) -> str:
    """Schrijf een pad zoals het in een opdracht getypt kan worden."""
    return f'"{pad}"' if " " in str(pad) else str(pad)


def schrijf_json(inhoud: dict[str, object]) -> None:
    """Schrijf één object op standaarduitvoer."""
    sys.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n")
