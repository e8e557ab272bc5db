"""Stap B: welke waarden van één indicator verschijnen, zonder dat een getoonde waarde of een restblok iets verraadt."""

from collections.abc import Callable, Set

from kwaliteit.geheimhouding.blokken import Indeling, Tellingen, Vakken, neem_weg_tot_veilig

Toets = Callable[[Vakken], bool]
"""Zegt of een groep mensen, geteld in vakken, bekend mag worden."""


def zijn_vakken_goed(vakken: Vakken, drempel: int, band: int) -> bool:
    """Waar als niemand, of genoeg mensen, en elk vak leeg is of genoeg mensen heeft, en geen vak bijna iedereen.

    Bij twee vakken (gunstig, niet gunstig) staat hier precies: minstens `band` mensen aan elke kant.
    """
    n = sum(vakken)
    return n == 0 or (n >= drempel and max(vakken) <= n - band and all(vak == 0 or vak >= band for vak in vakken))


def is_verdeeld(vakken: Vakken, drempel: int, band: int) -> bool:
    """Waar als niemand, of genoeg mensen en geen vak bijna iedereen: de eis aan een gemiddelde."""
    n = sum(vakken)
    return n == 0 or (n >= drempel and max(vakken) <= n - band)


def vak_van_bijna_iedereen(vakken: Vakken, band: int) -> int | None:
    """Geef de plaats van het vak waar op minder dan `band` na iedereen in zit, of None als zo'n vak er niet is."""
    grootste = max(range(len(vakken)), key=vakken.__getitem__, default=None)
    if grootste is None or vakken[grootste] <= sum(vakken) - band:
        return None
    return grootste


def kies_waarden(indeling: Indeling, kandidaten: Set[str], tellingen: Tellingen, is_goed: Toets) -> frozenset[str]:
    """Geef de kandidaten die zelf goed zijn, min wat weg moet opdat ook elk restblok goed is."""
    goed = {knoop for knoop in kandidaten if is_goed(tellingen[knoop])}
    aantal = {knoop: sum(tellingen[knoop]) for knoop in goed}
    return neem_weg_tot_veilig(indeling, goed, tellingen, is_goed, aantal)
