"""Xlsx en ods: wat de poort weigert, en wat de lezer van zichzelf verzwijgt."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.styles import Font

from kwaliteit.bestanden import celkeur, rekenblad, zipgrens
from kwaliteit.bestanden.celplaatsen import zoek_in_ods
from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Onleesbaar, Soort
from kwaliteit.bestanden.zipgrens import Zip
from tests.bestanden_fabriek import (
    AFGEKAPT,
    BLAD,
    bewaar,
    lees_blad,
    lees_cellen,
    maak_ods,
    maak_xlsx,
    ods_rij,
    pak_in,
    pak_uit,
    verander,
    weiger,
    weiger_onveilig,
)

GOED = [("nr", "CL01", "CL02"), (1.0, 4.0, 5.0), (2.0, 3.0, "eens")]
TE_VEEL_CELLEN = (
    "Een blad heeft meer dan 10 miljoen cellen.",
    "hoogstens 10 miljoen cellen (100.000 antwoorden op 60 vragen past)",
    "Haal lege maar opgemaakte rijen en kolommen weg en sla het bestand opnieuw op.",
)
HERHAALD = "In het bestand wordt een cel of spatie onwaarschijnlijk vaak herhaald."
DUBBEL = "Op een blad komt dezelfde cel twee keer voor."
DTD = "In het bestand staat een documentdefinitie (DTD)."


def vervang_cel(cel: str, naam: str = "B2") -> bytes:
    """Een xlsx waarin de cel B2 deze XML is."""
    return verander(BLAD, lambda xml: xml.replace(f'<c r="{naam}" t="n"><v>4</v></c>'.encode(), cel.encode()))


def test_een_gewoon_bestand_komt_door_de_poort() -> None:
    assert lees_cellen(maak_xlsx()) == GOED


@pytest.mark.parametrize("plek", ["XFD1048576", "A1048577", "ZZZ2", "ALL10001"])
def test_een_verre_cel_wordt_geweigerd_voor_de_lezer_ruimte_vraagt(plek: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ver = f'</row><row r="{plek.lstrip("AFLXDZ")}"><c r="{plek}"><v>1</v></c></row></sheetData>'.encode()
    inhoud = verander(BLAD, lambda xml: xml.replace(b"</row></sheetData>", ver))
    monkeypatch.setattr(rekenblad, "calamine", None)
    assert weiger(inhoud) == TE_VEEL_CELLEN


def test_een_cel_op_grote_afstand_die_past_wordt_gelezen() -> None:
    ver = b'</row><row r="20000"><c r="AAB20000"><v>1</v></c></row></sheetData>'
    inhoud = verander(BLAD, lambda xml: xml.replace(b"</row></sheetData>", ver.replace(b"AAB", b"D")))
    assert (lees_blad(inhoud).aantal_rijen, lees_blad(inhoud).rij(19_999)) == (20_000, ("", "", "", 1.0))


def test_twee_keer_dezelfde_cel_wordt_geweigerd() -> None:
    assert weiger_onveilig(vervang_cel('<c r="A2" t="n"><v>9</v></c>')) == DUBBEL
    tekst = 'zie r="A2" en r="A2"'
    assert lees_cellen(maak_xlsx([("nr", "CL01"), (1, tekst)]))[1][1] == tekst
    los = vervang_cel(f'<c r="B2" t="inlineStr"><is><t>{tekst}</t></is></c>')
    assert lees_cellen(los)[1][1] == tekst


def wijs_naar_tekst(nummer: str) -> bytes:
    """Een xlsx met één gedeelde tekst, waarin B2 naar de tekst met dit nummer wijst."""
    delen = pak_uit(vervang_cel(f'<c r="B2" t="s"><v>{nummer}</v></c>'))
    soort = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    delen["xl/sharedStrings.xml"] = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>eens</t></si></sst>'
    )
    deel = "xl/_rels/workbook.xml.rels"
    verwijzing = b'<Relationship Id="rId9" Type="%s" Target="sharedStrings.xml"/></Relationships>' % soort
    delen[deel] = delen[deel].replace(b"</Relationships>", verwijzing)
    return pak_in(delen)


def test_een_kapotte_verwijzing_naar_een_tekst_wordt_geweigerd() -> None:
    assert lees_cellen(wijs_naar_tekst("0"))[1][1] == "eens"
    assert weiger_onveilig(wijs_naar_tekst("abc")) == "Een cel verwijst naar een tekst die er niet is."
    assert weiger(wijs_naar_tekst("99999")) == AFGEKAPT


def test_alleen_bladen_tot_een_grens_worden_helemaal_nagelopen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celkeur, "GROOTSTE_KEUR", 10)
    assert lees_blad(vervang_cel('<c r="A2" t="n"><v>9</v></c>')).aantal_rijen == 3


def test_een_te_groot_blad_wordt_geweigerd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rekenblad, "MEESTE_CELLEN", 8)
    assert weiger(maak_xlsx()) == TE_VEEL_CELLEN
    monkeypatch.setattr(rekenblad, "MEESTE_CELLEN", 9)
    assert lees_cellen(maak_xlsx()) == GOED


@pytest.mark.parametrize(
    ("cel", "ernaast"),
    [
        ('<c r="B2" t="e"><v>#DIV/0!</v></c>', ""),
        ("<c r='B2' t='e'><v>#N/A</v></c>", ""),
        ('<c r="B2"><f>SUM(C2:C3)</f></c>', ""),
        ('<c r="B2"><f>SUM(C2:C3)</f><v></v></c>', ""),
        ('<c r="B2"><v>NaN</v></c>', ""),
        ('<c r="B2"><v>1e999</v></c>', ""),
    ],
)
def test_een_cel_zonder_echte_waarde_is_een_foutcel(cel: str, ernaast: str) -> None:
    blad = lees_blad(vervang_cel(cel))
    assert (blad.foutcellen, blad.rij(1)) == (frozenset({(1, 1)}), (1.0, ernaast, 5.0))


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ('<c r="B2"><f>SUM(C2:C3)</f><v>8</v></c>', 8.0),
        ('<c r="B2" t="str"><f>A1</f><v></v></c>', ""),
        ('<c r="B2"/>', ""),
        ('<c r="B2" t="b"><v>1</v></c>', True),
        ('<c r="B2" t="d"><v>2024-03-01</v></c>', date(2024, 3, 1)),
        ('<c r="B2" t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb"),
    ],
)
def test_een_cel_met_een_echte_waarde_is_geen_foutcel(cel: str, waarde: object) -> None:
    blad = lees_blad(vervang_cel(cel))
    assert (blad.foutcellen, blad.rij(1)[1]) == (frozenset(), waarde)
    assert type(blad.rij(1)[1]) is type(waarde)


def test_een_naast_een_ja_blijft_een_getal() -> None:
    rijen = [("nr", "a"), (1, True), (1, 1), (0, False), (0, 0)]
    cellen = [rij[1] for rij in lees_cellen(maak_xlsx(rijen))[1:]]
    assert list(map(repr, cellen)) == ["True", "1.0", "False", "0.0"]


def test_verborgen_rijen_bladen_en_samengevoegde_cellen_worden_doorgegeven() -> None:
    boek = openpyxl.load_workbook(io.BytesIO(maak_xlsx()))
    boek["Blad1"].row_dimensions[3].hidden = True
    boek["Blad1"].merge_cells("B1:C1")
    boek["Blad1"].auto_filter.ref = "A1:C3"
    boek.create_sheet("Stil").sheet_state = "hidden"
    boek.create_sheet("Stiller").sheet_state = "veryHidden"
    boek.create_chartsheet("Grafiek")
    ruw = open_ruw(bewaar(boek))
    assert [blad.naam for blad in ruw.bladen] == ["Blad1"]
    assert ruw.verborgen_bladen == ("Stil", "Stiller")
    assert ruw.bladen[0].verborgen_rijen == {2}
    assert ruw.bladen[0].samengevoegd == ((0, 1, 0, 2),)
    assert lees_blad(maak_xlsx()).verborgen_rijen == frozenset()


def test_lege_opgemaakte_cellen_en_een_liegende_rand_tellen_niet() -> None:
    boek = openpyxl.load_workbook(io.BytesIO(maak_xlsx()))
    boek["Blad1"].cell(row=500, column=40).font = Font(bold=True)
    rand = b'<dimension ref="A1:XFD1048576" />'
    # Met of zonder spatie voor het sluiten: openpyxl schrijft met lxml als dat er is, en anders zonder.
    inhoud = verander(BLAD, lambda xml: re.sub(rb'<dimension ref="A1:AN500" ?/>', rand, xml), bewaar(boek))
    assert lees_cellen(inhoud) == GOED


def test_een_lege_eerste_rij_en_kolom_houden_hun_plaats() -> None:
    assert lees_cellen(maak_xlsx([(), ("", "a"), ("", 1)])[:]) == [("", ""), ("", "a"), ("", 1.0)]


def test_strict_ooxml_wordt_gelezen() -> None:
    delen = pak_uit(maak_xlsx())
    gewoon, strikt = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for naam, deel in delen.items():
        deel = deel.replace(gewoon + b"spreadsheetml/2006/main", strikt + b"spreadsheetml/main")  # noqa: PLW2901
        delen[naam] = deel.replace(gewoon + b"officeDocument/2006/", strikt + b"officeDocument/")
    assert strikt in delen[BLAD]
    assert lees_cellen(pak_in(delen)) == GOED


@pytest.mark.parametrize("deel", [BLAD, "xl/workbook.xml", "[Content_Types].xml", "xl/rommel.bin"])
@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
    ],
)
def test_een_dtd_wordt_in_elk_deel_geweigerd(deel: str, dtd: str) -> None:
    delen = pak_uit(maak_xlsx())
    delen[deel] = dtd.encode() + delen.get(deel, b"<x/>")
    assert weiger_onveilig(pak_in(delen)) == DTD


def test_een_dtd_ver_in_een_deel_wordt_gezien_ook_over_een_blokgrens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipgrens, "BLOK", 64)
    for stuk in range(8):
        delen = {**pak_uit(maak_xlsx()), "xl/rommel.xml": b"<x>" + b" " * (300 + 8 * stuk) + b"<!DOCTYPE x>"}
        assert weiger_onveilig(pak_in(delen)) == DTD
    assert lees_cellen(maak_xlsx()) == GOED


@pytest.mark.parametrize("naam", ["XL/Workbook.xml", "xl\\workbook.xml"])
def test_delen_die_een_lezer_gelijk_vindt_zijn_dubbel(naam: str) -> None:
    assert (
        weiger_onveilig(pak_in({**pak_uit(maak_xlsx()), naam: b"<x/>"})) == "In het bestand heten twee delen hetzelfde."
    )


def test_een_ods_wordt_gelezen_met_fouten_en_verborgen_rijen() -> None:
    fout = '<table:table-cell office:value-type="string" calcext:value-type="error" xmlns:calcext="c"/>'
    rijen = ods_rij("nr", "CL01") + ods_rij("", herhaald=2)
    rijen += f"<table:table-row>{fout}</table:table-row>" + ods_rij("2", "x", kenmerk=' table:visibility="filter"')
    blad = lees_blad(maak_ods(rijen))
    assert (set(blad.foutcellen), set(blad.verborgen_rijen)) == ({(3, 0)}, {4})
    assert blad.rij(4) == ("2", "x")


def test_een_ods_zonder_mimetype_wordt_gelezen() -> None:
    assert lees_cellen(maak_ods(ods_rij("a", "b"), mimetype=False)) == [("a", "b")]


@pytest.mark.parametrize(
    "rij",
    [
        ods_rij('a<text:s text:c="2000000000"/>b'),
        ods_rij(*['a<text:s text:c="00009999"/>b'] * 200),
        '<table:table-row table:number-rows-repeated="1048577"><table:table-cell/></table:table-row>',
        '<table:table-row><table:table-cell table:number-columns-repeated="99999999999999999999"/></table:table-row>',
    ],
)
def test_onmogelijke_herhaling_in_een_ods_wordt_geweigerd(rij: str) -> None:
    assert weiger_onveilig(maak_ods(ods_rij("nr") + rij)) == HERHAALD


@pytest.mark.parametrize(("rijen", "kolommen", "tekens"), [(1_048_000, 9, 1), (100_000, 1000, 1), (1, 16_384, 90_000)])
def test_een_herhaling_die_uitgeschreven_niet_past_wordt_geweigerd(rijen: int, kolommen: int, tekens: int) -> None:
    def maak(rijen: int, kolommen: int) -> bytes:
        kenmerk = f'office:value-type="string" table:number-columns-repeated="{kolommen}"'
        cel = f"<table:table-cell {kenmerk}><text:p>{'a' * tekens}</text:p></table:table-cell>"
        return maak_ods(f'<table:table-row table:number-rows-repeated="{rijen}">{cel}</table:table-row>')

    assert weiger_onveilig(maak(rijen, kolommen)) == HERHAALD
    assert lees_cellen(maak(2, 3)) == [("a" * tekens,) * 3] * 2


def test_gewone_herhaling_in_een_ods_wordt_gelezen() -> None:
    cel = '<table:table-cell table:number-columns-repeated="16384"/>'
    leeg = f'<table:table-row table:number-rows-repeated="1048574">{cel}</table:table-row>'
    inhoud = maak_ods(ods_rij('a<text:s text:c="3"/>b') + ods_rij("1", herhaald=2) + leeg)
    assert lees_cellen(inhoud) == [("a   b",), ("1",), ("1",)]


def test_een_dtd_in_een_ods_wordt_geweigerd() -> None:
    assert weiger_onveilig(maak_ods(ods_rij("&a;"), dtd='<!DOCTYPE x [<!ENTITY a "lol">]>')) == DTD


def test_een_werkmap_met_alleen_verborgen_bladen_zegt_dat() -> None:
    inhoud = verander("xl/workbook.xml", lambda xml: xml.replace(b'state="visible"', b'state="hidden"'))
    assert weiger(inhoud) == (
        "Op de zichtbare bladen staat niets; andere bladen zijn verborgen.",
        "de antwoorden op een zichtbaar blad",
        "Maak het blad met de antwoorden zichtbaar en sla het bestand op.",
    )


def test_een_fout_van_ons_heet_geen_beschadigd_bestand(monkeypatch: pytest.MonkeyPatch) -> None:
    def struikel(*_: object) -> None:
        raise ValueError("onze fout")

    monkeypatch.setattr(rekenblad, "_zoek_plaatsen", struikel)
    with pytest.raises(ValueError, match="onze fout"):
        open_ruw(maak_xlsx())


@pytest.mark.parametrize("codering", ["utf-8", "bestaat-niet", "utf-7"])
@pytest.mark.parametrize("herhaling", ["x", "-1", "9" * 5000])
def test_een_rare_herhaling_of_codering_in_een_ods_is_een_beschadigd_bestand(herhaling: str, codering: str) -> None:
    rij = f'<t:table-row t:number-rows-repeated="{herhaling}"/>'
    content = f'<?xml version="1.0" encoding="{codering}"?><b xmlns:t="t"><t:table t:name="A">{rij}</t:table></b>'
    uit = io.BytesIO(pak_in({"content.xml": content.encode()}))
    with pytest.raises(Onleesbaar) as fout, zipfile.ZipFile(uit) as archief:
        zoek_in_ods(Zip(soort=Soort.ODS, inhoud=b"", archief=archief))
    assert fout.value.weigering.wat == AFGEKAPT[0]
