"""De poort voor xlsx en ods: pakt elk deel één keer geteld uit vóór een lezer het ziet.

Kijkt in dezelfde gang of er fouten, verborgen of samengevoegde cellen, formules of ja/nee in staan; pas dan worden die
opgezocht.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO

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
MEESTE_HERHAALDE_SPATIES = 1_000_000
BLOK = 1 << 18
OVERLAP = 64
"""Bytes van het vorige blok die meegaan: zo valt geen merkteken tussen twee blokken."""

XMLBEGIN = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\0", b"\xfe\xff\0<", b"\0<")
"""Hoe XML begint, in UTF-8 en UTF-16."""
ODSMERK = b"application/vnd.oasis.opendocument.spreadsheet"
_BLAD = re.compile(rb"<(\w+:)?worksheet\b")
_SPATIES = re.compile(rb":c=[\"']0*([0-9]{2,})")
_HERHAALD = re.compile(rb"-repeated=[\"']0*([0-9]{7,})")
MEESTE_HERHALING = 1_048_576
TE_VAAK_HERHAALD = maak_onveilig("In het bestand wordt een cel of spatie onwaarschijnlijk vaak herhaald.")
ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError)
KENMERKEN = {
    "fout": (b't="e"', b"t='e'", b'value-type="error"'),
    "verborgen": (
        *(b'hidden="1"', b'hidden="true"', b"hidden='1'", b"hidden='true'"),
        *(b'visibility="collapse"', b'visibility="filter"'),
    ),
    "samengevoegd": (b'-spanned="',),
    "formule": (b"<f", b":f>", b":f "),
    "ja/nee": (b't="b"', b"t='b'", b'value-type="boolean"'),
}
"""Merktekens in de XML van een blad, per soort cel of rij die de lezer verzwijgt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zip:
    """Een zip die door de poort is.

    `kenmerken` zijn (deel, kenmerk) uit KENMERKEN die ergens in dat deel staan; `bladdelen` zijn de delen van een xlsx
    die een werkblad zijn, met hun grootte in bytes.
    """

    soort: Soort
    inhoud: bytes
    archief: zipfile.ZipFile
    kenmerken: frozenset[tuple[str, str]] = frozenset()
    bladdelen: tuple[tuple[str, int], ...] = ()

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
    # Lezers kijken niet naar hoofdletters en soort schuine streep; twee zulke delen kan ieder anders kiezen.
    if len({deel.filename.replace("\\", "/").casefold() for deel in delen}) < len(delen):
        raise Onleesbaar(maak_onveilig("In het bestand heten twee delen hetzelfde."))
    if any(deel.flag_bits & 1 for deel in delen):
        raise Onleesbaar(WACHTWOORD)
    gang = _Gang(archief)
    for deel in delen:
        gang.loop_door(deel)
    soort = _bepaal_soort(archief)
    if soort is Soort.ODS and "mimetype" not in archief.namelist():
        inhoud = _geef_mimetype(archief)
    return Zip(
        soort=soort,
        inhoud=inhoud,
        archief=archief,
        kenmerken=frozenset(gang.kenmerken),
        bladdelen=tuple(gang.bladdelen),
    )


