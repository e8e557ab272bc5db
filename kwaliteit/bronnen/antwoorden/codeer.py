"""Van cellen naar codes: elk verschillend antwoord wordt één keer vertaald, daarna is elke cel één opzoeking."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import ZIE_BRON, Afwijkingsoort
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.bestanden.ruw import Cel, Ruwkolom
from kwaliteit.bronnen.taal.antwoordwoorden import JA, NEE
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst, vereenvoudig

AFWIJKING = {-101: Afwijkingsoort.BUITEN_SCHAAL, -102: Afwijkingsoort.ONBEKEND_LABEL, -103: Afwijkingsoort.FOUTCEL}
"""Tijdelijke codes tijdens het vertalen; na afloop staat er `Reden.ONGELDIG`."""
BUITEN_SCHAAL, ONBEKEND_LABEL, FOUTCEL = AFWIJKING

NVT = ("nvt", "n.v.t.", "niet van toepassing")
WEET_NIET = ("weet niet", "weet ik niet", "weet het niet", "ik weet het niet")
"""Gewone schrijfwijzen; ze gelden alleen bij een schaal die zelf een antwoord van die soort kent."""

REDENEN_IN_WOORDEN = {
    Reden.NVT: ("nvt", "n.v.t", "niet van toepassing", "not applicable"),
    Reden.WEET_NIET: ("weet niet", "weet ik niet", "weet het niet", "don't know", "dont know", "do not know"),
    Reden.NIET_GETOOND: ("niet getoond", "niet gesteld", "niet gevraagd", "not asked", "not shown", "not displayed"),
}
"""Wat er in het label van een ontbrekende waarde kan staan."""

FOUTTEKSTEN = frozenset(
    {"#n/b", "#n/a", "#deel/0", "#div/0", "#verw", "#ref", "#waarde", "#value", "#naam", "#name", "#getal", "#num"}
    | {"#leeg", "#null", "err:502", "err:504", "err:508", "err:509"}
)
"""Hoe een rekenbladfout in een csv staat, na `maak_label` (dat haalt het uitroepteken weg)."""

_MAANDEN = (
    "jan januari january januar janvier janv feb februari february februar fevrier fevr fev mrt mar maart march marz "
    "maerz mrz mars apr april avril avr mei may mai jun juni june juin jul juli july juillet juil aug augustus august "
    "aout sep sept september septembre okt oct oktober october octobre nov november novembre dec dez december dezember "
    "decembre janner jaenner feber"
)
_GETALWOORDEN = (
    "nul twee drie vier vijf zes zeven acht negen tien one two three four five six seven eight nine ten "
    "zwei drei funf sechs sieben neun zehn deux trois quatre cinq huit neuf dix"
)
_TUSSENWOORDEN = "van op of tot uit half from out or to von aus oder bis sur ou"
GEEN_GEWOON_LABEL = frozenset(" ".join((_MAANDEN, _GETALWOORDEN, _TUSSENWOORDEN)).split())
"""Woorden waarmee tekst achter een getal geen naam van dat getal is: een maand, een ander getal, of "van" en "op"."""

ONTBREKENDE_CODES = (-99, -98, -97, -96, -95, 99, 999, 9999, -999, -9999)
"""Wat mensen bij een getal zonder grens intypen voor "geen antwoord"."""

VEEL_KLEINER = 0.5
"""Zo'n code is geen antwoord als elk ander getal in de kolom hoogstens dit deel ervan is, aan dezelfde kant van nul."""

LANGSTE_GETAL = 6
"""Tekens; zo lang mag een getal zijn om in een gemarkeerde kopie te staan."""

