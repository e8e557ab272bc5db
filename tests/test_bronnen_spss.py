"""Een echt SPSS-bestand, van de bytes tot de antwoorden: labels, ontbrekende waarden en meerkeuze."""

from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

from kwaliteit.begrippen.antwoord import Antwoordblad
from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from tests.bronnen_fabriek import CIJFER, EENS5, NPS, ZONDER_NVT, lees, maak_lijst, toon

HULP = Schaal(naam="hulp", soort=Schaalsoort.MEERKEUZE, codes=(1, 2), labels=("Wonen", "Geld"))
LIJST = maak_lijst(
    Vraag(id="CL01", tekst="Wordt u gehoord?", schaal=EENS5),
    Vraag(id="CL02", tekst="Maakt u zelf uw plan?", schaal=ZONDER_NVT),
    Vraag(id="CL03", tekst="Welk cijfer geeft u ons?", schaal=CIJFER),
    Vraag(id="M1", tekst="Waarbij krijgt u hulp?", schaal=HULP),
)
LABELS: dict[float, str] = dict(zip((1.0, 2.0, 3.0, 4.0, 5.0), EENS5.labels, strict=True))


def lees_sav(map_: Path, kolommen: dict[str, list[Any]], **keuzes: Any) -> Antwoordblad:
    """Schrijf een sav en lees haar zoals `verslag` dat doet."""
    pad = map_ / "bron.sav"
    pyreadstat.write_sav(pd.DataFrame(kolommen), pad, **keuzes)
    (blad,) = lees(map_, {"2024/clienten.sav": pad.read_bytes()}, LIJST).bladen
    return blad


def test_wat_spss_ontbrekend_noemt_is_geen_antwoord_en_de_rest_wel(tmp_path: Path) -> None:
    kolommen: dict[str, list[Any]] = {
        "CL01": [5.0, 8.0, 9.0, 98.0, None, 4.0],
        "CL02": [1.0, 9.0, 8.0, 99.0, 2.0, 3.0],
        "CL03": [7.0, 99.0, 8.0, 10.0, 1.0, 9.0],
    }
    waardelabels = {
        "CL01": {**LABELS, 8.0: "weet ik niet", 9.0: "niet van toepassing", 98.0: "niet getoond"},
        "CL02": {**LABELS, 8.0: "weigert", 9.0: "weet niet"},
    }
    blad = lees_sav(
        tmp_path,
        kolommen,
        column_labels={vraag.id: vraag.tekst for vraag in LIJST.vragen[:3]},
        variable_value_labels=waardelabels,
        missing_ranges={"CL01": [{"lo": 8.0, "hi": 9.0}, 98.0], "CL02": [8.0, 9.0, 99.0], "CL03": [99.0]},
    )
    assert blad.bron.dialect == "spss"
    assert [rij[3:] for rij in toon(blad)] == [
        (5, 1, 7.0),
        ("WEET_NIET", "WEET_NIET", "LEEG"),
        ("NVT", "LEEG", 8.0),
        ("NIET_GETOOND", "LEEG", 10.0),
        ("LEEG", 2, 1.0),
        (4, 3, 9.0),
    ]
    assert blad.afwijkingen == ()


def test_zonder_ontbrekende_waarden_is_dezelfde_code_buiten_de_schaal(tmp_path: Path) -> None:
    blad = lees_sav(tmp_path, {"CL01": [5.0, 4.0], "CL02": [1.0, 9.0], "CL03": [7.0, 99.0]})
    assert [rij[3:] for rij in toon(blad)] == [(5, 1, 7.0), (4, "ONGELDIG", "ONGELDIG")]
    assert [afwijking.cel for afwijking in blad.afwijkingen] == ["B4", "C4"]


