"""Het verslag als een platte rij delen: koppen, alinea's, lijsten, tabellen en beelden, in leesvolgorde.

Alles wat geen rijke pagina is (Markdown, het kale fragment, Word, papier) schrijft deze delen op en voegt niets toe.
Daardoor staan overal dezelfde woorden en getallen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import ceil
from typing import Literal

_STUURTEKEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Wat in Markdown, HTML of Word niet mag voorkomen en niemand ziet."""
_SLORDIG = re.compile(rf"{_STUURTEKEN.pattern}|[^\S ]|  |^ | $")
"""Aan tekst zonder dit valt niets op te ruimen; dat is bijna alle tekst."""
_WITRUIMTE = re.compile(r"[^\S\n]+")
_OM_REGELEINDE = re.compile(r" *\n+ *")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukje:
    """Een stuk lopende tekst met één opmaak; een `\\n` erin is een nieuwe regel binnen de alinea.

    `doel` is waar een link heen gaat: een volledig adres, een pad binnen de openbare map ("kort.html"), of `#anker`
    binnen hetzelfde verslag. Leeg = geen link. Wie een doel niet kan gebruiken, schrijft alleen de tekst.
    """

    tekst: str
    vet: bool = False
    schuin: bool = False
    doorgehaald: bool = False
    code: bool = False
    doel: str = ""


Regel = tuple[Stukje, ...]
Toon = Literal["gewoon", "lead", "stil", "let_op"]


def maak_regel(*stukjes: Stukje, op_een_regel: bool = False) -> Regel:
    """Maak er nette lopende tekst van: enkele spaties, geen stuurtekens, en zelfde opmaak aan elkaar.

    Blijft er geen tekst over, dan is de regel leeg. `op_een_regel` = zonder nieuwe regels erin (kop of cel).
    """
    if len(stukjes) == 1 and stukjes[0].tekst and not _SLORDIG.search(stukjes[0].tekst):
        return stukjes
    net: list[Stukje] = []
    for _, groep in groupby(stukjes, key=_opmaak):
        eerste, *rest = groep
        tekst = _maak_net("".join((eerste.tekst, *(stukje.tekst for stukje in rest))), op_een_regel=op_een_regel)
        vorige = net[-1].tekst[-1] if net else "\n"
        if vorige.isspace():
            tekst = tekst.lstrip(" \n" if vorige == "\n" else " ")
        if tekst and net and _opmaak(net[-1]) == _opmaak(eerste):
            net[-1] = replace(eerste, tekst=net[-1].tekst + tekst)
        elif tekst:
            net.append(replace(eerste, tekst=tekst))
    while net and not net[-1].tekst.rstrip():
        net.pop()
    return (*net[:-1], replace(net[-1], tekst=net[-1].tekst.rstrip())) if net else ()


def _opmaak(stukje: Stukje) -> tuple[bool, bool, bool, bool, str]:
    return stukje.vet, stukje.schuin, stukje.doorgehaald, stukje.code, stukje.doel


def maak_tekst(tekst: str) -> str:
    """Geef de tekst op één regel, met enkele spaties en zonder stuurtekens."""
    return _maak_net(tekst, op_een_regel=True).strip()


def schoon_codeblok(tekst: str) -> str:
    """Geef een codeblok zonder stuurtekens en zonder wit aan het einde."""
    return _STUURTEKEN.sub("", tekst).rstrip()


def lees_tekst(regel: Iterable[Stukje]) -> str:
    """Geef alleen de woorden van een regel."""
    return "".join(stukje.tekst for stukje in regel)


