"""Cellen uit xlsx, xls en ods. Leest met calamine; wat calamine verzwijgt wordt in de XML opgezocht."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import python_calamine as calamine

from kwaliteit.bestanden.celplaatsen import Celplaatsen, zoek_in_ods, zoek_in_xlsx
from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import AFGEKAPT, LEEG, WACHTWOORD, Cel, Onleesbaar, Ruwbestand, Ruwblad, Soort, Weigering
from kwaliteit.bestanden.zipgrens import Zip

MEESTE_CELLEN = 10_000_000
TE_VEEL_CELLEN = Weigering(
    wat="Een blad heeft meer dan 10 miljoen cellen.",
    verwacht="hoogstens 10 miljoen cellen (100.000 antwoorden op 60 vragen past)",
    doe_dit="Haal lege maar opgemaakte rijen en kolommen weg en sla het bestand opnieuw op.",
    onveilig=True,
)


def lees_rekenblad(inhoud: bytes, soort: Soort, zip_: Zip | None) -> Ruwbestand:
    """Lees alle zichtbare werkbladen. `zip_` is er bij xlsx en ods; van xls zijn fouten en verborgen rijen onbekend."""
    with _bewaak_calamine():
        werkboek = calamine.CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        werkbladen = [blad for blad in werkboek.sheets_metadata if blad.typ == calamine.SheetTypeEnum.WorkSheet]
    zichtbaar = [blad.name for blad in werkbladen if blad.visible == calamine.SheetVisibleEnum.Visible]
    plaatsen = _zoek_plaatsen(soort, zip_)
    bladen = tuple(_lees_blad(werkboek, naam, plaatsen.get(naam, Celplaatsen())) for naam in zichtbaar)
    if not any(blad.aantal_rijen or blad.foutcellen for blad in bladen):
        raise Onleesbaar(LEEG)
    return Ruwbestand(
        soort=soort,
        bladen=bladen,
        verborgen_bladen=tuple(blad.name for blad in werkbladen if blad.name not in zichtbaar),
    )


@contextmanager
def _bewaak_calamine() -> Iterator[None]:
    """Vertaal wat calamine opwerpt. Alleen om calamine heen: een fout van ons is geen beschadigd bestand."""
    try:
        yield
    except calamine.PasswordError:
        raise Onleesbaar(WACHTWOORD) from None
    except (calamine.CalamineError, OSError, ValueError, OverflowError):
        raise Onleesbaar(AFGEKAPT) from None
    except BaseException as fout:
        # Een paniek in de Rust-lezer is geen Exception. Al het andere (Ctrl-C, een fout van ons) gaat gewoon door.
        if type(fout).__name__ != "PanicException":
            raise
        raise Onleesbaar(AFGEKAPT) from None


def _lees_blad(werkboek: calamine.CalamineWorkbook, naam: str, plaatsen: Celplaatsen) -> Ruwblad:
    with _bewaak_calamine():
        blad = werkboek.get_sheet_by_name(naam)
        laatste_rij, laatste_kolom = blad.end or (0, 0)
        _, eerste_kolom = blad.start or (0, 0)
        samengevoegd = blad.merged_cell_ranges or []
    if (laatste_rij + 1) * (laatste_kolom + 1) > MEESTE_CELLEN:
        raise Onleesbaar(TE_VEEL_CELLEN)
    bouwer = Kolombouwer()
    with _bewaak_calamine():
        # Calamine geeft lege rijen bovenaan wel en lege kolommen links niet; zonder die kloppen de celnamen niet.
        marge: list[Cel] = [""] * eerste_kolom
        rijen = blad.iter_rows()
        for _ in bouwer.voeg_toe(([*marge, *rij] for rij in rijen) if marge else rijen):
            pass
    aantal, kolommen = bouwer.rond_af()
    return Ruwblad(
        naam=naam,
        aantal_rijen=aantal,
        kolommen=kolommen,
        foutcellen=plaatsen.foutcellen,
        verborgen_rijen=plaatsen.verborgen_rijen,
        samengevoegd=tuple((rij1, kolom1, rij2, kolom2) for (rij1, kolom1), (rij2, kolom2) in samengevoegd),
    )


def _zoek_plaatsen(soort: Soort, zip_: Zip | None) -> dict[str, Celplaatsen]:
    if zip_ is None or not zip_.kenmerken:
        return {}
    return zoek_in_xlsx(zip_) if soort is Soort.XLSX else zoek_in_ods(zip_)
