"""De kamer `vragenlijsten`: alles wat gevraagd en geregistreerd wordt, en of daarmee elke norm gedekt is."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.vragenlijst import (
    Kengetalsoort,
    Ontbreekregel,
    Samenstelling,
    Schaal,
    Schaalsoort,
    Vergelijkbaar,
    Vraag,
    Vragenbibliotheek,
    Vragenlijst,
)
from kwaliteit.kaders import lees_kader
from kwaliteit.vragenlijsten import lees_bibliotheek

DEKKING = {
    "C1": "CL01 | ",
    "C2": "CL02 | K01",
    "C3": "CL10 NA09 PR10 SA04 | ",
    "C4": "CL03 NA05 PR03 SA10 | K02",
    "C5": "CL04 NA06 PR01 | ",
    "C6": "CL05 | K03",
    "C7": " | K04",
    "N1": "NA01 PR06 | ",
    "N2": "CL06 NA02 PR06 | ",
    "N3": "NA03 | ",
    "N4": " | K05",
    "N5": "NA04 | K06",
    "P1": "CL04 NA06 PR01 | ",
    "P2": " | K07",
    "P3": "CL04 NA06 PR01 | ",
    "P4": "CL07 | ",
    "P5": "PR02 | ",
    "P6": "PR05 ED01 ED02 | K08",
    "P7": "PR04 ED03 | K09",
    "S1": "CL08 NA07 PR07 SA07 | K10",
    "S2": " | K11",
    "S3": "SA07 | K11",
    "S4": "SA08 | K12",
    "S5": "CL09 NA08 PR09 SA09 | K13",
    "S6": "NA10 PR08 | K14",
    "W1": "SA01 | ",
    "W2": "SA02 | ",
    "W3": "SA03 | ",
    "W4": " | K15",
    "W5": "SA04 | K10",
    "W6": "CL10 NA09 PR10 SA04 | ",
    "W7": "SA05 | K13",
    "W8": "SA06 | K16",
}
"""De tabel van het ontwerp (domein 8.2): norm → vragen | kengetallen."""


@pytest.fixture
def bibliotheek() -> Vragenbibliotheek:
    """De meegeleverde lijsten."""
    return lees_bibliotheek(None)


@pytest.fixture
def kader() -> Kader:
    """Het meegeleverde kader."""
    return lees_kader("woonzorg-lggz-2024")


def leid_dekking_af(kader: Kader, bibliotheek: Vragenbibliotheek) -> dict[str, str]:
    """Geef per norm de vragen en kengetallen die er iets over zeggen."""
    return {
        norm.id: " | ".join(
            (
                " ".join(
                    vraag.id
                    for lijst in bibliotheek.vragenlijsten
                    for vraag in lijst.getelde_vragen
                    if norm.id in vraag.normen
                ),
                " ".join(kengetal.id for kengetal in bibliotheek.kengetallen if norm.id in kengetal.normen),
            )
        )
        for norm in kader.normen
    }


def vind_ongedekt(dekking: dict[str, str]) -> list[str]:
    """Geef de normen zonder vraag en zonder kengetal."""
    return [norm for norm, bewijs in dekking.items() if bewijs == " | "]


def _zonder_vraag(bibliotheek: Vragenbibliotheek, weg: str) -> Vragenbibliotheek:
    lijsten = tuple(
        replace(lijst, vragen=tuple(vraag for vraag in lijst.vragen if vraag.id != weg))
        for lijst in bibliotheek.vragenlijsten
    )
    return replace(bibliotheek, vragenlijsten=lijsten)


def test_elke_norm_is_gedekt_zoals_in_het_ontwerp_staat(kader: Kader, bibliotheek: Vragenbibliotheek) -> None:
    dekking = leid_dekking_af(kader, bibliotheek)
    assert dekking == DEKKING
    assert vind_ongedekt(dekking) == []


def test_vijf_normen_hebben_alleen_een_registratie_en_veertien_alleen_een_vraag(
    kader: Kader, bibliotheek: Vragenbibliotheek
) -> None:
    dekking = leid_dekking_af(kader, bibliotheek)
    assert [norm for norm, bewijs in dekking.items() if bewijs.startswith(" | ")] == ["C7", "N4", "P2", "S2", "W4"]
    assert sum(bewijs.endswith(" | ") for bewijs in dekking.values()) == 14


@pytest.mark.parametrize(("vraag", "norm"), [("CL01", "C1"), ("NA03", "N3"), ("PR02", "P5"), ("SA02", "W2")])
def test_een_norm_waarvan_de_enige_vraag_wegvalt_is_ongedekt(
    kader: Kader, bibliotheek: Vragenbibliotheek, vraag: str, norm: str
) -> None:
    assert vind_ongedekt(leid_dekking_af(kader, _zonder_vraag(bibliotheek, vraag))) == [norm]


def test_een_norm_waarvan_het_enige_kengetal_wegvalt_is_ongedekt(kader: Kader, bibliotheek: Vragenbibliotheek) -> None:
    zonder = replace(
        bibliotheek, kengetallen=tuple(een for een in bibliotheek.kengetallen if een.id not in ("K04", "K15"))
    )
    assert vind_ongedekt(leid_dekking_af(kader, zonder)) == ["C7", "W4"]


def test_elke_genoemde_norm_bestaat_in_het_kader(kader: Kader, bibliotheek: Vragenbibliotheek) -> None:
    bekend = {norm.id for norm in kader.normen}
    genoemd = {norm for lijst in bibliotheek.vragenlijsten for vraag in lijst.vragen for norm in vraag.normen}
    genoemd |= {norm for kengetal in bibliotheek.kengetallen for norm in kengetal.normen}
    assert genoemd == bekend


def test_de_spiegels_zijn_die_van_het_ontwerp(bibliotheek: Vragenbibliotheek) -> None:
    gevonden = {
        spiegel.id: " ".join(
            vraag.id for lijst in bibliotheek.vragenlijsten for vraag in lijst.vragen if vraag.spiegel == spiegel.id
        )
        for spiegel in bibliotheek.spiegels
    }
    assert gevonden == {
        "SP1": "CL04 NA06 PR01",
        "SP2": "CL03 NA05 PR03 SA10",
        "SP3": "CL06 NA02 PR06",
        "SP4": "CL08 NA07 PR07 SA07",
        "SP5": "CL09 NA08 PR09 SA09",
        "SP6": "CL10 NA09 PR10 SA04",
    }
    assert [spiegel.id for spiegel in bibliotheek.spiegels if spiegel.toon_vraagteksten] == ["SP3"]


def test_er_zijn_tien_vragen_per_groep_en_drie_voor_ervaringsdeskundigen(bibliotheek: Vragenbibliotheek) -> None:
    assert [(lijst.naam, len(lijst.getelde_vragen)) for lijst in bibliotheek.vragenlijsten] == [
        ("kwaliteit-clienten", 10),
        ("kwaliteit-naasten", 10),
        ("kwaliteit-professionals", 10),
        ("kwaliteit-ervaringsdeskundigen", 3),
        ("kwaliteit-samenwerkingspartners", 10),
    ]
    assert bibliotheek.eigen == frozenset()
    for groep in Doelgroep:
        assert bibliotheek.standaard_voor(groep).doelgroep is groep


def test_elke_lijst_heeft_dezelfde_schaal_en_drie_open_vragen(bibliotheek: Vragenbibliotheek) -> None:
    for lijst in bibliotheek.vragenlijsten:
        assert (lijst.versie, lijst.licentie) == ("0.1", "CC0-1.0")
        assert lijst.inleiding.startswith("We willen weten hoe het gaat. Meedoen mag, het hoeft niet.")
        assert ("Met 'de cliënt' bedoelen we" in lijst.inleiding) is (lijst.doelgroep is Doelgroep.NAASTEN)
        for vraag in lijst.getelde_vragen:
            schaal = vraag.schaal
            assert (schaal.soort, schaal.codes, schaal.gunstig) == (Schaalsoort.LIKERT, (1, 2, 3, 4, 5), (4, 5))
            assert schaal.labels == (
                "helemaal oneens",
                "oneens",
                "niet eens en niet oneens",
                "eens",
                "helemaal eens",
            )
            assert {"weet ik niet", "weet niet"} <= set(schaal.weet_niet)
            assert {"niet van toepassing", "n.v.t.", "nvt"} <= set(schaal.nvt)
        assert [vraag.tekst for vraag in lijst.vragen if not vraag.schaal.soort.is_geteld] == [
            "Wat gaat goed?",
            "Wat moet beter?",
            "Mogen wij uw antwoord gebruiken in ons verslag, zonder uw naam?",
        ]


def test_alleen_de_vragen_aan_ervaringsdeskundigen_gaan_nooit_per_locatie(bibliotheek: Vragenbibliotheek) -> None:
    alleen = [vraag.id for lijst in bibliotheek.vragenlijsten for vraag in lijst.vragen if vraag.alleen_organisatie]
    assert alleen == ["ED01", "ED02", "ED03"]


def test_elke_vraag_is_een_korte_zin(bibliotheek: Vragenbibliotheek) -> None:
    for lijst in bibliotheek.vragenlijsten:
        for vraag in lijst.getelde_vragen:
            assert len(vraag.tekst.split()) <= 15, vraag.id
            assert vraag.tekst.endswith("."), vraag.id
            assert not vraag.omgekeerd, vraag.id


def _vingerafdruk(lijst: Vragenlijst) -> str:
    inhoud = [(vraag.id, vraag.tekst, vraag.schaal.labels, vraag.schaal.gunstig) for vraag in lijst.vragen]
    return hashlib.sha256(repr(inhoud).encode()).hexdigest()[:12]


VINGERAFDRUKKEN = {
    ("kwaliteit-clienten", "0.1"): "0e9a18da6a32",
    ("kwaliteit-naasten", "0.1"): "37e2b3aee263",
    ("kwaliteit-professionals", "0.1"): "72ef7db1279d",
    ("kwaliteit-ervaringsdeskundigen", "0.1"): "fb02613a4fa1",
    ("kwaliteit-samenwerkingspartners", "0.1"): "21f2b08c9007",
}
"""Per lijst en versie een afdruk van ids, teksten, labels en gunstige codes, zoals uitgebracht."""


def test_een_andere_tekst_of_schaal_vraagt_een_nieuwe_versie(bibliotheek: Vragenbibliotheek) -> None:
    gevonden = {(lijst.naam, lijst.versie): _vingerafdruk(lijst) for lijst in bibliotheek.vragenlijsten}
    assert gevonden == VINGERAFDRUKKEN, "teksten veranderd? verhoog `versie` en zet de nieuwe afdruk hier"
    lijst = bibliotheek.vragenlijsten[0]
    anders = replace(lijst, vragen=(replace(lijst.vragen[0], tekst="Anders."), *lijst.vragen[1:]))
    assert _vingerafdruk(anders) != _vingerafdruk(lijst)


def test_de_kengetallen_zeggen_of_zij_over_mensen_gaan(bibliotheek: Vragenbibliotheek) -> None:
    assert [kengetal.id for kengetal in bibliotheek.kengetallen] == [f"K{nummer:02}" for nummer in range(1, 17)]
    niet_over_mensen = [kengetal.id for kengetal in bibliotheek.kengetallen if not kengetal.over_mensen]
    assert niet_over_mensen == ["K08", "K09", "K11", "K12", "K13", "K14"]


def test_alleen_k12_is_een_aantal_en_k14_zegt_dat_meer_melden_het_cijfer_laat_stijgen(
    bibliotheek: Vragenbibliotheek,
) -> None:
    per_id = {kengetal.id: kengetal for kengetal in bibliotheek.kengetallen}
    anders = {een.id: een.soort for een in bibliotheek.kengetallen if een.soort is not Kengetalsoort.VERHOUDING}
    assert anders == {"K12": Kengetalsoort.AANTAL, "K14": Kengetalsoort.PER_1000}
    assert [een.id for een in bibliotheek.kengetallen if not een.noemer] == ["K12"]
    assert per_id["K14"].toelichting.startswith("Melden mensen meer, dan stijgt dit cijfer.")


EIGEN = """\
vragenlijst: eigen-clienten
versie: "2.0"
doelgroep: clienten
vergelijkbaar_met:
  - {versie: "1.0", reden: "Alleen de opmaak veranderde."}
