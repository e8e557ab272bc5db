"""Een vraag met haar tellingen, klaar om te beschermen."""

from dataclasses import dataclass

from kwaliteit.begrippen.indicator import Cijfer, Maat, Meting
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, Vakken, vul_aan
from kwaliteit.geheimhouding.groep import Plek, Vraagmeting
from kwaliteit.geheimhouding.waarden import is_verdeeld, zijn_vakken_goed

MATEN = (Maat.GUNSTIG, Maat.VERDELING, Maat.GEMIDDELDE, Maat.SCORE, Maat.TOPBOX, Maat.NPS)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Stuk:
    """Een vraag, waar zij mag verschijnen, en haar antwoorden per vak in elke knoop van de indeling.

    `aantallen` is per knoop het aantal mensen met een antwoord, als rij van één; bij meerkeuze niet de som van de
    vakken.
    """

    meting: Vraagmeting
    plek: Plek
    aantallen: Tellingen
    per_code: Tellingen
    indeling: Indeling
    regels: Rekenregels

    @property
    def schaal(self) -> Schaal:
        """De antwoorden op de vraag."""
        return self.meting.gevraagd.vraag.schaal

    def n(self, knoop: str) -> int:
        """Het aantal antwoorden."""
        return self.aantallen[knoop][0]

    def cijfer(self, maat: Maat, onderdeel: str, categorie: str = "") -> Cijfer:
        """Het interne cijfer van een onderdeel met antwoorden."""
        cijfers = self.meting.per_onderdeel[onderdeel].cijfers
        return next(cijfer for cijfer in cijfers if (cijfer.maat, cijfer.categorie) == (maat, categorie))

    def splits_antwoorden(self) -> tuple[Tellingen, ...]:
        """Van een meerkeuzevraag elk antwoord als eigen telling: (gekozen, niet gekozen)."""
        return tuple(
            {knoop: (vakken[vak], self.n(knoop) - vakken[vak]) for knoop, vakken in self.per_code.items() if vakken}
            for vak in range(len(self.schaal.codes))
        )

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
        return tuple(maat for maat in MATEN if maat in (gemeten or _geef_vaste_maten(self.meting.gevraagd.vraag)))


def maak_stuk(indeling: Indeling, meting: Vraagmeting, plek: Plek, regels: Rekenregels) -> Stuk:
    """Leg een vraag klaar; ValueError als de vakken niet bij het aantal antwoorden passen."""
    is_meerkeuze = meting.gevraagd.vraag.schaal.soort is Schaalsoort.MEERKEUZE
    for onderdeel, telling in meting.per_onderdeel.items():
        if not (_past_bij_meerkeuze(telling) if is_meerkeuze else sum(telling.per_code) == telling.n):
            raise ValueError(f"{meting.gevraagd.vraag.id} in '{onderdeel}': de vakken zijn samen niet n")
    per_onderdeel = meting.per_onderdeel.items()
    return Stuk(
        meting=meting,
        plek=plek,
        aantallen=vul_aan(indeling, {onderdeel: (telling.n,) for onderdeel, telling in per_onderdeel} or {"": (0,)}),
        per_code=vul_aan(indeling, {onderdeel: telling.per_code for onderdeel, telling in per_onderdeel}),
        indeling=indeling,
        regels=regels,
    )


def _past_bij_meerkeuze(telling: Meting) -> bool:
    """Niemand koos een antwoord twee keer, en wie telt koos iets."""
    return max(telling.per_code, default=0) <= telling.n <= sum(telling.per_code)


def _geef_vaste_maten(vraag: Vraag) -> set[Maat]:
    schaal = vraag.schaal
    if schaal.soort.heeft_codes:
        maten = {Maat.GUNSTIG, Maat.VERDELING} if schaal.gunstig else {Maat.VERDELING}
        return maten | ({Maat.SCORE} if vraag.met_score else set()) | ({Maat.TOPBOX} if vraag.met_topbox else set())
    if vraag.samenstelling is not None:
        midden = Maat.SCORE if vraag.samenstelling.op_100 else Maat.GEMIDDELDE
        return {midden} if vraag.samenstelling.gunstig_boven is None else {Maat.GUNSTIG, midden}
    if schaal.soort is Schaalsoort.MEERKEUZE:
        return {Maat.VERDELING}
    return {Maat.NPS if schaal.soort is Schaalsoort.NPS else Maat.GEMIDDELDE}
