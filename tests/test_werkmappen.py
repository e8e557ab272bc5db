"""De kamer `werkmappen`: wat in een werkmap staat komt goed over, en elk gebrek wordt in hele zinnen gemeld."""

import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from kwaliteit.begrippen.actie import Actiestatus
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Afsluitcode, Gebrek, GebruikFout, WerkmapFout
from kwaliteit.begrippen.onderdeel import Niveau
from kwaliteit.begrippen.verhaal import Cijferverwijzing, Citaattoon, Normstand
from kwaliteit.werkmappen import lees_werkmap

GOED = """\
organisatie: {naam: "Stichting Veen", website: "https://veen.example", kvk: "01234567", verzonnen: true}
publicatie: {drempel: 12, vastgesteld_op: 2025-05-12, url: "https://veen.example/kwaliteit"}
csv: nl
locaties:
  noord: {naam: "Locatie Noord", regio: "Súd-West", ook_wel: ["Noord", "LOC-N"]}
  los: {naam: "Het Losse Huis"}
  oost: {naam: "Locatie Oost", regio: "Súd-West"}
jaren:
  2023: {kader: geen}
  2024:
    kader: woonzorg-lggz-2024
    meetperiode: {van: 2024-09-01, tot: 2024-10-31}
    populatie: {clienten: {noord: 48, oost: 41}, professionals: 190}
    uitgenodigd: {naasten: 160}
  2025: {kader: woonzorg-lggz-2024}
"""

ACTIES = """\
- id: zorgkaart
  wat: "Elke cliënt heeft een zorgkaart"
  waarom: [CL02, C2]
  wie: "Teamleiders"
  beloofd_in: 2023
  klaar_op: 2024-12-31
  gelukt_als: {kengetal: K01, doelgroep: clienten, minstens: 0.90}
  stand:
    2024: {status: niet gelukt, toelichting: "Te weinig tijd."}
- {id: buurt, wat: "Koffie", wie: "Team Oost", beloofd_in: 2024, klaar_op: 2025-06-01, gelukt_als: {datum: 2025-06-01}}
"""

PIJLER = """\
---
boodschap: "Cliënten bepalen  zelf hun herstel"
kerncijfer: CL04
trend: [CL04, CL05]
---

## Terugblik

In 2023 was het {{ cijfer("CL04", jaar=2023) }}. Nu is het
{{cijfer('CL04', doelgroep='clienten', locatie = "noord",)}}

### Tussenkop

```
## geen kop
```

## Duiding
## Besproken ##
Met de cliëntenraad.
##Vooruitblik
Meer tijd.
"""


def schrijf(werkmap: Path, bestanden: dict[str, str]) -> Path:
    for naam, tekst in bestanden.items():
        pad = werkmap / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst.encode())
    return werkmap


def gebreken_van(werkmap: Path, jaar: int = 2024) -> tuple[Gebrek, ...]:
    with pytest.raises(WerkmapFout) as fout:
        lees_werkmap(werkmap, jaar)
    assert fout.value.afsluitcode is Afsluitcode.WERKMAP_ONGELDIG
    return fout.value.gebreken


def als_rij(gebrek: Gebrek) -> tuple[str, str, str, str]:
    return gebrek.waar, gebrek.wat, gebrek.verwacht, gebrek.doe_dit


def enig_gebrek(werkmap: Path, bestanden: dict[str, str]) -> tuple[str, str, str, str]:
    (gebrek,) = gebreken_van(schrijf(werkmap, {"kwaliteit.yaml": GOED, **bestanden}))
    return als_rij(gebrek)


@pytest.fixture
def goed(tmp_path: Path) -> Path:
    return schrijf(tmp_path, {"kwaliteit.yaml": GOED})


# --- wat goed is, komt goed over


def test_de_instellingen_komen_heel_over(goed: Path) -> None:
    werkmap = lees_werkmap(goed, 2024)
    assert werkmap.organisatie.naam == "Stichting Veen"
    assert werkmap.organisatie.kvk == "01234567"
    assert werkmap.organisatie.verzonnen
    assert werkmap.publicatie.drempel == 12
    assert werkmap.publicatie.vastgesteld_op == date(2025, 5, 12)
    assert werkmap.nederlandse_csv
    assert werkmap.jaren[2023].kader is None
    assert werkmap.jaargang.kader == "woonzorg-lggz-2024"
    assert werkmap.jaargang.meetperiode is not None
    assert werkmap.jaargang.meetperiode.tot == date(2024, 10, 31)


def test_de_boom_zet_regios_boven_hun_locaties_en_losse_locaties_onder_de_organisatie(goed: Path) -> None:
    onderdelen = lees_werkmap(goed, 2024).boom.onderdelen
    assert [(een.id, een.naam, een.niveau, een.ouder) for een in onderdelen] == [
        ("organisatie", "Stichting Veen", Niveau.ORGANISATIE, None),
        ("regio-sud-west", "Súd-West", Niveau.REGIO, "organisatie"),
        ("noord", "Locatie Noord", Niveau.LOCATIE, "regio-sud-west"),
        ("oost", "Locatie Oost", Niveau.LOCATIE, "regio-sud-west"),
        ("los", "Het Losse Huis", Niveau.LOCATIE, "organisatie"),
    ]


def test_zonder_locaties_is_er_alleen_de_organisatie(tmp_path: Path) -> None:
    schrijf(tmp_path, {"kwaliteit.yaml": "organisatie: {naam: Veen}\njaren: {2024: {kader: geen}}\n"})
    werkmap = lees_werkmap(tmp_path, 2024)
    assert [een.id for een in werkmap.boom.onderdelen] == ["organisatie"]
    assert not werkmap.nederlandse_csv
    assert (*werkmap.acties, *werkmap.citaten, *werkmap.zelfoordelen) == ()
    assert werkmap.verhaal.voorwoord is None
    assert dict(werkmap.verhaal.pijlers) == {}


