"""Het vorige verslag nog eens: dezelfde invoer geeft dezelfde cijfers, en elk verschil heeft een reden."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.narekening import Omstandigheden, Publicatiecijfer, Terugtoets
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.register import Gepubliceerd, Register
from kwaliteit.begrippen.werkmap import Correctie, Correctiekeuze
from kwaliteit.cli import voer_uit
from kwaliteit.narekenen import terug, teruglezen
from kwaliteit.scherm.terugtoets import zin
from tests.test_hele_keten import maak_werkmap

CIJFER = Publicatiecijfer(
    jaar=2023,
    indicator="CL04",
    maat="gunstig",
    categorie="",
    doelgroep="clienten",
    onderdeel="Oever",
    reeks="r1",
    status="getoond",
    teller=47,
    noemer=62,
    waarde=0.758065,
    marge=(0.69, 0.81),
    marge_bekend=True,
)
TOEN = Omstandigheden(
    programma="0.2.0",
    kader="woonzorg",
    kaderversie="2024",
    drempel=10,
    invoer={
        "bronnen/2023/clienten.csv": "a",
        "bronnen/2023/naasten.csv": "a",
        "kwaliteit.yaml": "a",
        "verhaal/2023/clienten.md": "a",
    },
)
BESTANDEN = {
    "clienten": frozenset({"bronnen/2023/clienten.csv"}),
    "naasten": frozenset({"bronnen/2023/naasten.csv"}),
    "": frozenset({"bronnen/2023/kengetallen.csv"}),
}


def zoek_redenen(nu: Publicatiecijfer, vandaag: Omstandigheden, eerder: Omstandigheden | None = TOEN) -> list[str]:
    """De redenen bij het ene verschil."""
    (verschil,) = terug.vergelijk([CIJFER], [nu], eerder=eerder, vandaag=vandaag, bestanden=BESTANDEN)
    return list(verschil.redenen)


def met_ander(bestand: str) -> Omstandigheden:
    return replace(TOEN, invoer={**TOEN.invoer, bestand: "b"})


@pytest.mark.parametrize(
    "anders",
    [
        {"teller": 46},
        {"noemer": 63},
        {"waarde": 0.758075},
        {"marge": (0.69, 0.82)},
        {"marge": None},
        {"status": "niet getoond"},
        {"onderdeel": "Andere naam"},
        {"categorie": "1"},
    ],
)
def test_elk_veld_dat_een_lezer_ziet_telt_mee(anders: dict[str, object]) -> None:
    def vergelijk(nu: Publicatiecijfer) -> int:
        return len(terug.vergelijk([CIJFER], [nu], eerder=TOEN, vandaag=TOEN, bestanden=BESTANDEN))

    assert vergelijk(CIJFER) == 0
    assert vergelijk(replace(CIJFER, waarde=0.7580650001)) == 0, "meer decimalen dan de csv heeft"
    assert vergelijk(replace(CIJFER, **anders)) == 1  # type: ignore[arg-type]


def test_een_marge_die_het_register_niet_heeft_wordt_niet_vergeleken() -> None:
    zonder = replace(CIJFER, marge=None, marge_bekend=False)
    assert not terug.vergelijk([zonder], [CIJFER], eerder=TOEN, vandaag=TOEN, bestanden=BESTANDEN)
    (aangevuld,) = teruglezen.vul_marges_aan([zonder], [CIJFER])
    assert aangevuld.marge == (0.69, 0.81)
    assert teruglezen.vul_marges_aan([zonder], [replace(CIJFER, teller=46)]) == (zonder,)


def test_een_cijfer_dat_wegvalt_is_een_verschil_en_een_nieuw_cijfer_niet() -> None:
    extra = replace(CIJFER, indicator="CL05")
    (weg,) = terug.vergelijk([CIJFER, extra], [CIJFER], eerder=TOEN, vandaag=TOEN, bestanden=BESTANDEN)
    assert (weg.indicator, weg.nu) == ("CL05", terug.WEG)
    assert not terug.vergelijk([CIJFER], [CIJFER, extra], eerder=TOEN, vandaag=TOEN, bestanden=BESTANDEN)
    assert terug.tel_nieuwe([CIJFER], [CIJFER, extra]) == 1


def test_de_tekst_heeft_alleen_openbare_waarden_of_woorden() -> None:
    assert terug.schrijf(CIJFER) == "0,758065; marge 0,69 tot 0,81; 47 van 62"
    assert terug.schrijf(replace(CIJFER, status="weinig antwoorden", waarde=None, marge=None)) == "47 van 62"
    verborgen = replace(CIJFER, status="niet getoond")
    assert terug.schrijf(verborgen) == "niet getoond", "ook als er per ongeluk een getal in zit"


@pytest.mark.parametrize(
    ("indicator", "doelgroep", "jaar", "geldt"),
    [
        ("CL04", Doelgroep.CLIENTEN, 2023, True),
        ("alles", Doelgroep.CLIENTEN, 2023, True),
        ("CL05", Doelgroep.CLIENTEN, 2023, False),
        ("alles", Doelgroep.NAASTEN, 2023, False),
        ("alles", None, 2023, False),
        ("CL04", Doelgroep.CLIENTEN, 2022, False),
    ],
)
def test_een_correctie_verklaart_een_verschil(
    indicator: str, doelgroep: Doelgroep | None, jaar: int, geldt: bool
) -> None:
    correctie = Correctie(
        jaar=jaar, indicator=indicator, doelgroep=doelgroep, keuze=Correctiekeuze.VERBERG, reden="Een fout."
    )
    (verschil,) = terug.vergelijk(
        [CIJFER],
        [replace(CIJFER, status="niet getoond")],
        eerder=None,
        vandaag=TOEN,
        bestanden=BESTANDEN,
        correcties=[correctie],
    )
    assert verschil.redenen == ((terug.CORRECTIE if geldt else terug.GEEN_HERKOMST),)


def test_alleen_de_bestanden_van_de_eigen_groep_zijn_een_reden() -> None:
    nu = replace(CIJFER, teller=46)
    assert zoek_redenen(nu, met_ander("bronnen/2023/naasten.csv")) == [terug.ONBEKEND]
    assert zoek_redenen(nu, met_ander("verhaal/2023/clienten.md")) == [terug.ONBEKEND]
    assert zoek_redenen(nu, met_ander("bronnen/2023/clienten.csv")) == [
        "dit bestand is anders dan toen: bronnen/2023/clienten.csv"
    ]
    assert "kwaliteit.yaml is anders" in zoek_redenen(nu, met_ander("kwaliteit.yaml"))[0]


def test_kader_vragenlijst_programma_en_drempel_zijn_elk_een_reden() -> None:
    nu = replace(CIJFER, teller=46)
    assert zoek_redenen(replace(nu, reeks="r2"), TOEN) == [terug.ANDERE_VRAAG]
    assert zoek_redenen(nu, replace(TOEN, kaderversie="2026")) == [
        "toen kader woonzorg versie 2024, nu kader woonzorg versie 2026"
    ]
    (programma,) = zoek_redenen(nu, replace(TOEN, programma="0.3.0"))
    assert "toen programmaversie 0.2.0, nu 0.3.0" in programma
    assert "'Cijfers veranderen'" in programma
    hoger = replace(TOEN, drempel=12)
    assert zoek_redenen(replace(nu, status="te weinig antwoorden"), hoger) == ["de drempel was 10 en is nu 12"]
    assert zoek_redenen(nu, hoger) == [terug.ONBEKEND], "een drempel verandert geen getal dat getoond blijft"
    assert zoek_redenen(nu, TOEN, eerder=None) == [terug.GEEN_HERKOMST]


def maak_regel(op: date, teller: int, categorie: str = "", jaar: int = 2023) -> Gepubliceerd:
    return Gepubliceerd(
        op=op,
        jaar=jaar,
        indicator="CL04",
        maat=Maat.VERDELING if categorie else Maat.GUNSTIG,
        categorie=categorie,
        doelgroep=Doelgroep.CLIENTEN,
        onderdeel="Oever",
        reeks="r1",
        status=Status.GETOOND,
        teller=teller,
        noemer=62,
        waarde=teller / 62,
        regel=2,
    )


def test_uit_het_register_telt_de_laatste_publicatie_met_een_hele_verdeling() -> None:
    vroeg, laat = date(2024, 5, 1), date(2024, 9, 1)
    regels = [
        maak_regel(laat, 46),
        maak_regel(vroeg, 47),
        *(maak_regel(vroeg, 10, code) for code in "12345"),
        *(maak_regel(laat, 20, code) for code in ("1+2", "3", "4+5")),
        maak_regel(laat, 1, jaar=2022),
    ]
    gekozen = teruglezen.kies_uit_register(regels, 2023)
    assert [(cijfer.categorie, cijfer.teller) for cijfer in gekozen] == [
        ("", 46),
        ("1+2", 20),
        ("3", 20),
        ("4+5", 20),
    ]


def test_zonder_laatste_haalt_alleen_de_laatste_publicatie_over_dat_jaar_weg() -> None:
    vroeg, laat = date(2024, 5, 1), date(2024, 9, 1)
    register = Register(cijfers=(maak_regel(vroeg, 47), maak_regel(laat, 46), maak_regel(vroeg, 4, jaar=2022)))
    assert teruglezen.zonder_laatste(register, 2023).cijfers == (register.cijfers[0], register.cijfers[2])
    assert teruglezen.zonder_laatste(register, 2021) is register, "over dat jaar staat er niets in"


def test_het_vorige_verslag_is_het_laatste_jaar_ervoor(tmp_path: Path) -> None:
    for jaar in ("2021", "2023", "2024", "oud"):
        pad = tmp_path / jaar / teruglezen.INDICATOREN
        pad.parent.mkdir(parents=True)
        pad.touch()
    (tmp_path / "2022" / "intern").mkdir(parents=True)
    register = Register(cijfers=(maak_regel(date(2024, 5, 1), 4, jaar=2020),))
    assert teruglezen.zoek_vorig_jaar(register, tmp_path, 2024) == 2023
    assert teruglezen.zoek_vorig_jaar(register, tmp_path, 2023) == 2021, "2022 is nooit gepubliceerd"
    assert teruglezen.zoek_vorig_jaar(register, tmp_path, 2021) == 2020, "alleen in het register"
    assert teruglezen.zoek_vorig_jaar(register, tmp_path / "weg", 2020) is None


def test_de_zin_telt_en_zwijgt_niet_over_wat_erbij_kwam() -> None:
    goed = Terugtoets(jaar=2024, vorig=2023, aantal=412)
    assert zin(goed) == "Alle 412 cijfers van 2023 komen weer uit."
    assert zin(replace(goed, nieuw=3)).endswith("Nu zijn er 3 cijfers meer dan toen.")
    assert zin(Terugtoets(jaar=2024, vorig=None)) == "Er is geen gepubliceerd verslag van vóór 2024 om na te rekenen."


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Een werkmap met een verslag over 2024, klaar om in 2025 na te rekenen."""
    map_ = maak_werkmap(tmp_path / "werk")
    assert voer_uit(["verslag", "2024", "--map", str(map_), "--stil"]) == 0
    instellingen = map_ / "kwaliteit.yaml"
    instellingen.write_text(
        instellingen.read_text(encoding="utf-8") + "  2025: {kader: woonzorg-lggz-2024}\n", encoding="utf-8"
    )
    return map_


