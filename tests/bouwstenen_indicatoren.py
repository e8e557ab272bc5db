"""Kleine werkmappen, vragenlijsten en bladen, om `indicatoren` mee te toetsen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from kwaliteit.begrippen.antwoord import Antwoordblad, Antwoordkolom, Bron, Kengetalregel, Leesresultaat
from kwaliteit.begrippen.doelgroep import Doelgroep, Reden
from kwaliteit.begrippen.indicator import Indicatoren, Meting
from kwaliteit.begrippen.kader import Kader, Norm, Pijler, Toon
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.verhaal import Verhaal
from kwaliteit.begrippen.vragenlijst import (
    Kengetal,
    Ontbreekregel,
    Samenstelling,
    Schaal,
    Schaalsoort,
    Vergelijkbaar,
    Vraag,
    Vragenbibliotheek,
    Vragenlijst,
)
from kwaliteit.begrippen.werkmap import Aantallen, Jaargang, Organisatie, Publicatie, Werkmap
from kwaliteit.indicatoren import bereken
from kwaliteit.kaders import lees_rekenregels

Antwoord = float | str | Sequence[int]
"""Een code of getal, of een woord: n.v.t., weet niet, leeg, niet getoond, ongeldig. Bij meerkeuze: de gekozen codes."""

REDENEN = {
    "leeg": Reden.LEEG,
    "n.v.t.": Reden.NVT,
    "weet niet": Reden.WEET_NIET,
    "niet getoond": Reden.NIET_GETOOND,
    "ongeldig": Reden.ONGELDIG,
}

EENS5 = Schaal(
    naam="eens5",
    soort=Schaalsoort.LIKERT,
    codes=(1, 2, 3, 4, 5),
    labels=("helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens"),
    gunstig=(4, 5),
)
SCHALEN = {
    schaal.naam: schaal
    for schaal in (
        EENS5,
        Schaal(naam="ja_nee", soort=Schaalsoort.JA_NEE, codes=(1, 0), labels=("ja", "nee"), gunstig=(1,)),
        Schaal(naam="keuze", soort=Schaalsoort.KEUZE, codes=(1, 2, 3), labels=("rood", "wit", "blauw")),
        Schaal(naam="rapportcijfer", soort=Schaalsoort.RAPPORTCIJFER, laagste=1, hoogste=10),
        Schaal(naam="nps", soort=Schaalsoort.NPS, laagste=0, hoogste=10),
        Schaal(naam="getal", soort=Schaalsoort.GETAL),
        Schaal(naam="meerkeuze", soort=Schaalsoort.MEERKEUZE, codes=(1, 2, 3), labels=("wonen", "werk", "vrienden")),
        Schaal(
            naam="aflopend", soort=Schaalsoort.LIKERT, codes=(5, 3, 1), labels=("vaak", "soms", "nooit"), gunstig=(5,)
        ),
    )
}

KADER = Kader(
    id="proefkader",
    versie="1",
    naam="Proefkader",
    bron="verzonnen",
    datum=date(2024, 8, 26),
    volledig=False,
    pijlers=tuple(
        Pijler(id=pijler, naam=pijler, kern="", eerste_doelgroep=Doelgroep.CLIENTEN)
        for pijler in ("clienten", "naasten")
    ),
    normen=tuple(
        Norm(id=norm, pijler=pijler, thema="", tekst="", plaats="", toon=Toon.STELT)
        for norm, pijler in (("C1", "clienten"), ("N1", "naasten"))
    ),
    eisen=(),
    lezers=(),
    leefgebieden=(),
    partners=(),
)
REKENREGELS = lees_rekenregels()


def maak_boom(regio_van: Mapping[str, str | None]) -> Boom:
    """Maak een boom van locatie -> regio; None is een locatie recht onder de organisatie."""
    regios = dict.fromkeys(regio for regio in regio_van.values() if regio)
    knopen = [
        (ORGANISATIE, Niveau.ORGANISATIE, None),
        *((regio, Niveau.REGIO, ORGANISATIE) for regio in regios),
        *((locatie, Niveau.LOCATIE, regio or ORGANISATIE) for locatie, regio in regio_van.items()),
    ]
    return Boom(onderdelen=tuple(Onderdeel(id=a, naam=a, niveau=niveau, ouder=ouder) for a, niveau, ouder in knopen))


BOOM = maak_boom({"noord": "stad", "oost": "stad", "zuid": None})


def maak_vraag(
    vraag_id: str = "V1",
    schaal: Schaal = EENS5,
    *,
    normen: tuple[str, ...] = (),
    omgekeerd: bool = False,
    alleen_organisatie: bool = False,
    met_score: bool = False,
    met_topbox: bool = False,
    tekst: str = "Een vraag.",
    vergelijkbaar_met: tuple[Vergelijkbaar, ...] = (),
) -> Vraag:
    """Maak een vraag."""
    return Vraag(
        id=vraag_id,
        tekst=tekst,
        schaal=schaal,
        normen=normen,
        omgekeerd=omgekeerd,
        alleen_organisatie=alleen_organisatie,
        met_score=met_score,
        met_topbox=met_topbox,
        vergelijkbaar_met=vergelijkbaar_met,
    )


def maak_schaalscore(
    *delen: Vraag,
    vraag_id: str = "S1",
    regel: Ontbreekregel = Ontbreekregel.HELFT,
    op_100: bool = False,
    gunstig_boven: float | None = None,
    alleen_organisatie: bool = False,
) -> Vraag:
    """Maak een schaalscore uit deze vragen."""
    laagste, hoogste = (0.0, 100.0) if op_100 else delen[0].schaal.bereik
    return Vraag(
        id=vraag_id,
        tekst="Een schaal.",
        schaal=Schaal(naam=vraag_id, soort=Schaalsoort.SCHAALSCORE, laagste=laagste, hoogste=hoogste),
        alleen_organisatie=alleen_organisatie,
        samenstelling=Samenstelling(
            vragen=tuple(vraag.id for vraag in delen),
            regel=regel,
            op_100=op_100,
            gunstig_boven=gunstig_boven,
            instrument="",
            versie="",
            bron="",
        ),
    )


def maak_lijst(
    *vragen: Vraag,
    schaalscores: tuple[Vraag, ...] = (),
    naam: str = "proeflijst",
    versie: str = "1",
    doelgroep: Doelgroep = Doelgroep.CLIENTEN,
    vergelijkbaar_met: tuple[Vergelijkbaar, ...] = (),
) -> Vragenlijst:
    """Maak een vragenlijst."""
    return Vragenlijst(
        naam=naam,
        versie=versie,
        doelgroep=doelgroep,
        licentie="CC0-1.0",
        inleiding="",
        vragen=vragen,
        schaalscores=schaalscores,
        vergelijkbaar_met=vergelijkbaar_met,
    )


def maak_kolom(vraag: Vraag, antwoorden: Sequence[Antwoord]) -> Antwoordkolom:
    """Zet leesbare antwoorden om in de vorm waarin `bronnen` ze aanlevert."""
    schaal = vraag.schaal
    plaats = np.array([_zoek_plaats(schaal, antwoord) for antwoord in antwoorden], dtype=np.int16)
    if schaal.soort is Schaalsoort.MEERKEUZE:
        gekozen = [
            [not isinstance(antwoord, str | float | int) and code in antwoord for code in schaal.codes]
            for antwoord in antwoorden
        ]
        vorm = (len(antwoorden), len(schaal.codes))
        return Antwoordkolom(
            vraag=vraag, kolomletter="A", plaats=plaats, gekozen=np.array(gekozen, dtype=np.bool_).reshape(vorm)
        )
    getal = [float(antwoord) if isinstance(antwoord, float | int) else float("nan") for antwoord in antwoorden]
    return Antwoordkolom(
        vraag=vraag,
        kolomletter="A",
        plaats=plaats,
        getal=None if schaal.soort.heeft_codes else np.array(getal, dtype=np.float64),
    )


def _zoek_plaats(schaal: Schaal, antwoord: Antwoord) -> int:
    if isinstance(antwoord, str):
        return int(REDENEN[antwoord])
    if isinstance(antwoord, float | int):
        return schaal.codes.index(int(antwoord)) if schaal.soort.heeft_codes else 0
    return 0 if antwoord else int(Reden.LEEG)


def maak_blad(
    lijst: Vragenlijst,
    antwoorden: Mapping[str, Sequence[Antwoord]],
    *,
    locaties: Sequence[str] | None = None,
    jaar: int = 2024,
) -> Antwoordblad:
    """Maak een blad; `antwoorden` is vraag-id -> een antwoord per respondent, locatie "" is: niet ingevuld."""
    aantal = len(next(iter(antwoorden.values()), locaties or ()))
    per_respondent = list(locaties or [""] * aantal)
    namen = tuple(sorted(set(per_respondent) - {""}))
    vragen = {vraag.id: vraag for vraag in lijst.vragen}
    return Antwoordblad(
        bron=Bron(
            bestand="bron.csv", blad="", dialect="vrij", sha256="", kopregel=1, jaar=jaar, doelgroep=lijst.doelgroep
        ),
        vragenlijst=lijst,
        rijen=np.arange(aantal, dtype=np.int64) + 2,
        kolommen={vraag_id: maak_kolom(vragen[vraag_id], rij) for vraag_id, rij in antwoorden.items()},
        locaties=namen,
        locatie=np.array([namen.index(naam) if naam else -1 for naam in per_respondent], dtype=np.int16),
        respondent=(),
        onbekende_locaties=(),
        afwijkingen=(),
    )


def maak_jaargang(
    jaar: int,
    *,
    kader: str | None = "proefkader",
    populatie: Mapping[Doelgroep, Aantallen] | None = None,
    uitgenodigd: Mapping[Doelgroep, Aantallen] | None = None,
) -> Jaargang:
    """Maak een jaargang zonder bronbestanden."""
    return Jaargang(
        jaar=jaar,
        kader=kader,
        meetperiode=None,
        populatie=populatie or {},
        uitgenodigd=uitgenodigd or {},
        bronnen=(),
        kengetallen=None,
    )


def maak_werkmap(*jaargangen: Jaargang, boom: Boom = BOOM, jaar: int = 2024) -> Werkmap:
    """Maak een werkmap; zonder jaargangen alleen het verslagjaar."""
    return Werkmap(
        pad=Path("proef"),
        jaar=jaar,
        organisatie=Organisatie(naam="Proef"),
        publicatie=Publicatie(),
        boom=boom,
        locatienamen={},
        jaren={jaargang.jaar: jaargang for jaargang in jaargangen or (maak_jaargang(jaar),)},
        nederlandse_csv=False,
        acties=(),
        verhaal=Verhaal(voorwoord=None, samenvatting=None, over_ons=None, pijlers={}, reacties=()),
        citaten=(),
        zelfoordelen=(),
        controlegetallen={},
    )


def lees(*bladen: Antwoordblad, kengetallen: Sequence[Kengetalregel] = ()) -> Leesresultaat:
    """Doe alsof deze bladen zijn gelezen."""
    return Leesresultaat(bladen=bladen, kengetallen=tuple(kengetallen), bevindingen=(), controlegetallen={})


def reken(
    *bladen: Antwoordblad,
    werkmap: Werkmap | None = None,
    kengetallen: Sequence[Kengetalregel] = (),
    definities: Sequence[Kengetal] = (),
) -> Indicatoren:
    """Bereken de indicatoren van deze bladen in een kleine werkmap."""
    bibliotheek = Vragenbibliotheek(vragenlijsten=(), kengetallen=tuple(definities), spiegels=())
    return bereken(werkmap or maak_werkmap(), KADER, bibliotheek, REKENREGELS, lees(*bladen, kengetallen=kengetallen))


def vind(indicatoren: Indicatoren, onderdeel: str = ORGANISATIE, vraag_id: str = "V1", jaar: int = 2024) -> Meting:
    """Geef de ene meting van deze vraag in dit onderdeel."""
    (meting,) = [
        meting
        for meting in indicatoren.metingen
        if (meting.onderdeel, meting.gevraagd.vraag.id, meting.gevraagd.jaar) == (onderdeel, vraag_id, jaar)
    ]
    return meting


def hussel(blad: Antwoordblad, volgorde: Sequence[int]) -> Antwoordblad:
    """Geef hetzelfde blad met de rijen in een andere volgorde."""
    rijen = np.array(volgorde, dtype=np.int64)
    return replace(
        blad,
        rijen=blad.rijen[rijen],
        locatie=blad.locatie[rijen],
        kolommen={
            vraag_id: replace(
                kolom,
                plaats=kolom.plaats[rijen],
                getal=None if kolom.getal is None else kolom.getal[rijen],
                gekozen=None if kolom.gekozen is None else kolom.gekozen[rijen],
            )
            for vraag_id, kolom in blad.kolommen.items()
        },
    )
