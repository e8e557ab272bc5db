"""De kamer `indicatoren` als geheel: van bladen naar metingen, respons, reeksen en kengetallen."""

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kwaliteit.indicatoren
from kwaliteit.begrippen.antwoord import Kengetalregel
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.indicator import Indicatoren, Maat
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort, Schaal, Schaalsoort
from kwaliteit.begrippen.werkmap import Aantallen
from tests.bouwstenen_indicatoren import (
    EENS5,
    REDENEN,
    SCHALEN,
    Antwoord,
    hussel,
    maak_blad,
    maak_boom,
    maak_jaargang,
    maak_lijst,
    maak_vraag,
    maak_werkmap,
    reken,
    vind,
)

ALLE_ONDERDELEN = [ORGANISATIE, "stad", "noord", "oost", "zuid"]


def _tabel(indicatoren: Indicatoren) -> str:
    """Alles wat telt als tekst, met elk getal tot de laatste bit."""
    return repr((indicatoren.gevraagd, indicatoren.metingen, indicatoren.respons, indicatoren.kengetallen))


# --- tellen -----------------------------------------------------------------------------------------------------------


def test_elke_vraag_heeft_een_meting_in_elk_onderdeel_op_volgorde_van_lijst_en_boom() -> None:
    lijst = maak_lijst(maak_vraag("V2"), maak_vraag("V1"))
    indicatoren = reken(maak_blad(lijst, {"V1": [4, 2], "V2": [5, "leeg"]}, locaties=["noord", "oost"]))
    assert [(meting.gevraagd.vraag.id, meting.onderdeel) for meting in indicatoren.metingen] == [
        (vraag, onderdeel) for vraag in ("V2", "V1") for onderdeel in ALLE_ONDERDELEN
    ]
    leeg = vind(indicatoren, "oost", "V2")
    assert (leeg.n, leeg.per_code, leeg.cijfers) == (0, (0, 0, 0, 0, 0), ())


def test_een_vraag_zonder_kolom_is_niet_gesteld() -> None:
    lijst = maak_lijst(maak_vraag("V1"), maak_vraag("V2"))
    indicatoren = reken(maak_blad(lijst, {"V2": [4]}))
    assert [gevraagd.vraag.id for gevraagd in indicatoren.gevraagd] == ["V2"]


def test_open_vragen_en_meerkeuze_zonder_antwoorden_in_de_lijst_tellen_niet() -> None:
    open_vraag = maak_vraag("O1", Schaal(naam="open", soort=Schaalsoort.OPEN))
    vinkjes = maak_vraag("O2", Schaal(naam="vinkjes", soort=Schaalsoort.MEERKEUZE))
    antwoorden: dict[str, list[Antwoord]] = {"V1": ["leeg", 4], "O1": [0, 0], "O2": [0, 0]}
    indicatoren = reken(maak_blad(maak_lijst(maak_vraag("V1"), open_vraag, vinkjes), antwoorden))
    assert [gevraagd.vraag.id for gevraagd in indicatoren.gevraagd] == ["V1"]
    assert indicatoren.respons[0].deelnemers == 1
    assert indicatoren.respons[0].volledig == 1


def test_een_locatie_die_niet_in_de_boom_staat_telt_alleen_in_de_organisatie() -> None:
    lijst = maak_lijst(maak_vraag())
    indicatoren = reken(maak_blad(lijst, {"V1": [4, 4]}, locaties=["noord", "atlantis"]))
    assert {meting.onderdeel: meting.n for meting in indicatoren.metingen} == {
        ORGANISATIE: 2,
        "stad": 1,
        "noord": 1,
        "oost": 0,
        "zuid": 0,
    }


def test_een_organisatie_zonder_locaties_heeft_alleen_de_wortel() -> None:
    indicatoren = reken(maak_blad(maak_lijst(maak_vraag()), {"V1": [4]}), werkmap=maak_werkmap(boom=maak_boom({})))
    assert [meting.onderdeel for meting in indicatoren.metingen] == [ORGANISATIE]


