"""De taalhulp: waarschuwt voor wat een tekst lastig maakt, per bestand en regel, met wat eraan te doen is.

Zij geeft nooit een cijfer of een niveau: alleen wat concreet aan te wijzen is. Zij verandert niets en houdt niets
tegen.
"""

from kwaliteit.taalhulp.nalopen import lees_na, loop_tekst_na
from kwaliteit.taalhulp.woordenlijst import maak_woordenlijst

__all__ = ["lees_na", "loop_tekst_na", "maak_woordenlijst"]
