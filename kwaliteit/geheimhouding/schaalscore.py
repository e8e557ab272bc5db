"""Een schaalscore naast de vragen waar zij uit bestaat.

De score van een mens is het gemiddelde van zijn antwoorden. Beantwoordde iedereen alles, dan volgt de gemiddelde score
uit de vragen, en leert een lezer er niets bij. Anders is er een verschil tussen de som van de scores en de som van alle
antwoorden, gedeeld door het aantal vragen. Dat verschil gaat alleen over wie niet alles beantwoordde. Is dat één mens,
dan zou een lezer met de precieze som diens antwoord uitrekenen. Openbaar is alleen het afgeronde gemiddelde.

De regel: wisselt één mens die niet alles beantwoordde van antwoord met een ander, dan verandert de som van de scores
hoogstens één antwoordstap gedeeld door het aantal vragen. Alleen als het afgeronde gemiddelde dan naar beide kanten
hetzelfde blijft, verschijnt het; alleen als ook de afgeronde marge dan hetzelfde blijft, staat die erbij. Hetzelfde
geldt waar de antwoorden op een vraag zijn samengenomen: de schaalscore zou ze anders weer splitsen. Het aantal gunstige
scores verschijnt dan alleen als het met die vragen ook anders had gekund.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, product
from math import sqrt

from kwaliteit.begrippen.indicator import Cijfer, Maat
from kwaliteit.begrippen.vragenlijst import Ontbreekregel, Samenstelling
from kwaliteit.geheimhouding.besluit import Besluit, Waarom
from kwaliteit.geheimhouding.blokken import direct_onder, lichtste
from kwaliteit.geheimhouding.keuze import Keuze, kies
from kwaliteit.geheimhouding.ladder import achter_de_komma, rond_af
from kwaliteit.geheimhouding.midden import kies_midden
from kwaliteit.geheimhouding.stuk import Stuk

DEEL = ("schaalscore: vraag verborgen", "een vraag van de schaal is hier verborgen of staat in een band")
RUIMTE = ("schaalscore: ontbrekend", "met de vragen ernaast zou het antwoord volgen van wie niet alles beantwoordde")
UITERST = (
    "schaalscore: uiterste",
    "dit aantal kan met deze antwoorden bijna niet anders; dan volgt ook wie wat antwoordde",
)

NUL = 1e-6


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Deel:
    """Een vraag van de schaal, en wat daarvan verschijnt."""

    stuk: Stuk
    besluit: Besluit

    def toont(self, knoop: str) -> bool:
        """Waar als het aantal antwoorden en, als die er is, de gunstige kant hier een getal zijn."""
        besluit, plek = self.besluit, self.stuk.plek
        if besluit.gunstig is not None:
            return knoop in besluit.gunstig.tonen
        if besluit.midden is not None:
            return knoop in besluit.midden.tonen or (knoop in plek.kandidaten and knoop not in besluit.met_procent)
        return knoop in plek.kandidaten

    def toont_alles(self, knoop: str) -> bool:
        """Waar als elk antwoord hier openbaar geteld is."""
        verdeling = self.besluit.verdeling
        return verdeling is not None and verdeling.trap.is_fijnst and knoop in verdeling.onderdelen

    def geef_waarden(self, knoop: str) -> tuple[tuple[float, int], ...]:
        """De antwoorden (waarde, aantal) van laag naar hoog; bij een rapportcijfer per heel cijfer."""
        vakken, schaal = self.stuk.per_code[knoop], self.stuk.schaal
        codes = schaal.codes or tuple(round(schaal.bereik[0]) + vak for vak in range(len(vakken)))
        return tuple(sorted((float(code), aantal) for code, aantal in zip(codes, vakken, strict=True) if aantal))

    def som(self, knoop: str) -> float:
        """De som van de antwoorden, precies."""
        if self.stuk.schaal.soort.heeft_codes or not self.stuk.n(knoop):
            return sum(waarde * aantal for waarde, aantal in self.geef_waarden(knoop))
        cijfer = self.stuk.cijfer(Maat.GEMIDDELDE, knoop)
        return cijfer.waarde * cijfer.noemer

    def grootste_stap(self, knoop: str) -> float:
        """Hoe ver een antwoord hoogstens van het dichtstbijzijnde andere gegeven antwoord ligt."""
        waarden = [waarde for waarde, _ in self.geef_waarden(knoop)]
        if len(waarden) < 2:
            return 0.0
        afstanden = [b - a for a, b in pairwise(waarden)]
        return max(map(min, zip([*afstanden, afstanden[-1]], [afstanden[0], *afstanden], strict=True)))


def neem_besluit(stuk: Stuk, delen: Sequence[Deel], samenstelling: Samenstelling) -> Besluit:
    """Kies waar de gunstige scores en het gemiddelde verschijnen; een verborgen vraag verbergt hier de schaal."""
    schaal = _Schaal(stuk=stuk, delen=tuple(delen), samenstelling=samenstelling)
    kandidaten = frozenset(knoop for knoop in stuk.plek.kandidaten if all(deel.toont(knoop) for deel in delen))
    weg: dict[str, Waarom] = dict.fromkeys(stuk.plek.kandidaten - kandidaten, DEEL)
    gunstig = None
    if samenstelling.gunstig_boven is not None:
        gunstig, extra = _kies_gunstig(schaal, kandidaten, samenstelling.gunstig_boven)
        weg |= extra
    getoond = kandidaten if gunstig is None else gunstig.tonen
    met_procent = frozenset(knoop for knoop in getoond if stuk.n(knoop) >= stuk.regels.procent_vanaf)
    ruim = frozenset(knoop for knoop in met_procent if schaal.laat_ruimte(knoop))
    zonder = frozenset(knoop for knoop in ruim if not schaal.laat_ruimte_met_marge(knoop))
    midden, zonder_marge, vast = kies_midden(stuk, schaal.maat, ruim, zonder, schaal.grens)
    return Besluit(
        gunstig=gunstig,
        met_procent=met_procent,
        midden=midden,
        zonder_marge=zonder_marge,
        weg=weg,
        midden_weg={**dict.fromkeys(met_procent - ruim, RUIMTE), **vast},
    )


def _kies_gunstig(schaal: "_Schaal", kandidaten: Set[str], grens: float) -> tuple[Keuze, dict[str, Waarom]]:
    stuk = schaal.stuk
    weg: dict[str, Waarom] = {}
    while True:
        keuze = kies(
            stuk.indeling, kandidaten - weg.keys(), stuk.tel_gunstig(), stuk.zijn_vakken_goed, stuk.regels.band
        )
        onder = direct_onder(stuk.indeling, keuze.tonen)
        krap = next(
            (k for k in stuk.indeling.volgorde if k in keuze.tonen and schaal.is_uiterst(k, onder[k], grens)), None
        )
        if krap is None:
            return keuze, weg
        aantal = {knoop: stuk.n(knoop) for knoop in keuze.tonen}
        weg[lichtste(onder[krap], aantal) if onder[krap] else krap] = UITERST


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class _Schaal:
    """De rekensommen met de schaal en haar vragen samen, in de eenheid van de vragen."""

    stuk: Stuk
    delen: tuple[Deel, ...]
    samenstelling: Samenstelling

    @property
    def maat(self) -> Maat:
        return Maat.SCORE if self.samenstelling.op_100 else Maat.GEMIDDELDE

    @property
    def bereik(self) -> tuple[float, float]:
        return self.delen[0].stuk.schaal.bereik if self.delen else self.stuk.schaal.bereik

    @property
    def factor(self) -> float:
        """Punten van het cijfer per punt van de vragen."""
        laagste, hoogste = self.bereik
        return 100 / (hoogste - laagste) if self.samenstelling.op_100 else 1.0

    @property
    def grens(self) -> float | None:
        """De score waarboven iemand gunstig telt, in de eenheid van het cijfer."""
        boven = self.samenstelling.gunstig_boven
        if boven is None:
            return None
        return (boven - self.bereik[0]) * self.factor if self.samenstelling.op_100 else boven

    def cijfer(self, knoop: str) -> Cijfer:
        return self.stuk.cijfer(self.maat, knoop)

    def is_volledig(self, knoop: str) -> bool:
        """Waar als hier en in elk onderdeel eronder iedereen elke vraag beantwoordde, en elk antwoord openbaar is."""
        return all(deel.toont_alles(knoop) for deel in self.delen) and all(
            self._beantwoordde_alles(onder) for onder in self.stuk.meting.per_onderdeel if self._ligt_in(onder, knoop)
        )

    def _ligt_in(self, onder: str | None, knoop: str) -> bool:
        while onder is not None and onder != knoop:
            onder = self.stuk.indeling.ouder[onder]
        return onder == knoop

    def _beantwoordde_alles(self, knoop: str) -> bool:
        n = self.stuk.n(knoop)
        if any(deel.stuk.n(knoop) != n for deel in self.delen):
            return False
        if not n:
            return True
        van_delen = sum(deel.som(knoop) for deel in self.delen) / len(self.delen)
        laagste = self.bereik[0] if self.samenstelling.op_100 else 0.0
        van_schaal = (laagste + self.cijfer(knoop).waarde / self.factor) * n
        return abs(van_schaal - van_delen) < NUL * n

    def geef_stap(self, knoop: str) -> float:
        """Hoeveel de som van de scores verandert als één mens met een ander van antwoord wisselt."""
        return max(deel.grootste_stap(knoop) for deel in self.delen) / len(self.delen) * self.factor

    def laat_ruimte(self, knoop: str) -> bool:
        """Waar als het afgeronde gemiddelde naar beide kanten hetzelfde blijft."""
        if self.is_volledig(knoop):
            return True
        cijfer, decimalen = self.cijfer(knoop), achter_de_komma(self.maat)
        erbij = self.geef_stap(knoop) / cijfer.noemer
        return len({rond_af(cijfer.waarde + kant * erbij, decimalen) for kant in (-1, 0, 1)}) == 1

    def laat_ruimte_met_marge(self, knoop: str) -> bool:
        """Waar als ook de afgeronde marge hetzelfde blijft, hoe die wissel ook uitpakt."""
        cijfer, decimalen = self.cijfer(knoop), achter_de_komma(self.maat)
        interval, afwijking = cijfer.interval, cijfer.afwijking
        if interval is None or self.is_volledig(knoop):
            return True
        if afwijking is None:
            return False
        if afwijking == 0 or interval.laag == interval.hoog:
            return True
        n, vragen = cijfer.noemer, len(self.delen)
        minstens = -(-vragen // 2) if self.samenstelling.regel is Ontbreekregel.HELFT else -(-2 * vragen // 3)
        stap = self.geef_stap(knoop)
        ander = stap * vragen / minstens
        laagste, hoogste = (0.0, 100.0) if self.samenstelling.op_100 else self.bereik
        verst = max(cijfer.waarde - laagste, hoogste - cijfer.waarde)
        spreiding = 2 * verst * (stap + ander) + stap**2 + ander**2
        factor = max(cijfer.waarde - interval.laag, interval.hoog - cijfer.waarde) / afwijking
        uitkomsten = set()
        for kant, breder in product((-1, 0, 1), (-1, 0, 1)):
            midden = cijfer.waarde + kant * stap / n
            halve = factor * sqrt(max(0.0, afwijking**2 + breder * spreiding / (n - 1)))
            laag, hoog = max(laagste, midden - halve), min(hoogste, midden + halve)
            uitkomsten.add((rond_af(laag, decimalen), rond_af(hoog, decimalen)))
        return len(uitkomsten) == 1

    def is_uiterst(self, knoop: str, onder: Sequence[str], grens: float) -> bool:
        """Waar als het aantal gunstige scores in dit restblok bijna niet anders kan zijn met deze antwoorden.

        Krijgen de gunstige mensen van elke vraag de hoogste antwoorden, dan moet hun som ruim genoeg zijn, en die van
        de anderen ruim laag genoeg. Ruim is het hele bereik van alle vragen van twee mensen.
        """
        if self.is_volledig(knoop):
            return False
        gunstig, niet = self._rest_gunstig(knoop, onder)
        n, vragen = gunstig + niet, len(self.delen)
        if n == 0:
            return False
        hoogste = alles = 0.0
        for deel in self.delen:
            waarden = self._rest_waarden(deel, knoop, onder)
            hoogste += sum(waarden[:gunstig])
            alles += sum(waarden) * n / max(1, len(waarden))
        ruim = 2 * (self.bereik[1] - self.bereik[0]) * vragen
        return hoogste < gunstig * grens * vragen + ruim or alles - hoogste > niet * grens * vragen - ruim

    def _rest_gunstig(self, knoop: str, onder: Sequence[str]) -> tuple[int, int]:
        tellingen = self.stuk.tel_gunstig()
        gunstig, niet = tellingen[knoop]
        return gunstig - sum(tellingen[o][0] for o in onder), niet - sum(tellingen[o][1] for o in onder)

    def _rest_waarden(self, deel: Deel, knoop: str, onder: Sequence[str]) -> list[float]:
        """Alle antwoorden op een vraag in het restblok, van hoog naar laag."""
        aantal = dict(deel.geef_waarden(knoop))
        for een in onder:
            for waarde, minder in deel.geef_waarden(een):
                aantal[waarde] -= minder
        return [waarde for waarde in sorted(aantal, reverse=True) for _ in range(aantal[waarde])]
