"""De figuren over de jaren: één vraag per figuur, alleen bij drie of meer metingen."""

from collections.abc import Sequence

from kwaliteit.begrippen.indicator import Gevraagd
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.verhaal import Cijferverwijzing
from kwaliteit.begrippen.verslag import (
    Alinea,
    Blok,
    Cijfertabel,
    Deel,
    Figuurkop,
    Trendfiguur,
    Trendpunt,
    Verdelingsfiguur,
)
from kwaliteit.rapportage.cijferplaatsen import noem_verhaalbestand, verwijs, zoek_vraag
from kwaliteit.rapportage.jaarcellen import BREUK
from kwaliteit.rapportage.kort import kies_kerncijfer
from kwaliteit.rapportage.stof import Stof, zegt_iets
from kwaliteit.rapportage.taal import citeer, schrijf_aantal
from kwaliteit.rapportage.verdelingen import noem_anker
from kwaliteit.rapportage.zinnen import schrijf_boodschap, schrijf_vraagboodschap, waarschuw_bij_lage_respons

MINSTE_METINGEN = 3


def maak_trends(stof: Stof, pijler: Pijler, tabellen: Sequence[Verdelingsfiguur | Cijfertabel]) -> list[Blok]:
    """De trendfiguren van een pijler: de gekozen vragen, anders het kerncijfer als dat een vraag is.

    Staan alle jaren al in een van de `tabellen`, dan verwijst de trend daarnaar.
    """
    kern = kies_kerncijfer(stof, pijler)
    namen = dict.fromkeys(stof.verhaal(pijler).trend)
    gekozen = [verwijs(naam, noem_verhaalbestand(stof, pijler.id)) for naam in namen] or ([kern] if kern else [])
    gevonden = (_zoek_gevraagd(stof, keuze) for keuze in gekozen if keuze.indicator not in stof.kengetallen)
    return [_maak_trend(stof, gevraagd, tabellen) for gevraagd in gevonden if gevraagd is not None]


def _zoek_gevraagd(stof: Stof, keuze: Cijferverwijzing) -> Gevraagd | None:
    doelgroep, vraag = zoek_vraag(stof, keuze)
    for gevraagd in stof.ooit_gevraagd:
        if gevraagd.doelgroep is doelgroep and gevraagd.vraag.id == vraag.id:
            return gevraagd
    return None


def _maak_trend(stof: Stof, gevraagd: Gevraagd, tabellen: Sequence[Verdelingsfiguur | Cijfertabel]) -> Blok:
    punten = _maak_punten(stof, gevraagd)
    metingen = [punt for punt in punten if zegt_iets(punt.cijfer)]
    if len(metingen) < MINSTE_METINGEN:
        return Alinea(delen=(_schrijf_te_kort(gevraagd, len(metingen)),), toon="stil")
    boodschap, heeft_vraag = _schrijf_kop(stof, gevraagd, metingen[-1])
    kop = Figuurkop(
        nummer=0,
        anker=f"figuur-{gevraagd.vraag.id.lower()}-{gevraagd.doelgroep}-jaren",
        boodschap=boodschap,
        ondertitel=f"{'' if heeft_vraag else citeer(gevraagd.vraag.tekst) + ' '}Vragenlijst voor"
        f" {gevraagd.doelgroep.naam}, {punten[0].jaar} tot en met {punten[-1].jaar}",
        bron="",
        noten=_schrijf_noten(stof, gevraagd, punten),
    )
    return Trendfiguur(
        kop=kop,
        vraagtekst=gevraagd.vraag.tekst,
        doelgroep=gevraagd.doelgroep,
        punten=punten,
        tabel_bij=_zoek_tabel(stof, gevraagd, punten, tabellen),
    )


def _zoek_tabel(
    stof: Stof, gevraagd: Gevraagd, punten: tuple[Trendpunt, ...], tabellen: Sequence[Verdelingsfiguur | Cijfertabel]
) -> str:
    """Het anker van de figuur of tabel die alle cijfers van deze trend al heeft; anders leeg."""
    anker = noem_anker(stof, gevraagd)
    jaren = {str(punt.jaar) for punt in punten if punt.cijfer is not None}
    for tabel in tabellen:
        if tabel.kop.anker == anker and jaren <= _noem_kolommen(stof, tabel):
            return anker
    return ""


def _noem_kolommen(stof: Stof, tabel: Verdelingsfiguur | Cijfertabel) -> set[str]:
    if isinstance(tabel, Cijfertabel):
        return {*tabel.koppen}
    return {str(jaar) for jaar in (*tabel.eerdere_jaren, stof.jaar)}


def _maak_punten(stof: Stof, gevraagd: Gevraagd) -> tuple[Trendpunt, ...]:
    """Een punt per jaar, van de eerste meting tot en met het verslagjaar; een jaar zonder meting heeft geen cijfer."""
    cijfers = {jaar: cijfer for jaar in stof.jaren if (cijfer := stof.cijfer(gevraagd, jaar=jaar)) is not None}
    if not cijfers:
        return ()
    return tuple(
        Trendpunt(jaar=jaar, cijfer=cijfer, breuk=cijfer is not None and cijfer.reeksbreuk)
        for jaar in range(min(cijfers), stof.jaar + 1)
        for cijfer in (cijfers.get(jaar),)
    )


def _schrijf_kop(stof: Stof, gevraagd: Gevraagd, punt: Trendpunt) -> tuple[tuple[Deel, ...], bool]:
    """De boodschap, en of de vraag er letterlijk in staat."""
    if punt.cijfer is None:
        raise ValueError("een meting zonder cijfer is geen meting")
    met_vraag = schrijf_vraagboodschap(punt.cijfer, gevraagd, punt.jaar)
    return (met_vraag, True) if met_vraag else (schrijf_boodschap(stof, gevraagd, punt.cijfer, jaar=punt.jaar), False)


def _schrijf_noten(stof: Stof, gevraagd: Gevraagd, punten: tuple[Trendpunt, ...]) -> tuple[tuple[Deel, ...], ...]:
    breuken = tuple((f"Vanaf {punt.jaar} {BREUK}.",) for punt in punten if punt.breuk)
    redenen = tuple(
        (f"{_schrijf_vergelijkbaar(verklaring.vragenlijst, verklaring.versie)} {verklaring.reden}",)
        for verklaring in gevraagd.vraag.vergelijkbaar_met
    )
    return (*breuken, *redenen, *waarschuw_bij_lage_respons(stof, (gevraagd.doelgroep,)))


def _schrijf_vergelijkbaar(vragenlijst: str, versie: str) -> str:
    return f"De reeks loopt door vanaf {vragenlijst} (versie {versie})."


def _schrijf_te_kort(gevraagd: Gevraagd, metingen: int) -> str:
    begin = f"Van {citeer(gevraagd.vraag.tekst)} ({gevraagd.doelgroep.naam})"
    slot = f"Een figuur over de jaren komt er bij {schrijf_aantal(MINSTE_METINGEN)}."
    if metingen == 0:
        return f"{begin} is er nog geen meting om te tonen. {slot}"
    hoeveel = "is er nu één meting" if metingen == 1 else f"zijn er nu {schrijf_aantal(metingen)} metingen"
    return f"{begin} {hoeveel}. {slot}"
