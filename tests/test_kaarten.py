"""De indicatorkaarten: elke indicator heeft er één, in gewone taal, en de pagina is een rustige eigen pagina."""

import csv
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Gevraagd
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import (
    Kengetal,
    Kengetalsoort,
    Ontbreekregel,
    Samenstelling,
    Schaal,
    Schaalsoort,
    Vraag,
)
from kwaliteit.kaders import lees_kader, lees_rekenregels, nieuwste_kader
from kwaliteit.rapportage.indicatorkaarten import (
    maak_kaarten,
    maak_kengetalkaart,
    maak_lijstkaarten,
    maak_responskaart,
    maak_vraagkaart,
    noem_kaartanker,
)
from kwaliteit.vragenlijsten import lees_bibliotheek
from tests import venster
from tests.gouden_verslag import maak_verslag
from tests.lees_html import Pagina, lees_pagina
from tests.rapportage_fabriek import maak_openbaar
from tests.venster import TE_BREED, Kleur, noem_overtredingen, open_pagina

browser = venster.browser
REGELS: Rekenregels = lees_rekenregels()
EENS = Schaal(
    naam="eens", soort=Schaalsoort.LIKERT, codes=(1, 2, 3), labels=("oneens", "neutraal", "eens"), gunstig=(3,)
)


def kaart_van(vraag: Vraag, *, gewogen: bool = False) -> dict[str, str]:
    kaart = maak_vraagkaart(
        vraag,
        Doelgroep.CLIENTEN,
        REGELS,
        normen="Geen norm.",
        bron="Lijst x, versie 1.",
        vergelijken="Ja.",
        gewogen=gewogen,
    )
    return dict(kaart.regels)


def test_een_gesloten_vraag_noemt_haar_gunstige_antwoorden() -> None:
    kaart = kaart_van(Vraag(id="V1", tekst="Gaat het?", schaal=EENS))
    assert kaart["Wat het is"] == "Van de cliënten die antwoordden: het deel dat “eens” zei."
    assert kaart["Omkeren"] == "Nee."
    assert "Blaker" in kaart["Marge"]
    assert "30 antwoorden" in kaart["Marge"]
    assert kaart_van(Vraag(id="V1", tekst="x", schaal=EENS, omgekeerd=True))["Omkeren"].startswith("Ja: ")
    extra = kaart_van(Vraag(id="V1", tekst="x", schaal=EENS, met_score=True, met_topbox=True))["Ook te vinden"]
    assert "score van 0 tot 100" in extra
    assert "hoogste antwoord" in extra


def test_een_rapportcijfer_en_een_nps_hebben_een_eigen_eenheid_en_marge() -> None:
    cijfer = Schaal(naam="c", soort=Schaalsoort.RAPPORTCIJFER, laagste=1, hoogste=10)
    kaart = kaart_van(Vraag(id="V1", tekst="x", schaal=cijfer))
    assert kaart["Eenheid"] == "Een cijfer van 1 tot 10, met één decimaal."
    assert "t-verdeling" in kaart["Marge"]
    assert "hoeveel mensen er zijn" not in kaart["Marge"]
    nps = kaart_van(Vraag(id="V1", tekst="x", schaal=Schaal(naam="n", soort=Schaalsoort.NPS, laagste=0, hoogste=10)))
    assert "9 of 10, min" in nps["Wat het is"]
    assert "Wald" in nps["Marge"]


