"""`kwaliteit controleer JAAR --openbaar`: op gemaakte bestanden, en met een lek dat er met de hand in is gezet."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kwaliteit.begrippen.register import REGISTERPAD
from kwaliteit.cli import voer_uit
from kwaliteit.openbaarheidstoets.bestanden import KOLOMMEN, ZONDER_LIJST, toets_bestanden
from kwaliteit.uitvoer import tabelvormen

VOORBEELD = Path(__file__).resolve().parent.parent / "voorbeelddata"
VERANDERD = "dit bestand is na het maken veranderd"
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
    assert (code, uit["lekken"], uit["onbeslist"]) == (0, [], [])
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


VRAAG = "Mijn begeleider kijkt naar wat ík nodig heb."


def zet_in_pagina(werkmap: Path, html: str) -> None:
    vervang(werkmap / "uitvoer/2024/openbaar/verslag.html", "</article>", f"{html}</article>")


def knoei_alternatief(werkmap: Path) -> None:
    zet_in_pagina(werkmap, f'<img src="x" alt="{VRAAG} In Kreekoord: 11 van 13.">')


def knoei_aria(werkmap: Path) -> None:
    zet_in_pagina(werkmap, f'<svg role="img" aria-label="Kreekoord. {VRAAG} 85 procent."></svg>')


def knoei_svg_tekst(werkmap: Path) -> None:
    zet_in_pagina(werkmap, f"<svg><text x='1'>Kreekoord: <tspan>{VRAAG}</tspan> 85%</text></svg>")


def knoei_los_figuur(werkmap: Path) -> None:
    figuur = f"<svg><desc>Kreekoord, {VRAAG} 11 van de 13</desc></svg>"
    (werkmap / "uitvoer/2024/openbaar/figuren/figuur.svg").write_text(figuur, encoding="utf-8")


def verander_oordeel(werkmap: Path, begin: str, nieuw: str) -> None:
    """Zet een andere rij op de plaats van het oordeel dat zo begint."""
    pad = werkmap / GEGEVENS / "vergelijkingen.csv"
    regels = pad.read_text(encoding="utf-8").splitlines()
    plek = next(nummer for nummer, regel in enumerate(regels) if regel.startswith(begin))
    pad.write_text("\n".join([*regels[:plek], nieuw, *regels[plek + 1 :]]) + "\n", encoding="utf-8")


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
        (knoei_alternatief, "staat in de pagina"),
        (knoei_aria, "staat in de pagina"),
        (knoei_svg_tekst, "staat in de pagina"),
        (knoei_los_figuur, "staat in de pagina"),
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


# --- een gesloten map -------------------------------------------------------------------------------------------------

OPENBAAR = Path("uitvoer/2024/openbaar")


def verander(naam: str, oud: str, nieuw: str) -> Callable[[Path], None]:
    return lambda werkmap: vervang(werkmap / OPENBAAR / naam, oud, nieuw)


def voeg_kolom_toe(werkmap: Path) -> None:
    pad = werkmap / GEGEVENS / "respons.csv"
    kop, *regels = pad.read_text(encoding="utf-8").splitlines()
    pad.write_text("\n".join([f"{kop},n_intern", *(f"{regel},4" for regel in regels)]) + "\n", encoding="utf-8")


def maak_koppeling(werkmap: Path) -> None:
    doel = werkmap / OPENBAAR / "indicatoren.md"
    doel.rename(werkmap / "elders.md")
    doel.symlink_to(werkmap / "elders.md")


@pytest.mark.parametrize(
    ("knoei", "wat"),
    [
        (verander("verslag.html", "</article>", "<!-- Kreekoord 3 van 4 --></article>"), VERANDERD),
        (verander("verslag.html", "</style>", ".x:after{content:'Kreekoord 3/4'}</style>"), VERANDERD),
        (verander("verslag.html", "<main", "<main data-x='Kreekoord 3/4'"), VERANDERD),
        (
            verander("verslag.md", "## Naasten", "Van Kreekoord waren drie van de vier het eens.\n\n## Naasten"),
            VERANDERD,
        ),
        (verander("indicatoren.md", "# ", "Kreekoord: 3 van de 4.\n\n# "), VERANDERD),
        (verander("gegevens/datapackage.json", '"controlegetal"', '"x": "3 van 4", "controlegetal"'), VERANDERD),
        (verander("gegevens/indicatoren_per_pijler.csv", "2024,", "2025,"), VERANDERD),
        (voeg_kolom_toe, "een kolom die er niet hoort: n_intern"),
        (lambda werkmap: (werkmap / OPENBAAR / "notitie.md").write_text("x"), "dit bestand maakt het programma niet"),
        (lambda werkmap: (werkmap / OPENBAAR / ".oud.csv").write_text("x"), "dit bestand maakt het programma niet"),
        (lambda werkmap: (werkmap / OPENBAAR / "stijl.css").write_text("x"), "dit bestand maakt het programma niet"),
        (lambda werkmap: (werkmap / OPENBAAR / "intern").mkdir(), "deze map maakt het programma niet"),
        (maak_koppeling, "dit bestand maakt het programma niet"),
    ],
)
def test_wat_na_het_maken_veranderde_of_erbij_kwam_is_een_lek(
    knoei: Callable[[Path], None], wat: str, werkmap: Path
) -> None:
    # Alleen deze toets, zonder de cijfers: dat dit de uitslag haalt, staat hierboven.
    knoei(werkmap)
    lekken, onbeslist = toets_bestanden(werkmap / OPENBAAR, werkmap / "uitvoer/2024/intern")
    assert any(wat in lek.wat for lek in lekken)
    assert not onbeslist


@pytest.mark.parametrize("inhoud", [None, "{}", "[1]", "geen json"])
def test_zonder_controlegetallen_is_onbeslist_of_er_iets_veranderd_is(inhoud: str | None, werkmap: Path) -> None:
    vergeet_controlegetallen(werkmap, inhoud)
    assert toets_bestanden(werkmap / OPENBAAR, werkmap / "uitvoer/2024/intern") == ([], [ZONDER_LIJST])


def test_zonder_controlegetallen_is_de_uitslag_alleen_streng_een_fout(
    werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vergeet_controlegetallen(werkmap, None)
    code, uit = toets(werkmap, capsys)
    assert (code, uit["lekken"], uit["onbeslist"]) == (0, [], [ZONDER_LIJST])
    assert voer_uit(["controleer", "2024", "--map", str(werkmap), "--openbaar", "--streng", "--stil"]) == 1


def vergeet_controlegetallen(werkmap: Path, inhoud: str | None) -> None:
    lijst = werkmap / "uitvoer/2024/.geschreven.json"
    lijst.unlink()
    if inhoud is not None:
        lijst.write_text(inhoud, encoding="utf-8")


def test_de_openbare_tabellen_hebben_de_kolommen_die_het_programma_schrijft() -> None:
    vormen = (
        tabelvormen.OPENBARE_INDICATOREN,
        tabelvormen.PER_PIJLER,
        tabelvormen.OPENBARE_RESPONS,
        tabelvormen.OPENBARE_VERGELIJKINGEN,
    )
    geschreven = {f"gegevens/{vorm.naam}.csv": ",".join(kolom.naam for kolom in vorm.kolommen) for vorm in vormen}
    assert geschreven == KOLOMMEN


@pytest.mark.parametrize(
    ("kolom", "getal", "code"),
    [
        ("waarde", "1e999", 3),
        ("waarde", "1e99", 3),
        ("waarde", "nan", 3),
        ("waarde", "inf", 3),
        ("waarde", "999999999999", 1),
        ("noemer", "9" * 23, 3),
        ("noemer", "9" * 5000, 3),
        ("noemer", "999999999999", 3),
        ("noemer", "999999999", 1),
        ("noemer", "0", 1),
        ("teller", "-1", 3),
        ("teller", "²", 3),
    ],
)
@pytest.mark.parametrize("maat", ["gunstig", "gemiddelde"])
def test_een_onmogelijk_getal_geeft_een_nette_fout_of_een_lek(
    maat: str, kolom: str, getal: str, code: int, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = werkmap / GEGEVENS / "indicatoren.csv"
    kop, *regels = [regel.split(",") for regel in pad.read_text(encoding="utf-8").splitlines()]
    raak = next(r for r in regels if r[kop.index("maat")] == maat and r[kop.index("status")] == "getoond")
    raak[kop.index(kolom)] = getal
    pad.write_text("\n".join(map(",".join, [kop, *regels])) + "\n", encoding="utf-8")
    gekregen, uit = toets(werkmap, capsys)
    assert gekregen == code
    assert uit["fouten"] if code == 3 else uit["lekken"]


JAAR = "2024,jaar,CL02,clienten,Stichting Wendelveer,2023"
GROEP = "2024,groep,SP1,naasten,Stichting Wendelveer,professionals"
LOCATIE = "2024,locatie,CL01,clienten,Kadehuis,de rest"


@pytest.mark.parametrize(
    ("begin", "nieuw", "wat"),
    [
        (JAAR, f"{JAAR},duidelijk hoger,duidelijk,22", "andere woorden"),
        (JAAR, f"{JAAR},duidelijk meer,gelijk,22", "andere woorden"),
        (JAAR, f"{JAAR},duidelijk meer,duidelijk,23", "volgen niet uit"),
        (JAAR, f"{JAAR},duidelijk minder,duidelijk,-22", "volgen niet uit"),
        (JAAR, f"{JAAR},ongeveer gelijk,gelijk,22", "volgen niet uit"),
        (JAAR, f"{JAAR},te weinig antwoorden om te vergelijken,te weinig,22", "punten is niet leeg"),
        (JAAR, JAAR.replace("2023", "2021") + ",duidelijk meer,duidelijk,22", "niet getoond mag worden"),
        (GROEP, f"{GROEP},duidelijk minder,duidelijk,-28", "volgen niet uit"),
        (
            GROEP,
            GROEP.replace("SP1,naasten", "SP1,samenwerkingspartners") + ",duidelijk minder,duidelijk,-29",
            "niet ge",
        ),
        (LOCATIE, LOCATIE.replace("Kadehuis", "Kreekoord") + ",ongeveer gelijk,gelijk,-4", "niet getoond mag worden"),
        (LOCATIE, LOCATIE.replace("Kadehuis", "Molenwerf") + ",ongeveer gelijk,gelijk,4", "niet getoond mag worden"),
        (LOCATIE, f'{LOCATIE},"mogelijk minder, kan toeval zijn",mogelijk,-9', "volgen niet uit"),
    ],
)
def test_een_oordeel_dat_niet_uit_openbare_cijfers_volgt_is_een_lek(
    begin: str, nieuw: str, wat: str, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verander_oordeel(werkmap, begin, nieuw)
    code, uit = toets(werkmap, capsys)
    lekken = uit["lekken"]
    assert isinstance(lekken, list)
    inhoud = [lek for lek in lekken if lek["wat"] != VERANDERD]
    assert (code, len(inhoud), len(lekken)) == (1, 1, 2)
    assert wat in inhoud[0]["wat"]


def test_een_tweede_versie_die_een_mens_scheelt_is_een_lek(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--definitief", "--stil"]) == 0
    assert toets(werkmap, capsys)[0] == 0
    register = werkmap / REGISTERPAD
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
        ("uitvoer/2024/openbaar/indicatoren.html", 3),
        ("uitvoer/2024/openbaar/indicatoren.md", 3),
        ("uitvoer/2024/openbaar/gegevens/indicatoren_per_pijler.csv", 3),
        ("uitvoer/2024/openbaar/gegevens/vergelijkingen.csv", 3),
        ("uitvoer/2024/openbaar/gegevens/datapackage.json", 3),
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
        ("uitvoer/2024/intern/indicatoren.csv", 'jaar\n"2024" x\n', 3),
        ("uitvoer/2024/intern/antwoorden.csv", "jaar,doelgroep\n2024,clienten\n", 3),
        ("uitvoer/2024/openbaar/gegevens/vergelijkingen.csv", "jaar,soort\n2024,jaar\n", 3),
        (str(REGISTERPAD), "datum\n2024-01-01,2\n", 4),
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
