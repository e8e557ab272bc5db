"""Loopt de HTML van een eigen blok na en schrijft haar opnieuw op.

Opnieuw opschrijven is het slot: een browser krijgt nooit de tekens van het sjabloon zelf, alleen elementen en
attributen uit een gesloten lijst. Wat niet in de lijst staat, wordt niet weggelaten maar gemeld.
"""

import re
from collections import Counter
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

from kwaliteit.begrippen.vormgeving import Bloknaam
from kwaliteit.weergave.eigenblokken.gebrek import Sjabloongebrek
from kwaliteit.weergave.eigenblokken.vertalen import LOGOTEKEN, NIET_IN_TE_VULLEN, REGELTEKEN

TITEL_ID = "kv-titel"
EIGEN_ID = "kv-eigen-"
MET_ID = (Bloknaam.KOP, Bloknaam.NA_INHOUD, Bloknaam.VOET)
"""De blokken die één keer op de pagina staan; alleen daar kan een id niet dubbel voorkomen."""

_REGEL = "a abbr b br cite code del dfn em i ins kbd q s small span strong sub sup time wbr"
_BLOK = (
    "aside blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p section summary "
    "table tbody td tfoot th thead tr ul"
)
_REGELELEMENTEN, _BLOKELEMENTEN = frozenset(_REGEL.split()), frozenset(_BLOK.split())
ELEMENTEN = tuple(sorted(_REGELELEMENTEN | _BLOKELEMENTEN))
"""Alle elementen die in een eigen blok mogen staan."""

ATTRIBUTEN = ("class", "dir", "id", "lang", "role", "title")
"""Wat op elk element mag; aria-… mag ook."""
BIJ_ELEMENT: Mapping[str, tuple[str, ...]] = {
    "a": ("href",),
    "blockquote": ("cite",),
    "details": ("open",),
    "li": ("value",),
    "ol": ("start",),
    "q": ("cite",),
    "td": ("colspan", "headers", "rowspan"),
    "th": ("colspan", "headers", "rowspan", "scope"),
    "time": ("datetime",),
}
"""Wat alleen op dit element mag."""

_LEEG = frozenset(("br", "hr", "wbr"))
_KOPPEN = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ALLEEN_REGEL = _REGELELEMENTEN | _KOPPEN | {"p", "summary"}
"""Hierin past geen blok: een browser zou het element dan zelf sluiten."""
_KINDEREN: Mapping[str, frozenset[str]] = {
    "dl": frozenset(("dd", "div", "dt")),
    "ol": frozenset(("li",)),
    "table": frozenset(("caption", "tbody", "tfoot", "thead")),
    "tbody": frozenset(("tr",)),
    "tfoot": frozenset(("tr",)),
    "thead": frozenset(("tr",)),
    "tr": frozenset(("td", "th")),
    "ul": frozenset(("li",)),
}
"""Wat er rechtstreeks in mag; tekst mag er niet tussen."""
_OUDERS: Mapping[str, tuple[str, ...]] = {
    "caption": ("table",),
    "dd": ("dl", "div"),
    "dt": ("dl", "div"),
    "figcaption": ("figure",),
    "li": ("ol", "ul"),
    "summary": ("details",),
    "tbody": ("table",),
    "td": ("tr",),
    "tfoot": ("table",),
    "th": ("tr",),
    "thead": ("table",),
    "tr": ("tbody", "tfoot", "thead"),
}
_ADRES = re.compile(r"https?://[^\s/\\][^\s\\]*|mailto:[^\s\\]+|#[A-Za-z][\w-]*|[A-Za-z0-9][\w-]*(?:[./#][\w-]+)*")
"""Een volledig adres, een mailadres, een plaats op de pagina, of een bestand naast het verslag."""
_AANGEHAALD = "'{}'"
_STUURTEKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def loop_na(ruw: tuple[str, Markup], naam: Bloknaam, *, niveau: int, bron: str) -> Markup:
    """Geef de HTML, opnieuw opgeschreven; het eerste wat niet mag is een Sjabloongebrek met de regel erbij.

    Een melding noemt alleen woorden die in `bron`, het sjabloon zelf, staan.
    """
    tekst, logo = ruw
    kaal, regels = _neem_regeltekens_weg(tekst)
    lezer = _Lezer(regels, naam, niveau, bron)
    try:
        lezer.feed(kaal)
        lezer.rond_af()
    except NIET_IN_TE_VULLEN:
        raise lezer.maak_onleesbaar() from None
    html = "".join(lezer.delen).strip()
    return Markup(html.replace(LOGOTEKEN, logo))  # noqa: S704  hierboven element voor element opgeschreven


def _neem_regeltekens_weg(tekst: str) -> tuple[str, list[int]]:
    """Geef de tekst zonder regeltekens, en van elke regel ervan de regel in het sjabloon waar zij begon."""
    stukken: list[str] = []
    regels: list[int] = [1]
    nummer = 1
    for rang, stuk in enumerate(REGELTEKEN.split(tekst)):
        if rang % 2:
            nummer = int(stuk)
            if not stukken or stukken[-1].endswith("\n"):
                regels[-1] = nummer
            continue
        if stuk:
            schoon = _STUURTEKEN.sub("", stuk) if LOGOTEKEN not in stuk else stuk
            stukken.append(schoon)
            regels += [nummer] * schoon.count("\n")
    return "".join(stukken), regels


