"""Woorden van mensen: Markdown streng lezen en veilig teruggeven, als HTML of als Markdown.

Een cijfer wordt eerst tekst en dan pas Markdown, zodat het nooit opmaak kan worden. Rauwe HTML blijft zichtbare tekst,
een afbeelding wordt haar omschrijving, een link gaat alleen naar http(s) of mailto, en koppen schuiven zo dat de
kopvolgorde van de pagina klopt. De HTML gaat daarna nog langs een tweede slot met een kleine lijst van elementen.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from kwaliteit.begrippen.verslag import Deel
from kwaliteit.weergave.ontsnappen import Ruw, ontsnap_markdown
from kwaliteit.weergave.woorden import in_woorden

_LINK = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)
_TEKSTELEMENTEN = (
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "s",
    "a",
    "blockquote",
    "code",
    "pre",
)
_TABELELEMENTEN = ("br", "hr", "table", "thead", "tbody", "tr", "th", "td")
_ATTRIBUTEN = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
_LEGE_REGEL = re.compile(r"\n(?=\s*\n)")
"""Het begin van een lege regel in een codeblok; zo geschreven overleeft die het opruimen van de pagina."""
_LOS_STREEPJE = re.compile(r"(?<!\\)\|")
_OMSLAG = {"strong": "**", "em": "*", "s": "~~"}
_DIEPSTE_KOP = 6


def als_html(delen: Sequence[Deel], niveau: int) -> Markup:
    """Geef de tekst als veilige HTML; de hoogste kop erin krijgt `niveau`."""
    lezer = _lezer()
    html = lezer.renderer.render(_ontleed(delen, niveau), lezer.options, {})
    veilig = nh3.clean(
        html,
        tags={*_TEKSTELEMENTEN, *_TABELELEMENTEN},
        attributes={element: set(namen) for element, namen in _ATTRIBUTEN.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    veilig = _LEGE_REGEL.sub("&#10;", veilig)
    return Markup(veilig)  # noqa: S704  dit is de uitkomst van het tweede slot


def als_markdown(delen: Sequence[Deel], niveau: int) -> Ruw:
    """Geef dezelfde tekst als Markdown, opnieuw opgebouwd uit wat gelezen is; de hoogste kop krijgt `niveau`."""
    return Ruw(_blokken(SyntaxTreeNode(_ontleed(delen, niveau)).children))


def _ontleed(delen: Sequence[Deel], niveau: int) -> list[Token]:
    bron = "".join(deel if isinstance(deel, str) else ontsnap_markdown(in_woorden(deel)) for deel in delen)
    stukken = _lezer().parse(bron)
    _verlaag_koppen(stukken, niveau)
    for stuk in stukken:
        if stuk.children:
            for kind in stuk.children:
                if kind.type == "image":
                    kind.type, kind.tag, kind.children = "text", "", None
    _herstel_lege_koppen(stukken)
    return stukken


@cache
def _lezer() -> MarkdownIt:
    lezer = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    lezer.validateLink = lambda url: _LINK.fullmatch(url) is not None  # type: ignore[method-assign]
    return lezer


def _verlaag_koppen(stukken: list[Token], niveau: int) -> None:
    """Verschuif de koppen: de hoogste wordt `niveau`, en een kop springt nooit meer dan één laag dieper."""
    gebruikt = sorted({stuk.tag for stuk in stukken if stuk.type == "heading_open"})
    if not gebruikt:
        return
    vorige = niveau - 1
    for stuk in stukken:
        if stuk.type == "heading_open":
            vorige = min(niveau + gebruikt.index(stuk.tag), vorige + 1, _DIEPSTE_KOP)
        if stuk.type in ("heading_open", "heading_close"):
            stuk.tag = f"h{vorige}"


def _herstel_lege_koppen(stukken: list[Token]) -> None:
    """Een kolomkop krijgt `scope`; een lege kolomkop wordt een gewone cel, want een lege kop zegt niets."""
    for plaats, stuk in enumerate(stukken):
        if stuk.type != "th_open":
            continue
        if stukken[plaats + 1].content.strip():
            stuk.attrSet("scope", "col")
        else:
            stuk.tag = stukken[plaats + 2].tag = "td"


def _blokken(knopen: Sequence[SyntaxTreeNode]) -> str:
    return "\n\n".join(_blok(knoop) for knoop in knopen)


def _blok(knoop: SyntaxTreeNode) -> str:
    maker = {
        "paragraph": _regel,
        "heading": _kop,
        "bullet_list": _lijst,
        "ordered_list": _lijst,
        "blockquote": _aanhaling,
        "fence": _codeblok,
        "code_block": _codeblok,
        "table": _tabel,
        "hr": _streep,
    }
    return maker[knoop.type](knoop)


def _kop(knoop: SyntaxTreeNode) -> str:
    return f"{'#' * int(knoop.tag[1])} {_op_een_regel(knoop)}"


def _aanhaling(knoop: SyntaxTreeNode) -> str:
    return _met_voorvoegsel(_blokken(knoop.children), "> ", "> ")


def _codeblok(knoop: SyntaxTreeNode) -> str:
    hek = "`" * max(3, _langste_reeks(knoop.content) + 1)
    return f"{hek}\n{knoop.content.rstrip()}\n{hek}"


def _streep(_: SyntaxTreeNode) -> str:
    return "---"


def _lijst(knoop: SyntaxTreeNode) -> str:
    nummer = int(knoop.attrs.get("start", 1)) if knoop.type == "ordered_list" else None
    punten = []
    for rang, punt in enumerate(knoop.children):
        teken = "- " if nummer is None else f"{nummer + rang}. "
        punten.append(_met_voorvoegsel(_blokken(punt.children), teken, " " * len(teken)))
    is_dicht = all(kind.hidden for punt in knoop.children for kind in punt.children if kind.type == "paragraph")
    return ("\n" if is_dicht else "\n\n").join(punten)


def _tabel(knoop: SyntaxTreeNode) -> str:
    rijen = [
        [_LOS_STREEPJE.sub(r"\\|", _op_een_regel(cel)) for cel in rij.children]
        for deel in knoop.children
        for rij in deel.children
    ]
    rijen.insert(1, ["---"] * len(rijen[0]))
    return "\n".join(f"| {' | '.join(rij)} |" for rij in rijen)


def _op_een_regel(knoop: SyntaxTreeNode) -> str:
    """De regeltekst zonder harde regeleinden, voor een kop of een cel."""
    return _regel(knoop).replace("\\\n", " ")


def _regel(knoop: SyntaxTreeNode) -> str:
    """De regeltekst van een blok. Elk stuk tekst wordt opnieuw ontsnapt, ook aan het begin."""
    return "".join(deel for kind in knoop.children for deel in _inline(kind)).strip()


def _inline(knoop: SyntaxTreeNode) -> Iterator[str]:
    match knoop.type:
        case "inline":
            for kind in knoop.children:
                yield from _inline(kind)
        case "softbreak":
            yield " "
        case "hardbreak":
            yield "\\\n"
        case "code_inline":
            yield _code(knoop.content)
        case "link":
            tekst = "".join(deel for kind in knoop.children for deel in _inline(kind))
            yield f"[{tekst}](<{knoop.attrs['href']}>)"
        case "strong" | "em" | "s":
            omslag = _OMSLAG[knoop.type]
            yield omslag
            for kind in knoop.children:
                yield from _inline(kind)
            yield omslag
        case _:
            yield ontsnap_markdown(knoop.content)


def _code(inhoud: str) -> str:
    hek = "`" * (_langste_reeks(inhoud) + 1)
    ruimte = " " if inhoud[:1] == "`" or inhoud[-1:] == "`" else ""
    return f"{hek}{ruimte}{inhoud}{ruimte}{hek}"


def _langste_reeks(tekst: str) -> int:
    return max((len(list(reeks)) for teken, reeks in groupby(tekst) if teken == "`"), default=0)


def _met_voorvoegsel(tekst: str, eerste: str, verder: str) -> str:
    regels = tekst.split("\n")
    return "\n".join(f"{eerste if not rang else verder}{regel}".rstrip() for rang, regel in enumerate(regels))
