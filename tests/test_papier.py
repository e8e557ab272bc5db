"""De PDF: getagd, in het Nederlands, met paginanummers, en met dezelfde woorden als de andere vormen."""

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from kwaliteit import keten
from kwaliteit.begrippen.fout import GebruikFout
from kwaliteit.begrippen.verslag import Alinea, Blok, Mensentekst, Sectie, Uitgave, Verdelingsfiguur, Verslag
from kwaliteit.begrippen.vormgeving import Formaat, Huisstijl, Logo, Vormgeving, Vormkeuze
from kwaliteit.bestanden.sav import ZONDER_ONDERDEEL
from kwaliteit.weergave import eis_onderdelen
from kwaliteit.weergave.figuren.rompen import HOOGSTE, teken_rompen
from kwaliteit.weergave.papier import pdf as papier
from kwaliteit.weergave.papier.kolombreedte import (
    TEKENS_OP_EEN_REGEL,
    bepaal_breedtes,
    past_op_een_blad,
    past_zonder_afbreken,
)
from kwaliteit.weergave.papier.zetwerk import lees_doel, maak_zetbaar, schrijf_regel, zoek_vaste_delen
from kwaliteit.weergave.plat.delen import (
    Beeld,
    Kop,
    Lijst,
    Platcel,
    Platdeel,
    Plattabel,
    Stukje,
    Tekst,
    Toon,
    loop_door,
)
from kwaliteit.weergave.plat.maken import maak_plat
from tests.voorbeeldverslag import PIJLERS, maak_voorbeeldverslag

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf staat niet op deze machine")
pypdf = pytest.importorskip("pypdf", reason="pypdf staat niet op deze machine")

PROJECT = Path(__file__).resolve().parents[1]


def maak_vol() -> Verslag:
    """Alle soorten blokken, met twee van de vijf pijlers: tekst uit een pdf lezen kost een kwart seconde per blad."""
    verslag = maak_voorbeeldverslag()
    minder = {pijler[1] for pijler in PIJLERS[2:]}
    return replace(verslag, secties=tuple(sectie for sectie in verslag.secties if sectie.anker not in minder))


@pytest.fixture(scope="module")
def delen() -> tuple[Platdeel, ...]:
    return tuple(loop_door(maak_plat(maak_vol())))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return papier.maak_pdf(maak_vol()).inhoud


@pytest.fixture(scope="module")
def bladen(pdf: bytes) -> list[str]:
    return lees_bladen(pdf)


def maak_klein(*blokken: Alinea | Mensentekst) -> Verslag:
    """Een verslag van een halve bladzijde."""
    sectie = Sectie(titel="Kort", anker="kort", blokken=blokken, in_inhoud=True)
    return replace(maak_voorbeeldverslag(), secties=(sectie,))


