"""Wie meedeed (rekenregels 5). Deelnemer is wie op minstens één getelde vraag een waarde gaf."""

from collections.abc import Mapping

import numpy as np

from kwaliteit.begrippen.indicator import Responsmeting
from kwaliteit.indicatoren.afnames import Afname


def meet_respons(
    afname: Afname,
    *,
    uitgenodigd: Mapping[str, int | None],
    populatie: Mapping[str, int | None],
    volledig_vanaf: float,
) -> tuple[Responsmeting, ...]:
    """Tel deelnemers en volledige lijsten in elk onderdeel van de afname."""
    per_vak = np.zeros((afname.aantal_vakken, 2), dtype=np.int64)
    for blad, vakken in zip(afname.bladen, afname.vakken, strict=True):
        per_vak[:, 0] += np.bincount(vakken[blad.deelnemers()], minlength=afname.aantal_vakken)
        per_vak[:, 1] += np.bincount(vakken[blad.volledig(volledig_vanaf)], minlength=afname.aantal_vakken)
    return tuple(
        Responsmeting(
            jaar=afname.jaar,
            doelgroep=afname.doelgroep,
            onderdeel=onderdeel,
            deelnemers=int(deelnemers),
            volledig=int(volledige),
            uitgenodigd=uitgenodigd[onderdeel],
            populatie=populatie[onderdeel],
        )
        for (onderdeel, _), (deelnemers, volledige) in zip(afname.onderdelen, afname.tel_op(per_vak), strict=True)
    )
