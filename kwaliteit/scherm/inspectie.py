"""Het scherm van `inspecteer`: feiten, een tabel van kolommen, wat niet gelezen wordt, en wat u moet besluiten."""

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kwaliteit import __version__
from kwaliteit.begrippen.inspectie import Herkenning, Inspectie, Kolominspectie
from kwaliteit.scherm.basis import (
    Kaalscherm,
    noem_aantal,
    scherm,
    schrijf_bevinding,
    schrijf_gebrek,
    schrijf_json,
    toon_gebrek,
)

if TYPE_CHECKING:
    from rich.console import Console

BESTANDSOORTEN = {
    "xlsx": "Excel (xlsx)",
    "xls": "Excel van vóór 2007 (xls)",
    "ods": "LibreOffice (ods)",
    "sav": "SPSS (sav)",
    "csv": "tekst met kolommen (csv)",
    "tsv": "tekst met kolommen (tsv)",
}
BREED = 60
"""Kolommen; daarboven krijgt niet elke kolom die niet gelezen wordt een eigen regel."""
GEEN_KOP = "(geen kop, of niet zeker)"
KENT_PROEF = frozenset({"qualtrics", "qualtrics-legacy", "alchemer"})
"""Tools die zelf zeggen welke antwoorden een proef waren; bij andere zegt "0 proef" niets."""
NEGEER_ZEGT = {"negeer, zegt de koppeling": "u koos: niet lezen"}
TEKENS = {",": "met een komma", ";": "met een puntkomma", "\t": "met een tab", "|": "met een rechte streep"}


def toon_inspectie(inspectie: Inspectie, *, json_uit: bool, stil: bool, koppelopdracht: str = "") -> None:
    """Toon wat een bestand is, wat elke kolom lijkt, en wat een mens moet besluiten.

    `koppelopdracht` is wat de gebruiker typt om een koppeling te maken; die staat er alleen als er iets te koppelen is.
    """
    if json_uit:
        schrijf_json(_inspectie(inspectie))
        return
    if inspectie.reden is not None:
        console = scherm()
        console.print("Dit bestand wordt niet gelezen.", style="bold red")
        toon_gebrek(console, inspectie.reden)
        return
    console = scherm(fout=False)
    if not stil:
        console.print(inspectie.bestand, style="bold")
        for naam, uitleg in _feiten(inspectie):
            console.print(f"  {naam:<14}{uitleg}")
        if inspectie.kolommen:
            _toon_kolommen(console, inspectie)
        _toon_ongelezen(console, inspectie)
    _toon_besluiten(console, inspectie.besluiten)
    if koppelopdracht and inspectie.heeft_werkmap and _is_iets_te_koppelen(inspectie):
        console.print(f"\nTyp nu: {koppelopdracht}", style="bold", soft_wrap=True)


def _is_iets_te_koppelen(inspectie: Inspectie) -> bool:
    if not inspectie.vragenlijst:
        return False
    lijkt = any(kolom.hoe is Herkenning.GELIJKENIS for kolom in inspectie.kolommen)
    return lijkt or any("'koppel'" in besluit for besluit in inspectie.besluiten)


