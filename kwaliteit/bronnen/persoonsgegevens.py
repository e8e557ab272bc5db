"""Persoonsgegevens herkennen aan wat er in een kolom staat, want een kop verraadt ze niet altijd."""

import re
from collections.abc import Callable
from ipaddress import ip_address

import numpy as np

from kwaliteit.bestanden.ruw import Cel, Ruwkolom
from kwaliteit.bronnen.schrijfwijze import maak_tekst

DEEL = 0.6
"""Vanaf dit deel van de verschillende waarden is een kolom zo'n soort gegeven; één adres in een toelichting niet."""

STEEKPROEF = 2000
"""Zoveel verschillende waarden worden bekeken."""

LANGSTE = 200
"""Tekens; een langere waarde is een verhaal."""

_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[A-Za-z]{2,}")
_TELEFOON_NL = re.compile(r"(?:\+31|0031|0)[1-9]\d{8}")
_TELEFOON = re.compile(r"\+\d{9,15}")
_NEGEN_CIJFERS = re.compile(r"\d{9}")
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}(?:[ ,]+\d{1,5} ?[A-Za-z0-9-]{0,6})?")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_URL = re.compile(r"https?://[^\s]*[?&/=#][A-Za-z0-9_%-]{8,}[^\s]*")
_OPVULLING = re.compile(r"[\s().-]+")


def herken_persoonsgegeven(kolom: Ruwkolom, eerste: int) -> str:
    """Geef wat er vanaf rij `eerste` vooral in de kolom staat, zoals "e-mailadressen", of een lege tekst."""
    teksten = _lees_teksten(kolom, eerste)
    return next((naam for naam, past in _SOORTEN.items() if _past_vaak(teksten, past, DEEL)), "")


def herken_als_respondentnummer(kolom: Ruwkolom, eerste: int) -> str:
    """Hetzelfde voor de kolom met respondentnummers; daar is een nummer van negen cijfers op zich gewoon."""
    teksten = _lees_teksten(kolom, eerste)
    soorten = {naam: past for naam, past in _SOORTEN.items() if past not in (_is_negen_cijfers, _is_postcode)}
    naam = next((naam for naam, past in soorten.items() if _past_vaak(teksten, past, DEEL)), "")
    if not naam and len(teksten) >= 5 and _past_vaak(teksten, _is_bsn, 0.9):
        return "burgerservicenummers"
    return naam


def _lees_teksten(kolom: Ruwkolom, eerste: int) -> list[str]:
    plekken = np.unique(np.frombuffer(kolom.plaats, dtype=np.intc)[eerste:])[: STEEKPROEF + 1].tolist()
    teksten = [_schrijf(kolom.waarden[plek]) for plek in plekken]
    return [tekst for tekst in teksten if tekst]


def _schrijf(cel: Cel) -> str:
    return "" if isinstance(cel, bool) else maak_tekst(cel)


def _past_vaak(teksten: list[str], past: Callable[[str], bool], deel: float) -> bool:
    return bool(teksten) and sum(len(tekst) <= LANGSTE and past(tekst) for tekst in teksten) >= deel * len(teksten)


def _is_email(tekst: str) -> bool:
    return _EMAIL.fullmatch(tekst) is not None


def _is_ip(tekst: str) -> bool:
    if tekst.count(".") != 3 and tekst.count(":") < 2:
        return False
    try:
        ip_address(tekst)
    except ValueError:
        return False
    return True


def _is_telefoon(tekst: str) -> bool:
    kaal = _OPVULLING.sub("", tekst.replace("(0)", ""))
    return _TELEFOON_NL.fullmatch(kaal) is not None or _TELEFOON.fullmatch(kaal) is not None


def _is_negen_cijfers(tekst: str) -> bool:
    return _NEGEN_CIJFERS.fullmatch(tekst.replace(".", "").replace(" ", "")) is not None


def _is_bsn(tekst: str) -> bool:
    """Een nummer van negen cijfers dat aan de elfproef voldoet."""
    kaal = tekst.replace(".", "").replace(" ", "")
    if _NEGEN_CIJFERS.fullmatch(kaal) is None:
        return False
    gewogen = sum(gewicht * int(cijfer) for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), kaal, strict=True))
    return gewogen % 11 == 0


def _is_postcode(tekst: str) -> bool:
    return _POSTCODE.fullmatch(tekst.upper()) is not None


def _is_iban(tekst: str) -> bool:
    kaal = tekst.replace(" ", "").upper()
    if _IBAN.fullmatch(kaal) is None:
        return False
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


def _is_url(tekst: str) -> bool:
    return _URL.fullmatch(tekst) is not None


_SOORTEN: dict[str, Callable[[str], bool]] = {
    "e-mailadressen": _is_email,
    "IP-adressen": _is_ip,
    "telefoonnummers": _is_telefoon,
    "nummers van negen cijfers, zoals een burgerservicenummer": _is_negen_cijfers,
    "postcodes": _is_postcode,
    "rekeningnummers": _is_iban,
    "persoonlijke links": _is_url,
}
