"""Van `spiegel.yaml` naar de onderwerpen die aan meer groepen zijn gevraagd."""

from pathlib import Path

from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.vragenlijst import Spiegelonderwerp
from kwaliteit.strikte_yaml import lees_yaml_met_plaatsen
from kwaliteit.vragenlijsten.gebreken import keur_ids
from kwaliteit.vragenlijsten.vormen import Spiegelsvorm


def lees_spiegels(pad: Path) -> tuple[Spiegelonderwerp, ...]:
    """Lees de spiegels in de volgorde van het bestand."""
    vorm, plaatsen = lees_yaml_met_plaatsen(pad, Spiegelsvorm, naam=f"vragenlijsten/{pad.name}")
    gebreken = list(keur_ids("spiegels", (spiegel.id for spiegel in vorm.spiegels), plaatsen))
    if gebreken:
        raise WerkmapFout(*gebreken)
    return vorm.spiegels
