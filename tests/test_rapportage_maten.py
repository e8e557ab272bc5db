"""Nieuwe maten in het verslag: score, hoogste antwoord, schaalscore en meer antwoorden mogelijk."""

from dataclasses import replace

import pytest

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Breuk, Intervalmethode, Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.vergelijking import Label
from kwaliteit.begrippen.verhaal import Verhaal
from kwaliteit.begrippen.verslag import Cijfertabel, Kernboodschappen, Trendfiguur, Verdelingsfiguur, Verslag
from kwaliteit.begrippen.vragenlijst import Ontbreekregel, Samenstelling, Schaal, Schaalsoort, Vraag
from kwaliteit.rapportage.zinnen import schrijf_bijschrift, schrijf_feit, schrijf_vraagfeit
from kwaliteit.weergave import maak_html, maak_markdown
from kwaliteit.weergave.woorden import als_tekst
from tests.rapportage_fabriek import (
    CIJFER10,
    CL01,
    EENS5,
    JAAR,
    maak_cijfer,
    maak_oordeel,
    maak_oordelen,
    maak_openbaar,
    maak_pijlerverhaal,
    maak_verdeling,
    maak_verslag,
    maak_vraag,
    maak_werkmap,
    vraag_aan,
    zoek_blokken,
    zoek_sectie,
)

CL = Doelgroep.CLIENTEN
MEERKEUZE = Schaal(
    naam="hulp", soort=Schaalsoort.MEERKEUZE, codes=(1, 2, 3), labels=("wonen", "werk", "geld"), gunstig=()
)


def maak_schaalscore(*, op_100: bool, gunstig_boven: float | None = None) -> Vraag:
    """Een verzonnen schaalscore uit twee vragen."""
    return replace(
        maak_vraag("KL", tekst="Kwaliteit van leven"),
        schaal=Schaal(
            naam="kl", soort=Schaalsoort.SCHAALSCORE, laagste=0 if op_100 else 1, hoogste=100 if op_100 else 5
        ),
        samenstelling=Samenstelling(
            vragen=("CL01", "CL02"),
            regel=Ontbreekregel.HELFT,
            op_100=op_100,
            gunstig_boven=gunstig_boven,
            instrument="Proef",
            versie="1",
            bron="verzonnen",
        ),
    )


SCORE = maak_schaalscore(op_100=True)
GEMIDDELDE = maak_schaalscore(op_100=False, gunstig_boven=3.5)


def maak_score(waarde: float, *, jaar: int = JAAR, indicator: str = "KL", maat: Maat = Maat.SCORE) -> OpenbaarCijfer:
    """Een score of gemiddelde waarvan de marge niet openbaar is."""
    return replace(maak_cijfer(indicator, 30, 60, jaar=jaar, maat=maat, waarde=waarde), teller=None)


def maak_reeks(vraag: Vraag, maat: Maat, waarden: tuple[float, ...]) -> OpenbareIndicatoren:
    jaren = tuple(range(JAAR - len(waarden) + 1, JAAR + 1))
    cijfers = [maak_score(waarde, jaar=jaar, maat=maat) for jaar, waarde in zip(jaren, waarden, strict=True)]
    return maak_openbaar(cijfers, [vraag_aan(vraag, CL, jaar=jaar) for jaar in jaren])


def toon(verslag: Verslag) -> tuple[str, str]:
    html, markdown = maak_html(verslag).inhoud.decode(), maak_markdown(verslag).inhoud.decode()
    assert "None" not in html + markdown
    return html, markdown


@pytest.mark.parametrize(
    ("cijfer", "vraag", "zin", "bijschrift"),
    [
        (
            maak_score(68),
            SCORE,
            "gemiddelde score van cliënten: 68 van 100",
            "van 100, de gemiddelde score van cliënten",
        ),
        (
            maak_score(3.44, maat=Maat.GEMIDDELDE),
            GEMIDDELDE,
            "gemiddelde score van cliënten: 3,4",
            "gemiddelde score van cliënten",
        ),
        (
            maak_cijfer("KL", 40, 60),
            GEMIDDELDE,
            "67% van de cliënten heeft een score boven 3,5",
            "van de cliënten heeft een score boven 3,5",
        ),
        (
            maak_cijfer("KL", 11, 14),
            GEMIDDELDE,
            "11 van 14 cliënten hebben een score boven 3,5",
            "cliënten hebben een score boven 3,5",
        ),
        (
            maak_cijfer("CL01", 25, 60, maat=Maat.TOPBOX),
            CL01,
            "42% van de cliënten koos het hoogste antwoord",
            "van de cliënten koos het hoogste antwoord",
        ),
        (
            maak_cijfer("CL01", 8, 14, maat=Maat.TOPBOX),
            CL01,
            "8 van 14 cliënten kozen het hoogste antwoord",
            "cliënten kozen het hoogste antwoord",
        ),
        (
            replace(maak_score(68), status=Status.NIET_GETOOND, waarde=None, toelichting="niet getoond"),
            SCORE,
            "cliënten: niet getoond",
            "van cliënten",
        ),
        (
            maak_score(7.26, maat=Maat.GEMIDDELDE),
            maak_vraag("KL", schaal=CIJFER10),
            "cliënten geven gemiddeld een 7,3",
            "gemiddeld van cliënten",
        ),
    ],
)
def test_de_zin_past_bij_de_maat(cijfer: OpenbaarCijfer, vraag: Vraag, zin: str, bijschrift: str) -> None:
    assert als_tekst(schrijf_feit(cijfer, vraag, CL)) == zin
    assert schrijf_bijschrift(cijfer, vraag, CL) == bijschrift


