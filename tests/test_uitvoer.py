"""De kamer `uitvoer`: klaarzetten, wisselen, CSV, datapakket en register."""

import csv
import io
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaliteit.begrippen.antwoord import Antwoordkolom
from kwaliteit.begrippen.doelgroep import Doelgroep, Reden
from kwaliteit.begrippen.fout import BezetFout, GebruikFout
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import Betrouwbaarheid, Maat
from kwaliteit.begrippen.openbaar import Beveiligd, Pijlertelling
from kwaliteit.begrippen.tabel import Kolom, Kolomsoort, Tabel, Tabelfout, Tabelvorm
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.uitvoer import bezet, maak_interne_bestanden, maak_openbare_bestanden, publiceer
from kwaliteit.uitvoer import publiceren as publiceren_module
from kwaliteit.uitvoer.csvtekst import als_csv, zonder_formule
from kwaliteit.uitvoer.interne_bestanden import _codes
from kwaliteit.uitvoer.overzicht import maak_overzicht
from tests.bouwstenen_indicatoren import lees, maak_werkmap
from tests.vergelijken_fabriek import JAAR, Proef, maak_vraag_met, stel

VORM = Tabelvorm(
    naam="proef",
    titel="Proef",
    korrel="één rij per proef",
    sleutel=("naam",),
    kolommen=(
        Kolom(naam="naam", soort=Kolomsoort.TEKST, omschrijving="Naam."),
        Kolom(naam="aantal", soort=Kolomsoort.GEHEEL, omschrijving="Aantal."),
        Kolom(naam="deel", soort=Kolomsoort.GETAL, omschrijving="Deel."),
    ),
)


def bestanden(**inhoud: str) -> tuple[Uitvoerbestand, ...]:
    return tuple(Uitvoerbestand(pad=f"{naam}.txt", inhoud=tekst.encode()) for naam, tekst in inhoud.items())


def test_een_tweede_publicatie_vervangt_de_map_in_zijn_geheel(tmp_path: Path) -> None:
    publiceer(tmp_path, {"openbaar": bestanden(a="1", b="1")})
    publiceer(tmp_path, {"openbaar": bestanden(a="2")})
    assert [pad.name for pad in (tmp_path / "openbaar").iterdir()] == ["a.txt"]
    assert (tmp_path / "openbaar" / "a.txt").read_text(encoding="utf-8") == "2"


@pytest.mark.parametrize("in_een_stap", [True, False], ids=["in-een-stap", "in-twee-stappen"])
def test_er_blijft_geen_hulpmap_achter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_een_stap: bool) -> None:
    if not in_een_stap:
        monkeypatch.setattr(publiceren_module, "_ruil", lambda een, ander: False)
    for keer in "12":
        publiceer(tmp_path, {"openbaar": bestanden(a=keer), "intern": bestanden(b=keer)})
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".geschreven.json", "intern", "openbaar"]


def test_wat_een_mens_in_de_uitvoermap_zette_of_veranderde_blijft_bewaard(tmp_path: Path) -> None:
    publiceer(tmp_path, {"openbaar": bestanden(a="van ons", b="van ons")})
    (tmp_path / "openbaar" / "notitie.txt").write_text("van mij", encoding="utf-8")
    (tmp_path / "openbaar" / "a.txt").write_text("verbeterd", encoding="utf-8")
    tweede = publiceer(tmp_path, {"openbaar": bestanden(a="nieuw", b="nieuw")})
    opzij = tmp_path / "bewaard" / "openbaar"
    assert (tweede.opzij, tweede.vervallen) == ((opzij / "a.txt", opzij / "notitie.txt"), ())
    (tmp_path / "openbaar" / "a.txt").write_text("weer verbeterd", encoding="utf-8")
    derde = publiceer(tmp_path, {"openbaar": bestanden(a="nieuwer")})
    assert (derde.opzij, derde.vervallen) == ((opzij / "a-2.txt",), ("openbaar/b.txt",))
    bewaard = {pad.name: pad.read_text(encoding="utf-8") for pad in (tmp_path / "bewaard" / "openbaar").iterdir()}
    assert bewaard == {"a.txt": "verbeterd", "a-2.txt": "weer verbeterd", "notitie.txt": "van mij"}


