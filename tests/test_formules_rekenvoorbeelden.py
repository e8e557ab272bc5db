"""Voert de rekenvoorbeelden van de formules uit: met de hand gerekend, leesbaar voor wie het cijfer gebruikt."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kwaliteit.formules.fisher import bereken_fisher
from kwaliteit.formules.gemiddelde import bereken_gemiddelde
from kwaliteit.formules.marges import bereken_blaker
from kwaliteit.formules.newcombe import bereken_newcombe
from kwaliteit.formules.omrekenen import keer_om, reken_naar_100
from kwaliteit.formules.schaalscore import (
    bereken_alfa,
    bereken_deel_positief,
    bereken_score,
    eis_helft,
    eis_twee_derde,
)
from kwaliteit.formules.veeltoetsing import corrigeer
from kwaliteit.formules.verschiltoets import toets_aandelen
from kwaliteit.formules.welch import toets_welch

Uitkomst = Mapping[str, Any]
MAP = Path(__file__).parent / "rekenvoorbeelden"
EISEN = {"helft": eis_helft, "twee_derde": eis_twee_derde}
GEEN = "geen"


def lees_rijen(rijen: list[list[Any]]) -> list[list[float | None]]:
    return [[None if waarde == GEEN else waarde for waarde in rij] for rij in rijen]


def reken_blaker(geval: Mapping[str, Any]) -> Uitkomst:
    laag, hoog = bereken_blaker(geval["x"], geval["n"], geval["mensen"])
    return {"laag": laag, "hoog": hoog}


def reken_newcombe(geval: Mapping[str, Any]) -> Uitkomst:
    aantallen = (geval["x1"], geval["n1"], geval["x2"], geval["n2"])
    verschil, laag, hoog = bereken_newcombe(*aantallen)
    p, is_fisher = toets_aandelen(*aantallen)
    return {"verschil": verschil, "laag": laag, "hoog": hoog, "p": p, "is_fisher": is_fisher}


def reken_fisher(geval: Mapping[str, Any]) -> Uitkomst:
    return {"p": bereken_fisher(geval["x1"], geval["n1"], geval["x2"], geval["n2"])}


def reken_welch(geval: Mapping[str, Any]) -> Uitkomst:
    x, y = geval["x"], geval["y"]
    uit = toets_welch(*bereken_gemiddelde(x), len(x), *bereken_gemiddelde(y), len(y))
    if uit is None:
        return {"t": None}
    return {"verschil": uit.verschil, "t": uit.t, "df": uit.df, "p": uit.p, "laag": uit.laag}


def reken_bh(geval: Mapping[str, Any]) -> Uitkomst:
    return {"q": list(corrigeer(geval["p"]))}


def reken_schaalscore(geval: Mapping[str, Any]) -> Uitkomst:
    rijen = lees_rijen(geval["rijen"])
    minstens = EISEN[geval["eis"]](len(rijen[0]))
    scores = [bereken_score(rij, minstens) for rij in rijen]
    return {"scores": scores, "deel": bereken_deel_positief(scores)}


def reken_alfa(geval: Mapping[str, Any]) -> Uitkomst:
    return {"alfa": bereken_alfa(lees_rijen(geval["rijen"]))}


def reken_omkeren(geval: Mapping[str, Any]) -> Uitkomst:
    return {"waarde": keer_om(geval["min"], geval["max"], geval["x"])}


def reken_score0100(geval: Mapping[str, Any]) -> Uitkomst:
    return {"waarde": reken_naar_100(geval["min"], geval["max"], geval["x"])}


REGELS: dict[str, Callable[[Mapping[str, Any]], Uitkomst]] = {
    "blaker": reken_blaker,
    "newcombe": reken_newcombe,
    "fisher": reken_fisher,
    "welch": reken_welch,
    "bh": reken_bh,
    "schaalscore": reken_schaalscore,
    "alfa": reken_alfa,
    "omkeren": reken_omkeren,
    "score0100": reken_score0100,
}


def lees_voorbeelden() -> dict[str, list[Mapping[str, Any]]]:
    inhoud = [yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in sorted(MAP.glob("*.yaml"))]
    return {bestand["regel"]: bestand["voorbeelden"] for bestand in inhoud if bestand["kamer"] == "formules"}


VOORBEELDEN = lees_voorbeelden()


def is_gelijk(verwacht: Any, gevonden: Any) -> bool:
    if verwacht == GEEN:
        return gevonden is None
    if isinstance(verwacht, list):
        return len(verwacht) == len(gevonden) and all(map(is_gelijk, verwacht, gevonden))
    if isinstance(verwacht, bool):
        return gevonden is verwacht
    return gevonden is not None and abs(gevonden - verwacht) < 1e-6


@pytest.mark.parametrize(
    ("regel", "geval"),
    [
        pytest.param(regel, geval, id=f"{regel}: {geval['naam']}")
        for regel in VOORBEELDEN
        for geval in VOORBEELDEN[regel]
    ],
)
def test_de_formule_rekent_zoals_het_voorbeeld_met_de_hand(regel: str, geval: Mapping[str, Any]) -> None:
    gevonden = REGELS[regel](geval)
    for naam, verwacht in geval["uitkomst"].items():
        assert is_gelijk(verwacht, gevonden[naam]), (naam, verwacht, gevonden[naam])


def test_elke_formule_heeft_een_gewoon_een_leeg_en_een_randgeval() -> None:
    assert set(VOORBEELDEN) == set(REGELS)
    for regel, gevallen in VOORBEELDEN.items():
        assert {geval["naam"].split(",")[0] for geval in gevallen} == {"gewoon", "leeg", "rand"}, regel


def test_een_verkeerde_uitkomst_in_een_voorbeeld_valt_op() -> None:
    geval = VOORBEELDEN["schaalscore"][0]
    assert is_gelijk(geval["uitkomst"]["scores"], reken_schaalscore(geval)["scores"])
    assert not is_gelijk([4.333333, 4, GEEN, 2.6, GEEN], reken_schaalscore(geval)["scores"])
    assert not is_gelijk(GEEN, reken_alfa(VOORBEELDEN["alfa"][0])["alfa"])
