"""De bladzijde "Nagerekend met de hand": elk rekenvoorbeeld met invoer, som en uitkomst, gemaakt uit de YAML.

De som staat in het commentaar bij een voorbeeld; wie een voorbeeld toevoegt, schrijft haar daar.
"""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from kwaliteit.begrippen.narekening import Methodebeschrijving
from kwaliteit.narekenen import beschrijf_methoden, reken
from kwaliteit.weergave.ontsnappen import ontsnap_markdown

ZELF = "Zelf een som maken"
MAP = Path(__file__).parent / "rekenvoorbeelden"
HOOFDSTUKKEN = {
    "indicatoren": "Van antwoorden naar cijfers",
    "formules": "Marges en kansen",
    "vergelijken": "Cijfers naast elkaar",
    "geheimhouding": "Kleine groepen beschermen",
    "narekenen": "Zelf narekenen",
}
"""De kamers in de volgorde van de bladzijde; een andere kamer komt daarna, onder haar eigen naam."""

TITELS = {
    "aantal_mensen": "Aantal mensen in een onderdeel",
    "alfa": "Cronbachs alfa",
    "geheimhouding-gemiddelde": "Een gemiddelde beschermen",
    "geheimhouding-ladder": "De ladder van één cijfer",
    "geheimhouding-nps": "Een NPS beschermen",
    "geheimhouding-stappen": "Welke onderdelen en waarden verschijnen",
    "geheimhouding-verdeling": "Een verdeling beschermen",
    "gunstig": "Deel gunstig",
    "marge_bij_gemiddelde": "Marge bij een gemiddelde",
    "marge_bij_nps": "Marge bij een NPS",
    "nps": "NPS",
    "omgekeerd": "Omgekeerde vragen",
    "onderdelen": "Organisatie, regio en locatie",
    "ontbrekend": "Geen antwoord",
    "reeks": "Reeksen van jaren",
    "vergelijken-aandelen": "Twee aandelen",
    "vergelijken-correctie": "Correctie voor veel vergelijkingen",
    "vergelijken-gemiddelden": "Twee gemiddelden",
    "vergelijken-groepen": "Verschillen tussen groepen",
    "vergelijken-locatie": "Een locatie met de rest",
    "verdeling": "Verdeling van de antwoorden",
}
"""Bestandsnaam -> titel; een ander bestand krijgt zijn naam in gewone woorden."""

_NAAM = re.compile(r"^( *)- naam: (.+?)\s*$")
_NIEUWE_REGEL = re.compile(r"^(?:[\w/() ]{1,24} = |[A-Z]: |- )")
"""Zo begint een regel van een som die niet aan de vorige vastzit."""


@dataclass(frozen=True, kw_only=True)
class Voorbeeld:
    """Eén rekenvoorbeeld; `som` zijn de regels van het commentaar."""

    naam: str
    som: tuple[str, ...]
    invoer: Mapping[str, object]
    uitkomst: object


@dataclass(frozen=True, kw_only=True)
class Regel:
    """Eén bestand: een rekenregel met haar voorbeelden."""

    bestand: str
    kamer: str
    naam: str
    uitleg: str
    voorbeelden: tuple[Voorbeeld, ...]

    @property
    def titel(self) -> str:
        """De naam in gewone woorden."""
        stam = self.bestand.removesuffix(".yaml")
        gewoon = stam.replace("_", " ").replace("-", ": ")
        return TITELS.get(stam, gewoon[:1].upper() + gewoon[1:])


def lees_regels(map_: Path = MAP) -> tuple[Regel, ...]:
    """Lees alle rekenvoorbeelden, in de volgorde van de bladzijde."""
    regels = [_lees(pad) for pad in sorted(map_.glob("*.yaml"))]
    volgorde = list(HOOFDSTUKKEN)
    return tuple(
        sorted(
            regels,
            key=lambda regel: (
                volgorde.index(regel.kamer) if regel.kamer in volgorde else len(volgorde),
                regel.kamer,
                regel.titel,
            ),
        )
    )


