"""Het stijlblad van elke pagina: ingekort, met de lopende titel, en de hash die het beleid van de pagina noemt."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache

from kwaliteit.begrippen.vormgeving import STANDAARD, Huisstijl
from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN

WORTEL = ".kv:not(#kv)"
"""Alles in een fragment staat hieronder: de `:not` wint van elke klasse en elk element in de gastpagina."""
HERSTEL = (
    "&{text-align:start;text-transform:none;text-indent:0;letter-spacing:normal;word-spacing:normal;font-style:normal}"
    "& :where(:not(svg,svg *)){all:revert}"
    "& ::before,& ::after{content:none}"
    "& svg{max-width:none}"
)
"""Zet in een fragment terug wat de gastpagina aan gewone elementen doet."""
_HUISSTIJLPLEK = "/*! huisstijl */"
_WORTEL = re.compile(r"\.kv(?![\w-])")
_BLOKWIT = re.compile(
    r"(?<=>)\n\s*(?=</?(?:p|div|[ou]l|li|d[ltd]|t[rhd]|thead|tbody|table|fig\w+|details|h\d|section|nav|footer|svg|caption)\b)"
)
"""Wit tussen blokken: dat ziet de lezer niet, en het zijn er honderden."""
_ELEMENT = re.compile(r"<[a-z][^<>]*>")
_KALE_WAARDE = re.compile(r'(?<= )((?:id|href|class|aria-labelledby|height|[xy][12]?)=)"([#\w.:/%-]+)"(?=[ >])')
"""Een waarde van veilige tekens: HTML vraagt daar geen aanhalingstekens om, en het scheelt 600 bytes."""


def lees_stijl(titel: str, huisstijl: Huisstijl = STANDAARD.huisstijl, *, is_kort: bool = False) -> str:
    """Geef het stijlblad van een hele pagina, met de lopende titel voor op papier; elk teken ervan is ontsnapt.

    `is_kort` voegt toe wat de korte uitgave op één vel houdt.
    """
    blad = _stijlblad("stijl.css") + _stijlblad("pagina.css").replace("LOPENDE-TITEL", _ontsnap_css(titel))
    blad += _stijlblad("kort.css") if is_kort else ""
    return blad.replace(_HUISSTIJLPLEK, _schrijf_huisstijl(huisstijl))


def lees_fragmentstijl(huisstijl: Huisstijl = STANDAARD.huisstijl, *, verschuif: int = 0) -> str:
    """Geef het stijlblad van een fragment: alles genest onder de wortel, en elke kop `verschuif` niveaus lager."""
    blad = _stijlblad("stijl.css").replace(_HUISSTIJLPLEK, _schrijf_huisstijl(huisstijl))
    return f"{WORTEL}{{{HERSTEL}{nest(blad, verschuif=verschuif)}}}"


def nest(blad: str, *, verschuif: int = 0) -> str:
    """Maak van losse regels geneste: `.kv` zelf wordt `&`, en al het andere komt vanzelf onder de wortel."""
    delen = []
    for kop, romp in _regels(blad):
        if kop.startswith("@"):
            delen.append(f"{kop}{{{nest(romp, verschuif=verschuif)}}}")
        else:
            delen.append(f"{_verschuif_koppen(_onder_wortel(kop), verschuif)}{{{romp}}}")
    return "".join(delen)


def _regels(blad: str) -> Iterator[tuple[str, str]]:
    """Elke regel van het bovenste niveau als (kop, romp)."""
    plek = 0
    while (open_ := blad.find("{", plek)) >= 0:
        diepte, einde = 1, open_ + 1
        while diepte:
            diepte += {"{": 1, "}": -1}.get(blad[einde], 0)
            einde += 1
        yield blad[plek:open_], blad[open_ + 1 : einde - 1]
        plek = einde


def _onder_wortel(kiezers: str) -> str:
    """Ook een lezer die alleen de eerste vorm van nesten kent, wil `&` voor de naam van een element."""
    return re.sub(r"(?:^|(?<=,))(?=[a-z])(?![^(]*\))", "& ", _WORTEL.sub("&", kiezers))


def _verschuif_koppen(kiezer: str, verschuif: int) -> str:
    return re.sub(r"\bh([1-6])\b", lambda kop: f"h{min(6, int(kop[1]) + verschuif)}", kiezer)


def hash_van(stijl: str) -> str:
    """Geef de hash van precies deze stijl, zoals een beleid (CSP) die schrijft."""
    return "sha256-" + b64encode(hashlib.sha256(stijl.encode("utf-8")).digest()).decode("ascii")


def krimp(pagina: str) -> bytes:
    """Haal lege regels, wit tussen blokken en de aanhalingstekens om een anker weg; met één slotregel, als UTF-8."""
    zonder_leeg = re.sub(r"\n\s*(?=\n)| (?=</(?:p|li|dd)>)", "", pagina)
    kaal = _ELEMENT.sub(lambda element: _KALE_WAARDE.sub(r"\1\2", element[0]), _BLOKWIT.sub("", zonder_leeg))
    return (kaal.strip() + "\n").encode("utf-8")


@cache
def _stijlblad(naam: str) -> str:
    """Een stijlblad zonder commentaar, inspringing en overbodige tekens."""
    bron = re.sub(r"/\*(?!!).*?\*/", "", (SJABLONEN / naam).read_text(encoding="utf-8"), flags=re.DOTALL)
    return "".join(regel.strip() for regel in bron.splitlines()).replace(";}", "}")


def _schrijf_huisstijl(huisstijl: Huisstijl) -> str:
    """De eigen kleuren: die voor licht gelden ook op papier, en nooit in het donker."""
    delen = []
    for waar, kleuren in (("not screen", huisstijl.licht), ("screen", huisstijl.donker)):
        if kleuren:
            delen.append(f"@media {waar} and (prefers-color-scheme:dark){{.kv{{{_schrijf_kleuren(kleuren)}}}}}")
    return "".join(delen)


def _schrijf_kleuren(kleuren: Mapping[str, str]) -> str:
    for naam, kleur in kleuren.items():
        if not re.fullmatch(r"[a-z][a-z0-9-]*", naam) or not re.fullmatch(r"#[0-9A-Fa-f]{3,8}", kleur):
            raise ValueError("een kleur in de huisstijl is niet gekeurd")
    return ";".join(f"--{naam}:{kleuren[naam]}" for naam in sorted(kleuren))


def _ontsnap_css(tekst: str) -> str:
    """Maak van elk teken behalve letters en cijfers een CSS-code, zodat tekst nooit stijl of HTML wordt."""
    return "".join(teken if teken.isascii() and teken.isalnum() else f"\\{ord(teken):06x}" for teken in tekst)
