"""Twee vragen die op elkaar lijken en heel verschillend werken: doet u mee, en mogen wij uw woorden gebruiken.

Wie niet meedoet, telt nergens. Wie niet geciteerd wil worden, telt gewoon mee.
"""

from enum import Enum, auto

from kwaliteit.bestanden.ruw import Cel
from kwaliteit.bronnen.codeer import JA, NEE
from kwaliteit.bronnen.koppeling import Rol
from kwaliteit.bronnen.schrijfwijze import maak_label, maak_tekst, vereenvoudig

_WOORDEN_CITEREN = (
    "mogen wij uw antwoord",
    "mogen wij uw woorden",
    "mogen we uw antwoord",
    "mogen we uw woorden",
    "mag uw antwoord",
    "mogen uw woorden",
    "mogen uw antwoorden",
    "in ons verslag",
    "in het verslag",
    "citeren",
    "citaat",
    "citaten",
    "quote",
    "publiceren",
)
_WOORDEN_DEELNAME = (
    "wilt u meedoen",
    "wil je meedoen",
    "wilt u deelnemen",
    "wil je deelnemen",
    "doet u mee",
    "doe je mee",
    "ik doe mee",
    "ik wil meedoen",
    "ik wil deelnemen",
    "ik neem deel",
    "toestemming om mee te doen",
    "toestemming om deel te nemen",
    "toestemming voor deelname",
    "stemt u in met deelname",
    "akkoord met deelname",
    "bereid om mee te doen",
    "bereid om deel te nemen",
    "bereid mee te doen",
    "bereid deel te nemen",
    "informed consent",
    "toestemmingsverklaring",
    "i agree to participate",
    "i consent to participate",
    "i agree to take part",
    "do you want to participate",
    "do you want to take part",
    "do you consent to participate",
    "do you agree to participate",
    "would you like to participate",
    "are you willing to participate",
)
"""Stukken van koppen, vereenvoudigd geschreven."""

_LANGSTE_VRAAG = 400
"""Tekens. Een langere kop is een brief met uitleg; daarin kan elk van deze woorden staan."""

_IETS_ANDERS = ("vervolg", "volgend", "interview", "gesprek", "panel", "loting", "activiteit", "raad", "werkgroep")
"""Stukken van woorden die zeggen dat het om meedoen aan iets anders gaat dan deze vragenlijst."""


def herken_toestemming(kop: str) -> Rol | None:
    """Geef DEELNAME of CITEREN als de kop daarnaar vraagt. Kan het beide zijn, dan None: dan beslist een mens."""
    tekst = vereenvoudig(kop)
    if len(tekst) > _LANGSTE_VRAAG:
        return None
    citeren = _bevat(tekst, _WOORDEN_CITEREN)
    deelname = _bevat(tekst, _WOORDEN_DEELNAME) and not any(stuk in tekst for stuk in _IETS_ANDERS)
    if tekst in ("deelname", "consent", "informed consent", "meedoen"):
        return Rol.DEELNAME
    if citeren == deelname:
        return None
    return Rol.CITEREN if citeren else Rol.DEELNAME


class Deelname(Enum):
    """Wat iemand antwoordde op de vraag of die meedoet."""

    JA = auto()
    NEE = auto()
    LEEG = auto()
    ONDUIDELIJK = auto()


_ONTKENNING = frozenset({"niet", "geen", "nooit", "not", "don't", "dont", "disagree", "decline", "oneens", "weiger"})
_INSTEMMING = ("akkoord", "doe mee", "neem deel", "toestemming", "stem in", "agree", "consent", "accept", "wil graag")


def lees_deelname(cel: Cel) -> Deelname:
    """Lees "ja", "Nee, ik doe niet mee", "1", "2" (nee) en wat erop lijkt; wat niet duidelijk is wordt niet geraden."""
    label = maak_label(maak_tekst(cel))
    if not label:
        return Deelname.LEEG
    woorden = [woord.strip(".,;:!?()") for woord in label.split()]
    if woorden[0] in (*NEE, "0", "2", "unchecked") or _ONTKENNING.intersection(woorden):
        return Deelname.NEE
    if woorden[0] in (*JA, "1", "x", "checked") or any(woord in label for woord in _INSTEMMING):
        return Deelname.JA
    return Deelname.ONDUIDELIJK


def _bevat(tekst: str, stukken: tuple[str, ...]) -> bool:
    met_randen = f" {tekst} "
    return any(f" {stuk} " in met_randen for stuk in stukken)
