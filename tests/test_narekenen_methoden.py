"""De opdracht `kwaliteit reken`: elke methode, elke vergissing, en de vorm van het antwoord."""

import json
import re
import shlex
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwaliteit.begrippen.fout import GebruikFout
from kwaliteit.begrippen.narekening import schrijf_in_zes_cijfers
from kwaliteit.cli import voer_uit
from kwaliteit.narekenen import METHODEN, beschrijf_methoden, reken

CONTRACT = {
    "wilson": ("x n", "p laag hoog"),
    "hypergeometrisch": ("x n N", "p laag hoog"),
    "t": ("waarden", "gemiddelde se laag hoog"),
    "nps": ("P P0 D", "waarde laag hoog nps"),
    "newcombe": ("x1 n1 x2 n2", "verschil laag hoog p"),
    "welch": ("x y", "verschil laag hoog p"),
    "bh": ("p", "q"),
    "schaal_helft": ("rijen", "scores"),
    "schaal_twee_derde": ("rijen", "scores"),
    "alfa": ("rijen", "waarde"),
    "omkeren": ("min max x", "waarde"),
    "score0100": ("min max x", "waarde"),
    "respons": ("I P uitgenodigd", "waarde"),
}
"""Methode -> de namen van de invoer en van de uitkomst die het contract vastlegt."""


def geef(methode: str, *delen: str) -> dict[str, Any]:
    return dict(reken(methode, delen).uitkomst)


def vang(methode: str, *delen: str) -> list[str]:
    """Wat er mis is, één tekst per gebrek; alle vier de delen zijn gevuld en herhalen geen waarde."""
    with pytest.raises(GebruikFout) as gevangen:
        reken(methode, delen)
    for gebrek in gevangen.value.gebreken:
        assert gebrek.waar.startswith("kwaliteit reken")
        assert gebrek.wat
        assert gebrek.verwacht
        assert gebrek.doe_dit.endswith(".") or "kwaliteit reken" in gebrek.doe_dit
    return [gebrek.wat for gebrek in gevangen.value.gebreken]


# --- het register


def test_elke_methode_van_het_contract_heeft_die_invoer_en_uitkomst() -> None:
    assert set(CONTRACT) <= set(METHODEN)
    for naam, (invoer, uitkomst) in CONTRACT.items():
        verplicht = [{veld.naam for veld in vorm if veld.verplicht} for vorm in METHODEN[naam].vormen]
        assert set(invoer.split()) in verplicht, naam
        voorbeeld = shlex.split(METHODEN[naam].voorbeeld)
        assert set(uitkomst.split()) <= set(geef(naam, *voorbeeld)), naam


@pytest.mark.parametrize("naam", METHODEN)
def test_elk_voorbeeld_rekent_en_vult_formule_en_bron_in(naam: str) -> None:
    beschrijving = METHODEN[naam].beschrijving
    delen = shlex.split(beschrijving.voorbeeld)
    assert delen[:3] == ["kwaliteit", "reken", naam]
    uitkomst = reken(naam, delen[3:])
    assert uitkomst.methode == naam
    assert {deel.partition("=")[0] for deel in delen[3:]} == {invoer for invoer, _ in uitkomst.invoer}
    assert re.search(r"\d", uitkomst.formule)
    assert not re.search(r"\d\.\d", uitkomst.formule), "een decimale punt in een Nederlandse formule"
    assert uitkomst.bron.startswith(("Rekenregels", "Alleen om anderen na te rekenen"))
    genoemd = re.findall(r"[a-z_0-9A-Z]+", beschrijving.uitkomst)
    assert {deel for deel, _ in uitkomst.uitkomst} <= set(genoemd), naam


def test_de_uitkomst_is_niet_afgerond() -> None:
    assert geef("wilson", "x=7", "n=50")["laag"] == pytest.approx(0.06950833427, abs=1e-10)
    assert geef("schaal_helft", "rijen=5,4,,4")["scores"] == (13 / 3,)


def test_twee_vormen_van_t_geven_hetzelfde() -> None:
    ruw = geef("t", "waarden=7,8,6,9,10,7,8,5,8,7,9,6", "N=30")
    met_som = geef("t", "n=12", f"mean={ruw['gemiddelde']}", f"s={ruw['afwijking']}", "N=30")
    assert met_som == pytest.approx(ruw)


def test_een_ontbrekende_waarde_telt_niet_mee_en_houdt_haar_plaats() -> None:
    assert geef("t", "waarden=7,,9")["n"] == 2
    assert geef("bh", "p=0.01,,0.04")["q"] == (0.02, None, 0.04)
    assert geef("omkeren", "min=1", "max=5", "x=4,,1")["waarde"] == (2, None, 5)


