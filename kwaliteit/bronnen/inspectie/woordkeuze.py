"""Antwoordwoorden die niet in de vragenlijst staan, en welke code daar waarschijnlijk bij hoort.

Een antwoord komt hier alleen uit als het duidelijk een keuze uit een lijst is: kort, uit een kolom met weinig
verschillende waarden, en door meer mensen gegeven of bijna gelijk aan een bekend label. Wat iemand zelf schreef, blijft
in het bestand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from kwaliteit.begrippen.antwoord import Afwijkingsoort
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.vragenlijst import Schaal, Vraag
from kwaliteit.bronnen.antwoorden.codeer import AFWIJKING, REDENEN_IN_WOORDEN, Vertaler, lees_reden, maak_woorden
from kwaliteit.bronnen.inspectie.doorzicht import Doorzicht
from kwaliteit.bronnen.inspectie.gelijkenis import zoek_label
from kwaliteit.bronnen.kop.kop import Kolom
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst

MEESTE_WOORDEN = 15
"""Meer verschillende onbekende antwoorden in een kolom: dan is het geen keuze uit een lijst."""
LANGSTE_WOORD = 60
ZELDEN = 0.2
"""Hoogstens dit deel van de onbekende woorden mag eenmalig en onherkend zijn; daarboven is de kolom open tekst."""

_CODE_ERVOOR = re.compile(r"-?\d+\s*[=:.)–—-]\s*(?=\D)")
"""Bij een ontbrekende waarde telt alleen wat achter de code staat, zoals in `codeer`."""
_PERSOONLIJK = re.compile(r"@|\d{4}|https?:")
_REDENEN = {
    **dict.fromkeys(
        ("geen idee", "geen mening", "weet niet", "weet ik niet", "weet ik niet meer", "ik weet het niet"), "weet niet"
    ),
    **dict.fromkeys(("nvt", "n.v.t", "niet van toepassing", "past niet bij mij", "geldt niet voor mij"), "n.v.t."),
    **dict.fromkeys(("geen antwoord", "wil ik niet zeggen", "wil niet zeggen", "zeg ik liever niet"), "leeg"),
}

_LETTERLIJK = frozenset(woord for reden in (Reden.NVT, Reden.WEET_NIET) for woord in REDENEN_IN_WOORDEN[reden])
"""Andere schrijfwijzen van de reden zelf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Woord:
    """Een antwoord dat niet in de schaal staat. `doel` is een code of reden; leeg als er geen duidelijke is.

    `onder` is de naam van de schaal, of het id van de vraag als die naam niet eenduidig is. `is_letterlijk`: het staat
    er met zoveel woorden, dus niemand hoeft ernaar te kijken. `aantal`: zo vaak staat het in het bestand.
    """

    tekst: str
    onder: str
    schaal: Schaal
    doel: str
    is_letterlijk: bool
    aantal: int


def zoek_onbekende_woorden(zicht: Doorzicht) -> tuple[Kolom, ...]:
    """Geef de kolommen van gesloten vragen waarin minstens één antwoord staat dat om een besluit vraagt."""
    return tuple(
        kolom
        for kolom, vraag in _gesloten_kolommen(zicht, met_voorstel=False)
        if _tel(zicht, kolom, vraag) or _tel_ontbrekende_labels(zicht, kolom, vraag)
    )


def stel_woorden_voor(zicht: Doorzicht) -> tuple[Woord, ...]:
    """Geef per schaal de onbekende woorden, elk één keer, in de volgorde van het bestand."""
    woorden: dict[tuple[str, str], Woord] = {}
    for kolom, vraag in _gesloten_kolommen(zicht, met_voorstel=True):
        onder = _kies_naam(zicht, vraag)
        geteld = {**_tel(zicht, kolom, vraag), **_tel_ontbrekende_labels(zicht, kolom, vraag)}
        for tekst in _kies_woorden(vraag.schaal, geteld):
            sleutel = (onder, maak_label(tekst))
            eerder = woorden.get(sleutel)
            woorden[sleutel] = replace(
                eerder or _maak_woord(tekst, onder, vraag.schaal),
                aantal=geteld[tekst] + (eerder.aantal if eerder else 0),
            )
    return tuple(woorden.values())


