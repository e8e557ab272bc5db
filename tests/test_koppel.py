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
from kwaliteit.bronnen.kop.koppeling import Koppelbestand
from kwaliteit.cli import voer_uit
from kwaliteit.strikte_yaml import lees_yaml_tekst
from kwaliteit.uitvoer.koppelbestand import citeer, maak_koppeltekst, vul_aan
from kwaliteit.werkmappen import maak_leesopdracht

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
# Kijk de regels na waar 'kijk na' achter staat.
# Een regel die met # begint doet nog niets: vul hem in en haal # weg.
kolommen:
  "ID": respondent
  "Begintijd": negeer  # gaat over het invullen
  "E-mail": negeer  # persoonsgegeven
  "Waar woont u?": locatie
  "1. Kijkt uw begeleider naar wat u nodig heeft?": CL01  # kijk na: lijkt er veel op. CL01 is: Mijn begeleider kijkt naar wat ík nodig heb.
  "Ik weet wat er is afgesproken voor als het slechter met mij gaat.": CL03
  # "Ik bepaal zelf hoe ik mijn kamer inricht": ?  # kolom G hoort bij geen vraag uit de lijst (misschien CL04); kies een vraag of negeer
  "Ik weet wie mij waarmee helpt": CL10
  "Wat gaat goed?": O1  # open vraag
# Links een antwoord in het bestand, rechts de code in de vragenlijst.
antwoorden:
  eens5:
    "Mee eens": 4  # kijk na: eens
    "Neutraal": 3  # kijk na: niet eens en niet oneens
    "Geen idee": "weet niet"  # kijk na
    # "Hangt ervan af": ?  # welke code is dit? 1 = helemaal oneens, 2 = oneens, 3 = niet eens en niet oneens, 4 = eens, 5 = helemaal eens
