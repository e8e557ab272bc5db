"""Het register in de geheimhouding: wat eerder gepubliceerd is, blijft bekend (rekenregels 7.6)."""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort, Ernst, heeft_ernstige
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaar import Beveiligd, OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.register import NIETS_GEPUBLICEERD, Gepubliceerd, Register
from kwaliteit.begrippen.vragenlijst import Kengetalsoort, Schaal
from kwaliteit.begrippen.werkmap import ALLES, RESPONS, Correctie, Correctiekeuze
from kwaliteit.geheimhouding import beveilig, beveiligen
from kwaliteit.geheimhouding import register as register_kamer
from kwaliteit.geheimhouding.register import NIETS_EERDER, Verleden
from kwaliteit.geheimhouding.versies import bepaal_soort, is_verschil_veilig, lees_stand
from tests.geheimhouding_orakel import zoek_lekken_aantal, zoek_lekken_gunstig
from tests.geheimhouding_organisaties import (
    CIJFER10,
    EENS5,
    JA_NEE,
    JAAR,
    KADER,
    MEER,
    NPS,
    maak_boom,
    maak_indicatoren,
    maak_kengetal,
    maak_regels,
    maak_vraag,
    stel,
)
from tests.test_geheimhouding_orakel import GROOT, KLEIN, Geval, verzin_vakkengeval

Vakken = tuple[int, ...]
REGELS = maak_regels()


def leg_vast(
    openbaar: OpenbareIndicatoren, op: date = date(2025, 5, 12), eerder: Sequence[Gepubliceerd] = ()
) -> Register:
    """Het register na publicatie, zoals de lezer van de werkmap het geeft."""
    return Register(
        cijfers=(
            *eerder,
            *(
                Gepubliceerd(
                    op=op,
                    jaar=cijfer.jaar,
                    indicator=cijfer.indicator,
                    maat=cijfer.maat,
                    categorie=cijfer.categorie,
                    doelgroep=cijfer.doelgroep,
                    onderdeel=cijfer.onderdeelnaam,
                    reeks=cijfer.reeks,
                    status=cijfer.status,
                    teller=cijfer.teller,
                    noemer=cijfer.noemer,
                    waarde=None if cijfer.waarde is None else round(cijfer.waarde, 6),
                    regel=nummer,
                    plek=cijfer.onderdeel,
                )
                for nummer, cijfer in enumerate(openbaar.cijfers, start=2 + len(eerder))
            ),
        )
    )


def bescherm(
    antwoorden: Mapping[str, Vakken],
    register: Register = NIETS_GEPUBLICEERD,
    correcties: Sequence[Correctie] = (),
    schaal: Schaal = JA_NEE,
    drempel: int = 10,
) -> Beveiligd:
    boom = maak_boom({"": [naam for naam in antwoorden if naam != ORGANISATIE]})
    intern = maak_indicatoren(boom, [stel(maak_vraag("V1", schaal))], {"V1": antwoorden})
    return beveilig(intern, KADER, maak_regels(drempel=drempel), register, tuple(correcties))


def toon(beveiligd: Beveiligd, maat: Maat = Maat.GUNSTIG, indicator: str = "V1") -> dict[str, str]:
    """Wat een lezer per onderdeel ziet."""
    return {
        cijfer.onderdeel: f"{cijfer.teller} van {cijfer.noemer}" if cijfer.teller is not None else cijfer.toelichting
        for cijfer in beveiligd.openbaar.cijfers
        if cijfer.maat is maat and cijfer.indicator == indicator
    }


def soorten(beveiligd: Beveiligd) -> list[tuple[Bevindingsoort, str]]:
    return [(een.soort, een.vraag) for een in beveiligd.bevindingen]


ANDERS = Bevindingsoort.ANDERS_DAN_GEPUBLICEERD
EERSTE = {"noord": (24, 16), "oost": (10, 10), "west": (0, 0)}


# --- met de hand -----------------------------------------------------------------------------------------------------

VOORBEELDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "rekenvoorbeelden" / "register.yaml").read_text(encoding="utf-8")
)["voorbeelden"]


def lees_voorbeeld(tekst: str) -> tuple[Status, int | None, int | None]:
    """Van "8 van 14" of "band laag van 40" naar status, teller en noemer."""
    if getal := re.fullmatch(r"(\d+) van (\d+)", tekst):
        return Status.GETOOND, int(getal[1]), int(getal[2])
    if band := re.fullmatch(r"(band laag|band hoog)(?: van (\d+))?", tekst):
        return Status(band[1]), None, int(band[2]) if band[2] else None
    return Status(tekst), None, None


@pytest.mark.parametrize("geval", [pytest.param(geval, id=geval["naam"]) for geval in VOORBEELDEN if "toen" in geval])
def test_twee_versies_mogen_naast_elkaar_of_niet_zoals_met_de_hand_gerekend(geval: Mapping[str, str]) -> None:
    soort = bepaal_soort(Maat.GUNSTIG, JA_NEE)
    oud, nieuw = (lees_stand(*lees_voorbeeld(geval[kant]), None, soort) for kant in ("toen", "nu"))
    mag = oud is None or nieuw is None or is_verschil_veilig(oud, nieuw, soort, REGELS)
    assert {True: "mag", False: "stop"}[mag] == geval["uitkomst"]


@pytest.mark.parametrize("geval", [pytest.param(geval, id=geval["naam"]) for geval in VOORBEELDEN if "eerder" in geval])
def test_naast_een_eerdere_versie_verschijnt_wat_met_de_hand_is_uitgerekend(geval: Mapping[str, Any]) -> None:
    toen, nu = (
        {naam: tuple(geval[wanneer].get(naam, (0, 0))) for naam in geval["locaties"]}
        for wanneer in ("eerder", "locaties")
    )
    register = leg_vast(bescherm(toen).openbaar) if geval["eerder"] else NIETS_GEPUBLICEERD
    beveiligd = bescherm(nu, register)
    assert toon(beveiligd) == geval["uitkomst"]
    assert not heeft_ernstige(beveiligd.bevindingen)


@pytest.mark.parametrize("geval", [pytest.param(geval, id=geval["naam"]) for geval in VOORBEELDEN if "straks" in geval])
def test_wat_na_aftrekken_overblijft_mag_of_niet_zoals_met_de_hand_is_uitgerekend(geval: Mapping[str, Any]) -> None:
    toen, nu = ({naam: tuple(vakken) for naam, vakken in geval[kant].items()} for kant in ("eerst", "straks"))
    mag = not heeft_ernstige(bescherm(nu, leg_vast(bescherm(toen).openbaar)).bevindingen)
    assert {True: "mag", False: "stop"}[mag] == geval["uitkomst"]


