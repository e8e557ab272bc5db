"""Persoonsgegevens herkennen aan wat er in een kolom staat, want een kop verraadt ze niet altijd."""

from collections.abc import Callable

import numpy as np

from kwaliteit.bestanden.ruw import Cel, Ruwkolom
from kwaliteit.bronnen.taal.persoonstekst import (
    is_bsn,
    is_email,
    is_iban,
    is_ip,
    is_negen_cijfers,
    is_postcode,
    is_telefoon,
    is_url,
)
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import maak_tekst

DEEL = 0.6
"""Vanaf dit deel van de verschillende waarden is een kolom zo'n soort gegeven; één adres in een toelichting niet."""

STEEKPROEF = 2000
"""Zoveel verschillende waarden worden bekeken."""

LANGSTE = 200
"""Tekens; een langere waarde is een verhaal."""


def herken_persoonsgegeven(kolom: Ruwkolom, eerste: int) -> str:
    """Geef wat er vanaf rij `eerste` vooral in de kolom staat, zoals "e-mailadressen", of een lege tekst."""
    teksten = _lees_teksten(kolom, eerste)
    return next((naam for naam, past in _SOORTEN.items() if _past_vaak(teksten, past, DEEL)), "")


def herken_als_respondentnummer(kolom: Ruwkolom, eerste: int) -> str:
    """Hetzelfde voor de kolom met respondentnummers; daar is een nummer van negen cijfers op zich gewoon."""
    teksten = _lees_teksten(kolom, eerste)
    soorten = {naam: past for naam, past in _SOORTEN.items() if past not in (is_negen_cijfers, is_postcode)}
    naam = next((naam for naam, past in soorten.items() if _past_vaak(teksten, past, DEEL)), "")
    if not naam and len(teksten) >= 5 and _past_vaak(teksten, is_bsn, 0.9):
        return "burgerservicenummers"
    return naam


def _lees_teksten(kolom: Ruwkolom, eerste: int) -> list[str]:
    plekken = np.unique(geef_plekken(kolom, eerste))[: STEEKPROEF + 1].tolist()
    teksten = [_schrijf(kolom.waarden[plek]) for plek in plekken]
    return [tekst for tekst in teksten if tekst]


def _schrijf(cel: Cel) -> str:
    return "" if isinstance(cel, bool) else maak_tekst(cel)


def _past_vaak(teksten: list[str], past: Callable[[str], bool], deel: float) -> bool:
    return bool(teksten) and sum(len(tekst) <= LANGSTE and past(tekst) for tekst in teksten) >= deel * len(teksten)


_SOORTEN: dict[str, Callable[[str], bool]] = {
    "e-mailadressen": is_email,
    "IP-adressen": is_ip,
    "telefoonnummers": is_telefoon,
    "nummers van negen cijfers, zoals een burgerservicenummer": is_negen_cijfers,
    "postcodes": is_postcode,
    "rekeningnummers": is_iban,
    "persoonlijke links": is_url,
}
