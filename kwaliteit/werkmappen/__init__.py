"""Leest de werkmap van een organisatie: `kwaliteit.yaml`, verhaal, acties, citaten, het eigen oordeel en het register.

Leest alleen. Wat de bronnen bevatten leest een andere kamer; hier staat alleen welke bestanden het zijn.
"""

from kwaliteit.werkmappen.leesopdracht import maak_leesopdracht
from kwaliteit.werkmappen.lezen import lees_werkmap, zoek_werkmap
from kwaliteit.werkmappen.register import lees_register

__all__ = ["lees_register", "lees_werkmap", "maak_leesopdracht", "zoek_werkmap"]