schalen:
  mening: {soort: likert, labels: {1: slecht, 2: gaat wel, 3: goed}, gunstig: [3], weet_niet: [weet ik niet]}
  cijfer: {soort: rapportcijfer}
  aanraden: {soort: nps}
  jaren: {soort: getal, laagste: 0}
  jn: {soort: ja_nee}
  soort: {soort: keuze, labels: {1: huis, 2: kamer}}
  vrij: {soort: open}
  vinkjes: {soort: meerkeuze}
vragen:
  - {id: V1, tekst: "Hoe is het wonen?", schaal: mening, norm: C1, spiegel: SP1, ook_wel: [wonen, "Hoe woont u?"]}
  - {id: V2, tekst: "Welk cijfer?", schaal: cijfer, norm: [C5, P1]}
  - {id: V3, tekst: "Raadt u ons aan?", schaal: aanraden}
  - {id: V4, tekst: "Hoeveel jaar woont u hier?", schaal: jaren, alleen_organisatie: true}
  - {id: V5, tekst: "Is er te weinig hulp?", schaal: jn, omgekeerd: true}
  - id: V6
    tekst: "Wat voor woning?"
    schaal: soort
    vergelijkbaar_met: [{vragenlijst: kwaliteit-clienten, versie: "0.1", reden: "Zelfde vraag."}]
  - {id: V7, tekst: "Nog iets?", schaal: vrij}
  - {id: V8, tekst: "Wat past bij u?", schaal: vinkjes}
