"""Wat een indicator betekent, in gewone taal: één kaart per vraag, schaalscore, kengetal of respons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicatorkaart:
    """De definitie van één indicator. Elke tekst is een zin of een paar zinnen; leeg betekent: geldt hier niet.

    `anker` blijft gelijk over de jaren. `hoofdstuk` is waar de kaart onder staat: een groep, kengetallen of respons.
    """

    id: str
    anker: str
    titel: str
    hoofdstuk: str
    definitie: str
    teller: str
    noemer: str
    eenheid: str
    ook: str
    ontbrekend: str
    omkering: str
    marge: str
    normen: str
    bron: str
    vergelijken: str

    @property
    def regels(self) -> tuple[tuple[str, str], ...]:
        """De kaart als (woord, tekst), in vaste volgorde en zonder wat hier niet geldt."""
        alles = (
            ("Wat het is", self.definitie),
            ("Teller", self.teller),
            ("Noemer", self.noemer),
            ("Eenheid", self.eenheid),
            ("Ook te vinden", self.ook),
            ("Geen antwoord", self.ontbrekend),
            ("Omkeren", self.omkering),
            ("Marge", self.marge),
            ("Norm", self.normen),
            ("Bron", self.bron),
            ("Vergelijken", self.vergelijken),
        )
        return tuple((woord, tekst) for woord, tekst in alles if tekst)
