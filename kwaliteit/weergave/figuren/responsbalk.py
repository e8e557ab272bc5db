"""Geometrie van het balkje bij de respons."""

from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.weergave.figuren.plaats import is_tekenbaar


def balkbreedte(cijfer: OpenbaarCijfer) -> float | None:
    """Geef de lengte van het balkje in procenten van de baan; None als het cijfer geen plaats mag krijgen."""
    if not is_tekenbaar(cijfer) or cijfer.waarde is None or cijfer.noemer is None:
        return None
    return round(100 * min(1.0, max(0.0, cijfer.waarde)), 2)
