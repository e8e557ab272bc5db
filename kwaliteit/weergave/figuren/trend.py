"""Geometrie van een trend: een punt met marge per meting, lijnen, gaten en reeksbreuken."""

from dataclasses import dataclass, replace
from itertools import count, groupby, pairwise

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.verslag import Trendpunt
from kwaliteit.weergave.figuren.plaats import is_tekenbaar
from kwaliteit.weergave.woorden import NIET_GEMETEN, heeft_marge

HOOGTE = 250
BOVEN, ONDER = 34, 216
"""De y (in pixels) van de bovenkant en de onderkant van de as."""
LINKS, RECHTS = 17.0, 94.0
"""De x (in procenten) van het eerste en het laatste jaar; links staan de getallen van de as."""
PROCENTAS = (0.0, 1.0, 0.25)
"""Laagste, hoogste en stap van een as in fracties."""
LABELRUIMTE = 13
"""Pixels tussen de bovenkant van de marge en het getal erboven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aslijn:
    """Een horizontale lijn met haar waarde (in de eenheid van het cijfer)."""

    waarde: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """Een meting die getoond mag worden."""

    jaar: int
    cijfer: OpenbaarCijfer
    x: float
    y: float
    marge_van: float | None
    marge_tot: float | None
    label_y: float
    is_laatste: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijnstuk:
    """Een lijn tussen twee opeenvolgende metingen van dezelfde reeks."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gat:
    """Aaneengesloten jaren zonder punt, om dezelfde reden. `cijfer` is None als er niet is gemeten.

    `trede` (0, 1 of 2) zet het woord hoger als vlak ervoor ook een gat is, zodat de woorden elkaar op een smal scherm
    niet raken.
    """

    jaren: tuple[int, ...]
    cijfer: OpenbaarCijfer | None
    x: float
    breedte: float
    trede: int

    @property
    def midden(self) -> float:
        """Waar het woord staat."""
        return self.x + self.breedte / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarplaats:
    """De plaats van een jaar onder de as."""

    jaar: int
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trendbeeld:
    """Alles wat te tekenen is; `breuken` zijn de x van de stippellijnen.

    Veel figuren hebben dezelfde as in procenten: `is_procentas` zegt dat die er één keer getekend mag worden.
    """

    aslijnen: tuple[Aslijn, ...]
    is_procentas: bool
    jaren: tuple[Jaarplaats, ...]
    punten: tuple[Punt, ...]
    lijnen: tuple[Lijnstuk, ...]
    gaten: tuple[Gat, ...]
    breuken: tuple[float, ...]


def vul_aan(punten: tuple[Trendpunt, ...]) -> tuple[Trendpunt, ...]:
    """Zet de jaren op volgorde en voeg de jaren die ertussen ontbreken toe als niet gemeten."""
    per_jaar = {punt.jaar: punt for punt in punten}
    return tuple(
        per_jaar.get(jaar, Trendpunt(jaar=jaar, cijfer=None, breuk=False))
        for jaar in range(min(per_jaar), max(per_jaar) + 1)
    )


def heeft_marges(punten: tuple[Trendpunt, ...]) -> bool:
    """Waar als er bij een getekend punt een marge is."""
    return any(punt.cijfer is not None and is_tekenbaar(punt.cijfer) and heeft_marge(punt.cijfer) for punt in punten)


def leg_uit(punten: tuple[Trendpunt, ...]) -> Trendbeeld:
    """Geef de plaatsen bij een trend van minstens één jaar."""
    jaren = vul_aan(punten)
    van, tot, stap = _as_van(jaren)
    breedte = (RECHTS - LINKS) / max(1, len(jaren) - 1)
    x_van = {punt.jaar: _x(plaats, len(jaren), breedte) for plaats, punt in enumerate(jaren)}
    getekend = [_punt(punt, x_van[punt.jaar], van, tot) for punt in jaren]
    aanwezig = [punt for punt in getekend if punt is not None]
    laatste = aanwezig[-1].jaar if aanwezig else None
    return Trendbeeld(
        aslijnen=_aslijnen(van, tot, stap),
        is_procentas=(van, tot, stap) == PROCENTAS,
        jaren=tuple(Jaarplaats(jaar=punt.jaar, x=x_van[punt.jaar]) for punt in jaren),
        punten=tuple(replace(punt, is_laatste=punt.jaar == laatste) for punt in aanwezig),
        lijnen=_lijnen(jaren, getekend),
        gaten=_gaten(jaren, x_van, min(breedte, 24.0)),
        breuken=tuple(round(x_van[punt.jaar] - breedte / 2, 2) for punt in jaren[1:] if punt.breuk),
    )