def _hoogstens_h6(tag: str) -> str:
    """Een kop die door een laag begin dieper dan 6 zou komen, is een kop van niveau 6."""
    return "h6" if tag in ("h7", "h8", "h9") else tag


class _Lezer(HTMLParser):
    """Leest de HTML en schrijft haar in `delen` weer op."""

    def __init__(self, regels: list[int], naam: Bloknaam, niveau: int, bron: str) -> None:
        super().__init__(convert_charrefs=True)
        self.delen: list[str] = []
        self._regels, self._naam, self._niveau, self._bron = regels, naam, niveau, bron.lower()
        self._open: list[tuple[str, int]] = []
        self._kop = niveau - 1
        self._ids: Counter[str] = Counter()
        self._titels = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keur een element en schrijf het op."""
        tag = _hoogstens_h6(tag)
        self._keur_element(tag)
        if tag in _KOPPEN:
            self._keur_kop(tag, dict(attrs).get("id"))
        gezien: set[str] = set()
        delen = [tag]
        for naam, waarde in attrs:
            if naam in gezien:
                self._meld("een attribuut staat hier twee keer", "elk attribuut één keer", "Haal er een weg.")
            gezien.add(naam)
            self._keur_attribuut(tag, naam, waarde or "")
            delen.append(naam if waarde is None else f'{naam}="{escape(waarde)}"')
        self.delen.append(f"<{' '.join(delen)}>")
        if tag not in _LEEG:
            self._open.append((tag, self._regel()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Schrijf <br/> op; elk ander element sluit niet met />."""
        if tag not in _LEEG:
            wat = self._noem(tag, "<{}/>", "dit element met />")
            self._meld(
                f"{wat} sluit het element niet",
                "een eigen sluitteken, zoals <p>…</p>",
                "Schrijf het sluitteken voluit.",
            )
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Sluit het element dat het laatst geopend is."""
        tag = _hoogstens_h6(tag)
        if tag in _LEEG or not self._open or self._open[-1][0] != tag:
            verwacht = f"</{self._open[-1][0]}>" if self._open else "niets: er staat geen element open"
            wat = self._noem(tag, "</{}>", "dit sluitteken")
            self._meld(f"{wat} sluit niet wat het laatst geopend is", verwacht, "Zet de sluittekens op volgorde.")
        self._open.pop()
        self.delen.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Schrijf tekst op."""
        ouder = self._open[-1][0] if self._open else ""
        if ouder in _KINDEREN and data.strip():
            self._meld_plaats(f"tekst rechtstreeks in <{ouder}>", sorted(_KINDEREN[ouder]))
        self.delen.append(escape(data, quote=False))

    def handle_comment(self, data: str) -> None:
        """Weiger een opmerking: die zou iedereen kunnen lezen."""
        self._meld("een opmerking met <!-- -->", "een opmerking met {# #}", "Schrijf de opmerking met {# en #}.")

    def handle_decl(self, decl: str) -> None:
        """Weiger een <!doctype>."""
        self._meld("<! … > hoort niet in een blok", "alleen HTML voor dit blok", "Haal dit weg.")

    def handle_pi(self, data: str) -> None:
        """Weiger een <? … >."""
        self._meld("<? … > hoort niet in een blok", "alleen HTML voor dit blok", "Haal dit weg.")

    def unknown_decl(self, data: str) -> None:
        """Weiger een <![…]]>."""
        self.handle_decl(data)

    def rond_af(self) -> None:
        """Kijk aan het einde of alles gesloten is en de titel er staat."""
        over = self.rawdata
        self.close()
        if over.startswith("<") and len(over) > 1 and (over[1].isalpha() or over[1] in "/!?"):
            self._meld("een element is niet afgemaakt", "een > aan het einde van elk element", "Zet de > erbij.")
        if self._open:
            tag, regel = self._open[-1]
            self._meld(f"<{tag}> is niet gesloten", f"</{tag}>", f"Zet </{tag}> op de goede plaats.", regel=regel)
        if self._naam is Bloknaam.KOP and self._titels != 1:
            self._meld(
                "de titel van de pagina ontbreekt",
                f'één keer <h{{{{ niveau }}}} id="{TITEL_ID}">{{{{ verslag.titel }}}}</h{{{{ niveau }}}}>',
                "Zet de titel erbij: zonder titel weet een voorleesprogramma niet wat dit is.",
                regel=1,
            )

    def maak_onleesbaar(self) -> Sjabloongebrek:
        """Het gebrek als de HTML op deze plaats niet te lezen is, zoals bij <![ of een onmogelijke &#…;."""
        return Sjabloongebrek(
            "dit is niet te lezen als HTML", "gewone HTML", "Schrijf < als &lt; en & als &amp;.", regel=self._regel()
        )

    def _keur_element(self, tag: str) -> None:
        ouder = self._open[-1][0] if self._open else ""
        if tag not in ELEMENTEN:
            self._meld(
                f"{self._noem(tag, '<{}>', 'dit element')} mag niet in een eigen blok",
                "gewone tekst, koppen, lijsten, tabellen en links; de handleiding noemt alle elementen",
                "Haal het element weg.",
            )
        if ouder in _KINDEREN and tag not in _KINDEREN[ouder]:
            self._meld_plaats(f"<{tag}> rechtstreeks in <{ouder}>", sorted(_KINDEREN[ouder]))
        if tag in _OUDERS and ouder not in _OUDERS[tag]:
            self._meld(
                f"<{tag}> staat niet op zijn plaats",
                f"<{tag}> rechtstreeks in {' of '.join(f'<{een}>' for een in _OUDERS[tag])}",
                "Zet het element eromheen.",
            )
        vol = next((een for een, _ in reversed(self._open) if een in _ALLEEN_REGEL), "")
        if vol and tag in _BLOKELEMENTEN:
            self._meld_plaats(f"<{tag}> binnen <{vol}>", ["alleen tekst en elementen zoals <b> en <a>"])
        if tag == "a" and any(een == "a" for een, _ in self._open):
            self._meld("een link binnen een link", "links na elkaar", "Sluit de eerste link met </a>.")

    def _keur_kop(self, tag: str, id_: str | None) -> None:
        """De kop van de pagina heeft één titel; in de andere blokken beginnen koppen bij `niveau`, zonder sprong."""
        niveau = int(tag[1])
        is_titel = self._naam is Bloknaam.KOP and not self._titels
        if is_titel and (niveau != self._niveau or id_ != TITEL_ID):
            self._meld(
                "de eerste kop is niet de titel van de pagina",
                f'<h{{{{ niveau }}}} id="{TITEL_ID}">',
                "Zet het niveau en het id erbij, of maak van deze kop een gewone alinea.",
            )
        laagste = min(6, self._niveau + (self._naam is Bloknaam.KOP and not is_titel))
        if not laagste <= niveau <= self._kop + 1:
            self._meld(
                f"<{tag}> is hier het verkeerde niveau",
                f"een kop van niveau {laagste} of één dieper dan de kop ervoor",
                "Schrijf <h{{ niveau }}>, en voor een kop daaronder <h{{ niveau + 1 }}>.",
            )
        self._kop = niveau
        self._titels += is_titel

    def _keur_attribuut(self, tag: str, naam: str, waarde: str) -> None:
        bekend = (*ATTRIBUTEN, *BIJ_ELEMENT.get(tag, ()))
        if naam not in bekend and not re.fullmatch(r"aria-[a-z]+", naam):
            self._meld(
                f"{self._noem(naam, _AANGEHAALD, 'dit attribuut')} mag niet op <{tag}>",
                f"een van: {', '.join(sorted(bekend))}, aria-…",
                "Haal dit weg, of zet aanhalingstekens om de waarde ervoor.",
            )
        if LOGOTEKEN in waarde:
            self._meld("{{ logo }} staat binnen een element", "{{ logo }} tussen de tekst", "Zet het logo ernaast.")
        if naam in ("href", "cite") and not _ADRES.fullmatch(waarde):
            self._meld(
                f"'{naam}' wijst naar een adres dat niet mag",
                "https://…, mailto:…, #plaats of een bestand naast het verslag",
                "Verbeter het adres.",
            )
        if naam == "id":
            self._keur_id(tag, waarde)

    def _keur_id(self, tag: str, waarde: str) -> None:
        if waarde == TITEL_ID and self._naam is Bloknaam.KOP and tag in _KOPPEN:
            pass
        elif self._naam not in MET_ID:
            self._meld(
                "een id in een blok dat vaker op de pagina staat",
                "geen id; die zou dubbel voorkomen",
                "Haal het id weg, of gebruik class.",
            )
        elif not re.fullmatch(rf"{EIGEN_ID}[a-z0-9-]+", waarde):
            self._meld("dit id kan botsen met een id van de pagina", f"{EIGEN_ID}…", f"Begin het id met {EIGEN_ID}.")
        self._ids[waarde] += 1
        if self._ids[waarde] > 1:
            self._meld("dit id staat er twee keer", "elk id één keer", "Kies een ander id.")

    def _noem(self, woord: str, vorm: str, anders: str) -> str:
        """Noem een woord alleen als het in het sjabloon staat: uit de gegevens kan het iemands tekst zijn."""
        return vorm.format(woord) if woord in self._bron else anders

    def _meld_plaats(self, wat: str, verwacht: list[str]) -> None:
        self._meld(f"{wat} kan niet", ", ".join(verwacht), "Zet het op een andere plaats.")

    def _regel(self) -> int:
        regel = self.getpos()[0]
        return self._regels[min(regel, len(self._regels)) - 1]

    def _meld(self, wat: str, verwacht: str, doe_dit: str, *, regel: int = 0) -> None:
        raise Sjabloongebrek(wat, verwacht, doe_dit, regel=regel or self._regel())
