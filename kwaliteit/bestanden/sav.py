"""Cellen uit SPSS-bestanden (sav en zsav), met pyreadstat: uit het geheugen, nooit via een tijdelijk bestand."""

import io
import math
from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from types import ModuleType
from typing import Any

from kwaliteit.bestanden.ruw import (
    AFGEKAPT,
    LEEG,
    MEESTE_CELLEN,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    TE_VEEL_CELLEN,
    TE_VEEL_RIJEN,
    Cel,
    Onleesbaar,
    Ruwbestand,
    Ruwblad,
    Ruwkolom,
    Soort,
    Weigering,
)

ZONDER_ONDERDEEL = Weigering(
    wat="sav lezen vraagt het onderdeel spss.",
    verwacht="een rekenblad of csv, of dit programma met het onderdeel spss",
    doe_dit='Typ in de map van dit programma: .venv\\Scripts\\python -m pip install ".[spss]" (Windows) of '
    '.venv/bin/python -m pip install ".[spss]" (Mac en Linux). Of exporteer uit SPSS als xlsx, met labels.',
)
BEGIN_VAN_DE_TIJD = datetime(1582, 10, 14)  # noqa: DTZ001  SPSS kent geen tijdzones
DAGEN = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR")
MOMENTEN = ("DATETIME", "YMDHMS")
TIJDEN = ("TIME", "DTIME", "MTIME")
KOP = slice(64, 68)
"""Bytes met de indeling van het bestand, 2 of 3; de volgorde van die bytes is die van alle getallen."""
AANTAL_RIJEN = slice(80, 84)


def lees_sav(inhoud: bytes) -> Ruwbestand:
    """Lees een SPSS-bestand als één blad zonder naam: rij 1 de namen, rij 2 de vraagteksten, dan de antwoorden.

    Een waarde met een label wordt de tekst van dat label; zonder label blijft zij een getal, datum of tekst. Zijn van
    een schaal alleen de uitersten gelabeld, dan staat de code erbij: "10 (uitstekend)".
    """
    kolommen, beschrijving = _ontleed(_haal_pyreadstat(), inhoud)
    aantal = max(map(len, kolommen.values()), default=0)
    beloofd = _lees_beloofd_aantal(inhoud)
    if beloofd not in (-1, aantal):
        raise Onleesbaar(AFGEKAPT)
    if not aantal:
        raise Onleesbaar(LEEG)
    blad = Ruwblad(
        naam="",
        aantal_rijen=aantal + 2,
        kolommen=tuple(_maak_kolom(naam, waarden, beschrijving) for naam, waarden in kolommen.items()),
        meerkeuze=_lees_meerkeuze(beschrijving),
    )
    return Ruwbestand(soort=Soort.SAV, bladen=(blad,), codering=beschrijving.file_encoding or "")


def _haal_pyreadstat() -> ModuleType:
    try:
        import pyreadstat  # noqa: PLC0415  een los onderdeel, en zwaar
    except ImportError:
        raise Onleesbaar(ZONDER_ONDERDEEL) from None
    return pyreadstat


