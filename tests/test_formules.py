"""De formules naast scipy en statsmodels, naast de definitie in hele getallen, en naast wat altijd moet gelden.

scipy en statsmodels zijn traag om te laden; elke toets haalt ze zelf op.
"""

import importlib.util
import math
import sys
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import comb
from pathlib import Path
from time import process_time
from types import ModuleType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kwaliteit.formules import blaker, hypergeometrisch
from kwaliteit.formules.blaker import begrens_blaker
from kwaliteit.formules.clopper_pearson import bereken_clopper_pearson
from kwaliteit.formules.fisher import bereken_fisher
from kwaliteit.formules.gemiddelde import bereken_gemiddelde, bereken_standaardfout
from kwaliteit.formules.hypergeometrisch import begrens_aantal
from kwaliteit.formules.marges import bereken_t, bereken_wilson, bereken_wilson_eindig
from kwaliteit.formules.newcombe import bereken_newcombe
from kwaliteit.formules.omrekenen import keer_om, reken_naar_100
from kwaliteit.formules.respons import bereken_respons, bereken_volledige_respons
from kwaliteit.formules.schaalscore import (
    bereken_alfa,
    bereken_deel_positief,
    bereken_score,
    eis_helft,
    eis_twee_derde,
)
from kwaliteit.formules.studentverdeling import bereken_kwantiel, bereken_overschrijding
from kwaliteit.formules.veeltoetsing import corrigeer
from kwaliteit.formules.verschiltoets import bereken_z, is_klein, toets_aandelen
from kwaliteit.formules.wald import bereken_gewone_wald
from kwaliteit.formules.welch import bereken_welch, toets_welch

DEKKING = Path(__file__).resolve().parents[1] / "bench" / "dekking.py"
kansen = st.lists(st.floats(0, 1), max_size=30)
cijfers = st.lists(st.integers(1, 10), min_size=2, max_size=40)


@st.composite
def trek_aantallen(trek: st.DrawFn, meeste: int = 400) -> tuple[int, int, int]:
    """x, n en N die bij elkaar passen."""
    populatie = trek(st.integers(1, meeste))
    n = trek(st.integers(1, populatie))
    return trek(st.integers(0, n)), n, populatie


@st.composite
def trek_tabel(trek: st.DrawFn, meeste: int = 120) -> tuple[int, int, int, int]:
    """x1, n1, x2 en n2 die bij elkaar passen."""
    n1, n2 = trek(st.integers(1, meeste)), trek(st.integers(1, meeste))
    return trek(st.integers(0, n1)), n1, trek(st.integers(0, n2)), n2


# --- Blaker


@cache
def begrens_volgens_de_definitie(n: int, populatie: int) -> tuple[tuple[int, int], ...]:
    """Letterlijk besluit 0011, in hele getallen en zonder zoeken: per x de kleinste en de grootste K die past."""
    alle = comb(populatie, n)
    passend: list[list[int]] = [[] for _ in range(n + 1)]
    for aantal in range(populatie + 1):
        gewicht = [comb(aantal, i) * comb(populatie - aantal, n - i) for i in range(n + 1)]
        onder = [sum(gewicht[: i + 1]) for i in range(n + 1)]
        boven = [sum(gewicht[i:]) for i in range(n + 1)]
        for x in range(n + 1):
            if not gewicht[x]:
                continue
            kleinste, andere = (boven[x], onder) if boven[x] <= onder[x] else (onder[x], boven)
            if 20 * (kleinste + max((staart for staart in andere if staart <= kleinste), default=0)) > alle:
                passend[x].append(aantal)
    return tuple((min(lijst), max(lijst)) for lijst in passend)


def test_blaker_is_precies_de_omhulling_van_de_definitie() -> None:
    for populatie in (*range(1, 26), 34, 40, 46):
        for n in range(1, populatie + 1):
            gevonden = tuple(begrens_blaker(x, n, populatie) for x in range(n + 1))
            assert gevonden == begrens_volgens_de_definitie(n, populatie), (n, populatie)


@settings(max_examples=40, deadline=None)
@given(trek_aantallen(meeste=150))
def test_blaker_is_ook_bij_grotere_groepen_de_definitie(aantallen: tuple[int, int, int]) -> None:
    x, n, populatie = aantallen
    assert begrens_blaker(x, n, populatie) == begrens_volgens_de_definitie(n, populatie)[x]


