"""De kamer `taalhulp`: wat een tekst lastig maakt wordt gevonden, op de goede regel, en de rest blijft met rust."""

import csv
import json
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwaliteit import keten
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort, Ernst
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.taalregels import Taalregels
from kwaliteit.begrippen.uitkomst import Uitkomst
from kwaliteit.begrippen.verslag import Alinea, Deel, Opsomming, Sectie, Verslag
from kwaliteit.begrippen.vormgeving import Bloknaam, Eigenblok
from kwaliteit.cli import voer_uit
from kwaliteit.rapportage import stel_uitgaven_samen
from kwaliteit.scherm import toon_uitkomst
from kwaliteit.scherm.punten import TAALDELEN, maak_punten
from kwaliteit.taalhulp import lees_na, loop_tekst_na, maak_woordenlijst
from kwaliteit.taalhulp.kenmerken import Vondst
from kwaliteit.taalhulp.lijdend import is_deelwoord, zoek_lijdende_vormen
from kwaliteit.taalhulp.woordenlijst import Woordenlijst, buig, lees_woordenbestand
from kwaliteit.taalhulp.zinnen import splits_in_zinnen
from kwaliteit.werkmappen import lees_werkmap
from tests.taalhulp_zinnen import OEFENSET, PROEFSET, TWEEDE_OEFENSET, Zinnen

VOORBEELD = Path(__file__).resolve().parents[1] / "voorbeelddata"


@cache
def standaardlijst() -> Woordenlijst:
    return maak_woordenlijst(Taalregels())


def loop_na(tekst: str, **taalregels: object) -> tuple[Vondst, ...]:
    return loop_tekst_na(tekst, maak_woordenlijst(Taalregels(**taalregels)) if taalregels else standaardlijst())  # type: ignore[arg-type]


def tel(tekst: str, **taalregels: object) -> list[str]:
    """Geef per vondst "code: wat er tussen aanhalingstekens staat", op volgorde."""
    gevonden = []
    for vondst in loop_na(tekst, **taalregels):
        genoemd = re.search(r"'(.*)'", vondst.wat)
        gevonden.append(f"{vondst.soort.code}: {genoemd[1] if genoemd else ''}")
    return gevonden


REKENVOORBEELDEN: list[tuple[str, list[str]]] = [
    # --- niets aan de hand ---
    ("Wij bellen elke week met naasten.", []),
    ("Het wordt beter.", []),
    ("Wij worden ouder.", []),
    ("De ggz en de GGZ kent iedereen. Een tv of pc ook.", []),
    ("Het plan heet WELKOM THUIS EN BLIJF.", []),
    ("In hoofdstuk IV staat meer.", []),
    ("Dat doen wij NIET.", []),
    # --- lijdende vorm ---
    ("De klachten werden door het team besproken.", ["lijdende-vorm: werden … besproken"]),
    ("Er wordt geluisterd en er wordt gelachen.", ["lijdende-vorm: wordt geluisterd", "lijdende-vorm: wordt gelachen"]),
    ("Wat gemaakt moet worden, staat hier.", ["lijdende-vorm: gemaakt … worden"]),
    ("Het plan is door de raad geschreven.", ["lijdende-vorm: is … geschreven"]),
    ("Het plan is besproken geworden.", ["lijdende-vorm: besproken geworden"]),
    ("Het is beter geworden.", []),
    # --- afkortingen ---
    ("De IGJ kwam langs.", ["afkorting: IGJ"]),
    ("De IGJ kwam langs. Daarna ging de IGJ weg.", ["afkorting: IGJ"]),
    ("De Inspectie Gezondheidszorg en Jeugd (IGJ) kwam. De IGJ bleef lang.", []),
    ("De IGJ (Inspectie Gezondheidszorg en Jeugd) kwam.", []),
    ("De POH-GGZ belt. Het FACT-team ook.", ["afkorting: POH-GGZ", "afkorting: FACT"]),
    ("De Wlz betaalt dit, en de RvB dat. Prem is een naam.", ["afkorting: Wlz", "afkorting: RvB"]),
    ("Wij vroegen partners (FACT, HKZ) om raad.", ["afkorting: FACT", "afkorting: HKZ"]),
    ("Dit geldt o.a. i.v.m. de regels, enz.", ["afkorting: o.a.", "afkorting: i.v.m.", "afkorting: enz."]),
    ("Dat komt dmv overleg.", ["afkorting: dmv"]),
    # --- jargon, ook verbogen ---
    ("Wij implementeren dit.", ["jargon: implementeren"]),
    ("Dit is geïmplementeerd, en de indicatoren zijn goed.", ["jargon: geïmplementeerd", "jargon: indicatoren"]),
    ("Met casuïstiek en intervisie.", ["jargon: casuïstiek", "jargon: intervisie"]),
    ("De ROM-meting in Rome.", ["jargon: ROM-meting"]),
    ("Integrale zorg ten behoeve van het cliëntsysteem.",
     ["jargon: Integrale", "jargon: ten behoeve van", "jargon: cliëntsysteem"]),
    # --- lang woord, dubbele ontkenning ---
    ("Onze medezeggenschapsregelingen zijn af.", ["lang-woord: medezeggenschapsregelingen"]),
    ("Ervaringsdeskundigen en samenwerkingspartners praten mee.", []),
    ("Dat is niet onbelangrijk.", ["dubbele-ontkenning: niet onbelangrijk"]),
    ("Dat is een niet zo onredelijke vraag.", ["dubbele-ontkenning: niet zo onredelijke"]),
    ("Dat is niet ons doel.", []),
    # --- andermans woorden en opmaak ---
    ("“Er wordt niet meer van mij gevraagd dan ik aankan.” Naasten die dit vinden: 10.", []),
    ('Zij zei: "Ik werd door niemand geholpen."', []),
    ("Wij noemen dat ‘implementatie’.", ["jargon: implementatie"]),
    ("> Ik werd goed geholpen door de POH.", []),
    ("`implementeren` en https://voorbeeld.example/implementatie en IGJ@voorbeeld.example", []),
    ("[De **implementatie**](https://voorbeeld.example/IGJ) loopt.", ["jargon: implementatie"]),
]  # fmt: skip


