"""De Markdown: CommonMark met GFM-tabellen, in elk programma dezelfde koppen, tabellen en woorden."""

import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.verslag import (
    Alinea,
    Cijfertabel,
    Citaatregel,
    Citaten,
    Figuurkop,
    Opsomming,
    Sectie,
    Uitgave,
    Verslag,
)
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving, Vormkeuze
from kwaliteit.weergave import mensentekst
from kwaliteit.weergave.plat.delen import (
    Aanhaling,
    Beeld,
    Codeblok,
    Kop,
    Lijst,
    Platdeel,
    Streep,
    Stukje,
    Tekst,
    lees_tekst,
    maak_regel,
)
from kwaliteit.weergave.plat.maken import maak_plat
from kwaliteit.weergave.plat.markdown import maak_markdown
from kwaliteit.weergave.plat.markdownschrift import schrijf_delen, schrijf_regel
from tests.gouden_verslag import maak_verslag
from tests.knoopgereedschap import zoek_gereedschap
from tests.platte_lezers import Blok as Gelezen
from tests.platte_lezers import (
    als_cmark,
    als_hugo,
    als_markdown_it,
    lees_delen,
    lees_html,
    zonder_typografie,
)
from tests.voorbeeldverslag import maak_voorbeeldverslag

LINT = Path(__file__).with_name("verslag.markdownlint-cli2.jsonc")
KWAAD = '<script>alert("x")</script>'
MET_VOORBLAD = Vormgeving(keuze=Vormkeuze(front_matter=True))


def vorm(*, front_matter: bool = False, kopniveau: int | None = None, basis_url: str = "") -> Vormgeving:
    return Vormgeving(keuze=Vormkeuze(front_matter=front_matter, kopniveau=kopniveau, basis_url=basis_url))


def schrijf(verslag: Verslag, hoe: Vormgeving = STANDAARD) -> str:
    return maak_markdown(verslag, hoe).inhoud.decode("utf-8")


def zegt(verslag: Verslag) -> list[Gelezen]:
    return list(lees_delen(maak_plat(verslag)))


def koppen(blokken: list[Gelezen]) -> list[Gelezen]:
    return [blok for blok in blokken if blok[0].startswith("kop")]


def niveaus(markdown: str) -> list[int]:
    zonder_voorblad = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    return [int(soort[3]) for soort, _ in koppen(lees_html(als_markdown_it(zonder_voorblad)))]


@pytest.fixture(scope="module")
def verslag() -> Verslag:
    return maak_voorbeeldverslag()


@pytest.fixture(scope="module")
def markdown(verslag: Verslag) -> str:
    return schrijf(verslag)


# ---- dezelfde woorden, bij elke lezer ----


def test_de_markdown_zegt_woord_voor_woord_wat_de_platte_delen_zeggen(verslag: Verslag, markdown: str) -> None:
    gelezen = lees_html(als_markdown_it(markdown))
    assert len(gelezen) > 900
    assert gelezen == zegt(verslag)
    assert lees_html(als_markdown_it(markdown.replace("76%", "77%", 1))) != gelezen


def test_cmark_leest_dezelfde_koppen_tabellen_en_woorden(verslag: Verslag, markdown: str) -> None:
    html = als_cmark(markdown)
    assert "raw HTML omitted" not in html
    assert lees_html(html) == zegt(verslag)
    assert "raw HTML omitted" in als_cmark("<b>controle</b>\n"), "de toets ziet rauwe HTML wel"


def test_hugo_leest_dezelfde_koppen_tabellen_en_woorden(verslag: Verslag, markdown: str, tmp_path: Path) -> None:
    zonder_h1 = [blok for blok in zegt(verslag) if blok[0] != "kop1"]
    html, met_voorblad, controle = als_hugo([markdown, schrijf(verslag, MET_VOORBLAD), "<b>controle</b>\n"], tmp_path)
    assert "raw HTML omitted" not in html + met_voorblad
    assert zonder_typografie(lees_html(html)) == zonder_typografie(zegt(verslag))
    assert zonder_typografie(lees_html(met_voorblad)) == zonder_typografie(zonder_h1)
    assert "raw HTML omitted" in controle, "de toets ziet rauwe HTML wel"


