"""De bladzijde over eigen sjablonen, gemaakt uit de code, met bij elk blok een voorbeeld dat de toetsen draaien."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from inspect import getdoc
from typing import Any, get_args, get_origin, get_type_hints

from jinja2.runtime import LoopContext
from markupsafe import Markup

from kwaliteit.begrippen.actie import Actiestatus
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.verslag import Uitgave
from kwaliteit.begrippen.vormgeving import Bloknaam
from kwaliteit.weergave.eigenblokken.filters import FILTERS
from kwaliteit.weergave.eigenblokken.gegevens import GEGEVENS, ZICHTBAAR
from kwaliteit.weergave.eigenblokken.nalopen import ATTRIBUTEN, BIJ_ELEMENT, EIGEN_ID, ELEMENTEN, MET_ID, TITEL_ID
from kwaliteit.weergave.eigenblokken.vertalen import GROOTSTE_UITKOMST, MEESTE_HERHALINGEN

PLAATS = {
    Bloknaam.KOP: "bovenaan: logo, naam, titel en inleiding",
    Bloknaam.NA_INHOUD: "na het laatste hoofdstuk; hier staat anders niets",
    Bloknaam.KERNBOODSCHAPPEN: "de boodschap van elke pijler, bij In het kort",
    Bloknaam.CITATEN: "de citaten bij een pijler",
    Bloknaam.TERUGBLIK: "wat er van de acties kwam",
    Bloknaam.VOORUITBLIK: "de acties voor het komende jaar",
    Bloknaam.VOET: "onderaan: naam en adres; de herkomst blijft er altijd onder staan",
}

VOORBEELDEN: Mapping[Bloknaam, str] = {
    Bloknaam.KOP: """\
{# Met een eigen uitnodiging boven de pagina. #}
<p class="kv-org">{{ logo }}{{ naam }}</p>
<h{{ niveau }} id="kv-titel">{{ verslag.titel }}</h{{ niveau }}>
<p class="kv-lead">{{ verslag.inleiding }}</p>
{% if verslag.vastgesteld_op and not verslag.concept %}
<p class="kv-stil">Vastgesteld op {{ verslag.vastgesteld_op | datum }}</p>
{% endif %}
<p>Praten over dit verslag? Elke eerste maandag is er koffie in het Huis van de Buurt.</p>
""",
    Bloknaam.NA_INHOUD: """\
<section>
<h{{ niveau }} id="kv-eigen-vragen">Hebt u een vraag?</h{{ niveau }}>
<p>Mail naar <a href="mailto:{{ verslag.organisatie.contact }}">{{ verslag.organisatie.contact }}</a>.</p>
</section>
""",
    Bloknaam.KERNBOODSCHAPPEN: """\
{% for b in blok.boodschappen %}
<h{{ niveau }}><a href="{% if b.uitgave %}{{ b.uitgave | bestand }}{% endif %}#kv-{{ b.anker }}">\
{{ b.pijlernaam }}</a></h{{ niveau }}>
<p class="kv-lead">{{ b.boodschap }}</p>
{% if b.cijfer %}
<p><b>{{ b.cijfer | cijfer }}</b> {{ b.bij_cijfer }} {{ b.verschil }}</p>
{% endif %}
{% if b.voorbehoud %}
<p class="kv-stil">{{ b.voorbehoud }}</p>
{% endif %}
{% endfor %}
""",
    Bloknaam.CITATEN: """\
<ul>
{% for c in blok.citaten %}
<li>“{{ c.tekst | zonder_aanhaling }}” ({{ c.rol }})</li>
{% endfor %}
</ul>
""",
    Bloknaam.TERUGBLIK: """\
<p><b>{{ blok.samenvatting }}</b></p>
<ul>
{% for r in blok.regels %}
<li>{{ r.actie.wat }}: <b>{{ r.status | stand }}</b>. {{ r.toelichting }} {{ r.uitkomst | tekst }}</li>
{% endfor %}
</ul>
""",
    Bloknaam.VOORUITBLIK: """\
{% set aantal_acties = blok.regels | aantal %}
<p>Wij doen dit jaar {{ aantal_acties }} dingen.</p>
<ol>
{% for r in blok.regels %}
<li><b>{{ r.actie.wat }}</b><br>
{{ r.actie.wie }}, klaar op {{ r.actie.klaar_op | datum }}.
{% if r.gelukt_als %}
Gelukt als: {{ r.gelukt_als | tekst }}
{% endif %}
</li>
{% endfor %}
</ol>
""",
    Bloknaam.VOET: """\
<p>{{ naam }}{% if verslag.organisatie.website %} · \
<a href="{{ verslag.organisatie.website }}">{{ verslag.organisatie.website }}</a>{% endif %}</p>
""",
}
"""Per blok een sjabloon dat werkt; samen staan zij in de werkmap van de handleiding."""

UITLEG = """\
Past de pagina niet helemaal bij uw organisatie? Dan kunt u enkele stukken zelf opmaken. Voor kleuren, naam en logo is
dat niet nodig: daarvoor is de [huisstijl](huisstijl.md).

Zet een bestand met de naam van het stuk in `sjablonen/` van uw werkmap. Het komt in plaats van wat het programma daar
zet. Haalt u het bestand weg, dan is alles weer zoals het was. Eigen sjablonen gelden voor de pagina's (`verslag.html`,
`kort.html`, `verantwoording.html` en `fragment.html`), niet voor Markdown, PDF en Word.

