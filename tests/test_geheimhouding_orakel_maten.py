"""De wet van de geheimhouding voor meerkeuze, gemiddelden met marge, en schaalscores naast hun vragen.

Naast elke wet staan haar tanden: met één regel uit vindt hetzelfde orakel lekken. `KWALITEIT_GRONDIG=1` doet er
tweeduizend per soort in plaats van driehonderd.
"""

import os
import random
from collections.abc import Callable, Sequence
from itertools import islice

import pytest

from kwaliteit.begrippen.indicator import Indicatoren
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaar import OpenbareIndicatoren
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.geheimhouding import beveilig, marge, meerkeuze, schaalscore
from tests.geheimhouding_orakel_maten import (
    maak_schaalwereld,
    zoek_lekken_marge,
    zoek_lekken_meerkeuze,
    zoek_lekken_schaal,
)
from tests.geheimhouding_organisaties import (
    CIJFER10,
    EENS3,
    KADER,
    MEER,
    Mens,
    maak_indicatoren,
    maak_meerkeuze,
    maak_met_schaal,
    maak_regels,
    maak_schaalvraag,
    maak_vraag,
    stel,
    verzin_boom,
)

AANTAL = 2000 if os.environ.get("KWALITEIT_GRONDIG") else 120


def bescherm(intern: Indicatoren, drempel: int, band: int, procent_vanaf: int) -> OpenbareIndicatoren:
    regels = maak_regels(drempel=drempel, band=band, procent_vanaf=procent_vanaf)
    return beveilig(intern, KADER, regels).openbaar


def kies_grenzen(toeval: random.Random) -> tuple[int, int, int]:
    """Drempel, band en vanaf wanneer een percentage."""
    band = toeval.choice([2, 3])
    drempel = toeval.randint(2 * band - 1, 6)
    return drempel, band, toeval.choice([8, 12])


def noem_bladeren(toeval: random.Random, boom: Boom) -> list[str]:
    return sorted(boom.bladeren[ORGANISATIE]) + ([ORGANISATIE] if toeval.random() < 0.2 else [])


def tel_lekken(aantal: int, zoek: Callable[[int], Sequence[str]], genoeg: int = 1000) -> list[str]:
    """Geef van elk geval met een lek het zaad en het eerste lek; zijn er `genoeg`, dan hoeft er niet meer gezocht."""
    gevonden = (f"zaad {zaad}: {lekken[0]}" for zaad in range(aantal) if (lekken := zoek(zaad)))
    return list(islice(gevonden, genoeg))


# --- meerkeuze -------------------------------------------------------------------------------------------------------


def zoek_in_meerkeuze(zaad: int) -> Sequence[str]:
    toeval = random.Random(zaad)
    boom = verzin_boom(toeval, toeval.randint(1, 3))
    kansen = [toeval.choice([0.02, 0.1, 0.5, 0.9, 0.97]) for _ in MEER.codes]
    mensen: dict[str, list[Mens]] = {}
    for blad in noem_bladeren(toeval, boom):
        eigen = [kans if toeval.random() < 0.7 else toeval.random() for kans in kansen]
        er = [tuple(int(toeval.random() < k) for k in eigen) for _ in range(toeval.choice([0, 4, 6, 8, 12, 16, 25]))]
        mensen[blad] = [mens for mens in er if any(mens)]
    drempel, band, vanaf = kies_grenzen(toeval)
    openbaar = bescherm(maak_meerkeuze(boom, maak_vraag("M1", MEER), mensen), drempel, band, vanaf)
    return zoek_lekken_meerkeuze(openbaar, "M1", MEER.codes, mensen, drempel, band)


def test_meerkeuze_verraadt_niets() -> None:
    assert tel_lekken(AANTAL, zoek_in_meerkeuze) == []


def test_zonder_de_ongelijkheid_vindt_het_orakel_lekken_in_meerkeuze(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meerkeuze, "vind_vastgelegd", lambda stuk, keuzes: None)
    assert tel_lekken(300, zoek_in_meerkeuze, genoeg=1) != []


# --- een gemiddelde met marge ----------------------------------------------------------------------------------------


