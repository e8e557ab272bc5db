"""De kamer `kaders`: het kader en de rekenregels zijn gegevens, en een kapot bestand wordt in hele zinnen genoemd."""

from collections import Counter
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from kwaliteit import kaders
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.kader import Kader, Toon
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.kaders import bekende_kaders, lees_kader, lees_rekenregels, nieuwste_kader, vergelijk
from kwaliteit.kaders.lezen import lees_kaderbestand
from kwaliteit.kaders.rekenregels import lees_rekenregelbestand

MAP = Path(kaders.__file__).parent
KADERTEKST = (MAP / "woonzorg-lggz-2024.yaml").read_text(encoding="utf-8")
REGELTEKST = (MAP / "rekenregels.yaml").read_text(encoding="utf-8")


@pytest.fixture
def kader() -> Kader:
    """Het meegeleverde kader."""
    return lees_kader("woonzorg-lggz-2024")


def _gebreken_van_kader(tmp_path: Path, oud: str, nieuw: str) -> list[tuple[str, str, str, str]]:
    assert KADERTEKST.count(oud) == 1
    pad = tmp_path / "woonzorg-lggz-2024.yaml"
    pad.write_text(KADERTEKST.replace(oud, nieuw), encoding="utf-8")
    with pytest.raises(WerkmapFout) as gevangen:
        lees_kaderbestand(pad)
    return [(gebrek.waar, gebrek.wat, gebrek.verwacht, gebrek.doe_dit) for gebrek in gevangen.value.gebreken]


def _regel_van(deel: str, tekst: str = KADERTEKST) -> int:
    return tekst[: tekst.index(deel)].count("\n") + 1


def test_het_meegeleverde_kader_is_bekend_en_het_nieuwste() -> None:
    assert bekende_kaders() == ("woonzorg-lggz-2024",)
    assert nieuwste_kader() == "woonzorg-lggz-2024"


def test_het_kader_noemt_bron_datum_en_dat_het_niet_volledig_is(kader: Kader) -> None:
    assert (kader.id, kader.versie, kader.datum, kader.volledig) == ("woonzorg-lggz", "2024", date(2024, 8, 26), False)
    assert kader.bron == "Publieksversie kwaliteitskader Woonzorg in de langdurige ggz"


def test_er_zijn_33_normen_over_vijf_pijlers(kader: Kader) -> None:
    telling = Counter(norm.pijler for norm in kader.normen)
    verwacht = {"clienten": 7, "naasten": 5, "professionals": 7, "samenleving": 6, "samenwerken": 8}
    assert list(telling.items()) == list(verwacht.items())
    assert len(kader.normen) == 33


def test_de_ids_van_normen_tellen_per_pijler_door(kader: Kader) -> None:
    letters = {"clienten": "C", "naasten": "N", "professionals": "P", "samenleving": "S", "samenwerken": "W"}
    verwacht = [
        f"{letters[pijler.id]}{nummer}"
        for pijler in kader.pijlers
        for nummer in range(1, sum(norm.pijler == pijler.id for norm in kader.normen) + 1)
    ]
    assert [norm.id for norm in kader.normen] == verwacht


def test_elke_norm_heeft_een_plaats_in_de_paragraaf_van_zijn_pijler(kader: Kader) -> None:
    namen = {pijler.id: pijler.naam for pijler in kader.pijlers}
    for norm in kader.normen:
        assert norm.plaats.startswith(f"{namen[norm.pijler]}, zin "), norm.id


def test_de_toon_staat_ook_in_de_tekst_zodat_een_kan_norm_nooit_een_plicht_lijkt(kader: Kader) -> None:
    tonen = {norm.id: norm.toon for norm in kader.normen if norm.toon is not Toon.STELT}
    assert tonen == {
        "C7": Toon.KAN,
        "P3": Toon.PROBEERT,
        "P6": Toon.SOMS,
        "S4": Toon.KAN,
        "S6": Toon.PROBEERT,
        "W2": Toon.SOMS,
    }
    woorden = {Toon.KAN: ("kan",), Toon.PROBEERT: ("probeert", "proberen"), Toon.SOMS: ("soms", "sommige")}
    for norm_id, toon in tonen.items():
        in_tekst = kader.norm(norm_id).tekst.casefold().replace(",", "").split()
        assert any(woord in in_tekst for woord in woorden[toon]), norm_id
        assert not {"moet", "moeten", "verplicht"} & set(in_tekst), norm_id


def test_elke_pijler_opent_met_een_neutrale_zin_en_heeft_een_eerste_doelgroep(kader: Kader) -> None:
    assert [pijler.eerste_doelgroep for pijler in kader.pijlers] == [
        Doelgroep.CLIENTEN,
        Doelgroep.NAASTEN,
        Doelgroep.PROFESSIONALS,
        Doelgroep.CLIENTEN,
        Doelgroep.SAMENWERKINGSPARTNERS,
    ]
    for pijler in kader.pijlers:
        assert pijler.kern.endswith(" Daar gaat deze pijler over.")
        assert not {"je", "jij", "jouw", "u", "uw"} & set(pijler.kern.casefold().replace(".", "").split())


