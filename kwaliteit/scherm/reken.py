"""Het scherm van `reken`: de uitkomst met de formule en de bron, of alle methoden."""

from collections.abc import Sequence

from kwaliteit import __version__
from kwaliteit.begrippen.fout import Afsluitcode
from kwaliteit.begrippen.narekening import (
    Invoerwaarde,
    Methodebeschrijving,
    Rekenuitkomst,
    Uitkomstwaarde,
    schrijf_in_zes_cijfers,
)
from kwaliteit.scherm.basis import scherm, schrijf_json

GEEN = "geen"
MEESTE_IN_LIJST = 20


def toon_rekenuitkomst(uitkomst: Rekenuitkomst, *, json_uit: bool) -> None:
    """Toon de uitkomst: in JSON onafgerond, op het scherm met een decimale komma."""
    if json_uit:
        schrijf_json(
            {
                **_begin_json(),
                "methode": uitkomst.methode,
                "invoer": dict(uitkomst.invoer),
                "uitkomst": dict(uitkomst.uitkomst),
                "formule": uitkomst.formule,
                "bron": uitkomst.bron,
            }
        )
        return
    console = scherm(fout=False)
    invoer = ", ".join(f"{naam} = {_schrijf(waarde)}" for naam, waarde in uitkomst.invoer)
    console.print(f"{uitkomst.methode}: {invoer}", style="bold")
    breedte = max(len(naam) for naam, _ in uitkomst.uitkomst) + 2
    for naam, waarde in uitkomst.uitkomst:
        console.print(f"  {naam:<{breedte}}{_schrijf(waarde)}")
    console.print(f"Formule: {uitkomst.formule}")
    console.print(f"Bron: {uitkomst.bron}")


def toon_methoden(methoden: Sequence[Methodebeschrijving], *, json_uit: bool) -> None:
    """Toon alle methoden, met invoer en voorbeeld."""
    if json_uit:
        schrijf_json(
            {
                **_begin_json(),
                "methoden": [
                    {
                        "methode": methode.naam,
                        "doel": methode.doel,
                        "invoer": list(methode.invoer),
                        "uitkomst": methode.uitkomst,
                        "formule": methode.formule,
                        "bron": methode.bron,
                        "voorbeeld": methode.voorbeeld,
                    }
                    for methode in methoden
                ],
            }
        )
        return
    console = scherm(fout=False)
    console.print("Methoden om één cijfer na te rekenen. Een getal heeft een punt; tussen waarden staat een komma.")
    for regel in beschrijf_op_regels(methoden):
        console.print(regel)


def beschrijf_op_regels(methoden: Sequence[Methodebeschrijving]) -> list[str]:
    """Geef per methode een kop met haar invoer, dan het doel en een voorbeeld."""
    return [
        regel
        for methode in methoden
        for regel in (
            "",
            f"{methode.naam}  {', of: '.join(methode.invoer)}",
            f"  {methode.doel}",
            f"  Voorbeeld: {methode.voorbeeld}",
        )
    ]


def _begin_json() -> dict[str, object]:
    return {"opdracht": "reken", "versie": __version__, "afsluitcode": int(Afsluitcode.GOED), "bevindingen": []}


def _schrijf(waarde: Invoerwaarde | Uitkomstwaarde) -> str:
    if waarde is None:
        return GEEN
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, tuple):
        getoond = "; ".join(
            f"({_schrijf(deel)})" if isinstance(deel, tuple) else _schrijf(deel) for deel in waarde[:MEESTE_IN_LIJST]
        )
        return getoond if len(waarde) <= MEESTE_IN_LIJST else f"{getoond}; … ({len(waarde)} in totaal)"
    return schrijf_in_zes_cijfers(waarde)
