"""Passen de aantallen bij elkaar: deelnemers, uitgenodigden en de grootte van de groep."""

from collections.abc import Iterator, Mapping, Sequence

from kwaliteit.begrippen.antwoord import Antwoordblad
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.werkmap import Aantallen, Werkmap
from kwaliteit.controles.woorden import tel


def loop_deelnemers_na(bladen: Sequence[Antwoordblad], werkmap: Werkmap) -> Iterator[Bevinding]:
    """Vergelijk de deelnemers van één groep in één jaar, uit alle bladen samen, met wat de werkmap opgeeft."""
    bron = bladen[0].bron
    jaargang = werkmap.jaren.get(bron.jaar)
    if jaargang is None:
        return
    totaal = sum(int(blad.deelnemers().sum()) for blad in bladen)
    per_locatie = _tel_per_locatie(bladen)
    for soort, sleutel, opgave, wie in (
        (Bevindingsoort.MEER_DAN_UITGENODIGD, "uitgenodigd", jaargang.uitgenodigd, "uitgenodigden"),
        (Bevindingsoort.MEER_DAN_POPULATIE, "populatie", jaargang.populatie, "mensen in de groep"),
    ):
        for plaats, aantal, hoogstens in _vind_te_veel(opgave.get(bron.doelgroep), totaal, per_locatie, werkmap):
            yield Bevinding(
                soort=soort,
                wat=f"In {bron.jaar} telt de groep {bron.doelgroep.naam}{plaats} "
                f"{tel(aantal, 'deelnemer', 'deelnemers')}, meer dan het aantal {wie} ({hoogstens}).",
                verwacht=f"hoogstens {tel(hoogstens, 'deelnemer', 'deelnemers')}",
                doe_dit=f"Controleer het aantal in kwaliteit.yaml bij jaren, {bron.jaar}, {sleutel}, {bron.doelgroep}. "
                "Klopt dat, kijk dan of er dubbele of verkeerde rijen in de bron staan.",
                bestand=bron.bestand,
                blad=bron.blad,
            )


def loop_uitgenodigden_na(werkmap: Werkmap) -> Iterator[Bevinding]:
    """Vergelijk tot en met het verslagjaar de uitgenodigden met de grootte van de groep, in totaal en per locatie."""
    for jaar in sorted(jaar for jaar in werkmap.jaren if jaar <= werkmap.jaar):
        jaargang = werkmap.jaren[jaar]
        for groep in Doelgroep:
            uitgenodigd = jaargang.uitgenodigd.get(groep)
            if uitgenodigd is None:
                continue
            for plaats, aantal, hoogstens in _vind_te_veel(
                jaargang.populatie.get(groep), uitgenodigd.totaal, uitgenodigd.per_locatie, werkmap
            ):
                yield Bevinding(
                    soort=Bevindingsoort.UITGENODIGD_BOVEN_POPULATIE,
                    wat=f"In {jaar} zijn van de groep {groep.naam}{plaats} meer mensen uitgenodigd ({aantal}) "
                    f"dan er in de groep zijn ({hoogstens}).",
                    verwacht=f"hoogstens {tel(hoogstens, 'uitgenodigde', 'uitgenodigden')}",
                    doe_dit=f"Controleer in kwaliteit.yaml bij jaren, {jaar} de aantallen van {groep} bij uitgenodigd "
                    "en bij populatie. Gaan ze over verschillende dagen, kies dan één dag.",
                    bestand="kwaliteit.yaml",
                )


def _tel_per_locatie(bladen: Sequence[Antwoordblad]) -> dict[str, int]:
    per_locatie: dict[str, int] = {}
    for blad in bladen:
        for plek, locatie in enumerate(blad.locaties):
            aantal = int((blad.deelnemers() & (blad.locatie == plek)).sum())
            per_locatie[locatie] = per_locatie.get(locatie, 0) + aantal
    return per_locatie


def _vind_te_veel(
    opgave: Aantallen | None, totaal: int, per_locatie: Mapping[str, int], werkmap: Werkmap
) -> Iterator[tuple[str, int, int]]:
    """Geef (plaats in woorden, aantal, hoogstens) voor het totaal en elke locatie waar er te veel zijn.

    Is er iemand op een locatie waarvan geen aantal is opgegeven, dan is de som niet het aantal van de organisatie.
    """
    if opgave is None:
        return
    niet_opgegeven = [naam for naam, aantal in per_locatie.items() if aantal and naam not in opgave.per_locatie]
    if totaal > opgave.totaal and not (opgave.per_locatie and niet_opgegeven):
        yield "", totaal, opgave.totaal
    for onderdeel in werkmap.boom.onderdelen:
        hoogstens = opgave.per_locatie.get(onderdeel.id)
        if hoogstens is not None and per_locatie.get(onderdeel.id, 0) > hoogstens:
            yield f" bij {onderdeel.naam}", per_locatie[onderdeel.id], hoogstens