MEERKEUZE = Schaal(naam="m", soort=Schaalsoort.MEERKEUZE, codes=(1, 2), labels=("thuis", "elders"))
GETAL = Schaal(naam="g", soort=Schaalsoort.GETAL)
KAARTWOORDEN = {
    Schaalsoort.LIKERT: (EENS, "het deel dat “eens” zei", "Procent", "Blaker"),
    Schaalsoort.JA_NEE: (replace(EENS, soort=Schaalsoort.JA_NEE), "het deel dat “eens” zei", "Procent", "Blaker"),
    Schaalsoort.KEUZE: (replace(EENS, soort=Schaalsoort.KEUZE, gunstig=()), "Hoe vaak", "Procent", ""),
    Schaalsoort.MEERKEUZE: (MEERKEUZE, "het deel dat dit antwoord koos. Meer antwoorden", "Procent", "Blaker"),
    Schaalsoort.RAPPORTCIJFER: (
        Schaal(naam="c", soort=Schaalsoort.RAPPORTCIJFER, laagste=1, hoogste=10),
        "Het gemiddelde van de cijfers",
        "Een cijfer van 1 tot 10",
        "t-verdeling",
    ),
    Schaalsoort.NPS: (
        Schaal(naam="n", soort=Schaalsoort.NPS, laagste=0, hoogste=10),
        "De aanbevelingsscore",
        "Punten",
        "Wald",
    ),
    Schaalsoort.GETAL: (GETAL, "alleen voor intern gebruik", "Een getal.", "niet openbaar"),
    Schaalsoort.SCHAALSCORE: (
        Schaal(naam="s", soort=Schaalsoort.SCHAALSCORE, laagste=1, hoogste=5),
        "Per mens het gemiddelde van E1 en E2",
        "Een score van 1 tot 5.",
        "t-verdeling",
    ),
}
DELEN = Samenstelling(
    vragen=("E1", "E2"),
    regel=Ontbreekregel.HELFT,
    op_100=False,
    gunstig_boven=None,
    instrument="Proef",
    versie="2",
    bron="verzonnen",
)


def maak_vraag_met(schaal: Schaal) -> Vraag:
    delen = DELEN if schaal.soort is Schaalsoort.SCHAALSCORE else None
    return Vraag(id="V1", tekst="Vraag een.", schaal=schaal, samenstelling=delen)


@pytest.mark.parametrize("soort", [soort for soort in Schaalsoort if soort is not Schaalsoort.OPEN])
def test_elke_soort_die_gemeten_wordt_heeft_een_eigen_kaart(soort: Schaalsoort) -> None:
    schaal, definitie, eenheid, marge = KAARTWOORDEN[soort]
    vraag = maak_vraag_met(schaal)
    kaart = kaart_van(vraag)
    assert vraag.is_gemeten
    assert definitie in kaart["Wat het is"]
    assert kaart["Eenheid"].startswith(eenheid)
    assert marge in kaart.get("Marge", "")
    assert bool(marge) == ("Marge" in kaart)
    assert all(tekst.endswith(".") for tekst in kaart.values())


def test_alleen_een_open_vraag_heeft_geen_kaart() -> None:
    open_vraag = Vraag(id="V1", tekst="x", schaal=Schaal(naam="o", soort=Schaalsoort.OPEN))
    assert not open_vraag.is_gemeten
    assert set(KAARTWOORDEN) == set(Schaalsoort) - {Schaalsoort.OPEN}


@pytest.mark.parametrize("soort", list(KAARTWOORDEN))
def test_een_gewogen_kaart_belooft_alleen_het_deel_gunstig(soort: Schaalsoort) -> None:
    schaal = KAARTWOORDEN[soort][0]
    vraag = maak_vraag_met(schaal)
    gewoon, gewogen = kaart_van(vraag), kaart_van(vraag, gewogen=True)
    assert "gewogen" not in gewoon["Wat het is"]
    assert "de een telt zwaarder dan de ander" in gewogen["Wat het is"]
    assert "Ook te vinden" not in gewogen
    if soort in (Schaalsoort.LIKERT, Schaalsoort.JA_NEE):
        assert "gewichten" in gewogen["Teller"]
        assert "Wilson" in gewogen["Marge"]
        assert "Blaker" not in gewogen["Marge"]
    else:
        assert gewogen["Marge"] == "Geen: dit cijfer is niet openbaar."


def test_de_kaart_zegt_dat_andere_mensen_of_wegen_de_jaren_scheiden() -> None:
    def maak(jaar: int, **anders: Any) -> Gevraagd:
        gevraagd = Gevraagd(
            jaar=jaar,
            doelgroep=Doelgroep.CLIENTEN,
            vraag=maak_vraag_met(EENS),
            pijler="",
            normen=(),
            vragenlijst="x",
            versie="1",
            reeks="r",
        )
        return replace(gevraagd, **anders)

    def vergelijken(*gevraagd: Gevraagd) -> str:
        kaarten = maak_kaarten(maak_openbaar((), gevraagd), lees_kader(nieuwste_kader()), REGELS)
        return dict(kaarten[0].regels)["Vergelijken"]

    assert vergelijken(maak(2023), maak(2024)) == "2024 is te vergelijken met 2023."
    assert vergelijken(maak(2023), maak(2024, reeks="s", breuk=Breuk.GROEP)) == (
        "Vanaf 2024 niet te vergelijken met eerder: de groep is veranderd. Er horen nu andere mensen bij de groep."
    )
    assert vergelijken(maak(2022), maak(2023, gewogen=True), maak(2024, gewogen=True)) == (
        "2024 is te vergelijken met 2023. Een gewogen cijfer is niet te vergelijken met een cijfer dat niet gewogen is."
    )


