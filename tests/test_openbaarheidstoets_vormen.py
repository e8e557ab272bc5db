"""De openbaarheidstoets op elke vorm van het verslag: een verborgen getal valt ook op in een figuur en in Word."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kwaliteit.begrippen.fout import BronFout
from kwaliteit.cli import voer_uit
from kwaliteit.openbaarheidstoets.figuurtekst import ontleed_svg
from kwaliteit.openbaarheidstoets.stuk import Stuk
from kwaliteit.openbaarheidstoets.teksten import ontleed_html
from kwaliteit.openbaarheidstoets.word import lees_word

pytest.importorskip("docx", reason="python-docx staat niet op deze machine")
pytest.importorskip("typst", reason="typst staat niet op deze machine")

VOORBEELD = Path(__file__).resolve().parent.parent / "voorbeelddata"
OPENBAAR = Path("uitvoer/2024/openbaar")
VRAAG = "Mijn begeleider kijkt naar wat ík nodig heb."
"""In Kreekoord antwoordden 13 cliënten, en 11 zijn het eens: openbaar is dat een band."""
LEK = f"{VRAAG} In Kreekoord: 11 van 13."
BEELD, ANDER_BEELD = "figuren/figuur-clienten.svg", "figuren/figuur-cl02-clienten-jaren.svg"


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Het voorbeeldverslag met alle formaten, een keer gemaakt."""
    werkmap = tmp_path_factory.mktemp("vormen") / "werkmap"
    shutil.copytree(VOORBEELD, werkmap, ignore=shutil.ignore_patterns("__pycache__", "uitvoer"))
    opdracht = ["verslag", "2024", "--map", str(werkmap), "--stil", "--formaat", "pdf", "--formaat", "docx"]
    assert voer_uit(opdracht) == 0
    return werkmap


@pytest.fixture
def werkmap(gemaakt: Path, tmp_path: Path) -> Path:
    """Een eigen kopie om in te knoeien."""
    return Path(shutil.copytree(gemaakt, tmp_path / "werkmap"))


def toets(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, list[dict[str, str]]]]:
    capsys.readouterr()
    code = voer_uit(["controleer", "2024", "--map", str(werkmap), "--openbaar", "--json"])
    uit: dict[str, list[dict[str, str]]] = json.loads(capsys.readouterr().out)
    return code, uit


def voeg_toe(voor: str, extra: str) -> Callable[[Path], None]:
    """Zet iets voor de laatste plek waar dit staat; zonder plek aan het einde."""

    def knoei(pad: Path) -> None:
        tekst = pad.read_text(encoding="utf-8")
        assert voor in tekst
        plek = tekst.rindex(voor) if voor else len(tekst)
        pad.write_text(f"{tekst[:plek]}{extra}{tekst[plek:]}", encoding="utf-8")

    return knoei


def in_word(extra: str) -> Callable[[Path], None]:
    """Zet iets aan het einde van het Word-bestand."""

    def knoei(pad: Path) -> None:
        with zipfile.ZipFile(pad) as doos:
            delen = [(deel, doos.read(deel)) for deel in doos.infolist()]
        with zipfile.ZipFile(pad, "w") as doos:
            for deel, inhoud in delen:
                is_lijf = deel.filename == "word/document.xml"
                plek = inhoud.rindex(b"<w:sectPr") if is_lijf else len(inhoud)
                doos.writestr(deel, inhoud[:plek] + (extra.encode() if is_lijf else b"") + inhoud[plek:])

    return knoei


def alinea(*delen: str) -> str:
    stukken = [f'<w:r><w:t xml:space="preserve">{deel}</w:t></w:r>' for deel in delen]
    return f"<w:p>{''.join(stukken)}</w:p>"


GESLOTEN_TABEL = (
    "<table><tr><th>Vraag</th><th>Kreekoord</th></tr>"
    "<tr><th>Ik weet wie mij waarmee helpt.</th><td>9 van 12</td></tr></table>"
)
WORDTABEL = "<w:tbl>{}</w:tbl>".format(
    "".join(
        f"<w:tr>{''.join(f'<w:tc>{alinea(*cel)}</w:tc>' for cel in rij)}</w:tr>"
        for rij in ([["Vraag"], ["Kree", "koord"]], [["Ik weet wie mij ", "waarmee helpt."], ["9", " van 12"]])
    )
)
SVG_REGELS = (
    '<text x="24" y="1">Mijn begeleider kijkt naar wat</text><text x="24" y="2">ík nodig heb. (Kreekoord)</text>'
    '<text x="696" y="1" text-anchor="end">85% eens</text>'
)
LEKKEN: dict[str, tuple[str, Callable[[Path], None]]] = {
    "kort, html": ("kort.html", voeg_toe("</article>", f"<p>{LEK}</p>")),
    "kort, md": ("kort.md", voeg_toe("", f"\n\n{LEK}\n")),
    "verantwoording, html": ("verantwoording.html", voeg_toe("</article>", f"<ul><li>{LEK}</li></ul>")),
    "verantwoording, md": ("verantwoording.md", voeg_toe("", f"\n\n- {LEK}\n")),
    "fragment, een voorleestekst": (
        "fragment.html",
        voeg_toe("</article>", f'<div role=img aria-label="{LEK}"></div>'),
    ),
    "kaal, een alternatieve tekst": ("fragment-kaal.html", voeg_toe("</div>", f'<img src="x.png" alt="{LEK}">')),
    "verslag, een tabel": ("verslag.html", voeg_toe("</article>", GESLOTEN_TABEL)),
    "verslag, md": ("verslag.md", voeg_toe("", f"\n\n![{LEK}](figuren/figuur-clienten.svg)\n")),
    "een figuur, de tekening": (BEELD, voeg_toe("</svg>", SVG_REGELS)),
    "een figuur, de omschrijving": (ANDER_BEELD, voeg_toe("</svg>", f"<desc>Figuur 2. Van 2024; {LEK}</desc>")),
    "Word, een tabel": ("verslag.docx", in_word(WORDTABEL)),
}