def test_omkeren_en_score0100_nemen_een_waarde_of_een_lijst() -> None:
    assert geef("omkeren", "min=1", "max=5", "x=4") == {"waarde": 2}
    assert geef("score0100", "min=0", "max=10", "x=7.5") == {"waarde": 75}
    lijst = geef("score0100", "min=1", "max=5", "x=5,1")
    assert (lijst["waarde"], lijst["scores"], lijst["gunstig"], lijst["topbox"]) == (50, (100, 0), 0.5, 0.5)
    assert "gunstig" not in geef("score0100", "min=0", "max=10", "x=5,1")


def test_newcombe_zegt_welke_toets_de_p_geeft() -> None:
    groot, klein = (
        geef("newcombe", "x1=56", "n1=70", "x2=48", "n2=80"),
        geef("newcombe", "x1=9", "n1=10", "x2=3", "n2=10"),
    )
    assert (groot["methode"], groot["p"]) == ("z", groot["p_z"])
    assert (klein["methode"], klein["p"]) == ("fisher", klein["p_fisher"])
    assert klein["p"] == pytest.approx(0.019767, abs=1e-6)


def test_blaker_ligt_binnen_hypergeometrisch_en_is_een_punt_als_iedereen_antwoordde() -> None:
    assert geef("hypergeometrisch", "x=1", "n=1", "N=39")["aantal_laag"] == 1
    assert geef("blaker", "x=1", "n=1", "N=39")["aantal_laag"] == 2
    iedereen = geef("blaker", "x=12", "n=15", "N=15")
    assert (iedereen["laag"], iedereen["hoog"]) == (0.8, 0.8)


# --- vergissingen


@pytest.mark.parametrize(
    ("methode", "delen", "verwacht"),
    [
        ("wilson", "x=7", ["n ontbreekt"]),
        ("wilson", "", ["x ontbreekt", "n ontbreekt"]),
        ("wilson", "x=7 n=50 m=3", ["onbekende naam 'm'"]),
        ("wilson", "x=7 x=8 n=50", ["'x' staat er twee keer"]),
        ("wilson", "7 50", ["deel 1 heeft geen =", "deel 2 heeft geen =", "x ontbreekt", "n ontbreekt"]),
        ("wilson", "x=60 n=50", ["x is groter dan n"]),
        ("wilson", "x=0 n=0", ["n is te klein"]),
        ("wilson", "x=-1 n=50", ["x is negatief"]),
        ("wilson", "x=1.5 n=50", ["x is geen heel getal"]),
        ("wilson", "x=zeven n=vijftig", ["x is geen heel getal", "n is geen heel getal"]),
        ("wilson", "x= n=50", ["x is leeg"]),
        ("wilson", "x=7 n=50 N=40", ["n is groter dan N"]),
        ("wilson", "x=7 n=50 z=0", ["z is geen bruikbaar kwantiel"]),
        ("hypergeometrisch", "x=7 n=50 N=40", ["n is groter dan N"]),
        ("blaker", "x=7 n=50 N=99999999", ["N is te groot om uit te rekenen (hoogstens 100000)"]),
        ("blaker", "x=7 n=50 N=" + "9" * 5000, ["N is te groot om uit te rekenen (hoogstens 100000)"]),
        ("t", "waarden=7", ["waarden heeft te weinig waarden"]),
        ("t", "waarden=", ["waarden is leeg"]),
        ("t", "waarden=,", ["waarden heeft te weinig waarden"]),
        ("t", "waarden=7,8,9 N=2", ["er zijn meer waarden dan N"]),
        ("t", "waarden=7,nan", ["waarden, waarde 2, is geen eindig getal"]),
        ("t", "waarden=7,-inf", ["waarden, waarde 2, is geen eindig getal"]),
        ("t", "waarden=7,1e309", ["waarden, waarde 2, is te groot om uit te rekenen"]),
        ("t", "waarden=7,1e999999999999", ["waarden, waarde 2, is te groot om uit te rekenen"]),
        ("t", "waarden=7,acht", ["waarden, waarde 2, is geen getal"]),
        (
            "t",
            "waarden=7;8",
            ["waarden heeft een ';': in een lijst staan komma's tussen de waarden, en een getal heeft een punt"],
        ),
        ("t", "n=5 mean=7,5 s=1", ["mean is geen getal: schrijf een punt en geen komma"]),
        ("t", "n=5 mean=7.5 s=-1", ["s is negatief"]),
        ("t", "n=1 mean=7.5 s=1", ["n is te klein"]),
        ("t", "waarden=7,8 zekerheid=100", ["zekerheid is geen bruikbaar percentage"]),
        ("nps", "P=0 P0=0 D=0", ["er zijn geen antwoorden: P, P0 en D zijn alle drie 0"]),
        ("nps_wald", "P=2 P0=0 D=0 N=1", ["P, P0 en D passen niet bij N"]),
        ("newcombe", "x1=9 n1=8 x2=9 n2=8", ["x1 is groter dan n1", "x2 is groter dan n2"]),
        ("newcombe", "x1=1 n1=8 N1=9 x2=1 n2=8", ["N2 ontbreekt"]),
        ("welch", "x=7,7 y=8,8", ["in x en in y zijn alle waarden gelijk"]),
        ("welch", "x=7 y=8", ["x heeft te weinig waarden", "y heeft te weinig waarden"]),
        ("bh", "p=0,05", ["p heeft een kans onder 0 of boven 1; een decimale komma wordt als twee waarden gelezen"]),
        ("bh", "p=0.5,1.2", ["p heeft een kans onder 0 of boven 1; een decimale komma wordt als twee waarden gelezen"]),
        ("bh", "p=,", ["p heeft te weinig waarden"]),
        ("schaal_helft", "rijen=1,2;3", ["rijen: rij 2 is niet even lang als rij 1 (1 en 2)"]),
        ("schaal_helft", "rijen=1,2;3,x", ["rijen, rij 2, waarde 2, is geen getal"]),
        ("alfa", "rijen=1;2;3", ["er is maar één vraag per rij"]),
        ("alfa", "rijen=1,2;3,", ["er zijn te weinig volledige rijen"]),
        ("alfa", "rijen=1,3;3,1", ["alle volledige rijen hebben dezelfde som"]),
        ("omkeren", "min=5 max=1 x=3", ["min is niet lager dan max"]),
        ("omkeren", "min=1 max=5 x=7", ["x heeft een waarde buiten de schaal"]),
        ("score0100", "min=1 max=5 x=,", ["x heeft te weinig waarden"]),
        ("respons", "I=9 P=9 uitgenodigd=10", ["er deden meer mensen mee (I + P) dan er zijn uitgenodigd"]),
        ("respons", "I=0 P=0 uitgenodigd=0", ["uitgenodigd is te klein"]),
        ("respons", "I=0 P=0 R=0 NC=0 O=0", ["alle aantallen zijn 0"]),
    ],
)
def test_elke_vergissing_wordt_een_gewone_tekst(methode: str, delen: str, verwacht: list[str]) -> None:
    assert vang(methode, *delen.split()) == verwacht


