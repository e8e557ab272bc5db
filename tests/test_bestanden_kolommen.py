"""Van rijen naar kolommen: niets schuift, ook niet over de grens van een stuk."""

import pytest

from kwaliteit.bestanden import kolommen
from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import Cel

RIJEN: list[list[Cel]] = [["a", "b"], [], ["", 1.0, "c"], [True], [1.0, " ", "", ""], ["", ""], []]


@pytest.mark.parametrize("stuk", [1, 2, 3, 100])
def test_ongelijke_rijen_worden_rechte_kolommen(stuk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kolommen, "STUK", stuk)
    bouwer = Kolombouwer()
    assert list(bouwer.voeg_toe(RIJEN))[-1] == len(RIJEN) * 4
    aantal, uit = bouwer.rond_af()
    rijen = [tuple(kolom.waarden[kolom.plaats[rij]] for kolom in uit) for rij in range(aantal)]
    assert list(map(repr, rijen)) == list(
        map(repr, [("a", "b", ""), ("", "", ""), ("", 1.0, "c"), (True, "", ""), (1.0, " ", "")])
    )
    assert all(kolom.waarden[0] == "" and len(kolom.plaats) == aantal for kolom in uit)


def test_zonder_ja_nee_wordt_elke_cel_gewoon_geteld() -> None:
    bouwer = Kolombouwer(heeft_ja_nee=False)
    list(bouwer.voeg_toe([["x", "1"], ["y", "1"]]))
    _, (eerste, tweede) = bouwer.rond_af()
    assert (eerste.waarden, tweede.waarden, list(tweede.plaats)) == (("", "x", "y"), ("", "1"), [1, 1])


def test_niets_is_geen_kolom() -> None:
    bouwer = Kolombouwer()
    assert list(bouwer.voeg_toe([])) == []
    assert bouwer.rond_af() == (0, ())
