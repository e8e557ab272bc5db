"""Welke rijen en kolommen meetellen: proef, niet af, wil niet meedoen, meerkeuze, en wat naar een persoon wijst."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from kwaliteit.begrippen.antwoord import Afwijkingsoort, Antwoordblad, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevindingsoort, Ernst
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.ruw import Cel, Ruwkolom
from kwaliteit.bronnen.antwoorden.codeer import AFWIJKING, Vertaler
from kwaliteit.bronnen.antwoorden.meerkeuze import Keuzevertaler, Optiekolom
from kwaliteit.bronnen.kop.koppeling import Rol
from kwaliteit.bronnen.kop.toestemming import Deelname, herken_toestemming, lees_deelname
from kwaliteit.uitvoer.interne_bestanden import _codes
from tests.bronnen_fabriek import (
    CIJFER,
    EENS5,
    GETAL,
    VRAGEN,
    lees,
    lees_een,
    maak_csv,
    maak_lijst,
    meldingen,
)

HULP = Schaal(
    naam="hulp",
    soort=Schaalsoort.MEERKEUZE,
    codes=(1, 2, 3, 9),
    labels=("Wonen", "Werk, school of dagbesteding", "Geld", "Anders, namelijk"),
    weet_niet=("weet ik niet",),
)
M1 = Vraag(id="M1", tekst="Waarbij krijgt u hulp?", schaal=HULP)
LIJST = maak_lijst(*VRAGEN, M1)
LIMESURVEY = ("id", "submitdate", "lastpage", "startlanguage")


def maak_kolom(cellen: list[Cel], ontbrekend: tuple[Cel, ...] = ()) -> Ruwkolom:
    """Een kolom zonder kop, zoals de kamer bestanden haar maakt."""
    bouwer = Kolombouwer()
    for _ in bouwer.voeg_toe([cel, "vul"] for cel in cellen):
        pass
    kolom = bouwer.rond_af()[1][0]
    plekken = frozenset(plek for plek, cel in enumerate(kolom.waarden) if cel in ontbrekend)
    return Ruwkolom(waarden=kolom.waarden, plaats=kolom.plaats, ontbrekend=plekken)


def lees_met_keuze(map_: Path, rijen: Sequence[Sequence[object]], koppeling: str = "") -> Leesresultaat:
    """Lees een csv bij de lijst met een meerkeuzevraag."""
    return lees(map_, {"2024/clienten.csv": maak_csv(rijen).encode()}, LIJST, koppeling=koppeling)


def toon_keuzes(blad: Antwoordblad) -> list[str]:
    """De keuzes zoals ze in antwoorden.csv komen."""
    return [str(tekst) for tekst in _codes(blad.kolommen["M1"])]


# Rijstatus


def maak_limesurvey(*rijen: tuple[object, ...]) -> str:
    """Een export van LimeSurvey met twee vragen."""
    return maak_csv([(*LIMESURVEY, "CL01", "CL02"), *rijen])


def test_wie_de_lijst_niet_verstuurde_telt_mee_als_er_een_antwoord_is(tmp_path: Path) -> None:
    tekst = maak_limesurvey(
        (1, "2024-09-01 10:00:00", 3, "nl", 4, 5), (2, "", 1, "nl", 3, ""), (3, "", 1, "nl", "", "")
    )
    gelezen = lees_een(tmp_path, tekst)
    assert gelezen.bladen[0].rijen.tolist() == [2, 3]
    assert (
        "niet-afgerond: 2 mensen verstuurden de lijst volgens de enquêtetool niet. De antwoorden die er wel zijn, "
        "tellen mee. Wie niets invulde (1) telt niet als deelnemer." in meldingen(gelezen.bevindingen)
    )
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.NIET_AFGEROND]
    assert "'onvolledig: weglaten'" in melding.doe_dit


def test_wie_halverwege_stopte_en_alleen_iets_zonder_waarde_zei_blijft_staan_maar_is_geen_deelnemer(
    tmp_path: Path,
) -> None:
    """Precies zo telt wie wel verstuurde: in antwoorden.csv staat elk antwoord, deelnemer is wie een waarde gaf."""
    koppen = (*LIMESURVEY, "CL01", "CL02", "M1 [Wonen]")
    antwoorden = [
        ("weet ik niet", "", ""),
        ("", "niet van toepassing", ""),
        ("", "", "Y"),
        ("N/A", "", ""),
        (4, "", ""),
    ]
    for verstuurd in ("", "2024-09-01 10:00:00"):
        rijen = [(nummer, verstuurd, 1, "nl", *een) for nummer, een in enumerate(antwoorden)]
        blad = lees_met_keuze(tmp_path / (verstuurd[:4] or "niet"), [koppen, *rijen]).bladen[0]
        # Wie alleen een vraag niet te zien kreeg, zei niets; verstuurde die toch, dan is dat aan het nummer te zien.
        assert blad.rijen.tolist() == ([2, 3, 4, 5, 6] if verstuurd else [2, 3, 4, 6])
        assert (blad.beantwoord() > 0).tolist() == [False] * (blad.aantal - 1) + [True]


def test_met_weglaten_in_de_koppeling_telt_alleen_een_verstuurde_lijst(tmp_path: Path) -> None:
    tekst = maak_limesurvey((1, "2024-09-01 10:00:00", 3, "nl", 4, 5), (2, "", 1, "nl", 3, ""))
    gelezen = lees_een(tmp_path, tekst, koppeling="onvolledig: weglaten\n")
    assert gelezen.bladen[0].rijen.tolist() == [2]
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.NIET_AFGEROND]
    assert melding.wat == "1 persoon verstuurde de lijst volgens de enquêtetool niet. Die antwoorden zijn weggelaten."
    assert "'onvolledig: meetellen'" in melding.doe_dit


def test_een_onbekend_woord_bij_onvolledig_is_een_fout_in_de_koppeling(tmp_path: Path) -> None:
    with pytest.raises(WerkmapFout, match="onbekende waarde 'weg' bij 'onvolledig'"):
        lees_een(tmp_path, maak_limesurvey((1, "", 1, "nl", 3, 4)), koppeling="onvolledig: weg\n")


def test_een_gewone_tabel_kent_geen_onvolledige_rijen(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, maak_csv([("nr", "CL01", "CL02", "CL03", "CL04"), (1, 4, "", "", "")]))
    assert gelezen.bladen[0].aantal == 1
    assert meldingen(gelezen.bevindingen) == []


QUALTRICS = (
    ("StartDate", "EndDate", "Status", "Progress", "Finished", "RecordedDate", "ResponseId", "Q1", "Q2"),
    ("Start Date", "End Date", "Response Type", "Progress", "Finished", "Recorded Date", "Response ID", "CL01", "CL02"),
    tuple(
        f'{{"ImportId":"{naam}"}}'
        for naam in (
            "startDate",
            "endDate",
            "status",
            "progress",
            "finished",
            "recordedDate",
            "_recordId",
            "QID1",
            "QID2",
        )
    ),
)


def test_proefantwoorden_tellen_nooit_mee_en_worden_geteld(tmp_path: Path) -> None:
    dag = "2024-09-01 10:00:00"
    rijen = [
        (dag, dag, "IP Address", 100, "True", dag, "R_1", 4, 5),
        (dag, dag, "Survey Preview", 100, "True", dag, "R_2", 1, 1),
        (dag, dag, "IP Address", 40, "False", dag, "R_3", 3, ""),
    ]
    gelezen = lees_een(tmp_path, maak_csv([*QUALTRICS, *rijen], scheiding=","))
    assert gelezen.bladen[0].kolommen["CL01"].plaats.tolist() == [3, 2]
    soorten = [een.soort for een in gelezen.bevindingen]
    assert Bevindingsoort.PROEFANTWOORDEN in soorten
    assert Bevindingsoort.NIET_AFGEROND in soorten
    tekst = next(een.wat for een in gelezen.bevindingen if een.soort is Bevindingsoort.PROEFANTWOORDEN)
    assert tekst == "1 rij is volgens de enquêtetool een proef, voorbeeld of spam en telt niet mee."


CASTOR = ("Castor Participant ID", "Survey Instance Id", "Survey Progress", "Survey Completed On", "CL01", "CL02")


def test_wie_nooit_opende_is_uitgenodigd_en_geen_deelnemer(tmp_path: Path) -> None:
    rijen = [
        CASTOR,
        ("P1", "S1", 100, "01-09-2024 10:00:00", 4, 5),
        ("P2", "S2", 0, "", "", ""),
        ("P3", "S3", 50, "", 3, "-97"),
    ]
    gelezen = lees_een(tmp_path, maak_csv(rijen))
    blad = gelezen.bladen[0]
    assert blad.kolommen["CL01"].plaats.tolist() == [3, 2]
    assert blad.kolommen["CL02"].plaats.tolist() == [4, Reden.NIET_GETOOND]
    tekst = next(een.wat for een in gelezen.bevindingen if een.soort is Bevindingsoort.NIET_BEGONNEN)
    assert tekst == "1 persoon is volgens de enquêtetool uitgenodigd maar begon niet. Die telt niet als deelnemer."


# Meedoen en citeren


@pytest.mark.parametrize(
    "kop",
    [
        "Wilt u meedoen?",
        "Ik doe mee aan dit onderzoek",
        "Doet u mee?",
        "Ik geef toestemming om mee te doen",
        "Deelname",
    ],
)
def test_wie_niet_wil_meedoen_wordt_weggelaten_en_geteld(tmp_path: Path, kop: str) -> None:
    rijen = [("nr", "CL01", "CL02", kop), (1, 4, 5, "Ja"), (2, 3, 3, "Nee, ik doe niet mee"), (3, 2, 2, "")]
    gelezen = lees_een(tmp_path, maak_csv(rijen))
    assert gelezen.bladen[0].rijen.tolist() == [2, 4]
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.VEEL_NIET_MEEDOEN]
    assert melding.wat.startswith(f"Rij 3: 1 persoon is weggelaten omdat in kolom D ('{kop}') staat dat")
    veel = [rijen[0], rijen[2], *[(nummer, 4, 5, "Ja") for nummer in range(3, 12)]]
    gelezen = lees_een(tmp_path / "veel", maak_csv(veel))
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.WIL_NIET_MEEDOEN]
    assert melding.wat == f"1 persoon wilde niet meedoen en is weggelaten (kolom D, '{kop}')."


def test_een_antwoord_dat_geen_ja_of_nee_is_telt_mee_en_is_een_ernstige_bevinding(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02", "Wilt u meedoen?"), (1, 4, 5, "misschien"), (2, 3, 3, "ja")]
    gelezen = lees_een(tmp_path, maak_csv(rijen))
    assert gelezen.bladen[0].aantal == 2
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.DEELNAME_ONDUIDELIJK]
    assert (melding.cel, melding.ernst) == ("D2", Ernst.ERNSTIG)


@pytest.mark.parametrize(
    "kop",
    [
        "Mogen wij uw antwoord gebruiken in ons verslag, zonder uw naam?",
        "Mogen we uw woorden gebruiken?",
        "Mogen wij u citeren?",
        "O3",
    ],
)
@pytest.mark.parametrize("antwoord", ["ja", "nee", ""])
def test_de_vraag_of_wij_mogen_citeren_haalt_nooit_een_antwoord_weg(tmp_path: Path, kop: str, antwoord: str) -> None:
    o3 = Vraag(
        id="O3",
        tekst="Mogen wij uw antwoord gebruiken in ons verslag, zonder uw naam?",
        schaal=Schaal(naam="open", soort=Schaalsoort.OPEN),
    )
    rijen = [("nr", "CL01", "CL02", kop), (1, 4, 5, antwoord), (2, 3, 3, "nee")]
    for nummer, lijst in enumerate((maak_lijst(*VRAGEN), maak_lijst(*VRAGEN, o3))):
        gelezen = lees(tmp_path / str(nummer), {"2024/clienten.csv": maak_csv(rijen).encode()}, lijst)
        assert gelezen.bladen[0].aantal == 2
        assert Bevindingsoort.WIL_NIET_MEEDOEN not in [een.soort for een in gelezen.bevindingen]


def test_een_koppeling_kan_zeggen_welke_kolom_over_meedoen_of_citeren_gaat(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "CL02", "Vraag 9"), (1, 4, 5, "ja"), (2, 3, 3, "nee")]
    tellingen = {}
    for rol in ("deelname", "citeren", "negeer"):
        gelezen = lees_een(tmp_path / rol, maak_csv(rijen), koppeling=f"kolommen:\n  Vraag 9: {rol}\n")
        tellingen[rol] = gelezen.bladen[0].aantal
        assert Bevindingsoort.ONBEKENDE_KOLOM not in [een.soort for een in gelezen.bevindingen]
    assert tellingen == {"deelname": 1, "citeren": 2, "negeer": 2}


@pytest.mark.parametrize(
    ("kop", "rol"),
    [
        ("Bent u bereid om mee te doen aan dit onderzoek?", Rol.DEELNAME),
        ("I consent to participate in this survey", Rol.DEELNAME),
        ("Mogen wij uw woorden gebruiken?", Rol.CITEREN),
        ("Wilt u meedoen en mogen wij u citeren?", None),
        ("Wilt u meedoen aan een vervolggesprek?", None),
        ("Wilt u meedoen aan een interview?", None),
        ("Wilt u meedoen aan de verloting?", None),
        ("Kunt u meedoen met activiteiten?", None),
        ("Ik kan meedoen in de buurt.", None),
        ("Ik bepaal zelf hoe ik meedoe.", None),
    ],
)
def test_alleen_een_kop_die_zeker_om_toestemming_vraagt_wordt_herkend(kop: str, rol: Rol | None) -> None:
    assert herken_toestemming(kop) is rol


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        ("Ja", Deelname.JA),
        ("ja, graag", Deelname.JA),
        (True, Deelname.JA),
        (1, Deelname.JA),
        ("Ik ga akkoord", Deelname.JA),
        ("Nee", Deelname.NEE),
        ("Ik ga niet akkoord", Deelname.NEE),
        ("Ik geef geen toestemming", Deelname.NEE),
        ("No, I do not agree", Deelname.NEE),
        (0, Deelname.NEE),
        (2, Deelname.NEE),
        (False, Deelname.NEE),
        ("", Deelname.LEEG),
        ("A1", Deelname.ONDUIDELIJK),
        ("misschien", Deelname.ONDUIDELIJK),
    ],
)
def test_meedoen_wordt_gelezen_en_niet_geraden(cel: Cel, verwacht: Deelname) -> None:
    assert lees_deelname(cel) is verwacht


# Redenen


def test_codes_van_de_enquetetool_zijn_redenen_tenzij_de_schaal_ze_kent() -> None:
    redenen = {"-96": Reden.NVT, "-97": Reden.NIET_GETOOND, "-98": Reden.WEET_NIET, "-99": Reden.LEEG, "1": Reden.NVT}
    kolom = maak_kolom(["-96", -97, "-98", -99.0, 1, "-95"])
    gecodeerd = Vertaler(EENS5, {}, redenen).codeer(kolom, 0, [])
    assert gecodeerd.plaats.tolist()[:5] == [Reden.NVT, Reden.NIET_GETOOND, Reden.WEET_NIET, Reden.LEEG, 0]
    assert [AFWIJKING[soort] for soort in gecodeerd.soort.tolist()] == [Afwijkingsoort.BUITEN_SCHAAL]
    assert Vertaler(GETAL, {}, redenen).codeer(kolom, 0, []).plaats.tolist()[1] == Reden.NIET_GETOOND


def test_een_waarde_die_spss_ontbrekend_noemt_is_nooit_een_antwoord_ook_niet_als_de_schaal_haar_kent() -> None:
    cellen: list[Cel] = [
        "eens",
        "n.v.t.",
        "Weet niet/geen mening",
        "geen antwoord",
        "niet gesteld",
        9,
        "niet van toepassing",
    ]
    kolom = maak_kolom(cellen, ontbrekend=tuple(cellen[1:]))
    plaats = Vertaler(EENS5, {}, {}).codeer(kolom, 0, []).plaats.tolist()
    assert plaats == [3, Reden.NVT, Reden.WEET_NIET, Reden.LEEG, Reden.NIET_GETOOND, Reden.LEEG, Reden.NVT]
    negen = maak_kolom([9, 8], ontbrekend=(9,))
    assert Vertaler(CIJFER, {}, {}).codeer(negen, 0, []).plaats.tolist() == [Reden.LEEG, 0]
    label = maak_kolom(["eens"], ontbrekend=("eens",))
    assert Vertaler(EENS5, {}, {}).codeer(label, 0, []).plaats.tolist() == [Reden.LEEG]


# Meerkeuze


@pytest.mark.parametrize(
    ("gekozen", "niet"),
    [
        *(("Y", "N"), (1, 0), ("Ja", "Nee"), ("Checked", "Unchecked"), ("x", ""), ("Wonen", "Not selected")),
        *(("Ja", "Nein"), ("Oui", "Non"), ("Sí", "No"), ("wahr", "falsch"), ("vrai", "faux"), ("Quoted", "Not quoted")),
    ],
)
def test_een_kolom_per_optie_wordt_een_vraag(tmp_path: Path, gekozen: object, niet: object) -> None:
    koppen = ("CL01", "CL02", "M1 [Wonen]", "M1 [Werk, school of dagbesteding]", "M1 [Geld]")
    rijen = [koppen, (4, 5, gekozen, niet, niet), (4, 5, niet, niet, niet)]
    gelezen = lees_met_keuze(tmp_path, rijen)
    blad = gelezen.bladen[0]
    assert blad.kolommen["M1"].plaats.tolist() == [0, Reden.LEEG]
    assert toon_keuzes(blad) == ["1", ""]
    assert blad.afwijkingen == ()
    assert blad.beantwoord().tolist() == [2, 2]  # een meerkeuzevraag telt nog niet mee
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.OPEN_NIET_GETELD]
    assert melding.wat == (
        "Bij vraag M1 konden mensen meer antwoorden kiezen. De keuzes staan in antwoorden.csv, nog niet in het verslag."
    )


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        ("Wonen;Geld;", "1;3"),
        ("Wonen; Werk, school of dagbesteding", "1;2"),
        ("Werk, school of dagbesteding, Geld", "2;3"),
        ("geld | wonen", "1;3"),
        ("Wonen\nGeld", "1;3"),
        ("1;3", "1;3"),
        ("1, 2", "1;2"),
        (3, "3"),
        ("Wonen, iets wat ik zelf typte", "1;9"),
        ("Geld;Anders, namelijk;", "3;9"),
        ("weet ik niet", "weet niet"),
        ("", ""),
    ],
)
def test_een_cel_met_alle_keuzes_wordt_alleen_op_bekende_antwoorden_gesplitst(
    tmp_path: Path, cel: object, verwacht: str
) -> None:
    blad = lees_met_keuze(tmp_path, [("CL01", "CL02", M1.tekst), (4, 5, cel)]).bladen[0]
    assert toon_keuzes(blad) == [verwacht]
    assert blad.afwijkingen == ()


def test_zonder_anders_is_een_onbekende_keuze_een_afwijking(tmp_path: Path) -> None:
    kaal = Vertalerproef(HULP.codes[:3], HULP.labels[:3])
    gecodeerd = kaal.maak().codeer_cellen(maak_kolom(["Wonen, zwemmen", "Wonen", 1.3, "#N/B", "Wonend"]), 0, [])
    assert gecodeerd.plaats.tolist() == [Reden.ONGELDIG, 0, *[Reden.ONGELDIG] * 3]
    assert gecodeerd.gekozen is not None
    assert gecodeerd.gekozen.sum(axis=1).tolist() == [0, 1, 0, 0, 0]
    assert [AFWIJKING[soort] for soort in gecodeerd.soort.tolist()] == [
        *[Afwijkingsoort.ONBEKEND_LABEL] * 2,
        Afwijkingsoort.FOUTCEL,
        Afwijkingsoort.ONBEKEND_LABEL,
    ]


class Vertalerproef:
    """Een kale meerkeuzeschaal."""

    def __init__(self, codes: tuple[int, ...], labels: tuple[str, ...]) -> None:
        self.schaal = Schaal(naam="m", soort=Schaalsoort.MEERKEUZE, codes=codes, labels=labels)

    def maak(self, redenen: dict[str, Reden] | None = None) -> Keuzevertaler:
        """De vertaler van deze schaal."""
        return Keuzevertaler(self.schaal, {}, redenen or {})


def test_niet_getoond_is_alleen_niet_getoond_als_het_bij_elke_optie_staat() -> None:
    vertaler = Vertalerproef((1, 2), ("a", "b")).maak({"n/a": Reden.NIET_GETOOND})
    opties = [
        Optiekolom(kolom=maak_kolom(["N/A", "N/A", "Nee", "wat"]), code=1),
        Optiekolom(kolom=maak_kolom(["N/A", "", "Ja", "Ja"]), code=2, fouten=(1,)),
    ]
    gecodeerd = vertaler.codeer_opties(opties, 0)
    assert gecodeerd.plaats.tolist() == [Reden.NIET_GETOOND, Reden.ONGELDIG, 0, Reden.ONGELDIG]
    assert gecodeerd.optie is not None
    assert gecodeerd.optie.tolist() == [0, 1]
    assert gecodeerd.mis.tolist() == [3, 1]


def test_een_foute_cel_bij_een_optie_noemt_haar_eigen_kolom(tmp_path: Path) -> None:
    rijen = [("CL01", "CL02", "M1 [Wonen]", "M1 [Geld]"), (4, 5, "ja", "soms"), (4, 5, "ja", "")]
    blad = lees_met_keuze(tmp_path, rijen).bladen[0]
    assert [(een.soort, een.cel) for een in blad.afwijkingen] == [(Afwijkingsoort.ONBEKEND_LABEL, "D2")]
    assert toon_keuzes(blad) == ["ongeldig", "1"]


def test_een_optie_die_niet_in_de_lijst_staat_wordt_gemeld_en_niet_geraden(tmp_path: Path) -> None:
    rijen = [("CL01", "CL02", "M1 [Wonen]", "M1 [Zwemmen]"), (4, 5, "ja", "ja")]
    gelezen = lees_met_keuze(tmp_path, rijen)
    assert toon_keuzes(gelezen.bladen[0]) == ["1"]
    assert "onbekende-kolom: Bij meerkeuzevraag M1 is niet te zien bij welk antwoord kolom D hoort." in meldingen(
        gelezen.bevindingen
    )


def test_keuzes_van_veel_mensen_worden_zonder_lus_per_antwoord_geschreven(tmp_path: Path) -> None:
    rijen = [("CL01", "CL02", M1.tekst), *[(4, 5, "Wonen;Geld"), (4, 5, "Geld")] * 50]
    blad = lees_met_keuze(tmp_path, rijen).bladen[0]
    assert toon_keuzes(blad) == ["1;3", "3"] * 50
    gekozen = blad.kolommen["M1"].gekozen
    assert gekozen is not None
    assert (gekozen.dtype, gekozen.shape) == (np.dtype(np.bool_), (100, 4))


def test_een_rangorde_en_de_eigen_woorden_bij_anders_worden_nooit_gelezen(tmp_path: Path) -> None:
    koppen = (*LIMESURVEY, "CL01", "CL02", "M1[1]. Hulp [Rang 1]", "M1[2]. Hulp [Rang 2]", "M1[other]")
    gelezen = lees_met_keuze(tmp_path, [koppen, (1, "2024-09-01 10:00:00", 3, "nl", 4, 5, "A1", "A2", "GEHEIM")])
    assert list(gelezen.bladen[0].kolommen) == ["CL01", "CL02"]
    assert [melding for melding in meldingen(gelezen.bevindingen) if melding.startswith(("rang", "open"))] == [
        "open-niet-geteld: De open vragen in deze bron zijn niet gelezen.",
        "rangorde: In de kolommen G, H staat een volgorde die mensen kozen; zij zijn niet gelezen.",
    ]


UIT_TOOLS = {
    "limesurvey": (
        (*LIMESURVEY, "CL01", "CL02", f"M1[SQ1]. {M1.tekst} [Wonen]", f"M1[SQ2]. {M1.tekst} [Geld]"),
        (1, "2024-09-01 10:00:00", 3, "nl", 4, 5, "Ja", "Nee"),
    ),
    "redcap": (("record_id", "cl01", "cl02", "m1___1", "m1___3", "lijst_complete"), (1, 4, 5, 1, 0, 2)),
    "castor": (
        ("Castor Participant ID", "Survey Instance Id", "CL01", "CL02", "M1#Wonen", "M1#Geld"),
        ("P", "S", 4, 5, 1, 0),
    ),
}


@pytest.mark.parametrize("tool", UIT_TOOLS)
def test_meerkeuze_uit_verschillende_tools_geeft_dezelfde_keuzes(tmp_path: Path, tool: str) -> None:
    gelezen = lees_met_keuze(tmp_path, UIT_TOOLS[tool])
    assert gelezen.bladen[0].bron.dialect == tool
    assert toon_keuzes(gelezen.bladen[0]) == ["1"]
