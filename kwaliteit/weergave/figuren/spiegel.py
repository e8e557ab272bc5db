"""Geometrie van de puntengrafiek: waar elke groep staat en hoe botsende tekens uit elkaar gaan."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.verslag import Spiegelrij
from kwaliteit.weergave.figuren.plaats import is_tekenbaar

AS_VAN, AS_TOT = 3.0, 97.0
AFSTAND = 6.0
"""Tekens die dichter bij elkaar staan (in procenten van de breedte) raken elkaar op een smal scherm."""
BAANHOOGTE = 17
"""Zoveel pixels gaan botsende tekens verticaal uit elkaar."""
RIJHOOGTE = 40

TEKENS = {
    Doelgroep.CLIENTEN: "c",
    Doelgroep.NAASTEN: "n",
    Doelgroep.PROFESSIONALS: "p",
    Doelgroep.ERVARINGSDESKUNDIGEN: "e",
    Doelgroep.SAMENWERKINGSPARTNERS: "s",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Teken:
    """Eén groep op de as: x in procenten, `dy` in pixels ten opzichte van het midden van de rij."""

    groep: Doelgroep
    teken: str
    x: float
    dy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spiegelbaan:
    """Eén rij van de puntengrafiek; `van` en `tot` begrenzen het lijntje tussen laagste en hoogste."""

    tekens: tuple[Teken, ...]
    hoogte: int
    van: float | None
    tot: float | None


def op_as(fractie: float) -> float:
    """Zet een fractie om in een plaats op de as van 0 tot 100%."""
    return round(AS_VAN + fractie * (AS_TOT - AS_VAN), 2)


def leg_uit(rij: Spiegelrij) -> Spiegelbaan:
    """Geef de plaatsen van de groepen met een percentage; andere groepen krijgen geen teken."""
    punten = sorted(
        (op_as(cijfer.waarde), groep.rangorde, groep)
        for groep, cijfer in rij.cijfers
        if cijfer is not None and is_tekenbaar(cijfer) and cijfer.waarde is not None
    )
    plaatsen = [x for x, _, _ in punten]
    banen = _kies_banen(plaatsen)
    aantal = max(banen, default=0) + 1
    tekens = tuple(
        Teken(groep=groep, teken=TEKENS[groep], x=x, dy=dy)
        for (x, _, groep), dy in zip(punten, _verschuif(plaatsen, banen), strict=True)
    )
    heeft_lijn = len(plaatsen) > 1
    return Spiegelbaan(
        tekens=tekens,
        hoogte=RIJHOOGTE + (aantal - 1) * BAANHOOGTE,
        van=plaatsen[0] if heeft_lijn else None,
        tot=plaatsen[-1] if heeft_lijn else None,
    )


def _kies_banen(plaatsen: Sequence[float]) -> list[int]:
    """Geef elk teken de eerste baan waarin het vrij staat van zijn linkerbuur."""
    laatste: list[float] = []
    banen = []
    for x in plaatsen:
        baan = next((nummer for nummer, bezet in enumerate(laatste) if x - bezet >= AFSTAND), len(laatste))
        if baan == len(laatste):
            laatste.append(x)
        else:
            laatste[baan] = x
        banen.append(baan)
    return banen


def _verschuif(plaatsen: Sequence[float], banen: Sequence[int]) -> list[float]:
    """Zet de banen van een groepje botsende tekens evenwijdig om het midden; een vrij teken blijft in het midden."""
    verschoven = [0.0] * len(plaatsen)
    begin = 0
    for plaats in range(1, len(plaatsen) + 1):
        if plaats == len(plaatsen) or plaatsen[plaats] - plaatsen[plaats - 1] >= AFSTAND:
            groepje = range(begin, plaats)
            hoogste = max((banen[lid] for lid in groepje), default=0)
            for lid in groepje:
                verschoven[lid] = (banen[lid] - hoogste / 2) * BAANHOOGTE
            begin = plaats
    return verschoven
