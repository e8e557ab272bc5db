"""Twee vragen die op elkaar lijken en heel verschillend werken: doet u mee, en mogen wij uw woorden gebruiken.

Wie niet meedoet, telt nergens. Wie niet geciteerd wil worden, telt gewoon mee.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

from kwaliteit.bestanden.ruw import Cel
from kwaliteit.bronnen.kop.koppeling import Rol
from kwaliteit.bronnen.taal.antwoordwoorden import JA, NEE
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst, vereenvoudig

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
    "neemt u deel",
    "neem je deel",
    "ik doe mee",
    "ik wil meedoen",
    "ik wil deelnemen",
    "ik neem deel",
    "bereid om mee te doen",
    "bereid om deel te nemen",
    "bereid mee te doen",
    "bereid deel te nemen",
    "do you want to participate",
    "do you want to take part",
    "would you like to participate",
    "are you willing to participate",
)
_WOORDEN_AKKOORD = (
    "toestemming om mee te doen",
    "toestemming om deel te nemen",
    "toestemming voor deelname",
    "stemt u in met deelname",
    "stem in met deelname",
    "akkoord met deelname",
    "informed consent",
    "toestemmingsverklaring",
    "i agree to participate",
    "i consent to participate",
    "i agree to take part",
    "do you consent to participate",
    "do you agree to participate",
)
"""Stukken van koppen, vereenvoudigd geschreven. Wie zijn akkoord geeft, bedoelt vanzelf deze vragenlijst."""

_KALE_KOPPEN = frozenset({"deelname", "consent", "meedoen", *_WOORDEN_DEELNAME[:12]})

_LANGSTE_VRAAG = 400
"""Tekens. Een langere kop is een brief met uitleg; daarin kan elk van deze woorden staan."""

_IETS_ANDERS = ("vervolg", "volgend", "interview", "gesprek", "panel", "loting", "activiteit", "raad", "werkgroep")
_NOG_EENS = (
    *("opnieuw", "weer", "nog eens", "nogmaals", "vaker", "later", "again"),
    *("waarom", "hoe", "wat", "wanneer", "welke", "why", "how"),
)
"""Woorden die zeggen dat het om meedoen aan iets anders gaat dan deze vragenlijst, of om iets anders dan ja of nee."""

_LIJST = (
    r"(?:(?:client|clienten|medewerkers?|naasten|ervarings|clientervarings|tevredenheids|kwaliteits)?onderzoek"
    r"|\w*vragenlijst|\w*enquete|peiling|survey|study|questionnaire|research)"
)
_DEZE = rf"(?:dit|deze|this) (?:\w+ )?{_LIJST}\b"
_VOORAF = r"(?:wilt u|wil je|ik wil|bereid|toestemming|akkoord) (?:om )?(?:vrijwillig )?"
_MEE_AAN_DEZE = re.compile(
    rf"\b(?:{'|'.join((*_WOORDEN_DEELNAME, *_WOORDEN_AKKOORD))}) (?:aan|in|voor|met|to) "
    rf"(?:{_DEZE}|(?:het|de|ons|onze|the|our) {_LIJST}$)"
    rf"|\b{_VOORAF}aan {_DEZE} (?:meedoen|mee te doen|deelnemen|deel te nemen)\b"
)
_AKKOORD_AAN_HET_EIND = re.compile(rf"(?:^|.* )(?:{'|'.join(_WOORDEN_AKKOORD)})")


@lru_cache(maxsize=2**15)
def herken_toestemming(kop: str) -> Rol | None:
    """Geef DEELNAME of CITEREN als de kop daarnaar vraagt. Kan het beide zijn, dan None: dan beslist een mens.

    DEELNAME alleen als de kop zeker over deze vragenlijst gaat: wie daar nee zegt, telt nergens meer.
    """
    tekst = vereenvoudig(kop)
    if len(tekst) > _LANGSTE_VRAAG:
        return None
    if _bevat(tekst, _WOORDEN_CITEREN):
        return None if _bevat(tekst, (*_WOORDEN_DEELNAME, *_WOORDEN_AKKOORD)) else Rol.CITEREN
    if tekst in _KALE_KOPPEN:
        return Rol.DEELNAME
    if any(stuk in tekst for stuk in _IETS_ANDERS) or _bevat(tekst, _NOG_EENS):
        return None
    return Rol.DEELNAME if _MEE_AAN_DEZE.search(tekst) or _AKKOORD_AAN_HET_EIND.fullmatch(tekst) else None


class Deelname(Enum):
    """Wat iemand antwoordde op de vraag of die meedoet."""

    JA = auto()
    NEE = auto()
    LEEG = auto()
    ONDUIDELIJK = auto()


_CODES = {"1": Deelname.JA, "2": Deelname.NEE, "0": Deelname.NEE}
_GEEN_ANTWOORD = {"9", "99", "999"}
"""Codes waarmee een export zegt dat iemand niets invulde; zij maken van ja en nee nog geen schaal."""
_CODE_ERVOOR = re.compile(r"\d\s*[=:.)-]\s*(?=\D)")
_NIET = r"(?:niet|geen|nooit|not|no|don't|dont|don’t)"
_INSTEMMING = (
    r"(?:akkoord|doe \w*\s?mee|meedoen|mee te doen|neem deel|deelnemen|toestemming|stem in|wil graag"
    r"|agree|consent|accept|participate|take part)"
)
_WEIGERING = re.compile(
    rf"\b(?:{_NIET} (?:\w+ ){{0,2}}?{_INSTEMMING}|(?:doe|neem|stem) {_NIET} (?:mee|deel|in)"
    r"|ik weiger|disagree|decline)\b"
)
_AKKOORD = re.compile(rf"\b{_INSTEMMING}\b")
_ONTKENNING = re.compile(rf"\b(?:{_NIET}|oneens)\b")


def lees_deelname(cel: Cel) -> Deelname:
    """Lees "ja", "Nee, ik doe niet mee", "1", "2" (nee) en wat erop lijkt; wat niet duidelijk is wordt niet geraden.

    Het eerste woord beslist: wie "Ja, maar niet met mijn naam" zegt, doet mee.
    """
    label = maak_label(maak_tekst(cel))
    if not label:
        return Deelname.LEEG
    if label in _CODES:
        return _CODES[label]
    label = _CODE_ERVOOR.sub("", label) if _CODE_ERVOOR.match(label) else label
    woorden = [woord.strip(".,;:!?()") for woord in label.split()]
    if {"ja", "nee"} <= set(woorden):
        return Deelname.ONDUIDELIJK
    if woorden[0] in (*NEE, "unchecked"):
        return Deelname.NEE
    if woorden[0] in (*JA, "x", "checked"):
        return Deelname.JA
    return _lees_zin(label)


def lees_deelnames(cellen: Sequence[Cel]) -> list[Deelname]:
    """Lees alle verschillende cellen van één kolom. Staan er meer codes dan ja en nee, dan zegt geen code iets.

    Zo haalt een schaal van 1 tot 5 onder een kop als "Doet u mee?" niemand weg.
    """
    codes = {label for cel in cellen if (label := maak_label(maak_tekst(cel))).isdecimal()} - _GEEN_ANTWOORD
    antwoorden = [lees_deelname(cel) for cel in cellen]
    if codes <= {"0", "1"} or codes <= {"1", "2"}:
        return antwoorden
    return [
        Deelname.ONDUIDELIJK if maak_label(maak_tekst(cel)) in codes else antwoord
        for cel, antwoord in zip(cellen, antwoorden, strict=True)
    ]


def _lees_zin(label: str) -> Deelname:
    """Lees een zin die niet met ja of nee begint."""
    rest = _WEIGERING.sub(" ", label)
    akkoord = _AKKOORD.search(rest)
    if rest != label:
        return Deelname.ONDUIDELIJK if akkoord else Deelname.NEE
    ontkenning = _ONTKENNING.search(label)
    if akkoord is None or (ontkenning is not None and ontkenning.start() < akkoord.start()):
        return Deelname.ONDUIDELIJK
    return Deelname.JA


def _bevat(tekst: str, stukken: tuple[str, ...]) -> bool:
    met_randen = f" {tekst} "
    return any(f" {stuk} " in met_randen for stuk in stukken)
