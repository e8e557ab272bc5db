"""De kleuren van de pagina: het standaardthema, welke paren samen voorkomen, en een thema uit eigen kleuren.

De paren zijn gegevens: wie op de pagina een nieuwe combinatie maakt, zet haar hier, en dan wordt zij overal gekeurd.
Tekst heeft minstens 4,5 nodig en een vorm minstens 3 (WCAG 2.2, 1.4.3 en 1.4.11).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kwaliteit.formules.kleur import contrast, naar_oklch, van_oklch, zoek_dichtstbij

TEKST, VORM = 4.5, 3.0
BUREN = 1.4
"""Zo veel schelen twee vakken naast elkaar minstens in licht, voor wie geen kleur ziet of grijs afdrukt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleurpaar:
    """Twee kleuren die op de pagina tegen elkaar staan, het minste contrast, en waar dat is."""

    voor: str
    achter: str
    minimum: float
    waar: str


PAREN = tuple(
    Kleurpaar(voor=voor, achter=achter, minimum=minimum, waar=waar)
    for voor, achter, minimum, waar in (
        ("inkt", "papier", TEKST, "gewone tekst"),
        ("inkt", "vlak", TEKST, "tekst in een kader"),
        ("inkt", "zacht", TEKST, "titel en inleiding boven de pagina"),
        ("inkt", "oker-z", TEKST, "tekst die opvalt"),
        ("stil", "papier", TEKST, "bijschriften, noten en assen"),
        ("stil", "vlak", TEKST, "bijschriften in een kader"),
        ("stil", "zacht", TEKST, "datum boven de pagina"),
        ("merk", "papier", TEKST, "links, kerncijfers en koppen van groepen"),
        ("merk", "vlak", TEKST, "links in een kader"),
        ("merk", "zacht", TEKST, "naam van de organisatie boven de pagina"),
        ("papier", "merk", TEKST, "stand Klaar"),
        ("oker", "papier", TEKST, "breuk in een trend"),
        ("oker", "oker-z", TEKST, "band boven de pagina, stand Later en Deels"),
        ("lt", "merk", TEKST, "getal in een vak: helemaal eens"),
        ("lt", "l2", TEKST, "getal in een vak: eens"),
        ("inkt", "l3", TEKST, "getal in een vak: midden"),
        ("lt", "l4", TEKST, "getal in een vak: oneens"),
        ("lt", "oker", TEKST, "getal in een vak: helemaal oneens"),
        ("l2", "l3", BUREN, "vak in het midden naast een vak eens, ook zonder kleur"),
        ("l2", "papier", VORM, "vak, en de streep naast een citaat"),
        ("l3", "papier", VORM, "vak in het midden"),
        ("l4", "papier", VORM, "vak oneens"),
        ("mp", "papier", VORM, "teken van een groep in de spiegel"),
        ("me", "papier", VORM, "teken van een groep in de spiegel"),
        ("marge", "papier", VORM, "marge in een trend"),
    )
)

LICHT: Mapping[str, str] = MappingProxyType(
    {
        "papier": "#ffffff",
        "vlak": "#f3f6f5",
        "inkt": "#1b2b31",
        "stil": "#46555b",
        "merk": "#0a4a57",
        "zacht": "#e6f0f1",
        "oker": "#713000",
        "oker-z": "#fbf0e4",
        "l2": "#2a7584",
        "l3": "#8d9599",
        "l4": "#a85c17",
        "lt": "#ffffff",
        "mp": "#5b3f8c",
        "me": "#9b2c5d",
        "marge": "#5c9dac",
    }
)
DONKER: Mapping[str, str] = MappingProxyType(
    {
        "papier": "#101c20",
        "vlak": "#18272c",
        "inkt": "#edf2f2",
        "stil": "#b3c0c4",
        "merk": "#8fd3e0",
        "zacht": "#16292e",
        "oker": "#f3c08c",
        "oker-z": "#33261a",
        "l2": "#57a9ba",
        "l3": "#626c71",
        "l4": "#d08a45",
        "lt": "#0b1518",
        "mp": "#c3abf0",
        "me": "#f0a0c4",
        "marge": "#3a7380",
    }
)
"""Het standaardthema, zoals het ook in `sjablonen/stijl.css` staat (een toets houdt ze gelijk)."""

AFGELEID: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"merk": ("zacht", "vlak", "l2", "marge"), "oker": ("oker-z", "l4")}
)
"""Welke kleuren van een eigen kleur afhangen: elk met de lichtheid van het standaardthema en de nieuwe tint."""

_STERKST = 2.5
"""Zo veel feller dan in het standaardthema mag een afgeleide kleur worden; een vlak wordt anders te druk."""


def leid_thema_af(thema: Mapping[str, str], eigen: Mapping[str, str], voorbeeld: Mapping[str, str]) -> dict[str, str]:
    """Geef alle kleuren die anders worden dan in `thema`, bijgesteld tot elk paar genoeg contrast heeft.

    `eigen` zijn opgegeven kleuren in dit thema; die veranderen niet. Uit `voorbeeld`, de eigen kleuren van het lichte
    thema, volgt wat in een donker thema niet is opgegeven.
    """
    kleuren = dict(thema)
    for basis, volgers in AFGELEID.items():
        if basis in eigen:
            kleuren[basis] = eigen[basis]
        elif basis in voorbeeld:
            doel = _verplaats(thema[basis], LICHT[basis], voorbeeld[basis])
            kleuren[basis] = zoek_dichtstbij(doel, eis_aan_eigen(thema)) or doel
        for naam in volgers:
            doel = _verplaats(thema[naam], thema[basis], kleuren[basis])
            kleuren[naam] = zoek_dichtstbij(doel, eisen_aan(naam, kleuren)) or doel
    return {naam: kleur for naam, kleur in kleuren.items() if kleur != thema[naam]}


def eis_aan_eigen(thema: Mapping[str, str]) -> tuple[tuple[str, float], ...]:
    """Geef wat een opgegeven kleur zelf moet halen: als tekst op het papier, en achter het getal in een vak."""
    return tuple((thema[tegen], TEKST) for tegen in ("papier", "lt"))


def eisen_aan(naam: str, kleuren: Mapping[str, str]) -> tuple[tuple[str, float], ...]:
    """Geef voor een kleur elke kleur waar zij tegen staat, met het minste contrast."""
    return tuple(
        (kleuren[paar.achter if paar.voor == naam else paar.voor], paar.minimum)
        for paar in PAREN
        if naam in (paar.voor, paar.achter)
    )


def keur_thema(kleuren: Mapping[str, str]) -> tuple[tuple[Kleurpaar, float], ...]:
    """Geef elk paar dat te weinig contrast heeft, met het contrast; leeg als alles klopt."""
    gemeten = ((paar, contrast(kleuren[paar.voor], kleuren[paar.achter])) for paar in PAREN)
    return tuple((paar, waarde) for paar, waarde in gemeten if waarde < paar.minimum)


def _verplaats(kleur: str, van: str, naar: str) -> str:
    """Geef `kleur` dezelfde verandering van tint en kleurkracht als die van `van` naar `naar`; de lichtheid blijft."""
    licht, chroma, hoek = naar_oklch(kleur)
    _, chroma_van, hoek_van = naar_oklch(van)
    _, chroma_naar, hoek_naar = naar_oklch(naar)
    if van == naar:
        return kleur
    sterker = min(_STERKST, chroma_naar / chroma_van)
    return van_oklch((licht, chroma * sterker, math.remainder(hoek + hoek_naar - hoek_van, math.tau)))
