"""Van YAML-tekst naar gewone waarden plus de regel waarop elk staat. Weet niets van vormen.

Werkt op de gebeurtenissen van PyYAML en niet op zijn knopen: alleen daar is te zien of iemand een alias of een tag
schreef, en zonder recursie in de bibliotheek kan geen enkele diepte het programma laten omvallen.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kwaliteit.begrippen.fout import Gebrek

Waarde = None | bool | int | float | str | list["Waarde"] | dict[str, "Waarde"]
Plek = tuple[str | int, ...]

DIEPSTE_LAAG = 40

_LADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_VASTE_WOORDEN: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_GEHEEL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_GETAL = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]{0,17})(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_GETAL_BEGIN = frozenset("+-.0123456789")
_VREEMD_TEKEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_CIJFERSLEUTEL = re.compile(r"\s*\+?([0-9_]*[0-9])(?:\.0+)?\s*")
_DUBBEL = -1
"""Plek van de tweede waarde onder een dubbele sleutel; die waarde telt nergens mee."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontleed:
    """Een ontleed stuk YAML: datums zijn nog tekst, sleutels altijd tekst.

    `regels` geeft per plek de regel van de sleutel of het lijstonderdeel. `kapot` zijn de plekken met een gebrek:
    over wat daar staat valt verder niets te zeggen. `is_leeg` is waar als er niets in het stuk staat.
    """

    naam: str
    waarde: Waarde
    regels: dict[Plek, int]
    gebreken: tuple[Gebrek, ...]
    kapot: frozenset[Plek]
    is_leeg: bool = False


class _Stop(Exception):
    """Verder lezen heeft geen zin: het gebrek staat al in de lijst."""


