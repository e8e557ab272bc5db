"""Huisregel: alleen `kwaliteit/geheimhouding/` maakt openbare cijfers. Zo is de openbaarheidsgrens één plek."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PAKKET = Path(__file__).parents[1] / "kwaliteit"
TYPEN = ("OpenbaarCijfer", "OpenbareIndicatoren", "Pijlertelling", "Beveiligd")


def zoek_makers(bron: str) -> list[str]:
    """Geef elke plek in een module waar een openbaar type wordt gemaakt of doorgegeven om te maken.

    Een type mag in een annotatie staan, in een import, in een `isinstance` en als sleutel in een tabel per soort. Elke
    andere plek waar het als waarde voorkomt kan er een maken: een aanroep, `partial(OpenbaarCijfer)`, een toewijzing
    aan een andere naam.
    """
    boom = ast.parse(bron)
    namen = dict(_zoek_namen(boom))
    annotaties = {
        id(knoop)
        for annotatie in _zoek_annotaties(boom)
        if not any(isinstance(deel, ast.Call) for deel in ast.walk(annotatie))
        for knoop in ast.walk(annotatie)
    }
    toetsen = {
        id(knoop)
        for aanroep in ast.walk(boom)
        if isinstance(aanroep, ast.Call) and isinstance(aanroep.func, ast.Name) and aanroep.func.id == "isinstance"
        for deel in aanroep.args[1:]
        for knoop in ast.walk(deel)
    }
    toetsen |= {
        id(sleutel)
        for tabel in ast.walk(boom)
        if isinstance(tabel, ast.Dict)
        for sleutel in tabel.keys
        if isinstance(sleutel, ast.Name)
    }
    gevonden = []
    for knoop in ast.walk(boom):
        naam = knoop.id if isinstance(knoop, ast.Name) else knoop.attr if isinstance(knoop, ast.Attribute) else ""
        if namen.get(naam, naam) in TYPEN and id(knoop) not in annotaties | toetsen:
            gevonden.append(f"regel {getattr(knoop, 'lineno', 0)}: {naam}")
    return gevonden


def _zoek_namen(boom: ast.Module) -> Iterator[tuple[str, str]]:
    """Geef elke naam waaronder iets geïmporteerd is, met de echte naam."""
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ImportFrom):
            for alias in knoop.names:
                yield alias.asname or alias.name, alias.name


def _zoek_annotaties(boom: ast.Module) -> Iterator[ast.expr]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, (ast.AnnAssign, ast.arg)) and knoop.annotation:
            yield knoop.annotation
        elif isinstance(knoop, (ast.FunctionDef, ast.AsyncFunctionDef)) and knoop.returns:
            yield knoop.returns
        elif isinstance(knoop, ast.BinOp) and isinstance(knoop.op, ast.BitOr):
            yield knoop
        elif isinstance(knoop, ast.Subscript):
            yield knoop.slice


def test_alleen_de_geheimhouding_maakt_openbare_cijfers() -> None:
    buiten = [pad for pad in sorted(PAKKET.rglob("*.py")) if pad.parent.name != "geheimhouding"]
    assert len(buiten) > 10
    makers = {str(pad.relative_to(PAKKET)): zoek_makers(pad.read_text(encoding="utf-8")) for pad in buiten}
    assert {pad: plekken for pad, plekken in makers.items() if plekken} == {}


def test_de_geheimhouding_maakt_elk_openbaar_type_op_een_plek() -> None:
    plekken = [
        plek
        for pad in sorted((PAKKET / "geheimhouding").glob("*.py"))
        for plek in zoek_makers(pad.read_text(encoding="utf-8"))
    ]
    assert sorted(plek.split(": ")[1] for plek in plekken) == sorted(TYPEN)


@pytest.mark.parametrize(
    "smokkel",
    [
        "from kwaliteit.begrippen.openbaar import OpenbaarCijfer\nx = OpenbaarCijfer(jaar=2024)",
        "from kwaliteit.begrippen.openbaar import OpenbaarCijfer as Oc\nx = Oc(jaar=2024)",
        "from kwaliteit.begrippen import openbaar\nx = openbaar.OpenbareIndicatoren(boom=None)",
        "from kwaliteit.begrippen.openbaar import Pijlertelling\nf = functools.partial(Pijlertelling)",
        "from kwaliteit.begrippen.openbaar import OpenbaarCijfer\nmaker = OpenbaarCijfer",
        "from kwaliteit.begrippen.openbaar import OpenbaarCijfer\nx = per[OpenbaarCijfer(jaar=2024)]",
        "from kwaliteit.begrippen.openbaar import OpenbaarCijfer\nx = {OpenbaarCijfer(jaar=2024): 1}",
        "from kwaliteit.begrippen.openbaar import OpenbaarCijfer\nx = {'maak': OpenbaarCijfer}",
        "from kwaliteit.begrippen.openbaar import Beveiligd\ndef f():\n    return Beveiligd",
    ],
)
def test_de_toets_ziet_elke_manier_om_er_een_te_maken(smokkel: str) -> None:
    assert zoek_makers(smokkel) != []


def test_een_type_noemen_mag() -> None:
    noemen = """
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
Deel = str | OpenbaarCijfer
def toon(cijfer: OpenbaarCijfer, rijen: tuple[OpenbaarCijfer, ...]) -> OpenbaarCijfer | None:
    per: dict[str, OpenbaarCijfer] = {}
    velden = {OpenbaarCijfer: ("jaar",)}
    return cijfer if isinstance(cijfer, OpenbaarCijfer) else per.get("x")
"""
    assert zoek_makers(noemen) == []
