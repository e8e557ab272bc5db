"""De openbaarheidstoets: op echte organisaties vindt zij niets, en met één stap uit wel.

Zij deelt geen code met `geheimhouding`; elk soort lek heeft hier een met de hand gemaakt voorbeeld.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.begrippen.register import REGISTERPAD
from kwaliteit.begrippen.vragenlijst import Kengetalsoort, Vraag
from kwaliteit.openbaarheidstoets.kennis import PLEKLOOS, Grond, Vorm, maak_veld
from kwaliteit.openbaarheidstoets.rang import zoek_bekende_sommen
from kwaliteit.openbaarheidstoets.rijen import Geheim, Rij, Versie
from kwaliteit.openbaarheidstoets.toetsen import Stof, toets_cijfers
from kwaliteit.openbaarheidstoets.toeval import Toeval
from kwaliteit.openbaarheidstoets.veld import Feit, Vastligging, Veld, venster
from kwaliteit.openbaarheidstoets.vraagtoets import Grenzen
from kwaliteit.openbaarheidstoets.werelden import beslis
from kwaliteit.openbaarheidstoets.zoeker import Zoeker
from tests.geheimhouding_organisaties import CIJFER10, EENS5, JA_NEE, maak_boom, maak_kengetal, maak_vraag, tel_op
from tests.openbaarheid_organisaties import STAPPEN, toets_organisatie, verzin_organisatie

AANTAL = 300
GRENZEN = Grenzen(drempel=10, band=3)
BOOM = maak_boom({"": ["noord", "oost", "zuid"]})
SLEUTEL = (2024, "clienten", "V1")


# --- op echte organisaties ------------------------------------------------------------------------------------------


def test_uit_wat_het_programma_publiceert_volgt_niets_over_een_te_kleine_groep() -> None:
    lekken, onbeslist, getoetst = [], [], 0
    for zaad in range(1, AANTAL + 1):
        organisatie = verzin_organisatie(zaad)
        eerder = organisatie.publiceer_eerder()
        beveiligd = organisatie.publiceer(eerder)
        if beveiligd is None:
            continue
        uitslag = toets_organisatie(organisatie, beveiligd.openbaar, eerder)
        lekken += [(zaad, lek) for lek in uitslag.lekken]
        onbeslist += [(zaad, tekst) for tekst in uitslag.onbeslist]
        getoetst += uitslag.getoetst
    assert lekken == []
    assert onbeslist == []
    assert getoetst > 20 * AANTAL


def test_het_aantal_uitgenodigden_mag_in_een_tweede_versie_veranderen() -> None:
    organisatie = verzin_organisatie(23)  # eerst 31 uitgenodigden, nu 32
    eerder_ = organisatie.publiceer_eerder()
    beveiligd = organisatie.publiceer(eerder_)
    assert beveiligd is not None
    assert toets_organisatie(organisatie, beveiligd.openbaar, eerder_).lekken == []


@pytest.mark.parametrize(
    ("stap", "minstens"), [("stap A", 0.6), ("stap B", 0.8), ("stap C", 0.3), ("trappen van de verdeling", 0.95)]
)
def test_met_een_stap_uit_vindt_de_toets_de_lekken(stap: str, minstens: float, monkeypatch: pytest.MonkeyPatch) -> None:
    gewoon = {}
    for zaad in range(1, 400):
        organisatie = verzin_organisatie(zaad)
        if organisatie.eerder is None:
            beveiligd = organisatie.publiceer()
            assert beveiligd is not None
            gewoon[zaad] = beveiligd.openbaar.cijfers
    STAPPEN[stap](monkeypatch)
    deed_iets = gevonden = 0
    for zaad, cijfers in gewoon.items():
        organisatie = verzin_organisatie(zaad)
        zonder = organisatie.publiceer()
        assert zonder is not None
        if zonder.openbaar.cijfers != cijfers:
            deed_iets += 1
            gevonden += bool(toets_organisatie(organisatie, zonder.openbaar).lekken)
    assert deed_iets > 2
    assert gevonden >= minstens * deed_iets


# --- met de hand gemaakte lekken ------------------------------------------------------------------------------------


def maak_rij(onderdeel: str, **wijziging: object) -> Rij:
    basis = Rij(
        bron="gegevens/indicatoren.csv",
        jaar=2024,
        doelgroep="clienten",
        indicator="V1",
        onderdeel=onderdeel,
        maat="gunstig",
        categorie="",
        status="te weinig antwoorden",
        waarde=None,
        teller=None,
        noemer=None,
        ondergrens=None,
        bovengrens=None,
        uitgenodigd=None,
        methode="",
        toelichting="te weinig antwoorden",
    )
    return replace(basis, **wijziging)  # type: ignore[arg-type]


def toon(onderdeel: str, teller: int, noemer: int, **wijziging: object) -> Rij:
    rij = maak_rij(onderdeel, status="weinig antwoorden", toelichting="", teller=teller, noemer=noemer)
    return replace(rij, **wijziging)  # type: ignore[arg-type]


def band(onderdeel: str, woorden: str, noemer: int | None = None) -> Rij:
    status = "band laag" if woorden.startswith("minder") else "band hoog"
    return maak_rij(onderdeel, status=status, toelichting=woorden, noemer=noemer)


def maak_geheim(per_blad: Mapping[str, tuple[int, ...]], boom: Boom = BOOM) -> Geheim:
    vakken = tel_op(boom, per_blad)
    return Geheim(
        aantal={plek: sum(deel) for plek, deel in vakken.items()},
        vakken=vakken,
        getallen={},
        populatie={},
    )


def zoek(
    rijen: Sequence[Rij],
    geheim: Geheim | None = None,
    *,
    vraag: Vraag | None = None,
    versies: Sequence[Versie] = (),
    boom: Boom = BOOM,
) -> list[Lek]:
    stof = Stof(
        boom=boom,
        rijen=rijen,
        versies=versies,
        vragen={SLEUTEL: vraag or maak_vraag("V1", JA_NEE)},
        kengetallen={},
        geheimen={SLEUTEL: geheim} if geheim else {},
    )
    uitslag = toets_cijfers(stof, GRENZEN)
    assert uitslag.onbeslist == []
    return uitslag.lekken


def soorten(lekken: Iterable[Lek]) -> set[Leksoort]:
    return {lek.soort for lek in lekken}


VEILIG = {"noord": (20, 20), "oost": (10, 12), "zuid": (4, 2)}


def test_twee_verborgen_locaties_samen_groot_genoeg_zijn_veilig() -> None:
    rijen = [toon(ORGANISATIE, 34, 68), toon("noord", 20, 40), maak_rij("oost"), maak_rij("zuid")]
    assert zoek(rijen, maak_geheim(VEILIG)) == []
    assert zoek(rijen) == []


@pytest.mark.parametrize("met_intern", [True, False])
def test_een_verborgen_locatie_die_door_aftrekken_volgt_is_een_lek(met_intern: bool) -> None:
    rijen = [toon(ORGANISATIE, 34, 68), toon("noord", 20, 40), toon("oost", 10, 22), maak_rij("zuid")]
    lekken = zoek(rijen, maak_geheim(VEILIG) if met_intern else None)
    assert soorten(lekken) == {Leksoort.RANG}
    assert any("6 antwoorden" in lek.wat for lek in lekken)
    assert any("4 van 6 (gunstig)" in lek.wat for lek in lekken)


def test_een_restblok_met_bijna_iedereen_aan_een_kant_is_een_lek() -> None:
    geheim = maak_geheim({"noord": (27, 4), "oost": (4, 10), "zuid": (16, 1)})
    rijen = [toon(ORGANISATIE, 47, 62), toon("noord", 27, 31), toon("oost", 4, 14), maak_rij("zuid")]
    lekken = zoek(rijen, geheim)
    assert "16 van 17 (gunstig)" in {lek.wat for lek in lekken}
    assert zoek([rijen[0], rijen[1], maak_rij("oost", status="niet getoond"), rijen[3]], geheim) == []


def test_twee_banden_die_samen_een_aantal_vastleggen_zijn_een_lek_door_grenzen() -> None:
    geheim = maak_geheim({"noord": (46, 4), "oost": (2, 33), "zuid": (2, 33)})
    banden = [band("oost", "minder dan 3 van de 35", 35), band("zuid", "minder dan 3 van de 35", 35)]
    lekken = zoek([toon(ORGANISATIE, 50, 120), toon("noord", 46, 50), *banden], geheim)
    assert Leksoort.GRENZEN in soorten(lekken)
    los = [toon(ORGANISATIE, 50, 120), maak_rij("noord"), *banden]
    assert zoek(los, geheim) == []


def test_een_vol_vak_in_een_verdeling_naast_gunstig_van_een_locatie_is_een_lek() -> None:
    vraag = maak_vraag("V1", EENS5)
    geheim = maak_geheim({"noord": (0, 0, 10, 5, 15), "oost": (0, 0, 0, 9, 2), "zuid": (0, 0, 10, 0, 0)})
    verdeling = [
        toon(ORGANISATIE, aantal, 51, maat="verdeling", categorie=str(code))
        for code, aantal in enumerate((0, 0, 20, 14, 17), start=1)
    ]
    rijen = [toon(ORGANISATIE, 31, 51), *verdeling, toon("noord", 20, 30), maak_rij("oost"), maak_rij("zuid")]
    assert zoek(rijen, geheim, vraag=vraag) == []
    extra = [
        toon("noord", aantal, 30, maat="verdeling", categorie=str(code))
        for code, aantal in enumerate((0, 0, 10, 5, 15), start=1)
    ]
    lekken = zoek([*rijen, *extra], geheim, vraag=vraag)
    assert any("2 van 21 (antwoord 5)" in lek.wat for lek in lekken)


def test_een_smalle_marge_bij_een_gemiddelde_kan_een_enkel_laag_cijfer_verraden() -> None:
    vraag = maak_vraag("V1", CIJFER10)
    boom = maak_boom({"": ["noord"]})
    vakken = (0, 0, 0, 0, 0, 0, 0, 30, 0, 0)
    bijna = (1, 0, 0, 0, 0, 0, 0, 0, 0, 11)
    rij = maak_rij(ORGANISATIE, maat="gemiddelde", status="getoond", toelichting="", noemer=30, waarde=Fraction(8))
    precies = replace(rij, waarde=Fraction(37, 4), noemer=12)
    assert any(
        "fijner" in lek.wat for lek in zoek([precies], maak_geheim({"noord": bijna}, boom), vraag=vraag, boom=boom)
    )
    alles_gelijk = replace(rij, ondergrens=Fraction(8), bovengrens=Fraction(8), methode="t")
    lekken = zoek([alles_gelijk], maak_geheim({"noord": vakken}, boom), vraag=vraag, boom=boom)
    assert Leksoort.GRENZEN in soorten(lekken) or Leksoort.RANG in soorten(lekken)
    ruim = (0, 0, 3, 3, 4, 4, 4, 4, 4, 4)
    gemiddeld = replace(rij, waarde=Fraction(67, 10))
    assert zoek([gemiddeld], maak_geheim({"noord": ruim}, boom), vraag=vraag, boom=boom) == []


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        (maak_rij("zuid", teller=4), "teller is niet leeg"),
        (maak_rij("zuid", noemer=6), "noemer is niet leeg"),
        (maak_rij("zuid", uitgenodigd=12), "uitgenodigd is niet leeg"),
        (maak_rij("zuid", waarde=Fraction(2, 3)), "waarde is niet leeg"),
        (maak_rij("zuid", methode="wilson"), "interval_methode is niet leeg"),
        (maak_rij("zuid", toelichting="4 van 6"), "een getal in de toelichting"),
        (band("oost", "minder dan 2 van de 22", 22), "vaste woorden"),
        (band("oost", "meer dan 18 van de 22", 22), "vaste woorden"),
        (replace(band("oost", "minder dan 10%", 22), ondergrens=Fraction(0)), "ondergrens is niet leeg"),
        (toon("oost", 2, 22), "aan één kant minder dan 3"),
        (toon("oost", 20, 22), "aan één kant minder dan 3"),
        (toon("oost", 4, 9), "de drempel is 10"),
        (toon("oost", 11, 22, ondergrens=Fraction("0.3124"), status="getoond"), "marge fijner dan afgesproken"),
        (toon("oost", 1, 40, maat="verdeling", categorie="1"), "in één vak"),
        (toon("oost", 11, 22, doelgroep="ervaringsdeskundigen"), "ervaringsdeskundigen onder de hele organisatie"),
    ],
)
def test_wat_in_een_rij_niet_mag_staan_is_een_lek(rij: Rij, wat: str) -> None:
    lekken = [lek for lek in zoek_met_elke_vraag([rij]) if lek.soort is Leksoort.RIJ]
    assert len(lekken) == 1
    assert wat in lekken[0].wat


def zoek_met_elke_vraag(rijen: Sequence[Rij]) -> list[Lek]:
    stof = Stof(
        boom=BOOM,
        rijen=rijen,
        versies=(),
        vragen={rij.sleutel: maak_vraag("V1", JA_NEE) for rij in rijen},
        kengetallen={},
    )
    return toets_cijfers(stof, GRENZEN).lekken


def test_een_goede_band_en_een_goede_telling_zijn_geen_lek() -> None:
    goed = [band("noord", "minder dan 10%", 40), band("oost", "meer dan 19 van de 22", 22), toon("zuid", 5, 12)]
    assert [lek for lek in zoek_met_elke_vraag(goed) if lek.soort is Leksoort.RIJ] == []


def test_een_openbaar_cijfer_dat_niet_met_intern_klopt_wordt_gemeld() -> None:
    geheim = replace(maak_geheim(VEILIG), getallen={("gunstig", "", "noord"): (Fraction(1, 2), 20, 40)})
    assert zoek([toon("noord", 20, 40)], geheim) == []
    assert Leksoort.ANDERS in soorten(zoek([toon("noord", 21, 40)], geheim))


def test_de_deelnemers_van_een_verborgen_locatie_volgen_niet_uit_de_respons() -> None:
    def respons(onderdeel: str, deelnemers: int, uitgenodigd: int | None = None) -> Rij:
        return maak_rij(
            onderdeel,
            indicator="respons",
            maat="respons",
            status="getoond",
            toelichting="",
            teller=deelnemers,
            uitgenodigd=uitgenodigd,
        )

    rijen = [respons(ORGANISATIE, 70), respons("noord", 40), respons("oost", 24)]
    assert any("6 deelnemers" in lek.wat for lek in zoek(rijen))
    uitgenodigd = [respons(ORGANISATIE, 70, 90), respons("noord", 60, 84)]
    assert any("6 uitgenodigden" in lek.wat for lek in zoek(uitgenodigd))
    assert zoek(rijen[:2]) == []


def test_niet_getoond_zegt_dat_er_geen_band_stond() -> None:
    geheim = maak_geheim({"noord": (20, 20), "oost": (3, 3), "zuid": (5, 7)})
    rijen = [toon(ORGANISATIE, 28, 58), toon("noord", 20, 40), maak_rij("oost"), maak_rij("zuid")]
    assert zoek(rijen, geheim) == []
    rijen[2] = replace(rijen[2], status="niet getoond", toelichting="niet getoond")
    assert any("3 van 6" in lek.wat for lek in zoek(rijen, geheim))


# --- versies --------------------------------------------------------------------------------------------------------


def eerder(*rijen: Rij) -> list[Versie]:
    bron = f"{REGISTERPAD} (2025-03-01)"
    return [Versie(datum="2025-03-01", rijen=tuple(replace(rij, bron=bron) for rij in rijen))]


def test_een_mens_meer_in_een_tweede_versie_is_een_lek() -> None:
    lekken = zoek([toon(ORGANISATIE, 34, 68)], versies=eerder(toon(ORGANISATIE, 33, 67)))
    assert soorten(lekken) == {Leksoort.VERSIES}
    assert zoek([toon(ORGANISATIE, 34, 68)], versies=eerder(toon(ORGANISATIE, 34, 68))) == []
    assert zoek([toon(ORGANISATIE, 34, 68)], versies=eerder(toon(ORGANISATIE, 20, 40))) == []


def test_evenveel_antwoorden_met_een_andere_uitkomst_is_een_lek() -> None:
    lekken = zoek([toon(ORGANISATIE, 34, 68)], versies=eerder(toon(ORGANISATIE, 33, 68)))
    assert soorten(lekken) == {Leksoort.VERSIES}


def test_een_cijfer_dat_eerder_stond_telt_mee_als_feit() -> None:
    rijen = [toon(ORGANISATIE, 34, 68), toon("noord", 20, 40), maak_rij("oost"), maak_rij("zuid")]
    geheim = maak_geheim(VEILIG)
    assert zoek(rijen, geheim) == []
    assert Leksoort.RANG in soorten(zoek(rijen, geheim, versies=eerder(toon("oost", 10, 22))))


def test_het_verschil_van_een_restblok_tussen_twee_versies_mag_niet_over_een_mens_gaan() -> None:
    """Elk cijfer apart scheelt 11 en 10 mensen; wat overblijft gaat van 7 van 13 naar 7 van 14."""
    toen = eerder(toon(ORGANISATIE, 27, 53), toon("noord", 20, 40))
    lekken = zoek([toon(ORGANISATIE, 32, 64), toon("noord", 25, 50)], versies=toen)
    assert [lek.onderdelen for lek in lekken if lek.soort is Leksoort.VERSIES] == [("Hele organisatie (zonder Noord)",)]
    assert any("13 antwoorden, nu 14" in lek.wat for lek in lekken)
    assert zoek([toon(ORGANISATIE, 32, 63), toon("noord", 25, 50)], versies=eerder(*toen[0].rijen[:1])) == []


@pytest.mark.parametrize(
    ("geheel", "deel", "is_lek"),
    [
        ((27, 53), (20, 40), False),  # niets veranderd
        ((32, 63), (25, 50), False),  # alleen Noord groeide
        ((39, 75), (25, 50), False),  # de rest groeide met 12, van wie 7
        ((28, 53), (20, 40), True),  # de rest: evenveel mensen, een ander antwoord
        ((44, 75), (25, 50), True),  # de rest groeide met 12, en allen gunstig
        ((26, 52), (20, 40), True),  # uit de rest ging een mens weg
    ],
)
def test_een_restblok_verschilt_veilig_of_niet(geheel: tuple[int, int], deel: tuple[int, int], is_lek: bool) -> None:
    toen = eerder(toon(ORGANISATIE, 27, 53), toon("noord", 20, 40))
    lekken = zoek([toon(ORGANISATIE, *geheel), toon("noord", *deel)], versies=toen)
    assert (Leksoort.VERSIES in soorten(lekken)) == is_lek


def test_een_restblok_over_drie_versies_telt_wat_er_bleef_staan() -> None:
    """Het register noemt later alleen wat veranderde: Noord bleef 20 van 40."""
    toen = [*eerder(toon(ORGANISATIE, 27, 53), toon("noord", 20, 40))]
    toen.append(Versie(datum="2025-06-01", rijen=(toon(ORGANISATIE, 42, 83),)))
    nu = [toon(ORGANISATIE, 43, 84), toon("noord", 20, 40)]
    assert ("Hele organisatie (zonder Noord)",) in {lek.onderdelen for lek in zoek(nu, versies=toen)}


def test_ook_de_respons_van_een_restblok_verschilt_niet_een_mens() -> None:
    def respons(onderdeel: str, aantal: int) -> Rij:
        uitgenodigd = 200 if onderdeel == ORGANISATIE else 90
        rij = maak_rij(onderdeel, indicator="respons", maat="respons", status="getoond", toelichting="")
        return replace(rij, teller=aantal, uitgenodigd=uitgenodigd)

    toen = eerder(respons(ORGANISATIE, 53), respons("noord", 40))
    lekken = zoek([respons(ORGANISATIE, 64), respons("noord", 50)], versies=toen)
    assert [lek.onderdelen for lek in lekken] == [("Hele organisatie (zonder Noord)",)]
    assert zoek([respons(ORGANISATIE, 63), respons("noord", 50)], versies=toen) == []


@pytest.mark.parametrize("over_mensen", [True, False])
def test_een_kengetal_over_mensen_telt_mee_tussen_versies(over_mensen: bool) -> None:
    (meting,) = maak_kengetal("K1", {ORGANISATIE: (27, 53)}, soort=Kengetalsoort.VERHOUDING, over_mensen=over_mensen)
    verhouding = {"indicator": "K1", "doelgroep": "", "maat": "verhouding"}
    toen = eerder(toon(ORGANISATIE, 27, 53, **verhouding), toon("noord", 20, 40, **verhouding))
    stof = Stof(
        boom=BOOM,
        rijen=[toon(ORGANISATIE, 32, 64, **verhouding), toon("noord", 25, 50, **verhouding)],
        versies=toen,
        vragen={},
        kengetallen={"K1": meting.kengetal},
    )
    assert (Leksoort.VERSIES in soorten(toets_cijfers(stof, GRENZEN).lekken)) == over_mensen


def test_een_eerder_cijfer_telt_mee_ook_als_een_ander_cijfer_verschilt() -> None:
    """Het geheel groeide met 15 mensen, maar van Oost is het oude cijfer nog waar: dan volgt Zuid."""
    geheim = maak_geheim({"noord": (28, 27), "oost": (10, 12), "zuid": (4, 2)})
    rijen = [toon(ORGANISATIE, 42, 83), toon("noord", 28, 55), maak_rij("oost"), maak_rij("zuid")]
    toen = eerder(toon(ORGANISATIE, 34, 68), toon("noord", 20, 40), toon("oost", 10, 22))
    assert zoek(rijen, geheim) == []
    assert any("4 van 6" in lek.wat for lek in zoek(rijen, geheim, versies=toen))


def test_oude_deelnemers_van_dezelfde_mensen_tellen_mee() -> None:
    def respons(onderdeel: str, deelnemers: int | None) -> Rij:
        status = "getoond" if deelnemers else "niet getoond"
        rij = maak_rij(onderdeel, indicator="respons", maat="respons", status=status, toelichting="")
        return replace(rij, teller=deelnemers)

    stof = Stof(
        boom=BOOM,
        rijen=[respons(ORGANISATIE, 85), respons("noord", 55), respons("oost", None)],
        versies=eerder(respons(ORGANISATIE, 70), respons("noord", 40), respons("oost", 24)),
        vragen={},
        kengetallen={},
        deelnemers={(2024, "clienten"): {ORGANISATIE: 85, "noord": 55, "oost": 24, "zuid": 6}},
    )
    assert any("6 deelnemers" in lek.wat for lek in toets_cijfers(stof, GRENZEN).lekken)
    assert toets_cijfers(replace(stof, versies=()), GRENZEN).lekken == []


VEERLANDEN = maak_boom({"veerlanden": ["veerhoeve", "veerhuis", "veerkade"]})


@pytest.mark.parametrize("met_eerdere", [False, True])
def test_niet_getoond_maakt_van_een_restblok_van_dertien_dertien_van_dertien(met_eerdere: bool) -> None:
    """25 van 28 in Veerlanden; in Veerhoeve 15 mensen en geen band, dus hoogstens 12: de andere 13 zijn er 13."""
    geheim = maak_geheim({"veerhoeve": (12, 3), "veerhuis": (6, 0), "veerkade": (7, 0)}, VEERLANDEN)
    rijen = [
        maak_rij(ORGANISATIE, status="niet getoond", toelichting="niet getoond"),
        toon("veerlanden", 25, 28),
        maak_rij("veerhoeve", status="niet getoond", toelichting="niet getoond"),
        maak_rij("veerhuis"),
        maak_rij("veerkade"),
    ]
    toen = eerder(*rijen) if met_eerdere else []
    lekken = zoek(rijen, geheim, boom=VEERLANDEN, versies=toen)
    assert any("13 van 13" in lek.wat for lek in lekken)
    weg = [rijen[0], rijen[1], *(maak_rij(plek) for plek in ("veerhoeve", "veerhuis", "veerkade"))]
    assert zoek(weg, geheim, boom=VEERLANDEN, versies=eerder(rijen[1]) if met_eerdere else []) == []


def test_niet_getoond_van_een_correctie_zegt_niets_over_een_band() -> None:
    geheim = maak_geheim({"veerhoeve": (12, 3), "veerhuis": (6, 0), "veerkade": (7, 0)}, VEERLANDEN)
    bleef = toon("veerlanden", 25, 28, toelichting="eerder gepubliceerd cijfer; proef")
    rijen = [bleef, maak_rij("veerhoeve", status="niet getoond", toelichting="niet getoond")]
    assert zoek(rijen, geheim, boom=VEERLANDEN, versies=eerder(replace(bleef, toelichting=""))) == []


# --- de onderdelen van de toets -------------------------------------------------------------------------------------


def test_de_rangtoets_vindt_ook_een_verschil_van_niet_geneste_groepen() -> None:
    bekend = {frozenset("ab"): 9, frozenset("bc"): 8, frozenset("abc"): 12}
    gevonden = dict(zoek_bekende_sommen("abc", bekend))
    assert gevonden[frozenset("b")] == 5
    assert gevonden[frozenset("a")] == 4
    assert frozenset("b") not in dict(zoek_bekende_sommen("abc", {frozenset("ab"): 9, frozenset("abc"): 12}))


def test_wie_geen_plek_heeft_is_een_eigen_blad_bij_elk_onderdeel_met_kinderen() -> None:
    grond = Grond.van(maak_boom({"stad": ["noord", "oost"], "": ["zuid"]}))
    assert grond.onder["stad"] == {"noord", "oost", "stad" + PLEKLOOS}
    per_blad = grond.per_blad({ORGANISATIE: 30, "stad": 20, "noord": 8, "oost": 9, "zuid": 7})
    assert per_blad["stad" + PLEKLOOS] == 3
    assert per_blad[ORGANISATIE + PLEKLOOS] == 3


def maak_proefveld(*feiten: Feit) -> Veld:
    return maak_veld(Vorm(codes=("ja", "nee")), {"a": 5, "b": 5}, feiten, (), "n")


def test_beslissen_geeft_vrij_vast_en_berekend() -> None:
    som = Feit(bladeren=frozenset("ab"), gewicht=(1, 0), laag=6, hoog=6, waaruit="som")
    hoog = Feit(bladeren=frozenset("a"), gewicht=(1, 0), laag=0, hoog=1, waaruit="band")
    doel = np.array([[1, 0, 0, 0]], dtype=np.int64)
    vrij = maak_proefveld(som)
    assert beslis(vrij, np.array([1, 4, 5, 0]), doel) == [Vastligging.VRIJ]
    assert beslis(maak_proefveld(som, hoog), np.array([1, 4, 5, 0]), doel) == [Vastligging.VAST]
    precies = replace(hoog, laag=1)
    assert beslis(maak_proefveld(som, precies), np.array([1, 4, 5, 0]), doel) == [Vastligging.BEREKEND]


def test_de_zoeker_vindt_een_wereld_of_bewijst_dat_er_geen_is() -> None:
    som = Feit(bladeren=frozenset("ab"), gewicht=(1, 0), laag=6, hoog=6, waaruit="som")
    gevonden = Zoeker(maak_proefveld(som)).zoek(np.zeros(4, dtype=np.int64))
    assert not isinstance(gevonden, Vastligging)
    assert maak_proefveld(som).past(gevonden)
    te_veel = replace(som, laag=11, hoog=11)
    assert Zoeker(maak_proefveld(te_veel)).zoek(np.zeros(4, dtype=np.int64)) is Vastligging.VAST


def test_het_venster_van_een_afgeronde_waarde_is_precies() -> None:
    laag, hoog = venster(Fraction(72, 10), Fraction(1, 10), 67)
    assert [som for som in range(400, 600) if int(som / 67 * 10 + 0.5) == 72] == list(range(laag, hoog + 1))


def test_de_volgorde_van_het_toeval_ligt_vast_en_trekt_niets_dubbel() -> None:
    assert Toeval(1).trek(10, 4) == [1, 8, 0, 4]
    assert [Toeval(3).kies(5), Toeval(2).kies(5)] == [1, 4]
    assert sorted(Toeval(2).trek(6, 24)) == list(range(6))
    assert Toeval(2).trek(0, 3) == []


# --- gewogen antwoorden ---------------------------------------------------------------------------------------------


def gewogen(onderdeel: str = ORGANISATIE, waarde: str = "0.67", **wijziging: object) -> Rij:
    rij = maak_rij(onderdeel, status="getoond", toelichting="gewogen", waarde=Fraction(waarde), noemer=68)
    return replace(rij, **wijziging)  # type: ignore[arg-type]


GEWOGEN_GEHEIM = replace(
    maak_geheim(VEILIG),
    getallen={("gunstig", "", ORGANISATIE): (Fraction(34, 68), 34, 68)},
    gewogen={ORGANISATIE: Fraction("0.674999")},
)


def test_een_gewogen_deel_is_geen_aantal_en_geen_lek() -> None:
    rijen = [gewogen(), *(maak_rij(plek, status="niet getoond") for plek in ("noord", "oost", "zuid"))]
    assert zoek(rijen, GEWOGEN_GEHEIM) == []
    assert zoek(rijen) == []
    # Precies hetzelfde zonder de toelichting is een aantal (46 van 68), en dat klopt niet.
    als_aantal = zoek([replace(rijen[0], toelichting=""), *rijen[1:]], replace(GEWOGEN_GEHEIM, gewogen={}))
    assert soorten(als_aantal) == {Leksoort.ANDERS}


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        (gewogen("noord"), "een ander cijfer van gewogen antwoorden"),
        (gewogen(maat="topbox"), "een ander cijfer van gewogen antwoorden"),
        (toon("noord", 20, 40), "een ander cijfer van gewogen antwoorden"),
        (gewogen(teller=46), "niet alleen in hele procenten"),
        (gewogen(waarde="0.674"), "niet alleen in hele procenten"),
        (gewogen(waarde="1"), "niet alleen in hele procenten"),
        (gewogen(waarde="0.69"), "openbaar gewogen 0.69, intern 0.674999"),
        (gewogen(noemer=67), "openbaar op 67 antwoorden, intern op 68"),
    ],
)
def test_een_gewogen_cijfer_dat_niet_mag_of_niet_klopt_is_een_lek(rij: Rij, wat: str) -> None:
    assert any(wat in lek.wat for lek in zoek([rij], GEWOGEN_GEHEIM))


def test_een_gewogen_deel_in_het_register_is_ook_geen_aantal() -> None:
    zelfde = eerder(gewogen(toelichting=""))
    assert zoek([gewogen()], GEWOGEN_GEHEIM, versies=zelfde) == []
    assert soorten(zoek([gewogen()], GEWOGEN_GEHEIM, versies=eerder(gewogen(toelichting="", noemer=67)))) == {
        Leksoort.VERSIES
    }
    assert soorten(zoek([gewogen(waarde="0.67")], versies=eerder(gewogen(waarde="0.6", toelichting="")))) == {
        Leksoort.VERSIES
    }