@pytest.mark.parametrize("hoe", [STANDAARD, MET_VOORBLAD], ids=["zonder voorblad", "met voorblad"])
def test_markdownlint_heeft_niets_aan_te_merken(verslag: Verslag, hoe: Vormgeving, tmp_path: Path) -> None:
    (tmp_path / "verslag.md").write_bytes(maak_markdown(verslag, hoe).inhoud)
    assert keur(tmp_path) == []


def test_markdownlint_ziet_een_fout_wel(tmp_path: Path) -> None:
    fout = '---\ntitle: "x"\n---\n\n# Nog een h1\n\n### Te diep\n\n![](a.svg)\n\n| a | b |\n| --- | --- |\n| 1 |\n'
    (tmp_path / "fout.md").write_text(fout)
    assert {"MD001", "MD025", "MD045", "MD056"} <= set(keur(tmp_path))


def keur(map_: Path) -> list[str]:
    """De regels van markdownlint die niet kloppen."""
    opdracht = [zoek_gereedschap("markdownlint-cli2"), "--config", str(LINT), "*.md"]
    klaar = subprocess.run(opdracht, cwd=map_, capture_output=True, text=True, check=False)
    assert klaar.returncode in (0, 1), klaar.stderr
    return re.findall(r"\b(MD\d{3})/", klaar.stdout + klaar.stderr)


# ---- vorm ----


def test_de_markdown_is_netjes_opgemaakt(markdown: str) -> None:
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert "\r" not in markdown
    assert "\n\n\n" not in markdown
    assert not re.search(r"[ \t]\n", markdown)
    assert "{#" not in markdown
    assert "</" not in markdown


def test_boven_elke_tabel_staat_een_vette_titel_en_er_zijn_hoogstens_vijf_kolommen(markdown: str) -> None:
    tabellen = re.findall(r"([^\n]*)\n\n((?:\|[^\n]*\n)+)([\s\S])", markdown)
    assert len(tabellen) > 20
    for titel, tabel, na in tabellen:
        assert re.fullmatch(r"\*\*Tabel .+\*\*", titel)
        breedtes = {len(re.split(r"(?<!\\)\|", regel)) - 2 for regel in tabel.splitlines()}
        assert len(breedtes) == 1
        assert max(breedtes) <= 5
        assert na == "\n"
        assert "| |" not in tabel.splitlines()[0]


def test_elk_beeld_heeft_een_alternatieve_tekst_en_een_pad_zonder_spaties(verslag: Verslag, markdown: str) -> None:
    beelden = re.findall(r"^!\[(.*)\]\((.*)\)$", markdown, re.MULTILINE)
    verwacht = [deel for deel in maak_plat(verslag) if isinstance(deel, Beeld)]
    assert len(beelden) == len(verwacht) > 10
    for (alt, pad), beeld in zip(beelden, verwacht, strict=True):
        assert re.sub(r"\\(.)", r"\1", alt) == beeld.alt
        assert len(alt) > 20
        assert re.search(r"tabel|lijst", alt)
        assert pad == f"figuren/{beeld.naam}.svg"
        assert re.fullmatch(r"[\w/.-]+", pad)


def test_zonder_voorblad_is_er_een_h1_en_met_voorblad_geen(verslag: Verslag, markdown: str) -> None:
    assert niveaus(markdown).count(1) == 1
    assert niveaus(markdown)[0] == 1
    assert 1 not in niveaus(schrijf(verslag, MET_VOORBLAD))
    assert min(niveaus(schrijf(verslag, MET_VOORBLAD))) == 2


@pytest.mark.parametrize("kopniveau", [None, 1, 2, 3, 4])
@pytest.mark.parametrize("front_matter", [True, False])
def test_de_hoogste_kop_heeft_het_gekozen_niveau(
    verslag: Verslag, kopniveau: int | None, *, front_matter: bool
) -> None:
    gevonden = niveaus(schrijf(verslag, vorm(front_matter=front_matter, kopniveau=kopniveau)))
    assert gevonden[0] == min(gevonden) == max(kopniveau or 1, 2 if front_matter else 1)
    assert max(gevonden) <= 6
    assert all(volgende - vorige <= 1 for vorige, volgende in pairwise(gevonden))


