"""De voorbeelddata: verzonnen, herhaalbaar, en met alles erin wat het verslag moet kunnen laten zien."""

import csv
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from kwaliteit.begrippen.bevinding import Bevinding, Ernst
from kwaliteit.bronnen import lees_bronnen
from kwaliteit.controles import controleer_samenhang, loop_na
from kwaliteit.kaders import lees_kader, lees_rekenregels, nieuwste_kader
from kwaliteit.vragenlijsten import lees_bibliotheek
from kwaliteit.werkmappen import lees_werkmap

VOORBEELD = Path(__file__).parent.parent / "voorbeelddata"
PIJLERS = ("clienten", "naasten", "professionals", "samenleving", "samenwerken")
TEKSTSOORTEN = {".yaml", ".md", ".csv", ".py"}

ECHTE_NAMEN = re.compile(
    r"\b(RIBW|Leger des Heils|Kwintes|Lister|Pameijer|Parnassia|Lentis|Altrecht|Arkin|Rivierduinen|Emergis|Eleos"
    r"|Dimence|Mondriaan|Trimbos|Valente|Amsterdam|Rotterdam|Utrecht|Den Haag|Groningen|Eindhoven|Nijmegen|Arnhem"
    r"|Zwolle|Breda|Tilburg|Leiden|Haarlem|Maastricht)\b"
)
ADRES = re.compile(r"(?:https?://|\w@)([\w.-]+)")
PERSOONSNUMMER = re.compile(r"\b\d{9,10}\b|\b06[- ]?\d{8}\b")
EIGEN_ADRESSEN = ("wendelveer.example", "www.wendelveer.example", "creativecommons.org", "schemas.openxmlformats.org")


def lees_yaml(naam: str) -> Any:
    return yaml.safe_load((VOORBEELD / naam).read_text(encoding="utf-8"))


def lees_rijen(naam: str) -> list[tuple[Any, ...]]:
    boek = openpyxl.load_workbook(VOORBEELD / naam)
    return list(boek.worksheets[0].iter_rows(values_only=True))


def lees_tekst(pad: Path) -> str:
    return pad.read_text(encoding="cp1252" if pad.parts[-2:] == ("2024", "naasten.csv") else "utf-8")


def zoek_echte_namen(tekst: str) -> list[str]:
    vreemd = [adres for adres in ADRES.findall(tekst) if adres.rstrip(".") not in EIGEN_ADRESSEN]
    return [*ECHTE_NAMEN.findall(tekst), *vreemd, *PERSOONSNUMMER.findall(tekst)]


def splits_verhaal(pad: Path) -> tuple[dict[str, Any], str]:
    tekst = pad.read_text(encoding="utf-8")
    if not tekst.startswith("---\n"):
        return {}, tekst
    _, kop, rest = tekst.split("---\n", 2)
    return yaml.safe_load(kop), rest


def woorden_per_zin(tekst: str) -> list[int]:
    zonder_cijfers = re.sub(r"\{\{.*?\}\}", "76%", tekst)
    zinnen = re.split(r"(?<=[.?!:])[”*]*\s+|\n+", re.sub(r"(?m)^[#\-* ]+", "", zonder_cijfers))
    return [len(zin.split()) for zin in zinnen if zin.strip()]


def loop_werkmap_na(pad: Path, jaar: int) -> tuple[Bevinding, ...]:
    werkmap, kader, regels = lees_werkmap(pad, jaar), lees_kader(nieuwste_kader()), lees_rekenregels()
    bibliotheek = lees_bibliotheek(pad / "vragenlijsten")
    controleer_samenhang(werkmap, kader, bibliotheek)
    gelezen = lees_bronnen(werkmap, bibliotheek)
    return (*gelezen.bevindingen, *loop_na(werkmap, kader, bibliotheek, regels, gelezen))


def tel_zware(bevindingen: tuple[Bevinding, ...]) -> Counter[tuple[str, str]]:
    lichte = Ernst.TER_INFORMATIE
    return Counter((str(b.ernst), b.soort.code) for b in set(bevindingen) if b.ernst is not lichte)


@pytest.mark.parametrize("jaar", [2022, 2023, 2024])
def test_de_lezers_vinden_niets_ernstigs(jaar: int) -> None:
    bevindingen = loop_werkmap_na(VOORBEELD, jaar)
    assert [b for b in bevindingen if b.ernst is Ernst.ERNSTIG] == []
    assert bevindingen


def test_in_2024_valt_alleen_op_wat_in_het_leesmij_staat() -> None:
    assert tel_zware(loop_werkmap_na(VOORBEELD, 2024)) == {
        ("let op", "gegokte-codering"): 1,
        ("let op", "onbekende-kolom"): 1,
    }


