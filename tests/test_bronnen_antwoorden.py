"""Van cel naar code: wat telt als welk antwoord, en wat nooit geraden wordt."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kwaliteit.begrippen.antwoord import Afwijkingsoort
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import Cel, Ruwkolom
from kwaliteit.bronnen.antwoorden.codeer import AFWIJKING, Gecodeerd, Vertaler
from tests.bronnen_fabriek import CIJFER, EENS5, GETAL, JA_NEE, NPS, ZONDER_NVT

BUITEN = Afwijkingsoort.BUITEN_SCHAAL
ONBEKEND = Afwijkingsoort.ONBEKEND_LABEL
FOUT = Afwijkingsoort.FOUTCEL


def maak_kolom(cellen: Sequence[Cel]) -> Ruwkolom:
    """Een kolom met deze cellen, zoals de kamer bestanden haar maakt."""
    bouwer = Kolombouwer()
    for _ in bouwer.voeg_toe([cel, "vul"] for cel in cellen):
        pass
    return bouwer.rond_af()[1][0]


def noem_afwijkend(gecodeerd: Gecodeerd) -> list[tuple[int, int]]:
    """De plekken die niet passen, met de tijdelijke code van de soort."""
    return list(zip(gecodeerd.mis.tolist(), gecodeerd.soort.tolist(), strict=True))


def codeer(
    schaal: Schaal,
    cellen: Sequence[Cel],
    eigen: dict[str, int | Reden] | None = None,
    niet_getoond: tuple[str, ...] = (),
) -> list[object]:
    """De uitkomst per cel: een code, een getal, een reden of een soort afwijking."""
    redenen = dict.fromkeys(niet_getoond, Reden.NIET_GETOOND)
    gecodeerd = Vertaler(schaal, eigen or {}, redenen).codeer(maak_kolom(cellen), 0, [])
    afwijkend = {plek: AFWIJKING[soort] for plek, soort in noem_afwijkend(gecodeerd)}
    uit: list[object] = []
    for plek, plaats in enumerate(gecodeerd.plaats.tolist()):
        if plek in afwijkend:
            assert plaats == Reden.ONGELDIG
            uit.append(afwijkend[plek])
        elif plaats < 0:
            uit.append(Reden(plaats))
        else:
            uit.append(schaal.codes[plaats] if gecodeerd.getal is None else float(gecodeerd.getal[plek]))
    return uit


@pytest.mark.parametrize(
    "cel", ["eens", "Eens", " EENS. ", "eens\u00a0", "4", "4.0", 4, 4.0, "4 = eens", "4 - Eens", "4: eens", "4 (eens)"]
)
def test_elke_gewone_schrijfwijze_van_een_antwoord_telt(cel: Cel) -> None:
    assert codeer(EENS5, [cel]) == [4]


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        (9, BUITEN),
        (0, BUITEN),
        (4.5, BUITEN),
        ("9", BUITEN),
        (-1, BUITEN),
        ("mee eens", ONBEKEND),
        ("4 = oneens", ONBEKEND),
        ("4-5", ONBEKEND),
        ("?", ONBEKEND),
        ("-", ONBEKEND),
        (date(2024, 5, 4), ONBEKEND),
        (True, ONBEKEND),
        ("#N/B", FOUT),
    ],
)
def test_wat_niet_in_de_schaal_staat_wordt_een_afwijking_en_nooit_een_gok(cel: Cel, verwacht: Afwijkingsoort) -> None:
    assert codeer(EENS5, [cel, "eens"]) == [verwacht, 4]


def test_leeg_weet_niet_en_niet_van_toepassing_blijven_drie_verschillende_redenen() -> None:
    cellen = ["", "  ", "Weet ik niet", "weet niet", "Niet van toepassing", "n.v.t.", "NVT"]
    assert codeer(EENS5, cellen) == [*[Reden.LEEG] * 2, *[Reden.WEET_NIET] * 2, *[Reden.NVT] * 3]


def test_nvt_telt_alleen_bij_een_schaal_die_dat_antwoord_kent() -> None:
    assert codeer(ZONDER_NVT, ["n.v.t.", "weet niet"]) == [ONBEKEND, ONBEKEND]


def test_na_is_alleen_niet_getoond_als_de_enquetetool_dat_zo_schrijft() -> None:
    assert codeer(EENS5, ["N/A"]) == [ONBEKEND]
    assert codeer(EENS5, ["N/A"], niet_getoond=("n/a",)) == [Reden.NIET_GETOOND]


def test_waar_is_iets_anders_dan_een_ook_als_python_ze_gelijk_noemt() -> None:
    nulpunt = Schaal(naam="s", soort=Schaalsoort.KEUZE, codes=(0, 1), labels=("geen", "een"))
    assert codeer(nulpunt, [1, True, 1.0, 0, False]) == [1, ONBEKEND, 1, 0, ONBEKEND]
    assert codeer(nulpunt, [True, 1]) == [ONBEKEND, 1]
    assert codeer(CIJFER, [True, 1]) == [ONBEKEND, 1.0]


def test_ja_en_nee_in_gewone_schrijfwijzen() -> None:
    assert codeer(JA_NEE, ["Ja", "NEE", "j", "yes", True, False, 1, 0, "1"]) == [1, 0, 1, 1, 1, 0, 1, 0, 1]
    assert codeer(JA_NEE, ["misschien", 2]) == [ONBEKEND, BUITEN]


def test_labels_met_een_teken_aan_de_rand_blijven_verschillend() -> None:
    bus = Schaal(naam="b", soort=Schaalsoort.KEUZE, codes=(1, 2, 3), labels=("1", "2", "3+"))
    assert codeer(bus, ["3+", "3", 3, "2"]) == [3, 3, 3, 2]


@pytest.mark.parametrize(
    ("schaal", "cel", "verwacht"),
    [
        (CIJFER, "7,5", 7.5),
        (CIJFER, "7.5", 7.5),
        (CIJFER, 7.5, 7.5),
        (CIJFER, "10 = uitstekend", 10.0),
        (CIJFER, "7-8", ONBEKEND),
        (CIJFER, "zeven", ONBEKEND),
        (CIJFER, 11, BUITEN),
        (CIJFER, "0,9", BUITEN),
        (CIJFER, "7.125", 7.125),
        (CIJFER, "", Reden.LEEG),
        (NPS, 0, 0.0),
        (NPS, "10", 10.0),
        (NPS, 7.5, BUITEN),
        (GETAL, "1.234,5", 1234.5),
        (GETAL, "1,234.5", 1234.5),
        (GETAL, "1.234", ONBEKEND),
        (GETAL, "-3", -3.0),
        (GETAL, "9" * 400, BUITEN),
    ],
)
def test_getallen_met_komma_of_punt_worden_gelezen_en_dubbelzinnige_niet(
    schaal: Schaal, cel: Cel, verwacht: object
) -> None:
    assert codeer(schaal, [cel]) == [verwacht]


@pytest.mark.parametrize(
    "cel",
    [
        *("7-mei", "8-sep", "7. Mai", "9-okt", "1-dec", "7-mrt", "4 - août", "5-jun-24", "8 (May)", date(2024, 5, 7)),
        *(
            "7 (van de 8)",
            "6 - of eigenlijk 8",
            "6 - of eigenlijk acht",
            "4 (op schaal van 5)",
            "7 - tot acht",
            "7 (½)",
        ),
    ],
)
@pytest.mark.parametrize("schaal", [CIJFER, NPS])
def test_een_datum_of_een_tweede_getal_achter_een_getal_is_geen_cijfer(schaal: Schaal, cel: Cel) -> None:
    assert codeer(schaal, [cel, "7"]) == [ONBEKEND, 7.0]


@pytest.mark.parametrize(
    ("cel", "getal"),
    [("10 (uitstekend)", 10.0), ("7 - goed", 7.0), ("1 = zeker niet", 1.0), ("8: meisje was top", 8.0)],
)
def test_een_naam_achter_een_getal_telt_als_dat_getal(cel: str, getal: float) -> None:
    assert codeer(CIJFER, [cel]) == codeer(NPS, [cel]) == [getal]
    assert codeer(GETAL, [cel]) == [ONBEKEND]


def test_weet_niet_achter_een_code_is_die_reden_en_nooit_een_cijfer() -> None:
    assert codeer(CIJFER, ["9 (weet ik niet)", "99 = weet niet"]) == [Reden.WEET_NIET] * 2
    assert codeer(NPS, ["9 (weet ik niet)", "0 - n.v.t."]) == [ONBEKEND] * 2
    assert codeer(EENS5, ["5 (niet van toepassing)"]) == [Reden.NVT]


@pytest.mark.parametrize(
    ("andere", "code", "telt"),
    [
        ([7, 8, 10], -99, False),
        ([7, 8, 10], -95, False),
        ([7, 8, 10], 99, False),
        ([7, 8, 10], 999, False),
        ([38, 40, 49], 99, False),
        ([38, 40, 50], 99, True),
        ([18, 85], 99, True),
        ([300, 501], 999, True),
        ([300, 501], 9999, False),
        ([-60, -3], -99, True),
        ([-40, 12], -99, False),
        ([7, 8], 98, True),
        ([7, 8], -94, True),
    ],
)
def test_een_gebruikelijke_code_voor_geen_antwoord_is_geen_getal(andere: list[int], code: int, telt: bool) -> None:
    assert codeer(GETAL, [*andere, code, code]) == [*andere, *[code if telt else BUITEN] * 2]


def test_een_code_binnen_de_grenzen_van_de_schaal_is_gewoon_een_getal() -> None:
    assert codeer(replace(GETAL, laagste=-100, hoogste=1000), [7, -99, 999]) == [7.0, -99.0, 999.0]
    assert codeer(replace(GETAL, laagste=0), [7, -99, 999]) == [7.0, BUITEN, BUITEN]
    assert codeer(replace(GETAL, hoogste=1000), [7, -99, 999]) == [7.0, BUITEN, 999.0]


def test_wat_de_tool_ontbrekend_noemt_is_nooit_een_antwoord() -> None:
    kolom = maak_kolom(["eens", "weet niet", "3 (oneens)", 4, "mee eens"])
    alles = replace(kolom, ontbrekend=frozenset(range(1, len(kolom.waarden))))
    gecodeerd = Vertaler(EENS5, {"mee eens": 4}, {}).codeer(alles, 0, [])
    assert gecodeerd.plaats.tolist() == [-1, Reden.WEET_NIET, -1, -1, -1]
    assert (gecodeerd.ontkend.tolist(), gecodeerd.mis.tolist()) == ([0, 2, 4], [])
    gewoon = Vertaler(EENS5, {"mee eens": 4}, {}).codeer(kolom, 0, [])
    assert (gewoon.plaats.tolist()[0], gewoon.ontkend.tolist()) == (3, [])


def test_antwoorden_uit_de_koppeling_gaan_voor() -> None:
    eigen: dict[str, int | Reden] = {"mee eens": 4, "8": Reden.WEET_NIET, "-": Reden.LEEG}
    assert codeer(EENS5, ["Mee eens", 8, "8", 8.0, "-"], eigen) == [4, *[Reden.WEET_NIET] * 3, Reden.LEEG]


def test_een_rekenbladfout_gaat_voor_wat_de_lezer_in_de_cel_ziet() -> None:
    gecodeerd = Vertaler(EENS5, {}, {}).codeer(maak_kolom(["eens", "", "eens"]), 0, [1])
    assert [(plek, AFWIJKING[soort]) for plek, soort in noem_afwijkend(gecodeerd)] == [(1, FOUT)]
    assert gecodeerd.plaats.tolist() == [3, Reden.ONGELDIG, 3]
