"""Het Word-bestand: echte koppen, lijsten, tabellen en alternatieve teksten, en dezelfde woorden als elders."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kwaliteit.begrippen.fout import GebruikFout
from kwaliteit.begrippen.verslag import Alinea, Mensentekst, Sectie, Uitgave, Verslag
from kwaliteit.begrippen.vormgeving import Vormgeving, Vormkeuze
from kwaliteit.weergave.papier import word
from kwaliteit.weergave.papier.zetwerk import maak_zetbaar, schrijf_regel
from kwaliteit.weergave.plat.delen import Aanhaling, Beeld, Codeblok, Kop, Lijst, Platdeel, Plattabel, Tekst, loop_door
from kwaliteit.weergave.plat.maken import maak_plat
from tests.voorbeeldverslag import maak_voorbeeldverslag

docx = pytest.importorskip("docx", reason="python-docx staat niet op deze machine")

VOLLEDIG = os.environ.get("KWALITEIT_VOLLEDIG") == "1"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


@pytest.fixture(scope="module")
def delen() -> tuple[Platdeel, ...]:
    return tuple(loop_door(maak_plat(maak_voorbeeldverslag())))


@pytest.fixture(scope="module")
def bestand() -> bytes:
    return word.maak_docx(maak_voorbeeldverslag()).inhoud


@pytest.fixture(scope="module")
def lijf(bestand: bytes) -> ElementTree.Element:
    return lees_lijf(bestand)


def lees_lijf(bestand: bytes) -> ElementTree.Element:
    """De tekst van het document als XML: een bestand dat geen geldige XML is, komt hier niet doorheen."""
    with zipfile.ZipFile(io.BytesIO(bestand)) as zip_:
        assert zip_.testzip() is None
        for naam in zip_.namelist():
            if naam.endswith((".xml", ".rels")):
                ElementTree.fromstring(zip_.read(naam))
        return ElementTree.fromstring(zip_.read("word/document.xml"))


def lees_tekst(element: ElementTree.Element) -> str:
    return "".join(stuk.text or "" for stuk in element.iter(f"{W}t"))


def lees_alineas(element: ElementTree.Element) -> list[tuple[str, str]]:
    """Stijl en tekst van elke alinea met tekst, ook in tabellen, zonder de inhoudsopgave."""
    alineas = []
    for alinea in element.iter(f"{W}p"):
        stijl = alinea.find(f"{W}pPr/{W}pStyle")
        naam = "" if stijl is None else stijl.get(f"{W}val", "")
        if (tekst := lees_tekst(alinea)) and not naam.startswith("TOC"):
            alineas.append((naam, tekst))
    return alineas


def verwachte_teksten(delen: Sequence[Platdeel]) -> list[str]:
    """Elke alinea zoals die er moet staan, in leesvolgorde."""
    teksten: list[str] = []
    for deel in maak_rij(delen):
        match deel:
            case Kop() | Tekst():
                teksten.append(schrijf_regel(deel.regel))
            case Plattabel():
                teksten += [deel.bijschrift, *deel.koppen]
                teksten += [schrijf_regel(cel.regel) for rij in deel.rijen for cel in rij]
            case Codeblok():
                teksten.append(deel.tekst.rstrip("\n"))
            case str():
                teksten.append(deel)
    return [tekst for tekst in teksten if tekst]


def maak_rij(delen: Sequence[Platdeel]) -> list[Platdeel | str]:
    """De delen op een rij, met achter elke aanhaling van wie zij is."""
    rij: list[Platdeel | str] = []
    for deel in delen:
        if isinstance(deel, Aanhaling):
            rij += [*maak_rij(deel.delen), *([f"— {deel.bron}"] if deel.bron else [])]
        elif isinstance(deel, Lijst):
            rij += [onder for punt in deel.punten for onder in maak_rij(punt)]
        else:
            rij.append(deel)
    return rij


def maak_klein(*blokken: Alinea | Mensentekst) -> Verslag:
    sectie = Sectie(titel="Kort", anker="kort", blokken=blokken, in_inhoud=True)
    return replace(maak_voorbeeldverslag(), secties=(sectie,))


def test_koppen_zijn_echte_koppen_in_volgorde(bestand: bytes, delen: tuple[Platdeel, ...]) -> None:
    verwacht = [(f"Heading {deel.niveau}", schrijf_regel(deel.regel)) for deel in delen if isinstance(deel, Kop)]
    alineas = docx.Document(io.BytesIO(bestand)).paragraphs
    assert [(een.style.name, een.text) for een in alineas if een.style.name.startswith("Heading")] == verwacht
    assert len(verwacht) > 20


def test_alle_tekst_staat_er_in_leesvolgorde_en_niets_meer(lijf: ElementTree.Element) -> None:
    gevonden = [tekst for _, tekst in lees_alineas(lijf)]
    assert gevonden.pop(gevonden.index("Inhoud")) == "Inhoud"
    assert gevonden == verwachte_teksten(maak_plat(maak_voorbeeldverslag()))
    assert len(gevonden) > 300


def test_elk_beeld_heeft_zijn_alternatieve_tekst_en_eigen_nummer(
    lijf: ElementTree.Element, delen: tuple[Platdeel, ...]
) -> None:
    eigen = [element for element in lijf.iter() if element.tag.endswith("}docPr")]
    assert [element.get("descr") for element in eigen] == [deel.alt for deel in delen if isinstance(deel, Beeld)]
    assert len({element.get("id") for element in eigen}) == len(eigen) > 5


def test_elke_tabel_herhaalt_haar_kopregel_en_heeft_een_beschrijving(
    lijf: ElementTree.Element, delen: tuple[Platdeel, ...]
) -> None:
    verwacht = [deel for deel in delen if isinstance(deel, Plattabel)]
    tabellen = list(lijf.iter(f"{W}tbl"))
    assert len(tabellen) == len(verwacht) > 5
    for tabel, plat in zip(tabellen, verwacht, strict=True):
        rijen = tabel.findall(f"{W}tr")
        assert len(rijen) == 1 + len(plat.rijen)
        assert [rij.find(f"{W}trPr/{W}tblHeader") is not None for rij in rijen] == [True] + [False] * len(plat.rijen)
        assert all(rij.find(f"{W}trPr/{W}cantSplit") is not None for rij in rijen)
        beschrijving = tabel.find(f"{W}tblPr/{W}tblDescription")
        assert beschrijving is not None
        assert beschrijving.get(f"{W}val") == plat.bijschrift


def test_elke_link_in_het_bestand_komt_ergens_uit(lijf: ElementTree.Element) -> None:
    bladwijzers = [element.get(f"{W}name") for element in lijf.iter(f"{W}bookmarkStart")]
    links = [element.get(f"{W}anchor") for element in lijf.iter(f"{W}hyperlink")]
    assert len(set(bladwijzers)) == len(bladwijzers)
    assert {link for link in links if link} <= set(bladwijzers)
    assert len([link for link in links if link]) > 10


def test_taal_titel_maker_en_vaste_tijden(bestand: bytes) -> None:
    verslag = maak_voorbeeldverslag()
    eigen = docx.Document(io.BytesIO(bestand)).core_properties
    assert (eigen.title, eigen.author, eigen.language) == (verslag.titel, verslag.organisatie.naam, "nl-NL")
    assert eigen.created == eigen.modified
    with zipfile.ZipFile(io.BytesIO(bestand)) as zip_:
        assert {deel.date_time for deel in zip_.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        stijlen = zip_.read("word/styles.xml").decode()
        assert not any("thumbnail" in naam for naam in zip_.namelist())
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', stijlen)) == {"nl-NL"}


def test_de_voet_heeft_paginanummers_en_zegt_concept(bestand: bytes) -> None:
    for concept, inhoud in ((True, bestand), (False, word.maak_docx(replace(maak_klein(), concept=False)).inhoud)):
        voet = docx.Document(io.BytesIO(inhoud)).sections[0].footer._element
        xml = ElementTree.fromstring(docx.oxml.xmlchemy.serialize_for_reading(voet))
        velden = [(element.text or "").strip() for element in xml.iter(f"{W}instrText")]
        assert velden == ["PAGE", "NUMPAGES"]
        assert ("Concept" in lees_tekst(xml)) is concept


def test_twee_keer_maken_geeft_hetzelfde_bestand() -> None:
    assert word.maak_docx(maak_klein()) == word.maak_docx(maak_klein())


def test_rare_tekens_maken_het_bestand_niet_stuk() -> None:
    raar = "a\x07b\x00c\x1b <script>alert('1 & 2')</script> \U0001f600 ]]> \ufffe einde"
    verslag = replace(maak_klein(Alinea(delen=(raar,))), titel="Titel\x01 <b>", omschrijving="x\x02" * 300)
    teksten = [tekst for _, tekst in lees_alineas(lees_lijf(word.maak_docx(verslag).inhoud))]
    assert teksten == verwachte_teksten(maak_plat(verslag))
    assert "Titel <b>" in teksten
    (vreemde,) = [tekst for tekst in teksten if "einde" in tekst]
    assert "<script>alert('1 & 2')</script> \U0001f600 ]]>" in vreemde
    assert maak_zetbaar(vreemde) == vreemde


def test_opmaak_van_mensen_wordt_opmaak_en_nummers_beginnen_waar_ze_horen() -> None:
    bron = (
        "**vet** *schuin* ~~weg~~ `code` [site](https://voorbeeld.nl)\n\n3. drie\n4. vier\n\n   - diep\n\ntussen\n\n"
        "1. een\n\n> citaat\n\n```\nregel 1\nregel 2\n```\n\n---\n"
    )
    inhoud = word.maak_docx(maak_klein(Mensentekst(delen=(bron,)))).inhoud
    document = docx.Document(io.BytesIO(inhoud))
    runs = {run.text: run for alinea in document.paragraphs for run in alinea.runs}
    assert (runs["vet"].bold, runs["schuin"].italic, runs["weg"].font.strike) == (True, True, True)
    stijlen = {alinea.text: alinea.style.name for alinea in document.paragraphs if alinea.text}
    assert (stijlen["drie"], stijlen["diep"], stijlen["citaat"]) == ("List Number", "List Bullet 2", "Quote")
    nummers = [
        alinea._p.pPr.numPr.numId.val for alinea in document.paragraphs if alinea.text in ("drie", "vier", "een")
    ]
    assert nummers[0] == nummers[1] != nummers[2]
    alle = document.part.numbering_part.element.num_lst
    begin = {num.numId: num.lvlOverride_lst[0].startOverride.val for num in alle if num.numId in nummers}
    assert [begin[nummer] for nummer in nummers] == [3, 3, 1]
    assert "https://voorbeeld.nl" in {relatie._target for relatie in document.part.rels.values() if relatie.is_external}


def test_uitgave_en_adres_doen_mee() -> None:
    vorm = Vormgeving(keuze=Vormkeuze(basis_url="https://voorbeeld.nl/2024"))
    gemaakt = word.maak_docx(replace(maak_klein(), uitgave=Uitgave.KORT), vorm)
    assert gemaakt.pad == "kort.docx"
    doelen = {
        relatie._target
        for relatie in docx.Document(io.BytesIO(gemaakt.inhoud)).part.rels.values()
        if relatie.is_external
    }
    assert "https://voorbeeld.nl/2024/indicatoren.html" in doelen


def test_zonder_het_pakket_staat_er_hoe_het_te_installeren(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "kwaliteit.weergave.papier.wordvorm", raising=False)
    monkeypatch.delattr("kwaliteit.weergave.papier.wordvorm", raising=False)
    with pytest.raises(GebruikFout) as gevangen:
        word.maak_docx(maak_klein())
    (gebrek,) = gevangen.value.gebreken
    assert '.venv/bin/python -m pip install ".[docx]"' in gebrek.doe_dit


def sla_over(reden: str) -> None:
    if VOLLEDIG:
        pytest.fail(f"{reden}, maar KWALITEIT_VOLLEDIG=1")
    pytest.skip(reden)


@pytest.mark.traag
def test_libreoffice_leest_koppen_tabellen_en_alternatieve_teksten(
    bestand: bytes, delen: tuple[Platdeel, ...], tmp_path: Path
) -> None:
    if shutil.which("soffice") is None:
        sla_over("LibreOffice (soffice) staat niet op deze machine")
    (tmp_path / "verslag.docx").write_bytes(bestand)
    opdracht = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless", "--convert-to", "odt"]
    subprocess.run([*opdracht, "verslag.docx"], cwd=tmp_path, check=False, capture_output=True, timeout=120)
    if not (tmp_path / "verslag.odt").exists():
        sla_over("LibreOffice Writer (libreoffice-writer-nogui) staat niet op deze machine")
    with zipfile.ZipFile(tmp_path / "verslag.odt") as zip_:
        lijf = ElementTree.fromstring(zip_.read("content.xml"))
    tekst, tabel, svg = ODF % "text", ODF % "table", ODF % "svg-compatible"
    koppen = [
        (int(kop.get(f"{tekst}outline-level", "0")), "".join(kop.itertext()).strip()) for kop in lijf.iter(f"{tekst}h")
    ]
    assert koppen == [(deel.niveau, schrijf_regel(deel.regel)) for deel in delen if isinstance(deel, Kop)]
    kopregels = [
        ["".join(cel.itertext()) for cel in kop.iter(f"{tabel}table-cell")]
        for kop in lijf.iter(f"{tabel}table-header-rows")
    ]
    assert kopregels == [list(deel.koppen) for deel in delen if isinstance(deel, Plattabel)]
    alts = ["".join(element.itertext()) for element in lijf.iter(f"{svg}desc")]
    assert alts == [deel.alt for deel in delen if isinstance(deel, Beeld)]
