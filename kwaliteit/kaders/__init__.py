"""Leest de kaders en de rekenregels die als YAML naast deze module liggen. Een nieuwe versie is een nieuw bestand.

Weet niets van vragenlijsten of werkmappen: of een norm door een vraag is gedekt, controleert een ander.
"""

from kwaliteit.kaders.lezen import bekende_kaders, lees_kader, lees_kader_of_bestand, nieuwste_kader
from kwaliteit.kaders.rekenregels import lees_rekenregels
from kwaliteit.kaders.vergelijking import vergelijk

__all__ = ["bekende_kaders", "lees_kader", "lees_kader_of_bestand", "lees_rekenregels", "nieuwste_kader", "vergelijk"]
