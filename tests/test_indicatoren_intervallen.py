"""De marges, naast wat anderen publiceerden, naast scipy en statsmodels, en naast de definitie in hele getallen."""

import csv
import json
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import ceil, comb, floor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaliteit.begrippen.indicator import Intervalmethode
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.begrippen.werkmap import Aantallen
from kwaliteit.formules.hypergeometrisch import begrens_aantal, is_mogelijk_in_hele_getallen
from kwaliteit.formules.marges import bereken_blaker, bereken_hypergeometrisch, bereken_wald, bereken_wilson
from kwaliteit.formules.studentverdeling import bereken_kwantiel, bereken_overschrijding, onvolledige_beta
from kwaliteit.indicatoren.intervallen import (
    kies_bij_aandeel,
    kies_bij_gemiddelde,
    kies_bij_nps,
)
from tests.bouwstenen_indicatoren import (
    EENS5,
    SCHALEN,
    maak_blad,
    maak_jaargang,
    maak_lijst,
    maak_vraag,
    maak_werkmap,
    vind,
)
from tests.bouwstenen_indicatoren import reken as reken_alles

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "verificatie"
heeft_verificatie = pytest.mark.skipif(
    not SHARED.is_dir(), reason="de verificatiebestanden (../shared/verificatie) staan niet naast het project"
)
ECHT = 1e-6


def _lees_referentie() -> list[dict[str, str]]:
    pad = SHARED / "referentie_statistiek.csv"
    if not pad.is_file():
        return []
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def _meet(schaal: Schaal, antwoorden: Sequence[float], mensen: int | None = None, *, omgekeerd: bool = False) -> Any:
    lijst = maak_lijst(maak_vraag(schaal=schaal, omgekeerd=omgekeerd))
    populatie = {} if mensen is None else {lijst.doelgroep: Aantallen(totaal=mensen, per_locatie={})}
    werkmap = maak_werkmap(maak_jaargang(2024, populatie=populatie))
    return vind(reken_alles(maak_blad(lijst, {"V1": antwoorden}), werkmap=werkmap))


def _wilson(invoer: dict[str, Any]) -> dict[str, float]:
    laag, hoog = bereken_wilson(invoer["x"], invoer["n"])
    return {"p": invoer["x"] / invoer["n"], "low": laag, "high": hoog}


def _hypergeometrisch(invoer: dict[str, Any]) -> dict[str, float]:
    laag, hoog = bereken_hypergeometrisch(invoer["x"], invoer["n"], invoer["N"])
    return {"low": laag, "high": hoog}


def _gemiddelde(invoer: dict[str, Any]) -> dict[str, float]:
    (cijfer,) = _meet(SCHALEN["rapportcijfer"], invoer["x"], invoer.get("N")).cijfers
    return {"mean": cijfer.waarde, "low": cijfer.interval.laag, "high": cijfer.interval.hoog}


def _nps(invoer: dict[str, Any]) -> dict[str, float]:
    promotors, neutraal, critici = invoer["promotors"], invoer["passives"], invoer["detractors"]
    laag, hoog = bereken_wald(promotors, neutraal, critici)
    (cijfer,) = _meet(SCHALEN["nps"], [10] * promotors + [8] * neutraal + [3] * critici).cijfers
    assert (cijfer.interval.laag, cijfer.interval.hoog) == (laag, hoog)
    return {"nps": cijfer.waarde, "low": laag, "high": hoog}


def _gunstig(invoer: dict[str, Any]) -> dict[str, float]:
    gunstig, *verdeling = _meet(EENS5, invoer["x"]).cijfers
    return {"pct_favourable": 100 * gunstig.waarde, "top_box": 100 * verdeling[-1].waarde}


def _omgekeerd(invoer: dict[str, Any]) -> dict[str, float]:
    schaal = Schaal(naam="vijf", soort=Schaalsoort.RAPPORTCIJFER, laagste=invoer["min"], hoogste=invoer["max"])
    return {"mean": _meet(schaal, invoer["x"], omgekeerd=True).cijfers[0].waarde}


def _respons(invoer: dict[str, Any]) -> dict[str, float]:
    """Alle aangezochten zijn uitgenodigd; I vulde alles in, P een deel."""
    volledig, deels = invoer["I"], invoer["P"]
    uitgenodigd = sum(invoer[naam] for naam in ("I", "P", "R", "NC", "O", "UH", "UO"))
    vragen = [maak_vraag("V1"), maak_vraag("V2")]
    blad = maak_blad(maak_lijst(*vragen), {"V1": [4] * (volledig + deels), "V2": [4] * volledig + ["leeg"] * deels})
    (respons,) = reken_alles(blad).respons
    return {"rr1": respons.volledig / uitgenodigd, "rr2": respons.deelnemers / uitgenodigd}


