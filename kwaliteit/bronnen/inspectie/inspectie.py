"""`inspecteer`: zeggen wat een bestand is en wat het programma ervan maakt, zonder één antwoord te tonen."""

import re
from collections.abc import Iterator, Sequence

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.fout import Gebrek
from kwaliteit.begrippen.inspectie import Besluit, Herkenning, Inspectie, Kolominspectie, Kolomrol, Leesopdracht
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag, Vragenbibliotheek
from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand, Ruwblad, Soort, Weigering
from kwaliteit.bronnen.dialecten import SPSS, VRIJ, Kolomvorm, Rijstatus
from kwaliteit.bronnen.inspectie.doorzicht import Doorzicht, doorzie, open_bestand
from kwaliteit.bronnen.inspectie.woordkeuze import zoek_onbekende_woorden
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.bladkeuze import ALLEEN_FOUTEN
from kwaliteit.bronnen.kop.indeling import bepaal_status
from kwaliteit.bronnen.kop.kolomkeuze import NOOIT_LEZEN, zoek_betekenis
from kwaliteit.bronnen.kop.kop import Kolom, Onbekend, Persoonsgegeven
from kwaliteit.bronnen.kop.koppeling import Rol
from kwaliteit.bronnen.kop.persoonsgegevens import herken_persoonsgegeven
from kwaliteit.bronnen.taal import kolomnamen
from kwaliteit.bronnen.taal.plekken import zoek_gevulde_rijen
from kwaliteit.bronnen.taal.schrijfwijze import toon_kop, vereenvoudig

TAB = "\t"
ROLLEN = {
    Rol.LOCATIE: Kolomrol.LOCATIE,
    Rol.RESPONDENT: Kolomrol.RESPONDENT,
    Rol.ERVARINGSDESKUNDIGE: Kolomrol.ERVARINGSDESKUNDIGE,
    Rol.DEELNAME: Kolomrol.DEELNAME,
    Rol.GEWICHT: Kolomrol.GEWICHT,
}
VORMEN = {
    Kolomvorm.OPTIE: (Kolomrol.MEERKEUZE, ""),
    Kolomvorm.ANDERS: (Kolomrol.TOELICHTING, "eigen woorden van mensen"),
    Kolomvorm.RANG: (Kolomrol.RANGORDE, "een rangorde wordt niet gelezen"),
}
DUBBELZINNIG = "past bij meer dan één vraag"
LEEG = "leeg"
ONGELEZEN = "wordt niet gelezen"
LANGSTE_OPSOMMING = 6
LOSSE_FOUTCELLEN = 20
"""Zoveel rekenbladfouten krijgen elk een eigen bevinding; de rest komt samen in één."""

_SCHEIDING = re.compile(r"[\[\].:]\s*|\s[–—-]\s")


def inspecteer(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek) -> Inspectie:
    """Bekijk een bestand. Een bestand dat niet te lezen is, geeft een Inspectie met de reden, geen fout."""
    try:
        ruw = open_bestand(opdracht.pad)
    except Onleesbaar as fout:
        return _weiger(opdracht, fout, None)
    if not any(blad.aantal_rijen for blad in ruw.bladen):
        return _inspecteer_foutcellen(opdracht, ruw)
    try:
        zicht = doorzie(opdracht, bibliotheek, ruw)
    except Onleesbaar as fout:
        return _weiger(opdracht, fout, ruw)
    kolommen = tuple(_bekijk_kolom(zicht, kolom) for kolom in zicht.kop.kolommen)
    tellingen = _tel(zicht)
    return Inspectie(
        bestand=opdracht.naam,
        besluit=Besluit.LEES,
        soort=_noem_soort(ruw),
        dialect=zicht.kop.dialect.naam,
        toolnaam=zicht.indeling.dialect.tool,
        waarom=zicht.indeling.waarom,
        codering=ruw.codering,
        codering_gegokt=ruw.is_gegokt,
        scheidingsteken=ruw.scheidingsteken,
        blad=zicht.blad.naam,
        kopregels=tuple(range(zicht.indeling.eerste_koprij + 1, zicht.eerste_rij + 1)),
        rijen=int((zoek_gevulde_rijen(zicht.blad, zicht.eerste_rij) & ~zicht.rijen.totaal).sum()),
        mensen=int(zicht.rijen.telt.sum()),
        volledig=tellingen.get(Rijstatus.VOLLEDIG),
        onvolledig=tellingen.get(Rijstatus.ONVOLLEDIG),
        houdt_bij=bool(tellingen) and not _is_alles_verstuurd(zicht),
        proef=tellingen.get(Rijstatus.PROEF),
        uitgenodigd=tellingen.get(Rijstatus.UITGENODIGD),
        wil_niet_meedoen=sum(int(een.nee.sum()) for een in zicht.rijen.wil_niet),
        doelgroep=str(zicht.lijst.doelgroep) if zicht.lijst else "",
        vragenlijst=zicht.lijst.naam if zicht.lijst else "",
        kolommen=kolommen,
        besluiten=tuple(_som_besluiten_op(opdracht, zicht, kolommen)),
        bevindingen=(
            *(een for een in zicht.lezing.bevindingen if een.soort is not Bevindingsoort.FOUTCEL),
            *_meld_foutcellen(opdracht, zicht.blad, zicht.eerste_rij),
        ),
    )


