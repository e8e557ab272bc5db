"""Heen en weer: bekende antwoorden, geschreven zoals elke tool dat doet, komen precies zo weer terug.

De schrijvers in `tests/exporteurs` delen geen code met de lezer. Elke tool wordt geschreven in elk soort bestand en
elke codering die past; hypothesis bedenkt de antwoorden en de rommel eromheen. Zet `KWALITEIT_GRONDIG=1` voor veel meer
voorbeelden en elke combinatie van scheidingsteken en codering.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kwaliteit.begrippen.antwoord import Antwoordblad, Antwoordkolom, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.doelgroep import Doelgroep, Reden
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag, Vragenlijst
from kwaliteit.bronnen import lees_bronnen
from tests.bronnen_fabriek import maak_bibliotheek, maak_werkmap
from tests.exporteurs import houders
from tests.exporteurs.enquetes import Alchemer, SurveyMonkey
from tests.exporteurs.formulieren import GOOGLETIJDEN, GoogleForms, MicrosoftForms
from tests.exporteurs.gewoon import Antwoordvorm, GewoneTabel
from tests.exporteurs.limesurvey import Koppen, LimeSurvey, LimeSurveyVv
from tests.exporteurs.onderzoek import Castor, Redcap, Spss
from tests.exporteurs.qualtrics import Qualtrics, QualtricsOud
from tests.exporteurs.tabel import KAAL, Export, Kenmerk, Opsmuk
from tests.exporteurs.vragen import (
    IPADRES,
    ITEMS,
    LOCATIES,
    MAILADRES,
    Antwoord,
    Item,
    Persoon,
    Status,
    Vraagsoort,
)

GRONDIG = os.environ.get("KWALITEIT_GRONDIG") == "1"
VOORBEELDEN = 40 if GRONDIG else 3
SOORTEN = {
    Vraagsoort.LIJST: Schaalsoort.KEUZE,
    Vraagsoort.JA_NEE: Schaalsoort.JA_NEE,
    Vraagsoort.CIJFER: Schaalsoort.RAPPORTCIJFER,
    Vraagsoort.MEERKEUZE: Schaalsoort.MEERKEUZE,
}


class Schrijver(Protocol):
    """Een tool die een tabel schrijft."""

    @property
    def kenmerk(self) -> Kenmerk: ...

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Een manier van exporteren, met het scheidingsteken van de eigen csv."""

    schrijver: Schrijver
    scheiding: str = ","
    overal_aanhalingstekens: bool = False
    alleen_tabs: bool = False
    """Een eigen tekstvorm zonder aanhalingstekens, die niet anders bewaard wordt."""


