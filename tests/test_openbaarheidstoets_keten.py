"""De openbaarheidstoets op gemaakte bestanden van andere organisaties: lastige namen, gewichten, n.v.t. en twijfel."""

import json
import random
from pathlib import Path

import pytest

from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaarheid import Lek, Leksoort, Toetsuitslag
from kwaliteit.cli import voer_uit
from kwaliteit.openbaarheidstoets import lezen
from kwaliteit.openbaarheidstoets.lezen import lees_geheimen
from kwaliteit.openbaarheidstoets.oordelen import lees_oordeelregels, zoek_op_naam
from kwaliteit.openbaarheidstoets.rijen import Onleesbaar, lees_cel, lees_rijen, ontleed
from kwaliteit.scherm import toon_openbaarheid
from tests.geheimhouding_organisaties import JA_NEE, maak_boom, maak_vraag
from tests.test_hele_keten import maak_werkmap

GEGEVENS = Path("uitvoer/2024/openbaar/gegevens")
GEWOGEN_BRONNEN = """\
    bronnen:
      - {bestand: bronnen/2024/clienten.csv, koppeling: koppelingen/clienten.yaml, doelgroep: clienten,
         vragenlijst: eigen-lijst}
      - {bestand: bronnen/2024/professionals.tsv, doelgroep: professionals}
"""


