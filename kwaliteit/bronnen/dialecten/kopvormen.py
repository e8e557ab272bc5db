"""Wat dialecten delen: vaste kolommen herkennen, en aan antwoorden zien wat voor kolom het is."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Kolomkop, Kolomvorm, Metarol
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, vereenvoudig

RESPONDENT, PERSOON, INVULLEN = Metarol.RESPONDENT, Metarol.PERSOONSGEGEVEN, Metarol.OVER_HET_INVULLEN

AANGEVINKT = frozenset({"", "0", "1", "y", "n", "ja", "nee", "yes", "no", "nein", "n/a", "null", "true", "false"})
"""Wat in een kolom van één optie staat als het niet de tekst van de optie zelf is (`maak_label`)."""
AANGEVINKT |= {"checked", "unchecked", "selected", "not selected", "oui", "non", "si", "sí", "quoted", "not quoted"}

_EIGEN_WOORDEN = re.compile(
    r"(?:other|others|anders|andere|overig|overige|sonstiges|sonstige|autre|autres|comments?|opmerking(?:en)?"
    r"|toelichting|kommentar|commentaire)\b",
    re.IGNORECASE,
)
_RANGWOORD = re.compile(r"(?:rank|rang|ranking|rangorde|classement|rangschikking)[ _]*\d+", re.IGNORECASE)
_RANGVRAAG = re.compile(r"(?:\brank\b|rangschik|volgorde|reihenfolge|\bclassez\b)", re.IGNORECASE)
_MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?:[ T,]+\d{1,2}[:.]\d{2}.*)?")
_GETAL = re.compile(r"[-+]?\d[\d.,]*\s*%?")


def is_eigen_woorden(deel: str) -> bool:
    """Zeg of een optie of subvraag "anders, namelijk" of een toelichting is."""
    return bool(_EIGEN_WOORDEN.match(deel.strip()))


def is_rang(deel: str, vraag: str = "") -> bool:
    """Zeg of een kolom een plaats in een volgorde is: "Rank 1", of een vraag die om een volgorde vraagt."""
    return bool(_RANGWOORD.fullmatch(deel.strip()) or _RANGVRAAG.search(vraag))


def is_moment(tekst: str) -> bool:
    """Zeg of hier een datum staat, met of zonder tijd."""
    return bool(_MOMENT.fullmatch(tekst.strip()))


def is_getal(tekst: str) -> bool:
    """Zeg of hier een getal of percentage staat."""
    return bool(_GETAL.fullmatch(tekst.strip()))


def som_antwoorden_op(rijen: Sequence[Bovenrij], plaats: int) -> Iterator[str]:
    """Geef de gevulde cellen van een kolom."""
    return filter(None, (rij.geef(plaats) for rij in rijen))


def kies_vorm(deel: str, rijen: Sequence[Bovenrij], plaats: int, vraag: str = "") -> Kolomvorm:
    """Kies de vorm van een kolom met een deel; de antwoorden zeggen of iemand dat deel aankruiste."""
    antwoorden = {maak_label(tekst) for tekst in som_antwoorden_op(rijen, plaats)}
    if is_eigen_woorden(deel):
        # Onder "anders" staan kruisjes (een gewone optie) of wat mensen zelf schreven.
        return Kolomvorm.OPTIE if antwoorden and antwoorden <= AANGEVINKT else Kolomvorm.ANDERS
    if is_rang(deel, vraag):
        return Kolomvorm.RANG
    if antwoorden and antwoorden <= AANGEVINKT | {maak_label(deel)}:
        return Kolomvorm.OPTIE
    return Kolomvorm.ENKEL


def maak_metakop(kop: str, meta: Metarol, *namen: str) -> Kolomkop:
    """Maak de kop van een vaste kolom; `namen` zijn haar namen bij de tool zelf."""
    return Kolomkop(kop=kop, namen=tuple(dict.fromkeys(filter(None, (kop, *namen)))), meta=meta)


def zoek_meta(tabel: Mapping[str, tuple[str, Metarol]], kop: str) -> Kolomkop | None:
    """Geef de vaste kolom met deze kop. `tabel`: vereenvoudigde kop -> naam bij de tool, soort kolom."""
    gevonden = tabel.get(vereenvoudig(kop))
    return None if gevonden is None else maak_metakop(kop, gevonden[1], gevonden[0])


def maak_tabel(*regels: tuple[str, Metarol, str]) -> dict[str, tuple[str, Metarol]]:
    """Maak de tabel voor `zoek_meta` uit (naam bij de tool, soort, andere koppen met | ertussen)."""
    return {
        vereenvoudig(kop): (naam, meta)
        for naam, meta, andere in regels
        for kop in (naam, *filter(None, andere.split("|")))
    }