def test_elke_schrijfwijze_van_een_locatie_leidt_naar_haar_id(goed: Path) -> None:
    namen = lees_werkmap(goed, 2024).locatienamen
    assert {naam for naam, locatie in namen.items() if locatie == "noord"} == {"noord", "locatie noord", "loc-n"}
    assert namen["het losse huis"] == "los"


def test_een_locatienaam_met_losse_accenten_is_dezelfde_naam(tmp_path: Path) -> None:
    namen = {vorm: unicodedata.normalize(vorm, "Súd") for vorm in ("NFC", "NFD")}
    locaties = "".join(f"  {vorm.lower()}: {{naam: {naam}}}\n" for vorm, naam in namen.items())
    tekst = f"organisatie: {{naam: Veen}}\nlocaties:\n{locaties}jaren: {{2024: {{kader: geen}}}}\n"
    (gebrek,) = gebreken_van(schrijf(tmp_path, {"kwaliteit.yaml": tekst}))
    assert gebrek.wat == f"de naam '{namen['NFD']}' hoort ook bij locatie 'nfc'"


def test_aantallen_zijn_een_totaal_of_de_som_van_de_locaties(goed: Path) -> None:
    jaargang = lees_werkmap(goed, 2024).jaargang
    assert jaargang.populatie[Doelgroep.CLIENTEN].totaal == 89
    assert jaargang.populatie[Doelgroep.CLIENTEN].per_locatie == {"noord": 48, "oost": 41}
    assert jaargang.populatie[Doelgroep.PROFESSIONALS].totaal == 190
    assert jaargang.populatie[Doelgroep.PROFESSIONALS].per_locatie == {}
    assert jaargang.uitgenodigd[Doelgroep.NAASTEN].totaal == 160


def test_bronnen_worden_op_naam_gevonden_met_hun_koppeling(goed: Path) -> None:
    schrijf(
        goed,
        {
            "bronnen/2024/Cliënten najaar.XLSX": "",
            "bronnen/2024/naasten.csv": "",
            "bronnen/2024/professionals.sav": "",
            "bronnen/2024/Kengetallen.ods": "",
            "bronnen/2024/~$naasten.csv": "",
            "bronnen/2024/.~lock.naasten.csv#": "",
            "bronnen/2023/clie\u0308nten.csv": "",
            "koppelingen/Cliënten najaar.yaml": "",
            "koppelingen/clienten.yaml": "",
            "koppelingen/naasten.yaml": "",
        },
    )
    werkmap = lees_werkmap(goed, 2024)
    assert [(bron.doelgroep, bron.pad.name, bron.vragenlijst) for bron in werkmap.jaargang.bronnen] == [
        (Doelgroep.CLIENTEN, "Cliënten najaar.XLSX", ""),
        (Doelgroep.NAASTEN, "naasten.csv", ""),
        (Doelgroep.PROFESSIONALS, "professionals.sav", ""),
    ]
    koppelingen = [bron.koppeling and bron.koppeling.name for bron in werkmap.jaargang.bronnen]
    assert koppelingen == ["Cliënten najaar.yaml", "naasten.yaml", None]
    assert werkmap.jaargang.kengetallen == werkmap.pad / "bronnen/2024/Kengetallen.ods"
    assert [bron.doelgroep for bron in werkmap.jaren[2023].bronnen] == [Doelgroep.CLIENTEN]
    assert werkmap.jaren[2023].bronnen[0].koppeling == werkmap.pad / "koppelingen/clienten.yaml"


def test_een_opgegeven_bron_vervangt_wat_op_naam_gevonden_is(tmp_path: Path) -> None:
    bronnen = (
        "    bronnen: [{bestand: bronnen/2024/export.csv, doelgroep: clienten, vragenlijst: mijn-lijst, "
        "koppeling: koppelingen/k.yaml}]\n"
    )
    schrijf(
        tmp_path,
        {
            "kwaliteit.yaml": GOED.replace("    uitgenodigd", bronnen + "    uitgenodigd"),
            "bronnen/2024/export.csv": "",
            "bronnen/2024/clienten.csv": "",
            "bronnen/2024/clienten oud.csv": "",
            "bronnen/2024/naasten.csv": "",
            "koppelingen/k.yaml": "",
        },
    )
    clienten, naasten = lees_werkmap(tmp_path, 2024).jaargang.bronnen
    assert (clienten.pad.name, clienten.vragenlijst) == ("export.csv", "mijn-lijst")
    assert clienten.koppeling == tmp_path / "koppelingen/k.yaml"
    assert naasten.pad.name == "naasten.csv"


def test_bronnen_van_latere_jaren_blijven_buiten_beschouwing(goed: Path) -> None:
    schrijf(goed, {"bronnen/2025/clienten.csv": "", "bronnen/2025/clienten2.csv": "", "bronnen/2024/clienten.csv": ""})
    werkmap = lees_werkmap(goed, 2024)
    assert werkmap.jaren[2025].bronnen == ()
    assert len(werkmap.jaargang.bronnen) == 1
    assert "2 bestanden" in gebreken_van(goed, 2025)[0].wat


def test_een_bestand_dat_op_een_bron_lijkt_wordt_onthouden_als_onbekend(goed: Path) -> None:
    schrijf(
        goed,
        {
            "bronnen/2024/client.xlsx": "",
            "bronnen/2024/naasten.docx": "",
            "bronnen/2024/kengetallen-oud.pdf": "",
            "bronnen/2024/LEESMIJ.txt": "",
        },
    )
    jaargang = lees_werkmap(goed, 2024).jaargang
    assert jaargang.bronnen == ()
    assert jaargang.onbekende_bestanden == (
        "bronnen/2024/client.xlsx",
        "bronnen/2024/kengetallen-oud.pdf",
        "bronnen/2024/naasten.docx",
    )