lime = partial(LimeSurvey, koppen=Koppen.VOLLEDIG, kort=False)
TOOLS: Mapping[str, Tool] = {
    "limesurvey-code-kort": Tool(schrijver=lime(koppen=Koppen.CODE, kort=True), overal_aanhalingstekens=True),
    "limesurvey-code-volledig": Tool(
        schrijver=lime(koppen=Koppen.CODE, vanzelf=False), scheiding=";", overal_aanhalingstekens=True
    ),
    "limesurvey-vraag-volledig-nl": Tool(schrijver=lime(taal="nl"), scheiding=";", overal_aanhalingstekens=True),
    "limesurvey-vraag-volledig-en": Tool(schrijver=lime(taal="en"), overal_aanhalingstekens=True),
    "limesurvey-vraag-volledig-de": Tool(schrijver=lime(taal="de"), overal_aanhalingstekens=True),
    "limesurvey-vraag-kort-en": Tool(schrijver=lime(kort=True, taal="en"), overal_aanhalingstekens=True),
    "limesurvey-afgekort-volledig": Tool(schrijver=lime(koppen=Koppen.AFGEKORT), overal_aanhalingstekens=True),
    "limesurvey-afgekort-kort": Tool(schrijver=lime(koppen=Koppen.AFGEKORT, kort=True), overal_aanhalingstekens=True),
    "limesurvey-codetekst-volledig": Tool(
        schrijver=lime(koppen=Koppen.CODE_EN_TEKST), scheiding=";", overal_aanhalingstekens=True
    ),
    "limesurvey-codetekst-streepjes": Tool(
        schrijver=lime(koppen=Koppen.CODE_EN_TEKST, taal="en", tussen="._."), overal_aanhalingstekens=True
    ),
    "limesurvey-codetekst-kort": Tool(
        schrijver=lime(koppen=Koppen.CODE_EN_TEKST, kort=True, taal="de"), overal_aanhalingstekens=True
    ),
    "limesurvey-zonder-datums": Tool(schrijver=lime(zonder_datums=True), overal_aanhalingstekens=True),
    "limesurvey-vv": Tool(schrijver=LimeSurveyVv(), scheiding="\t", alleen_tabs=True),
    "qualtrics-labels": Tool(schrijver=Qualtrics(codes=False)),
    "qualtrics-codes": Tool(schrijver=Qualtrics(codes=True)),
    "qualtrics-ongesplitst": Tool(schrijver=Qualtrics(codes=True, gesplitst=False)),
    "qualtrics-ongesplitst-labels": Tool(schrijver=Qualtrics(codes=False, gesplitst=False)),
    "qualtrics-gezien": Tool(schrijver=Qualtrics(codes=False, gezien=True)),
    "qualtrics-oud-labels": Tool(schrijver=QualtricsOud(codes=False)),
    "qualtrics-oud-codes": Tool(schrijver=QualtricsOud(codes=True)),
    "msforms-nl": Tool(schrijver=MicrosoftForms(taal="nl", wijziging=True), scheiding=";"),
    "msforms-nl-voltooien": Tool(schrijver=MicrosoftForms(taal="nl-voltooien", wijziging=True), scheiding=";"),
    "msforms-en": Tool(schrijver=MicrosoftForms(taal="en", anoniem=False)),
    "msforms-de": Tool(schrijver=MicrosoftForms(taal="de"), scheiding=";"),
    "googleforms-nl": Tool(schrijver=GoogleForms(taal="nl", tijd=GOOGLETIJDEN[0])),
    "googleforms-en": Tool(schrijver=GoogleForms(taal="en", tijd=GOOGLETIJDEN[1], samen=";")),
    "googleforms-sheets": Tool(schrijver=GoogleForms(taal="en", tijd=GOOGLETIJDEN[2])),
    "surveymonkey-2": Tool(schrijver=SurveyMonkey(regels=2)),
    "surveymonkey-1": Tool(schrijver=SurveyMonkey(regels=1)),
    "alchemer": Tool(schrijver=Alchemer(nummer=False), overal_aanhalingstekens=True),
    "alchemer-nummer": Tool(schrijver=Alchemer(nummer=True), overal_aanhalingstekens=True),
    "redcap-codes": Tool(schrijver=Redcap(codes=True)),
    "redcap-labels": Tool(schrijver=Redcap(codes=False)),
    "castor": Tool(schrijver=Castor(vervang_puntkomma=True), scheiding=";"),
    "castor-afsluiter": Tool(schrijver=Castor(vervang_puntkomma=True, afsluiter=True), scheiding=";"),
    "gewoon-code": Tool(schrijver=GewoneTabel(vorm=Antwoordvorm.CODE), scheiding=";"),
    "gewoon-label-titels": Tool(schrijver=GewoneTabel(vorm=Antwoordvorm.LABEL, titels=True), scheiding=";"),
    "gewoon-allebei-totaal": Tool(schrijver=GewoneTabel(vorm=Antwoordvorm.ALLEBEI, totaal=True)),
}

Houder = Callable[[Export, Tool], bytes]


def schrijf_in_tekst(export: Export, tool: Tool, *, scheiding: str, codering: str) -> bytes:
    if tool.alleen_tabs:
        return houders.codeer(houders.schrijf_kaal(export.rijen), codering)
    tekst = houders.schrijf_tekst(
        export.rijen,
        scheiding=scheiding,
        alles_tussen_aanhalingstekens=tool.overal_aanhalingstekens,
        komma="," if scheiding == ";" else ".",
    )
    return houders.codeer(tekst, codering)


REKENBLADEN: Mapping[str, Houder] = {
    "xlsx": lambda export, _: houders.schrijf_xlsx(export.rijen),
    "xlsx-bladen": lambda export, _: houders.schrijf_xlsx(export.rijen, voor=[["Uitleg"], ["Zie het andere blad"]]),
    "xlsx-in-de-cel": lambda export, _: houders.schrijf_ruwe_xlsx(export.rijen, gedeeld=False),
    "xlsx-gedeeld": lambda export, _: houders.schrijf_ruwe_xlsx(export.rijen, gedeeld=True),
    "xls": lambda export, _: houders.schrijf_xls(export.rijen),
    "ods": lambda export, _: houders.schrijf_ods(export.rijen),
}


