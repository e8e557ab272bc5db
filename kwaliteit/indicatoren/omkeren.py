"""Omgekeerde vragen: x' = laagste + hoogste − x, vóór al het andere (rekenregels 1).

Een code krijgt daarbij het label van haar spiegelbeeld. Zo blijft een hoge code gunstig en blijft het label waar: wie
bij "Ik voel me onveilig" helemaal oneens was, telt als code 5 met het label "helemaal oneens".
"""

from dataclasses import replace

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.vragenlijst import Schaal, Vraag


def bepaal_spiegelplaatsen(codes: tuple[int, ...]) -> list[int]:
    """Geef per plaats de plaats van de omgekeerde code: de op een na laagste wordt de op een na hoogste."""
    oplopend = sorted(range(len(codes)), key=lambda plaats: codes[plaats])
    spiegel = dict(zip(oplopend, reversed(oplopend), strict=True))
    return [spiegel[plaats] for plaats in range(len(codes))]


def bepaal_spiegelsom(vraag: Vraag) -> float:
    """Geef laagste + hoogste van een getalschaal; zonder grenzen is omkeren zinloos en stopt het programma."""
    if vraag.schaal.laagste is None or vraag.schaal.hoogste is None:
        raise WerkmapFout(
            Gebrek(
                waar=f"vragenlijsten, vraag {vraag.id}",
                wat=f"`omgekeerd: true` bij schaal '{vraag.schaal.naam}', die geen laagste en hoogste waarde heeft",
                verwacht="een schaal met een laagste en een hoogste waarde",
                doe_dit="Vul `laagste` en `hoogste` in bij de schaal, of haal `omgekeerd` weg.",
            )
        )
    return vraag.schaal.laagste + vraag.schaal.hoogste


def verwissel_labels(vraag: Vraag) -> Vraag:
    """Geef de vraag zoals zij geteld wordt: bij een omgekeerde vraag met codes staan de labels andersom."""
    schaal: Schaal = vraag.schaal
    if not (vraag.omgekeerd and schaal.soort.heeft_codes):
        return vraag
    labels = tuple(schaal.labels[plaats] for plaats in bepaal_spiegelplaatsen(schaal.codes))
    return replace(vraag, schaal=replace(schaal, labels=labels))
