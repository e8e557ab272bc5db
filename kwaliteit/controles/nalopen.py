"""Loopt alle gegevens na en zet de bevindingen in een vaste volgorde."""

from kwaliteit.begrippen.antwoord import Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.controles.antwoorden import loop_blad_na
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

    Volgorde: wat bij het lezen opviel; per blad (jaar, doelgroep, bestand) de antwoorden; kengetallen; dekking van
    groepen en pijlers; verhaal, citaten en acties van het verslagjaar.
    """
    bladen = sorted(
        gelezen.bladen,
        key=lambda blad: (blad.bron.jaar, blad.bron.doelgroep.rangorde, blad.bron.bestand, blad.bron.blad),
    )
    return (
        *gelezen.bevindingen,
        *(bevinding for blad in bladen for bevinding in loop_blad_na(blad, werkmap, rekenregels)),
        *loop_kengetallen_na(gelezen.kengetallen, werkmap.boom),
        *loop_dekking_na(werkmap, kader, bladen),
        *loop_verslagdelen_na(werkmap, kader),
    )
