"""Hoe breed de kolommen van een tabel op een vel papier worden, in tekens."""

from collections.abc import Sequence
from math import ceil

from kwaliteit.weergave.papier.zetwerk import schrijf_regel
from kwaliteit.weergave.plat.delen import Plattabel

TEKENS_OP_EEN_REGEL = 90
_LANGSTE_WOORD = 22
_LAGE_TABEL = 13
_HOGE_RIJ = 30
_KORTE_TEKST = 22
"""Een kolom met alleen korte teksten breekt haar regels niet."""


def bepaal_breedtes(tabel: Plattabel) -> tuple[int, ...]:
    """Verdeel een regel van een blad over de kolommen, in tekens: elk woord past, en de tabel wordt zo laag mogelijk.

    Getallen die naast elkaar staan krijgen even brede kolommen.
    """
    kolommen = _kolomteksten(tabel)
    langste = [max(map(len, kolom)) + 2 for kolom in kolommen]
    kleinste = [
        lengte if lengte <= _KORTE_TEKST else min(_langste_woord(kolom), _LANGSTE_WOORD) + 2
        for kolom, lengte in zip(kolommen, langste, strict=True)
    ]
    getallen = [rang for rang in range(len(kolommen)) if is_getalkolom(tabel, rang)]
    groepen = [[rang] for rang in range(len(kolommen)) if rang not in getallen] + ([getallen] if getallen else [])
    breedte = [max(kleinste[rang] for rang in groep) for groep in groepen]
    if getallen and sum(breedte) + breedte[-1] * (len(getallen) - 1) > TEKENS_OP_EEN_REGEL:
        # Een lang woord boven één kolom mag de andere kolommen niet wegdrukken; dan breekt dat woord maar af.
        breedte[-1] = max(min(_langste_woord(kolommen[rang][1:]), _LANGSTE_WOORD) + 2 for rang in getallen)
    lengte = [max(langste[rang] for rang in groep) for groep in groepen]

    def nood(rang: int) -> tuple[int, float]:
        """De hoogste groep eerst; zijn er meer even hoog, dan die met het minste een regel wint."""
        regels = ceil(lengte[rang] / breedte[rang])
        return regels, breedte[rang] - lengte[rang] / max(regels - 1, 0.1)

    over = TEKENS_OP_EEN_REGEL - sum(een * len(groep) for een, groep in zip(breedte, groepen, strict=True))
    while passend := [rang for rang, groep in enumerate(groepen) if len(groep) <= over]:
        ruimst = max(passend, key=nood)
        breedte[ruimst] += 1
        over -= len(groepen[ruimst])
    per_kolom = {rang: een for een, groep in zip(breedte, groepen, strict=True) for rang in groep}
    return tuple(per_kolom[rang] for rang in range(len(kolommen)))


def is_getalkolom(tabel: Plattabel, rang: int) -> bool:
    """Waar als deze kolom rechts uitlijnt."""
    return tabel.getallen and rang > 0 and not (tabel.slot_is_tekst and rang == len(tabel.koppen) - 1)


def past_op_een_blad(tabel: Plattabel, breedtes: Sequence[int]) -> bool:
    """Waar als de tabel zo laag is dat zij heel op één blad hoort te staan."""
    return sum(_schat_hoogtes(tabel, breedtes)) <= _LAGE_TABEL


def heeft_hoge_rij(tabel: Plattabel, breedtes: Sequence[int]) -> bool:
    """Waar als een rij zo hoog is dat zij over een bladzijde moet kunnen lopen."""
    return max(_schat_hoogtes(tabel, breedtes)) > _HOGE_RIJ


def past_zonder_afbreken(tabel: Plattabel) -> bool:
    """Waar als elk woord heel in zijn kolom past."""
    langste = [_langste_woord(kolom) for kolom in _kolomteksten(tabel)]
    return all(woord + 2 <= breedte for woord, breedte in zip(langste, bepaal_breedtes(tabel), strict=True))


def _schat_hoogtes(tabel: Plattabel, breedtes: Sequence[int]) -> list[int]:
    """Schat per rij hoeveel regels zij hoog is, de koppen eerst."""
    rijen = zip(*_kolomteksten(tabel), strict=True)
    return [max(ceil(len(tekst) / breedte) for tekst, breedte in zip(rij, breedtes, strict=True)) for rij in rijen]


def _langste_woord(kolom: Sequence[str]) -> int:
    return max((len(woord) for tekst in kolom for woord in tekst.split()), default=1)


def _kolomteksten(tabel: Plattabel) -> list[list[str]]:
    """De tekst per kolom, met de kop als eerste; een lege cel telt als één teken."""
    rijen = (tabel.koppen, *([schrijf_regel(cel.regel) for cel in rij] for rij in tabel.rijen))
    return [[tekst.strip() or "-" for tekst in kolom] for kolom in zip(*rijen, strict=True)]
