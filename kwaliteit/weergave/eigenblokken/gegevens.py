"""Wat een eigen sjabloon mag zien: per blok de namen, en per soort de velden. De handleiding wordt hieruit gemaakt.

Een gesloten lijst: wat hier niet staat, bestaat voor een sjabloon niet. Getallen zijn er alleen als tekst, zodat een
sjabloon een cijfer nooit anders kan afronden of zonder zijn woorden kan tonen.
"""

from collections.abc import Mapping
from types import MappingProxyType

from jinja2.runtime import LoopContext
from markupsafe import Markup

from kwaliteit.begrippen.actie import Actie
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.verslag import (
    Actieregel,
    Citaatregel,
    Citaten,
    Kernboodschap,
    Kernboodschappen,
    Terugblik,
    Verslag,
    Vooruitblik,
)
from kwaliteit.begrippen.vormgeving import Bloknaam
from kwaliteit.begrippen.werkmap import Organisatie

NAAM = "naam"
"""De naam boven de pagina: uit de huisstijl, of anders die van de organisatie. `vul` zoekt haar zelf op."""

_OVERAL: Mapping[str, type] = {"verslag": Verslag, NAAM: str, "niveau": int}
_MET_LOGO: Mapping[str, type] = {**_OVERAL, "logo": Markup}

GEGEVENS: Mapping[Bloknaam, Mapping[str, type]] = MappingProxyType(
    {
        Bloknaam.KOP: _MET_LOGO,
        Bloknaam.NA_INHOUD: _OVERAL,
        Bloknaam.KERNBOODSCHAPPEN: {**_OVERAL, "blok": Kernboodschappen},
        Bloknaam.CITATEN: {**_OVERAL, "blok": Citaten},
        Bloknaam.TERUGBLIK: {**_OVERAL, "blok": Terugblik},
        Bloknaam.VOORUITBLIK: {**_OVERAL, "blok": Vooruitblik},
        Bloknaam.VOET: _MET_LOGO,
    }
)
"""Per blok: naam van het gegeven -> soort. `niveau` is het niveau van de hoogste kop die in het blok past."""

ZICHTBAAR: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        Verslag: (
            "titel",
            "jaar",
            "organisatie",
            "omschrijving",
            "inleiding",
            "concept",
            "vastgesteld_op",
            "uitgave",
            "herkomst",
        ),
        Organisatie: ("naam", "website", "contact", "kvk", "agb", "verzonnen"),
        Herkomst: ("programma", "kader", "kaderversie", "controlegetal"),
        Kernboodschappen: ("boodschappen",),
        Kernboodschap: (
            "pijlernaam",
            "anker",
            "uitgave",
            "boodschap",
            "cijfer",
            "bij_cijfer",
            "voorbehoud",
            "verschil",
        ),
        Citaten: ("citaten",),
        Citaatregel: ("tekst", "rol"),
        Terugblik: ("samenvatting", "regels"),
        Vooruitblik: ("regels",),
        Actieregel: ("actie", "status", "toelichting", "waarom", "gelukt_als", "uitkomst"),
        Actie: ("wat", "wie", "beloofd_in", "klaar_op"),
        OpenbaarCijfer: ("is_getal", "jaar", "indicator", "doelgroep", "onderdeelnaam"),
        LoopContext: ("index", "first", "last", "length"),
    }
)
"""Per soort de velden die een sjabloon mag lezen. Een nieuw veld in een begrip is er pas als het hier staat."""