def _weiger(opdracht: Leesopdracht, fout: Onleesbaar, ruw: Ruwbestand | None) -> Inspectie:
    weigering = fout.weigering
    melder = Bronmelder(opdracht.naam, "")
    melder.meld_niet_gelezen(weigering)
    return Inspectie(
        bestand=opdracht.naam,
        besluit=Besluit.WEIGER,
        reden=Gebrek(waar=opdracht.naam, wat=weigering.wat, verwacht=weigering.verwacht, doe_dit=weigering.doe_dit),
        soort=_noem_soort(ruw) if ruw else "",
        codering=ruw.codering if ruw else "",
        codering_gegokt=ruw.is_gegokt if ruw else False,
        scheidingsteken=ruw.scheidingsteken if ruw else "",
        bevindingen=tuple(melder.bevindingen),
    )


def _inspecteer_foutcellen(opdracht: Leesopdracht, ruw: Ruwbestand) -> Inspectie:
    """Een bestand met niets dan rekenbladfouten is niet leeg en niet beschadigd: noem de cellen."""
    blad = next(blad for blad in ruw.bladen if blad.foutcellen)
    cellen = [_noem_cel(rij, kolom) for rij, kolom in sorted(blad.foutcellen)]
    return Inspectie(
        bestand=opdracht.naam,
        besluit=Besluit.LEES,
        soort=_noem_soort(ruw),
        dialect=VRIJ.naam,
        toolnaam=VRIJ.tool,
        waarom="een blad met alleen cellen met een fout van het rekenblad",
        blad=blad.naam,
        rijen=0,
        besluiten=(
            noem_weigering(ALLEEN_FOUTEN),
            f"Is dit het goede bestand? Er staan alleen fouten van het rekenblad in: {_som_op(cellen)}.",
        ),
        bevindingen=tuple(_meld_foutcellen(opdracht, blad, 0)),
    )


def _meld_foutcellen(opdracht: Leesopdracht, blad: Ruwblad, eerste_rij: int) -> list[Bevinding]:
    melder = Bronmelder(opdracht.naam, blad.naam)
    cellen = [_noem_cel(rij, kolom) for rij, kolom in sorted(blad.foutcellen) if rij >= eerste_rij]
    for cel in cellen[:LOSSE_FOUTCELLEN]:
        melder.meld_foutcel(cel)
    if rest := cellen[LOSSE_FOUTCELLEN:]:
        melder.meld_meer_foutcellen(len(rest))
    return melder.bevindingen


def _noem_soort(ruw: Ruwbestand) -> str:
    if ruw.soort is Soort.TEKST:
        return "tsv" if ruw.scheidingsteken == TAB else "csv"
    return str(ruw.soort)


def _tel(zicht: Doorzicht) -> dict[Rijstatus, int]:
    """Tel per status; leeg als niet te zien is wie klaar is."""
    rijen = zicht.rijen
    if not bepaal_status(zicht.blad, zicht.indeling).any() and not _is_alles_verstuurd(zicht):
        return {}
    return {
        Rijstatus.VOLLEDIG: int((rijen.telt & ~rijen.onvolledig).sum()),
        Rijstatus.ONVOLLEDIG: int(rijen.onvolledig.sum()),
        Rijstatus.PROEF: int(rijen.proef.sum()),
        Rijstatus.UITGENODIGD: int(rijen.niet_begonnen.sum()),
    }


