"""Schrijft csv, xlsx en ods met overal dezelfde bytes: geen klok, geen versie van een bibliotheek, niet ingepakt."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Cel = str | int | None
Rij = Sequence[Cel]


def schrijf_csv(pad: Path, rijen: Sequence[Rij], *, scheiding: str, codering: str = "utf-8-sig") -> None:
    """Schrijf een csv zoals Excel dat doet, met CRLF aan het eind van elke regel."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=scheiding, lineterminator="\r\n")
    schrijver.writerows(rijen)
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(tekst.getvalue().encode(codering))


def schrijf_zip(pad: Path, delen: Mapping[str, str]) -> None:
    """Pak tekstdelen in zonder samenpersen en met een vaste tijd: overal dezelfde bytes."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(pad, "w", compression=zipfile.ZIP_STORED) as archief:
        for naam, tekst in delen.items():
            lid = zipfile.ZipInfo(naam, date_time=(2025, 1, 1, 0, 0, 0))
            lid.create_system = 0
            archief.writestr(lid, tekst.encode())


XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "http://schemas.openxmlformats.org"


def schrijf_xlsx(pad: Path, bladen: Mapping[str, Sequence[Rij]]) -> None:
    """Schrijf een kaal xlsx-bestand met gedeelde teksten, zoals Excel ze ook bewaart."""
    teksten: dict[str, int] = {}
    delen = {f"xl/worksheets/sheet{nr}.xml": xlsx_blad(rijen, teksten) for nr, rijen in enumerate(bladen.values(), 1)}
    soort, hoofd = f"{OOXML}/officeDocument/2006/relationships", f"{OOXML}/spreadsheetml/2006/main"
    inhoud = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    onderdelen = {"workbook.xml": f"{inhoud}.sheet.main+xml", "sharedStrings.xml": f"{inhoud}.sharedStrings+xml"}
    onderdelen |= {naam.removeprefix("xl/"): f"{inhoud}.worksheet+xml" for naam in delen}
    delen["xl/sharedStrings.xml"] = (
        f'{XML}<sst xmlns="{hoofd}" uniqueCount="{len(teksten)}">'
        + "".join(f"<si><t>{escape(tekst)}</t></si>" for tekst in teksten)
        + "</sst>"
    )
    delen["xl/workbook.xml"] = (
        f'{XML}<workbook xmlns="{hoofd}" xmlns:r="{soort}"><sheets>'
        + "".join(f'<sheet name="{naam}" sheetId="{nr}" r:id="rId{nr}"/>' for nr, naam in enumerate(bladen, 1))
        + "</sheets></workbook>"
    )
    delen["xl/_rels/workbook.xml.rels"] = (
        f'{XML}<Relationships xmlns="{OOXML}/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{nr}" Type="{soort}/worksheet" Target="worksheets/sheet{nr}.xml"/>'
            for nr in range(1, len(bladen) + 1)
        )
        + f'<Relationship Id="rId{len(bladen) + 1}" Type="{soort}/sharedStrings" Target="sharedStrings.xml"/>'
        + "</Relationships>"
    )
    begin = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{OOXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/xl/{naam}" ContentType="{wat}"/>' for naam, wat in onderdelen.items())
        + "</Types>",
        "_rels/.rels": f'{XML}<Relationships xmlns="{OOXML}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{soort}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    }
    schrijf_zip(pad, begin | delen)


def xlsx_blad(rijen: Sequence[Rij], teksten: dict[str, int]) -> str:
    """De XML van één blad; nieuwe teksten komen in `teksten`."""
    regels = []
    for nummer, rij in enumerate(rijen, 1):
        cellen = []
        for kolom, cel in enumerate(rij):
            plaats = f"{chr(65 + kolom)}{nummer}"
            if isinstance(cel, str) and cel:
                cellen.append(f'<c r="{plaats}" t="s"><v>{teksten.setdefault(cel, len(teksten))}</v></c>')
            elif cel is not None and cel != "":
                cellen.append(f'<c r="{plaats}"><v>{cel}</v></c>')
        regels.append(f'<row r="{nummer}">{"".join(cellen)}</row>')
    return (
        f'{XML}<worksheet xmlns="{OOXML}/spreadsheetml/2006/main"><sheetData>{"".join(regels)}</sheetData></worksheet>'
    )


def schrijf_ods(pad: Path, rijen: Sequence[Rij]) -> None:
    """Schrijf een kaal ods-bestand met één blad."""
    oasis, soort = "urn:oasis:names:tc:opendocument:xmlns", "application/vnd.oasis.opendocument.spreadsheet"
    regels = []
    for rij in rijen:
        cellen = []
        for cel in rij:
            if cel is None:
                cellen.append("<table:table-cell/>")
            elif isinstance(cel, str):
                cellen.append(
                    f'<table:table-cell office:value-type="string"><text:p>{escape(cel)}</text:p></table:table-cell>'
                )
            else:
                cellen.append(f'<table:table-cell office:value-type="float" office:value="{cel}"/>')
        regels.append(f"<table:table-row>{''.join(cellen)}</table:table-row>")
    ruimten = " ".join(f'xmlns:{naam}="{oasis}:{naam}:1.0"' for naam in ("office", "table", "text"))
    schrijf_zip(
        pad,
        {
            "mimetype": soort,
            "content.xml": f'{XML}<office:document-content {ruimten} office:version="1.3"><office:body>'
            f'<office:spreadsheet><table:table table:name="Partners">{"".join(regels)}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": f'{XML}<manifest:manifest xmlns:manifest="{oasis}:manifest:1.0"'
            f' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{soort}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        },
    )
