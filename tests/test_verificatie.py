"""Wat anderen uitrekenden en publiceerden, door ons programma nog eens.

Statistiek: `referentie_statistiek.csv` (R, survey, scipy) en de tabellen van PHE, door de opdracht `kwaliteit reken`.
Tellingen: de enquête RSE Nederland 2017 (Software Sustainability Institute, CC-BY), door bronnen en indicatoren. De
bestanden staan naast het project, niet erin.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kwaliteit.begrippen.indicator import Indicatoren, Maat, Meting
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.cli import voer_uit
from tests.bouwstenen_indicatoren import reken as bereken_indicatoren
from tests.bouwstenen_indicatoren import vind
from tests.bronnen_fabriek import GEDEELD, lees, maak_lijst

MAP = GEDEELD / "verificatie"
RSE = MAP / "rse-2017-nl"
ECHT = 1e-6
Json = dict[str, Any]

pytestmark = pytest.mark.skipif(not MAP.is_dir(), reason="de map ../shared/verificatie staat niet naast het project")


def lees_csv(pad: Path, scheiding: str = ",") -> list[list[str]]:
    """Een tabel als rijen tekst; zonder het bestand leeg, want dan slaat alles hier over."""
    if not pad.is_file():
        return []
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.reader(bestand, delimiter=scheiding))


def als_regels(pad: Path) -> list[dict[str, str]]:
    """Een tabel als kop -> cel per rij."""
    kop, *rijen = lees_csv(pad) or [[]]
    return [dict(zip(kop, rij, strict=True)) for rij in rijen]


# --- statistiek, door de opdracht reken


def reken(capfd: pytest.CaptureFixture[str], methode: str, **invoer: object) -> Json:
    """De uitkomst van `kwaliteit reken … --json`, zoals een gebruiker haar krijgt."""
    delen = [f"{naam}={schrijf(waarde)}" for naam, waarde in invoer.items()]
    assert voer_uit(["reken", methode, *delen, "--json"]) == 0, capfd.readouterr()
    antwoord: Json = json.loads(capfd.readouterr().out)
    assert set(antwoord) == {
        *("opdracht", "versie", "afsluitcode", "bevindingen", "methode", "invoer", "uitkomst", "formule", "bron"),
    }
    uitkomst: Json = antwoord["uitkomst"]
    return uitkomst


def schrijf(waarde: object) -> str:
    if isinstance(waarde, list):
        tussen = ";" if waarde and isinstance(waarde[0], list) else ","
        return tussen.join(schrijf(deel) for deel in waarde)
    return "" if waarde is None else str(waarde)


Rekenwijze = tuple[str, Callable[[Json], Json], Callable[[Json], Json]]
"""Onze methode; van de invoer van de referentie naar de onze; van onze uitkomst naar de namen van de referentie."""


def zoals_het_is(invoer: Json) -> Json:
    return invoer


def als_rijen(invoer: Json) -> Json:
    return {"rijen": list(invoer.values())}


def als_nps(invoer: Json) -> Json:
    namen = {"promotors": "P", "passives": "P0", "detractors": "D"}
    return {namen.get(naam, naam): waarde for naam, waarde in invoer.items()}


def noem_marge(uit: Json) -> Json:
    return {"p": uit["p"], "low": uit["laag"], "high": uit["hoog"]}


def noem_gemiddelde(uit: Json) -> Json:
    namen = {"mean": "gemiddelde", "sd": "afwijking", "se": "se", "low": "laag", "high": "hoog", "df": "df"}
    return {hun: uit[ons] for hun, ons in namen.items()}


def noem_nps(uit: Json) -> Json:
    return {"nps": uit["nps"], "se": uit["se"], "low": uit["laag"], "high": uit["hoog"], "centre": uit.get("midden")}


def noem_verschil(uit: Json) -> Json:
    namen = {"p_chi2": "p_z", "p_fisher": "p_fisher", "t": "t", "df": "df", "p": "p", "se": "se", "z": "z"}
    return {
        "diff": uit["verschil"],
        "low": uit["laag"],
        "high": uit["hoog"],
        **{hun: uit[ons] for hun, ons in namen.items() if ons in uit},
    }


def noem_scores(uit: Json) -> Json:
    deel = uit.get("deel_boven_3_5")
    return {
        "scores": uit["scores"],
        "n": uit["n"],
        "mean": uit["gemiddelde"],
        "pct_gt_3_5": None if deel is None else 100 * deel,
    }


def noem_score0100(uit: Json) -> Json:
    return {
        "score": uit["waarde"],
        "mean": uit["gemiddelde"],
        "pct_favourable": 100 * uit["gunstig"],
        "top_box": 100 * uit["topbox"],
    }


def noem_omgekeerd(uit: Json) -> Json:
    return {"x": uit["waarde"], "mean": uit["gemiddelde"], "score": uit["score"]}


def noem_q(uit: Json) -> Json:
    return {
        "q": uit["q"],
        "rejected_05": sum(q <= 0.05 for q in uit["q"]),
        "rejected_25": sum(q <= 0.25 for q in uit["q"]),
    }


REKENWIJZEN: dict[str, Rekenwijze] = {
    "wilson95": ("wilson", zoals_het_is, noem_marge),
    "wilson95_fpc": ("wilson", zoals_het_is, noem_marge),
    "clopper_pearson95": ("clopper_pearson", zoals_het_is, noem_marge),
    "exact_hypergeom95": ("hypergeometrisch", zoals_het_is, noem_marge),
    "mean_t95": ("t", lambda invoer: {"waarden": invoer["x"]}, noem_gemiddelde),
    "mean_t95_fpc": ("t", lambda invoer: {"waarden": invoer["x"], "N": invoer["N"]}, noem_gemiddelde),
    "score0100": ("score0100", zoals_het_is, noem_score0100),
    "reverse": ("omkeren", zoals_het_is, noem_omgekeerd),
    "scale_half_rule": ("schaal_helft", als_rijen, noem_scores),
    "scale_two_thirds_rule": ("schaal_twee_derde", als_rijen, noem_scores),
    "cronbach_alpha": ("alfa", als_rijen, lambda uit: {"alpha": uit["waarde"]}),
    "nps_wald": ("nps_wald", als_nps, noem_nps),
    "nps_wald_fpc": ("nps_wald", als_nps, noem_nps),
    "nps_adjusted_wald": ("nps", als_nps, noem_nps),
    "newcombe95+z+fisher": ("newcombe", zoals_het_is, noem_verschil),
    "newcombe95_fpc": ("newcombe", zoals_het_is, noem_verschil),
    "welch": ("welch", zoals_het_is, noem_verschil),
    "benjamini_hochberg": ("bh", zoals_het_is, noem_q),
    "aapor": ("respons", zoals_het_is, zoals_het_is),
}
REFERENTIE = als_regels(MAP / "referentie_statistiek.csv")


@pytest.mark.parametrize("rij", REFERENTIE, ids=[rij["case_id"] for rij in REFERENTIE])
def test_reken_geeft_elk_getal_van_de_referentie(rij: dict[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    methode, maak_invoer, noem = REKENWIJZEN[rij["method"]]
    gevonden = noem(reken(capfd, methode, **maak_invoer(json.loads(rij["inputs"]))))
    verwacht = json.loads(rij["expected"])
    assert set(verwacht) <= set(gevonden)
    for naam, waarde in verwacht.items():
        assert gevonden[naam] == pytest.approx(waarde, abs=ECHT), naam


def test_alle_28_gevallen_van_de_referentie_zijn_getoetst() -> None:
    assert len(REFERENTIE) == 28
    assert {rij["method"] for rij in REFERENTIE} == set(REKENWIJZEN)


def test_een_verkeerd_getal_in_de_referentie_valt_op(capfd: pytest.CaptureFixture[str]) -> None:
    rij = next(rij for rij in REFERENTIE if rij["case_id"] == "D01")
    fout = {**rij, "expected": rij["expected"].replace("0.05243147", "0.05243347")}
    assert fout != rij
    with pytest.raises(AssertionError):
        test_reken_geeft_elk_getal_van_de_referentie(fout, capfd)


def test_de_aandelen_van_phe_komen_gelijk_uit_ook_bij_99_8_procent(capfd: pytest.CaptureFixture[str]) -> None:
    rijen = als_regels(MAP / "phe" / "proportion_rij_1_4.csv")
    assert len(rijen) == 4
    for rij in rijen:
        for grens, extra in (("95_0", {}), ("99_8", {"z": 3.090232306167813})):
            gevonden = reken(capfd, "wilson", x=rij["Numerator"], n=rij["Denominator"], **extra)
            assert gevonden["p"] == pytest.approx(float(rij["value"]), abs=1e-12)
            assert gevonden["laag"] == pytest.approx(float(rij[f"lower{grens}cl"]), abs=1e-12)
            assert gevonden["hoog"] == pytest.approx(float(rij[f"upper{grens}cl"]), abs=1e-12)


def test_de_gemiddelden_van_phe_komen_gelijk_uit_ook_bij_99_8_procent(capfd: pytest.CaptureFixture[str]) -> None:
    ruw = als_regels(MAP / "phe" / "mean_ruw.csv")
    uitkomsten = als_regels(MAP / "phe" / "mean_uitkomst.csv")
    assert len(uitkomsten) == 3
    for rij in uitkomsten:
        waarden = [regel["values"] for regel in ruw if rij["area"] in (regel["area"], "No grouping")]
        for grens, zekerheid in (("95_0", 95), ("99_8", 99.8)):
            gevonden = reken(capfd, "t", waarden=waarden, zekerheid=zekerheid)
            assert gevonden["n"] == int(rij["value_count"])
            assert gevonden["gemiddelde"] == pytest.approx(float(rij["value"]), rel=1e-12)
            assert gevonden["afwijking"] == pytest.approx(float(rij["stdev"]), rel=1e-12)
            assert gevonden["laag"] == pytest.approx(float(rij[f"lower{grens}cl"]), rel=1e-9)
            assert gevonden["hoog"] == pytest.approx(float(rij[f"upper{grens}cl"]), rel=1e-9)


# --- tellingen, door bronnen en indicatoren

RUW = RSE / "data" / "public_data.csv"
KOPPEN = next(iter(lees_csv(RUW)), [])
KOPPELING = {rij[0]: (rij[1], rij[2]) for rij in lees_csv(RSE / "koppeling.tsv", "\t")[1:]}
GETELD = [tabel for tabel, (_, stand) in KOPPELING.items() if stand == "gelijk nagerekend"]
MEERKEUZE = [tabel for tabel in GETELD if "+" in KOPPELING[tabel][0]]
RUWE_LIJST = [tabel for tabel, (_, stand) in KOPPELING.items() if stand == "geen telling"]
MATRIX = sorted(pad.name for pad in RSE.glob("output/matrix_*.csv") if not pad.stem.endswith("_perc"))
MATRIXTWEELING = (
    *("affRec1_3", "affSat1_2", "percEmp1_2_3_4", "perfCheck1_2_3_4_5_6_7", "progRSE1_2_3_4_5"),
    *("paper1_2_3_4_5", "satisgen1_2", "time1can_2can_3can_4can_5can", "turnOver2_4"),
)
"""Dezelfde tabel nog eens onder een andere naam; in `koppeling.tsv` heet zij nog niet gekoppeld."""
KOLOM_IS_WEG = ("currentEmp2.csv", "currentEmp4.csv", "socio2.csv", "socio3.csv", "socio4.csv")
"""Deze kolommen zijn om privacy uit de openbare gegevens gehaald: niet na te rekenen."""
LEEG_PERCENTAGE = ("open1can_perc.csv", "socio3_perc.csv", "socio4_perc.csv")
"""In deze tabellen staan geen percentages."""
JA_NEE = ("Yes", "No")


def lees_tabel(tabel: str) -> tuple[list[str], list[tuple[str, list[float]]]]:
    """De kop zonder de eerste cel, en per rij de naam met de getallen; leeg is 0."""
    kop, *rijen = lees_csv(RSE / "output" / tabel)
    return kop[1:], [(rij[0], [float(cel or 0) for cel in rij[1:]]) for rij in rijen]


def maak_schaal(*labels: str) -> Schaal:
    return Schaal(naam="keuze", soort=Schaalsoort.KEUZE, codes=tuple(range(1001, 1001 + len(labels))), labels=labels)


def zoek_kop(code: str) -> str:
    """De kop van deze code; een deelvraag van een matrix heet likert4[affRec1]."""
    patroon = re.compile(rf"(likert\d\[{re.escape(code)}\]|{re.escape(code)})\. ")
    (kop,) = [kop for kop in KOPPEN if patroon.match(kop)]
    return kop


def tel(tmp_path: Path, schalen: Mapping[str, Schaal]) -> dict[str, Meting]:
    """Lees het echte bestand met deze vragen (kop -> schaal) en bereken de indicatoren; geef per kop de meting."""
    vragen = {
        kop: Vraag(id=f"V{nummer:03d}", tekst=f"Tekst die niet in het bestand staat, {nummer}", schaal=schaal)
        for nummer, (kop, schaal) in enumerate(schalen.items())
    }
    regels = "\n".join(f"  {json.dumps(kop, ensure_ascii=False)}: {vraag.id}" for kop, vraag in vragen.items())
    gelezen = lees(
        tmp_path,
        {"2024/clienten.csv": RUW.read_bytes()},
        maak_lijst(*vragen.values()),
        koppeling=f"kolommen:\n{regels}\n",
    )
    (blad,) = gelezen.bladen
    assert blad.aantal == 77
    assert blad.afwijkingen == ()
    indicatoren: Indicatoren = bereken_indicatoren(blad)
    return {kop: vind(indicatoren, vraag_id=vraag.id) for kop, vraag in vragen.items()}


def geef_procenten(meting: Meting) -> list[float]:
    """De verdeling uit onze indicatoren, in procenten."""
    return [100 * cijfer.waarde for cijfer in meting.cijfers if cijfer.maat is Maat.VERDELING]


def test_de_enkelvoudige_tabellen_komen_gelijk_uit_ook_in_procenten(tmp_path: Path) -> None:
    tabellen = [tabel for tabel in GETELD if tabel not in MEERKEUZE]
    labels: dict[str, list[str]] = {}
    aantallen: dict[str, list[float]] = {}
    for tabel in tabellen:
        kop, rijen = lees_tabel(tabel)
        if tuple(kop[:2]) == JA_NEE:
            labels[tabel], aantallen[tabel] = list(JA_NEE), rijen[0][1][:2]
        else:
            gevuld = [(naam, getallen[0]) for naam, getallen in rijen if naam]
            labels[tabel], aantallen[tabel] = [naam for naam, _ in gevuld], [aantal for _, aantal in gevuld]
    koppen = {tabel: zoek_kop(KOPPELING[tabel][0]) for tabel in tabellen}
    metingen = tel(tmp_path, {koppen[tabel]: maak_schaal(*labels[tabel]) for tabel in tabellen})
    procenten = 0
    for tabel in tabellen:
        meting = metingen[koppen[tabel]]
        assert list(meting.per_code) == aantallen[tabel], tabel
        gepubliceerd = tabel.replace(".csv", "_perc.csv")
        if gepubliceerd in LEEG_PERCENTAGE or not (RSE / "output" / gepubliceerd).is_file():
            continue
        _, rijen = lees_tabel(gepubliceerd)
        verwacht = rijen[0][1] if len(rijen) == 1 and len(rijen[0][1]) == 2 else [rij[1][0] for rij in rijen]
        assert geef_procenten(meting) == pytest.approx(verwacht, abs=ECHT), gepubliceerd
        procenten += 1
    assert (len(tabellen), procenten) == (18, 17)


def test_de_meerkeuzetabellen_komen_gelijk_uit_met_een_vraag_per_antwoord(tmp_path: Path) -> None:
    assert MEERKEUZE == ["currentEmp13.csv", "proj4can.csv", "ukrse2.csv"]
    koppen = {
        (tabel, naam): next(
            kop for kop in KOPPEN if kop.startswith(tabel.removesuffix(".csv") + "[") and kop.endswith(f"[{naam}]")
        )
        for tabel in MEERKEUZE
        for naam, _ in lees_tabel(tabel)[1]
    }
    assert len(set(koppen.values())) == 65 + 4 + 4
    metingen = tel(tmp_path, dict.fromkeys(koppen.values(), maak_schaal(*JA_NEE)))
    for tabel in MEERKEUZE:
        gepubliceerd = {naam: getallen[0] for naam, getallen in lees_tabel(tabel)[1]}
        gekozen = {naam: metingen[koppen[tabel, naam]].per_code[0] for naam in gepubliceerd}
        assert gekozen == gepubliceerd
        for naam, (procent,) in lees_tabel(tabel.replace(".csv", "_perc.csv"))[1]:
            # Zij delen door alle keuzes samen; wij zouden delen door wie iets koos.
            assert 100 * gekozen[naam] / sum(gekozen.values()) == pytest.approx(procent, abs=ECHT)


def lees_matrixvragen(tabel: str) -> list[str]:
    """matrix_time_1can_2can.csv -> de koppen van time1can en time2can."""
    _, code, *nummers = tabel.removesuffix(".csv").split("_")
    return [zoek_kop(f"{code}{nummer}") for nummer in nummers]


def test_de_matrixtabellen_komen_gelijk_uit_met_een_eigen_vraag_per_regel(tmp_path: Path) -> None:
    schalen: dict[str, Schaal] = {}
    for tabel in MATRIX:
        kop, rijen = lees_tabel(tabel)
        labels = kop[:2] if tuple(kop[:2]) == JA_NEE else [naam for naam, _ in rijen]
        schalen |= dict.fromkeys(lees_matrixvragen(tabel), maak_schaal(*labels))
    metingen = tel(tmp_path, schalen)
    for tabel in MATRIX:
        _, rijen = lees_tabel(tabel)
        _, in_procenten = lees_tabel(tabel.replace(".csv", "_perc.csv"))
        onze = [metingen[kop] for kop in lees_matrixvragen(tabel)]
        if schalen[lees_matrixvragen(tabel)[0]].labels == JA_NEE:
            # Een regel per vraag: ja, nee, geen antwoord; procenten over wie antwoordde.
            assert [[*meting.per_code, 77 - meting.n] for meting in onze] == [getallen for _, getallen in rijen]
            for meting, (_, procenten) in zip(onze, in_procenten, strict=True):
                assert geef_procenten(meting) == pytest.approx(procenten, abs=ECHT), tabel
            continue
        # Een regel per antwoord, een kolom per vraag; hun procenten tellen per regel op tot 100.
        per_antwoord = list(zip(*(meting.per_code for meting in onze), strict=True))
        assert [list(regel) for regel in per_antwoord] == [getallen for _, getallen in rijen], tabel
        for regel, (_, procenten) in zip(per_antwoord, in_procenten, strict=True):
            verwacht = [100 * aantal / sum(regel) if sum(regel) else 0 for aantal in regel]
            assert verwacht == pytest.approx(procenten, abs=ECHT), tabel
    assert len(MATRIX) == 9
    assert len(schalen) == 34


def test_de_tabellen_die_een_matrix_herhalen_zijn_dezelfde_getallen() -> None:
    for naam in MATRIXTWEELING:
        (matrix,) = [tabel for tabel in MATRIX if tabel.removeprefix("matrix_").replace("_", "", 1) == f"{naam}.csv"]
        assert [getallen for _, getallen in lees_tabel(f"{naam}.csv")[1]] == [
            getallen for _, getallen in lees_tabel(matrix)[1]
        ]
    for (_, afgerond), (_, procenten) in zip(
        lees_tabel("paper1_2_3_4_5_perc.csv")[1], lees_tabel("matrix_paper_1_2_3_4_5_perc.csv")[1], strict=True
    ):
        assert afgerond == [round(procent) for procent in procenten]


def test_de_ruwe_lijsten_staan_zo_in_het_bestand_en_hun_gemiddelde_klopt(tmp_path: Path) -> None:
    assert len(RUWE_LIJST) == 4
    koppen = {tabel: zoek_kop(KOPPELING[tabel][0]) for tabel in RUWE_LIJST}
    metingen = tel(tmp_path, dict.fromkeys(koppen.values(), Schaal(naam="getal", soort=Schaalsoort.GETAL)))
    for tabel, kop in koppen.items():
        waarden = [float(rij[1]) for rij in lees_csv(RSE / "output" / tabel)[1:] if rij[1]]
        (cijfer,) = [cijfer for cijfer in metingen[kop].cijfers if cijfer.maat is Maat.GEMIDDELDE]
        assert cijfer.noemer == len(waarden)
        assert cijfer.waarde == pytest.approx(sum(waarden) / len(waarden), abs=1e-12)


def test_elke_gepubliceerde_tabel_is_nagerekend_of_heeft_een_reden() -> None:
    bestanden = {pad.name for pad in (RSE / "output").glob("*.csv")}
    matrices = {*MATRIX, *(f"{naam}.csv" for naam in MATRIXTWEELING)}
    nagerekend = {*GETELD, *RUWE_LIJST, *matrices}
    procenten = {naam for naam in bestanden if naam.endswith("_perc.csv")}
    zonder_reden = bestanden - nagerekend - procenten - set(KOLOM_IS_WEG)
    assert zonder_reden == set()
    assert {naam for naam in procenten if naam.replace("_perc.csv", ".csv") not in nagerekend} == {
        naam.replace(".csv", "_perc.csv") for naam in KOLOM_IS_WEG
    }
    for naam in KOLOM_IS_WEG:
        assert not any(kop.startswith(naam.removesuffix(".csv") + ".") for kop in KOPPEN)
    assert Counter(stand for _, stand in KOPPELING.values()) == {
        "gelijk nagerekend": 21,
        "geen telling": 4,
        "niet gekoppeld": 14,
    }


def test_een_verkeerd_aantal_in_een_tabel_valt_op(tmp_path: Path) -> None:
    kop = zoek_kop("rse1")
    meting = tel(tmp_path, {kop: maak_schaal(*JA_NEE)})[kop]
    assert list(meting.per_code) == [75, 2]
    assert list(meting.per_code) != [74, 3]
