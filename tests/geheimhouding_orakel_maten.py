"""Het orakel voor de maten die meer vragen, meer antwoorden of een marge samenbrengen.

Het deelt geen code met `kwaliteit.geheimhouding`. De lezer kent hier ook wie wat oversloeg, per locatie. Onbekend is
per locatie hoeveel mensen welk stel antwoorden gaven; `Stelsel` zoekt met een geheeltallige oplosser of iets vastligt.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, floor, inf, isclose, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.vragenlijst import Samenstelling, Schaal
from tests.geheimhouding_orakel import Stelsel, Vakken, geef_bladeren, zoek_deelverzamelingen

Antwoorden = tuple[int | None, ...]
Gewicht = NDArray[np.float64]


def weeg(cellen: Sequence[Antwoorden], wie: Sequence[bool | float]) -> Gewicht:
    """Een gewicht per stel antwoorden."""
    assert len(wie) == len(cellen)
    return np.array([float(een) for een in wie])


# --- meerkeuze -------------------------------------------------------------------------------------------------------


def zoek_lekken_meerkeuze(
    openbaar: OpenbareIndicatoren,
    vraag: str,
    codes: Sequence[int],
    mensen: Mapping[str, Sequence[Antwoorden]],
    drempel: int,
    band: int,
) -> list[str]:
    """Geef elk aantal keuzes van een groep bladeren dat vaststaat terwijl dat niet mag; wie telt koos iets."""
    cellen: list[Antwoorden] = [cel for cel in product((0, 1), repeat=len(codes)) if any(cel)]
    waar = {blad: tuple(sum(tuple(mens) == cel for mens in er) for cel in cellen) for blad, er in mensen.items()}
    stelsel = Stelsel(waar)
    if not stelsel.bladeren:
        return []
    koos = {code: weeg(cellen, [bool(cel[plaats]) for cel in cellen]) for plaats, code in enumerate(codes)}
    for cijfer in openbaar.cijfers:
        if cijfer.indicator == vraag and cijfer.categorie:
            bladeren = geef_bladeren(openbaar.boom, cijfer.onderdeel)
            n = sum(sum(waar.get(blad, ())) for blad in bladeren)
            rij = stelsel.gewogen(bladeren, koos[int(cijfer.categorie)])
            if cijfer.teller is not None:
                stelsel.weet(rij)
            elif cijfer.status is Status.BAND_LAAG:
                stelsel.weet(rij, 0, band - 1)
            elif cijfer.status is Status.BAND_HOOG:
                stelsel.weet(rij, n - band + 1, n)
    doelen = {}
    for groep in zoek_deelverzamelingen(stelsel.bladeren):
        n = sum(sum(waar[blad]) for blad in groep)
        for code, gewicht in koos.items():
            rij = stelsel.gewogen(groep, gewicht)
            x = int(rij @ stelsel.echt)
            if n < drempel or x < band or x > n - band:
                doelen[f"{code} in {'+'.join(groep)}: {x} van {n}"] = rij
    return stelsel.vastgelegd(doelen)


# --- een gemiddelde met marge ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rond:
    """Alles wat op hetzelfde getal uitkomt: vanaf laag, onder hoog."""

    laag: float
    hoog: float


def maak_rond(getal: float, eenheid: float) -> Rond:
    return Rond(getal - eenheid / 2, getal + eenheid / 2)


def kwadraten_bij(cijfer: OpenbaarCijfer, n: int, som: float, bereik: tuple[float, float], eenheid: float) -> Rond:
    """Welke kwadraatsommen bij een openbare marge passen als de som deze is (groep van onbekende grootte)."""
    midden = som / n
    if cijfer.ondergrens is None or cijfer.bovengrens is None:
        return Rond(0, inf)
    factor = float(student.ppf(0.975, n - 1)) / sqrt(n)
    onder, boven = maak_rond(cijfer.ondergrens, eenheid), maak_rond(cijfer.bovengrens, eenheid)
    laag = max(0.0, (midden - onder.hoog) / factor, (boven.laag - midden) / factor)
    hoog = min(
        inf if isclose(cijfer.ondergrens, bereik[0]) else (midden - onder.laag) / factor,
        inf if isclose(cijfer.bovengrens, bereik[1]) else (boven.hoog - midden) / factor,
    )
    return Rond((n - 1) * laag**2 + n * midden**2, (n - 1) * hoog**2 + n * midden**2) if hoog >= laag else Rond(1, 0)


def zoek_lekken_marge(
    openbaar: OpenbareIndicatoren, vraag: str, schaal: Schaal, waar: Mapping[str, Vakken], drempel: int, band: int
) -> list[str]:
    """Geef elk klein aantal (een cijfer, zoveel of lager, zoveel of hoger) dat uit gemiddelden en marges vastligt."""
    leeg = Stelsel(waar)
    if not leeg.bladeren:
        return []
    waarden = np.arange(leeg.breedte, dtype=np.float64) + schaal.bereik[0]
    getoond: list[tuple[OpenbaarCijfer, frozenset[str], int]] = []
    basis: list[tuple[Gewicht, float, float]] = []
    for cijfer in openbaar.cijfers:
        if cijfer.indicator == vraag and cijfer.maat is Maat.GEMIDDELDE:
            bladeren = geef_bladeren(openbaar.boom, cijfer.onderdeel)
            samen = np.array([waar[blad] for blad in bladeren if blad in waar]).sum(axis=0)
            if cijfer.waarde is not None:
                getoond.append((cijfer, bladeren, int(samen.sum())))
            elif "bijna iedereen" in cijfer.toelichting:
                n = int(samen.sum())
                basis.append((leeg.som(bladeren, [int(samen.argmax())]), n - band + 1, n))
    opties = [
        [
            (som, ruimte)
            for som in range(ceil(n * (cijfer.waarde - 0.05) - 1e-9), floor(n * (cijfer.waarde + 0.05) - 1e-9) + 1)
            if (ruimte := kwadraten_bij(cijfer, n, som, schaal.bereik, 0.1)).hoog >= ruimte.laag
        ]
        for cijfer, _, n in getoond
        if cijfer.waarde is not None
    ]
    stelsels = []
    for keuze in product(*opties):
        stelsel = Stelsel(waar)
        for rij, laag, hoog in basis:
            stelsel.weet(rij, laag, hoog)
        for (_, bladeren, _), (som, ruimte) in zip(getoond, keuze, strict=True):
            stelsel.neem_aan(stelsel.gewogen(bladeren, waarden), som, som)
            stelsel.neem_aan(stelsel.gewogen(bladeren, waarden**2), ruimte.laag, ruimte.hoog)
        stelsels.append(stelsel)
        som_echt = [stelsel.gewogen(bladeren, waarden) @ stelsel.echt for _, bladeren, _ in getoond]
        stelsel.afstand = sum(abs(som - float(echt)) for (som, _), echt in zip(keuze, som_echt, strict=True))
    return vastgelegd_in_alle(stelsels, dict(_maak_doelen(leeg, band)))


def _maak_doelen(stelsel: Stelsel, band: int) -> Iterator[tuple[str, Gewicht]]:
    breedte = stelsel.breedte
    groepen = [
        *(range(vak, vak + 1) for vak in range(breedte)),
        *(range(tot) for tot in range(2, breedte)),
        *(range(vanaf, breedte) for vanaf in range(1, breedte - 1)),
    ]
    for bladeren in zoek_deelverzamelingen(stelsel.bladeren):
        for groep in groepen:
            rij = stelsel.som(bladeren, groep)
            if 0 < rij @ stelsel.echt < band:
                yield f"{groep} in {'+'.join(bladeren)}", rij


def vastgelegd_in_alle(stelsels: Sequence[Stelsel], doelen: Mapping[str, Gewicht]) -> list[str]:
    """Geef de doelen die in elke wereld van elk stelsel dezelfde uitkomst hebben."""
    over = dict(doelen)
    echt = stelsels[0].echt
    toeval = np.random.default_rng(0)

    def schrap(wereld: Gewicht | None) -> None:
        if wereld is not None:
            for naam in [naam for naam, doel in over.items() if abs(doel @ (wereld - echt)) > 1e-6]:
                del over[naam]

    dichtbij = sorted(stelsels, key=lambda stelsel: stelsel.afstand)
    for _ in range(4):
        if over:
            schrap(dichtbij[0].zoek_wereld_of_niet(toeval.normal(size=len(echt))))
    for naam in list(over):
        for stelsel in dichtbij:
            for kant in (1.0, -1.0):
                if naam in over:
                    schrap(stelsel.zoek_wereld_of_niet(kant * doelen[naam]))
    return list(over)


# --- een schaalscore naast haar vragen -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Schaalwereld:
    """Elk stel antwoorden dat kan voorkomen, en per vraag en score wie erin telt."""

    delen: Sequence[str]
    schaal: Schaal
    samenstelling: Samenstelling
    cellen: Sequence[Antwoorden]

    @property
    def patronen(self) -> list[tuple[bool, ...]]:
        return [tuple(antwoord is not None for antwoord in cel) for cel in self.cellen]

    @property
    def scores(self) -> list[float | None]:
        return [_geef_score(cel) for cel in self.cellen]

    @property
    def heeft_score(self) -> Gewicht:
        return weeg(self.cellen, [score is not None for score in self.scores])

    def antwoordde(self, vraag: str, codes: Sequence[int]) -> Gewicht:
        plaats = self.delen.index(vraag)
        return weeg(self.cellen, [cel[plaats] in codes for cel in self.cellen])

    def beantwoordde(self, patroon: tuple[bool, ...]) -> Gewicht:
        return weeg(self.cellen, [eigen == patroon for eigen in self.patronen])

    def scoorde(self, code: int) -> Gewicht:
        return weeg(self.cellen, [score is not None and floor(score + 0.5) == code for score in self.scores])

    def scoorde_gunstig(self) -> Gewicht:
        boven = self.samenstelling.gunstig_boven
        return weeg(self.cellen, [None not in (boven, score) and (score or 0) > (boven or 0) for score in self.scores])

    @property
    def bereik(self) -> tuple[float, float]:
        return (0.0, 100.0) if self.samenstelling.op_100 else self.schaal.bereik

    def als_cijfer(self) -> Gewicht:
        laagste, hoogste = self.schaal.bereik
        factor, af = (100 / (hoogste - laagste), laagste) if self.samenstelling.op_100 else (1.0, 0.0)
        return weeg(self.cellen, [0.0 if score is None else factor * (score - af) for score in self.scores])


def zoek_lekken_schaal(
    openbaar: OpenbareIndicatoren,
    wereld: Schaalwereld,
    naam: str,
    mensen: Mapping[str, Sequence[Antwoorden]],
    drempel: int,
    band: int,
) -> list[str]:
    """Geef wat vastligt over wie niet alles beantwoordde, en elk klein aantal per vraag of bij de scores."""
    waar = {blad: tuple(sum(tuple(m) == cel for m in er) for cel in wereld.cellen) for blad, er in mensen.items()}
    stelsel = Stelsel(waar)
    if not stelsel.bladeren:
        return []
    patronen = sorted(set(wereld.patronen))
    for blad in stelsel.bladeren:
        for patroon in patronen:
            stelsel.weet(stelsel.gewogen({blad}, wereld.beantwoordde(patroon)))
    for cijfer in openbaar.cijfers:
        if cijfer.indicator == naam:
            _lees_schaal(stelsel, wereld, cijfer, geef_bladeren(openbaar.boom, cijfer.onderdeel), band)
        elif cijfer.indicator in wereld.delen:
            _lees_vraag(stelsel, wereld, cijfer, geef_bladeren(openbaar.boom, cijfer.onderdeel), band)
    return vastgelegd_in_alle([stelsel], dict(_maak_schaaldoelen(stelsel, wereld, drempel, band)))


def maak_schaalwereld(
    delen: Sequence[str], schaal: Schaal, samenstelling: Samenstelling, mensen: Mapping[str, Sequence[Antwoorden]]
) -> Schaalwereld:
    """Alle stellen antwoorden bij wat mensen oversloegen; wie niets beantwoordde telt nergens mee."""
    komt_voor = sorted({tuple(antwoord is not None for antwoord in mens) for er in mensen.values() for mens in er})
    cellen = [
        cel
        for patroon in komt_voor
        if any(patroon)
        for cel in product(*(schaal.codes if zit else (None,) for zit in patroon))
    ]
    return Schaalwereld(delen, schaal, samenstelling, cellen)


def _maak_schaaldoelen(
    stelsel: Stelsel, wereld: Schaalwereld, drempel: int, band: int
) -> Iterator[tuple[str, Gewicht]]:
    codes = wereld.schaal.codes
    per_vraag = {f"{vraag}={code}": wereld.antwoordde(vraag, [code]) for vraag in wereld.delen for code in codes}
    groepen = per_vraag | {f"score {code}": wereld.scoorde(code) for code in codes}
    groepen |= {"gunstige scores": wereld.scoorde_gunstig()}
    deels = [patroon for patroon in sorted(set(wereld.patronen)) if not all(patroon)]
    for bladeren in zoek_deelverzamelingen(stelsel.bladeren):
        tekst = "+".join(bladeren)
        for patroon in deels:
            wie = wereld.beantwoordde(patroon)
            if 0 < stelsel.gewogen(bladeren, wie) @ stelsel.echt < drempel:
                for wat, gewicht in per_vraag.items():
                    rij = stelsel.gewogen(bladeren, gewicht * wie)
                    if rij @ stelsel.echt > 0:
                        yield f"{wat} bij wie {patroon} beantwoordde in {tekst}", rij
        for wat, gewicht in groepen.items():
            rij = stelsel.gewogen(bladeren, gewicht)
            if 0 < rij @ stelsel.echt < band:
                yield f"{wat} in {tekst}: {rij @ stelsel.echt:.0f}", rij


def _lees_gunstig(
    stelsel: Stelsel, cijfer: OpenbaarCijfer, bladeren: frozenset[str], gunstig: Gewicht, n: int, band: int
) -> None:
    rij = stelsel.gewogen(bladeren, gunstig)
    if cijfer.status is Status.BAND_LAAG:
        stelsel.weet(rij, 0, band - 1)
    elif cijfer.status is Status.BAND_HOOG:
        stelsel.weet(rij, n - band + 1, n)
    elif cijfer.maat is Maat.GUNSTIG and cijfer.teller is not None:
        stelsel.weet(rij)


def _lees_vraag(
    stelsel: Stelsel, wereld: Schaalwereld, cijfer: OpenbaarCijfer, bladeren: frozenset[str], band: int
) -> None:
    vraag, schaal = cijfer.indicator, wereld.schaal
    n = round(float(stelsel.gewogen(bladeren, wereld.antwoordde(vraag, schaal.codes)) @ stelsel.echt))
    _lees_gunstig(stelsel, cijfer, bladeren, wereld.antwoordde(vraag, schaal.gunstig), n, band)
    if cijfer.maat is Maat.VERDELING and cijfer.teller is not None:
        codes = [int(code) for code in cijfer.categorie.split("+")]
        stelsel.weet(stelsel.gewogen(bladeren, wereld.antwoordde(vraag, codes)))


def _lees_schaal(
    stelsel: Stelsel, wereld: Schaalwereld, cijfer: OpenbaarCijfer, bladeren: frozenset[str], band: int
) -> None:
    n = round(float(stelsel.gewogen(bladeren, wereld.heeft_score) @ stelsel.echt))
    _lees_gunstig(stelsel, cijfer, bladeren, wereld.scoorde_gunstig(), n, band)
    if "bijna iedereen" in cijfer.toelichting:
        rijen = [stelsel.gewogen(bladeren, wereld.scoorde(code)) for code in wereld.schaal.codes]
        stelsel.weet(max(rijen, key=lambda rij: float(rij @ stelsel.echt)), n - band + 1, n)
    elif cijfer.maat in (Maat.GEMIDDELDE, Maat.SCORE) and cijfer.waarde is not None:
        _lees_schaalcijfer(stelsel, cijfer, bladeren, n, wereld.als_cijfer(), wereld.bereik)


def _geef_score(cel: Antwoorden) -> float | None:
    gegeven = [antwoord for antwoord in cel if antwoord is not None]
    return sum(gegeven) / len(gegeven) if 2 * len(gegeven) >= len(cel) else None


def _lees_schaalcijfer(
    stelsel: Stelsel,
    cijfer: OpenbaarCijfer,
    bladeren: frozenset[str],
    n: int,
    waarden: Gewicht,
    bereik: tuple[float, float],
) -> None:
    """Het afgeronde gemiddelde als venster op de som, de marge als venster op de kwadraatsom."""
    assert cijfer.waarde is not None
    eenheid = 0.1 if cijfer.maat is Maat.GEMIDDELDE else 1.0
    rond = maak_rond(cijfer.waarde, eenheid)
    stelsel.weet(stelsel.gewogen(bladeren, waarden), n * rond.laag - 1e-6, n * rond.hoog - 1e-6)
    if cijfer.ondergrens is not None:
        ruimtes = [
            kwadraten_bij(cijfer, n, n * (rond.laag + deel * (rond.hoog - rond.laag)), bereik, eenheid)
            for deel in np.linspace(0, 1, 21)
        ]
        kan = [ruimte for ruimte in ruimtes if ruimte.hoog >= ruimte.laag]
        ruis = 1e-3 * eenheid * n
        stelsel.weet(
            stelsel.gewogen(bladeren, waarden**2),
            min(ruimte.laag for ruimte in kan) - ruis,
            max(ruimte.hoog for ruimte in kan) + ruis,
        )
