"""Kleine bouwstenen van Nederlandse zinnen: periodes, opsommingen, telwoorden en namen van groepen.

Hier ontstaat geen tekst van een cijfer; dat doet `weergave`.
"""

from collections.abc import Sequence

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.schrijfwijze import schrijf_datum
from kwaliteit.begrippen.werkmap import Meetperiode

TELWOORDEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
ROLLEN = {
    Doelgroep.CLIENTEN: "Cliënt",
    Doelgroep.NAASTEN: "Naaste",
    Doelgroep.PROFESSIONALS: "Professional",
    Doelgroep.ERVARINGSDESKUNDIGEN: "Ervaringsdeskundige",
    Doelgroep.SAMENWERKINGSPARTNERS: "Samenwerkingspartner",
}


def schrijf_periode(periode: Meetperiode) -> str:
    """Schrijf een periode voluit: "1 september tot en met 31 oktober 2024"."""
    begin = schrijf_datum(periode.van)
    if periode.van.year == periode.tot.year:
        begin = begin.removesuffix(f" {periode.van.year}")
    return f"{begin} tot en met {schrijf_datum(periode.tot)}"


def som_op(namen: Sequence[str]) -> str:
    """Maak "a, b en c"; een lege reeks geeft een lege tekst."""
    return " en ".join(filter(None, (", ".join(namen[:-1]), *namen[-1:])))


def schrijf_aantal(aantal: int) -> str:
    """Schrijf een klein aantal als woord, een groter als getal."""
    return TELWOORDEN[aantal] if aantal < len(TELWOORDEN) else str(aantal)


def citeer(tekst: str) -> str:
    """Zet een vraagtekst tussen aanhalingstekens."""
    return f"“{tekst}”"
