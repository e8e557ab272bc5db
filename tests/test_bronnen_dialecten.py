"""Aan de inhoud zien van welke enquêtetool een export is; en een gewone tabel een gewone tabel laten."""

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest

from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.kolommen import Kolombouwer
from kwaliteit.bestanden.openen import open_ruw
from kwaliteit.bestanden.ruw import Cel, Onleesbaar, Ruwblad
from kwaliteit.bronnen.dialecten import DIALECTEN, Indeling, Kolomvorm, Metarol, Rijstatus
from kwaliteit.bronnen.kop.indeling import bepaal_status, deel_in
from kwaliteit.bronnen.kop.kop import Onbekend, Wegwijzer, maak_kop, zoek_kop
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING, Rol
from kwaliteit.keten import inspecteer
from tests.bronnen_fabriek import EENS5, MEERKEUZE, VRAGEN

VOLLEDIG, ONVOLLEDIG, PROEF, UITGENODIGD = (
    Rijstatus.VOLLEDIG,
    Rijstatus.ONVOLLEDIG,
    Rijstatus.PROEF,
    Rijstatus.UITGENODIGD,
)
TEKST = VRAGEN[0].tekst
GENOEG_TIJD = 3
"""Seconden rekenen; ruim, want voor de begrenzing was dit na een halve minuut nog niet klaar."""


def maak_ruw(tekst: str) -> Ruwblad:
    """Het ene blad van een csv."""
    return open_ruw(tekst.encode()).bladen[0]


def deel(tekst: str) -> Indeling:
    """De indeling van een csv, zonder vragenlijst."""
    indeling = deel_in(maak_ruw(tekst))
    assert indeling is not None
    return indeling


def lees_status(tekst: str) -> list[Rijstatus]:
    """De status per rij."""
    blad = maak_ruw(tekst)
    indeling = deel_in(blad)
    assert indeling is not None
    return [Rijstatus(een) for een in bepaal_status(blad, indeling)]


LIMESURVEY = "id;submitdate;lastpage;startlanguage;seed;CL01;M1[SQ001];M1[other]\n1;1980-01-01 00:00:00;3;nl;9;A1;Y;x\n"
VV = (
    "Response ID\tDate submitted\tLast page\tEen\tTwee\nid\tsubmitdate\tlastpage\tG01Q01\tG01Q02_SQ001\n"
    "1\tNULL\t1\tA\tY\n"
)
QUALTRICS = (
    "StartDate,Status,Finished,RecordedDate,ResponseId,DistributionChannel,Q1,Q2_1,Q2_3_TEXT\n"
    "Anfangsdatum,Antworttyp,Beendet,Erfassungsdatum,Antwort-ID,Kanal,Hoe gaat het?,Wat? - Werk,Wat? - Anders - Text\n"
)
IMPORT = ",".join(['"{""ImportId"":""x""}"'] * 9) + "\n"
QUALTRICS_RIJ = "2024-01-01 10:00:00,0,1,2024-01-01 10:05:00,R_1,anonymous,4,Werk,\n"
OUD = (
    "V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,\n"
    "ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,Hoe?,\n"
    "R_1,Default,x,,,1.1,0,2014-01-01,2014-01-01,1,4,\n"
)
FORMS = (
    "Id;Begintijd;Voltooiingstijd;E-mail;Naam;Hoe\u00a0gaat het?\n"
    "1;1-2-2024 10:00:00;1-2-2024 10:09:00;anonymous;;Goed\n"
)
GOOGLE = "Tijdstempel,Hoe tevreden bent u?,Wat doet u? [Werk]\n2024/12/03 8:48:17 p.m. CET,4,x\n"
MONKEY = (
    "Respondent ID,Collector ID,Start Date,Hoe gaat het?,Wat doet u?,,\n"
    ",,,Response,Werk,School,Anders (geef nadere toelichting)\n11,22,01/02/2024,Goed,Werk,School,Iets\n"
)
MONKEY_1 = "RespondentID,Wat doet u? - Werk,Wat doet u? - School\n3292953864,Werk,School\n"
ALCHEMER = (
    "Response ID,Time Started,Date Submitted,Status,Hoe?,Werk:Wat doet u?,School:Wat doet u?\n"
    "1,a,b,Complete,x,Werk,School\n2,a,b,Partial,x,,\n3,a,b,Disqualified,,,\n"
)
REDCAP = "record_id,hoe,wat___1,wat___2,een_complete,twee_complete\n1,4,1,0,2,2\n2,4,0,0,2,0\n"
REDCAP_LABELS = "Record ID,Hoe?,Wat? (choice=Werk),Complete?\n1,Goed,Checked,Complete\n2,,Unchecked,Incomplete\n"
CASTOR = (
    "Castor Participant ID;Site Abbreviation;Survey Progress;Survey Completed On;Survey Instance Id;wat#Werk\n"
    "A;X;100;01-02-2024;q;1\nB;X;0;;q;\nC;X;40;;q;1\n"
)