def test_een_score_in_een_hele_zin_noemt_haar_bereik() -> None:
    assert als_tekst(schrijf_vraagfeit(maak_score(68), SCORE, CL)) == "Cliënten over “Kwaliteit van leven”: 68 van 100."


def test_een_schaalscore_heeft_een_rij_een_trend_en_een_oordeel() -> None:
    openbaar = maak_reeks(SCORE, Maat.SCORE, (61.0, 63.0, 68.0))
    werkmap = maak_werkmap(
        verhaal=Verhaal(
            voorwoord=None,
            samenvatting=None,
            over_ons=None,
            pijlers={"clienten": maak_pijlerverhaal(kerncijfer="KL")},
            reacties=(),
        )
    )
    oordelen = replace(maak_oordelen(), oordelen=(maak_oordeel("KL", Label.MOGELIJK, 1, maat=Maat.SCORE),))
    verslag = maak_verslag(openbaar, werkmap, oordelen=oordelen)
    tabel = zoek_blokken(zoek_sectie(verslag, "clienten"), Cijfertabel)[0]
    assert tabel.koppen == ("Vraag", "2022", "2023", "2024", "Vergeleken met 2023")
    assert tabel.rijen[0][0] == "Cliënten: Kwaliteit van leven: gemiddelde score, van 0 tot 100"
    assert tabel.rijen[0][-1] == "mogelijk meer, kan toeval zijn"
    trend = zoek_blokken(verslag, Trendfiguur)[0]
    assert als_tekst(trend.kop.boodschap) == "Eigen regie: 68, mogelijk meer dan in 2023, kan toeval zijn"
    assert "Gemiddelde score van cliënten, van 0 tot 100" in trend.kop.ondertitel
    html, markdown = toon(verslag)
    assert "Punten per jaar, cliënten." in html, "er is geen marge, dus de figuur noemt er geen"
    assert "Cijfers en marges" not in html + markdown
    assert "61 (60 antwoorden) | 63 (60 antwoorden) | 68 (60 antwoorden)" in markdown
    kern = zoek_blokken(verslag, Kernboodschappen)[0].boodschappen[0]
    assert kern.bij_cijfer == "van 100, de gemiddelde score van cliënten: “Kwaliteit van leven”"


def test_wie_gunstig_scoort_staat_in_een_eigen_rij() -> None:
    openbaar = maak_reeks(GEMIDDELDE, Maat.GEMIDDELDE, (3.4,))
    openbaar = maak_openbaar([*openbaar.cijfers, maak_cijfer("KL", 40, 60)], openbaar.gevraagd)
    tabel = zoek_blokken(zoek_sectie(maak_verslag(openbaar), "clienten"), Cijfertabel)[0]
    assert [rij[0] for rij in tabel.rijen] == [
        "Cliënten: Kwaliteit van leven: gemiddelde score",
        "Cliënten: Kwaliteit van leven: heeft een score boven 3,5",
    ]
    assert "67% (40% tot 90%, 60 antwoorden)" in toon(maak_verslag(openbaar))[1]


