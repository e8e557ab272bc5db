"""Wat naar een persoon wijst, in een kolom of in haar kop, wordt gemeld en nooit herhaald."""

from pathlib import Path

import pytest

from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.bestanden.ruw import Cel
from kwaliteit.bronnen.kop.kop import Onbekend, Persoonsgegeven, Wegwijzer
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING
from kwaliteit.bronnen.kop.persoonsgegevens import herken_als_respondentnummer, herken_persoonsgegeven
from kwaliteit.bronnen.taal.persoonstekst import bevat_persoonsgegeven
from kwaliteit.bronnen.taal.schrijfwijze import NIET_GETOOND, toon_kop
from tests.bronnen_fabriek import lees_een, maak_csv, meldingen
from tests.test_bronnen_rijen import maak_kolom

BSN = ["111222333", "123456782", "232262536", "100000009", "999999990"]


@pytest.mark.parametrize(
    ("cellen", "wat"),
    [
        (["an@veen.nl", "bo@veen.nl", ""], "e-mailadressen"),
        (["192.168.1.10", "2001:db8::1"], "IP-adressen"),
        (["06-12345678", "+31 (0)20 123 45 67", "0201234567"], "telefoonnummers"),
        ([111222333, "123456782"], "nummers van negen cijfers, zoals een burgerservicenummer"),
        (["1234 AB 12", "9999ZZ, 3a"], "postcodes"),
        (["NL91 ABNA 0417 1643 00"], "rekeningnummers"),
        (["https://enquete.veen.nl/i?token=Ab12Cd34Ef"], "persoonlijke links"),
        ([1, 2, 3, 4, 5], ""),
        ([2021, 2022, "2023"], ""),
        (["goed", "mail mij op an@veen.nl", "an@veen.nl"], ""),
        (["1.2.3", "10:30:00"], ""),
        (["NL91 ABNA 0417 1643 01"], ""),
        (["https://veen.nl"], ""),
        ([1234567890123], ""),
        ([""], ""),
        ([True, False], ""),
    ],
)
def test_persoonsgegevens_worden_aan_de_inhoud_herkend_en_wat_erop_lijkt_niet(cellen: list[Cel], wat: str) -> None:
    assert herken_persoonsgegeven(maak_kolom(cellen), 0) == wat


def test_een_onbekende_kolom_met_adressen_wordt_een_persoonsgegeven(tmp_path: Path) -> None:
    rijen = [("CL01", "CL02", "Hoe bereiken wij u?"), (4, 5, "an@veen.nl"), (4, 5, "bo@veen.nl")]
    gelezen = lees_een(tmp_path, maak_csv(rijen))
    assert [melding for melding in meldingen(gelezen.bevindingen) if "kolom C" in melding] == [
        "persoonsgegevens: In kolom C ('Hoe bereiken wij u?') staan zo te zien e-mailadressen; zij is niet gelezen."
    ]


def test_een_respondentnummer_dat_een_adres_is_wordt_niet_gebruikt(tmp_path: Path) -> None:
    rijen = [("Respondent", "CL01", "CL02"), ("an@veen.nl", 4, 5), ("an@veen.nl", 4, 5)]
    gelezen = lees_een(tmp_path, maak_csv(rijen))
    assert gelezen.bladen[0].respondent == ()
    (melding,) = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.PERSOONSGEGEVENS]
    assert "e-mailadressen in plaats van respondentnummers" in melding.wat
    gewoon = lees_een(tmp_path / "b", maak_csv([("Respondent", "CL01", "CL02"), (100000001, 4, 5), (100000002, 4, 5)]))
    assert gewoon.bladen[0].respondent == ("100000001", "100000002")


def test_burgerservicenummers_als_respondentnummer_vallen_op() -> None:
    assert herken_als_respondentnummer(maak_kolom(list(BSN)), 0) == "burgerservicenummers"
    assert herken_als_respondentnummer(maak_kolom([str(100000001 + nummer) for nummer in range(20)]), 0) == ""


# In de kop


@pytest.mark.parametrize(
    "kop",
    [
        "iemand@voorbeeld.example",
        "Jan de Vries (jan@veen.nl)",
        "10.0.20.31",
        "Van 192.168.1.17.",
        "2001:db8::17",
        "06-12345678",
        "Bel 06 12 34 56 78 voor hulp",
        "+31 (0)30 123 45 67",
        "123456782",
        "BSN 1234.56.782",
        "123 456 782",
    ],
)
def test_een_kop_die_zelf_een_persoonsgegeven_is_wordt_niet_getoond(kop: str) -> None:
    assert bevat_persoonsgegeven(kop)
    assert toon_kop(kop) == NIET_GETOOND