@pytest.fixture(scope="module")
def gelekt(gemaakt: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een kopie waarin elk bestand een verborgen getal heeft; er wordt niets anders aan veranderd."""
    werkmap = Path(shutil.copytree(gemaakt, tmp_path_factory.mktemp("gelekt") / "werkmap"))
    for bestand, knoei in LEKKEN.values():
        knoei(werkmap / OPENBAAR / bestand)
    return werkmap


def test_uit_geen_enkele_vorm_volgt_iets(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, uit = toets(werkmap, capsys)
    assert (code, uit["lekken"], uit["onbeslist"]) == (0, [], [])


def test_een_verborgen_getal_valt_in_elke_vorm_op(gelekt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, uit = toets(gelekt, capsys)
    gevonden = {lek["waaruit"].partition(": ")[0] for lek in uit["lekken"] if lek["soort"] == "staat in de pagina"}
    assert code == 1
    assert gevonden == {bestand for bestand, _ in LEKKEN.values()}
    assert {lek["waaruit"] for lek in uit["lekken"] if "na het maken veranderd" in lek["wat"]} == gevonden


@pytest.mark.parametrize(
    "extra",
    [
        alinea(VRAAG, " In Kree", "koord: 11 van", " 13."),
        f'<w:p><w:r><w:drawing><wp:docPr id="99" name="x" descr="{LEK}"/></w:drawing></w:r></w:p>',
        f'<w:p><w:r><w:drawing><wp:docPr id="99" name="x" title="{LEK}"/></w:drawing></w:r></w:p>',
    ],
    ids=["een zin in stukken", "een alternatieve tekst", "een titel van een beeld"],
)
def test_een_verborgen_getal_in_word_valt_op(extra: str, werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    in_word(extra)(werkmap / OPENBAAR / "verslag.docx")
    code, uit = toets(werkmap, capsys)
    assert code == 1
    assert {lek["soort"] for lek in uit["lekken"]} == {"staat in de pagina", "bestand hoort er niet"}


@pytest.mark.parametrize("bestand", ["verslag.pdf", "figuren/figuur-clienten.png"])
def test_van_een_pdf_of_png_valt_alleen_op_dat_hij_veranderd_is(
    bestand: str, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = werkmap / OPENBAAR / bestand
    pad.write_bytes(pad.read_bytes() + LEK.encode())
    code, uit = toets(werkmap, capsys)
    assert code == 1
    assert [(lek["wat"], lek["waaruit"]) for lek in uit["lekken"]] == [
        ("dit bestand is na het maken veranderd", bestand)
    ]


@pytest.mark.parametrize(
    "bestand",
    [
        "kort.html",
        "kort.md",
        "verantwoording.html",
        "verantwoording.md",
        "fragment.html",
        "fragment-kaal.html",
        "figuren/figuur-clienten.svg",
        "figuren/figuur-clienten.png",
    ],
)
def test_een_vorm_die_ontbreekt_geeft_een_fout_in_vier_delen(
    bestand: str, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (werkmap / OPENBAAR / bestand).unlink()
    code, uit = toets(werkmap, capsys)
    (fout,) = uit["fouten"]
    assert code == 3
    assert fout["waar"].endswith(Path(bestand).name)
    assert fout["wat"] == "dit bestand ontbreekt"
    assert all(fout[deel] for deel in ("verwacht", "doe_dit"))


@pytest.mark.parametrize("bestand", ["verslag.pdf", "verslag.docx"])
def test_wat_alleen_op_verzoek_komt_mag_ontbreken(
    bestand: str, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (werkmap / OPENBAAR / bestand).unlink()
    assert toets(werkmap, capsys)[0] == 0


@pytest.mark.parametrize("bestand", ["kort.html", "fragment-kaal.html", "figuren/figuur-clienten.svg", "verslag.docx"])
def test_een_kapotte_vorm_geeft_een_nette_fout(bestand: str, werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (werkmap / OPENBAAR / bestand).write_bytes(b"PK\x03\x04\xff\xfe\x00 kapot")
    code, uit = toets(werkmap, capsys)
    (fout,) = uit["fouten"]
    assert code == 3
    assert fout["waar"].endswith(Path(bestand).name)
    assert "beschadigd" in fout["wat"]


# --- Word lezen -------------------------------------------------------------------------------------------------------


def maak_doos(pad: Path, naam: str, inhoud: bytes) -> Path:
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as doos:
        doos.writestr(naam, inhoud)
    return pad


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("word/anders.xml", b"<w:p/>"),
        ("word/document.xml", b"\xff\xfe"),
        ("word/document.xml", b" " * 50_000_001),
    ],
    ids=["zonder tekst", "geen UTF-8", "te groot"],
)
def test_een_doos_die_geen_word_is_geeft_een_nette_fout(naam: str, inhoud: bytes, tmp_path: Path) -> None:
    with pytest.raises(BronFout):
        lees_word(maak_doos(tmp_path / "x.docx", naam, inhoud))


def test_een_afgebroken_word_bestand_geeft_een_nette_fout(tmp_path: Path) -> None:
    pad = maak_doos(tmp_path / "x.docx", "word/document.xml", alinea("een").encode() * 500)
    heel = pad.read_bytes()
    pad.write_bytes(heel[:40] + bytes(20) + heel[60:])
    with pytest.raises(BronFout):
        lees_word(pad)


def test_word_wordt_gelezen_met_bijschrift_cellen_en_lege_alineas(tmp_path: Path) -> None:
    xml = f"<w:body>{alinea('Tabel 1. ', 'Locaties')}<w:p/><w:p w:rsidR='0'/>{WORDTABEL}{alinea('A &amp; B')}</w:body>"
    stukken = ontleed_html(lees_word(maak_doos(tmp_path / "x.docx", "word/document.xml", xml.encode())))
    assert Stuk(tekst="Tabel 1. Locaties") in stukken
    assert Stuk(tekst="A & B") in stukken
    kop = "Tabel 1. Locaties | Ik weet wie mij waarmee helpt. | Kreekoord"
    assert Stuk(tekst="9 van 12", kop=kop, is_cel=True) in stukken


# --- figuren lezen ----------------------------------------------------------------------------------------------------


def test_in_een_figuur_hoort_een_getal_bij_de_vraag_links() -> None:
    stukken = ontleed_svg(f"<svg><text x='24'>Titel</text><text x='60'>Eens</text>{SVG_REGELS}</svg>")
    kop = f"Titel | {VRAAG} (Kreekoord) | "
    assert Stuk(tekst="85% eens", kop=kop, is_cel=True) in stukken


def test_in_een_figuur_met_jaren_hoort_een_getal_bij_het_jaar_eronder() -> None:
    tekens = "".join(
        f"<text x='{x}'>{tekst}</text>"
        for x, tekst in ((24, "Over “Vraag”"), (100, "71%"), (200.2, "69%"), (100, "2023"), (200, "2024"))
    )
    cellen = [stuk for stuk in ontleed_svg(f"<svg>{tekens}</svg>") if stuk.is_cel]
    assert [(stuk.tekst, stuk.kop) for stuk in cellen] == [
        ("71%", " | Over “Vraag” | 2023"),
        ("69%", " | Over “Vraag” | 2024"),
    ]


def test_een_omschrijving_wordt_per_punt_gelezen() -> None:
    stukken = ontleed_svg("<svg><desc>Figuur 1. Van 2022 tot en met 2024. 2022: 52%; 2024: niet getoond.</desc></svg>")
    kop = "Figuur 1. Van 2022 tot en met 2024"
    assert stukken == [
        Stuk(tekst="2022: 52%", kop=f"{kop} | 2022", is_cel=True),
        Stuk(tekst="2024: niet getoond.", kop=f"{kop} | 2024", is_cel=True),
    ]


def test_een_figuur_zonder_tekst_of_met_rare_plekken_breekt_niets() -> None:
    assert ontleed_svg("<svg></svg>") == []
    assert ontleed_svg("<svg><text x='a b'>Een</text><text>Twee</text></svg>")[:2] == [
        Stuk(tekst="Een"),
        Stuk(tekst="Twee"),
    ]


def test_elke_figuur_van_het_verslag_geeft_stukken_met_een_vraag_en_een_getal(gemaakt: Path) -> None:
    per_figuur = {
        pad.stem: [stuk for stuk in ontleed_svg(pad.read_text(encoding="utf-8")) if stuk.is_cel and "%" in stuk.tekst]
        for pad in (gemaakt / OPENBAAR / "figuren").glob("*.svg")
    }
    balken, trend = per_figuur["figuur-clienten"], per_figuur["figuur-cl02-clienten-jaren"]
    assert len(balken) == 6
    assert any(VRAAG in stuk.kop and stuk.tekst.startswith("88% eens") for stuk in balken)
    assert {stuk.kop[-4:] for stuk in trend} == {"2022", "2023", "2024"}
    assert all("Ik heb samen met mijn begeleider mijn woonzorgplan gemaakt." in stuk.kop for stuk in trend)
