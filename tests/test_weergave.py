"""De weergave: woorden, geometrie, veiligheid en de gelijkheid van HTML en Markdown."""

import hashlib
import os
import re
import shutil
import subprocess
from base64 import b64encode
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Intervalmethode, Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import schrijf_datum
from kwaliteit.begrippen.verslag import (
    Alinea,
    Blok,
    Citaatregel,
    Citaten,
    Deel,
    Kernboodschappen,
    Mensentekst,
    Responstabel,
    Sectie,
    Spiegelfiguur,
    Spiegelrij,
    Trendfiguur,
    Trendpunt,
    Verdelingsfiguur,
    Verslag,
)
from kwaliteit.weergave import maak_html, maak_markdown, mensentekst
from kwaliteit.weergave.alternatief import LENGTE, SLOT, alternatief
from kwaliteit.weergave.figuren import spiegel, trend, verdeling
from kwaliteit.weergave.figuren.responsbalk import balkbreedte
from kwaliteit.weergave.ontsnappen import ontsnap_markdown
from kwaliteit.weergave.plat.markdownschrift import schrijf_delen
from kwaliteit.weergave.tabellen import lange_tekst, tabel_van
from kwaliteit.weergave.woorden import (
    Vorm,
    aantal_antwoorden,
    als_tekst,
    antwoorden_van_gevraagd,
    in_woorden,
    marge,
    procent,
)
from tests.gouden_verslag import maak_verslag
from tests.lees_html import Pagina, lees_pagina
from tests.voorbeeldverslag import (
    BAND_HOOG,
    BAND_LAAG,
    CL,
    GEEN_INFORMATIE,
    NA,
    NIET_GETOOND,
    NIET_GEVRAAGD,
    PR,
    SA,
    TE_WEINIG,
    cijfer_gemiddelde,
    deel,
    kale_rij,
    maak_cijfer,
    maak_voorbeeldverslag,
    respons,
    score,
    verdelingsrij,
    weinig,
)

STIJL = Path(__file__).parents[1] / "kwaliteit" / "sjablonen" / "stijl.css"
VOLLEDIG = os.environ.get("KWALITEIT_VOLLEDIG") == "1"


@pytest.fixture(scope="module")
def html() -> str:
    return maak_html(maak_voorbeeldverslag()).inhoud.decode("utf-8")


@pytest.fixture(scope="module")
def pagina(html: str) -> Pagina:
    return lees_pagina(html)


@pytest.fixture(scope="module")
def markdown() -> str:
    return maak_markdown(maak_voorbeeldverslag()).inhoud.decode("utf-8")


def verslag_met(*blokken: Blok, titel: str = "Hoofdstuk", anker: str = "hoofdstuk") -> Verslag:
    sectie = Sectie(titel=titel, anker=anker, blokken=blokken, in_inhoud=True)
    return replace(maak_voorbeeldverslag(), secties=(sectie,))


def als_markdown(delen: tuple[Deel, ...], niveau: int) -> str:
    """Woorden van mensen zoals ze in de Markdown komen."""
    return schrijf_delen(mensentekst.als_delen(delen, niveau))


def toon(verslag: Verslag) -> tuple[str, str]:
    return maak_html(verslag).inhoud.decode("utf-8"), maak_markdown(verslag).inhoud.decode("utf-8")


# ---- woorden ----


@pytest.mark.parametrize(
    ("cijfer", "tekst"),
    [
        (deel(47, 62), "76%"),
        (maak_cijfer(teller=1, noemer=8), "13%"),
        (maak_cijfer(teller=996, noemer=1000), "99%"),
        (maak_cijfer(teller=4, noemer=1000), "1%"),
        (maak_cijfer(teller=0, noemer=40, maat=Maat.VERDELING), "0%"),
        (maak_cijfer(waarde=0.125), "13%"),
        (weinig(11, 14), "11 van 14"),
        (BAND_HOOG, "meer dan 90%"),
        (BAND_LAAG, "minder dan 3 van de 14"),
        (TE_WEINIG, "te weinig antwoorden"),
        (NIET_GETOOND, "niet getoond"),
        (NIET_GEVRAAGD, "niet gevraagd"),
        (GEEN_INFORMATIE, "geen informatie"),
        (cijfer_gemiddelde(), "7,3"),
        (maak_cijfer(waarde=61.5, noemer=40, maat=Maat.SCORE, eenheid="punten"), "62"),
        (maak_cijfer(waarde=-12.4, noemer=40, maat=Maat.NPS, eenheid="punten"), "−12"),
        (maak_cijfer(waarde=26.67, noemer=30, maat=Maat.NPS, eenheid="punten"), "+27"),
        (maak_cijfer(Status.WEINIG, noemer=14, maat=Maat.GEMIDDELDE), "14 antwoorden"),
        (
            maak_cijfer(Status.NIET_GETOOND, maat=Maat.NPS, toelichting="bijna iedereen gaf hetzelfde antwoord"),
            "bijna iedereen gaf hetzelfde antwoord",
        ),
        (maak_cijfer(waarde=1234.0, teller=1234, maat=Maat.VERHOUDING, eenheid="aantal"), "1.234"),
        (maak_cijfer(waarde=2.849, teller=124, noemer=43520, maat=Maat.VERHOUDING, eenheid="per 1.000"), "2,8"),
        (respons(118, 176, CL), "67%"),
        (maak_cijfer(teller=21, noemer=50, maat=Maat.TOPBOX), "42%"),
        (maak_cijfer(teller=1, noemer=250, maat=Maat.TOPBOX), "1%"),
        (maak_cijfer(Status.WEINIG, teller=8, noemer=14, maat=Maat.TOPBOX), "8 van 14"),
        (maak_cijfer(Status.WEINIG, teller=12, maat=Maat.VERHOUDING, eenheid="aantal"), "12"),
        (maak_cijfer(Status.WEINIG, teller=1, maat=Maat.RESPONS), "1 antwoord"),
        (score(67.5), "68"),
    ],
)
def test_elk_cijfer_heeft_vaste_woorden(cijfer: OpenbaarCijfer, tekst: str) -> None:
    assert in_woorden(cijfer) == tekst


def test_lang_en_alt_zeggen_hetzelfde_getal_met_meer_erbij() -> None:
    cijfer = deel(47, 62)
    assert in_woorden(cijfer, Vorm.LANG) == "76% (64% tot 87%, 62 antwoorden)"
    assert in_woorden(cijfer, Vorm.ALT) == "76 procent"
    assert in_woorden(TE_WEINIG, Vorm.LANG) == in_woorden(TE_WEINIG, Vorm.ALT) == "te weinig antwoorden"
    assert in_woorden(weinig(11, 14), Vorm.LANG) == "11 van 14"
    assert in_woorden(respons(118, 176, CL), Vorm.LANG) == "67% (118 van 176)"


