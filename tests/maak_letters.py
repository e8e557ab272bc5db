"""Maakt de meegeleverde letters opnieuw: `python tests/maak_letters.py [map met de hele Noto-letters]`.

Nodig: fonttools, en de letters uit het Debian-pakket fonts-noto-core. Noto is OFL zonder gereserveerde naam, dus een
ingekorte versie mag dezelfde naam houden; de licentie staat ernaast. Dit staat bij de toetsen omdat het programma zelf
er niets van nodig heeft.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

VOL = Path("/usr/share/fonts/truetype/noto")
DOEL = Path(__file__).resolve().parents[1] / "kwaliteit" / "sjablonen" / "letters"
NAMEN = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Bold")
TEKENS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latijn: alle letters van de Europese talen
    *map(ord, "ȘșȚțẞ‐‑‒–—‘’‚“”„†•…‰′″‹›€™"),
)
UIT_WISKUNDE = tuple("−≈≠≤≥←↑→↓")
"""Deze ontbreken in Noto Sans en Noto Serif en komen uit Noto Sans Math, met dezelfde maat per em."""


def kort_in(vol: Path, wiskunde: Path, doel: Path) -> None:
    """Schrijf een versie met alleen de tekens die een verslag nodig heeft, zonder hints en zonder datum."""
    letter = TTFont(vol, recalcTimestamp=False)
    _leen(letter, TTFont(wiskunde))
    keuze = subset.Options(
        hinting=False,
        layout_features=["kern", "liga", "mark", "ccmp", "locl"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        notdef_outline=True,
        recalc_timestamp=False,
        glyph_names=False,
    )
    snijder = subset.Subsetter(keuze)
    snijder.populate(unicodes=[*TEKENS, *map(ord, UIT_WISKUNDE)])
    snijder.subset(letter)
    letter.save(doel)


def _leen(letter: TTFont, van: TTFont) -> None:
    """Neem de ontbrekende tekens over, met hun breedte."""
    eigen, ander = letter.getBestCmap(), van.getBestCmap()
    for teken in UIT_WISKUNDE:
        if ord(teken) in eigen or ord(teken) not in ander:
            continue
        naam = f"geleend{ord(teken):04X}"
        letter.setGlyphOrder([*letter.getGlyphOrder(), naam])
        letter["glyf"].glyphs[naam] = van["glyf"][ander[ord(teken)]]
        letter["glyf"].glyphOrder = letter.getGlyphOrder()
        letter["hmtx"][naam] = van["hmtx"][ander[ord(teken)]]
        for tabel in letter["cmap"].tables:
            if tabel.isUnicode():
                tabel.cmap[ord(teken)] = naam
    letter["maxp"].numGlyphs = len(letter.getGlyphOrder())


if __name__ == "__main__":
    bron = Path(sys.argv[1]) if len(sys.argv) > 1 else VOL
    for naam in NAMEN:
        kort_in(bron / f"{naam}.ttf", bron / "NotoSansMath-Regular.ttf", DOEL / f"{naam}.ttf")