def test_alleen_v9_is_geen_plicht(kader: Kader) -> None:
    assert [eis.id for eis in kader.eisen] == [f"V{nummer}" for nummer in range(1, 10)]
    assert [eis.id for eis in kader.eisen if not eis.is_plicht] == ["V9"]


def test_leefgebieden_partners_en_lezers_zijn_compleet(kader: Kader) -> None:
    assert (len(kader.leefgebieden), len(kader.partners), len(kader.lezers)) == (7, 12, 6)
    assert all(lezer.naam and lezer.zoekt and lezer.krijgt for lezer in kader.lezers)


def test_een_onbekend_kader_noemt_de_bekende() -> None:
    with pytest.raises(WerkmapFout) as gevangen:
        lees_kader("woonzorg-lggz-2042")
    (gebrek,) = gevangen.value.gebreken
    assert (gebrek.waar, gebrek.wat, gebrek.verwacht, gebrek.doe_dit) == (
        "kader",
        "onbekend kader 'woonzorg-lggz-2042'",
        "een van: woonzorg-lggz-2024",
        "Verbeter de naam; een jaar van vóór het kader krijgt 'geen'. Bedoelde u 'woonzorg-lggz-2024'?",
    )


@pytest.mark.parametrize("naam", ["rekenregels", "../kaders/woonzorg-lggz-2024", ""])
def test_een_naam_die_geen_kader_is_wordt_geen_pad(naam: str) -> None:
    with pytest.raises(WerkmapFout, match="onbekend kader"):
        lees_kader(naam)


def test_kader_norm_in_onbekende_pijler(tmp_path: Path) -> None:
    oud = "id: C4\n    pijler: clienten"
    assert _gebreken_van_kader(tmp_path, oud, "id: C4\n    pijler: clienter") == [
        (
            f"woonzorg-lggz-2024.yaml, regel {_regel_van(oud) + 1}",
            "onbekende pijler 'clienter'",
            "een van: clienten, naasten, professionals, samenleving, samenwerken",
            "Verbeter de pijler. Bedoelde u 'clienten'?",
        )
    ]


def test_kader_met_dubbele_norm(tmp_path: Path) -> None:
    assert _gebreken_van_kader(tmp_path, "id: C4\n", "id: C3\n") == [
        (
            f"woonzorg-lggz-2024.yaml, regel {_regel_van('id: C4')}",
            "het id 'C3' staat twee keer in 'normen'",
            "elk id één keer",
            "Verander een van de twee, of haal er een weg.",
        )
    ]


def test_kader_met_vreemd_normid(tmp_path: Path) -> None:
    assert _gebreken_van_kader(tmp_path, "id: C4\n", "id: c-4\n") == [
        (
            f"woonzorg-lggz-2024.yaml, regel {_regel_van('id: C4')}",
            "'c-4' is geen id voor een norm",
            "hoofdletters en dan een nummer, zoals C4",
            "Verbeter het id.",
        )
    ]


def test_kader_met_norm_zonder_plaats(tmp_path: Path) -> None:
    oud = 'plaats: "Cliënten, zin 6, punt 4"'
    assert _gebreken_van_kader(tmp_path, oud, 'plaats: ""') == [
        (
            f"woonzorg-lggz-2024.yaml, regel {_regel_van(oud)}",
            "norm C4 heeft geen vindplaats",
            "paragraaf en zin in de bron",
            "Vul bij 'plaats' in waar de norm in de bron staat.",
        )
    ]


def test_kader_met_andere_versie_dan_bestandsnaam(tmp_path: Path) -> None:
    assert _gebreken_van_kader(tmp_path, 'versie: "2024"', 'versie: "2025"') == [
        (
            f"woonzorg-lggz-2024.yaml, regel {_regel_van('id: woonzorg-lggz')}",
            "id en versie vormen samen 'woonzorg-lggz-2025', maar het bestand heet anders",
            "'woonzorg-lggz-2024'",
            "Maak de naam van het bestand gelijk aan id en versie.",
        )
    ]


def test_kader_met_onbekende_toon(tmp_path: Path) -> None:
    oud = 'punt 4"\n    toon: stelt'
    assert _gebreken_van_kader(tmp_path, oud, 'punt 4"\n    toon: stel') == [
        (
            f"woonzorg-lggz-2024.yaml, regel {_regel_van(oud) + 1}",
            "onbekende waarde 'stel' bij 'toon'",
            "een van: stelt, probeert, kan, soms",
            "Kies een bekende waarde. Bedoelde u 'stelt'?",
        )
    ]


