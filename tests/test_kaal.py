"""Het kale fragment: zegt hetzelfde als de Markdown, en overleeft het filter van een gewoon redactiesysteem."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from kwaliteit.begrippen.verslag import Mensentekst, Sectie, Uitgave, Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving, Vormkeuze
from kwaliteit.weergave.figuren.beelden import maak_figuren, teken_alle
from kwaliteit.weergave.plat.delen import Beeld, verschuif_koppen
from kwaliteit.weergave.plat.kaal import maak_kaal
from kwaliteit.weergave.plat.maken import maak_plat
from kwaliteit.weergave.plat.markdown import maak_markdown
from tests import venster
from tests.gouden_verslag import maak_verslag
from tests.lees_html import Pagina, lees_pagina
from tests.platte_lezers import als_markdown_it, door_wordpress, lees_delen, lees_html, wat_wpautop_toevoegt
from tests.test_markdown import RAAR, maak_raar
from tests.voorbeeldverslag import maak_voorbeeldverslag

VOL_MENS = (
    "# Kop\n\nEen **vet** en `code` en ~~weg~~\\\nregel.\n\n- een\n- twee\n\n  meer\n\n  1. diep\n\n> citaat\n\n"
    "```\nregel een\n\n  regel [twee]\n```\n\n| a | |\n|---|---|\n| 1 | 2 |\n| | 3 |\n\n---\n\n"
    "Einde [gallery] [l](https://x.example)."
)

browser = venster.browser


def schrijf(verslag: Verslag, **keuze: object) -> str:
    vorm = Vormgeving(keuze=Vormkeuze(**keuze)) if keuze else STANDAARD  # type: ignore[arg-type]
    return maak_kaal(verslag, vorm).inhoud.decode("utf-8")


@pytest.fixture(scope="module")
def verslag() -> Verslag:
    """Het volle voorbeeldverslag, met ook alle opmaak die een mens kan schrijven."""
    basis = maak_voorbeeldverslag()
    mens = Sectie(titel="Mens", anker="mens", blokken=(Mensentekst(delen=(VOL_MENS,)),))
    return replace(basis, secties=(*basis.secties, mens))


@pytest.fixture(scope="module")
def kaal(verslag: Verslag) -> str:
    return schrijf(verslag)


@pytest.fixture(scope="module")
def pagina(kaal: str) -> Pagina:
    return lees_kaal(kaal)


def lees_kaal(html: str) -> Pagina:
    """De lezer van de toetsen kent <img> niet als leeg element."""
    return lees_pagina(re.sub(r"<img ([^>]*?)/?>", r"<img \1/>", html))


# ---- dezelfde woorden ----


def test_het_kale_fragment_zegt_woord_voor_woord_wat_de_platte_delen_zeggen(verslag: Verslag, kaal: str) -> None:
    gelezen = lees_html(kaal)
    assert len(gelezen) > 900
    assert gelezen == list(lees_delen(verschuif_koppen(maak_plat(verslag), 1)))
    assert lees_html(kaal.replace("76%", "77%", 1)) != gelezen


def test_het_kale_fragment_en_de_markdown_zeggen_hetzelfde(verslag: Verslag) -> None:
    vorm = Vormgeving(keuze=Vormkeuze(kopniveau=2))
    markdown = maak_markdown(verslag, vorm).inhoud.decode("utf-8")
    assert lees_html(als_markdown_it(markdown)) == lees_html(maak_kaal(verslag, vorm).inhoud.decode("utf-8"))


@settings(deadline=None)
@given(st.lists(RAAR, min_size=6, max_size=6))
def test_rare_tekens_komen_als_tekst_terug_ook_na_het_filter(teksten: list[str]) -> None:
    verslag = maak_raar(teksten)
    html = schrijf(verslag)
    assert lees_html(html) == list(lees_delen(verschuif_koppen(maak_plat(verslag), 1)))
    assert lees_html(door_wordpress(html)) == lees_html(html)


# ---- WordPress ----


def test_het_filter_van_wordpress_verandert_geen_woord(kaal: str) -> None:
    assert lees_html(door_wordpress(kaal)) == lees_html(kaal)


def test_het_filter_van_wordpress_laat_elk_element_en_elk_attribuut_staan(kaal: str, pagina: Pagina) -> None:
    na = lees_kaal(door_wordpress(kaal))
    assert [(een.naam, een.attributen) for een in na.elementen] == [
        (een.naam, een.attributen) for een in pagina.elementen
    ]
    for naam in ("img", "table", "caption", "thead", "th", "blockquote", "pre", "ol", "hr", "a"):
        assert na.heten(naam), naam
    assert {een.attributen["scope"] for een in na.heten("th")} == {"col", "row"}
    assert na.elementen[0].attributen == {"lang": "nl"}


def test_het_nagebouwde_filter_haalt_een_tekening_en_een_stijl_wel_weg() -> None:
    rijk = '<style>p{color:red}</style><p style="color:red">Ja<svg><text>12</text></svg></p><p tabindex="0">Nee</p>'
    na = door_wordpress(rijk)
    assert "<svg" not in na
    assert "<style" not in na
    assert "tabindex" not in na
    assert "p{color:red}" in na, "de stijl verschijnt als tekst op de pagina"
    assert lees_html(na) != [("tekst", "Ja"), ("tekst", "Nee")]


def test_wordpress_voegt_geen_lege_alinea_en_geen_regeleinde_toe(kaal: str) -> None:
    assert wat_wpautop_toevoegt(kaal) == []


@pytest.mark.parametrize(
    "bron",
    [
        "<div>\nlos\n<p>a</p>\n</div>",
        "<p>een\ntwee</p>",
        "<ul><li>punt<ul><li>diep</li></ul></li></ul>",
        "<p>a</p>\n\n<p>b</p>",
    ],
)
def test_de_toets_ziet_waar_wordpress_iets_zou_toevoegen(bron: str) -> None:
    assert wat_wpautop_toevoegt(bron) != []


# ---- vorm ----


def test_er_is_niets_wat_een_redactiesysteem_weghaalt(kaal: str, pagina: Pagina) -> None:
    assert not pagina.heten("style", "svg", "script", "iframe", "link", "details", "section", "figure")
    namen = {naam for element in pagina.elementen for naam in element.attributen}
    assert namen <= {"lang", "id", "href", "src", "alt", "width", "scope", "start"}
    assert "class=" not in kaal


def test_elke_tabel_staat_open_met_bijschrift_koppen_en_richting(pagina: Pagina) -> None:
    van_mensen = 1
    assert len(pagina.heten("table")) == len(pagina.heten("caption")) + van_mensen > 20
    assert len(pagina.heten("table")) == len(pagina.heten("thead")) == len(pagina.heten("tbody"))
    assert all(len({len(rij) for rij in tabel}) == 1 for tabel in pagina.tabellen)
    assert all(len(rij) <= 5 for tabel in pagina.tabellen for rij in tabel)
    assert all("scope" in element.attributen for element in pagina.heten("th"))


def test_elk_beeld_heeft_tekst_en_een_bestand_dat_wordt_gemaakt(verslag: Verslag, pagina: Pagina) -> None:
    beelden = pagina.heten("img")
    getekend = {beeld.naam for beeld in teken_alle(verslag)}
    assert len(beelden) == len([deel for deel in maak_plat(verslag) if isinstance(deel, Beeld)]) > 10
    for beeld in beelden:
        naam = re.fullmatch(r"figuren/([\w-]+)\.png", beeld.attributen["src"])
        assert naam is not None
        assert naam[1] in getekend
        assert len(beeld.attributen["alt"]) > 20


@pytest.mark.traag
def test_een_beeld_past_op_een_telefoon_ook_zonder_stijl(verslag: Verslag, browser: Browser, tmp_path: Path) -> None:
    for bestand in maak_figuren(verslag):
        pad = tmp_path / bestand.pad
        pad.parent.mkdir(exist_ok=True)
        pad.write_bytes(bestand.inhoud)
    kop = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title>'
    meet = "() => [...document.images].map(beeld => [beeld.getBoundingClientRect().right, beeld.height / beeld.width])"
    kaal = door_wordpress(schrijf(verslag))
    breedtes = {}
    for naam, html in (("goed", kaal), ("fout", kaal.replace('width="100%"', 'width="720"'))):
        (tmp_path / f"{naam}.html").write_text(kop + html, encoding="utf-8")
        breedtes[naam] = venster.open_pagina(browser, (tmp_path / f"{naam}.html").as_uri(), breedte=360).evaluate(meet)
    assert len(breedtes["goed"]) > 10
    assert all(rechts <= 360 and verhouding > 0.2 for rechts, verhouding in breedtes["goed"])
    assert all(rechts > 360 for rechts, _ in breedtes["fout"])


def test_elk_anker_bestaat_en_elk_id_begint_met_kv(pagina: Pagina) -> None:
    ids = pagina.met("id")
    assert len(ids) == len(set(ids)) > 20
    assert all(re.fullmatch(r"kv-[\w-]+", een) for een in ids)
    ankers = [doel for doel in pagina.met("href") if doel.startswith("#")]
    assert len(ankers) > 20
    assert {anker[1:] for anker in ankers} <= set(ids)


def test_wat_de_hele_keten_schrijft_overleeft_het_filter_en_heeft_geen_dode_verwijzing(tmp_path: Path) -> None:
    openbaar = maak_verslag(tmp_path) / "openbaar"
    html = (openbaar / "fragment-kaal.html").read_text(encoding="utf-8")
    assert lees_html(door_wordpress(html)) == lees_html(html)
    assert wat_wpautop_toevoegt(html) == []
    pagina = lees_kaal(html)
    paden = [doel for doel in (*pagina.met("src"), *pagina.met("href")) if not re.match(r"#|https?:|mailto:", doel)]
    assert len(paden) > 10
    assert [pad for pad in paden if not (openbaar / pad.partition("#")[0]).is_file()] == []
    assert {doel[1:] for doel in pagina.met("href") if doel.startswith("#")} <= set(pagina.met("id"))


def test_een_anker_dat_hier_niet_staat_wordt_tekst(verslag: Verslag) -> None:
    zonder = replace(verslag, secties=tuple(een for een in verslag.secties if een.anker != "naasten"))
    assert "#kv-naasten" not in schrijf(zonder)
    assert "#kv-naasten" in schrijf(verslag)
    assert "<strong>Naasten.</strong>" in schrijf(zonder)


@pytest.mark.parametrize(("kopniveau", "hoogste"), [(None, 2), (1, 1), (2, 2), (3, 3), (4, 4)])
def test_de_koppen_beginnen_bij_het_gekozen_niveau(verslag: Verslag, kopniveau: int | None, hoogste: int) -> None:
    niveaus = [niveau for niveau, _ in lees_kaal(schrijf(verslag, kopniveau=kopniveau)).koppen]
    assert niveaus[0] == min(niveaus) == hoogste
    assert niveaus.count(hoogste) == 1
    assert max(niveaus) <= 6
    assert all(volgende - vorige <= 1 for vorige, volgende in pairwise(niveaus))


def test_met_een_webadres_wijst_elk_beeld_en_elke_link_daarheen(verslag: Verslag) -> None:
    pagina = lees_kaal(schrijf(verslag, basis_url="https://voorbeeld.example/k"))
    assert all(bron.startswith("https://voorbeeld.example/k/figuren/") for bron in pagina.met("src"))
    assert "https://voorbeeld.example/k/kort.html" in pagina.met("href")
    assert all(re.match(r"https://|mailto:|#kv-", doel) for doel in pagina.met("href"))


def test_een_codeblok_houdt_zijn_regels_en_een_opdracht_voor_wordpress_is_tekst(kaal: str) -> None:
    assert "<pre><code>regel een\n\n  regel &#91;twee&#93;</code></pre>" in kaal
    assert "[" not in kaal
    assert "Einde &#91;gallery&#93;" in kaal


def test_het_pad_is_vast_en_de_bytes_zijn_elke_keer_gelijk(verslag: Verslag) -> None:
    assert maak_kaal(verslag).pad == "fragment-kaal.html"
    assert maak_kaal(verslag) == maak_kaal(verslag)
    assert maak_kaal(verslag).inhoud.endswith(b"</div>\n")


def test_ook_de_andere_uitgaven_kunnen_kaal(verslag: Verslag) -> None:
    assert 'href="verslag.html"' in schrijf(replace(verslag, uitgave=Uitgave.KORT))


def test_rare_tekens_breken_nergens_uit(verslag: Verslag) -> None:
    kwaad = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    html = schrijf(replace(verslag, titel=kwaad, organisatie=replace(verslag.organisatie, naam=kwaad)))
    pagina = lees_kaal(html)
    assert not pagina.heten("script")
    assert all("onerror" not in element.attributen for element in pagina.elementen)
    assert kwaad in pagina.zichtbaar
