"""Welke kolom welke vraag is: koppen herkennen, rollen, koppelingen, en alles wat daar over te zeggen valt."""

from pathlib import Path

import pytest

from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.fout import BronFout, WerkmapFout
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bronnen.dialecten import DIALECTEN, Bovenrij
from kwaliteit.bronnen.kop.kop import Onbekend, Persoonsgegeven, Wegwijzer
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING, Rol
from tests.bronnen_fabriek import EENS5, MEERKEUZE, OPEN, VRAGEN, lees, lees_een, maak_csv, maak_lijst, meldingen, toon

TEKST = VRAGEN[0].tekst


def wijs(kop: str, *vragen: Vraag) -> object:
    """Wat een kop is: het id van een vraag, een rol, of de andere betekenis."""
    betekenis = Wegwijzer(vragen or VRAGEN, GEEN_KOPPELING).wijs(kop)
    return betekenis.id if isinstance(betekenis, Vraag) else betekenis


@pytest.mark.parametrize(
    "kop",
    [
        "CL01",
        "cl01",
        " CL01. ",
        TEKST,
        TEKST.upper().replace("Í", "I"),
        TEKST.replace(" ", "\u00a0").rstrip("."),
        f"CL01. {TEKST}",
        f"CL01 - {TEKST}",
        f"CL01: {TEKST}",
        f"CL01 {TEKST}",
        f"1. {TEKST}",
        f"Wat vindt u hiervan? [{TEKST}]",
        f"Stellingen.{TEKST}",
        "G01Q02[CL01]",
        f"G01Q02[SQ001]. Wat vindt u? [{TEKST}]",
        f"G01Q02_SQ001. {TEKST}",
        "Wat vindt u van deze stelling [CL01]",
    ],
)
def test_een_vraag_wordt_herkend_aan_nummer_of_tekst(kop: str) -> None:
    assert wijs(kop) == "CL01"


def test_bij_heel_veel_leestekens_tellen_het_begin_en_het_eind_van_een_kop() -> None:
    inleiding = "Denk aan eten. Denk aan slapen. " * 30
    assert wijs(f"9. {inleiding}[{TEKST}]") == "CL01"
    assert wijs(f"9. {inleiding}{TEKST} {inleiding}") == Onbekend()


def test_een_andere_naam_uit_de_lijst_telt_ook() -> None:
    assert wijs("plan gemaakt?") == "CL02"
    assert wijs("plan gemaakt door wie") == Onbekend()


@pytest.mark.parametrize(
    ("kop", "verwacht"),
    [
        ("CL01 - toelichting", Rol.NEGEER),
        ("CL01[other]", Rol.NEGEER),
        ("CL01[comment]. Opmerking", Rol.NEGEER),
        ("CL01b", Onbekend()),
        ("CL010", Onbekend()),
        ("Team: hoe is de sfeer?", Onbekend()),
        ("Tijd is er genoeg voor mij en voor anderen", Onbekend()),
        ("Status: wat vindt u daarvan", Onbekend()),
        (f"CL02. {TEKST}", Onbekend(dubbelzinnig=True)),
        ("Locatie", Rol.LOCATIE),
        ("Waar woont u?", Rol.LOCATIE),
        ("G00Q01. Waar woont u?", Rol.LOCATIE),
        ("id. Response ID", Rol.RESPONDENT),
        ("Respondent-nr", Rol.RESPONDENT),
        ("Voorkeur: team", Onbekend()),
        ("Contactpersoon - locatie", Onbekend()),
        ("Nr.", Rol.RESPONDENT),
        ("submitdate. Date submitted", Rol.NEGEER),
        ("Datum van invullen", Rol.NEGEER),
        ("Begintijd", Rol.NEGEER),
        ("Bent u ervaringsdeskundig?", Rol.ERVARINGSDESKUNDIGE),
        ("E-mail", Persoonsgegeven()),
        ("Naam", Persoonsgegeven()),
        ("7. Telefoonnummer", Persoonsgegeven()),
        ("ipaddr. IP address", Persoonsgegeven()),
    ],
)
def test_een_kop_die_geen_vraag_is_krijgt_de_goede_rol_of_geen(kop: str, verwacht: object) -> None:
    assert wijs(kop) == verwacht


def test_een_kolom_per_optie_hoort_alleen_bij_een_meerkeuzevraag() -> None:
    meer = Vraag(id="Q7", tekst="Wat doet u overdag?", schaal=MEERKEUZE)
    gesloten = Vraag(id="Q7", tekst="Wat doet u overdag?", schaal=EENS5)
    assert wijs("Q7[1]. Wat doet u overdag? [Werk]", meer) == "Q7"
    assert wijs("Q7[1]. Wat doet u overdag? [Werk]", gesloten) == Onbekend()


