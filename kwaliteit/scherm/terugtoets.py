"""Het scherm van `controleer --vorig`: komt het vorige verslag weer uit, en zo niet: wat is er anders en waarom."""

from itertools import groupby
from typing import TYPE_CHECKING

from kwaliteit import __version__
from kwaliteit.begrippen.narekening import Terugtoets, Verschil
from kwaliteit.scherm.basis import Kaalscherm, scherm, schrijf_json

if TYPE_CHECKING:
    from rich.console import Console

MEESTE_REGELS = 40
"""Meer verschillen staan niet op het scherm; `--json` heeft ze allemaal."""


def toon_terugtoets(toets: Terugtoets, *, json_uit: bool, stil: bool) -> None:
    """Toon de verschillen per reden, en daarna één zin die zegt of alles weer uitkomt."""
    if json_uit:
        schrijf_json(_als_json(toets))
        return
    console = scherm()
    getoond = toets.verschillen[:MEESTE_REGELS]
    for redenen, groep in groupby(getoond, key=lambda verschil: verschil.redenen):
        for verschil in groep:
            _toon_verschil(console, verschil)
        for reden in redenen:
            console.print(f"    Reden: {reden}")
    if len(toets.verschillen) > len(getoond):
        console.print(f"  … en nog {len(toets.verschillen) - len(getoond)} andere; --json geeft ze allemaal")
    if not stil or toets.verschillen:
        console.print(zin(toets), style="bold")


def zin(toets: Terugtoets) -> str:
    """Geef de uitkomst in één zin, met wat er nu meer is dan toen."""
    if toets.vorig is None:
        return f"Er is geen gepubliceerd verslag van vóór {toets.jaar} om na te rekenen."
    meer = f" Nu zijn er {toets.nieuw} cijfers meer dan toen." if toets.nieuw else ""
    if toets.verschillen:
        anders = len(toets.verschillen)
        werkwoord = "komt" if anders == 1 else "komen"
        return f"Van de {toets.aantal} cijfers van {toets.vorig} {werkwoord} er {anders} anders uit.{meer}"
    return f"Alle {toets.aantal} cijfers van {toets.vorig} komen weer uit.{meer}"


def _toon_verschil(console: "Console | Kaalscherm", verschil: Verschil) -> None:
    delen = (verschil.indicator, verschil.doelgroep, verschil.onderdeel, verschil.maat, verschil.categorie)
    console.print(f"  • {', '.join(deel for deel in delen if deel)}: toen {verschil.toen}, nu {verschil.nu}")


def _als_json(toets: Terugtoets) -> dict[str, object]:
    return {
        "opdracht": "controleer",
        "versie": __version__,
        "afsluitcode": int(toets.afsluitcode),
        "bevindingen": [],
        "jaar": toets.jaar,
        "vorig": toets.vorig,
        "vergeleken_met": toets.bron,
        "aantal": toets.aantal,
        "nieuw": toets.nieuw,
        "uitkomst": zin(toets),
        "verschillen": [
            {
                "jaar": verschil.jaar,
                "indicator": verschil.indicator,
                "maat": verschil.maat,
                "categorie": verschil.categorie,
                "doelgroep": verschil.doelgroep,
                "onderdeel": verschil.onderdeel,
                "toen": verschil.toen,
                "nu": verschil.nu,
                "redenen": list(verschil.redenen),
            }
            for verschil in toets.verschillen
        ],
    }
