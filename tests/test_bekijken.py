"""De voorvertoning: een echte server op een vrije poort, met een kopie van de voorbeelddata."""

import json
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from kwaliteit import keten
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.fout import EIGEN_FOUT, Gebrek, GebruikFout
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.voorvertoning import Balkpunt, Bekijkbericht, Concept, Mapstand
from kwaliteit.bekijken import toon_steeds, wachter
from kwaliteit.bekijken.etalage import Etalage
from kwaliteit.bekijken.server import Server, _Luisteraar
from kwaliteit.bekijken.wachter import Wachter
from kwaliteit.cli import voer_uit
from kwaliteit.scherm import maak_samenvatter, toon_berichten
from kwaliteit.weergave import sjabloonvoorraad
from kwaliteit.weergave.pagina import stijlblad
from tests import venster
from tests.onderbreken import onderbreekbaar

VOORBEELD = Path(__file__).resolve().parents[1] / "voorbeelddata"
GEDULD = 60
PAGINA = (
    b'<!doctype html><html lang="nl"><head><meta http-equiv="Content-Security-Policy" content="default-src '
    b"'none'; style-src 'sha256-abc='\"><title>t</title></head><body><p>Het verslag</p></body></html>"
)


KWALITEIT = """organisatie: {naam: "Stichting Proef", verzonnen: true}
jaren:
  2024:
    kader: woonzorg-lggz-2024
    meetperiode: {van: 2024-09-01, tot: 2024-10-31}
"""
ACTIES = """- id: zorgkaart
  wat: "Elke cliënt heeft een zorgkaart"
  waarom: [C2]
  wie: "Teamleiders wonen"
  beloofd_in: 2024
  klaar_op: 2025-12-31
"""
VERHAAL = "---\nboodschap: Samen plannen lukt\n---\n## Duiding\nDit viel ons op.\n"


def kopieer(doel: Path) -> Path:
    """Een werkmap met de voorbeelddata, zonder wat eerdere runs of Python daar achterlieten."""
    return Path(shutil.copytree(VOORBEELD, doel, ignore=shutil.ignore_patterns("uitvoer", "__pycache__", "*.py")))


def maak_kleine(doel: Path) -> Path:
    """Een werkmap met één groep: die bouwt vier keer zo snel als de voorbeelddata."""
    kop = ";".join(f"CL{nummer:02d}" for nummer in range(1, 11))
    rijen = [";".join(["4"] * 5 + ["2"] * 5)] * 20 + [";".join(["3"] * 5 + ["5"] * 5)] * 20
    for pad, tekst in {
        "kwaliteit.yaml": KWALITEIT,
        "acties.yaml": ACTIES,
        "bronnen/2024/clienten.csv": "\n".join([kop, *rijen]) + "\n",
        "verhaal/2024/clienten.md": VERHAAL,
        "verhaal/2024/voorwoord.md": "Beste lezer.\n",
    }.items():
        (doel / pad).parent.mkdir(parents=True, exist_ok=True)
        (doel / pad).write_text(tekst, encoding="utf-8")
    return doel


@pytest.fixture(scope="module", autouse=True)
def _peil_snel() -> Iterator[None]:
    """Zo wacht geen toets een seconde op de klok; wat er na een opslag gebeurt, blijft hetzelfde."""
    oud, wachter.PEILTIJD = wachter.PEILTIJD, 0.05
    yield
    wachter.PEILTIJD = oud


@dataclass(frozen=True, kw_only=True)
class Voorvertoning:
    """Een lopende voorvertoning, met alles wat zij tot nu toe meldde."""

    werkmap: Path
    adres: str
    berichten: "queue.Queue[Bekijkbericht]" = field(repr=False)

    @property
    def poort(self) -> int:
        return int(self.adres.rstrip("/").rpartition(":")[2])

    def wacht(self, voorwaarde: Callable[[Bekijkbericht], bool]) -> Bekijkbericht:
        """Het eerste bericht waarbij dit waar is; een bericht over iets van daarvoor telt niet."""
        while True:
            bericht = self.berichten.get(timeout=GEDULD)
            if voorwaarde(bericht):
                return bericht

    def lees(self, pad: str) -> str:
        return vraag(self.poort, f"/{pad}")[1].decode("utf-8")


def sla_op(pad: Path, tekst: str) -> None:
    """Sla op zoals een editor het doet: eerst ernaast, dan in één keer op de plaats."""
    ernaast = pad.with_name(f".{pad.name}.tmp")
    ernaast.write_text(tekst, encoding="utf-8")
    ernaast.replace(pad)


