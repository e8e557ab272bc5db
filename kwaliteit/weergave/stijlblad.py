"""Het stijlblad van elke pagina: ingekort, met de lopende titel, en de hash die het beleid van de pagina noemt."""

import hashlib
import re
from base64 import b64encode
from functools import cache

from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN

_BLOKWIT = re.compile(r"(?<=>)\n\s*(?=</?(?:p|div|[ou]l|li|d[ltd]|t[rhd]|thead|tbody|table|fig\w+|details|h\d)\b)")
"""Wit tussen blokken: dat ziet de lezer niet, en het zijn er honderden."""


def lees_stijl(titel: str) -> str:
    """Geef het stijlblad met de lopende titel voor op papier; elk teken van de titel is ontsnapt."""
    return _stijlblad().replace("LOPENDE-TITEL", _ontsnap_css(titel))


def hash_van(stijl: str) -> str:
    """Geef de hash van precies deze stijl, zoals een beleid (CSP) die schrijft."""
    return "sha256-" + b64encode(hashlib.sha256(stijl.encode("utf-8")).digest()).decode("ascii")


def krimp(pagina: str) -> bytes:
    """Haal lege regels en wit tussen blokken weg; met één slotregel, als UTF-8."""
    return (_BLOKWIT.sub("", re.sub(r"\n\s*(?=\n)", "", pagina)).strip() + "\n").encode("utf-8")


@cache
def _stijlblad() -> str:
    """Het stijlblad zonder commentaar en inspringing."""
    bron = re.sub(r"/\*.*?\*/", "", (SJABLONEN / "stijl.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return "".join(regel.strip() for regel in bron.splitlines())


def _ontsnap_css(tekst: str) -> str:
    """Maak van elk teken behalve letters en cijfers een CSS-code, zodat tekst nooit stijl of HTML wordt."""
    return "".join(teken if teken.isascii() and teken.isalnum() else f"\\{ord(teken):06x}" for teken in tekst)