def test_acties_komen_over_met_doel_stand_en_regel(goed: Path) -> None:
    zorgkaart, buurt = lees_werkmap(schrijf(goed, {"acties.yaml": ACTIES}), 2024).acties
    assert (zorgkaart.id, zorgkaart.waarom, zorgkaart.beloofd_in) == ("zorgkaart", ("CL02", "C2"), 2023)
    assert zorgkaart.stand[2024].status is Actiestatus.NIET_GELUKT
    assert zorgkaart.gelukt_als is not None
    assert (zorgkaart.gelukt_als.indicator, zorgkaart.gelukt_als.minstens) == ("K01", 0.9)
    assert zorgkaart.waar == "acties.yaml, regel 1"
    assert buurt.waar == "acties.yaml, regel 10"
    assert buurt.gelukt_als is not None
    assert buurt.gelukt_als.datum == date(2025, 6, 1)


def test_citaten_en_zelfoordelen_horen_bij_het_verslagjaar(goed: Path) -> None:
    schrijf(
        goed,
        {
            "citaten/2024.yaml": '- {tekst: "Te druk.", doelgroep: clienten, pijler: naasten, toon: kritisch, '
            'toestemming: {door: "Zij zelf", op: 2024-11-20}, bewerkt_door: "Redactie"}\n',
            "citaten/2023.yaml": "[]\n",
            "zelfbeoordeling/2024.yaml": '- {norm: C4, stand: nee, bewijs: "Nog niet", door: "MT", op: 2025-02-01}\n',
        },
    )
    werkmap = lees_werkmap(goed, 2024)
    (citaat,), (oordeel,) = werkmap.citaten, werkmap.zelfoordelen
    assert (citaat.toon, citaat.toestemming_op, citaat.waar) == (
        Citaattoon.KRITISCH,
        date(2024, 11, 20),
        "citaten/2024.yaml, regel 1",
    )
    assert (oordeel.norm, oordeel.stand) == ("C4", Normstand.NEE)
    assert lees_werkmap(goed, 2023).citaten == ()


@pytest.mark.parametrize(
    ("keuze", "gelezen"), [("geen", (None, True)), ("Geen", (None, True)), ("K01", ("K01", False))]
)
def test_kerncijfer_geen_is_een_keuze_en_geen_naam(goed: Path, keuze: str, gelezen: tuple[str | None, bool]) -> None:
    tekst = PIJLER.replace("kerncijfer: CL04", f"kerncijfer: {keuze}")
    verhaal = lees_werkmap(schrijf(goed, {"verhaal/2024/clienten.md": tekst}), 2024).verhaal.pijlers["clienten"]
    assert (verhaal.kerncijfer, verhaal.zonder_kerncijfer) == gelezen


def test_een_pijlerverhaal_wordt_in_delen_met_cijfers_gelezen(goed: Path) -> None:
    verhaal = lees_werkmap(schrijf(goed, {"verhaal/2024/clienten.md": PIJLER}), 2024).verhaal.pijlers["clienten"]
    assert verhaal.boodschap == "Cliënten bepalen zelf hun herstel"
    assert (verhaal.kerncijfer, verhaal.trend) == ("CL04", ("CL04", "CL05"))
    assert verhaal.terugblik is not None
    assert verhaal.terugblik.waar == "verhaal/2024/clienten.md, regel 9"
    assert verhaal.terugblik.delen == (
        "In 2023 was het ",
        Cijferverwijzing(
            indicator="CL04", jaar=2023, doelgroep=None, locatie=None, waar="verhaal/2024/clienten.md, regel 9"
        ),
        ". Nu is het\n",
        Cijferverwijzing(
            indicator="CL04",
            jaar=None,
            doelgroep="clienten",
            locatie="noord",
            waar="verhaal/2024/clienten.md, regel 10",
        ),
        "\n\n### Tussenkop\n\n```\n## geen kop\n```",
    )
    assert verhaal.duiding is None
    assert verhaal.besproken is not None
    assert verhaal.besproken.delen == ("Met de cliëntenraad.",)
    assert verhaal.vooruitblik is not None
    assert verhaal.vooruitblik.delen == ("Meer tijd.",)


def test_een_bom_en_windowsregels_veranderen_de_tekst_niet(goed: Path) -> None:
    schrijf(
        goed,
        {
            "verhaal/2024/clienten.md": "\ufeff" + PIJLER.replace("\n", "\r\n"),
            "verhaal/2023/clienten.md": PIJLER,
            "verhaal/2024/voorwoord.md": "\r\n\r\nHallo.\r\n",
            "verhaal/2024/samenvatting.md": " \n\n",
        },
    )
    met, zonder = lees_werkmap(goed, 2024).verhaal, lees_werkmap(goed, 2023).verhaal
    assert met.pijlers["clienten"].besproken is not None
    assert zonder.pijlers["clienten"].besproken is not None
    assert met.pijlers["clienten"].besproken.delen == zonder.pijlers["clienten"].besproken.delen
    assert met.voorwoord is not None
    assert (met.voorwoord.delen, met.voorwoord.waar) == (("Hallo.",), "verhaal/2024/voorwoord.md, regel 3")
    assert met.samenvatting is None
    assert zonder.voorwoord is None


def test_reacties_staan_op_volgorde_van_bestandsnaam(goed: Path) -> None:
    schrijf(
        goed,
        {
            "verhaal/2024/reactie-raad.md": "---\ntitel: De cliëntenraad\n---\nGoed bezig.\n",
            "verhaal/2024/reactie-or.md": "---\ntitel: De OR\n---\nWij missen iets.\n",
        },
    )
    reacties = lees_werkmap(goed, 2024).verhaal.reacties
    assert [(reactie.titel, reactie.tekst.delen) for reactie in reacties] == [
        ("De OR", ("Wij missen iets.",)),
        ("De cliëntenraad", ("Goed bezig.",)),
    ]