def _x(plaats: int, aantal: int, breedte: float) -> float:
    return round((LINKS + RECHTS) / 2 if aantal == 1 else LINKS + plaats * breedte, 2)


def _y(waarde: float, van: float, tot: float) -> float:
    return round(ONDER - (waarde - van) / (tot - van) * (ONDER - BOVEN), 2)


def _as_van(jaren: tuple[Trendpunt, ...]) -> tuple[float, float, float]:
    """Laagste, hoogste en stap van de as: altijd de hele schaal, nooit een uitsnede."""
    maten = {punt.cijfer.maat for punt in jaren if punt.cijfer is not None}
    if Maat.GEMIDDELDE in maten:
        hoogste = max(
            (g for punt in jaren if punt.cijfer for g in (punt.cijfer.waarde, punt.cijfer.bovengrens) if g), default=0
        )
        top = next(maat for macht in count(1) for maat in (10**macht, 2 * 10**macht, 5 * 10**macht) if hoogste <= maat)
        return 0.0, float(top), top / 5
    if Maat.SCORE in maten:
        return 0.0, 100.0, 25.0
    if Maat.NPS in maten:
        return -100.0, 100.0, 50.0
    return PROCENTAS


def procentas() -> tuple[Aslijn, ...]:
    """De lijnen van een as van 0 tot 100%."""
    return _aslijnen(*PROCENTAS)


def _aslijnen(van: float, tot: float, stap: float) -> tuple[Aslijn, ...]:
    waarden = [van + rang * stap for rang in range(round((tot - van) / stap) + 1)]
    return tuple(Aslijn(waarde=waarde, y=_y(waarde, van, tot)) for waarde in waarden)


def _punt(punt: Trendpunt, x: float, van: float, tot: float) -> Punt | None:
    cijfer = punt.cijfer
    if cijfer is None or not is_tekenbaar(cijfer) or cijfer.waarde is None:
        return None
    y = _y(cijfer.waarde, van, tot)
    met_marge = heeft_marge(cijfer)
    onder = _y(cijfer.ondergrens, van, tot) if met_marge and cijfer.ondergrens is not None else None
    boven = _y(cijfer.bovengrens, van, tot) if met_marge and cijfer.bovengrens is not None else None
    return Punt(
        jaar=punt.jaar,
        cijfer=cijfer,
        x=x,
        y=y,
        marge_van=boven,
        marge_tot=onder,
        label_y=round(min(y, boven if boven is not None else y) - LABELRUIMTE, 2),
        is_laatste=False,
    )


def _lijnen(jaren: tuple[Trendpunt, ...], getekend: list[Punt | None]) -> tuple[Lijnstuk, ...]:
    lijnen = []
    for (_, eerste), (punt, tweede) in pairwise(zip(jaren, getekend, strict=True)):
        if eerste is None or tweede is None or punt.breuk or eerste.cijfer.reeks != tweede.cijfer.reeks:
            continue
        lijnen.append(Lijnstuk(x1=eerste.x, y1=eerste.y, x2=tweede.x, y2=tweede.y))
    return tuple(lijnen)


def _gaten(jaren: tuple[Trendpunt, ...], x_van: dict[int, float], breedte: float) -> tuple[Gat, ...]:
    """Voeg buurjaren met dezelfde reden samen, zodat het woord er één keer past."""

    def reden(punt: Trendpunt) -> str:
        if punt.cijfer is None:
            return NIET_GEMETEN
        return "" if is_tekenbaar(punt.cijfer) else f"{punt.cijfer.status}|{punt.cijfer.teller}|{punt.cijfer.noemer}"

    gaten: list[Gat] = []
    for soort, groepje in groupby(jaren, key=reden):
        if not soort:
            continue
        leden = tuple(groepje)
        links, rechts = x_van[leden[0].jaar], x_van[leden[-1].jaar]
        vak = breedte * 0.56
        gaten.append(
            Gat(
                jaren=tuple(punt.jaar for punt in leden),
                cijfer=leden[0].cijfer,
                x=round(links - vak / 2, 2),
                breedte=round(rechts - links + vak, 2),
                trede=(gaten[-1].trede + 1) % 3 if gaten and gaten[-1].jaren[-1] == leden[0].jaar - 1 else 0,
            )
        )
    return tuple(gaten)
