"""De kamer rapportage: van openbare cijfers en woorden van mensen naar een verslag zonder opmaak."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import floor

import pytest

from kwaliteit import kaders
from kwaliteit.begrippen.actie import Actiestatus, Doel
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.indicator import Gevraagd, Intervalmethode, Maat
from kwaliteit.begrippen.kader import Toon
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Pijlertelling, Status
from kwaliteit.begrippen.verhaal import Citaat, Citaattoon, Normstand, Reactie, Verhaal, Zelfoordeel
from kwaliteit.begrippen.verslag import (
    Alinea,
    Cijfertabel,
    Citaten,
    Deel,
    Dekkingscel,
    Dekkingsmatrix,
    Kernboodschappen,
    Mensentekst,
    Normtabel,
    Opsomming,
    Responstabel,
    Spiegelfiguur,
    Terugblik,
    Trendfiguur,
    Verdelingsfiguur,
    Verslag,
    Vooruitblik,
)
from kwaliteit.begrippen.werkmap import Publicatie
from kwaliteit.rapportage import dekking, stel_uitgaven_samen
from kwaliteit.rapportage.methode import MARGEZIN
from kwaliteit.rapportage.spiegel import zoek_uitersten
from kwaliteit.rapportage.zinnen import MEESTE_WOORDEN, VOORZICHTIG, schrijf_feit, schrijf_hoge_vragen, tel_woorden
from kwaliteit.weergave.tabellen import verschil as schrijf_verschil
from tests.rapportage_fabriek import (
    BIBLIOTHEEK,
    CIJFER10,
    CL01,
    CL02,
    GEEN_OORDELEN,
    JA_NEE,
    JAAR,
    KADER,
    LEEG_VERHAAL,
    NA01,
    PR02,
    REKENREGELS,
    loop_delen,
    loop_secties,
    maak_actie,
    maak_boom,
    maak_cijfer,
    maak_openbaar,
    maak_pijlerverhaal,
    maak_respons,
    maak_tekst,
    maak_verdeling,
    maak_verslag,
    maak_volle_cijfers,
    maak_vraag,
    maak_werkmap,
    teksten_van,
    verwijs_naar,
    vraag_aan,
    zoek_blokken,
    zoek_sectie,
)

VERBODEN = re.compile(
    r"\b(stijg\w*|daal\w*|daling\w*|toegenomen|afgenomen|toename|afname|beter|slechter|hoger|lager|vooruitgang"
    r"|achteruit\w*|groot verschil|meer dan vorig\w*|minder dan vorig\w*|significant|geen toeval"
    r"|duidelijk (?:meer|minder))\b",
    re.IGNORECASE,
)


def tekst_van(iets: object) -> str:
    """Alle teksten achter elkaar, om in te zoeken."""
    return "\n".join(teksten_van(iets))


def lees(delen: tuple[Deel, ...]) -> str:
    """De zin zoals een lezer die ziet, met een teken voor een getal."""
    return "".join(deel if isinstance(deel, str) else deel.toelichting or "#" for deel in delen)


# ---- volgorde en volledigheid ----


def test_de_hoofdstukken_staan_in_de_volgorde_waarin_mensen_lezen() -> None:
    assert [sectie.anker for sectie in maak_verslag().secties] == [
        "kort",
        "leeswijzer",
        "respons",
        "clienten",
        "naasten",
        "professionals",
        "samenleving",
        "samenwerken",
        "locaties",
        "spiegel",
        "beloften",
        "vooruitblik",
        "reacties",
        "verantwoording",
        "methode",
    ]


def test_een_voorwoord_en_over_ons_komen_na_in_het_kort() -> None:
    verhaal = replace(LEEG_VERHAAL, voorwoord=maak_tekst("Welkom."), over_ons=maak_tekst("Wij zijn er."))
    ankers = [sectie.anker for sectie in maak_verslag(werkmap=maak_werkmap(verhaal=verhaal)).secties]
    assert ankers[:4] == ["kort", "voorwoord", "over-ons", "leeswijzer"]


def test_de_leeswijzer_legt_de_vaste_woorden_van_het_verslag_uit() -> None:
    verslag = maak_verslag()
    (lijst,) = zoek_blokken(zoek_sectie(verslag, "leeswijzer"), Opsomming)
    uitgelegd = {woord for woord, _ in lijst.punten}
    assert {"Pijler.", "Gunstig antwoord.", "Kengetal.", "Marge."} <= uitgelegd
    assert "Het kader heeft vijf delen. Zo’n deel heet een pijler." in tekst_van(lijst)


def test_elke_figuur_en_tabel_heeft_een_boodschap_een_ondertitel_met_een_jaar_en_een_bron() -> None:
    koppen = [blok.kop for blok in figuren_en_tabellen(maak_verslag())]
    assert len(koppen) > 8
    for kop in koppen:
        assert 0 < tel_woorden(kop.boodschap) <= MEESTE_WOORDEN, lees(kop.boodschap)
        assert re.search(r"20\d\d", kop.ondertitel), kop.ondertitel
        assert kop.bron, kop.anker


def test_dezelfde_invoer_geeft_hetzelfde_verslag() -> None:
    openbaar = maak_volle_cijfers()
    assert maak_verslag(openbaar) == maak_verslag(openbaar)


def test_elk_anker_komt_een_keer_voor_en_elke_verwijzing_bestaat() -> None:
    verslag = maak_verslag()
    ankers = [vondst.sectie.anker for vondst in loop_secties(verslag.secties)]
    ankers += [blok.kop.anker for blok in figuren_en_tabellen(verslag)]
    assert len(ankers) == len(set(ankers))
    verwijzingen = {
        bewijs.anker for tabel in zoek_blokken(verslag, Normtabel) for r in tabel.regels for bewijs in r.bewijs
    }
    verwijzingen |= {kern.anker for kern in zoek_blokken(verslag, Kernboodschappen)[0].boodschappen}
    assert len(verwijzingen) > 5
    assert verwijzingen - {""} <= set(ankers)


def figuren_en_tabellen(
    verslag: Verslag,
) -> list[Verdelingsfiguur | Trendfiguur | Spiegelfiguur | Dekkingsmatrix | Responstabel | Cijfertabel | Normtabel]:
    """Alle blokken met een vaste figuurkop, in leesvolgorde."""
    soorten = (Verdelingsfiguur, Trendfiguur, Spiegelfiguur, Dekkingsmatrix, Responstabel, Cijfertabel, Normtabel)
    return [deel for deel in loop_delen(verslag.secties) if isinstance(deel, soorten)]


def test_figuren_en_tabellen_tellen_elk_vanaf_een_in_leesvolgorde() -> None:
    blokken = figuren_en_tabellen(maak_verslag())
    is_figuur = (Verdelingsfiguur, Trendfiguur, Spiegelfiguur, Dekkingsmatrix)
    figuren = [blok.kop.nummer for blok in blokken if isinstance(blok, is_figuur)]
    tabellen = [blok.kop.nummer for blok in blokken if not isinstance(blok, is_figuur)]
    assert figuren == list(range(1, len(figuren) + 1))
    assert len(figuren) > 3
    assert tabellen == list(range(1, len(tabellen) + 1))


def test_geen_sectie_is_leeg() -> None:
    for openbaar in (maak_volle_cijfers(), maak_openbaar()):
        for vondst in loop_secties(maak_verslag(openbaar).secties):
            assert vondst.sectie.blokken or vondst.sectie.secties, vondst.sectie.anker
            assert vondst.sectie.titel


# ---- ontbrekende woorden ----


def test_ontbrekende_teksten_worden_zinnen_en_nooit_een_lege_kop() -> None:
    verslag = maak_verslag()
    zinnen = {
        "clienten-terugblik": "Over de terugblik schreef de organisatie dit jaar niets.",
        "clienten-duiding": "De organisatie schreef dit jaar niet wat deze resultaten betekenen.",
        "clienten-besproken": "De organisatie beschreef dit jaar niet met wie zij de resultaten besprak.",
        "clienten-vooruitblik": "Over de vooruitblik schreef de organisatie dit jaar niets.",
        "beloften": "Er stonden geen beloften open uit eerdere verslagen.",
        "vooruitblik": "Over nieuwe acties schreef de organisatie dit jaar niets.",
        "reacties": "In dit verslag staan geen reacties van raden.",
    }
    for anker, zin in zinnen.items():
        assert [alinea.delen for alinea in zoek_blokken(zoek_sectie(verslag, anker), Alinea)] == [(zin,)]


def test_zonder_kernboodschappen_staat_die_zin_er_een_keer_en_anders_bij_de_pijler() -> None:
    geen = "De organisatie schreef dit jaar geen kernboodschappen."
    kort = zoek_sectie(maak_verslag(), "kort")
    assert tekst_van(kort).count(geen) == 1
    kernen = zoek_blokken(kort, Kernboodschappen)[0].boodschappen
    assert {(kern.boodschap, kern.cijfer is None) for kern in kernen} == {("", False)}
    assert not zoek_blokken(zoek_sectie(maak_verslag(maak_openbaar()), "kort"), Kernboodschappen)
    verhaal = replace(LEEG_VERHAAL, pijlers={"naasten": maak_pijlerverhaal(boodschap="Goed.")})
    een = zoek_sectie(maak_verslag(werkmap=maak_werkmap(verhaal=verhaal)), "kort")
    assert geen not in tekst_van(een)
    assert [kern.boodschap for kern in zoek_blokken(een, Kernboodschappen)[0].boodschappen][:2] == [
        "Over deze pijler schreef de organisatie dit jaar geen kernboodschap.",
        "Goed.",
    ]


def test_een_geschreven_tekst_staat_er_zelf_en_niet_de_zin() -> None:
    verhaal = replace(LEEG_VERHAAL, pijlers={"clienten": maak_pijlerverhaal(terugblik=maak_tekst("Wij wilden X."))})
    verslag = maak_verslag(werkmap=maak_werkmap(verhaal=verhaal))
    assert zoek_sectie(verslag, "clienten-terugblik").blokken == (Mensentekst(delen=("Wij wilden X.",)),)


def test_een_verslag_zonder_een_enkel_cijfer_zegt_dat_in_zinnen() -> None:
    verslag = maak_verslag(maak_openbaar(niet_gevraagd=HOOFDGROEPEN))
    assert "Dit jaar is bij geen enkele hoofdgroep informatie opgehaald." in tekst_van(zoek_sectie(verslag, "respons"))
    assert "Dit jaar is geen onderwerp aan meer groepen gevraagd." in tekst_van(zoek_sectie(verslag, "spiegel"))
    assert "Bij deze pijler zijn dit jaar geen vragen gesteld." in tekst_van(zoek_sectie(verslag, "clienten"))
    assert not zoek_blokken(verslag, Verdelingsfiguur)


# ---- cijfers in teksten ----


def test_een_verwijzing_in_een_tekst_wordt_het_openbare_cijfer() -> None:
    tekst = maak_tekst("Nu ", verwijs_naar("CL01"), " en eerder ", verwijs_naar("CL01", jaar=2023), ".")
    openbaar = maak_volle_cijfers()
    verslag = maak_verslag(openbaar, maak_werkmap(verhaal=replace(LEEG_VERHAAL, voorwoord=tekst)))
    nu, toen = (
        next(cijfer for cijfer in openbaar.cijfers if (cijfer.indicator, cijfer.jaar) == ("CL01", jaar))
        for jaar in (2024, 2023)
    )
    assert zoek_sectie(verslag, "voorwoord").blokken == (Mensentekst(delen=("Nu ", nu, " en eerder ", toen, ".")),)


def test_een_verwijzing_vindt_een_kengetal_een_groep_en_een_locatie_bij_elke_naam() -> None:
    boom = maak_boom(("noord", "Locatie Noord"))
    cijfers = [
        maak_cijfer("CL01", 47, 62),
        maak_cijfer("CL01", 20, 31, onderdeel="noord"),
        maak_cijfer("K01", 70, 84, groep=None, maat=Maat.VERHOUDING),
    ]
    openbaar = maak_openbaar(cijfers, [vraag_aan(CL01, Doelgroep.CLIENTEN)], boom=boom)
    verwijzingen = [
        verwijs_naar("CL01", locatie="noord"),
        verwijs_naar("CL01", locatie="Locatie Noord"),
        verwijs_naar("CL01", locatie="LOC-N", doelgroep="clienten"),
        verwijs_naar("K01", doelgroep="clienten"),
        verwijs_naar("CL01", doelgroep="cliënten"),
    ]
    verhaal = replace(LEEG_VERHAAL, voorwoord=maak_tekst(*verwijzingen))
    gevonden = zoek_blokken(
        zoek_sectie(maak_verslag(openbaar, maak_werkmap(verhaal=verhaal)), "voorwoord"), Mensentekst
    )
    assert gevonden[0].delen == (cijfers[1], cijfers[1], cijfers[1], cijfers[2], cijfers[0])


def test_een_rapportcijfer_wordt_als_gemiddelde_gevonden() -> None:
    vraag = maak_vraag("CL20", schaal=CIJFER10)
    cijfer = maak_cijfer("CL20", 50, 100, maat=Maat.GEMIDDELDE, waarde=7.4)
    openbaar = maak_openbaar([cijfer], [vraag_aan(vraag, Doelgroep.CLIENTEN)])
    verhaal = replace(LEEG_VERHAAL, voorwoord=maak_tekst(verwijs_naar("CL20")))
    verslag = maak_verslag(openbaar, maak_werkmap(verhaal=verhaal))
    assert zoek_sectie(verslag, "voorwoord").blokken == (Mensentekst(delen=(cijfer,)),)
    assert any(cijfer in rij for tabel in zoek_blokken(verslag, Cijfertabel) for rij in tabel.rijen)


def test_een_bekende_vraag_zonder_cijfer_geeft_de_openbare_woorden() -> None:
    verhaal = replace(LEEG_VERHAAL, voorwoord=maak_tekst(verwijs_naar("NA01"), verwijs_naar("K01")))
    openbaar = maak_openbaar([maak_cijfer("CL01", 47, 62)], [vraag_aan(CL01, Doelgroep.CLIENTEN)])
    verslag = maak_verslag(openbaar, maak_werkmap(verhaal=verhaal))
    assert zoek_sectie(verslag, "voorwoord").blokken == (Mensentekst(delen=("niet gevraagd", "geen informatie")),)


def test_alle_onbekende_verwijzingen_staan_samen_in_een_fout() -> None:
    duiding = maak_tekst(
        verwijs_naar("CL1", regel=3),
        verwijs_naar("CL01", regel=4, jaar=2019),
        verwijs_naar("CL01", regel=5, locatie="oots"),
        verwijs_naar("CL01", regel=6, doelgroep="klienten"),
    )
    verhaal = Verhaal(
        voorwoord=None,
        samenvatting=None,
        over_ons=None,
        pijlers={"clienten": maak_pijlerverhaal(duiding=duiding, kerncijfer="CL99x", trend=("NA1",))},
        reacties=(Reactie(titel="Raad", tekst=maak_tekst(verwijs_naar("K1", regel=9))),),
    )
    werkmap = maak_werkmap(verhaal=verhaal, acties=(maak_actie("een", waarom=("PR1",)),))
    openbaar = replace(maak_volle_cijfers(), boom=maak_boom(("oost", "Locatie Oost")))
    with pytest.raises(WerkmapFout) as fout:
        maak_verslag(openbaar, werkmap)
    gebreken = [(g.waar, g.wat, g.verwacht, g.doe_dit) for g in fout.value.gebreken]
    onbekend = "is geen bekende vraag en geen bekend kengetal."
    naam = "de naam van een vraag of kengetal, zoals CL04 of K01"
    bestand = "verhaal/2024/clienten.md"
    assert gebreken == [
        (bestand, f"'CL99x' {onbekend}", naam, "Verbeter de naam."),
        (bestand, f"'NA1' {onbekend}", naam, "Verbeter de naam. Bedoelde u 'NA01'?"),
        (f"{bestand}, regel 3", f"'CL1' {onbekend}", naam, "Verbeter de naam. Bedoelde u 'CL01'?"),
        (
            f"{bestand}, regel 4",
            "Bij CL01 staat het jaar 2019. Daarvan zijn geen cijfers.",
            "een van de jaren 2022, 2023 en 2024",
            "Verbeter het jaar of haal de verwijzing weg.",
        ),
        (
            f"{bestand}, regel 5",
            "De locatie 'oots' bij CL01 is niet bekend.",
            "een id of naam uit 'locaties' in kwaliteit.yaml",
            "Verbeter de naam. Bedoelde u 'oost'?",
        ),
        (
            f"{bestand}, regel 6",
            "CL01 hoort niet bij de doelgroep 'klienten'.",
            "een van de doelgroepen clienten",
            "Verbeter de doelgroep. Bedoelde u 'clienten'?",
        ),
        (f"{bestand}, regel 9", f"'K1' {onbekend}", naam, "Verbeter de naam. Bedoelde u 'K01'?"),
        ("acties.yaml, actie een", f"'PR1' {onbekend}", naam, "Verbeter de naam. Bedoelde u 'PR01'?"),
    ]


def test_een_vraag_aan_twee_hoofdgroepen_vraagt_om_een_doelgroep() -> None:
    gevraagd = [vraag_aan(CL01, Doelgroep.CLIENTEN), vraag_aan(CL01, Doelgroep.NAASTEN)]
    openbaar = maak_openbaar([maak_cijfer("CL01", 47, 62)], gevraagd)
    verhaal = replace(LEEG_VERHAAL, voorwoord=maak_tekst(verwijs_naar("CL01")))
    with pytest.raises(WerkmapFout) as fout:
        maak_verslag(openbaar, maak_werkmap(verhaal=verhaal))
    assert fout.value.gebreken[0].wat == "CL01 is aan meer groepen gevraagd."
    met_groep = replace(LEEG_VERHAAL, voorwoord=maak_tekst(verwijs_naar("CL01", doelgroep="naasten")))
    assert maak_verslag(openbaar, maak_werkmap(verhaal=met_groep))


# ---- in het kort ----


def test_het_kerncijfer_komt_uit_het_verhaal() -> None:
    verhaal = replace(LEEG_VERHAAL, pijlers={"clienten": maak_pijlerverhaal(boodschap="Goed.", kerncijfer="K01")})
    kern = zoek_blokken(maak_verslag(werkmap=maak_werkmap(verhaal=verhaal)), Kernboodschappen)[0].boodschappen[0]
    assert kern.boodschap == "Goed."
    assert kern.cijfer is not None
    assert kern.cijfer.indicator == "K01"
    assert kern.bij_cijfer == "Cliënten met een plan"


def test_zonder_keuze_is_het_eerste_getoonde_cijfer_van_de_eerste_doelgroep_het_kerncijfer() -> None:
    vragen = [CL01, maak_vraag("CL03", tekst="Ik doe mee.")]
    cijfers = [maak_cijfer("CL01", 4, 6), maak_cijfer("CL03", 30, 60)]
    openbaar = maak_openbaar(cijfers, [vraag_aan(vraag, Doelgroep.CLIENTEN) for vraag in vragen])
    verhaal = replace(LEEG_VERHAAL, pijlers={"naasten": maak_pijlerverhaal(boodschap="Goed.")})
    verslag = maak_verslag(openbaar, maak_werkmap(verhaal=verhaal))
    kern, naasten = zoek_blokken(verslag, Kernboodschappen)[0].boodschappen[:2]
    assert kern.cijfer is cijfers[1]
    assert kern.bij_cijfer == "van de cliënten is het eens: “Ik doe mee.”"
    assert (naasten.cijfer, naasten.bij_cijfer) == (None, "")


def test_kerncijfer_geen_haalt_het_cijfer_en_de_trend_weg() -> None:
    gevonden = []
    for zonder in (False, True):
        verhaal = replace(
            LEEG_VERHAAL, pijlers={"clienten": maak_pijlerverhaal(boodschap="Goed.", zonder_kerncijfer=zonder)}
        )
        verslag = maak_verslag(werkmap=maak_werkmap(verhaal=verhaal))
        kern = zoek_blokken(verslag, Kernboodschappen)[0].boodschappen[0]
        heeft_trend = bool(zoek_blokken(zoek_sectie(verslag, "clienten"), Trendfiguur))
        gevonden.append((kern.boodschap, kern.cijfer is not None, kern.bij_cijfer != "", heeft_trend))
    assert gevonden == [("Goed.", True, True, True), ("Goed.", False, False, False)]


@pytest.mark.parametrize(("deelnemers", "voorbehoud"), [(87, VOORZICHTIG), (88, ""), (4, "")])
def test_onder_de_helft_staat_er_een_voorbehoud_bij_de_kernboodschap(deelnemers: int, voorbehoud: str) -> None:
    openbaar = maak_openbaar(
        [maak_cijfer("CL01", 47, 62), maak_respons(Doelgroep.CLIENTEN, deelnemers, 176)],
        [vraag_aan(CL01, Doelgroep.CLIENTEN)],
    )
    assert zoek_blokken(maak_verslag(openbaar), Kernboodschappen)[0].boodschappen[0].voorbehoud == voorbehoud


# ---- zinnen om een cijfer ----


@pytest.mark.parametrize(
    ("teller", "noemer", "zin"),
    [
        (47, 62, "# van de cliënten is het eens"),
        (11, 14, "# cliënten zijn het eens"),
        (13, 14, "meer dan 11 van de 14 cliënten zijn het eens"),
        (1, 62, "minder dan 10% van de cliënten is het eens"),
        (4, 6, "cliënten: te weinig antwoorden"),
    ],
)
def test_de_zin_past_bij_elke_vorm_van_het_cijfer(teller: int, noemer: int, zin: str) -> None:
    assert lees(schrijf_feit(maak_cijfer("CL01", teller, noemer), CL01, Doelgroep.CLIENTEN)) == zin


def test_de_zin_past_bij_andere_schalen() -> None:
    ja_nee = maak_vraag("CL21", schaal=JA_NEE)
    assert lees(schrijf_feit(maak_cijfer("CL21", 47, 62), ja_nee, Doelgroep.NAASTEN)) == "# van de naasten zegt ja"
    cijfer = maak_vraag("CL20", schaal=CIJFER10)
    getoond = maak_cijfer("CL20", 47, 62, maat=Maat.GEMIDDELDE, waarde=7.4)
    assert lees(schrijf_feit(getoond, cijfer, Doelgroep.NAASTEN)) == "naasten geven gemiddeld een #"
    weinig = maak_cijfer("CL20", 7, 14, maat=Maat.GEMIDDELDE)
    assert lees(schrijf_feit(weinig, cijfer, Doelgroep.NAASTEN)) == "naasten: #"
    omgekeerd = replace(CL01, schaal=replace(CL01.schaal, labels=tuple(reversed(CL01.schaal.labels))))
    zin = lees(schrijf_feit(maak_cijfer("CL01", 47, 62), omgekeerd, Doelgroep.CLIENTEN))
    assert zin == "# van de cliënten antwoordt gunstig"


@pytest.mark.parametrize("groep", Doelgroep)
@pytest.mark.parametrize(("teller", "noemer"), [(47, 62), (11, 14), (13, 14), (1, 62), (4, 6)])
def test_een_figuurboodschap_heeft_hoogstens_twaalf_woorden(groep: Doelgroep, teller: int, noemer: int) -> None:
    vraag = maak_vraag("XX01", norm="W1")
    jaren = (2022, 2023, 2024)
    openbaar = maak_openbaar(
        [maak_cijfer("XX01", teller, noemer, groep=groep, jaar=jaar) for jaar in jaren],
        [vraag_aan(vraag, groep, jaar=jaar) for jaar in jaren],
    )
    verhaal = replace(LEEG_VERHAAL, pijlers={"samenwerken": maak_pijlerverhaal(trend=("XX01",))})
    koppen = [blok.kop for blok in figuren_en_tabellen(maak_verslag(openbaar, maak_werkmap(verhaal=verhaal)))]
    assert len(koppen) > 3
    for kop in koppen:
        assert 0 < tel_woorden(kop.boodschap) <= MEESTE_WOORDEN, lees(kop.boodschap)


def test_een_verborgen_cijfer_staat_met_onderwerp_en_groep_in_de_boodschap() -> None:
    openbaar = maak_openbaar([maak_cijfer("CL01", 4, 6)], [vraag_aan(CL01, Doelgroep.CLIENTEN)])
    tabel = next(t for t in zoek_blokken(maak_verslag(openbaar), Cijfertabel) if t.kop.anker == "figuur-clienten")
    assert lees(tabel.kop.boodschap) == "Eigen regie, cliënten: te weinig antwoorden"


@pytest.mark.parametrize(("teller", "noemer"), [(4, 6), (11, 14), (1, 62)])
def test_zonder_percentage_is_een_verdeling_een_tabel_met_hetzelfde_anker(teller: int, noemer: int) -> None:
    jaren = (2023, JAAR)
    gevraagd = [vraag_aan(CL01, Doelgroep.CLIENTEN, jaar=jaar) for jaar in jaren]
    eerder, nu = maak_cijfer("CL01", 12, 20, jaar=2023), maak_cijfer("CL01", teller, noemer)
    sectie = zoek_sectie(maak_verslag(maak_openbaar([eerder, nu], gevraagd)), "clienten")
    assert not zoek_blokken(sectie, Verdelingsfiguur)
    (tabel,) = zoek_blokken(sectie, Cijfertabel)
    assert (tabel.kop.anker, tabel.koppen) == ("figuur-clienten", ("Vraag", "2023", "2024"))
    assert tabel.rijen == ((CL01.tekst, eerder, nu),)
    assert tabel.kop.ondertitel == "Gunstige antwoorden van cliënten per vraag, 2024"
    met_procent = zoek_sectie(maak_verslag(maak_openbaar([eerder, maak_cijfer("CL01", 40, 62)], gevraagd)), "clienten")
    assert [figuur.kop.anker for figuur in zoek_blokken(met_procent, Verdelingsfiguur)] == ["figuur-clienten"]
    assert not zoek_blokken(met_procent, Cijfertabel)


# ---- respons ----


def test_de_responstabel_zet_vorig_jaar_ernaast() -> None:
    tabel = zoek_blokken(maak_verslag(), Responstabel)[0]
    assert (tabel.jaar, tabel.vorig_jaar) == (2024, 2023)
    assert [rij.doelgroep for rij in tabel.rijen] == list(HOOFDGROEPEN)
    assert tabel.rijen[0].vorig is not None
    assert tabel.rijen[1].vorig is None


def test_een_groep_zonder_bron_wordt_genoemd_en_een_gevraagde_groep_niet() -> None:
    openbaar = maak_openbaar(
        [maak_cijfer("CL01", 47, 62), maak_respons(Doelgroep.CLIENTEN, 62, 84)],
        [vraag_aan(CL01, Doelgroep.CLIENTEN)],
        niet_gevraagd=(Doelgroep.NAASTEN, Doelgroep.PROFESSIONALS, Doelgroep.SAMENWERKINGSPARTNERS),
    )
    verslag = maak_verslag(openbaar)
    tekst = tekst_van(zoek_sectie(verslag, "respons"))
    for groep in ("naasten", "professionals", "ervaringsdeskundigen", "samenwerkingspartners"):
        assert f"Dit jaar vroeg de organisatie {groep} niets." in tekst
    assert "vroeg de organisatie cliënten niets" not in tekst
    assert "De organisatie vroeg de mening van cliënten." in tekst
    assert "Dit jaar vroeg de organisatie naasten niets." in tekst_van(zoek_sectie(verslag, "naasten"))


def test_een_totaal_staat_er_alleen_als_geen_groep_verborgen_is() -> None:
    alle = [maak_respons(groep, 50, 100) for groep in HOOFDGROEPEN]
    assert "200 van de 400 gevraagde mensen gaven antwoord" in tekst_van(maak_verslag(maak_openbaar(alle)))
    met_verborgen = [*alle[:3], maak_respons(Doelgroep.SAMENWERKINGSPARTNERS, 6, 31)]
    tekst = tekst_van(maak_verslag(maak_openbaar(met_verborgen)))
    assert "gevraagde mensen gaven antwoord" not in tekst
    assert " van de cliënten gaf antwoord" in tekst


def test_een_rij_niet_gevraagd_telt_niet_als_bron() -> None:
    niet = replace(
        maak_respons(Doelgroep.SAMENWERKINGSPARTNERS, 4, 30), status=Status.NIET_GEVRAAGD, toelichting="niet gevraagd"
    )
    wel = [maak_respons(groep, 50, 100) for groep in HOOFDGROEPEN[:3]]
    verslag = maak_verslag(maak_openbaar([*wel, niet], niet_gevraagd=(Doelgroep.SAMENWERKINGSPARTNERS,)))
    zin = "Dit jaar vroeg de organisatie samenwerkingspartners niets."
    assert zin in tekst_van(zoek_sectie(verslag, "respons"))
    assert zin in tekst_van(zoek_sectie(verslag, "samenwerken"))
    assert "150 van de 300 gevraagde mensen gaven antwoord" in tekst_van(verslag)
    tabel = zoek_blokken(verslag, Responstabel)[0]
    assert tabel.rijen[3].cijfer is niet
    assert "samenwerkingspartners" not in tabel.kop.bron


def test_ervaringsdeskundigen_staan_apart() -> None:
    openbaar = maak_openbaar([maak_respons(Doelgroep.ERVARINGSDESKUNDIGEN, 12, 14)])
    tekst = tekst_van(zoek_sectie(maak_verslag(openbaar), "respons"))
    assert "Ervaringsdeskundigen staan apart." in tekst
    assert "opgehaald bij ervaringsdeskundigen" not in tekst


def test_bij_zeer_lage_respons_staat_de_vaste_zin_bij_elke_figuur_van_die_groep() -> None:
    laag = maak_openbaar(
        [maak_cijfer("CL01", 30, 50), maak_respons(Doelgroep.CLIENTEN, 50, 176)],
        [vraag_aan(CL01, Doelgroep.CLIENTEN)],
    )
    figuur = zoek_blokken(maak_verslag(laag), Verdelingsfiguur)[0]
    assert (f"Cliënten: {VOORZICHTIG}",) in figuur.kop.noten
    gewoon = zoek_blokken(maak_verslag(), Verdelingsfiguur)[0]
    assert VOORZICHTIG not in tekst_van(gewoon)


# ---- figuren en tabellen van een pijler ----


def test_een_verdeling_loopt_van_gunstig_naar_ongunstig() -> None:
    rij = zoek_blokken(maak_verslag(), Verdelingsfiguur)[0].rijen[0]
    assert [(vak.naam, vak.kant, vak.sterk) for vak in rij.categorieen] == [
        ("helemaal eens", "gunstig", True),
        ("eens", "gunstig", False),
        ("niet eens en niet oneens", "midden", False),
        ("oneens", "ongunstig", False),
        ("helemaal oneens", "ongunstig", True),
    ]
    assert [cijfer.teller for cijfer in rij.verdeling] == [27, 20, 6, 5, 4]


@pytest.mark.parametrize(
    ("vakken", "kanten"),
    [
        ((("4 5", "eens"), ("3", "midden"), ("1 2", "oneens")), ["gunstig", "midden", "ongunstig"]),
        ((("1+2+3", "anders"), ("4+5", "eens")), ["gunstig", "midden"]),
    ],
)
def test_samengevoegde_antwoorden_houden_hun_kant(vakken: tuple[tuple[str, str], ...], kanten: list[str]) -> None:
    cijfers = [
        maak_cijfer("CL01", 50, 100, maat=Maat.VERDELING, categorie=codes, categorienaam=naam) for codes, naam in vakken
    ]
    openbaar = maak_openbaar([maak_cijfer("CL01", 50, 100), *cijfers], [vraag_aan(CL01, Doelgroep.CLIENTEN)])
    rij = zoek_blokken(maak_verslag(openbaar), Verdelingsfiguur)[0].rijen[0]
    assert [vak.kant for vak in rij.categorieen] == kanten
    assert not any(vak.sterk for vak in rij.categorieen)


def test_een_samengevoegd_vak_naast_een_buitenste_vak_krijgt_een_noot() -> None:
    cl03 = maak_vraag("CL03", tekst="Ik doe mee.")
    vragen = [vraag_aan(vraag, Doelgroep.CLIENTEN) for vraag in (CL01, cl03)]
    samen = [
        maak_cijfer("CL03", aantal, 100, maat=Maat.VERDELING, categorie=codes, categorienaam=naam)
        for codes, naam, aantal in (("4+5", "eens of helemaal eens", 80), ("3", "midden", 10), ("1+2", "oneens", 10))
    ]
    los = maak_verdeling("CL01", (10, 10, 10, 30, 40))
    noot = ("Is er geen buitenste vak, dan zijn die antwoorden samen geteld.",)
    cijfers = [maak_cijfer("CL01", 70, 100), maak_cijfer("CL03", 80, 100)]
    gevonden = [
        noot in zoek_blokken(maak_verslag(maak_openbaar([*cijfers, *vakken], vragen)), Verdelingsfiguur)[0].kop.noten
        for vakken in ((*los, *samen), los, samen)
    ]
    assert gevonden == [True, False, False]


def test_een_verdeling_met_een_verborgen_vak_wordt_niet_getoond() -> None:
    vakken = maak_verdeling("CL01", (10, 10, 10, 30, 40))
    verborgen = replace(vakken[0], status=Status.NIET_GETOOND, toelichting="niet getoond", waarde=None, teller=None)
    openbaar = maak_openbaar(
        [maak_cijfer("CL01", 70, 100), verborgen, *vakken[1:]], [vraag_aan(CL01, Doelgroep.CLIENTEN)]
    )
    assert zoek_blokken(maak_verslag(openbaar), Verdelingsfiguur)[0].rijen[0].verdeling == ()


def test_de_eerste_doelgroep_staat_open_en_de_andere_groepen_zijn_ingeklapt() -> None:
    sectie = zoek_sectie(maak_verslag(), "samenleving")
    (eerste,) = zoek_blokken(sectie, Verdelingsfiguur)
    assert ({rij.doelgroep for rij in eerste.rijen}, eerste.ingeklapt) == ({Doelgroep.CLIENTEN}, False)
    anderen = next(t for t in zoek_blokken(sectie, Cijfertabel) if t.kop.anker == "tabel-samenleving-anderen")
    assert (lees(anderen.kop.boodschap), anderen.ingeklapt) == ("Wat professionals zeggen", True)
    assert [str(rij[0]).split(":")[0] for rij in anderen.rijen] == ["Professionals"]


def test_drie_metingen_geven_een_trendfiguur_met_de_breuk_in_woorden() -> None:
    trend = zoek_blokken(zoek_sectie(maak_verslag(), "clienten"), Trendfiguur)[0]
    assert [(punt.jaar, punt.breuk) for punt in trend.punten] == [(2022, False), (2023, True), (2024, False)]
    assert ("Vanaf 2023 niet te vergelijken: de vraag is veranderd.",) in trend.kop.noten


def test_twee_metingen_geven_een_zin() -> None:
    jaren = (2023, 2024)
    openbaar = maak_openbaar(
        [maak_cijfer("CL01", 47, 62, jaar=jaar) for jaar in jaren],
        [vraag_aan(CL01, Doelgroep.CLIENTEN, jaar=jaar) for jaar in jaren],
    )
    sectie = zoek_sectie(maak_verslag(openbaar), "clienten")
    assert not zoek_blokken(sectie, Trendfiguur)
    zin = "zijn er nu twee metingen. Een figuur over de jaren komt er bij drie."
    assert zin in tekst_van(sectie)


def test_een_jaar_zonder_meting_is_een_gat_in_de_trend() -> None:
    jaren = (2021, 2022, 2024)
    openbaar = maak_openbaar(
        [maak_cijfer("CL01", 47, 62, jaar=jaar) for jaar in jaren],
        [vraag_aan(CL01, Doelgroep.CLIENTEN, jaar=jaar) for jaar in jaren],
    )
    trend = zoek_blokken(maak_verslag(openbaar), Trendfiguur)[0]
    assert [(punt.jaar, punt.cijfer is None) for punt in trend.punten] == [
        (2021, False),
        (2022, False),
        (2023, True),
        (2024, False),
    ]


def test_elk_cijfer_van_een_pijler_staat_in_een_tabel_over_de_jaren() -> None:
    """Een vraag met een figuur staat in de tabel bij die figuur, elke andere in de tabel met andere cijfers."""
    oud = maak_vraag("CL09", tekst="Een oude vraag.")
    volle = maak_volle_cijfers()
    openbaar = maak_openbaar(
        [*volle.cijfers, maak_cijfer("CL09", 30, 60, jaar=2023)],
        [*volle.gevraagd, vraag_aan(oud, Doelgroep.CLIENTEN, jaar=2023)],
    )
    sectie = zoek_sectie(maak_verslag(openbaar), "clienten")
    figuur = zoek_blokken(sectie, Verdelingsfiguur)[0]
    assert figuur.eerdere_jaren == (2022, 2023)
    assert [(rij.vraagtekst, rij.noot) for rij in figuur.rijen] == [
        ("Ik bepaal zelf hoe ik aan mijn herstel werk.", "2023 niet te vergelijken: de vraag is veranderd")
    ]
    assert [cel.jaar for cel in figuur.rijen[0].eerder if isinstance(cel, OpenbaarCijfer)] == [2022, 2023]
    tabel = next(t for t in zoek_blokken(sectie, Cijfertabel) if t.kop.anker == "tabel-clienten-jaren")
    assert (tabel.koppen, len(tabel.rijen)) == (("Vraag", "2023"), 1)
    assert tabel.rijen[0][0] == "Cliënten: Een oude vraag."
    assert all(cel for rij in tabel.rijen for cel in rij)


def test_een_vraag_die_eerder_niet_is_gesteld_heeft_woorden_in_die_cel() -> None:
    nieuw = maak_vraag("CL08", tekst="Een nieuwe vraag.")
    volle = maak_volle_cijfers()
    openbaar = maak_openbaar(
        [*volle.cijfers, maak_cijfer("CL08", 30, 60)], [*volle.gevraagd, vraag_aan(nieuw, Doelgroep.CLIENTEN)]
    )
    rijen = zoek_blokken(zoek_sectie(maak_verslag(openbaar), "clienten"), Verdelingsfiguur)[0].rijen
    assert [rij.eerder for rij in rijen if rij.vraag == "CL08"] == [("niet gevraagd", "niet gevraagd")]


def test_een_trend_verwijst_naar_de_tabel_die_haar_cijfers_al_heeft() -> None:
    sectie = zoek_sectie(maak_verslag(), "clienten")
    figuur, trend = zoek_blokken(sectie, Verdelingsfiguur)[0], zoek_blokken(sectie, Trendfiguur)[0]
    assert (trend.tabel_bij, trend.tabel_naam) == (figuur.kop.anker, f"de tabel bij figuur {figuur.kop.nummer}")


def test_een_trend_met_meer_jaren_dan_die_tabel_houdt_een_eigen_tabel() -> None:
    jaren = (2020, 2021, 2022, 2023, 2024)
    openbaar = maak_openbaar(
        [maak_cijfer("CL01", 47, 62, jaar=jaar) for jaar in jaren],
        [vraag_aan(CL01, Doelgroep.CLIENTEN, jaar=jaar) for jaar in jaren],
    )
    sectie = zoek_sectie(maak_verslag(openbaar), "clienten")
    assert zoek_blokken(sectie, Verdelingsfiguur)[0].eerdere_jaren == (2022, 2023)
    assert zoek_blokken(sectie, Trendfiguur)[0].tabel_bij == ""


def test_de_titel_van_een_figuur_telt_de_vragen_met_driekwart() -> None:
    vragen = [maak_vraag(f"CL0{nummer}", tekst=f"Vraag {nummer}.") for nummer in (1, 2, 3)]
    gevraagd = [vraag_aan(vraag, Doelgroep.CLIENTEN) for vraag in vragen]

    def titel(*paren: tuple[int, int]) -> str:
        cijfers = [maak_cijfer(vraag.id, *paar) for vraag, paar in zip(vragen, paren, strict=False)]
        return lees(zoek_blokken(maak_verslag(maak_openbaar(cijfers, gevraagd)), Verdelingsfiguur)[0].kop.boodschap)

    # 149/200 = 74,5%, de lezer ziet 75%; 61 van 62 is de band "meer dan 90%".
    assert titel((149, 200), (61, 62), (40, 60)) == "Bij twee van de drie vragen is minstens driekwart het eens"
    assert titel((50, 60), (50, 60), (50, 60)) == "Bij alle drie vragen is minstens driekwart het eens"
    assert titel((30, 60), (30, 60), (30, 60)) == "Bij geen van de drie vragen is minstens driekwart het eens"
    assert titel((50, 60), (11, 14)) == "Eigen regie: # van de cliënten is het eens", (
        "niet elke vraag heeft een percentage"
    )


def test_de_titel_volgt_de_grens_van_de_rekenregels() -> None:
    rijen = [(maak_vraag(id_), maak_cijfer(id_, *paar)) for id_, paar in (("CL01", (48, 60)), ("CL02", (40, 60)))]
    assert schrijf_hoge_vragen(rijen, 0.75) == "Bij één van de twee vragen is minstens driekwart het eens"
    assert schrijf_hoge_vragen(rijen, 0.6) == "Bij alle twee vragen is minstens 60% het eens"
    assert schrijf_hoge_vragen(rijen, 0.825) == "Bij geen van de twee vragen is minstens 82,5% het eens"


def test_de_titel_van_een_trend_is_de_vraag_zelf_als_die_past() -> None:
    trend = zoek_blokken(zoek_sectie(maak_verslag(), "clienten"), Trendfiguur)[0]
    assert lees(trend.kop.boodschap) == "2024: # zegt “Ik bepaal zelf hoe ik aan mijn herstel werk.”"
    assert trend.kop.ondertitel == "Cliënten die het eens zijn, 2022 tot en met 2024"
    lang = replace(CL01, tekst="Ik bepaal zelf met wie en hoe ik elke dag aan mijn eigen herstel werk.")
    jaren = (2022, 2023, 2024)
    openbaar = maak_openbaar(
        [maak_cijfer("CL01", 47, 62, jaar=jaar) for jaar in jaren],
        [vraag_aan(lang, Doelgroep.CLIENTEN, jaar=jaar) for jaar in jaren],
    )
    kop = zoek_blokken(maak_verslag(openbaar), Trendfiguur)[0].kop
    assert lees(kop.boodschap) == "Eigen regie in 2024: # van de cliënten is het eens"
    assert lang.tekst in kop.ondertitel


def test_kengetallen_staan_met_hun_definitie_en_de_zin_over_melden() -> None:
    verslag = maak_verslag()
    per_anker = {tabel.kop.anker: tabel for tabel in zoek_blokken(verslag, Cijfertabel)}
    assert per_anker["tabel-clienten-kengetallen"].uitleg == (
        ("Cliënten met een plan: cliënten met een plan, gedeeld door cliënten op 31-12.",),
    )
    assert per_anker["tabel-samenleving-kengetallen"].uitleg == (
        ("Incidenten: gemelde incidenten, per 1.000 cliëntdagen. Dit getal hangt ook af van hoe vaak mensen melden.",),
    )
    assert "Bij deze pijler zijn dit jaar geen kengetallen opgegeven." in tekst_van(zoek_sectie(verslag, "naasten"))


def test_een_citaat_toont_alleen_de_rol() -> None:
    citaat = Citaat(
        tekst="Er wordt geluisterd.",
        doelgroep=Doelgroep.NAASTEN,
        pijler="naasten",
        toon=Citaattoon.KRITISCH,
        toestemming_door="een geheime naam",
        toestemming_op=date(2024, 11, 20),
        bewerkt_door="nog een naam",
        waar="citaten/2024.yaml",
    )
    verslag = maak_verslag(werkmap=maak_werkmap(citaten=(citaat,)))
    regel = zoek_blokken(zoek_sectie(verslag, "naasten"), Citaten)[0].citaten[0]
    assert (regel.tekst, regel.rol) == ("Er wordt geluisterd.", "Naaste")
    assert "naam" not in tekst_van(zoek_blokken(verslag, Citaten))
    assert not zoek_blokken(zoek_sectie(verslag, "clienten"), Citaten)


# ---- locaties ----


def maak_locatieverslag(*, regio: str | None = None) -> Verslag:
    """Noord heeft genoeg antwoorden, oost en zuid niet."""
    boom = maak_boom(("noord", "Locatie Noord"), ("oost", "Locatie Oost"), ("zuid", "Locatie Zuid"), regio=regio)
    cijfers = [
        maak_cijfer("CL01", 47, 62),
        maak_cijfer("CL01", 20, 31, onderdeel="noord"),
        maak_cijfer("CL01", 5, 8, onderdeel="oost"),
        maak_cijfer("CL01", 5, 9, onderdeel="zuid"),
    ]
    if regio:
        cijfers.append(maak_cijfer("CL01", 30, 48, onderdeel=regio))
    return maak_verslag(maak_openbaar(cijfers, [vraag_aan(CL01, Doelgroep.CLIENTEN)], boom=boom))


def test_een_locatie_staat_naast_de_hele_organisatie() -> None:
    sectie = zoek_sectie(maak_locatieverslag(), "locaties")
    tabellen = zoek_blokken(sectie, Cijfertabel)
    assert [tabel.koppen for tabel in tabellen] == [("Vraag", "Hele organisatie", "Locatie Noord")]
    vraag, overal, hier = tabellen[0].rijen[0]
    assert vraag == CL01.tekst
    assert isinstance(hier, OpenbaarCijfer)
    assert isinstance(overal, OpenbaarCijfer)
    assert (hier.noemer, overal.noemer) == (31, 62)


def test_locaties_zonder_cijfers_staan_samen_in_een_zin() -> None:
    zin = "Van Locatie Oost en Locatie Zuid staan hier geen cijfers: er waren te weinig antwoorden om veilig te tonen."
    assert zin in tekst_van(zoek_sectie(maak_locatieverslag(), "locaties"))


def test_een_locatie_zonder_informatie_heet_niet_te_weinig_antwoorden() -> None:
    geen = replace(
        maak_cijfer("CL01", 4, 6, onderdeel="oost"), status=Status.GEEN_INFORMATIE, toelichting="geen informatie"
    )
    boom = maak_boom(("noord", "Locatie Noord"), ("oost", "Locatie Oost"))
    gevraagd = [vraag_aan(CL01, Doelgroep.CLIENTEN)]
    cijfers = [maak_cijfer("CL01", 47, 62), maak_cijfer("CL01", 20, 31, onderdeel="noord"), geen]
    tekst = tekst_van(zoek_sectie(maak_verslag(maak_openbaar(cijfers, gevraagd, boom=boom)), "locaties"))
    assert "Van Locatie Oost is er dit jaar geen informatie." in tekst
    assert "te weinig antwoorden om veilig te tonen" not in tekst
    alleen_geen = maak_openbaar([cijfers[0], geen], gevraagd, boom=boom)
    assert "geen cijfers per locatie" in tekst_van(zoek_sectie(maak_verslag(alleen_geen), "locaties"))


def test_een_organisatie_met_regio_heeft_eerst_de_regios_en_dan_de_locaties_per_regio() -> None:
    tabellen = zoek_blokken(zoek_sectie(maak_locatieverslag(regio="Stad"), "locaties"), Cijfertabel)
    assert [tabel.koppen for tabel in tabellen] == [("Vraag", "Hele organisatie", "Stad"), ("Vraag", "Locatie Noord")]
    assert [lees(tabel.kop.boodschap) for tabel in tabellen] == ["Regio's: Stad", "Locaties in Stad: Locatie Noord"]


def test_veel_locaties_staan_in_tabellen_van_hoogstens_vijf_kolommen_zonder_herhaling() -> None:
    namen = [f"loc{nummer}" for nummer in range(8)]
    cijfers = [maak_cijfer("CL01", 47, 62), *(maak_cijfer("CL01", 20, 31, onderdeel=naam) for naam in namen)]
    respons = replace(maak_respons(Doelgroep.CLIENTEN, 31, 40), onderdeel="loc0")
    boom = maak_boom(*((naam, f"Huis {naam[-1]}") for naam in namen))
    verslag = maak_verslag(maak_openbaar([*cijfers, respons], [vraag_aan(CL01, Doelgroep.CLIENTEN)], boom=boom))
    tabellen = zoek_blokken(zoek_sectie(verslag, "locaties"), Cijfertabel)
    assert [len(tabel.koppen) for tabel in tabellen] == [5, 5, 4]
    assert [naam for tabel in tabellen for naam in tabel.koppen[2:]] == [f"Huis {nummer}" for nummer in range(8)]
    assert all(tabel.koppen[1] == "Hele organisatie" for tabel in tabellen)
    assert [tabel.rijen[0][0] for tabel in tabellen] == ["Gaven antwoord", CL01.tekst, CL01.tekst]


def test_een_organisatie_zonder_locaties_zegt_dat() -> None:
    assert "geen cijfers per locatie" in tekst_van(zoek_sectie(maak_verslag(), "locaties"))


def test_met_een_locatie_staat_er_een_zin_in_plaats_van_hetzelfde_cijfer_nog_een_keer() -> None:
    gevonden = []
    for boom in (maak_boom(("a", "Huis A")), maak_boom(("a", "Huis A"), ("b", "Huis B"))):
        cijfers = [maak_cijfer("CL01", 47, 62), maak_cijfer("CL01", 47, 62, onderdeel="a")]
        openbaar = maak_openbaar(cijfers, [vraag_aan(CL01, Doelgroep.CLIENTEN)], boom=boom)
        sectie = zoek_sectie(maak_verslag(openbaar), "locaties")
        gevonden.append(("één locatie" in tekst_van(sectie), len(zoek_blokken(sectie, Cijfertabel))))
    assert gevonden == [(True, 0), (False, 1)]


# ---- de spiegel ----


def test_zonder_twee_punten_is_de_spiegel_een_tabel_met_hetzelfde_anker() -> None:
    gevraagd = [vraag_aan(CL02, Doelgroep.CLIENTEN), vraag_aan(PR02, Doelgroep.PROFESSIONALS)]
    clienten = maak_cijfer("CL02", 30, 60)
    klein = maak_cijfer("PR02", 11, 14, groep=Doelgroep.PROFESSIONALS)
    sectie = zoek_sectie(maak_verslag(maak_openbaar([clienten, klein], gevraagd)), "spiegel")
    assert not zoek_blokken(sectie, Spiegelfiguur)
    (tabel,) = zoek_blokken(sectie, Cijfertabel)
    assert (tabel.kop.anker, tabel.koppen) == ("figuur-spiegel", ("Onderwerp", "Cliënten", "Professionals"))
    assert tabel.rijen == (("Hulp in de buurt", clienten, klein),)
    assert ("Er zijn te weinig antwoorden om groepen te vergelijken.",) in tabel.kop.noten
    assert (f"Hulp in de buurt, vraag aan cliënten: “{CL02.tekst}”",) in tabel.uitleg
    groot = maak_cijfer("PR02", 50, 60, groep=Doelgroep.PROFESSIONALS)
    (figuur,) = zoek_blokken(maak_verslag(maak_openbaar([clienten, groot], gevraagd)), Spiegelfiguur)
    assert figuur.groepen == (Doelgroep.CLIENTEN, Doelgroep.PROFESSIONALS), "wie niets is gevraagd, krijgt geen kolom"
    assert "punten op een schaal van 0 tot 100" in lees(figuur.kop.noten[0])


def test_een_onderwerp_zonder_twee_percentages_zegt_dat_er_te_weinig_antwoorden_zijn() -> None:
    figuur = zoek_blokken(maak_verslag(), Spiegelfiguur)[0]
    zonder = replace(figuur.rijen[0], verschil=None)
    assert (schrijf_verschil(zonder), schrijf_verschil(figuur.rijen[0])) == (
        "te weinig antwoorden om te vergelijken",
        "40 punten verschil",
    )


def test_de_spiegel_staat_op_volgorde_van_verschil() -> None:
    figuur = zoek_blokken(maak_verslag(), Spiegelfiguur)[0]
    assert [(rij.onderwerp, rij.verschil) for rij in figuur.rijen] == [("Zelf bepalen", 40), ("Hulp in de buurt", 30)]
    assert figuur.rijen[0].cijfers[3] == (Doelgroep.SAMENWERKINGSPARTNERS, None)
    assert figuur.rijen[0].vraagteksten == ()
    assert figuur.rijen[1].vraagteksten[0] == (Doelgroep.CLIENTEN, CL02.tekst)


@pytest.mark.parametrize(
    ("paren", "verschil"),
    [
        (((47, 62), (33, 58)), 19),
        (((50, 100), (51, 200)), 25),
        (((47, 62), (11, 14)), None),
        (((47, 62), (1, 62)), None),
        (((47, 62),), None),
    ],
)
def test_alleen_een_percentage_telt_mee_in_het_verschil(
    paren: tuple[tuple[int, int], ...], verschil: int | None
) -> None:
    # 47/62 − 33/58 = 0,1891 → 19 punten; 50/100 − 51/200 = 0,245 → 24,5 → 25; 14 antwoorden en een band tellen niet.
    groepen = (Doelgroep.CLIENTEN, Doelgroep.NAASTEN)
    cijfers = tuple((groep, maak_cijfer("CL01", *paar)) for groep, paar in zip(groepen, paren, strict=False))
    uitersten = zoek_uitersten(cijfers, 30)
    gevonden = None if uitersten is None else floor(100 * (uitersten[0][0] - uitersten[1][0]) + Fraction(1, 2))
    assert gevonden == verschil


def test_een_gewogen_groep_telt_mee_in_het_verschil() -> None:
    # Professionals 50/60, partners 40/60, naasten gewogen 0,61: het verschil is dat met de naasten, 83,3 − 61 = 22.
    groepen = (Doelgroep.NAASTEN, Doelgroep.PROFESSIONALS, Doelgroep.SAMENWERKINGSPARTNERS)
    gewogen = replace(maak_cijfer("NA01", 40, 60, groep=groepen[0], waarde=0.61), teller=None)
    cijfers: list[OpenbaarCijfer | None] = [gewogen, maak_cijfer("PR01", 50, 60), maak_cijfer("SA01", 40, 60)]
    uitersten = zoek_uitersten(tuple(zip(groepen, cijfers, strict=True)), 30)
    assert uitersten == ((Fraction(5, 6), groepen[1]), (Fraction(61, 100), groepen[0]))
    klein = (replace(gewogen, noemer=29), *cijfers[1:])
    uitersten = zoek_uitersten(tuple(zip(groepen, klein, strict=True)), 30)
    assert uitersten is not None
    assert uitersten[1] == (Fraction(2, 3), groepen[2]), "te weinig antwoorden telt niet mee"


def test_een_concept_zegt_niet_wanneer_het_vastgesteld_is() -> None:
    werkmap = maak_werkmap(publicatie=Publicatie(vastgesteld_op=date(2025, 5, 12)))
    concept = maak_verslag(werkmap=werkmap)
    assert concept.concept
    assert "Vastgesteld op" not in " ".join(teksten_van(zoek_sectie(concept, "methode")))
    volle = maak_volle_cijfers()
    definitief, *_ = stel_uitgaven_samen(
        werkmap, KADER, BIBLIOTHEEK, REKENREGELS, volle, GEEN_OORDELEN, concept.herkomst, concept=False
    )
    assert "12 mei 2025" in " ".join(teksten_van(zoek_sectie(definitief, "methode")))


# ---- beloften ----


def test_de_terugblik_telt_wat_klaar_is_en_noemt_wat_geen_stand_heeft() -> None:
    acties = (
        maak_actie("een", stand=Actiestatus.KLAAR),
        maak_actie("twee", stand=Actiestatus.NIET_GELUKT),
        maak_actie("drie"),
        maak_actie("nieuw", beloofd_in=JAAR),
    )
    blok = zoek_blokken(maak_verslag(werkmap=maak_werkmap(acties=acties)), Terugblik)[0]
    assert blok.samenvatting == "1 van 3 klaar. Bij één belofte is nog geen stand gemeld."
    assert [regel.status for regel in blok.regels] == [Actiestatus.KLAAR, Actiestatus.NIET_GELUKT, None]
    alles_klaar = maak_werkmap(acties=acties[:1])
    assert zoek_blokken(maak_verslag(werkmap=alles_klaar), Terugblik)[0].samenvatting == "1 van 1 klaar"


def test_de_figuur_bij_de_beloften_heeft_een_kop_die_telt_een_ondertitel_en_een_bron() -> None:
    acties = (
        maak_actie("een", stand=Actiestatus.KLAAR),
        maak_actie("twee", beloofd_in=JAAR - 2, stand=Actiestatus.LOOPT),
        maak_actie("drie"),
    )
    verslag = maak_verslag(werkmap=maak_werkmap(acties=acties))
    kop = zoek_blokken(verslag, Terugblik)[0].kop
    assert kop is not None
    assert lees(kop.boodschap) == "1 van 3 beloften is klaar"
    assert kop.ondertitel == "Stand van de beloften uit de verslagen over 2022 en 2023, eind 2024"
    assert kop.bron == "opgave van de organisatie"
    assert [lees(noot) for noot in kop.noten] == ["Bij één belofte is nog geen stand gemeld."]
    figuren = [blok for blok in figuren_en_tabellen(verslag) if isinstance(blok, Spiegelfiguur | Dekkingsmatrix)]
    assert kop.nummer == figuren[0].kop.nummer + 1 == figuren[1].kop.nummer - 1, "tussen de spiegel en de matrix"
    een = zoek_blokken(maak_verslag(werkmap=maak_werkmap(acties=acties[:1])), Terugblik)[0].kop
    assert een is not None
    assert lees(een.boodschap) == "1 van 1 belofte is klaar"
    assert een.ondertitel == "Stand van de beloften uit het verslag over 2023, eind 2024"
    assert een.noten == ()
    assert zoek_blokken(maak_verslag(), Terugblik) == []


def test_een_belofte_noemt_het_cijfer_van_toen_en_de_uitkomst_van_nu() -> None:
    actie = maak_actie("een", waarom=("CL01", "C7"), doel=Doel(indicator="CL01", doelgroep="clienten", minstens=0.8))
    regel = zoek_blokken(maak_verslag(werkmap=maak_werkmap(acties=(actie,))), Terugblik)[0].regels[0]
    toen, nu = regel.waarom[0], regel.uitkomst[1]
    assert isinstance(toen, OpenbaarCijfer)
    assert isinstance(nu, OpenbaarCijfer)
    assert (toen.jaar, nu.jaar) == (2023, 2024)
    vraagtekst = "“Ik bepaal zelf hoe ik aan mijn herstel werk.”"
    assert lees(regel.waarom) == f"# van de cliënten is het eens (in 2023): {vraagtekst} Norm C7: inzage dossier."
    assert lees(regel.uitkomst) == "In 2024: #."
    assert regel.gelukt_als == ("Minstens 80% van de cliënten is het eens.",)


def test_een_vraagtekst_staat_een_keer_bij_een_belofte_tenzij_onduidelijk_is_welke() -> None:
    ander = maak_vraag("CL03", tekst="Ik doe mee.")
    volle = maak_volle_cijfers()
    openbaar = maak_openbaar(
        [*volle.cijfers, maak_cijfer("CL03", 30, 60)], [*volle.gevraagd, vraag_aan(ander, Doelgroep.CLIENTEN)]
    )
    doel = Doel(indicator="CL01", doelgroep="clienten", minstens=0.8)
    acties = (
        maak_actie("twee", waarom=("CL01", "CL03"), doel=doel),
        maak_actie("ongenoemd", waarom=("C7",), doel=doel),
    )
    regels = zoek_blokken(maak_verslag(openbaar, maak_werkmap(acties=acties)), Terugblik)[0].regels
    zin = "Minstens 80% van de cliënten is het eens: “Ik bepaal zelf hoe ik aan mijn herstel werk.”"
    assert [regel.gelukt_als for regel in regels] == [(zin,), (zin,)]


def test_dezelfde_vraag_aan_twee_groepen_staat_een_keer_bij_waarom() -> None:
    zelfde = maak_vraag("NA08", tekst=CL01.tekst)
    jaren = (2023, 2024)
    openbaar = maak_openbaar(
        [
            *(maak_cijfer("CL01", 47, 62, jaar=jaar) for jaar in jaren),
            *(maak_cijfer("NA08", 30, 60, groep=Doelgroep.NAASTEN, jaar=jaar) for jaar in jaren),
        ],
        [
            *(vraag_aan(CL01, Doelgroep.CLIENTEN, jaar=jaar) for jaar in jaren),
            *(vraag_aan(zelfde, Doelgroep.NAASTEN, jaar=jaar) for jaar in jaren),
        ],
    )
    werkmap = maak_werkmap(acties=(maak_actie("een", waarom=("CL01", "NA08")),))
    regel = zoek_blokken(maak_verslag(openbaar, werkmap), Terugblik)[0].regels[0]
    vraagtekst = "“Ik bepaal zelf hoe ik aan mijn herstel werk.”"
    wanneer = "(in 2023)"
    assert lees(regel.waarom) == (
        f"# van de cliënten is het eens {wanneer}: {vraagtekst} # van de naasten is het eens {wanneer}."
    )
    nieuw = maak_werkmap(acties=(maak_actie("een", waarom=("CL01",), beloofd_in=JAAR),))
    regel = zoek_blokken(maak_verslag(openbaar, nieuw), Vooruitblik)[0].regels[0]
    assert lees(regel.waarom) == f"# van de cliënten is het eens: {vraagtekst}", (
        "het verslagjaar zelf staat er niet bij"
    )


@pytest.mark.parametrize(
    ("doel", "tekst"),
    [
        (Doel(indicator="K01", minstens=0.9), "Cliënten met een plan: minstens 90%."),
        (Doel(indicator="K01", minstens=1.0), "Cliënten met een plan: 100%."),
        (Doel(indicator="K14", minstens=2.5), "Incidenten: minstens 2,5."),
        (Doel(datum=date(2025, 6, 1)), "Klaar op 1 juni 2025."),
        (None, ""),
    ],
)
def test_gelukt_als_zegt_in_woorden_wanneer_een_actie_klaar_is(doel: Doel | None, tekst: str) -> None:
    werkmap = maak_werkmap(acties=(maak_actie("een", beloofd_in=JAAR, doel=doel),))
    regel = zoek_blokken(maak_verslag(werkmap=werkmap), Vooruitblik)[0].regels[0]
    assert "".join(lees(regel.gelukt_als)) == tekst


def test_de_vooruitblik_heeft_alleen_de_acties_van_dit_verslag_en_noemt_wat_doorloopt() -> None:
    acties = (
        maak_actie("oud", stand=Actiestatus.LATER),
        maak_actie("klaar", stand=Actiestatus.KLAAR),
        maak_actie("nieuw", beloofd_in=JAAR),
    )
    sectie = zoek_sectie(maak_verslag(werkmap=maak_werkmap(acties=acties)), "vooruitblik")
    assert sectie.titel == "Vooruitblik 2025"
    assert [regel.actie.id for regel in zoek_blokken(sectie, Vooruitblik)[0].regels] == ["nieuw"]
    assert [punt[0] for punt in zoek_blokken(sectie, Opsomming)[0].punten] == ["Actie oud."]


# ---- verantwoording ----


def normtabel(verslag: Verslag) -> Normtabel:
    """De tabel met normen."""
    return next(tabel for tabel in zoek_blokken(verslag, Normtabel) if tabel.kop.anker == "tabel-normen")


def test_elke_norm_staat_een_keer_in_de_verantwoording() -> None:
    assert [regel.id for regel in normtabel(maak_verslag()).regels] == [norm.id for norm in KADER.normen]


def test_alle_33_normen_van_het_meegeleverde_kader_staan_in_de_verantwoording() -> None:
    kader = kaders.lees_kader(kaders.nieuwste_kader())
    regels = normtabel(maak_verslag(maak_openbaar(), kader=kader)).regels
    assert len(regels) == 33
    assert [regel.id for regel in regels] == [norm.id for norm in kader.normen]
    kan = [regel for regel in regels if kader.norm(regel.id).toon is Toon.KAN]
    assert kan
    assert all(regel.tekst.endswith("(Het kader zegt: dit kan. Het is geen plicht.)") for regel in kan)


def test_een_norm_zonder_bewijs_zegt_nog_geen_zicht() -> None:
    zonder = {regel.id: regel for regel in normtabel(maak_verslag(maak_openbaar())).regels}
    assert {regel.stand for regel in zonder.values()} == {"nog geen zicht"}
    met = {regel.id: regel for regel in normtabel(maak_verslag()).regels}
    assert met["C1"].stand == "nog geen oordeel"
    assert [(b.tekst, b.anker) for b in met["C1"].bewijs] == [("CL01 (cliënten)", "figuur-clienten")]
    assert [(b.tekst, b.anker) for b in met["C7"].bewijs] == [("K01 (registratie)", "tabel-clienten-kengetallen")]


def test_een_verborgen_uitkomst_is_geen_bewijs() -> None:
    openbaar = maak_openbaar([maak_cijfer("CL01", 4, 6)], [vraag_aan(CL01, Doelgroep.CLIENTEN)])
    assert normtabel(maak_verslag(openbaar)).regels[0].stand == "nog geen zicht"


def test_het_zelfoordeel_bepaalt_de_stand_en_is_ook_bewijs() -> None:
    oordeel = Zelfoordeel(
        norm="N1",
        stand=Normstand.DEELS,
        bewijs="Besproken in de raad",
        door="het bestuur",
        op=date(2025, 2, 1),
        waar="zelfbeoordeling/2024.yaml",
    )
    verslag = maak_verslag(maak_openbaar(), maak_werkmap(zelfoordelen=(oordeel,)))
    regel = next(regel for regel in normtabel(verslag).regels if regel.id == "N1")
    assert regel.stand == "deels"
    assert regel.bewijs[0].tekst == "Besproken in de raad (het bestuur, 1 februari 2025)"


def test_een_kan_norm_staat_er_nooit_als_plicht() -> None:
    teksten = {regel.id: regel.tekst for regel in normtabel(maak_verslag()).regels}
    assert teksten["C7"] == "Over inzage dossier. (Het kader zegt: dit kan. Het is geen plicht.)"
    assert teksten["C1"] == "Over eigen regie"


def test_een_jaar_van_voor_het_kader_krijgt_een_zin_in_plaats_van_een_verantwoording() -> None:
    verslag = maak_verslag(werkmap=maak_werkmap(kader=None))
    sectie = zoek_sectie(verslag, "verantwoording")
    zin = "In 2024 gold dit kader nog niet. Daarom staat hier geen verantwoording per norm."
    assert sectie.blokken == (Alinea(delen=(zin,)),)
    assert sectie.secties == ()
    assert dekking(verslag) == ()


def eisenstanden(verslag: Verslag) -> dict[str, str]:
    """De stand per eis."""
    tabel = next(tabel for tabel in zoek_blokken(verslag, Normtabel) if tabel.kop.anker == "tabel-eisen")
    return {regel.id: regel.stand for regel in tabel.regels}


def test_de_eisen_aan_een_kaal_verslag_zijn_eerlijk() -> None:
    assert eisenstanden(maak_verslag()) == {
        "V1": "ja",
        "V2": "nee",
        "V3": "nee",
        "V4": "nee",
        "V5": "deels",
        "V6": "nog geen zicht",
        "V7": "nog geen zicht",
        "V8": "nee",
        "V9": "uitgangspunt",
    }


def test_de_eisen_aan_een_vol_verslag_zijn_gehaald() -> None:
    tekst = maak_tekst("Geschreven.")
    vol = maak_pijlerverhaal(terugblik=tekst, duiding=tekst, vooruitblik=tekst, besproken=tekst)
    werkmap = maak_werkmap(
        verhaal=replace(LEEG_VERHAAL, pijlers={pijler.id: vol for pijler in KADER.pijlers}),
        acties=(maak_actie("oud", stand=Actiestatus.KLAAR), maak_actie("nieuw", beloofd_in=JAAR)),
        publicatie=replace(maak_werkmap().publicatie, url="https://proef.example/kwaliteit"),
    )
    volle = maak_volle_cijfers()
    openbaar = maak_openbaar([*volle.cijfers, maak_respons(Doelgroep.ERVARINGSDESKUNDIGEN, 12, 14)], volle.gevraagd)
    standen = eisenstanden(maak_verslag(openbaar, werkmap, concept=False))
    assert {standen[f"V{nummer}"] for nummer in range(1, 9)} == {"ja"}
    concept = maak_verslag(openbaar, werkmap)
    assert eisenstanden(concept) == standen | {"V6": "nog niet"}, "een concept is nog niet openbaar"
    tabel = next(tabel for tabel in zoek_blokken(concept, Normtabel) if tabel.kop.anker == "tabel-eisen")
    (bewijs,) = next(regel for regel in tabel.regels if regel.id == "V6").bewijs
    assert bewijs.tekst == "Dit is een concept. Het komt op https://proef.example/kwaliteit"
    assert lees(tabel.kop.boodschap) == "Eisen: 7 ja, 1 nog niet en 1 uitgangspunt"
    assert "alleen of het onderdeel er is. Dat zegt niets over de inhoud" in lees(tabel.kop.noten[0])
    zonder_stand = replace(werkmap, acties=(maak_actie("oud"), maak_actie("nieuw", beloofd_in=JAAR)))
    assert eisenstanden(maak_verslag(openbaar, zonder_stand))["V2"] == "deels"


def test_een_eis_uit_een_ander_kader_krijgt_geen_oordeel() -> None:
    kader = replace(KADER, eisen=(replace(KADER.eisen[0], id="X1"),))
    assert eisenstanden(maak_verslag(kader=kader)) == {"X1": "nog geen zicht"}


def test_de_matrix_heeft_woorden_in_elke_cel() -> None:
    volle = maak_volle_cijfers()
    telling = Pijlertelling(
        jaar=JAAR,
        pijler="clienten",
        doelgroep=Doelgroep.CLIENTEN,
        gevraagd=1,
        getoond=1,
        minstens_75=1,
        onder_50=0,
        normen_met_bewijs=1,
        normen_zonder_bewijs=0,
    )
    verborgen = replace(telling, pijler="samenleving", getoond=0)
    openbaar = maak_openbaar(volle.cijfers, volle.gevraagd, per_pijler=(telling, verborgen))
    (matrix,) = zoek_blokken(maak_verslag(openbaar), Dekkingsmatrix)
    assert matrix.bronnen == ("Cliënten", "Naasten", "Professionals", "Samenwerkingspartners", "Registratie")
    naam, cellen = matrix.rijen[0]
    assert (naam, [cel.tekst for cel in cellen]) == (
        "Cliënten",
        ["1 van 1 vragen getoond", *["niet gevraagd"] * 3, "1 kengetal"],
    )
    assert [cel.soort for cel in cellen] == ["alles", *["niet gevraagd"] * 3, "alles"]
    assert matrix.rijen[3][1][0] == Dekkingscel(soort="niets getoond", tekst="gevraagd, geen cijfer getoond")
    assert all(cel.tekst for _, rij in matrix.rijen for cel in rij)
    assert matrix.kop.nummer
    assert lees(matrix.kop.boodschap) == "Over twee van de vijf pijlers is er informatie"
    regels = dict(dekking(maak_verslag(openbaar)))
    assert regels["V1 Eis nummer 1"] == "ja"
    assert regels["Pijler Cliënten, antwoorden van cliënten"] == "1 van 1 vragen krijgt een cijfer"
    assert regels["Pijler Cliënten, kengetallen"] == "1 kengetal"
    assert regels["Pijler Naasten, kengetallen"] == "geen kengetallen opgegeven"


def test_een_verborgen_kengetal_telt_in_de_matrix_niet_als_getoond() -> None:
    volle = maak_volle_cijfers()
    anders = tuple(
        replace(cijfer, status=Status.NIET_GETOOND, waarde=None, teller=None, noemer=None)
        if cijfer.indicator == "K01"
        else cijfer
        for cijfer in volle.cijfers
    )
    (matrix,) = zoek_blokken(maak_verslag(maak_openbaar(anders, volle.gevraagd)), Dekkingsmatrix)
    assert matrix.rijen[0][1][-1] == Dekkingscel(soort="niets getoond", tekst="1 kengetal, geen cijfer getoond")


# ---- methode ----


def test_de_methode_noemt_alleen_wat_echt_gebruikt_is() -> None:
    tekst = tekst_van(zoek_sectie(maak_verslag(), "methode"))
    assert "Wilson" in tekst
    assert "hypergeometrische" not in tekst
    assert MARGEZIN in tekst
    assert "0123456789ab" in tekst
    zonder = tekst_van(zoek_sectie(maak_verslag(maak_openbaar()), "methode"))
    assert "Wilson" not in zonder
    assert "Dit jaar staat er bij geen enkel cijfer een marge." in zonder


def test_de_methode_zegt_alleen_iets_over_wegen_als_er_een_gewogen_cijfer_met_een_marge_is() -> None:
    vraag = maak_vraag("CL01")
    cijfer = replace(maak_cijfer("CL01", 40, 60), methode=Intervalmethode.WILSON)
    gevraagd = vraag_aan(vraag, Doelgroep.CLIENTEN)

    def tekst(gevraagd: Gevraagd) -> str:
        return tekst_van(zoek_sectie(maak_verslag(maak_openbaar([cijfer], [gevraagd])), "methode"))

    assert "niet bekend om hoeveel mensen" in tekst(gevraagd)
    assert "gewogen" not in tekst(gevraagd)
    gewogen = tekst(replace(gevraagd, gewogen=True))
    assert "Bij een gewogen cijfer telt de een zwaarder dan de ander." in gewogen
    assert "niet bekend om hoeveel mensen" not in gewogen, "daar gaat het bij wegen niet om"


# ---- taal van de vaste teksten ----


def verzamel_vaste_teksten() -> list[str]:
    """Alles wat het programma zelf zegt, in verslagen met en zonder cijfers, kader, locaties en acties."""
    acties = (
        maak_actie("een", stand=Actiestatus.LATER, doel=Doel(indicator="CL01", minstens=0.8)),
        maak_actie("nieuw", beloofd_in=JAAR),
    )
    verslagen = (
        maak_verslag(werkmap=maak_werkmap(acties=acties)),
        maak_verslag(maak_openbaar(niet_gevraagd=HOOFDGROEPEN)),
        maak_verslag(werkmap=maak_werkmap(kader=None)),
        maak_locatieverslag(regio="Stad"),
    )
    return [tekst for verslag in verslagen for tekst in teksten_van(verslag)]


def test_vaste_teksten_zeggen_niets_over_verschillen() -> None:
    assert [tekst for tekst in verzamel_vaste_teksten() if VERBODEN.search(tekst)] == []


@pytest.mark.parametrize(
    "zin", ["Dit stijgt.", "Het gaat beter dan vorig jaar.", "Een groot verschil.", "duidelijk meer"]
)
def test_de_toets_op_verschilwoorden_heeft_tanden(zin: str) -> None:
    assert VERBODEN.search(zin)


def test_vaste_teksten_spreken_de_lezer_niet_aan() -> None:
    aanspreken = re.compile(r"\b(je|jij|jouw|u|uw)\b", re.IGNORECASE)
    assert aanspreken.search("Zo lees je dit verslag")
    assert [tekst for tekst in verzamel_vaste_teksten() if aanspreken.search(tekst)] == []


def splits_in_zinnen(teksten: list[str]) -> list[str]:
    """De zinnen die met een punt eindigen; kopjes en losse woorden tellen niet mee."""
    return [zin for tekst in teksten for zin in re.findall(r"[^.!?]+[.!?](?=\s|$|”)", tekst) if len(zin.split()) > 2]


def test_de_gemiddelde_zin_in_vaste_teksten_is_hoogstens_vijftien_woorden() -> None:
    alineas = [blok for verslag in (maak_verslag(), maak_verslag(maak_openbaar())) for blok in loop_delen(verslag)]
    teksten = [tekst for blok in alineas if isinstance(blok, Alinea | Opsomming) for tekst in teksten_van(blok)]
    zinnen = splits_in_zinnen(teksten)
    assert len(zinnen) > 50
    assert sum(len(zin.split()) for zin in zinnen) / len(zinnen) <= 15
    assert [zin for zin in zinnen if len(zin.split()) > 20] == []


def test_het_programma_schrijft_zelf_alleen_vaste_percentages() -> None:
    """De marge van 95% en een afgesproken ondergrens; een gemeten percentage maakt alleen `weergave`."""
    procenten = {zin for zin in splits_in_zinnen(verzamel_vaste_teksten()) if "%" in zin}
    assert any("marge van 95%" in zin for zin in procenten)
    assert any("Minstens 80%" in zin for zin in procenten)
    assert [zin for zin in procenten if "marge van 95%" not in zin and "Minstens 80%" not in zin] == []


def test_de_bronregel_noemt_groep_en_periode() -> None:
    figuur = zoek_blokken(maak_verslag(), Verdelingsfiguur)[0]
    assert figuur.kop.bron == ("vragenlijst voor cliënten, 1 september tot en met 31 oktober 2024")


def test_een_vraag_die_aan_een_andere_groep_hoort_staat_niet_bij_de_verkeerde() -> None:
    openbaar = maak_openbaar(
        [maak_cijfer("NA01", 20, 40, groep=Doelgroep.NAASTEN)], [vraag_aan(NA01, Doelgroep.NAASTEN)]
    )
    verslag = maak_verslag(openbaar)
    assert not zoek_blokken(zoek_sectie(verslag, "clienten"), Verdelingsfiguur)
    assert zoek_blokken(zoek_sectie(verslag, "naasten"), Verdelingsfiguur)
