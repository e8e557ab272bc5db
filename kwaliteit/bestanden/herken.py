"""Wat voor bestand is dit? Kijkt naar de inhoud, nooit naar de uitgang van de naam."""

import os
import stat
from difflib import get_close_matches
from pathlib import Path

from kwaliteit.bestanden.ruw import (
    AFGEKAPT,
    LEEG,
    TE_GROOT,
    WACHTWOORD,
    Onleesbaar,
    Soort,
    Weigering,
    is_geen_rekenblad,
)

GROOTSTE_BESTAND = 250_000_000
"""Bytes. 100.000 antwoorden op 60 vragen met lange labels als csv is 150 MB."""

KLEINSTE_OLE = 1536
"""Bytes: kop, toewijzingstabel en map van 512. Een kleiner bestand is afgekapt en laat de lezer omvallen."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF_BEGIN = b"\x09\x08\x10\x00\x00\x06\x05\x00"
"""Eerste record van een xls-werkboek; het is 20 bytes lang."""
BIFF_WACHTWOORD = b"\x2f\x00"
"""Begin van het record dat op het eerste volgt als het werkboek een wachtwoord heeft."""
VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
SAV = (b"$FL2", b"$FL3")
"""Begin van sav en van het sterker ingepakte zsav."""
ANDERE_OLE = ("WordDocument".encode("utf-16-le"), "PowerPoint Document".encode("utf-16-le"))
WEIGERINGEN: tuple[tuple[bytes, Weigering], ...] = (
    (b"\x1f\x8b", is_geen_rekenblad("een ingepakt bestand (gz)")),
    (b"%PDF", is_geen_rekenblad("een pdf")),
    (b"7z\xbc\xaf", is_geen_rekenblad("een ingepakt bestand (7z)")),
    (b"Rar!", is_geen_rekenblad("een ingepakt bestand (rar)")),
    (b"BZh", is_geen_rekenblad("een ingepakt bestand (bz2)")),
    (b"\xfd7zXZ", is_geen_rekenblad("een ingepakt bestand (xz)")),
    (b"{\\rtf", is_geen_rekenblad("een tekstdocument (rtf)")),
    (b"\x89PNG", is_geen_rekenblad("een afbeelding")),
    (b"\xff\xd8\xff", is_geen_rekenblad("een afbeelding")),
)
OPMAAKTAAL = (b"<html", b"<table", b"<!doctype", b"<?xml", b"<body", b"<!--")


def lees_inhoud(pad: Path) -> bytes:
    """Lees de bytes van een gewoon bestand; een map, pijp of apparaat wordt nooit geopend om te lezen."""
    try:
        # Niet wachtend: een pijp zonder schrijver zou het openen zelf al laten hangen.
        greep = os.open(pad, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise Onleesbaar(_meld_afwezig(pad)) from None
    except OSError:
        raise Onleesbaar(
            Weigering(
                wat="Het bestand gaat niet open.",
                verwacht="een bestand dat u zelf ook kunt openen",
                doe_dit="Controleer de naam en de rechten, en sluit het bestand in Excel.",
            )
        ) from None
    try:
        toestand = os.fstat(greep)
        if not stat.S_ISREG(toestand.st_mode):
            raise Onleesbaar(is_geen_rekenblad("een map, pijp of apparaat"))
        if toestand.st_size > GROOTSTE_BESTAND:
            raise Onleesbaar(TE_GROOT)
        with os.fdopen(greep, "rb", closefd=False) as bestand:
            return bestand.read(GROOTSTE_BESTAND)
    finally:
        os.close(greep)


def _meld_afwezig(pad: Path) -> Weigering:
    """Zeg wat er op de plek van een bestand dat er niet is wel staat, als dat erop lijkt."""
    try:
        namen = sorted(
            een.name for een in pad.parent.iterdir() if een.is_file() and not een.name.startswith((".", "~$"))
        )
    except OSError:
        namen = None
    if namen is None:
        doe_dit = "Controleer het pad: de map is er ook niet."
    else:
        zelfde = [naam for naam in namen if Path(naam).stem.casefold() == pad.stem.casefold()]
        lijkt = zelfde or get_close_matches(pad.name, namen, n=1)
        doe_dit = "Controleer de naam." + (f" In die map staat wel: {', '.join(lijkt[:3])}." if lijkt else "")
    return Weigering(wat="Het bestand is er niet.", verwacht="een bestand dat er staat", doe_dit=doe_dit)


def herken(inhoud: bytes) -> Soort | None:
    """Bepaal de soort; None is een zip, waarvan de inhoudsopgave nog moet zeggen wat erin zit."""
    if not inhoud:
        raise Onleesbaar(LEEG)
    if inhoud.startswith(b"PK"):
        return None
    if inhoud.startswith(OLE):
        return _herken_ole(inhoud)
    if inhoud.startswith(SAV):
        return Soort.SAV
    for begin, weigering in WEIGERINGEN:
        if inhoud.startswith(begin):
            raise Onleesbaar(weigering)
    begin = inhoud[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not begin and not inhoud.strip():
        raise Onleesbaar(LEEG)
    if begin.startswith(OPMAAKTAAL):
        raise Onleesbaar(is_geen_rekenblad("een webpagina (html of xml)"))
    return Soort.TEKST


def _herken_ole(inhoud: bytes) -> Soort:
    werkboek = inhoud.find(BIFF_BEGIN)
    if VERSLEUTELD in inhoud or (werkboek >= 0 and inhoud.startswith(BIFF_WACHTWOORD, werkboek + 20)):
        raise Onleesbaar(WACHTWOORD)
    if any(naam in inhoud for naam in ANDERE_OLE):
        raise Onleesbaar(is_geen_rekenblad("een ander Office-bestand, zoals een tekst of presentatie"))
    if len(inhoud) < KLEINSTE_OLE:
        raise Onleesbaar(AFGEKAPT)
    return Soort.XLS
