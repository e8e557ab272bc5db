"""De wet van de geheimhouding: uit alles wat openbaar is, volgt nooit een verborgen aantal.

Het orakel leest alleen openbare rijen. Naast elke wet staan haar tanden: met één stap uit vindt hetzelfde
orakel lekken.
"""

import random
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

import pytest

from kwaliteit.begrippen.indicator import Indicatoren
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbareIndicatoren
from kwaliteit.begrippen.vragenlijst import Kengetalsoort, Schaal
from kwaliteit.geheimhouding import beveilig, grenzen, patroon, vragen, waarden
from kwaliteit.geheimhouding.blokken import Indeling, Tellingen
from kwaliteit.geheimhouding.grenzen import Kennis
from kwaliteit.geheimhouding.verdeling import Verdeling, geef_trappen
from kwaliteit.geheimhouding.waarden import Toets
from tests.geheimhouding_orakel import (
    heeft_getal,
    maak_stelsel,
    zoek_lekken_aantal,
    zoek_lekken_gunstig,
    zoek_lekken_rang,
    zoek_lekken_vakken,
)
from tests.geheimhouding_organisaties import (
    CIJFER10,
    EENS5,
    JA_NEE,
    KADER,
    KEUZE,
    NPS,
    maak_indicatoren,
    maak_kengetal,
    maak_regels,
    maak_vraag,
    stel,
    tel_op,
    verzin_boom,
)

Vakken = tuple[int, ...]


@dataclass(frozen=True)
class Geval:
    """Een verzonnen organisatie: wat mensen antwoordden per vraag en blad, en wat daarvan openbaar wordt."""

    antwoorden: Mapping[str, Mapping[str, Vakken]]
    intern: Indicatoren
    drempel: int
    band: int
    procent_vanaf: int

    def beveilig(self) -> OpenbareIndicatoren:
        regels = maak_regels(drempel=self.drempel, band=self.band, procent_vanaf=self.procent_vanaf)
        return beveilig(self.intern, KADER, regels).openbaar

    def aantal(self, vraag: str) -> dict[str, int]:
        return {blad: sum(vakken) for blad, vakken in self.antwoorden[vraag].items()}


def verzin_geval(zaad: int, *, bladeren: tuple[int, int], groottes: list[int]) -> Geval:
    """Twee ja/nee-vragen met een ander aantal antwoorden, en aandelen dicht bij 0, een half en 1."""
    toeval = random.Random(zaad)
    boom = verzin_boom(toeval, toeval.randint(*bladeren))
    namen = sorted(boom.bladeren[ORGANISATIE]) + ([ORGANISATIE] if toeval.random() < 0.3 else [])
    mensen = {blad: toeval.choice(groottes) for blad in namen}
    antwoorden: dict[str, dict[str, Vakken]] = {}
    for vraag in ("V1", "V2"):
        antwoorden[vraag] = {}
        for blad in namen:
            n = max(0, mensen[blad] - toeval.choice([0, 0, 1, 2]))
            kans = toeval.choice([0.03, 0.1, 0.5, 0.9, 0.97])
            gunstig = sum(toeval.random() < kans for _ in range(n))
            antwoorden[vraag][blad] = (gunstig, n - gunstig)
    band = toeval.choice([2, 3])
    return Geval(
        antwoorden=antwoorden,
        intern=maak_indicatoren(boom, [stel(maak_vraag(vraag, JA_NEE)) for vraag in antwoorden], antwoorden),
        drempel=toeval.randint(2 * band - 1, 7),
        band=band,
        procent_vanaf=15,
    )


KLEIN: Callable[[int], Geval] = lambda zaad: verzin_geval(zaad, bladeren=(2, 5), groottes=[0, 2, 4, 6, 8, 10, 12, 14])  # noqa: E731
GROOT: Callable[[int], Geval] = lambda zaad: verzin_geval(zaad, bladeren=(3, 8), groottes=[0, 3, 6, 9, 15, 30])  # noqa: E731


def tel_gevallen_met_lek(aantal: int, maak: Callable[[int], Geval], zoek: Callable[[Geval], list[str]]) -> list[str]:
    """Geef van elk geval met een lek het zaad en het lek."""
    return [f"zaad {zaad}: {lekken[0]}" for zaad in range(aantal) if (lekken := zoek(maak(zaad)))]


def zoek_in_werelden(geval: Geval) -> list[str]:
    openbaar = geval.beveilig()
    return [
        f"{vraag} {'+'.join(lek)}"
        for vraag, waar in geval.antwoorden.items()
        for lek in zoek_lekken_gunstig(
            openbaar, vraag, {b: (v[0], v[1]) for b, v in waar.items()}, geval.drempel, geval.band
        )
    ]


def zoek_met_rang(geval: Geval) -> list[str]:
    openbaar = geval.beveilig()
    return [
        f"{vraag} {'+'.join(lek)}"
        for vraag, waar in geval.antwoorden.items()
        for lek in zoek_lekken_rang(
            openbaar, vraag, {b: (v[0], v[1]) for b, v in waar.items()}, geval.drempel, geval.band
        )
    ]


