"""De bestanden waar een export in kan zitten: tekst in elke codering, en rekenbladen."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.exporteurs.tabel import Waarde

Rijen = Sequence[Sequence[Waarde]]

CODERINGEN = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman")
_BOM = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def codeer(tekst: str, codering: str) -> bytes:
    """Schrijf tekst weg. Wat een oude codering niet kent wordt een vraagteken, zoals Excel doet."""
    return _BOM.get(codering, b"") + tekst.encode(codering, errors="replace")


def schrijf_tekst(rijen: Rijen, *, scheiding: str, alles_tussen_aanhalingstekens: bool, komma: str = ".") -> str:
    """Een csv met dubbele aanhalingstekens waar nodig, of overal."""
    regels = []
    for rij in rijen:
        velden = [_maak_veld(cel, komma) for cel in rij]
        if alles_tussen_aanhalingstekens:
            velden = [_tussen_aanhalingstekens(veld) for veld in velden]
        else:
            velden = [
                _tussen_aanhalingstekens(veld) if any(teken in veld for teken in f'{scheiding}"\r\n') else veld
                for veld in velden
            ]
        regels.append(scheiding.join(velden) + "\r\n")
    return "".join(regels)


def schrijf_kaal(rijen: Rijen) -> str:
    """Tabs zonder aanhalingstekens; de tool heeft zelf alles vervangen wat in de weg zit."""
    return "".join("\t".join(_maak_veld(cel, ".") for cel in rij) + "\n" for rij in rijen)


def schrijf_xlsx(rijen: Rijen, *, voor: Rijen | None = None) -> bytes:
    """Een xlsx zoals een tool die maakt; met `voor` staat er een ander zichtbaar blad vóór en een verborgen blad na."""
    boek = openpyxl.Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = "Uitleg" if voor else "Sheet1"
    if voor:
        _vul(blad, voor)
        blad = boek.create_sheet("Antwoorden")
        geheim = boek.create_sheet("Oud")
        _vul(geheim, rijen)
        geheim.sheet_state = "hidden"
    _vul(blad, rijen)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _vul(blad: object, rijen: Rijen) -> None:
    for rijnummer, rij in enumerate(rijen, 1):
        for kolom, waarde in enumerate(rij, 1):
            if waarde is None or waarde == "":
                continue
            cel = blad.cell(row=rijnummer, column=kolom)  # type: ignore[attr-defined]
            cel.value = waarde
            if isinstance(waarde, str):
                cel.data_type = "s"  # anders wordt "=cmd" een formule


def schrijf_ruwe_xlsx(rijen: Rijen, *, gedeeld: bool) -> bytes:
    """Een xlsx met zo weinig mogelijk, en wat op een getal lijkt als getal: alsof Excel een csv opnieuw bewaarde.

    `gedeeld`: de teksten staan in een aparte lijst; anders in de cel zelf. Geen maten, geen stijlen, geen celnamen.
    """
    teksten: dict[str, int] = {}
    regels = []
    for rij in rijen:
        cellen = "".join(_maak_xml(cel, teksten if gedeeld else None) for cel in rij)
        regels.append(f"<row>{cellen}</row>")
    hoofd = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    ruimte = "http://schemas.openxmlformats.org"
    werkblad = f"{ruimte}/officeDocument/2006/relationships/worksheet"
    soort = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    delen = {
        "[Content_Types].xml": f'<Types xmlns="{ruimte}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{soort}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{soort}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{soort}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{ruimte}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{ruimte}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{ruimte}/spreadsheetml/2006/main" '
        f'xmlns:r="{ruimte}/officeDocument/2006/relationships"><sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{ruimte}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{werkblad}" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{ruimte}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{ruimte}/spreadsheetml/2006/main"><sheetData>'
        f"{''.join(regels)}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{ruimte}/spreadsheetml/2006/main">'
        + "".join(f'<si><t xml:space="preserve">{escape(tekst)}</t></si>' for tekst in teksten)
        + "</sst>",
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, hoofd + inhoud)
    return uit.getvalue()


def schrijf_xls(rijen: Rijen) -> bytes:
    """Een xls van vóór 2007."""
    boek = xlwt.Workbook(encoding="utf-8")
    blad = boek.add_sheet("Blad1")
    datum = xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm:ss")
    for rijnummer, rij in enumerate(rijen):
        for kolom, waarde in enumerate(rij):
            if isinstance(waarde, datetime):
                blad.write(rijnummer, kolom, waarde, datum)
            elif waarde is not None and waarde != "":
                blad.write(rijnummer, kolom, waarde)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def schrijf_ods(rijen: Rijen) -> bytes:
    """Een ods van LibreOffice."""
    document = OpenDocumentSpreadsheet()
    blad = Table(name="Blad1")
    for rij in rijen:
        regel = TableRow()
        for waarde in rij:
            regel.addElement(_maak_odscel(waarde))
        blad.addElement(regel)
    document.spreadsheet.addElement(blad)
    uit = io.BytesIO()
    document.write(uit)
    return uit.getvalue()


def _maak_odscel(waarde: Waarde) -> TableCell:
    if waarde is None or waarde == "":
        return TableCell()
    if isinstance(waarde, datetime):
        cel = TableCell(valuetype="date", datevalue=waarde.isoformat())
    elif isinstance(waarde, str):
        cel = TableCell(valuetype="string")
    else:
        cel = TableCell(valuetype="float", value=str(waarde))
    for alinea in str(waarde).replace("\r\n", "\n").split("\n"):
        cel.addElement(P(text=alinea))
    return cel


def _maak_xml(waarde: Waarde, teksten: dict[str, int] | None) -> str:
    if isinstance(waarde, datetime):
        waarde = waarde.isoformat(sep=" ")
    if waarde is None or waarde == "":
        return "<c/>"
    if not isinstance(waarde, str) or _is_getal(waarde):
        return f"<c><v>{waarde}</v></c>"
    if teksten is None:
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(waarde)}</t></is></c>'
    return f'<c t="s"><v>{teksten.setdefault(waarde, len(teksten))}</v></c>'


def _is_getal(tekst: str) -> bool:
    return tekst.isascii() and tekst.replace(".", "", 1).isdigit()


def _maak_veld(cel: Waarde, komma: str) -> str:
    if cel is None:
        return ""
    return str(cel).replace(".", komma) if isinstance(cel, float) else str(cel)


def _tussen_aanhalingstekens(veld: str) -> str:
    return '"' + veld.replace('"', '""') + '"'
