"""Van openbare rijen naar feiten: wat een lezer van één vraag weet, en hoe de antwoorden op die vraag geteld worden."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, sqrt

from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.formules.marges import bereken_t, bereken_wald
from kwaliteit.openbaarheidstoets.rijen import Geheim, Rij
from kwaliteit.openbaarheidstoets.veld import Feit, Marge, Veld, venster

GETELD = ("gunstig", "verhouding", "topbox", "verdeling")
_NOEMER_IN_WOORDEN = re.compile(r"(?:minder|meer) dan \d+ van de (\d+)")
_MIDDEN = {"gemiddelde": Fraction(1, 10), "score": Fraction(1), "nps": Fraction(1)}
"""Waarop een maat openbaar is afgerond."""
GROOTSTE_MIDDEN = 1000
"""Groter kan een gemiddelde, score, nps of marge op geen enkele schaal zijn."""
GROOTSTE_SOM = 10**17
"""Een grotere som past niet in de getallen waarmee de toets rekent."""
PLEKLOOS = " (zonder bekende plek)"
"""Achter een onderdeel: de mensen die bij dat onderdeel horen en bij geen van zijn kinderen bekend zijn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """Hoe antwoorden op een vraag in vakken vallen. `waarden` is per vak het getal dat in een gemiddelde telt.

    Bij `speling` kan een antwoord een half van de waarde van zijn vak afwijken. `gunstig` is leeg als de schaal geen
    gunstige kant heeft, `top` is het vak van het hoogste antwoord.
    """

    codes: tuple[str, ...]
    gunstig: tuple[int, ...] = ()
    top: tuple[int, ...] = ()
    waarden: tuple[int, ...] | None = None
    speling: bool = False
    is_nps: bool = False
    laagste: int = 0
    hoogste: int = 0


TELLER_EN_REST = Vorm(codes=("teller", "rest"), gunstig=(0,), top=(0,))
"""Een kengetal, of één antwoord van een meerkeuzevraag: wel of niet."""


def bepaal_vorm(vraag: Vraag, deel: Vraag | None = None) -> Vorm | None:
    """Geef de vakken van een vraag; None bij een soort zonder vakken (vrij getal, meerkeuze, open).

    Een schaalscore telt in de hele cijfers van haar eigen vragen; `deel` is een van die vragen.
    """
    schaal: Schaal = vraag.schaal
    if schaal.soort is Schaalsoort.SCHAALSCORE:
        eigen = bepaal_vorm(deel) if deel is not None else None
        if eigen is None or eigen.waarden is None:
            return None
        waarden = tuple(range(eigen.laagste, eigen.hoogste + 1))
        codes = tuple(str(waarde) for waarde in waarden)
        return Vorm(codes=codes, waarden=waarden, speling=True, laagste=eigen.laagste, hoogste=eigen.hoogste)
    if schaal.soort.heeft_codes:
        top = max(range(len(schaal.codes)), key=lambda plek: schaal.codes[plek])
        return Vorm(
            codes=tuple(str(code) for code in schaal.codes),
            gunstig=tuple(plek for plek, code in enumerate(schaal.codes) if code in schaal.gunstig),
            top=(top,),
            waarden=schaal.codes if schaal.soort is not Schaalsoort.KEUZE else None,
            laagste=min(schaal.codes),
            hoogste=max(schaal.codes),
        )
    if schaal.soort is Schaalsoort.NPS:
        return Vorm(codes=("criticus", "neutraal", "promotor"), waarden=(-1, 0, 1), is_nps=True)
    if schaal.soort is not Schaalsoort.RAPPORTCIJFER or schaal.laagste is None or schaal.hoogste is None:
        return None
    waarden = tuple(range(floor(schaal.laagste + 0.5), floor(schaal.hoogste + 0.5) + 1))
    codes = tuple(str(waarde) for waarde in waarden)
    return Vorm(codes=codes, waarden=waarden, laagste=waarden[0], hoogste=waarden[-1])