def reken_na(
    map_: Path, capfd: pytest.CaptureFixture[str], *opties: str, code: int = 0
) -> tuple[list[dict[str, object]], str]:
    capfd.readouterr()
    assert voer_uit(["controleer", "2025", "--map", str(map_), "--vorig", "--json", *opties]) == code
    uitkomst = json.loads(capfd.readouterr().out)
    assert {"opdracht", "versie", "afsluitcode", "bevindingen"} <= uitkomst.keys()
    return uitkomst["verschillen"], uitkomst["uitkomst"]


def test_hetzelfde_verslag_komt_weer_uit_ook_uit_het_register(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    verschillen, tekst = reken_na(werkmap, capfd, "--streng")
    assert verschillen == []
    assert tekst.startswith("Alle ")
    assert "komen weer uit." in tekst
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil", "--definitief"]) == 0
    (werkmap / "uitvoer" / "2024" / teruglezen.INDICATOREN).unlink()
    verschillen, tekst = reken_na(werkmap, capfd, "--streng")
    assert verschillen == []


def test_zonder_eerder_verslag_is_er_een_duidelijke_zin_en_code_nul(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    map_ = maak_werkmap(tmp_path / "werk")
    assert voer_uit(["controleer", "2024", "--map", str(map_), "--vorig", "--streng"]) == 0
    assert "Er is geen gepubliceerd verslag van vóór 2024 om na te rekenen." in capfd.readouterr().err
    assert not (map_ / "uitvoer").exists(), "er wordt niets geschreven"


def test_een_veranderde_bron_wordt_bij_naam_genoemd(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    regels = bron.read_text(encoding="utf-8").splitlines()
    bron.write_text("\n".join([regels[0], *regels[3:]]) + "\n", encoding="utf-8")
    verschillen, tekst = reken_na(werkmap, capfd)
    assert "anders uit" in tekst
    assert {verschil["doelgroep"] for verschil in verschillen} == {"clienten"}
    for verschil in verschillen:
        assert "dit bestand is anders dan toen: bronnen/2024/clienten.csv" in verschil["redenen"]  # type: ignore[operator]
    reken_na(werkmap, capfd, "--streng", code=1)
    assert voer_uit(["controleer", "2025", "--map", str(werkmap), "--vorig"]) == 0
    assert "Reden: dit bestand is anders dan toen: bronnen/2024/clienten.csv" in capfd.readouterr().err


def test_een_veranderde_drempel_wordt_genoemd_met_beide_getallen(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    instellingen = werkmap / "kwaliteit.yaml"
    tekst = instellingen.read_text(encoding="utf-8")
    instellingen.write_text(tekst.replace("publicatie: {", "publicatie: {drempel: 40, "), encoding="utf-8")
    verschillen, _ = reken_na(werkmap, capfd)
    assert verschillen
    for verschil in verschillen:
        assert "de drempel was 10 en is nu 40" in verschil["redenen"]  # type: ignore[operator]
        assert verschil["nu"] in ("te weinig antwoorden", "niet getoond", terug.WEG)


def test_een_met_de_hand_veranderde_csv_valt_op_en_de_herkomst_geeft_de_reden(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    herkomst = werkmap / "uitvoer" / "2024" / teruglezen.HERKOMST
    inhoud = json.loads(herkomst.read_text(encoding="utf-8"))
    reken_na(werkmap, capfd)
    pad = werkmap / "uitvoer" / "2024" / teruglezen.INDICATOREN
    regels = pad.read_text(encoding="utf-8").splitlines()
    plaats = next(nummer for nummer, regel in enumerate(regels) if ",W1," in regel and ",gunstig," in regel)
    cellen = regels[plaats].split(",")
    kolom = regels[0].split(",").index("teller")
    cellen[kolom] = str(int(cellen[kolom]) + 1)
    pad.write_text("\n".join([*regels[:plaats], ",".join(cellen), *regels[plaats + 1 :]]) + "\n", encoding="utf-8")
    (verschil,), _ = reken_na(werkmap, capfd)
    assert (verschil["indicator"], verschil["maat"]) == ("W1", "gunstig")
    assert verschil["toen"] != verschil["nu"]
    inhoud["programma"]["versie"] = "0.0.1"
    herkomst.write_text(json.dumps(inhoud), encoding="utf-8")
    (verschil,), _ = reken_na(werkmap, capfd)
    assert any("toen programmaversie 0.0.1" in reden for reden in verschil["redenen"])  # type: ignore[attr-defined]
    herkomst.unlink()
    (verschil,), _ = reken_na(werkmap, capfd)
    assert verschil["redenen"] == [terug.GEEN_HERKOMST]


def test_een_veranderde_vraag_is_de_reden(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lijst = werkmap / "vragenlijsten" / "eigen-lijst.yaml"
    lijst.write_text(lijst.read_text(encoding="utf-8").replace("gunstig: [3]", "gunstig: [2, 3]"), encoding="utf-8")
    verschillen, _ = reken_na(werkmap, capfd)
    assert any(terug.ANDERE_VRAAG in verschil["redenen"] for verschil in verschillen)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("oud", "nieuw"), [("jaar,indicator", "jaren,indicator"), ("2024,W1,", "2024,"), (",fractie,0.", ",fractie,x.")]
)
def test_een_kapotte_csv_is_een_fout_met_vier_delen(
    oud: str, nieuw: str, werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = werkmap / "uitvoer" / "2024" / teruglezen.INDICATOREN
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    assert voer_uit(["controleer", "2025", "--map", str(werkmap), "--vorig"]) == 4
    assert "de openbare csv's van dit verslag zijn veranderd of beschadigd" in capfd.readouterr().err


def test_een_fout_van_ons_heet_geen_kapotte_csv(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(_: object) -> None:
        raise KeyError("van ons")

    monkeypatch.setattr(teruglezen, "_maak_cijfer", stuk)
    assert voer_uit(["controleer", "2025", "--map", str(werkmap), "--vorig"]) == 70


def test_ook_na_definitief_is_een_veranderde_bron_een_verschil_en_geen_fout(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Het register beschermt nieuwe publicaties; bij het narekenen mag het de uitkomst van toen niet vasthouden."""
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil", "--definitief"]) == 0
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    regels = bron.read_text(encoding="utf-8").splitlines()
    bron.write_text("\n".join([regels[0], *regels[3:]]) + "\n", encoding="utf-8")
    verschillen, tekst = reken_na(werkmap, capfd)
    assert verschillen
    assert "anders uit" in tekst
