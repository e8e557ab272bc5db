"""Van paren naar woorden: rekenen, corrigeren over alles samen, en de eerste rij die past (rekenregels 6.3)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Indicatoren
from kwaliteit.begrippen.openbaar import OpenbareIndicatoren
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vergelijking import (
    Label,
    Oordeel,
    Oordelen,
    Vergeleken,
    Vergelijking,
    Vergelijkingsoort,
)
from kwaliteit.formules.veeltoetsing import corrigeer
from kwaliteit.vergelijken.paren import Paar, maak_paren
from kwaliteit.vergelijken.toetsen import Toets, toets

Telling = Mapping[tuple[int, str, Doelgroep], int]


def vergelijk(indicatoren: Indicatoren, openbaar: OpenbareIndicatoren, rekenregels: Rekenregels) -> Vergeleken:
    """Vergelijk alles van het verslagjaar dat openbaar is; volgorde: jaren, groepen, locaties.

    De correctie loopt over alle paren waarvoor gerekend is. Zo'n paar heeft de getallen die een analist wil zien; de
    andere hebben alleen woorden.
    """
    paren = tuple(maak_paren(indicatoren, openbaar, rekenregels))
    toetsen = tuple(_reken(paar) for paar in paren)
    qs = iter(corrigeer([uitkomst.p for uitkomst in toetsen if uitkomst is not None]))
    intern = tuple(
        _spreek_niet(paar) if uitkomst is None else _spreek(paar, uitkomst, next(qs), rekenregels)
        for paar, uitkomst in zip(paren, toetsen, strict=True)
    )
    return Vergeleken(openbaar=_maak_openbaar(paren, intern), intern=intern)


def _reken(paar: Paar) -> Toets | None:
    if paar.breuk is not Breuk.GEEN or paar.links is None or paar.rechts is None:
        return None
    return toets(paar.links, paar.rechts, paar.minstens)


def _spreek_niet(paar: Paar) -> Vergelijking:
    """De eerste rijen van 6.3: hier is niet gerekend."""
    label = Label.TE_WEINIG if paar.breuk is Breuk.GEEN else Label.REEKSBREUK
    return Vergelijking(oordeel=_maak_oordeel(paar, label, 0, None))


def _spreek(paar: Paar, uitkomst: Toets, q: float, regels: Rekenregels) -> Vergelijking:
    if not uitkomst.telt:
        label, richting = Label.GELIJK, 0
    else:
        label, richting = Label.DUIDELIJK if q <= regels.toeval else Label.MOGELIJK, uitkomst.richting
    return Vergelijking(
        oordeel=_maak_oordeel(paar, label, richting, uitkomst.punten),
        verschil=uitkomst.verschil,
        laag=uitkomst.laag,
        hoog=uitkomst.hoog,
        p=uitkomst.p,
        q=q,
        methode=uitkomst.methode,
        n_een=paar.links.n if paar.links else None,
        n_ander=paar.rechts.n if paar.rechts else None,
    )


def _maak_oordeel(paar: Paar, label: Label, richting: int, punten: int | None) -> Oordeel:
    return Oordeel(
        soort=paar.soort,
        indicator=paar.indicator,
        maat=paar.maat,
        een=paar.een,
        ander=paar.ander,
        label=label,
        richting=richting,
        punten=punten,
        breuk=paar.breuk,
    )


def _maak_openbaar(paren: Iterable[Paar], intern: tuple[Vergelijking, ...]) -> Oordelen:
    oordelen = tuple(vergelijking.oordeel for vergelijking in intern)
    jaren = [
        ((oordeel.een.jaar, paar.pijler, oordeel.een.doelgroep), oordeel)
        for paar, oordeel in zip(paren, oordelen, strict=True)
        if paar.pijler and oordeel.soort is Vergelijkingsoort.JAAR
    ]
    return Oordelen(
        oordelen=oordelen,
        index={
            (oordeel.soort, oordeel.indicator, oordeel.maat, oordeel.een, oordeel.ander): oordeel
            for oordeel in oordelen
        },
        stijgingen=_tel_duidelijk(jaren, 1),
        dalingen=_tel_duidelijk(jaren, -1),
    )


def _tel_duidelijk(jaren: Iterable[tuple[tuple[int, str, Doelgroep], Oordeel]], richting: int) -> Telling:
    """Tel per (jaar, pijler, groep) de duidelijke verschillen in een richting; zonder vergelijking geen telling."""
    telling: Counter[tuple[int, str, Doelgroep]] = Counter()
    for sleutel, oordeel in jaren:
        if oordeel.label not in (Label.REEKSBREUK, Label.TE_WEINIG):
            telling[sleutel] += oordeel.label is Label.DUIDELIJK and oordeel.richting == richting
    return dict(telling)
