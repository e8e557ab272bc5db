"""Het orakel: wat een lezer echt kan uitrekenen. Deelt geen code met `kwaliteit.geheimhouding`.

Het leest alleen openbare rijen, en kent net als de slimste lezer elk aantal antwoorden per locatie. Drie manieren:

- `bepaalde_verzamelingen`: welke groepen locaties een lineaire combinatie van getoonde onderdelen zijn (rangtoets);
- `alle_werelden`: elke gehele invulling van de gunstige antwoorden die bij het gepubliceerde past;
- `Stelsel`: hetzelfde voor alle antwoorden per vak, met een geheeltallige oplosser.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import lcm

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.vragenlijst import Schaal

Vakken = tuple[int, ...]


def geef_bladeren(boom: Boom, onderdeel: str) -> frozenset[str]:
    """De locaties onder een onderdeel; de organisatie heeft er de mensen zonder locatie bij."""
    erbij = {ORGANISATIE} if onderdeel == ORGANISATIE else set()
    return frozenset(boom.bladeren[onderdeel] | erbij)


def is_goed(aantal: int, gunstig: int, drempel: int, band: int) -> bool:
    """De eis aan elke groep waarvan een lezer de uitkomst kent."""
    return aantal == 0 or (aantal >= drempel and band <= gunstig <= aantal - band)


def zoek_deelverzamelingen(bladeren: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Elke groep van een of meer bladeren."""
    for grootte in range(1, len(bladeren) + 1):
        yield from combinations(bladeren, grootte)


# --- rangtoets -------------------------------------------------------------------------------------------------------


