"""De spiegel als los beeld: links het onderwerp met het verschil, rechts de groepen op een as van 0 tot 100%."""

from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Spiegelfiguur, Spiegelrij
from kwaliteit.weergave import tabellen
from kwaliteit.weergave.figuren import bijtekst, spiegel
from kwaliteit.weergave.figuren.letters import breek_af
from kwaliteit.weergave.figuren.los import legenda
from kwaliteit.weergave.figuren.los.maten import LINKS, MERK, RECHTS, STIL, VET, Romp, voeg_samen
from kwaliteit.weergave.figuren.vormen import (
    Cirkel,
    Lijn,
    Punten,
    Stijl,
    Teken,
    Veelhoek,
    Vorm,
    schuif,
    zet,
    zet_midden,
)
from kwaliteit.weergave.woorden import aswaarde, groepsnaam

LABELS = 320
"""De breedte van de tekst links."""
VELD, VELD_TOT = LINKS + LABELS + 8, RECHTS - 12
RAND_RIJ = 9
ASDELEN = (0.0, 0.25, 0.5, 0.75, 1.0)
ONDER_LEGENDA = 10
AS_HOOGTE = 30
STRAAL = 7
HOEKEN: dict[str, Punten] = {
    "n": ((-6.5, -6.5), (6.5, -6.5), (6.5, 6.5), (-6.5, 6.5)),
    "p": ((0, -8), (8, 6.5), (-8, 6.5)),
    "s": ((0, -8.5), (8.5, 0), (0, 8.5), (-8.5, 0)),
    "e": (
        *((-2.5, -8), (2.5, -8), (2.5, -2.5), (8, -2.5), (8, 2.5), (2.5, 2.5)),
        *((2.5, 8), (-2.5, 8), (-2.5, 2.5), (-8, 2.5), (-8, -2.5), (-2.5, -2.5)),
    ),
}
"""De vorm van elk teken; cliënten hebben een cirkel."""


def teken(blok: Spiegelfiguur) -> Romp:
    """Teken de legenda, de rijen in volgorde, en de as eronder."""
    boven = legenda.leg_uit(
        [
            legenda.Punt(teken=(teken_groep(spiegel.TEKENS[groep], 10, 0),), breedte=20, naam=groepsnaam(groep))
            for groep in blok.groepen
        ]
    )
    y = boven.hoogte + ONDER_LEGENDA
    begin = y
    rijen: list[Vorm] = []
    for rij in blok.rijen:
        romp = teken_rij(rij)
        rijen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="lijn"))
        rijen += schuif(romp.vormen, 0, y)
        y += romp.hoogte
    rijen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="lijn"))
    raster = (
        Lijn(x1=_x(spiegel.op_as(deel)), x2=_x(spiegel.op_as(deel)), y1=begin, y2=y, kleur="lijn") for deel in ASDELEN
    )
    as_ = (zet_midden(aswaarde(None, deel), STIL, _x(spiegel.op_as(deel)), y + AS_HOOGTE / 2) for deel in ASDELEN)
    return Romp(
        vormen=voeg_samen(boven.vormen, raster, rijen, *as_),
        hoogte=y + AS_HOOGTE,
        kern=tuple(": ".join((rij.onderwerp, tabellen.verschil(rij))) for rij in blok.rijen),
    )


def teken_rij(rij: Spiegelrij) -> Romp:
    """Teken één onderwerp; de hoogte is die van de langste kant."""
    baan = spiegel.leg_uit(rij)
    tekst, y = _labels(rij)
    hoogte = max(y + RAND_RIJ, baan.hoogte)
    midden = hoogte / 2
    span: tuple[Vorm, ...] = ()
    if baan.van is not None and baan.tot is not None:
        span = (Lijn(x1=_x(baan.van), x2=_x(baan.tot), y1=midden, y2=midden, kleur="span", dikte=4, rond=True),)
    tekens = (teken_groep(punt.teken, _x(punt.x), midden + punt.dy) for punt in baan.tekens)
    return Romp(vormen=voeg_samen(tekst, span, tekens), hoogte=hoogte, kern=())


def teken_groep(soort: str, x: float, y: float) -> Teken:
    """Geef het teken van een groep om (x, y): een eigen vorm en een eigen kleur."""
    kleur = f"teken-{soort}"
    if soort not in HOEKEN:
        return Cirkel(straal=STRAAL, x=x, y=y, kleur=kleur, halo=True)
    return Veelhoek(punten=HOEKEN[soort], x=x, y=y, kleur=kleur, halo=True)


def _labels(rij: Spiegelrij) -> tuple[tuple[Vorm, ...], float]:
    """De tekst links: onderwerp, verschil, oordeel, en de groepen zonder teken."""
    delen: list[tuple[str, Stijl]] = [(rij.onderwerp, VET), (tabellen.verschil(rij), MERK if rij.verschil else STIL)]
    if rij.oordeel:
        delen.append((met_hoofdletter(rij.oordeel), STIL))
    delen += [(f"{groep}: {woorden}", STIL) for groep, woorden in bijtekst.zonder_teken(rij)]
    vormen: tuple[Vorm, ...] = ()
    y = float(RAND_RIJ)
    for tekst, stijl in delen:
        regels = breek_af(tekst, stijl.letter, stijl.grootte, LABELS)
        vormen += zet(regels, stijl, LINKS, y)
        y += len(regels) * stijl.hoogte
    return vormen, y


def _x(procent: float) -> float:
    return VELD + (VELD_TOT - VELD) * procent / 100
