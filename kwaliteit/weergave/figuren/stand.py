"""Het teken bij de stand van een actie: de vorm zegt hetzelfde als het woord, zonder kleur."""

from math import cos, pi, sin

from kwaliteit.begrippen.actie import Actiestatus
from kwaliteit.weergave.figuren.vormen import Cirkel, Punten, Teken, Veelhoek

VAK = 16
"""De zijde van het vak waarin een teken past; (0, 0) is de linkerbovenhoek."""
MIDDEN = VAK / 2


def halve_cirkel(straal: float) -> Punten:
    """Geef de punten van de rechterhelft van een cirkel om het midden van het vak."""
    stappen = 24
    return tuple(
        (
            round(MIDDEN + straal * sin(pi * stap / stappen), 2),
            round(MIDDEN - straal * cos(pi * stap / stappen), 2),
        )
        for stap in range(stappen + 1)
    )


def teken_stand(status: Actiestatus | None, kleur: str, op: str) -> tuple[Teken, ...]:
    """Geef het teken in een vak van 16 bij 16; zonder stand is er geen."""

    def lijn(*punten: tuple[float, float]) -> Veelhoek:
        return Veelhoek(punten=punten, x=0, y=0, lijn=kleur, op=op)

    rond = Cirkel(straal=6, x=MIDDEN, y=MIDDEN, lijn=kleur, op=op)
    tekens: dict[Actiestatus | None, tuple[Teken, ...]] = {
        Actiestatus.KLAAR: (lijn((3, 8.5), (6.5, 12), (13, 4.5)),),
        Actiestatus.LOOPT: (lijn((2, 8), (12.5, 8)), lijn((8, 3.5), (12.5, 8), (8, 12.5))),
        Actiestatus.LATER: (rond, lijn((8, 4.5), (8, 8), (10.5, 10))),
        Actiestatus.DEELS: (rond, Veelhoek(punten=halve_cirkel(7), x=0, y=0, kleur=kleur, op=op)),
        Actiestatus.GESTOPT: (lijn((3.5, 3.5), (12.5, 3.5), (12.5, 12.5), (3.5, 12.5), (3.5, 3.5), (12.5, 3.5)),),
        Actiestatus.NIET_GELUKT: (lijn((4, 4), (12, 12)), lijn((12, 4), (4, 12))),
        None: (),
    }
    return tekens[status]
