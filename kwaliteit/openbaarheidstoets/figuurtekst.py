"""De tekst in een losse figuur (svg), met bij elk getal de vraag of het jaar waar het bij staat.

In een svg staat elke regel apart: een vraag over twee regels, en haar getal ernaast. Hier worden dat weer stukken zoals
in een tabel: de linkerkolom is de kop, en wat erna komt hoort erbij. Bij een figuur met jaren hoort een getal bij het
jaar dat recht eronder staat.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kwaliteit.openbaarheidstoets.stuk import Stuk, maak_kaal

_JAAR = re.compile(r"20\d\d")
_ZELFDE_PLEK = 0.5
"""Zoveel pixels mogen een getal en zijn jaar schelen."""


@dataclass
class _Regel:
    plek: tuple[str, str]
    x: float
    tekst: str = ""


@dataclass
class _Blok:
    kop: str
    woorden: list[_Regel] = field(default_factory=list)


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.regels: list[_Regel] = []
        self.los: list[str] = []
        self._in: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigen = dict(attrs)
        if tag == "text":
            x, anker = eigen.get("x") or "0", eigen.get("text-anchor") or ""
            self.regels.append(_Regel(plek=(x, anker), x=_lees_x(x)))
            self._in = tag
        elif tag in ("title", "desc"):
            self.los.append("")
            self._in = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._in:
            self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "text":
            self.regels[-1].tekst += data
        elif self._in:
            self.los[-1] += data


def ontleed_svg(tekst: str) -> list[Stuk]:
    """Geef alle stukken tekst van een losse figuur."""
    lezer = _Lezer()
    lezer.feed(tekst)
    lezer.close()
    stukken = [Stuk(tekst=maak_kaal(regel.tekst)) for regel in lezer.regels]
    for los in lezer.los:
        stukken += _splits(maak_kaal(los))
    titel = ""
    for blok in _maak_blokken(lezer.regels):
        stukken += _maak_stukken(titel, blok)
        # Bij een figuur over één vraag staat die in het onderschrift, boven alles wat getekend is.
        titel = titel or blok.kop
    return stukken


def _lees_x(tekst: str) -> float:
    try:
        return float(tekst.rstrip("%"))
    except ValueError:
        return 0.0


def _splits(omschrijving: str) -> Iterator[Stuk]:
    """Maak van een opsomming ("Figuur 1. …, 2024. “Vraag”: 53%; “Vraag”: 57%") een stuk per punt, met de kop erbij."""
    eerste, *rest = omschrijving.split("; ")
    kop, _, begin = eerste.rpartition(". ")
    for deel in (begin, *rest):
        jaar = _JAAR.match(deel)
        yield Stuk(tekst=deel, kop=f"{kop} | {jaar[0]}" if jaar else kop, is_cel=jaar is not None)


def _maak_blokken(regels: list[_Regel]) -> Iterator[_Blok]:
    """Zet regels die recht onder elkaar doorlopen bij elkaar; de linkerkolom begint een nieuw blok."""
    links = min((regel.plek for regel in regels), default=("", ""), key=lambda plek: (_lees_x(plek[0]), plek))
    blok: _Blok | None = None
    for regel in regels:
        if regel.plek != links:
            if blok is None:
                blok = _Blok(kop="")
            blok.woorden.append(regel)
        elif blok is None or blok.woorden:
            if blok is not None:
                yield blok
            blok = _Blok(kop=maak_kaal(regel.tekst))
        else:
            blok.kop = maak_kaal(f"{blok.kop} {regel.tekst}")
    if blok is not None:
        yield blok


def _maak_stukken(titel: str, blok: _Blok) -> Iterator[Stuk]:
    jaren = {regel.x: regel.tekst.strip() for regel in blok.woorden if _JAAR.fullmatch(regel.tekst.strip())}
    if not jaren:
        tekst = maak_kaal(" ".join(regel.tekst for regel in blok.woorden))
        yield Stuk(tekst=tekst, kop=f"{titel} | {blok.kop} | ", is_cel=True)
        return
    for regel in blok.woorden:
        for x, jaar in jaren.items():
            if abs(x - regel.x) <= _ZELFDE_PLEK and regel.tekst.strip() != jaar:
                yield Stuk(tekst=maak_kaal(regel.tekst), kop=f"{titel} | {blok.kop} | {jaar}", is_cel=True)