@dataclass(frozen=True, kw_only=True)
class Grond:
    """De boom als verzamelingen bladeren; een onderdeel met kinderen heeft ook een blad voor wie geen plek heeft."""

    boom: Boom
    bladeren: tuple[str, ...]
    onder: Mapping[str, frozenset[str]]

    @classmethod
    def van(cls, boom: Boom) -> "Grond":
        """Maak de verzamelingen van een boom."""
        onder: dict[str, frozenset[str]] = {}
        for onderdeel in reversed(boom.onderdelen):
            kinderen = boom.kinderen[onderdeel.id]
            eigen = onderdeel.id + PLEKLOOS if kinderen else onderdeel.id
            onder[onderdeel.id] = frozenset({eigen}).union(*(onder[kind] for kind in kinderen))
        return cls(boom=boom, bladeren=tuple(sorted(onder[ORGANISATIE])), onder=onder)

    def per_blad(self, aantal: Mapping[str, int]) -> dict[str, int]:
        """Verdeel aantallen per onderdeel over de bladeren; een onderdeel zonder aantal telt als de som eronder."""
        geheel: dict[str, int] = {}
        uit: dict[str, int] = {}
        for onderdeel in reversed(self.boom.onderdelen):
            kinderen = self.boom.kinderen[onderdeel.id]
            som = sum(geheel[kind] for kind in kinderen)
            geheel[onderdeel.id] = aantal.get(onderdeel.id, som)
            if kinderen:
                uit[onderdeel.id + PLEKLOOS] = geheel[onderdeel.id] - som
            else:
                uit[onderdeel.id] = geheel[onderdeel.id]
        return uit

    def noem(self, blad: str) -> str:
        """De naam van een blad voor een mens."""
        kaal = blad.removesuffix(PLEKLOOS)
        naam = self.boom.per_id[kaal].naam
        return naam if kaal == blad else f"{naam}{PLEKLOOS}"


def lees_noemer(rij: Rij) -> int | None:
    """Geef het aantal antwoorden dat in deze rij openbaar is: in de kolom of in de woorden."""
    if rij.noemer is not None:
        return rij.noemer
    gevonden = _NOEMER_IN_WOORDEN.search(rij.toelichting)
    return int(gevonden[1]) if gevonden else None


def lees_teller(rij: Rij) -> int | None:
    """Geef het aantal dat in deze rij openbaar is; uit de waarde en de noemer als de teller leeg is.

    Een gewogen deel zegt zonder de gewichten niets over een aantal.
    """
    if rij.is_gewogen:
        return None
    if rij.teller is not None:
        return rij.teller
    if rij.waarde is not None and rij.noemer is not None and rij.maat in GETELD:
        return floor(rij.waarde * rij.noemer + Fraction(1, 2))
    return None


def lees_feiten(
    rijen: Iterable[Rij], vorm: Vorm, grond: Grond, aantal: Mapping[str, int], band: int, geheim: Geheim | None
) -> tuple[list[Feit], list[Marge]]:
    """Zet openbare rijen om in feiten. `aantal` is per onderdeel het aantal antwoorden dat de lezer kent."""
    lezer = _Lezer(vorm, grond, aantal, band, geheim)
    for rij in rijen:
        lezer.lees(rij)
    return lezer.feiten, lezer.marges


