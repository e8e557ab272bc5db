"""Wat er tussen twee versies van een kader veranderde, in zinnen."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from kwaliteit.begrippen.kader import Eis, Kader, Lezer, Norm, Pijler

_KENMERKEN = ("naam", "versie", "bron", "datum", "volledig")


def vergelijk(een: Kader, ander: Kader) -> tuple[str, ...]:
    """Geef per verschil een zin, van `een` naar `ander`; leeg als ze gelijk zijn. Volgorde telt niet als verschil."""
    zinnen = [
        f"Kader: {kenmerk} was {_noem(getattr(een, kenmerk))}, is nu {_noem(getattr(ander, kenmerk))}."
        for kenmerk in _KENMERKEN
        if getattr(een, kenmerk) != getattr(ander, kenmerk)
    ]
    zinnen += _vergelijk_lijst("Pijler", een.pijlers, ander.pijlers)
    zinnen += _vergelijk_lijst("Norm", een.normen, ander.normen)
    zinnen += _vergelijk_lijst("Eis", een.eisen, ander.eisen)
    zinnen += _vergelijk_lijst("Lezer", een.lezers, ander.lezers)
    zinnen += _vergelijk_woorden("Leefgebied", een.leefgebieden, ander.leefgebieden)
    zinnen += _vergelijk_woorden("Partner", een.partners, ander.partners)
    return tuple(zinnen)


def _vergelijk_lijst(
    soort: str, oud: Sequence[Pijler | Norm | Eis | Lezer], nieuw: Sequence[Pijler | Norm | Eis | Lezer]
) -> Iterator[str]:
    oud_per_id = {deel.id: deel for deel in oud}
    nieuw_per_id = {deel.id: deel for deel in nieuw}
    yield from _vergelijk_woorden(soort, tuple(oud_per_id), tuple(nieuw_per_id))
    for naam, deel in nieuw_per_id.items():
        if naam not in oud_per_id:
            continue
        for veld in fields(deel):
            was, is_nu = getattr(oud_per_id[naam], veld.name), getattr(deel, veld.name)
            if was != is_nu:
                yield f"{soort} {naam}: {veld.name} was {_noem(was)}, is nu {_noem(is_nu)}."


def _vergelijk_woorden(soort: str, oud: tuple[str, ...], nieuw: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{soort} {naam} is vervallen." for naam in oud if naam not in nieuw)
    yield from (f"{soort} {naam} is nieuw." for naam in nieuw if naam not in oud)


def _noem(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return f"'{waarde}'"