REKENWIJZEN = {
    "wilson95": _wilson,
    "exact_hypergeom95": _hypergeometrisch,
    "mean_t95": _gemiddelde,
    "mean_t95_fpc": _gemiddelde,
    "nps_adjusted_wald": _nps,
    "score0100": _gunstig,
    "reverse": _omgekeerd,
    "aapor": _respons,
}
REFERENTIE = [rij for rij in _lees_referentie() if rij["method"] in REKENWIJZEN]


@heeft_verificatie
@pytest.mark.parametrize("rij", REFERENTIE, ids=[rij["case_id"] for rij in REFERENTIE])
def test_de_uitkomst_is_gelijk_aan_de_gepubliceerde(rij: dict[str, str]) -> None:
    gevonden = REKENWIJZEN[rij["method"]](json.loads(rij["inputs"]))
    verwacht = json.loads(rij["expected"])
    for naam, waarde in gevonden.items():
        assert waarde == pytest.approx(verwacht[naam], abs=ECHT), naam


@heeft_verificatie
def test_elke_methode_van_de_referentie_die_hier_hoort_is_ook_getoetst() -> None:
    assert Counter(rij["method"] for rij in REFERENTIE) == {
        "wilson95": 4,
        "exact_hypergeom95": 4,
        "mean_t95": 1,
        "mean_t95_fpc": 1,
        "nps_adjusted_wald": 1,
        "score0100": 1,
        "reverse": 1,
        "aapor": 1,
    }