@pytest.mark.parametrize(
    "basis", ["https://voorbeeld.example/kwaliteit/2024", "https://voorbeeld.example/kwaliteit/2024/"]
)
def test_met_een_webadres_is_er_geen_pad_meer_dat_kan_breken(verslag: Verslag, markdown: str, basis: str) -> None:
    met = schrijf(verslag, vorm(basis_url=basis))
    doelen = re.findall(r"\]\(<?([^)>]+)>?\)", met)
    assert len(doelen) > 15
    assert all(re.match(r"https://|mailto:", doel) for doel in doelen)
    assert "(https://voorbeeld.example/kwaliteit/2024/kort.html)" in met
    assert "(https://voorbeeld.example/kwaliteit/2024/figuren/figuur-clienten.svg)" in met
    zonder = [doel for doel in re.findall(r"\]\(<?([^)>]+)>?\)", markdown) if ":" not in doel]
    assert {"kort.html", "gegevens/indicatoren.csv"} <= set(zonder)


@pytest.mark.parametrize("uitgave", Uitgave)
def test_elke_uitgave_heeft_haar_eigen_bestand_en_dezelfde_bytes(verslag: Verslag, uitgave: Uitgave) -> None:
    eigen = replace(verslag, uitgave=uitgave)
    assert maak_markdown(eigen).pad == f"{uitgave.value}.md"
    assert maak_markdown(eigen) == maak_markdown(eigen)
    assert f"]({uitgave.value}.html)" not in schrijf(eigen)


# ---- front matter ----


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=80))
def test_het_voorblad_is_yaml_met_precies_de_titel_en_de_omschrijving(titel: str, omschrijving: str) -> None:
    verslag = replace(maak_voorbeeldverslag(), titel=f"T {titel}", omschrijving=omschrijving, secties=(), concept=False)
    regels = schrijf(verslag, MET_VOORBLAD).split("\n---\n")[0].removeprefix("---\n")
    gelezen = yaml.safe_load(regels)
    assert set(gelezen) == {"title", "date", "lang", "description"}
    assert (gelezen["date"], gelezen["lang"]) == (verslag.vastgesteld_op, "nl")
    assert gelezen["title"] == lees_tekst(maak_regel(Stukje(tekst=verslag.titel), op_een_regel=True))
    assert gelezen["description"] == lees_tekst(maak_regel(Stukje(tekst=omschrijving), op_een_regel=True))


def test_een_titel_vol_aanhalingstekens_en_dubbele_punten_blijft_een_titel(verslag: Verslag, tmp_path: Path) -> None:
    titel = "Verslag: \"wat\" 'ging' goed? # nee: {a: b} \\ [x] - % @ ` !"
    tekst = schrijf(replace(verslag, titel=titel), MET_VOORBLAD)
    assert yaml.safe_load(tekst.split("\n---\n")[0])["title"] == titel
    assert "date:" not in tekst.split("\n---\n")[0], "een concept heeft geen datum van vaststelling"
    (html,) = als_hugo([tekst], tmp_path)
    assert "raw HTML omitted" not in html


def test_strings_in_het_voorblad_staan_tussen_aanhalingstekens(verslag: Verslag) -> None:
    voorblad = schrijf(replace(verslag, concept=False), MET_VOORBLAD).split("\n---\n")[0].splitlines()
    assert voorblad[0] == "---"
    assert [regel.partition(": ")[2][0] for regel in voorblad[1:]] == ['"', "2", '"', '"']


# ---- rare tekens ----

RAAR = st.one_of(
    st.sampled_from(
        [
            *(
                "a|b",
                "*ster*",
                KWAAD,
                "regel\neinde",
                "1. begin",
                "# kop",
                "- punt",
                "> citaat",
                "---",
                "===",
                "+ plus",
            ),
            *(
                "[link](javascript:x)",
                "![beeld](x)",
                "`code`",
                "~~weg~~",
                "&amp; &copy; &#65;",
                "\\",
                "$a$",
                ":---",
                "12)",
            ),
            *("{#id}", "{{< x >}}", "<!-- x -->", "a_b_c", "__vet__", "https://x.example/a_b*c", "a@b.example", "!"),
        ]
    ),
    st.text(alphabet="ab<>*_`[]()|#-+.1!\\&;~{}$:\n /=\"'", max_size=25),
    st.text(max_size=12),
)


