"""Figuur, tabel, zin, alternatieve tekst en csv zeggen hetzelfde getal; en wie er één verandert, valt op."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gouden_verslag import PROJECT, maak_verslag
from tests.overeenkomst import Verslag, html_tabellen, html_zinnen, markdown_tabellen, procent, schrijf, zoek_fouten

WERKMAP = PROJECT / "voorbeelddata"
LIJSTEN = PROJECT / "kwaliteit" / "vragenlijsten"
HTML, MARKDOWN = "verslag.html", "verslag.md"
INDICATOREN, RESPONS = "gegevens/indicatoren.csv", "gegevens/respons.csv"


def lees(openbaar: Path) -> Verslag:
    lijsten = [pad for map_ in (LIJSTEN, WERKMAP / "vragenlijsten") for pad in sorted(map_.glob("*-*.yaml"))]
    return Verslag(
        openbaar,
        lijsten,
        LIJSTEN / "spiegel.yaml",
        [LIJSTEN / "kengetallen.yaml"],
        PROJECT / "kwaliteit" / "kaders" / "rekenregels.yaml",
    )


def loop_na(openbaar: Path) -> list[str]:
    verslag = lees(openbaar)
    verhalen = sorted((WERKMAP / "verhaal" / str(verslag.jaar)).glob("*.md"))
    return zoek_fouten(verslag, verhalen, WERKMAP / "acties.yaml")


@pytest.fixture(scope="module", params=[2022, 2023, 2024])
def elk_jaar(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_verslag(tmp_path_factory.mktemp("jaar"), jaar=request.param) / "openbaar"


@pytest.fixture(scope="module")
def openbaar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_verslag(tmp_path_factory.mktemp("overeenkomst")) / "openbaar"


def test_elk_getal_op_de_pagina_en_in_elke_figuur_is_het_getal_uit_de_csv(elk_jaar: Path) -> None:
    assert loop_na(elk_jaar) == []


def test_de_toets_ziet_genoeg_om_iets_te_zeggen(openbaar: Path) -> None:
    verslag = lees(openbaar)
    assert zoek_fouten(verslag, acties=WERKMAP / "acties.yaml") == []
    assert len(verslag.gezien) > 250
    # De figuur bron × pijler is in Markdown te breed voor één tabel.
    assert len(list(html_tabellen(verslag.boom))) == len(list(markdown_tabellen(verslag.markdown))) - 1 > 10
    bewijzen = [punt for punt in verslag.verantwoording.alle("li") if re.match(r"(Vraag|Kengetal) \w+", punt.tekst)]
    assert len(bewijzen) > 60
    assert len(verslag.boom.alle("div", "kv-graf")) > 10
    assert sum("%" in zin for zin in html_zinnen(verslag.boom)) > 15
    verborgen = [rij for rij in verslag.rijen if rij["status"] not in ("getoond", "weinig antwoorden")]
    assert len(verborgen) > 100
    assert not any(rij["waarde"] or rij["ondergrens"] for rij in verborgen)


@pytest.mark.parametrize(
    ("teller", "noemer", "afgerond"),
    [(1, 200, 1), (3, 200, 2), (5, 200, 3), (996, 1000, 99), (0, 10, 0), (10, 10, 100), (1, 1000, 1), (47, 62, 76)],
)
def test_half_gaat_naar_boven_en_alleen_niemand_is_nul(teller: int, noemer: int, afgerond: int) -> None:
    assert procent(teller, noemer) == afgerond


def test_een_rij_wordt_geschreven_zoals_een_lezer_hem_ziet() -> None:
    leeg = dict.fromkeys(("toelichting", "teller", "noemer", "waarde", "ondergrens", "bovengrens", "eenheid"), "")
    nps = {**leeg, "maat": "nps", "status": "getoond", "waarde": "-12", "eenheid": "punten", "noemer": "117"}
    cijfer = {**leeg, "maat": "gemiddelde", "status": "getoond", "waarde": "7.25", "noemer": "59"}
    weinig = {**leeg, "maat": "gunstig", "status": "weinig antwoorden", "teller": "11", "noemer": "14"}
    band = {**leeg, "maat": "gunstig", "status": "band hoog", "toelichting": "meer dan 90%"}
    assert [schrijf(rij) for rij in (nps, cijfer, weinig, band)] == ["−12", "7,3", "11 van 14", "meer dan 90%"]


def tel_op(patroon: str, stap: float = 1, *, welke: int = 0) -> Callable[[str], str]:
    """Een bewerking die het getal in de eerste groep van het patroon iets groter maakt."""

    def verander(tekst: str) -> str:
        gevonden = list(re.finditer(patroon, tekst))[welke]
        getal = float(gevonden[1].replace(",", ".")) + stap
        nieuw = f"{getal:g}".replace(".", ",") if "," in gevonden[1] else f"{getal:g}"
        return tekst[: gevonden.start(1)] + nieuw + tekst[gevonden.end(1) :]

    return verander


def in_csv(begin: str, kolom: int, stap: float) -> Callable[[str], str]:
    """Een bewerking van één cel in de eerste csv-regel die op het patroon past."""

    def verander(tekst: str) -> str:
        regels = tekst.splitlines()
        plaats = next(nummer for nummer, regel in enumerate(regels) if re.match(begin, regel))
        cellen = regels[plaats].split(",")
        cellen[kolom] = f"{float(cellen[kolom]) + stap:g}"
        return "\n".join([*regels[:plaats], ",".join(cellen), *regels[plaats + 1 :]]) + "\n"

    return verander


KOP = r"2024,CL04,clienten,[^,]*,clienten,Stichting Wendelveer,organisatie,"
EERDER = r"2022,CL04,clienten,[^,]*,clienten,Stichting Wendelveer,organisatie,"
MUTATIES: dict[str, tuple[str, Callable[[str], str]]] = {
    "csv: een teller": (INDICATOREN, in_csv(KOP + "gunstig", 11, 3)),
    "csv: een noemer van een eerder jaar": (INDICATOREN, in_csv(EERDER + "gunstig", 12, 1)),
    "csv: een ondergrens": (INDICATOREN, in_csv(KOP + "gunstig", 13, 0.02)),
    "csv: een vak van een verdeling": (INDICATOREN, in_csv(KOP + "verdeling,4", 11, 1)),
    "csv: een kengetal per 1.000": (INDICATOREN, in_csv(r"2024,K14,", 10, 0.2)),
    "csv: een gemiddelde": (INDICATOREN, in_csv(r"2024,NA11,.*organisatie,gemiddelde", 10, 0.1)),
    "csv: een NPS": (INDICATOREN, in_csv(r"2024,PR11,.*organisatie,nps", 10, 1)),
    "csv: een locatie": (INDICATOREN, in_csv(r"2024,CL04,.*,Molenwerf,locatie,gunstig", 11, 1)),
    "csv: de respons": (RESPONS, in_csv(r"2024,clienten,Stichting", 4, 3)),
    "html: een cel": (HTML, tel_op(r">(\d\d)% <i>", welke=5)),
    "html: een marge in een cel": (HTML, tel_op(r"<i>(\d\d)% tot", welke=5)),
    "html: een aantal in een cel": (HTML, tel_op(r"tot \d\d%, (\d+) antwoorden</i>", welke=5)),
    "html: een aantal bij weinig antwoorden": (HTML, tel_op(r">(\d+) van \d\d</td>", welke=8)),
    "html: een verdeling in woorden": (HTML, tel_op(r"; eens (\d+)%;")),
    "html: een band": (HTML, tel_op(r">meer dan (\d+) van de")),
    "html: een kernboodschap": (HTML, tel_op(r"<b>(\d\d)%</b>")),
    "html: de titel van een figuur": (HTML, tel_op(r"<figcaption><b>[^<]*?(\d\d)%", welke=1)),
    "html: een cijfer in het verhaal van een mens": (HTML, tel_op(r"daarmee eens: (\d\d)%")),
    "html: het getal naast een balk": (HTML, tel_op(r"<b>(\d\d)% eens of")),
    "html: een verschil in de spiegel": (HTML, tel_op(r"</b> (\d\d) punten verschil")),
    "alt: een balkfiguur": (HTML, tel_op(r"Hoogste: “[^”]*”, (\d\d) procent")),
    "alt: een trend": (HTML, tel_op(r"2023: (\d\d) procent", welke=1)),
    "alt: de spiegel": (HTML, tel_op(r'Puntengrafiek[^"]*?, (\d\d) punten')),
    "svg: een vak van een balk": (HTML, tel_op(r'<rect fill="?#278"? [^>]*?width="?([\d.]+)%', 0.5, welke=2)),
    "svg: een getal in een balk": (HTML, tel_op(r'<text x="?[\d.]+%"? y="?20(?:\.5)?"?>(\d\d)</text>', welke=3)),
    "svg: een punt van een trend": (HTML, tel_op(r'cy="?([\d.]+)', 0.5, welke=4)),
    "svg: een label van een trend": (HTML, tel_op(r'<text x="?[\d.]+%"? y="?[\d.]+"?>(\d\d)%</text>', welke=2)),
    "svg: een marge van een trend": (
        HTML,
        tel_op(r'stroke-width="?38"?>\s*<line x1="?[\d.]+%"? x2="?[\d.]+%"? y1="?([\d.]+)', 0.5, welke=1),
    ),
    "svg: een getal op de as": (HTML, tel_op(r">(25)%</text>")),
    "svg: een teken in de spiegel": (HTML, tel_op(r'#kv-m-n"?(?: fill="?#a51"?)? x="?([\d.]+)%', 0.5)),
    "svg: het lijntje in de spiegel": (HTML, tel_op(r'stroke-linecap="?round"? x1="?(\d+\.\d+)%', 0.5, welke=-1)),
    "svg: een balkje bij de respons": (HTML, tel_op(r'<rect fill="?#278"? [^>]*?width="?([\d.]+)%"?[^>]*rx', 0.5)),
    "kort: een kernboodschap": ("kort.html", tel_op(r"<b>(\d\d)%</b>")),
    "kort: een cijfer in gewone taal": ("kort.html", tel_op(r"afgesproken: (\d\d)%")),
    "kort: hoeveel mensen antwoordden": ("kort.html", tel_op(r"(\d+) van de \d+ gevraagde")),
    "verantwoording: een cijfer": ("verantwoording.html", tel_op(r"<li>.*?<b>(\d\d)%</b>")),
    "verantwoording: een marge": ("verantwoording.html", tel_op(r"<i>\(\d\d% tot (\d\d)%", welke=9)),
    "verantwoording: een kengetal": ("verantwoording.html", tel_op(r"<i>\((\d+) van \d+\)")),
    "verantwoording: normen zonder oordeel": ("verantwoording.html", tel_op(r"(\d+) van 33 normen hebben")),
    "verantwoording: normen met een cijfer": ("verantwoording.html", tel_op(r"Bij (\d+) van 33 normen")),
    "md: een cel": (MARKDOWN, tel_op(r"\| (\d\d)% \(", welke=7)),
    "md: een marge": (MARKDOWN, tel_op(r"\| \d\d% \((\d\d)% tot", welke=7)),
    "md: een cijfer in het verhaal": (MARKDOWN, tel_op(r"daarmee eens: (\d\d)%")),
}


@pytest.mark.parametrize("naam", MUTATIES)
def test_een_veranderd_getal_valt_op(openbaar: Path, tmp_path: Path, naam: str) -> None:
    bestand, verander = MUTATIES[naam]
    kopie = tmp_path / "openbaar"
    shutil.copytree(openbaar, kopie)
    tekst = (kopie / bestand).read_text(encoding="utf-8")
    anders = verander(tekst)
    assert anders != tekst
    (kopie / bestand).write_text(anders, encoding="utf-8")
    assert loop_na(kopie), naam


def test_een_cijfer_dat_nergens_op_de_pagina_staat_valt_op(openbaar: Path, tmp_path: Path) -> None:
    kopie = tmp_path / "openbaar"
    shutil.copytree(openbaar, kopie)
    html = (kopie / HTML).read_text(encoding="utf-8")
    rij = re.search(r"<tr[^>]*>\s*<th[^>]*>Klachten en signalen.*?</tr>", html, re.DOTALL)
    assert rij is not None
    (kopie / HTML).write_text(html.replace(rij[0], ""), encoding="utf-8")
    assert any("K13" in fout for fout in loop_na(kopie))


def test_een_ander_oordeel_dan_in_de_csv_valt_op(openbaar: Path, tmp_path: Path) -> None:
    kopie = tmp_path / "openbaar"
    shutil.copytree(openbaar, kopie)
    html = (kopie / HTML).read_text(encoding="utf-8")
    anders = re.sub(r"(<td[^>]*>)ongeveer gelijk", r"\1duidelijk meer", html, count=1)
    assert anders != html
    (kopie / HTML).write_text(anders, encoding="utf-8")
    assert loop_na(kopie)