def kies_houders(tool: Tool) -> Iterator[tuple[str, str, Houder]]:
    """Naam, uitgang en schrijver van elk bestand waarin deze tool past."""
    for scheiding in (tool.scheiding,) if tool.alleen_tabs else (",", ";", "\t"):
        for codering in houders.CODERINGEN:
            if GRONDIG or scheiding == tool.scheiding or codering == "utf-8":
                naam = {",": "komma", ";": "puntkomma", "\t": "tab"}[scheiding]
                schrijf = partial(schrijf_in_tekst, scheiding=scheiding, codering=codering)
                yield f"{naam}-{codering}", "csv", schrijf
    if not tool.alleen_tabs:
        for naam, houder in REKENBLADEN.items():
            yield naam, naam.split("-", maxsplit=1)[0], houder


ROMMEL = (
    "",
    "Prima.",
    'Zij zei: "doe maar", en ging.',
    "eerste regel\ntweede regel",
    "één\r\ntwee\r\n\r\nvier",
    "a;b,c\td|e",
    "=cmd|' /C calc'!A1",
    "+31 6 12345678",
    "@SOM(A1:A9)",
    "-2",
    "4",
    "helemaal oneens",
    "{question_not_shown}",
    "N/A",
    "Totaal",
    "Response",
    '{"ImportId":"QID1"}',
    "😀 fijn 👩‍👩‍👧",
    "ĳsje, naïef, coördinatie, façade, enquête",
    "<b>vet</b> &amp; <script>",
    "'",
    '"',
    "  spaties  ",
    "x" * 5000,
    "woord; " * 700,
)
"""Wat mensen in een open veld schrijven; geen ervan mag een gesloten antwoord veranderen."""


def maak_antwoorden(item: Item) -> st.SearchStrategy[Antwoord]:
    redenen: st.SearchStrategy[Antwoord] = st.sampled_from(item.redenen)
    if item.soort is Vraagsoort.MEERKEUZE:
        return st.one_of(st.just(Reden.NIET_GETOOND), st.frozensets(st.sampled_from(list(item.opties))))
    if item.soort is Vraagsoort.CIJFER:
        return st.one_of(redenen, st.integers(1, 10), st.sampled_from([1.5, 6.5, 7.5, 9.5]))
    return st.one_of(redenen, st.sampled_from(list(item.opties)))


@st.composite
def personen(trek: st.DrawFn) -> tuple[Persoon, ...]:
    """Eén tot zeven mensen; de eerste is klaar, en ieder laat iets achter."""
    mensen = []
    for nummer in range(trek(st.integers(1, 7))):
        antwoorden = {item.id: trek(maak_antwoorden(item)) for item in ITEMS}
        stil = all(isinstance(antwoord, Reden) or antwoord == frozenset() for antwoord in antwoorden.values())
        mensen.append(
            Persoon(
                status=trek(st.sampled_from(Status)) if nummer else Status.VOLLEDIG,
                locatie=trek(st.integers(1 if stil else 0, 2)),
                antwoorden=antwoorden,
                open=trek(st.sampled_from(ROMMEL)),
            )
        )
    return tuple(mensen)


opsmuk = st.builds(
    Opsmuk,
    vaste_spaties=st.booleans(),
    extra_kolommen=st.integers(0, 2),
    lege_kolommen=st.integers(0, 3),
    lege_rijen=st.integers(0, 3),
)


def maak_vraag(item: Item) -> Vraag:
    codes = () if item.soort is Vraagsoort.CIJFER else tuple(item.opties)
    schaal = Schaal(
        naam=item.schaal,
        soort=SOORTEN[item.soort],
        codes=codes,
        labels=tuple(item.opties.values()),
        laagste=None if codes else 1,
        hoogste=None if codes else 10,
        weet_niet=(item.weet_niet,) if item.weet_niet else (),
        nvt=(item.nvt,) if item.nvt else (),
    )
    return Vraag(id=item.id, tekst=item.tekst, schaal=schaal)


