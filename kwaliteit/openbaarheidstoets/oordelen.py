"""De tabel met verschillen: elk oordeel in de vaste woorden, en alleen over cijfers die er openbaar staan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from kwaliteit.begrippen.indicator import Breuk, Maat, kies_hoofdmaat
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vergelijking import Label, Vergelijkingsoort
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.openbaarheidstoets.rijen import Onleesbaar, Regel, Rij, lees_cel, lees_geheel, lees_jaar
from kwaliteit.openbaarheidstoets.vraagtoets import Sleutel

BRON = "gegevens/vergelijkingen.csv"
WOORDEN: Mapping[str, Mapping[str, int]] = {
    Label.REEKSBREUK: {f"niet te vergelijken: {breuk}": 0 for breuk in Breuk if breuk},
    Label.TE_WEINIG: {"te weinig antwoorden om te vergelijken": 0},
    Label.DUIDELIJK: {"duidelijk meer": 1, "duidelijk minder": -1},
    Label.MOGELIJK: {"mogelijk meer, kan toeval zijn": 1, "mogelijk minder, kan toeval zijn": -1},
    Label.GELIJK: {"ongeveer gelijk": 0},
}
"""Per label de vaste woorden, met de richting die zij noemen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeelregel:
    """Eén rij van de openbare `vergelijkingen.csv`. `onderdelen` zijn de ids die zo heten, nooit leeg."""

    jaar: int
    soort: str
    indicator: str
    doelgroep: str
    onderdelen: tuple[str, ...]
    vergeleken_met: str
    oordeel: str
    label: str
    punten: int | None


@dataclass(frozen=True, slots=True)
class _Kant:
    """Een openbaar cijfer dat meetelt; `teller` is None bij een gemiddelde, score of nps."""

    waarde: Fraction
    teller: int | None
    noemer: int


def zoek_op_naam(boom: Boom) -> dict[str, tuple[str, ...]]:
    """Geef per naam de ids; een regio en een locatie kunnen hetzelfde heten."""
    namen: dict[str, tuple[str, ...]] = {}
    for onderdeel in boom.onderdelen:
        namen[onderdeel.naam] = (*namen.get(onderdeel.naam, ()), onderdeel.id)
    return namen


def lees_oordeelregels(regels: Iterable[Regel], namen: Mapping[str, tuple[str, ...]]) -> list[Oordeelregel]:
    """Maak rijen van csv-regels; Onleesbaar als kolom, getal of onderdeel niet klopt."""
    uit = []
    for regel in regels:
        onderdelen = namen.get(lees_cel(regel, "onderdeel"))
        if onderdelen is None:
            raise Onleesbaar
        uit.append(
            Oordeelregel(
                jaar=lees_jaar(regel),
                soort=lees_cel(regel, "soort"),
                indicator=lees_cel(regel, "indicator"),
                doelgroep=lees_cel(regel, "doelgroep"),
                onderdelen=onderdelen,
                vergeleken_met=lees_cel(regel, "vergeleken_met"),
                oordeel=lees_cel(regel, "oordeel"),
                label=lees_cel(regel, "label"),
                punten=lees_geheel(lees_cel(regel, "punten")),
            )
        )
    return uit


def toets_oordelen(
    oordelen: Iterable[Oordeelregel],
    rijen: Iterable[Rij],
    vragen: Mapping[Sleutel, Vraag],
    boom: Boom,
    regels: Rekenregels,
) -> list[Lek]:
    """Geef elk oordeel met andere woorden, over een cijfer dat er niet staat, of dat niet uit de cijfers volgt."""
    keurder = _Keurder(rijen, vragen, regels)
    return [
        Lek(
            soort=Leksoort.RIJ,
            jaar=oordeel.jaar,
            doelgroep=oordeel.doelgroep,
            indicator=oordeel.indicator,
            onderdelen=(boom.per_id[oordeel.onderdelen[0]].naam,),
            wat=f"vergeleken met {oordeel.vergeleken_met}: {wat}",
            waaruit=BRON,
        )
        for oordeel in oordelen
        if (wat := keurder.keur(oordeel))
    ]


