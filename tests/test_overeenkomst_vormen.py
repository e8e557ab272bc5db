"""Kort, verantwoording, fragmenten, losse figuren, Word en pdf zeggen hetzelfde als de pagina en de csv."""

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from kwaliteit.cli import voer_uit
from tests.gouden_verslag import PROJECT
from tests.overeenkomst import Verslag, keur_verhaal, lees_boom, markdown_tabellen
from tests.overeenkomst_figuren import keur_svg
from tests.overeenkomst_vormen import (
    kale_tabellen,
    keur_docx,
    keur_fragment,
    keur_markdown,
    keur_pdf,
    keur_regels,
    keur_tabellen,
    keur_uitgave,
    lees_mensentekst,
)
from tests.test_overeenkomst import WERKMAP, lees, tel_op

docx = pytest.importorskip("docx", reason="python-docx staat niet op deze machine")
pypdf = pytest.importorskip("pypdf", reason="pypdf staat niet op deze machine")
pytest.importorskip("typst", reason="typst staat niet op deze machine")

UITGAVEN = ("kort.html", "kort.md", "verantwoording.html", "verantwoording.md")


@dataclass
class Vormen:
    """Eén gemaakt verslag met alles wat de lezers nodig hebben; elk bestand wordt hoogstens één keer gelezen."""

    openbaar: Path

    @cached_property
    def verslag(self) -> Verslag:
        return lees(self.openbaar)

    @cached_property
    def mensen(self) -> list[str]:
        return lees_mensentekst(self.verslag, WERKMAP, PROJECT / "kwaliteit" / "kaders")

    @cached_property
    def tellingen(self) -> set[str]:
        return self.verslag.eigen_tellingen(WERKMAP / "acties.yaml")

    @cached_property
    def pdftekst(self) -> str:
        lezer = pypdf.PdfReader(self.openbaar / "verslag.pdf")
        return "\n".join(blad.extract_text() for blad in lezer.pages)

    @cached_property
    def figuren(self) -> list[str]:
        return sorted(pad.relative_to(self.openbaar).as_posix() for pad in self.openbaar.glob("figuren/*.svg"))

    def tekst(self, naam: str) -> str:
        return (self.openbaar / naam).read_text(encoding="utf-8")

    def keur(self, naam: str, tekst: str) -> list[str]:
        """Loop één tekstbestand na, met deze inhoud."""
        return list(self._kies(naam, tekst))

    def _kies(self, naam: str, tekst: str) -> Iterator[str]:
        pagina = self.tekst("verslag.html")
        if naam in UITGAVEN:
            yield from keur_uitgave(self.verslag, tekst, naam, self.mensen, self.tellingen)
            if naam.startswith("kort"):
                yield from self._keur_gewone_taal(naam, tekst)
        elif naam == "fragment.html":
            yield from keur_fragment(pagina, tekst)
        elif naam == "fragment-kaal.html":
            boom = lees_boom(tekst)
            yield from keur_tabellen(pagina, kale_tabellen(tekst), naam)
            alt = [beeld.attributen["alt"] for beeld in boom.alle("img")]
            yield from keur_regels(self.tekst("verslag.md"), boom.tekst, naam, alt)
        elif naam == "verslag.md":
            yield from keur_tabellen(pagina, markdown_tabellen(tekst), naam)
            yield from keur_markdown(self.verslag, tekst, self.mensen, self.tellingen)
        elif naam == "verslag.pdf":
            yield from keur_pdf(self.tekst("verslag.md"), tekst)
            yield from keur_regels(self.tekst("verslag.md"), tekst, naam)
        else:
            yield from keur_svg(self.verslag, Path(naam).stem, tekst)

    def _keur_gewone_taal(self, naam: str, tekst: str) -> Iterator[str]:
        al_gemeld = len(self.verslag.fouten)
        zichtbaar = lees_boom(tekst).tekst if naam.endswith("html") else " ".join(re.sub(r"[*_#\\]", "", tekst).split())
        keur_verhaal(self.verslag, [WERKMAP / "verhaal" / "2024" / "gewone-taal.md"], zichtbaar, naam)
        yield from self.verslag.fouten[al_gemeld:]
        del self.verslag.fouten[al_gemeld:]

    def keur_word(self, inhoud: bytes) -> list[str]:
        document = docx.Document(io.BytesIO(inhoud))
        rijen = [[cel.text for cel in rij.cells] for tabel in document.tables for rij in tabel.rows]
        xml = lees_deel(inhoud)
        tekst = html.unescape(re.sub(r"<[^>]+>", "", xml))
        beelden = [html.unescape(alt) for alt in re.findall(r'<wp:docPr [^>]*?descr="([^"]*)"', xml)]
        markdown = self.tekst("verslag.md")
        return [*keur_docx(markdown, rijen), *keur_regels(markdown, tekst, "docx", beelden)]