def vraag(poort: int, pad: str, *, methode: str = "GET", **koppen: str) -> tuple[HTTPResponse, bytes]:
    """Een verzoek, met het pad precies zo en met elke kop die de toets wil."""
    with closing(HTTPConnection("127.0.0.1", poort, timeout=GEDULD)) as verbinding:
        verbinding.putrequest(methode, pad, skip_host=True)
        for naam, waarde in ({"Host": f"127.0.0.1:{poort}"} | koppen).items():
            if waarde:
                verbinding.putheader(naam.replace("_", "-"), waarde)
        verbinding.endheaders()
        antwoord = verbinding.getresponse()
        return antwoord, antwoord.read()


@pytest.fixture(scope="module")
def lopend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voorvertoning]:
    """Een voorvertoning van een kleine werkmap; elke toets laat haar kloppend achter."""
    werkmap = maak_kleine(tmp_path_factory.mktemp("bekijk"))
    berichten: queue.Queue[Bekijkbericht] = queue.Queue()
    klaar = threading.Event()

    def loop() -> None:
        for bericht in keten.bekijk(map_=werkmap, jaar=2024, poort=0, vat_samen=maak_samenvatter(werkmap)):
            berichten.put(bericht)
            if klaar.is_set():
                return

    draad = threading.Thread(target=loop)
    draad.start()
    eerste = berichten.get(timeout=GEDULD)
    assert eerste.gebreken == ()
    assert not eerste.is_eigen_fout
    yield Voorvertoning(werkmap=werkmap, adres=eerste.adres, berichten=berichten)
    klaar.set()
    (werkmap / "kwaliteit.yaml").unlink()
    draad.join(GEDULD)
    assert not draad.is_alive()


@pytest.fixture
def server() -> Iterator[tuple[Server, Etalage]]:
    """Een kale server met één pagina en een cijferbestand, zonder keten."""
    etalage = Etalage()
    with closing(Server(etalage, 0)) as eigen:
        etalage.stal_uit(
            (
                Uitvoerbestand(pad="verslag.html", inhoud=PAGINA),
                Uitvoerbestand(pad="fragment.html", inhoud=b'<style>p{margin:0}</style><p class="kv">Los</p>'),
                Uitvoerbestand(
                    pad="fragment-kaal.html",
                    inhoud=b'<img src="https://site.example/k/figuren/a.png"><img src="https://site.example/b.png">',
                ),
                Uitvoerbestand(pad="figuren/a.png", inhoud=b"png"),
                Uitvoerbestand(pad="figuren/a.svg", inhoud=b"<svg><style>a{}</style></svg>"),
                Uitvoerbestand(pad="gegevens/respons.csv", inhoud=b"jaar\n2024\n"),
            ),
            (),
            "12:03",
        )
        eigen.begin()
        yield eigen, etalage


def poort_van(server: tuple[Server, Etalage]) -> int:
    return int(server[0].adres.rstrip("/").rpartition(":")[2])


@pytest.mark.parametrize(("rij", "vol"), [(None, False), (1, True)])
def test_honderd_vragen_tegelijk_hoeven_niet_te_wachten(
    monkeypatch: pytest.MonkeyPatch, rij: int | None, vol: bool
) -> None:
    """De server neemt nog niets aan: wie binnenkomt, staat in de rij. Met een korte rij blijft iemand buiten."""
    if rij is not None:
        monkeypatch.setattr(_Luisteraar, "request_queue_size", rij)
    with ExitStack() as open_, closing(Server(Etalage(), 0)) as eigen:
        plaats = ("127.0.0.1", int(eigen.adres.rstrip("/").rpartition(":")[2]))
        try:
            for _ in range(100):
                open_.enter_context(socket.create_connection(plaats, timeout=0.5))
            past = True
        except TimeoutError:
            past = False
    assert past is not vol


# Wat er te zien is


def test_de_pagina_komt_met_de_balk_en_de_bevindingen(lopend: Voorvertoning) -> None:
    antwoord, _ = vraag(lopend.poort, "/")
    assert (antwoord.status, antwoord.headers["Location"]) == (302, "/verslag.html")
    pagina = lopend.lees("verslag.html")
    assert "Stichting Proef" in pagina
    assert re.search(r"Bevindingen: \d+ let op", pagina)
    assert "jaar,indicator" in lopend.lees("gegevens/indicatoren.csv")


def test_alles_voor_het_invoegen_is_gelijk_aan_wat_verslag_schrijft(tmp_path: Path) -> None:
    werkmap = kopieer(tmp_path / "werkmap")
    concept = keten._Conceptbouwer(werkmap, 2024).bouw(neem_op(werkmap))
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--uit", str(tmp_path / "uit"), "--stil"]) == 0
    openbaar = tmp_path / "uit" / "2024" / "openbaar"
    geschreven = {
        pad.relative_to(openbaar).as_posix(): pad.read_bytes() for pad in openbaar.rglob("*") if pad.is_file()
    }
    assert {bestand.pad: bestand.inhoud for bestand in concept.bestanden} == geschreven
    for pad, inhoud in geschreven.items():
        assert b"<script" not in inhoud, pad
        assert b"kwaliteit-balk" not in inhoud, pad


