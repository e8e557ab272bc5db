"""Keurt een logo dat een SVG is: alleen elementen, kenmerken en waarden uit een gesloten lijst.

Niets in de lijst laat een vorm een andere vorm herhalen. Zo kost het tekenen nooit meer dan wat er staat.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.vormgeving import Logo

GROOTSTE_MAAT = 4_000
"""Pixels."""
MEESTE_ELEMENTEN = 2_000
MEESTE_LAGEN = 32

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_BETEKENISVOL = (_SVG, _XLINK, _XML, "http://www.w3.org/1999/xhtml")
_STIL = (
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://web.resource.org/cc/",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
"""Wat een tekenprogramma voor zichzelf bewaart; een browser doet er niets mee."""
_VERLOPEN = ("linearGradient", "radialGradient")
ELEMENTEN = (
    *("circle", "clipPath", "defs", "desc", "ellipse", "g", "line", *_VERLOPEN, "metadata", "path", "polygon"),
    *("polyline", "rect", "stop", "svg", "text", "title", "tspan"),
)
"""Alle elementen die in een logo mogen staan."""
_VRIJ = re.compile(r"id|class|lang|role|version|baseProfile|(?:data|aria)-[\w.-]+")
"""Kenmerken die een browser niet gebruikt om te tekenen."""
_MAATNAMEN = (
    "clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust offset pathLength "
    "points preserveAspectRatio r rotate rx ry spreadMethod textLength transform viewBox width x x1 x2 y y1 y2"
)
_EIGENSCHAPNAMEN = (
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-rendering direction "
    "display dominant-baseline enable-background fill fill-opacity fill-rule font-family font-feature-settings "
    "font-kerning font-size font-size-adjust font-stretch font-style font-variant font-variant-alternates "
    "font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position "
    "font-variation-settings font-weight image-rendering isolation letter-spacing line-height mix-blend-mode "
    "opacity overflow paint-order shape-margin shape-padding shape-rendering solid-color solid-opacity "
    "stop-color stop-opacity stroke stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-color "
    "text-decoration-line text-decoration-style text-indent text-orientation text-rendering text-transform "
    "transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode"
)
_MATEN, _EIGENSCHAPPEN = frozenset(_MAATNAMEN.split()), frozenset(_EIGENSCHAPNAMEN.split())
_ALLEEN_NONE = frozenset(("filter", "marker", "marker-end", "marker-mid", "marker-start", "mask", "stroke-dasharray"))
"""Hiermee kan een korte regel heel veel tekenwerk zijn; uitgezet mag het er wel staan."""
_MET_VERWIJZING = ("clip-path", "fill", "stroke")
_FUNCTIES = frozenset(("hsl", "hsla", "matrix", "rgb", "rgba", "rotate", "scale", "skewx", "skewy", "translate"))
_VERWIJZING = re.compile(r"url\(\s*(['\"]?)#[\w.-]+\1\s*\)", re.IGNORECASE)
_EIGEN_ADRES = re.compile(r"#[\w.-]+")
_WAARDE = re.compile(r"[\w\s.,%#()'\"+/!-]*")
"""Geen \\, want daarmee is een woord te verstoppen, en geen : of @."""
_GEEN_WOORD = re.compile(r"[^\w-]")
_ANDERE_TEKENS = re.compile(r"\s*<\?xml\s[^>]*encoding\s*=\s*['\"](?!utf-8['\"])", re.IGNORECASE)
_MAAT = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*")

_GEWOON = "Bewaar het logo als gewone SVG met alleen vormen, of als PNG."
_DOE_DIT = {
    "style": "Kies bij het bewaren voor stijl bij elke vorm ('presentation attributes'), of bewaar het logo als PNG.",
    "use": "Maak van elke kopie een gewone vorm, of bewaar het logo als PNG.",
}


def lees_svg(inhoud: bytes, naam: str) -> Logo:
    """Geef het logo; alles wat niet in de gesloten lijst staat is een WerkmapFout."""
    if b"<!DOCTYPE" in inhoud.upper():
        raise _maak_fout(naam, "een <!DOCTYPE …>", "Haal de regel met <!DOCTYPE weg.")
    wortel = _lees_boom(inhoud, naam)
    if wortel.tag != f"{{{_SVG}}}svg":
        raise WerkmapFout(
            Gebrek(
                waar=naam,
                wat="dit bestand begint niet met een SVG",
                verwacht='<svg xmlns="http://www.w3.org/2000/svg" …>',
                doe_dit="Bewaar het logo opnieuw als (gewone) SVG.",
            )
        )
    if b"<?xml-stylesheet" in inhoud:
        raise _maak_fout(naam, "een verwijzing naar een stijlblad", _GEWOON)
    for vreemd, doe_dit in _zoek_vreemde_dingen(wortel):
        raise _maak_fout(naam, vreemd, doe_dit)
    breedte, hoogte = _meet(wortel)
    if not (1 <= round(breedte) <= GROOTSTE_MAAT and 1 <= round(hoogte) <= GROOTSTE_MAAT):
        raise WerkmapFout(
            Gebrek(
                waar=naam,
                wat="van dit logo is de breedte of hoogte niet bekend, of die kan niet kloppen",
                verwacht=f"een maat van 1 tot en met {GROOTSTE_MAAT} pixels, in width en height of in viewBox",
                doe_dit="Bewaar het logo opnieuw, met een maat.",
            )
        )
    return Logo(inhoud=inhoud, soort="svg", breedte=round(breedte), hoogte=round(hoogte))


def _lees_boom(inhoud: bytes, naam: str) -> ElementTree.Element:
    try:
        tekst = inhoud.decode("utf-8-sig")
        if not _ANDERE_TEKENS.match(tekst):
            return ElementTree.fromstring(tekst.encode())  # noqa: S314  hoogstens 20 kB, en zonder DOCTYPE zijn er geen entiteiten
    except (ElementTree.ParseError, LookupError, ValueError):
        pass
    raise WerkmapFout(
        Gebrek(
            waar=naam,
            wat="dit is geen geldige SVG in UTF-8",
            verwacht="een SVG-bestand",
            doe_dit="Bewaar het logo opnieuw als SVG.",
        )
    )


def _zoek_vreemde_dingen(wortel: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Geef wat niet mag en wat eraan te doen is, in de volgorde van het bestand."""
    verwijzingen: dict[str, str] = {}
    open_ = [(wortel, 1, False)]
    aantal = 0
    while open_:
        element, laag, in_knipvorm = open_.pop()
        aantal += 1
        ruimte, soort = _splits(element.tag)
        if laag > MEESTE_LAGEN:
            yield f"een vorm meer dan {MEESTE_LAGEN} lagen diep", "Hef groepen binnen groepen op."
        if aantal > MEESTE_ELEMENTEN:
            yield f"meer dan {MEESTE_ELEMENTEN} elementen", "Maak het logo eenvoudiger, of bewaar het als PNG."
        if ruimte not in _STIL and (ruimte != _SVG or soort not in ELEMENTEN):
            yield f"<{soort}>", _DOE_DIT.get(soort, _GEWOON)
        in_knipvorm = in_knipvorm or soort == "clipPath"
        for sleutel, waarde in element.attrib.items() if ruimte == _SVG else ():
            for vreemd in _keur_kenmerk(soort, sleutel, waarde, in_knipvorm=in_knipvorm):
                yield vreemd, _GEWOON
            if _splits(sleutel)[1] == "href":
                verwijzingen.setdefault(f"#{element.get('id', '')}", waarde)
        open_ += [(kind, laag + 1, in_knipvorm) for kind in reversed(element)]
    if any(_is_kring(begin, verwijzingen) for begin in verwijzingen):
        yield "een kleurverloop dat naar zichzelf verwijst", _GEWOON


