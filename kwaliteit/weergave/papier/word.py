"""Het verslag als Word-bestand, voor de rondes langs bestuur en cliëntenraad: opmerkingen maken kan gewoon in Word.

Echte koppen, lijsten, tabellen met kopregel, en bij elk beeld de alternatieve tekst.
"""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Formaat, Vormgeving
from kwaliteit.weergave.figuren.beelden import als_png
from kwaliteit.weergave.figuren.rompen import teken_rompen
from kwaliteit.weergave.papier.kolombreedte import bepaal_breedtes, is_getalkolom, past_op_een_blad
from kwaliteit.weergave.papier.zetwerk import (
    kies_kleuren,
    knip_voorblad,
    koppen_voor_inhoud,
    lees_doel,
    maak_onderdeelfout,
    maak_zetbaar,
    schrijf_alts,
    schrijf_regel,
    zoek_vaste_delen,
)
from kwaliteit.weergave.plat.delen import (
    Aanhaling,
    Beeld,
    Codeblok,
    Kop,
    Lijst,
    Platdeel,
    Plattabel,
    Regel,
    Streep,
    Tekst,
    anker_van,
    verzamel_ankers,
)
from kwaliteit.weergave.plat.maken import maak_plat

if TYPE_CHECKING:
    from docx.document import Document as Woorddocument
    from docx.text.paragraph import Paragraph

_STIJL = {"gewoon": "Normal", "lead": "Inleiding", "stil": "Klein", "let_op": "Let op"}