@pytest.mark.parametrize(("regel", "minstens"), [(Ontbreekregel.HELFT, 2), (Ontbreekregel.TWEE_DERDE, 3)])
def test_een_schaalscore_noemt_haar_vragen_en_hoeveel_er_nodig_zijn(regel: Ontbreekregel, minstens: int) -> None:
    delen = Samenstelling(
        vragen=("E1", "E2", "E3", "E4"),
        regel=regel,
        op_100=True,
        gunstig_boven=3.5,
        instrument="Proef",
        versie="2",
        bron="verzonnen",
    )
    schaal = Schaal(naam="s", soort=Schaalsoort.SCHAALSCORE, laagste=0, hoogste=100)
    kaart = kaart_van(Vraag(id="S1", tekst="Welzijn", schaal=schaal, samenstelling=delen))
    assert "E1, E2, E3 en E4" in kaart["Wat het is"]
    assert "boven 3,5" in kaart["Wat het is"]
    assert f"minstens {minstens} van de 4" in kaart["Geen antwoord"]
    assert kaart["Bron"] == "Lijst x, versie 1. Instrument: Proef, versie 2 (verzonnen)."
    assert "Soms staat er geen marge: dan zou een antwoord van één mens te raden zijn." in kaart["Marge"]
    zonder = replace(delen, instrument="", versie="", bron="")
    kaart = kaart_van(Vraag(id="S1", tekst="Welzijn", schaal=schaal, samenstelling=zonder))
    assert kaart["Bron"] == "Lijst x, versie 1."


def test_een_kengetal_noemt_teller_noemer_en_of_het_over_mensen_gaat() -> None:
    kader = lees_kader(nieuwste_kader())

    def maak(soort: Kengetalsoort, *, over_mensen: bool) -> dict[str, str]:
        kengetal = Kengetal(
            id="K1",
            naam="Plannen",
            teller="cliënten met een plan",
            noemer="cliënten",
            normen=("C2",),
            soort=soort,
            over_mensen=over_mensen,
        )
        return dict(maak_kengetalkaart(kengetal, kader).regels)

    kaart = maak(Kengetalsoort.VERHOUDING, over_mensen=True)
    assert kaart["Teller"] == "Cliënten met een plan."
    assert "kleine groepen zijn beschermd" in kaart["Wat het is"]
    assert kaart["Norm"].startswith("C2: ")
    aantal = maak(Kengetalsoort.AANTAL, over_mensen=False)
    assert "Noemer" not in aantal
    assert aantal["Eenheid"] == "Een aantal."
    assert "per 1.000" in maak(Kengetalsoort.PER_1000, over_mensen=False)["Eenheid"]
    assert "50%" in dict(maak_responskaart(Doelgroep.NAASTEN, REGELS).regels)["Marge"]


def test_elke_meegeleverde_vraag_en_elk_kengetal_heeft_een_kaart_met_een_eigen_anker() -> None:
    bibliotheek = lees_bibliotheek(None)
    kaarten = maak_lijstkaarten(bibliotheek, lees_kader(nieuwste_kader()), REGELS)
    getelde = {vraag.id for lijst in bibliotheek.vragenlijsten for vraag in lijst.gemeten_vragen}
    assert getelde | {een.id for een in bibliotheek.kengetallen} <= {kaart.id for kaart in kaarten}
    ankers = [kaart.anker for kaart in kaarten]
    assert len(ankers) == len(set(ankers))
    for kaart in kaarten:
        assert kaart.definitie
        assert kaart.noemer or kaart.id.startswith("K")
        assert all(tekst.endswith(".") for _, tekst in kaart.regels), kaart.regels


def test_een_anker_is_de_code_in_kleine_letters() -> None:
    assert noem_kaartanker("CL04") == "cl04"
    assert noem_kaartanker("Mijn vraag_2") == "mijn-vraag-2"


@pytest.fixture(scope="module")
def openbaar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_verslag(tmp_path_factory.mktemp("kaarten")) / "openbaar"


