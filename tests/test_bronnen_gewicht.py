"""Een kolom met gewichten: alleen als de koppeling haar aanwijst, en alleen als iedereen die meetelt er een heeft."""

from pathlib import Path

import pytest

from kwaliteit.begrippen.antwoord import Leesresultaat
from kwaliteit.begrippen.bevinding import Bevindingsoort
from tests.bronnen_fabriek import lees_een, maak_csv

KOPPELING = "kolommen:\n  Weegfactor: gewicht\n"


def lees_met(map_: Path, *gewichten: object, koppeling: str = KOPPELING) -> Leesresultaat:
    """Lees mensen met elk een gewicht; wie geen antwoord geeft telt niet mee."""
    rijen = [("CL01", "CL02", "Weegfactor"), *((4, 5, gewicht) for gewicht in gewichten), ("", "", "")]
    return lees_een(map_, maak_csv(rijen), koppeling=koppeling)


def heeft_melding(gelezen: Leesresultaat) -> bool:
    """Of er een onbruikbaar gewicht gemeld is."""
    return any(een.soort is Bevindingsoort.GEWICHT_ONBRUIKBAAR for een in gelezen.bevindingen)


def test_een_aangewezen_kolom_geeft_elk_mens_een_gewicht(tmp_path: Path) -> None:
    gelezen = lees_met(tmp_path, "1,25", 0.5, 2)
    gewicht = gelezen.bladen[0].gewicht
    assert gewicht is not None
    assert gewicht.tolist() == [1.25, 0.5, 2.0]
    assert not heeft_melding(gelezen)


def test_zonder_koppeling_is_er_geen_gewicht(tmp_path: Path) -> None:
    gelezen = lees_met(tmp_path, 1, 2, koppeling="")
    assert gelezen.bladen[0].gewicht is None
    assert any(een.soort is Bevindingsoort.ONBEKENDE_KOLOM for een in gelezen.bevindingen)


@pytest.mark.parametrize("onbruikbaar", ["", "zwaar", 0, -1, 1001, "1e9", "1.234", "#DEEL/0!"])
def test_een_mens_zonder_bruikbaar_gewicht_maakt_de_bron_ongewogen(tmp_path: Path, onbruikbaar: object) -> None:
    gelezen = lees_met(tmp_path, 1, onbruikbaar, 2)
    assert gelezen.bladen[0].gewicht is None
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.GEWICHT_ONBRUIKBAAR]
    assert melding.cel == "C3"
    assert "zwaar" not in melding.wat
