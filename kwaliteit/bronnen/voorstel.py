"""`koppel`: van wat in een bestand te zien is naar regels voor een koppeling, en de keuzes van een mens daarin."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kwaliteit.begrippen.fout import BronFout, Gebrek, GebruikFout, WerkmapFout
from kwaliteit.begrippen.inspectie import Kolomrol, Leesopdracht
from kwaliteit.begrippen.koppelvoorstel import Keuzemogelijkheid, Kiezer, Koppelregel, Koppelvoorstel
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenbibliotheek
from kwaliteit.bestanden.ruw import Onleesbaar
from kwaliteit.bronnen.doorzicht import Doorzicht, doorzie, namen_van, open_bestand
from kwaliteit.bronnen.gelijkenis import Treffer
from kwaliteit.bronnen.inspectie import LEEG, duid, maak_toonbaar
from kwaliteit.bronnen.kop import Kolom
from kwaliteit.bronnen.koppeling import REDENWOORDEN, Koppelbestand, Rol
from kwaliteit.bronnen.persoonstekst import bevat_persoonsgegeven
from kwaliteit.bronnen.schrijfwijze import NIET_GETOOND, vereenvoudig
from kwaliteit.bronnen.woordkeuze import Woord, stel_woorden_voor
from kwaliteit.strikte_yaml import lees_yaml, lees_yaml_tekst

LANGSTE_KOP = 300
"""Tekens; een langere kop is een brief, en hoort bij een mens die haar inkort."""
PERSOONLIJKE_KOP = "in deze kop staat zo te zien een persoonsgegeven, geef de kolom een andere kop of haal haar weg"
GENOEG_OM_TE_NOEMEN = 0.5
"""Vanaf deze gelijkenis wordt een vraag als mogelijkheid genoemd."""
LANGSTE_LIJST = 5

ROLLEN = {
    Kolomrol.LOCATIE: Rol.LOCATIE,
    Kolomrol.RESPONDENT: Rol.RESPONDENT,
    Kolomrol.ERVARINGSDESKUNDIGE: Rol.ERVARINGSDESKUNDIGE,
    Kolomrol.DEELNAME: Rol.DEELNAME,
    Kolomrol.CITEREN: Rol.CITEREN,
}
ROLTEKSTEN = {
    Rol.LOCATIE: "waar iemand woont of werkt",
    Rol.RESPONDENT: "het nummer van een formulier",
    Rol.ERVARINGSDESKUNDIGE: "of iemand ervaringsdeskundige is",
    Rol.DEELNAME: "of iemand wil meedoen; wie nee zegt, telt niet",
    Rol.CITEREN: "of de woorden in het verslag mogen",
    Rol.NEGEER: "niet lezen",
}
NOOIT = frozenset({Kolomrol.PERSOONSGEGEVEN, Kolomrol.OVER_HET_INVULLEN, Kolomrol.TOELICHTING, Kolomrol.RANGORDE})
"""Wat niet gelezen wordt, met de reden erachter."""


def stel_koppeling_voor(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek) -> tuple[Koppelvoorstel, str]:
    """Geef alles wat nog in de koppeling moet, en uit welke oudere koppeling iets is overgenomen (leeg als geen).

    BronFout als het bestand niet te lezen is; GebruikFout als geen enkele vragenlijst past.
    """
    try:
        zicht = doorzie(opdracht, bibliotheek, open_bestand(opdracht.pad))
    except Onleesbaar as fout:
        raise BronFout(
            Gebrek(
                waar=opdracht.naam,
                wat=fout.weigering.wat,
                verwacht=fout.weigering.verwacht,
                doe_dit=fout.weigering.doe_dit,
            )
        ) from None
    if not zicht.kop.is_zeker:
        raise BronFout(_geen_zekere_kop(opdracht))
    if zicht.lijst is None:
        raise GebruikFout(_geen_lijst(opdracht))
    eigen = _lees_koppen(opdracht.koppeling) if opdracht.koppeling else {}
    oude_koppen, oud = _lees_oudere(opdracht, zicht)
    regels = [
        regel
        for kolom in zicht.kop.kolommen
        if kolom.kop and not any(vereenvoudig(naam) in eigen for naam in namen_van(zicht.kop, kolom))
        for regel in _maak_regel(zicht, kolom, oude_koppen)
    ]
    voorstel = Koppelvoorstel(
        bestand=opdracht.naam,
        groep=zicht.lijst.doelgroep,
        vragenlijst=zicht.lijst.naam,
        regels=(*_ontdubbel(regels), *_maak_woordregels(zicht)),
        vragen=_som_doelen_op(zicht),
        bekend=len(eigen),
    )
    return voorstel, oud if any(regel.uitleg.startswith("zoals in") for regel in regels) else ""


def beslis(voorstel: Koppelvoorstel, kies: Kiezer) -> Koppelvoorstel | None:
    """Leg elke twijfelachtige regel aan een mens voor; None als die stopt."""
    regels = []
    vrij = voorstel.vragen
    for regel in voorstel.regels:
        if not regel.is_twijfel:
            regels.append(regel)
            continue
        gevraagd = regel if regel.onder else _zonder_vergeven(regel, vrij)
        doel = kies(gevraagd, regel.mogelijk if regel.onder else vrij)
        if doel is None:
            return None
        if not regel.onder:
            vrij = tuple(een for een in vrij if een.mag_vaker or een.doel != doel)
        regels.append(replace(regel, doel=doel, uitleg="" if doel else regel.uitleg, is_twijfel=False))
    return replace(voorstel, regels=tuple(regels))


def _zonder_vergeven(regel: Koppelregel, vrij: Sequence[Keuzemogelijkheid]) -> Koppelregel:
    """Laat weg wat een mens al aan een andere kolom gaf."""
    doelen = {een.doel for een in vrij}
    over = tuple(een for een in regel.mogelijk if een.doel in doelen)
    return replace(regel, doel=regel.doel if regel.doel in doelen else "", mogelijk=over)


def is_uitbreiding(oud: str, nieuw: str, voorstel: Koppelvoorstel) -> bool:
    """Waar als de nieuwe koppeling klopt, en zegt wat de oude zei plus wat in het voorstel staat."""
    try:
        was = lees_yaml_tekst(oud.removeprefix("\ufeff"), Koppelbestand, naam="oud")
        wordt = lees_yaml_tekst(nieuw.removeprefix("\ufeff"), Koppelbestand, naam="nieuw")
    except WerkmapFout:
        return False
    erbij = [regel for regel in voorstel.regels if regel.doel]
    kolommen = was.kolommen | {maak_toonbaar(regel.kop): regel.doel for regel in erbij if not regel.onder}
    antwoorden = {onder: dict(woorden) for onder, woorden in was.antwoorden.items()}
    for regel in erbij:
        if regel.onder:
            antwoorden.setdefault(regel.onder, {})[maak_toonbaar(regel.kop)] = _lees_code(regel.doel)
    return wordt == replace(was, kolommen=kolommen, antwoorden=antwoorden)


def _lees_code(doel: str) -> int | str:
    return int(doel) if doel.lstrip("-").isdecimal() else doel


def _lees_koppen(pad: Path) -> dict[str, str]:
    """Geef van een koppeling elke kop (vereenvoudigd) met waar hij naar wijst, zonder na te gaan of dat bestaat."""
    bestand = lees_yaml(pad, Koppelbestand, naam=f"koppelingen/{pad.name}")
    return {vereenvoudig(kop): doel for kop, doel in bestand.kolommen.items()}


def _lees_oudere(opdracht: Leesopdracht, zicht: Doorzicht) -> tuple[dict[str, str], str]:
    """Geef de nieuwste koppeling van een ander jaar waar minstens één kop van dit bestand in staat."""
    koppen = {vereenvoudig(naam) for kolom in zicht.kop.kolommen for naam in namen_van(zicht.kop, kolom)}
    doelen = {vraag.id for vraag in zicht.vragen} | set(Rol)
    for pad in opdracht.oudere:
        try:
            oud = {kop: doel for kop, doel in _lees_koppen(pad).items() if doel in doelen}
        except WerkmapFout:
            continue
        if koppen & oud.keys():
            return oud, f"koppelingen/{pad.name}"
    return {}, ""


def _maak_regel(zicht: Doorzicht, kolom: Kolom, oude_koppen: dict[str, str]) -> Iterator[Koppelregel]:
    rol, waarom = duid(zicht, kolom)
    regel = Koppelregel(kop=maak_toonbaar(kolom.kop[:LANGSTE_KOP]), doel="", letter=kolom.letter)
    oud = next(
        (oude_koppen[naam] for naam in map(vereenvoudig, namen_van(zicht.kop, kolom)) if naam in oude_koppen), ""
    )
    if waarom == LEEG and not isinstance(kolom.betekenis, Vraag):
        return
    if bevat_persoonsgegeven(kolom.kop):
        yield replace(regel, kop=NIET_GETOOND, uitleg=f"kolom {kolom.letter}: {PERSOONLIJKE_KOP}")
    elif len(kolom.kop) > LANGSTE_KOP:
        yield replace(regel, uitleg=f"kolom {kolom.letter}: deze kop is te lang, kort hem in het bestand in")
    elif isinstance(kolom.betekenis, Vraag):
        yield replace(regel, doel=kolom.betekenis.id, uitleg=waarom)
    elif rol in NOOIT:
        yield replace(regel, doel=str(Rol.NEGEER), uitleg=waarom)
    elif rol in ROLLEN:
        yield replace(regel, doel=str(ROLLEN[rol]))
    elif oud:
        yield replace(regel, doel=oud, uitleg="zoals in een eerder jaar")
    else:
        yield _maak_twijfelregel(zicht, kolom, regel, waarom)


def _maak_twijfelregel(zicht: Doorzicht, kolom: Kolom, regel: Koppelregel, waarom: str) -> Koppelregel:
    mogelijk = tuple(
        Keuzemogelijkheid(doel=treffer.vraag.id, tekst=treffer.vraag.tekst, score=treffer.score)
        for treffer in zicht.kansen.get(kolom.plaats, ())[:LANGSTE_LIJST]
        if treffer.score >= GENOEG_OM_TE_NOEMEN
    )
    treffer = zicht.voorstel.get(kolom.plaats)
    if treffer is not None:
        uitleg = f"lijkt op, {toon_procent(treffer)}: kijk na. {treffer.vraag.id} is: {treffer.vraag.tekst}"
        return replace(regel, doel=treffer.vraag.id, uitleg=uitleg, is_twijfel=True, mogelijk=mogelijk)
    tips = f" (misschien {' of '.join(een.doel for een in mogelijk[:2])})" if mogelijk else ""
    uitleg = f"kolom {kolom.letter} {waarom}{tips}; kies een vraag of negeer"
    # Waar niets op lijkt, wordt niet gevraagd: een export heeft soms honderd kolommen buiten de lijst.
    return replace(regel, uitleg=uitleg, is_twijfel=bool(mogelijk), mogelijk=mogelijk)


def toon_procent(treffer: Treffer) -> str:
    """Schrijf een gelijkenis als "87 %"; nooit 100, want gelijk is iets anders dan lijken."""
    return f"{min(int(treffer.score * 100 + 0.5), 99)} %"


def _ontdubbel(regels: Sequence[Koppelregel]) -> Iterator[Koppelregel]:
    """Een kop kan maar één keer in een koppeling staan; staat hij vaker in het bestand, dan zegt de regel dat."""
    letters: dict[str, list[str]] = {}
    for regel in regels:
        letters.setdefault(vereenvoudig(regel.kop), []).append(regel.letter)
    gehad: set[str] = set()
    for regel in regels:
        sleutel = vereenvoudig(regel.kop)
        if sleutel and sleutel not in gehad:
            gehad.add(sleutel)
            samen = letters[sleutel]
            extra = f"geldt voor de kolommen {', '.join(samen[:6])}" if len(samen) > 1 else ""
            yield replace(regel, uitleg="; ".join(filter(None, (regel.uitleg, extra))))


def _maak_woordregels(zicht: Doorzicht) -> Iterator[Koppelregel]:
    for woord in stel_woorden_voor(zicht):
        yield Koppelregel(
            kop=woord.tekst,
            doel=woord.doel,
            onder=woord.onder,
            uitleg=_leg_uit(woord),
            is_twijfel=woord.score < 1,
            mogelijk=_som_codes_op(woord),
        )


def _leg_uit(woord: Woord) -> str:
    if not woord.doel:
        codes = ", ".join(f"{een.doel} = {een.tekst}" for een in _som_codes_op(woord) if een.doel not in REDENWOORDEN)
        return f"welke code is dit? {codes}"
    label = next((een.tekst for een in _som_codes_op(woord) if een.doel == woord.doel), "")
    if woord.doel in REDENWOORDEN:
        return ""
    return label if woord.score == 1 else f"lijkt op '{label}': kijk na"


def _som_codes_op(woord: Woord) -> tuple[Keuzemogelijkheid, ...]:
    schaal = woord.schaal
    codes = (
        Keuzemogelijkheid(doel=str(code), tekst=label) for code, label in zip(schaal.codes, schaal.labels, strict=True)
    )
    return (*codes, *(Keuzemogelijkheid(doel=een, tekst="geen antwoord op de vraag") for een in REDENWOORDEN))


def _som_doelen_op(zicht: Doorzicht) -> tuple[Keuzemogelijkheid, ...]:
    vragen = (
        Keuzemogelijkheid(doel=vraag.id, tekst=vraag.tekst, mag_vaker=not vraag.schaal.soort.is_geteld)
        for vraag in zicht.vragen
    )
    rollen = (Keuzemogelijkheid(doel=str(rol), tekst=tekst, mag_vaker=True) for rol, tekst in ROLTEKSTEN.items())
    return (*vragen, *rollen)


def _geen_zekere_kop(opdracht: Leesopdracht) -> Gebrek:
    return Gebrek(
        waar=opdracht.naam,
        wat="niet zeker is dat de bovenste rij koppen zijn; het kunnen ook antwoorden zijn",
        verwacht="één rij met de vragen of korte namen, en daaronder één rij per persoon",
        doe_dit="Exporteer opnieuw met koppen, of zet het nummer van minstens drie vragen (zoals CL01) in de kop.",
    )


def _geen_lijst(opdracht: Leesopdracht) -> Gebrek:
    return Gebrek(
        waar=opdracht.naam,
        wat="bij dit bestand past geen enkele vragenlijst",
        verwacht="een bestand met koppen die op vragen uit een lijst lijken",
        doe_dit="Zeg met --doelgroep van wie de antwoorden zijn, of met --vragenlijst welke lijst is gebruikt. "
        "Kijk eerst met 'kwaliteit inspecteer' wat er in het bestand staat.",
    )
