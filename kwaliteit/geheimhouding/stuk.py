"""Een vraag met haar tellingen, klaar om te beschermen."""

from dataclasses import dataclass

from kwaliteit.begrippen.indicator import Cijfer, Maat
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, Vakken, vul_aan
from kwaliteit.geheimhouding.groep import Plek, Vraagmeting
from kwaliteit.geheimhouding.waarden import is_verdeeld, zijn_vakken_goed

MATEN = (Maat.GUNSTIG, Maat.VERDELING, Maat.GEMIDDELDE, Maat.SCORE, Maat.NPS)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Stuk:
    """Een vraag, waar zij mag verschijnen, en haar antwoorden per vak in elke knoop van de indeling."""

    meting: Vraagmeting
    plek: Plek
    per_code: Tellingen
    indeling: Indeling
    regels: Rekenregels

    @property
    def schaal(self) -> Schaal:
        """De antwoorden op de vraag."""
        return self.meting.gevraagd.vraag.schaal

    def n(self, knoop: str) -> int:
        """Het aantal antwoorden."""
        return sum(self.per_code[knoop])

    def cijfer(self, maat: Maat, onderdeel: str) -> Cijfer:
        """Het interne cijfer van een onderdeel met antwoorden."""
        return next(cijfer for cijfer in self.meting.per_onderdeel[onderdeel].cijfers if cijfer.maat is maat)

    def tel_gunstig(self) -> Tellingen:
        """Elke knoop in twee vakken: gunstig en niet gunstig."""
        metingen = self.meting.per_onderdeel
        gemeten = {knoop: (meting.gunstig or 0, meting.n - (meting.gunstig or 0)) for knoop, meting in metingen.items()}
        return vul_aan(self.indeling, gemeten)

    def zijn_vakken_goed(self, vakken: Vakken) -> bool:
        """De eis aan alles wat laat zien hoeveel mensen in een vak zitten."""
        return zijn_vakken_goed(vakken, self.regels.drempel, self.regels.band)

    def is_verdeeld(self, vakken: Vakken) -> bool:
        """De eis aan een gemiddelde."""
        return is_verdeeld(vakken, self.regels.drempel, self.regels.band)

    def bepaal_maten(self) -> tuple[Maat, ...]:
        """De maten in vaste volgorde: die van de metingen, of zonder antwoorden die bij de schaal horen."""
        gemeten = {cijfer.maat for meting in self.meting.per_onderdeel.values() for cijfer in meting.cijfers}
        return tuple(maat for maat in MATEN if maat in (gemeten or _geef_vaste_maten(self.schaal)))


def maak_stuk(indeling: Indeling, meting: Vraagmeting, plek: Plek, regels: Rekenregels) -> Stuk:
    """Leg een vraag klaar; ValueError als de vakken samen niet het aantal antwoorden zijn."""
    for onderdeel, telling in meting.per_onderdeel.items():
        if sum(telling.per_code) != telling.n:
            raise ValueError(f"{meting.gevraagd.vraag.id} in '{onderdeel}': de vakken zijn samen niet n")
    per_code = vul_aan(indeling, {onderdeel: telling.per_code for onderdeel, telling in meting.per_onderdeel.items()})
    return Stuk(meting=meting, plek=plek, per_code=per_code, indeling=indeling, regels=regels)


def _geef_vaste_maten(schaal: Schaal) -> set[Maat]:
    if schaal.soort.heeft_codes:
        return {Maat.GUNSTIG, Maat.VERDELING} if schaal.gunstig else {Maat.VERDELING}
    return {Maat.NPS if schaal.soort is Schaalsoort.NPS else Maat.GEMIDDELDE}
