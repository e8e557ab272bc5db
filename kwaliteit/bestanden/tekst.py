"""Cellen uit csv en tsv: eerst de tekencodering, dan het scheidingsteken, dan de csv-lezer van Python.

De tekst wordt regel voor regel ontcijferd: een bestand van 250 MB staat nooit als één tekst in het geheugen.
"""

import csv
import io
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import (
    AFGEKAPT,
    LEEG,
    MEESTE_CELLEN,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    TE_VEEL_CELLEN,
    TE_VEEL_RIJEN,
    Onleesbaar,
    Ruwbestand,
    Ruwblad,
    Soort,
    Weigering,
    is_geen_rekenblad,
)
from kwaliteit.bestanden.tekencodering import bepaal_codering

SCHEIDINGSTEKENS = (";", ",", "\t", "|")
PROEFRIJEN = 200
PROEFTEKENS = 1 << 16
LANGSTE_REGEL = 10_000_000
"""Tekens tot een regeleinde."""
NIET_GETOOND = "{question_not_shown}"
"""Zet LimeSurvey in een VV-bestand, en daarin betekent een aanhalingsteken niets."""
CODE = re.compile(r"[A-Za-z]\w*")

BINAIR = is_geen_rekenblad("een binair bestand, of een tekst met onleesbare tekens")
SCHEVE_AANHALING = Weigering(
    wat="In dit tekstbestand kloppen de aanhalingstekens niet.",
    verwacht="bij elk aanhalingsteken dat opent ook een dat sluit",
    doe_dit="Exporteer de antwoorden opnieuw, liefst als xlsx.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tekst:
    """Een tekstbestand waarvan de codering bekend is; elke gang leest het opnieuw."""

    inhoud: bytes
    codering: str
    sla_over: int = 0

    def regels(self) -> Iterator[str]:
        """Geef de regels met hun regeleinde: \\r\\n, \\n of \\r."""
        stroom = io.TextIOWrapper(io.BytesIO(self.inhoud), self.codering, newline="")
        nummer = 0
        try:
            while regel := stroom.readline(LANGSTE_REGEL):
                if "\0" in regel:
                    raise Onleesbaar(BINAIR)
                if len(regel) == LANGSTE_REGEL:
                    raise Onleesbaar(SCHEVE_AANHALING)
                nummer += 1
                if nummer > self.sla_over:
                    yield regel
        except UnicodeDecodeError:
            raise Onleesbaar(AFGEKAPT) from None

    def rijen(self, teken: str, *, letterlijk: bool = False) -> Iterator[list[str]]:
        """Geef de rijen; csv.Error als de aanhalingstekens niet kloppen. `letterlijk`: een " betekent niets."""
        if letterlijk:
            return csv.reader(self.regels(), delimiter=teken, quoting=csv.QUOTE_NONE, strict=True)
        return csv.reader(self.regels(), delimiter=teken, strict=True)


def lees_tekst(inhoud: bytes) -> Ruwbestand:
    """Lees een tekstbestand als één blad zonder naam; `velden` onthoudt hoe lang elke rij echt was."""
    codering, is_gegokt = bepaal_codering(inhoud)
    tekst = _Tekst(inhoud=inhoud, codering=codering)
    regels = tekst.regels()
    opgegeven = _lees_scheidingsregel(next(regels, ""))
    if opgegeven:
        tekst = _Tekst(inhoud=inhoud, codering=codering, sla_over=1)
    if not any(regel.strip() for regel in tekst.regels()):
        raise Onleesbaar(LEEG)
    teken, blad = _kies_splitsing(tekst, opgegeven)
    return Ruwbestand(soort=Soort.TEKST, bladen=(blad,), codering=codering, is_gegokt=is_gegokt, scheidingsteken=teken)


def _lees_scheidingsregel(regel: str) -> str:
    """Geef het teken uit de regel `sep=;`, die Excel niet als rij toont."""
    kaal = regel.rstrip("\r\n").strip('"')
    if kaal[:4].casefold() == "sep=" and len(kaal) == 5 and not kaal[4].isalnum() and kaal[4] not in " '\"":
        return kaal[4]
    return ""


def _kies_splitsing(tekst: _Tekst, opgegeven: str) -> tuple[str, Ruwblad]:
    begin = _lees_begin(tekst)
    if not opgegeven and _heeft_rij_codes(begin):
        # Een ander bestand kan dat woord in een open antwoord hebben; pas met een rij codes is het zeker VV.
        is_vv = any(NIET_GETOOND in regel for regel in begin)
        for letterlijk in (True,) if is_vv else (False, True):
            with suppress(csv.Error):
                blad = _splits(tekst, "\t", letterlijk=letterlijk)
                if len(set(blad.velden or ())) == 1:
                    return "\t", blad
    teken = opgegeven or _zoek_scheidingsteken(tekst)
    try:
        return teken, _splits(tekst, teken)
    except csv.Error:
        raise Onleesbaar(SCHEVE_AANHALING) from None


def _lees_begin(tekst: _Tekst) -> list[str]:
    """Geef de eerste regels, hoogstens PROEFTEKENS lang."""
    begin, ruimte = [], PROEFTEKENS
    for regel in tekst.regels():
        begin.append(regel[:ruimte])
        ruimte -= len(regel)
        if ruimte <= 0:
            break
    return begin


def _heeft_rij_codes(begin: list[str]) -> bool:
    """Zegt of de tweede rij uit codes bestaat, evenveel als er koppen zijn: zo is een VV-bestand zonder antwoorden."""
    if len(begin) < 2:
        return False
    koppen, codes = (regel.rstrip("\r\n").split("\t") for regel in begin[:2])
    return len(koppen) == len(codes) > 1 and all(CODE.fullmatch(code) for code in codes)


def _zoek_scheidingsteken(tekst: _Tekst) -> str:
    """Kies het teken waarbij de meeste rijen evenveel velden hebben, met aanhalingstekens; anders is er één kolom.

    Scheelt dat weinig, dan wint het teken waarbij ook de kop zo breed is: een komma in elk getal staat niet in de kop.
    Past geen teken bij de helft van de rijen, dan is het een teken waarbij de aanhaling niet klopt.
    """
    punten: dict[str, tuple[int, int, int]] = {}
    scheef = []
    for teken in SCHEIDINGSTEKENS:
        try:
            lengtes = _meet_rijen(rij for rij in islice(tekst.rijen(teken), PROEFRIJEN) if any(rij))
        except csv.Error:
            scheef.append(teken)
            continue
        breed = Counter(lengte for lengte in lengtes if lengte > 1)
        if breed:
            lengte = max(breed, key=lambda lengte: (breed[lengte], lengte))
            punten[teken] = (20 * breed[lengte] // len(lengtes), -lengtes.index(lengte), lengte)
    beste = max(punten, key=punten.__getitem__, default="")
    if beste and (punten[beste][0] >= 10 or not scheef):
        return beste
    kop = next(regel for regel in tekst.regels() if regel.strip())
    return max(scheef, key=kop.count, default=SCHEIDINGSTEKENS[0])


def _meet_rijen(rijen: Iterable[list[str]]) -> list[int]:
    """Geef de lengte van elke rij; één leeg veld meer dan de eerste rij telt niet (Castor sluit elke rij zo af)."""
    lengtes: list[int] = []
    for rij in rijen:
        is_afgesloten = bool(lengtes) and len(rij) == lengtes[0] + 1 and not rij[-1]
        lengtes.append(len(rij) - is_afgesloten)
    return lengtes


def _splits(tekst: _Tekst, teken: str, *, letterlijk: bool = False) -> Ruwblad:
    """Lees alle rijen; csv.Error als de aanhalingstekens niet kloppen."""
    velden = array("i")

    def tel(rijen: Iterable[list[str]]) -> Iterator[list[str]]:
        for rij in rijen:
            velden.append(len(rij))
            if len(velden) > MEESTE_RIJEN:
                raise Onleesbaar(TE_VEEL_RIJEN)
            if len(rij) > MEESTE_KOLOMMEN:
                raise Onleesbaar(TE_VEEL_CELLEN)
            yield rij

    bouwer = Kolombouwer(heeft_ja_nee=False)
    for cellen in bouwer.voeg_toe(tel(tekst.rijen(teken, letterlijk=letterlijk))):
        if cellen > MEESTE_CELLEN:
            raise Onleesbaar(TE_VEEL_CELLEN)
    aantal, kolommen = bouwer.rond_af(houd_lege_kolommen=True)
    return Ruwblad(naam="", aantal_rijen=aantal, kolommen=kolommen, velden=velden[:aantal])