LIJST = Vragenlijst(
    naam="kwaliteit-clienten",
    versie="1",
    doelgroep=Doelgroep.CLIENTEN,
    licentie="CC0-1.0",
    inleiding="",
    vragen=tuple(maak_vraag(item) for item in ITEMS),
)
PLEKKEN = ("noord", "zuid")
LOCATIENAMEN = {
    **{naam.casefold(): plek for naam, plek in zip(LOCATIES.values(), PLEKKEN, strict=True)},
    **{"l1": "noord", "l2": "zuid", "1": "noord", "2": "zuid"},
}


def lees_alles(map_: Path, bestanden: Mapping[str, bytes], koppeling: str) -> Leesresultaat:
    """Lees alle bestanden als bronnen van hetzelfde jaar, elk met dezelfde koppeling."""
    werkmap = maak_werkmap(map_, {f"2024/{naam}": inhoud for naam, inhoud in bestanden.items()}, koppeling=koppeling)
    onderdelen = [Onderdeel(id=plek, naam=plek, niveau=Niveau.LOCATIE, ouder=ORGANISATIE) for plek in PLEKKEN]
    boom = Boom(onderdelen=(werkmap.boom.onderdelen[0], *onderdelen))
    return lees_bronnen(replace(werkmap, boom=boom, locatienamen=LOCATIENAMEN), maak_bibliotheek(LIJST))


def toon_antwoord(kolom: Antwoordkolom, plek: int) -> Antwoord:
    """Het gelezen antwoord in dezelfde vorm als de waarheid."""
    plaats = int(kolom.plaats[plek])
    if kolom.gekozen is not None:
        # Wie niets aankruiste en wie de vraag oversloeg zijn in de meeste tools hetzelfde.
        codes = kolom.vraag.schaal.codes
        gekozen = frozenset(code for code, is_gekozen in zip(codes, kolom.gekozen[plek], strict=True) if is_gekozen)
        return Reden(plaats) if plaats < Reden.LEEG else gekozen
    if plaats < 0:
        return Reden(plaats)
    return float(kolom.getal[plek]) if kolom.getal is not None else kolom.vraag.schaal.codes[plaats]


def vergelijk(blad: Antwoordblad, verwacht: Sequence[Persoon], kenmerk: Kenmerk) -> str:
    """Het eerste verschil, of leeg."""
    verschillen = (
        *(f"dialect {naam}" for naam in [blad.bron.dialect] if naam != kenmerk.dialect),
        *(f"zonder {item.id}" for item in ITEMS if item.id not in (*blad.kolommen, *kenmerk.onleesbaar)),
        *(f"{id_} is geraden" for id_ in kenmerk.onleesbaar if id_ in blad.kolommen),
        *(f"onbekende locatie {naam!r}" for naam in blad.onbekende_locaties),
        *(f"{een.soort} in {een.cel}" for een in blad.afwijkingen),
    )
    if verschillen:
        return "; ".join(verschillen[:4])
    if blad.aantal != len(verwacht):
        return f"{blad.aantal} respondenten in plaats van {len(verwacht)}"
    if len(set(blad.respondent)) != (len(verwacht) if kenmerk.kent_nummer else 0):
        return f"respondentnummers: {len(set(blad.respondent))}"
    return next((verschil for plek, een in enumerate(verwacht) for verschil in vergelijk_een(blad, plek, een)), "")


def vergelijk_een(blad: Antwoordblad, plek: int, persoon: Persoon) -> Iterator[str]:
    """De verschillen bij één respondent."""
    if int(blad.locatie[plek]) != persoon.locatie - 1:
        yield f"respondent {plek + 1}: locatie {blad.locatie[plek]} in plaats van {persoon.locatie - 1}"
    for item in (item for item in ITEMS if item.id in blad.kolommen):
        gelezen, waar = toon_antwoord(blad.kolommen[item.id], plek), persoon.antwoorden[item.id]
        if waar is Reden.LEEG and item.soort is Vraagsoort.MEERKEUZE:
            waar = frozenset()
        if gelezen != waar or isinstance(gelezen, Reden) is not isinstance(waar, Reden):
            yield f"respondent {plek + 1}, {item.id}: {gelezen!r} in plaats van {waar!r}"


