"""De opdrachtregel: hulp, afsluitcodes, JSON en teksten bij verkeerd gebruik."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.uitkomst import Bronsamenvatting, Uitkomst
from kwaliteit.cli import voer_uit
from kwaliteit.scherm import toon_uitkomst

VOORBEELD = Path(__file__).resolve().parents[1] / "voorbeelddata"


def test_help_importeert_geen_pandas() -> None:
    code = (
        "import sys\nfrom kwaliteit.cli import voer_uit\nvoer_uit(['--help'])\n"
        "zwaar = {'pandas', 'numpy', 'rich', 'openpyxl', 'jinja2', 'yaml'} & set(sys.modules)\n"
        "sys.exit(f'geimporteerd: {zwaar}' if zwaar else 0)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    assert "Opdrachten:" in klaar.stdout


@pytest.mark.parametrize(
    ("argumenten", "wat", "verwacht"),
    [
        (["verslg", "2024"], "kwaliteit: onbekende opdracht 'verslg'", "Bedoelde u 'verslag'?"),
        (["verslag"], "kwaliteit verslag: JAAR ontbreekt", "JAAR achter de opdracht."),
        (["verslag", "twee"], "kwaliteit verslag: JAAR heeft geen geldige waarde", "bijvoorbeeld 2024"),
        (["verslag", "2024", "--strng"], "kwaliteit verslag: onbekende optie --strng", "Bedoelde u '--streng'?"),
        (["verslag", "2024", "3"], "kwaliteit verslag: er staat te veel achter de opdracht", "uit de hulp"),
        (["kader", "ton"], "kwaliteit kader: onbekende opdracht 'ton'", "Bedoelde u 'toon'?"),
        (["verslag", "2024", "--map"], "de optie --map heeft geen waarde", "een waarde achter --map"),
    ],
)
def test_verkeerd_gebruik_geeft_code_2_en_een_gewone_tekst(
    capfd: pytest.CaptureFixture[str], argumenten: list[str], wat: str, verwacht: str
) -> None:
    assert voer_uit(argumenten) == 2
    tekst = capfd.readouterr().err
    assert wat in tekst
    assert verwacht in tekst
    assert "--help' voor uitleg" in tekst


def test_een_werkmap_die_er_niet_is_geeft_code_2(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(tmp_path / "weg")]) == 2
    assert "Doe dit:" in capfd.readouterr().err


def test_json_is_een_object_op_standaarduitvoer(capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(VOORBEELD), "--json"]) == 0
    uit = capfd.readouterr()
    antwoord = json.loads(uit.out)
    assert {"opdracht", "versie", "afsluitcode", "bevindingen"} <= set(antwoord)
    assert antwoord["opdracht"] == "controleer"
    assert set(antwoord["bevindingen"][0]) == {
        *("code", "ernst", "bestand", "blad", "cel", "vraag", "wat", "verwacht", "doe_dit"),
    }


def test_een_fout_is_ook_json(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(tmp_path / "weg"), "--json"]) == 2
    antwoord = json.loads(capfd.readouterr().out)
    assert antwoord["afsluitcode"] == 2
    assert set(antwoord["fouten"][0]) == {"waar", "wat", "verwacht", "doe_dit"}


def test_geen_kleurcodes_buiten_een_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["controleer", "2024", "--map", str(VOORBEELD)]) == 0
    uit = capfd.readouterr()
    assert "\x1b" not in uit.out + uit.err
    assert "Nagelopen:" in uit.err


def test_kader_toont_pijlers_normen_en_eisen(capfd: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["kader"]) == 0
    tekst = capfd.readouterr().out
    assert all(naam in tekst for naam in ("Cliënten", "Samenwerken", "C1", "W8", "V1", "V9"))


def test_kader_vergelijkt_met_een_eigen_bestand(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    meegeleverd = Path(__file__).resolve().parents[1] / "kwaliteit" / "kaders" / "woonzorg-lggz-2024.yaml"
    eigen = tmp_path / "woonzorg-lggz-2025.yaml"
    tekst = meegeleverd.read_text(encoding="utf-8").replace("Er is geen vaste aanpak", "Er is geen enkele vaste aanpak")
    eigen.write_text(tekst.replace('versie: "2024"', 'versie: "2025"'), encoding="utf-8")
    assert voer_uit(["kader", "vergelijk", "woonzorg-lggz-2024", str(eigen)]) == 0
    assert "C1" in capfd.readouterr().out
    assert voer_uit(["kader", "vergelijk", "woonzorg-lggz-2024", "woonzorg-lggz-2024"]) == 0
    assert "Geen verschillen." in capfd.readouterr().out


def test_een_eigen_fout_toont_geen_traceback(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from kwaliteit import keten  # noqa: PLC0415  de keten is zwaar; alleen deze toets heeft haar nodig

    def stuk(**_: object) -> None:
        raise ZeroDivisionError("KANARIE-4711")

    monkeypatch.setattr(keten, "controleer", stuk)
    assert voer_uit(["controleer", "2024", "--map", str(VOORBEELD)]) == 70
    tekst = capfd.readouterr().err
    assert "fout in het programma zelf" in tekst
    assert "KANARIE" not in tekst
    assert "Traceback" not in tekst


# --- het scherm van controleer en verslag


def maak_bevinding(soort: Bevindingsoort, **velden: object) -> Bevinding:
    waarden = {"wat": "Er is iets.", "verwacht": "v", "doe_dit": "Doe iets.", "bestand": "b.csv", **velden}
    return Bevinding(soort=soort, **waarden)  # type: ignore[arg-type]


def toon(
    capfd: pytest.CaptureFixture[str], *bevindingen: Bevinding, opdracht: str = "controleer", map_: str = "."
) -> str:
    """Geef het scherm van een uitkomst met deze bevindingen."""
    uitkomst = Uitkomst(
        opdracht=opdracht,
        jaar=2024,
        bevindingen=bevindingen,
        bronnen=(Bronsamenvatting(bestand="b.csv", doelgroep="cliënten", respondenten=3),),
        openbaar_vervangen=opdracht == "verslag",
        dekking=(("V1 Eis", "ja"),),
    )
    toon_uitkomst(uitkomst, map_=Path(map_), uit=Path("uit"), json_uit=False, stil=False)
    return capfd.readouterr().err


def test_het_scherm_begint_met_wat_gelezen_is_en_eindigt_met_wat_u_nu_doet(capfd: pytest.CaptureFixture[str]) -> None:
    tekst = toon(capfd, maak_bevinding(Bevindingsoort.FOUTCEL, cel="F3"))
    assert tekst.startswith("Gelezen\n  b.csv: cliënten, 3 respondenten\n")
    assert tekst.endswith(
        "Nagelopen: 1 punt, waarvan 1 ernstig. Er is niets geschreven.\nDoe nu: b.csv, F3: Doe iets.\n"
    )


def test_zonder_bevindingen_is_het_verslag_de_volgende_stap(capfd: pytest.CaptureFixture[str]) -> None:
    assert toon(capfd, map_="mijn map").endswith('Doe nu: typ: kwaliteit verslag 2024 --map "mijn map"\n')
    assert toon(capfd, opdracht="verslag").endswith("verslag.html en lees het verslag na.\n")


def test_onbekende_antwoordwoorden_staan_samen_op_het_scherm_met_koppel_als_volgende_stap(
    capfd: pytest.CaptureFixture[str],
) -> None:
    koppel = "Komt dit vaker voor, typ dan: kwaliteit koppel b.csv."
    labels = [
        maak_bevinding(
            Bevindingsoort.ONBEKEND_LABEL, cel=f"{letter}{rij}", vraag=vraag, verwacht=verwacht, doe_dit=koppel
        )
        for letter, vraag, verwacht in (("C", "CL01", "1 tot en met 5"), ("D", "CL02", "ja of nee"))
        for rij in range(2, 6)
    ]
    meer = maak_bevinding(Bevindingsoort.ONBEKEND_LABEL, vraag="CL02", verwacht="ja of nee", aantal=100)
    tekst = toon(capfd, *labels, meer, map_="werk")
    assert "Ernstig (1 punt, samen 9 bevindingen)" in tekst
    assert "• b.csv: In 2 kolommen (108 cellen) staan antwoordwoorden die wij niet kennen." in tekst
    assert "Verwacht: bij CL01: 1 tot en met 5\n              bij CL02: ja of nee\n" in tekst
    assert tekst.endswith("Doe nu: typ: kwaliteit koppel b.csv --map werk\n")
    een = toon(capfd, labels[0])
    assert "• b.csv, C2: Er is iets." in een
    assert "kolommen" not in een
    getallen = [replace(label, doe_dit="Maak er een getal van.") for label in labels]
    assert toon(capfd, *getallen).endswith("Doe nu: b.csv: Maak er een getal van.\n")


def test_een_verhaal_dat_nog_geschreven_moet_worden_is_een_regel(capfd: pytest.CaptureFixture[str]) -> None:
    soorten = (
        Bevindingsoort.GEEN_BOODSCHAP,
        Bevindingsoort.GEEN_TERUGBLIK,
        Bevindingsoort.GEEN_DUIDING,
        Bevindingsoort.GEEN_BESPREKING,
        Bevindingsoort.GEEN_VOORUITBLIK,
    )
    niets = [maak_bevinding(soort, bestand=f"verhaal/2024/{pijler}.md") for pijler in ("a", "b") for soort in soorten]
    half = maak_bevinding(Bevindingsoort.GEEN_DUIDING, bestand="verhaal/2024/c.md")
    tekst = toon(capfd, *niets, half)
    assert "Let op (1 punt, samen 11 bevindingen)" in tekst
    assert (
        "• Uw verhaal is nog niet geschreven: 2 pijlers (zie verhaal.md). "
        "Aan uw verhaal ontbreekt nog iets: verhaal/2024/c.md: duiding.\n"
    ) in tekst
    assert "Doe nu: Schrijf uw verhaal, te beginnen met verhaal/2024/a.md." in tekst
    assert "nog niet geschreven" not in toon(capfd, half)


def test_vragen_zonder_kolom_staan_samen(capfd: pytest.CaptureFixture[str]) -> None:
    zonder = [maak_bevinding(Bevindingsoort.ONTBREKENDE_VRAAG, vraag=vraag) for vraag in ("CL01", "CL02")]
    assert "2 vragen uit de lijst hebben geen kolom: CL01, CL02." in toon(capfd, *zonder)


def test_veel_cellen_worden_geteld_en_wie_niet_meedoet_is_een_gewone_zin(capfd: pytest.CaptureFixture[str]) -> None:
    locatie = maak_bevinding(Bevindingsoort.ONBEKENDE_LOCATIE, cel="B10, B11, B13, B14", aantal=6)
    niet = maak_bevinding(Bevindingsoort.WIL_NIET_MEEDOEN, wat="1 persoon wilde niet meedoen en is weggelaten.")
    tekst = toon(capfd, locatie, niet)
    assert "• b.csv, B10, B11, B13 en nog 3: Er is iets." in tekst
    assert "• b.csv: 1 persoon wilde niet meedoen en is weggelaten.\n" in tekst
    vaak = [maak_bevinding(Bevindingsoort.ONVOLLEDIG, bestand=f"{nummer}.csv") for nummer in range(4)]
    assert "maar een deel van de vragen (4 keer)." in toon(capfd, *vaak)


def test_een_verkeerd_genoemd_bestand_gaat_voor_al_het_andere(capfd: pytest.CaptureFixture[str]) -> None:
    cel = maak_bevinding(Bevindingsoort.FOUTCEL)
    ander = maak_bevinding(Bevindingsoort.ANDERE_GROEP, doe_dit="Hernoem het.", bestand="p.csv")
    assert toon(capfd, cel, ander).endswith("Doe nu: p.csv: Hernoem het.\n")
