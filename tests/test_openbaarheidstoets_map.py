"""`kwaliteit controleer JAAR --openbaar`: op gemaakte bestanden, en met een lek dat er met de hand in is gezet."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kwaliteit.cli import voer_uit

VOORBEELD = Path(__file__).resolve().parent.parent / "voorbeelddata"
GEGEVENS = Path("uitvoer/2024/openbaar/gegevens")


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Het voorbeeldverslag, een keer gemaakt."""
    werkmap = tmp_path_factory.mktemp("openbaarheid") / "werkmap"
    shutil.copytree(VOORBEELD, werkmap, ignore=shutil.ignore_patterns("__pycache__", "uitvoer"))
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil"]) == 0
    return werkmap


@pytest.fixture
def werkmap(gemaakt: Path, tmp_path: Path) -> Path:
    """Een eigen kopie om in te knoeien."""
    return Path(shutil.copytree(gemaakt, tmp_path / "werkmap"))


def toets(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = voer_uit(["controleer", "2024", "--map", str(werkmap), "--openbaar", "--json"])
    uit: dict[str, object] = json.loads(capsys.readouterr().out)
    return code, uit


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def test_uit_het_voorbeeldverslag_volgt_niets(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, uit = toets(werkmap, capsys)
    assert (code, uit["lekken"], uit["niet_beslist"]) == (0, [], [])
    assert isinstance(uit["getoetst"], int)
    assert uit["getoetst"] > 1000


def test_zonder_intern_telt_alleen_wat_openbaar_is(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(werkmap / "uitvoer/2024/intern")
    code, uit = toets(werkmap, capsys)
    assert (code, uit["lekken"], uit["met_intern"]) == (0, [], False)


def toon_verborgen_locatie(werkmap: Path) -> None:
    """Zet de interne telling van een verborgen locatie terug in de openbare tabel."""
    openbaar = werkmap / GEGEVENS / "indicatoren.csv"
    regels = openbaar.read_text(encoding="utf-8").splitlines()
    kop = regels[0].split(",")
    for plek, regel in enumerate(regels):
        delen = regel.split(",")
        if regel.startswith("2024,CL01,") and ",Kreekoord,locatie,gunstig," in regel:
            delen[kop.index("teller")], delen[kop.index("noemer")] = "9", "12"
            delen[kop.index("status")], delen[kop.index("toelichting")] = "weinig antwoorden", ""
            regels[plek] = ",".join(delen)
    openbaar.write_text("\n".join(regels) + "\n", encoding="utf-8")


def knoei_pagina(werkmap: Path) -> None:
    vervang(werkmap / "uitvoer/2024/openbaar/verslag.md", "## Naasten", ZIN + "\n\n## Naasten")


ZIN = "| Vraag | Kreekoord |\n| --- | --- |\n| Mijn begeleider kijkt naar wat ík nodig heb. | 9 van 12 |"


def knoei_alt(werkmap: Path) -> None:
    figuur = "<table><tr><th>Vraag</th><th>Kreekoord</th></tr><tr><th>Ik weet wie mij waarmee helpt.</th><td>75%</td>"
    vervang(werkmap / "uitvoer/2024/openbaar/verslag.html", "</article>", f"{figuur}</tr></table></article>")


def knoei_decimalen(werkmap: Path) -> None:
    vervang(werkmap / "uitvoer/2024/openbaar/verslag.html", "</article>", "<p>83,89% (78,82% tot 87,7%)</p></article>")


def knoei_bestand(werkmap: Path) -> None:
    shutil.copy(werkmap / "uitvoer/2024/intern/antwoorden.csv", werkmap / GEGEVENS / "antwoorden.csv")


def knoei_intern_overschreven(werkmap: Path) -> None:
    shutil.copy(werkmap / "uitvoer/2024/intern/overzicht.xlsx", werkmap / "uitvoer/2024/openbaar/overzicht.xlsx")


@pytest.mark.parametrize(
    ("knoei", "soort"),
    [
        (toon_verborgen_locatie, "door optellen en aftrekken"),
        (knoei_pagina, "staat in de pagina"),
        (knoei_alt, "staat in de pagina"),
        (knoei_decimalen, "staat in de pagina"),
        (knoei_bestand, "bestand hoort er niet"),
        (knoei_intern_overschreven, "bestand hoort er niet"),
    ],
)
def test_een_lek_in_de_bestanden_geeft_code_1(
    knoei: Callable[[Path], None], soort: str, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    knoei(werkmap)
    code, uit = toets(werkmap, capsys)
    lekken = uit["lekken"]
    assert isinstance(lekken, list)
    assert code == 1
    assert soort in {lek["soort"] for lek in lekken}


def test_een_tweede_versie_die_een_mens_scheelt_is_een_lek(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--definitief", "--stil"]) == 0
    assert toets(werkmap, capsys)[0] == 0
    register = werkmap / "register/publicaties.csv"
    regels = register.read_text(encoding="utf-8").splitlines()
    kop = regels[0].split(",")
    plek = next(n for n, regel in enumerate(regels) if ",CL01,gunstig,,clienten,Stichting Wendelveer," in regel)
    delen = regels[plek].split(",")
    delen[kop.index("noemer")] = str(int(delen[kop.index("noemer")]) - 1)
    register.write_text("\n".join([*regels[:plek], ",".join(delen), *regels[plek + 1 :]]) + "\n", encoding="utf-8")
    code, uit = toets(werkmap, capsys)
    assert code == 1
    assert "door twee versies te vergelijken" in json.dumps(uit, ensure_ascii=False)


@pytest.mark.parametrize(
    ("bestand", "code"),
    [
        ("uitvoer/2024/openbaar/gegevens/indicatoren.csv", 3),
        ("uitvoer/2024/openbaar/gegevens/respons.csv", 3),
        ("uitvoer/2024/openbaar/verslag.html", 3),
        ("uitvoer/2024/openbaar/verslag.md", 3),
    ],
)
def test_een_ontbrekend_bestand_geeft_een_fout_in_vier_delen(
    bestand: str, code: int, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (werkmap / bestand).unlink()
    gekregen, uit = toets(werkmap, capsys)
    fouten = uit["fouten"]
    assert gekregen == code
    assert isinstance(fouten, list)
    assert Path(bestand).name in fouten[0]["waar"]
    assert all(fouten[0][deel] for deel in ("wat", "verwacht", "doe_dit"))


@pytest.mark.parametrize(
    ("bestand", "inhoud", "code"),
    [
        ("uitvoer/2024/openbaar/gegevens/indicatoren.csv", "jaar,indicator\n2024\n", 3),
        ("uitvoer/2024/openbaar/gegevens/indicatoren.csv", "jaar,indicator\n2024,CL01\n", 3),
        ("uitvoer/2024/openbaar/gegevens/respons.csv", "", 3),
        ("uitvoer/2024/intern/indicatoren.csv", "x\ny\n", 3),
        ("register/publicaties.csv", "datum\n2024-01-01,2\n", 4),
    ],
)
def test_een_beschadigd_bestand_geeft_een_fout_en_geen_uitslag(
    bestand: str, inhoud: str, code: int, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (werkmap / bestand).parent.mkdir(exist_ok=True)
    (werkmap / bestand).write_text(inhoud, encoding="utf-8")
    gekregen, uit = toets(werkmap, capsys)
    assert gekregen == code
    assert uit["fouten"]
