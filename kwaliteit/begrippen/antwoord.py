"""Wat mensen antwoordden, in codes, met van elk antwoord de plaats waar het stond.

Alleen voor de kamers vóór de openbaarheidsgrens: `weergave` mag dit bestand niet importeren.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenlijst


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """Waar antwoorden vandaan komen. `kopregel` is het 1-gebaseerde rijnummer van de (laatste) kopregel."""

    bestand: str
    blad: str
    dialect: str
    sha256: str
    kopregel: int
    jaar: int
    doelgroep: Doelgroep


class Afwijkingsoort(StrEnum):
    """Waarom een cel geen waarde werd."""

    BUITEN_SCHAAL = "buiten schaal"
    ONBEKEND_LABEL = "onbekend label"
    FOUTCEL = "foutcel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijking:
    """Eén cel die niet past. De inhoud van de cel staat er bewust niet bij."""

    soort: Afwijkingsoort
    vraag: Vraag
    cel: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Antwoordkolom:
    """De antwoorden op één vraag, op volgorde van de respondenten.

    `plaats[i]` is de plaats van de code in `vraag.schaal.codes` (0 en hoger), of een `Reden` (negatief). Bij een schaal
    zonder codes is `plaats[i]` 0 als er een getal is, en staat het getal in `getal[i]` (anders NaN). Bij een
    meerkeuzevraag is `plaats[i]` 0 als er iets gekozen is, en zegt `gekozen[i, plek]` of de code op die plek erbij is.
    `kolomletter` is dan de eerste kolom van de vraag.
    """

    vraag: Vraag
    kolomletter: str
    plaats: NDArray[np.int16]
    getal: NDArray[np.float64] | None = None
    gekozen: NDArray[np.bool_] | None = None


class Kopiesoort(StrEnum):
    """Wat er in een kolom van een gemarkeerde kopie staat."""

    ANTWOORD = "antwoord"
    LOCATIE = "locatie"
    RESPONDENT = "respondent"
    LEEG = "leeg"


ZIE_BRON = "zie bron"
"""Staat in een gemarkeerde kopie op de plek van tekst die niet herhaald wordt."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Kopiekolom:
    """Eén kolom van een gemarkeerde kopie. `plaats[i]` is de plaats in `waarden` bij `Bronkopie.rijen[i]`.

    `waarden` bevat alleen wat herhaald mag worden; al het andere is leeg of ZIE_BRON. Bij soort LEEG staat er niets
    onder de kop, en zegt `uitleg` waarom.
    """

    kolomletter: str
    koppen: tuple[str, ...]
    soort: Kopiesoort
    uitleg: str = ""
    waarden: tuple[str | int | float, ...] = ()
    plaats: NDArray[np.int32] | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Bronkopie:
    """Wat van een bron herhaald mag worden om aan te wijzen waar het mis ging; op dezelfde cellen als in de bron.

    `eerste_koprij` is het 1-gebaseerde rijnummer van de eerste kopregel. `rijen` zijn rijnummers in de bron. Bij een
    groot blad (`is_deel`) staan daar alleen de eerste rijen waarin iets mis is.
    """

    bestand: str
    blad: str
    jaar: int
    eerste_koprij: int
    kolommen: tuple[Kopiekolom, ...]
    rijen: NDArray[np.int64]
    is_deel: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Antwoordblad:
    """Alle antwoorden uit één bron: één doelgroep, één jaar.

    `rijen[i]` is het rijnummer in de bron van respondent i. `locatie[i]` is de plaats in `locaties`, of -1 als er geen
    (bekende) locatie bij staat. `respondent` is het nummer uit de bron, alleen om dubbele te vinden; leeg als de bron
    er geen heeft. Respondenten zonder enige inhoud staan er niet in. Wie deelnam volgt uit de antwoorden.
    """

    bron: Bron
    vragenlijst: Vragenlijst
    rijen: NDArray[np.int64]
    kolommen: Mapping[str, Antwoordkolom]
    locaties: tuple[str, ...]
    locatie: NDArray[np.int16]
    respondent: tuple[str, ...]
    onbekende_locaties: tuple[str, ...]
    afwijkingen: tuple[Afwijking, ...]
    cellen_onbekende_locatie: tuple[str, ...] = ()
    """Elke cel met een onbekende locatienaam, op rij, zoals "B14"; de naam zelf kan een antwoord zijn."""
    locatiekolom: str = ""
    """De letter van de kolom met de locatie; leeg als die kolom er niet is."""
    lijkt_locatie: str = ""
    """Is die kolom er niet: de letter van een kolom waarin wel vooral namen van locaties staan."""
    meer_afwijkingen: Mapping[tuple[str, Afwijkingsoort], int] = field(default_factory=dict)
    """Per vraag-id en soort: hoeveel cellen nog meer niet passen dan in `afwijkingen` staan."""
    gewicht: NDArray[np.float64] | None = None
    """Hoe zwaar elke respondent telt, boven nul; None als er geen (bruikbare) gewichten zijn."""
    kopie: Bronkopie | None = None
    """Alleen als er een cel is om aan te wijzen. Twee bladen uit één bron delen dezelfde kopie."""

    @property
    def aantal(self) -> int:
        """Aantal rijen met een respondent (nog niet: deelnemers)."""
        return len(self.rijen)

    def beantwoord(self) -> NDArray[np.int16]:
        """Per respondent het aantal getelde vragen met een waarde."""
        som = np.zeros(self.aantal, dtype=np.int16)
        for kolom in self._getelde_kolommen():
            som += kolom.plaats >= 0
        return som

    def deelnemers(self) -> NDArray[np.bool_]:
        """Per respondent of die deelnam: een waarde gaf op minstens één getelde vraag, of iets koos bij meerkeuze."""
        deed_mee = self.beantwoord() > 0
        for kolom in self.kolommen.values():
            if kolom.gekozen is not None and kolom.vraag.is_gemeten:
                deed_mee |= kolom.plaats >= 0
        return deed_mee

    def volledig(self, vanaf: float) -> NDArray[np.bool_]:
        """Per respondent of die minstens de fractie `vanaf` van de getelde vragen in dit blad beantwoordde.

        Meerkeuze doet hier niet mee: niets kiezen kan daar ook een antwoord zijn.
        """
        beantwoord = self.beantwoord()
        return (beantwoord > 0) & (beantwoord / max(len(self._getelde_kolommen()), 1) >= vanaf)

    def _getelde_kolommen(self) -> list[Antwoordkolom]:
        return [kolom for kolom in self.kolommen.values() if kolom.vraag.schaal.soort.is_geteld]

    def cel(self, vraag_id: str, respondent: int) -> str:
        """De cel waar het antwoord stond, zoals "F12"."""
        return f"{self.kolommen[vraag_id].kolomletter}{self.rijen[respondent]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kengetalregel:
    """Eén regel uit de kengetallen. `onderdeel` is een locatie-id, of None voor de hele organisatie.

    `bronnen` geeft alleen regels die bij hun kengetal passen: geen aantal onder nul, een noemer (niet nul) behalve bij
    een aantal, en bij een verhouding een teller die niet groter is dan de noemer.
    """

    jaar: int
    kengetal: str
    onderdeel: str | None
    teller: int
    noemer: int | None
    toelichting: str
    bestand: str
    cel: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Leesresultaat:
    """Wat er in alle bronnen stond, met wat het lezen zelf opviel."""

    bladen: tuple[Antwoordblad, ...]
    kengetallen: tuple[Kengetalregel, ...]
    bevindingen: tuple[Bevinding, ...]
    controlegetallen: Mapping[str, str]
    """Bestand (pad binnen de werkmap) -> sha256, voor `herkomst.json`."""
    kengetalkopieen: tuple[Bronkopie, ...] = ()
    """Van elk bestand met kengetallen waarin een cel niet klopt."""
