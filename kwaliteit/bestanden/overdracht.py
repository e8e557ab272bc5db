"""Een gelezen bestand van kind naar ouder brengen, in kaders van lengte en inhoud.

Geen pickle: een kind dat door een kwaad bestand is overgenomen mag hier niets kunnen laten uitvoeren. De ouder telt
zelf wat binnenkomt en loopt alles na; een kind dat iets anders zegt dan het stuurt, levert `Vals` op.
"""

import json
from array import array
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import IO, Any

from kwaliteit.bestanden.ruw import (
    MEESTE_CELLEN,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    Cel,
    Onleesbaar,
    Ruwbestand,
    Ruwblad,
    Ruwkolom,
    Soort,
    Weigering,
)

LENGTE = 8
"""Bytes voor de lengte van een kader."""
GROOTSTE_OVERDRACHT = 400_000_000
"""Bytes voor een heel bestand; 10 miljoen cellen zijn 40 MB, de rest is ruimte voor lange antwoorden."""
MEESTE_BLADEN = 2_000

DAGSOORTEN: Mapping[str, Callable[[str], Cel]] = {
    "datum": date.fromisoformat,
    "moment": datetime.fromisoformat,
    "tijd": time.fromisoformat,
    "duur": lambda seconden: timedelta(seconds=float(seconden)),
}


class Vals(Exception):
    """Wat binnenkomt is niet wat een goed kind stuurt."""


def schrijf_kader(stroom: IO[bytes], inhoud: bytes) -> None:
    """Stuur één kader."""
    stroom.write(len(inhoud).to_bytes(LENGTE, "big"))
    stroom.write(inhoud)


def lees_kader(stroom: IO[bytes], hoogstens: int) -> bytes:
    """Lees één kader van hoogstens zoveel bytes; EOFError als de stroom ophoudt."""
    lengte = int.from_bytes(_lees_precies(stroom, LENGTE), "big")
    if lengte > hoogstens:
        raise Vals
    return _lees_precies(stroom, lengte)


def verpak(ruw: Ruwbestand) -> Iterator[bytes]:
    """Geef de kaders van een bestand: een overzicht, dan per blad rijlengtes en per kolom cellen en plaatsen."""
    bladen = [
        {
            "naam": blad.naam,
            "aantal_rijen": blad.aantal_rijen,
            "kolommen": [sorted(kolom.ontbrekend) for kolom in blad.kolommen],
            "foutcellen": sorted(blad.foutcellen),
            "verborgen_rijen": sorted(blad.verborgen_rijen),
            "verborgen_kolommen": sorted(blad.verborgen_kolommen),
            "samengevoegd": blad.samengevoegd,
            "heeft_velden": blad.velden is not None,
            "meerkeuze": blad.meerkeuze,
        }
        for blad in ruw.bladen
    ]
    overzicht = {
        "soort": ruw.soort,
        "bladen": bladen,
        "verborgen_bladen": ruw.verborgen_bladen,
        "codering": ruw.codering,
        "is_gegokt": ruw.is_gegokt,
        "scheidingsteken": ruw.scheidingsteken,
        "sha256": ruw.sha256,
    }
    yield json.dumps(overzicht).encode()
    for blad in ruw.bladen:
        if blad.velden is not None:
            yield blad.velden.tobytes()
        for kolom in blad.kolommen:
            yield json.dumps([_maak_json(cel) for cel in kolom.waarden]).encode()
            yield kolom.plaats.tobytes()


def verpak_weigering(fout: Onleesbaar) -> bytes:
    """Geef het ene kader van een bestand dat niet te lezen is."""
    reden = fout.weigering
    return json.dumps(
        {
            "weigering": [reden.wat, reden.verwacht, reden.doe_dit],
            "onveilig": reden.onveilig,
            "sha256": fout.sha256,
        }
    ).encode()


def pak_uit(stroom: IO[bytes], hoogstens: int = GROOTSTE_OVERDRACHT) -> Ruwbestand:
    """Lees alle kaders van een bestand en loop ze na.

    Onleesbaar met de reden van het kind, `Vals` als iets niet klopt, EOFError als het kind ophoudt.
    """
    ruimte = hoogstens

    def neem() -> bytes:
        nonlocal ruimte
        kader = lees_kader(stroom, ruimte)
        ruimte -= len(kader)
        return kader

    try:
        overzicht = json.loads(neem())
        if "weigering" in overzicht:
            raise _lees_weigering(overzicht)
        if len(overzicht["bladen"]) > MEESTE_BLADEN:
            raise Vals
        return Ruwbestand(
            soort=Soort(overzicht["soort"]),
            bladen=tuple(_lees_blad(blad, neem) for blad in overzicht["bladen"]),
            verborgen_bladen=tuple(_tekst(naam) for naam in overzicht["verborgen_bladen"]),
            codering=_tekst(overzicht["codering"]),
            is_gegokt=bool(overzicht["is_gegokt"]),
            scheidingsteken=_tekst(overzicht["scheidingsteken"]),
            sha256=_tekst(overzicht["sha256"]),
        )
    except (ValueError, TypeError, KeyError, LookupError, OverflowError, RecursionError):
        raise Vals from None


