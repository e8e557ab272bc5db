"""Voert de rekenvoorbeelden van de geheimhouding uit: met de hand gerekend, leesbaar voor een privacyjurist."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.geheimhouding import beveilig
from tests.geheimhouding_organisaties import (
    CIJFER10,
    EENS5,
    JA_NEE,
    KADER,
    NPS,
    maak_boom,
    maak_indicatoren,
    maak_regels,
    maak_vraag,
    stel,
)

MAP = Path(__file__).parent / "rekenvoorbeelden"
REGELS = {
    "stappen": (JA_NEE, Maat.GUNSTIG),
    "ladder": (JA_NEE, Maat.GUNSTIG),
    "verdeling": (EENS5, Maat.VERDELING),
    "gemiddelde": (CIJFER10, Maat.GEMIDDELDE),
    "nps": (NPS, Maat.NPS),
}
"""Per regel de schaal van de vraag en de maat waar het voorbeeld over gaat."""


def lees_voorbeelden() -> dict[str, list[dict[str, Any]]]:
    inhoud = [yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in sorted(MAP.glob("geheimhouding-*.yaml"))]
    return {bestand["regel"]: bestand["voorbeelden"] for bestand in inhoud}


VOORBEELDEN = lees_voorbeelden()


def schrijf(cijfers: Sequence[OpenbaarCijfer]) -> str:
    """Wat een lezer in een onderdeel ziet, als tekst."""
    if cijfers[0].categorie:
        return ", ".join(f"{cijfer.categorie}: {cijfer.teller}" for cijfer in cijfers)
    (cijfer,) = cijfers
    if cijfer.status is Status.WEINIG:
        aantal = f"{cijfer.noemer} antwoorden" if cijfer.teller is None else f"{cijfer.teller} van {cijfer.noemer}"
        return f"{aantal}, weinig"
    if cijfer.status is Status.GETOOND:
        return str(cijfer.waarde) if cijfer.teller is None else f"{cijfer.teller} van {cijfer.noemer}"
    return cijfer.toelichting


def maak_boom_van(geval: Mapping[str, Any]) -> Boom:
    in_regio = geval.get("regio", {})
    bezet = {"zonder locatie", *(naam for locaties in in_regio.values() for naam in locaties)}
    vrij = [naam for naam in geval["locaties"] if naam not in bezet]
    return maak_boom({**in_regio, "": vrij})


def test_elke_regel_van_het_rekenen_heeft_voorbeelden() -> None:
    assert set(VOORBEELDEN) == set(REGELS)
    for regel, gevallen in VOORBEELDEN.items():
        assert {geval["naam"].split(",")[0] for geval in gevallen} == {"gewoon", "leeg", "rand"}, regel


@pytest.mark.parametrize(
    ("regel", "geval"),
    [
        pytest.param(regel, geval, id=f"{regel}: {geval['naam']}")
        for regel in VOORBEELDEN
        for geval in VOORBEELDEN[regel]
    ],
)
def test_de_lezer_ziet_wat_het_voorbeeld_met_de_hand_zegt(regel: str, geval: Mapping[str, Any]) -> None:
    schaal, maat = REGELS[regel]
    boom = maak_boom_van(geval)
    antwoorden = {
        ORGANISATIE if naam == "zonder locatie" else naam: tuple(vakken) for naam, vakken in geval["locaties"].items()
    }
    indicatoren = maak_indicatoren(boom, [stel(maak_vraag("V1", schaal))], {"V1": antwoorden})
    openbaar = beveilig(indicatoren, KADER, maak_regels()).openbaar
    gezien = {
        onderdeel: schrijf([c for c in openbaar.cijfers if (c.maat, c.onderdeel) == (maat, onderdeel)])
        for onderdeel in geval["uitkomst"]
    }
    assert gezien == geval["uitkomst"]
