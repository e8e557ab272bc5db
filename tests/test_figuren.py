"""De losse beelden: dezelfde geometrie als de pagina, niets over elkaar, en geen spoor van wat verborgen is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path
from time import process_time
from xml.etree import ElementTree

import numpy as np
import pytest
import resvg_py
from hatchling.builders.wheel import WheelBuilder
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kwaliteit.begrippen.actie import Actiestatus
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import (
    Alinea,
    Blok,
    Dekkingscel,
    Dekkingsmatrix,
    Dekkingsoort,
    Figuurkop,
    Sectie,
    Spiegelfiguur,
    Spiegelrij,
    Terugblik,
    Trendfiguur,
    Trendpunt,
    Verdelingsfiguur,
    Verslag,
)
from kwaliteit.weergave.figuren import spiegel, trend, verdeling
from kwaliteit.weergave.figuren.beelden import (
    Beeldblok,
    Losbeeld,
    als_png,
    als_svg,
    beeldnaam,
    heeft_beeld,
    maak_figuren,
    teken,
    teken_alle,
)
from kwaliteit.weergave.figuren.kleuren import ARCERINGEN, VAST
from kwaliteit.weergave.figuren.letters import (
    MAP,
    ONBEKEND,
    ZACHT_STREEPJE,
    Letter,
    breek_af,
    breek_gelijk,
    lees_breedtes,
    maak_toonbaar,
    meet,
)
from kwaliteit.weergave.figuren.los import dekking, legenda
from kwaliteit.weergave.figuren.los import spiegel as los_spiegel
from kwaliteit.weergave.figuren.los.maten import BREEDTE, LINKS, RECHTS
from kwaliteit.weergave.figuren.rompen import teken_rompen
from kwaliteit.weergave.figuren.stand import teken_stand
from kwaliteit.weergave.figuren.vormen import Cirkel, Lijn, Rechthoek, Tekstregel, Veelhoek
from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN
from kwaliteit.weergave.woorden import in_woorden
from tests.voorbeeldverslag import (
    BAND_HOOG,
    BAND_LAAG,
    CL,
    NA,
    NIET_GETOOND,
    PR,
    SA,
    TE_WEINIG,
    deel,
    kale_rij,
    kop,
    maak_cijfer,
    maak_voorbeeldverslag,
    verdelingsrij,
)

PROJECT = Path(__file__).resolve().parents[1]
SVG = "{http://www.w3.org/2000/svg}"
VERBORGEN = (Status.TE_WEINIG, Status.NIET_GETOOND, Status.GEEN_INFORMATIE, Status.NIET_GEVRAAGD)
ALLEEN_WOORDEN = (*VERBORGEN, Status.BAND_LAAG, Status.BAND_HOOG)
KLEINSTE_TEKST = 15
SOORTEN: tuple[Dekkingsoort, ...] = ("alles", "deels", "niets getoond", "niet gevraagd", "niet opgehaald")
ZINNEN = st.text(alphabet="abcdefghijklmnopqrstuvwxyzëïöWM .,0123456789", min_size=1, max_size=220).filter(
    lambda tekst: bool(tekst.strip())
)


def maak_matrix(bronnen: tuple[str, ...] = ("Cliënten", "Naasten", "Samenwerkingspartners")) -> Dekkingsmatrix:
    """Een matrix waarin alle soorten voorkomen."""
    return Dekkingsmatrix(
        kop=kop(41, "figuur-matrix", ("Over elke pijler vertelt iemand iets",), "Vragen per groep en pijler, 2024"),
        bronnen=bronnen,
        rijen=tuple(
            (
                pijler,
                tuple(
                    Dekkingscel(
                        soort=SOORTEN[(rij + kolom) % len(SOORTEN)],
                        tekst="niet gevraagd"
                        if SOORTEN[(rij + kolom) % len(SOORTEN)] == "niet gevraagd"
                        else f"{rij + 1} van 6 vragen getoond",
                    )
                    for kolom in range(len(bronnen))
                ),
            )
            for rij, pijler in enumerate(("Cliënten", "Naasten", "Professionals", "Samenleving", "Samenwerken"))
        ),
    )


def loop_secties(secties: tuple[Sectie, ...]) -> Iterator[Blok]:
    """Alle blokken, in leesvolgorde."""
    for sectie in secties:
        yield from sectie.blokken
        yield from loop_secties(sectie.secties)


@cache
def maak_verslag() -> Verslag:
    """Eén figuur van elke soort: de respons, één pijler, de spiegel, de stand van de acties en de dekkingsmatrix."""
    verslag = maak_voorbeeldverslag()
    terugblik = next(blok for blok in loop_secties(verslag.secties) if isinstance(blok, Terugblik) and blok.regels)
    stand = replace(terugblik, kop=kop(42, "figuur-stand", ("1 van 6 klaar",), "Stand van de acties, eind 2024"))
    return replace(
        verslag,
        secties=(
            *verslag.secties[:3],
            *verslag.secties[7:8],
            Sectie(titel="Extra", anker="extra", blokken=(stand, maak_matrix())),
        ),
    )


@cache
def beelden() -> tuple[Losbeeld, ...]:
    """Alle beelden van het voorbeeldverslag."""
    return teken_alle(maak_verslag())


@cache
def bestanden() -> dict[str, bytes]:
    """Alle bestanden van het voorbeeldverslag, op pad."""
    return {bestand.pad: bestand.inhoud for bestand in maak_figuren(maak_verslag())}


def beeld_van(blok: Beeldblok) -> Losbeeld:
    """Teken één blok."""
    return teken(blok, {}, "Stichting Voorbeeldhuis, Kwaliteitsverslag 2024.")


def regels(beeld: Losbeeld) -> list[Tekstregel]:
    """Alle regels tekst in een beeld."""
    return [vorm for vorm in beeld.vormen if isinstance(vorm, Tekstregel)]


def teksten(beeld: Losbeeld) -> list[str]:
    """De tekst van alle regels."""
    return [regel.tekst for regel in regels(beeld)]


def verander(waarde: object, wijzig: Callable[[OpenbaarCijfer], OpenbaarCijfer]) -> object:
    """Verander elk cijfer, hoe diep het ook zit."""
    if isinstance(waarde, OpenbaarCijfer):
        return wijzig(waarde)
    if isinstance(waarde, tuple):
        return tuple(verander(deel_, wijzig) for deel_ in waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        anders = {
            veld.name: verander(getattr(waarde, veld.name), wijzig)
            for veld in fields(waarde)
            if isinstance(getattr(waarde, veld.name), tuple | OpenbaarCijfer)
            or is_dataclass(getattr(waarde, veld.name))
        }
        return replace(waarde, **anders)
    return waarde


def overlappen(een: Tekstregel, ander: Tekstregel) -> bool:
    """Waar als de letters van twee regels elkaar raken; de kapitalen zijn 0,71 van de grootte, een staart 0,22."""
    naast = een.tot <= ander.van or ander.tot <= een.van
    boven = een.y + 0.22 * een.grootte <= ander.y - 0.71 * ander.grootte
    onder = ander.y + 0.22 * ander.grootte <= een.y - 0.71 * een.grootte
    return not (naast or boven or onder)


def eis_binnen(beeld: Losbeeld) -> None:
    """Elke vorm blijft binnen het beeld, en tekst ook binnen de rand."""
    for regel in regels(beeld):
        assert LINKS - 0.5 <= regel.van <= regel.tot <= RECHTS + 0.5, regel
        assert 0 < regel.y - regel.grootte < regel.y + 0.25 * regel.grootte < beeld.hoogte, regel
    for vorm in beeld.vormen:
        if isinstance(vorm, Rechthoek):
            assert 0 <= vorm.x <= vorm.x + vorm.breedte <= BREEDTE
            assert 0 <= vorm.y <= vorm.y + vorm.hoogte <= beeld.hoogte


def eis_vrij(beeld: Losbeeld) -> None:
    """Geen twee teksten raken elkaar."""
    raken = [(een.tekst, ander.tekst) for een, ander in combinations(regels(beeld), 2) if overlappen(een, ander)]
    assert not raken


# ---- geometrie -----------------------------------------------------------------------------------------------------


@given(st.sampled_from((2, 3, 5)).flatmap(lambda n: st.lists(st.integers(0, 900), min_size=n, max_size=n)))
def test_de_vakken_van_een_balk_sluiten_aan_en_zijn_samen_honderd(tellingen: list[int]) -> None:
    vakken = verdeling.deel_in(verdelingsrij("Vraag", tuple(tellingen))) if sum(tellingen) else ()
    if not sum(tellingen):
        return
    assert vakken[0].x == 0
    assert abs(sum(vak.breedte for vak in vakken) - 100) < 0.01
    assert all(vak.breedte > 0 for vak in vakken)
    assert all(abs(een.x + een.breedte - ander.x) < 0.01 for een, ander in pairwise(vakken))


@given(st.lists(st.integers(0, 60), min_size=2, max_size=5))
def test_botsende_tekens_in_de_spiegel_gaan_uit_elkaar_en_blijven_in_hun_rij(tellers: list[int]) -> None:
    groepen = list(Doelgroep)[: len(tellers)]
    rij = Spiegelrij(
        onderwerp="Onderwerp",
        cijfers=tuple((groep, deel(teller, 60, groep)) for groep, teller in zip(groepen, tellers, strict=True)),
        verschil=0,
        vraagteksten=(),
    )
    romp = los_spiegel.teken_rij(rij)
    tekens = [vorm for vorm in romp.vormen if isinstance(vorm, Cirkel | Veelhoek)]
    assert len(tekens) == len(tellers)
    for een, ander in combinations(tekens, 2):
        assert abs(een.x - ander.x) >= 17 or abs(een.y - ander.y) >= spiegel.BAANHOOGTE
    for vorm in tekens:
        assert 8 <= vorm.y <= romp.hoogte - 8
        assert los_spiegel.VELD <= vorm.x <= RECHTS


def test_tekens_op_dezelfde_plaats_botsen_zonder_verschuiving() -> None:
    """Positieve controle: de toets hierboven heeft echt iets te vinden."""
    gelijk = tuple((groep, deel(30, 60, groep)) for groep in (CL, NA))
    baan = spiegel.leg_uit(
        Spiegelrij(onderwerp="x", cijfers=gelijk, verschil=0, vraagteksten=()),
    )
    assert baan.tekens[0].x == baan.tekens[1].x
    assert baan.tekens[0].dy != baan.tekens[1].dy


def test_de_tekens_zijn_niet_groter_dan_de_afstand_tussen_twee_banen() -> None:
    halve = {
        "c": los_spiegel.STRAAL,
        **{soort: max(abs(y) for _, y in hoeken) for soort, hoeken in los_spiegel.HOEKEN.items()},
    }
    assert set(halve) == set(spiegel.TEKENS.values())
    assert all(een + ander <= spiegel.BAANHOOGTE for een, ander in combinations(halve.values(), 2))


PUNT = st.one_of(
    st.none(),
    st.integers(0, 60).map(lambda teller: deel(teller, 60)),
    st.sampled_from((TE_WEINIG, NIET_GETOOND, BAND_HOOG)),
)


def maak_trend(cijfers: list[OpenbaarCijfer | None], breuken: list[bool]) -> Trendfiguur:
    """Een trend met een punt per jaar."""
    return Trendfiguur(
        kop=kop(4, "figuur-trend", ("Zelf bepalen",), "Antwoorden van cliënten"),
        vraagtekst="Vraag",
        doelgroep=CL,
        punten=tuple(
            Trendpunt(jaar=2019 + rang, cijfer=cijfer, breuk=rang > 0 and breuk)
            for rang, (cijfer, breuk) in enumerate(zip(cijfers, breuken, strict=True))
        ),
    )


@settings(deadline=None)
@given(st.lists(st.tuples(PUNT, st.booleans()), min_size=1, max_size=6))
def test_in_een_trend_van_zes_jaar_blijft_alles_binnen_het_beeld_en_raakt_niets_elkaar(
    punten: list[tuple[OpenbaarCijfer | None, bool]],
) -> None:
    beeld = beeld_van(maak_trend([cijfer for cijfer, _ in punten], [breuk for _, breuk in punten]))
    eis_binnen(beeld)
    eis_vrij(beeld)


@pytest.mark.parametrize("breuken", [[False] * 12, [True] * 12, [rang in (3, 4, 7) for rang in range(12)]])
def test_ook_in_een_trend_van_twaalf_jaar_raken_de_woorden_elkaar_niet(breuken: list[bool]) -> None:
    vol: list[OpenbaarCijfer | None] = [deel(20 + 3 * rang, 60) for rang in range(12)]
    gaten = [deel(20, 60), TE_WEINIG, None, BAND_HOOG, NIET_GETOOND, None, deel(59, 60), TE_WEINIG, BAND_LAAG]
    for cijfers in (vol, [*gaten, deel(1, 60), None, deel(60, 60)]):
        beeld = beeld_van(maak_trend(cijfers, breuken))
        eis_binnen(beeld)
        eis_vrij(beeld)
        assert teksten(beeld).count("nieuwe reeks") <= sum(breuken)
        assert ("nieuwe reeks" in teksten(beeld)) is any(breuken)


def test_een_gat_krijgt_woorden_en_geen_punt() -> None:
    cijfers = [deel(30, 60), TE_WEINIG, None, BAND_HOOG, deel(40, 60)]
    beeld = beeld_van(maak_trend(cijfers, [False] * 5))
    punten = [vorm for vorm in beeld.vormen if isinstance(vorm, Cirkel)]
    assert len(punten) == 2
    tekst = " ".join(teksten(beeld))
    for woord in ("te weinig", "niet", "gemeten", "meer dan", "90%"):
        assert woord in tekst
    lijnen = [vorm for vorm in beeld.vormen if isinstance(vorm, Lijn) and vorm.kleur == "merk"]
    assert not lijnen
    assert any(
        isinstance(vorm, Lijn) and vorm.kleur == "merk"
        for vorm in beeld_van(maak_trend([deel(30, 60), deel(40, 60)], [False, False])).vormen
    )


def test_de_punten_van_een_trend_staan_waar_de_pagina_ze_zet() -> None:
    blok = maak_trend([deel(10, 60), deel(50, 60)], [False, False])
    pagina = trend.leg_uit(blok.punten).punten
    los = [vorm for vorm in beeld_van(blok).vormen if isinstance(vorm, Cirkel)]
    assert los[0].y - los[1].y == pytest.approx(pagina[0].y - pagina[1].y)
    assert los[1].x - los[0].x == pytest.approx((pagina[1].x - pagina[0].x) / 100 * (RECHTS - LINKS))


def test_wie_geen_percentage_mag_hebben_krijgt_geen_balk_en_geen_teken() -> None:
    rijen = (
        kale_rij("Vraag een.", BAND_HOOG),
        kale_rij("Vraag twee.", TE_WEINIG),
        kale_rij("Vraag drie.", NIET_GETOOND),
    )
    beeld = beeld_van(Verdelingsfiguur(kop=kop(2, "figuur", ("Titel",), "Ondertitel"), rijen=rijen))
    vakken = [vorm for vorm in beeld.vormen if isinstance(vorm, Rechthoek)]
    assert [vak.streep for vak in vakken] == [True] * 3
    assert {"te weinig antwoorden", "niet getoond", "geen balk: zo is niemand te herkennen"} <= set(teksten(beeld))
    met_balk = Verdelingsfiguur(kop=kop(2, "figuur", ("Titel",), "x"), rijen=(verdelingsrij("Vraag", (47, 9, 6)),))
    assert any(isinstance(vorm, Rechthoek) and vorm.kleur == "l2" for vorm in beeld_van(met_balk).vormen)
    romp = los_spiegel.teken_rij(
        Spiegelrij(
            onderwerp="Onderwerp",
            cijfers=((CL, BAND_HOOG), (NA, TE_WEINIG), (PR, deel(40, 61, PR)), (SA, BAND_LAAG)),
            verschil=None,
            vraagteksten=(),
        )
    )
    assert len([vorm for vorm in romp.vormen if isinstance(vorm, Cirkel | Veelhoek)]) == 1


# ---- tekst ---------------------------------------------------------------------------------------------------------


@given(ZINNEN, st.integers(40, 700), st.sampled_from(list(Letter)))
def test_afgebroken_regels_passen_en_verliezen_geen_letter(tekst: str, breedte: int, letter: Letter) -> None:
    gebroken = breek_af(tekst, letter, 17, breedte)
    assert all(meet(regel, letter, 17) <= breedte for regel in gebroken)
    assert "".join("".join(gebroken).split()) == "".join(tekst.split())


@given(ZINNEN)
def test_een_gelijk_verdeelde_titel_heeft_evenveel_regels_en_past(tekst: str) -> None:
    gelijk = breek_gelijk(tekst, Letter.KOP, 23, 672)
    assert len(gelijk) == len(breek_af(tekst, Letter.KOP, 23, 672))
    assert all(meet(regel, Letter.KOP, 23) <= 672 for regel in gelijk)


def test_een_lang_woord_breekt_liever_bij_een_zacht_streepje() -> None:
    woord = f"Samenwerkings{ZACHT_STREEPJE}partners"
    assert breek_af(woord, Letter.VET, 15, 130) == ("Samenwerkings-", "partners")
    assert breek_af(woord, Letter.VET, 15, 300) == ("Samenwerkingspartners",)
    assert len(breek_af(woord, Letter.VET, 15, 60)) > 2


@pytest.mark.parametrize("breedte", [1, 600])
def test_een_woord_dat_tien_keer_zo_lang_is_kost_niet_veel_meer_dan_tien_keer_zoveel(breedte: int) -> None:
    def klok(aantal: int) -> float:
        begin = process_time()
        regels = breek_af("w" * aantal, Letter.GEWOON, 17, breedte)
        assert sum(map(len, regels)) == aantal
        return process_time() - begin

    kort, lang = (min(klok(aantal) for _ in range(5)) for aantal in (10_000, 100_000))
    assert lang < 30 * kort


def test_een_woord_breekt_waar_het_ook_met_meten_van_elk_stuk_zou_breken() -> None:
    woord = f"mi{ZACHT_STREEPJE}Wwij{ZACHT_STREEPJE}{ZACHT_STREEPJE}l" * 12
    for breedte in range(1, 200, 7):
        rest, stukken = woord, []
        while meet(rest, Letter.VET, 15) > breedte and len(rest) > 1:
            zacht = [p for p in range(1, len(rest)) if rest[p] == ZACHT_STREEPJE]
            zacht = [p for p in zacht if meet(f"{rest[:p]}-", Letter.VET, 15) <= breedte]
            plaats = max(zacht or [p for p in range(1, len(rest)) if meet(rest[:p], Letter.VET, 15) <= breedte] or [1])
            stukken.append(rest[:plaats] + "-" * (rest[plaats] == ZACHT_STREEPJE))
            rest = rest[plaats:].removeprefix(ZACHT_STREEPJE)
        verwacht = tuple(stuk.replace(ZACHT_STREEPJE, "") for stuk in (*stukken, rest))
        assert breek_af(woord, Letter.VET, 15, breedte) == verwacht


def test_de_breedtes_zijn_die_van_de_letter() -> None:
    assert lees_breedtes(Letter.GEWOON)["a"] == 0.561
    assert lees_breedtes(Letter.GEWOON)[" "] == 0.26
    assert meet("mm", Letter.GEWOON, 10) > meet("ii", Letter.GEWOON, 10)
    assert meet("a", Letter.VET, 10) > meet("a", Letter.GEWOON, 10)


def test_een_teken_dat_ontbreekt_wordt_een_letter_zonder_accent_of_een_vakje() -> None:
    assert maak_toonbaar("Nguyễn", Letter.GEWOON) == "Nguyen"
    assert maak_toonbaar("Zoë", Letter.GEWOON) == "Zoë"
    assert maak_toonbaar("нет", Letter.GEWOON) == ONBEKEND * 3
    kop_ = kop(1, "figuur", ("Titel van Zoë en Нет 🙂",), "Ondertitel")
    beeld = beeld_van(Verdelingsfiguur(kop=kop_, rijen=(kale_rij("Vraag ễ", TE_WEINIG),)))
    assert als_png(beeld).startswith(b"\x89PNG")
    assert "Нет 🙂" in als_svg(beeld)


def test_elke_tekst_in_een_los_beeld_is_minstens_vijftien_pixels() -> None:
    groottes = {regel.grootte for beeld in beelden() for regel in regels(beeld)}
    assert min(groottes) >= KLEINSTE_TEKST
    uit_svg = re.findall(r'font-size="([\d.]+)"', "".join(map(als_svg, beelden())))
    assert {float(grootte) for grootte in uit_svg} == groottes


def test_geen_tekst_buiten_het_beeld_en_geen_twee_teksten_over_elkaar() -> None:
    assert len(beelden()) == 8
    for beeld in beelden():
        eis_binnen(beeld)
        eis_vrij(beeld)


def test_de_toets_op_overlap_vindt_een_overlap() -> None:
    een = Tekstregel(x=24, y=100, tekst="Cliënten", grootte=17)
    assert overlappen(een, replace(een, x=60))
    assert not overlappen(een, replace(een, y=123))
    assert not overlappen(een, replace(een, x=200))


@settings(deadline=None, max_examples=40)
@given(ZINNEN, ZINNEN, ZINNEN)
def test_ook_met_vreemde_lange_teksten_blijft_alles_binnen_en_vrij(titel: str, vraag: str, groep: str) -> None:
    kop_ = replace(kop(2, "figuur", (titel,), vraag), bron=groep, noten=((vraag, deel(47, 62)),))
    figuur = Verdelingsfiguur(
        kop=kop_,
        rijen=(verdelingsrij(vraag, (12, 24, 11, 10, 5)), kale_rij(groep, BAND_HOOG, SA), kale_rij(titel, TE_WEINIG)),
    )
    rij = Spiegelrij(
        onderwerp=vraag, cijfers=((CL, deel(40, 60)), (NA, BAND_HOOG)), verschil=12, vraagteksten=(), oordeel=groep
    )
    for blok in (figuur, Spiegelfiguur(kop=kop_, groepen=(CL, NA), rijen=(rij,)), replace(maak_matrix(), kop=kop_)):
        beeld = beeld_van(blok)
        eis_binnen(beeld)
        eis_vrij(beeld)


@pytest.mark.parametrize(
    "bronnen",
    [
        ("Cliënten", "Naasten", "Professionals", "Samenwerkingspartners", "Registratie"),
        ("Cliënten", "Naasten", "Professionals", "Ervaringsdeskundigen", "Samenwerkingspartners", "Registratie"),
    ],
)
def test_de_dekkingsmatrix_past_met_alle_bronnen(bronnen: tuple[str, ...]) -> None:
    beeld = beeld_van(maak_matrix(bronnen))
    eis_binnen(beeld)
    eis_vrij(beeld)
    woorden = {woord.removesuffix("-") for tekst in teksten(beeld) for woord in tekst.split()}
    assert {"Professionals", "Registratie", "Samenwerken", "Samenleving", "gevraagd", "getoond"} <= woorden


@given(st.lists(st.text("abcdefgh ", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=8))
def test_de_kolommen_van_de_dekkingsmatrix_raken_elkaar_niet(bronnen: list[str]) -> None:
    blok = maak_matrix(tuple(bronnen))
    plaatsen = dekking.verdeel(blok)
    assert all(x + breedte <= ander for (x, breedte), (ander, _) in pairwise(plaatsen))
    assert plaatsen[-1][0] + plaatsen[-1][1] == pytest.approx(RECHTS)
    assert dekking.kantel(dekking.kantel(blok)) == blok


def test_elke_soort_dekking_en_elke_stand_heeft_een_eigen_vorm() -> None:
    def vorm_van(tekens: tuple[Veelhoek | Cirkel, ...]) -> tuple[object, ...]:
        return tuple((v.punten if isinstance(v, Veelhoek) else v.straal, bool(v.kleur)) for v in tekens)

    dekkingen = {vorm_van(dekking.teken_dekking(soort)) for soort in SOORTEN}
    standen = {vorm_van(teken_stand(status, "merk", "papier")) for status in Actiestatus}
    assert len(dekkingen) == len(SOORTEN)
    assert len(standen) == len(Actiestatus)


def test_een_volle_legenda_gaat_door_op_de_volgende_regel() -> None:
    punten = [legenda.Punt(teken=(), breedte=16, naam="Een vrij lange naam voor een kant") for _ in range(4)]
    romp = legenda.leg_uit(punten)
    assert romp.hoogte == 2 * legenda.REGEL
    assert all(vorm.tot <= RECHTS for vorm in romp.vormen if isinstance(vorm, Tekstregel))
    assert legenda.leg_uit(punten[:1]).hoogte == legenda.REGEL


# ---- wat er in het beeld staat -------------------------------------------------------------------------------------


def test_een_los_beeld_zegt_wat_het_is_van_wie_en_waaruit() -> None:
    for beeld in beelden():
        tekst = " ".join(teksten(beeld))
        assert beeld.titel in tekst
        assert not re.search(r"(Figuur|Tabel) \d+", tekst + beeld.omschrijving), "in een andere uitgave is dat anders"
        assert "Bron: " in tekst
        assert "Stichting Voorbeeldhuis, Kwaliteitsverslag 2024. Concept, nog niet vastgesteld." in tekst
        assert "verzonnen" in tekst


def test_een_trend_zonder_eigen_bron_noemt_die_van_de_figuur_met_de_cijfers() -> None:
    blokken = list(loop_secties(maak_verslag().secties))
    figuur = next(blok for blok in blokken if isinstance(blok, Verdelingsfiguur))
    los = next(blok for blok in blokken if isinstance(blok, Trendfiguur) and blok.tabel_bij == figuur.kop.anker)
    zonder = replace(los, kop=replace(los.kop, bron="", anker="figuur-los"))
    verslag = replace(
        maak_verslag(), secties=(Sectie(titel="x", anker="x", blokken=(replace(figuur, ingeklapt=True), zonder)),)
    )
    beeld = next(beeld for beeld in teken_alle(verslag) if beeld.naam == "figuur-los")
    assert any(tekst.startswith("Bron: Vragenlijst") for tekst in teksten(beeld))


def test_alle_woorden_van_de_pagina_staan_ook_in_het_losse_beeld() -> None:
    for blok in loop_secties(maak_verslag().secties):
        if not isinstance(blok, Beeldblok) or not heeft_beeld(blok):
            continue
        tekst = "".join("".join(teksten(beeld_van(blok))).split())
        if isinstance(blok, Verdelingsfiguur):
            verwacht = [deel_ for rij in blok.rijen for deel_ in (rij.vraagtekst, in_woorden(rij.gunstig))]
        elif isinstance(blok, Spiegelfiguur):
            verwacht = [rij.onderwerp for rij in blok.rijen] + [rij.oordeel.capitalize() for rij in blok.rijen]
        elif isinstance(blok, Trendfiguur):
            verwacht = [in_woorden(punt.cijfer) for punt in blok.punten if punt.cijfer and punt.cijfer.is_getal]
        elif isinstance(blok, Terugblik):
            verwacht = [regel.actie.wat for regel in blok.regels] + ["Later dan gepland", "Geen stand gemeld"]
        elif isinstance(blok, Dekkingsmatrix):
            verwacht = [cel.tekst for _, cellen in blok.rijen for cel in cellen]
        else:
            verwacht = [in_woorden(rij.cijfer) for rij in blok.rijen if rij.cijfer.status is Status.GETOOND]
        assert verwacht
        for woorden in verwacht:
            assert "".join(woorden.split()) in tekst


def getallen_in(waarde: object) -> set[str]:
    """Elk getal dat een blok mag laten zien: in zijn teksten, en in de woorden van zijn openbare cijfers."""
    if isinstance(waarde, OpenbaarCijfer):
        woorden = in_woorden(waarde) if waarde.status not in VERBORGEN else ""
        return set(re.findall(r"\d+", woorden)) | ({str(waarde.jaar)})
    if isinstance(waarde, str | int):
        return set(re.findall(r"\d+", str(waarde)))
    if isinstance(waarde, tuple):
        return {getal for deel_ in waarde for getal in getallen_in(deel_)}
    if is_dataclass(waarde):
        return {getal for veld in fields(waarde) for getal in getallen_in(getattr(waarde, veld.name))}
    return set()


def vreemde_getallen(beeld: Losbeeld, toegestaan: set[str]) -> set[str]:
    """De getallen in de tekst van de SVG die nergens vandaan komen."""
    boom = ElementTree.fromstring(als_svg(beeld))
    tekst = " ".join(element.text or "" for element in boom.iter() if element.tag != f"{SVG}svg")
    return set(re.findall(r"\d+", tekst)) - toegestaan - {"0", "25", "50", "75", "100"}


def test_elk_getal_in_een_beeld_komt_uit_een_openbaar_cijfer_of_een_tekst() -> None:
    for blok in loop_secties(maak_verslag().secties):
        if isinstance(blok, Beeldblok) and heeft_beeld(blok):
            jaren = {str(jaar) for jaar in range(2019, 2025)}
            respons = {getal for rij in getattr(blok, "rijen", ()) for getal in _telling(getattr(rij, "cijfer", None))}
            assert not vreemde_getallen(beeld_van(blok), getallen_in(blok) | jaren | respons)


def _telling(cijfer: object) -> set[str]:
    """De aantallen van een respons, zoals "1.310 van 1.680"."""
    if not isinstance(cijfer, OpenbaarCijfer) or cijfer.status in VERBORGEN:
        return set()
    return set(re.findall(r"\d+", f"{cijfer.teller or 0:,} {cijfer.noemer or 0:,}"))


def test_de_toets_op_getallen_vindt_een_vreemd_getal() -> None:
    figuur = Verdelingsfiguur(kop=kop(2, "f", ("Titel",), "x"), rijen=(kale_rij("Vraag 37 met 83", TE_WEINIG),))
    assert vreemde_getallen(beeld_van(figuur), {"2", "37", "2024", "1", "31"}) == {"83"} - set()


def maak_geheim(waarde: float, teller: int, noemer: int) -> Callable[[OpenbaarCijfer], OpenbaarCijfer]:
    """Zet een waarde in elk cijfer dat alleen woorden mag laten zien."""

    def wijzig(cijfer: OpenbaarCijfer) -> OpenbaarCijfer:
        if cijfer.status not in ALLEEN_WOORDEN:
            return cijfer
        return replace(
            cijfer, waarde=waarde, teller=teller, noemer=noemer, ondergrens=waarde / 2, bovengrens=min(1, waarde * 2)
        )

    return wijzig


def maak_met(wijzig: Callable[[OpenbaarCijfer], OpenbaarCijfer]) -> tuple[Uitvoerbestand, ...]:
    """De bestanden van het verslag met veranderde cijfers."""
    verslag = maak_verslag()
    secties = verander(verslag.secties, wijzig)
    assert isinstance(secties, tuple)
    return maak_figuren(replace(verslag, secties=secties))


def test_een_verborgen_waarde_laat_geen_spoor_na_in_svg_of_png() -> None:
    een, ander = maak_met(maak_geheim(0.31, 4, 9)), maak_met(maak_geheim(0.87, 7, 8))
    assert len(een) == 16
    assert een == ander


def test_een_getoonde_waarde_verandert_de_bestanden_wel() -> None:
    def wijzig(cijfer: OpenbaarCijfer) -> OpenbaarCijfer:
        return replace(cijfer, teller=41, waarde=41 / 62) if (cijfer.teller, cijfer.noemer) == (47, 62) else cijfer

    anders = {bestand.pad: bestand.inhoud for bestand in maak_met(wijzig)}
    gewoon = bestanden()
    assert anders.keys() == gewoon.keys()
    veranderd = {pad for pad in gewoon if anders[pad] != gewoon[pad]}
    assert {"figuren/figuur-clienten.svg", "figuren/figuur-clienten.png", "figuren/figuur-spiegel.png"} <= veranderd


# ---- bestanden -----------------------------------------------------------------------------------------------------


def test_elk_beeld_is_er_als_svg_en_als_png_met_de_naam_van_zijn_anker() -> None:
    namen = [blok for blok in loop_secties(maak_verslag().secties) if heeft_beeld(blok)]
    verwacht = [f"figuren/{beeldnaam(blok)}.{soort}" for blok in namen for soort in ("svg", "png")]
    assert list(bestanden()) == verwacht
    assert "figuren/figuur-stand.svg" in bestanden()
    assert "figuren/figuur-matrix.png" in bestanden()
    assert all(re.fullmatch(r"figuren/[a-z0-9-]+\.(svg|png)", pad) for pad in bestanden())


def test_wat_geen_figuur_is_heeft_geen_beeld() -> None:
    zonder_kop = Terugblik(samenvatting="", regels=())
    for blok in (Alinea(delen=("Tekst",)), zonder_kop, replace(zonder_kop, kop=kop(1, "a", ("b",), "c"))):
        assert not heeft_beeld(blok)
        assert beeldnaam(blok) == ""
    assert heeft_beeld(maak_matrix())
    assert beeldnaam(maak_matrix()) == "figuur-matrix"


def test_hetzelfde_verslag_geeft_dezelfde_bytes() -> None:
    assert {bestand.pad: bestand.inhoud for bestand in maak_figuren(maak_verslag())} == bestanden()


MAG = {
    f"{SVG}{naam}"
    for naam in ("svg", "title", "desc", "pattern", "rect", "text", "line", "circle", "polygon", "polyline")
}


def test_elke_svg_is_geldige_xml_en_staat_op_zichzelf() -> None:
    svgs = [inhoud.decode() for pad, inhoud in bestanden().items() if pad.endswith(".svg")]
    assert len(svgs) == 8
    for svg in svgs:
        boom = ElementTree.fromstring(svg)
        assert boom.tag == f"{SVG}svg"
        assert boom.get("viewBox") == f"0 0 {boom.get('width')} {boom.get('height')}"
        assert boom.get("role") == "img"
        assert boom.find(f"{SVG}title") is not None
        assert boom.find(f"{SVG}desc") is not None
        achtergrond = boom.find(f"{SVG}rect")
        assert achtergrond is not None
        assert achtergrond.get("fill") == "#ffffff"
        namen = {element.get("id") for element in boom.iter() if element.get("id")}
        for element in boom.iter():
            assert element.tag in MAG
            for naam, waarde in element.attrib.items():
                assert not naam.startswith("on")
                assert naam not in ("style", "class", "href")
                assert "//" not in waarde
                assert set(re.findall(r"url\(#([^)]*)\)", waarde)) <= namen
                assert "url(" not in waarde.replace("url(#", "")


def test_tekst_van_mensen_wordt_ontsnapt() -> None:
    boos = '<script>alert(1)</script> & "citaat" \' ]]>'
    figuur = Verdelingsfiguur(
        kop=kop(2, "figuur", (boos,), boos), rijen=(kale_rij(boos, TE_WEINIG), verdelingsrij(boos, (47, 9, 6)))
    )
    svg = als_svg(beeld_van(figuur))
    boom = ElementTree.fromstring(svg)
    assert {element.tag for element in boom.iter()} <= MAG
    assert "<script" not in svg
    assert any("<script>" in (element.text or "") for element in boom.iter(f"{SVG}text"))


def test_een_png_is_dubbel_zo_groot_heeft_een_palet_en_niets_dan_beeld() -> None:
    for beeld in beelden():
        inhoud = bestanden()[f"figuren/{beeld.naam}.png"]
        png = Image.open(BytesIO(inhoud))
        assert png.size == (2 * BREEDTE, 2 * beeld.hoogte)
        assert png.mode == "P"
        assert not png.info
        assert len(inhoud) < 160_000


def test_de_png_is_dezelfde_tekening_als_de_svg() -> None:
    """Vergeleken met een andere tekenaar; kleine verschillen zitten in de randen van letters."""
    letters = [str(letter.pad) for letter in Letter]
    for naam in (
        "figuur-clienten",
        "figuur-clienten-trend",
        "figuur-spiegel",
        "tabel-respons",
        "figuur-stand",
        "figuur-matrix",
    ):
        eigen = lees_grijs(bestanden()[f"figuren/{naam}.png"])
        svg = bestanden()[f"figuren/{naam}.svg"].decode()
        ander = resvg_py.svg_to_bytes(svg_string=svg, zoom=2, font_files=letters, skip_system_fonts=True)
        van_ander = lees_grijs(bytes(ander))
        assert verschil(eigen, van_ander) < 5, naam
        assert verschil(eigen, np.roll(van_ander, 4, axis=0)) > 12, naam


def lees_grijs(png: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Het beeld in grijs, iets vervaagd zodat een pixel verschil niet telt."""
    grijs = Image.open(BytesIO(png)).convert("RGB").convert("L").reduce(4)
    return np.asarray(grijs, dtype=np.float64)


