"""`huisstijl.yaml`, het logo en `sjablonen/`: wat goed is komt over, wat niet kan wordt met het getal geweigerd."""

import hashlib
import struct
import zlib
from pathlib import Path

import pytest

from kwaliteit.begrippen.fout import Afsluitcode, WerkmapFout
from kwaliteit.begrippen.vormgeving import Bloknaam, Huisstijl
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.formules.kleur import haalt
from kwaliteit.formules.thema import DONKER, LICHT, eis_aan_eigen, keur_thema
from kwaliteit.werkmappen import lees_werkmap
from kwaliteit.werkmappen.huisstijl import GROOTSTE_SJABLOON, schrijf_contrast
from kwaliteit.werkmappen.logo import GROOTSTE_LOGO

PROJECT = Path(__file__).resolve().parents[1]
WERKMAP = """\
organisatie: {naam: "Stichting Veen"}
jaren: {2024: {kader: woonzorg-lggz-2024}}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40.4"><path d="M0 0h9"/></svg>'


def maak_png(breedte: int = 30, hoogte: int = 20, *, einde: bool = True) -> bytes:
    def deel(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    kop = deel(b"IHDR", struct.pack(">IIBBBBB", breedte, hoogte, 8, 0, 0, 0, 0))
    beeld = deel(b"IDAT", zlib.compress(b"\x00" * (breedte + 1) * hoogte))
    return b"\x89PNG\r\n\x1a\n" + kop + beeld + (deel(b"IEND", b"") if einde else b"")


def lees(map_: Path, **bestanden: str | bytes) -> Werkmap:
    """Schrijf de bestanden (met __ voor / en _ voor een punt) en lees de werkmap."""
    for naam, inhoud in {"kwaliteit_yaml": WERKMAP, **bestanden}.items():
        stam, _, uitgang = naam.replace("__", "/").rpartition("_")
        pad = map_ / f"{stam}.{uitgang}"
        pad.parent.mkdir(exist_ok=True)
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    return lees_werkmap(map_, 2024)


def weiger(map_: Path, **bestanden: str | bytes) -> list[tuple[str, str, str, str]]:
    with pytest.raises(WerkmapFout) as fout:
        lees(map_, **bestanden)
    assert fout.value.afsluitcode is Afsluitcode.WERKMAP_ONGELDIG
    return [(een.waar, een.wat, een.verwacht, een.doe_dit) for een in fout.value.gebreken]


def test_zonder_huisstijl_geldt_die_van_het_programma(tmp_path: Path) -> None:
    werkmap = lees(tmp_path)
    assert werkmap.huisstijl == Huisstijl()
    assert werkmap.eigen_blokken == ()


def test_een_volle_huisstijl_komt_over_met_controlegetallen(tmp_path: Path) -> None:
    kleuren = '{merk: "#5B2D8E", accent: "#840", merk_donker: "#ccb9ff", accent_donker: "#ffb98a"}'
    werkmap = lees(
        tmp_path, huisstijl_yaml=f'naam: " Veen "\nlogo: beeld/logo.svg\nkleuren: {kleuren}\n', beeld__logo_svg=SVG
    )
    stijl = werkmap.huisstijl
    assert stijl.naam == "Veen"
    assert stijl.logo is not None
    assert (stijl.logo.soort, stijl.logo.breedte, stijl.logo.hoogte) == ("svg", 120, 40)
    assert stijl.logo.inhoud == SVG.encode()
    assert (stijl.licht["merk"], stijl.licht["oker"]) == ("#5b2d8e", "#884400")
    assert (stijl.donker["merk"], stijl.donker["oker"]) == ("#ccb9ff", "#ffb98a")
    assert keur_thema({**LICHT, **stijl.licht}) == keur_thema({**DONKER, **stijl.donker}) == ()
    assert werkmap.controlegetallen["beeld/logo.svg"] == hashlib.sha256(SVG.encode()).hexdigest()
    assert "huisstijl.yaml" in werkmap.controlegetallen


def test_alleen_een_merkkleur_geeft_ook_een_donker_thema(tmp_path: Path) -> None:
    stijl = lees(tmp_path, huisstijl_yaml='kleuren: {merk: "#00552b"}').huisstijl
    assert set(stijl.licht) == set(stijl.donker) == {"merk", "zacht", "vlak", "l2", "marge"}
    assert stijl.donker["merk"] != DONKER["merk"]


def test_een_te_lichte_kleur_wordt_geweigerd_met_het_getal_en_een_voorstel(tmp_path: Path) -> None:
    assert weiger(tmp_path, huisstijl_yaml='naam: "Veen"\n\nkleuren:\n  merk: "#6cb4c4"\n') == [
        (
            "huisstijl.yaml, regel 4",
            "#6cb4c4 heeft contrast 2,3 met wit",
            "minstens 4,5, zodat iedereen de tekst kan lezen",
            "Kies een donkerdere kleur, bijvoorbeeld #36808f (contrast 4,5).",
        )
    ]
    assert haalt("#36808f", eis_aan_eigen(LICHT))


def test_een_te_donkere_kleur_voor_donker_wordt_geweigerd(tmp_path: Path) -> None:
    assert weiger(tmp_path, huisstijl_yaml='kleuren: {accent_donker: "#713000"}') == [
        (
            "huisstijl.yaml, regel 1",
            "#713000 heeft contrast 1,7 met de donkere achtergrond #101c20",
            "minstens 4,5, zodat iedereen de tekst kan lezen",
            "Kies een lichtere kleur, bijvoorbeeld #b9714a (contrast 4,5).",
        )
    ]
    assert haalt("#b9714a", eis_aan_eigen(DONKER))


def test_het_contrast_wordt_naar_beneden_afgerond(tmp_path: Path) -> None:
    """#777 op wit is 4,48; "4,5, verwacht minstens 4,5" zou niemand begrijpen."""
    assert schrijf_contrast(4.478) == "4,4"
    assert schrijf_contrast(4.5) == "4,5"
    assert weiger(tmp_path, huisstijl_yaml='kleuren: {merk: "#777"}')[0][1] == "#777777 heeft contrast 4,4 met wit"
    assert lees(tmp_path, huisstijl_yaml='kleuren: {merk: "#767676"}').huisstijl.licht["merk"] == "#767676"


