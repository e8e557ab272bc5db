"""Elke figuur als los bestand: een SVG die alleen op zichzelf steunt, en dezelfde tekening als PNG.

Een los beeld komt in een website, een Word-document of een bericht terecht. Daarom staan titel, ondertitel, bron en
afzender erin, en geen verwijzing naar buiten.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Template

from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import (
    Blok,
    Dekkingsmatrix,
    Figuurkop,
    Responstabel,
    Sectie,
    Spiegelfiguur,
    Terugblik,
    Trendfiguur,
    Verdelingsfiguur,
    Verslag,
)
from kwaliteit.weergave.figuren import trend
from kwaliteit.weergave.figuren.kleuren import ARCERINGEN, VAST
from kwaliteit.weergave.figuren.letters import Letter, breek_af, breek_gelijk
from kwaliteit.weergave.figuren.los import acties, dekking, respons, spiegel, verdeling
from kwaliteit.weergave.figuren.los import trend as los_trend
from kwaliteit.weergave.figuren.los.maten import BREEDTE, LINKS, RAND, RUIMTE, STIL, TITEL, Romp
from kwaliteit.weergave.figuren.plaats import kort
from kwaliteit.weergave.figuren.vormen import Rechthoek, Stijl, Vorm, schuif, zet
from kwaliteit.weergave.onthouden import onthoud_per_verslag
from kwaliteit.weergave.sjabloonvoorraad import maak_omgeving
from kwaliteit.weergave.woorden import CONCEPT, als_tekst

MAP = "figuren"
ONDER_TITEL, BOVEN_ROMP, BOVEN_VOET, BOVEN_AFZENDER = 4, 18, 18, 6
MARGE = "De brede balk laat zien waar het echte cijfer waarschijnlijk ligt."
VERZONNEN = "Deze organisatie en alle cijfers zijn verzonnen."

Beeldblok = Verdelingsfiguur | Trendfiguur | Spiegelfiguur | Responstabel | Terugblik | Dekkingsmatrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Losbeeld:
    """Een getekend beeld: de naam van het bestand, wat een voorlezer zegt, en alle vormen."""

    naam: str
    titel: str
    omschrijving: str
    hoogte: int
    vormen: tuple[Vorm, ...]

    @property
    def arceringen(self) -> tuple[str, ...]:
        """De arceringen die voorkomen, op naam."""
        gebruikt = {vorm.kleur for vorm in self.vormen if isinstance(vorm, Rechthoek)}
        return tuple(sorted(gebruikt & ARCERINGEN.keys()))


def heeft_beeld(blok: Blok) -> bool:
    """Waar als dit blok ook als los beeld bestaat."""
    if isinstance(blok, Terugblik):
        return blok.kop is not None and bool(blok.regels)
    return isinstance(blok, Beeldblok) and bool(_inhoud(blok))


def beeldnaam(blok: Blok) -> str:
    """Geef de naam van het beeld in `figuren/`, zonder achtervoegsel; leeg als er geen beeld is."""
    return kop_van(blok).anker if isinstance(blok, Beeldblok) and heeft_beeld(blok) else ""


def maak_figuren(*uitgaven: Verslag) -> tuple[Uitvoerbestand, ...]:
    """Geef per figuur `figuren/<anker>.svg` en `.png`, in leesvolgorde; staat zij in meer uitgaven, dan de eerste."""
    beelden: dict[str, Losbeeld] = {}
    for uitgave in uitgaven:
        for beeld in teken_alle(uitgave):
            beelden.setdefault(beeld.naam, beeld)
    bestanden = []
    for beeld in beelden.values():
        bestanden.append(Uitvoerbestand(pad=f"{MAP}/{beeld.naam}.svg", inhoud=als_svg(beeld).encode()))
        bestanden.append(Uitvoerbestand(pad=f"{MAP}/{beeld.naam}.png", inhoud=als_png(beeld)))
    return tuple(bestanden)


@onthoud_per_verslag
def teken_alle(verslag: Verslag) -> tuple[Losbeeld, ...]:
    """Teken elke figuur van het verslag; een anker dat vaker voorkomt maar één keer."""
    blokken = {kop_van(blok).anker: blok for blok in zoek_blokken(verslag.secties)}
    bronnen = {anker: kop_van(blok).bron for anker, blok in blokken.items()}
    afzender = f"{verslag.organisatie.naam}, {verslag.titel}."
    if verslag.concept:
        afzender += f" {CONCEPT}."
    if verslag.organisatie.verzonnen:
        afzender += f" {VERZONNEN}"
    return tuple(teken(blok, bronnen, afzender) for blok in blokken.values())


def teken(blok: Beeldblok, bronnen: dict[str, str], afzender: str) -> Losbeeld:
    """Teken één figuur; `bronnen` is anker -> bron, voor een trend waarvan de cijfers bij een andere figuur staan.

    Het nummer staat er niet bij: in een andere uitgave heeft dezelfde figuur een ander nummer, en in een brief geen.
    """
    kop = kop_van(blok)
    titel = als_tekst(kop.boodschap)
    romp = teken_romp(blok)
    vormen: list[Vorm] = []
    y = _zet_op(vormen, titel, TITEL, RAND, breek_gelijk) + ONDER_TITEL
    y = _zet_op(vormen, kop.ondertitel, STIL, y, breek_gelijk) + BOVEN_ROMP
    vormen += schuif(romp.vormen, 0, y)
    y += romp.hoogte + BOVEN_VOET
    for alinea in _voet(blok, kop, bronnen):
        y = _zet_op(vormen, alinea, STIL, y)
    y = _zet_op(vormen, afzender, STIL, y + BOVEN_AFZENDER)
    kern = "; ".join(romp.kern)
    return Losbeeld(
        naam=kop.anker,
        titel=titel,
        omschrijving=f"{kop.ondertitel.rstrip('.')}. {kern}.",
        hoogte=round(y + RAND),
        vormen=tuple(vormen),
    )


def als_svg(beeld: Losbeeld) -> str:
    """Geef de tekening als SVG met vaste kleuren en een dekkende achtergrond."""
    svg = _sjabloon().render(beeld=beeld, breedte=BREEDTE)
    return "".join(f"{regel}\n" for regel in svg.splitlines() if regel.strip())


def als_png(beeld: Losbeeld) -> bytes:
    """Geef dezelfde tekening als PNG op dubbele grootte, met de meegeleverde letters."""
    from kwaliteit.weergave.figuren import raster  # noqa: PLC0415  alleen nodig als er beelden worden gemaakt

    return raster.als_png(beeld.vormen, BREEDTE, beeld.hoogte)


@cache
def _sjabloon() -> Template:
    omgeving = maak_omgeving()
    omgeving.filters["kort"] = kort
    omgeving.filters["vorm"] = lambda vorm: type(vorm).__name__.lower()
    omgeving.globals |= {"ARCERINGEN": ARCERINGEN, "Letter": Letter, "VAST": VAST}
    return omgeving.get_template("los.svg.j2")


def zoek_blokken(secties: tuple[Sectie, ...]) -> Iterator[Beeldblok]:
    """Geef alle blokken met een beeld, in leesvolgorde."""
    for sectie in secties:
        for blok in sectie.blokken:
            if isinstance(blok, Beeldblok) and heeft_beeld(blok):
                yield blok
        yield from zoek_blokken(sectie.secties)


def _inhoud(blok: Blok) -> tuple[object, ...]:
    if isinstance(blok, Trendfiguur):
        return blok.punten
    return blok.rijen if isinstance(blok, Verdelingsfiguur | Spiegelfiguur | Responstabel | Dekkingsmatrix) else ()


def kop_van(blok: Beeldblok) -> Figuurkop:
    """Geef de kop van de figuur; zonder kop is dit blok geen figuur, en dat is een ValueError."""
    if blok.kop is None:
        raise ValueError("een terugblik zonder figuurkop heeft geen beeld")
    return blok.kop


def teken_romp(blok: Beeldblok) -> Romp:
    """Teken alleen de figuur met haar legenda, zonder titel, noten en bron."""
    match blok:
        case Verdelingsfiguur():
            return verdeling.teken(blok)
        case Trendfiguur():
            return los_trend.teken(blok)
        case Spiegelfiguur():
            return spiegel.teken(blok)
        case Responstabel():
            return respons.teken(blok)
        case Terugblik():
            return acties.teken(blok)
        case Dekkingsmatrix():
            return dekking.teken(blok)


def _voet(blok: Beeldblok, kop: Figuurkop, bronnen: dict[str, str]) -> Iterator[str]:
    """De alinea's onder de figuur: de marge, de noten, en de bron."""
    if isinstance(blok, Trendfiguur) and trend.heeft_marges(blok.punten):
        yield MARGE
    yield from map(als_tekst, kop.noten)
    bron = kop.bron or (bronnen.get(blok.tabel_bij, "") if isinstance(blok, Trendfiguur) else "")
    if bron:
        yield f"Bron: {bron.rstrip('.')}."


def _zet_op(
    vormen: list[Vorm],
    tekst: str,
    stijl: Stijl,
    y: float,
    breek: Callable[[str, Letter, float, float], tuple[str, ...]] = breek_af,
) -> float:
    """Zet een alinea over de hele breedte, en geef de y eronder."""
    regels = breek(tekst, stijl.letter, stijl.grootte, RUIMTE)
    vormen += zet(regels, stijl, LINKS, y)
    return y + len(regels) * stijl.hoogte
