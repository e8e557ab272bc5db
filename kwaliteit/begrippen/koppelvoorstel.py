"""Het voorstel voor een koppeling: wat het programma van elke kolom denkt, voor een mens om na te zien."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzemogelijkheid:
    """Iets waar een mens uit kan kiezen: bij een kolom een vraag of rol, bij een antwoord een code of reden."""

    doel: str
    tekst: str
    score: float = 0.0
    mag_vaker: bool = False
    """Een rol, of een vraag met een kolom per antwoord, kan bij meer kolommen horen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelregel:
    """Eén regel van de koppeling: een kop of een antwoord, en waar dat bij hoort.

    `onder` is leeg bij een kop, en de vraag of schaal bij een antwoord. `doel` is leeg zolang niemand koos; de regel
    komt dan als opmerking in het bestand. `uitleg` komt erachter. Bij `is_twijfel` moet een mens kijken.
    """

    kop: str
    doel: str
    onder: str = ""
    letter: str = ""
    uitleg: str = ""
    is_twijfel: bool = False
    mogelijk: tuple[Keuzemogelijkheid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelvoorstel:
    """Alles wat aan een koppeling toe te voegen is; `vragen` zijn alle doelen die een mens mag noemen."""

    bestand: str
    groep: Doelgroep
    vragenlijst: str
    regels: tuple[Koppelregel, ...]
    vragen: tuple[Keuzemogelijkheid, ...]
    bekend: int = 0
    """Zoveel kolommen noemt de bestaande koppeling al."""


class Schrijfwijze(StrEnum):
    """Hoe de koppeling op schijf kwam."""

    NIEUW = "nieuw"
    AANGEVULD = "aangevuld"
    ERNAAST = "ernaast"
    NIETS = "niets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppeluitkomst:
    """Resultaat van `koppel`. `map_` is de werkmap, `overgenomen` de koppeling waaruit eerdere regels komen.

    `kwaliteit_yaml` zijn de regels die nog in kwaliteit.yaml moeten staan om de koppeling te gebruiken; leeg als zij
    vanzelf gevonden wordt. `is_gestopt`: de gebruiker stopte, er is niets geschreven.
    """

    voorstel: Koppelvoorstel
    schrijfwijze: Schrijfwijze
    pad: Path
    map_: Path
    jaar: int | None
    overgenomen: str = ""
    kwaliteit_yaml: str = ""
    is_gestopt: bool = False
    bevindingen: tuple[Bevinding, ...] = ()


Kiezer = Callable[[Koppelregel, tuple[Keuzemogelijkheid, ...]], str | None]
"""Vraagt een mens waar een twijfelachtige regel bij hoort: een doel, "" voor openlaten, of None om te stoppen."""
