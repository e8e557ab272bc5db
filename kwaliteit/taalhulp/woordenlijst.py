"""De woordenlijst: jargon met een gewoon woord ernaast, en afkortingen. De organisatie vult aan of haalt weg.

Van elk woord kent de lijst ook de verbogen vormen: "implementeren" vindt "geïmplementeerd", "indicator" "indicatoren".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kwaliteit.begrippen.taalregels import Taalregels
from kwaliteit.strikte_yaml import lees_yaml

_UITGANGEN = ("", "s", "'s", "e", "en", "n", "ën")
_KLINKERS = frozenset("aeiouy")
_VERZACHT = {
    "ief": "iev",
    "aal": "al",
    "eel": "el",
    "aam": "am",
    "eus": "euz",
    "aar": "ar",
    "oor": "or",
    "aat": "at",
    "eet": "et",
}
"""Zo verandert het eind van een woord als er -e of -en achter komt: "proactief" wordt "proactieve"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordenbestand:
    """De vorm van `woorden.yaml`."""

    jargon: dict[str, str]
    ook: dict[str, tuple[str, ...]] = field(default_factory=dict)
    afkortingen: dict[str, str] = field(default_factory=dict)
    verkort: dict[str, str] = field(default_factory=dict)
    bekend: tuple[str, ...] = ()
    lang_toegestaan: tuple[str, ...] = ()
    ontkend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordenlijst:
    """Klaar om in te zoeken. `jargon` is vorm (klein, of geheel in hoofdletters) -> gewoon woord.

    `uitdrukkingen` is eerste woord -> alle uitdrukkingen die zo beginnen (de langste eerst) met hun gewone woord.
    `voluit` is een afkorting -> wat zij betekent (om voor te stellen); `verkort` is een kort geschreven woord -> voluit
    ("o.a." en "ivm"). `uitgelegd` zijn afkortingen die geen uitleg nodig hebben, `toegestaan` woorden die lang mogen
    zijn, `ontkend` woorden als "onbelangrijk".
    """

    jargon: Mapping[str, str]
    uitdrukkingen: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    voluit: Mapping[str, str]
    verkort: Mapping[str, str]
    uitgelegd: frozenset[str]
    toegestaan: frozenset[str]
    ontkend: frozenset[str]
    langste_zin: int


@cache
def lees_woordenbestand() -> Woordenbestand:
    """Geef de meegeleverde woordenlijst."""
    return lees_yaml(Path(__file__).with_name("woorden.yaml"), Woordenbestand, naam="taalhulp/woorden.yaml")


@cache
def _eigen_vormen() -> Mapping[str, frozenset[str]]:
    """Per meegeleverd jargonwoord alle vormen."""
    bestand = lees_woordenbestand()
    return {woord: frozenset((*buig(woord), *bestand.ook.get(woord, ()))) for woord in bestand.jargon}


def maak_woordenlijst(regels: Taalregels, namen: Iterable[str] = ()) -> Woordenlijst:
    """Voeg de meegeleverde lijst en `taal.yaml` samen. `namen` (organisatie, locaties) hoeven nooit uitleg."""
    bestand = lees_woordenbestand()
    mag = {woord.lower() for woord in regels.toegestaan}
    weg = mag.union(regels.toegestaan, regels.jargon, (woord.lower() for woord in regels.jargon))
    vormen = {
        vorm: bestand.jargon[woord] for woord, alle in _eigen_vormen().items() if weg.isdisjoint(alle) for vorm in alle
    }
    vormen |= {vorm: gewoon for woord, gewoon in regels.jargon.items() for vorm in buig(woord)}
    naamwoorden = {deel for naam in namen for deel in naam.replace("-", " ").split()}
    return Woordenlijst(
        jargon={vorm: gewoon for vorm, gewoon in vormen.items() if " " not in vorm},
        uitdrukkingen=_rangschik({vorm: gewoon for vorm, gewoon in vormen.items() if " " in vorm}),
        voluit=bestand.afkortingen,
        verkort={kort: voluit for kort, voluit in bestand.verkort.items() if kort not in mag},
        uitgelegd=frozenset({*bestand.bekend, *regels.afkortingen, *regels.toegestaan, *naamwoorden}),
        toegestaan=frozenset({*bestand.lang_toegestaan, *mag, *(naam.lower() for naam in naamwoorden)}),
        ontkend=frozenset(bestand.ontkend),
        langste_zin=regels.langste_zin,
    )


def buig(woord: str) -> Iterator[str]:
    """Geef de vormen van een woord in kleine letters; van een uitdrukking alleen zichzelf.

    Ruim: een vorm die niet bestaat, komt ook in geen tekst voor. Een woord in hoofdletters blijft dat ("ROM", want
    "Rome" is iets anders).
    """
    if woord.isupper():
        yield from (woord, f"{woord}'s")
        return
    woord = woord.lower()
    if not woord.isalpha():
        yield woord
        return
    yield from (woord + uitgang for uitgang in _UITGANGEN)
    if woord[-3:] in _VERZACHT:
        stam = woord[:-3] + _VERZACHT[woord[-3:]]
        yield from (stam + "e", stam + "en")
    if len(woord) > 3 and woord[-1] not in _KLINKERS and woord[-2] in _KLINKERS and woord[-3] not in _KLINKERS:
        yield from (woord + woord[-1] + "e", woord + woord[-1] + "en")
    if woord.endswith("eren") and len(woord) > 6:
        yield from _vervoeg(woord[:-4])


def _vervoeg(stam: str) -> Iterator[str]:
    """Geef de vormen van een werkwoord op -eren: "implement" wordt "implementeert", "geïmplementeerd" …"""
    yield from (stam + eind for eind in ("eer", "eert", "eerde", "eerden", "erend", "erende", "ering", "eringen"))
    deel = {"e": "ë", "i": "ï", "u": "ü"}.get(stam[0], stam[0]) + stam[1:]
    yield from (f"ge{deel}eerd", f"ge{deel}eerde")


def _rangschik(uitdrukkingen: Mapping[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Zet de uitdrukkingen onder hun eerste woord, de langste vooraan."""
    per_begin: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for uitdrukking, gewoon in uitdrukkingen.items():
        woorden = tuple(uitdrukking.split())
        per_begin.setdefault(woorden[0], []).append((woorden, gewoon))
    return {begin: tuple(sorted(paren, key=lambda paar: -len(paar[0]))) for begin, paren in per_begin.items()}