def maak_raar(teksten: list[str]) -> Verslag:
    een, twee, drie, vier, vijf, zes = (f"w {tekst} w" if nr % 2 else f"{tekst} w" for nr, tekst in enumerate(teksten))
    basis = maak_voorbeeldverslag()
    tabel = Cijfertabel(
        kop=Figuurkop(nummer=1, anker="t", boodschap=(een,), ondertitel=twee, bron=drie, noten=((vier,),)),
        koppen=(vijf, zes),
        rijen=((een, twee), (drie, vier)),
    )
    return replace(
        basis,
        titel=een,
        inleiding=twee,
        organisatie=replace(basis.organisatie, naam=drie),
        secties=(
            Sectie(
                titel=vier,
                anker="a",
                blokken=(
                    Alinea(delen=(vijf,)),
                    Opsomming(punten=((zes, (een,)), ("", (twee,)))),
                    Opsomming(punten=(("", (drie,)),)),
                    Citaten(citaten=(Citaatregel(tekst=vier, rol=vijf),)),
                    tabel,
                ),
            ),
        ),
    )


@settings(deadline=None)
@given(st.lists(RAAR, min_size=6, max_size=6))
def test_rare_tekens_in_namen_en_teksten_komen_als_tekst_terug(teksten: list[str]) -> None:
    verslag = maak_raar(teksten)
    assert lees_html(als_markdown_it(schrijf(verslag))) == zegt(verslag)


def test_rare_tekens_komen_ook_bij_cmark_en_hugo_als_tekst_terug(tmp_path: Path) -> None:
    raar = ["a|b*c", KWAAD, "regel\neinde 1. x", "1. begin", "{#id} {{< x >}} <!-- y -->", "![x](y) &amp; `z` $q$"]
    raar2 = ["# kop", "- punt", "> citaat", "---", "12) a~~b~~", "| x | y |"]
    verslagen = [maak_raar(raar), maak_raar(raar2), maak_raar(raar[::-1])]
    for verslag in verslagen:
        assert lees_html(als_cmark(schrijf(verslag))) == zegt(verslag)
    for verslag, html in zip(verslagen, als_hugo([schrijf(een) for een in verslagen], tmp_path), strict=True):
        assert zonder_typografie(lees_html(html)) == zonder_typografie(zegt(verslag))


STUKJES = st.builds(
    Stukje,
    tekst=st.text(alphabet="ab .,!*_`~|\\[]()<\n", min_size=1, max_size=5),
    vet=st.booleans(),
    schuin=st.booleans(),
    doorgehaald=st.booleans(),
    code=st.booleans(),
    doel=st.sampled_from(["", "", "https://x.example/a", "kort.html"]),
)


@settings(deadline=None)
@given(st.lists(STUKJES, min_size=1, max_size=4))
def test_opmaak_verandert_nooit_een_woord(stukjes: list[Stukje]) -> None:
    tekst = Tekst(regel=maak_regel(*stukjes))
    if tekst.regel:
        assert lees_html(als_markdown_it(schrijf_delen((tekst,)))) == list(lees_delen((tekst,)))


@pytest.mark.parametrize(
    ("regel", "markdown"),
    [
        ((Stukje(tekst="a ", vet=True), Stukje(tekst="b", vet=True, schuin=True)), "**a *b***"),
        ((Stukje(tekst="a. ", vet=True), Stukje(tekst="b")), "**a.** b"),
        ((Stukje(tekst="a.", vet=True), Stukje(tekst="b")), "a.b"),
        ((Stukje(tekst="zie!"), Stukje(tekst="hier", doel="kort.html")), r"zie\![hier](kort.html)"),
        ((Stukje(tekst="hier", doel="https://x.example/a b(c)"),), "[hier](<https://x.example/a b(c)>)"),
        ((Stukje(tekst="a`b", code=True),), "``a`b``"),
        ((Stukje(tekst="een\ntwee"),), "een\\\ntwee"),
    ],
)
def test_een_regel_als_markdown(regel: tuple[Stukje, ...], markdown: str) -> None:
    assert schrijf_regel(regel) == markdown


# ---- delen ----


def punt(*teksten: str) -> tuple[Platdeel, ...]:
    return tuple(Tekst(regel=(Stukje(tekst=tekst),)) for tekst in teksten)


def test_twee_lijsten_na_elkaar_blijven_twee_lijsten() -> None:
    lijst, nummers = Lijst(punten=(punt("a"),)), Lijst(punten=(punt("b"),), begin=3)
    html = als_markdown_it(schrijf_delen((lijst, lijst, lijst, nummers, nummers)))
    assert html.count("<ul>") == 3
    assert html.count('<ol start="3">') == 2