def test_elk_gelezen_bestand_krijgt_een_controlegetal(goed: Path) -> None:
    schrijf(goed, {"acties.yaml": ACTIES, "verhaal/2024/clienten.md": PIJLER})
    getallen = lees_werkmap(goed, 2024).controlegetallen
    assert list(getallen) == ["acties.yaml", "kwaliteit.yaml", "verhaal/2024/clienten.md"]
    eerder = getallen["acties.yaml"]
    schrijf(goed, {"acties.yaml": ACTIES + "\n"})
    assert lees_werkmap(goed, 2024).controlegetallen["acties.yaml"] != eerder


# --- verkeerd gebruik: afsluitcode 2


def gebruiksgebrek(werkmap: Path, jaar: int) -> tuple[str, str, str, str]:
    with pytest.raises(GebruikFout) as fout:
        lees_werkmap(werkmap, jaar)
    assert fout.value.afsluitcode is Afsluitcode.VERKEERD_GEBRUIK
    return als_rij(fout.value.gebreken[0])


def test_een_map_die_er_niet_is(tmp_path: Path) -> None:
    assert gebruiksgebrek(tmp_path / "weg", 2024) == (
        f"map {tmp_path / 'weg'}",
        "deze map is er niet",
        "een werkmap: een map met kwaliteit.yaml erin",
        "Geef met --map de map van uw organisatie.",
    )


def test_een_map_zonder_kwaliteit_yaml(tmp_path: Path) -> None:
    assert gebruiksgebrek(tmp_path, 2024)[1:] == (
        "in deze map staat geen kwaliteit.yaml",
        "een werkmap: een map met kwaliteit.yaml erin",
        "Geef met --map de map van uw organisatie, of maak daar een kwaliteit.yaml.",
    )
    schrijf(tmp_path, {"kwaliteit.yml": GOED})
    assert gebruiksgebrek(tmp_path, 2024)[3] == "Hernoem kwaliteit.yml naar kwaliteit.yaml."


def test_een_jaar_dat_niet_in_de_instellingen_staat(goed: Path) -> None:
    assert gebruiksgebrek(goed, 2026) == (
        "jaar 2026",
        "dit jaar staat niet in kwaliteit.yaml",
        "een van: 2023, 2024, 2025",
        "Kies een ander jaar, of zet 2026 in kwaliteit.yaml onder 'jaren'.",
    )


# --- gebreken in kwaliteit.yaml

INSTELLINGSGEBREKEN = {
    "drempel_te_laag": (
        "drempel: 12",
        "drempel: 4",
        (
            "kwaliteit.yaml, regel 2",
            "een drempel onder de 5 mag niet: dan zijn antwoorden naar mensen te herleiden",
            "5 of meer; wij raden 10 aan",
            "Kies een hogere drempel, of haal de regel weg. Dan geldt 10.",
        ),
    ),
    "website_zonder_https": (
        'website: "https://veen.example"',
        'website: "javascript:x"',
        (
            "kwaliteit.yaml, regel 1",
            "dit is geen volledig webadres",
            "een adres dat begint met https://",
            "Schrijf het adres voluit, of haal de regel weg.",
        ),
    ),
    "kvk_te_kort": (
        'kvk: "01234567"',
        'kvk: "1234567"',
        (
            "kwaliteit.yaml, regel 1",
            "'kvk' is geen nummer van acht cijfers",
            'acht cijfers tussen aanhalingstekens, zoals "01234567"',
            "Verbeter het nummer, of haal de regel weg.",
        ),
    ),
    "organisatie_zonder_naam": (
        '"Stichting Veen"',
        '" "',
        (
            "kwaliteit.yaml, regel 1",
            "de organisatie heeft geen naam",
            "de naam zoals die op het verslag komt",
            "Vul de naam in.",
        ),
    ),
    "locatie_heet_organisatie": (
        "  los:",
        "  organisatie:",
        (
            "kwaliteit.yaml, regel 6",
            "'organisatie' kan geen korte naam van een locatie zijn",
            "kleine letters, cijfers, - en _; niet 'organisatie' en niet beginnend met 'regio-'",
            "Kies een andere korte naam, en gebruik die ook bij de aantallen. De volledige naam staat onder 'naam'.",
        ),
    ),
    "naam_bij_twee_locaties": (
        '"Het Losse Huis"',
        '"  LOC-n "',
        (
            "kwaliteit.yaml, regel 6",
            "de naam '  LOC-n ' hoort ook bij locatie 'noord'",
            "elke naam bij één locatie",
            "Haal de naam bij een van de twee weg.",
        ),
    ),
    "lege_schrijfwijze": (
        '"LOC-N"',
        '""',
        (
            "kwaliteit.yaml, regel 5",
            "hier staat een lege naam",
            "een naam met minstens één letter of cijfer",
            "Vul de naam in, of haal hem weg.",
        ),
    ),
    "regio_zonder_letters": (
        'los: {naam: "Het Losse Huis"}',
        'los: {naam: "Het Losse Huis", regio: "!"}',
        (
            "kwaliteit.yaml, regel 6",
            "de regio heeft geen naam",
            "een naam met minstens één letter of cijfer",
            "Vul de naam in, of haal de regel weg.",
        ),
    ),
    "aantal_bij_onbekende_locatie": (
        "oost: 41",
        "oosst: 41",
        (
            "kwaliteit.yaml, regel 13",
            "locatie 'oosst' staat niet onder 'locaties'",
            "een van: noord, los, oost",
            "Verbeter de naam, of voeg de locatie toe. Bedoelde u 'oost'?",
        ),
    ),
    "negatief_aantal": (
        "naasten: 160",
        "naasten: -1",
        (
            "kwaliteit.yaml, regel 14",
            "dit is geen aantal mensen",
            "een getal van 0 of hoger, of zo'n getal per locatie",
            "Verbeter het aantal, of haal de regel weg.",
        ),
    ),
    "meetperiode_achterstevoren": (
        "tot: 2024-10-31",
        "tot: 2024-08-31",
        (
            "kwaliteit.yaml, regel 12",
            "de meetperiode eindigt voordat zij begint",
            "een dag bij 'van' die niet na de dag bij 'tot' ligt",
            "Verbeter een van de twee datums.",
        ),
    ),
    "jaar_van_twee_cijfers": (
        "  2025:",
        "  25:",
        (
            "kwaliteit.yaml, regel 15",
            "25 kan geen verslagjaar zijn",
            "een jaar in vier cijfers, zoals 2024",
            "Verbeter het jaar.",
        ),
    ),
}


