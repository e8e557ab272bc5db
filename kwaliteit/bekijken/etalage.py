"""Wat er nu te zien is. De hoofdthread zet neer; de verzoeken lezen en wachten op iets nieuws."""

import hashlib
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from kwaliteit.begrippen.fout import Gebrek
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.voorvertoning import Balkpunt


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitstalling:
    """Eén stand van de etalage. Mislukte de laatste poging (gebreken of een eigen fout), dan zijn de bestanden oud.

    `bestanden` is pad -> inhoud, precies zoals `verslag` ze zou schrijven. `kenmerk` is van elke stand anders, ook na
    een nieuwe start; leeg = er is nog niets gebouwd.
    """

    kenmerk: str = ""
    tijd: str = ""
    bestanden: Mapping[str, bytes] = field(default_factory=dict)
    punten: tuple[Balkpunt, ...] = ()
    gebreken: tuple[Gebrek, ...] = ()
    is_eigen_fout: bool = False

    def merk(self, pad: str) -> str:
        """Geef een kort merk dat met de inhoud van een bestand meeverandert; leeg als het bestand er niet is."""
        inhoud = self.bestanden.get(pad)
        return "" if inhoud is None else hashlib.sha256(inhoud).hexdigest()[:16]


class Etalage:
    """Houdt de laatste uitstalling vast, voor alle threads."""

    def __init__(self) -> None:
        self._wissel = threading.Condition()
        self._nu = Uitstalling()
        self._is_dicht = False
        self._kenmerken = (f"{secrets.token_hex(4)}-{nummer}" for nummer in count(1))

    @property
    def nu(self) -> Uitstalling:
        """De laatste uitstalling."""
        with self._wissel:
            return self._nu

    def stal_uit(self, bestanden: tuple[Uitvoerbestand, ...], punten: tuple[Balkpunt, ...], tijd: str) -> None:
        """Vervang alles: het bouwen is gelukt."""
        inhoud = {bestand.pad: bestand.inhoud for bestand in bestanden}
        self._zet(Uitstalling(bestanden=inhoud, punten=punten, tijd=tijd))

    def meld_mislukt(self, gebreken: tuple[Gebrek, ...], tijd: str) -> None:
        """Laat alles staan en zeg waarom er niets nieuws is; zonder gebreken is het een fout van onszelf."""
        self._zet(replace(self._nu, gebreken=gebreken, is_eigen_fout=not gebreken, tijd=tijd))

    def wacht_op_ander(self, kenmerk: str, seconden: float) -> Uitstalling:
        """Geef de uitstalling zodra zij een ander kenmerk heeft, of na zoveel seconden wat er dan is."""
        with self._wissel:
            self._wissel.wait_for(lambda: self._nu.kenmerk != kenmerk or self._is_dicht, seconden)
            return self._nu

    def sluit(self) -> None:
        """Laat iedereen die wacht gaan."""
        with self._wissel:
            self._is_dicht = True
            self._wissel.notify_all()

    def _zet(self, nieuw: Uitstalling) -> None:
        with self._wissel:
            self._nu = replace(nieuw, kenmerk=next(self._kenmerken))
            self._wissel.notify_all()
