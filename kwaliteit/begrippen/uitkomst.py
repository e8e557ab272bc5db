"""Wat een opdracht oplevert; de cli maakt er een scherm of JSON van."""

from dataclasses import dataclass
from pathlib import Path

from kwaliteit.begrippen.bevinding import Bevinding, heeft_ernstige
from kwaliteit.begrippen.fout import Afsluitcode


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronsamenvatting:
    """Wat er uit één bron van het verslagjaar is gelezen."""

    bestand: str
    doelgroep: str
    respondenten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """Resultaat van `verslag`, `controleer` of `indicatoren`.

    `uitvoer` zijn de geschreven bestanden; `opzij` en `vervallen` zijn wat er van de vorige keer niet meer bij staat
    (zie `Geschreven`). `openbaar_vervangen` is onwaar als de openbare map niet is aangeraakt.
    `dekking` zijn de regels (naam, stand) over de eisen aan het verslag en over bron × pijler.
    """

    opdracht: str
    jaar: int
    bevindingen: tuple[Bevinding, ...]
    bronnen: tuple[Bronsamenvatting, ...]
    uitvoer: tuple[Path, ...] = ()
    opzij: tuple[Path, ...] = ()
    vervallen: tuple[str, ...] = ()
    openbaar_vervangen: bool = False
    dekking: tuple[tuple[str, str], ...] = ()
    streng: bool = False

    @property
    def afsluitcode(self) -> Afsluitcode:
        """1 als er ernstige bevindingen zijn en de gebruiker streng vroeg, anders 0."""
        if self.streng and heeft_ernstige(self.bevindingen):
            return Afsluitcode.ERNSTIGE_BEVINDINGEN
        return Afsluitcode.GOED
