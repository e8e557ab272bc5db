"""Van inhoud naar rij: de enige plaats waar een `OpenbaarCijfer` ontstaat, en zijn regel in het interne log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Maat
from kwaliteit.begrippen.onderdeel import Onderdeel
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status, Verborgen
from kwaliteit.geheimhouding.ladder import Inhoud

EENHEDEN = {maat: maat.eenheid for maat in Maat}

BANDEN = (Status.BAND_LAAG, Status.BAND_HOOG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Wat alle rijen van één indicator gemeen hebben."""

    jaar: int
    indicator: str
    pijler: str
    normen: tuple[str, ...]
    doelgroep: Doelgroep | None
    reeks: str = ""
    breuk: Breuk = Breuk.GEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """Eén cijfer op zijn plaats. Bij een verdeling noemt `categorie` de codes, anders is zij leeg."""

    kop: Kop
    maat: Maat
    onderdeel: str
    eenheid: str
    inhoud: Inhoud
    categorie: str = ""
    categorienaam: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elders:
    """Wat over een onderdeel al in andere rijen staat: aantallen antwoorden en deelnemers, en de uitgenodigden."""

    aantallen: frozenset[int]
    uitgenodigd: int | None


NIETS = Elders(aantallen=frozenset(), uitgenodigd=None)


def verzamel_elders(rijen: Iterable[Rij]) -> Mapping[str, Elders]:
    """Geef per onderdeel wat deze rijen al openbaar maken."""
    aantallen: dict[str, set[int | None]] = {}
    uitgenodigd: dict[str, int | None] = {}
    for rij in rijen:
        is_respons = rij.maat is Maat.RESPONS
        aantallen.setdefault(rij.onderdeel, set()).add(rij.inhoud.teller if is_respons else rij.inhoud.noemer)
        if is_respons:
            uitgenodigd[rij.onderdeel] = rij.inhoud.noemer
    return {
        onderdeel: Elders(
            aantallen=frozenset(n for n in gezien if n is not None), uitgenodigd=uitgenodigd.get(onderdeel)
        )
        for onderdeel, gezien in aantallen.items()
    }


def maak_cijfer(rij: Rij, onderdeel: Onderdeel, elders: Elders) -> OpenbaarCijfer:
    """Maak de openbare rij.

    Een band houdt zijn noemer alleen als dat aantal al openbaar is; alleen bij een getal staat hoeveel mensen zijn
    uitgenodigd.
    """
    kop, inhoud = rij.kop, rij.inhoud
    noemer = inhoud.bandnoemer if inhoud.bandnoemer in elders.aantallen else inhoud.noemer
    is_getal = inhoud.status in (Status.GETOOND, Status.WEINIG)
    interval = inhoud.interval
    return OpenbaarCijfer(
        jaar=kop.jaar,
        indicator=kop.indicator,
        pijler=kop.pijler,
        normen=kop.normen,
        doelgroep=kop.doelgroep,
        onderdeel=onderdeel.id,
        onderdeelnaam=onderdeel.naam,
        niveau=onderdeel.niveau,
        maat=rij.maat,
        categorie=rij.categorie,
        categorienaam=rij.categorienaam,
        eenheid=rij.eenheid,
        waarde=inhoud.waarde,
        teller=inhoud.teller,
        noemer=noemer,
        ondergrens=None if interval is None else interval.laag,
        bovengrens=None if interval is None else interval.hoog,
        methode=None if interval is None else interval.methode,
        uitgenodigd=elders.uitgenodigd if is_getal else None,
        reeks=kop.reeks,
        breuk=kop.breuk,
        status=inhoud.status,
        toelichting=inhoud.woorden,
    )


def maak_logregel(rij: Rij) -> Verborgen | None:
    """Maak de regel voor het interne log, of None als er niets verborgen is."""
    if not rij.inhoud.regel:
        return None
    return Verborgen(
        jaar=rij.kop.jaar,
        indicator=rij.kop.indicator,
        doelgroep=rij.kop.doelgroep,
        onderdeel=rij.onderdeel,
        maat=str(rij.maat),
        regel=rij.inhoud.regel,
        reden=rij.inhoud.reden,
    )