EXPORTS = {
    "limesurvey": LIMESURVEY,
    "limesurvey-vv": VV,
    "qualtrics": QUALTRICS + IMPORT + QUALTRICS_RIJ,
    "qualtrics-legacy": OUD,
    "msforms": FORMS,
    "googleforms": GOOGLE,
    "surveymonkey": MONKEY,
    "surveymonkey-1-regel": MONKEY_1,
    "alchemer": ALCHEMER,
    "redcap": REDCAP,
    "castor": CASTOR,
}
KOPRIJEN = {"limesurvey-vv": 2, "qualtrics": 3, "qualtrics-legacy": 2, "surveymonkey": 2}


@pytest.mark.parametrize("naam", EXPORTS)
def test_elke_export_wordt_aan_de_inhoud_herkend_met_een_reden(naam: str) -> None:
    indeling = deel(EXPORTS[naam])
    assert (indeling.dialect.naam, indeling.eerste_koprij, indeling.koprijen) == (naam, 0, KOPRIJEN.get(naam, 1))
    eerste, _, _ = EXPORTS[naam].partition("\n")
    assert len(indeling.koppen) == eerste.count(indeling_teken(naam)) + 1
    assert indeling.waarom.split()


def indeling_teken(naam: str) -> str:
    """Het scheidingsteken."""
    return "\t" if naam == "limesurvey-vv" else ";" if naam in ("limesurvey", "msforms", "castor") else ","


def test_elk_dialect_heeft_een_eigen_naam_en_een_toets() -> None:
    namen = [een.naam for een in DIALECTEN]
    assert len(set(namen)) == len(namen)
    assert set(namen) == {*EXPORTS, "spss", "vrij"}


@pytest.mark.parametrize(
    "kop",
    [
        "Respons ID,Datum verstuurd,Laatste pagina,Hoe? [Goed]",
        "Antwort ID,Datum Abgeschickt,Wie geht es?",
        '"id. Response ID","submitdate. Date submitted","CL01. Tekst"',
        '"id._.Response_ID","submitdate._.Date_submitted","Q1_SQ001._.Een"',
        '"id ; Response ID","submitdate ; Date submitted","Q1[SQ001] ; Vraag [Sub]"',
        "Answer ID,Wat vindt u? [Eten],Wat vindt u? [Slapen]",
        ",rse3[SQ001]. Wie? [],rse4. Waarom?",
        ",socio1. Waar?,edu1. Wat?,edu2. Wat nog?,rse1. Hoe?,rse2. Hoe?",
    ],
)
def test_limesurvey_wordt_in_elke_schrijfwijze_van_de_kop_herkend(kop: str) -> None:
    assert deel(kop + "\n").dialect.naam == "limesurvey"


@pytest.mark.parametrize(
    "tekst",
    [
        "nr,Status,Timestamp,CL01\n1,open,x,4\n",
        "Timestamp,Temperature (C),Humidity\n2024-01-01 10:00:00,21.4,40\n",
        "Timestamp,Hoe gaat het met u?\nmaandag,4\n",
        "respondentid,locatie,CL01\n1,Noord,4\n",
        "Respondent ID,Hoe gaat het?\n12,Goed\n",
        "id,startdatum,einddatum,CL01\n1,2024-01-01,2024-01-02,4\n",
        "nr,Gewicht[kg],Lengte[cm]\n1,3,4\n",
        "id,task_complete\n1,0\n2,1\n",
        "record_id,af_complete\n1,ja\n2,nee\n",
        "V1,V2,V3,V4,V5,V6,V7,V8,V9,V10\nx,2,3,4,5,6,7,8,9,10\n",
        "nr,CL01. a,CL02. b,CL03. c,CL04. d,CL05. e\n1,1,1,1,1,1\n",
        "nr,Date Submitted,Status\n1,a,b\n",
        "Id,Begintijd,Eindtijd,CL01\n1,2024-01-01,2024-01-01,4\n",
        "StartDate,EndDate,Status,Progress,CL01\n1,2,3,4,5\n",
        "Response ID,Hoe gaat het? [vandaag],CL02\n1,Goed,4\n",
        "record_id,locatie,CL01\n1,Noord,4\n",
    ],
)
def test_een_gewone_tabel_die_op_een_tool_lijkt_blijft_vrij(tekst: str) -> None:
    assert deel(tekst).dialect.naam == "vrij"


