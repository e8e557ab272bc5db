"""Tekst veilig maken voor Markdown: wat iemand typte, verschijnt als tekst en nooit als opmaak of HTML."""

import re

_OVERAL = re.compile(r"([\\`*_{}\[\]<>|~$])")
"""Ook `$`: op sommige sites is dat het begin van een formule."""
_ENTITEIT = re.compile(r"&(?=#|\w+;)")
_BEGINTEKEN = re.compile(r"^(\s*)([#+=:-])")
_BEGINNUMMER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


def ontsnap_markdown(tekst: str) -> str:
    """Zet een backslash voor elk teken dat in Markdown iets betekent; regeleinden worden spaties."""
    return ontsnap_begin(ontsnap_binnen(tekst))


def ontsnap_binnen(tekst: str) -> str:
    """Ontsnap alleen wat ook midden in een regel iets betekent."""
    plat = re.sub(r"\s+", " ", tekst)
    return _ENTITEIT.sub(r"\\&", _OVERAL.sub(r"\\\1", plat))


def ontsnap_begin(regel: str) -> str:
    """Ontsnap wat alleen aan het begin van een regel iets betekent: een kop, een punt of een nummer."""
    return _BEGINNUMMER.sub(r"\1\\\2", _BEGINTEKEN.sub(r"\1\\\2", regel))
