"""Wie valt er weg en wie telt toch mee: meedoen, archief, een vreemde status, en meerkeuze met eigen woorden."""

from pathlib import Path

import pytest

from kwaliteit.begrippen.antwoord import Afwijkingsoort, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort, Ernst
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag
from kwaliteit.bestanden.ruw import Cel
from kwaliteit.bronnen.kop.koppeling import Rol
from kwaliteit.bronnen.kop.toestemming import Deelname, herken_toestemming, lees_deelname, lees_deelnames
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, vereenvoudig
from kwaliteit.uitvoer.interne_bestanden import _codes
from tests.bronnen_fabriek import VRAGEN, lees, lees_een, maak_csv, maak_lijst

HULP = Schaal(
    naam="hulp",
    soort=Schaalsoort.MEERKEUZE,
    codes=(1, 2, 3, 9),
    labels=("Wonen", "Werk, school of dagbesteding", "Geld", "Anders, namelijk"),
)
M1 = Vraag(id="M1", tekst="Waarbij krijgt u hulp?", schaal=HULP)


def zoek(gelezen: Leesresultaat, soort: Bevindingsoort) -> list[Bevinding]:
    """De bevindingen van een soort."""
    return [een for een in gelezen.bevindingen if een.soort is soort]


def lees_keuzes(map_: Path, *rijen: tuple[object, ...]) -> tuple[Leesresultaat, list[str]]:
    """Lees een csv met de meerkeuzevraag en geef ook de keuzes."""
    lijst = maak_lijst(*VRAGEN, M1)
    gelezen = lees(map_, {"2024/clienten.csv": maak_csv(rijen).encode()}, lijst)
    return gelezen, [str(tekst) for tekst in _codes(gelezen.bladen[0].kolommen["M1"])]


# Meedoen


@pytest.mark.parametrize(
    "kop",
    [
        "Doet u mee aan het samen koken?",
        "Ik doe mee in de samenleving",
        "Wilt u meedoen om onze zorg te verbeteren, bijvoorbeeld door mee te denken?",
        "Ik geef toestemming om mee te doen aan het koken",
        "Ik vond het fijn om mee te doen aan dit onderzoek",
        "Waarom doet u mee aan dit onderzoek?",
        "Wilt u een andere keer weer meedoen aan dit onderzoek?",
        "Doet u mee aan deze fietstocht en dit onderzoek?",
    ],
)
def test_een_gewone_vraag_over_meedoen_haalt_niemand_weg(tmp_path: Path, kop: str) -> None:
    assert herken_toestemming(kop) is None
    rijen = [("nr", "CL01", "CL02", kop), (1, 4, 5, "ja"), (2, 3, 3, "nee"), (3, 2, 2, "oneens")]
    gelezen = lees_een(tmp_path, maak_csv(rijen))
    assert gelezen.bladen[0].aantal == 3
    assert [een.cel for een in zoek(gelezen, Bevindingsoort.ONBEKENDE_KOLOM)] == ["D"]


@pytest.mark.parametrize(
    "kop",
    [
        "Wilt u meedoen aan dit onderzoek?",
        "Doet u mee aan deze vragenlijst?",
        "Wilt u aan dit onderzoek meedoen?",
        "Wilt u meedoen aan onze enquête?",
        "Ik geef toestemming om mee te doen aan dit onderzoek",
        "Ik heb de brief gelezen en ga akkoord met deelname",
        "Stemt u in met deelname aan het cliëntervaringsonderzoek?",
        "I agree to take part in the study",
        "Informed consent",
        "Doet u mee?",
    ],
)
def test_een_kop_over_meedoen_aan_deze_vragenlijst_wordt_herkend(kop: str) -> None:
    assert herken_toestemming(kop) is Rol.DEELNAME