@pytest.mark.parametrize(("zin", "verwacht"), REKENVOORBEELDEN)
def test_rekenvoorbeelden_van_zin_naar_waarschuwingen(zin: str, verwacht: list[str]) -> None:
    assert tel(zin) == verwacht


def maak_zin(woorden: int) -> str:
    return " ".join(["Wij", *["en"] * (woorden - 1)]) + "."


@pytest.mark.parametrize(("woorden", "grens", "verwacht"), [(20, 20, 0), (21, 20, 1), (21, 25, 0), (9, 8, 1)])
def test_een_zin_boven_de_grens_is_lang(woorden: int, grens: int, verwacht: int) -> None:
    vondsten = loop_na(maak_zin(woorden), langste_zin=grens)
    assert [vondst.soort for vondst in vondsten] == [Bevindingsoort.LANGE_ZIN] * verwacht


@pytest.mark.parametrize(
    ("zin", "genoemd"),
    [
        (f"De {'w' * 1800} is af.", f"Lang woord (1800 letters): '{'w' * 39}…'."),
        (f"De ROM-{'w-' * 900}meting is af.", f"Lastig woord: 'ROM-{'w-' * 17}w…'."),
        (f"De {'w' * 40} is af.", f"Lang woord (40 letters): '{'w' * 40}'."),
        (f"{'W-' * 900}w {'en ' * 30}.", f"Een zin van 31 woorden: '{'W-' * 19}W …'."),
    ],
)
def test_een_melding_haalt_van_een_heel_lang_woord_alleen_het_begin_aan(zin: str, genoemd: str) -> None:
    vondsten = loop_na(zin)
    assert genoemd in [vondst.wat for vondst in vondsten]
    assert max(len(tekst) for vondst in vondsten for tekst in (vondst.wat, vondst.verwacht, vondst.doe_dit)) < 200


@pytest.mark.parametrize(
    ("lengtes", "verwacht"), [([15] * 5, []), ([16] * 5, ["16,0"]), ([16, 16, 16, 16, 12], ["15,2"])]
)
def test_een_tekst_met_gemiddeld_meer_dan_15_woorden_valt_op(lengtes: list[int], verwacht: list[str]) -> None:
    vondsten = loop_na("\n\n".join(map(maak_zin, lengtes)))
    assert [vondst.wat for vondst in vondsten] == [
        f"De zinnen hebben gemiddeld {getal} woorden (5 zinnen)." for getal in verwacht
    ]


