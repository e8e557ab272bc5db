"""De kamer die rekenbladen en exports leest: van cellen naar Antwoorden. Leest alleen, herstelt niets.

Elke verdieping kent alleen wat eronder ligt: `taal` (woorden) → `dialecten` (één bestand per enquêtetool) → `kop`
(welk blad, waar is de kop, welke kolom is welke vraag) → `antwoorden` (cellen worden codes, wie telt mee). Van blad tot
rijen is dat één functie, `antwoorden.bronlezer.lees_blad`; `lezen` (voor het verslag) en `inspectie` gaan haar allebei.
Een nieuwe enquêtetool is één bestand in `dialecten/` en één regel in de lijst daar.
"""

from kwaliteit.bronnen.inspectie.inspectie import inspecteer
from kwaliteit.bronnen.inspectie.voorstel import beslis, is_uitbreiding, stel_koppeling_voor
from kwaliteit.bronnen.lezen import lees_bronnen

__all__ = ["beslis", "inspecteer", "is_uitbreiding", "lees_bronnen", "stel_koppeling_voor"]
