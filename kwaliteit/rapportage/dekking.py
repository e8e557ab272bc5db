"""Wat het verslag moet bevatten en of het er al is, in regels voor op het scherm."""

from collections.abc import Iterator

from kwaliteit.begrippen.verslag import Cijfertabel, Normtabel, Sectie, Verslag
from kwaliteit.rapportage.eisen import ANKER as ANKER_EISEN
from kwaliteit.rapportage.eisen import GEEN_ZICHT, UITGANGSPUNT
from kwaliteit.rapportage.matrix import ANKER_GROEPEN, ANKER_KENGETALLEN, GEEN_KENGETALLEN, NIET_OPGEHAALD

NIET_TE_BEOORDELEN = "nog niet te beoordelen"
GEEN_BESTAND = "nog geen bestand gelezen"
_GETOOND = " vragen getoond"


def dekking(verslag: Verslag) -> tuple[tuple[str, str], ...]:
    """Geef (naam, stand) per eis aan het verslag en per pijler × bron; leeg in een jaar van vóór het kader.

    Een uitgangspunt staat er niet bij. Een groep zonder gegevens krijgt één regel.
    """
    regels: list[tuple[str, str]] = []
    for blok in _alle_blokken(verslag.secties):
        if isinstance(blok, Normtabel) and blok.kop.anker == ANKER_EISEN:
            regels += [
                (f"{regel.id} {regel.tekst}", NIET_TE_BEOORDELEN if regel.stand == GEEN_ZICHT else regel.stand)
                for regel in blok.regels
                if regel.stand != UITGANGSPUNT
            ]
        if isinstance(blok, Cijfertabel) and blok.kop.anker in (ANKER_GROEPEN, ANKER_KENGETALLEN):
            regels += _lees_matrix(blok)
    return tuple(regels)


def _lees_matrix(tabel: Cijfertabel) -> Iterator[tuple[str, str]]:
    wat = "antwoorden van " if tabel.kop.anker == ANKER_GROEPEN else ""
    for plek, kolom in enumerate(tabel.koppen[1:], start=1):
        cellen = {str(rij[0]): str(rij[plek]) for rij in tabel.rijen}
        if set(cellen.values()) <= {NIET_OPGEHAALD, GEEN_KENGETALLEN}:
            yield kolom, GEEN_BESTAND
            continue
        for pijler, cel in cellen.items():
            yield f"Pijler {pijler}, {wat}{kolom.lower()}", _schrijf_stand(cel)


def _schrijf_stand(cel: str) -> str:
    """Maak van "1 van 1 vragen getoond" een zin die ook zonder de tabel te begrijpen is."""
    if not cel.endswith(_GETOOND):
        return cel
    getoond = cel.removesuffix(_GETOOND)
    return f"{getoond} vragen {'krijgt' if getoond.startswith('1 van') else 'krijgen'} een cijfer"


def _alle_blokken(secties: tuple[Sectie, ...]) -> list[object]:
    return [blok for sectie in secties for blok in (*sectie.blokken, *_alle_blokken(sectie.secties))]
