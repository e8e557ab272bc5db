"""De kamer geheimhouding: welke rijen er zijn, wat erin staat, en wat nooit. De rekenregels zelf staan in de
rekenvoorbeelden, de wet dat niets te herleiden is in `test_geheimhouding_orakel`.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Indicatoren, Maat, Responsmeting
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import Beveiligd, OpenbaarCijfer, Pijlertelling, Status
from kwaliteit.begrippen.vragenlijst import Kengetalsoort, Schaal
from kwaliteit.geheimhouding import beveilig
from kwaliteit.geheimhouding.blokken import maak_indeling, vul_aan
from kwaliteit.geheimhouding.grenzen import bepaal_grenzen, kies_binnen_grenzen, vind_bepaald
from kwaliteit.geheimhouding.ladder import bandprocent, rond_af
from tests.geheimhouding_orakel import heeft_getal
from tests.geheimhouding_organisaties import (
    CIJFER10,
    EENS5,
    GETAL,
    JA_NEE,
    JAAR,
    KADER,
    KEUZE,
    maak_boom,
    maak_indicatoren,
    maak_kengetal,
    maak_regels,
    maak_vraag,
    stel,
)

Vakken = tuple[int, ...]
TWEE = maak_boom({"": ["noord", "oost"]})


def bescherm(intern: Indicatoren) -> Beveiligd:
    return beveilig(intern, KADER, maak_regels())


def bescherm_vraag(antwoorden: Mapping[str, Vakken], schaal: Schaal = JA_NEE) -> Beveiligd:
    boom = maak_boom({"": [naam for naam in antwoorden if naam != ORGANISATIE]})
    return bescherm(maak_indicatoren(boom, [stel(maak_vraag("V1", schaal))], {"V1": antwoorden}))


def vind(
    beveiligd: Beveiligd,
    onderdeel: str = ORGANISATIE,
    *,
    indicator: str = "V1",
    maat: Maat = Maat.GUNSTIG,
    doelgroep: Doelgroep | None = Doelgroep.CLIENTEN,
    categorie: str = "",
    jaar: int = JAAR,
) -> OpenbaarCijfer:
    cijfer = beveiligd.openbaar.vind(
        jaar=jaar, indicator=indicator, maat=maat, doelgroep=doelgroep, onderdeel=onderdeel, categorie=categorie
    )
    assert cijfer is not None
    return cijfer


# --- de ladder -------------------------------------------------------------------------------------------------------


def test_vanaf_dertig_antwoorden_staan_waarde_teller_noemer_en_marge_er() -> None:
    cijfer = vind(bescherm_vraag({"noord": (24, 8)}))
    assert (cijfer.waarde, cijfer.teller, cijfer.noemer, cijfer.status) == (0.75, 24, 32, Status.GETOOND)
    assert cijfer.ondergrens is not None
    assert cijfer.methode is not None
    assert cijfer.toelichting == ""


def test_bij_weinig_antwoorden_staan_alleen_teller_en_noemer_er() -> None:
    cijfer = vind(bescherm_vraag({"noord": (11, 3)}))
    assert (cijfer.teller, cijfer.noemer, cijfer.status) == (11, 14, Status.WEINIG)
    assert (cijfer.waarde, cijfer.ondergrens, cijfer.bovengrens, cijfer.methode) == (None, None, None, None)
    assert cijfer.toelichting == "bij minder dan 30 geen percentage"


def test_onder_de_drempel_staat_er_alleen_dat_het_te_weinig_is() -> None:
    cijfer = vind(bescherm_vraag({"noord": (5, 4)}))
    assert (cijfer.status, cijfer.toelichting) == (Status.TE_WEINIG, "te weinig antwoorden")
    assert not heeft_getal(cijfer)


@pytest.mark.parametrize(
    ("vakken", "status", "woorden"),
    [
        ((2, 12), Status.BAND_LAAG, "minder dan 3 van de 14"),
        ((12, 2), Status.BAND_HOOG, "meer dan 11 van de 14"),
        ((2, 28), Status.BAND_LAAG, "minder dan 10%"),
        ((28, 2), Status.BAND_HOOG, "meer dan 90%"),
        ((0, 400), Status.BAND_LAAG, "minder dan 10%"),
    ],
)
def test_een_band_staat_in_woorden_zonder_getal(vakken: Vakken, status: Status, woorden: str) -> None:
    cijfer = vind(bescherm_vraag({"noord": vakken}))
    assert (cijfer.status, cijfer.toelichting) == (status, woorden)
    assert (cijfer.waarde, cijfer.teller, cijfer.ondergrens, cijfer.methode) == (None, None, None, None)


@pytest.mark.parametrize("band", [2, 3, 4])
@pytest.mark.parametrize("procent_vanaf", [20, 30, 31, 50])
def test_het_percentage_van_een_band_is_waar_voor_elk_aantal(band: int, procent_vanaf: int) -> None:
    procent = bandprocent(maak_regels(band=band, procent_vanaf=procent_vanaf))
    for n in range(procent_vanaf, 300):
        assert 100 * (band - 1) < procent * n
    assert 100 * band > (procent - 1) * procent_vanaf, "een heel procent lager was ook waar geweest"


def test_het_percentage_van_een_band_is_naar_boven_afgerond() -> None:
    assert bandprocent(maak_regels(band=3, procent_vanaf=30)) == 10
    assert bandprocent(maak_regels(drempel=10, band=4, procent_vanaf=31)) == 13, "4 / 31 = 12,9%"


def test_de_noemer_van_een_band_staat_er_alleen_als_die_elders_openbaar_is() -> None:
    vragen = [stel(maak_vraag(naam, JA_NEE)) for naam in ("V1", "V2", "V3")]
    antwoorden = {"V1": {"noord": (38, 2)}, "V2": {"noord": (20, 20)}, "V3": {"noord": (37, 1)}}
    boom = maak_boom({"": ["noord"]})
    beveiligd = bescherm(maak_indicatoren(boom, vragen, antwoorden, deelnemers={"noord": 45}))
    assert vind(beveiligd, indicator="V1").noemer == 40, "V2 noemt ook 40 antwoorden"
    assert vind(beveiligd, indicator="V3").noemer is None, "38 staat nergens anders"


def test_verborgen_door_de_drempel_of_door_een_buurman_ziet_er_voor_de_lezer_hetzelfde_uit() -> None:
    beveiligd = bescherm_vraag({"noord": (15, 16), "oost": (7, 7), "zuid": (6, 5), "west": (3, 3)})
    zuid, west = vind(beveiligd, "zuid"), vind(beveiligd, "west")
    assert replace(zuid, onderdeel=west.onderdeel, onderdeelnaam=west.onderdeelnaam) == west
    regels = {rij.onderdeel: rij.regel for rij in beveiligd.verborgen if rij.indicator == "V1"}
    assert (regels["west"], regels["zuid"]) == ("A: drempel", "A: buurman")


# --- verdeling, gemiddelde, nps --------------------------------------------------------------------------------------


def lees_verdeling(beveiligd: Beveiligd, onderdeel: str = ORGANISATIE) -> list[OpenbaarCijfer]:
    return [c for c in beveiligd.openbaar.cijfers if c.maat is Maat.VERDELING and c.onderdeel == onderdeel]


def test_samengevoegde_antwoorden_hebben_een_leesbare_naam() -> None:
    rijen = lees_verdeling(bescherm_vraag({"noord": (2, 5, 6, 10, 8)}, EENS5))
    assert [(rij.categorie, rij.categorienaam) for rij in rijen] == [
        ("1+2", "helemaal oneens of oneens"),
        ("3", "niet eens en niet oneens"),
        ("4+5", "eens of helemaal eens"),
    ]
    assert sum(rij.waarde or 0 for rij in rijen) == pytest.approx(1)


def test_kan_een_trap_niet_overal_dan_staat_zij_alleen_bij_de_organisatie() -> None:
    beveiligd = bescherm_vraag({"noord": (4, 5, 6, 10, 8), "oost": (2, 5, 6, 10, 8)}, EENS5)
    assert [rij.categorie for rij in lees_verdeling(beveiligd)] == ["1", "2", "3", "4", "5"]
    for naam in ("noord", "oost"):
        assert [(rij.categorie, rij.status) for rij in lees_verdeling(beveiligd, naam)] == [("", Status.NIET_GETOOND)]


def test_de_gekozen_trap_is_gelijk_voor_alle_onderdelen_met_een_verdeling() -> None:
    beveiligd = bescherm_vraag({"noord": (1, 5, 6, 10, 8), "oost": (1, 5, 6, 10, 8)}, EENS5)
    per_onderdeel = [lees_verdeling(beveiligd, naam) for naam in (ORGANISATIE, "noord", "oost")]
    assert {tuple(rij.categorie for rij in rijen) for rijen in per_onderdeel} == {("1+2", "3", "4+5")}


def test_een_onderdeel_met_een_band_maakt_de_verdeling_elders_niet_grover() -> None:
    beveiligd = bescherm_vraag({"noord": (0, 0, 1, 20, 19), "oost": (5, 5, 6, 10, 8)}, EENS5)
    assert [rij.categorie for rij in lees_verdeling(beveiligd)] == ["1", "2", "3", "4", "5"]
    assert lees_verdeling(beveiligd, "noord")[0].status is Status.BAND_HOOG


def test_zijn_antwoorden_samengevoegd_dan_is_er_geen_gemiddelde() -> None:
    fijn = vind(bescherm_vraag({"noord": (4, 5, 6, 10, 8)}, EENS5), maat=Maat.GEMIDDELDE)
    grof = vind(bescherm_vraag({"noord": (2, 5, 6, 10, 8)}, EENS5), maat=Maat.GEMIDDELDE)
    assert fijn.waarde == 3.4, "(4 + 10 + 18 + 40 + 40) / 33 = 3,39"
    assert (grof.status, grof.waarde) == (Status.NIET_GETOOND, None)


def test_een_keuzevraag_toont_alle_antwoorden_of_geen() -> None:
    alles = bescherm_vraag({"noord": (10, 10, 11)}, KEUZE)
    niets = bescherm_vraag({"noord": (10, 19, 2)}, KEUZE)
    assert [rij.categorienaam for rij in lees_verdeling(alles)] == ["huis", "flat", "anders"]
    assert [(rij.categorie, rij.status) for rij in lees_verdeling(niets)] == [("", Status.NIET_GETOOND)]


def test_een_band_geldt_ook_voor_de_verdeling() -> None:
    rijen = lees_verdeling(bescherm_vraag({"noord": (0, 0, 1, 20, 19)}, EENS5))
    assert [(rij.categorie, rij.status, rij.toelichting) for rij in rijen] == [("", Status.BAND_HOOG, "meer dan 90%")]


def test_een_gemiddelde_en_zijn_marge_zijn_afgerond() -> None:
    cijfer = vind(bescherm_vraag({"noord": (0, 0, 0, 0, 0, 5, 15, 10, 2, 0)}, CIJFER10), maat=Maat.GEMIDDELDE)
    assert (cijfer.waarde, cijfer.ondergrens, cijfer.bovengrens) == (7.3, 7.0, 7.6), "233 / 32 = 7,28, marge 0,29"
    assert cijfer.teller is None


def test_half_gaat_omhoog() -> None:
    assert [rond_af(getal, 1) for getal in (7.25, 7.35, 7.449999, -0.25)] == [7.3, 7.4, 7.4, -0.2]
    assert rond_af(6.95, 1) == 7.0


def test_een_gemiddelde_van_vrije_getallen_verschijnt_niet() -> None:
    cijfer = vind(bescherm_vraag({"noord": (50,)}, GETAL), maat=Maat.GEMIDDELDE)
    assert (cijfer.status, cijfer.waarde) == (Status.NIET_GETOOND, None)


def test_bij_weinig_antwoorden_staat_er_geen_gemiddelde_maar_wel_het_aantal() -> None:
    cijfer = vind(bescherm_vraag({"noord": (0, 0, 0, 0, 0, 5, 5, 4, 0, 0)}, CIJFER10), maat=Maat.GEMIDDELDE)
    assert (cijfer.status, cijfer.noemer, cijfer.waarde, cijfer.teller) == (Status.WEINIG, 14, None, None)


# --- welke rijen -----------------------------------------------------------------------------------------------------


def test_elke_vraag_heeft_per_maat_en_onderdeel_een_rij_of_een_hele_verdeling() -> None:
    toeval = random.Random(5)
    boom = maak_boom({"stad": ["noord", "oost"], "": ["zuid"]})
    vragen = [stel(maak_vraag(f"V{nummer}")) for nummer in range(4)]
    antwoorden = {
        vraag.vraag.id: {naam: tuple(toeval.randint(0, 12) for _ in range(5)) for naam in ("noord", "oost", "zuid")}
        for vraag in vragen
    }
    openbaar = bescherm(maak_indicatoren(boom, vragen, antwoorden)).openbaar
    for vraag in vragen:
        for maat in (Maat.GUNSTIG, Maat.VERDELING, Maat.GEMIDDELDE):
            for onderdeel in boom.onderdelen:
                sleutel = (vraag.vraag.id, maat, onderdeel.id)
                rijen = [c for c in openbaar.cijfers if (c.indicator, c.maat, c.onderdeel) == sleutel]
                codes = "+".join(rij.categorie for rij in rijen).split("+")
                assert len(rijen) == 1 or (maat is Maat.VERDELING and codes == ["1", "2", "3", "4", "5"])
    assert len(openbaar.index) == len(openbaar.cijfers)
    for c in openbaar.cijfers:
        assert openbaar.index[c.jaar, c.indicator, c.maat, c.doelgroep, c.onderdeel, c.categorie] is c


def test_de_rijen_staan_op_jaar_groep_vraag_maat_en_boom() -> None:
    vragen = [
        stel(maak_vraag(naam, JA_NEE), jaar=jaar, doelgroep=groep)
        for groep in (Doelgroep.PROFESSIONALS, Doelgroep.CLIENTEN)
        for jaar in (2024, 2023)
        for naam in ("Z1", "A1")
    ]
    antwoorden = {naam: {"noord": (20, 20), "oost": (20, 20)} for naam in ("Z1", "A1")}
    kengetallen = maak_kengetal("K1", {ORGANISATIE: (20, 40)}, soort=Kengetalsoort.VERHOUDING)
    niet_gevraagd = {2024: (Doelgroep.NAASTEN,)}
    openbaar = bescherm(
        maak_indicatoren(TWEE, vragen, antwoorden, kengetallen=kengetallen, niet_gevraagd=niet_gevraagd)
    ).openbaar
    volgorde = list(dict.fromkeys((c.jaar, c.doelgroep, c.indicator) for c in openbaar.cijfers))
    clienten, naasten, professionals = Doelgroep.CLIENTEN, Doelgroep.NAASTEN, Doelgroep.PROFESSIONALS
    assert volgorde == [
        *((2023, groep, naam) for groep in (clienten, professionals) for naam in ("respons", "Z1", "A1")),
        *((2024, clienten, naam) for naam in ("respons", "Z1", "A1")),
        (2024, naasten, "respons"),
        *((2024, professionals, naam) for naam in ("respons", "Z1", "A1")),
        (2024, None, "K1"),
    ]
    eerste = [(c.maat, c.onderdeel, c.categorie) for c in openbaar.cijfers if c.indicator == "Z1"][:9]
    assert eerste == [
        *((Maat.GUNSTIG, onderdeel, "") for onderdeel in (ORGANISATIE, "noord", "oost")),
        *((Maat.VERDELING, onderdeel, code) for onderdeel in (ORGANISATIE, "noord", "oost") for code in "10"),
    ]


def test_de_volgorde_van_de_metingen_maakt_niet_uit() -> None:
    toeval = random.Random(2)
    vragen = [stel(maak_vraag(f"V{nummer}")) for nummer in range(3)]
    antwoorden = {
        vraag.vraag.id: {naam: tuple(toeval.randint(0, 12) for _ in range(5)) for naam in ("noord", "oost")}
        for vraag in vragen
    }
    intern = maak_indicatoren(TWEE, vragen, antwoorden)
    metingen, respons = list(intern.metingen), list(intern.respons)
    toeval.shuffle(metingen)
    toeval.shuffle(respons)
    anders = bescherm(replace(intern, metingen=tuple(metingen), respons=tuple(respons)))
    assert anders.openbaar.cijfers == bescherm(intern).openbaar.cijfers
    assert anders.verborgen == bescherm(intern).verborgen


def test_een_groep_die_niet_gevraagd_is_krijgt_een_rij_die_dat_zegt() -> None:
    beveiligd = bescherm(maak_indicatoren(TWEE, [], {}, niet_gevraagd={JAAR: (Doelgroep.NAASTEN,)}))
    (cijfer,) = beveiligd.openbaar.cijfers
    assert (cijfer.maat, cijfer.onderdeel, cijfer.status) == (Maat.RESPONS, ORGANISATIE, Status.NIET_GEVRAAGD)
    assert not heeft_getal(cijfer)


def test_een_vraag_voor_alleen_de_organisatie_heeft_alleen_daar_een_rij_en_kost_geen_tak() -> None:
    vragen = [stel(maak_vraag("V1", JA_NEE)), stel(maak_vraag("V2", JA_NEE, alleen=True))]
    antwoorden = {"V1": {"noord": (20, 20), "oost": (20, 20)}, "V2": {"noord": (20, 20), "oost": (1, 1)}}
    beveiligd = bescherm(maak_indicatoren(TWEE, vragen, antwoorden))
    assert {c.onderdeel for c in beveiligd.openbaar.cijfers if c.indicator == "V2"} == {ORGANISATIE}
    assert vind(beveiligd, indicator="V2").teller == 21
    assert vind(beveiligd, "oost").teller == 20, "zonder alleen_organisatie had V2 oost verborgen"
    gewoon = [vragen[0], stel(maak_vraag("V2", JA_NEE))]
    assert vind(bescherm(maak_indicatoren(TWEE, gewoon, antwoorden)), "oost").status is Status.TE_WEINIG


def test_een_vraag_met_te_weinig_antwoorden_is_overal_verborgen_en_kost_de_andere_niets() -> None:
    vragen = [stel(maak_vraag("V1", JA_NEE)), stel(maak_vraag("V2", JA_NEE))]
    antwoorden = {"V1": {"noord": (20, 20), "oost": (20, 20)}, "V2": {"noord": (4, 4), "oost": (0, 0)}}
    beveiligd = bescherm(maak_indicatoren(TWEE, vragen, antwoorden))
    assert {c.status for c in beveiligd.openbaar.cijfers if c.indicator == "V2"} == {Status.TE_WEINIG}
    assert vind(beveiligd, "oost").status is Status.GETOOND


def test_waar_niet_per_locatie_gemeten_is_staat_geen_informatie() -> None:
    beveiligd = bescherm_alleen_wortel()
    assert vind(beveiligd).status is Status.GETOOND
    for maat, indicator in ((Maat.GUNSTIG, "V1"), (Maat.RESPONS, "respons")):
        cijfer = vind(beveiligd, "noord", indicator=indicator, maat=maat)
        assert cijfer.status is Status.GEEN_INFORMATIE
        assert not heeft_getal(cijfer)


def bescherm_alleen_wortel(doelgroep: Doelgroep = Doelgroep.CLIENTEN) -> Beveiligd:
    vraag = stel(maak_vraag("V1", JA_NEE), doelgroep=doelgroep)
    intern = maak_indicatoren(TWEE, [vraag], {"V1": {ORGANISATIE: (20, 20)}})
    return bescherm(
        replace(
            intern,
            metingen=tuple(meting for meting in intern.metingen if meting.onderdeel == ORGANISATIE),
            respons=tuple(meting for meting in intern.respons if meting.onderdeel == ORGANISATIE),
        )
    )


def test_ervaringsdeskundigen_staan_alleen_bij_de_organisatie() -> None:
    beveiligd = bescherm_alleen_wortel(Doelgroep.ERVARINGSDESKUNDIGEN)
    assert {cijfer.onderdeel for cijfer in beveiligd.openbaar.cijfers} == {ORGANISATIE}
    assert vind(beveiligd, doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN).teller == 20


def bescherm_deel(allen: Mapping[str, Vakken], deskundigen: Vakken, *, vraag_van_deel: str = "V1") -> Beveiligd:
    """Professionals met vraag V1, en daarbinnen ervaringsdeskundigen met dezelfde of een eigen vraag."""
    hele_groep = maak_indicatoren(
        TWEE, [stel(maak_vraag("V1", JA_NEE), doelgroep=Doelgroep.PROFESSIONALS)], {"V1": allen}
    )
    eigen = stel(maak_vraag(vraag_van_deel, JA_NEE), doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN)
    deel = maak_indicatoren(TWEE, [eigen], {vraag_van_deel: {ORGANISATIE: deskundigen}})
    return bescherm(
        replace(
            hele_groep,
            gevraagd=hele_groep.gevraagd + deel.gevraagd,
            metingen=hele_groep.metingen + deel.metingen,
            respons=hele_groep.respons + deel.respons,
        )
    )


@pytest.mark.parametrize(
    ("allen", "deskundigen", "te_zien"),
    [
        ({ORGANISATIE: (40, 40)}, (10, 10), True),
        ({ORGANISATIE: (40, 40)}, (38, 10), False),
        ({ORGANISATIE: (20, 12)}, (13, 10), False),
        ({"noord": (20, 20), "oost": (20, 20)}, (10, 10), False),
        ({ORGANISATIE: (4, 4)}, (10, 10), True),
    ],
    ids=["de anderen zijn goed", "de anderen in een band", "negen anderen", "locaties erbij", "niets van de anderen"],
)
def test_ervaringsdeskundigen_verschijnen_niet_als_dat_de_andere_professionals_verraadt(
    allen: Mapping[str, Vakken], deskundigen: Vakken, te_zien: bool
) -> None:
    cijfer = vind(bescherm_deel(allen, deskundigen), doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN)
    assert (cijfer.teller is not None) is te_zien
    assert te_zien or cijfer.toelichting == "te weinig antwoorden"


@pytest.mark.parametrize(("allen", "te_zien"), [((20, 20), True), ((20, 9), False), ((10, 10), True)])
def test_een_eigen_vraag_van_ervaringsdeskundigen_verraadt_niet_hoeveel_anderen_er_zijn(
    allen: Vakken, te_zien: bool
) -> None:
    """Van 29 professionals zijn er 20 ervaringsdeskundig: 9 anderen is te weinig; niemand anders mag wel."""
    beveiligd = bescherm_deel({ORGANISATIE: allen}, (10, 10), vraag_van_deel="ED1")
    rijen = [c for c in beveiligd.openbaar.cijfers if c.doelgroep is Doelgroep.ERVARINGSDESKUNDIGEN]
    assert {c.indicator for c in rijen} == {"respons", "ED1"}
    assert all(heeft_getal(c) is te_zien for c in rijen)


# --- respons ---------------------------------------------------------------------------------------------------------


def bescherm_respons(deelnemers: Mapping[str, int], uitgenodigd: Mapping[str, int] | None) -> Beveiligd:
    boom = maak_boom({"": list(deelnemers)})
    antwoorden = {"V1": {naam: (aantal // 2, aantal - aantal // 2) for naam, aantal in deelnemers.items()}}
    vraag = stel(maak_vraag("V1", JA_NEE))
    return bescherm(maak_indicatoren(boom, [vraag], antwoorden, deelnemers=deelnemers, uitgenodigd=uitgenodigd))


def vind_respons(beveiligd: Beveiligd, onderdeel: str = ORGANISATIE) -> OpenbaarCijfer:
    return vind(beveiligd, onderdeel, indicator="respons", maat=Maat.RESPONS)


def test_respons_is_deelnemers_van_uitgenodigden() -> None:
    beveiligd = bescherm_respons({"noord": 30, "oost": 20}, {"noord": 40, "oost": 60})
    cijfer = vind_respons(beveiligd)
    assert (cijfer.teller, cijfer.noemer, cijfer.waarde, cijfer.uitgenodigd) == (50, 100, 0.5, 100)
    assert vind(beveiligd, "oost").uitgenodigd == 60, "ook bij de cijfers van oost"


def test_bij_woorden_staat_geen_aantal_uitgenodigden() -> None:
    vraag = stel(maak_vraag("V1", JA_NEE))
    antwoorden = {"V1": {"noord": (39, 1), "oost": (5, 30)}}
    beveiligd = bescherm(maak_indicatoren(TWEE, [vraag], antwoorden, uitgenodigd={"noord": 50, "oost": 60}))
    assert vind(beveiligd, "noord").status is Status.BAND_HOOG
    assert vind(beveiligd, "noord").uitgenodigd is None
    assert vind(beveiligd).uitgenodigd == 110


def test_zonder_uitgenodigden_staan_alleen_de_deelnemers_er() -> None:
    cijfer = vind_respons(bescherm_respons({"noord": 30}, None))
    assert (cijfer.teller, cijfer.noemer, cijfer.waarde) == (30, None, None)
    assert cijfer.toelichting == "aantal uitgenodigden onbekend"


def test_meer_deelnemers_dan_uitgenodigden_geeft_geen_percentage() -> None:
    cijfer = vind_respons(bescherm_respons({"noord": 30}, {"noord": 20}))
    assert (cijfer.teller, cijfer.waarde) == (30, None)


def test_het_aantal_uitgenodigden_verraadt_niet_hoe_klein_een_onderdeel_is() -> None:
    """Op zuid zijn 6 mensen uitgenodigd en deed niemand mee; stap A verbergt daarom niets, dit wel."""
    beveiligd = bescherm_respons({"noord": 30, "oost": 20, "zuid": 0}, {"noord": 40, "oost": 60, "zuid": 6})
    assert vind_respons(beveiligd).noemer == 106
    assert vind_respons(beveiligd, "noord").noemer is None, "106 - 60 - 40 = 6; noord heeft de minste uitgenodigden"
    assert vind_respons(beveiligd, "noord").teller == 30
    assert vind_respons(beveiligd, "oost").noemer == 60
    assert [rij.regel for rij in beveiligd.verborgen if rij.onderdeel == "noord"] == ["respons: uitgenodigd"]


def test_uitgenodigden_van_verborgen_onderdelen_kosten_een_ander_niets() -> None:
    """West (5) en oost (11) zijn verborgen. Over blijft 110 - 30 = 80; dat zuid er maar 6 heeft, volgt nergens uit."""
    deelnemers = {"noord": 20, "oost": 11, "west": 5, "zuid": 0}
    beveiligd = bescherm_respons(deelnemers, {"noord": 30, "oost": 34, "west": 40, "zuid": 6})
    assert vind_respons(beveiligd, "oost").status is Status.TE_WEINIG
    assert vind_respons(beveiligd, "noord").noemer == 30


def test_uitgenodigden_die_niet_optellen_staan_alleen_bij_de_organisatie() -> None:
    beveiligd = bescherm_respons({"noord": 30, "oost": 20}, {"noord": 40, "oost": 60})
    intern = maak_indicatoren(TWEE, [], {})
    respons = [
        Responsmeting(
            jaar=JAAR,
            doelgroep=Doelgroep.CLIENTEN,
            onderdeel=onderdeel,
            deelnemers=deelnemers,
            volledig=0,
            uitgenodigd=uitgenodigd,
            populatie=None,
        )
        for onderdeel, deelnemers, uitgenodigd in ((ORGANISATIE, 50, 70), ("noord", 30, 40), ("oost", 20, 60))
    ]
    los = bescherm(replace(intern, respons=tuple(respons)))
    assert vind_respons(los).noemer == 70
    assert vind_respons(los, "noord").noemer is None
    assert vind_respons(beveiligd, "noord").noemer == 40


# --- kengetallen -----------------------------------------------------------------------------------------------------


def bescherm_kengetal(
    per_onderdeel: Mapping[str, tuple[int, int | None]],
    soort: Kengetalsoort = Kengetalsoort.VERHOUDING,
    *,
    over_mensen: bool = True,
) -> Beveiligd:
    kengetallen = maak_kengetal("K1", per_onderdeel, soort=soort, over_mensen=over_mensen)
    return bescherm(maak_indicatoren(maak_boom({"": ["noord", "oost"]}), [], {}, kengetallen=kengetallen))


def vind_kengetal(beveiligd: Beveiligd, onderdeel: str = ORGANISATIE) -> OpenbaarCijfer:
    return vind(beveiligd, onderdeel, indicator="K1", maat=Maat.VERHOUDING, doelgroep=None)


def test_een_kengetal_over_mensen_volgt_de_ladder() -> None:
    beveiligd = bescherm_kengetal({ORGANISATIE: (40, 60), "noord": (33, 48), "oost": (7, 12)})
    assert (vind_kengetal(beveiligd).waarde, vind_kengetal(beveiligd).teller) == (40 / 60, 40)
    assert (vind_kengetal(beveiligd, "oost").status, vind_kengetal(beveiligd, "oost").teller) == (Status.WEINIG, 7)
    assert vind_kengetal(beveiligd).ondergrens is None
    hoog = vind_kengetal(bescherm_kengetal({ORGANISATIE: (59, 60)}))
    assert (hoog.status, hoog.toelichting, hoog.teller) == (Status.BAND_HOOG, "meer dan 90%", None)


def test_een_kengetal_verraadt_de_mensen_zonder_locatie_niet() -> None:
    beveiligd = bescherm_kengetal({ORGANISATIE: (40, 65), "noord": (33, 48), "oost": (7, 12)})
    assert vind_kengetal(beveiligd).teller == 40
    assert vind_kengetal(beveiligd, "oost").status is Status.TE_WEINIG, "65 - 48 - 12 = 5 mensen"


def test_een_kengetal_dat_niet_optelt_staat_alleen_bij_de_organisatie() -> None:
    beveiligd = bescherm_kengetal({ORGANISATIE: (40, 60), "noord": (33, 48), "oost": (9, 20)})
    assert vind_kengetal(beveiligd).teller == 40
    assert vind_kengetal(beveiligd, "noord").status is Status.NIET_GETOOND


def test_een_kengetal_heeft_alleen_rijen_waar_het_gegeven_is() -> None:
    beveiligd = bescherm_kengetal({"oost": (20, 40)})
    assert [cijfer.onderdeel for cijfer in beveiligd.openbaar.cijfers] == ["oost"]


@pytest.mark.parametrize("soort", list(Kengetalsoort))
def test_een_kengetal_over_gebeurtenissen_staat_er_zoals_het_is(soort: Kengetalsoort) -> None:
    noemer = None if soort is Kengetalsoort.AANTAL else 4
    cijfer = vind_kengetal(bescherm_kengetal({ORGANISATIE: (1, noemer)}, soort, over_mensen=False))
    assert (cijfer.status, cijfer.teller, cijfer.noemer) == (Status.GETOOND, 1, noemer)


@pytest.mark.parametrize(("aantal", "status"), [(9, Status.TE_WEINIG), (10, Status.GETOOND)])
def test_bij_een_aantal_mensen_is_het_aantal_zelf_de_groep(aantal: int, status: Status) -> None:
    cijfer = vind_kengetal(bescherm_kengetal({ORGANISATIE: (aantal, None)}, Kengetalsoort.AANTAL))
    assert cijfer.status is status
    assert heeft_getal(cijfer) is (status is Status.GETOOND)


# --- per pijler ------------------------------------------------------------------------------------------------------


def tel_pijler(vakken: Sequence[Vakken], *, normen: tuple[str, ...] = ("C1",)) -> Pijlertelling:
    """De telling van de pijler clienten, met één ja/nee-vraag per stel aantallen."""
    vragen = [stel(maak_vraag(f"V{nummer}", JA_NEE, normen=normen)) for nummer in range(len(vakken))]
    antwoorden = {f"V{nummer}": {"noord": aantal} for nummer, aantal in enumerate(vakken)}
    kengetallen = maak_kengetal("K1", {ORGANISATIE: (20, 40)}, soort=Kengetalsoort.VERHOUDING)
    intern = maak_indicatoren(maak_boom({"": ["noord"]}), vragen, antwoorden, kengetallen=kengetallen)
    per_pijler = bescherm(intern).openbaar.per_pijler
    assert [telling.pijler for telling in per_pijler] == ["clienten", "wonen"]
    return per_pijler[0]


def test_per_pijler_telt_wat_gevraagd_getoond_hoog_en_laag_is() -> None:
    telling = tel_pijler([(30, 10), (29, 11), (39, 1), (1, 39), (19, 21), (14, 5), (4, 4)])
    assert (telling.gevraagd, telling.getoond) == (7, 6), "de vraag met 8 antwoorden is niet getoond"
    assert telling.minstens_75 == 2, "75% precies en de band hoog; niet 14 van 19, want dat is geen percentage"
    assert telling.onder_50 == 2, "47,5% en de band laag"


def test_een_norm_heeft_bewijs_door_een_getoonde_vraag_of_een_kengetal() -> None:
    telling = tel_pijler([(30, 10)])
    assert (telling.normen_met_bewijs, telling.normen_zonder_bewijs) == (2, 1), "C1 door de vraag, C2 door K1, C3 niet"
    verborgen = tel_pijler([(4, 4)])
    assert (verborgen.normen_met_bewijs, verborgen.normen_zonder_bewijs) == (1, 2)


def test_in_een_jaar_zonder_kader_tellen_geen_normen() -> None:
    telling = tel_pijler([(30, 10)], normen=())
    assert (telling.normen_met_bewijs, telling.normen_zonder_bewijs) == (0, 0)


# --- het interne log en de eigen grenzen -----------------------------------------------------------------------------


def test_elk_verborgen_cijfer_staat_met_een_reden_in_het_log() -> None:
    beveiligd = bescherm_vraag({"noord": (27, 4), "oost": (4, 10), "zuid": (10, 1), "west": (6, 0)})
    zichtbaar = (Status.GETOOND, Status.WEINIG)
    verborgen = [(c.onderdeel, str(c.maat)) for c in beveiligd.openbaar.cijfers if c.status not in zichtbaar]
    assert [(rij.onderdeel, rij.maat) for rij in beveiligd.verborgen] == verborgen
    assert all(rij.reden for rij in beveiligd.verborgen)
    gunstig = {rij.onderdeel: rij.regel for rij in beveiligd.verborgen if rij.maat == Maat.GUNSTIG}
    assert gunstig == {"oost": "B: buurman", "zuid": "A: buurman", "west": "A: drempel"}


def test_stap_c_staat_met_zijn_eigen_regel_in_het_log() -> None:
    beveiligd = bescherm_vraag({"noord": (46, 4), "oost": (2, 33), "west": (2, 33)})
    regels = {rij.onderdeel: rij.regel for rij in beveiligd.verborgen if rij.maat == Maat.GUNSTIG}
    assert regels == {"noord": "C: grens", "oost": "B: band", "west": "B: band"}


@pytest.mark.parametrize(("drempel", "band"), [(10, 1), (4, 3)])
def test_een_drempel_en_band_die_niet_samengaan_worden_geweigerd(drempel: int, band: int) -> None:
    with pytest.raises(ValueError, match="band"):
        beveilig(maak_indicatoren(TWEE, [], {}), KADER, maak_regels(drempel=drempel, band=band))


def test_tellingen_die_niet_kloppen_worden_geweigerd_in_plaats_van_getoond() -> None:
    intern = maak_indicatoren(TWEE, [stel(maak_vraag("V1", JA_NEE))], {"V1": {"noord": (20, 20), "oost": (20, 20)}})
    kapot = [replace(m, n=m.n + 1) if m.onderdeel == ORGANISATIE else m for m in intern.metingen]
    with pytest.raises(ValueError, match="V1"):
        bescherm(replace(intern, metingen=tuple(kapot)))
    te_groot = [replace(m, n=90, per_code=(45, 45)) if m.onderdeel == "oost" else m for m in intern.metingen]
    with pytest.raises(ValueError, match="organisatie"):
        bescherm(replace(intern, metingen=tuple(te_groot)))


# --- de stappen apart ------------------------------------------------------------------------------------------------


def test_mensen_zonder_locatie_zijn_een_eigen_blad() -> None:
    indeling = maak_indeling(TWEE)
    alle = vul_aan(indeling, {ORGANISATIE: (10, 5), "noord": (4, 1), "oost": (3, 3)})
    (plekloos,) = set(indeling.knopen) - set(indeling.onderdelen)
    assert alle[plekloos] == (3, 1)


def test_grenzen_gaan_omhoog_en_omlaag_door_de_boom() -> None:
    indeling = maak_indeling(TWEE)
    aantal = dict.fromkeys(indeling.knopen, 0) | {ORGANISATIE: 70, "noord": 35, "oost": 35}
    grenzen = bepaal_grenzen(indeling, aantal, {ORGANISATIE: (4, 4), "noord": (0, 2)})
    assert (grenzen["noord"], grenzen["oost"]) == ((0, 2), (2, 4))
    grenzen = bepaal_grenzen(indeling, aantal, {ORGANISATIE: (4, 4), "noord": (0, 2), "oost": (0, 2)})
    assert (grenzen["noord"], grenzen["oost"]) == ((2, 2), (2, 2))


def test_banden_die_zonder_getal_al_iets_verraden_verbergen_alles() -> None:
    """Kan alleen bij een drempel die te laag is voor de band; dan is niets tonen de veilige kant."""
    indeling = maak_indeling(maak_boom({"": ["noord"]}))
    tellingen = vul_aan(indeling, {ORGANISATIE: (2, 2), "noord": (2, 2)})
    kennis = {ORGANISATIE: ((0, 2), (2, 4)), "noord": ((2, 4), (0, 2))}
    assert vind_bepaald(indeling, set(), tellingen, kennis, [0]) is not None
    assert kies_binnen_grenzen(indeling, frozenset(), tellingen, kennis, lambda vakken: True) == frozenset()