Een sjabloon ziet alleen wat op deze bladzijde staat. Dat is allemaal openbaar: cijfers zijn er alleen als de woorden
die ook op de pagina staan. Antwoorden, aantallen van te kleine groepen en bestanden kan een sjabloon niet bereiken.
"""

TAAL = """\
## Wat u mag schrijven

Gewone HTML, met daarin:

| u schrijft | er gebeurt |
|---|---|
| `{{ verslag.titel }}` | de waarde komt op de pagina, als tekst |
| `{{ b.cijfer \\| cijfer }}` | een filter maakt er woorden van |
| `{% if b.cijfer %} … {% else %} … {% endif %}` | alleen als er iets is; ook met `==`, `<`, `and`, `or`, `not` |
| `{% for r in blok.regels %} … {% endfor %}` | voor elk uit de lijst; WAAR zeggen waar u bent |
| `{% set naam = blok.samenvatting %}` | een eigen naam voor een waarde |
| `{# … #}` | een opmerking; die komt niet op de pagina |

Dit is een klein deel van [Jinja](https://jinja.palletsprojects.com/). Andere opdrachten, iets aanroepen met haakjes en
andere bestanden invoegen kan niet. Een blok herhaalt hoogstens HERHALINGEN keer en wordt hoogstens OMVANG kB groot.

### Filters

| filter | geeft |
|---|---|
"""

HTML = """\
### Welke HTML

- Elementen: ELEMENTEN.
- Op elk element: ATTRIBUTEN en `aria-…`. Verder: BIJ_ELEMENT.
- Geen script, stijl, formulier of beeld. Uw logo is er als `{{ logo }}`. Kleuren en letters komen van de pagina.
- Klassen: `kv-lead` (groter), `kv-stil` (kleiner en grijs), `kv-let-op` (valt op) en `kv-kader` (vlak).
- Een link gaat naar `https://…`, `mailto:…`, een plaats op de pagina (`#kv-…`) of een bestand naast het verslag.
- Een `id` begint met `EIGEN_ID` en kan alleen in MET_ID. In `kop` hoort de titel, met `id="TITEL_ID"`.
- Een kop is `<h{{ niveau }}>`, een kop daaronder `<h{{ niveau + 1 }}>`. Zo klopt de volgorde ook in een fragment.
- Sluit wat u opent. Klopt er iets niet, dan zegt het programma in welk bestand, op welke regel en wat u kunt doen.
"""


def maak_pagina(gemaakt: str) -> str:
    """Geef de hele bladzijde."""
    delen = (
        "# Eigen sjablonen\n",
        gemaakt,
        UITLEG,
        "## De blokken\n",
        "| bestand | waar op de pagina |\n|---|---|",
        *(f"| `sjablonen/{naam}.html` | {PLAATS[naam]} |" for naam in Bloknaam),
        "",
        _vul_in(TAAL) + "\n".join(_filters()),
        "",
        _vul_in(HTML),
        *(_blok(naam) for naam in Bloknaam),
        "## De gegevens\n",
        *(_soort(soort) for soort in ZICHTBAAR if is_dataclass(soort)),
    )
    return "\n".join(delen).rstrip() + "\n"


def _vul_in(tekst: str) -> str:
    """Zet de grenzen en lijsten uit de code in de tekst."""
    bij_element = (f"{_als_code(namen)} op `{element}`" for element, namen in BIJ_ELEMENT.items())
    waarden = {
        "WAAR": _als_code(f"loop.{een}" for een in ZICHTBAAR[LoopContext]),
        "HERHALINGEN": f"{MEESTE_HERHALINGEN:,}".replace(",", "."),
        "OMVANG": str(GROOTSTE_UITKOMST // 1000),
        "BIJ_ELEMENT": "; ".join(bij_element),
        "ELEMENTEN": _als_code(ELEMENTEN),
        "ATTRIBUTEN": _als_code(ATTRIBUTEN),
        "EIGEN_ID": EIGEN_ID,
        "MET_ID": _als_code(MET_ID),
        "TITEL_ID": TITEL_ID,
    }
    return re.sub("|".join(waarden), lambda woord: waarden[woord[0]], tekst)


def _als_code(namen: Iterable[str]) -> str:
    return ", ".join(f"`{naam}`" for naam in namen)


def _filters() -> Iterator[str]:
    for naam, filter_ in FILTERS.items():
        yield f"| `{naam}` | {getdoc(filter_)} |"


def _blok(naam: Bloknaam) -> str:
    regels = [f"## {naam}.html\n", f"{PLAATS[naam][0].upper()}{PLAATS[naam][1:]}.\n", "| naam | soort |\n|---|---|"]
    regels += [f"| `{een}` | {_in_woorden(soort)} |" for een, soort in GEGEVENS[naam].items()]
    return "\n".join((*regels, f"\n<!-- voorbeeld: linde/sjablonen/{naam}.html -->\n```html\n{VOORBEELDEN[naam]}```\n"))


def _soort(soort: type) -> str:
    namen, soorten = ZICHTBAAR[soort], get_type_hints(soort)
    regels = [f"### {soort.__name__}\n", f"{_omschrijf(soort)}\n", "| veld | soort |\n|---|---|"]
    regels += [f"| `{naam}` | {_in_woorden(soorten.get(naam, bool))} |" for naam in namen]
    return "\n".join(regels) + "\n"


def _omschrijf(soort: type) -> str:
    """De docstring, zonder de zinnen over velden die een sjabloon niet ziet."""
    if soort is OpenbaarCijfer:
        return "Een cijfer. Met `| cijfer` staan er dezelfde woorden als op de pagina, ook als er geen getal mag staan."
    weg = {veld.name for veld in fields(soort)} - set(ZICHTBAAR[soort])
    tekst = re.sub(r"\s+", " ", getdoc(soort) or "")
    zinnen = [zin for zin in re.split(r"(?<=[.]) ", tekst) if not any(f"`{naam}`" in zin for naam in weg)]
    return " ".join(zinnen).replace("None", "niets")


VASTE_WOORDEN = {
    str: "tekst",
    int: "heel getal",
    bool: "ja of nee",
    date: "datum (filter `datum`)",
    Markup: "beeld, of leeg",
    type(None): "niets",
    Actiestatus: "stand (filter `stand`)",
    Doelgroep: "groep (filter `groep`)",
    Uitgave: "uitgave (filter `bestand`)",
}


def _in_woorden(soort: Any) -> str:
    """Een soort als `tuple[Citaatregel, ...]` in gewone woorden, met een link als hij op de bladzijde staat."""
    if soort in VASTE_WOORDEN:
        return VASTE_WOORDEN[soort]
    delen = get_args(soort)
    if get_origin(soort) is tuple:
        met_cijfers = OpenbaarCijfer in get_args(delen[0])
        return "zin met cijfers erin (filter `tekst`)" if met_cijfers else f"lijst van {_in_woorden(delen[0])}"
    if delen:
        return " of ".join(_in_woorden(deel) for deel in delen)
    return f"[{soort.__name__}](#{soort.__name__.lower()})"
