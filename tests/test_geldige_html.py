"""Elke pagina die wij maken is geldige HTML, volgens een onafhankelijke keurder.

Vijf regels van de keurder staan uit (`htmlvalidate.json`): aanhalingstekens om elk attribuut en een groot DOCTYPE
hoeven niet in HTML. De rollen in een stapeltabel staan er met opzet (op een telefoon is zij een rij blokken); een kop
heeft daar `role=columnheader` of `role=rowheader` in plaats van `scope`, wat hetzelfde zegt en 2 kB scheelt.
"""

import json
import subprocess
from pathlib import Path

import pytest

from tests.gouden_verslag import maak_verslag
from tests.knoopgereedschap import zoek_gereedschap

REGELS = Path(__file__).with_name("htmlvalidate.json")


def keur(map_: Path, uit: Path) -> list[str]:
    """Alle fouten in de html-bestanden van een map: bestand, regelnaam en melding."""
    gereedschap = zoek_gereedschap("html-validate")
    uitslag = uit / "uitslag.json"
    paginas = map(str, sorted(map_.glob("*.html")))
    subprocess.run(
        [gereedschap, "--config", str(REGELS), "--formatter", f"json={uitslag}", *paginas],
        capture_output=True,
        check=False,
    )
    return [
        f"{Path(bestand['filePath']).name}: {fout['ruleId']}: {fout['message']}"
        for bestand in json.loads(uitslag.read_text(encoding="utf-8"))
        for fout in bestand["messages"]
    ]


def test_elke_pagina_is_geldige_html(tmp_path: Path) -> None:
    openbaar = maak_verslag(tmp_path) / "openbaar"
    assert len(list(openbaar.glob("*.html"))) >= 6
    fouten = keur(openbaar, tmp_path)
    # Zonder stijl past een beeld alleen zo op een telefoon; browsers kennen procenten hier, de standaard keurt ze af.
    bewust = 'fragment-kaal.html: attribute-allowed-values: Attribute "width" has invalid value "100%"'
    assert fouten.count(bewust) == (openbaar / "fragment-kaal.html").read_text(encoding="utf-8").count("<img ")
    assert [fout for fout in fouten if fout != bewust] == []


@pytest.mark.parametrize(
    ("stuk", "regel"),
    [
        ("<p><div>x</div></p>", "close-order"),
        ('<p id="a">x</p><p id="a">y</p>', "no-dup-id"),
        ("<img src='x.png'>", "wcag/h37"),
    ],
)
def test_een_ingebouwde_fout_valt_op(tmp_path: Path, stuk: str, regel: str) -> None:
    (tmp_path / "fout.html").write_text(
        f'<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body>{stuk}</body></html>', encoding="utf-8"
    )
    assert any(regel in fout for fout in keur(tmp_path, tmp_path))
