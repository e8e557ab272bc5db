"""De meegeleverde letters: hoe breed een tekst is, en waar zij op regels breekt.

De breedtes komen uit de letterbestanden zelf; er is geen tweede tabel die daarvan kan afwijken.
"""

import struct
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache, reduce
from operator import add
from pathlib import Path
from unicodedata import normalize

from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN

MAP = SJABLONEN / "letters"
ZACHT_STREEPJE = "\u00ad"
"""Hier mag een woord breken; anders is dit teken onzichtbaar."""
ONBEKEND = "\ufffd"
"""Staat voor een teken dat de letter niet heeft; elke letter tekent daar een leeg vakje."""
_RUIM = 1.0
"""Zo breed (in delen van de lettergrootte) telt een teken dat de letter niet heeft: ruim, zodat niets overloopt."""


class Letter(StrEnum):
    """Een snede; de waarde is de naam van het bestand."""

    GEWOON = "NotoSans-Regular"
    VET = "NotoSans-Bold"
    KOP = "NotoSerif-Bold"

    @property
    def pad(self) -> Path:
        """Waar het letterbestand staat."""
        return MAP / f"{self.value}.ttf"


@lru_cache(maxsize=16_384)
def meet(tekst: str, letter: Letter, grootte: float) -> float:
    """Geef de breedte in pixels, zonder het kleine beetje dat letterparen naar elkaar toe schuiven."""
    breedtes = lees_breedtes(letter)
    # Niet met sum(): dat telt vanaf Python 3.12 net anders op, en hoort gelijk te zijn aan de som in _zoek_breuk.
    return grootte * reduce(add, (breedtes.get(teken, _RUIM) for teken in tekst if teken != ZACHT_STREEPJE), 0.0)


def maak_toonbaar(tekst: str, letter: Letter) -> str:
    """Geef de tekst met alleen tekens uit de letter: een vreemd accent vervalt, een onbekend teken wordt een vakje."""
    bekend = lees_breedtes(letter)
    samen = normalize("NFC", tekst).replace(ZACHT_STREEPJE, "")
    return "".join(teken if teken in bekend else _zonder_accent(teken, bekend) for teken in samen)


def _zonder_accent(teken: str, bekend: dict[str, float]) -> str:
    kaal = normalize("NFKD", teken)[:1]
    return kaal if kaal in bekend else ONBEKEND


def breek_gelijk(tekst: str, letter: Letter, grootte: float, breedte: float) -> tuple[str, ...]:
    """Breek af op evenveel regels als nodig zijn, maar met regels die ongeveer even lang zijn; voor een titel."""
    regels = breek_af(tekst, letter, grootte, breedte)
    smal, wijd = breedte / len(regels), breedte
    while len(regels) > 1 and wijd - smal > grootte / 2:
        midden = (smal + wijd) / 2
        if len(breek_af(tekst, letter, grootte, midden)) > len(regels):
            smal = midden
        else:
            wijd = midden
    return breek_af(tekst, letter, grootte, wijd)


def breek_af(tekst: str, letter: Letter, grootte: float, breedte: float) -> tuple[str, ...]:
    """Verdeel de tekst over regels die passen; een te lang woord breekt bij een zacht streepje, of desnoods hard."""
    regels: list[str] = []
    regel = ""
    for woord in tekst.split():
        langer = f"{regel} {woord}" if regel else woord
        if meet(langer, letter, grootte) <= breedte:
            regel = langer
            continue
        if regel:
            regels.append(regel)
        *vol, regel = _breek_woord(woord, letter, grootte, breedte)
        regels += vol
    regels.append(regel)
    return tuple(regel.replace(ZACHT_STREEPJE, "") for regel in regels)


def _breek_woord(woord: str, letter: Letter, grootte: float, breedte: float) -> Iterator[str]:
    """Geef de stukken van een woord; een stuk dat bij een zacht streepje eindigt krijgt een gewoon streepje."""
    begin = 0
    while (plaats := _zoek_breuk(woord, begin, letter, grootte, breedte)) < len(woord):
        zacht = woord[plaats] == ZACHT_STREEPJE
        yield woord[begin:plaats] + ("-" if zacht else "")
        begin = plaats + zacht
    yield woord[begin:]


def _zoek_breuk(woord: str, begin: int, letter: Letter, grootte: float, breedte: float) -> int:
    """Geef waar de regel eindigt die bij `begin` begint; leest niet verder dan een regel, hoe lang het woord ook is."""
    breedtes = lees_breedtes(letter)
    streepje = breedtes.get("-", _RUIM)
    som, zacht = 0.0, 0
    for plaats in range(begin, len(woord)):
        teken = woord[plaats]
        if teken == ZACHT_STREEPJE:
            if plaats > begin and grootte * (som + streepje) <= breedte:
                zacht = plaats
            continue
        som += breedtes.get(teken, _RUIM)
        if grootte * som > breedte:
            return zacht or max(plaats, begin + 1)
    return len(woord)


@cache
def lees_breedtes(letter: Letter) -> dict[str, float]:
    """Geef van elk teken in de letter de breedte, in delen van de lettergrootte."""
    inhoud = letter.pad.read_bytes()
    tabellen = {
        inhoud[plek : plek + 4].decode("ascii"): int.from_bytes(inhoud[plek + 8 : plek + 12])
        for plek in range(12, 12 + 16 * int.from_bytes(inhoud[4:6]), 16)
    }
    (per_em,) = struct.unpack_from(">H", inhoud, tabellen["head"] + 18)
    (aantal,) = struct.unpack_from(">H", inhoud, tabellen["hhea"] + 34)
    maten = struct.unpack_from(f">{2 * aantal}H", inhoud, tabellen["hmtx"])[::2]
    return {chr(code): maten[min(beeld, aantal - 1)] / per_em for code, beeld in _lees_tekens(inhoud, tabellen["cmap"])}


def _lees_tekens(inhoud: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Geef per tekencode het nummer van het beeld; de ingekorte letters hebben een tabel van soort 4."""
    (plek,) = struct.unpack_from(">I", inhoud, cmap + 8)
    begin = cmap + plek
    soort, _, _, dubbel = struct.unpack_from(">4H", inhoud, begin)
    if soort != 4:
        raise ValueError(f"letterbestand met een tekentabel van soort {soort}")
    stukken = dubbel // 2
    einden = struct.unpack_from(f">{stukken}H", inhoud, begin + 14)
    eersten = struct.unpack_from(f">{stukken}H", inhoud, begin + 16 + dubbel)
    stappen = struct.unpack_from(f">{stukken}H", inhoud, begin + 16 + 2 * dubbel)
    verwijzingen = begin + 16 + 3 * dubbel
    for stuk, (eerste, einde) in enumerate(zip(eersten, einden, strict=True)):
        (verwijzing,) = struct.unpack_from(">H", inhoud, verwijzingen + 2 * stuk)
        for code in range(eerste, min(einde, 0xFFFE) + 1):
            beeld = code
            if verwijzing:
                plaats = verwijzingen + 2 * stuk + verwijzing + 2 * (code - eerste)
                (beeld,) = struct.unpack_from(">H", inhoud, plaats)
            beeld = (beeld + stappen[stuk]) % 65536 if beeld or not verwijzing else 0
            if beeld:
                yield code, beeld