def zoek_kleine_groepen(geval: Geval) -> list[str]:
    """Groepen mensen onder de drempel waarvan het aantal volgt: deelnemers en antwoorden per vraag."""
    openbaar = geval.beveilig()
    mensen = {
        "respons": {blad: max(geval.aantal(vraag)[blad] for vraag in geval.antwoorden) for blad in geval.aantal("V1")},
        **{vraag: geval.aantal(vraag) for vraag in geval.antwoorden},
    }
    return [
        f"{naam} {'+'.join(lek)}"
        for naam, aantal in mensen.items()
        for lek in zoek_lekken_aantal(openbaar, naam, aantal, geval.drempel)
    ]


def zonder_stap_a(monkeypatch: pytest.MonkeyPatch) -> None:
    def alleen_drempel(indeling: Indeling, kandidaten: Set[str], aantallen: Tellingen, drempel: int) -> frozenset[str]:
        return frozenset(knoop for knoop in kandidaten if min(aantallen[knoop], default=0) >= drempel)

    monkeypatch.setattr(patroon, "kies_patroon", alleen_drempel)


def zonder_stap_b(monkeypatch: pytest.MonkeyPatch) -> None:
    def alleen_zelf(indeling: Indeling, kandidaten: Set[str], tellingen: Tellingen, is_goed: Toets) -> frozenset[str]:
        return frozenset(knoop for knoop in kandidaten if is_goed(tellingen[knoop]))

    monkeypatch.setattr(waarden, "kies_waarden", alleen_zelf)
    monkeypatch.setattr(grenzen, "vind_onveilige_rest", lambda *_: None)


def zonder_stap_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def alles(
        indeling: Indeling, tonen: frozenset[str], tellingen: Tellingen, kennis: Kennis, is_goed: Toets
    ) -> frozenset[str]:
        return tonen

    monkeypatch.setattr(grenzen, "kies_binnen_grenzen", alles)


def zonder_trappen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fijnste(
        indeling: Indeling, schaal: Schaal, kandidaten: Set[str], per_code: Tellingen, is_goed: Toets
    ) -> Verdeling | None:
        return Verdeling(trap=geef_trappen(schaal)[0], onderdelen=frozenset(kandidaten))

    monkeypatch.setattr(vragen, "kies_verdeling", fijnste)


def test_in_geen_enkele_passende_wereld_ligt_een_verborgen_aantal_vast() -> None:
    assert tel_gevallen_met_lek(700, KLEIN, zoek_in_werelden) == []


def test_geen_som_of_verschil_van_getoonde_onderdelen_geeft_een_verborgen_aantal() -> None:
    assert tel_gevallen_met_lek(300, GROOT, zoek_met_rang) == []


def test_geen_te_kleine_groep_is_uit_te_rekenen_uit_respons_of_aantallen_antwoorden() -> None:
    assert tel_gevallen_met_lek(300, GROOT, zoek_kleine_groepen) == []


def test_zonder_stap_a_vindt_het_orakel_te_kleine_groepen(monkeypatch: pytest.MonkeyPatch) -> None:
    zonder_stap_a(monkeypatch)
    assert len(tel_gevallen_met_lek(100, GROOT, zoek_kleine_groepen)) > 20


def test_zonder_stap_b_vindt_het_orakel_lekken(monkeypatch: pytest.MonkeyPatch) -> None:
    zonder_stap_b(monkeypatch)
    assert len(tel_gevallen_met_lek(100, KLEIN, zoek_in_werelden)) > 5
    assert len(tel_gevallen_met_lek(100, GROOT, zoek_met_rang)) > 5


def test_zonder_stap_c_vindt_het_orakel_lekken(monkeypatch: pytest.MonkeyPatch) -> None:
    zonder_stap_c(monkeypatch)
    assert len(tel_gevallen_met_lek(200, KLEIN, zoek_in_werelden)) > 5


def verzin_vakkengeval(zaad: int) -> Geval:
    """Eén vraag van een willekeurige soort; elk blad heeft zijn eigen smaak, en soms is een vak bij iedereen leeg."""
    toeval = random.Random(zaad)
    boom = verzin_boom(toeval, toeval.randint(2, 4))
    namen = sorted(boom.bladeren[ORGANISATIE]) + ([ORGANISATIE] if toeval.random() < 0.2 else [])
    schaal, breedte = toeval.choice([(EENS5, 5), (EENS5, 5), (KEUZE, 3), (CIJFER10, 10), (NPS, 3)])
    smaak = [toeval.random() ** toeval.choice([1, 3]) for _ in range(breedte)]
    if toeval.random() < 0.4:
        smaak[toeval.randrange(breedte)] = 0
    antwoorden: dict[str, Vakken] = {}
    for blad in namen:
        eigen = [gewicht * toeval.choice([0.2, 1, 1, 5]) for gewicht in smaak]
        gekozen = toeval.choices(range(breedte), weights=eigen, k=toeval.choice([0, 3, 4, 6, 8, 10, 12, 15, 18, 25]))
        antwoorden[blad] = tuple(gekozen.count(vak) for vak in range(breedte))
    band = toeval.choice([2, 3])
    return Geval(
        antwoorden={"V1": antwoorden},
        intern=maak_indicatoren(boom, [stel(maak_vraag("V1", schaal, score=True, topbox=True))], {"V1": antwoorden}),
        drempel=toeval.randint(2 * band - 1, 6),
        band=band,
        procent_vanaf=toeval.choice([8, 12]),
    )