def test_een_volle_schijf_raakt_het_oude_verslag_niet_aan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publiceer(tmp_path, {"openbaar": bestanden(a="oud")})

    def vol(_nummer: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(GebruikFout, match="wat er al stond is niet veranderd"):
        publiceer(tmp_path, {"openbaar": bestanden(a="nieuw")})
    assert (tmp_path / "openbaar" / "a.txt").read_text(encoding="utf-8") == "oud"


def test_een_run_die_tussen_twee_stappen_stierf_wordt_hersteld(tmp_path: Path) -> None:
    publiceer(tmp_path, {"openbaar": bestanden(a="oud")})
    (tmp_path / "openbaar").rename(tmp_path / ".openbaar-oud")
    (tmp_path / ".openbaar-nieuw").mkdir()
    publiceer(tmp_path, {"intern": bestanden(x="1"), "openbaar": bestanden(a="nieuw")})
    assert (tmp_path / "openbaar" / "a.txt").read_text(encoding="utf-8") == "nieuw"
    assert not (tmp_path / ".openbaar-oud").exists()


def test_een_run_die_stierf_net_na_het_ruilen_gooit_geen_mensenwerk_weg(tmp_path: Path) -> None:
    publiceer(tmp_path, {"openbaar": bestanden(a="oud")})
    (tmp_path / "openbaar" / "notitie.txt").write_text("van mij", encoding="utf-8")
    (tmp_path / "openbaar").rename(tmp_path / ".openbaar-nieuw")
    (tmp_path / "openbaar").mkdir()
    publiceer(tmp_path, {"openbaar": bestanden(a="nieuw")})
    assert (tmp_path / "bewaard" / "openbaar" / "notitie.txt").read_text(encoding="utf-8") == "van mij"


def test_mislukt_opruimen_dan_staat_het_nieuwe_verslag_er_toch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publiceer(tmp_path, {"openbaar": bestanden(a="oud")})

    def vast(_map: Path) -> None:
        raise PermissionError(13, "in gebruik")

    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr("shutil.rmtree", vast)
        publiceer(tmp_path, {"openbaar": bestanden(a="nieuw")})
    assert (tmp_path / "openbaar" / "a.txt").read_text(encoding="utf-8") == "nieuw"
    publiceer(tmp_path, {"openbaar": bestanden(a="nieuwer")})
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".geschreven.json", "openbaar"]


SCHRIJVER = """
import sys
from pathlib import Path
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.uitvoer import publiceer
keer = 0
while True:
    keer += 1
    publiceer(Path(sys.argv[1]), {"openbaar": tuple(
        Uitvoerbestand(pad=f"{nummer}.txt", inhoud=f"{keer}".encode() * 2000) for nummer in range(12))})
    print(keer, flush=True)
"""


@pytest.mark.traag
def test_een_gedode_run_laat_de_oude_of_de_nieuwe_map_achter_nooit_een_halve(tmp_path: Path) -> None:
    kans, geraakt = random.Random(7), 0
    for _ in range(15):
        with subprocess.Popen([sys.executable, "-c", SCHRIJVER, str(tmp_path)], stdout=subprocess.PIPE) as proces:
            assert proces.stdout is not None
            proces.stdout.readline()
            time.sleep(kans.random() * 0.05)
            proces.kill()
        gevonden = {
            pad.read_bytes()[:1] + str(pad.stat().st_size).encode() for pad in (tmp_path / "openbaar").iterdir()
        }
        assert len(list((tmp_path / "openbaar").iterdir())) == 12
        assert len(gevonden) == 1, "bestanden van twee runs door elkaar"
        geraakt += any(pad.name.startswith(".openbaar-") for pad in tmp_path.iterdir())
    assert geraakt > 0, "geen enkele run is midden in het schrijven gedood: de toets heeft geen tanden"


