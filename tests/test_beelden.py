"""De twaalf beelden: ziet de pagina er nog uit zoals zij bekeken en goedgevonden is?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

from tests.beelden import BEELDEN, maak_beelden, namen, start_browser, verschil
from tests.gouden_verslag import maak_verslag
from tests.venster import zoek_chromium

pytestmark = pytest.mark.browser
SPELING = 0.02
"""Zoveel van een beeld mag anders zijn: een andere Chromium tekent letters een halve pixel anders."""


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Image.Image]]:
    chromium = zoek_chromium()
    openbaar = maak_verslag(tmp_path_factory.mktemp("beelden")) / "openbaar"
    with sync_playwright() as speler:
        browser = start_browser(speler, chromium, tmp_path_factory.mktemp("letters"))
        yield dict(maak_beelden(browser, openbaar))
        browser.close()


@pytest.mark.parametrize("naam", namen())
def test_de_pagina_ziet_eruit_zoals_bekeken(gemaakt: dict[str, Image.Image], naam: str, tmp_path: Path) -> None:
    goed = Image.open(BEELDEN / f"{naam}.png")
    anders = verschil(gemaakt[naam], goed)
    if anders > SPELING:
        gemaakt[naam].save(tmp_path / f"{naam}.png")
    assert anders <= SPELING, f"{anders:.1%} anders; bekijk {tmp_path}/{naam}.png; klopt het, ververs dan met --beelden"


def test_een_verschoven_blok_en_een_andere_kleur_vallen_op(gemaakt: dict[str, Image.Image]) -> None:
    beeld = gemaakt["verslag-1280-light"]
    verschoven = Image.new("RGB", beeld.size, "white")
    verschoven.paste(beeld, (0, 12))
    assert verschil(beeld, verschoven) > SPELING
    gekleurd = beeld.copy()
    ImageDraw.Draw(gekleurd).rectangle((0, 0, beeld.width, beeld.height // 20), fill="#c00")
    assert verschil(beeld, gekleurd) > SPELING
    assert verschil(beeld, beeld) == 0