def test_het_antwoord_is_de_pagina_met_alleen_de_balk_erbij(server: tuple[Server, Etalage]) -> None:
    pagina = vraag(poort_van(server), "/verslag.html")[1]
    zonder_balk = re.sub(rb"<kwaliteit-balk.*</script>\n", b"", pagina, flags=re.DOTALL)
    assert zonder_balk != pagina
    assert zonder_balk == re.sub(rb"<meta [^>]*>", b"", PAGINA)


def test_een_fragment_krijgt_een_pagina_om_zich_heen(server: tuple[Server, Etalage]) -> None:
    antwoord, pagina = vraag(poort_van(server), "/fragment.html")
    assert pagina.startswith(b"<!doctype html>")
    assert b'<p class="kv">Los</p>' in pagina
    assert "style-src 'sha256-" in antwoord.headers["Content-Security-Policy"]


def test_een_beeld_van_de_website_komt_hier_uit_de_voorvertoning(server: tuple[Server, Etalage]) -> None:
    antwoord, pagina = vraag(poort_van(server), "/fragment-kaal.html")
    assert b'src="/figuren/a.png"' in pagina
    assert b'src="https://site.example/b.png"' in pagina, "wat niet van ons is, blijft staan"
    assert "img-src 'self' data:;" in antwoord.headers["Content-Security-Policy"], "en wordt niet opgehaald"


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        ("figuren/a.png", "image/png"),
        ("figuren/a.svg", "image/svg+xml"),
        ("gegevens/respons.csv", "text/plain; charset=utf-8"),
        ("verslag.html", "text/html; charset=utf-8"),
    ],
)
def test_elk_bestand_komt_als_wat_het_is(server: tuple[Server, Etalage], pad: str, soort: str) -> None:
    antwoord, inhoud = vraag(poort_van(server), f"/{pad}")
    assert antwoord.headers["Content-Type"] == soort
    assert (inhoud == server[1].nu.bestanden[pad]) == (not pad.endswith("html"))


def neem_op(werkmap: Path) -> Mapstand:
    return Wachter(werkmap, werkmap / "geen").neem_op()


def test_de_taalhulp_staat_per_regel_in_de_balk() -> None:
    """De andere bevindingen staan er zoals op het scherm: wat hetzelfde zegt, één keer."""
    bestand = "verhaal/2024/clienten.md"
    taal = [
        Bevinding(
            soort=Bevindingsoort.JARGON, wat=f"Woord {n}.", verwacht="", doe_dit="Korter.", bestand=bestand, cel=cel
        )
        for n, cel in enumerate(["regel 3", "regel 3", "regel 9"])
    ]
    ander = Bevinding(soort=Bevindingsoort.VEEL_NVT, wat="Veel.", verwacht="", doe_dit="", bestand="a.csv")
    punten = maak_samenvatter(Path("werkmap"))([*taal, *[ander] * 5])
    assert [(punt.ernst, punt.waar) for punt in punten] == [
        ("ter informatie", ""),
        *(("taal", f"{bestand}, {een.cel}") for een in taal),
    ]
    assert "(5 keer)" in punten[0].wat


# Bijwerken


def test_nieuwe_woorden_in_het_verhaal_staan_even_later_op_de_pagina(lopend: Voorvertoning) -> None:
    verhaal = lopend.werkmap / "verhaal" / "2024" / "clienten.md"
    assert "appeltaart" not in lopend.lees("verslag.html")
    sla_op(verhaal, VERHAAL + "\nEr was appeltaart.\n")
    bericht = lopend.wacht(lambda _: "appeltaart" in lopend.lees("verslag.html"))
    assert (bericht.gebreken, bericht.is_eigen_fout) == ((), False)


def test_een_fout_laat_de_pagina_staan_en_herstelt_zichzelf(lopend: Voorvertoning) -> None:
    acties = lopend.werkmap / "acties.yaml"
    voor = stand_van(lopend)
    sla_op(acties, ACTIES.replace("wat:", "wt:", 1))
    lopend.wacht(lambda bericht: any("onbekende sleutel" in gebrek.wat for gebrek in bericht.gebreken))
    mis = stand_van(lopend)
    assert mis["merk"] == voor["merk"], "de pagina zelf is niet veranderd"
    for tekst in ("Niet bijgewerkt", "acties.yaml, regel", "Verwacht:", "Doe dit:", "Bedoelde u &#x27;wat&#x27;?"):
        assert tekst in mis["balk"], tekst
    assert "Traceback" not in mis["balk"]
    assert "Stichting Proef" in lopend.lees("verslag.html")
    sla_op(acties, ACTIES)
    lopend.wacht(lambda bericht: not bericht.gebreken)
    assert "Niet bijgewerkt" not in stand_van(lopend)["balk"]


