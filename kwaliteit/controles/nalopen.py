"""Loopt alle gegevens na en zet de bevindingen in een vaste volgorde."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kwaliteit.begrippen.antwoord import Antwoordblad, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.controles.aantallen import loop_deelnemers_na, loop_uitgenodigden_na
from kwaliteit.controles.antwoorden import loop_blad_na
from kwaliteit.controles.correcties import loop_correcties_na
from kwaliteit.controles.dekking import loop_dekking_na
from kwaliteit.controles.kengetallen import loop_kengetallen_na
from kwaliteit.controles.verslagdelen import loop_verslagdelen_na


def loop_na(
    werkmap: Werkmap,
    kader: Kader,
    bibliotheek: Vragenbibliotheek,
    rekenregels: Rekenregels,
    gelezen: Leesresultaat,
) -> tuple[Bevinding, ...]:
    """Geef alle bevindingen over bronnen en werkmap.

    Volgorde: wat bij het lezen opviel; per jaar en doelgroep de antwoorden in elk blad en het aantal deelnemers;
    uitgenodigden; kengetallen; dekking van groepen en pijlers; verhaal, citaten en acties van het verslagjaar;
    correcties.
    """
    bladen = sorted(
        gelezen.bladen,
        key=lambda blad: (blad.bron.jaar, blad.bron.doelgroep.rangorde, blad.bron.bestand, blad.bron.blad),
    )
    return (
        *gelezen.bevindingen,
        *_loop_groepen_na(bladen, werkmap, rekenregels),
        *loop_uitgenodigden_na(werkmap),
        *loop_kengetallen_na(gelezen.kengetallen, werkmap.boom),
        *loop_dekking_na(werkmap, kader, bladen),
        *loop_verslagdelen_na(werkmap, kader),
        *loop_correcties_na(werkmap),
    )


def _loop_groepen_na(bladen: Sequence[Antwoordblad], werkmap: Werkmap, rekenregels: Rekenregels) -> Iterator[Bevinding]:
    for _, groep in groupby(bladen, key=lambda blad: (blad.bron.jaar, blad.bron.doelgroep)):
        samen = list(groep)
        per_locatie = any((blad.locatie >= 0).any() for blad in samen)
        for blad in samen:
            yield from loop_blad_na(blad, werkmap, rekenregels, per_locatie=per_locatie)
        yield from loop_deelnemers_na(samen, werkmap)
