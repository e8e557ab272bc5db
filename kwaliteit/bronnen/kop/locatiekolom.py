"""Is er geen kolom met de locatie herkend, dan is er misschien een kolom waarin de namen van locaties wel staan."""

from collections.abc import Mapping

import numpy as np

from kwaliteit.begrippen.antwoord import Antwoordblad
from kwaliteit.begrippen.werkmap import locatiesleutel
from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Ruwbestand, Ruwkolom
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import maak_tekst


def zoek_locatiekolom(ruw: Ruwbestand, blad: Antwoordblad, locatienamen: Mapping[str, str]) -> str:
    """Geef de letter van de kolom waarin meer dan de helft van de gevulde cellen een locatie is, of een lege tekst.

    Alleen als er geen kolom met de locatie herkend is, en er locaties zijn om te herkennen.
    """
    if blad.locatiekolom or not locatienamen:
        return ""
    ruwblad = next(een for een in ruw.bladen if een.naam == blad.bron.blad)
    bezet = {kolom.kolomletter for kolom in blad.kolommen.values()}
    for plaats, kolom in enumerate(ruwblad.kolommen):
        if kolomletter(plaats) not in bezet and _zijn_locaties(kolom, blad.bron.kopregel, locatienamen):
            return kolomletter(plaats)
    return ""


def _zijn_locaties(kolom: Ruwkolom, eerste_rij: int, locatienamen: Mapping[str, str]) -> bool:
    bekend = np.array([locatiesleutel(maak_tekst(cel)) in locatienamen for cel in kolom.waarden])
    plekken = geef_plekken(kolom, eerste_rij)
    gevuld = plekken[plekken != 0]
    return 2 * int(bekend[gevuld].sum()) > len(gevuld)