def test_van_vier_zinnen_zegt_het_gemiddelde_niets() -> None:
    assert loop_na(" ".join(map(maak_zin, [19] * 4))) == ()
    assert loop_na(" ".join(map(maak_zin, [19] * 5))) != ()


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Een. Twee! Drie? Vier", [1, 1, 1, 1]),
        ("Dr. Jansen en mw. De Vries kwamen. Wij niet.", [7, 2]),
        ("Het was o.a. Wendelstad. Ja.", [4, 1]),
        ("Koffie, thee e.d. Daarna naar huis.", [3, 3]),
        ("Dat kost 1.250,50 euro. Klaar.", [4, 1]),
        ("Wij wachten … en wachten. Nog.", [4, 1]),
        ("Een regel\ndie doorloopt\nen stopt.", [6]),
        ("# Een kop\nTekst eronder.\n\n- een punt\n- nog een\n  die doorloopt\n1. derde", [2, 2, 2, 4, 1]),
        ("| kop | kop twee |\n|---|---|\n| cel | nog een cel |", [1, 2, 1, 3]),
        ("Voor.\n\n```\nniet dit. Of dit.\n```\nNa.", [1, 1]),
        ("Voor.\n\n    niet dit\n\nNa.", [1, 1]),
        ("“Ik ben hier graag.” Dat zeggen velen.", [1, 3]),
        ("Het cijfer is {{ cijfer(\"CL02\", jaar=2023) }}. Goed zo.", [4, 2]),
        ("Zie [deze lange link](https://voorbeeld.example/a_(b)/c) en https://voorbeeld.example/x.y. Einde.", [6, 1]),
        ("Tot zo\n\n---\n\n***\n\nDag", [2, 1]),
        ("Kof&eacute; &amp; thee.", [2]),
    ],
)  # fmt: skip
def test_zinnen_en_woorden_worden_geteld_zoals_een_lezer_ze_leest(tekst: str, zinnen: list[int]) -> None:
    assert [zin.woorden for zin in splits_in_zinnen(tekst, eerste_regel=1, is_markdown=True)] == zinnen


# --- hoe goed de lijdende vorm wordt gevonden -------------------------------------------------------------------------


def heeft_lijdende_vorm(zin: str) -> bool:
    return any(zoek_lijdende_vormen(deel) for deel in splits_in_zinnen(zin, eerste_regel=1, is_markdown=True))


def meet(zinnen: Zinnen) -> dict[str, tuple[int, int]]:
    """Geef per groep in hoeveel zinnen een lijdende vorm is gevonden, en hoeveel het er zijn."""
    groepen = {"worden": zinnen.worden, "zijn": zinnen.zijn, "niet": zinnen.niet}
    return {naam: (sum(map(heeft_lijdende_vorm, groep)), len(groep)) for naam, groep in groepen.items()}


def test_de_gelabelde_sets_zijn_groot_genoeg_en_hebben_geen_zin_dubbel() -> None:
    alle = [zin for set_ in (OEFENSET, TWEEDE_OEFENSET, PROEFSET) for zin in (*set_.worden, *set_.zijn, *set_.niet)]
    assert len(alle) == len(set(alle)) >= 150


def test_de_precisie_en_dekking_van_de_lijdende_vorm_zijn_zoals_opgeschreven() -> None:
    """Deze cijfers staan in docs/handleiding/taalhulp.md; veranderen ze, verander dan ook de bladzijde."""
    assert meet(OEFENSET) == {"worden": (36, 36), "zijn": (3, 8), "niet": (0, 47)}
    assert meet(TWEEDE_OEFENSET) == {"worden": (40, 40), "zijn": (3, 7), "niet": (0, 40)}
    assert meet(PROEFSET) == {"worden": (29, 30), "zijn": (3, 6), "niet": (1, 30)}
    bladzijde = " ".join((VOORBEELD.parent / "docs/handleiding/taalhulp.md").read_text(encoding="utf-8").split())
    for getal in ("66 verzonnen zinnen", "29 van 30 gevonden", "3 van 6", "1 van 30 andere zinnen"):
        assert getal in bladzijde


def lees_verhaalzinnen() -> list[str]:
    """Elke zin uit de verhalen van de voorbeelddata, zonder kop en cijfers."""
    zinnen = []
    for pad in sorted(VOORBEELD.glob("verhaal/*/*.md")):
        tekst = re.sub(r"\A---\n.*?\n---\n", "", pad.read_text(encoding="utf-8"), flags=re.DOTALL)
        zinnen += [
            " ".join(zin.tekens)
            for zin in splits_in_zinnen(tekst, eerste_regel=1, is_markdown=True)
            if not set(zin.tekens) <= set("“ǂ”.")
        ]
    return zinnen


def test_in_de_voorbeeldteksten_staat_bijna_geen_lijdende_vorm_en_wordt_er_geen_verzonnen() -> None:
    """Met de hand nagelezen: buiten aanhalingen alleen "er is pas in oktober echt geluisterd", zonder "door"."""
    zinnen = lees_verhaalzinnen()
    assert len(zinnen) > 250
    assert [zin for zin in zinnen if heeft_lijdende_vorm(zin)] == []
    assert heeft_lijdende_vorm(f"{zinnen[0]} Dat wordt door ons gedaan.")


