"""Het register van methoden: van elke methode de invoer, de som, de formule en de bron op één plek."""

from kwaliteit.narekenen.methoden import aandelen, gemiddelden, schalen, verschillen
from kwaliteit.narekenen.methoden.vorm import Methode

METHODEN: dict[str, Methode] = {
    methode.naam: methode
    for methode in (
        *aandelen.METHODEN,
        *gemiddelden.METHODEN,
        *verschillen.METHODEN,
        *schalen.METHODEN,
        aandelen.RESPONS,
    )
}
"""Naam -> methode, in de volgorde van de rekenregels."""
