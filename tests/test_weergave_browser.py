"""De pagina in een echte browser: toegankelijkheid, smalle schermen, geen verzoeken, en druk op papier."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kwaliteit.begrippen.verslag import Mensentekst, Sectie
from kwaliteit.weergave import maak_fragment, maak_html
from tests import venster
from tests.gouden_verslag import maak_verslag
from tests.venster import GRONDIG, OPEN_ALLES, TE_BREED, Kleur, noem_overtredingen, open_pagina
from tests.voorbeeldverslag import maak_voorbeeldverslag

pytestmark = pytest.mark.browser
browser = venster.browser

GASTSTIJL = """body{margin:0;font:italic 22px/2 cursive;color:#c0c;background:#ff9;text-align:center;letter-spacing:2px}
.site .kolom p,.site .kolom li{color:red;margin:3em 0;font-size:30px;text-indent:2em}
.site h2,.site h3{color:blue;border:5px dotted red;text-transform:uppercase}li::before{content:'> '}
.site .kolom td,.site .kolom th{border:2px solid blue;padding:20px;text-align:center;background:#fcf}
a{color:lime;text-transform:uppercase}ul,ol{list-style:square;padding-left:5em}summary{background:red}
header,footer,nav,section,figure{background:#0ff;padding:30px;margin:50px}dl dt{float:right}svg{max-width:100%}"""
OPMAAK = """() => {
    const eigen = ['display', 'position', 'fontSize', 'fontWeight', 'fontFamily', 'fontStyle', 'lineHeight', 'color',
        'backgroundColor', 'backgroundImage', 'marginTop', 'marginBottom', 'marginLeft', 'paddingTop', 'paddingLeft',
        'borderTopWidth', 'borderBottomWidth', 'borderLeftWidth', 'gridTemplateColumns', 'textAlign', 'textTransform',
        'textDecorationLine', 'letterSpacing', 'listStyleType', 'width', 'fill', 'stroke'];
    return [...document.querySelectorAll('.kv *')].filter(e => !e.closest('defs') && !e.matches('nav')).map(e => {
        const stijl = getComputedStyle(e);
        return [e.tagName.replace(/H\\d/, 'H') + '.' + (e.getAttribute('class') || ''),
            ...eigen.map(naam => naam + ': ' + stijl[naam]), getComputedStyle(e, '::before').content]; });
}"""
CONTRAST = """() => {
    // Het contrast van elke tekst in een tekening met wat eronder ligt, uit berekende stijlen.
    const delen = kleur => kleur.match(/[\\d.]+/g).slice(0, 3).map(Number);
    const licht = kleur => { const [r, g, b] = delen(kleur).map(v => (v /= 255) <= .03928 ? v / 12.92
        : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
    const verhouding = (een, ander) => { const [a, b] = [licht(een), licht(ander)].sort((x, y) => y - x);
        return (a + .05) / (b + .05); };
    const kleur = vorm => { const vulling = getComputedStyle(vorm).fill, patroon = vulling.match(/url\\("?#([^")]+)/);
        if (!patroon) return [vulling];
        const lagen = [...document.getElementById(patroon[1]).children].map(e => getComputedStyle(e));
        return lagen.map(s => s.fill !== 'none' && s.stroke === 'none' ? s.fill : null).filter(Boolean); };
    const papier = getComputedStyle(document.querySelector('.kv')).backgroundColor;
    return [...document.querySelectorAll('.kv-graf text')].map(t => {
        const r = t.getBoundingClientRect(), midden = (r.left + r.right) / 2;
        const vakken = t.closest('.kv-vd') ? [...t.closest('svg').querySelectorAll('rect')].filter(v => {
            const b = v.getBoundingClientRect(); return b.left <= midden && midden <= b.right; }) : [];
        const onder = vakken.length ? kleur(vakken[vakken.length - 1]) : [papier];
        return [t.textContent, Math.min(...onder.map(k => verhouding(getComputedStyle(t).fill, k))), onder.length]; });
}"""


@pytest.fixture(scope="module", params=["alle blokken", "voorbeelddata"])
def adres(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, openbaar: Path) -> str:
    """Twee pagina's: een met elk blok en elke status, en het echte verslag over de voorbeelddata."""
    map_ = tmp_path_factory.mktemp("pagina")
    if request.param == "voorbeelddata":
        return (openbaar / "verslag.html").as_uri()
    pad = map_ / "verslag.html"
    pad.write_bytes(maak_html(maak_voorbeeldverslag()).inhoud)
    return pad.as_uri()


@pytest.fixture(scope="module")
def echt(openbaar: Path) -> str:
    """Het echte verslag over de voorbeelddata."""
    return (openbaar / "verslag.html").as_uri()


@pytest.fixture(scope="module")
def openbaar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """De hele openbare map van de voorbeelddata."""
    return maak_verslag(tmp_path_factory.mktemp("openbaar")) / "openbaar"


def _gast(fragment: str, breedte: int, stijl: str = "") -> str:
    """Een gastpagina met het fragment in een kolom."""
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Gast</title><style>{stijl}main{{max-width:{breedte}px;margin:0 auto!important}}</style></head>"
        f'<body class="site"><main class="kolom"><h1>Onze zorg</h1>{fragment}</main></body></html>'
    )


NAMEN = ("alle blokken", "verslag", "fragment", "kort", "verantwoording", "indicatoren", "kaal")
MATRIX = tuple(product(NAMEN, ("light", "dark"), (1280, 360, 320)))
METEN = {
    ("alle blokken", "dark", 1280),
    ("verslag", "light", 1280),
    ("fragment", "dark", 320),
    ("kort", "dark", 1280),
    ("verantwoording", "light", 320),
    ("indicatoren", "dark", 320),
    ("kaal", "light", 360),
}
"""Waar ook zonder KWALITEIT_GRONDIG=1 het contrast wordt gemeten: elke pagina één keer, in licht of donker."""
BEKIJKEN = METEN | {
    ("alle blokken", "light", 320),
    ("verslag", "dark", 360),
    ("fragment", "light", 1280),
    ("kort", "light", 360),
    ("verantwoording", "dark", 1280),
}


@pytest.fixture(scope="module")
def adressen(openbaar: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Alle pagina's; een fragment staat in een gastpagina."""
    map_ = tmp_path_factory.mktemp("paginas")
    (map_ / "alles.html").write_bytes(maak_html(maak_voorbeeldverslag()).inhoud)
    for naam in ("fragment", "fragment-kaal"):
        # Het kale fragment heeft geen stijl: de regelhoogte, en zo de maat van een link, komt van de gastpagina.
        gast = _gast((openbaar / f"{naam}.html").read_text(encoding="utf-8"), 1200, "main{line-height:1.6}")
        (map_ / f"{naam}.html").write_text(gast, encoding="utf-8")
    eigen = {"alle blokken": "alles", "fragment": "fragment", "kaal": "fragment-kaal"}
    return {naam: ((map_ / eigen[naam] if naam in eigen else openbaar / naam).as_uri() + ".html") for naam in NAMEN}


@pytest.mark.parametrize(("naam", "kleur", "breedte"), [geval for geval in MATRIX if GRONDIG or geval in BEKIJKEN])
def test_axe_vindt_nergens_een_overtreding(
    browser: Browser, adressen: dict[str, str], naam: str, kleur: Kleur, breedte: int
) -> None:
    """Dicht en open; wat van het thema afhangt (contrast) wordt open gemeten, dan staat alles in beeld."""
    pagina = open_pagina(browser, adressen[naam], breedte, kleur)
    assert noem_overtredingen(pagina, met_contrast=GRONDIG) == []
    pagina.evaluate(OPEN_ALLES)
    assert noem_overtredingen(pagina, met_contrast=GRONDIG or (naam, kleur, breedte) in METEN) == []
    assert naam == "kaal" or pagina.evaluate(TE_BREED) <= 0
    pagina.context.close()


def test_zonder_grondige_ronde_komt_elke_pagina_en_elk_thema_toch_aan_bod() -> None:
    assert set(MATRIX) >= BEKIJKEN
    assert {naam for naam, _, _ in METEN} == set(NAMEN)
    assert {kleur for _, kleur, _ in METEN} == {"light", "dark"}
    assert {breedte for _, _, breedte in BEKIJKEN} == {1280, 360, 320}


@pytest.mark.parametrize(
    ("kapot", "regel"),
    [
        ('<img src="data:,">', "image-alt"),
        ('<p style="color:#999;background:#fff">te licht</p>', "color-contrast"),
        ('<p style="font:9px/1 serif"><a href="#a">een</a><br><a href="#b">twee</a><br></p>', "target-size"),
    ],
)
def test_axe_vindt_een_ingebouwde_fout_wel(browser: Browser, adressen: dict[str, str], kapot: str, regel: str) -> None:
    pagina = open_pagina(browser, adressen["kort"])
    pagina.evaluate("kapot => document.querySelector('main').insertAdjacentHTML('beforeend', kapot)", kapot)
    assert any(fout.startswith(regel) for fout in noem_overtredingen(pagina))
    pagina.context.close()


@pytest.mark.parametrize(
    "stijl",
    [
        "",
        "html{font-size:200%!important}",
        "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}",
    ],
)
def test_op_320_pixels_schuift_niets_opzij(browser: Browser, adres: str, stijl: str) -> None:
    pagina = open_pagina(browser, adres, 640 if "200%" in stijl else 320)
    pagina.evaluate(OPEN_ALLES)
    if stijl:
        pagina.add_style_tag(content=stijl)
    assert pagina.evaluate(TE_BREED) <= 0
    buiten = pagina.evaluate(
        """() => [...document.querySelectorAll('.kv *')]
            .filter(e => !e.closest('.kv-rol') && !e.closest('svg') && !e.closest('thead')
                && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(e => e.tagName + '.' + e.className)"""
    )
    assert buiten == []
    pagina.context.close()


def test_een_brede_tabel_van_een_mens_schuift_in_haar_eigen_vak(browser: Browser, tmp_path: Path) -> None:
    koppen = [f"Kolomkop nummer {nummer}" for nummer in range(1, 9)]
    tabel = "\n".join((f"| {' | '.join(koppen)} |", "|---" * 8 + "|", "| woordenwaarmeeietsbreedwordt " * 8 + "|"))
    blok = Mensentekst(delen=(f"Hieronder een tabel.\n\n{tabel}\n",))
    verslag = maak_voorbeeldverslag()
    pad = tmp_path / "verslag.html"
    pad.write_bytes(maak_html(replace(verslag, secties=(Sectie(titel="X", anker="x", blokken=(blok,)),))).inhoud)
    pagina = open_pagina(browser, pad.as_uri(), 320)
    assert pagina.evaluate(TE_BREED) <= 0
    vak = "document.querySelector('.kv-rol')"
    assert pagina.evaluate(f"() => {vak}.scrollWidth > {vak}.clientWidth"), "de tabel is echt te breed"
    assert noem_overtredingen(pagina) == []
    pagina.context.close()


def test_geen_verzoek_en_geen_melding_onder_het_eigen_beleid(browser: Browser, adres: str) -> None:
    omgeving = browser.new_context()
    pagina = omgeving.new_page()
    verzoeken: list[str] = []
    meldingen: list[str] = []
    pagina.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    pagina.on("console", lambda melding: meldingen.append(melding.text))
    pagina.on("pageerror", lambda fout: meldingen.append(str(fout)))
    pagina.goto(adres)
    assert [verzoek for verzoek in verzoeken if not verzoek.startswith("data:image/")] == [adres]
    assert meldingen == []
    assert pagina.evaluate("() => getComputedStyle(document.querySelector('.kv-kop')).backgroundColor") == (
        "rgb(230, 240, 241)"
    )
    omgeving.close()


def test_de_sprong_naar_de_inhoud_is_het_eerste_en_neemt_de_aandacht_mee(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres, 1280)
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("() => document.activeElement.className") == "kv-skip"
    zichtbaar = pagina.evaluate("() => document.activeElement.getBoundingClientRect().left")
    assert zichtbaar >= 0
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("() => document.activeElement.id") == "kv-inhoud"
    pagina.context.close()


def test_donker_is_echt_donker_en_druk_is_altijd_licht(browser: Browser, adres: str) -> None:
    vraag = "() => getComputedStyle(document.querySelector('.kv')).backgroundColor"
    pagina = open_pagina(browser, adres, 1280, "dark")
    assert pagina.evaluate(vraag) == "rgb(16, 28, 32)"
    pagina.emulate_media(media="print", color_scheme="dark")
    assert pagina.evaluate(vraag) == "rgb(255, 255, 255)"
    pagina.context.close()


@pytest.fixture(scope="module")
def telefoon(browser: Browser, adres: str) -> Iterator[Page]:
    """De pagina op 360 pixels, helemaal open; alleen om te meten."""
    pagina = open_pagina(browser, adres, 360)
    pagina.evaluate(OPEN_ALLES)
    yield pagina
    pagina.context.close()


def test_tekst_in_figuren_blijft_leesbaar_en_in_beeld_op_360_pixels(telefoon: Page) -> None:
    gemeten = telefoon.evaluate(
        """() => [...document.querySelectorAll('.kv-graf svg text')].map(t => {
            const r = t.getBoundingClientRect();
            return [parseFloat(getComputedStyle(t).fontSize), r.left, r.right]; })"""
    )
    assert len(gemeten) > 50
    assert min(grootte for grootte, _, _ in gemeten) >= 14
    assert min(links for _, links, _ in gemeten) >= 0
    assert max(rechts for _, _, rechts in gemeten) <= 360


def test_labels_in_een_balk_passen_in_hun_vak_op_360_pixels(telefoon: Page) -> None:
    te_breed = telefoon.evaluate(
        """() => [...document.querySelectorAll('.kv-vd > div > svg')].flatMap(svg => {
            // Elk vak begint links; wat ervan te zien is, begint waar het kortere vak erboven eindigt.
            const eind = [...svg.querySelectorAll('rect')].map(r => r.getBoundingClientRect().right);
            eind.sort((a, b) => a - b);
            const begin = [svg.getBoundingClientRect().left, ...eind];
            const vakken = eind.map((r, i) => ({left: begin[i], right: r, width: r - begin[i]}));
            return [...svg.querySelectorAll('text')].filter(t => {
                const r = t.getBoundingClientRect(), midden = (r.left + r.right) / 2;
                const vak = vakken.find(v => v.left <= midden && midden <= v.right);
                return !vak || r.width > vak.width;
            }).map(t => t.textContent); })"""
    )
    assert te_breed == []


def test_op_papier_staat_alles_open_met_een_paginanummer(browser: Browser, adres: str, tmp_path: Path) -> None:
    pagina = open_pagina(browser, adres, 1280)
    pagina.emulate_media(media="print")
    assert pagina.evaluate("() => getComputedStyle(document.querySelector('nav')).display") == "none"
    hoogtes = pagina.evaluate(
        "() => [...document.querySelectorAll('details table')].map(t => t.getBoundingClientRect().height)"
    )
    assert len(hoogtes) > 10
    assert min(hoogtes) > 40
    papier = tmp_path / "verslag.pdf"
    pagina.pdf(path=papier, prefer_css_page_size=True, tagged=True)
    assert papier.read_bytes().startswith(b"%PDF")
    pagina.context.close()


@pytest.mark.parametrize(("breedte", "hoogte"), [(1280, 24_900), (360, 39_000)])
def test_het_echte_verslag_is_niet_te_lang_om_te_lezen(browser: Browser, echt: str, breedte: int, hoogte: int) -> None:
    pagina = open_pagina(browser, echt, breedte)
    dicht = pagina.evaluate("() => document.documentElement.scrollHeight")
    pagina.evaluate(OPEN_ALLES)
    assert dicht <= hoogte < pagina.evaluate("() => document.documentElement.scrollHeight")
    pagina.context.close()


def test_een_verwijzing_naar_iets_ingeklapts_klapt_het_open(browser: Browser, echt: str) -> None:
    pagina = open_pagina(browser, echt, 1280)
    anker = "kv-tabel-normen"
    zichtbaar = f"() => document.getElementById('{anker}').checkVisibility({{contentVisibilityAuto: true}})"
    assert not pagina.evaluate(zichtbaar)
    pagina.goto(f"{echt}#{anker}")
    assert pagina.evaluate(zichtbaar)
    pagina.context.close()


def test_een_rijkop_gebruikt_op_een_telefoon_de_hele_breedte(browser: Browser, echt: str) -> None:
    pagina = open_pagina(browser, echt, 360)
    pagina.evaluate(OPEN_ALLES)
    smal = pagina.evaluate(
        """() => [...document.querySelectorAll('.kv-stapel tbody th')]
            .filter(th => th.getBoundingClientRect().width < 300).map(th => th.textContent)"""
    )
    assert smal == []
    gebroken = pagina.evaluate(
        """() => [...document.querySelectorAll('.kv-stapel th')].filter(th => th.scrollWidth > th.clientWidth + 1
            && getComputedStyle(th).position !== 'absolute' && !th.closest('thead')).map(th => th.textContent)"""
    )
    assert gebroken == []
    pagina.context.close()


@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_de_as_in_een_trend_volgt_het_thema(browser: Browser, echt: str, kleur: Kleur) -> None:
    """De as staat er één keer en wordt hergebruikt; lijn en letter moeten ook dan de kleuren van het thema hebben."""
    pagina = open_pagina(browser, echt, 1280, kleur)
    lijn, letter = pagina.evaluate(
        """() => { const as = document.querySelector('#kv-as');
            return [getComputedStyle(as).stroke, getComputedStyle(document.querySelector('#kv-as text')).fill]; }"""
    )
    assert (lijn, letter) == (
        ("rgb(213, 220, 221)", "rgb(70, 85, 91)") if kleur == "light" else ("rgb(52, 69, 75)", "rgb(179, 192, 196)")
    )
    pagina.context.close()


# ---- het fragment en de andere uitgaven ----


@pytest.mark.parametrize("breedte", [300, 700, 1200])
def test_een_fragment_ziet_er_in_een_lelijke_gastpagina_uit_als_de_pagina_zelf(browser: Browser, breedte: int) -> None:
    """Elke stijl van elk element is gelijk; zonder de wortel zou de gastpagina alles veranderen."""
    verslag = maak_voorbeeldverslag()
    pagina = browser.new_page(viewport={"width": breedte, "height": 900}, bypass_csp=True)
    pagina.set_content(maak_html(verslag).inhoud.decode("utf-8"))
    pagina.evaluate(OPEN_ALLES)
    verwacht = pagina.evaluate(OPMAAK)
    fragment = maak_fragment(verslag).inhoud.decode("utf-8")
    pagina.set_content(_gast(fragment, breedte, GASTSTIJL))
    pagina.evaluate(OPEN_ALLES)
    gevonden = pagina.evaluate(OPMAAK)
    assert len(gevonden) == len(verwacht) > 1000
    anders = [(een, ander) for een, ander in zip(verwacht, gevonden, strict=True) if een != ander]
    assert [set(een) ^ set(ander) for een, ander in anders[:5]] == []
    if breedte == 700:
        pagina.set_content(_gast(fragment.replace(":not(#kv)", "").replace("all:revert", ""), breedte, GASTSTIJL))
        pagina.evaluate(OPEN_ALLES)
        assert pagina.evaluate(OPMAAK) != verwacht, "zonder wortel en herstel ziet de toets het verschil"
    pagina.close()


def test_een_fragment_vraagt_niets_aan_een_ander(browser: Browser, openbaar: Path, tmp_path: Path) -> None:
    fragment = (openbaar / "fragment.html").read_text(encoding="utf-8")
    verzoeken: list[str] = []
    pagina = browser.new_page()
    pagina.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    pad = tmp_path / "gast.html"
    for extra in ("", '<img src="spion.png" alt="">'):
        pad.write_text(_gast(fragment + extra, 1200), encoding="utf-8")
        verzoeken.clear()
        pagina.goto(pad.as_uri())
        anders = [adres for adres in verzoeken if adres != pad.as_uri() and not adres.startswith("data:image/")]
        assert len(anders) == bool(extra), "met een beeld erbij ziet de toets het verzoek"
    pagina.close()


def test_de_korte_uitgave_past_op_een_vel_papier(browser: Browser, openbaar: Path) -> None:
    for naam, is_een in (("kort", True), ("verantwoording", False)):
        pagina = browser.new_page()
        pagina.goto((openbaar / f"{naam}.html").as_uri())
        papier = pagina.pdf(prefer_css_page_size=True, tagged=True)
        vellen = len(re.findall(rb"/Type\s*/Page\b", papier))
        assert (vellen == 1) is is_een, f"{naam}: {vellen} vellen"
        pagina.close()


def test_de_korte_uitgave_gebruikt_een_breed_scherm_helemaal(browser: Browser, openbaar: Path) -> None:
    """De vijf kernboodschappen staan naast elkaar, de teksten in twee kolommen, en alles past op twee schermen."""
    pagina = open_pagina(browser, (openbaar / "kort.html").as_uri())
    hoogtes, rechts, lang = pagina.evaluate(
        """() => [[...document.querySelectorAll('.kv-kern li')].map(e => e.getBoundingClientRect().top),
            Math.max(...[...document.querySelectorAll('.kv-inh p')].map(e => e.getBoundingClientRect().right)),
            document.documentElement.scrollHeight]"""
    )
    assert len(hoogtes) == 5
    assert len(set(hoogtes)) == 1
    assert rechts > 1150
    assert lang <= 2300
    pagina.context.close()


# ---- leesbaar voor iedereen ----


@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_tekst_in_een_figuur_heeft_genoeg_contrast_met_wat_eronder_ligt(
    browser: Browser, adres: str, kleur: Kleur
) -> None:
    pagina = open_pagina(browser, adres, 1280, kleur)
    pagina.evaluate(OPEN_ALLES)
    gemeten = pagina.evaluate(CONTRAST)
    assert len(gemeten) > 50
    assert all(lagen for _, _, lagen in gemeten)
    assert [(tekst, contrast) for tekst, contrast, _ in gemeten if contrast < 4.5] == []
    pagina.add_style_tag(content=".kv-vd text{fill:#7aa!important}")
    assert any(contrast < 4.5 for _, contrast, _ in pagina.evaluate(CONTRAST)), "een te lichte letter valt op"
    pagina.context.close()


def test_wie_met_tab_door_de_pagina_gaat_ziet_steeds_waar_hij_is(browser: Browser, echt: str) -> None:
    """Elk element dat de aandacht krijgt, heeft een rand van minstens 3 pixels en staat in beeld."""
    pagina = open_pagina(browser, echt, 1280)
    pagina.emulate_media(reduced_motion="reduce")
    aantal = pagina.evaluate("() => document.querySelectorAll('a[href],summary,[tabindex=\"0\"]').length")
    gezien: list[list[object]] = []
    for _ in range(aantal + 1):
        pagina.keyboard.press("Tab")
        staat = pagina.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
                const s = getComputedStyle(e), r = e.getBoundingClientRect();
                return [e.outerHTML.slice(0, 90), s.outlineStyle, parseFloat(s.outlineWidth), s.boxShadow !== 'none',
                    r.bottom > 0 && r.top < innerHeight && r.width > 0]; }"""
        )
        if staat is None:
            break
        gezien.append(staat)
    assert len(gezien) > 60
    onzichtbaar = [staat for staat in gezien if staat[1] != "solid" or staat[2] < 3 or not staat[3] or not staat[4]]  # type: ignore[operator]
    assert onzichtbaar == []
    pagina.context.close()


def test_in_gedwongen_kleuren_blijft_elke_letter_leesbaar_en_elke_figuur_te_zien(browser: Browser, echt: str) -> None:
    pagina = open_pagina(browser, echt, 1280)
    pagina.emulate_media(forced_colors="active", color_scheme="dark")
    pagina.evaluate(OPEN_ALLES)
    assert pagina.evaluate("() => matchMedia('(forced-colors:active)').matches")
    # Het doek is dan zwart of wit; een letter buiten een vak heeft de letterkleur van de lezer.
    letter, doek, vakken = pagina.evaluate(
        """() => [getComputedStyle(document.querySelector('.kv-at text')).fill,
            getComputedStyle(document.querySelector('.kv')).backgroundColor,
            new Set([...document.querySelectorAll('.kv-vd rect')].map(e => getComputedStyle(e).fill)).size]"""
    )
    assert {letter, doek} == {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    assert vakken >= 4
    assert [regel for regel in pagina.evaluate(CONTRAST) if regel[1] < 4.5 and regel[2]] == []
    pagina.context.close()


def test_wie_om_meer_contrast_vraagt_krijgt_het(browser: Browser, echt: str) -> None:
    vraag = """() => ['.kv-stil,.kv-fig>p', '.kv'].map(e => getComputedStyle(document.querySelector(e)).color)"""
    pagina = open_pagina(browser, echt, 1280)
    stil, inkt = pagina.evaluate(vraag)
    assert stil != inkt
    pagina.emulate_media(contrast="more")
    stil, inkt = pagina.evaluate(vraag)
    assert stil == inkt
    pagina.context.close()
