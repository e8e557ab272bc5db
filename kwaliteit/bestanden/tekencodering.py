"""Welke tekens bedoelen deze bytes? Een merkteken of UTF-8 is zeker; de rest is een gok, en heet dan ook zo."""

import codecs
import re

from kwaliteit.bestanden.ruw import Onleesbaar, Weigering

MERKTEKENS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
"""UTF-32 staat vóór UTF-16: het merkteken van het tweede is het begin van het eerste."""
WINDOWS, MAC = "cp1252", "mac_roman"
STUK = 1 << 16
PROEFBYTES = 4096
MEESTE_GETUIGEN = 2000
ZEKER_GENOEG = 0.8
"""Aandeel geloofwaardige tekens waarbij een codering die als enige past wordt geloofd."""

GETUIGE = re.compile(rb"[^\n]?[\x80-\xff]+[^\n]?")
"""Bytes buiten ASCII, met wat ernaast staat."""
KLEIN = frozenset("áàâäãéèêëíìîïóòôöõúùûüçñß")
GROOT = frozenset("ÁÀÂÄÉÈÊËÍÏÓÖÜÇ")
TEKENS = frozenset("\u00a0‘’“”„–—…€°©®™•·§£½²³´")
NOOIT_IN_EEN_WOORD = frozenset("‘“”„•©®™§£€")
"""Zo leest Windows een ë, ï of è van een Mac. Een ’ kan wel midden in een woord staan: foto’s."""
ONBEKENDE_CODERING = Weigering(
    wat="De tekencodering van dit tekstbestand is niet te herkennen.",
    verwacht="een csv in UTF-8",
    doe_dit="Open het bestand in Excel of LibreOffice en sla het op als xlsx of als csv UTF-8.",
)


def bepaal_codering(inhoud: bytes) -> tuple[str, bool]:
    """Geef de naam van de codering, en of dat een gok is."""
    zeker = next((naam for merk, naam in MERKTEKENS if inhoud.startswith(merk)), "") or _herken_nullen(inhoud)
    if zeker:
        return zeker, False
    if _is_utf8(inhoud):
        return "utf-8", False
    return _gok(inhoud), True


def _herken_nullen(inhoud: bytes) -> str:
    """Herken UTF-16 en UTF-32 zonder merkteken: bij gewone letters staan de nullen op vaste plaatsen."""
    begin = inhoud[: min(PROEFBYTES, len(inhoud) // 4 * 4)]
    kwart = len(begin) // 4
    if kwart < 2:
        return ""
    nullen = [begin[plek::4].count(0) / kwart for plek in range(4)]
    patronen = {"utf-32-le": (1, 2, 3), "utf-32-be": (0, 1, 2), "utf-16-le": (1, 3), "utf-16-be": (0, 2)}
    for naam, plaatsen in patronen.items():
        anders = [nullen[plek] for plek in range(4) if plek not in plaatsen]
        if min(nullen[plek] for plek in plaatsen) > 0.4 and max(anders) < 0.04:
            return naam
    return ""


def _is_utf8(inhoud: bytes) -> bool:
    lezer = codecs.getincrementaldecoder("utf-8")()
    try:
        # In stukken: de hele tekst als één waarde kan vier keer zo groot zijn als het bestand.
        for begin in range(0, len(inhoud), STUK):
            lezer.decode(inhoud[begin : begin + STUK])
        lezer.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _gok(inhoud: bytes) -> str:
    """Kies tussen Windows en Mac: bij welke van de twee staan er letters en leestekens waar men die verwacht?"""
    getuigen = [treffer[0] for _, treffer in zip(range(MEESTE_GETUIGEN), GETUIGE.finditer(inhoud), strict=False)]
    windows, mac = (_weeg(getuigen, naam) for naam in (WINDOWS, MAC))
    if _past_in_windows(inhoud):
        return MAC if mac > windows else WINDOWS
    if mac >= ZEKER_GENOEG:
        return MAC
    raise Onleesbaar(ONBEKENDE_CODERING)


def _past_in_windows(inhoud: bytes) -> bool:
    return not any(bytes((byte,)) in inhoud for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _weeg(getuigen: list[bytes], codering: str) -> float:
    """Geef het aandeel tekens buiten ASCII dat op zijn plaats geloofwaardig is."""
    geteld = geloofd = 0
    for getuige in getuigen:
        tekst = f" {getuige.decode(codering, 'replace')} "
        for plek, teken in enumerate(tekst[1:-1], 1):
            if not teken.isascii():
                geteld += 1
                geloofd += _is_geloofwaardig(teken, tekst[plek - 1], tekst[plek + 1])
    return geloofd / max(geteld, 1)


def _is_geloofwaardig(teken: str, ervoor: str, erna: str) -> bool:
    if teken in KLEIN:
        return ervoor.isalpha() or erna.isalpha()
    if teken in GROOT:
        return not ervoor.isalpha() and erna.islower()
    midden_in_een_woord = ervoor.isalpha() and erna.isalpha()
    return teken in TEKENS and not (midden_in_een_woord and teken in NOOIT_IN_EEN_WOORD)
