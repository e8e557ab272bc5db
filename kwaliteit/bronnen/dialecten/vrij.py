"""Een gewone tabel: elke kopregel is goed."""

from collections.abc import Sequence

from kwaliteit.bronnen.dialecten.dialect import Dialect


def _herken(koppen: Sequence[str]) -> bool:
    return bool(koppen)


VRIJ = Dialect(naam="vrij", herken=_herken)
