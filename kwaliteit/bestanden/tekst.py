"""Cellen uit csv en tsv: eerst de tekencodering, dan het scheidingsteken, dan de csv-lezer van Python."""

import csv
import io
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import AFGEKAPT, LEEG, Onleesbaar, Ruwbestand, Ruwblad, Soort, Weigering, is_geen_rekenblad

MERKTEKENS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
GOK = "cp1252"
SCHEIDINGSTEKENS = (";", ",", "\t", "|")
PROEFRIJEN = 200
MEESTE_RIJEN = 1_048_576

ONBEKENDE_CODERING = Weigering(
    wat="De tekencodering van dit tekstbestand is niet te herkennen.",
    verwacht="een csv in UTF-8",
    doe_dit="Open het bestand in Excel of LibreOffice en sla het op als xlsx of als csv UTF-8.",
)
SCHEVE_AANHALING = Weigering(
    wat="In dit tekstbestand kloppen de aanhalingstekens niet.",
    verwacht="bij elk aanhalingsteken dat opent ook een dat sluit",
    doe_dit="Exporteer de antwoorden opnieuw, liefst als xlsx.",
)
TE_VEEL_RIJEN = Weigering(
    wat="Het bestand heeft meer rijen dan een rekenblad aankan.",
    verwacht=f"hoogstens {MEESTE_RIJEN} rijen",
    doe_dit="Controleer of dit het goede bestand is.",
)


def lees_tekst(inhoud: bytes) -> Ruwbestand:
    """Lees een tekstbestand als één blad zonder naam; `velden` onthoudt hoe lang elke rij echt was."""
    tekst, codering, is_gegokt = _ontcijfer(inhoud)
    if "\0" in tekst:
        raise Onleesbaar(is_geen_rekenblad("een binair bestand, of een tekst met onleesbare tekens"))
    if not tekst.strip():
        raise Onleesbaar(LEEG)
    tekst, opgegeven = _neem_scheidingsregel(tekst)
    scheidingsteken = opgegeven or _zoek_scheidingsteken(tekst)
    return Ruwbestand(
        soort=Soort.TEKST,
        bladen=(_splits(tekst, scheidingsteken),),
        codering=codering,
        is_gegokt=is_gegokt,
        scheidingsteken=scheidingsteken,
    )


def _ontcijfer(inhoud: bytes) -> tuple[str, str, bool]:
    """Geef de tekst, de naam van de codering, en of dat een gok is."""
    codering = next((naam for merk, naam in MERKTEKENS if inhoud.startswith(merk)), "") or _raad_utf16(inhoud)
    try:
        return inhoud.decode(codering or "utf-8"), codering or "utf-8", False
    except UnicodeDecodeError:
        if codering:
            raise Onleesbaar(AFGEKAPT) from None
    try:
        return inhoud.decode(GOK), GOK, True
    except UnicodeDecodeError:
        raise Onleesbaar(ONBEKENDE_CODERING) from None


def _raad_utf16(inhoud: bytes) -> str:
    """Herken UTF-16 zonder merkteken: bij gewone letters is dan om en om een byte nul."""
    begin = inhoud[:400]
    even, oneven = begin[::2].count(0), begin[1::2].count(0)
    if len(begin) < 8 or max(even, oneven) < len(begin) // 5 or min(even, oneven) > len(begin) // 50:
        return ""
    return "utf-16-be" if even > oneven else "utf-16-le"


def _neem_scheidingsregel(tekst: str) -> tuple[str, str]:
    """Haal de regel `sep=;` weg, die Excel niet als rij toont."""
    eerste, _, rest = tekst.partition("\n")
    regel = eerste.rstrip("\r").strip('"')
    if regel.casefold().startswith("sep=") and len(regel) == 5:
        return rest, regel[4]
    return tekst, ""


def _zoek_scheidingsteken(tekst: str) -> str:
    """Kies het teken waarbij de meeste rijen evenveel velden hebben, met aanhalingstekens; anders is er één kolom."""
    beste, beste_punten = SCHEIDINGSTEKENS[0], (0.0, 0)
    for teken in SCHEIDINGSTEKENS:
        lengtes = Counter(len(rij) for rij in _proef(tekst, teken) if any(rij))
        breed = {lengte: aantal for lengte, aantal in lengtes.items() if lengte > 1}
        if not breed:
            continue
        lengte = max(breed, key=lambda lengte: (breed[lengte], lengte))
        punten = (breed[lengte] / lengtes.total(), lengte)
        if punten > beste_punten:
            beste, beste_punten = teken, punten
    return beste


def _proef(tekst: str, teken: str) -> list[list[str]]:
    rijen = []
    try:
        for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True):
            rijen.append(rij)
            if len(rijen) == PROEFRIJEN:
                break
    except csv.Error:
        return []
    return rijen


def _splits(tekst: str, teken: str) -> Ruwblad:
    velden = array("i")

    def tel(rijen: Iterable[list[str]]) -> Iterator[list[str]]:
        for rij in rijen:
            velden.append(len(rij))
            yield rij

    bouwer = Kolombouwer()
    try:
        for _ in bouwer.voeg_toe(tel(csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True))):
            if len(velden) > MEESTE_RIJEN:
                raise Onleesbaar(TE_VEEL_RIJEN)
    except csv.Error:
        raise Onleesbaar(SCHEVE_AANHALING) from None
    aantal, kolommen = bouwer.rond_af()
    return Ruwblad(naam="", aantal_rijen=aantal, kolommen=kolommen, velden=velden[:aantal])
