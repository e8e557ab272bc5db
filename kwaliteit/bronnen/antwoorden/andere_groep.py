"""Staan in een bestand de vragen van een andere groep? Dan is het bestand verkeerd genoemd, niet verkeerd ingevuld."""

from dataclasses import dataclass
from pathlib import Path

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenbibliotheek, Vragenlijst
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand, Ruwblad, Soort, Weigering
from kwaliteit.bronnen.kop.kop import Wegwijzer, zoek_kop
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING

MINSTENS = 3
"""Zoveel vragen van een andere groep moeten er precies in staan."""
VEELVOUD = 2
"""En zoveel keer zo veel als van de lijst die nu geldt."""


class AndereGroep(Onleesbaar):
    """De koppen zijn de vragen van een andere groep dan waarvoor dit bestand telt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelijkende:
    """Een lijst van een andere groep, met hoeveel van haar getelde vragen er letterlijk in het bestand staan."""

    lijst: Vragenlijst
    gevonden: int


def zoek_andere_groep(
    ruw: Ruwbestand, groep: Doelgroep, bibliotheek: Vragenbibliotheek, herkend: int
) -> Gelijkende | None:
    """Geef de lijst van een andere groep die duidelijk beter past dan de `herkend` vragen van de lijst die nu geldt."""
    nodig = max(MINSTENS, VEELVOUD * herkend)
    andere = [
        lijst
        for lijst in bibliotheek.vragenlijsten
        if lijst.doelgroep is not groep and len(lijst.getelde_vragen) >= nodig
    ]
    gelijkende = [Gelijkende(lijst=lijst, gevonden=_tel_vragen(ruw, lijst)) for lijst in andere]
    beste = max(gelijkende, key=lambda een: een.gevonden, default=None)
    return beste if beste is not None and beste.gevonden >= nodig else None


def weiger_andere_groep(pad: Path, groep: Doelgroep, beste: Gelijkende) -> Weigering:
    """Zeg van welke groep de vragen zijn en hoe het bestand dan moet heten."""
    ander = beste.lijst.doelgroep
    noem = f"heet '{groep}'" if pad.name.casefold().startswith(groep) else f"staat genoteerd als {groep.naam}"
    naam = f"{ander}{pad.suffix}"
    if pad.with_name(naam).exists():
        naam = f"{ander}-2{pad.suffix}"
    return Weigering(
        wat=f"Dit bestand {noem}, maar de vragen zijn die van {ander.naam} "
        f"({beste.gevonden} van de {len(beste.lijst.getelde_vragen)}). Het is niet gelezen.",
        verwacht=f"vragen voor {groep.naam}",
        doe_dit=f"Hernoem het naar {naam}, of noem de vragenlijst in kwaliteit.yaml.",
    )


def _tel_vragen(ruw: Ruwbestand, lijst: Vragenlijst) -> int:
    wegwijzer = Wegwijzer(lijst.vragen, GEEN_KOPPELING)
    return max((_tel_in_blad(blad, wegwijzer, ruw.soort) for blad in ruw.bladen if blad.aantal_rijen), default=0)


def _tel_in_blad(blad: Ruwblad, wegwijzer: Wegwijzer, soort: Soort) -> int:
    try:
        kop = zoek_kop(blad, wegwijzer, soort)
    except Onleesbaar:
        return 0
    betekenissen = [kolom.betekenis for kolom in kop.kolommen] if kop else []
    return len({een.id for een in betekenissen if isinstance(een, Vraag) and een.schaal.soort.is_geteld})
