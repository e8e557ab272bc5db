"""Wat eerder gepubliceerd is: cijfers, nooit iets over personen (rekenregels 7.6)."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status

REGISTERPAD = PurePosixPath("register/publicaties.csv")
"""Waar het register in de werkmap staat."""

REGISTERKOLOMMEN = (
    "datum",
    "jaar",
    "indicator",
    "maat",
    "categorie",
    "doelgroep",
    "onderdeel",
    "reeks",
    "status",
    "teller",
    "noemer",
    "waarde",
)
"""De kolommen van het register; wie schrijft en wie leest houden zich hieraan."""


def noem_registerschade(regel: int | None = None, wat: str = "dit register is veranderd of beschadigd") -> Gebrek:
    """Geef het gebrek van een register dat niet te lezen is; `regel` is de regel in het bestand, als die bekend is."""
    return Gebrek(
        waar=REGISTERPAD.as_posix() + (f", regel {regel}" if regel else ""),
        wat=wat,
        verwacht=f"een csv met komma's en de kolommen {', '.join(REGISTERKOLOMMEN)}",
        doe_dit="Zet een kopie terug van vóór de wijziging. Bewaar het register niet met Excel.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gepubliceerd:
    """Eén regel van `register/publicaties.csv`: een cijfer zoals het gepubliceerd is.

    `onderdeel` is de naam van toen. `doelgroep` is None bij een kengetal. `regel` is het regelnummer in het register.
    `plek` is het id van het onderdeel in de boom van nu; leeg als daar niets (meer) zo heet.
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
    plek: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Alle gepubliceerde cijfers van de organisatie, in de volgorde van het bestand; leeg als er niets is."""

    cijfers: tuple[Gepubliceerd, ...] = ()


NIETS_GEPUBLICEERD = Register()
"""Er is nog nooit iets gepubliceerd."""
