"""Tellen: hoe vaak elk antwoord voorkomt, per vraag en per onderdeel.

Alles hierna rekent met deze tellingen. De volgorde van de rijen in een bron doet er daardoor nooit toe.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import Antwoordkolom
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag
from kwaliteit.indicatoren.afnames import Afname
from kwaliteit.indicatoren.omkeren import bepaal_spiegelplaatsen, bepaal_spiegelsom

Waarden = NDArray[np.float64]
AANTAL_REDENEN = -min(Reden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Hoe vaak elke waarde in één onderdeel voorkomt, na omkeren. `n` is de som van `aantallen`.

    Een schaal met codes heeft alle codes, op volgorde van de schaal; een getalschaal en een schaalscore alleen wat
    voorkomt. Wat leeg, ongeldig of niet getoond is, telt nergens mee. Bij meerkeuze is `n` wie iets koos, en telt
    `aantallen` hoe vaak elk antwoord gekozen is. `gunstig` is alleen bij een schaalscore gevuld: wie boven de grens
    scoort.
    """

    onderdeel: str
    waarden: tuple[float, ...]
    aantallen: tuple[int, ...]
    aantal_nvt: int
    aantal_weet_niet: int
    n: int
    gunstig: int | None = None


def tel(afname: Afname, vraag: Vraag) -> tuple[Telling, ...]:
    """Tel één vraag in elk onderdeel van de afname; een vraag met `alleen_organisatie` alleen in de wortel."""
    gevonden = [
        (vakken, blad.kolommen[vraag.id])
        for vakken, blad in zip(afname.vakken, afname.bladen, strict=True)
        if vraag.id in blad.kolommen
    ]
    vakken = np.concatenate([vakken for vakken, _ in gevonden])
    plaatsen = np.concatenate([kolom.plaats for _, kolom in gevonden]).astype(np.int64)
    if vraag.schaal.soort is Schaalsoort.MEERKEUZE:
        return _tel_gekozen(afname, vraag, vakken, plaatsen, [kolom for _, kolom in gevonden])
    if vraag.schaal.soort.heeft_codes:
        waarden = np.array(vraag.schaal.codes, dtype=np.float64)
    else:
        waarden, plaatsen = _maak_plaatsen_van_getallen([kolom for _, kolom in gevonden], plaatsen)

    breedte = AANTAL_REDENEN + len(waarden)
    per_vak = np.bincount(vakken * breedte + plaatsen + AANTAL_REDENEN, minlength=afname.aantal_vakken * breedte)
    per_onderdeel = afname.tel_op(per_vak.reshape(afname.aantal_vakken, breedte))
    redenen, aantallen = per_onderdeel[:, :AANTAL_REDENEN], per_onderdeel[:, AANTAL_REDENEN:]
    waarden, aantallen = _keer_om(vraag, waarden, aantallen)
    return tuple(
        _leg_vast(vraag, onderdeel, waarden, aantallen[rij], redenen[rij])
        for rij, onderdeel in enumerate(kies_onderdelen(afname, vraag))
    )


def kies_onderdelen(afname: Afname, vraag: Vraag) -> list[str]:
    """Geef de onderdelen waar deze vraag geteld wordt; met `alleen_organisatie` is dat alleen de wortel."""
    return [onderdeel for onderdeel, _ in afname.onderdelen[: 1 if vraag.alleen_organisatie else None]]


def _tel_gekozen(
    afname: Afname,
    vraag: Vraag,
    vakken: NDArray[np.int64],
    plaatsen: NDArray[np.int64],
    kolommen: list[Antwoordkolom],
) -> tuple[Telling, ...]:
    """Tel bij meerkeuze wie iets koos, en per antwoord hoe vaak het gekozen is."""
    koos = plaatsen >= 0
    gekozen = np.concatenate([_neem_gekozen(kolom) for kolom in kolommen])[koos]
    per_code = [_tel_per_vak(afname, vakken[koos][gekozen[:, plek]]) for plek in range(len(vraag.schaal.codes))]
    redenen = (_tel_per_vak(afname, vakken[plaatsen == reden]) for reden in (Reden.NVT, Reden.WEET_NIET))
    per_vak = np.stack([_tel_per_vak(afname, vakken[koos]), *redenen, *per_code], axis=1)
    return tuple(
        Telling(
            onderdeel=onderdeel,
            waarden=tuple(float(code) for code in vraag.schaal.codes),
            aantallen=tuple(aantallen),
            aantal_nvt=nvt,
            aantal_weet_niet=weet_niet,
            n=n,
        )
        for onderdeel, (n, nvt, weet_niet, *aantallen) in zip(
            kies_onderdelen(afname, vraag), afname.tel_op(per_vak).tolist(), strict=False
        )
    )


def _tel_per_vak(afname: Afname, vakken: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.bincount(vakken, minlength=afname.aantal_vakken)


def _neem_gekozen(kolom: Antwoordkolom) -> NDArray[np.bool_]:
    if kolom.gekozen is None:
        raise TypeError(f"de kolom van {kolom.vraag.id} zegt niet wat er gekozen is")
    return kolom.gekozen


def _leg_vast(
    vraag: Vraag, onderdeel: str, waarden: Waarden, aantallen: NDArray[np.int64], redenen: NDArray[np.int64]
) -> Telling:
    if not vraag.schaal.soort.heeft_codes:
        waarden, aantallen = waarden[aantallen > 0], aantallen[aantallen > 0]
    return Telling(
        onderdeel=onderdeel,
        waarden=tuple(waarden.tolist()),
        aantallen=tuple(aantallen.tolist()),
        aantal_nvt=int(redenen[Reden.NVT]),  # een reden is haar plaats vanaf het einde
        aantal_weet_niet=int(redenen[Reden.WEET_NIET]),
        n=int(aantallen.sum()),
    )


def _maak_plaatsen_van_getallen(
    kolommen: list[Antwoordkolom], plaatsen: NDArray[np.int64]
) -> tuple[Waarden, NDArray[np.int64]]:
    """Geef de verschillende getallen oplopend, en per respondent de plaats daarin (redenen blijven staan)."""
    getallen = np.concatenate([_neem_getallen(kolom) for kolom in kolommen])
    heeft_waarde = plaatsen >= 0
    waarden, plaats_van = np.unique(getallen[heeft_waarde] + 0.0, return_inverse=True)  # + 0.0: geen negatieve nul
    nieuw = plaatsen.copy()
    nieuw[heeft_waarde] = plaats_van
    return waarden, nieuw


def _neem_getallen(kolom: Antwoordkolom) -> NDArray[np.float64]:
    if kolom.getal is None:
        raise TypeError(f"de kolom van {kolom.vraag.id} heeft geen getallen")
    return kolom.getal


def _keer_om(vraag: Vraag, waarden: Waarden, aantallen: NDArray[np.int64]) -> tuple[Waarden, NDArray[np.int64]]:
    if not vraag.omgekeerd:
        return waarden, aantallen
    if vraag.schaal.soort.heeft_codes:
        return waarden, aantallen[:, bepaal_spiegelplaatsen(vraag.schaal.codes)]
    return bepaal_spiegelsom(vraag) - waarden, aantallen
