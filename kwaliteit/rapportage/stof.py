"""De stof van een verslag: alles wat binnenkomt, met de opzoekingen die meer hoofdstukken nodig hebben.

Zoekt alleen in openbare cijfers. Wat er niet is, is None: het hoofdstuk kiest de zin die daarbij hoort.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.kader import Kader, Pijler
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vergelijking import Oordeel, Oordelen, Vergelijkingsoort
from kwaliteit.begrippen.verhaal import Pijlerverhaal
from kwaliteit.begrippen.vragenlijst import Kengetal, Vraag, Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap

LEEG_VERHAAL = Pijlerverhaal(
    boodschap="", kerncijfer=None, trend=(), terugblik=None, duiding=None, vooruitblik=None, besproken=None
)
BANDEN = (Status.BAND_LAAG, Status.BAND_HOOG)


def is_gemeten(cijfer: OpenbaarCijfer | None) -> bool:
    """Waar als er antwoorden waren, ook als de uitkomst verborgen is."""
    return cijfer is not None and cijfer.status not in (Status.GEEN_INFORMATIE, Status.NIET_GEVRAAGD)


def is_tekenbaar(cijfer: OpenbaarCijfer | None) -> bool:
    """Waar als een figuur er een punt of balk van mag maken."""
    return cijfer is not None and cijfer.status is Status.GETOOND and cijfer.waarde is not None


def zegt_iets(cijfer: OpenbaarCijfer | None) -> bool:
    """Waar als de lezer iets over de uitkomst leest: een getal of een band."""
    return cijfer is not None and (cijfer.is_getal or cijfer.status in BANDEN)


@dataclass(frozen=True, eq=False, kw_only=True)
class Stof:
    """De invoer van `stel_uitgaven_samen`, met opzoekingen. Vragen staan per doelgroep, op volgorde van de lijst."""

    werkmap: Werkmap
    kader: Kader
    bibliotheek: Vragenbibliotheek
    rekenregels: Rekenregels
    openbaar: OpenbareIndicatoren
    oordelen: Oordelen
    herkomst: Herkomst
    concept: bool

    @property
    def jaar(self) -> int:
        """Het verslagjaar."""
        return self.openbaar.jaar

    @cached_property
    def jaren(self) -> tuple[int, ...]:
        """De jaren met cijfers of in de werkmap, tot en met het verslagjaar, oudste eerst."""
        gemeten = {cijfer.jaar for cijfer in self.openbaar.cijfers}
        return tuple(sorted(jaar for jaar in {*self.werkmap.jaren, *gemeten, self.jaar} if jaar <= self.jaar))

    @cached_property
    def gevraagd(self) -> tuple[Gevraagd, ...]:
        """Alle vragen van het verslagjaar; de volgorde binnen een groep is die van de lijst."""
        nu = (gevraagd for gevraagd in self.openbaar.gevraagd if gevraagd.jaar == self.jaar)
        return tuple(sorted(nu, key=lambda gevraagd: gevraagd.doelgroep.rangorde))

    @cached_property
    def ooit_gevraagd(self) -> tuple[Gevraagd, ...]:
        """Elke vraag × groep één keer, in de laatste versie tot en met het verslagjaar."""
        laatste: dict[tuple[Doelgroep, str], Gevraagd] = {(nu.doelgroep, nu.vraag.id): nu for nu in self.gevraagd}
        for gevraagd in sorted(self.openbaar.gevraagd, key=lambda gevraagd: -gevraagd.jaar):
            if gevraagd.jaar <= self.jaar:
                laatste.setdefault((gevraagd.doelgroep, gevraagd.vraag.id), gevraagd)
        return tuple(sorted(laatste.values(), key=lambda gevraagd: gevraagd.doelgroep.rangorde))

    @cached_property
    def verdelingen(self) -> Mapping[tuple[int, str, Doelgroep | None, str], tuple[OpenbaarCijfer, ...]]:
        """De cijfers per antwoord, per (jaar, vraag, doelgroep, onderdeel), in de volgorde van de openbare tabel."""
        gevonden: dict[tuple[int, str, Doelgroep | None, str], list[OpenbaarCijfer]] = {}
        for cijfer in self.openbaar.cijfers:
            if cijfer.maat is Maat.VERDELING:
                sleutel = (cijfer.jaar, cijfer.indicator, cijfer.doelgroep, cijfer.onderdeel)
                gevonden.setdefault(sleutel, []).append(cijfer)
        return {sleutel: tuple(cijfers) for sleutel, cijfers in gevonden.items()}

    @cached_property
    def respons(self) -> Mapping[tuple[int, Doelgroep, str], OpenbaarCijfer]:
        """De respons per (jaar, doelgroep, onderdeel)."""
        return {
            (cijfer.jaar, cijfer.doelgroep, cijfer.onderdeel): cijfer
            for cijfer in self.openbaar.cijfers
            if cijfer.maat is Maat.RESPONS and cijfer.doelgroep is not None
        }

    @cached_property
    def kengetallen(self) -> Mapping[str, Kengetal]:
        """Alle bekende kengetallen bij id: die van de bibliotheek en die met een cijfer."""
        return {kengetal.id: kengetal for kengetal in (*self.bibliotheek.kengetallen, *self.openbaar.kengetallen)}

    @cached_property
    def vragen(self) -> Mapping[str, tuple[tuple[Doelgroep, Vraag], ...]]:
        """Alle bekende vragen bij id, met de groepen waaraan ze zijn of kunnen worden gesteld."""
        gevonden: dict[str, dict[Doelgroep, Vraag]] = {}
        for gevraagd in self.ooit_gevraagd:
            gevonden.setdefault(gevraagd.vraag.id, {})[gevraagd.doelgroep] = gevraagd.vraag
        for lijst in self.bibliotheek.vragenlijsten:
            for vraag in lijst.gemeten_vragen:
                gevonden.setdefault(vraag.id, {}).setdefault(lijst.doelgroep, vraag)
        return {
            vraag_id: tuple(sorted(groepen.items(), key=lambda paar: paar[0].rangorde))
            for vraag_id, groepen in gevonden.items()
        }

    def verhaal(self, pijler: Pijler) -> Pijlerverhaal:
        """Het verhaal bij een pijler; leeg als er niets geschreven is."""
        return self.werkmap.verhaal.pijlers.get(pijler.id, LEEG_VERHAAL)

    def vragen_van(self, pijler: Pijler) -> tuple[Gevraagd, ...]:
        """De vragen van het verslagjaar die bij een pijler horen."""
        return tuple(gevraagd for gevraagd in self.gevraagd if gevraagd.pijler == pijler.id)

    def cijfer(
        self, gevraagd: Gevraagd, *, jaar: int | None = None, onderdeel: str = ORGANISATIE
    ) -> OpenbaarCijfer | None:
        """Het cijfer dat voor een vraag staat, standaard van het verslagjaar en de hele organisatie."""
        return self.openbaar.vind(
            jaar=self.jaar if jaar is None else jaar,
            indicator=gevraagd.vraag.id,
            maat=kies_hoofdmaat(gevraagd.vraag),
            doelgroep=gevraagd.doelgroep,
            onderdeel=onderdeel,
        )

    def kengetalcijfer(self, kengetal_id: str, jaar: int, onderdeel: str = ORGANISATIE) -> OpenbaarCijfer | None:
        """Het cijfer van een kengetal in een jaar."""
        return self.openbaar.vind(
            jaar=jaar, indicator=kengetal_id, maat=Maat.VERHOUDING, doelgroep=None, onderdeel=onderdeel
        )

    @cached_property
    def jaaroordelen(self) -> Mapping[tuple[str, Maat, Doelgroep], Oordeel]:
        """Per (vraag, maat, doelgroep) het oordeel over de hele organisatie tegenover de laatste meting ervoor."""
        gevonden: dict[tuple[str, Maat, Doelgroep], Oordeel] = {}
        for oordeel in self._oordelen_nu(Vergelijkingsoort.JAAR):
            sleutel = (oordeel.indicator, oordeel.maat, oordeel.een.doelgroep)
            vorig = gevonden.get(sleutel)
            if oordeel.een.onderdeel == ORGANISATIE and (vorig is None or vorig.ander.jaar < oordeel.ander.jaar):
                gevonden[sleutel] = oordeel
        return gevonden

    @cached_property
    def groepsoordelen(self) -> Mapping[tuple[str, Doelgroep, Doelgroep], Oordeel]:
        """Het oordeel over twee groepen, per (spiegelonderwerp, een, ander)."""
        return {
            (oordeel.indicator, oordeel.een.doelgroep, oordeel.ander.doelgroep): oordeel
            for oordeel in self._oordelen_nu(Vergelijkingsoort.GROEP)
            if oordeel.maat is Maat.GUNSTIG
        }

    @cached_property
    def locatieoordelen(self) -> Mapping[tuple[str, Maat, Doelgroep, str], Oordeel]:
        """Per (vraag, maat, doelgroep, onderdeel) het oordeel tegenover de rest van de organisatie."""
        return {
            (oordeel.indicator, oordeel.maat, oordeel.een.doelgroep, oordeel.een.onderdeel): oordeel
            for oordeel in self._oordelen_nu(Vergelijkingsoort.LOCATIE)
        }

    def _oordelen_nu(self, soort: Vergelijkingsoort) -> tuple[Oordeel, ...]:
        return tuple(
            oordeel for oordeel in self.oordelen.oordelen if oordeel.soort is soort and oordeel.een.jaar == self.jaar
        )

    def deed_mee(self, doelgroep: Doelgroep, jaar: int | None = None) -> float | None:
        """Het deel van de gevraagde mensen dat antwoord gaf; None als dat niet openbaar of niet bekend is."""
        cijfer = self.respons.get((self.jaar if jaar is None else jaar, doelgroep, ORGANISATIE))
        if cijfer is None or not cijfer.is_getal:
            return None
        if cijfer.waarde is None and cijfer.teller is not None and cijfer.noemer:
            return cijfer.teller / cijfer.noemer
        return cijfer.waarde

    def is_bevraagd(self, doelgroep: Doelgroep) -> bool:
        """Waar als er in het verslagjaar een bron van deze groep was."""
        respons = self.respons.get((self.jaar, doelgroep, ORGANISATIE))
        heeft_respons = respons is not None and respons.status is not Status.NIET_GEVRAAGD
        return heeft_respons or any(gevraagd.doelgroep is doelgroep for gevraagd in self.gevraagd)