def test_alle_gebreken_komen_samen() -> None:
    assert vang("newcombe", "x1=9", "n1=8", "x2=min", "y=2", "5") == [
        "deel 5 heeft geen =",
        "onbekende naam 'y'",
        "n2 ontbreekt",
        "x2 is geen heel getal",
        "x1 is groter dan n1",
    ]


def test_een_onbekende_methode_krijgt_een_voorstel() -> None:
    with pytest.raises(GebruikFout) as gevangen:
        reken("wilsn", ["x=7", "n=50"])
    (gebrek,) = gevangen.value.gebreken
    assert gebrek.wat == "onbekende methode 'wilsn'"
    assert gebrek.verwacht.endswith("Bedoelde u 'wilson'?")
    assert vang("x=7") == ["de naam van de methode ontbreekt"]
    assert vang("m" * 5000) == ["onbekende methode"]
    assert vang("a\x1b[31m") == ["onbekende methode"]


def test_een_foutmelding_herhaalt_nooit_wat_iemand_invulde() -> None:
    with pytest.raises(GebruikFout) as gevangen:
        reken("welch", ["x=KANARIE,4", "y=4711.5.1"])
    tekst = str(gevangen.value)
    assert "KANARIE" not in tekst
    assert "4711" not in tekst


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(sorted(METHODEN)),
    st.lists(
        st.tuples(
            st.sampled_from(
                ["x", "n", "N", "x1", "n1", "x2", "n2", "p", "rijen", "waarden", "min", "max", "y", "I", "P"]
            ),
            st.text(alphabet="0123456789.,;-+eE nif", max_size=12) | st.text(max_size=6),
        ),
        max_size=5,
    ),
)
def test_wat_iemand_ook_typt_het_wordt_een_uitkomst_of_een_gebruikfout(
    methode: str, paren: list[tuple[str, str]]
) -> None:
    try:
        uitkomst = reken(methode, [f"{naam}={tekst}" for naam, tekst in paren])
    except GebruikFout:
        return
    json.dumps(dict(uitkomst.uitkomst), allow_nan=False)


# --- de opdracht


def voer_reken_uit(capfd: pytest.CaptureFixture[str], *delen: str) -> tuple[int, str, str]:
    code = voer_uit(["reken", *delen])
    uit = capfd.readouterr()
    return code, uit.out, uit.err