def test_de_voorbeelden_hebben_een_gewoon_een_leeg_en_een_rand() -> None:
    assert {geval["naam"].split(",")[0] for geval in VOORBEELDEN} == {"gewoon", "leeg", "rand"}


@pytest.mark.parametrize(
    ("toen", "nu", "mag"),
    [
        # 60 × 7,0 = 420 en 40 × 7,5 = 300: de 20 nieuwe mensen gaven samen 120, gemiddeld 6.
        ((7.5, 40), (7.0, 60), True),
        # 60 × 8,0 = 480 en 40 × 7,0 = 280: de 20 nieuwe mensen gaven samen 200, dus allemaal een 10.
        ((7.0, 40), (8.0, 60), False),
        # Evenveel mensen, een ander gemiddelde: er is een antwoord veranderd.
        ((7.0, 40), (7.1, 40), False),
        ((7.0, 40), (7.0, 40), True),
        ((7.0, 40), (7.0, 41), False),
    ],
)
def test_ook_twee_gemiddelden_verraden_de_nieuwe_mensen_niet(
    toen: tuple[float, int], nu: tuple[float, int], mag: bool
) -> None:
    soort = bepaal_soort(Maat.GEMIDDELDE, CIJFER10)
    oud, nieuw = (lees_stand(Status.GETOOND, None, n, waarde, soort) for waarde, n in (toen, nu))
    assert oud is not None
    assert nieuw is not None
    assert is_verschil_veilig(oud, nieuw, soort, REGELS) == mag


# --- de hele bescherming ---------------------------------------------------------------------------------------------


def test_dezelfde_antwoorden_nog_eens_geven_hetzelfde_en_niets_te_melden() -> None:
    eerste = bescherm(EERSTE)
    tweede = bescherm(EERSTE, leg_vast(eerste.openbaar))
    assert tweede.openbaar.cijfers == eerste.openbaar.cijfers
    assert tweede.verborgen == eerste.verborgen
    assert tweede.bevindingen == ()


@pytest.mark.parametrize("maak", [KLEIN, GROOT, verzin_vakkengeval])
def test_dezelfde_invoer_verandert_niets_bij_welke_organisatie_ook(maak: Callable[[int], Geval]) -> None:
    for zaad in range(120):
        geval = maak(zaad)
        regels = maak_regels(drempel=geval.drempel, band=geval.band, procent_vanaf=geval.procent_vanaf)
        eerste = beveilig(geval.intern, KADER, regels)
        tweede = beveilig(geval.intern, KADER, regels, leg_vast(eerste.openbaar))
        assert (tweede.openbaar.cijfers, tweede.bevindingen) == (eerste.openbaar.cijfers, ()), zaad


def test_een_antwoord_meer_stopt_en_noemt_onderdeel_en_indicator() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    een_meer = {**EERSTE, "noord": (25, 16)}
    anders = bescherm(een_meer, register).bevindingen
    assert {(een.soort, een.vraag) for een in anders} == {(ANDERS, "V1"), (ANDERS, "respons")}
    over_de_vraag = next(een for een in anders if een.vraag == "V1")
    assert over_de_vraag.ernst is Ernst.ERNSTIG
    assert "in Hele organisatie, Noord." in over_de_vraag.wat
    assert "Oost" not in over_de_vraag.wat, "daar is niets veranderd"
    assert {"behoud", "verberg", "V1", "clienten", str(JAAR)} <= set(re.findall(r"\w+", over_de_vraag.doe_dit))
    assert bescherm(een_meer).bevindingen == (), "zonder register is er niets aan de hand"


def test_een_melding_noemt_geen_aantal_mensen_uit_de_antwoorden() -> None:
    register = leg_vast(bescherm({"noord": (24, 17)}).openbaar)
    tekst = " ".join(een.wat for een in bescherm({"noord": (25, 17)}, register).bevindingen)
    assert not re.search(r"\b(24|25|41|42)\b", tekst)


def test_een_veranderd_antwoord_stopt_ook_als_het_aantal_gelijk_is() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    assert soorten(bescherm({**EERSTE, "noord": (23, 17)}, register)) == [(ANDERS, "V1")]


def test_veel_late_antwoorden_mogen() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    beveiligd = bescherm({**EERSTE, "noord": (24 + 12, 16 + 8)}, register)
    assert beveiligd.bevindingen == ()
    assert toon(beveiligd)["noord"] == "36 van 60"


def test_veel_late_antwoorden_die_allemaal_gelijk_zijn_stoppen() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    assert (ANDERS, "V1") in soorten(bescherm({**EERSTE, "noord": (24 + 20, 16)}, register))


def test_een_versie_die_er_al_was_vertelt_niets_nieuws_ook_na_een_andere() -> None:
    eerste = bescherm(EERSTE)
    groter = bescherm({**EERSTE, "noord": (36, 24)}, leg_vast(eerste.openbaar))
    register = leg_vast(groter.openbaar, date(2025, 6, 1), leg_vast(eerste.openbaar).cijfers)
    assert bescherm(EERSTE, register).bevindingen == ()
    assert bescherm({**EERSTE, "noord": (36, 24)}, register).bevindingen == ()
    assert bescherm({**EERSTE, "noord": (37, 24)}, register).bevindingen != (), "met elke versie wordt vergeleken"