@heeft_verificatie
def test_aandelen_van_phe_komen_gelijk_uit() -> None:
    with (SHARED / "phe" / "proportion_rij_1_4.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    assert len(rijen) == 4
    for rij in rijen:
        laag, hoog = bereken_wilson(int(rij["Numerator"]), int(rij["Denominator"]))
        assert laag == pytest.approx(float(rij["lower95_0cl"]), abs=ECHT)
        assert hoog == pytest.approx(float(rij["upper95_0cl"]), abs=ECHT)


@heeft_verificatie
def test_gemiddelden_van_phe_komen_gelijk_uit() -> None:
    with (SHARED / "phe" / "mean_ruw.csv").open(encoding="utf-8", newline="") as bestand:
        ruw = list(csv.DictReader(bestand))
    with (SHARED / "phe" / "mean_uitkomst.csv").open(encoding="utf-8", newline="") as bestand:
        uitkomsten = {rij["area"]: rij for rij in csv.DictReader(bestand)}
    assert set(uitkomsten) == {"Area1", "Area2", "No grouping"}
    for gebied, rij in uitkomsten.items():
        getallen = [float(regel["values"]) for regel in ruw if gebied in (regel["area"], "No grouping")]
        (cijfer,) = _meet(SCHALEN["getal"], getallen).cijfers
        assert cijfer.noemer == int(rij["value_count"])
        assert cijfer.waarde == pytest.approx(float(rij["value"]), rel=1e-12)
        assert cijfer.interval.laag == pytest.approx(float(rij["lower95_0cl"]), rel=1e-10)
        assert cijfer.interval.hoog == pytest.approx(float(rij["upper95_0cl"]), rel=1e-10)


@pytest.mark.parametrize(
    ("x", "n", "populatie", "laag", "hoog"),
    [
        (20, 20, 25, 0.92, 1),
        (0, 18, 24, 0, 2 / 24),
        (9, 12, 20, 0.55, 0.85),
        (30, 40, 60, 40 / 60, 49 / 60),
        (45, 60, 240, 154 / 240, 201 / 240),
        (700, 1200, 3000, 1684 / 3000, 0.605),
        (12, 15, 15, 0.8, 0.8),
        (47, 62, 84, 58 / 84, 68 / 84),
    ],
)
def test_de_gevallen_uit_de_rekenregels_komen_precies_uit(
    x: int, n: int, populatie: int, laag: float, hoog: float
) -> None:
    assert bereken_hypergeometrisch(x, n, populatie) == (laag, hoog)


def _begrens_volgens_de_definitie(x: int, n: int, populatie: int) -> tuple[int, int]:
    """Letterlijk rekenregel 4.1, met breuken en zonder zoeken of bekorten."""

    def kans(i: int, aantal: int) -> Fraction:
        return Fraction(comb(aantal, i) * comb(populatie - aantal, n - i), comb(populatie, n))

    mogelijk = range(x, populatie - (n - x) + 1)
    grens = Fraction(1, 40)
    return (
        min(aantal for aantal in mogelijk if sum(kans(i, aantal) for i in range(x, n + 1)) > grens),
        max(aantal for aantal in mogelijk if sum(kans(i, aantal) for i in range(x + 1)) > grens),
    )


def test_het_zoeken_vindt_precies_de_grenzen_van_de_definitie() -> None:
    gevallen = [(x, n, mensen) for mensen in (1, 2, 7, 16, 25) for n in range(1, mensen + 1) for x in range(n + 1)]
    for geval in gevallen:
        assert begrens_aantal(*geval) == _begrens_volgens_de_definitie(*geval), geval


@given(st.data())
def test_kommagetallen_en_hele_getallen_geven_dezelfde_grens(data: st.DataObject) -> None:
    populatie = data.draw(st.integers(1, 4000))
    n = data.draw(st.integers(1, populatie))
    x = data.draw(st.integers(0, n))
    laag, hoog = begrens_aantal(x, n, populatie)
    assert is_mogelijk_in_hele_getallen(x, n, populatie, laag)
    assert laag == x or not is_mogelijk_in_hele_getallen(x, n, populatie, laag - 1)
    assert is_mogelijk_in_hele_getallen(n - x, n, populatie, populatie - hoog)
    assert hoog == populatie - n + x or not is_mogelijk_in_hele_getallen(n - x, n, populatie, populatie - hoog - 1)


def test_een_staart_van_precies_een_veertigste_telt_niet_mee() -> None:
    """Eén gunstig van één antwoord: bij K gunstigen van 40 is de kans K/40. Precies 1/40 is niet meer dan 1/40."""
    assert begrens_aantal(1, 1, 40) == (2, 40)
    assert begrens_aantal(1, 1, 39) == (1, 39)


def test_de_dekking_is_minstens_95_procent_bij_elke_groep_tot_en_met_40_mensen() -> None:
    laagste = Fraction(1)
    for populatie in range(1, 41):
        for n in range(1, populatie + 1):
            grenzen = [begrens_aantal(x, n, populatie) for x in range(n + 1)]
            alle = comb(populatie, n)
            for aantal in range(populatie + 1):
                gedekt = sum(
                    comb(aantal, x) * comb(populatie - aantal, n - x)
                    for x in range(max(0, n - populatie + aantal), min(n, aantal) + 1)
                    if grenzen[x][0] <= aantal <= grenzen[x][1]
                )
                laagste = min(laagste, Fraction(gedekt, alle))
    assert Fraction(95, 100) <= laagste < Fraction(96, 100)  # ruimer dan nodig zou ook fout zijn


@given(st.data())
def test_de_marge_van_een_aandeel_ligt_tussen_nul_en_een_om_het_cijfer_en_spiegelt(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 400))
    x = data.draw(st.integers(0, n))
    populatie = data.draw(st.none() | st.integers(n, 1000))
    interval = kies_bij_aandeel(x, n, populatie)
    spiegel = kies_bij_aandeel(n - x, n, populatie)
    assert interval is not None
    assert spiegel is not None
    assert 0 <= interval.laag <= interval.hoog <= 1
    if interval.methode is Intervalmethode.BLAKER and populatie is not None:
        # De echte waarde is een heel aantal mensen; x/n hoeft dat niet te zijn. Een buurgetal van x/n valt erin.
        assert interval.laag * populatie <= ceil(x * populatie / n) + 1e-9
        assert interval.hoog * populatie >= floor(x * populatie / n) - 1e-9
    else:
        assert interval.laag <= x / n <= interval.hoog
    assert spiegel.laag == pytest.approx(1 - interval.hoog, abs=1e-12)
    assert spiegel.hoog == pytest.approx(1 - interval.laag, abs=1e-12)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_de_marge_van_een_nps_ligt_om_het_cijfer_en_spiegelt(promotors: int, neutraal: int, critici: int) -> None:
    interval = kies_bij_nps(promotors, neutraal, critici, None)
    if promotors + neutraal + critici <= 1:
        assert interval is None
        return
    spiegel = kies_bij_nps(critici, neutraal, promotors, None)
    assert interval is not None
    assert spiegel is not None
    nps = 100 * (promotors - critici) / (promotors + neutraal + critici)
    assert -100 <= interval.laag <= nps <= interval.hoog <= 100
    assert (spiegel.laag, spiegel.hoog) == pytest.approx((-interval.hoog, -interval.laag))


def test_bij_een_bekende_groep_is_de_marge_die_van_blaker_en_niet_de_gelijkstaartige() -> None:
    interval = kies_bij_aandeel(30, 40, 60)
    assert interval is not None
    assert interval.methode is Intervalmethode.BLAKER
    assert (interval.laag, interval.hoog) == bereken_blaker(30, 40, 60)
    anders = kies_bij_aandeel(0, 18, 24)
    assert anders is not None
    assert (anders.laag, anders.hoog) == bereken_blaker(0, 18, 24)


