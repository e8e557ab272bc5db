"""Maakt kleine werkmappen en openbare cijfers voor de toetsen van `rapportage`.

Alleen hier, niet in `kwaliteit/`: buiten de toetsen maakt alleen `geheimhouding` openbare cijfers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from kwaliteit.begrippen.actie import Actie, Actiestatus, Doel, Stand
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import Breuk, Gevraagd, Intervalmethode, Maat
from kwaliteit.begrippen.kader import Eis, Kader, Lezer, Norm, Pijler, Toon
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Pijlertelling, Status
from kwaliteit.begrippen.vergelijking import (
    Kant,
    Label,
    Oordeel,
    Oordelen,
    Vergelijkingsoort,
)
from kwaliteit.begrippen.verhaal import Cijferverwijzing, Pijlerverhaal, Verhaal, Verhaaltekst
from kwaliteit.begrippen.verslag import Sectie, Verslag
from kwaliteit.begrippen.vragenlijst import (
    Kengetal,
    Kengetalsoort,
    Schaal,
    Schaalsoort,
    Spiegelonderwerp,
    Vraag,
    Vragenbibliotheek,
    Vragenlijst,
)
from kwaliteit.begrippen.werkmap import Jaargang, Meetperiode, Organisatie, Publicatie, Werkmap
from kwaliteit.kaders import lees_rekenregels
from kwaliteit.rapportage import stel_uitgaven_samen

JAAR = 2024
GEEN_OORDELEN = Oordelen(oordelen=(), index={}, stijgingen={}, dalingen={})
B = TypeVar("B")
EENS5 = Schaal(
    naam="eens5",
    soort=Schaalsoort.LIKERT,
    codes=(1, 2, 3, 4, 5),
    labels=("helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens"),
    gunstig=(4, 5),
)
JA_NEE = Schaal(naam="jn", soort=Schaalsoort.JA_NEE, codes=(0, 1), labels=("nee", "ja"), gunstig=(1,))
CIJFER10 = Schaal(naam="cijfer", soort=Schaalsoort.RAPPORTCIJFER, laagste=1, hoogste=10)
REKENREGELS = lees_rekenregels()
KADER = Kader(
    id="proefkader",
    versie="1",
    naam="Proefkader",
    bron="Proefbron",
    datum=date(2024, 8, 26),
    volledig=False,
    pijlers=tuple(
        Pijler(id=id_, naam=naam, kern=f"Over {naam.lower()} gaat deze pijler.", eerste_doelgroep=groep)
        for id_, naam, groep in (
            ("clienten", "Cliënten", Doelgroep.CLIENTEN),
            ("naasten", "Naasten", Doelgroep.NAASTEN),
            ("professionals", "Professionals", Doelgroep.PROFESSIONALS),
            ("samenleving", "Samenleving", Doelgroep.CLIENTEN),
            ("samenwerken", "Samenwerken", Doelgroep.SAMENWERKINGSPARTNERS),
        )
    ),
    normen=tuple(
        Norm(id=id_, pijler=pijler, thema=thema, tekst=f"Over {thema}", plaats="zin 1", toon=toon)
        for id_, pijler, thema, toon in (
            ("C1", "clienten", "eigen regie", Toon.STELT),
            ("C7", "clienten", "inzage dossier", Toon.KAN),
            ("N1", "naasten", "samenspel", Toon.STELT),
            ("P1", "professionals", "leren", Toon.PROBEERT),
            ("S1", "samenleving", "eigen plek", Toon.SOMS),
            ("W1", "samenwerken", "goed en dichtbij", Toon.STELT),
        )
    ),
    eisen=tuple(
        Eis(id=f"V{nummer}", tekst=f"Eis nummer {nummer}", plaats=f"zin {nummer}", is_plicht=nummer != 9)
        for nummer in range(1, 10)
    ),
    lezers=(Lezer(id="buurt", naam="Buurt", zoekt="contact", krijgt="Een adres"),),
    leefgebieden=(),
    partners=(),
)
KENGETALLEN = (
    Kengetal(
        id="K01",
        naam="Cliënten met een plan",
        teller="cliënten met een plan",
        noemer="cliënten op 31-12",
        normen=("C7",),
        soort=Kengetalsoort.VERHOUDING,
        over_mensen=True,
    ),
    Kengetal(
        id="K14",
        naam="Incidenten",
        teller="gemelde incidenten",
        noemer="1.000 cliëntdagen",
        normen=("S1",),
        soort=Kengetalsoort.PER_1000,
        over_mensen=False,
    ),
)


def maak_vraag(
    id_: str, *, norm: str = "C1", tekst: str = "", schaal: Schaal = EENS5, spiegel: str | None = None
) -> Vraag:
    """Maak een vraag met één norm."""
    return Vraag(id=id_, tekst=tekst or f"Dit is vraag {id_}.", schaal=schaal, normen=(norm,), spiegel=spiegel)


CL01 = maak_vraag("CL01", tekst="Ik bepaal zelf hoe ik aan mijn herstel werk.", spiegel="SP1")
CL02 = maak_vraag("CL02", norm="S1", tekst="Mijn begeleider helpt mij in de buurt.", spiegel="SP2")
NA01 = maak_vraag("NA01", norm="N1", tekst="De cliënt bepaalt zelf hoe het gaat.", spiegel="SP1")
PR01 = maak_vraag("PR01", norm="P1", tekst="Onze cliënten bepalen zelf hoe het gaat.", spiegel="SP1")
PR02 = maak_vraag("PR02", norm="S1", tekst="Wij helpen cliënten in de buurt.", spiegel="SP2")
SA01 = maak_vraag("SA01", norm="W1", tekst="De organisatie werkt met ons samen.")
LIJSTEN = (
    (Doelgroep.CLIENTEN, (CL01, CL02)),
    (Doelgroep.NAASTEN, (NA01,)),
    (Doelgroep.PROFESSIONALS, (PR01, PR02)),
    (Doelgroep.SAMENWERKINGSPARTNERS, (SA01,)),
)
BIBLIOTHEEK = Vragenbibliotheek(
    vragenlijsten=tuple(
        Vragenlijst(
            naam=f"kwaliteit-{groep}", versie="0.1", doelgroep=groep, licentie="CC0-1.0", inleiding="", vragen=vragen
        )
        for groep, vragen in LIJSTEN
    ),
    kengetallen=KENGETALLEN,
    spiegels=(
        Spiegelonderwerp(id="SP1", naam="Zelf bepalen"),
        Spiegelonderwerp(id="SP2", naam="Hulp in de buurt", toon_vraagteksten=True),
    ),
)


def vraag_aan(vraag: Vraag, groep: Doelgroep, *, jaar: int = JAAR, breekt: bool = False) -> Gevraagd:
    """Stel een vraag in een jaar aan een groep."""
    pijler = KADER.pijler_van(vraag.normen)
    return Gevraagd(
        jaar=jaar,
        doelgroep=groep,
        vraag=vraag,
        pijler=pijler,
        normen=vraag.normen,
        vragenlijst=f"kwaliteit-{groep}",
        versie="0.1",
        reeks=f"{vraag.id}-{jaar if breekt else 0}",
        breuk=Breuk.VRAAG if breekt else Breuk.GEEN,
    )


def bepaal_status(teller: int, noemer: int) -> tuple[Status, str]:
    """De ladder van de rekenregels, klein nagemaakt."""
    if noemer < 10:
        return Status.TE_WEINIG, "te weinig antwoorden"
    if min(teller, noemer - teller) < 3:
        laag = teller < 3
        klein = f"minder dan 3 van de {noemer}" if laag else f"meer dan {noemer - 3} van de {noemer}"
        groot = "minder dan 10%" if laag else "meer dan 90%"
        return (Status.BAND_LAAG if laag else Status.BAND_HOOG), klein if noemer < 30 else groot
    return (Status.WEINIG, "") if noemer < 30 else (Status.GETOOND, "")


def maak_cijfer(
    indicator: str,
    teller: int,
    noemer: int,
    *,
    groep: Doelgroep | None = Doelgroep.CLIENTEN,
    jaar: int = JAAR,
    maat: Maat = Maat.GUNSTIG,
    onderdeel: str = ORGANISATIE,
    categorie: str = "",
    categorienaam: str = "",
    breuk: bool = False,
    waarde: float | None = None,
) -> OpenbaarCijfer:
    """Maak een openbaar cijfer; de status volgt uit de aantallen, `waarde` alleen voor een gemiddelde of nps."""
    status, toelichting = bepaal_status(teller, noemer)
    is_getoond = status is Status.GETOOND
    heeft_marge = is_getoond and maat is Maat.GUNSTIG
    return OpenbaarCijfer(
        jaar=jaar,
        indicator=indicator,
        pijler="",
        normen=(),
        doelgroep=groep,
        onderdeel=onderdeel,
        onderdeelnaam=onderdeel,
        niveau=Niveau.ORGANISATIE if onderdeel == ORGANISATIE else Niveau.LOCATIE,
        maat=maat,
        categorie=categorie,
        categorienaam=categorienaam,
        eenheid="percentage",
        waarde=(teller / noemer if waarde is None else waarde) if is_getoond else None,
        teller=teller if is_getoond or status is Status.WEINIG else None,
        noemer=noemer if is_getoond or status is Status.WEINIG else None,
        ondergrens=0.4 if heeft_marge else None,
        bovengrens=0.9 if heeft_marge else None,
        methode=Intervalmethode.WILSON if heeft_marge else None,
        uitgenodigd=None,
        reeks="reeks",
        breuk=Breuk.VRAAG if breuk else Breuk.GEEN,
        status=status,
        toelichting=toelichting,
    )


def maak_verdeling(indicator: str, aantallen: Sequence[int], *, jaar: int = JAAR) -> tuple[OpenbaarCijfer, ...]:
    """Maak een volledige verdeling over vijf antwoorden van cliënten."""
    return tuple(
        replace(
            maak_cijfer(indicator, 50, 100, jaar=jaar, maat=Maat.VERDELING, categorie=str(code), categorienaam=label),
            teller=aantal,
            noemer=sum(aantallen),
            waarde=aantal / sum(aantallen),
        )
        for code, label, aantal in zip(EENS5.codes, EENS5.labels, aantallen, strict=True)
    )


def maak_respons(groep: Doelgroep, teller: int, noemer: int, *, jaar: int = JAAR) -> OpenbaarCijfer:
    """Maak de respons van een groep; onder de drempel is zij verborgen."""
    cijfer = maak_cijfer("respons", teller, noemer, groep=groep, jaar=jaar, maat=Maat.RESPONS)
    if teller < REKENREGELS.drempel:
        verborgen = replace(cijfer, status=Status.TE_WEINIG, toelichting="te weinig antwoorden")
        return replace(verborgen, waarde=None, teller=None, noemer=None)
    return replace(cijfer, status=Status.GETOOND, teller=teller, noemer=noemer, waarde=teller / noemer)


def maak_openbaar(
    cijfers: Sequence[OpenbaarCijfer] = (),
    gevraagd: Sequence[Gevraagd] = (),
    *,
    boom: Boom | None = None,
    niet_gevraagd: Sequence[Doelgroep] = (),
    per_pijler: Sequence[Pijlertelling] = (),
    jaar: int = JAAR,
) -> OpenbareIndicatoren:
    """Maak openbare indicatoren, met de index erbij."""
    index = {(c.jaar, c.indicator, c.maat, c.doelgroep, c.onderdeel, c.categorie): c for c in cijfers}
    return OpenbareIndicatoren(
        boom=boom or maak_boom(),
        jaar=jaar,
        drempel=REKENREGELS.drempel,
        cijfers=tuple(cijfers),
        per_pijler=tuple(per_pijler),
        gevraagd=tuple(gevraagd),
        kengetallen=KENGETALLEN,
        niet_gevraagd={jaar: tuple(niet_gevraagd)},
        index=index,
    )


def maak_boom(*locaties: tuple[str, str], regio: str | None = None) -> Boom:
    """Maak een boom van locaties (id, naam), met of zonder één regio erboven."""
    wortel = Onderdeel(id=ORGANISATIE, naam="Stichting Proef", niveau=Niveau.ORGANISATIE, ouder=None)
    tussen = () if regio is None else (Onderdeel(id=regio, naam=regio, niveau=Niveau.REGIO, ouder=ORGANISATIE),)
    bladeren = tuple(
        Onderdeel(id=id_, naam=naam, niveau=Niveau.LOCATIE, ouder=regio or ORGANISATIE) for id_, naam in locaties
    )
    return Boom(onderdelen=(wortel, *tussen, *bladeren))


def maak_volle_cijfers() -> OpenbareIndicatoren:
    """Alle hoofdgroepen gevraagd, met respons, een verdeling, kengetallen en drie jaren CL01."""
    gevraagd = [vraag_aan(vraag, groep) for groep, vragen in LIJSTEN for vraag in vragen]
    gevraagd += [vraag_aan(CL01, Doelgroep.CLIENTEN, jaar=jaar) for jaar in (2022, 2023)]
    cijfers = [
        maak_cijfer("CL01", 40, 62, jaar=2022),
        maak_cijfer("CL01", 41, 58, jaar=2023, breuk=True),
        maak_cijfer("CL01", 47, 62),
        *maak_verdeling("CL01", (4, 5, 6, 20, 27)),
        maak_cijfer("CL02", 30, 60),
        maak_cijfer("NA01", 20, 40, groep=Doelgroep.NAASTEN),
        maak_cijfer("PR01", 90, 100, groep=Doelgroep.PROFESSIONALS),
        maak_cijfer("PR02", 80, 100, groep=Doelgroep.PROFESSIONALS),
        maak_cijfer("SA01", 11, 14, groep=Doelgroep.SAMENWERKINGSPARTNERS),
        maak_cijfer("K01", 70, 84, groep=None, maat=Maat.VERHOUDING),
        replace(
            maak_cijfer("K14", 40, 100, groep=None, maat=Maat.VERHOUDING, waarde=3.2), eenheid="per_1000", teller=None
        ),
        *(maak_respons(groep, 118, 176) for groep in HOOFDGROEPEN),
        maak_respons(Doelgroep.CLIENTEN, 100, 170, jaar=2023),
    ]
    return maak_openbaar(cijfers, gevraagd)


def maak_tekst(*delen: str | Cijferverwijzing) -> Verhaaltekst:
    """Maak een tekst van een mens."""
    return Verhaaltekst(delen=delen, waar=f"verhaal/{JAAR}/clienten.md")


def verwijs_naar(indicator: str, *, regel: int = 12, **anders: object) -> Cijferverwijzing:
    """Maak een cijferverwijzing op een regel van het verhaal over cliënten."""
    vol: dict[str, object] = {"jaar": None, "doelgroep": None, "locatie": None} | anders
    waar = f"verhaal/{JAAR}/clienten.md, regel {regel}"
    return Cijferverwijzing(indicator=indicator, waar=waar, **vol)  # type: ignore[arg-type]


def maak_pijlerverhaal(**delen: object) -> Pijlerverhaal:
    """Maak een pijlerverhaal; wat niet genoemd is, ontbreekt."""
    leeg = Pijlerverhaal(
        boodschap="", kerncijfer=None, trend=(), terugblik=None, duiding=None, vooruitblik=None, besproken=None
    )
    return replace(leeg, **delen)  # type: ignore[arg-type]


LEEG_VERHAAL = Verhaal(voorwoord=None, samenvatting=None, over_ons=None, pijlers={}, reacties=())


def maak_actie(
    id_: str,
    *,
    beloofd_in: int = JAAR - 1,
    waarom: tuple[str, ...] = ("CL01",),
    doel: Doel | None = None,
    stand: Actiestatus | None = None,
) -> Actie:
    """Maak een actie, met of zonder stand over het verslagjaar."""
    return Actie(
        id=id_,
        wat=f"Actie {id_}",
        waarom=waarom,
        wie="Teamleiders",
        beloofd_in=beloofd_in,
        klaar_op=date(2025, 12, 31),
        gelukt_als=doel,
        stand={} if stand is None else {JAAR: Stand(status=stand, toelichting="Een reden.")},
        waar=f"acties.yaml, actie {id_}",
    )


def maak_werkmap(*, jaar: int = JAAR, kader: str | None = "proefkader", **anders: object) -> Werkmap:
    """Maak een werkmap met drie jaren en zonder verhaal; `anders` vervangt velden."""
    jaargang = Jaargang(
        jaar=jaar,
        kader=kader,
        meetperiode=Meetperiode(van=date(2024, 9, 1), tot=date(2024, 10, 31)),
        populatie={},
        uitgenodigd={},
        bronnen=(),
        kengetallen=None,
    )
    werkmap = Werkmap(
        pad=Path(),
        jaar=jaar,
        organisatie=Organisatie(naam="Stichting Proef", contact="kwaliteit@proef.example"),
        publicatie=Publicatie(),
        boom=maak_boom(),
        locatienamen={"loc-n": "noord"},
        jaren={eerder: replace(jaargang, jaar=eerder) for eerder in (jaar - 2, jaar - 1, jaar)},
        nederlandse_csv=False,
        acties=(),
        verhaal=LEEG_VERHAAL,
        citaten=(),
        zelfoordelen=(),
        controlegetallen={},
    )
    return replace(werkmap, **anders)  # type: ignore[arg-type]


HERKOMST = Herkomst(programma="0.1", kader="proefkader", kaderversie="1", controlegetal="0123456789ab", bronnen={})


def maak_oordeel(
    indicator: str,
    label: Label,
    richting: int = 0,
    *,
    soort: Vergelijkingsoort = Vergelijkingsoort.JAAR,
    maat: Maat = Maat.GUNSTIG,
    groep: Doelgroep = Doelgroep.CLIENTEN,
    met: Doelgroep | int | None = None,
    onderdeel: str = ORGANISATIE,
    breuk: Breuk = Breuk.GEEN,
) -> Oordeel:
    """Maak een oordeel; `met` is een jaar of een groep, en bij een locatie is het de rest."""
    een = Kant(jaar=JAAR, doelgroep=groep, onderdeel=onderdeel)
    if soort is Vergelijkingsoort.JAAR:
        ander = replace(een, jaar=met if isinstance(met, int) else JAAR - 1)
    elif soort is Vergelijkingsoort.GROEP:
        ander = replace(een, doelgroep=met if isinstance(met, Doelgroep) else groep)
    else:
        ander = replace(een, is_rest=True)
    return Oordeel(
        soort=soort,
        indicator=indicator,
        maat=maat,
        een=een,
        ander=ander,
        label=label,
        richting=richting,
        punten=None,
        breuk=breuk,
    )


def maak_oordelen(*oordelen: Oordeel) -> Oordelen:
    """Zet oordelen bij elkaar, met de tellingen per pijler zoals `vergelijken` die maakt."""
    vragen = {vraag.id: vraag for _, lijst in LIJSTEN for vraag in lijst}
    tellingen: dict[int, dict[tuple[int, str, Doelgroep], int]] = {1: {}, -1: {}}
    for oordeel in oordelen:
        if oordeel.soort is Vergelijkingsoort.JAAR and oordeel.label is Label.DUIDELIJK:
            sleutel = (JAAR, KADER.pijler_van(vragen[oordeel.indicator].normen), oordeel.een.doelgroep)
            telling = tellingen[oordeel.richting]
            telling[sleutel] = telling.get(sleutel, 0) + 1
    return Oordelen(
        oordelen=oordelen,
        index={(o.soort, o.indicator, o.maat, o.een, o.ander): o for o in oordelen},
        stijgingen=tellingen[1],
        dalingen=tellingen[-1],
    )


def maak_verslag(
    openbaar: OpenbareIndicatoren | None = None,
    werkmap: Werkmap | None = None,
    *,
    kader: Kader = KADER,
    oordelen: Oordelen = GEEN_OORDELEN,
    concept: bool = True,
) -> Verslag:
    """Stel een verslag samen, standaard met volle cijfers en zonder woorden van mensen."""
    return stel_uitgaven_samen(
        werkmap or maak_werkmap(),
        kader,
        BIBLIOTHEEK,
        REKENREGELS,
        openbaar or maak_volle_cijfers(),
        oordelen,
        HERKOMST,
        concept=concept,
    )[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """Een sectie met haar plaats in het verslag."""

    sectie: Sectie
    diepte: int


def loop_secties(secties: Sequence[Sectie], diepte: int = 0) -> Iterator[Vondst]:
    """Geef alle secties in leesvolgorde."""
    for sectie in secties:
        yield Vondst(sectie=sectie, diepte=diepte)
        yield from loop_secties(sectie.secties, diepte + 1)


def zoek_sectie(verslag: Verslag, anker: str) -> Sectie:
    """Geef de sectie met dit anker."""
    return next(vondst.sectie for vondst in loop_secties(verslag.secties) if vondst.sectie.anker == anker)


def zoek_blokken(iets: object, soort: type[B]) -> list[B]:
    """Geef alle blokken van een soort, ook in onderliggende secties."""
    return [deel for deel in loop_delen(iets) if isinstance(deel, soort)]


def loop_delen(iets: object) -> Iterator[object]:
    """Geef elk deel van een verslag: dataclasses, tuples en teksten; een openbaar cijfer is één deel."""
    yield iets
    if isinstance(iets, tuple):
        for deel in iets:
            yield from loop_delen(deel)
    elif is_dataclass(iets) and not isinstance(iets, OpenbaarCijfer):
        for veld in fields(iets):
            yield from loop_delen(getattr(iets, veld.name))


def teksten_van(iets: object) -> list[str]:
    """Geef alle teksten in een deel van het verslag (een Enum is geen tekst)."""
    return [deel for deel in loop_delen(iets) if type(deel) is str]
