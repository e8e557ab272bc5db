"""De bron met kengetallen: hele getallen, bekende namen, en elke fout met zijn cel."""

from pathlib import Path

import pytest

from kwaliteit.begrippen.antwoord import Leesresultaat
from tests.bronnen_fabriek import lees, maak_csv, maak_xlsx, meldingen

KOP = ("Kengetal", "Locatie", "Teller", "Noemer", "Toelichting")
CLIENTEN = maak_csv([("CL01", "CL02", "CL03", "CL04"), (4, 5, 7, "ja")]).encode()


def lees_kengetallen(map_: Path, *rijen: tuple[object, ...]) -> Leesresultaat:
    """Lees een kengetallenbestand naast een goede bron."""
    return lees(map_, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.xlsx": maak_xlsx([KOP, *rijen])})


def test_kengetallen_worden_gelezen_per_locatie_en_voor_de_hele_organisatie(tmp_path: Path) -> None:
    gelezen = lees_kengetallen(
        tmp_path,
        ("K01", "", 80, 100, "Peildatum 31-12"),
        ("k01", "Noord", "30", "40", ""),
        ("Voorlichting", "hele organisatie", 12.0, "", ""),
        ("K14", "", 7, 3650, ""),
        ("K01", "Oost", "", "", "nog niet geteld"),
    )
    assert [(een.kengetal, een.onderdeel, een.teller, een.noemer, een.cel) for een in gelezen.kengetallen] == [
        ("K01", None, 80, 100, "C2"),
        ("K01", "noord", 30, 40, "C3"),
        ("K12", None, 12, None, "C4"),
        ("K14", None, 7, 3650, "C5"),
    ]
    assert (gelezen.kengetallen[0].toelichting, gelezen.kengetallen[0].jaar) == ("Peildatum 31-12", 2024)
    assert meldingen(gelezen.bevindingen) == []


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        (("K1", "", 1, 2), "kengetal-onbekend: Het kengetal in cel A2 staat niet in de lijst."),
        (("K01", "Zuid", 1, 2), "onbekende-locatie: De locatie in cel B2 staat niet in kwaliteit.yaml."),
        (("K01", "", 3, 2), "kengetal-ongeldig: In cel C2: bij K01 is de teller groter dan de noemer."),
        (("K01", "", 1.5, 2), "kengetal-ongeldig: In cel C2: bij de teller staat geen heel getal."),
        (("K01", "", -1, 2), "kengetal-ongeldig: In cel C2: bij de teller staat geen heel getal."),
        (("K01", "", "", 2), "kengetal-ongeldig: In cel C2: bij de teller staat niets."),
        (("K01", "", True, 2), "kengetal-ongeldig: In cel C2: bij de teller staat geen heel getal."),
        (("K01", "", 1, ""), "kengetal-ongeldig: In cel D2: K01 heeft geen noemer."),
        (("K01", "", 0, 0), "kengetal-ongeldig: In cel D2: K01 heeft geen noemer."),
        (("K01", "", 1, "veel"), "kengetal-ongeldig: In cel D2: bij de noemer staat geen heel getal."),
        (("K01", "", 1, "=1/0"), "kengetal-ongeldig: In cel D2: bij de noemer staat een fout van het rekenblad."),
        (("K12", "", 1, 5), "kengetal-ongeldig: In cel D2: K12 is een aantal, maar er staat een noemer."),
    ],
)
def test_een_regel_die_niet_klopt_telt_niet_mee_en_noemt_de_cel(
    tmp_path: Path, rij: tuple[object, ...], melding: str
) -> None:
    gelezen = lees_kengetallen(tmp_path, rij)
    assert gelezen.kengetallen == ()
    assert meldingen(gelezen.bevindingen) == [melding]


def test_van_een_dubbele_regel_telt_alleen_de_eerste(tmp_path: Path) -> None:
    gelezen = lees_kengetallen(tmp_path, ("K01", "", 1, 2), ("K01", "totaal", 2, 2))
    assert [een.teller for een in gelezen.kengetallen] == [1]
    assert meldingen(gelezen.bevindingen) == [
        "kengetal-ongeldig: In cel A3: K01 staat er twee keer voor hetzelfde onderdeel; alleen de eerste regel telt."
    ]


def test_kengetallen_zonder_kop_zijn_een_bevinding_en_stoppen_niets(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, {"2024/clienten.csv": CLIENTEN, "2024/kengetallen.csv": b"K01;1;2\r\n"})
    assert meldingen(gelezen.bevindingen) == [
        "bron-niet-gelezen: In de eerste 20 rijen staat geen kopregel met 'kengetal' en 'teller'."
    ]
