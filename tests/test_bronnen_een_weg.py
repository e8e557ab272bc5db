"""Een wet: wat `inspecteer` van een bestand zegt, is wat `verslag` ermee doet.

Beide gaan over weigeren, het blad, de kopregel, de kolommen die gelezen worden en het aantal mensen. De bestanden zijn
die van alle exporteurs, en alles wat ooit anders uitkwam.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pytest

from kwaliteit.begrippen.antwoord import Antwoordblad
from kwaliteit.begrippen.doelgroep import Doelgroep, Reden
from kwaliteit.begrippen.fout import BronFout, GebruikFout
from kwaliteit.begrippen.inspectie import Besluit, Inspectie, Kolomrol, Leesopdracht
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.bronnen import inspecteer, lees_bronnen
from kwaliteit.vragenlijsten import lees_bibliotheek
from tests.bronnen_fabriek import maak_bibliotheek, maak_werkmap
from tests.exporteurs import houders
from tests.exporteurs.tabel import KAAL
from tests.exporteurs.vragen import Status
from tests.test_bronnen_heen_en_weer import EEN_MENS, LIJST, LOCATIENAMEN, PLEKKEN, TOOLS, schrijf_in_tekst

NOG_NIET = "Zo leest verslag dit bestand nog niet: "
VRAAGROLLEN = (Kolomrol.VRAAG, Kolomrol.MEERKEUZE)


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """Wat een van beide wegen over een bestand zegt. `weigering` is leeg als het bestand gelezen wordt."""

    weigering: str
    blad: str = ""
    kopregel: int = 0
    vragen: Mapping[str, str] | None = None
    mensen: int = 0


def lees_verslag(map_: Path, naam: str, inhoud: bytes, koppeling: str, bibliotheek: Vragenbibliotheek) -> Uitkomst:
    werkmap = maak_werkmap(map_, {f"2024/{naam}": inhoud}, koppeling=koppeling)
    onderdelen = [Onderdeel(id=plek, naam=plek, niveau=Niveau.LOCATIE, ouder=ORGANISATIE) for plek in PLEKKEN]
    boom = Boom(onderdelen=(werkmap.boom.onderdelen[0], *onderdelen))
    try:
        gelezen = lees_bronnen(replace(werkmap, boom=boom, locatienamen=LOCATIENAMEN), bibliotheek)
    except BronFout as fout:
        return Uitkomst(weigering=fout.gebreken[0].wat)
    return vat_samen(gelezen.bladen)


def vat_samen(bladen: tuple[Antwoordblad, ...]) -> Uitkomst:
    return Uitkomst(
        weigering="",
        blad=bladen[0].bron.blad,
        kopregel=bladen[0].bron.kopregel,
        vragen={naam: kolom.kolomletter for blad in bladen for naam, kolom in blad.kolommen.items()},
        mensen=bladen[0].aantal,
    )


def lees_inspectie(gezien: Inspectie) -> Uitkomst:
    if gezien.reden is not None:
        return Uitkomst(weigering=gezien.reden.wat)
    if gezien.besluiten and gezien.besluiten[0].startswith(NOG_NIET):
        return Uitkomst(weigering=gezien.besluiten[0].removeprefix(NOG_NIET))
    vragen: dict[str, str] = {}
    for kolom in gezien.kolommen:
        if kolom.rol in VRAAGROLLEN and not kolom.waarom:
            vragen.setdefault(kolom.vraag, kolom.letter)
    return Uitkomst(
        weigering="",
        blad=gezien.blad,
        kopregel=gezien.kopregels[-1],
        vragen=vragen,
        mensen=gezien.mensen or 0,
    )


def vergelijk(
    map_: Path, naam: str, inhoud: bytes, koppeling: str = "", bibliotheek: Vragenbibliotheek | None = None
) -> tuple[Uitkomst, Inspectie]:
    """Lees een bestand langs beide wegen, en eis dat ze hetzelfde zeggen."""
    bibliotheek = bibliotheek or maak_bibliotheek(LIJST)
    verslag = lees_verslag(map_, naam, inhoud, koppeling, bibliotheek)
    koppelpad = map_ / "koppelingen" / "eigen.yaml"
    gezien = inspecteer(
        Leesopdracht(
            pad=map_ / "bronnen" / "2024" / naam,
            naam=naam,
            werkmap=map_,
            doelgroep=next(groep for groep in Doelgroep if naam.startswith(groep)),
            koppeling=koppelpad if koppeling else None,
        ),
        bibliotheek,
    )
    ander = lees_inspectie(gezien)
    if verslag.weigering:
        assert ander.weigering.startswith(verslag.weigering)
    else:
        assert ander == verslag
    return verslag, gezien


@pytest.mark.parametrize("naam", TOOLS)
@pytest.mark.parametrize("uitgang", ["csv", "xlsx"])
def test_van_elke_tool_zegt_inspecteer_wat_verslag_doet(naam: str, uitgang: str, tmp_path: Path) -> None:
    tool = TOOLS[naam]
    if tool.alleen_tabs and uitgang == "xlsx":
        pytest.skip("deze tool schrijft alleen tekst")
    stil = dict.fromkeys(EEN_MENS.antwoorden, Reden.LEEG)
    mensen = [
        EEN_MENS,
        replace(EEN_MENS, status=Status.ONVOLLEDIG),
        replace(EEN_MENS, status=Status.ONVOLLEDIG, antwoorden=stil),
        replace(EEN_MENS, status=Status.PROEF),
        replace(EEN_MENS, locatie=2),
    ]
    export = tool.schrijver.schrijf(mensen, KAAL)
    inhoud = (
        houders.schrijf_xlsx(export.rijen)
        if uitgang == "xlsx"
        else schrijf_in_tekst(export, tool, scheiding=tool.scheiding, codering="utf-8")
    )
    verslag, gezien = vergelijk(tmp_path, f"clienten.{uitgang}", inhoud, export.koppeling)
    assert not verslag.weigering
    assert gezien.dialect == tool.schrijver.kenmerk.dialect
    assert verslag.mensen >= 2


def maak_xlsx(**bladen: Sequence[Sequence[str]]) -> bytes:
    werkboek = openpyxl.Workbook()
    werkboek.remove(werkboek.worksheets[0])
    for titel, rijen in bladen.items():
        blad = werkboek.create_sheet(titel)
        for rij in rijen:
            blad.append(rij)
    uit = io.BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


EENS = ["eens", "eens"]
GELEZEN = {
    "twee bladen met vragen": (
        "clienten.xlsx",
        maak_xlsx(Een=[["CL01", "CL02"], EENS], Twee=[["CL01", "CL02"], EENS, EENS, EENS]),
        3,
    ),
    "een blad met de vragen naast een groter blad": (
        "clienten.xlsx",
        maak_xlsx(Groot=[["a", "b"], *[["x", "y"]] * 40], Klein=[["CL01", "CL02"], EENS]),
        1,
    ),
    "een totaalrij en iemand die niet meedoet": (
        "clienten.csv",
        b"Nr;CL01;CL02;Wilt u meedoen?\n1;eens;eens;ja\n2;eens;oneens;nee\nTotaal;2;2;\n",
        1,
    ),
    "dubbele vraag, ervaringsdeskundigen zonder kolom en een tweede locatie": (
        "professionals.csv",
        b"Nr;PR01;PR01;PR02;ED01;Locatie;Team\n1;eens;eens;eens;eens;Noord;A\n2;eens;eens;eens;eens;Noord;B\n",
        2,
    ),
    "castor: nooit geopend maar wel ingevuld": (
        "clienten.csv",
        b"Castor Participant ID;Site Abbreviation;Survey Progress;Survey Completed On;Survey Instance Id;CL01;CL02\n"
        b"A;X;100;01-02-2024;q;eens;eens\nB;X;0;;q;eens;eens\nC;X;0;;q;;\n",
        2,
    ),
    "limesurvey-vv met een eigen teken voor het aanhalingsteken": (
        "clienten.csv",
        b"Response ID\tDate submitted\tLast page\tEen\tTwee\nid\tsubmitdate\tlastpage\tCL01\tCL02\n"
        b"1\t2024-01-01 10:00:00\t1\t{quote}eens{quote}\teens\n2\t2024-01-01 10:00:00\t1\teens\teens\n",
        2,
    ),
    "lege rijen en een rij met alleen een toelichting": (
        "clienten.csv",
        b"Nr;CL01;CL02;Eten\n1;eens;eens;a\n;;;\n;;;lekker\n2;eens;eens;b\n",
        2,
    ),
}
GEWEIGERD = {
    "een bekende vraag tussen onbekende koppen": ("clienten.csv", b"Kleur;CL01;Eten\nx;eens;y\nz;eens;w\n"),
    "zonder kopregel": ("clienten.csv", b"1;4;5\n2;3;4\n3;4;4\n"),
    "alleen een kop": ("clienten.csv", b"nr;CL01;CL02\n"),
    "een duidelijke kop zonder vragen": ("clienten.csv", b"Nr;Smaak;Kleur\n" + b"1;7;rood\n2;8;blauw\n3;7;rood\n" * 4),
    "alleen mensen die niet meedoen": ("clienten.csv", b"Nr;CL01;CL02;Wilt u meedoen?\n1;eens;eens;nee\n"),
    "de vragen van een andere groep": ("clienten.csv", b"Nr;NA01;NA02;NA03\n1;eens;eens;eens\n2;eens;eens;eens\n"),
    "alleen fouten van het rekenblad": ("clienten.xlsx", maak_xlsx(Blad=[["#DIV/0!"], ["#DIV/0!"]])),
    "een pdf": ("clienten.xlsx", b"%PDF-1.7 niets"),
}


@pytest.fixture(scope="module")
def meegeleverd() -> Vragenbibliotheek:
    return lees_bibliotheek(None)


@pytest.mark.parametrize("geval", GELEZEN)
def test_wat_verslag_leest_ziet_inspecteer_net_zo(geval: str, tmp_path: Path, meegeleverd: Vragenbibliotheek) -> None:
    naam, inhoud, mensen = GELEZEN[geval]
    verslag, gezien = vergelijk(tmp_path, naam, inhoud, bibliotheek=meegeleverd)
    assert (verslag.weigering, verslag.mensen) == ("", mensen)
    assert gezien.besluit is Besluit.LEES


@pytest.mark.parametrize("geval", GEWEIGERD)
def test_wat_verslag_weigert_zegt_inspecteer_meteen(geval: str, tmp_path: Path, meegeleverd: Vragenbibliotheek) -> None:
    verslag, _ = vergelijk(tmp_path, *GEWEIGERD[geval], bibliotheek=meegeleverd)
    assert verslag.weigering


def test_een_duidelijke_kop_zonder_vragen_krijgt_de_raad_een_koppeling_te_maken(
    tmp_path: Path, meegeleverd: Vragenbibliotheek
) -> None:
    naam, inhoud = GEWEIGERD["een duidelijke kop zonder vragen"]
    verslag, gezien = vergelijk(tmp_path, naam, inhoud, bibliotheek=meegeleverd)
    assert verslag.weigering == (
        "De kop staat in rij 1, maar geen van de koppen is een vraag uit 'kwaliteit-clienten'."
    )
    assert "kwaliteit koppel" in gezien.besluiten[0]
    assert gezien.besluit is Besluit.LEES


def test_een_kolom_die_niet_gelezen_wordt_zegt_waarom(tmp_path: Path, meegeleverd: Vragenbibliotheek) -> None:
    naam, inhoud, _ = GELEZEN["dubbele vraag, ervaringsdeskundigen zonder kolom en een tweede locatie"]
    _, gezien = vergelijk(tmp_path, naam, inhoud, bibliotheek=meegeleverd)
    assert [kolom.letter for kolom in gezien.kolommen if not kolom.waarom] == ["A", "B", "D", "F"]
    waarom = {kolom.letter: kolom.waarom for kolom in gezien.kolommen}
    assert waarom["C"] == "is hetzelfde als kolom B; alleen die telt"
    assert waarom["E"] == "is voor ervaringsdeskundigen, en geen kolom zegt wie dat is"
    assert waarom["G"] == "kolom F is de locatie"


def test_wie_niet_meedoet_en_een_totaalrij_staan_apart(tmp_path: Path, meegeleverd: Vragenbibliotheek) -> None:
    naam, inhoud, _ = GELEZEN["een totaalrij en iemand die niet meedoet"]
    _, gezien = vergelijk(tmp_path, naam, inhoud, bibliotheek=meegeleverd)
    assert (gezien.rijen, gezien.mensen, gezien.wil_niet_meedoen) == (2, 1, 1)


def test_een_vragenlijst_van_een_andere_groep_is_verkeerd_gebruik(
    tmp_path: Path, meegeleverd: Vragenbibliotheek
) -> None:
    pad = tmp_path / "clienten.csv"
    pad.write_bytes(b"Nr;CL01;CL02\n1;eens;eens\n")
    opdracht = Leesopdracht(pad=pad, naam=pad.name, doelgroep=Doelgroep.CLIENTEN, vragenlijst="kwaliteit-naasten")
    with pytest.raises(GebruikFout) as fout:
        inspecteer(opdracht, meegeleverd)
    assert fout.value.gebreken[0].wat == "vragenlijst 'kwaliteit-naasten' is voor naasten, niet voor cliënten"
    assert inspecteer(replace(opdracht, vragenlijst="kwaliteit-clienten"), meegeleverd).mensen == 1


def test_een_eigen_lijst_voor_ervaringsdeskundigen_geldt_overal(tmp_path: Path, meegeleverd: Vragenbibliotheek) -> None:
    lijst = meegeleverd.vragenlijst("kwaliteit-ervaringsdeskundigen")
    eigen = replace(lijst, naam="eigen-ed", vragen=tuple(replace(een, id=f"X{een.id}") for een in lijst.vragen))
    bibliotheek = replace(meegeleverd, vragenlijsten=(*meegeleverd.vragenlijsten, eigen), eigen=frozenset({"eigen-ed"}))
    koppeling = "kolommen:\n  Ik ding een: XED01\n"
    inhoud = b"Nr;Ervaringsdeskundige;PR01;PR02;Ik ding een;XED02\n1;ja;eens;eens;eens;eens\n2;nee;eens;eens;;\n"
    verslag, _ = vergelijk(tmp_path, "professionals.csv", inhoud, koppeling, bibliotheek)
    assert verslag.vragen == {"PR01": "C", "PR02": "D", "XED01": "E", "XED02": "F"}
