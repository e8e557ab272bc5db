"""De toets op een gemaakte map `openbaar`: cijfers, register, teksten en welke bestanden er staan."""

from collections.abc import Sequence
from pathlib import Path

from kwaliteit.begrippen.fout import BronFout
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaarheid import Lek, Leksoort, Toetsuitslag
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.openbaarheidstoets.bestanden import eis_bestanden, toets_bestanden
from kwaliteit.openbaarheidstoets.figuurtekst import ontleed_svg
from kwaliteit.openbaarheidstoets.lezen import (
    Pijlerregel,
    kies_vragen,
    lees_aantallen,
    lees_geheimen,
    lees_oordelen,
    lees_openbaar,
    lees_pijlers,
    lees_tekst,
    lees_versies,
)
from kwaliteit.openbaarheidstoets.oordelen import toets_oordelen
from kwaliteit.openbaarheidstoets.rijen import Rij
from kwaliteit.openbaarheidstoets.stuk import Stuk
from kwaliteit.openbaarheidstoets.teksten import loop_tekst_na, maak_naslag, ontleed_html, ontleed_markdown
from kwaliteit.openbaarheidstoets.toetsen import Stof, toets_cijfers
from kwaliteit.openbaarheidstoets.vraagtoets import Grenzen, Sleutel
from kwaliteit.openbaarheidstoets.word import lees_word


def toets_map(
    werkmap: Werkmap, bibliotheek: Vragenbibliotheek, regels: Rekenregels, uit: Path, *, streng: bool
) -> Toetsuitslag:
    """Toets `uit/<jaar>/openbaar`; `uit/<jaar>/intern` telt mee als die er is.

    BronFout als een openbaar bestand ontbreekt of beschadigd is, WerkmapFout als het register dat is. De
    controlegetallen van wat er geschreven is staan in `uit/<jaar>`.
    """
    openbaar, intern = uit / str(werkmap.jaar) / "openbaar", uit / str(werkmap.jaar) / "intern"
    rijen = lees_openbaar(openbaar, werkmap.boom, werkmap.jaar)
    eis_bestanden(openbaar)
    vragen = kies_vragen(werkmap, bibliotheek)
    geheimen = lees_geheimen(intern, werkmap.boom, vragen)
    grenzen = Grenzen(drempel=regels.drempel, band=regels.band)
    stof = Stof(
        boom=werkmap.boom,
        rijen=rijen,
        versies=lees_versies(werkmap.pad, werkmap.boom),
        vragen=vragen,
        kengetallen={kengetal.id: kengetal for kengetal in bibliotheek.kengetallen},
        geheimen=geheimen,
        deelnemers=lees_aantallen(intern, werkmap.boom, "deelnemers"),
        uitgenodigd=lees_aantallen(intern, werkmap.boom, "uitgenodigd"),
    )
    cijfers = toets_cijfers(stof, grenzen)
    van_bestanden, twijfel = toets_bestanden(openbaar, intern)
    lekken = [
        *cijfers.lekken,
        *_toets_pijlers(openbaar, rijen, regels),
        *toets_oordelen(lees_oordelen(openbaar, werkmap.boom), rijen, vragen, werkmap.boom, regels),
        *_toets_teksten(openbaar, stof, werkmap.jaar),
        *van_bestanden,
    ]
    return Toetsuitslag(
        jaar=werkmap.jaar,
        lekken=tuple(lekken),
        onbeslist=(*cijfers.onbeslist, *twijfel),
        getoetst=cijfers.getoetst,
        cijfers=len(rijen),
        met_intern=bool(geheimen),
        streng=streng,
    )


def _toets_pijlers(openbaar: Path, rijen: Sequence[Rij], regels: Rekenregels) -> list[Lek]:
    """De tellingen per pijler mogen alleen over getoonde cijfers van de hele organisatie gaan."""
    per_groep: dict[tuple[int, str], list[Rij]] = {}
    for rij in rijen:
        if rij.maat == "gunstig" and rij.onderdeel == ORGANISATIE:
            per_groep.setdefault((rij.jaar, rij.doelgroep), []).append(rij)
    lekken = []
    for regel in lees_pijlers(openbaar):
        eigen = per_groep.get((regel.jaar, regel.doelgroep), [])
        delen = [rij.teller / rij.noemer for rij in eigen if rij.teller is not None and rij.noemer]
        delen += [float(rij.waarde) for rij in eigen if rij.is_gewogen and rij.waarde is not None]
        hoog = sum(deel >= regels.hoog_vanaf for deel in delen) + sum(rij.status == "band hoog" for rij in eigen)
        laag = sum(deel < regels.laag_onder for deel in delen) + sum(rij.status == "band laag" for rij in eigen)
        for kolom, aantal, hoogstens in (
            ("minstens_75", regel.minstens_75, hoog),
            ("onder_50", regel.onder_50, laag),
        ):
            if aantal > hoogstens:
                wat = f"{kolom} is {aantal}, maar uit getoonde cijfers volgt hoogstens {hoogstens}"
                lekken.append(_maak_lek(regel, wat))
    return lekken


def _maak_lek(regel: Pijlerregel, wat: str) -> Lek:
    return Lek(
        soort=Leksoort.RIJ,
        jaar=regel.jaar,
        doelgroep=regel.doelgroep,
        indicator=f"pijler {regel.pijler}",
        onderdelen=(),
        wat=wat,
        waaruit="gegevens/indicatoren_per_pijler.csv",
    )


def _toets_teksten(openbaar: Path, stof: Stof, jaar: int) -> list[Lek]:
    aanwezig = {rij.sleutel for rij in stof.rijen}
    namen: dict[Sleutel, str] = {sleutel: vraag.tekst for sleutel, vraag in stof.vragen.items() if sleutel in aanwezig}
    for sleutel in aanwezig:
        if not sleutel[1] and sleutel[2] in stof.kengetallen:
            namen[sleutel] = stof.kengetallen[sleutel[2]].naam
    naslag = maak_naslag(jaar, stof.boom, namen, stof.rijen, stof.geheimen)
    lekken = []
    for pad in sorted(openbaar.rglob("*")):
        stukken = _lees_stukken(pad) if pad.is_file() else ()
        lekken += loop_tekst_na(pad.relative_to(openbaar).as_posix(), stukken, naslag)
    return lekken


def _lees_stukken(pad: Path) -> Sequence[Stuk]:
    """Geef de tekst van een bestand; leeg bij een soort zonder leesbare tekst (csv, json, png en pdf)."""
    if pad.suffix == ".docx":
        return ontleed_html(lees_word(pad))
    ontleed = {".html": ontleed_html, ".svg": ontleed_svg, ".md": ontleed_markdown}.get(pad.suffix)
    return ontleed(lees_tekst(pad, BronFout)) if ontleed is not None else ()
