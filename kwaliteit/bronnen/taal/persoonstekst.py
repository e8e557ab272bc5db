"""Aan één tekst zien dat zij naar een persoon wijst: een adres, een nummer of een link."""

import re
from ipaddress import ip_address

_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[A-Za-z]{2,}")
_TELEFOON_NL = re.compile(r"(?:\+31|0031|0)[1-9]\d{8}")
_TELEFOON = re.compile(r"\+\d{9,15}")
_NEGEN_CIJFERS = re.compile(r"\d{9}")
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}(?:[ ,]+\d{1,5} ?[A-Za-z0-9-]{0,6})?")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_URL = re.compile(r"https?://[^\s]*[?&/=#][A-Za-z0-9_%-]{8,}[^\s]*")
_OPVULLING = re.compile(r"[\s().-]+")
_TELEFOON_IN_TEKST = re.compile(r"(?<!\w)\+?\(?\d[\d ().-]{7,}\d(?!\w)")
_NUMMER_IN_TEKST = re.compile(r"(?<!\w)(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}\.\d{2}\.\d{3})(?!\w)")
_RAND = ".,:;!?\"'()[]<>"


def bevat_persoonsgegeven(tekst: str) -> bool:
    """Zeg of ergens in een tekst een e-mailadres, IP-adres, telefoonnummer of nummer van negen cijfers staat."""
    woorden = [woord.strip(_RAND) for woord in tekst.split()]
    return (
        any("@" in woord[1:-1] or is_ip(woord) for woord in woorden)
        or any(_is_telefoon_geschreven(stuk) for stuk in _TELEFOON_IN_TEKST.findall(tekst))
        or _NUMMER_IN_TEKST.search(tekst) is not None
    )


def _is_telefoon_geschreven(tekst: str) -> bool:
    """Zeg of dit een telefoonnummer is; "0 1 2 3 4 5 6 7 8 9" is een schaal."""
    return is_telefoon(tekst) and re.search(r"\d{2}", tekst) is not None


def is_email(tekst: str) -> bool:
    """Zeg of dit een e-mailadres is."""
    return _EMAIL.fullmatch(tekst) is not None


def is_ip(tekst: str) -> bool:
    """Zeg of dit een IP-adres is."""
    if tekst.count(".") != 3 and tekst.count(":") < 2:
        return False
    try:
        ip_address(tekst)
    except ValueError:
        return False
    return True


def is_telefoon(tekst: str) -> bool:
    """Zeg of dit een telefoonnummer is."""
    kaal = _OPVULLING.sub("", tekst.replace("(0)", ""))
    return _TELEFOON_NL.fullmatch(kaal) is not None or _TELEFOON.fullmatch(kaal) is not None


def is_negen_cijfers(tekst: str) -> bool:
    """Zeg of dit een nummer van negen cijfers is."""
    return _NEGEN_CIJFERS.fullmatch(tekst.replace(".", "").replace(" ", "")) is not None


def is_bsn(tekst: str) -> bool:
    """Zeg of dit een nummer van negen cijfers is dat aan de elfproef voldoet."""
    kaal = tekst.replace(".", "").replace(" ", "")
    if _NEGEN_CIJFERS.fullmatch(kaal) is None:
        return False
    gewogen = sum(gewicht * int(cijfer) for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), kaal, strict=True))
    return gewogen % 11 == 0


def is_postcode(tekst: str) -> bool:
    """Zeg of dit een postcode is, met of zonder huisnummer."""
    return _POSTCODE.fullmatch(tekst.upper()) is not None


def is_iban(tekst: str) -> bool:
    """Zeg of dit een rekeningnummer is."""
    kaal = tekst.replace(" ", "").upper()
    if _IBAN.fullmatch(kaal) is None:
        return False
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


def is_url(tekst: str) -> bool:
    """Zeg of dit een link voor één persoon is."""
    return _URL.fullmatch(tekst) is not None
