"""Een bestand zonder kop: de eerste rij is dan een mens, en wat daarin staat komt nergens op het scherm."""

from pathlib import Path

import pytest

from kwaliteit.cli import voer_uit

WERKMAP = """organisatie: {naam: "De Linde"}
locaties:
  noord: {naam: "Noord"}
jaren:
  2024:
    kader: woonzorg-lggz-2024
"""
KANARIES = ("Kanarie Jansen", "Kanariestraat", "kanariegeel")
MENSEN = (
    "{naam},Kanariestraat,kanariegeel,eens,7",
    "Piet,Lindelaan,rood,oneens,8",
    "Truus,Lindelaan,rood,oneens,6",
    "Ank,Lindelaan,rood,oneens,9",
    "Joop,Kerkweg,blauw,helemaal eens,5",
    "Mies,Kerkweg,blauw,helemaal eens,7",
)


def schrijf(pad: Path, *boven: str) -> Path:
    """Een tabel met mensen, met deze rijen erboven."""
    mensen = "\n".join(MENSEN).format(naam="Kanarie Jansen")
    pad.write_text("\n".join((*boven, mensen)) + "\n", encoding="utf-8")
    return pad


@pytest.mark.parametrize("opdracht", [["inspecteer"], ["inspecteer", "--json"]])
def test_zonder_kop_komt_de_eerste_mens_niet_op_het_scherm(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], opdracht: list[str]
) -> None:
    pad = schrijf(tmp_path / "clienten.csv")
    voer_uit([opdracht[0], str(pad), *opdracht[1:]])
    alles = "".join(capfd.readouterr())
    assert alles
    for kanarie in KANARIES:
        assert kanarie not in alles


def test_met_twee_bekende_vragen_erboven_staan_de_koppen_er_wel(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = schrijf(tmp_path / "clienten.csv", "Straatkop,Locatie,Kleurkop,CL04,CL05")
    voer_uit(["inspecteer", str(pad)])
    alles = "".join(capfd.readouterr())
    assert "Kleurkop" in alles
    assert "kanariegeel" not in alles


def test_een_getal_onder_tekst_bewijst_zonder_bekende_kop_niets(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Boven een kolom met cijfers kan ook het antwoord "weet ik niet" van de eerste mens staan."""
    pad = schrijf(tmp_path / "clienten.csv", "Kanarie de Vries,Kanarieplein,wit,soms,kanarie weet niet")
    voer_uit(["inspecteer", str(pad)])
    assert "anarie" not in "".join(capfd.readouterr())
    met_kop = schrijf(tmp_path / "professionals.csv", "Straatkop,Locatie,Kleurkop,Eigen vraag,Cijferkop")
    voer_uit(["inspecteer", str(met_kop)])
    assert "Cijferkop" in "".join(capfd.readouterr())


def test_koppel_weigert_een_bestand_waarvan_de_kop_niet_zeker_is(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    map_ = tmp_path / "linde"
    (map_ / "bronnen" / "2024").mkdir(parents=True)
    (map_ / "kwaliteit.yaml").write_text(WERKMAP, encoding="utf-8")
    pad = schrijf(map_ / "bronnen" / "2024" / "clienten.csv", "Kanarie de Vries,Kanarieplein,wit,soms,kanarie niet")
    assert voer_uit(["koppel", str(pad), "--map", str(map_)]) != 0
    alles = "".join(capfd.readouterr())
    assert "niet zeker is dat de bovenste rij koppen zijn" in " ".join(alles.split())
    assert "anarie" not in alles
    assert not (map_ / "koppelingen").exists()