def _lees(pad: Path) -> Regel:
    tekst = pad.read_text(encoding="utf-8")
    inhoud = yaml.safe_load(tekst)
    sommen = list(lees_sommen(tekst))
    assert [naam for naam, _ in sommen] == [str(geval["naam"]) for geval in inhoud["voorbeelden"]], pad.name
    return Regel(
        bestand=pad.name,
        kamer=inhoud["kamer"],
        naam=inhoud["regel"],
        uitleg=" ".join(inhoud["uitleg"].split()),
        voorbeelden=tuple(
            Voorbeeld(
                naam=naam,
                som=som,
                invoer={sleutel: waarde for sleutel, waarde in geval.items() if sleutel not in ("naam", "uitkomst")},
                uitkomst=geval["uitkomst"],
            )
            for (naam, som), geval in zip(sommen, inhoud["voorbeelden"], strict=True)
        ),
    )


def lees_sommen(tekst: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Geef per voorbeeld de naam en het commentaar erin, als regels die bij elkaar horen."""
    regels = tekst.splitlines()
    for nummer, regel in enumerate(regels):
        begin = _NAAM.match(regel)
        if begin is None:
            continue
        som: list[str] = []
        for volgende in regels[nummer + 1 :]:
            if _NAAM.match(volgende):
                break
            if not volgende.strip().startswith("#"):
                continue
            deel = volgende.strip().removeprefix("#").strip()
            if som and not _NIEUWE_REGEL.match(deel):
                som[-1] = f"{som[-1]} {deel}"
            else:
                som.append(deel)
        yield str(yaml.safe_load(begin[2])), tuple(som)


def maak_pagina(gemaakt: str) -> str:
    """Maak de hele bladzijde; `gemaakt` is de regel die zegt dat zij gemaakt is."""
    regels = lees_regels()
    per_kamer: dict[str, list[Regel]] = {}
    for regel in regels:
        per_kamer.setdefault(regel.kamer, []).append(regel)
    aantal = sum(len(regel.voorbeelden) for regel in regels)
    delen = [
        "# Nagerekend met de hand\n",
        gemaakt,
        f"{len(regels)} rekenregels met {aantal} voorbeelden, elk met de hand uitgerekend. Een toets laat het",
        "programma dezelfde som maken; komt er iets anders uit, dan gaat er geen nieuwe versie uit.\n",
        "U hoeft dit niet te lezen om een verslag te maken. Zoek het cijfer dat u wilt begrijpen en reken mee.",
        "Wat de woorden in het verslag betekenen, staat in [Hoe rekenen wij?](cijfers.md); wat er per vraag is",
        "geteld, in [Indicatoren](indicatoren.md). Een deel is hier een getal van 0 tot 1: 0,76 is 76%.\n",
        "## Inhoud\n",
    ]
    for kamer, groep in per_kamer.items():
        namen = ", ".join(f"[{regel.titel}](#{_anker(regel.titel)})" for regel in groep)
        delen.append(f"- {_hoofdstuk(kamer)}: {namen}")
    namen = ", ".join(f"[{een.naam}](#reken-{een.naam.replace(' ', '-')})" for een in beschrijf_methoden())
    delen.append(f"- {ZELF}: {namen}\n")
    for kamer, groep in per_kamer.items():
        delen.append(f"## {_hoofdstuk(kamer)}\n")
        for regel in groep:
            delen += _toon_regel(regel)
    delen.append(f"## {ZELF}\n")
    delen.append("Met `kwaliteit reken` rekent het programma één methode voor u uit, met uw eigen getallen.\n")
    for methode in beschrijf_methoden():
        delen += _toon_methode(methode)
    return "\n".join(delen).rstrip() + "\n"


def _toon_methode(methode: Methodebeschrijving) -> Iterator[str]:
    naam, *argumenten = shlex.split(methode.voorbeeld.removeprefix("kwaliteit reken "))
    gerekend = reken(naam, argumenten)
    uitkomst = "; ".join(
        _noem_paar(wat, list(een) if isinstance(een, tuple) else een) for wat, een in gerekend.uitkomst
    )
    yield f"### Reken {methode.naam}\n"
    yield f"{ontsnap_markdown(methode.doel)}\n"
    yield f"- Opdracht: `{methode.voorbeeld}`"
    yield f"- Formule: {ontsnap_markdown(methode.formule)}"
    yield f"- Som: {ontsnap_markdown(gerekend.formule)}"
    yield f"- Uitkomst: {uitkomst}"
    yield f"- Bron: {ontsnap_markdown(methode.bron)}\n"


def _hoofdstuk(kamer: str) -> str:
    return HOOFDSTUKKEN.get(kamer, kamer[:1].upper() + kamer[1:])


def _anker(titel: str) -> str:
    """Het anker dat GitHub van een kop maakt."""
    return re.sub(r"[^\w\- ]", "", titel.lower()).replace(" ", "-")


def _toon_regel(regel: Regel) -> Iterator[str]:
    yield f"### {regel.titel}\n"
    yield f"{ontsnap_markdown(regel.uitleg)}\n"
    for voorbeeld in regel.voorbeelden:
        yield f"**{ontsnap_markdown(voorbeeld.naam[:1].upper() + voorbeeld.naam[1:])}**\n"
        gewoon = {naam: waarde for naam, waarde in voorbeeld.invoer.items() if not _is_tabel(waarde)}
        if gewoon:
            yield f"- Invoer: {_noem(gewoon)}"
        yield f"- Som: {_breek(voorbeeld.som)}"
        if not _is_tabel(voorbeeld.uitkomst):
            yield f"- Uitkomst: {_noem(voorbeeld.uitkomst)}"
        yield ""
        for naam, waarde in voorbeeld.invoer.items():
            if isinstance(waarde, list) and _is_tabel(waarde):
                yield from _toon_tabel(naam, waarde)
        if isinstance(voorbeeld.uitkomst, list) and _is_tabel(voorbeeld.uitkomst):
            yield from _toon_tabel("uitkomst", voorbeeld.uitkomst)


def _breek(som: Sequence[str]) -> str:
    return "\\\n  ".join(str(ontsnap_markdown(regel)) for regel in som)


def _is_tabel(waarde: object) -> bool:
    """Een rij van gelijksoortige gegevens leest beter als tabel."""
    return isinstance(waarde, list) and len(waarde) > 1 and all(isinstance(een, dict) for een in waarde)


def _toon_tabel(naam: str, rijen: Sequence[Mapping[str, object]]) -> Iterator[str]:
    kolommen = list(dict.fromkeys(sleutel for rij in rijen for sleutel in rij))
    yield f"{naam[:1].upper()}{naam[1:].replace('_', ' ')}:\n"
    yield f"| {' | '.join(_woord(kolom) for kolom in kolommen)} |"
    yield f"|{'---|' * len(kolommen)}"
    for rij in rijen:
        yield f"| {' | '.join(_noem(rij[kolom]) if kolom in rij else '–' for kolom in kolommen)} |"
    yield ""


def _woord(naam: object) -> str:
    return str(ontsnap_markdown(str(naam).replace("_", " ")))


def _noem(waarde: object) -> str:
    """Schrijf een waarde zoals een mens dat doet: decimale komma, en puntkomma's tussen de delen van een rij."""
    match waarde:
        case None:
            tekst = "leeg"
        case bool():
            tekst = "ja" if waarde else "nee"
        case float():
            tekst = f"{waarde:.10g}".replace(".", ",")
        case dict() if waarde:
            tekst = "; ".join(_noem_paar(naam, deel) for naam, deel in waarde.items())
        case list() if waarde:
            tekst = _noem_reeks(waarde)
        case dict() | list():
            tekst = "niets"
        case _:
            tekst = str(ontsnap_markdown(str(waarde)))
    return tekst


def _noem_paar(naam: object, waarde: object) -> str:
    if isinstance(waarde, dict) and waarde:
        return f"{_woord(naam)} ({_noem(waarde)})"
    return f"{_woord(naam)}{' =' if _is_getal(waarde) else ':'} {_noem(waarde)}"


def _noem_reeks(waarden: Sequence[object]) -> str:
    if any(isinstance(deel, list | dict) for deel in waarden):
        return " ".join(f"({_noem(deel)})" for deel in waarden)
    return ("; " if any(isinstance(deel, float) for deel in waarden) else ", ").join(_noem(deel) for deel in waarden)


def _is_getal(waarde: object) -> bool:
    return isinstance(waarde, int | float) and not isinstance(waarde, bool)