def test_vallen_er_veel_mensen_weg_om_een_zelf_herkende_kolom_dan_is_dat_ernstig(tmp_path: Path) -> None:
    kop = "Doet u mee?"
    rijen = [("nr", "CL01", "CL02", kop), *[(nummer, 4, 4, "nee" if nummer < 3 else "ja") for nummer in range(12)]]
    gelezen = lees_een(tmp_path / "zelf", maak_csv(rijen))
    (melding,) = zoek(gelezen, Bevindingsoort.VEEL_NIET_MEEDOEN)
    assert (melding.ernst, melding.aantal, gelezen.bladen[0].aantal) == (Ernst.ERNSTIG, 3, 9)
    assert melding.wat.startswith("3 rijen (rij 2, 3, 4): 3 mensen zijn weggelaten omdat in kolom D")
    assert zoek(gelezen, Bevindingsoort.WIL_NIET_MEEDOEN) == []
    gelezen = lees_een(tmp_path / "koppel", maak_csv(rijen), koppeling=f"kolommen:\n  '{kop}': deelname\n")
    (melding,) = zoek(gelezen, Bevindingsoort.WIL_NIET_MEEDOEN)
    assert (melding.ernst, gelezen.bladen[0].aantal) == (Ernst.TER_INFORMATIE, 9)
    assert zoek(gelezen, Bevindingsoort.VEEL_NIET_MEEDOEN) == []


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        ("Ja, ik doe mee. Ik begrijp dat mijn gegevens niet worden gedeeld.", Deelname.JA),
        ("Ja, maar niet met mijn naam", Deelname.JA),
        ("1 = ja", Deelname.JA),
        ("Ik ga akkoord en weet dat mijn naam niet wordt gedeeld", Deelname.JA),
        ("Nee, ik geef geen toestemming", Deelname.NEE),
        ("Nee, maar ik wil wel helpen", Deelname.NEE),
        ("2. Nee", Deelname.NEE),
        ("Ik doe niet mee", Deelname.NEE),
        ("I don't want to participate", Deelname.NEE),
        ("Ja / nee", Deelname.ONDUIDELIJK),
        ("Ik ga akkoord maar geef geen toestemming voor foto's", Deelname.ONDUIDELIJK),
        ("oneens", Deelname.ONDUIDELIJK),
        ("helemaal niet mee eens", Deelname.ONDUIDELIJK),
        ("weet niet", Deelname.ONDUIDELIJK),
    ],
)
def test_het_eerste_woord_beslist_en_wat_onduidelijk_is_telt_mee(cel: Cel, verwacht: Deelname) -> None:
    assert lees_deelname(cel) is verwacht


def test_een_schaal_van_een_tot_vijf_haalt_niemand_weg_en_een_en_twee_wel() -> None:
    assert lees_deelnames(["", 1, 2, 5]) == [Deelname.LEEG, *[Deelname.ONDUIDELIJK] * 3]
    assert lees_deelnames([1, 2, 99]) == [Deelname.JA, Deelname.NEE, Deelname.ONDUIDELIJK]
    assert lees_deelnames([0, 1]) == [Deelname.NEE, Deelname.JA]


# Status van de enquêtetool


@pytest.mark.parametrize("archief", ["1", "True"])
def test_wie_in_castor_gearchiveerd_is_telt_niet_en_wordt_geteld(tmp_path: Path, archief: str) -> None:
    kop = ("record_id", "institute", "archived", "CL01", "CL02")
    gelezen = lees_een(tmp_path, maak_csv([kop, (1, "a", "0", 4, 4), (2, "a", archief, 4, 4)]))
    assert (gelezen.bladen[0].bron.dialect, gelezen.bladen[0].rijen.tolist()) == ("castor", [2])
    (melding,) = zoek(gelezen, Bevindingsoort.GEARCHIVEERD)
    assert melding.wat == "1 rij is volgens de enquêtetool gearchiveerd en telt niet mee."
    gelezen = lees_een(tmp_path / "geen", maak_csv([kop, (1, "a", "0", 4, 4)]))
    assert zoek(gelezen, Bevindingsoort.GEARCHIVEERD) == []


def maak_qualtrics(*statussen: str) -> str:
    """Een export van Qualtrics met per persoon een status."""
    kop = ("RecordedDate", "ResponseId", "Status", "Finished", "CL01", "CL02")
    rijen = [("2024-09-01 10:00:00", f"R_{plek}", status, "1", 4, 4) for plek, status in enumerate(statussen)]
    return maak_csv([kop, *rijen])


