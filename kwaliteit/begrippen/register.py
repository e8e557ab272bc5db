"""Wat eerder gepubliceerd is: cijfers, nooit iets over personen (rekenregels 7.6)."""

from dataclasses import dataclass
from datetime import date

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Gepubliceerd:
    """Eén regel van `register/publicaties.csv`: een cijfer zoals het gepubliceerd is.

    `onderdeel` is de naam van toen. `doelgroep` is None bij een kengetal. `regel` is het regelnummer in het register.
    """

    op: date | None
    jaar: int
    indicator: str
    maat: Maat
    categorie: str
    doelgroep: Doelgroep | None
    onderdeel: str
    reeks: str
    status: Status
    teller: int | None
    noemer: int | None
    waarde: float | None
    regel: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Alle gepubliceerde cijfers van de organisatie, in de volgorde van het bestand; leeg als er niets is."""

    cijfers: tuple[Gepubliceerd, ...] = ()