def test_limesurvey_wordt_herkend_en_een_gewone_tabel_blijft_vrij() -> None:
    def dialect(*koppen: str) -> str:
        return next(een.naam for een in DIALECTEN if een.herken([Bovenrij(koppen)]))

    assert dialect("id. Response ID", "submitdate. Date submitted", "CL01. Tekst") == "limesurvey"
    assert dialect("", "rse3[SQ001]. Who uses the code? []") == "limesurvey"
    assert dialect("id", "CL01", "Mijn tekst [uitleg]") == "vrij"


def test_de_kop_staat_onder_titels_en_de_eerste_respondent_wordt_nooit_de_kop(tmp_path: Path) -> None:
    rijen = [("Meting 2024", "", ""), ("", "", ""), ("nr", "CL01", "CL02"), (1, 4, 5), (2, 3, 2)]
    assert lees_een(tmp_path / "a", maak_csv(rijen)).bladen[0].bron.kopregel == 3
    with pytest.raises(BronFout) as fout:
        lees_een(tmp_path / "b", maak_csv(rijen[3:]))
    assert fout.value.gebreken[0].wat.startswith("Geen kop herkend")


def test_een_kop_met_een_bekende_vraag_tussen_onbekende_koppen_is_te_weinig(tmp_path: Path) -> None:
    with pytest.raises(BronFout):
        lees_een(tmp_path / "a", maak_csv([("CL01", "x", "y"), (4, 1, 2)]))
    assert lees_een(tmp_path / "b", "CL01\r\n4\r\n").bladen[0].aantal == 1


def test_twee_kopregels_onder_elkaar_zijn_samen_de_kop(tmp_path: Path) -> None:
    rijen = [("nr", VRAGEN[0].tekst, VRAGEN[1].tekst), ("id", "CL01", "CL02"), (1, 4, 5)]
    blad = lees_een(tmp_path, maak_csv(rijen)).bladen[0]
    assert (blad.bron.kopregel, toon(blad)) == (2, [(3, -1, "1", 4, 5)])


def test_elke_kolom_die_niet_telt_wordt_genoemd_zonder_inhoud(tmp_path: Path) -> None:
    kop = ("nr", "Naam", "CL01", "CL02", "CL01 ", "Vraag 88", "Datum", "", "Leeg", "Locatie", "Team", "CL03")
    rij = (1, "J. Jansen", 4, 5, 3, "geheim", "1-2-2024", "x", "", "Noord", "Blauw", "8")
    gelezen = lees_een(tmp_path, maak_csv([kop, rij]))
    assert toon(gelezen.bladen[0]) == [(2, 0, "1", 4, 5, 8.0)]
    assert meldingen(gelezen.bevindingen) == [
        "dubbele-kolom: Kolom C en kolom E zijn allebei vraag CL01; alleen kolom C telt.",
        "persoonsgegevens: Kolom B ('Naam') lijkt een persoonsgegeven; zij is niet gelezen.",
        "onbekende-kolom: Kolom F ('Vraag 88') hoort bij geen enkele vraag; zij is niet gelezen.",
        "onbekende-kolom: Kolom H heeft geen kop maar wel inhoud; zij is niet gelezen.",
        "onbekende-kolom: Kolom K ('Team') hoort bij geen enkele vraag; zij is niet gelezen.",
        "ontbrekende-vraag: Vraag CL04 uit 'kwaliteit-clienten' heeft geen kolom.",
    ]


def test_een_kop_met_een_typefout_krijgt_een_suggestie(tmp_path: Path) -> None:
    gelezen = lees_een(tmp_path, maak_csv([("nr", "CL01", "CL02", "CL_03x"), (1, 4, 5, 7)]))
    onbekend = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.ONBEKENDE_KOLOM]
    assert onbekend[0].doe_dit.endswith("Bedoelde u 'CL03'?")


def test_honderd_onbekende_kolommen_worden_geen_honderd_bevindingen(tmp_path: Path) -> None:
    kop = ("nr", "CL01", "CL02", "CL03", "CL04", *(f"Extra {nummer}" for nummer in range(100)))
    gelezen = lees_een(tmp_path, maak_csv([kop, (1, 4, 5, 7, "ja", *range(100))]))
    assert len(gelezen.bevindingen) == 11
    assert gelezen.bevindingen[-1].wat == "Nog 90 kolommen horen nergens bij (tot en met kolom DA)."


