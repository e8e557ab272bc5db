"""De deur tussen een bestand en de rest van de kamer: bytes erin, cellen eruit.

Alles achter deze deur ontleedt wat een vreemde maakte en geeft alleen gewone waarden terug. Alleen een kindproces
(`kind`) en toetsen gaan hier naar binnen.
"""

from pathlib import Path

from kwaliteit.bestanden.herken import herken
from kwaliteit.bestanden.rekenblad import lees_rekenblad
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand, Soort, Weigering
from kwaliteit.bestanden.sav import lees_sav
from kwaliteit.bestanden.tekst import lees_tekst
from kwaliteit.bestanden.zipgrens import bewaak

REKENBLADUITGANGEN = frozenset({".xlsx", ".xls", ".ods"})
TEKST_ALS_REKENBLAD = Weigering(
    wat="Dit bestand heet een rekenblad, maar er staat gewone tekst in.",
    verwacht="een rekenblad, of een tekstbestand dat op .csv of .tsv eindigt",
    doe_dit="Is het een csv? Geef het dan die uitgang. Zo niet, exporteer de antwoorden opnieuw.",
)


def open_ruw(inhoud: bytes) -> Ruwbestand:
    """Geef de cellen van een bestand, of `Onleesbaar` met de reden."""
    soort = herken(inhoud)
    if soort is Soort.TEKST:
        return lees_tekst(inhoud)
    if soort is Soort.XLS:
        from kwaliteit.bestanden.xls import lees_xls  # noqa: PLC0415  zelden nodig, en elke start van een kind telt

        return lees_xls(inhoud)
    if soort is Soort.SAV:
        return lees_sav(inhoud)
    return lees_rekenblad(bewaak(inhoud))


def eis_passende_naam(pad: Path, ruw: Ruwbestand) -> None:
    """Weiger gewone tekst die een rekenblad heet; dan is er iets misgegaan bij het exporteren of hernoemen."""
    if ruw.soort is Soort.TEKST and pad.suffix.lower() in REKENBLADUITGANGEN:
        raise Onleesbaar(TEKST_ALS_REKENBLAD)
