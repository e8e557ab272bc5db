"""Verbeteracties: wat is beloofd, waarom, door wie, en wat ervan kwam."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Actiestatus(StrEnum):
    """De stand van een actie in een jaar."""

    KLAAR = "klaar"
    LOOPT = "loopt"
    LATER = "later"
    DEELS = "deels"
    GESTOPT = "gestopt"
    NIET_GELUKT = "niet gelukt"

    @property
    def vraagt_reden(self) -> bool:
        """Bij alles behalve `klaar` en `loopt` hoort een toelichting."""
        return self not in (Actiestatus.KLAAR, Actiestatus.LOOPT)


def noem_stand(status: Actiestatus | None) -> str:
    """Geef de stand in woorden, zonder hoofdletter: "klaar", "later dan gepland", "geen stand gemeld"."""
    if status is None:
        return "geen stand gemeld"
    return "later dan gepland" if status is Actiestatus.LATER else status.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """De stand in één jaar, met toelichting in eigen woorden (leeg als die er niet is)."""

    status: Actiestatus
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """Wanneer een actie gelukt is: indicator of kengetal met een ondergrens (fractie of cijfer), of een datum."""

    indicator: str | None = None
    doelgroep: str | None = None
    minstens: float | None = None
    datum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """Een belofte. `beloofd_in` is het verslagjaar waarin zij in de vooruitblik stond; `waar` is bestand en regel.

    `wat_waar` en (per jaar) `toelichting_waar` zijn bestand en regel van die woorden zelf.
    """

    id: str
    wat: str
    waarom: tuple[str, ...]
    wie: str
    beloofd_in: int
    klaar_op: date
    gelukt_als: Doel | None
    stand: Mapping[int, Stand]
    waar: str
    wat_waar: str = ""
    toelichting_waar: Mapping[int, str] = field(default_factory=dict)

    def is_afgerond_voor(self, jaar: int) -> bool:
        """Waar als in een eerder jaar al klaar, gestopt of niet gelukt is gemeld."""
        afgerond = (Actiestatus.KLAAR, Actiestatus.GESTOPT, Actiestatus.NIET_GELUKT)
        return any(stand.status in afgerond for eerder, stand in self.stand.items() if eerder < jaar)

    def is_open_in(self, jaar: int) -> bool:
        """Waar als de belofte van vóór dit jaar is en nog een status over dit jaar moet krijgen."""
        return self.beloofd_in < jaar and not self.is_afgerond_voor(jaar)
