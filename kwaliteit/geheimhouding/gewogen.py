"""Gewogen antwoorden: alleen het deel gunstig, en alleen van de hele organisatie.

Een gewogen deel is een andere som over mensen dan een ongewogen deel; twee sommen over dezelfde mensen naast elkaar
kunnen iets over een paar van hen laten volgen. Daarom verschijnt van een gewogen groep alleen dit ene cijfer, in hele
procenten en zonder teller, en alleen als het ongewogen ook getoond mocht worden en niemand te zwaar telt.
"""

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.geheimhouding.besluit import Besluit
from kwaliteit.geheimhouding.ladder import Inhoud, niet_getoond, rond_af, rond_naar_buiten
from kwaliteit.geheimhouding.stuk import Stuk

ALLEEN_GUNSTIG = ("gewogen", "van gewogen antwoorden is alleen het deel gunstig openbaar")
ONGELIJK = ("gewogen: ongelijk", "de gewichten zijn zo ongelijk dat een paar mensen het cijfer bepalen")
ZELF_NIET = ("gewogen: ongewogen niet getoond", "ook het ongewogen cijfer mag niet getoond worden")
WOORDEN = "gewogen"


def toon(stuk: Stuk, besluit: Besluit, maat: Maat, onderdeel: str) -> Inhoud:
    """Geef het gewogen deel gunstig, of waarom het er niet staat."""
    weging = stuk.meting.per_onderdeel[onderdeel].weging
    if maat is not Maat.GUNSTIG or weging is None:
        return niet_getoond(*ALLEEN_GUNSTIG)
    if onderdeel not in besluit.met_procent:
        return niet_getoond(*ZELF_NIET)
    if weging.effectief < stuk.regels.procent_vanaf or weging.zwaarste * stuk.regels.drempel > 1:
        return niet_getoond(*ONGELIJK)
    return Inhoud(
        status=Status.GETOOND,
        waarde=min(0.99, max(0.01, rond_af(weging.waarde, 2))),
        noemer=stuk.n(onderdeel),
        interval=rond_naar_buiten(weging.interval),
        woorden=WOORDEN,
    )
