"""Het fragment, het stijlblad en de huisstijl, zonder browser."""

import base64
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from kwaliteit.begrippen.verslag import (
    Blok,
    Dekkingscel,
    Dekkingsmatrix,
    Figuurkop,
    Sectie,
    Terugblik,
    Uitgave,
    Verslag,
)
from kwaliteit.begrippen.vormgeving import STANDAARD, Bloknaam, Eigenblok, Huisstijl, Logo, Vormgeving, Vormkeuze
from kwaliteit.weergave import maak_fragment, maak_html
from kwaliteit.weergave.pagina.html import snoei, verwijs
from kwaliteit.weergave.pagina.stijlblad import WORTEL, hash_van, krimp, lees_fragmentstijl, lees_stijl, nest
from tests.gouden_verslag import maak_verslag
from tests.lees_html import lees_pagina
from tests.voorbeeldverslag import maak_voorbeeldverslag

LOGO = Logo(inhoud=b'<svg xmlns="http://www.w3.org/2000/svg"/>', soort="svg", breedte=64, hoogte=32)
MATRIXKOP = Figuurkop(
    nummer=90, anker="figuur-matrix", boodschap=("Wie zegt wat",), ondertitel="Bronnen", bron="lijsten"
)
MATRIX = Dekkingsmatrix(
    kop=MATRIXKOP,
    bronnen=("Cliënten", "Naasten", "Professionals", "Samenwerkingspartners", "Registratie"),
    rijen=(
        (
            "Cliënten",
            (
                Dekkingscel(soort="alles", tekst="6 van 6 vragen getoond"),
                Dekkingscel(soort="deels", tekst="1 van 3 vragen getoond"),
                Dekkingscel(soort="niets getoond", tekst="gevraagd, geen cijfer getoond"),
                Dekkingscel(soort="niet gevraagd", tekst="niet gevraagd"),
                Dekkingscel(soort="niet opgehaald", tekst="geen informatie opgehaald"),
            ),
        ),
    ),
)


