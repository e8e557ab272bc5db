"""De gesloten lijst van enquêtetools waarvan een export herkend wordt. Een nieuwe tool: één bestand, één regel hier."""

from kwaliteit.bronnen.dialecten.dialect import Dialect
from kwaliteit.bronnen.dialecten.limesurvey import LIMESURVEY
from kwaliteit.bronnen.dialecten.vrij import VRIJ

DIALECTEN: tuple[Dialect, ...] = (LIMESURVEY, VRIJ)
"""De eerste die de kopregel herkent, geldt. `vrij` herkent alles en staat dus achteraan."""

__all__ = ["DIALECTEN", "Dialect"]
