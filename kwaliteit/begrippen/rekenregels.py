"""De grenzen waarmee gerekend en beschermd wordt. Ze zijn gegevens: `kaders/rekenregels.yaml` noemt van elk de bron."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenregels:
    """Alle grenzen, in de namen van de rekenregels.

    drempel (k): minste aantal antwoorden dat getoond mag worden. band (t): zoveel mensen moeten er aan elke kant zijn.
    procent_vanaf: vanaf zoveel antwoorden een percentage en een marge. verschil_minstens: kleinste verschil (fractie);
    verschil_score, verschil_cijfer, verschil_nps: hetzelfde voor een score 0–100, een gemiddeld cijfer en een nps.
    groot_verschil: vanaf dit verschil (fractie) heet een duidelijk verschil tussen groepen groot. toeval: grens voor q.
    hoog_vanaf / laag_onder: grenzen voor de tellingen per pijler. volledig_vanaf: deel beantwoord om volledig te heten.
    nvt_boven: vanaf dit deel "n.v.t." volgt een bevinding. respons_voorzichtig, respons_laag: zie 4.5.
    alfa_vanaf: minste aantal volledige antwoorden voor Cronbachs alfa. alfa_laag: daaronder volgt een bevinding.
    """

    drempel: int
    band: int
    procent_vanaf: int
    verschil_minstens: float
    verschil_score: float
    verschil_cijfer: float
    verschil_nps: float
    groot_verschil: float
    toeval: float
    hoog_vanaf: float
    laag_onder: float
    volledig_vanaf: float
    nvt_boven: float
    respons_voorzichtig: float
    respons_laag: float
    alfa_vanaf: int
    alfa_laag: float

    def met_drempel(self, drempel: int | None) -> Self:
        """Dezelfde regels met de drempel van de organisatie; None laat alles zoals het is."""
        return self if drempel is None else replace(self, drempel=drempel)
