"""Welke bestanden zijn de bronnen van een jaar: opgegeven in `kwaliteit.yaml`, of gevonden op naam."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.werkmap import Bronopgave
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.vormen import Bronvorm

UITGANGEN = frozenset({".xlsx", ".xls", ".ods", ".csv", ".tsv", ".sav", ".zsav"})
KENGETALLEN = "kengetallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronvondst:
    """De bronnen van één jaar, op volgorde van doelgroep, en wat op een bron lijkt maar nergens bij hoort."""

    bronnen: tuple[Bronopgave, ...] = ()
    kengetallen: Path | None = None
    onbekend: tuple[str, ...] = ()


def vind_bronnen(jaar: int, opgegeven: Sequence[Bronvorm], plaatsen: Plaatsen, plank: Leesplank) -> Bronvondst:
    """Geef de bronnen van één jaar. Een opgegeven bron vervangt wat voor die doelgroep op naam te vinden is."""
    bronnen = _lees_opgegeven(jaar, opgegeven, plaatsen, plank)
    genoemd = {PurePosixPath(bron.bestand) for bron in opgegeven}
    gevonden: dict[Doelgroep, list[str]] = {}
    kengetallen: list[str] = []
    onbekend: list[str] = []
    for naam in (f"bronnen/{jaar}/{een}" for een in plank.som_op(f"bronnen/{jaar}")):
        if PurePosixPath(naam) in genoemd or not plank.is_bestand(naam):
            continue
        groep = herken_doelgroep(naam)
        if _is_tabel(naam) and _kaal(PurePosixPath(naam).stem) == KENGETALLEN:
            kengetallen.append(naam)
        elif _is_tabel(naam) and groep is not None:
            gevonden.setdefault(groep, []).append(naam)
        elif _is_tabel(naam) or groep is not None or _kaal(PurePosixPath(naam).stem).startswith(KENGETALLEN):
            onbekend.append(naam)
    opgegeven_groepen = {bron.doelgroep for bron in opgegeven}
    for groep in sorted(gevonden.keys() - opgegeven_groepen, key=lambda een: een.rangorde):
        bron = _kies_gevonden(jaar, groep, gevonden[groep], plank)
        if bron is not None:
            bronnen.append(bron)
    return Bronvondst(
        bronnen=tuple(sorted(bronnen, key=lambda bron: bron.doelgroep.rangorde)),
        kengetallen=_kies_kengetallen(jaar, kengetallen, plank),
        onbekend=tuple(onbekend),
    )


def _lees_opgegeven(jaar: int, opgegeven: Sequence[Bronvorm], plaatsen: Plaatsen, plank: Leesplank) -> list[Bronopgave]:
    bronnen: list[Bronopgave] = []
    gezien: set[Doelgroep] = set()
    for nummer, vorm in enumerate(opgegeven):
        plek = ("jaren", str(jaar), "bronnen", nummer)
        if vorm.doelgroep in gezien:
            plank.meld(
                plaatsen.waar(*plek, "doelgroep"),
                f"voor {vorm.doelgroep.naam} staat hier een tweede bron",
                "één bron per doelgroep en jaar",
                "Voeg de bestanden samen tot één bestand, of haal een van de twee weg.",
            )
            continue
        gezien.add(vorm.doelgroep)
        pad = plank.vind(vorm.bestand, plaatsen.waar(*plek, "bestand"))
        koppeling = None
        if vorm.koppeling is not None:
            koppeling = plank.vind(vorm.koppeling, plaatsen.waar(*plek, "koppeling"))
        elif pad is not None:
            koppeling = _vind_koppeling(vorm.bestand, jaar, vorm.doelgroep, plank)
        if pad is not None:
            bronnen.append(
                Bronopgave(
                    pad=pad, jaar=jaar, doelgroep=vorm.doelgroep, vragenlijst=vorm.vragenlijst, koppeling=koppeling
                )
            )
    return bronnen


def _kies_gevonden(jaar: int, groep: Doelgroep, namen: list[str], plank: Leesplank) -> Bronopgave | None:
    if len(namen) > 1:
        plank.meld(
            f"bronnen/{jaar}",
            f"voor {groep.naam} staan hier {len(namen)} bestanden: {', '.join(_laatste(naam) for naam in namen)}",
            "één bestand per doelgroep",
            "Voeg de bestanden samen of zet er een in een andere map. Of zeg in kwaliteit.yaml bij dit jaar welk "
            f"bestand geldt: bronnen: [{{bestand: {namen[0]}, doelgroep: {groep}}}]",
        )
        return None
    if not plank.is_binnen(namen[0]):
        return None
    koppeling = _vind_koppeling(namen[0], jaar, groep, plank)
    return Bronopgave(pad=plank.map / namen[0], jaar=jaar, doelgroep=groep, vragenlijst="", koppeling=koppeling)


def _kies_kengetallen(jaar: int, namen: list[str], plank: Leesplank) -> Path | None:
    if len(namen) > 1:
        plank.meld(
            f"bronnen/{jaar}",
            f"hier staan {len(namen)} bestanden met kengetallen: {', '.join(_laatste(naam) for naam in namen)}",
            "één bestand met kengetallen",
            "Voeg de bestanden samen of zet er een in een andere map.",
        )
        return None
    return plank.map / namen[0] if namen and plank.is_binnen(namen[0]) else None


def _vind_koppeling(bestand: str, jaar: int, groep: Doelgroep, plank: Leesplank) -> Path | None:
    """Een koppeling van het jaar gaat voor die van het bestand, en die voor die van de groep."""
    stam = PurePosixPath(bestand).stem
    for naam in (f"koppelingen/{een}.yaml" for een in (f"{stam}-{jaar}", stam, groep)):
        if plank.is_bestand(naam) and plank.is_binnen(naam):
            return plank.map / naam
    return None


def herken_doelgroep(naam: str) -> Doelgroep | None:
    """Geef de doelgroep waarmee de bestandsnaam begint."""
    kaal = _kaal(_laatste(naam))
    return next((groep for groep in Doelgroep if kaal.startswith(groep)), None)


def _is_tabel(naam: str) -> bool:
    return PurePosixPath(naam).suffix.lower() in UITGANGEN


def _laatste(naam: str) -> str:
    return PurePosixPath(naam).name


def _kaal(naam: str) -> str:
    """Zonder accenten en hoofdletters: "Cliënten" wordt "clienten", ook als macOS de trema los bewaart."""
    letters = unicodedata.normalize("NFKD", naam)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
