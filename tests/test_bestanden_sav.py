"""SPSS-bestanden: labels, ontbrekende waarden, datums en een kop die liegt."""

import struct
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from kwaliteit.bestanden import sav
from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Soort
from tests.bestanden_fabriek import AFGEKAPT, ECHT, LEEG, lees_blad, lees_cellen, weiger, zonder_echt


def maak_sav(map_: Path, kolommen: dict[str, list[Any]], **keuzes: Any) -> bytes:
    """De bytes van een sav met deze kolommen."""
    pad = map_ / "bron.sav"
    pyreadstat.write_sav(pd.DataFrame(kolommen), pad, **keuzes)
    return pad.read_bytes()


@pytest.mark.parametrize("sterk", [False, True])
def test_een_label_wordt_tekst_en_zonder_label_blijft_het_een_getal(tmp_path: Path, sterk: bool) -> None:
    inhoud = maak_sav(
        tmp_path,
        {"CL01": [1.0, 2.0, 3.0, None], "plaats": ["Één", "", "b", "c"]},
        column_labels=["Wordt u gehoord?", ""],
        variable_value_labels={"CL01": {1.0: "oneens", 2.0: "eens"}},
        compress=sterk,
    )
    ruw = open_ruw(inhoud)
    assert (ruw.soort, ruw.codering) == (Soort.SAV, "UTF-8")
    assert lees_cellen(inhoud) == [
        ("CL01", "plaats"),
        ("Wordt u gehoord?", ""),
        ("oneens", "Één"),
        ("eens", ""),
        (3.0, "b"),
        ("", "c"),
    ]


@pytest.mark.parametrize(
    ("labels", "waarden", "verwacht"),
    [
        ({1.0: "zeer slecht", 10.0: "top"}, [1.0, 7.0, 10.0], ["1 (zeer slecht)", 7.0, "10 (top)"]),
        ({0.0: "nooit", 10.0: "altijd"}, [0.0, 10.0], ["0 (nooit)", "10 (altijd)"]),
        ({1.0: "1 slecht", 10.0: "10 = top"}, [1.0, 7.0, 10.0], ["1 (slecht)", 7.0, "10 (top)"]),
        ({1.0: "1", 10.0: "10% korting"}, [1.0, 7.0, 10.0], ["1", 7.0, "10 (10% korting)"]),
        ({10.0: "top"}, [8.0, 9.0, 10.0], [8.0, 9.0, "10 (top)"]),
        ({0.0: "nooit", 10.0: "top", 11.0: "geen"}, [1.0, 2.0, 3.0, 4.0, 11.0], [1.0, 2.0, 3.0, 4.0, "11 (geen)"]),
        # Een vreemde code in een gelabelde variabele maakt er geen schaal van.
        ({1.0: "ja", 2.0: "nee", 9.0: "anders"}, [1.0, 3.0, 9.0], ["ja", 3.0, "anders"]),
        ({1.0: "ja", 2.0: "nee"}, [1.0, 2.0, 3.0], ["ja", "nee", 3.0]),
        ({1.0: "gekozen"}, [0.0, 1.0], [0.0, "gekozen"]),
    ],
)
def test_alleen_bij_gelabelde_uitersten_staat_de_code_bij_het_label(
    tmp_path: Path, labels: dict[float, str], waarden: list[float], verwacht: list[object]
) -> None:
    inhoud = maak_sav(tmp_path, {"c": waarden}, variable_value_labels={"c": labels})
    assert [cel for (cel,) in lees_cellen(inhoud)[2:]] == verwacht


def test_wat_spss_ontbrekend_noemt_blijft_zichtbaar(tmp_path: Path) -> None:
    inhoud = maak_sav(
        tmp_path,
        {"CL01": [1.0, 8.0, 9.0, 99.0, 5.0]},
        variable_value_labels={"CL01": {5.0: "n.v.t.", 8.0: "weet niet", 9.0: "n.v.t."}},
        missing_ranges={"CL01": [{"lo": 8.0, "hi": 9.0}, 99.0]},
    )
    (kolom,) = lees_blad(inhoud).kolommen
    assert [kolom.waarden[plek] for plek in kolom.plaats[2:]] == [1.0, "weet niet", "n.v.t.", 99.0, "n.v.t."]
    # Twee codes met hetzelfde label, waarvan één ontbreekt, worden niet dezelfde cel.
    assert [plek in kolom.ontbrekend for plek in kolom.plaats[2:]] == [False, True, True, True, False]
    assert not lees_blad(maak_sav(tmp_path, {"CL01": [8.0, 9.0]})).kolommen[0].ontbrekend


