"""Alles bij elkaar: per jaar elke groep langs stap A, B en C, dan de kengetallen, daaruit de tellingen per pijler."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Indicatoren, Kengetalmeting, Meting, Responsmeting
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.openbaar import Beveiligd, Cijfersleutel, OpenbaarCijfer, OpenbareIndicatoren, Verborgen
from kwaliteit.begrippen.register import NIETS_GEPUBLICEERD, Register
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Kengetalsoort
from kwaliteit.begrippen.werkmap import RESPONS, Correctie
from kwaliteit.geheimhouding import kengetallen, respons, vragen
from kwaliteit.geheimhouding.bekend import verberg_naast_bekend
from kwaliteit.geheimhouding.blokken import Indeling, maak_indeling
from kwaliteit.geheimhouding.doorsnede import DOORSNEDE, blijven_er_genoeg_over, is_naast_elkaar_veilig
from kwaliteit.geheimhouding.groep import (
    Groepsmeting,
    Vraagmeting,
    bepaal_plek,
    maak_groepspatroon,
    nergens,
    verzamel_groep,
)
from kwaliteit.geheimhouding.patroon import Patroon
from kwaliteit.geheimhouding.pijlers import tel_per_pijler
from kwaliteit.geheimhouding.register import (
    NIETS_EERDER,
    Geschiedenis,
    Nagekeken,
    Verleden,
    kijk_na,
    maak_geschiedenis,
)
from kwaliteit.geheimhouding.rijen import NIETS, Rij, maak_cijfer, maak_logregel, verzamel_elders
from kwaliteit.geheimhouding.stuk import Stuk, maak_stuk

DEEL_VAN = {Doelgroep.ERVARINGSDESKUNDIGEN: Doelgroep.PROFESSIONALS}
"""Groepen die in een andere groep zitten; het geheel staat in `Doelgroep` vóór het deel."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Klaar:
    """Een groep met haar patroon en de plek van elke vraag."""

    groep: Groepsmeting
    vast: Patroon
    stukken: Mapping[str, Stuk]


def beveilig(
    indicatoren: Indicatoren,
    kader: Kader,
    rekenregels: Rekenregels,
    register: Register = NIETS_GEPUBLICEERD,
    correcties: tuple[Correctie, ...] = (),
) -> Beveiligd:
    """Maak van interne cijfers wat iedereen mag zien, en een intern log van wat verborgen is en waarom.

    Elke gevraagde vraag heeft per maat in elk onderdeel precies één rij, of bij een getoonde verdeling één per
    categorie. Volgorde: jaar, groep, respons en vragen zoals gevraagd, maat, boom, categorie; daarna de kengetallen.
    `register` is wat eerder gepubliceerd is en dus bekend blijft; `correcties` zeggen wat er gebeurt met een cijfer dat
    nu anders uitkomt.
    ValueError als de tellingen niet kloppen, of drempel en band niet bij elkaar passen.
    """
    _eis_geldige_grenzen(rekenregels)
    cijfers: list[OpenbaarCijfer] = []
    verborgen: list[Verborgen] = []
    onderdelen = indicatoren.boom.per_id
    bevindingen: list[Bevinding] = []
    for nagekeken in _maak_bundels(indicatoren, rekenregels, maak_geschiedenis(register, correcties)):
        rijen = nagekeken.rijen
        bevindingen += nagekeken.bevindingen
        elders = verzamel_elders(rijen)
        for rij in rijen:
            cijfers.append(maak_cijfer(rij, onderdelen[rij.onderdeel], elders.get(rij.onderdeel, NIETS)))
            if (logregel := maak_logregel(rij)) is not None:
                verborgen.append(logregel)
    wortel = indicatoren.boom.onderdelen[0].id
    openbaar = OpenbareIndicatoren(
        boom=indicatoren.boom,
        jaar=indicatoren.jaar,
        drempel=rekenregels.drempel,
        cijfers=tuple(cijfers),
        per_pijler=tuple(tel_per_pijler(cijfers, wortel, kader, rekenregels)),
        gevraagd=indicatoren.gevraagd,
        kengetallen=tuple({meting.kengetal.id: meting.kengetal for meting in indicatoren.kengetallen}.values()),
        niet_gevraagd=indicatoren.niet_gevraagd,
        index={maak_sleutel(cijfer): cijfer for cijfer in cijfers},
    )
    return Beveiligd(openbaar=openbaar, verborgen=tuple(verborgen), bevindingen=tuple(bevindingen))


def _eis_geldige_grenzen(regels: Rekenregels) -> None:
    if regels.band < 2:
        raise ValueError("een band onder 2 is geen band: er past maar één aantal in")
    if regels.drempel < 2 * regels.band - 1:
        raise ValueError("de drempel is te laag voor de band: een antwoord kan dan in twee banden tegelijk vallen")


def maak_sleutel(cijfer: OpenbaarCijfer) -> Cijfersleutel:
    """De sleutel waarmee een cijfer te vinden is."""
    return (cijfer.jaar, cijfer.indicator, cijfer.maat, cijfer.doelgroep, cijfer.onderdeel, cijfer.categorie)