@pytest.mark.parametrize(
    "kop",
    [
        "CL01",
        "E-mail",
        "Welk cijfer geeft u ons? (0 1 2 3 4 5 6 7 8 9 10)",
        "0 1 2 3 4 5 6 7 8 9",
        "1.2.3 Wonen",
        "123456X78X910SQ001",
        "Begonnen op 2024-01-15 10:30:00",
        "Tussen 10:30 en 11:00",
        "QID1234567890_TEXT",
        "Budget van 1.000.000 euro",
        "@ de woning",
    ],
)
def test_een_gewone_kop_met_cijfers_of_leestekens_wordt_wel_getoond(kop: str) -> None:
    assert toon_kop(kop) == kop


def test_een_persoonlijke_kop_staat_in_geen_enkele_bevinding_en_niet_in_de_kopie(tmp_path: Path) -> None:
    koppen = ("CL01", "CL02", "CL03", "an@veen.nl", "Schoenmaat")
    gelezen = lees_een(tmp_path, maak_csv([koppen, (4, 99, 7, "x", 41), (4, 5, 8, "y", 42)]))
    tekst = "\n".join(meldingen(gelezen.bevindingen))
    assert f"Kolom D ('{NIET_GETOOND}') hoort bij geen enkele vraag" in tekst
    assert "Kolom E ('Schoenmaat') hoort bij geen enkele vraag" in tekst
    assert "an@veen" not in tekst
    kopie = gelezen.bladen[0].kopie
    assert kopie is not None
    assert [kolom.koppen for kolom in kopie.kolommen[2:]] == [("CL03",), (NIET_GETOOND,), ("Schoenmaat",)]


@pytest.mark.parametrize(
    "kop",
    [
        *("name_first", "name_last", "dob", "birthdate", "birth_date", "phone_number", "email_address", "street"),
        *("city", "zip", "zipcode", "Postal_Code", "mrn", "ssn", "1. Wat is uw naam?", "Clientnaam", "Straatnaam"),
        *("Straße", "PLZ", "Wohnort", "Geburtstag", "Handynummer", "Nom", "Prénom", "Courriel", "Ville", "Rue"),
    ],
)
def test_een_kop_boven_een_persoonsgegeven_wordt_in_vier_talen_herkend(kop: str) -> None:
    assert Wegwijzer((), GEEN_KOPPELING).wijs(kop) == Persoonsgegeven()


@pytest.mark.parametrize(
    "kop",
    [
        "Naam van de locatie",
        "City of residence of your organisation",
        "Hoe heet het team?",
        "Mijn begeleider kent mijn naam",
        "Is uw post op tijd?",
        "name_of_location",
        "I can phone someone",
        "Straatbeeld",
        "Noms des activités",
    ],
)
def test_een_kop_die_er_alleen_op_lijkt_is_geen_persoonsgegeven(kop: str) -> None:
    assert Wegwijzer((), GEEN_KOPPELING).wijs(kop) == Onbekend()


# Met negeer in een koppeling


def test_negeer_in_een_koppeling_verbergt_geen_persoonsgegeven(tmp_path: Path) -> None:
    rijen = [
        ("CL01", "CL02", "E-mail", "Hoe bereiken wij u?", "Schoenmaat", "Status"),
        (4, 5, "zie elders", "an@veen.nl", 41, "an@veen.nl"),
    ]
    negeer = "".join(f'  "{kop}": negeer\n' for kop in rijen[0][2:5])
    gelezen = lees_een(tmp_path, maak_csv(rijen), koppeling=f"kolommen:\n{negeer}")
    persoonlijk = [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.PERSOONSGEGEVENS]
    assert [een.wat for een in persoonlijk] == [
        "Kolom C ('E-mail') lijkt een persoonsgegeven; zij is niet gelezen.",
        "In kolom D ('Hoe bereiken wij u?') staan zo te zien e-mailadressen; zij is niet gelezen.",
    ]
    assert not [een for een in gelezen.bevindingen if een.soort is Bevindingsoort.ONBEKENDE_KOLOM]
