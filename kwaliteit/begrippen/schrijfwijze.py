"""Hoe iets in het Nederlands geschreven wordt, overal hetzelfde: een datum, een grens, een hoofdletter."""

import re
from datetime import date
from decimal import Decimal

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def schrijf_datum(dag: date) -> str:
    """Schrijf een datum voluit: "1 september 2024"."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def schrijf_grens(getal: float | Decimal) -> str:
    """Schrijf een grens of afspraak precies, met een komma en zonder overbodige nullen: "3,5", "90"."""
    return f"{Decimal(str(getal)).normalize():f}".replace(".", ",")


def met_hoofdletter(tekst: str) -> str:
    """Zet alleen de eerste letter om in een hoofdletter; de rest blijft zoals die is."""
    return tekst[:1].upper() + tekst[1:]


def is_webadres(tekst: str) -> bool:
    """Waar als dit een volledig adres met http(s) is, zonder spaties of aanhalingstekens."""
    return re.fullmatch(r"https?://[^\s/<>\"'][^\s<>\"']*", tekst) is not None


def is_mapadres(tekst: str) -> bool:
    """Waar als achter dit webadres de naam van een bestand mag komen: dus zonder vraagteken of hekje."""
    return is_webadres(tekst) and not re.search(r"[?#]", tekst)
