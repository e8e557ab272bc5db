"""REDCap, Castor en SPSS."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyreadstat
from pyreadstat.pyclasses import MissingRange

from kwaliteit.begrippen.doelgroep import Reden
from tests.exporteurs.limesurvey import maak_codes
from tests.exporteurs.tabel import Export, Kenmerk, Opsmuk, Waarde, maak_koppeling, tooi_op
from tests.exporteurs.vragen import (
    CL06,
    ITEMS,
    LOCATIES,
    LOCATIEVRAAG,
    MAILADRES,
    OPEN_VRAAG,
    Antwoord,
    Item,
    Persoon,
    Status,
    Vraagsoort,
)

CODES = {Reden.WEET_NIET: "8", Reden.NVT: "9"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Redcap:
    """Ruwe codes of labels; de koppen zijn de veldnamen."""

    codes: bool

    @property
    def kenmerk(self) -> Kenmerk:
        """Het formulierveld `_complete` zegt wie klaar is; niet getoond is leeg (bij een vinkje zelfs 0)."""
        return Kenmerk(dialect="redcap", kent_onvolledig=True)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export."""
        kop: list[Waarde] = ["record_id", "redcap_survey_identifier", "ervaringen_timestamp", "locatie"]
        for item in ITEMS:
            veld = item.id.lower()
            kop += [f"{veld}___{code}" for code in item.opties] if item is CL06 else [veld]
        kop += ["opmerking", "ervaringen_complete"]
        rijen = []
        for nummer, persoon in enumerate(personen, 1):
            klaar = persoon.status is not Status.ONVOLLEDIG
            moment = "2024-10-03 09:15:27" if klaar else "[not completed]"
            plek = (str(persoon.locatie) if self.codes else LOCATIES[persoon.locatie]) if persoon.locatie else ""
            rij: list[Waarde] = [str(nummer), "", moment, plek]
            for item in ITEMS:
                rij += self._zeg(item, persoon.antwoorden[item.id])
            status = ("2" if klaar else "0") if self.codes else ("Complete" if klaar else "Incomplete")
            rijen.append([*rij, persoon.open, status])
        export = tooi_op([kop], rijen, opsmuk, [persoon.open for persoon in personen])
        koppeling = maak_koppeling(antwoorden=maak_codes("{}", CODES)) if self.codes else ""
        return Export(rijen=export.rijen, koprijen=1, koppeling=koppeling)

    def _zeg(self, item: Item, antwoord: Antwoord) -> list[str]:
        if item is CL06:
            gekozen = antwoord if isinstance(antwoord, frozenset) else frozenset()
            woorden = ("1", "0") if self.codes else ("Checked", "Unchecked")
            return [woorden[0] if code in gekozen else woorden[1] for code in item.opties]
        if antwoord is Reden.NIET_GETOOND or antwoord is Reden.LEEG:
            return [""]
        if item.soort is Vraagsoort.CIJFER:
            return [f"{antwoord}"]
        assert isinstance(antwoord, int)
        if not self.codes:
            return [item.label(antwoord)]
        return [CODES[antwoord] if isinstance(antwoord, Reden) else str(antwoord)]


