"""De uitgaven van het verslag: in gewone taal en als verantwoording, uit precies dezelfde cijfers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from kwaliteit.begrippen.actie import Actiestatus
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.indicator import Breuk, Maat
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.vergelijking import Label, Oordelen
from kwaliteit.begrippen.verhaal import Citaat, Citaattoon, Normstand, Zelfoordeel
from kwaliteit.begrippen.verslag import (
    Alinea,
    Bewijs,
    Citaten,
    Dekkingsmatrix,
    Kernboodschap,
    Kernboodschappen,
    Mensentekst,
    Normregel,
    Normtabel,
    Opsomming,
    Responstabel,
    Sectie,
    Uitgave,
    Verslag,
)
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.rapportage import stel_uitgaven_samen
from kwaliteit.rapportage.gewone_taal import GEEN_CITATEN, GEEN_TEKST, NERGENS_IETS_GESCHREVEN
from kwaliteit.rapportage.zinnen import MEESTE_WOORDEN, tel_woorden
from kwaliteit.weergave import maak_html, maak_markdown
from kwaliteit.weergave.tabellen import lange_tekst, tabel_van
from kwaliteit.weergave.woorden import Vorm, als_tekst, in_woorden
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.verhalen import lees_verhaal
from tests.gouden_verslag import maak_verslag as maak_voorbeeld
from tests.rapportage_fabriek import (
    BIBLIOTHEEK,
    GEEN_OORDELEN,
    HERKOMST,
    JAAR,
    KADER,
    LEEG_VERHAAL,
    REKENREGELS,
    loop_delen,
    loop_secties,
    maak_actie,
    maak_cijfer,
    maak_oordeel,
    maak_oordelen,
    maak_openbaar,
    maak_pijlerverhaal,
    maak_respons,
    maak_tekst,
    maak_volle_cijfers,
    maak_vraag,
    maak_werkmap,
    teksten_van,
    verwijs_naar,
    vraag_aan,
    zoek_blokken,
    zoek_sectie,
)

JARGON = re.compile(
    r"\b(indicator\w*|norm(en)?|respons\w*|pijlers?|doelgroep\w*|marges?|kengetal\w*|methodiek\w*|betrouwbaarheid\w*"
    r"|significant\w*|populatie\w*|n\.v\.t|kernboodschap\w*)\b",
    re.IGNORECASE,
)
AFKORTING = re.compile(r"\b[A-Z]{2,}\b|\b(?:b\.?v|bijv|d\.w\.z|enz|m\.b\.t|o\.a|t\.a\.v)\b\.?")
MEESTE_GEMIDDELD = 12


def maak_uitgaven(
    openbaar: OpenbareIndicatoren | None = None,
    werkmap: Werkmap | None = None,
    *,
    oordelen: Oordelen = GEEN_OORDELEN,
    concept: bool = True,
) -> tuple[Verslag, Verslag, Verslag]:
    """De drie uitgaven, standaard met volle cijfers en zonder woorden van mensen."""
    return stel_uitgaven_samen(
        werkmap or maak_werkmap(),
        KADER,
        BIBLIOTHEEK,
        REKENREGELS,
        openbaar or maak_volle_cijfers(),
        oordelen,
        HERKOMST,
        concept=concept,
    )


def maak_volle_werkmap() -> Werkmap:
    """Een werkmap met citaten, beloften in elke stand, nieuwe acties en twee zelfoordelen."""
    beloften = tuple(maak_actie(f"belofte-{stand.name}", stand=stand) for stand in Actiestatus)
    return maak_werkmap(
        acties=(
            *beloften,
            maak_actie("zonder-stand"),
            maak_actie("nieuw", beloofd_in=JAAR, waarom=("CL01", "C1")),
            maak_actie("los", beloofd_in=JAAR, waarom=("K01",)),
        ),
        citaten=(
            maak_citaat("Het gaat goed.", Doelgroep.CLIENTEN, Citaattoon.POSITIEF),
            maak_citaat("Ik ben blij.", Doelgroep.CLIENTEN, Citaattoon.POSITIEF),
            maak_citaat("Ik wacht te lang.", Doelgroep.CLIENTEN, Citaattoon.KRITISCH),
            maak_citaat("Niemand belt mij.", Doelgroep.NAASTEN, Citaattoon.KRITISCH),
            maak_citaat("Het rooster knelt.", Doelgroep.PROFESSIONALS, Citaattoon.KRITISCH),
        ),
        zelfoordelen=(maak_zelfoordeel("C1", Normstand.DEELS), maak_zelfoordeel("N1", Normstand.NEE, bewijs="")),
    )


def maak_citaat(tekst: str, groep: Doelgroep, toon: Citaattoon) -> Citaat:
    return Citaat(
        tekst=tekst,
        doelgroep=groep,
        pijler="clienten",
        toon=toon,
        toestemming_door="cliënt",
        toestemming_op=date(2024, 11, 1),
        bewerkt_door="redactie",
        waar="citaten/2024.yaml",
    )


def maak_zelfoordeel(norm: str, stand: Normstand, bewijs: str = "Wij keken het na") -> Zelfoordeel:
    return Zelfoordeel(
        norm=norm, stand=stand, bewijs=bewijs, door="Werkgroep", op=date(2025, 2, 6), waar="zelfbeoordeling/2024.yaml"
    )


def alle_cijfers(iets: object) -> list[OpenbaarCijfer]:
    return [deel for deel in loop_delen(iets) if isinstance(deel, OpenbaarCijfer)]


def alle_ankers(verslag: Verslag) -> set[str]:
    """Elk anker van secties, figuren en tabellen op een pagina."""
    koppen = {blok.kop.anker for blok in loop_delen(verslag.secties) if (kop := getattr(blok, "kop", None)) and kop}  # type: ignore[attr-defined]
    return koppen | {vondst.sectie.anker for vondst in loop_secties(verslag.secties)}


def normregels(verantwoording: Verslag) -> dict[str, Normregel]:
    tabellen = [tabel for tabel in zoek_blokken(verantwoording, Normtabel) if tabel.eerste_kop == "Norm"]
    return {regel.id: regel for tabel in tabellen for regel in tabel.regels}


def lees_zinnen(secties: Sequence[Sectie]) -> Iterator[str]:
    """Elke zin die een lezer van deze hoofdstukken ziet; een citaat of tekst van een mens telt niet mee."""
    for vondst in loop_secties(secties):
        yield vondst.sectie.titel
        for blok in vondst.sectie.blokken:
            if isinstance(blok, Alinea):
                yield from re.split(r"(?<=[.?!])\s+", als_tekst(blok.delen))
            elif isinstance(blok, Opsomming):
                for woord, delen in blok.punten:
                    yield from filter(None, (woord, *re.split(r"(?<=[.?!])\s+", als_tekst(delen))))
            elif isinstance(blok, Kernboodschappen):
                for boodschap in blok.boodschappen:
                    yield from filter(None, (boodschap.boodschap, boodschap.voorbehoud, boodschap.verschil))


def lees(secties: Sequence[Sectie]) -> str:
    return "\n".join(lees_zinnen(secties))


# ---- dezelfde cijfers ----


def test_de_drie_uitgaven_staan_in_vaste_volgorde_en_zijn_samen_concept_of_niet() -> None:
    uitgaven = maak_uitgaven(maak_volle_cijfers(), maak_volle_werkmap(), concept=False)
    assert [uitgave.uitgave for uitgave in uitgaven] == list(Uitgave)
    assert {uitgave.concept for uitgave in uitgaven} == {False}


def test_elke_uitgave_toont_alleen_openbare_cijfers_en_de_verantwoording_toont_elk_cijfer_bij_een_norm() -> None:
    openbaar = maak_volle_cijfers()
    _, kort, verantwoording = maak_uitgaven(openbaar, maak_volle_werkmap())
    for uitgave in (kort, verantwoording):
        gevonden = alle_cijfers(uitgave.secties)
        assert len(gevonden) > 3
        assert all(any(cijfer is een for een in openbaar.cijfers) for cijfer in gevonden)
    bij_normen = {id(cijfer) for cijfer in alle_cijfers(tuple(normregels(verantwoording).values()))}
    hoort = [
        openbaar.vind(jaar=JAAR, indicator=cijfer.indicator, maat=cijfer.maat, doelgroep=cijfer.doelgroep, onderdeel="")
        or cijfer
        for cijfer in openbaar.cijfers
        if cijfer.jaar == JAAR and cijfer.maat in ("gunstig", "verhouding")
    ]
    assert {id(cijfer) for cijfer in hoort} == bij_normen


def test_een_kernboodschap_zegt_in_gewone_taal_hetzelfde_als_in_het_verslag() -> None:
    verhaal = replace(LEEG_VERHAAL, pijlers={"clienten": maak_pijlerverhaal(boodschap="Kiezen lukt vaker.")})
    verslag, kort, _ = maak_uitgaven(
        werkmap=maak_werkmap(verhaal=verhaal), oordelen=maak_oordelen(maak_oordeel("CL01", Label.DUIDELIJK, 1))
    )
    lang, een = (zoek_blokken(uitgave, Kernboodschappen)[0].boodschappen for uitgave in (verslag, kort))
    assert [(boodschap.cijfer, boodschap.bij_cijfer, boodschap.verschil) for boodschap in lang] == [
        (boodschap.cijfer, boodschap.bij_cijfer, boodschap.verschil) for boodschap in een
    ]
    assert len(een) == 5
    assert een[0].boodschap == "Kiezen lukt vaker."
    assert een[0].verschil == "Duidelijk meer dan in 2023."
    assert een[0].uitgave is Uitgave.VERSLAG
    assert "door toeval alleen" in lees(kort.secties)
    assert "toeval" not in lees(maak_uitgaven()[1].secties)


def test_elke_link_naar_het_hele_verslag_bestaat_daar_en_elke_andere_op_de_eigen_pagina() -> None:
    acties = maak_volle_werkmap()
    verslag, *andere = maak_uitgaven(werkmap=acties)
    er_zijn = alle_ankers(verslag)
    for uitgave in (verslag, *andere):
        links = [deel for deel in loop_delen(uitgave.secties) if isinstance(deel, Bewijs | Kernboodschap)]
        eigen = alle_ankers(uitgave)
        ankers = [vondst.sectie.anker for vondst in loop_secties(uitgave.secties)]
        assert len(ankers) == len(set(ankers))
        for link in links:
            assert link.anker == "" or link.anker in (er_zijn if link.uitgave is Uitgave.VERSLAG else eigen), link
    naar_verslag = [deel.anker for deel in loop_delen(andere[1].secties) if isinstance(deel, Bewijs) and deel.uitgave]
    assert {"figuur-clienten", "beloften", "vooruitblik", "methode-versie", "tabel-clienten-kengetallen"} <= set(
        naar_verslag
    )
    assert not any(deel.uitgave for deel in loop_delen(verslag.secties) if isinstance(deel, Bewijs | Kernboodschap))


# ---- verantwoording ----


def test_elke_norm_van_het_kader_staat_precies_een_keer_in_de_verantwoording_met_dezelfde_stand() -> None:
    verslag, _, verantwoording = maak_uitgaven(werkmap=maak_volle_werkmap())
    tabellen = [tabel for tabel in zoek_blokken(verantwoording, Normtabel) if tabel.eerste_kop == "Norm"]
    geteld = Counter(regel.id for tabel in tabellen for regel in tabel.regels)
    assert geteld == {norm.id: 1 for norm in KADER.normen}
    (lang,) = (tabel for tabel in zoek_blokken(verslag, Normtabel) if tabel.eerste_kop == "Norm")
    assert {regel.id: regel.stand for regel in lang.regels} == {
        id_: regel.stand for id_, regel in normregels(verantwoording).items()
    }


def test_een_norm_zonder_bewijs_zegt_nog_geen_zicht_ook_als_er_een_verbeteractie_is() -> None:
    volle = maak_volle_cijfers()
    zonder_w1 = maak_openbaar([cijfer for cijfer in volle.cijfers if cijfer.indicator != "SA01"], volle.gevraagd)
    acties = (maak_actie("nieuw", beloofd_in=JAAR, waarom=("W1",)),)
    *_, verantwoording = maak_uitgaven(zonder_w1, maak_werkmap(acties=acties))
    regel = normregels(verantwoording)["W1"]
    assert regel.stand == "nog geen zicht"
    assert [(bewijs.tekst, bewijs.wat) for bewijs in regel.bewijs] == [
        ("Vraag SA01 aan samenwerkingspartners", "“De organisatie werkt met ons samen.” geen informatie"),
        ("Nieuwe verbeteractie", "Actie nieuw (klaar op 31 december 2025)"),
    ]
    assert "Er is geen bewijs bij norm W1." in lees(verantwoording.secties)
    assert normregels(maak_uitgaven()[2])["W1"].stand == "nog geen oordeel"


def test_een_verborgen_cijfer_staat_er_met_zijn_woorden_maar_is_geen_bewijs() -> None:
    volle = maak_volle_cijfers()
    anders = [
        maak_cijfer("SA01", 4, 6, groep=Doelgroep.SAMENWERKINGSPARTNERS) if cijfer.indicator == "SA01" else cijfer
        for cijfer in volle.cijfers
    ]
    regel = normregels(maak_uitgaven(maak_openbaar(anders, volle.gevraagd))[2])["W1"]
    (bewijs,) = regel.bewijs
    assert bewijs.cijfer is not None
    assert in_woorden(bewijs.cijfer) == "te weinig antwoorden"
    assert regel.stand == "nog geen zicht"


def test_bij_elk_bewijs_staat_het_cijfer_met_marge_aantal_vraagtekst_en_groep() -> None:
    *_, verantwoording = maak_uitgaven(oordelen=maak_oordelen(maak_oordeel("CL01", Label.GELIJK)))
    regel = normregels(verantwoording)["C1"]
    bewijs = regel.bewijs[0]
    assert bewijs.tekst == "Vraag CL01 aan cliënten"
    assert bewijs.wat == "“Ik bepaal zelf hoe ik aan mijn herstel werk.”"
    assert (bewijs.anker, bewijs.uitgave) == ("figuur-clienten", Uitgave.VERSLAG)
    assert bewijs.cijfer is not None
    tabel = next(t for t in zoek_blokken(verantwoording, Normtabel) if t.kop.anker == "tabel-normen-clienten")
    cel = tabel_van(tabel).rijen[0][1]
    lang = in_woorden(bewijs.cijfer, Vorm.LANG)
    assert lang == "76% (40% tot 90%, 62 antwoorden)"
    assert cel.tekst == f"{bewijs.tekst}: {bewijs.wat} {lang}, ongeveer gelijk aan 2023"
    kengetal = normregels(verantwoording)["C7"].bewijs[0]
    assert (kengetal.tekst, kengetal.wat) == ("Kengetal K01", "Cliënten met een plan:")
    assert kengetal.cijfer is not None


def test_de_stand_noemt_wie_hem_gaf_en_wanneer() -> None:
    *_, verantwoording = maak_uitgaven(werkmap=maak_volle_werkmap())
    regels = normregels(verantwoording)
    assert (regels["C1"].stand, regels["C1"].door) == ("deels", "Werkgroep, 6 februari 2025")
    assert (regels["N1"].stand, regels["N1"].door) == ("nee", "Werkgroep, 6 februari 2025")
    assert regels["W1"].door == ""
    assert ("Organisatie", "Wij keken het na") in [(bewijs.tekst, bewijs.wat) for bewijs in regels["C1"].bewijs]
    tabel = next(t for t in zoek_blokken(verantwoording, Normtabel) if t.kop.anker == "tabel-normen-clienten")
    assert lange_tekst(tabel_van(tabel).rijen[0][2]) == "Deels (Werkgroep, 6 februari 2025)"


def test_verbeteracties_staan_met_hun_stand_bij_de_norm_die_zij_noemen_of_bij_die_van_hun_vraag() -> None:
    *_, verantwoording = maak_uitgaven(werkmap=maak_volle_werkmap())
    bij_c1 = [(bewijs.tekst, bewijs.wat) for bewijs in normregels(verantwoording)["C1"].bewijs]
    assert ("Verbeteractie uit 2023", "Actie belofte-LATER (later dan gepland)") in bij_c1
    assert ("Verbeteractie uit 2023", "Actie zonder-stand (geen stand gemeld)") in bij_c1
    assert ("Nieuwe verbeteractie", "Actie nieuw (klaar op 31 december 2025)") in bij_c1
    los = ("Nieuwe verbeteractie", "Actie los (klaar op 31 december 2025)")
    assert los not in bij_c1
    assert los in [(bewijs.tekst, bewijs.wat) for bewijs in normregels(verantwoording)["C7"].bewijs]


def test_bovenaan_staat_eerlijk_geteld_hoeveel_normen_nog_geen_oordeel_hebben() -> None:
    *_, verantwoording = maak_uitgaven(werkmap=maak_volle_werkmap())
    eerste = verantwoording.secties[0]
    assert eerste.anker == "stand"
    assert isinstance(eerste.blokken[0], Alinea)
    assert als_tekst(eerste.blokken[0].delen) == "4 van 6 normen hebben nog geen oordeel van de organisatie."
    assert eerste.blokken[0].toon == "let_op"
    assert "Bij 6 van 6 normen staat minstens één cijfer." in lees((eerste,))
    oordelen = tuple(maak_zelfoordeel(norm.id, Normstand.JA) for norm in KADER.normen)
    zonder = maak_uitgaven(werkmap=maak_werkmap(zelfoordelen=oordelen))[2].secties[0]
    assert "nog geen oordeel" not in lees((zonder,)).lower()


def test_bovenaan_staan_de_normen_zonder_oordeel_met_een_link_naar_hun_pijler() -> None:
    *_, verantwoording = maak_uitgaven(werkmap=maak_volle_werkmap())
    (lijst,) = zoek_blokken(verantwoording.secties[0], Opsomming)
    met_anker = {
        (woord, als_tekst(delen), anker)
        for (woord, delen), anker in zip(lijst.punten, lijst.ankers, strict=True)
        if anker
    }
    assert ("Nog geen oordeel bij cliënten:", "C7.", "normen-clienten") in met_anker
    assert ("Nog geen oordeel bij samenwerken:", "W1.", "normen-samenwerken") in met_anker
    assert not [woord for woord, _, _ in met_anker if "naasten" in woord], "N1 heeft een oordeel"
    assert {anker for *_, anker in met_anker} <= {sectie.anker for sectie in verantwoording.secties}
    html, plat = (maak(verantwoording).inhoud.decode() for maak in (maak_html, maak_markdown))
    assert re.search(r'<a href="?#kv-normen-clienten"?>Nog geen oordeel bij cliënten:</a></b> C7\.', html)
    assert "<b>Normen.</b>" in html, "een punt zonder anker is geen link"
    assert "Nog geen oordeel bij cliënten:" in plat


def test_bij_een_eis_keek_het_programma_alleen_of_het_onderdeel_er_is() -> None:
    verslag, _, verantwoording = maak_uitgaven(werkmap=maak_volle_werkmap())
    zin = "Bij een eis keek het programma alleen of het onderdeel er is."
    assert zin in lees((verantwoording.secties[0],))
    assert "De stand bij een norm is het eigen oordeel van de organisatie." in lees((verantwoording.secties[0],))
    for uitgave in (verslag, verantwoording):
        tabel = next(t for t in zoek_blokken(uitgave, Normtabel) if t.kop.anker == "tabel-eisen")
        assert zin in als_tekst(tabel.kop.noten[0])
        assert {regel.door for regel in tabel.regels} == {""}


def test_een_kengetal_heeft_zijn_eenheid_en_het_cijfer_van_de_vorige_keer() -> None:
    volle = maak_volle_cijfers()
    vorig = replace(
        maak_cijfer("K14", 40, 100, groep=None, maat=Maat.VERHOUDING, waarde=2.5, jaar=2023),
        eenheid="per 1.000",
        teller=None,
    )
    nu = replace(volle.index[JAAR, "K14", Maat.VERHOUDING, None, ORGANISATIE, ""], eenheid="per 1.000")
    andere = [cijfer for cijfer in volle.cijfers if cijfer.indicator != "K14"]
    gebroken = replace(nu, breuk=Breuk.VRAAG)
    gevonden = []
    for cijfers in ((vorig, nu), (vorig, gebroken), (nu,)):
        *_, verantwoording = maak_uitgaven(maak_openbaar([*andere, *cijfers], volle.gevraagd))
        tabel = next(t for t in zoek_blokken(verantwoording, Normtabel) if t.kop.anker == "tabel-normen-samenleving")
        gevonden.append(next(b for b in tabel_van(tabel).rijen[0][1].bewijs if "K14" in b.tekst).voluit)
    begin = "Kengetal K14: Incidenten, per 1.000 cliëntdagen: 3,2"
    assert gevonden == [f"{begin}, in 2023 2,5", begin, begin]


def test_de_verantwoording_heeft_eisen_matrix_deelname_grenzen_methode_en_versie() -> None:
    *_, verantwoording = maak_uitgaven(maak_openbaar(), maak_werkmap())
    ankers = [sectie.anker for sectie in verantwoording.secties]
    assert ankers == [
        "stand",
        "eisen",
        *(f"normen-{pijler.id}" for pijler in KADER.pijlers),
        "matrix",
        "respons",
        "grenzen",
        "methode",
    ]
    (eisen,) = zoek_blokken(zoek_sectie(verantwoording, "eisen"), Normtabel)
    assert [regel.id for regel in eisen.regels] == [eis.id for eis in KADER.eisen]
    assert zoek_blokken(verantwoording, Dekkingsmatrix)
    assert not zoek_blokken(verantwoording, Responstabel)
    assert zoek_blokken(maak_uitgaven()[2], Responstabel)
    assert "Een adres." in lees((zoek_sectie(verantwoording, "eisen"),)), "voor wie het verslag is (eis V7)"
    grenzen = lees((zoek_sectie(verantwoording, "grenzen"),))
    assert "Dit jaar vroeg de organisatie naasten niets." in grenzen
    assert "verkorte versie" in grenzen
    methode = lees((zoek_sectie(verantwoording, "methode"),))
    assert "Minder dan 10 antwoorden: geen cijfer." in methode
    assert "0123456789ab" in methode


def test_voor_het_kader_zegt_de_verantwoording_dat_er_geen_normen_golden() -> None:
    werkmap = maak_werkmap(kader=None)
    *_, verantwoording = maak_uitgaven(werkmap=werkmap)
    assert not zoek_blokken(verantwoording, Normtabel)
    assert "In 2024 gold dit kader nog niet." in lees(verantwoording.secties)
    assert zoek_blokken(verantwoording, Responstabel)
    assert "eigen woorden" not in lees(verantwoording.secties)
    assert "norm is" not in lees(verantwoording.secties)
    assert "norm" not in verantwoording.inleiding
    assert "Per norm" in maak_uitgaven()[2].inleiding


def test_een_boodschap_boven_de_normen_van_een_pijler_telt_de_standen_in_hoogstens_twaalf_woorden() -> None:
    *_, verantwoording = maak_uitgaven(werkmap=maak_volle_werkmap())
    koppen = [tabel.kop for tabel in zoek_blokken(verantwoording, Normtabel)]
    assert len(koppen) == 6
    for kop in koppen:
        assert 0 < tel_woorden(kop.boodschap) <= MEESTE_WOORDEN
        assert kop.nummer
        assert kop.ondertitel.endswith(str(JAAR))
        assert kop.bron
    assert als_tekst(koppen[1].boodschap) == "Cliënten: 1 deels en 1 nog geen oordeel"


# ---- in gewone taal ----


def test_gewone_taal_heeft_geen_jargon_en_geen_afkortingen() -> None:
    volle = maak_volle_cijfers()
    laag = maak_openbaar(
        [*volle.cijfers, maak_respons(Doelgroep.ERVARINGSDESKUNDIGEN, 4, 8)],
        volle.gevraagd,
        niet_gevraagd=(Doelgroep.NAASTEN,),
    )
    oordelen = maak_oordelen(maak_oordeel("CL01", Label.MOGELIJK, -1))
    for openbaar in (volle, laag, maak_openbaar()):
        for werkmap in (maak_werkmap(), maak_volle_werkmap()):
            kort = maak_uitgaven(openbaar, werkmap, oordelen=oordelen)[1]
            tekst = "\n".join((kort.titel, kort.inleiding, kort.omschrijving, lees(kort.secties)))
            assert not JARGON.findall(tekst)
            assert not AFKORTING.findall(re.sub(r"belofte-[A-Z_]+", "", tekst))
    assert JARGON.findall("De respons per doelgroep, met marge, bij elke indicator van deze pijler en norm.")
    assert AFKORTING.findall("De NPS, o.a. in 2024.")
    assert JARGON.findall(lees(maak_uitgaven()[2].secties))


def test_de_vaste_zinnen_in_gewone_taal_zijn_gemiddeld_hoogstens_twaalf_woorden() -> None:
    for werkmap in (maak_werkmap(), maak_volle_werkmap()):
        kort = maak_uitgaven(werkmap=werkmap)[1]
        lengtes = [len(zin.split()) for zin in (kort.inleiding, *lees_zinnen(kort.secties))]
        assert len(lengtes) > 15
        assert mean(lengtes) <= MEESTE_GEMIDDELD
        assert max(lengtes) <= 2 * MEESTE_GEMIDDELD


def test_zonder_woorden_van_mensen_staat_er_overal_een_neutrale_zin() -> None:
    kort = maak_uitgaven(maak_openbaar())[1]
    tekst = lees(kort.secties)
    assert all(sectie.blokken for sectie in kort.secties)
    for zin in (GEEN_TEKST, GEEN_CITATEN, NERGENS_IETS_GESCHREVEN, "Dit jaar is aan niemand iets gevraagd."):
        assert tekst.count(zin) == 1
    assert "Citaten" in [sectie.titel for sectie in kort.secties]
    assert "Er stonden geen beloften open" in tekst
    assert "Over nieuwe acties schreef de organisatie dit jaar niets." in tekst


def test_eigen_woorden_in_gewone_taal_komen_in_plaats_van_de_samenvatting() -> None:
    samenvatting = replace(LEEG_VERHAAL, samenvatting=maak_tekst("De samenvatting."))
    eigen = replace(samenvatting, gewone_taal=maak_tekst("Zelf kiezen: ", verwijs_naar("CL01"), "."))
    openbaar = maak_volle_cijfers()
    zonder, met = (
        zoek_blokken(maak_uitgaven(openbaar, maak_werkmap(verhaal=verhaal))[1], Mensentekst)
        for verhaal in (samenvatting, eigen)
    )
    assert [blok.delen for blok in zonder] == [("De samenvatting.",)]
    assert [als_tekst(blok.delen) for blok in met] == ["Zelf kiezen: 76%."]
    assert any(met[0].delen[1] is cijfer for cijfer in openbaar.cijfers)
    onbekend = replace(LEEG_VERHAAL, gewone_taal=maak_tekst(verwijs_naar("ZZ99")))
    with pytest.raises(WerkmapFout):
        maak_uitgaven(werkmap=maak_werkmap(verhaal=onbekend))


def test_het_bestand_met_gewone_taal_wordt_gelezen(tmp_path: Path) -> None:
    map_ = tmp_path / "verhaal" / str(JAAR)
    map_.mkdir(parents=True)
    assert lees_verhaal(Leesplank(map=tmp_path), JAAR).gewone_taal is None
    (map_ / "gewone-taal.md").write_text('Dit ging goed: {{ cijfer("CL01") }}.\n', encoding="utf-8")
    verhaal = lees_verhaal(Leesplank(map=tmp_path), JAAR)
    assert verhaal.gewone_taal is not None
    assert verhaal.gewone_taal.delen[0] == "Dit ging goed: "
    assert not verhaal.pijlers


@pytest.mark.parametrize(
    ("groepen", "titel"),
    [
        ((Doelgroep.NAASTEN, Doelgroep.CLIENTEN), "Wat cliënten en naasten zeiden"),
        ((Doelgroep.NAASTEN,), "Wat naasten zeiden"),
        ((Doelgroep.CLIENTEN, Doelgroep.PROFESSIONALS), "Wat cliënten zeiden"),
        ((Doelgroep.PROFESSIONALS,), "Citaten"),
    ],
)
def test_de_kop_boven_de_citaten_noemt_alleen_wie_er_staat(groepen: tuple[Doelgroep, ...], titel: str) -> None:
    citaten = tuple(maak_citaat("Het gaat goed.", groep, Citaattoon.POSITIEF) for groep in groepen)
    kort = maak_uitgaven(werkmap=maak_werkmap(citaten=citaten))[1]
    assert zoek_sectie(kort, "citaten").titel == titel


def test_per_groep_hoogstens_twee_citaten_waarvan_een_kritisch() -> None:
    (citaten,) = zoek_blokken(maak_uitgaven(werkmap=maak_volle_werkmap())[1], Citaten)
    assert [(regel.tekst, regel.rol) for regel in citaten.citaten] == [
        ("Het gaat goed.", "Cliënt"),
        ("Ik wacht te lang.", "Cliënt"),
        ("Niemand belt mij.", "Naaste"),
    ]


def test_de_beloften_worden_geteld_en_per_stand_genoemd_zonder_reden() -> None:
    kort = maak_uitgaven(werkmap=maak_volle_werkmap())[1]
    sectie = zoek_sectie(kort, "beloften")
    alinea, lijst = sectie.blokken
    assert isinstance(alinea, Alinea)
    assert isinstance(lijst, Opsomming)
    assert als_tekst(alinea.delen) == "1 van 7 beloften is klaar."
    assert [(woord, als_tekst(delen)) for woord, delen in lijst.punten] == [
        ("Klaar.", "Actie belofte-KLAAR."),
        ("Loopt.", "Actie belofte-LOOPT."),
        ("Later dan gepland.", "Actie belofte-LATER."),
        ("Deels.", "Actie belofte-DEELS."),
        ("Gestopt.", "Actie belofte-GESTOPT."),
        ("Niet gelukt.", "Actie belofte-NIET_GELUKT."),
        ("Geen stand gemeld.", "Actie zonder-stand."),
    ]
    assert "Een reden." not in teksten_van(sectie)


def test_kan_de_deelname_niet_in_een_getal_dan_staat_zij_per_groep_met_de_noemer() -> None:
    volle = maak_volle_cijfers()
    anders = [
        maak_respons(Doelgroep.NAASTEN, 4, 40)
        if cijfer.indicator == "respons" and cijfer.doelgroep is Doelgroep.NAASTEN
        else cijfer
        for cijfer in volle.cijfers
    ]
    kort = maak_uitgaven(maak_openbaar(anders, volle.gevraagd))[1]
    tekst = lees((zoek_sectie(kort, "respons"),))
    assert "67% van de 176 gevraagde cliënten gaf antwoord." in tekst
    assert "Naasten: te weinig antwoorden." in tekst
    assert "40" not in tekst
    assert "472 van de 704 gevraagde mensen gaven antwoord." in lees((zoek_sectie(maak_uitgaven()[1], "respons"),))
    assert len(HOOFDGROEPEN) == 4


def test_onderaan_staat_waar_het_hele_verslag_staat_en_wie_vragen_beantwoordt() -> None:
    zonder = lees((zoek_sectie(maak_uitgaven()[1], "contact"),))
    assert "Vragen?\nkwaliteit@proef.example." in zonder
    assert "https:" not in zonder
    werkmap = maak_werkmap()
    met_url = replace(
        werkmap,
        publicatie=replace(werkmap.publicatie, url="https://proef.example/verslag"),
        organisatie=replace(werkmap.organisatie, contact=""),
    )
    met = lees((zoek_sectie(maak_uitgaven(werkmap=met_url)[1], "contact"),))
    assert "Het komt op https://proef.example/verslag" in met
    definitief = maak_uitgaven(werkmap=met_url, concept=False)[1]
    assert "Het staat op https://proef.example/verslag" in lees((zoek_sectie(definitief, "contact"),))
    assert "Neem contact op met Stichting Proef." in met


def test_een_afkorting_in_een_bijschrift_verdwijnt_in_gewone_taal() -> None:
    schaal = Schaal(naam="nps", soort=Schaalsoort.NPS, laagste=0, hoogste=10)
    vraag = maak_vraag("CL09", tekst="Beveelt u ons aan?", schaal=schaal)
    cijfer = replace(maak_cijfer("CL09", 30, 60, maat=Maat.NPS, waarde=12.0), teller=None)
    openbaar = maak_openbaar([cijfer], [vraag_aan(vraag, Doelgroep.CLIENTEN)])
    lang, kort = (zoek_blokken(uitgave, Kernboodschappen)[0].boodschappen[0] for uitgave in maak_uitgaven(openbaar)[:2])
    assert lang.bij_cijfer == "aanbevelingsscore (NPS) van cliënten: “Beveelt u ons aan?”"
    assert kort.bij_cijfer == "aanbevelingsscore van cliënten: “Beveelt u ons aan?”"


def test_een_niet_gevraagde_groep_staat_in_beide_uitgaven_eerlijk_vermeld() -> None:
    volle = maak_volle_cijfers()
    cijfers = [cijfer for cijfer in volle.cijfers if cijfer.doelgroep is not Doelgroep.NAASTEN]
    gevraagd = [een for een in volle.gevraagd if een.doelgroep is not Doelgroep.NAASTEN]
    openbaar = maak_openbaar(cijfers, gevraagd, niet_gevraagd=(Doelgroep.NAASTEN,))
    _, kort, verantwoording = maak_uitgaven(openbaar)
    zin = "Dit jaar vroeg de organisatie naasten niets."
    assert zin in lees(kort.secties)
    assert zin in lees(verantwoording.secties)
    assert zin not in lees(maak_uitgaven()[1].secties)
    regel = normregels(verantwoording)["N1"]
    assert regel.stand == "nog geen zicht"
    assert not any(cijfer.status is Status.NIET_GEVRAAGD for cijfer in alle_cijfers(regel))


# ---- de voorbeeldorganisatie ----


@pytest.fixture(scope="module")
def openbaar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """De openbare map van de voorbeelddata."""
    return maak_voorbeeld(tmp_path_factory.mktemp("voorbeelddata")) / "openbaar"


def test_elke_link_van_een_uitgave_naar_het_verslag_bestaat_op_die_pagina(openbaar: Path) -> None:
    verslag = (openbaar / "verslag.html").read_text(encoding="utf-8")
    ids = set(re.findall(r'\bid="?([\w-]+)', verslag))
    for naam, minstens in (("kort", 5), ("verantwoording", 80)):
        pagina = (openbaar / f"{naam}.html").read_text(encoding="utf-8")
        ankers = re.findall(r"verslag\.html#([\w-]+)", pagina)
        assert len(ankers) >= minstens
        assert set(ankers) <= ids


def test_elk_getal_in_een_uitgave_staat_met_dezelfde_woorden_in_het_hele_verslag(openbaar: Path) -> None:
    verslag, kort, verantwoording = (
        (openbaar / f"{naam}.md").read_text(encoding="utf-8") for naam in ("verslag", "kort", "verantwoording")
    )
    lang = re.findall(r"\S+ \([^()]*(?:antwoorden|\d van \d)[^()]*\)", verantwoording)
    assert len(lang) > 60
    assert [getal for getal in lang if getal not in verslag] == []
    los = re.findall(r"\d+(?:,\d+)?%|\d+ van (?:de )?\d+", kort)
    assert len(los) > 6
    assert [getal for getal in los if getal not in verslag] == []


def test_een_schaalscore_heet_in_de_verantwoording_geen_vraag(openbaar: Path) -> None:
    tekst = (openbaar / "verantwoording.md").read_text(encoding="utf-8")
    assert "[Score PRS1 van professionals](" in tekst
    assert "[Vraag PR01 aan professionals](" in tekst
    assert "Vraag PRS1" not in tekst


def test_elke_norm_van_het_echte_kader_is_een_rij_in_de_verantwoording(openbaar: Path) -> None:
    verantwoording = (openbaar / "verantwoording.md").read_text(encoding="utf-8")
    rijen = re.findall(r"^\| ([CNPSW]\d+)\\?\. ", verantwoording, re.MULTILINE)
    assert len(rijen) == 33
    assert len(set(rijen)) == 33
    assert "20 van 33 normen hebben nog geen oordeel van de organisatie." in verantwoording


def test_de_bladzijde_in_gewone_taal_heeft_ook_met_de_woorden_van_mensen_geen_jargon(openbaar: Path) -> None:
    tekst = (openbaar / "kort.md").read_text(encoding="utf-8")
    tekst = tekst[: tekst.index("## Meer weten?")]
    assert "In 2024 ging er veel goed." in tekst
    assert not JARGON.findall(tekst)
    assert not AFKORTING.findall(tekst)
    assert len(tekst.split()) < 650, "op één bladzijde papier"