@pytest.mark.parametrize(
    "woord",
    [
        "gemaakt", "besproken", "afgesproken", "geïmplementeerd", "uitgenodigd", "voorbereid", "aanbevolen", "herkend",
        "geopend", "verleend", "verkocht", "ontvangen", "ondersteund", "overwogen", "vergeten", "gebracht", "voldaan",
    ],
)  # fmt: skip
def test_een_voltooid_deelwoord_wordt_herkend(woord: str) -> None:
    assert is_deelwoord(woord)


@pytest.mark.parametrize(
    "woord",
    [
        "beter",
        "ouder",
        "gezond",
        "geld",
        "gezicht",
        "vervelend",
        "veiligheid",
        "verband",
        "herfst",
        "naasten",
        "ge",
        "t",
    ],
)
def test_een_ander_woord_is_geen_voltooid_deelwoord(woord: str) -> None:
    assert not is_deelwoord(woord)


# --- de woordenlijst --------------------------------------------------------------------------------------------------


def test_de_lijst_heeft_minstens_120_woorden_met_elk_een_gewoon_woord() -> None:
    jargon = lees_woordenbestand().jargon
    assert len(jargon) >= 120
    assert [woord for woord, gewoon in jargon.items() if not gewoon.strip() or gewoon == woord] == []


def test_geen_gewoon_woord_is_zelf_jargon_of_een_afkorting() -> None:
    jargon = lees_woordenbestand().jargon
    assert [(woord, tel(gewoon)) for woord, gewoon in jargon.items() if tel(gewoon)] == []
    assert tel(jargon["implementeren"] + " implementeren") != []


def test_elk_woord_uit_de_lijst_en_elke_verbogen_vorm_wordt_gevonden() -> None:
    bestand = lees_woordenbestand()
    assert set(bestand.ook) <= set(bestand.jargon)
    for woord in bestand.jargon:
        for vorm in (woord, *bestand.ook.get(woord, ())):
            assert [v.soort for v in loop_na(f"Dit is {vorm} hier") if v.soort is Bevindingsoort.JARGON], vorm


@pytest.mark.parametrize(
    ("woord", "vorm"),
    [
        ("implementeren", "implementeert"), ("evalueren", "geëvalueerd"), ("initiëren", "initiëren"),
        ("indicator", "indicatoren"), ("protocol", "protocollen"), ("proactief", "proactieve"),
        ("integraal", "integrale"), ("strategie", "strategieën"), ("casus", "casussen"), ("KPI", "KPI's"),
        ("prioriteren", "geprioriteerde"), ("pilot", "pilots"), ("primair", "primaire"),
    ],
)  # fmt: skip
def test_een_woord_wordt_verbogen(woord: str, vorm: str) -> None:
    assert vorm in set(buig(woord))


def test_taalregels_vullen_de_lijst_aan_en_maken_haar_kleiner() -> None:
    tekst = "Wij evalueren met de huiskamerraad. De IGJ en de XYZ kwamen. Dat was niet o.a. geëvalueerd."
    assert sorted(tel(tekst)) == [
        "afkorting: IGJ", "afkorting: XYZ", "afkorting: o.a.", "jargon: evalueren", "jargon: geëvalueerd",
    ]  # fmt: skip
    ruim = tel(
        tekst,
        jargon={"huiskamerraad": "bewonersgroep", "IGJ": "de inspectie"},
        toegestaan=("evalueren", "XYZ", "o.a."),
    )
    assert ruim == ["jargon: huiskamerraad", "jargon: IGJ"]
    assert "afkorting: XYZ" not in tel(tekst, afkortingen={"XYZ": "de xyz"})


def test_een_eigen_gewoon_woord_gaat_voor() -> None:
    (vondst,) = loop_na("Wij implementeren.", jargon={"implementeren": "beginnen met"})
    assert "beginnen met" in vondst.doe_dit


def test_een_verbogen_vorm_toestaan_staat_het_hele_woord_toe() -> None:
    assert tel("De indicator en de indicatoren.", toegestaan=("Indicatoren",)) == []


def test_de_naam_van_de_organisatie_is_geen_afkorting() -> None:
    lijst = maak_woordenlijst(Taalregels(), ("Stichting HVO", "Locatie Maatschappelijkewoonvoorziening"))
    assert loop_tekst_na("Bij HVO woont u in Maatschappelijkewoonvoorziening.", lijst) == ()
    assert len(loop_na("Bij HVO woont u in de maatschappelijkewoonvoorziening.")) == 2