def test_een_punt_met_twee_alineas_en_een_lijst_blijft_een_punt() -> None:
    lijst = Lijst(punten=((*punt("a", "b"), Lijst(punten=(punt("c"),), begin=1)), punt("d")))
    html = als_markdown_it(schrijf_delen((lijst, *punt("e"))))
    assert html.count("<li>") == 3
    assert html.count("<ol>") == 1
    assert html.endswith("</ul>\n<p>e</p>\n")


@pytest.mark.parametrize(
    "deel",
    [
        Kop(niveau=2, regel=(Stukje(tekst="Over C #"),)),
        Kop(niveau=2, regel=(Stukje(tekst="a ##"),)),
        Lijst(punten=((*punt("a"), Lijst(punten=(punt("b"), punt("c")), begin=3)),)),
        Lijst(punten=((Streep(),), (Lijst(punten=(punt("a"),)),), (Codeblok(tekst="b\n\nc"), *punt("d")))),
        Lijst(punten=(punt("negen"), punt("tien"), (*punt("elf"), Aanhaling(delen=punt("x"), bron="y"))), begin=9),
        Aanhaling(delen=(Aanhaling(delen=punt("diep")), Lijst(punten=(punt("a"),)))),
    ],
)
def test_een_lastig_deel_leest_zoals_het_is(deel: Platdeel) -> None:
    html = als_markdown_it(schrijf_delen((deel, *punt("slot"))))
    assert lees_html(html) == [*lees_delen((deel,)), ("tekst", "slot")]
    assert html.endswith("<p>slot</p>\n")
    assert html.count("<ol") == len(re.findall(r"begin=\d", str(deel)))


def test_een_codeblok_en_een_citaat_houden_hun_vorm() -> None:
    code = Codeblok(tekst="```\n  <b>\n\n# x\n```")
    delen: tuple[Platdeel, ...] = (Aanhaling(delen=(Kop(niveau=3, regel=(Stukje(tekst="k"),)), code), bron="# Cliënt"),)
    stukken = MarkdownIt("gfm-like", {"linkify": False}).parse(schrijf_delen(delen))
    assert [stuk.content for stuk in stukken if stuk.type == "fence"] == [code.tekst + "\n"]
    assert lees_html(als_markdown_it(schrijf_delen(delen)))[-1] == ("tekst", "— # Cliënt")


def test_woorden_van_mensen_blijven_hetzelfde_na_schrijven_en_lezen() -> None:
    tekst = (
        "Alinea met `code|x` en\\\nnieuwe regel.\n\n- punt\n\n  vervolg\n- punt *twee*\n  1. diep\n  2. dieper\n\n"
        "> citaat\n> > dubbel\n\n```\nblok\n```\n\n"
        "| a | b |\n|---|---|\n| 1 \\| 2 | **vet** `x\\|y` |\n\n---\n\n~~weg~~ einde"
    )
    delen = mensentekst.als_delen((tekst,), 3)
    assert mensentekst.als_delen((schrijf_delen(delen),), 3) == delen
    assert len(delen) == 7


def test_wat_de_hele_keten_schrijft_is_bij_elke_lezer_in_orde(tmp_path: Path) -> None:
    openbaar = maak_verslag(tmp_path / "keten") / "openbaar"
    bestanden = sorted(openbaar.glob("*.md"))
    assert {f"{uitgave}.md" for uitgave in Uitgave} | {"indicatoren.md"} == {pad.name for pad in bestanden}
    assert keur(openbaar) == []
    teksten = [pad.read_text(encoding="utf-8") for pad in bestanden]
    for tekst, in_hugo in zip(teksten, als_hugo(teksten, tmp_path / "hugo"), strict=True):
        in_cmark = als_cmark(tekst)
        assert "raw HTML omitted" not in in_cmark + in_hugo
        assert zonder_typografie(lees_html(in_hugo)) == zonder_typografie(lees_html(in_cmark))
        doelen = [doel for doel in re.findall(r"\]\(<?([^)>]+)>?\)", tekst) if ":" not in doel]
        assert [doel for doel in doelen if not (openbaar / doel.partition("#")[0]).is_file()] == []


def test_de_groepen_heten_overal_hetzelfde(markdown: str) -> None:
    assert all(groep.naam in markdown.lower() for groep in Doelgroep)