_CODE_EN_LABEL = re.compile(r"(-?\d+)\s*(?:[=:.)–—-]\s*(.*\S)|\((.*)\))", re.DOTALL)
_GETAL = re.compile(r"-?\d+(?:[.,]\d+)?")
_GROEPEN_NL = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROEPEN_EN = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gecodeerd:
    """Eén vraag in codes, zoals in `Antwoordkolom`.

    `mis` zijn de plekken waar een cel niet past, `soort` zegt waarom (een sleutel van `AFWIJKING`). Heeft de vraag een
    kolom per optie, dan zegt `optie` in de hoeveelste kolom. `ontkend` zijn de plekken met een antwoord uit de schaal
    dat de enquêtetool zelf ontbrekend noemt. `eigen_woorden` zijn de plekken waar tekst die niet in de lijst staat als
    "anders" gelezen is.
    """

    plaats: NDArray[np.int16]
    mis: NDArray[np.int64]
    soort: NDArray[np.int16]
    getal: NDArray[np.float64] | None = None
    gekozen: NDArray[np.bool_] | None = None
    optie: NDArray[np.int16] | None = None
    eigen_woorden: NDArray[np.int64] | None = None
    ontkend: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


class Vertaler:
    """Vertaalt antwoorden op één vraag.

    `eigen` zijn antwoorden uit de koppeling (label -> code of Reden); die gaan voor. `redenen` zijn woorden en codes
    van de enquêtetool (zoals "n/a" en "-97"); ze gelden alleen als de schaal dat antwoord zelf niet kent.
    """

    def __init__(self, schaal: Schaal, eigen: Mapping[str, int | Reden], redenen: Mapping[str, Reden]) -> None:
        self._schaal = schaal
        self._plaats = {code: plaats for plaats, code in enumerate(schaal.codes)}
        self._woorden = maak_woorden(schaal, eigen)
        self._toolwoorden = {
            woord: reden
            for woord, reden in redenen.items()
            if woord and woord not in self._woorden and not self._kent(woord)
        }

    def codeer(self, kolom: Ruwkolom, eerste: int, foutplekken: Sequence[int]) -> Gecodeerd:
        """Zet een kolom om vanaf rij `eerste`. `foutplekken` zijn plekken met een rekenbladfout, geteld vanaf daar."""
        vertaald = [
            self._vertaal_ontbrekend(cel) if plek in kolom.ontbrekend else self._vertaal(cel)
            for plek, cel in enumerate(kolom.waarden)
        ]
        plekken = geef_plekken(kolom, eerste)
        plaats = np.array([plek for plek, _ in vertaald], dtype=np.int16)[plekken]
        plaats[list(foutplekken)] = FOUTCEL
        getal = None
        if not self._schaal.soort.heeft_codes:
            getal = np.array([waarde for _, waarde in vertaald])[plekken]
            getal[plaats < 0] = np.nan
            plaats[_zoek_ontbrekende_codes(getal, self._schaal)] = BUITEN_SCHAAL
            getal[plaats < 0] = np.nan
        ontkend = [plek for plek in sorted(kolom.ontbrekend) if self._is_antwoord(kolom.waarden[plek])]
        mis = np.flatnonzero(plaats <= max(AFWIJKING))
        soort = plaats[mis]
        plaats[mis] = Reden.ONGELDIG
        waar = np.flatnonzero(np.isin(plekken, ontkend)) if ontkend else mis[:0]
        return Gecodeerd(plaats=plaats, getal=getal, mis=mis, soort=soort, ontkend=waar)

    def toon(self, cel: Cel) -> str | int | float:
        """Geef wat van deze cel herhaald mag worden: een gesloten antwoord of een kort getal; tekst wordt ZIE_BRON."""
        stand, getal = self._vertaal(cel)
        if stand >= 0 and not self._schaal.soort.heeft_codes:
            return getal
        if stand == Reden.LEEG and not maak_tekst(cel):
            return ""
        return toon_antwoord(cel) if stand > BUITEN_SCHAAL else toon_getal(cel)

    def _kent(self, woord: str) -> bool:
        """Of dit een getal is dat bij de schaal hoort; een schaal zonder grens zegt daarover niets."""
        getallen = lees_getallen(woord)
        begrensd = bool(self._schaal.codes) or None not in (self._schaal.laagste, self._schaal.hoogste)
        return begrensd and any(self._plaats_getal(getal)[0] >= 0 for getal in getallen)

    def _vertaal_ontbrekend(self, cel: Cel) -> tuple[int, float]:
        """Vertaal een cel die de tool zelf ontbrekend noemt: nooit een antwoord, alleen een reden of leeg."""
        label = _lees_label(cel)
        woord = self._woorden.get(label)
        return woord if isinstance(woord, Reden) else lees_reden(label), np.nan

    def _is_antwoord(self, cel: Cel) -> bool:
        """Zeg of deze cel een label van de schaal is; een getal zonder label is dat niet."""
        woord = self._woorden.get(_lees_label(cel))
        return woord is not None and not isinstance(woord, Reden)

    def _vertaal(self, cel: Cel) -> tuple[int, float]:
        """Geef de plaats (of Reden, of afwijking) en bij een getalschaal het getal."""
        tekst = maak_tekst(cel)
        if not tekst:
            return Reden.LEEG, np.nan
        label = maak_label(tekst)
        woord = self._woorden.get(label, self._toolwoorden.get(label))
        if isinstance(woord, Reden):
            return woord, np.nan
        if woord is not None:
            return self._plaats_getal(float(woord))
        if isinstance(cel, int | float) and not isinstance(cel, bool):
            return self._plaats_getal(float(cel))
        if not isinstance(cel, str):
            return ONBEKEND_LABEL, np.nan
        return self._vertaal_tekst(tekst)

    def _vertaal_tekst(self, tekst: str) -> tuple[int, float]:
        mogelijk = lees_getallen(tekst)
        if mogelijk:
            passend = [waarde for waarde in mogelijk if self._plaats_getal(waarde)[0] >= 0]
            if len(passend) > 1:
                return ONBEKEND_LABEL, np.nan
            return self._plaats_getal(passend[0] if passend else mogelijk[0])
        if (treffer := _CODE_EN_LABEL.fullmatch(tekst)) is not None:
            return self._vertaal_code_en_label(float(treffer[1]), maak_label(treffer[2] or treffer[3]))
        return FOUTCEL if maak_label(tekst) in FOUTTEKSTEN else ONBEKEND_LABEL, np.nan

    def _vertaal_code_en_label(self, code: float, label: str) -> tuple[int, float]:
        """Vertaal "4 = eens": de twee moeten elkaar bevestigen. Bij een getalschaal mag het label vrije tekst zijn."""
        woord = self._woorden.get(label)
        if isinstance(woord, Reden):
            return woord, np.nan
        klopt = woord == code
        # Bij een los getal niet: achter "3" kan daar de maat staan, zoals "weken".
        if woord is None and self._schaal.soort in (Schaalsoort.NPS, Schaalsoort.RAPPORTCIJFER):
            klopt = lees_reden(label) is Reden.LEEG and _is_gewoon_label(label)
        return self._plaats_getal(code) if klopt else (ONBEKEND_LABEL, np.nan)

    def _plaats_getal(self, waarde: float) -> tuple[int, float]:
        schaal = self._schaal
        if schaal.soort.heeft_codes:
            return self._plaats.get(waarde, BUITEN_SCHAAL), np.nan  # type: ignore[call-overload]
        laag = -np.inf if schaal.laagste is None else schaal.laagste
        hoog = np.inf if schaal.hoogste is None else schaal.hoogste
        vorm = waarde.is_integer() if schaal.soort is Schaalsoort.NPS else isfinite(waarde)
        return (0, waarde) if laag <= waarde <= hoog and vorm else (BUITEN_SCHAAL, np.nan)


