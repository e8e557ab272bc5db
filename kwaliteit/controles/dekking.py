"""Wat ontbreekt aan de bronnen: groepen, pijlers, meetperioden, en bestanden die nergens bij horen (eis V5)."""

from collections.abc import Iterator, Sequence

from kwaliteit.begrippen.antwoord import Antwoordblad
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.controles.woorden import som_op


def loop_dekking_na(werkmap: Werkmap, kader: Kader, bladen: Sequence[Antwoordblad]) -> Iterator[Bevinding]:
    """Geef wat aan bronnen ontbreekt; groepen en pijlers alleen voor het verslagjaar."""
    yield from _meld_onbekende_bestanden(werkmap)
    yield from _meld_meetperioden(werkmap, {blad.bron.jaar for blad in bladen})
    van_dit_jaar = [blad for blad in bladen if blad.bron.jaar == werkmap.jaar]
    yield from _meld_groepen(werkmap, {blad.bron.doelgroep for blad in van_dit_jaar})
    yield from _meld_pijlers(werkmap, kader, van_dit_jaar)


def _meld_onbekende_bestanden(werkmap: Werkmap) -> Iterator[Bevinding]:
    for jaar in sorted(werkmap.jaren):
        for bestand in werkmap.jaren[jaar].onbekende_bestanden:
            yield Bevinding(
                soort=Bevindingsoort.ONBEKEND_BESTAND,
                wat="Dit bestand is niet gelezen, want de naam of het soort bestand past bij geen doelgroep.",
                verwacht=f"een naam die begint met {som_op([str(groep) for groep in Doelgroep], 'of')}, of kengetallen "
                "heet, en eindigt op .xlsx, .xls, .ods, .csv, .tsv of .sav",
                doe_dit="Geef het bestand zo'n naam of noem het in kwaliteit.yaml onder 'bronnen'. "
                "Hoort het er niet bij, zet het dan in een andere map.",
                bestand=bestand,
            )


def _meld_meetperioden(werkmap: Werkmap, gemeten: set[int]) -> Iterator[Bevinding]:
    for jaar in sorted(gemeten & werkmap.jaren.keys()):
        if werkmap.jaren[jaar].meetperiode is None:
            yield Bevinding(
                soort=Bevindingsoort.PERIODE_ONTBREEKT,
                wat=f"Van {jaar} is niet bekend wanneer de vragenlijsten openstonden.",
                verwacht="een eerste en een laatste dag",
                doe_dit=f"Zet in kwaliteit.yaml bij {jaar}: "
                f"meetperiode: {{van: {jaar}-09-01, tot: {jaar}-10-31}}, met uw eigen datums.",
                bestand="kwaliteit.yaml",
            )


def _meld_groepen(werkmap: Werkmap, aanwezig: set[Doelgroep]) -> Iterator[Bevinding]:
    for groep in HOOFDGROEPEN:
        if groep not in aanwezig:
            yield Bevinding(
                soort=Bevindingsoort.GROEP_ZONDER_BRON,
                wat=f"Over {werkmap.jaar} zijn er geen antwoorden van {groep.naam}.",
                verwacht=f"een bestand zoals bronnen/{werkmap.jaar}/{groep}.xlsx",
                doe_dit=f"Zet het bestand in bronnen/{werkmap.jaar}. Is er niets gevraagd, dan hoeft u niets te doen: "
                f"het verslag zegt dan dat er in dit jaar geen informatie is opgehaald bij {groep.naam}.",
            )


def _meld_pijlers(werkmap: Werkmap, kader: Kader, bladen: Sequence[Antwoordblad]) -> Iterator[Bevinding]:
    gedekt: set[str] = set()
    leeg: list[tuple[str, Antwoordblad]] = []
    for pijler in kader.pijlers:
        for blad in bladen:
            vragen = [vraag for vraag in blad.vragenlijst.getelde_vragen if pijler.id in _pijlers_van(vraag, kader)]
            if any(_heeft_waarden(blad, vraag) for vraag in vragen):
                gedekt.add(pijler.id)
            elif vragen:
                leeg.append((pijler.id, blad))
    namen = {pijler.id: pijler.naam for pijler in kader.pijlers}
    for pijler_id, blad in leeg:
        yield Bevinding(
            soort=Bevindingsoort.PIJLER_ZONDER_BRON,
            wat=f"Over de pijler '{namen[pijler_id]}' gaf de groep {blad.bron.doelgroep.naam} geen enkel antwoord.",
            verwacht="minstens één antwoord op een vraag over deze pijler",
            doe_dit="Kijk of de kolommen met deze vragen in de bron staan en herkend zijn. "
            "Klopt het, dan staat in het verslag dat deze groep hierover geen informatie gaf.",
            bestand=blad.bron.bestand,
            blad=blad.bron.blad,
        )
    for pijler in kader.pijlers:
        if bladen and pijler.id not in gedekt:
            yield Bevinding(
                soort=Bevindingsoort.PIJLER_ZONDER_BRON,
                wat=f"Over de pijler '{pijler.naam}' is er in {werkmap.jaar} van geen enkele groep informatie.",
                verwacht="antwoorden van minstens één groep",
                doe_dit="Neem in een vragenlijst een vraag op die bij deze pijler hoort, of beschrijf in het verhaal "
                "wat u er wel over weet.",
            )


def _pijlers_van(vraag: Vraag, kader: Kader) -> set[str]:
    """Voor de dekking telt elke norm van een vraag, niet alleen de eerste."""
    return {kader.norm(norm_id).pijler for norm_id in vraag.normen}


def _heeft_waarden(blad: Antwoordblad, vraag: Vraag) -> bool:
    kolom = blad.kolommen.get(vraag.id)
    return kolom is not None and bool((kolom.plaats >= 0).any())
