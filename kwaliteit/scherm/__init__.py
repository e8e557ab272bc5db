"""Wat de gebruiker ziet: bevindingen, fouten en de samenvatting; als tekst of als JSON.

Uitleg gaat naar standaardfout, het resultaat van `--json` naar standaarduitvoer. Geen kleurcodes buiten een terminal.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kwaliteit import __version__
from kwaliteit.begrippen.bevinding import Bevinding, Ernst
from kwaliteit.begrippen.fout import KwaliteitFout
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.uitkomst import Uitkomst
from kwaliteit.scherm.basis import (
    Kaalscherm,
    noem_aantal,
    scherm,
    schrijf_bevinding,
    schrijf_gebrek,
    schrijf_json,
    toon_gebrek,
)
from kwaliteit.scherm.inspectie import toon_inspectie
from kwaliteit.scherm.koppeling import maak_kiezer, toon_koppeling

__all__ = [
    "MEESTE_REGELS",
    "is_terminal",
    "maak_kiezer",
    "scherm",
    "toon_bevindingen",
    "toon_eigen_fout",
    "toon_fout",
    "toon_inspectie",
    "toon_kader",
    "toon_koppeling",
    "toon_uitkomst",
    "toon_verschillen",
    "voortgang",
]

if TYPE_CHECKING:
    from rich.console import Console

MEESTE_REGELS = 12
"""Meer regels per ernst staan niet op het scherm; `bevindingen.csv` heeft ze allemaal."""
_STIJL = {Ernst.ERNSTIG: "bold red", Ernst.LET_OP: "yellow", Ernst.TER_INFORMATIE: "dim"}


def is_terminal() -> bool:
    """Waar als een mens vragen kan zien en beantwoorden."""
    return sys.stdin.isatty() and sys.stderr.isatty()


@contextmanager
def voortgang(*, stil: bool) -> Iterator[Callable[[str], None]]:
    """Geef een melder voor de keten: een draaiend teken op een terminal, anders niets."""
    if stil or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status("Beginnen") as status:
        yield status.update


def toon_fout(fout: KwaliteitFout, *, opdracht: str, json_uit: bool) -> None:
    """Toon alle gebreken van een fout, elk in vier delen."""
    if json_uit:
        schrijf_json(
            {
                "opdracht": opdracht,
                "versie": __version__,
                "afsluitcode": int(fout.afsluitcode),
                "bevindingen": [],
                "fouten": [schrijf_gebrek(gebrek) for gebrek in fout.gebreken],
            }
        )
        return
    console = scherm()
    console.print("Het lukt niet.", style="bold red")
    for gebrek in fout.gebreken:
        toon_gebrek(console, gebrek)


def toon_eigen_fout(*, opdracht: str, json_uit: bool) -> None:
    """Toon dat het aan ons ligt; zonder traceback, want daar kan een antwoord in staan."""
    if json_uit:
        schrijf_json({"opdracht": opdracht, "versie": __version__, "afsluitcode": 70, "bevindingen": [], "fouten": []})
    console = scherm()
    console.print("Dit is een fout in het programma zelf, niet in uw bestanden.", style="bold red")
    console.print(
        "Kijk of het verslag er goed staat. Meld dit aan de makers met de versie "
        f"({__version__}) en wat u deed.\nStuur geen bestanden met antwoorden mee."
    )


def toon_uitkomst(uitkomst: Uitkomst, *, map_: Path, json_uit: bool, stil: bool) -> None:
    """Toon wat er is gelezen, gevonden en geschreven."""
    if json_uit:
        schrijf_json(_als_json(uitkomst))
        return
    console = scherm()
    toon_bevindingen(uitkomst.bevindingen)
    if stil:
        return
    if uitkomst.bronnen:
        console.print("\nGelezen", style="bold")
    for bron in uitkomst.bronnen:
        console.print(
            f"  {bron.bestand}: {bron.doelgroep}, {noem_aantal(bron.respondenten, 'respondent', 'respondenten')}"
        )
    if uitkomst.opdracht == "controleer" and uitkomst.dekking:
        console.print("\nWat het verslag moet bevatten", style="bold")
        for naam, stand in uitkomst.dekking:
            console.print(f"  {naam}: {stand}")
    console.print(f"\n{_slotzin(uitkomst, map_)}", style="bold")


def toon_bevindingen(bevindingen: Sequence[Bevinding]) -> None:
    """Toon bevindingen per ernst. Wat ter informatie is, krijgt één regel per soort."""
    console = scherm()
    for ernst in Ernst:
        van_deze = [bevinding for bevinding in bevindingen if bevinding.ernst is ernst]
        if not van_deze:
            continue
        console.print(f"\n{str(ernst).capitalize()} ({len(van_deze)})", style=_STIJL[ernst])
        if ernst is Ernst.TER_INFORMATIE:
            for aantal, betekenis in _tel_per_soort(van_deze):
                console.print(f"  • {aantal} × {betekenis}")
            continue
        groepen = _groepeer(van_deze)
        for groep in groepen[:MEESTE_REGELS]:
            _toon_groep(console, groep)
        if len(groepen) > MEESTE_REGELS:
            console.print(
                f"  … en nog {len(groepen) - MEESTE_REGELS} andere; het verslag zet ze alle in intern/bevindingen.csv"
            )


def _tel_per_soort(bevindingen: Sequence[Bevinding]) -> list[tuple[int, str]]:
    aantallen = Counter(bevinding.soort.betekenis for bevinding in bevindingen)
    return [(aantal, betekenis) for betekenis, aantal in aantallen.items()]


def _groepeer(bevindingen: Sequence[Bevinding]) -> list[list[Bevinding]]:
    """Zet dezelfde opmerking over hetzelfde bestand en dezelfde vraag bij elkaar."""
    groepen: dict[tuple[str, str, str, str], list[Bevinding]] = defaultdict(list)
    for bevinding in bevindingen:
        groepen[(bevinding.soort.code, bevinding.bestand, bevinding.vraag, bevinding.wat)].append(bevinding)
    return list(groepen.values())


def _toon_groep(console: "Console | Kaalscherm", groep: Sequence[Bevinding]) -> None:
    eerste = groep[0]
    cellen = [bevinding.cel for bevinding in groep if bevinding.cel]
    genoemd = ", ".join(cellen[:5]) + (f" en nog {len(cellen) - 5}" if len(cellen) > 5 else "")
    plaats = ", ".join(deel for deel in (eerste.bestand, eerste.blad and f"blad {eerste.blad}", genoemd) if deel)
    console.print(f"  • {plaats}: {eerste.wat}" if plaats else f"  • {eerste.wat}")
    if eerste.verwacht:
        console.print(f"    Verwacht: {eerste.verwacht}")
    console.print(f"    Doe dit:  {eerste.doe_dit}")


def _slotzin(uitkomst: Uitkomst, map_: Path) -> str:
    ernstig = sum(bevinding.ernst is Ernst.ERNSTIG for bevinding in uitkomst.bevindingen)
    gevonden = f"{noem_aantal(len(uitkomst.bevindingen), 'bevinding', 'bevindingen')}, waarvan {ernstig} ernstig."
    if uitkomst.opdracht == "controleer":
        return f"Nagelopen: {gevonden} Er is niets geschreven."
    if uitkomst.opdracht == "indicatoren":
        return f"Klaar: {gevonden} De cijfers staan in {map_ / str(uitkomst.jaar) / 'intern'}"
    if not uitkomst.openbaar_vervangen:
        return f"Gestopt: {gevonden} Het openbare verslag is niet vervangen."
    return f"Klaar: {gevonden} Het verslag staat in {map_ / str(uitkomst.jaar) / 'openbaar' / 'verslag.html'}"


def toon_kader(kader: Kader, *, json_uit: bool) -> None:
    """Toon pijlers, normen en eisen."""
    if json_uit:
        schrijf_json(
            {
                "opdracht": "kader",
                "versie": __version__,
                "afsluitcode": 0,
                "bevindingen": [],
                "kader": {
                    "id": kader.id,
                    "versie": kader.versie,
                    "naam": kader.naam,
                    "bron": kader.bron,
                    "datum": kader.datum.isoformat(),
                    "volledig": kader.volledig,
                    "pijlers": [{"id": pijler.id, "naam": pijler.naam} for pijler in kader.pijlers],
                    "normen": [
                        {
                            "id": norm.id,
                            "pijler": norm.pijler,
                            "tekst": norm.tekst,
                            "plaats": norm.plaats,
                            "toon": norm.toon,
                        }
                        for norm in kader.normen
                    ],
                    "eisen": [{"id": eis.id, "tekst": eis.tekst, "is_plicht": eis.is_plicht} for eis in kader.eisen],
                },
            }
        )
        return
    console = scherm(fout=False)
    console.print(f"{kader.naam} ({kader.id}, versie {kader.versie})", style="bold")
    console.print(f"Bron: {kader.bron}, {kader.datum.isoformat()}{'' if kader.volledig else ' (verkorte weergave)'}")
    for pijler in kader.pijlers:
        console.print(f"\n{pijler.naam}", style="bold")
        for norm in kader.normen:
            if norm.pijler == pijler.id:
                console.print(f"  {norm.id:<4}{norm.tekst}. [{norm.plaats}]")
    console.print("\nEisen aan het verslag", style="bold")
    for eis in kader.eisen:
        console.print(f"  {eis.id:<4}{eis.tekst}")


def toon_verschillen(verschillen: Sequence[str], *, json_uit: bool) -> None:
    """Toon de verschillen tussen twee kaders."""
    if json_uit:
        schrijf_json(
            {
                "opdracht": "kader",
                "versie": __version__,
                "afsluitcode": 0,
                "bevindingen": [],
                "verschillen": list(verschillen),
            }
        )
        return
    for regel in verschillen or ["Geen verschillen."]:
        scherm(fout=False).print(regel)


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
        "openbaar_vervangen": uitkomst.openbaar_vervangen,
        "dekking": [{"naam": naam, "stand": stand} for naam, stand in uitkomst.dekking],
    }