def _keur_kenmerk(soort: str, sleutel: str, waarde: str, *, in_knipvorm: bool) -> Iterator[str]:
    """Geef wat er niet mag aan een kenmerk van een vorm."""
    ruimte, kenmerk = _splits(sleutel)
    if kenmerk.lower().startswith("on") and ruimte in ("", *_BETEKENISVOL):
        yield f"'{kenmerk}', waarmee een script start"
    elif kenmerk == "href" and ruimte in ("", _XLINK):
        if soort not in _VERLOPEN or not _EIGEN_ADRES.fullmatch(waarde):
            yield "een verwijzing die niet mag"
    elif ruimte:
        if ruimte in _BETEKENISVOL and (ruimte, kenmerk) not in ((_XML, "space"), (_XML, "lang")):
            yield f"het kenmerk '{kenmerk}'"
    elif kenmerk == "style":
        for stuk in waarde.split(";"):
            eigenschap, _, inhoud = stuk.partition(":")
            if stuk.strip():
                yield from _keur_waarde(eigenschap.strip().lower(), inhoud, in_knipvorm=in_knipvorm, is_stijl=True)
    elif not _VRIJ.fullmatch(kenmerk):
        yield from _keur_waarde(kenmerk, waarde, in_knipvorm=in_knipvorm, is_stijl=False)


