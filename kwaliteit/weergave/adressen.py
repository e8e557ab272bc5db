"""Webadressen en e-mailadressen in tekst van het programma, om er in elke vorm een link van te maken."""

import re
from collections.abc import Iterator

_ADRES = re.compile(r"https?://[^\s<>\"'“”]*[^\s<>\"'“”.,;:!?)}\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def knip_op_adressen(tekst: str) -> Iterator[tuple[str, str]]:
    """Geef de tekst in stukken met het doel van de link; een stuk gewone tekst heeft een leeg doel."""
    einde = 0
    if "://" in tekst or "@" in tekst:
        for gevonden in _ADRES.finditer(tekst):
            adres = gevonden[0]
            yield tekst[einde : gevonden.start()], ""
            yield adres, adres if "://" in adres else f"mailto:{adres}"
            einde = gevonden.end()
    yield tekst[einde:], ""
