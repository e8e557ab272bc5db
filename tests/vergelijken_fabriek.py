"""Maakt openbare en interne cijfers om `vergelijken` mee te toetsen.

Alleen hier, niet in `kwaliteit/`: buiten de toetsen maakt alleen `geheimhouding` openbare cijfers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Cijfer, Gevraagd, Indicatoren, Maat, Meting, kies_hoofdmaat
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vergelijking import Vergeleken, Vergelijking
from kwaliteit.begrippen.vragenlijst import Ontbreekregel, Samenstelling, Schaal, Schaalsoort, Vraag
from kwaliteit.vergelijken import vergelijk
from tests.bouwstenen_indicatoren import BOOM, EENS5, REKENREGELS, SCHALEN, maak_vraag

JAAR = 2024
STATUSSEN = {"band": Status.BAND_HOOG, "verborgen": Status.TE_WEINIG, "weg": Status.NIET_GETOOND}


def maak_score(vraag_id: str = "S1") -> Vraag:
    """Maak een schaalscore van 0 tot 100."""
    schaal = Schaal(naam=vraag_id, soort=Schaalsoort.SCHAALSCORE, laagste=0, hoogste=100)
    samenstelling = Samenstelling(
        vragen=(), regel=Ontbreekregel.HELFT, op_100=True, gunstig_boven=None, instrument="", versie="", bron=""
    )
    return replace(maak_vraag(vraag_id, schaal), samenstelling=samenstelling)


def maak_vraag_met(soort: str, vraag_id: str = "V1", *, spiegel: str | None = None) -> Vraag:
    """Maak een vraag met een schaal van deze soort."""
    if soort == "schaalscore":
        return maak_score(vraag_id)
    return replace(maak_vraag(vraag_id, SCHALEN.get(soort, EENS5), normen=("C1",)), spiegel=spiegel)


def stel(
    vraag: Vraag,
    jaar: int = JAAR,
    doelgroep: Doelgroep = Doelgroep.CLIENTEN,
    *,
    reeks: str = "r",
    breuk: Breuk = Breuk.GEEN,
    pijler: str = "clienten",
) -> Gevraagd:
    """Stel een vraag in een jaar aan een groep."""
    return Gevraagd(
        jaar=jaar,
        doelgroep=doelgroep,
        vraag=vraag,
        pijler=pijler,
        normen=vraag.normen,
        vragenlijst="proeflijst",
        versie="1",
        reeks=reeks,
        breuk=breuk,
    )


@dataclass(kw_only=True)
class Proef:
    """Verzamelt cijfers; `vergelijk` zet ze naast elkaar."""

    boom: Boom = BOOM
    regels: Rekenregels = REKENREGELS
    gevraagd: dict[tuple[int, Doelgroep, str], Gevraagd] = field(default_factory=dict)
    cijfers: list[OpenbaarCijfer] = field(default_factory=list)
    metingen: list[Meting] = field(default_factory=list)

    def aandeel(
        self, gevraagd: Gevraagd, x: int, n: int, *, onderdeel: str = ORGANISATIE, hoe: str = "getoond"
    ) -> None:
        """Voeg x van n toe; `hoe` is getoond, band, verborgen of weg."""
        status = STATUSSEN.get(hoe, Status.GETOOND if n >= self.regels.procent_vanaf else Status.WEINIG)
        is_getal = status in (Status.GETOOND, Status.WEINIG)
        self._voeg_toe(
            gevraagd, onderdeel, status, Maat.GUNSTIG, x / n, x if is_getal else None, n if is_getal else None
        )
        self._meet(gevraagd, onderdeel, Maat.GUNSTIG, x / n, x, n, None)

    def midden(
        self, gevraagd: Gevraagd, waarde: float, afwijking: float, n: int, *, hoe: str = "getoond", gehouden: float = 0
    ) -> None:
        """Voeg een gemiddelde, score of nps toe; `gehouden` is hoeveel het openbare cijfer van het nieuwe afwijkt."""
        maat = kies_hoofdmaat(gevraagd.vraag)
        status = STATUSSEN.get(hoe, Status.GETOOND if n >= self.regels.procent_vanaf else Status.WEINIG)
        afgerond = round(waarde + gehouden, 1 if maat is Maat.GEMIDDELDE else 0)
        getoond = status is Status.GETOOND
        self._voeg_toe(gevraagd, ORGANISATIE, status, maat, afgerond, None, n if getoond else None)
        self._meet(gevraagd, ORGANISATIE, maat, waarde, None, n, afwijking)

    def vergelijk(self) -> Vergeleken:
        """Zet alles naast elkaar."""
        return vergelijk(self.intern(), self.openbaar(), self.regels)

    def openbaar(self) -> OpenbareIndicatoren:
        """De openbare cijfers tot nu toe."""
        return OpenbareIndicatoren(
            boom=self.boom,
            jaar=JAAR,
            drempel=self.regels.drempel,
            cijfers=tuple(self.cijfers),
            per_pijler=(),
            gevraagd=tuple(self.gevraagd.values()),
            kengetallen=(),
            niet_gevraagd={},
            index={(c.jaar, c.indicator, c.maat, c.doelgroep, c.onderdeel, c.categorie): c for c in self.cijfers},
        )

    def intern(self) -> Indicatoren:
        """De interne cijfers tot nu toe."""
        return Indicatoren(
            boom=self.boom,
            jaar=JAAR,
            gevraagd=tuple(self.gevraagd.values()),
            metingen=tuple(self.metingen),
            respons=(),
            kengetallen=(),
            niet_gevraagd={},
        )

    def _voeg_toe(
        self,
        gevraagd: Gevraagd,
        onderdeel: str,
        status: Status,
        maat: Maat,
        waarde: float,
        teller: int | None,
        noemer: int | None,
    ) -> None:
        self.gevraagd[gevraagd.jaar, gevraagd.doelgroep, gevraagd.vraag.id] = gevraagd
        self.cijfers.append(
            OpenbaarCijfer(
                jaar=gevraagd.jaar,
                indicator=gevraagd.vraag.id,
                pijler=gevraagd.pijler,
                normen=gevraagd.normen,
                doelgroep=gevraagd.doelgroep,
                onderdeel=onderdeel,
                onderdeelnaam=onderdeel,
                niveau=Niveau.ORGANISATIE if onderdeel == ORGANISATIE else Niveau.LOCATIE,
                maat=maat,
                categorie="",
                categorienaam="",
                eenheid=maat.eenheid,
                waarde=waarde if status is Status.GETOOND else None,
                teller=teller,
                noemer=noemer,
                ondergrens=None,
                bovengrens=None,
                methode=None,
                uitgenodigd=None,
                reeks=gevraagd.reeks,
                breuk=gevraagd.breuk,
                status=status,
                toelichting="",
            )
        )

    def _meet(
        self,
        gevraagd: Gevraagd,
        onderdeel: str,
        maat: Maat,
        waarde: float,
        teller: int | None,
        n: int,
        afwijking: float | None,
    ) -> None:
        cijfer = Cijfer(
            maat=maat, categorie="", waarde=waarde, teller=teller, noemer=n, interval=None, afwijking=afwijking
        )
        self.metingen.append(
            Meting(
                gevraagd=gevraagd,
                onderdeel=onderdeel,
                n=n,
                per_code=(),
                aantal_nvt=0,
                aantal_weet_niet=0,
                populatie=None,
                cijfers=(cijfer,),
            )
        )


def jaren_naast_elkaar(nu: tuple[int, int], toen: tuple[int, int], *, hoe: Sequence[str] = ("getoond",) * 2) -> Proef:
    """Maak een proef met één vraag: x van n nu, en x van n vorig jaar."""
    proef = Proef()
    vraag = maak_vraag_met("eens5")
    proef.aandeel(stel(vraag, JAAR - 1), *toen, hoe=hoe[1])
    proef.aandeel(stel(vraag), *nu, hoe=hoe[0])
    return proef


def het_enige(vergelijkingen: Iterable[Vergelijking]) -> Vergelijking:
    """Geef de ene vergelijking."""
    (vergelijking,) = vergelijkingen
    return vergelijking
