"""De kamer die rekenbladen en exports leest: van bestanden naar Antwoorden. Leest alleen, herstelt niets.

De weg van een bestand: `herken` (wat is het) → `zipgrens` (is het veilig) → `rekenblad` of `tekst` (cellen) → `kop`
(welke kolom is welke vraag) → `codeer` (cellen worden codes) → `antwoordblad`. Alles tot en met de cellen ligt achter
één deur, `openen.open_ruw`; een nieuwe enquêtetool is één bestand in `dialecten/` en één regel in de lijst daar.
"""

from kwaliteit.bronnen.inspectie import inspecteer
from kwaliteit.bronnen.lezen import lees_bronnen
from kwaliteit.bronnen.voorstel import beslis, is_uitbreiding, stel_koppeling_voor

__all__ = ["beslis", "inspecteer", "is_uitbreiding", "lees_bronnen", "stel_koppeling_voor"]