@pytest.mark.parametrize("naam", [naam for naam in EXPORTS if naam not in ("msforms", "googleforms", "limesurvey-vv")])
def test_titelregels_boven_de_kop_storen_niet(naam: str) -> None:
    teken = indeling_teken(naam)
    titel = f"Meting 2024{teken}{teken}\n\n"
    assert (deel(titel + EXPORTS[naam]).dialect.naam, deel(titel + EXPORTS[naam]).eerste_koprij) == (naam, 2)


def test_een_losse_kop_telt_alleen_als_eerste_gevulde_rij() -> None:
    assert deel("\n" + GOOGLE).dialect.naam == "googleforms"
    assert deel("Titel,,\n" + GOOGLE).dialect.naam == "vrij"


def test_een_qualtrics_rekenblad_zonder_derde_rij_heeft_er_twee_en_zonder_tweede_een() -> None:
    assert deel(QUALTRICS + QUALTRICS_RIJ).koprijen == 2
    assert deel(QUALTRICS.partition("\n")[0] + "\n" + QUALTRICS_RIJ).koprijen == 1


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (LIMESURVEY + "2;;1;nl;9;A1;;\n3;N/A;1;nl;9;;;\n", [VOLLEDIG, ONVOLLEDIG, ONVOLLEDIG]),
        (VV + "2\t2024-01-01 10:00:00\t1\tA\tY\n", [ONVOLLEDIG, VOLLEDIG]),
        (ALCHEMER, [VOLLEDIG, ONVOLLEDIG, ONVOLLEDIG]),
        (REDCAP, [VOLLEDIG, ONVOLLEDIG]),
        (REDCAP_LABELS, [VOLLEDIG, ONVOLLEDIG]),
        (CASTOR, [VOLLEDIG, UITGENODIGD, ONVOLLEDIG]),
        (OUD, [VOLLEDIG]),
        (GOOGLE, [Rijstatus.ONBEKEND]),
        (MONKEY, [Rijstatus.ONBEKEND]),
        (
            QUALTRICS
            + IMPORT
            + QUALTRICS_RIJ
            + QUALTRICS_RIJ.replace(",0,1,", ",0,False,")
            + QUALTRICS_RIJ.replace(",0,1,", ",Survey Preview,1,")
            + QUALTRICS_RIJ.replace(",0,1,", ",8,0,")
            + QUALTRICS_RIJ.replace("anonymous", "preview"),
            [VOLLEDIG, ONVOLLEDIG, PROEF, PROEF, PROEF],
        ),
    ],
)
def test_de_tool_zegt_wie_klaar_is_en_wie_een_proef_was(tekst: str, verwacht: Sequence[Rijstatus]) -> None:
    assert lees_status(tekst) == list(verwacht)


def test_een_vraag_die_status_heet_zegt_niets_over_wie_klaar_is() -> None:
    assert lees_status("nr,Status\n1,Partial\n") == [Rijstatus.ONBEKEND]


def test_vervolgkoppen_horen_bij_de_vraag_links() -> None:
    koppen = deel(MONKEY).koppen
    assert [kop.kop for kop in koppen[3:]] == [
        "Hoe gaat het?",
        "Wat doet u? - Werk",
        "Wat doet u? - School",
        "Wat doet u? - Anders (geef nadere toelichting)",
    ]
    assert [kop.vorm for kop in koppen[3:]] == [Kolomvorm.ENKEL, Kolomvorm.OPTIE, Kolomvorm.OPTIE, Kolomvorm.ANDERS]
    assert koppen[0].meta is Metarol.RESPONDENT