@pytest.fixture(scope="module")
def html(openbaar: Path) -> str:
    return (openbaar / "indicatoren.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pagina(html: str) -> Pagina:
    return lees_pagina(html)


def test_elke_indicator_in_de_csv_heeft_een_kaart_op_de_pagina(openbaar: Path, pagina: Pagina) -> None:
    with (openbaar / "gegevens" / "indicatoren.csv").open(encoding="utf-8", newline="") as stroom:
        indicatoren = {rij["indicator"] for rij in csv.DictReader(stroom)}
    assert len(indicatoren) > 40
    assert {noem_kaartanker(id_) for id_ in indicatoren} <= set(pagina.met("id"))


def test_de_kaarten_zeggen_welke_jaren_te_vergelijken_zijn(openbaar: Path) -> None:
    markdown = (openbaar / "indicatoren.md").read_text(encoding="utf-8")
    cl05 = markdown[markdown.index("### CL05.") : markdown.index("### CL06.")]
    assert "Vanaf 2024 niet te vergelijken met eerder: de vraag is veranderd." in cl05
    cl04 = markdown[markdown.index("### CL04.") : markdown.index("### CL05.")]
    assert "2024 is te vergelijken met 2022 en 2023." in cl04
    assert "C5: " in cl04


def test_de_pagina_is_rustig_zelfstandig_en_gaat_terug_naar_het_verslag(html: str, pagina: Pagina) -> None:
    assert '<html lang="nl">' in html
    assert re.search(r"<title>Wat elk cijfer betekent, 2024 – Stichting Wendelveer</title>", html)
    assert not pagina.heten("script", "link", "iframe", "object", "form")
    assert pagina.met("style") == []
    assert [bron[:11] for bron in pagina.met("src")] == ["data:image/"], "alleen het logo, in de pagina zelf"
    ids = pagina.met("id")
    assert len(ids) == len(set(ids))
    assert {waarde[1:] for waarde in pagina.met("href") if waarde.startswith("#")} <= set(ids)
    assert {waarde for waarde in pagina.met("href") if not waarde.startswith("#")} == {"verslag.html"}
    assert [niveau for niveau, _ in pagina.koppen].count(1) == 1
    niveaus = [niveau for niveau, _ in pagina.koppen]
    assert all(volgende <= vorige + 1 for vorige, volgende in pairwise(niveaus))
    stijl = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert stijl is not None
    assert f"sha256-{b64encode(sha256(stijl[1].encode()).digest()).decode()}" in html
    assert len(html.encode()) <= 150_000


def test_html_en_markdown_hebben_dezelfde_kaarten(openbaar: Path, pagina: Pagina) -> None:
    markdown = (openbaar / "indicatoren.md").read_text(encoding="utf-8")
    plat = re.sub(r"\\(.)", r"\1", markdown)
    koppen = re.findall(r"^#{2,3} (.+)$", plat, re.MULTILINE)
    assert koppen == [tekst for niveau, tekst in pagina.koppen if niveau > 1]
    zichtbaar = " ".join(pagina.zichtbaar.split())
    teksten = re.findall(r"^- \*\*[^*]+\*\* (.+)$", plat, re.MULTILINE)
    assert len(teksten) > 400
    assert all(" ".join(tekst.split()) in zichtbaar for tekst in teksten)


def test_het_verslag_wijst_naar_de_kaarten(openbaar: Path) -> None:
    verslag = lees_pagina((openbaar / "verslag.html").read_text(encoding="utf-8"))
    assert verslag.met("href").count("indicatoren.html") >= 2, "bij de methode en bij de normtabel"


def test_een_kaart_heeft_geen_antwoorden_of_cijfers_van_groepen(openbaar: Path) -> None:
    """Alleen definities: elk percentage op de pagina is een grens uit de rekenregels."""
    markdown = (openbaar / "indicatoren.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\d+%", markdown)) <= {"95%", "50%"}


@pytest.mark.browser
@pytest.mark.parametrize(("breedte", "kleur"), [(1280, "light"), (1280, "dark"), (320, "light")])
def test_axe_vindt_geen_overtreding_op_de_kaarten(browser: Browser, openbaar: Path, breedte: int, kleur: Kleur) -> None:
    pagina = open_pagina(browser, (openbaar / "indicatoren.html").as_uri(), breedte, kleur)
    assert noem_overtredingen(pagina, met_contrast=breedte == 1280) == []
    assert pagina.evaluate(TE_BREED) <= 0
    pagina.context.close()
