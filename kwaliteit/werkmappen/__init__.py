"""Leest de werkmap van een organisatie: `kwaliteit.yaml`, verhaal, acties, citaten en het eigen oordeel.

Leest alleen. Wat de bronnen bevatten leest een andere kamer; hier staat alleen welke bestanden het zijn.
"""

from kwaliteit.werkmappen.leesopdracht import maak_leesopdracht
from kwaliteit.werkmappen.lezen import lees_werkmap, zoek_werkmap

__all__ = ["lees_werkmap", "maak_leesopdracht", "zoek_werkmap"]