def test_de_kolommen_van_een_meerkeuzevraag_in_spss_worden_keuzes(tmp_path: Path) -> None:
    vinkje = {0.0: "niet gekozen", 1.0: "gekozen", 9.0: "niet getoond"}
    blad = lees_sav(
        tmp_path,
        {"CL01": [5.0, 4.0, 3.0], "M1_1": [1.0, 0.0, 9.0], "M1_2": [1.0, 0.0, 9.0]},
        column_labels=["", "Waarbij krijgt u hulp? - Wonen", "Waarbij krijgt u hulp? - Geld"],
        variable_value_labels={"M1_1": vinkje, "M1_2": vinkje},
        missing_ranges={"M1_1": [9.0], "M1_2": [9.0]},
    )
    kolom = blad.kolommen["M1"]
    assert kolom.gekozen is not None
    assert kolom.gekozen.tolist() == [[True, True], [False, False], [False, False]]
    assert kolom.plaats.tolist() == [0, -1, -4]


def test_een_schaal_met_alleen_namen_voor_de_uitersten_houdt_die_uitersten(tmp_path: Path) -> None:
    vragen = maak_lijst(
        Vraag(id="CL01", tekst="Wordt u gehoord?", schaal=EENS5),
        Vraag(id="CL03", tekst="Welk cijfer geeft u ons?", schaal=CIJFER),
        Vraag(id="CL05", tekst="Zou u ons aanraden?", schaal=NPS),
        Vraag(id="CL06", tekst="Maakt u zelf uw plan?", schaal=EENS5),
    )
    pad = tmp_path / "bron.sav"
    pyreadstat.write_sav(
        pd.DataFrame(
            {
                "CL01": [1.0, 2.0, 3.0, 5.0, 4.0],
                "CL03": [1.0, 10.0, 7.0, 4.0, 99.0],
                "CL05": [0.0, 10.0, 10.0, 0.0, 11.0],
                "CL06": [0.0, 1.0, 2.0, 3.0, 9.0],
            }
        ),
        pad,
        variable_value_labels={
            "CL01": {1.0: "helemaal oneens", 5.0: "helemaal eens"},
            "CL03": {1.0: "1 zeer slecht", 10.0: "uitstekend", 99.0: "weet ik niet"},
            "CL05": {0.0: "zeker niet", 10.0: "zeker wel", 11.0: "weet niet"},
            # Eigen nummers, elk met een label: dan telt het label, ook met een vreemde code ertussen.
            "CL06": {float(code): label for code, label in enumerate(EENS5.labels)},
        },
        missing_ranges={"CL05": [11.0]},
    )
    (blad,) = lees(tmp_path, {"2024/clienten.sav": pad.read_bytes()}, vragen).bladen
    assert [rij[3:] for rij in toon(blad)] == [
        (1, 1.0, 0.0, 1),
        (2, 10.0, 10.0, 2),
        (3, 7.0, 10.0, 3),
        (5, 4.0, 0.0, 4),
        (4, "WEET_NIET", "WEET_NIET", "ONGELDIG"),
    ]


def test_een_ontbrekende_waarde_met_de_naam_van_een_antwoord_telt_niet_en_wordt_gemeld(tmp_path: Path) -> None:
    waardelabels = {"CL01": LABELS, "CL02": {**LABELS, 9.0: "oneens", 8.0: "weet niet"}}
    kolommen: dict[str, list[Any]] = {"CL01": [3.0, 4.0, 5.0, 3.0], "CL02": [9.0, 2.0, 8.0, 1.0]}
    pad = tmp_path / "bron.sav"
    pyreadstat.write_sav(
        pd.DataFrame(kolommen),
        pad,
        variable_value_labels=waardelabels,
        missing_ranges={"CL01": [3.0], "CL02": [8.0, 9.0]},
    )
    gelezen = lees(tmp_path, {"2024/clienten.sav": pad.read_bytes()}, LIJST)
    assert [rij[3:] for rij in toon(gelezen.bladen[0])] == [(4, 2), (5, "WEET_NIET"), ("LEEG", 1)]
    gemeld = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.ONTBREKEND_MET_LABEL]
    assert [(een.vraag, een.cel, een.aantal) for een in gemeld] == [("CL01", "A3, A6", 2), ("CL02", "B3", 1)]
    assert "oneens" not in str(gemeld)