def test_alle_gebreken_komen_samen_met_hun_regel(tmp_path: Path) -> None:
    (tmp_path / "logo.gif").write_bytes(b"GIF89a")
    tekst = 'naam: ""\nlogo: logo.gif\nkleuren:\n  merk: #0a4a57\n  accent: "bruin"\n  merk_donker: "#000"\n'
    assert weiger(tmp_path, huisstijl_yaml=tekst) == [
        (
            "huisstijl.yaml, regel 1",
            "'naam' is leeg",
            "de naam zoals die boven de pagina komt",
            "Vul de naam in, of haal de regel weg; dan geldt de naam uit kwaliteit.yaml.",
        ),
        (
            "huisstijl.yaml, regel 4",
            "'merk' is leeg",
            'een kleur tussen aanhalingstekens, zoals "#0a4a57"',
            "Zet de kleur tussen aanhalingstekens: wat zonder aanhalingstekens na een # staat, is commentaar.",
        ),
        (
            "huisstijl.yaml, regel 5",
            "'accent' is geen kleur",
            'een # met zes tekens 0-9 en a-f, zoals "#0a4a57"',
            "Zoek in uw huisstijl de kleur als hex-code (ook wel: webkleur).",
        ),
        (
            "huisstijl.yaml, regel 6",
            "#000000 heeft contrast 1,2 met de donkere achtergrond #101c20",
            "minstens 4,5, zodat iedereen de tekst kan lezen",
            "Kies een lichtere kleur, bijvoorbeeld #828282 (contrast 4,5).",
        ),
        (
            "huisstijl.yaml, regel 2",
            "het logo is geen SVG of PNG",
            "een bestand dat eindigt op .svg of .png",
            "Bewaar het logo als SVG of PNG.",
        ),
    ]