def zoek_in_marges(zaad: int) -> Sequence[str]:
    toeval = random.Random(zaad)
    boom = verzin_boom(toeval, toeval.randint(1, 3))
    top = toeval.randint(4, 8)
    antwoorden: dict[str, tuple[int, ...]] = {}
    for blad in noem_bladeren(toeval, boom):
        n = toeval.choice([0, 4, 8, 10, 15, 25, 33, 40])
        gekozen = [min(9, max(0, round(toeval.gauss(top, toeval.choice([0.4, 0.7, 1.2]))))) for _ in range(n)]
        gekozen = [toeval.randint(0, 9) if toeval.random() < 0.04 else cijfer for cijfer in gekozen]
        antwoorden[blad] = tuple(gekozen.count(vak) for vak in range(10))
    drempel, band, vanaf = kies_grenzen(toeval)
    intern = maak_indicatoren(boom, [stel(maak_vraag("V1", CIJFER10))], {"V1": antwoorden})
    openbaar = bescherm(intern, drempel, band, vanaf)
    return zoek_lekken_marge(openbaar, "V1", CIJFER10, antwoorden, drempel, band)


def test_een_gemiddelde_met_marge_verraadt_niet_wat_een_mens_gaf() -> None:
    assert tel_lekken(AANTAL, zoek_in_marges) == []


def test_zonder_de_toets_op_marges_vindt_het_orakel_lekken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marge, "zoek_vastgelegd", lambda *_: None)
    assert len(tel_lekken(100, zoek_in_marges, genoeg=3)) == 3


# --- een schaalscore naast haar vragen -------------------------------------------------------------------------------


def verzin_mens(toeval: random.Random, vragen: int, kansen: Sequence[float], mist: float) -> Mens:
    return tuple(
        None if toeval.random() < mist else toeval.choices(EENS3.codes, weights=kansen)[0] for _ in range(vragen)
    )


def zoek_in_schalen(zaad: int) -> Sequence[str]:
    toeval = random.Random(zaad)
    boom = verzin_boom(toeval, toeval.randint(1, 2))
    aantal_vragen = toeval.choice([2, 3, 3])
    delen: list[Vraag] = [maak_vraag(f"V{nummer}", EENS3) for nummer in range(aantal_vragen)]
    op_100, boven = toeval.random() < 0.3, toeval.choice([None, 2.0, 2.5])
    schaal = maak_schaalvraag("S1", delen, op_100=op_100, gunstig_boven=boven)
    mist = toeval.choice([0, 0.01, 0.03, 0.08])
    mensen: dict[str, list[Mens]] = {}
    for blad in noem_bladeren(toeval, boom):
        kansen = [toeval.random() + 0.05 for _ in EENS3.codes]
        n = toeval.choice([0, 5, 10, 15, 25, 40, 60])
        mensen[blad] = [verzin_mens(toeval, aantal_vragen, kansen, mist) for _ in range(n)]
    drempel, band, vanaf = kies_grenzen(toeval)
    openbaar = bescherm(maak_met_schaal(boom, delen, schaal, mensen), drempel, band, vanaf)
    assert schaal.samenstelling is not None
    wereld = maak_schaalwereld([vraag.id for vraag in delen], EENS3, schaal.samenstelling, mensen)
    return zoek_lekken_schaal(openbaar, wereld, "S1", mensen, drempel, band)


def test_een_schaalscore_verraadt_niets_over_wie_een_vraag_oversloeg() -> None:
    assert tel_lekken(AANTAL, zoek_in_schalen) == []


def test_zonder_ruimte_in_de_afronding_vindt_het_orakel_lekken_in_schaalscores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schaalscore._Schaal, "laat_ruimte", lambda zelf, knoop: True)
    monkeypatch.setattr(schaalscore._Schaal, "laat_ruimte_met_marge", lambda zelf, knoop: True)
    assert len(tel_lekken(300, zoek_in_schalen, genoeg=4)) == 4


@pytest.mark.parametrize("zaad", [483, 861, 1464])
def test_zonder_de_toets_op_uitersten_volgt_uit_de_gunstige_scores_een_antwoord(
    zaad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert zoek_in_schalen(zaad) == []
    monkeypatch.setattr(schaalscore._Schaal, "is_uiterst", lambda *_: False)
    assert zoek_in_schalen(zaad) != []