def stand_van(lopend: Voorvertoning) -> dict[str, str]:
    stand: dict[str, str] = json.loads(lopend.lees("-/stand?pagina=verslag.html"))
    return stand


def test_niemands_antwoord_staat_in_de_balk(lopend: Voorvertoning) -> None:
    bron = lopend.werkmap / "bronnen" / "2024" / "clienten.csv"
    kop, *rijen = bron.read_text(encoding="utf-8").splitlines()
    sla_op(bron, "\n".join([kop, *[";".join(["verklapt"] * 10)] * 3, *rijen]) + "\n")
    lopend.wacht(lambda bericht: "ernstig" in {punt.ernst for punt in bericht.punten})  # zij zijn wel gezien
    balk = stand_van(lopend)["balk"]
    assert "bronnen/2024/clienten.csv" in balk
    assert "verklapt" not in balk


def test_bronnen_worden_bij_alleen_nieuwe_woorden_niet_opnieuw_gelezen(tmp_path: Path) -> None:
    """En wat er dan uit komt, is gelijk aan helemaal opnieuw beginnen."""
    werkmap = maak_kleine(tmp_path)
    bouwer = keten._Conceptbouwer(werkmap, 2024)
    vorig = bouwer.bouw(neem_op(werkmap))
    for pad, oud, nieuw, leest_opnieuw in (
        ("verhaal/2024/clienten.md", "viel ons op", "viel ons wel op", False),
        ("acties.yaml", "Elke cliënt", "Iedere cliënt", False),
        ("bronnen/2024/clienten.csv", "4;4;4;4;4;2", "5;4;4;4;4;2", True),
        ("kwaliteit.yaml", "Stichting", "Woonhof", True),
    ):
        assert bouwer._gelezen is not None
        gelezen = bouwer._gelezen[1]
        bestand = werkmap / pad
        tekst = bestand.read_text(encoding="utf-8")
        assert oud in tekst
        bestand.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
        daarna = bouwer.bouw(neem_op(werkmap))
        assert (bouwer._gelezen[1] is not gelezen) == leest_opnieuw, pad
        assert daarna.bestanden != vorig.bestanden, pad
        if not leest_opnieuw:
            assert daarna == keten._Conceptbouwer(werkmap, 2024).bouw(neem_op(werkmap)), pad
        vorig = daarna


