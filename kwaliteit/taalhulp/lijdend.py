"""Vindt de lijdende vorm: een vorm van "worden" met een voltooid deelwoord, en "is … door … gedaan".

Zo precies dat de schrijver er iets aan heeft: "het wordt beter" en "wij worden ouder" horen er niet bij, en "is/zijn"
met een deelwoord alleen als er met "door" bij staat wie het deed ("het plan is af" is geen lijdende vorm, en "wij zijn
begonnen" ook niet). Gezocht wordt binnen een deel van de zin: een komma, een voegwoord of een ander hulpwerkwoord
sluit het af.
"""

from collections.abc import Sequence
from functools import lru_cache

from kwaliteit.taalhulp import werkwoorden
from kwaliteit.taalhulp.zinnen import Zin, is_woord

_LANGSTE_DEELWOORD = 30
_VERSTE = 25
"""Zoveel woorden verder staat het deelwoord hoogstens; zo blijft het zoeken kort, hoe lang een zin ook is."""


def zoek_lijdende_vormen(zin: Zin) -> list[tuple[int, str]]:
    """Geef per gevonden lijdende vorm de regel en de twee woorden, in de volgorde van de zin: "werden … besproken"."""
    klein = zin.klein
    gevonden: dict[int, int] = {}
    for plek, teken in enumerate(klein):
        deelwoord = 0
        if teken in werkwoorden.WORDEN:
            deelwoord = _zoek_ervoor(klein, plek) or _zoek_erna(klein, plek)
        elif teken == "geworden":
            deelwoord = _zoek_ervoor(klein, plek)
        elif teken in werkwoorden.ZIJN:
            deelwoord = _zoek_na_door(klein, plek)
        if deelwoord:
            gevonden.setdefault(deelwoord - 1, plek)
    return [
        (zin.regels[min(plek, deelwoord)], _toon_paar(zin.tekens, *sorted((plek, deelwoord))))
        for deelwoord, plek in gevonden.items()
    ]


@lru_cache(maxsize=2000)
def is_deelwoord(woord: str) -> bool:
    """Waar als dit woord (zonder hoofdletters) een voltooid deelwoord kan zijn."""
    if woord in werkwoorden.GEEN_DEELWOORD or len(woord) > _LANGSTE_DEELWOORD:
        return False
    na_ge = _zoek_na_ge(woord)
    if na_ge in werkwoorden.STERK or any(
        woord.startswith(voor) and woord[len(voor) :] in werkwoorden.STERK for voor in werkwoorden.VOOR_STERK
    ):
        return True
    if woord[-1] not in "dt" or woord.endswith(werkwoorden.NAAMWOORD_EINDE):
        return False
    if woord.endswith("end") and not woord.endswith(werkwoorden.DEELWOORD_MET_END):
        return False
    return len(na_ge) > 2 or any(
        woord.startswith(voor) and len(woord) > len(voor) + 2 for voor in werkwoorden.VOOR_ZWAK
    )


def _zoek_na_ge(woord: str) -> str:
    """Geef wat er achter "ge" komt: "sproken" uit "afgesproken"; leeg als er geen deelwoord met "ge" kan staan."""
    plek = woord.find("ge")
    while plek >= 0:
        if woord[:plek] in werkwoorden.AFGEZET:
            return woord[plek + 2 :]
        plek = woord.find("ge", plek + 1)
    return ""


def _zoek_ervoor(klein: Sequence[str], plek: int) -> int:
    """Zoek het deelwoord vlak voor "worden"; geef zijn plek plus een, of 0."""
    eerder = plek - 1
    while eerder >= 0 and plek - eerder <= 4 and klein[eerder] in werkwoorden.TUSSEN:
        eerder -= 1
    if eerder >= 0 and is_woord(klein[eerder]) and is_deelwoord(klein[eerder]):
        return eerder + 1
    return 0


def _zoek_erna(klein: Sequence[str], plek: int) -> int:
    """Zoek het deelwoord na "worden", tot het eind van dit deel van de zin; geef zijn plek plus een, of 0."""
    for verder in range(plek + 1, min(len(klein), plek + 1 + _VERSTE)):
        is_aanwijzend = klein[verder] == "dat" and verder == plek + 1  # "dan wordt dat besproken"
        if (_is_grens(klein, verder) and not is_aanwijzend) or klein[verder] in werkwoorden.WORDEN:
            return 0
        if is_deelwoord(klein[verder]) and _staat_achteraan(klein, verder):
            return verder + 1
    return 0


def _zoek_na_door(klein: Sequence[str], plek: int) -> int:
    door = False
    for verder in range(plek + 1, min(len(klein), plek + 1 + _VERSTE)):
        if _is_grens(klein, verder) or klein[verder] in werkwoorden.WORDEN:
            return 0
        if klein[verder] == "door":
            door = True
        elif door and klein[verder] not in werkwoorden.MET_ZIJN and is_deelwoord(klein[verder]):
            return verder + 1 if _staat_achteraan(klein, verder) else 0
    return 0


def _is_grens(klein: Sequence[str], plek: int) -> bool:
    teken = klein[plek]
    if teken in werkwoorden.GRENZEN or teken in werkwoorden.VOEGWOORDEN or teken in werkwoorden.HULPWERKWOORDEN:
        return True
    erna = klein[plek + 1] if plek + 1 < len(klein) else ""
    return (teken in ("en", "of") and erna in werkwoorden.ONDERWERPEN) or (
        teken == "als" and erna in werkwoorden.NA_ALS
    )


def _staat_achteraan(klein: Sequence[str], plek: int) -> bool:
    """Een deelwoord staat achteraan in zijn deel van de zin, of er volgt nog een bepaling; een naamwoord vaak niet."""
    erna = klein[plek + 1] if plek + 1 < len(klein) else "."
    return (
        bool(_zoek_na_ge(klein[plek]))
        or not is_woord(erna)
        or erna in werkwoorden.ACHTERAAN
        or erna in werkwoorden.VOEGWOORDEN
    )


def _toon_paar(tekens: Sequence[str], eerste: int, tweede: int) -> str:
    tussen = " " if tweede == eerste + 1 else " … "
    return f"{tekens[eerste]}{tussen}{tekens[tweede]}"