def test_een_onbekende_sleutel_krijgt_een_suggestie(tmp_path: Path) -> None:
    assert weiger(tmp_path, huisstijl_yaml='kleuren:\n  mrek: "#0a4a57"\n') == [
        (
            "huisstijl.yaml, regel 2",
            "onbekende sleutel 'mrek'",
            "een van: accent, accent_donker, merk, merk_donker",
            "Verbeter de sleutel of haal hem weg. Bedoelde u 'merk'?",
        )
    ]


def test_een_verkeerde_uitgang_valt_op(tmp_path: Path) -> None:
    assert weiger(tmp_path, huisstijl_yml="") == [
        (
            "huisstijl.yml",
            "dit bestand wordt niet gelezen",
            "huisstijl.yaml",
            "Hernoem huisstijl.yml naar huisstijl.yaml.",
        )
    ]


@pytest.mark.parametrize(
    ("svg", "gevonden"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<g onload='x()'/>", "'onload', waarmee een script start"),
        ("<image href='https://x.example/a.png'/>", "<image>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<animate/>", "<animate>"),
        ("<use href='https://x.example/a.svg#b'/>", "een verwijzing naar buiten"),
        ("<path fill='url(https://x.example/a)'/>", "een verwijzing naar buiten"),
        ("<path style='fill:u\\72l(x)'/>", "een verwijzing naar buiten"),
        ("<style>@import 'x'</style>", "een verwijzing naar buiten in <style>"),
        ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "<script>"),
    ],
)
def test_een_svg_die_iets_uitvoert_of_ophaalt_wordt_geweigerd(tmp_path: Path, svg: str, gevonden: str) -> None:
    assert weiger(tmp_path, huisstijl_yaml="logo: logo.svg", logo_svg=SVG.replace("</svg>", f"{svg}</svg>")) == [
        (
            "logo.svg",
            f"in dit logo staat {gevonden}",
            "een SVG met alleen vormen, kleuren en tekst",
            "Bewaar het logo als gewone SVG met alleen vormen.",
        )
    ]


def test_een_gewone_svg_uit_een_tekenprogramma_mag(tmp_path: Path) -> None:
    binnen = (
        "<style>.a{fill:url( #v )}</style><defs><linearGradient id='v'><stop offset='0'/></linearGradient></defs>"
        "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export='C:\\logo.png' class='a'/><use href='#v'/>"
        "<path style='fill:#0a4a57' fill=\"url('#v')\"/><title>Veen</title><metadata/>"
    )
    svg = f'<?xml version="1.0"?>\n<!-- gemaakt met -->\n{SVG.replace("</svg>", f"{binnen}</svg>")}'
    logo = lees(tmp_path, huisstijl_yaml="logo: logo.svg", logo_svg=svg).huisstijl.logo
    assert logo is not None
    assert logo.inhoud == svg.encode()