def verraadt(gelezen: Leesresultaat, mensen: Sequence[Persoon]) -> list[str]:
    """Bevindingen waarin een persoonsgegeven of iemands open antwoord staat."""
    geheim = [MAILADRES, IPADRES, *(persoon.open for persoon in mensen if len(persoon.open) > 30)]
    teksten = [f"{een.wat} {een.verwacht} {een.doe_dit}" for een in gelezen.bevindingen]
    nummers = [nummer for blad in gelezen.bladen for nummer in blad.respondent]
    return [tekst for tekst in (*teksten, *nummers) if any(woord in tekst for woord in geheim)]


def hoort_erbij(persoon: Persoon) -> bool:
    """Zeg of iemand in de antwoorden hoort: niet wie alleen probeerde, en niet wie stopte voor het eerste antwoord."""
    niets = {Reden.LEEG, Reden.NIET_GETOOND, frozenset()}
    zweeg = all(antwoord in niets for antwoord in persoon.antwoorden.values())
    return persoon.status is Status.VOLLEDIG or (persoon.status is Status.ONVOLLEDIG and not zweeg)


def zoek_verschillen(
    bestanden: Mapping[str, tuple[str, bytes]], koppeling: str, mensen: Sequence[Persoon], kenmerk: Kenmerk
) -> list[str]:
    """Per bestand (houder -> uitgang en inhoud) wat er anders terugkwam."""
    gezien = [kenmerk.kan_zeggen(persoon) for persoon in mensen]
    over = [persoon for persoon in gezien if hoort_erbij(persoon)]
    with tempfile.TemporaryDirectory() as map_:
        namen = {f"clienten-{naam}.{uitgang}": inhoud for naam, (uitgang, inhoud) in bestanden.items()}
        gelezen = lees_alles(Path(map_), namen, koppeling)
    bladen = {blad.bron.bestand: blad for blad in gelezen.bladen}
    redenen = {een.bestand: een.wat for een in gelezen.bevindingen if een.soort is Bevindingsoort.BRON_NIET_GELEZEN}
    verschillen = [f"verraadt: {tekst}" for tekst in verraadt(gelezen, mensen)]
    for naam in namen:
        blad = bladen.get(f"bronnen/2024/{naam}")
        if blad is None:
            verschil = f"niet gelezen: {redenen.get(f'bronnen/2024/{naam}')}"
        else:
            verschil = vergelijk(blad, over, kenmerk)
        if verschil:
            verschillen.append(f"{naam}: {verschil}")
    return verschillen


bedenk = settings(
    max_examples=VOORBEELDEN,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if GRONDIG else [])],
)


@pytest.mark.parametrize("naam", TOOLS)
@bedenk
@given(mensen=personen(), opsmuk=opsmuk)
def test_bekende_antwoorden_komen_uit_elk_bestand_zo_terug(
    naam: str, mensen: tuple[Persoon, ...], opsmuk: Opsmuk
) -> None:
    tool = TOOLS[naam]
    export = tool.schrijver.schrijf(mensen, opsmuk)
    bestanden = {houder: (uitgang, schrijf(export, tool)) for houder, uitgang, schrijf in kies_houders(tool)}
    verschillen = zoek_verschillen(bestanden, export.koppeling, mensen, tool.schrijver.kenmerk)
    assert not verschillen, "\n".join(verschillen)


@bedenk
@given(mensen=personen())
def test_bekende_antwoorden_komen_zo_uit_spss_terug(mensen: tuple[Persoon, ...]) -> None:
    spss = Spss()
    bestanden = {"sav": ("sav", spss.schrijf(mensen))}
    verschillen = zoek_verschillen(bestanden, "", mensen, spss.kenmerk)
    assert not verschillen, "\n".join(verschillen)


EEN_MENS = Persoon(
    status=Status.VOLLEDIG,
    locatie=1,
    antwoorden={"CL01": 5, "CL02": 1, "CL03": 8, "CL04": 1, "CL05": 2, "CL06": frozenset({1, 2})},
    open="Prima.",
)


def test_een_ander_antwoord_valt_op() -> None:
    """De vergelijking heeft tanden: één antwoord anders is een verschil, in elk bestand."""
    tool = TOOLS["gewoon-code"]
    anders = replace(EEN_MENS, antwoorden={**EEN_MENS.antwoorden, "CL01": 4})
    export = tool.schrijver.schrijf([EEN_MENS], KAAL)
    bestanden = {houder: (uitgang, schrijf(export, tool)) for houder, uitgang, schrijf in kies_houders(tool)}
    verschillen = zoek_verschillen(bestanden, export.koppeling, [anders], tool.schrijver.kenmerk)
    assert len(verschillen) == len(bestanden)


