"""Het verslag als Markdown: CommonMark met GFM-tabellen, zonder HTML, met dezelfde getallen als de pagina."""

import json
from collections.abc import Iterator, Sequence

from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving
from kwaliteit.weergave.plat.delen import Kop, Platdeel, maak_tekst, maak_volledig, verschuif_koppen
from kwaliteit.weergave.plat.maken import maak_plat
from kwaliteit.weergave.plat.markdownschrift import schrijf_delen


def maak_markdown(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `<uitgave>.md`: tabellen open onder elke figuur, LF en één slotregel.

    Met front matter zet de websitebouwer de titel; dan is er geen h1 en begint de hoogste kop bij niveau 2.
    """
    keuze = vorm.keuze
    delen: Sequence[Platdeel] = maak_plat(verslag)
    hoogste = keuze.kopniveau or 1
    voorblad = ""
    if keuze.front_matter:
        delen = [deel for deel in delen if not (isinstance(deel, Kop) and deel.niveau == 1)]
        delen = verschuif_koppen(delen, max(hoogste, 2) - 2)
        voorblad = schrijf_front_matter(verslag)
    else:
        delen = verschuif_koppen(delen, hoogste - 1)

    def wijs_aan(doel: str) -> str:
        # Een anker is in Markdown bij elke lezer anders; dan blijft het bij de woorden.
        return "" if doel.startswith("#") else maak_volledig(doel, keuze.basis_url)

    tekst = f"{voorblad}{schrijf_delen(delen, wijs_aan)}\n"
    return Uitvoerbestand(pad=f"{verslag.uitgave}.md", inhoud=tekst.encode("utf-8"))


def schrijf_front_matter(verslag: Verslag) -> str:
    """Geef de gegevens voor een websitebouwer als YAML; de datum alleen als het verslag is vastgesteld."""
    return "\n".join(("---", *_gegevens(verslag), "---", "", ""))


def _gegevens(verslag: Verslag) -> Iterator[str]:
    yield f"title: {_citeer(verslag.titel)}"
    if verslag.vastgesteld_op and not verslag.concept:
        yield f"date: {verslag.vastgesteld_op.isoformat()}"
    yield 'lang: "nl"'
    yield f"description: {_citeer(verslag.omschrijving)}"


def _citeer(tekst: str) -> str:
    """Een tekst tussen dubbele aanhalingstekens; wat JSON mag, mag YAML ook."""
    return json.dumps(maak_tekst(tekst), ensure_ascii=False)
