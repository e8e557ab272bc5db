"""Het register van alles wat gepubliceerd is. Alleen `--definitief` schrijft erin; concepten laten geen spoor na.

Het bevat gepubliceerde cijfers en nooit iets over personen. De organisatie bewaart het.
"""

import csv
import io
from datetime import date
from pathlib import Path

from kwaliteit.begrippen.fout import BezetFout, Gebrek, WerkmapFout
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren
from kwaliteit.begrippen.register import REGISTERKOLOMMEN, REGISTERPAD, noem_registerschade
from kwaliteit.begrippen.tabel import Tabel
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.uitvoer.csvtekst import als_csv, regels_als_csv
from kwaliteit.uitvoer.tabelvormen import REGISTER


def leg_vast_in_register(werkmap: Werkmap, openbaar: OpenbareIndicatoren) -> Path:
    """Voeg de cijfers van de pagina toe; een regel die er al precies zo staat komt er niet nog eens in.

    Ook een eerder jaar staat opnieuw op de pagina. Daarvan komt er alleen in wat nog niet eerder zo gepubliceerd is.
    """
    pad = werkmap.pad / REGISTERPAD
    bestaand = _lees_regels(pad)
    op = werkmap.publicatie.vastgesteld_op
    tabel = Tabel.uit_rijen(REGISTER, (_rij(cijfer, op) for cijfer in openbaar.cijfers))
    _, *nieuw = csv.reader(io.StringIO(als_csv(tabel).decode(), newline=""))
    al_vastgelegd = {tuple(regel) for regel in bestaand}
    ooit_vastgelegd = {regel[1:] for regel in al_vastgelegd}
    regels = bestaand + [
        regel
        for regel in nieuw
        if tuple(regel) not in al_vastgelegd
        and (int(regel[1]) == openbaar.jaar or tuple(regel[1:]) not in ooit_vastgelegd)
    ]
    klaar = pad.with_suffix(".nieuw")
    try:
        pad.parent.mkdir(exist_ok=True)
        klaar.write_text(regels_als_csv(REGISTERKOLOMMEN, regels), encoding="utf-8", newline="")
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
    """Lees het register opnieuw, als tekst: tussen lezen en schrijven kan iemand het veranderd hebben."""
    try:
        tekst = pad.read_text(encoding="utf-8-sig") if pad.exists() else ",".join(REGISTERKOLOMMEN)
        koppen, *regels = list(csv.reader(io.StringIO(tekst, newline=""))) or [[]]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise WerkmapFout(noem_registerschade()) from None
    if pad.parent.is_symlink() or pad.is_symlink():
        raise WerkmapFout(noem_registerschade())
    if koppen != list(REGISTERKOLOMMEN) or any(len(regel) != len(REGISTERKOLOMMEN) for regel in regels):
        raise WerkmapFout(noem_registerschade())
    return regels


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