def test_de_marge_van_iedereen_is_geen_zekerheid() -> None:
    iedereen = maak_cijfer(teller=12, noemer=15, marge=0.0, methode=Intervalmethode.IEDEREEN)
    assert marge(iedereen) == "iedereen heeft geantwoord"
    assert marge(deel(47, 62)) == "64% tot 87%"
    assert marge(weinig(11, 14)) == "geen marge"
    assert marge(cijfer_gemiddelde()) == "6,8 tot 7,7"


def test_een_marge_die_niet_openbaar_is_staat_nergens() -> None:
    assert in_woorden(score(68), Vorm.LANG) == "68 (42 antwoorden)"
    assert in_woorden(replace(cijfer_gemiddelde(), ondergrens=None), Vorm.LANG) == "7,3 (42 antwoorden)"
    assert in_woorden(replace(cijfer_gemiddelde(), bovengrens=None), Vorm.LANG) == "7,3 (42 antwoorden)"
    assert marge(score(68)) == "geen marge"
    assert in_woorden(cijfer_gemiddelde(), Vorm.LANG) == "7,3 (6,8 tot 7,7, 42 antwoorden)", "positieve controle"
    beeld = trend.leg_uit((_punt(2024, score(68)),))
    assert (beeld.punten[0].marge_van, beeld.punten[0].marge_tot) == (None, None)
    html, markdown = toon(maak_voorbeeldverslag())
    assert "68 <i>42 antwoorden</i>" in html
    assert "None" not in html + markdown


def test_heeft_iedereen_geantwoord_dan_tekent_de_trend_geen_marge() -> None:
    iedereen = maak_cijfer(teller=40, noemer=60, marge=0.0, methode=Intervalmethode.IEDEREEN)
    assert trend.leg_uit((_punt(2024, iedereen),)).punten[0].marge_van is None
    assert not trend.heeft_marges((_punt(2024, iedereen),))
    assert trend.heeft_marges((_punt(2024, iedereen), _punt(2025, deel(40, 60)))), "positieve controle"
    zonder_grenzen = replace(iedereen, ondergrens=None, bovengrens=None)
    assert in_woorden(zonder_grenzen, Vorm.LANG) == "67% (iedereen heeft geantwoord, 60 antwoorden)"


def test_een_respons_zonder_uitgenodigden_heeft_geen_percentage() -> None:
    assert antwoorden_van_gevraagd(respons(34, None, SA)) == "34, aantal uitgenodigden onbekend"
    verborgen = replace(respons(34, None, SA), toelichting="aantal uitgenodigden niet getoond")
    assert antwoorden_van_gevraagd(verborgen) == "34, aantal uitgenodigden niet getoond"
    te_veel = replace(respons(34, 30, SA), waarde=None, toelichting="meer deelnemers dan uitgenodigden")
    assert antwoorden_van_gevraagd(te_veel) == "34 van 30, meer deelnemers dan uitgenodigden"
    assert "%" not in in_woorden(te_veel)
    assert antwoorden_van_gevraagd(respons(118, 176, CL)) == "118 van 176"


def test_een_kleine_groep_heeft_in_de_respons_een_aantal_zonder_percentage_en_balk() -> None:
    blok = next(blok for _, blok in _blokken(maak_voorbeeldverslag().secties) if isinstance(blok, Responstabel))
    klein = replace(blok.rijen[0], cijfer=replace(weinig(12, 16), maat=Maat.RESPONS), vorig=None)
    cellen = tabel_van(replace(blok, rijen=(klein,))).rijen[0]
    assert [cel.tekst for cel in cellen[1:]] == ["12 van 16", "geen percentage", "niet gemeten"]
    assert cellen[2].balk is None


def test_een_telling_staat_niet_twee_keer_in_dezelfde_cel() -> None:
    kengetal = maak_cijfer(Status.WEINIG, teller=11, noemer=17, maat=Maat.VERHOUDING)
    assert in_woorden(kengetal, Vorm.LANG) == "11 van 17"
    assert in_woorden(replace(kengetal, status=Status.GETOOND, waarde=11 / 17), Vorm.LANG) == "65% (11 van 17)"


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_afronden_is_half_omhoog_en_alleen_niemand_is_nul(paar: tuple[int, int]) -> None:
    teller, noemer = paar
    exact = Fraction(100 * teller, noemer)
    heel = procent(teller, noemer)
    assert (heel == 0) == (teller == 0)
    assert (heel == 100) == (teller == noemer)
    if 0 < teller < noemer:
        assert heel == min(99, max(1, int(exact + Fraction(1, 2))))


def test_een_datum_staat_voluit() -> None:
    assert schrijf_datum(maak_voorbeeldverslag().vastgesteld_op or pytest.fail("geen datum")) == "12 mei 2025"


# ---- geometrie ----


@given(st.lists(st.integers(0, 400), min_size=5, max_size=5).filter(lambda tellingen: sum(tellingen) > 0))
def test_de_vakken_van_een_balk_sluiten_aan_en_zijn_samen_100(tellingen: list[int]) -> None:
    vakken = verdeling.deel_in(verdelingsrij("Vraag", tuple(tellingen)))
    assert vakken[0].x == 0
    assert vakken[-1].x + vakken[-1].breedte == pytest.approx(100, abs=1e-9)
    for vak, volgende in pairwise(vakken):
        assert vak.x + vak.breedte == pytest.approx(volgende.x, abs=1e-9)
    for vak in vakken:
        assert vak.breedte == pytest.approx(100 * tellingen[vak.plaats] / sum(tellingen), abs=0.11)
        assert vak.heeft_label == (vak.breedte >= verdeling.LABEL_VANAF)
        assert vak.x < vak.midden < vak.x + vak.breedte


@pytest.mark.parametrize("cijfer", [weinig(11, 14), BAND_HOOG, BAND_LAAG, TE_WEINIG, NIET_GETOOND, NIET_GEVRAAGD])
def test_een_rij_zonder_openbare_verdeling_heeft_geen_balk(cijfer: OpenbaarCijfer) -> None:
    assert verdeling.deel_in(kale_rij("Vraag", cijfer)) == ()
    vol = verdelingsrij("Vraag", (10, 20, 10, 10, 10))
    assert len(verdeling.deel_in(vol)) == 5
    assert verdeling.deel_in(replace(vol, verdeling=(*vol.verdeling[:4], cijfer))) == ()


