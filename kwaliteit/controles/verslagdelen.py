"""Wat ontbreekt aan de woorden van mensen in het verslagjaar: verhaal, citaten en acties (eisen V2, V3, V4 en V8)."""

from collections.abc import Iterator

from kwaliteit.begrippen.actie import Actie, Actiestatus
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.kader import Kader, Pijler
from kwaliteit.begrippen.verhaal import Citaattoon, Pijlerverhaal
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.controles.woorden import som_op

HOOGSTENS_WOORDEN = 12
"""Zo lang mag een kernboodschap zijn."""


def loop_verslagdelen_na(werkmap: Werkmap, kader: Kader) -> Iterator[Bevinding]:
    """Geef wat aan verhaal, citaten en acties ontbreekt, per pijler in de volgorde van het kader."""
    for pijler in kader.pijlers:
        yield from _meld_pijlerverhaal(werkmap.jaar, pijler, werkmap.verhaal.pijlers.get(pijler.id))
    for pijler in kader.pijlers:
        tonen = {citaat.toon for citaat in werkmap.citaten if citaat.pijler == pijler.id}
        if tonen and Citaattoon.KRITISCH not in tonen:
            yield Bevinding(
                soort=Bevindingsoort.GEEN_KRITISCH_CITAAT,
                wat=f"Bij de pijler '{pijler.naam}' staat geen kritisch citaat.",
                verwacht="minstens één citaat met toon: kritisch",
                doe_dit="Kies ook een citaat van iemand die minder tevreden is. Zo blijft het verslag eerlijk.",
                bestand=f"citaten/{werkmap.jaar}.yaml",
            )
    yield from _meld_acties(werkmap.acties, werkmap.jaar)


def _meld_pijlerverhaal(jaar: int, pijler: Pijler, verhaal: Pijlerverhaal | None) -> Iterator[Bevinding]:
    bestand = f"verhaal/{jaar}/{pijler.id}.md"
    yield from _meld_boodschap(bestand, pijler, verhaal.boodschap if verhaal else "")
    delen = (
        (
            Bevindingsoort.GEEN_TERUGBLIK,
            verhaal and verhaal.terugblik,
            f"Bij de pijler '{pijler.naam}' ontbreekt de terugblik.",
            "bij elke pijler een terugblik op het afgelopen jaar",
            f"Schrijf in {bestand} onder de kop '## Terugblik' wat u wilde bereiken en wat daarvan kwam.",
        ),
        (
            Bevindingsoort.GEEN_DUIDING,
            verhaal and verhaal.duiding,
            f"Bij de pijler '{pijler.naam}' staat niet wat de resultaten betekenen.",
            "bij elke pijler uitleg in uw eigen woorden",
            f"Schrijf in {bestand} onder de kop '## Duiding' wat u in de resultaten ziet en hoe dat komt.",
        ),
        (
            Bevindingsoort.GEEN_BESPREKING,
            verhaal and verhaal.besproken,
            f"Bij de pijler '{pijler.naam}' staat niet met wie u de resultaten besprak.",
            "bij elke pijler met wie u sprak, wanneer, en wat eruit kwam",
            f"Schrijf dat in {bestand} onder de kop '## Besproken'.",
        ),
        (
            Bevindingsoort.GEEN_VOORUITBLIK,
            verhaal and verhaal.vooruitblik,
            f"Bij de pijler '{pijler.naam}' ontbreekt de vooruitblik.",
            "bij elke pijler een vooruitblik op het komende jaar",
            f"Schrijf in {bestand} onder de kop '## Vooruitblik' wat u gaat doen.",
        ),
    )
    for soort, tekst, wat, verwacht, doe_dit in delen:
        if not tekst:
            yield Bevinding(soort=soort, wat=wat, verwacht=verwacht, doe_dit=doe_dit, bestand=bestand)


def _meld_boodschap(bestand: str, pijler: Pijler, boodschap: str) -> Iterator[Bevinding]:
    woorden = len(boodschap.split())
    if not woorden:
        yield Bevinding(
            soort=Bevindingsoort.GEEN_BOODSCHAP,
            wat=f"Bij de pijler '{pijler.naam}' ontbreekt de kernboodschap.",
            verwacht=f"één zin van hoogstens {HOOGSTENS_WOORDEN} woorden",
            doe_dit=f'Zet boven in {bestand}, tussen twee regels met ---, de regel: boodschap: "uw zin".',
            bestand=bestand,
        )
    elif woorden > HOOGSTENS_WOORDEN:
        yield Bevinding(
            soort=Bevindingsoort.BOODSCHAP_TE_LANG,
            wat=f"De kernboodschap bij de pijler '{pijler.naam}' heeft {woorden} woorden.",
            verwacht=f"hoogstens {HOOGSTENS_WOORDEN} woorden",
            doe_dit="Maak de zin korter. Uitleg past beter onder de kop '## Duiding'.",
            bestand=bestand,
        )


def _meld_acties(acties: tuple[Actie, ...], jaar: int) -> Iterator[Bevinding]:
    for actie in acties:
        stand = actie.stand.get(jaar)
        if stand is None and actie.is_open_in(jaar):
            yield _meld_actie(
                Bevindingsoort.ACTIE_ZONDER_STAND,
                wat=f"Actie '{actie.id}', beloofd in het verslag over {actie.beloofd_in}, "
                f"heeft geen status over {jaar}.",
                verwacht=f"een status: {som_op([str(status) for status in Actiestatus], 'of')}",
                doe_dit=f"Zet in acties.yaml bij deze actie onder 'stand' een regel, zoals {jaar}: {{status: loopt}}.",
            )
        elif stand is not None and stand.status.vraagt_reden and not stand.toelichting.strip():
            yield _meld_actie(
                Bevindingsoort.ACTIE_ZONDER_REDEN,
                wat=f"Actie '{actie.id}' heeft over {jaar} de status '{stand.status}', maar de reden ontbreekt.",
                verwacht="een toelichting, behalve bij de status klaar of loopt",
                doe_dit=f"Schrijf in acties.yaml bij deze actie onder 'stand', {jaar}, een toelichting: wat ging "
                "anders en waarom.",
            )
    if not any(actie.is_open_in(jaar + 1) for actie in acties):
        yield _meld_actie(
            Bevindingsoort.GEEN_ACTIES,
            wat=f"Er is geen actie voor {jaar + 1}.",
            verwacht="minstens één actie met wie het doet en wanneer het klaar is",
            doe_dit=f"Zet in acties.yaml wat u na {jaar} gaat doen, met beloofd_in: {jaar}.",
        )


def _meld_actie(soort: Bevindingsoort, *, wat: str, verwacht: str, doe_dit: str) -> Bevinding:
    return Bevinding(soort=soort, wat=wat, verwacht=verwacht, doe_dit=doe_dit, bestand="acties.yaml")
