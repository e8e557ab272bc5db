"""Eigen sjablonen van een organisatie: een stuk van de pagina, ingevuld met alleen openbare gegevens.

Een sjabloon is tekst van buiten. Het mag niets aanroepen, niets laden en niets zien behalve wat `gegevens` noemt; wat
eruit komt wordt nagelopen en opnieuw opgeschreven. Wat niet mag, is een WerkmapFout met bestand en regel.
"""

from collections.abc import Mapping

from markupsafe import Markup

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import Bloknaam, Vormgeving
from kwaliteit.weergave.eigenblokken.gebrek import Sjabloongebrek
from kwaliteit.weergave.eigenblokken.gegevens import GEGEVENS, NAAM
from kwaliteit.weergave.eigenblokken.nalopen import loop_na
from kwaliteit.weergave.eigenblokken.vertalen import vertaal

BLOKKEN = tuple(Bloknaam)
"""De namen waarmee `vul` gevraagd mag worden."""


def vul(vorm: Vormgeving, naam: str, gegevens: Mapping[str, object]) -> Markup | None:
    """Geef het eigen blok als HTML, of None als de organisatie er geen heeft.

    `gegevens` heeft precies de namen uit `GEGEVENS[naam]`, zonder `naam`; alleen `logo` mag HTML zijn. Klopt het
    sjabloon niet, dan volgt een WerkmapFout.
    """
    blok = next((een for een in vorm.eigen_blokken if een.naam == naam), None)
    if blok is None:
        return None
    verslag, niveau = gegevens.get("verslag"), gegevens.get("niveau")
    if {*gegevens, NAAM} != set(GEGEVENS[blok.naam]) or not isinstance(verslag, Verslag) or not isinstance(niveau, int):
        raise ValueError(f"blok {naam} krijgt andere gegevens dan {', '.join(GEGEVENS[blok.naam])}")
    alles = {**gegevens, NAAM: vorm.huisstijl.naam or verslag.organisatie.naam}
    try:
        uitkomst = vertaal(blok.bron, blok.naam).vul_in(alles)
        return loop_na(uitkomst, blok.naam, niveau=niveau, bron=blok.bron)
    except Sjabloongebrek as gebrek:
        raise WerkmapFout(_maak_gebrek(blok.waar, gebrek)) from None


def keur(vorm: Vormgeving) -> None:
    """Stop met alle gebreken samen die zonder verslag te zien zijn: taal, namen en filters van elk sjabloon."""
    gebreken = []
    for blok in vorm.eigen_blokken:
        try:
            vertaal(blok.bron, blok.naam)
        except Sjabloongebrek as gebrek:
            gebreken.append(_maak_gebrek(blok.waar, gebrek))
    if gebreken:
        raise WerkmapFout(*gebreken)


def _maak_gebrek(waar: str, gebrek: Sjabloongebrek) -> Gebrek:
    plaats = f"{waar}, regel {gebrek.regel}" if gebrek.regel else waar
    return Gebrek(waar=plaats, wat=gebrek.wat, verwacht=gebrek.verwacht, doe_dit=gebrek.doe_dit)


__all__ = ["BLOKKEN", "GEGEVENS", "keur", "vul"]
