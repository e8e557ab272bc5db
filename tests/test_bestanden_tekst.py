"""Uitvoerbestanden: codering, scheidingsteken en aanhaling, zoals enquêtetools en Excel ze echt schrijven."""

import tracemalloc

import pytest

from kwaliteit.bestanden.openen import open_ruw
from tests.bestanden_fabriek import ALS_XLSX, REKENBLAD, lees_blad, lees_cellen, weiger

CSV = "nr;Cliënt – één\r\n1;“goed” €5\r\n2;naïef\r\n"
CELLEN = [("nr", "Cliënt – één"), ("1", "“goed” €5"), ("2", "naïef")]
SCHEEF = (
    "In dit tekstbestand kloppen de aanhalingstekens niet.",
    "bij elk aanhalingsteken dat opent ook een dat sluit",
    "Exporteer de antwoorden opnieuw, liefst als xlsx.",
)
BINAIR = ("Dit is geen rekenblad maar een binair bestand, of een tekst met onleesbare tekens.", REKENBLAD, ALS_XLSX)
GEEN_CODERING = (
    "De tekencodering van dit tekstbestand is niet te herkennen.",
    "een csv in UTF-8",
    "Open het bestand in Excel of LibreOffice en sla het op als xlsx of als csv UTF-8.",
)


@pytest.mark.parametrize(
    ("geschreven", "merk", "naam", "is_gegokt"),
    [
        ("utf-8", b"", "utf-8", False),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig", False),
        ("utf-16-le", b"\xff\xfe", "utf-16", False),
        ("utf-16-be", b"\xfe\xff", "utf-16", False),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32", False),
        ("utf-32-be", b"\0\0\xfe\xff", "utf-32", False),
        ("utf-16-le", b"", "utf-16-le", False),
        ("utf-16-be", b"", "utf-16-be", False),
        ("utf-32-le", b"", "utf-32-le", False),
        ("utf-32-be", b"", "utf-32-be", False),
        ("cp1252", b"", "cp1252", True),
        ("mac_roman", b"", "mac_roman", True),
    ],
)
def test_elke_codering_geeft_dezelfde_cellen(geschreven: str, merk: bytes, naam: str, is_gegokt: bool) -> None:
    inhoud = merk + CSV.encode(geschreven)
    ruw = open_ruw(inhoud)
    assert (ruw.codering, ruw.is_gegokt, ruw.scheidingsteken) == (naam, is_gegokt, ";")
    assert lees_cellen(inhoud) == CELLEN


@pytest.mark.parametrize("codering", ["mac_roman", "cp1252"])
@pytest.mark.parametrize(
    "tekst", ["geïnformeerd", "cliënten", "één; Coöperatie", "foto’s", "€ 5; – nee", "crème; naïef"]
)
def test_een_enkel_woord_met_accent_zegt_al_of_het_windows_of_mac_is(tekst: str, codering: str) -> None:
    ruw = open_ruw(f"nr;vraag\n1;{tekst}\n".encode(codering))
    assert (ruw.codering, ruw.is_gegokt) == (codering, True)


def test_harde_spaties_van_een_mac_worden_geen_letters() -> None:
    kop = "Vraag\u00a0\u00a0\u00a0een,Naam\u00a0\n"
    assert lees_cellen((kop + "1,2\n").encode("mac_roman"))[0] == ("Vraag\u00a0\u00a0\u00a0een", "Naam\u00a0")
    # Dezelfde byte is in een bestand van Windows wél een letter.
    assert lees_cellen("Êtes-vous,Naam\n1,2\n".encode("cp1252"))[0][0] == "Êtes-vous"


def test_bytes_die_nergens_iets_betekenen_zijn_een_gok() -> None:
    ruw = open_ruw(b"nr,a\x8c\xe6b\n1,2\n")
    assert (ruw.codering, ruw.is_gegokt) == ("cp1252", True)


def test_een_onbekende_codering_wordt_geweigerd() -> None:
    assert weiger(b"nr;CL01\r\n\x81\x8d;4\r\n") == GEEN_CODERING
    assert lees_cellen(b"nr;CL01\r\nx\x80;4\r\n")[1] == ("x€", "4")


def test_een_half_teken_in_utf_16_is_een_afgekapt_bestand() -> None:
    heel = b"\xff\xfe" + CSV.encode("utf-16-le")
    assert weiger(heel[:-1])[0] == "Het bestand is afgekapt of beschadigd."
    assert lees_cellen(heel) == CELLEN


@pytest.mark.parametrize("inhoud", [b"nr;CL01\r\n1;\0\r\n", b"\xff\xfe" + "nr;CL01\r\n1;\0\r\n".encode("utf-16-le")])
def test_een_nul_in_tekst_wordt_geweigerd(inhoud: bytes) -> None:
    assert weiger(inhoud) == BINAIR


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
@pytest.mark.parametrize("regeleinde", ["\r\n", "\n", "\r"])
def test_scheidingsteken_en_regeleinde_komen_uit_het_bestand(teken: str, regeleinde: str) -> None:
    rijen = [["nr", "vraag", "cijfer"], ["1", f'"a{teken} ""b""{regeleinde}c"', "7"], ["2", "eens", ""]]
    tekst = regeleinde.join(teken.join(rij) for rij in rijen) + regeleinde
    ruw = open_ruw(tekst.encode())
    assert ruw.scheidingsteken == teken
    assert lees_cellen(tekst.encode())[1:] == [("1", f'a{teken} "b"{regeleinde}c', "7"), ("2", "eens", "")]


