"""Van tabel naar CSV-bytes: UTF-8, regeleinde LF, en nooit een cel die een rekenblad als formule uitvoert."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from kwaliteit.begrippen.tabel import Kolomsoort, Tabel

_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Begin van een tekst die Excel of Calc als formule kan lezen; ook de brede vormen."""

_ONZICHTBAAR = " \u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u2060\ufeff"
"""Wat ervoor kan staan en wat een rekenblad bij het openen kan weghalen: allerlei spaties."""

_GETAL = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
"""Een gewoon getal is geen formule, ook niet met een min ervoor."""


def als_csv(tabel: Tabel, *, nederlands: bool = False) -> bytes:
    """Schrijf een tabel als CSV. `nederlands`: puntkomma, decimale komma en een BOM, zoals Excel hier verwacht."""
    kolommen = [
        _kolomtekst(tabel.frame[kolom.naam], kolom.soort, "," if nederlands else ".") for kolom in tabel.vorm.kolommen
    ]
    tekst = regels_als_csv(
        [kolom.naam for kolom in tabel.vorm.kolommen],
        zip(*kolommen, strict=True),
        scheiding=";" if nederlands else ",",
    )
    return ("\ufeff" if nederlands else "").encode() + tekst.encode(errors="backslashreplace")


def regels_als_csv(koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, scheiding: str = ",") -> str:
    """Zet koppen en rijen, al als tekst, om in CSV."""
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=scheiding, lineterminator="\n")
    schrijver.writerow([zonder_formule(kop) for kop in koppen])
    schrijver.writerows(rijen)
    return buffer.getvalue()


def zonder_formule(tekst: str) -> str:
    """Zet een apostrof voor tekst die een rekenblad als formule zou lezen; een getal blijft een getal."""
    is_gevaarlijk = tekst.lstrip(_ONZICHTBAAR).startswith(_GEVAARLIJK) and _GETAL.fullmatch(tekst) is None
    return f"'{tekst}" if is_gevaarlijk else tekst


def getal_als_tekst(getal: float) -> str:
    """Hoogstens zes decimalen, zonder nullen achteraan, zodat dezelfde waarde overal dezelfde tekst is."""
    tekst = f"{getal:.6f}".rstrip("0").rstrip(".")
    return "0" if tekst == "-0" else tekst


def _kolomtekst(kolom: "pd.Series[Any]", soort: Kolomsoort, decimaal: str) -> Iterator[str]:
    leeg = kolom.isna()
    if soort is Kolomsoort.GETAL:
        return (
            "" if is_leeg else getal_als_tekst(waarde).replace(".", decimaal)
            for waarde, is_leeg in zip(kolom.tolist(), leeg.tolist(), strict=True)
        )
    if soort is Kolomsoort.GEHEEL:
        return ("" if is_leeg else str(waarde) for waarde, is_leeg in zip(kolom.tolist(), leeg.tolist(), strict=True))
    veilig = {tekst: zonder_formule(tekst) for tekst in kolom.dropna().unique()}
    return ("" if is_leeg else veilig[waarde] for waarde, is_leeg in zip(kolom.tolist(), leeg.tolist(), strict=True))