class _Lezer:
    """Verzamelt feiten en marges van één vraag."""

    def __init__(self, vorm: Vorm, grond: Grond, aantal: Mapping[str, int], band: int, geheim: Geheim | None) -> None:
        self.vorm, self.grond, self.aantal, self.band, self.geheim = vorm, grond, aantal, band, geheim
        self.feiten: list[Feit] = []
        self.marges: list[Marge] = []

    def lees(self, rij: Rij) -> None:
        bladeren = self.grond.onder[rij.onderdeel]
        n = lees_noemer(rij)
        n = self.aantal.get(rij.onderdeel) if n is None else n
        if rij.status in ("band laag", "band hoog"):
            vakken = self.vorm.top if rij.maat == "topbox" else self.vorm.gunstig
            if rij.status == "band laag":
                self._weet(rij, vakken, 0, self.band - 1)
            elif n is not None:
                self._weet(rij, vakken, n - self.band + 1, n)
        elif "bijna iedereen" in rij.toelichting and n is not None and self.geheim and self.geheim.vakken:
            echt = self.geheim.vakken.get(rij.onderdeel)
            if echt:  # een lezer kan raden welk antwoord dat is; hier weet hij het zeker
                self._weet(rij, (max(range(len(echt)), key=echt.__getitem__),), n - self.band + 1, n)
        elif rij.status == "niet getoond" and rij.maat in ("gunstig", "verhouding") and n is not None:
            self._lees_geen_band(rij, n)
        elif rij.maat in GETELD:
            teller = lees_teller(rij)
            if teller is not None:
                self._weet(rij, self._kies_vakken(rij), teller, teller)
        elif rij.maat in _MIDDEN and rij.waarde is not None and n and self.vorm.waarden is not None:
            self._lees_midden(rij, bladeren, n, rij.waarde)

    def _lees_geen_band(self, rij: Rij, n: int) -> None:
        """Wie "niet getoond" leest, kan raden dat er geen band stond; hier weet hij het als het waar is."""
        echt = self.geheim.vakken.get(rij.onderdeel) if self.geheim and self.geheim.vakken else None
        if echt is not None and len(echt) == len(self.vorm.codes) and self.vorm.gunstig:
            gunstig = sum(echt[vak] for vak in self.vorm.gunstig)
            if self.band <= gunstig <= n - self.band:
                self._weet(rij, self.vorm.gunstig, self.band, n - self.band)

    def _kies_vakken(self, rij: Rij) -> tuple[int, ...]:
        if rij.maat == "topbox":
            return self.vorm.top
        if rij.maat != "verdeling":
            return self.vorm.gunstig
        plekken = {code: plek for plek, code in enumerate(self.vorm.codes)}
        return tuple(plekken[code] for code in rij.categorie.split("+") if code in plekken)

    def _weet(self, rij: Rij, vakken: Sequence[int], laag: int, hoog: int) -> None:
        if vakken:
            gewicht = tuple(int(vak in vakken) for vak in range(len(self.vorm.codes)))
            self._voeg_toe(rij, gewicht, laag, hoog)

    def _voeg_toe(self, rij: Rij, gewicht: tuple[int, ...], laag: int, hoog: int) -> None:
        self.feiten.append(
            Feit(
                bladeren=self.grond.onder[rij.onderdeel],
                gewicht=gewicht,
                laag=laag,
                hoog=hoog,
                waaruit=f"{rij.bron}: {rij.maat} {rij.categorie} van {self.grond.noem(rij.onderdeel)}".replace(
                    "  ", " "
                ),
            )
        )

    def _lees_midden(self, rij: Rij, bladeren: frozenset[str], n: int, waarde: Fraction) -> None:
        if any(abs(getal) > GROOTSTE_MIDDEN for getal in (waarde, rij.ondergrens, rij.bovengrens) if getal is not None):
            return  # zo'n waarde heeft geen schaal; dat zij niet klopt vindt de vergelijking met intern
        vorm, stap = self.vorm, _MIDDEN[rij.maat]
        gewichten = vorm.waarden or ()
        schaal = Fraction(1)
        if vorm.is_nps:
            schaal = Fraction(100)
        elif rij.maat == "score":
            gewichten = tuple(getal - vorm.laagste for getal in gewichten)
            schaal = Fraction(100, max(1, vorm.hoogste - vorm.laagste))
        if waarde % stap:
            stap = Fraction(1, max(1, waarde.denominator))  # fijner dan afgesproken: de lezer weet dan meer
        laag, hoog = venster(waarde, stap, n, schaal)
        ruim = (n + 1) // 2 if vorm.speling else 0  # per mens hoogstens een half vak
        self._voeg_toe(rij, gewichten, laag - ruim, hoog + ruim)
        if rij.ondergrens is None or rij.bovengrens is None or vorm.speling:
            return
        populatie = self.geheim.populatie.get(rij.onderdeel) if self.geheim else None
        grenzen = (float(rij.ondergrens), float(rij.bovengrens))
        meet: Callable[[Sequence[int]], float] | None = None
        if rij.methode == "t":
            bereik = (float(schaal) * min(gewichten), float(schaal) * max(gewichten))
            if rij.maat == "gemiddelde" and stap == _MIDDEN["gemiddelde"] and n > 1:
                self._lees_spreiding(rij, n, waarde, grenzen, bereik, populatie)
            meet = _meet_t(gewichten, n, populatie, grenzen, float(schaal), float(_MIDDEN[rij.maat]) / 2, bereik)
        elif rij.methode == "aangepaste wald":
            meet = lambda vakken: _meet_afstand(_wald(*vakken), grenzen, 0.5)  # noqa: E731
        if meet is not None:
            self.marges.append(Marge(bladeren=bladeren, meet=meet, waaruit=f"{rij.bron}: marge van {rij.maat}"))

    def _lees_spreiding(
        self,
        rij: Rij,
        n: int,
        waarde: Fraction,
        grenzen: tuple[float, float],
        bereik: tuple[float, float],
        populatie: int | None,
    ) -> None:
        """Wat de marge over de spreiding rond het gemiddelde zegt, als een gewone som (ruim genomen)."""
        factor = bereken_t(0.0, 1.0, n, populatie if populatie is not None and populatie >= n else None)[1]
        open_kanten = [abs(grens - float(waarde)) for grens, kant in zip(grenzen, bereik, strict=True) if grens != kant]
        if factor <= 0 or not open_kanten:
            return
        kleinste = max(0.0, max(open_kanten) - 0.1 - 1e-6) / factor
        grootste = (min(open_kanten) + 0.1 + 1e-6) / factor
        tienden = int(waarde * 10)
        hoogstens = ceil(100 * ((n - 1) * grootste**2 + n * 0.05**2))
        if hoogstens <= GROOTSTE_SOM:
            gewichten = tuple((10 * getal - tienden) ** 2 for getal in self.vorm.waarden or ())
            self._voeg_toe(rij, gewichten, floor(100 * (n - 1) * kleinste**2), hoogstens)


