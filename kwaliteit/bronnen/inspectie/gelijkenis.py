"""Hoe sterk een kop op een vraag lijkt, en een antwoord op een label. Altijd een voorstel: lezen doet dit nooit.

De grenzen zijn gemeten op de meegeleverde vragen en gewone verschrijvingen daarvan (`tests/test_gelijkenis.py`): onder
de grens staan de naaste andere vragen, erboven dezelfde vraag met tikfouten, afgekapt, of met "u" voor "ik".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.vragenlijst import Schaal, Vraag
from kwaliteit.bronnen.taal.schrijfwijze import vereenvoudig

GRENS = 0.80
"""Vanaf hier is een kop een voorstel voor een vraag."""
VOORSPRONG = 0.05
"""Zoveel moet de beste vraag voorliggen op de volgende; anders kiest een mens."""
LABELGRENS = 0.86
"""Vanaf hier is een antwoord een voorstel voor een label. Labels zijn kort, dus één letter telt zwaarder."""
ANDER_WOORD = 0.8
"""Zo zwaar weegt een vervangen woord: tekens alleen zien het verschil tussen "veilig" en "tevreden" niet."""
ZELFDE_WOORD = 65
"""Procent gelijke tekens waarbij twee woorden nog hetzelfde woord met een tikfout zijn."""
KORTSTE_KOP = 8
"""Letters. Een kortere kop ("plan") past bij te veel vragen."""
KORTSTE_BEGIN = 12
"""Letters. Zoveel moet er van een afgekapte kop over zijn."""

_NUMMER = re.compile(r"\s*(?:vraag\s*)?[a-z]{0,3}\d+[a-z]?\s*[.:)\]–—-]+\s*", re.IGNORECASE)
_AFGEKAPT = re.compile(r"(?:\.\.|…)\s*$")
_STUKKEN = re.compile(r"[\[\]|>]|\s[–—-]\s|[.:?!]\s+(?=\S)")
_NAAM = {
    **dict.fromkeys(("u", "jij", "je", "mij", "me", "mezelf", "uzelf", "jezelf"), "ik"),
    **dict.fromkeys(("uw", "jouw", "jou"), "mijn"),
    **dict.fromkeys(("we", "ons"), "wij"),
    "ze": "zij",
    "onze": "wij",
    "begeleidster": "begeleider",
}
"""Wie iemand aanspreekt, maakt de vraag niet anders."""
_ONTKENNING = frozenset({"niet", "geen", "nooit", "niemand", "niets", "nergens", "zonder", "not", "never", "no"})
_LABELWOORDEN = {
    **dict.fromkeys(("zeer", "volledig", "geheel", "heel", "totaal", "compleet", "erg"), "helemaal"),
    **dict.fromkeys(("mee", "er", "het", "ben", "ik", "met"), ""),
    "nvt": "niet van toepassing",
    "neutraal": "midden",
}
_MIDDEN = re.compile(r"(?:niet|noch) eens (?:en |en ook |maar ook |of )?(?:niet |noch )?oneens")


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """Een vraag waar een kop op lijkt; `score` is een fractie."""

    vraag: Vraag
    score: float


class Vergelijker:
    """Vergelijkt koppen met de vragen van een lijst."""

    def __init__(self, vragen: Sequence[Vraag]) -> None:
        self._vragen = [(vraag, [_kern(tekst) for tekst in (vraag.tekst, *vraag.ook_wel)]) for vraag in vragen]

    def zoek(self, namen: Iterable[str], hoogstens: int = 5) -> tuple[Treffer, ...]:
        """Geef de vragen die het meest lijken op een van deze namen van een kolom, de sterkste eerst."""
        kernen = [(kern, bool(_AFGEKAPT.search(deel))) for deel in _delen(namen) if len(kern := _kern(deel)) > 0]
        treffers = [
            Treffer(vraag=vraag, score=score)
            for vraag, teksten in self._vragen
            if (score := max((_score(kern, tekst, kort) for kern, kort in kernen for tekst in teksten), default=0))
        ]
        return tuple(sorted(treffers, key=lambda treffer: -treffer.score)[:hoogstens])


def wijs_toe(kansen: Mapping[int, Sequence[Treffer]], bezet: Iterable[str]) -> dict[int, Treffer]:
    """Geef elke kolom hoogstens één vraag en elke vraag hoogstens één kolom, de sterkste gelijkenis eerst.

    `kansen` is kolom -> treffers, `bezet` zijn vragen die al een kolom hebben. Wie te weinig voorsprong heeft op een
    andere vraag die nog vrij is, krijgt niets.
    """
    vrij = {treffer.vraag.id for treffers in kansen.values() for treffer in treffers} - set(bezet)
    over = dict(kansen)
    toegewezen: dict[int, Treffer] = {}
    while True:
        mogelijk = [
            (-kandidaat.score, plaats, kandidaat)
            for plaats, treffers in over.items()
            if (kandidaat := _beste([treffer for treffer in treffers if treffer.vraag.id in vrij])) is not None
        ]
        if not mogelijk:
            return toegewezen
        _, plaats, treffer = min(mogelijk, key=lambda een: een[:2])
        toegewezen[plaats] = treffer
        vrij.discard(treffer.vraag.id)
        del over[plaats]


def _beste(treffers: Sequence[Treffer]) -> Treffer | None:
    if not treffers or treffers[0].score < GRENS:
        return None
    volgende = treffers[1].score if len(treffers) > 1 else 0.0
    return treffers[0] if treffers[0].score - volgende >= VOORSPRONG else None


def zoek_label(antwoord: str, schaal: Schaal) -> tuple[int, float] | None:
    """Geef de code van het label waar dit antwoord op lijkt, met de gelijkenis; None als er geen duidelijk beste is."""
    from rapidfuzz import fuzz  # noqa: PLC0415  alleen inspecteer en koppel hebben dit nodig

    kern = _labelkern(antwoord)
    scores = sorted(
        (
            (fuzz.ratio(kern, label) / 100 if _zelfde_toon(kern, label) else 0.0, code)
            for code, label in zip(schaal.codes, map(_labelkern, schaal.labels), strict=True)
        ),
        reverse=True,
    )
    if not kern or not scores or scores[0][0] < LABELGRENS:
        return None
    duidelijk = len(scores) < 2 or scores[0][0] - scores[1][0] >= VOORSPRONG
    return (scores[0][1], scores[0][0]) if duidelijk else None


def _delen(namen: Iterable[str]) -> list[str]:
    """Een kop en wat er achter een inleiding staat: "Wonen - Ik voel mij thuis" en "Wonen [Ik voel mij thuis]"."""
    delen: dict[str, None] = {}
    for naam in namen:
        zonder = _NUMMER.sub("", naam, count=1) if _NUMMER.match(naam) else naam
        delen |= dict.fromkeys((naam, zonder, *_STUKKEN.split(zonder)))
    return [deel for deel in delen if deel.strip()]


def _kern(tekst: str) -> str:
    return " ".join(_NAAM.get(woord, woord) for woord in vereenvoudig(tekst).split())


def _score(kop: str, vraag: str, is_afgekapt: bool) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415

    if len(kop) < KORTSTE_KOP or not _zelfde_toon(kop, vraag[: len(kop)] if is_afgekapt else vraag):
        return 0.0
    if is_afgekapt:
        return fuzz.ratio(kop, vraag[: len(kop)]) / 100 if len(kop) >= KORTSTE_BEGIN else 0.0
    score = max(fuzz.ratio(kop, vraag), fuzz.token_sort_ratio(kop, vraag)) / 100
    return score * ANDER_WOORD if _ruilt_een_woord(kop, vraag) else score


def _ruilt_een_woord(een: str, ander: str) -> bool:
    """Waar als aan beide kanten een woord staat dat de ander niet kent: "veilig" is iets anders dan "tevreden"."""
    links, rechts = ([woord for woord in tekst.split() if len(woord) >= 4] for tekst in (een, ander))
    return _mist_een_woord(links, rechts) and _mist_een_woord(rechts, links)


def _mist_een_woord(woorden: Sequence[str], bekend: Sequence[str]) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415

    return any(all(fuzz.ratio(woord, ander) < ZELFDE_WOORD for ander in bekend) for woord in woorden)


def _zelfde_toon(een: str, ander: str) -> bool:
    """Onwaar als de ene tekst ontkent wat de andere zegt, of een ander getal noemt: dan lijkt het maar zo."""
    links, rechts = een.split(), ander.split()
    return sum(woord in _ONTKENNING for woord in links) % 2 == sum(
        woord in _ONTKENNING for woord in rechts
    ) % 2 and sorted(filter(str.isdigit, links)) == sorted(filter(str.isdigit, rechts))


def _labelkern(label: str) -> str:
    """Schrijf "Helemaal niet mee eens" als "helemaal oneens", zodat gelijkenis nooit het tegendeel kiest."""
    woorden = [_LABELWOORDEN.get(woord, woord) for woord in vereenvoudig(label).split()]
    tekst = " ".join(filter(None, woorden))
    tekst = _MIDDEN.sub("midden", tekst)
    return tekst.replace("niet eens", "oneens").replace("niet oneens", "eens")