def test_datums_tijdstippen_en_duren_houden_hun_soort(tmp_path: Path) -> None:
    dag, moment = date(2024, 3, 1), datetime(2024, 3, 1, 12, 30)  # noqa: DTZ001  SPSS kent geen tijdzones
    inhoud = maak_sav(
        tmp_path,
        {"dag": [dag, None], "moment": [moment, moment], "duur": [3600.0, 90000.0]},
        variable_format={"duur": "TIME8"},
    )
    assert lees_cellen(inhoud)[2:] == [
        (dag, moment, timedelta(hours=1)),
        ("", moment, timedelta(hours=25)),
    ]


def test_een_datum_die_niet_bestaat_noemt_de_variabele(tmp_path: Path) -> None:
    kolommen = {"nr": [1.0], "gesproken": [400_000 * 365.0 * 86400]}
    vorm = {"gesproken": "DATE11"}
    assert weiger(maak_sav(tmp_path, kolommen, variable_format=vorm)) == (
        "In de variabele 'gesproken' staat een datum die niet bestaat.",
        "datums tussen het jaar 1582 en het jaar 9999",
        "Verbeter die datum in SPSS, of haal de variabele weg en sla het bestand opnieuw op.",
    )
    assert lees_cellen(maak_sav(tmp_path, {**kolommen, "gesproken": [86400.0]}, variable_format=vorm))[2] == (
        1.0,
        date(1582, 10, 15),
    )


@pytest.mark.parametrize("sterk", [False, True])
@pytest.mark.parametrize("belofte", [0, 2, 4, 2_000_000_000])
def test_een_kop_die_een_ander_aantal_rijen_belooft_wordt_geweigerd(tmp_path: Path, belofte: int, sterk: bool) -> None:
    heel = bytearray(maak_sav(tmp_path, {"a": [1.0, 2.0, 3.0]}, compress=sterk))
    assert lees_blad(bytes(heel)).aantal_rijen == 5
    heel[sav.AANTAL_RIJEN] = struct.pack("<i", belofte)
    assert weiger(bytes(heel)) == AFGEKAPT


def test_een_kop_die_het_aantal_niet_weet_is_goed(tmp_path: Path) -> None:
    heel = bytearray(maak_sav(tmp_path, {"a": [1.0, 2.0, 3.0]}))
    heel[sav.AANTAL_RIJEN] = struct.pack("<i", -1)
    assert lees_cellen(bytes(heel))[2:] == [(1.0,), (2.0,), (3.0,)]


def test_een_afgekapte_of_lege_sav_wordt_geweigerd(tmp_path: Path) -> None:
    heel = maak_sav(tmp_path, {"a": [float(nummer) / 3 for nummer in range(90)]})
    for deel in (10, 100, 300, len(heel) // 2, len(heel) - 4):
        assert weiger(heel[:deel]) == AFGEKAPT
    assert weiger(maak_sav(tmp_path, {"a": pd.Series([], dtype=float).tolist()})) == LEEG


def test_te_veel_rijen_worden_geweigerd_voor_ze_in_het_geheugen_staan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = maak_sav(tmp_path, {"a": [1.0, 2.0, 3.0], "b": [1.0, 2.0, 3.0]})
    monkeypatch.setattr(sav, "MEESTE_CELLEN", 10)
    assert lees_blad(inhoud).aantal_rijen == 5
    monkeypatch.setattr(sav, "MEESTE_CELLEN", 9)
    assert weiger(inhoud)[0] == "Een blad heeft meer dan 10 miljoen cellen."


def test_zonder_het_onderdeel_spss_zegt_de_melding_wat_te_doen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inhoud = maak_sav(tmp_path, {"a": [1.0]})
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    assert weiger(inhoud) == (
        "sav lezen vraagt het onderdeel spss.",
        "een rekenblad of csv, of dit programma met het onderdeel spss",
        'Typ in de map van dit programma: .venv\\Scripts\\python -m pip install ".[spss]" (Windows) of '
        '.venv/bin/python -m pip install ".[spss]" (Mac en Linux). Of exporteer uit SPSS als xlsx, met labels.',
    )


@zonder_echt
def test_een_meerkeuzevraag_van_spss_noemt_haar_kolommen() -> None:
    blad = lees_blad((ECHT / "spss/simple_alltypes.sav").read_bytes())
    assert blad.meerkeuze == (("categorical_array", (7, 8, 9)), ("My multiple response set", (4, 5, 6)))
    assert blad.rij(0)[4:7] == ("bool1", "bool2", "bool3")
