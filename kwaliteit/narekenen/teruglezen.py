"""Leest terug wat een eerder verslag publiceerde: de openbare csv's en de herkomst in de uitvoermap van dat jaar."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.narekening import EerderVerslag, Omstandigheden, Publicatiecijfer
from kwaliteit.begrippen.register import REGISTERPAD, Gepubliceerd, Register

INDICATOREN = Path("openbaar") / "gegevens" / "indicatoren.csv"
RESPONS = Path("openbaar") / "gegevens" / "respons.csv"
HERKOMST = Path("intern") / "herkomst.json"
_SAMEN = ("jaar", "doelgroep", "onderdeel", "status")
INDICATORKOLOMMEN = (
    *_SAMEN,
    "indicator",
    "maat",
    "categorie",
    "reeks",
    "teller",
    "noemer",
    "waarde",
    "ondergrens",
    "bovengrens",
)
RESPONSKOLOMMEN = (*_SAMEN, "deelnemers", "uitgenodigd", "respons")
"""Wat narekenen uit de csv's nodig heeft."""
_FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ONZICHTBAAR = " \u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u2060\ufeff"


def zoek_vorig_jaar(register: Register, uit: Path, jaar: int) -> int | None:
    """Geef het laatste jaar vóór `jaar` met een gepubliceerd verslag, in het register of in de uitvoermap."""
    jaren = {cijfer.jaar for cijfer in register.cijfers}
    if uit.is_dir():
        jaren |= {int(map_.name) for map_ in uit.iterdir() if map_.name.isdecimal() and (map_ / INDICATOREN).is_file()}
    return max((een for een in jaren if een < jaar), default=None)


def zonder_laatste(register: Register, jaar: int) -> Register:
    """Geef het register zoals het was vóór de laatste publicatie over dit jaar; ongewijzigd als die er niet is."""
    dagen = [_dag(cijfer) for cijfer in register.cijfers if cijfer.jaar == jaar]
    if not dagen:
        return register
    laatste = max(dagen)
    return Register(cijfers=tuple(cijfer for cijfer in register.cijfers if _dag(cijfer) < laatste))


def lees_gepubliceerd(register: Register, jaarmap: Path) -> EerderVerslag:
    """Lees wat over het jaar van deze map gepubliceerd is: het register gaat voor, anders de openbare csv's.

    Het register heeft geen marges; die komen uit de csv als daar precies hetzelfde cijfer staat.
    """
    jaar = int(jaarmap.name)
    uit_csv = lees_csvs(jaarmap)
    uit_register = kies_uit_register(register.cijfers, jaar)
    return EerderVerslag(
        jaar=jaar,
        bron=REGISTERPAD.as_posix() if uit_register else f"uitvoer/{jaar}/{INDICATOREN.as_posix()}",
        cijfers=vul_marges_aan(uit_register, uit_csv) if uit_register else uit_csv,
        omstandigheden=lees_omstandigheden(jaarmap),
    )


def lees_csvs(jaarmap: Path) -> tuple[Publicatiecijfer, ...]:
    """Lees de cijfers van het jaar van deze map uit de openbare csv's; zonder csv's is dat niets.

    Een csv die niet meer te lezen is, is een WerkmapFout.
    """
    jaar = jaarmap.name
    indicatoren = _lees_csv(jaarmap / INDICATOREN, INDICATORKOLOMMEN)
    respons = _lees_csv(jaarmap / RESPONS, RESPONSKOLOMMEN)
    try:
        gelezen = [_maak_cijfer(rij) for rij in indicatoren if rij["jaar"] == jaar]
        gelezen += [_maak_respons(rij) for rij in respons if rij["jaar"] == jaar]
    except _GeenGetal:
        raise WerkmapFout(_noem_schade(jaarmap)) from None
    return tuple(gelezen)


def kies_uit_register(cijfers: Iterable[Gepubliceerd], jaar: int) -> tuple[Publicatiecijfer, ...]:
    """Geef van elk cijfer van dit jaar wat het laatst gepubliceerd is, in de volgorde van het register.

    De vakken van een verdeling horen bij elkaar: van een oudere publicatie blijft geen los vak over.
    """
    van_jaar = [cijfer for cijfer in cijfers if cijfer.jaar == jaar]
    laatste: dict[tuple[object, ...], str] = {}
    for cijfer in van_jaar:
        laatste[_familie(cijfer)] = max(_dag(cijfer), laatste.get(_familie(cijfer), ""))
    gekozen = {
        (*_familie(cijfer), cijfer.plek, cijfer.categorie): cijfer
        for cijfer in van_jaar
        if _dag(cijfer) == laatste[_familie(cijfer)]
    }
    return tuple(Publicatiecijfer.neem_over(cijfer, _zonder_apostrof(cijfer.onderdeel)) for cijfer in gekozen.values())


def _familie(cijfer: Gepubliceerd) -> tuple[object, ...]:
    return (cijfer.indicator, cijfer.maat, cijfer.doelgroep, cijfer.onderdeel)