def verschil(
    een: np.ndarray[tuple[int, ...], np.dtype[np.float64]], ander: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> float:
    """Het gemiddelde verschil per punt, van 0 tot 255."""
    return float(np.abs(een - ander).mean())


# ---- kleuren en letters --------------------------------------------------------------------------------------------


def helderheid(kleur: str) -> float:
    """De relatieve helderheid van WCAG."""
    delen = [int(kleur[plaats : plaats + 2], 16) / 255 for plaats in (1, 3, 5)]
    rood, groen, blauw = (deel_ / 12.92 if deel_ <= 0.04045 else ((deel_ + 0.055) / 1.055) ** 2.4 for deel_ in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    """De verhouding van WCAG tussen twee kleuren."""
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def test_elke_tekst_heeft_genoeg_contrast_ook_op_een_arcering() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    paren = {(regel.kleur, regel.op) for beeld in beelden() for regel in regels(beeld)}
    assert len(paren) > 10
    for kleur, op in paren:
        arcering = ARCERINGEN.get(op)
        for onder in (arcering.vlak, arcering.streep) if arcering else (VAST[op],):
            assert contrast(VAST[kleur], onder) >= 4.5, (kleur, op)


def test_elk_vlak_en_elk_teken_valt_op_tegen_het_papier() -> None:
    for naam in ("l1", "l2", "l3", "marge", "merk", "oker", *(naam for naam in VAST if naam.startswith("teken-"))):
        assert contrast(VAST[naam], VAST["papier"]) >= 3, naam
    assert all(contrast(ARCERINGEN[naam].vlak, VAST["papier"]) >= 3 for naam in ("l4", "l5"))
    assert contrast(VAST["lijn"], VAST["papier"]) < 3
    assert contrast(ARCERINGEN["l6"].streep, VAST["papier"]) >= 3


def test_de_kleuren_zijn_die_van_het_lichte_thema() -> None:
    stijl = (SJABLONEN / "stijl.css").read_text(encoding="utf-8").split("prefers-color-scheme")[0]
    tokens = dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]{3,6})", stijl))
    gelijk = ("papier", "inkt", "stil", "lijn", "span", "baan", "marge", "merk", "oker", "l2", "l3")
    anders = {
        "oker-zacht": "oker-z",
        "l1": "merk",
        "teken-c": "merk",
        "teken-n": "l4",
        "teken-p": "mp",
        "teken-e": "me",
    }
    for naam, token in (dict(zip(gelijk, gelijk, strict=True)) | anders).items():
        licht = tokens[token]
        vol = licht if len(licht) == 7 else "#" + "".join(teken_ * 2 for teken_ in licht[1:])
        assert VAST[naam] == vol, naam


