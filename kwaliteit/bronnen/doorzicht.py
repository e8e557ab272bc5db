"""Een bestand bekijken zoals `verslag` het zou lezen, ook als nog niemand zei welke vragenlijst erbij hoort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek, GebruikFout, WerkmapFout, bedoelde_u
from kwaliteit.begrippen.inspectie import Herkenning, Leesopdracht
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenbibliotheek, Vragenlijst
from kwaliteit.bestanden.leesploeg import Leesploeg
from kwaliteit.bestanden.ruw import LEEG, Onleesbaar, Ruwbestand, Ruwblad, Soort
from kwaliteit.bronnen.bevindingen import Bronmelder
from kwaliteit.bronnen.dialecten import Indeling
from kwaliteit.bronnen.gelijkenis import Treffer, Vergelijker, wijs_toe
from kwaliteit.bronnen.indeling import deel_in
from kwaliteit.bronnen.kolomkeuze import NOOIT_LEZEN, kies_kolommen, zoek_betekenis
from kwaliteit.bronnen.kop import Kolom, Kop, Onbekend, Persoonsgegeven, Wegwijzer, maak_kop
from kwaliteit.bronnen.koppeling import GEEN_KOPPELING, Koppeling, lees_koppeling
from kwaliteit.bronnen.kopzekerheid import is_vast_een_kop
from kwaliteit.bronnen.lezen import REKENBLADUITGANGEN, TEKST_ALS_REKENBLAD
from kwaliteit.bronnen.schrijfwijze import vereenvoudig

GENOEG_GELIJKENIS = 3
"""Zoveel koppen die op een vraag lijken, maken van een rij zeker een kop."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Doorzicht:
    """Eén bestand met zijn kop, de best passende vragenlijst, en wat elke kolom is of lijkt te zijn.

    `kansen` en `voorstel` gaan over kolommen die niet gelezen worden (plaats vanaf 0): de vragen waar de kop op lijkt,
    en de ene die het voorstel is. `persoonlijk` zijn kolommen met een kop als "e-mail", wat de koppeling ook zegt.
    """

    ruw: Ruwbestand
    blad: Ruwblad
    kop: Kop
    lijst: Vragenlijst | None
    vragen: tuple[Vraag, ...]
    koppeling: Koppeling
    herkenning: Mapping[int, Herkenning]
    kansen: Mapping[int, Sequence[Treffer]]
    voorstel: Mapping[int, Treffer]
    persoonlijk: frozenset[int]
    bevindingen: tuple[Bevinding, ...]

    @property
    def indeling(self) -> Indeling:
        """Waar de kop staat en van welke tool zij is."""
        return self.kop.indeling

    @property
    def eerste_rij(self) -> int:
        """De eerste rij met antwoorden, vanaf 0."""
        return self.indeling.eerste_rij

    @property
    def verborgen_rijen(self) -> list[int]:
        """De rijnummers (vanaf 1) van verborgen of weggefilterde rijen met antwoorden."""
        return sorted(rij + 1 for rij in self.blad.verborgen_rijen if rij >= self.eerste_rij)

    def plekken(self, kolom: Kolom) -> NDArray[np.intc]:
        """Per rij met antwoorden de plaats in `waarden` van deze kolom."""
        return np.frombuffer(self.blad.kolommen[kolom.plaats].plaats, dtype=np.intc)[self.eerste_rij :]

    def tel_rijen(self) -> NDArray[np.bool_]:
        """Per rij vanaf `eerste_rij` of er een antwoord in staat."""
        gevuld = np.zeros(self.blad.aantal_rijen - self.eerste_rij, dtype=np.bool_)
        for kolom in self.blad.kolommen:
            gevuld |= np.frombuffer(kolom.plaats, dtype=np.intc)[self.eerste_rij :] > 0
        return gevuld


@dataclass(frozen=True, kw_only=True)
class _Kandidaat:
    """Een vragenlijst die misschien bij het bestand hoort."""

    lijst: Vragenlijst | None
    bijzondere: Vragenlijst | None
    koppeling: Koppeling

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        return tuple(vraag for lijst in (self.lijst, self.bijzondere) if lijst for vraag in lijst.vragen)


def open_bestand(pad: Path) -> Ruwbestand:
    """Open een bestand op de veilige manier; Onleesbaar met de reden als dat niet kan."""
    with Leesploeg() as ploeg:
        ruw = ploeg.open(pad)
    if ruw.soort is Soort.TEKST and pad.suffix.lower() in REKENBLADUITGANGEN:
        raise Onleesbaar(TEKST_ALS_REKENBLAD)
    return ruw