@pytest.mark.parametrize(
    ("tekst", "deel_", "ouder"),
    [
        (LIMESURVEY, "SQ001", "M1"),
        (VV, "SQ001", "G01Q02"),
        (QUALTRICS + IMPORT + QUALTRICS_RIJ, "Werk", "Wat?"),
        (MONKEY_1, "Werk", "Wat doet u?"),
        (ALCHEMER, "Werk", "Wat doet u?"),
        (REDCAP, "1", "wat"),
        (REDCAP_LABELS, "Werk", "Wat?"),
        (CASTOR, "Werk", "wat"),
    ],
)
def test_een_kolom_per_optie_noemt_de_optie_en_de_vraag(tekst: str, deel_: str, ouder: str) -> None:
    optie = next(kop for kop in deel(tekst).koppen if kop.vorm is Kolomvorm.OPTIE)
    assert optie.deel == deel_
    assert ouder in optie.ouders


def test_eigen_woorden_en_een_volgorde_worden_als_zodanig_herkend() -> None:
    def vorm(kop: str) -> Kolomvorm:
        return deel(f"id;submitdate;{kop}\n1;2024-01-01;x\n").koppen[2].vorm

    assert vorm("Q1[other]") is vorm("Q1[SQ001comment]") is vorm("Q1[comment]. Vraag [Opmerking]") is Kolomvorm.ANDERS
    assert vorm("Q1[1]. Wat is het belangrijkst? [Rang 1]") is Kolomvorm.RANG
    assert vorm("Q1[SQ001]. Vraag [Stelling]") is Kolomvorm.ENKEL


def test_forms_zonder_kopregel_wordt_geweigerd() -> None:
    with pytest.raises(Onleesbaar, match="zonder kopregel"):
        deel("1,4/22/2016 19:57:50,4/22/2016 19:58:50,anonymous,,Eens\n")


@pytest.mark.parametrize("einde", ["Voltooiingstijd", "Tijd van voltooien", "Tijd van voltooiing"])
def test_forms_in_het_nederlands_met_de_kolommen_van_een_toets(einde: str) -> None:
    vast = f"Id;Begintijd;{einde};E-mail;Naam;Tijd van laatste wijziging"
    toets = "Totaal aantal punten;Punten - Hoe gaat het?;Feedback - Hoe gaat het?"
    indeling = deel(f"{vast};Hoe gaat het?;{toets}\n1;1-2-2024 10:00:00;1-2-2024 10:09:00;anonymous;;;Goed;1;1;Fijn\n")
    assert indeling.dialect.naam == "msforms"
    invullen, persoon = Metarol.OVER_HET_INVULLEN, Metarol.PERSOONSGEGEVEN
    assert [kop.meta for kop in indeling.koppen] == [
        *(Metarol.RESPONDENT, invullen, invullen, persoon, persoon, invullen),
        *(None, invullen, invullen, invullen),
    ]


def test_meer_rijen_per_persoon_in_redcap_worden_geweigerd_en_een_meetmoment_niet() -> None:
    kop = "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,hoe,een_complete\n"
    assert deel(kop + "1,start,,,4,2\n2,start,,,4,2\n").dialect.naam == "redcap"
    for rijen in ("1,start,,,4,2\n1,later,,,4,2\n", "1,,,,4,2\n1,,een,1,4,2\n"):
        with pytest.raises(Onleesbaar, match="dezelfde persoon"):
            deel(kop + rijen)


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("id,related_id,class,type/scale,name,text\n1,,S,,sid,x\n", "structuur"),
        ("class\ttype/scale\tname\nS\t\tsid\n", "structuur"),
        ("Variable / Field Name,Form Name,Field Type,Field Label\na,b,text,c\n", "woordenboek"),
        ("Answer Choices,Responses,\nJa,45%,9\nNee,55%,11\n", "kruistabel"),
        (",Man,,Vrouw,\nLocatie,n,Tevreden%,n,Tevreden%\nNoord,4,20%,5,30%\nZuid,6,40%,7,50%\n", "kruistabel"),
        ("Locatie,V1,V1\nNoord,1,2\n", "dezelfde kop"),
        ("Jan,4,5\nPiet,3,2\n", "geen kopregel"),
        ("Groep een,,Groep twee,\nA,B,C,D\n1,2,3,4\n", "welke rij de kopregel is"),
        ("a,b,c\n1,2\n", "heeft 2 velden"),
        ("a,b\n1,2,3\n", "heeft 3 velden"),
    ],
)
def test_wat_geen_antwoorden_zijn_wordt_met_reden_geweigerd(tekst: str, reden: str) -> None:
    with pytest.raises(Onleesbaar) as fout:
        deel(tekst)
    assert reden in fout.value.weigering.wat