def _keur_waarde(kenmerk: str, waarde: str, *, in_knipvorm: bool, is_stijl: bool) -> Iterator[str]:
    is_bekend = kenmerk in _EIGENSCHAPPEN or (kenmerk.startswith("-inkscape-") if is_stijl else kenmerk in _MATEN)
    mag_verwijzen = kenmerk in _MET_VERWIJZING and not (in_knipvorm and kenmerk == "clip-path")
    rest = _VERWIJZING.sub("", waarde) if mag_verwijzen else waarde
    functies = {_GEEN_WOORD.split(stuk.rstrip())[-1].lower() for stuk in rest.split("(")[:-1]}
    if "url" in functies or "\\" in waarde:
        yield "een verwijzing die niet mag"
    elif (not is_bekend and (kenmerk not in _ALLEEN_NONE or waarde.strip() != "none")) or not functies <= _FUNCTIES:
        yield f"het kenmerk '{kenmerk[:40]}'"
    elif not _WAARDE.fullmatch(rest):
        yield f"een teken dat niet mag, in '{kenmerk}'"


def _is_kring(begin: str, verwijzingen: dict[str, str]) -> bool:
    """Waar als de verwijzingen vanaf hier niet binnen het aantal lagen op een einde uitkomen."""
    plaats = begin
    for _ in range(MEESTE_LAGEN):
        if plaats not in verwijzingen:
            return False
        plaats = verwijzingen[plaats]
    return True


def _splits(naam: str) -> tuple[str, str]:
    ruimte, _, kaal = naam.rpartition("}")
    return ruimte.removeprefix("{"), kaal


def _meet(wortel: ElementTree.Element) -> tuple[float, float]:
    """De maat in pixels: uit `width` en `height`, anders uit `viewBox`; 0 als die er niet zijn."""
    maten = [_MAAT.fullmatch(wortel.get(naam, "")) for naam in ("width", "height")]
    if maten[0] and maten[1]:
        return float(maten[0][1]), float(maten[1][1])
    vak = re.split(r"[\s,]+", wortel.get("viewBox", "").strip())
    if len(vak) == 4 and (breedte := _MAAT.fullmatch(vak[2])) and (hoogte := _MAAT.fullmatch(vak[3])):
        return float(breedte[1]), float(hoogte[1])
    return 0, 0


def _maak_fout(naam: str, gevonden: str, doe_dit: str) -> WerkmapFout:
    return WerkmapFout(
        Gebrek(
            waar=naam,
            wat=f"in dit logo staat {gevonden}",
            verwacht="een SVG met alleen vormen, kleuren en tekst",
            doe_dit=doe_dit,
        )
    )
