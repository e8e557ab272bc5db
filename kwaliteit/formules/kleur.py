"""Kleuren: contrast volgens WCAG 2.2, en lichter of donkerder zoals een oog dat ziet (OKLCH).

Een kleur is tekst, "#rrggbb" in kleine letters. Luminantie en contrast: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
OKLab: Björn Ottosson, https://bottosson.github.io/posts/oklab/.
"""

import math
import re
from collections.abc import Iterable

WIT, ZWART = "#ffffff", "#000000"

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STAPPEN = 200
"""Fijnheid waarmee naar een lichtere of donkerdere kleur wordt gezocht: een half procent licht."""

_NAAR_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_NAAR_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_VAN_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_VAN_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)

Drie = tuple[float, float, float]


def is_kleur(tekst: str) -> bool:
    """Waar voor "#0a4a57" en "#abc", ook met hoofdletters."""
    return _HEX.fullmatch(tekst) is not None


def lees_kleur(tekst: str) -> str:
    """Geef de kleur als "#rrggbb" in kleine letters; iets anders dan een kleur is een ValueError."""
    if not is_kleur(tekst):
        raise ValueError("geen kleur als #rrggbb")
    kaal = tekst[1:].lower()
    return f"#{kaal}" if len(kaal) == 6 else "#" + "".join(2 * teken for teken in kaal)


def luminantie(kleur: str) -> float:
    """Geef de relatieve luminantie: 0 is zwart, 1 is wit."""
    rood, groen, blauw = _lineair(kleur)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    """Geef de contrastverhouding, van 1 (gelijk) tot 21 (zwart en wit); de volgorde maakt niet uit."""
    laag, hoog = sorted((luminantie(een), luminantie(ander)))
    return (hoog + 0.05) / (laag + 0.05)


def haalt(kleur: str, eisen: Iterable[tuple[str, float]]) -> bool:
    """Waar als de kleur bij elke eis (andere kleur, minste contrast) genoeg contrast heeft."""
    return all(contrast(kleur, ander) >= minimum for ander, minimum in eisen)


def zoek_dichtstbij(kleur: str, eisen: Iterable[tuple[str, float]]) -> str | None:
    """Geef de kleur met dezelfde tint die aan alle eisen voldoet en het minst lichter of donkerder is.

    De kleur zelf als die al voldoet; None als geen enkele lichtheid voldoet.
    """
    alle = tuple(eisen)
    if haalt(kleur, alle):
        return kleur
    licht, chroma, hoek = naar_oklch(kleur)
    for stap in range(1, _STAPPEN + 1):
        for ander in (licht - stap / _STAPPEN, licht + stap / _STAPPEN):
            if 0 <= ander <= 1:
                nieuw = van_oklch((ander, chroma, hoek))
                if haalt(nieuw, alle):
                    return nieuw
    return next((uiterste for uiterste in (ZWART, WIT) if haalt(uiterste, alle)), None)


def naar_oklch(kleur: str) -> Drie:
    """Geef lichtheid (0 tot 1), chroma en tinthoek in radialen."""
    lang, midden, kort = _maal(_NAAR_LMS, _lineair(kleur))
    licht, a, b = _maal(_NAAR_LAB, (math.cbrt(lang), math.cbrt(midden), math.cbrt(kort)))
    return licht, math.hypot(a, b), math.atan2(b, a)


def van_oklch(punt: Drie) -> str:
    """Geef de kleur; bestaat die niet op een scherm, dan dezelfde lichtheid en tint met minder chroma."""
    licht, chroma, hoek = punt
    if _past(rgb := _van_oklab(licht, chroma, hoek)):
        return _als_hex(rgb)
    laag, hoog = 0.0, chroma
    for _ in range(16):
        midden = (laag + hoog) / 2
        laag, hoog = (midden, hoog) if _past(_van_oklab(licht, midden, hoek)) else (laag, midden)
    return _als_hex(_van_oklab(licht, laag, hoek))


def _lineair(kleur: str) -> Drie:
    rood, groen, blauw = (int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5))
    return _ontgamma(rood), _ontgamma(groen), _ontgamma(blauw)


def _ontgamma(waarde: float) -> float:
    return waarde / 12.92 if waarde <= 0.04045 else float(((waarde + 0.055) / 1.055) ** 2.4)


def _gamma(waarde: float) -> float:
    return 12.92 * waarde if waarde <= 0.0031308 else float(1.055 * waarde ** (1 / 2.4) - 0.055)


def _van_oklab(licht: float, chroma: float, hoek: float) -> Drie:
    lang, midden, kort = _maal(_VAN_LAB, (licht, chroma * math.cos(hoek), chroma * math.sin(hoek)))
    return _maal(_VAN_LMS, (lang**3, midden**3, kort**3))


def _maal(tabel: tuple[Drie, Drie, Drie], punt: Drie) -> Drie:
    eerste, tweede, derde = (sum(factor * deel for factor, deel in zip(rij, punt, strict=True)) for rij in tabel)
    return eerste, tweede, derde


def _past(rgb: Drie) -> bool:
    return all(-1e-6 <= deel <= 1 + 1e-6 for deel in rgb)


def _als_hex(rgb: Drie) -> str:
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, deel)))):02x}" for deel in rgb)
