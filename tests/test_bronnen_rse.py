"""Een echte LimeSurvey-export tegen wat een ander eruit telde en publiceerde.

RSE-enquête Nederland 2017, Software Sustainability Institute, CC-BY; de gegevens staan naast het project, niet erin.
"""

import csv
from pathlib import Path

import pytest

from kwaliteit.begrippen.antwoord import Antwoordblad
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from tests.bronnen_fabriek import GEDEELD, lees, maak_lijst

MAP = GEDEELD / "verificatie" / "rse-2017-nl"
ZONDER_NAAM = ""

pytestmark = pytest.mark.skipif(not MAP.is_dir(), reason="de map shared/verificatie staat niet naast het project")


def lees_rijen(pad: Path, scheiding: str = ",") -> list[list[str]]:
    """Een gepubliceerde tabel, zonder onze kamer."""
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.reader(bestand, delimiter=scheiding))


def lees_gepubliceerd(tabel: str) -> dict[str, int]:
    """Antwoord -> aantal. In een ja/nee-tabel is de kolom zonder naam het aantal zonder antwoord."""
    rijen = lees_rijen(MAP / "output" / tabel)
    is_ja_nee = rijen[0][1] == "Yes"
    paren = list(zip(rijen[0][1:], rijen[1][1:], strict=True)) if is_ja_nee else [(rij[0], rij[1]) for rij in rijen[1:]]
    return {antwoord: int(float(aantal or 0)) for antwoord, aantal in paren}


def lees_koppeltabel() -> dict[str, str]:
    """Tabel -> code van de kolom, voor alle enkelvoudige tabellen die gelijk zijn nagerekend."""
    rijen = [rij for rij in lees_rijen(MAP / "koppeling.tsv", "\t")[1:] if rij[2] == "gelijk nagerekend"]
    return {rij[0]: rij[1] for rij in rijen if "+" not in rij[1]}


def maak_vraag(nummer: int, code: str, antwoorden: list[str]) -> Vraag:
    """Een keuzevraag met precies de gepubliceerde antwoorden; codes die nergens als antwoord voorkomen."""
    schaal = Schaal(
        naam=f"keuze{nummer}",
        soort=Schaalsoort.KEUZE,
        codes=tuple(range(1001, 1001 + len(antwoorden))),
        labels=tuple(antwoorden),
    )
    return Vraag(id=f"V{nummer:02d}", tekst=f"Tekst die niet in het bestand staat, {code}", schaal=schaal)


def tel(blad: Antwoordblad, vraag: Vraag) -> dict[str, int]:
    """Label -> aantal, met een lege tekst voor wie niets antwoordde."""
    plaats = blad.kolommen[vraag.id].plaats
    tellingen = {label: int((plaats == plek).sum()) for plek, label in enumerate(vraag.schaal.labels)}
    return {**tellingen, ZONDER_NAAM: int((plaats == Reden.LEEG).sum())}


def test_alle_enkelvoudige_tabellen_zijn_gelijk_aan_de_gepubliceerde(tmp_path: Path) -> None:
    gepubliceerd = {tabel: lees_gepubliceerd(tabel) for tabel in lees_koppeltabel()}
    koppen = lees_rijen(MAP / "data" / "public_data.csv")[0]
    vragen: dict[str, Vraag] = {}
    koppelregels = []
    for nummer, (tabel, code) in enumerate(lees_koppeltabel().items()):
        vragen[tabel] = maak_vraag(nummer, code, [antwoord for antwoord in gepubliceerd[tabel] if antwoord])
        kop = next(kop for kop in koppen if kop.startswith(f"{code}. "))
        koppelregels.append(f"  {kop!r}: {vragen[tabel].id}" if "'" not in kop else f'  "{kop}": {vragen[tabel].id}')
    gelezen = lees(
        tmp_path,
        {"2024/clienten.csv": (MAP / "data" / "public_data.csv").read_bytes()},
        maak_lijst(*vragen.values()),
        koppeling="kolommen:\n" + "\n".join(koppelregels) + "\n",
    )
    blad = gelezen.bladen[0]
    assert (blad.bron.dialect, blad.aantal, blad.bron.kopregel) == ("limesurvey", 77, 1)
    assert blad.afwijkingen == ()
    assert len(vragen) == 18
    for tabel, vraag in vragen.items():
        tellingen = tel(blad, vraag)
        verwacht = gepubliceerd[tabel]
        zonder = 77 - sum(aantal for antwoord, aantal in verwacht.items() if antwoord)
        assert tellingen == {**verwacht, ZONDER_NAAM: zonder}, tabel
        assert verwacht.get(ZONDER_NAAM, zonder) == zonder, tabel


def test_dezelfde_vragen_worden_ook_zonder_koppeling_aan_hun_code_herkend(tmp_path: Path) -> None:
    schaal = Schaal(naam="k", soort=Schaalsoort.KEUZE, codes=(1, 0), labels=("Yes", "No"))
    vragen = [Vraag(id=code, tekst=code, schaal=schaal) for code in ("rse1", "conf1can", "ukrse1")]
    inhoud = (MAP / "data" / "public_data.csv").read_bytes()
    blad = lees(tmp_path, {"2024/clienten.csv": inhoud}, maak_lijst(*vragen)).bladen[0]
    assert tel(blad, vragen[0]) == {"Yes": 75, "No": 2, "": 0}
    assert tel(blad, vragen[2]) == {"Yes": 28, "No": 32, "": 17}