def test_de_letters_zijn_klein_en_gaan_met_hun_licentie_mee_in_het_wiel() -> None:
    mee = {bestand.distribution_path for bestand in WheelBuilder(str(PROJECT)).recurse_included_files()}
    letters = {f"kwaliteit/sjablonen/letters/{letter.value}.ttf" for letter in Letter}
    assert letters | {"kwaliteit/sjablonen/letters/OFL.txt", "kwaliteit/sjablonen/los.svg.j2"} <= mee
    assert "kwaliteit/sjablonen/letters/NotoSans-Light.ttf" not in mee
    assert sum(letter.pad.stat().st_size for letter in Letter) < 150_000
    assert "SIL OPEN FONT LICENSE" in (MAP / "OFL.txt").read_text(encoding="utf-8")


def test_de_letters_hebben_elk_teken_van_de_voorbeelddata_en_van_onze_eigen_woorden() -> None:
    soorten = (".yaml", ".md", ".csv")
    mappen = (PROJECT / "voorbeelddata", PROJECT / "kwaliteit" / "vragenlijsten", PROJECT / "kwaliteit" / "kaders")
    paden = [pad for map_ in mappen for pad in map_.rglob("*") if pad.suffix in soorten]
    assert len(paden) > 10
    tekens = {teken_ for pad in paden for teken_ in pad.read_bytes().decode("utf-8", "ignore") if teken_.isprintable()}
    for letter in Letter:
        assert not tekens - lees_breedtes(letter).keys()
        assert set("éëïöü’“”–−…€→≥≤") <= lees_breedtes(letter).keys()
        assert "я" not in lees_breedtes(letter)


