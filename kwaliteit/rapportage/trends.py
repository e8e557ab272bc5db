"""De figuren over de jaren: één vraag per figuur, alleen bij drie of meer metingen."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.indicator import Gevraagd
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.vergelijking import Label
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
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.cijferplaatsen import noem_verhaalbestand, verwijs, zoek_vraag
from kwaliteit.rapportage.jaarcellen import schrijf_breuk
from kwaliteit.rapportage.kort import kies_kerncijfer
from kwaliteit.rapportage.oordelen import schrijf_titeloordeel, zoek_jaaroordeel
from kwaliteit.rapportage.stof import Stof, zegt_iets
from kwaliteit.rapportage.taal import citeer, schrijf_aantal
from kwaliteit.rapportage.verdelingen import noem_anker
from kwaliteit.rapportage.zinnen import (
    MEESTE_WOORDEN,
    noem_maat,
    noem_thema,
    schrijf_boodschap,
    schrijf_vraagboodschap,
    tel_woorden,
    waarschuw_bij_lage_respons,
)

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
    verschil = schrijf_titeloordeel(stof, gevraagd.vraag, gevraagd.doelgroep) if metingen[-1].jaar == stof.jaar else ""
    # Een breuk in dit jaar staat al in een noot, met het jaar erbij.
    staat_er_al = punten[-1].breuk
    opschrift = _schrijf_kop(stof, gevraagd, metingen[-1], verschil)
    vooraf = (citeer(gevraagd.vraag.tekst), f"{met_hoofdletter(verschil)}.")
    kop = Figuurkop(
        nummer=0,
        anker=f"figuur-{gevraagd.vraag.id.lower()}-{gevraagd.doelgroep}-jaren",
        boodschap=opschrift.boodschap,
        ondertitel=" ".join(
            (
                *(vooraf[:1] if not opschrift.heeft_vraag else ()),
                *(vooraf[1:] if verschil and not opschrift.heeft_verschil and not staat_er_al else ()),
                f"{noem_maat(gevraagd.vraag, gevraagd.doelgroep)}, {punten[0].jaar} tot en met {punten[-1].jaar}",
            )
        ),
        bron=noem_bron(stof, (gevraagd.doelgroep,), met_periode=False),
        noten=_schrijf_noten(stof, gevraagd, punten),
    )
    return Trendfiguur(
        kop=kop,
        vraagtekst=gevraagd.vraag.tekst,
        doelgroep=gevraagd.doelgroep,
        punten=punten,
        tabel_bij=_zoek_tabel(stof, gevraagd, punten, tabellen),
        verschil=verschil,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opschrift:
    """De boodschap, en of de vraag en het verschil er letterlijk in staan; anders staan die in de ondertitel."""

    boodschap: tuple[Deel, ...]
    heeft_vraag: bool = False
    heeft_verschil: bool = False


def _schrijf_kop(stof: Stof, gevraagd: Gevraagd, punt: Trendpunt, verschil: str) -> _Opschrift:
    """Eerst met het verschil; past dat niet of is er geen, dan de vraag zelf of een zin over het cijfer."""
    if punt.cijfer is None:
        raise ValueError("een meting zonder cijfer is geen meting")
    met_verschil = _schrijf_verschilboodschap(stof, gevraagd, punt.cijfer, verschil)
    if met_verschil:
        return _Opschrift(boodschap=met_verschil, heeft_verschil=True)
    met_vraag = schrijf_vraagboodschap(punt.cijfer, gevraagd, punt.jaar)
    if met_vraag:
        return _Opschrift(boodschap=met_vraag, heeft_vraag=True)
    return _Opschrift(boodschap=schrijf_boodschap(stof, gevraagd, punt.cijfer, jaar=punt.jaar))


def _schrijf_verschilboodschap(
    stof: Stof, gevraagd: Gevraagd, cijfer: OpenbaarCijfer, verschil: str
) -> tuple[Deel, ...]:
    """Onderwerp, cijfer en verschil: "Eigen regie: 76%, duidelijk meer dan in 2023"; leeg als dat niet past."""
    oordeel = zoek_jaaroordeel(stof, gevraagd.vraag, gevraagd.doelgroep)
    thema = noem_thema(stof, gevraagd)
    if not verschil or not thema or oordeel is None or oordeel.label in (Label.REEKSBREUK, Label.TE_WEINIG):
        return ()
    zin: tuple[Deel, ...] = (f"{thema}: ", cijfer, f", {verschil}")
    return zin if tel_woorden(zin) <= MEESTE_WOORDEN else ()


def _schrijf_noten(stof: Stof, gevraagd: Gevraagd, punten: tuple[Trendpunt, ...]) -> tuple[tuple[Deel, ...], ...]:
    breuken = tuple(
        (f"Vanaf {punt.jaar} {schrijf_breuk(punt.cijfer)}.",) for punt in punten if punt.breuk and punt.cijfer
    )
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
