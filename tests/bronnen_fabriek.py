"""Maakt werkmappen met bronbestanden voor de toetsen van de kamer `bronnen`."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl

from kwaliteit.begrippen.antwoord import Antwoordblad, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep, Reden
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.verhaal import Verhaal
from kwaliteit.begrippen.vragenlijst import (
    Kengetal,
    Kengetalsoort,
    Schaal,
    Schaalsoort,
    Vraag,
    Vragenbibliotheek,
    Vragenlijst,
)
from kwaliteit.begrippen.werkmap import Bronopgave, Jaargang, Organisatie, Publicatie, Werkmap
from kwaliteit.bronnen import lees_bronnen

GEDEELD = Path(__file__).resolve().parents[1].parent / "shared"

EENS5 = Schaal(
    naam="eens5",
    soort=Schaalsoort.LIKERT,
    codes=(1, 2, 3, 4, 5),
    labels=("helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens"),
    gunstig=(4, 5),
    weet_niet=("weet ik niet",),
    nvt=("niet van toepassing",),
)
ZONDER_NVT = replace(EENS5, naam="streng5", weet_niet=(), nvt=())
CIJFER = Schaal(naam="cijfer", soort=Schaalsoort.RAPPORTCIJFER, laagste=1, hoogste=10, weet_niet=("weet ik niet",))
NPS = Schaal(naam="nps", soort=Schaalsoort.NPS, laagste=0, hoogste=10)
GETAL = Schaal(naam="getal", soort=Schaalsoort.GETAL)
JA_NEE = Schaal(naam="ja_nee", soort=Schaalsoort.JA_NEE, codes=(1, 0), labels=("ja", "nee"), gunstig=(1,))
OPEN = Schaal(naam="open", soort=Schaalsoort.OPEN)
MEERKEUZE = Schaal(naam="meer", soort=Schaalsoort.MEERKEUZE)

VRAGEN = (
    Vraag(id="CL01", tekst="Mijn begeleider kijkt naar wat ík nodig heb.", schaal=EENS5),
    Vraag(id="CL02", tekst="Ik heb mijn plan zelf mee gemaakt.", schaal=EENS5, ook_wel=("Plan gemaakt",)),
    Vraag(id="CL03", tekst="Welk cijfer geeft u ons?", schaal=CIJFER),
    Vraag(id="CL04", tekst="Heeft u een eigen sleutel?", schaal=JA_NEE),
)


def maak_lijst(
    *vragen: Vraag, naam: str = "kwaliteit-clienten", doelgroep: Doelgroep = Doelgroep.CLIENTEN
) -> Vragenlijst:
    """Een vragenlijst met deze vragen."""
    return Vragenlijst(naam=naam, versie="1", doelgroep=doelgroep, licentie="CC0-1.0", inleiding="", vragen=vragen)


CLIENTEN = maak_lijst(*VRAGEN)
NAASTEN = maak_lijst(
    Vraag(id="NA01", tekst="De hulpverleners werken goed met mij samen.", schaal=EENS5),
    Vraag(id="NA02", tekst="Ik doe mee zoals de cliënt wil.", schaal=EENS5),
    naam="kwaliteit-naasten",
    doelgroep=Doelgroep.NAASTEN,
)
PROFESSIONALS = maak_lijst(
    Vraag(id="PR01", tekst="Ik krijg tijd om te leren.", schaal=EENS5),
    Vraag(id="PR02", tekst="Ik weet wie wat doet.", schaal=EENS5),
    naam="kwaliteit-professionals",
    doelgroep=Doelgroep.PROFESSIONALS,
)
ERVARINGSDESKUNDIGEN = maak_lijst(
    Vraag(id="ED01", tekst="Mijn team gebruikt mijn ervaring.", schaal=EENS5),
    Vraag(id="ED02", tekst="Ik kan een brug zijn.", schaal=EENS5),
    naam="kwaliteit-ervaringsdeskundigen",
    doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN,
)
KENGETALLEN = tuple(
    Kengetal(id=id_, naam=naam, teller="", noemer="cliënten", normen=("C2",), soort=soort, over_mensen=True)
    for id_, naam, soort in (
        ("K01", "Actueel woonzorgplan", Kengetalsoort.VERHOUDING),
        ("K12", "Voorlichting", Kengetalsoort.AANTAL),
        ("K14", "Incidenten", Kengetalsoort.PER_1000),
    )
)


def maak_bibliotheek(*lijsten: Vragenlijst) -> Vragenbibliotheek:
    """De lijsten hierboven; een eigen lijst met dezelfde naam vervangt die."""
    alle = {lijst.naam: lijst for lijst in (CLIENTEN, NAASTEN, PROFESSIONALS, ERVARINGSDESKUNDIGEN, *lijsten)}
    return Vragenbibliotheek(vragenlijsten=tuple(alle.values()), kengetallen=KENGETALLEN, spiegels=())


def maak_werkmap(
    map_: Path,
    bestanden: Mapping[str, bytes],
    *,
    koppeling: str = "",
    jaar: int = 2024,
) -> Werkmap:
    """Schrijf bronnen als "2024/clienten.xlsx" en geef de werkmap; de doelgroep is het begin van de naam."""
    bronnen: dict[int, list[Bronopgave]] = {jaar: []}
    kengetalpaden: dict[int, Path] = {}
    koppelpad = map_ / "koppelingen" / "eigen.yaml"
    if koppeling:
        koppelpad.parent.mkdir(parents=True, exist_ok=True)
        koppelpad.write_text(koppeling, encoding="utf-8")
    for naam, inhoud in bestanden.items():
        pad = map_ / "bronnen" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud)
        bronjaar = int(pad.parent.name)
        bronnen.setdefault(bronjaar, [])
        if pad.name.startswith("kengetallen"):
            kengetalpaden[bronjaar] = pad
            continue
        groep = next(groep for groep in Doelgroep if pad.name.startswith(groep))
        bronnen[bronjaar].append(
            Bronopgave(
                pad=pad, jaar=bronjaar, doelgroep=groep, vragenlijst="", koppeling=koppelpad if koppeling else None
            )
        )
    return Werkmap(
        pad=map_,
        jaar=jaar,
        organisatie=Organisatie(naam="Stichting Veen"),
        publicatie=Publicatie(),
        boom=Boom(
            onderdelen=(
                Onderdeel(id=ORGANISATIE, naam="Veen", niveau=Niveau.ORGANISATIE, ouder=None),
                Onderdeel(id="noord", naam="Noord", niveau=Niveau.LOCATIE, ouder=ORGANISATIE),
                Onderdeel(id="oost", naam="Oost", niveau=Niveau.LOCATIE, ouder=ORGANISATIE),
            )
        ),
        locatienamen={"noord": "noord", "oost": "oost", "loc-n": "noord"},
        jaren={
            een: Jaargang(
                jaar=een,
                kader=None,
                meetperiode=None,
                populatie={},
                uitgenodigd={},
                bronnen=tuple(bronnen[een]),
                kengetallen=kengetalpaden.get(een),
            )
            for een in bronnen
        },
        nederlandse_csv=False,
        acties=(),
        verhaal=Verhaal(voorwoord=None, samenvatting=None, over_ons=None, pijlers={}, reacties=()),
        citaten=(),
        zelfoordelen=(),
        controlegetallen={},
    )


def lees(
    map_: Path, bestanden: Mapping[str, bytes], *lijsten: Vragenlijst, koppeling: str = "", jaar: int = 2024
) -> Leesresultaat:
    """Schrijf de bestanden en lees ze."""
    return lees_bronnen(maak_werkmap(map_, bestanden, koppeling=koppeling, jaar=jaar), maak_bibliotheek(*lijsten))


def lees_een(map_: Path, inhoud: bytes | str, naam: str = "2024/clienten.csv", koppeling: str = "") -> Leesresultaat:
    """Lees één bestand."""
    return lees(map_, {naam: inhoud.encode() if isinstance(inhoud, str) else inhoud}, koppeling=koppeling)


def maak_csv(rijen: Sequence[Sequence[object]], *, scheiding: str = ";", komma: str = ",") -> str:
    """Een csv zoals Excel die in Nederland schrijft."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheiding, lineterminator="\r\n")
    for rij in rijen:
        schrijver.writerow([str(cel).replace(".", komma) if isinstance(cel, float) else cel for cel in rij])
    return uit.getvalue()


