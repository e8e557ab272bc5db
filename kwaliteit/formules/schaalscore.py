"""Een score over meer vragen, en hoe goed die vragen bij elkaar passen (rekenregels 3). Leeg is None."""

from collections.abc import Sequence
from math import fsum

from kwaliteit.formules.gemiddelde import bereken_gemiddelde

Antwoordrij = Sequence[float | None]
POSITIEF_BOVEN = 3.5
"""Bij `twee_derde` op een schaal van 1 tot 5: een score precies hierop is niet positief."""


def eis_helft(vragen: int) -> int:
    """Zoveel vragen moeten beantwoord zijn bij de regel `helft`."""
    return (vragen + 1) // 2


def eis_twee_derde(vragen: int) -> int:
    """Zoveel vragen moeten beantwoord zijn bij de regel `twee_derde`; precies een derde leeg telt nog mee."""
    return -(-2 * vragen // 3)


def bereken_score(antwoorden: Antwoordrij, minstens: int) -> float | None:
    """Geef het gemiddelde van de beantwoorde vragen van één persoon; None als het er te weinig zijn."""
    gegeven = [antwoord for antwoord in antwoorden if antwoord is not None]
    return fsum(gegeven) / len(gegeven) if gegeven and len(gegeven) >= minstens else None


def bereken_deel_positief(scores: Sequence[float | None], boven: float = POSITIEF_BOVEN) -> float | None:
    """Geef het deel van de mensen met een score dat hoger scoort dan de grens; None zonder scores."""
    gescoord = [score for score in scores if score is not None]
    return sum(score > boven for score in gescoord) / len(gescoord) if gescoord else None


def bereken_alfa(rijen: Sequence[Antwoordrij]) -> float | None:
    """Geef Cronbachs alfa over wie alles beantwoordde.

    None bij minder dan twee vragen of twee volledige rijen, en als iedereen dezelfde som heeft.
    """
    volledig = [rij for rij in (kies_volledig(rij) for rij in rijen) if rij is not None]
    if len(volledig) < 2 or len(volledig[0]) < 2:
        return None
    aantal = len(volledig[0])
    per_vraag = fsum(bereken_gemiddelde(kolom)[1] ** 2 for kolom in zip(*volledig, strict=True))
    van_som = bereken_gemiddelde([fsum(rij) for rij in volledig])[1] ** 2
    return aantal / (aantal - 1) * (1 - per_vraag / van_som) if van_som > 0 else None


def kies_volledig(rij: Antwoordrij) -> tuple[float, ...] | None:
    """Geef de rij als alles beantwoord is."""
    gegeven = tuple(antwoord for antwoord in rij if antwoord is not None)
    return gegeven if len(gegeven) == len(rij) else None
