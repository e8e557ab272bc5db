"""Eigen sjablonen: de voorbeelden werken, er is niets intern te bereiken, en wat niet mag krijgt een gewone melding."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from time import process_time
from typing import TypeVar, get_type_hints

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.runtime import LoopContext
from markupsafe import Markup

from kwaliteit.begrippen.actie import Actie, Actiestatus
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.verslag import (
    Citaatregel,
    Citaten,
    Kernboodschappen,
    Sectie,
    Terugblik,
    Verslag,
    Vooruitblik,
)
from kwaliteit.begrippen.vormgeving import STANDAARD, Bloknaam, Eigenblok, Huisstijl, Vormgeving
from kwaliteit.weergave.eigenblokken import BLOKKEN, GEGEVENS, keur, vul
from kwaliteit.weergave.eigenblokken.filters import FILTERS
from kwaliteit.weergave.eigenblokken.gegevens import NAAM, ZICHTBAAR
from kwaliteit.weergave.eigenblokken.nalopen import ATTRIBUTEN, BIJ_ELEMENT, ELEMENTEN
from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN
from tests.eigen_sjablonen import VOORBEELDEN, maak_pagina
from tests.voorbeeldverslag import maak_voorbeeldverslag

T = TypeVar("T")

VERSLAG = maak_voorbeeldverslag()
CITATEN = Citaten(citaten=(Citaatregel(tekst='"Ik voel <b>mij</b> geheim="', rol="cliënt"),))
LOGO = Markup('<img src="data:image/png;base64,AA" alt="">')
MAG_NIET = "gegevens en filters uit de handleiding, met if, for en set"
HAAL_WEG = "Haal dit weg, of schrijf het met de gegevens en filters uit de handleiding."


def zoek_blok(soort: type[T]) -> T:
    return next(blok for blok in loop_blokken(VERSLAG.secties) if isinstance(blok, soort))


def loop_blokken(secties: tuple[Sectie, ...]) -> Iterator[object]:
    for sectie in secties:
        yield from sectie.blokken
        yield from loop_blokken(sectie.secties)


BLOK_BIJ: Mapping[Bloknaam, object] = {
    Bloknaam.KERNBOODSCHAPPEN: zoek_blok(Kernboodschappen),
    Bloknaam.CITATEN: CITATEN,
    Bloknaam.TERUGBLIK: zoek_blok(Terugblik),
    Bloknaam.VOORUITBLIK: zoek_blok(Vooruitblik),
}


def geef_gegevens(naam: Bloknaam) -> dict[str, object]:
    alles = {"verslag": VERSLAG, "niveau": 2, "logo": LOGO, "blok": BLOK_BIJ.get(naam)}
    return {een: alles[een] for een in GEGEVENS[naam] if een != NAAM}


def maak_vorm(**sjablonen: str) -> Vormgeving:
    return Vormgeving(
        eigen_blokken=tuple(
            Eigenblok(naam=Bloknaam(naam), bron=bron, waar=f"sjablonen/{naam}.html") for naam, bron in sjablonen.items()
        )
    )


def toon(bron: str, naam: Bloknaam = Bloknaam.NA_INHOUD) -> str:
    html = vul(maak_vorm(**{naam: bron}), naam, geef_gegevens(naam))
    assert html is not None
    return str(html)


def weiger(bron: str, naam: Bloknaam = Bloknaam.NA_INHOUD) -> Gebrek:
    with pytest.raises(WerkmapFout) as fout:
        toon(bron, naam)
    (gebrek,) = fout.value.gebreken
    return gebrek


@pytest.mark.parametrize("naam", BLOKKEN)
def test_het_voorbeeld_uit_de_handleiding_werkt(naam: Bloknaam) -> None:
    html = toon(VOORBEELDEN[naam], naam)
    kern = {
        Bloknaam.KOP: f'<h2 id="kv-titel">{VERSLAG.titel}</h2>',
        Bloknaam.NA_INHOUD: f'<a href="mailto:{VERSLAG.organisatie.contact}">',
        Bloknaam.KERNBOODSCHAPPEN: '<p class="kv-lead">',
        Bloknaam.CITATEN: "<li>“Ik voel &lt;b&gt;mij&lt;/b&gt; geheim=” (cliënt)</li>",
        Bloknaam.TERUGBLIK: "<b>Later dan gepland</b>",
        Bloknaam.VOORUITBLIK: "Gelukt als: ",
        Bloknaam.VOET: f"<p>{VERSLAG.organisatie.naam} · <a href=",
    }[naam]
    assert kern in html
    assert "\x00" not in html
    assert "{{" not in html


def test_zonder_eigen_sjabloon_is_er_geen_eigen_blok() -> None:
    assert vul(STANDAARD, "kop", {}) is None
    assert vul(maak_vorm(voet="<p>x</p>"), "kop", {}) is None


def test_andere_gegevens_dan_afgesproken_is_een_fout_van_ons() -> None:
    with pytest.raises(ValueError, match="blok voet krijgt andere gegevens dan verslag, naam, niveau, logo"):
        vul(maak_vorm(voet="<p>x</p>"), "voet", {"verslag": VERSLAG, "niveau": 2})


def test_de_uitkomst_is_opnieuw_opgeschreven() -> None:
    assert toon('<P CLASS=\'a"b\' title=x>&lt;b&gt; &amp; &eacute; "q"<BR/></P>') == (
        '<p class="a&quot;b" title="x">&lt;b&gt; &amp; é "q"<br></p>'
    )
    assert toon("<details open><summary>x</summary></details>") == "<details open><summary>x</summary></details>"


def test_de_naam_komt_uit_de_huisstijl_en_anders_uit_de_organisatie() -> None:
    vorm = maak_vorm(na_inhoud="<p>{{ naam }}</p>")
    gegevens = geef_gegevens(Bloknaam.NA_INHOUD)
    assert vul(vorm, "na_inhoud", gegevens) == f"<p>{VERSLAG.organisatie.naam}</p>"
    assert vul(replace(vorm, huisstijl=Huisstijl(naam="Wij & Co")), "na_inhoud", gegevens) == "<p>Wij &amp; Co</p>"


def test_tekst_uit_de_gegevens_wordt_nooit_opmaak() -> None:
    assert toon("<p>{{ blok.citaten[0].tekst }}</p>", Bloknaam.CITATEN) == (
        '<p>"Ik voel &lt;b&gt;mij&lt;/b&gt; geheim="</p>'
    )


# ---- wat er te bereiken is ----


def test_elk_veld_dat_een_sjabloon_ziet_bestaat_en_is_openbaar() -> None:
    for soort, namen in ZICHTBAAR.items():
        if is_dataclass(soort):
            hints = get_type_hints(soort)
            assert set(namen) <= {veld.name for veld in fields(soort)} | {"is_getal"}, soort
            assert not any("float" in str(hints.get(naam)) or "Mapping" in str(hints.get(naam)) for naam in namen), (
                soort
            )
    assert not {"waarde", "teller", "noemer", "toelichting", "status"} & set(ZICHTBAAR[OpenbaarCijfer])
    assert not {"waar", "stand", "id"} & set(ZICHTBAAR[Actie])
    assert "secties" not in ZICHTBAAR[Verslag]


def test_alles_wat_te_bereiken_is_staat_in_de_lijst_of_is_een_gewone_waarde() -> None:
    """Loop vanaf de gegevens langs elk zichtbaar veld: nergens een object dat niet in de lijst staat."""
    open_: list[object] = [waarde for naam in BLOKKEN for waarde in geef_gegevens(naam).values()]
    gezien: set[type] = set()
    while open_:
        een = open_.pop()
        gezien.add(type(een))
        if isinstance(een, tuple):
            open_ += een
        elif type(een) in ZICHTBAAR:
            open_ += [getattr(een, naam) for naam in ZICHTBAAR[type(een)]]
        else:
            assert een is None or isinstance(een, str | int | date), type(een)
    assert gezien >= set(ZICHTBAAR) - {LoopContext}, "elke soort in de lijst komt echt voor"


@pytest.mark.parametrize("soort", ["verslag", "verslag.titel", "niveau", "blok.regels", "blok.regels[0].status"])
def test_elk_ander_attribuut_wordt_geweigerd(soort: str) -> None:
    waarde: object = VERSLAG
    if soort != "verslag":
        waarde = {"verslag.titel": "x", "niveau": 1, "blok.regels": ()}.get(soort, Actiestatus.KLAAR)
    bekend = ZICHTBAAR.get(type(waarde), ())
    namen = [naam for naam in dir(waarde) if naam not in bekend]
    assert {"__class__", "__init_subclass__", "__reduce__"} <= set(namen)
    for naam in namen:
        melding = weiger(f"<p>{{{{ {soort}.{naam} }}}}</p>", Bloknaam.TERUGBLIK)
        assert melding.wat in {f"het veld '{naam}' is niet te lezen", f"onbekend veld '{naam}'"}
    assert toon("{{ verslag.titel }}") == VERSLAG.titel


def test_elk_filter_weigert_wat_het_niet_kent() -> None:
    vreemd = object()
    for naam, filter_ in FILTERS.items():
        with pytest.raises(Exception, match=f"het filter '{naam}' kan niets met deze waarde"):
            filter_(vreemd)
    assert FILTERS["groep"](Doelgroep.CLIENTEN) == "Cliënten"


@pytest.mark.parametrize(
    ("bron", "wat"),
    [
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "iets aanroepen met haakjes kan niet in een eigen sjabloon"),
        ("{{ ''.__class__ }}", "het veld '__class__' is niet te lezen"),
        ("{{ cycler.__init__.__globals__ }}", "het veld '__globals__' is niet te lezen"),
        ("{{ cycler }}", "onbekende naam 'cycler'"),
        ("{{ joiner }}", "onbekende naam 'joiner'"),
        ("{{ namespace }}", "onbekende naam 'namespace'"),
        ("{{ lipsum }}", "onbekende naam 'lipsum'"),
        ("{{ dict }}", "onbekende naam 'dict'"),
        ("{{ self }}", "onbekende naam 'self'"),
        ("{{ caller }}", "onbekende naam 'caller'"),
        ("{{ context }}", "onbekende naam 'context'"),
        ("{{ environment }}", "onbekende naam 'environment'"),
        ("{{ _beurten }}", "onbekende naam '_beurten'"),
        ("{{ loop }}", "onbekende naam 'loop'"),
        ("{{ verslag.__dict__ }}", "het veld '__dict__' is niet te lezen"),
        ("{{ verslag['titel'] }}", "iets anders dan een nummer tussen [ ] kan niet in een eigen sjabloon"),
        ("{{ ''['__class__'] }}", "iets anders dan een nummer tussen [ ] kan niet in een eigen sjabloon"),
        ("{{ ''[niveau] }}", "iets anders dan een nummer tussen [ ] kan niet in een eigen sjabloon"),
        ("{{ verslag.titel[0] }}", "deze plaats is er niet"),
        ("{{ verslag | attr('titel') }}", "onbekend filter 'attr'"),
        ("{{ '%s' | format(verslag) }}", "onbekend filter 'format'"),
        ("{{ '{0.__class__}'.format(verslag) }}", "iets aanroepen met haakjes kan niet in een eigen sjabloon"),
        ("{{ verslag.titel | safe }}", "onbekend filter 'safe'"),
        ("{{ verslag.titel | map }}", "onbekend filter 'map'"),
        ("{{ verslag | tojson }}", "onbekend filter 'tojson'"),
        ("{{ verslag.titel | hoofdletter(1) }}", "bij het filter 'hoofdletter' staat iets tussen haakjes"),
        ("{{ '%s' % verslag }}", "rekenen met '%' kan niet in een eigen sjabloon"),
        ("{{ 'a' * 9 }}", "rekenen met '*' kan niet in een eigen sjabloon"),
        ("{{ 9 ** 9 }}", "rekenen met '**' kan niet in een eigen sjabloon"),
        ("{{ 'a' ~ 'b' }}", "tekst plakken met '~' kan niet in een eigen sjabloon"),
        ("{{ 'a' + 'b' }}", "'+' staat hier tussen waarden die geen heel getal zijn"),
        ("{{ verslag.concept is defined }}", "een toets met 'is' kan niet in een eigen sjabloon"),
        ("{% include '/etc/passwd' %}", "'include' kan niet in een eigen sjabloon"),
        ("{% import 'verslag.html.j2' as x %}", "'import' kan niet in een eigen sjabloon"),
        ("{% from 'verslag.html.j2' import x %}", "'import' kan niet in een eigen sjabloon"),
        ("{% extends 'verslag.html.j2' %}", "'extends' kan niet in een eigen sjabloon"),
        ("{% block a %}{% endblock %}", "'block' kan niet in een eigen sjabloon"),
        ("{% macro a() %}{% endmacro %}", "'macro' kan niet in een eigen sjabloon"),
        ("{% call a() %}{% endcall %}", "'call' kan niet in een eigen sjabloon"),
        ("{% filter upper %}a{% endfilter %}", "'filter' als blok kan niet in een eigen sjabloon"),
        ("{% set a %}x{% endset %}", "'set' als blok kan niet in een eigen sjabloon"),
        ("{% set a, b = 1, 2 %}", "'set' met meer dan één naam kan niet in een eigen sjabloon"),
        ("{% with %}{% endwith %}", "'with' kan niet in een eigen sjabloon"),
        ("{% autoescape false %}{% endautoescape %}", "'autoescape' kan niet in een eigen sjabloon"),
        ("{% set verslag = 1 %}", "'verslag' kan geen eigen naam zijn"),
        ("{% set _a = 1 %}", "'_a' kan geen eigen naam zijn"),
        ("{% for loop in verslag.titel %}{% endfor %}", "'loop' kan geen eigen naam zijn"),
        ("{% for a in [1] recursive %}{{ a }}{% endfor %}", "'for … recursive' kan niet in een eigen sjabloon"),
        ("{% for a in verslag.titel %}{% endfor %}", "hier is niets om te herhalen"),
    ],
)
def test_wat_een_zandbak_openbreekt_wordt_geweigerd(bron: str, wat: str) -> None:
    gebrek = weiger(f"<p>\n{bron}</p>")
    assert (gebrek.waar, gebrek.wat) == ("sjablonen/na_inhoud.html, regel 2", wat)
    assert gebrek.verwacht
    assert gebrek.doe_dit


def test_een_aanroep_van_wat_er_wel_is_wordt_ook_geweigerd() -> None:
    gebrek = weiger("{{ verslag.titel.upper() }}")
    assert gebrek == Gebrek(
        waar="sjablonen/na_inhoud.html, regel 1",
        wat="iets aanroepen met haakjes kan niet in een eigen sjabloon",
        verwacht=MAG_NIET,
        doe_dit=HAAL_WEG,
    )


# ---- fouten in het sjabloon ----


@pytest.mark.parametrize(
    ("bron", "gebrek"),
    [
        (
            "<p>\n\n{{ verslg.titel }}</p>",
            (
                3,
                "onbekende naam 'verslg'",
                "een van: verslag, naam, niveau",
                "Verbeter de naam of haal hem weg. Bedoelde u 'verslag'?",
            ),
        ),
        (
            "{% if verslag.concept %}\n{{ verslag.organisatie.naamm }}{% endif %}",
            (
                2,
                "onbekend veld 'naamm'",
                "een van: naam, website, contact, kvk, agb, verzonnen",
                "Verbeter de naam of haal hem weg. Bedoelde u 'naam'?",
            ),
        ),
        (
            "{{ verslag.titel | hoofletter }}",
            (
                1,
                "onbekend filter 'hoofletter'",
                f"een van: {', '.join(FILTERS)}",
                "Verbeter het filter of haal het weg. Bedoelde u 'hoofdletter'?",
            ),
        ),
        (
            "\n{% foor a in b %}",
            (
                2,
                "onbekende opdracht 'foor'",
                "een van: if, elif, else, endif, for, endfor, set",
                "Verbeter de opdracht of haal haar weg. Bedoelde u 'for'?",
            ),
        ),
        (
            "{% if verslag.concept %}\nx",
            (2, "een {% if %} is niet afgesloten", "{% endif %} aan het einde", "Zet {% endif %} op de goede plaats."),
        ),
        (
            "x\n{% endif %}",
            (
                2,
                "'endif' staat hier zonder begin",
                "{{ gegeven }}, {% if … %} en {% for … in … %}",
                "Zet de {% if … %} of {% for … %} ervoor, of haal dit weg.",
            ),
        ),
        (
            "x {# y",
            (1, "een opmerking is niet afgesloten", "#} aan het einde", "Zet #} achter de opmerking."),
        ),
        (
            "{{ verslag.titel",
            (
                1,
                "wat hier tussen {{ }} of {% %} staat is niet te lezen",
                "{{ gegeven }}, {% if … %} en {% for … in … %}, elk met hun sluitteken",
                "Vergelijk de regel met de handleiding.",
            ),
        ),
        (
            "\n{{ verslag.organisatie }}",
            (
                2,
                "deze waarde is geen tekst",
                "een tekst of een heel getal",
                "Gebruik een filter, of kies een veld van deze waarde.",
            ),
        ),
        (
            "{{ verslag.uitgave }}",
            (1, "deze waarde is geen tekst", "een tekst of een heel getal", "Gebruik een filter: {{ … | bestand }}."),
        ),
        (
            "{{ none }}",
            (1, "hier staat niets om te tonen", "een waarde die er is", "Zet er {% if … %} omheen."),
        ),
        (
            "{{ verslag.jaar | datum }}",
            (
                1,
                "het filter 'datum' kan niets met deze waarde",
                "een datum",
                "Kies een ander filter, of zet er {% if … %} omheen als de waarde kan ontbreken.",
            ),
        ),
        (
            "{% if verslag.jaar < verslag.titel %}x{% endif %}",
            (
                1,
                "deze waarden zijn niet met elkaar te vergelijken",
                "twee getallen, twee datums of twee teksten",
                "Verbeter de vergelijking.",
            ),
        ),
        (
            "{% if verslag.jaar == 1 %}{% set a = 1 %}{% endif %}\n{{ a }}",
            (
                2,
                "hier staat een naam die nog geen waarde heeft",
                "een naam die eerder met {% set %} of {% for %} is gemaakt, in hetzelfde stuk",
                "Maak de naam eerder, of haal hem weg.",
            ),
        ),
        (
            "{{ none.titel }}",
            (1, "'.titel' staat achter een waarde die er niet is", "een waarde die er is", "Zet er {% if … %} omheen."),
        ),
    ],
)
def test_een_fout_in_het_sjabloon_wordt_in_gewoon_nederlands_gemeld(
    bron: str, gebrek: tuple[int, str, str, str]
) -> None:
    regel, wat, verwacht, doe_dit = gebrek
    assert weiger(bron) == Gebrek(
        waar=f"sjablonen/na_inhoud.html, regel {regel}", wat=wat, verwacht=verwacht, doe_dit=doe_dit
    )


def test_een_cijfer_zonder_filter_komt_niet_als_breuk_op_de_pagina() -> None:
    bron = "{% for b in blok.boodschappen %}{% if b.cijfer %}{{ b.cijfer }}{% endif %}{% endfor %}"
    assert weiger(bron, Bloknaam.KERNBOODSCHAPPEN).doe_dit == "Gebruik een filter: {{ … | cijfer }}."
    assert "%" in toon(bron.replace("b.cijfer }}", "b.cijfer | cijfer }}"), Bloknaam.KERNBOODSCHAPPEN)


def test_keur_meldt_van_elk_sjabloon_wat_zonder_verslag_te_zien_is() -> None:
    with pytest.raises(WerkmapFout) as fout:
        keur(maak_vorm(kop="{{ x }}", voet="<p>{{ verslag.titel }}</p>", citaten="\n{% if %}"))
    assert [een.waar for een in fout.value.gebreken] == [
        "sjablonen/kop.html, regel 1",
        "sjablonen/citaten.html, regel 2",
    ]
    keur(maak_vorm(**{str(naam): bron for naam, bron in VOORBEELDEN.items()}))


@pytest.mark.parametrize(
    ("bron", "wat"),
    [
        (f"{{{{ {'9' * 4300} + {'9' * 4300} }}}}", "dit is niet in te vullen"),
        ("{{ 1e999 }}", "dit is niet in te vullen"),
        ("<![ x", "dit is niet te lezen als HTML"),
        ("<![foo[", "dit is niet te lezen als HTML"),
        (f"&#{'9' * 5000};", "dit is niet te lezen als HTML"),
    ],
    ids=["getal", "oneindig", "haak", "haken", "teken"],
)
def test_wat_geen_slot_tegenhoudt_is_toch_een_gewone_fout(bron: str, wat: str) -> None:
    gebrek = weiger(f"<p>x</p>\n<p>{bron}</p>")
    assert (gebrek.waar, gebrek.wat) == ("sjablonen/na_inhoud.html, regel 2", wat)
    assert toon("{{ 99 + 99 }}&#233;") == "198é"


# ---- grenzen ----


def test_te_veel_herhalen_stopt_snel() -> None:
    lus = "{% for a in blok.citaten %}"
    bron = lus * 2 + "x" + "{% endfor %}" * 2
    veel = Citaten(citaten=CITATEN.citaten * 150)
    begin = process_time()
    with pytest.raises(WerkmapFout) as fout:
        vul(maak_vorm(citaten=bron), "citaten", {"verslag": VERSLAG, "niveau": 2, "blok": veel})
    assert fout.value.gebreken[0].wat == "dit sjabloon herhaalt te veel"
    assert process_time() - begin < 1
    assert toon(lus * 4 + "x" + "{% endfor %}" * 4, Bloknaam.CITATEN) == "x"


def test_een_te_groot_blok_stopt() -> None:
    tekst = "woord " * 1000
    gebrek = weiger("<p>" + tekst * 9 + "</p>")
    assert (gebrek.wat, gebrek.verwacht) == ("dit blok wordt te groot", "hoogstens 50 kB tekst en opmaak")
    assert len(toon("<p>" + tekst * 8 + "</p>")) > 45_000


@pytest.mark.parametrize(
    "bron",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% if verslag %}" * 120 + "{% endif %}" * 120,
        "{{ " + "9" * 5000 + " }}",
    ],
    ids=["haakjes", "lagen", "getal"],
)
def test_een_te_ingewikkeld_sjabloon_is_een_gewone_fout(bron: str) -> None:
    assert weiger(bron) == Gebrek(
        waar="sjablonen/na_inhoud.html",
        wat="dit sjabloon is te ingewikkeld",
        verwacht="enkele lagen in elkaar en gewone getallen",
        doe_dit="Maak het sjabloon eenvoudiger.",
    )


# ---- de HTML ----


@pytest.mark.parametrize(
    ("bron", "wat"),
    [
        ("<script>alert(1)</script>", "<script> mag niet in een eigen blok"),
        ("<style>p{}</style>", "<style> mag niet in een eigen blok"),
        ("<iframe src=x></iframe>", "<iframe> mag niet in een eigen blok"),
        ("<form></form>", "<form> mag niet in een eigen blok"),
        ("<img src='https://x.example/a.png'>", "<img> mag niet in een eigen blok"),
        ("<svg></svg>", "<svg> mag niet in een eigen blok"),
        ("<link rel=stylesheet href=x>", "<link> mag niet in een eigen blok"),
        ("<object></object>", "<object> mag niet in een eigen blok"),
        ("<main></main>", "<main> mag niet in een eigen blok"),
        ("<p style='color:red'>x</p>", "'style' mag niet op <p>"),
        ("<p onclick='x()'>x</p>", "'onclick' mag niet op <p>"),
        ("<p tabindex=1>x</p>", "'tabindex' mag niet op <p>"),
        ("<a href='javascript:x'>x</a>", "'href' wijst naar een adres dat niet mag"),
        ("<a href='&#x6a;avascript:x'>x</a>", "'href' wijst naar een adres dat niet mag"),
        ("<a href='java\tscript:x'>x</a>", "'href' wijst naar een adres dat niet mag"),
        ("<a href='//x.example'>x</a>", "'href' wijst naar een adres dat niet mag"),
        ("<a href='data:text/html,x'>x</a>", "'href' wijst naar een adres dat niet mag"),
        ("<a href='../intern/antwoorden.csv'>x</a>", "'href' wijst naar een adres dat niet mag"),
        ("<!-- x -->", "een opmerking met <!-- -->"),
        ("<!doctype html>", "<! … > hoort niet in een blok"),
        ("<![CDATA[x]]>", "<! … > hoort niet in een blok"),
        ("<?php x ?>", "<? … > hoort niet in een blok"),
        ("<b>x</i>", "</i> sluit niet wat het laatst geopend is"),
        ("</p>", "</p> sluit niet wat het laatst geopend is"),
        ("<b>x", "<b> is niet gesloten"),
        ("<b", "een element is niet afgemaakt"),
        ("</b", "een element is niet afgemaakt"),
        ("<p><div></div></p>", "<div> binnen <p> kan niet"),
        ("<ul><p></p></ul>", "<p> rechtstreeks in <ul> kan niet"),
        ("<ul>x</ul>", "tekst rechtstreeks in <ul> kan niet"),
        ("<li>x</li>", "<li> staat niet op zijn plaats"),
        ("<table><tr></tr></table>", "<tr> rechtstreeks in <table> kan niet"),
        ("<a href='#a'><a href='#b'></a></a>", "een link binnen een link"),
        ("<p id='kv-titel'>x</p>", "dit id kan botsen met een id van de pagina"),
        ("<p id='kv-eigen-a'></p><p id='kv-eigen-a'></p>", "dit id staat er twee keer"),
        ("<p/>x", "<p/> sluit het element niet"),
        ("<p class=a class=b></p>", "een attribuut staat hier twee keer"),
        ("<h1>x</h1>", "<h1> is hier het verkeerde niveau"),
        ("<h3>x</h3>", "<h3> is hier het verkeerde niveau"),
        ("<h2>x</h2><h4>y</h4>", "<h4> is hier het verkeerde niveau"),
    ],
)
def test_html_die_niet_in_de_pagina_hoort_wordt_geweigerd(bron: str, wat: str) -> None:
    gebrek = weiger(f"<hr>\n\n{bron}")
    assert (gebrek.waar, gebrek.wat) == ("sjablonen/na_inhoud.html, regel 3", wat)
    assert gebrek.verwacht
    assert gebrek.doe_dit


def test_een_geweigerd_element_krijgt_een_volledige_melding() -> None:
    assert weiger("<p>\n<script></script></p>") == Gebrek(
        waar="sjablonen/na_inhoud.html, regel 2",
        wat="<script> mag niet in een eigen blok",
        verwacht="gewone tekst, koppen, lijsten, tabellen en links; de handleiding noemt alle elementen",
        doe_dit="Haal het element weg.",
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>x</h2><h3>y</h3><h3>z</h3><h2>x</h2>",
        '<table><caption>t</caption><thead><tr><th scope="col">a</th></tr></thead></table>',
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
        '<p><a href="https://x.example/a?b=c#d">x</a> <a href="gegevens/indicatoren.csv">z</a></p>',
        '<p><a href="verslag.html#kv-clienten">y</a> <a href="#kv-clienten">y</a></p>',
        '<p id="kv-eigen-a" class="kv-stil" aria-label="x" lang="en"><b>x</b><br></p>',
        "3 &lt; 4 &amp; 5",
    ],
)
def test_gewone_html_blijft_zoals_zij_is(html: str) -> None:
    assert toon(html) == html


def test_een_los_kleiner_dan_teken_is_tekst() -> None:
    assert toon("<p>3 < 4</p>") == "<p>3 &lt; 4</p>"


def test_de_kop_heeft_een_titel() -> None:
    assert weiger("<p>x</p>", Bloknaam.KOP) == Gebrek(
        waar="sjablonen/kop.html, regel 1",
        wat="de titel van de pagina ontbreekt",
        verwacht='één keer <h{{ niveau }} id="kv-titel">{{ verslag.titel }}</h{{ niveau }}>',
        doe_dit="Zet de titel erbij: zonder titel weet een voorleesprogramma niet wat dit is.",
    )
    titel = '<h{{ niveau }} id="kv-titel">{{ verslag.titel }}</h{{ niveau }}>'
    assert weiger("<h2>x</h2>", Bloknaam.KOP).wat == "de eerste kop is niet de titel van de pagina"
    assert weiger(titel * 2, Bloknaam.KOP).wat == "<h2> is hier het verkeerde niveau"
    assert toon(titel + "<h3>x</h3>", Bloknaam.KOP).endswith("<h3>x</h3>")


def test_een_kop_diep_in_een_fragment_wordt_nooit_dieper_dan_zes() -> None:
    vorm = maak_vorm(na_inhoud="<h{{ niveau }}>x</h{{ niveau }}><h{{ niveau + 1 }}>y</h{{ niveau + 1 }}>")
    for niveau, html in ((5, "<h5>x</h5><h6>y</h6>"), (6, "<h6>x</h6><h6>y</h6>")):
        assert vul(vorm, "na_inhoud", {"verslag": VERSLAG, "niveau": niveau}) == html


def test_een_id_in_een_blok_dat_vaker_voorkomt_wordt_geweigerd() -> None:
    assert weiger("<p id='kv-eigen-x'>a</p>", Bloknaam.CITATEN).wat == "een id in een blok dat vaker op de pagina staat"
    assert toon('<p id="kv-eigen-x">a</p>') == '<p id="kv-eigen-x">a</p>'


def test_het_logo_komt_hoogstens_een_keer_in_een_blok() -> None:
    """Anders past er met een logo van 20 kB honderd megabyte in een blok van 50 kB."""
    assert weiger("<p>\n{{ logo }}{{ logo }}</p>", Bloknaam.VOET) == Gebrek(
        waar="sjablonen/voet.html, regel 2",
        wat="{{ logo }} komt vaker dan één keer in dit blok",
        verwacht="het logo één keer in een blok",
        doe_dit="Laat het logo één keer staan, buiten een herhaling.",
    )
    assert toon("{% if logo %}<p>{{ logo }}</p>{% endif %}", Bloknaam.VOET) == f"<p>{LOGO}</p>"
    vermomd = replace(VERSLAG, titel="\x02a\x02\ud800\x00999\x01")
    html = vul(
        maak_vorm(voet="<p>{{ verslag.titel }}\x02</p>"), "voet", geef_gegevens(Bloknaam.VOET) | {"verslag": vermomd}
    )
    assert html == "<p>a999</p>"


def test_het_logo_komt_alleen_tussen_de_tekst() -> None:
    assert toon("<p>{{ logo }}</p>", Bloknaam.VOET) == f"<p>{LOGO}</p>"
    gebrek = weiger('<p title="{{ logo }}">x</p>', Bloknaam.VOET)
    assert gebrek.wat == "{{ logo }} staat binnen een element"
    zonder = vul(maak_vorm(voet="<p>{{ logo }}x</p>"), "voet", {"verslag": VERSLAG, "niveau": 2, "logo": Markup()})
    assert zonder == "<p>x</p>"


@pytest.mark.parametrize(
    "bron", ["<p {{ c }}>x</p>", "<p><{{ c }}>x</p>", "<p></{{ c }}></p>", "<a href={{ c }}>x</a>"]
)
def test_een_melding_herhaalt_nooit_tekst_uit_de_gegevens(bron: str) -> None:
    geheim = Citaten(citaten=(Citaatregel(tekst="geheim=1", rol="x"),))
    with pytest.raises(WerkmapFout) as fout:
        vul(
            maak_vorm(citaten="{% set c = blok.citaten[0].tekst %}" + bron),
            "citaten",
            {"verslag": VERSLAG, "niveau": 2, "blok": geheim},
        )
    (gebrek,) = fout.value.gebreken
    assert "geheim" not in f"{gebrek.wat}{gebrek.verwacht}{gebrek.doe_dit}"


def test_een_regel_klopt_ook_na_een_herhaling() -> None:
    bron = "{# x #}\n<ul>\n{% for c in blok.citaten %}\n<li>\n{{ c.tekst }}\n</li>\n{% endfor %}\n</ul>\n\n<b>"
    assert weiger(bron, Bloknaam.CITATEN).waar == "sjablonen/citaten.html, regel 10"
    bron = "<ul>{% for c in blok.citaten %}\n<li>\n<i>{{ c.tekst }}</li>\n{% endfor %}\n</ul>"
    assert weiger(bron, Bloknaam.CITATEN).waar == "sjablonen/citaten.html, regel 3"


def test_een_regeleinde_in_de_gegevens_verschuift_de_regel_niet() -> None:
    gegevens = {"verslag": replace(VERSLAG, inleiding="een\n\ntwee"), "niveau": 2}
    with pytest.raises(WerkmapFout) as fout:
        vul(maak_vorm(na_inhoud="<p>\n{{ verslag.inleiding }}<i>x\n</p>"), "na_inhoud", gegevens)
    assert fout.value.gebreken[0].waar == "sjablonen/na_inhoud.html, regel 3"
    with pytest.raises(WerkmapFout) as fout:
        vul(maak_vorm(na_inhoud="<p>\n{{ verslag.inleiding }}<hr>\n</p>"), "na_inhoud", gegevens)
    assert fout.value.gebreken[0].waar == "sjablonen/na_inhoud.html, regel 2"


SCHERVEN = """\
<p>|</p>|<a href='|'>|</a>|<b|>|<|/|&lt;|&#60;|script|<svg>|<!--|-->|javascript:|https://x.example|"|'|=| on|x
|<ul>|<li>|</li>|</ul>|{{ verslag.titel }}|{% if verslag.concept %}|{% endif %}|<math>|<table>|</table>|<textarea>
|<title>|&amp|]]>|<![CDATA[|<br/>|<p/>|\t|\xa0"""


@given(delen=st.lists(st.sampled_from(SCHERVEN.split("|")), max_size=14))
@settings(max_examples=300, deadline=None)
def test_elke_tekst_geeft_een_gewone_fout_of_html_die_een_tweede_slot_niet_verandert(delen: list[str]) -> None:
    try:
        html = toon("".join(delen))
    except WerkmapFout:
        return
    assert loop_tweede_slot_na(html)


def test_het_tweede_slot_ziet_wat_er_niet_hoort() -> None:
    assert loop_tweede_slot_na('<p class="a">x<br></p>')
    assert not loop_tweede_slot_na("<p onclick=x>x</p>")
    assert not loop_tweede_slot_na("<svg><style><p></style></svg>")


def loop_tweede_slot_na(html: str) -> bool:
    """Waar als een ander programma, met dezelfde lijst, in deze HTML niets verandert."""
    attributen = {element: {*ATTRIBUTEN, *BIJ_ELEMENT.get(element, ())} for element in ELEMENTEN}
    schoon = nh3.clean(html, tags=set(ELEMENTEN), attributes=attributen, link_rel=None)
    return re.findall(r"<[^>]*>", schoon) == re.findall(r"<[^>]*>", html)


def test_de_klassen_die_de_handleiding_noemt_bestaan() -> None:
    klassen = re.findall(r"`(kv-[a-z-]+)`", next(r for r in maak_pagina("").splitlines() if r.startswith("- Klassen")))
    stijl = (SJABLONEN / "stijl.css").read_text(encoding="utf-8")
    assert len(klassen) == 4
    assert all(f".{klasse}" in stijl for klasse in klassen)


def test_de_bladzijde_noemt_elk_blok_filter_en_veld() -> None:
    bladzijde = maak_pagina("")
    for soort, namen in ZICHTBAAR.items():
        if is_dataclass(soort):
            stuk = bladzijde.split(f"### {soort.__name__}\n")[1].split("\n### ")[0]
            assert re.findall(r"^\| `(\w+)` \|", stuk, flags=re.MULTILINE) == list(namen)
    assert all(f"| `{naam}` | " in bladzijde for naam in FILTERS)
    assert all(f"## {naam}.html\n" in bladzijde for naam in BLOKKEN)
