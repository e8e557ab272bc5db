"""Voert de rekenvoorbeelden van de geheimhouding uit: met de hand gerekend, leesbaar voor een privacyjurist."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from kwaliteit.begrippen.indicator import Indicatoren, Maat
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.geheimhouding import beveilig
from tests.geheimhouding_organisaties import (
    CIJFER10,
    EENS3,
    EENS5,
    JA_NEE,
    KADER,
    MEER,
    NPS,
    Mens,
    maak_boom,
    maak_indicatoren,
    maak_meerkeuze_uit_tellingen,
    maak_met_schaal,
    maak_regels,
    maak_schaalvraag,
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
    "score": (EENS5, Maat.SCORE),
    "topbox": (EENS5, Maat.TOPBOX),
    "marge": (CIJFER10, Maat.GEMIDDELDE),
    "meerkeuze": (MEER, Maat.VERDELING),
    "schaalscore": (EENS3, Maat.GEMIDDELDE),
}
"""Per regel de schaal van de vraag en de maat waar het voorbeeld over gaat."""


def lees_voorbeelden() -> dict[str, list[dict[str, Any]]]:
    inhoud = [yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in sorted(MAP.glob("geheimhouding-*.yaml"))]
    return {bestand["regel"]: bestand["voorbeelden"] for bestand in inhoud}


VOORBEELDEN = lees_voorbeelden()


def schrijf(cijfers: Sequence[OpenbaarCijfer], regel: str) -> str:
    """Wat een lezer in een onderdeel ziet, als tekst."""
    if cijfers[0].categorie:
        return ", ".join(
            f"{cijfer.categorie}: {schrijf_een(cijfer) if regel == 'meerkeuze' else cijfer.teller}"
            for cijfer in cijfers
        )
    (cijfer,) = cijfers
    if regel == "marge" and cijfer.waarde is not None:
        marge = f"({cijfer.ondergrens} tot {cijfer.bovengrens})" if cijfer.ondergrens is not None else "zonder marge"
        return f"{cijfer.waarde} {marge}"
    return schrijf_een(cijfer)


def schrijf_een(cijfer: OpenbaarCijfer) -> str:
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


def maak_indicatoren_van(regel: str, geval: Mapping[str, Any]) -> tuple[Indicatoren, str]:
    """De interne cijfers, en het id van de vraag waar het voorbeeld over gaat."""
    schaal, maat = REGELS[regel]
    boom = maak_boom_van(geval)
    per_blad = {ORGANISATIE if naam == "zonder locatie" else naam: er for naam, er in geval["locaties"].items()}
    if regel == "schaalscore":
        delen = [maak_vraag("V1", schaal), maak_vraag("V2", schaal)]
        mensen = {blad: [lees_mens(paar) for paar in er for _ in range(er[paar])] for blad, er in per_blad.items()}
        return maak_met_schaal(boom, delen, maak_schaalvraag("S1", delen), mensen), "S1"
    vraag = maak_vraag("V1", schaal, score=maat is Maat.SCORE, topbox=maat is Maat.TOPBOX)
    if regel == "meerkeuze":
        tellingen = {blad: (n, tuple(gekozen)) for blad, (n, *gekozen) in per_blad.items()}
        return maak_meerkeuze_uit_tellingen(boom, vraag, tellingen), "V1"
    return maak_indicatoren(boom, [stel(vraag)], {"V1": {blad: tuple(er) for blad, er in per_blad.items()}}), "V1"


def lees_mens(paar: str) -> Mens:
    """Van "3 leeg" naar (3, None)."""
    return tuple(None if antwoord == "leeg" else int(antwoord) for antwoord in paar.split())


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
    indicatoren, vraag = maak_indicatoren_van(regel, geval)
    maat = REGELS[regel][1]
    openbaar = beveilig(indicatoren, KADER, maak_regels()).openbaar
    gezien = {
        onderdeel: schrijf(
            [c for c in openbaar.cijfers if (c.indicator, c.maat, c.onderdeel) == (vraag, maat, onderdeel)], regel
        )
        for onderdeel in geval["uitkomst"]
    }
    assert gezien == geval["uitkomst"]