@pytest.mark.parametrize("naam", INSTELLINGSGEBREKEN)
def test_een_gebrek_in_de_instellingen_wordt_genoemd(naam: str, tmp_path: Path) -> None:
    oud, nieuw, verwacht = INSTELLINGSGEBREKEN[naam]
    assert oud in GOED
    schrijf(tmp_path, {"kwaliteit.yaml": GOED.replace(oud, nieuw)})
    assert [als_rij(gebrek) for gebrek in gebreken_van(tmp_path)] == [verwacht]


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [("drempel: 12", "drempel: true"), ("csv: nl", "csfv: nl"), ("csv: nl", "csv: nl\ncsv: nl"), (GOED, "")],
)
def test_strikte_yaml_geldt_ook_hier(oud: str, nieuw: str, tmp_path: Path) -> None:
    schrijf(tmp_path, {"kwaliteit.yaml": GOED.replace(oud, nieuw)})
    assert gebreken_van(tmp_path)[0].waar.startswith("kwaliteit.yaml, regel")


def test_gebreken_uit_alle_bestanden_komen_samen(tmp_path: Path) -> None:
    schrijf(
        tmp_path,
        {
            "kwaliteit.yaml": GOED.replace("drempel: 12", "drempel: 4"),
            "acties.yaml": "- {id: a}\n",
            "citaten/2024.yaml": "- {tekst: x}\n",
            "zelfbeoordeling/2024.yaml": "norm: C4\n",
            "verhaal/2024/clienten.md": "## Terugblk\n{{ cijfer( }}\n",
            "bronnen/2024/naasten1.csv": "",
            "bronnen/2024/naasten2.csv": "",
        },
    )
    bestanden = {gebrek.waar.split(",")[0] for gebrek in gebreken_van(tmp_path)}
    assert bestanden == {
        "kwaliteit.yaml",
        "acties.yaml",
        "citaten/2024.yaml",
        "zelfbeoordeling/2024.yaml",
        "verhaal/2024/clienten.md",
        "bronnen/2024",
    }


def test_ook_bij_kapotte_instellingen_worden_de_andere_bestanden_gelezen(tmp_path: Path) -> None:
    schrijf(tmp_path, {"kwaliteit.yaml": "a: [", "acties.yaml": "- {id: a}\n"})
    assert {gebrek.waar.split(",")[0] for gebrek in gebreken_van(tmp_path)} == {"kwaliteit.yaml", "acties.yaml"}


# --- gebreken bij bronnen


def test_twee_bestanden_voor_een_doelgroep(goed: Path) -> None:
    assert enig_gebrek(goed, {"bronnen/2024/naasten.csv": "", "bronnen/2024/Naasten-2.xlsx": ""}) == (
        "bronnen/2024",
        "voor naasten staan hier 2 bestanden: Naasten-2.xlsx, naasten.csv",
        "één bestand per doelgroep",
        "Voeg de bestanden samen of zet er een in een andere map. Of zeg in kwaliteit.yaml bij dit jaar welk bestand "
        "geldt: bronnen: [{bestand: bronnen/2024/Naasten-2.xlsx, doelgroep: naasten}]",
    )


def test_twee_bestanden_met_kengetallen(goed: Path) -> None:
    assert enig_gebrek(goed, {"bronnen/2024/kengetallen.csv": "", "bronnen/2024/kengetallen.xlsx": ""}) == (
        "bronnen/2024",
        "hier staan 2 bestanden met kengetallen: kengetallen.csv, kengetallen.xlsx",
        "één bestand met kengetallen",
        "Voeg de bestanden samen of zet er een in een andere map.",
    )


def met_bron(bron: str) -> str:
    return GOED.replace("    uitgenodigd", f"    bronnen:\n      - {bron}\n    uitgenodigd")


BUITEN = (
    "dit wijst naar een plaats buiten de werkmap",
    "een bestand in de werkmap, zonder '..' en zonder verwijzing naar buiten",
    "Zet het bestand zelf in de werkmap en noem het pad vanaf daar.",
)
BRONGEBREKEN = {
    "puntjes": ("../clienten.csv", BUITEN),
    "puntjes_in_het_midden": ("bronnen/../../clienten.csv", BUITEN),
    "absoluut": ("/etc/hostname", BUITEN),
    "schijfletter": ("C:/clienten.csv", BUITEN),
    "bestaat_niet": (
        "bronnen/2024/weg.csv",
        (
            "het bestand bronnen/2024/weg.csv is er niet",
            "een bestand in de werkmap",
            "Verbeter het pad, of zet het bestand op die plaats.",
        ),
    ),
    "map_in_plaats_van_bestand": (
        "bronnen",
        (
            "het bestand bronnen is er niet",
            "een bestand in de werkmap",
            "Verbeter het pad, of zet het bestand op die plaats.",
        ),
    ),
    "omgekeerde_streep": (
        r"bronnen\2024\x.csv",
        (
            "dit is geen pad dat op elke computer werkt",
            "een pad zoals bronnen/2024/clienten.xlsx",
            "Schrijf een / tussen de mappen.",
        ),
    ),
}


@pytest.mark.parametrize("naam", BRONGEBREKEN)
def test_een_opgegeven_pad_blijft_binnen_de_werkmap(naam: str, goed: Path) -> None:
    pad, verwacht = BRONGEBREKEN[naam]
    schrijf(goed, {"bronnen/2024/LEESMIJ.txt": ""})
    bron = f"{{bestand: '{pad}', doelgroep: clienten}}"
    assert enig_gebrek(goed, {"kwaliteit.yaml": met_bron(bron)}) == ("kwaliteit.yaml, regel 15", *verwacht)


