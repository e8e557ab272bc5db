"""De kaarten als eigen pagina en als Markdown: wat elk cijfer van het verslag betekent."""

import re
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from kwaliteit.begrippen.indicatorkaart import Indicatorkaart
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving
from kwaliteit.weergave.ontsnappen import ontsnap_markdown
from kwaliteit.weergave.pagina.html import logo_van, naam_van, omgeving
from kwaliteit.weergave.pagina.stijlblad import hash_van, krimp, lees_stijl

HTML, MARKDOWN = "indicatoren.html", "indicatoren.md"
OMSCHRIJVING = "Wat elke vraag en elk kengetal in het kwaliteitsverslag betekent en hoe het cijfer is gemaakt."


def maak_kaarten(
    kaarten: Sequence[Indicatorkaart], verslag: Verslag, vorm: Vormgeving = STANDAARD
) -> tuple[Uitvoerbestand, ...]:
    """Geef `indicatoren.html` en `indicatoren.md`, met dezelfde kaarten in dezelfde volgorde."""
    return (_maak_html(kaarten, verslag, vorm), _maak_markdown(kaarten, verslag))


def schrijf_kaarten(kaarten: Sequence[Indicatorkaart], *, niveau: int) -> str:
    """Geef de kaarten als Markdown, per hoofdstuk; `niveau` is dat van de kop van een hoofdstuk."""
    delen = []
    for hoofdstuk, groep in _per_hoofdstuk(kaarten):
        delen.append(f"{'#' * niveau} {ontsnap_markdown(hoofdstuk)}")
        for kaart in groep:
            delen.append(f"{'#' * (niveau + 1)} {ontsnap_markdown(_kop(kaart))}")
            delen.append("\n".join(f"- **{woord}.** {ontsnap_markdown(tekst)}" for woord, tekst in kaart.regels))
    return "\n\n".join(delen) + "\n"


def _per_hoofdstuk(kaarten: Sequence[Indicatorkaart]) -> list[tuple[str, list[Indicatorkaart]]]:
    return [(naam, list(groep)) for naam, groep in groupby(kaarten, key=lambda kaart: kaart.hoofdstuk)]


def _kop(kaart: Indicatorkaart) -> str:
    """De code en de titel; een respons heeft geen code die een lezer ergens anders ziet."""
    return kaart.titel if kaart.id.startswith("respons ") else f"{kaart.id}. {kaart.titel}"


def _maak_html(kaarten: Sequence[Indicatorkaart], verslag: Verslag, vorm: Vormgeving) -> Uitvoerbestand:
    stijl = lees_stijl(f"{_titel(verslag)} – {verslag.organisatie.naam}", vorm.huisstijl)
    pagina = (
        omgeving()
        .get_template("kaarten.html.j2")
        .render(
            verslag=verslag,
            titel=_titel(verslag),
            naam=naam_van(verslag, vorm),
            logo=logo_van(vorm),
            omschrijving=OMSCHRIJVING,
            stijl=Markup(stijl),  # noqa: S704  eigen stijlblad; de titel erin is teken voor teken ontsnapt
            stijlhash=hash_van(stijl),
            hoofdstukken=[(naam, _anker(naam), groep) for naam, groep in _per_hoofdstuk(kaarten)],
            kop=_kop,
        )
    )
    return Uitvoerbestand(pad=HTML, inhoud=krimp(pagina))


def _anker(hoofdstuk: str) -> str:
    """Een eigen voorvoegsel, zodat een hoofdstuk nooit het anker van een kaart krijgt."""
    return "deel-" + re.sub(r"[^a-z]+", "-", hoofdstuk.lower()).strip("-")


def _maak_markdown(kaarten: Sequence[Indicatorkaart], verslag: Verslag) -> Uitvoerbestand:
    kop = f"# {ontsnap_markdown(_titel(verslag))}\n\n{ontsnap_markdown(verslag.organisatie.naam)}\n\n"
    uitleg = "Bij elke vraag en elk kengetal uit het verslag: wat het cijfer betekent en hoe het is gemaakt.\n\n"
    return Uitvoerbestand(pad=MARKDOWN, inhoud=(kop + uitleg + schrijf_kaarten(kaarten, niveau=2)).encode("utf-8"))


def _titel(verslag: Verslag) -> str:
    return f"Wat elk cijfer betekent, {verslag.jaar}"
