"""Lezers voor de platte vormen: wat er op een plek blijft staan als een ander programma de Markdown of de HTML leest.

Alles wordt teruggebracht tot één rij: elk blok met zijn soort en zijn woorden. Zo is te vergelijken wat de platte delen
zeggen, wat cmark-gfm of Hugo ervan maakt, en wat er na het filter van WordPress nog staat.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import nh3
from markdown_it import MarkdownIt

from kwaliteit.weergave.plat.delen import (
    Aanhaling,
    Beeld,
    Codeblok,
    Kop,
    Lijst,
    Platdeel,
    Plattabel,
    Streep,
    Tekst,
    lees_tekst,
)
from tests.knoopgereedschap import zoek_gereedschap

Blok = tuple[str, str]
"""De soort (kop1, kop2, tekst, titel, cel, beeld, streep) en de woorden, met enkele spaties."""
_KOPPEN = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOKKEN = {"p", "li", "td", "th", "caption", "pre", *_KOPPEN}
_OMHULSELS = {"div", "ul", "ol", "table", "thead", "tbody", "tr", "blockquote"}
_AANHALING = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})


def lees_delen(delen: Iterable[Platdeel]) -> Iterator[Blok]:
    """Geef wat platte delen zeggen, blok voor blok."""
    for deel in delen:
        match deel:
            case Kop():
                yield f"kop{deel.niveau}", _enkel(lees_tekst(deel.regel))
            case Tekst():
                yield "tekst", _enkel(lees_tekst(deel.regel))
            case Lijst():
                for punt in deel.punten:
                    yield from lees_delen(punt)
            case Aanhaling():
                yield from lees_delen(deel.delen)
                if deel.bron:
                    yield "tekst", f"— {deel.bron}"
            case Plattabel():
                if deel.bijschrift:
                    yield "tekst", deel.bijschrift
                yield from (("cel", kop) for kop in deel.koppen)
                yield from (("cel", _enkel(lees_tekst(cel.regel))) for rij in deel.rijen for cel in rij)
            case Beeld():
                yield "beeld", deel.alt
            case Codeblok():
                yield "tekst", _enkel(deel.tekst)
            case Streep():
                yield "streep", ""


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blokken: list[Blok] = []
        self._soort = ""
        self._tekst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOKKEN | _OMHULSELS:
            self._sluit()
            self._soort = self._soort_van(tag)
        elif tag == "hr":
            self._sluit()
            self.blokken.append(("streep", ""))
        elif tag == "img":
            self._sluit()
            self.blokken.append(("beeld", _enkel(dict(attrs)["alt"] or "")))
        elif tag == "br":
            self._tekst += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOKKEN | _OMHULSELS:
            is_cel = tag in ("td", "th")
            self._sluit(ook_leeg=is_cel and self._soort == "cel")

    def handle_data(self, data: str) -> None:
        self._tekst += data

    def _soort_van(self, tag: str) -> str:
        if tag in _KOPPEN:
            return f"kop{tag[1]}"
        return "cel" if tag in ("td", "th") else "tekst"

    def _sluit(self, *, ook_leeg: bool = False) -> None:
        if (tekst := _enkel(self._tekst)) or ook_leeg:
            self.blokken.append((self._soort or "tekst", tekst))
        self._soort, self._tekst = "", ""


def lees_html(bron: str) -> list[Blok]:
    """Geef wat een lezer van deze HTML ziet, blok voor blok."""
    lezer = _Lezer()
    lezer.feed(bron)
    lezer.close()
    lezer._sluit()
    return lezer.blokken


def zonder_typografie(blokken: Iterable[Blok]) -> list[Blok]:
    """Maak aanhalingstekens en streepjes gelijk; Hugo maakt rechte tekens krom."""
    return [(soort, re.sub("-+", "-", tekst.translate(_AANHALING)).replace("…", "...")) for soort, tekst in blokken]


def _enkel(tekst: str) -> str:
    return " ".join(tekst.split())


# ---- Markdown ----


def als_markdown_it(markdown: str) -> str:
    """Zet Markdown om zoals een GFM-lezer dat doet; rauwe HTML zou blijven staan."""
    return str(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown))


def als_cmark(markdown: str) -> str:
    """Zet Markdown om met cmark-gfm, zoals op GitHub."""
    opdracht = [zoek_gereedschap("cmark-gfm"), *(deel for een in ("table", "strikethrough") for deel in ("-e", een))]
    klaar = subprocess.run(opdracht, input=markdown.encode("utf-8"), capture_output=True, check=True)
    return klaar.stdout.decode("utf-8")


def als_hugo(markdowns: Sequence[str], map_: Path) -> list[str]:
    """Zet Markdown om met Hugo in zijn standaardinstelling; alleen een sjabloon dat de inhoud toont."""
    hugo = shutil.which("hugo", path=str(Path(sys.executable).parent)) or zoek_gereedschap("hugo")
    (map_ / "layouts" / "_default").mkdir(parents=True)
    (map_ / "layouts" / "_default" / "single.html").write_text("{{ .Content }}")
    (map_ / "hugo.toml").write_text('baseURL = "https://voorbeeld.example/"\n')
    (map_ / "content").mkdir()
    for rang, markdown in enumerate(markdowns):
        (map_ / "content" / f"blad-{rang}.md").write_text(markdown, encoding="utf-8")
    subprocess.run([hugo, "--quiet", "--source", str(map_), "--destination", "uit"], capture_output=True, check=True)
    return [(map_ / "uit" / f"blad-{rang}" / "index.html").read_text("utf-8") for rang in range(len(markdowns))]


# ---- WordPress ----

_OVERAL = "aria-describedby aria-details aria-label aria-labelledby aria-hidden class id style title role"
_TAAL = "align dir lang"
_KOLOM = "align char charoff valign"
_CEL = f"{_KOLOM} abbr axis bgcolor colspan headers height nowrap rowspan scope width"
_TOEGESTAAN = {
    "address abbr acronym b big br code dd dfn dl dt em fieldset i kbd mark s samp small strike strong sub": "",
    "sup title tt u var": "",
    "article aside details div figcaption figure footer header hgroup nav p section span summary": _TAAL,
    "h1 h2 h3 h4 h5 h6 caption": "align",
    "tbody tfoot thead": _KOLOM,
    "a": "href rel rev name target download",
    "bdo": "dir",
    "blockquote": "cite lang",
    "button": "disabled name type value",
    "cite": "dir lang",
    "col": f"{_KOLOM} span dir width",
    "colgroup": f"{_KOLOM} span width",
    "del": "datetime",
    "hr": "align noshade size width",
    "img": "alt align border height hspace longdesc vspace src usemap width",
    "ins": "datetime cite",
    "label": "for",
    "li": "align value",
    "ol": "start type reversed",
    "pre": "width",
    "q": "cite",
    "table": "align bgcolor border cellpadding cellspacing dir rules summary width",
    "td": f"{_CEL} dir",
    "th": _CEL,
    "tr": f"{_KOLOM} bgcolor",
    "ul": "type",
}
"""De elementen en attributen die `wp_kses_post` toestaat: wp-includes/kses.php van WordPress 5.3 ($allowedposttags).

