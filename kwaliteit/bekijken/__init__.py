"""De voorvertoning: het concept op een adres dat alleen deze computer kent, bijgewerkt na elke opslag.

Zij bouwt niets zelf (dat doet de keten) en schrijft nooit. Wat zij aan een pagina toevoegt, staat alleen in haar
antwoord en nooit in een bestand.
"""

from kwaliteit.bekijken.voorvertonen import toon_steeds

__all__ = ["toon_steeds"]
