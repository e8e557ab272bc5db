"""Wat de gebruiker ziet: bevindingen, fouten en de samenvatting; als tekst of als JSON.

Uitleg gaat naar standaardfout, het resultaat van `--json` naar standaarduitvoer. Geen kleurcodes buiten een terminal.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from kwaliteit import __version__
from kwaliteit.begrippen.fout import EIGEN_FOUT, EIGEN_FOUT_MELDEN, KwaliteitFout
from kwaliteit.begrippen.kader import Kader
from kwaliteit.scherm.basis import (
    noem_pad,
    scherm,
    schrijf_gebrek,
    schrijf_json,
    toon_gebrek,
)
from kwaliteit.scherm.bekijken import maak_samenvatter, toon_berichten
from kwaliteit.scherm.inspectie import toon_inspectie
from kwaliteit.scherm.koppeling import maak_kiezer, toon_koppeling
from kwaliteit.scherm.openbaarheid import toon_openbaarheid
from kwaliteit.scherm.reken import beschrijf_op_regels, toon_methoden, toon_rekenuitkomst
from kwaliteit.scherm.terugtoets import toon_terugtoets
from kwaliteit.scherm.uitkomst import MEESTE_REGELS, toon_bevindingen, toon_uitkomst

__all__ = [
    "MEESTE_REGELS",
    "beschrijf_op_regels",
    "is_terminal",
    "maak_kiezer",
    "maak_samenvatter",
    "noem_pad",
    "scherm",
    "toon_berichten",
    "toon_bevindingen",
    "toon_eigen_fout",
    "toon_fout",
    "toon_inspectie",
    "toon_kader",
    "toon_koppeling",
    "toon_methoden",
    "toon_openbaarheid",
    "toon_rekenuitkomst",
    "toon_terugtoets",
    "toon_uitkomst",
    "toon_verschillen",
    "voortgang",
]


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
    console.print(EIGEN_FOUT, style="bold red")
    console.print(f"Kijk of het verslag er goed staat. {EIGEN_FOUT_MELDEN.format(versie=__version__)}")


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
