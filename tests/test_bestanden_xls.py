"""Xls: fouten, datums en verborgen rijen komen mee, en een kapot bestand geeft altijd dezelfde melding."""

import io
import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime, time

import pytest
import xlwt

from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Onleesbaar, Soort
from tests.bestanden_fabriek import AFGEKAPT, ECHT, LEEG, lees_blad, lees_cellen, weiger, zonder_echt

DAG = datetime(2024, 3, 1)  # noqa: DTZ001  een rekenblad kent geen tijdzones
MOMENT = datetime(2024, 3, 1, 12, 30)  # noqa: DTZ001


def _niets(_: xlwt.Worksheet) -> None:
    pass


def maak_xls(verander: Callable[[xlwt.Worksheet], None] = _niets) -> bytes:
    """Een xls met één tabel, en daarna een verandering."""
    boek = xlwt.Workbook()
    blad = boek.add_sheet("Blad1")
    for rij, cellen in enumerate([("nr", "CL01"), (1, 4), (2, "eens")]):
        for kolom, cel in enumerate(cellen):
            blad.write(rij, kolom, cel)
    verander(blad)
    stil = boek.add_sheet("Stil")
    stil.visibility = 1
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def test_een_xls_wordt_gelezen_en_een_verborgen_blad_niet() -> None:
    ruw = open_ruw(maak_xls())
    assert (ruw.soort, [blad.naam for blad in ruw.bladen], ruw.verborgen_bladen) == (Soort.XLS, ["Blad1"], ("Stil",))
    assert lees_cellen(maak_xls()) == [("nr", "CL01"), (1.0, 4.0), (2.0, "eens")]


def test_fouten_verborgen_rijen_en_samengevoegde_cellen_komen_mee() -> None:
    def verander(blad: xlwt.Worksheet) -> None:
        blad.row(3).set_cell_error(1, "#DIV/0!")
        blad.row(2).hidden = True
        blad.write_merge(4, 5, 0, 1, "onder")

    blad = lees_blad(maak_xls(verander))
    assert (set(blad.foutcellen), set(blad.verborgen_rijen)) == ({(3, 1)}, {2})
    assert blad.samengevoegd == ((4, 0, 5, 1),)
    gewoon = lees_blad(maak_xls())
    assert (gewoon.foutcellen, gewoon.verborgen_rijen, gewoon.samengevoegd) == (frozenset(), frozenset(), ())


def test_datums_tijden_en_ja_nee_houden_hun_soort() -> None:
    def verander(blad: xlwt.Worksheet) -> None:
        vorm = xlwt.easyxf(num_format_str="DD-MM-YYYY HH:MM")
        for rij, cel in enumerate((DAG, MOMENT, time(12, 30), -5.0, 1e9)):
            blad.write(rij, 2, cel, vorm)
        blad.write(0, 3, True)
        blad.write(1, 3, 1)

    rijen = lees_cellen(maak_xls(verander))
    assert [rij[2] for rij in rijen] == [DAG.date(), MOMENT, time(12, 30), -5.0, 1e9]
    assert [repr(rij[3]) for rij in rijen[:2]] == ["True", "1.0"]


def test_een_xls_zonder_cellen_is_leeg() -> None:
    boek = xlwt.Workbook()
    boek.add_sheet("Blad1")
    uit = io.BytesIO()
    boek.save(uit)
    assert weiger(uit.getvalue()) == LEEG


def test_een_beschadigde_xls_geeft_cellen_of_een_melding_en_breekt_nooit_af() -> None:
    heel = maak_xls()
    for maat in (600, 2000, len(heel) - 600):
        assert weiger(heel[:maat]) == AFGEKAPT
    toeval = random.Random(7)
    uitslagen: Counter[str] = Counter()
    for _ in range(200):
        kapot = bytearray(heel)
        for _ in range(toeval.randint(1, 6)):
            plek = toeval.randrange(len(kapot))
            kapot[plek : plek + toeval.randint(1, 16)] = toeval.randbytes(toeval.randint(0, 16))
        try:
            open_ruw(bytes(kapot))
        except Onleesbaar as fout:
            uitslagen[fout.weigering.wat] += 1
        else:
            uitslagen["gelezen"] += 1
    assert uitslagen[AFGEKAPT[0]] > 50
    assert uitslagen["gelezen"] > 0


@zonder_echt
@pytest.mark.parametrize(
    ("naam", "kop"),
    [("nare-werkbladen/readxl_mtcars.xls", ("mpg", "cyl", "disp", "hp")), ("nare-csv/csvkit_sheets.xls", ("text",))],
)
def test_een_echte_xls_heeft_leesbare_koppen(naam: str, kop: tuple[str, ...]) -> None:
    blad = next(blad for blad in open_ruw((ECHT / naam).read_bytes()).bladen if blad.aantal_rijen)
    assert blad.rij(0)[: len(kop)] == kop


@zonder_echt
def test_een_lus_in_een_xls_en_een_wachtwoord_worden_geweigerd() -> None:
    assert weiger((ECHT / "nare-werkbladen/phpss_oleloop.xls").read_bytes()) == AFGEKAPT
    assert weiger((ECHT / "nare-werkbladen/poi_password.xls").read_bytes())[0] == (
        "Het bestand is met een wachtwoord beveiligd."
    )
