"""De respons als los beeld: de tabel van de pagina, met een balkje bij elk percentage."""

from kwaliteit.begrippen.verslag import Responstabel
from kwaliteit.weergave import tabellen
from kwaliteit.weergave.figuren.letters import breek_af
from kwaliteit.weergave.figuren.los.maten import LINKS, RECHTS, STIL, TEKST, VET, Romp
from kwaliteit.weergave.figuren.vormen import Lijn, Rechthoek, Stijl, Vorm, zet
from kwaliteit.weergave.tabellen import Cel

RAND_RIJ = 9
GROEP = (LINKS, 222)
"""Waar een kolom begint en hoe breed zij is."""
ANTWOORDEN = (254, 144)
DEEL = (414, 174)
VORIG = (598, RECHTS - 598)
BAAN = (414, 110)
BAANHOOGTE = 12


def teken(blok: Responstabel) -> Romp:
    """Teken de koppen en een rij per groep."""
    tabel = tabellen.tabel_van(blok)
    kolommen = (GROEP, ANTWOORDEN, DEEL, VORIG)[: len(tabel.koppen)]
    kop = [
        _cel(tekst, VET, kolom, rang) for rang, (tekst, kolom) in enumerate(zip(tabel.koppen, kolommen, strict=True))
    ]
    vormen: list[Vorm] = [vorm for cel in kop for vorm in cel]
    y = max(len(cel) for cel in kop) * VET.hoogte + RAND_RIJ
    vormen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="inkt", dikte=2))
    kern = []
    for rij in tabel.rijen:
        vormen_rij, hoogte = _rij(rij, kolommen, y)
        vormen += vormen_rij
        y += hoogte
        vormen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="lijn"))
        delen = (f"{cel.tekst} ({kop})" for cel, kop in zip(rij[1:], tabel.koppen[1:], strict=True))
        kern.append(f"{rij[0].tekst}: {', '.join(delen)}")
    return Romp(vormen=tuple(vormen), hoogte=y, kern=tuple(kern))


def _rij(rij: tuple[Cel, ...], kolommen: tuple[tuple[int, int], ...], boven: float) -> tuple[list[Vorm], float]:
    vormen: list[Vorm] = []
    meeste = 1
    for rang, (cel, kolom) in enumerate(zip(rij, kolommen, strict=True)):
        stijl = STIL if cel.is_woorden else VET if rang in (0, 2) else TEKST
        regels = _cel(cel.tekst, stijl, kolom, rang, boven + RAND_RIJ)
        meeste = max(meeste, len(regels))
        vormen += regels
        if cel.balk is not None:
            vormen += _balk(cel.balk, boven + RAND_RIJ + TEKST.hoogte / 2)
    return vormen, meeste * TEKST.hoogte + 2 * RAND_RIJ


def _balk(procent: float, midden: float) -> tuple[Vorm, ...]:
    x, breedte = BAAN
    y = midden - BAANHOOGTE / 2
    return (
        Rechthoek(x=x, y=y, breedte=breedte, hoogte=BAANHOOGTE, kleur="baan"),
        Rechthoek(x=x, y=y, breedte=breedte * procent / 100, hoogte=BAANHOOGTE, kleur="l2"),
    )


def _cel(tekst: str, stijl: Stijl, kolom: tuple[int, int], rang: int, boven: float = 0) -> tuple[Vorm, ...]:
    """De regels van een cel; alleen de eerste kolom staat links."""
    x, breedte = kolom
    regels = breek_af(tekst, stijl.letter, stijl.grootte, breedte)
    return zet(regels, stijl, x, boven) if rang == 0 else zet(regels, stijl, x + breedte, boven, anker="end")
