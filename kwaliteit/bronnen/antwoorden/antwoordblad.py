"""Van cellen met een kop naar Antwoordbladen: welke rijen tellen, waar hoort iemand, wat antwoordde die."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import (
    ZIE_BRON,
    Bronkopie,
    Kopiesoort,
)
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.begrippen.werkmap import locatiesleutel
from kwaliteit.bestanden.ruw import Cel, Ruwblad
from kwaliteit.bronnen.antwoorden.codeer import Gecodeerd, Vertaler, lees_getallen, toon_antwoord
from kwaliteit.bronnen.antwoorden.kopie import Toon, maak_kopie, toon_respondent, zoek_dubbele
from kwaliteit.bronnen.antwoorden.meerkeuze import Keuzevertaler, Optiekolom
from kwaliteit.bronnen.antwoorden.rijkeuze import Rijkeuze, kies_rijen, lees_deelnamekolom, meld_rijen
from kwaliteit.bronnen.antwoorden.rijmelding import (
    meld_eigen_woorden,
    meld_geen_ja_of_nee,
    meld_onbruikbaar_gewicht,
    meld_vreemde_status,
)
from kwaliteit.bronnen.antwoorden.totaalrijen import zoek_totaalrijen
from kwaliteit.bronnen.dialecten.dialect import Kolomvorm, Rijstatus
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.indeling import bepaal_status, zoek_vreemde_status
from kwaliteit.bronnen.kop.kolomkeuze import Kolomkeuze
from kwaliteit.bronnen.kop.kop import Kolom, Kop
from kwaliteit.bronnen.kop.koppeling import Koppeling
from kwaliteit.bronnen.taal.antwoordwoorden import JA, NEE
from kwaliteit.bronnen.taal.plekken import geef_plekken, is_gevuld, zoek_gevulde_rijen
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst

HOOGSTE_GEWICHT = 1000
"""Meer is geen gewicht maar een vergissing: dan bepaalt één mens het cijfer."""

_DEEL = re.compile(r"\[([^\[\]]+)\]\s*$|___(\w{1,200})$|#([^#]+)$|(?:\s-\s|[:?])\s*([^-:?]+)$")
"""Het laatste stuk van een kop, waar de enquêtetool de optie zet."""


@dataclass(frozen=True, kw_only=True)
class Vraagantwoorden:
    """De antwoorden op één vraag, nog voor alle rijen. Alleen een meerkeuzevraag kan meer kolommen hebben."""

    vraag: Vraag
    kolommen: tuple[Kolom, ...]
    gecodeerd: Gecodeerd


@dataclass(frozen=True, kw_only=True)
class Gelezen:
    """Alle rijen onder de kop, nog ongefilterd. `keuze` zegt welke rijen een respondent zijn.

    Een rij telt als er iets staat bij een vraag, de locatie of het respondentnummer. Wie alleen dat laatste heeft is
    uitgenodigd maar geen deelnemer; dat volgt later uit de antwoorden. Lege rijen, totaalrijen, proefantwoorden en
    mensen die niet mee willen doen tellen niet.
    """

    rijen: NDArray[np.int64]
    keuze: Rijkeuze
    antwoorden: Mapping[str, Vraagantwoorden]
    locaties: tuple[str, ...]
    locatie: NDArray[np.int16]
    onbekende_locaties: Mapping[str, NDArray[np.bool_]]
    locatieletter: str
    respondent: tuple[str, ...]
    gewicht: NDArray[np.float64] | None = None
    kopie: Bronkopie | None = None

    @property
    def telt(self) -> NDArray[np.bool_]:
        """Welke rijen een respondent zijn."""
        return self.keuze.telt


class Lezer:
    """Leest de rijen van één blad (minstens één) onder de kop; wat opvalt gaat naar `melder`.

    Het blad is al schoon (zie `bladkeuze`).
    """

    def __init__(
        self,
        blad: Ruwblad,
        kop: Kop,
        keuze: Kolomkeuze,
        koppeling: Koppeling,
        melder: Bronmelder,
    ) -> None:
        self._blad = blad
        self._kop = kop
        self._keuze = keuze
        self._koppeling = koppeling
        self._melder = melder
        self._eerste = kop.rij + 1
        self._aantal = blad.aantal_rijen - self._eerste
        self._kolommen = blad.kolommen
        self._status = bepaal_status(blad, kop.indeling)
        self._foutcellen = sorted(blad.foutcellen)
        self._verborgen = blad.verborgen_rijen
        self._getoond: dict[int, tuple[Kopiesoort, Toon]] = {}

    def lees(self, locatienamen: Mapping[str, str], locaties: tuple[str, ...]) -> Gelezen:
        """Lees alle gekozen kolommen en kies de rijen."""
        aantal = self._aantal
        antwoorden = {vraag.id: self._lees_vraag(vraag, kolom) for vraag, kolom in self._keuze.vragen}
        for vraag, kolommen in self._keuze.meerkeuze:
            gevraagd = self._lees_meerkeuze(vraag, kolommen)
            if gevraagd is not None:
                antwoorden[vraag.id] = gevraagd
        locatie, onbekend, heeft_locatie = self._lees_locaties(locatienamen, locaties)
        respondent = self._teksten(self._keuze.respondent)
        self._meld_foutcellen()
        heeft_nummer = np.fromiter(map(bool, respondent or [""] * aantal), np.bool_, aantal)
        rijen = np.arange(self._eerste + 1, self._eerste + 1 + aantal, dtype=np.int64)
        keuze = self._kies_rijen(antwoorden, heeft_locatie | heeft_nummer, locatie >= 0)
        meld_rijen(keuze, rijen, self._verborgen, self._melder)
        self._meld_wat_toch_telt(antwoorden, keuze, rijen)
        return Gelezen(
            rijen=rijen,
            keuze=keuze,
            antwoorden=antwoorden,
            locaties=locaties,
            locatie=locatie,
            onbekende_locaties=onbekend,
            locatieletter=self._keuze.locatie.letter if self._keuze.locatie else "",
            respondent=respondent,
            gewicht=self._lees_gewichten(keuze.telt),
        )

    def _lees_gewichten(self, telt: NDArray[np.bool_]) -> NDArray[np.float64] | None:
        """Geef hoe zwaar elke rij telt; None zonder zo'n kolom, of als één mens die telt er niets bruikbaars heeft."""
        kolom = self._keuze.gewicht
        if kolom is None:
            return None
        per_waarde = np.array([lees_gewicht(cel) for cel in self._kolommen[kolom.plaats].waarden], dtype=np.float64)
        gewicht = per_waarde[self._plekken(kolom)]
        gewicht[list(self._fouten_in(kolom))] = np.nan
        mis = np.flatnonzero(telt & np.isnan(gewicht))
        if not len(mis):
            return gewicht
        meld_onbruikbaar_gewicht(self._melder, kolom, (mis + self._eerste + 1).tolist())
        return None

    def _meld_wat_toch_telt(
        self, antwoorden: Mapping[str, Vraagantwoorden], keuze: Rijkeuze, rijen: NDArray[np.int64]
    ) -> None:
        """Meld een vreemde status en eigen woorden bij een meerkeuzevraag, van wie meetelt."""
        for plaats, waar in zoek_vreemde_status(self._blad, self._kop.indeling):
            meld_vreemde_status(self._melder, self._kop.kolommen[plaats], rijen[keuze.telt & waar].tolist())
        for een in antwoorden.values():
            if (plekken := een.gecodeerd.eigen_woorden) is not None:
                tellend = rijen[plekken[keuze.telt[plekken]]].tolist()
                meld_eigen_woorden(self._melder, een.vraag, een.kolommen[0], tellend)

    def _kies_rijen(
        self,
        antwoorden: Mapping[str, Vraagantwoorden],
        gevuld: NDArray[np.bool_],
        bekende_locatie: NDArray[np.bool_],
    ) -> Rijkeuze:
        beantwoord = np.zeros(self._aantal, dtype=np.bool_)
        herkend = beantwoord.copy()
        for een in antwoorden.values():
            plaats = een.gecodeerd.plaats
            # "Weet ik niet" is ook een antwoord. Of iemand daarmee deelnemer is, volgt later uit de waarden.
            beantwoord |= ~np.isin(plaats, (Reden.LEEG, Reden.NIET_GETOOND))
            herkend |= ~np.isin(plaats, (Reden.LEEG, Reden.NIET_GETOOND, Reden.ONGELDIG))
            gevuld = gevuld | (plaats != Reden.LEEG)
        if not any(isinstance(kolom.betekenis, Vraag) for kolom in self._kop.kolommen):
            # Zonder één vraag telt alles wat er staat: zo is ook een bestand zonder koppeling te bekijken.
            gevuld = zoek_gevulde_rijen(self._blad, self._eerste)
            beantwoord = herkend = gevuld & (self._status != Rijstatus.UITGENODIGD)
        return kies_rijen(
            gevuld=gevuld,
            beantwoord=beantwoord,
            herkend=herkend,
            totaal=zoek_totaalrijen(self._blad, self._kop, self._keuze, bekende_locatie),
            status=self._status,
            deelname=[lees_deelnamekolom(self._blad, self._eerste, kolom) for kolom in self._keuze.deelname],
            onvolledig=self._koppeling.onvolledig,
        )

    def is_ervaringsdeskundig(self, kolom: Kolom, telt: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Zeg per rij of iemand ervaringsdeskundig is; iets anders dan ja, nee of leeg is een bevinding."""
        labels = [maak_label(maak_tekst(cel)) for cel in self._kolommen[kolom.plaats].waarden]
        plekken = self._plekken(kolom)
        for plek in np.flatnonzero(telt & _is_geen_ja_of_nee(labels)[plekken]):
            meld_geen_ja_of_nee(self._melder, f"{kolom.letter}{self._eerste + 1 + plek}")
        return np.array([label in JA for label in labels])[plekken]

    def _lees_vraag(self, vraag: Vraag, kolom: Kolom) -> Vraagantwoorden:
        vertaler = Vertaler(vraag.schaal, self._koppeling.eigen_antwoorden(vraag), self._kop.dialect.redenen)
        gecodeerd = vertaler.codeer(self._kolommen[kolom.plaats], self._eerste, list(self._fouten_in(kolom)))
        self._melder.meld_ontbrekend_met_label(vraag, kolom, (gecodeerd.ontkend + self._eerste + 1).tolist())
        self._getoond[kolom.plaats] = (Kopiesoort.ANTWOORD, lambda cel, _plek: vertaler.toon(cel))
        return Vraagantwoorden(vraag=vraag, kolommen=(kolom,), gecodeerd=gecodeerd)

    def _lees_meerkeuze(self, vraag: Vraag, kolommen: tuple[Kolom, ...]) -> Vraagantwoorden | None:
        """Lees een vraag met één cel voor alles, of een kolom per optie; None als geen enkele optie te herkennen is."""
        vertaler = Keuzevertaler(vraag.schaal, self._koppeling.eigen_antwoorden(vraag), self._kop.dialect.redenen)
        if len(kolommen) == 1 and kolommen[0].vorm is not Kolomvorm.OPTIE and not kolommen[0].deel:
            enige = kolommen[0]
            ruw = self._kolommen[enige.plaats]
            self._getoond[enige.plaats] = (
                Kopiesoort.ANTWOORD,
                lambda cel, plek: vertaler.toon_cel(cel, is_ontbrekend=plek in ruw.ontbrekend),
            )
            gecodeerd = vertaler.codeer_cellen(ruw, self._eerste, list(self._fouten_in(enige)))
            return Vraagantwoorden(vraag=vraag, kolommen=kolommen, gecodeerd=gecodeerd)
        gevonden: list[tuple[Kolom, Optiekolom]] = []
        for kolom in kolommen:
            ruw = self._kolommen[kolom.plaats]
            gebruikt = np.unique(self._plekken(kolom)).tolist()
            code = vertaler.zoek_optie(kolom.deel or zoek_deel(kolom.kop), [ruw.waarden[plek] for plek in gebruikt])
            if code is not None:
                optie = Optiekolom(kolom=ruw, code=code, fouten=tuple(self._fouten_in(kolom)))
                gevonden.append((kolom, optie))
                self._getoond[kolom.plaats] = (Kopiesoort.ANTWOORD, partial(_toon_vinkje, vertaler, optie))
        onbekend = [kolom for kolom in kolommen if kolom not in [een for een, _ in gevonden]]
        self._melder.meld_onbekende_opties(vraag, [kolom for kolom in onbekend if self._is_gevuld(kolom)])
        if not gevonden:
            return None
        gecodeerd = vertaler.codeer_opties([optie for _, optie in gevonden], self._eerste)
        return Vraagantwoorden(vraag=vraag, kolommen=tuple(kolom for kolom, _ in gevonden), gecodeerd=gecodeerd)

    def _plekken(self, kolom: Kolom) -> NDArray[np.intc]:
        return geef_plekken(self._kolommen[kolom.plaats], self._eerste)

    def _is_gevuld(self, kolom: Kolom) -> bool:
        return is_gevuld(self._kolommen[kolom.plaats], self._eerste)

    def maak_kopie(self, gelezen: Gelezen) -> Bronkopie | None:
        """Maak een kopie als er in een rij die telt iets mis is; anders kost dit niets."""
        onbekend, respondent, telt, rijen = gelezen.onbekende_locaties, gelezen.respondent, gelezen.telt, gelezen.rijen
        fout = np.zeros(self._aantal, dtype=np.bool_)
        for kolom in gelezen.keuze.wil_niet:
            fout |= kolom.onduidelijk
        for een in gelezen.antwoorden.values():
            fout[een.gecodeerd.mis] = True
        for waar in onbekend.values():
            fout |= waar
        tellend = np.flatnonzero(telt)
        fout[tellend[zoek_dubbele([respondent[plek] for plek in tellend])] if respondent else []] = True
        for vaste in self._keuze.vaste:
            fout[list(self._fouten_in(vaste))] = True
        if (wie := self._keuze.ervaringsdeskundige) is not None:
            labels = [maak_label(maak_tekst(cel)) for cel in self._kolommen[wie.plaats].waarden]
            fout |= _is_geen_ja_of_nee(labels)[self._plekken(wie)]
        if not (fout & telt).any():
            return None
        bekend = {tekst for tekst in self._teksten(self._keuze.locatie) if tekst not in onbekend}
        if self._keuze.locatie is not None:
            self._getoond[self._keuze.locatie.plaats] = (
                Kopiesoort.LOCATIE,
                lambda cel, _plek: toon_antwoord(cel) if maak_tekst(cel) in bekend else ZIE_BRON,
            )
        if self._keuze.respondent is not None:
            self._getoond[self._keuze.respondent.plaats] = (Kopiesoort.RESPONDENT, toon_respondent)
        return maak_kopie(
            self._blad,
            self._kop,
            self._melder.bestand,
            self._getoond,
            rijen[telt],
            foute_rijen=rijen[fout & telt],
            noemt_koppen=self._melder.noemt_koppen,
        )

    def _fouten_in(self, kolom: Kolom) -> Iterator[int]:
        for rij, plaats in self._foutcellen:
            if plaats == kolom.plaats and 0 <= rij - self._eerste < self._aantal:
                yield rij - self._eerste

    def _teksten(self, kolom: Kolom | None) -> tuple[str, ...]:
        if kolom is None:
            return ()
        ruw = self._kolommen[kolom.plaats]
        teksten = [maak_tekst(cel) for cel in ruw.waarden]
        return tuple(teksten[plek] for plek in ruw.plaats[self._eerste :])

    def _meld_foutcellen(self) -> None:
        """Een rekenbladfout in een kolom die geen vraag is; die van vragen volgen uit de antwoorden."""
        for kolom in self._keuze.vaste:
            for plek in self._fouten_in(kolom):
                self._melder.meld_foutcel(f"{kolom.letter}{self._eerste + 1 + plek}", kolom)

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


def zoek_deel(kop: str) -> str:
    """Geef de optie in een kop als "Vraag [Optie]", "vraag___1", "vraag#Optie" of "Vraag - Optie"."""
    treffer = _DEEL.search(kop)
    return next((deel for deel in treffer.groups() if deel), "") if treffer else ""


def lees_gewicht(cel: Cel) -> float:
    """Geef het gewicht in een cel: één getal boven nul en hoogstens duizend. Al het andere is NaN."""
    getallen = [] if isinstance(cel, bool) else lees_getallen(maak_tekst(cel))
    return getallen[0] if len(getallen) == 1 and 0 < getallen[0] <= HOOGSTE_GEWICHT else float("nan")


def _is_geen_ja_of_nee(labels: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([label not in ("", *JA, *NEE) for label in labels])


def _toon_vinkje(vertaler: Keuzevertaler, optie: Optiekolom, cel: Cel, plek: int) -> str | int | float:
    return vertaler.toon_vinkje(cel, optie, plek)