def _maak_woord(tekst: str, onder: str, schaal: Schaal) -> Woord:
    doel = _zoek_doel(tekst, schaal)
    letterlijk = maak_label(tekst) in _LETTERLIJK
    return Woord(tekst=tekst, onder=onder, schaal=schaal, doel=doel, is_letterlijk=letterlijk, aantal=0)


def _gesloten_kolommen(zicht: Doorzicht, *, met_voorstel: bool) -> Iterator[tuple[Kolom, Vraag]]:
    for kolom in zicht.kop.kolommen:
        vraag = kolom.betekenis
        if met_voorstel and kolom.plaats in zicht.voorstel:
            vraag = zicht.voorstel[kolom.plaats].vraag
        if isinstance(vraag, Vraag) and vraag.schaal.soort.heeft_codes:
            yield kolom, vraag


def _tel(zicht: Doorzicht, kolom: Kolom, vraag: Vraag) -> dict[str, int]:
    """Tel per onbekend antwoord hoeveel mensen het gaven."""
    ruw = zicht.blad.kolommen[kolom.plaats]
    gecodeerd = Vertaler(vraag.schaal, zicht.koppeling.eigen_antwoorden(vraag), zicht.kop.dialect.redenen).codeer(
        ruw, zicht.eerste_rij, ()
    )
    onbekend = [code for code, soort in AFWIJKING.items() if soort is Afwijkingsoort.ONBEKEND_LABEL]
    plekken, aantallen = np.unique(
        zicht.plekken(kolom)[gecodeerd.mis[np.isin(gecodeerd.soort, onbekend)]], return_counts=True
    )
    geteld: dict[str, int] = {}
    for plek, aantal in zip(plekken.tolist(), aantallen.tolist(), strict=True):
        tekst = maak_tekst(ruw.waarden[plek])
        geteld[tekst] = geteld.get(tekst, 0) + aantal
    return geteld


def _tel_ontbrekende_labels(zicht: Doorzicht, kolom: Kolom, vraag: Vraag) -> dict[str, int]:
    """Tel labels die de tool zelf ontbrekend noemt (SPSS), een reden lijken te zijn en nu toch leeg worden."""
    ruw = zicht.blad.kolommen[kolom.plaats]
    bekend = maak_woorden(vraag.schaal, zicht.koppeling.eigen_antwoorden(vraag))
    labels = {
        plek: tekst
        for plek in ruw.ontbrekend
        if (tekst := _CODE_ERVOOR.sub("", maak_tekst(ruw.waarden[plek])))
        and (label := maak_label(tekst)) not in bekend
        and lees_reden(label) is Reden.LEEG
        and _lees_gewone_reden(label) not in ("", "leeg")
    }
    plekken = zicht.plekken(kolom)
    geteld: dict[str, int] = {}
    for plek, tekst in sorted(labels.items()):
        if aantal := int((plekken == plek).sum()):
            geteld[tekst] = geteld.get(tekst, 0) + aantal
    return geteld


def _kies_woorden(schaal: Schaal, geteld: dict[str, int]) -> list[str]:
    """Geef de woorden die in een koppeling mogen staan; geen enkel als de kolom open tekst lijkt."""
    if len(geteld) > MEESTE_WOORDEN:
        return []
    mag = [
        tekst
        for tekst, aantal in geteld.items()
        if len(tekst) <= LANGSTE_WOORD
        and tekst.isprintable()
        and not _PERSOONLIJK.search(tekst)
        and (aantal >= 2 or _zoek_doel(tekst, schaal))
    ]
    return mag if len(geteld) - len(mag) <= ZELDEN * len(geteld) else []


def _zoek_doel(tekst: str, schaal: Schaal) -> str:
    if reden := _lees_gewone_reden(maak_label(tekst)):
        return reden
    gevonden = zoek_label(tekst, schaal)
    return str(gevonden[0]) if gevonden else ""


def _lees_gewone_reden(label: str) -> str:
    """Geef de reden bij "geen mening", ook met een toevoeging als "geen mening / weigert"; leeg als er geen is."""
    delen = re.split(r"\s*[/,(;]\s*", label)
    return _REDENEN.get(label) or (_REDENEN.get(maak_label(delen[0]), "") if len(delen) > 1 else "")


def _kies_naam(zicht: Doorzicht, vraag: Vraag) -> str:
    gelijknamig = {een.schaal for een in zicht.vragen if een.schaal.naam == vraag.schaal.naam}
    return vraag.schaal.naam if len(gelijknamig) == 1 else vraag.id