def _ontleed(pyreadstat: ModuleType, inhoud: bytes) -> tuple[dict[str, Sequence[Any]], Any]:
    """Geef de kolommen en de beschrijving; eerst alleen de kop, want een kop kan meer beloven dan past."""

    # Zonder belofte in de kop leest de bibliotheek tot het eind; zo blijkt het als de kop te weinig belooft.
    zonder_belofte = inhoud[: AANTAL_RIJEN.start] + b"\xff" * 4 + inhoud[AANTAL_RIJEN.stop :]

    def lees(**keuzes: Any) -> tuple[dict[str, Sequence[Any]], Any]:
        # Datums zelf omrekenen: de bibliotheek struikelt over een dag die de kalender niet kent.
        vast = {"user_missing": True, "output_format": "dict", "disable_datetime_conversion": True}
        gelezen: tuple[dict[str, Sequence[Any]], Any] = pyreadstat.read_sav(
            io.BytesIO(zonder_belofte), **vast, **keuzes
        )
        return gelezen

    try:
        breedte = len(lees(metadataonly=True)[1].column_names)
        hoogstens = min(MEESTE_RIJEN, MEESTE_CELLEN // max(breedte, 1)) - 2
        kolommen, beschrijving = lees(row_limit=hoogstens + 1) if breedte <= MEESTE_KOLOMMEN else ({}, None)
    except MemoryError:
        raise
    except Exception:  # de bibliotheek geeft op een kapot bestand van alles: ReadstatError, UnicodeError, TypeError
        raise Onleesbaar(AFGEKAPT) from None
    if beschrijving is None:
        raise Onleesbaar(TE_VEEL_CELLEN)
    if max(map(len, kolommen.values()), default=0) > hoogstens:
        raise Onleesbaar(TE_VEEL_CELLEN if hoogstens < MEESTE_RIJEN - 2 else TE_VEEL_RIJEN)
    return kolommen, beschrijving


def _lees_beloofd_aantal(inhoud: bytes) -> int:
    """Geef het aantal rijen dat de kop belooft; -1 als hij het niet weet."""
    is_little = int.from_bytes(inhoud[KOP], "little") in (2, 3)
    return int.from_bytes(inhoud[AANTAL_RIJEN], "little" if is_little else "big", signed=True)


def _maak_kolom(naam: str, waarden: Sequence[Any], beschrijving: Any) -> Ruwkolom:
    labels: Mapping[Any, str] = beschrijving.variable_value_labels.get(naam) or {}
    grenzen = beschrijving.missing_ranges.get(naam) or ()
    reken_om = _kies_omrekening(beschrijving.original_variable_types.get(naam) or "")
    met_code = _heeft_gelabelde_uitersten(labels, waarden, grenzen)
    cellen: dict[tuple[Cel, bool], int] = {("", False): 0}
    plaats_van_code: dict[Any, int] = {None: 0, "": 0}

    def plaats(code: Any) -> int:
        gevonden = plaats_van_code.get(code)
        if gevonden is None:
            is_ontbrekend = _is_ontbrekend(code, grenzen)
            label = (labels.get(code) or "").strip()
            if label and met_code and not is_ontbrekend:
                label = _zet_code_erbij(code, label)
            cel = label or _maak_cel(naam, code, reken_om)
            gevonden = plaats_van_code[code] = cellen.setdefault((cel, is_ontbrekend), len(cellen))
        return gevonden

    koppen = (naam, beschrijving.column_names_to_labels.get(naam) or "")
    plaatsen = array("i", [cellen.setdefault((kop, False), len(cellen)) for kop in koppen])
    plaatsen.extend(map(plaats, waarden))
    return Ruwkolom(
        waarden=tuple(cel for cel, _ in cellen),
        plaats=plaatsen,
        ontbrekend=frozenset(plek for plek, (_, is_ontbrekend) in enumerate(cellen) if is_ontbrekend),
    )


def _heeft_gelabelde_uitersten(labels: Mapping[Any, str], waarden: Sequence[Any], grenzen: Sequence[Any]) -> bool:
    """Zeg of dit een schaal is waarvan maar een paar codes een label hebben, zoals 1 = zeer slecht en 10 = uitstekend.

    Dat is zo als er meer codes zonder label voorkomen dan met, als er een code zonder label voorkomt tussen gelabelde
    codes die nergens op elkaar aansluiten, of als alleen twee codes 9 of 10 uit elkaar een label hebben. Een enkele
    vreemde code in een gelabelde variabele is dus geen schaal.
    """
    gelabeld = sorted(code for code, label in labels.items() if label.strip() and _is_eigen_code(code, grenzen))
    if not gelabeld:
        return False
    los = {code for code in set(waarden) if _is_eigen_code(code, grenzen) and not (labels.get(code) or "").strip()}
    stappen = [volgende - vorige for vorige, volgende in pairwise(gelabeld)]
    tussenin = any(gelabeld[0] < code < gelabeld[-1] for code in los)
    return (
        len(los) > len(gelabeld)
        or (tussenin and min(stappen, default=0) > 1)
        or (len(stappen) == 1 and stappen[0] in (9, 10))
    )


def _is_eigen_code(code: Any, grenzen: Sequence[Any]) -> bool:
    """Zeg of dit een gewone code is: een geheel getal dat SPSS niet als ontbrekend aanmerkt."""
    return isinstance(code, int | float) and float(code).is_integer() and not _is_ontbrekend(code, grenzen)


def _zet_code_erbij(code: Any, label: str) -> str:
    """Maak "10 (uitstekend)" van code 10 met het label "uitstekend", "10 uitstekend" of "10 = uitstekend"."""
    if not isinstance(code, int | float) or not float(code).is_integer():
        return label
    getal = str(int(code))
    if label == getal:
        return label
    achter = label.removeprefix(getal)
    rest = achter.lstrip(" .,:;=)-–—")
    is_herhaald = achter not in (label, rest) and rest[:1].isalpha()
    return f"{getal} ({rest if is_herhaald else label})"


def _is_ontbrekend(code: Any, grenzen: Sequence[Any]) -> bool:
    return any(_ligt_tussen(code, grens["lo"], grens["hi"]) for grens in grenzen)


def _maak_cel(naam: str, code: Any, reken_om: Callable[[timedelta], Cel] | None) -> Cel:
    if isinstance(code, str):
        return code
    getal = float(code)
    if not math.isfinite(getal):
        return ""
    if reken_om is None:
        return getal
    try:
        return reken_om(timedelta(seconds=getal))
    except OverflowError:
        raise Onleesbaar(
            Weigering(
                wat=f"In de variabele '{naam}' staat een datum die niet bestaat.",
                verwacht="datums tussen het jaar 1582 en het jaar 9999",
                doe_dit="Verbeter die datum in SPSS, of haal de variabele weg en sla het bestand opnieuw op.",
            )
        ) from None


def _kies_omrekening(vorm: str) -> Callable[[timedelta], Cel] | None:
    """Kies wat seconden betekenen bij een SPSS-vorm als "EDATE10"; None is een gewoon getal."""
    soort = vorm.rstrip("0123456789.")
    if soort in DAGEN:
        return lambda duur: (BEGIN_VAN_DE_TIJD + duur).date()
    if soort in MOMENTEN:
        return lambda duur: BEGIN_VAN_DE_TIJD + duur
    return (lambda duur: duur) if soort in TIJDEN else None


def _ligt_tussen(code: Any, laagste: Any, hoogste: Any) -> bool:
    if isinstance(code, str) or isinstance(laagste, str):
        return bool(code == laagste)
    return bool(laagste <= code <= hoogste)


def _lees_meerkeuze(beschrijving: Any) -> tuple[tuple[str, tuple[int, ...]], ...]:
    plaatsen = {naam: plek for plek, naam in enumerate(beschrijving.column_names)}
    sets = sorted((beschrijving.mr_sets or {}).items())
    return tuple(
        (vorm["label"] or naam, tuple(plaatsen[kolom] for kolom in vorm["variable_list"] if kolom in plaatsen))
        for naam, vorm in sets
    )
