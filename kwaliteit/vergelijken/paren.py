"""Wat er naast elkaar staat: nu naast toen, groepen naast elkaar, en een locatie naast de rest van de organisatie."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, LOCATIEGROEP, Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Gevraagd, Indicatoren, Maat, kies_hoofdmaat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vergelijking import Kant, Vergelijkingsoort
from kwaliteit.begrippen.vragenlijst import Schaalsoort
from kwaliteit.vergelijken.kanten import (
    Aandeel,
    Binnen,
    Getallen,
    Gewogen,
    Wegingen,
    neem_aandeel,
    neem_deel,
    neem_gemiddelde,
    neem_rest,
    zoek_binnen,
    zoek_wegingen,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """Twee kanten van één indicator met hun getallen; None telt niet mee. `minstens` is het kleinste dat telt.

    `pijler` is alleen gevuld bij een paar jaren: daar telt een verschil als stijging of daling.
    """

    soort: Vergelijkingsoort
    indicator: str
    maat: Maat
    een: Kant
    ander: Kant
    links: Getallen | None
    rechts: Getallen | None
    minstens: Fraction
    breuk: Breuk = Breuk.GEEN
    pijler: str = ""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Blik:
    """Waar alle paren uit komen: de openbare cijfers, de grenzen, en intern alleen wat Welch nodig heeft."""

    openbaar: OpenbareIndicatoren
    regels: Rekenregels
    binnen: Binnen
    wegingen: Wegingen
    wortel: str

    @property
    def nu(self) -> tuple[Gevraagd, ...]:
        """De vragen van het verslagjaar, zonder vrije getallen: die zijn nooit openbaar."""
        return tuple(
            gevraagd
            for gevraagd in self.openbaar.gevraagd
            if gevraagd.jaar == self.openbaar.jaar and gevraagd.vraag.schaal.soort is not Schaalsoort.GETAL
        )

    def vind(self, gevraagd: Gevraagd, maat: Maat, onderdeel: str, jaar: int | None = None) -> OpenbaarCijfer | None:
        """Het openbare cijfer van een vraag, standaard van het jaar waarin zij gesteld is."""
        return self.openbaar.index.get(
            (gevraagd.jaar if jaar is None else jaar, gevraagd.vraag.id, maat, gevraagd.doelgroep, onderdeel, "")
        )

    def kant(self, jaar: int, doelgroep: Doelgroep) -> Kant:
        """De hele organisatie in een jaar."""
        return Kant(jaar=jaar, doelgroep=doelgroep, onderdeel=self.wortel)


def maak_paren(indicatoren: Indicatoren, openbaar: OpenbareIndicatoren, regels: Rekenregels) -> Iterator[Paar]:
    """Geef alle paren in vaste volgorde: eerst de jaren, dan de groepen, dan de locaties."""
    wortel = openbaar.boom.onderdelen[0].id
    binnen = zoek_binnen(indicatoren.metingen, wortel)
    blik = Blik(
        openbaar=openbaar,
        regels=regels,
        binnen=binnen,
        wegingen=zoek_wegingen(indicatoren.metingen),
        wortel=wortel,
    )
    yield from _zet_jaren_naast_elkaar(blik)
    yield from _zet_groepen_naast_elkaar(blik)
    yield from _zet_locaties_naast_de_rest(blik)


def _zet_jaren_naast_elkaar(blik: Blik) -> Iterator[Paar]:
    """Elke vraag van dit jaar naast haar laatste eerdere meting, ook als die verborgen is of een andere reeks heeft."""
    eerdere: dict[tuple[Doelgroep, str], Gevraagd] = {}
    for gevraagd in sorted(blik.openbaar.gevraagd, key=lambda gevraagd: gevraagd.jaar):
        if gevraagd.jaar < blik.openbaar.jaar:
            eerdere[gevraagd.doelgroep, gevraagd.vraag.id] = gevraagd
    for nu in blik.nu:
        maat = kies_hoofdmaat(nu.vraag)
        toen = eerdere.get((nu.doelgroep, nu.vraag.id))
        cijfer = blik.vind(nu, maat, blik.wortel)
        # Gewogen en ongewogen zijn andere cijfers; daartussen is geen oordeel.
        if toen is None or toen.gewogen is not nu.gewogen or cijfer is None:
            continue
        oud = blik.vind(toen, maat, blik.wortel)
        yield Paar(
            soort=Vergelijkingsoort.JAAR,
            indicator=nu.vraag.id,
            maat=maat,
            een=blik.kant(nu.jaar, nu.doelgroep),
            ander=blik.kant(toen.jaar, nu.doelgroep),
            links=_neem(blik, cijfer),
            rechts=None if oud is None else _neem(blik, oud),
            minstens=bepaal_minstens(maat, blik.regels),
            breuk=_bepaal_breuk(nu, toen, oud),
            pijler=nu.pijler,
        )


def _bepaal_breuk(nu: Gevraagd, toen: Gevraagd, oud: OpenbaarCijfer | None) -> Breuk:
    """Is er van toen geen cijfer in dezelfde maat, dan is de vraag veranderd, wat er ook verklaard is."""
    if nu.reeks != toen.reeks:
        return nu.breuk if nu.breekt else Breuk.VRAAG
    return Breuk.VRAAG if oud is None else Breuk.GEEN


def _zet_groepen_naast_elkaar(blik: Blik) -> Iterator[Paar]:
    """Per spiegelonderwerp elk paar hoofdgroepen dat meetelt; `een` staat vooraan in de volgorde van het verslag.

    Alle paren, al toont de pagina alleen het grootste verschil: wie na het kijken het grootste kiest, kiest ook.
    Van een groep met meer vragen over een onderwerp telt de eerste, net als op de pagina.
    """
    per_onderwerp: dict[str, dict[Doelgroep, Aandeel | Gewogen | None]] = {}
    for nu in blik.nu:
        onderwerp = nu.vraag.spiegel
        if onderwerp and kies_hoofdmaat(nu.vraag) is Maat.GUNSTIG:
            aandeel = neem_deel(blik.vind(nu, Maat.GUNSTIG, blik.wortel), blik.wegingen, blik.regels)
            per_onderwerp.setdefault(onderwerp, {}).setdefault(nu.doelgroep, aandeel)
    minstens = bepaal_minstens(Maat.GUNSTIG, blik.regels)
    for onderwerp in sorted(per_onderwerp):
        per_groep = per_onderwerp[onderwerp]
        tellen_mee = [(groep, aandeel) for groep in HOOFDGROEPEN if (aandeel := per_groep.get(groep)) is not None]
        for (een, links), (ander, rechts) in combinations(tellen_mee, 2):
            yield Paar(
                soort=Vergelijkingsoort.GROEP,
                indicator=onderwerp,
                maat=Maat.GUNSTIG,
                een=blik.kant(blik.openbaar.jaar, een),
                ander=blik.kant(blik.openbaar.jaar, ander),
                links=links,
                rechts=rechts,
                minstens=minstens,
            )


def _zet_locaties_naast_de_rest(blik: Blik) -> Iterator[Paar]:
    """Elke getoonde regio en locatie naast de rest van de organisatie, bij vragen met een gunstige kant.

    Van een gemiddelde, score of nps is de rest niet uit openbare cijfers te maken: die zijn afgerond. Daarom staan die
    maten hier niet. Een onderdeel dat zelf niet meetelt of alles al is, heeft hier geen paar.
    """
    minstens = bepaal_minstens(Maat.GUNSTIG, blik.regels)
    onderdelen = [
        (
            Kant(jaar=blik.openbaar.jaar, doelgroep=LOCATIEGROEP, onderdeel=onderdeel.id),
            Kant(jaar=blik.openbaar.jaar, doelgroep=LOCATIEGROEP, onderdeel=onderdeel.id, is_rest=True),
        )
        for onderdeel in blik.openbaar.boom.onderdelen[1:]
    ]
    for nu in blik.nu:
        if nu.doelgroep is not LOCATIEGROEP or kies_hoofdmaat(nu.vraag) is not Maat.GUNSTIG:
            continue
        geheel = neem_aandeel(blik.vind(nu, Maat.GUNSTIG, blik.wortel), blik.regels)
        for een, ander in onderdelen if geheel is not None else ():
            deel = neem_aandeel(blik.vind(nu, Maat.GUNSTIG, een.onderdeel), blik.regels)
            if geheel is None or deel is None or deel.n == geheel.n:
                continue
            yield Paar(
                soort=Vergelijkingsoort.LOCATIE,
                indicator=nu.vraag.id,
                maat=Maat.GUNSTIG,
                een=een,
                ander=ander,
                links=deel,
                rechts=neem_rest(geheel, deel, blik.regels),
                minstens=minstens,
            )


def _neem(blik: Blik, cijfer: OpenbaarCijfer) -> Getallen | None:
    if cijfer.maat is Maat.GUNSTIG:
        return neem_deel(cijfer, blik.wegingen, blik.regels)
    return neem_gemiddelde(cijfer, blik.binnen, blik.regels)


def bepaal_minstens(maat: Maat, regels: Rekenregels) -> Fraction:
    """Geef het kleinste verschil dat telt, in de eenheid van de maat, zoals het er staat: 0.05 is een twintigste."""
    grenzen = {
        Maat.SCORE: regels.verschil_score,
        Maat.GEMIDDELDE: regels.verschil_cijfer,
        Maat.NPS: regels.verschil_nps,
    }
    return Fraction(str(grenzen.get(maat, regels.verschil_minstens)))
