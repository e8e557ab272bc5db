"""Leest het logo uit de werkmap: klein, en zonder iets wat een browser kan uitvoeren of ophalen."""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

from kwaliteit.begrippen.vormgeving import Logo
from kwaliteit.werkmappen.leesplank import Leesplank

GROOTSTE_LOGO = 20_000
"""Bytes. Het logo komt in elke pagina te staan."""
GROOTSTE_MAAT = 4_000
"""Pixels."""

_PNG_BEGIN = b"\x89PNG\r\n\x1a\n"
_PNG_EINDE = b"\x00\x00\x00\x00IEND\xaeB`\x82"
_SVG = "{http://www.w3.org/2000/svg}"
_VORMEN = (
    "circle clipPath defs desc ellipse g line linearGradient mask metadata path pattern polygon polyline "
    "radialGradient rect stop style svg symbol text title tspan use"
)
_ELEMENTEN = frozenset(_VORMEN.split())
_VREEMD = re.compile(r"url\(\s*+['\"]?(?!#|['\"])|javascript:", re.IGNORECASE)
_STIJLVREEMD = re.compile(rf"{_VREEMD.pattern}|@import|\\", re.IGNORECASE)
"""In een stijl kan een woord met een \\ verstopt worden."""
_MAAT = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*")
_EIGEN_ADRES = re.compile(r"#[\w.-]+")


def lees_logo(opgegeven: str, waar: str, plank: Leesplank) -> Logo | None:
    """Geef het logo; None (met een gebrek) als het er niet is of niet veilig in een pagina kan."""
    soort = PurePosixPath(opgegeven).suffix.lower()
    if soort not in (".svg", ".png"):
        plank.meld(
            waar,
            "het logo is geen SVG of PNG",
            "een bestand dat eindigt op .svg of .png",
            "Bewaar het logo als SVG of PNG.",
        )
        return None
    pad = plank.vind(opgegeven, waar)
    if pad is None:
        return None
    naam = PurePosixPath(opgegeven).as_posix()
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(GROOTSTE_LOGO + 1)
    except OSError:
        plank.meld(naam, "dit bestand is niet te openen", "een leesbaar bestand", "Controleer de rechten.")
        return None
    if len(inhoud) > GROOTSTE_LOGO:
        plank.meld(
            naam,
            "dit logo is te groot: het komt in elke pagina te staan",
            f"hoogstens {GROOTSTE_LOGO // 1000} kB",
            "Bewaar het logo kleiner of eenvoudiger.",
        )
        return None
    plank.controlegetallen[naam] = hashlib.sha256(inhoud).hexdigest()
    return _lees_svg(inhoud, naam, plank) if soort == ".svg" else _lees_png(inhoud, naam, plank)


def _lees_png(inhoud: bytes, naam: str, plank: Leesplank) -> Logo | None:
    kop = inhoud[8:33]
    is_png = (
        inhoud.startswith(_PNG_BEGIN)
        and inhoud.endswith(_PNG_EINDE)
        and len(kop) == 25
        and kop[:8] == b"\x00\x00\x00\x0dIHDR"
        and struct.unpack(">I", kop[21:])[0] == zlib.crc32(kop[4:21])
    )
    if not is_png:
        plank.meld(naam, "dit is geen hele PNG", "een PNG-bestand", "Bewaar het logo opnieuw als PNG.")
        return None
    breedte, hoogte = struct.unpack(">II", kop[8:16])
    return _maak_logo(inhoud, "png", breedte, hoogte, naam, plank)


def _lees_svg(inhoud: bytes, naam: str, plank: Leesplank) -> Logo | None:
    if b"<!DOCTYPE" in inhoud.upper():
        _meld_svg(naam, "een <!DOCTYPE …>", "Haal de regel met <!DOCTYPE weg.", plank)
        return None
    try:
        tekst = inhoud.decode("utf-8-sig")
        wortel = ElementTree.fromstring(tekst.encode())  # noqa: S314  hoogstens 20 kB, en zonder DOCTYPE zijn er geen entiteiten
    except (ElementTree.ParseError, ValueError):
        plank.meld(naam, "dit is geen geldige SVG in UTF-8", "een SVG-bestand", "Bewaar het logo opnieuw als SVG.")
        return None
    if wortel.tag != f"{_SVG}svg":
        plank.meld(
            naam,
            "dit bestand begint niet met een SVG",
            '<svg xmlns="http://www.w3.org/2000/svg" …>',
            "Bewaar het logo opnieuw als (gewone) SVG.",
        )
        return None
    if vreemd := next(_vreemde_dingen(wortel, tekst), ""):
        _meld_svg(naam, vreemd, "Bewaar het logo als gewone SVG met alleen vormen.", plank)
        return None
    breedte, hoogte = _meet_svg(wortel)
    return _maak_logo(inhoud, "svg", breedte, hoogte, naam, plank)


def _vreemde_dingen(wortel: ElementTree.Element, tekst: str) -> Iterator[str]:
    """Wat er in het logo staat dat een browser kan uitvoeren of ophalen."""
    if "<?xml-stylesheet" in tekst:
        yield "een verwijzing naar een stijlblad"
    for element in wortel.iter():
        ruimte, _, soort = element.tag.rpartition("}")
        if soort == "script" or (f"{ruimte}}}" == _SVG and soort not in _ELEMENTEN):
            yield f"<{soort}>"
        if soort == "style" and _STIJLVREEMD.search(element.text or ""):
            yield "een verwijzing naar buiten in <style>"
        for sleutel, waarde in element.attrib.items():
            kaal = sleutel.rpartition("}")[2].lower()
            if kaal.startswith("on"):
                yield f"'{kaal}', waarmee een script start"
            is_vreemd = (_STIJLVREEMD if kaal == "style" else _VREEMD).search(waarde)
            if is_vreemd or (kaal in ("href", "src") and not _EIGEN_ADRES.fullmatch(waarde)):
                yield "een verwijzing naar buiten"


def _meet_svg(wortel: ElementTree.Element) -> tuple[float, float]:
    """De maat in pixels: uit `width` en `height`, anders uit `viewBox`; 0 als die er niet zijn."""
    maten = [_MAAT.fullmatch(wortel.get(naam, "")) for naam in ("width", "height")]
    if maten[0] and maten[1]:
        return float(maten[0][1]), float(maten[1][1])
    vak = re.split(r"[\s,]+", wortel.get("viewBox", "").strip())
    if len(vak) == 4 and (breedte := _MAAT.fullmatch(vak[2])) and (hoogte := _MAAT.fullmatch(vak[3])):
        return float(breedte[1]), float(hoogte[1])
    return 0, 0


def _maak_logo(inhoud: bytes, soort: str, breedte: float, hoogte: float, naam: str, plank: Leesplank) -> Logo | None:
    if not (1 <= round(breedte) <= GROOTSTE_MAAT and 1 <= round(hoogte) <= GROOTSTE_MAAT):
        plank.meld(
            naam,
            "van dit logo is de breedte of hoogte niet bekend, of die kan niet kloppen",
            f"een maat van 1 tot en met {GROOTSTE_MAAT} pixels"
            + (", in width en height of in viewBox" if soort == "svg" else ""),
            "Bewaar het logo opnieuw, met een maat.",
        )
        return None
    return Logo(inhoud=inhoud, soort="svg" if soort == "svg" else "png", breedte=round(breedte), hoogte=round(hoogte))


def _meld_svg(naam: str, gevonden: str, doe_dit: str, plank: Leesplank) -> None:
    plank.meld(naam, f"in dit logo staat {gevonden}", "een SVG met alleen vormen, kleuren en tekst", doe_dit)
