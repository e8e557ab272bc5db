"""Schaalscores, alfa en meerkeuze: tegen een trage som per mens, en wetten die altijd gelden."""

from collections.abc import Sequence
from fractions import Fraction
from math import isclose
from statistics import variance
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.indicator import Cijfer, Indicatoren, Intervalmethode, Maat, Meting, kies_hoofdmaat
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.vragenlijst import Ontbreekregel, Vraag
from kwaliteit.begrippen.werkmap import Aantallen
from kwaliteit.formules import schaalscore
from kwaliteit.formules.gemiddelde import bereken_gemiddelde
from kwaliteit.indicatoren.betrouwbaarheid import bereken_alfa
from kwaliteit.indicatoren.schaalscores import bepaal_minstens
from tests.bouwstenen_indicatoren import (
    EENS5,
    REDENEN,
    REKENREGELS,
    SCHALEN,
    Antwoord,
    hussel,
    maak_blad,
    maak_jaargang,
    maak_lijst,
    maak_schaalscore,
    maak_vraag,
    maak_werkmap,
    reken,
    vind,
)

DELEN = (maak_vraag("V1"), maak_vraag("V2", omgekeerd=True), maak_vraag("V3"))
CIJFERDELEN = tuple(maak_vraag(f"R{nummer}", SCHALEN["rapportcijfer"], omgekeerd=nummer == 2) for nummer in (1, 2))
KEUZES = maak_vraag("M1", SCHALEN["meerkeuze"])
ALLES = (*DELEN, *CIJFERDELEN, KEUZES)


def _cijfer(meting: Meting, maat: Maat) -> Cijfer | None:
    return next((cijfer for cijfer in meting.cijfers if cijfer.maat is maat), None)


def _reken_schaal(
    rijen: Sequence[Sequence[Antwoord]], score: Vraag, locaties: Sequence[str] | None = None
) -> Indicatoren:
    antwoorden = {vraag.id: list(kolom) for vraag, kolom in zip(DELEN, zip(*rijen, strict=True), strict=True)}
    return reken(maak_blad(maak_lijst(*DELEN, schaalscores=(score,)), antwoorden, locaties=locaties))


# --- wanneer er een schaalscore is ------------------------------------------------------------------------------------


def test_schaalscores_staan_na_de_vragen_van_hun_lijst() -> None:
    eerste = maak_lijst(*DELEN, schaalscores=(maak_schaalscore(*DELEN),), naam="a-lijst")
    ander = maak_vraag("Z1")
    bladen = [
        maak_blad(eerste, {"V1": [4], "V2": [4], "V3": [4]}),
        maak_blad(maak_lijst(ander, naam="z-lijst"), {"Z1": [4]}),
    ]
    assert [een.vraag.id for een in reken(*bladen).gevraagd] == ["V1", "V2", "V3", "S1", "Z1"]


def test_een_schaalscore_is_er_alleen_als_al_haar_vragen_gesteld_zijn() -> None:
    lijst = maak_lijst(*DELEN, schaalscores=(maak_schaalscore(*DELEN), maak_schaalscore(*DELEN[:2], vraag_id="S2")))
    indicatoren = reken(maak_blad(lijst, {"V1": [4], "V2": [4]}))
    assert [een.vraag.id for een in indicatoren.gevraagd] == ["V1", "V2", "S2"]
    assert [een.schaalscore for een in indicatoren.betrouwbaarheid] == ["S2"]


def test_een_vraag_zonder_kolom_in_een_van_de_bronnen_is_daar_leeg() -> None:
    lijst = maak_lijst(*DELEN, schaalscores=(maak_schaalscore(*DELEN, regel=Ontbreekregel.TWEE_DERDE),))
    indicatoren = reken(
        maak_blad(lijst, {"V1": [4], "V2": [4]}), maak_blad(lijst, {"V1": [5], "V2": [1], "V3": ["leeg"]})
    )
    meting = vind(indicatoren, vraag_id="S1")
    cijfer = _cijfer(meting, Maat.GEMIDDELDE)
    assert cijfer is not None
    assert (meting.n, cijfer.waarde) == (2, 4.0), "(4 + 2) / 2 = 3 en (5 + 5) / 2 = 5"
    assert indicatoren.betrouwbaarheid[0].n == 0