@dataclass(slots=True)
class _Ontleder:
    naam: str
    eerste_regel: int
    gebeurtenissen: Iterator[Event]
    regels: dict[Plek, int] = field(default_factory=dict)
    gebreken: list[Gebrek] = field(default_factory=list)
    kapot: set[Plek] = field(default_factory=set)

    def lees_document(self) -> tuple[Waarde, bool]:
        next(self.gebeurtenissen)
        if isinstance(next(self.gebeurtenissen), StreamEndEvent):
            return None, True
        begin = next(self.gebeurtenissen)
        self.regels[()] = self._regel(begin)
        waarde = self._waarde(begin, ())
        next(self.gebeurtenissen)
        volgende = next(self.gebeurtenissen)
        if isinstance(volgende, DocumentStartEvent):
            self._meld(
                volgende,
                "hier begint een tweede document",
                "één document in één bestand",
                "Haal de regel met '---' weg.",
            )
            raise _Stop
        return waarde, waarde is None and not self.gebreken

    def _waarde(self, begin: Event, plek: Plek) -> Waarde:
        self._keur(begin, plek)
        if isinstance(begin, AliasEvent):
            return None
        if isinstance(begin, ScalarEvent):
            return los_op(begin.value) if begin.implicit[0] else str(begin.value)
        if len(plek) >= DIEPSTE_LAAG:
            self._meld(
                begin, "te veel lagen in elkaar", f"hoogstens {DIEPSTE_LAAG} lagen", "Maak het bestand eenvoudiger."
            )
            raise _Stop
        return self._lijst(plek) if isinstance(begin, SequenceStartEvent) else self._blok(plek)

    def _lijst(self, plek: Plek) -> list[Waarde]:
        waarden: list[Waarde] = []
        for begin in self.gebeurtenissen:
            if isinstance(begin, SequenceEndEvent):
                break
            hier = (*plek, len(waarden))
            self.regels[hier] = self._regel(begin)
            waarden.append(self._waarde(begin, hier))
        return waarden

    def _blok(self, plek: Plek) -> dict[str, Waarde]:
        waarden: dict[str, Waarde] = {}
        gezien: dict[str, int] = {}
        for begin in self.gebeurtenissen:
            if isinstance(begin, MappingEndEvent):
                break
            sleutel = self._sleutel(begin, plek, gezien)
            if sleutel is None:
                self._waarde(next(self.gebeurtenissen), (*plek, _DUBBEL))
                continue
            hier = (*plek, sleutel)
            self.regels[hier] = gezien[_gelijknamig(sleutel)] = self._regel(begin)
            waarden[sleutel] = self._waarde(next(self.gebeurtenissen), hier)
        return waarden

    def _sleutel(self, begin: Event, plek: Plek, gezien: dict[str, int]) -> str | None:
        """Geef de sleutel als tekst, of None (met een gebrek) als hij niet meetelt."""
        if not isinstance(begin, ScalarEvent):
            self._meld(begin, "een sleutel is geen gewone tekst", "een woord als sleutel", "Schrijf 'sleutel: waarde'.")
            self._waarde(begin, (*plek, _DUBBEL))
            return None
        self._keur(begin, (*plek, _DUBBEL))
        sleutel: str = begin.value
        if sleutel == "<<" and begin.implicit[0]:
            self._meld(
                begin, "een samenvoeging met '<<'", "alles voluit geschreven", "Schrijf de sleutels hier voluit op."
            )
            return None
        eerder = gezien.get(_gelijknamig(sleutel))
        if eerder is not None:
            self._meld(
                begin,
                f"de sleutel '{sleutel}' staat hier voor de tweede keer; de eerste staat op regel {eerder}",
                "elke sleutel één keer",
                "Haal een van de twee weg.",
            )
            return None
        return sleutel

    def _keur(self, begin: Event, plek: Plek) -> None:
        if isinstance(begin, AliasEvent):
            self._weiger(begin, plek, "een verwijzing met '*'")
        elif isinstance(begin, ScalarEvent | CollectionStartEvent):
            if begin.anchor is not None:
                self._weiger(begin, plek, "een anker met '&'")
            if begin.tag is not None:
                self._weiger(begin, plek, "een tag met '!'")
            if isinstance(begin, ScalarEvent) and _VREEMD_TEKEN.search(begin.value):
                self._weiger(begin, plek, "een onzichtbaar stuurteken")

    def _weiger(self, gebeurtenis: Event, plek: Plek, wat: str) -> None:
        self.kapot.add(plek)
        self._meld(
            gebeurtenis,
            wat,
            "gewone tekst en getallen",
            "Schrijf de waarde voluit, of zet haar tussen aanhalingstekens.",
        )

    def _meld(self, gebeurtenis: Event, wat: str, verwacht: str, doe_dit: str) -> None:
        self.meld_op(self._regel(gebeurtenis), wat, verwacht, doe_dit)

    def meld_op(self, regel: int, wat: str, verwacht: str, doe_dit: str) -> None:
        waar = f"{self.naam}, regel {regel}"
        self.gebreken.append(Gebrek(waar=waar, wat=wat, verwacht=verwacht, doe_dit=doe_dit))

    def _regel(self, gebeurtenis: Event) -> int:
        merk = gebeurtenis.start_mark
        return self.eerste_regel + (merk.line if merk else 0)


def ontleed(tekst: str, *, naam: str, eerste_regel: int) -> Ontleed:
    """Ontleed een stuk YAML; wat er niet in mag staan komt als gebrek terug en houdt de rest niet tegen."""
    ontleder = _Ontleder(naam=naam, eerste_regel=eerste_regel, gebeurtenissen=iter(()))
    waarde: Waarde = None
    is_leeg = False
    vreemd = _VREEMD_TEKEN.search(tekst)
    try:
        if vreemd:
            regel = tekst.count("\n", 0, vreemd.start()) + eerste_regel
            ontleder.meld_op(
                regel,
                "hier staat een onzichtbaar stuurteken",
                "gewone tekst",
                "Haal het teken weg, of typ de regel over.",
            )
            raise _Stop
        ontleder.gebeurtenissen = yaml.parse(tekst, Loader=_LADER)
        waarde, is_leeg = ontleder.lees_document()
    except _Stop:
        ontleder.kapot.add(())
    except yaml.YAMLError as fout:
        # Alleen de plaats en de soort: de tekst van de bibliotheek kan citeren wat er staat.
        ontleder.kapot.add(())
        regel_vanaf_nul, *woorden = _vertaal(fout, tekst)
        ontleder.meld_op(regel_vanaf_nul + eerste_regel, *woorden)
    return Ontleed(
        naam=naam,
        waarde=waarde,
        regels=ontleder.regels,
        gebreken=tuple(ontleder.gebreken),
        kapot=frozenset(ontleder.kapot),
        is_leeg=is_leeg,
    )