class _Keurder:
    """Legt oordelen naast de openbare cijfers."""

    def __init__(self, rijen: Iterable[Rij], vragen: Mapping[Sleutel, Vraag], regels: Rekenregels) -> None:
        self.regels, self.vragen = regels, vragen
        self.rijen = {(rij.sleutel, rij.maat, rij.onderdeel): rij for rij in rijen if not rij.categorie}
        self.spiegels: dict[tuple[int, str, str], list[Sleutel]] = {}
        for sleutel, vraag in vragen.items():
            if vraag.spiegel:
                self.spiegels.setdefault((*sleutel[:2], vraag.spiegel), []).append(sleutel)

    def keur(self, oordeel: Oordeelregel) -> str:
        """Geef wat er niet klopt, leeg als alles klopt."""
        richting = WOORDEN.get(oordeel.label, {}).get(oordeel.oordeel)
        if richting is None:
            return "andere woorden dan de vaste woorden van een oordeel"
        if oordeel.label in (Label.REEKSBREUK, Label.TE_WEINIG):
            return "er is niet vergeleken, maar punten is niet leeg" if oordeel.punten is not None else ""
        paren = [
            (een, ander)
            for een, ander in self._zoek_paren(oordeel)
            if een is not None and ander is not None and (een.teller is None) is (ander.teller is None)
        ]
        if not paren:
            return "een oordeel over een cijfer dat niet getoond mag worden"
        if not any(self._volgt(oordeel, richting, een, ander) for een, ander in paren):
            return "het oordeel of de punten volgen niet uit de openbare cijfers"
        return ""

    def _zoek_paren(self, oordeel: Oordeelregel) -> Iterator[tuple[_Kant | None, _Kant | None]]:
        """Geef elk paar cijfers waar deze rij over kan gaan."""
        jaar, doelgroep, indicator = oordeel.jaar, oordeel.doelgroep, oordeel.indicator
        if oordeel.soort == Vergelijkingsoort.JAAR and oordeel.vergeleken_met.isdecimal():
            vraag = self.vragen.get((jaar, doelgroep, indicator))
            if vraag is not None:
                maat = kies_hoofdmaat(vraag)
                toen = (int(oordeel.vergeleken_met), doelgroep, indicator)
                yield self._neem((jaar, doelgroep, indicator), maat), self._neem(toen, maat)
        elif oordeel.soort == Vergelijkingsoort.GROEP:
            for een in self.spiegels.get((jaar, doelgroep, indicator), ()):
                for ander in self.spiegels.get((jaar, oordeel.vergeleken_met, indicator), ()):
                    yield self._neem(een, Maat.GUNSTIG), self._neem(ander, Maat.GUNSTIG)
        elif oordeel.soort == Vergelijkingsoort.LOCATIE:
            sleutel = (jaar, doelgroep, indicator)
            for onderdeel in oordeel.onderdelen:
                deel = self._neem(sleutel, Maat.GUNSTIG, onderdeel)
                yield deel, self._trek_af(self._neem(sleutel, Maat.GUNSTIG), deel)

    def _neem(self, sleutel: Sleutel, maat: Maat, onderdeel: str = ORGANISATIE) -> _Kant | None:
        """Geef een cijfer dat getoond is en op genoeg antwoorden rust; een gewogen deel telt niet mee."""
        rij = self.rijen.get((sleutel, str(maat), onderdeel))
        if rij is None or rij.status != Status.GETOOND or rij.is_gewogen:
            return None
        if rij.waarde is None or rij.noemer is None or rij.noemer < self.regels.procent_vanaf:
            return None
        if maat is not Maat.GUNSTIG:
            return _Kant(rij.waarde, None, rij.noemer)
        return None if rij.teller is None else _Kant(Fraction(rij.teller, rij.noemer), rij.teller, rij.noemer)

    def _trek_af(self, geheel: _Kant | None, deel: _Kant | None) -> _Kant | None:
        """Geef de rest, als die zelf getoond had mogen worden."""
        if geheel is None or deel is None or geheel.teller is None or deel.teller is None:
            return None
        teller, noemer = geheel.teller - deel.teller, geheel.noemer - deel.noemer
        band = self.regels.band
        if noemer < self.regels.procent_vanaf or not band <= teller <= noemer - band:
            return None
        return _Kant(Fraction(teller, noemer), teller, noemer)

    def _volgt(self, oordeel: Oordeelregel, richting: int, een: _Kant, ander: _Kant) -> bool:
        verschil = een.waarde - ander.waarde
        if een.teller is None:  # afgeronde cijfers kunnen gelijk zijn, maar nooit de andere kant op wijzen
            return oordeel.punten is None and richting * verschil >= 0
        teken = -1 if verschil < 0 else 1
        is_groot = abs(verschil) >= Fraction(str(self.regels.verschil_minstens))
        klopt = is_groot and richting == teken if richting else not is_groot
        return klopt and oordeel.punten == teken * floor(100 * abs(verschil) + Fraction(1, 2))