def test_een_schaalscore_geldt_per_locatie_tenzij_alleen_voor_de_organisatie() -> None:
    scores = (maak_schaalscore(*DELEN), maak_schaalscore(*DELEN, vraag_id="S2", alleen_organisatie=True))
    lijst = maak_lijst(*DELEN, schaalscores=scores)
    blad = maak_blad(lijst, {"V1": [4, 2], "V2": [4, 2], "V3": [4, 2]}, locaties=["noord", "zuid"])
    metingen = reken(blad).metingen
    assert {m.onderdeel: m.n for m in metingen if m.gevraagd.vraag.id == "S1"} == {
        ORGANISATIE: 2,
        "stad": 1,
        "noord": 1,
        "oost": 0,
        "zuid": 1,
    }
    assert [m.onderdeel for m in metingen if m.gevraagd.vraag.id == "S2"] == [ORGANISATIE]


def test_hetzelfde_id_in_twee_lijsten_van_een_groep_stopt_het_programma() -> None:
    lijst = maak_lijst(*DELEN, schaalscores=(maak_schaalscore(*DELEN),), naam="a-lijst")
    botsend = maak_vraag("S1")
    bladen = [
        maak_blad(lijst, {"V1": [4], "V2": [4], "V3": [4]}),
        maak_blad(maak_lijst(botsend, naam="b-lijst"), {"S1": [4]}),
    ]
    with pytest.raises(WerkmapFout) as fout:
        reken(*bladen)
    assert [gebrek.wat for gebrek in fout.value.gebreken] == [
        "vraag S1 komt uit verschillende vragenlijsten: a-lijst versie 1, b-lijst versie 1"
    ]


@pytest.mark.parametrize("waar", ["met score", "zonder score", "nergens"])
def test_aan_de_marge_is_niet_te_zien_of_iemand_nvt_zei(waar: str) -> None:
    """Ook niet als die mens genoeg andere vragen beantwoordde en dus een score heeft (besluit 0012)."""
    per_geval: dict[str, list[list[Any]]] = {
        "met score": [[4, 4, "n.v.t."], [5, 1, 3], [2, 2, 2]],
        "zonder score": [["n.v.t.", "leeg", "leeg"], [5, 1, 3], [2, 2, 2]],
        "nergens": [[4, 4, 4], [5, 1, 3], [2, 2, 2]],
    }
    rijen = per_geval[waar]
    populatie = {Doelgroep.CLIENTEN: Aantallen(totaal=3, per_locatie={"noord": 1, "oost": 2})}
    antwoorden: dict[str, list[Any]] = {f"V{i + 1}": [rij[i] for rij in rijen] for i in range(3)}
    lijst = maak_lijst(*DELEN, schaalscores=(maak_schaalscore(*DELEN),))
    indicatoren = reken(
        maak_blad(lijst, antwoorden, locaties=["noord", "oost", "oost"]),
        werkmap=maak_werkmap(maak_jaargang(2024, populatie=populatie)),
    )
    oost = _cijfer(vind(indicatoren, "oost", "S1"), Maat.GEMIDDELDE)
    assert oost is not None
    assert oost.interval is not None
    assert oost.interval.methode is Intervalmethode.IEDEREEN
    assert vind(indicatoren, vraag_id="S1").aantal_nvt == (1 if waar == "zonder score" else 0)


def test_de_hoofdmaat_van_een_schaalscore_is_een_maat_die_zij_heeft() -> None:
    for op_100 in (False, True):
        meting = vind(_reken_schaal([[4, 4, 4]], maak_schaalscore(*DELEN, op_100=op_100)), vraag_id="S1")
        assert kies_hoofdmaat(meting.gevraagd.vraag) is meting.cijfers[0].maat


# --- tegen een trage som ----------------------------------------------------------------------------------------------


WOORD = st.sampled_from(sorted(REDENEN))
RIJ = st.tuples(*[st.sampled_from(EENS5.codes) | WOORD] * 3)


def _score_traag(rij: Sequence[Antwoord]) -> Fraction | None:
    """Met drie vragen is zowel de helft als twee derde: minstens twee."""
    waarden = [
        Fraction(6 - antwoord if vraag.omgekeerd else antwoord)
        for vraag, antwoord in zip(DELEN, rij, strict=True)
        if isinstance(antwoord, int)
    ]
    return sum(waarden) / Fraction(len(waarden)) if len(waarden) >= 2 else None


