"""De enige kamer die uitvoer op schijf schrijft: eerst klaarzetten, dan in één stap wisselen.

Openbare bestanden komen uit dezelfde `OpenbareIndicatoren` als de pagina; intern en openbaar delen nooit een map.
"""

from kwaliteit.uitvoer.interne_bestanden import maak_interne_bestanden
from kwaliteit.uitvoer.koppelbestand import schrijf_koppeling
from kwaliteit.uitvoer.openbare_bestanden import maak_openbare_bestanden
from kwaliteit.uitvoer.publiceren import bezet, publiceer
from kwaliteit.uitvoer.register import leg_vast_in_register

__all__ = [
    "bezet",
    "leg_vast_in_register",
    "maak_interne_bestanden",
    "maak_openbare_bestanden",
    "publiceer",
    "schrijf_koppeling",
]
