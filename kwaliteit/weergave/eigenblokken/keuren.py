"""Wat er in de tekst van een eigen sjabloon mag staan: een gesloten lijst, nagelopen voordat er iets wordt ingevuld."""

import re
from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError, nodes

from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.vormgeving import Bloknaam
from kwaliteit.weergave.eigenblokken.filters import FILTERS
from kwaliteit.weergave.eigenblokken.gebrek import Sjabloongebrek
from kwaliteit.weergave.eigenblokken.gegevens import GEGEVENS

LUSNAAM = "loop"
OPDRACHTEN = ("if", "elif", "else", "endif", "for", "endfor", "set")

_TOEGESTAAN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Scope,
)
_NAMEN = {
    nodes.Include: "'include'",
    nodes.Import: "'import'",
    nodes.FromImport: "'import'",
    nodes.Extends: "'extends'",
    nodes.Block: "'block'",
    nodes.Macro: "'macro'",
    nodes.CallBlock: "'call'",
    nodes.FilterBlock: "'filter' als blok",
    nodes.AssignBlock: "'set' als blok",
    nodes.With: "'with'",
    nodes.ScopedEvalContextModifier: "'autoescape'",
    nodes.EvalContextModifier: "'autoescape'",
    nodes.Call: "iets aanroepen met haakjes",
    nodes.Test: "een toets met 'is'",
    nodes.Concat: "tekst plakken met '~'",
    nodes.Mul: "rekenen met '*'",
    nodes.Div: "rekenen met '/'",
    nodes.FloorDiv: "rekenen met '//'",
    nodes.Mod: "rekenen met '%'",
    nodes.Pow: "rekenen met '**'",
}


def keur_boom(boom: nodes.Template, naam: Bloknaam) -> None:
    """Loop alles na wat in het sjabloon staat; het eerste wat niet mag is een Sjabloongebrek."""
    gegevens = tuple(GEGEVENS[naam])
    eigen = {een.name for een in boom.find_all(nodes.Name) if een.ctx == "store"}
    for stuk, in_lus in _loop_door(boom):
        _keur_soort(stuk)
        match stuk:
            case nodes.Name(name=woord, ctx="load"):
                _keur_naam(woord, {*gegevens, *eigen, *((LUSNAAM,) if in_lus else ())}, gegevens, stuk.lineno)
            case nodes.Name(name=woord):
                _keur_eigen_naam(woord, gegevens, stuk.lineno)
            case nodes.Getattr(attr=veld) if veld.startswith("_"):
                raise Sjabloongebrek(
                    f"het veld '{veld}' is niet te lezen",
                    "een veld dat in de handleiding staat",
                    "Haal dit weg.",
                    regel=stuk.lineno,
                )
            case nodes.Filter():
                _keur_filter(stuk)
            case _:
                pass


def _loop_door(boom: nodes.Node) -> Iterator[tuple[nodes.Node, bool]]:
    """Geef elk stuk, in de volgorde van de tekst, met of het in een herhaling staat."""
    open_: list[tuple[nodes.Node, bool]] = [(boom, False)]
    while open_:
        stuk, in_lus = open_.pop()
        yield stuk, in_lus
        binnen = in_lus or isinstance(stuk, nodes.For)
        open_ += [(kind, binnen) for kind in reversed(list(stuk.iter_child_nodes()))]


def _keur_soort(stuk: nodes.Node) -> None:
    heeft_plek = isinstance(stuk, nodes.Getitem) and not (
        isinstance(stuk.arg, nodes.Const) and isinstance(stuk.arg.value, int)
    )
    if isinstance(stuk, nodes.For) and stuk.recursive:
        wat = "'for … recursive'"
    elif heeft_plek:
        wat = "iets anders dan een nummer tussen [ ]"
    elif isinstance(stuk, nodes.Assign) and not isinstance(stuk.target, nodes.Name):
        wat = "'set' met meer dan één naam"
    elif type(stuk) in _TOEGESTAAN:
        return
    else:
        wat = _NAMEN.get(type(stuk), "deze schrijfwijze")
    raise Sjabloongebrek(
        f"{wat} kan niet in een eigen sjabloon",
        "gegevens en filters uit de handleiding, met if, for en set",
        "Haal dit weg, of schrijf het met de gegevens en filters uit de handleiding.",
        regel=stuk.lineno,
    )