def test_een_wijziging_in_een_sjabloon_van_het_programma_is_meteen_te_zien(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    werkmap, sjablonen = maak_kleine(tmp_path / "werkmap"), tmp_path / "sjablonen"
    shutil.copytree(sjabloonvoorraad.SJABLONEN, sjablonen)
    for module in (sjabloonvoorraad, stijlblad):
        monkeypatch.setattr(module, "SJABLONEN", sjablonen)
    kijker, bouwer = Wachter(werkmap, sjablonen), keten._Conceptbouwer(werkmap, 2024)
    try:
        assert b"kv-proef" not in lees_pagina(bouwer.bouw(kijker.neem_op()))
        (raam,) = (pad.name for pad in sjablonen.glob("*.html.j2") if "<!doctype" in pad.read_text(encoding="utf-8"))
        erbij = {"stijl.css": ".kv-proef{color:red}", raam: "<i>kv-proef</i>"}
        for naam, tekst in erbij.items():
            (sjablonen / naam).write_text((sjablonen / naam).read_text(encoding="utf-8") + tekst, encoding="utf-8")
        pagina = lees_pagina(bouwer.bouw(kijker.neem_op()))
        assert all(tekst.encode() in pagina for tekst in erbij.values())
    finally:
        sjabloonvoorraad.vergeet_sjablonen()


def lees_pagina(concept: Concept) -> bytes:
    return next(bestand.inhoud for bestand in concept.bestanden if bestand.pad == "verslag.html")


# Kijken of er iets veranderd is


def test_de_wachter_ziet_wat_telt_en_niets_anders(tmp_path: Path) -> None:
    (tmp_path / "verhaal").mkdir()
    (tmp_path / "uitvoer" / "2024").mkdir(parents=True)
    (tmp_path / "kwaliteit.yaml").write_text("a", encoding="utf-8")
    stand = neem_op(tmp_path)
    for naam in (
        "~$clienten.xlsx",
        ".clienten.md.swp",
        "clienten.md~",
        ".~lock.a.ods#",
        "uitvoer/2024/a.html",
        "a.TMP",
    ):
        (tmp_path / naam).write_text("x", encoding="utf-8")
        assert neem_op(tmp_path) == stand, naam
    (tmp_path / "verhaal" / "clienten.md").write_text("x", encoding="utf-8")
    woorden = neem_op(tmp_path)
    assert (woorden.cijfers, woorden.woorden == stand.woorden) == (stand.cijfers, False)
    (tmp_path / "kwaliteit.yaml").write_text("ab", encoding="utf-8")
    assert neem_op(tmp_path).cijfers != stand.cijfers
    assert neem_op(tmp_path / "weg") == Mapstand(cijfers=(), woorden=(), sjablonen=())


def test_de_wachter_wacht_tot_een_opslag_klaar_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kijker = Wachter(tmp_path, tmp_path / "geen")
    stand = kijker.neem_op()
    stukken = iter(["", "", "h", "ha", "hal", "half", "heel"])
    keren: list[str] = []

    def schrijf_volgend_stuk() -> None:
        keren.append(next(stukken, "klaar"))
        if keren[-1] not in ("", "klaar"):
            (tmp_path / "acties.yaml").write_text(keren[-1] * len(keren), encoding="utf-8")

    monkeypatch.setattr(kijker, "_wacht_even", schrijf_volgend_stuk)
    gezien = kijker.wacht_op_wijziging(stand)
    assert keren[-2:] == ["heel", "klaar"], "na het laatste stuk is er één keer niets veranderd"
    assert gezien == kijker.neem_op()


# Veilig


@pytest.mark.parametrize(
    "koppen",
    [
        {"Host": "kwaad.example"},
        {"Host": "kwaad.example:{poort}"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": "localhost.kwaad.example:{poort}"},
        {"Host": ""},
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_een_vraag_van_elders_wordt_geweigerd(server: tuple[Server, Etalage], koppen: dict[str, str]) -> None:
    poort = poort_van(server)
    antwoord, inhoud = vraag(poort, "/verslag.html", **{naam: een.format(poort=poort) for naam, een in koppen.items()})
    assert antwoord.status == 403
    assert b"Het verslag" not in inhoud


@pytest.mark.parametrize(
    "koppen",
    [{}, {"Host": "localhost:{poort}"}, {"Origin": "http://127.0.0.1:{poort}"}, {"Sec_Fetch_Site": "same-origin"}],
)
def test_een_vraag_van_de_pagina_zelf_mag(server: tuple[Server, Etalage], koppen: dict[str, str]) -> None:
    poort = poort_van(server)
    antwoord, inhoud = vraag(poort, "/verslag.html", **{naam: een.format(poort=poort) for naam, een in koppen.items()})
    assert antwoord.status == 200
    assert b"Het verslag" in inhoud


@pytest.mark.parametrize("methode", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "VERZIN"])
def test_er_is_alleen_iets_te_lezen(server: tuple[Server, Etalage], methode: str) -> None:
    antwoord, _ = vraag(poort_van(server), "/verslag.html", methode=methode)
    assert (antwoord.status, antwoord.headers["Allow"]) == (405, "GET, HEAD")


def test_head_geeft_dezelfde_koppen_zonder_inhoud(server: tuple[Server, Etalage]) -> None:
    poort = poort_van(server)
    kop, niets = vraag(poort, "/verslag.html", methode="HEAD")
    heel, inhoud = vraag(poort, "/verslag.html")
    assert (niets, kop.headers["Content-Length"]) == (b"", str(len(inhoud)))
    assert kop.headers["Content-Security-Policy"] == heel.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "pad",
    [
        "/../kwaliteit.yaml",
        "/..%2fkwaliteit.yaml",
        "/gegevens/../verslag.html",
        "/gegevens/%2e%2e/verslag.html",
        "/kwaliteit.yaml",
        "/acties.yaml",
        "/intern/antwoorden.csv",
        "/intern/bevindingen.csv",
        "/uitvoer/2024/intern/antwoorden.csv",
        "/gegevens",
        "/-/anders",
        "/verslag.html%00",
        "/\\verslag.html",
        "http://kwaad.example/verslag.html",
    ],
)
def test_alleen_wat_gebouwd_is_heeft_een_adres(lopend: Voorvertoning, pad: str) -> None:
    antwoord, inhoud = vraag(lopend.poort, pad)
    assert antwoord.status == 404
    assert b"organisatie:" not in inhoud
    assert b"respondent" not in inhoud


def test_elk_antwoord_mag_zo_min_mogelijk(server: tuple[Server, Etalage]) -> None:
    for pad in ("/", "/verslag.html", "/fragment.html", "/figuren/a.svg", "/gegevens/respons.csv", "/-/stand", "/weg"):
        koppen = vraag(poort_van(server), pad)[0].headers
        assert koppen["X-Content-Type-Options"] == "nosniff", pad
        assert koppen["Cache-Control"] == "no-store", pad
        assert koppen["Cross-Origin-Resource-Policy"] == "same-origin", pad
        assert "default-src 'none'" in koppen["Content-Security-Policy"], pad
        assert "frame-ancestors 'none'" in koppen["Content-Security-Policy"], pad
        assert "unsafe" not in koppen["Content-Security-Policy"], pad
        assert "http" not in koppen["Content-Security-Policy"], pad
        assert "Python" not in koppen["Server"], pad
    assert "style-src 'sha256-abc='" in vraag(poort_van(server), "/verslag.html")[0].headers["Content-Security-Policy"]


def test_de_server_luistert_alleen_op_deze_computer(server: tuple[Server, Etalage]) -> None:
    assert server[0]._luisteraar.server_address[0] == "127.0.0.1"
    socket.create_connection(("127.0.0.1", poort_van(server)), timeout=2).close()
    if sys.platform == "linux":  # daar is heel 127.x van deze computer: op 0.0.0.0 zou dit lukken
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.2", poort_van(server)), timeout=2)


def test_onzin_en_een_weggelopen_browser_brengen_niets_van_slag(
    server: tuple[Server, Etalage], capfd: pytest.CaptureFixture[str]
) -> None:
    for onzin in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x00\r\n\r\n", b"GET /ver"):
        with socket.create_connection(("127.0.0.1", poort_van(server)), timeout=2) as lijn:
            lijn.sendall(onzin)
    assert vraag(poort_van(server), "/verslag.html")[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_een_bezette_poort_is_een_duidelijke_fout(
    server: tuple[Server, Etalage], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    werkmap = maak_kleine(tmp_path)
    poort = str(poort_van(server))
    assert voer_uit(["bekijk", "2024", "--map", str(werkmap), "--poort", poort, "--geen-browser"]) == 2
    assert f"poort {poort} is bezet" in capfd.readouterr().err
    with pytest.raises(GebruikFout):
        Server(Etalage(), 70_000)


def test_zonder_poort_is_er_altijd_een_vrije() -> None:
    with closing(Server(Etalage(), None)) as een, closing(Server(Etalage(), None)) as ander:
        assert een.adres != ander.adres


# Fouten


def speel(bouwsels: Sequence[Concept | Exception], werkmap: Path) -> Iterator[tuple[Bekijkbericht, str]]:
    """Bouw achtereenvolgens dit; geef elk bericht met de pagina die er dan staat."""
    rest = iter(bouwsels)

    def bouw(_: Mapstand) -> Concept:
        wat = next(rest)
        if isinstance(wat, Exception):
            raise wat
        return wat

    stroom = toon_steeds(werkmap=werkmap, sjablonen=werkmap, poort=0, bouw=bouw, vat_samen=lambda _: ())
    for nummer, bericht in zip(range(len(bouwsels)), stroom, strict=False):
        poort = int(bericht.adres.rstrip("/").rpartition(":")[2])
        yield bericht, vraag(poort, "/verslag.html")[1].decode("utf-8")
        (werkmap / "acties.yaml").write_text("x" * nummer, encoding="utf-8")


GEBREK = Gebrek(waar="acties.yaml, regel 3", wat="<b>fout</b>", verwacht="iets", doe_dit="Herstel dit.")


def test_een_fout_van_onszelf_verklapt_niets_en_herstelt_zich(tmp_path: Path) -> None:
    goed = Concept(bestanden=(Uitvoerbestand(pad="verslag.html", inhoud=PAGINA),), bevindingen=())
    gespeeld = list(speel([goed, RuntimeError("geheim antwoord"), goed], tmp_path))
    bericht, pagina = gespeeld[1]
    assert bericht.is_eigen_fout
    assert EIGEN_FOUT in pagina
    assert "Het verslag" in pagina
    assert "geheim" not in pagina + repr(bericht)
    assert EIGEN_FOUT not in gespeeld[2][1]


def test_een_fout_bij_het_begin_toont_de_balk_en_later_de_pagina(tmp_path: Path) -> None:
    from kwaliteit.begrippen.fout import WerkmapFout  # noqa: PLC0415

    goed = Concept(bestanden=(Uitvoerbestand(pad="verslag.html", inhoud=PAGINA),), bevindingen=())
    (_, eerst), (_, daarna) = speel([WerkmapFout(GEBREK), goed], tmp_path)
    assert "Nog geen pagina" in eerst
    assert "&lt;b&gt;fout&lt;/b&gt;" in eerst
    assert "<b>fout</b>" not in eerst
    assert "Nog geen pagina" not in daarna
    assert "Het verslag" in daarna


def test_zonder_werkmap_of_jaar_begint_er_niets(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for map_, jaar in ((tmp_path / "weg", "2024"), (VOORBEELD, "1999")):
        assert voer_uit(["bekijk", jaar, "--map", str(map_), "--poort", "0", "--geen-browser"]) == 2
        gelezen = capfd.readouterr()
        assert "Doe dit:" in gelezen.err
        assert "http://" not in gelezen.out


# Scherm en opdrachtregel


def test_het_scherm_zegt_kort_wat_er_gebeurde(capfd: pytest.CaptureFixture[str]) -> None:
    punt = Balkpunt(ernst="let op", waar="a", wat="b", verwacht="", doe_dit="")
    adres = "http://127.0.0.1:8642/"
    berichten = (
        Bekijkbericht(adres=adres, tijd="12:03", seconden=0.94, punten=(punt, punt)),
        Bekijkbericht(adres=adres, tijd="12:04", seconden=0.4),
        Bekijkbericht(adres=adres, tijd="12:05", gebreken=(GEBREK,)),
        Bekijkbericht(adres=adres, tijd="12:06", is_eigen_fout=True),
    )
    toon_berichten(berichten, met_browser=False, stil=False)
    gelezen = capfd.readouterr()
    assert gelezen.out == f"Voorvertoning: {adres}\n"
    regels = gelezen.err.splitlines()
    assert "12:03 Gebouwd in 0,9 s. Bevindingen: 2 let op." in regels
    assert "12:04 Herbouwd in 0,4 s. Bevindingen: geen." in regels
    assert "12:05 Niet bijgewerkt: 1 punt te herstellen." in regels
    assert "acties.yaml, regel 3: <b>fout</b>" in regels
    assert f"12:06 {EIGEN_FOUT}" in regels
    toon_berichten(berichten, met_browser=False, stil=True)
    stil = capfd.readouterr()
    assert stil.out == f"Voorvertoning: {adres}\n"
    assert "Gebouwd" not in stil.err
    assert "12:05 Niet bijgewerkt" in stil.err


def test_de_hulp_laadt_geen_server_en_geen_pandas() -> None:
    code = (
        "import sys\nfrom kwaliteit.cli import voer_uit\nvoer_uit(['bekijk', '--help'])\n"
        "zwaar = {'pandas', 'http.server', 'webbrowser', 'socketserver'} & set(sys.modules)\n"
        "sys.exit(f'geimporteerd: {zwaar}' if zwaar else 0)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    assert "--geen-browser" in klaar.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is daar geen signaal dat een toets kan sturen")
def test_ctrl_c_stopt_netjes_en_er_is_niets_geschreven(tmp_path: Path) -> None:
    werkmap = maak_kleine(tmp_path)
    voor = sorted(werkmap.rglob("*"))
    opdracht = onderbreekbaar("bekijk", "2024", "--map", str(werkmap), "--poort", "0", "--geen-browser")
    with subprocess.Popen(
        opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=VOORBEELD.parent
    ) as proces:
        assert proces.stdout is not None
        adres = proces.stdout.readline().removeprefix("Voorvertoning: ").strip()
        poort = int(adres.rstrip("/").rpartition(":")[2])
        wachtend = threading.Thread(target=vraag, args=(poort, stand_vraag(poort)))
        wachtend.start()
        time.sleep(0.2)
        proces.send_signal(signal.SIGINT)
        try:
            _, uitleg = proces.communicate(timeout=GEDULD)
        finally:
            proces.kill()  # anders wacht de toets op een proces dat niet stopt
        wachtend.join(GEDULD)
    assert proces.returncode == 0, uitleg
    assert uitleg.rstrip().endswith("Gestopt.")
    assert "Traceback" not in uitleg
    assert sorted(werkmap.rglob("*")) == voor


def stand_vraag(poort: int) -> str:
    """De vraag die openstaat tot er iets nieuws is."""
    kenmerk = json.loads(vraag(poort, "/-/stand?pagina=verslag.html")[1])["kenmerk"]
    return f"/-/stand?pagina=verslag.html&na={kenmerk}"


# In een echte browser


browser = venster.browser


def wacht_tot(pagina: Page, voorwaarde: str) -> None:
    """Wacht op een voorwaarde in de pagina; het beleid laat het wachten van playwright zelf niet toe."""
    uiterlijk = time.monotonic() + GEDULD
    while time.monotonic() < uiterlijk:
        try:
            if pagina.evaluate(voorwaarde):
                return
        except Error:  # de pagina ververst net
            pass
        pagina.wait_for_timeout(30)
    pytest.fail(f"niet gebeurd: {voorwaarde}")


SCHADUW = "document.querySelector('kwaliteit-balk').shadowRoot"
TWEEDE_TOP = "document.querySelectorAll('main h2[id]')[3].getBoundingClientRect().top"


@pytest.mark.browser
def test_de_browser_ververst_op_dezelfde_plek_met_dezelfde_uitklappers_open(
    lopend: Voorvertoning, browser: Browser
) -> None:
    verhaal = lopend.werkmap / "verhaal" / "2024" / "voorwoord.md"
    meldingen: list[str] = []
    pagina = browser.new_page(viewport={"width": 1280, "height": 800})
    pagina.on("console", lambda melding: meldingen.append(melding.text))
    pagina.on("pageerror", lambda fout: meldingen.append(str(fout)))
    pagina.goto(lopend.adres)
    pagina.evaluate("document.querySelectorAll('main details')[2].open = true")
    pagina.evaluate(f"{SCHADUW}.getElementById('bevindingen').open = true")
    pagina.evaluate(f"scrollTo({{top: scrollY + {TWEEDE_TOP} + 40, behavior: 'instant'}})")
    plek, top = pagina.evaluate("scrollY"), pagina.evaluate(TWEEDE_TOP)
    assert plek > 1000
    pagina.evaluate("window.oud = true")
    sla_op(verhaal, "Een zin die er boven de plek van de lezer bij komt. " * 60)
    wacht_tot(pagina, "!window.oud && document.readyState === 'complete'")
    pagina.wait_for_timeout(100)
    assert pagina.evaluate("scrollY") > plek + 100, "er is tekst boven de plek bij gekomen"
    assert abs(pagina.evaluate(TWEEDE_TOP) - top) <= 2
    openen = pagina.evaluate("[...document.querySelectorAll('main details')].map(een => een.open)")
    assert [plaats for plaats, is_open in enumerate(openen) if is_open] == [2]
    assert pagina.evaluate(f"{SCHADUW}.getElementById('bevindingen').open")
    assert meldingen == []
    pagina.close()


@pytest.mark.browser
def test_bij_een_fout_ververst_alleen_de_balk_en_die_dekt_niets_af(lopend: Voorvertoning, browser: Browser) -> None:
    acties = lopend.werkmap / "acties.yaml"
    pagina = browser.new_page(viewport={"width": 360, "height": 740})
    pagina.goto(lopend.adres)
    pagina.evaluate("window.oud = true")
    sla_op(acties, ACTIES.replace("wat:", "wt:", 1))
    wacht_tot(pagina, f"{SCHADUW}.getElementById('gebreken')")
    assert pagina.evaluate("window.oud"), "de pagina zelf is niet ververst"
    assert pagina.evaluate(f"{SCHADUW}.getElementById('balk').getBoundingClientRect().height") < 740 * 0.6
    pagina.evaluate("scrollTo({top: 1e6, behavior: 'instant'})")
    einde = "document.querySelector('main').getBoundingClientRect().bottom"
    assert pagina.evaluate(f"{einde} <= {SCHADUW}.getElementById('balk').getBoundingClientRect().top + 1")
    assert pagina.evaluate("document.documentElement.scrollWidth") == 360
    sla_op(acties, ACTIES)
    wacht_tot(pagina, f"!{SCHADUW}.getElementById('gebreken')")
    assert pagina.evaluate("window.oud")
    pagina.close()


@pytest.mark.browser
def test_is_het_programma_weg_dan_zegt_de_balk_dat_en_komt_de_pagina_vanzelf_terug(browser: Browser) -> None:
    etalage = Etalage()
    goed = (Uitvoerbestand(pad="verslag.html", inhoud=PAGINA),)
    weg = f"{SCHADUW}.getElementById('weg').hidden"
    pagina = browser.new_page()
    with closing(Server(etalage, 0)) as een:
        etalage.stal_uit(goed, (), "12:03")
        een.begin()
        pagina.goto(een.adres)
        assert pagina.evaluate(weg)
    wacht_tot(pagina, f"!{weg}")
    nieuw = Etalage()
    with closing(Server(nieuw, int(een.adres.rstrip("/").rpartition(":")[2]))) as ander:
        nieuw.stal_uit((Uitvoerbestand(pad="verslag.html", inhoud=PAGINA.replace(b"verslag", b"nieuws")),), (), "12:04")
        ander.begin()
        wacht_tot(pagina, "document.body.textContent.includes('Het nieuws')")
    pagina.close()
