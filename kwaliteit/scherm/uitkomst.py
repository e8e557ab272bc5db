"""Het scherm van `controleer`, `verslag` en `indicatoren`: wat gelezen is, wat opviel, en wat u nu doet."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kwaliteit import __version__
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort, Ernst
from kwaliteit.begrippen.uitkomst import Uitkomst
from kwaliteit.begrippen.vormgeving import Formaat
from kwaliteit.scherm.basis import (
    Kaalscherm,
    noem_aantal,
    noem_pad,
    scherm,
    schrijf_bevinding,
    schrijf_json,
)
from kwaliteit.scherm.punten import VERHAALDELEN, Punt, maak_punten

if TYPE_CHECKING:
    from rich.console import Console

MEESTE_REGELS = 12
"""Meer punten per ernst staan niet op het scherm; `bevindingen.csv` heeft ze allemaal."""
_STIJL = {Ernst.ERNSTIG: "bold red", Ernst.LET_OP: "yellow", Ernst.TER_INFORMATIE: "dim"}

EERST = (
    Bevindingsoort.ANDERE_GROEP,
    Bevindingsoort.BRON_NIET_GELEZEN,
    Bevindingsoort.ONBEKEND_BESTAND,
    Bevindingsoort.ONBEKEND_LABEL,
)
"""Hier begint u mee: zolang dit niet klopt, zeggen de andere punten weinig."""
DAARNA = (Bevindingsoort.ONTBREKENDE_VRAAG, Bevindingsoort.GEEN_LOCATIEKOLOM, *VERHAALDELEN)
"""Is er niets ernstigs, dan is dit de volgorde; daarna komt elk ander punt."""


def toon_uitkomst(uitkomst: Uitkomst, *, map_: Path, uit: Path, json_uit: bool, stil: bool) -> None:
    """Toon wat er is gelezen, gevonden en geschreven. `map_` is de werkmap, `uit` de map met uitvoer."""
    if json_uit:
        schrijf_json(_als_json(uitkomst))
        return
    console = scherm()
    werkmap = "" if str(map_) == "." else f" --map {noem_pad(map_)}"
    punten = maak_punten(uitkomst.bevindingen, lambda bestand: f"kwaliteit koppel {noem_pad(Path(bestand))}{werkmap}")
    if uitkomst.bronnen and not stil:
        console.print("Gelezen", style="bold")
        for bron in uitkomst.bronnen:
            console.print(
                f"  {bron.bestand}: {bron.doelgroep}, {noem_aantal(bron.respondenten, 'respondent', 'respondenten')}"
            )
    _toon_punten(console, punten)
    if stil:
        return
    if uitkomst.opdracht == "controleer" and uitkomst.dekking:
        console.print("\nWat het verslag moet bevatten", style="bold")
        for naam, stand in uitkomst.dekking:
            console.print(f"  {naam}: {stand}")
    for zin in _noem_verdwenen(uitkomst):
        console.print(f"\n{zin}")
    console.print(f"\n{_slotzin(uitkomst, punten, uit)}", style="bold")
    console.print(f"Doe nu: {_kies_stap(uitkomst, punten, uit, werkmap)}", style="bold")


def toon_bevindingen(bevindingen: Sequence[Bevinding]) -> None:
    """Toon bevindingen per ernst; wat hetzelfde zegt, staat er één keer."""
    noem_opdracht: Callable[[str], str] = lambda bestand: f"kwaliteit koppel {noem_pad(Path(bestand))}"  # noqa: E731
    _toon_punten(scherm(), maak_punten(bevindingen, noem_opdracht))


def _toon_punten(console: "Console | Kaalscherm", punten: Sequence[Punt]) -> None:
    for ernst in Ernst:
        van_deze = [punt for punt in punten if punt.ernst is ernst]
        if not van_deze:
            continue
        console.print(f"\n{str(ernst).capitalize()} ({_tel(van_deze)})", style=_STIJL[ernst])
        for punt in van_deze[:MEESTE_REGELS]:
            _toon_punt(console, punt)
        if len(van_deze) > MEESTE_REGELS:
            console.print(
                f"  … en nog {len(van_deze) - MEESTE_REGELS} andere; het verslag zet ze alle in intern/bevindingen.csv"
            )


def _toon_punt(console: "Console | Kaalscherm", punt: Punt) -> None:
    console.print(f"  • {punt.plaats}: {punt.wat}" if punt.plaats else f"  • {punt.wat}")
    for plek, tekst in enumerate(punt.verwacht):
        console.print(f"    {'Verwacht:' if plek == 0 else '         '} {tekst}")
    if punt.doe_dit:
        console.print(f"    Doe dit:  {punt.doe_dit}")


def _tel(punten: Sequence[Punt]) -> str:
    """Tel de punten, en de bevindingen als dat er meer zijn: zo kloppen scherm en bevindingen.csv allebei."""
    bevindingen = sum(punt.bevindingen for punt in punten)
    if bevindingen == len(punten):
        return str(bevindingen)
    return f"{noem_aantal(len(punten), 'punt', 'punten')}, samen {bevindingen} bevindingen"


def _slotzin(uitkomst: Uitkomst, punten: Sequence[Punt], uit: Path) -> str:
    ernstig = [punt for punt in punten if punt.ernst is Ernst.ERNSTIG]
    gevonden = f"{noem_aantal(len(punten), 'punt', 'punten')}, waarvan {len(ernstig)} ernstig."
    if not punten:
        gevonden = "er is niets gevonden."
    if uitkomst.opdracht == "controleer":
        return f"Nagelopen: {gevonden} Er is niets geschreven."
    if uitkomst.opdracht == "indicatoren":
        return f"Klaar: {gevonden} De cijfers staan in {uit / str(uitkomst.jaar) / 'intern'}"
    if not uitkomst.openbaar_vervangen:
        return f"Gestopt: {gevonden} Het openbare verslag is niet vervangen."
    kopie = uit / str(uitkomst.jaar) / "intern" / "gemarkeerd"
    aangewezen = f" Wat niet klopt is rood in {kopie}" if any(kopie in pad.parents for pad in uitkomst.uitvoer) else ""
    return f"Klaar: {gevonden} Het verslag staat in {_zoek_pagina(uitkomst, uit)}{aangewezen}"


def _noem_verdwenen(uitkomst: Uitkomst) -> list[str]:
    """Wat iemand in de uitvoer zou kunnen missen: eigen werk dat opzij is gelegd, en een vorm die niet is gevraagd."""
    eigen_werk = (f"U had {pad.name} gezet of veranderd. Dat bestand staat nu in {pad}" for pad in uitkomst.opzij)
    vormen = (
        f"verslag.{formaat} van de vorige keer is weg: het zou niet meer kloppen. Vraag het opnieuw met"
        f" --formaat {formaat}."
        for formaat in Formaat
        if f"openbaar/verslag.{formaat}" in uitkomst.vervallen
    )
    return [*eigen_werk, *vormen]


def _kies_stap(uitkomst: Uitkomst, punten: Sequence[Punt], uit: Path, werkmap: str) -> str:
    """Kies het ene wat nu het meest helpt."""
    ernstig = [punt for punt in punten if punt.ernst is Ernst.ERNSTIG]
    vooraan = [punt for soort in EERST for punt in punten if punt.soort is soort]
    daarna = [punt for soort in DAARNA for punt in punten if punt.soort is soort]
    let_op = [punt for punt in punten if punt.ernst is Ernst.LET_OP and not _mag_blijven(punt)]
    is_verslag = uitkomst.opdracht == "verslag"
    if kandidaten := [*vooraan, *ernstig, *daarna, *([] if is_verslag else let_op)]:
        eerste = kandidaten[0]
        noemt_bestand = not eerste.plaats or "kwaliteit koppel " in eerste.doe_dit
        stap = eerste.doe_dit.replace("Typ: ", "typ: ")
        return stap if noemt_bestand else f"{eerste.plaats}: {stap}"
    if is_verslag:
        return f"Open {_zoek_pagina(uitkomst, uit)} en lees het verslag na."
    return f"typ: kwaliteit verslag {uitkomst.jaar}{werkmap}"


def _mag_blijven(punt: Punt) -> bool:
    return "hoeft u niets te doen" in punt.doe_dit


def _zoek_pagina(uitkomst: Uitkomst, uit: Path) -> Path:
    return uit / str(uitkomst.jaar) / "openbaar" / "verslag.html"


def _als_json(uitkomst: Uitkomst) -> dict[str, object]:
    return {
        "opdracht": uitkomst.opdracht,
        "versie": __version__,
        "afsluitcode": int(uitkomst.afsluitcode),
        "jaar": uitkomst.jaar,
        "bevindingen": [schrijf_bevinding(bevinding) for bevinding in uitkomst.bevindingen],
        "bronnen": [
            {"bestand": bron.bestand, "doelgroep": bron.doelgroep, "respondenten": bron.respondenten}
            for bron in uitkomst.bronnen
        ],
        "uitvoer": [str(pad) for pad in uitkomst.uitvoer],
        "opzij": [str(pad) for pad in uitkomst.opzij],
        "vervallen": list(uitkomst.vervallen),
        "openbaar_vervangen": uitkomst.openbaar_vervangen,
        "dekking": [{"naam": naam, "stand": stand} for naam, stand in uitkomst.dekking],
    }
