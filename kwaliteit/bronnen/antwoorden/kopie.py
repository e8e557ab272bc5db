"""Wat van een bron herhaald mag worden in een gemarkeerde kopie. Filtert hier, zodat `uitvoer` nooit meer krijgt."""

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import ZIE_BRON, Bronkopie, Kopiekolom, Kopiesoort
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.ruw import Cel, Ruwblad, Ruwkolom
from kwaliteit.bronnen.antwoorden.codeer import toon_antwoord
from kwaliteit.bronnen.kop.kop import Kolom, Kop, Persoonsgegeven
from kwaliteit.bronnen.kop.koppeling import Rol
from kwaliteit.bronnen.taal.persoonstekst import bevat_persoonsgegeven
from kwaliteit.bronnen.taal.schrijfwijze import NIET_GETOOND, maak_tekst

GROOT = 50_000
"""Cellen. Van een groter blad staan alleen de rijen in de kopie waarin iets mis is."""

HOOGSTENS_RIJEN = 2000
"""Zoveel foute rijen van een groot blad komen in de kopie; meer leest niemand na."""

LANGSTE_KOP = 300

_NUMMER = re.compile(r"[0-9]{1,7}")
"""Langer kan een geboortedatum, burgerservicenummer of telefoonnummer zijn."""

Toon = Callable[[Cel, int], str | int | float]
"""Krijgt een verschillende cel van een kolom en haar plek in `waarden`; geeft wat ervan herhaald mag worden."""


def maak_kopie(
    blad: Ruwblad,
    kop: Kop,
    bestand: str,
    getoond: Mapping[int, tuple[Kopiesoort, Toon]],
    rijen: NDArray[np.int64],
    *,
    foute_rijen: NDArray[np.int64],
    noemt_koppen: bool,
) -> Bronkopie:
    """Maak de kopie. `getoond` zegt per kolomplaats wat erin mag; van elke andere kolom blijft alleen de kop.

    `rijen` zijn de rijnummers van mensen die meetellen, `foute_rijen` die waarin iets mis is.
    """
    is_deel = blad.aantal_rijen * len(blad.kolommen) > GROOT
    gekozen = foute_rijen[:HOOGSTENS_RIJEN] if is_deel else rijen
    kolommen = []
    for kolom in kop.kolommen:
        herkend = isinstance(kolom.betekenis, Vraag | Rol)
        koppen = tuple(
            _toon_kop(blad.kolommen[kolom.plaats].waarden[plek]) if noemt_koppen or herkend else ""
            for plek in blad.kolommen[kolom.plaats].plaats[kop.indeling.eerste_koprij : kop.rij + 1]
        )
        if kolom.plaats in getoond:
            soort, toon = getoond[kolom.plaats]
            waarden, plaats = _haal_op(blad.kolommen[kolom.plaats], gekozen - 1, toon)
            kolommen.append(
                Kopiekolom(kolomletter=kolom.letter, koppen=koppen, soort=soort, waarden=waarden, plaats=plaats)
            )
        else:
            kolommen.append(
                Kopiekolom(kolomletter=kolom.letter, koppen=koppen, soort=Kopiesoort.LEEG, uitleg=_leg_uit(kolom))
            )
    return Bronkopie(
        bestand=bestand,
        blad=blad.naam,
        jaar=0,
        eerste_koprij=kop.indeling.eerste_koprij + 1,
        kolommen=tuple(kolommen),
        rijen=gekozen,
        is_deel=is_deel,
    )


def toon_respondent(cel: Cel, _plek: int) -> str | int | float:
    """Alleen een kort nummer mag; een code met letters kan een naam of geboortejaar zijn."""
    tekst = maak_tekst(cel)
    return toon_antwoord(cel) if not tekst or _NUMMER.fullmatch(tekst) else ZIE_BRON


def zoek_dubbele(respondent: Sequence[str]) -> NDArray[np.int64]:
    """Geef de plekken waarvan het nummer meer dan eens voorkomt."""
    if len(set(respondent)) == len(respondent):
        return np.zeros(0, dtype=np.int64)
    plekken: dict[str, list[int]] = {}
    for plek, nummer in enumerate(respondent):
        if nummer:
            plekken.setdefault(nummer, []).append(plek)
    return np.array(sorted(plek for samen in plekken.values() if len(samen) > 1 for plek in samen), dtype=np.int64)


def _toon_kop(cel: Cel) -> str:
    tekst = maak_tekst(cel)
    return NIET_GETOOND if bevat_persoonsgegeven(tekst) else tekst[:LANGSTE_KOP]


def _haal_op(
    kolom: Ruwkolom, rijen: NDArray[np.int64], toon: Toon
) -> tuple[tuple[str | int | float, ...], NDArray[np.int32]]:
    """Geef wat op deze rijen te tonen is; wat nergens staat komt er niet in."""
    gebruikt, plaats = np.unique(np.frombuffer(kolom.plaats, dtype=np.intc)[rijen], return_inverse=True)
    getoond = [toon(kolom.waarden[plek], plek) for plek in gebruikt.tolist()]
    nummers = {waarde: nummer for nummer, waarde in enumerate(dict.fromkeys(getoond))}
    vertaal = np.array([nummers[waarde] for waarde in getoond], dtype=np.int32)
    return tuple(nummers), vertaal[plaats] if len(vertaal) else np.zeros(0, dtype=np.int32)


def _leg_uit(kolom: Kolom) -> str:
    betekenis = kolom.betekenis
    if isinstance(betekenis, Vraag):
        return "Deze vraag wordt niet gelezen, of open tekst: de antwoorden staan niet in deze kopie."
    if isinstance(betekenis, Persoonsgegeven):
        return "Dit lijkt een persoonsgegeven en staat niet in deze kopie. Haal de kolom weg uit de bron."
    if isinstance(betekenis, Rol):
        return "Deze kolom is niet nodig en staat niet in deze kopie."
    return "Deze kolom hoort bij geen enkele vraag en staat niet in deze kopie."