def test_een_tweede_run_tegelijk_krijgt_bezet(tmp_path: Path) -> None:
    houder = (
        "import sys, time; from pathlib import Path; from kwaliteit.uitvoer import bezet\n"
        "with bezet(Path(sys.argv[1])):\n    print('vast', flush=True); time.sleep(30)"
    )
    with subprocess.Popen([sys.executable, "-c", houder, str(tmp_path)], stdout=subprocess.PIPE) as proces:
        assert proces.stdout is not None
        assert proces.stdout.readline().strip() == b"vast"
        with pytest.raises(BezetFout) as fout, bezet(tmp_path):
            pytest.fail("de map was niet vastgehouden")
        proces.kill()
    assert fout.value.gebreken[0].wat == "er loopt al een opdracht in deze uitvoermap"
    with bezet(tmp_path):
        pass


def test_een_tabel_met_een_verkeerde_kolom_bestaat_niet() -> None:
    goed = Tabel.uit_rijen(VORM, [("x", 1, 0.5)])
    with pytest.raises(Tabelfout):
        Tabel(vorm=VORM, frame=goed.frame.drop(columns="deel"))
    with pytest.raises(Tabelfout):
        Tabel(vorm=VORM, frame=goed.frame.astype({"aantal": "Float64"}))


def test_csv_laat_leeg_leeg_en_kent_nederlands() -> None:
    tabel = Tabel.uit_rijen(VORM, [("café; 1", 3, 0.25), ("", None, None)])
    assert als_csv(tabel) == "naam,aantal,deel\ncafé; 1,3,0.25\n,,\n".encode()
    assert als_csv(tabel, nederlands=True) == '\ufeffnaam;aantal;deel\n"café; 1";3;0,25\n;;\n'.encode()


def test_een_lege_tabel_heeft_wel_koppen() -> None:
    assert als_csv(Tabel.uit_rijen(VORM, [])) == b"naam,aantal,deel\n"


@given(st.text(max_size=20).filter(lambda tekst: "\x00" not in tekst))
def test_csv_gaat_heen_en_terug(tekst: str) -> None:
    schoon = tekst.replace("\r", " ")
    gelezen = list(csv.reader(io.StringIO(als_csv(Tabel.uit_rijen(VORM, [(schoon, 7, None)])).decode(), newline="")))
    assert gelezen[1] == [zonder_formule(schoon), "7", ""]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", " =", "\u00a0=", "\ufeff="])
def test_een_tekst_wordt_nooit_een_formule(begin: str) -> None:
    regel = als_csv(Tabel.uit_rijen(VORM, [(f"{begin}1+1", -2, -0.5)])).decode().split("\n", 1)[1]
    assert next(csv.reader([regel.strip("\n")])) == [f"'{begin}1+1", "-2", "-0.5"]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("-99", "-99"),
        ("-0.5", "-0.5"),
        ("-1,5", "-1,5"),
        ("-", "'-"),
        ("-1+2", "'-1+2"),
        ("- 1", "'- 1"),
        ("-1\n", "'-1\n"),
        ("+1", "'+1"),
        ("-١", "'-١"),
    ],
)
def test_een_negatief_getal_is_geen_formule_en_tekst_met_een_min_wel(tekst: str, verwacht: str) -> None:
    assert zonder_formule(tekst) == verwacht


def test_het_overzicht_opent_in_een_rekenblad_en_is_twee_keer_gelijk() -> None:
    tabel = Tabel.uit_rijen(VORM, [("=1+1", 3, 0.25), ("b", None, None)])
    eerste, tweede = maak_overzicht([tabel]), maak_overzicht([tabel])
    assert eerste == tweede
    blad = openpyxl.load_workbook(io.BytesIO(eerste.inhoud))["proef"]
    assert [[cel.value for cel in rij] for rij in blad.iter_rows()] == [
        ["naam", "aantal", "deel"],
        ["'=1+1", 3, 0.25],
        ["b", None, None],
    ]