def _is_alles_verstuurd(zicht: Doorzicht) -> bool:
    """Waar bij een tool die geen veld heeft voor wie klaar is: elke rij telt dan als volledig."""
    dialect = zicht.indeling.dialect
    return not dialect.statusregels and dialect not in (VRIJ, SPSS)


def _bekijk_kolom(zicht: Doorzicht, kolom: Kolom) -> Kolominspectie:
    rol, waarom = duid(zicht, kolom)
    vraag, zekerheid, hoe = "", None, Herkenning.GEEN
    if isinstance(kolom.betekenis, Vraag):
        vraag, zekerheid, hoe = kolom.betekenis.id, 1.0, zicht.herkenning[kolom.plaats]
    elif kolom.plaats in zicht.voorstel and rol is Kolomrol.ONBEKEND:
        treffer = zicht.voorstel[kolom.plaats]
        # Alleen wat zo gelezen wordt, is helemaal zeker.
        vraag, zekerheid, hoe = treffer.vraag.id, min(round(treffer.score, 2), 0.99), Herkenning.GELIJKENIS
        rol, waarom = _duid_vraag(treffer.vraag, "")[0], "lijkt op een vraag, maar dat moet u eerst bevestigen"
    elif kolom.plaats in zicht.herkenning:
        hoe = zicht.herkenning[kolom.plaats]
    return Kolominspectie(
        letter=kolom.letter,
        kop=toon_kop(maak_toonbaar(kolom.kop)) if zicht.kop.is_zeker else "",
        rol=rol,
        vraag=vraag,
        zekerheid=zekerheid,
        hoe=hoe,
        waarom=waarom,
    )


def maak_toonbaar(kop: str) -> str:
    """Vervang elk teken dat een terminal of lezer in de war kan brengen door een spatie."""
    return "".join(teken if teken.isprintable() else " " for teken in kop)


def duid(zicht: Doorzicht, kolom: Kolom) -> tuple[Kolomrol, str]:
    """Zeg wat een kolom is, en waarom zij niet gelezen wordt (leeg als dat wel gebeurt)."""
    betekenis = zoek_betekenis(kolom)
    if isinstance(betekenis, Persoonsgegeven) or (betekenis is Rol.NEGEER and kolom.plaats in zicht.persoonlijk):
        return Kolomrol.PERSOONSGEGEVEN, "persoonsgegeven"
    if kolom.vorm in NOOIT_LEZEN:
        return VORMEN[kolom.vorm]
    if isinstance(betekenis, Vraag):
        return _duid_vraag(betekenis, _zeg_waarom_niet(zicht, kolom))
    if isinstance(betekenis, Rol):
        return _duid_rol(zicht, kolom, betekenis)
    return _duid_onbekend(zicht, kolom, betekenis)


def _duid_onbekend(zicht: Doorzicht, kolom: Kolom, betekenis: Onbekend) -> tuple[Kolomrol, str]:
    if wat := herken_persoonsgegeven(zicht.blad.kolommen[kolom.plaats], zicht.eerste_rij):
        return Kolomrol.PERSOONSGEGEVEN, f"hierin staan {wat}"
    rol = VORMEN[kolom.vorm][0] if kolom.vorm in VORMEN else Kolomrol.ONBEKEND
    if not zicht.plekken(kolom).any():
        return rol, LEEG
    if betekenis.dubbelzinnig:
        return rol, DUBBELZINNIG
    return rol, "hoort bij geen vraag uit de lijst" if kolom.kop else "heeft geen kop"


def _zeg_waarom_niet(zicht: Doorzicht, kolom: Kolom) -> str:
    """Zeg waarom een kolom met een vraag of rol niet gelezen wordt; leeg als dat wel gebeurt."""
    keuze = zicht.keuze
    if kolom.plaats in zicht.lezing.kolommen:
        return ""
    if kolom.plaats in keuze.gelezen:
        return "niet te zien is bij welk antwoord deze kolom hoort"
    eerste = next((een.eerste for een in keuze.dubbel if een.kolom.plaats == kolom.plaats), None)
    if eerste is not None:
        return f"is hetzelfde als kolom {eerste.letter}; alleen die telt"
    if kolom.betekenis is Rol.LOCATIE and keuze.locatie is not None:
        return f"kolom {keuze.locatie.letter} is de locatie"
    if isinstance(kolom.betekenis, Vraag) and kolom.betekenis not in keuze.mogelijk:
        return "is voor ervaringsdeskundigen, en geen kolom zegt wie dat is"
    return ONGELEZEN


