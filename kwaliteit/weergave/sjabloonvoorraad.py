"""Waar de sjablonen liggen, en de vertaling ervan die Python tussen twee runs bewaart, zoals bij een `.pyc`.

Sjablonen vertalen kost meer dan ze invullen. Kan de map niet beschreven worden, dan wordt er telkens opnieuw vertaald.
"""

import os
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

SJABLONEN = Path(__file__).parents[1] / "sjablonen"


class Vertaalvoorraad(FileSystemBytecodeCache):
    """De voorraad van jinja in `sjablonen/__pycache__`; ongeldig zodra een sjabloon of Python verandert."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Bewaar een vertaling; lukt dat niet, dan is dat geen fout."""
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def vertaalvoorraad() -> Vertaalvoorraad | None:
    """Geef de voorraad, of None als Python hier zelf ook niets bewaart (`PYTHONDONTWRITEBYTECODE`)."""
    map_ = SJABLONEN / "__pycache__"
    if os.environ.get("PYTHONDONTWRITEBYTECODE"):
        return None
    try:
        map_.mkdir(exist_ok=True)
    except OSError:
        return None
    return Vertaalvoorraad(str(map_), "%s.jinja")