def test_een_vreemde_status_van_qualtrics_telt_mee_en_wordt_gemeld(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, maak_qualtrics("IP Address", "Vorschau X", "0", "Raar", "Imported Spam", "Offline"))
    assert (gelezen.bladen[0].bron.dialect, gelezen.bladen[0].aantal) == ("qualtrics", 5)
    (melding,) = zoek(gelezen, Bevindingsoort.VREEMDE_STATUS)
    assert melding.wat == ("In kolom C ('Status') staat een waarde die wij niet kennen bij 2 mensen; zij tellen mee.")
    assert (melding.cel, melding.aantal) == ("C", 2)
    gelezen = lees_een(tmp_path / "goed", maak_qualtrics("IP-adres", "", "16", "Survey Preview"))
    assert zoek(gelezen, Bevindingsoort.VREEMDE_STATUS) == []
    assert gelezen.bladen[0].aantal == 3


# Meerkeuze


OPTIES = ("CL01", "CL02", "M1 [Wonen]", "M1 [Werk, school of dagbesteding]", "M1 [Geld]")


@pytest.mark.parametrize(
    ("rijen", "verwacht"),
    [
        ([(1, 2, 2), (2, 2, 2), (2, 1, "")], ["1", "", "2"]),
        ([(2, 2, 2)], [""]),
        ([(1, "", ""), ("", 2, ""), ("", "", 3)], ["1", "2", "3"]),
        ([(1, 2, 3)], ["1;2;3"]),
    ],
)
def test_een_of_twee_in_de_kolom_van_een_optie_is_ja_of_nee(
    tmp_path: Path, rijen: list[tuple[object, ...]], verwacht: list[str]
) -> None:
    gelezen, keuzes = lees_keuzes(tmp_path, OPTIES, *[(4, 5, *rij) for rij in rijen])
    assert keuzes == verwacht
    assert gelezen.bladen[0].afwijkingen == ()


def test_eigen_tekst_in_een_meerkeuzecel_is_anders_en_wordt_geteld(tmp_path: Path) -> None:
    cellen = ["Wonen, iets wat ik zelf typte", "Anders, namelijk: GEHEIM", "Geld", "koken"]
    gelezen, keuzes = lees_keuzes(tmp_path, ("CL01", "CL02", M1.tekst), *[(4, 5, cel) for cel in cellen])
    assert keuzes == ["1;9", "9", "3", "9"]
    (melding,) = zoek(gelezen, Bevindingsoort.EIGEN_WOORDEN)
    assert (melding.ernst, melding.cel, melding.aantal) == (Ernst.LET_OP, "C", 2)
    assert melding.wat.startswith("2 rijen (rij 2, 5): bij meerkeuzevraag M1 staat iets wat niet in de lijst staat.")
    gelezen, _ = lees_keuzes(tmp_path / "goed", ("CL01", "CL02", M1.tekst), (4, 5, "Wonen;Geld"))
    assert zoek(gelezen, Bevindingsoort.EIGEN_WOORDEN) == []


@pytest.mark.parametrize("cel", ["Gelt", "Wonen, Gelld", "Werk", "Werk, school en dagbesteding", "1;7"])
def test_een_tikfout_in_een_optie_wordt_niet_stil_anders(tmp_path: Path, cel: str) -> None:
    gelezen, keuzes = lees_keuzes(tmp_path, ("CL01", "CL02", M1.tekst), (4, 5, cel), (4, 5, "Geld"))
    assert keuzes == ["ongeldig", "3"]
    assert [(een.soort, een.cel) for een in gelezen.bladen[0].afwijkingen] == [(Afwijkingsoort.ONBEKEND_LABEL, "C2")]


# Tekens die niemand ziet


@pytest.mark.parametrize("teken", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\u200e"])
def test_een_onzichtbaar_teken_maakt_een_antwoord_of_kop_niet_anders(tmp_path: Path, teken: str) -> None:
    assert maak_label(f"ee{teken}ns{teken}") == "eens"
    assert vereenvoudig(f"CL{teken}01 ë") == "cl01 e"
    rijen = [(f"CL{teken}01", "CL02"), (f"ee{teken}ns", f"eens{teken}"), ("eens", "oneens")]
    blad = lees_een(tmp_path, maak_csv(rijen)).bladen[0]
    assert blad.afwijkingen == ()
    assert blad.kolommen["CL01"].plaats.tolist() == [3, 3]
    _, keuzes = lees_keuzes(tmp_path / "keuze", ("CL01", "CL02", M1.tekst), (4, 5, f"Wo{teken}nen;Geld{teken}"))
    assert keuzes == ["1;3"]
