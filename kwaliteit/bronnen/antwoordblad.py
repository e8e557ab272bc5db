"""Van cellen met een kop naar Antwoordbladen: welke rijen tellen, waar hoort iemand, wat antwoordde die."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import Afwijking, Antwoordblad, Antwoordkolom, Bron
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenlijst
from kwaliteit.begrippen.werkmap import locatiesleutel
from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen import kolomnamen
from kwaliteit.bronnen.bevindingen import Bronmelder
from kwaliteit.bronnen.codeer import JA, NEE, Gecodeerd, Vertaler
from kwaliteit.bronnen.kolomkeuze import Kolomkeuze
from kwaliteit.bronnen.kop import Kolom, Kop
from kwaliteit.bronnen.koppeling import Koppeling
from kwaliteit.bronnen.schrijfwijze import maak_label, maak_tekst, vereenvoudig


@dataclass(frozen=True, kw_only=True)
class Gelezen:
    """Alle rijen onder de kop, nog ongefilterd. `telt` zegt welke rijen een respondent zijn.

    Een rij telt als er iets staat bij een vraag, de locatie of het respondentnummer. Wie alleen dat laatste heeft is
    uitgenodigd maar geen deelnemer; dat volgt later uit de antwoorden. Lege rijen en totaalrijen tellen niet.
    """

    rijen: NDArray[np.int64]
    telt: NDArray[np.bool_]
    antwoorden: Mapping[str, tuple[Kolom, Gecodeerd]]
    locaties: tuple[str, ...]
    locatie: NDArray[np.int16]
    onbekende_locaties: Mapping[str, NDArray[np.bool_]]
    locatieletter: str
    respondent: tuple[str, ...]


class Lezer:
    """Leest de rijen van één blad (minstens één) onder de kop; wat opvalt gaat naar `melder`."""

    def __init__(self, blad: Ruwblad, kop: Kop, keuze: Kolomkeuze, koppeling: Koppeling, melder: Bronmelder) -> None:
        self._kop = kop
        self._keuze = keuze
        self._koppeling = koppeling
        self._melder = melder
        self._eerste = kop.rij + 1
        self._aantal = blad.aantal_rijen - self._eerste
        self._kolommen = blad.kolommen
        self._foutcellen = sorted(blad.foutcellen)
        self._verborgen = blad.verborgen_rijen

    def lees(self, locatienamen: Mapping[str, str], locaties: tuple[str, ...]) -> Gelezen:
        """Lees alle gekozen kolommen."""
        aantal = self._aantal
        antwoorden = {vraag.id: (kolom, self._codeer(kolom, vraag)) for vraag, kolom in self._keuze.vragen}
        gevuld = np.zeros(aantal, dtype=np.bool_)
        for _, gecodeerd in antwoorden.values():
            gevuld |= gecodeerd.plaats != -1
        locatie, onbekend, heeft_locatie = self._lees_locaties(locatienamen, locaties)
        respondent = self._teksten(self._keuze.respondent)
        gevuld |= heeft_locatie | np.fromiter(map(bool, respondent or [""] * aantal), np.bool_, aantal)
        totaal = self._zoek_totaalrijen()
        rijen = np.arange(self._eerste + 1, self._eerste + 1 + aantal, dtype=np.int64)
        self._melder.meld_totaalrijen(rijen[totaal & gevuld].tolist())
        telt = gevuld & ~totaal
        self._melder.meld_verborgen_rijen([rij for rij in rijen[telt].tolist() if rij - 1 in self._verborgen])
        return Gelezen(
            rijen=rijen,
            telt=telt,
            antwoorden=antwoorden,
            locaties=locaties,
            locatie=locatie,
            onbekende_locaties=onbekend,
            locatieletter=self._keuze.locatie.letter if self._keuze.locatie else "",
            respondent=respondent,
        )

    def is_ervaringsdeskundig(self, kolom: Kolom, telt: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Zeg per rij of iemand ervaringsdeskundig is; iets anders dan ja, nee of leeg is een bevinding."""
        teksten = [maak_label(tekst) for tekst in self._teksten(kolom)]
        for plek in np.flatnonzero(telt):
            if teksten[plek] not in ("", *JA, *NEE):
                self._melder.meld_geen_ja_of_nee(f"{kolom.letter}{self._eerste + 1 + plek}")
        return np.fromiter((tekst in JA for tekst in teksten), np.bool_, len(teksten))

    def _codeer(self, kolom: Kolom, vraag: Vraag) -> Gecodeerd:
        eigen = {
            **self._koppeling.antwoorden.get(vraag.schaal.naam, {}),
            **self._koppeling.antwoorden.get(vraag.id, {}),
        }
        vertaler = Vertaler(vraag.schaal, eigen, self._kop.dialect.niet_getoond)
        return vertaler.codeer(self._kolommen[kolom.plaats], self._eerste, list(self._fouten_in(kolom)))

    def _fouten_in(self, kolom: Kolom) -> Iterator[int]:
        for rij, plaats in self._foutcellen:
            if plaats == kolom.plaats and 0 <= rij - self._eerste < self._aantal:
                yield rij - self._eerste

    def _teksten(self, kolom: Kolom | None) -> tuple[str, ...]:
        if kolom is None:
            return ()
        for plek in self._fouten_in(kolom):
            self._melder.meld_foutcel(f"{kolom.letter}{self._eerste + 1 + plek}", kolom)
        ruw = self._kolommen[kolom.plaats]
        teksten = [maak_tekst(cel) for cel in ruw.waarden]
        return tuple(teksten[plek] for plek in ruw.plaats[self._eerste :])

    def _lees_locaties(
        self, locatienamen: Mapping[str, str], locaties: tuple[str, ...]
    ) -> tuple[NDArray[np.int16], Mapping[str, NDArray[np.bool_]], NDArray[np.bool_]]:
        teksten = self._teksten(self._keuze.locatie)
        aantal = self._aantal
        if not teksten:
            return np.full(aantal, -1, dtype=np.int16), {}, np.zeros(aantal, dtype=np.bool_)
        namen = np.array(teksten, dtype=object)
        plaats = {locatie: plek for plek, locatie in enumerate(locaties)}
        gevonden = {tekst: plaats.get(locatienamen.get(locatiesleutel(tekst), ""), -1) for tekst in set(teksten)}
        locatie = np.fromiter(map(gevonden.__getitem__, teksten), np.int16, aantal)
        onbekend = {tekst: namen == tekst for tekst in sorted(gevonden) if tekst and gevonden[tekst] < 0}
        return locatie, onbekend, namen != ""

    def _zoek_totaalrijen(self) -> NDArray[np.bool_]:
        """Een rij met "Totaal" of "Gemiddelde" in de eerste kolom, of bij de locatie of het respondentnummer."""
        totaal = np.zeros(self._aantal, dtype=np.bool_)
        plaatsen = {kolom.plaats for kolom in (self._keuze.locatie, self._keuze.respondent) if kolom is not None}
        if 0 not in {kolom.plaats for _, kolom in self._keuze.vragen}:
            plaatsen.add(0)
        for plaats in sorted(plaatsen):
            ruw = self._kolommen[plaats]
            is_totaal = np.array([isinstance(cel, str) and _is_totaal(cel) for cel in ruw.waarden])
            totaal |= is_totaal[np.frombuffer(ruw.plaats, dtype=np.intc)[self._eerste :]]
        return totaal


