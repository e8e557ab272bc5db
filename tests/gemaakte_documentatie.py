"""Documentatie die uit de code komt: opdrachten, bevindingen en tabellen. Zo kan zij niet achterlopen."""

from collections.abc import Mapping, Sequence

import typer

from kwaliteit.begrippen.bevinding import Bevindingsoort, Ernst
from kwaliteit.begrippen.fout import Afsluitcode
from kwaliteit.begrippen.indicatorkaart import Indicatorkaart
from kwaliteit.begrippen.tabel import Tabelvorm
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.cli import app
from kwaliteit.kaders import lees_kader, lees_rekenregels, nieuwste_kader
from kwaliteit.opdrachttaal import toon_hulp
from kwaliteit.rapportage import maak_lijstkaarten
from kwaliteit.uitvoer import tabelvormen
from kwaliteit.vragenlijsten import lees_bibliotheek
from kwaliteit.weergave.pagina.kaarten import schrijf_kaarten
from tests import eigen_sjablonen
from tests.hoe_rekenen_wij import maak_pagina

GEMAAKT = "<!-- Gemaakt uit de code met `python tests/ververs.py`. Verander de code, niet dit bestand. -->\n"

VOORBEELDVRAAG = Vraag(
    id="CL01",
    tekst="Eén kolom per vraag; een woord als er geen code is.",
    schaal=Schaal(naam="eens5", soort=Schaalsoort.LIKERT),
)

UITLEG = {
    Afsluitcode.GOED: "Goed.",
    Afsluitcode.ERNSTIGE_BEVINDINGEN: "Ernstige bevindingen, en u vroeg `--streng` of `--definitief`. Het openbare "
    "verslag is niet vervangen.",
    Afsluitcode.VERKEERD_GEBRUIK: "De opdracht klopt niet: een map, jaar of optie die er niet is.",
    Afsluitcode.BRON_ONLEESBAAR: "Geen enkele bron is te lezen, of een bron is niet veilig te lezen.",
    Afsluitcode.WERKMAP_ONGELDIG: "De werkmap, het kader of een vragenlijst klopt niet.",
    Afsluitcode.BEZET: "Er loopt al een opdracht in deze uitvoermap, of een ander programma houdt een bestand open.",
    Afsluitcode.EIGEN_FOUT: "Een fout in het programma zelf. Meld hem aan de makers.",
}


def maak_alles() -> Mapping[str, str]:
    """Pad binnen het project -> inhoud."""
    return {
        "docs/handleiding/opdrachten.md": _opdrachten(),
        "docs/handleiding/bevindingen.md": _bevindingen(),
        "docs/handleiding/tabellen.md": _tabellen(),
        "docs/handleiding/indicatoren.md": _indicatoren(),
        "docs/handleiding/hoe-rekenen-wij.md": maak_pagina(GEMAAKT),
        "docs/handleiding/eigen-sjablonen.md": eigen_sjablonen.maak_pagina(GEMAAKT),
    }


def _opdrachten() -> str:
    groep = typer.main.get_command(app)
    delen = ["# Opdrachten\n", GEMAAKT]
    for pad in (
        (),
        ("verslag",),
        ("controleer",),
        ("bekijk",),
        ("indicatoren",),
        ("inspecteer",),
        ("koppel",),
        ("reken",),
        ("kader",),
        ("kader", "toon"),
        ("kader", "vergelijk"),
    ):
        naam = " ".join(("kwaliteit", *pad))
        delen.append(f"## {naam}\n\n```text\n{toon_hulp(groep, pad)}\n```\n")
    delen.append("## Afsluitcodes\n\n| code | betekenis |\n|---:|---|")
    delen += [f"| {int(code)} | {UITLEG[code]} |" for code in Afsluitcode]
    return "\n".join(delen) + "\n"


def _bevindingen() -> str:
    delen = [
        "# Bevindingen\n",
        GEMAAKT,
        "Een bevinding gaat over uw gegevens. Zij herstelt niets en stopt niets.",
        "De code staat in `intern/bevindingen.csv`.\n",
    ]
    for ernst in Ernst:
        delen.append(f"## {str(ernst).capitalize()}\n\n| code | betekenis |\n|---|---|")
        delen += [f"| `{soort.code}` | {soort.betekenis} |" for soort in Bevindingsoort if soort.ernst is ernst]
        delen.append("")
    return "\n".join(delen)


def _tabellen() -> str:
    openbaar = (
        tabelvormen.OPENBARE_INDICATOREN,
        tabelvormen.PER_PIJLER,
        tabelvormen.OPENBARE_RESPONS,
        tabelvormen.OPENBARE_VERGELIJKINGEN,
    )
    intern = (
        tabelvormen.INTERNE_INDICATOREN,
        tabelvormen.INTERNE_RESPONS,
        tabelvormen.INTERNE_VERGELIJKINGEN,
        tabelvormen.BETROUWBAARHEID,
        tabelvormen.BEVINDINGEN,
        tabelvormen.ONDERDRUKKING,
        tabelvormen.antwoordenvorm([VOORBEELDVRAAG]),
    )
    delen = ["# Tabellen\n", GEMAAKT, "Leeg betekent: er is geen getal. De kolom `status` zegt waarom.\n"]
    delen += ["## Openbaar (`openbaar/gegevens/`)\n", *map(_tabel, openbaar)]
    delen += ["## Intern (`intern/`), nooit online\n", *map(_tabel, intern)]
    delen += ["## Register (`register/` in de werkmap)\n", _tabel(tabelvormen.REGISTER)]
    return "\n".join(delen)


def _indicatoren() -> str:
    kaarten = maak_lijstkaarten(lees_bibliotheek(None), lees_kader(nieuwste_kader()), lees_rekenregels())
    regels = lees_rekenregels()
    inhoud = ", ".join(f"[{naam}](#{anker})" for naam, anker in _hoofdstukken(kaarten))
    return "\n".join(
        (
            "# Indicatoren\n",
            GEMAAKT,
            "Wat elk cijfer betekent: een kaart per vraag uit de meegeleverde lijsten, per kengetal en per respons.",
            "Dezelfde kaarten, voor uw eigen vragen en jaren, staan bij elk verslag in `openbaar/indicatoren.html`.\n",
            f"Overal geldt: bij minder dan {regels.drempel} antwoorden staat er geen cijfer, tot en met"
            f" {regels.procent_vanaf - 1} alleen een aantal",
            "(zie [Privacy](privacy.md)). Hoe de sommen gaan, staat in [Nagerekend met de hand](hoe-rekenen-wij.md).\n",
            f"Op deze bladzijde: {inhoud}.\n",
            schrijf_kaarten(kaarten, niveau=2),
        )
    )


def _hoofdstukken(kaarten: Sequence[Indicatorkaart]) -> list[tuple[str, str]]:
    namen = dict.fromkeys(kaart.hoofdstuk for kaart in kaarten)
    return [(naam, naam.lower().replace(" ", "-")) for naam in namen]


def _tabel(vorm: Tabelvorm) -> str:
    regels = [f"### {vorm.naam}.csv: {vorm.titel}\n", f"{vorm.korrel[0].upper()}{vorm.korrel[1:]}.\n"]
    regels += ["| kolom | soort | betekenis |", "|---|---|---|"]
    for kolom in vorm.kolommen:
        eenheid = f" Eenheid: {kolom.eenheid}." if kolom.eenheid else ""
        regels.append(f"| `{kolom.naam}` | {kolom.soort} | {kolom.omschrijving}{eenheid} |")
    return "\n".join(regels) + "\n"
