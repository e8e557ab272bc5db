"""De kamer `controles`: onbekende namen stoppen het programma, opvallende gegevens worden bevindingen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from kwaliteit.begrippen.actie import Actie, Actiestatus, Doel, Stand
from kwaliteit.begrippen.antwoord import (
    Afwijking,
    Afwijkingsoort,
    Antwoordblad,
    Antwoordkolom,
    Bron,
    Kengetalregel,
    Leesresultaat,
)
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.doelgroep import Doelgroep, Reden
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.indicator import Betrouwbaarheid, Breuk, Gevraagd, Indicatoren, Meting
from kwaliteit.begrippen.kader import Kader, Norm, Pijler, Toon
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.verhaal import Citaat, Citaattoon, Normstand, Pijlerverhaal, Verhaal, Verhaaltekst, Zelfoordeel
from kwaliteit.begrippen.vragenlijst import (
    Kengetal,
    Kengetalsoort,
    Ontbreekregel,
    Samenstelling,
    Schaal,
    Schaalsoort,
    Spiegelonderwerp,
    Vraag,
    Vragenbibliotheek,
    Vragenlijst,
)
from kwaliteit.begrippen.werkmap import (
    Aantallen,
    Bronopgave,
    Correctie,
    Correctiekeuze,
    Jaargang,
    Meetperiode,
    Organisatie,
    Publicatie,
    Werkmap,
)
from kwaliteit.controles import controleer_samenhang, loop_cijfers_na, loop_na
from kwaliteit.controles.correcties import loop_correcties_na
from kwaliteit.kaders import lees_rekenregels

EENS5 = Schaal(
    naam="eens5",
    soort=Schaalsoort.LIKERT,
    codes=(1, 2, 3, 4, 5),
    labels=("helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens"),
    gunstig=(4, 5),
    weet_niet=("weet ik niet",),
    nvt=("niet van toepassing",),
)
CIJFER = Schaal(naam="cijfer", soort=Schaalsoort.RAPPORTCIJFER, laagste=1, hoogste=10)
JA_NEE = Schaal(naam="ja", soort=Schaalsoort.JA_NEE, codes=(1, 0), labels=("ja", "nee"), gunstig=(1,))

CL1 = Vraag(id="CL1", tekst="Ik kies zelf.", schaal=EENS5, normen=("C1", "N1"), spiegel="SP1")
CL2 = Vraag(id="CL2", tekst="Cijfer?", schaal=CIJFER, normen=("C2",))
CL3 = Vraag(id="CL3", tekst="Toelichting", schaal=Schaal(naam="open", soort=Schaalsoort.OPEN))
NA1 = Vraag(id="NA1", tekst="Ik doe mee.", schaal=JA_NEE, normen=("N1",))
PR1 = Vraag(id="PR1", tekst="Ik leer.", schaal=EENS5, normen=("C1",))


def maak_lijst(naam: str, groep: Doelgroep, *vragen: Vraag) -> Vragenlijst:
    return Vragenlijst(naam=naam, versie="1", doelgroep=groep, licentie="CC0-1.0", inleiding="", vragen=vragen)


CLIENTENLIJST = maak_lijst("kwaliteit-clienten", Doelgroep.CLIENTEN, CL1, CL2, CL3)
NAASTENLIJST = maak_lijst("kwaliteit-naasten", Doelgroep.NAASTEN, NA1)
PROFLIJST = maak_lijst("kwaliteit-professionals", Doelgroep.PROFESSIONALS, PR1)


def maak_kengetal(kengetal_id: str, *normen: str) -> Kengetal:
    return Kengetal(
        id=kengetal_id,
        naam="Plan",
        teller="met plan",
        noemer="alle",
        normen=normen,
        soort=Kengetalsoort.VERHOUDING,
        over_mensen=True,
    )


BIBLIOTHEEK = Vragenbibliotheek(
    vragenlijsten=(CLIENTENLIJST, NAASTENLIJST, PROFLIJST),
    kengetallen=(maak_kengetal("K01", "C2"),),
    spiegels=(Spiegelonderwerp(id="SP1", naam="Kiezen"),),
)


def maak_norm(norm_id: str, pijler: str) -> Norm:
    return Norm(id=norm_id, pijler=pijler, thema="t", tekst="t", plaats="p", toon=Toon.STELT)


KADER = Kader(
    id="woonzorg-lggz",
    versie="2024",
    naam="Kader",
    bron="bron",
    datum=date(2024, 8, 26),
    volledig=False,
    pijlers=(
        Pijler(id="clienten", naam="Cliënten", kern="", eerste_doelgroep=Doelgroep.CLIENTEN),
        Pijler(id="naasten", naam="Naasten", kern="", eerste_doelgroep=Doelgroep.NAASTEN),
    ),
    normen=(maak_norm("C1", "clienten"), maak_norm("C2", "clienten"), maak_norm("N1", "naasten")),
    eisen=(),
    lezers=(),
    leefgebieden=(),
    partners=(),
)
REGELS = lees_rekenregels()
BOOM = Boom(
    onderdelen=(
        Onderdeel(id=ORGANISATIE, naam="Stichting Veen", niveau=Niveau.ORGANISATIE, ouder=None),
        Onderdeel(id="noord", naam="Locatie Noord", niveau=Niveau.LOCATIE, ouder=ORGANISATIE),
        Onderdeel(id="oost", naam="Locatie Oost", niveau=Niveau.LOCATIE, ouder=ORGANISATIE),
    )
)
TEKST = Verhaaltekst(delen=("Tekst.",), waar="verhaal/2024/x.md, regel 1")
PIJLERVERHAAL = Pijlerverhaal(
    boodschap="Wij luisteren beter",
    kerncijfer="CL1",
    trend=("CL1",),
    terugblik=TEKST,
    duiding=TEKST,
    vooruitblik=TEKST,
    besproken=TEKST,
)
ACTIE = Actie(
    id="kaart",
    wat="Een kaart",
    waarom=("CL1", "K01", "C2"),
    wie="Team",
    beloofd_in=2024,
    klaar_op=date(2025, 6, 1),
    gelukt_als=Doel(indicator="CL1", doelgroep="clienten", minstens=0.8),
    stand={},
    waar="acties.yaml, regel 1",
)
CITAAT = Citaat(
    tekst="Het kan beter.",
    doelgroep=Doelgroep.CLIENTEN,
    pijler="clienten",
    toon=Citaattoon.KRITISCH,
    toestemming_door="zelf",
    toestemming_op=date(2024, 11, 1),
    bewerkt_door="redactie",
    waar="citaten/2024.yaml, regel 1",
)
OORDEEL = Zelfoordeel(
    norm="C1",
    stand=Normstand.JA,
    bewijs="b",
    door="MT",
    op=date(2025, 1, 1),
    waar="zelfbeoordeling/2024.yaml, regel 1",
)
JAARGANG = Jaargang(
    jaar=2024,
    kader="woonzorg-lggz-2024",
    meetperiode=Meetperiode(van=date(2024, 9, 1), tot=date(2024, 10, 31)),
    populatie={},
    uitgenodigd={},
    bronnen=(),
    kengetallen=None,
)
WERKMAP = Werkmap(
    pad=Path("werkmap"),
    jaar=2024,
    organisatie=Organisatie(naam="Stichting Veen"),
    publicatie=Publicatie(),
    boom=BOOM,
    locatienamen={},
    jaren={2024: JAARGANG},
    nederlandse_csv=False,
    acties=(ACTIE,),
    verhaal=Verhaal(
        voorwoord=None,
        samenvatting=None,
        over_ons=None,
        pijlers={"clienten": PIJLERVERHAAL, "naasten": PIJLERVERHAAL},
        reacties=(),
    ),
    citaten=(CITAAT,),
    zelfoordelen=(OORDEEL,),
    controlegetallen={},
)


def maak_blad(
    lijst: Vragenlijst,
    antwoorden: Mapping[str, Sequence[int]],
    *,
    locatie: Sequence[int] | None = None,
    respondent: tuple[str, ...] = (),
    onbekend: tuple[str, ...] = (),
    onbekende_cellen: tuple[str, ...] = (),
    locatiekolom: str = "B",
    afwijkingen: tuple[Afwijking, ...] = (),
    jaar: int = 2024,
) -> Antwoordblad:
    aantal = len(next(iter(antwoorden.values())))
    vragen = {vraag.id: vraag for vraag in lijst.vragen}
    return Antwoordblad(
        bron=Bron(
            bestand=f"bronnen/{jaar}/{lijst.doelgroep}.xlsx",
            blad="Blad1",
            dialect="vrij",
            sha256="0",
            kopregel=1,
            jaar=jaar,
            doelgroep=lijst.doelgroep,
        ),
        vragenlijst=lijst,
        rijen=np.arange(2, 2 + aantal, dtype=np.int64),
        kolommen={
            vraag_id: Antwoordkolom(vraag=vragen[vraag_id], kolomletter="F", plaats=np.array(plaatsen, dtype=np.int16))
            for vraag_id, plaatsen in antwoorden.items()
        },
        locaties=("noord", "oost"),
        locatie=np.array(locatie or [0] * aantal, dtype=np.int16),
        respondent=respondent,
        onbekende_locaties=onbekend,
        cellen_onbekende_locatie=onbekende_cellen,
        locatiekolom=locatiekolom,
        afwijkingen=afwijkingen,
    )


GOED_BLAD = maak_blad(CLIENTENLIJST, {"CL1": [4, 3, 2], "CL2": [0, 0, 0]})
GOEDE_BLADEN = (
    GOED_BLAD,
    maak_blad(NAASTENLIJST, {"NA1": [0, 1]}),
    maak_blad(PROFLIJST, {"PR1": [4]}),
    maak_blad(maak_lijst("p", Doelgroep.SAMENWERKINGSPARTNERS, replace(PR1, id="SA1")), {"SA1": [2]}),
)


def loop(
    werkmap: Werkmap = WERKMAP,
    *bladen: Antwoordblad,
    kengetallen: tuple[Kengetalregel, ...] = (),
    gelezen: tuple[Bevinding, ...] = (),
) -> tuple[Bevinding, ...]:
    """Loop de goede bladen na, elk vervangen door een gegeven blad van dezelfde groep en hetzelfde jaar."""
    vervangen = {blad.bron.bestand: blad for blad in (*GOEDE_BLADEN, *bladen)}
    resultaat = Leesresultaat(
        bladen=tuple(reversed(vervangen.values())), kengetallen=kengetallen, bevindingen=gelezen, controlegetallen={}
    )
    return loop_na(werkmap, KADER, BIBLIOTHEEK, REGELS, resultaat)


def als_rij(bevinding: Bevinding) -> tuple[str, str, str, str]:
    return bevinding.soort.code, bevinding.wat, bevinding.verwacht, bevinding.doe_dit


def enige(bevindingen: tuple[Bevinding, ...]) -> Bevinding:
    (bevinding,) = bevindingen
    return bevinding


def met_jaargang(**velden: object) -> Werkmap:
    return replace(WERKMAP, jaren={2024: replace(JAARGANG, **velden)})  # type: ignore[arg-type]


# --- samenhang


def gebreken_van(
    werkmap: Werkmap = WERKMAP, bibliotheek: Vragenbibliotheek = BIBLIOTHEEK
) -> list[tuple[str, str, str, str]]:
    with pytest.raises(WerkmapFout) as fout:
        controleer_samenhang(werkmap, KADER, bibliotheek)
    return [als_gebrekrij(gebrek) for gebrek in fout.value.gebreken]


def als_gebrekrij(gebrek: Gebrek) -> tuple[str, str, str, str]:
    return gebrek.waar, gebrek.wat, gebrek.verwacht, gebrek.doe_dit


def test_namen_die_bestaan_geven_geen_fout() -> None:
    controleer_samenhang(WERKMAP, KADER, BIBLIOTHEEK)


def test_een_onbekende_norm_bij_een_vraag_een_kengetal_en_een_oordeel() -> None:
    lijst = maak_lijst("kwaliteit-clienten", Doelgroep.CLIENTEN, replace(CL1, normen=("C9",)))
    bibliotheek = replace(
        BIBLIOTHEEK, vragenlijsten=(lijst, NAASTENLIJST), kengetallen=(maak_kengetal("K01", "C2", "X1"),)
    )
    werkmap = replace(WERKMAP, zelfoordelen=(replace(OORDEEL, norm="CC1"),))
    assert gebreken_van(werkmap, bibliotheek) == [
        (
            "vragenlijst 'kwaliteit-clienten', vraag CL1",
            "'C9' is geen bekende norm",
            "een norm uit het kader: C1, C2 of N1",
            "Verbeter de naam.",
        ),
        (
            "kengetallen, K01",
            "'X1' is geen bekende norm",
            "een norm uit het kader: C1, C2 of N1",
            "Verbeter de naam.",
        ),
        (
            "zelfbeoordeling/2024.yaml, regel 1",
            "'CC1' is geen bekende norm",
            "een norm uit het kader: C1, C2 of N1",
            "Verbeter de naam. Bedoelde u 'C1'?",
        ),
    ]


def test_een_onbekende_spiegel() -> None:
    lijst = maak_lijst("kwaliteit-clienten", Doelgroep.CLIENTEN, replace(CL1, spiegel="SP11"))
    assert gebreken_van(bibliotheek=replace(BIBLIOTHEEK, vragenlijsten=(lijst,))) == [
        (
            "vragenlijst 'kwaliteit-clienten', vraag CL1",
            "'SP11' is geen bekende spiegel",
            "een onderwerp van de spiegel: SP1",
            "Verbeter de naam. Bedoelde u 'SP1'?",
        )
    ]


def test_een_onbekende_pijler_bij_een_citaat() -> None:
    assert gebreken_van(replace(WERKMAP, citaten=(replace(CITAAT, pijler="cliënten"),))) == [
        (
            "citaten/2024.yaml, regel 1",
            "'cliënten' is geen bekende pijler",
            "een van: clienten, naasten",
            "Verbeter de naam. Bedoelde u 'clienten'?",
        )
    ]


def met_pijlers(**pijlers: Pijlerverhaal) -> Werkmap:
    verhalen = {naam.replace("_", "-"): verhaal for naam, verhaal in pijlers.items()}
    return replace(WERKMAP, verhaal=replace(WERKMAP.verhaal, pijlers=verhalen))


def test_een_verhaal_bij_een_onbekende_pijler() -> None:
    assert gebreken_van(met_pijlers(voorwoordje=PIJLERVERHAAL)) == [
        (
            "verhaal/2024/voorwoordje.md",
            "dit bestand hoort bij geen enkele pijler",
            "een van: voorwoord.md, samenvatting.md, over-ons.md, gewone-taal.md, clienten.md, naasten.md, "
            "of reactie-<naam>.md",
            "Verbeter de naam van het bestand. Bedoelde u 'voorwoord'?",
        )
    ]


def test_een_onbekend_kerncijfer_en_een_onbekende_of_ongetelde_trend() -> None:
    verhaal = replace(PIJLERVERHAAL, kerncijfer="CL11", trend=("CL3", "K01"))
    assert gebreken_van(met_pijlers(clienten=verhaal)) == [
        (
            "verhaal/2024/clienten.md, kerncijfer",
            "'CL11' is geen bekende vraag of kengetal",
            "een vraag die geteld wordt, zoals CL04, of een kengetal zoals K01",
            "Verbeter de naam. Bedoelde u 'CL1'?",
        ),
        (
            "verhaal/2024/clienten.md, trend",
            "'CL3' is geen bekende vraag",
            "een vraag die geteld wordt, zoals CL04",
            "Verbeter de naam. Bedoelde u 'CL2'?",
        ),
        (
            "verhaal/2024/clienten.md, trend",
            "'K01' is geen bekende vraag",
            "een vraag die geteld wordt, zoals CL04",
            "Verbeter de naam.",
        ),
    ]


def test_een_actie_met_onbekende_namen() -> None:
    actie = replace(ACTIE, waarom=("C1", "C22"), gelukt_als=Doel(indicator="C1", minstens=0.5))
    assert gebreken_van(replace(WERKMAP, acties=(actie,))) == [
        (
            "acties.yaml, regel 1, waarom",
            "'C22' is geen bekende vraag, kengetal of norm",
            "een vraag zoals CL04, een kengetal zoals K01 of een norm zoals C2",
            "Verbeter de naam. Bedoelde u 'C2'?",
        ),
        (
            "acties.yaml, regel 1, gelukt_als",
            "'C1' is geen bekende vraag of kengetal",
            "een vraag die geteld wordt, zoals CL04, of een kengetal zoals K01",
            "Verbeter de naam. Bedoelde u 'CL1'?",
        ),
    ]


def test_een_doel_bij_een_groep_die_de_vraag_niet_kreeg() -> None:
    actie = replace(ACTIE, gelukt_als=Doel(indicator="NA1", doelgroep="clienten", minstens=0.5))
    assert gebreken_van(replace(WERKMAP, acties=(actie,))) == [
        (
            "acties.yaml, regel 1, gelukt_als",
            "vraag NA1 is niet gesteld aan cliënten",
            "doelgroep naasten",
            "Verbeter de vraag of de doelgroep.",
        )
    ]


@pytest.mark.parametrize(
    ("indicator", "minstens", "verwacht", "doe_dit"),
    [
        ("CL1", 80, "een getal van 0 tot en met 1", "Schrijf een percentage als deel van 1: 90% is 0.90."),
        ("K01", 90, "een getal van 0 tot en met 1", "Schrijf een percentage als deel van 1: 90% is 0.90."),
        ("CL2", 0.8, "een getal van 1 tot en met 10", "Verbeter het getal."),
    ],
)
def test_een_doel_dat_het_cijfer_nooit_kan_halen(indicator: str, minstens: float, verwacht: str, doe_dit: str) -> None:
    actie = replace(ACTIE, gelukt_als=Doel(indicator=indicator, minstens=minstens))
    waar = "acties.yaml, regel 1, gelukt_als"
    wat = f"'minstens' ligt buiten wat {indicator} kan zijn"
    assert gebreken_van(replace(WERKMAP, acties=(actie,))) == [(waar, wat, verwacht, doe_dit)]


def maak_opgave(vragenlijst: str) -> Bronopgave:
    pad = Path("werkmap/bronnen/2024/export.csv")
    return Bronopgave(pad=pad, jaar=2024, doelgroep=Doelgroep.CLIENTEN, vragenlijst=vragenlijst, koppeling=None)


def test_een_bron_met_een_onbekende_vragenlijst_of_een_van_een_andere_groep() -> None:
    werkmap = met_jaargang(bronnen=(maak_opgave("kwaliteit-clientn"), maak_opgave("kwaliteit-naasten")))
    waar, verwacht = (
        "kwaliteit.yaml, jaren, 2024, bronnen, export.csv",
        "een vragenlijst voor cliënten: kwaliteit-clienten",
    )
    assert gebreken_van(werkmap) == [
        (
            waar,
            "'kwaliteit-clientn' is geen bekende vragenlijst",
            verwacht,
            "Verbeter de naam. Bedoelde u 'kwaliteit-clienten'?",
        ),
        (
            waar,
            "vragenlijst 'kwaliteit-naasten' is voor naasten, niet voor cliënten",
            verwacht,
            "Verbeter de vragenlijst of de doelgroep van deze bron.",
        ),
    ]


def test_een_bron_met_een_passende_of_zonder_vragenlijst_is_goed() -> None:
    opgaven = (maak_opgave("kwaliteit-clienten"), maak_opgave(""))
    controleer_samenhang(met_jaargang(bronnen=opgaven), KADER, BIBLIOTHEEK)


# --- antwoorden


def test_goede_gegevens_geven_geen_enkele_bevinding() -> None:
    assert loop() == ()


def test_wat_bij_het_lezen_opviel_staat_vooraan() -> None:
    bij_lezen = Bevinding(soort=Bevindingsoort.ONBEKENDE_KOLOM, wat="w", verwacht="v", doe_dit="d")
    gevonden = loop(replace(WERKMAP, acties=()), gelezen=(bij_lezen,))
    assert [bevinding.soort for bevinding in gevonden] == [Bevindingsoort.ONBEKENDE_KOLOM, Bevindingsoort.GEEN_ACTIES]


def test_een_waarde_buiten_de_schaal_wordt_een_bevinding() -> None:
    afwijking = Afwijking(soort=Afwijkingsoort.BUITEN_SCHAAL, vraag=CL1, cel="F3")
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4, -5, 2], "CL2": [0, 0, 0]}, afwijkingen=(afwijking,))
    gevonden = loop(WERKMAP, blad)
    assert als_rij(gevonden[0]) == (
        "waarde-buiten-schaal",
        "Bij vraag CL1 staat een waarde die niet bij de schaal past.",
        "1 tot en met 5, of een van de woorden 'helemaal oneens', 'oneens', 'niet eens en niet oneens', 'eens', "
        "'helemaal eens', 'weet ik niet' of 'niet van toepassing'; leeg mag ook",
        "Kijk of het een tikfout is en verbeter de cel. Weet u het niet zeker, maak de cel dan leeg. "
        "Tot die tijd telt dit antwoord niet mee.",
    )
    assert (gevonden[0].bestand, gevonden[0].blad) == ("bronnen/2024/clienten.xlsx", "Blad1")
    assert (gevonden[0].cel, gevonden[0].vraag) == ("F3", "CL1")


def test_een_onbekend_label_en_een_foutcel_worden_bevindingen() -> None:
    afwijkingen = (
        Afwijking(soort=Afwijkingsoort.FOUTCEL, vraag=CL2, cel="G2"),
        Afwijking(soort=Afwijkingsoort.ONBEKEND_LABEL, vraag=NA1, cel="F2"),
    )
    label, fout = (
        next(een for een in loop(WERKMAP, blad) if een.cel)
        for blad in (
            maak_blad(NAASTENLIJST, {"NA1": [0]}, afwijkingen=afwijkingen[1:]),
            maak_blad(CLIENTENLIJST, {"CL1": [0], "CL2": [0]}, afwijkingen=afwijkingen[:1]),
        )
    )
    assert als_rij(label) == (
        "onbekend-label",
        "Bij vraag NA1 staat een antwoord dat de schaal niet kent.",
        "0 of 1, of een van de woorden 'ja' of 'nee'; leeg mag ook",
        "Verbeter een tikfout in de cel. Komt dit antwoord vaker voor, typ dan: "
        "kwaliteit koppel bronnen/2024/naasten.xlsx. Tot die tijd telt dit antwoord niet mee.",
    )
    assert als_rij(fout) == (
        "foutcel",
        "Bij vraag CL2 staat een fout van het rekenblad, zoals #N/B.",
        "een getal van 1 tot en met 10; leeg mag ook",
        "Herstel de formule of maak de cel leeg. Tot die tijd telt dit antwoord niet mee.",
    )


def test_bij_een_getal_zegt_het_herstel_waar_een_datum_of_vreemde_code_vandaan_kan_komen() -> None:
    los = replace(CL2, schaal=replace(CL2.schaal, soort=Schaalsoort.GETAL, laagste=None))
    herstel = [
        loop(
            WERKMAP,
            maak_blad(
                CLIENTENLIJST, {"CL1": [0], "CL2": [0]}, afwijkingen=(Afwijking(soort=soort, vraag=vraag, cel="G2"),)
            ),
        )[0].doe_dit
        for soort, vraag in (
            (Afwijkingsoort.ONBEKEND_LABEL, CL2),
            (Afwijkingsoort.BUITEN_SCHAAL, los),
            (Afwijkingsoort.BUITEN_SCHAAL, CL2),
        )
    ]
    assert "Staat er een datum, zoals 7-mei? Excel maakte hier misschien een datum van 7.5." in herstel[0]
    assert "een code voor 'geen antwoord', zoals -99 of 999?" in herstel[1]
    assert "geen antwoord" not in herstel[2]


def test_na_tweehonderd_cellen_volgt_een_samenvatting() -> None:
    afwijkingen = tuple(
        Afwijking(soort=Afwijkingsoort.BUITEN_SCHAAL, vraag=CL2, cel=f"G{rij}") for rij in range(250, 1, -1)
    )
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4], "CL2": [0]}, afwijkingen=afwijkingen)
    gevonden = loop(WERKMAP, blad)
    assert [bevinding.cel for bevinding in gevonden] == [f"G{rij}" for rij in range(2, 202)] + [""]
    assert als_rij(gevonden[-1])[1:] == (
        "Bij vraag CL2 staat een waarde die niet bij de schaal past, in nog 49 andere cellen.",
        "een getal van 1 tot en met 10; leeg mag ook",
        "Kijk eerst of deze kolom wel bij deze vraag hoort en of de schaal klopt: "
        "zoveel fouten in één kolom zijn zelden tikfouten.",
    )
    precies = replace(blad, afwijkingen=afwijkingen[:200])
    assert len(loop(WERKMAP, precies)) == 200


def test_een_dubbele_respondent_wordt_genoemd_met_de_rijen_en_nooit_met_het_nummer() -> None:
    nummers = ("geheim-7", "b", "geheim-7", "", "")
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4] * 5, "CL2": [0] * 5}, respondent=nummers)
    bevinding = enige(loop(WERKMAP, blad))
    assert als_rij(bevinding) == (
        "dubbele-respondent",
        "Hetzelfde respondentnummer komt 2 keer voor, in de rijen 2 en 4.",
        "elk respondentnummer één keer",
        "Kijk welke rij geldt en haal de andere uit de bron. Tot die tijd tellen alle rijen mee.",
    )
    assert "geheim" not in str(bevinding)


def test_een_nummer_dat_heel_vaak_voorkomt_noemt_niet_alle_rijen() -> None:
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4] * 13, "CL2": [0] * 13}, respondent=("1",) * 13)
    assert enige(loop(WERKMAP, blad)).wat == (
        "Hetzelfde respondentnummer komt 13 keer voor, in de rijen 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en nog 3 andere."
    )


def test_meer_deelnemers_dan_uitgenodigd_telt_alleen_wie_antwoord_gaf() -> None:
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4, 4, -1, -2], "CL2": [0, 0, -1, -1]})
    twee, een = (
        met_jaargang(uitgenodigd={Doelgroep.CLIENTEN: Aantallen(totaal=totaal, per_locatie={})}) for totaal in (2, 1)
    )
    assert loop(twee, blad) == ()
    assert als_rij(enige(loop(een, blad))) == (
        "meer-dan-uitgenodigd",
        "In 2024 telt de groep cliënten 2 deelnemers, meer dan het aantal uitgenodigden (1).",
        "hoogstens 1 deelnemer",
        "Controleer het aantal in kwaliteit.yaml bij jaren, 2024, uitgenodigd, clienten. Klopt dat, kijk dan of er "
        "dubbele of verkeerde rijen in de bron staan.",
    )


def test_meer_deelnemers_dan_mensen_op_een_locatie() -> None:
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4] * 4, "CL2": [0] * 4}, locatie=[0, 0, 0, 1])
    aantallen = Aantallen(totaal=7, per_locatie={"noord": 2, "oost": 5})
    assert als_rij(enige(loop(met_jaargang(populatie={Doelgroep.CLIENTEN: aantallen}), blad)))[:3] == (
        "meer-dan-populatie",
        "In 2024 telt de groep cliënten bij Locatie Noord 3 deelnemers, meer dan het aantal mensen in de groep (2).",
        "hoogstens 2 deelnemers",
    )


def test_een_locatie_zonder_opgegeven_aantal_maakt_de_som_niet_tot_grens() -> None:
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4] * 4, "CL2": [0] * 4}, locatie=[0, 1, 1, 1])
    alleen_noord = Aantallen(totaal=1, per_locatie={"noord": 1})
    assert loop(met_jaargang(populatie={Doelgroep.CLIENTEN: alleen_noord}), blad) == ()
    op_noord = maak_blad(CLIENTENLIJST, {"CL1": [4] * 2, "CL2": [0] * 2}, locatie=[0, 0])
    assert len(loop(met_jaargang(populatie={Doelgroep.CLIENTEN: alleen_noord}), op_noord)) == 2


def test_een_onbekende_locatie_wordt_geteld_maar_niet_genoemd() -> None:
    blad = maak_blad(
        CLIENTENLIJST,
        {"CL1": [4] * 3, "CL2": [0] * 3},
        locatie=[0, -1, -1],
        onbekend=("Bij mijn zus", "Noort"),
        onbekende_cellen=("B3", "B4"),
    )
    gevonden = loop(WERKMAP, blad)
    assert (gevonden[0].cel, gevonden[0].aantal) == ("B3, B4", 2)
    assert [als_rij(bevinding) for bevinding in gevonden] == [
        (
            "onbekende-locatie",
            "2 mensen hebben een locatie die niet in kwaliteit.yaml staat (2 namen).",
            "een locatie uit kwaliteit.yaml: Locatie Noord of Locatie Oost",
            "Verbeter de naam in de bron, of zet hem in kwaliteit.yaml onder 'ook_wel' bij de juiste locatie. "
            "Deze mensen tellen nu wel mee voor de organisatie, maar niet bij een locatie.",
        ),
        (
            "geen-locatie",
            "Bij 2 mensen staat geen bekende locatie.",
            "een locatie uit kwaliteit.yaml: Locatie Noord of Locatie Oost",
            "Vul de locatie aan als u die weet. Anders hoeft u niets te doen: deze mensen tellen mee voor de "
            "organisatie, maar niet bij een locatie.",
        ),
    ]
    assert not any("zus" in str(bevinding) or "Noort" in str(bevinding) for bevinding in gevonden)


def test_zes_verkeerde_cellen_met_een_naam_worden_zes_mensen() -> None:
    cellen = tuple(f"B{rij}" for rij in range(2, 14))
    blad = maak_blad(
        CLIENTENLIJST,
        {"CL1": [4] * 12, "CL2": [0] * 12},
        locatie=[-1] * 12,
        onbekend=("Noort",),
        onbekende_cellen=cellen,
    )
    bevinding = enige(loop(WERKMAP, blad))
    assert bevinding.wat == "12 mensen hebben een locatie die niet in kwaliteit.yaml staat (1 naam)."
    assert (bevinding.cel, bevinding.aantal) == (", ".join(cellen[:10]), 12)
    zonder_locaties = replace(WERKMAP, boom=Boom(onderdelen=BOOM.onderdelen[:1]))
    assert enige(loop(zonder_locaties, blad)).doe_dit.startswith(
        "Voeg 'locaties:' toe aan kwaliteit.yaml, zie werkmap.md in de handleiding."
    )


def test_een_bron_zonder_locatiekolom_wordt_gemeld_als_er_locaties_zijn() -> None:
    antwoorden = {"CL1": [4], "CL2": [0]}
    zonder = maak_blad(CLIENTENLIJST, antwoorden, locatie=[-1], locatiekolom="")
    assert als_rij(enige(loop(WERKMAP, zonder))) == (
        "geen-locatiekolom",
        "In geen enkele kolom is de locatie gevonden. Zonder locatie zijn er geen cijfers per locatie.",
        "een kolom met de kop 'locatie'",
        "Staat de locatie er wel? Geef de kolom de kop 'locatie', of zet haar in een koppeling op 'locatie'. "
        "Is er niet naar gevraagd, dan hoeft u niets te doen.",
    )
    een_locatie = replace(WERKMAP, boom=Boom(onderdelen=BOOM.onderdelen[:2]))
    assert loop(een_locatie, zonder) == ()
    lijkt = enige(loop(WERKMAP, replace(zonder, lijkt_locatie="C")))
    assert (lijkt.cel, lijkt.doe_dit) == (
        "C",
        "Geef kolom C de kop 'locatie', of zet haar in een koppeling op 'locatie'.",
    )
    assert lijkt.wat.endswith("In kolom C staan wel namen van uw locaties.")


def test_partners_hoeven_niet_bij_een_locatie_te_horen() -> None:
    lijst = maak_lijst("p", Doelgroep.SAMENWERKINGSPARTNERS, replace(PR1, id="SA1"))
    zonder = maak_blad(lijst, {"SA1": [2]}, locatie=[-1], locatiekolom="")
    assert loop(WERKMAP, zonder) == ()
    assert enige(loop(WERKMAP, replace(zonder, lijkt_locatie="C"))).soort is Bevindingsoort.GEEN_LOCATIEKOLOM


def test_geen_locatie_wordt_alleen_gemeld_als_een_ander_in_de_groep_er_wel_een_heeft() -> None:
    antwoorden = {"CL1": [4, 4], "CL2": [0, 0]}
    zonder = maak_blad(CLIENTENLIJST, antwoorden, locatie=[-1, -1])
    assert loop(WERKMAP, zonder) == ()
    deels = maak_blad(CLIENTENLIJST, antwoorden, locatie=[0, -1])
    assert enige(loop(WERKMAP, deels)).wat == "Bij 1 persoon staat geen bekende locatie."
    assert enige(loop(WERKMAP, zonder, in_bestand(deels, "tweede.xlsx", slice(0, 1)))).wat == (
        "Bij niemand staat een bekende locatie."
    )
    een_locatie = replace(WERKMAP, boom=Boom(onderdelen=BOOM.onderdelen[:2]))
    assert loop(een_locatie, deels) == ()


def in_bestand(blad: Antwoordblad, bestand: str, rijen: slice) -> Antwoordblad:
    """Een deel van een blad, alsof het in een ander bestand staat."""
    return replace(
        blad,
        bron=replace(blad.bron, bestand=bestand),
        rijen=blad.rijen[rijen],
        locatie=blad.locatie[rijen],
        kolommen={naam: replace(kolom, plaats=kolom.plaats[rijen]) for naam, kolom in blad.kolommen.items()},
    )


def test_deelnemers_van_een_groep_tellen_over_alle_bestanden_samen() -> None:
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4] * 4, "CL2": [0] * 4}, locatie=[0, 0, 1, 1])
    ander = in_bestand(blad, "tweede.xlsx", slice(0, 3))
    werkmap = met_jaargang(uitgenodigd={Doelgroep.CLIENTEN: Aantallen(totaal=8, per_locatie={"noord": 3, "oost": 5})})
    assert enige(loop(werkmap, blad, ander)).wat == (
        "In 2024 telt de groep cliënten bij Locatie Noord 4 deelnemers, meer dan het aantal uitgenodigden (3)."
    )
    assert loop(werkmap, blad) == ()


def test_meer_uitgenodigden_dan_mensen_in_de_groep() -> None:
    def werkmap(uitgenodigd: Aantallen, jaar: int = 2024) -> Werkmap:
        populatie = Aantallen(totaal=10, per_locatie={"noord": 4, "oost": 6})
        jaargang = replace(
            JAARGANG,
            jaar=jaar,
            populatie={Doelgroep.CLIENTEN: populatie},
            uitgenodigd={Doelgroep.CLIENTEN: uitgenodigd},
        )
        return replace(WERKMAP, jaren={2024: JAARGANG, jaar: jaargang})

    assert loop(werkmap(Aantallen(totaal=10, per_locatie={"noord": 4, "oost": 6}))) == ()
    assert loop(werkmap(Aantallen(totaal=11, per_locatie={}), 2025)) == ()
    assert enige(loop(werkmap(Aantallen(totaal=11, per_locatie={}), 2023))).wat.startswith("In 2023 zijn van de groep")
    assert als_rij(enige(loop(werkmap(Aantallen(totaal=9, per_locatie={"noord": 5, "oost": 4}))))) == (
        "uitgenodigd-boven-populatie",
        "In 2024 zijn van de groep cliënten bij Locatie Noord meer mensen uitgenodigd (5) dan er in de groep zijn (4).",
        "hoogstens 4 uitgenodigden",
        "Controleer in kwaliteit.yaml bij jaren, 2024 de aantallen van clienten bij uitgenodigd en bij populatie. "
        "Gaan ze over verschillende dagen, kies dan één dag.",
    )


def test_een_open_vraag_maakt_niemand_deelnemer() -> None:
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4, -1, 0], "CL2": [0, -1, -1], "CL3": [-1, 0, 0]})
    assert blad.beantwoord().tolist() == [2, 0, 1]
    assert blad.deelnemers().tolist() == [True, False, True]
    assert blad.volledig(0.8).tolist() == [True, False, False]
    assert blad.volledig(0.5).tolist() == [True, False, True]


def test_elke_soort_bevinding_heet_in_de_code_net_als_in_het_programma() -> None:
    assert [soort.name.lower().replace("_", "-") for soort in Bevindingsoort] == [
        soort.code for soort in Bevindingsoort
    ]
    assert not [soort for soort in Bevindingsoort if "%" in soort.betekenis or soort.betekenis[-1] != "."]


def test_wie_de_lijst_niet_helemaal_invulde_wordt_geteld() -> None:
    blad = maak_blad(CLIENTENLIJST, {"CL1": [4, 4, -1, -1], "CL2": [0, -2, 0, -1]})
    assert als_rij(enige(loop(WERKMAP, blad))) == (
        "onvolledig",
        "2 mensen beantwoordden minder dan 80% van de vragen.",
        "een antwoord op minstens 80% van de vragen",
        "U hoeft niets te doen: de antwoorden die er wel zijn, tellen mee. Zijn het er veel, kijk dan of de "
        "vragenlijst te lang of te moeilijk is.",
    )


# --- kengetallen


def maak_regel(onderdeel: str | None, teller: int, noemer: int | None) -> Kengetalregel:
    return Kengetalregel(
        jaar=2024,
        kengetal="K01",
        onderdeel=onderdeel,
        teller=teller,
        noemer=noemer,
        toelichting="",
        bestand="bronnen/2024/kengetallen.xlsx",
        cel=f"C{2 + teller}",
    )


def test_een_totaal_dat_de_som_van_alle_locaties_is_klopt() -> None:
    regels = (maak_regel(None, 7, 10), maak_regel("noord", 3, 5), maak_regel("oost", 4, 5))
    assert loop(kengetallen=regels) == ()


def test_een_totaal_dat_niet_de_som_van_alle_locaties_is() -> None:
    regels = (maak_regel(None, 8, 10), maak_regel("noord", 3, 5), maak_regel("oost", 4, 5))
    bevinding = enige(loop(kengetallen=regels))
    assert als_rij(bevinding) == (
        "kengetal-totaal",
        "De teller van kengetal K01 over 2024 klopt niet: het totaal is niet de som van de locaties.",
        "een totaal dat gelijk is aan de som van de locaties",
        "Verbeter het totaal of de locaties in het bestand. Noemt u alle locaties, dan mag de regel met het totaal "
        "ook weg.",
    )
    assert (bevinding.bestand, bevinding.cel) == ("bronnen/2024/kengetallen.xlsx", "C10")


def test_een_totaal_naast_een_deel_van_de_locaties_mag_hoger_zijn_maar_niet_lager() -> None:
    assert loop(kengetallen=(maak_regel(None, 8, 10), maak_regel("noord", 3, 5))) == ()
    assert loop(kengetallen=(maak_regel(None, 8, None), maak_regel("noord", 3, None))) == ()
    lager = enige(loop(kengetallen=(maak_regel(None, 3, 4), maak_regel("noord", 3, 5))))
    assert lager.wat == "De noemer van kengetal K01 over 2024 klopt niet: het totaal is lager dan de locaties samen."


# --- dekking


def test_een_hoofdgroep_zonder_bron_wordt_genoemd_en_ervaringsdeskundigen_niet() -> None:
    resultaat = Leesresultaat(bladen=GOEDE_BLADEN[:3], kengetallen=(), bevindingen=(), controlegetallen={})
    bevinding = enige(loop_na(WERKMAP, KADER, BIBLIOTHEEK, REGELS, resultaat))
    assert als_rij(bevinding) == (
        "groep-zonder-bron",
        "Over 2024 zijn er geen antwoorden van samenwerkingspartners.",
        "een bestand zoals bronnen/2024/samenwerkingspartners.xlsx",
        "Zet het bestand in bronnen/2024. Is er niets gevraagd, dan hoeft u niets te doen: het verslag zegt dan dat er "
        "in dit jaar geen informatie is opgehaald bij samenwerkingspartners.",
    )


def test_een_groep_die_over_een_pijler_niets_antwoordde() -> None:
    leeg = int(Reden.LEEG)
    bevindingen = loop(WERKMAP, maak_blad(NAASTENLIJST, {"NA1": [leeg, int(Reden.WEET_NIET)]}))
    assert als_rij(enige(bevindingen)) == (
        "pijler-zonder-bron",
        "Over de pijler 'Naasten' gaf de groep naasten geen enkel antwoord.",
        "minstens één antwoord op een vraag over deze pijler",
        "Kijk of de kolommen met deze vragen in de bron staan en herkend zijn. Klopt het, dan staat in het verslag dat "
        "deze groep hierover geen informatie gaf.",
    )


def test_een_pijler_waarover_geen_enkele_groep_iets_zei() -> None:
    zonder_norm = maak_lijst("kwaliteit-clienten", Doelgroep.CLIENTEN, replace(CL1, normen=("C1",)), CL2)
    clienten = maak_blad(zonder_norm, {"CL1": [4], "CL2": [0]})
    gevonden = loop(WERKMAP, clienten, maak_blad(NAASTENLIJST, {"NA1": [-1]}))
    assert [bevinding.wat for bevinding in gevonden] == [
        "Over de pijler 'Naasten' gaf de groep naasten geen enkel antwoord.",
        "Over de pijler 'Naasten' is er in 2024 van geen enkele groep informatie.",
    ]


def test_een_meetperiode_ontbreekt_alleen_als_er_gemeten_is() -> None:
    eerder = replace(JAARGANG, jaar=2023, meetperiode=None)
    werkmap = replace(WERKMAP, jaren={2023: eerder, 2024: JAARGANG})
    assert loop(werkmap) == ()
    oud = maak_blad(CLIENTENLIJST, {"CL1": [4], "CL2": [0]}, jaar=2023)
    assert als_rij(enige(loop(werkmap, oud))) == (
        "periode-ontbreekt",
        "Van 2023 is niet bekend wanneer de vragenlijsten openstonden.",
        "een eerste en een laatste dag",
        "Zet in kwaliteit.yaml bij 2023: meetperiode: {van: 2023-09-01, tot: 2023-10-31}, met uw eigen datums.",
    )


def test_een_bestand_dat_nergens_bij_hoort_wordt_gemeld() -> None:
    bevinding = enige(loop(met_jaargang(onbekende_bestanden=("bronnen/2024/client.xlsx",))))
    assert bevinding.bestand == "bronnen/2024/client.xlsx"
    assert als_rij(bevinding) == (
        "onbekend-bestand",
        "Dit bestand is niet gelezen, want de naam of het soort bestand past bij geen doelgroep.",
        "een naam die begint met clienten, naasten, professionals, ervaringsdeskundigen of samenwerkingspartners, "
        "of kengetallen heet, en eindigt op .xlsx, .xls, .ods, .csv, .tsv of .sav",
        "Geef het bestand zo'n naam of noem het in kwaliteit.yaml onder 'bronnen'. Hoort het er niet bij, zet het dan "
        "in een andere map.",
    )


# --- verhaal, citaten en acties


def test_een_pijler_zonder_verhaal_mist_alle_vijf_onderdelen() -> None:
    gevonden = loop(met_pijlers(clienten=PIJLERVERHAAL))
    assert {bevinding.bestand for bevinding in gevonden} == {"verhaal/2024/naasten.md"}
    assert [als_rij(bevinding) for bevinding in gevonden] == [
        (
            "geen-boodschap",
            "Bij de pijler 'Naasten' ontbreekt de kernboodschap.",
            "één zin van hoogstens 12 woorden",
            'Zet boven in verhaal/2024/naasten.md, tussen twee regels met ---, de regel: boodschap: "uw zin".',
        ),
        (
            "geen-terugblik",
            "Bij de pijler 'Naasten' ontbreekt de terugblik.",
            "bij elke pijler een terugblik op het afgelopen jaar",
            "Schrijf in verhaal/2024/naasten.md onder de kop '## Terugblik' wat u wilde bereiken en wat daarvan kwam.",
        ),
        (
            "geen-duiding",
            "Bij de pijler 'Naasten' staat niet wat de resultaten betekenen.",
            "bij elke pijler uitleg in uw eigen woorden",
            "Schrijf in verhaal/2024/naasten.md onder de kop '## Duiding' wat u in de resultaten ziet en hoe dat komt.",
        ),
        (
            "geen-bespreking",
            "Bij de pijler 'Naasten' staat niet met wie u de resultaten besprak.",
            "bij elke pijler met wie u sprak, wanneer, en wat eruit kwam",
            "Schrijf dat in verhaal/2024/naasten.md onder de kop '## Besproken'.",
        ),
        (
            "geen-vooruitblik",
            "Bij de pijler 'Naasten' ontbreekt de vooruitblik.",
            "bij elke pijler een vooruitblik op het komende jaar",
            "Schrijf in verhaal/2024/naasten.md onder de kop '## Vooruitblik' wat u gaat doen.",
        ),
    ]


@pytest.mark.parametrize(
    ("onderdeel", "soort"),
    [
        ("terugblik", Bevindingsoort.GEEN_TERUGBLIK),
        ("duiding", Bevindingsoort.GEEN_DUIDING),
        ("besproken", Bevindingsoort.GEEN_BESPREKING),
        ("vooruitblik", Bevindingsoort.GEEN_VOORUITBLIK),
    ],
)
def test_elk_ontbrekend_onderdeel_geeft_zijn_eigen_bevinding(onderdeel: str, soort: Bevindingsoort) -> None:
    kaal = replace(PIJLERVERHAAL, **{onderdeel: None})  # type: ignore[arg-type]
    assert enige(loop(met_pijlers(clienten=kaal, naasten=PIJLERVERHAAL))).soort is soort


def test_een_boodschap_van_twaalf_woorden_mag_en_dertien_niet() -> None:
    twaalf, dertien = (replace(PIJLERVERHAAL, boodschap="woord " * aantal) for aantal in (12, 13))
    assert loop(met_pijlers(clienten=twaalf, naasten=PIJLERVERHAAL)) == ()
    assert als_rij(enige(loop(met_pijlers(clienten=dertien, naasten=PIJLERVERHAAL)))) == (
        "boodschap-te-lang",
        "De kernboodschap bij de pijler 'Cliënten' heeft 13 woorden.",
        "hoogstens 12 woorden",
        "Maak de zin korter. Uitleg past beter onder de kop '## Duiding'.",
    )


def test_een_kritisch_citaat_ontbreekt_alleen_waar_citaten_staan() -> None:
    positief = replace(CITAAT, toon=Citaattoon.POSITIEF)
    assert loop(replace(WERKMAP, citaten=())) == ()
    assert loop(replace(WERKMAP, citaten=(positief, CITAAT))) == ()
    assert als_rij(enige(loop(replace(WERKMAP, citaten=(positief,))))) == (
        "geen-kritisch-citaat",
        "Bij de pijler 'Cliënten' staat geen kritisch citaat.",
        "minstens één citaat met toon: kritisch",
        "Kies ook een citaat van iemand die minder tevreden is. Zo blijft het verslag eerlijk.",
    )


BELOFTE = replace(ACTIE, id="belofte", beloofd_in=2023)


def met_stand(stand: dict[int, Stand]) -> Werkmap:
    return replace(WERKMAP, acties=(ACTIE, replace(BELOFTE, stand=stand)))


def test_een_belofte_zonder_status_is_ernstig() -> None:
    assert als_rij(enige(loop(met_stand({})))) == (
        "actie-zonder-stand",
        "Actie 'belofte', beloofd in het verslag over 2023, heeft geen status over 2024.",
        "een status: klaar, loopt, later, deels, gestopt of niet gelukt",
        "Zet in acties.yaml bij deze actie onder 'stand' een regel, zoals 2024: {status: loopt}.",
    )
    assert enige(loop(met_stand({}))).bestand == "acties.yaml"


def test_een_belofte_die_eerder_klaar_was_vraagt_geen_status_meer() -> None:
    assert loop(met_stand({2023: Stand(status=Actiestatus.KLAAR)})) == ()
    assert len(loop(met_stand({2023: Stand(status=Actiestatus.LOOPT)}))) == 1


def test_een_status_die_uitleg_vraagt_krijgt_een_bevinding_zonder_uitleg() -> None:
    assert loop(met_stand({2024: Stand(status=Actiestatus.LOOPT)})) == ()
    assert loop(met_stand({2024: Stand(status=Actiestatus.LATER, toelichting="Verhuizing")})) == ()
    assert als_rij(enige(loop(met_stand({2024: Stand(status=Actiestatus.LATER, toelichting=" ")})))) == (
        "actie-zonder-reden",
        "Actie 'belofte' heeft over 2024 de status 'later', maar de reden ontbreekt.",
        "een toelichting, behalve bij de status klaar of loopt",
        "Schrijf in acties.yaml bij deze actie onder 'stand', 2024, een toelichting: wat ging anders en waarom.",
    )


def test_zonder_actie_voor_het_komende_jaar_volgt_een_bevinding() -> None:
    klaar = replace(BELOFTE, stand={2024: Stand(status=Actiestatus.KLAAR)})
    assert als_rij(enige(loop(replace(WERKMAP, acties=(klaar,))))) == (
        "geen-acties",
        "Er is geen actie voor 2025.",
        "minstens één actie met wie het doet en wanneer het klaar is",
        "Zet in acties.yaml wat u na 2024 gaat doen, met beloofd_in: 2024.",
    )


def test_de_volgorde_is_vast_wat_de_volgorde_van_lezen_ook_was() -> None:
    werkmap = replace(WERKMAP, acties=(), citaten=())
    bladen = [maak_blad(CLIENTENLIJST, {"CL1": [4], "CL2": [-1]}, jaar=jaar) for jaar in (2023, 2024)]
    heen, terug = (
        loop_na(
            werkmap,
            KADER,
            BIBLIOTHEEK,
            REGELS,
            Leesresultaat(bladen=tuple(volgorde), kengetallen=(), bevindingen=(), controlegetallen={}),
        )
        for volgorde in (bladen, bladen[::-1])
    )
    assert heen == terug
    assert [bevinding.bestand for bevinding in heen[:2]] == ["bronnen/2023/clienten.xlsx", "bronnen/2024/clienten.xlsx"]


# --- cijfers


def maak_gevraagd(vraag: Vraag, *, jaar: int = 2024, breuk: Breuk = Breuk.GEEN) -> Gevraagd:
    return Gevraagd(
        jaar=jaar,
        doelgroep=Doelgroep.CLIENTEN,
        vraag=vraag,
        pijler="clienten",
        normen=vraag.normen,
        vragenlijst="kwaliteit-clienten",
        versie="1",
        reeks="r",
        breuk=breuk,
    )


def maak_meting(vraag: Vraag, n: int, nvt: int, *, jaar: int = 2024, onderdeel: str = ORGANISATIE) -> Meting:
    return Meting(
        gevraagd=maak_gevraagd(vraag, jaar=jaar),
        onderdeel=onderdeel,
        n=n,
        per_code=(n,),
        aantal_nvt=nvt,
        aantal_weet_niet=0,
        populatie=None,
        cijfers=(),
    )


def maak_indicatoren(metingen: Sequence[Meting] = (), gevraagd: Sequence[Gevraagd] = ()) -> Indicatoren:
    return Indicatoren(
        boom=BOOM,
        jaar=2024,
        gevraagd=tuple(gevraagd),
        metingen=tuple(metingen),
        respons=(),
        kengetallen=(),
        niet_gevraagd={},
    )


def test_veel_niet_van_toepassing_telt_alleen_voor_de_organisatie_in_het_verslagjaar() -> None:
    net_niet = maak_meting(CL2, 80, 20)
    op_locatie = maak_meting(CL1, 1, 9, onderdeel="noord")
    eerder = maak_meting(CL1, 1, 9, jaar=2023)
    assert loop_cijfers_na(maak_indicatoren([net_niet, op_locatie, eerder]), REGELS) == ()
    bevinding = enige(loop_cijfers_na(maak_indicatoren([net_niet, maak_meting(CL1, 79, 21)]), REGELS))
    assert bevinding.vraag == "CL1"
    assert als_rij(bevinding) == (
        "veel-nvt",
        "Bij vraag CL1 koos meer dan 20% van de groep cliënten voor 'niet van toepassing'.",
        "hoogstens 20%",
        "Bespreek of deze vraag voor iedereen geldt. Het cijfer gaat alleen over wie wel antwoord gaf; leg dat uit in "
        "de duiding.",
    )


SCHAAL = Vraag(
    id="S1",
    tekst="Eigen regie",
    schaal=Schaal(naam="S1", soort=Schaalsoort.SCHAALSCORE, laagste=1, hoogste=5),
    normen=("C9",),
    samenstelling=Samenstelling(
        vragen=("CL1", "CL4"),
        regel=Ontbreekregel.HELFT,
        op_100=False,
        gunstig_boven=None,
        instrument="",
        versie="",
        bron="",
    ),
)


def test_een_schaalscore_met_veel_nvt_zegt_dat_mensen_geen_score_hebben() -> None:
    bevinding = enige(loop_cijfers_na(maak_indicatoren([maak_meting(SCHAAL, 79, 21)]), REGELS))
    assert bevinding.wat == "Meer dan 20% van de groep cliënten heeft door 'niet van toepassing' geen score S1."


def test_vragen_van_een_schaal_die_los_hangen_geven_een_bevinding_in_het_verslagjaar() -> None:
    def maak(alfa: float | None, jaar: int = 2024) -> Betrouwbaarheid:
        return Betrouwbaarheid(jaar=jaar, doelgroep=Doelgroep.CLIENTEN, schaalscore="S1", vragen=2, n=40, alfa=alfa)

    rustig = replace(maak_indicatoren(), betrouwbaarheid=(maak(0.7), maak(None), maak(0.1, jaar=2023)))
    assert loop_cijfers_na(rustig, REGELS) == ()
    assert als_rij(enige(loop_cijfers_na(replace(rustig, betrouwbaarheid=(maak(0.69),)), REGELS))) == (
        "lage-samenhang",
        "De 2 vragen van schaalscore S1 hangen bij de groep cliënten weinig samen.",
        "een Cronbachs alfa van 0,7 of hoger",
        "Kijk of een vraag andersom is gesteld en 'omgekeerd: true' mist. Anders meten deze vragen misschien "
        "verschillende dingen; kijk dan liever naar de losse vragen.",
    )


def test_een_schaalscore_heeft_een_norm_die_bestaat_en_mag_een_doel_zijn() -> None:
    def met(schaal: Vraag) -> Vragenbibliotheek:
        return replace(BIBLIOTHEEK, vragenlijsten=(replace(CLIENTENLIJST, schaalscores=(schaal,)), NAASTENLIJST))

    werkmap = replace(WERKMAP, acties=tuple(replace(actie, waarom=("S1",)) for actie in WERKMAP.acties[:1]))
    with pytest.raises(WerkmapFout) as fout:
        controleer_samenhang(werkmap, KADER, met(SCHAAL))
    assert [gebrek.wat for gebrek in fout.value.gebreken] == ["'C9' is geen bekende norm"]
    controleer_samenhang(werkmap, KADER, met(replace(SCHAAL, normen=("C1",))))


def test_een_veranderde_vraag_wordt_alleen_in_het_verslagjaar_genoemd() -> None:
    gevraagd = [
        maak_gevraagd(CL1, jaar=2023, breuk=Breuk.VRAAG),
        maak_gevraagd(CL2, breuk=Breuk.VRAAG),
        maak_gevraagd(CL1),
    ]
    assert als_rij(enige(loop_cijfers_na(maak_indicatoren(gevraagd=gevraagd), REGELS))) == (
        "vraag-veranderd",
        "Vraag CL2 is aan de groep cliënten anders gesteld dan de vorige keer.",
        "dezelfde tekst, schaal en versie als de vorige keer",
        "Het verslag vergelijkt dit cijfer niet met eerdere jaren. Is dat toch eerlijk, zet dan in de vragenlijst "
        "'vergelijkbaar_met' met de reden. Het verslag noemt die reden.",
    )


def test_een_anders_omschreven_groep_krijgt_een_eigen_tekst_zonder_raad_over_de_vraag() -> None:
    gevraagd = [maak_gevraagd(CL2, breuk=Breuk.GROEP), maak_gevraagd(CL1)]
    bevinding = enige(loop_cijfers_na(maak_indicatoren(gevraagd=gevraagd), REGELS))
    assert bevinding.vraag == "CL2"
    assert als_rij(bevinding) == (
        "vraag-veranderd",
        "De groep cliënten is anders omschreven dan de vorige keer. Dat breekt de reeks van vraag CL2.",
        "dezelfde omschrijving bij 'wie' in kwaliteit.yaml als de vorige keer",
        "Het verslag vergelijkt dit cijfer niet met eerdere jaren. Horen er toch dezelfde mensen bij, schrijf dan bij "
        "'wie' precies dezelfde tekst als toen.",
    )


def test_elke_correctie_die_geldt_wordt_een_bevinding() -> None:
    correcties = tuple(
        Correctie(jaar=jaar, indicator=indicator, doelgroep=groep, keuze=keuze, reden="Een fout.")
        for jaar, indicator, groep, keuze in (
            (2023, "CL1", Doelgroep.CLIENTEN, Correctiekeuze.VERBERG),
            (2024, "K01", None, Correctiekeuze.BEHOUD),
            (2025, "CL1", Doelgroep.CLIENTEN, Correctiekeuze.BEHOUD),
        )
    )
    werkmap = replace(WERKMAP, publicatie=Publicatie(correcties=correcties))
    assert [(een.soort, een.wat) for een in loop_correcties_na(werkmap)] == [
        (Bevindingsoort.CORRECTIE_GELDT, f"Een correctie geldt: {wat}.")
        for wat in (
            "CL1 van cliënten over 2023 staat er als 'niet getoond'",
            "K01 over 2024 blijft zoals eerder gepubliceerd",
        )
    ]
    assert not list(loop_correcties_na(WERKMAP))