def test_meer_bladen_van_dezelfde_lijst_tellen_samen() -> None:
    lijst = maak_lijst(maak_vraag("V1"), maak_vraag("V2", SCHALEN["rapportcijfer"]))
    indicatoren = reken(
        maak_blad(lijst, {"V1": [4, 1], "V2": [7, 8]}, locaties=["noord", "oost"]),
        maak_blad(lijst, {"V2": [9]}, locaties=["noord"]),
    )
    assert vind(indicatoren, vraag_id="V1").per_code == (1, 0, 0, 1, 0)
    (cijfer,) = vind(indicatoren, vraag_id="V2").cijfers
    assert (cijfer.waarde, cijfer.noemer) == (8.0, 3)
    respons = {meting.onderdeel: (meting.deelnemers, meting.volledig) for meting in indicatoren.respons}
    assert respons[ORGANISATIE] == (3, 3)  # in het tweede blad staat maar één vraag, die is beantwoord
    assert respons["noord"] == (2, 2)


def test_een_vraag_uit_twee_verschillende_lijsten_in_een_jaar_stopt_het_programma() -> None:
    bladen = [maak_blad(maak_lijst(maak_vraag(), naam=naam), {"V1": [4]}) for naam in ("oude-lijst", "nieuwe-lijst")]
    with pytest.raises(WerkmapFout) as fout:
        reken(*bladen)
    (gebrek,) = fout.value.gebreken
    assert gebrek.waar == "bronnen van cliënten over 2024"
    assert gebrek.wat == "vraag V1 komt uit verschillende vragenlijsten: nieuwe-lijst versie 1, oude-lijst versie 1"
    assert gebrek.verwacht == "dat een vraag in één jaar voor een groep uit één vragenlijst komt"
    assert gebrek.doe_dit.startswith("Geef deze bestanden in `kwaliteit.yaml` bij `bronnen` dezelfde vragenlijst")


def test_twee_lijsten_met_andere_vragen_tellen_naast_elkaar() -> None:
    indicatoren = reken(
        maak_blad(maak_lijst(maak_vraag("A1"), naam="z-lijst"), {"A1": [4]}),
        maak_blad(maak_lijst(maak_vraag("B1"), naam="a-lijst"), {"B1": [2]}),
    )
    assert [gevraagd.vraag.id for gevraagd in indicatoren.gevraagd] == ["B1", "A1"]
    assert indicatoren.respons[0].deelnemers == 2


def test_groepen_staan_op_de_vaste_volgorde_van_het_verslag() -> None:
    bladen = [
        maak_blad(maak_lijst(maak_vraag(), naam=groep, doelgroep=groep), {"V1": [4]}) for groep in reversed(Doelgroep)
    ]
    assert [gevraagd.doelgroep for gevraagd in reken(*bladen).gevraagd] == list(Doelgroep)


def test_ervaringsdeskundigen_en_alleen_organisatie_tellen_alleen_in_de_wortel() -> None:
    locaties = ["noord", "oost"]
    gewoon = maak_vraag("V1")
    alleen = maak_vraag("V2", alleen_organisatie=True)
    clienten = reken(maak_blad(maak_lijst(gewoon, alleen), {"V1": [4, 4], "V2": [4, 4]}, locaties=locaties))
    assert [m.onderdeel for m in clienten.metingen if m.gevraagd.vraag.id == "V1"] == ALLE_ONDERDELEN
    assert [m.onderdeel for m in clienten.metingen if m.gevraagd.vraag.id == "V2"] == [ORGANISATIE]
    lijst = maak_lijst(gewoon, doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN)
    deskundigen = reken(maak_blad(lijst, {"V1": [4, 4]}, locaties=locaties))
    assert [meting.onderdeel for meting in deskundigen.metingen] == [ORGANISATIE]
    assert [meting.onderdeel for meting in deskundigen.respons] == [ORGANISATIE]


# --- schalen ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schaal", "antwoord", "maten"),
    [
        ("eens5", 4, [Maat.GUNSTIG] + [Maat.VERDELING] * 5),
        ("ja_nee", 1, [Maat.GUNSTIG] + [Maat.VERDELING] * 2),
        ("keuze", 1, [Maat.VERDELING] * 3),
        ("rapportcijfer", 7, [Maat.GEMIDDELDE]),
        ("nps", 7, [Maat.NPS]),
        ("getal", 7, [Maat.GEMIDDELDE]),
        ("meerkeuze", (1, 3), [Maat.VERDELING] * 3),
    ],
)
def test_de_schaal_bepaalt_de_maten(schaal: str, antwoord: Antwoord, maten: list[Maat]) -> None:
    indicatoren = reken(maak_blad(maak_lijst(maak_vraag(schaal=SCHALEN[schaal])), {"V1": [antwoord]}))
    assert [cijfer.maat for cijfer in vind(indicatoren).cijfers] == maten


