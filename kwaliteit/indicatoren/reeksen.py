"""Reeksen: welke jaren van een vraag met elkaar vergeleken mogen worden (rekenregels 6.3).

Een reeksbreuk wordt berekend, niet onthouden: een andere tekst, schaal, gunstige kant of lijst breekt de reeks, tenzij
een van beide lijsten met een reden verklaart dat vergelijken mag. Ook een andere groep mensen breekt de reeks (`wie` in
`kwaliteit.yaml`), en daar helpt zo'n verklaring niet: dat de vraag dezelfde is, maakt de mensen niet dezelfde.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk
from kwaliteit.begrippen.vragenlijst import Vergelijkbaar, Vraag, Vragenlijst
from kwaliteit.begrippen.werkmap import Jaargang
from kwaliteit.indicatoren.afnames import Gesteld

Groepen = Mapping[tuple[int, Doelgroep], str]
"""Per (jaar, groep) wie erbij hoort, als kenmerk: leeg is de groep zoals zij het eerst is beschreven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """Het id van een reeks, en waarom zij breekt met de vorige meting van dezelfde vraag en groep."""

    id: str
    breuk: Breuk = Breuk.GEEN


def herken_groepen(jaren: Iterable[Jaargang]) -> Groepen:
    """Geef per jaar en beschreven groep een kenmerk dat gelijk blijft zolang dezelfde mensen erbij horen.

    Zwijgt een jaar over een groep, dan geldt de laatste eerdere beschrijving; vóór de eerste beschrijving geldt de
    eerste. Zo breekt een beschrijving die er voor het eerst bij komt niets, en verdwijnt een verandering niet doordat
    er een jaar tussen zit zonder tekst. Een groep die nooit beschreven is, ontbreekt hier en is altijd dezelfde.
    """
    beschreven: dict[Doelgroep, tuple[str, str]] = {}
    groepen: dict[tuple[int, Doelgroep], str] = {}
    for jaargang in sorted(jaren, key=lambda jaargang: jaargang.jaar):
        for groep, tekst in jaargang.wie.items():
            nu = _normaliseer(tekst)
            beschreven[groep] = (beschreven.get(groep, (nu, nu))[0], nu)
        for groep, (eerste, laatste) in beschreven.items():
            groepen[jaargang.jaar, groep] = "" if laatste == eerste else laatste
    return groepen


def bepaal_reeksen(gesteld: Iterable[Gesteld], groepen: Groepen) -> dict[tuple[int, Doelgroep, str], Reeks]:
    """Geef per (jaar, groep, vraag-id) de reeks.

    Dat is de reeks van de laatste eerdere meting waarmee vergeleken mag worden, en anders een nieuwe. Veranderden de
    vraag en de groep allebei, dan noemt de breuk de vraag.
    """
    eerdere: dict[tuple[Doelgroep, str], list[tuple[Gesteld, str, str]]] = {}
    reeksen: dict[tuple[int, Doelgroep, str], Reeks] = {}
    for nieuw in sorted(gesteld, key=lambda stelling: stelling.jaar):
        oude = eerdere.setdefault((nieuw.doelgroep, nieuw.vraag.id), [])
        groep = groepen.get((nieuw.jaar, nieuw.doelgroep), "")
        doorlopend = (
            reeks_id for oud, toen, reeks_id in reversed(oude) if toen == groep and mag_vergeleken(oud, nieuw)
        )
        reeks_id = next(doorlopend, None) or maak_reeks_id(nieuw, groep)
        breuk = Breuk.GEEN
        if oude and oude[-1][2] != reeks_id:
            breuk = Breuk.GROEP if mag_vergeleken(oude[-1][0], nieuw) else Breuk.VRAAG
        reeksen[nieuw.jaar, nieuw.doelgroep, nieuw.vraag.id] = Reeks(id=reeks_id, breuk=breuk)
        oude.append((nieuw, groep, reeks_id))
    return reeksen


def mag_vergeleken(een: Gesteld, ander: Gesteld) -> bool:
    """Zeg of het bij twee metingen om dezelfde vraag gaat; de volgorde maakt niet uit.

    Een verklaring bij de vraag geldt ook als tekst of schaal veranderde. Een verklaring bij de lijst zegt alleen dat de
    lijsten vergelijkbaar zijn: de vraag zelf moet dan gelijk zijn.
    """
    if _verklaart(een.vraag, ander.vragenlijst) or _verklaart(ander.vraag, een.vragenlijst):
        return True
    zelfde_lijst = _herken_lijst(een.vragenlijst) == _herken_lijst(ander.vragenlijst)
    return _beschrijf_vraag(een) == _beschrijf_vraag(ander) and (
        zelfde_lijst or _verklaart(een.vragenlijst, ander.vragenlijst) or _verklaart(ander.vragenlijst, een.vragenlijst)
    )


def maak_reeks_id(gesteld: Gesteld, groep: str) -> str:
    """Maak een kort id dat overal gelijk is; de letter vooraan voorkomt dat een rekenblad er een getal van maakt.

    De eerste beschrijving van een groep staat er niet in: wie haar later opschrijft, verandert geen oude reeks.
    """
    delen = [_beschrijf_vraag(gesteld), _herken_lijst(gesteld.vragenlijst), *([groep] if groep else [])]
    inhoud = json.dumps(delen, ensure_ascii=True)
    return "r" + sha256(inhoud.encode("ascii")).hexdigest()[:10]


def _verklaart(bron: Vraag | Vragenlijst, lijst: Vragenlijst) -> bool:
    verklaringen: tuple[Vergelijkbaar, ...] = bron.vergelijkbaar_met
    return any((verklaring.vragenlijst, verklaring.versie) == _herken_lijst(lijst) for verklaring in verklaringen)


def _herken_lijst(lijst: Vragenlijst) -> tuple[str, str]:
    return lijst.naam, lijst.versie


def _beschrijf_vraag(gesteld: Gesteld) -> tuple[object, ...]:
    """Alles wat gelijk moet blijven: de groep en de vraag, en bij een schaalscore haar vragen en haar rekenwijze."""
    samenstelling = gesteld.vraag.samenstelling
    vraag = (gesteld.doelgroep.value, *_beschrijf(gesteld.vraag))
    if samenstelling is None:
        return vraag
    return (
        *vraag,
        tuple(_beschrijf(deel) for deel in gesteld.delen),
        samenstelling.regel.value,
        samenstelling.op_100,
        samenstelling.gunstig_boven,
        samenstelling.instrument,
        samenstelling.versie,
    )


def _beschrijf(vraag: Vraag) -> tuple[object, ...]:
    """Tekst en schaal, met de gunstige kant. De naam van de schaal telt niet."""
    schaal = vraag.schaal
    return (
        _normaliseer(vraag.tekst),
        schaal.soort.value,
        schaal.codes,
        tuple(_normaliseer(label) for label in schaal.labels),
        tuple(sorted(schaal.gunstig)),
        *(None if grens is None else float(grens) for grens in (schaal.laagste, schaal.hoogste)),
        vraag.omgekeerd,
    )


def _normaliseer(tekst: str) -> str:
    """Hoofdletters, dubbele spaties en schrijfvarianten van hetzelfde teken zijn geen verandering van de vraag."""
    return " ".join(unicodedata.normalize("NFKC", tekst).casefold().split())