def aanvaardbaarheid(x: int, n: int, populatie: int, aantal: int) -> Fraction:
    gewicht = [comb(aantal, i) * comb(populatie - aantal, n - i) for i in range(n + 1)]
    onder, boven = sum(gewicht[: x + 1]), sum(gewicht[x:])
    if boven <= onder:
        andere = [sum(gewicht[: i + 1]) for i in range(n + 1)]
    else:
        andere = [sum(gewicht[i:]) for i in range(n + 1)]
    kleinste = min(boven, onder)
    return Fraction(kleinste + max((staart for staart in andere if staart <= kleinste), default=0), comb(populatie, n))


@pytest.mark.parametrize("geval", [(130, 300, 3000), (250, 500, 1000), (40, 61, 1200), (3, 590, 600), (300, 600, 1200)])
def test_blaker_klopt_aan_de_grens_in_een_grote_groep(geval: tuple[int, int, int]) -> None:
    """Ook waar gelijke kansen voorkomen: bij n = N/2 en bij K = N/2 is de verdeling haar eigen spiegelbeeld."""
    x, n, populatie = geval
    laag, hoog = begrens_blaker(x, n, populatie)
    begin = begrens_aantal(x, n, populatie)
    twintigste = Fraction(1, 20)
    assert aanvaardbaarheid(x, n, populatie, laag) > twintigste
    assert aanvaardbaarheid(x, n, populatie, hoog) > twintigste
    assert all(aanvaardbaarheid(x, n, populatie, aantal) <= twintigste for aantal in range(begin[0], laag))
    assert all(aanvaardbaarheid(x, n, populatie, aantal) <= twintigste for aantal in range(hoog + 1, begin[1] + 1))


@settings(deadline=None)
@given(trek_aantallen(meeste=3000))
def test_blaker_ligt_binnen_de_gelijkstaartige_en_spiegelt(aantallen: tuple[int, int, int]) -> None:
    x, n, populatie = aantallen
    laag, hoog = begrens_blaker(x, n, populatie)
    ruim_laag, ruim_hoog = begrens_aantal(x, n, populatie)
    assert x <= ruim_laag <= laag <= hoog <= ruim_hoog <= populatie - n + x
    assert begrens_blaker(n - x, n, populatie) == (populatie - hoog, populatie - laag)


def test_blaker_is_soms_echt_smaller_dan_de_gelijkstaartige() -> None:
    assert begrens_aantal(1, 1, 39) == (1, 39)
    assert begrens_blaker(1, 1, 39) == (2, 39)


@settings(deadline=None)
@given(trek_aantallen(meeste=600))
def test_een_gunstig_antwoord_meer_schuift_de_marge_nooit_terug(aantallen: tuple[int, int, int]) -> None:
    x, n, populatie = aantallen
    assume(x < n)
    laag, hoog = begrens_blaker(x, n, populatie)
    volgende_laag, volgende_hoog = begrens_blaker(x + 1, n, populatie)
    assert laag <= volgende_laag
    assert hoog <= volgende_hoog


def test_antwoordde_iedereen_dan_is_blaker_een_punt() -> None:
    assert [begrens_blaker(x, 7, 7) for x in range(8)] == [(x, x) for x in range(8)]


def test_de_dekking_van_blaker_is_precies_gerekend_minstens_95_procent() -> None:
    laagste = Fraction(1)
    for populatie in range(1, 41):
        for n in range(1, populatie + 1):
            grenzen = [begrens_blaker(x, n, populatie) for x in range(n + 1)]
            for aantal in range(populatie + 1):
                gedekt = sum(
                    comb(aantal, x) * comb(populatie - aantal, n - x)
                    for x in range(max(0, n - populatie + aantal), min(n, aantal) + 1)
                    if grenzen[x][0] <= aantal <= grenzen[x][1]
                )
                laagste = min(laagste, Fraction(gedekt, comb(populatie, n)))
    assert Fraction(95, 100) <= laagste < Fraction(955, 1000)


def haal_dekking() -> ModuleType:
    """Het meetprogramma uit bench/, dat geen pakket is."""
    vorm = importlib.util.spec_from_file_location("dekking", DEKKING)
    assert vorm is not None
    assert vorm.loader is not None
    module = importlib.util.module_from_spec(vorm)
    sys.modules["dekking"] = module
    vorm.loader.exec_module(module)
    return module