"""


def _schrijf(map_: Path, **bestanden: str) -> Path:
    for naam, tekst in bestanden.items():
        (map_ / f"{naam.replace('_', '-')}.yaml").write_text(tekst, encoding="utf-8")
    return map_


def _gebreken(map_: Path) -> list[tuple[str, str, str, str]]:
    with pytest.raises(WerkmapFout) as gevangen:
        lees_bibliotheek(map_)
    return [_in_delen(gebrek) for gebrek in gevangen.value.gebreken]


def _in_delen(gebrek: Gebrek) -> tuple[str, str, str, str]:
    return gebrek.waar, gebrek.wat, gebrek.verwacht, gebrek.doe_dit


def test_een_eigen_lijst_werkt_even_goed_als_een_meegeleverde(tmp_path: Path) -> None:
    gelezen = lees_bibliotheek(_schrijf(tmp_path, eigen_clienten=EIGEN))
    lijst = gelezen.vragenlijst("eigen-clienten")
    assert gelezen.eigen == frozenset({"eigen-clienten"})
    assert gelezen.standaard_voor(Doelgroep.CLIENTEN) is lijst
    assert lijst.vergelijkbaar_met == (
        Vergelijkbaar(vragenlijst="eigen-clienten", versie="1.0", reden="Alleen de opmaak veranderde."),
    )
    wonen, cijfer, aanraden, jaren, hulp, woning, open_vraag, vinkjes = lijst.vragen
    assert (wonen.normen, wonen.spiegel, wonen.ook_wel) == (("C1",), "SP1", ("wonen", "Hoe woont u?"))
    assert (wonen.schaal.codes, wonen.schaal.labels) == ((1, 2, 3), ("slecht", "gaat wel", "goed"))
    assert (cijfer.normen, cijfer.schaal.laagste, cijfer.schaal.hoogste) == (("C5", "P1"), 1.0, 10.0)
    assert (aanraden.schaal.laagste, aanraden.schaal.hoogste) == (0.0, 10.0)
    assert (jaren.schaal.laagste, jaren.schaal.hoogste, jaren.alleen_organisatie) == (0.0, None, True)
    assert (hulp.schaal.codes, hulp.schaal.labels, hulp.schaal.gunstig) == ((1, 0), ("ja", "nee"), (1,))
    assert hulp.omgekeerd
    assert woning.vergelijkbaar_met[0].vragenlijst == "kwaliteit-clienten"
    assert not open_vraag.schaal.soort.is_geteld
    assert vinkjes not in lijst.getelde_vragen


def test_een_eigen_lijst_met_de_naam_van_een_meegeleverde_vervangt_die(tmp_path: Path) -> None:
    eigen = EIGEN.replace("eigen-clienten", "kwaliteit-clienten")
    gelezen = lees_bibliotheek(_schrijf(tmp_path, kwaliteit_clienten=eigen))
    assert gelezen.vragenlijst("kwaliteit-clienten").versie == "2.0"
    assert len(gelezen.vragenlijsten) == 5
    assert lees_bibliotheek(None).vragenlijst("kwaliteit-clienten").versie == "0.1"


def test_een_vervanging_voor_een_andere_doelgroep_is_een_gebrek(tmp_path: Path) -> None:
    eigen = EIGEN.replace("eigen-clienten", "kwaliteit-naasten")
    assert _gebreken(_schrijf(tmp_path, kwaliteit_naasten=eigen)) == [
        (
            "vragenlijsten/kwaliteit-naasten.yaml",
            "deze lijst vervangt de meegeleverde, maar is voor de doelgroep clienten",
            "doelgroep: naasten",
            "Verbeter de doelgroep, of geef de lijst een eigen naam.",
        )
    ]


def test_eigen_kengetallen_en_spiegels_vullen_aan_of_vervangen(tmp_path: Path) -> None:
    kengetallen = (
        "kengetallen:\n"
        "  - {id: K14, naam: Incidenten, teller: a, noemer: b, norm: S6, soort: per_1000, over_mensen: true}\n"
        "  - {id: E1, naam: Eigen, teller: a, noemer: b, norm: [C1], over_mensen: false}\n"
    )
    spiegel = 'spiegels:\n  - {id: SP7, naam: "Fijn wonen"}\n'
    lijst = EIGEN.replace("spiegel: SP1", "spiegel: SP7")
    gelezen = lees_bibliotheek(_schrijf(tmp_path, kengetallen=kengetallen, spiegel=spiegel, eigen_clienten=lijst))
    per_id = {kengetal.id: kengetal for kengetal in gelezen.kengetallen}
    assert len(per_id) == 17
    assert (per_id["K14"].over_mensen, per_id["E1"].normen) == (True, ("C1",))
    assert [spiegel.id for spiegel in gelezen.spiegels][-2:] == ["SP6", "SP7"]
    assert gelezen.eigen == frozenset({"eigen-clienten"})


def test_een_map_die_er_niet_is_telt_als_leeg(tmp_path: Path, bibliotheek: Vragenbibliotheek) -> None:
    assert lees_bibliotheek(tmp_path / "vragenlijsten") == bibliotheek
    (tmp_path / ".verborgen.yaml").write_text("[", encoding="utf-8")
    (tmp_path / "LEESMIJ.md").write_text("uitleg", encoding="utf-8")
    assert lees_bibliotheek(tmp_path) == bibliotheek


def test_gebreken_van_alle_bestanden_komen_samen(tmp_path: Path) -> None:
    goed = _schrijf(tmp_path, eigen_clienten=EIGEN, een=EIGEN.replace("eigen-", "x-"), kengetallen="kengetallen: 1")
    (goed / "eigen-clienten.yml").write_text(EIGEN, encoding="utf-8")
    assert _gebreken(goed) == [
        (
            "vragenlijsten/eigen-clienten.yml",
            "er is ook een bestand 'eigen-clienten.yaml'",
            "één bestand per lijst",
            "Haal een van de twee bestanden weg.",
        ),
        (
            "vragenlijsten/kengetallen.yaml, regel 1",
            "'kengetallen' is geen lijst",
            "een lijst",
            "Schrijf een lijst: [a, b], of regels die met '- ' beginnen.",
        ),
        (
            "vragenlijsten/een.yaml, regel 1",
            "de naam van de vragenlijst is niet gelijk aan de naam van het bestand",
            "'een'",
            "Maak de twee namen gelijk.",
        ),
    ]


KAPOT: dict[str, Any] = {
    "dubbele-vraag-id": (
        ("id: V4", "id: v2"),
        (
            19,
            "het id 'v2' staat twee keer in 'vragen' (ook op regel 17)",
            "elk id één keer; hoofdletters tellen niet",
            "Verander een van de twee ids.",
        ),
    ),
    "vreemd-vraag-id": (
        ("id: V4", 'id: "hoe lang?"'),
        (
            19,
            "het id van nummer 4 in 'vragen' is geen bruikbare naam",
            "letters, cijfers, punt, streepje of laag streepje, hoogstens 40 tekens",
            "Kies een kort id, zoals CL04.",
        ),
    ),
    "onbekende-schaal": (
        ("schaal: mening", "schaal: meming"),
        (
            16,
            "onbekende schaal 'meming'",
            "een van: aanraden, cijfer, jaren, jn, mening, soort, vinkjes, vrij",
            "Verbeter de naam. Bedoelde u 'mening'?",
        ),
    ),
    "gunstig-niet-in-labels": (
        ("gunstig: [3]", "gunstig: [3, 4]"),
        (
            7,
            "bij schaal 'mening' is 4 gunstig, maar die code staat niet in 'labels'",
            "een van: 1, 2, 3",
            "Verbeter 'gunstig' of vul 'labels' aan.",
        ),
    ),
    "geen-gunstig": (
        (", gunstig: [3]", ""),
        (
            7,
            "bij schaal 'mening' staat niet welke antwoorden gunstig zijn",
            "'gunstig: […]' met een of meer codes uit 'labels'",
            "Voeg 'gunstig' toe, of kies de soort keuze als er geen goede kant is.",
        ),
    ),
    "geen-labels": (
        ("labels: {1: huis, 2: kamer}", "labels: {1: huis}"),
        (
            12,
            "schaal 'soort' heeft minder dan twee labels",
            "minstens twee antwoorden met een code, zoals {1: oneens, 2: eens}",
            "Vul de labels aan.",
        ),
    ),
    "twee-labels-gelijk": (
        ("2: gaat wel", "2: Slecht "),
        (
            7,
            "het label 'Slecht' staat twee keer in schaal 'mening'",
            "elk antwoord één keer, ook in 'weet_niet' en 'nvt'; hoofdletters tellen niet",
            "Verander een van de twee labels.",
        ),
    ),
    "label-gelijk-aan-weet-niet": (
        ("weet_niet: [weet ik niet]", "weet_niet: [goed]"),
        (
            7,
            "het label 'goed' staat twee keer in schaal 'mening'",
            "elk antwoord één keer, ook in 'weet_niet' en 'nvt'; hoofdletters tellen niet",
            "Verander een van de twee labels.",
        ),
    ),
    "leeg-label": (
        ("2: gaat wel", "2: ''"),
        (7, "schaal 'mening' heeft een leeg label", "een woord", "Vul het label in."),
    ),
    "labels-bij-open": (
        ("vrij: {soort: open}", "vrij: {soort: open, labels: {1: ja}}"),
        (
            13,
            "'labels' hoort niet bij een schaal van de soort open",
            "een schaal zonder 'labels', of een andere soort",
            "Haal 'labels' weg of verander 'soort'.",
        ),
    ),
    "gunstig-bij-rapportcijfer": (
        ("{soort: rapportcijfer}", "{soort: rapportcijfer, gunstig: [8]}"),
        (
            8,
            "'gunstig' hoort niet bij een schaal van de soort rapportcijfer",
            "een schaal zonder 'gunstig', of een andere soort",
            "Haal 'gunstig' weg of verander 'soort'.",
        ),
    ),
    "rapportcijfer-zonder-einde": (
        ("{soort: rapportcijfer}", "{soort: rapportcijfer, hoogste: 1000000000}"),
        (
            8,
            "schaal 'cijfer' heeft grenzen die niet bij een rapportcijfer passen",
            "hele getallen van 0 tot en met 100",
            "Verbeter 'laagste' of 'hoogste', of kies de soort getal.",
        ),
    ),
    "hoogste-onder-laagste": (
        ("laagste: 0}", "laagste: 5, hoogste: 5}"),
        (
            10,
            "bij schaal 'jaren' is de hoogste waarde niet hoger dan de laagste",
            "een hoogste waarde boven de laagste",
            "Verbeter 'laagste' of 'hoogste'.",
        ),
    ),
    "nps-tot-vijf": (
        ("{soort: nps}", "{soort: nps, hoogste: 5}"),
        (
            9,
            "schaal 'aanraden' is een NPS met andere grenzen",
            "een NPS loopt van 0 tot en met 10",
            "Haal 'laagste' en 'hoogste' weg, of kies de soort rapportcijfer.",
        ),
    ),
    "vreemde-norm": (
        ("norm: [C5, P1]", "norm: [C5, eigen regie]"),
        (
            17,
            "'eigen regie' is geen id van een norm",
            "hoofdletters en dan een nummer, zoals C4 of [C5, P1]",
            "Verbeter het id; de opdracht `kwaliteit kader` noemt ze allemaal.",
        ),
    ),
    "dubbele-norm": (
        ("norm: [C5, P1]", "norm: [C5, C5]"),
        (17, "norm C5 staat er twee keer", "elke norm één keer", "Haal er een weg."),
    ),
    "onbekende-spiegel": (
        ("spiegel: SP1", "spiegel: SP9"),
        (
            16,
            "onbekende spiegel 'SP9'",
            "een van: SP1, SP2, SP3, SP4, SP5, SP6",
            "Verbeter de naam. Bedoelde u 'SP6'?",
        ),
    ),
    "spiegel-bij-twee-vragen": (
        ("norm: [C5, P1]", "norm: [C5, P1], spiegel: SP1"),
        (
            17,
            "spiegel SP1 staat bij twee vragen van deze lijst",
            "per spiegel één vraag in een lijst",
            "Kies één vraag voor deze spiegel.",
        ),
    ),
    "twee-vragen-met-een-kop": (
        ('tekst: "Welk cijfer?"', 'tekst: "hoe  woont u?"'),
        (
            17,
            "vraag 'V2' heeft dezelfde tekst als vraag 'V1'",
            "teksten waaraan de vragen uit elkaar te houden zijn",
            "Verander een van de twee teksten, of haal de dubbele uit 'ook_wel'.",
        ),
    ),
    "lege-vraag": (
        ('tekst: "Welk cijfer?"', 'tekst: " "'),
        (17, "vraag 'V2' heeft een lege tekst", "een zin", "Vul de tekst in."),
    ),
    "vergelijkbaar-zonder-reden": (
        ('reden: "Zelfde vraag."', 'reden: ""'),
        (
            24,
            "bij 'vergelijkbaar_met' ontbreekt de reden",
            "een zin die in het verslag kan staan",
            "Schrijf waarom de versies vergelijkbaar zijn.",
        ),
    ),
    "onbekende-sleutel": (
        ("omgekeerd: true", "omgekeert: true"),
        (
            20,
            "onbekende sleutel 'omgekeert'",
            "een van: alleen_organisatie, id, norm, omgekeerd, ook_wel, schaal, score, spiegel, tekst, topbox, "
            "vergelijkbaar_met",
            "Verbeter de sleutel of haal hem weg. Bedoelde u 'omgekeerd'?",
        ),
    ),
    "onbekende-doelgroep": (
        ("doelgroep: clienten", "doelgroep: cliënten"),
        (
            3,
            "onbekende waarde 'cliënten' bij 'doelgroep'",
            "een van: clienten, naasten, professionals, ervaringsdeskundigen, samenwerkingspartners",
            "Kies een bekende waarde. Bedoelde u 'clienten'?",
        ),
    ),
    "versie-als-getal": (
        ('versie: "2.0"', "versie: 2.0"),
        (2, "'versie' is geen tekst", "tekst", "Zet de waarde tussen aanhalingstekens."),
    ),
}


METINGEN = """\
vragenlijst: eigen-clienten
versie: "3"
doelgroep: clienten
schalen:
  eens: {soort: likert, labels: {1: a, 2: b, 3: c, 4: d, 5: e}, gunstig: [4, 5]}
  kort: {soort: likert, labels: {1: a, 2: b, 3: c}, gunstig: [3]}
  cijfer: {soort: rapportcijfer, laagste: 1, hoogste: 5}
  jn: {soort: ja_nee}