def test_de_rekenregels_zijn_de_afgesproken_grenzen() -> None:
    assert lees_rekenregels() == Rekenregels(
        drempel=10,
        band=3,
        procent_vanaf=30,
        verschil_minstens=0.05,
        verschil_score=5,
        verschil_cijfer=0.3,
        verschil_nps=10,
        groot_verschil=0.2,
        toeval=0.05,
        hoog_vanaf=0.75,
        laag_onder=0.5,
        volledig_vanaf=0.8,
        nvt_boven=0.2,
        respons_voorzichtig=0.5,
        respons_laag=0.3,
        alfa_vanaf=30,
        alfa_laag=0.7,
    )


def test_elke_grens_heeft_een_waarde_een_bron_en_een_toelichting() -> None:
    gelezen = yaml.safe_load(REGELTEKST)
    assert set(gelezen) == {veld.name for veld in fields(Rekenregels)} | {"versie"}
    for naam, grens in gelezen.items():
        if naam != "versie":
            assert set(grens) == {"waarde", "bron", "toelichting"}, naam
            assert all(str(deel).strip() for deel in grens.values()), naam


@pytest.mark.parametrize(
    ("oud", "nieuw", "wat", "verwacht"),
    [
        ("drempel:\n  waarde: 10\n", "drempel:\n  waarde: 4\n", "'drempel' kan deze waarde niet hebben", "5 of meer"),
        ("waarde: 3\n", "waarde: 1\n", "'band' kan deze waarde niet hebben", "2 of meer, en lager dan de drempel"),
        (
            "procent_vanaf:\n  waarde: 30\n",
            "procent_vanaf:\n  waarde: 9\n",
            "'procent_vanaf' kan deze waarde niet hebben",
            "minstens de drempel",
        ),
        ("waarde: 0.75", "waarde: 0.4", "'laag_onder' kan deze waarde niet hebben", "niet hoger dan hoog_vanaf"),
        (
            "respons_laag:\n  waarde: 0.3",
            "respons_laag:\n  waarde: 0.6",
            "'respons_laag' kan deze waarde niet hebben",
            "niet hoger dan respons_voorzichtig",
        ),
        (
            "nvt_boven:\n  waarde: 0.2",
            "nvt_boven:\n  waarde: 20",
            "'nvt_boven' kan deze waarde niet hebben",
            "een fractie van 0 tot en met 1",
        ),
    ],
)
def test_een_grens_buiten_zijn_grenzen_is_een_gebrek(
    tmp_path: Path, oud: str, nieuw: str, wat: str, verwacht: str
) -> None:
    assert REGELTEKST.count(oud) == 1
    pad = tmp_path / "rekenregels.yaml"
    pad.write_text(REGELTEKST.replace(oud, nieuw), encoding="utf-8")
    with pytest.raises(WerkmapFout) as gevangen:
        lees_rekenregelbestand(pad)
    (gebrek,) = gevangen.value.gebreken
    assert (gebrek.wat, gebrek.verwacht, gebrek.doe_dit) == (wat, verwacht, "Verbeter de waarde.")
    naam = wat.split("'")[1]
    assert gebrek.waar == f"kaders/rekenregels.yaml, regel {_regel_van(f'{naam}:', REGELTEKST) + 1}"


def test_een_grens_zonder_bron_is_een_gebrek(tmp_path: Path) -> None:
    pad = tmp_path / "rekenregels.yaml"
    pad.write_text(REGELTEKST.replace('bron: "Gewoonte, niet bevestigd."', 'bron: ""'), encoding="utf-8")
    with pytest.raises(WerkmapFout, match="'nvt_boven' heeft geen bron"):
        lees_rekenregelbestand(pad)


def test_twee_gelijke_kaders_verschillen_niet(kader: Kader) -> None:
    assert vergelijk(kader, kader) == ()


def test_elk_verschil_tussen_twee_kaders_is_een_zin(kader: Kader) -> None:
    nieuwe_c1 = replace(kader.normen[0], tekst="Anders", toon=Toon.KAN)
    nieuw = replace(
        kader,
        versie="2025",
        volledig=True,
        normen=(nieuwe_c1, *kader.normen[2:], replace(kader.normen[-1], id="W9")),
        eisen=tuple(replace(eis, is_plicht=True) for eis in kader.eisen),
        partners=(*kader.partners[1:], "kerk"),
    )
    assert vergelijk(kader, nieuw) == (
        "Kader: versie was '2024', is nu '2025'.",
        "Kader: volledig was nee, is nu ja.",
        "Norm C2 is vervallen.",
        "Norm W9 is nieuw.",
        "Norm C1: tekst was 'Er is geen vaste aanpak: wat past, verschilt per mens', is nu 'Anders'.",
        "Norm C1: toon was 'stelt', is nu 'kan'.",
        "Eis V9: is_plicht was nee, is nu ja.",
        "Partner huisarts is vervallen.",
        "Partner kerk is nieuw.",
    )
