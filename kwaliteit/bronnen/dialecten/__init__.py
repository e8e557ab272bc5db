"""De gesloten lijst van enquêtetools waarvan een export herkend wordt. Een nieuwe tool: één bestand, één regel hier."""

from kwaliteit.bronnen.dialecten.alchemer import ALCHEMER
from kwaliteit.bronnen.dialecten.castor import CASTOR
from kwaliteit.bronnen.dialecten.dialect import (
    Bovenrij,
    Dialect,
    Indeling,
    Kolomkop,
    Kolomvorm,
    Kopvorm,
    Metarol,
    Rijstatus,
)
from kwaliteit.bronnen.dialecten.googleforms import GOOGLEFORMS
from kwaliteit.bronnen.dialecten.limesurvey import LIMESURVEY
from kwaliteit.bronnen.dialecten.limesurvey_vv import LIMESURVEY_VV
from kwaliteit.bronnen.dialecten.msforms import MSFORMS
from kwaliteit.bronnen.dialecten.qualtrics import QUALTRICS
from kwaliteit.bronnen.dialecten.qualtrics_legacy import QUALTRICS_LEGACY
from kwaliteit.bronnen.dialecten.redcap import REDCAP
from kwaliteit.bronnen.dialecten.spss import SPSS
from kwaliteit.bronnen.dialecten.surveymonkey import SURVEYMONKEY, SURVEYMONKEY_1_REGEL
from kwaliteit.bronnen.dialecten.vrij import VRIJ

DIALECTEN: tuple[Dialect, ...] = (
    QUALTRICS,
    QUALTRICS_LEGACY,
    LIMESURVEY_VV,
    ALCHEMER,
    SURVEYMONKEY,
    SURVEYMONKEY_1_REGEL,
    CASTOR,
    REDCAP,
    MSFORMS,
    GOOGLEFORMS,
    LIMESURVEY,
    SPSS,
    VRIJ,
)
"""De eerste die de kop herkent, geldt: wie het meest eigen is staat voorop. `vrij` herkent alles en staat achteraan."""

__all__ = [
    "DIALECTEN",
    "SPSS",
    "VRIJ",
    "Bovenrij",
    "Dialect",
    "Indeling",
    "Kolomkop",
    "Kolomvorm",
    "Kopvorm",
    "Metarol",
    "Rijstatus",
]
