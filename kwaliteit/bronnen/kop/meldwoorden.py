"""Stukjes zin bij wat tijdens het lezen opvalt: rijen, kolommen, vragen en mensen in enkel- of meervoud."""

from collections.abc import Sequence

from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bronnen.kop.kop import Kolom

HOOGSTENS_LOS = 10
"""Zoveel vragen of kolommen worden genoemd; de rest wordt geteld."""


def noem_rijen(rijen: Sequence[int]) -> str:
    """Noem de eerste rijen: "3 rijen (rij 2, 5, 9)"."""
    if len(rijen) == 1:
        return f"Rij {rijen[0]}"
    noem = ", ".join(str(rij) for rij in rijen[:5])
    return f"{len(rijen)} rijen (rij {noem}{' …' if len(rijen) > 5 else ''})"


def is_of_zijn(rijen: Sequence[int]) -> str:
    """Het werkwoord bij deze rijen."""
    return "is" if len(rijen) == 1 else "zijn"


def tel_rijen(aantal: int) -> str:
    """Maak "3 rijen zijn"."""
    return "1 rij is" if aantal == 1 else f"{aantal} rijen zijn"


def telt_niet(aantal: int) -> str:
    """Maak "telt niet" of "tellen niet"."""
    return "telt niet" if aantal == 1 else "tellen niet"


def tel_mensen(aantal: int) -> str:
    """Maak "3 mensen zijn"."""
    return "1 persoon is" if aantal == 1 else f"{aantal} mensen zijn"


def begon(aantal: int) -> str:
    """Maak "begon" of "begonnen"."""
    return "begon" if aantal == 1 else "begonnen"


def noem_vragen(vragen: Sequence[Vraag]) -> str:
    """Noem de eerste vragen met hun nummer."""
    namen = [vraag.id for vraag in vragen[:HOOGSTENS_LOS]]
    meer = f" en nog {len(vragen) - len(namen)}" if len(vragen) > len(namen) else ""
    return f"{'vraag' if len(vragen) == 1 else 'de vragen'} {', '.join(namen)}{meer}"


def een_of_meer(kolommen: Sequence[Kolom]) -> str:
    """Maak "kolom" of "de kolommen"."""
    return "kolom" if len(kolommen) == 1 else "de kolommen"


def noem_kolommen(kolommen: Sequence[Kolom]) -> str:
    """Maak "In de kolommen C, D staat"."""
    letters = ", ".join(kolom.letter for kolom in kolommen[:HOOGSTENS_LOS])
    if len(kolommen) == 1:
        return f"In kolom {letters} staat"
    return f"In de kolommen {letters}{' …' if len(kolommen) > HOOGSTENS_LOS else ''} staat"


def niet_gelezen(kolommen: Sequence[Kolom]) -> str:
    """Maak "zij is niet gelezen" of "zij zijn niet gelezen"."""
    return "zij is niet gelezen" if len(kolommen) == 1 else "zij zijn niet gelezen"