def test_een_onzekere_kop_wordt_niet_voorgelezen(tmp_path: Path) -> None:
    kop = ("CL01", "CL02", *(f"Iets {nummer}" for nummer in range(6)))
    gelezen = lees_een(tmp_path, maak_csv([kop, (4, 5, *range(6))]))
    onbekend = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.ONBEKENDE_KOLOM]
    assert onbekend[0].wat == "Kolom C hoort bij geen enkele vraag; zij is niet gelezen."
    assert all("Iets" not in een.wat + een.doe_dit for een in onbekend)


def test_open_en_meerkeuzevragen_worden_herkend_en_niet_gelezen(tmp_path: Path) -> None:
    lijst = maak_lijst(
        *VRAGEN[:2],
        Vraag(id="O1", tekst="Wat gaat goed?", schaal=OPEN),
        Vraag(id="M1", tekst="Wat doet u?", schaal=MEERKEUZE),
    )
    rijen = [("CL01", "CL02", "Wat gaat goed?", "M1 [werk]", "M1 [school]"), (4, 5, "Alles", "ja", "")]
    gelezen = lees(tmp_path, {"2024/clienten.csv": maak_csv(rijen).encode()}, lijst)
    assert list(gelezen.bladen[0].kolommen) == ["CL01", "CL02"]
    assert meldingen(gelezen.bevindingen) == [
        "open-niet-geteld: De open vragen in deze bron zijn niet gelezen.",
        "open-niet-geteld: Bij vraag M1 konden mensen meer antwoorden kiezen. Die keuzes zijn niet gelezen.",
    ]


KOPPELING = """
kolommen:
  "Vraag 1?": CL01
  "Vraag 2": CL02
  "Woonplek": locatie
  "Formulier": respondent
  "Naam van het team": negeer
antwoorden:
  eens5: {"helemaal mee eens": 5, "mee eens": 4, "geen mening": "weet niet", 9: leeg}
  CL02: {"mee eens": 3}
"""


def test_een_koppeling_noemt_koppen_en_antwoorden(tmp_path: Path) -> None:
    rijen = [
        ("Formulier", "VRAAG 1", "vraag 2", "Woonplek", "Naam van het team"),
        ("007", "Mee eens", "Mee eens", "Oost", "Blauw"),
        ("8", "Geen mening", 9, "", ""),
    ]
    gelezen = lees_een(tmp_path, maak_csv(rijen), koppeling=KOPPELING)
    assert toon(gelezen.bladen[0]) == [(2, 1, "007", 4, 3), (3, -1, "8", "WEET_NIET", "LEEG")]
    assert [een.soort for een in gelezen.bevindingen] == [Bevindingsoort.ONTBREKENDE_VRAAG] * 2
    assert "koppelingen/eigen.yaml" in gelezen.controlegetallen


def test_alle_onbekende_namen_in_een_koppeling_komen_samen(tmp_path: Path) -> None:
    fout = 'kolommen:\n  "a": CL1\n  "b": lokatie\nantwoorden: {eens6: {ja: 1}, CL01: {heel: 7}}\n'
    with pytest.raises(WerkmapFout) as gevangen:
        lees_een(tmp_path, maak_csv([("CL01", "CL02"), (1, 2)]), koppeling=fout)
    gebreken = gevangen.value.gebreken
    assert [gebrek.wat for gebrek in gebreken] == [
        "'CL1' is geen vraag. Bedoelde u 'CL01'?",
        "'lokatie' is geen vraag. Bedoelde u 'locatie'?",
        "'eens6' is geen vraag en geen schaal. Bedoelde u 'eens5'?",
        "hier staat een code die niet bij de schaal hoort",
    ]
    assert [gebrek.waar for gebrek in gebreken] == [
        "koppelingen/eigen.yaml, regel 2, kolom 'a'",
        "koppelingen/eigen.yaml, regel 3, kolom 'b'",
        "koppelingen/eigen.yaml, regel 4, antwoorden",
        "koppelingen/eigen.yaml, regel 4, antwoorden van 'CL01'",
    ]


def test_na_in_een_limesurvey_export_is_niet_getoond(tmp_path: Path) -> None:
    rijen = [("id. Response ID", "submitdate. Date submitted", "CL01", "CL02"), (1, "1980-01-01", "N/A", "eens")]
    blad = lees_een(tmp_path / "a", maak_csv(rijen, scheiding=",")).bladen[0]
    assert (blad.bron.dialect, toon(blad)) == ("limesurvey", [(2, -1, "1", "NIET_GETOOND", 4)])
    vrij = lees_een(tmp_path / "b", maak_csv([("nr", "CL01", "CL02"), (1, "N/A", "eens")])).bladen[0]
    assert (vrij.bron.dialect, len(vrij.afwijkingen)) == ("vrij", 1)
