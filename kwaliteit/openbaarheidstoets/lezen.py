"""Van de gemaakte bestanden naar stof voor de toets. Leest zelf; schrijft niets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kwaliteit.begrippen.fout import BronFout, Gebrek, KwaliteitFout, WerkmapFout
from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.register import REGISTERPAD
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.openbaarheidstoets.geheimen import lees_internrijen, lees_mensen, maak_geheimen
from kwaliteit.openbaarheidstoets.oordelen import Oordeelregel, lees_oordeelregels, zoek_op_naam
from kwaliteit.openbaarheidstoets.rijen import (
    Geheim,
    Onleesbaar,
    Rij,
    Versie,
    lees_cel,
    lees_geheel,
    lees_jaar,
    lees_plek,
    lees_register,
    lees_respons,
    lees_rijen,
    ontleed,
    zoek_onderdelen,
)
from kwaliteit.openbaarheidstoets.vraagtoets import Sleutel

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pijlerregel:
    """De tellingen van één pijler en groep, voor zover ze uit cijfers volgen."""

    jaar: int
    doelgroep: str
    pijler: str
    minstens_75: int
    onder_50: int


def lees_openbaar(openbaar: Path, boom: Boom, jaar: int) -> list[Rij]:
    """Lees de openbare csv's; BronFout als er een ontbreekt of beschadigd is."""
    if not openbaar.is_dir():
        raise BronFout(
            Gebrek(
                waar=str(openbaar),
                wat="er is nog geen openbaar verslag",
                verwacht="de map openbaar, zoals `kwaliteit verslag` die maakt",
                doe_dit=f"Typ eerst: kwaliteit verslag {jaar}",
            )
        )
    gegevens = openbaar / "gegevens"
    return [
        *_lees(gegevens / "indicatoren.csv", BronFout, lambda regels, bron: lees_rijen(regels, boom, bron)),
        *_lees(gegevens / "respons.csv", BronFout, lambda regels, bron: lees_respons(regels, boom, bron)),
    ]


def lees_pijlers(openbaar: Path) -> list[Pijlerregel]:
    """Lees de tellingen per pijler; BronFout als de tabel ontbreekt of beschadigd is."""

    def kies(regels: list[dict[str, str]], _: str) -> list[Pijlerregel]:
        return [
            Pijlerregel(
                jaar=lees_jaar(regel),
                doelgroep=lees_cel(regel, "doelgroep"),
                pijler=lees_cel(regel, "pijler"),
                minstens_75=lees_geheel(lees_cel(regel, "minstens_75")) or 0,
                onder_50=lees_geheel(lees_cel(regel, "onder_50")) or 0,
            )
            for regel in regels
        ]

    return _lees(openbaar / "gegevens" / "indicatoren_per_pijler.csv", BronFout, kies)


def lees_oordelen(openbaar: Path, boom: Boom) -> list[Oordeelregel]:
    """Lees de oordelen over verschillen; BronFout als de tabel ontbreekt of beschadigd is."""
    namen = zoek_op_naam(boom)
    return _lees(
        openbaar / "gegevens" / "vergelijkingen.csv", BronFout, lambda regels, _: lees_oordeelregels(regels, namen)
    )


def lees_versies(map_: Path, boom: Boom) -> list[Versie]:
    """Lees het register, leeg als het er niet is; WerkmapFout als het beschadigd is."""
    pad = map_ / REGISTERPAD
    if not pad.exists():
        return []
    return _lees(pad, WerkmapFout, lambda regels, bron: lees_register(regels, boom, bron))


def kies_vragen(werkmap: Werkmap, bibliotheek: Vragenbibliotheek) -> dict[Sleutel, Vraag]:
    """Geef elke vraag die in een jaar aan een groep gesteld kan zijn; een lezer kent de vragenlijsten."""
    gevonden: dict[Sleutel, Vraag] = {}
    for jaar, jaargang in werkmap.jaren.items():
        gebruikt = [
            bibliotheek.vragenlijst(bron.vragenlijst)
            for bron in jaargang.bronnen
            if bron.vragenlijst in {lijst.naam for lijst in bibliotheek.vragenlijsten}
        ]
        for lijst in (*gebruikt, *bibliotheek.vragenlijsten):
            groepen = {lijst.doelgroep} | {
                bron.doelgroep for bron in jaargang.bronnen if bron.vragenlijst == lijst.naam
            }
            for vraag in (*lijst.vragen, *lijst.schaalscores):
                for groep in sorted(groepen):
                    gevonden.setdefault((jaar, str(groep), vraag.id), vraag)
                if lijst.doelgroep == "professionals":
                    gevonden.setdefault((jaar, "ervaringsdeskundigen", vraag.id), vraag)
    return gevonden


def lees_geheimen(intern: Path, boom: Boom, vragen: Mapping[Sleutel, Vraag]) -> dict[Sleutel, Geheim]:
    """Lees de interne cijfers; leeg als ze er niet zijn, BronFout als ze beschadigd zijn."""
    pad, antwoorden = intern / "indicatoren.csv", intern / "antwoorden.csv"
    if not pad.exists():
        return {}
    cijfers = _lees(pad, BronFout, lambda regels, _: lees_internrijen(regels, boom))
    mensen = _lees(antwoorden, BronFout, lambda regels, _: lees_mensen(regels)) if antwoorden.exists() else []
    return maak_geheimen(cijfers, mensen, boom, vragen)


def lees_aantallen(intern: Path, boom: Boom, kolom: str) -> dict[tuple[int, str], dict[str, int]]:
    """Geef per jaar en groep een kolom van de interne respons, per onderdeel; leeg als die er niet is."""
    pad = intern / "respons.csv"
    if not pad.exists():
        return {}
    namen = zoek_onderdelen(boom)

    def kies(regels: list[dict[str, str]], _: str) -> dict[tuple[int, str], dict[str, int]]:
        uit: dict[tuple[int, str], dict[str, int]] = {}
        for regel in regels:
            aantal = lees_geheel(lees_cel(regel, kolom))
            if aantal is not None:
                groep = lees_jaar(regel), lees_cel(regel, "doelgroep")
                uit.setdefault(groep, {})[lees_plek(regel, namen)] = aantal
        return uit

    return _lees(pad, BronFout, kies)


def lees_tekst(pad: Path, soort: type[KwaliteitFout]) -> str:
    """Lees een tekstbestand; een fout van deze soort als dat niet lukt."""
    try:
        return pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise soort(noem_beschadigd(pad)) from None


def _lees(pad: Path, soort: type[KwaliteitFout], kies: Callable[[list[dict[str, str]], str], T]) -> T:
    tekst = lees_tekst(pad, soort)
    try:
        return kies(ontleed(tekst), f"{pad.parent.name}/{pad.name}")
    except Onleesbaar:
        raise soort(noem_beschadigd(pad)) from None


def noem_beschadigd(pad: Path) -> Gebrek:
    """Geef in vier delen wat er met dit bestand is: het ontbreekt, of het is niet te lezen."""
    if not pad.exists():
        return Gebrek(
            waar=str(pad),
            wat="dit bestand ontbreekt",
            verwacht="alle bestanden die `kwaliteit verslag` maakt",
            doe_dit="Maak het verslag opnieuw met `kwaliteit verslag`.",
        )
    return Gebrek(
        waar=str(pad),
        wat="dit bestand is veranderd of beschadigd, of noemt een onderdeel dat niet in kwaliteit.yaml staat",
        verwacht="een bestand zoals het programma het schreef",
        doe_dit="Maak het verslag opnieuw met `kwaliteit verslag`, of zet een kopie van het register terug.",
    )