def test_score_en_hoogste_antwoord_staan_naast_de_figuur_in_de_tabel_met_andere_cijfers() -> None:
    cijfers = [
        maak_cijfer("CL01", 47, 62),
        *maak_verdeling("CL01", (4, 5, 6, 20, 27)),
        maak_score(71.6, indicator="CL01"),
        maak_cijfer("CL01", 27, 62, maat=Maat.TOPBOX),
    ]
    verslag = maak_verslag(maak_openbaar(cijfers, [vraag_aan(CL01, CL)]))
    sectie = zoek_sectie(verslag, "clienten")
    assert [rij.vraag for rij in zoek_blokken(sectie, Verdelingsfiguur)[0].rijen] == ["CL01"]
    tabel = zoek_blokken(sectie, Cijfertabel)[0]
    assert [rij[0] for rij in tabel.rijen] == [
        "Cliënten: Ik bepaal zelf hoe ik aan mijn herstel werk: gemiddelde score, van 0 tot 100",
        "Cliënten: Ik bepaal zelf hoe ik aan mijn herstel werk: koos het hoogste antwoord",
    ]
    assert "| 72 (62 antwoorden) |" in toon(verslag)[1].replace("(60 ", "(62 ")
    assert not zoek_blokken(
        zoek_sectie(maak_verslag(maak_openbaar(cijfers[:6], [vraag_aan(CL01, CL)])), "clienten"), Cijfertabel
    )


def test_meer_antwoorden_mogelijk_is_een_tabel_met_een_rij_per_antwoord_en_geen_balk() -> None:
    vraag = maak_vraag("MK", tekst="Waarbij krijgt u hulp?", schaal=MEERKEUZE)
    cijfers = [
        maak_cijfer("MK", teller, 60, maat=Maat.VERDELING, categorie=str(code), categorienaam=naam, jaar=jaar)
        for jaar in (JAAR - 1, JAAR)
        for code, naam, teller in ((1, "Wonen", 45), (2, "Werk", 30), (3, "Geld", 1))
    ]
    gevraagd = [vraag_aan(vraag, CL, jaar=jaar) for jaar in (JAAR - 1, JAAR)]
    verslag = maak_verslag(maak_openbaar(cijfers, gevraagd))
    sectie = zoek_sectie(verslag, "clienten")
    assert not zoek_blokken(sectie, Verdelingsfiguur)
    tabel = zoek_blokken(sectie, Cijfertabel)[0]
    assert als_tekst(tabel.kop.boodschap) == "“Waarbij krijgt u hulp?” Meer antwoorden mogelijk"
    assert tabel.koppen == ("Antwoord", "2023", "2024")
    assert [rij[0] for rij in tabel.rijen] == ["Wonen", "Werk", "Geld"]
    assert "tellen de getallen niet op tot honderd" in als_tekst(tabel.kop.noten[0])
    html, markdown = toon(verslag)
    assert "| Geld | minder dan 10% | minder dan 10% |" in markdown
    assert f"id=kv-{tabel.kop.anker}>" in html
    assert html.count("Waarbij krijgt u hulp?") == 1, "de vraag staat niet ook nog in een andere tabel"


def test_een_keuzevraag_zonder_gunstige_kant_houdt_een_rij_per_antwoord() -> None:
    keuze = Schaal(naam="woont", soort=Schaalsoort.KEUZE, codes=(1, 2), labels=("thuis", "elders"))
    vraag = maak_vraag("KE", tekst="Waar woont u?", schaal=keuze)
    cijfers = [
        maak_cijfer("KE", teller, 60, maat=Maat.VERDELING, categorie=str(code), categorienaam=naam)
        for code, naam, teller in ((1, "thuis", 45), (2, "elders", 15))
    ]
    cijfers = [replace(cijfer, breuk=Breuk.GROEP) for cijfer in cijfers]
    tabel = zoek_blokken(maak_verslag(maak_openbaar(cijfers, [vraag_aan(vraag, CL)])), Cijfertabel)[0]
    begin = "Cliënten: Waar woont u? (2024 niet te vergelijken: de groep is veranderd) Antwoord: "
    assert [rij[0] for rij in tabel.rijen] == [f"{begin}thuis.", f"{begin}elders."]


def test_heeft_iedereen_geantwoord_dan_staat_er_nergens_een_marge() -> None:
    jaren = (2022, 2023, 2024)
    cijfers = [
        replace(
            maak_cijfer("CL01", 40, 60, jaar=jaar),
            methode=Intervalmethode.IEDEREEN,
            ondergrens=40 / 60,
            bovengrens=40 / 60,
        )
        for jaar in jaren
    ]
    vraag = replace(CL01, schaal=EENS5)
    verslag = maak_verslag(maak_openbaar(cijfers, [vraag_aan(vraag, CL, jaar=jaar) for jaar in jaren]))
    html, markdown = toon(verslag)
    assert "67% (iedereen heeft geantwoord, 60 antwoorden)" in markdown
    assert "67% <i>iedereen heeft geantwoord, 60 antwoorden</i>" in html
    assert "67% tot 67%" not in html + markdown
    assert "Punten per jaar, cliënten." in html
    assert "brede balk)" not in html
    assert "Soms heeft iedereen geantwoord." in markdown