@given(
    st.lists(RIJ, min_size=1, max_size=30), st.sampled_from(Ontbreekregel), st.sampled_from([None, 2.5, 3.0, 3.5, 4.0])
)
def test_elk_cijfer_is_gelijk_aan_de_som_per_mens(
    rijen: list[tuple[Antwoord, ...]], regel: Ontbreekregel, grens: float | None
) -> None:
    meting = vind(_reken_schaal(rijen, maak_schaalscore(*DELEN, regel=regel, gunstig_boven=grens)), vraag_id="S1")
    scores = [score for rij in rijen if (score := _score_traag(rij)) is not None]
    assert meting.n == len(scores)
    vakken = [sum(int(score + Fraction(1, 2)) == code for score in scores) for code in EENS5.codes]
    assert meting.per_code == tuple(vakken)
    if scores:
        gemiddelde = _cijfer(meting, Maat.GEMIDDELDE)
        assert gemiddelde is not None
        assert isclose(gemiddelde.waarde, float(sum(scores) / len(scores)))
        assert (gemiddelde.afwijking is None) is (len(scores) == 1)
        if gemiddelde.afwijking is not None:
            assert isclose(gemiddelde.afwijking**2, float(variance(scores)), abs_tol=1e-12)
    if scores and grens is not None:
        assert meting.gunstig == sum(score > Fraction(grens) for score in scores)


@given(st.integers(2, 60))
def test_twee_derde_vraagt_nooit_minder_dan_de_helft(vragen: int) -> None:
    helft, twee_derde = (bepaal_minstens(regel, vragen) for regel in Ontbreekregel)
    assert 2 * helft >= vragen > 2 * (helft - 1)
    assert 3 * twee_derde >= 2 * vragen > 3 * (twee_derde - 1)
    assert helft <= twee_derde


# --- wetten -----------------------------------------------------------------------------------------------------------

BREDE_RIJ = st.tuples(
    st.sampled_from(["", "noord", "oost", "zuid"]),
    *[st.sampled_from(EENS5.codes) | WOORD] * 3,
    *[st.floats(1, 10) | WOORD] * 2,
    st.sets(st.sampled_from(KEUZES.schaal.codes)).map(sorted) | WOORD,
)


TWEE_VOLLE_RIJEN: list[tuple[Any, ...]] = [("noord", 1, 5, 2, 1.0, 10.0, [1]), ("oost", 5, 1, 4, 10.0, 2.5, [1])]


def _maak_breed_blad(rijen: list[tuple[Any, ...]]) -> Any:
    locaties, *kolommen = [list(kolom) for kolom in zip(*rijen, strict=True)]
    scores = (
        maak_schaalscore(*DELEN, gunstig_boven=3.5),
        maak_schaalscore(*DELEN, vraag_id="S2", op_100=True, regel=Ontbreekregel.TWEE_DERDE),
        maak_schaalscore(*CIJFERDELEN, vraag_id="S3", gunstig_boven=7.3),
    )
    antwoorden = {vraag.id: kolom for vraag, kolom in zip(ALLES, kolommen, strict=True)}
    return maak_blad(maak_lijst(*ALLES, schaalscores=scores), antwoorden, locaties=locaties)


def _schrijf(indicatoren: Indicatoren) -> str:
    return repr((indicatoren.metingen, indicatoren.respons, indicatoren.betrouwbaarheid))