Nieuwere versies staan meer toe; wat hier blijft, blijft daar ook. Video, geluid en formulieren staan er niet bij.
"""
TOEGESTAAN = {
    naam: {*eigen.split(), *_OVERAL.split()} for namen, eigen in _TOEGESTAAN.items() for naam in namen.split()
}


def door_wordpress(bron: str) -> str:
    """Haal weg wat `wp_kses_post` weghaalt: de tags zelf; wat erin stond blijft staan, ook van een stijlblad.

    WordPress laat ook de letters uit een tekening los staan; deze nabouw haalt die weg.
    """
    return nh3.clean(
        bron,
        tags=set(TOEGESTAAN),
        attributes=TOEGESTAAN,
        generic_attribute_prefixes={"data-"},
        clean_content_tags=set(),
        url_schemes={"http", "https", "mailto", "tel", "ftp"},
        link_rel=None,
        strip_comments=False,
    )


_AUTOP_BLOKKEN = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|blockquote|address|p|h[1-6]|hr"
    "|section|article|aside|header|footer|nav|figure|figcaption|details|summary"
)
_BLOKTAG = re.compile(rf"</?(?:{_AUTOP_BLOKKEN})(?:\s[^>]*)?>")


def wat_wpautop_toevoegt(bron: str) -> list[str]:
    """Geef de stukken waar `wpautop` een alinea of regeleinde omheen zou zetten.

    Het maakt een alinea van elke tekst die niet in een blok staat, en een regeleinde van elke nieuwe regel in tekst.
    Wat in <pre> staat laat het met rust.
    """
    zonder_pre = re.sub(r"<pre.*?</pre>", "<pre></pre>", bron, flags=re.DOTALL)
    toegevoegd = []
    diepte: list[str] = []
    einde = 0
    for tag in _BLOKTAG.finditer(zonder_pre):
        tussen = zonder_pre[einde : tag.start()]
        los = not diepte or diepte[-1] in ("div", "ul", "ol", "table", "thead", "tbody", "tr", "blockquote")
        # Tekst naast een blok in hetzelfde punt krijgt alleen een half paar alineatekens.
        naast = bool(diepte) and diepte[-1] == "li" and (tag[0][1] != "/" or zonder_pre[:einde].endswith("</ul>"))
        if tussen.strip() and (los or naast or "\n" in tussen):
            toegevoegd.append(tussen.strip())
        naam = re.match(r"</?(\w+)", tag[0])
        assert naam is not None
        if naam[1] != "hr":
            if tag[0][1] == "/":
                assert diepte.pop() == naam[1]
            else:
                diepte.append(naam[1])
        einde = tag.end()
    if "\n\n" in zonder_pre:
        toegevoegd.append("een lege regel")
    return toegevoegd