def lees_bladen(pdf: bytes) -> list[str]:
    return [blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def zonder_wit(tekst: str) -> str:
    """Alleen de tekens: op papier staan regeleinden en afbreekstreepjes anders."""
    return re.sub(r"[\s\u00ad\u2010-]", "", tekst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knoop:
    """Een knoop van de structuurboom; `richting` is de `Scope` van een kopcel."""

    soort: str
    alt: str
    titel: str
    richting: str
    kinderen: "tuple[Knoop, ...]"

    def loop(self) -> Iterator["Knoop"]:
        """Deze knoop en alles eronder, in leesvolgorde."""
        yield self
        for kind in self.kinderen:
            yield from kind.loop()


def lees_knopen(object_: object) -> tuple[Knoop, ...]:
    """De knopen van de structuurboom onder dit object; stukken van een bladzijde tellen niet mee."""
    if isinstance(object_, pikepdf.Array):
        return tuple(knoop for kind in object_ for knoop in lees_knopen(kind))
    if not isinstance(object_, pikepdf.Dictionary) or "/S" not in object_:
        return ()
    return (
        Knoop(
            soort=str(object_.S).removeprefix("/"),
            alt=str(object_.get("/Alt", "")).strip(),
            titel=str(object_.get("/T", "")),
            richting=next((str(eigen.Scope) for eigen in object_.get("/A", []) if "/Scope" in eigen), ""),
            kinderen=lees_knopen(object_.get("/K", None)),
        ),
    )


def lees_boom(pdf: bytes) -> list[Knoop]:
    """Alle knopen van de structuurboom, in leesvolgorde."""
    with pikepdf.open(io.BytesIO(pdf)) as met:
        return [onder for knoop in lees_knopen(met.Root.StructTreeRoot.K) for onder in knoop.loop()]


def lees_eigenschappen(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(pdf)) as met:
        return {naam: str(waarde) for naam, waarde in met.docinfo.items()}


def zoek_gebreken(pdf: bytes) -> set[str]:
    """Wat een voorlezer mist; de punten van PDF/UA-1 die een bestand zelf laat zien."""
    met = pikepdf.open(io.BytesIO(pdf))
    wortel = met.Root
    wortels = lees_knopen(wortel.StructTreeRoot.K) if "/StructTreeRoot" in wortel else ()
    boom = [onder for knoop in wortels for onder in knoop.loop()]
    soorten = [knoop.soort for knoop in boom]
    niveaus = [int(naam[1]) for naam in soorten if re.fullmatch(r"H[1-6]", naam)]
    kenmerken = wortel.Metadata.read_bytes().decode() if "/Metadata" in wortel else ""
    links = [noot for blad in met.pages for noot in blad.get("/Annots", []) if noot.Subtype == "/Link"]
    proeven = {
        "niet getagd": bool(boom) and bool(wortel.get("/MarkInfo", {}).get("/Marked", False)),
        "geen taal": str(wortel.get("/Lang", "")).startswith("nl"),
        "titel niet getoond": bool(wortel.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "geen titel": "<dc:title>" in kenmerken,
        "geen PDF/UA-1": "<pdfuaid:part>1</pdfuaid:part>" in kenmerken,
        "geen bladwijzers": "/Outlines" in wortel,
        "figuur zonder alt": all(knoop.alt for knoop in boom if knoop.soort == "Figure"),
        "tabel zonder koppen": all(knoop.richting for knoop in boom if knoop.soort == "TH"),
        "kopniveau overgeslagen": all(na <= voor + 1 for voor, na in zip([0, *niveaus], niveaus, strict=False)),
        "link zonder naam": all(str(noot.get("/Contents", "")).strip() for noot in links),
        "blad zonder leesvolgorde": all("/StructParents" in blad for blad in met.pages),
    }
    return {gebrek for gebrek, is_goed in proeven.items() if not is_goed}


def test_de_pdf_is_getagd_en_voldoet_aan_wat_een_voorlezer_nodig_heeft(pdf: bytes) -> None:
    assert zoek_gebreken(pdf) == set()


@pytest.mark.parametrize(
    ("sleutel", "gebrek"),
    [
        ("/StructTreeRoot", "niet getagd"),
        ("/Lang", "geen taal"),
        ("/ViewerPreferences", "titel niet getoond"),
        ("/Metadata", "geen PDF/UA-1"),
        ("/Outlines", "geen bladwijzers"),
    ],
)
def test_de_keuring_ziet_het_als_er_iets_weg_is(pdf: bytes, sleutel: str, gebrek: str) -> None:
    met = pikepdf.open(io.BytesIO(pdf))
    del met.Root[sleutel]
    uit = io.BytesIO()
    met.save(uit)
    assert gebrek in zoek_gebreken(uit.getvalue())


def test_de_keuring_ziet_een_figuur_zonder_alt_en_een_kop_zonder_richting(pdf: bytes) -> None:
    met = pikepdf.open(io.BytesIO(pdf))
    objecten = [een for een in met.objects if isinstance(een, pikepdf.Dictionary) and "/S" in een]
    del next(een for een in objecten if een.S == "/Figure")["/Alt"]
    del next(een for een in objecten if een.S == "/TH")["/A"]
    uit = io.BytesIO()
    met.save(uit)
    assert zoek_gebreken(uit.getvalue()) == {"figuur zonder alt", "tabel zonder koppen"}


def test_titel_maker_en_omschrijving_staan_in_de_eigenschappen(pdf: bytes) -> None:
    verslag = maak_voorbeeldverslag()
    eigen = lees_eigenschappen(pdf)
    assert eigen["/Title"] == verslag.titel
    assert eigen["/Author"] == verslag.organisatie.naam
    assert eigen["/Subject"] == verslag.omschrijving


def test_alleen_de_meegeleverde_letters_staan_in_de_pdf(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as met:
        letters = [een for een in met.objects if isinstance(een, pikepdf.Dictionary) and "/FontFile2" in een]
        namen = {str(een.FontName).partition("+")[2] for een in letters}
    assert namen == {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSerif-Bold"}


def test_elke_kop_staat_in_volgorde_in_de_boom(pdf: bytes, delen: tuple[Platdeel, ...]) -> None:
    verwacht = [(deel.niveau, schrijf_regel(deel.regel)) for deel in delen if isinstance(deel, Kop)]
    gevonden = [(int(knoop.soort[1]), knoop.titel) for knoop in lees_boom(pdf) if re.fullmatch(r"H[1-6]", knoop.soort)]
    assert gevonden.pop(1) == (2, "Inhoud")
    assert gevonden == verwacht
    assert len(verwacht) > 15


def test_elke_figuur_heeft_haar_eigen_alternatieve_tekst(pdf: bytes, delen: tuple[Platdeel, ...]) -> None:
    verwacht = [deel.alt for deel in delen if isinstance(deel, Beeld)]
    assert [knoop.alt for knoop in lees_boom(pdf) if knoop.soort == "Figure"] == verwacht
    assert len(verwacht) > 5


def test_elke_tabel_heeft_kolomkoppen_en_op_elke_rij_een_rijkop(pdf: bytes, delen: tuple[Platdeel, ...]) -> None:
    tabellen = [deel for deel in delen if isinstance(deel, Plattabel)]
    gevonden = [knoop for knoop in lees_boom(pdf) if knoop.soort == "Table"]
    assert len(gevonden) == len(tabellen) > 5
    for knoop, tabel in zip(gevonden, tabellen, strict=True):
        rijen = [kind for kind in knoop.loop() if kind.soort == "TR"]
        cellen = [[(cel.soort, cel.richting) for cel in rij.kinderen] for rij in rijen]
        breed = len(tabel.koppen)
        assert cellen[0] == [("TH", "/Column")] * breed
        assert cellen[1:] == [[("TH", "/Row"), *[("TD", "")] * (breed - 1)]] * len(tabel.rijen)


def test_elke_bladzijde_heeft_haar_nummer(bladen: list[str]) -> None:
    assert len(bladen) > 5
    for nummer, tekst in enumerate(bladen, start=1):
        assert f"Pagina {nummer} van {len(bladen)}" in re.sub(r"\s+", " ", tekst)


def test_elke_cel_en_elk_bijschrift_staat_in_de_pdf(bladen: list[str], delen: tuple[Platdeel, ...]) -> None:
    tekst = zonder_wit("".join(bladen))
    tabellen = [deel for deel in delen if isinstance(deel, Plattabel)]
    cellen = {schrijf_regel(cel.regel) for tabel in tabellen for rij in tabel.rijen for cel in rij}
    woorden = cellen | {kop for tabel in tabellen for kop in tabel.koppen} | {tabel.bijschrift for tabel in tabellen}
    assert [woord for woord in sorted(woorden) if zonder_wit(woord) not in tekst] == []
    assert len(woorden) > 100
    assert zonder_wit("deze cel bestaat niet") not in tekst


def test_concept_staat_op_elk_blad_en_een_vastgesteld_verslag_krijgt_die_datum(bladen: list[str]) -> None:
    assert all("Concept, nog niet vastgesteld" in tekst for tekst in bladen)
    verslag = replace(maak_klein(), concept=False, vastgesteld_op=date(2025, 5, 12))
    definitief = papier.maak_pdf(verslag).inhoud
    assert not any("Concept" in tekst for tekst in lees_bladen(definitief))
    assert lees_eigenschappen(definitief)["/CreationDate"].startswith("D:20250512")


def test_een_concept_heeft_geen_datum_en_twee_keer_maken_geeft_hetzelfde(pdf: bytes) -> None:
    assert "/CreationDate" not in lees_eigenschappen(pdf)
    assert papier.maak_pdf(maak_klein()) == papier.maak_pdf(maak_klein())


def test_wat_een_mens_typt_blijft_tekst() -> None:
    raar = (
        "#panic(1) $x$ *sterretjes* <script>alert(1)</script> \\u{1} @naam // weg /* weg */ [haken] `code` a\x07b\x00c"
    )
    tekst = "".join(lees_bladen(papier.maak_pdf(maak_klein(Alinea(delen=(raar,)))).inhoud))
    assert zonder_wit(maak_zetbaar(raar)) in zonder_wit(tekst)


def test_een_teken_zonder_letter_houdt_de_pdf_niet_tegen() -> None:
    pdf = papier.maak_pdf(maak_klein(Alinea(delen=("Voor \U0001f600 na, en \U0001faf6\U0001f3fd slot.",)))).inhoud
    tekst = "".join(lees_bladen(pdf))
    assert zonder_wit("Voor") in tekst
    assert "slot." in tekst
    assert zoek_gebreken(pdf) == set()


def test_opmaak_van_mensen_wordt_opmaak_en_een_adres_staat_voluit_op_papier() -> None:
    blok = Mensentekst(
        delen=("Lees **vet** en *schuin* op [onze site](https://voorbeeld.nl/lees).\n\n> citaat\n\n1. een\n2. twee",)
    )
    pdf = papier.maak_pdf(maak_klein(blok)).inhoud
    soorten = {knoop.soort for knoop in lees_boom(pdf)}
    assert soorten >= {"Strong", "Em", "Link", "BlockQuote", "L", "LI"}
    assert "(voorbeeld.nl/lees)" in "".join(lees_bladen(pdf))


def test_een_bestand_ernaast_is_alleen_een_link_als_bekend_is_waar_het_staat() -> None:
    ankers = frozenset({"kort"})
    assert lees_doel("#kort", ankers, "").anker == "kort"
    assert lees_doel("#weg", ankers, "") == lees_doel("", ankers, "https://x.nl")
    assert lees_doel("gegevens/a.csv", ankers, "").adres == ""
    assert lees_doel("gegevens/a.csv", ankers, "https://x.nl/2024").adres == "https://x.nl/2024/gegevens/a.csv"
    assert lees_doel("javascript:alert(1)", ankers, "").adres == ""


def test_een_kort_verslag_heeft_geen_inhoudsopgave_en_past_op_een_blad(bladen: list[str]) -> None:
    (blad,) = lees_bladen(papier.maak_pdf(maak_klein(Alinea(delen=("Dat is alles.",)))).inhoud)
    assert "Inhoud" not in blad
    assert "Inhoud" in bladen[0]


def test_huisstijl_logo_en_uitgave_doen_mee() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#123456"/></svg>'
    huis = Huisstijl(logo=Logo(inhoud=svg, soort="svg", breedte=10, hoogte=10), licht={"merk": "#5b2a86"})
    verslag = replace(maak_klein(), uitgave=Uitgave.KORT)
    vorm = Vormgeving(huisstijl=huis, keuze=Vormkeuze(basis_url="https://voorbeeld.nl"))
    gemaakt = papier.maak_pdf(verslag, vorm)
    assert gemaakt.pad == "kort.pdf"
    alts = [knoop.alt for knoop in lees_boom(gemaakt.inhoud) if knoop.soort == "Figure"]
    assert alts == [f"Logo van {verslag.organisatie.naam}"]
    assert gemaakt.inhoud != papier.maak_pdf(verslag).inhoud


def test_zonder_het_pakket_staat_er_hoe_het_te_installeren(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(GebruikFout) as gevangen:
        papier.maak_pdf(maak_klein())
    (gebrek,) = gevangen.value.gebreken
    assert "typst" in gebrek.wat
    assert gebrek.doe_dit == schrijf_installatie("pdf")


def schrijf_installatie(extra: str) -> str:
    """De aanwijzing, met de opdrachten uit de handleiding."""
    handleiding = (PROJECT / "docs" / "handleiding" / "vormen.md").read_text(encoding="utf-8")
    opdrachten = [opdracht for opdracht in re.findall(r"`([^`]+)`", handleiding) if opdracht.endswith('".[pdf]"')]
    windows, anders = (opdracht.replace("[pdf]", f"[{extra}]") for opdracht in opdrachten)
    return f"Typ in de map van dit programma: {windows} (Windows) of {anders} (Mac en Linux)."


def test_een_ontbrekend_onderdeel_wordt_overal_op_dezelfde_manier_geinstalleerd() -> None:
    assert ZONDER_ONDERDEEL.doe_dit.startswith(schrijf_installatie("spss"))


@pytest.mark.parametrize(
    ("weg", "waar", "extra"),
    [
        (("typst", "docx"), "--formaat pdf --formaat docx", "pdf,docx"),
        (("docx",), "--formaat docx", "docx"),
        (("typst",), "--formaat pdf", "pdf"),
    ],
)
def test_wat_er_ontbreekt_staat_samen_in_een_fout_voordat_er_iets_gelezen_is(
    weg: tuple[str, ...], waar: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for naam in weg:
        monkeypatch.setitem(sys.modules, naam, None)
    with pytest.raises(GebruikFout) as gevangen:
        keten.maak_verslag(
            map_=tmp_path / "weg",
            uit=tmp_path / "uit",
            jaar=2024,
            streng=False,
            definitief=False,
            meld=lambda _: None,
            keuze=Vormkeuze(formaten=(Formaat.DOCX, Formaat.PDF)),
        )
    (gebrek,) = gevangen.value.gebreken
    assert gebrek.waar == waar
    assert gebrek.doe_dit == schrijf_installatie(extra)
    assert not list(tmp_path.iterdir())


def test_wie_niets_extra_vraagt_heeft_geen_onderdeel_nodig(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    eis_onderdelen(())
    eis_onderdelen((Formaat.DOCX,))
    with pytest.raises(GebruikFout):
        eis_onderdelen((Formaat.PDF,))


# ---- wat bij elkaar blijft ----


def maak_alinea(tekst: str, toon: Toon = "gewoon") -> Tekst:
    return Tekst(regel=(Stukje(tekst=tekst),), toon=toon)


KOP = Kop(niveau=3, regel=(Stukje(tekst="Resultaten"),))
BEELD = Beeld(naam="figuur", alt="Balken.")
ZIN, TITEL, BRON = maak_alinea("Eén zin."), maak_alinea("Figuur 1. Titel"), maak_alinea("Bron: lijst.", "stil")
PUNTEN = Lijst(punten=((ZIN,),))


@pytest.mark.parametrize(
    ("delen", "vast"),
    [
        ((KOP, ZIN, TITEL, BEELD, BRON, TITEL, BEELD), (True, True, True, True, False, True, False)),
        ((KOP, maak_alinea("Lang. " * 60), TITEL, BEELD), (True, False, True, False)),
        ((BEELD, maak_alinea("Cijfers staan in tabel 1."), BRON, ZIN), (True, True, False, False)),
        ((BEELD, TITEL, BEELD), (False, True, False)),
        ((KOP, maak_alinea("Een pijler.", "lead"), replace(KOP, niveau=4), ZIN), (True, True, True, False)),
        ((KOP, ZIN, KOP, ZIN), (True, False, True, False)),
        ((ZIN, ZIN, maak_alinea("Dit hoort erbij:"), PUNTEN, BRON), (False, False, True, True, False)),
        ((maak_alinea("Noot.", "stil"), BRON, ZIN), (True, False, False)),
        ((), ()),
    ],
)
def test_wat_bij_elkaar_hoort_blijft_op_een_bladzijde(delen: tuple[Platdeel, ...], vast: tuple[bool, ...]) -> None:
    assert tuple(zoek_vaste_delen(delen)) == vast


def test_geen_blad_eindigt_met_een_kop_of_begint_met_een_bron(bladen: list[str], delen: tuple[Platdeel, ...]) -> None:
    koppen = {zonder_wit(schrijf_regel(deel.regel)) for deel in delen if isinstance(deel, Kop)}
    # De eerste regel is de kop van het blad, de laatste de voet.
    randen = [[regel for regel in blad.splitlines() if regel.strip()][1:-1] for blad in bladen[1:]]
    assert len(randen) > 10
    assert [regels[-1] for regels in randen if zonder_wit(regels[-1]) in koppen] == []
    assert [regels[0] for regels in randen if regels[0].startswith(("Bron:", "—"))] == []
    assert koppen & {zonder_wit(regel) for regels in randen for regel in regels}


def test_een_figuur_met_veel_rijen_wordt_in_leesbare_stukken_geknipt() -> None:
    blokken = [blok for sectie in maak_vol().secties for blok in loop_blokken(sectie)]
    figuur = next(blok for blok in blokken if isinstance(blok, Verdelingsfiguur))
    rij = next(rij for rij in figuur.rijen if rij.verdeling)
    lang = replace(figuur, rijen=(rij,) * 25)
    verslag = replace(maak_vol(), secties=(Sectie(titel="Lang", anker="lang", blokken=(lang,)),))
    (stukken,) = teken_rompen(verslag).values()
    assert len(stukken) == 2
    assert all(stuk.hoogte < 1.1 * HOOGSTE for stuk in stukken)
    assert sum(stuk.omschrijving.count(rij.vraagtekst) for stuk in stukken) == 25
    alts = [knoop.alt for knoop in lees_boom(papier.maak_pdf(verslag).inhoud) if knoop.soort == "Figure"]
    assert alts[1:] == ["Vervolg van de figuur hierboven, deel 2 van 2."]
    assert len(alts[0]) > 20


def loop_blokken(sectie: Sectie) -> Iterator[Blok]:
    yield from sectie.blokken
    for onder in sectie.secties:
        yield from loop_blokken(onder)


def maak_tabel(*rijen: tuple[str, ...], getallen: bool = True, slot_is_tekst: bool = False) -> Plattabel:
    cellen = tuple(tuple(Platcel(regel=(Stukje(tekst=tekst),)) for tekst in rij) for rij in rijen[1:])
    return Plattabel(bijschrift="", koppen=rijen[0], rijen=cellen, getallen=getallen, slot_is_tekst=slot_is_tekst)


def test_de_lange_kolom_krijgt_de_ruimte_en_getallen_zijn_even_breed() -> None:
    vraag = "Ik heb samen met mijn begeleider mijn woonzorgplan gemaakt. " * 2
    tabel = maak_tabel(("Vraag", "2023", "2024"), (vraag, "58%", "80% (75% tot 84%)"))
    breedtes = bepaal_breedtes(tabel)
    assert sum(breedtes) in (TEKENS_OP_EEN_REGEL, TEKENS_OP_EEN_REGEL - 1)
    assert breedtes[1] == breedtes[2] >= len("80% (75% tot 84%)")
    assert breedtes[0] > 40


def test_een_lage_tabel_blijft_heel_en_een_hoge_mag_over_de_bladzijde() -> None:
    gewoon = maak_tabel(("Groep", "Deel"), ("Cliënten", "67%"))
    hoog = maak_tabel(("Groep", "Deel"), *[("Cliënten", "67%")] * 40)
    assert past_zonder_afbreken(gewoon)
    assert past_op_een_blad(gewoon, bepaal_breedtes(gewoon))
    assert not past_op_een_blad(hoog, bepaal_breedtes(hoog))


def test_een_rij_die_hoger_is_dan_een_blad_verdwijnt_niet_van_het_papier() -> None:
    woorden = " ".join(f"woord{nummer}" for nummer in range(3000))
    lang = f"| Norm | Bewijs |\n|---|---|\n| C1 | {woorden} |\n\n> {woorden.replace('woord', 'citaat')}"
    tekst = "".join(lees_bladen(papier.maak_pdf(maak_klein(Mensentekst(delen=(lang,)))).inhoud))
    assert set(re.findall(r"woord\d+|citaat\d+", tekst)) == {
        f"{soort}{n}" for soort in ("woord", "citaat") for n in range(3000)
    }


def test_een_lang_woord_boven_een_getal_laat_de_andere_kolommen_ruimte() -> None:
    getal = "52% (48% tot 57%, 134 antwoorden)"
    koppen = ("Onderwerp", "Cliënten", "Naasten", "Professionals", "Samenwerkingspartners")
    vraag = "Weten wat is afgesproken voor als het slechter gaat (49 punten verschil)"
    tabel = maak_tabel(koppen, (vraag, *[getal] * 4))
    breedtes = bepaal_breedtes(tabel)
    assert not past_zonder_afbreken(tabel)
    assert sum(breedtes) <= TEKENS_OP_EEN_REGEL
    assert breedtes[0] >= 20
    assert len(set(breedtes[1:])) == 1