"""  # noqa: E501  zo staat het in het bestand

WOORDEN = ("Mee eens", "Neutraal", "Geen idee", "Hangt ervan af")


def schrijf_bron(pad: Path, koppen: Sequence[str] = KOPPEN) -> None:
    werkboek = openpyxl.Workbook()
    blad = werkboek.worksheets[0]
    blad.append(list(koppen))
    for nummer in range(16):
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
    assert "Antwoordwoorden: 3 ingevuld, waarvan 3 om na te kijken, 1 opengelaten." in scherm_
    assert "Open de koppeling: kijk na waar 'kijk na' staat, en vul in wat met # begint." in scherm_
    assert f"Typ daarna: kwaliteit controleer 2024 --map {werkmap}" in scherm_


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
    assert regel["lijkt_op"]["CL01"] == pytest.approx(0.95)


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
        kiezer=scherm.maak_kiezer(lees_),
    )
    return uitkomst.schrijfwijze, gevraagd


def test_op_een_terminal_wordt_alleen_twijfel_gevraagd(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hoe, gevraagd = koppel_met_mens(werkmap, "", "n", "", "3")
    assert hoe is Schrijfwijze.NIEUW
    assert gevraagd == [
        "  Kolom 1 van 2. Welke vraag is dit? Typ een nummer, of een vraag (CL04).\n"
        "  Enter = CL01 · o = later invullen · n = hoort er niet bij · ? = alle vragen tonen"
        " · s = stoppen zonder bewaren: ",
        "  Kolom 2 van 2. Welke vraag is dit? Typ een nummer, of een vraag (CL04).\n"
        "  Enter = later invullen · n = hoort er niet bij · ? = alle vragen tonen · s = stoppen zonder bewaren: ",
        "  Klopt dit? Enter = ja · n = een voor een · s = stoppen zonder bewaren: ",
        "  Antwoord 1 van 1. Enter = later invullen · s = stoppen zonder bewaren: ",
    ]
    tekst = lees(werkmap)
    assert '"1. Kijkt uw begeleider naar wat u nodig heeft?": CL01\n' in tekst, "Enter neemt het voorstel over"
    assert '"Ik bepaal zelf hoe ik mijn kamer inricht": negeer\n' in tekst
    assert '"Hangt ervan af": 3  # niet eens en niet oneens\n' in tekst
    assert '"Mee eens": 4  # eens\n' in tekst
    assert "kijk na" not in tekst.casefold()
    scherm_ = capfd.readouterr().err
    assert "Kolom E: 1. Kijkt uw begeleider naar wat u nodig heeft?" in scherm_
    assert "1. CL01: Mijn begeleider kijkt naar wat ík nodig heb. (lijkt er veel op)" in scherm_
    assert (
        "Zo lezen wij uw antwoorden:\n  Mee eens = 4 (eens)\n  Neutraal = 3 (niet eens en niet oneens)\n"
        "  Geen idee = weet niet\n" in scherm_
    )
    assert (
        "'Hangt ervan af' staat 12 keer in uw bestand. Wat bedoelden mensen?\n"
        "  1 helemaal oneens · 2 oneens · 3 niet eens en niet oneens · 4 eens · 5 helemaal eens"
        " · w weet niet · v niet van toepassing · l telt niet\n" in scherm_
    )
    assert KANARIE not in scherm_


def test_antwoorden_die_niet_kloppen_komen_een_voor_een(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, gevraagd = koppel_met_mens(werkmap, "o", "o", "n", "", "l", "o", "x", "v")
    assert [vraag[2:18] for vraag in gevraagd[3:]] == [f"Antwoord {nummer} van 4" for nummer in (1, 2, 3, 4, 4)]
    tekst = lees(werkmap)
    assert '"Mee eens": 4  # eens\n' in tekst, "Enter houdt het voorstel"
    assert '"Neutraal": leeg\n' in tekst
    assert '# "Geen idee": ?' in tekst
    assert '"Hangt ervan af": "n.v.t."\n' in tekst
    assert "'x' staat er niet bij." in capfd.readouterr().err


def test_een_vraag_die_al_een_kolom_heeft_wordt_niet_aangenomen(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    koppel_met_mens(werkmap, "CL10", "?", "CL02", "CL02", "CL05", "", "")
    scherm_ = capfd.readouterr().err
    assert "CL10 hoort al bij kolom H ('Ik weet wie mij waarmee helpt'). Kies een andere vraag, of Enter." in scherm_
    assert "CL10: Ik weet wie mij waarmee helpt. (hoort al bij kolom H" in scherm_
    assert "CL02 hoort al bij kolom E ('1. Kijkt uw begeleider naar wat u nodig heeft?')." in scherm_
    tekst = lees(werkmap)
    assert tekst.count(": CL10") == tekst.count(": CL02") == tekst.count(": CL05") == 1


def test_zonder_iets_om_na_te_kijken_staat_dat_er_ook_niet(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    schrijf_bron(werkmap / "bronnen/2024/clienten.xlsx", ("ID", "CL01", "CL02", "Waar woont u?"))
    koppel_met_mens(werkmap, "", "2")
    koppel(werkmap)
    assert "kijk na" not in (capfd.readouterr().err + lees(werkmap)).casefold()


def test_een_mens_kan_een_andere_vraag_typen_en_zich_vertypen(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    koppel_met_mens(werkmap, "CL99", "cl02", "o", "", "o")
    scherm_ = capfd.readouterr().err
    assert "'cl99' staat er niet bij." in scherm_
    tekst = lees(werkmap)
    assert '"1. Kijkt uw begeleider naar wat u nodig heeft?": CL02\n' in tekst
    assert '  # "Ik bepaal zelf hoe ik mijn kamer inricht": ?' in tekst


def test_een_vraag_die_een_mens_al_gaf_wordt_niet_nog_eens_voorgesteld(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    koppel_met_mens(werkmap, "CL04", "", "", "")
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
    assert "Gestopt. Ook uw eerdere keuzes zijn niet bewaard." in capfd.readouterr().err
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
    oud = (
        'kolommen:\n  "Ik bepaal zelf hoe ik mijn kamer inricht": CL04\n'
        'antwoorden:\n  eens5:\n    "Hangt ervan af": 3\n'
    )
    (werkmap / "koppelingen").mkdir()
    (werkmap / "koppelingen" / "export.yaml").write_text(oud, encoding="utf-8")
    jaar = "  2023:\n    kader: geen\n    bronnen: [{bestand: bronnen/2023/export.xlsx, doelgroep: clienten}]\n"
    (werkmap / "kwaliteit.yaml").write_text(WERKMAP + jaar, encoding="utf-8")
    assert koppel(werkmap) == 0
    assert '"Ik bepaal zelf hoe ik mijn kamer inricht": CL04  # zoals in koppelingen/export.yaml\n' in lees(werkmap)
    assert '"Hangt ervan af": 3  # zoals in koppelingen/export.yaml\n' in lees(werkmap)
    assert lees(werkmap, "export") == oud
    assert "Overgenomen uit koppelingen/export.yaml" in capfd.readouterr().err


def test_een_bestand_van_buiten_krijgt_de_regel_voor_kwaliteit_yaml(
    werkmap: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    schrijf_bron(tmp_path / "download.xlsx")
    assert voer_uit(["koppel", str(tmp_path / "download.xlsx"), "--map", str(werkmap)]) == 0
    scherm_ = capfd.readouterr().err
    assert "Zet het bestand in de map bronnen/2024 van uw werkmap." in scherm_
    assert "Hernoem" not in scherm_, "bronnen/2024/clienten.xlsx is er al"
    assert "Open kwaliteit.yaml. Plak dit onder de regel '2024:':\n" in scherm_
    assert knip_blok(scherm_) == (
        "# Let op: voor cliënten heeft 2024 al een bron, en er kan er maar één zijn.\n"
        "# Zet dit in de plaats daarvan, of bij een ander jaar.\n"
        '    bronnen:\n      - bestand: "bronnen/2024/download.xlsx"\n        doelgroep: clienten\n'
        '        vragenlijst: kwaliteit-clienten\n        koppeling: "koppelingen/download.yaml"\n'
    )


def knip_blok(scherm_: str) -> str:
    """Wat iemand kopieert: de regels tussen de aanwijzing en de volgende stap."""
    return scherm_.partition(":':\n")[2].partition("Typ daarna")[0]


@pytest.mark.parametrize(
    "jaren",
    [
        "jaren:\n  2024:\n    kader: woonzorg-lggz-2024\n",
        "jaren:\n    2023:\n        kader: geen\n    2024:\n        kader: woonzorg-lggz-2024\n",
        'jaren:\n  "2024":  # dit jaar\n      kader: woonzorg-lggz-2024\n  2023:\n      kader: geen\n',
    ],
)
def test_het_blok_voor_kwaliteit_yaml_kan_zo_geplakt_worden(
    werkmap: Path, jaren: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (werkmap / "bronnen/2024/clienten.xlsx").rename(werkmap / "bronnen/2024/export.xlsx")
    begin = 'organisatie: {naam: "L"}\nlocaties: {noord: {naam: "Noord"}}\n'
    (werkmap / "kwaliteit.yaml").write_text(begin + jaren, encoding="utf-8")
    assert koppel(werkmap, "--doelgroep", "clienten", bestand="bronnen/2024/export.xlsx") == 0
    blok = knip_blok(capfd.readouterr().err)
    regels = (begin + jaren).splitlines(keepends=True)
    plek = next(nummer for nummer, regel in enumerate(regels) if "2024" in regel and "kader" not in regel)
    (werkmap / "kwaliteit.yaml").write_text("".join([*regels[: plek + 1], blok, *regels[plek + 1 :]]), "utf-8")
    assert voer_uit(["controleer", "2024", "--map", str(werkmap), "--json"]) == 0
    bevindingen = json.loads(capfd.readouterr().out)["bevindingen"]
    assert "CL01" not in {een["vraag"] for een in bevindingen if een["code"] == "ontbrekende-vraag"}


def test_staat_er_al_een_lijst_bronnen_dan_hoort_het_daarbij(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (werkmap / "bronnen/2024/clienten.xlsx").rename(werkmap / "bronnen/2024/export.xlsx")
    naasten = "{bestand: bronnen/2024/n.csv, doelgroep: naasten}"
    (werkmap / "bronnen/2024/n.csv").write_text("NA01,NA02\neens,eens\n", encoding="utf-8")
    for oud, verwacht in (
        (f"    bronnen:\n      - {naasten}\n", "onder de laatste regel van 'bronnen:':\n      - bestand: "),
        (f"    bronnen: [{naasten}]\n", "in de lijst 'bronnen', achter een komma:\n{bestand: "),
    ):
        (werkmap / "kwaliteit.yaml").write_text(WERKMAP + oud, encoding="utf-8")
        assert koppel(werkmap, "--doelgroep", "clienten", bestand="bronnen/2024/export.xlsx") == 0
        assert verwacht in capfd.readouterr().err


def test_hernoemen_is_de_eenvoudigste_weg_en_werkt(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bron = werkmap / "bronnen" / "2024"
    (bron / "clienten.xlsx").rename(bron / "export.xlsx")
    assert koppel(werkmap, "--doelgroep", "clienten", bestand="bronnen/2024/export.xlsx") == 0
    assert (
        "Hernoem het bestand naar clienten.xlsx, en de koppeling export.yaml naar clienten.yaml; "
        "dan hoeft het volgende niet.\nOf open kwaliteit.yaml." in capfd.readouterr().err
    )
    (bron / "export.xlsx").rename(bron / "clienten.xlsx")
    (werkmap / "koppelingen/export.yaml").rename(werkmap / "koppelingen/clienten.yaml")
    assert voer_uit(["controleer", "2024", "--map", str(werkmap), "--json"]) == 0
    bevindingen = json.loads(capfd.readouterr().out)["bevindingen"]
    assert "CL01" not in {een["vraag"] for een in bevindingen if een["code"] == "ontbrekende-vraag"}


def test_een_bestand_krijgt_een_eigen_koppeling_en_niet_die_van_een_ander(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    koppel(werkmap)
    oud = lees(werkmap).replace('# "Hangt ervan af": ?', '"Hangt ervan af": 3')
    (werkmap / "koppelingen" / "clienten.yaml").write_text(oud, encoding="utf-8")
    schrijf_bron(werkmap / "bronnen" / "2024" / "export.xlsx")
    capfd.readouterr()
    assert koppel(werkmap, "--doelgroep", "clienten", bestand="bronnen/2024/export.xlsx") == 0
    assert lees(werkmap) == oud
    assert '"Hangt ervan af": 3  # zoals in koppelingen/clienten.yaml' in lees(werkmap, "export")
    scherm_ = capfd.readouterr().err
    assert "Overgenomen uit koppelingen/clienten.yaml." in scherm_
    assert "Hernoem" not in scherm_, "de werkmap heeft al een bestand van cliënten"


def test_de_koppeling_van_de_groep_hoort_bij_een_bestand_dat_de_werkmap_zo_leest(werkmap: Path) -> None:
    koppel(werkmap)
    (werkmap / "bronnen/2024/clienten.xlsx").rename(werkmap / "bronnen/2024/clienten-najaar.xlsx")
    assert koppel(werkmap, bestand="bronnen/2024/clienten-najaar.xlsx") == 0
    assert [pad.name for pad in (werkmap / "koppelingen").iterdir()] == ["clienten.yaml"]


def test_het_pad_mag_ook_vanaf_de_werkmap(werkmap: Path) -> None:
    assert voer_uit(["koppel", "bronnen/2024/clienten.xlsx", "--map", str(werkmap)]) == 0
    assert lees(werkmap) == VOORSTEL


@pytest.mark.parametrize("label", ["Geen mening", "8 = Geen mening"])
def test_een_ontbrekende_waarde_van_spss_die_een_reden_lijkt_wordt_gevraagd(
    werkmap: Path, label: str, capfd: pytest.CaptureFixture[str]
) -> None:
    import pandas as pd  # noqa: PLC0415  alleen deze toets
    import pyreadstat  # noqa: PLC0415

    (werkmap / "bronnen/2024/clienten.xlsx").unlink()
    schaal = ("helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens")
    labels: dict[float, str] = {**dict(enumerate(schaal, 1)), 8: label, 9: "Overgeslagen"}
    pyreadstat.write_sav(
        pd.DataFrame({"CL01": [5.0, 8.0, 8.0, 9.0], "CL02": [1.0, 9.0, 8.0, 2.0]}),
        werkmap / "bronnen/2024/clienten.sav",
        variable_value_labels=dict.fromkeys(("CL01", "CL02"), labels),
        missing_ranges={een: [8.0, 9.0] for een in ("CL01", "CL02")},
    )
    assert koppel(werkmap, bestand="bronnen/2024/clienten.sav") == 0
    tekst = lees(werkmap)
    assert '"Geen mening": "weet niet"  # kijk na\n' in tekst
    assert "Overgeslagen" not in tekst
    capfd.readouterr()
    assert koppel(werkmap, bestand="bronnen/2024/clienten.sav") == 0
    assert "Er is niets nieuws." in capfd.readouterr().err


def test_een_fout_in_een_koppeling_noemt_regel_en_kolom(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (werkmap / "koppelingen").mkdir()
    (werkmap / "koppelingen/clienten.yaml").write_text('kolommen:\n  "ID": negeer\n  "CL01": CL1\n', "utf-8")
    assert voer_uit(["controleer", "2024", "--map", str(werkmap)]) == 4
    assert (
        "koppelingen/clienten.yaml, regel 3, kolom 'CL01': 'CL1' is geen vraag. Bedoelde u 'CL01'?"
        in capfd.readouterr().err
    )


@pytest.mark.parametrize(
    ("namen", "verwacht"),
    [
        (
            ("client.xlsx",),
            "Er staat 1 bestand dat niet meetelt, want de naam begint niet met een groep: client.xlsx\n"
            "|Hernoem client.xlsx naar clienten.xlsx.",
        ),
        (("x.csv", "naaste.csv"), "Er staan 2 bestanden die niet meetellen|Hernoem naaste.csv naar naasten.csv."),
        (("clienten.docx",), "Dit is geen rekenblad of csv: clienten.docx|als xlsx of csv"),
    ],
)
def test_zonder_bron_zegt_de_fout_welk_bestand_niet_meetelt(
    werkmap: Path, namen: tuple[str, ...], verwacht: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (werkmap / "bronnen/2024/clienten.xlsx").unlink()
    for naam in namen:
        (werkmap / "bronnen/2024" / naam).write_text("CL01,CL02\neens,eens\n", encoding="utf-8")
    assert voer_uit(["controleer", "2024", "--map", str(werkmap)]) == 3
    uit = capfd.readouterr().err
    assert all(deel in uit for deel in verwacht.split("|"))


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


def test_koppelen_voor_dit_jaar_verandert_de_cijfers_van_vorig_jaar_niet(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Twee jaren met dezelfde bestandsnaam lezen dezelfde koppeling; een nieuwe krijgt daarom het jaar in haar naam."""
    (werkmap / "bronnen" / "2024" / "clienten.xlsx").unlink()
    (werkmap / "kwaliteit.yaml").write_text(f"{WERKMAP}  2023: {{kader: geen}}\n", encoding="utf-8")
    for jaar in (2023, 2024):
        (werkmap / "bronnen" / str(jaar)).mkdir(parents=True, exist_ok=True)
        (werkmap / "bronnen" / str(jaar) / "clienten.csv").write_text(
            "Huis;Mijn begeleider kijkt goed naar wat ik nodig heb;CL02;CL03\n" + "Noord;eens;eens;eens\n" * 12,
            encoding="utf-8",
        )
    oud = werkmap / "koppelingen" / "clienten.yaml"
    oud.parent.mkdir(exist_ok=True)
    oud.write_text('kolommen:\n  "Huis": locatie\n', encoding="utf-8")
    inhoud = oud.read_bytes()
    assert voer_uit(["koppel", "bronnen/2024/clienten.csv", "--map", str(werkmap), "--ja"]) == 0
    nieuw = werkmap / "koppelingen" / "clienten-2024.yaml"
    assert oud.read_bytes() == inhoud
    assert "CL01" in nieuw.read_text(encoding="utf-8")
    assert "zoals in koppelingen/clienten.yaml" in nieuw.read_text(encoding="utf-8")
    capfd.readouterr()
    assert maak_leesopdracht(werkmap / "bronnen" / "2024" / "clienten.csv", werkmap, None, "").koppeling == nieuw
    assert maak_leesopdracht(werkmap / "bronnen" / "2023" / "clienten.csv", werkmap, None, "").koppeling == oud
    # Nog een keer koppelen vult de eigen koppeling aan en maakt geen derde.
    assert voer_uit(["koppel", "bronnen/2024/clienten.csv", "--map", str(werkmap), "--ja"]) == 0
    assert sorted(pad.name for pad in oud.parent.iterdir()) == ["clienten-2024.yaml", "clienten.yaml"]