def test_een_romp_is_dezelfde_tekening_zonder_titel_en_bron() -> None:
    rompen = {naam: stuk for naam, (stuk,) in teken_rompen(maak_verslag()).items()}
    assert list(rompen) == [beeld.naam for beeld in beelden()]
    for beeld in beelden():
        romp = rompen[beeld.naam]
        eis_vrij(romp)
        assert romp.hoogte < beeld.hoogte
        assert set(teksten(romp)) < set(teksten(beeld))
        assert not any(tekst.startswith("Bron") for tekst in teksten(romp))
        assert "<title" not in als_svg(romp)
        ElementTree.fromstring(als_svg(romp))


def test_een_figuur_zonder_kop_kan_niet_getekend_worden() -> None:
    terugblik = next(
        blok for blok in loop_secties(maak_verslag().secties) if isinstance(blok, Terugblik) and blok.regels
    )
    with pytest.raises(ValueError, match="zonder figuurkop"):
        beeld_van(replace(terugblik, kop=None))


def test_een_anker_dat_twee_keer_voorkomt_geeft_een_beeld() -> None:
    kop_ = Figuurkop(nummer=1, anker="figuur", boodschap=("Titel",), ondertitel="Ondertitel", bron="bron")
    figuur = Verdelingsfiguur(kop=kop_, rijen=(kale_rij("Vraag", maak_cijfer(Status.TE_WEINIG)),))
    verslag = replace(maak_verslag(), secties=(Sectie(titel="x", anker="x", blokken=(figuur, figuur)),))
    assert [bestand.pad for bestand in maak_figuren(verslag)] == ["figuren/figuur.svg", "figuren/figuur.png"]