def test_json_heeft_de_vaste_namen(capfd: pytest.CaptureFixture[str]) -> None:
    code, uit, fout = voer_reken_uit(capfd, "--json", "hypergeometrisch", "x=30", "n=40", "N=60")
    antwoord = json.loads(uit)
    assert (code, fout) == (0, "")
    assert list(antwoord) == [
        *("opdracht", "versie", "afsluitcode", "bevindingen", "methode", "invoer", "uitkomst", "formule", "bron")
    ]
    assert (antwoord["opdracht"], antwoord["afsluitcode"], antwoord["bevindingen"]) == ("reken", 0, [])
    assert antwoord["invoer"] == {"x": 30, "n": 40, "N": 60}
    assert antwoord["uitkomst"]["laag"] == 40 / 60


def test_ontbrekend_is_null_in_json(capfd: pytest.CaptureFixture[str]) -> None:
    _, uit, _ = voer_reken_uit(capfd, "schaal_helft", "rijen=5,,,3;,,,4", "--json")
    antwoord = json.loads(uit)
    assert antwoord["invoer"]["rijen"] == [[5, None, None, 3], [None, None, None, 4]]
    assert antwoord["uitkomst"]["scores"] == [4, None]


def test_op_het_scherm_staat_een_decimale_komma_de_ingevulde_formule_en_de_bron(
    capfd: pytest.CaptureFixture[str],
) -> None:
    code, uit, fout = voer_reken_uit(capfd, "wilson", "x=7", "n=50")
    assert (code, fout) == (0, "")
    assert "  p     0,14\n  laag  0,0695083\n" in uit
    assert "Formule: p = 7/50 = 0,14; " in uit
    assert "Bron: Rekenregels 4.2; Wilson (1927)." in uit
    _, uit, _ = voer_reken_uit(capfd, "schaal_helft", "rijen=5,,,3;,,,4")
    assert "scores      4; geen" in uit


def test_een_fout_geeft_code_2_en_vier_delen_ook_in_json(capfd: pytest.CaptureFixture[str]) -> None:
    code, uit, fout = voer_reken_uit(capfd, "wilson", "x=60", "n=50", "q=1")
    assert (code, uit) == (2, "")
    assert "kwaliteit reken wilson: x is groter dan n\n  Verwacht: x van 0 tot en met n\n  Doe dit:" in fout
    assert "onbekende naam 'q'" in fout
    code, uit, _ = voer_reken_uit(capfd, "wilson", "x=60", "n=50", "--json")
    antwoord = json.loads(uit)
    assert (code, antwoord["afsluitcode"], antwoord["opdracht"]) == (2, 2, "reken")
    assert set(antwoord["fouten"][0]) == {"waar", "wat", "verwacht", "doe_dit"}


def test_zonder_methode_en_in_de_hulp_staan_alle_methoden_met_een_voorbeeld(
    capfd: pytest.CaptureFixture[str],
) -> None:
    for argumenten in ((), ("--help",)):
        code, uit, _ = voer_reken_uit(capfd, *argumenten)
        assert code == 0
        for methode in beschrijf_methoden():
            assert f"{methode.naam}  {', of: '.join(methode.invoer)}" in uit
            assert methode.voorbeeld in uit
    _, uit, _ = voer_reken_uit(capfd, "--json")
    assert [methode["methode"] for methode in json.loads(uit)["methoden"]] == list(METHODEN)


@pytest.mark.parametrize("argumenten", [["reken", "wilson", "x=7", "n=50"], ["reken", "--help"], ["--help"]])
def test_reken_laadt_geen_pandas_en_geen_numpy(argumenten: list[str]) -> None:
    code = (
        f"import sys\nfrom kwaliteit.cli import voer_uit\nvoer_uit({argumenten!r})\n"
        "zwaar = {'pandas', 'numpy', 'rich', 'openpyxl', 'jinja2', 'yaml', 'kwaliteit.keten'} & set(sys.modules)\n"
        "sys.exit(f'geimporteerd: {zwaar}' if zwaar else 0)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout


def test_een_getal_staat_er_in_gewone_nederlandse_notatie() -> None:
    gevallen = {0.14: "0,14", 7: "7", -2.02547275: "-2,02547", 1e-5: "0,00001", 1234567.89: "1234567,9"}
    assert {getal: schrijf_in_zes_cijfers(getal) for getal in gevallen} == gevallen
    assert schrijf_in_zes_cijfers(3.3e-12) == "3,30000e-12"
    assert (schrijf_in_zes_cijfers(0), schrijf_in_zes_cijfers(7.0)) == ("0", "7")
