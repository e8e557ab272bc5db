"""Van ontlede YAML naar een vorm: pydantic toetst strikt, en elk gebrek komt terug in gewoon Nederlands.

De toets loopt over JSON: alleen daar laat pydantic in strikte stand een lijst als tuple, een tekst als opsomming of
datum en een sleutel als jaartal toe, terwijl "5" geen getal wordt en true geen 1.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import GenericAlias, NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout, bedoelde_u
from kwaliteit.strikte_yaml.ontleding import Ontleed, Plek, Waarde

T = TypeVar("T")

LANGSTE_WAARDE = 40
"""Een langere waarde kan iemands verhaal zijn en komt niet in een fouttekst."""


def toets(stuk: Ontleed, vorm: type[T]) -> T:
    """Geef het ontlede stuk als `vorm`, of alle gebreken van ontleding en toets samen als WerkmapFout."""
    if stuk.is_leeg:
        return _toets_leeg(stuk, vorm)
    gebreken = list(stuk.gebreken)
    if () not in stuk.kapot:
        try:
            resultaat = _pas_in(vorm, json.dumps(stuk.waarde))
        except ValidationError as fout:
            gebreken += _vertaal(fout.errors(include_url=False), stuk, vorm)
        else:
            if not gebreken:
                return resultaat
    raise WerkmapFout(*sorted(gebreken, key=_regelnummer))


def _toets_leeg(stuk: Ontleed, vorm: type[T]) -> T:
    """Een leeg stuk is een lege lijst of een blok zonder sleutels, als de vorm dat toelaat."""
    for leeg in ("[]", "{}"):
        try:
            return _pas_in(vorm, leeg)
        except ValidationError:
            continue
    raise WerkmapFout(
        Gebrek(
            waar=f"{stuk.naam}, regel 1",
            wat="hier staat niets",
            verwacht=_som_op("de sleutels", _verplichte_sleutels(vorm)) or "een ingevuld bestand",
            doe_dit="Vul het bestand in, of haal het weg.",
        )
    )


def _pas_in(vorm: type[T], json_tekst: str) -> T:
    sleutel: Any = vorm
    resultaat: T = _adapter(sleutel).validate_json(f"[{json_tekst}]")[0]
    return resultaat


@cache
def _adapter(vorm: Any) -> TypeAdapter[Any]:
    # De instellingen gaan mee naar elke dataclass eronder, maar een dataclass aan de top weigert ze: vandaar de tuple.
    ingepakt: Any = GenericAlias(tuple, (vorm,))
    return TypeAdapter(ingepakt, config={"strict": True, "extra": "forbid", "allow_inf_nan": False})


def _regelnummer(gebrek: Gebrek) -> int:
    return int(gebrek.waar.rpartition(" ")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Afkeuring:
    """Eén afkeuring van pydantic, teruggebracht tot een plek in het bestand.

    `tak` is de plek van een keuze (`A | B`) met de gekozen tak; de plek zelf telt de takken niet mee.
    """

    soort: str
    plek: Plek
    sleutel: str
    context: Mapping[str, Any]
    waarde: object
    tak: tuple[Plek, str] | None

    @property
    def naam(self) -> str:
        """Hoe de plek in de tekst heet: 'drempel', of 'norm', nummer 2."""
        plek = list(self.plek)
        nummers = []
        while plek and isinstance(laatste := plek[-1], int):
            nummers.append(f"nummer {laatste + 1}")
            plek.pop()
        sleutel = [f"'{plek[-1]}'"] if plek else []
        return ", ".join(sleutel + nummers[::-1]) or "dit bestand"


def _vertaal(fouten: Iterable[ErrorDetails], stuk: Ontleed, vorm: Any) -> list[Gebrek]:
    afkeuringen = [_plaats(fout, stuk.waarde) for fout in fouten]
    afkeuringen = [een for een in afkeuringen if not any(een.plek[: len(plek)] == plek for plek in stuk.kapot)]
    gebreken = [_maak_gebrek([een], stuk, vorm) for een in afkeuringen if een.tak is None]
    per_keuze: dict[Plek, dict[str, list[_Afkeuring]]] = defaultdict(lambda: defaultdict(list))
    for een in afkeuringen:
        if een.tak:
            per_keuze[een.tak[0]][een.tak[1]].append(een)
    for keuzeplek, takken in per_keuze.items():
        gebreken += _kies_tak(keuzeplek, list(takken.values()), stuk, vorm)
    return gebreken


def _kies_tak(keuzeplek: Plek, takken: list[list[_Afkeuring]], stuk: Ontleed, vorm: Any) -> list[Gebrek]:
    """Bij `A | B`: meld de tak waarvan het soort waarde klopte, of anders in één gebrek wat er allemaal mag."""
    for tak in takken:
        if all(een.plek != keuzeplek or een.sleutel for een in tak):
            return [_maak_gebrek([een], stuk, vorm) for een in tak]
    return [_maak_gebrek([tak[0] for tak in takken], stuk, vorm)]


def _plaats(fout: ErrorDetails, waarde: Waarde) -> _Afkeuring:
    plek: list[str | int] = []
    sleutel = ""
    tak: tuple[Plek, str] | None = None
    hier: Waarde = waarde
    loc = fout["loc"][1:]
    for stap in loc:
        if isinstance(hier, dict) and stap in hier:
            hier = hier[str(stap)]
            plek.append(stap)
        elif isinstance(hier, list) and isinstance(stap, int):
            hier = hier[stap]
            plek.append(stap)
        elif fout["type"] == "missing" or stap == "[key]":
            sleutel = str(stap)
        elif tak is None:
            tak = (tuple(plek), str(stap))
    if sleutel == "[key]" or fout["type"] == "unexpected_keyword_argument":
        sleutel = str(plek[-1])
    return _Afkeuring(
        soort="sleutel" if loc and loc[-1] == "[key]" else fout["type"],
        plek=tuple(plek),
        sleutel=sleutel,
        context=fout.get("ctx", {}),
        waarde=hier,
        tak=tak,
    )


_SOORTEN = {
    "string_type": ("tekst", "Zet de waarde tussen aanhalingstekens."),
    "int_type": ("een geheel getal", "Schrijf alleen cijfers, zonder aanhalingstekens."),
    "int_from_float": ("een geheel getal", "Schrijf alleen cijfers, zonder punt of komma."),
    "float_type": ("een getal", "Schrijf een getal met een punt, zonder aanhalingstekens."),
    "finite_number": ("een getal", "Schrijf een getal met een punt, zonder aanhalingstekens."),
    "bool_type": ("true of false", "Schrijf true (ja) of false (nee), zonder aanhalingstekens."),
    "date_type": ("een datum als 2024-12-31", "Schrijf de datum als jaar-maand-dag."),
    "date_parsing": ("een datum als 2024-12-31", "Schrijf de datum als jaar-maand-dag."),
    "date_from_datetime_parsing": ("een datum als 2024-12-31", "Schrijf de datum als jaar-maand-dag."),
    "tuple_type": ("een lijst", "Schrijf een lijst: [a, b], of regels die met '- ' beginnen."),
    "list_type": ("een lijst", "Schrijf een lijst: [a, b], of regels die met '- ' beginnen."),
    "dict_type": ("een blok met sleutels", "Schrijf 'sleutel: waarde' op ingesprongen regels."),
    "mapping_type": ("een blok met sleutels", "Schrijf 'sleutel: waarde' op ingesprongen regels."),
    "dataclass_type": ("een blok met sleutels", "Schrijf 'sleutel: waarde' op ingesprongen regels."),
}


def _maak_gebrek(takken: list[_Afkeuring], stuk: Ontleed, vorm: Any) -> Gebrek:
    """Maak één gebrek van de afkeuringen op één plek: één, of per tak van een keuze één."""
    een = takken[0]
    wat, verwacht, doe_dit = _verwoord(een, vorm)
    if len(takken) > 1:
        alles = dict.fromkeys(_verwoord(tak, vorm)[1] for tak in takken)
        wat = f"{een.naam} is leeg" if een.waarde is None else f"{een.naam} past niet"
        verwacht, doe_dit = " of ".join(alles), "Verbeter de waarde."
    plek = een.plek
    while plek and plek not in stuk.regels:
        plek = plek[:-1]
    return Gebrek(waar=f"{stuk.naam}, regel {stuk.regels[plek]}", wat=wat, verwacht=verwacht, doe_dit=doe_dit)


def _verwoord(een: _Afkeuring, vorm: Any) -> tuple[str, str, str]:
    if een.soort in ("unexpected_keyword_argument", "sleutel"):
        return _verwoord_onbekende_sleutel(een, vorm)
    if een.soort == "missing":
        return (
            f"bij {een.naam} ontbreekt de sleutel '{een.sleutel}'",
            f"'{een.sleutel}: …'",
            "Voeg deze sleutel toe.",
        )
    if een.soort in ("enum", "literal_error"):
        return _verwoord_onbekende_waarde(een)
    verwacht, doe_dit = _SOORTEN.get(een.soort, ("een andere waarde", "Verbeter de waarde."))
    wat = f"{een.naam} is geen {verwacht.removeprefix('een ').partition(' als ')[0]}"
    if een.soort == "dataclass_type":
        verwacht = _som_op(verwacht, _sleutels_op(vorm, een.plek)) or verwacht
    if een.waarde is None:
        return f"{een.naam} is leeg", verwacht, "Vul de waarde in, of haal de sleutel weg."
    if een.soort == "string_type" and isinstance(een.waarde, list | dict):
        doe_dit = "Schrijf één tekst."
    return wat, verwacht, doe_dit


def _verwoord_onbekende_sleutel(een: _Afkeuring, vorm: Any) -> tuple[str, str, str]:
    sleutel = een.sleutel if len(een.sleutel) <= LANGSTE_WAARDE else f"{een.sleutel[:LANGSTE_WAARDE]}…"
    if "expected" not in een.context and een.soort == "sleutel":
        return f"de sleutel '{sleutel}' is geen geheel getal", "een geheel getal", "Verbeter de sleutel."
    bekend = _lees_keuzes(een.context) or _sleutels_op(vorm, een.plek[:-1])
    if sleutel.isdigit():  # `{boven: 3,5}` is in YAML twee sleutels: boven en 5
        return (
            f"een los getal '{sleutel}' na een komma",
            "een getal met een punt, zoals 3.5",
            "Schrijf een punt in plaats van een komma.",
        )
    return (
        f"onbekende sleutel '{sleutel}'",
        _som_op("een van", bekend),
        f"Verbeter de sleutel of haal hem weg.{bedoelde_u(sleutel, bekend)}",
    )


def _verwoord_onbekende_waarde(een: _Afkeuring) -> tuple[str, str, str]:
    bekend = _lees_keuzes(een.context)
    verwacht = _som_op("een van", bekend)
    if een.waarde is None:
        return f"{een.naam} is leeg", verwacht, "Vul de waarde in, of haal de sleutel weg."
    tekst = str(een.waarde) if isinstance(een.waarde, str | int | float) else ""
    citaat = f" '{tekst}'" if tekst and len(tekst) <= LANGSTE_WAARDE else ""
    hint = bedoelde_u(tekst, bekend) if citaat else ""
    return f"onbekende waarde{citaat} bij {een.naam}", verwacht, f"Kies een bekende waarde.{hint}"


def _lees_keuzes(context: Mapping[str, Any]) -> tuple[str, ...]:
    """De keuzes staan bij pydantic in één tekst: 'a', 'b' or 'c'."""
    return tuple(tekst or getal for tekst, getal in re.findall(r"'([^']*)'|(-?\d+)", context.get("expected", "")))


def _som_op(kop: str, namen: tuple[str, ...]) -> str:
    return f"{kop}: {', '.join(namen)}" if namen else ""


def _sleutels_op(vorm: Any, plek: Plek) -> tuple[str, ...]:
    """Geef de sleutels die de vorm op deze plek kent, gesorteerd."""
    vormen = list(_dataclasses_en_verzamelingen(vorm))
    for stap in plek:
        vormen = [dieper for een in vormen for dieper in _stap(een, stap)]
    return tuple(sorted({veld.name for een in vormen if is_dataclass(een) for veld in fields(een)}))


def _verplichte_sleutels(vorm: Any) -> tuple[str, ...]:
    if not is_dataclass(vorm):
        return ()
    return tuple(veld.name for veld in fields(vorm) if veld.default is MISSING and veld.default_factory is MISSING)


def _stap(vorm: Any, stap: str | int) -> Iterable[Any]:
    if is_dataclass(vorm) and isinstance(vorm, type):
        soorten = get_type_hints(vorm)
        return _dataclasses_en_verzamelingen(soorten[stap]) if stap in soorten else ()
    onderdelen = get_args(vorm)
    if isinstance(stap, int):
        return _dataclasses_en_verzamelingen(onderdelen[0]) if onderdelen else ()
    return _dataclasses_en_verzamelingen(onderdelen[1]) if len(onderdelen) == 2 else ()


def _dataclasses_en_verzamelingen(vorm: Any) -> Iterable[Any]:
    """Haal een keuze uit elkaar: `A | tuple[B, ...] | None` wordt A en tuple[B, ...]."""
    oorsprong = get_origin(vorm)
    if oorsprong is None or (isinstance(oorsprong, type) and issubclass(oorsprong, tuple | list | Mapping)):
        return (vorm,) if vorm is not NoneType else ()
    return [dieper for deel in get_args(vorm) for dieper in _dataclasses_en_verzamelingen(deel)]
