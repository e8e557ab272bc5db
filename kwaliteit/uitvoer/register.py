"""Het register van alles wat gepubliceerd is. Alleen `--definitief` schrijft erin; concepten laten geen spoor na.

Het bevat gepubliceerde cijfers en nooit iets over personen. De organisatie bewaart het.
"""

import csv
from datetime import date
from pathlib import Path

from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren
from kwaliteit.begrippen.tabel import Tabel
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.uitvoer.csvtekst import als_csv, regels_als_csv
from kwaliteit.uitvoer.tabelvormen import REGISTER

REGISTERPAD = Path("register") / "publicaties.csv"


def leg_vast_in_register(werkmap: Werkmap, openbaar: OpenbareIndicatoren) -> Path:
    """Voeg de cijfers van het verslagjaar toe; een regel die er al precies zo staat komt er niet nog eens in."""
    pad = werkmap.pad / REGISTERPAD
    vastgesteld_op = werkmap.publicatie.vastgesteld_op
    bestaand = _lees_regels(pad)
    tabel = Tabel.uit_rijen(
        REGISTER,
        (_rij(cijfer, vastgesteld_op) for cijfer in openbaar.cijfers if cijfer.jaar == openbaar.jaar),
    )
    koppen, *nieuwe = csv.reader(als_csv(tabel).decode().splitlines())
    al_vastgelegd = {tuple(regel) for regel in bestaand}
    regels = bestaand + [regel for regel in nieuwe if tuple(regel) not in al_vastgelegd]
    pad.parent.mkdir(exist_ok=True)
    klaar = pad.with_suffix(".nieuw")
    klaar.write_text(regels_als_csv(koppen, regels), encoding="utf-8", newline="")
    klaar.replace(pad)
    return pad


def _lees_regels(pad: Path) -> list[list[str]]:
    if not pad.exists():
        return []
    with pad.open(encoding="utf-8", newline="") as stroom:
        return list(csv.reader(stroom))[1:]


def _rij(cijfer: OpenbaarCijfer, op: date | None) -> tuple[object, ...]:
    return (
        op.isoformat() if op else "",
        cijfer.jaar,
        cijfer.indicator,
        str(cijfer.maat),
        cijfer.categorie,
        str(cijfer.doelgroep or ""),
        cijfer.onderdeelnaam,
        cijfer.reeks,
        str(cijfer.status),
        cijfer.teller,
        cijfer.noemer,
        cijfer.waarde,
    )
