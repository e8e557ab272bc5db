"""Alles bij elkaar: de meegeleverde bestanden, met daaroverheen die van de organisatie."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek, Vragenlijst
from kwaliteit.vragenlijsten.gebreken import maak_gebrek
from kwaliteit.vragenlijsten.kengetallen import lees_kengetallen
from kwaliteit.vragenlijsten.lijst import lees_vragenlijst
from kwaliteit.vragenlijsten.spiegels import lees_spiegels

T = TypeVar("T")

_MEEGELEVERD = Path(__file__).parent
_KENGETALLEN = "kengetallen"
_SPIEGEL = "spiegel"
_GEEN_LIJST = (_KENGETALLEN, _SPIEGEL)


def lees_bibliotheek(eigen_map: Path | None) -> Vragenbibliotheek:
    """Lees de meegeleverde lijsten en die in `eigen_map`; alle gebreken van alle bestanden samen zijn één WerkmapFout.

    Een eigen lijst met de naam van een meegeleverde vervangt die. Een eigen `kengetallen.yaml` of `spiegel.yaml` vult
    aan; een gelijk id vervangt. Een map die er niet is, telt als leeg.
    """
    meegeleverd = _lees_meegeleverd()
    gebreken: list[Gebrek] = []
    paden = _vind_bestanden(eigen_map, gebreken) if eigen_map is not None and eigen_map.is_dir() else {}
    spiegels, kengetallen = meegeleverd.spiegels, meegeleverd.kengetallen
    if _SPIEGEL in paden:
        eigen_spiegels = _probeer(partial(lees_spiegels, paden[_SPIEGEL]), gebreken) or ()
        spiegels = _vervang(spiegels, eigen_spiegels, lambda spiegel: spiegel.id)
    if _KENGETALLEN in paden:
        eigen_kengetallen = _probeer(partial(lees_kengetallen, paden[_KENGETALLEN]), gebreken) or ()
        kengetallen = _vervang(kengetallen, eigen_kengetallen, lambda kengetal: kengetal.id)
    ids = [spiegel.id for spiegel in spiegels]
    gelezen = [
        _probeer(partial(lees_vragenlijst, pad, spiegels=ids), gebreken)
        for stam, pad in paden.items()
        if stam not in _GEEN_LIJST
    ]
    lijsten = [lijst for lijst in gelezen if lijst is not None]
    gebreken += _keur_vervanging(lijsten, meegeleverd)
    if gebreken:
        raise WerkmapFout(*gebreken)
    return Vragenbibliotheek(
        vragenlijsten=_sorteer(_vervang(meegeleverd.vragenlijsten, lijsten, lambda lijst: lijst.naam)),
        kengetallen=kengetallen,
        spiegels=spiegels,
        eigen=frozenset(lijst.naam for lijst in lijsten),
        controlegetallen={
            f"{pad.parent.name}/{pad.name}": hashlib.sha256(pad.read_bytes()).hexdigest() for pad in paden.values()
        },
    )


@cache
def _lees_meegeleverd() -> Vragenbibliotheek:
    spiegels = lees_spiegels(_MEEGELEVERD / f"{_SPIEGEL}.yaml")
    ids = [spiegel.id for spiegel in spiegels]
    paden = [pad for pad in sorted(_MEEGELEVERD.glob("*.yaml")) if pad.stem not in _GEEN_LIJST]
    return Vragenbibliotheek(
        vragenlijsten=_sorteer(lees_vragenlijst(pad, spiegels=ids) for pad in paden),
        kengetallen=lees_kengetallen(_MEEGELEVERD / f"{_KENGETALLEN}.yaml"),
        spiegels=spiegels,
    )


def _vind_bestanden(map_: Path, gebreken: list[Gebrek]) -> Mapping[str, Path]:
    """Geef de YAML-bestanden per naam zonder uitgang, gesorteerd; verborgen bestanden tellen niet mee."""
    gevonden: dict[str, Path] = {}
    try:
        paden = sorted(map_.iterdir())
    except OSError:
        gebreken.append(
            maak_gebrek(
                "vragenlijsten/", "deze map is niet te openen", "een leesbare map", "Controleer de rechten van de map."
            )
        )
        return {}
    for pad in paden:
        if pad.name.startswith(".") or pad.suffix.lower() not in (".yaml", ".yml"):
            continue
        if pad.stem in gevonden:
            gebreken.append(
                maak_gebrek(
                    f"vragenlijsten/{pad.name}",
                    f"er is ook een bestand '{gevonden[pad.stem].name}'",
                    "één bestand per lijst",
                    "Haal een van de twee bestanden weg.",
                )
            )
            continue
        gevonden[pad.stem] = pad
    return gevonden


def _probeer(lees: Callable[[], T], gebreken: list[Gebrek]) -> T | None:
    try:
        return lees()
    except WerkmapFout as fout:
        gebreken += fout.gebreken
        return None


def _vervang(oud: Iterable[T], nieuw: Iterable[T], sleutel: Callable[[T], str]) -> tuple[T, ...]:
    """Zet `nieuw` over `oud` heen, op de plek van wie dezelfde sleutel heeft; de rest komt erachter."""
    samen = {sleutel(een): een for een in oud}
    samen.update((sleutel(een), een) for een in nieuw)
    return tuple(samen.values())


def _keur_vervanging(lijsten: Iterable[Vragenlijst], meegeleverd: Vragenbibliotheek) -> Iterator[Gebrek]:
    groepen = {lijst.naam: lijst.doelgroep for lijst in meegeleverd.vragenlijsten}
    for lijst in lijsten:
        groep = groepen.get(lijst.naam, lijst.doelgroep)
        if lijst.doelgroep is not groep:
            yield maak_gebrek(
                f"vragenlijsten/{lijst.naam}.yaml",
                f"deze lijst vervangt de meegeleverde, maar is voor de doelgroep {lijst.doelgroep}",
                f"doelgroep: {groep}",
                "Verbeter de doelgroep, of geef de lijst een eigen naam.",
            )


def _sorteer(lijsten: Iterable[Vragenlijst]) -> tuple[Vragenlijst, ...]:
    return tuple(sorted(lijsten, key=lambda lijst: (lijst.doelgroep.rangorde, lijst.naam)))