def test_dekking_en_breedte_van_blaker_op_een_rooster() -> None:
    """De volle meting is `python bench/dekking.py`; dit is een rooster, met een tegenproef op Wilson."""
    dekking = haal_dekking()
    groepen = (12, 20, 31, 45, 60, 81, 100, 140, 200)
    gevallen = [(populatie, n) for populatie in groepen for n in range(10, populatie, max(1, populatie // 12))]
    per_marge = dekking.meet_alles(gevallen)
    assert len(gevallen) > 80
    for meting in per_marge["blaker"]:
        assert meting.laagste_dekking >= 0.95 - 1e-9, meting
        assert meting.verhouding <= 1.10, meting
    for eigen, ruim in zip(per_marge["blaker"], per_marge["gelijkstaartig"], strict=True):
        assert eigen.breedte <= ruim.breedte
    assert min(meting.laagste_dekking for meting in per_marge["wilson met factor"]) < 0.92
    assert "laagste dekking 0.95" in dekking.vat_samen(per_marge["blaker"])


def test_blaker_kost_hoogstens_een_paar_keer_zoveel_als_gelijkstaartig() -> None:
    gevallen = [(x, n, 600) for n in range(60, 600, 60) for x in range(0, n + 1, 7)]

    def meet(begrens: object) -> float:
        begin = process_time()
        for geval in gevallen:
            begrens(*geval)  # type: ignore[operator]
        return process_time() - begin

    tijden = []
    for _ in range(3):
        hypergeometrisch._kleinste_aantal.cache_clear()
        kaal = meet(begrens_aantal)
        hypergeometrisch._kleinste_aantal.cache_clear()
        blaker._kleinste_aantal.cache_clear()
        tijden.append(meet(begrens_blaker) / kaal)
    assert min(tijden) < 3


# --- twee aandelen


def test_fisher_is_gelijk_aan_scipy() -> None:
    from scipy.stats import fisher_exact  # noqa: PLC0415

    for x1, n1, x2, n2 in (
        *((9, 10, 3, 10), (10, 10, 0, 20), (0, 5, 0, 7), (56, 70, 48, 80), (32, 40, 21, 35), (1, 3, 40, 900)),
        *((2, 2, 1, 9), (600, 1500, 500, 1500), (1000, 2000, 900, 2500), (5, 3000, 20, 3000)),
    ):
        verwacht = fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue
        assert bereken_fisher(x1, n1, x2, n2) == pytest.approx(verwacht, rel=1e-9)


@given(trek_tabel())
def test_fisher_is_de_definitie_in_hele_getallen(tabel: tuple[int, int, int, int]) -> None:
    x1, n1, x2, n2 = tabel
    samen = x1 + x2
    gevonden = comb(n1, x1) * comb(n2, x2)
    gewichten = [comb(n1, i) * comb(n2, samen - i) for i in range(max(0, samen - n2), min(n1, samen) + 1)]
    verwacht = Fraction(sum(gewicht for gewicht in gewichten if gewicht <= gevonden), sum(gewichten))
    assert bereken_fisher(x1, n1, x2, n2) == pytest.approx(float(verwacht), rel=1e-10)


@given(trek_tabel())
def test_fisher_en_z_zijn_kansen_en_hangen_niet_af_van_de_volgorde(tabel: tuple[int, int, int, int]) -> None:
    x1, n1, x2, n2 = tabel
    for toets in (bereken_fisher, lambda *alle: bereken_z(*alle)[1]):
        p = toets(x1, n1, x2, n2)
        assert 0 <= p <= 1
        assert toets(x2, n2, x1, n1) == pytest.approx(p, rel=1e-9, abs=1e-15)
        assert toets(n1 - x1, n1, n2 - x2, n2) == pytest.approx(p, rel=1e-9, abs=1e-15)


def test_even_zeldzame_tabellen_tellen_als_even_zeldzaam() -> None:
    """Bij gelijke groepen is elke tabel precies even zeldzaam als haar spiegelbeeld."""
    for n in (7, 50, 1500):
        assert bereken_fisher(2, n, 5, n) == bereken_fisher(5, n, 2, n)
    assert bereken_fisher(1, 3, 2, 3) == 1


def test_fisher_is_snel_genoeg_voor_grote_groepen() -> None:
    begin = process_time()
    assert 0 < bereken_fisher(500_300, 1_000_000, 499_000, 1_000_000) < 1
    assert bereken_fisher(900_000, 1_000_000, 10, 1_000_000) == 0
    assert process_time() - begin < 2


def test_newcombe_is_gelijk_aan_statsmodels() -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep  # noqa: PLC0415

    for x1, n1, x2, n2 in ((56, 70, 48, 80), (32, 40, 21, 35), (9, 10, 3, 10), (1, 30, 29, 30), (100, 400, 90, 500)):
        verwacht = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
        assert bereken_newcombe(x1, n1, x2, n2)[1:] == pytest.approx(verwacht, abs=1e-10)


def test_z_is_gelijk_aan_statsmodels() -> None:
    from statsmodels.stats.proportion import proportions_ztest  # noqa: PLC0415

    for x1, n1, x2, n2 in ((56, 70, 48, 80), (32, 40, 21, 35), (10, 300, 60, 200)):
        assert bereken_z(x1, n1, x2, n2) == pytest.approx(proportions_ztest([x1, x2], [n1, n2]), rel=1e-10)


@given(trek_tabel())
def test_de_marge_van_een_verschil_ligt_op_de_schaal_om_het_verschil_en_spiegelt(
    tabel: tuple[int, int, int, int],
) -> None:
    x1, n1, x2, n2 = tabel
    verschil, laag, hoog = bereken_newcombe(x1, n1, x2, n2)
    assert -1 <= laag <= verschil <= hoog <= 1
    assert bereken_newcombe(x2, n2, x1, n1) == pytest.approx((-verschil, -hoog, -laag), abs=1e-12)


def test_de_gevallen_uit_de_rekenregels_komen_uit_ook_welke_toets_geldt() -> None:
    gevallen = (
        ((56, 70, 48, 80), 0.0524, 0.3339, 0.008045, False),
        ((9, 10, 3, 10), 0.1705, 0.8090, 0.019767, True),
        ((32, 40, 21, 35), -0.0065, 0.3898, 0.057708, False),
        ((10, 10, 0, 20), 0.6791, 1, 3.3e-8, True),
    )
    for aantallen, laag, hoog, p, is_fisher in gevallen:
        assert bereken_newcombe(*aantallen)[1:] == pytest.approx((laag, hoog), abs=5e-5)
        gevonden, gevonden_fisher = toets_aandelen(*aantallen)
        assert gevonden == pytest.approx(p, abs=5e-7)
        assert gevonden_fisher is is_fisher


def test_precies_vijf_verwacht_is_genoeg_voor_z() -> None:
    assert not is_klein(10, 20, 0, 20)  # verwacht 5 gunstig in elke groep
    assert is_klein(9, 20, 0, 20)  # verwacht 4,5


# --- twee gemiddelden


def test_welch_is_gelijk_aan_scipy() -> None:
    from scipy.stats import ttest_ind  # noqa: PLC0415

    for x, y in (
        ([7, 8, 6, 9, 10, 7, 8, 5, 8, 7, 9, 6], [6, 7, 5, 8, 6, 7, 4, 6, 7]),
        ([1, 2], [5, 9, 1, 1]),
        ([3, 3, 3, 4], [10, 1] * 40),
    ):
        verwacht = ttest_ind(x, y, equal_var=False)
        uit = toets_welch(*bereken_gemiddelde(x), len(x), *bereken_gemiddelde(y), len(y))
        assert uit is not None
        assert (uit.t, uit.df, uit.p) == pytest.approx((verwacht.statistic, verwacht.df, verwacht.pvalue), rel=1e-10)
        marge = verwacht.confidence_interval(0.95)
        assert (uit.laag, uit.hoog) == pytest.approx((marge.low, marge.high), rel=1e-9)


def test_het_kwantiel_klopt_ook_bij_vrijheidsgraden_met_een_komma_en_bij_andere_zekerheid() -> None:
    from scipy.stats import t  # noqa: PLC0415

    for df in (1, 1.3, 2.94, 18.73774145, 99.5, 1234.5):
        for buiten in (0.5, 0.1, 0.05, 0.01, 0.002):
            assert bereken_kwantiel(df, buiten) == pytest.approx(t.ppf(1 - buiten / 2, df), rel=1e-9)
        assert bereken_overschrijding(1.7, df) == pytest.approx(2 * t.sf(1.7, df), rel=1e-10)


@given(cijfers, cijfers)
def test_welch_spiegelt_en_df_ligt_tussen_de_kleinste_groep_en_allebei(x: list[int], y: list[int]) -> None:
    links, rechts = (*bereken_gemiddelde(x), len(x)), (*bereken_gemiddelde(y), len(y))
    uit, spiegel = toets_welch(*links, *rechts), toets_welch(*rechts, *links)
    if uit is None:
        assert spiegel is None
        assert links[1] == rechts[1] == 0
        return
    assert spiegel is not None
    assert (spiegel.laag, spiegel.hoog, spiegel.p) == pytest.approx((-uit.hoog, -uit.laag, uit.p), abs=1e-9)
    assert uit.laag <= uit.verschil <= uit.hoog
    assert min(len(x), len(y)) - 1 - 1e-9 <= uit.df <= len(x) + len(y) - 2 + 1e-9
    assert bereken_welch(*links, *rechts) == (uit.verschil, uit.laag, uit.hoog, uit.p)


def test_zonder_spreiding_is_de_marge_van_welch_een_punt() -> None:
    assert toets_welch(7, 0, 5, 8, 0, 5) is None
    assert bereken_welch(7, 0, 5, 8, 0, 5) == (-1, -1, -1, 0)
    assert bereken_welch(7, 0, 5, 7, 0, 5) == (0, 0, 0, 1)


def test_een_heel_kleine_spreiding_geeft_geen_deling_door_nul() -> None:
    uit = toets_welch(1, 1e-120, 5, 1, 0, 5)
    assert uit is not None
    assert uit.df == pytest.approx(4)


def test_gelijke_waarden_hebben_precies_spreiding_nul() -> None:
    assert bereken_gemiddelde([0.1, 0.1, 0.1]) == (0.1, 0.0)
    assert toets_welch(*bereken_gemiddelde([0.1] * 3), 3, *bereken_gemiddelde([0.7] * 6), 6) is None
    assert bereken_gemiddelde([0.1, 0.1, 0.2])[1] > 0


@given(cijfers)
def test_gemiddelde_en_afwijking_zijn_die_van_de_standaardbibliotheek(waarden: list[int]) -> None:
    from statistics import mean, stdev  # noqa: PLC0415

    assert bereken_gemiddelde(waarden) == pytest.approx((float(mean(waarden)), stdev(waarden)), abs=1e-12)


def test_de_factor_voor_een_eindige_groep_maakt_de_marge_smaller_tot_een_punt() -> None:
    assert bereken_standaardfout(2, 4) == 1
    assert bereken_standaardfout(2, 4, 8) == pytest.approx(math.sqrt(0.5))
    assert bereken_t(7, 2, 4, 4) == (7, 7)


# --- veel vergelijkingen


def test_bh_is_gelijk_aan_statsmodels() -> None:
    from statsmodels.stats.multitest import multipletests  # noqa: PLC0415

    for ps in ([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.9], [0.5], [0.2, 0.2, 0.1, 1.0], [0.04] * 9):
        assert corrigeer(ps) == pytest.approx(multipletests(ps, method="fdr_bh")[1], abs=1e-14)


@given(kansen)
def test_q_is_nooit_kleiner_dan_p_nooit_groter_dan_1_en_houdt_de_volgorde(ps: list[float]) -> None:
    qs = corrigeer(ps)
    assert all(p <= q * (1 + 1e-12) <= 1 + 1e-12 for p, q in zip(ps, qs, strict=True))
    paren = sorted(zip(ps, qs, strict=True))
    assert all(eerder[1] <= later[1] for eerder, later in pairwise(paren))


@given(kansen, st.randoms(use_true_random=False))
def test_de_volgorde_van_de_vergelijkingen_maakt_voor_q_niet_uit(ps: list[float], toeval: object) -> None:
    volgorde = list(range(len(ps)))
    toeval.shuffle(volgorde)  # type: ignore[attr-defined]
    gehusseld = corrigeer([ps[plaats] for plaats in volgorde])
    qs = corrigeer(ps)
    assert list(gehusseld) == [qs[plaats] for plaats in volgorde]


@given(kansen)
def test_een_vergelijking_erbij_die_zeker_toeval_is_maakt_geen_q_kleiner(ps: list[float]) -> None:
    meer = corrigeer([*ps, 1.0])
    assert all(oud <= nieuw * (1 + 1e-12) for oud, nieuw in zip(corrigeer(ps), meer[:-1], strict=True))


# --- schalen


def test_de_regels_van_de_helft_en_van_twee_derde_tellen_naar_boven_af() -> None:
    assert [eis_helft(vragen) for vragen in (1, 2, 3, 4, 5)] == [1, 1, 2, 2, 3]
    assert [eis_twee_derde(vragen) for vragen in (1, 2, 3, 4, 5, 6)] == [1, 2, 2, 3, 4, 4]


@given(st.lists(st.none() | st.integers(1, 5), min_size=1, max_size=12))
def test_een_score_ligt_op_de_schaal_en_twee_derde_is_strenger_dan_de_helft(antwoorden: list[int | None]) -> None:
    helft = bereken_score(antwoorden, eis_helft(len(antwoorden)))
    streng = bereken_score(antwoorden, eis_twee_derde(len(antwoorden)))
    assert helft is None or 1 <= helft <= 5
    assert streng is None or streng == helft
    assert (helft is None) == (2 * sum(antwoord is not None for antwoord in antwoorden) < len(antwoorden))


def test_precies_drie_en_een_half_is_niet_positief() -> None:
    assert bereken_deel_positief([3.5, 3.6, None]) == 0.5
    assert bereken_deel_positief([None]) is None


Rijen = Sequence[Sequence[float | None]]


def test_alfa_is_gelijk_aan_de_formule_met_numpy() -> None:
    import numpy as np  # noqa: PLC0415

    rijen = [[4, 5, 4, 4], [3, 4, 3, 3], [5, 5, 4, 5], [2, 3, 2, 2], [4, 4, 5, 4], [1, 2, 2, 1]]
    tabel = np.array(rijen, dtype=float)
    verwacht = 4 / 3 * (1 - tabel.var(axis=0, ddof=1).sum() / tabel.sum(axis=1).var(ddof=1))
    assert bereken_alfa(rijen) == pytest.approx(verwacht, rel=1e-12)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5)), max_size=20))
