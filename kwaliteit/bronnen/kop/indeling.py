"""Waar op een blad de kop staat en van welke enquêtetool zij is. Bij twijfel geen indeling maar een reden."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.ruw import Cel, Ruwblad, Soort
from kwaliteit.bronnen.dialecten import DIALECTEN, SPSS, VRIJ, Bovenrij, Dialect, Indeling, Kolomkop, Kopvorm, Rijstatus
from kwaliteit.bronnen.dialecten.dialect import Statusregel
from kwaliteit.bronnen.dialecten.spss import deel_sav_in
from kwaliteit.bronnen.dialecten.vrij import maak_kolomkop
from kwaliteit.bronnen.kop import gewonetabel
from kwaliteit.bronnen.kop.breedte import controleer_breedte
from kwaliteit.bronnen.kop.koppeling import Rol
from kwaliteit.bronnen.kop.wegwijzer import Onbekend, Wegwijzer
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst, vereenvoudig

__all__ = ["ZOEKDIEPTE", "Indeling", "bepaal_status", "deel_in", "zoek_vreemde_status"]

ZOEKDIEPTE = 20
"""Zoveel rijen bovenaan kunnen titel of uitleg zijn."""

VOORUIT = 30
"""Zoveel rijen onder een mogelijke kop kijken de dialecten naar de antwoorden."""

ZWAARTE = {
    Rijstatus.PROEF: 5,
    Rijstatus.GEARCHIVEERD: 4,
    Rijstatus.UITGENODIGD: 3,
    Rijstatus.ONVOLLEDIG: 2,
    Rijstatus.VOLLEDIG: 1,
    Rijstatus.ONBEKEND: 0,
}
"""Zeggen twee kolommen iets anders over een rij, dan wint de zwaarste."""


def deel_in(blad: Ruwblad, wegwijzer: Wegwijzer | None = None, soort: Soort | None = None) -> Indeling | None:
    """Geef waar de kop staat, of None op een leeg blad.

    Met een wegwijzer telt in een gewone tabel alleen een rij met bekende vragen als kop; zonder kan elke rij met
    koppen dat zijn. `soort` is het soort bestand. `Onleesbaar` als dit geen tabel met antwoorden is, of als niet te
    zien is waar de kop staat.
    """
    return deel_bovenkant_in(bekijk(blad, soort), wegwijzer) if blad.aantal_rijen else None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bovenkant:
    """De bovenste rijen van een blad, en de indeling als zij van een enquêtetool is; los van welke vragenlijst ook."""

    blad: Ruwblad
    cellen: Sequence[Sequence[Cel]]
    rijen: Sequence[Bovenrij]
    tool: Indeling | None


def bekijk(blad: Ruwblad, soort: Soort | None) -> Bovenkant:
    """Bekijk de bovenkant van een blad met minstens één rij. `Onleesbaar` als dit geen tabel met antwoorden is."""
    ruw = blad.eerste_rijen(ZOEKDIEPTE + VOORUIT)
    rijen = [Bovenrij([maak_tekst(cel) for cel in rij]) for rij in ruw]
    return Bovenkant(blad=blad, cellen=ruw, rijen=rijen, tool=_deel_tool_in(blad, rijen, soort))


def deel_bovenkant_in(boven: Bovenkant, wegwijzer: Wegwijzer | None) -> Indeling:
    """Doe wat `deel_in` doet met een blad dat al bekeken is."""
    blad, ruw, indeling = boven.blad, boven.cellen, boven.tool
    if indeling is not None:
        indeling = _neem_vraagrijen_mee(indeling, ruw, wegwijzer)
    elif wegwijzer is not None:
        indeling = _zoek_vragen(ruw, wegwijzer)
    if indeling is None:
        indeling = gewonetabel.deel_in(blad, ruw, boven.rijen, ZOEKDIEPTE)
    # Zonder kop is de eerste rij met antwoorden de maat.
    controleer_breedte(blad, max(indeling.eerste_rij - 1, indeling.eerste_koprij), max(indeling.koprijen, 1))
    if indeling.dialect.keur is not None:
        indeling.dialect.keur(blad, indeling)
    return indeling


def bepaal_status(blad: Ruwblad, indeling: Indeling) -> NDArray[np.int8]:
    """Geef per rij met antwoorden een `Rijstatus`; een lege rij is ONBEKEND."""
    aantal = blad.aantal_rijen - indeling.eerste_rij
    status = np.zeros(aantal, dtype=np.int8)
    gevuld = np.zeros(aantal, dtype=np.bool_)
    for plaats, kop in enumerate(indeling.koppen):
        kolom = blad.kolommen[plaats]
        plekken = geef_plekken(kolom, indeling.eerste_rij)
        gevuld |= plekken != 0
        regel = _zoek_regel(indeling.dialect, kop)
        if regel is not None:
            zwaarte = [ZWAARTE[_lees_status(regel, cel)] for cel in kolom.waarden]
            status = np.maximum(status, np.array(zwaarte, dtype=np.int8)[plekken])
    terug = np.zeros(len(ZWAARTE), dtype=np.int8)
    for stand, zwaarte_ in ZWAARTE.items():
        terug[zwaarte_] = stand
    return np.where(gevuld, terug[status], np.int8(Rijstatus.ONBEKEND)).astype(np.int8)


def zoek_vreemde_status(blad: Ruwblad, indeling: Indeling) -> tuple[tuple[int, NDArray[np.bool_]], ...]:
    """Geef de kolommen (plaats vanaf 0) met een status die wij niet kennen, en per rij of die daar staat."""
    gevonden = []
    for plaats, kop in enumerate(indeling.koppen):
        regel = _zoek_regel(indeling.dialect, kop)
        if regel is None or regel.bekend is None:
            continue
        kolom = blad.kolommen[plaats]
        kent = {"", *regel.waarden, *regel.bekend}
        vreemd = np.array([maak_label(maak_tekst(cel)) not in kent for cel in kolom.waarden])
        rijen = vreemd[geef_plekken(kolom, indeling.eerste_rij)]
        if rijen.any():
            gevonden.append((plaats, rijen))
    return tuple(gevonden)


def _zoek_regel(dialect: Dialect, kop: Kolomkop) -> Statusregel | None:
    if kop.meta is None:
        return None
    namen = [vereenvoudig(naam) for naam in kop.namen]
    return next((regel for regel in dialect.statusregels if any(map(regel.kop.fullmatch, namen))), None)


def _lees_status(regel: Statusregel, cel: Cel) -> Rijstatus:
    return regel.waarden.get(maak_label(maak_tekst(cel)), regel.anders)


def _deel_tool_in(blad: Ruwblad, rijen: Sequence[Bovenrij], soort: Soort | None) -> Indeling | None:
    if soort is Soort.SAV:
        return _maak_indeling(SPSS, deel_sav_in(rijen, blad), 0)
    eerste = next((plek for plek, rij in enumerate(rijen) if rij.gevuld), 0)
    for start, rij in enumerate(rijen[:ZOEKDIEPTE]):
        if len(rij.gevuld) < 2:
            continue
        gewonetabel.weiger_ander_bestand(rij)
        vooruit = rijen[start : start + VOORUIT]
        for dialect in DIALECTEN:
            if dialect is VRIJ or (dialect.is_los and start != eerste):
                continue
            if (kop := dialect.herken(vooruit)) is not None:
                return _maak_indeling(dialect, kop, start)
    return None


def _maak_indeling(dialect: Dialect, kop: Kopvorm, start: int) -> Indeling:
    return Indeling(dialect=dialect, waarom=kop.waarom, eerste_koprij=start, koprijen=kop.koprijen, koppen=kop.koppen)


def _zoek_vragen(ruw: Sequence[Sequence[Cel]], wegwijzer: Wegwijzer) -> Indeling | None:
    """Geef de rij bovenaan waarin de meeste cellen een vraag of bekende kolom zijn.

    Er moeten minstens twee zijn waarvan één een vraag, of het moet de enige gevulde cel in de rij zijn. De eerste
    respondent wordt zo nooit de kop. Sluit er direct een tweede kopregel op aan, dan horen ze bij elkaar.
    """
    punten = [_tel_bekend(rij, wegwijzer) for rij in ruw[:ZOEKDIEPTE]]
    beste = max(range(len(punten)), key=lambda plek: (punten[plek], -plek))
    if not punten[beste]:
        return None
    laatste = beste
    while laatste + 1 < len(punten) and punten[laatste + 1] > 1:
        laatste += 1
    return Indeling(
        dialect=VRIJ,
        waarom="een gewone tabel met bekende vragen in de kopregel",
        eerste_koprij=beste,
        koprijen=laatste - beste + 1,
        koppen=tuple(map(maak_kolomkop, map(maak_tekst, ruw[beste]))),
    )


def _neem_vraagrijen_mee(indeling: Indeling, ruw: Sequence[Sequence[Cel]], wegwijzer: Wegwijzer | None) -> Indeling:
    """Neem een eigen kopregel met vragen mee die iemand onder de kop van de tool zette."""
    koprijen = indeling.koprijen
    while wegwijzer is not None and indeling.eerste_koprij + koprijen < min(len(ruw), ZOEKDIEPTE):
        if _tel_bekend(ruw[indeling.eerste_koprij + koprijen], wegwijzer) <= 1:
            break
        koprijen += 1
    if koprijen == indeling.koprijen:
        return indeling
    return Indeling(
        dialect=indeling.dialect,
        waarom=indeling.waarom,
        eerste_koprij=indeling.eerste_koprij,
        koprijen=koprijen,
        koppen=indeling.koppen,
    )


def _tel_bekend(rij: Sequence[Cel], wegwijzer: Wegwijzer) -> int:
    teksten = [maak_tekst(cel) for cel in rij if isinstance(cel, str) and cel.strip()]
    gevuld = sum(1 for cel in rij if maak_tekst(cel))
    bekend = [betekenis for tekst in teksten if not isinstance(betekenis := wegwijzer.wijs(tekst), Onbekend)]
    vragen = {betekenis.id for betekenis in bekend if isinstance(betekenis, Vraag)}
    rollen = {betekenis for betekenis in bekend if isinstance(betekenis, Rol)} - {Rol.NEGEER}
    punten = len(vragen) + len(rollen)
    return punten if vragen and (punten > 1 or gevuld == 1) else 0
