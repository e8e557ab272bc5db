"""Een verdeling als los beeld: per vraag de tekst, het deel dat gunstig antwoordt, en de balk."""

from dataclasses import replace

from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Verdelingsfiguur, Verdelingsrij
from kwaliteit.weergave import tabellen
from kwaliteit.weergave.figuren import bijtekst, verdeling
from kwaliteit.weergave.figuren.letters import breek_af
from kwaliteit.weergave.figuren.los import legenda
from kwaliteit.weergave.figuren.los.maten import (
    IN_VAK,
    LINKS,
    MERK,
    RECHTS,
    RUIMTE,
    STIL,
    TEKST,
    Romp,
    voeg_samen,
)
from kwaliteit.weergave.figuren.vormen import Rechthoek, Vorm, schuif, zet, zet_midden
from kwaliteit.weergave.woorden import groepsnaam, in_woorden

BALK = 32
ONDER_TEKST = 5
ONDER_RIJ = 18
ONDER_LEGENDA = 14
KRAP = 360
"""Houdt de vraag minder pixels over, dan komt het cijfer op een eigen regel."""
VAKJE = 16


def teken(blok: Verdelingsfiguur) -> Romp:
    """Teken alle rijen onder de legenda."""
    boven = legenda.leg_uit(
        [
            legenda.Punt(
                teken=_vakjes(punt.kleuren), breedte=VAKJE * len(punt.kleuren), naam=met_hoofdletter(punt.naam)
            )
            for punt in verdeling.legenda(blok.rijen)
        ]
    )
    y = boven.hoogte + (ONDER_LEGENDA if boven.hoogte else 0)
    met_groep = tabellen.heeft_meer_groepen(blok)
    woord = tabellen.gunstig_woord_van(blok)
    vormen: list[Vorm] = [*boven.vormen]
    kern: list[str] = []
    for rij in blok.rijen:
        romp = teken_rij(rij, woord, met_groep=met_groep)
        vormen += schuif(romp.vormen, 0, y)
        kern += romp.kern
        y += romp.hoogte + ONDER_RIJ
    return Romp(vormen=tuple(vormen), hoogte=y - ONDER_RIJ, kern=tuple(kern))


def teken_rij(rij: Verdelingsrij, woord: str, *, met_groep: bool) -> Romp:
    """Teken één vraag: links de tekst, rechts het cijfer, eronder de balk of waarom die er niet is."""
    cijfer = ""
    if bijtekst.zegt_iets(rij.gunstig):
        cijfer = f"{in_woorden(rij.gunstig)} {tabellen.gunstig_woord(rij) or woord}"
    rest = RUIMTE - (MERK.meet(cijfer) + 2 * ONDER_RIJ if cijfer else 0)
    naast = rest >= KRAP
    regels = breek_af(rij.vraagtekst, TEKST.letter, TEKST.grootte, rest if naast else RUIMTE)
    tekst = zet(regels, TEKST, LINKS, 0)
    y = len(regels) * TEKST.hoogte
    if met_groep:
        tekst += zet((groepsnaam(rij.doelgroep),), STIL, LINKS, y)
        y += STIL.hoogte
    if cijfer and naast:
        tekst += zet((cijfer,), MERK, RECHTS, 0, anker="end")
    elif cijfer:
        eigen = breek_af(cijfer, MERK.letter, MERK.grootte, RUIMTE)
        tekst += zet(eigen, MERK, LINKS, y)
        y += len(eigen) * MERK.hoogte
    y += ONDER_TEKST
    groep = f"{rij.doelgroep.naam}, " if met_groep else ""
    return Romp(
        vormen=voeg_samen(tekst, schuif(teken_balk(rij), 0, y)),
        hoogte=y + BALK,
        kern=(f"{groep}“{rij.vraagtekst}”: {cijfer or bijtekst.geen_balk(rij.gunstig)}",),
    )


def teken_balk(rij: Verdelingsrij) -> tuple[Vorm, ...]:
    """Teken de balk over de hele breedte; zonder verdeling een leeg vak met woorden."""
    vakken = verdeling.deel_in(rij)
    if not vakken:
        woorden = bijtekst.geen_balk(rij.gunstig)
        return (
            Rechthoek(
                x=LINKS + 0.5,
                y=0.5,
                breedte=STIL.meet(woorden) + 2 * VAKJE,
                hoogte=BALK - 1,
                kleur="papier",
                rand="span",
                dikte=1.5,
                straal=3,
                streep=True,
            ),
            *zet_midden(woorden, STIL, LINKS + VAKJE, BALK / 2, anker="start"),
        )
    return voeg_samen(
        (
            Rechthoek(
                x=LINKS + RUIMTE * vak.x / 100,
                y=0,
                breedte=RUIMTE * vak.breedte / 100,
                hoogte=BALK,
                kleur=vak.kleur,
                rand="papier",
            )
            for vak in vakken
        ),
        *(
            zet_midden(
                in_woorden(rij.verdeling[vak.plaats]).rstrip("%"),
                replace(IN_VAK, op=vak.kleur, kleur=verdeling.labelkleur(vak)),
                LINKS + RUIMTE * vak.midden / 100,
                BALK / 2,
            )
            for vak in vakken
            if vak.heeft_label
        ),
    )


def _vakjes(kleuren: tuple[str, ...]) -> tuple[Vorm, ...]:
    return tuple(
        Rechthoek(x=rang * VAKJE, y=-VAKJE / 2, breedte=VAKJE, hoogte=VAKJE, kleur=kleur)
        for rang, kleur in enumerate(kleuren)
    )
