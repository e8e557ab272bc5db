"""De rangtoets, exact over breuken: welke groepen bladeren een lezer met optellen en aftrekken precies kent."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

MEESTE_ATOMEN = 12
"""Tot zoveel atomen worden alle verenigingen nagegaan; daarboven elk atoom en elke getoonde groep."""


def kies_verenigingen(atomen: Sequence[frozenset[str]], extra: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Geef alle verenigingen van atomen, of bij veel atomen elk atoom en elke groep uit `extra`."""
    if len(atomen) > MEESTE_ATOMEN:
        yield from dict.fromkeys((*atomen, *extra))
        return
    for grootte in range(1, len(atomen) + 1):
        for keuze in combinations(atomen, grootte):
            yield frozenset().union(*keuze)


def splits_atomen(bladeren: Sequence[str], groepen: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Verdeel bladeren in atomen: bladeren die in precies dezelfde groepen zitten zijn niet te scheiden."""
    per_patroon: dict[tuple[bool, ...], list[str]] = {}
    for blad in bladeren:
        per_patroon.setdefault(tuple(blad in groep for groep in groepen), []).append(blad)
    return [frozenset(samen) for samen in per_patroon.values()]


def zoek_bekende_sommen(
    bladeren: Sequence[str], bekend: Mapping[frozenset[str], int]
) -> Iterator[tuple[frozenset[str], Fraction]]:
    """Geef elke groep bladeren die een lineaire combinatie is van de bekende sommen, met de som die eruit volgt.

    Volledig tot `MEESTE_ATOMEN` atomen. Daarboven elk atoom en elke getoonde groep; bij geneste groepen is ook dat
    volledig, want elke bekende groep bestaat dan uit bekende atomen.
    """
    groepen = list(bekend)
    atomen = splits_atomen(bladeren, groepen)
    basis = _veeg([([Fraction(int(atoom <= groep)) for atoom in atomen], Fraction(bekend[groep])) for groep in groepen])
    plaats = {blad: nummer for nummer, atoom in enumerate(atomen) for blad in atoom}
    for groep in kies_verenigingen(atomen, groepen):
        doel = [Fraction(0)] * len(atomen)
        for blad in groep:
            doel[plaats[blad]] = Fraction(1)
        som = los_op(basis, doel)
        if som is not None:
            yield groep, som


Basis = list[tuple[int, list[Fraction], Fraction]]
"""Geveegde vergelijkingen: (spil, rij, uitkomst)."""


def _veeg(vergelijkingen: Sequence[tuple[list[Fraction], Fraction]]) -> Basis:
    basis: Basis = []
    for rij, uitkomst in vergelijkingen:
        rest, over = _trek_af(basis, rij, uitkomst)
        spil = next((nummer for nummer, getal in enumerate(rest) if getal), -1)
        if spil >= 0:
            deler = rest[spil]
            basis.append((spil, [getal / deler for getal in rest], over / deler))
    return basis


def maak_basis(vergelijkingen: Sequence[tuple[Sequence[int], int]]) -> Basis:
    """Veeg gehele vergelijkingen (gewichten, uitkomst); strijdige vergelijkingen vallen weg."""
    return _veeg([([Fraction(getal) for getal in rij], Fraction(uitkomst)) for rij, uitkomst in vergelijkingen])


def los_op(basis: Basis, doel: Sequence[Fraction]) -> Fraction | None:
    """Geef de som die uit de basis volgt, of None als `doel` er geen combinatie van is."""
    rest, over = _trek_af(basis, list(doel), Fraction(0))
    return None if any(rest) else -over


def _trek_af(basis: Basis, rij: list[Fraction], uitkomst: Fraction) -> tuple[list[Fraction], Fraction]:
    for spil, andere, som in basis:
        maal = rij[spil]
        if maal:
            rij = [een - maal * ander for een, ander in zip(rij, andere, strict=True)]
            uitkomst -= maal * som
    return rij, uitkomst
