"""Twaalf beelden van de pagina's: drie uitgaven × twee breedtes × licht en donker, met vaste letters.

Verversen: `python tests/ververs.py --beelden` (vraagt Chromium). De beelden zijn verkleind, zodat iemand ze naast
elkaar kan bekijken; vergelijken gebeurt met speling, want elke Chromium tekent letters net anders.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Playwright

from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN
from tests.venster import VLAGGEN

BEELDEN = Path(__file__).parent / "verwacht" / "beelden"
UITGAVEN = ("verslag", "kort", "verantwoording")
BREEDTES = (1280, 360)
THEMAS = ("light", "dark")
SCHAAL = {1280: 0.3, 360: 0.5}
"""Hoeveel kleiner het bewaarde beeld is dan de pagina."""
HOOGSTE = 6000
"""Verder dan zoveel pixels van de pagina gaat een beeld niet; daaronder herhalen de hoofdstukken hun ritme."""
LETTERS = SJABLONEN / "letters"
VASTE_VLAGGEN = [
    *VLAGGEN,
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
]
_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{letters}</dir>
  <cachedir>{voorraad}</cachedir>
  <alias binding="same"><family>Georgia</family><prefer><family>Noto Serif</family></prefer></alias>
  <alias binding="same"><family>serif</family><prefer><family>Noto Serif</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Noto Sans</family></prefer></alias>
</fontconfig>
"""


def namen() -> list[str]:
    """De twaalf namen, ook die van de gouden bestanden."""
    return [f"{uitgave}-{breedte}-{thema}" for uitgave in UITGAVEN for breedte in BREEDTES for thema in THEMAS]


def start_browser(speler: Playwright, chromium: str, map_: Path) -> Browser:
    """Start Chromium met alleen de meegeleverde letters, zodat een beeld niet afhangt van de machine."""
    instelling = map_ / "fonts.conf"
    instelling.write_text(_FONTCONFIG.format(letters=LETTERS, voorraad=map_ / "voorraad"), encoding="utf-8")
    omgeving: dict[str, str | float | bool] = {"FONTCONFIG_FILE": str(instelling), "HOME": str(map_), "LANG": "C.UTF-8"}
    return speler.chromium.launch(executable_path=chromium, args=VASTE_VLAGGEN, env=omgeving)


def maak_beelden(browser: Browser, openbaar: Path) -> Iterator[tuple[str, Image.Image]]:
    """Geef elk beeld met zijn naam, verkleind."""
    for naam in namen():
        uitgave, breedte, thema = naam.split("-")
        omgeving = browser.new_context(
            viewport={"width": int(breedte), "height": 900},
            color_scheme="dark" if thema == "dark" else "light",
        )
        pagina = omgeving.new_page()
        pagina.goto((openbaar / f"{uitgave}.html").as_uri())
        hoogte = min(HOOGSTE, int(pagina.evaluate("() => document.documentElement.scrollHeight")))
        knip = {"x": 0.0, "y": 0.0, "width": float(breedte), "height": float(hoogte)}
        genomen = pagina.screenshot(full_page=True, clip=knip)  # type: ignore[arg-type]
        omgeving.close()
        yield naam, verklein(Image.open(io.BytesIO(genomen)).convert("RGB"), SCHAAL[int(breedte)])


def verklein(beeld: Image.Image, schaal: float) -> Image.Image:
    """Maak een beeld kleiner met een gemiddelde per vlak, dat kleine verschillen in letters uitvlakt."""
    maat = (round(beeld.width * schaal), round(beeld.height * schaal))
    return beeld.resize(maat, Image.Resampling.BOX)


def bewaar(beeld: Image.Image, pad: Path) -> None:
    """Schrijf een beeld klein weg: een palet van 64 kleuren is genoeg om te zien en te vergelijken."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    beeld.quantize(64, dither=Image.Dither.NONE).save(pad, optimize=True)


def verschil(een: Image.Image, ander: Image.Image) -> float:
    """Geef welk deel van het beeld zichtbaar anders is (0 tot 1); een andere maat telt als verschil."""
    maat = (max(een.width, ander.width), max(een.height, ander.height))
    vlakken = []
    for beeld in (een, ander):
        vlak = Image.new("RGB", maat, "#f0f")
        vlak.paste(beeld.convert("RGB"), (0, 0))
        vlakken.append(vlak.filter(ImageFilter.BoxBlur(2)))
    afstand = ImageChops.difference(*vlakken).convert("L")
    return sum(afstand.histogram()[24:]) / (maat[0] * maat[1])
