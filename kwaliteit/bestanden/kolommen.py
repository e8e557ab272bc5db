"""Van rijen naar kolommen, in stukken: zo staat nooit een heel blad als losse Python-waarden in het geheugen."""

import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest

from kwaliteit.bestanden.ruw import Cel, Ruwkolom

STUK = 256
"""Rijen tegelijk: zo weinig dat ze in het snelle geheugen van een kern passen."""

_WAAR, _ONWAAR = object(), object()
"""Stand-ins in de opzoektabel: voor Python is True gelijk aan 1 en 1.0, en dus dezelfde sleutel."""


class Kolombouwer:
    """Verzamelt rijen tot kolommen. Rijen mogen verschillend lang zijn.

    `heeft_ja_nee`: er kunnen cellen True of False zijn. Wie zeker weet van niet, spaart een gang langs elke cel.
    """

    def __init__(self, *, heeft_ja_nee: bool = True) -> None:
        self._heeft_ja_nee = heeft_ja_nee
        self._aantal = 0
        self._woorden: list[_Woordenlijst] = []
        self._plaatsen: list[array[int]] = []

    def voeg_toe(self, rijen: Iterable[Sequence[Cel]]) -> Iterator[int]:
        """Neem alle rijen op; geeft na elk stuk het aantal cellen tot nu toe, zodat de aanroeper kan stoppen."""
        bron = iter(rijen)
        while stuk := list(islice(bron, STUK)):
            self._neem_op(stuk)
            yield self._aantal * len(self._plaatsen)

    def rond_af(self, *, houd_lege_kolommen: bool = False) -> tuple[int, tuple[Ruwkolom, ...]]:
        """Geef het aantal rijen en de kolommen, zonder lege rijen aan het eind.

        Lege kolommen aan het eind zijn in een rekenblad alleen opmaak en vallen weg; in een tekst staan ze er echt.
        """
        kolommen = [
            Ruwkolom(waarden=woorden.geef_cellen(), plaats=plaats)
            for woorden, plaats in zip(self._woorden, self._plaatsen, strict=True)
        ]
        while kolommen and not houd_lege_kolommen and not any(map(_is_gevuld, kolommen[-1].waarden)):
            kolommen.pop()
        aantal = max((_laatste_gevulde(kolom) for kolom in kolommen), default=-1) + 1
        for kolom in kolommen:
            del kolom.plaats[aantal:]
        return aantal, tuple(kolommen)

    def _neem_op(self, stuk: list[Sequence[Cel]]) -> None:
        is_recht = len(set(map(len, stuk))) == 1
        cellen_per_kolom = list(zip(*stuk, strict=True) if is_recht else zip_longest(*stuk, fillvalue=""))
        while len(self._plaatsen) < len(cellen_per_kolom):
            self._woorden.append(_Woordenlijst())
            self._plaatsen.append(array("i", bytes(4 * self._aantal)))
        self._aantal += len(stuk)
        for woorden, plaats, cellen in zip(self._woorden, self._plaatsen, cellen_per_kolom, strict=False):
            sleutels = woorden.maak_sleutels(cellen) if self._heeft_ja_nee else cellen
            plaats.frombytes(struct.pack(f"{len(stuk)}i", *map(woorden.__getitem__, sleutels)))
        for plaats in self._plaatsen[len(cellen_per_kolom) :]:
            plaats.extend([0] * len(stuk))


class _Woordenlijst(dict[object, int]):
    """Nummert elke verschillende cel van een kolom; de lege cel is 0."""

    def __init__(self) -> None:
        super().__init__({"": 0})

    def __missing__(self, cel: object) -> int:
        self[cel] = nummer = len(self)
        return nummer

    def maak_sleutels(self, cellen: Sequence[Cel]) -> Sequence[object]:
        if bool not in set(map(type, cellen)):
            return cellen
        return [(_WAAR if cel else _ONWAAR) if isinstance(cel, bool) else cel for cel in cellen]

    def geef_cellen(self) -> tuple[Cel, ...]:
        return tuple(True if cel is _WAAR else False if cel is _ONWAAR else cel for cel in self)  # type: ignore[misc]


def _is_gevuld(cel: Cel) -> bool:
    return not isinstance(cel, str) or bool(cel.strip())


def _laatste_gevulde(kolom: Ruwkolom) -> int:
    leeg = {nummer for nummer, cel in enumerate(kolom.waarden) if not _is_gevuld(cel)}
    return next((rij for rij in range(len(kolom.plaats) - 1, -1, -1) if kolom.plaats[rij] not in leeg), -1)
