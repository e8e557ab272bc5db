"""Wat eerder gepubliceerd is (rekenregels 7.6): een lezer heeft dat nog, en legt het naast de nieuwe versie.

Het verschil van twee versies is zelf een groep: wie erbij kwam, wegging of anders antwoordde. Die groep moet aan
dezelfde eisen voldoen als elke andere. Wat eerder een cijfer had, kan niet teruggenomen worden en telt in de stappen A,
B en C als bekend, zolang het over evenveel mensen gaat als nu. Het getal van nu over meer of minder mensen is een ander
getal: dat kent een lezer nog niet, en het kan dus weg.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.register import Gepubliceerd, Register
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Schaal
from kwaliteit.begrippen.werkmap import ALLES, Correctie, Correctiekeuze
from kwaliteit.geheimhouding.blokken import Indeling
from kwaliteit.geheimhouding.correcties import Eerder, lees_codes, per_cijfer, voer_uit
from kwaliteit.geheimhouding.registermeldingen import (
    meld_anders,
    meld_onbekend,
    meld_restverschil,
    meld_verdwenen,
    meld_zonder_doel,
)
from kwaliteit.geheimhouding.restverschil import zoek_restverschil
from kwaliteit.geheimhouding.rijen import BANDEN, Rij
from kwaliteit.geheimhouding.versies import (
    OPENBAAR,
    Soort,
    Stand,
    bepaal_soort,
    is_een_veilig,
    lees_rij,
    lees_stand,
    stel_samen,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verleden:
    """Wat over één groep (of over de kengetallen) in één jaar gepubliceerd is, en de correcties erbij.

    `per_indicator` is op (maat, id van het onderdeel); `zoek` zijn de regels zonder onderdeel in de boom.
    """

    per_indicator: Mapping[str, Eerder]
    zoek: tuple[Gepubliceerd, ...]
    correcties: tuple[Correctie, ...]

    def noem_zelfde_noemer(self, indicator: str, aantallen: Mapping[str, int]) -> frozenset[str]:
        """De onderdelen waarvan een lezer de noemer van nu al weet; bij de respons is dat het aantal uitgenodigden."""
        return frozenset(plek for plek, oud in self._loop(indicator) if _is_zelfde(oud.noemer, aantallen.get(plek)))

    def noem_zelfde_teller(self, indicator: str, aantallen: Mapping[str, int]) -> frozenset[str]:
        """Hetzelfde waar de teller de groep is: de deelnemers van de respons, of een kengetal zonder noemer."""
        return frozenset(plek for plek, oud in self._loop(indicator) if _is_zelfde(oud.teller, aantallen.get(plek)))

    def noem_bekend(self, indicator: str, aantallen: Mapping[str, int]) -> Mapping[Maat, frozenset[str]]:
        """De onderdelen waarvan een lezer van deze indicator een getal weet over de mensen van nu, per maat."""
        bekend: dict[Maat, set[str]] = {}
        for plek, oud in self._loop(indicator):
            if _gaat_over_nu(oud, aantallen) and (oud.teller is not None or oud.waarde is not None):
                bekend.setdefault(oud.maat, set()).add(plek)
        return {maat: frozenset(plekken) for maat, plekken in bekend.items()}

    def noem_banden(self, indicator: str, aantallen: Mapping[str, int]) -> Mapping[str, bool]:
        """De onderdelen waarvan een lezer weet dat bijna niemand (onwaar) of bijna iedereen (waar) gunstig is."""
        return {
            plek: oud.status is Status.BAND_HOOG
            for plek, oud in self._loop(indicator)
            if oud.maat is Maat.GUNSTIG and oud.status in BANDEN and _gaat_over_nu(oud, aantallen)
        }

    def _loop(self, indicator: str) -> Iterator[tuple[str, Gepubliceerd]]:
        for (_, plek), oude in self.per_indicator.get(indicator, {}).items():
            for oud in oude:
                yield plek, oud

    def zonder_cijfers(self, indicator: str) -> "Verleden":
        """Hetzelfde verleden waarin een correctie de cijfers van deze indicator nog kent, maar niets verschilt."""
        correctie = self.zoek_correctie(indicator)
        return self if correctie is not None else NIETS_EERDER

    def noem_zonder_band(self, indicator: str) -> frozenset[str]:
        """De onderdelen waar een lezer "niet getoond" las: genoeg antwoorden, en geen band."""
        return frozenset(
            plek
            for (maat, plek), oude in self.per_indicator.get(indicator, {}).items()
            if maat is Maat.GUNSTIG and any(oud.status is Status.NIET_GETOOND for oud in oude)
        )

    def zoek_correctie(self, indicator: str) -> Correctie | None:
        """Geef de correctie voor deze indicator; die met zijn naam gaat voor die voor alles."""
        return next(
            (een for naam in (indicator, ALLES) for een in self.correcties if een.indicator == naam),
            None,
        )


def _is_zelfde(toen: int | None, nu: int | None) -> bool:
    """Waar als een lezer dit aantal al kent: een ander aantal gaat over andere mensen."""
    return toen is not None and toen == nu


def _gaat_over_nu(oud: Gepubliceerd, aantallen: Mapping[str, int]) -> bool:
    """Waar als het cijfer over evenveel mensen ging als nu. Stond het aantal er niet bij, dan tellen we het mee."""
    return oud.noemer is None or _is_zelfde(oud.noemer, aantallen.get(oud.plek))


NIETS_EERDER = Verleden(per_indicator={}, zoek=(), correcties=())

Geschiedenis = Mapping[tuple[int, Doelgroep | None], Verleden]
"""Per jaar en groep wat gepubliceerd is; None is voor de kengetallen."""


def maak_geschiedenis(register: Register, correcties: Iterable[Correctie]) -> Geschiedenis:
    """Leg de regels van het register en de correcties per jaar en groep bij elkaar."""
    per_groep: dict[tuple[int, Doelgroep | None], list[Gepubliceerd]] = {}
    for cijfer in register.cijfers:
        per_groep.setdefault((cijfer.jaar, cijfer.doelgroep), []).append(cijfer)
    besluiten: dict[tuple[int, Doelgroep | None], list[Correctie]] = {}
    for correctie in correcties:
        besluiten.setdefault((correctie.jaar, correctie.doelgroep), []).append(correctie)
    geschiedenis: dict[tuple[int, Doelgroep | None], Verleden] = {}
    for sleutel in (*per_groep, *(sleutel for sleutel in besluiten if sleutel not in per_groep)):
        per_indicator: dict[str, dict[tuple[Maat, str], list[Gepubliceerd]]] = {}
        cijfers = per_groep.get(sleutel, [])
        for cijfer in cijfers:
            if cijfer.plek:
                per_plek = per_indicator.setdefault(cijfer.indicator, {})
                per_plek.setdefault((cijfer.maat, cijfer.plek), []).append(cijfer)
        geschiedenis[sleutel] = Verleden(
            per_indicator=per_indicator,
            zoek=tuple(cijfer for cijfer in cijfers if not cijfer.plek and cijfer.status in OPENBAAR),
            correcties=tuple(besluiten.get(sleutel, ())),
        )
    return geschiedenis


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Nagekeken:
    """De rijen zoals ze openbaar mogen worden, en wat erover te melden is."""

    rijen: list[Rij]
    bevindingen: tuple[Bevinding, ...]


def kijk_na(
    rijen: list[Rij],
    indeling: Indeling,
    verleden: Verleden,
    schalen: Mapping[str, Schaal],
    tellers_zijn_groep: frozenset[str],
    namen: Mapping[str, str],
    regels: Rekenregels,
) -> Nagekeken:
    """Leg de rijen van één groep naast wat eerder gepubliceerd is, en voer de correcties uit.

    `schalen` is per vraag, `namen` per onderdeel, en `tellers_zijn_groep` noemt de indicatoren zonder noemer van
    mensen.
    """
    if verleden is NIETS_EERDER:
        return Nagekeken(rijen=rijen, bevindingen=())
    klaar: list[Rij] = []
    bevindingen: list[Bevinding] = []
    verdwenen: dict[str, list[str]] = {}
    for indicator, eigen in _per_indicator(rijen).items():
        correctie = verleden.zoek_correctie(indicator)
        oude = verleden.per_indicator.get(indicator, {})
        schaal = schalen.get(indicator)
        if correctie is not None and correctie.keuze is Correctiekeuze.BEHOUD and not oude:
            if correctie.indicator == indicator:
                bevindingen.append(meld_zonder_doel(eigen[0].kop))
            correctie = None
        if correctie is not None:
            klaar += voer_uit(correctie, eigen, oude, schaal, regels)
            continue
        klaar += eigen
        als_groep = indicator in tellers_zijn_groep
        anders = _zoek_anders(eigen, oude, schaal, als_groep, regels)
        if anders:
            bevindingen.append(meld_anders(eigen[0].kop, [namen[onderdeel] for onderdeel in anders], regels))
        in_rest = _zoek_anders_in_rest(indeling, eigen, oude, schaal, als_groep, regels)
        if nog_meer := [namen[onderdeel] for onderdeel in in_rest if onderdeel not in anders]:
            bevindingen.append(meld_restverschil(eigen[0].kop, nog_meer, regels))
        kwijt = [oud for oud in verleden.zoek if oud.indicator == indicator]
        if kwijt and any(rij.inhoud.status in OPENBAAR for rij in eigen):
            bevindingen.append(meld_onbekend(eigen[0].kop, kwijt))
        for onderdeel in _zoek_verdwenen(eigen, oude):
            verdwenen.setdefault(onderdeel, []).append(indicator)
    bevindingen += [
        meld_verdwenen(rijen[0].kop, namen[onderdeel], indicatoren) for onderdeel, indicatoren in verdwenen.items()
    ]
    return Nagekeken(rijen=klaar, bevindingen=tuple(bevindingen))


def _zoek_anders(
    rijen: list[Rij], eerder: Eerder, schaal: Schaal | None, teller_is_groep: bool, regels: Rekenregels
) -> list[str]:
    """Geef de onderdelen waar een cijfer te veel van een eerdere versie verschilt."""
    anders = [
        onderdeel
        for (maat, onderdeel), deel in per_cijfer(rijen).items()
        if not _is_bundel_veilig(
            deel, eerder.get((maat, onderdeel), ()), bepaal_soort(maat, schaal, teller_is_groep), regels
        )
    ]
    return list(dict.fromkeys(anders))


def _zoek_anders_in_rest(
    indeling: Indeling,
    rijen: list[Rij],
    eerder: Eerder,
    schaal: Schaal | None,
    teller_is_groep: bool,
    regels: Rekenregels,
) -> list[str]:
    """Geef de onderdelen waar niet het cijfer, maar wat er na aftrekken overblijft te veel verschilt."""
    anders = [
        onderdeel
        for maat in dict.fromkeys(rij.maat for rij in rijen)
        for onderdeel in zoek_restverschil(
            indeling,
            (rij for rij in rijen if rij.maat is maat),
            (oud for (van_maat, _), oude in eerder.items() if van_maat is maat for oud in oude),
            bepaal_soort(maat, schaal, teller_is_groep),
            regels,
        )
    ]
    return list(dict.fromkeys(anders))


def _zoek_verdwenen(rijen: list[Rij], eerder: Eerder) -> list[str]:
    """Geef de onderdelen waar een maat eerder iets zei en nu niets."""
    weg = [
        onderdeel
        for (maat, onderdeel), deel in per_cijfer(rijen).items()
        if not any(rij.inhoud.status in OPENBAAR for rij in deel)
        and any(oud.status in OPENBAAR for oud in eerder.get((maat, onderdeel), ()))
    ]
    return list(dict.fromkeys(weg))


def _per_indicator(rijen: Iterable[Rij]) -> dict[str, list[Rij]]:
    per_indicator: dict[str, list[Rij]] = {}
    for rij in rijen:
        per_indicator.setdefault(rij.kop.indicator, []).append(rij)
    return per_indicator


def _is_bundel_veilig(rijen: list[Rij], oude: Sequence[Gepubliceerd], soort: Soort, regels: Rekenregels) -> bool:
    """Waar als geen rij, ook niet samengenomen met andere vakken, te veel van een eerdere versie verschilt.

    Wie precies zo al eens gepubliceerd is, vertelt niets nieuws.
    """
    nu = {lees_codes(rij.categorie): lees_rij(rij, soort) for rij in rijen}
    toen: dict[frozenset[str], list[Stand]] = {}
    for oud in oude:
        stand = lees_stand(oud.status, oud.teller, oud.noemer, oud.waarde, soort)
        if stand is not None:
            toen.setdefault(lees_codes(oud.categorie), []).append(stand)
    for codes, nieuw in nu.items():
        if nieuw is None:
            continue
        standen = toen.get(codes) or list(stel_samen(codes, toen))
        if not is_een_veilig(standen, nieuw, soort, regels):
            return False
    return all(
        is_een_veilig(standen, nieuw, soort, regels)
        for codes, standen in toen.items()
        if codes not in nu
        for nieuw in stel_samen(codes, {naam: [stand] for naam, stand in nu.items() if stand is not None})
    )
