"""Meerkeuzevragen: één kolom per optie, of één cel met alle gekozen opties. Raadt nooit waar een optie ophoudt."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import ZIE_BRON
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Schaal
from kwaliteit.bestanden.ruw import Cel, Ruwkolom
from kwaliteit.bronnen.antwoorden.codeer import (
    FOUTCEL,
    FOUTTEKSTEN,
    ONBEKEND_LABEL,
    Gecodeerd,
    lees_reden,
    maak_woorden,
    toon_antwoord,
)
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import haal_onzichtbaar_weg, maak_label, maak_tekst

GEKOZEN = frozenset(
    {"1", "x", "✓", "✔", "v", "y", "yes", "true", "checked", "selected", "quoted"}
    | {"ja", "j", "waar", "gekozen", "aangevinkt", "geselecteerd"}
    | {"wahr", "angekreuzt", "gewählt", "ausgewählt"}
    | {"oui", "vrai", "coché", "sélectionné", "si", "sí", "sì"}
)
NIET_GEKOZEN = frozenset(
    {"0", "n", "no", "false", "unchecked", "not selected", "not checked", "not quoted"}
    | {"nee", "onwaar", "niet gekozen", "niet aangevinkt", "niet geselecteerd"}
    | {"nein", "falsch", "nicht angekreuzt", "nicht gewählt", "nicht ausgewählt"}
    | {"non", "faux", "non coché", "non sélectionné"}
)
"""Wat er in de kolom van één optie kan staan, na `maak_label`."""

ANDERS = ("anders", "andere", "overig", "overige", "other")
"""Eerste woord van de optie waarbij mensen zelf iets mogen schrijven."""

BIJNA = 0.75
"""Zo sterk lijkt een tikfout op de optie die bedoeld is."""
KORTSTE_TIKFOUT = 4
"""Tekens. Op een korter woord lijkt van alles."""

_SCHEIDING = r"[ .!?:\"'”’]*(?:\s*[;,|\n]\s*|$)"
_VOLGENDE = re.compile(r"[;,|\n]\s*")


_EEN_TWEE = frozenset({"1", "2"})
_Keuze = tuple[set[int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Optiekolom:
    """De kolom van één optie; `fouten` zijn plekken met een rekenbladfout, geteld vanaf de eerste antwoordrij."""

    kolom: Ruwkolom
    code: int
    fouten: tuple[int, ...] = ()


class Keuzevertaler:
    """Vertaalt de antwoorden op één meerkeuzevraag met labels; `eigen` en `redenen` zoals bij `Vertaler`."""

    def __init__(self, schaal: Schaal, eigen: Mapping[str, int | Reden], redenen: Mapping[str, Reden]) -> None:
        self._woorden = maak_woorden(schaal, eigen)
        self._labels = {code: maak_label(label) for code, label in zip(schaal.codes, schaal.labels, strict=True)}
        self._namen = dict(zip(schaal.codes, schaal.labels, strict=True))
        self._plek = {code: plek for plek, code in enumerate(schaal.codes)}
        self._redenen = {woord: reden for woord, reden in redenen.items() if woord and woord not in self._woorden}
        opties = {**{str(code): code for code in schaal.codes}, **self._gewone_woorden()}
        self._opties = opties
        langste_eerst = sorted(opties, key=lambda woord: (-len(woord), woord))
        self._stuk = re.compile(f"({'|'.join(map(re.escape, langste_eerst))}){_SCHEIDING}")
        self._heeft_eigen_twee = any(maak_label(woord) == "2" for woord in eigen)
        self._zin = [woord for woord in opties if len(woord) >= KORTSTE_TIKFOUT and not woord.isdecimal()]
        anders = [code for code, label in self._labels.items() if label.split()[:1] and _is_anders(label)]
        self._anders = anders[0] if len(anders) == 1 else None

    def zoek_optie(self, deel: str, waarden: Sequence[Cel]) -> int | None:
        """Geef de code van de optie in een kop; zegt de kop niets, dan misschien de enige tekst in de kolom."""
        label = maak_label(deel)
        if label in self._opties:
            return self._opties[label]
        teksten = {maak_label(maak_tekst(cel)) for cel in waarden} - NIET_GEKOZEN - set(self._redenen) - {""}
        gevonden = {self._gewone_woorden().get(tekst) for tekst in teksten}
        return gevonden.pop() if len(gevonden) == 1 else None

    def codeer_opties(self, kolommen: Sequence[Optiekolom], eerste: int) -> Gecodeerd:
        """Zet de kolommen van één vraag (minstens één) om. Niets gekozen is leeg, of de reden die overal staat."""
        aantal = len(kolommen[0].kolom.plaats) - eerste
        gekozen = np.zeros((aantal, len(self._plek)), dtype=np.bool_)
        hoogste = np.full(aantal, Reden.NIET_GETOOND, dtype=np.int16)
        mis: list[NDArray[np.int64]] = []
        soorten: list[NDArray[np.int16]] = []
        opties: list[NDArray[np.int16]] = []
        twee_is_niet = self._zoek_een_twee(kolommen, eerste)
        for nummer, optie in enumerate(kolommen):
            per_waarde = np.array(
                [
                    self._vertaal_vinkje(cel, optie, plek, twee_is_niet=twee_is_niet[nummer])
                    for plek, cel in enumerate(optie.kolom.waarden)
                ]
            )
            stand = per_waarde.astype(np.int16)[geef_plekken(optie.kolom, eerste)]
            stand[list(optie.fouten)] = FOUTCEL
            gekozen[:, self._plek[optie.code]] |= stand == 1
            hier = np.flatnonzero(stand <= ONBEKEND_LABEL)
            mis.append(hier)
            soorten.append(stand[hier])
            opties.append(np.full(len(hier), nummer, dtype=np.int16))
            hoogste = np.maximum(hoogste, np.where(stand < Reden.NIET_GETOOND, np.int16(Reden.NIET_GETOOND), stand))
        plaats = np.where(gekozen.any(axis=1), np.int16(0), np.minimum(hoogste, np.int16(Reden.LEEG)))
        alle = np.concatenate(mis)
        plaats[alle] = Reden.ONGELDIG
        gekozen[alle] = False
        return Gecodeerd(
            plaats=plaats.astype(np.int16),
            gekozen=gekozen,
            mis=alle,
            soort=np.concatenate(soorten),
            optie=np.concatenate(opties),
        )

    def codeer_cellen(self, kolom: Ruwkolom, eerste: int, foutplekken: Sequence[int]) -> Gecodeerd:
        """Zet één kolom om waarin alle gekozen opties bij elkaar staan."""
        tabel = np.zeros((len(kolom.waarden), len(self._plek)), dtype=np.bool_)
        stand = np.zeros(len(kolom.waarden), dtype=np.int16)
        eigen = np.zeros(len(kolom.waarden), dtype=np.bool_)
        for nummer, cel in enumerate(kolom.waarden):
            uitkomst = self._vertaal_cel(cel, is_ontbrekend=nummer in kolom.ontbrekend)
            if isinstance(uitkomst, int):
                stand[nummer] = uitkomst
            else:
                codes, eigen[nummer] = uitkomst
                tabel[nummer, [self._plek[code] for code in codes]] = True
        plekken = geef_plekken(kolom, eerste)
        plaats = stand[plekken]
        plaats[list(foutplekken)] = FOUTCEL
        gekozen = tabel[plekken]
        mis = np.flatnonzero(plaats <= ONBEKEND_LABEL)
        soort = plaats[mis]
        plaats[mis] = Reden.ONGELDIG
        gekozen[mis] = False
        eigen_woorden = np.flatnonzero(eigen[plekken] & (plaats >= 0))
        return Gecodeerd(plaats=plaats, gekozen=gekozen, mis=mis, soort=soort, eigen_woorden=eigen_woorden)

    def toon_vinkje(self, cel: Cel, optie: Optiekolom, plek: int) -> str | int | float:
        """Geef wat van deze cel herhaald mag worden."""
        if maak_label(maak_tekst(cel)) in _EEN_TWEE:
            return toon_antwoord(cel)
        stand = self._vertaal_vinkje(cel, optie, plek, twee_is_niet=False)
        return ZIE_BRON if stand <= ONBEKEND_LABEL else toon_antwoord(cel)

    def toon_cel(self, cel: Cel, *, is_ontbrekend: bool) -> str | int | float:
        """Geef de gekozen opties; wat iemand zelf bij "anders" schreef valt weg."""
        uitkomst = self._vertaal_cel(cel, is_ontbrekend=is_ontbrekend)
        if isinstance(uitkomst, int):
            return ZIE_BRON if uitkomst <= ONBEKEND_LABEL else Reden(uitkomst).woord
        return "; ".join(self._namen[code] for code in sorted(uitkomst[0]))

    def _gewone_woorden(self) -> dict[str, int]:
        return {woord: int(code) for woord, code in self._woorden.items() if not isinstance(code, Reden)}

    def _zoek_een_twee(self, kolommen: Sequence[Optiekolom], eerste: int) -> list[bool]:
        """Zeg per kolom of 1 gekozen en 2 niet gekozen is; niet als in elke kolom alleen haar eigen code staat."""
        woorden = []
        for optie in kolommen:
            gebruikt = np.unique(geef_plekken(optie.kolom, eerste)).tolist()
            labels = {maak_label(maak_tekst(optie.kolom.waarden[plek])) for plek in gebruikt}
            woorden.append(labels - set(self._redenen) - {""})
        if self._heeft_eigen_twee:
            return [False] * len(kolommen)
        eigen_code = all(labels <= {str(optie.code)} for labels, optie in zip(woorden, kolommen, strict=True))
        alle_een_twee = not eigen_code and all(labels <= _EEN_TWEE for labels in woorden)
        return [labels == _EEN_TWEE or (alle_een_twee and "2" in labels) for labels in woorden]

    def _vertaal_vinkje(self, cel: Cel, optie: Optiekolom, plek: int, *, twee_is_niet: bool) -> int:
        """Geef 1 voor gekozen, een Reden (leeg is niet gekozen), of een afwijking."""
        label = maak_label(maak_tekst(cel))
        if plek in optie.kolom.ontbrekend:
            return lees_reden(label)
        woord = self._woorden.get(label, self._redenen.get(label))
        if label and label == self._labels[optie.code]:
            woord = optie.code
        if isinstance(woord, Reden):
            return woord
        if not label or (label == "2" and twee_is_niet):
            return Reden.LEEG
        if label in NIET_GEKOZEN and label != self._labels[optie.code]:
            return Reden.LEEG
        if label in GEKOZEN or label == str(optie.code) or woord == optie.code:
            return 1
        return FOUTCEL if label in FOUTTEKSTEN else ONBEKEND_LABEL

    def _vertaal_cel(self, cel: Cel, *, is_ontbrekend: bool) -> int | _Keuze:
        """Geef de gekozen codes en of er eigen woorden bij staan, of een Reden of afwijking."""
        label = maak_label(maak_tekst(cel))
        if not label:
            return Reden.LEEG
        woord = self._woorden.get(label, self._redenen.get(label))
        if isinstance(woord, Reden):
            return woord
        if is_ontbrekend:
            return lees_reden(label)
        if label in FOUTTEKSTEN:
            return FOUTCEL
        if isinstance(cel, float) and cel.is_integer():
            cel = int(cel)
        return ({int(woord)}, False) if woord is not None else self._splits(str(cel))

    def _splits(self, tekst: str) -> int | _Keuze:
        """Lees van links naar rechts steeds de langste bekende optie; een komma ín een optie scheidt dus niet."""
        regels = unicodedata.normalize("NFKC", haal_onzichtbaar_weg(tekst)).casefold().splitlines()
        rest = "\n".join(" ".join(regel.split()) for regel in regels).strip()
        gekozen: set[int] = set()
        heeft_eigen_woorden = False
        plek = 0
        while plek < len(rest):
            treffer = self._stuk.match(rest, plek)
            if treffer is not None:
                gekozen.add(self._opties[treffer[1]])
                plek = treffer.end()
                continue
            # Wat iemand zelf bij "anders" schreef wordt niet gelezen; het zegt alleen dat die optie gekozen is.
            if self._anders is not None and rest.startswith(naam := self._labels[self._anders], plek):
                gekozen.add(self._anders)
                volgende = _VOLGENDE.search(rest, plek + len(naam))
                plek = volgende.end() if volgende else len(rest)
                continue
            volgende = _VOLGENDE.search(rest, plek)
            stuk = rest[plek : volgende.start() if volgende else len(rest)]
            if self._anders is None or self._is_verschreven(maak_label(stuk), maak_label(rest[plek:])):
                return ONBEKEND_LABEL
            gekozen.add(self._anders)
            heeft_eigen_woorden |= bool(stuk) and not _is_anders(stuk)
            plek = volgende.end() if volgende else len(rest)
        return gekozen, heeft_eigen_woorden

    def _is_verschreven(self, stuk: str, rest: str) -> bool:
        """Zeg of hier een optie met een tikfout staat, het begin van een optie, of een code die niet bestaat."""
        if stuk.isdecimal():
            return True
        return any(
            len(tekst) >= KORTSTE_TIKFOUT and (woord.startswith(tekst) or _lijkt(tekst, woord))
            for tekst in (stuk, rest)
            for woord in self._zin
            if not _is_anders(woord)
        )


def _lijkt(tekst: str, woord: str) -> bool:
    """Vergelijk alleen wat even lang genoeg is: een lang verhaal wordt zo niet letter voor letter bekeken."""
    vergelijking = SequenceMatcher(None, tekst, woord)
    return vergelijking.real_quick_ratio() >= BIJNA and vergelijking.ratio() >= BIJNA


def _is_anders(label: str) -> bool:
    return label.split(maxsplit=1)[0].strip(",:;") in ANDERS