def _lees_blad(blad: Mapping[str, Any], neem: Callable[[], bytes]) -> Ruwblad:
    aantal = _getal(blad["aantal_rijen"], MEESTE_RIJEN)
    if len(blad["kolommen"]) > MEESTE_KOLOMMEN or aantal * len(blad["kolommen"]) > MEESTE_CELLEN:
        raise Vals
    velden = _lees_getallen(neem(), aantal, MEESTE_RIJEN) if blad["heeft_velden"] else None
    return Ruwblad(
        naam=_tekst(blad["naam"]),
        aantal_rijen=aantal,
        kolommen=tuple(_lees_kolom(ontbrekend, aantal, neem) for ontbrekend in blad["kolommen"]),
        foutcellen=frozenset((_getal(rij), _getal(kolom)) for rij, kolom in blad["foutcellen"]),
        verborgen_rijen=frozenset(_getal(rij) for rij in blad["verborgen_rijen"]),
        verborgen_kolommen=frozenset(
            _getal(kolom, len(blad["kolommen"]) - 1) for kolom in blad.get("verborgen_kolommen", ())
        ),
        samengevoegd=tuple((_getal(a), _getal(b), _getal(c), _getal(d)) for a, b, c, d in blad["samengevoegd"]),
        velden=velden,
        meerkeuze=tuple(
            (_tekst(naam), tuple(_getal(kolom, len(blad["kolommen"]) - 1) for kolom in kolommen))
            for naam, kolommen in blad.get("meerkeuze", ())
        ),
    )


def _lees_kolom(ontbrekend: list[Any], aantal: int, neem: Callable[[], bytes]) -> Ruwkolom:
    waarden = tuple(_lees_cel(cel) for cel in json.loads(neem()))
    if not waarden or waarden[0] != "":
        raise Vals
    return Ruwkolom(
        waarden=waarden,
        plaats=_lees_getallen(neem(), aantal, len(waarden) - 1),
        ontbrekend=frozenset(_getal(plek, len(waarden) - 1) for plek in ontbrekend),
    )


def _lees_getallen(inhoud: bytes, aantal: int, hoogste: int) -> "array[int]":
    import numpy as np  # noqa: PLC0415  alleen de ouder pakt uit; een kind blijft zonder numpy

    getallen = array("i")
    getallen.frombytes(inhoud)
    gezien = np.frombuffer(getallen, dtype=np.intc)
    if len(getallen) != aantal or (aantal and not 0 <= int(gezien.min()) <= int(gezien.max()) <= hoogste):
        raise Vals
    return getallen


def _lees_precies(stroom: IO[bytes], aantal: int) -> bytes:
    # Nooit meer tegelijk vragen dan er al binnen kan zijn: een kind dat 300 MB belooft, kost zo geen 300 MB.
    delen = []
    while aantal:
        deel = stroom.read(min(aantal, 1 << 20))
        if not deel:
            raise EOFError
        delen.append(deel)
        aantal -= len(deel)
    return b"".join(delen)


def _lees_weigering(overzicht: Mapping[str, Any]) -> Onleesbaar:
    wat, verwacht, doe_dit = overzicht["weigering"]
    fout = Onleesbaar(
        Weigering(
            wat=_tekst(wat),
            verwacht=_tekst(verwacht),
            doe_dit=_tekst(doe_dit),
            onveilig=bool(overzicht["onveilig"]),
        )
    )
    fout.sha256 = _tekst(overzicht["sha256"])
    return fout


def _maak_json(cel: Cel) -> Any:
    if isinstance(cel, datetime):
        return ["moment", cel.isoformat()]
    if isinstance(cel, date):
        return ["datum", cel.isoformat()]
    if isinstance(cel, time):
        return ["tijd", cel.isoformat()]
    if isinstance(cel, timedelta):
        return ["duur", str(cel.total_seconds())]
    return cel


def _lees_cel(cel: Any) -> Cel:
    if isinstance(cel, str | int | float):
        return cel
    soort, tekst = cel
    return DAGSOORTEN[soort](tekst)


def _tekst(waarde: Any) -> str:
    if not isinstance(waarde, str):
        raise Vals
    return waarde


def _getal(waarde: Any, hoogste: int = MEESTE_RIJEN) -> int:
    if not isinstance(waarde, int) or isinstance(waarde, bool) or not 0 <= waarde <= hoogste:
        raise Vals
    return waarde
