"""Hoe het Word-bestand eruitziet: blad, stijlen, taal en eigenschappen, en het beetje XML dat python-docx niet kent."""

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Woorddocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.weergave.papier.zetwerk import maak_zetbaar
from kwaliteit.weergave.woorden import CONCEPT

BREEDTE = Cm(16.6)
HOOGTE = Cm(20)
BEELDBREEDTE, BEELDRAND = Cm(13.6), Cm(0.45)
NA_CITAAT = Pt(12)
VAST_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""Staat overal waar Word een tijd wil: zelfde verslag, zelfde bestand."""
_SCHREEFLOOS, _SCHREEF, _VAST = "Segoe UI", "Georgia", "Consolas"
_KOPMATEN = {1: 26, 2: 18, 3: 13.5, 4: 11.5, 5: 10.5, 6: 10.5}
_LIJSTDIEPTE = 3
_LANGSTE_EIGENSCHAP = 255
"""Langer mag een eigenschap van een Word-bestand niet zijn."""


def maak_document(verslag: Verslag, kleuren: dict[str, str]) -> Woorddocument:
    """Geef een leeg A4-document met stijlen, taal nl-NL, eigenschappen, kop- en voettekst."""
    document = Document()
    _maak_stijlen(document, kleuren)
    _zet_instellingen(document)
    _zet_blad(document, verslag)
    eigenschappen = document.core_properties
    eigenschappen.title = maak_zetbaar(verslag.titel)[:_LANGSTE_EIGENSCHAP]
    naam = maak_zetbaar(verslag.organisatie.naam)[:_LANGSTE_EIGENSCHAP]
    eigenschappen.author = eigenschappen.last_modified_by = naam
    eigenschappen.subject = maak_zetbaar(verslag.omschrijving)[:_LANGSTE_EIGENSCHAP]
    eigenschappen.language = "nl-NL"
    eigenschappen.comments = ""
    eigenschappen.created = eigenschappen.modified = VAST_MOMENT
    return document


def bewaar(document: Woorddocument) -> bytes:
    """Geef het bestand, met in de zip een vast moment in plaats van de klok."""
    los, vast = io.BytesIO(), io.BytesIO()
    document.save(los)
    moment = VAST_MOMENT.timetuple()[:6]
    with zipfile.ZipFile(los) as oud, zipfile.ZipFile(vast, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(zipfile.ZipInfo(naam, date_time=moment), oud.read(naam), zipfile.ZIP_DEFLATED)
    return vast.getvalue()


# ---- stijlen ----


def _maak_stijlen(document: Woorddocument, kleuren: dict[str, str]) -> None:
    inkt, stil, merk = kleuren["inkt"], kleuren["stil"], kleuren["merk"]
    _zet_letter(_stijl(document, "Normal"), _SCHREEFLOOS, 10.5, inkt)
    gewoon = _stijl(document, "Normal").paragraph_format
    gewoon.space_after, gewoon.line_spacing, gewoon.widow_control = Pt(7), 1.2, True
    for niveau, maat in _KOPMATEN.items():
        kop = _stijl(document, f"Heading {niveau}")
        _zet_letter(kop, _SCHREEF if niveau < 5 else _SCHREEFLOOS, maat, inkt if niveau < 5 else merk, vet=True)
        kop.font.italic = False
        vorm = kop.paragraph_format
        vorm.space_before, vorm.space_after, vorm.keep_with_next = Pt(6 + maat * 0.7), Pt(5), True
        vorm.line_spacing = 1.1
    _zet_rand(_stijl(document, "Heading 2"), "top", merk, dikte=16, afstand=6)
    _zet_letter(_eigen(document, "Inleiding"), _SCHREEFLOOS, 12.5, inkt)
    _zet_letter(_eigen(document, "Klein"), _SCHREEFLOOS, 9, stil)
    let_op = _eigen(document, "Let op")
    let_op.element.get_or_add_pPr().append(_maak("w:shd", val="clear", color="auto", fill=_zes(kleuren["oker-z"])))
    let_op.paragraph_format.left_indent = Cm(0.35)
    _zet_rand(let_op, "left", kleuren["oker"], dikte=24, afstand=8)
    for soort in ("List Bullet", "List Number", "List Continue"):
        for diepte in range(_LIJSTDIEPTE):
            lijst = _stijl(document, lijststijl(soort, diepte))
            lijst.paragraph_format.space_after = Pt(4)
            for knellend in lijst.element.findall(".//" + qn("w:contextualSpacing")):
                knellend.getparent().remove(knellend)
    code = _eigen(document, "Code")
    _zet_letter(code, _VAST, 9.5, inkt)
    bijschrift = _stijl(document, "Caption")
    _zet_letter(bijschrift, _SCHREEFLOOS, 9, inkt, vet=True)
    bijschrift.paragraph_format.keep_with_next = True
    bijschrift.paragraph_format.space_before = Pt(10)
    citaat = _stijl(document, "Quote")
    _zet_letter(citaat, _SCHREEFLOOS, 10.5, inkt)
    citaat.font.italic = False
    citaat.paragraph_format.left_indent = Cm(0.5)
    _zet_rand(citaat, "left", kleuren["l2"], dikte=24, afstand=10)
    cel = _eigen(document, "Tabeltekst")
    _zet_letter(cel, _SCHREEFLOOS, 9, inkt)
    cel.paragraph_format.space_after, cel.paragraph_format.line_spacing = Pt(2), 1.05
    _zet_rand(_eigen(document, "Streep"), "bottom", kleuren["lijn"], dikte=4, afstand=1)
    inhoud = _eigen(document, "TOC 2")
    inhoud.paragraph_format.tab_stops.add_tab_stop(BREEDTE, WD_TAB_ALIGNMENT.RIGHT)
    inhoud.paragraph_format.space_after = Pt(3)
    for naam in ("Header", "Footer"):
        rand = _stijl(document, naam)
        _zet_letter(rand, _SCHREEFLOOS, 8.5, stil)
        tabs = rand.paragraph_format.tab_stops
        tabs.clear_all()
        tabs.add_tab_stop(BREEDTE, WD_TAB_ALIGNMENT.RIGHT)


def _stijl(document: Woorddocument, naam: str) -> ParagraphStyle:
    stijl = document.styles[naam]
    if not isinstance(stijl, ParagraphStyle):
        raise TypeError(naam)
    return stijl


def _eigen(document: Woorddocument, naam: str) -> ParagraphStyle:
    """Maak een eigen alineastijl die op de gewone lijkt."""
    document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
    stijl = _stijl(document, naam)
    stijl.base_style = _stijl(document, "Normal")
    return stijl


def _zet_letter(stijl: ParagraphStyle, letter: str, maat: float, kleur: str, *, vet: bool = False) -> None:
    """Zet lettersoort, maat en kleur; de letter van het thema mag niet winnen."""
    stijl.font.name, stijl.font.size, stijl.font.bold = letter, Pt(maat), vet
    stijl.font.color.rgb = RGBColor.from_string(_zes(kleur))
    letters = stijl.element.get_or_add_rPr().find(qn("w:rFonts"))
    for soort in ("ascii", "hAnsi", "cs", "eastAsia"):
        letters.attrib.pop(qn(f"w:{soort}Theme"), None)
        letters.set(qn(f"w:{soort}"), letter)


def _zet_rand(stijl: ParagraphStyle, kant: str, kleur: str, *, dikte: int, afstand: int) -> None:
    randen = _maak("w:pBdr")
    randen.append(_maak(f"w:{kant}", val="single", sz=str(dikte), space=str(afstand), color=_zes(kleur)))
    alinea = stijl.element.get_or_add_pPr()
    oud = alinea.find(qn("w:pBdr"))
    if oud is not None:
        alinea.remove(oud)
    schaduw = alinea.find(qn("w:shd"))
    if schaduw is None:
        alinea.insert_element_before(randen, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
    else:
        schaduw.addprevious(randen)


# ---- blad, taal, voet ----


def _zet_instellingen(document: Woorddocument) -> None:
    """Taal, de gewone weergave van nu (geen compatibiliteitsmodus), en geen plaatje van het lege sjabloon."""
    standaard = document.styles.element.find(".//" + qn("w:rPrDefault")).find(qn("w:rPr"))
    for oud in standaard.findall(qn("w:lang")):
        standaard.remove(oud)
    standaard.append(_maak("w:lang", val="nl-NL", eastAsia="nl-NL", bidi="ar-SA"))
    instellingen = document.settings.element
    for taal in instellingen.findall(qn("w:themeFontLang")):
        taal.set(qn("w:val"), "nl-NL")
    compat = instellingen.find(qn("w:compat"))
    if compat is None:
        compat = _maak("w:compat")
        instellingen.append(compat)
    compat.append(
        _maak("w:compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    )
    pakket = document.part.package
    for sleutel, relatie in list(pakket.rels.items()):
        if relatie.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del pakket.rels[sleutel]


def _zet_blad(document: Woorddocument, verslag: Verslag) -> None:
    blad = document.sections[0]
    blad.page_width, blad.page_height = Cm(21), Cm(29.7)
    blad.left_margin = blad.right_margin = Cm(2.2)
    blad.top_margin, blad.bottom_margin = Cm(2.5), Cm(2.3)
    kop = blad.header.paragraphs[0]
    kop.text = maak_zetbaar(f"{verslag.organisatie.naam}\t{verslag.titel}")
    voet = blad.footer.paragraphs[0]
    voet.add_run((CONCEPT if verslag.concept else "") + "\tPagina ")
    zet_veld(voet, "PAGE", "1")
    voet.add_run(" van ")
    zet_veld(voet, "NUMPAGES", "1")


# ---- stukjes XML ----


def _maak(naam: str, **waarden: str) -> BaseOxmlElement:
    element = OxmlElement(naam)
    for sleutel, waarde in waarden.items():
        element.set(qn(f"w:{sleutel}"), waarde)
    return element


def _zes(kleur: str) -> str:
    """Een kleur als "#fff" of "#ffffff" in de zes tekens van Word."""
    tekens = kleur.removeprefix("#")
    return ("".join(teken * 2 for teken in tekens) if len(tekens) == 3 else tekens).upper()


def zet_veld(alinea: Paragraph, opdracht: str, nu: str) -> None:
    """Zet een veld dat Word zelf bijhoudt; `nu` staat er tot dat gebeurt."""
    _begin_veld(alinea, opdracht)
    alinea.add_run(nu)
    _sluit_veld(alinea)


def begin_inhoud(alinea: Paragraph) -> None:
    """Open het veld van de inhoudsopgave: Word vult de paginanummers in bij "Veld bijwerken"."""
    _begin_veld(alinea, 'TOC \\o "2-2" \\h \\z')


def sluit_inhoud(alinea: Paragraph) -> None:
    """Sluit het veld van de inhoudsopgave."""
    _sluit_veld(alinea)


def _begin_veld(alinea: Paragraph, opdracht: str) -> None:
    alinea.add_run()._r.append(_maak("w:fldChar", fldCharType="begin"))
    tekst = _maak("w:instrText")
    tekst.set(qn("xml:space"), "preserve")
    tekst.text = f" {opdracht} "
    alinea.add_run()._r.append(tekst)
    alinea.add_run()._r.append(_maak("w:fldChar", fldCharType="separate"))


def _sluit_veld(alinea: Paragraph) -> None:
    alinea.add_run()._r.append(_maak("w:fldChar", fldCharType="end"))


def zet_link(alinea: Paragraph, *, anker: str = "", adres: str = "") -> BaseOxmlElement:
    """Maak een link in de alinea: naar een bladwijzer, of naar een adres; runs erin worden de tekst."""
    link = _maak("w:hyperlink", history="1")
    if anker:
        link.set(qn("w:anchor"), anker)
    else:
        link.set(qn("r:id"), alinea.part.relate_to(adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    alinea._p.append(link)
    return link


def zet_bladwijzer(alinea: Paragraph, naam: str, nummer: int) -> None:
    """Maak de hele alinea een bladwijzer, zodat een link hier uitkomt."""
    begin = _maak("w:bookmarkStart", id=str(nummer), name=naam)
    eigenschappen = alinea._p.pPr
    if eigenschappen is None:
        alinea._p.insert(0, begin)
    else:
        eigenschappen.addnext(begin)
    alinea._p.append(_maak("w:bookmarkEnd", id=str(nummer)))


def zet_tabelvorm(tabel: Table, breedtes: tuple[int, ...], kleuren: dict[str, str], beschrijving: str) -> None:
    """Geef een tabel haar lijnen, kolombreedtes, herhaalde kopregel en beschrijving; een rij breekt niet af."""
    tabel.alignment, tabel.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    eigen = tabel._tbl.tblPr
    randen = _maak("w:tblBorders")
    for kant, kleur in (("bottom", "lijn"), ("insideH", "lijn")):
        randen.append(_maak(f"w:{kant}", val="single", sz="4", space="0", color=_zes(kleuren[kleur])))
    for oud in eigen.findall(qn("w:tblLook")):
        eigen.remove(oud)
    eigen.append(randen)
    eigen.append(
        _maak(
            "w:tblLook",
            val="00A0",
            firstRow="1",
            firstColumn="1",
            lastRow="0",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
    )
    eigen.append(_maak("w:tblDescription", val=beschrijving))
    maten = [Emu(BREEDTE * breedte // sum(breedtes)) for breedte in breedtes]
    for kolom, maat in zip(tabel._tbl.tblGrid.gridCol_lst, maten, strict=True):
        kolom.w = maat
    for rang, rij in enumerate(tabel._tbl.tr_lst):
        eigenschappen = rij.get_or_add_trPr()
        eigenschappen.append(_maak("w:cantSplit"))
        if rang == 0:
            eigenschappen.append(_maak("w:tblHeader"))
        for cel, maat in zip(rij.tc_lst, maten, strict=True):
            cel.width = maat
            if rang == 0:
                lijn = _maak("w:tcBorders")
                lijn.append(_maak("w:bottom", val="single", sz="12", space="0", color=_zes(kleuren["merk"])))
                cel.get_or_add_tcPr().append(lijn)


def zet_beeld(vorm: InlineShape, alt: str, naam: str) -> None:
    """Geef een beeld zijn alternatieve tekst en naam; een hoog beeld krimpt tot het op een blad past."""
    eigenschappen = vorm._inline.docPr
    eigenschappen.set("descr", alt)
    eigenschappen.set("name", naam)
    for kant in ("distT", "distB", "distL", "distR"):
        vorm._inline.set(kant, "0")
    if vorm.height > HOOGTE:
        vorm.width, vorm.height = Emu(vorm.width * HOOGTE // vorm.height), HOOGTE


def lijn_rechts_uit(alinea: Paragraph) -> None:
    """Zet de tekst rechts, zoals getallen horen te staan."""
    alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def lees_kleur(kleur: str) -> RGBColor:
    """Een kleur als "#0a4a57" zoals Word die wil."""
    return RGBColor.from_string(_zes(kleur))


def maak_nummering(document: Woorddocument, begin: int, diepte: int) -> int:
    """Begin een nieuwe genummerde lijst bij `begin`; geeft het nummer waarmee alinea's erbij horen."""
    nummering = document.part.numbering_part.element
    stijl = _stijl(document, lijststijl("List Number", diepte)).element
    bron = stijl.pPr.numPr.numId.val
    soort = next(num.abstractNumId.val for num in nummering.num_lst if num.numId == bron)
    nieuw = nummering.add_num(soort)
    nieuw.add_lvlOverride(ilvl=0).add_startOverride(begin)
    return int(nieuw.numId)


def zet_nummering(alinea: Paragraph, nummer: int) -> None:
    """Laat de alinea bij deze genummerde lijst horen."""
    eigenschappen = alinea._p.get_or_add_pPr().get_or_add_numPr()
    eigenschappen.get_or_add_ilvl().val = 0
    eigenschappen.get_or_add_numId().val = nummer


def lijststijl(soort: str, diepte: int) -> str:
    """De naam van de lijststijl op deze diepte (0 = buitenste)."""
    laag = min(diepte, _LIJSTDIEPTE - 1)
    return f"{soort} {laag + 1}" if laag else soort