def test_een_eerder_jaar_op_de_pagina_wordt_ook_nagekeken() -> None:
    boom = maak_boom({"": ["noord"]})

    def maak(gunstig: int, register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        vragen = [stel(maak_vraag("V1", JA_NEE), jaar=2023)]
        intern = maak_indicatoren(boom, vragen, {"V1": {"noord": (gunstig, 16)}})
        return beveilig(intern, KADER, REGELS, register)

    assert [een.vraag for een in maak(25, leg_vast(maak(24).openbaar)).bevindingen] == ["respons", "V1"]


def test_een_andere_groep_of_een_ander_jaar_wordt_niet_vergeleken() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    een_meer = {**EERSTE, "noord": (25, 16)}
    assert bescherm(een_meer, register).bevindingen != ()
    for verschil in ({"jaar": 2020}, {"doelgroep": Doelgroep.NAASTEN}):
        elders = Register(cijfers=tuple(replace(cijfer, **verschil) for cijfer in register.cijfers))
        assert bescherm(een_meer, elders).bevindingen == ()


def test_een_verdeling_die_fijner_of_grover_wordt_over_dezelfde_mensen_mag() -> None:
    antwoorden = {"noord": (4, 6, 10, 12, 8)}
    rij = next(c for c in leg_vast(bescherm(antwoorden, schaal=EENS5).openbaar).cijfers if c.categorie == "1")

    def meld(*grof: tuple[str, int]) -> list[tuple[Bevindingsoort, str]]:
        toen = Register(cijfers=tuple(replace(rij, categorie=codes, teller=teller) for codes, teller in grof))
        return soorten(bescherm(antwoorden, toen, schaal=EENS5))

    assert rij.noemer == 40
    assert meld(("1+2+3", 20), ("4+5", 20)) == []
    assert meld(("1+2", 10), ("3", 10), ("4+5", 20)) == []
    assert meld(("1+2+3", 19), ("4+5", 21)) == [(ANDERS, "V1")], "van een mens is het antwoord veranderd"


def test_het_aantal_uitgenodigden_mag_verbeterd_worden_en_het_aantal_deelnemers_niet() -> None:
    boom = maak_boom({"": ["noord"]})

    def maak(uitgenodigd: int, n: int, register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        vragen = [stel(maak_vraag("V1", JA_NEE))]
        intern = maak_indicatoren(
            boom, vragen, {"V1": {"noord": (20, 20)}}, deelnemers={"noord": n}, uitgenodigd={"noord": uitgenodigd}
        )
        return beveilig(intern, KADER, REGELS, register)

    register = leg_vast(maak(80, 42).openbaar)
    assert maak(81, 42, register).bevindingen == ()
    assert soorten(maak(80, 43, register)) == [(ANDERS, "respons")]


def test_een_kengetal_over_mensen_wordt_nagekeken_en_over_gebeurtenissen_niet() -> None:
    boom = maak_boom({"": ["noord"]})

    def maak(teller: int, over_mensen: bool, register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        metingen = maak_kengetal(
            "K1", {ORGANISATIE: (teller, 50)}, soort=Kengetalsoort.VERHOUDING, over_mensen=over_mensen
        )
        return beveilig(maak_indicatoren(boom, [], {}, kengetallen=metingen), KADER, REGELS, register)

    for over_mensen, verwacht in ((True, [(ANDERS, "K1")]), (False, [])):
        register = leg_vast(maak(20, over_mensen).openbaar)
        assert soorten(maak(20, over_mensen, register)) == []
        assert soorten(maak(21, over_mensen, register)) == verwacht


# --- wat er na aftrekken overblijft ----------------------------------------------------------------------------------

ALFA_TOEN = {"alfa": (20, 20), "beta": (4, 3), "gamma": (3, 3)}
"""Alfa 40 en organisatie 53 staan er; beta (7) en gamma (6) niet. Wie aftrekt weet dat er daar samen 13 zijn."""

ALFA_NU = {"alfa": (25, 25), "beta": (4, 4), "gamma": (3, 3)}
"""Tien erbij in alfa, één in beta: organisatie 53 en 64, alfa 40 en 50, en de rest 13 en 14."""

ALFA_GOED = {"alfa": (25, 25), "beta": (9, 8), "gamma": (3, 3)}
"""Tien erbij in alfa en tien in beta, van wie er vijf gunstig zijn."""


def test_elk_cijfer_verschilt_genoeg_en_toch_is_de_rest_een_mens_groter() -> None:
    register = leg_vast(bescherm(ALFA_TOEN).openbaar)
    tweede = bescherm(ALFA_NU, register)
    assert (toon(tweede)[ORGANISATIE], toon(tweede)["alfa"]) == ("32 van 64", "25 van 50")
    assert soorten(tweede) == [(ANDERS, RESPONS), (ANDERS, "V1")]
    over_de_vraag = tweede.bevindingen[1]
    assert over_de_vraag.ernst is Ernst.ERNSTIG
    assert "in Hele organisatie." in over_de_vraag.wat
    assert "het verschil tussen de versies over een paar mensen" in over_de_vraag.wat
    assert not re.search(r"\b(7|13|14|53|64|40|50)\b", over_de_vraag.wat)
    assert bescherm(ALFA_GOED, register).bevindingen == (), "tien mensen in de rest mogen"


@pytest.mark.parametrize(
    ("beta", "verwacht"),
    [
        ((4, 3), []),  # de rest is gelijk
        ((5, 2), ["V1"]),  # evenveel mensen, een ander antwoord
        ((7, 10), []),  # tien erbij, drie gunstig en zeven niet
        ((6, 11), ["V1"]),  # tien erbij, twee gunstig
        ((12, 5), ["V1"]),  # tien erbij, twee niet gunstig
        ((8, 8), [RESPONS, "V1"]),  # negen erbij
    ],
)
def test_de_rest_moet_gelijk_zijn_of_genoeg_verschillen(beta: Vakken, verwacht: list[str]) -> None:
    # In alfa komen er 20 bij, 10 gunstig en 10 niet: de cijfers zelf verschillen altijd genoeg.
    register = leg_vast(bescherm(ALFA_TOEN).openbaar)
    beveiligd = bescherm({**ALFA_TOEN, "alfa": (30, 30), "beta": beta}, register)
    assert [een.vraag for een in beveiligd.bevindingen] == verwacht
    assert all("Trekt een lezer" in een.wat for een in beveiligd.bevindingen)


def test_een_mens_in_de_rest_van_een_regio_noemt_de_regio() -> None:
    boom = maak_boom({"stad": ["alfa", "beta", "gamma"], "": ["zuid"]})
    vragen = [stel(maak_vraag("V1", JA_NEE))]

    def maak(antwoorden: Mapping[str, Vakken], register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        intern = maak_indicatoren(boom, vragen, {"V1": {**antwoorden, "zuid": (20, 20)}})
        return beveilig(intern, KADER, REGELS, register)

    (vraag,) = [een for een in maak(ALFA_NU, leg_vast(maak(ALFA_TOEN).openbaar)).bevindingen if een.vraag == "V1"]
    assert "in Stad." in vraag.wat


def test_de_rest_wordt_met_elke_eerdere_versie_vergeleken() -> None:
    # De rest was 13, toen 33 en nu 14: van de tweede versie verschilt nu genoeg (19), van de eerste één mens.
    midden = {"alfa": (25, 25), "beta": (14, 13), "gamma": (3, 3)}
    nu = {"alfa": (60, 60), "beta": (4, 4), "gamma": (3, 3)}
    eerste = leg_vast(bescherm(ALFA_TOEN).openbaar)
    tweede = bescherm(midden, eerste)
    assert tweede.bevindingen == ()
    assert bescherm(nu, leg_vast(tweede.openbaar)).bevindingen == ()
    for op in (date(2025, 5, 12), date(2025, 6, 1)):
        beide = leg_vast(tweede.openbaar, op, eerste.cijfers)
        assert soorten(bescherm(nu, beide)) == [(ANDERS, RESPONS), (ANDERS, "V1")], "ook op dezelfde dag"
        assert bescherm({**midden, "alfa": (60, 60)}, beide).bevindingen == ()
        for antwoorden in (ALFA_TOEN, midden):
            assert bescherm(antwoorden, beide).bevindingen == (), "die versie was er al"


def test_van_een_versie_met_een_mens_meer_in_de_rest_vertelt_nog_eens_niets_nieuws() -> None:
    eerste = leg_vast(bescherm(ALFA_TOEN).openbaar)
    toch = leg_vast(bescherm(ALFA_NU).openbaar, date(2025, 6, 1), eerste.cijfers)
    assert bescherm(ALFA_NU, toch).bevindingen == ()
    assert bescherm(ALFA_NU, eerste).bevindingen != ()


def test_een_verdeling_verraadt_ook_per_vak_niemand_in_de_rest() -> None:
    # Vijf antwoorden; in alfa komen er van elk vijf bij. In de rest wisselen twee mensen van ongunstig antwoord: dat
    # is alleen aan de verdeling te zien.
    toen = {"alfa": (10, 10, 10, 10, 10), "beta": (4, 3, 0, 4, 3), "gamma": (0, 1, 3, 0, 1)}
    nu = {**toen, "alfa": (15, 15, 15, 15, 15)}
    register = leg_vast(bescherm(toen, schaal=EENS5).openbaar)
    verdeling = [c for c in register.cijfers if c.maat is Maat.VERDELING and c.teller is not None]
    assert {c.plek for c in verdeling} == {ORGANISATIE, "alfa"}
    assert bescherm(nu, register, schaal=EENS5).bevindingen == ()
    anders = bescherm({**nu, "beta": (3, 4, 0, 4, 3)}, register, schaal=EENS5)
    assert soorten(anders) == [(ANDERS, "V1")]
    assert "Trekt een lezer" in anders.bevindingen[0].wat


def test_ook_bij_meerkeuze_telt_elk_antwoord_in_de_rest() -> None:
    # Per antwoord in alfa 20, 20 en 10 van de 50 mensen, en in de rest 10, 10 en 8.
    boom = maak_boom({"": ["alfa", "beta", "gamma"]})

    def maak(meer_alfa: int, beta: Vakken, register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        antwoorden = {"alfa": (20 + meer_alfa, 20 + meer_alfa, 10 + meer_alfa), "beta": beta, "gamma": (5, 4, 4)}
        mensen = {"alfa": 120, "beta": 15, "gamma": 13}
        intern = maak_indicatoren(boom, [stel(maak_vraag("V1", MEER))], {"V1": antwoorden}, deelnemers=mensen)
        return beveilig(intern, KADER, maak_regels(drempel=20), register)

    register = leg_vast(maak(0, (5, 6, 4)).openbaar)
    getoond = {c.plek for c in register.cijfers if c.maat is Maat.VERDELING and c.teller is not None}
    assert getoond == {ORGANISATIE, "alfa"}
    assert [een.vraag for een in maak(20, (5, 6, 4), register).bevindingen] == []
    anders = maak(20, (6, 5, 4), register).bevindingen
    assert [een.vraag for een in anders] == ["V1"]
    assert "Trekt een lezer" in anders[0].wat


@pytest.mark.parametrize("schaal", [CIJFER10, NPS])
def test_ook_bij_een_gemiddelde_telt_het_aantal_mensen_in_de_rest(schaal: Schaal) -> None:
    breedte = {CIJFER10.naam: 10, NPS.naam: 3}[schaal.naam]
    toen = {"alfa": (10,) * breedte, "beta": (1,) * breedte, "gamma": (4,) + (2,) * (breedte - 1)}
    nu = {**toen, "alfa": (15,) * breedte}
    register = leg_vast(bescherm(toen, schaal=schaal, drempel=11).openbaar)
    assert soorten(bescherm(nu, register, schaal=schaal, drempel=11)) == []
    een_meer = {**nu, "beta": (2,) + (1,) * (breedte - 1)}
    assert (ANDERS, "V1") in soorten(bescherm(een_meer, register, schaal=schaal, drempel=11))


@pytest.mark.parametrize("soort", [Kengetalsoort.VERHOUDING, Kengetalsoort.AANTAL])
def test_een_kengetal_over_mensen_verraadt_niemand_in_de_rest(soort: Kengetalsoort) -> None:
    boom = maak_boom({"": ["alfa", "beta", "gamma"]})

    def maak(
        alfa: tuple[int, int], beta: tuple[int, int], over_mensen: bool, register: Register = NIETS_GEPUBLICEERD
    ) -> list[tuple[Bevindingsoort, str]]:
        gamma = (12, 23)
        geheel = (alfa[0] + beta[0] + gamma[0], alfa[1] + beta[1] + gamma[1])
        per_onderdeel = {ORGANISATIE: geheel, "alfa": alfa, "beta": beta, "gamma": gamma}
        metingen = maak_kengetal("K1", per_onderdeel, soort=soort, over_mensen=over_mensen)
        beveiligd = beveilig(maak_indicatoren(boom, [], {}, kengetallen=metingen), KADER, REGELS, register)
        assert len(beveiligd.openbaar.cijfers) == 4
        bewaard.append(leg_vast(beveiligd.openbaar))
        return soorten(beveiligd)

    bewaard: list[Register] = []
    for over_mensen, verwacht in ((True, [(ANDERS, "K1")]), (False, [])):
        assert maak((20, 40), (4, 7), over_mensen) == []
        register = bewaard[-1]
        assert maak((32, 64), (4, 7), over_mensen, register) == []
        assert maak((32, 64), (5, 8), over_mensen, register) == verwacht


def test_het_aantal_uitgenodigden_in_de_rest_mag_wel_anders_zijn() -> None:
    boom = maak_boom({"": ["alfa", "beta", "gamma"]})

    def maak(beta: int, register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        uitgenodigd = {"alfa": 80, "beta": beta, "gamma": 30}
        intern = maak_indicatoren(boom, [stel(maak_vraag("V1", JA_NEE))], {"V1": ALFA_TOEN}, uitgenodigd=uitgenodigd)
        return beveilig(intern, KADER, REGELS, register)

    eerste = maak(20)
    assert {c.noemer for c in eerste.openbaar.cijfers if c.maat is Maat.RESPONS} >= {130, 80}
    assert maak(21, leg_vast(eerste.openbaar)).bevindingen == ()


def zoek_groepjes(geval: Geval, later: Geval, toen: OpenbareIndicatoren, nu: OpenbareIndicatoren) -> list[str]:
    """De groepen die een lezer uit beide versies kan maken en die te weinig verschillen, geteld uit de waarheid.

    Wie in dezelfde getoonde onderdelen zit, zit in dezelfde groep. Dat vraagt geen aftrekken.
    """
    gevonden: list[str] = []
    boom = geval.intern.boom
    for vraag, antwoorden in geval.antwoorden.items():
        getoond = [
            {
                c.onderdeel
                for c in versie.cijfers
                if (c.indicator, c.maat) == (vraag, Maat.GUNSTIG) and c.teller is not None
            }
            for versie in (toen, nu)
        ]
        groepen: dict[tuple[str, ...], list[str]] = {}
        for blad in antwoorden:
            samen = sorted(k for k in getoond[0] & getoond[1] if blad in (*boom.bladeren[k], k))
            if samen:
                groepen.setdefault(tuple(samen), []).append(blad)
        for waarin, bladen in groepen.items():
            verschil = [
                sum(later.antwoorden[vraag][blad][vak] - antwoorden[blad][vak] for blad in bladen) for vak in (0, 1)
            ]
            n = sum(verschil)
            if verschil != [0, 0] and (abs(n) < geval.drempel or min(map(abs, verschil)) < geval.band):
                gevonden.append(f"{vraag} in {'+'.join(waarin)}")
    return gevonden


def groei(geval: Geval, zaad: int) -> Geval:
    """Dezelfde organisatie met late antwoorden: in één blad veel, en in een ander soms één."""
    toeval = random.Random(zaad)
    veel, een = toeval.sample(sorted(geval.antwoorden["V1"]), 2)
    extra = {veel: (geval.drempel, geval.drempel), een: (toeval.choice([0, 1]), 0)}
    antwoorden = {
        vraag: {
            blad: (vakken[0] + extra.get(blad, (0, 0))[0], vakken[1] + extra.get(blad, (0, 0))[1])
            for blad, vakken in per_blad.items()
        }
        for vraag, per_blad in geval.antwoorden.items()
    }
    vragen = [stel(maak_vraag(naam, JA_NEE)) for naam in antwoorden]
    return replace(geval, antwoorden=antwoorden, intern=maak_indicatoren(geval.intern.boom, vragen, antwoorden))


def publiceer_na(maak: Callable[[int], Geval], zaad: int) -> tuple[bool, list[str]]:
    """Publiceer twee keer; geef of de tweede mag, en welke groepjes een lezer dan ziet."""
    geval = maak(zaad)
    later = groei(geval, zaad)
    regels = maak_regels(drempel=geval.drempel, band=geval.band, procent_vanaf=geval.procent_vanaf)
    eerste = beveilig(geval.intern, KADER, regels)
    tweede = beveilig(later.intern, KADER, regels, leg_vast(eerste.openbaar))
    return not heeft_ernstige(tweede.bevindingen), zoek_groepjes(geval, later, eerste.openbaar, tweede.openbaar)


@pytest.mark.parametrize("maak", [KLEIN, GROOT])
def test_geen_groepje_verschilt_te_weinig_bij_welke_organisatie_ook(maak: Callable[[int], Geval]) -> None:
    uitslagen = [publiceer_na(maak, zaad) for zaad in range(150)]
    assert [zaad for zaad, (mag, groepjes) in enumerate(uitslagen) if mag and groepjes] == []
    assert sum(mag for mag, _ in uitslagen) > 20, "en het houdt niet alles tegen"


def test_zonder_de_rest_na_te_kijken_zijn_er_zulke_groepjes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_kamer, "zoek_restverschil", lambda *_: [])
    uitslagen = [publiceer_na(GROOT, zaad) for zaad in range(150)]
    assert any(mag and groepjes for mag, groepjes in uitslagen)


def test_zonder_de_rest_na_te_kijken_verschijnt_een_mens_door_aftrekken(monkeypatch: pytest.MonkeyPatch) -> None:
    """De tanden: zonder de toets op restblokken vindt niets dit lek."""
    register = leg_vast(bescherm(ALFA_TOEN).openbaar)
    monkeypatch.setattr(register_kamer, "zoek_restverschil", lambda *_: [])
    assert bescherm(ALFA_NU, register).bevindingen == ()


# --- wat al bekend is ------------------------------------------------------------------------------------------------


def met_drempel(geval: Geval, drempel: int, register: Register = NIETS_GEPUBLICEERD) -> OpenbareIndicatoren:
    regels = maak_regels(drempel=drempel, band=geval.band, procent_vanaf=geval.procent_vanaf)
    return beveilig(geval.intern, KADER, regels, register).openbaar


def zoek_in_beide_versies(geval: Geval, met_register: bool) -> list[str]:
    """Wat een lezer van een versie met een lage en een versie met een hoge drempel kan uitrekenen."""
    eerste = met_drempel(geval, geval.drempel)
    tweede = met_drempel(geval, geval.drempel + 4, leg_vast(eerste) if met_register else Register())
    samen = replace(tweede, cijfers=eerste.cijfers + tweede.cijfers)
    gevonden: list[str] = []
    for vraag, waar in geval.antwoorden.items():
        gevonden += map("+".join, zoek_lekken_aantal(samen, vraag, geval.aantal(vraag), geval.drempel))
        paren = {blad: (vakken[0], vakken[1]) for blad, vakken in waar.items()}
        gevonden += map("+".join, zoek_lekken_gunstig(samen, vraag, paren, geval.drempel, geval.band))
    return gevonden


def test_twee_versies_met_een_andere_drempel_verraden_samen_niets() -> None:
    lekken = {zaad: gevonden for zaad in range(300) if (gevonden := zoek_in_beide_versies(KLEIN(zaad), True))}
    assert lekken == {}


def test_zonder_register_vindt_het_orakel_lekken_tussen_twee_versies() -> None:
    assert sum(bool(zoek_in_beide_versies(KLEIN(zaad), False)) for zaad in range(150)) > 5


DRIE = {"noord": (15, 16), "oost": (8, 6), "zuid": (9, 7), "west": (4, 2)}
"""Noord 31, oost 14, zuid 16 en west 6: bij drempel 10 gaat oost (14) weg om west te beschermen."""


def test_wat_eerder_een_getal_had_telt_mee_als_gepubliceerd() -> None:
    # Toen: oost stond in het rapport aan het zorgkantoor. Nu weer zonder oost publiceren beschermt west niet meer, want
    # 67 - 31 - 16 - 14 = 6. Dus blijft oost staan en gaat zuid weg: 67 - 31 - 14 = 22.
    assert toon(bescherm(DRIE))["oost"] == "te weinig antwoorden"
    rapport = Gepubliceerd(
        op=date(2025, 3, 1),
        jaar=JAAR,
        indicator="V1",
        maat=Maat.GUNSTIG,
        categorie="",
        doelgroep=Doelgroep.CLIENTEN,
        onderdeel="Oost",
        reeks="",
        status=Status.WEINIG,
        teller=8,
        noemer=14,
        waarde=None,
        regel=2,
        plek="oost",
    )
    beveiligd = bescherm(DRIE, Register(cijfers=(rapport,)))
    assert toon(beveiligd) == {
        ORGANISATIE: "36 van 67",
        "noord": "15 van 31",
        "oost": "8 van 14",
        "zuid": "te weinig antwoorden",
        "west": "te weinig antwoorden",
    }
    assert beveiligd.bevindingen == ()
    assert {regel.regel for regel in beveiligd.verborgen if regel.onderdeel == "zuid"} == {"register"}


BEKEND_NOORD = {"noord": (15, 15), "oost": (12, 12)}
NU_KLEIN_OOST = {"noord": (15, 15), "oost": (3, 3)}
"""Noord heeft eerder en nu 30 antwoorden; oost ging van 24 naar 6, en de organisatie dus van 54 naar 36."""


def trek_klein_af(openbaar: OpenbareIndicatoren, indicator: str, drempel: int) -> list[int]:
    """De organisatie min de getoonde locaties: te kleine groepen die een lezer zo ziet."""
    n = {
        c.onderdeel: c.teller if c.maat is Maat.RESPONS else c.noemer
        for c in openbaar.cijfers
        if c.indicator == indicator
    }
    geheel = n.pop(ORGANISATIE)
    over = 0 if geheel is None else geheel - sum(aantal or 0 for aantal in n.values())
    return [over] if 0 < over < drempel else []


@pytest.mark.parametrize("schaal", [JA_NEE, EENS5, CIJFER10, NPS])
def test_een_nieuw_aantal_naast_een_bekend_aantal_laat_geen_kleine_rest_over(schaal: Schaal) -> None:
    breedte = {JA_NEE.naam: 2, EENS5.naam: 5, CIJFER10.naam: 10, NPS.naam: 3}[schaal.naam]
    toen = {"noord": (6,) * breedte, "oost": (5,) * breedte}
    nu = {"noord": (6,) * breedte, "oost": (1,) * breedte}
    drempel = breedte + 1 if breedte > 4 else 5
    beveiligd = bescherm(
        nu, leg_vast(bescherm(toen, schaal=schaal, drempel=drempel).openbaar), schaal=schaal, drempel=drempel
    )
    assert not heeft_ernstige(beveiligd.bevindingen)
    for indicator in ("V1", RESPONS):
        assert trek_klein_af(beveiligd.openbaar, indicator, drempel) == []
    eerste = {c.onderdeel for c in beveiligd.openbaar.cijfers if c.is_getal}
    assert eerste == {"noord"}, "noord is niet terug te nemen, de organisatie van nu wel"


def test_wie_elk_eerder_getal_bekend_noemt_laat_een_kleine_rest_zien(monkeypatch: pytest.MonkeyPatch) -> None:
    """De tanden: zonder te kijken of het aantal nog hetzelfde is, volgt oost door aftrekken."""
    register = leg_vast(bescherm(BEKEND_NOORD).openbaar)
    monkeypatch.setattr(register_kamer, "_is_zelfde", lambda toen, nu: toen is not None)
    assert trek_klein_af(bescherm(NU_KLEIN_OOST, register).openbaar, RESPONS, 10) == [6]


def test_wat_bij_een_vraag_bekend_is_is_bij_een_andere_vraag_gewoon_weg_te_nemen() -> None:
    # V1: noord 30 en 30, dus bekend. V2: noord eerder 40 en nu 30. Toch één patroon: bij V1 kan alleen de organisatie
    # weg, en dan is V2 ook goed.
    boom = maak_boom({"": ["noord", "oost"]})
    vragen = [stel(maak_vraag(naam, JA_NEE)) for naam in ("V1", "V2")]

    def maak(per_vraag: Mapping[str, Mapping[str, Vakken]], register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        return beveilig(maak_indicatoren(boom, vragen, per_vraag), KADER, REGELS, register)

    nu = {"V1": NU_KLEIN_OOST, "V2": NU_KLEIN_OOST}
    for toen, getoond in (
        ({"V1": BEKEND_NOORD, "V2": {**BEKEND_NOORD, "noord": (20, 20)}}, {"noord"}),
        ({"V1": {**BEKEND_NOORD, "noord": (20, 20)}, "V2": {**BEKEND_NOORD, "noord": (20, 20)}}, {ORGANISATIE}),
    ):
        beveiligd = maak(nu, leg_vast(maak(toen).openbaar))
        assert not heeft_ernstige(beveiligd.bevindingen)
        for indicator in ("V1", "V2"):
            assert {
                c.onderdeel for c in beveiligd.openbaar.cijfers if c.indicator == indicator and c.teller is not None
            } == getoond


@pytest.mark.parametrize("soort", [Kengetalsoort.VERHOUDING, Kengetalsoort.AANTAL])
def test_ook_bij_een_kengetal_over_mensen_is_een_ander_aantal_nieuw(soort: Kengetalsoort) -> None:
    boom = maak_boom({"": ["noord", "oost"]})

    def maak(per_onderdeel: Mapping[str, tuple[int, int]], register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        metingen = maak_kengetal("K1", dict(per_onderdeel), soort=soort, over_mensen=True)
        return beveilig(maak_indicatoren(boom, [], {}, kengetallen=metingen), KADER, REGELS, register)

    toen = {ORGANISATIE: (54, 108), "noord": (30, 60), "oost": (24, 48)}
    nu = {ORGANISATIE: (36, 67), "noord": (30, 60), "oost": (6, 7)}
    beveiligd = maak(nu, leg_vast(maak(toen).openbaar))
    assert not heeft_ernstige(beveiligd.bevindingen)
    assert {c.onderdeel for c in beveiligd.openbaar.cijfers if c.teller is not None} == {"noord"}


def test_ook_een_nieuw_aantal_uitgenodigden_laat_geen_kleine_rest_over() -> None:
    boom = maak_boom({"": ["noord", "oost"]})
    vragen = [stel(maak_vraag("V1", JA_NEE))]

    def maak(oost: int, register: Register = NIETS_GEPUBLICEERD) -> Beveiligd:
        # Oost heeft zelf geen deelnemers: alleen het aantal uitgenodigden kan verraden hoe klein het is.
        intern = maak_indicatoren(
            boom, vragen, {"V1": {"noord": (20, 20), "oost": (0, 0)}}, uitgenodigd={"noord": 60, "oost": oost}
        )
        return beveilig(intern, KADER, REGELS, register)

    def toon_uitgenodigd(beveiligd: Beveiligd) -> dict[str, int | None]:
        return {c.onderdeel: c.noemer for c in beveiligd.openbaar.cijfers if c.maat is Maat.RESPONS}

    eerste = maak(20)
    assert toon_uitgenodigd(eerste) == {ORGANISATIE: 80, "noord": 60, "oost": None}
    assert toon_uitgenodigd(maak(4, leg_vast(eerste.openbaar))) == {ORGANISATIE: None, "noord": 60, "oost": None}


def test_wat_nu_verborgen_is_en_eerder_niet_wordt_gemeld() -> None:
    register = leg_vast(bescherm({"noord": (20, 15), "oost": (6, 6)}).openbaar)
    beveiligd = bescherm({"noord": (20, 15), "oost": (6, 6)}, register, drempel=15)
    assert toon(beveiligd)["oost"] == "te weinig antwoorden"
    assert {(een.soort, een.ernst) for een in beveiligd.bevindingen} == {
        (Bevindingsoort.EERDER_WEL_GETOOND, Ernst.LET_OP)
    }
    (melding,) = [een for een in beveiligd.bevindingen if "Oost" in een.wat]
    assert "V1" in melding.wat


def test_een_getal_van_toen_naast_een_nieuw_getal_verbergt_het_nieuwe() -> None:
    # Stap B: zonder register staan organisatie, noord en oost er. Van zuid is eerder "12 van 13" gepubliceerd (met een
    # lagere band); dan is 59 - 20 - 8 - 12 = 19 en dat laat in west 14 van de 15 over: 1 niet gunstig.
    antwoorden = {"noord": (20, 11), "oost": (8, 6), "zuid": (12, 3), "west": (14, 1)}
    zuid = replace(
        leg_vast(bescherm(antwoorden).openbaar).cijfers[0],
        indicator="V1",
        maat=Maat.GUNSTIG,
        onderdeel="Zuid",
        plek="zuid",
        status=Status.WEINIG,
        teller=12,
        noemer=15,
        waarde=None,
    )
    los, met = bescherm(antwoorden), bescherm(antwoorden, Register(cijfers=(zuid,)))
    for beveiligd, eigen in ((los, {}), (met, {"zuid": (12, 3)})):
        getoond = {cijfer.onderdeel: cijfer for cijfer in beveiligd.openbaar.cijfers if cijfer.maat is Maat.GUNSTIG}
        bekend = {naam: antwoorden[naam] for naam in ("noord", "oost", "zuid") if getoond[naam].teller is not None}
        bekend |= eigen
        geheel = getoond[ORGANISATIE]
        assert geheel.teller is not None
        assert geheel.noemer is not None
        over = (geheel.teller - sum(v[0] for v in bekend.values()), geheel.noemer - sum(map(sum, bekend.values())))
        assert 3 <= over[0] <= over[1] - 3


# --- onderdelen die er niet meer zijn --------------------------------------------------------------------------------


def test_een_gepubliceerd_onderdeel_buiten_de_boom_stopt() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    verdwenen = Register(
        cijfers=tuple(
            replace(cijfer, onderdeel="De Oude Molen", plek="") if cijfer.plek == "oost" else cijfer
            for cijfer in register.cijfers
        )
    )
    meldingen = bescherm(EERSTE, verdwenen).bevindingen
    assert {(een.soort, een.vraag) for een in meldingen} == {
        (Bevindingsoort.ONBEKEND_IN_REGISTER, "V1"),
        (Bevindingsoort.ONBEKEND_IN_REGISTER, "respons"),
    }
    assert all("'De Oude Molen'" in een.wat and "ook_wel" in een.doe_dit for een in meldingen)


def test_een_onderdeel_buiten_de_boom_waarvan_niets_openbaar_was_stopt_niet() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    verdwenen = Register(
        cijfers=tuple(replace(cijfer, onderdeel="Weg", plek="") for cijfer in register.cijfers if cijfer.plek == "west")
    )
    assert len(verdwenen.cijfers) > 1
    assert bescherm(EERSTE, verdwenen).bevindingen == ()


# --- correcties ------------------------------------------------------------------------------------------------------


def besluit(
    keuze: Correctiekeuze, indicator: str = ALLES, doelgroep: Doelgroep | None = Doelgroep.CLIENTEN
) -> Correctie:
    return Correctie(jaar=JAAR, indicator=indicator, doelgroep=doelgroep, keuze=keuze, reden="een late brief")


@pytest.mark.parametrize("schaal", [JA_NEE, EENS5, CIJFER10, NPS])
def test_behoud_laat_de_oude_cijfers_staan_zonder_marge(schaal: Schaal) -> None:
    breedte = {JA_NEE.naam: 2, EENS5.naam: 5, CIJFER10.naam: 10, NPS.naam: 3}[schaal.naam]
    toen = {"noord": (8,) * breedte, "oost": (9,) * breedte}
    nu = {"noord": (8,) * breedte, "oost": (9,) * (breedte - 1) + (10,)}
    eerste = bescherm(toen, schaal=schaal)
    register = leg_vast(eerste.openbaar)
    assert bescherm(nu, register, schaal=schaal).bevindingen != ()
    tweede = bescherm(nu, register, [besluit(Correctiekeuze.BEHOUD)], schaal=schaal)
    assert tweede.bevindingen == ()

    def kaal(cijfers: Iterable[OpenbaarCijfer]) -> list[tuple[object, ...]]:
        return [
            (c.indicator, c.maat, c.onderdeel, c.categorie, c.categorienaam, c.status, c.teller, c.noemer)
            for c in cijfers
        ]

    assert kaal(tweede.openbaar.cijfers) == kaal(eerste.openbaar.cijfers)
    getallen = [cijfer for cijfer in tweede.openbaar.cijfers if cijfer.is_getal]
    assert getallen
    assert all(cijfer.toelichting == "eerder gepubliceerd cijfer; een late brief" for cijfer in getallen)
    assert not any(cijfer.ondergrens is not None for cijfer in getallen)
    assert {regel.regel for regel in tweede.verborgen} == {"correctie"}


def test_na_behoud_nog_eens_publiceren_verandert_niets() -> None:
    eerste = leg_vast(bescherm(EERSTE).openbaar)
    nu = {**EERSTE, "noord": (25, 16)}
    tweede = bescherm(nu, eerste, [besluit(Correctiekeuze.BEHOUD)])
    register = leg_vast(tweede.openbaar, date(2025, 6, 1), eerste.cijfers)
    assert bescherm(nu, register, [besluit(Correctiekeuze.BEHOUD)]).openbaar.cijfers == tweede.openbaar.cijfers


def test_een_band_blijft_een_band_bij_behoud() -> None:
    toen, nu = {"noord": (20, 20), "oost": (1, 39)}, {"noord": (20, 20), "oost": (1, 40)}
    register = leg_vast(bescherm(toen).openbaar)
    beveiligd = bescherm(nu, register, [besluit(Correctiekeuze.BEHOUD)])
    assert toon(beveiligd)["oost"] == "minder dan 10% (eerder gepubliceerd cijfer; een late brief)"


def test_verberg_laat_nergens_een_getal_staan() -> None:
    register = leg_vast(bescherm(EERSTE, schaal=JA_NEE).openbaar)
    beveiligd = bescherm({**EERSTE, "noord": (25, 16)}, register, [besluit(Correctiekeuze.VERBERG)])
    assert beveiligd.bevindingen == ()
    assert {(cijfer.status, cijfer.toelichting) for cijfer in beveiligd.openbaar.cijfers} == {
        (Status.NIET_GETOOND, "niet getoond")
    }
    assert {regel.regel for regel in beveiligd.verborgen} == {"correctie"}
    assert all(cijfer.noemer is None and cijfer.uitgenodigd is None for cijfer in beveiligd.openbaar.cijfers)


def test_een_correctie_van_een_vraag_laat_de_respons_stoppen() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    beveiligd = bescherm({**EERSTE, "noord": (25, 16)}, register, [besluit(Correctiekeuze.VERBERG, "V1")])
    assert soorten(beveiligd) == [(ANDERS, "respons")]
    assert toon(beveiligd)["noord"] == "niet getoond"


def test_een_correctie_van_iets_dat_nooit_gepubliceerd_is_wordt_gemeld_en_doet_niets() -> None:
    beveiligd = bescherm(EERSTE, correcties=[besluit(Correctiekeuze.BEHOUD, "V1")])
    assert soorten(beveiligd) == [(Bevindingsoort.CORRECTIE_ZONDER_DOEL, "V1")]
    assert beveiligd.openbaar.cijfers == bescherm(EERSTE).openbaar.cijfers


def test_een_gepubliceerd_onderdeel_buiten_de_boom_stopt_niet_als_er_een_correctie_is() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    weg = Register(cijfers=tuple(replace(c, plek="") if c.plek == "oost" else c for c in register.cijfers))
    assert bescherm(EERSTE, weg).bevindingen != ()
    assert bescherm(EERSTE, weg, [besluit(Correctiekeuze.VERBERG)]).bevindingen == ()


# --- tanden ----------------------------------------------------------------------------------------------------------


def test_zonder_het_nakijken_van_het_register_is_een_antwoord_uit_te_rekenen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Een eenvoudige aftrektoets: trek de twee versies van elkaar af en zie wat die ene mens zei."""
    toen, nu = bescherm(EERSTE), {**EERSTE, "noord": (25, 16)}

    def trek_af(register: Register) -> list[tuple[int, int]]:
        later = bescherm(nu, register)
        if any(een.ernst is Ernst.ERNSTIG for een in later.bevindingen):
            return []
        paren = zip(toen.openbaar.cijfers, later.openbaar.cijfers, strict=True)
        return [
            (nieuw.teller - oud.teller, nieuw.noemer - oud.noemer)
            for oud, nieuw in paren
            if oud.maat is Maat.GUNSTIG and None not in (oud.teller, oud.noemer, nieuw.teller, nieuw.noemer)
            if nieuw.teller is not None and oud.teller is not None
            if nieuw.noemer is not None and oud.noemer is not None
        ]

    assert trek_af(leg_vast(toen.openbaar)) == []
    leeg: Callable[[object, object], dict[tuple[int, Doelgroep | None], Verleden]] = lambda _r, _c: {}  # noqa: E731
    monkeypatch.setattr(beveiligen, "maak_geschiedenis", leeg)
    assert (1, 1) in trek_af(leg_vast(toen.openbaar)), "die ene mens was het eens"


def test_een_leeg_register_kost_niets() -> None:
    assert NIETS_EERDER.noem_zelfde_noemer("V1", {"noord": 40}) == frozenset()
    assert bescherm(EERSTE, Register()).openbaar.cijfers == bescherm(EERSTE).openbaar.cijfers


def test_een_bevinding_over_het_register_wijst_naar_het_register() -> None:
    register = leg_vast(bescherm(EERSTE).openbaar)
    meldingen: tuple[Bevinding, ...] = bescherm({**EERSTE, "noord": (25, 16)}, register).bevindingen
    assert {een.bestand for een in meldingen} == {"register/publicaties.csv"}


def test_een_boom_met_regios_wordt_ook_nagekeken() -> None:
    boom: Boom = maak_boom({"stad": ["noord", "oost"], "": ["zuid"]})
    vragen = [stel(maak_vraag("V1", JA_NEE))]
    toen = beveilig(
        maak_indicatoren(boom, vragen, {"V1": {**EERSTE, "zuid": (8, 8)} | {"west": (0, 0)}}), KADER, REGELS
    )
    nu = maak_indicatoren(boom, vragen, {"V1": {**EERSTE, "oost": (11, 10), "zuid": (8, 8)} | {"west": (0, 0)}})
    (vraag,) = [een for een in beveilig(nu, KADER, REGELS, leg_vast(toen.openbaar)).bevindingen if een.vraag == "V1"]
    assert "in Hele organisatie, Stad, Oost." in vraag.wat