def _feiten(inspectie: Inspectie) -> Iterator[tuple[str, str]]:
    yield "Bestand", BESTANDSOORTEN.get(inspectie.soort, inspectie.soort)
    if inspectie.codering:
        naam = inspectie.codering.casefold().removesuffix("-sig")
        yield (
            "Letters",
            f"een gok ({naam}): kijk of é en ë goed staan" if inspectie.codering_gegokt else f"in orde ({naam})",
        )
    if inspectie.scheidingsteken:
        yield "Gescheiden", TEKENS.get(inspectie.scheidingsteken, inspectie.scheidingsteken)
    if inspectie.dialect == "vrij":
        yield "Gemaakt met", "geen bekende enquêtetool; gelezen als gewone tabel"
    else:
        yield "Gemaakt met", inspectie.toolnaam
        yield "Herkend aan", inspectie.waarom
    if inspectie.blad:
        yield "Blad", inspectie.blad
    if inspectie.soort != "sav":
        yield "Kop", _noem_rijen(inspectie.kopregels)
    yield "Mensen", f"{inspectie.rijen if inspectie.mensen is None else inspectie.mensen} ({_verdeel(inspectie)})"
    yield "Kolommen", str(len(inspectie.kolommen))
    if inspectie.vragenlijst:
        gevonden = {
            kolom.vraag for kolom in inspectie.kolommen if kolom.vraag and kolom.hoe is not Herkenning.GELIJKENIS
        }
        lijkt = {kolom.vraag for kolom in inspectie.kolommen if kolom.hoe is Herkenning.GELIJKENIS}
        yield (
            "Vragenlijst",
            f"{inspectie.vragenlijst}: {noem_aantal(len(gevonden), 'vraag', 'vragen')} herkend"
            + (f", {len(lijkt)} waar een kop op lijkt" if lijkt else ""),
        )


def _noem_rijen(nummers: Sequence[int]) -> str:
    if not nummers:
        return "geen; de kolommen zijn herkend aan wat erin staat"
    return f"rij {nummers[0]}" if len(nummers) == 1 else f"rij {nummers[0]} tot en met {nummers[-1]}"


def _verdeel(inspectie: Inspectie) -> str:
    wil_niet = f"; {inspectie.wil_niet_meedoen} wilde niet meedoen" if inspectie.wil_niet_meedoen else ""
    return f"{_verdeel_klaar(inspectie)}{wil_niet}"


def _verdeel_klaar(inspectie: Inspectie) -> str:
    if inspectie.volledig is None:
        return "het bestand zegt niet wie klaar is"
    if not inspectie.houdt_bij:
        return "deze tool zegt niet wie halverwege stopte"
    delen = [
        f"{'–' if aantal is None else aantal} {naam}"
        for aantal, naam in (
            (inspectie.volledig, "volledig"),
            (inspectie.onvolledig, "niet afgerond"),
            (inspectie.proef, "proef"),
        )
        if naam != "proef" or aantal or inspectie.dialect in KENT_PROEF
    ]
    if inspectie.uitgenodigd:
        delen.append(f"{inspectie.uitgenodigd} nooit begonnen")
    return ", ".join(delen)


def _toon_kolommen(console: "Console | Kaalscherm", inspectie: Inspectie) -> None:
    console.print("\nKolommen", style="bold")
    console.print(f"  {'':<6}{'kop':<46}{'is':<24}hoe zeker", style="dim")
    for groep in _voeg_samen(inspectie.kolommen):
        eerste = groep[0]
        if len(groep) > 1:
            plaats = f"{eerste.letter}–{groep[-1].letter}"
            rest = f" … ({len(groep)} kolommen)"
            kop = _kort_in(eerste.kop or GEEN_KOP, 44 - len(rest)) + rest
            console.print(f"  {plaats:<6}{kop:<46}{eerste.rol}".rstrip())
            continue
        kop = _kort_in(eerste.kop or GEEN_KOP, 44)
        console.print(f"  {eerste.letter:<6}{kop:<46}{_noem_rol(eerste):<24}{_noem_zekerheid(eerste)}".rstrip())


def _voeg_samen(kolommen: Sequence[Kolominspectie]) -> list[list[Kolominspectie]]:
    """Zet in een breed bestand kolommen bij elkaar die naast elkaar staan en om dezelfde reden niet gelezen worden."""
    if len(kolommen) <= BREED:
        return [[kolom] for kolom in kolommen]
    groepen: list[list[Kolominspectie]] = []
    for kolom in kolommen:
        vorige = groepen[-1][-1] if groepen else None
        if vorige and not kolom.vraag and not vorige.vraag and (kolom.rol, kolom.waarom) == (vorige.rol, vorige.waarom):
            groepen[-1].append(kolom)
        else:
            groepen.append([kolom])
    return [deel for groep in groepen for deel in ([groep] if len(groep) > 3 else [[kolom] for kolom in groep])]