@lru_cache(maxsize=100_000)
def _wald(criticus: int, neutraal: int, promotor: int) -> tuple[float, float]:
    return bereken_wald(promotor, neutraal, criticus)


@lru_cache(maxsize=100_000)
def _student(som: int, kwadraten: int, n: int, populatie: int | None) -> tuple[float, float]:
    afwijking = sqrt(max(0.0, (kwadraten - som * som / n) / (n - 1)))
    return bereken_t(som / n, afwijking, n, populatie if populatie is not None and populatie >= n else None)


def _meet_t(
    gewichten: tuple[int, ...],
    n: int,
    populatie: int | None,
    grenzen: tuple[float, float],
    schaal: float,
    halve_stap: float,
    bereik: tuple[float, float],
) -> Callable[[Sequence[int]], float] | None:
    if n < 2:
        return None

    def meet(vakken: Sequence[int]) -> float:
        som = sum(maal * aantal for maal, aantal in zip(gewichten, vakken, strict=True))
        kwadraten = sum(maal * maal * aantal for maal, aantal in zip(gewichten, vakken, strict=True))
        laag, hoog = _student(som, kwadraten, n, populatie)
        laag, hoog = laag * schaal, hoog * schaal
        # De marge is soms geknipt op de grenzen van de schaal; een lezer weet niet altijd of dat zo is.
        geknipt = (max(laag, bereik[0]), min(hoog, bereik[1]))
        return min(_meet_afstand((laag, hoog), grenzen, halve_stap), _meet_afstand(geknipt, grenzen, halve_stap))

    return meet


def _meet_afstand(berekend: tuple[float, float], gepubliceerd: tuple[float, float], halve_stap: float) -> float:
    """Geef hoe ver een berekende marge buiten de afronding van de gepubliceerde valt."""
    paren = zip(berekend, gepubliceerd, strict=True)
    return sum(max(0.0, abs(een - ander) - halve_stap - 1e-6) for een, ander in paren)


def maak_veld(
    vorm: Vorm, bladeren: Mapping[str, int | None], feiten: Sequence[Feit], marges: Sequence[Marge], waaruit: str
) -> Veld:
    """Maak het stelsel; `bladeren` geeft per blad het aantal antwoorden dat de lezer kent, of None."""
    ruim = max([1, *(feit.hoog for feit in feiten)]) * 2
    alle = tuple([1] * len(vorm.codes))
    bekend = [
        Feit(bladeren=frozenset({blad}), gewicht=alle, laag=aantal, hoog=aantal, waaruit=waaruit)
        for blad, aantal in bladeren.items()
        if aantal is not None
    ]
    over = frozenset(bladeren)
    return Veld(
        bladeren=tuple(bladeren),
        breedte=len(vorm.codes),
        feiten=(*bekend, *(feit for feit in feiten if feit.bladeren & over)),
        marges=tuple(marge for marge in marges if marge.bladeren & over),
        hoogste={blad: ruim for blad, aantal in bladeren.items() if aantal is None},
    )
