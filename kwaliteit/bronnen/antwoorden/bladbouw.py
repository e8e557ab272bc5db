"""Van alle gelezen rijen naar één Antwoordblad: alleen wie erbij hoort, met de cellen die niet passen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import Afwijking, Afwijkingsoort, Antwoordblad, Antwoordkolom, Bron
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag, Vragenlijst
from kwaliteit.bronnen.antwoorden.antwoordblad import Gelezen, Vraagantwoorden
from kwaliteit.bronnen.antwoorden.codeer import AFWIJKING

HOOGSTENS_AFWIJKINGEN = 1000
"""Per vraag en soort. De rest wordt alleen geteld: zoveel fouten in één kolom herstelt niemand cel voor cel."""


def maak_blad(
    gelezen: Gelezen, vragen: Sequence[Vraag], lijst: Vragenlijst, bron: Bron, kies: NDArray[np.bool_]
) -> Antwoordblad:
    """Stel een blad samen uit de rijen van `kies` en de kolommen van `vragen` en de meerkeuzevragen van de lijst."""
    kies = kies & gelezen.telt
    plekken = np.flatnonzero(kies)
    kolommen = {}
    afwijkingen: list[Afwijking] = []
    meer: dict[tuple[str, Afwijkingsoort], int] = {}
    for vraag in (*vragen, *(vraag for vraag in lijst.vragen if vraag.schaal.soort is Schaalsoort.MEERKEUZE)):
        if vraag.id not in gelezen.antwoorden:
            continue
        gevraagd = gelezen.antwoorden[vraag.id]
        gecodeerd = gevraagd.gecodeerd
        kolommen[vraag.id] = Antwoordkolom(
            vraag=vraag,
            kolomletter=gevraagd.kolommen[0].letter,
            plaats=gecodeerd.plaats[plekken],
            getal=None if gecodeerd.getal is None else gecodeerd.getal[plekken],
            gekozen=None if gecodeerd.gekozen is None else gecodeerd.gekozen[plekken],
        )
        for soort, cellen, over in _som_afwijkingen_op(gevraagd, gelezen.rijen, kies):
            afwijkingen += (Afwijking(soort=soort, vraag=vraag, cel=cel) for cel in cellen)
            if over:
                meer[vraag.id, soort] = over
    onbekend = {naam: waar & kies for naam, waar in gelezen.onbekende_locaties.items() if (waar & kies).any()}
    return Antwoordblad(
        bron=bron,
        vragenlijst=lijst,
        rijen=gelezen.rijen[plekken],
        kolommen=kolommen,
        locaties=gelezen.locaties,
        locatie=gelezen.locatie[plekken],
        respondent=tuple(gelezen.respondent[plek] for plek in plekken) if gelezen.respondent else (),
        onbekende_locaties=tuple(onbekend),
        afwijkingen=tuple(afwijkingen),
        cellen_onbekende_locatie=tuple(
            f"{gelezen.locatieletter}{rij}"
            for rij in np.sort(
                np.concatenate([gelezen.rijen[:0], *(gelezen.rijen[waar] for waar in onbekend.values())])
            )
        ),
        locatiekolom=gelezen.locatieletter,
        gewicht=None if gelezen.gewicht is None else gelezen.gewicht[plekken],
        meer_afwijkingen=meer,
        kopie=None if gelezen.kopie is None else replace(gelezen.kopie, jaar=bron.jaar),
    )


def _som_afwijkingen_op(
    gevraagd: Vraagantwoorden, rijen: NDArray[np.int64], kies: NDArray[np.bool_]
) -> Iterator[tuple[Afwijkingsoort, list[str], int]]:
    """Geef per soort de cellen die niet passen, en hoeveel er nog meer zijn."""
    gecodeerd = gevraagd.gecodeerd
    hier = kies[gecodeerd.mis]
    for code, soort in AFWIJKING.items():
        welke = np.flatnonzero(hier & (gecodeerd.soort == code))
        eerste = welke[:HOOGSTENS_AFWIJKINGEN]
        nummers = np.zeros(len(eerste), dtype=np.int16) if gecodeerd.optie is None else gecodeerd.optie[eerste]
        letters = [gevraagd.kolommen[nummer].letter for nummer in nummers.tolist()]
        rijnummers = rijen[gecodeerd.mis[eerste]].tolist()
        cellen = [f"{letter}{rij}" for letter, rij in zip(letters, rijnummers, strict=True)]
        if cellen:
            yield soort, cellen, len(welke) - len(eerste)