def _keur_naam(woord: str, bekend: Iterable[str], gegevens: tuple[str, ...], regel: int) -> None:
    if woord not in bekend:
        raise Sjabloongebrek(
            f"onbekende naam '{woord}'",
            f"een van: {', '.join(gegevens)}",
            f"Verbeter de naam of haal hem weg.{bedoelde_u(woord, bekend)}",
            regel=regel,
        )


def _keur_eigen_naam(woord: str, gegevens: tuple[str, ...], regel: int) -> None:
    if woord in gegevens or woord == LUSNAAM or woord.startswith("_"):
        raise Sjabloongebrek(
            f"'{woord}' kan geen eigen naam zijn",
            f"een naam die niet met _ begint en geen van deze is: {', '.join((*gegevens, LUSNAAM))}",
            "Kies een andere naam.",
            regel=regel,
        )


def _keur_filter(stuk: nodes.Filter) -> None:
    if stuk.name not in FILTERS:
        raise Sjabloongebrek(
            f"onbekend filter '{stuk.name}'",
            f"een van: {', '.join(FILTERS)}",
            f"Verbeter het filter of haal het weg.{bedoelde_u(stuk.name, FILTERS)}",
            regel=stuk.lineno,
        )
    if stuk.args or stuk.kwargs or stuk.dyn_args or stuk.dyn_kwargs:
        raise Sjabloongebrek(
            f"bij het filter '{stuk.name}' staat iets tussen haakjes",
            f"alleen {{{{ … | {stuk.name} }}}}",
            "Haal de haakjes weg.",
            regel=stuk.lineno,
        )


def vertaal_syntaxis(fout: TemplateSyntaxError) -> Sjabloongebrek:
    """Zeg in gewoon Nederlands wat er mis is; de tekst van de bibliotheek herhaalt de inhoud van het sjabloon."""
    reden = fout.message or ""
    verwacht, doe_dit = "{{ gegeven }}, {% if … %} en {% for … in … %}", "Vergelijk de regel met de handleiding."
    if gevonden := re.search(r"unknown tag '(\w+)'", reden):
        woord = gevonden[1]
        if woord in OPDRACHTEN:
            wat, doe_dit = (
                f"'{woord}' staat hier zonder begin",
                "Zet de {% if … %} of {% for … %} ervoor, of haal dit weg.",
            )
        else:
            wat = f"onbekende opdracht '{woord}'"
            verwacht = f"een van: {', '.join(OPDRACHTEN)}"
            doe_dit = f"Verbeter de opdracht of haal haar weg.{bedoelde_u(woord, OPDRACHTEN)}"
    elif gevonden := re.search(r"innermost block that needs to be closed is '(if|for|set)'", reden):
        wat = f"een {{% {gevonden[1]} %}} is niet afgesloten"
        verwacht, doe_dit = (
            f"{{% end{gevonden[1]} %}} aan het einde",
            f"Zet {{% end{gevonden[1]} %}} op de goede plaats.",
        )
    elif "comment" in reden:
        wat, verwacht, doe_dit = "een opmerking is niet afgesloten", "#} aan het einde", "Zet #} achter de opmerking."
    elif "end of print statement" in reden or "end of template" in reden or "unexpected '" in reden:
        wat, verwacht = "wat hier tussen {{ }} of {% %} staat is niet te lezen", f"{verwacht}, elk met hun sluitteken"
    else:
        wat = "dit is niet te lezen als sjabloon"
    return Sjabloongebrek(wat, verwacht, doe_dit, regel=fout.lineno)
