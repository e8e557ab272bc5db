"""Welke jaren naast elkaar mogen: reeksen, met de groep en de samenstelling van een schaalscore."""

from dataclasses import replace

import pytest

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk
from kwaliteit.begrippen.vragenlijst import Ontbreekregel, Samenstelling, Schaal, Schaalsoort, Vraag
from kwaliteit.geheimhouding import beveilig
from kwaliteit.indicatoren.afnames import Gesteld
from kwaliteit.indicatoren.reeksen import bepaal_reeksen, herken_groepen
from kwaliteit.vergelijken import vergelijk
from tests.bouwstenen_indicatoren import (
    KADER,
    REKENREGELS,
    maak_blad,
    maak_jaargang,
    maak_lijst,
    maak_vraag,
    maak_werkmap,
    reken,
)

CLIENTEN = Doelgroep.CLIENTEN
SCORE = Vraag(
    id="S1",
    tekst="Tevreden",
    schaal=Schaal(naam="S1", soort=Schaalsoort.SCHAALSCORE, laagste=0, hoogste=100),
    samenstelling=Samenstelling(
        vragen=("V1", "V2"),
        regel=Ontbreekregel.HELFT,
        op_100=True,
        gunstig_boven=None,
        instrument="proef",
        versie="1",
        bron="verzonnen",
    ),
)


def maak_gesteld(jaar: int, score: Vraag = SCORE, *, tekst: str = "Een vraag.") -> Gesteld:
    lijst = replace(maak_lijst(maak_vraag("V1", tekst=tekst), maak_vraag("V2")), schaalscores=(score,))
    return Gesteld(jaar=jaar, doelgroep=CLIENTEN, vraag=score, vragenlijst=lijst)


def breekt(toen: Gesteld, nu: Gesteld) -> bool:
    return bepaal_reeksen((toen, nu), {})[nu.jaar, CLIENTEN, nu.vraag.id].breuk is Breuk.VRAAG


def test_een_schaalscore_loopt_door_zolang_vragen_en_rekenwijze_gelijk_blijven() -> None:
    assert not breekt(maak_gesteld(2023), maak_gesteld(2024))


def test_een_schaalscore_breekt_als_een_van_haar_vragen_verandert() -> None:
    assert breekt(maak_gesteld(2023), maak_gesteld(2024, tekst="Een andere vraag."))


@pytest.mark.parametrize(
    "anders",
    [
        {"regel": Ontbreekregel.TWEE_DERDE},
        {"gunstig_boven": 3.5},
        {"versie": "2"},
        {"op_100": False},
        {"vragen": ("V1",)},
    ],
    ids=str,
)
def test_een_schaalscore_breekt_als_haar_rekenwijze_verandert(anders: dict[str, object]) -> None:
    assert SCORE.samenstelling is not None
    samenstelling = replace(SCORE.samenstelling, **anders)  # type: ignore[arg-type]
    assert breekt(maak_gesteld(2023), maak_gesteld(2024, replace(SCORE, samenstelling=samenstelling)))


def test_wie_een_oude_groep_later_beschrijft_verandert_geen_reeks() -> None:
    gesteld = [maak_gesteld(2022), maak_gesteld(2024)]
    zonder = bepaal_reeksen(gesteld, herken_groepen([maak_jaargang(2022), maak_jaargang(2024)]))
    jaargangen = [replace(maak_jaargang(jaar), wie={CLIENTEN: "wie bij ons woont"}) for jaar in (2022, 2024)]
    met = bepaal_reeksen(gesteld, herken_groepen(jaargangen))
    assert {sleutel: reeks.id for sleutel, reeks in met.items()} == {
        sleutel: reeks.id for sleutel, reeks in zonder.items()
    }


def test_een_andere_groep_breekt_alleen_de_reeksen_van_die_groep() -> None:
    toen = replace(maak_jaargang(2023), wie={CLIENTEN: "wie bij ons woont", Doelgroep.NAASTEN: "familie"})
    nu = replace(maak_jaargang(2024), wie={CLIENTEN: "iedereen", Doelgroep.NAASTEN: "familie"})
    bladen = [
        maak_blad(maak_lijst(maak_vraag(), doelgroep=groep), {"V1": [4, 4, 2] * 20}, jaar=jaar)
        for jaar in (2023, 2024)
        for groep in (CLIENTEN, Doelgroep.NAASTEN)
    ]
    indicatoren = reken(*bladen, werkmap=maak_werkmap(toen, nu))
    openbaar = beveilig(indicatoren, KADER, REKENREGELS).openbaar
    teksten = {
        rij.oordeel.een.doelgroep: rij.oordeel.tekst for rij in vergelijk(indicatoren, openbaar, REKENREGELS).intern
    }
    assert teksten == {
        CLIENTEN: "niet te vergelijken: de groep is veranderd",
        Doelgroep.NAASTEN: "ongeveer gelijk",
    }
