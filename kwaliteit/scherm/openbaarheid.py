"""Het scherm van `controleer JAAR --openbaar`: wat er uit de gemaakte bestanden volgt."""

from kwaliteit import __version__
from kwaliteit.begrippen.openbaarheid import Lek, Toetsuitslag
from kwaliteit.scherm.basis import noem_aantal, scherm, schrijf_json

MEESTE_LEKKEN = 40


def toon_openbaarheid(uitslag: Toetsuitslag, *, json_uit: bool, stil: bool) -> None:
    """Toon elk lek met plek, wat er volgt en waaruit; dat is alleen voor de organisatie zelf.

    Wat niet te beslissen was en dat intern ontbrak, staat er altijd bij: zonder dat zegt de uitslag te veel.
    """
    if json_uit:
        schrijf_json(_als_json(uitslag))
        return
    console = scherm()
    for lek in uitslag.lekken[:MEESTE_LEKKEN]:
        console.print(f"\n{_noem_plek(lek)}: {lek.wat}", style="bold")
        console.print(f"  Hoe:     {lek.soort}\n  Waaruit: {lek.waaruit}")
    if len(uitslag.lekken) > MEESTE_LEKKEN:
        console.print(f"\n… en nog {len(uitslag.lekken) - MEESTE_LEKKEN} andere")
    if uitslag.lekken:
        gevonden = noem_aantal(len(uitslag.lekken), "lek", "lekken")
        console.print(f"\n{gevonden} gevonden. Publiceer de map openbaar niet.", style="bold red")
        console.print("Doe nu: maak het verslag opnieuw. Blijft het zo, meld het dan aan de makers zonder cijfers.")
    elif not stil:
        console.print(
            f"Niets gevonden: {noem_aantal(uitslag.cijfers, 'openbare rij', 'openbare rijen')} gelezen, "
            f"{noem_aantal(uitslag.getoetst, 'verborgen aantal', 'verborgen aantallen')} getoetst.",
            style="bold",
        )
    if not uitslag.met_intern:
        console.print("De map intern was er niet. Daarom telde alleen mee wat openbaar is.")
    for tekst in uitslag.onbeslist:
        console.print(f"  Onbeslist: {tekst}")


def _noem_plek(lek: Lek) -> str:
    delen = (str(lek.jaar or ""), lek.doelgroep, lek.indicator, " + ".join(lek.onderdelen))
    return ", ".join(deel for deel in delen if deel) or "Bestand"


def _als_json(uitslag: Toetsuitslag) -> dict[str, object]:
    return {
        "opdracht": "controleer",
        "versie": __version__,
        "afsluitcode": int(uitslag.afsluitcode),
        "jaar": uitslag.jaar,
        "bevindingen": [],
        "lekken": [
            {
                "soort": str(lek.soort),
                "jaar": lek.jaar,
                "doelgroep": lek.doelgroep,
                "indicator": lek.indicator,
                "onderdelen": list(lek.onderdelen),
                "wat": lek.wat,
                "waaruit": lek.waaruit,
            }
            for lek in uitslag.lekken
        ],
        "cijfers": uitslag.cijfers,
        "getoetst": uitslag.getoetst,
        "onbeslist": list(uitslag.onbeslist),
        "met_intern": uitslag.met_intern,
    }