def maak_xlsx(rijen: Sequence[Sequence[object]], **bladen: Sequence[Sequence[object]]) -> bytes:
    """Een xlsx met een blad Blad1, en de genoemde bladen erachter."""
    boek = openpyxl.Workbook()
    for naam, inhoud in {"Blad1": rijen, **bladen}.items():
        blad = boek.create_sheet(naam)
        for rij in inhoud:
            blad.append(list(rij))
    del boek["Sheet"]
    return bewaar(boek)


def bewaar(boek: openpyxl.Workbook) -> bytes:
    """De bytes van een werkboek."""
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def toon(blad: Antwoordblad) -> list[tuple[object, ...]]:
    """Een blad als gewone rijen: rijnummer, locatie, respondent en per vraag de code, het getal of de reden."""
    rijen: list[tuple[object, ...]] = []
    for i in range(blad.aantal):
        cellen: list[object] = [int(blad.rijen[i]), int(blad.locatie[i])]
        cellen.append(blad.respondent[i] if blad.respondent else None)
        for kolom in blad.kolommen.values():
            plaats = int(kolom.plaats[i])
            if plaats < 0:
                cellen.append(Reden(plaats).name)
            elif kolom.getal is not None:
                cellen.append(float(kolom.getal[i]))
            else:
                cellen.append(kolom.vraag.schaal.codes[plaats])
        rijen.append(tuple(cellen))
    return rijen


def meldingen(bevindingen: Sequence[Bevinding]) -> list[str]:
    """De bevindingen als "code: wat"."""
    return [f"{bevinding.soort.code}: {bevinding.wat}" for bevinding in bevindingen]