def maak_docx(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `<uitgave>.docx`. Zonder het pakket `python-docx` een GebruikFout met de regel die het installeert."""
    try:
        from kwaliteit.weergave.papier import wordvorm  # noqa: PLC0415  laadt python-docx, en dat heeft niet iedereen
    except ImportError:
        raise maak_onderdeelfout(Formaat.DOCX) from None
    delen = maak_plat(verslag)
    beelden = {naam: tuple(map(als_png, stukken)) for naam, stukken in teken_rompen(verslag).items()}
    kleuren = kies_kleuren(vorm.huisstijl)
    document = wordvorm.maak_document(verslag, kleuren)
    schrijver = _Schrijver(document, verzamel_ankers(delen), beelden, kleuren, vorm.keuze.basis_url)
    voorblad, lijf = knip_voorblad(delen)
    schrijver.schrijf(voorblad)
    schrijver.schrijf_inhoud(koppen_voor_inhoud(delen))
    schrijver.schrijf(lijf)
    return Uitvoerbestand(pad=f"{verslag.uitgave}.docx", inhoud=wordvorm.bewaar(document))


class _Schrijver:
    """Schrijft delen achter elkaar in het document; elk anker wordt één keer een bladwijzer."""

    def __init__(
        self,
        document: "Woorddocument",
        ankers: frozenset[str],
        beelden: Mapping[str, Sequence[bytes]],
        kleuren: dict[str, str],
        basis_url: str,
    ) -> None:
        from kwaliteit.weergave.papier import wordvorm  # noqa: PLC0415

        self._vorm = wordvorm
        self._document = document
        # Een stijl op naam zetten doorzoekt telkens alle stijlen; dat is driekwart van de tijd.
        self._stijlen = {stijl.name: stijl.style_id for stijl in document.styles}
        self._ankers = ankers
        # Word wil bladwijzers zonder streepjes en hoogstens 40 tekens lang.
        self._bladwijzers = {anker: f"deel_{rang}" for rang, anker in enumerate(sorted(ankers), start=1)}
        self._vrij = set(ankers)
        self._beelden = beelden
        self._kleuren = kleuren
        self._basis_url = basis_url
        self._na_inhoud = False

    def schrijf(self, delen: Sequence[Platdeel], diepte: int = -1) -> None:
        """Schrijf de delen, elk met of het bij het deel erna moet blijven. `diepte` is die van de lijst."""
        for deel, plakt in zip(delen, zoek_vaste_delen(delen), strict=True):
            self._schrijf_deel(deel, diepte, plakt=plakt)

    def schrijf_inhoud(self, koppen: Sequence[Kop]) -> None:
        """Een inhoudsopgave met links; de paginanummers zet Word erbij als iemand het veld bijwerkt."""
        if not koppen:
            return
        self._maak_alinea("Inleiding").add_run("Inhoud").bold = True
        alineas = [self._maak_alinea("TOC 2") for _ in koppen]
        self._vorm.begin_inhoud(alineas[0])
        for alinea, kop in zip(alineas, koppen, strict=True):
            link = self._vorm.zet_link(alinea, anker=self._bladwijzers[kop.anker]) if kop.anker else alinea._p
            link.append(alinea.add_run(schrijf_regel(kop.regel))._r)
        self._vorm.sluit_inhoud(alineas[-1])
        self._na_inhoud = True

    def _schrijf_deel(self, deel: Platdeel, diepte: int, *, plakt: bool) -> None:
        match deel:
            case Kop():
                alinea = self._schrijf_alinea(deel.regel, f"Heading {deel.niveau}", deel)
                # Titel en inhoud staan samen op het eerste blad.
                alinea.paragraph_format.page_break_before = self._na_inhoud or None
                self._na_inhoud = False
            case Tekst():
                stijl = _STIJL[deel.toon] if diepte < 0 else self._vorm.lijststijl("List Continue", diepte)
                self._schrijf_alinea(deel.regel, stijl).paragraph_format.keep_with_next = plakt or None
            case Lijst():
                self._schrijf_lijst(deel, diepte + 1)
            case Aanhaling():
                self._schrijf_aanhaling(deel)
            case Plattabel():
                self._schrijf_tabel(deel, plakt=plakt)
            case Beeld():
                self._schrijf_beeld(deel, plakt=plakt)
            case Codeblok():
                self._maak_alinea("Code").add_run(maak_zetbaar(deel.tekst).rstrip("\n"))
            case Streep():
                self._maak_alinea("Streep")

    def _maak_alinea(self, stijl: str) -> "Paragraph":
        alinea = self._document.add_paragraph()
        alinea._p.style = self._stijlen[stijl]
        return alinea

    def _schrijf_alinea(self, regel: Regel, stijl: str, deel: Platdeel | None = None) -> "Paragraph":
        alinea = self._maak_alinea(stijl)
        self._vul(alinea, regel)
        if deel is not None:
            self._zet_anker(alinea, deel)
        return alinea

    def _vul(self, alinea: "Paragraph", regel: Regel) -> None:
        for stukje in regel:
            run = alinea.add_run(maak_zetbaar(stukje.tekst))
            run.bold, run.italic, run.font.strike = (
                stukje.vet or None,
                stukje.schuin or None,
                stukje.doorgehaald or None,
            )
            if stukje.code:
                run.font.name = "Consolas"
            doel = lees_doel(stukje.doel, self._ankers, self._basis_url)
            if doel.anker or doel.adres:
                run.font.color.rgb = self._vorm.lees_kleur(self._kleuren["merk"])
                run.font.underline = True
                bladwijzer = self._bladwijzers.get(doel.anker, "")
                self._vorm.zet_link(alinea, anker=bladwijzer, adres=doel.adres).append(run._r)

    def _zet_anker(self, alinea: "Paragraph", deel: Platdeel) -> None:
        anker = anker_van(deel)
        if anker in self._vrij:
            self._vrij.remove(anker)
            naam = self._bladwijzers[anker]
            self._vorm.zet_bladwijzer(alinea, naam, int(naam.removeprefix("deel_")))

    def _schrijf_lijst(self, lijst: Lijst, diepte: int) -> None:
        soort = "List Bullet" if lijst.begin is None else "List Number"
        nummer = None if lijst.begin is None else self._vorm.maak_nummering(self._document, lijst.begin, diepte)
        for punt in lijst.punten:
            eerste, rest = (punt[0], punt[1:]) if punt and isinstance(punt[0], Tekst) else (None, punt)
            alinea = self._schrijf_alinea(eerste.regel if eerste else (), self._vorm.lijststijl(soort, diepte))
            alinea.paragraph_format.keep_with_next = bool(rest) or None
            if nummer is not None:
                self._vorm.zet_nummering(alinea, nummer)
            self.schrijf(rest, diepte)

    def _schrijf_aanhaling(self, aanhaling: Aanhaling) -> None:
        for deel in aanhaling.delen:
            if isinstance(deel, Tekst):
                self._schrijf_alinea(deel.regel, "Quote").paragraph_format.keep_with_next = bool(aanhaling.bron)
            else:
                self._schrijf_deel(deel, -1, plakt=False)
        if aanhaling.bron:
            alinea = self._maak_alinea("Quote")
            alinea.paragraph_format.space_after = self._vorm.NA_CITAAT
            bron = alinea.add_run(f"— {maak_zetbaar(aanhaling.bron)}")
            bron.font.color.rgb = self._vorm.lees_kleur(self._kleuren["stil"])

    def _schrijf_tabel(self, tabel: Plattabel, *, plakt: bool) -> None:
        bijschrift = maak_zetbaar(tabel.bijschrift)
        if bijschrift:
            alinea = self._maak_alinea("Caption")
            alinea.add_run(bijschrift)
            self._zet_anker(alinea, tabel)
        woordtabel = self._document.add_table(rows=1 + len(tabel.rijen), cols=len(tabel.koppen))
        # `table.cell` zoekt elke keer de hele tabel af; zo is het één keer.
        cellen = [list(rij.cells) for rij in woordtabel.rows]
        for rang, kop in enumerate(tabel.koppen):
            self._zet_cel(cellen[0][rang].paragraphs[0], is_getalkolom(tabel, rang)).add_run(
                maak_zetbaar(kop)
            ).bold = True
        for plek, rij in zip(cellen[1:], tabel.rijen, strict=True):
            for rang, (woordcel, cel) in enumerate(zip(plek, rij, strict=True)):
                self._vul(self._zet_cel(woordcel.paragraphs[0], is_getalkolom(tabel, rang)), cel.regel)
        breedtes = bepaal_breedtes(tabel)
        self._vorm.zet_tabelvorm(woordtabel, breedtes, self._kleuren, bijschrift)
        # Een lage tabel blijft heel; van een hoge blijft de kop bij de eerste rij, en de laatste rij bij de bron.
        vast = cellen[:-1] if past_op_een_blad(tabel, breedtes) else cellen[:1]
        for blijft in (*vast, *(cellen[-1:] if plakt else ())):
            for woordcel in blijft:
                woordcel.paragraphs[0].paragraph_format.keep_with_next = True
        self._maak_alinea("Tabeltekst").paragraph_format.keep_with_next = plakt or None

    def _zet_cel(self, alinea: "Paragraph", is_getal: bool) -> "Paragraph":
        alinea._p.style = self._stijlen["Tabeltekst"]
        if is_getal:
            self._vorm.lijn_rechts_uit(alinea)
        return alinea

    def _schrijf_beeld(self, beeld: Beeld, *, plakt: bool) -> None:
        stukken = self._beelden[beeld.naam]
        for stuk, alt in zip(stukken, schrijf_alts(beeld.alt, len(stukken)), strict=True):
            alinea = self._document.add_paragraph()
            alinea.paragraph_format.left_indent = -self._vorm.BEELDRAND
            alinea.paragraph_format.keep_with_next = (plakt and stuk is stukken[-1]) or None
            vorm = alinea.add_run().add_picture(io.BytesIO(stuk), width=self._vorm.BEELDBREEDTE)
            self._vorm.zet_beeld(vorm, maak_zetbaar(alt), beeld.naam)
            self._zet_anker(alinea, beeld)
