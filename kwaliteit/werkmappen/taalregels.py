"""Leest `taal.yaml`: eigen jargon, toegestane woorden, bekende afkortingen en de langste zin."""

from kwaliteit.begrippen.taalregels import Taalregels
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.vormen import Taalvorm

TAAL = "taal.yaml"
KORTSTE_GRENS = 8
LANGSTE_GRENS = 40


def lees_taalregels(plank: Leesplank) -> Taalregels:
    """Geef de taalregels van de organisatie; zonder bestand gelden die van het programma."""
    gelezen = plank.lees_yaml(TAAL, Taalvorm)
    # Aan geen letter en geen getal van het verslag verandert iets: het hoort dus niet bij het controlegetal ervan.
    plank.controlegetallen.pop(TAAL, None)
    if gelezen is None:
        return Taalregels()
    vorm, plaatsen = gelezen
    _keur(vorm, plaatsen, plank)
    return Taalregels(
        jargon={woord.strip(): gewoon.strip() for woord, gewoon in sorted(vorm.jargon.items())},
        toegestaan=tuple(sorted({woord.strip() for woord in vorm.toegestaan})),
        afkortingen={kort.strip(): voluit.strip() for kort, voluit in sorted(vorm.afkortingen.items())},
        langste_zin=vorm.langste_zin,
    )


def _keur(vorm: Taalvorm, plaatsen: Plaatsen, plank: Leesplank) -> None:
    if not KORTSTE_GRENS <= vorm.langste_zin <= LANGSTE_GRENS:
        plank.meld(
            plaatsen.waar("langste_zin"),
            "dit kan niet de langste zin zijn",
            f"een aantal woorden van {KORTSTE_GRENS} tot en met {LANGSTE_GRENS}",
            "Kies een ander aantal, of haal de regel weg; dan geldt 20.",
        )
    for sleutel, paren in (("jargon", vorm.jargon), ("afkortingen", vorm.afkortingen)):
        for woord, gewoon in paren.items():
            if not woord.strip() or not gewoon.strip():
                plank.meld(
                    plaatsen.waar(sleutel, woord),
                    "hier ontbreekt een woord",
                    'links het woord en rechts wat het in gewone taal is, zoals: casuïstiek: "voorbeelden"',
                    "Vul aan, of haal de regel weg.",
                )
    toegestaan = {woord.strip().casefold() for woord in vorm.toegestaan}
    for woord in vorm.jargon:
        if woord.strip().casefold() in toegestaan:
            plank.meld(
                plaatsen.waar("jargon", woord),
                f"'{woord}' staat onder 'jargon' en ook onder 'toegestaan'",
                "elk woord op één plaats",
                "Haal het woord bij een van de twee weg.",
            )
    for nummer, woord in enumerate(vorm.toegestaan):
        if not woord.strip():
            plank.meld(plaatsen.waar("toegestaan", nummer), "hier staat niets", "een woord", "Vul een woord in.")
