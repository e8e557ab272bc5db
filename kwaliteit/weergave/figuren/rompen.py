"""De figuren zonder titel, noten en bron: voor papier en Word, waar die er al als tekst bij staan."""

from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.weergave.figuren.beelden import Beeldblok, Losbeeld, kop_van, teken_romp, zoek_blokken
from kwaliteit.weergave.figuren.los.maten import RAND
from kwaliteit.weergave.figuren.vormen import schuif


def teken_rompen(verslag: Verslag) -> tuple[Losbeeld, ...]:
    """Teken van elke figuur alleen de tekening met haar legenda; een anker dat vaker voorkomt maar één keer."""
    return tuple({kop_van(blok).anker: _teken_romp(blok) for blok in zoek_blokken(verslag.secties)}.values())


def _teken_romp(blok: Beeldblok) -> Losbeeld:
    romp = teken_romp(blok)
    return Losbeeld(
        naam=kop_van(blok).anker,
        titel="",
        omschrijving="; ".join(romp.kern),
        hoogte=round(romp.hoogte + RAND),
        vormen=tuple(schuif(romp.vormen, 0, RAND // 2)),
    )
