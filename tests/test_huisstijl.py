"""`huisstijl.yaml`, het logo en `sjablonen/`: wat goed is komt over, wat niet kan wordt met het getal geweigerd."""

import hashlib
import struct
import zlib
from pathlib import Path
from time import process_time

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


def maak_deel(soort: bytes, inhoud: bytes) -> bytes:
    return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))


def maak_png(
    breedte: int = 30,
    hoogte: int = 20,
    *,
    vorm: tuple[int, int, int] = (8, 0, 0),
    beeld: bytes | None = None,
    erbij: bytes = b"",
    einde: bool = True,
) -> bytes:
    """Een PNG; `vorm` is de diepte, de soort kleur en of zij in ronden wordt getekend, `beeld` is nog niet ingepakt."""
    diepte, kleur, ronden = vorm
    kop = maak_deel(b"IHDR", struct.pack(">IIBBBBB", breedte, hoogte, diepte, kleur, 0, 0, ronden))
    rijen = b"\x00" * (breedte + 1) * hoogte if beeld is None else beeld
    inhoud = kop + erbij + maak_deel(b"IDAT", zlib.compress(rijen, 9))
    return b"\x89PNG\r\n\x1a\n" + inhoud + (maak_deel(b"IEND", b"") if einde else b"")


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


GEWOON = "Bewaar het logo als gewone SVG met alleen vormen, of als PNG."


def vul_svg(binnen: str) -> str:
    return SVG.replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ').replace("</svg>", f"{binnen}</svg>")


def weiger_svg(map_: Path, binnen: str) -> tuple[str, str]:
    ((waar, wat, verwacht, doe_dit),) = weiger(map_, huisstijl_yaml="logo: logo.svg", logo_svg=vul_svg(binnen))
    assert (waar, verwacht) == ("logo.svg", "een SVG met alleen vormen, kleuren en tekst")
    return wat.removeprefix("in dit logo staat "), doe_dit


def mag_svg(map_: Path, binnen: str) -> bool:
    logo = lees(map_, huisstijl_yaml="logo: logo.svg", logo_svg=vul_svg(binnen)).huisstijl.logo
    return logo is not None and logo.inhoud == vul_svg(binnen).encode()


@pytest.mark.parametrize(
    ("svg", "gevonden"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<g onload='x()'/>", "'onload', waarmee een script start"),
        ("<image href='https://x.example/a.png'/>", "<image>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<animate/>", "<animate>"),
        ("<a href='#b'/>", "<a>"),
        ("<filter/>", "<filter>"),
        ("<mask/>", "<mask>"),
        ("<marker/>", "<marker>"),
        ("<pattern/>", "<pattern>"),
        ("<symbol/>", "<symbol>"),
        ("<linearGradient href='https://x.example/a.svg#b'/>", "een verwijzing die niet mag"),
        ("<linearGradient xlink:href='data:image/svg+xml,x'/>", "een verwijzing die niet mag"),
        ("<path href='#b'/>", "een verwijzing die niet mag"),
        ("<path fill='url(https://x.example/a)'/>", "een verwijzing die niet mag"),
        ("<path fill='URL( \"//x.example/a#b\" )'/>", "een verwijzing die niet mag"),
        ("<path fill='\\75rl(https://x.example/a)'/>", "een verwijzing die niet mag"),
        ("<path style='fill:u\\72l(x)'/>", "een verwijzing die niet mag"),
        ("<path style='fill:url(#a);stroke:url(x#a)'/>", "een verwijzing die niet mag"),
        ("<path cursor='url(#a)'/>", "een verwijzing die niet mag"),
        ("<path fill='image-set(#a)'/>", "het kenmerk 'fill'"),
        ("<path fill='red;a:b'/>", "een teken dat niet mag, in 'fill'"),
        ("<path style='behavior:none'/>", "het kenmerk 'behavior'"),
        ("<path filter='blur(3px)'/>", "het kenmerk 'filter'"),
        ("<path stroke-dasharray='0.0001'/>", "het kenmerk 'stroke-dasharray'"),
        ("<g xml:base='https://x.example/'/>", "het kenmerk 'base'"),
        ("<clipPath id='a'><path clip-path='url(#b)'/></clipPath>", "een verwijzing die niet mag"),
        ("<clipPath id='a' style='clip-path:url(#b)'/>", "een verwijzing die niet mag"),
        ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "<script>"),
        ("<h:p xmlns:h='urn:x'/>", "<p>"),
    ],
)
def test_een_svg_die_iets_uitvoert_of_ophaalt_wordt_geweigerd(tmp_path: Path, svg: str, gevonden: str) -> None:
    assert weiger_svg(tmp_path, svg) == (gevonden, GEWOON)


