"""Reeksen: welke jaren van een vraag met elkaar vergeleken mogen worden (rekenregels 6.3).

Een reeksbreuk wordt berekend, niet onthouden: een andere tekst, schaal, gunstige kant of lijst breekt de reeks, tenzij
een van beide lijsten met een reden verklaart dat vergelijken mag.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk
from kwaliteit.begrippen.vragenlijst import Vergelijkbaar, Vraag, Vragenlijst
from kwaliteit.indicatoren.afnames import Gesteld


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """Het id van een reeks, en waarom zij breekt met de vorige meting van dezelfde vraag en groep."""

    id: str
    breuk: Breuk = Breuk.GEEN


def bepaal_reeksen(gesteld: Iterable[Gesteld]) -> dict[tuple[int, Doelgroep, str], Reeks]:
    """Geef per (jaar, groep, vraag-id) de reeks.

    Dat is de reeks van de laatste eerdere meting waarmee vergeleken mag worden, en anders een nieuwe.
    """
    eerdere: dict[tuple[Doelgroep, str], list[tuple[Gesteld, str]]] = {}
    reeksen: dict[tuple[int, Doelgroep, str], Reeks] = {}
    for nieuw in sorted(gesteld, key=lambda stelling: stelling.jaar):
        oude = eerdere.setdefault((nieuw.doelgroep, nieuw.vraag.id), [])
        doorlopend = (reeks_id for oud, reeks_id in reversed(oude) if mag_vergeleken(oud, nieuw))
        reeks_id = next(doorlopend, None) or maak_reeks_id(nieuw)
        reeksen[nieuw.jaar, nieuw.doelgroep, nieuw.vraag.id] = Reeks(
            id=reeks_id, breuk=Breuk.VRAAG if oude and oude[-1][1] != reeks_id else Breuk.GEEN
        )
        oude.append((nieuw, reeks_id))
    return reeksen


def mag_vergeleken(een: Gesteld, ander: Gesteld) -> bool:
    """Zeg of twee metingen in één reeks horen; de volgorde maakt niet uit.

    Een verklaring bij de vraag geldt ook als tekst of schaal veranderde. Een verklaring bij de lijst zegt alleen dat de
    lijsten vergelijkbaar zijn: de vraag zelf moet dan gelijk zijn.
    """
    if _verklaart(een.vraag, ander.vragenlijst) or _verklaart(ander.vraag, een.vragenlijst):
        return True
    zelfde_lijst = _herken_lijst(een.vragenlijst) == _herken_lijst(ander.vragenlijst)
    return _beschrijf_vraag(een) == _beschrijf_vraag(ander) and (
        zelfde_lijst or _verklaart(een.vragenlijst, ander.vragenlijst) or _verklaart(ander.vragenlijst, een.vragenlijst)
    )


def maak_reeks_id(gesteld: Gesteld) -> str:
    """Maak een kort id dat overal gelijk is; de letter vooraan voorkomt dat een rekenblad er een getal van maakt."""
    inhoud = json.dumps([_beschrijf_vraag(gesteld), _herken_lijst(gesteld.vragenlijst)], ensure_ascii=True)
    return "r" + sha256(inhoud.encode("ascii")).hexdigest()[:10]


def _verklaart(bron: Vraag | Vragenlijst, lijst: Vragenlijst) -> bool:
    verklaringen: tuple[Vergelijkbaar, ...] = bron.vergelijkbaar_met
    return any((verklaring.vragenlijst, verklaring.versie) == _herken_lijst(lijst) for verklaring in verklaringen)


def _herken_lijst(lijst: Vragenlijst) -> tuple[str, str]:
    return lijst.naam, lijst.versie


def _beschrijf_vraag(gesteld: Gesteld) -> tuple[object, ...]:
    """Alles wat gelijk moet blijven: groep, tekst en schaal, met de gunstige kant. De naam van de schaal telt niet."""
    schaal = gesteld.vraag.schaal
    return (
        gesteld.doelgroep.value,
        _normaliseer(gesteld.vraag.tekst),
        schaal.soort.value,
        schaal.codes,
        tuple(_normaliseer(label) for label in schaal.labels),
        tuple(sorted(schaal.gunstig)),
        *(None if grens is None else float(grens) for grens in (schaal.laagste, schaal.hoogste)),
        gesteld.vraag.omgekeerd,
    )


def _normaliseer(tekst: str) -> str:
    """Hoofdletters, dubbele spaties en schrijfvarianten van hetzelfde teken zijn geen verandering van de vraag."""
    return " ".join(unicodedata.normalize("NFKC", tekst).casefold().split())
