"""LimeSurvey, antwoorden als csv of rekenblad: koppen als `code`, `code[sub]` of `code[sub]. vraag [optie]`."""

import re
from collections.abc import Sequence

from kwaliteit.bronnen.dialecten.dialect import Dialect

_METACODES = frozenset({"id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"})
_CODE = re.compile(r"(\w+)(?:\._?\.?\s|$)")
_SUBVRAAG = re.compile(r"\w+\[\w+\]")


def _herken(koppen: Sequence[str]) -> bool:
    codes = {treffer[1].casefold() for kop in koppen if (treffer := _CODE.match(kop))}
    return len(codes & _METACODES) >= 2 or any(_SUBVRAAG.match(kop) for kop in koppen)


# "N/A" is in een export met volledige antwoorden: deze vraag is niet getoond. Het is dus geen "niet van toepassing".
LIMESURVEY = Dialect(naam="limesurvey", herken=_herken, niet_getoond=frozenset({"n/a"}))
