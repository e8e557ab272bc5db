"""Leest `register/publicaties.csv`: wat eerder gepubliceerd is. Een regel die niet klopt stopt alles.

Het register stuurt de bescherming. Een half gelezen register zou dus cijfers vrijgeven die verborgen moeten blijven.
"""

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.register import REGISTERKOLOMMEN, REGISTERPAD, Gepubliceerd, Register, noem_registerschade
from kwaliteit.begrippen.werkmap import Werkmap, locatiesleutel

T = TypeVar("T")

_MATEN = {str(maat): maat for maat in Maat}
_STATUSSEN = {str(status): status for status in Status}
_GROEPEN: Mapping[str, Doelgroep | None] = {"": None, **{str(groep): groep for groep in Doelgroep}}

_BANDEN = (Status.BAND_LAAG, Status.BAND_HOOG)
_WOORDEN = (Status.TE_WEINIG, Status.NIET_GETOOND, Status.NIET_GEVRAAGD, Status.GEEN_INFORMATIE)
_BEREIK = {
    **dict.fromkeys((Maat.GUNSTIG, Maat.VERDELING, Maat.TOPBOX, Maat.RESPONS), (0.0, 1.0)),
    Maat.NPS: (-100.0, 100.0),
    Maat.VERHOUDING: (0.0, math.inf),
}
"""Waar een openbare waarde van deze maat tussen ligt; een gemiddelde of score hangt van de schaal af."""


def lees_register(werkmap: Werkmap) -> Register:
    """Lees het register; leeg als er nog niets gepubliceerd is.

    WerkmapFout als het veranderd of beschadigd is, met alle regels die niet kloppen.
    """
    namen = _verzamel_namen(werkmap)
    cijfers: list[Gepubliceerd] = []
    gebreken: list[Gebrek] = []
    gezien: dict[tuple[str, ...], int] = {}
    for nummer, regel in _lees_regels(werkmap.pad):
        kolommen = dict(zip(REGISTERKOLOMMEN, regel, strict=True))
        # Een regio en een locatie kunnen hetzelfde heten; dan staan ze in de volgorde van de boom onder elkaar.
        sleutel = tuple(regel[:7])
        plekken = namen.get(_sleutel(kolommen["onderdeel"]), ())
        gezien[sleutel] = gezien.get(sleutel, -1) + 1
        plek = plekken[min(gezien[sleutel], len(plekken) - 1)] if plekken else ""
        try:
            cijfer = _maak(kolommen, nummer, plek)
        except _Ongeldig as fout:
            wat = f"wat hier bij '{fout.kolom}' staat, kan niet in een register staan"
            gebreken.append(noem_registerschade(nummer, wat))
            continue
        gebreken += [noem_registerschade(nummer, wat) for wat in _zoek_onmogelijk(cijfer)]
        cijfers.append(cijfer)
    if gebreken:
        raise WerkmapFout(*gebreken)
    return Register(cijfers=tuple(cijfers))


class _Ongeldig(Exception):
    """Een cel die niet te lezen is; draagt de naam van de kolom, nooit wat er stond."""

    def __init__(self, kolom: str) -> None:
        super().__init__(kolom)
        self.kolom = kolom


