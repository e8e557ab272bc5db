"""De platte delen: heel het verslag in leesvolgorde, met dezelfde woorden en getallen als de pagina."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.verslag import (
    Alinea,
    Bewijs,
    Blok,
    Cijfertabel,
    Dekkingscel,
    Dekkingsmatrix,
    Figuurkop,
    Kernboodschappen,
    Mensentekst,
    Normtabel,
    Sectie,
    Spiegelfiguur,
    Terugblik,
    Trendfiguur,
    Uitgave,
    Verdelingsfiguur,
    Verslag,
)
from kwaliteit.weergave.alternatief import alternatief
from kwaliteit.weergave.mensentekst import als_delen
from kwaliteit.weergave.plat.delen import (
    Aanhaling,
    Beeld,
    Codeblok,
    Kop,
    Lijst,
    Platcel,
    Platdeel,
    Plattabel,
    Streep,
    Stukje,
    Tekst,
    knip_tabel,
    lees_tekst,
    maak_regel,
    maak_volledig,
    verschuif_koppen,
)
from kwaliteit.weergave.plat.maken import maak_plat
from kwaliteit.weergave.tabellen import Tabelblok, lange_tekst, tabel_van
from kwaliteit.weergave.woorden import in_woorden
from tests.platte_lezers import lees_delen
from tests.voorbeeldverslag import deel, maak_voorbeeldverslag

KOP = Figuurkop(
    nummer=7, anker="figuur-dekking", boodschap=("Bijna alles is bekend",), ondertitel="Alles, 2024", bron="x"
)


def loop_delen(delen: tuple[Platdeel, ...]) -> Iterator[Platdeel]:
    for deel_ in delen:
        yield deel_
        if isinstance(deel_, Lijst):
            for punt in deel_.punten:
                yield from loop_delen(punt)
        elif isinstance(deel_, Aanhaling):
            yield from loop_delen(deel_.delen)


def verslag_met(*blokken: Blok) -> Verslag:
    sectie = Sectie(titel="Hoofdstuk", anker="hoofdstuk", blokken=blokken)
    return replace(maak_voorbeeldverslag(), secties=(sectie,))


def delen_van(*blokken: Blok) -> tuple[Platdeel, ...]:
    """De platte delen van een blok: wat er tussen de kop van het hoofdstuk en de streep staat."""
    plat = maak_plat(verslag_met(*blokken))
    begin = next(rang for rang, deel_ in enumerate(plat) if isinstance(deel_, Kop) and deel_.niveau == 2)
    return plat[begin + 1 : plat.index(Streep())]


def blokken_van(secties: tuple[Sectie, ...]) -> Iterator[Blok]:
    for sectie in secties:
        yield from sectie.blokken
        yield from blokken_van(sectie.secties)


def cijfers_in(iets: object) -> Iterator[OpenbaarCijfer]:
    if isinstance(iets, OpenbaarCijfer):
        yield iets
    elif isinstance(iets, tuple):
        for een in iets:
            yield from cijfers_in(een)
    elif is_dataclass(iets) and not isinstance(iets, type):
        for veld in fields(iets):
            yield from cijfers_in(getattr(iets, veld.name))


# ---- het hele verslag ----


def test_elk_cijfer_van_het_verslag_staat_in_de_platte_delen() -> None:
    verslag = maak_voorbeeldverslag()
    woorden = " ".join(tekst for _, tekst in lees_delen(maak_plat(verslag)))
    cijfers = list(cijfers_in(verslag.secties))
    assert len(cijfers) > 300
    assert [in_woorden(cijfer) for cijfer in cijfers if in_woorden(cijfer) not in woorden] == []
    assert "123 van 456" not in woorden


def test_elke_tabel_staat_er_cel_voor_cel_in_met_hoogstens_vijf_kolommen() -> None:
    verslag = maak_voorbeeldverslag()
    tabellen = [deel_ for deel_ in maak_plat(verslag) if isinstance(deel_, Plattabel)]
    blokken = [
        blok
        for blok in blokken_van(verslag.secties)
        if isinstance(blok, Tabelblok) and not (isinstance(blok, Trendfiguur) and blok.tabel_bij)
    ]
    assert len(tabellen) == len(blokken) > 20
    for blok, tabel in zip(blokken, tabellen, strict=True):
        bron = tabel_van(blok)
        assert tabel.koppen == bron.koppen
        assert [[lees_tekst(cel.regel) for cel in rij] for rij in tabel.rijen] == [
            [lange_tekst(cel) for cel in rij] for rij in bron.rijen
        ]
    assert max(len(tabel.koppen) for tabel in tabellen) <= 5
    assert all(tabel.bijschrift.startswith("Tabel") and tabel.anker for tabel in tabellen)


def test_elke_figuur_heeft_titel_beeld_tabel_en_bron_in_die_volgorde() -> None:
    plat = maak_plat(maak_voorbeeldverslag())
    figuren = [
        blok
        for blok in blokken_van(maak_voorbeeldverslag().secties)
        if isinstance(blok, Verdelingsfiguur | Trendfiguur | Spiegelfiguur)
    ]
    plaatsen = [rang for rang, deel_ in enumerate(plat) if isinstance(deel_, Beeld)]
    assert len(plaatsen) == len(figuren) > 10
    for plaats, blok in zip(plaatsen, figuren, strict=True):
        titel, beeld, volgt = plat[plaats - 1], plat[plaats], plat[plaats + 1]
        assert isinstance(titel, Tekst)
        assert lees_tekst(titel.regel).startswith(f"Figuur {blok.kop.nummer}. ")
        assert titel.regel[0].vet
        assert beeld == Beeld(naam=blok.kop.anker, alt=alternatief(blok))
        verwijst = isinstance(blok, Trendfiguur) and blok.tabel_bij
        assert isinstance(volgt, Tekst if verwijst else Plattabel)


def test_de_titel_is_de_enige_kop_van_niveau_een_en_geen_kop_slaat_een_niveau_over() -> None:
    niveaus = [deel_.niveau for deel_ in maak_plat(maak_voorbeeldverslag()) if isinstance(deel_, Kop)]
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(volgende - vorige <= 1 for vorige, volgende in pairwise(niveaus))


def test_een_concept_zegt_dat_en_noemt_geen_datum_van_vaststelling() -> None:
    verslag = maak_voorbeeldverslag()
    concept = " ".join(tekst for _, tekst in lees_delen(maak_plat(verslag)))
    vast = " ".join(tekst for _, tekst in lees_delen(maak_plat(replace(verslag, concept=False))))
    assert "Concept. Dit verslag is nog niet vastgesteld." in concept
    assert "Vastgesteld op" not in concept
    assert "Vastgesteld op 12 mei 2025" in vast
    assert "Concept." not in vast


@pytest.mark.parametrize("uitgave", Uitgave)
def test_elke_uitgave_wijst_naar_de_andere_en_naar_de_cijfers(uitgave: Uitgave) -> None:
    plat = maak_plat(replace(maak_voorbeeldverslag(), uitgave=uitgave))
    doelen = {
        stukje.doel for deel_ in loop_delen(plat) if isinstance(deel_, Tekst) for stukje in deel_.regel if stukje.doel
    }
    verwacht = {f"{een}.html" for een in Uitgave} - {f"{uitgave}.html"}
    assert {doel for doel in doelen if "/" not in doel and doel.endswith(".html")} == verwacht | {"indicatoren.html"}
    assert "gegevens/indicatoren.csv" in doelen


def test_een_anker_op_een_andere_uitgave_wijst_naar_die_pagina() -> None:
    verslag = maak_voorbeeldverslag()
    kern = next(blok for blok in blokken_van(verslag.secties) if isinstance(blok, Kernboodschappen))
    elders = replace(kern, boodschappen=tuple(replace(een, uitgave=Uitgave.VERSLAG) for een in kern.boodschappen))
    (lijst,) = delen_van(elders)
    assert isinstance(lijst, Lijst)
    tekst = lijst.punten[0][0]
    assert isinstance(tekst, Tekst)
    assert tekst.regel[0].doel == "verslag.html#kv-clienten"
    normen = next(blok for blok in blokken_van(verslag.secties) if isinstance(blok, Normtabel))
    bewijs = (Bewijs(tekst="figuur 2", anker="figuur-clienten", uitgave=Uitgave.VERSLAG), Bewijs(tekst="los", anker=""))
    tabel = next(
        deel_
        for deel_ in delen_van(replace(normen, regels=(replace(normen.regels[0], bewijs=bewijs),)))
        if isinstance(deel_, Plattabel)
    )
    assert tabel.rijen[0][1].regel == (
        Stukje(tekst="figuur 2", doel="verslag.html#kv-figuur-clienten"),
        Stukje(tekst="; los"),
    )


def test_een_dekkingsmatrix_staat_er_als_beeld_en_als_geknipte_tabel() -> None:
    bronnen = ("Cliënten", "Naasten", "Professionals", "Ervaringsdeskundigen", "Samenwerkingspartners", "Registratie")
    cellen = tuple(Dekkingscel(soort="alles", tekst=f"{nummer} van 9 vragen") for nummer in range(1, 7))
    delen = delen_van(Dekkingsmatrix(kop=KOP, bronnen=bronnen, rijen=(("Naasten", cellen), ("Cliënten", cellen))))
    tabellen = [deel_ for deel_ in delen if isinstance(deel_, Plattabel)]
    assert [tabel.koppen for tabel in tabellen] == [("Pijler", *bronnen[:3]), ("Pijler", *bronnen[3:])]
    assert [tabel.bijschrift[-14:] for tabel in tabellen] == ["(deel 1 van 2)", "(deel 2 van 2)"]
    assert [tabel.anker for tabel in tabellen] == ["figuur-dekking-tabel", ""]
    assert any(isinstance(deel_, Beeld) and deel_.naam == "figuur-dekking" for deel_ in delen)


def test_een_terugblik_met_figuurkop_krijgt_een_titel_en_een_beeld() -> None:
    blok = next(
        blok for blok in blokken_van(maak_voorbeeldverslag().secties) if isinstance(blok, Terugblik) and blok.regels
    )
    zonder = delen_van(blok)
    met = delen_van(replace(blok, kop=KOP))
    assert lees_tekst(zonder[0].regel if isinstance(zonder[0], Tekst) else ()) == "1 van 6 klaar"
    assert isinstance(met[0], Tekst)
    assert lees_tekst(met[0].regel) == "Figuur 7. Bijna alles is bekend Alles, 2024"
    assert isinstance(met[1], Beeld)
    assert zonder[1] == met[2]
    woorden = " ".join(tekst for _, tekst in lees_delen(met))
    for stand in ("(klaar)", "(loopt)", "(later dan gepland)", "(deels)", "(gestopt)", "(geen stand gemeld)"):
        assert stand in woorden


def test_een_alinea_met_een_webadres_of_e_mailadres_krijgt_een_link() -> None:
    (tekst,) = delen_van(Alinea(delen=("Zie https://voorbeeld.example/a_b. Of mail a.b@voorbeeld.example, graag.",)))
    assert isinstance(tekst, Tekst)
    assert [(stukje.tekst, stukje.doel) for stukje in tekst.regel if stukje.doel] == [
        ("https://voorbeeld.example/a_b", "https://voorbeeld.example/a_b"),
        ("a.b@voorbeeld.example", "mailto:a.b@voorbeeld.example"),
    ]
    (vreemd,) = delen_van(Alinea(delen=("javascript:alert(1) en ftp://x.example",)))
    assert isinstance(vreemd, Tekst)
    assert [stukje.doel for stukje in vreemd.regel] == [""]


def test_een_cijfertabel_zegt_ook_wat_er_is_geteld() -> None:
    blok = next(blok for blok in blokken_van(maak_voorbeeldverslag().secties) if isinstance(blok, Cijfertabel))
    delen = delen_van(replace(blok, uitleg=(("Geteld zijn ", deel(47, 62), "."),)))
    assert Tekst(regel=(Stukje(tekst="Geteld zijn 76%."),), toon="stil") in delen


# ---- woorden van mensen ----


def lees(tekst: str, niveau: int = 3) -> tuple[Platdeel, ...]:
    return als_delen((tekst,), niveau)


def test_woorden_van_mensen_houden_hun_opmaak() -> None:
    (tekst,) = lees("Een **vet *en schuin*** woord, ~~weg~~, `code` en\\\neen [link](https://voorbeeld.example).")
    assert isinstance(tekst, Tekst)
    assert tekst.regel == (
        Stukje(tekst="Een "),
        Stukje(tekst="vet ", vet=True),
        Stukje(tekst="en schuin", vet=True, schuin=True),
        Stukje(tekst=" woord, "),
        Stukje(tekst="weg", doorgehaald=True),
        Stukje(tekst=", "),
        Stukje(tekst="code", code=True),
        Stukje(tekst=" en\neen "),
        Stukje(tekst="link", doel="https://voorbeeld.example"),
        Stukje(tekst="."),
    )


def test_woorden_van_mensen_worden_dezelfde_delen() -> None:
    lijst_en_citaat = "- een\n- twee\n\n  3. drie\n\n> citaat"
    code_en_tabel = "```\nregel  een\n\n  twee\n```\n\n| a | b |\n|---|---|\n| 1 | |"
    kop, lijst, aanhaling, code, tabel, streep = lees(f"# A\n\n{lijst_en_citaat}\n\n{code_en_tabel}\n\n---")
    assert kop == Kop(niveau=3, regel=(Stukje(tekst="A"),))
    assert isinstance(lijst, Lijst)
    assert lijst.punten[1][1] == Lijst(punten=((Tekst(regel=(Stukje(tekst="drie"),)),),), begin=3)
    assert aanhaling == Aanhaling(delen=(Tekst(regel=(Stukje(tekst="citaat"),)),))
    assert code == Codeblok(tekst="regel  een\n\n  twee")
    assert isinstance(tabel, Plattabel)
    assert (tabel.bijschrift, tabel.koppen, tabel.rijen[0][1].regel) == ("", ("a", "b"), ())
    assert streep == Streep()


def test_wat_een_mens_leeg_liet_valt_weg() -> None:
    assert lees("#\n\n##  \n\n![](https://x.example/y.png)\n\n-\n-\n\n>\n\n```\n\n```") == ()
    assert [type(deel_) for deel_ in lees("# \n\n## Wel\n\ntekst")] == [Kop, Tekst]
    assert lees("# \n\n## Wel")[0] == Kop(niveau=3, regel=(Stukje(tekst="Wel"),))


def test_een_brede_tabel_van_een_mens_wordt_geknipt() -> None:
    kop = "|".join("abcdefg")
    tabellen = lees(f"|{kop}|\n|{'|'.join(['---'] * 7)}|\n|{'|'.join('1234567')}|")
    assert [tabel.koppen for tabel in tabellen if isinstance(tabel, Plattabel)] == [
        ("a", "b", "c", "d"),
        ("a", "e", "f", "g"),
    ]


def test_een_figuur_van_een_mens_of_een_vreemde_link_wordt_alleen_tekst() -> None:
    (tekst,) = lees("![beeld](https://voorbeeld.example/x.png) en [klik](javascript:x) <script>alert(1)</script>")
    assert isinstance(tekst, Tekst)
    assert [stukje.doel for stukje in tekst.regel] == [""]
    assert lees_tekst(tekst.regel) == "beeld en [klik](javascript:x) <script>alert(1)</script>"


def test_een_verslag_zonder_tekst_van_mensen_leest_hetzelfde() -> None:
    assert delen_van(Mensentekst(delen=("",))) == ()


# ---- bouwstenen ----


@pytest.mark.parametrize("kolommen", range(1, 20))
def test_knippen_verliest_geen_cel_en_herhaalt_alleen_de_rijkop(kolommen: int) -> None:
    koppen = tuple(f"k{nummer}" for nummer in range(kolommen))
    rij = tuple(Platcel(regel=(Stukje(tekst=f"c{nummer}"),)) for nummer in range(kolommen))
    tabel = Plattabel(bijschrift="T", koppen=koppen, rijen=(rij,), getallen=True, slot_is_tekst=True, anker="t")
    kort = Platcel(regel=(Stukje(tekst="kort"),))
    delen = knip_tabel(tabel, [kort])
    assert all(len(deel_.koppen) == len(deel_.rijen[0]) <= 5 for deel_ in delen)
    assert [kop for deel_ in delen for kop in deel_.koppen[1:]] == list(koppen[1:])
    assert [cel for deel_ in delen for cel in deel_.rijen[0][1:]] == list(rij[1:])
    assert [deel_.rijen[0][0] for deel_ in delen] == [rij[0], *[kort] * (len(delen) - 1)]
    assert [deel_.slot_is_tekst for deel_ in delen] == [*[False] * (len(delen) - 1), True]
    assert (delen == (tabel,)) is (kolommen <= 5)


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(alphabet="ab \n\t\x00\x1f\x85\ud800", max_size=6), st.booleans()), max_size=6))
def test_een_regel_heeft_enkele_spaties_en_geen_stuurtekens(delen: list[tuple[str, bool]]) -> None:
    for op_een_regel in (True, False):
        regel = maak_regel(*(Stukje(tekst=tekst, vet=vet) for tekst, vet in delen), op_een_regel=op_een_regel)
        woorden = lees_tekst(regel)
        assert woorden == woorden.strip()
        assert "  " not in woorden
        assert not set(woorden) - set("ab " if op_een_regel else "ab \n")
        assert all(stukje.tekst for stukje in regel)
        assert all(een.vet is not ander.vet for een, ander in pairwise(regel))
        kale = "".join(tekst for tekst, _ in delen)
        assert [teken for teken in woorden if teken in "ab"] == [teken for teken in kale if teken in "ab"]


def test_koppen_verschuiven_tot_hoogstens_zes_ook_in_een_lijst_of_citaat() -> None:
    kop = Kop(niveau=5, regel=(Stukje(tekst="x"),))
    delen: tuple[Platdeel, ...] = (kop, Lijst(punten=((kop,),)), Aanhaling(delen=(kop,)))
    verschoven = [deel_.niveau for deel_ in loop_delen(verschuif_koppen(delen, 3)) if isinstance(deel_, Kop)]
    assert verschoven == [6, 6, 6]
    assert verschuif_koppen(delen, 0) == delen


@pytest.mark.parametrize(
    ("doel", "basis", "volledig"),
    [
        ("kort.html", "", "kort.html"),
        ("kort.html", "https://x.example/k", "https://x.example/k/kort.html"),
        ("figuren/a.svg", "https://x.example/k/", "https://x.example/k/figuren/a.svg"),
        ("https://y.example", "https://x.example", "https://y.example"),
        ("mailto:a@b.example", "https://x.example", "mailto:a@b.example"),
        ("#kv-a", "https://x.example", "#kv-a"),
    ],
)
def test_een_webadres_komt_alleen_voor_een_pad_in_de_map(doel: str, basis: str, volledig: str) -> None:
    assert maak_volledig(doel, basis) == volledig
