"""Het verslag als Markdown: CommonMark met GFM-tabellen, zonder HTML, met dezelfde getallen als de pagina.

Elke waarde die het sjabloon schrijft wordt ontsnapt, behalve wat hier al Markdown is (`Ruw`).
"""

import re
from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, Undefined

from kwaliteit.begrippen.schrijfwijze import schrijf_datum
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Blok, Deel, Sectie, Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving
from kwaliteit.weergave import mensentekst, tabellen, woorden
from kwaliteit.weergave.figuren import trend
from kwaliteit.weergave.ontsnappen import Ruw, ontsnap_markdown
from kwaliteit.weergave.sjabloonvoorraad import maak_omgeving

PAD = "verslag.md"
_DIEPSTE_KOP = 6


def maak_markdown(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `verslag.md`: één h1, tabellen open onder elke figuur, LF en één slotregel."""
    tekst = (
        _omgeving()
        .get_template("verslag.md.j2")
        .render(
            verslag=verslag,
            secties=tuple(_op_rij(verslag.secties, 2)),
        )
    )
    regels = "\n".join(regel.rstrip() for regel in tekst.splitlines())
    return Uitvoerbestand(pad=PAD, inhoud=(re.sub(r"\n{3,}", "\n\n", regels).strip() + "\n").encode("utf-8"))


def _op_rij(secties: Iterable[Sectie], niveau: int) -> Iterable[tuple[int, Sectie]]:
    """Alle secties in leesvolgorde, met het niveau van hun kop."""
    for sectie in secties:
        yield niveau, sectie
        yield from _op_rij(sectie.secties, min(niveau + 1, _DIEPSTE_KOP))


@cache
def _omgeving() -> Environment:
    def ontsnap(waarde: object) -> object:
        return waarde if isinstance(waarde, Ruw | Undefined) else ontsnap_markdown(str(waarde))

    omgeving = maak_omgeving(ontsnap)
    omgeving.filters |= {
        "cijfer": woorden.in_woorden,
        "datum": schrijf_datum,
        "mens": mensentekst.als_markdown,
        "groep": woorden.groepsnaam,
        "soort": _soort,
        "bijschrift": tabellen.bijschrift_van,
        "tabel": _tabel,
        "tekst": _tekst,
    }
    omgeving.globals |= {
        "heeft_eigen_tabel": tabellen.heeft_eigen_tabel,
        "heeft_marges": trend.heeft_marges,
        "kop": _kop,
        "kop_niveau": lambda niveau: min(niveau + 1, _DIEPSTE_KOP),
    }
    return omgeving


def _soort(blok: Blok) -> str:
    return type(blok).__name__.lower()


def _kop(niveau: int) -> Ruw:
    return Ruw("#" * niveau)


def _tekst(delen: Iterable[Deel]) -> str:
    return woorden.als_tekst(delen)


def _tabel(blok: tabellen.Tabelblok) -> Ruw:
    """De tabel van een blok in GFM; het kleine bij een cel staat tussen haakjes."""
    tabel = tabellen.tabel_van(blok)
    uitlijning = "---:" if tabel.getallen else "---"
    streep = ["---", *([uitlijning] * (len(tabel.koppen) - 1))]
    if tabel.slot_is_tekst:
        streep[-1] = "---"
    koppen = [str(ontsnap_markdown(kop)) for kop in tabel.koppen]
    cellen = [[str(ontsnap_markdown(tabellen.lange_tekst(cel))) for cel in rij] for rij in tabel.rijen]
    rijen = [koppen, streep, *cellen]
    return Ruw("\n".join(f"| {' | '.join(rij)} |" for rij in rijen))
