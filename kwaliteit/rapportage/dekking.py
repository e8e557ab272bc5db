"""Wat het verslag moet bevatten en of het er al is, in regels voor op het scherm."""

from collections.abc import Iterator

from kwaliteit.begrippen.verslag import Dekkingsmatrix, Normtabel, Sectie, Verslag
from kwaliteit.rapportage.eisen import ANKER as ANKER_EISEN
from kwaliteit.rapportage.eisen import GEEN_ZICHT, UITGANGSPUNT
from kwaliteit.rapportage.matrix import REGISTRATIEKOLOM

NIET_TE_BEOORDELEN = "nog niet te beoordelen"
GEEN_BESTAND = "nog geen bestand gelezen"
KENGETALLEN = "Kengetallen"
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
        if isinstance(blok, Dekkingsmatrix):
            regels += _lees_matrix(blok)
    return tuple(regels)


def _lees_matrix(matrix: Dekkingsmatrix) -> Iterator[tuple[str, str]]:
    for plek, bron in enumerate(matrix.bronnen):
        cellen = [(pijler, rij[plek]) for pijler, rij in matrix.rijen]
        naam = KENGETALLEN if bron == REGISTRATIEKOLOM else bron
        wat = naam.lower() if bron == REGISTRATIEKOLOM else f"antwoorden van {bron.lower()}"
        if all(cel.soort == "niet opgehaald" for _, cel in cellen):
            yield naam, GEEN_BESTAND
            continue
        for pijler, cel in cellen:
            yield f"Pijler {pijler}, {wat}", _schrijf_stand(cel.tekst)


def _schrijf_stand(cel: str) -> str:
    """Maak van "1 van 1 vragen getoond" een zin die ook zonder de tabel te begrijpen is."""
    if not cel.endswith(_GETOOND):
        return cel
    getoond = cel.removesuffix(_GETOOND)
    return f"{getoond} vragen {'krijgt' if getoond.startswith('1 van') else 'krijgen'} een cijfer"


def _alle_blokken(secties: tuple[Sectie, ...]) -> list[object]:
    return [blok for sectie in secties for blok in (*sectie.blokken, *_alle_blokken(sectie.secties))]
