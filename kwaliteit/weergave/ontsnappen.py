"""Tekst veilig maken voor Markdown: wat iemand typte, verschijnt als tekst en nooit als opmaak of HTML."""

import re

_OVERAL = re.compile(r"([\\`*_{}\[\]<>|~])")
_ENTITEIT = re.compile(r"&(?=#|\w+;)")
_BEGINTEKEN = re.compile(r"^(\s*)([#+=-])")
_BEGINNUMMER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


class Ruw(str):
    """Markdown die al veilig is en niet nog eens ontsnapt mag worden."""

    __slots__ = ()


def ontsnap_markdown(tekst: str) -> Ruw:
    """Zet een backslash voor elk teken dat in Markdown iets betekent; regeleinden worden spaties."""
    plat = re.sub(r"\s+", " ", tekst)
    plat = _OVERAL.sub(r"\\\1", plat)
    plat = _ENTITEIT.sub(r"\\&", plat)
    plat = _BEGINTEKEN.sub(r"\1\\\2", plat)
    return Ruw(_BEGINNUMMER.sub(r"\1\\\2", plat))
