"""Wat papier en Word allebei nodig hebben: tekens die een bestand aankan, ankers, links, en wat er ontbreekt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin

from kwaliteit.begrippen.fout import Gebrek, GebruikFout
from kwaliteit.begrippen.vormgeving import Huisstijl
from kwaliteit.weergave.plat import Aanhaling, Beeld, Kop, Lijst, Platdeel, Plattabel, Regel
from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN

_STUURTEKEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""Tekens die in XML niet mogen of die geen letter kan tonen; een mens ziet ze niet."""
_KLEUR = re.compile(r"--([\w-]+):(#[0-9a-f]{3,6})\b")
_MINSTE_KOPPEN = 8
_WEBADRES = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkdoel:
    """Waar een link heen gaat: een anker in dit bestand, of een adres erbuiten. Een van de twee is leeg."""

    anker: str = ""
    adres: str = ""


def eis_pakket(naam: str, extra: str, vorm: str) -> GebruikFout:
    """Maak de fout voor een vorm waarvoor een pakket ontbreekt, met de regel die het oplost."""
    return GebruikFout(
        Gebrek(
            waar=f"--formaat {extra}",
            wat=f"Voor een {vorm} is het pakket '{naam}' nodig. Dat staat nog niet op deze computer.",
            verwacht=f"De extra onderdelen voor {extra} zijn geïnstalleerd.",
            doe_dit=f'Voer eenmalig uit: pip install "kwaliteit[{extra}]"',
        )
    )


def maak_zetbaar(tekst: str) -> str:
    """Haal onzichtbare stuurtekens weg; wat een lezer ziet, blijft gelijk."""
    return _STUURTEKEN.sub("", tekst)


def schrijf_regel(regel: Regel) -> str:
    """Geef een regel als kale tekst."""
    return maak_zetbaar("".join(stukje.tekst for stukje in regel))


def loop_door(delen: Iterable[Platdeel]) -> Iterator[Platdeel]:
    """Geef alle delen in leesvolgorde, ook die in een lijst of aanhaling."""
    for deel in delen:
        yield deel
        if isinstance(deel, Lijst):
            for punt in deel.punten:
                yield from loop_door(punt)
        elif isinstance(deel, Aanhaling):
            yield from loop_door(deel.delen)


def koppen_voor_inhoud(delen: Iterable[Platdeel]) -> tuple[Kop, ...]:
    """Geef de koppen voor de inhoudsopgave; leeg als het verslag zo kort is dat niemand hoeft te zoeken."""
    koppen = tuple(deel for deel in delen if isinstance(deel, Kop) and deel.niveau == 2)
    return koppen if len(koppen) >= _MINSTE_KOPPEN else ()


def knip_voorblad(delen: Sequence[Platdeel]) -> tuple[Sequence[Platdeel], Sequence[Platdeel]]:
    """Geef het titelblok (alles voor het eerste hoofdstuk) en de rest."""
    begin = next((rang for rang, deel in enumerate(delen) if isinstance(deel, Kop) and deel.niveau > 1), len(delen))
    return delen[:begin], delen[begin:]


def anker_van(deel: Platdeel) -> str:
    """Geef de naam waar een link naar dit deel heen gaat; leeg = geen."""
    match deel:
        case Kop(anker=anker) | Plattabel(anker=anker):
            return anker
        case Beeld(naam=naam):
            return naam
        case _:
            return ""


def verzamel_ankers(delen: Iterable[Platdeel]) -> frozenset[str]:
    """Geef alle ankers die in deze delen bestaan."""
    return frozenset(filter(None, map(anker_van, loop_door(delen))))


def lees_doel(doel: str, ankers: frozenset[str], basis_url: str) -> Linkdoel:
    """Zoek waar een link heen gaat; een doel dat hier niet bestaat, wordt gewone tekst.

    Een pad naar een ander bestand van het verslag is alleen een link met een `basis_url`: een los bestand dat iemand
    doorstuurt heeft die andere bestanden niet naast zich.
    """
    if doel.startswith("#"):
        anker = doel[1:]
        return Linkdoel(anker=anker if anker in ankers else "")
    if _WEBADRES.match(doel):
        return Linkdoel(adres=maak_zetbaar(doel))
    return Linkdoel(adres=urljoin(basis_url.rstrip("/") + "/", doel) if doel and basis_url else "")


def kies_kleuren(huisstijl: Huisstijl) -> dict[str, str]:
    """Geef de lichte kleuren van de pagina, met die van de eigen huisstijl erover."""
    return {**_kleuren(), **{naam.removeprefix("--"): kleur for naam, kleur in huisstijl.licht.items()}}


@cache
def _kleuren() -> dict[str, str]:
    """De kleuren uit het stijlblad; de lichte staan daar als eerste."""
    kleuren: dict[str, str] = {}
    for naam, kleur in _KLEUR.findall((SJABLONEN / "stijl.css").read_text(encoding="utf-8")):
        kleuren.setdefault(naam, kleur)
    return kleuren
