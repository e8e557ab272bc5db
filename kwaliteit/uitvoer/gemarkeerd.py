"""Een kopie van een bron waarin elke cel die niet klopt gekleurd is, met een opmerking die zegt wat er verwacht was.

Alleen wat in de `Bronkopie` staat komt erin: koppen, gesloten antwoorden, bekende locaties en respondentnummers. Nooit
open tekst of een persoonsgegeven.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np

from kwaliteit.begrippen.antwoord import (
    ZIE_BRON,
    Afwijkingsoort,
    Antwoordblad,
    Bronkopie,
    Kopiekolom,
    Kopiesoort,
    Leesresultaat,
)
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.uitvoer.csvtekst import zonder_formule
from kwaliteit.uitvoer.overzicht import zonder_klok

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HOOGSTENS_OPMERKINGEN = 2000
"""Per blad. Wat daarna komt krijgt alleen een kleur; zo veel opmerkingen leest niemand."""

HOOGSTENS_RIJEN = 10
"""Zoveel andere rijen van een dubbel nummer worden genoemd."""

LAATSTE_RIJ, LAATSTE_KOLOM = 1_048_576, 16_384
"""Meer past er niet op een werkblad."""

_UITLEG = (
    "Dit is een kopie om fouten aan te wijzen. Verbeter de bron, niet deze kopie. "
    "Rode cellen kloppen niet; de opmerking zegt wat er verwacht was. Grijze kolommen zijn niet overgenomen."
)
_ALLEEN_FOUTEN = (
    "Het blad is groot: alleen de (eerste) rijen waarin iets mis is staan hier, elk op het eigen rijnummer."
)
_ALLEEN_KLEUR = (
    f"Er zijn meer dan {HOOGSTENS_OPMERKINGEN} foute cellen. De laatste zijn wel rood, maar zonder opmerking."
)
_AFKORTING = "…"
_CEL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_KOLOM = re.compile(r"[A-Z]{1,3}")
_ROOD, _GRIJS, _KOP = "FFFFC7CE", "FFD9D9D9", "FFDDEBF7"

_SOORTEN = {
    Afwijkingsoort.BUITEN_SCHAAL: Bevindingsoort.WAARDE_BUITEN_SCHAAL,
    Afwijkingsoort.ONBEKEND_LABEL: Bevindingsoort.ONBEKEND_LABEL,
    Afwijkingsoort.FOUTCEL: Bevindingsoort.FOUTCEL,
}


def maak_gemarkeerde_kopieen(gelezen: Leesresultaat, bevindingen: Sequence[Bevinding]) -> tuple[Uitvoerbestand, ...]:
    """Maak `gemarkeerd/<jaar>-<bestand>.xlsx` voor elke bron met een foute cel. Zelfde invoer, zelfde bytes."""
    per_plek: dict[tuple[str, str], list[Bevinding]] = {}
    for bevinding in bevindingen:
        per_plek.setdefault((bevinding.bestand, bevinding.blad), []).append(bevinding)
    gemaakt: list[Uitvoerbestand] = []
    bezet: set[str] = set()
    for kopie, bladen in _verzamel(gelezen):
        # Een bevinding over het hele bestand noemt geen blad.
        eigen = [een for blad in sorted({kopie.blad, ""}) for een in per_plek.get((kopie.bestand, blad), ())]
        cellen = _verzamel_cellen(kopie, bladen, eigen)
        if cellen:
            naam = _kies_naam(kopie, bezet)
            gemaakt.append(Uitvoerbestand(pad=naam, inhoud=_schrijf(kopie, cellen, _verzamel_koppen(kopie, eigen))))
    return tuple(gemaakt)


def _verzamel(gelezen: Leesresultaat) -> Iterator[tuple[Bronkopie, list[Antwoordblad]]]:
    """Geef elke kopie één keer, met alle bladen die uit diezelfde bron kwamen."""
    per_bron: dict[tuple[int, str, str], tuple[Bronkopie, list[Antwoordblad]]] = {}
    for blad in gelezen.bladen:
        if blad.kopie is not None:
            sleutel = (blad.kopie.jaar, blad.kopie.bestand, blad.kopie.blad)
            per_bron.setdefault(sleutel, (blad.kopie, []))[1].append(blad)
    for kopie in gelezen.kengetalkopieen:
        per_bron.setdefault((kopie.jaar, kopie.bestand, kopie.blad), (kopie, []))
    for sleutel in sorted(per_bron):
        yield per_bron[sleutel]


def _verzamel_cellen(
    kopie: Bronkopie, bladen: Sequence[Antwoordblad], bevindingen: Sequence[Bevinding]
) -> dict[str, list[str]]:
    """Geef per cel de opmerkingen. Onbekende locaties en dubbele nummers staan niet cel voor cel in de bevindingen."""
    cellen: dict[str, list[str]] = {}
    eerste: dict[tuple[Bevindingsoort, str], Bevinding] = {}
    for bevinding in bevindingen:
        eerste.setdefault((bevinding.soort, bevinding.vraag), bevinding)
        if bevinding.soort is not Bevindingsoort.ONBEKENDE_LOCATIE or not bladen:
            for cel in bevinding.cel.split(", "):
                if _CEL.fullmatch(cel):
                    cellen.setdefault(cel, []).append(_schrijf_opmerking(bevinding))
    for blad in bladen:
        for afwijking in blad.afwijkingen:
            soortgenoot = eerste.get((_SOORTEN[afwijking.soort], afwijking.vraag.id))
            if afwijking.cel not in cellen and soortgenoot is not None:
                cellen[afwijking.cel] = [_schrijf_opmerking(soortgenoot)]
    locatie = eerste.get((Bevindingsoort.ONBEKENDE_LOCATIE, ""))
    dubbel = eerste.get((Bevindingsoort.DUBBELE_RESPONDENT, ""))
    for kolom in kopie.kolommen if bladen else ():
        if kolom.soort is Kopiesoort.LOCATIE and locatie is not None:
            for cel in _zoek_onbekende_locaties(kopie, kolom):
                cellen.setdefault(cel, []).append(
                    _schrijf_opmerking(locatie, "Deze locatie staat niet in kwaliteit.yaml.")
                )
        elif kolom.soort is Kopiesoort.RESPONDENT and dubbel is not None:
            for cel, wat in _zoek_dubbele(bladen[0], kolom):
                cellen.setdefault(cel, []).append(_schrijf_opmerking(dubbel, wat))
    return cellen


def _zoek_onbekende_locaties(kopie: Bronkopie, kolom: Kopiekolom) -> Iterator[str]:
    if kolom.plaats is not None and ZIE_BRON in kolom.waarden:
        waar = np.flatnonzero(kolom.plaats == kolom.waarden.index(ZIE_BRON))
        yield from (f"{kolom.kolomletter}{rij}" for rij in kopie.rijen[waar].tolist())


def _zoek_dubbele(blad: Antwoordblad, kolom: Kopiekolom) -> Iterator[tuple[str, str]]:
    rijen_bij: dict[str, list[int]] = {}
    for respondent, rij in zip(blad.respondent, blad.rijen.tolist(), strict=False):
        if respondent:
            rijen_bij.setdefault(respondent, []).append(rij)
    for rijen in rijen_bij.values():
        for rij in rijen if len(rijen) > 1 else ():
            andere = [str(een) for een in rijen if een != rij]
            noem = ", ".join(andere[:HOOGSTENS_RIJEN]) + (" …" if len(andere) > HOOGSTENS_RIJEN else "")
            yield (
                f"{kolom.kolomletter}{rij}",
                f"Dit nummer staat ook in {'rij' if len(andere) == 1 else 'de rijen'} {noem}.",
            )


def _verzamel_koppen(kopie: Bronkopie, bevindingen: Sequence[Bevinding]) -> dict[str, list[str]]:
    """Geef per kolomletter wat er bij de kop te zeggen is."""
    koppen = {kolom.kolomletter: [kolom.uitleg] for kolom in kopie.kolommen if kolom.uitleg}
    for bevinding in bevindingen:
        if _KOLOM.fullmatch(bevinding.cel):
            koppen.setdefault(bevinding.cel, []).append(_schrijf_opmerking(bevinding))
    return koppen


def _schrijf_opmerking(bevinding: Bevinding, wat: str = "") -> str:
    return f"{wat or bevinding.wat}\n\nVerwacht: {bevinding.verwacht}\n\nDoe dit: {bevinding.doe_dit}"


def _kies_naam(kopie: Bronkopie, bezet: set[str]) -> str:
    stam = re.sub(r"[^\w.()-]+", "_", PurePosixPath(kopie.bestand).stem)[:100]
    naam, nummer = f"gemarkeerd/{kopie.jaar}-{stam}.xlsx", 1
    while naam.casefold() in bezet:
        nummer += 1
        naam = f"gemarkeerd/{kopie.jaar}-{stam}-{nummer}.xlsx"
    bezet.add(naam.casefold())
    return naam


def _schrijf(kopie: Bronkopie, cellen: Mapping[str, list[str]], koppen: Mapping[str, list[str]]) -> bytes:
    import openpyxl  # noqa: PLC0415  pas hier: de import kost meer dan de rest van deze kamer

    boek = openpyxl.Workbook()
    boek.properties.creator = "kwaliteit"
    vel = boek.worksheets[0]
    vel.title = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "_", kopie.blad).strip("'")[:31] or "Antwoorden"
    _schrijf_waarden(vel, kopie)
    _schrijf_koppen(vel, kopie, koppen, te_veel=len(cellen) > HOOGSTENS_OPMERKINGEN)
    # Van een groot blad staan niet altijd alle foute rijen in de kopie.
    laatste = int(kopie.rijen[-1]) if kopie.is_deel and len(kopie.rijen) else LAATSTE_RIJ
    _markeer(vel, cellen, min(laatste, LAATSTE_RIJ))
    stroom = io.BytesIO()
    boek.save(stroom)
    return zonder_klok(stroom.getvalue())


def _schrijf_waarden(vel: "Worksheet", kopie: Bronkopie) -> None:
    rijen = kopie.rijen.tolist()
    for kolom in kopie.kolommen:
        nummer = _kolomnummer(kolom.kolomletter)
        if kolom.plaats is None or nummer > LAATSTE_KOLOM:
            continue
        bijzonder = [isinstance(waarde, str) and not waarde.isalnum() for waarde in kolom.waarden]
        for rij, plek in zip(rijen, kolom.plaats.tolist(), strict=True):
            waarde = kolom.waarden[plek]
            if rij > LAATSTE_RIJ or waarde == "":
                continue
            if bijzonder[plek]:
                _zet(vel, rij, nummer, waarde)
            else:
                vel.cell(rij, nummer, waarde)  # scheelt de helft van de tijd


def _schrijf_koppen(vel: "Worksheet", kopie: Bronkopie, koppen: Mapping[str, list[str]], *, te_veel: bool) -> None:
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    algemeen = [_UITLEG, *([_ALLEEN_FOUTEN] if kopie.is_deel else []), *([_ALLEEN_KLEUR] if te_veel else [])]
    for kolom in kopie.kolommen:
        nummer = _kolomnummer(kolom.kolomletter)
        if nummer > LAATSTE_KOLOM:
            continue
        for plek, kop in enumerate(kolom.koppen):
            cel = _zet(vel, kopie.eerste_koprij + plek, nummer, kop)
            cel.fill = PatternFill("solid", fgColor=_GRIJS if kolom.soort is Kopiesoort.LEEG else _KOP)
        vel.column_dimensions[kolom.kolomletter].width = 14
        teksten = [*algemeen, *koppen.get(kolom.kolomletter, ())]
        algemeen = []
        if teksten:
            _schrijf_bij(vel, f"{kolom.kolomletter}{kopie.eerste_koprij}", teksten)


def _markeer(vel: "Worksheet", cellen: Mapping[str, list[str]], laatste: int) -> None:
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    rood = PatternFill("solid", fgColor=_ROOD)
    volgorde = sorted(cellen, key=_plaats_van)
    for teller, cel in enumerate(volgorde):
        rij, kolom = _plaats_van(cel)
        if rij > laatste or kolom > LAATSTE_KOLOM:
            continue
        vel[cel].fill = rood
        if vel[cel].value is None:
            _zet(vel, rij, kolom, ZIE_BRON)
        if teller < HOOGSTENS_OPMERKINGEN:
            _schrijf_bij(vel, cel, [tekst for tekst in cellen[cel] if tekst])


def _zet(vel: "Worksheet", rij: int, kolom: int, waarde: str | int | float) -> Any:
    """Zet een waarde in een cel; tekst blijft tekst, ook als zij met een = begint."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    cel: Any = vel.cell(rij, kolom)
    if isinstance(waarde, str):
        cel.value = ILLEGAL_CHARACTERS_RE.sub("", waarde)
        cel.data_type = "s"
        cel.quotePrefix = zonder_formule(waarde) != waarde
    else:
        cel.value = waarde
    return cel


def _schrijf_bij(vel: "Worksheet", cel: str, teksten: Sequence[str]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.comments import Comment  # noqa: PLC0415

    tekst = ILLEGAL_CHARACTERS_RE.sub("", "\n\n".join(dict.fromkeys(teksten)))
    tekst = tekst if len(tekst) <= 2000 else tekst[:1999].rstrip() + _AFKORTING
    if tekst:
        vel[cel].comment = Comment(tekst, "kwaliteit", height=180, width=340)


def _plaats_van(cel: str) -> tuple[int, int]:
    letters = cel.rstrip("0123456789")
    return int(cel[len(letters) :]), _kolomnummer(letters)


def _kolomnummer(letters: str) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer
