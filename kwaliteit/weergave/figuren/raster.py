"""Een tekening als PNG met een palet: elke vorm schrijft kleurnummers, een rand krijgt een trap tussen twee kleuren.

Dit is dezelfde rij vormen als in de SVG, met dezelfde letters en dezelfde breedtes. Een plaatje in volle kleuren maken
kost vijf keer zoveel, want het meeste werk van een PNG is het inpakken.
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from math import ceil, floor, sqrt

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from kwaliteit.weergave.figuren.kleuren import ARCERINGEN, VAST, Arcering, vlakkleur
from kwaliteit.weergave.figuren.letters import Letter, maak_toonbaar, meet
from kwaliteit.weergave.figuren.vormen import Cirkel, Lijn, Rechthoek, Tekstregel, Veelhoek, Vorm

SCHAAL = 2
"""Zoveel pixels in de PNG voor één pixel in de SVG."""
FIJN = 4
"""Zoveel keer fijner wordt een schuine of ronde rand uitgerekend."""
HALO, TEKSTHALO = 3, 5
"""Dikte van de rand papier om een teken (helft erbuiten) en om letters (in pixels van de PNG)."""
TRAPPEN = 15
"""Zoveel tussenkleuren heeft een rand hoogstens."""
INDIKKEN = 4
"""Niveau van zlib: 6 scheelt een tiende in grootte en kost twee keer zoveel."""

Plaat = npt.NDArray[np.uint8]
Vak = tuple[float, float, float, float]
Plek = tuple[int, int]


def als_png(vormen: Sequence[Vorm], breedte: int, hoogte: int) -> bytes:
    """Geef de tekening als PNG op dubbele grootte."""
    doek = _Doek(breedte, hoogte)
    for vorm in vormen:
        doek.teken(vorm)
    return doek.als_png()


class _Palet:
    """Kleuren op volgorde van gebruik; een trap is een rij tussenkleuren van de ene naar de andere kleur."""

    def __init__(self) -> None:
        self.kleuren: list[tuple[int, int, int]] = []
        self._nummers: dict[str, int] = {}
        self._trappen: dict[tuple[str, str], Plaat] = {}

    def nummer(self, kleur: str) -> int:
        """Geef het nummer van een kleur ("#0a4a57")."""
        if kleur not in self._nummers:
            self._nummers[kleur] = len(self.kleuren)
            self.kleuren.append((int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)))
        return self._nummers[kleur]

    def trap(self, kleur: str, op: str) -> Plaat:
        """Geef per dekking van 0 tot en met 255 het nummer van de kleur."""
        if (kleur, op) not in self._trappen:
            self._trappen[kleur, op] = self._maak_trap(kleur, op)
        return self._trappen[kleur, op]

    def _maak_trap(self, kleur: str, op: str) -> Plaat:
        van, tot = self.nummer(op), self.nummer(kleur)
        # Van een kleur naar zichzelf heeft geen tussenkleuren, en een vol palet ook niet meer.
        trappen = 0 if van == tot else min(TRAPPEN, 256 - len(self.kleuren))
        eerste = len(self.kleuren)
        for trap in range(1, trappen + 1):
            deel = trap / (trappen + 1)
            rood, groen, blauw = (
                round(a + (b - a) * deel) for a, b in zip(self.kleuren[van], self.kleuren[tot], strict=True)
            )
            self.kleuren.append((rood, groen, blauw))
        nummers = np.array((van, *range(eerste, eerste + trappen), tot), dtype=np.uint8)
        return nummers[(np.arange(256) * (trappen + 1) + 127) // 255]


class _Doek:
    """Een plaat van kleurnummers waarop vormen worden gelegd."""

    def __init__(self, breedte: int, hoogte: int) -> None:
        self.palet = _Palet()
        self.plaat = np.full((hoogte * SCHAAL, breedte * SCHAAL), self.palet.nummer(VAST["papier"]), dtype=np.uint8)

    def als_png(self) -> bytes:
        """Geef de inhoud van het bestand, zonder datum of andere bijzaken."""
        beeld = Image.fromarray(self.plaat)
        beeld.putpalette([deel for kleur in self.palet.kleuren for deel in kleur])
        uit = BytesIO()
        beeld.save(uit, "PNG", compress_level=INDIKKEN)
        return uit.getvalue()

    def teken(self, vorm: Vorm) -> None:
        """Leg een vorm bovenop."""
        match vorm:
            case Tekstregel():
                self._tekst(vorm)
            case Rechthoek():
                self._rechthoek(vorm)
            case Lijn():
                self._lijn(vorm)
            case Veelhoek() | Cirkel():
                self._teken(vorm)

    def _tekst(self, regel: Tekstregel) -> None:
        if regel.halo:
            self._plak(*_zet_letters(regel, TEKSTHALO), "papier", "papier")
        self._plak(*_zet_letters(regel, 0), regel.kleur, regel.op)

    def _plak(self, masker: Plaat, plek: Plek, kleur: str, op: str) -> None:
        """Leg een masker van dekkingen neer in de trap van `op` naar `kleur`; wat buiten het doek valt vervalt."""
        x, y = plek
        links, boven = max(0, -x), max(0, -y)
        deel = self.plaat[y + boven : y + masker.shape[0], x + links : x + masker.shape[1]]
        masker = masker[boven : boven + deel.shape[0], links : links + deel.shape[1]]
        trap = self.palet.trap(vlakkleur(kleur), vlakkleur(op))
        grens = 128 if trap[0] == trap[255] else int(np.argmax(trap != trap[0]))
        np.copyto(deel, trap[masker], where=masker >= grens)

    def _rechthoek(self, vorm: Rechthoek) -> None:
        if vorm.streep:
            self._stippelvak(vorm)
        elif vorm.straal:
            self._rond_vlak(vorm)
        else:
            rand = vorm.dikte / 2 if vorm.rand else 0
            if vorm.rand:
                self._vul(_vak_om(vorm, rand), vorm.rand)
            self._vul(_vak_om(vorm, -rand), vorm.kleur)

    def _vul(self, vak: Vak, kleur: str) -> None:
        """Vul een recht vlak; de randen vallen op hele pixels."""
        x1, y1, x2, y2 = (max(0, round(maat * SCHAAL)) for maat in vak)
        if x2 <= x1 or y2 <= y1:
            return
        self.plaat[y1:y2, x1:x2] = self.palet.nummer(vlakkleur(kleur))
        if kleur in ARCERINGEN:
            masker = _arceer(ARCERINGEN[kleur], x1, y1, x2, y2)
            self.plaat[y1:y2, x1:x2] = self.palet.trap(ARCERINGEN[kleur].streep, vlakkleur(kleur))[masker]

    def _rond_vlak(self, vorm: Rechthoek) -> None:
        rand = vorm.dikte / 2
        for groei, kleur, op in ((rand, vorm.rand, "papier"), (-rand, vorm.kleur, vorm.rand)):
            vak = _vak_om(vorm, groei)
            blad = _Blad(vak)
            blad.pen.rounded_rectangle(blad.vak(vak), radius=(vorm.straal + groei) * SCHAAL * FIJN, fill=255)
            self._plak(blad.masker(), blad.plek, kleur, op)

    def _stippelvak(self, vorm: Rechthoek) -> None:
        """Een rand van streepjes; een kleine straal is daarin niet te zien."""
        x1, y1, x2, y2 = _vak_om(vorm, 0)
        rand = vorm.dikte / 2
        for y in (y1, y2):
            for van, tot in _streepjes(x1, x2, 5, 4):
                self._vul((van, y - rand, tot, y + rand), vorm.rand)
        for x in (x1, x2):
            for van, tot in _streepjes(y1, y2, 5, 4):
                self._vul((x - rand, van, x + rand, tot), vorm.rand)

    def _lijn(self, lijn: Lijn) -> None:
        rand = lijn.dikte / 2
        (x1, x2), (y1, y2) = sorted((lijn.x1, lijn.x2)), sorted((lijn.y1, lijn.y2))
        if x1 == x2 and lijn.streep:
            for van, tot in _streepjes(y1, y2, 3, 4):
                self._vul((x1 - rand, van, x1 + rand, tot), lijn.kleur)
        elif x1 == x2:
            self._vul((x1 - rand, y1, x1 + rand, y2), lijn.kleur)
        elif y1 == y2 and not lijn.rond:
            self._vul((x1, y1 - rand, x2, y1 + rand), lijn.kleur)
        else:
            punten = ((lijn.x1, lijn.y1), (lijn.x2, lijn.y2))
            self._streek(punten, lijn.dikte, lijn.kleur, "papier", rond=lijn.rond)

    def _streek(
        self, punten: Sequence[tuple[float, float]], dikte: float, kleur: str, op: str, *, rond: bool = False
    ) -> None:
        """Trek een lijn langs punten, met vloeiende randen."""
        blad = _Blad(_vak_van(punten, dikte))
        fijn = [blad.punt(x, y) for x, y in punten]
        dik = dikte * SCHAAL * FIJN
        blad.pen.line(fijn, fill=255, width=round(dik), joint="curve")
        if rond:
            for x, y in (fijn[0], fijn[-1]):
                blad.pen.ellipse((x - dik / 2, y - dik / 2, x + dik / 2, y + dik / 2), fill=255)
        self._plak(blad.masker(), blad.plek, kleur, op)

    def _teken(self, vorm: Veelhoek | Cirkel) -> None:
        if isinstance(vorm, Veelhoek) and vorm.lijn:
            self._streek([(vorm.x + x, vorm.y + y) for x, y in vorm.punten], vorm.dikte, vorm.lijn, vorm.op)
        elif vorm.lijn:
            self._vlak(vorm, vorm.dikte / 2, vorm.lijn, vorm.op)
            self._vlak(vorm, -vorm.dikte / 2, vorm.op, vorm.lijn)
        else:
            if vorm.halo:
                self._vlak(vorm, HALO / 2, "papier", "papier")
            self._vlak(vorm, 0, vorm.kleur, vorm.op)

    def _vlak(self, vorm: Veelhoek | Cirkel, groei: float, kleur: str, op: str) -> None:
        """Vul een teken, `groei` pixels groter aan elke kant."""
        if isinstance(vorm, Cirkel):
            straal = vorm.straal + groei
            vak = (vorm.x - straal, vorm.y - straal, vorm.x + straal, vorm.y + straal)
            blad = _Blad(vak)
            blad.pen.ellipse(blad.vak(vak), fill=255)
        else:
            punten = [(vorm.x + x, vorm.y + y) for x, y in vorm.punten]
            blad = _Blad(_vak_van(punten, groei))
            fijn = [blad.punt(x, y) for x, y in punten]
            blad.pen.polygon(fijn, fill=255)
            if groei > 0:
                blad.pen.line([*fijn, *fijn[:2]], fill=255, width=round(2 * groei * SCHAAL * FIJN), joint="curve")
        self._plak(blad.masker(), blad.plek, kleur, op)


class _Blad:
    """Een fijn masker om een vak, met een pen en de plek op het doek."""

    def __init__(self, vak: Vak) -> None:
        x1, y1, x2, y2 = vak
        self.plek = (floor(x1 * SCHAAL) - 1, floor(y1 * SCHAAL) - 1)
        breedte, hoogte = ceil(x2 * SCHAAL) + 1 - self.plek[0], ceil(y2 * SCHAAL) + 1 - self.plek[1]
        self._beeld = Image.new("L", (breedte * FIJN, hoogte * FIJN))
        self.pen = ImageDraw.Draw(self._beeld)

    def punt(self, x: float, y: float) -> tuple[float, float]:
        """Waar een punt van de tekening op het fijne masker ligt."""
        return (x * SCHAAL - self.plek[0]) * FIJN, (y * SCHAAL - self.plek[1]) * FIJN

    def vak(self, vak: Vak) -> Vak:
        """Waar een vak ligt; Pillow telt de laatste pixel mee, wij niet."""
        (x1, y1), (x2, y2) = self.punt(*vak[:2]), self.punt(*vak[2:])
        return x1, y1, x2 - 1, y2 - 1

    def masker(self) -> Plaat:
        """De dekkingen op de maat van het doek."""
        return np.asarray(self._beeld.reduce(FIJN))


@cache
def _open_letter(letter: Letter, grootte: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(letter.pad, grootte * SCHAAL, layout_engine=ImageFont.Layout.BASIC)


@cache
def _teken_letter(letter: Letter, grootte: float, teken: str, rand: int) -> tuple[Plaat, Plek]:
    """Het beeld van één teken, en waar het ligt ten opzichte van het punt op de voet."""
    kern, plek = _open_letter(letter, grootte).getmask2(teken, "L", anchor="ls", stroke_width=rand)
    beeld = Image.new("L", kern.size)
    beeld.im = kern
    return np.asarray(beeld), plek


def _zet_letters(regel: Tekstregel, rand: int) -> tuple[Plaat, Plek]:
    """Zet de tekens naast elkaar op de breedtes van de letter, net als een browser doet.

    FreeType rondt elke breedte af op hele pixels; een hele regel in één keer wordt daardoor te lang of te kort.
    """
    ruim = ceil(SCHAAL * regel.grootte)
    voet = ceil(1.4 * ruim)
    begin = floor(regel.van * SCHAAL) - ruim
    masker = np.zeros((2 * ruim, ceil(regel.tot * SCHAAL) - begin + ruim), dtype=np.uint8)
    pen = regel.van
    for teken in maak_toonbaar(regel.tekst, regel.letter):
        beeld, (dx, dy) = _teken_letter(regel.letter, regel.grootte, teken, rand)
        x, y = round(pen * SCHAAL) - begin + dx, voet + dy
        deel = masker[y : y + beeld.shape[0], x : x + beeld.shape[1]]
        np.maximum(deel, beeld, out=deel)
        pen += meet(teken, regel.letter, regel.grootte)
    return masker, (begin, round(regel.y * SCHAAL) - voet)


def _arceer(arcering: Arcering, x1: int, y1: int, x2: int, y2: int) -> Plaat:
    """De dekking van schuine strepen in een vak van het doek; alle vakken delen één raster."""
    fijn = 2
    breed, hoog = x2 - x1, y2 - y1
    beeld = Image.new("L", (breed * fijn, hoog * fijn))
    pen = ImageDraw.Draw(beeld)
    naar = 1 if arcering.hoek > 0 else -1
    stap, dik = arcering.stap * SCHAAL * sqrt(2), arcering.dikte * SCHAAL * sqrt(2)
    # Een streep begint waar x + naar * y een veelvoud van de stap is.
    hoeken = [x + naar * y for x in (x1, x2) for y in (y1, y2)]
    for rang in range(floor(min(hoeken) / stap) - 1, ceil(max(hoeken) / stap) + 1):
        boven = rang * stap - naar * y1 - x1
        onder = boven - naar * hoog
        punten = ((boven, 0), (boven + dik, 0), (onder + dik, hoog), (onder, hoog))
        pen.polygon([(x * fijn, y * fijn) for x, y in punten], fill=255)
    return np.asarray(beeld.reduce(fijn))


def _vak_om(vorm: Rechthoek, groei: float) -> Vak:
    return vorm.x - groei, vorm.y - groei, vorm.x + vorm.breedte + groei, vorm.y + vorm.hoogte + groei


def _vak_van(punten: Sequence[tuple[float, float]], groei: float) -> Vak:
    xs, ys = [x for x, _ in punten], [y for _, y in punten]
    return min(xs) - groei, min(ys) - groei, max(xs) + groei, max(ys) + groei


def _streepjes(van: float, tot: float, vol: float, leeg: float) -> list[tuple[float, float]]:
    """Verdeel een stuk in streepjes met ruimte ertussen; het laatste kan korter zijn."""
    aantal = ceil((tot - van) / (vol + leeg))
    begin = [van + rang * (vol + leeg) for rang in range(aantal)]
    return [(x, min(x + vol, tot)) for x in begin]
