"""De stappen B en C achter elkaar, met per onderdeel de reden waarom een waarde niet verschijnt."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from kwaliteit.geheimhouding import grenzen, waarden
from kwaliteit.geheimhouding.blokken import Indeling, Tellingen
from kwaliteit.geheimhouding.grenzen import Kennis, kennis_uit_band, kennis_zonder_band
from kwaliteit.geheimhouding.ladder import Inhoud, niet_getoond, te_weinig
from kwaliteit.geheimhouding.waarden import Toets, vak_van_bijna_iedereen

BUURMAN = "B: buurman"
GRENS = "C: grens"

REDENEN = {
    BUURMAN: "verborgen omdat een lezer anders een te klein aantal uitrekent door aftrekken",
    GRENS: "verborgen omdat banden en totalen samen anders een precies aantal verraden",
}


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Keuze:
    """Wat van één indicator verschijnt: `tonen` als getal, `banden` in woorden (met het vak van bijna iedereen).

    `regels` zegt van elke andere kandidaat welke regel hem verbergt. `kennis` is wat een lezer uit de banden leert, en
    uit dat er geen stond. `stil` zijn de onderdelen waar ook "niet getoond" te veel zegt; daar staat "te weinig
    antwoorden".
    """

    tellingen: Tellingen
    tonen: frozenset[str]
    banden: Mapping[str, int]
    regels: Mapping[str, str]
    kennis: Kennis
    stil: frozenset[str] = frozenset()


def kies(indeling: Indeling, kandidaten: Set[str], tellingen: Tellingen, is_goed: Toets, band: int) -> Keuze:
    """Kies welke kandidaten een getal tonen, welke een band, en welke niets."""
    banden = {
        knoop: vak
        for knoop in indeling.onderdelen
        if knoop in kandidaten and (vak := vak_van_bijna_iedereen(tellingen[knoop], band)) is not None
    }
    kennis = {
        knoop: kennis_uit_band(tellingen[knoop], banden[knoop], band)
        if knoop in banden
        else kennis_zonder_band(tellingen[knoop], band)
        for knoop in kandidaten
    }
    na_b = waarden.kies_waarden(indeling, kandidaten, tellingen, is_goed)
    na_c = grenzen.kies_binnen_grenzen(indeling, na_b, tellingen, kennis, is_goed)
    stil: frozenset[str] = frozenset()
    if not na_c and grenzen.is_iets_bepaald(indeling, tellingen, kennis):
        # Zonder één getal leggen banden naast "niet getoond" nog iets vast: dan zegt ook dat woord te veel.
        stil = frozenset(kandidaten - banden.keys())
        kennis = {knoop: weet for knoop, weet in kennis.items() if knoop in banden}
    regels = {
        knoop: GRENS if knoop in na_b else BUURMAN for knoop in kandidaten if knoop not in na_c and knoop not in banden
    }
    return Keuze(tellingen=tellingen, tonen=na_c, banden=banden, regels=regels, kennis=kennis, stil=stil)


def verberg(keuze: Keuze, onderdeel: str) -> Inhoud:
    """De woorden voor een kandidaat die geen getal en geen band toont."""
    woorden = te_weinig if onderdeel in keuze.stil else niet_getoond
    return woorden(keuze.regels[onderdeel], REDENEN[keuze.regels[onderdeel]])
