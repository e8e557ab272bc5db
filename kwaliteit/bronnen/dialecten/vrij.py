"""Een gewone tabel: elke kopregel is goed."""

import re
from collections.abc import Sequence

from kwaliteit.bronnen.dialecten.dialect import LANGSTE_TEKST, Bovenrij, Dialect, Kolomkop, Kolomvorm, Kopvorm
from kwaliteit.bronnen.dialecten.kopvormen import is_eigen_woorden

_HAKEN_ACHTERAAN = re.compile(r"(.+?)\s*\[([^\[\]]+)\]", re.DOTALL)


def maak_kolomkop(tekst: str) -> Kolomkop:
    """Maak de kop van een kolom; in "Vraag [optie]" is de optie een deel van de vraag."""
    tekst = tekst[:LANGSTE_TEKST]
    haken = _HAKEN_ACHTERAAN.fullmatch(tekst)
    if haken is None:
        return Kolomkop(kop=tekst, namen=(tekst,) if tekst else ())
    vorm = Kolomvorm.ANDERS if is_eigen_woorden(haken[2]) else Kolomvorm.ENKEL
    return Kolomkop(kop=tekst, namen=(tekst,), vorm=vorm, deel=haken[2].strip(), ouders=(haken[1],))


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    koppen = tuple(map(maak_kolomkop, rijen[0].teksten))
    return Kopvorm(waarom="een gewone tabel met een kopregel", koprijen=1, koppen=koppen)


VRIJ = Dialect(naam="vrij", tool="gewone tabel", herken=_herken)
