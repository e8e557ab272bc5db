"""De halte rapportage: van openbare cijfers en woorden van mensen naar een verslag, zonder opmaak.

Kiest inhoud, volgorde en zinnen; maakt geen tekst van een getal en geen woorden over verschillen. Begin bij
`samenstelling`.
"""

from kwaliteit.rapportage.dekking import dekking
from kwaliteit.rapportage.indicatorkaarten import maak_kaarten, maak_lijstkaarten
from kwaliteit.rapportage.samenstelling import stel_uitgaven_samen

__all__ = ["dekking", "maak_kaarten", "maak_lijstkaarten", "stel_uitgaven_samen"]