def test_ook_een_opgegeven_koppeling_blijft_binnen_de_werkmap(goed: Path) -> None:
    bron = "{bestand: bronnen/2024/a.csv, doelgroep: clienten, koppeling: ../k.yaml}"
    assert enig_gebrek(goed, {"kwaliteit.yaml": met_bron(bron), "bronnen/2024/a.csv": ""})[1:] == BUITEN


def test_twee_opgegeven_bronnen_voor_een_doelgroep(goed: Path) -> None:
    bronnen = (
        "{bestand: bronnen/2024/a.csv, doelgroep: clienten}\n      - {bestand: bronnen/2024/b.csv, doelgroep: clienten}"
    )
    bestanden = {"kwaliteit.yaml": met_bron(bronnen), "bronnen/2024/a.csv": "", "bronnen/2024/b.csv": ""}
    assert enig_gebrek(goed, bestanden) == (
        "kwaliteit.yaml, regel 16",
        "voor cliënten staat hier een tweede bron",
        "één bron per doelgroep en jaar",
        "Voeg de bestanden samen tot één bestand, of haal een van de twee weg.",
    )


@pytest.mark.parametrize("naam", ["bronnen/2024/naasten.csv", "verhaal/2024/voorwoord.md", "acties.yaml"])
def test_een_verwijzing_naar_buiten_de_werkmap_wordt_niet_gevolgd(naam: str, tmp_path: Path) -> None:
    buiten = schrijf(tmp_path / "buiten", {"geheim": "- geheim\n"}) / "geheim"
    werkmap = schrijf(tmp_path / "werkmap", {"kwaliteit.yaml": GOED})
    (werkmap / naam).parent.mkdir(parents=True, exist_ok=True)
    (werkmap / naam).symlink_to(buiten)
    (gebrek,) = gebreken_van(werkmap)
    assert als_rij(gebrek) == (naam, *BUITEN)


def test_een_map_buiten_de_werkmap_wordt_niet_gevolgd(tmp_path: Path) -> None:
    buiten = schrijf(tmp_path / "buiten", {"naasten.csv": ""})
    werkmap = schrijf(tmp_path / "werkmap", {"kwaliteit.yaml": GOED})
    (werkmap / "bronnen").mkdir()
    (werkmap / "bronnen/2024").symlink_to(buiten)
    assert [als_rij(gebrek) for gebrek in gebreken_van(werkmap)] == [("bronnen/2024", *BUITEN)]


def test_een_verwijzing_binnen_de_werkmap_mag(goed: Path) -> None:
    schrijf(goed, {"archief/n.csv": "", "bronnen/2024/clienten.csv": ""})
    (goed / "bronnen/2024/naasten.csv").symlink_to(goed / "archief/n.csv")
    assert len(lees_werkmap(goed, 2024).jaargang.bronnen) == 2


# --- gebreken in acties, citaten en het eigen oordeel

LIJSTGEBREKEN = {
    "dubbele_actie": (
        "acties.yaml",
        ACTIES.replace("id: buurt", "id: zorgkaart"),
        (
            "acties.yaml, regel 10",
            "actie 'zorgkaart' staat hier voor de tweede keer; de eerste staat op regel 1",
            "elke actie één keer, met onder 'stand' een regel per jaar",
            "Voeg de twee samen, of geef een van de twee een andere korte naam.",
        ),
    ),
    "actie_met_spatie_in_de_korte_naam": (
        "acties.yaml",
        ACTIES.replace("id: buurt", "id: De buurt"),
        (
            "acties.yaml, regel 10",
            "'De buurt' kan geen korte naam van een actie zijn",
            "kleine letters, cijfers, - en _, zoals zorgkaart",
            "Kies een andere korte naam en verander die daarna niet meer.",
        ),
    ),
    "actie_zonder_eigenaar": (
        "acties.yaml",
        ACTIES.replace('"Teamleiders"', '""'),
        ("acties.yaml, regel 4", "'wie' is leeg", "een ingevulde tekst", "Vul de tekst in."),
    ),
    "doel_met_indicator_zonder_grens": (
        "acties.yaml",
        ACTIES.replace(", minstens: 0.90", ""),
        (
            "acties.yaml, regel 7",
            "hier is niet uit op te maken wanneer de actie gelukt is",
            "{indicator: CL04, minstens: 0.80}, {kengetal: K01, minstens: 0.90} of {datum: 2025-12-31}",
            "Kies één van deze drie.",
        ),
    ),
    "doel_met_twee_maten": (
        "acties.yaml",
        ACTIES.replace("{datum:", "{indicator: CL01, datum:"),
        (
            "acties.yaml, regel 10",
            "hier is niet uit op te maken wanneer de actie gelukt is",
            "{indicator: CL04, minstens: 0.80}, {kengetal: K01, minstens: 0.90} of {datum: 2025-12-31}",
            "Kies één van deze drie.",
        ),
    ),
    "citaat_zonder_naam_bij_toestemming": (
        "citaten/2024.yaml",
        "- tekst: Goed\n  doelgroep: clienten\n  pijler: naasten\n  toon: positief\n  bewerkt_door: R\n"
        "  toestemming: {door: ' ', op: 2024-11-20}\n",
        ("citaten/2024.yaml, regel 6", "'door' is leeg", "een ingevulde tekst", "Vul de tekst in."),
    ),
    "twee_oordelen_over_een_norm": (
        "zelfbeoordeling/2024.yaml",
        "- {norm: C4, stand: ja, bewijs: a, door: b, op: 2025-02-01}\n" * 2,
        (
            "zelfbeoordeling/2024.yaml, regel 2",
            "over norm C4 staat hier een tweede oordeel; het eerste staat op regel 1",
            "één oordeel per norm",
            "Haal een van de twee weg.",
        ),
    ),
}


