"""De dekkingsmatrix als los beeld: per pijler en bron een teken met de woorden eronder."""

from dataclasses import replace

from kwaliteit.begrippen.verslag import Dekkingscel, Dekkingsmatrix, Dekkingsoort
from kwaliteit.weergave.figuren.letters import ZACHT_STREEPJE, Letter, breek_af
from kwaliteit.weergave.figuren.los.maten import LINKS, RECHTS, RUIMTE, Romp
from kwaliteit.weergave.figuren.stand import MIDDEN, halve_cirkel
from kwaliteit.weergave.figuren.vormen import Cirkel, Lijn, Stijl, Teken, Veelhoek, Vorm, schuif, zet

KOP = Stijl(grootte=15, hoogte=20, letter=Letter.VET)
PIJLER = Stijl(grootte=16, hoogte=22, letter=Letter.VET)
WOORD = Stijl(grootte=15, hoogte=19)
RAND_RIJ = 10
TUSSEN = 8
"""Pixels tussen twee kolommen."""
TEKENHOOGTE = 22
ZACHT = {
    naam: naam.replace("spartners", f"s{ZACHT_STREEPJE}partners").replace("gsdesk", f"gs{ZACHT_STREEPJE}desk")
    for naam in ("Samenwerkingspartners", "Ervaringsdeskundigen")
}
"""Lange kolomkoppen mogen tussen twee woorddelen breken."""


def teken(blok: Dekkingsmatrix) -> Romp:
    """Teken de koppen en een rij per pijler; passen de bronnen niet naast elkaar, dan een rij per bron."""
    if _over(blok) < 0:
        blok = kantel(blok)
    plaatsen = verdeel(blok)
    koppen = tuple(_zacht(bron) for bron in blok.bronnen)
    vormen, hoogte = _rij(tuple((kop, KOP, None) for kop in ("", *koppen)), plaatsen, 0)
    y = hoogte + RAND_RIJ / 2
    vormen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="inkt", dikte=2))
    kern = []
    for pijler, cellen in blok.rijen:
        inhoud = ((_zacht(pijler), PIJLER, None), *((cel.tekst, WOORD, cel) for cel in cellen))
        rij, hoogte = _rij(inhoud, plaatsen, y + RAND_RIJ)
        vormen += rij
        y += hoogte + 2 * RAND_RIJ
        vormen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="lijn"))
        delen = (f"{bron} {cel.tekst}" for bron, cel in zip(blok.bronnen, cellen, strict=True))
        kern.append(f"{pijler}: {', '.join(delen)}")
    return Romp(vormen=tuple(vormen), hoogte=y, kern=tuple(kern))


def kantel(blok: Dekkingsmatrix) -> Dekkingsmatrix:
    """Maak van elke kolom een rij."""
    return replace(
        blok,
        bronnen=tuple(pijler for pijler, _ in blok.rijen),
        rijen=tuple((bron, tuple(cellen[rang] for _, cellen in blok.rijen)) for rang, bron in enumerate(blok.bronnen)),
    )


def verdeel(blok: Dekkingsmatrix) -> tuple[tuple[float, float], ...]:
    """Geef per kolom waar zij begint en hoe breed zij is: wat het langste woord nodig heeft, de rest gelijk verdeeld.

    Past dat niet, dan krijgen alle kolommen evenredig minder en breken woorden.
    """
    nodig, over = _nodig(blok), _over(blok)
    krimp = 1 + min(0.0, over) / sum(nodig)
    plaatsen = []
    x = float(LINKS)
    for maat in nodig:
        breedte = maat * krimp + max(0.0, over) / len(nodig)
        plaatsen.append((x, breedte))
        x += breedte + TUSSEN
    return tuple(plaatsen)


def _nodig(blok: Dekkingsmatrix) -> list[float]:
    """De breedte van het langste woord per kolom."""
    nodig = [max(_langste(_zacht(pijler), PIJLER) for pijler, _ in blok.rijen)]
    for rang, bron in enumerate(blok.bronnen):
        nodig.append(max(_langste(_zacht(bron), KOP), *(_langste(rij[rang].tekst, WOORD) for _, rij in blok.rijen)))
    return nodig


def _over(blok: Dekkingsmatrix) -> float:
    """De ruimte die overblijft; minder dan nul als het niet past."""
    return RUIMTE - TUSSEN * len(blok.bronnen) - sum(_nodig(blok))


def _zacht(naam: str) -> str:
    return ZACHT.get(naam, naam)


def _langste(tekst: str, stijl: Stijl) -> float:
    """De breedte van het langste stuk dat niet gebroken mag worden, met ruimte voor een streepje."""
    stukken = (stuk for woord in tekst.split() for stuk in woord.split(ZACHT_STREEPJE))
    return max((stijl.meet(f"{stuk}-") for stuk in stukken), default=0.0)


def _rij(
    inhoud: tuple[tuple[str, Stijl, Dekkingscel | None], ...], plaatsen: tuple[tuple[float, float], ...], boven: float
) -> tuple[list[Vorm], float]:
    """Zet de cellen van een rij naast elkaar; de hoogte is die van de hoogste cel."""
    vormen: list[Vorm] = []
    hoogte = 0.0
    for (tekst, stijl, cel), (x, breedte) in zip(inhoud, plaatsen, strict=True):
        y = boven
        if cel is not None:
            vormen += schuif(teken_dekking(cel.soort), x, y)
            y += TEKENHOOGTE
        regels = breek_af(tekst, stijl.letter, stijl.grootte, breedte)
        vormen += zet(regels, stijl, x, y)
        hoogte = max(hoogte, y + len(regels) * stijl.hoogte - boven)
    return vormen, hoogte


def teken_dekking(soort: Dekkingsoort) -> tuple[Teken, ...]:
    """Een volle, halve of lege cirkel, een streepje of een kruis, in een vak van 16 bij 16."""
    rond = Cirkel(straal=7, x=MIDDEN, y=MIDDEN, lijn="merk")
    match soort:
        case "alles":
            return (Cirkel(straal=8, x=MIDDEN, y=MIDDEN, kleur="merk"),)
        case "deels":
            return rond, Veelhoek(punten=halve_cirkel(8), x=0, y=0, kleur="merk")
        case "niets getoond":
            return (rond,)
        case "niet gevraagd":
            return (Veelhoek(punten=((3, MIDDEN), (13, MIDDEN)), x=0, y=0, lijn="stil"),)
        case "niet opgehaald":
            return (
                Veelhoek(punten=((4, 4), (12, 12)), x=0, y=0, lijn="stil"),
                Veelhoek(punten=((12, 4), (4, 12)), x=0, y=0, lijn="stil"),
            )
