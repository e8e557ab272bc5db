"""Registratiecijfers per onderdeel (rekenregels 8). Geen marge: het zijn tellingen van een hele registratie.

Regels die niet bij hun kengetal passen (noemer ontbreekt of is nul, deel groter dan het geheel) zijn bij het lezen al
een bevinding geworden en komen hier niet.
"""

from collections.abc import Iterable, Mapping

from kwaliteit.begrippen.antwoord import Kengetalregel
from kwaliteit.begrippen.indicator import Kengetalmeting
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.onderdeel import Boom, Niveau
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort


def meet_kengetallen(
    regels: Iterable[Kengetalregel], kengetallen: Iterable[Kengetal], boom: Boom, kader: Kader
) -> tuple[Kengetalmeting, ...]:
    """Geef elk kengetal per jaar en onderdeel, op volgorde van jaar, bibliotheek en boom.

    De organisatie is de regel zonder locatie, anders de som van de locaties; ontbreken er, dan zegt `opgeteld` dat.
    Een regio is alleen de som als al haar locaties er zijn. Bij twee regels over hetzelfde telt de eerste.
    """
    per_kengetal: dict[tuple[int, str], dict[str, Kengetalregel]] = {}
    wortel = boom.onderdelen[0].id
    for regel in regels:
        onderdelen = per_kengetal.setdefault((regel.jaar, regel.kengetal), {})
        onderdelen.setdefault(wortel if regel.onderdeel is None else regel.onderdeel, regel)
    return tuple(
        meting
        for jaar in sorted({jaar for jaar, _ in per_kengetal})
        for kengetal in kengetallen
        for meting in _meet(jaar, kengetal, per_kengetal.get((jaar, kengetal.id), {}), boom, kader)
    )


def _meet(
    jaar: int, kengetal: Kengetal, per_onderdeel: Mapping[str, Kengetalregel], boom: Boom, kader: Kader
) -> Iterable[Kengetalmeting]:
    pijler = kader.pijler_van(kengetal.normen) if kengetal.normen else ""
    for onderdeel in boom.onderdelen:
        bron = _vind_bron(onderdeel.id, onderdeel.niveau, per_onderdeel, boom)
        if bron is None:
            continue
        regels, opgeteld = bron
        teller, noemer = _tel_op(kengetal, regels)
        yield Kengetalmeting(
            jaar=jaar,
            kengetal=kengetal,
            pijler=pijler,
            onderdeel=onderdeel.id,
            teller=teller,
            noemer=noemer,
            waarde=bereken_waarde(kengetal.soort, teller, noemer),
            toelichting=regels[0].toelichting if len(regels) == 1 else "",
            opgeteld=opgeteld,
        )


def _vind_bron(
    onderdeel: str, niveau: Niveau, regels: Mapping[str, Kengetalregel], boom: Boom
) -> tuple[list[Kengetalregel], str] | None:
    """De regel van het onderdeel zelf, of de regels die samen het onderdeel zijn; None als het niet te maken is."""
    if onderdeel in regels:
        return [regels[onderdeel]], ""
    bladeren = sorted(boom.bladeren[onderdeel] - {onderdeel})
    aanwezig = [regels[blad] for blad in bladeren if blad in regels]
    compleet = len(aanwezig) == len(bladeren)
    if not aanwezig or (niveau is not Niveau.ORGANISATIE and not compleet):
        return None
    return aanwezig, "" if compleet else f"Opgeteld over {len(aanwezig)} van de {len(bladeren)} locaties."


def _tel_op(kengetal: Kengetal, regels: list[Kengetalregel]) -> tuple[int, int | None]:
    teller = sum(regel.teller for regel in regels)
    if kengetal.soort is Kengetalsoort.AANTAL:
        return teller, None
    return teller, sum(regel.noemer or 0 for regel in regels)


def bereken_waarde(soort: Kengetalsoort, teller: int, noemer: int | None) -> float:
    """Geef een fractie, een aantal of een aantal per 1.000; behalve bij een aantal is er een noemer, niet nul."""
    if soort is Kengetalsoort.AANTAL or noemer is None:
        return float(teller)
    return 1000 * teller / noemer if soort is Kengetalsoort.PER_1000 else teller / noemer