def tekst(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> str:
    return maak_html(verslag, vorm).inhoud.decode("utf-8")


def fragment(vorm: Vormgeving = STANDAARD) -> str:
    return maak_fragment(maak_voorbeeldverslag(), vorm).inhoud.decode("utf-8")


def stijl_in(html: str) -> str:
    gevonden = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert gevonden is not None
    return gevonden[1]


def kiezers(blad: str) -> Iterator[str]:
    """De kiezers van het bovenste niveau, los van wat erin genest is."""
    diepte, begin = 0, 0
    for plek, teken in enumerate(blad):
        if teken == "{":
            if not diepte:
                yield blad[begin:plek]
            diepte += 1
        elif teken == "}":
            diepte -= 1
            begin = plek + 1
    assert diepte == 0


# ---- het stijlblad ----


def test_alle_stijl_van_een_fragment_staat_onder_een_wortel() -> None:
    assert list(kiezers(lees_fragmentstijl())) == [WORTEL]
    assert WORTEL.startswith(".kv")
    assert len(list(kiezers(lees_stijl("Titel")))) > 100, "positieve controle: een hele pagina heeft losse regels"


def test_een_fragment_noemt_de_gastpagina_niet() -> None:
    verboden = re.compile(r"@page|:root|\b(?:body|html)\b|\.kv-pagina|\.kv-skip|100vh|!important(?=[^}]*:root)")
    assert not verboden.search(lees_fragmentstijl())
    assert {"@page", ".kv-pagina", ".kv-skip", "100vh"} <= set(verboden.findall(lees_stijl("Titel")))
    assert "@container" in lees_fragmentstijl()


def test_stijlbladen_blijven_klein() -> None:
    huisstijl = Huisstijl(licht={"merk": "#123456"}, donker={"merk": "#abcdef"})
    for blad in (
        lees_fragmentstijl(),
        lees_stijl("Kwaliteitsverslag 2024"),
        lees_fragmentstijl(huisstijl, verschuif=4),
    ):
        assert len(blad.encode()) <= 14_000


def test_krimpen_haalt_alleen_aanhalingstekens_om_veilige_waarden_in_een_element_weg() -> None:
    html = '<p id="kv-a" class="x y"><a href="#b">zeg id="c" en</a> <img src="a b" x="1"/><q href="a=b">'
    assert (
        krimp(html).decode()
        == '<p id=kv-a class="x y"><a href=#b>zeg id="c" en</a> <img src="a b" x="1"/><q href="a=b">\n'
    )


def test_nesten_zet_de_wortel_voorop_en_laat_de_inhoud_staan() -> None:
    assert nest(".kv{a:b}.kv>*{c:d}.kv-x p,table i{e:f}") == "&{a:b}&>*{c:d}.kv-x p,& table i{e:f}"
    assert nest("@media print{.kv{a:b}h2{c:d}}", verschuif=1) == "@media print{&{a:b}& h3{c:d}}"
    assert nest(":where(h1,h5){a:b}", verschuif=3) == ":where(h4,h6){a:b}"
    assert nest(".kv-kop h1{a:b}", verschuif=1) == ".kv-kop h2{a:b}"


def test_in_een_fragment_houdt_een_kop_haar_maat_als_hij_lager_staat() -> None:
    groot = re.compile(r":where\(h(\d)\)\{font-size:clamp")
    assert groot.findall(lees_fragmentstijl(verschuif=1)) == ["2"]
    assert groot.findall(lees_fragmentstijl()) == ["1"]


# ---- het fragment ----


def test_een_fragment_is_een_stijlblad_en_een_artikel() -> None:
    html = fragment()
    assert re.fullmatch(r'<style>[^<]*</style>\n<article class=kv lang="nl".*</article>\n', html, re.DOTALL)
    pagina = lees_pagina(html)
    assert not pagina.heten("html", "head", "body", "main", "script", "link", "iframe", "img", "meta")
    assert pagina.met("style") == []
    assert pagina.met("src") == []
    assert [naam for element in pagina.elementen for naam in element.attributen if naam.startswith("on")] == []
    assert not re.search(r"url\((?!#)|@import|https?:", stijl_in(html))
    heel = lees_pagina(tekst(maak_voorbeeldverslag()))
    assert heel.heten("main", "body"), "positieve controle"


def test_een_fragment_en_de_pagina_zeggen_woord_voor_woord_hetzelfde() -> None:
    html = tekst(maak_voorbeeldverslag())
    artikel = lees_pagina(html[html.index("<article") : html.index("</article>") + 10])
    assert lees_pagina(fragment()).zichtbaar.split() == artikel.zichtbaar.split()
    assert len(artikel.zichtbaar.split()) > 500


@pytest.mark.parametrize(("kopniveau", "hoogste"), [(None, 2), (2, 2), (3, 3), (5, 5), (6, 6)])
def test_de_hoogste_kop_van_een_fragment_is_het_gevraagde_niveau(kopniveau: int | None, hoogste: int) -> None:
    koppen = [niveau for niveau, _ in lees_pagina(fragment(Vormgeving(keuze=Vormkeuze(kopniveau=kopniveau)))).koppen]
    assert koppen[0] == min(koppen) == hoogste
    assert koppen.count(hoogste) == 1 or hoogste == 6
    assert max(koppen) <= 6
    assert all(volgende - vorige <= 1 for vorige, volgende in pairwise(koppen))


@pytest.mark.parametrize("slot", ["", "/"])
def test_een_basisadres_komt_voor_elk_ander_bestand_en_nergens_anders(slot: str) -> None:
    basis = "https://zorg.example/kwaliteit/2024"
    zonder = lees_pagina(fragment()).met("href")
    met = lees_pagina(fragment(Vormgeving(keuze=Vormkeuze(basis_url=basis + slot)))).met("href")
    assert len(zonder) == len(met)
    bestanden = [(een, ander) for een, ander in zip(zonder, met, strict=True) if een != ander]
    assert len(bestanden) > 5
    assert all(ander == f"{basis}/{een}" for een, ander in bestanden)
    assert {een for een, _ in bestanden} >= {"kort.html", "verantwoording.html", "gegevens/indicatoren.csv"}
    onveranderd = [een for een, ander in zip(zonder, met, strict=True) if een == ander]
    assert all(een.startswith(("#", "https:", "mailto:")) for een in onveranderd)


# ---- uitgaven ----


@pytest.mark.parametrize("uitgave", list(Uitgave))
def test_elke_uitgave_heeft_haar_eigen_bestand_en_wijst_naar_de_andere(uitgave: Uitgave) -> None:
    verslag = replace(maak_voorbeeldverslag(), uitgave=uitgave)
    assert maak_html(verslag).pad == f"{uitgave.value}.html"
    doelen = set(lees_pagina(tekst(verslag)).met("href"))
    assert {f"{ander.value}.html" for ander in Uitgave if ander is not uitgave} <= doelen
    assert f"{uitgave.value}.html" not in doelen
    assert {f"{uitgave.value}.md", "gegevens/indicatoren.csv"} <= doelen


def test_een_anker_dat_er_niet_is_wijst_vanuit_een_andere_uitgave_naar_het_hele_verslag() -> None:
    html = '<p id="kv-a"><a href="#kv-a">a</a><a href="#kv-b">b</a><a href="https://x.example/#kv-b">c</a>'
    assert verwijs(html, Uitgave.VERSLAG) == html
    assert 'href="#kv-a"' in verwijs(html, Uitgave.KORT)
    assert 'href="verslag.html#kv-b"' in verwijs(html, Uitgave.KORT)
    assert 'href="https://x.example/#kv-b"' in verwijs(html, Uitgave.KORT, "https://basis.example/")
    assert 'href="https://basis.example/verslag.html#kv-b"' in verwijs(html, Uitgave.KORT, "https://basis.example/")


def test_een_vorm_die_niemand_gebruikt_gaat_weg() -> None:
    pagina = '<path id="kv-x" d="M0"/><path id="kv-y" d="M0"/><pattern id="kv-p"><rect/></pattern><use href=#kv-y />'
    assert snoei(pagina) == '<path id="kv-y" d="M0"/><use href=#kv-y />'
    assert '<pattern id="kv-p">' in snoei(pagina + "<rect fill=url(#kv-p) />")


def test_elke_verwijzing_naar_een_ander_bestand_komt_ergens_uit(tmp_path: Path) -> None:
    """Ook het anker in dat bestand bestaat, vanuit elke uitgave en vanuit het fragment."""
    openbaar = maak_verslag(tmp_path) / "openbaar"
    namen = ("verslag.html", "kort.html", "verantwoording.html", "fragment.html", "indicatoren.html")
    ankers = {naam: set(lees_pagina((openbaar / naam).read_text("utf-8")).met("id")) for naam in namen}
    met_anker = 0
    for naam in namen:
        for doel in lees_pagina((openbaar / naam).read_text("utf-8")).met("href"):
            bestand, _, anker = doel.partition("#")
            if doel.startswith(("https:", "mailto:")):
                continue
            assert not bestand or (openbaar / bestand).is_file(), f"{naam}: {doel}"
            assert not anker or anker in ankers[bestand or naam], f"{naam}: {doel}"
            met_anker += bool(bestand and anker)
    assert met_anker > 10, "de toets ziet zulke verwijzingen"


# ---- huisstijl ----


def test_zonder_huisstijl_blijft_het_beleid_streng() -> None:
    assert "img-src" not in tekst(maak_voorbeeldverslag())
    assert "default-src 'none'; style-src 'sha256-" in tekst(maak_voorbeeldverslag())


def test_een_logo_staat_in_de_pagina_zelf_en_krijgt_een_eigen_regel_in_het_beleid() -> None:
    html = tekst(maak_voorbeeldverslag(), Vormgeving(huisstijl=Huisstijl(logo=LOGO, naam="Onze <naam>")))
    (beeld,) = lees_pagina(html).heten("img")
    soort, inhoud = beeld.attributen["src"].split(",")
    assert soort == "data:image/svg+xml;base64"
    assert base64.b64decode(inhoud) == LOGO.inhoud
    assert beeld.attributen["alt"] == ""
    assert "img-src data:;" in html
    assert "Onze &lt;naam&gt;" in html


def test_eigen_kleuren_gelden_per_thema_en_de_hash_klopt() -> None:
    huisstijl = Huisstijl(licht={"merk": "#123456", "zacht": "#eeeeee"}, donker={"merk": "#abcdef"})
    html = tekst(maak_voorbeeldverslag(), Vormgeving(huisstijl=huisstijl))
    stijl = stijl_in(html)
    assert "@media not screen and (prefers-color-scheme:dark){.kv{--merk:#123456;--zacht:#eeeeee}}" in stijl
    assert "@media screen and (prefers-color-scheme:dark){.kv{--merk:#abcdef}}" in stijl
    assert hash_van(stijl) in html.replace("&#43;", "+").replace("&#47;", "/").replace("&#39;", "'")
    assert "{&{--merk:#123456" in lees_fragmentstijl(huisstijl)
    assert stijl.index("#123456") < stijl.index("@media print"), "papier mag de kleuren daarna nog aanpassen"


@pytest.mark.parametrize("kleuren", [{"merk": "red}body{"}, {"merk": "#12345g"}, {"merk}": "#123456"}])
def test_een_kleur_die_niet_gekeurd_is_komt_niet_in_het_stijlblad(kleuren: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="niet gekeurd"):
        lees_stijl("Titel", Huisstijl(licht=kleuren))


# ---- eigen blokken ----


@pytest.mark.parametrize("naam", [Bloknaam.CITATEN, Bloknaam.KERNBOODSCHAPPEN, Bloknaam.VOORUITBLIK, Bloknaam.VOET])
def test_een_eigen_blok_vervangt_dat_van_het_programma(naam: Bloknaam) -> None:
    blok = Eigenblok(naam=naam, bron="<p>Eigen stuk van {{ verslag.titel }}</p>", waar=f"sjablonen/{naam}.html")
    eigen = tekst(maak_voorbeeldverslag(), Vormgeving(eigen_blokken=(blok,)))
    assert "Eigen stuk van Kwaliteitsverslag 2024" in eigen
    assert "Eigen stuk" not in tekst(maak_voorbeeldverslag())
    klasse = {Bloknaam.CITATEN: "kv-cits", Bloknaam.KERNBOODSCHAPPEN: "kv-kern"}.get(naam)
    if klasse:
        assert f"class={klasse}>" in tekst(maak_voorbeeldverslag())
        assert f"class={klasse}>" not in eigen


# ---- nieuwe blokken ----


def _met(*blokken: Blok) -> Verslag:
    verslag = maak_voorbeeldverslag()
    return replace(verslag, secties=(replace(verslag.secties[0], blokken=blokken, secties=()),))


def test_de_dekking_is_een_echte_tabel_met_in_elke_cel_een_eigen_vorm_en_woorden() -> None:
    html = tekst(_met(MATRIX))
    pagina = lees_pagina(html)
    assert pagina.tabellen == [
        [["Pijler", *MATRIX.bronnen], [MATRIX.rijen[0][0], *(cel.tekst for cel in MATRIX.rijen[0][1])]]
    ]
    vormen = re.findall(r"<td [^>]*><svg [^>]*><use href=(#[\w-]+) /></svg>", html)
    assert len(set(vormen)) == len(vormen) == 5
    assert {vorm[1:] for vorm in vormen} <= set(pagina.met("id"))
    assert pagina.met("data-k") == list(MATRIX.bronnen)


def test_de_stand_van_de_acties_toont_per_stand_woord_aantal_en_evenveel_tekens() -> None:
    blokken = [
        blok for sectie in _alle(maak_voorbeeldverslag()) for blok in sectie.blokken if isinstance(blok, Terugblik)
    ]
    blok = next(blok for blok in blokken if len(blok.regels) > 2)
    html = tekst(_met(replace(blok, kop=replace(MATRIXKOP, anker="figuur-standen"))))
    figuur = re.search(r"<figure id=kv-figuur-standen .*?</figure>", html, re.DOTALL)
    assert figuur is not None
    regels = re.findall(r"<li>([^<]+) <b>(\d+)</b> (<svg.*?</svg>)</li>", figuur[0])
    assert sum(int(aantal) for _, aantal, _ in regels) == len(blok.regels)
    for woord, aantal, tekens in regels:
        assert tekens.count("<use") == (0 if woord == "Geen stand gemeld" else int(aantal))
        assert "aria-hidden=true" in tekens
    assert len(regels) == len({regel.status for regel in blok.regels})
    assert "id=kv-figuur-standen" not in tekst(_met(blok)), "zonder kop staat de figuur er niet"


def _alle(verslag: Verslag) -> Iterator[Sectie]:
    open_ = list(verslag.secties)
    while open_:
        sectie = open_.pop(0)
        yield sectie
        open_ += sectie.secties