def _lees_regels(map_: Path) -> list[tuple[int, list[str]]]:
    """Geef elke regel onder de kop met zijn nummer."""
    pad = map_ / REGISTERPAD
    if pad.is_symlink() or pad.parent.is_symlink():
        raise WerkmapFout(noem_registerschade())
    try:
        if not pad.exists():
            return []
        lezer = csv.reader(io.StringIO(pad.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        regels = [(lezer.line_num, regel) for regel in lezer]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise WerkmapFout(noem_registerschade()) from None
    if not regels or regels[0][1] != list(REGISTERKOLOMMEN):
        raise WerkmapFout(noem_registerschade())
    gebreken = [noem_registerschade(nummer) for nummer, regel in regels if len(regel) != len(REGISTERKOLOMMEN)]
    if gebreken:
        raise WerkmapFout(*gebreken)
    return regels[1:]


def _maak(kolommen: Mapping[str, str], nummer: int, plek: str) -> Gepubliceerd:
    def lees(kolom: str, zet_om: Callable[[str], T]) -> T:
        try:
            return zet_om(kolommen[kolom])
        except (KeyError, ValueError):
            raise _Ongeldig(kolom) from None

    return Gepubliceerd(
        op=lees("datum", lambda tekst: date.fromisoformat(tekst) if tekst else None),
        jaar=lees("jaar", _lees_geheel),
        indicator=lees("indicator", _eis_tekst),
        maat=lees("maat", _MATEN.__getitem__),
        categorie=kolommen["categorie"],
        doelgroep=lees("doelgroep", _GROEPEN.__getitem__),
        onderdeel=lees("onderdeel", _eis_tekst),
        reeks=kolommen["reeks"],
        status=lees("status", _STATUSSEN.__getitem__),
        teller=lees("teller", _lees_geheel_of_leeg),
        noemer=lees("noemer", _lees_geheel_of_leeg),
        waarde=lees("waarde", _lees_getal_of_leeg),
        regel=nummer,
        plek=plek,
    )


def _zoek_onmogelijk(cijfer: Gepubliceerd) -> Iterator[str]:
    """Zeg wat er in één regel niet samen kan, zonder te herhalen wat er staat.

    Zo'n regel, vaak met de hand toegevoegd, zou de bescherming stil verkeerd sturen.
    """
    teller, noemer, waarde = cijfer.teller, cijfer.noemer, cijfer.waarde
    is_getal = teller is not None or waarde is not None
    if cijfer.status in _BANDEN and is_getal:
        yield "bij een band kan geen 'teller' of 'waarde' staan"
    if cijfer.status in _WOORDEN and (teller, noemer, waarde) != (None, None, None):
        yield "bij deze 'status' kan geen 'teller', 'noemer' of 'waarde' staan"
    if teller is not None and noemer is not None and teller > noemer and not _mag_meer(cijfer):
        yield "de 'teller' is meer dan de 'noemer'"
    laagste, hoogste = _BEREIK.get(cijfer.maat, (-math.inf, math.inf))
    if waarde is not None and not laagste <= waarde <= hoogste:
        yield f"de 'waarde' past niet bij de maat {cijfer.maat}"
    is_verdeling = cijfer.maat is Maat.VERDELING
    if (is_getal and is_verdeling and not cijfer.categorie) or (cijfer.categorie and not is_verdeling):
        yield "een 'categorie' hoort bij de maat verdeling, en bij geen andere"
    if (cijfer.doelgroep is None) != (cijfer.maat is Maat.VERHOUDING):
        yield "alleen een kengetal (maat verhouding) heeft geen 'doelgroep'"


def _mag_meer(cijfer: Gepubliceerd) -> bool:
    """Waar bij meer deelnemers dan uitgenodigden, en bij een kengetal per 1.000; dat heeft altijd een waarde."""
    return cijfer.maat is Maat.RESPONS or (cijfer.maat is Maat.VERHOUDING and cijfer.waarde is not None)


def _eis_tekst(tekst: str) -> str:
    if not tekst.strip():
        raise ValueError
    return tekst


def _lees_geheel(tekst: str) -> int:
    if not (tekst.isascii() and tekst.isdigit()):
        raise ValueError
    return int(tekst)


def _lees_geheel_of_leeg(tekst: str) -> int | None:
    return _lees_geheel(tekst) if tekst else None


def _lees_getal_of_leeg(tekst: str) -> float | None:
    if not tekst:
        return None
    getal = float(tekst)
    if not math.isfinite(getal):
        raise ValueError
    return getal


def _verzamel_namen(werkmap: Werkmap) -> Mapping[str, tuple[str, ...]]:
    """Geef per naam de onderdelen die zo heten of heetten, in boomvolgorde."""
    namen: dict[str, list[str]] = {}
    for onderdeel in werkmap.boom.onderdelen:
        namen.setdefault(_sleutel(onderdeel.naam), []).append(onderdeel.id)
    wortel = werkmap.boom.onderdelen[0].id
    ook_wel = {locatiesleutel(naam): wortel for naam in werkmap.organisatie.ook_wel}
    for sleutel, plek in (*ook_wel.items(), *werkmap.locatienamen.items()):
        namen.setdefault(sleutel, [plek])
    return {sleutel: tuple(plekken) for sleutel, plekken in namen.items()}


def _sleutel(naam: str) -> str:
    """Het register zet een apostrof voor een naam die een rekenblad als formule zou lezen; die hoort er niet bij."""
    return locatiesleutel(naam.removeprefix("'"))