def test_de_legenda_noemt_elk_vak_een_keer_van_gunstig_naar_ongunstig() -> None:
    """Ook als rijen vijf, drie of twee vakken hebben: hoogstens vier punten, en geen kleur staat er dubbel."""
    vijf, drie, twee = (
        verdelingsrij("A", (10, 20, 10, 10, 10)),
        verdelingsrij("B", (20, 10, 10)),
        verdelingsrij("C", (20, 10)),
    )
    alles = verdeling.legenda((vijf, drie, twee))
    assert [(punt.naam, punt.kleuren) for punt in alles] == [
        ("Eens (buitenste vak: helemaal eens)", ("l1", "l2")),
        ("Niet eens en niet oneens", ("l3",)),
        ("Oneens (buitenste vak: helemaal oneens)", ("l4", "l5")),
        ("Alle andere antwoorden", ("l6",)),
    ]
    assert [(punt.naam, punt.kleuren) for punt in verdeling.legenda((drie,))] == [
        ("Eens of helemaal eens", ("l2",)),
        ("Niet eens en niet oneens", ("l3",)),
        ("Oneens of helemaal oneens", ("l4",)),
    ]
    ja = replace(twee, categorieen=(replace(twee.categorieen[0], naam="Ja"), twee.categorieen[1]))
    assert verdeling.legenda((vijf, ja))[0].naam == "Eens, Ja (buitenste vak: helemaal eens)"


def test_het_restvak_heeft_een_eigen_kleur_en_geen_getal() -> None:
    vakken = verdeling.deel_in(verdelingsrij("A", (20, 40)))
    assert [(vak.kleur, vak.heeft_label) for vak in vakken] == [("l2", True), ("l6", False)]


def test_de_tabel_bij_een_figuur_heeft_de_eerdere_jaren_en_zegt_elk_getal_een_keer() -> None:
    figuur = next(blok for _, blok in _blokken(maak_voorbeeldverslag().secties) if isinstance(blok, Verdelingsfiguur))
    tabel = tabel_van(figuur)
    assert tabel.koppen == ("Vraag", "2022", "2023", "2024", "Vergeleken met 2023")
    assert tabel.rijen[1][0].klein == ("2023 niet te vergelijken: de vraag is veranderd. alle andere antwoorden 31%"), (
        "69% staat al in de cel ernaast"
    )
    assert tabel.rijen[0][0].klein.startswith("helemaal eens 29%; eens 50%; ")
    assert [rij[4].tekst for rij in tabel.rijen[:2]] == ["ongeveer gelijk", "duidelijk meer"]
    zonder = tabel_van(replace(figuur, vergelijkkop=""))
    assert zonder.koppen == tabel.koppen[:4]
    assert [rij[:4] for rij in tabel.rijen] == list(zonder.rijen)
    assert tabel.rijen[3][1].tekst == "niet gevraagd"


def test_een_trend_zonder_eigen_tabel_verwijst_naar_de_tabel_die_haar_cijfers_heeft(html: str, markdown: str) -> None:
    blokken = [blok for _, blok in _blokken(maak_voorbeeldverslag().secties)]
    korte = next(blok for blok in blokken if isinstance(blok, Trendfiguur) and blok.tabel_bij)
    figuur = next(blok for blok in blokken if isinstance(blok, Verdelingsfiguur) and blok.kop.anker == korte.tabel_bij)
    assert alternatief(korte).endswith(f"Alle cijfers staan in de tabel bij figuur {figuur.kop.nummer}.")
    assert f"<a href=#kv-{figuur.kop.anker}-tabel>de tabel bij figuur {figuur.kop.nummer}</a>" in html
    assert f"<details id=kv-{figuur.kop.anker}-tabel>" in html
    assert f"Cijfers en marges staan in de tabel bij figuur {figuur.kop.nummer}." in markdown
    in_tabel = {lange_tekst(cel) for rij in tabel_van(figuur).rijen for cel in rij}
    assert {in_woorden(punt.cijfer, Vorm.LANG) for punt in korte.punten if punt.cijfer} <= in_tabel


def test_wat_is_ingeklapt_heeft_zijn_kop_in_de_knop_en_staat_open_in_markdown(html: str, markdown: str) -> None:
    assert re.search(r"<details class=kv-meer><summary>\s*<h3 id=kv-clienten-vooruitblik>", html)
    assert "### Vooruitblik\n\nOver deze pijler" in markdown
    assert "<summary>Wat is hier geteld?</summary>" in html
    assert "gedeeld door cliënten op 31-12." in markdown


def _spiegelrij(*cijfers: tuple[Doelgroep, OpenbaarCijfer | None]) -> Spiegelrij:
    return Spiegelrij(onderwerp="Onderwerp", cijfers=cijfers, verschil=None, vraagteksten=())


@given(st.lists(st.integers(3, 97), min_size=2, max_size=4))
def test_tekens_in_de_spiegel_raken_elkaar_niet(tellingen: list[int]) -> None:
    groepen = (CL, NA, PR, SA)[: len(tellingen)]
    rij = _spiegelrij(*((groep, deel(aantal, 100, groep)) for groep, aantal in zip(groepen, tellingen, strict=True)))
    baan = spiegel.leg_uit(rij)
    for rang, teken in enumerate(baan.tekens):
        assert spiegel.AS_VAN <= teken.x <= spiegel.AS_TOT
        assert abs(teken.dy) + 8 <= baan.hoogte / 2, "het teken valt buiten de rij"
        for ander in baan.tekens[rang + 1 :]:
            is_ver = abs(teken.x - ander.x) >= spiegel.AFSTAND
            assert is_ver or abs(teken.dy - ander.dy) >= spiegel.BAANHOOGTE
    assert {teken.groep for teken in baan.tekens} == set(groepen)


def test_alleen_een_percentage_krijgt_een_teken_in_de_spiegel() -> None:
    rij = _spiegelrij((CL, deel(47, 62)), (NA, weinig(11, 14, NA)), (PR, BAND_HOOG), (SA, None))
    baan = spiegel.leg_uit(rij)
    assert [teken.groep for teken in baan.tekens] == [CL]
    assert baan.van is None
    assert baan.tekens[0].dy == 0


def _punt(jaar: int, cijfer: OpenbaarCijfer | None, *, breuk: bool = False) -> Trendpunt:
    return Trendpunt(jaar=jaar, cijfer=cijfer, breuk=breuk)


def test_een_lijn_loopt_alleen_tussen_opeenvolgende_jaren_van_dezelfde_reeks() -> None:
    doorlopend = trend.leg_uit((_punt(2022, deel(40, 60)), _punt(2023, deel(41, 60)), _punt(2024, deel(42, 60))))
    assert len(doorlopend.lijnen) == 2
    met_gat = trend.leg_uit((_punt(2021, deel(40, 60)), _punt(2023, deel(41, 60)), _punt(2024, deel(42, 60))))
    assert [lijn.x1 for lijn in met_gat.lijnen] == [met_gat.punten[1].x]
    assert met_gat.gaten[0].jaren == (2022,)
    met_breuk = trend.leg_uit((_punt(2023, deel(40, 60)), _punt(2024, deel(41, 60), breuk=True)))
    assert met_breuk.lijnen == ()
    assert met_breuk.punten[0].x < met_breuk.breuken[0] < met_breuk.punten[1].x
    andere_reeks = trend.leg_uit((_punt(2023, deel(40, 60, reeks="r0")), _punt(2024, deel(41, 60))))
    assert andere_reeks.lijnen == ()


