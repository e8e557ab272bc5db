"""Een trend als los beeld: dezelfde plaatsen als op de pagina, met de procenten van de breedte in pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kwaliteit.begrippen.verslag import Trendfiguur
from kwaliteit.weergave.figuren import bijtekst, trend
from kwaliteit.weergave.figuren.los.maten import LINKS, RECHTS, RUIMTE, STIL, TEKST, VET, Romp, voeg_samen
from kwaliteit.weergave.figuren.vormen import Cirkel, Lijn, Rechthoek, Vorm, schuif, zet_midden
from kwaliteit.weergave.woorden import NIET_GEMETEN, aswaarde, in_woorden

BAAN = 40
"""De breedte van de marge."""
STIP = 6
REGEL = 21
BOVEN_BREUK = 42
"""Zoveel pixels boven de as staat wat de breuk betekent: ook boven het cijfer bij 100%."""
TREDE = 50
"""Zoveel hoger staat het woord als vlak ervoor ook een gat is."""
TREDEN = 4
OKER = replace(STIL, kleur="oker")


def teken(blok: Trendfiguur) -> Romp:
    """Teken de as, de gaten en breuken, de marges, de lijnen en bovenop de punten met hun cijfer."""
    beeld = trend.leg_uit(blok.punten)
    jaren = (zet_midden(str(plaats.jaar), STIL, _x(plaats.x), trend.ONDER + 18) for plaats in beeld.jaren)
    vormen = voeg_samen(_as(beeld), _gaten(beeld), _breuken(beeld), _marges(beeld), _punten(beeld), *jaren)
    zakt = BOVEN_BREUK - trend.BOVEN if beeld.breuken else 0
    return Romp(
        vormen=schuif(vormen, 0, zakt),
        hoogte=trend.ONDER + 30 + zakt,
        kern=tuple(
            f"{punt.jaar}: {NIET_GEMETEN if punt.cijfer is None else in_woorden(punt.cijfer)}"
            f"{' (nieuwe reeks)' if punt.breuk else ''}"
            for punt in trend.vul_aan(blok.punten)
        ),
    )


def _x(procent: float) -> float:
    return LINKS + RUIMTE * procent / 100


def _as(beeld: trend.Trendbeeld) -> Iterator[Vorm]:
    eenheid = beeld.punten[0].cijfer if beeld.punten else None
    for lijn in beeld.aslijnen:
        yield Lijn(x1=LINKS, x2=RECHTS, y1=lijn.y, y2=lijn.y, kleur="lijn")
        yield from zet_midden(aswaarde(eenheid, lijn.waarde), STIL, LINKS, lijn.y - 11, anker="start")


def _gaten(beeld: trend.Trendbeeld) -> Iterator[Vorm]:
    """De vlakken, en daarna de woorden erover."""
    for gat in beeld.gaten:
        yield Rechthoek(
            x=_x(gat.x),
            y=trend.BOVEN,
            breedte=RUIMTE * gat.breedte / 100,
            hoogte=trend.ONDER - trend.BOVEN,
            kleur="gat",
        )
    bezet = [_vlak((in_woorden(punt.cijfer),), _x(punt.x), punt.label_y - 6) for punt in beeld.punten]
    for gat in beeld.gaten:
        woorden = bijtekst.splits(gat.cijfer)
        half = max(STIL.meet(regel) for regel in woorden) / 2
        midden = min(max(_x(gat.midden), LINKS + half), RECHTS - half)
        # Bij veel jaren kan het woord op zijn eigen trede een ander woord of een getal raken.
        treden = sorted(range(TREDEN), key=lambda trede: (trede != gat.trede, trede))
        hoogtes = [trend.ONDER - 18 - TREDE * trede - REGEL * (len(woorden) - 1) for trede in treden]
        vrij = (y for y in hoogtes if not any(_raken(_vlak(woorden, midden, y), een) for een in bezet))
        boven = next(vrij, hoogtes[0])
        bezet.append(_vlak(woorden, midden, boven))
        for rang, regel in enumerate(woorden):
            yield from zet_midden(regel, STIL, midden, boven + REGEL * rang, halo=True)


def _vlak(regels: Sequence[str], midden: float, y: float) -> tuple[float, float, float, float]:
    """Links, rechts, boven en onder van woorden; `y` is het midden van de eerste regel."""
    half = max(STIL.meet(regel) for regel in regels) / 2 + 2
    return midden - half, midden + half, y - REGEL / 2, y + REGEL * (len(regels) - 0.5)


def _raken(een: tuple[float, float, float, float], ander: tuple[float, float, float, float]) -> bool:
    return een[0] < ander[1] and ander[0] < een[1] and een[2] < ander[3] and ander[2] < een[3]


def _breuken(beeld: trend.Trendbeeld) -> Iterator[Vorm]:
    """De stippellijnen; staan er veel dicht bij elkaar, dan heeft de eerste de woorden."""
    vrij_vanaf = 0.0
    half = OKER.meet("nieuwe reeks") / 2
    for x in beeld.breuken:
        boven = trend.BOVEN - BOVEN_BREUK
        yield Lijn(x1=_x(x), x2=_x(x), y1=boven + 12, y2=trend.ONDER, kleur="oker", dikte=2, streep=True)
        if _x(x) - half >= vrij_vanaf:
            yield from zet_midden("nieuwe reeks", OKER, _x(x), boven, halo=True)
            vrij_vanaf = _x(x) + half + 4


def _marges(beeld: trend.Trendbeeld) -> Iterator[Vorm]:
    for punt in beeld.punten:
        if punt.marge_van is not None and punt.marge_tot is not None:
            x = _x(punt.x)
            yield Lijn(x1=x, x2=x, y1=punt.marge_van, y2=punt.marge_tot, kleur="marge", dikte=BAAN)


def _punten(beeld: trend.Trendbeeld) -> Iterator[Vorm]:
    """De lijnen, en daarna de punten met hun cijfer erboven."""
    for lijn in beeld.lijnen:
        yield Lijn(x1=_x(lijn.x1), x2=_x(lijn.x2), y1=lijn.y1, y2=lijn.y2, kleur="merk", dikte=2.5)
    for punt in beeld.punten:
        yield Cirkel(straal=STIP, x=_x(punt.x), y=punt.y, kleur="merk", halo=True)
        stijl = VET if punt.is_laatste else TEKST
        yield from zet_midden(in_woorden(punt.cijfer), stijl, _x(punt.x), punt.label_y - 6, halo=True)
