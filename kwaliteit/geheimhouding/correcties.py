"""Wat een correctie doet: het oude cijfer laten staan, of alles van een indicator verbergen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.register import Gepubliceerd
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Schaal
from kwaliteit.begrippen.werkmap import Correctie, Correctiekeuze
from kwaliteit.geheimhouding.ladder import (
    WOORDEN_GEEN_INFORMATIE,
    WOORDEN_NIET_GETOOND,
    WOORDEN_NIET_GEVRAAGD,
    WOORDEN_TE_WEINIG,
    Inhoud,
    bandwoorden,
    niet_getoond,
)
from kwaliteit.geheimhouding.rijen import BANDEN, Rij
from kwaliteit.geheimhouding.verdeling import noem_vak

Eerder = Mapping[tuple[Maat, str], Sequence[Gepubliceerd]]
"""Wat van één indicator gepubliceerd is, op (maat, id van het onderdeel)."""

CORRECTIE = "correctie"
"""De regel in het interne log bij een cijfer dat een correctie verbergt of vervangt."""

WOORDEN = {
    Status.TE_WEINIG: WOORDEN_TE_WEINIG,
    Status.NIET_GETOOND: WOORDEN_NIET_GETOOND,
    Status.NIET_GEVRAAGD: WOORDEN_NIET_GEVRAAGD,
    Status.GEEN_INFORMATIE: WOORDEN_GEEN_INFORMATIE,
}


def voer_uit(
    correctie: Correctie, rijen: list[Rij], eerder: Eerder, schaal: Schaal | None, regels: Rekenregels
) -> Iterator[Rij]:
    """Geef in elk onderdeel het oude cijfer, of 'niet getoond'."""
    for (maat, onderdeel), deel in per_cijfer(rijen).items():
        kaal = replace(deel[0], categorie="", categorienaam="")
        oude = eerder.get((maat, onderdeel), ())
        if deel[0].inhoud.status in (Status.GEEN_INFORMATIE, Status.NIET_GEVRAAGD):
            yield kaal
        elif correctie.keuze is Correctiekeuze.VERBERG or not oude:
            yield replace(kaal, inhoud=niet_getoond(CORRECTIE, f"correctie: {correctie.reden}"))
        else:
            for oud in _kies_laatste(oude):
                yield replace(
                    kaal,
                    categorie=oud.categorie,
                    categorienaam=_noem_categorie(schaal, oud.categorie),
                    inhoud=_haal_terug(oud, correctie.reden, regels),
                )


def _kies_laatste(oude: Sequence[Gepubliceerd]) -> list[Gepubliceerd]:
    """Geef de rijen van de laatste publicatie: één, of bij een verdeling één per vak."""
    gekozen: list[Gepubliceerd] = []
    bezet: set[str] = set()
    for oud in reversed(oude):
        codes = lees_codes(oud.categorie) or {""}
        if oud.op == oude[-1].op and bezet.isdisjoint(codes) and ("" not in codes or not gekozen) and "" not in bezet:
            gekozen.append(oud)
            bezet |= codes
    return gekozen[::-1]


def _noem_categorie(schaal: Schaal | None, categorie: str) -> str:
    """Geef de naam van een vak van toen; de codes zelf als de schaal ze niet meer kent."""
    if schaal is None or not categorie:
        return ""
    plaatsen = {str(code): plaats for plaats, code in enumerate(schaal.codes)}
    codes = categorie.split("+")
    return noem_vak(schaal, tuple(plaatsen[c] for c in codes))[1] if all(c in plaatsen for c in codes) else categorie


def _haal_terug(oud: Gepubliceerd, reden: str, regels: Rekenregels) -> Inhoud:
    """Maak de inhoud van toen opnieuw, zonder marge: die staat niet in het register."""
    woorden = WOORDEN.get(oud.status) or f"eerder gepubliceerd cijfer; {reden}"
    if oud.status in BANDEN:
        woorden = f"{_geef_bandwoorden(oud, regels)} ({woorden})"
    return Inhoud(
        status=oud.status,
        woorden=woorden,
        waarde=oud.waarde,
        teller=oud.teller,
        noemer=oud.noemer,
        regel=CORRECTIE,
        reden=f"wat eerder gepubliceerd is blijft staan: {reden}",
    )


def _geef_bandwoorden(oud: Gepubliceerd, regels: Rekenregels) -> str:
    is_hoog = oud.status is Status.BAND_HOOG
    if oud.noemer is not None:
        return bandwoorden(is_hoog, oud.noemer, regels)
    return f"op minder dan {regels.band} mensen na iedereen" if is_hoog else f"minder dan {regels.band} mensen"


def per_cijfer(rijen: Iterable[Rij]) -> dict[tuple[Maat, str], list[Rij]]:
    """Leg de rijen per maat en onderdeel bij elkaar; bij een verdeling zijn dat er meer dan één."""
    gevonden: dict[tuple[Maat, str], list[Rij]] = {}
    for rij in rijen:
        gevonden.setdefault((rij.maat, rij.onderdeel), []).append(rij)
    return gevonden


def lees_codes(categorie: str) -> frozenset[str]:
    """Geef de antwoordcodes van een vak: "4+5" is 4 en 5; leeg buiten een verdeling."""
    return frozenset(categorie.split("+")) if categorie else frozenset()