def test_een_decimale_komma_is_geen_scheidingsteken() -> None:
    rijen = "".join(f"{nummer},5;{nummer},25\n" for nummer in range(40))
    assert open_ruw(("cijfer;score\n" + rijen).encode()).scheidingsteken == ";"
    # Ook niet als één rij onder de puntkomma te lang is: de kop heeft geen komma.
    ruw = open_ruw(("cijfer;score\n" + rijen + "1,5;2,5;3\n").encode())
    assert ruw.scheidingsteken == ";"
    assert ruw.bladen[0].velden is not None
    assert ruw.bladen[0].velden[-1] == 3


@pytest.mark.parametrize("regel", ["sep=|", '"sep=|"', "SEP=|"])
def test_de_regel_sep_kiest_het_teken_en_is_geen_rij(regel: str) -> None:
    inhoud = f"{regel}\r\na;b|c\r\n1;2|3\r\n".encode()
    assert lees_cellen(inhoud) == [("a;b", "c"), ("1;2", "3")]
    assert len(lees_cellen(inhoud.replace(b"=", b":"))) == 3


def test_een_los_scheidingsteken_achter_elke_rij_blijft_te_zien_als_leeg_veld() -> None:
    castor = lees_blad(b"Record Id;CL01;CL02\n1;4;5;\n2;3;4;\n")
    assert list(castor.velden or ()) == [3, 4, 4]
    assert castor.rij(2) == ("2", "3", "4", "")


def test_een_los_scheidingsteken_achter_elke_rij_laat_het_scheidingsteken_met_rust() -> None:
    castor = b"CL01;CL06#bus, tram;opm\n4;5;a, b;\n3;3;;\n"
    assert open_ruw(castor).scheidingsteken == ";"
    assert open_ruw(castor.replace(b";", b"|").replace(b",", b";").replace(b"|", b",")).scheidingsteken == ","


def test_aanhalingstekens_in_een_vv_bestand_zijn_gewone_tekens() -> None:
    kop = "Nummer\tVraag\tToelichting\nid\tG01Q01\tG01Q02\n"
    vv = kop + '1\t"goed" zei hij\t{question_not_shown}\n2\t"open\tx\n3\ty\tz\n'
    assert lees_cellen(vv.encode())[2:] == [
        ("1", '"goed" zei hij', "{question_not_shown}"),
        ("2", '"open', "x"),
        ("3", "y", "z"),
    ]
    # Zonder dat woord zegt de rij met codes het.
    codes = vv.replace("{question_not_shown}", "b")
    assert lees_cellen(codes.encode())[2:] == [("1", '"goed" zei hij', "b"), ("2", '"open', "x"), ("3", "y", "z")]
    # En zonder codes is een open aanhalingsteken een fout.
    assert weiger(codes.replace("id\tG01Q01\tG01Q02\n", "").encode()) == SCHEEF


def test_een_gewone_tsv_houdt_zijn_aanhaling() -> None:
    tsv = 'naam\tvraag\nid\tG01Q01\nja\t"met\ttab"\n'
    assert lees_cellen(tsv.encode())[2] == ("ja", "met\ttab")


def test_een_aanhalingsteken_dat_openstaat_slikt_het_bestand_niet() -> None:
    rijen = "".join(f"{nummer};4;5\r\n" for nummer in range(50))
    goed = f'nr;CL01;CL02\r\n1;"4";5\r\n{rijen}'
    assert len(lees_cellen(goed.encode())) == 52
    assert weiger(goed.replace('"4"', '"4').encode()) == SCHEEF


def test_een_regel_zonder_eind_wordt_geweigerd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kwaliteit.bestanden.tekst.LANGSTE_REGEL", 30)
    assert weiger(b"nr;CL01\n" + b"1;2;" * 10 + b"\n") == SCHEEF
    assert len(lees_cellen(b"nr;CL01\n1;2\n")) == 2


def test_meer_rijen_of_cellen_dan_een_rekenblad_worden_geweigerd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kwaliteit.bestanden.tekst.MEESTE_RIJEN", 3)
    assert len(lees_cellen(b"a;b\n1;2\n3;4\n")) == 3
    assert weiger(b"a;b\n1;2\n3;4\n5;6\n")[0] == "Het bestand heeft meer rijen dan een rekenblad aankan."
    monkeypatch.undo()
    monkeypatch.setattr("kwaliteit.bestanden.tekst.MEESTE_CELLEN", 5)
    assert weiger(b"a;b\n1;2\n3;4\n")[0] == "Een blad heeft meer dan 10 miljoen cellen."


def test_lege_rijen_boven_de_kop_blijven_tellen() -> None:
    blad = lees_blad(b"\n\nnr;CL01\n1;4\n\n\n")
    assert (blad.aantal_rijen, blad.rij(2)) == (4, ("nr", "CL01"))


def test_woorden_voor_leeg_blijven_tekst() -> None:
    assert lees_cellen(b"a,b,c,d\nNA,null,N/A,-\n")[1] == ("NA", "null", "N/A", "-")


def test_een_groot_bestand_wordt_niet_vier_keer_zo_groot() -> None:
    inhoud = ("nr;vraag;€\n" + "helemaal mee eens;niet mee eens en niet mee oneens;€\n" * 60_000).encode()
    tracemalloc.start()
    try:
        assert lees_blad(inhoud).aantal_rijen == 60_001
        assert tracemalloc.get_traced_memory()[1] < len(inhoud)
    finally:
        tracemalloc.stop()
