"""Fouten: wat het programma stopt. Een fout is iets anders dan een bevinding (dat gaat over de gegevens).

Elke fout draagt een of meer gebreken; alle gebreken die samen te vinden zijn, worden samen getoond. Een tekst
herhaalt nooit wat een persoon antwoordde.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import IntEnum


class Afsluitcode(IntEnum):
    """Waarmee een opdracht eindigt; staat zo in de handleiding en verandert niet."""

    GOED = 0
    ERNSTIGE_BEVINDINGEN = 1
    VERKEERD_GEBRUIK = 2
    BRON_ONLEESBAAR = 3
    WERKMAP_ONGELDIG = 4
    BEZET = 5
    EIGEN_FOUT = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebrek:
    """Eén reden waarom het programma stopt, in vier delen."""

    waar: str
    wat: str
    verwacht: str
    doe_dit: str


EIGEN_FOUT = "Dit is een fout in het programma zelf, niet in uw bestanden."
EIGEN_FOUT_MELDEN = (
    "Meld dit aan de makers met de versie ({versie}) en wat u deed.\nStuur geen bestanden met antwoorden mee."
)
"""Wat de gebruiker bij onze eigen fout leest; nooit met een traceback, want daar kan een antwoord in staan."""


class KwaliteitFout(Exception):
    """Basis van alle fouten die zonder traceback aan de gebruiker worden getoond."""

    afsluitcode: Afsluitcode = Afsluitcode.EIGEN_FOUT

    def __init__(self, *gebreken: Gebrek) -> None:
        if not gebreken:
            raise ValueError("een fout zonder gebrek zegt niets")
        super().__init__("; ".join(f"{gebrek.waar}: {gebrek.wat}" for gebrek in gebreken))
        self.gebreken = gebreken


class GebruikFout(KwaliteitFout):
    """De opdracht is verkeerd gegeven: een map, jaar of optie die er niet is."""

    afsluitcode = Afsluitcode.VERKEERD_GEBRUIK


class BronFout(KwaliteitFout):
    """Geen enkele bron is te lezen, of een bron is niet veilig te lezen."""

    afsluitcode = Afsluitcode.BRON_ONLEESBAAR


class WerkmapFout(KwaliteitFout):
    """Werkmap, kader of vragenlijst klopt niet (ook: een onbekende naam in een verhaaltekst)."""

    afsluitcode = Afsluitcode.WERKMAP_ONGELDIG


class BezetFout(KwaliteitFout):
    """Een andere run of een ander programma houdt de uitvoermap vast."""

    afsluitcode = Afsluitcode.BEZET


def bedoelde_u(onbekend: str, bekend: Iterable[str]) -> str:
    """Geef " Bedoelde u 'clienten'?" met de meest gelijkende bekende naam, of een lege tekst."""
    naam = zoek_gelijkende(onbekend, bekend)
    return f" Bedoelde u '{naam}'?" if naam else ""


def zoek_gelijkende(onbekend: str, bekend: Iterable[str]) -> str:
    """Geef de bekende naam die het meest lijkt, of een lege tekst; "CL1" is eerder "CL01" dan "CL10"."""
    namen = {naam.casefold(): naam for naam in sorted(bekend)}
    kaal = onbekend.casefold()
    letters, nummer = _splits_nummer(kaal)

    def meet(naam: str) -> tuple[bool, float, int]:
        andere_letters, ander_nummer = _splits_nummer(naam)
        zelfde = (andere_letters, ander_nummer) == (letters, nummer)
        return zelfde, SequenceMatcher(None, kaal, naam).ratio(), -abs(ander_nummer - nummer)

    return namen.get(max(get_close_matches(kaal, namen, n=5, cutoff=0.6), key=meet, default=""), "")


def _splits_nummer(naam: str) -> tuple[str, int]:
    """Geef een naam als "cl04" als letters en nummer; zonder nummer is dat -1."""
    kop = naam.rstrip("0123456789")
    return kop, int(naam[len(kop) :] or -1)