def test_een_verborgen_jaar_heeft_geen_punt_maar_een_gat_met_woorden() -> None:
    beeld = trend.leg_uit(
        (_punt(2022, TE_WEINIG), _punt(2023, weinig(11, 14)), _punt(2024, BAND_HOOG), _punt(2025, deel(40, 60)))
    )
    assert [punt.jaar for punt in beeld.punten] == [2025]
    assert [gat.jaren for gat in beeld.gaten] == [(2022,), (2023,), (2024,)]
    assert [gat.trede for gat in beeld.gaten] == [0, 1, 2]
    alleen_woorden = trend.leg_uit((_punt(2024, TE_WEINIG),))
    assert alleen_woorden.punten == ()


@given(st.lists(st.integers(3, 57), min_size=1, max_size=6))
def test_elk_punt_en_label_van_een_trend_valt_binnen_de_figuur(tellingen: list[int]) -> None:
    beeld = trend.leg_uit(tuple(_punt(2019 + rang, deel(aantal, 60)) for rang, aantal in enumerate(tellingen)))
    for punt in beeld.punten:
        assert trend.BOVEN <= punt.y <= trend.ONDER
        assert 14 <= punt.label_y < punt.y
        assert trend.LINKS <= punt.x <= trend.RECHTS
        assert punt.marge_van is not None
        assert punt.marge_tot is not None
        assert punt.marge_van <= punt.y <= punt.marge_tot
    assert [punt.is_laatste for punt in beeld.punten].count(True) == 1


def test_de_as_is_altijd_de_hele_schaal() -> None:
    aandeel = trend.leg_uit((_punt(2024, deel(40, 60)),))
    assert [lijn.waarde for lijn in aandeel.aslijnen] == [0, 0.25, 0.5, 0.75, 1]
    cijfer = trend.leg_uit((_punt(2024, cijfer_gemiddelde()),))
    assert [lijn.waarde for lijn in cijfer.aslijnen] == [0, 2, 4, 6, 8, 10]
    groot = trend.leg_uit((_punt(2024, replace(cijfer_gemiddelde(), waarde=134.0, bovengrens=150.0)),))
    assert groot.aslijnen[-1].waarde == 200


def test_het_balkje_bij_de_respons_volgt_het_percentage_of_ontbreekt() -> None:
    assert balkbreedte(respons(118, 176, CL)) == pytest.approx(67.05)
    assert balkbreedte(respons(34, None, SA)) is None
    assert balkbreedte(replace(weinig(14, 31), maat=Maat.RESPONS)) is None


# ---- geheimhouding in de uitvoer ----

_VERBORGEN = (Status.BAND_LAAG, Status.BAND_HOOG, Status.TE_WEINIG, Status.NIET_GETOOND, Status.GEEN_INFORMATIE)
_SPOREN = ("9173", "12511", "9.173", "12.511", "73,3", "73.3", "73%", "73 procent", "71.9", "79.9", "79,9")


def _alles_met(cijfer: OpenbaarCijfer) -> Verslag:
    """Een verslag waarin dit ene cijfer in elk soort blok staat."""
    voorbeeld = maak_voorbeeldverslag()
    kop = next(blok for _, blok in _blokken(voorbeeld.secties) if isinstance(blok, Verdelingsfiguur)).kop
    kernen = next(blok for _, blok in _blokken(voorbeeld.secties) if isinstance(blok, Kernboodschappen))
    balk = verdelingsrij("Vraag?", (10, 20, 10, 10, 10))
    return verslag_met(
        Alinea(delen=("Het cijfer is ", cijfer, ".")),
        Mensentekst(delen=("Het cijfer is **", cijfer, "**.")),
        Kernboodschappen(boodschappen=(replace(kernen.boodschappen[0], cijfer=cijfer, anker="hoofdstuk"),)),
        Verdelingsfiguur(
            kop=replace(kop, anker="v", boodschap=("Kop ", cijfer)),
            rijen=(replace(balk, gunstig=cijfer, verdeling=(cijfer,) * 5),),
        ),
        Trendfiguur(
            kop=replace(kop, anker="t", boodschap=("Kop",)),
            vraagtekst="Vraag?",
            doelgroep=CL,
            punten=(_punt(2023, cijfer), _punt(2024, cijfer)),
        ),
        Spiegelfiguur(
            kop=replace(kop, anker="s", boodschap=("Kop",)),
            groepen=(CL, NA),
            rijen=(_spiegelrij((CL, cijfer), (NA, cijfer)),),
        ),
    )


def _blokken(secties: tuple[Sectie, ...], niveau: int = 2) -> list[tuple[int, Blok]]:
    return [
        paar
        for sectie in secties
        for paar in [*((niveau, blok) for blok in sectie.blokken), *_blokken(sectie.secties, niveau + 1)]
    ]


def _met_spoor(status: Status) -> OpenbaarCijfer:
    """Een cijfer dat per ongeluk zijn waarde nog draagt."""
    kern = maak_cijfer(teller=9173, noemer=12511, marge=0.066, toelichting="woorden voor de lezer")
    return replace(kern, status=status)


@pytest.mark.parametrize("status", _VERBORGEN)
def test_een_verborgen_cijfer_laat_nergens_een_spoor_na(status: Status) -> None:
    cijfer = _met_spoor(status)
    if status in (Status.BAND_LAAG, Status.BAND_HOOG):
        cijfer = replace(cijfer, noemer=None)
    for tekst in toon(_alles_met(cijfer)):
        zonder_stijl = re.sub(r"<style>.*?</style>", "", tekst, flags=re.DOTALL)
        assert [spoor for spoor in _SPOREN if spoor in zonder_stijl] == []


def test_dezelfde_zoektocht_vindt_een_getoond_cijfer_wel() -> None:
    html, markdown = toon(_alles_met(_met_spoor(Status.GETOOND)))
    assert {"73%", "73 procent", "12.511", "71.9"} <= {spoor for spoor in _SPOREN if spoor in html}
    assert {"73%", "12.511"} <= {spoor for spoor in _SPOREN if spoor in markdown}


def test_bij_weinig_antwoorden_staat_nergens_een_percentage_of_plaats() -> None:
    cijfer = replace(_met_spoor(Status.WEINIG), teller=11, noemer=15)
    html, markdown = toon(_alles_met(cijfer))
    assert "11 van 15" in html
    assert "11 van 15" in markdown
    for tekst in (html, markdown):
        zonder_stijl = re.sub(r"<style>.*?</style>", "", tekst, flags=re.DOTALL)
        assert [spoor for spoor in _SPOREN if spoor in zonder_stijl] == []


def test_een_verborgen_cel_heeft_woorden_en_nooit_een_nul_streep_of_leegte(pagina: Pagina) -> None:
    cellen = [cel.strip() for tabel in pagina.tabellen for rij in tabel for cel in rij]
    assert len(cellen) > 200
    assert {"te weinig antwoorden", "niet getoond", "meer dan 90%", "minder dan 3 van de 14"} <= set(cellen)
    assert not {"", "-", "–", "0", "nan", "NaN", "None"} & set(cellen)


