"""De kamer die rekenbladen en exports leest: van bestanden naar Antwoorden. Leest alleen, herstelt niets.

De weg van een bestand: `openen.open_ruw` (cellen) → `bladkeuze` (welk blad, waar is de kop) → `weigering` (is het te
lezen) → `kolomkeuze` → `antwoordblad` (cellen worden codes) → `rijkeuze` (wie telt mee). Van blad tot rijen is dat één
functie, `bronlezer.lees_blad`; `inspecteer` en `koppel` gaan haar ook. Een nieuwe enquêtetool is één bestand in
`dialecten/` en één regel in de lijst daar.
"""

from kwaliteit.bronnen.inspectie import inspecteer
from kwaliteit.bronnen.lezen import lees_bronnen
from kwaliteit.bronnen.voorstel import beslis, is_uitbreiding, stel_koppeling_voor

__all__ = ["beslis", "inspecteer", "is_uitbreiding", "lees_bronnen", "stel_koppeling_voor"]
