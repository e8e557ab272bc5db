"""De controles: kloppen de namen over de kamers heen, en wat valt er op aan de gegevens.

Zuivere functies: ze lezen geen bestanden en herstellen niets.
"""

from kwaliteit.controles.cijfers import loop_cijfers_na
from kwaliteit.controles.nalopen import loop_na
from kwaliteit.controles.samenhang import controleer_samenhang

__all__ = ["controleer_samenhang", "loop_cijfers_na", "loop_na"]
