"""De lus: bouwen, tonen, wachten op een wijziging, opnieuw bouwen. Bouwen gebeurt hier, in de hoofdthread."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.fout import GebruikFout, KwaliteitFout
from kwaliteit.begrippen.voorvertoning import Balkpunt, Bekijkbericht, Concept, Mapstand
from kwaliteit.bekijken.etalage import Etalage
from kwaliteit.bekijken.server import Server
from kwaliteit.bekijken.wachter import Wachter

Bouwer = Callable[[Mapstand], Concept]
Samenvatter = Callable[[Sequence[Bevinding]], tuple[Balkpunt, ...]]


def toon_steeds(
    *, werkmap: Path, sjablonen: Path, poort: int | None, bouw: Bouwer, vat_samen: Samenvatter
) -> Iterator[Bekijkbericht]:
    """Toon wat `bouw` maakt en bouw opnieuw na elke wijziging; geef na elke keer een bericht. Houdt nooit zelf op.

    Een bezette poort en een GebruikFout bij de eerste keer (geen werkmap, onbekend jaar) stoppen meteen. Elke andere
    fout staat in de balk tot zij verbeterd is.
    """
    etalage = Etalage()
    with closing(Server(etalage, poort)) as server:
        wachter = Wachter(werkmap, sjablonen)
        stand = wachter.neem_op()
        bericht = _bouw(stand, bouw, vat_samen, etalage, server.adres)
        server.begin()
        while True:
            yield bericht
            # Een run ruimt onderweg niets op (zie __main__); deze duurt uren. Nu wacht er niemand op.
            gc.collect()
            stand = wachter.wacht_op_wijziging(stand)
            bericht = _bouw(stand, bouw, vat_samen, etalage, server.adres)


def _bouw(stand: Mapstand, bouw: Bouwer, vat_samen: Samenvatter, etalage: Etalage, adres: str) -> Bekijkbericht:
    """Bouw één keer en zet neer wat het opleverde: de pagina's, of wat er mis is."""
    begin = time.monotonic()
    try:
        concept = bouw(stand)
        punten = vat_samen(concept.bevindingen)
    except KwaliteitFout as fout:
        if isinstance(fout, GebruikFout) and not etalage.nu.kenmerk:
            raise
        tijd = _hoe_laat()
        etalage.meld_mislukt(fout.gebreken, tijd)
        return Bekijkbericht(adres=adres, tijd=tijd, gebreken=fout.gebreken)
    except Exception:  # de laatste muur, zoals in de cli: een traceback kan een antwoord bevatten
        tijd = _hoe_laat()
        etalage.meld_mislukt((), tijd)
        return Bekijkbericht(adres=adres, tijd=tijd, is_eigen_fout=True)
    tijd = _hoe_laat()
    etalage.stal_uit(concept.bestanden, punten, tijd)
    return Bekijkbericht(adres=adres, tijd=tijd, seconden=time.monotonic() - begin, punten=punten)


def _hoe_laat() -> str:
    """De klok aan de muur: alleen voor het scherm en de balk, nooit in een bestand."""
    return time.strftime("%H:%M")