def _dag(cijfer: Gepubliceerd) -> str:
    return cijfer.op.isoformat() if cijfer.op else ""


def vul_marges_aan(
    register: Iterable[Publicatiecijfer], csv_cijfers: Iterable[Publicatiecijfer]
) -> tuple[Publicatiecijfer, ...]:
    """Geef de cijfers uit het register met de marge uit de csv, als die bij precies dat cijfer hoort."""
    per_sleutel = {cijfer.sleutel: cijfer for cijfer in csv_cijfers}

    def vul_aan(cijfer: Publicatiecijfer) -> Publicatiecijfer:
        ander = per_sleutel.get(cijfer.sleutel)
        if ander is None or (ander.status, ander.teller, ander.noemer, ander.waarde) != (
            cijfer.status,
            cijfer.teller,
            cijfer.noemer,
            cijfer.waarde,
        ):
            return cijfer
        return ander

    return tuple(vul_aan(cijfer) for cijfer in register)


def lees_omstandigheden(jaarmap: Path) -> Omstandigheden | None:
    """Lees waarmee het verslag van toen is gemaakt; None als dat niet (meer) te lezen is."""
    try:
        inhoud = json.loads((jaarmap / HERKOMST).read_text(encoding="utf-8"))
        return Omstandigheden(
            programma=str(inhoud["programma"]["versie"]),
            kader=str(inhoud["kader"]["id"]),
            kaderversie=str(inhoud["kader"]["versie"]),
            drempel=int(inhoud["drempel"]) if "drempel" in inhoud else None,
            invoer={str(naam): str(getal) for naam, getal in inhoud["invoer"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _lees_csv(pad: Path, kolommen: Iterable[str]) -> list[dict[str, str]]:
    """Lees een csv met minstens deze kolommen; leeg als het bestand er niet is."""
    if not pad.is_file():
        return []
    try:
        regels = list(csv.reader(io.StringIO(pad.read_text(encoding="utf-8-sig"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise WerkmapFout(_noem_schade(pad.parents[2])) from None
    koppen, *rijen = regels or [[]]
    if not set(kolommen) <= set(koppen) or any(len(rij) != len(koppen) for rij in rijen):
        raise WerkmapFout(_noem_schade(pad.parents[2]))
    return [dict(zip(koppen, rij, strict=True)) for rij in rijen]


class _GeenGetal(Exception):
    """Waar een getal hoort, staat iets anders."""


def _noem_schade(jaarmap: Path) -> Gebrek:
    return Gebrek(
        waar=f"{jaarmap.name}/{INDICATOREN.parent.as_posix()}",
        wat="de openbare csv's van dit verslag zijn veranderd of beschadigd",
        verwacht="de bestanden zoals `kwaliteit verslag` ze schreef",
        doe_dit="Zet een kopie terug, of zet het verslag nog eens in het register met --definitief.",
    )


def _maak_cijfer(rij: dict[str, str]) -> Publicatiecijfer:
    laag, hoog = _getal(rij["ondergrens"]), _getal(rij["bovengrens"])
    return Publicatiecijfer(
        jaar=int(rij["jaar"]),
        indicator=rij["indicator"],
        maat=rij["maat"],
        categorie=rij["categorie"],
        doelgroep=rij["doelgroep"],
        onderdeel=_zonder_apostrof(rij["onderdeel"]),
        reeks=rij["reeks"],
        status=rij["status"],
        teller=_geheel(rij["teller"]),
        noemer=_geheel(rij["noemer"]),
        waarde=_getal(rij["waarde"]),
        marge=(laag, hoog) if laag is not None and hoog is not None else None,
        marge_bekend=True,
    )


def _maak_respons(rij: dict[str, str]) -> Publicatiecijfer:
    return Publicatiecijfer(
        jaar=int(rij["jaar"]),
        indicator=str(Maat.RESPONS),
        maat=str(Maat.RESPONS),
        categorie="",
        doelgroep=rij["doelgroep"],
        onderdeel=_zonder_apostrof(rij["onderdeel"]),
        reeks="",
        status=rij["status"],
        teller=_geheel(rij["deelnemers"]),
        noemer=_geheel(rij["uitgenodigd"]),
        waarde=_getal(rij["respons"]),
    )


def _zonder_apostrof(tekst: str) -> str:
    """Een naam die op een formule lijkt, staat met een apostrof ervoor in de csv."""
    return tekst[1:] if tekst[:1] == "'" and tekst[1:].lstrip(_ONZICHTBAAR).startswith(_FORMULETEKENS) else tekst


def _geheel(tekst: str) -> int | None:
    try:
        return int(tekst) if tekst else None
    except ValueError:
        raise _GeenGetal from None


def _getal(tekst: str) -> float | None:
    try:
        return float(tekst) if tekst else None
    except ValueError:
        raise _GeenGetal from None