@pytest.mark.parametrize(
    ("tekst", "eerste_koprij", "koprijen"),
    [
        ("Titel,,\n\na,b,c\n1,2,3\n", 2, 1),
        ("1,2,3\n4,5,6\n", 0, 0),
        ("2024-01-01,4\n2024-01-02,5\n", 0, 0),
        ("a,,c\n1,x,3\n", 0, 1),
        ("a,b,a\n", 0, 1),
        ("Tekst\nnog tekst\n", 0, 1),
    ],
)
def test_de_kop_van_een_gewone_tabel(tekst: str, eerste_koprij: int, koprijen: int) -> None:
    indeling = deel(tekst)
    assert (indeling.eerste_koprij, indeling.koprijen) == (eerste_koprij, koprijen)
    assert koprijen or all(not kop.kop for kop in indeling.koppen)


def test_bekende_vragen_wijzen_in_een_gewone_tabel_de_kop_aan() -> None:
    blad = maak_ruw("Groep een,,Groep twee,\nnr,CL01,CL02,jaar\n1,2,3,4\n")
    kop = zoek_kop(blad, Wegwijzer(VRAGEN, GEEN_KOPPELING))
    assert kop is not None
    assert (kop.rij, kop.indeling.eerste_koprij, kop.dialect.naam) == (1, 1, "vrij")


def test_alle_namen_van_een_kolom_tellen_en_een_optie_is_nooit_een_rol() -> None:
    blad = maak_ruw(
        f"Respondent ID,Collector ID,Stellingen,,Wie helpt u?,,Team\n,,{TEKST},CL02,Team,Locatie,Response\n"
        "1,2,eens,eens,Team,Locatie,Blauw\n"
    )
    kop = zoek_kop(blad, Wegwijzer(VRAGEN, GEEN_KOPPELING))
    assert kop is not None
    wat = [een.betekenis.id if isinstance(een.betekenis, Vraag) else een.betekenis for een in kop.kolommen]
    assert wat == [Rol.RESPONDENT, Rol.NEGEER, "CL01", "CL02", Onbekend(), Onbekend(), Rol.LOCATIE]


def test_een_optie_hoort_bij_haar_meerkeuzevraag_en_niet_bij_een_gesloten_vraag() -> None:
    indeling = deel(MONKEY)
    meer = Vraag(id="M1", tekst="Wat doet u?", schaal=MEERKEUZE)
    gesloten = Vraag(id="M1", tekst="Wat doet u?", schaal=EENS5)
    assert maak_kop(indeling, Wegwijzer([meer], GEEN_KOPPELING)).kolommen[4].betekenis == meer
    assert maak_kop(indeling, Wegwijzer([gesloten], GEEN_KOPPELING)).kolommen[4].betekenis == Onbekend()


def test_de_tekens_van_een_vv_bestand_komen_terug_met_de_accolade_het_laatst() -> None:
    schoon = deel(VV).dialect.schoon
    assert schoon is not None
    assert schoon("een{newline}twee{tab}{quote}drie{quote}{lbrace}tab}") == 'een\ntwee\t"drie"{tab}'
    assert schoon("{question_not_shown}") == "{question_not_shown}"


def maak_blad(rijen: Sequence[Sequence[Cel]], samengevoegd: tuple[tuple[int, int, int, int], ...] = ()) -> Ruwblad:
    """Een werkblad met getypeerde cellen."""
    bouwer = Kolombouwer()
    for _ in bouwer.voeg_toe(rijen):
        pass
    aantal, kolommen = bouwer.rond_af()
    return Ruwblad(naam="Blad1", aantal_rijen=aantal, kolommen=kolommen, samengevoegd=samengevoegd)


def test_losse_tekst_onder_de_tabel_wordt_geweigerd_en_een_rij_met_weinig_antwoorden_niet() -> None:
    rijen: list[list[Cel]] = [["naam", "leeftijd"], ["a", 40], ["b", 41], ["c", 42], ["d", 43], ["e", 44], ["f", 45]]
    with pytest.raises(Onleesbaar, match="losse tekst"):
        deel_in(maak_blad([*rijen, ["Bron:", "eigen onderzoek"]]))
    assert deel_in(maak_blad([*rijen, ["zes", ""]])) is not None