vragen:
  - {id: V1, tekst: "Item 1.", schaal: eens, score: true, topbox: true}
  - {id: V2, tekst: "Item 2.", schaal: eens, omgekeerd: true}
  - {id: V3, tekst: "Item 3.", schaal: cijfer, alleen_organisatie: true}
  - {id: V4, tekst: "Item 4.", schaal: kort}
  - {id: V5, tekst: "Item 5.", schaal: jn}
  - {id: V6, tekst: "Item 6.", schaal: eens}
  - {id: V7, tekst: "Item 7.", schaal: eens}
schaalscores:
  - {id: S1, naam: "Herstel", vragen: [V1, V2, V6], norm: C5, spiegel: SP1, gunstig_boven: 3.5}
  - id: S2
    naam: "Hulp"
    vragen: [V7, V3]
    regel: twee_derde
    uitkomst: score
    instrument: {naam: Proef, versie: "2", bron: "https://example.org/regel"}
    vergelijkbaar_met: [{versie: "2", reden: "Zelfde regel."}]
"""


def test_score_topbox_en_schaalscores_komen_in_de_lijst(tmp_path: Path) -> None:
    lijst = lees_bibliotheek(_schrijf(tmp_path, eigen_clienten=METINGEN)).vragenlijst("eigen-clienten")
    assert [(vraag.met_score, vraag.met_topbox) for vraag in lijst.vragen][:2] == [(True, True), (False, False)]
    herstel, hulp = lijst.schaalscores
    assert [vraag.id for vraag in lijst.gemeten_vragen] == ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "S1", "S2"]
    assert herstel == Vraag(
        id="S1",
        tekst="Herstel",
        schaal=Schaal(naam="S1", soort=Schaalsoort.SCHAALSCORE, laagste=1.0, hoogste=5.0),
        normen=("C5",),
        spiegel="SP1",
        samenstelling=Samenstelling(
            vragen=("V1", "V2", "V6"),
            regel=Ontbreekregel.HELFT,
            op_100=False,
            gunstig_boven=3.5,
            instrument="",
            versie="",
            bron="",
        ),
    )
    assert hulp.alleen_organisatie, "V3 gaat niet per locatie, dus deze score ook niet"
    assert (hulp.schaal.laagste, hulp.schaal.hoogste) == (0.0, 100.0)
    assert hulp.samenstelling == Samenstelling(
        vragen=("V7", "V3"),
        regel=Ontbreekregel.TWEE_DERDE,
        op_100=True,
        gunstig_boven=None,
        instrument="Proef",
        versie="2",
        bron="https://example.org/regel",
    )
    assert hulp.vergelijkbaar_met == (Vergelijkbaar(vragenlijst="eigen-clienten", versie="2", reden="Zelfde regel."),)


KAPOTTE_SCHALEN: dict[str, Any] = {
    "zelfde-id-als-een-vraag": (("id: S1", "id: v1"), 18, "het id 'v1' is ook het id van een vraag"),
    "dubbel-id": (("id: S2", "id: s1"), 19, "het id 's1' staat twee keer in 'schaalscores' (ook op regel 18)"),
    "lege-naam": (('naam: "Herstel"', 'naam: " "'), 18, "schaalscore 'S1' heeft een lege naam"),
    "een-vraag": (("[V1, V2, V6]", "[V1]"), 18, "schaalscore 'S1' heeft minder dan twee vragen"),
    "onbekende-vraag": (("[V1, V2, V6]", "[V1, V2, V9]"), 18, "onbekende vraag 'V9'"),
    "dubbele-vraag": (("[V1, V2, V6]", "[V1, V2, V1]"), 18, "vraag V1 staat twee keer in schaalscore 'S1'"),
    "andere-grenzen": (
        ("[V1, V2, V6]", "[V1, V2, V4]"),
        18,
        "vraag V4 loopt van 1 tot en met 3, en vraag V1 van 1 tot en met 5",
    ),
    "verkeerde-soort": (
        ("[V1, V2, V6]", "[V1, V2, V5]"),
        18,
        "vraag V5 heeft een schaal van de soort ja_nee; die past niet in een schaalscore",
    ),
    "grens-buiten-de-schaal": (
        ("gunstig_boven: 3.5", "gunstig_boven: 5"),
        18,
        "'gunstig_boven' van schaalscore 'S1' ligt buiten de schaal van haar vragen",
    ),
    "spiegel-zonder-grens": (
        (", gunstig_boven: 3.5", ""),
        18,
        "schaalscore 'S1' staat in een spiegel, maar heeft geen 'gunstig_boven'",
    ),
    "onbekende-spiegel": (("spiegel: SP1", "spiegel: SP99"), 18, "onbekende spiegel 'SP99'"),
    "dubbele-spiegel": (
        ('"Item 6.", schaal: eens', '"Item 6.", schaal: eens, spiegel: SP1'),
        18,
        "spiegel SP1 staat bij twee vragen van deze lijst",
    ),
    "vreemde-norm": (("norm: C5", "norm: hoofdstuk"), 18, "'hoofdstuk' is geen id van een norm"),
    "instrument-zonder-versie": (
        ('versie: "2", bron', 'versie: "", bron'),
        24,
        "bij het instrument van schaalscore 'S2' is 'versie' leeg",
    ),
    "geen-reden": (("Zelfde regel.", ""), 25, "bij 'vergelijkbaar_met' ontbreekt de reden"),
    "onbekende-regel": (("regel: twee_derde", "regel: twee_derden"), 22, "onbekende waarde 'twee_derden' bij 'regel'"),
    "score-bij-ja-nee": (
        ('"Item 5.", schaal: jn', '"Item 5.", schaal: jn, score: true'),
        14,
        "'score' bij vraag 'V5', met een schaal van de soort ja_nee",
    ),
    "topbox-bij-cijfer": (
        ("schaal: cijfer,", "schaal: cijfer, topbox: true,"),
        12,
        "'topbox' bij vraag 'V3', met een schaal van de soort rapportcijfer",
    ),
    "hoog-is-niet-gunstig": (
        ("{1: a, 2: b, 3: c}, gunstig: [3]", "{1: a, 2: b, 3: c, 4: d, 5: e}, gunstig: [1, 2]"),
        None,
        None,
    ),
    "schaalscore-als-schaal": (
        ("jn: {soort: ja_nee}", "jn: {soort: schaalscore}"),
        8,
        "schaal 'jn' is van de soort schaalscore; die stelt u nooit zelf",
    ),
}
"""Verandering, regel en gebrek; zonder gebrek is de lijst goed (dan past zij alleen niet in een score)."""


@pytest.mark.parametrize("naam", KAPOTTE_SCHALEN)
def test_een_kapotte_schaalscore_noemt_haar_gebrek(tmp_path: Path, naam: str) -> None:
    (oud, nieuw), regel, wat = KAPOTTE_SCHALEN[naam]
    assert METINGEN.count(oud) == 1
    map_ = _schrijf(tmp_path, eigen_clienten=METINGEN.replace(oud, nieuw))
    if wat is None:
        assert lees_bibliotheek(map_)
        return
    assert [gebrek[:2] for gebrek in _gebreken(map_)] == [(f"vragenlijsten/eigen-clienten.yaml, regel {regel}", wat)]


@pytest.mark.parametrize(
    ("labels", "wat"),
    [
        (
            "{1: a, 2: b, 3: c, 4: d, 5: e}, gunstig: [1, 2]",
            "schaalscore 'S1': bij schaal 'eens' is een hoger antwoord niet gunstiger",
        ),
        (
            "{1: a, 2: b, 5: e}, gunstig: [5]",
            "schaalscore 'S1': de codes van schaal 'eens' liggen niet even ver uit elkaar",
        ),
    ],
)
def test_een_schaal_waar_hoger_niet_gunstiger_is_past_niet_in_een_score(tmp_path: Path, labels: str, wat: str) -> None:
    oud = "{1: a, 2: b, 3: c, 4: d, 5: e}, gunstig: [4, 5]"
    gebreken = _gebreken(_schrijf(tmp_path, eigen_clienten=METINGEN.replace(oud, labels)))
    assert (f"vragenlijsten/eigen-clienten.yaml, regel {18}", wat) in [gebrek[:2] for gebrek in gebreken]
    assert sum(gebrek[1].startswith("'score' bij vraag 'V1'") for gebrek in gebreken) == 1


def test_alle_gebreken_van_een_schaalscore_komen_samen(tmp_path: Path) -> None:
    kapot = METINGEN.replace("[V1, V2, V6]", "[V1, V2, v6, V4]").replace("norm: C5", "norm: c5")
    gebreken = _gebreken(_schrijf(tmp_path, eigen_clienten=kapot))
    assert len(gebreken) == 3
    assert gebreken[0][3] == "Verbeter de naam. Bedoelde u 'V6'?"


@pytest.mark.parametrize(
    ("tweede", "gedeeld"), [("[V1, V3]", ["V1"]), ("[V3, V6]", ["V6"]), ("[V6, V2, V1]", ["V6", "V2", "V1"])]
)
def test_een_vraag_staat_in_hoogstens_een_schaalscore(tmp_path: Path, tweede: str, gedeeld: list[str]) -> None:
    # Twee scores van dezelfde vragen, 22 van 40 boven 3,0 en 21 van 40 boven 3,5: één mens zit ertussen.
    assert METINGEN.count("[V7, V3]") == 1
    assert _gebreken(_schrijf(tmp_path, eigen_clienten=METINGEN.replace("[V7, V3]", tweede))) == [
        (
            "vragenlijsten/eigen-clienten.yaml, regel 21",
            f"vraag {vraag} staat in schaalscore 'S2' en ook in 'S1'; het verschil van die twee scores kan over één "
            "mens gaan",
            "elke vraag in hoogstens één schaalscore",
            f"Haal {vraag} uit een van de twee, of haal een van de twee schaalscores weg.",
        )
        for vraag in gedeeld
    ]


@pytest.mark.parametrize("naam", KAPOT)
def test_een_kapotte_lijst_noemt_haar_gebrek(tmp_path: Path, naam: str) -> None:
    (oud, nieuw), (regel, *delen) = KAPOT[naam]
    assert EIGEN.count(oud) == 1
    gevonden = _gebreken(_schrijf(tmp_path, eigen_clienten=EIGEN.replace(oud, nieuw)))
    assert gevonden == [(f"vragenlijsten/eigen-clienten.yaml, regel {regel}", *delen)]


def test_een_lijst_zonder_vragen_is_een_gebrek(tmp_path: Path) -> None:
    leeg = EIGEN[: EIGEN.index("vragen:\n")] + "vragen: []\n"
    assert _gebreken(_schrijf(tmp_path, eigen_clienten=leeg)) == [
        (
            "vragenlijsten/eigen-clienten.yaml, regel 15",
            "de vragenlijst heeft geen vragen",
            "minstens één vraag",
            "Voeg vragen toe, of haal het bestand weg.",
        )
    ]


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        (
            "{id: E1, naam: x, teller: a, noemer: b, norm: [], over_mensen: false}",
            (
                "kengetal 'E1' hoort bij geen norm",
                "minstens één norm; de eerste bepaalt de pijler",
                "Vul bij 'norm' een id in, zoals C4.",
            ),
        ),
        (
            "{id: E1, naam: x, teller: a, norm: C1, over_mensen: false}",
            (
                "bij kengetal 'E1' passen soort en noemer niet bij elkaar",
                "een noemer bij verhouding en per_1000, en geen noemer bij aantal",
                "Vul de noemer in, of kies de soort aantal.",
            ),
        ),
        (
            "{id: E1, naam: x, teller: a, noemer: b, norm: C1}",
            (
                "bij 'kengetallen', nummer 1 ontbreekt de sleutel 'over_mensen'",
                "'over_mensen: …'",
                "Voeg deze sleutel toe.",
            ),
        ),
    ],
)
def test_een_kapot_kengetal_noemt_zijn_gebrek(tmp_path: Path, regel: str, verwacht: Iterable[str]) -> None:
    map_ = _schrijf(tmp_path, kengetallen=f"kengetallen:\n  - {regel}\n")
    assert _gebreken(map_) == [("vragenlijsten/kengetallen.yaml, regel 2", *verwacht)]