@pytest.mark.parametrize(
    ("svg", "gevonden", "doe_dit"),
    [
        (
            "<style>.a{fill:red}</style>",
            "<style>",
            "Kies bij het bewaren voor stijl bij elke vorm ('presentation attributes'), of bewaar het logo als PNG.",
        ),
        ("<use href='#b'/>", "<use>", "Maak van elke kopie een gewone vorm, of bewaar het logo als PNG."),
    ],
)
def test_bij_wat_veel_in_een_logo_staat_zegt_de_melding_hoe_het_wel_kan(
    tmp_path: Path, svg: str, gevonden: str, doe_dit: str
) -> None:
    assert weiger_svg(tmp_path, svg) == (gevonden, doe_dit)


def test_een_kleine_svg_die_uitgevouwen_een_miljard_vormen_heeft_wordt_geweigerd(tmp_path: Path) -> None:
    lagen = "".join(f'<g id="a{rang}">' + f'<use href="#a{rang - 1}"/>' * 10 + "</g>" for rang in range(1, 10))
    assert weiger_svg(tmp_path, f'<g id="a0"><rect/></g>{lagen}<use href="#a9"/>')[0] == "<use>"


def test_een_svg_met_te_veel_vormen_of_lagen_wordt_geweigerd(tmp_path: Path) -> None:
    assert weiger_svg(tmp_path, "<g>" * 2400 + "</g>" * 2400)[0] == "een vorm meer dan 32 lagen diep"
    assert weiger_svg(tmp_path, "<g>" * 32 + "</g>" * 32)[0] == "een vorm meer dan 32 lagen diep"
    assert mag_svg(tmp_path, "<g>" * 31 + "</g>" * 31)
    assert weiger_svg(tmp_path, "<g/>" * 1999)[0] == "meer dan 2000 elementen"
    assert mag_svg(tmp_path, "<g/>" * 1998)


def test_een_kleurverloop_dat_naar_zichzelf_verwijst_wordt_geweigerd(tmp_path: Path) -> None:
    a, b = ("<linearGradient id='{}' xlink:href='#{}'/>".format(*paar) for paar in (("a", "b"), ("b", "a")))
    assert weiger_svg(tmp_path, a + b) == ("een kleurverloop dat naar zichzelf verwijst", GEWOON)
    assert mag_svg(tmp_path, a + b.replace("#a", "#c"))


def test_een_lange_waarde_in_een_svg_kost_weinig_tijd(tmp_path: Path) -> None:
    for lang in ("-" * 19_000, " " * 19_000, "a " * 9_500, "url(" * 4_700, "(" * 19_000, "'" * 19_000):
        begin = process_time()
        weiger_svg(tmp_path, f'<path fill="url({lang}"/>')
        assert process_time() - begin < 0.5, lang[:4]