def test_meer_antwoorden_dan_mensen_geeft_nergens_een_marge() -> None:
    assert kies_bij_aandeel(1, 3, 2) is None
    assert kies_bij_gemiddelde(7, 1, 3, 2) is None
    assert kies_bij_nps(1, 1, 1, 2) is None
    assert kies_bij_aandeel(1, 3, 4) is not None  # tegenproef


def test_antwoordde_iedereen_dan_is_elke_marge_een_punt() -> None:
    for interval, punt in (
        (kies_bij_aandeel(1, 4, 4), 0.25),
        (kies_bij_gemiddelde(7.5, 1, 4, 4), 7.5),
        (kies_bij_nps(2, 1, 1, 4), 25.0),
    ):
        assert interval is not None
        assert (interval.laag, interval.hoog, interval.methode) == (punt, punt, Intervalmethode.IEDEREEN)


def dek_kleinere_groep(mensen: int, n: int, geldt_voor: int) -> float:
    """De kleinste dekking van de marge bij zoveel mensen, als de vraag maar voor `geldt_voor` van hen geldt.

    Met een halve mens speling: een deel van minder mensen is geen heel aantal van allen.
    """
    marges = [kies_bij_aandeel(x, n, mensen) for x in range(n + 1)]
    alle = comb(geldt_voor, n)
    laagste = 1.0
    for gunstig in range(geldt_voor + 1):
        deel, speling = gunstig / geldt_voor, 0.5 / mensen + 1e-12
        gedekt = sum(
            comb(gunstig, x) * comb(geldt_voor - gunstig, n - x)
            for x, marge in enumerate(marges)
            if marge is not None and marge.laag - speling <= deel <= marge.hoog + speling
        )
        laagste = min(laagste, gedekt / alle)
    return laagste


@pytest.mark.parametrize(("mensen", "n"), [(30, 20), (40, 30), (60, 40), (84, 62)])
def test_de_marge_blijft_breed_genoeg_als_de_vraag_niet_voor_iedereen_geldt(mensen: int, n: int) -> None:
    """Besluit 0012: de marge rekent met alle mensen, of iemand nu "n.v.t." zei of niet."""
    assert min(dek_kleinere_groep(mensen, n, geldt_voor) for geldt_voor in range(n, mensen + 1)) > 0.93
    # Tegenproef: andersom, een marge voor minder mensen dan er zijn, is te smal.
    marges = [kies_bij_aandeel(x, n, n + 2) for x in range(n + 1)]
    breder = [kies_bij_aandeel(x, n, mensen) for x in range(n + 1)]
    breedte = [sum(marge.hoog - marge.laag for marge in rij if marge is not None) for rij in (marges, breder)]
    assert breedte[0] < 0.7 * breedte[1]


def test_wilson_is_gelijk_aan_statsmodels() -> None:
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415 (traag om te laden)

    for n in (1, 2, 10, 62, 1000):
        for x in {0, 1, n // 3, n // 2, n - 1, n}:
            verwacht = proportion_confint(x, n, method="wilson")
            assert bereken_wilson(x, n) == pytest.approx(verwacht, abs=1e-12)


def test_wilson_is_precies_nul_of_een_aan_de_rand() -> None:
    for n in range(1, 500):
        assert bereken_wilson(0, n)[0] == 0
        assert bereken_wilson(n, n)[1] == 1


def test_het_hypergeometrische_interval_is_gelijk_aan_scipy() -> None:
    from scipy.stats import hypergeom  # noqa: PLC0415

    for x, n, populatie in ((20000, 28000, 30000), (130, 500, 20000), (3, 900, 4000), (99000, 100000, 130000)):
        laag, hoog = begrens_aantal(x, n, populatie)
        assert hypergeom.sf(x - 1, populatie, laag, n) > 0.025 >= hypergeom.sf(x - 1, populatie, laag - 1, n)
        assert hypergeom.cdf(x, populatie, hoog, n) > 0.025 >= hypergeom.cdf(x, populatie, hoog + 1, n)


def test_de_t_verdeling_is_gelijk_aan_scipy() -> None:
    from scipy.special import betainc  # noqa: PLC0415
    from scipy.stats import t  # noqa: PLC0415

    for vrijheidsgraden in (*range(1, 60), 100, 365, 1000, 20000):
        assert bereken_kwantiel(vrijheidsgraden) == pytest.approx(t.ppf(0.975, vrijheidsgraden), rel=1e-11)
        for afstand in (0.0, 0.3, 1.0, 2.5, 9.0):
            verwacht = 2 * t.sf(afstand, vrijheidsgraden)
            assert bereken_overschrijding(afstand, vrijheidsgraden) == pytest.approx(verwacht, abs=1e-11)
    for x in (0.0, 0.01, 0.4, 0.6, 0.99, 1.0):
        assert onvolledige_beta(x, 2.5, 7.0) == pytest.approx(betainc(2.5, 7.0, x), abs=1e-13)
