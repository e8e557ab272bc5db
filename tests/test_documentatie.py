"""Documentatie die klopt: gemaakte bladzijden zijn vers, de README is volledig, elk begrip staat in de lijst."""

import ast
import csv
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from kwaliteit.begrippen.werkmap import Organisatie, Publicatie
from kwaliteit.bronnen.kop.koppeling import Koppelbestand
from kwaliteit.cli import app, voer_uit
from kwaliteit.vragenlijsten import vormen as vragenlijstvormen
from kwaliteit.werkmappen import vormen as werkmapvormen
from tests.gemaakte_documentatie import maak_alles

PROJECT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("pad", maak_alles())
def test_een_gemaakte_bladzijde_is_vers(pad: str) -> None:
    assert (PROJECT / pad).read_text(encoding="utf-8") == maak_alles()[pad], "draai `python tests/ververs.py`"


def test_de_readme_noemt_elke_opdracht_en_geen_andere() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    opdrachten = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert set(re.findall(r"^\| `kwaliteit (\w+)", readme, flags=re.MULTILINE)) == opdrachten


def test_de_twee_regels_staan_ook_in_het_engelse_deel() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    regels = re.findall(r"<!-- regel: \w+ -->\n```sh\n(.+)\n```", readme)
    assert len(regels) == 2
    assert all(readme.count(regel) == 2 for regel in regels)


def test_de_begrippenlijst_noemt_elk_begrip_en_geen_ander() -> None:
    lijst = (PROJECT / "docs" / "begrippenlijst.md").read_text(encoding="utf-8")
    begrippen = {
        knoop.name
        for bestand in (PROJECT / "kwaliteit" / "begrippen").glob("*.py")
        for knoop in ast.parse(bestand.read_text(encoding="utf-8")).body
        if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_")
    }
    genoemd = re.findall(r"`(\w+)`", lijst.replace("`identifier` is", ""))
    assert sorted(genoemd) == sorted(begrippen), "elk begrip één keer, en niets wat niet meer bestaat"


BLADZIJDEN = sorted([*PROJECT.glob("docs/**/*.md"), *PROJECT.glob("*.md"), *PROJECT.glob("voorbeelddata/*.md")])


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=lambda pad: str(pad.relative_to(PROJECT)))
def test_links_in_de_documentatie_bestaan(pad: Path) -> None:
    for doel in zoek_links(pad):
        assert (pad.parent / doel).exists(), doel


def test_de_links_van_de_voorkant_worden_gevonden() -> None:
    assert "docs/handleiding/README.md" in zoek_links(PROJECT / "README.md")


def test_elke_bladzijde_van_de_handleiding_staat_in_haar_inhoudsopgave() -> None:
    inhoud = HANDLEIDING / "README.md"
    assert sorted(zoek_links(inhoud)) == sorted(pad.name for pad in HANDLEIDING.glob("*.md") if pad != inhoud)


def zoek_links(pad: Path) -> list[str]:
    return re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", pad.read_text(encoding="utf-8"))


HANDLEIDING = PROJECT / "docs" / "handleiding"
VOORBEELD = re.compile(r"<!-- voorbeeld: (\S+) -->\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def lees_voorbeelden() -> dict[str, str]:
    """Pad -> inhoud; de eerste map van het pad is de naam van de werkmap."""
    gevonden: list[tuple[str, str]] = []
    for bladzijde in sorted(HANDLEIDING.glob("*.md")):
        gevonden += VOORBEELD.findall(bladzijde.read_text(encoding="utf-8"))
    assert len({pad for pad, _ in gevonden}) == len(gevonden), "elk voorbeeldbestand één keer"
    return dict(gevonden)


@pytest.fixture
def werkmappen(tmp_path: Path) -> Path:
    """De werkmappen uit de handleiding, met kleine verzonnen bronnen erbij."""
    bestanden = lees_voorbeelden()
    lijstvragen = [f"CL{nummer:02d}" for nummer in range(1, 11)]
    bestanden["klein/bronnen/2024/clienten.csv"] = maak_csv(lijstvragen, [["4"] * 5 + ["2"] * 5] * 12)
    bestanden["linde/bronnen/2023/export.csv"] = maak_csv(
        ["Ik voel mij thuis.", "Vraag 4", "Woonplek", "Opmerking medewerker"],
        [["4", een, "LOC-N", "x"] for een in ["helemaal mee eens"] * 12 + ["mee eens"] * 18 + ["oneens"] * 10]
        + [["2", "geen idee", "Noord", ""]],
    )
    bestanden["linde/bronnen/2024/clienten.csv"] = maak_csv(
        ["E1", "E2", "E3", "E4", "E5", "Zelf bepalen", "locatie"],
        [
            [str(1 + i % 5), str(1 + i % 4), str(1 + i % 10), str(i % 11), str(i % 50), een, plaats]
            for i, (een, plaats) in enumerate(
                [("eens", "Locatie Noord")] * 12
                + [("oneens", "Noord")] * 8
                + [("eens", "Locatie Oost")] * 6
                + [("oneens", "Locatie Oost")] * 4
                + [("weet ik niet", "LOC-N")] * 10
            )
        ],
    )
    bestanden["linde/bronnen/2024/kengetallen.csv"] = maak_csv(
        ["kengetal", "locatie", "teller", "noemer"], [["K01", "", "70", "89"], ["K17", "", "30", "89"]]
    )
    for pad, inhoud in bestanden.items():
        (tmp_path / pad).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / pad).write_bytes(inhoud.encode())
    return tmp_path


