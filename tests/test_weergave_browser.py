"""De pagina in een echte browser: toegankelijkheid, smalle schermen, geen verzoeken, en druk op papier."""

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kwaliteit.weergave import maak_html
from tests.gouden_verslag import maak_verslag
from tests.voorbeeldverslag import maak_voorbeeldverslag

pytestmark = pytest.mark.browser

VOLLEDIG = os.environ.get("KWALITEIT_VOLLEDIG") == "1"
VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EISEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_ALLES = "() => document.querySelectorAll('details').forEach(d => { d.open = true })"
Kleur = Literal["light", "dark"]


def _chromium() -> str:
    gevonden = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if gevonden is None:
        if VOLLEDIG:
            pytest.fail("Chromium ontbreekt, maar KWALITEIT_VOLLEDIG=1")
        pytest.skip("Chromium staat niet op deze machine")
    return gevonden


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    pad = _chromium()
    with sync_playwright() as speler:
        gestart = speler.chromium.launch(executable_path=pad, args=VLAGGEN)
        yield gestart
        gestart.close()


@pytest.fixture(scope="module", params=["alle blokken", "voorbeelddata"])
def adres(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Twee pagina's: een met elk blok en elke status, en het echte verslag over de voorbeelddata."""
    map_ = tmp_path_factory.mktemp("pagina")
    if request.param == "voorbeelddata":
        return (maak_verslag(map_) / "openbaar" / "verslag.html").as_uri()
    pad = map_ / "verslag.html"
    pad.write_bytes(maak_html(maak_voorbeeldverslag()).inhoud)
    return pad.as_uri()


@pytest.fixture(scope="module")
def echt(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Het echte verslag over de voorbeelddata."""
    return (maak_verslag(tmp_path_factory.mktemp("echt")) / "openbaar" / "verslag.html").as_uri()


def _open(browser: Browser, adres: str, breedte: int, kleur: Kleur = "light", *, streng: bool = False) -> Page:
    """Een nieuwe pagina; zonder `streng` mag de toets er eigen code in zetten."""
    omgeving: BrowserContext = browser.new_context(
        viewport={"width": breedte, "height": 900}, color_scheme=kleur, bypass_csp=not streng
    )
    pagina = omgeving.new_page()
    pagina.goto(adres)
    return pagina


def _overtredingen(pagina: Page) -> list[str]:
    pagina.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    uitkomst = pagina.evaluate("eisen => axe.run(document, {runOnly: {type: 'tag', values: eisen}})", EISEN)
    return [
        f"{fout['id']}: {', '.join(str(plek['target']) for plek in fout['nodes'][:3])}"
        for fout in uitkomst["violations"]
    ]


@pytest.mark.parametrize("kleur", ["light", "dark"])
@pytest.mark.parametrize("breedte", [1280, 360, 320])
def test_axe_vindt_geen_overtreding(browser: Browser, adres: str, breedte: int, kleur: Kleur) -> None:
    pagina = _open(browser, adres, breedte, kleur)
    assert _overtredingen(pagina) == []
    pagina.evaluate(OPEN_ALLES)
    assert _overtredingen(pagina) == []
    pagina.context.close()


def test_axe_vindt_een_ingebouwde_fout_wel(browser: Browser, adres: str) -> None:
    pagina = _open(browser, adres, 1280)
    pagina.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
    assert any(fout.startswith("image-alt") for fout in _overtredingen(pagina))
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
    pagina = _open(browser, adres, 640 if "200%" in stijl else 320)
    pagina.evaluate(OPEN_ALLES)
    if stijl:
        pagina.add_style_tag(content=stijl)
    assert pagina.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    buiten = pagina.evaluate(
        """() => [...document.querySelectorAll('.kv *')]
            .filter(e => !e.closest('.kv-rol') && !e.closest('svg') && !e.closest('thead')
                && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(e => e.tagName + '.' + e.className)"""
    )
    assert buiten == []
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
    assert verzoeken == [adres]
    assert meldingen == []
    assert pagina.evaluate("() => getComputedStyle(document.querySelector('.kv-kop')).backgroundColor") == (
        "rgb(230, 240, 241)"
    )
    omgeving.close()


def test_de_sprong_naar_de_inhoud_is_het_eerste_en_neemt_de_aandacht_mee(browser: Browser, adres: str) -> None:
    pagina = _open(browser, adres, 1280)
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("() => document.activeElement.className") == "kv-skip"
    zichtbaar = pagina.evaluate("() => document.activeElement.getBoundingClientRect().left")
    assert zichtbaar >= 0
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("() => document.activeElement.id") == "kv-inhoud"
    pagina.context.close()


def test_donker_is_echt_donker_en_druk_is_altijd_licht(browser: Browser, adres: str) -> None:
    vraag = "() => getComputedStyle(document.querySelector('.kv')).backgroundColor"
    pagina = _open(browser, adres, 1280, "dark")
    assert pagina.evaluate(vraag) == "rgb(16, 28, 32)"
    pagina.emulate_media(media="print", color_scheme="dark")
    assert pagina.evaluate(vraag) == "rgb(255, 255, 255)"
    pagina.context.close()


def test_tekst_in_figuren_blijft_leesbaar_en_in_beeld_op_360_pixels(browser: Browser, adres: str) -> None:
    pagina = _open(browser, adres, 360)
    pagina.evaluate(OPEN_ALLES)
    gemeten = pagina.evaluate(
        """() => [...document.querySelectorAll('.kv-graf svg text')].map(t => {
            const r = t.getBoundingClientRect();
            return [parseFloat(getComputedStyle(t).fontSize), r.left, r.right]; })"""
    )
    assert len(gemeten) > 50
    assert min(grootte for grootte, _, _ in gemeten) >= 14
    assert min(links for _, links, _ in gemeten) >= 0
    assert max(rechts for _, _, rechts in gemeten) <= 360
    pagina.context.close()


def test_labels_in_een_balk_passen_in_hun_vak_op_360_pixels(browser: Browser, adres: str) -> None:
    pagina = _open(browser, adres, 360)
    pagina.evaluate(OPEN_ALLES)
    te_breed = pagina.evaluate(
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
    pagina.context.close()


def test_op_papier_staat_alles_open_met_een_paginanummer(browser: Browser, adres: str, tmp_path: Path) -> None:
    pagina = _open(browser, adres, 1280)
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


@pytest.mark.parametrize(("breedte", "hoogte"), [(1280, 24_000), (360, 38_000)])
def test_het_echte_verslag_is_niet_te_lang_om_te_lezen(browser: Browser, echt: str, breedte: int, hoogte: int) -> None:
    pagina = _open(browser, echt, breedte)
    dicht = pagina.evaluate("() => document.documentElement.scrollHeight")
    pagina.evaluate(OPEN_ALLES)
    assert dicht <= hoogte < pagina.evaluate("() => document.documentElement.scrollHeight")
    pagina.context.close()


def test_een_verwijzing_naar_iets_ingeklapts_klapt_het_open(browser: Browser, echt: str) -> None:
    pagina = _open(browser, echt, 1280)
    anker = "kv-tabel-normen"
    zichtbaar = f"() => document.getElementById('{anker}').checkVisibility({{contentVisibilityAuto: true}})"
    assert not pagina.evaluate(zichtbaar)
    pagina.goto(f"{echt}#{anker}")
    assert pagina.evaluate(zichtbaar)
    pagina.context.close()


def test_een_rijkop_gebruikt_op_een_telefoon_de_hele_breedte(browser: Browser, echt: str) -> None:
    pagina = _open(browser, echt, 360)
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
    pagina = _open(browser, echt, 1280, kleur)
    lijn, letter = pagina.evaluate(
        """() => { const as = document.querySelector('.kv-graf use[href="#kv-as"]');
            return [getComputedStyle(as).stroke, getComputedStyle(document.querySelector('#kv-as text')).fill]; }"""
    )
    assert (lijn, letter) == (
        ("rgb(213, 220, 221)", "rgb(70, 85, 91)") if kleur == "light" else ("rgb(52, 69, 75)", "rgb(179, 192, 196)")
    )
    pagina.context.close()
