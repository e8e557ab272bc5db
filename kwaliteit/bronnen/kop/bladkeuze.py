"""Op welk blad de antwoorden staan. Dezelfde keuze voor `verslag`, `inspecteer` en `koppel`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from kwaliteit.bestanden.ruw import LEEG, Onleesbaar, Ruwbestand, Ruwblad, Weigering
from kwaliteit.bronnen.kop.indeling import Bovenkant, bekijk, deel_bovenkant_in
from kwaliteit.bronnen.kop.kop import Kop, heeft_vragen, maak_kop
from kwaliteit.bronnen.kop.wegwijzer import Wegwijzer

ALLEEN_FOUTEN = Weigering(
    wat="Op dit blad staan alleen cellen met een fout van het rekenblad.",
    verwacht="een kopregel met daaronder één rij per persoon",
    doe_dit="Herstel de formules, of exporteer de antwoorden opnieuw.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnderBlad:
    """Een blad met inhoud dat niet gekozen is. `heeft_vragen`: er staan zo te zien ook antwoorden op."""

    naam: str
    heeft_vragen: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class Bladkeuze:
    """Het gekozen blad met zijn kop, en de andere bladen in de volgorde van het bestand.

    `ruwblad` is het blad zoals het in het bestand staat; `blad` is wat mensen invulden.
    """

    ruwblad: Ruwblad
    kop: Kop
    andere: tuple[AnderBlad, ...]

    @cached_property
    def blad(self) -> Ruwblad:
        """Het blad zonder wat de enquêtetool zelf aan de tekst van een antwoord deed."""
        return _maak_schoon(self.ruwblad, self.kop.dialect.schoon)


class Bladkiezer:
    """Kiest een blad uit een bestand; wat niet van de vragenlijst afhangt, wordt één keer bekeken."""

    def __init__(self, ruw: Ruwbestand) -> None:
        self._ruw = ruw
        self._boven: list[tuple[Ruwblad, Bovenkant | Onleesbaar]] = []
        for blad in ruw.bladen:
            if blad.aantal_rijen:
                try:
                    self._boven.append((blad, bekijk(blad, ruw.soort)))
                except Onleesbaar as fout:
                    self._boven.append((blad, fout))

    def kies(self, wegwijzer: Wegwijzer) -> Bladkeuze:
        """Kies het blad met de meeste vragen en bekende kolommen; zijn die er even veel, dan het grootste.

        Ook een blad waarvan geen kop bekend is, kan gekozen worden; `weigering.weiger_kop` zegt of `verslag` het leest.
        Onleesbaar als geen blad een tabel met antwoorden is, of het blad dat dat lijkt geweigerd is.
        """
        gevonden: list[tuple[Ruwblad, Kop]] = []
        geweigerd: list[tuple[int, Onleesbaar]] = []
        for blad, boven in self._boven:
            try:
                if isinstance(boven, Onleesbaar):
                    raise boven
                gevonden.append((blad, maak_kop(deel_bovenkant_in(boven, wegwijzer), wegwijzer)))
            except Onleesbaar as fout:
                geweigerd.append((_meet(blad), fout))
        return _kies_beste(self._ruw, gevonden, geweigerd)


def kies_blad(ruw: Ruwbestand, wegwijzer: Wegwijzer) -> Bladkeuze:
    """Kies het blad waarop de antwoorden staan; zie `Bladkiezer.kies`."""
    return Bladkiezer(ruw).kies(wegwijzer)


def _kies_beste(
    ruw: Ruwbestand, gevonden: list[tuple[Ruwblad, Kop]], geweigerd: list[tuple[int, Onleesbaar]]
) -> Bladkeuze:
    heeft_fouten = any(blad.foutcellen for blad in ruw.bladen)
    reden = max(geweigerd, key=lambda een: een[0], default=(0, Onleesbaar(ALLEEN_FOUTEN if heeft_fouten else LEEG)))
    gekozen = max(gevonden, key=lambda paar: (heeft_vragen(paar[1]), paar[1].punten, _meet(paar[0])), default=None)
    # Een bijblad dat toevallig wel te lezen is, mag niet verbergen dat het blad met de antwoorden geweigerd is.
    if gekozen is None or (not gekozen[1].punten and _meet(gekozen[0]) < reden[0]):
        raise reden[1]
    met_vragen = [blad for blad, kop in gevonden if heeft_vragen(kop)]
    andere = tuple(
        AnderBlad(naam=blad.naam, heeft_vragen=blad in met_vragen)
        for blad in ruw.bladen
        if blad is not gekozen[0] and blad.aantal_rijen
    )
    return Bladkeuze(ruwblad=gekozen[0], kop=gekozen[1], andere=andere)


def _meet(blad: Ruwblad) -> int:
    return blad.aantal_rijen * len(blad.kolommen)


def _maak_schoon(blad: Ruwblad, schoon: Callable[[str], str] | None) -> Ruwblad:
    """Maak elke verschillende tekst één keer schoon."""
    if schoon is None:
        return blad
    kolommen = tuple(
        replace(kolom, waarden=tuple(schoon(cel) if isinstance(cel, str) else cel for cel in kolom.waarden))
        for kolom in blad.kolommen
    )
    return replace(blad, kolommen=kolommen)