# --- taal.yaml --------------------------------------------------------------------------------------------------------


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    doel = tmp_path / "werkmap"
    shutil.copytree(VOORBEELD, doel, ignore=shutil.ignore_patterns("uitvoer", "register", "*.py", "__pycache__"))
    (doel / "taal.yaml").unlink(missing_ok=True)
    return doel


def test_taal_yaml_wordt_gelezen(werkmap: Path) -> None:
    assert lees_werkmap(werkmap, 2024).taalregels == Taalregels()
    zonder = lees_werkmap(werkmap, 2024).controlegetallen
    (werkmap / "taal.yaml").write_text(
        'jargon: {casuïstiek: " voorbeelden "}\ntoegestaan: [indicator, indicator]\n'
        'afkortingen: {FACT: "wijkteam"}\nlangste_zin: 18\n',
        encoding="utf-8",
    )
    gelezen = lees_werkmap(werkmap, 2024)
    assert gelezen.taalregels == Taalregels(
        jargon={"casuïstiek": "voorbeelden"},
        toegestaan=("indicator",),
        afkortingen={"FACT": "wijkteam"},
        langste_zin=18,
    )
    assert gelezen.controlegetallen == zonder, "taal.yaml verandert niets aan het verslag"


@pytest.mark.parametrize(
    ("inhoud", "waar", "wat", "doe_dit"),
    [
        ("jargn: {}", "taal.yaml, regel 1", "onbekende sleutel 'jargn'",
         "Verbeter de sleutel of haal hem weg. Bedoelde u 'jargon'?"),
        ("langste_zin: 5", "taal.yaml, regel 1", "dit kan niet de langste zin zijn",
         "Kies een ander aantal, of haal de regel weg; dan geldt 20."),
        ("langste_zin: veel", "taal.yaml, regel 1", "'langste_zin' is geen geheel getal",
         "Schrijf alleen cijfers, zonder aanhalingstekens."),
        ('jargon:\n  casus: ""', "taal.yaml, regel 2", "hier ontbreekt een woord", "Vul aan, of haal de regel weg."),
        ('afkortingen:\n  "": "x"', "taal.yaml, regel 2", "hier ontbreekt een woord", "Vul aan, of haal de regel weg."),
        ("jargon: {Casus: a}\ntoegestaan: [casus]", "taal.yaml, regel 1",
         "'Casus' staat onder 'jargon' en ook onder 'toegestaan'", "Haal het woord bij een van de twee weg."),
        ("toegestaan:\n- a\n- ' '", "taal.yaml, regel 3", "hier staat niets", "Vul een woord in."),
    ],
)  # fmt: skip
def test_een_taal_yaml_die_niet_klopt_is_een_fout(
    werkmap: Path, inhoud: str, waar: str, wat: str, doe_dit: str
) -> None:
    (werkmap / "taal.yaml").write_text(inhoud + "\n", encoding="utf-8")
    with pytest.raises(WerkmapFout) as fout:
        lees_werkmap(werkmap, 2024)
    (gebrek,) = fout.value.gebreken
    assert (gebrek.waar, gebrek.wat, gebrek.doe_dit) == (waar, wat, doe_dit)


# --- plaats: bestand en regel -----------------------------------------------------------------------------------------

SCHRIJFFOUTEN = {
    "verhaal/2024/voorwoord.md": "\n\nHallo.\n\nDe IGJ kwam\nmet een audit.\n",
    "verhaal/2024/clienten.md": (
        "---\nkerncijfer: CL02\nboodschap: Wij evalueren.\n---\n\n## Terugblik\n\n\nNiets.\n\n"
        '## Duiding\nEens: {{ cijfer("CL02") }}.\nDit werd\nons {{ cijfer("CL03") }} verteld.\n\n- een pilot\n'
        "## Besproken\n\nJa.\n## Vooruitblik\nNiet onbelangrijk.\n"
    ),
    "verhaal/2024/reactie-clientenraad.md": '---\ntitel: "Reactie"\n---\nWij zijn het\neens met de implementatie.\n',
    "acties.yaml": (
        "- id: a\n  wie: Team\n  beloofd_in: 2024\n  klaar_op: 2025-06-01\n  wat: Een pilot in de wijk\n"
        "- id: b\n  wat: Goed\n  wie: Team\n  beloofd_in: 2023\n  klaar_op: 2025-06-01\n  stand:\n"
        "    2024:\n      status: loopt\n      toelichting: De KPI is goed.\n"
        "    2025: {status: loopt, toelichting: De target is goed.}\n"
        "- {id: c, wat: Een oude roadmap, wie: x, beloofd_in: 2022, klaar_op: 2023-01-01,\n"
        "   stand: {2023: {status: klaar}}}\n"
    ),
    "zelfbeoordeling/2024.yaml": "- norm: C2\n  stand: ja\n  door: Team\n  op: 2025-02-06\n  bewijs: Zie de audit\n",
}


