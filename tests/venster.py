"""Een venster van Chromium voor de toetsen, en wat axe op een pagina vindt."""

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

Kleur = Literal["light", "dark"]
VOLLEDIG = os.environ.get("KWALITEIT_VOLLEDIG") == "1"
GRONDIG = os.environ.get("KWALITEIT_GRONDIG") == "1"
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
CONTRAST = "color-contrast"
OPEN_ALLES = "() => document.querySelectorAll('details').forEach(d => { d.open = true })"
TE_BREED = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_AXE = """([eisen, rest]) => axe.run(document, {runOnly: {type: 'tag', values: eisen}, resultTypes: ['violations'],
    rules: Object.fromEntries(rest.map(regel => [regel, {enabled: false}]))})"""


def zoek_chromium() -> str:
    """Geef het pad van Chromium; zonder slaat de toets over, of faalt zij bij KWALITEIT_VOLLEDIG=1."""
    gevonden = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if gevonden is None:
        if VOLLEDIG:
            pytest.fail("Chromium ontbreekt, maar KWALITEIT_VOLLEDIG=1")
        pytest.skip("Chromium staat niet op deze machine")
    return gevonden


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Eén Chromium voor alle toetsen van een bestand."""
    pad = zoek_chromium()
    with sync_playwright() as speler:
        gestart = speler.chromium.launch(executable_path=pad, args=VLAGGEN)
        yield gestart
        gestart.close()


def open_pagina(browser: Browser, adres: str, breedte: int = 1280, kleur: Kleur = "light") -> Page:
    """Geef een nieuwe pagina in een eigen omgeving; de toets mag er eigen code in zetten."""
    omgeving = browser.new_context(viewport={"width": breedte, "height": 900}, color_scheme=kleur, bypass_csp=True)
    pagina = omgeving.new_page()
    pagina.goto(adres)
    return pagina


def noem_overtredingen(pagina: Page, *, met_contrast: bool = True) -> list[str]:
    """Geef elke regel van WCAG 2.2 A en AA en van goed gebruik die de pagina breekt, met drie plekken.

    Contrast meten kost bijna alle tijd, en hangt alleen af van het thema.
    """
    if not pagina.evaluate("() => 'axe' in window"):
        pagina.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    uitkomst = pagina.evaluate(_AXE, [EISEN, [] if met_contrast else [CONTRAST]])
    return [
        f"{fout['id']}: {', '.join(str(plek['target']) for plek in fout['nodes'][:3])}"
        for fout in uitkomst["violations"]
    ]