def _maak_bundels(indicatoren: Indicatoren, regels: Rekenregels, geschiedenis: Geschiedenis) -> Iterator[Nagekeken]:
    """Geef de rijen in bundels waarbinnen hetzelfde aantal antwoorden hetzelfde betekent: een groep of een kengetal."""
    indeling = maak_indeling(indicatoren.boom)
    namen = {onderdeel.id: onderdeel.naam for onderdeel in indicatoren.boom.onderdelen}
    groepen = _verzamel_groepen(indicatoren, indeling)
    per_kengetal: dict[tuple[int, str], dict[str, Kengetalmeting]] = {}
    for meting in indicatoren.kengetallen:
        per_kengetal.setdefault((meting.jaar, meting.kengetal.id), {})[meting.onderdeel] = meting
    jaren = {jaar for jaar, _ in (*groepen, *per_kengetal)} | indicatoren.niet_gevraagd.keys()
    for jaar in sorted(jaren):
        klaar: dict[Doelgroep, Klaar] = {}
        for doelgroep in Doelgroep:
            verleden = geschiedenis.get((jaar, doelgroep), NIETS_EERDER)
            if groep := groepen.get((jaar, doelgroep)):
                geheel = klaar.get(DEEL_VAN[doelgroep]) if doelgroep in DEEL_VAN else None
                eigen = _leg_klaar(indeling, groep, geheel, regels, verleden)
                klaar[doelgroep] = eigen
                schalen = {naam: stuk.schaal for naam, stuk in eigen.stukken.items()}
                rijen = _maak_rijen(indeling, eigen, verleden, regels)
                yield kijk_na(rijen, indeling, verleden, schalen, frozenset({RESPONS}), namen, regels)
            elif doelgroep in indicatoren.niet_gevraagd.get(jaar, ()):
                rij = respons.maak_rij_niet_gevraagd(indeling, jaar, doelgroep)
                yield kijk_na([rij], indeling, verleden, {}, frozenset({RESPONS}), namen, regels)
        verleden = geschiedenis.get((jaar, None), NIETS_EERDER)
        for (van_jaar, naam), metingen in per_kengetal.items():
            if van_jaar == jaar:
                yield _bescherm_kengetal(indeling, naam, metingen, verleden, namen, regels)


def _maak_rijen(indeling: Indeling, klaar: Klaar, verleden: Verleden, regels: Rekenregels) -> list[Rij]:
    """De respons en alle vragen van een groep."""
    rijen = [
        *respons.maak_rijen(indeling, klaar.groep, klaar.vast, regels, verleden),
        *vragen.maak_rijen(klaar.stukken),
    ]
    return rijen if verleden is NIETS_EERDER else verberg_naast_bekend(rijen, klaar.stukken, verleden)


def _bescherm_kengetal(
    indeling: Indeling,
    naam: str,
    metingen: Mapping[str, Kengetalmeting],
    verleden: Verleden,
    namen: Mapping[str, str],
    regels: Rekenregels,
) -> Nagekeken:
    """De rijen van één kengetal; gaat het niet over mensen, dan mag het anders zijn dan eerder gepubliceerd."""
    kengetal = next(iter(metingen.values())).kengetal
    rijen = list(kengetallen.maak_rijen(indeling, metingen, regels, verleden))
    als_groep = frozenset() if kengetal.soort is Kengetalsoort.VERHOUDING else frozenset({naam})
    verleden = verleden if kengetal.over_mensen else verleden.zonder_cijfers(naam)
    return kijk_na(rijen, indeling, verleden, {}, als_groep, namen, regels)


def _verzamel_groepen(indicatoren: Indicatoren, indeling: Indeling) -> Mapping[tuple[int, Doelgroep], Groepsmeting]:
    per_vraag: dict[tuple[int, Doelgroep, str], dict[str, Meting]] = {}
    for meting in indicatoren.metingen:
        gevraagd = meting.gevraagd
        per_vraag.setdefault((gevraagd.jaar, gevraagd.doelgroep, gevraagd.vraag.id), {})[meting.onderdeel] = meting
    deelname: dict[tuple[int, Doelgroep], dict[str, Responsmeting]] = {}
    for responsmeting in indicatoren.respons:
        per_onderdeel = deelname.setdefault((responsmeting.jaar, responsmeting.doelgroep), {})
        per_onderdeel[responsmeting.onderdeel] = responsmeting
    gesteld: dict[tuple[int, Doelgroep], list[Vraagmeting]] = {sleutel: [] for sleutel in deelname}
    for gevraagd in indicatoren.gevraagd:
        if gevraagd.vraag.is_gemeten:
            metingen = per_vraag.get((gevraagd.jaar, gevraagd.doelgroep, gevraagd.vraag.id), {})
            vraag = Vraagmeting(gevraagd=gevraagd, per_onderdeel=metingen)
            gesteld.setdefault((gevraagd.jaar, gevraagd.doelgroep), []).append(vraag)
    return {
        sleutel: verzamel_groep(indeling, *sleutel, tuple(vragen_), deelname.get(sleutel, {}))
        for sleutel, vragen_ in gesteld.items()
    }


def _leg_klaar(
    indeling: Indeling, groep: Groepsmeting, geheel: Klaar | None, regels: Rekenregels, verleden: Verleden
) -> Klaar:
    """Bepaal het patroon en de plek van elke vraag; `geheel` is de groep waar deze een deel van is."""
    vast = maak_groepspatroon(indeling, groep, regels, verleden)
    verdwijnt = geheel is not None and not blijven_er_genoeg_over(groep, geheel.groep, indeling.wortel, regels.drempel)
    if verdwijnt:
        vast = Patroon(onderdelen=frozenset(), redenen=dict.fromkeys(groep.onderdelen, DOORSNEDE))
    stukken: dict[str, Stuk] = {}
    for vraag in groep.vragen:
        naam = vraag.gevraagd.vraag.id
        stuk = maak_stuk(indeling, vraag, bepaal_plek(indeling, groep, vast, vraag, regels), regels)
        ook_gesteld = geheel.stukken.get(naam) if geheel else None
        if verdwijnt or (ook_gesteld and not is_naast_elkaar_veilig(stuk, ook_gesteld)):
            stuk = replace(stuk, plek=nergens(groep, stuk.plek.onderdelen, DOORSNEDE))
        stukken[naam] = stuk
    return Klaar(groep=groep, vast=vast, stukken=stukken)
