"""Het verslag als fragment: één stijlblad en één artikel, om in een bestaande pagina te plakken."""

from markupsafe import Markup

from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving
from kwaliteit.weergave.pagina.html import Gegevens, omgeving, snoei, verwijs
from kwaliteit.weergave.pagina.stijlblad import krimp, lees_fragmentstijl

PAD = "fragment.html"
KOPNIVEAU = 2
"""De gastpagina heeft zelf al een h1."""


def maak_fragment(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `fragment.html`: hetzelfde verslag, met de titel op `vorm.keuze.kopniveau` en alle stijl onder `.kv`."""
    niveau = vorm.keuze.kopniveau or KOPNIVEAU
    stijl = lees_fragmentstijl(vorm.huisstijl, verschuif=niveau - 1)
    fragment = (
        omgeving()
        .get_template("fragment.html.j2")
        .render(
            gegevens=Gegevens(verslag=verslag, vorm=vorm, niveau=niveau),
            stijl=Markup(stijl),  # noqa: S704  eigen stijlblad met alleen gekeurde kleuren erin
        )
    )
    return Uitvoerbestand(pad=PAD, inhoud=krimp(snoei(verwijs(fragment, verslag.uitgave, vorm.keuze.basis_url))))