CASTORREDENEN = {Reden.NVT: "-96", Reden.NIET_GETOOND: "-97", Reden.WEET_NIET: "-98"}
CASTORKOPPEN = (
    "Survey Instance Id",
    "Castor Participant ID",
    "Survey Creation Date",
    "Survey Sent Date",
    "Survey Progress",
    "Survey Completed On",
    "Survey Package Name",
    "Survey Package Id",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Castor:
    """Een enquête uit Castor: één rij per ingevulde enquête. Castor vervangt in de csv elke puntkomma in tekst."""

    vervang_puntkomma: bool
    afsluiter: bool = False
    """Elke rij met antwoorden eindigt op een scheidingsteken, de kop niet."""

    @property
    def kenmerk(self) -> Kenmerk:
        """Alle redenen hebben een eigen code; de voortgang zegt wie klaar is."""
        return Kenmerk(dialect="castor", niet_getoond=Reden.NIET_GETOOND, kent_onvolledig=True)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export."""
        kop: list[Waarde] = [*CASTORKOPPEN, "locatie"]
        for item in ITEMS:
            kop += [f"{item.id}#{label}" for label in item.opties.values()] if item is CL06 else [item.id]
        kop.append("opmerking")
        rijen = []
        for nummer, persoon in enumerate(personen, 1):
            klaar = persoon.status is not Status.ONVOLLEDIG
            rij: list[Waarde] = [f"4FF130AD-{nummer:04d}", f"{110000 + nummer}", "03-10-2024", "03-10-2024"]
            rij += ["100" if klaar else "40", "03-10-2024 09:15:27" if klaar else "", "Tevredenheid 2024", "0761A9BA"]
            rij.append(LOCATIES.get(persoon.locatie, ""))
            for item in ITEMS:
                rij += self._zeg(item, persoon.antwoorden[item.id])
            rijen.append([*rij, persoon.open])
        export = tooi_op([kop], rijen, opsmuk, [persoon.open for persoon in personen])
        schoon = [
            [cel.replace(";", "-") if self.vervang_puntkomma and isinstance(cel, str) else cel for cel in rij]
            for rij in export.rijen
        ]
        if self.afsluiter:
            schoon = [schoon[0], *([*rij, None] for rij in schoon[1:])]
        return Export(rijen=schoon, koprijen=1)

    def _zeg(self, item: Item, antwoord: Antwoord) -> list[str]:
        reden = CASTORREDENEN.get(antwoord) if isinstance(antwoord, Reden) else None
        if item is CL06:
            gekozen = antwoord if isinstance(antwoord, frozenset) else frozenset()
            return [reden or ("1" if code in gekozen else "0") for code in item.opties]
        if isinstance(antwoord, Reden):
            return [reden or ""]
        return [f"{antwoord}"]


SPSSREDENEN = {Reden.WEET_NIET: 97, Reden.NVT: 98, Reden.NIET_GETOOND: 99}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spss:
    """Een sav met labels; weet niet, n.v.t. en niet getoond zijn als ontbrekend opgegeven waarden."""

    @property
    def kenmerk(self) -> Kenmerk:
        """Alle redenen hebben een waarde met een label."""
        return Kenmerk(dialect="spss", niet_getoond=Reden.NIET_GETOOND)

    def schrijf(self, personen: Sequence[Persoon]) -> bytes:
        """De bytes van het bestand."""
        kolommen: dict[str, list[object]] = {
            "respnr": [float(nummer) for nummer in range(1, len(personen) + 1)],
            "email": [MAILADRES for _ in personen],
            "locatie": [float(persoon.locatie) if persoon.locatie else None for persoon in personen],
        }
        labels: dict[str, str | None] = {"respnr": "Respondentnummer", "email": "E-mailadres", "locatie": LOCATIEVRAAG}
        waarden: dict[str, dict[int | float, str]] = {"locatie": {float(code): naam for code, naam in LOCATIES.items()}}
        ontbrekend: dict[str, list[int | float | str | MissingRange]] = {}
        for item in ITEMS:
            antwoorden = [persoon.antwoorden[item.id] for persoon in personen]
            if item is CL06:
                for code, label in item.opties.items():
                    naam = f"{item.id}_{code}"
                    kolommen[naam] = [_zeg_vinkje(antwoord, code) for antwoord in antwoorden]
                    labels[naam] = f"{item.tekst} - {label}"
                    waarden[naam] = {0.0: "niet gekozen", 1.0: "gekozen", 99.0: "niet getoond"}
                    ontbrekend[naam] = [{"lo": 97, "hi": 99}]
                continue
            kolommen[item.id] = [_zeg_getal(antwoord) for antwoord in antwoorden]
            labels[item.id] = f"{item.inleiding} {item.tekst}".strip()
            redenen = {97.0: "weet ik niet", 98.0: "niet van toepassing", 99.0: "niet getoond"}
            waarden[item.id] = {float(code): label for code, label in item.opties.items()} | redenen
            ontbrekend[item.id] = [{"lo": 97, "hi": 99}]
        kolommen["opm"] = [persoon.open for persoon in personen]
        labels["opm"] = OPEN_VRAAG
        tabel = pd.DataFrame(kolommen)
        with tempfile.TemporaryDirectory() as map_:
            pad = Path(map_) / "antwoorden.sav"
            pyreadstat.write_sav(
                tabel.astype(dict.fromkeys(waarden, "float64")),
                str(pad),
                column_labels=labels,
                variable_value_labels=waarden,
                missing_ranges=ontbrekend,
            )
            return pad.read_bytes()


def _zeg_getal(antwoord: Antwoord) -> float | None:
    if isinstance(antwoord, Reden):
        return SPSSREDENEN.get(antwoord)
    assert isinstance(antwoord, int | float)
    return float(antwoord)


def _zeg_vinkje(antwoord: Antwoord, code: int) -> float | None:
    if isinstance(antwoord, Reden):
        return SPSSREDENEN.get(antwoord)
    return float(isinstance(antwoord, frozenset) and code in antwoord)