@pytest.mark.parametrize(
    ("svg", "wat"),
    [
        ("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + SVG, "in dit logo staat een <!DOCTYPE …>"),
        ('<?xml-stylesheet href="x"?>' + SVG, "in dit logo staat een verwijzing naar een stijlblad"),
        ("<svg><path></svg>", "dit is geen geldige SVG in UTF-8"),
        ("<svg/>", "dit bestand begint niet met een SVG"),
        (SVG.replace("viewBox", "vak"), "van dit logo is de breedte of hoogte niet bekend, of die kan niet kloppen"),
        (SVG.replace("120", "0"), "van dit logo is de breedte of hoogte niet bekend, of die kan niet kloppen"),
        (SVG.replace("120", "40001"), "van dit logo is de breedte of hoogte niet bekend, of die kan niet kloppen"),
        (SVG + " " * GROOTSTE_LOGO, "dit logo is te groot: het komt in elke pagina te staan"),
    ],
)
def test_een_svg_die_niet_klopt_wordt_geweigerd(tmp_path: Path, svg: str, wat: str) -> None:
    assert [
        (waar, gevonden) for waar, gevonden, *_ in weiger(tmp_path, huisstijl_yaml="logo: logo.svg", logo_svg=svg)
    ] == [("logo.svg", wat)]


def test_een_png_komt_over_met_haar_maat(tmp_path: Path) -> None:
    logo = lees(tmp_path, huisstijl_yaml="logo: logo.png", logo_png=maak_png()).huisstijl.logo
    assert logo is not None
    assert (logo.soort, logo.breedte, logo.hoogte) == ("png", 30, 20)


@pytest.mark.parametrize(
    "png",
    [SVG.encode(), b"", maak_png(einde=False), maak_png().replace(b"IHDR", b"IHDX"), b"\x89PNG\r\n\x1a\n"],
    ids=["svg", "leeg", "afgekapt", "kop", "alleen-begin"],
)
def test_een_png_die_niet_klopt_wordt_geweigerd(tmp_path: Path, png: bytes) -> None:
    assert weiger(tmp_path, huisstijl_yaml="logo: logo.png", logo_png=png) == [
        ("logo.png", "dit is geen hele PNG", "een PNG-bestand", "Bewaar het logo opnieuw als PNG.")
    ]


@pytest.mark.parametrize("pad", ["../logo.svg", "/logo.svg"])
def test_een_logo_buiten_de_werkmap_wordt_geweigerd(tmp_path: Path, pad: str) -> None:
    assert weiger(tmp_path, huisstijl_yaml=f"logo: {pad}") == [
        (
            "huisstijl.yaml, regel 1",
            "dit wijst naar een plaats buiten de werkmap",
            "een bestand in de werkmap, zonder '..' en zonder verwijzing naar buiten",
            "Zet het bestand zelf in de werkmap en noem het pad vanaf daar.",
        )
    ]


def test_een_logo_dat_er_niet_is_wordt_gemeld(tmp_path: Path) -> None:
    assert weiger(tmp_path, huisstijl_yaml="logo: logo.svg")[0][1] == "het bestand logo.svg is er niet"


def test_een_eigen_sjabloon_wordt_gelezen_met_controlegetal(tmp_path: Path) -> None:
    werkmap = lees(tmp_path, sjablonen__voet_html="<p>é</p>\r\n", sjablonen__kop_html="<p>x</p>")
    assert [(blok.naam, blok.bron, blok.waar) for blok in werkmap.eigen_blokken] == [
        (Bloknaam.KOP, "<p>x</p>", "sjablonen/kop.html"),
        (Bloknaam.VOET, "<p>é</p>\n", "sjablonen/voet.html"),
    ]
    assert {"sjablonen/kop.html", "sjablonen/voet.html"} <= set(werkmap.controlegetallen)


def test_een_onbekend_blok_wordt_geweigerd_met_een_suggestie(tmp_path: Path) -> None:
    assert weiger(tmp_path, sjablonen__citaat_html="<p>x</p>") == [
        (
            "sjablonen/citaat.html",
            "dit is geen blok dat een eigen sjabloon kan hebben",
            "een van: kop.html, na_inhoud.html, kernboodschappen.html, citaten.html, terugblik.html, vooruitblik.html, "
            "voet.html",
            "Hernoem het bestand of haal het weg. Bedoelde u 'citaten.html'?",
        )
    ]


@pytest.mark.parametrize(
    ("inhoud", "gebrek"),
    [
        (" \n", ("sjablonen/kop.html", "dit sjabloon is leeg")),
        ("x" * (GROOTSTE_SJABLOON + 1), ("sjablonen/kop.html", "dit sjabloon is te groot")),
        (b"a\n\xff", ("sjablonen/kop.html, regel 2", "hier staat een teken dat geen UTF-8 is")),
        ("a\x00", ("sjablonen/kop.html, regel 1", "hier staat een onzichtbaar stuurteken")),
    ],
)
def test_een_sjabloon_dat_niet_te_lezen_is_wordt_gemeld(
    tmp_path: Path, inhoud: str | bytes, gebrek: tuple[str, str]
) -> None:
    assert [(waar, wat) for waar, wat, *_ in weiger(tmp_path, sjablonen__kop_html=inhoud)] == [gebrek]


def test_de_huisstijl_van_het_voorbeeld_is_klein_en_verandert_geen_kleur() -> None:
    stijl = lees_werkmap(PROJECT / "voorbeelddata", 2024).huisstijl
    assert stijl.logo is not None
    assert len(stijl.logo.inhoud) < 600
    assert (stijl.licht, stijl.donker) == ({}, {})
