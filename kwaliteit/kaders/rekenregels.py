"""De rekenregels: elke grens met waarde, bron en toelichting, zodat een ander getal nooit in de code verdwijnt."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.strikte_yaml import Plaatsen, lees_yaml_met_plaatsen

LAAGSTE_DREMPEL = 5
LAAGSTE_BAND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantalgrens:
    """Een grens in hele mensen of antwoorden."""

    waarde: int
    bron: str
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fractiegrens:
    """Een grens als fractie van 0 tot en met 1."""

    waarde: float
    bron: str
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntengrens:
    """Een grens in punten van een cijfer, score of nps; groter dan nul."""

    waarde: float
    bron: str
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenregelbestand:
    """De vorm van `rekenregels.yaml`; na `versie` dezelfde namen als Rekenregels."""

    versie: str
    drempel: Aantalgrens
    band: Aantalgrens
    procent_vanaf: Aantalgrens
    verschil_minstens: Fractiegrens
    verschil_score: Puntengrens
    verschil_cijfer: Puntengrens
    verschil_nps: Puntengrens
    groot_verschil: Fractiegrens
    toeval: Fractiegrens
    hoog_vanaf: Fractiegrens
    laag_onder: Fractiegrens
    volledig_vanaf: Fractiegrens
    nvt_boven: Fractiegrens
    respons_voorzichtig: Fractiegrens
    respons_laag: Fractiegrens
    alfa_vanaf: Aantalgrens
    alfa_laag: Fractiegrens


@cache
def lees_rekenregels() -> Rekenregels:
    """Geef de meegeleverde grenzen."""
    return lees_rekenregelbestand(Path(__file__).with_suffix(".yaml"))


def lees_rekenregelbestand(pad: Path) -> Rekenregels:
    """Lees één bestand met grenzen; alle gebreken samen komen in een WerkmapFout."""
    gelezen, plaatsen = lees_yaml_met_plaatsen(pad, Rekenregelbestand, naam=f"kaders/{pad.name}")
    gebreken = list(_keur(gelezen, plaatsen))
    if gebreken:
        raise WerkmapFout(*gebreken)
    return Rekenregels(**{veld.name: getattr(gelezen, veld.name).waarde for veld in fields(Rekenregels)})


def _keur(regels: Rekenregelbestand, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    if regels.drempel.waarde < LAAGSTE_DREMPEL:
        yield _grensgebrek("drempel", f"{LAAGSTE_DREMPEL} of meer", plaatsen)
    if not LAAGSTE_BAND <= regels.band.waarde < regels.drempel.waarde:
        yield _grensgebrek("band", f"{LAAGSTE_BAND} of meer, en lager dan de drempel", plaatsen)
    if regels.procent_vanaf.waarde < regels.drempel.waarde:
        yield _grensgebrek("procent_vanaf", "minstens de drempel", plaatsen)
    if regels.laag_onder.waarde > regels.hoog_vanaf.waarde:
        yield _grensgebrek("laag_onder", "niet hoger dan hoog_vanaf", plaatsen)
    if regels.respons_laag.waarde > regels.respons_voorzichtig.waarde:
        yield _grensgebrek("respons_laag", "niet hoger dan respons_voorzichtig", plaatsen)
    for veld in fields(regels):
        grens = getattr(regels, veld.name)
        if isinstance(grens, Fractiegrens) and not 0 <= grens.waarde <= 1:
            yield _grensgebrek(veld.name, "een fractie van 0 tot en met 1", plaatsen)
        if veld.name != "versie" and not grens.bron.strip():
            yield Gebrek(
                waar=plaatsen.waar(veld.name, "bron"),
                wat=f"'{veld.name}' heeft geen bron",
                verwacht="waar de grens vandaan komt, of 'Eigen keuze.'",
                doe_dit="Vul de bron in.",
            )


def _grensgebrek(naam: str, verwacht: str, plaatsen: Plaatsen) -> Gebrek:
    return Gebrek(
        waar=plaatsen.waar(naam, "waarde"),
        wat=f"'{naam}' kan deze waarde niet hebben",
        verwacht=verwacht,
        doe_dit="Verbeter de waarde.",
    )