def doorzie(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek, ruw: Ruwbestand) -> Doorzicht:
    """Kies blad, kop en vragenlijst, en vergelijk wat overblijft met de vragen. Onleesbaar als er geen kop is."""
    kandidaat, blad, kop = _kies_lijst(opdracht, bibliotheek, ruw)
    vergelijker = Vergelijker(kandidaat.vragen)
    kansen = {
        kolom.plaats: treffers
        for kolom in kop.kolommen
        if is_open(kolom) and (treffers := vergelijker.zoek(namen_van(kop, kolom)))
    }
    bezet = {kolom.betekenis.id for kolom in kop.kolommen if isinstance(kolom.betekenis, Vraag)}
    voorstel = wijs_toe(kansen, bezet)
    kop = replace(kop, is_zeker=kop.is_zeker or len(voorstel) >= GENOEG_GELIJKENIS or is_vast_een_kop(blad, kop))
    return Doorzicht(
        ruw=ruw,
        blad=blad,
        kop=kop,
        lijst=kandidaat.lijst,
        vragen=kandidaat.vragen,
        koppeling=kandidaat.koppeling,
        herkenning=_zeg_hoe(kop, kandidaat),
        kansen=kansen,
        voorstel=voorstel,
        persoonlijk=_zoek_persoonlijke_koppen(kop),
        bevindingen=_verzamel_bevindingen(opdracht, ruw, kandidaat, blad, kop),
    )


def is_open(kolom: Kolom) -> bool:
    """Waar als de kolom een kop heeft die nog nergens bij hoort."""
    return bool(kolom.kop) and kolom.vorm not in NOOIT_LEZEN and isinstance(zoek_betekenis(kolom), Onbekend)


def namen_van(kop: Kop, kolom: Kolom) -> tuple[str, ...]:
    """Alle teksten waaronder een kolom bekend kan zijn."""
    return tuple(dict.fromkeys((kolom.kop, *kop.indeling.koppen[kolom.plaats].namen)))


def _kies_lijst(
    opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek, ruw: Ruwbestand
) -> tuple[_Kandidaat, Ruwblad, Kop]:
    """Kies de lijst waarvan de meeste vragen in de kop staan, of anders die waar de koppen het meest op lijken."""
    gezien = []
    for nummer, kandidaat in enumerate(_som_kandidaten_op(opdracht, bibliotheek)):
        blad, kop = _vind_kop(ruw, kandidaat)
        gezien.append((_weeg(kandidaat, kop), -nummer, kandidaat, blad, kop))
    punten, _, kandidaat, blad, kop = max(gezien, key=lambda een: een[:2])
    is_gekozen = opdracht.doelgroep is not None or bool(opdracht.vragenlijst)
    if not is_gekozen and not any(punten):
        kandidaat = _Kandidaat(lijst=None, bijzondere=None, koppeling=kandidaat.koppeling)
    return kandidaat, blad, kop


def _som_kandidaten_op(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek) -> list[_Kandidaat]:
    lijsten: Sequence[Vragenlijst] = bibliotheek.vragenlijsten
    if opdracht.vragenlijst:
        lijsten = [_zoek_lijst(opdracht.vragenlijst, bibliotheek)]
    elif opdracht.doelgroep is not None:
        lijsten = [bibliotheek.standaard_voor(opdracht.doelgroep)]
    kandidaten, fouten = [], []
    for lijst in lijsten:
        bijzondere = _zoek_bijzondere(lijst, bibliotheek)
        try:
            koppeling = _lees_koppeling(opdracht, (lijst, *([bijzondere] if bijzondere else [])))
        except WerkmapFout as fout:
            fouten.append(fout)
        else:
            kandidaten.append(_Kandidaat(lijst=lijst, bijzondere=bijzondere, koppeling=koppeling))
    if not kandidaten:
        raise fouten[0]
    return kandidaten


def _zoek_lijst(naam: str, bibliotheek: Vragenbibliotheek) -> Vragenlijst:
    namen = [lijst.naam for lijst in bibliotheek.vragenlijsten]
    if naam not in namen:
        raise GebruikFout(
            Gebrek(
                waar=f"vragenlijst {naam}",
                wat="deze vragenlijst is er niet",
                verwacht=f"een van: {', '.join(namen)}.{bedoelde_u(naam, namen)}",
                doe_dit="Verbeter de naam, of zet de lijst in de map vragenlijsten van uw werkmap.",
            )
        )
    return bibliotheek.vragenlijst(naam)


def _zoek_bijzondere(lijst: Vragenlijst, bibliotheek: Vragenbibliotheek) -> Vragenlijst | None:
    """Bij professionals kunnen vragen voor ervaringsdeskundigen staan."""
    if lijst.doelgroep is not Doelgroep.PROFESSIONALS:
        return None
    return bibliotheek.standaard_voor(Doelgroep.ERVARINGSDESKUNDIGEN)