def test_alfa_is_nooit_boven_1_en_verandert_niet_als_alle_vragen_omkeren(rijen: list[tuple[int, int, int]]) -> None:
    alfa = bereken_alfa(rijen)
    omgekeerd = bereken_alfa([[keer_om(1, 5, waarde) for waarde in rij] for rij in rijen])
    if alfa is None:
        assert omgekeerd is None
        return
    assert alfa <= 1 + 1e-12
    assert omgekeerd == pytest.approx(alfa, rel=1e-9, abs=1e-9)


def test_te_weinig_om_alfa_te_berekenen() -> None:
    te_weinig: tuple[Rijen, ...] = ((), ((1, 2),), ((1,), (2,)), ((1, None), (None, 2), (3, 4)))
    for rijen in te_weinig:
        assert bereken_alfa(rijen) is None
    assert bereken_alfa(((1, 2), (3, 5))) is not None


@given(st.integers(-5, 0), st.integers(1, 10), st.integers(0, 100))
def test_twee_keer_omkeren_is_niets_doen_en_spiegelt_de_score(laagste: int, hoogste: int, stap: int) -> None:
    waarde = laagste + (hoogste - laagste) * stap / 100
    omgekeerd = keer_om(laagste, hoogste, waarde)
    assert keer_om(laagste, hoogste, omgekeerd) == pytest.approx(waarde)
    score = reken_naar_100(laagste, hoogste, waarde)
    assert -1e-9 <= score <= 100 + 1e-9
    assert reken_naar_100(laagste, hoogste, omgekeerd) == pytest.approx(100 - score)


