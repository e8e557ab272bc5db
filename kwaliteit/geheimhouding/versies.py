"""Twee gepubliceerde versies van één cijfer naast elkaar: vertelt het verschil iets over weinig mensen?

Het register kent alleen aantallen, niet welke mensen het waren. Wie erbij kwam is daarom benaderd met het verschil van
twee aantallen; bij twijfel mag het niet.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.geheimhouding.rijen import BANDEN, Rij

OPENBAAR = (Status.GETOOND, Status.WEINIG, *BANDEN)
"""Hiermee leert een lezer iets over de antwoorden."""

AFRONDING = {Maat.GEMIDDELDE: 0.05, Maat.SCORE: 0.5, Maat.NPS: 0.5}
"""Zoveel kan een openbaar cijfer van het onafgeronde afwijken."""

STAP = {Maat.SCORE: 0.25, Maat.NPS: 0.5}
"""Zoveel van het hele bereik scheelt één ander antwoord; bij een gemiddelde is dat één punt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Wat een lezer van één cijfer weet: de status, hoeveel mensen (n), en hoeveel daarvan (x) of welke waarde.

    Bij een band zijn het er minder dan `band` aan één kant. None is onbekend.
    """

    is_band: bool
    is_hoog: bool = False
    n: int | None
    x: int | None = None
    waarde: float | None = None

    @property
    def zegt_iets(self) -> bool:
        """Onwaar als een lezer alleen het aantal mensen kent."""
        return self.is_band or self.x is not None or self.waarde is not None

    def is_gelijk(self, ander: "Stand") -> bool:
        """Waar als er precies hetzelfde staat; het register heeft zes decimalen."""
        return replace(self, waarde=None) == replace(ander, waarde=None) and (
            self.waarde == ander.waarde
            or (self.waarde is not None and ander.waarde is not None and abs(self.waarde - ander.waarde) < 1e-6)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """Hoe een cijfer gelezen wordt: of de teller zelf de groep is, of een leeg vak mag, en het bereik van de waarde."""

    teller_is_groep: bool = False
    leeg_mag: bool = False
    bereik: tuple[float, float] | None = None
    stap: float = 0.0
    afronding: float = 0.0


def bepaal_soort(maat: Maat, schaal: Schaal | None, teller_is_groep: bool = False) -> Soort:
    """Bepaal hoe een cijfer van deze maat gelezen wordt. Zonder schaal is het respons of een kengetal.

    Een score van een schaal met codes volgt uit de verdeling, en die wordt zelf nagekeken.
    """
    if schaal is None or maat not in AFRONDING or schaal.soort.heeft_codes:
        return Soort(teller_is_groep=teller_is_groep, leeg_mag=maat is Maat.VERDELING)
    bereik = _geef_bereik(maat, schaal)
    stap = STAP.get(maat) or (1 / (bereik[1] - bereik[0]) if bereik else 0.0)
    return Soort(bereik=bereik, stap=stap, afronding=AFRONDING[maat])


def _geef_bereik(maat: Maat, schaal: Schaal) -> tuple[float, float] | None:
    if maat is Maat.NPS:
        return (-100.0, 100.0)
    if maat is Maat.SCORE and schaal.soort is not Schaalsoort.SCHAALSCORE:
        return (0.0, 100.0)
    laag, hoog = schaal.laagste, schaal.hoogste
    return None if laag is None or hoog is None or laag >= hoog else (float(laag), float(hoog))


def lees_stand(
    status: Status, teller: int | None, noemer: int | None, waarde: float | None, soort: Soort
) -> Stand | None:
    """Geef wat een lezer weet, of None bij woorden die niets over de antwoorden zeggen."""
    if status not in OPENBAAR:
        return None
    if soort.teller_is_groep:
        return Stand(is_band=status in BANDEN, n=teller)
    return Stand(
        is_band=status in BANDEN,
        is_hoog=status is Status.BAND_HOOG,
        n=noemer,
        x=teller,
        waarde=waarde if teller is None else None,
    )


def lees_rij(rij: Rij, soort: Soort) -> Stand | None:
    """Geef wat een lezer van een rij van nu weet, of None."""
    inhoud = rij.inhoud
    noemer = inhoud.noemer if inhoud.bandnoemer is None else inhoud.bandnoemer
    return lees_stand(inhoud.status, inhoud.teller, noemer, inhoud.waarde, soort)


def is_verschil_veilig(oud: Stand, nieuw: Stand, soort: Soort, regels: Rekenregels) -> bool:
    """Waar als het verschil van twee versies niets over weinig mensen vertelt."""
    if oud.is_gelijk(nieuw):
        return True
    if oud.is_band and nieuw.is_band:
        # Tweemaal dezelfde band zegt van de nieuwe mensen niets dat de laatste band niet al van iedereen zegt.
        onbekend = oud.n is None or nieuw.n is None
        return oud.is_hoog == nieuw.is_hoog and (onbekend or _is_genoeg(oud, nieuw, regels))
    if not _is_genoeg(oud, nieuw, regels):
        return False
    return not (oud.zegt_iets and nieuw.zegt_iets) or _zijn_nieuwe_goed(oud, nieuw, soort, regels)


def is_een_veilig(oude: Sequence[Stand], nieuw: Stand, soort: Soort, regels: Rekenregels) -> bool:
    """Waar als dit al precies zo in een versie stond, of van elke versie veilig verschilt."""
    return any(oud.is_gelijk(nieuw) for oud in oude) or all(
        is_verschil_veilig(oud, nieuw, soort, regels) for oud in oude
    )


def stel_samen(codes: frozenset[str], standen: Mapping[frozenset[str], list[Stand]]) -> Iterator[Stand]:
    """Geef het vak met deze codes als som van kleinere vakken van dezelfde mensen; zonder zulke vakken alleen hun n."""
    delen = {naam: lijst for naam, lijst in standen.items() if naam < codes and naam}
    aantallen = dict.fromkeys(stand.n for lijst in standen.values() for stand in lijst)
    for n in aantallen:
        passend = {naam: [s for s in lijst if s.n == n] for naam, lijst in delen.items()}
        passend = {naam: lijst for naam, lijst in passend.items() if lijst}
        is_heel = frozenset[str]().union(*passend) == codes and sum(map(len, passend)) == len(codes)
        tellers = [lijst[-1].x for lijst in passend.values()]
        if is_heel and None not in tellers:
            yield Stand(is_band=False, n=n, x=sum(teller for teller in tellers if teller is not None))
        else:
            yield Stand(is_band=False, n=n)


def _zijn_nieuwe_goed(oud: Stand, nieuw: Stand, soort: Soort, regels: Rekenregels) -> bool:
    """Waar als wie erbij kwam (of wegging) zelf een groep is die getoond had mogen worden."""
    if oud.n is None or nieuw.n is None or oud.n == nieuw.n:
        return False
    eerst, later = (oud, nieuw) if oud.n < nieuw.n else (nieuw, oud)
    aantal = abs(nieuw.n - oud.n)
    if eerst.waarde is not None or later.waarde is not None:
        return _ligt_binnen(eerst, later, aantal, soort, regels)
    laag_eerst, hoog_eerst = _geef_grenzen(eerst, regels)
    laag_later, hoog_later = _geef_grenzen(later, regels)
    laag, hoog = laag_later - hoog_eerst, hoog_later - laag_eerst
    if soort.leeg_mag and (laag == hoog == 0):
        return True
    return laag >= regels.band and hoog <= aantal - regels.band


def _is_genoeg(oud: Stand, nieuw: Stand, regels: Rekenregels) -> bool:
    """Waar als het aantal mensen gelijk is, of minstens de drempel verschilt; onbekend is niet genoeg."""
    if oud.n is None or nieuw.n is None:
        return False
    verschil = abs(nieuw.n - oud.n)
    return verschil == 0 or verschil >= regels.drempel


def _geef_grenzen(stand: Stand, regels: Rekenregels) -> tuple[int, int]:
    """Het laagste en hoogste aantal dat een lezer voor mogelijk houdt."""
    if stand.x is not None:
        return stand.x, stand.x
    n = stand.n or 0
    return (n - regels.band + 1, n) if stand.is_hoog else (0, regels.band - 1)


def _ligt_binnen(eerst: Stand, later: Stand, aantal: int, soort: Soort, regels: Rekenregels) -> bool:
    """Waar als uit twee gemiddelden niet volgt dat bijna alle nieuwe mensen het laagste of hoogste antwoord gaven."""
    if soort.bereik is None or eerst.waarde is None or later.waarde is None:
        return True
    laag, hoog = soort.bereik
    n_eerst, n_later = eerst.n or 0, later.n or 0
    som = (n_later * (later.waarde - laag) - n_eerst * (eerst.waarde - laag)) / (hoog - laag)
    speling = regels.band * soort.stap + soort.afronding * (n_eerst + n_later) / (hoog - laag)
    return speling <= som <= aantal - speling