def test_een_bedorven_cel_in_de_voorbeelddata_valt_wel_op(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    shutil.copytree(VOORBEELD, werkmap, ignore=shutil.ignore_patterns("uitvoer", "*.py", "__pycache__"))
    bron = werkmap / "bronnen/2023/clienten.csv"
    bron.write_bytes(bron.read_bytes().replace(b"Helemaal eens", b"Zeker weten", 1))
    assert ("ernstig", "onbekend-label") in tel_zware(loop_werkmap_na(werkmap, 2024))


def test_maak_schrijft_precies_de_bestanden_die_er_staan(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(VOORBEELD / "maak.py"), str(tmp_path)], check=True, timeout=60)
    gemaakt = {pad.relative_to(tmp_path): pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file()}
    bewaard = {
        pad.relative_to(VOORBEELD): pad.read_bytes() for pad in (VOORBEELD / "bronnen").rglob("*") if pad.is_file()
    }
    assert len(bewaard) == 14
    assert sorted(gemaakt) == sorted(bewaard)
    assert [naam for naam in bewaard if gemaakt[naam] != bewaard[naam]] == []


def test_er_zijn_zeven_locaties_in_twee_regios_en_een_is_heel_klein() -> None:
    instellingen = lees_yaml("kwaliteit.yaml")
    assert len(instellingen["locaties"]) == 7
    assert {locatie["regio"] for locatie in instellingen["locaties"].values()} == {"Wendelstad", "Veerlanden"}
    clienten = instellingen["jaren"][2024]["populatie"]["clienten"]
    assert sum(clienten.values()) == 210
    assert [naam for naam, aantal in clienten.items() if aantal < 10] == ["achterstee"]
    assert sum(instellingen["jaren"][2024]["uitgenodigd"]["clienten"].values()) == 205


def test_de_organisatie_zegt_zelf_dat_zij_verzonnen_is() -> None:
    organisatie = lees_yaml("kwaliteit.yaml")["organisatie"]
    assert organisatie["verzonnen"] is True
    assert organisatie["website"].endswith(".example")


def test_clienten_2024_hebben_drie_titelrijen_en_de_bedoelde_aantallen_per_locatie() -> None:
    rijen = lees_rijen("bronnen/2024/clienten.xlsx")
    assert [sum(cel is not None for cel in rij) for rij in rijen[:3]] == [1, 1, 1]
    assert rijen[3][:2] == ("Nummer", "Locatie")
    deelnemers = [rij for rij in rijen[4:] if any(cel is not None for cel in rij[2:12])]
    assert Counter(rij[1] for rij in deelnemers) == {
        "Het Kadehuis": 31,
        "De Molenwerf": 27,
        "Lindewende": 24,
        "Het Singelrak": 20,
        "De Veerhoeve": 18,
        "Kreekoord": 13,
        "De Achterstee": 4,
    }
    assert len(rijen[4:]) - len(deelnemers) == 3


def test_elke_groep_van_2024_heeft_de_bedoelde_omvang() -> None:
    naasten = list(csv.reader(lees_tekst(VOORBEELD / "bronnen/2024/naasten.csv").splitlines(), delimiter=";"))
    assert sum(any(cel for cel in rij[2:]) for rij in naasten[1:]) == 71
    professionals = lees_rijen("bronnen/2024/professionals.xlsx")
    assert len(professionals) - 1 == 131
    assert Counter(rij[2] for rij in professionals[1:]) == {"ja": 12, "nee": 119}
    assert all((rij[14] is not None) == (rij[2] == "ja") for rij in professionals[1:])


def test_elke_locatie_in_een_bron_is_bekend() -> None:
    locaties = lees_yaml("kwaliteit.yaml")["locaties"].values()
    bekend = {naam for locatie in locaties for naam in (locatie["naam"], *locatie["ook_wel"])}
    gezien: set[str] = set()
    for naam, eerste in (
        ("2022/uitkomsten-wonen.xlsx", 1),
        ("2023/professionals.xlsx", 1),
        ("2024/clienten.xlsx", 4),
        ("2024/professionals.xlsx", 1),
    ):
        gezien |= {str(rij[1]) for rij in lees_rijen(f"bronnen/{naam}")[eerste:]}
    assert len(gezien) == 14
    assert gezien <= bekend