def _noem_rol(kolom: Kolominspectie) -> str:
    if not kolom.vraag:
        return str(kolom.rol)
    return f"{kolom.rol} {kolom.vraag}{'?' if kolom.hoe is Herkenning.GELIJKENIS else ''}"


def _noem_zekerheid(kolom: Kolominspectie) -> str:
    if kolom.hoe is Herkenning.GELIJKENIS and kolom.zekerheid is not None:
        return "lijkt er veel op"
    return {
        Herkenning.EXACT: "zeker",
        Herkenning.OOK_WEL: "zeker (ook wel)",
        Herkenning.KOPPELING: "zeker (koppeling)",
    }.get(kolom.hoe, "")


def _toon_ongelezen(console: "Console | Kaalscherm", inspectie: Inspectie) -> None:
    redenen: dict[str, list[str]] = defaultdict(list)
    for kolom in inspectie.kolommen:
        if kolom.waarom:
            redenen[kolom.waarom].append(kolom.letter)
    if redenen:
        console.print("\nWordt niet gelezen", style="bold")
    for reden, letters in redenen.items():
        console.print(f"  • {_noem_letters(letters)}: {NEGEER_ZEGT.get(reden, reden)}")


def _noem_letters(letters: Sequence[str]) -> str:
    if len(letters) > 8:
        return f"{len(letters)} kolommen ({', '.join(letters[:6])} …)"
    return f"{'kolom' if len(letters) == 1 else 'kolommen'} {', '.join(letters)}"


def _toon_besluiten(console: "Console | Kaalscherm", besluiten: Sequence[str]) -> None:
    if not besluiten:
        console.print("\nU hoeft niets te besluiten.", style="bold")
        return
    console.print("\nBesluit nodig", style="bold yellow")
    for nummer, besluit in enumerate(besluiten, start=1):
        regels = textwrap.wrap(besluit, 92)
        console.print(f"  {nummer}. {regels[0]}")
        for regel in regels[1:]:
            console.print(f"     {regel}")


def _kort_in(tekst: str, lengte: int) -> str:
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1].rstrip()}…"


def _inspectie(inspectie: Inspectie) -> dict[str, object]:
    return {
        "opdracht": "inspecteer",
        "versie": __version__,
        "afsluitcode": int(inspectie.afsluitcode),
        "bestand": inspectie.bestand,
        "besluit": str(inspectie.besluit),
        "reden": inspectie.reden.wat if inspectie.reden else "",
        "soort": inspectie.soort,
        "dialect": inspectie.dialect,
        "waarom": inspectie.waarom,
        "codering": inspectie.codering,
        "codering_gegokt": inspectie.codering_gegokt,
        "scheidingsteken": inspectie.scheidingsteken,
        "blad": inspectie.blad,
        "kopregels": len(inspectie.kopregels),
        "kopregel": list(inspectie.kopregels),
        "rijen": inspectie.rijen,
        "mensen": inspectie.mensen,
        "wil_niet_meedoen": inspectie.wil_niet_meedoen,
        "kolommen": len(inspectie.kolommen),
        "volledig": inspectie.volledig,
        "onvolledig": inspectie.onvolledig,
        "proef": inspectie.proef,
        "uitgenodigd": inspectie.uitgenodigd,
        "doelgroep": inspectie.doelgroep,
        "vragenlijst": inspectie.vragenlijst,
        "kolomlijst": [_kolom(kolom) for kolom in inspectie.kolommen],
        "besluiten": list(inspectie.besluiten),
        "bevindingen": [schrijf_bevinding(bevinding) for bevinding in inspectie.bevindingen],
        "fouten": [schrijf_gebrek(inspectie.reden)] if inspectie.reden else [],
    }


def _kolom(kolom: Kolominspectie) -> dict[str, object]:
    return {
        "kolom": kolom.letter,
        "kop": kolom.kop,
        "vraag": kolom.vraag,
        "zekerheid": kolom.zekerheid,
        "rol": str(kolom.rol),
        "hoe": str(kolom.hoe),
        "waarom": kolom.waarom,
    }
