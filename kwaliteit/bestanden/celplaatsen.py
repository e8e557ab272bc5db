"""Waar staan fouten, formules zonder uitkomst, verborgen rijen en kolommen? De lezer maakt ze lege of gewone cellen."""

import io
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from kwaliteit.bestanden.celnaam import kolomplaats
from kwaliteit.bestanden.ruw import AFGEKAPT, MEESTE_KOLOMMEN, MEESTE_RIJEN, Onleesbaar
from kwaliteit.bestanden.zipgrens import Zip

RIJNUMMER = re.compile(rb"\br=[\"'](\d{1,7})[\"']")
CELNAAM = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
KOLOMRAND = re.compile(rb"\b(min|max)=[\"'](\d{1,7})[\"']")
RIJ = re.compile(rb"<(?:\w+:)?row[\s>/]")
CEL = re.compile(rb"<(?:\w+:)?c[\s>/]")
TAG = re.compile(rb"<(?:\w+:)?(\w+)[\s>/]")
CELEINDE = re.compile(rb"</(?:\w+:)?c>")
UITKOMST = re.compile(rb"<(?:\w+:)?v>[^<]")
HERHALING = re.compile(r"[0-9]{1,7}")
TEKSTCEL = re.compile(rb"\bt=[\"'](?:str|inlineStr)[\"']")
MERKEN = {
    "fout": (b't="e"', b"t='e'"),
    "verborgen": (b'hidden="1"', b'hidden="true"', b"hidden='1'", b"hidden='true'"),
    "formule": (b"<f>", b"<f ", b":f>", b":f "),
}
XMLFOUTEN = (ElementTree.ParseError, ValueError, LookupError)
"""De laatste twee geeft de ontleder bij een onbekende tekencodering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Celplaatsen:
    """Plaatsen op één blad, vanaf 0: cellen als (rij, kolom), rijen en kolommen.

    `samengevoegd` (zoals bij `Ruwblad`) is er alleen bij ods; in xlsx vindt de lezer die zelf.
    """

    foutcellen: frozenset[tuple[int, int]] = frozenset()
    verborgen_rijen: frozenset[int] = frozenset()
    verborgen_kolommen: frozenset[int] = frozenset()
    samengevoegd: tuple[tuple[int, int, int, int], ...] = ()


def zoek_in_xlsx(zip_: Zip) -> dict[str, Celplaatsen]:
    """Geef de plaatsen per bladnaam; een blad zonder kenmerken staat er niet in."""
    delen = {deel for deel, kenmerk in zip_.kenmerken if kenmerk in MERKEN}
    return {naam: _zoek_in_blad(zip_, deel) for naam, deel in _bladdelen(zip_).items() if deel in delen}


def _bladdelen(zip_: Zip) -> dict[str, str]:
    werkboek = next(iter(_verwijzingen(zip_, "_rels/.rels", "", "/officeDocument").values()), "xl/workbook.xml")
    map_, bestand = posixpath.split(werkboek)
    doelen = _verwijzingen(zip_, f"{map_}/_rels/{bestand}.rels", map_, "/worksheet")
    bladen = {}
    for element in _ontleed(zip_.lees(werkboek)).iter():
        if element.tag.endswith("}sheet"):
            verwijzing = next((waarde for naam, waarde in element.items() if naam.endswith("}id")), "")
            bladen[element.get("name", "")] = doelen.get(verwijzing, "")
    return bladen


def _verwijzingen(zip_: Zip, deel: str, map_: str, soort: str) -> dict[str, str]:
    doelen = {}
    for element in _ontleed(zip_.lees(deel)):
        if element.get("Type", "").endswith(soort):
            doel = element.get("Target", "").replace("\\", "/")
            pad = doel[1:] if doel.startswith("/") else posixpath.normpath(posixpath.join(map_, doel))
            doelen[element.get("Id", "")] = pad
    return doelen


def _ontleed(xml: bytes) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(xml)  # noqa: S314 - zipgrens weigerde al elke DTD
    except XMLFOUTEN:
        raise Onleesbaar(AFGEKAPT) from None


def _zoek_in_blad(zip_: Zip, deel: str) -> Celplaatsen:
    xml = zip_.lees(deel)
    fouten = {_celplaats(xml, begin) for soort, begin in _tags_met(xml, "fout") if soort == b"c"}
    verborgen: set[int] = set()
    reeksen: list[tuple[int, int]] = []
    for soort, begin in _tags_met(xml, "verborgen"):
        if soort == b"row":
            verborgen.add(_rijplaats(xml, begin))
        elif soort == b"col":
            rand = {naam: int(getal) for naam, getal in KOLOMRAND.findall(xml, begin, xml.find(b">", begin))}
            reeksen.append((rand.get(b"min", 1) - 1, rand.get(b"max", 0)))
    for _, begin in _tags_met(xml, "formule"):
        celbegin = xml.rfind(b"<", 0, begin)  # een formule is het eerste wat in een cel staat
        tag = xml[celbegin : xml.find(b">", celbegin) + 1]
        einde = CELEINDE.search(xml, begin)
        if not TEKSTCEL.search(tag) and not UITKOMST.search(xml, begin, einde.end() if einde else len(xml)):
            fouten.add(_celplaats(xml, celbegin))
    return Celplaatsen(
        foutcellen=frozenset(fouten),
        verborgen_rijen=frozenset(verborgen),
        verborgen_kolommen=_voeg_samen(reeksen),
    )


def _voeg_samen(reeksen: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Maak van reeksen (eerste, voorbij de laatste) losse kolommen; ook veel overlappende reeksen kosten weinig."""
    kolommen: set[int] = set()
    gehad = 0
    for begin, einde in sorted(reeksen):
        kolommen.update(range(max(begin, gehad), min(einde, MEESTE_KOLOMMEN)))
        gehad = max(gehad, einde)
    return frozenset(kolommen)


