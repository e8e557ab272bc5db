"""Gelijkenis: wat lijkt op een vraag wordt een voorstel, wat een andere vraag is niet. De grens is hier gemeten."""

import random
from collections.abc import Iterator

import pytest

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.vragenlijst import Schaal, Vraag, Vragenlijst
from kwaliteit.bronnen.inspectie.gelijkenis import GRENS, Vergelijker, wijs_toe, zoek_label
from kwaliteit.vragenlijsten import lees_bibliotheek

BIBLIOTHEEK = lees_bibliotheek(None)
LIJSTEN = BIBLIOTHEEK.vragenlijsten
CLIENTEN = BIBLIOTHEEK.standaard_voor(Doelgroep.CLIENTEN)
EENS5 = CLIENTEN.vragen[0].schaal

ANDERE_VRAGEN = """Ik voel mij veilig op de plek waar ik woon.
Ik weet wat er is afgesproken over mijn medicijnen.
Ik weet wie mijn begeleider is.
Ik heb samen met mijn begeleider mijn budget gemaakt.
Ik praat vaak genoeg met mijn psychiater over mijn medicatie.
Ik praat vaak genoeg met mijn familie over mijn plan.
Ik kies zelf hoe laat ik opsta.
Ik bepaal zelf hoe ik mijn kamer inricht.
Mijn begeleider kijkt naar wat ik wil eten.
Mijn begeleider helpt mij om een eigen woning te vinden.
De hulp past bij mijn cultuur.
Ik kan makkelijk iemand bereiken in de nacht.
Ik weet niet wie mij waarmee helpt.
Ik kan niet makkelijk iemand bereiken als ik een vraag of klacht heb.
Mijn begeleider helpt mij nooit om een eigen plek in de samenleving te vinden.
Wat gaat er mis?
Wat gaat beter?
Mogen wij u bellen over uw antwoord?
Hoe oud bent u?
Ik weet wie ik kan bellen als het slechter met mij gaat.
De organisatie helpt de cliënt om werk te vinden.
Ik krijg genoeg tijd om mijn werk te doen.
Mijn team gebruikt de kennis van psychiaters.
De cliënt is tevreden op de plek waar hij of zij woont.""".splitlines()


def maak_tikfouten(tekst: str, aantal: int, toeval: random.Random) -> str:
    letters = list(tekst)
    for _ in range(aantal):
        plek, soort = toeval.randrange(len(letters) - 1), toeval.randrange(3)
        if soort == 0:
            letters[plek], letters[plek + 1] = letters[plek + 1], letters[plek]
        elif soort == 1:
            del letters[plek]
        else:
            letters.insert(plek, toeval.choice("aeinrst"))
    return "".join(letters)


def som_varianten_op(tekst: str, toeval: random.Random) -> Iterator[tuple[str, str]]:
    woorden = tekst.rstrip(".?").split()
    plek = toeval.randrange(1, len(woorden))
    yield "tikfout", maak_tikfouten(tekst, 1, toeval)
    yield "twee tikfouten", maak_tikfouten(tekst, 2, toeval)
    yield "nummer", f"12. {tekst}"
    yield "vraagnummer", f"Vraag 3: {tekst.lower()}"
    yield "u", f" {tekst} ".replace(" Ik ", " U ").replace(" ik ", " u ").replace(" mijn ", " uw ").strip()
    yield "je", f" {tekst} ".replace(" Ik ", " Je ").replace(" ik ", " je ").replace(" mij ", " je ").strip()
    yield "inleiding", f"In hoeverre bent u het eens? [{tekst}]"
    yield "streep", f"Stellingen - {tekst}"
    yield "afgekapt", f"{tekst[:25]}…"
    yield "woord te veel", " ".join([*woorden[:plek], "altijd", *woorden[plek:]])


