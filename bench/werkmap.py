"""Maakt een werkmap om mee te meten: één groep, veel vijfpuntsvragen, drie locaties. Gezaaid, dus steeds gelijk."""

import random
import shutil
import zipfile
from pathlib import Path

import yaml

LOCATIES = {"noord": "Noord", "oost": "Oost", "zuid": "Zuid"}
NORMEN = ("C1", "N1", "P1", "S1", "C2", "C3", "P3", "W6")
CODES = ("1", "2", "3", "4", "5", "")
GEWICHTEN = (4, 9, 20, 38, 26, 3)


def maak_werkmap(map_: Path, respondenten: int, vragen: int, jaren: int = 1) -> Path:
    """Schrijf een complete werkmap en geef het pad van het xlsx-bestand van 2024; elk jaar heeft hetzelfde bestand."""
    bron = map_ / "bronnen" / "2024" / "clienten.xlsx"
    if bron.exists():
        return bron
    bron.parent.mkdir(parents=True, exist_ok=True)
    (map_ / "vragenlijsten").mkdir(exist_ok=True)
    ids = [f"V{nummer:02d}" for nummer in range(1, vragen + 1)]
    _schrijf_yaml(map_ / "kwaliteit.yaml", _configuratie(respondenten, jaren))
    _schrijf_yaml(map_ / "vragenlijsten" / "meting.yaml", _vragenlijst(ids))
    _schrijf_xlsx(bron, ids, respondenten)
    for jaar in range(2024 - jaren + 1, 2024):
        ander = map_ / "bronnen" / str(jaar) / bron.name
        ander.parent.mkdir(exist_ok=True)
        shutil.copyfile(bron, ander)
    return bron


def _schrijf_yaml(pad: Path, inhoud: object) -> None:
    pad.write_text(yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _configuratie(respondenten: int, jaren: int) -> dict[str, object]:
    return {
        "organisatie": {"naam": "Meetorganisatie", "verzonnen": True},
        "locaties": {sleutel: {"naam": naam} for sleutel, naam in LOCATIES.items()},
        "jaren": {
            jaar: {
                "kader": "woonzorg-lggz-2024" if jaar == 2024 else "geen",
                "uitgenodigd": {"clienten": respondenten + 100},
                "populatie": {"clienten": respondenten + 200},
            }
            for jaar in range(2024 - jaren + 1, 2025)
        },
    }


def _vragenlijst(ids: list[str]) -> dict[str, object]:
    return {
        "vragenlijst": "meting",
        "versie": "1",
        "doelgroep": "clienten",
        "licentie": "CC0-1.0",
        "schalen": {
            "eens5": {
                "soort": "likert",
                "labels": {
                    1: "helemaal oneens",
                    2: "oneens",
                    3: "niet eens en niet oneens",
                    4: "eens",
                    5: "helemaal eens",
                },
                "gunstig": [4, 5],
            }
        },
        "vragen": [
            {
                "id": vraag,
                "tekst": f"Dit is stelling nummer {vraag}.",
                "schaal": "eens5",
                "norm": NORMEN[plaats % len(NORMEN)],
            }
            for plaats, vraag in enumerate(ids)
        ],
    }


def _schrijf_xlsx(pad: Path, ids: list[str], respondenten: int) -> None:
    """Een gewone xlsx met getallen en ingebedde tekst; zelf geschreven, want openpyxl doet hier minuten over."""
    kans = random.Random(42)
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as boek:
        for naam, inhoud in _VASTE_DELEN.items():
            boek.writestr(naam, inhoud)
        with boek.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as blad:
            blad.write(_KOP.encode())
            letters = [_letter(nummer) for nummer in range(len(ids) + 1)]
            blad.write(
                _rij(
                    1,
                    [
                        f'<c r="{letter}1" t="inlineStr"><is><t>{kop}</t></is></c>'
                        for letter, kop in zip(letters, [*ids, "locatie"], strict=True)
                    ],
                )
            )
            for nummer in range(2, respondenten + 2):
                codes = kans.choices(CODES, GEWICHTEN, k=len(ids))
                cellen = [
                    f'<c r="{letter}{nummer}"><v>{code}</v></c>'
                    for letter, code in zip(letters, codes, strict=False)
                    if code
                ]
                locatie = kans.choice(list(LOCATIES.values()))
                cellen.append(f'<c r="{letters[-1]}{nummer}" t="inlineStr"><is><t>{locatie}</t></is></c>')
                blad.write(_rij(nummer, cellen))
            blad.write(b"</sheetData></worksheet>")


def _rij(nummer: int, cellen: list[str]) -> bytes:
    return f'<row r="{nummer}">{"".join(cellen)}</row>'.encode()


def _letter(nummer: int) -> str:
    return (chr(64 + nummer // 26) if nummer >= 26 else "") + chr(65 + nummer % 26)


_NS = "http://schemas.openxmlformats.org"
_PAKKET = f"{_NS}/package/2006"
_RELATIE = f"{_NS}/officeDocument/2006/relationships"
_SOORT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_KOP = f'{_XML}<worksheet xmlns="{_NS}/spreadsheetml/2006/main"><sheetData>'
_VASTE_DELEN = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PAKKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SOORT}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SOORT}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_PAKKET}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_XML}<workbook xmlns="{_NS}/spreadsheetml/2006/main" xmlns:r="{_RELATIE}">'
        '<sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_XML}<Relationships xmlns="{_PAKKET}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
