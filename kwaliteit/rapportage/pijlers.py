"""Een pijler: terugblik, resultaten, duiding, het goede gesprek en vooruitblik (eisen V2, V3, V4 en V8)."""

from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.verhaal import Verhaaltekst
from kwaliteit.begrippen.verslag import Alinea, Blok, Citaatregel, Citaten, Sectie
from kwaliteit.rapportage.cijferplaatsen import vul_in
from kwaliteit.rapportage.jaartabellen import maak_anderen, maak_kengetallen, maak_meerkeuze, maak_rest
from kwaliteit.rapportage.oordelen import schrijf_telling
from kwaliteit.rapportage.respons import schrijf_niet_gevraagd
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import ROLLEN
from kwaliteit.rapportage.trends import maak_trends
from kwaliteit.rapportage.verdelingen import kies_vorm, maak_verdeling

GEEN_TERUGBLIK = "Over de terugblik schreef de organisatie dit jaar niets."
GEEN_DUIDING = "De organisatie schreef dit jaar niet wat deze resultaten betekenen."
GEEN_BESPREKING = "De organisatie beschreef dit jaar niet met wie zij de resultaten besprak."
GEEN_VOORUITBLIK = "Over de vooruitblik schreef de organisatie dit jaar niets."
GEEN_VRAGEN = "Bij deze pijler zijn dit jaar geen vragen gesteld."


def maak_pijler(stof: Stof, pijler: Pijler) -> Sectie:
    """Maak het hoofdstuk van één pijler."""
    verhaal = stof.verhaal(pijler)
    return Sectie(
        titel=pijler.naam,
        anker=pijler.id,
        blokken=(Alinea(delen=(pijler.kern,), toon="lead"),),
        secties=(
            _maak_tekst(stof, pijler, f"Terugblik op {stof.jaar}", "terugblik", verhaal.terugblik, GEEN_TERUGBLIK),
            _maak_resultaten(stof, pijler),
            _maak_tekst(stof, pijler, "Wat betekent dit?", "duiding", verhaal.duiding, GEEN_DUIDING),
            _maak_tekst(stof, pijler, "Het goede gesprek", "besproken", verhaal.besproken, GEEN_BESPREKING),
            _maak_tekst(stof, pijler, "Vooruitblik", "vooruitblik", verhaal.vooruitblik, GEEN_VOORUITBLIK),
        ),
        in_inhoud=True,
    )


def _maak_tekst(stof: Stof, pijler: Pijler, titel: str, deel: str, tekst: Verhaaltekst | None, anders: str) -> Sectie:
    blok: Blok = vul_in(stof, tekst) if tekst else Alinea(delen=(anders,), toon="stil")
    return Sectie(titel=titel, anker=f"{pijler.id}-{deel}", blokken=(blok,))


def _maak_resultaten(stof: Stof, pijler: Pijler) -> Sectie:
    blokken: list[Blok] = []
    figuur, anderen = maak_verdeling(stof, pijler), maak_anderen(stof, pijler)
    if not stof.is_bevraagd(pijler.eerste_doelgroep):
        blokken.append(Alinea(delen=(schrijf_niet_gevraagd(pijler.eerste_doelgroep),), toon="let_op"))
    if not stof.vragen_van(pijler):
        blokken.append(Alinea(delen=(GEEN_VRAGEN,), toon="stil"))
    telling = schrijf_telling(stof, pijler)
    if telling:
        blokken.append(Alinea(delen=(telling,)))
    tabellen = [tabel for tabel in (kies_vorm(figuur) if figuur else None, anderen) if tabel]
    blokken += tabellen
    blokken += maak_trends(stof, pijler, tabellen)
    rest = maak_rest(stof, pijler, figuur)
    blokken += [rest] if rest else []
    blokken += maak_meerkeuze(stof, pijler)
    blokken += maak_kengetallen(stof, pijler)
    blokken += _maak_citaten(stof, pijler)
    return Sectie(titel="Resultaten: wat zien we?", anker=f"{pijler.id}-resultaten", blokken=tuple(blokken))


def _maak_citaten(stof: Stof, pijler: Pijler) -> list[Blok]:
    regels = tuple(
        Citaatregel(tekst=citaat.tekst, rol=ROLLEN[citaat.doelgroep])
        for citaat in stof.werkmap.citaten
        if citaat.pijler == pijler.id
    )
    return [Citaten(citaten=regels)] if regels else []
