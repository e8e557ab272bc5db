"""Wat van één groep in één jaar bekend is, en het patroon (stap A) dat voor al haar vragen geldt."""

from collections.abc import Mapping
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Meting, Responsmeting
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.werkmap import RESPONS
from kwaliteit.geheimhouding import patroon
from kwaliteit.geheimhouding.blokken import Indeling, Vakken, vul_aan
from kwaliteit.geheimhouding.ladder import Inhoud, geen_informatie, te_weinig
from kwaliteit.geheimhouding.patroon import DREMPEL, Patroon
from kwaliteit.geheimhouding.register import Verleden


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagmeting:
    """Een gestelde vraag met haar metingen per onderdeel."""

    gevraagd: Gevraagd
    per_onderdeel: Mapping[str, Meting]

    @property
    def alleen_wortel(self) -> bool:
        """Waar als de vraag alleen voor de hele organisatie verschijnt: de lijst zegt het, of er is gewogen."""
        return self.gevraagd.vraag.alleen_organisatie or self.gevraagd.gewogen


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Groepsmeting:
    """Eén groep in één jaar. `per_onderdeel` is de respons.

    `onderdelen` krijgen een rij; dat is alleen de wortel bij ervaringsdeskundigen. `gemeten` zijn de onderdelen
    waarvan iets bekend is: alleen de wortel als bij niemand een locatie stond.
    """

    jaar: int
    doelgroep: Doelgroep
    vragen: tuple[Vraagmeting, ...]
    per_onderdeel: Mapping[str, Responsmeting]
    onderdelen: tuple[str, ...]
    gemeten: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Plek:
    """Waar een vraag een rij krijgt, waar zij mag verschijnen (kandidaten), en wat er in de andere onderdelen staat."""

    onderdelen: tuple[str, ...]
    kandidaten: frozenset[str]
    elders: Mapping[str, Inhoud]


def verzamel_groep(
    indeling: Indeling,
    jaar: int,
    doelgroep: Doelgroep,
    vragen: tuple[Vraagmeting, ...],
    respons: Mapping[str, Responsmeting],
) -> Groepsmeting:
    """Breng vragen en respons van één groep bij elkaar."""
    alleen_wortel = doelgroep is Doelgroep.ERVARINGSDESKUNDIGEN
    onderdelen = (indeling.wortel,) if alleen_wortel else indeling.onderdelen
    gemeten = {*respons, *(onderdeel for vraag in vragen for onderdeel in vraag.per_onderdeel)}
    return Groepsmeting(
        jaar=jaar,
        doelgroep=doelgroep,
        vragen=vragen,
        per_onderdeel=respons,
        onderdelen=onderdelen,
        gemeten=frozenset(gemeten).intersection(onderdelen),
    )


def maak_groepspatroon(indeling: Indeling, groep: Groepsmeting, regels: Rekenregels, verleden: Verleden) -> Patroon:
    """Stap A over de respons en alle vragen die onder de wortel verschijnen en daar genoeg antwoorden hebben.

    Te weinig deelnemers in de hele organisatie: geen enkel onderdeel verschijnt.
    """
    tellend = [
        vraag for vraag in groep.vragen if not vraag.alleen_wortel and _aantal(vraag, indeling.wortel) >= regels.drempel
    ]

    def tel(onderdeel: str) -> Vakken:
        respons = groep.per_onderdeel.get(onderdeel)
        deelnemers = () if not groep.per_onderdeel else (respons.deelnemers if respons else 0,)
        return (*deelnemers, *(_aantal(vraag, onderdeel) for vraag in tellend))

    namen = (*((RESPONS,) if groep.per_onderdeel else ()), *(vraag.gevraagd.vraag.id for vraag in tellend))
    aantallen = vul_aan(indeling, {onderdeel: tel(onderdeel) for onderdeel in groep.gemeten})

    def noem_bekend(plaats: int, naam: str) -> frozenset[str]:
        nu = {onderdeel: aantallen[onderdeel][plaats] for onderdeel in groep.gemeten}
        return (verleden.noem_zelfde_teller if naam == RESPONS else verleden.noem_zelfde_noemer)(naam, nu)

    bekend = [noem_bekend(plaats, naam) for plaats, naam in enumerate(namen)]
    return patroon.maak_patroon(indeling, groep.gemeten, aantallen, namen, regels.drempel, bekend)


def bepaal_plek(
    indeling: Indeling, groep: Groepsmeting, vast: Patroon, vraag: Vraagmeting, regels: Rekenregels
) -> Plek:
    """Waar een vraag mag verschijnen: in het patroon, of alleen in de wortel als de lijst dat zegt."""
    n = _aantal(vraag, indeling.wortel)
    onderdelen = (indeling.wortel,) if vraag.alleen_wortel else groep.onderdelen
    if n < regels.drempel:
        reden = (DREMPEL, f"{n} antwoorden in de hele organisatie; de drempel is {regels.drempel}")
        return nergens(groep, onderdelen, reden)
    if vraag.alleen_wortel:
        return Plek(onderdelen=onderdelen, kandidaten=frozenset(onderdelen), elders={})
    return Plek(
        onderdelen=onderdelen,
        kandidaten=vast.onderdelen.intersection(onderdelen),
        elders={
            onderdeel: geef_leeg(groep, onderdeel, vast.redenen[onderdeel])
            for onderdeel in onderdelen
            if onderdeel not in vast.onderdelen
        },
    )


def nergens(groep: Groepsmeting, onderdelen: tuple[str, ...], reden: tuple[str, str]) -> Plek:
    """De vraag verschijnt in geen enkel onderdeel, overal om dezelfde reden."""
    elders = {onderdeel: geef_leeg(groep, onderdeel, reden) for onderdeel in onderdelen}
    return Plek(onderdelen=onderdelen, kandidaten=frozenset(), elders=elders)


def geef_leeg(groep: Groepsmeting, onderdeel: str, reden: tuple[str, str]) -> Inhoud:
    """Te weinig antwoorden, of geen informatie waar helemaal niet is gemeten."""
    return te_weinig(*reden) if onderdeel in groep.gemeten else geen_informatie()


def _aantal(vraag: Vraagmeting, onderdeel: str) -> int:
    meting = vraag.per_onderdeel.get(onderdeel)
    return meting.n if meting else 0
