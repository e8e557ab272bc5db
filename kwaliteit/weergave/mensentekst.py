"""Woorden van mensen: Markdown streng lezen en veilig teruggeven, als HTML of als platte delen.

Een cijfer wordt eerst tekst en dan pas Markdown, zodat het nooit opmaak kan worden. Rauwe HTML blijft zichtbare tekst,
een afbeelding wordt haar omschrijving, een link gaat alleen naar http(s) of mailto, en koppen schuiven zo dat de
kopvolgorde van de pagina klopt. De HTML gaat daarna nog langs een tweede slot met een kleine lijst van elementen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from kwaliteit.begrippen.verslag import Deel
from kwaliteit.weergave.ontsnappen import ontsnap_markdown
from kwaliteit.weergave.plat.delen import (
    DIEPSTE_KOP,
    Aanhaling,
    Codeblok,
    Kop,
    Lijst,
    Platcel,
    Platdeel,
    Plattabel,
    Regel,
    Streep,
    Stukje,
    Tekst,
    knip_tabel,
    lees_tekst,
    maak_regel,
    maak_tekst,
    schoon_codeblok,
)
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
_TABEL = re.compile(r"<table>.*?</table>", re.DOTALL)
_KOLOMKOP = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_ELEMENT = re.compile(r"<[^>]*>")
_LEGE_REGEL = re.compile(r"\n(?=\s*\n)")
"""Het begin van een lege regel in een codeblok; zo geschreven overleeft die het opruimen van de pagina."""
_GEWOON = Stukje(tekst="")


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
    return Markup(_TABEL.sub(_geef_schuifvak, veilig))  # noqa: S704  dit is de uitkomst van het tweede slot


def _geef_schuifvak(tabel: re.Match[str]) -> str:
    """Een brede tabel schuift in haar eigen vak, dat met het toetsenbord te bereiken is; zo schuift de pagina niet."""
    koppen = [_ELEMENT.sub("", kop).strip() for kop in _KOLOMKOP.findall(tabel[0])]
    naam = ", ".join(filter(None, koppen)).replace('"', "&quot;")
    return f'<div class="kv-rol" role="region" aria-label="Tabel: {naam}" tabindex="0">{tabel[0]}</div>'


def als_delen(delen: Sequence[Deel], niveau: int) -> tuple[Platdeel, ...]:
    """Geef dezelfde tekst als platte delen; de hoogste kop krijgt `niveau`. Wat geen tekst heeft, valt weg."""
    return _lees_delen(SyntaxTreeNode(_ontleed(delen, niveau)).children)


def _ontleed(delen: Sequence[Deel], niveau: int) -> list[Token]:
    bron = "".join(deel if isinstance(deel, str) else ontsnap_markdown(in_woorden(deel)) for deel in delen)
    stukken = _lezer().parse(bron)
    for stuk in stukken:
        if stuk.children:
            for kind in stuk.children:
                if kind.type == "image":
                    kind.type, kind.tag, kind.children = "text", "", None
    stukken = _zonder_lege_koppen(stukken)
    _verlaag_koppen(stukken, niveau)
    _herstel_kolomkoppen(stukken)
    return stukken


def _zonder_lege_koppen(stukken: list[Token]) -> list[Token]:
    """Een kop zonder woorden zegt niets; weg ermee, nog voordat de niveaus verschuiven."""
    leeg = {
        plaats + stap
        for plaats, stuk in enumerate(stukken)
        if stuk.type == "heading_open" and not _heeft_woorden(stukken[plaats + 1])
        for stap in range(3)
    }
    return [stuk for plaats, stuk in enumerate(stukken) if plaats not in leeg]


def _heeft_woorden(stuk: Token) -> bool:
    return bool(maak_tekst("".join(kind.content for kind in stuk.children or ())))


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
            vorige = min(niveau + gebruikt.index(stuk.tag), vorige + 1, DIEPSTE_KOP)
        if stuk.type in ("heading_open", "heading_close"):
            stuk.tag = f"h{vorige}"


def _herstel_kolomkoppen(stukken: list[Token]) -> None:
    """Een kolomkop krijgt `scope`; een lege kolomkop wordt een gewone cel, want een lege kop zegt niets."""
    for plaats, stuk in enumerate(stukken):
        if stuk.type != "th_open":
            continue
        if stukken[plaats + 1].content.strip():
            stuk.attrSet("scope", "col")
        else:
            stuk.tag = stukken[plaats + 2].tag = "td"


def _lees_delen(knopen: Sequence[SyntaxTreeNode]) -> tuple[Platdeel, ...]:
    return tuple(deel for knoop in knopen for deel in _lees_deel(knoop))


def _lees_deel(knoop: SyntaxTreeNode) -> Iterator[Platdeel]:
    match knoop.type:
        case "paragraph":
            if regel := _lees_regel(knoop):
                yield Tekst(regel=regel)
        case "heading":
            yield Kop(niveau=int(knoop.tag[1]), regel=_lees_regel(knoop, op_een_regel=True))
        case "bullet_list" | "ordered_list":
            if punten := tuple(filter(None, (_lees_delen(punt.children) for punt in knoop.children))):
                is_genummerd = knoop.type == "ordered_list"
                yield Lijst(punten=punten, begin=int(knoop.attrs.get("start", 1)) if is_genummerd else None)
        case "blockquote":
            if delen := _lees_delen(knoop.children):
                yield Aanhaling(delen=delen)
        case "fence" | "code_block":
            if knoop.content.strip():
                yield Codeblok(tekst=schoon_codeblok(knoop.content))
        case "table":
            yield from _lees_tabel(knoop)
        case _:
            yield Streep()


def _lees_tabel(knoop: SyntaxTreeNode) -> Iterator[Plattabel]:
    koppen, *rijen = (
        tuple(Platcel(regel=_lees_regel(cel, op_een_regel=True), is_woorden=True) for cel in rij.children)
        for deel in knoop.children
        for rij in deel.children
    )
    tabel = Plattabel(
        bijschrift="",
        koppen=tuple(lees_tekst(cel.regel) for cel in koppen),
        rijen=tuple(rijen),
        getallen=False,
    )
    yield from knip_tabel(tabel)


def _lees_regel(knoop: SyntaxTreeNode, *, op_een_regel: bool = False) -> Regel:
    stukjes = (stukje for kind in knoop.children for stukje in _lees_stukjes(kind, _GEWOON))
    return maak_regel(*stukjes, op_een_regel=op_een_regel)


def _lees_stukjes(knoop: SyntaxTreeNode, stijl: Stukje) -> Iterator[Stukje]:
    match knoop.type:
        case "softbreak":
            yield replace(stijl, tekst=" ")
        case "hardbreak":
            yield replace(stijl, tekst="\n")
        case "code_inline":
            yield replace(stijl, tekst=knoop.content, code=True)
        case "text" | "text_special":
            yield replace(stijl, tekst=knoop.content)
        case _:
            binnen = replace(stijl, **_opmaak(knoop))
            for kind in knoop.children:
                yield from _lees_stukjes(kind, binnen)


def _opmaak(knoop: SyntaxTreeNode) -> dict[str, Any]:
    """Wat een element aan de tekst erin toevoegt."""
    match knoop.type:
        case "link":
            return {"doel": str(knoop.attrs["href"])}
        case "strong":
            return {"vet": True}
        case "em":
            return {"schuin": True}
        case "s":
            return {"doorgehaald": True}
        case _:
            return {}
