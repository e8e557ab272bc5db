"""Hoeveel mensen er zijn of uitgenodigd zijn, per onderdeel, uit wat de werkmap opgeeft."""

from collections.abc import Mapping

from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.werkmap import Aantallen


def verdeel_over_boom(
    boom: Boom, opgave: Aantallen | None, locaties_met_antwoord: frozenset[str]
) -> Mapping[str, int | None]:
    """Geef per onderdeel het aantal, of None als het onbekend is.

    Alleen een totaal geldt alleen voor de wortel. Per locatie: een regio en de organisatie zijn de som van hun
    genoemde locaties. Antwoordde iemand op een locatie die niet genoemd is, dan is de opgave daar niet volledig en is
    het aantal van die locatie, haar regio en de organisatie onbekend.
    """
    wortel = boom.onderdelen[0].id
    if opgave is None or not opgave.per_locatie:
        onbekend: dict[str, int | None] = {onderdeel.id: None for onderdeel in boom.onderdelen}
        return onbekend if opgave is None else onbekend | {wortel: opgave.totaal}
    vergeten = locaties_met_antwoord - opgave.per_locatie.keys()
    per_onderdeel: dict[str, int | None] = {}
    for onderdeel in boom.onderdelen:
        bladeren = boom.bladeren[onderdeel.id]
        genoemd = [opgave.per_locatie[blad] for blad in sorted(bladeren & opgave.per_locatie.keys())]
        per_onderdeel[onderdeel.id] = sum(genoemd) if genoemd and not bladeren & vergeten else None
    return per_onderdeel