def test_de_herinnering_aan_wat_wij_schreven_is_leesbaar(tmp_path: Path) -> None:
    publiceer(tmp_path, {"openbaar": bestanden(a="1")})
    assert len(json.loads((tmp_path / ".geschreven.json").read_text(encoding="utf-8"))) == 1


def test_een_koppeling_op_de_plek_van_openbaar_blijft_staan_en_wordt_geweigerd(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("van de webmaster", encoding="utf-8")
    jaarmap = tmp_path / "2024"
    jaarmap.mkdir()
    (jaarmap / "openbaar").symlink_to(site, target_is_directory=True)
    with pytest.raises(GebruikFout, match="koppeling of een bestand"):
        publiceer(jaarmap, {"intern": bestanden(x="1"), "openbaar": bestanden(a="nieuw")})
    assert (jaarmap / "openbaar").is_symlink()
    assert [pad.name for pad in site.iterdir()] == ["index.html"]
    assert not (jaarmap / "intern").exists()


@pytest.mark.parametrize(("decimaal", "verwacht"), [(".", "7.5"), (",", "7,5")])
def test_een_half_cijfer_wordt_in_een_nederlandse_csv_geen_datum(decimaal: str, verwacht: str) -> None:
    """Nederlands Excel maakt van 7.5 de datum 7 mei."""
    kolom = Antwoordkolom(
        vraag=Vraag(id="CL05", tekst="Welk cijfer?", schaal=Schaal(naam="cijfer", soort=Schaalsoort.RAPPORTCIJFER)),
        kolomletter="B",
        plaats=np.array([0, int(Reden.WEET_NIET)], dtype=np.int16),
        getal=np.array([7.5, np.nan]),
    )
    assert _codes(kolom, decimaal).tolist() == [verwacht, "weet niet"]


# --- vergelijkingen en betrouwbaarheid

HERKOMST = Herkomst(programma="0.1", kader="proefkader", kaderversie="1", controlegetal="0123456789ab", bronnen={})


def maak_proef() -> Proef:
    """Eén vraag nu, vorig jaar, in een locatie en bij een andere groep, en een vraag met te weinig antwoorden."""
    proef = Proef()
    vraag, weinig = maak_vraag_met("eens5", "V1", spiegel="SP1"), maak_vraag_met("eens5", "V2")
    proef.aandeel(stel(vraag, JAAR - 1), 48, 80)
    proef.aandeel(stel(vraag), 56, 70)
    proef.aandeel(stel(vraag), 28, 35, onderdeel="noord")
    proef.aandeel(stel(vraag, doelgroep=Doelgroep.NAASTEN), 40, 80)
    proef.aandeel(stel(weinig, JAAR - 1), 10, 20)
    proef.aandeel(stel(weinig), 10, 20)
    return proef


def lees_csv(bestanden_: Iterable[Uitvoerbestand], pad: str) -> list[dict[str, str]]:
    (bestand,) = [bestand for bestand in bestanden_ if bestand.pad == pad]
    return list(csv.DictReader(io.StringIO(bestand.inhoud.decode())))


def test_openbaar_staan_van_een_vergelijking_alleen_de_woorden() -> None:
    proef = maak_proef()
    gemaakt = maak_openbare_bestanden(
        proef.openbaar(), proef.vergelijk().openbaar, maak_werkmap().organisatie, HERKOMST
    )
    rijen = lees_csv(gemaakt, "gegevens/vergelijkingen.csv")
    assert set(rijen[0]) == {
        *("jaar", "soort", "indicator", "doelgroep", "onderdeel"),
        *("vergeleken_met", "oordeel", "label", "punten"),
    }
    assert [tuple(rij.values())[1:] for rij in rijen] == [
        ("jaar", "V1", "clienten", "organisatie", "2023", "duidelijk meer", "duidelijk", "20"),
        ("jaar", "V2", "clienten", "organisatie", "2023", "te weinig antwoorden om te vergelijken", "te weinig", ""),
        ("groep", "SP1", "clienten", "organisatie", "naasten", "duidelijk meer", "duidelijk", "30"),
        ("locatie", "V1", "clienten", "noord", "de rest", "ongeveer gelijk", "gelijk", "0"),
    ]
    assert b"vergelijkingen.csv" in next(b.inhoud for b in gemaakt if b.pad == "gegevens/datapackage.json")


def test_intern_staan_bij_een_vergelijking_ook_de_getallen() -> None:
    proef = maak_proef()
    alfa = Betrouwbaarheid(jaar=JAAR, doelgroep=Doelgroep.CLIENTEN, schaalscore="S1", vragen=4, n=40, alfa=0.8123456789)
    gemaakt = maak_interne_bestanden(
        maak_werkmap(),
        lees(),
        (),
        replace(proef.intern(), betrouwbaarheid=(alfa, replace(alfa, schaalscore="S2", n=12, alfa=None))),
        Beveiligd(openbaar=proef.openbaar(), verborgen=()),
        proef.vergelijk(),
        HERKOMST,
    )
    duidelijk, weinig, *_ = lees_csv(gemaakt, "vergelijkingen.csv")
    assert duidelijk == {
        **{"jaar": "2024", "soort": "jaar", "indicator": "V1", "maat": "gunstig", "doelgroep": "clienten"},
        **{"onderdeel": "organisatie", "vergeleken_met": "2023", "eenheid": "fractie", "verschil": "0.2"},
        **{"ondergrens": "0.052431", "bovengrens": "0.333873", "p": "0.008045", "q": "0.012068"},
        **{"methode": "newcombe, z", "n_een": "70", "n_ander": "80", "label": "duidelijk", "tekst": "duidelijk meer"},
    }
    getallen = ("verschil", "ondergrens", "bovengrens", "p", "q", "methode", "n_een", "n_ander")
    assert [weinig[naam] for naam in getallen] == [""] * len(getallen)
    assert [tuple(rij.values()) for rij in lees_csv(gemaakt, "betrouwbaarheid.csv")] == [
        ("2024", "clienten", "S1", "4", "40", "0.812346"),
        ("2024", "clienten", "S2", "4", "12", ""),
    ]


def test_stijgingen_zijn_leeg_als_er_in_dat_jaar_niets_is_vergeleken() -> None:
    proef = maak_proef()
    telling = Pijlertelling(
        jaar=JAAR,
        pijler="clienten",
        doelgroep=Doelgroep.CLIENTEN,
        gevraagd=2,
        getoond=2,
        minstens_75=1,
        onder_50=0,
        normen_met_bewijs=1,
        normen_zonder_bewijs=0,
    )
    openbaar = replace(proef.openbaar(), per_pijler=(replace(telling, jaar=JAAR - 1), telling))
    gemaakt = maak_openbare_bestanden(openbaar, proef.vergelijk().openbaar, maak_werkmap().organisatie, HERKOMST)
    rijen = lees_csv(gemaakt, "gegevens/indicatoren_per_pijler.csv")
    assert [(rij["jaar"], rij["stijgingen"], rij["dalingen"]) for rij in rijen] == [
        ("2023", "", ""),
        ("2024", "1", "0"),
    ]


def test_elke_maat_heeft_een_eenheid() -> None:
    assert {maat: maat.eenheid for maat in (Maat.TOPBOX, Maat.SCORE, Maat.NPS, Maat.GEMIDDELDE)} == {
        Maat.TOPBOX: "fractie",
        Maat.SCORE: "punten",
        Maat.NPS: "punten",
        Maat.GEMIDDELDE: "cijfer",
    }
