"""Een bestand met de verkeerde naam, en een bestand waarin de locatie niet te vinden is."""

from dataclasses import replace
from pathlib import Path

import pytest

from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.fout import BronFout
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.bronnen import lees_bronnen
from tests.bronnen_fabriek import maak_bibliotheek, maak_csv, maak_werkmap

CLIENTEN = maak_csv([("nr", "CL01", "CL02", "CL03", "CL04"), (1, 4, 5, 7, "ja")])
NAASTEN = maak_csv([("nr", "NA01", "NA02"), (1, 4, 5)])


def lees(werkmap: Werkmap) -> list[tuple[Bevindingsoort, str, str]]:
    """Geef van elke bevinding de soort, wat en wat te doen."""
    gelezen = lees_bronnen(werkmap, maak_bibliotheek())
    return [(een.soort, een.wat, een.doe_dit) for een in gelezen.bevindingen]


def test_een_bestand_met_de_vragen_van_een_andere_groep_is_een_ernstige_bevinding(tmp_path: Path) -> None:
    bestanden = {"2024/naasten.csv": NAASTEN.encode(), "2024/professionals.csv": CLIENTEN.encode()}
    ((soort, wat, doe_dit),) = lees(maak_werkmap(tmp_path, bestanden))
    assert soort is Bevindingsoort.ANDERE_GROEP
    assert wat == (
        "Dit bestand heet 'professionals', maar de vragen zijn die van cliënten (4 van de 4). Het is niet gelezen."
    )
    assert doe_dit == "Hernoem het naar clienten.csv, of noem de vragenlijst in kwaliteit.yaml."


def test_een_andere_naam_als_het_bestand_van_die_groep_er_al_is(tmp_path: Path) -> None:
    bestanden = {"2024/clienten.csv": CLIENTEN.encode(), "2024/professionals.csv": CLIENTEN.encode()}
    ((_, _, doe_dit),) = lees(maak_werkmap(tmp_path, bestanden))
    assert doe_dit.startswith("Hernoem het naar clienten-2.csv")


def test_is_het_de_enige_bron_dan_zegt_de_fout_hetzelfde(tmp_path: Path) -> None:
    with pytest.raises(BronFout, match="maar de vragen zijn die van cliënten"):
        lees(maak_werkmap(tmp_path, {"2024/professionals.csv": CLIENTEN.encode()}))


def test_een_bestand_met_de_juiste_naam_of_met_genoeg_eigen_vragen_wordt_gewoon_gelezen(tmp_path: Path) -> None:
    assert lees(maak_werkmap(tmp_path / "goed", {"2024/clienten.csv": CLIENTEN.encode()})) == []
    gemengd = maak_csv([("nr", "PR01", "PR02", "CL01", "CL02", "CL03"), (1, 4, 5, 4, 4, 7)])
    soorten = [
        soort for soort, _, _ in lees(maak_werkmap(tmp_path / "half", {"2024/professionals.csv": gemengd.encode()}))
    ]
    assert Bevindingsoort.ANDERE_GROEP not in soorten
    assert Bevindingsoort.ONBEKENDE_KOLOM in soorten, "positieve controle: de vragen van cliënten vielen op"


def test_twee_vragen_van_een_andere_groep_zijn_te_weinig_om_iets_te_zeggen(tmp_path: Path) -> None:
    bestanden = {"2024/clienten.csv": CLIENTEN.encode(), "2024/professionals.csv": NAASTEN.encode()}
    assert [soort for soort, _, _ in lees(maak_werkmap(tmp_path, bestanden))] == [Bevindingsoort.BRON_NIET_GELEZEN]


def test_een_kolom_met_namen_van_locaties_wordt_aangewezen(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02", "Huisje"), (1, 4, 5, "Oost"), (2, 4, 5, "LOC-N"), (3, 4, 5, "anders")]
    werkmap = maak_werkmap(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    (blad,) = lees_bronnen(werkmap, maak_bibliotheek()).bladen
    assert (blad.locatiekolom, blad.lijkt_locatie) == ("", "D")
    (zonder,) = lees_bronnen(replace(werkmap, locatienamen={}), maak_bibliotheek()).bladen
    assert zonder.lijkt_locatie == ""


def test_een_gevonden_locatiekolom_heeft_een_letter(tmp_path: Path) -> None:
    rijen = [
        ("nr", "CL01", "CL02", "locatie"),
        (1, 4, 5, "LOC-N"),
        (2, 4, 5, "Zuid"),
        (3, 4, 5, "West"),
        (4, 4, 4, "Zuid"),
    ]
    werkmap = maak_werkmap(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    (blad,) = lees_bronnen(werkmap, maak_bibliotheek()).bladen
    assert (blad.locatiekolom, blad.lijkt_locatie) == ("D", "")
    assert blad.cellen_onbekende_locatie == ("D3", "D4", "D5")
    assert blad.onbekende_locaties == ("West", "Zuid")