def lees_deel(inhoud: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as doos:
        return doos.read("word/document.xml").decode("utf-8")


def vervang_deel(inhoud: bytes, xml: str) -> bytes:
    """Hetzelfde Word-bestand met andere tekst erin."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as doos, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in doos.infolist():
            nieuw.writestr(deel, xml if deel.filename == "word/document.xml" else doos.read(deel))
    return uit.getvalue()


@pytest.fixture(scope="module")
def vormen(tmp_path_factory: pytest.TempPathFactory) -> Vormen:
    uit = tmp_path_factory.mktemp("vormen")
    opdracht = ["verslag", "2024", "--map", str(WERKMAP), "--uit", str(uit), "--stil"]
    assert voer_uit([*opdracht, "--formaat", "pdf", "--formaat", "docx"]) == 0
    return Vormen(uit / "2024" / "openbaar")


@pytest.fixture(scope="module", params=[2022, 2023])
def eerder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Vormen:
    uit = tmp_path_factory.mktemp("eerder")
    assert voer_uit(["verslag", str(request.param), "--map", str(WERKMAP), "--uit", str(uit), "--stil"]) == 0
    return Vormen(uit / str(request.param) / "openbaar")


@pytest.mark.parametrize("naam", [*UITGAVEN, "fragment.html", "fragment-kaal.html", "verslag.md"])
def test_elk_getal_in_een_andere_vorm_is_dat_van_de_pagina_en_de_csv(vormen: Vormen, naam: str) -> None:
    assert vormen.keur(naam, vormen.tekst(naam)) == []


def test_elk_getal_en_elke_plaats_in_een_losse_figuur_is_die_van_haar_rij(vormen: Vormen) -> None:
    assert len(vormen.figuren) >= 18
    assert [fout for naam in vormen.figuren for fout in vormen.keur(naam, vormen.tekst(naam))] == []
    assert {naam.replace(".svg", ".png") for naam in vormen.figuren} == {
        pad.relative_to(vormen.openbaar).as_posix() for pad in vormen.openbaar.glob("figuren/*.png")
    }


def test_elke_tabelrij_en_elke_regel_van_de_markdown_staat_in_word(vormen: Vormen) -> None:
    assert vormen.keur_word((vormen.openbaar / "verslag.docx").read_bytes()) == []


def test_elke_tabelrij_en_elke_regel_van_de_markdown_staat_in_de_pdf(vormen: Vormen) -> None:
    assert vormen.keur("verslag.pdf", vormen.pdftekst) == []


def test_ook_in_een_eerder_jaar_met_weinig_bronnen_klopt_alles(eerder: Vormen) -> None:
    namen = [*(een for een in UITGAVEN if not een.startswith("kort")), "fragment.html", "fragment-kaal.html"]
    for naam in [*namen, "verslag.md", *eerder.figuren]:
        assert eerder.keur(naam, eerder.tekst(naam)) == [], naam


TREND, KLEIN = "figuren/figuur-na08-naasten-jaren.svg", "figuren/figuur-samenwerken.svg"
BALKEN, SPIEGEL = "figuren/figuur-clienten.svg", "figuren/figuur-spiegel.svg"
RESPONS, MATRIX, STAND = (f"figuren/{naam}.svg" for naam in ("tabel-respons", "figuur-matrix", "figuur-beloften"))
MUTATIES: dict[str, tuple[str, Callable[[str], str]]] = {
    "kort html: een kernboodschap": ("kort.html", tel_op(r"<b>(\d\d)%</b>", welke=2)),
    "kort html: gewone taal": ("kort.html", tel_op(r"afgesproken: (\d\d)%")),
    "kort html: klare beloften": ("kort.html", tel_op(r"(\d) van 8 beloften")),
    "kort md: een kernboodschap": ("kort.md", tel_op(r"cijfer: (\d\d)%", welke=3)),
    "kort md: gewone taal": ("kort.md", tel_op(r"afgesproken: (\d\d)%")),
    "kort md: de respons": ("kort.md", tel_op(r"van de (\d+) gevraagde")),
    "verantwoording html: een aantal": ("verantwoording.html", tel_op(r"tot \d\d%, (\d+) antwoorden", welke=7)),
    "verantwoording html: een kengetal": ("verantwoording.html", tel_op(r"<b>(\d\d)%</b> <i>\(\d+ van")),
    "verantwoording html: normen zonder oordeel": ("verantwoording.html", tel_op(r"nee en (\d+) nog geen")),
    "verantwoording md: een cijfer": ("verantwoording.md", tel_op(r"” (\d\d)% \(", welke=11)),
    "verantwoording md: een ondergrens": ("verantwoording.md", tel_op(r"% \((\d\d)% tot", welke=20)),
    "verantwoording md: een noemer": ("verantwoording.md", tel_op(r"% \(\d+ van (\d+)\)", welke=3)),
    "verantwoording md: de stand in een bijschrift": ("verantwoording.md", tel_op(r"Cliënten: (\d) ja")),
    "verantwoording md: de respons": ("verantwoording.md", tel_op(r"\| (\d\d)% \|")),
    "verantwoording md: kengetallen per pijler": ("verantwoording.md", tel_op(r"(\d) kengetallen")),
    "verantwoording md: een score": ("verantwoording.md", tel_op(r"0 tot 100: (\d\d) ")),
    "fragment: een cel": ("fragment.html", tel_op(r">(\d\d)% <i>", welke=9)),
    "fragment: een balk": ("fragment.html", tel_op(r'width="?([\d.]+)%', 0.5, welke=6)),
    "fragment: een alternatieve tekst": ("fragment.html", tel_op(r"2023: (\d\d) procent")),
    "kaal: een cel": ("fragment-kaal.html", tel_op(r"<td[^>]*>(\d\d)% \(", welke=12)),
    "kaal: een kernboodschap": ("fragment-kaal.html", tel_op(r"Het cijfer: (\d\d)%")),
    "kaal: een alternatieve tekst": ("fragment-kaal.html", tel_op(r'alt="[^"]*?(\d\d) procent', welke=1)),
    "md: een marge in een cel": ("verslag.md", tel_op(r"\| \d\d% \(\d\d% tot (\d\d)%", welke=30)),
    "md: een locatie": ("verslag.md", tel_op(r"\| (\d+) van \d\d \|", welke=-1)),
    "md: een kernboodschap": ("verslag.md", tel_op(r"Het cijfer: (\d\d)%", welke=1)),
    "md: een alternatieve tekst": ("verslag.md", tel_op(r"!\[[^\]]*?(\d\d) procent")),
    "svg balken: een vak": (BALKEN, tel_op(r'y="\d+" width="([\d.]+)" height="32"', 1.5, welke=2)),
    "svg balken: het begin van een vak": (
        BALKEN,
        tel_op(r'<rect x="([\d.]+)" y="\d+" width="[\d.]+" height="32"', 1, welke=4),
    ),
    "svg balken: een getal in een vak": (BALKEN, tel_op(r'text-anchor="middle">(\d\d)<', welke=5)),
    "svg balken: het getal naast de balk": (BALKEN, tel_op(r'text-anchor="end">(\d\d)% eens')),
    "svg balken: de omschrijving": (BALKEN, tel_op(r"”: (\d\d)% eens", welke=3)),
    "svg balken: weinig antwoorden": (KLEIN, tel_op(r'text-anchor="end">(\d\d) van 26')),
    "svg trend: een punt": (TREND, tel_op(r'cy="([\d.]+)"', 0.5, welke=1)),
    "svg trend: een getal": (TREND, tel_op(r'paint-order="stroke">(\d\d)%')),
    "svg trend: een marge": (TREND, tel_op(r'y2="([\d.]+)" stroke="#\w+" stroke-width="40"', 0.5)),
    "svg trend: een lijn": (TREND, tel_op(r'y2="([\d.]+)" stroke="#\w+" stroke-width="2.5"', 0.5)),
    "svg trend: de as": (TREND, tel_op(r">(25)%</text>")),
    "svg trend: de titel": (TREND, tel_op(r"<title[^>]*>[^<]*?(20\d\d)")),
    "svg trend: de omschrijving": (TREND, tel_op(r"2023: (\d\d)%")),
    "svg spiegel: een rondje": (SPIEGEL, tel_op(r'<circle cx="([\d.]+)"', 0.5, welke=2)),
    "svg spiegel: de lijn": (SPIEGEL, tel_op(r'x2="([\d.]+)" y2="[\d.]+" stroke="#\w+" stroke-width="4"', 0.5)),
    "svg spiegel: een verschil": (SPIEGEL, tel_op(r">(\d\d) punten verschil<", welke=2)),
    "svg spiegel: de omschrijving": (SPIEGEL, tel_op(r": (\d\d) punten verschil;", welke=2)),
    "svg respons: een aantal": (RESPONS, tel_op(r'text-anchor="end">(\d+) van')),
    "svg respons: een deel": (RESPONS, tel_op(r'text-anchor="end">(\d\d)%', welke=2)),
    "svg respons: een balkje": (RESPONS, tel_op(r'width="(\d+\.\d)" height="12"', 0.5)),
    "svg matrix: getoonde vragen": (MATRIX, tel_op(r">(\d) van 6")),
    "svg matrix: kengetallen": (MATRIX, tel_op(r">(\d) kengetallen")),
    "svg beloften: de titel": (STAND, tel_op(r"<title[^>]*>(\d) van")),
    "svg beloften: een stand": (STAND, lambda tekst: tekst.replace(">Deels<", ">Klaar<")),
    "pdf: een cel": ("verslag.pdf", tel_op(r"(\d\d)%\s\(\d\d%\stot", welke=14)),
    "pdf: een zin": ("verslag.pdf", tel_op(r"(\d\d)%\svan\sde\scliënten")),
}


@pytest.mark.parametrize("mutatie", MUTATIES)
def test_een_veranderd_getal_in_een_andere_vorm_valt_op(vormen: Vormen, mutatie: str) -> None:
    naam, verander = MUTATIES[mutatie]
    tekst = vormen.pdftekst if naam.endswith(".pdf") else vormen.tekst(naam)
    anders = verander(tekst)
    assert anders != tekst
    assert vormen.keur(naam, anders)


@pytest.mark.parametrize(
    "verander",
    [
        tel_op(r">(\d\d)% \(\d\d% tot", welke=20),
        tel_op(r"<w:t[^>]*>(\d+) van \d+</w:t>", welke=5),
        tel_op(r">[^<]*?(\d\d)% van de cliënten"),
        tel_op(r'descr="[^"]*?(\d\d) procent'),
    ],
    ids=["een cel", "een aantal", "een zin", "een alternatieve tekst"],
)
def test_een_veranderd_getal_in_word_valt_op(vormen: Vormen, verander: Callable[[str], str]) -> None:
    inhoud = (vormen.openbaar / "verslag.docx").read_bytes()
    xml = lees_deel(inhoud)
    anders = verander(xml)
    assert anders != xml
    assert vormen.keur_word(vervang_deel(inhoud, anders))


def test_een_pdf_zonder_een_blad_met_tabellen_valt_op(vormen: Vormen) -> None:
    bladen = [blad.extract_text() for blad in pypdf.PdfReader(vormen.openbaar / "verslag.pdf").pages]
    plek = next(nummer for nummer, blad in enumerate(bladen) if blad.count("antwoorden)") > 5)
    assert vormen.keur("verslag.pdf", "\n".join([*bladen[:plek], *bladen[plek + 1 :]]))


def test_een_weggelaten_figuur_of_tabel_valt_op(vormen: Vormen) -> None:
    markdown = vormen.tekst("verslag.md")
    zonder_beeld = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", markdown, count=1)
    zonder_rij = re.sub(r"\n\| Mijn begeleider kijkt[^\n]*", "", markdown, count=1)
    assert len({markdown, zonder_beeld, zonder_rij}) == 3
    assert all(vormen.keur("verslag.md", anders) for anders in (zonder_beeld, zonder_rij))
