"""Van Markdown naar zinnen, met bij elk woord de regel waarop het staat. Opmaak, links en code storen niet.

Wat niet van de schrijver zelf is, wordt één leeg woord (`INVULLING`): een cijfer, een adres, code, en een aanhaling van
drie woorden of meer. Een blok met `>` valt weg: dat zijn iemand anders' woorden.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

INVULLING = "ǂ"
"""Staat voor iets wat niet te lezen is als woord van de schrijver; telt als één woord."""
MINSTE_AANHALING = 3
"""Een kortere aanhaling is een woord dat de schrijver zelf koos."""

_CODEBLOK = re.compile(r" {0,3}(```|~~~)")
_KOP = re.compile(r" {0,3}#{1,6}(?:\s+|$)")
_STREEP = re.compile(r"=+|[-*_][-*_ ]+")
_PUNT = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_VERWIJZING = re.compile(r" {0,3}\[[^\[\]]+\]:")
_AANHAALBLOK = re.compile(r" {0,3}>")
_CODE_ERIN = re.compile(r"\A(?: {4}|\t)")

_CODE = re.compile(r"(?:``[^`]*``)|`[^`]*`|\{\{[^{}\n]{0,300}\}\}")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*+\)")
_ADRES = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
_TEKENNAAM = re.compile(r"&#?\w{1,12};")
_AANHALING = re.compile(r"([“„])([^“”„]{1,1000})[”“]|(\")([^\"]{1,1000})\"|(‘)([^‘’]{1,1000})’(?!\w)")

_TEKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # o.a. en i.v.m.
    r"|[^\W_]+(?:[-‑'’/][^\W_]+|[.,:]\d+)*"
    r"|[.?!…]+|[,;:()\[\]–—“”„\"]"
)
_EINDE = frozenset(".?!…")
_SLUITERS = frozenset('”")]')
_PUNT_BINNEN = frozenset(
    re.findall(
        r"\w+",
        "art bijv blz bv ca dhr dr drs evt excl fig incl ing ir jl mevr mr mw nr nrs pag prof resp sr st tel vgl zgn",
    )
)
"""Achter deze woorden eindigt een punt de zin niet."""
_PUNT_AAN_HET_EIND = frozenset(("e.d.", "e.a.", "m.m."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Zin:
    """Een zin als woorden en leestekens. `regels` loopt mee met `tekens`; `is_af` is waar als er een punt achter staat.

    `klein` is hetzelfde als `tekens`, zonder hoofdletters en met een rechte apostrof. `woorden` is hoeveel woorden de
    zin heeft; een cijfer, adres of aanhaling telt als één.
    """

    tekens: tuple[str, ...]
    klein: tuple[str, ...]
    regels: tuple[int, ...]
    is_af: bool
    woorden: int


def is_woord(teken: str) -> bool:
    """Waar als dit geen leesteken is."""
    return teken[0].isalnum()


def splits_in_zinnen(tekst: str, *, eerste_regel: int, is_markdown: bool) -> Iterator[Zin]:
    """Geef de zinnen in leesvolgorde. Een kop, een punt in een lijst en een cel van een tabel zijn elk apart."""
    if not unicodedata.is_normalized("NFC", tekst):
        tekst = unicodedata.normalize("NFC", tekst)
    blokken = _splits_in_blokken(tekst, eerste_regel) if is_markdown else [(eerste_regel, tekst)]
    for regel, blok in blokken:
        yield from _splits_blok(regel, _verberg_opmaak(blok) if is_markdown else _verberg_aanhalingen(blok))


def _splits_in_blokken(tekst: str, eerste_regel: int) -> Iterator[tuple[int, str]]:
    """Geef elk blok met de regel waarop het begint. Code, aanhaalblokken en adressen van links vallen weg."""
    blok, begin = list[str](), eerste_regel
    in_code = in_lijst = False
    for nummer, regel in enumerate(tekst.split("\n"), start=eerste_regel):
        is_hek = bool(_CODEBLOK.match(regel))
        los = _lees_losse_regel(regel)
        if is_hek or in_code or los is not None or not regel.strip():
            if blok:
                yield begin, "\n".join(blok)
                blok = []
            in_code ^= is_hek
            if not (is_hek or in_code) and los is not None:
                yield from ((nummer, deel) for deel in los)
                in_lijst = False
            continue
        punt = _PUNT.match(regel)
        if punt:
            if blok:
                yield begin, "\n".join(blok)
            blok, begin, in_lijst = [regel[punt.end() :]], nummer, True
        elif blok:
            blok.append(regel)
        elif in_lijst or not _CODE_ERIN.match(regel):
            in_lijst = in_lijst and regel[0] in " \t"
            blok, begin = [regel], nummer
    if blok:
        yield begin, "\n".join(blok)


def _lees_losse_regel(regel: str) -> Sequence[str] | None:
    """Geef de stukken van een regel die op zichzelf staat (kop, tabelrij, streep); None bij een gewone regel."""
    if kop := _KOP.match(regel):
        return (regel[kop.end() :].rstrip().rstrip("#"),)
    if regel.lstrip().startswith("|"):
        return regel.replace(r"\|", " ").split("|")
    if _AANHAALBLOK.match(regel) or _STREEP.fullmatch(regel.strip()) or _VERWIJZING.match(regel):
        return ()
    return None


def _verberg_opmaak(blok: str) -> str:
    """Maak van code, cijfers, adressen en aanhalingen een invulling; het aantal regels blijft gelijk."""
    if "`" in blok or "{{" in blok:
        blok = _CODE.sub(_vul_in, blok)
    if "](" in blok:
        blok = _LINK.sub(lambda link: link[1] + "\n" * (link[0].count("\n") - link[1].count("\n")), blok)
    return _verberg_aanhalingen(blok)


def _verberg_aanhalingen(blok: str) -> str:
    if "://" in blok or "www." in blok or "WWW." in blok or "@" in blok:
        blok = _ADRES.sub(_vul_in, blok)
    if "&" in blok:
        blok = _TEKENNAAM.sub(_lees_tekennaam, blok)
    return _AANHALING.sub(_vul_aanhaling_in, blok)


def _vul_in(vondst: re.Match[str]) -> str:
    return INVULLING + "\n" * vondst[0].count("\n")


def _lees_tekennaam(vondst: re.Match[str]) -> str:
    from html import unescape  # noqa: PLC0415 Zelden nodig.

    teken = unescape(vondst[0])
    return teken if teken.isalpha() else " "


def _vul_aanhaling_in(vondst: re.Match[str]) -> str:
    binnen: str = vondst[2] or vondst[4] or vondst[6] or ""
    if len(binnen.split()) < MINSTE_AANHALING:
        return vondst[0]
    eind = binnen.rstrip()[-1]
    return f"“{INVULLING}{eind if eind in _EINDE else ''}”" + "\n" * binnen.count("\n")


def _splits_blok(regel: int, blok: str) -> Iterator[Zin]:
    tekens: list[str] = []
    regels: list[int] = []
    for nummer, stuk in enumerate(blok.split("\n"), start=regel):
        gevonden = _TEKEN.findall(stuk)
        tekens += gevonden
        regels += [nummer] * len(gevonden)
    begin = plek = 0
    while plek < len(tekens):
        einde = _zoek_einde(tekens, plek)
        if einde:
            yield _maak_zin(tekens[begin:einde], regels[begin:einde], is_af=True)
            begin = plek = einde
        else:
            plek += 1
    if any(map(is_woord, tekens[begin:])):
        yield _maak_zin(tekens[begin:], regels[begin:], is_af=False)


def _zoek_einde(tekens: Sequence[str], plek: int) -> int:
    """Geef waar de volgende zin begint als hier een zin eindigt, anders 0."""
    teken = tekens[plek]
    if teken[0] not in _EINDE and teken not in _PUNT_AAN_HET_EIND:
        return 0
    volgende = plek + 1
    while volgende < len(tekens) and tekens[volgende] in _SLUITERS:
        volgende += 1
    if volgende >= len(tekens):
        return volgende
    erna = tekens[volgende]
    if erna[0].islower() or erna[0] in ",;:–—":
        return 0
    ervoor = tekens[plek - 1] if plek else ""
    if teken == "." and (ervoor.lower() in _PUNT_BINNEN or (len(ervoor) == 1 and ervoor.isupper())):
        return 0
    return volgende


def _maak_zin(tekens: Sequence[str], regels: Sequence[int], *, is_af: bool) -> Zin:
    return Zin(
        tekens=tuple(tekens),
        klein=tuple(teken.lower().replace("’", "'").replace("‑", "-") for teken in tekens),
        regels=tuple(regels),
        is_af=is_af,
        woorden=sum(map(is_woord, tekens)),
    )