def maak_blad(
    gelezen: Gelezen, vragen: Sequence[Vraag], lijst: Vragenlijst, bron: Bron, kies: NDArray[np.bool_]
) -> Antwoordblad:
    """Stel een blad samen uit de rijen van `kies` en de kolommen van `vragen`."""
    kies = kies & gelezen.telt
    plekken = np.flatnonzero(kies)
    kolommen = {}
    afwijkingen: list[Afwijking] = []
    for vraag in vragen:
        kolom, gecodeerd = gelezen.antwoorden[vraag.id]
        kolommen[vraag.id] = Antwoordkolom(
            vraag=vraag,
            kolomletter=kolom.letter,
            plaats=gecodeerd.plaats[plekken],
            getal=None if gecodeerd.getal is None else gecodeerd.getal[plekken],
        )
        afwijkingen += (
            Afwijking(soort=soort, vraag=vraag, cel=f"{kolom.letter}{gelezen.rijen[plek]}")
            for plek, soort in gecodeerd.afwijkend
            if kies[plek]
        )
    onbekend = {naam: waar & kies for naam, waar in gelezen.onbekende_locaties.items() if (waar & kies).any()}
    return Antwoordblad(
        bron=bron,
        vragenlijst=lijst,
        rijen=gelezen.rijen[plekken],
        kolommen=kolommen,
        locaties=gelezen.locaties,
        locatie=gelezen.locatie[plekken],
        respondent=tuple(gelezen.respondent[plek] for plek in plekken) if gelezen.respondent else (),
        onbekende_locaties=tuple(onbekend),
        afwijkingen=tuple(afwijkingen),
        cellen_onbekende_locatie=tuple(
            f"{gelezen.locatieletter}{gelezen.rijen[np.flatnonzero(waar)[0]]}" for waar in onbekend.values()
        ),
    )


def _is_totaal(tekst: str) -> bool:
    woorden = vereenvoudig(tekst).split()
    return 0 < len(woorden) <= 3 and woorden[0] in kolomnamen.TOTAALRIJ
