"""`overzicht.xlsx`: bevindingen, indicatoren en respons op bladen, voor mensen met Excel."""

import io
import re
import zipfile
from collections.abc import Sequence

from kwaliteit.begrippen.tabel import Tabel
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.uitvoer.csvtekst import zonder_formule

_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_BREEDTE = 22


def maak_overzicht(tabellen: Sequence[Tabel]) -> Uitvoerbestand:
    """Zet elke tabel op een eigen blad, met vaste kop en filter. Zelfde tabellen, zelfde bytes."""
    import openpyxl  # noqa: PLC0415  pas hier: de import kost meer dan de rest van deze kamer
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    def maak_cel(cel: object) -> object:
        return zonder_formule(ILLEGAL_CHARACTERS_RE.sub("", cel)) if isinstance(cel, str) else cel

    boek = openpyxl.Workbook(write_only=True)
    boek.properties.creator = "kwaliteit"
    for tabel in tabellen:
        blad = boek.create_sheet(tabel.vorm.naam)
        blad.freeze_panes = "A2"
        for nummer in range(1, len(tabel.vorm.kolommen) + 1):
            blad.column_dimensions[get_column_letter(nummer)].width = _BREEDTE
        blad.append([kolom.naam for kolom in tabel.vorm.kolommen])
        kolommen = [tabel.frame[kolom.naam].astype(object) for kolom in tabel.vorm.kolommen]
        for rij in zip(*(kolom.where(kolom.notna(), None).tolist() for kolom in kolommen), strict=True):
            blad.append([maak_cel(cel) for cel in rij])
        blad.auto_filter.ref = f"A1:{get_column_letter(len(tabel.vorm.kolommen))}{len(tabel.frame) + 1}"
    stroom = io.BytesIO()
    boek.save(stroom)
    return Uitvoerbestand(pad="overzicht.xlsx", inhoud=zonder_klok(stroom.getvalue()))


def zonder_klok(xlsx: bytes) -> bytes:
    """Pak opnieuw in met een vast moment: openpyxl schrijft de klok in de zip en in de eigenschappen."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            inhoud = oud.read(naam)
            if naam == "docProps/core.xml":
                inhoud = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", inhoud)
            nieuw.writestr(zipfile.ZipInfo(naam, date_time=(2000, 1, 1, 0, 0, 0)), inhoud, zipfile.ZIP_DEFLATED)
    return uit.getvalue()
