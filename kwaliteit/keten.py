"""De inhoudsopgave van het programma: per opdracht één functie, per halte één regel.

Alleen deze module kent de volgorde. Zij rekent niet en schrijft niet zelf; zij geeft door.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kwaliteit import (
    __version__,
    bronnen,
    controles,
    geheimhouding,
    indicatoren,
    kaders,
    rapportage,
    taalhulp,
    uitvoer,
    vergelijken,
    vragenlijsten,
    weergave,
    werkmappen,
)
from kwaliteit.begrippen.antwoord import Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding, Ernst, heeft_ernstige
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import Indicatoren
from kwaliteit.begrippen.inspectie import Inspectie, Leesopdracht
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.koppelvoorstel import Kiezer, Koppeluitkomst, Schrijfwijze
from kwaliteit.begrippen.openbaar import Beveiligd
from kwaliteit.begrippen.register import Register
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.uitkomst import Bronsamenvatting, Uitkomst
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.vergelijking import Vergeleken
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import GEEN_KEUZE, Formaat, Vormgeving, Vormkeuze
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap

if TYPE_CHECKING:  # deze haltes zijn er alleen voor `controleer` en `bekijk`; later laden scheelt elk verslag 30 ms
    from kwaliteit.begrippen.narekening import Terugtoets
    from kwaliteit.begrippen.openbaarheid import Toetsuitslag
    from kwaliteit.begrippen.voorvertoning import Bekijkbericht, Bestandstand, Concept, Mapstand
    from kwaliteit.bekijken.voorvertonen import Samenvatter

Melder = Callable[[str], None]
"""Krijgt vóór elke halte een korte zin voor op het scherm."""


@dataclass(frozen=True, kw_only=True)
class _Gelezen:
    """Alles wat gelezen is, nog zonder cijfers."""

    werkmap: Werkmap
    bibliotheek: Vragenbibliotheek
    kader: Kader
    regels: Rekenregels
    antwoorden: Leesresultaat
    register: Register


@dataclass(frozen=True, kw_only=True)
class _Berekend:
    """De cijfers aan beide kanten van de openbaarheidsgrens, met alle bevindingen."""

    bevindingen: tuple[Bevinding, ...]
    intern: Indicatoren
    beveiligd: Beveiligd
    vergeleken: Vergeleken
    herkomst: Herkomst


def maak_verslag(
    *,
    map_: Path,
    uit: Path,
    jaar: int,
    streng: bool,
    definitief: bool,
    meld: Melder,
    keuze: Vormkeuze = GEEN_KEUZE,
) -> Uitkomst:
    """De hele keten: lezen, nalopen, rekenen, beschermen, vergelijken, samenstellen, tonen, schrijven."""
    weergave.eis_onderdelen(keuze.formaten)
    werkmap = _lees_werkmap(map_, jaar, meld)
    if definitief:
        _eis_vaststelling(werkmap)
    with uitvoer.bezet(uit):
        gelezen = _lees(werkmap, meld)
        berekend = _bereken(gelezen, meld)
        if definitief:
            _eis_eerdere_publicaties(berekend.beveiligd)
        uitgaven = _stel_samen(gelezen, berekend, concept=not definitief)
        mappen = {"intern": _interne_bestanden(gelezen, berekend)}
        tegenhouden = heeft_ernstige(berekend.bevindingen) and (streng or definitief)
        if not tegenhouden:
            meld("De pagina maken")
            mappen["openbaar"] = _maak_openbaar(gelezen, berekend, uitgaven, keuze)
        meld("Schrijven")
        geschreven = uitvoer.publiceer(uit / str(jaar), mappen)
        register: tuple[Path, ...] = ()
        if definitief and not tegenhouden:
            register = (uitvoer.leg_vast_in_register(werkmap, berekend.beveiligd.openbaar),)
    return replace(
        _uitkomst("verslag", gelezen, berekend, uitgaven[0]),
        uitvoer=(*geschreven.bestanden, *register),
        opzij=geschreven.opzij,
        vervallen=geschreven.vervallen,
        openbaar_vervangen=not tegenhouden,
        streng=streng or definitief,
    )


def bekijk(*, map_: Path, jaar: int, poort: int | None, vat_samen: "Samenvatter") -> Iterator["Bekijkbericht"]:
    """Toon het concept in de browser en bouw het opnieuw na elke wijziging; schrijf niets. Een bericht per keer."""
    from kwaliteit import bekijken  # noqa: PLC0415

    return bekijken.toon_steeds(
        werkmap=map_,
        sjablonen=weergave.noem_sjabloonmap(),
        poort=poort,
        bouw=_Conceptbouwer(map_, jaar).bouw,
        vat_samen=vat_samen,
    )


def controleer(*, map_: Path, jaar: int, streng: bool, meld: Melder) -> Uitkomst:
    """Lees en loop alles na, tot en met het verslag; schrijf niets."""
    gelezen = _lees(_lees_werkmap(map_, jaar, meld), meld)
    berekend = _bereken(gelezen, meld)
    verslag, *_ = _stel_samen(gelezen, berekend, concept=True)
    weergave.keur_eigen_blokken(_kies_vormgeving(gelezen.werkmap, GEEN_KEUZE))
    return replace(_uitkomst("controleer", gelezen, berekend, verslag), streng=streng)


def controleer_vorig(*, map_: Path, uit: Path, jaar: int, streng: bool, meld: Melder) -> "Terugtoets":
    """Reken het laatste eerdere verslag opnieuw uit en vergelijk het met wat gepubliceerd is; schrijf niets."""
    from kwaliteit.begrippen.narekening import Terugtoets  # noqa: PLC0415
    from kwaliteit.narekenen import terug, teruglezen  # noqa: PLC0415

    register = werkmappen.lees_register(_lees_werkmap(map_, jaar, meld))
    vorig = teruglezen.zoek_vorig_jaar(register, uit, jaar)
    if vorig is None:
        return Terugtoets(jaar=jaar, vorig=None, streng=streng)
    toen = teruglezen.lees_gepubliceerd(register, uit / str(vorig))
    gelezen = _lees(_lees_werkmap(map_, vorig, meld), meld)
    # Het register zoals het vóór die publicatie was; anders beschermt de uitkomst van toen zichzelf.
    berekend = _bereken(replace(gelezen, register=teruglezen.zonder_laatste(register, vorig)), meld)
    return terug.toets_terug(
        jaar=jaar,
        toen=toen,
        nu=berekend.beveiligd.openbaar,
        vandaag=terug.beschrijf(berekend.herkomst),
        bestanden=terug.verdeel_bestanden(gelezen.werkmap),
        correcties=gelezen.werkmap.publicatie.correcties,
        streng=streng,
    )


def toets_openbaarheid(*, map_: Path, uit: Path, jaar: int, streng: bool, meld: Melder) -> "Toetsuitslag":
    """Toets of er uit de gemaakte openbare bestanden iets volgt over een te kleine groep; reken en schrijf niets."""
    from kwaliteit import openbaarheidstoets  # noqa: PLC0415

    werkmap = _lees_werkmap(map_, jaar, meld)
    meld("De openbare bestanden toetsen")
    return openbaarheidstoets.toets_map(
        werkmap,
        vragenlijsten.lees_bibliotheek(werkmap.pad / "vragenlijsten"),
        kaders.lees_rekenregels().met_drempel(werkmap.publicatie.drempel),
        uit,
        streng=streng,
    )


def maak_indicatoren(*, map_: Path, uit: Path, jaar: int, streng: bool, meld: Melder) -> Uitkomst:
    """Lees, loop na, reken, en schrijf alleen de interne bestanden."""
    werkmap = _lees_werkmap(map_, jaar, meld)
    with uitvoer.bezet(uit):
        gelezen = _lees(werkmap, meld)
        berekend = _bereken(gelezen, meld)
        meld("Schrijven")
        geschreven = uitvoer.publiceer(uit / str(jaar), {"intern": _interne_bestanden(gelezen, berekend)})
    return replace(
        _uitkomst("indicatoren", gelezen, berekend, None),
        uitvoer=geschreven.bestanden,
        opzij=geschreven.opzij,
        streng=streng,
    )


def inspecteer(
    *, bestand: Path, map_: Path | None, doelgroep: Doelgroep | None, vragenlijst: str, meld: Melder, koprij: int = 0
) -> Inspectie:
    """Zeg wat een bestand is en wat ervan gelezen zou worden; zonder werkmap met alleen de meegeleverde lijsten."""
    opdracht = werkmappen.maak_leesopdracht(bestand, _zoek_werkmap(map_), doelgroep, vragenlijst)
    opdracht = replace(opdracht, koprij=koprij)
    meld("Het bestand bekijken")
    inspectie = bronnen.inspecteer(opdracht, _lees_bibliotheek(opdracht))
    return replace(inspectie, heeft_werkmap=opdracht.werkmap is not None)


def koppel(
    *,
    bestand: Path,
    map_: Path,
    doelgroep: Doelgroep | None,
    vragenlijst: str,
    kiezer: Kiezer | None,
    koprij: int = 0,
) -> Koppeluitkomst:
    """Stel een koppeling voor en schrijf haar in de werkmap; `kiezer` legt twijfel aan een mens voor."""
    opdracht = werkmappen.maak_leesopdracht(bestand, map_, doelgroep, vragenlijst).met_eigen_koppeling()
    opdracht = replace(opdracht, koprij=koprij)
    bibliotheek = _lees_bibliotheek(opdracht)
    voorstel, overgenomen = bronnen.stel_koppeling_voor(opdracht, bibliotheek)
    besloten = bronnen.beslis(voorstel, kiezer) if kiezer else voorstel
    if besloten is None:
        return Koppeluitkomst(
            voorstel=voorstel, schrijfwijze=Schrijfwijze.NIETS, pad=map_, map_=map_, jaar=opdracht.jaar, is_gestopt=True
        )
    geschreven = uitvoer.schrijf_koppeling(
        opdracht, besloten, lambda oud, nieuw: bronnen.is_uitbreiding(oud, nieuw, besloten)
    )
    return Koppeluitkomst(
        voorstel=besloten,
        schrijfwijze=geschreven.schrijfwijze,
        pad=geschreven.pad,
        map_=map_,
        jaar=opdracht.jaar,
        overgenomen=overgenomen,
        kwaliteit_yaml=geschreven.kwaliteit_yaml,
        plakplek=geschreven.plakplek,
        nieuwe_naam=geschreven.nieuwe_naam,
    )


def toon_kader(naam: str | None) -> Kader:
    """Geef een kader, standaard het nieuwste."""
    return kaders.lees_kader_of_bestand(naam or kaders.nieuwste_kader())


def vergelijk_kaders(een: str, ander: str) -> tuple[str, ...]:
    """Geef de verschillen tussen twee kaders, een zin per verschil; leeg als ze gelijk zijn."""
    return kaders.vergelijk(kaders.lees_kader_of_bestand(een), kaders.lees_kader_of_bestand(ander))


def _zoek_werkmap(map_: Path | None) -> Path | None:
    """Geef de werkmap: de genoemde, anders deze map als dat er een is."""
    return map_ if map_ is not None else werkmappen.zoek_werkmap(Path())


def _lees_bibliotheek(opdracht: Leesopdracht) -> Vragenbibliotheek:
    return vragenlijsten.lees_bibliotheek(opdracht.werkmap / "vragenlijsten" if opdracht.werkmap else None)


def _lees_werkmap(map_: Path, jaar: int, meld: Melder) -> Werkmap:
    """Lees de werkmap; pas daarna mag een uitvoermap ontstaan, anders maakt een tikfout in --map een map aan."""
    meld("De werkmap lezen")
    werkmap = werkmappen.lees_werkmap(map_, jaar)
    for jaargang in werkmap.jaren.values():
        kaders.lees_kader(jaargang.kader or kaders.nieuwste_kader())
    return werkmap


def _lees(werkmap: Werkmap, meld: Melder, antwoorden: Leesresultaat | None = None) -> _Gelezen:
    """Lees de rest; met `antwoorden` (eerder uit dezelfde bestanden gelezen) worden de bronnen niet opnieuw geopend."""
    bibliotheek = vragenlijsten.lees_bibliotheek(werkmap.pad / "vragenlijsten")
    kader = kaders.lees_kader(werkmap.jaargang.kader or kaders.nieuwste_kader())
    regels = kaders.lees_rekenregels().met_drempel(werkmap.publicatie.drempel)
    controles.controleer_samenhang(werkmap, kader, bibliotheek)
    register = werkmappen.lees_register(werkmap)
    if antwoorden is None:
        meld("De bronnen lezen")
        antwoorden = bronnen.lees_bronnen(werkmap, bibliotheek)
    return _Gelezen(
        werkmap=werkmap, bibliotheek=bibliotheek, kader=kader, regels=regels, antwoorden=antwoorden, register=register
    )


def _bereken(gelezen: _Gelezen, meld: Melder) -> _Berekend:
    meld("Nalopen en rekenen")
    werkmap, kader, bibliotheek, regels = gelezen.werkmap, gelezen.kader, gelezen.bibliotheek, gelezen.regels
    bevindingen = controles.loop_na(werkmap, kader, bibliotheek, regels, gelezen.antwoorden)
    intern = indicatoren.bereken(werkmap, kader, bibliotheek, regels, gelezen.antwoorden)
    bevindingen += controles.loop_cijfers_na(intern, regels)
    beveiligd = geheimhouding.beveilig(intern, kader, regels, gelezen.register, werkmap.publicatie.correcties)
    bevindingen += beveiligd.bevindingen
    bevindingen += taalhulp.lees_na(werkmap)
    return _Berekend(
        bevindingen=bevindingen,
        intern=intern,
        beveiligd=beveiligd,
        vergeleken=vergelijken.vergelijk(intern, beveiligd.openbaar, regels),
        herkomst=Herkomst.van(
            __version__,
            kader,
            {
                **werkmap.controlegetallen,
                **bibliotheek.controlegetallen,
                **gelezen.antwoorden.controlegetallen,
            },
            regels.drempel,
        ),
    )


def _stel_samen(gelezen: _Gelezen, berekend: _Berekend, *, concept: bool) -> tuple[Verslag, Verslag, Verslag]:
    """Het hele verslag, de uitgave in gewone taal en de verantwoording."""
    return rapportage.stel_uitgaven_samen(
        gelezen.werkmap,
        gelezen.kader,
        gelezen.bibliotheek,
        gelezen.regels,
        berekend.beveiligd.openbaar,
        berekend.vergeleken.openbaar,
        berekend.herkomst,
        concept=concept,
    )


def _kies_vormgeving(werkmap: Werkmap, keuze: Vormkeuze) -> Vormgeving:
    """De eigen stijl van de organisatie met wat er bij de opdracht is gekozen."""
    return Vormgeving(
        huisstijl=werkmap.huisstijl,
        eigen_blokken=werkmap.eigen_blokken,
        keuze=replace(keuze, basis_url=keuze.basis_url or werkmap.publicatie.basis_url),
    )


def _maak_openbaar(
    gelezen: _Gelezen, berekend: _Berekend, uitgaven: tuple[Verslag, ...], keuze: Vormkeuze
) -> tuple[Uitvoerbestand, ...]:
    """Alles wat online mag, uit dezelfde openbare cijfers; nog niet geschreven. De eerste uitgave is het verslag."""
    verslag = uitgaven[0]
    vorm = _kies_vormgeving(gelezen.werkmap, keuze)
    openbaar = berekend.beveiligd.openbaar
    kaarten = rapportage.maak_kaarten(openbaar, gelezen.kader, gelezen.regels)
    maak = {Formaat.PDF: weergave.maak_pdf, Formaat.DOCX: weergave.maak_docx}
    return (
        *(weergave.maak_html(uitgave, vorm) for uitgave in uitgaven),
        *(weergave.maak_markdown(uitgave, vorm) for uitgave in uitgaven),
        weergave.maak_fragment(verslag, vorm),
        weergave.maak_kaal(verslag, vorm),
        *weergave.maak_figuren(*uitgaven),
        *weergave.maak_kaarten(kaarten, verslag, vorm),
        *(maak[formaat](verslag, vorm) for formaat in keuze.formaten),
        *uitvoer.maak_openbare_bestanden(
            openbaar, berekend.vergeleken.openbaar, gelezen.werkmap.organisatie, berekend.herkomst
        ),
    )


def _interne_bestanden(gelezen: _Gelezen, berekend: _Berekend) -> tuple[Uitvoerbestand, ...]:
    return uitvoer.maak_interne_bestanden(
        gelezen.werkmap,
        gelezen.antwoorden,
        berekend.bevindingen,
        berekend.intern,
        berekend.beveiligd,
        berekend.vergeleken,
        berekend.herkomst,
    )


def _eis_vaststelling(werkmap: Werkmap) -> None:
    if werkmap.publicatie.vastgesteld_op is None:
        raise WerkmapFout(
            Gebrek(
                waar="kwaliteit.yaml, publicatie",
                wat="de datum waarop het verslag is vastgesteld ontbreekt",
                verwacht="vastgesteld_op: met een datum, bijvoorbeeld 2025-05-12",
                doe_dit="Vul de datum van vaststelling in, of maak een concept door --definitief weg te laten.",
            )
        )


def _eis_eerdere_publicaties(beveiligd: Beveiligd) -> None:
    """Stop als een cijfer niet naast een eerdere publicatie mag staan, voordat er iets geschreven is."""
    if heeft_ernstige(beveiligd.bevindingen):
        raise WerkmapFout(
            *(
                Gebrek(waar=een.bestand, wat=een.wat, verwacht=een.verwacht, doe_dit=een.doe_dit)
                for een in beveiligd.bevindingen
                if een.ernst is Ernst.ERNSTIG
            )
        )


def _uitkomst(opdracht: str, gelezen: _Gelezen, berekend: _Berekend, verslag: Verslag | None) -> Uitkomst:
    jaar = gelezen.werkmap.jaar
    return Uitkomst(
        opdracht=opdracht,
        jaar=jaar,
        bevindingen=berekend.bevindingen,
        bronnen=tuple(
            Bronsamenvatting(bestand=blad.bron.bestand, doelgroep=blad.bron.doelgroep.naam, respondenten=blad.aantal)
            for blad in gelezen.antwoorden.bladen
            if blad.bron.jaar == jaar
        ),
        dekking=rapportage.dekking(verslag) if verslag else (),
    )


class _Conceptbouwer:
    """Bouwt het concept steeds opnieuw; de bronnen leest zij alleen opnieuw als daar iets veranderd kan zijn."""

    def __init__(self, map_: Path, jaar: int) -> None:
        self._map = map_
        self._jaar = jaar
        self._gelezen: tuple[Bestandstand, Leesresultaat] | None = None
        self._sjablonen: Bestandstand | None = None

    def bouw(self, stand: "Mapstand") -> "Concept":
        """Maak alle openbare bestanden, in het geheugen; dezelfde bytes als `maak_verslag` zonder keuzes schrijft."""
        from kwaliteit.begrippen.voorvertoning import Concept  # noqa: PLC0415

        if self._sjablonen != stand.sjablonen:
            weergave.vergeet_sjablonen()
            self._sjablonen = stand.sjablonen
        bekend = self._gelezen[1] if self._gelezen and self._gelezen[0] == stand.cijfers else None
        gelezen = _lees(_lees_werkmap(self._map, self._jaar, _zwijg), _zwijg, bekend)
        self._gelezen = (stand.cijfers, gelezen.antwoorden)
        berekend = _bereken(gelezen, _zwijg)
        uitgaven = _stel_samen(gelezen, berekend, concept=True)
        return Concept(
            bestanden=_maak_openbaar(gelezen, berekend, uitgaven, GEEN_KEUZE), bevindingen=berekend.bevindingen
        )


def _zwijg(_: str) -> None:
    """Een melder die niets zegt."""
