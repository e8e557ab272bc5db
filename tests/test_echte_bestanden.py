"""Elk echt bestand uit `shared/echte-bestanden`: precies gelezen, of met de goede reden geweigerd.

De bestanden staan naast het project, niet erin. `SOURCES.tsv` zegt per bestand wat een juiste lezer doet; die cijfers
zijn met andere lezers geteld.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kwaliteit.begrippen.inspectie import Besluit, Inspectie, Leesopdracht
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Soort
from kwaliteit.bronnen import inspecteer
from kwaliteit.bronnen.kop.bladkeuze import kies_blad
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING
from kwaliteit.bronnen.kop.wegwijzer import Wegwijzer
from kwaliteit.vragenlijsten import lees_bibliotheek
from tests.bronnen_fabriek import GEDEELD

MAP = GEDEELD / "echte-bestanden"
pytestmark = pytest.mark.skipif(not MAP.is_dir(), reason="de map shared/echte-bestanden staat niet naast het project")

TEKENS = {"puntkomma": ";", "TAB": "\t", ",": ","}
DIALECTNAMEN = {"limesurvey-bewerkt": "limesurvey"}
ZONDER_CELLEN = frozenset({"nare-werkbladen/calamine_errors.xlsx"})
"""Alleen foutcellen: het bestand is te lezen, maar er is niets om in te delen."""
REDENEN = {
    "surveymonkey/NFL_fandom_data-surveymonkey.csv": "kruistabel",
    "limesurvey/export-of-en-and-nl-survey-with-one-question-as-tsv.txt": "structuur",
    "redcap/survey_dictionary.csv": "woordenboek",
    "nare-werkbladen/calamine_no-header.xlsx": "geen kopregel",
    "nare-werkbladen/calamine_pass_protected.xlsx": "wachtwoord",
    "nare-werkbladen/poi_protected_passtika.xlsx": "wachtwoord",
    "nare-werkbladen/poi_password.xls": "wachtwoord",
    "nare-werkbladen/poi_duplicate-filename.xlsx": "hetzelfde",
    "nare-werkbladen/frictionless_merged-cells.xlsx": "samengevoegde cel",
    "nare-werkbladen/readxl_names-need-repair-xlsx.xlsx": "dezelfde kop",
    "nare-werkbladen/phpss_HiddenSheet.xlsx": "verborgen",
    "nare-werkbladen/pycalamine_empty_file.xlsx": "leeg",
    "nare-werkbladen/phpss_charset.ISO-8859-1.html": "webpagina",
    "nare-csv/phpss_NumberFormatTest.de.csv": "velden",
    "nare-csv/phpss_empty.csv": "leeg",
    "nare-csv/csvkit_bad.csv": "Rij 2 heeft 4 velden",
    "nare-csv/csvkit_null_byte.csv": "onleesbare tekens",
}


@dataclass(frozen=True, kw_only=True)
class Verwachting:
    """Wat `SOURCES.tsv` over een bestand zegt."""

    besluit: str
    velden: dict[str, str]
    bladen: dict[str, tuple[int, int]]
    volledig: int | None

    def geef_getal(self, naam: str) -> int | None:
        """Een getal uit de beschrijving, als het er staat."""
        return int(self.velden[naam]) if naam in self.velden else None


def lees_verwachtingen() -> dict[str, Verwachting]:
    """Bestand -> verwachting; leeg als de map er niet is."""
    if not MAP.is_dir():
        return {}
    with (MAP / "SOURCES.tsv").open(encoding="utf-8", newline="") as bron:
        return {
            rij["file"]: lees_verwachting(rij["expected"])
            for rij in csv.DictReader(bron, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


def lees_verwachting(tekst: str) -> Verwachting:
    """Ontleed een regel als "LEES; dialect=vrij; rijen=3; …"."""
    besluit, *delen = tekst.split("; ")
    velden = dict(een.partition("=")[::2] for een in delen if re.match(r"\w+=", een))
    bladen = re.findall(r"(?:=|, )([^=]+?) (\d+)x(\d+)", next((een for een in delen if "zichtbare bladen" in een), ""))
    volledig = re.match(r"\d+", velden.get("volledig", ""))
    return Verwachting(
        besluit=besluit,
        velden=velden,
        bladen={naam: (int(rijen), int(kolommen)) for naam, rijen, kolommen in bladen},
        volledig=int(volledig[0]) if volledig else None,
    )


VERWACHTINGEN = lees_verwachtingen()


@cache
def geef_bibliotheek() -> Vragenbibliotheek:
    return lees_bibliotheek(None)


def bekijk(naam: str) -> Inspectie:
    """Bekijk een bestand zoals `kwaliteit inspecteer` dat doet, zonder te zeggen van wie het is."""
    pad = MAP / Path(naam)
    return inspecteer(Leesopdracht(pad=pad, naam=pad.name), geef_bibliotheek())


def controleer(naam: str, gezien: Inspectie) -> None:
    """Vergelijk wat er gelezen is met wat er hoort te staan."""
    verwacht = VERWACHTINGEN[naam]
    ruw = open_ruw((MAP / Path(naam)).read_bytes())
    dialect = verwacht.velden["dialect"]
    assert gezien.dialect == DIALECTNAMEN.get(dialect, dialect)
    for een, (rijen, kolommen) in verwacht.bladen.items():
        gelezen = next((ander for ander in ruw.bladen if ander.naam == een), None)
        assert gelezen is not None
        assert (gelezen.aantal_rijen, len(gelezen.kolommen)) == (rijen, kolommen)
    if (rijen_ := verwacht.geef_getal("rijen")) is not None:
        assert gezien.rijen == rijen_
    if (kolommen_ := verwacht.geef_getal("kolommen")) is not None:
        assert len(gezien.kolommen) == kolommen_
    if (met_naam := verwacht.geef_getal("kolommen met naam")) is not None:
        kop = kies_blad(ruw, Wegwijzer((), GEEN_KOPPELING)).kop
        assert sum(bool(kolom.kop) for kolom in kop.kolommen) == met_naam
    if (koprijen := verwacht.geef_getal("kopregels")) is not None:
        assert len(gezien.kopregels) == koprijen
    if "scheiding" in verwacht.velden:
        assert gezien.scheidingsteken == TEKENS[verwacht.velden["scheiding"]]
    if "codering" in verwacht.velden:
        assert gezien.codering.casefold() == verwacht.velden["codering"].rstrip("?").casefold()
        assert gezien.codering_gegokt is verwacht.velden["codering"].endswith("?")
    if verwacht.volledig is not None:
        assert gezien.volledig == verwacht.volledig


@pytest.mark.parametrize(
    "naam", [naam for naam, een in VERWACHTINGEN.items() if een.besluit == "LEES" and naam not in ZONDER_CELLEN]
)
def test_een_leesbaar_bestand_wordt_precies_gelezen(naam: str) -> None:
    if VERWACHTINGEN[naam].velden["dialect"] == "spss":
        pytest.importorskip("pyreadstat")
    gezien = bekijk(naam)
    assert gezien.besluit is Besluit.LEES
    assert gezien.besluiten[0].startswith("Zo leest verslag dit bestand nog niet: "), "er staan geen vragen van ons in"
    controleer(naam, gezien)


@pytest.mark.parametrize("naam", [naam for naam, een in VERWACHTINGEN.items() if een.besluit == "WEIGER"])
def test_een_onleesbaar_bestand_wordt_met_de_reden_geweigerd(naam: str) -> None:
    reden = bekijk(naam).reden
    assert reden is not None
    assert REDENEN.get(naam, "") in reden.wat
    assert reden.verwacht
    assert reden.doe_dit


@pytest.mark.parametrize("naam", [naam for naam, een in VERWACHTINGEN.items() if een.besluit == "LEES_OF_WEIGER"])
def test_een_twijfelgeval_wordt_precies_gelezen_of_geweigerd(naam: str) -> None:
    gezien = bekijk(naam)
    if gezien.besluit is Besluit.LEES:
        controleer(naam, gezien)


@pytest.mark.parametrize("naam", sorted(ZONDER_CELLEN))
def test_een_blad_met_alleen_foutcellen_heeft_niets_om_in_te_delen(naam: str) -> None:
    gezien = bekijk(naam)
    assert (gezien.besluit, gezien.rijen, len(gezien.bevindingen)) == (Besluit.LEES, 0, 7)


def test_castor_zegt_wie_alleen_is_uitgenodigd() -> None:
    gezien = bekijk("castor/CastorQOLSurvey.csv")
    assert (gezien.rijen, gezien.mensen, gezien.volledig, gezien.uitgenodigd) == (2, 1, 1, 1)
    assert [kolom.kop for kolom in gezien.kolommen].count("") == 1, "de rijen eindigen op een scheidingsteken"


def test_alchemer_zegt_wie_halverwege_stopte() -> None:
    assert bekijk("alchemer/20160115235816-SurveyExport.csv").onvolledig == 927


def test_alle_bestanden_uit_de_lijst_zijn_er_en_worden_getoetst() -> None:
    assert {een.besluit for een in VERWACHTINGEN.values()} == {"LEES", "WEIGER", "LEES_OF_WEIGER"}
    assert all((MAP / naam).is_file() for naam in VERWACHTINGEN)
    assert {naam for naam in REDENEN if VERWACHTINGEN[naam].besluit != "WEIGER"} == set()
    assert Soort.TEKST in {open_ruw((MAP / "qualtrics/sample.csv").read_bytes()).soort}
