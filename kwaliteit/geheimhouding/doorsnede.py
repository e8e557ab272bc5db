"""Ervaringsdeskundigen binnen de professionals: een groep die dwars door de boom loopt.

Is dezelfde vraag aan beide gesteld, dan is het verschil van die twee ook een groep: de andere professionals. En een
locatie met alleen ervaringsdeskundigen erin zou zich verraden. Daarom verschijnen de ervaringsdeskundigen dan alleen
als geen locatie van de professionals verschijnt, en als de anderen zelf getoond hadden mogen worden. Ook zonder zo'n
vraag verraadt de respons van beide samen hoeveel anderen meededen; dat zijn er geen, of genoeg.
"""

from kwaliteit.begrippen.vragenlijst import Schaalsoort
from kwaliteit.geheimhouding.groep import Groepsmeting
from kwaliteit.geheimhouding.stuk import Stuk

DOORSNEDE = (
    "doorsnede",
    "het verschil met alle professionals, of met een locatie, zou iets over een kleine groep verraden",
)


def blijven_er_genoeg_over(deel: Groepsmeting, geheel: Groepsmeting, wortel: str, drempel: int) -> bool:
    """Waar als het aantal anderen dat meedeed geen kleine groep is; is het deel groter, dan is het geen deel."""
    if not (wortel in deel.per_onderdeel and wortel in geheel.per_onderdeel):
        return True
    anderen = geheel.per_onderdeel[wortel].deelnemers - deel.per_onderdeel[wortel].deelnemers
    return anderen <= 0 or anderen >= drempel


def is_naast_elkaar_veilig(deel: Stuk, geheel: Stuk) -> bool:
    """Waar als het deel naast het geheel mag verschijnen.

    De anderen moeten goed zijn in elk antwoordvak apart. Aantallen die geen deel van het geheel zijn, zijn onveilig.
    """
    wortel = geheel.indeling.wortel
    if not geheel.plek.kandidaten:
        return True
    if geheel.plek.kandidaten != {wortel} or len(deel.per_code[wortel]) != len(geheel.per_code[wortel]):
        return False
    anderen = tuple(a - b for a, b in zip(geheel.per_code[wortel], deel.per_code[wortel], strict=True))
    n = geheel.n(wortel) - deel.n(wortel)
    if min((n, *anderen)) < 0:
        return False
    if geheel.schaal.soort is Schaalsoort.MEERKEUZE:
        return all(geheel.zijn_vakken_goed((gekozen, n - gekozen)) for gekozen in anderen if gekozen <= n) and (
            max(anderen, default=0) <= n
        )
    return geheel.zijn_vakken_goed(anderen)