def test_score_en_topbox_komen_alleen_op_verzoek_en_na_de_gewone_maten() -> None:
    vraag = maak_vraag(met_score=True, met_topbox=True)
    maten = [cijfer.maat for cijfer in vind(reken(maak_blad(maak_lijst(vraag), {"V1": [4]}))).cijfers]
    assert maten == [Maat.GUNSTIG] + [Maat.VERDELING] * 5 + [Maat.SCORE, Maat.TOPBOX]


def test_de_categorie_van_een_verdeling_is_de_code_als_tekst() -> None:
    indicatoren = reken(maak_blad(maak_lijst(maak_vraag(schaal=SCHALEN["ja_nee"])), {"V1": [1, 0, 1]}))
    verdeling = {c.categorie: c.teller for c in vind(indicatoren).cijfers if c.maat is Maat.VERDELING}
    assert verdeling == {"1": 2, "0": 1}
    assert vind(indicatoren).gunstig == 2


def test_omkeren_werkt_ook_bij_een_schaal_die_aflopend_is_opgeschreven() -> None:
    aflopend = Schaal(
        naam="af", soort=Schaalsoort.LIKERT, codes=(5, 3, 1), labels=("vaak", "soms", "nooit"), gunstig=(5,)
    )
    vraag = maak_vraag(schaal=aflopend, omgekeerd=True)
    meting = vind(reken(maak_blad(maak_lijst(vraag), {"V1": [1, 1, 3, 5]})))
    assert meting.per_code == (2, 1, 1)
    assert meting.gunstig == 2
    assert meting.gevraagd.vraag.schaal.labels == ("nooit", "soms", "vaak")


def test_omkeren_zonder_grenzen_stopt_het_programma_met_uitleg() -> None:
    vraag = maak_vraag(schaal=SCHALEN["getal"], omgekeerd=True)
    with pytest.raises(WerkmapFout) as fout:
        reken(maak_blad(maak_lijst(vraag), {"V1": [4]}))
    (gebrek,) = fout.value.gebreken
    assert gebrek.waar == "vragenlijsten, vraag V1"
    assert gebrek.wat == "`omgekeerd: true` bij schaal 'getal', die geen laagste en hoogste waarde heeft"
    assert gebrek.verwacht == "een schaal met een laagste en een hoogste waarde"
    assert gebrek.doe_dit == "Vul `laagste` en `hoogste` in bij de schaal, of haal `omgekeerd` weg."


@given(st.lists(st.sampled_from(EENS5.codes), min_size=1, max_size=40), st.none() | st.integers(40, 90))
def test_gunstig_en_ongunstig_verwisselen_spiegelt_het_cijfer_en_de_marge(
    antwoorden: list[float], mensen: int | None
) -> None:
    populatie = {} if mensen is None else {Doelgroep.CLIENTEN: Aantallen(totaal=mensen, per_locatie={})}
    werkmap = maak_werkmap(maak_jaargang(2024, populatie=populatie))

    def meet(gunstig: tuple[int, ...]) -> Any:
        schaal = Schaal(naam="s", soort=Schaalsoort.LIKERT, codes=EENS5.codes, labels=EENS5.labels, gunstig=gunstig)
        blad = maak_blad(maak_lijst(maak_vraag(schaal=schaal)), {"V1": antwoorden})
        return vind(reken(blad, werkmap=werkmap)).cijfers[0]

    een, ander = meet((4, 5)), meet((1, 2, 3))
    assert een.waarde + ander.waarde == pytest.approx(1)
    assert een.interval.laag == pytest.approx(1 - ander.interval.hoog, abs=1e-12)
    assert een.interval.hoog == pytest.approx(1 - ander.interval.laag, abs=1e-12)


# --- wetten -----------------------------------------------------------------------------------------------------------

