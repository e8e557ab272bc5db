"""Kloppen de namen over de kamers heen: normen, pijlers, vragen, kengetallen, lijsten en locaties.

Elke kamer leest haar eigen bestanden; pas hier liggen ze naast elkaar. Alle onbekende namen komen samen in één fout.
De cijfers die een verhaal in de tekst noemt, zoekt `rapportage` op: pas daar is bekend welke er zijn.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kwaliteit.begrippen.actie import Doel
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout, bedoelde_u
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.schrijfwijze import schrijf_grens
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort, Schaalsoort, Vraag, Vragenbibliotheek
from kwaliteit.begrippen.werkmap import ALLES, RESPONS, Werkmap
from kwaliteit.controles.woorden import som_op

VASTE_VERHALEN = ("voorwoord", "samenvatting", "over-ons", "gewone-taal")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bekend:
    """Alle namen waarnaar verwezen mag worden."""

    normen: Collection[str]
    pijlers: tuple[str, ...]
    spiegels: Collection[str]
    gevraagd: dict[tuple[str, Doelgroep], Vraag]
    kengetallen: dict[str, Kengetal]

    @property
    def vragen(self) -> dict[str, Vraag]:
        return {vraag_id: vraag for (vraag_id, _), vraag in self.gevraagd.items()}

    def groepen_van(self, vraag_id: str) -> tuple[Doelgroep, ...]:
        return tuple(groep for groep in Doelgroep if (vraag_id, groep) in self.gevraagd)


def controleer_samenhang(werkmap: Werkmap, kader: Kader, bibliotheek: Vragenbibliotheek) -> None:
    """Stop met een WerkmapFout als een naam nergens bestaat; noemt alle onbekende namen samen."""
    bekend = _Bekend(
        normen=tuple(norm.id for norm in kader.normen),
        pijlers=tuple(pijler.id for pijler in kader.pijlers),
        spiegels=tuple(spiegel.id for spiegel in bibliotheek.spiegels),
        gevraagd={
            (vraag.id, lijst.doelgroep): vraag
            for lijst in bibliotheek.vragenlijsten
            for vraag in (*lijst.getelde_vragen, *lijst.schaalscores)
        },
        kengetallen={kengetal.id: kengetal for kengetal in bibliotheek.kengetallen},
    )
    gebreken = (
        *_controleer_bibliotheek(bibliotheek, bekend),
        *_controleer_bronnen(werkmap, bibliotheek),
        *_controleer_correcties(werkmap, bekend),
        *_controleer_acties(werkmap, bekend),
        *_controleer_citaten_en_oordelen(werkmap, bekend),
        *_controleer_pijlerverhalen(werkmap, bekend),
    )
    if gebreken:
        raise WerkmapFout(*gebreken)


def _zoek(naam: str, bekend: Collection[str], *, waar: str, soort: str, verwacht: str) -> Iterator[Gebrek]:
    """Geef een gebrek als de naam niet bekend is, met de bekende naam die er het meest op lijkt."""
    if naam not in bekend:
        yield Gebrek(
            waar=waar,
            wat=f"'{naam}' is geen bekende {soort}",
            verwacht=verwacht,
            doe_dit=f"Verbeter de naam.{bedoelde_u(naam, bekend)}",
        )


def _zoek_norm(naam: str, bekend: _Bekend, waar: str) -> Iterator[Gebrek]:
    return _zoek(naam, bekend.normen, waar=waar, soort="norm", verwacht=f"een norm uit het kader: {_noem(bekend)}")


def _noem(bekend: _Bekend) -> str:
    normen = list(bekend.normen)
    return som_op(normen, "of") if len(normen) < 5 else f"{normen[0]} tot en met {normen[-1]}"


def _controleer_bibliotheek(bibliotheek: Vragenbibliotheek, bekend: _Bekend) -> Iterator[Gebrek]:
    for lijst in bibliotheek.vragenlijsten:
        for vraag in (*lijst.vragen, *lijst.schaalscores):
            waar = f"vragenlijst '{lijst.naam}', vraag {vraag.id}"
            for norm in vraag.normen:
                yield from _zoek_norm(norm, bekend, waar)
            if vraag.spiegel is not None:
                verwacht = f"een onderwerp van de spiegel: {som_op(sorted(bekend.spiegels), 'of')}"
                yield from _zoek(vraag.spiegel, bekend.spiegels, waar=waar, soort="spiegel", verwacht=verwacht)
    for kengetal in bibliotheek.kengetallen:
        for norm in kengetal.normen:
            yield from _zoek_norm(norm, bekend, f"kengetallen, {kengetal.id}")


def _controleer_bronnen(werkmap: Werkmap, bibliotheek: Vragenbibliotheek) -> Iterator[Gebrek]:
    lijsten = {lijst.naam: lijst for lijst in bibliotheek.vragenlijsten}
    for jaar in sorted(werkmap.jaren):
        for bron in werkmap.jaren[jaar].bronnen:
            if not bron.vragenlijst:
                continue
            waar = f"kwaliteit.yaml, jaren, {jaar}, bronnen, {bron.pad.name}"
            passend = sorted(naam for naam, lijst in lijsten.items() if lijst.doelgroep is bron.doelgroep)
            verwacht = f"een vragenlijst voor {bron.doelgroep.naam}: {som_op(passend, 'of')}"
            yield from _zoek(bron.vragenlijst, lijsten, waar=waar, soort="vragenlijst", verwacht=verwacht)
            lijst = lijsten.get(bron.vragenlijst)
            if lijst and lijst.doelgroep is not bron.doelgroep:
                yield Gebrek(
                    waar=waar,
                    wat=f"vragenlijst '{lijst.naam}' is voor {lijst.doelgroep.naam}, niet voor {bron.doelgroep.naam}",
                    verwacht=verwacht,
                    doe_dit="Verbeter de vragenlijst of de doelgroep van deze bron.",
                )


def _controleer_correcties(werkmap: Werkmap, bekend: _Bekend) -> Iterator[Gebrek]:
    """Een correctie noemt iets van die groep; zonder groep is het een kengetal."""
    for nummer, correctie in enumerate(werkmap.publicatie.correcties, start=1):
        groep = correctie.doelgroep
        namen = (
            (*bekend.kengetallen, ALLES)
            if groep is None
            else (*(vraag for vraag, van in bekend.gevraagd if van is groep), RESPONS, ALLES)
        )
        yield from _zoek(
            correctie.indicator,
            namen,
            waar=f"kwaliteit.yaml, publicatie, correcties, nummer {nummer}",
            soort="kengetal (zonder doelgroep)" if groep is None else f"vraag aan {groep.naam}",
            verwacht=f"een kengetal, of {ALLES}" if groep is None else f"een vraag, {RESPONS} of {ALLES}",
        )


def _controleer_acties(werkmap: Werkmap, bekend: _Bekend) -> Iterator[Gebrek]:
    redenen = (*bekend.vragen, *bekend.kengetallen, *bekend.normen)
    for actie in werkmap.acties:
        for naam in actie.waarom:
            yield from _zoek(
                naam,
                redenen,
                waar=f"{actie.waar}, waarom",
                soort="vraag, kengetal of norm",
                verwacht="een vraag zoals CL04, een kengetal zoals K01 of een norm zoals C2",
            )
        if actie.gelukt_als is not None and actie.gelukt_als.indicator is not None:
            waar = f"{actie.waar}, gelukt_als"
            yield from _controleer_doel(actie.gelukt_als, actie.gelukt_als.indicator, bekend, waar)


def _controleer_doel(doel: Doel, indicator: str, bekend: _Bekend, waar: str) -> Iterator[Gebrek]:
    verwacht = "een vraag die geteld wordt, zoals CL04, of een kengetal zoals K01"
    meetbaar = (*bekend.vragen, *bekend.kengetallen)
    yield from _zoek(indicator, meetbaar, waar=waar, soort="vraag of kengetal", verwacht=verwacht)
    yield from _controleer_groep(indicator, doel.doelgroep, bekend, waar)
    grenzen = _grenzen_van(indicator, bekend)
    if grenzen and doel.minstens is not None and not grenzen[0] <= doel.minstens <= grenzen[1]:
        laag, hoog = (schrijf_grens(grens).replace(",", ".") for grens in grenzen)
        is_deel = grenzen == (0, 1)
        yield Gebrek(
            waar=waar,
            wat=f"'minstens' ligt buiten wat {indicator} kan zijn",
            verwacht=f"een getal van {laag} tot en met {hoog}",
            doe_dit="Schrijf een percentage als deel van 1: 90% is 0.90." if is_deel else "Verbeter het getal.",
        )


def _grenzen_van(indicator: str, bekend: _Bekend) -> tuple[float, float] | None:
    """De laagste en hoogste waarde van het cijfer, of None als die niet vastliggen."""
    if indicator in bekend.kengetallen:
        return (0, 1) if bekend.kengetallen[indicator].soort is Kengetalsoort.VERHOUDING else None
    vraag = bekend.vragen.get(indicator)
    if vraag is None:
        return None
    schaal = vraag.schaal
    if schaal.soort.heeft_codes:
        return (0, 1)
    if schaal.soort is Schaalsoort.NPS:
        return (-100, 100)
    return None if schaal.laagste is None or schaal.hoogste is None else (schaal.laagste, schaal.hoogste)


def _controleer_groep(indicator: str, doelgroep: str | None, bekend: _Bekend, waar: str) -> Iterator[Gebrek]:
    gevraagd = bekend.groepen_van(indicator)
    if doelgroep is not None and gevraagd and doelgroep not in gevraagd:
        yield Gebrek(
            waar=waar,
            wat=f"vraag {indicator} is niet gesteld aan {Doelgroep(doelgroep).naam}",
            verwacht=f"doelgroep {som_op([str(groep) for groep in gevraagd], 'of')}",
            doe_dit="Verbeter de vraag of de doelgroep.",
        )


def _controleer_citaten_en_oordelen(werkmap: Werkmap, bekend: _Bekend) -> Iterator[Gebrek]:
    for citaat in werkmap.citaten:
        verwacht = f"een van: {', '.join(bekend.pijlers)}"
        yield from _zoek(citaat.pijler, bekend.pijlers, waar=citaat.waar, soort="pijler", verwacht=verwacht)
    for oordeel in werkmap.zelfoordelen:
        yield from _zoek_norm(oordeel.norm, bekend, oordeel.waar)


def _controleer_pijlerverhalen(werkmap: Werkmap, bekend: _Bekend) -> Iterator[Gebrek]:
    namen = (*VASTE_VERHALEN, *bekend.pijlers)
    for pijler, verhaal in sorted(werkmap.verhaal.pijlers.items()):
        waar = f"verhaal/{werkmap.jaar}/{pijler}.md"
        if pijler not in bekend.pijlers:
            yield Gebrek(
                waar=waar,
                wat="dit bestand hoort bij geen enkele pijler",
                verwacht=f"een van: {', '.join(f'{naam}.md' for naam in namen)}, of reactie-<naam>.md",
                doe_dit=f"Verbeter de naam van het bestand.{bedoelde_u(pijler, namen)}",
            )
        if verhaal.kerncijfer is not None:
            yield from _zoek(
                verhaal.kerncijfer,
                (*bekend.vragen, *bekend.kengetallen),
                waar=f"{waar}, kerncijfer",
                soort="vraag of kengetal",
                verwacht="een vraag die geteld wordt, zoals CL04, of een kengetal zoals K01",
            )
        for vraag_id in verhaal.trend:
            verwacht = "een vraag die geteld wordt, zoals CL04"
            yield from _zoek(vraag_id, bekend.vragen, waar=f"{waar}, trend", soort="vraag", verwacht=verwacht)