def test_elke_bevinding_noemt_het_bestand_en_de_regel_die_de_schrijver_ziet(werkmap: Path) -> None:
    shutil.rmtree(werkmap / "verhaal")
    for naam, inhoud in SCHRIJFFOUTEN.items():
        (werkmap / naam).parent.mkdir(parents=True, exist_ok=True)
        (werkmap / naam).write_text(inhoud, encoding="utf-8")
    gevonden = lees_na(lees_werkmap(werkmap, 2024))
    assert [(een.bestand, een.cel, een.wat) for een in gevonden] == [
        ("acties.yaml", "regel 5", "Lastig woord: 'pilot'."),
        ("acties.yaml", "regel 14", "Lastig woord: 'KPI'."),
        ("verhaal/2024/clienten.md", "regel 3", "Lastig woord: 'evalueren'."),
        ("verhaal/2024/clienten.md", "regel 13", "Lijdende vorm: 'werd … verteld'."),
        ("verhaal/2024/clienten.md", "regel 16", "Lastig woord: 'pilot'."),
        ("verhaal/2024/clienten.md", "regel 21", "Dubbele ontkenning: 'Niet onbelangrijk'."),
        ("verhaal/2024/reactie-clientenraad.md", "regel 5", "Lastig woord: 'implementatie'."),
        ("verhaal/2024/voorwoord.md", "regel 5", "Afkorting zonder uitleg: 'IGJ'."),
        ("verhaal/2024/voorwoord.md", "regel 6", "Lastig woord: 'audit'."),
        ("zelfbeoordeling/2024.yaml", "regel 5", "Lastig woord: 'audit'."),
    ]


def test_een_kernboodschap_heeft_haar_eigen_grens_en_telt_hier_niet_als_lange_zin(werkmap: Path) -> None:
    pad = werkmap / "verhaal/2024/clienten.md"
    pad.write_text(f"---\nboodschap: {maak_zin(30)}\n---\n## Duiding\n{maak_zin(30)}\n", encoding="utf-8")
    gevonden = lees_na(lees_werkmap(werkmap, 2024))
    assert [(een.soort.code, een.cel) for een in gevonden] == [("lange-zin", "regel 5")]


def test_een_citaat_wordt_niet_nagelezen(werkmap: Path) -> None:
    pad = werkmap / "citaten/2024.yaml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(re.sub(r'tekst: ".*?"', 'tekst: "Ik werd geïmplementeerd door de IGJ."', tekst), encoding="utf-8")
    assert lees_na(lees_werkmap(werkmap, 2024)) == ()
    (werkmap / "verhaal/2024/over-ons.md").write_text("Ik werd geïmplementeerd door de IGJ.", encoding="utf-8")
    assert len(lees_na(lees_werkmap(werkmap, 2024))) == 3


def test_een_eigen_sjabloon_wordt_nagelezen_zonder_de_sjabloontaal(werkmap: Path) -> None:
    bron = "{# IGJ #}\n<p class='pilot'>Een {{ blok.indicator }}</p>\n{% if pilot %}Een audit{% endif %}\n"
    gelezen = lees_werkmap(werkmap, 2024)
    blok = Eigenblok(naam=next(iter(Bloknaam)), bron=bron, waar="sjablonen/alinea.html.j2")
    gevonden = lees_na(replace(gelezen, eigen_blokken=(blok,)))
    assert [(een.bestand, een.cel, een.wat) for een in gevonden] == [
        ("sjablonen/alinea.html.j2", "regel 3", "Lastig woord: 'audit'.")
    ]


def test_wat_op_een_regel_vaker_staat_wordt_een_keer_gemeld_met_het_aantal(werkmap: Path) -> None:
    (werkmap / "verhaal/2024/over-ons.md").write_text("Een pilot is een pilot.\n\nEen pilot.", encoding="utf-8")
    assert [(een.cel, een.aantal) for een in lees_na(lees_werkmap(werkmap, 2024))] == [("regel 1", 2), ("regel 3", 1)]


# --- de keten en het scherm -------------------------------------------------------------------------------------------


def test_elke_taalsoort_is_ter_informatie_en_staat_op_het_scherm() -> None:
    taal = {soort for soort in Bevindingsoort if soort.code in TAALCODES}
    assert len(taal) == len(TAALCODES) == 7
    assert {soort.ernst for soort in taal} == {Ernst.TER_INFORMATIE}
    assert set(TAALDELEN) == taal


TAALCODES = {
    "lange-zin", "lange-zinnen", "lijdende-vorm", "afkorting", "jargon", "lang-woord", "dubbele-ontkenning"
}  # fmt: skip


