"""De halte `vergelijken`: alleen wat openbaar is staat naast elkaar, en de woorden zijn die van rekenregels 6.3."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Indicatoren, Maat
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vergelijking import Label, Vergeleken, Vergelijking, Vergelijkingsoort, Vergelijkmethode
from kwaliteit.geheimhouding import beveilig
from kwaliteit.vergelijken import vergelijk
from tests.bouwstenen_indicatoren import (
    BOOM,
    KADER,
    REKENREGELS,
    maak_blad,
    maak_boom,
    maak_jaargang,
    maak_lijst,
    maak_vraag,
    maak_werkmap,
    reken,
)
from tests.vergelijken_fabriek import JAAR, Proef, het_enige, jaren_naast_elkaar, maak_vraag_met, stel

Aantallen = tuple[int, int]


@st.composite
def aantallen(trek: st.DrawFn, laagste: int = 30, hoogste: int = 400) -> Aantallen:
    """x van n met minstens drie aan elke kant, zoals een getoond cijfer."""
    n = trek(st.integers(laagste, hoogste))
    return trek(st.integers(3, n - 3)), n


def getallen(vergeleken: Vergeleken) -> list[tuple[object, ...]]:
    return [
        (rij.oordeel.indicator, rij.oordeel.een, rij.oordeel.ander, rij.p, rij.q, rij.verschil, rij.oordeel.label)
        for rij in vergeleken.intern
    ]


# --- wetten


@given(een=aantallen(), ander=aantallen())
def test_de_kanten_omdraaien_keert_de_richting_om_en_houdt_het_label(een: Aantallen, ander: Aantallen) -> None:
    recht = het_enige(jaren_naast_elkaar(een, ander).vergelijk().intern)
    om = het_enige(jaren_naast_elkaar(ander, een).vergelijk().intern)
    assert om.oordeel.label is recht.oordeel.label
    assert om.oordeel.richting == -recht.oordeel.richting
    assert recht.oordeel.punten is not None
    assert om.oordeel.punten == -recht.oordeel.punten
    assert om.verschil == pytest.approx(-(recht.verschil or 0), abs=1e-12)
    assert om.laag == pytest.approx(-(recht.hoog or 0), abs=1e-12)
    assert om.p == pytest.approx(recht.p, rel=1e-9)


@given(paren=st.lists(st.tuples(aantallen(), aantallen()), max_size=8))
def test_q_is_nooit_kleiner_dan_p_en_gelijk_aan_die_van_statsmodels(paren: list[tuple[Aantallen, Aantallen]]) -> None:
    proef = Proef()
    for nummer, (nu, toen) in enumerate(paren):
        vraag = maak_vraag_met("eens5", f"V{nummer}")
        proef.aandeel(stel(vraag, JAAR - 1), *toen)
        proef.aandeel(stel(vraag), *nu)
    rijen = proef.vergelijk().intern
    assert len(rijen) == len(paren)
    ps = [rij.p for rij in rijen if rij.p is not None]
    qs = [rij.q for rij in rijen if rij.q is not None]
    assert all(q >= p for p, q in zip(ps, qs, strict=True))
    if ps:
        assert qs == pytest.approx(multipletests(ps, method="fdr_bh")[1].tolist(), rel=1e-12)
    assert sum(rij.oordeel.label is Label.DUIDELIJK for rij in rijen) <= sum(p <= REKENREGELS.toeval for p in ps)


@given(een=aantallen(), ander=aantallen())
def test_marge_en_kans_zijn_die_van_statsmodels_en_scipy(een: Aantallen, ander: Aantallen) -> None:
    rij = het_enige(jaren_naast_elkaar(een, ander).vergelijk().intern)
    (x1, n1), (x2, n2) = een, ander
    laag, hoog = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
    assert (rij.laag, rij.hoog) == pytest.approx((laag, hoog), abs=1e-9)
    tabel = [[x1, n1 - x1], [x2, n2 - x2]]
    verwacht = stats.contingency.expected_freq(tabel)
    if verwacht.min() < 5:
        assert rij.methode is Vergelijkmethode.FISHER
        assert rij.p == pytest.approx(stats.fisher_exact(tabel)[1], rel=1e-6)
    else:
        assert rij.methode is Vergelijkmethode.Z
        assert rij.p == pytest.approx(proportions_ztest([x1, x2], [n1, n2])[1], rel=1e-9, abs=1e-300)


@given(
    een=st.tuples(st.floats(1, 10), st.floats(0.1, 4), st.integers(30, 500)),
    ander=st.tuples(st.floats(1, 10), st.floats(0.1, 4), st.integers(30, 500)),
)
@settings(max_examples=50)
def test_welch_is_die_van_scipy(een: tuple[float, float, int], ander: tuple[float, float, int]) -> None:
    proef = Proef()
    vraag = maak_vraag_met("rapportcijfer")
    proef.midden(stel(vraag, JAAR - 1), *ander)
    proef.midden(stel(vraag), *een)
    rij = het_enige(proef.vergelijk().intern)
    v1, v2 = een[1] ** 2 / een[2], ander[1] ** 2 / ander[2]
    vrijheidsgraden = (v1 + v2) ** 2 / (v1**2 / (een[2] - 1) + v2**2 / (ander[2] - 1))
    laag, hoog = stats.t.interval(0.95, vrijheidsgraden, loc=een[0] - ander[0], scale=(v1 + v2) ** 0.5)
    assert rij.methode is Vergelijkmethode.WELCH
    assert rij.p == pytest.approx(stats.ttest_ind_from_stats(*een, *ander, equal_var=False).pvalue, rel=1e-6, abs=1e-12)
    assert (rij.laag, rij.hoog) == pytest.approx((laag, hoog), abs=1e-9)


# --- verborgen doet nergens in mee


def maak_organisatie(*, zuid: str = "getoond", extra: str = "getoond", extra_x: int = 50) -> Proef:
    """Een vraag met drie locaties en vorig jaar, en een tweede vraag waarvan `extra` zegt of zij getoond is."""
    proef = Proef(boom=maak_boom({"noord": None, "oost": None, "zuid": None}))
    vraag, tweede = maak_vraag_met("eens5", "V1", spiegel="SP1"), maak_vraag_met("eens5", "V2", spiegel="SP2")
    proef.aandeel(stel(vraag, JAAR - 1), 110, 200)
    proef.aandeel(stel(vraag), 140, 200)
    for locatie, x, hoe in (("noord", 40, "getoond"), ("oost", 50, "getoond"), ("zuid", 50, zuid)):
        proef.aandeel(stel(vraag), x, 60, onderdeel=locatie, hoe=hoe)
    proef.aandeel(stel(vraag, doelgroep=Doelgroep.NAASTEN), 40, 80)
    proef.aandeel(stel(tweede, JAAR - 1), 30, 200, hoe=extra)
    proef.aandeel(stel(tweede), extra_x, 200, hoe=extra)
    proef.aandeel(stel(tweede, doelgroep=Doelgroep.NAASTEN), 40, 80)
    return proef


@pytest.mark.parametrize("hoe", ["band", "verborgen", "weg"])
def test_een_verborgen_cijfer_verandert_niets_aan_de_andere_vergelijkingen(hoe: str) -> None:
    zonder = {rij[:3]: rij for rij in getallen(maak_organisatie(zuid=hoe, extra=hoe).vergelijk()) if rij[3] is not None}
    anders = {
        rij[:3]: rij
        for rij in getallen(maak_organisatie(zuid=hoe, extra=hoe, extra_x=199).vergelijk())
        if rij[3] is not None
    }
    assert zonder == anders
    assert not any(rij[0] == "V2" or "zuid" in str(rij[1]) for rij in zonder.values())


def test_een_getoond_cijfer_doet_wel_mee_in_de_correctie() -> None:
    zonder = {rij[:3]: rij[4] for rij in getallen(maak_organisatie(extra="weg").vergelijk())}
    met = {rij[:3]: rij[4] for rij in getallen(maak_organisatie().vergelijk())}
    assert any(met[sleutel] != q for sleutel, q in zonder.items() if q is not None)


def test_van_aandelen_telt_het_openbare_en_niet_het_interne_cijfer() -> None:
    proef = jaren_naast_elkaar((56, 70), (48, 80))
    recht = proef.vergelijk()
    intern = proef.intern()
    leeg = replace(intern, metingen=())
    assert getallen(vergelijk(leeg, proef.openbaar(), REKENREGELS)) == getallen(recht)
    assert recht.intern[0].oordeel.label is Label.DUIDELIJK


def test_een_gemiddelde_dat_openbaar_verborgen_is_telt_niet_mee() -> None:
    proef = Proef()
    vraag = maak_vraag_met("rapportcijfer")
    proef.midden(stel(vraag, JAAR - 1), 6, 1, 100)
    proef.midden(stel(vraag), 8, 1, 100, hoe="weg")
    assert het_enige(proef.vergelijk().intern).oordeel.label is Label.TE_WEINIG


def test_een_gehouden_gemiddelde_wordt_niet_met_de_nieuwe_spreiding_vergeleken() -> None:
    vraag = maak_vraag_met("rapportcijfer")
    uitkomsten = []
    for gehouden in (0.0, 0.2):
        proef = Proef()
        proef.midden(stel(vraag, JAAR - 1), 6, 1, 100)
        proef.midden(stel(vraag), 8, 1, 100, gehouden=gehouden)
        uitkomsten.append(het_enige(proef.vergelijk().intern).oordeel.label)
    assert uitkomsten == [Label.DUIDELIJK, Label.TE_WEINIG]


@pytest.mark.parametrize("soort", ["eens5", "rapportcijfer"])
@pytest.mark.parametrize(
    ("status", "n"), [(Status.GETOOND, 29), (Status.WEINIG, 30), (Status.BAND_HOOG, 30), (Status.NIET_GETOOND, 30)]
)
def test_ook_met_alle_getallen_erbij_beslissen_status_en_aantal(soort: str, status: Status, n: int) -> None:
    """Een openbaar cijfer met deze status heeft nooit getallen; hier toch, om te zien dat de status beslist."""

    def vergelijk_met(status: Status, n: int) -> Label:
        proef = Proef(regels=replace(REKENREGELS, procent_vanaf=10))
        vraag = maak_vraag_met(soort)
        for jaar, deel in ((JAAR - 1, 0.2), (JAAR, 0.8)):
            if soort == "eens5":
                proef.aandeel(stel(vraag, jaar), round(deel * n), n)
            else:
                proef.midden(stel(vraag, jaar), 10 * deel, 1, n)
        proef.cijfers[-1] = replace(proef.cijfers[-1], status=status)
        proef.regels = REKENREGELS
        return het_enige(proef.vergelijk().intern).oordeel.label

    assert vergelijk_met(status, n) is Label.TE_WEINIG
    assert vergelijk_met(Status.GETOOND, 30) is Label.DUIDELIJK


def test_een_gemiddelde_komt_van_de_hele_organisatie_en_niet_van_een_locatie() -> None:
    proef = Proef()
    vraag = maak_vraag_met("rapportcijfer")
    proef.midden(stel(vraag, JAAR - 1), 6, 1, 100)
    proef.midden(stel(vraag), 8, 1, 100)
    alleen_de_wortel = getallen(proef.vergelijk())
    cijfer = replace(proef.metingen[-1].cijfers[0], waarde=2.0, noemer=40)
    proef.metingen.append(replace(proef.metingen[-1], onderdeel="noord", cijfers=(cijfer,)))
    assert getallen(proef.vergelijk()) == alleen_de_wortel
    assert alleen_de_wortel[0][-1] is Label.DUIDELIJK


# --- wat er naast elkaar staat


def test_een_jaar_staat_naast_de_laatste_eerdere_meting() -> None:
    proef = Proef()
    vraag = maak_vraag_met("eens5")
    proef.aandeel(stel(vraag, 2020), 30, 100)
    proef.aandeel(stel(vraag, 2022), 60, 100)
    proef.aandeel(stel(vraag), 62, 100)
    oordeel = het_enige(proef.vergelijk().intern).oordeel
    assert (oordeel.een.jaar, oordeel.ander.jaar, oordeel.punten) == (2024, 2022, 2)


def test_is_de_laatste_meting_verborgen_dan_wordt_niet_verder_teruggekeken() -> None:
    proef = Proef()
    vraag = maak_vraag_met("eens5")
    proef.aandeel(stel(vraag, 2020), 30, 100)
    proef.aandeel(stel(vraag, 2022), 60, 100, hoe="verborgen")
    proef.aandeel(stel(vraag), 62, 100)
    oordeel = het_enige(proef.vergelijk().intern).oordeel
    assert (oordeel.ander.jaar, oordeel.label) == (2022, Label.TE_WEINIG)


def test_een_eerste_meting_en_een_vraag_die_niet_meer_gesteld_is_hebben_geen_oordeel() -> None:
    proef = Proef()
    proef.aandeel(stel(maak_vraag_met("eens5", "NIEUW")), 60, 100)
    proef.aandeel(stel(maak_vraag_met("eens5", "OUD"), JAAR - 1), 60, 100)
    assert proef.vergelijk().intern == ()


def test_is_er_van_toen_geen_cijfer_in_dezelfde_maat_dan_is_de_vraag_veranderd() -> None:
    """Ook als iemand verklaarde dat de reeks doorloopt: een percentage naast een rapportcijfer zegt niets."""
    proef = Proef()
    proef.aandeel(stel(maak_vraag_met("eens5"), JAAR - 1), 60, 100)
    proef.midden(stel(maak_vraag_met("rapportcijfer")), 8, 1, 100)
    oordeel = het_enige(proef.vergelijk().intern).oordeel
    assert (oordeel.label, oordeel.breuk) == (Label.REEKSBREUK, Breuk.VRAAG)


def test_een_vrij_getal_en_een_vraag_zonder_gunstige_kant_worden_niet_vergeleken() -> None:
    lijst = maak_lijst(*(maak_vraag_met(soort, soort) for soort in ("getal", "keuze", "ja_nee")))
    antwoorden = {"getal": [1.0, 2.0] * 30, "keuze": [1.0, 2.0, 3.0] * 20, "ja_nee": [1.0, 0.0] * 30}
    bladen = [maak_blad(lijst, antwoorden, jaar=jaar) for jaar in (2023, 2024)]
    indicatoren = reken(*bladen, werkmap=maak_werkmap(maak_jaargang(2023), maak_jaargang(2024)))
    openbaar = beveilig(indicatoren, KADER, REKENREGELS).openbaar
    assert [rij.oordeel.indicator for rij in vergelijk(indicatoren, openbaar, REKENREGELS).intern] == ["ja_nee"]


def test_in_de_spiegel_staan_alle_paren_met_de_eerste_groep_van_het_verslag_vooraan() -> None:
    proef = Proef()
    for groep in reversed(HOOFDGROEPEN):
        proef.aandeel(stel(maak_vraag_met("eens5", f"V-{groep}", spiegel="SP1"), doelgroep=groep), 60, 100)
    paren = [(oordeel.een.doelgroep, oordeel.ander.doelgroep) for oordeel in proef.vergelijk().openbaar.oordelen]
    assert len(paren) == 6
    assert all(een.rangorde < ander.rangorde for een, ander in paren)


def test_van_een_groep_met_twee_vragen_over_een_onderwerp_telt_de_eerste() -> None:
    proef = Proef()
    proef.aandeel(stel(maak_vraag_met("eens5", "V1", spiegel="SP1")), 60, 100)
    proef.aandeel(stel(maak_vraag_met("eens5", "V2", spiegel="SP1")), 10, 100)
    proef.aandeel(stel(maak_vraag_met("eens5", "V3", spiegel="SP1"), doelgroep=Doelgroep.NAASTEN), 50, 100)
    assert [oordeel.punten for oordeel in proef.vergelijk().openbaar.oordelen] == [10]


def test_alleen_een_percentage_staat_in_de_spiegel() -> None:
    proef = Proef()
    cijfer = replace(maak_vraag_met("rapportcijfer"), spiegel="SP1")
    for groep in (Doelgroep.CLIENTEN, Doelgroep.NAASTEN):
        proef.midden(stel(cijfer, doelgroep=groep), 8, 1, 100)
    assert proef.vergelijk().intern == ()


def test_regios_en_locaties_staan_naast_de_rest_en_andere_groepen_niet() -> None:
    proef = Proef(boom=BOOM)
    for groep in (Doelgroep.CLIENTEN, Doelgroep.NAASTEN):
        gevraagd = stel(maak_vraag_met("eens5"), doelgroep=groep)
        for onderdeel, x, n in ((ORGANISATIE, 120, 200), ("stad", 80, 120), ("noord", 40, 60), ("oost", 40, 60)):
            proef.aandeel(gevraagd, x, n, onderdeel=onderdeel)
    oordelen = proef.vergelijk().openbaar.oordelen
    assert [(oordeel.een.onderdeel, oordeel.ander.onderdeel) for oordeel in oordelen] == [
        ("stad", "stad"),
        ("noord", "noord"),
        ("oost", "oost"),
    ]
    assert all(oordeel.ander.is_rest and oordeel.een.doelgroep is Doelgroep.CLIENTEN for oordeel in oordelen)
    assert [rij.n_ander for rij in proef.vergelijk().intern] == [80, 140, 140]


# --- de woorden en de tellingen


def test_een_oordeel_is_terug_te_vinden_met_zijn_sleutel() -> None:
    oordelen = maak_organisatie().vergelijk().openbaar
    assert len(oordelen.index) == len(oordelen.oordelen) == 7
    for oordeel in oordelen.oordelen:
        sleutel = (oordeel.soort, oordeel.indicator, oordeel.maat, oordeel.een, oordeel.ander)
        assert oordelen.index[sleutel] is oordeel


def test_duidelijke_stijgingen_en_dalingen_worden_per_pijler_en_groep_geteld() -> None:
    proef = Proef()
    for vraag_id, nu, toen in (("OP", 90, 50), ("OP2", 95, 50), ("NEER", 50, 90), ("GELIJK", 60, 60)):
        vraag = maak_vraag_met("eens5", vraag_id)
        proef.aandeel(stel(vraag, JAAR - 1), toen, 120)
        proef.aandeel(stel(vraag), nu, 120)
    cijfer = maak_vraag_met("rapportcijfer", "CIJFER")
    proef.midden(stel(cijfer, JAAR - 1), 6, 1, 100)
    proef.midden(stel(cijfer), 8, 1, 100)
    weinig = maak_vraag_met("eens5", "WEINIG")
    for jaar in (JAAR - 1, JAAR):
        proef.aandeel(stel(weinig, jaar, Doelgroep.NAASTEN, pijler="naasten"), 10, 20)
    oordelen = proef.vergelijk().openbaar
    assert oordelen.stijgingen == {(JAAR, "clienten", Doelgroep.CLIENTEN): 3}
    assert oordelen.dalingen == {(JAAR, "clienten", Doelgroep.CLIENTEN): 1}


def test_is_er_vergeleken_zonder_duidelijk_verschil_dan_is_de_telling_nul_en_niet_leeg() -> None:
    oordelen = jaren_naast_elkaar((60, 100), (59, 100)).vergelijk().openbaar
    assert oordelen.stijgingen == oordelen.dalingen == {(JAAR, "clienten", Doelgroep.CLIENTEN): 0}


def test_een_verschil_tussen_groepen_of_locaties_is_geen_stijging() -> None:
    proef = maak_organisatie()
    soorten = {rij.oordeel.soort for rij in proef.vergelijk().intern if rij.oordeel.label is Label.DUIDELIJK}
    assert Vergelijkingsoort.GROEP in soorten
    assert sum(proef.vergelijk().openbaar.stijgingen.values()) == 1 + 1


@given(een=aantallen(), ander=aantallen(), grens=st.sampled_from([0.01, 0.05, 0.1, 0.2]))
def test_een_verschil_telt_precies_vanaf_de_grens(een: Aantallen, ander: Aantallen, grens: float) -> None:
    proef = jaren_naast_elkaar(een, ander)
    proef.regels = replace(REKENREGELS, verschil_minstens=grens)
    label = het_enige(proef.vergelijk().intern).oordeel.label
    honderdsten = 100 * abs(een[0] * ander[1] - ander[0] * een[1])
    assert (label is Label.GELIJK) == (honderdsten < round(100 * grens) * een[1] * ander[1])


def test_een_hogere_grens_voor_toeval_maakt_meer_duidelijk() -> None:
    def oordeel_bij(regels: Rekenregels) -> Label:
        proef = jaren_naast_elkaar((32, 40), (21, 35))
        proef.regels = regels
        return het_enige(proef.vergelijk().intern).oordeel.label

    assert oordeel_bij(REKENREGELS) is Label.MOGELIJK
    assert oordeel_bij(replace(REKENREGELS, toeval=0.06)) is Label.DUIDELIJK


def test_de_volgorde_is_jaren_groepen_locaties_en_hangt_niet_van_de_cijfers_af() -> None:
    proef = maak_organisatie()
    recht = proef.vergelijk()
    proef.cijfers.reverse()
    proef.metingen.reverse()
    assert getallen(proef.vergelijk()) == getallen(recht)
    soorten = [rij.oordeel.soort for rij in recht.intern]
    assert soorten == sorted(soorten, key=list(Vergelijkingsoort).index)


# --- in de keten


def test_van_antwoorden_tot_woorden() -> None:
    """Vorig jaar 24 van 60 eens, nu 48 van 60; het rapportcijfer steeg van 6,5 naar 8,5."""
    lijst = maak_lijst(maak_vraag(normen=("C1",)), maak_vraag_met("rapportcijfer", "V2"))
    toen = maak_blad(lijst, {"V1": [4] * 24 + [2] * 36, "V2": [6.0, 7.0] * 30}, jaar=2023)
    nu = maak_blad(lijst, {"V1": [4] * 48 + [2] * 12, "V2": [8.0, 9.0] * 30}, jaar=2024)
    indicatoren: Indicatoren = reken(nu, toen, werkmap=maak_werkmap(maak_jaargang(2023), maak_jaargang(2024)))
    openbaar = beveilig(indicatoren, KADER, REKENREGELS).openbaar
    rijen: tuple[Vergelijking, ...] = vergelijk(indicatoren, openbaar, REKENREGELS).intern
    assert [(rij.oordeel.indicator, rij.oordeel.maat, rij.oordeel.tekst) for rij in rijen] == [
        ("V1", Maat.GUNSTIG, "duidelijk meer"),
        ("V2", Maat.GEMIDDELDE, "duidelijk meer"),
    ]
    assert [rij.verschil for rij in rijen] == pytest.approx([0.4, 2.0])


@pytest.mark.traag
def test_veel_vergelijkingen_kosten_bijna_niets() -> None:
    """Zestig vragen, veertig locaties, vier groepen en vijf jaar: hoogstens 0,1 ms per vergelijking, ook bij drukte."""
    namen = [f"l{nummer}" for nummer in range(40)]
    proef = Proef(boom=maak_boom(dict.fromkeys(namen)))
    for jaar in range(2020, 2025):
        for groep in HOOFDGROEPEN:
            for nummer in range(60):
                gevraagd = stel(maak_vraag_met("eens5", f"V{nummer}", spiegel=f"SP{nummer % 20}"), jaar, groep)
                proef.aandeel(gevraagd, 14_000 + 7 * nummer + jaar, 20_000)
                for plaats, naam in enumerate(namen):
                    proef.aandeel(gevraagd, 300 + plaats, 500, onderdeel=naam)
    indicatoren, openbaar = proef.intern(), proef.openbaar()
    begin = time.process_time()
    vergeleken = vergelijk(indicatoren, openbaar, REKENREGELS)
    duur = time.process_time() - begin
    assert len(vergeleken.intern) == 60 * 4 + 20 * 6 + 60 * 40
    assert duur / len(vergeleken.intern) < 1e-4
