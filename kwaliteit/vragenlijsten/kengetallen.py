"""Van `kengetallen.yaml` naar kengetallen: wat een registratie telt, en waardoor zij deelt."""

from collections.abc import Iterator
from pathlib import Path

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort
from kwaliteit.strikte_yaml import Plaatsen, lees_yaml_met_plaatsen
from kwaliteit.vragenlijsten.gebreken import keur_ids, keur_normen, maak_gebrek
from kwaliteit.vragenlijsten.vormen import Kengetallenvorm, Kengetalvorm, maak_normen


def lees_kengetallen(pad: Path) -> tuple[Kengetal, ...]:
    """Lees de kengetallen in de volgorde van het bestand; alle gebreken samen komen in een WerkmapFout."""
    vorm, plaatsen = lees_yaml_met_plaatsen(pad, Kengetallenvorm, naam=f"vragenlijsten/{pad.name}")
    gebreken = list(keur_ids("kengetallen", (kengetal.id for kengetal in vorm.kengetallen), plaatsen))
    for nummer, kengetal in enumerate(vorm.kengetallen):
        gebreken += _keur_kengetal(nummer, kengetal, plaatsen)
    if gebreken:
        raise WerkmapFout(*gebreken)
    return tuple(_maak_kengetal(kengetal) for kengetal in vorm.kengetallen)


def _maak_kengetal(vorm: Kengetalvorm) -> Kengetal:
    return Kengetal(
        id=vorm.id,
        naam=vorm.naam,
        teller=vorm.teller,
        noemer=vorm.noemer,
        normen=maak_normen(vorm.norm),
        soort=vorm.soort,
        over_mensen=vorm.over_mensen,
        toelichting=vorm.toelichting,
    )


def _keur_kengetal(nummer: int, vorm: Kengetalvorm, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    plek = ("kengetallen", nummer)
    normen = maak_normen(vorm.norm)
    yield from keur_normen(normen, plaatsen.waar(*plek, "norm"))
    if not normen:
        yield maak_gebrek(
            plaatsen.waar(*plek, "norm"),
            f"kengetal '{vorm.id}' hoort bij geen norm",
            "minstens één norm; de eerste bepaalt de pijler",
            "Vul bij 'norm' een id in, zoals C4.",
        )
    if (vorm.soort is Kengetalsoort.AANTAL) != (not vorm.noemer.strip()):
        yield maak_gebrek(
            plaatsen.waar(*plek, "noemer"),
            f"bij kengetal '{vorm.id}' passen soort en noemer niet bij elkaar",
            "een noemer bij verhouding en per_1000, en geen noemer bij aantal",
            "Vul de noemer in, of kies de soort aantal.",
        )
