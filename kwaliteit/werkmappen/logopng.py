"""Keurt een logo dat een PNG is: heel, uitgepakt niet te groot, en zonder wat een beeld niet nodig heeft."""

import struct
import zlib
from collections.abc import Iterator

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.vormgeving import Logo

GROOTSTE_PNG = 2_000
"""Pixels, in de breedte en in de hoogte."""

_BEGIN = b"\x89PNG\r\n\x1a\n"
_KANALEN = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DIEPTES = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_RONDEN = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Een PNG kan in zeven ronden worden getekend: eerste kolom en rij, en de stap naar de volgende."""
_FILTERS = b"\x00\x01\x02\x03\x04"
_NODIG = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_BEWAAR = (*_NODIG, b"tRNS", b"gAMA", b"cHRM", b"sRGB")
"""De rest (wie het maakte, een kleurprofiel, een bewegend beeld) vervalt: het kan ingepakt zijn en dan heel groot."""


def lees_png(inhoud: bytes, naam: str) -> Logo:
    """Geef het logo zonder de bijlagen in het bestand; wat niet klopt of niet past, is een WerkmapFout."""
    delen = list(_splits(inhoud))
    soorten = [soort for soort, _ in delen]
    ingepakt = b"".join(deel for soort, deel in delen if soort == b"IDAT")
    if soorten[:1] != [b"IHDR"] or delen[-1] != (b"IEND", b"") or len(delen[0][1]) != 13:
        raise _maak_fout(naam)
    breedte, hoogte, diepte, kleur, *wijze, ronden = struct.unpack(">IIBBBBB", delen[0][1])
    dubbel = soorten.count(b"IHDR") > 1 or soorten.count(b"IEND") > 1 or soorten.count(b"PLTE") > 1
    if (
        dubbel
        or diepte not in _DIEPTES.get(kleur, ())
        or wijze != [0, 0]
        or ronden > 1
        or (kleur == 3) > soorten.count(b"PLTE")
    ):
        raise _maak_fout(naam)
    if not (1 <= breedte <= GROOTSTE_PNG and 1 <= hoogte <= GROOTSTE_PNG):
        raise WerkmapFout(
            Gebrek(
                waar=naam,
                wat="de breedte of hoogte van dit logo kan niet",
                verwacht=f"een maat van 1 tot en met {GROOTSTE_PNG} pixels",
                doe_dit="Maak het logo kleiner en bewaar het opnieuw.",
            )
        )
    if not _is_heel(ingepakt, list(_lees_rijen(breedte, hoogte, diepte * _KANALEN[kleur], is_in_ronden=bool(ronden)))):
        raise _maak_fout(naam)
    kaal = _BEGIN + b"".join(_pak_in(soort, deel) for soort, deel in delen if soort in _BEWAAR)
    return Logo(inhoud=kaal, soort="png", breedte=breedte, hoogte=hoogte)


def _splits(inhoud: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Geef soort en inhoud van elk deel; stopt bij het eerste dat niet heel is, met een leeg deel."""
    plek = len(_BEGIN) if inhoud.startswith(_BEGIN) else len(inhoud) + 1
    while plek != len(inhoud):
        lengte = int.from_bytes(inhoud[plek : plek + 4])
        soort, deel = inhoud[plek + 4 : plek + 8], inhoud[plek + 8 : plek + 8 + lengte]
        is_onbekend = soort[:1].isupper() and soort not in _NODIG
        if inhoud[plek : plek + 12 + lengte] != _pak_in(soort, deel) or is_onbekend:
            yield b"", b""
            return
        yield soort, deel
        plek += 12 + lengte


def _pak_in(soort: bytes, deel: bytes) -> bytes:
    return struct.pack(">I", len(deel)) + soort + deel + struct.pack(">I", zlib.crc32(soort + deel))


def _lees_rijen(breedte: int, hoogte: int, bits: int, *, is_in_ronden: bool) -> Iterator[tuple[int, int]]:
    """Geef per ronde het aantal rijen en de lengte van een rij in bytes, met het filter ervoor."""
    for kolom, rij, breed, hoog in _RONDEN if is_in_ronden else ((0, 0, 1, 1),):
        kolommen, rijen = -((kolom - breedte) // breed), -((rij - hoogte) // hoog)
        if kolommen > 0 and rijen > 0:
            yield rijen, 1 + (kolommen * bits + 7) // 8


def _is_heel(ingepakt: bytes, rijen: list[tuple[int, int]]) -> bool:
    """Pak nooit meer uit dan het beeld groot is, en kijk of het daarmee precies op is."""
    omvang = sum(aantal * lengte for aantal, lengte in rijen)
    pers = zlib.decompressobj()
    try:
        beeld = pers.decompress(ingepakt, omvang + 1)
    except zlib.error:
        return False
    if len(beeld) != omvang or not pers.eof or pers.unused_data:
        return False
    plek, filters = 0, b""
    for aantal, lengte in rijen:
        filters += beeld[plek : plek + aantal * lengte : lengte]
        plek += aantal * lengte
    return not filters.translate(None, _FILTERS)


def _maak_fout(naam: str) -> WerkmapFout:
    return WerkmapFout(
        Gebrek(
            waar=naam,
            wat="dit is geen hele PNG",
            verwacht="een PNG-bestand",
            doe_dit="Bewaar het logo opnieuw als PNG.",
        )
    )
