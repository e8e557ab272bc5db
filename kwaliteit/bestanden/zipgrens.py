"""De poort voor xlsx en ods: pakt elk deel één keer geteld uit vóór een lezer het ziet.

Kijkt in dezelfde gang of er rekenbladfouten, verborgen rijen of formules in staan; pas dan worden die opgezocht.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from kwaliteit.bestanden.ruw import (
    AFGEKAPT,
    TE_GROOT,
    WACHTWOORD,
    Onleesbaar,
    Soort,
    is_geen_rekenblad,
    maak_onveilig,
)

GROOTST_UITGEPAKT = 500_000_000
GROOTSTE_VERHOUDING = 100
VERHOUDING_VANAF = 100 * 1024
MEESTE_DELEN = 2000
BLOK = 1 << 20
OVERLAP = 64
"""Bytes van het vorige blok die meegaan: zo valt geen merkteken tussen twee blokken."""

_BLAD = re.compile(rb"<(\w+:)?worksheet\b")
ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError)
KENMERKEN = {
    "fout": (b't="e"', b"t='e'", b'value-type="error"'),
    "verborgen": (b'hidden="1"', b'hidden="true"', b"hidden='1'", b'visibility="collapse"', b'visibility="filter"'),
    "formule": (b"<f>", b"<f ", b":f>", b":f "),
}
"""Merktekens in de XML van een blad, per soort cel of rij die de lezer verzwijgt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zip:
    """Een zip die door de poort is. `kenmerken` zijn (deel, kenmerk) uit KENMERKEN die ergens in dat deel staan."""

    soort: Soort
    archief: zipfile.ZipFile
    kenmerken: frozenset[tuple[str, str]]

    def lees(self, deel: str) -> bytes:
        """Geef een uitgepakt deel; een deel dat er niet is maakt het bestand onleesbaar."""
        try:
            return self.archief.read(deel)
        except (KeyError, RuntimeError, *ZIPFOUTEN):
            raise Onleesbaar(AFGEKAPT) from None


def bewaak(inhoud: bytes) -> Zip:
    """Laat een xlsx of ods door als alle delen heel zijn en binnen de grenzen blijven."""
    try:
        archief = zipfile.ZipFile(io.BytesIO(inhoud))
    except ZIPFOUTEN:
        raise Onleesbaar(AFGEKAPT) from None
    delen = archief.infolist()
    if len(delen) > MEESTE_DELEN:
        raise Onleesbaar(maak_onveilig(f"Het bestand bestaat uit meer dan {MEESTE_DELEN} delen."))
    if len({deel.filename for deel in delen}) < len(delen):
        raise Onleesbaar(maak_onveilig("In het bestand heten twee delen hetzelfde."))
    if any(deel.flag_bits & 1 for deel in delen):
        raise Onleesbaar(WACHTWOORD)
    kenmerken: set[tuple[str, str]] = set()
    totaal = 0
    for deel in delen:
        totaal += _tel_uit(archief, deel, GROOTST_UITGEPAKT - totaal, kenmerken)
    return Zip(soort=_bepaal_soort(archief), archief=archief, kenmerken=frozenset(kenmerken))


def _tel_uit(archief: zipfile.ZipFile, deel: zipfile.ZipInfo, ruimte: int, kenmerken: set[tuple[str, str]]) -> int:
    is_xml = deel.filename.casefold().endswith((".xml", ".rels"))
    zoek: list[tuple[str, bytes]] = []
    grootte, staart = 0, b""
    try:
        with archief.open(deel) as stroom:
            while blok := stroom.read(BLOK):
                grootte += len(blok)
                if grootte > ruimte:
                    raise Onleesbaar(TE_GROOT)
                if grootte > VERHOUDING_VANAF and grootte > GROOTSTE_VERHOUDING * max(deel.compress_size, 1):
                    raise Onleesbaar(maak_onveilig("Een deel van het bestand is onwaarschijnlijk sterk ingepakt."))
                if is_xml:
                    if not staart:
                        _weiger_andere_codering(blok)
                        zoek = _kies_merktekens(blok)
                    blok = staart + blok
                    if b"<!DOCTYPE" in blok or b"<!ENTITY" in blok:
                        raise Onleesbaar(maak_onveilig("In het bestand staat een documentdefinitie (DTD)."))
                    kenmerken.update((deel.filename, naam) for naam, merk in zoek if merk in blok)
                    staart = blok[-OVERLAP:]
    except (RuntimeError, *ZIPFOUTEN):
        raise Onleesbaar(AFGEKAPT) from None
    return grootte


def _weiger_andere_codering(begin: bytes) -> None:
    # In UTF-16 zou geen enkel merkteken te vinden zijn; Excel en LibreOffice schrijven altijd UTF-8.
    if b"\0" in begin[:OVERLAP]:
        raise Onleesbaar(maak_onveilig("Een deel van het bestand heeft een ongewone tekencodering."))


def _kies_merktekens(begin: bytes) -> list[tuple[str, bytes]]:
    """Geef de merktekens die in dit deel kunnen voorkomen: alleen in bladen, en in de schrijfwijze van dat blad."""
    is_ods = b"office:document-content" in begin
    blad = _BLAD.search(begin)
    if not is_ods and blad is None:
        return []
    heeft_voorvoegsel = blad is not None and bool(blad[1])
    enkel = b"='" in begin
    return [
        (naam, merk)
        for naam, merken in KENMERKEN.items()
        for merk in merken
        if is_ods == (b"-type" in merk or b"visib" in merk)
        and (enkel or b"'" not in merk)
        and (heeft_voorvoegsel or merk[:1] != b":")
    ]


def _bepaal_soort(archief: zipfile.ZipFile) -> Soort:
    namen = set(archief.namelist())
    if "[Content_Types].xml" in namen:
        inhoudsopgave = archief.read("[Content_Types].xml")
        if b"sheet.binary" in inhoudsopgave:
            raise Onleesbaar(is_geen_rekenblad("een binaire werkmap (xlsb)"))
        if b"spreadsheetml" in inhoudsopgave:
            return Soort.XLSX
        raise Onleesbaar(is_geen_rekenblad("een ander Office-bestand, zoals een tekst of presentatie"))
    if "META-INF/manifest.xml" in namen and b"encryption-data" in archief.read("META-INF/manifest.xml"):
        raise Onleesbaar(WACHTWOORD)
    if "mimetype" in namen and b"opendocument.spreadsheet" in archief.read("mimetype"):
        return Soort.ODS
    raise Onleesbaar(is_geen_rekenblad("een zip met andere bestanden"))