def wijs_een_kop(lijst: Vragenlijst, kop: str) -> Vraag | None:
    treffer = wijs_toe({0: Vergelijker(lijst.vragen).zoek([kop])}, ()).get(0)
    return treffer.vraag if treffer else None


def test_gewone_varianten_worden_bijna_altijd_de_goede_vraag_en_nooit_een_andere() -> None:
    toeval = random.Random(20)
    raak: dict[str, list[bool]] = {}
    for lijst in LIJSTEN:
        for vraag in lijst.vragen:
            for naam, kop in som_varianten_op(vraag.tekst, toeval):
                gevonden = wijs_een_kop(lijst, kop)
                assert gevonden is None or gevonden is vraag, (kop, vraag.tekst)
                raak.setdefault(naam, []).append(gevonden is vraag)
    deel = {naam: sum(keren) / len(keren) for naam, keren in raak.items()}
    assert min(deel.values()) >= 0.85, deel
    assert all(deel[naam] == 1 for naam in ("nummer", "vraagnummer", "inleiding", "streep")), deel


@pytest.mark.parametrize("kop", ANDERE_VRAGEN)
def test_een_andere_vraag_wordt_nergens_een_voorstel(kop: str) -> None:
    for lijst in LIJSTEN:
        if kop not in [vraag.tekst for vraag in lijst.vragen]:
            assert wijs_een_kop(lijst, kop) is None, lijst.naam


def test_de_vragen_van_een_lijst_blijven_ver_onder_de_grens() -> None:
    for lijst in LIJSTEN:
        vergelijker = Vergelijker(lijst.vragen)
        for vraag in lijst.vragen:
            eigen, *andere = vergelijker.zoek([vraag.tekst], hoogstens=99)
            assert eigen.vraag is vraag
            assert eigen.score == 1
            assert all(treffer.score < GRENS - 0.1 for treffer in andere)


def test_een_vraag_krijgt_een_kolom_en_de_sterkste_wint() -> None:
    zoek = Vergelijker(CLIENTEN.vragen).zoek
    kansen = {0: zoek(["Ik weet wie mij warmee helpt"]), 1: zoek(["Ik weet wie mij waarmee helpt!"])}
    assert {plaats: treffer.vraag.id for plaats, treffer in wijs_toe(kansen, ()).items()} == {1: "CL10"}
    assert wijs_toe(kansen, ["CL10"]) == {}


def test_een_afgekapte_kop_die_op_twee_vragen_past_wordt_geen_voorstel() -> None:
    partners = BIBLIOTHEEK.standaard_voor(Doelgroep.SAMENWERKINGSPARTNERS)
    assert wijs_een_kop(partners, "De organisatie ..") is None
    assert wijs_een_kop(partners, "De organisatie helpt om voo..") is not None


@pytest.mark.parametrize(
    ("antwoord", "code"),
    [
        ("Helemaal mee eens", 5),
        ("Mee eens", 4),
        ("Neutraal", 3),
        ("Niet eens, niet oneens", 3),
        ("Mee oneens", 2),
        ("Niet mee eens", 2),
        ("Helemaal niet mee eens", 1),
        ("Zeer mee oneens", 1),
        ("helemaal eesn", 5),
    ],
)
def test_een_antwoord_dat_op_een_label_lijkt_krijgt_de_goede_code(antwoord: str, code: int) -> None:
    gevonden = zoek_label(antwoord, EENS5)
    assert gevonden is not None
    assert gevonden[0] == code


@pytest.mark.parametrize("antwoord", ["ja", "soms", "een beetje eens", "weet niet", "", "vier", "niet helemaal eens"])
def test_een_ander_antwoord_krijgt_geen_code(antwoord: str) -> None:
    assert zoek_label(antwoord, EENS5) is None


def test_een_label_zonder_schaal_heeft_geen_voorstel() -> None:
    assert zoek_label("eens", Schaal(naam="open", soort=CLIENTEN.vragen[-1].schaal.soort)) is None
