"""Cellen uit xlsx en ods. Leest met calamine; wat calamine verzwijgt wordt in de XML opgezocht."""

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import python_calamine as calamine

from kwaliteit.bestanden.celkeur import keur_bladen
from kwaliteit.bestanden.celplaatsen import Celplaatsen, zoek_in_ods, zoek_in_xlsx
from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import (
    AFGEKAPT,
    ALLES_VERBORGEN,
    LEEG,
    MEESTE_CELLEN,
    TE_VEEL_CELLEN,
    WACHTWOORD,
    Cel,
    Onleesbaar,
    Ruwbestand,
    Ruwblad,
    Ruwkolom,
    Soort,
)
from kwaliteit.bestanden.zipgrens import Zip


def lees_rekenblad(zip_: Zip) -> Ruwbestand:
    """Lees alle zichtbare werkbladen van een zip die door de poort is."""
    keur_bladen(zip_)
    with _bewaak_calamine():
        werkboek = calamine.CalamineWorkbook.from_filelike(io.BytesIO(zip_.inhoud))
        werkbladen = [blad for blad in werkboek.sheets_metadata if blad.typ == calamine.SheetTypeEnum.WorkSheet]
    zichtbaar = [blad.name for blad in werkbladen if blad.visible == calamine.SheetVisibleEnum.Visible]
    plaatsen = _zoek_plaatsen(zip_)
    heeft_ja_nee = any(kenmerk == "ja/nee" for _, kenmerk in zip_.kenmerken)
    bladen = tuple(
        _lees_blad(werkboek, naam, plaatsen.get(naam, Celplaatsen()), Kolombouwer(heeft_ja_nee=heeft_ja_nee))
        for naam in zichtbaar
    )
    verborgen = tuple(blad.name for blad in werkbladen if blad.name not in zichtbaar)
    if not any(blad.aantal_rijen or blad.foutcellen for blad in bladen):
        raise Onleesbaar(ALLES_VERBORGEN if verborgen else LEEG)
    return Ruwbestand(soort=zip_.soort, bladen=bladen, verborgen_bladen=verborgen)


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


def _lees_blad(werkboek: calamine.CalamineWorkbook, naam: str, plaatsen: Celplaatsen, bouwer: Kolombouwer) -> Ruwblad:
    with _bewaak_calamine():
        blad = werkboek.get_sheet_by_name(naam)
        laatste_rij, laatste_kolom = blad.end or (0, 0)
        _, eerste_kolom = blad.start or (0, 0)
        samengevoegd = blad.merged_cell_ranges or []
    if (laatste_rij + 1) * (laatste_kolom + 1) > MEESTE_CELLEN:
        raise Onleesbaar(TE_VEEL_CELLEN)
    with _bewaak_calamine():
        # Calamine geeft lege rijen bovenaan wel en lege kolommen links niet; zonder die kloppen de celnamen niet.
        marge: list[Cel] = [""] * eerste_kolom
        rijen = blad.iter_rows()
        for _ in bouwer.voeg_toe(([*marge, *rij] for rij in rijen) if marge else rijen):
            pass
    aantal, kolommen = bouwer.rond_af()
    geen_getallen = {(rij, plek) for plek, kolom in enumerate(kolommen) for rij in _zoek_geen_getallen(kolom)}
    return Ruwblad(
        naam=naam,
        aantal_rijen=aantal,
        kolommen=tuple(map(_maak_leeg, kolommen)) if geen_getallen else kolommen,
        foutcellen=plaatsen.foutcellen | geen_getallen,
        verborgen_rijen=plaatsen.verborgen_rijen,
        verborgen_kolommen=frozenset(plek for plek in plaatsen.verborgen_kolommen if plek < len(kolommen)),
        samengevoegd=plaatsen.samengevoegd
        or tuple((rij1, kolom1, rij2, kolom2) for (rij1, kolom1), (rij2, kolom2) in samengevoegd),
    )


def _zoek_geen_getallen(kolom: Ruwkolom) -> list[int]:
    """Geef de rijen met "NaN" of oneindig: een rekenblad kan dat niet rekenen, dus het is een fout."""
    plaatsen = {plek for plek, cel in enumerate(kolom.waarden) if _is_geen_getal(cel)}
    return [rij for rij, plek in enumerate(kolom.plaats) if plek in plaatsen] if plaatsen else []


def _is_geen_getal(cel: Cel) -> bool:
    return isinstance(cel, float) and not math.isfinite(cel)


def _maak_leeg(kolom: Ruwkolom) -> Ruwkolom:
    return replace(kolom, waarden=tuple("" if _is_geen_getal(cel) else cel for cel in kolom.waarden))


def _zoek_plaatsen(zip_: Zip) -> dict[str, Celplaatsen]:
    if all(kenmerk == "ja/nee" for _, kenmerk in zip_.kenmerken):
        return {}
    return zoek_in_xlsx(zip_) if zip_.soort is Soort.XLSX else zoek_in_ods(zip_)
