"""Wat opvalt aan de kengetallen: is het totaal de som van de locaties?"""

from collections.abc import Iterator, Sequence

from kwaliteit.begrippen.antwoord import Kengetalregel
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom


def loop_kengetallen_na(regels: Sequence[Kengetalregel], boom: Boom) -> Iterator[Bevinding]:
    """Vergelijk per jaar en kengetal het totaal met de locaties.

    Staan alle locaties erbij, dan moet het totaal hun som zijn. Ontbreekt er een, dan mag de som niet hoger zijn.
    """
    per_kengetal: dict[tuple[int, str], list[Kengetalregel]] = {}
    for regel in regels:
        per_kengetal.setdefault((regel.jaar, regel.kengetal), []).append(regel)
    alle_locaties = boom.bladeren[ORGANISATIE]
    for sleutel in sorted(per_kengetal):
        locaties = [regel for regel in per_kengetal[sleutel] if regel.onderdeel is not None]
        volledig = {regel.onderdeel for regel in locaties} == alle_locaties
        for totaal in per_kengetal[sleutel]:
            if totaal.onderdeel is None and locaties:
                yield from _vergelijk(totaal, locaties, volledig=volledig)


def _vergelijk(totaal: Kengetalregel, locaties: list[Kengetalregel], *, volledig: bool) -> Iterator[Bevinding]:
    tellers = (totaal.teller, [regel.teller for regel in locaties])
    noemers = (totaal.noemer, [regel.noemer for regel in locaties])
    for naam, (geheel, delen) in (("teller", tellers), ("noemer", noemers)):
        bekend = [deel for deel in delen if deel is not None]
        if geheel is None or len(bekend) < len(delen):
            continue
        if sum(bekend) > geheel or (volledig and sum(bekend) != geheel):
            yield Bevinding(
                soort=Bevindingsoort.KENGETAL_TOTAAL,
                wat=f"De {naam} van kengetal {totaal.kengetal} over {totaal.jaar} klopt niet: het totaal is "
                + ("niet de som van de locaties." if volledig else "lager dan de locaties samen."),
                verwacht="een totaal dat gelijk is aan de som van de locaties"
                if volledig
                else "een totaal dat minstens zo hoog is als de locaties samen",
                doe_dit="Verbeter het totaal of de locaties in het bestand. "
                "Noemt u alle locaties, dan mag de regel met het totaal ook weg.",
                bestand=totaal.bestand,
                cel=totaal.cel,
            )
