"""Een export als cellen, en wat een eerlijke lezer daaruit kan weten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from kwaliteit.begrippen.doelgroep import Reden
from tests.exporteurs.vragen import ITEMS, Antwoord, Item, Persoon, Status, Vraagsoort

Waarde = str | int | float | datetime | None
MOMENT = datetime(2024, 10, 3, 9, 15, 27)  # noqa: DTZ001 - een tool schrijft plaatselijke tijd


@dataclass(frozen=True, slots=True, kw_only=True)
class Opsmuk:
    """Wat een echte export ook heeft en de gesloten antwoorden niet mag veranderen."""

    vaste_spaties: bool = False
    """Een vaste spatie in elke kop, zoals tools die uit opgemaakte tekst overnemen."""
    extra_kolommen: int = 0
    """Kolommen die nergens bij horen, met steeds dezelfde kop."""
    lege_kolommen: int = 0
    lege_rijen: int = 0


KAAL = Opsmuk()
EXTRA_KOP = "Opmerking van het team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Wat de tool wegschrijft. `koprijen` zijn de bovenste rijen; `koppeling` is YAML, leeg als die niet nodig is."""

    rijen: Sequence[Sequence[Waarde]]
    koprijen: int
    koppeling: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk:
    """Wat een tool kan zeggen. Wat zij niet kan zeggen, kan geen lezer weten; dat staat hier met zoveel woorden."""

    dialect: str
    niet_getoond: Reden = Reden.LEEG
    """Wat er overblijft van "niet getoond"."""
    vinkjes_kennen_niet_getoond: bool = True
    """Onwaar: bij een kolom per optie staat er niets als de vraag niet getoond was."""
    leeg_per_soort: Mapping[Vraagsoort, Reden] = field(default_factory=dict)
    """Vraagsoorten waarbij de tool een leeg antwoord als iets anders schrijft."""
    kent_onvolledig: bool = False
    kent_proef: bool = False
    kent_nummer: bool = True
    onleesbaar: frozenset[str] = frozenset()
    """Vragen die in deze export niet te lezen zijn, en die een lezer dus ook niet mag lezen."""

    def kan_zeggen(self, persoon: Persoon) -> Persoon:
        """De persoon zoals die in deze export te zien is; zonder statusveld lijkt iedereen klaar."""
        kent = {Status.ONVOLLEDIG: self.kent_onvolledig, Status.PROEF: self.kent_proef, Status.VOLLEDIG: True}
        return replace(
            persoon,
            status=persoon.status if kent[persoon.status] else Status.VOLLEDIG,
            antwoorden={item.id: self._zeg(item, persoon.antwoorden[item.id]) for item in ITEMS},
        )

    def _zeg(self, item: Item, antwoord: Antwoord) -> Antwoord:
        if item.id in self.onleesbaar:
            return Reden.LEEG
        if antwoord is Reden.NIET_GETOOND:
            kan = item.soort is not Vraagsoort.MEERKEUZE or self.vinkjes_kennen_niet_getoond
            antwoord = self.niet_getoond if kan else Reden.LEEG
        if antwoord is Reden.LEEG:
            return self.leeg_per_soort.get(item.soort, Reden.LEEG)
        return antwoord


def maak_koppeling(
    kolommen: Mapping[str, str] | None = None, antwoorden: Mapping[str, Mapping[str, int | str]] | None = None
) -> str:
    """De YAML die een medewerker zou schrijven."""
    regels = []
    if kolommen:
        regels += ["kolommen:", *(f'  "{kop}": {doel}' for kop, doel in kolommen.items())]
    if antwoorden:
        regels.append("antwoorden:")
        for schaal, labels in antwoorden.items():
            regels += [f"  {schaal}:", *(f'    "{label}": {code}' for label, code in labels.items())]
    return "\n".join(regels) + "\n"


def tooi_op(koppen: list[list[Waarde]], rijen: list[list[Waarde]], opsmuk: Opsmuk, open_: Sequence[str]) -> Export:
    """Zet de opsmuk om de tabel. De extra kolommen krijgen de open antwoorden van een ander, dus echte rommel."""
    vaak, breed = opsmuk.extra_kolommen, opsmuk.lege_kolommen
    boven = [
        [cel.replace(" ", "\xa0", 1) if opsmuk.vaste_spaties and isinstance(cel, str) else cel for cel in kop]
        + [EXTRA_KOP] * vaak
        + [None] * breed
        for kop in koppen
    ]
    onder = [
        [*rij, *(open_[(plek - 1 - nummer) % len(open_)] for nummer in range(vaak)), *[None] * breed]
        for plek, rij in enumerate(rijen)
    ]
    leeg: list[list[Waarde]] = [[None] * len(boven[-1])] * opsmuk.lege_rijen
    return Export(rijen=[*boven, *onder, *leeg], koprijen=len(boven))
