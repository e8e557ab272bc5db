"""De bladzijde "Nagerekend met de hand": elk voorbeeld heeft een som, en wat er staat is te vinden."""

import re
from pathlib import Path

import pytest

from kwaliteit.narekenen import beschrijf_methoden
from tests.gemaakte_documentatie import GEMAAKT
from tests.hoe_rekenen_wij import MAP, Regel, lees_regels, lees_sommen, maak_pagina

REGELS = lees_regels()
PAGINA = maak_pagina(GEMAAKT)


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.bestand)
def test_elk_voorbeeld_heeft_een_som_in_het_commentaar(regel: Regel) -> None:
    assert regel.uitleg
    assert regel.voorbeelden
    zonder = [voorbeeld.naam for voorbeeld in regel.voorbeelden if len(" ".join(voorbeeld.som)) < 6]
    assert not zonder, "schrijf de som als commentaar direct onder `- naam:`"


def test_een_voorbeeld_zonder_som_valt_op() -> None:
    tekst = "voorbeelden:\n  - naam: gewoon\n    # 1 + 1 = 2\n    x: 1\n  - naam: leeg\n    x: 2\n"
    assert list(lees_sommen(tekst)) == [("gewoon", ("1 + 1 = 2",)), ("leeg", ())]


def test_een_formule_op_een_eigen_regel_blijft_dat_en_een_afgebroken_zin_niet() -> None:
    tekst = "  - naam: a\n    # Zes van tien\n    # zijn gunstig.\n    # halve  = 2 x 3\n"
    assert list(lees_sommen(tekst)) == [("a", ("Zes van tien zijn gunstig.", "halve  = 2 x 3"))]


def test_elk_bestand_en_elk_voorbeeld_staat_op_de_bladzijde() -> None:
    assert len(REGELS) == len(list(MAP.glob("*.yaml"))) > 25
    for regel in REGELS:
        assert f"### {regel.titel}\n" in PAGINA
    assert PAGINA.count("- Som: ") == sum(len(regel.voorbeelden) for regel in REGELS) + len(beschrijf_methoden())


def test_elke_verwijzing_in_de_inhoud_wijst_naar_precies_een_kop() -> None:
    koppen = [
        re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in re.findall(r"^#+ (.+)$", PAGINA, re.MULTILINE)
    ]
    verwijzingen = re.findall(r"\]\(#([^)]+)\)", PAGINA)
    assert len(verwijzingen) > 40
    assert all(koppen.count(doel) == 1 for doel in verwijzingen), [x for x in verwijzingen if koppen.count(x) != 1]


def test_de_bladzijde_blijft_te_lezen() -> None:
    assert len(PAGINA.splitlines()) < 3000
    assert Path(MAP).name == "rekenvoorbeelden"
    assert "0,069508" in PAGINA, "decimale komma"
    assert "laag: 0.0" not in PAGINA