def test_een_verborgen_aantal_antwoorden_heet_niet_genoemd() -> None:
    assert aantal_antwoorden(_met_spoor(Status.TE_WEINIG)) == "niet genoemd"
    assert aantal_antwoorden(BAND_HOOG) == "62"
    assert aantal_antwoorden(deel(47, 62)) == "62"


# ---- de pagina ----


def test_twee_keer_hetzelfde_verslag_geeft_dezelfde_bytes() -> None:
    verslag = maak_voorbeeldverslag()
    assert maak_html(verslag).inhoud == maak_html(verslag).inhoud
    assert maak_markdown(verslag).inhoud == maak_markdown(verslag).inhoud


def test_de_paden_zijn_vast() -> None:
    verslag = maak_voorbeeldverslag()
    assert (maak_html(verslag).pad, maak_markdown(verslag).pad) == ("verslag.html", "verslag.md")


def test_er_is_een_h1_en_geen_kop_slaat_een_niveau_over(pagina: Pagina) -> None:
    niveaus = [niveau for niveau, _ in pagina.koppen]
    assert niveaus.count(1) == 1
    assert niveaus[0] == 1
    assert all(volgende - vorige <= 1 for vorige, volgende in pairwise(niveaus))
    assert {2, 3, 4} <= set(niveaus)
    assert all(tekst.strip() for _, tekst in pagina.koppen)


def test_elk_id_is_uniek_heeft_het_voorvoegsel_en_elk_anker_bestaat(pagina: Pagina) -> None:
    ids = pagina.met("id")
    assert len(ids) == len(set(ids))
    assert all(naam.startswith("kv-") for naam in ids)
    ankers = [waarde[1:] for waarde in pagina.met("href") if waarde.startswith("#")]
    assert len(ankers) > 20
    assert set(ankers) <= set(ids)
    assert set(pagina.met("aria-labelledby")) <= set(ids)
    patronen = re.findall(r"url\(#([\w-]+)\)", " ".join(pagina.met("fill")))
    assert patronen
    assert set(patronen) <= set(ids)


def test_de_inhoudsopgave_noemt_precies_de_secties_die_erin_horen(html: str) -> None:
    navigatie = lees_pagina(html[html.index("<nav") : html.index("</nav>") + 6])
    assert navigatie.met("href")[:3] == ["#kv-kort", "#kv-respons", "#kv-clienten"]
    assert "#kv-leeswijzer" not in navigatie.met("href")


def test_de_banden_staan_er_alleen_als_ze_gelden() -> None:
    verslag = maak_voorbeeldverslag()
    for tekst in toon(verslag):
        assert "Dit verslag is nog niet vastgesteld." in tekst
        assert "Deze organisatie en alle cijfers zijn verzonnen." in tekst
        assert "Vastgesteld op" not in tekst
    echt = replace(verslag, concept=False, organisatie=replace(verslag.organisatie, verzonnen=False))
    for tekst in toon(echt):
        assert "nog niet vastgesteld" not in tekst
        assert "verzonnen" not in tekst
        assert "Vastgesteld op 12 mei 2025" in tekst


def test_de_voettekst_noemt_programma_kader_en_controlegetal(html: str, markdown: str) -> None:
    for tekst in (html, markdown.replace("\\", "")):
        for kenmerk in ("kwaliteit 0.1.0", "woonzorg-lggz-2024", "versie 1", "5f0c91be7a24"):
            assert kenmerk in tekst


def test_de_pagina_vraagt_niets_van_buiten_en_heeft_geen_script_of_losse_stijl(html: str, pagina: Pagina) -> None:
    assert not pagina.heten("script", "link", "iframe", "img", "object", "embed", "form", "base")
    assert len(pagina.heten("style")) == 1
    assert pagina.met("style") == []
    assert [naam for element in pagina.elementen for naam in element.attributen if naam.startswith("on")] == []
    assert pagina.met("src") == []
    assert not re.search(r"url\((?!#)|@import|https?:", re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1])  # type: ignore[index]
    extern = {
        waarde
        for waarde in pagina.met("href")
        if not waarde.startswith(("#", "https://", "mailto:", "gegevens/", "indicatoren.html"))
        and waarde not in ("kort.html", "verantwoording.html", "verslag.md")
    }
    assert extern == set()


def test_het_beleid_in_de_pagina_noemt_de_hash_van_precies_dit_stijlblad(html: str) -> None:
    gevonden = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert gevonden is not None
    kern = b64encode(hashlib.sha256(gevonden[1].encode("utf-8")).digest()).decode("ascii")
    assert f"style-src 'sha256-{kern}'" in html.replace("&#39;", "'").replace("&#43;", "+").replace("&#47;", "/")


def test_stijlblad_en_pagina_blijven_klein(html: str) -> None:
    gevonden = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert gevonden is not None
    assert len(gevonden[1].encode()) <= 14_000
    een_pijler = replace(maak_voorbeeldverslag(), secties=maak_voorbeeldverslag().secties[:3])
    assert len(maak_html(een_pijler).inhoud) <= 60_000


