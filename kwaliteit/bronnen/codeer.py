"""Van cellen naar codes: elk verschillend antwoord wordt één keer vertaald, daarna is elke cel één opzoeking."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import Afwijkingsoort
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.bestanden.ruw import Cel, Ruwkolom
from kwaliteit.bronnen.schrijfwijze import maak_label, maak_tekst

AFWIJKING = {-101: Afwijkingsoort.BUITEN_SCHAAL, -102: Afwijkingsoort.ONBEKEND_LABEL, -103: Afwijkingsoort.FOUTCEL}
"""Tijdelijke codes tijdens het vertalen; na afloop staat er `Reden.ONGELDIG`."""
BUITEN_SCHAAL, ONBEKEND_LABEL, FOUTCEL = AFWIJKING

NVT = ("nvt", "n.v.t.", "niet van toepassing")
WEET_NIET = ("weet niet", "weet ik niet", "weet het niet", "ik weet het niet")
"""Gewone schrijfwijzen; ze gelden alleen bij een schaal die zelf een antwoord van die soort kent."""

JA = ("ja", "j", "yes", "y", "waar", "true")
NEE = ("nee", "n", "no", "onwaar", "false")
"""Schrijfwijzen van ja en nee bij een ja_nee-schaal met precies die twee labels."""

FOUTTEKSTEN = frozenset(
    {"#n/b", "#n/a", "#deel/0", "#div/0", "#verw", "#ref", "#waarde", "#value", "#naam", "#name", "#getal", "#num"}
    | {"#leeg", "#null", "err:502", "err:504", "err:508", "err:509"}
)
"""Hoe een rekenbladfout in een csv staat, na `maak_label` (dat haalt het uitroepteken weg)."""

_CODE_EN_LABEL = re.compile(r"(-?\d+)\s*(?:[=:.)–—-]\s*(.*\S)|\((.*)\))", re.DOTALL)
_GETAL = re.compile(r"-?\d+(?:[.,]\d+)?")
_GROEPEN_NL = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROEPEN_EN = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gecodeerd:
    """Eén kolom in codes, zoals in `Antwoordkolom`; `afwijkend` is de plek in de kolom en wat er mis is."""

    plaats: NDArray[np.int16]
    getal: NDArray[np.float64] | None
    afwijkend: tuple[tuple[int, Afwijkingsoort], ...]


class Vertaler:
    """Vertaalt antwoorden op één vraag.

    `eigen` zijn antwoorden uit de koppeling (label -> code of Reden); die gaan voor. `niet_getoond` komt van het
    dialect en geldt alleen als de schaal dat woord zelf niet kent.
    """

    def __init__(self, schaal: Schaal, eigen: Mapping[str, int | Reden], niet_getoond: frozenset[str]) -> None:
        self._schaal = schaal
        self._plaats = {code: plaats for plaats, code in enumerate(schaal.codes)}
        self._woorden: dict[str, int | Reden] = {
            **dict.fromkeys(niet_getoond, Reden.NIET_GETOOND),
            **_maak_redenen(schaal),
            **_maak_labels(schaal),
            **eigen,
        }
        self._woorden.pop("", None)

    def codeer(self, kolom: Ruwkolom, eerste: int, foutplekken: Sequence[int]) -> Gecodeerd:
        """Zet een kolom om vanaf rij `eerste`. `foutplekken` zijn plekken met een rekenbladfout, geteld vanaf daar."""
        vertaald = [self._vertaal(cel) for cel in kolom.waarden]
        plekken = np.frombuffer(kolom.plaats, dtype=np.intc)[eerste:]
        plaats = np.array([plek for plek, _ in vertaald], dtype=np.int16)[plekken]
        plaats[list(foutplekken)] = FOUTCEL
        getal = None
        if not self._schaal.soort.heeft_codes:
            getal = np.array([waarde for _, waarde in vertaald])[plekken]
            getal[plaats < 0] = np.nan
        mis = np.flatnonzero(plaats <= max(AFWIJKING))
        afwijkend = tuple((int(plek), AFWIJKING[int(plaats[plek])]) for plek in mis)
        plaats[mis] = Reden.ONGELDIG
        return Gecodeerd(plaats=plaats, getal=getal, afwijkend=afwijkend)

    def _vertaal(self, cel: Cel) -> tuple[int, float]:
        """Geef de plaats (of Reden, of afwijking) en bij een getalschaal het getal."""
        tekst = maak_tekst(cel)
        if not tekst:
            return Reden.LEEG, np.nan
        woord = self._woorden.get(maak_label(tekst))
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
        if self._schaal.soort.heeft_codes:
            klopt = self._woorden.get(label) == code
        else:
            klopt = self._schaal.soort in (Schaalsoort.NPS, Schaalsoort.RAPPORTCIJFER) and label[:1].isalpha()
        return self._plaats_getal(code) if klopt else (ONBEKEND_LABEL, np.nan)

    def _plaats_getal(self, waarde: float) -> tuple[int, float]:
        schaal = self._schaal
        if schaal.soort.heeft_codes:
            return self._plaats.get(waarde, BUITEN_SCHAAL), np.nan  # type: ignore[call-overload]
        laag = -np.inf if schaal.laagste is None else schaal.laagste
        hoog = np.inf if schaal.hoogste is None else schaal.hoogste
        vorm = waarde.is_integer() if schaal.soort is Schaalsoort.NPS else isfinite(waarde)
        return (0, waarde) if laag <= waarde <= hoog and vorm else (BUITEN_SCHAAL, np.nan)


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