def bepaalde_verzamelingen(bladeren: Sequence[str], getoond: Iterable[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """Geef elke groep bladeren die een lineaire combinatie is van de getoonde groepen, exact over breuken."""
    basis: list[tuple[int, list[Fraction]]] = []
    for groep in getoond:
        rij = [Fraction(int(blad in groep)) for blad in bladeren]
        for spil, andere in basis:
            rij = [a - rij[spil] * b for a, b in zip(rij, andere, strict=True)]
        spil = next((plaats for plaats, getal in enumerate(rij) if getal), -1)
        if spil >= 0:
            rij = [getal / rij[spil] for getal in rij]
            basis = [(s, [a - oud[spil] * b for a, b in zip(oud, rij, strict=True)]) for s, oud in basis]
            basis.append((spil, rij))
    noemer = lcm(*(getal.denominator for _, rij in basis for getal in rij))
    rijen = np.array([[int(getal * noemer) for getal in rij] for _, rij in basis], dtype=np.int64)
    groepen = np.array(
        [[nummer >> plaats & 1 for plaats in range(len(bladeren))] for nummer in range(1, 2 ** len(bladeren))]
    )
    # In deze gereduceerde vorm is de enige mogelijke combinatie: elke rij zo vaak als haar spil in de groep zit.
    combinatie = groepen[:, [spil for spil, _ in basis]] @ rijen.reshape(-1, len(bladeren))
    for groep_ in groepen[(combinatie == noemer * groepen).all(axis=1)]:
        yield tuple(blad for blad, zit in zip(bladeren, groep_, strict=True) if zit)


def zoek_lekken_aantal(
    openbaar: OpenbareIndicatoren, indicator: str, aantal: Mapping[str, int], drempel: int
) -> list[tuple[str, ...]]:
    """Geef elke groep bladeren met te weinig mensen waarvan een lezer het aantal kan uitrekenen.

    Bij de respons zijn dat de deelnemers, bij een vraag de antwoorden.
    """
    getoond = [
        geef_bladeren(openbaar.boom, cijfer.onderdeel)
        for cijfer in openbaar.cijfers
        if cijfer.indicator == indicator
        and (cijfer.teller if cijfer.maat is Maat.RESPONS else cijfer.noemer) is not None
    ]
    return [
        groep
        for groep in bepaalde_verzamelingen(sorted(aantal), getoond)
        if 0 < sum(aantal[blad] for blad in groep) < drempel
    ]


# --- alle gehele werelden van één ja/nee-telling ---------------------------------------------------------------------


@dataclass(frozen=True)
class Feit:
    """Een lezer weet dat het aantal gunstige antwoorden van deze bladeren tussen laag en hoog ligt."""

    bladeren: frozenset[str]
    laag: int
    hoog: int


def lees_gunstig(
    openbaar: OpenbareIndicatoren, vraag: str, aantal: Mapping[str, int], band: int
) -> tuple[list[Feit], list[frozenset[str]]]:
    """Lees uit de openbare rijen wat over gunstig bekend is: alle feiten, en de getoonde groepen bladeren."""
    feiten, getoond = [], []
    for cijfer in openbaar.cijfers:
        if cijfer.indicator == vraag and cijfer.maat in (Maat.GUNSTIG, Maat.VERHOUDING):
            bladeren = geef_bladeren(openbaar.boom, cijfer.onderdeel)
            n = sum(aantal.get(blad, 0) for blad in bladeren)
            if cijfer.teller is not None:
                feiten.append(Feit(bladeren, cijfer.teller, cijfer.teller))
                getoond.append(bladeren)
            elif cijfer.status is Status.BAND_LAAG:
                feiten.append(Feit(bladeren, 0, band - 1))
            elif cijfer.status is Status.BAND_HOOG:
                feiten.append(Feit(bladeren, n - band + 1, n))
            elif cijfer.status is Status.NIET_GETOOND:
                # Er zijn genoeg antwoorden en er staat geen band: dan zitten er aan elke kant minstens `band` mensen.
                feiten.append(Feit(bladeren, band, n - band))
    return feiten, getoond


def alle_werelden(bladeren: Sequence[str], aantal: Mapping[str, int], feiten: Sequence[Feit]) -> NDArray[np.int64]:
    """Geef elke invulling (rij) van gunstige antwoorden per blad (kolom) die bij alle feiten past."""
    werelden = np.zeros((1, 0), dtype=np.int64)
    for plaats, blad in enumerate(bladeren):
        keuzes = np.arange(aantal.get(blad, 0) + 1)
        werelden = np.hstack([np.repeat(werelden, len(keuzes), axis=0), np.tile(keuzes, len(werelden))[:, None]])
        for feit in feiten:
            kolommen = [p for p in range(plaats + 1) if bladeren[p] in feit.bladeren]
            nog = sum(aantal.get(b, 0) for b in bladeren[plaats + 1 :] if b in feit.bladeren)
            som = werelden[:, kolommen].sum(axis=1)
            werelden = werelden[(som <= feit.hoog) & (som + nog >= feit.laag)]
    return werelden


def zoek_lekken_gunstig(
    openbaar: OpenbareIndicatoren, vraag: str, waar: Mapping[str, tuple[int, int]], drempel: int, band: int
) -> list[tuple[str, ...]]:
    """Geef elke groep bladeren waarvan het gunstige aantal vaststaat terwijl dat niet bekend mag zijn.

    `waar` is per blad (gunstig, niet gunstig).
    """
    aantal = {blad: sum(vakken) for blad, vakken in waar.items()}
    bladeren = [blad for blad in sorted(waar) if aantal[blad]]
    feiten, _ = lees_gunstig(openbaar, vraag, aantal, band)
    werelden = alle_werelden(bladeren, aantal, feiten)
    echt = [waar[blad][0] for blad in bladeren]
    assert (werelden == echt).all(axis=1).any(), "het gepubliceerde past niet bij de werkelijkheid"
    lekken = []
    for groep in zoek_deelverzamelingen(bladeren):
        som = werelden[:, [bladeren.index(blad) for blad in groep]].sum(axis=1)
        n = sum(aantal[blad] for blad in groep)
        if som.min() == som.max() and not is_goed(n, int(som[0]), drempel, band):
            lekken.append(groep)
    return lekken


def zoek_lekken_rang(
    openbaar: OpenbareIndicatoren, vraag: str, waar: Mapping[str, tuple[int, int]], drempel: int, band: int
) -> list[tuple[str, ...]]:
    """Hetzelfde met alleen optellen en aftrekken (geen banden); kan met meer bladeren."""
    aantal = {blad: sum(vakken) for blad, vakken in waar.items()}
    _, getoond = lees_gunstig(openbaar, vraag, aantal, band)
    bladeren = sorted(waar)
    return [
        groep
        for groep in bepaalde_verzamelingen(bladeren, getoond)
        if not is_goed(sum(aantal[b] for b in groep), sum(waar[b][0] for b in groep), drempel, band)
    ]


# --- alle antwoorden per vak -----------------------------------------------------------------------------------------


@dataclass
class Stelsel:
    """Wat een lezer weet van alle antwoorden: onbekend is het aantal mensen per blad en per vak."""

    waar: Mapping[str, Vakken]
    rijen: list[NDArray[np.float64]] = field(default_factory=list)
    laag: list[float] = field(default_factory=list)
    hoog: list[float] = field(default_factory=list)
    afstand: float = 0
    """Hoe ver dit stelsel van de werkelijkheid ligt, als de lezer iets heeft aangenomen."""

    def __post_init__(self) -> None:
        self.bladeren = [blad for blad in sorted(self.waar) if sum(self.waar[blad])]
        self.breedte = len(next(iter(self.waar.values())))
        self.echt = np.array([self.waar[blad] for blad in self.bladeren], dtype=np.float64).reshape(-1)
        for blad in self.bladeren:
            self.weet(self.som({blad}, range(self.breedte)))

    def som(self, bladeren: Iterable[str], vakken: Iterable[int]) -> NDArray[np.float64]:
        """De som van deze vakken over deze bladeren."""
        gewicht = np.zeros(self.breedte)
        gewicht[list(vakken)] = 1
        return self.gewogen(bladeren, gewicht)

    def gewogen(self, bladeren: Iterable[str], gewicht: NDArray[np.float64]) -> NDArray[np.float64]:
        """De som over deze bladeren, elk vak met zijn gewicht."""
        zitten = frozenset(bladeren)
        return np.concatenate([gewicht if blad in zitten else np.zeros(self.breedte) for blad in self.bladeren])

    def weet(self, rij: NDArray[np.float64], laag: float | None = None, hoog: float | None = None) -> None:
        """Een lezer weet dat deze som tussen laag en hoog ligt; zonder grenzen kent hij haar precies."""
        precies = float(rij @ self.echt)
        self.rijen.append(rij)
        self.laag.append(precies if laag is None else laag)
        self.hoog.append(precies if hoog is None else hoog)
        assert self.laag[-1] <= precies <= self.hoog[-1], "het gepubliceerde past niet bij de werkelijkheid"

    def neem_aan(self, rij: NDArray[np.float64], laag: float, hoog: float) -> None:
        """Een lezer probeert of deze som tussen laag en hoog ligt; dat hoeft niet de werkelijkheid te zijn."""
        self.rijen.append(rij)
        self.laag.append(laag)
        self.hoog.append(hoog)

    def zoek_wereld_of_niet(self, doel: NDArray[np.float64]) -> NDArray[np.float64] | None:
        """De wereld die bij alles past en waarin `doel` het kleinst is; None als er geen is."""
        uitkomst = milp(
            doel,
            constraints=LinearConstraint(np.array(self.rijen), self.laag, self.hoog),
            integrality=np.ones(len(doel)),
            bounds=Bounds(0, np.inf),
        )
        return np.round(uitkomst.x) if uitkomst.success else None

    def zoek_wereld(self, doel: NDArray[np.float64]) -> NDArray[np.float64]:
        """De wereld die bij alles past en waarin `doel` het kleinst is."""
        wereld = self.zoek_wereld_of_niet(doel)
        assert wereld is not None, "geen wereld past bij het gepubliceerde"
        return wereld

    def vastgelegd(self, doelen: Mapping[str, NDArray[np.float64]]) -> list[str]:
        """Geef de doelen die in elke wereld dezelfde uitkomst hebben."""
        toeval = np.random.default_rng(0)
        werelden = [self.echt, *(self.zoek_wereld(toeval.normal(size=len(self.echt))) for _ in range(6))]
        over = []
        for naam, doel in doelen.items():
            if len({round(float(doel @ wereld), 6) for wereld in werelden}) > 1:
                continue
            paar = (self.zoek_wereld(doel), self.zoek_wereld(-doel))
            werelden.extend(paar)
            if round(float(doel @ paar[0]), 6) == round(float(doel @ paar[1]), 6):
                over.append(naam)
        return over


def maak_stelsel(
    openbaar: OpenbareIndicatoren, vraag: str, schaal: Schaal, waar: Mapping[str, Vakken], band: int
) -> Stelsel:
    """Zet alles wat over een vraag openbaar is in een stelsel; waar een lezer kan gokken, weet hij het hier zeker.

    Een gemiddelde geeft de precieze som, een nps de drie aantallen, en "bijna iedereen" ook welk antwoord dat is.
    """
    stelsel = Stelsel(waar)
    alle = range(stelsel.breedte)
    plaats = {code: nummer for nummer, code in enumerate(schaal.codes)}
    gunstig = [plaats[code] for code in schaal.gunstig if code in plaats]
    for cijfer in openbaar.cijfers:
        if cijfer.indicator != vraag:
            continue
        bladeren = geef_bladeren(openbaar.boom, cijfer.onderdeel)
        n = sum(sum(waar.get(blad, ())) for blad in bladeren)
        if cijfer.status in (Status.BAND_LAAG, Status.BAND_HOOG):
            is_laag = cijfer.status is Status.BAND_LAAG
            grens = (0, band - 1) if is_laag else (n - band + 1, n)
            stelsel.weet(stelsel.som(bladeren, gunstig), *grens)
        elif cijfer.maat is Maat.GUNSTIG and cijfer.status is Status.NIET_GETOOND:
            stelsel.weet(stelsel.som(bladeren, gunstig), band, n - band)
        elif "bijna iedereen" in cijfer.toelichting:
            samen = [sum(waar.get(blad, (0,) * stelsel.breedte)[vak] for blad in bladeren) for vak in alle]
            vol = max(alle, key=samen.__getitem__)
            stelsel.weet(stelsel.som(bladeren, [vol]), n - band + 1, n)
        elif cijfer.maat is Maat.GUNSTIG and cijfer.teller is not None:
            stelsel.weet(stelsel.som(bladeren, gunstig))
        elif cijfer.maat is Maat.VERDELING and cijfer.teller is not None:
            stelsel.weet(stelsel.som(bladeren, [plaats[int(code)] for code in cijfer.categorie.split("+")]))
        elif cijfer.maat is Maat.NPS and cijfer.waarde is not None:
            for vak in alle:
                stelsel.weet(stelsel.som(bladeren, [vak]))
        elif cijfer.maat in (Maat.GEMIDDELDE, Maat.SCORE) and cijfer.waarde is not None:
            stelsel.weet(stelsel.gewogen(bladeren, np.arange(stelsel.breedte, dtype=np.float64)))
        elif cijfer.maat is Maat.TOPBOX and cijfer.teller is not None:
            stelsel.weet(stelsel.som(bladeren, [plaats[max(schaal.codes)]]))
    return stelsel


def zoek_lekken_vakken(stelsel: Stelsel, gunstig: Sequence[int], drempel: int, band: int) -> list[str]:
    """Geef elke telling van een groep bladeren die vaststaat terwijl dat niet mag.

    Niet bekend mag zijn: iets over minder dan `drempel` mensen, een vak met minder dan `band` mensen, en een vak met
    bijna iedereen. Een leeg vak mag wel (dat toont een verdeling), maar niet als het de gunstige kant is.
    """
    doelen, mag_niet = {}, {}
    groepen = {str(vak): [vak] for vak in range(stelsel.breedte)} | ({"gunstig": list(gunstig)} if gunstig else {})
    for bladeren in zoek_deelverzamelingen(stelsel.bladeren):
        n = sum(sum(stelsel.waar[blad]) for blad in bladeren)
        samen = [sum(stelsel.waar[blad][vak] for blad in bladeren) for vak in range(stelsel.breedte)]
        for soort, vakken in groepen.items():
            x = sum(samen[vak] for vak in vakken)
            leeg_mag = soort != "gunstig" and x == 0
            naam = f"{soort} in {'+'.join(bladeren)}: {x} van {n}"
            doelen[naam] = stelsel.som(bladeren, vakken)
            mag_niet[naam] = not leeg_mag and (n < drempel or x < band or x > n - band)
        naam = f"som in {'+'.join(bladeren)} ({n})"
        doelen[naam] = stelsel.gewogen(bladeren, np.arange(stelsel.breedte, dtype=np.float64))
        mag_niet[naam] = n < drempel or max(samen) > n - band
    verdacht = {naam: doel for naam, doel in doelen.items() if mag_niet[naam]}
    return stelsel.vastgelegd(verdacht)


def heeft_getal(cijfer: OpenbaarCijfer) -> bool:
    """Waar als er in enige kolom iets staat dat uit antwoorden komt."""
    kolommen = (
        cijfer.waarde,
        cijfer.teller,
        cijfer.noemer,
        cijfer.ondergrens,
        cijfer.bovengrens,
        cijfer.methode,
        cijfer.uitgenodigd,
    )
    return any(kolom is not None for kolom in kolommen) or any(teken.isdigit() for teken in cijfer.toelichting)