def zoek_in_vakken(geval: Geval) -> list[str]:
    schaal = geval.intern.gevraagd[0].vraag.schaal
    stelsel = maak_stelsel(geval.beveilig(), "V1", schaal, geval.antwoorden["V1"], geval.band)
    if not stelsel.bladeren:
        return []
    gunstig = [plaats for plaats, code in enumerate(schaal.codes) if code in schaal.gunstig]
    return zoek_lekken_vakken(stelsel, gunstig, geval.drempel, geval.band)


def test_ook_verdeling_gemiddelde_en_nps_samen_verraden_niets() -> None:
    assert tel_gevallen_met_lek(300, verzin_vakkengeval, zoek_in_vakken) == []


def test_zonder_trappen_vindt_het_orakel_lekken_in_de_verdeling(monkeypatch: pytest.MonkeyPatch) -> None:
    zonder_trappen(monkeypatch)
    assert len(tel_gevallen_met_lek(60, verzin_vakkengeval, zoek_in_vakken)) > 10


def test_zonder_stap_b_vindt_het_orakel_lekken_in_de_vakken(monkeypatch: pytest.MonkeyPatch) -> None:
    zonder_stap_b(monkeypatch)
    assert tel_gevallen_met_lek(100, verzin_vakkengeval, zoek_in_vakken) != []


def maak_kengetallengeval(zaad: int) -> Geval:
    """Dezelfde tellingen als kengetal over mensen, zonder de regio's (die zijn niet altijd gegeven)."""
    geval = KLEIN(zaad)
    boom = geval.intern.boom
    geteld = tel_op(boom, geval.antwoorden["V1"])
    gegeven = {
        o.id: (geteld[o.id][0], sum(geteld[o.id])) for o in boom.onderdelen if not boom.kinderen[o.id] or not o.ouder
    }
    kengetallen = maak_kengetal("K1", gegeven, soort=Kengetalsoort.VERHOUDING)
    return Geval(
        antwoorden={"K1": geval.antwoorden["V1"]},
        intern=maak_indicatoren(boom, [], {}, kengetallen=kengetallen),
        drempel=geval.drempel,
        band=geval.band,
        procent_vanaf=geval.procent_vanaf,
    )


def test_een_kengetal_over_mensen_verraadt_niets() -> None:
    assert tel_gevallen_met_lek(300, maak_kengetallengeval, zoek_in_werelden) == []


def test_zonder_stap_b_vindt_het_orakel_lekken_in_kengetallen(monkeypatch: pytest.MonkeyPatch) -> None:
    zonder_stap_b(monkeypatch)
    assert len(tel_gevallen_met_lek(100, maak_kengetallengeval, zoek_in_werelden)) > 3


@pytest.mark.parametrize("maak", [KLEIN, GROOT, verzin_vakkengeval])
def test_geen_enkel_veld_bevat_iets_over_een_groep_onder_de_drempel(maak: Callable[[int], Geval]) -> None:
    gezien = 0
    for zaad in range(150):
        geval = maak(zaad)
        aantal = {(m.gevraagd.vraag.id, m.onderdeel): m.n for m in geval.intern.metingen}
        aantal |= {("respons", meting.onderdeel): meting.deelnemers for meting in geval.intern.respons}
        for cijfer in geval.beveilig().cijfers:
            if aantal[cijfer.indicator, cijfer.onderdeel] < geval.drempel:
                gezien += 1
                assert not heeft_getal(cijfer), (zaad, cijfer)
    assert gezien > 100


def test_de_uitgenodigden_van_een_te_klein_onderdeel_zijn_niet_uit_te_rekenen() -> None:
    getoond = 0
    for zaad in range(200):
        geval = GROOT(zaad)
        toeval = random.Random(zaad)
        mensen = {blad: sum(vakken) + toeval.choice([0, 1, 5, 20]) for blad, vakken in geval.antwoorden["V1"].items()}
        intern = maak_indicatoren(geval.intern.boom, geval.intern.gevraagd, geval.antwoorden, uitgenodigd=mensen)
        openbaar = beveilig(intern, KADER, maak_regels(drempel=geval.drempel, band=geval.band)).openbaar
        uitgenodigd = [cijfer for cijfer in openbaar.cijfers if cijfer.uitgenodigd is not None]
        getoond += len(uitgenodigd)
        assert all(cijfer.uitgenodigd is not None and cijfer.uitgenodigd >= geval.drempel for cijfer in uitgenodigd)
        respons = [cijfer for cijfer in openbaar.cijfers if cijfer.indicator == "respons"]
        zichtbaar = {cijfer.onderdeel for cijfer in respons if cijfer.noemer is not None}
        assert {cijfer.onderdeel for cijfer in uitgenodigd} <= zichtbaar
    assert getoond > 500
