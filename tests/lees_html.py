"""Een kleine lezer van de eigen HTML voor de toetsen: elementen, koppen, tabellen en zichtbare tekst."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

ZONDER_EIND = frozenset({"img", "meta", "br", "hr", "input", "link"})


@dataclass
class Element:
    """Een begintag met haar attributen en de elementen eromheen."""

    naam: str
    attributen: dict[str, str]
    pad: tuple[str, ...]


@dataclass
class Pagina(HTMLParser):
    """Alles wat een toets over een pagina wil weten; een tag die niet klopt met haar eindtag is een fout."""

    elementen: list[Element] = field(default_factory=list)
    koppen: list[tuple[int, str]] = field(default_factory=list)
    tabellen: list[list[list[str]]] = field(default_factory=list)
    teksten: list[tuple[tuple[str, ...], str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        namen = [naam for naam, _ in attrs]
        assert len(namen) == len(set(namen)), f"dubbel attribuut in <{tag}>"
        self.elementen.append(Element(tag, {naam: waarde or "" for naam, waarde in attrs}, tuple(self._open)))
        if tag == "table":
            self.tabellen.append([])
        elif tag == "tr" and self.tabellen:
            self.tabellen[-1].append([])
        elif tag in ("td", "th") and self.tabellen:
            self.tabellen[-1][-1].append("")
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.koppen.append((int(tag[1]), ""))
        if tag not in ZONDER_EIND:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append(Element(tag, {naam: waarde or "" for naam, waarde in attrs}, tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> zonder begin"
        assert self._open[-1] == tag, f"</{tag}> waar </{self._open[-1]}> hoort"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.teksten.append((tuple(self._open), data))
        if "style" in self._open:
            return
        if {"td", "th"} & set(self._open):
            self.tabellen[-1][-1][-1] += data
        if {"h1", "h2", "h3", "h4", "h5", "h6"} & set(self._open):
            niveau, tekst = self.koppen[-1]
            self.koppen[-1] = (niveau, tekst + data)

    @property
    def zichtbaar(self) -> str:
        """Alle tekst buiten het stijlblad."""
        return " ".join(tekst for pad, tekst in self.teksten if "style" not in pad)

    def met(self, attribuut: str) -> list[str]:
        """De waarden van een attribuut, in volgorde."""
        return [element.attributen[attribuut] for element in self.elementen if attribuut in element.attributen]

    def heten(self, *namen: str) -> list[Element]:
        """De elementen met een van deze namen."""
        return [element for element in self.elementen if element.naam in namen]


def lees_pagina(html: str) -> Pagina:
    """Lees HTML en controleer dat elke tag sluit."""
    pagina = Pagina()
    pagina.feed(html)
    pagina.close()
    assert not pagina._open, f"niet gesloten: {pagina._open}"
    return pagina
