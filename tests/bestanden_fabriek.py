"""Maakt bestanden, heel en kapot, voor de toetsen van de kamer `bestanden`."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Cel, Onleesbaar, Ruwblad

ECHT = Path(__file__).resolve().parents[1].parent / "shared" / "echte-bestanden"
TABEL: Sequence[Sequence[object]] = [("nr", "CL01", "CL02"), (1, 4, 5), (2, 3, "eens")]
REKENBLAD = "een rekenblad (xlsx, ods of xls) of een tekstbestand met kolommen (csv of tsv)"
OPNIEUW = "Exporteer of kopieer het bestand opnieuw. Opent het nog in Excel? Sla het dan op als nieuwe xlsx."
AFGEKAPT = ("Het bestand is afgekapt of beschadigd.", REKENBLAD, OPNIEUW)
LEEG = ("Het bestand is leeg.", REKENBLAD, "Exporteer de antwoorden opnieuw en vervang dit bestand.")
ZOALS_EXCEL = "een rekenblad zoals Excel of LibreOffice het maakt"
VERTROUWT = "Vertrouwt u het bestand? Open het dan in Excel en sla het op als nieuwe xlsx."
ALS_XLSX = "Exporteer de antwoorden als xlsx of csv."
BLAD = "xl/worksheets/sheet1.xml"

zonder_echt = pytest.mark.skipif(not ECHT.is_dir(), reason="de map shared/echte-bestanden staat niet naast het project")


def weiger(inhoud: bytes) -> tuple[str, str, str]:
    """Open een bestand dat niet te lezen is en geef de melding."""
    with pytest.raises(Onleesbaar) as fout:
        open_ruw(inhoud)
    reden = fout.value.weigering
    return reden.wat, reden.verwacht, reden.doe_dit


def weiger_onveilig(inhoud: bytes) -> str:
    """Geef wat er aan een onveilig bestand schort; de rest van de melding is altijd gelijk."""
    with pytest.raises(Onleesbaar) as fout:
        open_ruw(inhoud)
    reden = fout.value.weigering
    assert (reden.verwacht, reden.doe_dit, reden.onveilig) == (ZOALS_EXCEL, VERTROUWT, True)
    return reden.wat


def lees_blad(inhoud: bytes) -> Ruwblad:
    """Geef het enige zichtbare blad."""
    (blad,) = open_ruw(inhoud).bladen
    return blad


def lees_cellen(inhoud: bytes) -> list[tuple[Cel, ...]]:
    """Geef alle rijen van het enige zichtbare blad."""
    blad = lees_blad(inhoud)
    return [blad.rij(nummer) for nummer in range(blad.aantal_rijen)]


def maak_xlsx(rijen: Sequence[Sequence[object]] = TABEL) -> bytes:
    """Een werkmap met één blad."""
    boek = openpyxl.Workbook()
    assert boek.active is not None
    boek.active.title = "Blad1"
    for rij in rijen:
        boek.active.append(list(rij))
    return bewaar(boek)


def bewaar(boek: openpyxl.Workbook) -> bytes:
    """De bytes van een werkmap."""
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def pak_uit(inhoud: bytes) -> dict[str, bytes]:
    """De delen van een zip."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def pak_in(delen: dict[str, bytes]) -> bytes:
    """Een zip met deze delen."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, deel in delen.items():
            zip_.writestr(naam, deel)
    return uit.getvalue()


def verander(deel: str, hoe: Callable[[bytes], bytes], inhoud: bytes | None = None) -> bytes:
    """Een xlsx waarin één deel anders is; de verandering moet iets doen."""
    delen = pak_uit(inhoud or maak_xlsx())
    nieuw = hoe(delen[deel])
    assert nieuw != delen[deel]
    return pak_in({**delen, deel: nieuw})


def maak_ods(rijen: str, *, mimetype: bool = True, dtd: str = "") -> bytes:
    """Een ods met deze rijen in XML."""
    soort = "application/vnd.oasis.opendocument.spreadsheet"
    naam = "urn:oasis:names:tc:opendocument:xmlns"
    inhoud = (
        f'<?xml version="1.0" encoding="UTF-8"?>{dtd}<office:document-content xmlns:office="{naam}:office:1.0" '
        f'xmlns:table="{naam}:table:1.0" xmlns:text="{naam}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Blad1">{rijen}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{soort}"/></m:manifest>'
    )
    delen = {"mimetype": soort.encode()} if mimetype else {}
    return pak_in({**delen, "META-INF/manifest.xml": manifest.encode(), "content.xml": inhoud.encode()})


def ods_rij(*cellen: str, herhaald: int = 1, kenmerk: str = "") -> str:
    """Een rij met tekstcellen in XML."""
    maal = f' table:number-rows-repeated="{herhaald}"' if herhaald > 1 else ""
    tekst = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cel}</text:p></table:table-cell>' for cel in cellen
    )
    return f"<table:table-row{maal}{kenmerk}>{tekst}</table:table-row>"