def test_een_kop_over_lege_rijen_telt_als_een_kop_en_een_groepskop_is_een_weigering() -> None:
    rijen: list[list[Cel]] = [["a", "b", "c"], ["", "", ""], ["x", "y", "z"]]
    indeling = deel_in(maak_blad(rijen, ((0, 0, 1, 0), (0, 1, 1, 1))))
    assert indeling is not None
    assert (indeling.koprijen, indeling.eerste_rij) == (2, 2)
    for fout in (((0, 0, 2, 0),), ((0, 0, 0, 1),)):
        with pytest.raises(Onleesbaar, match="samengevoegde cellen"):
            deel_in(maak_blad(rijen, fout))


def test_een_leeg_blad_heeft_geen_indeling() -> None:
    assert deel_in(maak_blad([])) is None


def test_een_rangkolom_van_qualtrics_is_een_rangorde_ook_zonder_opschrift() -> None:
    kop = "StartDate,Finished,RecordedDate,ResponseId,Q5_1_RANK,Q5_0_2_RANK,Q6_RANK,FRANK_1\n"
    rij = "2024-01-01 10:00:00,1,2024-01-01 10:05:00,R_1,2,1,1,4\n"
    tekst = "Start,Af,Klaar,Nummer,Wat telt? - Groepen - Wonen - Rank,Wat telt? - Werk - Rank,Wat telt? - Geld,Frank?\n"
    for bestand in (kop + rij, kop + tekst + rij, kop + tekst + ",".join(['"{""ImportId"":""x""}"'] * 8) + "\n" + rij):
        vormen = [een.vorm for een in deel(bestand).koppen[4:]]
        assert vormen == [Kolomvorm.RANG, Kolomvorm.RANG, Kolomvorm.RANG, Kolomvorm.ENKEL]


@pytest.mark.parametrize(
    ("kop", "namen", "deel_"),
    [
        ("CL01. Hoe gaat het?", ("CL01. Hoe gaat het?", "Hoe gaat het?"), ""),
        ("G1Q2-1: Hoe gaat het?", ("G1Q2-1: Hoe gaat het?", "Hoe gaat het?"), ""),
        ("Vraag. Hoe gaat het?", ("Vraag. Hoe gaat het?",), ""),
        ("CL01._.Hoe_gaat_het?", ("CL01._.Hoe_gaat_het?", "Hoe gaat het?"), ""),
        ("Q1[SQ001]. Wat vindt u? [Eten]", ("Q1[SQ001]. Wat vindt u? [Eten]", "Q1[SQ001]", "SQ001", "Eten"), "Eten"),
        ("Q1_SQ001._.Wat_vindt_u?_[Eten]", ("Q1_SQ001._.Wat_vindt_u?_[Eten]", "Q1[SQ001]", "SQ001", "Eten"), "Eten"),
    ],
)
def test_een_gewone_kop_van_limesurvey_heeft_haar_namen(kop: str, namen: tuple[str, ...], deel_: str) -> None:
    gevonden = deel(f"id. Response ID;submitdate. Date submitted;{kop}\n").koppen[2]
    assert (gevonden.namen, gevonden.deel) == (namen, deel_)


@pytest.mark.parametrize("atoom", ["1.a.", "a1", "1", "_", "a._.", "..", "[a]", "AB1"])
@pytest.mark.parametrize("tool", [("nr", "locatie"), ("id. Response ID", "submitdate. Date submitted")])
def test_koppen_van_alleen_leestekens_of_cijfers_kosten_geen_minuten(
    tmp_path: Path, atoom: str, tool: tuple[str, str]
) -> None:
    breed = [f"Q{nummer}{atoom * 2000}"[:2000] for nummer in range(100)]
    lang = [f"{atoom * 60_000}"[:60_000]]
    for koppen in (breed, lang):
        pad = tmp_path / "clienten.csv"
        pad.write_text(
            f"{';'.join((*tool, 'CL01', *koppen))}\n{';'.join(['1'] * (len(koppen) + 3))}\n", encoding="utf-8"
        )
        begin = process_time()
        gevonden = inspecteer(bestand=pad, map_=None, doelgroep=None, vragenlijst="", meld=print)
        assert process_time() - begin < GENOEG_TIJD
        assert len(gevonden.kolommen) == len(koppen) + 3
