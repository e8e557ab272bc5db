"""Het voorstel voor een koppeling: wat het programma van elke kolom denkt, voor een mens om na te zien."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kwaliteit.begrippen.doelgroep import Doelgroep


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzemogelijkheid:
    """Iets waar een mens uit kan kiezen: bij een kolom een vraag of rol, bij een antwoord een code of reden."""

    doel: str
    tekst: str
    score: float = 0.0
    mag_vaker: bool = False
    """Een rol, of een vraag met een kolom per antwoord, kan bij meer kolommen horen."""
    bezet: str = ""
    """De kolom die deze vraag al heeft, zoals "kolom S ('Ik voel mij thuis.')"; leeg als zij nog vrij is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelregel:
    """Eén regel van de koppeling: een kop of een antwoord, en waar dat bij hoort.

    `onder` is leeg bij een kop, en de vraag of schaal bij een antwoord. `doel` is leeg zolang niemand koos; de regel
    komt dan als opmerking in het bestand. `uitleg` komt erachter. Bij `is_twijfel` moet een mens kijken. `aantal`: zo
    vaak staat een antwoord in het bestand.
    """

    kop: str
    doel: str
    onder: str = ""
    letter: str = ""
    uitleg: str = ""
    is_twijfel: bool = False
    mogelijk: tuple[Keuzemogelijkheid, ...] = ()
    aantal: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelvoorstel:
    """Alles wat aan een koppeling toe te voegen is; `vragen` zijn alle doelen die een mens mag noemen.

    `is_standaardlijst`: deze vragenlijst geldt ook als niemand haar noemt.
    """

    bestand: str
    groep: Doelgroep
    vragenlijst: str
    regels: tuple[Koppelregel, ...]
    vragen: tuple[Keuzemogelijkheid, ...]
    bekend: int = 0
    """Zoveel kolommen noemt de bestaande koppeling al."""
    is_standaardlijst: bool = True


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
    vanzelf gevonden wordt; `plakplek` zegt waar. `nieuwe_naam` is de bestandsnaam waarmee dat niet hoeft, leeg als die
    er niet is. `is_gestopt`: de gebruiker stopte, er is niets geschreven.
    """

    voorstel: Koppelvoorstel
    schrijfwijze: Schrijfwijze
    pad: Path
    map_: Path
    jaar: int | None
    overgenomen: str = ""
    kwaliteit_yaml: str = ""
    plakplek: str = ""
    nieuwe_naam: str = ""
    is_gestopt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiesvraag:
    """Eén vraag aan een mens: waar hoort deze regel bij? Dit is nummer `nummer` van `aantal`."""

    regel: Koppelregel
    mogelijk: tuple[Keuzemogelijkheid, ...]
    nummer: int
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiezer:
    """Hoe een mens beslist. `kies` geeft een doel, of "" voor later; `bevestig` of alle voorgestelde woorden kloppen.

    Beide geven None als de mens stopt.
    """

    kies: Callable[[Kiesvraag], str | None]
    bevestig: Callable[[tuple[Koppelregel, ...]], bool | None]