def _duid_vraag(vraag: Vraag, waarom: str) -> tuple[Kolomrol, str]:
    if vraag.schaal.soort is Schaalsoort.MEERKEUZE:
        return Kolomrol.MEERKEUZE, waarom if vraag.schaal.codes else "de lijst noemt geen antwoorden bij deze vraag"
    return Kolomrol.VRAAG, "open vraag" if vraag.schaal.soort is Schaalsoort.OPEN else waarom


def _duid_rol(zicht: Doorzicht, kolom: Kolom, rol: Rol) -> tuple[Kolomrol, str]:
    if zicht.keuze.geen_nummer is not None and zicht.keuze.geen_nummer[0].plaats == kolom.plaats:
        return Kolomrol.PERSOONSGEGEVEN, f"hierin staan {zicht.keuze.geen_nummer[1]}"
    if rol is Rol.CITEREN:
        return Kolomrol.CITEREN, ""
    if rol is not Rol.NEGEER:
        return ROLLEN[rol], _zeg_waarom_niet(zicht, kolom)
    if zicht.herkenning.get(kolom.plaats) is Herkenning.KOPPELING:
        return Kolomrol.NEGEER, "negeer, zegt de koppeling"
    if _is_toelichting(kolom.kop):
        return Kolomrol.TOELICHTING, "eigen woorden van mensen"
    return Kolomrol.OVER_HET_INVULLEN, "gaat over het invullen"


def _is_toelichting(kop: str) -> bool:
    laatste = _SCHEIDING.split(kop)[-1] or kop
    return any(woord in kolomnamen.TOELICHTING for woord in vereenvoudig(laatste).split()[:1])


def _som_besluiten_op(opdracht: Leesopdracht, zicht: Doorzicht, kolommen: Sequence[Kolominspectie]) -> Iterator[str]:
    """Geef wat een mens moet besluiten, het belangrijkste eerst."""
    if (reden := zicht.weigering) is not None:
        yield noem_weigering(reden)
    if zicht.indeling.koprijen and not zicht.kop.is_zeker:
        rij = zicht.kop.rij + 1
        yield (
            f"Staan in rij {rij} de koppen? Het kunnen ook antwoorden zijn, daarom staan ze hier niet. Typ zo ja "
            f"dezelfde opdracht met --kop {rij} erachter."
        )
    yield from _besluiten_over_lijst(opdracht, zicht)
    yield from _besluiten_over_kolommen(zicht, kolommen)
    yield from _besluiten_over_vragen(zicht, kolommen)
    yield from _besluiten_over_mensen(zicht)
    if woorden := [kolom.letter for kolom in zoek_onbekende_woorden(zicht)]:
        yield (
            f"Wat betekenen de antwoorden in {_noem_letters(woorden)}? Een deel staat niet in de vragenlijst. "
            "De opdracht 'koppel' zet die woorden klaar, met de code die erbij lijkt te horen."
        )
    yield from _besluiten_over_bestand(zicht, kolommen)


def noem_weigering(reden: Weigering) -> str:
    """Zeg waarom `verslag` dit bestand nog niet leest, en wat daaraan te doen is."""
    return f"Zo leest verslag dit bestand nog niet: {reden.wat} {reden.doe_dit}"


def _besluiten_over_lijst(opdracht: Leesopdracht, zicht: Doorzicht) -> Iterator[str]:
    if zicht.lijst is None:
        yield (
            "Van wie zijn deze antwoorden? Er past geen enkele vragenlijst bij. Noem de groep met --doelgroep, of de "
            "lijst met --vragenlijst."
        )
    elif opdracht.doelgroep is None and not opdracht.vragenlijst:
        groep = zicht.lijst.doelgroep
        yield (
            f"Zijn dit antwoorden van {groep.naam}? De lijst {zicht.lijst.naam} past het best. Laat de bestandsnaam "
            f"beginnen met {groep}, of noem het bestand in kwaliteit.yaml."
        )


