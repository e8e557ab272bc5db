"""Waar de sjablonen liggen, en de vertaling ervan die Python tussen twee runs bewaart, zoals bij een `.pyc`.

Sjablonen vertalen kost meer dan ze invullen. Kan de map niet beschreven worden, dan wordt er telkens opnieuw vertaald.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
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


def maak_omgeving(ontsnap: Callable[[object], object] | None = None) -> Environment:
    """Maak een omgeving voor de sjablonen; een onbekende naam is een fout.

    Zonder `ontsnap` wordt alles voor HTML ontsnapt; anders gaat elke waarde door die functie.
    """
    return Environment(
        loader=FileSystemLoader(SJABLONEN),
        bytecode_cache=vertaalvoorraad(),
        autoescape=ontsnap is None,  # noqa: S701  wie iets anders dan HTML schrijft, ontsnapt zelf
        finalize=ontsnap,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def vergeet_sjablonen() -> None:
    """Vergeet alles wat deze kamer van sjablonen en stijl onthield, zodat een wijziging daarin meteen te zien is."""
    for naam, module in list(sys.modules.items()):
        if naam.startswith(f"{__package__}."):
            for deel in vars(module).values():
                if hasattr(deel, "cache_clear"):
                    deel.cache_clear()