def roep(werkmap: Path, capsys: pytest.CaptureFixture[str], *opties: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = voer_uit(["controleer", "2024", "--map", str(werkmap), "--json", *opties])
    uit: dict[str, object] = json.loads(capsys.readouterr().out)
    return code, uit


def maak_definitief(werkmap: Path) -> None:
    """Maak het verslag, zet het in het register, en open het jaar daarna."""
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil", "--definitief"]) == 0
    instellingen = werkmap / "kwaliteit.yaml"
    instellingen.write_text(
        instellingen.read_text(encoding="utf-8") + "  2025: {kader: woonzorg-lggz-2024}\n", encoding="utf-8"
    )


def zoek_soorten(uit: dict[str, object]) -> set[str]:
    lekken = uit["lekken"]
    assert isinstance(lekken, list)
    return {lek["soort"] for lek in lekken}


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


# --- namen ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def apostrof(tmp_path: Path) -> Path:
    """Een werkmap met een naam die met een apostrof begint en een die op een formule lijkt, al in het register."""
    werkmap = maak_werkmap(tmp_path / "werk")
    vervang(werkmap / "kwaliteit.yaml", '"De Kade"', '"\'t Hof"')
    vervang(werkmap / "kwaliteit.yaml", '"De Brug"', '"=Brug"')
    vervang(werkmap / "bronnen/2024/clienten.csv", "De Kade", "'t Hof")
    maak_definitief(werkmap)
    return werkmap


def test_een_naam_met_een_apostrof_of_een_isteken_gaat_door_de_hele_keten(
    apostrof: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tekst = (apostrof / GEGEVENS / "indicatoren.csv").read_text(encoding="utf-8")
    assert ",'t Hof," in tekst
    assert ",'=Brug," in tekst
    code, uit = roep(apostrof, capsys, "--openbaar", "--streng")
    assert (code, uit["lekken"], uit["onbeslist"]) == (0, [], [])
    assert voer_uit(["controleer", "2025", "--map", str(apostrof), "--vorig", "--streng", "--stil"]) == 0


def test_een_lek_op_zulke_locaties_wordt_ook_in_de_tekst_gevonden(
    apostrof: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    instellingen = apostrof / "kwaliteit.yaml"
    vervang(instellingen, "publicatie: {", "publicatie: {drempel: 60, ")
    (apostrof / "register/publicaties.csv").unlink()
    assert voer_uit(["verslag", "2024", "--map", str(apostrof), "--stil"]) == 0
    assert roep(apostrof, capsys, "--openbaar")[0] == 0
    intern = (apostrof / "uitvoer/2024/intern/indicatoren.csv").read_text(encoding="utf-8")
    regel = next(r for r in ontleed(intern) if (r["indicator"], r["onderdeel"]) == ("W1", "'t Hof"))
    zin = f"<p>Hoe is het wonen? In 't Hof is {regel['teller']} van de {regel['noemer']} het eens.</p></article>"
    vervang(apostrof / "uitvoer/2024/openbaar/verslag.html", "</article>", zin)
    code, uit = roep(apostrof, capsys, "--openbaar")
    assert (code, zoek_soorten(uit)) == (1, {"staat in de pagina", "bestand hoort er niet"})


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        ("'t Hof", "'t Hof"),
        ("'=Hof", "=Hof"),
        ("'@Hof", "@Hof"),
        ("'\u00a0+Hof", "\u00a0+Hof"),
        ("'", "'"),
        ("Hof", "Hof"),
        ("", ""),
    ],
)
def test_alleen_de_apostrof_voor_een_formule_valt_weg(cel: str, tekst: str) -> None:
    assert lees_cel({"onderdeel": cel}, "onderdeel") == tekst


# --- gewichten --------------------------------------------------------------------------------------------------------


@pytest.fixture
def gewogen(tmp_path: Path) -> Path:
    """Een werkmap waarin elke cliënt een gewicht heeft, al in het register."""
    werkmap = maak_werkmap(tmp_path / "werk")
    instellingen = werkmap / "kwaliteit.yaml"
    instellingen.write_text(instellingen.read_text(encoding="utf-8") + GEWOGEN_BRONNEN, encoding="utf-8")
    (werkmap / "koppelingen").mkdir()
    (werkmap / "koppelingen/clienten.yaml").write_text("kolommen:\n  Weegfactor: gewicht\n", encoding="utf-8")
    bron, kans = werkmap / "bronnen/2024/clienten.csv", random.Random(5)
    kop, *regels = bron.read_text(encoding="utf-8").splitlines()
    regels = [f"{regel};{kans.choice(['1', '1,5', '0,7'])}" for regel in regels]
    bron.write_text("\n".join([f"{kop};Weegfactor", *regels]) + "\n", encoding="utf-8")
    maak_definitief(werkmap)
    return werkmap


@pytest.mark.parametrize("met_intern", [True, False])
def test_een_gewogen_groep_is_geen_lek_en_komt_weer_uit(
    met_intern: bool, gewogen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    regels = ontleed((gewogen / GEGEVENS / "indicatoren.csv").read_text(encoding="utf-8"))
    getoond = [regel for regel in regels if regel["toelichting"] == "gewogen"]
    assert {(regel["maat"], regel["niveau"], regel["teller"]) for regel in getoond} == {("gunstig", "organisatie", "")}
    if not met_intern:
        for pad in sorted((gewogen / "uitvoer/2024/intern").iterdir()):
            pad.unlink()
    code, uit = roep(gewogen, capsys, "--openbaar", "--streng")
    assert (code, uit["lekken"], uit["onbeslist"], uit["met_intern"]) == (0, [], [], met_intern)
    assert voer_uit(["controleer", "2025", "--map", str(gewogen), "--vorig", "--streng", "--stil"]) == 0


def test_een_te_precies_gewogen_deel_is_wel_een_lek(gewogen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = gewogen / GEGEVENS / "indicatoren.csv"
    regels = pad.read_text(encoding="utf-8").splitlines()
    kop = regels[0].split(",")
    plek = next(nummer for nummer, regel in enumerate(regels) if regel.startswith("2024,W1,") and "gewogen" in regel)
    cellen = regels[plek].split(",")
    cellen[kop.index("waarde")] += "3"
    pad.write_text("\n".join([*regels[:plek], ",".join(cellen), *regels[plek + 1 :]]) + "\n", encoding="utf-8")
    code, uit = roep(gewogen, capsys, "--openbaar")
    assert (code, zoek_soorten(uit)) == (
        1,
        {"staat er letterlijk", "door twee versies te vergelijken", "bestand hoort er niet"},
    )


# --- lezen ------------------------------------------------------------------------------------------------------------

INTERN = "jaar,indicator,doelgroep,onderdeel,niveau,maat,categorie,waarde,teller,noemer,populatie,aantal_nvt"


def test_de_interne_populatie_telt_ook_na_niet_van_toepassing(tmp_path: Path) -> None:
    (tmp_path / "indicatoren.csv").write_text(
        f"{INTERN}\n"
        "2024,V1,clienten,Organisatie,organisatie,gunstig,,0.5,20,40,60,3\n"
        "2024,V1,clienten,Noord,locatie,gunstig,,0.5,20,40,,0\n",
        encoding="utf-8",
    )
    boom = maak_boom({"": ["noord"]})
    wortel = boom.onderdelen[0].naam
    vervang(tmp_path / "indicatoren.csv", "Organisatie,", f"{wortel},")
    vervang(tmp_path / "indicatoren.csv", "Noord,", f"{boom.per_id['noord'].naam},")
    sleutel = (2024, "clienten", "V1")
    geheimen = lees_geheimen(tmp_path, boom, {sleutel: maak_vraag("V1", JA_NEE)})
    assert geheimen[sleutel].populatie == {ORGANISATIE: 60, "noord": None}


def test_een_fout_van_ons_heet_geen_beschadigd_bestand(
    apostrof: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stuk(*_: object) -> None:
        raise KeyError("van ons")

    assert roep(apostrof, capsys, "--openbaar")[0] == 0
    monkeypatch.setattr(lezen, "maak_geheimen", stuk)
    assert roep(apostrof, capsys, "--openbaar")[0] == 70


@pytest.mark.parametrize(
    ("wat", "nieuw"),
    [("waarde", "1/0"), ("waarde", "x"), ("teller", "4.0"), ("jaar", ""), ("onderdeel", "Onbekend")],
)
def test_een_cel_die_er_niet_kan_staan_is_onleesbaar(wat: str, nieuw: str) -> None:
    boom = maak_boom({"": ["noord"]})
    leeg = ("doelgroep", "indicator", "maat", "categorie", "status", "teller", "noemer", "waarde")
    goed = {**dict.fromkeys(leeg, ""), "jaar": "2024", "onderdeel": boom.per_id["noord"].naam}
    assert len(lees_rijen([goed], boom, "proef")) == 1
    with pytest.raises(Onleesbaar):
        lees_rijen([{**goed, wat: nieuw}], boom, "proef")
    with pytest.raises(Onleesbaar):
        lees_oordeelregels([goed], zoek_op_naam(boom))


# --- streng, en wat er op het scherm staat ----------------------------------------------------------------------------

LEK = Lek(
    soort=Leksoort.RIJ, jaar=2024, doelgroep="clienten", indicator="V1", onderdelen=("Noord",), wat="4", waaruit="x"
)


def maak_uitslag(*lekken: Lek, onbeslist: tuple[str, ...] = (), streng: bool = False) -> Toetsuitslag:
    return Toetsuitslag(
        jaar=2024, lekken=lekken, onbeslist=onbeslist, getoetst=5, cijfers=9, met_intern=False, streng=streng
    )


def test_streng_geeft_code_een_bij_iets_onbeslists() -> None:
    twijfel = ("clienten, V1: 4 van 9",)
    assert maak_uitslag(onbeslist=twijfel).afsluitcode == 0
    assert maak_uitslag(onbeslist=twijfel, streng=True).afsluitcode == 1
    assert maak_uitslag(streng=True).afsluitcode == 0
    assert maak_uitslag(LEK).afsluitcode == 1


@pytest.mark.parametrize("lekken", [(), (LEK,)])
@pytest.mark.parametrize("stil", [True, False])
def test_onbeslist_en_zonder_intern_staan_altijd_op_het_scherm(
    lekken: tuple[Lek, ...], stil: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    toon_openbaarheid(maak_uitslag(*lekken, onbeslist=("clienten, V1: 4 van 9",)), json_uit=False, stil=stil)
    getoond = capsys.readouterr().err
    assert "Onbeslist: clienten, V1: 4 van 9" in getoond
    assert "De map intern was er niet" in getoond
    assert ("1 lek gevonden" in getoond) is bool(lekken)
    assert ("Niets gevonden" in getoond) is (not lekken and not stil)


def test_in_json_is_onbeslist_een_lijst(capsys: pytest.CaptureFixture[str]) -> None:
    toon_openbaarheid(maak_uitslag(onbeslist=("a", "b")), json_uit=True, stil=False)
    uit = json.loads(capsys.readouterr().out)
    assert uit["onbeslist"] == ["a", "b"]
    assert "niet_beslist" not in uit