@pytest.mark.parametrize("naam", LIJSTGEBREKEN)
def test_een_gebrek_in_een_lijst_wordt_genoemd_met_de_regel(naam: str, goed: Path) -> None:
    bestand, tekst, verwacht = LIJSTGEBREKEN[naam]
    assert enig_gebrek(goed, {bestand: tekst}) == verwacht


def test_een_citaat_zonder_toestemming_wordt_geweigerd_zonder_het_te_herhalen(goed: Path) -> None:
    geheim = "Dit mag nergens staan"
    tekst = f"- {{tekst: {geheim}, doelgroep: clienten, pijler: x, toon: kritisch, bewerkt_door: R}}\n"
    gebrek = enig_gebrek(goed, {"citaten/2024.yaml": tekst})
    assert "toestemming" in gebrek[1]
    assert not any(geheim in deel for deel in gebrek)


# --- gebreken in verhalen

SECTIES = "## Terugblik, ## Duiding, ## Besproken, ## Vooruitblik"
VERWIJZING = '{{ cijfer("CL04") }}, met eventueel jaar=2023, doelgroep="clienten" of locatie="noord" erbij'
VERHAALGEBREKEN = {
    "onbekende_kop": (
        "clienten.md",
        "## Terugblik\nx\n## Vooruitblick\n",
        (
            "verhaal/2024/clienten.md, regel 3",
            "de kop 'Vooruitblick' hoort niet in dit bestand",
            SECTIES,
            "Verbeter de kop, of maak er met ### een tussenkop van. Bedoelde u 'vooruitblik'?",
        ),
    ),
    "dubbele_kop": (
        "clienten.md",
        "## Duiding\nx\n## Duiding\ny\n",
        (
            "verhaal/2024/clienten.md, regel 3",
            "de kop 'Duiding' staat hier voor de tweede keer",
            "elke kop één keer",
            "Voeg de teksten samen.",
        ),
    ),
    "tekst_boven_de_eerste_kop": (
        "clienten.md",
        "---\nboodschap: x\n---\n\n# Cliënten\n\n## Duiding\nx\n",
        (
            "verhaal/2024/clienten.md, regel 5",
            "de tekst boven de eerste kop komt nergens in het verslag",
            SECTIES,
            "Zet de tekst onder een van deze koppen.",
        ),
    ),
    "kop_niet_gesloten": (
        "clienten.md",
        "---\nboodschap: x\n\n## Duiding\n",
        (
            "verhaal/2024/clienten.md, regel 1",
            "de kop die hier met --- begint, is niet gesloten",
            "een regel met alleen --- boven en onder de kop",
            "Zet een regel met --- onder de kop.",
        ),
    ),
    "cijfer_in_de_boodschap": (
        "clienten.md",
        "---\nboodschap: \"Nu {{ cijfer('CL04') }}\"\n---\n",
        (
            "verhaal/2024/clienten.md, regel 2",
            "in de boodschap staat een verwijzing naar een cijfer",
            "een boodschap in gewone woorden, met het cijfer apart",
            "Noem het cijfer in de kop: kerncijfer: CL04.",
        ),
    ),
    "kop_boven_het_voorwoord": (
        "voorwoord.md",
        "---\ntitel: x\n---\nHallo\n",
        (
            "verhaal/2024/voorwoord.md, regel 1",
            "dit bestand heeft een kop tussen ---, en die wordt hier niet gebruikt",
            "alleen tekst",
            "Haal de kop weg.",
        ),
    ),
    "lege_reactie": (
        "reactie-raad.md",
        "---\ntitel: De raad\n---\n\n",
        (
            "verhaal/2024/reactie-raad.md",
            "deze reactie is leeg",
            "een tekst onder de kop",
            "Schrijf de tekst, of haal het bestand weg.",
        ),
    ),
    "ander_soort_bestand": (
        "clienten.docx",
        "x",
        (
            "verhaal/2024/clienten.docx",
            "dit hoort niet in de map met verhalen",
            "alleen tekstbestanden die eindigen op .md",
            "Zet dit bestand in een andere map, of bewaar de tekst als .md.",
        ),
    ),
    "stuurteken": (
        "voorwoord.md",
        "een\ntwee\0\n",
        (
            "verhaal/2024/voorwoord.md, regel 2",
            "hier staat een onzichtbaar stuurteken",
            "gewone tekst",
            "Haal het teken weg, of typ de regel over.",
        ),
    ),
    "verwijzing_niet_gesloten": (
        "voorwoord.md",
        "een\n\nNu {{ cijfer('CL04')\n}}",
        (
            "verhaal/2024/voorwoord.md, regel 3",
            "'{{' is op deze regel niet gesloten",
            VERWIJZING,
            "Zet '}}' achter de verwijzing, op dezelfde regel.",
        ),
    ),
}


@pytest.mark.parametrize("naam", VERHAALGEBREKEN)
def test_een_gebrek_in_een_verhaal_wordt_genoemd_met_de_regel(naam: str, goed: Path) -> None:
    bestand, tekst, verwacht = VERHAALGEBREKEN[naam]
    schrijf(goed, {f"verhaal/2024/{bestand}": tekst})
    assert als_rij(gebreken_van(goed)[0]) == verwacht


def test_een_verhaal_dat_geen_utf8_is(goed: Path) -> None:
    schrijf(goed, {"verhaal/2024/voorwoord.md": "Hallo\n"})
    (goed / "verhaal/2024/voorwoord.md").write_bytes("Beste\ncliënt".encode("cp1252"))
    (gebrek,) = gebreken_van(goed)
    assert als_rij(gebrek) == (
        "verhaal/2024/voorwoord.md, regel 2",
        "hier staat een teken dat geen UTF-8 is",
        "een tekstbestand in UTF-8",
        "Bewaar het bestand opnieuw en kies als codering UTF-8.",
    )


