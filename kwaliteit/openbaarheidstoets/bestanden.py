"""Welke bestanden er in `openbaar` staan, en of er na het maken iets aan veranderd is.

Van een pdf en een png is dit de enige toets: hun tekst wordt niet gelezen. Klopt het controlegetal, dan is het bestand
wat het programma uit dezelfde openbare cijfers maakte.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from kwaliteit.begrippen.fout import BronFout
from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.openbaarheidstoets.lezen import lees_tekst, noem_beschadigd

KOLOMMEN = {
    "gegevens/indicatoren.csv": (
        "jaar,indicator,pijler,norm,doelgroep,onderdeel,niveau,maat,categorie,eenheid,waarde,teller,noemer,ondergrens,"
        "bovengrens,uitgenodigd,reeks,reeksbreuk,status,toelichting,interval_methode"
    ),
    "gegevens/indicatoren_per_pijler.csv": (
        "jaar,pijler,doelgroep,gevraagd,getoond,minstens_75,onder_50,stijgingen,dalingen,normen_met_bewijs,"
        "normen_zonder_bewijs"
    ),
    "gegevens/respons.csv": "jaar,doelgroep,onderdeel,niveau,deelnemers,uitgenodigd,respons,status,toelichting",
    "gegevens/vergelijkingen.csv": ("jaar,soort,indicator,doelgroep,onderdeel,vergeleken_met,oordeel,label,punten"),
}
"""De openbare tabellen met hun kolommen."""
UITGAVEN = ("verslag", "kort", "verantwoording", "indicatoren")
VERPLICHT = (
    *(f"{uitgave}.{soort}" for uitgave in UITGAVEN for soort in ("html", "md")),
    "fragment.html",
    "fragment-kaal.html",
    *KOLOMMEN,
    "gegevens/datapackage.json",
)
"""Deze bestanden maakt het programma altijd in `openbaar`."""
OP_VERZOEK = ("verslag.pdf", "verslag.docx")
"""Deze alleen als de gebruiker erom vraagt."""
_FIGUUR = re.compile(r"figuren/[a-z0-9-]+\.(?:svg|png)")
"""De losse beelden; hoeveel en welke hangt af van het verslag."""
_BEELDWIJZER = re.compile(rf"""(?:]\(|src="?)({_FIGUUR.pattern})\b""")
_MAPPEN = ("gegevens", "figuren")
CONTROLELIJST = ".geschreven.json"
ZONDER_LIJST = f"{CONTROLELIJST} ontbreekt of is beschadigd: niet na te gaan of een bestand na het maken veranderd is"


def eis_bestanden(openbaar: Path) -> None:
    """BronFout bij het eerste bestand dat ontbreekt of geen tekst is; ook een beeld dat ergens hoort te staan."""
    for naam in VERPLICHT:
        tekst = lees_tekst(openbaar / naam, BronFout)
        for beeld in sorted(set(_BEELDWIJZER.findall(tekst))):
            if not (openbaar / beeld).is_file():
                raise BronFout(noem_beschadigd(openbaar / beeld))


def toets_bestanden(openbaar: Path, intern: Path) -> tuple[list[Lek], list[str]]:
    """Zoek wat er niet hoort en wat na het maken veranderd is; geef (lekken, wat niet te beslissen is)."""
    geschreven = lees_controlelijst(openbaar.parent)
    eigen = {
        pad.read_bytes() for pad in intern.rglob("*") if pad.is_file() and pad.name != "indicatoren_per_pijler.csv"
    }
    lekken: list[Lek] = []
    for pad in sorted(openbaar.rglob("*")):
        naam = pad.relative_to(openbaar).as_posix()
        if naam in _MAPPEN and pad.is_dir() and not pad.is_symlink():
            continue
        lekken += [_maak_lek(naam, wat) for wat in _noem_gebreken(pad, naam, eigen, geschreven)]
    return lekken, [ZONDER_LIJST] if geschreven is None else []


def lees_controlelijst(jaarmap: Path) -> frozenset[str] | None:
    """Geef de controlegetallen van alles wat het programma in deze map schreef; None als die er niet zijn."""
    try:
        lijst = json.loads((jaarmap / CONTROLELIJST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    is_lijst = isinstance(lijst, list) and all(isinstance(regel, str) for regel in lijst)
    return frozenset(lijst) if is_lijst else None


def _noem_gebreken(pad: Path, naam: str, eigen: set[bytes], geschreven: frozenset[str] | None) -> Iterator[str]:
    if not _hoort_hier(naam) or pad.is_symlink() or not pad.is_file():
        wat = "deze map" if pad.is_dir() else "dit bestand"
        yield f"{wat} maakt het programma niet"
        return
    inhoud = pad.read_bytes()
    if inhoud in eigen:
        yield "dit bestand is gelijk aan een intern bestand"
    elif geschreven is not None and hashlib.sha256(inhoud).hexdigest() not in geschreven:
        yield "dit bestand is na het maken veranderd"
    if naam in KOLOMMEN:
        kop = inhoud.split(b"\n", 1)[0].decode(errors="replace").removeprefix("\ufeff").rstrip("\r")
        vreemd = [kolom for kolom in re.split(r"[,;]", kop) if kolom not in KOLOMMEN[naam].split(",")]
        if vreemd:
            yield f"deze tabel heeft een kolom die er niet hoort: {', '.join(vreemd)}"


def _hoort_hier(naam: str) -> bool:
    return naam in VERPLICHT or naam in OP_VERZOEK or _FIGUUR.fullmatch(naam) is not None


def _maak_lek(naam: str, wat: str) -> Lek:
    return Lek(soort=Leksoort.BESTAND, jaar=None, doelgroep="", indicator="", onderdelen=(), wat=wat, waaruit=naam)
