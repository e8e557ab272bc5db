"""Van de tekst van een sjabloon naar een blok dat in te vullen is, binnen een dichte zandbak.

Drie sloten achter elkaar: een gesloten lijst van wat er in de tekst mag staan (geen aanroepen, geen andere bestanden),
een gesloten lijst van velden die te lezen zijn, en grenzen aan herhalingen en omvang. Alle drie hangen alleen van de
tekst en de gegevens af, dus dezelfde invoer geeft overal dezelfde uitkomst.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    nodes,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.vormgeving import Bloknaam
from kwaliteit.weergave.eigenblokken.filters import FILTERS
from kwaliteit.weergave.eigenblokken.gebrek import Sjabloongebrek
from kwaliteit.weergave.eigenblokken.gegevens import ZICHTBAAR
from kwaliteit.weergave.eigenblokken.keuren import keur_boom, vertaal_syntaxis

MEESTE_HERHALINGEN = 20_000
GROOTSTE_UITKOMST = 50_000
"""Tekens. Het hele verslag mag 150 kB zijn; één blok dat groter is, is een vergissing."""

REGELTEKEN = re.compile("\x00([0-9]+)\x01")
"""Zegt in de ruwe uitkomst van welke regel van het sjabloon de tekst erna komt; gaat er bij het nalopen uit."""
LOGOTEKEN = "\x02"
"""Waar het logo komt; dat is HTML van het programma zelf en wordt na het nalopen ingevoegd."""
_EIGEN_TEKENS = re.compile("[\x00-\x02\ud800-\udfff]")
"""De tekens hierboven, en halve tekens die niet te bewaren zijn: zij komen nooit uit een sjabloon of een gegeven."""

NIET_IN_TE_VULLEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError),
    *(MemoryError, NameError, RecursionError, TemplateError, ValueError),
)
"""Wat een sjabloon kan losmaken zonder dat een slot het tegenhield, zoals een getal van duizenden cijfers."""


@dataclass(slots=True)
class _Beurten:
    """Hoeveel herhalingen één invulling nog mag doen, en of het logo er al staat."""

    over: int = MEESTE_HERHALINGEN
    heeft_logo: bool = False

    def neem(self, aantal: int) -> None:
        self.over -= aantal
        if self.over < 0:
            raise Sjabloongebrek(
                "dit sjabloon herhaalt te veel",
                f"hoogstens {MEESTE_HERHALINGEN} herhalingen in een blok",
                "Haal een herhaling binnen een andere herhaling weg.",
            )

    def zet_logo(self) -> None:
        """Het logo telt niet mee voor de omvang van het blok, dus het komt er één keer."""
        if self.heeft_logo:
            raise Sjabloongebrek(
                "{{ logo }} komt vaker dan één keer in dit blok",
                "het logo één keer in een blok",
                "Laat het logo één keer staan, buiten een herhaling.",
            )
        self.heeft_logo = True


@dataclass(frozen=True, slots=True)
class Vertaling:
    """Een gekeurd sjabloon, klaar om in te vullen."""

    sjabloon: Template = field(repr=False)

    def vul_in(self, gegevens: Mapping[str, object]) -> tuple[str, Markup]:
        """Geef de ruwe HTML met regeltekens, en het logo dat op de plaats van het logoteken komt."""
        logo = next((een for een in gegevens.values() if isinstance(een, Markup)), Markup())
        kaal = {naam: _zonder_html(waarde) for naam, waarde in gegevens.items()}
        omgeving = self.sjabloon.new_context({**kaal, "_beurten": _Beurten()})
        stukken: list[str] = []
        omvang = 0
        try:
            for stuk in self.sjabloon.root_render_func(omgeving):
                stukken.append(stuk)
                omvang += len(REGELTEKEN.sub("", stuk))
                if omvang > GROOTSTE_UITKOMST:
                    raise Sjabloongebrek(
                        "dit blok wordt te groot",
                        f"hoogstens {GROOTSTE_UITKOMST // 1000} kB tekst en opmaak",
                        "Toon minder, of haal een herhaling weg.",
                    )
        except Sjabloongebrek as gebrek:
            raise gebrek.op(self._regel(gebrek)) from None
        except UndefinedError as fout:
            raise _meld_geen_waarde().op(self._regel(fout)) from None
        except TypeError as fout:
            raise Sjabloongebrek(
                "deze waarden zijn niet met elkaar te vergelijken",
                "twee getallen, twee datums of twee teksten",
                "Verbeter de vergelijking.",
                regel=self._regel(fout),
            ) from None
        except NIET_IN_TE_VULLEN as fout:
            raise Sjabloongebrek(
                "dit is niet in te vullen",
                "gewone teksten en getallen",
                "Maak het sjabloon eenvoudiger.",
                regel=self._regel(fout),
            ) from None
        return "".join(stukken), logo

    def _regel(self, fout: BaseException) -> int:
        """De regel in het sjabloon waar het misging."""
        regel, spoor = 0, fout.__traceback__
        while spoor is not None:
            if spoor.tb_frame.f_globals.get("__jinja_template__") is self.sjabloon:
                regel = self.sjabloon.get_corresponding_lineno(spoor.tb_lineno)
            spoor = spoor.tb_next
        return regel


@lru_cache(maxsize=64)
def vertaal(bron: str, naam: Bloknaam) -> Vertaling:
    """Keur de tekst en maak er een blok van; wat niet mag is een Sjabloongebrek."""
    omgeving = _maak_omgeving()
    try:
        boom = omgeving.parse(bron)
        keur_boom(boom, naam)
        _zet_tellers(boom, omgeving)
        return Vertaling(omgeving.from_string(boom))
    except TemplateSyntaxError as fout:
        raise vertaal_syntaxis(fout) from None
    except (SyntaxError, TypeError, *NIET_IN_TE_VULLEN):
        raise Sjabloongebrek(
            "dit sjabloon is te ingewikkeld",
            "enkele lagen in elkaar en gewone getallen",
            "Maak het sjabloon eenvoudiger.",
        ) from None


class _Zandbak(ImmutableSandboxedEnvironment):
    """Leest alleen de velden uit de gesloten lijst, en roept niets aan."""

    intercepted_binops = frozenset({"+", "-"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Geef een veld uit de gesloten lijst; elk ander veld is een gebrek met een suggestie."""
        if isinstance(obj, Undefined):
            raise _meld_geen_waarde()
        bekend = ZICHTBAAR.get(type(obj), ())
        if attribute in bekend:
            return getattr(obj, attribute)
        if obj is None:
            raise Sjabloongebrek(
                f"'.{attribute}' staat achter een waarde die er niet is",
                "een waarde die er is",
                "Zet er {% if … %} omheen.",
            )
        raise Sjabloongebrek(
            f"onbekend veld '{attribute}'",
            f"een van: {', '.join(bekend)}" if bekend else "een waarde met velden; deze heeft er geen",
            f"Verbeter de naam of haal hem weg.{bedoelde_u(attribute, bekend)}",
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Geef het zoveelste uit een lijst."""
        if isinstance(obj, tuple) and isinstance(argument, int) and 0 <= argument < len(obj):
            return obj[argument]
        raise Sjabloongebrek(
            "deze plaats is er niet",
            "een lijst met zoveel onderdelen; de eerste heeft nummer 0",
            "Gebruik {% for … %}, of zet er {% if … %} omheen.",
        )

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Tel alleen hele getallen op."""
        if type(left) is int and type(right) is int:
            return left + right if operator == "+" else left - right
        raise Sjabloongebrek(
            f"'{operator}' staat hier tussen waarden die geen heel getal zijn",
            "twee hele getallen, zoals niveau + 1",
            "Zet teksten gewoon achter elkaar: {{ a }} {{ b }}.",
        )

    def is_safe_callable(self, obj: Any) -> bool:
        """Niets is aan te roepen."""
        return False


def _maak_omgeving() -> _Zandbak:
    omgeving = _Zandbak(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_toon,
        optimized=False,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=None,
        cache_size=0,
    )
    omgeving.globals.clear()
    omgeving.tests.clear()
    omgeving.filters.clear()
    omgeving.filters |= {**FILTERS, "_herhaal": _herhaal}
    return omgeving


def _zonder_html(waarde: object) -> object:
    """Vervang HTML van het programma door een teken; leeg blijft leeg."""
    if isinstance(waarde, Markup):
        return _Logo(LOGOTEKEN) if waarde else ""
    return waarde


class _Logo(str):
    """Het teken voor het logo: mag getoond worden, en is verder gewone tekst."""

    __slots__ = ()


@pass_context
def _toon(omgeving: Context, waarde: object) -> object:
    """Laat alleen tekst en hele getallen op de pagina; voor al het andere is er een filter."""
    soort = type(waarde)
    if isinstance(waarde, _Logo):
        beurten = omgeving["_beurten"]
        beurten.zet_logo()
        return waarde
    if isinstance(waarde, str) and soort is str:
        return _EIGEN_TEKENS.sub("", waarde)
    if soort is int:
        return waarde
    if isinstance(waarde, Undefined):
        raise _meld_geen_waarde()
    if waarde is None:
        raise Sjabloongebrek("hier staat niets om te tonen", "een waarde die er is", "Zet er {% if … %} omheen.")
    hint = _FILTER_VOOR.get(soort.__name__, "")
    raise Sjabloongebrek(
        "deze waarde is geen tekst",
        "een tekst of een heel getal",
        f"Gebruik een filter{f': {{{{ … | {hint} }}}}' if hint else ', of kies een veld van deze waarde'}.",
    )


def _meld_geen_waarde() -> Sjabloongebrek:
    return Sjabloongebrek(
        "hier staat een naam die nog geen waarde heeft",
        "een naam die eerder met {% set %} of {% for %} is gemaakt, in hetzelfde stuk",
        "Maak de naam eerder, of haal hem weg.",
    )


_FILTER_VOOR = {
    "OpenbaarCijfer": "cijfer",
    "date": "datum",
    "Doelgroep": "groep",
    "Actiestatus": "stand",
    "Uitgave": "bestand",
    "tuple": "tekst",
}


def _herhaal(lijst: object, beurten: _Beurten) -> tuple[object, ...]:
    """Geef de lijst om te herhalen, nadat haar lengte van de voorraad af is."""
    if not isinstance(lijst, tuple):
        raise Sjabloongebrek(
            "hier is niets om te herhalen", "een lijst, zoals blok.regels", "Noem achter 'in' een lijst."
        )
    beurten.neem(len(lijst))
    return lijst


def _zet_tellers(boom: nodes.Template, omgeving: _Zandbak) -> None:
    """Laat elke herhaling meetellen, en zet bij elke regel tekst het nummer ervan."""
    for lus in list(boom.find_all(nodes.For)):
        beurten = nodes.Name("_beurten", "load", lineno=lus.lineno)
        lus.iter = nodes.Filter(lus.iter, "_herhaal", [beurten], [], None, None, lineno=lus.lineno)
    for tekst in boom.find_all(nodes.TemplateData):
        regels = _EIGEN_TEKENS.sub("", tekst.data).split("\n")
        tekst.data = "\n".join(f"\x00{tekst.lineno + rang}\x01{regel}" for rang, regel in enumerate(regels))
    boom.set_environment(omgeving)
