"""Van een gewogen groep is alleen het gewogen deel gunstig openbaar, en alleen van de hele organisatie."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.geheimhouding import beveilig
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

MENSEN = 60
CODES = [5] * 30 + [1] * 15 + [3] * 15
"""De helft gunstig."""


def bescherm(gewichten: Sequence[float] | None) -> dict[tuple[Maat, str], OpenbaarCijfer]:
    """De openbare cijfers van 60 mensen in twee locaties, op maat en onderdeel (van een verdeling het laatste)."""
    locaties = ["noord", "oost"] * (MENSEN // 2)
    blad = maak_blad(maak_lijst(maak_vraag()), {"V1": CODES}, locaties=locaties)
    if gewichten is not None:
        blad = replace(blad, gewicht=np.array(gewichten, dtype=np.float64))
    openbaar = beveilig(reken(blad), KADER, REKENREGELS).openbaar
    return {(een.maat, een.onderdeel): een for een in openbaar.cijfers if een.indicator == "V1"}


def test_alleen_het_gewogen_deel_van_de_organisatie_staat_er() -> None:
    # Gunstig weegt 2, de rest 1: 60 van de 90, twee derde. Effectief: 90² / (30·4 + 30·1) = 8100 / 150 = 54.
    cijfers = bescherm([2.0] * 30 + [1.0] * 30)
    getoond = {plek: een for plek, een in cijfers.items() if een.is_getal}
    (cijfer,) = getoond.values()
    assert (cijfer.maat, cijfer.onderdeel, cijfer.niveau) == (Maat.GUNSTIG, "organisatie", "organisatie")
    assert (cijfer.waarde, cijfer.teller, cijfer.noemer, cijfer.toelichting) == (0.67, None, 60, "gewogen")
    assert (cijfer.ondergrens, cijfer.bovengrens) == (0.53, 0.78)


def test_zonder_gewichten_staan_teller_verdeling_en_locaties_er_wel() -> None:
    cijfers = bescherm(None)
    assert cijfers[Maat.GUNSTIG, "organisatie"].teller == 30
    assert cijfers[Maat.GUNSTIG, "noord"].is_getal
    assert cijfers[Maat.VERDELING, "organisatie"].is_getal


@pytest.mark.parametrize("gewichten", [[100.0] + [1.0] * 59, [30.0] * 3 + [1.0] * 57])
def test_bij_te_ongelijke_gewichten_staat_er_niets(gewichten: list[float]) -> None:
    cijfers = bescherm(gewichten)
    assert {een.status for een in cijfers.values()} == {Status.NIET_GETOOND}


def test_een_gewogen_deel_wordt_vergeleken_met_het_effectieve_aantal() -> None:
    """Twee jaren, elk gewogen: 60 van 90 (effectief 54) en een derde (effectief 54)."""
    lijst = maak_lijst(maak_vraag())
    gewicht = np.array([2.0] * 30 + [1.0] * 30)
    nu = replace(maak_blad(lijst, {"V1": CODES}), gewicht=gewicht)
    toen = replace(maak_blad(lijst, {"V1": [1] * 30 + [5] * 30}, jaar=2023), gewicht=gewicht)
    intern = reken(nu, toen, werkmap=maak_werkmap(maak_jaargang(2023), maak_jaargang(2024)))
    vergeleken = vergelijk(intern, beveilig(intern, KADER, REKENREGELS).openbaar, REKENREGELS)
    (vergelijking,) = vergeleken.intern
    assert vergelijking.oordeel.tekst == "duidelijk meer"
    assert vergelijking.oordeel.punten == 34  # 0,67 − 0,33, de cijfers op de pagina
    # z = 0,34 / wortel(0,5 · 0,5 · 2/54) = 3,533; tweezijdig 0,00041.
    assert vergelijking.p == pytest.approx(0.00041, abs=1e-5)
    assert (vergelijking.n_een, vergelijking.n_ander) == (60, 60)


def test_gewogen_naast_ongewogen_krijgt_geen_oordeel() -> None:
    lijst = maak_lijst(maak_vraag())
    nu = replace(maak_blad(lijst, {"V1": CODES}), gewicht=np.array([2.0] * 30 + [1.0] * 30))
    toen = maak_blad(lijst, {"V1": CODES}, jaar=2023)
    intern = reken(nu, toen, werkmap=maak_werkmap(maak_jaargang(2023), maak_jaargang(2024)))
    assert not vergelijk(intern, beveilig(intern, KADER, REKENREGELS).openbaar, REKENREGELS).intern
