"""Kleuren: contrast met de hand nagerekend, en elk paar op de pagina is te lezen, ook met eigen kleuren."""

import math
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwaliteit.formules.kleur import (
    WIT,
    ZWART,
    contrast,
    haalt,
    is_kleur,
    lees_kleur,
    luminantie,
    naar_oklch,
    van_oklch,
    zoek_dichtstbij,
)
from kwaliteit.formules.thema import AFGELEID, BUREN, DONKER, LICHT, PAREN, eis_aan_eigen, keur_thema, leid_thema_af

STIJL = Path(__file__).resolve().parents[1] / "kwaliteit" / "sjablonen" / "stijl.css"
THEMAS = {"licht": LICHT, "donker": DONKER}
kleuren = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [
        (WIT, ZWART, 21.0),  # (1 + 0,05) / (0 + 0,05)
        (WIT, WIT, 1.0),
        # 0x77 = 119; 119/255 = 0,46667; ((0,46667+0,055)/1,055)^2,4 = 0,18447; 1,05/(0,18447+0,05) = 4,478
        ("#777777", WIT, 4.478),
        # 0x76 = 118; 118/255 = 0,46275; ((0,46275+0,055)/1,055)^2,4 = 0,18116; 1,05/0,23116 = 4,542
        ("#767676", WIT, 4.542),
        ("#ff0000", WIT, 3.998),  # luminantie 0,2126; 1,05/0,2626
        ("#0000ff", WIT, 8.592),  # luminantie 0,0722; 1,05/0,1222
        ("#00ff00", ZWART, 15.304),  # luminantie 0,7152; 0,7652/0,05
    ],
)
def test_contrast_is_met_de_hand_nagerekend(een: str, ander: str, verwacht: float) -> None:
    assert contrast(een, ander) == pytest.approx(verwacht, abs=0.001)
    assert contrast(ander, een) == contrast(een, ander)


def test_een_heel_donkere_kleur_volgt_het_rechte_stuk() -> None:
    """0x0a = 10; 10/255 = 0,039216, onder 0,04045; gedeeld door 12,92 is dat 0,003035."""
    assert luminantie("#0a0a0a") == pytest.approx(0.003035, abs=1e-6)


def test_een_kleur_is_een_hekje_met_zes_of_drie_tekens() -> None:
    assert lees_kleur("#ABC") == lees_kleur("#aabbcc") == "#aabbcc"
    assert not any(is_kleur(fout) for fout in ("abc", "#ab", "#abcd", "#12345g", "rood", "", "#aabbcc ", "#aabbccdd"))
    with pytest.raises(ValueError, match="geen kleur"):
        lees_kleur("rood")


def test_oklch_klopt_met_de_bekende_waarde_van_rood() -> None:
    """Ottosson: rood is lichtheid 0,628, chroma 0,2577, hoek 29,23 graden."""
    licht, chroma, hoek = naar_oklch("#ff0000")
    assert licht == pytest.approx(0.628, abs=5e-4)
    assert chroma == pytest.approx(0.2577, abs=5e-4)
    assert math.degrees(hoek) == pytest.approx(29.23, abs=0.05)


@given(kleur=kleuren)
@settings(max_examples=100, deadline=None)
def test_oklch_heen_en_terug_geeft_dezelfde_kleur(kleur: str) -> None:
    assert van_oklch(naar_oklch(kleur)) == kleur


@given(licht=st.floats(0.2, 1), chroma=st.floats(0, 0.4), hoek=st.floats(-3.1, 3.1))
@settings(max_examples=60, deadline=None)
def test_een_kleur_die_een_scherm_niet_kan_tonen_houdt_haar_lichtheid(licht: float, chroma: float, hoek: float) -> None:
    nieuw = van_oklch((licht, chroma, hoek))
    assert is_kleur(nieuw)
    assert naar_oklch(nieuw)[0] == pytest.approx(licht, abs=0.005)
    assert naar_oklch(nieuw)[1] <= chroma + 0.005


@given(kleur=kleuren)
@settings(max_examples=60, deadline=None)
def test_de_dichtstbijzijnde_kleur_voldoet_en_een_goede_kleur_blijft(kleur: str) -> None:
    eisen = eis_aan_eigen(LICHT)
    gevonden = zoek_dichtstbij(kleur, eisen)
    assert gevonden is not None
    assert haalt(gevonden, eisen)
    if haalt(kleur, eisen):
        assert gevonden == kleur


def test_wat_niet_kan_geeft_geen_kleur() -> None:
    assert zoek_dichtstbij("#777777", [(WIT, 10), (ZWART, 10)]) is None
    assert zoek_dichtstbij("#777777", [(WIT, 4.5), (ZWART, 4.5)]) == "#767676", "4,54 met wit en 4,62 met zwart"


@pytest.mark.parametrize("thema", THEMAS.values(), ids=THEMAS)
def test_het_standaardthema_is_overal_te_lezen(thema: Mapping[str, str]) -> None:
    assert keur_thema(thema) == ()


@pytest.mark.parametrize(
    ("naam", "kleur", "waar"),
    [
        ("stil", "#9aa5a9", "bijschriften, noten en assen"),
        ("l2", "#57a9ba", "getal in een vak: eens"),
        ("marge", "#e3e8e9", "marge in een trend"),
    ],
)
def test_een_thema_met_een_te_lichte_kleur_wordt_gevonden(naam: str, kleur: str, waar: str) -> None:
    assert waar in [paar.waar for paar, _ in keur_thema({**LICHT, naam: kleur})]