def maak_csv(kop: list[str], rijen: list[list[str]]) -> str:
    return "\n".join(";".join(rij) for rij in [kop, *rijen]) + "\n"


@pytest.mark.parametrize(("werkmap", "jaar"), [("klein", "2024"), ("linde", "2023"), ("linde", "2024")])
def test_de_voorbeelden_uit_de_handleiding_maken_samen_een_verslag(werkmappen: Path, werkmap: str, jaar: str) -> None:
    """Met --streng: ook een locatie, antwoord of belofte die niet klopt is een fout in de handleiding."""
    assert voer_uit(["verslag", jaar, "--map", str(werkmappen / werkmap), "--streng", "--stil"]) == 0


def test_wat_in_de_voorbeelden_staat_komt_in_het_verslag(werkmappen: Path) -> None:
    assert voer_uit(["verslag", "2024", "--map", str(werkmappen / "linde"), "--stil"]) == 0
    uitvoer = werkmappen / "linde" / "uitvoer" / "2024"
    verslag = (uitvoer / "openbaar" / "verslag.md").read_text(encoding="utf-8")
    for tekst in (
        "Deze organisatie en alle cijfers zijn verzonnen",
        "https://www.delinde.example/kwaliteit",
        "Cliënten kiezen vaker zelf, maar het plan blijft soms liggen",
        'herstel werk": 60%. In 2023: 75%. Op locatie Noord: 12 van 20.',
        "Reactie van de cliëntenraad",
        "Ik weet niet wat er gebeurt als ik weer ziek word.",
        "De meeste plannen hebben afspraken voor slechte tijden",
        "Elke cliënt heeft een zorgkaart in gewone taal",
        "Cliënten die meededen aan de tuingroep",
    ):
        assert tekst in verslag, tekst
    assert "op papier" not in verslag
    assert (uitvoer / "intern" / "indicatoren.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "csv: nl"
    with (uitvoer / "intern" / "indicatoren.csv").open(encoding="utf-8-sig", newline="") as bestand:
        gemeten = {rij["indicator"] for rij in csv.DictReader(bestand, delimiter=";")}
    assert {"E1", "E2", "E3", "E4", "E5", "CL04", "K01", "K17"} <= gemeten


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw"),
    [
        ("vragenlijsten/eigen-clienten.yaml", "vragenlijst: eigen-clienten", "vragenlijst: eigen"),
        ("kwaliteit.yaml", "  2023:", "  2022:"),
        ("koppelingen/export.yaml", "CL04", "CL99"),
        ("verhaal/2024/reactie-clientenraad.md", "titel:", "tietel:"),
        ("citaten/2024.yaml", "toestemming:", "akkoord:"),
    ],
)
def test_een_voorbeeld_dat_niet_klopt_valt_op(werkmappen: Path, pad: str, oud: str, nieuw: str) -> None:
    bestand = werkmappen / "linde" / pad
    tekst = bestand.read_text(encoding="utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    assert voer_uit(["controleer", "2024", "--map", str(werkmappen / "linde"), "--stil"]) != 0


def test_elk_voorbeeld_wordt_gelezen() -> None:
    """Een blok zonder regel erboven wordt door niets nagekeken."""
    for bladzijde in HANDLEIDING.glob("*.md"):
        tekst = bladzijde.read_text(encoding="utf-8")
        voorbeelden = re.findall(r"^ *```(?:yaml|markdown|html|xml)$", tekst, re.MULTILINE)
        assert len(voorbeelden) == len(VOORBEELD.findall(tekst))


def test_de_handleiding_noemt_elke_sleutel() -> None:
    blokken = "\n".join(lees_voorbeelden().values())
    genoemd = set(re.findall(r"(\w+):(?= |$)", blokken, re.MULTILINE))
    assert set(zoek_sleutels()) - genoemd == set()
    assert "basis_url" in set(zoek_sleutels())


def zoek_sleutels() -> Iterator[str]:
    vormen = [een for kamer in (werkmapvormen, vragenlijstvormen) for een in vars(kamer).values()]
    for vorm in (*vormen, Organisatie, Publicatie, Koppelbestand):
        if isinstance(vorm, type) and dataclasses.is_dataclass(vorm):
            yield from (veld.name for veld in dataclasses.fields(vorm))


def test_git_verandert_geen_regeleinden() -> None:
    assert "* -text" in (PROJECT / ".gitattributes").read_text(encoding="utf-8").splitlines()
