"""Weergave: van verslag naar pagina. De enige kamer die sjablonen kent, en de enige waar een cijfer tekst wordt.

Zij rekent niets na en beslist niets over openbaarheid: zij krijgt alleen openbare cijfers en toont die overal met
dezelfde woorden. Elke vorm is één functie met een eigen module; die laadt pas als iemand de vorm wil.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from kwaliteit.begrippen.indicatorkaart import Indicatorkaart
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Formaat, Vormgeving


def maak_html(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `<uitgave>.html`: een hele pagina in één bestand, met dezelfde bytes voor hetzelfde verslag."""
    from kwaliteit.weergave.pagina import html  # noqa: PLC0415  pas hier: sjablonen laden kost tijd die niet elke opdracht wil

    return html.maak_html(verslag, vorm)


def maak_markdown(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `<uitgave>.md`: dezelfde inhoud en dezelfde getallen als Markdown."""
    from kwaliteit.weergave.plat import markdown  # noqa: PLC0415

    return markdown.maak_markdown(verslag, vorm)


def keur_eigen_blokken(vorm: Vormgeving) -> None:
    """WerkmapFout met alle gebreken in de eigen sjablonen; zonder eigen sjablonen gebeurt er niets."""
    if vorm.eigen_blokken:
        from kwaliteit.weergave import eigenblokken  # noqa: PLC0415

        eigenblokken.keur(vorm)


def maak_fragment(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `fragment.html`: het verslag met zijn stijl, om in een bestaande webpagina te zetten."""
    from kwaliteit.weergave.pagina import fragment  # noqa: PLC0415

    return fragment.maak_fragment(verslag, vorm)


def maak_kaal(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `fragment-kaal.html`: zonder stijl, met beelden als bestand, voor een redactiesysteem dat veel weghaalt."""
    from kwaliteit.weergave.plat import kaal  # noqa: PLC0415

    return kaal.maak_kaal(verslag, vorm)


def maak_figuren(*uitgaven: Verslag) -> tuple[Uitvoerbestand, ...]:
    """Geef `figuren/*`: elke figuur van deze uitgaven één keer als los beeld, in svg en png."""
    from kwaliteit.weergave.figuren import beelden  # noqa: PLC0415

    return beelden.maak_figuren(*uitgaven)


def maak_kaarten(
    kaarten: Sequence[Indicatorkaart], verslag: Verslag, vorm: Vormgeving = STANDAARD
) -> tuple[Uitvoerbestand, ...]:
    """Geef `indicatoren.html` en `indicatoren.md`: wat elk cijfer van dit verslag betekent."""
    from kwaliteit.weergave.pagina import kaarten as kaartpagina  # noqa: PLC0415

    return kaartpagina.maak_kaarten(kaarten, verslag, vorm)


def eis_onderdelen(formaten: Collection[Formaat]) -> None:
    """GebruikFout als voor een van deze vormen een onderdeel ontbreekt; vraag dit voordat het rekenen begint."""
    if formaten:
        from kwaliteit.weergave.papier import zetwerk  # noqa: PLC0415

        zetwerk.eis_onderdelen(formaten)


def maak_pdf(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `verslag.pdf`; vraagt het onderdeel pdf, anders een GebruikFout."""
    from kwaliteit.weergave.papier import pdf as papier  # noqa: PLC0415

    return papier.maak_pdf(verslag, vorm)


def maak_docx(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `verslag.docx`; vraagt het onderdeel docx, anders een GebruikFout."""
    from kwaliteit.weergave.papier import word  # noqa: PLC0415

    return word.maak_docx(verslag, vorm)


def noem_sjabloonmap() -> Path:
    """Geef de map met de sjablonen van het programma, om te zien of daarin iets verandert."""
    from kwaliteit.weergave import sjabloonvoorraad  # noqa: PLC0415

    return sjabloonvoorraad.SJABLONEN


def vergeet_sjablonen() -> None:
    """Vergeet wat er van sjablonen en stijl onthouden was, zodat een wijziging daarin meteen te zien is."""
    from kwaliteit.weergave import sjabloonvoorraad  # noqa: PLC0415

    sjabloonvoorraad.vergeet_sjablonen()


__all__ = [
    "eis_onderdelen",
    "keur_eigen_blokken",
    "maak_docx",
    "maak_figuren",
    "maak_fragment",
    "maak_html",
    "maak_kaal",
    "maak_kaarten",
    "maak_markdown",
    "maak_pdf",
    "noem_sjabloonmap",
    "vergeet_sjablonen",
]
