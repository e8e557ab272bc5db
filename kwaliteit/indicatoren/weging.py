"""Het gewogen deel gunstig van de hele organisatie, als de koppeling een kolom met gewichten aanwijst.

Wegen verandert hoe zwaar iemand telt, niet wie er telt: elk ander cijfer blijft ongewogen. De marge is die van Wilson
met het effectieve aantal, (Σw)²/Σw²: hoe ongelijker de gewichten, hoe minder een antwoord zegt. Met de grootte van de
groep wordt niet gerekend, want wie meer telt staat voor mensen die niet antwoordden.
"""

import numpy as np

from kwaliteit.begrippen.indicator import Interval, Intervalmethode, Weging
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.formules.marges import bereken_wilson
from kwaliteit.indicatoren.afnames import Afname
from kwaliteit.indicatoren.omkeren import bepaal_spiegelplaatsen


def weeg(afname: Afname, vraag: Vraag) -> Weging | None:
    """Geef het gewogen deel gunstig; None zonder gewichten, zonder gunstige kant, of zonder antwoorden."""
    schaal = vraag.schaal
    if not (afname.is_gewogen and schaal.soort.heeft_codes and schaal.gunstig):
        return None
    codes = schaal.codes
    if vraag.omgekeerd:
        codes = tuple(codes[plaats] for plaats in bepaal_spiegelplaatsen(codes))
    is_gunstig = np.array([code in schaal.gunstig for code in codes])
    bladen = [blad for blad in afname.bladen if vraag.id in blad.kolommen and blad.gewicht is not None]
    plaats = np.concatenate([blad.kolommen[vraag.id].plaats for blad in bladen])
    gewicht = np.concatenate([blad.gewicht for blad in bladen if blad.gewicht is not None])[plaats >= 0]
    if not len(gewicht):
        return None
    # Op volgorde van grootte opgeteld: dan maakt de volgorde van de rijen niet uit.
    samen = float(np.sort(gewicht).sum())
    gunstig = float(np.sort(gewicht[is_gunstig[plaats[plaats >= 0]]]).sum())
    effectief = samen * samen / float(np.sort(gewicht * gewicht).sum())
    waarde = gunstig / samen
    laag, hoog = bereken_wilson(waarde * effectief, effectief)
    return Weging(
        waarde=waarde,
        effectief=effectief,
        zwaarste=float(gewicht.max()) / samen,
        interval=Interval(laag=laag, hoog=hoog, methode=Intervalmethode.WILSON),
    )
