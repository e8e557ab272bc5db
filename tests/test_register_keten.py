"""Het register door de hele keten: nog eens publiceren, een verbeterde versie, correcties en een kapot register."""

import csv
import dataclasses
import json
import re
from pathlib import Path

import pytest

from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.register import REGISTERKOLOMMEN, REGISTERPAD
from kwaliteit.begrippen.verhaal import Citaat
from kwaliteit.cli import voer_uit
from kwaliteit.uitvoer.tabelvormen import REGISTER
from kwaliteit.werkmappen import lees_register, lees_werkmap
from tests.test_hele_keten import KWALITEIT, maak_werkmap

CORRECTIES = "publicatie: {{vastgesteld_op: 2025-06-01, correcties: [{}]}}"


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Een organisatie die een keer definitief gepubliceerd heeft."""
    map_ = maak_werkmap(tmp_path / "werk")
    assert publiceer(map_) == 0
    return map_


def publiceer(werkmap: Path, *opties: str) -> int:
    return voer_uit(["verslag", "2024", "--map", str(werkmap), "--stil", *(opties or ("--definitief",))])


def voeg_toe(werkmap: Path, *regels: str) -> None:
    """Zet late antwoorden onder de bron van de cliënten."""
    bron = werkmap / "bronnen" / "2024" / "clienten.csv"
    bron.write_text(bron.read_text(encoding="utf-8") + "".join(f"{regel}\n" for regel in regels), encoding="utf-8")


def stel_in(werkmap: Path, correctie: str) -> None:
    """Schrijf een correctie in kwaliteit.yaml."""
    tekst = KWALITEIT.replace("publicatie: {vastgesteld_op: 2025-05-12}", CORRECTIES.format(correctie))
    assert "correcties" in tekst
    (werkmap / "kwaliteit.yaml").write_text(tekst, encoding="utf-8")


def lees_openbaar(werkmap: Path) -> list[dict[str, str]]:
    pad = werkmap / "uitvoer/2024/openbaar/gegevens/indicatoren.csv"
    with pad.open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))


def bytes_van(map_: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def test_nog_eens_definitief_met_dezelfde_invoer_verandert_niets(werkmap: Path) -> None:
    openbaar, register = bytes_van(werkmap / "uitvoer/2024/openbaar"), bytes_van(werkmap / "register")
    assert publiceer(werkmap) == 0
    assert bytes_van(werkmap / "uitvoer/2024/openbaar") == openbaar
    assert bytes_van(werkmap / "register") == register


def test_een_antwoord_meer_stopt_definitief_voordat_er_iets_geschreven_is(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    voeg_toe(werkmap, "goed;goed;8;De Kade")
    uitvoer, register = bytes_van(werkmap / "uitvoer"), bytes_van(werkmap / "register")
    capfd.readouterr()
    assert publiceer(werkmap) == 4
    gemeld = capfd.readouterr().err
    tegen = "Dit houdt --definitief tegen:"
    assert f"{tegen} W1 van cliënten over 2024 is anders dan eerder gepubliceerd in Woonhof Oever, De Kade" in gemeld
    assert f"{tegen} respons van cliënten over 2024" in gemeld
    assert '- {jaar: 2024, indicator: respons, doelgroep: clienten, keuze: behoud, reden: "uw reden"}' in gemeld
    assert "Stop:" not in gemeld
    assert "De Brug" not in gemeld
    assert "PR01" not in gemeld, "bij de professionals veranderde niets"
    assert bytes_van(werkmap / "uitvoer") == uitvoer
    assert bytes_van(werkmap / "register") == register


def test_een_antwoord_meer_is_in_een_concept_een_ernstige_bevinding(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    voeg_toe(werkmap, "goed;goed;8;De Kade")
    pagina = werkmap / "uitvoer/2024/openbaar/verslag.html"
    oud = pagina.read_bytes()
    assert publiceer(werkmap, "--streng") == 1
    assert pagina.read_bytes() == oud
    capfd.readouterr()
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--json"]) == 0
    assert pagina.read_bytes() != oud
    codes = [een["code"] for een in json.loads(capfd.readouterr().out)["bevindingen"]]
    assert "anders-dan-gepubliceerd" in codes


def test_een_concept_laat_geen_spoor_na_in_het_register(tmp_path: Path) -> None:
    map_ = maak_werkmap(tmp_path / "werk")
    assert publiceer(map_, "--streng") == 0
    voeg_toe(map_, "goed;goed;8;De Kade")
    assert publiceer(map_, "--streng") == 0, "wat niet gepubliceerd is telt niet"


def test_behoud_publiceert_met_de_oude_cijfers(werkmap: Path) -> None:
    eerste = lees_openbaar(werkmap)
    voeg_toe(werkmap, "goed;goed;8;De Kade")
    stel_in(werkmap, '{jaar: 2024, indicator: alles, doelgroep: clienten, keuze: behoud, reden: "Een late brief."}')
    assert publiceer(werkmap) == 0
    tweede = lees_openbaar(werkmap)
    velden = ("indicator", "maat", "categorie", "doelgroep", "onderdeel", "waarde", "teller", "noemer", "status")
    assert [[rij[v] for v in velden] for rij in tweede] == [[rij[v] for v in velden] for rij in eerste]
    getallen = [rij for rij in tweede if rij["doelgroep"] == "clienten" and rij["waarde"]]
    assert getallen
    assert {rij["toelichting"] for rij in getallen} == {"eerder gepubliceerd cijfer; Een late brief."}
    assert not any(rij["ondergrens"] for rij in getallen)
    assert any(rij["ondergrens"] for rij in tweede), "de andere groepen houden hun marge"
    with (werkmap / "uitvoer/2024/intern/onderdrukking.csv").open(encoding="utf-8", newline="") as stroom:
        assert "correctie" in {rij["regel"] for rij in csv.DictReader(stroom)}
    assert publiceer(werkmap) == 0, "en nog eens"


def test_verberg_laat_alleen_die_vraag_weg(werkmap: Path) -> None:
    bron = werkmap / "bronnen/2024/clienten.csv"
    kop, eerste, *overige = bron.read_text(encoding="utf-8").splitlines()
    zonder_w1 = ";" + eerste.split(";", 1)[1]
    bron.write_text("\n".join([kop, zonder_w1, *overige]) + "\n", encoding="utf-8")
    assert publiceer(werkmap) == 4
    stel_in(werkmap, "{jaar: 2024, indicator: W1, doelgroep: clienten, keuze: verberg, reden: Een fout in de vraag.}")
    assert publiceer(werkmap) == 0
    rijen = [rij for rij in lees_openbaar(werkmap) if rij["doelgroep"] == "clienten"]
    assert {rij["status"] for rij in rijen if rij["indicator"] == "W1"} == {"niet getoond"}
    assert "getoond" in {rij["status"] for rij in rijen if rij["indicator"] == "W2"}


def test_veel_late_antwoorden_kunnen_zonder_correctie(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk", clienten=50)
    assert publiceer(werkmap) == 0
    late = ["goed;gaat;7;De Kade", "slecht;goed;6;De Kade", "gaat;slecht;7;De Kade", "goed;goed;8;De Kade"] * 6
    voeg_toe(werkmap, *late)
    assert publiceer(werkmap) == 0
    voeg_toe(werkmap, "goed;gaat;7;De Kade")
    assert publiceer(werkmap) == 4, "ook met de tweede versie wordt vergeleken"


@pytest.mark.parametrize(
    ("correctie", "verwacht"),
    [
        ("{jaar: 2024, indicator: W11, doelgroep: clienten, keuze: behoud, reden: x}", "Bedoelde u 'W1'?"),
        ("{jaar: 2042, indicator: W1, doelgroep: clienten, keuze: behoud, reden: x}", "Bedoelde u '2024'?"),
        ("{jaar: 2024, indicator: W1, doelgroep: naasten, keuze: behoud, reden: x}", "'W1' is geen bekende vraag"),
        ("{jaar: 2024, indicator: W1, keuze: behoud, reden: x}", "'W1' is geen bekend"),
        ("{jaar: 2024, indicator: W1, doelgroep: clienten, keuze: behoudt, reden: x}", "behoud"),
        ("{jaar: 2024, indicator: W1, doelgroep: clienten, keuze: behoud, reden: ' '}", "de reden van deze correctie"),
        ("{jaar: 2024, indicator: W1, doelgroep: clienten, keuze: behoud}", "reden"),
        (
            "{jaar: 2024, indicator: respons, doelgroep: clienten, keuze: behoud, reden: x},"
            "{jaar: 2024, indicator: respons, doelgroep: clienten, keuze: verberg, reden: x}",
            "een tweede correctie",
        ),
    ],
)
def test_een_correctie_die_niet_klopt_is_een_fout_met_de_goede_naam(
    werkmap: Path, capfd: pytest.CaptureFixture[str], correctie: str, verwacht: str
) -> None:
    stel_in(werkmap, correctie)
    capfd.readouterr()
    assert publiceer(werkmap, "--streng") == 4
    assert verwacht in " ".join(capfd.readouterr().err.split())


def test_een_oude_naam_bij_ook_wel_is_hetzelfde_onderdeel(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    anders = KWALITEIT.replace('naam: "De Kade"', 'naam: "Kadehuis"')
    bron = werkmap / "bronnen/2024/clienten.csv"
    bron.write_text(bron.read_text(encoding="utf-8").replace("De Kade", "Kadehuis"), encoding="utf-8")
    (werkmap / "kwaliteit.yaml").write_text(anders, encoding="utf-8")
    capfd.readouterr()
    assert publiceer(werkmap) == 4
    gemeld = capfd.readouterr().err
    assert "'De Kade'" in gemeld
    assert "ook_wel" in gemeld
    met_oud = anders.replace('naam: "Kadehuis"', 'naam: "Kadehuis", ook_wel: ["De Kade"]')
    (werkmap / "kwaliteit.yaml").write_text(met_oud, encoding="utf-8")
    assert publiceer(werkmap) == 0


def test_een_organisatie_met_een_nieuwe_naam_noemt_haar_oude(werkmap: Path) -> None:
    anders = KWALITEIT.replace('naam: "Woonhof Oever"', 'naam: "Oeverzorg"')
    (werkmap / "kwaliteit.yaml").write_text(anders, encoding="utf-8")
    assert publiceer(werkmap) == 4
    anders = anders.replace('naam: "Oeverzorg"', 'naam: "Oeverzorg", ook_wel: ["Woonhof Oever"]')
    (werkmap / "kwaliteit.yaml").write_text(anders, encoding="utf-8")
    assert publiceer(werkmap) == 0


def test_een_rapport_dat_met_de_hand_is_toegevoegd_telt_mee(werkmap: Path) -> None:
    pad = werkmap / REGISTERPAD
    teller = next(
        int(rij["teller"]) + 1
        for rij in lees_openbaar(werkmap)
        if (rij["indicator"], rij["onderdeel"], rij["maat"]) == ("W1", "De Brug", "gunstig") and rij["teller"]
    )
    regel = f"2025-02-01,2024,W1,gunstig,,clienten,De Brug,,getoond,{teller},33,\n"
    pad.write_text(pad.read_text(encoding="utf-8").split("\n", 1)[0] + "\n" + regel, encoding="utf-8")
    assert publiceer(werkmap, "--streng") == 1
    assert lees_register(lees_werkmap(werkmap, 2024)).cijfers[0].plek == "brug"


# --- lezen -----------------------------------------------------------------------------------------------------------


def test_de_lezer_en_de_schrijver_hebben_een_afspraak_over_de_kolommen() -> None:
    assert tuple(kolom.naam for kolom in REGISTER.kolommen) == REGISTERKOLOMMEN


def test_wat_geschreven_is_wordt_zo_teruggelezen(werkmap: Path) -> None:
    gelezen = lees_register(lees_werkmap(werkmap, 2024)).cijfers
    openbaar = lees_openbaar(werkmap)
    assert len([cijfer for cijfer in gelezen if cijfer.maat is not Maat.RESPONS]) == len(
        [rij for rij in openbaar if rij["maat"] != "respons"]
    )
    assert all(cijfer.plek in ("organisatie", "kade", "brug") for cijfer in gelezen)
    w3 = next(c for c in gelezen if (c.indicator, c.plek, c.maat) == ("W3", "organisatie", Maat.GEMIDDELDE))
    rij = next(r for r in openbaar if (r["indicator"], r["niveau"]) == ("W3", "organisatie"))
    assert (w3.status, str(w3.waarde), str(w3.noemer)) == (Status.GETOOND, rij["waarde"], rij["noemer"])


def test_zonder_register_is_er_niets_gepubliceerd(tmp_path: Path) -> None:
    assert lees_register(lees_werkmap(maak_werkmap(tmp_path / "werk"), 2024)).cijfers == ()


@pytest.mark.parametrize(
    ("kolom", "inhoud"),
    [
        ("datum", "12-05-2025"),
        ("jaar", "24e"),
        ("jaar", "²024"),
        ("indicator", " "),
        ("maat", "percentage"),
        ("doelgroep", "cliënten"),
        ("onderdeel", ""),
        ("status", "zichtbaar"),
        ("teller", "8,0"),
        ("teller", "-1"),
        ("noemer", "veertien"),
        ("waarde", "0,5"),
        ("waarde", "nan"),
    ],
)
def test_een_regel_die_niet_klopt_stopt_met_regelnummer_en_zonder_de_inhoud(
    werkmap: Path, kolom: str, inhoud: str
) -> None:
    pad = werkmap / REGISTERPAD
    kop, eerste, *overige = pad.read_text(encoding="utf-8").splitlines()
    rij = dict(zip(REGISTERKOLOMMEN, next(csv.reader([eerste])), strict=True)) | {kolom: inhoud}
    kapot = ",".join(f'"{rij[naam]}"' for naam in REGISTERKOLOMMEN)
    pad.write_text("\n".join([kop, eerste, kapot, *overige]) + "\n", encoding="utf-8")
    with pytest.raises(WerkmapFout) as fout:
        lees_register(lees_werkmap(werkmap, 2024))
    (gebrek,) = fout.value.gebreken
    assert gebrek.waar == "register/publicaties.csv, regel 3"
    assert f"'{kolom}'" in gebrek.wat
    if inhoud.strip():
        assert inhoud not in gebrek.wat


ONMOGELIJK = {
    "W1,gunstig,,clienten,De Brug,,getoond,40,7,": "'teller' is meer dan de 'noemer'",
    "K10,verhouding,,,De Brug,,weinig antwoorden,40,7,": "'teller' is meer dan de 'noemer'",
    "W1,gunstig,,clienten,De Brug,,band laag,2,40,": "bij een band",
    "W1,gunstig,,clienten,De Brug,,band hoog,,40,0.97": "bij een band",
    "W1,gunstig,,clienten,De Brug,,te weinig antwoorden,4,7,": "bij deze 'status'",
    "W1,gunstig,,clienten,De Brug,,niet getoond,,7,": "bij deze 'status'",
    "W1,gunstig,,clienten,De Brug,,getoond,,40,75": "de 'waarde' past niet",
    "W1,gunstig,,clienten,De Brug,,getoond,,40,-0.5": "de 'waarde' past niet",
    "W1,nps,,clienten,De Brug,,getoond,,40,-101": "de 'waarde' past niet",
    "K10,verhouding,,,De Brug,,getoond,4,7,-0.5": "de 'waarde' past niet",
    "W1,gunstig,4+5,clienten,De Brug,,getoond,20,40,0.5": "een 'categorie'",
    "W1,verdeling,,clienten,De Brug,,getoond,20,40,0.5": "een 'categorie'",
    "W1,gunstig,,,De Brug,,getoond,20,40,0.5": "'doelgroep'",
    "K10,verhouding,,clienten,De Brug,,getoond,20,40,0.5": "'doelgroep'",
}
"""Een regel zonder datum en jaar die niet kan, en waar de melding over gaat."""

MOGELIJK = (
    "respons,respons,,clienten,De Brug,,getoond,41,40,",
    "K10,verhouding,,,De Brug,,getoond,60,40,1500",
    "K11,verhouding,,,De Brug,,getoond,60,,",
    "W1,gunstig,,clienten,De Brug,,getoond,,,0.75",
    "W1,gunstig,,clienten,De Brug,,band laag,,40,",
    "W1,nps,,clienten,De Brug,,getoond,,40,-20",
    "W1,verdeling,4+5,clienten,De Brug,,getoond,20,40,0.5",
    "W1,verdeling,,clienten,De Brug,,niet getoond,,,",
    "W1,verdeling,,clienten,De Brug,,weinig antwoorden,,14,",
)


@pytest.mark.parametrize("regel", ONMOGELIJK)
def test_een_onmogelijke_regel_stopt_met_regelnummer_en_zonder_de_inhoud(
    tmp_path: Path, regel: str, capfd: pytest.CaptureFixture[str]
) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    pad = werkmap / REGISTERPAD
    pad.parent.mkdir()
    goed = "".join(f"2025-02-01,2024,{een}\n" for een in MOGELIJK)
    pad.write_text(f"{','.join(REGISTERKOLOMMEN)}\n{goed}2025-02-01,2024,{regel}\n", encoding="utf-8")
    with pytest.raises(WerkmapFout) as fout:
        lees_register(lees_werkmap(werkmap, 2024))
    (gebrek,) = fout.value.gebreken
    assert gebrek.waar == f"register/publicaties.csv, regel {len(MOGELIJK) + 2}"
    assert ONMOGELIJK[regel] in gebrek.wat
    assert not any(teken.isdigit() for teken in gebrek.wat)
    assert publiceer(werkmap) == 4
    assert "De Brug" not in capfd.readouterr().err


def test_een_mogelijke_regel_wordt_gewoon_gelezen(tmp_path: Path) -> None:
    werkmap = maak_werkmap(tmp_path / "werk")
    pad = werkmap / REGISTERPAD
    pad.parent.mkdir()
    goed = "".join(f"2025-02-01,2024,{een}\n" for een in MOGELIJK)
    pad.write_text(f"{','.join(REGISTERKOLOMMEN)}\n{goed}", encoding="utf-8")
    assert len(lees_register(lees_werkmap(werkmap, 2024)).cijfers) == len(MOGELIJK)


@pytest.mark.parametrize(
    "maak_kapot",
    [
        lambda tekst: tekst.replace(",", ";"),
        lambda tekst: tekst.replace("status", "Status", 1),
        lambda tekst: tekst.split("\n", 1)[1],
        lambda tekst: tekst + "2025-05-12,2024,W1\n",
        lambda tekst: tekst + '"niet gesloten',
        lambda tekst: "",
    ],
)
@pytest.mark.parametrize("opdracht", ["verslag", "controleer", "indicatoren"])
def test_een_kapot_register_stopt_elke_opdracht_die_rekent(
    werkmap: Path, maak_kapot: "object", opdracht: str, capfd: pytest.CaptureFixture[str]
) -> None:
    pad = werkmap / REGISTERPAD
    assert callable(maak_kapot)
    pad.write_text(maak_kapot(pad.read_text(encoding="utf-8")), encoding="utf-8")
    uitvoer = bytes_van(werkmap / "uitvoer")
    capfd.readouterr()
    assert voer_uit([opdracht, "2024", "--map", str(werkmap)]) == 4
    assert "dit register is veranderd of beschadigd" in capfd.readouterr().err
    assert bytes_van(werkmap / "uitvoer") == uitvoer


def test_een_koppeling_op_de_plek_van_het_register_wordt_niet_gevolgd(werkmap: Path, tmp_path: Path) -> None:
    elders = tmp_path / "elders.csv"
    (werkmap / REGISTERPAD).rename(elders)
    (werkmap / REGISTERPAD).symlink_to(elders)
    with pytest.raises(WerkmapFout):
        lees_register(lees_werkmap(werkmap, 2024))


def test_een_regio_en_een_locatie_met_dezelfde_naam_blijven_uit_elkaar(tmp_path: Path) -> None:
    map_ = maak_werkmap(tmp_path / "werk")
    zelfde = KWALITEIT.replace('{naam: "De Kade"}', '{naam: "De Kade", regio: "De Kade"}')
    (map_ / "kwaliteit.yaml").write_text(zelfde, encoding="utf-8")
    assert publiceer(map_) == 0
    plekken = [c.plek for c in lees_register(lees_werkmap(map_, 2024)).cijfers if c.indicator == "respons"]
    assert {"regio-de-kade", "kade"} <= set(plekken)
    assert publiceer(map_) == 0


def test_een_naam_die_op_een_formule_lijkt_wordt_herkend(tmp_path: Path) -> None:
    map_ = maak_werkmap(tmp_path / "werk")
    naam = KWALITEIT.replace('naam: "De Kade"', 'naam: "-De Kade"')
    (map_ / "kwaliteit.yaml").write_text(naam, encoding="utf-8")
    bron = map_ / "bronnen/2024/clienten.csv"
    bron.write_text(bron.read_text(encoding="utf-8").replace("De Kade", "-De Kade"), encoding="utf-8")
    assert publiceer(map_) == 0
    assert "'-De Kade" in (map_ / REGISTERPAD).read_text(encoding="utf-8")
    assert publiceer(map_) == 0


def test_ook_een_eerder_jaar_op_de_pagina_komt_in_het_register(tmp_path: Path) -> None:
    map_ = maak_werkmap(tmp_path / "werk")
    jaar = "  2023:\n    kader: geen\n    meetperiode: {van: 2023-09-01, tot: 2023-10-31}\n  2024:\n"
    (map_ / "kwaliteit.yaml").write_text(KWALITEIT.replace("  2024:\n", jaar), encoding="utf-8")
    (map_ / "bronnen" / "2023").mkdir()
    bron = map_ / "bronnen" / "2023" / "clienten.csv"
    bron.write_bytes((map_ / "bronnen" / "2024" / "clienten.csv").read_bytes())
    assert publiceer(map_) == 0
    register = (map_ / REGISTERPAD).read_bytes()
    assert {cijfer.jaar for cijfer in lees_register(lees_werkmap(map_, 2024)).cijfers} == {2023, 2024}
    assert publiceer(map_) == 0
    assert (map_ / REGISTERPAD).read_bytes() == register
    bron.write_text(bron.read_text(encoding="utf-8") + "goed;goed;8;De Kade\n", encoding="utf-8")
    assert publiceer(map_) == 4, "het jaar 2023 staat opnieuw op de pagina"


# --- citaten ---------------------------------------------------------------------------------------------------------


def test_een_citaat_heeft_alleen_een_groep_en_nooit_een_locatie() -> None:
    velden = {veld.name for veld in dataclasses.fields(Citaat)}
    assert velden == {
        "tekst",
        "doelgroep",
        "pijler",
        "toon",
        "toestemming_door",
        "toestemming_op",
        "bewerkt_door",
        "waar",
    }


@pytest.mark.parametrize("extra", ["locatie: kade", "onderdeel: kade", "regio: Stad", "team: Zuid"])
def test_een_citaat_met_een_plek_erbij_wordt_geweigerd(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], extra: str
) -> None:
    map_ = maak_werkmap(tmp_path / "werk")
    (map_ / "citaten").mkdir()
    citaat = (
        "- {tekst: Ik voel me hier thuis., doelgroep: ervaringsdeskundigen, pijler: clienten, toon: positief,"
        " toestemming: {door: J., op: 2024-11-20}, bewerkt_door: K."
    )
    pad = map_ / "citaten" / "2024.yaml"
    pad.write_text(f"{citaat}, {extra}}}\n", encoding="utf-8")
    assert publiceer(map_, "--streng") == 4
    assert extra.split(":", maxsplit=1)[0] in capfd.readouterr().err
    pad.write_text(f"{citaat}}}\n", encoding="utf-8")
    assert publiceer(map_, "--streng") == 0, "zonder plek mag het"


def test_een_concept_vat_dezelfde_melding_over_meer_indicatoren_samen(
    werkmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    voeg_toe(werkmap, "goed;goed;8;De Kade")
    capfd.readouterr()
    assert voer_uit(["controleer", "2024", "--map", str(werkmap)]) == 0
    gemeld = capfd.readouterr().err
    assert "Dit houdt --definitief tegen: respons, W1" in gemeld
    assert " van cliënten over 2024 zijn anders dan eerder gepubliceerd in Woonhof Oever, De Kade" in gemeld
    assert gemeld.count("anders dan eerder gepubliceerd") == 1
    assert '- {jaar: 2024, indicator: respons, doelgroep: clienten, keuze: behoud, reden: "uw reden"}' in gemeld


def test_de_regel_uit_de_melding_is_letterlijk_over_te_nemen(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> None:
    voeg_toe(werkmap, "goed;goed;8;De Kade")
    capfd.readouterr()
    assert publiceer(werkmap) == 4
    regels = re.findall(r"- \{jaar: .*\}", capfd.readouterr().err)
    lijst = "".join(f"\n    {regel}" for regel in regels)
    tekst = KWALITEIT.replace(
        "publicatie: {vastgesteld_op: 2025-05-12}", f"publicatie:\n  vastgesteld_op: 2025-06-01\n  correcties:{lijst}"
    )
    (werkmap / "kwaliteit.yaml").write_text(tekst, encoding="utf-8")
    assert len(regels) > 1
    assert publiceer(werkmap) == 0
