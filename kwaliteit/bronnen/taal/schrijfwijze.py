"""Tekst en cellen vergelijken zonder te struikelen over hoofdletters, spaties en leestekens."""

import re
import unicodedata
from datetime import date, time, timedelta

from kwaliteit.bestanden.ruw import Cel
from kwaliteit.bronnen.taal.persoonstekst import bevat_persoonsgegeven

NIET_GETOOND = "[niet getoond]"
"""Staat op de plek van een kop die zelf naar een persoon wijst."""

_GEEN_LETTER = re.compile(r"[\W_]+")
_RAND = " .,;:!?\"'“”‘’"
_BESTURING = re.compile(r"[\x00-\x1f\x7f]+")


def vereenvoudig(tekst: str) -> str:
    """Maak een kop vergelijkbaar: kleine letters zonder accenten, alles wat geen letter of cijfer is een spatie."""
    kaal = tekst
    if not tekst.isascii():
        ontleed = unicodedata.normalize("NFKD", haal_onzichtbaar_weg(tekst))
        kaal = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return _GEEN_LETTER.sub(" ", kaal.casefold()).strip()


def maak_label(tekst: str) -> str:
    """Maak een antwoord vergelijkbaar: kleine letters, enkele spaties, geen leestekens aan de rand ("5+" blijft)."""
    return " ".join(unicodedata.normalize("NFKC", haal_onzichtbaar_weg(tekst)).casefold().split()).strip(_RAND)


def haal_onzichtbaar_weg(tekst: str) -> str:
    """Haal tekens weg die niemand ziet, zoals een zacht afbreekstreepje of een spatie zonder breedte."""
    if tekst.isascii():
        return tekst
    return "".join(teken for teken in tekst if unicodedata.category(teken) != "Cf")


def maak_tekst(cel: Cel) -> str:
    """Schrijf een cel zoals hij er in het rekenblad uitziet: 12.0 is "12", een logische waarde is "waar".

    Een Mac bewaart accenten soms los van hun letter (NFD); hier horen ze er weer aan vast.
    """
    if isinstance(cel, bool):
        return "waar" if cel else "onwaar"
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    if isinstance(cel, date | time | timedelta):
        return str(cel)
    return " ".join(unicodedata.normalize("NFC", str(cel)).split())


def toon_kop(cel: Cel) -> str:
    """Kort een kop in tot iets wat in een melding past; NIET_GETOOND als de kop zelf een persoonsgegeven is."""
    tekst = _BESTURING.sub(" ", maak_tekst(cel))
    if bevat_persoonsgegeven(tekst):
        return NIET_GETOOND
    return tekst if len(tekst) <= 60 else f"{tekst[:57].rstrip()}…"