def _maak_net(tekst: str, *, op_een_regel: bool) -> str:
    schoon = _STUURTEKEN.sub("", tekst)
    if op_een_regel:
        return re.sub(r"\s+", " ", schoon)
    return _OM_REGELEINDE.sub("\n", _WITRUIMTE.sub(" ", schoon))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Een kop; `niveau` 1 is de titel van het verslag. `anker` zonder voorvoegsel; leeg = geen."""

    niveau: int
    regel: Regel
    anker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """Een alinea. `toon` is gewoon, lead (groot), stil (klein) of let_op (begint al met die woorden)."""

    regel: Regel
    toon: Toon = "gewoon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """Een lijst; elk punt bestaat uit delen. `begin` is het eerste nummer; None = met streepjes."""

    punten: tuple[tuple["Platdeel", ...], ...]
    begin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanhaling:
    """Een citaat: de delen, en van wie het is (leeg mag)."""

    delen: tuple["Platdeel", ...]
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platcel:
    """Een cel als regel tekst; `is_woorden` = woorden in plaats van een getal."""

    regel: Regel
    is_woorden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plattabel:
    """Een tabel van hoogstens vijf kolommen; de eerste cel van een rij is de rijkop.

    `getallen` = kolommen na de eerste staan rechts. Een tabel van een mens heeft geen bijschrift.
    """

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Platcel, ...], ...]
    getallen: bool
    slot_is_tekst: bool = False
    anker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeld:
    """Een figuur: de naam van het bestand in `figuren/` zonder achtervoegsel, en de alternatieve tekst."""

    naam: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codeblok:
    """Tekst die een mens als code opschreef."""

    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Streep:
    """Een scheiding tussen twee delen."""


Platdeel = Kop | Tekst | Lijst | Aanhaling | Plattabel | Beeld | Codeblok | Streep

DIEPSTE_KOP = 6
MEESTE_KOLOMMEN = 5
"""Meer naast elkaar past niet op een vel papier, en niet in de smalle kolom van een website."""


def knip_tabel(tabel: Plattabel, vervolgkoppen: Sequence[Platcel] = ()) -> tuple[Plattabel, ...]:
    """Knip een brede tabel in delen die elk de rijkoppen herhalen; een smalle tabel blijft zoals zij is.

    `vervolgkoppen` zijn kortere rijkoppen voor de delen na het eerste.
    """
    aantal = len(tabel.koppen) - 1
    delen = max(1, ceil(aantal / (MEESTE_KOLOMMEN - 1)))
    if delen == 1:
        return (tabel,)
    grenzen = [1 + aantal * deel // delen for deel in range(delen + 1)]
    kort = vervolgkoppen or tuple(rij[0] for rij in tabel.rijen)
    return tuple(
        replace(
            tabel,
            bijschrift=tabel.bijschrift and f"{tabel.bijschrift} (deel {deel} van {delen})",
            koppen=(tabel.koppen[0], *tabel.koppen[van:tot]),
            rijen=tuple(
                (rij[0] if deel == 1 else rijkop, *rij[van:tot]) for rij, rijkop in zip(tabel.rijen, kort, strict=True)
            ),
            slot_is_tekst=tabel.slot_is_tekst and deel == delen,
            anker=tabel.anker if deel == 1 else "",
        )
        for deel, (van, tot) in enumerate(pairwise(grenzen), start=1)
    )


def loop_door(delen: Iterable[Platdeel]) -> Iterator[Platdeel]:
    """Geef alle delen in leesvolgorde, ook die in een lijst of aanhaling."""
    for deel in delen:
        yield deel
        if isinstance(deel, Lijst):
            for punt in deel.punten:
                yield from loop_door(punt)
        elif isinstance(deel, Aanhaling):
            yield from loop_door(deel.delen)


def anker_van(deel: Platdeel) -> str:
    """Geef de naam waar een link naar dit deel heen gaat; leeg = geen."""
    match deel:
        case Kop(anker=anker) | Plattabel(anker=anker):
            return anker
        case Beeld(naam=naam):
            return naam
        case _:
            return ""


def verzamel_ankers(delen: Iterable[Platdeel]) -> frozenset[str]:
    """Geef alle ankers die in deze delen bestaan."""
    return frozenset(filter(None, map(anker_van, loop_door(delen))))


def verschuif_koppen(delen: Iterable[Platdeel], stap: int) -> tuple[Platdeel, ...]:
    """Zet elke kop zoveel niveaus dieper, tot hoogstens 6; ook in een citaat of lijst."""
    return tuple(_verschuif(deel, stap) for deel in delen) if stap else tuple(delen)


def _verschuif(deel: Platdeel, stap: int) -> Platdeel:
    match deel:
        case Kop():
            return replace(deel, niveau=min(deel.niveau + stap, DIEPSTE_KOP))
        case Lijst():
            return replace(deel, punten=tuple(verschuif_koppen(punt, stap) for punt in deel.punten))
        case Aanhaling():
            return replace(deel, delen=verschuif_koppen(deel.delen, stap))
        case _:
            return deel


def maak_volledig(doel: str, basis_url: str) -> str:
    """Zet het webadres voor een pad binnen de openbare map; een volledig adres of een anker blijft zoals het is."""
    if not basis_url or doel.startswith(("#", "mailto:")) or "://" in doel:
        return doel
    return f"{basis_url.rstrip('/')}/{doel}"
