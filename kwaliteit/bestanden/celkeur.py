"""Keurt de cellen van een blad vóór de lezer ruimte vraagt.

Eén cel in de verste hoek van een xlsx is al 17 miljard cellen, en één herhaalde rij van een ods een miljoen.
"""

import re

from kwaliteit.bestanden.celnaam import kolomplaats
from kwaliteit.bestanden.ruw import (
    MEESTE_CELLEN,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    TE_VEEL_CELLEN,
    Onleesbaar,
    Soort,
    maak_onveilig,
)
from kwaliteit.bestanden.zipgrens import GROOTST_UITGEPAKT, TE_VAAK_HERHAALD, Zip

GROOTSTE_KEUR = 16 << 20
"""Bytes. Een blad met verre of dubbele cellen dat groter is dan dit, is met opzet zo gemaakt; de grens op het geheugen
van het kindproces houdt dat tegen. Alles nalopen zou het lezen van een groot blad een vijfde langer maken."""

NAAM = re.compile(rb" r=[\"']([A-Z]{1,3}[0-9]{1,7})[\"']")
VERRE_NAAM = re.compile(rb" r=[\"'](?:[A-Z]{3}|[A-Z]{1,2}[0-9]{5})")
"""Zonder zulke namen is een blad hoogstens 702 kolommen bij 9.999 rijen: minder dan MEESTE_CELLEN."""
CEL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
TEKSTNUMMER = re.compile(rb" t=[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>(?![0-9]+<)")


ODS_TAG = re.compile(rb"<(?:\w+:)?table-(row|cell)\b([^>]*)>")
ODS_MAAL = re.compile(rb"-repeated=[\"']([0-9]{1,7})[\"']")


def keur_bladen(zip_: Zip) -> None:
    """Weiger een blad met een cel buiten het rooster, met te veel cellen, dubbele cellen of een kapotte verwijzing."""
    if zip_.soort is Soort.ODS:
        inhoud = zip_.lees("content.xml")
        if len(inhoud) <= GROOTSTE_KEUR:
            _keur_herhaling(inhoud)
        return
    for deel, grootte in zip_.bladdelen:
        if grootte <= GROOTSTE_KEUR:
            _keur_blad(zip_.lees(deel))


def _keur_herhaling(xml: bytes) -> None:
    """Weiger een ods die zonder herhaling uitgeschreven groter is dan een deel mag zijn; lege cellen tellen niet."""
    uitgeschreven, rijen, cellen, vorige = 0, 1, 0, 0
    for tag in ODS_TAG.finditer(xml):
        uitgeschreven += rijen * cellen * (tag.start() - vorige)
        maal = ODS_MAAL.search(tag[2])
        aantal = int(maal[1]) if maal is not None else 1
        vorige, cellen = tag.start(), 0
        if tag[1] == b"row":
            rijen = aantal
        elif b"value-type=" in tag[2]:
            cellen = aantal
    uitgeschreven += rijen * cellen * (len(xml) - vorige)
    if uitgeschreven > GROOTST_UITGEPAKT:
        raise Onleesbaar(TE_VAAK_HERHAALD)


def _keur_blad(xml: bytes) -> None:
    if TEKSTNUMMER.search(xml):
        raise Onleesbaar(maak_onveilig("Een cel verwijst naar een tekst die er niet is."))
    namen = NAAM.findall(xml)
    if len(set(namen)) == len(namen) and not VERRE_NAAM.search(xml):
        return
    # Pas nu precies: in een antwoord kan ook tekst staan die op een celnaam lijkt.
    cellen = [(int(rij), kolomplaats(letters.decode())) for letters, rij in CEL.findall(xml)]
    if len(set(cellen)) < len(cellen):
        raise Onleesbaar(maak_onveilig("Op een blad komt dezelfde cel twee keer voor."))
    rijen = max((rij for rij, _ in cellen), default=0)
    kolommen = max((kolom for _, kolom in cellen), default=0) + 1
    if rijen > MEESTE_RIJEN or kolommen > MEESTE_KOLOMMEN or rijen * kolommen > MEESTE_CELLEN:
        raise Onleesbaar(TE_VEEL_CELLEN)
