"""`kwaliteit koppel`: een voorstel dat een mens alleen nog naleest, en nooit iets wat een mens schreef kwijt."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from kwaliteit import keten, scherm
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.koppelvoorstel import Koppelregel, Koppelvoorstel, Schrijfwijze
from kwaliteit.bronnen import is_uitbreiding
from kwaliteit.bronnen.koppeling import Koppelbestand
from kwaliteit.cli import voer_uit
from kwaliteit.strikte_yaml import lees_yaml_tekst
from kwaliteit.uitvoer.koppelbestand import citeer, maak_koppeltekst, vul_aan

KANARIE = "KANARIE-4711"
KOPPEN = (
    "ID",
    "Begintijd",
    "E-mail",
    "Waar woont u?",
    "1. Kijkt uw begeleider naar wat u nodig heeft?",
    "Ik weet wat er is afgesproken voor als het slechter met mij gaat.",
    "Ik bepaal zelf hoe ik mijn kamer inricht",
    "Ik weet wie mij waarmee helpt",
    "Wat gaat goed?",
)
WERKMAP = """organisatie: {naam: "De Linde"}
locaties:
  noord: {naam: "Noord"}
jaren:
  2024:
    kader: woonzorg-lggz-2024
"""
VOORSTEL = """# Koppeling voor bronnen/2024/clienten.xlsx: cliënten, vragenlijst kwaliteit-clienten.
# Links de kop in het bestand, rechts de vraag of wat de kolom is. 'negeer': deze kolom wordt niet gelezen.
# Kijk de regels na waar 'kijk na' achter staat. Een regel die met # begint doet nog niets.
kolommen:
  "ID": respondent
  "Begintijd": negeer  # gaat over het invullen
  "E-mail": negeer  # persoonsgegeven
  "Waar woont u?": locatie
  "1. Kijkt uw begeleider naar wat u nodig heeft?": CL01  # lijkt op, 95 %: kijk na. CL01 is: Mijn begeleider kijkt naar wat ík nodig heb.
  "Ik weet wat er is afgesproken voor als het slechter met mij gaat.": CL03
  # "Ik bepaal zelf hoe ik mijn kamer inricht": ?  # kolom G hoort bij geen vraag uit de lijst (misschien CL04); kies een vraag of negeer
  "Ik weet wie mij waarmee helpt": CL10
  "Wat gaat goed?": O1  # open vraag
# Links een antwoord in het bestand, rechts de code in de vragenlijst.
antwoorden:
  eens5:
    "Mee eens": 4  # eens
    "Neutraal": 3  # niet eens en niet oneens
    "Geen idee": "weet niet"
    # "Hangt ervan af": ?  # welke code is dit? 1 = helemaal oneens, 2 = oneens, 3 = niet eens en niet oneens, 4 = eens, 5 = helemaal eens