@pytest.mark.parametrize("jaar", [2022, 2023, 2024])
def test_de_voorbeelddata_geeft_weinig_waarschuwingen(jaar: int) -> None:
    assert len(lees_na(lees_werkmap(VOORBEELD, jaar))) <= 3


def test_taalbevindingen_staan_in_bevindingen_csv_en_houden_niets_tegen(werkmap: Path) -> None:
    tekst = "De implementatie werd door de IGJ besproken.\n" * 3
    (werkmap / "verhaal/2024/over-ons.md").write_text(tekst, encoding="utf-8")
    assert voer_uit(["verslag", "2024", "--map", str(werkmap), "--streng", "--stil"]) == 0
    with (werkmap / "uitvoer/2024/intern/bevindingen.csv").open(encoding="utf-8-sig", newline="") as bestand:
        rijen = [rij for rij in csv.DictReader(bestand) if rij["code"] in TAALCODES]
    assert Counter(rij["code"] for rij in rijen) == {"jargon": 3, "lijdende-vorm": 3, "afkorting": 1}
    assert all(rij["ernst"] == "ter informatie" and rij["bestand"] and rij["cel"] and rij["doe_dit"] for rij in rijen)


def test_controleer_noemt_ze_alle_met_json(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (werkmap / "verhaal/2024/over-ons.md").write_text("De implementatie.\n\n" * 30, encoding="utf-8")
    assert voer_uit(["controleer", "2024", "--map", str(werkmap), "--json"]) == 0
    bevindingen = json.loads(capsys.readouterr().out)["bevindingen"]
    assert sum(een["code"] == "jargon" for een in bevindingen) == 30


def maak_bevindingen(aantal: int, bestanden: int) -> tuple[Bevinding, ...]:
    return tuple(
        Bevinding(
            soort=Bevindingsoort.JARGON if nummer % 2 else Bevindingsoort.LANGE_ZIN,
            wat="Lastig woord: 'pilot'.",
            verwacht="v",
            doe_dit="d",
            bestand=f"verhaal/2024/{nummer % bestanden}.md",
            cel=f"regel {nummer + 1}",
        )
        for nummer in range(aantal)
    )


def test_driehonderd_waarschuwingen_zijn_op_het_scherm_een_punt_per_bestand() -> None:
    punten = maak_punten(maak_bevindingen(300, 3), str)
    assert [(punt.plaats, punt.bevindingen) for punt in punten] == [(f"verhaal/2024/{nr}.md", 100) for nr in range(3)]
    assert punten[0].wat == (
        "50 lange zinnen, 50 lastige woorden. Regel 1: lastig woord: 'pilot'. Regel 4: lastig woord: 'pilot'. "
        "Regel 7: lastig woord: 'pilot'. En nog 97; 'kwaliteit bekijk' toont ze alle, met een beter woord."
    )


def test_een_enkele_waarschuwing_staat_in_enkelvoud_op_het_scherm(capsys: pytest.CaptureFixture[str]) -> None:
    uitkomst = Uitkomst(opdracht="controleer", jaar=2024, bronnen=(), bevindingen=maak_bevindingen(2, 2)[1:])
    toon_uitkomst(uitkomst, map_=Path(), uit=Path("uitvoer"), json_uit=False, stil=False)
    getoond = " ".join(capsys.readouterr().err.split())
    assert "Ter informatie (1) • verhaal/2024/1.md: 1 lastig woord. Regel 2: lastig woord: 'pilot'." in getoond
    assert "En nog" not in getoond


# --- onze eigen zinnen ------------------------------------------------------------------------------------------------


def zwijg(_: str) -> None:
    """Niemand kijkt mee."""


@pytest.fixture(scope="module")
def uitgaven() -> tuple[Verslag, ...]:
    gelezen = keten._lees(keten._lees_werkmap(VOORBEELD, 2024, zwijg), zwijg)
    berekend = keten._bereken(gelezen, zwijg)
    return stel_uitgaven_samen(
        gelezen.werkmap,
        gelezen.kader,
        gelezen.bibliotheek,
        gelezen.regels,
        berekend.beveiligd.openbaar,
        berekend.vergeleken.openbaar,
        berekend.herkomst,
        concept=True,
    )


def lees_eigen_teksten(secties: tuple[Sectie, ...]) -> Iterator[str]:
    for sectie in secties:
        yield sectie.titel
        for blok in sectie.blokken:
            if isinstance(blok, Alinea):
                yield schrijf(blok.delen)
            elif isinstance(blok, Opsomming):
                yield from (f"{kop} {schrijf(delen)}" for kop, delen in blok.punten)
        yield from lees_eigen_teksten(sectie.secties)


def schrijf(delen: tuple[Deel, ...]) -> str:
    return "".join(deel if isinstance(deel, str) else "76%" for deel in delen)


MAG_BLIJVEN = {
    "Bij een score van 0 tot 100 is die grens": "Vier grenzen in één opsomming; in losse zinnen leest het niet beter.",
    "De cijfers staan ook als bestand in de map gegevens": "'indicatoren' is hier de naam van een pagina.",
}
"""Het begin van een zin -> waarom zij zo mag blijven."""


def test_de_vaste_zinnen_van_het_programma_zijn_kort_en_zonder_jargon(uitgaven: tuple[Verslag, ...]) -> None:
    gezocht = {Bevindingsoort.LANGE_ZIN, Bevindingsoort.JARGON, Bevindingsoort.DUBBELE_ONTKENNING}
    lijst = maak_woordenlijst(Taalregels(), [uitgaven[0].organisatie.naam])
    teksten = list(dict.fromkeys(tekst for verslag in uitgaven for tekst in lees_eigen_teksten(verslag.secties)))
    assert len(uitgaven) == 3
    assert len(teksten) > 100
    gevonden = [
        (vondst.wat, zin)
        for tekst in teksten
        for zin in re.split(r"(?<=[.?!]) (?=[^a-z])", tekst)
        for vondst in loop_tekst_na(zin, lijst, is_markdown=False)
        if vondst.soort in gezocht and not zin.startswith(tuple(MAG_BLIJVEN))
    ]
    assert gevonden == []
    assert loop_tekst_na(f"{teksten[-1]} En dan implementeren wij het.", lijst, is_markdown=False) != ()


# --- elke tekst, en snel ----------------------------------------------------------------------------------------------

STUKKEN = st.sampled_from(
    [
        *re.findall(
            r"\S+",
            """
            wordt werden besproken implementatie IGJ o.a. ( ) “ ” " ‘ ’ ` `` ``` ~~~ | [ ] ]( ![ {{ }} http:// www.
            a@b.nl & &amp; &#10; # > - 1. * _ ǂ é . ! … , niet onbelangrijk door is -meting 's
            """,
        ),
        *["\n", "\n\n", "    ", "\t", "e\u0301", "\u200b"],
    ]
)
STUKTEKST = st.tuples(st.sampled_from(["", " "]), st.lists(STUKKEN, max_size=80)).map(
    lambda paar: paar[0].join(paar[1])
)


@settings(max_examples=300, deadline=None)
@given(tekst=st.one_of(st.text(max_size=400), STUKTEKST))
def test_geen_enkele_tekst_laat_iets_omvallen_en_elke_regel_bestaat(tekst: str) -> None:
    regels = tekst.count("\n") + 1
    for vondst in loop_na(tekst):
        assert 1 <= vondst.regel <= regels
        assert vondst.wat
        assert vondst.doe_dit


KWAAD = [
    *re.findall(
        r"\S+", '“ " ‘ ` [ ]( ![]( {{ }} http:// www. a@ a. a- 1. ( & &a - --- = . … | (IGJ A a ge o. # “a A- <'
    ),
    *[
        "wordt ",
        "wordt, ",
        "is door ",
        "is ",
        "- ",
        "* ",
        "\n",
        "\n\n",
        " ",
        "\t",
        "IGJ ",
        "IGJ (",
        "niet ",
        "> ",
        "```\n",
    ],
    *[
        "x\n",
        "in ",
        "ten ",
        "e\u0301",
        "“a b c",
        "geïmplementeerd ",
        "besproken ",
        "en ",
        "](x ",
        "](( ",
        "(a)",
        "{#",
        "<a",
    ],
]


@pytest.mark.parametrize("stuk", KWAAD)
@pytest.mark.parametrize("einde", ["", "x", ".\n"])
def test_de_tijd_groeit_met_de_tekst_mee(stuk: str, einde: str) -> None:
    """Bij 60.000 tekens zou kwadratische tijd minuten kosten; lineair is het een fractie van een seconde."""
    tekst = stuk * (60_000 // len(stuk)) + einde
    assert meet_tijd(lambda: loop_na(tekst)) < 2.0


def meet_tijd(doe: Callable[[], object]) -> float:
    begin = time.process_time()
    doe()
    return time.process_time() - begin


def test_de_hele_voorbeelddata_kost_minder_dan_20_ms() -> None:
    werkmap = lees_werkmap(VOORBEELD, 2024)
    lees_na(werkmap)
    assert min(meet_tijd(lambda: lees_na(werkmap)) for _ in range(9)) < 0.02