@pytest.mark.parametrize(("blok", "thema"), list(enumerate(THEMAS.values())), ids=THEMAS)
def test_het_stijlblad_heeft_hetzelfde_thema(blok: int, thema: Mapping[str, str]) -> None:
    gevonden = lees_tokens()[blok]
    assert {naam: gevonden[naam] for naam in thema} == dict(thema)


def test_elke_kleur_met_een_achtergrond_op_de_pagina_staat_bij_de_paren() -> None:
    """Regels die zelf een tekstkleur en een achtergrond zetten, en elke achtergrond met gewone tekst."""
    regels = re.findall(r"\{([^{}]*)\}", STIJL.read_text(encoding="utf-8"))
    gevonden = set()
    for regel in regels:
        achter = re.search(r"background:var\(--([\w-]+)\)", regel)
        voor = re.search(r"(?<![\w-])color:var\(--([\w-]+)\)", regel)
        if achter:
            gevonden.add((voor[1] if voor else "inkt", achter[1]))
    assert ("papier", "merk") in gevonden
    assert ("inkt", "zacht") in gevonden
    bekend = {(paar.voor, paar.achter) for paar in PAREN}
    assert gevonden - bekend == set(), "zet dit paar bij PAREN in formules/thema.py"


def test_op_elk_vlak_met_lopende_tekst_zijn_ook_noten_en_links_gekeurd() -> None:
    bekend = {(paar.voor, paar.achter) for paar in PAREN}
    assert bekend >= {(voor, achter) for voor in ("inkt", "stil", "merk") for achter in ("papier", "vlak", "zacht")}


def test_elk_vak_met_een_getal_staat_bij_de_paren() -> None:
    gevuld = set(re.findall(r'\[fill="#\w+"\]\{fill:var\(--(merk|l\d|oker)\)', STIJL.read_text(encoding="utf-8")))
    assert gevuld == {"merk", "l2", "l3", "l4", "oker"}
    assert {(paar.voor, paar.achter) for paar in PAREN} >= {("inkt" if naam == "l3" else "lt", naam) for naam in gevuld}


@pytest.mark.parametrize("thema", [LICHT, DONKER])
def test_ook_in_grijs_verschillen_twee_vakken_naast_elkaar(thema: Mapping[str, str]) -> None:
    """Het vak oneens ligt onder een arcering; de andere buren verschillen in licht."""
    for een, ander in (("merk", "l2"), ("l2", "l3"), ("l3", "l4"), ("l4", "oker")):
        assert contrast(thema[een], thema[ander]) >= BUREN, (een, ander)
    assert contrast("#2f7f8f", "#6f777c") < BUREN, "positieve controle: zo leken eens en het midden te veel op elkaar"


def test_de_standaardkleur_als_eigen_kleur_verandert_niets() -> None:
    eigen = {basis: LICHT[basis] for basis in AFGELEID}
    assert leid_thema_af(LICHT, eigen, eigen) == {}
    assert leid_thema_af(DONKER, {}, eigen) == {}
    assert leid_thema_af(DONKER, {}, {}) == {}


def test_van_een_eigen_kleur_veranderen_alle_kleuren_die_ervan_afhangen() -> None:
    eigen = {"merk": "#5b2d8e"}
    licht = leid_thema_af(LICHT, eigen, eigen)
    assert set(licht) == {"merk", *AFGELEID["merk"]}
    assert licht["merk"] == "#5b2d8e"
    assert set(leid_thema_af(DONKER, {}, eigen)) == set(licht)
    assert leid_thema_af(DONKER, {"merk": "#ccb9ff"}, eigen)["merk"] == "#ccb9ff"


@given(merk=kleuren, accent=kleuren, merk_donker=st.none() | kleuren)
@settings(max_examples=40, deadline=None)
def test_elke_eigen_kleur_wordt_geweigerd_met_een_goed_voorstel_of_geeft_twee_leesbare_themas(
    merk: str, accent: str, merk_donker: str | None
) -> None:
    licht = {"merk": kies(merk, LICHT), "oker": kies(accent, LICHT)}
    donker = {} if merk_donker is None else {"merk": kies(merk_donker, DONKER)}
    assert keur_thema({**LICHT, **leid_thema_af(LICHT, licht, licht)}) == ()
    assert keur_thema({**DONKER, **leid_thema_af(DONKER, donker, licht)}) == ()


def kies(kleur: str, thema: Mapping[str, str]) -> str:
    """De kleur zelf, of het voorstel dat bij de weigering staat."""
    voorstel = zoek_dichtstbij(kleur, eis_aan_eigen(thema))
    assert voorstel is not None
    return voorstel


def lees_tokens() -> list[dict[str, str]]:
    """De kleuren uit het stijlblad: eerst licht, dan donker."""
    blokken = re.findall(r"--papier:[^}]*", STIJL.read_text(encoding="utf-8"))
    return [{n: lees_kleur(k) for n, k in re.findall(r"--([\w-]+):(#\w+)", blok)} for blok in blokken]