"""  # noqa: E501  zo staat het in het bestand

WOORDEN = ("Mee eens", "Neutraal", "Geen idee", "Hangt ervan af")


def schrijf_bron(pad: Path, koppen: Sequence[str] = KOPPEN) -> None:
    werkboek = openpyxl.Workbook()
    blad = werkboek.worksheets[0]
    blad.append(list(koppen))
    for nummer in range(12):
        vast = {"ID": nummer + 1, "Begintijd": "2024-09-10 10:00", "Waar woont u?": "Noord"}
        open_ = {"Wat gaat goed?": f"{KANARIE} {nummer}", "Ik bepaal zelf hoe ik mijn kamer inricht": f"{KANARIE} k"}
        rij = {"E-mail": f"{KANARIE.lower()}{nummer}@voorbeeld.nl"} | vast | open_
        blad.append([rij.get(kop, WOORDEN[nummer % 4]) for kop in koppen])
    pad.parent.mkdir(parents=True, exist_ok=True)
    werkboek.save(pad)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    map_ = tmp_path / "linde"
    schrijf_bron(map_ / "bronnen" / "2024" / "clienten.xlsx")
    (map_ / "kwaliteit.yaml").write_text(WERKMAP, encoding="utf-8")
    return map_


def koppel(werkmap: Path, *meer: str, bestand: str = "bronnen/2024/clienten.xlsx") -> int:
    return voer_uit(["koppel", str(werkmap / bestand), "--map", str(werkmap), *meer])


def lees(werkmap: Path, naam: str = "clienten") -> str:
    return (werkmap / "koppelingen" / f"{naam}.yaml").read_text(encoding="utf-8")


def test_zonder_terminal_staat_er_een_voorstel_dat_alleen_nagelezen_hoeft(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert koppel(werkmap) == 0
    assert lees(werkmap) == VOORSTEL
    scherm_ = capfd.readouterr().err
    assert "Koppen: 8 ingevuld, waarvan 1 om na te kijken, 1 opengelaten." in scherm_
    assert "Antwoordwoorden: 3 ingevuld, 1 opengelaten." in scherm_
    assert f"Draai daarna: kwaliteit controleer 2024 --map {werkmap}" in scherm_


def test_het_voorstel_wordt_zo_gelezen(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    koppel(werkmap)
    tekst = lees(werkmap).replace('# "Hangt ervan af": ?', '"Hangt ervan af": 3')
    (werkmap / "koppelingen" / "clienten.yaml").write_text(tekst, encoding="utf-8")
    capfd.readouterr()
    assert voer_uit(["controleer", "2024", "--map", str(werkmap), "--json"]) == 0
    codes = {(een["code"], een["vraag"]) for een in json.loads(capfd.readouterr().out)["bevindingen"]}
    assert not {vraag for code, vraag in codes if code == "onbekend-label"}
    assert ("ontbrekende-vraag", "CL02") in codes
    assert ("ontbrekende-vraag", "CL01") not in codes, "door de koppeling gelezen"


def test_een_antwoord_van_een_mens_komt_nergens(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for opties in ((), ("--json",), ("--stil",)):
        koppel(werkmap, *opties)
    uit = capfd.readouterr()
    assert KANARIE.casefold() not in (uit.out + uit.err + lees(werkmap)).casefold()


def test_json_noemt_elke_regel_en_het_geschreven_bestand(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert koppel(werkmap, "--json") == 0
    antwoord = json.loads(capfd.readouterr().out)
    assert {"opdracht", "versie", "afsluitcode", "bevindingen"} <= set(antwoord)
    assert (antwoord["opdracht"], antwoord["geschreven"], antwoord["vragenlijst"]) == (
        "koppel",
        "nieuw",
        "kwaliteit-clienten",
    )
    assert antwoord["uitvoer"] == [str(werkmap / "koppelingen" / "clienten.yaml")]
    regel = next(een for een in antwoord["regels"] if een["doel"] == "CL01")
    assert regel["is_twijfel"]
    assert regel["kolom"] == "E"


def test_persoonsgegevens_blijven_gemeld_ook_als_de_koppeling_ze_negeert(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    koppel(werkmap)
    capfd.readouterr()
    voer_uit(["inspecteer", str(werkmap / "bronnen/2024/clienten.xlsx"), "--map", str(werkmap)])
    uit = capfd.readouterr().out
    assert "Moeten er persoonsgegevens in dit bestand? Ze lijken te staan in kolom C." in uit


def test_een_kop_die_zelf_een_persoonsgegeven_is_komt_niet_in_de_koppeling(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Staat een mens per ongeluk in de kopregel, dan staat die straks niet in een bestand dat rondgaat."""
    schrijf_bron(werkmap / "bronnen/2024/clienten.xlsx", (*KOPPEN, "an@veen.nl", "bo@veen.nl"))
    koppel(werkmap)
    koppeling = lees(werkmap)
    assert koppeling.startswith(VOORSTEL.partition('  "Wat gaat goed?"')[0])
    assert '  # "[niet getoond]": ?  # kolom J: in deze kop staat zo te zien een persoonsgegeven' in koppeling
    assert "geldt voor de kolommen J, K" in koppeling
    voer_uit(["inspecteer", str(werkmap / "bronnen/2024/clienten.xlsx"), "--map", str(werkmap)])
    uit = capfd.readouterr()
    assert "[niet getoond]" in uit.out
    assert "@veen" not in koppeling + uit.out + uit.err


