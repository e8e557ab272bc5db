"""Meerkeuze: elk antwoord is een eigen telling van wie het koos en wie niet, met stap B en C voor zich.

Er is geen som over de antwoorden: iemand kan er meer kiezen, dus uit het ene aantal volgt het andere niet. Met optellen
en aftrekken zijn de antwoorden onafhankelijk. Eén ongelijkheid verbindt ze wel: wie telt, koos iets. Samen zijn de
antwoorden dus minstens zo vaak gekozen als er mensen zijn, in elk onderdeel. Kiezen 36 van de 40 mensen A, en zijn B
en C allebei "minder dan 3", dan kozen er van elk precies 2. Staat zo iets vast, dan verdwijnt daar het antwoord dat het
meest gekozen is: dan kan dat elk aantal zijn, en zegt de ongelijkheid niets meer.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from kwaliteit.geheimhouding import grenzen, waarden
from kwaliteit.geheimhouding.besluit import Besluit
from kwaliteit.geheimhouding.blokken import Indeling, getoond_boven
from kwaliteit.geheimhouding.grenzen import Grens
from kwaliteit.geheimhouding.keuze import GRENS, Keuze, kies
from kwaliteit.geheimhouding.stuk import Stuk


def neem_besluit(stuk: Stuk) -> Besluit:
    """Kies per antwoord waar het verschijnt."""
    regels, kandidaten = stuk.regels, stuk.plek.kandidaten
    if not kandidaten:
        return Besluit()
    keuzes = [
        kies(stuk.indeling, kandidaten, telling, stuk.zijn_vakken_goed, regels.band)
        for telling in stuk.splits_antwoorden()
    ]
    while (lek := vind_vastgelegd(stuk, keuzes)) is not None:
        antwoord, onderdeel = lek
        keuzes[antwoord] = _kies_zonder(stuk, keuzes[antwoord], onderdeel)
    met_procent = frozenset(knoop for knoop in kandidaten if stuk.n(knoop) >= regels.procent_vanaf)
    return Besluit(met_procent=met_procent, antwoorden=tuple(keuzes))


def _kies_zonder(stuk: Stuk, keuze: Keuze, onderdeel: str) -> Keuze:
    """Kies opnieuw, met in dit onderdeel geen getal en geen band meer; de andere banden blijven zoals ze zijn."""
    nieuw = waarden.kies_waarden(stuk.indeling, keuze.tonen - {onderdeel}, keuze.tellingen, stuk.zijn_vakken_goed)
    kennis = {knoop: weet for knoop, weet in keuze.kennis.items() if knoop != onderdeel}
    tonen = grenzen.kies_binnen_grenzen(stuk.indeling, nieuw, keuze.tellingen, kennis, stuk.zijn_vakken_goed)
    return replace(
        keuze,
        tonen=tonen,
        banden={knoop: vak for knoop, vak in keuze.banden.items() if knoop != onderdeel},
        kennis=kennis,
        regels={**dict.fromkeys((keuze.tonen - tonen) | {onderdeel}, GRENS), **keuze.regels},
    )


def vind_vastgelegd(stuk: Stuk, keuzes: Sequence[Keuze]) -> tuple[int, str] | None:
    """Geef (antwoord, onderdeel) dat weg moet omdat "iedereen koos iets" een verborgen aantal vastlegt, of None."""
    indeling, n = stuk.indeling, {knoop: stuk.n(knoop) for knoop in stuk.indeling.knopen}
    eigen = [_weet(indeling, keuze) for keuze in keuzes]
    if (krap := _vind_krap(stuk, keuzes, eigen, n)) is not None:
        return krap
    bekend = [dict(per_knoop) for per_knoop in eigen]
    while True:
        grens = [grenzen.bepaal_grenzen(indeling, n, per_knoop) for per_knoop in bekend]
        nauwer = False
        for knoop in indeling.knopen:
            hoogste = sum(per_knoop[knoop][1] for per_knoop in grens)
            for antwoord, per_knoop in enumerate(grens):
                laag, hoog = per_knoop[knoop]
                minstens = n[knoop] - (hoogste - hoog)
                if minstens > laag:
                    bekend[antwoord][knoop] = (minstens, hoog)
                    nauwer = True
        if not nauwer:
            break
        if (lek := _vind_lek(indeling, n, keuzes, bekend, eigen)) is not None:
            return _kies_weg(stuk, keuzes, lek)
    return None


def _vind_krap(
    stuk: Stuk, keuzes: Sequence[Keuze], eigen: Sequence[dict[str, Grens]], n: dict[str, int]
) -> tuple[int, str] | None:
    """Geef (antwoord, onderdeel) dat weg moet waar twee of meer verborgen antwoorden te weinig ruimte hebben.

    Dan zijn er zo weinig werelden over dat grenzen per antwoord niet meer genoeg bewijzen.
    """
    grens = [grenzen.bepaal_grenzen(stuk.indeling, n, per_knoop) for per_knoop in eigen]
    for knoop in stuk.indeling.volgorde:
        verborgen = sum(knoop not in keuze.tonen for keuze in keuzes)
        ruimte = sum(per_knoop[knoop][1] for per_knoop in grens) - n[knoop]
        if n[knoop] and verborgen > 1 and ruimte < stuk.regels.band:
            kan_weg = _kies_weg(stuk, keuzes, knoop)
            if kan_weg is not None:
                return kan_weg
    return None


def _weet(indeling: Indeling, keuze: Keuze) -> dict[str, Grens]:
    bekend = {knoop: grenzen_[0] for knoop, grenzen_ in keuze.kennis.items()}
    return bekend | {knoop: (keuze.tellingen[knoop][0],) * 2 for knoop in keuze.tonen if knoop in indeling.ouder}


def _vind_lek(
    indeling: Indeling,
    n: dict[str, int],
    keuzes: Sequence[Keuze],
    bekend: Iterable[dict[str, Grens]],
    eigen: Sequence[dict[str, Grens]],
) -> str | None:
    """Geef een knoop waarvan een niet getoond aantal nu vastligt, en zonder de ongelijkheid niet."""
    for keuze, met, zonder in zip(keuzes, bekend, eigen, strict=True):
        grens_met = grenzen.bepaal_grenzen(indeling, n, met)
        grens_zonder = grenzen.bepaal_grenzen(indeling, n, zonder)
        for knoop in indeling.volgorde:
            (laag, hoog), (laag_al, hoog_al) = grens_met[knoop], grens_zonder[knoop]
            if knoop not in keuze.tonen and n[knoop] and laag == hoog and laag_al < hoog_al:
                return knoop
    return None


def _kies_weg(stuk: Stuk, keuzes: Sequence[Keuze], knoop: str) -> tuple[int, str] | None:
    """Kies het meest gekozen antwoord dat in of boven deze knoop een getal heeft, of anders een band."""

    def zoek(plekken: Sequence[Set[str]]) -> list[tuple[int, str]]:
        gevonden = (
            (antwoord, knoop if knoop in waar else getoond_boven(stuk.indeling, waar, knoop))
            for antwoord, waar in enumerate(plekken)
        )
        return [(antwoord, plek) for antwoord, plek in gevonden if plek is not None]

    kan_weg = zoek([keuze.tonen for keuze in keuzes]) or zoek([keuze.banden.keys() for keuze in keuzes])
    return max(
        kan_weg, key=lambda paar: (stuk.per_code[paar[1]][paar[0]] / stuk.n(paar[1]), -paar[0], paar[1]), default=None
    )
