"""Een stuk tekst met de woorden eromheen: wat elke lezer van een openbaar bestand oplevert."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """Een stuk tekst met de woorden eromheen; `kop` is leeg bij lopende tekst. `is_cel` bij een cel van een tabel."""

    tekst: str
    kop: str = ""
    is_cel: bool = False


def maak_kaal(tekst: str) -> str:
    """Geef de tekst met enkele spaties."""
    return " ".join(tekst.split())
