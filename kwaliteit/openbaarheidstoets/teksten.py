"""De pagina's, de fragmenten, de Markdown, de figuren en Word: staat er ergens een getal over een verborgen cijfer?

Elke tabelcel, en elk stuk tekst (ook alternatieve tekst, aria-label en de tekst in een figuur), krijgt de woorden
eromheen mee: bijschrift, rij- en kolomkop. Noemen die samen precies een vraag en een onderdeel, dan is bekend over
welk cijfer het gaat.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.openbaarheidstoets.rijen import Geheim, Rij
from kwaliteit.openbaarheidstoets.stuk import Stuk, maak_kaal
from kwaliteit.openbaarheidstoets.vraagtoets import Sleutel

_BANDWOORDEN = re.compile(r"(?:minder|meer) dan \d+(?: van de \d+|%)")
_TELLING = re.compile(r"\b(\d+) van (?:de )?(\d+)\b")
_PROCENT = re.compile(r"\b(\d+(?:,\d+)?)\s?(?:%|procent\b)")
_TE_FIJN = re.compile(r"\b\d+,\d{2,}\s?%")
_JAAR = re.compile(r"\b(20\d\d)\b")
_ANTWOORDEN = re.compile(r"\b(\d+) antwoorden\b")
_TEKSTATTRIBUTEN = ("alt", "aria-label", "title")
_BLOKKEN = frozenset({"p", "li", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "text", "title", "desc", "caption"})


@dataclass
class _Tabel:
    bijschrift: str = ""
    rijen: list[list[str]] = field(default_factory=list)


class _Ontleder(HTMLParser):
    """Leest tabellen, blokken en tekstattributen uit html of svg."""

    def __init__(self) -> None:
        super().__init__()
        self.stukken: list[Stuk] = []
        self.tabellen: list[_Tabel] = []
        self.open: list[_Tabel] = []
        self.blokken: list[tuple[str, list[str]]] = []
        self.cel: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for naam, waarde in attrs:
            if naam in _TEKSTATTRIBUTEN and waarde:
                self.stukken.append(Stuk(tekst=waarde))
        if tag == "table":
            self.open.append(_Tabel())
        elif tag == "tr" and self.open:
            self.open[-1].rijen.append([])
        elif tag in ("td", "th") and self.open:
            self.cel = []
        elif tag in _BLOKKEN:
            self.blokken.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.open:
            self.tabellen.append(self.open.pop())
        elif tag in ("td", "th") and self.open and self.cel is not None:
            if not self.open[-1].rijen:
                self.open[-1].rijen.append([])
            self.open[-1].rijen[-1].append(maak_kaal("".join(self.cel)))
            self.cel = None
        elif self.blokken and self.blokken[-1][0] == tag:
            soort, delen = self.blokken.pop()
            tekst = maak_kaal("".join(delen))
            if soort == "caption" and self.open:
                self.open[-1].bijschrift = tekst
            self.stukken.append(Stuk(tekst=tekst))

    def handle_data(self, data: str) -> None:
        if self.cel is not None:
            self.cel.append(data + " ")
        for _, delen in self.blokken:
            delen.append(data)


def _maak_celstukken(tabel: _Tabel) -> Iterator[Stuk]:
    if not tabel.rijen:
        return
    kop, *rijen = tabel.rijen
    for rij in rijen:
        for plek, cel in enumerate(rij[1:], start=1):
            kolom = kop[plek] if plek < len(kop) and len(kop) == len(rij) else ""
            yield Stuk(tekst=cel, kop=f"{tabel.bijschrift} | {rij[0]} | {kolom}", is_cel=True)


def ontleed_html(tekst: str) -> list[Stuk]:
    """Geef alle stukken tekst van een pagina of figuur."""
    ontleder = _Ontleder()
    ontleder.feed(tekst)
    ontleder.close()
    return [*ontleder.stukken, *(stuk for tabel in ontleder.tabellen for stuk in _maak_celstukken(tabel))]


def ontleed_markdown(tekst: str) -> list[Stuk]:
    """Geef alle stukken tekst van een Markdown-bestand; het bijschrift van een tabel is de regel erboven."""
    stukken: list[Stuk] = []
    bijschrift, tabel = "", _Tabel()
    for regel in [*tekst.splitlines(), ""]:
        if regel.startswith("|"):
            cellen = [maak_kaal(cel.replace("\\", "")) for cel in regel.strip().strip("|").split("|")]
            if not set("".join(cellen)) <= set("-: "):
                tabel.rijen.append(cellen)
            continue
        if tabel.rijen:
            tabel.bijschrift = bijschrift
            stukken += _maak_celstukken(tabel)
            tabel = _Tabel()
        if regel.strip():
            bijschrift = maak_kaal(regel)
            stukken.append(Stuk(tekst=bijschrift))
    return stukken


@dataclass(frozen=True, kw_only=True)
class Naslag:
    """Wat openbaar is en wat niet, om teksten mee te vergelijken."""

    jaar: int
    boom: Boom
    teksten: Mapping[str, Sequence[Sleutel]]
    openbaar: Mapping[tuple[Sleutel, str], Sequence[Rij]]
    geheimen: Mapping[Sleutel, Geheim]


def maak_naslag(
    jaar: int,
    boom: Boom,
    namen: Mapping[Sleutel, str],
    rijen: Iterable[Rij],
    geheimen: Mapping[Sleutel, Geheim],
) -> Naslag:
    """Leg klaar; `namen` is per vraag of kengetal de tekst zoals die in het verslag staat."""
    teksten: dict[str, list[Sleutel]] = {}
    for sleutel, naam in namen.items():
        teksten.setdefault(maak_kaal(naam).rstrip(".?!"), []).append(sleutel)
    openbaar: dict[tuple[Sleutel, str], list[Rij]] = {}
    for rij in rijen:
        openbaar.setdefault((rij.sleutel, rij.onderdeel), []).append(rij)
    return Naslag(jaar=jaar, boom=boom, teksten=teksten, openbaar=openbaar, geheimen=geheimen)


def loop_tekst_na(bestand: str, stukken: Iterable[Stuk], naslag: Naslag) -> list[Lek]:
    """Geef elk getal in de tekst dat over een verborgen cijfer gaat, en elk percentage met decimalen."""
    lekken: dict[tuple[object, ...], Lek] = {}
    for stuk in dict.fromkeys(stukken):
        if _TE_FIJN.search(stuk.tekst):
            lek = _maak(bestand, (naslag.jaar, "", ""), (), "een percentage met meer dan één decimaal", stuk)
            lekken.setdefault((stuk.tekst,), lek)
        if not any(teken.isdigit() for teken in stuk.tekst):
            continue
        for lek in _loop_stuk_na(bestand, stuk, naslag):
            lekken.setdefault((lek.jaar, lek.doelgroep, lek.indicator, lek.onderdelen), lek)
    return list(lekken.values())


def _loop_stuk_na(bestand: str, stuk: Stuk, naslag: Naslag) -> Iterator[Lek]:
    samen = f"{stuk.kop} | {stuk.tekst}"
    vragen = [
        (tekst, sleutels) for tekst, sleutels in naslag.teksten.items() if tekst in (stuk.kop if stuk.is_cel else samen)
    ]
    langste = max((tekst for tekst, _ in vragen), key=len, default="")
    for tekst, sleutels in vragen:
        if tekst != langste and tekst in langste:
            continue
        onderdelen = _zoek_onderdelen(samen, naslag.boom)
        if len(onderdelen) > 1:
            continue
        onderdeel = onderdelen[0] if onderdelen else ORGANISATIE
        kandidaten = _kies_kandidaten(stuk, sleutels, naslag)
        if not kandidaten:
            continue
        gevonden = [_zoek_verraad(stuk, sleutel, onderdeel, naslag) for sleutel in kandidaten]
        if all(gevonden):
            yield _maak(bestand, kandidaten[0], (naslag.boom.per_id[onderdeel].naam,), gevonden[0], stuk)


def _kies_kandidaten(stuk: Stuk, sleutels: Sequence[Sleutel], naslag: Naslag) -> list[Sleutel]:
    """Geef de vragen waar dit stuk over kan gaan: van het genoemde jaar, en de genoemde groep."""
    kolom = stuk.kop.rsplit("|", 1)[-1] if stuk.is_cel else ""
    in_kolom = _JAAR.search(kolom)
    jaar = int(in_kolom[1]) if in_kolom else naslag.jaar
    van_jaar = [sleutel for sleutel in sleutels if sleutel[0] == jaar]
    woorden = f"{stuk.kop} {'' if stuk.is_cel else stuk.tekst}".casefold()
    genoemd = [s for s in van_jaar if s[1] and Doelgroep(s[1]).naam in woorden]
    return genoemd or van_jaar


def _zoek_onderdelen(tekst: str, boom: Boom) -> list[str]:
    """Geef de regio's en locaties die genoemd worden; in een kolom- of rijkop gaat dat voor het bijschrift."""
    delen = [deel.strip() for deel in tekst.split("|")]
    namen = {onderdeel.naam: onderdeel.id for onderdeel in boom.onderdelen if onderdeel.id != ORGANISATIE}
    precies = [namen[deel] for deel in delen[1:] if deel in namen]
    if precies:
        return list(dict.fromkeys(precies))
    return [ident for naam, ident in namen.items() if re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", tekst)]


def _zoek_verraad(stuk: Stuk, sleutel: Sleutel, onderdeel: str, naslag: Naslag) -> str:
    """Geef wat dit stuk verraadt over dit cijfer; leeg als dat niets is of als alles openbaar is."""
    rijen = naslag.openbaar.get((sleutel, onderdeel), ())
    if any(rij.waarde is not None or rij.teller is not None for rij in rijen):
        return ""
    over = _BANDWOORDEN.sub("", stuk.tekst)
    bekend = {rij.noemer for rij in rijen if rij.noemer is not None}
    over = _ANTWOORDEN.sub(lambda m: "" if int(m[1]) in bekend else m[0], over)
    if stuk.is_cel:
        return f"'{stuk.tekst}' bij een cijfer dat niet getoond mag worden" if re.search(r"\d", over) else ""
    geheim = naslag.geheimen.get(sleutel)
    if geheim is None:
        return ""
    for maat in ("gunstig", "verhouding"):
        waarde, teller, noemer = geheim.getallen.get((maat, "", onderdeel), (None, None, None))
        if teller is None or noemer is None or waarde is None:
            continue
        if (str(teller), str(noemer)) in _TELLING.findall(over):
            return f"'{teller} van {noemer}' in de tekst"
        procent = (200 * teller + noemer) // (2 * noemer) if noemer else 0
        if str(procent) in _PROCENT.findall(over):
            return f"'{procent}%' in de tekst"
    return ""


def _maak(bestand: str, sleutel: Sleutel, onderdelen: tuple[str, ...], wat: str, stuk: Stuk) -> Lek:
    jaar, doelgroep, indicator = sleutel
    plek = stuk.kop if stuk.is_cel else stuk.tekst
    return Lek(
        soort=Leksoort.TEKST,
        jaar=jaar,
        doelgroep=doelgroep,
        indicator=indicator,
        onderdelen=onderdelen,
        wat=wat,
        waaruit=f"{bestand}: {plek[:160]}",
    )