def _besluiten_over_kolommen(zicht: Doorzicht, kolommen: Sequence[Kolominspectie]) -> Iterator[str]:
    if gelijkend := [kolom.letter for kolom in kolommen if kolom.hoe is Herkenning.GELIJKENIS]:
        yield (
            f"Klopt het voorstel voor {_noem_letters(gelijkend)}? De kop lijkt op de vraag, maar is niet gelijk. "
            "Pas als u het met 'koppel' bevestigt, wordt de kolom gelezen."
        )
    if dubbelzinnig := [kolom.letter for kolom in kolommen if kolom.waarom == DUBBELZINNIG]:
        yield f"Welke vraag staat in {_noem_letters(dubbelzinnig)}? De kop past bij meer dan één vraag."
    if dubbel := [een.kolom.letter for een in zicht.keuze.dubbel]:
        yield f"Welke kolom telt? Voor {_noem_letters(dubbel)} is er al een eerdere kolom; alleen die telt."


def _besluiten_over_vragen(zicht: Doorzicht, kolommen: Sequence[Kolominspectie]) -> Iterator[str]:
    if zicht.lijst is None:
        return
    gevonden = {kolom.vraag for kolom in kolommen}
    ontbreekt = [vraag.id for vraag in zicht.lijst.getelde_vragen if vraag.id not in gevonden]
    onbekend = [
        kolom for kolom in kolommen if kolom.rol is Kolomrol.ONBEKEND and not kolom.vraag and kolom.waarom != LEEG
    ]
    if ontbreekt and onbekend:
        yield (
            f"Zijn {_som_op(ontbreekt)} gesteld? Er is geen kolom voor. Staat zo'n vraag er met andere woorden, "
            "zeg dan met 'koppel' welke kolom het is."
        )
    elif ontbreekt:
        yield f"Zijn {_som_op(ontbreekt)} gesteld? Er is geen kolom voor. Zo niet, dan hoeft u niets te doen."


def _besluiten_over_mensen(zicht: Doorzicht) -> Iterator[str]:
    tellingen = _tel(zicht)
    if zicht.lijst is not None and (aantal := tellingen.get(Rijstatus.ONVOLLEDIG, 0)):
        gedrag = zicht.koppeling.onvolledig
        yield (
            f"Tellen mensen mee die de lijst niet afrondden ({aantal})? Nu: {gedrag}. "
            "Kies in de koppeling 'onvolledig: meetellen' of 'onvolledig: weglaten'."
        )


def _besluiten_over_bestand(zicht: Doorzicht, kolommen: Sequence[Kolominspectie]) -> Iterator[str]:
    tellend = zicht.lezing.gelezen.rijen[zicht.rijen.telt]
    if persoonlijk := [kolom.letter for kolom in kolommen if kolom.rol is Kolomrol.PERSOONSGEGEVEN]:
        yield (
            f"Moeten er persoonsgegevens in dit bestand? Ze lijken te staan in {_noem_letters(persoonlijk)}. Ze worden "
            "niet gelezen; haal ze liever uit de export."
        )
    if zicht.ruw.is_gegokt:
        yield (
            f"Staan letters als é en ë goed in de koppen? De tekencodering ({zicht.ruw.codering}) is een gok. Zo "
            "niet, exporteer dan als xlsx, of als csv in UTF-8."
        )
    if verborgen := sum(rij - 1 in zicht.blad.verborgen_rijen for rij in tellend.tolist()):
        yield (
            f"Horen de verborgen of weggefilterde rijen ({verborgen}) erbij? Ze tellen nu mee. Moet dat niet, haal ze "
            "dan weg uit het rekenblad."
        )
    if fouten := sum(rij >= zicht.eerste_rij for rij, _ in zicht.blad.foutcellen):
        yield (
            f"Wat hoort er in de {'cel' if fouten == 1 else f'{fouten} cellen'} met een fout van het rekenblad? "
            "Herstel de formule, of maak de cel leeg."
        )
    if zicht.lezing.gekozen.andere:
        yield f"Staan alle antwoorden op blad '{zicht.blad.naam}'? De andere bladen worden niet gelezen."


def _noem_cel(rij: int, kolom: int) -> str:
    return f"{kolomletter(kolom)}{rij + 1}"


def _noem_letters(letters: Sequence[str]) -> str:
    return f"{'kolom' if len(letters) == 1 else 'de kolommen'} {_som_op(letters)}"


def _som_op(namen: Sequence[str]) -> str:
    if len(namen) > LANGSTE_OPSOMMING:
        return f"{', '.join(namen[:LANGSTE_OPSOMMING])} en nog {len(namen) - LANGSTE_OPSOMMING}"
    return " en ".join([", ".join(namen[:-1]), namen[-1]] if len(namen) > 1 else namen)
