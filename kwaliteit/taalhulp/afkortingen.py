"""Vindt afkortingen die een tekst niet uitlegt: "IGJ" zonder "Inspectie Gezondheidszorg en Jeugd", en "o.a."."""

import re
from collections.abc import Iterator, Sequence

from kwaliteit.taalhulp.woordenlijst import Woordenlijst
from kwaliteit.taalhulp.zinnen import Zin, is_woord

_HOOFDLETTERS = re.compile(r"[^\W\d_a-z]{2,6}")
_ROMEINS = re.compile(r"[IVX]+")
_LANG_GENOEG = 6
"""Een enkel woord tussen haakjes legt pas iets uit als het zoveel letters heeft."""
_ROEPEN = 0.5
"""Staat een groter deel van de woorden in hoofdletters, dan roept de zin en is het geen afkorting."""


def zoek_verkorte_woorden(zin: Zin, lijst: Woordenlijst) -> Iterator[tuple[int, str, str]]:
    """Geef regel, woord en voluit van elk kort geschreven woord, zoals "o.a."."""
    for plek, klein in enumerate(zin.klein):
        voluit = lijst.verkort.get(klein, "")
        volgt_punt = zin.tekens[plek + 1 : plek + 2] == (".",)
        # "bv" en "ca" zijn alleen met een punt een afkorting; "enz" en "mbt" ook zonder.
        if voluit and (volgt_punt or len(klein) > 2):
            yield zin.regels[plek], zin.tekens[plek] + ("." if volgt_punt and klein.isalpha() else ""), voluit


def zoek_afkortingen(zin: Zin, lijst: Woordenlijst, uitgelegd: set[str]) -> Iterator[tuple[int, str, str]]:
    """Geef regel, afkorting en wat zij voluit is (leeg als de lijst dat niet weet).

    `uitgelegd` groeit mee: wat de tekst zelf uitlegt of al gemeld is, komt niet nog eens.
    """
    roept = _roept(zin)
    for plek, teken in enumerate(zin.tekens):
        afkorting = "" if roept else _lees_afkorting(teken, lijst)
        if not afkorting or afkorting in uitgelegd or _is_bekend(afkorting, lijst):
            continue
        uitgelegd.add(afkorting)
        if not _legt_uit(zin.tekens, plek):
            yield zin.regels[plek], afkorting, lijst.voluit.get(afkorting.upper(), "")


def _lees_afkorting(teken: str, lijst: Woordenlijst) -> str:
    """Geef de afkorting in dit woord: "IGJ" uit "IGJ", "POH-GGZ" en "ROM" uit "ROM-meting"; anders leeg."""
    if not teken[0].isupper():
        return ""
    delen = teken.replace("’", "'").partition("'")[0].split("-")
    voorop = []
    for deel in delen:
        if not _is_afkorting(deel, lijst):
            break
        voorop.append(deel)
    return "-".join(voorop)


def _is_afkorting(woord: str, lijst: Woordenlijst) -> bool:
    if _HOOFDLETTERS.fullmatch(woord):
        return woord.isupper() and not _ROMEINS.fullmatch(woord)
    voluit = lijst.voluit.get(woord.upper(), "")
    # "Wlz" en "RvB": een gewoon woord met een hoofdletter voorop ("Fact") is geen afkorting, een wet wel.
    return bool(voluit) and (not woord.istitle() or voluit.startswith(("Wet ", "Zorg")))


def _is_bekend(afkorting: str, lijst: Woordenlijst) -> bool:
    return afkorting in lijst.uitgelegd or all(deel in lijst.uitgelegd for deel in afkorting.split("-"))


def _legt_uit(tekens: Sequence[str], plek: int) -> bool:
    """Waar bij "voluit (AFK)" en bij "AFK (voluit)"."""
    ervoor, erna = tekens[plek - 1] if plek else "", tekens[plek + 1] if plek + 1 < len(tekens) else ""
    if ervoor == "(" and erna == ")":
        return plek > 1 and is_woord(tekens[plek - 2])
    if erna != "(":
        return False
    binnen = tekens[plek + 2 : plek + 12]
    binnen = binnen[: binnen.index(")")] if ")" in binnen else binnen
    woorden = [teken for teken in binnen if is_woord(teken)]
    return len(woorden) > 1 or (len(woorden) == 1 and len(woorden[0]) >= _LANG_GENOEG)


def _roept(zin: Zin) -> bool:
    woorden = [teken for teken in zin.tekens if is_woord(teken)]
    return len(woorden) > 2 and sum(woord.isupper() for woord in woorden) > _ROEPEN * len(woorden)
