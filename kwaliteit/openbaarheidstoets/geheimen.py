"""De interne waarheid: per vraag en onderdeel de aantallen per vak, uit de interne tabellen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag
from kwaliteit.openbaarheidstoets.kennis import bepaal_vorm
from kwaliteit.openbaarheidstoets.rijen import (
    Geheim,
    Regel,
    lees_breuk,
    lees_cel,
    lees_geheel,
    lees_jaar,
    lees_plek,
    zoek_onderdelen,
)
from kwaliteit.openbaarheidstoets.vraagtoets import Sleutel

Getal = tuple[Fraction | None, int | None, int | None]
"""(waarde, teller, noemer)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Internrij:
    """Eén rij van de interne `indicatoren.csv`."""

    sleutel: Sleutel
    onderdeel: str
    maat: str
    categorie: str
    getal: Getal
    populatie: int | None
    gewogen: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mens:
    """Eén rij van de interne `antwoorden.csv`. `locatie` is een id, leeg als die niet bekend is."""

    groep: tuple[str, str]
    locatie: str
    antwoorden: Regel


def lees_internrijen(regels: Iterable[Regel], boom: Boom) -> list[Internrij]:
    """Maak rijen van csv-regels; Onleesbaar als kolom, getal of onderdeel niet klopt."""
    namen = zoek_onderdelen(boom)
    return [
        Internrij(
            sleutel=(lees_jaar(regel), lees_cel(regel, "doelgroep"), lees_cel(regel, "indicator")),
            onderdeel=lees_plek(regel, namen),
            maat=lees_cel(regel, "maat"),
            categorie=lees_cel(regel, "categorie"),
            getal=(
                lees_breuk(lees_cel(regel, "waarde")),
                lees_geheel(lees_cel(regel, "teller")),
                lees_geheel(lees_cel(regel, "noemer")),
            ),
            # Altijd met N als die bekend is, ook na 'n.v.t.': zo rekent het verslag ook (besluit 0012).
            populatie=lees_geheel(regel.get("populatie", "")),
            gewogen=lees_breuk(regel.get("gewogen", "")),
        )
        for regel in regels
    ]


def lees_mensen(regels: Iterable[Regel]) -> list[Mens]:
    """Maak mensen van csv-regels; Onleesbaar als een vaste kolom ontbreekt."""
    return [
        Mens(
            groep=(lees_cel(regel, "jaar"), lees_cel(regel, "doelgroep")),
            locatie=lees_cel(regel, "locatie"),
            antwoorden=regel,
        )
        for regel in regels
    ]


def maak_geheimen(
    rijen: Iterable[Internrij], mensen: Sequence[Mens], boom: Boom, vragen: Mapping[Sleutel, Vraag]
) -> dict[Sleutel, Geheim]:
    """Geef per vraag (of kengetal) de interne waarheid."""
    per_vraag: dict[Sleutel, list[Internrij]] = {}
    for rij in rijen:
        per_vraag.setdefault(rij.sleutel, []).append(rij)
    geheimen = {}
    for sleutel, delen in per_vraag.items():
        vraag = vragen.get(sleutel)
        geheim = _maak_geheim(delen, vraag)
        if geheim.vakken is None and vraag is not None:
            geheim = replace(geheim, vakken=_tel_mensen(sleutel, vraag, mensen, boom, geheim.aantal))
        geheimen[sleutel] = geheim
    return geheimen


def _maak_geheim(rijen: Iterable[Internrij], vraag: Vraag | None) -> Geheim:
    getallen: dict[tuple[str, str, str], Getal] = {}
    aantal: dict[str, int] = {}
    populatie: dict[str, int | None] = {}
    gewogen: dict[str, Fraction] = {}
    for rij in rijen:
        _, teller, noemer = rij.getal
        getallen[rij.maat, rij.categorie, rij.onderdeel] = rij.getal
        if noemer is not None or teller is not None:
            aantal[rij.onderdeel] = noemer if noemer is not None else teller or 0
        populatie[rij.onderdeel] = rij.populatie
        if rij.gewogen is not None:
            gewogen[rij.onderdeel] = rij.gewogen
    return Geheim(
        aantal=aantal,
        vakken=_tel_vakken(getallen, aantal, vraag),
        getallen=getallen,
        populatie=populatie,
        gewogen=gewogen,
    )


def _tel_vakken(
    getallen: Mapping[tuple[str, str, str], Getal], aantal: Mapping[str, int], vraag: Vraag | None
) -> dict[str, tuple[int, ...]] | None:
    """Geef per onderdeel de aantallen per vak, uit de verdeling of (bij een kengetal) uit teller en noemer."""
    if vraag is None:
        tellers = {plek: teller for (maat, _, plek), (_, teller, _) in getallen.items() if maat == "verhouding"}
        return {plek: (teller or 0, aantal.get(plek, 0) - (teller or 0)) for plek, teller in tellers.items()}
    vorm = bepaal_vorm(vraag)
    if vorm is None or not vraag.schaal.soort.heeft_codes:
        return None
    vakken = {
        plek: tuple((getallen.get(("verdeling", code, plek)) or (None, None, None))[1] or 0 for code in vorm.codes)
        for plek in aantal
    }
    return vakken if all(sum(deel) == aantal[plek] for plek, deel in vakken.items()) else None


def _tel_mensen(
    sleutel: Sleutel, vraag: Vraag, mensen: Sequence[Mens], boom: Boom, aantal: Mapping[str, int]
) -> dict[str, tuple[int, ...]] | None:
    """Tel een rapportcijfer of nps uit `antwoorden.csv`; None als dat niet op de interne aantallen uitkomt."""
    jaar, doelgroep, indicator = sleutel
    vorm = bepaal_vorm(vraag)
    if vorm is None or vraag.schaal.soort not in (Schaalsoort.NPS, Schaalsoort.RAPPORTCIJFER):
        return None
    vakken = {onderdeel.id: [0] * len(vorm.codes) for onderdeel in boom.onderdelen}
    for mens in mensen:
        if mens.groep != (str(jaar), doelgroep):
            continue
        try:
            getal = float(mens.antwoorden.get(indicator, "").replace(",", "."))
        except ValueError:
            continue  # een woord in plaats van een antwoord
        vak = (0 if getal <= 6 else 1 if getal <= 8 else 2) if vorm.is_nps else floor(getal + 0.5) - vorm.laagste
        if not 0 <= vak < len(vorm.codes):
            return None
        plek: str | None = mens.locatie or boom.onderdelen[0].id
        while plek is not None:
            if plek not in vakken:
                return None
            vakken[plek][vak] += 1
            plek = boom.per_id[plek].ouder
    klopt = all(sum(vakken[plek]) == n for plek, n in aantal.items())
    return {plek: tuple(deel) for plek, deel in vakken.items()} if klopt else None
