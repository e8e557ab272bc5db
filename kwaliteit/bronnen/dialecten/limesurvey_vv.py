"""LimeSurvey, VV-export (om later weer in te lezen): een rij met teksten, een rij met codes, en tabs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kolomvorm, Kopvorm, Rijstatus
from kwaliteit.bronnen.dialecten.kopvormen import kies_vorm, maak_metakop
from kwaliteit.bronnen.dialecten.limesurvey import META, STERK, VERZONDEN

NIET_GETOOND = "{question_not_shown}"
TEKENS = {"{newline}": "\n", "{cr}": "\r", "{tab}": "\t", "{quote}": '"', "{lbrace}": "{"}
"""In deze volgorde terugzetten: de accolade het laatst, anders ontstaan er nieuwe woorden tussen accolades."""
_HAKEN_ACHTERAAN = re.compile(r"(.+?)\s*\[([^\[\]]+)\]\s*", re.DOTALL)
CODES = frozenset(META) & {naam for naam, _ in META.values()}


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    if len(rijen) < 2:
        return None
    teksten, codes = rijen[0], rijen[1]
    vast = CODES & set(codes.teksten)
    if not ("id" in vast and vast & STERK) or len(teksten.gevuld) < 2:
        return None
    if vast & set(teksten.teksten) or sum(map(bool, teksten.teksten)) * 2 < sum(map(bool, codes.teksten)):
        return None
    return Kopvorm(
        waarom="een rij met vragen en daaronder een rij met codes zoals id en submitdate, de VV-export van LimeSurvey",
        koprijen=2,
        koppen=tuple(_lees_kop(rijen, plaats) for plaats in range(len(codes.teksten))),
    )


def _lees_kop(rijen: Sequence[Bovenrij], plaats: int) -> Kolomkop:
    tekst, code = rijen[0].geef(plaats), rijen[1].geef(plaats)
    if code in CODES:
        return maak_metakop(tekst or code, META[code][1], code)
    vraag, _, subcode = code.partition("_")
    if not subcode:
        return Kolomkop(kop=tekst or code, namen=tuple(dict.fromkeys(filter(None, (code, tekst)))))
    haken = _HAKEN_ACHTERAAN.fullmatch(tekst)
    deel = haken[2].strip() if haken and haken[2].strip() else subcode
    eigen = subcode.endswith(("comment", "other"))
    vorm = Kolomvorm.ANDERS if eigen else kies_vorm(deel, rijen[2:], plaats)
    namen = tuple(dict.fromkeys(filter(None, (code, f"{vraag}[{subcode}]", subcode, tekst, deel))))
    ouders = (vraag, *((haken[1],) if haken else ()))
    return Kolomkop(kop=tekst or code, namen=namen, vorm=vorm, deel=deel, ouders=ouders)


def _zet_tekens_terug(tekst: str) -> str:
    if tekst == NIET_GETOOND:
        return tekst
    for woord, teken in TEKENS.items():
        tekst = tekst.replace(woord, teken)
    return tekst


LIMESURVEY_VV = Dialect(
    naam="limesurvey-vv",
    tool="LimeSurvey (VV-export)",
    herken=_herken,
    redenen={NIET_GETOOND: Reden.NIET_GETOOND},
    statusregels=(replace(VERZONDEN, waarden={**VERZONDEN.waarden, NIET_GETOOND: Rijstatus.ONVOLLEDIG}),),
    schoon=_zet_tekens_terug,
)