def test_nergens_staat_een_echte_naam_een_echt_adres_of_een_nummer_van_een_mens() -> None:
    paden = [pad for pad in sorted(VOORBEELD.rglob("*")) if pad.suffix in TEKSTSOORTEN and "uitvoer" not in pad.parts]
    gevonden = {str(pad.relative_to(VOORBEELD)): zoek_echte_namen(lees_tekst(pad)) for pad in paden}
    assert len(gevonden) > 30
    assert {naam: namen for naam, namen in gevonden.items() if namen} == {}


@pytest.mark.parametrize("tekst", ["Wij wonen in Utrecht.", "mail naar kees@zorg.nl", "bel 0612345678", "123456782"])
def test_de_zoeker_vindt_een_echte_naam_als_die_er_wel_staat(tekst: str) -> None:
    assert zoek_echte_namen(tekst)


@pytest.mark.parametrize("jaar", [2023, 2024])
@pytest.mark.parametrize("pijler", PIJLERS)
def test_elke_pijler_heeft_een_korte_boodschap_en_vier_stukken(jaar: int, pijler: str) -> None:
    kop, tekst = splits_verhaal(VOORBEELD / f"verhaal/{jaar}/{pijler}.md")
    assert 3 <= len(kop["boodschap"].split()) <= 12
    assert re.findall(r"(?m)^## (\w+)$", tekst) == ["Terugblik", "Duiding", "Besproken", "Vooruitblik"]
    assert '{{ cijfer("' in tekst


def test_de_zinnen_zijn_kort() -> None:
    for pad in sorted((VOORBEELD / "verhaal").rglob("*.md")):
        lengtes = woorden_per_zin(splits_verhaal(pad)[1])
        assert sum(lengtes) / len(lengtes) <= 12, pad.name
        assert max(lengtes) <= 22, pad.name
    assert max(woorden_per_zin("Een " + "heel " * 30 + "lange zin.")) > 30


def test_een_ingevoegd_cijfer_staat_na_een_dubbele_punt_zodat_ook_woorden_passen() -> None:
    """Zo klopt de zin ook als er "11 van de 14" of "te weinig antwoorden" komt te staan."""
    for pad in sorted((VOORBEELD / "verhaal").rglob("*.md")):
        tekst = pad.read_text(encoding="utf-8")
        assert tekst.count("{{") == len(re.findall(r": \{\{ cijfer\([^}]*\) \}\}\.", tekst)), pad.name


def test_het_verhaal_beweert_geen_stijging_of_daling() -> None:
    verboden = re.compile(
        r"(?i)\b(gestegen|gedaald|stijg\w*|daal\w*|significant|vaker dan|minder dan in|meer dan in)\b"
    )
    for pad in sorted((VOORBEELD / "verhaal").rglob("*.md")):
        assert verboden.findall(pad.read_text(encoding="utf-8")) == [], pad.name
    assert verboden.findall("Het cijfer is gestegen.")


def test_elke_stand_komt_in_2024_voor_en_wie_een_reden_moet_geven_doet_dat() -> None:
    acties = lees_yaml("acties.yaml")
    standen = [actie["stand"][2024] for actie in acties if 2024 in actie.get("stand", {})]
    assert {stand["status"] for stand in standen} == {"klaar", "loopt", "later", "deels", "gestopt", "niet gelukt"}
    assert all(stand["toelichting"] for stand in standen)
    assert Counter(actie["beloofd_in"] for actie in acties) == {2022: 4, 2023: 6, 2024: 6}
    assert all("gelukt_als" in actie for actie in acties if actie["beloofd_in"] == 2024)


def test_elke_pijler_heeft_een_kritisch_citaat_en_elk_citaat_toestemming() -> None:
    citaten = lees_yaml("citaten/2024.yaml")
    assert len(citaten) >= 12
    assert {citaat["pijler"] for citaat in citaten if citaat["toon"] == "kritisch"} == set(PIJLERS)
    assert all(citaat["toestemming"]["door"] and citaat["toestemming"]["op"] for citaat in citaten)


def test_open_antwoorden_staan_in_de_bron_maar_nergens_in_wat_mensen_vrijgaven() -> None:
    rijen = lees_rijen("bronnen/2024/clienten.xlsx")[4:]
    open_antwoorden = {str(cel) for rij in rijen for cel in rij[12:14] if cel is not None}
    assert len(open_antwoorden) >= 15
    vrij = [*(VOORBEELD / "verhaal").rglob("*.md"), *(VOORBEELD / "citaten").glob("*.yaml"), VOORBEELD / "acties.yaml"]
    geschreven = " ".join(pad.read_text(encoding="utf-8") for pad in sorted(vrij))
    assert [zin for zin in sorted(open_antwoorden) if zin in geschreven] == []