def _geef_mimetype(archief: zipfile.ZipFile) -> bytes:
    """Pak de ods opnieuw in, nu met het deel waaraan de lezer de soort herkent."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as nieuw:
        nieuw.writestr("mimetype", ODSMERK)
        for naam in archief.namelist():
            if naam.casefold().endswith(".xml"):
                nieuw.writestr(naam, archief.read(naam))
    return uit.getvalue()


class _Gang:
    """Eén gang door alle delen: uitgepakt tellen, en XML bekijken."""

    def __init__(self, archief: zipfile.ZipFile) -> None:
        self.kenmerken: set[tuple[str, str]] = set()
        self.bladdelen: list[tuple[str, int]] = []
        self._archief = archief
        self._ruimte = GROOTST_UITGEPAKT
        self._spaties = 0

    def loop_door(self, deel: zipfile.ZipInfo) -> None:
        """Pak een deel uit en weiger het als het over een grens gaat."""
        try:
            with self._archief.open(deel) as stroom:
                self._bekijk(deel, stroom)
        except (RuntimeError, *ZIPFOUTEN):
            raise Onleesbaar(AFGEKAPT) from None

    def _bekijk(self, deel: zipfile.ZipInfo, stroom: IO[bytes]) -> None:
        blok = stroom.read(BLOK)
        # Een lezer kijkt naar de verwijzing, niet naar de uitgang: elk deel kan XML zijn.
        is_xml = deel.filename.casefold().endswith((".xml", ".rels")) or blok.lstrip().startswith(XMLBEGIN)
        is_ods = b"office:document-content" in blok
        zoek: list[tuple[str, bytes]] = []
        if is_xml:
            _weiger_andere_codering(blok)
            zoek = _kies_merktekens(blok, is_ods)
        grootte, staart = 0, b""
        while blok:
            grootte += len(blok)
            self._weiger_bom(deel, grootte, len(blok))
            if is_xml:
                bekeken = staart + blok
                if b"<!DOCTYPE" in bekeken:
                    raise Onleesbaar(maak_onveilig("In het bestand staat een documentdefinitie (DTD)."))
                self.kenmerken.update((deel.filename, naam) for naam, merk in zoek if merk in bekeken)
                if is_ods:
                    self._weiger_herhaling(bekeken)
                staart = blok[-OVERLAP:]
            blok = stroom.read(BLOK)
        if zoek and not is_ods:
            self.bladdelen.append((deel.filename, grootte))

    def _weiger_bom(self, deel: zipfile.ZipInfo, grootte: int, erbij: int) -> None:
        self._ruimte -= erbij
        if self._ruimte < 0:
            raise Onleesbaar(TE_GROOT)
        if grootte > VERHOUDING_VANAF and grootte > GROOTSTE_VERHOUDING * max(deel.compress_size, 1):
            raise Onleesbaar(maak_onveilig("Een deel van het bestand is onwaarschijnlijk sterk ingepakt."))

    def _weiger_herhaling(self, blok: bytes) -> None:
        self._spaties += sum(min(int(aantal[:9]), 10**9) for aantal in _SPATIES.findall(blok))
        te_vaak = any(len(aantal) > 7 or int(aantal) > MEESTE_HERHALING for aantal in _HERHAALD.findall(blok))
        if te_vaak or self._spaties > MEESTE_HERHAALDE_SPATIES:
            raise Onleesbaar(TE_VAAK_HERHAALD)


def _weiger_andere_codering(begin: bytes) -> None:
    # In UTF-16 zou geen enkel merkteken te vinden zijn; Excel en LibreOffice schrijven altijd UTF-8.
    if b"\0" in begin[:OVERLAP]:
        raise Onleesbaar(maak_onveilig("Een deel van het bestand heeft een ongewone tekencodering."))


def _kies_merktekens(begin: bytes, is_ods: bool) -> list[tuple[str, bytes]]:
    """Geef de merktekens die in dit deel kunnen voorkomen: alleen in bladen, en in de schrijfwijze van dat blad."""
    blad = _BLAD.search(begin)
    if not is_ods and blad is None:
        return []
    heeft_voorvoegsel = blad is not None and bool(blad[1])
    enkel = b"='" in begin
    return [
        (naam, merk)
        for naam, merken in KENMERKEN.items()
        for merk in merken
        if is_ods == (any(deel in merk for deel in (b"-type", b"visib", b"-spanned")))
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
    inhoudsopgave = archief.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in namen else b""
    if b"encryption-data" in inhoudsopgave:
        raise Onleesbaar(WACHTWOORD)
    # Zonder mimetype zegt de inhoudsopgave wat het is; sommige programma's vergeten het eerste.
    merk = archief.read("mimetype") if "mimetype" in namen else inhoudsopgave
    if ODSMERK in merk:
        return Soort.ODS
    raise Onleesbaar(is_geen_rekenblad("een zip met andere bestanden"))
