"""Verschillen op de pagina: altijd de vaste woorden, overal hetzelfde, en nergens andere woorden."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from kwaliteit import geheimhouding, indicatoren, kaders, vergelijken, vragenlijsten, werkmappen
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import Breuk, Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren
from kwaliteit.begrippen.vergelijking import Label, Oordeel, Oordelen, Vergelijkingsoort
from kwaliteit.begrippen.verslag import (
    Actieregel,
    Alinea,
    Cijfertabel,
    Citaatregel,
    Deel,
    Kernboodschap,
    Kernboodschappen,
    Mensentekst,
    Normregel,
    Oordeelcel,
    Spiegelfiguur,
    Trendfiguur,
    Verdelingsfiguur,
    Verslag,
)
from kwaliteit.bronnen import lees_bronnen
from kwaliteit.rapportage import stel_uitgaven_samen
from kwaliteit.rapportage.oordelen import EERSTE_METING, NIET_VERGELEKEN, schrijf_oordeel
from kwaliteit.rapportage.zinnen import MEESTE_WOORDEN, VOORZICHTIG, tel_woorden
from kwaliteit.weergave import maak_html, maak_markdown
from kwaliteit.weergave.alternatief import alternatief
from kwaliteit.weergave.woorden import als_tekst
from tests.rapportage_fabriek import (
    CL01,
    GEEN_OORDELEN,
    JAAR,
    NA01,
    maak_boom,
    maak_cijfer,
    maak_oordeel,
    maak_oordelen,
    maak_openbaar,
    maak_respons,
    maak_verslag,
    maak_volle_cijfers,
    maak_vraag,
    teksten_van,
    vraag_aan,
    zoek_blokken,
    zoek_sectie,
)

CL, NA, PR, SA = HOOFDGROEPEN
GROEP, LOCATIE = Vergelijkingsoort.GROEP, Vergelijkingsoort.LOCATIE
MEER = maak_oordeel("CL01", Label.DUIDELIJK, 1)


def maak_reeks(*, respons: tuple[int, int] = (118, 176), vorige: tuple[int, int] = (110, 176)) -> OpenbareIndicatoren:
    """CL01 in drie jaren zonder breuk, met respons van nu en van vorig jaar."""
    jaren = (2022, 2023, 2024)
    cijfers = [maak_cijfer("CL01", 40 + rang, 62, jaar=jaar) for rang, jaar in enumerate(jaren)]
    cijfers += [maak_respons(CL, *respons), maak_respons(CL, *vorige, jaar=JAAR - 1)]
    return maak_openbaar(cijfers, [vraag_aan(CL01, CL, jaar=jaar) for jaar in jaren])


def zoek_trend(oordeel: Oordeel, openbaar: OpenbareIndicatoren | None = None) -> Trendfiguur:
    return zoek_blokken(maak_verslag(openbaar or maak_reeks(), oordelen=maak_oordelen(oordeel)), Trendfiguur)[0]


# ---- de woorden ----


@pytest.mark.parametrize(
    ("oordeel", "tekst"),
    [
        (MEER, "duidelijk meer dan in 2023"),
        (maak_oordeel("CL01", Label.DUIDELIJK, -1), "duidelijk minder dan in 2023"),
        (maak_oordeel("CL01", Label.MOGELIJK, 1), "mogelijk meer dan in 2023, kan toeval zijn"),
        (maak_oordeel("CL01", Label.GELIJK), "ongeveer gelijk aan 2023"),
        (maak_oordeel("CL01", Label.TE_WEINIG, met=2021), "te weinig antwoorden om te vergelijken met 2021"),
        (
            maak_oordeel("CL01", Label.REEKSBREUK, breuk=Breuk.GROEP),
            "niet te vergelijken met 2023: de groep is veranderd",
        ),
        (maak_oordeel("SP1", Label.DUIDELIJK, 1, soort=GROEP, groep=PR, met=CL), "duidelijk meer dan cliënten"),
        (maak_oordeel("SP1", Label.GELIJK, soort=GROEP, groep=PR, met=NA), "ongeveer gelijk aan naasten"),
        (maak_oordeel("CL01", Label.DUIDELIJK, -1, soort=LOCATIE, onderdeel="oost"), "duidelijk minder dan de rest"),
    ],
)
def test_een_oordeel_houdt_zijn_vaste_woorden_met_erbij_waarmee_vergeleken_is(oordeel: Oordeel, tekst: str) -> None:
    assert schrijf_oordeel(oordeel) == tekst
    resten = re.sub(r" (?:dan|aan|met) (?:in )?(?:\d{4}|de rest|cliënten|naasten)", "", tekst)
    assert resten == oordeel.tekst


# ---- trends ----


@pytest.mark.parametrize(
    ("oordeel", "boodschap"),
    [
        (MEER, "Eigen regie: 68%, duidelijk meer dan in 2023"),
        (maak_oordeel("CL01", Label.MOGELIJK, -1), "Eigen regie: 68%, mogelijk minder dan in 2023, kan toeval zijn"),
        (maak_oordeel("CL01", Label.GELIJK), "Eigen regie: 68%, ongeveer gelijk aan 2023"),
    ],
)
def test_de_titel_van_een_trend_zegt_het_oordeel(oordeel: Oordeel, boodschap: str) -> None:
    trend = zoek_trend(oordeel)
    assert als_tekst(trend.kop.boodschap) == boodschap
    assert tel_woorden(trend.kop.boodschap) <= MEESTE_WOORDEN
    assert trend.kop.ondertitel == f"“{CL01.tekst}” Cliënten die het eens zijn, 2022 tot en met 2024"


def test_titel_tabel_en_alternatieve_tekst_hebben_hetzelfde_oordeel() -> None:
    verslag = maak_verslag(maak_reeks(), oordelen=maak_oordelen(MEER))
    trend, figuur = zoek_blokken(verslag, Trendfiguur)[0], zoek_blokken(verslag, Verdelingsfiguur)[0]
    assert "duidelijk meer dan in 2023" in als_tekst(trend.kop.boodschap)
    assert "Duidelijk meer dan in 2023." in alternatief(trend)
    assert (figuur.vergelijkkop, figuur.rijen[0].vergeleken) == ("Vergeleken met 2023", "duidelijk meer")
    kern = zoek_blokken(verslag, Kernboodschappen)[0].boodschappen[0]
    assert kern.verschil == "Duidelijk meer dan in 2023."
    html, markdown = (maak(verslag).inhoud.decode() for maak in (maak_html, maak_markdown))
    assert html.count("uidelijk meer") == markdown.count("uidelijk meer"), "beide met de alternatieve tekst"
    assert "uidelijk minder" not in html.replace("Duidelijk meer of minder", "")


def test_een_lange_titel_laat_het_oordeel_in_de_ondertitel() -> None:
    openbaar = maak_reeks()
    vraag = replace(CL01, normen=("W1",))
    gevraagd = [replace(nu, vraag=vraag, normen=("W1",)) for nu in openbaar.gevraagd]
    oordeel = maak_oordeel("CL01", Label.MOGELIJK, 1)
    trend = zoek_trend(oordeel, replace(openbaar, gevraagd=tuple(gevraagd)))
    assert "toeval" in als_tekst(trend.kop.boodschap), "goed en dichtbij is drie woorden: dat past nog net"
    lang = replace(CL01, normen=())
    zonder_thema = tuple(replace(nu, vraag=lang, normen=()) for nu in openbaar.gevraagd)
    trend = zoek_trend(oordeel, replace(openbaar, gevraagd=zonder_thema))
    assert "toeval" not in als_tekst(trend.kop.boodschap)
    assert "Mogelijk meer dan in 2023, kan toeval zijn. " in trend.kop.ondertitel


def test_bij_te_weinig_antwoorden_claimt_de_titel_niets_en_staat_de_reden_eronder() -> None:
    trend = zoek_trend(maak_oordeel("CL01", Label.TE_WEINIG))
    assert als_tekst(trend.kop.boodschap) == "2024: 68% zegt “Ik bepaal zelf hoe ik aan mijn herstel werk.”"
    assert trend.kop.ondertitel.startswith("Te weinig antwoorden om te vergelijken met 2023. Cliënten")


def test_een_reeksbreuk_staat_met_de_juiste_reden_in_figuur_tabel_en_tekst() -> None:
    openbaar = maak_reeks()
    cijfers = tuple(
        replace(cijfer, breuk=Breuk.GROEP) if cijfer.maat is Maat.GUNSTIG and cijfer.jaar == JAAR else cijfer
        for cijfer in openbaar.cijfers
    )
    oordeel = maak_oordeel("CL01", Label.REEKSBREUK, breuk=Breuk.GROEP)
    verslag = maak_verslag(maak_openbaar(cijfers, openbaar.gevraagd), oordelen=maak_oordelen(oordeel))
    trend, figuur = zoek_blokken(verslag, Trendfiguur)[0], zoek_blokken(verslag, Verdelingsfiguur)[0]
    assert trend.punten[-1].breuk
    assert trend.kop.noten[0] == ("Vanaf 2024 niet te vergelijken: de groep is veranderd.",)
    assert "vergelijken" not in f"{als_tekst(trend.kop.boodschap)} {trend.kop.ondertitel}", "het staat al in de noot"
    assert (figuur.rijen[0].vergeleken, figuur.rijen[0].noot) == ("niet te vergelijken: de groep is veranderd", "")
    pagina = maak_html(verslag).inhoud.decode()
    assert "nieuwe reeks" in pagina
    assert "de vraag is veranderd" not in pagina


def lees_alineas(verslag: Verslag) -> str:
    return " ".join(teksten_van(tuple(zoek_blokken(zoek_sectie(verslag, "clienten-resultaten"), Alinea))))


@pytest.mark.parametrize(("respons", "vorige"), [((30, 176), (110, 176)), ((118, 176), (30, 176))])
def test_deed_bijna_niemand_mee_dan_staat_het_oordeel_alleen_in_de_tabel(
    respons: tuple[int, int], vorige: tuple[int, int]
) -> None:
    verslag = maak_verslag(maak_reeks(respons=respons, vorige=vorige), oordelen=maak_oordelen(MEER))
    trend, figuur = zoek_blokken(verslag, Trendfiguur)[0], zoek_blokken(verslag, Verdelingsfiguur)[0]
    assert figuur.rijen[0].vergeleken == "duidelijk meer"
    elders = (trend.kop, alternatief(trend), zoek_blokken(verslag, Kernboodschappen), figuur.kop)
    assert not [tekst for tekst in teksten_van(elders) if "uidelijk" in tekst]
    assert "uidelijk" not in lees_alineas(verslag), "ook geen telling"
    assert "uidelijk" in lees_alineas(maak_verslag(maak_reeks(), oordelen=maak_oordelen(MEER))), "positieve controle"
    if respons[0] == 30:
        assert (f"Cliënten: {VOORZICHTIG}",) in figuur.kop.noten


# ---- tabellen ----


def test_een_ander_jaar_per_rij_staat_in_de_cel_en_niet_in_de_kop() -> None:
    nieuw, oud = maak_vraag("CL08", tekst="Nieuw."), maak_vraag("CL07", tekst="Oud.")
    openbaar = maak_reeks()
    openbaar = maak_openbaar(
        [*openbaar.cijfers, maak_cijfer("CL08", 30, 60), maak_cijfer("CL07", 30, 60)],
        [*openbaar.gevraagd, vraag_aan(nieuw, CL), vraag_aan(oud, CL)],
    )
    oordelen = (MEER, maak_oordeel("CL07", Label.GELIJK, met=2021))
    figuur = zoek_blokken(maak_verslag(openbaar, oordelen=maak_oordelen(*oordelen[:1])), Verdelingsfiguur)[0]
    assert (figuur.vergelijkkop, figuur.rijen[1].vergeleken) == ("Vergeleken met 2023", EERSTE_METING)
    figuur = zoek_blokken(
        maak_verslag(openbaar, oordelen=replace(maak_oordelen(oordelen[0]), oordelen=oordelen)), Verdelingsfiguur
    )[0]
    assert figuur.vergelijkkop == "Vergeleken met de vorige keer"
    assert [rij.vergeleken for rij in figuur.rijen] == [
        "duidelijk meer dan in 2023",
        EERSTE_METING,
        "ongeveer gelijk aan 2021",
    ]


def test_zonder_oordelen_is_er_geen_kolom_en_geen_uitleg() -> None:
    verslag = maak_verslag()
    assert {figuur.vergelijkkop for figuur in zoek_blokken(verslag, Verdelingsfiguur)} == {""}
    assert "methode-vergelijken" not in str(teksten_van(verslag))
    assert "methode-vergelijken" in str(teksten_van(maak_verslag(oordelen=maak_oordelen(MEER)))), "positieve controle"


def test_een_jaartabel_heeft_een_kolom_en_kengetallen_nooit() -> None:
    oordeel = maak_oordeel("NA01", Label.GELIJK, groep=NA)
    volle = maak_volle_cijfers()
    openbaar = maak_openbaar(
        [*volle.cijfers, *(maak_cijfer("NA01", 20, 40, groep=NA, jaar=jaar) for jaar in (2021, 2022, 2023))],
        [*volle.gevraagd, *(vraag_aan(NA01, NA, jaar=jaar) for jaar in (2021, 2022, 2023))],
    )
    naar_clienten = replace(NA01, normen=("C1",))
    gevraagd = [
        replace(nu, vraag=naar_clienten, normen=("C1",), pijler="clienten") if nu.vraag.id == "NA01" else nu
        for nu in openbaar.gevraagd
    ]
    openbaar = replace(openbaar, gevraagd=tuple(gevraagd))
    tabellen = {
        tabel.kop.anker: tabel
        for tabel in zoek_blokken(maak_verslag(openbaar, oordelen=maak_oordelen(oordeel)), Cijfertabel)
    }
    tabel = tabellen["tabel-clienten-anderen"]
    assert tabel.koppen == ("Vraag", "2022", "2023", "2024", "Vergeleken met 2023"), (
        "vijf kolommen passen op een scherm"
    )
    assert tabel.slot_is_tekst
    assert [rij[-1] for rij in tabel.rijen] == ["ongeveer gelijk"]
    kengetallen = [tabel for anker, tabel in tabellen.items() if anker.endswith("-kengetallen")]
    assert kengetallen
    assert not [kop for tabel in kengetallen for kop in tabel.koppen if "Vergeleken" in kop]


def test_per_pijler_staat_bij_hoeveel_vragen_het_verschil_duidelijk_is() -> None:
    vragen = [maak_vraag(id_, tekst=f"Vraag {id_}.") for id_ in ("CL01", "CL02", "CL03")]
    openbaar = maak_openbaar(
        [maak_cijfer(vraag.id, 40, 60) for vraag in vragen], [vraag_aan(vraag, CL) for vraag in vragen]
    )

    def zin(*oordelen: Oordeel) -> str:
        verslag = maak_verslag(openbaar, oordelen=replace(GEEN_OORDELEN, oordelen=oordelen))
        eerste = zoek_sectie(verslag, "clienten-resultaten").blokken[0]
        return als_tekst(eerste.delen) if isinstance(eerste, Alinea) else ""

    assert zin(MEER) == "Bij één vraag aan cliënten is het cijfer duidelijk meer dan de vorige keer."
    twee = (MEER, maak_oordeel("CL02", Label.DUIDELIJK, 1))
    assert zin(*twee) == "Bij twee vragen aan cliënten is het cijfer duidelijk meer dan de vorige keer."
    assert zin(*twee, maak_oordeel("CL03", Label.DUIDELIJK, -1)) == (
        "Bij twee vragen aan cliënten is het cijfer duidelijk meer dan de vorige keer, en bij één vraag duidelijk"
        " minder."
    )
    assert zin(maak_oordeel("CL01", Label.MOGELIJK, 1)) == (
        "Eén vraag aan cliënten is vergeleken met de vorige keer. Het verschil is niet duidelijk."
    )
    assert zin(maak_oordeel("CL01", Label.MOGELIJK, 1), maak_oordeel("CL02", Label.GELIJK)) == (
        "Twee vragen aan cliënten zijn vergeleken met de vorige keer. Nergens is het verschil duidelijk."
    )
    assert "vorige keer" not in zin(maak_oordeel("CL01", Label.TE_WEINIG)), "daar is niets over te zeggen"


# ---- de spiegel ----


def maak_spiegel(*oordelen: Oordeel, respons: int = 118) -> Spiegelfiguur:
    volle = maak_volle_cijfers()
    cijfers = [cijfer for cijfer in volle.cijfers if cijfer.maat is not Maat.RESPONS]
    openbaar = maak_openbaar([*cijfers, maak_respons(NA, respons, 176)], volle.gevraagd)
    return zoek_blokken(maak_verslag(openbaar, oordelen=maak_oordelen(*oordelen)), Spiegelfiguur)[0]


def tussen(onderwerp: str, label: Label, een: Doelgroep, ander: Doelgroep, richting: int) -> Oordeel:
    return maak_oordeel(onderwerp, label, richting, soort=GROEP, groep=een, met=ander)


def test_een_duidelijk_verschil_staat_boven_een_groter_dat_toeval_kan_zijn() -> None:
    figuur = maak_spiegel(tussen("SP1", Label.MOGELIJK, NA, PR, -1), tussen("SP2", Label.DUIDELIJK, CL, PR, -1))
    assert [(rij.onderwerp, rij.verschil) for rij in figuur.rijen] == [("Hulp in de buurt", 30), ("Zelf bepalen", 40)]
    assert [rij.oordeel for rij in figuur.rijen] == [
        "professionals duidelijk meer dan cliënten",
        "professionals mogelijk meer dan naasten, kan toeval zijn",
    ]
    assert als_tekst(figuur.kop.boodschap) == "Hulp in de buurt: groot verschil, 30 punten"
    assert "Bovenaan: Hulp in de buurt, 30 punten verschil, professionals duidelijk meer" in alternatief(figuur)


def test_een_gewogen_groep_kan_de_laagste_van_de_spiegel_zijn() -> None:
    volle = maak_volle_cijfers()
    zonder = [een for een in volle.cijfers if een.indicator != "NA01" or een.jaar != JAAR]
    gewogen = replace(maak_cijfer("NA01", 30, 60, groep=NA, waarde=0.31), teller=None, toelichting="gewogen")
    openbaar = maak_openbaar([*zonder, gewogen], volle.gevraagd)
    oordeel = tussen("SP1", Label.DUIDELIJK, NA, PR, -1)
    figuur = zoek_blokken(maak_verslag(openbaar, oordelen=maak_oordelen(oordeel)), Spiegelfiguur)[0]
    assert figuur.rijen[0].onderwerp == "Zelf bepalen"
    assert figuur.rijen[0].oordeel == "professionals duidelijk meer dan naasten"


def test_een_groot_maar_onzeker_verschil_heet_niet_groot() -> None:
    figuur = maak_spiegel(tussen("SP1", Label.MOGELIJK, NA, PR, -1))
    assert als_tekst(figuur.kop.boodschap) == ("Zelf bepalen: professionals mogelijk meer dan naasten, kan toeval zijn")
    zonder = maak_spiegel()
    assert als_tekst(zonder.kop.boodschap) == "Twee onderwerpen, gezien door drie groepen"


def test_een_duidelijk_verschil_onder_de_grens_heet_niet_groot() -> None:
    volle = maak_volle_cijfers()
    cijfers = [cijfer for cijfer in volle.cijfers if cijfer.indicator not in ("CL01", "PR01", "NA01")]
    cijfers += [maak_cijfer("CL01", 700, 1000), maak_cijfer("PR01", 899, 1000, groep=PR)]
    cijfers += [maak_cijfer("PR02", 30, 60, groep=PR)]
    oordeel = tussen("SP1", Label.DUIDELIJK, CL, PR, -1)
    openbaar = maak_openbaar(cijfers, volle.gevraagd)
    figuur = zoek_blokken(maak_verslag(openbaar, oordelen=maak_oordelen(oordeel)), Spiegelfiguur)[0]
    # 89,9% − 70% = 19,9 punten: afgerond 20, maar niet groot.
    assert figuur.rijen[0].verschil == 20
    assert als_tekst(figuur.kop.boodschap) == "Zelf bepalen: professionals duidelijk meer dan cliënten"


def test_een_groep_waarvan_bijna_niemand_meedeed_staat_niet_in_de_titel_van_de_spiegel() -> None:
    oordeel = tussen("SP1", Label.DUIDELIJK, NA, PR, -1)
    assert "groot verschil" in als_tekst(maak_spiegel(oordeel).kop.boodschap)
    figuur = maak_spiegel(oordeel, respons=30)
    assert als_tekst(figuur.kop.boodschap) == "Twee onderwerpen, gezien door drie groepen"
    assert figuur.rijen[0].oordeel == "professionals duidelijk meer dan naasten"


# ---- locaties ----


def maak_locaties(*oordelen: Oordeel) -> Verslag:
    boom = maak_boom(("noord", "Noord"), ("oost", "Oost"))
    cijfers = [
        maak_cijfer("CL01", 47, 92),
        maak_cijfer("CL01", 14, 46, onderdeel="noord"),
        maak_cijfer("CL01", 33, 46, onderdeel="oost"),
    ]
    openbaar = maak_openbaar(cijfers, [vraag_aan(CL01, CL)], boom=boom)
    return maak_verslag(openbaar, oordelen=maak_oordelen(*oordelen))


def test_bij_een_locatie_staan_alleen_woorden_als_het_verschil_duidelijk_is() -> None:
    verslag = maak_locaties(
        maak_oordeel("CL01", Label.DUIDELIJK, -1, soort=LOCATIE, onderdeel="noord"),
        maak_oordeel("CL01", Label.MOGELIJK, 1, soort=LOCATIE, onderdeel="oost"),
    )
    sectie = zoek_sectie(verslag, "locaties")
    _, overal, noord, oost = zoek_blokken(sectie, Cijfertabel)[0].rijen[0]
    assert isinstance(overal, OpenbaarCijfer)
    assert isinstance(noord, Oordeelcel)
    assert noord.oordeel == "duidelijk minder dan de rest"
    assert isinstance(oost, OpenbaarCijfer)
    assert "Waar niets staat" in " ".join(teksten_van(sectie))
    html, markdown = (maak(verslag).inhoud.decode() for maak in (maak_html, maak_markdown))
    assert "</i> <em>duidelijk minder dan de rest</em>" in html
    assert "antwoorden) duidelijk minder dan de rest |" in markdown


@pytest.mark.parametrize(
    ("label", "zin"),
    [
        (Label.GELIJK, "nergens een duidelijk verschil met de rest"),
        (Label.TE_WEINIG, "te weinig antwoorden om locaties"),
    ],
)
def test_is_nergens_een_duidelijk_verschil_dan_zegt_een_zin_dat(label: Label, zin: str) -> None:
    sectie = zoek_sectie(maak_locaties(maak_oordeel("CL01", label, soort=LOCATIE, onderdeel="noord")), "locaties")
    assert zin in " ".join(teksten_van(sectie))
    assert zin not in " ".join(teksten_van(zoek_sectie(maak_locaties(), "locaties")))


def test_een_locatie_met_weinig_antwoorden_staat_er_als_niet_vergeleken() -> None:
    boom = maak_boom(("noord", "Noord"), ("oost", "Oost"), ("zuid", "Zuid"), ("west", "West"))
    cijfers = [
        maak_cijfer("CL01", 80, 152),
        maak_cijfer("CL01", 24, 46, onderdeel="noord"),
        maak_cijfer("CL01", 33, 46, onderdeel="oost"),
        maak_cijfer("CL01", 15, 29, onderdeel="zuid"),
        maak_cijfer("CL01", 18, 31, onderdeel="west"),
    ]
    openbaar = maak_openbaar(cijfers, [vraag_aan(CL01, CL)], boom=boom)

    def zin(*vergeleken: str) -> str:
        oordelen = [maak_oordeel("CL01", Label.GELIJK, soort=LOCATIE, onderdeel=plek) for plek in vergeleken]
        te_weinig = maak_oordeel("CL01", Label.TE_WEINIG, soort=LOCATIE, onderdeel="zuid")
        verslag = maak_verslag(openbaar, oordelen=maak_oordelen(*oordelen, te_weinig))
        return " ".join(teksten_van(zoek_sectie(verslag, "locaties")))

    met_west = zin("noord", "oost", "west")
    assert "Zuid is niet vergeleken: daar zijn minder dan 30 antwoorden. Bij de andere is nergens een" in met_west
    assert "Elke plek" not in met_west
    assert "West is niet vergeleken: daar of in de rest is niet genoeg te tonen." in zin("noord", "oost")
    zonder_zuid = maak_openbaar([een for een in cijfers if een.onderdeel != "zuid"], openbaar.gevraagd, boom=boom)
    alle = [maak_oordeel("CL01", Label.GELIJK, soort=LOCATIE, onderdeel=plek) for plek in ("noord", "oost", "west")]
    sectie = zoek_sectie(maak_verslag(zonder_zuid, oordelen=maak_oordelen(*alle)), "locaties")
    assert "Elke plek is vergeleken met de rest van de organisatie. Nergens is een" in " ".join(teksten_van(sectie))


def test_de_methode_zegt_wat_een_oordeel_niet_zegt() -> None:
    def tekst(*oordelen: Oordeel) -> str:
        verslag = maak_verslag(maak_reeks(), oordelen=maak_oordelen(*oordelen))
        return " ".join(teksten_van(zoek_sectie(verslag, "methode-vergelijken")))

    kaal = tekst(MEER)
    assert "Het gemeten verschil is kleiner dan 5 punten. Het echte verschil kan groter zijn." in kaal
    assert "Daarom kunnen marges elkaar niet raken" in kaal
    assert "is die grens" not in kaal
    cijfer = maak_oordeel("CL09", Label.GELIJK, maat=Maat.GEMIDDELDE)
    assert "Bij een gemiddeld cijfer is die grens 0,3." in tekst(MEER, cijfer)
    nps = maak_oordeel("CL08", Label.GELIJK, maat=Maat.NPS)
    assert "Bij een gemiddeld cijfer is die grens 0,3 en bij de aanbevelingsscore 10." in tekst(cijfer, nps)


# ---- geen andere woorden over verschillen ----

VAST = re.compile(
    r"(?:duidelijk|mogelijk) (?:meer|minder)(?: dan (?:in \d{4}|de rest|\w+))?(?:, kan toeval zijn)?"
    r"|ongeveer gelijk(?: aan (?:\d{4}|\w+))?|duidelijk meer of minder|mogelijk meer of minder",
    re.IGNORECASE,
)
VERBODEN = re.compile(
    r"\b(stijg\w*|gestegen|daal\w*|daling\w*|gedaald|toegenomen|afgenomen|toename|afname|beter|verbeter\w*|slechter"
    r"|verslechter\w*|hoger|lager|vooruitgang|achteruit\w*|gegroeid|gezakt|significant\w*|geen toeval|zeker"
    r"|duidelijk (?:meer|minder)|mogelijk (?:meer|minder)|meer dan (?:in|vorig)|minder dan (?:in|vorig))\b",
    re.IGNORECASE,
)
VAN_MENSEN = (Mensentekst, Citaatregel, Actieregel, Normregel)


def lees_eigen_woorden(iets: object) -> Iterator[str]:
    """Elke tekst die het programma zelf schrijft, met de cijfers erin; woorden van mensen en normen niet."""
    if isinstance(iets, VAN_MENSEN):
        return
    if isinstance(iets, Kernboodschap):
        yield f"{iets.bij_cijfer} {iets.verschil} {iets.voorbehoud}"
    elif isinstance(iets, tuple):
        if iets and all(isinstance(deel, Deel) for deel in iets):
            yield als_tekst(iets)
        for deel in iets:
            yield from lees_eigen_woorden(deel)
    elif type(iets) is str:
        yield iets
    elif isinstance(iets, Trendfiguur | Spiegelfiguur | Verdelingsfiguur):
        yield alternatief(iets)
        yield from (tekst for veld in fields(iets) for tekst in lees_eigen_woorden(getattr(iets, veld.name)))
    elif is_dataclass(iets) and not isinstance(iets, OpenbaarCijfer):
        yield from (tekst for veld in fields(iets) for tekst in lees_eigen_woorden(getattr(iets, veld.name)))


@cache
def stel_voorbeeld_samen() -> tuple[Verslag, Oordelen]:
    """Het verslag over de voorbeelddata, met de oordelen waaruit het ontstond."""
    map_ = Path(__file__).parents[1] / "voorbeelddata"
    werkmap = werkmappen.lees_werkmap(map_, JAAR)
    bibliotheek = vragenlijsten.lees_bibliotheek(map_ / "vragenlijsten")
    kader = kaders.lees_kader(kaders.nieuwste_kader())
    regels = kaders.lees_rekenregels()
    intern = indicatoren.bereken(werkmap, kader, bibliotheek, regels, lees_bronnen(werkmap, bibliotheek))
    openbaar = geheimhouding.beveilig(intern, kader, regels).openbaar
    oordelen = vergelijken.vergelijk(intern, openbaar, regels).openbaar
    verslag, *_ = stel_uitgaven_samen(
        werkmap,
        kader,
        bibliotheek,
        regels,
        openbaar,
        oordelen,
        Herkomst.van("toets", kader, {}),
        concept=True,
    )
    return verslag, oordelen


def lees_vraagteksten() -> list[str]:
    lijsten = vragenlijsten.lees_bibliotheek(Path(__file__).parents[1] / "voorbeelddata" / "vragenlijsten")
    teksten = {vraag.tekst for lijst in lijsten.vragenlijsten for vraag in lijst.vragen}
    teksten |= {onderwerp.naam for onderwerp in lijsten.spiegels}
    kengetallen = {deel for k in lijsten.kengetallen for deel in (k.naam, k.teller, k.noemer, k.toelichting) if deel}
    return sorted((tekst.rstrip(".") for tekst in teksten | kengetallen), key=len, reverse=True)


def zoek_eigen_verschilwoorden(teksten: Iterator[str] | list[str], vragen: list[str]) -> list[str]:
    """De zinnen waarin, zonder vaste woorden en vraagteksten, nog iets over een verschil staat."""
    gevonden = []
    for tekst in teksten:
        rest = tekst
        for vraag in vragen:
            rest = rest.replace(vraag, "")
        # De alternatieve tekst knipt een lange vraag af bij een woord.
        rest = VAST.sub("", re.sub(r"“[^”]*”?|: [^:;]*…", "", rest))
        if VERBODEN.search(rest):
            gevonden.append(tekst)
    return gevonden


def test_het_hele_voorbeeldverslag_zegt_over_verschillen_alleen_vaste_woorden() -> None:
    teksten = list(lees_eigen_woorden(stel_voorbeeld_samen()[0]))
    assert len(teksten) > 1000
    for woord in ("duidelijk meer dan in 2023", "ongeveer gelijk", "kan toeval zijn", "groot verschil"):
        assert any(woord in tekst for tekst in teksten), "positieve controle"
    assert zoek_eigen_verschilwoorden(teksten, lees_vraagteksten()) == []


@pytest.mark.parametrize(
    "zin",
    [
        "Dit is gestegen in 2024.",
        "Het gaat beter dan vorig jaar.",
        "Een significant verschil.",
        "Cliënten scoren hoger.",
        "meer dan in 2023",
        "duidelijk meer en zeker hoger",
    ],
)
def test_de_toets_op_eigen_woorden_heeft_tanden(zin: str) -> None:
    assert zoek_eigen_verschilwoorden([zin], lees_vraagteksten()) == [zin]


def test_elke_titel_van_het_voorbeeldverslag_met_een_verschil_komt_uit_een_oordeel() -> None:
    trends = zoek_blokken(stel_voorbeeld_samen()[0], Trendfiguur)
    assert any(trend.verschil and als_tekst(trend.kop.boodschap).endswith(trend.verschil) for trend in trends)
    assert any(not VAST.search(als_tekst(trend.kop.boodschap)) for trend in trends), "en een titel zonder verschil"
    for trend in trends:
        titel = als_tekst(trend.kop.boodschap)
        assert tel_woorden(trend.kop.boodschap) <= MEESTE_WOORDEN
        assert bool(VAST.search(titel)) == bool(trend.verschil and titel.endswith(trend.verschil))
        if trend.verschil:
            assert trend.verschil.lower() in alternatief(trend).lower()


def test_een_vraag_van_dit_jaar_niet_vergeleken_heeft_woorden() -> None:
    oud = maak_vraag("CL06", tekst="Alleen vorig jaar.")
    openbaar = maak_reeks()
    openbaar = maak_openbaar(
        [*openbaar.cijfers, maak_cijfer("CL06", 30, 60, jaar=2023)],
        [*openbaar.gevraagd, vraag_aan(oud, CL, jaar=2023), vraag_aan(maak_vraag("CL05"), CL)],
    )
    tabel = next(
        tabel
        for tabel in zoek_blokken(maak_verslag(openbaar, oordelen=maak_oordelen(MEER)), Cijfertabel)
        if tabel.kop.anker == "tabel-clienten-jaren"
    )
    assert tabel.koppen == ("Vraag", "2023"), "er is niets vergeleken in deze tabel, dus geen kolom"
    assert NIET_VERGELEKEN not in str(tabel.rijen)


def test_de_telling_per_pijler_klopt_met_de_stijgingen_en_dalingen() -> None:
    verslag, oordelen = stel_voorbeeld_samen()
    telwoorden = {"één": 1, "twee": 2, "drie": 3, "vier": 4}
    verwacht = {
        (pijler, groep.naam, woord): aantal
        for woord, telling in (("meer", oordelen.stijgingen), ("minder", oordelen.dalingen))
        for (jaar, pijler, groep), aantal in telling.items()
        if jaar == JAAR and aantal
    }
    gevonden = {
        (pijler, groep, woord): telwoorden[aantal]
        for pijler in ("clienten", "naasten", "professionals", "samenleving", "samenwerken")
        for alinea in zoek_blokken(zoek_sectie(verslag, f"{pijler}-resultaten"), Alinea)
        for zin in re.findall(r"Bij [^.]+ vorige keer[^.]*\.", als_tekst(alinea.delen))
        for groep in re.findall(r"vra(?:ag|gen) aan (\w+)", zin)
        for aantal, woord in re.findall(r"[Bb]ij (\w+) vra(?:ag|gen)(?: aan \w+ is het cijfer)? duidelijk (\w+)", zin)
    }
    assert verwacht, "positieve controle"
    assert gevonden == verwacht
