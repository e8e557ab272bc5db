"""Uitkomsten van narekenen: één methode met de hand, en een eerder verslag opnieuw."""

from dataclasses import dataclass

Invoerwaarde = float | tuple[float, ...] | tuple[tuple[float | None, ...], ...]
Uitkomstwaarde = float | str | None | tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenuitkomst:
    """Eén methode, met de hand nagerekend. `uitkomst` is niet afgerond; `formule` is ingevuld met de invoer."""

    methode: str
    invoer: tuple[tuple[str, Invoerwaarde], ...]
    uitkomst: tuple[tuple[str, Uitkomstwaarde], ...]
    formule: str
    bron: str
