"""Leest het logo uit de werkmap: klein, en zonder iets wat een browser uitvoert, ophaalt of niet aankan."""

import hashlib
from pathlib import PurePosixPath

from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.vormgeving import Logo
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.logopng import lees_png
from kwaliteit.werkmappen.logosvg import lees_svg

GROOTSTE_LOGO = 20_000
"""Bytes. Het logo komt in elke pagina te staan."""


def lees_logo(opgegeven: str, waar: str, plank: Leesplank) -> Logo | None:
    """Geef het logo; None (met een gebrek) als het er niet is of niet veilig in een pagina kan."""
    soort = PurePosixPath(opgegeven).suffix.lower()
    if soort not in (".svg", ".png"):
        plank.meld(
            waar,
            "het logo is geen SVG of PNG",
            "een bestand dat eindigt op .svg of .png",
            "Bewaar het logo als SVG of PNG.",
        )
        return None
    pad = plank.vind(opgegeven, waar)
    if pad is None:
        return None
    naam = PurePosixPath(opgegeven).as_posix()
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(GROOTSTE_LOGO + 1)
    except OSError:
        plank.meld(naam, "dit bestand is niet te openen", "een leesbaar bestand", "Controleer de rechten.")
        return None
    if len(inhoud) > GROOTSTE_LOGO:
        plank.meld(
            naam,
            "dit logo is te groot: het komt in elke pagina te staan",
            f"hoogstens {GROOTSTE_LOGO // 1000} kB",
            "Bewaar het logo kleiner of eenvoudiger.",
        )
        return None
    plank.controlegetallen[naam] = hashlib.sha256(inhoud).hexdigest()
    try:
        return lees_svg(inhoud, naam) if soort == ".svg" else lees_png(inhoud, naam)
    except WerkmapFout as fout:
        for gebrek in fout.gebreken:
            plank.meld(gebrek.waar, gebrek.wat, gebrek.verwacht, gebrek.doe_dit)
        return None