def _lees_label(cel: Cel) -> str:
    """Geef het label in een cel, zonder de code die ervoor kan staan."""
    label = maak_label(maak_tekst(cel))
    treffer = _CODE_EN_LABEL.fullmatch(label)
    return label if treffer is None else maak_label(treffer[2] or treffer[3])


def _is_gewoon_label(label: str) -> bool:
    """Zeg of tekst achter een getal de naam van dat getal kan zijn: "uitstekend" wel; "mei" of "van de 8" niet.

    Een rekenblad maakt van 7.5 de datum 7 mei; in een csv staat dan "7-mei".
    """
    if not label[:1].isalpha() or any(teken.isnumeric() for teken in label):
        return False
    return GEEN_GEWOON_LABEL.isdisjoint(vereenvoudig(label).split())


def _zoek_ontbrekende_codes(getallen: NDArray[np.float64], schaal: Schaal) -> NDArray[np.bool_]:
    """Zeg per plek of daar een gebruikelijke code voor "geen antwoord" staat; alleen waar de schaal geen grens heeft.

    Zo'n code (-99, 999) telt als antwoord zodra een ander getal in de kolom er bij in de buurt komt: is de oudste 85,
    dan kan 99 een leeftijd zijn; is het hoogste andere getal 10, dan niet.
    """
    codes = [code for code in ONTBREKENDE_CODES if (schaal.laagste if code < 0 else schaal.hoogste) is None]
    ander = getallen[~np.isnan(getallen) & ~np.isin(getallen, codes)]
    hoogste, laagste = ander.max(initial=0), ander.min(initial=0)
    mis = [code for code in codes if (laagste / code if code < 0 else hoogste / code) <= VEEL_KLEINER]
    return np.isin(getallen, mis)


