"""`koppel`: van wat in een bestand te zien is naar regels voor een koppeling, en de keuzes van een mens daarin."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kwaliteit.begrippen.fout import BronFout, Gebrek, GebruikFout, WerkmapFout
from kwaliteit.begrippen.inspectie import Kolomrol, Leesopdracht
from kwaliteit.begrippen.koppelvoorstel import Keuzemogelijkheid, Kiesvraag, Kiezer, Koppelregel, Koppelvoorstel
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenbibliotheek
from kwaliteit.bestanden.ruw import Onleesbaar
from kwaliteit.bronnen.inspectie.doorzicht import Doorzicht, doorzie, namen_van, open_bestand
from kwaliteit.bronnen.inspectie.gelijkenis import GRENS
from kwaliteit.bronnen.inspectie.inspectie import LEEG, duid, maak_toonbaar
from kwaliteit.bronnen.inspectie.woordkeuze import Woord, stel_woorden_voor
from kwaliteit.bronnen.kop.kop import Kolom
from kwaliteit.bronnen.kop.koppeling import REDENWOORDEN, Koppelbestand, Rol
from kwaliteit.bronnen.taal.persoonstekst import bevat_persoonsgegeven
from kwaliteit.bronnen.taal.schrijfwijze import NIET_GETOOND, maak_label, toon_kop, vereenvoudig
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
    Kolomrol.GEWICHT: Rol.GEWICHT,
    Kolomrol.CITEREN: Rol.CITEREN,
}
ROLTEKSTEN = {
    Rol.LOCATIE: "waar iemand woont of werkt",
    Rol.RESPONDENT: "het nummer van een formulier",
    Rol.ERVARINGSDESKUNDIGE: "of iemand ervaringsdeskundige is",
    Rol.DEELNAME: "of iemand wil meedoen; wie nee zegt, telt niet",
    Rol.GEWICHT: "hoe zwaar iemand telt; een getal boven nul",
    Rol.CITEREN: "of de woorden in het verslag mogen",
    Rol.NEGEER: "niet lezen",
}
NOOIT = frozenset({Kolomrol.PERSOONSGEGEVEN, Kolomrol.OVER_HET_INVULLEN, Kolomrol.TOELICHTING, Kolomrol.RANGORDE})
"""Wat niet gelezen wordt, met de reden erachter."""


GENOEG_KEER = 10
"""Zo vaak moet een antwoord dat nergens op lijkt zijn gegeven voor een koppeling; het kan over iemand gaan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Oudere:
    """Wat een andere koppeling van dezelfde groep al zegt, voor zover het in dit bestand voorkomt.

    `koppen`: plaats van een kolom -> doel. `antwoorden`: schaal of vraag -> label -> doel. Zonder `naam` is er geen.
    """

    naam: str = ""
    koppen: Mapping[int, str] = field(default_factory=dict)
    antwoorden: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def stel_koppeling_voor(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek) -> tuple[Koppelvoorstel, str]:
    """Geef alles wat nog in de koppeling moet, en uit welke andere koppeling iets is overgenomen (leeg als geen).

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
        raise BronFout(_geen_zekere_kop(opdracht, zicht.kop.rij + 1))
    if zicht.lijst is None:
        raise GebruikFout(_geen_lijst(opdracht))
    eigen = _lees_koppen(opdracht.koppeling) if opdracht.koppeling else {}
    bezet = _zoek_bezette_vragen(zicht)
    oudere = _lees_oudere(opdracht, zicht, bezet)
    bezet |= _noem_kolommen(zicht, oudere.koppen)
    regels = [
        regel
        for kolom in zicht.kop.kolommen
        if kolom.kop and not any(vereenvoudig(naam) in eigen for naam in namen_van(zicht.kop, kolom))
        for regel in _maak_regel(zicht, kolom, oudere, bezet)
    ]
    regels = [*_ontdubbel(regels), *_maak_woordregels(zicht, oudere)]
    voorstel = Koppelvoorstel(
        bestand=opdracht.naam,
        groep=zicht.lijst.doelgroep,
        vragenlijst=zicht.lijst.naam,
        regels=tuple(regels),
        vragen=_som_doelen_op(zicht, bezet),
        bekend=len(eigen),
        is_standaardlijst=bibliotheek.standaard_voor(zicht.lijst.doelgroep).naam == zicht.lijst.naam,
    )
    is_gebruikt = any(regel.uitleg.startswith(f"zoals in {oudere.naam}") for regel in regels)
    return voorstel, oudere.naam if oudere.naam and is_gebruikt else ""


def beslis(voorstel: Koppelvoorstel, kiezer: Kiezer) -> Koppelvoorstel | None:
    """Leg elke twijfelachtige regel aan een mens voor; None als die stopt."""
    koppen = _beslis_koppen(voorstel, kiezer)
    woorden = None if koppen is None else _beslis_woorden(voorstel, kiezer)
    return None if koppen is None or woorden is None else replace(voorstel, regels=(*koppen, *woorden))


def _beslis_koppen(voorstel: Koppelvoorstel, kiezer: Kiezer) -> list[Koppelregel] | None:
    koppen = [regel for regel in voorstel.regels if not regel.onder]
    aantal = sum(regel.is_twijfel for regel in koppen)
    mogelijk = voorstel.vragen
    besloten: list[Koppelregel] = []
    nummer = 0
    for regel in koppen:
        if not regel.is_twijfel:
            besloten.append(regel)
            continue
        nummer += 1
        doel = kiezer.kies(
            Kiesvraag(regel=_zonder_vergeven(regel, mogelijk), mogelijk=mogelijk, nummer=nummer, aantal=aantal)
        )
        if doel is None:
            return None
        mogelijk = tuple(
            replace(een, bezet=_noem_kolom(regel.letter, regel.kop)) if een.doel == doel and not een.mag_vaker else een
            for een in mogelijk
        )
        besloten.append(replace(regel, doel=doel, uitleg="" if doel else regel.uitleg, is_twijfel=False))
    return besloten


def _beslis_woorden(voorstel: Koppelvoorstel, kiezer: Kiezer) -> list[Koppelregel] | None:
    """Laat eerst alle voorgestelde antwoorden samen zien; wat dan niet klopt of open is, komt een voor een."""
    woorden = [regel for regel in voorstel.regels if regel.onder]
    voorgesteld = tuple(regel for regel in woorden if regel.doel and regel.is_twijfel)
    klopt = kiezer.bevestig(voorgesteld) if voorgesteld else True
    if klopt is None:
        return None
    te_vragen = [regel for regel in woorden if regel.is_twijfel and not (regel.doel and klopt)]
    besloten: list[Koppelregel] = []
    for regel in woorden:
        doel: str | None = regel.doel
        if regel in te_vragen:
            nummer = te_vragen.index(regel) + 1
            doel = kiezer.kies(Kiesvraag(regel=regel, mogelijk=regel.mogelijk, nummer=nummer, aantal=len(te_vragen)))
        if doel is None:
            return None
        uitleg = (_noem_label(regel.mogelijk, doel) if doel else regel.uitleg) if regel.is_twijfel else regel.uitleg
        besloten.append(replace(regel, doel=doel, uitleg=uitleg, is_twijfel=False))
    return besloten


def _zonder_vergeven(regel: Koppelregel, mogelijk: Sequence[Keuzemogelijkheid]) -> Koppelregel:
    """Laat weg wat al bij een andere kolom hoort."""
    vrij = {een.doel for een in mogelijk if not een.bezet}
    over = tuple(een for een in regel.mogelijk if een.doel in vrij)
    return replace(regel, doel=regel.doel if regel.doel in vrij else "", mogelijk=over)


def _zoek_bezette_vragen(zicht: Doorzicht) -> dict[str, str]:
    """Geef de getelde vragen die al een kolom hebben, met die kolom in woorden."""
    return {
        kolom.betekenis.id: _noem_kolom(kolom.letter, kolom.kop)
        for kolom in reversed(zicht.kop.kolommen)
        if isinstance(kolom.betekenis, Vraag) and kolom.betekenis.schaal.soort.is_geteld
    }


def _noem_kolommen(zicht: Doorzicht, doelen: Mapping[int, str]) -> dict[str, str]:
    geteld = {vraag.id for vraag in zicht.vragen if vraag.schaal.soort.is_geteld}
    kolommen = {kolom.plaats: kolom for kolom in zicht.kop.kolommen}
    return {
        doel: _noem_kolom(kolommen[plaats].letter, kolommen[plaats].kop)
        for plaats, doel in doelen.items()
        if doel in geteld
    }


def _noem_kolom(letter: str, kop: str) -> str:
    return f"kolom {letter} ('{toon_kop(maak_toonbaar(kop))}')"


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
    return _vereenvoudig_koppen(_lees(pad))


def _lees(pad: Path) -> Koppelbestand:
    return lees_yaml(pad, Koppelbestand, naam=f"koppelingen/{pad.name}")


def _vereenvoudig_koppen(bestand: Koppelbestand) -> dict[str, str]:
    return {vereenvoudig(kop): doel for kop, doel in bestand.kolommen.items()}


def _lees_oudere(opdracht: Leesopdracht, zicht: Doorzicht, bezet: Mapping[str, str]) -> _Oudere:
    """Geef de nieuwste andere koppeling van deze groep waar minstens één kop van dit bestand in staat."""
    doelen = {vraag.id for vraag in zicht.vragen} | set(Rol)
    namen = {kolom.plaats: [vereenvoudig(naam) for naam in namen_van(zicht.kop, kolom)] for kolom in zicht.kop.kolommen}
    for pad in opdracht.oudere:
        try:
            bestand = _lees(pad)
        except WerkmapFout:
            continue
        oud = {kop: doel for kop, doel in _vereenvoudig_koppen(bestand).items() if doel in doelen and doel not in bezet}
        koppen = _verdeel(
            {plaats: oud[naam] for plaats, alle in namen.items() for naam in alle[::-1] if naam in oud}, zicht
        )
        if koppen:
            woorden = {
                onder: {maak_label(label): str(code) for label, code in labels.items()}
                for onder, labels in bestand.antwoorden.items()
            }
            return _Oudere(naam=f"koppelingen/{pad.name}", koppen=koppen, antwoorden=woorden)
    return _Oudere()


def _verdeel(koppen: Mapping[int, str], zicht: Doorzicht) -> dict[int, str]:
    """Geef een getelde vraag aan hoogstens één kolom, de eerste."""
    geteld = {vraag.id for vraag in zicht.vragen if vraag.schaal.soort.is_geteld}
    eerste = {doel: plaats for plaats, doel in reversed(list(koppen.items()))}
    return {plaats: doel for plaats, doel in koppen.items() if doel not in geteld or eerste[doel] == plaats}


def _maak_regel(zicht: Doorzicht, kolom: Kolom, oudere: _Oudere, bezet: Mapping[str, str]) -> Iterator[Koppelregel]:
    rol, waarom = duid(zicht, kolom)
    regel = Koppelregel(kop=maak_toonbaar(kolom.kop[:LANGSTE_KOP]), doel="", letter=kolom.letter)
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
    elif kolom.plaats in oudere.koppen:
        yield replace(regel, doel=oudere.koppen[kolom.plaats], uitleg=f"zoals in {oudere.naam}")
    else:
        yield _maak_twijfelregel(zicht, kolom, regel, waarom, bezet)


def _maak_twijfelregel(
    zicht: Doorzicht, kolom: Kolom, regel: Koppelregel, waarom: str, bezet: Mapping[str, str]
) -> Koppelregel:
    mogelijk = tuple(
        Keuzemogelijkheid(doel=treffer.vraag.id, tekst=treffer.vraag.tekst, score=treffer.score)
        for treffer in zicht.kansen.get(kolom.plaats, ())[:LANGSTE_LIJST]
        if treffer.score >= GENOEG_OM_TE_NOEMEN and treffer.vraag.id not in bezet
    )
    treffer = zicht.voorstel.get(kolom.plaats)
    if treffer is not None and treffer.vraag.id not in bezet:
        hoe = "veel" if treffer.score >= GRENS else "wat"
        uitleg = f"kijk na: lijkt er {hoe} op. {treffer.vraag.id} is: {treffer.vraag.tekst}"
        return replace(regel, doel=treffer.vraag.id, uitleg=uitleg, is_twijfel=True, mogelijk=mogelijk)
    tips = f" (misschien {' of '.join(een.doel for een in mogelijk[:2])})" if mogelijk else ""
    uitleg = f"kolom {kolom.letter} {waarom}{tips}; kies een vraag of negeer"
    # Waar niets op lijkt, wordt niet gevraagd: een export heeft soms honderd kolommen buiten de lijst.
    return replace(regel, uitleg=uitleg, is_twijfel=bool(mogelijk), mogelijk=mogelijk)


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


def _maak_woordregels(zicht: Doorzicht, oudere: _Oudere) -> Iterator[Koppelregel]:
    for woord in stel_woorden_voor(zicht):
        mogelijk = _som_codes_op(woord)
        regel = Koppelregel(kop=woord.tekst, doel=woord.doel, onder=woord.onder, mogelijk=mogelijk, aantal=woord.aantal)
        oud = oudere.antwoorden.get(woord.onder, {}).get(maak_label(woord.tekst), "")
        if not (oud or woord.doel) and woord.aantal < GENOEG_KEER:
            continue
        if any(een.doel == oud for een in mogelijk):
            yield replace(regel, doel=oud, uitleg=f"zoals in {oudere.naam}")
        elif woord.is_letterlijk:
            yield regel
        else:
            yield replace(regel, uitleg=_leg_uit(woord), is_twijfel=True)


def _leg_uit(woord: Woord) -> str:
    mogelijk = _som_codes_op(woord)
    if not woord.doel:
        codes = ", ".join(f"{een.doel} = {een.tekst}" for een in mogelijk if een.doel not in REDENWOORDEN)
        return f"welke code is dit? {codes}"
    label = _noem_label(mogelijk, woord.doel)
    return f"kijk na: {label}" if label else "kijk na"


def _noem_label(mogelijk: Sequence[Keuzemogelijkheid], doel: str) -> str:
    """Geef het label van een code; een reden zegt zelf al wat zij is."""
    return next((een.tekst for een in mogelijk if een.doel == doel and doel not in REDENWOORDEN), "")


def _som_codes_op(woord: Woord) -> tuple[Keuzemogelijkheid, ...]:
    schaal = woord.schaal
    codes = (
        Keuzemogelijkheid(doel=str(code), tekst=label) for code, label in zip(schaal.codes, schaal.labels, strict=True)
    )
    return (*codes, *(Keuzemogelijkheid(doel=een, tekst="geen antwoord op de vraag") for een in REDENWOORDEN))


def _som_doelen_op(zicht: Doorzicht, bezet: Mapping[str, str]) -> tuple[Keuzemogelijkheid, ...]:
    vragen = (
        Keuzemogelijkheid(
            doel=vraag.id,
            tekst=vraag.tekst,
            mag_vaker=not vraag.schaal.soort.is_geteld,
            bezet=bezet.get(vraag.id, ""),
        )
        for vraag in zicht.vragen
    )
    rollen = (Keuzemogelijkheid(doel=str(rol), tekst=tekst, mag_vaker=True) for rol, tekst in ROLTEKSTEN.items())
    return (*vragen, *rollen)


def _geen_zekere_kop(opdracht: Leesopdracht, rij: int) -> Gebrek:
    return Gebrek(
        waar=opdracht.naam,
        wat="niet zeker is dat de bovenste rij koppen zijn; het kunnen ook antwoorden zijn",
        verwacht="één rij met de vragen of korte namen, en daaronder één rij per persoon",
        doe_dit=f"Staan in rij {rij} de koppen? Typ dan dezelfde opdracht met --kop {rij} erachter. "
        "Zo niet, exporteer dan opnieuw met koppen.",
    )


def _geen_lijst(opdracht: Leesopdracht) -> Gebrek:
    return Gebrek(
        waar=opdracht.naam,
        wat="bij dit bestand past geen enkele vragenlijst",
        verwacht="een bestand met koppen die op vragen uit een lijst lijken",
        doe_dit="Zeg met --doelgroep van wie de antwoorden zijn, of met --vragenlijst welke lijst is gebruikt. "
        "Kijk eerst met 'kwaliteit inspecteer' wat er in het bestand staat.",
    )
