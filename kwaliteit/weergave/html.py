"""Het verslag als één HTML-bestand: geen script, geen verzoek naar buiten, één stijlblad met een bekende hash."""

import re
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_datum
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Alinea, Blok, Mensentekst, Sectie, Spiegelrij, Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving
from kwaliteit.weergave import mensentekst, tabellen, woorden
from kwaliteit.weergave.alternatief import alternatief
from kwaliteit.weergave.figuren import spiegel, trend, verdeling
from kwaliteit.weergave.figuren.plaats import is_tekenbaar, kort
from kwaliteit.weergave.sjabloonvoorraad import maak_omgeving
from kwaliteit.weergave.stijlblad import hash_van, krimp, lees_stijl

PAD = "verslag.html"
OMSCHRIJVING_LENGTE = 160
GEEN_BALK = {
    Status.GETOOND: "verdeling niet getoond",
    Status.WEINIG: "weinig antwoorden: alleen het aantal",
    Status.BAND_LAAG: "geen balk: zo is niemand te herkennen",
    Status.BAND_HOOG: "geen balk: zo is niemand te herkennen",
}


def maak_html(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `verslag.html`: een hele pagina, met dezelfde bytes voor hetzelfde verslag."""
    stijl = lees_stijl(f"{verslag.titel} – {verslag.organisatie.naam}")
    pagina = (
        _omgeving()
        .get_template("verslag.html.j2")
        .render(
            verslag=verslag,
            stijl=Markup(stijl),  # noqa: S704  eigen stijlblad; wat erin is gevoegd, is teken voor teken ontsnapt
            stijlhash=hash_van(stijl),
            inhoud=inhoudsopgave(verslag.secties),
        )
    )
    return Uitvoerbestand(pad=PAD, inhoud=krimp(pagina))


def inhoudsopgave(secties: tuple[Sectie, ...]) -> tuple[Sectie, ...]:
    """Geef alle secties die in de inhoudsopgave horen, in leesvolgorde."""
    gevonden: list[Sectie] = []
    for sectie in secties:
        if sectie.in_inhoud and sectie.anker:
            gevonden.append(sectie)
        gevonden.extend(inhoudsopgave(sectie.secties))
    return tuple(gevonden)


@cache
def _omgeving() -> Environment:
    omgeving = maak_omgeving()
    omgeving.filters |= {
        "alt": alternatief,
        "cijfer": woorden.in_woorden,
        "datum": schrijf_datum,
        "groep": woorden.groepsnaam,
        "hoofdletter": met_hoofdletter,
        "inkorten": _kort_in,
        "kort": kort,
        "mens": mensentekst.als_html,
        "soort": _soort,
        "bijschrift": tabellen.bijschrift_van,
        "tabel": tabellen.tabel_van,
        "tekst": woorden.als_tekst,
        "zonder_aanhaling": _zonder_aanhaling,
    }
    omgeving.globals |= {
        "aswaarde": woorden.aswaarde,
        "deel_in": verdeling.deel_in,
        "geen_balk": _geen_balk,
        "gunstig_woord": tabellen.gunstig_woord,
        "gunstig_woord_van": tabellen.gunstig_woord_van,
        "heeft_eigen_tabel": tabellen.heeft_eigen_tabel,
        "heeft_marges": trend.heeft_marges,
        "heeft_meer_groepen": tabellen.heeft_meer_groepen,
        "is_adres": _is_adres,
        "legenda": verdeling.legenda,
        "leg_spiegel_uit": spiegel.leg_uit,
        "leg_trend_uit": trend.leg_uit,
        "naast_elkaar": _naast_elkaar,
        "op_as": spiegel.op_as,
        "splits": _splits,
        "TEKENS": spiegel.TEKENS,
        "trend": trend,
        "verschil": tabellen.verschil,
        "zegt_iets": _zegt_iets,
        "zonder_teken": _zonder_teken,
    }
    return omgeving


def _soort(blok: Blok) -> str:
    """De naam van de macro die dit blok toont."""
    return type(blok).__name__.lower()


def _naast_elkaar(sectie: Sectie) -> bool:
    """Waar als de laatste twee onderdelen alleen tekst zijn; op een breed scherm staan die naast elkaar."""
    laatste = sectie.secties[-2:]
    is_tekst = all(isinstance(blok, Alinea | Mensentekst) for onder in laatste for blok in onder.blokken)
    return len(laatste) == 2 and is_tekst and not any(onder.ingeklapt or onder.secties for onder in laatste)


def _kort_in(tekst: str, lengte: int = OMSCHRIJVING_LENGTE) -> str:
    """Kort een omschrijving in bij een woordgrens."""
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1].rsplit(' ', 1)[0]}…"


def _is_adres(tekst: str) -> bool:
    """Waar als de tekst een gewoon webadres is waarnaar gelinkt mag worden."""
    return re.fullmatch(r"https?://[^\s<>\"']+", tekst) is not None


def _zonder_aanhaling(tekst: str) -> str:
    """Haal aanhalingstekens om een citaat weg; het sjabloon zet ze er zelf omheen."""
    return tekst.strip().strip('“”„"').strip()


def _geen_balk(cijfer: OpenbaarCijfer) -> str:
    """Waarom er bij een rij geen balk staat; zonder cijfer zijn dat de woorden van het cijfer zelf."""
    return GEEN_BALK[cijfer.status] if _zegt_iets(cijfer) else woorden.in_woorden(cijfer)


def _zegt_iets(cijfer: OpenbaarCijfer) -> bool:
    """Waar als er een getal of een grens staat."""
    return cijfer.status in GEEN_BALK


def _zonder_teken(rij: Spiegelrij) -> tuple[tuple[str, str], ...]:
    """De groepen zonder teken in de spiegel, met hun woorden."""
    return tuple(
        (woorden.groepsnaam(groep), woorden.in_woorden(cijfer))
        for groep, cijfer in rij.cijfers
        if cijfer is not None and not is_tekenbaar(cijfer)
    )


def _splits(cijfer: OpenbaarCijfer | None) -> tuple[str, ...]:
    """De woorden bij een gat in de trend, over hoogstens twee regels."""
    tekst = tabellen.NIET_GEMETEN if cijfer is None else woorden.in_woorden(cijfer)
    delen = tekst.split(" ")
    if len(tekst) <= 9 or len(delen) == 1:
        return (tekst,)
    grens = min(range(1, len(delen)), key=lambda rang: abs(len(" ".join(delen[:rang])) - len(" ".join(delen[rang:]))))
    return " ".join(delen[:grens]), " ".join(delen[grens:])
