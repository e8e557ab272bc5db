"""De kleuren van een los beeld: die van het lichte thema, en de arceringen die ook zonder kleur verschil maken."""

from dataclasses import dataclass

VAST = {
    "papier": "#ffffff",
    "inkt": "#1b2b31",
    "stil": "#46555b",
    "lijn": "#d5dcdd",
    "span": "#9aa5a9",
    "baan": "#e3e8e9",
    "marge": "#5c9dac",
    "merk": "#0a4a57",
    "oker": "#713000",
    "oker-zacht": "#fbf0e4",
    "l1": "#0a4a57",
    "l2": "#2a7584",
    "l3": "#8d9599",
    "teken-c": "#0a4a57",
    "teken-n": "#a85c17",
    "teken-p": "#5b3f8c",
    "teken-s": "#46555b",
    "teken-e": "#9b2c5d",
}
"""Naam -> waarde."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arcering:
    """Schuine strepen van `dikte` pixels, om de `stap` pixels, die naar links (45) of naar rechts (-45) vallen."""

    vlak: str
    streep: str
    stap: float
    dikte: float
    hoek: int = 45


ARCERINGEN = {
    "l4": Arcering(vlak="#a85c17", streep="#864a12", stap=8, dikte=1.5),
    "l5": Arcering(vlak="#713000", streep="#491f00", stap=6, dikte=1.5),
    "l6": Arcering(vlak="#ffffff", streep="#8d9599", stap=7, dikte=2, hoek=-45),
    "gat": Arcering(vlak="#ffffff", streep="#c5c9cb", stap=8, dikte=1.2),
}
"""Naam -> arcering."""


def vlakkleur(naam: str) -> str:
    """Geef de kleur van het vlak, ook als daar een arcering op ligt."""
    return ARCERINGEN[naam].vlak if naam in ARCERINGEN else VAST[naam]