@pytest.mark.parametrize("naam", [naam for naam, tool in TOOLS.items() if tool.schrijver.kenmerk.kent_proef])
def test_wie_alleen_probeerde_telt_niet_mee_en_wordt_geteld(naam: str, tmp_path: Path) -> None:
    tool = TOOLS[naam]
    export = tool.schrijver.schrijf([EEN_MENS, replace(EEN_MENS, status=Status.PROEF)], KAAL)
    gelezen = lees_alles(tmp_path, {"clienten.xlsx": houders.schrijf_xlsx(export.rijen)}, export.koppeling)
    assert [blad.aantal for blad in gelezen.bladen] == [1]
    assert Bevindingsoort.PROEFANTWOORDEN in {een.soort for een in gelezen.bevindingen}


@pytest.mark.parametrize("naam", [naam for naam, tool in TOOLS.items() if tool.schrijver.kenmerk.kent_onvolledig])
def test_wie_halverwege_stopte_telt_mee_en_wordt_genoemd(naam: str, tmp_path: Path) -> None:
    tool = TOOLS[naam]
    export = tool.schrijver.schrijf([EEN_MENS, replace(EEN_MENS, status=Status.ONVOLLEDIG)], KAAL)
    inhoud = schrijf_in_tekst(export, tool, scheiding=tool.scheiding, codering="utf-8")
    gelezen = lees_alles(tmp_path, {"clienten.csv": inhoud}, export.koppeling)
    assert [blad.aantal for blad in gelezen.bladen] == [2]
    assert Bevindingsoort.NIET_AFGEROND in {een.soort for een in gelezen.bevindingen}


def test_wie_halverwege_stopte_en_alleen_weet_niet_zei_staat_in_de_antwoorden(tmp_path: Path) -> None:
    """Een keuze of "weet ik niet" is ook een antwoord: die mens vulde iets in."""
    stil: dict[str, Antwoord] = dict.fromkeys(EEN_MENS.antwoorden, Reden.LEEG)
    begonnen = replace(
        EEN_MENS,
        status=Status.ONVOLLEDIG,
        antwoorden={**stil, "CL02": Reden.WEET_NIET, "CL06": frozenset({4})},
    )
    tool = TOOLS["qualtrics-labels"]
    export = tool.schrijver.schrijf([EEN_MENS, begonnen, replace(begonnen, antwoorden=stil)], KAAL)
    gelezen = lees_alles(tmp_path, {"clienten.xlsx": houders.schrijf_xlsx(export.rijen)}, export.koppeling)
    assert [blad.aantal for blad in gelezen.bladen] == [2]


def test_wie_alleen_is_uitgenodigd_is_geen_deelnemer(tmp_path: Path) -> None:
    """Castor zet ook wie de enquête nooit opende in het bestand, met voortgang 0."""
    tool = TOOLS["castor"]
    export = tool.schrijver.schrijf([EEN_MENS, EEN_MENS], KAAL)
    voortgang = list(export.rijen[0]).index("Survey Progress")
    ongeopend = [*export.rijen[2][:voortgang], "0", *[""] * (len(export.rijen[2]) - voortgang - 1)]
    inhoud = schrijf_in_tekst(
        replace(export, rijen=[*export.rijen[:2], ongeopend]), tool, scheiding=";", codering="utf-8"
    )
    gelezen = lees_alles(tmp_path, {"clienten.csv": inhoud}, export.koppeling)
    assert [int(blad.deelnemers().sum()) for blad in gelezen.bladen] == [1]
    assert Bevindingsoort.NIET_BEGONNEN in {een.soort for een in gelezen.bevindingen}


@pytest.mark.parametrize(
    "naam", [naam for naam in TOOLS if naam.startswith(("limesurvey-vraag", "qualtrics-l", "surv"))]
)
def test_persoonsgegevens_worden_gemeld(naam: str, tmp_path: Path) -> None:
    tool = TOOLS[naam]
    export = tool.schrijver.schrijf([EEN_MENS], KAAL)
    gelezen = lees_alles(tmp_path, {"clienten.xlsx": houders.schrijf_xlsx(export.rijen)}, export.koppeling)
    assert Bevindingsoort.PERSOONSGEGEVENS in {een.soort for een in gelezen.bevindingen}