def test_wie_zegt_in_welke_rij_de_koppen_staan_kan_elke_tabel_koppelen(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Een eigen Excel met koppen die nergens op lijken: zonder --kop kunnen het ook antwoorden zijn."""
    pad = werkmap / "bronnen" / "2024" / "eigen.csv"
    pad.write_text("huis;tevreden;plan\n" + "Noord;goed;ja\nOost;slecht;nee\n" * 6, encoding="utf-8")
    assert koppel(werkmap, "--doelgroep", "clienten", bestand="bronnen/2024/eigen.csv") == 3
    assert "--kop 1" in capfd.readouterr().err
    assert koppel(werkmap, "--doelgroep", "clienten", "--kop", "1", bestand="bronnen/2024/eigen.csv") == 0
    assert '"tevreden"' in lees(werkmap, "eigen")
    assert koppel(werkmap, "--doelgroep", "clienten", "--kop", "4", bestand="bronnen/2024/eigen.csv") == 2


@pytest.mark.parametrize("keer", [2, 5, 9])
def test_wat_een_paar_mensen_zelf_schreven_komt_niet_in_de_koppeling(
    werkmap: Path, keer: int, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = werkmap / "bronnen" / "2024" / "clienten.xlsx"
    pad.unlink()
    rijen = ["CL01;CL02", *["mee eens;eens"] * 30, *["ik mis Marieke;eens"] * keer]
    pad.with_suffix(".csv").write_text("\n".join(rijen) + "\n", encoding="utf-8")
    assert koppel(werkmap, "--ja", "--json", bestand="bronnen/2024/clienten.csv") == 0
    assert "Marieke" not in lees(werkmap) + "".join(capfd.readouterr())
    assert "mee eens" in lees(werkmap)