@pytest.fixture(scope="module")
def voorbeelddata(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """De openbare map van het hele verslag over de voorbeelddata."""
    return maak_verslag(tmp_path_factory.mktemp("voorbeelddata")) / "openbaar"


def test_het_volledige_voorbeeldverslag_blijft_klein(voorbeelddata: Path) -> None:
    assert len((voorbeelddata / "verslag.html").read_bytes()) <= 150_000


def test_html_en_markdown_van_het_volledige_voorbeeldverslag_zeggen_hetzelfde(voorbeelddata: Path) -> None:
    pagina = lees_pagina((voorbeelddata / "verslag.html").read_text(encoding="utf-8"))
    markdown = (voorbeelddata / "verslag.md").read_text(encoding="utf-8")
    in_html = [[[_plat(cel) for cel in rij] for rij in tabel] for tabel in pagina.tabellen]
    in_markdown = [[[_plat(cel) for cel in rij] for rij in tabel] for tabel in _tabellen_in(markdown)]
    assert len(in_html) > 10
    assert in_markdown == in_html
    assert max(regel.count(" | ") for regel in markdown.splitlines() if regel.startswith("|")) < 5
    ids = pagina.met("id")
    assert len(ids) == len(set(ids))
    assert {waarde[1:] for waarde in pagina.met("href") if waarde.startswith("#")} <= set(ids)
    assert "raw HTML omitted" not in _cmark(markdown)


def test_elk_cijfer_van_een_vraag_staat_per_pijler_in_een_tabel(voorbeelddata: Path) -> None:
    """Geen vraag staat in twee tabellen van dezelfde pijler."""
    html = (voorbeelddata / "verslag.html").read_text(encoding="utf-8")
    for pijler in ("clienten", "naasten", "professionals", "samenleving", "samenwerken"):
        begin = html.index(f"aria-labelledby=kv-{pijler}>")
        deel_ = html[begin : html.index("aria-labelledby=kv-", begin + 20)]
        vragen = re.findall(r"<th (?:role=rowheader|scope=row)>([^<]+)", deel_)
        assert len(vragen) > 5
        assert len(vragen) == len(set(vragen))


def test_elke_figuur_heeft_boodschap_ondertitel_bron_tabel_en_gegevens(html: str) -> None:
    figuren = re.findall(r"<figure class=kv-fig .*?</figure>", html, re.DOTALL)
    assert len(figuren) > 20
    for figuur in figuren:
        deel_ = lees_pagina(figuur)
        assert re.search(r"<figcaption><b>[^<]+</b>", figuur)
        assert re.search(r"(Figuur|Tabel) \d+\. ", deel_.zichtbaar)
        assert "Bron: " in deel_.zichtbaar
        verwijst = re.search(r"href=#(kv-[\w-]+-tabel)>de tabel bij figuur \d+</a>", figuur)
        assert len(deel_.tabellen) == (0 if verwijst else 1)
        if verwijst:
            assert f"id={verwijst[1]}>" in html
        if "Figuur" in deel_.zichtbaar:
            assert verwijst or "gegevens/indicatoren.csv" in deel_.met("href")
            assert verwijst or "(CSV)" in deel_.zichtbaar
            label = next(
                element.attributen["aria-label"] for element in deel_.elementen if "aria-label" in element.attributen
            )
            assert len(label) <= LENGTE
            assert re.search(r"Alle cijfers staan in de tabel (hieronder|bij figuur \d+)\.$", label)


def test_elke_tabel_heeft_een_bijschrift_en_koppen_met_een_richting(pagina: Pagina) -> None:
    assert len(pagina.heten("table")) == len(pagina.heten("caption")) == len(pagina.heten("thead"))
    # In een stapeltabel zegt de rol het al; daar is scope dubbel.
    richtingen = {element.attributen.get("scope") or element.attributen.get("role") for element in pagina.heten("th")}
    assert richtingen == {"col", "row", "columnheader", "rowheader"}
    for tabel in pagina.tabellen:
        assert len({len(rij) for rij in tabel}) == 1, "elke rij heeft evenveel cellen"
    stapels = [element for element in pagina.heten("table") if "kv-stapel" in element.attributen["class"]]
    assert stapels
    assert all(element.attributen.get("role") == "table" for element in stapels)


def test_de_alternatieve_tekst_past_altijd_en_noemt_alleen_getallen_uit_de_tabel() -> None:
    for _, blok in _blokken(maak_voorbeeldverslag().secties):
        if not isinstance(blok, Verdelingsfiguur | Trendfiguur | Spiegelfiguur):
            continue
        tekst = alternatief(blok)
        assert len(tekst) <= LENGTE
        assert tekst.endswith(SLOT) or (isinstance(blok, Trendfiguur) and blok.tabel_bij)
        tabel = " ".join(lange_tekst(cel) for rij in tabel_van(blok).rijen for cel in rij)
        for getal in re.findall(r"(\d+) procent", tekst):
            assert f"{getal}%" in tabel


def test_een_lange_vraag_maakt_de_alternatieve_tekst_niet_te_lang() -> None:
    kop = next(blok for _, blok in _blokken(maak_voorbeeldverslag().secties) if isinstance(blok, Verdelingsfiguur)).kop
    rijen = tuple(verdelingsrij(f"{nummer} " + "woorden " * 60, (10, 20, 10, 10, 10 + nummer)) for nummer in range(12))
    tekst = alternatief(Verdelingsfiguur(kop=kop, rijen=rijen))
    assert len(tekst) <= LENGTE
    assert "Hoogste" in tekst


def test_elke_regel_van_het_stijlblad_eindigt_zo_dat_hij_aan_de_volgende_mag_plakken() -> None:
    bron = re.sub(r"/\*.*?\*/", "", STIJL.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [regel for regel in bron.splitlines() if regel.strip() and regel.strip()[-1] not in "{};,"] == []


VAKKLEUREN = ("merk", "l2", "l3", "l4", "oker")
"""De kleuren van de vakken in een balk, van gunstig naar ongunstig."""


def _licht(kleur: str) -> float:
    vol = kleur.lstrip("#") if len(kleur) == 7 else "".join(teken * 2 for teken in kleur.lstrip("#"))
    delen = [int(vol[plaats : plaats + 2], 16) / 255 for plaats in (0, 2, 4)]
    lineair = [deel / 12.92 if deel <= 0.03928 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


def _contrast(een: str, ander: str) -> float:
    hoog, laag = sorted((_licht(een), _licht(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def test_alle_kleuren_hebben_genoeg_contrast_in_licht_en_donker() -> None:
    voor, na = STIJL.read_text(encoding="utf-8").split("@media screen and (prefers-color-scheme:dark)")
    licht = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", voor))
    donker = {**licht, **dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", na.split("}\n}")[0]))}
    assert licht["papier"] != donker["papier"]
    tekst = [("inkt", "papier"), ("stil", "papier"), ("stil", "zacht"), ("stil", "vlak"), ("inkt", "zacht")]
    tekst += [("inkt", "vlak"), ("merk", "papier"), ("merk", "zacht"), ("oker", "papier"), ("oker", "oker-z")]
    tekst += [
        ("inkt", "oker-z"),
        ("papier", "merk"),
        *(("inkt" if naam == "l3" else "lt", naam) for naam in VAKKLEUREN),
    ]
    vorm = [(naam, "papier") for naam in (*VAKKLEUREN, "mp", "stil", "me", "marge")] + [("merk", "marge")]
    for kleuren in (licht, donker):
        assert [paar for paar in tekst if _contrast(kleuren[paar[0]], kleuren[paar[1]]) < 4.5] == []
        assert [paar for paar in vorm if _contrast(kleuren[paar[0]], kleuren[paar[1]]) < 3] == []
    assert _contrast("#777777", "#ffffff") < 4.5, "de toets ziet een te laag contrast"


# ---- ontsnappen ----

KWAAD = '<script>alert("x")</script>'


def _vervang_teksten(waarde: object, van: str, naar: str) -> object:
    """Vervang een tekst overal in een verslag."""
    if isinstance(waarde, str) and type(waarde) is str:
        return waarde.replace(van, naar)
    if isinstance(waarde, tuple):
        return tuple(_vervang_teksten(deel_, van, naar) for deel_ in waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        velden = {veld.name: getattr(waarde, veld.name) for veld in fields(waarde)}
        nieuw = {naam: _vervang_teksten(inhoud, van, naar) for naam, inhoud in velden.items() if naam != "anker"}
        return replace(waarde, **{naam: inhoud for naam, inhoud in nieuw.items() if inhoud is not velden[naam]})
    return waarde


@pytest.mark.parametrize(
    "woord",
    [
        "Stichting Voorbeeldhuis",
        "keukentafel",
        "herstel",
        "Verantwoording",
        "kwaliteit-clienten",
        "Locatie",
        "meer dan",
    ],
)
def test_een_script_in_welke_tekst_ook_verschijnt_als_tekst(woord: str) -> None:
    verslag = _vervang_teksten(maak_voorbeeldverslag(), woord, KWAAD)
    assert isinstance(verslag, Verslag)
    html, markdown = toon(verslag)
    pagina = lees_pagina(html)
    assert not pagina.heten("script")
    assert 'alert("x")' in " ".join(pagina.zichtbaar.split())
    assert "<script" not in re.sub(r"\\<", "", markdown)
    assert "alert" in markdown


def test_een_naam_kan_niet_uit_het_stijlblad_of_een_attribuut_breken() -> None:
    verslag = maak_voorbeeldverslag()
    naam = '"}</style><b onclick="x">\\'
    html = maak_html(replace(verslag, organisatie=replace(verslag.organisatie, naam=naam))).inhoud.decode("utf-8")
    pagina = lees_pagina(html)
    assert len(pagina.heten("style")) == 1
    assert "onclick" not in " ".join(naam for element in pagina.elementen for naam in element.attributen)
    assert naam in pagina.zichtbaar


def test_een_vreemde_website_wordt_tekst_en_geen_link() -> None:
    verslag = maak_voorbeeldverslag()
    html = maak_html(replace(verslag, organisatie=replace(verslag.organisatie, website="javascript:alert(1)"))).inhoud
    assert b'href="javascript' not in html
    assert b"javascript:alert(1)" in html


@given(st.text(alphabet="ab<>*_`[]()|#-+.1!\\&;~{}\n :/=\"'", max_size=40))
def test_ontsnapte_markdown_komt_als_dezelfde_tekst_terug(tekst: str) -> None:
    stukken = MarkdownIt("gfm-like", {"linkify": False}).parse(ontsnap_markdown(tekst))
    terug = "".join(kind.content for stuk in stukken for kind in stuk.children or ())
    assert terug.strip() == " ".join(tekst.split())
    assert {stuk.type for stuk in stukken} <= {"paragraph_open", "inline", "paragraph_close"}


# ---- mensentekst ----

AANVALLEN = (
    KWAAD,
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "[klik]( JaVaScRiPt:alert(1) )",
    "[klik](&#106;avascript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](vbscript:x)",
    "[klik](file:///etc/passwd)",
    "[klik](//voorbeeld.example/pad)",
    "[klik](verslag.pdf)",
    "<javascript:alert(1)>",
    '[klik](https://voorbeeld.example/"onmouseover="alert(1))',
    "[klik][1]\n\n[1]: javascript:alert(1)",
    "![beeld](https://voorbeeld.example/spion.png)",
    "<!-- verborgen --><style>p{display:none}</style>",
    "<svg onload=alert(1)>",
    "`<script>`\n\n```html\n<script>alert(1)</script>\n```",
    "| a | b |\n|---|---|\n| <b>x</b> | [y](javascript:x) |",
    "<details open ontoggle=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


@pytest.mark.parametrize("aanval", AANVALLEN)
def test_een_aanval_in_mensentekst_levert_alleen_veilige_elementen(aanval: str) -> None:
    pagina = lees_pagina(str(mensentekst.als_html((aanval,), 3)))
    toegestaan = {*mensentekst._TEKSTELEMENTEN, *mensentekst._TABELELEMENTEN}
    eigen = {"class": "kv-rol", "role": "region", "tabindex": "0"}  # het vak om een tabel is van ons
    vakken = [element for element in pagina.elementen if element.naam == "div"]
    assert all({**vak.attributen, "aria-label": ""} == {**eigen, "aria-label": ""} for vak in vakken)
    assert {element.naam for element in pagina.elementen} - {"div"} <= toegestaan
    andere = [element for element in pagina.elementen if element not in vakken]
    assert {naam for element in andere for naam in element.attributen} <= {"href", "start", "scope"}
    assert all(re.match(r"https://|mailto:", waarde) for waarde in pagina.met("href"))
    assert pagina.zichtbaar.strip()
    weer_html = MarkdownIt("commonmark", {"html": True}).render(als_markdown((aanval,), 3))
    assert not re.search(r"<(script|img|svg|style|details|!--)|javascript:[^\"]*\">", weer_html)


def test_gewone_opmaak_in_mensentekst_blijft() -> None:
    tekst = (
        "Een **vet** en *schuin* woord, [een link](https://voorbeeld.example) en <mailto:a@b.nl>.\n\n1. een\n2. twee"
    )
    pagina = lees_pagina(str(mensentekst.als_html((tekst,), 3)))
    assert {"strong", "em", "a", "ol", "li"} <= {element.naam for element in pagina.elementen}
    assert pagina.met("href") == ["https://voorbeeld.example", "mailto:a@b.nl"]
    weer = als_markdown((tekst,), 3)
    assert "**vet**" in weer
    assert "*schuin*" in weer
    assert "1. een\n2. twee" in weer


def test_een_codeblok_houdt_zijn_lege_regels() -> None:
    html, markdown = toon(verslag_met(Mensentekst(delen=("```\nregel een\n\n  regel twee\n```",))))
    assert "regel een\n\n  regel twee" in "".join(tekst for _, tekst in lees_pagina(html).teksten)
    assert "regel een\n\n  regel twee" in markdown


def test_het_tweede_slot_houdt_ook_zonder_het_eerste(monkeypatch: pytest.MonkeyPatch) -> None:
    open_deur = MarkdownIt("commonmark", {"html": True})
    monkeypatch.setattr(mensentekst, "_lezer", lambda: open_deur)
    html = str(mensentekst.als_html(("Hoi <b onclick=x>daar</b> <script>alert(1)</script>",), 3))
    assert "<script" not in html
    assert "onclick" not in html
    assert "Hoi" in html


def test_een_cijfer_in_mensentekst_wordt_nooit_opmaak() -> None:
    cijfer = maak_cijfer(Status.BAND_HOOG, toelichting="# meer <b>dan</b> *90%*")
    pagina = lees_pagina(str(mensentekst.als_html((cijfer, " van de cliënten"), 3)))
    assert {element.naam for element in pagina.elementen} == {"p"}
    assert "# meer <b>dan</b> *90%* van de cliënten" in pagina.zichtbaar
    assert lees_pagina(str(mensentekst.als_html((deel(47, 62), " zegt ja"), 3))).zichtbaar.strip() == "76% zegt ja"


@pytest.mark.parametrize(
    ("tekst", "niveaus"),
    [
        ("# A\n\n## B\n\n# C", [3, 4, 3]),
        ("### A\n\n# B\n\n###### C", [3, 3, 4]),
        ("## A\n\n#### B", [3, 4]),
        ("A\n===\n\nB\n---", [3, 4]),
    ],
)
def test_koppen_in_mensentekst_passen_onder_hun_hoofdstuk(tekst: str, niveaus: list[int]) -> None:
    pagina = lees_pagina(str(mensentekst.als_html((tekst,), 3)))
    assert [niveau for niveau, _ in pagina.koppen] == niveaus
    regels = [regel for regel in als_markdown((tekst,), 3).splitlines() if regel.startswith("#")]
    assert [len(regel.split(" ")[0]) for regel in regels] == niveaus


def test_mensentekst_als_markdown_betekent_hetzelfde_als_als_html() -> None:
    tekst = (
        "Alinea met `code|x` en\\\nnieuwe regel.\n\n- punt\n\n  vervolg\n- punt *twee*\n  1. diep\n  2. dieper\n\n"
        "> citaat\n> > dubbel\n\n```\nblok\n```\n\n"
        "| a | b |\n|---|---|\n| 1 \\| 2 | **vet** `x\\|y` |\n\n---\n\n~~weg~~ einde"
    )
    lezer = MarkdownIt("js-default", {"html": False})
    weer = lezer.render(als_markdown((tekst,), 3))
    assert lees_pagina(weer).zichtbaar.split() == lees_pagina(lezer.render(tekst)).zichtbaar.split()
    assert [e.naam for e in lees_pagina(weer).elementen] == [e.naam for e in lees_pagina(lezer.render(tekst)).elementen]


# ---- markdown ----


def _tabellen_in(markdown: str) -> list[list[list[str]]]:
    """De tabellen in de Markdown; een brede tabel die in delen is geknipt, is hier weer één tabel."""
    tabellen: list[list[list[str]]] = []
    vorige, is_vervolg = "", False
    for regel in markdown.splitlines():
        if regel.startswith("**"):
            is_vervolg = re.search(r"\(deel (?!1 )\d+ van \d+\)\*\*$", regel) is not None
        if regel.startswith("|"):
            if not vorige.startswith("|"):
                tabellen.append([])
            cellen = re.split(r"(?<!\\)\|", re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", regel))[1:-1]
            if not all(re.fullmatch(r" -+:? ", cel) for cel in cellen):
                tabellen[-1].append([re.sub(r"\\(.)", r"\1", cel).strip() for cel in cellen])
        elif vorige.startswith("|") and is_vervolg:
            deel_ = tabellen.pop()
            assert [rij[0] for rij in deel_] == [rij[0] for rij in tabellen[-1]]
            tabellen[-1] = [[*rij, *vervolg[1:]] for rij, vervolg in zip(tabellen[-1], deel_, strict=True)]
        vorige = regel
    return tabellen


def _plat(cel: str) -> str:
    """Een cel zonder haakjes en witruimte: in Markdown staat het kleine tussen haakjes, in HTML eronder."""
    return re.sub(r"[()\s]", "", cel)


def test_html_en_markdown_hebben_dezelfde_tabellen(pagina: Pagina, markdown: str) -> None:
    in_html = [[[_plat(cel) for cel in rij] for rij in tabel] for tabel in pagina.tabellen]
    in_markdown = [[[_plat(cel) for cel in rij] for rij in tabel] for tabel in _tabellen_in(markdown)]
    assert len(in_html) > 20
    assert in_markdown == in_html


def test_html_en_markdown_noemen_dezelfde_percentages(pagina: Pagina, markdown: str) -> None:
    zichtbaar = set(re.findall(r"\d+%", pagina.zichtbaar)) - {"0%", "25%", "50%", "75%", "100%"}
    assert len(zichtbaar) > 20
    assert zichtbaar <= set(re.findall(r"\d+%", markdown))
    assert set(re.findall(r"\d+%", markdown)) - {"0%", "25%", "50%", "75%", "100%"} <= zichtbaar


def test_html_en_markdown_hebben_dezelfde_koppen(pagina: Pagina, markdown: str) -> None:
    in_markdown = [
        (len(regel.split(" ")[0]), regel.split(" ", 1)[1]) for regel in markdown.splitlines() if regel.startswith("#")
    ]
    verslag = maak_voorbeeldverslag()
    acties = {
        regel.actie.wat
        for _, blok in _blokken(verslag.secties)
        for regel in getattr(blok, "regels", ())
        if hasattr(regel, "actie")
    }
    pijlers = {
        b.pijlernaam
        for _, blok in _blokken(verslag.secties)
        if isinstance(blok, Kernboodschappen)
        for b in blok.boodschappen
    }
    zonder_lijsten = [
        (niveau, tekst)
        for niveau, tekst in pagina.koppen
        if tekst and re.sub(r"^\d+\. ", "", tekst) not in acties and not (niveau == 3 and tekst in pijlers)
    ]
    assert len(in_markdown) > 30
    assert [(niveau, re.sub(r"\\(.)", r"\1", tekst)) for niveau, tekst in in_markdown] == zonder_lijsten


def _cmark(markdown: str) -> str:
    cmark = shutil.which("cmark-gfm")
    if cmark is None:
        if VOLLEDIG:
            pytest.fail("cmark-gfm ontbreekt, maar KWALITEIT_VOLLEDIG=1")
        pytest.skip("cmark-gfm staat niet op deze machine")
    klaar = subprocess.run(
        [cmark, "-e", "table", "-e", "strikethrough", "-e", "autolink"],
        input=markdown.encode("utf-8"),
        capture_output=True,
        check=True,
    )
    return klaar.stdout.decode("utf-8")


def test_een_vreemde_lezer_ziet_in_de_markdown_geen_html_en_alle_tabellen(markdown: str, pagina: Pagina) -> None:
    uitvoer = _cmark(markdown)
    assert "raw HTML omitted" not in uitvoer
    assert uitvoer.count("<table>") == len(pagina.tabellen)
    assert "raw HTML omitted" in _cmark("<b>controle</b>\n"), "de toets ziet rauwe HTML wel"


@pytest.mark.parametrize("aanval", AANVALLEN)
def test_een_aanval_in_mensentekst_wordt_in_markdown_nooit_html(aanval: str) -> None:
    uitvoer = _cmark(str(als_markdown((aanval,), 3)))
    assert "raw HTML omitted" not in uitvoer
    assert "<img" not in uitvoer
    assert 'href="javascript' not in uitvoer.lower()


def test_een_citaat_met_markdown_tekens_blijft_een_citaat() -> None:
    tekst = "# Niet *zo* | 1. wel [hier](x) <b>\nregel twee"
    html, markdown = toon(verslag_met(Citaten(citaten=(Citaatregel(tekst=tekst, rol="Cliënt"),))))
    assert tekst.replace("\n", " ") in " ".join(lees_pagina(html).zichtbaar.split())
    uitvoer = _cmark(markdown)
    assert uitvoer.count("<blockquote>") == 1
    assert "<em>" not in uitvoer
    assert "— Cliënt" in uitvoer


def test_als_tekst_plakt_tekst_en_cijfers_aan_elkaar() -> None:
    assert als_tekst(("Van de cliënten zegt ", deel(47, 62), " ja.")) == "Van de cliënten zegt 76% ja."