def test_een_gewone_svg_uit_een_tekenprogramma_mag(tmp_path: Path) -> None:
    binnen = (
        "<defs><linearGradient id='v'><stop offset='0' style='stop-color:#fff;stop-opacity:1'/></linearGradient>"
        "<linearGradient id='w' xlink:href='#v' gradientTransform='matrix(1,0,0,1 -2e3,.5)'/>"
        "<clipPath id='k' clipPathUnits='userSpaceOnUse'><rect width='9' height='9'/></clipPath></defs>"
        "<i:namedview xmlns:i='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' pagecolor='#fff'/>"
        "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' "
        "i:export='C:\\logo.png' class='a' data-name='Laag: 1'>"
        '<path style="fill: url( #v ); stroke:none;stroke-dasharray:none;-inkscape-stroke:none;" '
        "clip-path='url(#k)'/>"
        "<path style='fill:#0a4a57;mix-blend-mode:multiply' fill=\"url('#w') rgb(0 0 0 / 50%)\" xml:space='preserve'/>"
        "<text font-family=\"'Noto Sans', serif\" transform='translate(1 2) rotate(-3)'>"
        "V<tspan x='1,2'>een</tspan></text>"
        "</g><title>Veen</title><metadata/>"
    )
    assert mag_svg(tmp_path, binnen)
    svg = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- gemaakt met -->\n{SVG}'
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
        ('<?xml version="1.0" encoding="cp037"?>' + SVG, "dit is geen geldige SVG in UTF-8"),
        (
            SVG.replace('viewBox="0 0 120 40.4"', ""),
            "van dit logo is de breedte of hoogte niet bekend, of die kan niet kloppen",
        ),
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
    ("vorm", "rijen"),
    [
        ((1, 0, 0), (5, 20)),
        ((16, 6, 0), (241, 20)),
        ((8, 2, 1), None),
    ],
)
def test_elke_soort_png_mag(tmp_path: Path, vorm: tuple[int, int, int], rijen: tuple[int, int] | None) -> None:
    # In zeven ronden: 4x3, 4x3, 8x2, 7x5, 15x5, 15x10 en 30x10 pixels van drie bytes, met elk een filter per rij.
    ronden = sum(
        hoog * (1 + 3 * breed) for breed, hoog in ((4, 3), (4, 3), (8, 2), (7, 5), (15, 5), (15, 10), (30, 10))
    )
    omvang = rijen[0] * rijen[1] if rijen else ronden
    logo = lees(
        tmp_path, huisstijl_yaml="logo: logo.png", logo_png=maak_png(vorm=vorm, beeld=bytes(omvang))
    ).huisstijl.logo
    assert logo is not None
    assert weiger(tmp_path, logo_png=maak_png(vorm=vorm, beeld=bytes(omvang - 1)))[0][1] == "dit is geen hele PNG"


def test_bijlagen_in_een_png_komen_niet_op_de_pagina(tmp_path: Path) -> None:
    bijlagen = maak_deel(b"tEXt", b"Author\x00Jan") + maak_deel(b"zTXt", b"x" * 50) + maak_deel(b"acTL", bytes(8))
    maat = maak_deel(b"gAMA", struct.pack(">I", 45455))
    logo = lees(tmp_path, huisstijl_yaml="logo: logo.png", logo_png=maak_png(erbij=maat + bijlagen)).huisstijl.logo
    assert logo is not None
    assert logo.inhoud == maak_png(erbij=maat)


def test_een_png_die_uitgepakt_te_groot_is_wordt_snel_geweigerd(tmp_path: Path) -> None:
    begin = process_time()
    bom = maak_png(beeld=bytes(15_000_000))
    assert len(bom) < 20_000
    gemaakt = process_time()
    assert weiger(tmp_path, huisstijl_yaml="logo: logo.png", logo_png=bom)[0][1] == "dit is geen hele PNG"
    assert process_time() - gemaakt < max(0.2, gemaakt - begin)
    assert weiger(tmp_path, logo_png=maak_png(2001, 1)) == [
        (
            "logo.png",
            "de breedte of hoogte van dit logo kan niet",
            "een maat van 1 tot en met 2000 pixels",
            "Maak het logo kleiner en bewaar het opnieuw.",
        )
    ]
    assert lees(tmp_path, logo_png=maak_png(2000, 1)).huisstijl.logo is not None


@pytest.mark.parametrize(
    "png",
    [
        SVG.encode(),
        b"",
        maak_png(einde=False),
        maak_png().replace(b"IHDR", b"IHDX"),
        b"\x89PNG\r\n\x1a\n",
        maak_png() + b"x",
        maak_png(beeld=b"rommel"),
        maak_png(beeld=b"\x05" + bytes(31 * 20 - 1)),
        maak_png(beeld=bytes(31 * 20 + 1)),
        maak_png(vorm=(8, 3, 0)),
        maak_png(vorm=(8, 5, 0)),
        maak_png(vorm=(2, 2, 0)),
        maak_png(erbij=maak_deel(b"ABCD", b"")),
        maak_png().replace(zlib.compress(bytes(31 * 20), 9), bytes(len(zlib.compress(bytes(31 * 20), 9)))),
    ],
    ids=[
        *("svg", "leeg", "afgekapt", "kop", "alleen-begin", "staart", "te-kort", "filter", "te-lang", "geen-palet"),
        *("kleur", "diepte", "onbekend-deel", "geen-som"),
    ],
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
