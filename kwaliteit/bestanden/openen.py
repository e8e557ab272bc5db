"""De deur tussen een bestand en de rest van de kamer: bytes erin, cellen eruit.

Alles achter deze deur ontleedt wat een vreemde maakte en geeft alleen gewone waarden terug; een kindproces kan hier
tussen zonder dat een aanroeper het merkt.
"""

from kwaliteit.bestanden.herken import herken
from kwaliteit.bestanden.rekenblad import lees_rekenblad
from kwaliteit.bestanden.ruw import Ruwbestand, Soort
from kwaliteit.bestanden.sav import lees_sav
from kwaliteit.bestanden.tekst import lees_tekst
from kwaliteit.bestanden.zipgrens import bewaak


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
