"""Een tabel zoals mensen die zelf maken: titels erboven, een totaalrij eronder."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from kwaliteit.begrippen.doelgroep import Reden
from tests.exporteurs.tabel import Export, Kenmerk, Opsmuk, Waarde, maak_koppeling, tooi_op
from tests.exporteurs.vragen import (
    CL06,
    ITEMS,
    LOCATIES,
    MAILADRES,
    OPEN_VRAAG,
    Antwoord,
    Item,
    Persoon,
    Vraagsoort,
)


class Antwoordvorm(Enum):
    """Hoe een antwoord in de cel staat."""

    CODE = "code"
    LABEL = "label"
    ALLEBEI = "allebei"


@dataclass(frozen=True, slots=True, kw_only=True)
class GewoneTabel:
    """`titels`: met titelregels en een lege regel erboven. `totaal`: met een totaalrij eronder."""

    vorm: Antwoordvorm
    titels: bool = False
    totaal: bool = False

    @property
    def kenmerk(self) -> Kenmerk:
        """Wie de tabel maakte schreef "overgeslagen" bij wat niet getoond was; de koppeling zegt dat."""
        return Kenmerk(dialect="vrij", niet_getoond=Reden.NIET_GETOOND, vinkjes_kennen_niet_getoond=False)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De tabel. Een cijfer is een echt getal; codes ook."""
        kop: list[Waarde] = ["Nr", "E-mail", "Locatie"]
        for item in ITEMS:
            if item is CL06:
                kop += [f"{item.tekst} [{label}]" for label in item.opties.values()]
            else:
                kop.append(f"{item.id}. {item.tekst}" if self.vorm is Antwoordvorm.CODE else item.tekst)
        kop.append(OPEN_VRAAG)
        rijen: list[list[Waarde]] = []
        for nummer, persoon in enumerate(personen, 1):
            rij: list[Waarde] = [nummer, MAILADRES, LOCATIES.get(persoon.locatie)]
            for item in ITEMS:
                rij += self._zeg(item, persoon.antwoorden[item.id])
            rijen.append([*rij, persoon.open])
        export = tooi_op([kop], rijen, opsmuk, [persoon.open for persoon in personen])
        breedte = len(export.rijen[0])
        boven: list[Sequence[Waarde]] = []
        if self.titels:
            boven = [_vul_aan(["Cliëntenraadpleging 2024"], breedte), _vul_aan(["Peildatum: 1 oktober"], breedte)]
            boven.append(_vul_aan([], breedte))
        onder: list[Sequence[Waarde]] = []
        if self.totaal:
            onder = [_vul_aan([], breedte), _vul_aan(["Totaal", None, None, 12, 14, 7.5], breedte)]
        anders = {item.schaal: {"overgeslagen": "niet getoond"} for item in ITEMS if item is not CL06}
        koppeling = maak_koppeling(antwoorden={schaal: dict(labels) for schaal, labels in anders.items()})
        return Export(rijen=[*boven, *export.rijen, *onder], koprijen=len(boven) + 1, koppeling=koppeling)

    def _zeg(self, item: Item, antwoord: Antwoord) -> list[Waarde]:
        if item is CL06:
            gekozen = antwoord if isinstance(antwoord, frozenset) else frozenset()
            return ["x" if code in gekozen else None for code in item.opties]
        if antwoord is Reden.NIET_GETOOND:
            return ["overgeslagen"]
        if antwoord is Reden.LEEG:
            return [None]
        assert isinstance(antwoord, int | float)
        if item.soort is Vraagsoort.CIJFER:
            return [antwoord]
        assert isinstance(antwoord, int)
        if isinstance(antwoord, Reden) or self.vorm is Antwoordvorm.LABEL:
            return [item.label(antwoord)]
        return [antwoord if self.vorm is Antwoordvorm.CODE else f"{antwoord} = {item.label(antwoord)}"]


def _vul_aan(rij: list[Waarde], breedte: int) -> list[Waarde]:
    return [*rij, *([None] * (breedte - len(rij)))]
