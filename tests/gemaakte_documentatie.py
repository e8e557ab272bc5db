"""Documentatie die uit de code komt: opdrachten, bevindingen en tabellen. Zo kan zij niet achterlopen."""

from collections.abc import Mapping

import typer

from kwaliteit.begrippen.bevinding import Bevindingsoort, Ernst
from kwaliteit.begrippen.fout import Afsluitcode
from kwaliteit.begrippen.tabel import Tabelvorm
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.cli import app
from kwaliteit.opdrachttaal import toon_hulp
from kwaliteit.uitvoer import tabelvormen

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
    }


def _opdrachten() -> str:
    groep = typer.main.get_command(app)
    delen = ["# Opdrachten\n", GEMAAKT]
    for pad in (
        (),
        ("verslag",),
        ("controleer",),
        ("indicatoren",),
        ("inspecteer",),
        ("koppel",),
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
    openbaar = (tabelvormen.OPENBARE_INDICATOREN, tabelvormen.PER_PIJLER, tabelvormen.OPENBARE_RESPONS)
    intern = (
        tabelvormen.INTERNE_INDICATOREN,
        tabelvormen.INTERNE_RESPONS,
        tabelvormen.BEVINDINGEN,
        tabelvormen.ONDERDRUKKING,
        tabelvormen.antwoordenvorm([VOORBEELDVRAAG]),
    )
    delen = ["# Tabellen\n", GEMAAKT, "Leeg betekent: er is geen getal. De kolom `status` zegt waarom.\n"]
    delen += ["## Openbaar (`openbaar/gegevens/`)\n", *map(_tabel, openbaar)]
    delen += ["## Intern (`intern/`), nooit online\n", *map(_tabel, intern)]
    delen += ["## Register (`register/` in de werkmap)\n", _tabel(tabelvormen.REGISTER)]
    return "\n".join(delen)


def _tabel(vorm: Tabelvorm) -> str:
    regels = [f"### {vorm.naam}.csv: {vorm.titel}\n", f"{vorm.korrel[0].upper()}{vorm.korrel[1:]}.\n"]
    regels += ["| kolom | soort | betekenis |", "|---|---|---|"]
    for kolom in vorm.kolommen:
        eenheid = f" Eenheid: {kolom.eenheid}." if kolom.eenheid else ""
        regels.append(f"| `{kolom.naam}` | {kolom.soort} | {kolom.omschrijving}{eenheid} |")
    return "\n".join(regels) + "\n"