def los_op(tekst: str) -> Waarde:
    """Geef de waarde van tekst zonder aanhalingstekens volgens YAML 1.2-core; een datum blijft tekst.

    Strenger dan core: een getal met voorloopnullen, oneindig of meer dan 18 cijfers blijft tekst.
    """
    if tekst in _VASTE_WOORDEN:
        return _VASTE_WOORDEN[tekst]
    if tekst[0] not in _GETAL_BEGIN:
        return tekst
    if _GEHEEL.fullmatch(tekst):
        return int(tekst)
    if _GETAL.fullmatch(tekst) and math.isfinite(getal := float(tekst)):
        return getal
    return tekst


def _gelijknamig(sleutel: str) -> str:
    """Geef twee schrijfwijzen van hetzelfde getal dezelfde naam: 2024 en 02024 zijn dezelfde sleutel."""
    cijfers = _CIJFERSLEUTEL.fullmatch(sleutel)
    return cijfers[1].replace("_", "").lstrip("0") or "0" if cijfers else sleutel


_TAB = ("een tab in de inspringing", "alleen spaties voor een regel", "Vervang de tab door twee spaties.")
_HAAK = (
    "een haak is niet gesloten, of er ontbreekt een komma",
    "een lijst als [a, b] of een blok als {a: 1}",
    "Zet de haak of de komma erbij.",
)
_AANHALING = (
    "een aanhalingsteken is niet gesloten",
    "een aanhalingsteken aan het begin en aan het eind",
    "Zet het tweede aanhalingsteken erbij.",
)
_DUBBELE_PUNT = (
    "een dubbele punt op een plek waar die niet kan",
    "'sleutel: waarde' op een eigen regel",
    "Kijk naar de inspringing, en zet een tekst met een dubbele punt tussen aanhalingstekens.",
)
_GEEN_YAML = (
    "deze regel is niet te lezen",
    "YAML: 'sleutel: waarde' of '- onderdeel', met gelijke inspringing",
    "Kijk naar de inspringing en de leestekens op deze regel en de regel erboven.",
)


def _vertaal(fout: yaml.YAMLError, tekst: str) -> tuple[int, str, str, str]:
    """Geef de regel (vanaf nul) en wat er mis is, verwacht wordt en te doen is."""
    if not isinstance(fout, yaml.MarkedYAMLError) or fout.problem_mark is None:
        return (0, *_GEEN_YAML)
    probleem, verband = fout.problem or "", fout.context or ""
    # Wie aan het eind van de tekst pas merkt dat er iets mist, wijst een regel aan die er niet is.
    regels = tekst.rstrip().splitlines() or [""]
    regel_vanaf_nul = min(fout.problem_mark.line, len(regels) - 1)
    begin = min(fout.context_mark.line, regel_vanaf_nul) if fout.context_mark else regel_vanaf_nul
    regel = regels[regel_vanaf_nul]
    if "\t" in regel[: len(regel) - len(regel.lstrip())]:
        return (regel_vanaf_nul, *_TAB)
    if "quoted scalar" in verband:
        return (begin, *_AANHALING)
    if "flow" in verband:
        return (begin, *_HAAK)
    if "mapping values are not allowed" in probleem:
        return (regel_vanaf_nul, *_DUBBELE_PUNT)
    return (regel_vanaf_nul, *_GEEN_YAML)
