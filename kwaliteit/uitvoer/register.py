"""Het register van alles wat gepubliceerd is. Alleen `--definitief` schrijft erin; concepten laten geen spoor na.

Het bevat gepubliceerde cijfers en nooit iets over personen. De organisatie bewaart het.
"""

import csv
import io
from datetime import date
from pathlib import Path

from kwaliteit.begrippen.fout import BezetFout, Gebrek, WerkmapFout
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren
from kwaliteit.begrippen.tabel import Tabel
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.uitvoer.csvtekst import als_csv, regels_als_csv
from kwaliteit.uitvoer.tabelvormen import REGISTER

REGISTERPAD = Path("register") / "publicaties.csv"
_KOPPEN = [kolom.naam for kolom in REGISTER.kolommen]


def loop_register_na(werkmap: Werkmap) -> None:
    """Stop met een WerkmapFout als het register niet meer te lezen is, voordat er iets gepubliceerd wordt."""
    _lees_regels(werkmap.pad / REGISTERPAD)


def leg_vast_in_register(werkmap: Werkmap, openbaar: OpenbareIndicatoren) -> Path:
    """Voeg de cijfers van het verslagjaar toe; een regel die er al precies zo staat komt er niet nog eens in."""
    pad = werkmap.pad / REGISTERPAD
    bestaand = _lees_regels(pad)
    op = werkmap.publicatie.vastgesteld_op
    tabel = Tabel.uit_rijen(REGISTER, (_rij(cijfer, op) for cijfer in openbaar.cijfers if cijfer.jaar == openbaar.jaar))
    _, *nieuw = csv.reader(io.StringIO(als_csv(tabel).decode(), newline=""))
    al_vastgelegd = {tuple(regel) for regel in bestaand}
    regels = bestaand + [regel for regel in nieuw if tuple(regel) not in al_vastgelegd]
    klaar = pad.with_suffix(".nieuw")
    try:
        pad.parent.mkdir(exist_ok=True)
        klaar.write_text(regels_als_csv(_KOPPEN, regels), encoding="utf-8", newline="")
        klaar.replace(pad)
    except OSError:
        raise BezetFout(
            Gebrek(
                waar=REGISTERPAD.as_posix(),
                wat="het verslag staat er, maar het register kon niet worden bijgewerkt",
                verwacht="een register waarin geschreven mag worden",
                doe_dit=f"Sluit {pad.name} in Excel en geef de opdracht nog eens.",
            )
        ) from None
    return pad


def _lees_regels(pad: Path) -> list[list[str]]:
    try:
        tekst = pad.read_text(encoding="utf-8-sig") if pad.exists() else ",".join(_KOPPEN)
        koppen, *regels = list(csv.reader(io.StringIO(tekst, newline=""))) or [[]]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise WerkmapFout(_onleesbaar()) from None
    if pad.parent.is_symlink() or pad.is_symlink():
        raise WerkmapFout(_onleesbaar())
    if koppen != _KOPPEN or any(len(regel) != len(_KOPPEN) for regel in regels):
        raise WerkmapFout(_onleesbaar())
    return regels


def _onleesbaar() -> Gebrek:
    return Gebrek(
        waar=REGISTERPAD.as_posix(),
        wat="dit register is veranderd of beschadigd",
        verwacht=f"een csv met komma's en de kolommen {', '.join(_KOPPEN)}",
        doe_dit="Zet een kopie terug van vóór de wijziging. Bewaar het register niet met Excel.",
    )


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
