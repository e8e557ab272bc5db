"""Leest vragenlijsten, kengetallen en spiegels: de meegeleverde bestanden hiernaast plus die van de organisatie.

Een nieuwe lijst is een nieuw bestand en geen code. Of een norm in het kader bestaat, controleert een ander.
"""

from kwaliteit.vragenlijsten.bibliotheek import lees_bibliotheek

__all__ = ["lees_bibliotheek"]