@given(st.lists(BREDE_RIJ, min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_rijen_verandert_geen_schaalscore(rijen: list[tuple[Any, ...]], toeval: Any) -> None:
    blad = _maak_breed_blad(rijen)
    volgorde = list(range(len(rijen)))
    toeval.shuffle(volgorde)
    assert _schrijf(reken(hussel(blad, volgorde))) == _schrijf(reken(blad))


@given(st.lists(BREDE_RIJ, min_size=2, max_size=20), st.data())
def test_een_bron_in_tweeen_knippen_verandert_geen_schaalscore(rijen: list[tuple[Any, ...]], data: Any) -> None:
    knip = data.draw(st.integers(1, len(rijen) - 1))
    delen = [_maak_breed_blad(deel) for deel in (rijen[:knip], rijen[knip:])]
    assert _schrijf(reken(*delen)) == _schrijf(reken(_maak_breed_blad(rijen)))


@given(st.lists(BREDE_RIJ, min_size=1, max_size=20))
def test_een_score_en_haar_marge_liggen_binnen_de_schaal(rijen: list[tuple[Any, ...]]) -> None:
    metingen = reken(_maak_breed_blad([*TWEE_VOLLE_RIJEN, *rijen])).metingen
    scores = [meting for meting in metingen if meting.gevraagd.vraag.samenstelling is not None and meting.n]
    in_geheel = [meting for meting in scores if meting.onderdeel == ORGANISATIE]
    assert len([meting for meting in in_geheel if meting.cijfers[0].interval is not None]) == 3, "positieve controle"
    for meting in scores:
        laagste, hoogste = meting.gevraagd.vraag.schaal.bereik
        cijfer = meting.cijfers[0]
        assert laagste - 1e-9 <= cijfer.waarde <= hoogste + 1e-9
        assert sum(meting.per_code) == meting.n
        if cijfer.interval is not None:
            assert laagste <= cijfer.interval.laag <= cijfer.interval.hoog <= hoogste


@given(st.lists(BREDE_RIJ, min_size=1, max_size=20))
def test_op_100_is_hetzelfde_gemiddelde_op_een_andere_meetlat(rijen: list[tuple[Any, ...]]) -> None:
    indicatoren = reken(_maak_breed_blad(rijen))
    eigen, op_100 = vind(indicatoren, vraag_id="S1"), vind(indicatoren, vraag_id="S2")
    assert eigen.per_code == op_100.per_code
    if eigen.n:
        assert isclose(op_100.cijfers[0].waarde, 25 * (eigen.cijfers[0].waarde - 1), abs_tol=1e-9)


@given(st.lists(st.tuples(*[st.sampled_from(EENS5.codes) | WOORD] * 4), min_size=1, max_size=20))
def test_wie_een_score_heeft_met_twee_derde_heeft_er_ook_een_met_de_helft(rijen: list[tuple[Any, ...]]) -> None:
    delen = [maak_vraag(f"V{nummer}") for nummer in range(4)]
    scores = tuple(maak_schaalscore(*delen, vraag_id=regel, regel=regel) for regel in Ontbreekregel)
    antwoorden = {vraag.id: list(kolom) for vraag, kolom in zip(delen, zip(*rijen, strict=True), strict=True)}
    indicatoren = reken(maak_blad(maak_lijst(*delen, schaalscores=scores), antwoorden))
    helft, twee_derde = (vind(indicatoren, vraag_id=regel) for regel in Ontbreekregel)
    assert helft.n >= twee_derde.n


# --- alfa -------------------------------------------------------------------------------------------------------------

MATRIX = st.integers(2, 6).flatmap(
    lambda vragen: st.lists(st.lists(st.integers(1, 10), min_size=vragen, max_size=vragen), min_size=3, max_size=40)
)


@given(MATRIX)
def test_alfa_is_gelijk_aan_de_formule_met_varianties(rijen: list[list[int]]) -> None:
    vragen = list(zip(*rijen, strict=True))
    sommen = [sum(rij) for rij in rijen]
    gevonden = bereken_alfa(np.array(vragen, dtype=np.int64))
    if variance(sommen) == 0:
        assert gevonden is None
        return
    m = len(vragen)
    verwacht = m / (m - 1) * (1 - sum(variance(vraag) for vraag in vragen) / variance(sommen))
    assert gevonden is not None
    assert isclose(gevonden, verwacht, rel_tol=1e-9, abs_tol=1e-9)


@given(MATRIX)
def test_alfa_is_gelijk_aan_de_formule_waarmee_u_narekent(rijen: list[list[int]]) -> None:
    gevonden, formule = bereken_alfa(np.array(rijen, dtype=np.int64).T), schaalscore.bereken_alfa(rijen)
    assert (gevonden is None) is (formule is None)
    if gevonden is not None and formule is not None:
        assert isclose(gevonden, formule, rel_tol=1e-9, abs_tol=1e-9)


@given(st.lists(RIJ, min_size=1, max_size=20), st.sampled_from(Ontbreekregel))
def test_de_scores_zijn_gelijk_aan_de_formule_waarmee_u_narekent(
    rijen: list[tuple[Antwoord, ...]], regel: Ontbreekregel
) -> None:
    meting = vind(_reken_schaal(rijen, maak_schaalscore(*DELEN, regel=regel, gunstig_boven=3.5)), vraag_id="S1")
    tabel = [
        [
            (6 - antwoord if vraag.omgekeerd else antwoord) if isinstance(antwoord, int) else None
            for vraag, antwoord in zip(DELEN, rij, strict=True)
        ]
        for rij in rijen
    ]
    scores = [schaalscore.bereken_score(rij, bepaal_minstens(regel, len(DELEN))) for rij in tabel]
    gescoord = [score for score in scores if score is not None]
    assert meting.n == len(gescoord)
    if gescoord:
        gemiddelde, gunstig = _cijfer(meting, Maat.GEMIDDELDE), _cijfer(meting, Maat.GUNSTIG)
        assert gemiddelde is not None
        assert gunstig is not None
        assert isclose(gemiddelde.waarde, bereken_gemiddelde(gescoord)[0])
        assert gunstig.waarde == schaalscore.bereken_deel_positief(scores)


def test_alfa_staat_per_groep_en_jaar_en_telt_alleen_volledige_antwoorden() -> None:
    lijst = maak_lijst(*DELEN, schaalscores=(maak_schaalscore(*DELEN),))
    werkmap = maak_werkmap(maak_jaargang(2023), maak_jaargang(2024))
    rijen: list[list[Any]] = [[1 + i % 5, 5 - i % 5, 1 + (i * i) % 5] for i in range(REKENREGELS.alfa_vanaf)]
    bladen = [
        maak_blad(
            lijst, {f"V{i + 1}": [rij[i] for rij in [*rijen[:aantal], ["n.v.t.", 1, 1]]] for i in range(3)}, jaar=jaar
        )
        for jaar, aantal in ((2023, REKENREGELS.alfa_vanaf - 1), (2024, REKENREGELS.alfa_vanaf))
    ]
    vorig, nu = reken(*bladen, werkmap=werkmap).betrouwbaarheid
    assert (vorig.jaar, vorig.doelgroep, vorig.vragen, vorig.n, vorig.alfa) == (
        2023,
        Doelgroep.CLIENTEN,
        3,
        REKENREGELS.alfa_vanaf - 1,
        None,
    )
    assert (nu.jaar, nu.n) == (2024, REKENREGELS.alfa_vanaf)
    assert nu.alfa is not None
    assert nu.alfa < 1


# --- meerkeuze --------------------------------------------------------------------------------------------------------


def test_meerkeuze_telt_per_onderdeel_hoe_vaak_elk_antwoord_gekozen_is() -> None:
    antwoorden: list[Antwoord] = [(1, 2), (2,), (), (1, 2, 3), "weet niet"]
    blad = maak_blad(maak_lijst(KEUZES), {"M1": antwoorden}, locaties=["noord", "oost", "oost", "", "zuid"])
    indicatoren = reken(blad)
    assert {m.onderdeel: (m.n, m.per_code, m.aantal_weet_niet) for m in indicatoren.metingen} == {
        ORGANISATIE: (3, (2, 3, 1), 1),
        "stad": (2, (1, 2, 0), 0),
        "noord": (1, (1, 1, 0), 0),
        "oost": (1, (0, 1, 0), 0),
        "zuid": (0, (0, 0, 0), 1),
    }
    assert all(cijfer.interval is not None for cijfer in vind(indicatoren, vraag_id="M1").cijfers)


def test_wie_alleen_bij_meerkeuze_iets_koos_deed_mee() -> None:
    """Anders heeft een vraag meer antwoorden dan er deelnemers zijn."""
    antwoorden: dict[str, list[Antwoord]] = {"V1": ["leeg", 4, "leeg"], "M1": [(1,), (), ()]}
    (respons,) = reken(maak_blad(maak_lijst(DELEN[0], KEUZES), antwoorden)).respons
    assert (respons.deelnemers, respons.volledig) == (2, 1)


@given(st.lists(BREDE_RIJ, min_size=1, max_size=20))
def test_niemand_kiest_een_antwoord_vaker_dan_er_mensen_zijn(rijen: list[tuple[Any, ...]]) -> None:
    indicatoren = reken(_maak_breed_blad(rijen))
    deelnemers = {respons.onderdeel: respons.deelnemers for respons in indicatoren.respons}
    for meting in indicatoren.metingen:
        assert meting.n <= deelnemers[meting.onderdeel]
        assert max(meting.per_code) <= meting.n
        if meting.gevraagd.vraag.id == "M1" and meting.n:
            assert sum(meting.per_code) >= meting.n
