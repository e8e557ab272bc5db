"""Wat papier en Word allebei nodig hebben: tekens die een bestand aankan, links, kleuren, en wat er ontbreekt."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from urllib.parse import urljoin

from kwaliteit.begrippen.fout import Gebrek, GebruikFout
from kwaliteit.begrippen.vormgeving import Formaat, Huisstijl
from kwaliteit.weergave.plat.delen import Beeld, Kop, Lijst, Platdeel, Plattabel, Regel, Tekst, lees_tekst
from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN

_STUURTEKEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""Tekens die in XML niet mogen of die geen letter kan tonen; een mens ziet ze niet."""
_KLEUR = re.compile(r"--([\w-]+):(#[0-9a-f]{3,6})\b")
_MINSTE_KOPPEN = 8
_ONDERDELEN = {Formaat.PDF: ("typst", "typst", "pdf"), Formaat.DOCX: ("docx", "python-docx", "Word-bestand")}
"""Per vorm: wat Python importeert, hoe het pakket heet, en hoe mensen de vorm noemen."""
_KORTE_TEKST = 260
"""Een tekst tot zoveel tekens (drie regels) verhuist mee naar een volgende bladzijde; een langere blijft staan."""
_WEBADRES = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkdoel:
    """Waar een link heen gaat: een anker in dit bestand, of een adres erbuiten. Een van de twee is leeg."""

    anker: str = ""
    adres: str = ""


def eis_onderdelen(formaten: Collection[Formaat]) -> None:
    """GebruikFout als voor een van deze vormen een onderdeel ontbreekt; alles wat ontbreekt staat in één fout."""
    if weg := [formaat for formaat in Formaat if formaat in formaten and find_spec(_ONDERDELEN[formaat][0]) is None]:
        raise maak_onderdeelfout(*weg)


def maak_onderdeelfout(*formaten: Formaat) -> GebruikFout:
    """Maak de fout voor vormen waarvoor een onderdeel ontbreekt, met één regel die alles installeert."""
    nodig = " en ".join(
        f"{'voor' if rang else 'Voor'} een {vorm} is het pakket '{pakket}' nodig"
        for rang, (_, pakket, vorm) in enumerate(_ONDERDELEN[formaat] for formaat in formaten)
    )
    extra = ",".join(formaten)
    return GebruikFout(
        Gebrek(
            waar=" ".join(f"--formaat {formaat}" for formaat in formaten),
            wat=f"{nodig}. {'Dat staat' if len(formaten) == 1 else 'Die staan'} nog niet op deze computer.",
            verwacht=f"De extra onderdelen voor {' en '.join(formaten)} zijn geïnstalleerd.",
            doe_dit=f'Typ in de map van dit programma: .venv\\Scripts\\python -m pip install ".[{extra}]" (Windows) of '
            f'.venv/bin/python -m pip install ".[{extra}]" (Mac en Linux).',
        )
    )


def maak_zetbaar(tekst: str) -> str:
    """Haal onzichtbare stuurtekens weg; wat een lezer ziet, blijft gelijk."""
    return _STUURTEKEN.sub("", tekst)


def schrijf_regel(regel: Regel) -> str:
    """Geef een regel als kale tekst."""
    return maak_zetbaar(lees_tekst(regel))


def schrijf_alts(alt: str, aantal: int) -> list[str]:
    """Geef de alternatieve tekst van elk stuk van een figuur; de eerste zegt alles."""
    return [alt, *(f"Vervolg van de figuur hierboven, deel {rang} van {aantal}." for rang in range(2, aantal + 1))]


def koppen_voor_inhoud(delen: Iterable[Platdeel]) -> tuple[Kop, ...]:
    """Geef de koppen voor de inhoudsopgave; leeg als het verslag zo kort is dat niemand hoeft te zoeken."""
    koppen = tuple(deel for deel in delen if isinstance(deel, Kop) and deel.niveau == 2)
    return koppen if len(koppen) >= _MINSTE_KOPPEN else ()


def knip_voorblad(delen: Sequence[Platdeel]) -> tuple[Sequence[Platdeel], Sequence[Platdeel]]:
    """Geef het titelblok (alles voor het eerste hoofdstuk) en de rest."""
    begin = next((rang for rang, deel in enumerate(delen) if isinstance(deel, Kop) and deel.niveau > 1), len(delen))
    return delen[:begin], delen[begin:]


def zoek_vaste_delen(delen: Sequence[Platdeel]) -> list[bool]:
    """Geef per deel of het op dezelfde bladzijde hoort als het deel erna.

    Een titel blijft bij haar figuur of tabel, en die bij haar noten en bron. Een korte tekst onder een kop gaat mee met
    wat erop volgt: zo staat er geen kop met één zin boven een lege bladzijde.
    """
    vast = [False] * len(delen)
    for rang in range(len(delen) - 2, -1, -1):
        vorig, na = (delen[rang - 1] if rang else None), (delen[rang + 2] if rang + 2 < len(delen) else None)
        match delen[rang], delen[rang + 1]:
            case Kop(), _:
                vast[rang] = True
            case Tekst() as tekst, Lijst():
                # Ook de eerste regel van een punt met een lijst eronder.
                is_begin = vorig is None or isinstance(vorig, Kop)
                vast[rang] = lees_tekst(tekst.regel).endswith(":") or (is_begin and _is_kort(tekst))
            case Tekst() as tekst, Kop(niveau=niveau):
                vast[rang] = isinstance(vorig, Kop) and niveau > vorig.niveau and _is_kort(tekst)
            case Tekst(toon="stil"), Tekst(toon="stil", regel=regel):
                vast[rang] = lees_tekst(regel).startswith("Bron:")
            case Tekst(toon=toon), Beeld() | Plattabel():
                vast[rang] = toon != "stil"
            case Tekst() as tekst, Tekst(toon=toon):
                # Na een figuur: waar haar cijfers staan, en dan de bron. Na een kop: de zin boven een titel.
                hoort_erbij = vast[rang + 1] if isinstance(vorig, Kop) else isinstance(vorig, Beeld) and toon == "stil"
                vast[rang] = hoort_erbij and _is_kort(tekst)
            case Beeld(), Tekst():
                vast[rang] = not isinstance(na, Beeld | Plattabel)
            case Plattabel() | Lijst(), Tekst(toon="stil"):
                vast[rang] = True
            case _:
                pass
    return vast


def _is_kort(deel: Tekst) -> bool:
    return len(lees_tekst(deel.regel)) <= _KORTE_TEKST


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
    return {**_kleuren(), **huisstijl.licht}


@cache
def _kleuren() -> dict[str, str]:
    """De kleuren uit het stijlblad; de lichte staan daar als eerste."""
    kleuren: dict[str, str] = {}
    for naam, kleur in _KLEUR.findall((SJABLONEN / "stijl.css").read_text(encoding="utf-8")):
        kleuren.setdefault(naam, kleur)
    return kleuren