def _lees_koppeling(opdracht: Leesopdracht, lijsten: Sequence[Vragenlijst]) -> Koppeling:
    if opdracht.koppeling is None:
        return GEEN_KOPPELING
    vragen = tuple(vraag for lijst in lijsten for vraag in lijst.vragen)
    return lees_koppeling(opdracht.koppeling, vragen, naam=f"koppelingen/{opdracht.koppeling.name}")


def _vind_kop(ruw: Ruwbestand, kandidaat: _Kandidaat) -> tuple[Ruwblad, Kop]:
    """Geef het blad waarin de meeste vragen te herkennen zijn, of anders het grootste blad met een kop."""
    wegwijzer = Wegwijzer(kandidaat.vragen, kandidaat.koppeling)
    gevonden: list[tuple[Ruwblad, Kop]] = []
    onleesbaar: list[tuple[int, Onleesbaar]] = []
    for blad in ruw.bladen:
        try:
            indeling = deel_in(blad, wegwijzer, ruw.soort)
        except Onleesbaar as fout:
            onleesbaar.append((_meet(blad), fout))
        else:
            if indeling is not None:
                gevonden.append((blad, maak_kop(indeling, wegwijzer)))
    grootste_reden = max(onleesbaar, key=lambda een: een[0], default=(0, Onleesbaar(LEEG)))
    beste = max(gevonden, key=lambda paar: (paar[1].punten, _meet(paar[0])), default=None)
    # Een bijblad dat toevallig wel te lezen is, mag niet verbergen dat het blad met de antwoorden geweigerd is.
    if beste is None or (not beste[1].punten and _meet(beste[0]) < grootste_reden[0]):
        raise grootste_reden[1]
    return beste


def _meet(blad: Ruwblad) -> int:
    return blad.aantal_rijen * len(blad.kolommen)


def _weeg(kandidaat: _Kandidaat, kop: Kop) -> tuple[int, float]:
    """Tel de vragen die in de kop staan, en hoe sterk de andere koppen op vragen lijken."""
    gevonden = {kolom.betekenis.id for kolom in kop.kolommen if isinstance(kolom.betekenis, Vraag)}
    if gevonden:
        return len(gevonden), 0.0
    vergelijker = Vergelijker(kandidaat.vragen)
    kansen = {kolom.plaats: vergelijker.zoek(namen_van(kop, kolom)) for kolom in kop.kolommen if is_open(kolom)}
    return 0, sum(treffer.score for treffer in wijs_toe(kansen, ()).values())


def _zoek_persoonlijke_koppen(kop: Kop) -> frozenset[int]:
    zonder = Wegwijzer((), GEEN_KOPPELING)
    return frozenset(
        plaats
        for plaats, kolomkop in enumerate(kop.indeling.koppen)
        if kolomkop.kop and isinstance(zonder.wijs_kolom(kolomkop), Persoonsgegeven)
    )


def _zeg_hoe(kop: Kop, kandidaat: _Kandidaat) -> dict[int, Herkenning]:
    zonder = Wegwijzer([replace(vraag, ook_wel=()) for vraag in kandidaat.vragen], GEEN_KOPPELING)
    hoe = {}
    for kolom in kop.kolommen:
        if any(vereenvoudig(naam) in kandidaat.koppeling.kolommen for naam in namen_van(kop, kolom)):
            hoe[kolom.plaats] = Herkenning.KOPPELING
        elif isinstance(kolom.betekenis, Vraag):
            exact = any(isinstance(zonder.wijs(naam), Vraag) for naam in namen_van(kop, kolom))
            hoe[kolom.plaats] = Herkenning.EXACT if exact else Herkenning.OOK_WEL
    return hoe


def _verzamel_bevindingen(
    opdracht: Leesopdracht, ruw: Ruwbestand, kandidaat: _Kandidaat, blad: Ruwblad, kop: Kop
) -> tuple[Bevinding, ...]:
    """Geef wat `verslag` over de kop en de kolommen zou melden."""
    melder = Bronmelder(opdracht.naam, blad.naam, noemt_koppen=kop.is_zeker)
    if ruw.is_gegokt:
        melder.meld_gok(ruw.codering)
    for naam in ruw.verborgen_bladen:
        melder.meld_verborgen_blad(naam)
    for ander in ruw.bladen:
        if ander is not blad and ander.aantal_rijen:
            melder.meld_ander_blad(ander.naam)
    if kandidaat.lijst is not None:
        kies_kolommen(kop, kandidaat.lijst, kandidaat.bijzondere, blad, melder)
    return tuple(melder.bevindingen)
