"""Welke getallen van één kant meetellen: genoeg antwoorden, en getoond in de openbare cijfers (rekenregels 6.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Cijfer, Maat, Meting, Weging
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.rekenregels import Rekenregels


@dataclass(frozen=True, slots=True)
class Aandeel:
    """x van de n antwoorden waren gunstig, uit de openbare tabel."""

    x: int
    n: int


@dataclass(frozen=True, slots=True)
class Gewogen:
    """Een gewogen deel gunstig zoals het openbaar is, met het effectieve aantal antwoorden."""

    waarde: float
    effectief: float
    n: int


@dataclass(frozen=True, slots=True)
class Gemiddelde:
    """Een gemiddelde, score of nps van n antwoorden met zijn standaardafwijking, niet afgerond."""

    waarde: float
    afwijking: float
    n: int


Getallen: TypeAlias = Aandeel | Gewogen | Gemiddelde

Wegingen: TypeAlias = Mapping[tuple[int, Doelgroep, str], Weging]
"""De weging van de hele organisatie per (jaar, groep, vraag-id), voor gewogen groepen."""

Binnen: TypeAlias = Mapping[tuple[int, Doelgroep, str, Maat], Cijfer]
"""Het interne cijfer van de hele organisatie per (jaar, groep, vraag-id, maat), alleen van maten met een spreiding."""


def zoek_binnen(metingen: Iterable[Meting], wortel: str) -> Binnen:
    """Leg de interne cijfers klaar waar Welch mee rekent."""
    gevonden: dict[tuple[int, Doelgroep, str, Maat], Cijfer] = {}
    for meting in metingen:
        if meting.onderdeel == wortel:
            gevraagd = meting.gevraagd
            for cijfer in meting.cijfers:
                if cijfer.afwijking is not None:
                    gevonden[gevraagd.jaar, gevraagd.doelgroep, gevraagd.vraag.id, cijfer.maat] = cijfer
    return gevonden


def zoek_wegingen(metingen: Iterable[Meting]) -> Wegingen:
    """Leg de wegingen klaar; een ongewogen groep heeft er geen."""
    return {
        (meting.gevraagd.jaar, meting.gevraagd.doelgroep, meting.gevraagd.vraag.id): meting.weging
        for meting in metingen
        if meting.weging is not None
    }


def neem_deel(cijfer: OpenbaarCijfer | None, wegingen: Wegingen, regels: Rekenregels) -> Aandeel | Gewogen | None:
    """Geef het openbare deel gunstig, gewogen of niet; None als deze kant niet meetelt."""
    if cijfer is None or cijfer.doelgroep is None or cijfer.teller is not None:
        return neem_aandeel(cijfer, regels)
    weging = wegingen.get((cijfer.jaar, cijfer.doelgroep, cijfer.indicator))
    if cijfer.status is not Status.GETOOND or cijfer.waarde is None or cijfer.noemer is None:
        return None
    return None if weging is None else Gewogen(cijfer.waarde, weging.effectief, cijfer.noemer)


def neem_aandeel(cijfer: OpenbaarCijfer | None, regels: Rekenregels) -> Aandeel | None:
    """Geef de openbare aantallen; None als deze kant niet meetelt."""
    if cijfer is None or cijfer.status is not Status.GETOOND or cijfer.teller is None or cijfer.noemer is None:
        return None
    return Aandeel(cijfer.teller, cijfer.noemer) if cijfer.noemer >= regels.procent_vanaf else None


def neem_gemiddelde(cijfer: OpenbaarCijfer, binnen: Binnen, regels: Rekenregels) -> Gemiddelde | None:
    """Geef het interne cijfer als het openbare getoond is; None als deze kant niet meetelt.

    Is het openbare cijfer niet de afronding van het interne, dan is een eerder cijfer gehouden (een correctie) en is de
    spreiding daarvan niet bekend.
    """
    if cijfer.status is not Status.GETOOND or cijfer.doelgroep is None:
        return None
    intern = binnen.get((cijfer.jaar, cijfer.doelgroep, cijfer.indicator, cijfer.maat))
    if intern is None or intern.afwijking is None or not _is_afronding(cijfer, intern):
        return None
    if intern.noemer < regels.procent_vanaf:
        return None
    return Gemiddelde(intern.waarde, intern.afwijking, intern.noemer)


def _is_afronding(openbaar: OpenbaarCijfer, intern: Cijfer) -> bool:
    """Openbaar heeft een gemiddelde één cijfer achter de komma; een score en een nps zijn hele punten."""
    stap = 0.1 if openbaar.maat is Maat.GEMIDDELDE else 1.0
    verschil = None if openbaar.waarde is None else abs(openbaar.waarde - intern.waarde)
    return openbaar.noemer == intern.noemer and verschil is not None and verschil <= stap / 2 + 1e-9


def neem_rest(geheel: Aandeel, deel: Aandeel, regels: Rekenregels) -> Aandeel | None:
    """Geef het geheel zonder het deel, als dat zelf getoond mag worden: genoeg antwoorden, en geen band."""
    x, n = geheel.x - deel.x, geheel.n - deel.n
    mag = n >= regels.procent_vanaf and regels.band <= x <= n - regels.band
    return Aandeel(x, n) if mag else None