def _tags_met(xml: bytes, kenmerk: str) -> Iterator[tuple[bytes, int]]:
    """Geef naam en plek van elke tag waarin het kenmerk staat."""
    for merk in MERKEN[kenmerk]:
        plek = xml.find(merk)
        while plek >= 0:
            begin = xml.rfind(b"<", 0, plek + 1)
            naam = TAG.match(xml, begin)
            if naam is not None:
                yield naam[1], begin
            plek = xml.find(merk, plek + 1)


def _celplaats(xml: bytes, begin: int) -> tuple[int, int]:
    naam = CELNAAM.search(xml, begin, xml.find(b">", begin))
    if naam is not None:
        return int(naam[2]) - 1, kolomplaats(naam[1].decode())
    rijbegin = max(xml.rfind(b"<row", 0, begin), xml.rfind(b":row", 0, begin))
    return _rijplaats(xml, rijbegin), len(CEL.findall(xml, rijbegin, begin))


def _rijplaats(xml: bytes, begin: int) -> int:
    """Het rijnummer mag ontbreken; dan telt de volgorde."""
    nummer = RIJNUMMER.search(xml, begin, xml.find(b">", begin))
    return int(nummer[1]) - 1 if nummer is not None else len(RIJ.findall(xml, 0, begin))


def zoek_in_ods(zip_: Zip) -> dict[str, Celplaatsen]:
    """Geef de plaatsen per bladnaam; herhaalde lege rijen en cellen tellen mee in de nummering."""
    fouten: dict[str, set[tuple[int, int]]] = {}
    verborgen: dict[str, set[int]] = {}
    reeksen: dict[str, list[tuple[int, int]]] = {}
    samengevoegd: dict[str, list[tuple[int, int, int, int]]] = {}
    naam, rij, kolom = "", 0, 0
    for gebeurtenis, element in _elementen(zip_.lees("content.xml")):
        tag = element.tag.rpartition("}")[2]
        if gebeurtenis == "start" and tag == "table":
            naam, rij, kolom = _kenmerk(element, "name", ""), 0, 0
        elif gebeurtenis == "end" and tag == "table-column":
            breedte = _lees_herhaling(element, "number-columns-repeated")
            if _is_verborgen(element):
                reeksen.setdefault(naam, []).append((kolom, kolom + breedte))
            kolom += breedte
        elif gebeurtenis == "end" and tag == "table-row":
            herhaald = _lees_herhaling(element, "number-rows-repeated")
            fouten.setdefault(naam, set()).update((rij, plek) for plek in _foutkolommen(element))
            if herhaald == 1:
                samengevoegd.setdefault(naam, []).extend(_som_samengevoegde_op(element, rij))
            # Een lange staart van verborgen lege rijen onder de tabel is gewoon; die hoeft niemand te horen.
            if _is_verborgen(element) and herhaald < 100_000:
                verborgen.setdefault(naam, set()).update(range(rij, rij + herhaald))
            rij += herhaald
            element.clear()
    return {
        naam: Celplaatsen(
            foutcellen=frozenset(cellen),
            verborgen_rijen=frozenset(verborgen.get(naam, ())),
            verborgen_kolommen=_voeg_samen(reeksen.get(naam, ())),
            samengevoegd=tuple(samengevoegd.get(naam, ())),
        )
        for naam, cellen in fouten.items()
    }


def _elementen(xml: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    try:
        yield from ElementTree.iterparse(io.BytesIO(xml), events=("start", "end"))  # noqa: S314
    except XMLFOUTEN:
        raise Onleesbaar(AFGEKAPT) from None


def _foutkolommen(rij: ElementTree.Element) -> Iterator[int]:
    kolom = 0
    for cel in rij:
        if _kenmerk(cel, "value-type", "") == "error":
            yield kolom
        kolom += _lees_herhaling(cel, "number-columns-repeated")


def _som_samengevoegde_op(rij: ElementTree.Element, nummer: int) -> Iterator[tuple[int, int, int, int]]:
    kolom = 0
    for cel in rij:
        hoogte, breedte = _lees_herhaling(cel, "number-rows-spanned"), _lees_herhaling(cel, "number-columns-spanned")
        if hoogte > 1 or breedte > 1:
            yield nummer, kolom, min(nummer + hoogte, MEESTE_RIJEN) - 1, min(kolom + breedte, MEESTE_KOLOMMEN) - 1
        kolom += _lees_herhaling(cel, "number-columns-repeated")


def _is_verborgen(element: ElementTree.Element) -> bool:
    return _kenmerk(element, "visibility", "") in ("collapse", "filter")


def _lees_herhaling(element: ElementTree.Element, naam: str) -> int:
    tekst = _kenmerk(element, naam, "1")
    if not HERHALING.fullmatch(tekst):
        raise Onleesbaar(AFGEKAPT)
    return int(tekst)


def _kenmerk(element: ElementTree.Element, naam: str, anders: str) -> str:
    # Dezelfde naam bestaat in meer naamruimten (office:value-type is "string", calcext:value-type "error").
    waarden = [waarde for sleutel, waarde in element.items() if sleutel.rpartition("}")[2] == naam]
    return "error" if "error" in waarden else (waarden[0] if waarden else anders)