VIER_VRAGEN = (
    maak_vraag("V1"),
    maak_vraag("V2", SCHALEN["rapportcijfer"], omgekeerd=True),
    maak_vraag("V3", SCHALEN["nps"]),
    maak_vraag("V4", SCHALEN["getal"]),
)
WOORDEN = st.sampled_from(sorted(REDENEN))
RIJ = st.tuples(
    st.sampled_from(["", "noord", "oost", "zuid"]),
    st.sampled_from(EENS5.codes) | WOORDEN,
    st.floats(1, 10) | WOORDEN,
    st.integers(0, 10) | WOORDEN,
    st.floats(-1e6, 1e6) | WOORDEN,
)


def _blad_uit_rijen(rijen: list[tuple[Any, ...]]) -> Any:
    locaties, *kolommen = [list(kolom) for kolom in zip(*rijen, strict=True)]
    antwoorden = {vraag.id: kolom for vraag, kolom in zip(VIER_VRAGEN, kolommen, strict=True)}
    return maak_blad(maak_lijst(*VIER_VRAGEN), antwoorden, locaties=locaties)


@given(st.lists(RIJ, min_size=1, max_size=25), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_rijen_verandert_geen_enkel_cijfer(rijen: list[tuple[Any, ...]], toeval: Any) -> None:
    blad = _blad_uit_rijen(rijen)
    volgorde = list(range(len(rijen)))
    toeval.shuffle(volgorde)
    assert _tabel(reken(hussel(blad, volgorde))) == _tabel(reken(blad))


@given(st.lists(RIJ, min_size=2, max_size=25), st.data())
def test_een_bron_in_tweeen_knippen_verandert_geen_enkel_cijfer(rijen: list[tuple[Any, ...]], data: Any) -> None:
    knip = data.draw(st.integers(1, len(rijen) - 1))
    bladen = [_blad_uit_rijen(deel) for deel in (rijen[:knip], rijen[knip:])]
    assert _tabel(reken(*bladen)) == _tabel(reken(_blad_uit_rijen(rijen)))


@given(st.lists(RIJ, min_size=1, max_size=25))
def test_wat_in_delen_zit_telt_op_tot_het_geheel(rijen: list[tuple[Any, ...]]) -> None:
    indicatoren = reken(_blad_uit_rijen(rijen))
    zonder_locatie = [rij for rij in rijen if not rij[0]]
    for vraag in VIER_VRAGEN:
        n = {m.onderdeel: m.n for m in indicatoren.metingen if m.gevraagd.vraag.id == vraag.id}
        for meting in indicatoren.metingen:
            assert sum(meting.per_code) == meting.n
        if len(zonder_locatie) == len(rijen):
            assert list(n) == [ORGANISATIE]
            continue
        assert n["stad"] == n["noord"] + n["oost"]
        los = sum(not isinstance(rij[VIER_VRAGEN.index(vraag) + 1], str) for rij in zonder_locatie)
        assert n[ORGANISATIE] == n["stad"] + n["zuid"] + los


# --- jaren, kader, respons, kengetallen -------------------------------------------------------------------------------


def test_voor_het_kader_zijn_er_geen_normen_maar_wel_een_pijler() -> None:
    lijst = maak_lijst(maak_vraag(normen=("N1", "C1")), maak_vraag("V2"))
    werkmap = maak_werkmap(maak_jaargang(2023, kader=None), maak_jaargang(2024))
    bladen = [maak_blad(lijst, {"V1": [4], "V2": [4]}, jaar=jaar) for jaar in (2024, 2023)]
    gevraagd = reken(*bladen, werkmap=werkmap).gevraagd
    assert [(vraag.jaar, vraag.vraag.id, vraag.pijler, vraag.normen) for vraag in gevraagd] == [
        (2023, "V1", "naasten", ()),
        (2023, "V2", "", ()),
        (2024, "V1", "naasten", ("N1", "C1")),
        (2024, "V2", "", ()),
    ]


def test_jaren_na_het_verslagjaar_doen_niet_mee() -> None:
    lijst = maak_lijst(maak_vraag())
    werkmap = maak_werkmap(maak_jaargang(2023), maak_jaargang(2024), maak_jaargang(2025))
    regel = _regel(jaar=2025, teller=1, noemer=2)
    indicatoren = reken(
        *(maak_blad(lijst, {"V1": [4]}, jaar=jaar) for jaar in (2023, 2024, 2025)),
        werkmap=werkmap,
        kengetallen=[regel],
        definities=[_kengetal()],
    )
    assert {meting.gevraagd.jaar for meting in indicatoren.metingen} == {2023, 2024}
    assert list(indicatoren.niet_gevraagd) == [2023, 2024]
    assert indicatoren.kengetallen == ()


def test_een_hoofdgroep_zonder_blad_is_niet_gevraagd() -> None:
    lijst = maak_lijst(maak_vraag(), doelgroep=Doelgroep.NAASTEN)
    werkmap = maak_werkmap(maak_jaargang(2023), maak_jaargang(2024))
    indicatoren = reken(maak_blad(lijst, {"V1": [4]}), werkmap=werkmap)
    assert indicatoren.niet_gevraagd == {
        2023: (Doelgroep.CLIENTEN, Doelgroep.NAASTEN, Doelgroep.PROFESSIONALS, Doelgroep.SAMENWERKINGSPARTNERS),
        2024: (Doelgroep.CLIENTEN, Doelgroep.PROFESSIONALS, Doelgroep.SAMENWERKINGSPARTNERS),
    }


def test_een_leeg_blad_is_wel_gevraagd_maar_heeft_geen_antwoorden() -> None:
    indicatoren = reken(maak_blad(maak_lijst(maak_vraag(), maak_vraag("V2", SCHALEN["getal"])), {"V1": [], "V2": []}))
    assert Doelgroep.CLIENTEN not in indicatoren.niet_gevraagd[2024]
    assert [(meting.onderdeel, meting.n, meting.cijfers) for meting in indicatoren.metingen] == [
        (ORGANISATIE, 0, ())
    ] * 2
    assert indicatoren.respons[0].deelnemers == 0


def test_de_respons_noemt_uitgenodigden_en_mensen_per_onderdeel() -> None:
    werkmap = maak_werkmap(
        maak_jaargang(
            2024,
            populatie={Doelgroep.CLIENTEN: Aantallen(totaal=89, per_locatie={"noord": 48, "oost": 41})},
            uitgenodigd={Doelgroep.CLIENTEN: Aantallen(totaal=80, per_locatie={})},
        )
    )
    blad = maak_blad(maak_lijst(maak_vraag()), {"V1": [4, "weet niet", 2]}, locaties=["noord", "noord", "oost"])
    indicatoren = reken(blad, werkmap=werkmap)
    assert {m.onderdeel: (m.deelnemers, m.uitgenodigd, m.populatie) for m in indicatoren.respons} == {
        ORGANISATIE: (2, 80, 89),
        "stad": (2, None, 89),
        "noord": (1, None, 48),
        "oost": (1, None, 41),
        "zuid": (0, None, None),
    }
    assert vind(indicatoren, "stad").populatie == 89


def test_een_reeks_heeft_een_kort_vast_id_dat_geen_getal_lijkt() -> None:
    (gevraagd,) = reken(maak_blad(maak_lijst(maak_vraag()), {"V1": [4]})).gevraagd
    assert gevraagd.reeks == "r9d03793f21"
    assert not gevraagd.breekt


@pytest.mark.parametrize(
    "anders",
    [
        {"schaal": SCHALEN["ja_nee"]},
        {"schaal": Schaal(naam="x", soort=EENS5.soort, codes=EENS5.codes, labels=EENS5.labels, gunstig=(5,))},
        {"tekst": "Een andere vraag."},
        {"omgekeerd": True},
    ],
    ids=["schaal", "gunstige kant", "tekst", "omgekeerd"],
)
def test_wat_aan_een_vraag_verandert_breekt_de_reeks(anders: Mapping[str, Any]) -> None:
    werkmap = maak_werkmap(maak_jaargang(2023), maak_jaargang(2024))

    def breekt(vraag_2024: Any) -> bool:
        vragen = {2023: maak_vraag(), 2024: vraag_2024}
        bladen = [maak_blad(maak_lijst(vraag), {"V1": [1]}, jaar=jaar) for jaar, vraag in vragen.items()]
        return reken(*bladen, werkmap=werkmap).gevraagd[1].breekt

    assert breekt(maak_vraag(**anders))
    herdoopt = Schaal(naam="andere naam", soort=EENS5.soort, codes=EENS5.codes, labels=EENS5.labels, gunstig=(5, 4))
    assert not breekt(maak_vraag(schaal=herdoopt))


def test_dezelfde_vraag_aan_een_andere_groep_is_een_andere_reeks() -> None:
    bladen = [
        maak_blad(maak_lijst(maak_vraag(), doelgroep=groep), {"V1": [4]})
        for groep in (Doelgroep.CLIENTEN, Doelgroep.NAASTEN)
    ]
    een, ander = reken(*bladen).gevraagd
    assert een.reeks != ander.reeks
    assert not een.breekt
    assert not ander.breekt


def _kengetal(kengetal_id: str = "K1", soort: Kengetalsoort = Kengetalsoort.VERHOUDING) -> Kengetal:
    return Kengetal(
        id=kengetal_id, naam="", teller="", noemer="", normen=("C1",), soort=soort, over_mensen=True, toelichting=""
    )


def _regel(
    kengetal: str = "K1", *, jaar: int = 2024, onderdeel: str | None = None, teller: int = 1, noemer: int | None = 2
) -> Kengetalregel:
    return Kengetalregel(
        jaar=jaar,
        kengetal=kengetal,
        onderdeel=onderdeel,
        teller=teller,
        noemer=noemer,
        toelichting="uit het register",
        bestand="kengetallen.csv",
        cel="C2",
    )


def test_een_kengetal_draagt_pijler_teller_noemer_en_toelichting() -> None:
    (meting,) = reken(kengetallen=[_regel()], definities=[_kengetal()]).kengetallen
    assert (meting.jaar, meting.pijler, meting.onderdeel) == (2024, "clienten", ORGANISATIE)
    assert (meting.teller, meting.noemer, meting.waarde) == (1, 2, 0.5)
    assert meting.toelichting == "uit het register"


def test_kengetallen_staan_op_volgorde_van_jaar_bibliotheek_en_boom() -> None:
    regels = [_regel(k, jaar=j, onderdeel=o) for o in ("zuid", "noord") for j in (2024, 2023) for k in ("K1", "K2")]
    werkmap = maak_werkmap(maak_jaargang(2023), maak_jaargang(2024))
    metingen = reken(kengetallen=regels, definities=[_kengetal("K2"), _kengetal("K1")], werkmap=werkmap).kengetallen
    assert [(meting.jaar, meting.kengetal.id, meting.onderdeel) for meting in metingen] == [
        (jaar, kengetal, onderdeel)
        for jaar in (2023, 2024)
        for kengetal in ("K2", "K1")
        for onderdeel in (ORGANISATIE, "noord", "zuid")
    ]


def test_een_onbekend_kengetal_en_een_onbekende_locatie_geven_geen_meting() -> None:
    regels = [_regel("K9"), _regel(onderdeel="atlantis"), _regel(onderdeel="noord")]
    metingen = reken(kengetallen=regels, definities=[_kengetal()]).kengetallen
    assert [meting.onderdeel for meting in metingen] == [ORGANISATIE, "noord"]
    assert metingen[0].opgeteld == "Opgeteld over 1 van de 3 locaties."


def test_bij_twee_regels_over_hetzelfde_telt_de_eerste() -> None:
    regels = [_regel(teller=1, noemer=4), _regel(teller=3, noemer=4)]
    (meting,) = reken(kengetallen=regels, definities=[_kengetal()]).kengetallen
    assert meting.waarde == 0.25


# --- huis -------------------------------------------------------------------------------------------------------------

VERBODEN = {"pathlib", "openpyxl", "yaml", "jinja2", "scipy", "statsmodels", "random", "time", "datetime", "locale"}


def _invoer(bron: str) -> set[str]:
    knopen = list(ast.walk(ast.parse(bron)))
    return {naam.name.split(".")[0] for knoop in knopen if isinstance(knoop, ast.Import) for naam in knoop.names} | {
        (knoop.module or "").split(".")[0] for knoop in knopen if isinstance(knoop, ast.ImportFrom)
    }


def test_de_kamer_raakt_de_buitenwereld_niet() -> None:
    bestanden = sorted(Path(kwaliteit.indicatoren.__file__).parent.glob("*.py"))
    assert len(bestanden) > 5
    for bestand in bestanden:
        assert not _invoer(bestand.read_text(encoding="utf-8")) & VERBODEN, bestand.name
    assert _invoer("from pathlib import Path\nimport scipy.stats") & VERBODEN == {"pathlib", "scipy"}