def test_respons_telt_wie_een_deel_invulde_mee() -> None:
    assert bereken_respons(96, 4, 200) == 0.5
    assert bereken_volledige_respons(96, 200) == 0.48


# --- wat alleen is om anderen na te rekenen


def test_clopper_pearson_is_gelijk_aan_statsmodels() -> None:
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415

    for x, n in ((7, 50), (0, 20), (20, 20), (1, 1), (500, 1000)):
        assert bereken_clopper_pearson(x, n) == pytest.approx(proportion_confint(x, n, method="beta"), abs=1e-10)


@given(trek_aantallen())
def test_wilson_met_factor_ligt_binnen_wilson_en_op_de_schaal(aantallen: tuple[int, int, int]) -> None:
    x, n, populatie = aantallen
    laag, hoog = bereken_wilson_eindig(x, n, populatie)
    ruim_laag, ruim_hoog = bereken_wilson(x, n)
    assert 0 <= laag <= hoog <= 1
    assert ruim_laag - 1e-12 <= laag
    assert hoog <= ruim_hoog + 1e-12


def test_de_gewone_wald_blijft_op_de_schaal() -> None:
    assert bereken_gewone_wald(1, 0, 0) == (100, 0, (100, 100))
    nps, _, (laag, hoog) = bereken_gewone_wald(9, 1, 0)
    assert laag < nps < hoog == 100
