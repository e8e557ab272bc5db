"""Schaalscores: één score per mens uit meer vragen (rekenregels 3).

De score is het gemiddelde van de beantwoorde vragen na omkeren, als er genoeg beantwoord zijn. Alles gaat in hele
getallen van een miljoenste, zodat "precies de grens" ook echt precies is en de volgorde van de rijen niet uitmaakt.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import Antwoordblad, Antwoordkolom
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Ontbreekregel, Samenstelling, Vraag
from kwaliteit.formules.schaalscore import eis_helft, eis_twee_derde
from kwaliteit.indicatoren.afnames import Afname
from kwaliteit.indicatoren.omkeren import bepaal_spiegelplaatsen, bepaal_spiegelsom
from kwaliteit.indicatoren.tellen import Telling, kies_onderdelen

MILJOENSTE = 1_000_000
"""Zoveel stappen per punt van de schaal; een antwoord met meer dan zes cijfers achter de komma wordt afgerond."""

Hele = NDArray[np.int64]
Vlaggen = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Schaalantwoorden:
    """De antwoorden van een hele afname op de vragen van één schaal: een rij per vraag, een kolom per mens.

    `waarden` zijn miljoensten na omkeren, 0 waar geen waarde is (zie `beantwoord`). `zei_nvt` en `zei_weet_niet`: bij
    minstens één van de vragen.
    """

    vakken: Hele
    waarden: Hele
    beantwoord: Vlaggen
    zei_nvt: Vlaggen
    zei_weet_niet: Vlaggen


def verzamel_antwoorden(afname: Afname, delen: tuple[Vraag, ...]) -> Schaalantwoorden:
    """Zet de antwoorden op deze vragen onder elkaar; een vraag die in een bron geen kolom heeft, is daar leeg."""
    stukken = [_lees_blad(blad, delen) for blad in afname.bladen]
    waarden, plaatsen = (np.concatenate(soort, axis=1) for soort in zip(*stukken, strict=True))
    return Schaalantwoorden(
        vakken=np.concatenate(afname.vakken),
        waarden=waarden,
        beantwoord=plaatsen >= 0,
        zei_nvt=(plaatsen == Reden.NVT).any(axis=0),
        zei_weet_niet=(plaatsen == Reden.WEET_NIET).any(axis=0),
    )


def _lees_blad(blad: Antwoordblad, delen: tuple[Vraag, ...]) -> tuple[Hele, NDArray[np.int16]]:
    waarden = np.zeros((len(delen), blad.aantal), dtype=np.int64)
    plaatsen = np.full((len(delen), blad.aantal), Reden.LEEG, dtype=np.int16)
    for rij, vraag in enumerate(delen):
        kolom = blad.kolommen.get(vraag.id)
        if kolom is not None:
            waarden[rij] = _lees_waarden(kolom, vraag)
            plaatsen[rij] = kolom.plaats
    return waarden, plaatsen


def _lees_waarden(kolom: Antwoordkolom, vraag: Vraag) -> Hele:
    heeft_waarde = kolom.plaats >= 0
    if vraag.schaal.soort.heeft_codes:
        codes = np.array(vraag.schaal.codes, dtype=np.int64) * MILJOENSTE
        if vraag.omgekeerd:
            codes = codes[bepaal_spiegelplaatsen(vraag.schaal.codes)]
        waarden = codes[np.where(heeft_waarde, kolom.plaats, 0)]
    elif kolom.getal is None:
        raise TypeError(f"de kolom van {vraag.id} heeft geen getallen")
    else:
        waarden = np.rint(np.where(heeft_waarde, kolom.getal, 0.0) * MILJOENSTE).astype(np.int64)
        if vraag.omgekeerd:
            waarden = round(bepaal_spiegelsom(vraag) * MILJOENSTE) - waarden
    gevuld: Hele = np.where(heeft_waarde, waarden, 0)
    return gevuld


def bepaal_minstens(regel: Ontbreekregel, vragen: int) -> int:
    """Geef hoeveel vragen iemand minstens beantwoordt om een score te krijgen; naar boven afgerond."""
    return eis_helft(vragen) if regel is Ontbreekregel.HELFT else eis_twee_derde(vragen)


def tel_schaalscore(
    afname: Afname, vraag: Vraag, samenstelling: Samenstelling, antwoorden: Schaalantwoorden
) -> tuple[Telling, ...]:
    """Tel de scores in elk onderdeel, op de schaal van de vragen.

    `aantal_nvt` is wie geen score heeft en bij een van de vragen "n.v.t." zei; `aantal_weet_niet` is wie geen score
    heeft, geen "n.v.t." zei en wel "weet ik niet". Wie niets van de schaal zag, telt nergens mee.
    """
    som, aantal = antwoorden.waarden.sum(axis=0), antwoorden.beantwoord.sum(axis=0)
    heeft_score = aantal >= bepaal_minstens(samenstelling.regel, len(samenstelling.vragen))
    # Twee gelijke breuken worden hier hetzelfde kommagetal: delen rondt goed af en beide kanten zijn hele getallen.
    scores, plaats = np.unique(som[heeft_score] / (aantal[heeft_score] * MILJOENSTE), return_inverse=True)
    vakken = antwoorden.vakken
    vak_van_score = vakken[heeft_score]
    per_score = np.bincount(vak_van_score * len(scores) + plaats, minlength=afname.aantal_vakken * len(scores)).reshape(
        afname.aantal_vakken, len(scores)
    )
    nvt = ~heeft_score & antwoorden.zei_nvt
    weet_niet = ~heeft_score & ~antwoorden.zei_nvt & antwoorden.zei_weet_niet
    gunstig = heeft_score & _ligt_boven(som, aantal, samenstelling.gunstig_boven)
    groepen = (nvt, weet_niet, gunstig)
    los = np.stack([np.bincount(vakken[wie], minlength=afname.aantal_vakken) for wie in groepen], axis=1)
    onderdelen = kies_onderdelen(afname, vraag)
    heeft_grens = samenstelling.gunstig_boven is not None
    return tuple(
        _leg_vast(onderdeel, scores, aantallen, losse, heeft_grens=heeft_grens)
        for onderdeel, aantallen, losse in zip(
            onderdelen, afname.tel_op(per_score), afname.tel_op(los).tolist(), strict=False
        )
    )


def _ligt_boven(som: Hele, aantal: Hele, grens: float | None) -> Vlaggen:
    """Zeg wie boven de grens scoort; precies op de grens is niet erboven."""
    if grens is None:
        return np.zeros(len(som), dtype=np.bool_)
    boven: Vlaggen = som > aantal * round(grens * MILJOENSTE)
    return boven


def _leg_vast(
    onderdeel: str, scores: NDArray[np.float64], aantallen: Hele, losse: list[int], *, heeft_grens: bool
) -> Telling:
    nvt, weet_niet, gunstig = losse
    komt_voor = aantallen > 0
    return Telling(
        onderdeel=onderdeel,
        waarden=tuple(scores[komt_voor].tolist()),
        aantallen=tuple(aantallen[komt_voor].tolist()),
        aantal_nvt=nvt,
        aantal_weet_niet=weet_niet,
        n=int(aantallen.sum()),
        gunstig=gunstig if heeft_grens else None,
    )
