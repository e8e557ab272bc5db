"""Weergave: van verslag naar pagina. De enige kamer die sjablonen kent, en de enige waar een cijfer tekst wordt.

Zij rekent niets na en beslist niets over openbaarheid: zij krijgt alleen openbare cijfers en toont die overal met
dezelfde woorden.
"""

from collections.abc import Sequence

from kwaliteit.begrippen.indicatorkaart import Indicatorkaart
from kwaliteit.begrippen.uitvoerbestand import Tekstbestand
from kwaliteit.begrippen.verslag import Verslag


def maak_html(verslag: Verslag) -> Tekstbestand:
    """Geef `verslag.html`: een hele pagina in één bestand, met dezelfde bytes voor hetzelfde verslag."""
    from kwaliteit.weergave import html  # noqa: PLC0415  pas hier: sjablonen laden kost tijd die niet elke opdracht wil

    return html.maak_html(verslag)


def maak_markdown(verslag: Verslag) -> Tekstbestand:
    """Geef `verslag.md`: dezelfde inhoud en dezelfde getallen als Markdown."""
    from kwaliteit.weergave import markdown  # noqa: PLC0415

    return markdown.maak_markdown(verslag)


def maak_kaarten(kaarten: Sequence[Indicatorkaart], verslag: Verslag) -> tuple[Tekstbestand, ...]:
    """Geef `indicatoren.html` en `indicatoren.md`: wat elk cijfer van dit verslag betekent."""
    from kwaliteit.weergave import kaarten as kaartpagina  # noqa: PLC0415

    return kaartpagina.maak_kaarten(kaarten, verslag)


__all__ = ["maak_html", "maak_kaarten", "maak_markdown"]