def test_een_verhaal_van_meer_dan_een_megabyte(goed: Path) -> None:
    schrijf(goed, {"verhaal/2024/voorwoord.md": "x" * 1_000_001})
    assert gebreken_van(goed)[0].wat == "dit bestand is te groot"


def test_een_wachtrij_in_plaats_van_een_bestand_houdt_het_programma_niet_op(goed: Path) -> None:
    for map_ in ("verhaal/2024", "bronnen/2024"):
        (goed / map_).mkdir(parents=True)
    os.mkfifo(goed / "verhaal/2024/voorwoord.md")
    os.mkfifo(goed / "bronnen/2024/clienten.csv")
    (gebrek,) = gebreken_van(goed)
    assert gebrek.wat == "dit hoort niet in de map met verhalen"


VERWIJZINGSGEBREKEN = {
    '{{ cijfr("CL04") }}': ("'cijfr' bestaat niet", "Schrijf 'cijfer'. Bedoelde u 'cijfer'?"),
    "{{ cijfer(“CL04”) }}": ("hier staan kromme aanhalingstekens", 'Typ rechte aanhalingstekens: "CL04".'),
    "{{ CL04 }}": (
        "deze verwijzing naar een cijfer is niet te lezen",
        "Schrijf de verwijzing zoals in het voorbeeld.",
    ),
    '{{ cijfer("CL04").__class__ }}': (
        "deze verwijzing naar een cijfer is niet te lezen",
        "Schrijf de verwijzing zoals in het voorbeeld.",
    ),
    "{{ cijfer(CL04) }}": (
        "tussen de haakjes staat iets dat niet te lezen is",
        "Schrijf het zoals in het voorbeeld.",
    ),
    "{{ cijfer(open('x')) }}": (
        "tussen de haakjes staat iets dat niet te lezen is",
        "Schrijf het zoals in het voorbeeld.",
    ),
    "{{ cijfer() }}": ("de naam van het cijfer ontbreekt", 'Zet de naam tussen de haakjes: cijfer("CL04").'),
    "{{ cijfer(jaar=2023) }}": ("de naam van het cijfer ontbreekt", 'Zet de naam tussen de haakjes: cijfer("CL04").'),
    '{{ cijfer("CL04", "CL05") }}': (
        "de naam van het cijfer staat niet vooraan",
        'Begin met de naam tussen aanhalingstekens: "CL04".',
    ),
    '{{ cijfer("CL04", jaar=2023, jaar=2022) }}': ("'jaar' staat hier twee keer", "Haal een van de twee weg."),
    '{{ cijfer("CL04", jar=2023) }}': ("'jar' is hier niet bekend", "Verbeter het woord. Bedoelde u 'jaar'?"),
    '{{ cijfer("CL04", jaar="2023") }}': (
        "de waarde bij 'jaar' klopt niet",
        "Schrijf de waarde als getal, zonder aanhalingstekens.",
    ),
    '{{ cijfer("CL04", locatie=7) }}': (
        "de waarde bij 'locatie' klopt niet",
        "Schrijf de waarde tussen aanhalingstekens.",
    ),
    'cijfer("CL04") }}': ("hier staat '}}' zonder '{{' ervoor", "Zet '{{' voor de verwijzing, of haal '}}' weg."),
}


@pytest.mark.parametrize("verwijzing", VERWIJZINGSGEBREKEN)
def test_een_kapotte_verwijzing_wordt_genoemd_en_nooit_uitgevoerd(verwijzing: str, goed: Path) -> None:
    wat, doe_dit = VERWIJZINGSGEBREKEN[verwijzing]
    tekst = f"Een {{{{ cijfer('K01') }}}} dat klopt.\nTwee: {verwijzing}.\n"
    gebrek = enig_gebrek(goed, {"verhaal/2024/voorwoord.md": tekst})
    assert gebrek == ("verhaal/2024/voorwoord.md, regel 2", wat, VERWIJZING, doe_dit)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "tekst",
    ["## x" + " " * 400_000 + "y", "##" + "\t " * 200_000 + "#x", "{{" * 100_000, "{{ cijfer(" + " " * 400_000 + "}}"],
    ids=["kop_met_spaties", "kop_met_tabs", "accolades", "verwijzing_met_spaties"],
)
def test_een_tekst_die_een_zoekpatroon_wil_laten_vastlopen_wordt_gewoon_geweigerd(tekst: str, goed: Path) -> None:
    schrijf(goed, {"verhaal/2024/clienten.md": f"## Duiding\n{tekst}\n"})
    assert gebreken_van(goed)[0].waar == "verhaal/2024/clienten.md, regel 2"


# --- wie er bij een groep horen


def test_wie_erbij_horen_komt_per_jaar_en_groep_over(tmp_path: Path) -> None:
    wie = '    wie: {naasten: "familie en vrienden", clienten: "cliënten die bij ons wonen"}\n'
    werkmap = lees_werkmap(schrijf(tmp_path, {"kwaliteit.yaml": GOED.replace("  2025:", f"{wie}  2025:")}), 2024)
    assert dict(werkmap.jaargang.wie) == {
        Doelgroep.CLIENTEN: "cliënten die bij ons wonen",
        Doelgroep.NAASTEN: "familie en vrienden",
    }
    assert list(werkmap.jaargang.wie) == [Doelgroep.CLIENTEN, Doelgroep.NAASTEN]
    assert werkmap.jaren[2023].wie == {}


def test_een_lege_beschrijving_van_een_groep_is_een_gebrek(tmp_path: Path) -> None:
    leeg = GOED.replace("  2025:", '    wie: {clienten: " "}\n  2025:')
    (gebrek,) = gebreken_van(schrijf(tmp_path, {"kwaliteit.yaml": leeg}))
    assert als_rij(gebrek) == (
        "kwaliteit.yaml, regel 15",
        "hier staat niet wie er bij cliënten horen",
        'in enkele woorden wie erbij horen, zoals "cliënten die bij ons wonen"',
        "Vul de omschrijving in, of haal de regel weg.",
    )