def test_nog_eens_draaien_verandert_niets(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    koppel(werkmap)
    voor = lees(werkmap)
    capfd.readouterr()
    assert koppel(werkmap) == 0
    assert "Er is niets nieuws." in capfd.readouterr().err
    assert lees(werkmap) == voor
    assert [pad.name for pad in (werkmap / "koppelingen").iterdir()] == ["clienten.yaml"]


def antwoord_met(*getypt: str) -> tuple[Callable[[str], str], list[str]]:
    gevraagd: list[str] = []
    antwoorden: Iterator[str] = iter(getypt)

    def lees_(vraag: str) -> str:
        gevraagd.append(vraag)
        try:
            return next(antwoorden)
        except StopIteration:
            raise EOFError from None

    return lees_, gevraagd


def koppel_met_mens(werkmap: Path, *getypt: str) -> tuple[Schrijfwijze, list[str]]:
    lees_, gevraagd = antwoord_met(*getypt)
    uitkomst = keten.koppel(
        bestand=werkmap / "bronnen" / "2024" / "clienten.xlsx",
        map_=werkmap,
        doelgroep=None,
        vragenlijst="",
        kies=scherm.maak_kiezer(lees_),
    )
    return uitkomst.schrijfwijze, gevraagd


def test_op_een_terminal_wordt_alleen_twijfel_gevraagd(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hoe, gevraagd = koppel_met_mens(werkmap, "", "n", "3")
    assert hoe is Schrijfwijze.NIEUW
    assert len(gevraagd) == 3
    tekst = lees(werkmap)
    assert '"1. Kijkt uw begeleider naar wat u nodig heeft?": CL01\n' in tekst, "Enter neemt het voorstel over"
    assert '"Ik bepaal zelf hoe ik mijn kamer inricht": negeer\n' in tekst
    assert '"Hangt ervan af": 3\n' in tekst
    assert "kijk na." not in tekst
    scherm_ = capfd.readouterr().err
    assert "Kolom E: 1. Kijkt uw begeleider naar wat u nodig heeft?" in scherm_
    assert "1. CL01: Mijn begeleider kijkt naar wat ík nodig heb. (0,95)" in scherm_
    assert KANARIE not in scherm_


def test_een_mens_kan_een_andere_vraag_typen_en_zich_vertypen(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    koppel_met_mens(werkmap, "CL99", "cl02", "o", "o")
    scherm_ = capfd.readouterr().err
    assert "'cl99' staat er niet bij." in scherm_
    tekst = lees(werkmap)
    assert '"1. Kijkt uw begeleider naar wat u nodig heeft?": CL02\n' in tekst
    assert '  # "Ik bepaal zelf hoe ik mijn kamer inricht": ?' in tekst


def test_een_vraag_die_een_mens_al_gaf_wordt_niet_nog_eens_voorgesteld(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    koppel_met_mens(werkmap, "CL04", "", "o")
    scherm_ = capfd.readouterr().err
    assert scherm_.count("CL04: ") == 0, "de kamervraag leek op CL04, maar die is al vergeven"
    assert lees(werkmap).count(": CL04") == 1


@pytest.mark.parametrize("getypt", [("s",), ("", "s"), ()])
def test_wie_stopt_of_de_invoer_sluit_schrijft_niets(werkmap: Path, getypt: tuple[str, ...]) -> None:
    hoe, _ = koppel_met_mens(werkmap, *getypt)
    assert hoe is Schrijfwijze.NIETS
    assert not (werkmap / "koppelingen").exists()


def test_de_opdracht_vraagt_op_een_terminal_en_niet_met_ja(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    lees_, gevraagd = antwoord_met("s")
    monkeypatch.setattr(scherm, "is_terminal", lambda: True)
    monkeypatch.setattr(scherm, "maak_kiezer", partial(scherm.maak_kiezer, lees_))
    assert koppel(werkmap) == 0
    assert "Gestopt. Er is niets geschreven." in capfd.readouterr().err
    assert len(gevraagd) == 1
    assert koppel(werkmap, "--ja") == 0
    assert len(gevraagd) == 1
    assert lees(werkmap) == VOORSTEL


def test_een_eigen_koppeling_wordt_aangevuld_en_blijft_teken_voor_teken_staan(werkmap: Path) -> None:
    oud = (
        b"# mijn eigen koppeling\r\n"
        b"kolommen:\r\n"
        b"    'E-mail':   negeer\t# weg ermee\r\n"
        b'    "1. Kijkt uw begeleider naar wat u nodig heeft?": CL05   # zo wil ik het\r\n'
        b"    # een opmerking\r\n"
        b"\r\n"
        b"antwoorden:\r\n"
        b"    eens5:\r\n"
        b"        Mee eens: 5\r\n"
        b"onvolledig: weglaten"
    )
    pad = werkmap / "koppelingen" / "clienten.yaml"
    pad.parent.mkdir()
    pad.write_bytes(oud)
    assert koppel(werkmap) == 0
    nieuw = pad.read_bytes()
    over = iter(nieuw.splitlines(keepends=True))
    assert all(any(regel.rstrip(b"\r\n") == nieuwe.rstrip(b"\r\n") for nieuwe in over) for regel in oud.splitlines())
    gelezen = lees_yaml_tekst(nieuw.decode(), Koppelbestand, naam="nieuw")
    assert gelezen.kolommen["1. Kijkt uw begeleider naar wat u nodig heeft?"] == "CL05"
    assert gelezen.kolommen["Ik weet wie mij waarmee helpt"] == "CL10"
    assert gelezen.antwoorden["eens5"]["Mee eens"] == 5
    assert gelezen.antwoorden["eens5"]["Neutraal"] == 3
    assert gelezen.onvolledig == "weglaten"
    assert b"\r\n    # erbij gezet voor bronnen/2024/clienten.xlsx\r\n" in nieuw
    assert b"\n" not in nieuw.replace(b"\r\n", b"")


@pytest.mark.parametrize("oud", ['kolommen: {"E-mail": negeer}\n', 'kolommen: {"E-mail": negeer}\nantwoorden: {}\n'])
def test_een_koppeling_die_niet_aan_te_vullen_is_krijgt_een_voorstel_ernaast(
    werkmap: Path, oud: str, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = werkmap / "koppelingen" / "clienten.yaml"
    pad.parent.mkdir()
    pad.write_text(oud, encoding="utf-8")
    for naam in ("clienten-voorstel", "clienten-voorstel-2"):
        assert koppel(werkmap) == 0
        assert '"Ik weet wie mij waarmee helpt": CL10' in lees(werkmap, naam)
    assert lees(werkmap) == oud
    assert "Uw eigen koppeling is niet veranderd." in capfd.readouterr().err


def test_de_koppeling_van_vorig_jaar_wordt_overgenomen_in_een_nieuw_bestand(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    schrijf_bron(werkmap / "bronnen" / "2023" / "export.xlsx")
    oud = 'kolommen:\n  "Ik bepaal zelf hoe ik mijn kamer inricht": CL04\n'
    (werkmap / "koppelingen").mkdir()
    (werkmap / "koppelingen" / "export.yaml").write_text(oud, encoding="utf-8")
    jaar = "  2023:\n    kader: geen\n    bronnen: [{bestand: bronnen/2023/export.xlsx, doelgroep: clienten}]\n"
    (werkmap / "kwaliteit.yaml").write_text(WERKMAP + jaar, encoding="utf-8")
    assert koppel(werkmap) == 0
    assert '"Ik bepaal zelf hoe ik mijn kamer inricht": CL04  # zoals in een eerder jaar\n' in lees(werkmap)
    assert lees(werkmap, "export") == oud
    assert "Overgenomen uit koppelingen/export.yaml" in capfd.readouterr().err


def test_een_bestand_van_buiten_krijgt_de_regel_voor_kwaliteit_yaml(
    werkmap: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    schrijf_bron(tmp_path / "download.xlsx")
    assert voer_uit(["koppel", str(tmp_path / "download.xlsx"), "--map", str(werkmap)]) == 0
    scherm_ = capfd.readouterr().err
    assert "Zet het bestand in de map bronnen/2024 van uw werkmap." in scherm_
    assert (
        '  - bestand: "bronnen/2024/download.xlsx"\n    doelgroep: clienten\n    vragenlijst: kwaliteit-clienten\n'
        '    koppeling: "koppelingen/download.yaml"\n' in scherm_
    )


def test_een_map_die_naar_buiten_wijst_wordt_niet_beschreven(werkmap: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (werkmap / "koppelingen").symlink_to(tmp_path / "elders")
    assert koppel(werkmap) == 2
    assert not list((tmp_path / "elders").iterdir())


def test_een_koppeling_die_een_verwijzing_is_blijft_wat_zij_is(werkmap: Path, tmp_path: Path) -> None:
    (werkmap / "koppelingen").mkdir()
    echt = werkmap / "koppelingen" / "echt.yaml"
    echt.write_text('kolommen:\n  "E-mail": negeer\n', encoding="utf-8")
    (werkmap / "koppelingen" / "clienten.yaml").symlink_to(echt)
    assert koppel(werkmap) == 0
    assert echt.read_text(encoding="utf-8") == 'kolommen:\n  "E-mail": negeer\n'
    assert (werkmap / "koppelingen" / "clienten-voorstel.yaml").exists()


def test_zonder_werkmap_is_er_geen_plek_voor_een_koppeling(werkmap: Path, tmp_path: Path) -> None:
    assert voer_uit(["koppel", str(werkmap / "bronnen/2024/clienten.xlsx"), "--map", str(tmp_path)]) == 2


def test_een_bestand_dat_niet_te_lezen_is_geeft_code_3_en_geen_koppeling(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (werkmap / "bronnen" / "2024" / "clienten.xlsx").write_bytes(b"%PDF-1.7 niets")
    assert koppel(werkmap) == 3
    assert "Doe dit:" in capfd.readouterr().err
    assert not (werkmap / "koppelingen").exists()


def test_open_antwoorden_onder_een_gesloten_vraag_komen_niet_in_de_koppeling(werkmap: Path) -> None:
    pad = werkmap / "bronnen" / "2024" / "clienten.xlsx"
    werkboek = openpyxl.Workbook()
    blad = werkboek.worksheets[0]
    blad.append(["CL01", "CL02"])
    for nummer in range(40):
        blad.append([f"{KANARIE} vond {nummer} fijn" if nummer % 2 else KANARIE, "Mee eens"])
    werkboek.save(pad)
    assert koppel(werkmap) == 0
    assert KANARIE not in lees(werkmap)
    assert '"Mee eens": 4' in lees(werkmap)


def test_een_stuurteken_in_een_kop_bereikt_terminal_noch_koppeling(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = werkmap / "bronnen" / "2024" / "clienten.csv"
    (werkmap / "bronnen" / "2024" / "clienten.xlsx").unlink()
    kop = "\x9b31mIk weet wie mij waarmee helpt\u202e nu"
    pad.write_text(f"CL01,CL02,CL03,{kop}\n" + "eens,eens,eens,eens\n" * 3, encoding="utf-8")
    voer_uit(["inspecteer", str(pad)])
    assert koppel(werkmap, bestand="bronnen/2024/clienten.csv") == 0
    uit = capfd.readouterr()
    alles = uit.out + uit.err + lees(werkmap)
    assert "Ik weet wie mij waarmee helpt" in alles
    assert "\x9b" not in alles
    assert "\u202e" not in alles


def test_een_bestand_waarvan_de_kop_niet_zeker_is_krijgt_geen_koppeling(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (werkmap / "bronnen" / "2024" / "clienten.xlsx").unlink()
    pad = werkmap / "bronnen" / "2024" / "clienten.csv"
    pad.write_text(f"{KANARIE},eens,oneens\n" + "anders,eens,eens\nmeer,oneens,oneens\n" * 5, encoding="utf-8")
    assert koppel(werkmap, bestand="bronnen/2024/clienten.csv") == 3
    assert "het kunnen ook antwoorden zijn" in capfd.readouterr().err
    assert not (werkmap / "koppelingen").exists()


def test_een_voorstel_zonder_ingevulde_regel_is_geldig_en_zegt_wat_te_doen() -> None:
    tekst = maak_koppeltekst(maak_voorstel(Koppelregel(kop="a", doel=""), Koppelregel(kop="b", doel="", onder="eens5")))
    assert lees_yaml_tekst(tekst, Koppelbestand, naam="nieuw").kolommen == {}
    assert tekst.count("haal {} weg") == 2


def maak_voorstel(*regels: Koppelregel) -> Koppelvoorstel:
    return Koppelvoorstel(
        bestand="b.xlsx", groep=Doelgroep.CLIENTEN, vragenlijst="kwaliteit-clienten", regels=regels, vragen=()
    )


@pytest.mark.parametrize(
    "kop",
    [
        'Vraag "met" citaat',
        "back\\slash",
        "#hekje: ja",
        "nieuwe\u2028regel",
        "stuur\x07teken",
        "emoji 🙂 é",
        "- {a: [b",
    ],
)
def test_elke_kop_overleeft_de_reis_door_yaml(kop: str) -> None:
    voorstel = maak_voorstel(Koppelregel(kop=kop, doel="CL01", uitleg="kijk na\nmet regel"))
    tekst = maak_koppeltekst(voorstel)
    (gelezen,) = lees_yaml_tekst(tekst, Koppelbestand, naam="nieuw").kolommen
    assert [teken for teken in gelezen if teken.isalnum()] == [teken for teken in kop if teken.isalnum()]
    oud = 'kolommen:\n  "a": CL02\n'
    assert is_uitbreiding(oud, vul_aan(oud, voorstel), voorstel)


def test_de_keuring_ziet_een_verdwenen_of_veranderde_regel() -> None:
    voorstel = maak_voorstel(Koppelregel(kop="b", doel="CL02"))
    oud = 'kolommen:\n  "a": CL01\n'
    assert is_uitbreiding(oud, f'{oud}  "b": CL02\n', voorstel)
    assert not is_uitbreiding(oud, 'kolommen:\n  "b": CL02\n', voorstel)
    assert not is_uitbreiding(oud, 'kolommen:\n  "a": CL03\n  "b": CL02\n', voorstel)
    assert not is_uitbreiding(oud, f'{oud}  "b": CL02\n  "c": CL03\n', voorstel)
    assert not is_uitbreiding(oud, f"{oud}  b\n", voorstel)


def test_een_blok_dat_er_nog_niet_is_komt_onderaan() -> None:
    voorstel = maak_voorstel(Koppelregel(kop="Mee eens", doel="4", onder="eens5"))
    nieuw = vul_aan('kolommen:\n  "a": CL01', voorstel)
    assert nieuw == (
        'kolommen:\n  "a": CL01\nantwoorden:\n  eens5:\n    # erbij gezet voor b.xlsx\n    "Mee eens": 4\n'
    )
    assert citeer("a") == '"a"'


def test_de_werkmap_van_het_voorbeeld_blijft_zoals_zij_is(tmp_path: Path) -> None:
    voorbeeld = Path(__file__).resolve().parents[1] / "voorbeelddata"
    shutil.copytree(voorbeeld, tmp_path / "v")
    bestand = tmp_path / "v" / "bronnen" / "2022" / "uitkomsten-wonen.xlsx"
    assert voer_uit(["koppel", str(bestand), "--map", str(tmp_path / "v")]) == 0
    oud = (voorbeeld / "koppelingen" / "uitkomsten-wonen-2022.yaml").read_text(encoding="utf-8")
    assert (tmp_path / "v" / "koppelingen" / "uitkomsten-wonen-2022.yaml").read_text(encoding="utf-8") == oud