def toon_antwoord(cel: Cel) -> str | int | float:
    """Geef een gesloten antwoord zoals het in de bron stond."""
    return cel if isinstance(cel, str | int | float) and not isinstance(cel, bool) else maak_tekst(cel)


def toon_getal(cel: Cel) -> str | int | float:
    """Geef een kort getal zoals het er stond; een lang getal kan een telefoonnummer zijn en tekst een verhaal."""
    tekst = maak_tekst(cel)
    is_kort = len(tekst) <= LANGSTE_GETAL and bool(lees_getallen(tekst)) and not isinstance(cel, bool)
    return toon_antwoord(cel) if is_kort else ZIE_BRON


def lees_getallen(tekst: str) -> list[float]:
    """Geef de getallen die hier kunnen staan: "7,5" is er één, "1.234" kan er twee zijn, gewone tekst geen."""
    mogelijk = []
    if _GETAL.fullmatch(tekst):
        mogelijk.append(float(tekst.replace(",", ".")))
    if _GROEPEN_NL.fullmatch(tekst):
        mogelijk.append(float(tekst.replace(".", "").replace(",", ".")))
    if _GROEPEN_EN.fullmatch(tekst):
        mogelijk.append(float(tekst.replace(",", "")))
    return list(dict.fromkeys(mogelijk))


def maak_woorden(schaal: Schaal, eigen: Mapping[str, int | Reden]) -> dict[str, int | Reden]:
    """Geef elk woord dat bij deze schaal een antwoord is (na `maak_label`), met zijn code of Reden."""
    woorden = {**_maak_redenen(schaal), **_maak_labels(schaal), **eigen}
    woorden.pop("", None)
    return woorden


def lees_reden(label: str) -> Reden:
    """Geef de reden die in een ontbrekend antwoord van de enquêtetool te lezen is; anders is het gewoon leeg."""
    for reden, woorden in REDENEN_IN_WOORDEN.items():
        if any(woord in label for woord in woorden):
            return reden
    return Reden.LEEG


def _maak_redenen(schaal: Schaal) -> dict[str, int | Reden]:
    nvt = (*schaal.nvt, *NVT) if schaal.nvt else ()
    weet_niet = (*schaal.weet_niet, *WEET_NIET) if schaal.weet_niet else ()
    return {
        **{maak_label(woord): Reden.WEET_NIET for woord in weet_niet},
        **{maak_label(woord): Reden.NVT for woord in nvt},
    }


def _maak_labels(schaal: Schaal) -> dict[str, int | Reden]:
    paren = [(maak_label(label), code) for code, label in zip(schaal.codes, schaal.labels, strict=True)]
    namen = [label for label, _ in paren]
    # Labels die alleen in leestekens aan de rand verschillen zijn niet te onderscheiden: dan gelden alleen hun codes.
    labels: dict[str, int | Reden] = {label: code for label, code in paren if namen.count(label) == 1}
    if schaal.soort is Schaalsoort.JA_NEE and set(labels) == {"ja", "nee"}:
        ja, nee = labels["ja"], labels["nee"]
        return {**dict.fromkeys(JA, ja), **dict.fromkeys(NEE, nee)}
    return labels
