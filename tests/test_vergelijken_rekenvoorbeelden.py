"""Voert de rekenvoorbeelden van `vergelijken` uit: met de hand gerekend, leesbaar voor wie het oordeel gebruikt."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk
from kwaliteit.begrippen.vergelijking import Vergelijking, Vergelijkingsoort
from tests.vergelijken_fabriek import JAAR, Proef, het_enige, maak_vraag_met, stel

Uitkomst = Mapping[str, Any]
MAP = Path(__file__).parent / "rekenvoorbeelden"


def beschrijf(vergelijking: Vergelijking) -> Uitkomst:
    oordeel = vergelijking.oordeel
    return {
        **{naam: getattr(vergelijking, naam) for naam in ("verschil", "laag", "hoog", "p", "q", "n_een", "n_ander")},
        "methode": None if vergelijking.methode is None else vergelijking.methode.value,
        "label": oordeel.label.value,
        "richting": oordeel.richting,
        "punten": oordeel.punten,
        "tekst": oordeel.tekst,
    }


def reken_aandelen(geval: Mapping[str, Any]) -> Uitkomst:
    nu, toen = geval.get("hoe", ["getoond", "getoond"])
    proef = Proef()
    vraag = maak_vraag_met("eens5")
    proef.aandeel(stel(vraag, JAAR - 1), *geval["toen"], hoe=toen)
    breuk = Breuk(geval.get("breuk", ""))
    proef.aandeel(stel(vraag, reeks="nieuw" if breuk else "r", breuk=breuk), *geval["nu"], hoe=nu)
    return beschrijf(het_enige(proef.vergelijk().intern))


def reken_gemiddelden(geval: Mapping[str, Any]) -> Uitkomst:
    proef = Proef()
    vraag = maak_vraag_met(geval["schaal"])
    proef.midden(stel(vraag, JAAR - 1), *geval["toen"])
    proef.midden(stel(vraag), *geval["nu"])
    return beschrijf(het_enige(proef.vergelijk().intern))


def reken_correctie(geval: Mapping[str, Any]) -> Uitkomst:
    proef = Proef()
    for nummer, (nu, toen) in enumerate(geval["paren"]):
        vraag = maak_vraag_met("eens5", f"V{nummer}")
        proef.aandeel(stel(vraag, JAAR - 1), *toen)
        proef.aandeel(stel(vraag), *nu)
    rijen = [beschrijf(vergelijking) for vergelijking in proef.vergelijk().intern]
    kolommen = {"p": "p", "q": "q", "punten": "punten", "teksten": "tekst"}
    return {naam: [rij[kolom] for rij in rijen] for naam, kolom in kolommen.items()}


def reken_locatie(geval: Mapping[str, Any]) -> Uitkomst:
    proef = Proef()
    gevraagd = stel(maak_vraag_met("eens5"))
    proef.aandeel(gevraagd, *geval["organisatie"])
    proef.aandeel(gevraagd, *geval["locatie"], onderdeel="noord", hoe=geval.get("hoe", "getoond"))
    rijen = proef.vergelijk().intern
    assert all(rij.oordeel.soort is Vergelijkingsoort.LOCATIE and rij.oordeel.ander.is_rest for rij in rijen)
    return beschrijf(het_enige(rijen)) if rijen else {"label": None}


def reken_groepen(geval: Mapping[str, Any]) -> Uitkomst:
    proef = Proef()
    for nummer, (groep, (x, n)) in enumerate(geval["groepen"].items()):
        vraag = maak_vraag_met("eens5", f"V{nummer}", spiegel="SP1")
        proef.aandeel(stel(vraag, doelgroep=Doelgroep(groep)), x, n)
    oordelen = proef.vergelijk().openbaar.oordelen
    assert {oordeel.indicator for oordeel in oordelen} <= {"SP1"}
    return {
        f"{oordeel.een.doelgroep} {oordeel.ander.doelgroep}": [oordeel.punten, oordeel.tekst] for oordeel in oordelen
    }


REGELS: dict[str, Callable[[Mapping[str, Any]], Uitkomst]] = {
    "aandelen": reken_aandelen,
    "gemiddelden": reken_gemiddelden,
    "correctie": reken_correctie,
    "locatie": reken_locatie,
    "groepen": reken_groepen,
}


def lees_voorbeelden() -> dict[str, list[Mapping[str, Any]]]:
    inhoud = [yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in sorted(MAP.glob("vergelijken-*.yaml"))]
    return {bestand["regel"]: bestand["voorbeelden"] for bestand in inhoud if bestand["kamer"] == "vergelijken"}


VOORBEELDEN = lees_voorbeelden()


def is_gelijk(verwacht: object, gevonden: object) -> bool:
    if verwacht == "geen":
        return gevonden is None
    if isinstance(verwacht, Sequence) and not isinstance(verwacht, str):
        return isinstance(gevonden, list) and len(verwacht) == len(gevonden) and all(map(is_gelijk, verwacht, gevonden))
    if isinstance(verwacht, float):
        return isinstance(gevonden, float | int) and abs(gevonden - verwacht) < 1e-6
    return gevonden == verwacht


@pytest.mark.parametrize(
    ("regel", "geval"),
    [
        pytest.param(regel, geval, id=f"{regel}: {geval['naam']}")
        for regel in VOORBEELDEN
        for geval in VOORBEELDEN[regel]
    ],
)
def test_het_programma_vergelijkt_zoals_het_voorbeeld_met_de_hand(regel: str, geval: Mapping[str, Any]) -> None:
    gevonden = REGELS[regel](geval)
    if regel == "groepen":
        assert set(gevonden) == set(geval["uitkomst"])
    for naam, verwacht in geval["uitkomst"].items():
        assert is_gelijk(verwacht, gevonden[naam]), (naam, verwacht, gevonden[naam])


def test_elke_regel_heeft_een_gewoon_een_leeg_en_een_randgeval() -> None:
    assert set(VOORBEELDEN) == set(REGELS)
    for regel, gevallen in VOORBEELDEN.items():
        assert {geval["naam"].split(",")[0] for geval in gevallen} == {"gewoon", "leeg", "rand"}, regel


def test_een_verkeerde_uitkomst_in_een_voorbeeld_valt_op() -> None:
    geval = VOORBEELDEN["aandelen"][0]
    gevonden = reken_aandelen(geval)
    assert is_gelijk(geval["uitkomst"]["laag"], gevonden["laag"])
    assert not is_gelijk(geval["uitkomst"]["laag"] + 0.00001, gevonden["laag"])
    assert not is_gelijk("geen", gevonden["laag"])
    assert not is_gelijk([0.1], [0.1, 0.2])
