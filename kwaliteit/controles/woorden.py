"""Kleine bouwstenen voor zinnen: opsommen, tellen en een schaal in gewone taal."""

from collections.abc import Sequence

from kwaliteit.begrippen.schrijfwijze import schrijf_grens
from kwaliteit.begrippen.vragenlijst import Schaal


def som_op(woorden: Sequence[str], voegwoord: str = "en") -> str:
    """Maak "a, b en c" van losse woorden."""
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} {voegwoord} {woorden[-1]}"


def tel(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Maak "1 rij" of "3 rijen"."""
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"


def beschrijf_schaal(schaal: Schaal) -> str:
    """Zeg welke antwoorden de schaal kent: "1 tot en met 5, of een van de woorden '…' en '…'; leeg mag ook"."""
    getallen = _noem_codes(schaal.codes) if schaal.codes else _noem_grenzen(schaal.laagste, schaal.hoogste)
    woorden = [f"'{woord}'" for woord in (*schaal.labels, *schaal.weet_niet, *schaal.nvt)]
    if not woorden:
        return f"{getallen}; leeg mag ook"
    aanloop = "het woord" if len(woorden) == 1 else "een van de woorden"
    return f"{getallen}, of {aanloop} {som_op(woorden, 'of')}; leeg mag ook"


def _noem_codes(codes: tuple[int, ...]) -> str:
    oplopend = sorted(codes)
    aaneen = oplopend == list(range(oplopend[0], oplopend[-1] + 1))
    if aaneen and len(oplopend) > 2:
        return f"{oplopend[0]} tot en met {oplopend[-1]}"
    return som_op([str(code) for code in oplopend], "of")


def _noem_grenzen(laagste: float | None, hoogste: float | None) -> str:
    if laagste is not None and hoogste is not None:
        return f"een getal van {schrijf_grens(laagste)} tot en met {schrijf_grens(hoogste)}"
    if laagste is not None:
        return f"een getal van {schrijf_grens(laagste)} of hoger"
    if hoogste is not None:
        return f"een getal van {schrijf_grens(hoogste)} of lager"
    return "een getal"
