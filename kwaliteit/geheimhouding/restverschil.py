"""Twee versies van een restblok: wat overblijft als een lezer de getoonde onderdelen van het geheel aftrekt.

Elk cijfer apart kan genoeg van een eerdere versie verschillen, terwijl de rest maar één mens groter werd. Een restblok
van onderdelen die in beide versies een getal hebben, moet daarom aan dezelfde eis voldoen als een cijfer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from kwaliteit.begrippen.register import Gepubliceerd
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, Vakken, direct_onder, rest
from kwaliteit.geheimhouding.correcties import lees_codes
from kwaliteit.geheimhouding.rijen import Rij
from kwaliteit.geheimhouding.versies import Soort, Stand, is_een_veilig, lees_rij, lees_stand, stel_samen

Cel = dict[frozenset[str], Stand]
"""Wat een lezer van één onderdeel weet, per vak; buiten een verdeling is er één vak zonder codes."""


def zoek_restverschil(
    indeling: Indeling, rijen: Iterable[Rij], oude: Iterable[Gepubliceerd], soort: Soort, regels: Rekenregels
) -> list[str]:
    """Geef de onderdelen waarvan het restblok te veel van een eerdere versie verschilt.

    De rijen zijn van één indicator en één maat. Eerst telt alleen het aantal mensen, dan ook elk vak.
    """
    nu: dict[str, Cel] = {}
    for rij in rijen:
        _zet(nu.setdefault(rij.onderdeel, {}), rij.categorie, lees_rij(rij, soort))
    versies = _maak_versies(oude, soort)
    vakken = dict.fromkeys(codes for cellen in (nu, *versies) for cel in cellen.values() for codes in cel)
    gevonden: set[str] = set()
    for codes in (None, *vakken):
        toen = [_tel(cellen, codes) for cellen in versies]
        gevonden.update(_zoek(indeling, _tel(nu, codes), toen, soort, regels))
    return [knoop for knoop in indeling.onderdelen if knoop in gevonden]


def _zoek(
    indeling: Indeling, nu: Tellingen, versies: Sequence[Tellingen], soort: Soort, regels: Rekenregels
) -> Iterator[str]:
    """Geef de onderdelen met een onveilig restblok; waar elk getal al eens zo in een versie stond, is niets nieuws."""
    blokken: dict[tuple[str, tuple[str, ...]], list[Stand]] = {}
    for toen in versies:
        for knoop, delen in direct_onder(indeling, nu.keys() & toen.keys()).items():
            if delen:
                blokken.setdefault((knoop, tuple(delen)), []).append(_lees_rest(toen, knoop, delen))
    for (knoop, onder), oude in blokken.items():
        is_nieuw = any(all(nu[deel] != toen.get(deel) for toen in versies) for deel in (knoop, *onder))
        if is_nieuw and not is_een_veilig(oude, _lees_rest(nu, knoop, onder), soort, regels):
            yield knoop


def _lees_rest(tellingen: Tellingen, knoop: str, onder: Iterable[str]) -> Stand:
    n, *gunstig = rest(tellingen, knoop, onder)
    return Stand(is_band=False, n=n, x=gunstig[0] if gunstig else None)


def _tel(cellen: Mapping[str, Cel], codes: frozenset[str] | None) -> Tellingen:
    """Geef per onderdeel (aantal mensen, aantal in dit vak), of zonder codes alleen het aantal mensen."""
    geteld = {plek: _tel_vak(cel, codes) for plek, cel in cellen.items() if cel}
    return {plek: vakken for plek, vakken in geteld.items() if vakken is not None}


def _tel_vak(cel: Cel, codes: frozenset[str] | None) -> Vakken | None:
    if codes is None:
        return (_noem_aantal(cel),)
    # Een vak kan ook de som zijn van kleinere vakken in een fijnere verdeling.
    los = {naam: [stand] for naam, stand in cel.items()}
    standen = los.get(codes) or (stel_samen(codes, los) if codes else ())
    return next(((stand.n or 0, stand.x) for stand in standen if stand.x is not None), None)


def _noem_aantal(cel: Cel) -> int:
    """Het aantal mensen; in een cel met iets erin is dat overal hetzelfde."""
    return next(iter(cel.values())).n or 0


def _maak_versies(oude: Iterable[Gepubliceerd], soort: Soort) -> list[dict[str, Cel]]:
    """Geef wat er na elke publicatie stond.

    Het register noemt niet elke publicatie apart. Een andere datum is een nieuwe versie, en hetzelfde cijfer nog eens
    ook. Van een eerder jaar komt er alleen bij wat veranderde; de rest bleef zoals het was.
    """
    versies: list[dict[str, Cel]] = []
    gezien: set[tuple[str, str]] = set()
    op: date | None = None
    for oud in sorted(oude, key=lambda een: (een.op or date.min, een.regel)):
        if not versies or oud.op != op or (oud.plek, oud.categorie) in gezien:
            versies.append({plek: dict(cel) for plek, cel in versies[-1].items()} if versies else {})
            gezien, op = set(), oud.op
        gezien.add((oud.plek, oud.categorie))
        stand = lees_stand(oud.status, oud.teller, oud.noemer, oud.waarde, soort)
        _zet(versies[-1].setdefault(oud.plek, {}), oud.categorie, stand)
    return versies


def _zet(cel: Cel, categorie: str, stand: Stand | None) -> None:
    """Zet een vak in een cel; woorden halen het weg, en een ander aantal mensen alles wat er stond."""
    codes = lees_codes(categorie)
    if stand is None and not codes:
        cel.clear()
    if stand is None or stand.n is None:
        cel.pop(codes, None)
        return
    if cel and _noem_aantal(cel) != stand.n:
        cel.clear()
    cel[codes] = stand
