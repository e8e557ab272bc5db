"""Tabellen die goed lijken en stil verkeerde cijfers zouden geven: geweigerd, overgeslagen of ernstig gemeld."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.worksheet.worksheet import Worksheet

from kwaliteit.begrippen.antwoord import Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort, Ernst
from kwaliteit.begrippen.fout import BronFout
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.overdracht import pak_uit, schrijf_kader, verpak
from kwaliteit.bestanden.ruw import Ruwbestand
from tests.bestanden_fabriek import maak_ods, ods_rij, verander
from tests.bronnen_fabriek import CIJFER, EENS5, bewaar, lees, lees_een, maak_csv, maak_lijst

KOP = ("Respondent", "Locatie", "CL01", "CL02")
MENSEN: tuple[tuple[object, ...], ...] = tuple((nr, ("Noord", "Oost")[nr % 2], 1 + nr % 5, 4) for nr in range(1, 9))
LABELS = ("helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens")
CIJFERLIJST = maak_lijst(
    Vraag(id="CL01", tekst="Welk cijfer geeft u ons?", schaal=CIJFER),
    Vraag(id="CL02", tekst="Welk cijfer geeft u de buurt?", schaal=CIJFER),
    Vraag(id="CL03", tekst="Ik voel mij veilig.", schaal=EENS5),
)


def maak_boek(rijen: Sequence[Sequence[object]]) -> tuple[openpyxl.Workbook, Worksheet]:
    """Een werkboek met één blad, om nog iets aan te veranderen."""
    boek = openpyxl.Workbook()
    blad = boek.active
    assert isinstance(blad, Worksheet)
    for rij in rijen:
        blad.append(list(rij))
    return boek, blad


def lees_xlsx(map_: Path, boek: openpyxl.Workbook) -> Leesresultaat:
    """Lees een werkboek als bron van cliënten."""
    return lees(map_, {"2024/clienten.xlsx": bewaar(boek)})


def zoek(gelezen: Leesresultaat, soort: Bevindingsoort) -> list[Bevinding]:
    """De bevindingen van één soort."""
    return [een for een in gelezen.bevindingen if een.soort is soort]


VERDACHT = (
    Bevindingsoort.ANDER_JAAR,
    Bevindingsoort.ANDERE_GROEP_IN_KOLOM,
    Bevindingsoort.LIJKT_SAMENVATTING,
    Bevindingsoort.SAMENGEVOEGDE_CELLEN,
    Bevindingsoort.TOTAALRIJ,
    Bevindingsoort.VERBORGEN_KOLOM,
    Bevindingsoort.VREEMDE_RIJ,
)


def tel_verdacht(gelezen: Leesresultaat) -> list[str]:
    """Alles wat deze kamer verdacht vond."""
    return [een.wat for een in gelezen.bevindingen if een.soort in VERDACHT]


def test_een_gewone_tabel_is_niet_verdacht(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, maak_csv([KOP, *MENSEN]))
    assert gelezen.bladen[0].aantal == 8
    assert tel_verdacht(gelezen) == []


# Twee koprijen


def maak_optietabel(labels: Sequence[str] = LABELS, kruis: object = 1) -> list[tuple[object, ...]]:
    """Twee vragen met elk een kolom per antwoord; alleen de eerste kolom van een vraag heeft een kop."""
    leeg = [""] * (len(labels) - 1)
    rijen: list[tuple[object, ...]] = [("nr", "CL01", *leeg, "CL02", *leeg), ("", *labels, *labels)]
    for nr in range(6):
        gekozen = [kruis if plek == nr % len(labels) else "" for plek in range(len(labels))]
        rijen.append((nr + 1, *gekozen, *gekozen))
    return rijen


@pytest.mark.parametrize("kruis", [1, "x", "helemaal eens"])
def test_een_kolom_per_antwoord_onder_bekende_vragen_wordt_geweigerd(tmp_path: Path, kruis: object) -> None:
    with pytest.raises(BronFout, match="onder de vragen staan de mogelijke antwoorden"):
        lees_een(tmp_path, maak_csv(maak_optietabel(kruis=kruis)))


def test_ook_antwoorden_die_niet_in_de_schaal_staan_zijn_een_tweede_koprij(tmp_path: Path) -> None:
    with pytest.raises(BronFout, match="onder de vragen staan de mogelijke antwoorden"):
        lees_een(tmp_path, maak_csv(maak_optietabel(("Nooit", "Soms", "Vaak", "Altijd"))))


def test_een_kop_samengevoegd_over_kolommen_met_antwoorden_wordt_geweigerd(tmp_path: Path) -> None:
    boek, blad = maak_boek([("nr", "CL01", "", "CL02", ""), (1, 4, 3, 4, 4), (2, 3, 1, 2, 2)])
    blad.merge_cells("B1:C1")
    with pytest.raises(BronFout, match="samengevoegde cellen"):
        lees_xlsx(tmp_path, boek)


def test_een_samengevoegde_titel_boven_de_kop_is_gewoon(tmp_path: Path) -> None:
    boek, blad = maak_boek([("Onze meting", "", "", ""), KOP, *MENSEN])
    blad.merge_cells("A1:D1")
    gelezen = lees_xlsx(tmp_path, boek)
    assert gelezen.bladen[0].aantal == 8
    assert tel_verdacht(gelezen) == []


def test_losse_opmerkingen_in_kolommen_zonder_kop_zijn_geen_tweede_koprij(tmp_path: Path) -> None:
    rijen = [
        ("nr", "CL01", "", "CL02", ""),
        (1, 4, "fijne plek", 4, "weinig tijd"),
        (2, 3, "", 2, "de bus komt niet"),
        (3, 3, "ik mis de tuin", 2, ""),
    ]
    assert lees_een(tmp_path, maak_csv(rijen)).bladen[0].aantal == 3


# Een ander jaar of een andere groep


def met_kolom(kop: str, waarden: Sequence[object]) -> str:
    """De gewone tabel met een kolom erachter."""
    return maak_csv([(*KOP, kop), *((*rij, waarde) for rij, waarde in zip(MENSEN, waarden, strict=True))])


def test_twee_jaren_in_een_kolom_zijn_een_ernstige_bevinding(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, met_kolom("Jaar", [2023, 2024] * 4))
    (een,) = zoek(gelezen, Bevindingsoort.ANDER_JAAR)
    assert een.wat == ("In kolom Jaar (E) staan 2 verschillende jaren (2023 en 2024); alle rijen tellen nu voor 2024.")
    assert een.ernst is Ernst.ERNSTIG
    assert (een.cel, gelezen.bladen[0].aantal) == ("E", 8)


def test_een_kolom_met_alleen_een_ander_jaar_wordt_gemeld_en_met_het_eigen_jaar_niet(tmp_path: Path) -> None:
    (een,) = zoek(lees_een(tmp_path / "a", met_kolom("Jaar", [2023] * 8)), Bevindingsoort.ANDER_JAAR)
    assert een.wat == "In kolom Jaar (E) staat 2023; alle rijen tellen nu voor 2024."
    assert tel_verdacht(lees_een(tmp_path / "b", met_kolom("Jaar", [2024] * 8))) == []
    assert tel_verdacht(lees_een(tmp_path / "c", met_kolom("Meting", ["meting 3, najaar 2024"] * 8))) == []


def test_meer_metingen_zonder_jaartal_worden_geteld_en_niet_genoemd(tmp_path: Path) -> None:
    (een,) = zoek(lees_een(tmp_path, met_kolom("Meting", ["voor", "na"] * 4)), Bevindingsoort.ANDER_JAAR)
    assert een.wat == "In kolom Meting (E) staan 2 verschillende waarden; alle rijen tellen nu voor 2024."


def test_twee_groepen_in_een_kolom_zijn_een_ernstige_bevinding(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, met_kolom("Doelgroep", ["Cliënten", "naaste"] * 4))
    (een,) = zoek(gelezen, Bevindingsoort.ANDERE_GROEP_IN_KOLOM)
    assert een.wat == (
        "In kolom Doelgroep (E) staan 2 verschillende groepen (cliënten en naasten); "
        "alle rijen tellen nu voor cliënten."
    )
    assert een.ernst is Ernst.ERNSTIG


def test_een_andere_groep_dan_de_bestandsnaam_wordt_gemeld_en_de_eigen_groep_niet(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path / "a", met_kolom("Doelgroep", ["Medewerkers"] * 8))
    (een,) = zoek(gelezen, Bevindingsoort.ANDERE_GROEP_IN_KOLOM)
    assert een.wat == "In kolom Doelgroep (E) staat professionals; alle rijen tellen nu voor cliënten."
    for eigen in (["cliënt", "Clienten"] * 4, ["Beschermd wonen"] * 8, [""] * 8):
        assert tel_verdacht(lees_een(tmp_path / eigen[0], met_kolom("Doelgroep", eigen))) == []


def test_een_naam_die_geen_bekende_groep_is_wordt_niet_herhaald(tmp_path: Path) -> None:
    (een,) = zoek(
        lees_een(tmp_path, met_kolom("Doelgroep", ["Kanarie", "cliënt"] * 4)), Bevindingsoort.ANDERE_GROEP_IN_KOLOM
    )
    assert "anarie" not in f"{een}"
    assert "2 verschillende groepen;" in een.wat


def test_wie_de_kolom_in_een_koppeling_negeert_hoort_er_niets_meer_over(tmp_path: Path) -> None:
    tekst = met_kolom("Jaar", [2023, 2024] * 4)
    assert tel_verdacht(lees_een(tmp_path / "b", tekst)) != []
    assert tel_verdacht(lees_een(tmp_path / "a", tekst, koppeling="kolommen:\n  Jaar: negeer\n")) == []


def test_een_rij_die_niet_telt_zegt_niets_over_het_jaar(tmp_path: Path) -> None:
    rijen = [(*KOP, "Jaar"), *((*rij, 2024) for rij in MENSEN), ("Gemiddelde", "", 4, 4, 2023)]
    assert zoek(lees_een(tmp_path, maak_csv(rijen)), Bevindingsoort.ANDER_JAAR) == []


# Rijen die geen mens zijn

BEREKENINGEN = [
    *("gem.", "Gemiddelde", "Gemiddelde 2024", "Modus", "Mediaan", "max", "Max.", "maximum", "min", "Minimum", "n"),
    *("N = 8", "n=8", "std", "SD", "standaarddeviatie", "St.dev", "Standaard deviatie", "% eens", "% oneens", "Eens %"),
    *("Norm", "Vorig jaar", "benchmark", "Benchmark landelijk", "Totaal", "percentage eens"),
]


@pytest.mark.parametrize("tekst", BEREKENINGEN)
@pytest.mark.parametrize("plaats", [0, 1])
def test_een_berekening_onder_de_tabel_telt_niet_als_mens(tmp_path: Path, tekst: str, plaats: int) -> None:
    berekening = ["", "", 4, 4]
    berekening[plaats] = tekst
    gelezen = lees_een(tmp_path, maak_csv([KOP, *MENSEN, berekening]))
    assert gelezen.bladen[0].aantal == 8
    (een,) = zoek(gelezen, Bevindingsoort.TOTAALRIJ)
    assert een.wat.startswith("Rij 10 ")


def test_een_heel_blok_berekeningen_telt_niet_mee(tmp_path: Path) -> None:
    blok = [("n", "", 8, 8), ("Min.", "", 1, 4), ("Max.", "", 5, 4), ("Gem.", "", 3, 4), ("Norm", "", 4, 4)]
    for rijen in ([KOP, *MENSEN, *blok], [KOP, *blok, *MENSEN], [KOP, *MENSEN, (), *blok]):
        gelezen = lees_een(tmp_path / str(len(rijen[1])) / str(len(rijen)), maak_csv(rijen))
        assert gelezen.bladen[0].aantal == 8
        assert "5 rijen" in zoek(gelezen, Bevindingsoort.TOTAALRIJ)[0].wat


def test_de_eerste_kolom_telt_ook_als_zij_nergens_bij_hoort(tmp_path: Path) -> None:
    rijen = [("Ronde", "CL01", "CL02"), *(("voorjaar", 1 + nr % 5, 4) for nr in range(6)), ("SD", 1, 1)]
    assert lees_een(tmp_path, maak_csv(rijen)).bladen[0].aantal == 6


@pytest.mark.parametrize("nummer", ["N1", "n-2", "MAX01", "norma"])
def test_een_respondentnummer_dat_erop_lijkt_is_een_mens(tmp_path: Path, nummer: str) -> None:
    mensen = [(f"R{rij[0]}", *rij[1:]) for rij in MENSEN]
    gelezen = lees_een(tmp_path, maak_csv([KOP, *mensen[:4], (nummer, "Noord", 4, 4), *mensen[4:]]))
    assert gelezen.bladen[0].aantal == 9


@pytest.mark.parametrize("locatie", ["Norm", "Noord", "Normandië", "Maximahof", "Minrebroederstraat"])
def test_een_locatie_die_erop_lijkt_is_een_mens(tmp_path: Path, locatie: str) -> None:
    mensen = [(nr, locatie, 4, 3) for nr in range(20, 26)]
    gelezen = lees_een(tmp_path, maak_csv([KOP, *MENSEN, *mensen]))
    assert gelezen.bladen[0].aantal == 14
    assert zoek(gelezen, Bevindingsoort.TOTAALRIJ) == []


def test_een_naam_of_antwoord_in_de_eerste_kolom_is_geen_berekening(tmp_path: Path) -> None:
    namen = ["Jan", "Max", "Piet", "Min", "Kees", "Norm"]
    met_naam = [("Naam", "CL01", "CL02"), *((naam, 4, 3) for naam in namen)]
    assert lees_een(tmp_path / "naam", maak_csv(met_naam)).bladen[0].aantal == 6
    tussenin = [("Begeleider", "CL01", "CL02"), *((naam, 4, 3) for naam in [*namen, "Joop"])]
    blad = lees_een(tmp_path / "tussenin", maak_csv(tussenin)).bladen[0]
    assert blad.aantal == 7
    akkoord = [("Wilt u meedoen?", "CL01", "CL02"), *((woord, 4, 3) for woord in ("j", "j", "j", "n"))]
    gelezen = lees_een(tmp_path / "akkoord", maak_csv(akkoord))
    assert zoek(gelezen, Bevindingsoort.TOTAALRIJ) == []


def test_een_gevulde_rij_onder_een_lege_rij_telt_mee_en_wordt_ernstig_gemeld(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, maak_csv([KOP, *MENSEN, (" ", "", "", ""), ("", "", 4, 4)]))
    (een,) = zoek(gelezen, Bevindingsoort.VREEMDE_RIJ)
    assert een.wat == (
        "Rij 11 staat onder een lege rij. Misschien is het geen persoon maar een berekening; zij telt wel mee."
    )
    assert een.ernst is Ernst.ERNSTIG
    assert gelezen.bladen[0].aantal == 9


def test_een_lege_rij_midden_in_de_tabel_is_niet_verdacht(tmp_path: Path) -> None:
    anderen = [(rij[0] + 20, *rij[1:]) for rij in MENSEN if isinstance(rij[0], int)]
    assert tel_verdacht(lees_een(tmp_path, maak_csv([KOP, *MENSEN, ("", "", "", ""), *anderen]))) == []


@pytest.mark.parametrize("nummer", ["verschil", ""])
def test_een_laatste_rij_zonder_nummer_wordt_gemeld(tmp_path: Path, nummer: str) -> None:
    gelezen = lees_een(tmp_path, maak_csv([KOP, *MENSEN, (nummer, "", 4, 4)]))
    (een,) = zoek(gelezen, Bevindingsoort.VREEMDE_RIJ)
    assert een.wat.startswith("Rij 10 staat onderaan, zonder nummer zoals alle andere rijen.")
    assert gelezen.bladen[0].aantal == 9


def test_een_lege_rij_na_elke_paar_mensen_is_een_gewoonte_en_niet_verdacht(tmp_path: Path) -> None:
    rijen = [een for plek in range(0, 8, 2) for een in (*MENSEN[plek : plek + 2], ("", "", "", ""))]
    assert tel_verdacht(lees_een(tmp_path, maak_csv([KOP, *rijen]))) == []


def test_codes_of_een_ontbrekend_nummer_ertussen_zijn_niet_verdacht(tmp_path: Path) -> None:
    codes = [(f"R_{rij[0]}x", *rij[1:]) for rij in MENSEN]
    assert tel_verdacht(lees_een(tmp_path / "a", maak_csv([KOP, *codes]))) == []
    assert tel_verdacht(lees_een(tmp_path / "b", maak_csv([KOP, *MENSEN[:3], ("", "Oost", 4, 4), *MENSEN[3:]]))) == []


# Een samenvatting in plaats van mensen


def maak_samenvatting(aantal: int, *, kop: str = "Teamnummer") -> str:
    """Elke locatie één keer, met hele getallen."""
    return maak_csv([("Locatie", kop, "CL01", "CL02"), *((f"Huis {nr}", 7, 7, 8) for nr in range(aantal))])


def test_tien_locaties_met_elk_een_rij_worden_geweigerd(tmp_path: Path) -> None:
    for aantal, kop in ((10, "Teamnummer"), (3, "Aantal"), (2, "N")):
        bestand = maak_samenvatting(aantal, kop=kop).encode()
        with pytest.raises(BronFout, match="Elke locatie staat op precies één rij") as fout:
            lees(tmp_path / kop, {"2024/clienten.csv": bestand}, CIJFERLIJST)
        assert "kolom 'respondent'" in fout.value.gebreken[0].doe_dit


def test_een_paar_locaties_met_elk_een_rij_zijn_een_ernstige_bevinding(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, {"2024/clienten.csv": maak_samenvatting(9).encode()}, CIJFERLIJST)
    (een,) = zoek(gelezen, Bevindingsoort.LIJKT_SAMENVATTING)
    assert een.wat.startswith("Er zijn 9 rijen en elke rij heeft een andere locatie.")
    assert (een.ernst, gelezen.bladen[0].aantal) == (Ernst.ERNSTIG, 9)


@pytest.mark.parametrize(
    "extra",
    [
        ("Respondent", [*range(101, 113)]),
        ("Tijdstempel", [f"2024-05-{dag:02} 10:00:00" for dag in range(1, 13)]),
        ("CL03", ["eens"] * 12),
    ],
)
def test_losse_mensen_van_elk_een_andere_locatie_zijn_gewoon_te_lezen(
    tmp_path: Path, extra: tuple[str, list[object]]
) -> None:
    mensen = [(f"Huis {nr}", 7, 8, een) for nr, een in enumerate(extra[1])]
    rijen = [("Locatie", "CL01", "CL02", extra[0]), *mensen]
    gelezen = lees(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()}, CIJFERLIJST)
    assert gelezen.bladen[0].aantal == 12
    assert tel_verdacht(gelezen) == []


@pytest.mark.parametrize("totaal", [(), ("Totaal", 30, 30), ("weet ik niet", 2, 1)])
def test_de_antwoorden_van_de_schaal_met_aantallen_ernaast_zijn_een_kruistabel(
    tmp_path: Path, totaal: tuple[object, ...]
) -> None:
    rijen = [("Antwoord", "CL01", "CL02"), *((label, 3, 5) for label in LABELS), totaal]
    with pytest.raises(BronFout, match="kruistabel"):
        lees_een(tmp_path, maak_csv(rijen))


def test_de_codes_van_de_schaal_met_aantallen_ernaast_zijn_een_kruistabel(tmp_path: Path) -> None:
    rijen = [("Code", "CL01", "CL02"), *((code, 3, 5) for code in range(1, 6))]
    with pytest.raises(BronFout, match="kruistabel"):
        lees_een(tmp_path, maak_csv(rijen))


def test_een_nummer_of_ander_antwoord_vooraan_is_geen_kruistabel(tmp_path: Path) -> None:
    genummerd = [("nr", "CL01", "CL02"), *((code, 3, 5) for code in range(1, 6))]
    assert lees_een(tmp_path / "a", maak_csv(genummerd)).bladen[0].aantal == 5
    ja_nee = [("Woont u hier lang?", "CL01", "CL04"), ("ja", 3, 1), ("nee", 4, 0)]
    assert lees_een(tmp_path / "b", maak_csv(ja_nee)).bladen[0].aantal == 2
    vaker = [("Ik eet hier goed", "CL01", "CL02"), *((label, 3, 5) for label in (*LABELS, "eens"))]
    assert lees_een(tmp_path / "c", maak_csv(vaker)).bladen[0].aantal == 6


# Samengevoegde cellen en verborgen kolommen


def test_een_locatie_samengevoegd_over_meer_mensen_wordt_ernstig_gemeld(tmp_path: Path) -> None:
    boek, blad = maak_boek([("Locatie", "nr", "CL01", "CL02"), *((rij[1], rij[0], *rij[2:]) for rij in MENSEN)])
    blad.merge_cells("A2:A7")
    gelezen = lees_xlsx(tmp_path, boek)
    (een,) = zoek(gelezen, Bevindingsoort.SAMENGEVOEGDE_CELLEN)
    assert een.wat == "Cellen A2 tot en met A7 zijn samengevoegd; alleen de eerste heeft een waarde."
    assert een.doe_dit == "Hef het samenvoegen op en vul elke cel."
    assert (een.ernst, een.cel) == (Ernst.ERNSTIG, "A2")


def test_samengevoegde_cellen_naast_of_onder_de_antwoorden_zijn_niet_verdacht(tmp_path: Path) -> None:
    boek, blad = maak_boek([(*KOP, "Opmerking"), *((*rij, "") for rij in MENSEN), (), ("Bron: onze enquête",)])
    blad.merge_cells("E2:E7")
    blad.merge_cells("C11:D11")
    blad["A11"] = None
    assert tel_verdacht(lees_xlsx(tmp_path, boek)) == []


def test_antwoorden_van_een_mens_samengevoegd_over_twee_vragen_worden_gemeld(tmp_path: Path) -> None:
    boek, blad = maak_boek([KOP, *MENSEN])
    blad.merge_cells("C3:D3")
    (een,) = zoek(lees_xlsx(tmp_path, boek), Bevindingsoort.SAMENGEVOEGDE_CELLEN)
    assert een.cel == "C3"


def test_een_verborgen_kolom_met_een_vraag_wordt_ernstig_gemeld(tmp_path: Path) -> None:
    boek, blad = maak_boek([(*KOP, "Niet van ons"), *((*rij, "") for rij in MENSEN)])
    blad.column_dimensions["C"].hidden = True
    blad.column_dimensions["E"].hidden = True
    gelezen = lees_xlsx(tmp_path, boek)
    (een,) = zoek(gelezen, Bevindingsoort.VERBORGEN_KOLOM)
    assert een.wat == "Kolom C ('CL01') is verborgen en toch meegeteld."
    assert (een.ernst, een.cel, gelezen.bladen[0].aantal) == (Ernst.ERNSTIG, "C", 8)


def test_een_verborgen_lege_kolom_is_niet_verdacht(tmp_path: Path) -> None:
    boek, blad = maak_boek([(*KOP, "CL04"), *((*rij, "") for rij in MENSEN)])
    blad.column_dimensions["E"].hidden = True
    assert open_ruw(bewaar(boek)).bladen[0].verborgen_kolommen == {4}
    assert tel_verdacht(lees_xlsx(tmp_path, boek)) == []


# Het bestand zelf


def draag_over(ruw: Ruwbestand) -> Ruwbestand:
    """Van kind naar ouder en terug."""
    stroom = io.BytesIO()
    for kader in verpak(ruw):
        schrijf_kader(stroom, kader)
    stroom.seek(0)
    return pak_uit(stroom)


def maak_verborgen_xls() -> bytes:
    """Een xls met een verborgen kolom en samengevoegde cellen."""
    boek = xlwt.Workbook()
    blad = boek.add_sheet("Blad1")
    for rij, cellen in enumerate([("nr", "CL01", "CL02"), ("", 4, 5), ("", 3, 4)]):
        for kolom, cel in enumerate(cellen):
            if cel:
                blad.write(rij, kolom, cel)
    blad.write_merge(1, 2, 0, 0, 1)
    blad.col(1).hidden = True
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def maak_verborgen_ods() -> bytes:
    """Een ods met een verborgen kolom in een groep, en samengevoegde cellen."""
    kolommen = (
        '<table:table-column/><table:table-column-group><table:table-column table:visibility="collapse"/>'
        '</table:table-column-group><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="16380"/>'
    )
    hoog = ods_rij("1", "4", "5").replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"', 1)
    dicht = '<table:table-row><table:covered-table-cell/><table:table-cell office:value-type="string">'
    onder = f"{dicht}<text:p>3</text:p></table:table-cell></table:table-row>"
    return maak_ods(kolommen + ods_rij("nr", "CL01", "CL02") + hoog + onder)


def maak_verborgen_xlsx() -> bytes:
    """Een xlsx met een verborgen kolom, samengevoegde cellen, en alles rechts van de tabel verborgen."""
    boek, blad = maak_boek([("nr", "CL01", "CL02"), (1, 4, 5), ("", 3, 4)])
    blad.merge_cells("A2:A3")
    blad.column_dimensions["B"].hidden = True
    blad.column_dimensions.group("F", "XFD", hidden=True)
    return bewaar(boek)


@pytest.mark.parametrize("maak", [maak_verborgen_xlsx, maak_verborgen_xls, maak_verborgen_ods])
def test_verborgen_kolommen_en_samengevoegde_cellen_komen_in_elke_bestandssoort_mee(maak: Callable[[], bytes]) -> None:
    ruw = open_ruw(maak())
    for blad in (*ruw.bladen, *draag_over(ruw).bladen):
        assert blad.verborgen_kolommen == {1}
        assert blad.samengevoegd == ((1, 0, 2, 0),)


def test_veel_overlappende_verborgen_reeksen_worden_een_keer_geteld() -> None:
    reeksen = b"<cols>" + b'<col min="1" max="16384" hidden="1"/>' * 2_500 + b"</cols><sheetData>"
    inhoud = verander("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<sheetData>", reeksen))
    assert open_ruw(inhoud).bladen[0].verborgen_kolommen == {0, 1, 2}


def test_een_gewoon_bestand_heeft_geen_verborgen_kolommen() -> None:
    boek, _ = maak_boek([KOP, *MENSEN])
    assert draag_over(open_ruw(bewaar(boek))).bladen[0].verborgen_kolommen == frozenset()


@pytest.mark.parametrize(
    "namen",
    [
        ("deeltijd 80%", "fulltime 100%", "flex"),
        ("Gem. Utrecht", "Gem. Zeist", "Gem. Houten"),
        ("Totaal ontevreden", "Gemiddeld", "heel tevreden"),
    ],
)
def test_een_gewoon_antwoord_dat_op_een_berekening_lijkt_blijft_een_mens(
    tmp_path: Path, namen: tuple[str, ...]
) -> None:
    rijen = [("Groep van werk", "CL01", "CL02"), *((namen[nr % 3], 1 + nr % 5, 4) for nr in range(12))]
    gelezen = lees(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()})
    assert [blad.aantal for blad in gelezen.bladen] == [12]
