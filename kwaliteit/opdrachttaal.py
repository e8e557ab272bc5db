"""Nederlands voor typer: koppen in de hulp, en de tekst bij een opdracht die niet klopt."""

import re
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kwaliteit.begrippen.fout import Gebrek, GebruikFout, bedoelde_u

_VERTALING = {
    "Options": "Opties",
    "Arguments": "Argumenten",
    "Commands": "Opdrachten",
    "Show this message and exit.": "Toon deze uitleg.",
    "Install completion for the current shell.": "Vul opdrachten voortaan aan met Tab in deze shell.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Toon het stukje script voor aanvullen met Tab."
    ),
}


_TYPE = re.compile(r" <[\w\[\]]+>$")
"""Het Python-type dat typer achter een argument zet; zegt een lezer niets."""


def _vertaal(tekst: str) -> str:
    return _VERTALING.get(tekst, tekst).replace("[required]", "[verplicht]").replace("[default: ", "[standaard: ")


class _Opmaak(typer.Context.formatter_class):  # type: ignore[misc, valid-type]
    """De opmaak van de hulp, met Nederlandse koppen."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("{", "").replace("}", ""), prefix="Gebruik: ")

    def section(self, name: str) -> Any:
        return super().section(_vertaal(name))

    def write_dl(self, rows: Sequence[tuple[str, str]], *maten: int, **namen: int) -> None:
        super().write_dl([(_TYPE.sub("", naam), _vertaal(uitleg)) for naam, uitleg in rows], *maten, **namen)


class _Context(typer.Context):
    formatter_class = _Opmaak


class Opdracht(TyperCommand):
    """Een opdracht met Nederlandse hulp."""

    context_class = _Context


class Opdrachtgroep(TyperGroup):
    """Een groep opdrachten met Nederlandse hulp, in de volgorde waarin ze zijn geschreven."""

    context_class = _Context


def toon_hulp(groep: Any, pad: Sequence[str]) -> str:
    """De hulptekst van een opdracht, 100 tekens breed, zoals op het scherm."""
    context = groep.make_context("kwaliteit", [], resilient_parsing=True, max_content_width=100, terminal_width=100)
    for naam in pad:
        context = context.command.commands[naam].make_context(naam, [], parent=context, resilient_parsing=True)
    return str(context.get_help())


Gebruiksfout: type[Exception] = typer.BadParameter.__bases__[0]
"""De fout die typer geeft als de opdracht niet klopt. Zo gevonden, omdat typer haar niet zelf doorgeeft."""


def als_gebruikfout(fout: Exception, argumenten: Sequence[str]) -> GebruikFout:
    """Maak van een fout van typer een tekst in vier delen; de Engelse tekst van typer verdwijnt."""
    context: typer.Context | None = getattr(fout, "ctx", None)
    opdracht = context.command_path if context else "kwaliteit"
    wat, verwacht = _wat_en_verwacht(fout, context, argumenten)
    return GebruikFout(
        Gebrek(
            waar=opdracht, wat=wat, verwacht=verwacht, doe_dit=f"Typ '{opdracht} --help' voor uitleg en een voorbeeld."
        )
    )


def _wat_en_verwacht(fout: Exception, context: typer.Context | None, argumenten: Sequence[str]) -> tuple[str, str]:
    soort = type(fout).__name__
    optie = str(getattr(fout, "option_name", ""))
    if soort == "NoSuchOption":
        bekend = [naam for deel in context.command.params for naam in deel.opts] if context else []
        return f"onbekende optie {optie}", f"een optie uit de hulp.{bedoelde_u(optie, bekend)}"
    if soort == "BadOptionUsage":
        return f"de optie {optie} heeft geen waarde", f"een waarde achter {optie}"
    if (deel := getattr(fout, "param", None)) is not None:
        naam = deel.metavar if deel.param_type_name == "argument" else deel.opts[0]
        if soort == "MissingParameter":
            return f"{naam} ontbreekt", f"{naam} achter de opdracht. {deel.help}"
        return f"{naam} heeft geen geldige waarde", deel.help
    bekend = sorted(getattr(context.command, "commands", ())) if context else []
    onbekend = next((deel for deel in argumenten if not deel.startswith("-") and deel not in ("kader", *bekend)), "")
    if bekend:
        return f"onbekende opdracht '{onbekend}'", f"een van: {', '.join(bekend)}.{bedoelde_u(onbekend, bekend)}"
    return "er staat te veel achter de opdracht", "alleen de argumenten en opties uit de hulp"
