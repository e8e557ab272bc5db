"""De tekst van een Word-bestand als html: alinea's, tabellen en alternatieve teksten.

Een beeld in het bestand zelf, en elke letter in een pdf, kan de toets niet lezen. Die vergelijkt zij alleen met de
controlegetallen van wat het programma schreef.
"""

import re
import zipfile
import zlib
from pathlib import Path

from kwaliteit.begrippen.fout import BronFout
from kwaliteit.openbaarheidstoets.lezen import noem_beschadigd

_DEEL = re.compile(r"word/[^/]+\.xml")
_GROOTSTE_DEEL = 50_000_000
"""Zoveel bytes is geen deel van een verslag; meer wordt niet uitgepakt."""
_STUKKEN = re.compile(
    r"<w:t(?: [^>]*)?>(?P<tekst>[^<]*)</w:t>"
    r"|<(?P<sluit>/?)w:(?P<naam>p|tbl|tr|tc)(?: [^>]*?)?(?P<leeg>/?)>"
    r"|<w:(?P<wit>tab|br)[ />]"
    r"|<wp:docPr (?P<kenmerken>[^>]*)>"
)
_ALT = re.compile(r'(?:descr|title)="([^"]*)"')
_TAGS = {"p": "p", "tbl": "table", "tr": "tr", "tc": "td"}


def lees_word(pad: Path) -> str:
    """Geef de tekst als html; het bijschrift van een tabel is de alinea erboven. BronFout als het geen Word is."""
    try:
        with zipfile.ZipFile(pad) as doos:
            delen = [deel for deel in doos.infolist() if _DEEL.fullmatch(deel.filename)]
            if not any(deel.filename == "word/document.xml" for deel in delen) or any(
                deel.file_size > _GROOTSTE_DEEL for deel in delen
            ):
                raise BronFout(noem_beschadigd(pad))
            return "\n".join(_maak_html(doos.read(deel).decode("utf-8")) for deel in delen)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise BronFout(noem_beschadigd(pad)) from None


def _maak_html(xml: str) -> str:
    uit: list[str] = []
    alinea: list[str] = []
    bijschrift = ""
    for stuk in _STUKKEN.finditer(xml):
        if stuk["tekst"] is not None:
            uit.append(stuk["tekst"])
            alinea.append(stuk["tekst"])
        elif stuk["wit"]:
            uit.append(" ")
            alinea.append(" ")
        elif stuk["kenmerken"] is not None:
            uit += [f'<img alt="{alt}">' for alt in _ALT.findall(stuk["kenmerken"])]
        else:
            naam = _TAGS[stuk["naam"]]
            if naam == "p" and (stuk["sluit"] or stuk["leeg"]):
                bijschrift, alinea = "".join(alinea) or bijschrift, []
            uit.append(f"<{stuk['sluit']}{naam}>{f'</{naam}>' if stuk['leeg'] else ''}")
            if naam == "table" and not stuk["sluit"]:
                uit.append(f"<caption>{bijschrift}</caption>")
    return "".join(uit)
