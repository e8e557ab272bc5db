"""Verzonnen organisaties voor de toetsen van de geheimhouding: bomen, vragen en tellingen, zonder bron of marge."""

import random
from collections.abc import Mapping, Sequence
from datetime import date

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import (
    Cijfer,
    Gevraagd,
    Indicatoren,
    Interval,
    Intervalmethode,
    Kengetalmeting,
    Maat,
    Meting,
    Responsmeting,
)
from kwaliteit.begrippen.kader import Kader, Norm, Pijler, Toon
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort, Schaal, Schaalsoort, Vraag

Antwoorden = Mapping[str, Mapping[str, tuple[int, ...]]]
"""Vraag -> blad -> aantal antwoorden per vak."""

JAAR = 2024

EENS5 = Schaal(
    naam="eens5",
    soort=Schaalsoort.LIKERT,
    codes=(1, 2, 3, 4, 5),
    labels=("helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens"),
    gunstig=(4, 5),
)
JA_NEE = Schaal(naam="ja_nee", soort=Schaalsoort.JA_NEE, codes=(1, 0), labels=("ja", "nee"), gunstig=(1,))
KEUZE = Schaal(naam="keuze", soort=Schaalsoort.KEUZE, codes=(1, 2, 3), labels=("huis", "flat", "anders"))
CIJFER10 = Schaal(naam="cijfer10", soort=Schaalsoort.RAPPORTCIJFER, laagste=1, hoogste=10)
NPS = Schaal(naam="nps", soort=Schaalsoort.NPS, laagste=0, hoogste=10)
GETAL = Schaal(naam="getal", soort=Schaalsoort.GETAL)

KADER = Kader(
    id="proef",
    versie="1",
    naam="Proefkader",
    bron="verzonnen",
    datum=date(2024, 1, 1),
    volledig=False,
    pijlers=tuple(
        Pijler(id=naam, naam=naam, kern="", eerste_doelgroep=Doelgroep.CLIENTEN) for naam in ("clienten", "wonen")
    ),
    normen=tuple(
        Norm(id=naam, pijler=pijler, thema="", tekst="", plaats="", toon=Toon.STELT)
        for naam, pijler in (("C1", "clienten"), ("C2", "clienten"), ("C3", "clienten"), ("W1", "wonen"))
    ),
    eisen=(),
    lezers=(),
    leefgebieden=(),
    partners=(),
)


def maak_regels(*, drempel: int = 10, band: int = 3, procent_vanaf: int = 30) -> Rekenregels:
    """De grenzen van de rekenregels, met drie ervan te kiezen."""
    return Rekenregels(
        drempel=drempel,
        band=band,
        procent_vanaf=procent_vanaf,
        verschil_minstens=0.05,
        verschil_score=5,
        verschil_cijfer=0.3,
        verschil_nps=10,
        groot_verschil=0.2,
        toeval=0.05,
        hoog_vanaf=0.75,
        laag_onder=0.5,
        volledig_vanaf=0.8,
        nvt_boven=0.2,
        respons_voorzichtig=0.5,
        respons_laag=0.3,
    )


def maak_boom(regios: Mapping[str, Sequence[str]]) -> Boom:
    """Een boom van regio naar locaties; locaties onder de lege naam hangen direct onder de organisatie."""
    onderdelen = [Onderdeel(id=ORGANISATIE, naam="Hele organisatie", niveau=Niveau.ORGANISATIE, ouder=None)]
    for regio, locaties in regios.items():
        if regio:
            onderdelen.append(Onderdeel(id=regio, naam=regio.title(), niveau=Niveau.REGIO, ouder=ORGANISATIE))
        for locatie in locaties:
            ouder = regio or ORGANISATIE
            onderdelen.append(Onderdeel(id=locatie, naam=locatie.title(), niveau=Niveau.LOCATIE, ouder=ouder))
    return Boom(onderdelen=tuple(onderdelen))


def maak_vraag(naam: str, schaal: Schaal = EENS5, *, normen: tuple[str, ...] = ("C1",), alleen: bool = False) -> Vraag:
    """Een vraag met deze schaal."""
    return Vraag(id=naam, tekst=f"Vraag {naam}", schaal=schaal, normen=normen, alleen_organisatie=alleen)


def stel(
    vraag: Vraag, *, doelgroep: Doelgroep = Doelgroep.CLIENTEN, jaar: int = JAAR, pijler: str = "clienten"
) -> Gevraagd:
    """De vraag, gesteld aan een groep in een jaar."""
    return Gevraagd(
        jaar=jaar,
        doelgroep=doelgroep,
        vraag=vraag,
        pijler=pijler,
        normen=vraag.normen,
        vragenlijst="proef",
        versie="1",
        reeks=f"{vraag.id}-1",
    )


def meet(gevraagd: Gevraagd, onderdeel: str, per_code: tuple[int, ...], *, weet_niet: int = 0) -> Meting:
    """De meting met deze aantallen per vak; de marges zijn verzonnen, want die toetst een andere kamer."""
    return Meting(
        gevraagd=gevraagd,
        onderdeel=onderdeel,
        n=sum(per_code),
        per_code=per_code,
        aantal_nvt=0,
        aantal_weet_niet=weet_niet,
        populatie=None,
        cijfers=_maak_cijfers(gevraagd.vraag.schaal, per_code),
    )


def _maak_cijfers(schaal: Schaal, per_code: tuple[int, ...]) -> tuple[Cijfer, ...]:
    n = sum(per_code)
    if n == 0:
        return ()

    def maak(maat: Maat, waarde: float, teller: int | None = None, categorie: str = "") -> Cijfer:
        interval = (
            None if categorie else Interval(laag=waarde - 0.01, hoog=waarde + 0.01, methode=Intervalmethode.WILSON)
        )
        return Cijfer(maat=maat, categorie=categorie, waarde=waarde, teller=teller, noemer=n, interval=interval)

    if schaal.soort.heeft_codes:
        gunstig = sum(aantal for code, aantal in zip(schaal.codes, per_code, strict=True) if code in schaal.gunstig)
        eerste = (maak(Maat.GUNSTIG, gunstig / n, gunstig),) if schaal.gunstig else ()
        paren = zip(schaal.codes, per_code, strict=True)
        gemiddelde = sum(code * aantal for code, aantal in zip(schaal.codes, per_code, strict=True)) / n
        return (
            *eerste,
            *(maak(Maat.VERDELING, aantal / n, aantal, str(code)) for code, aantal in paren),
            maak(Maat.GEMIDDELDE, gemiddelde),
        )
    if schaal.soort is Schaalsoort.NPS:
        return (maak(Maat.NPS, 100 * (per_code[2] - per_code[0]) / n),)
    if schaal.soort is Schaalsoort.GETAL:
        return (maak(Maat.GEMIDDELDE, 12.3456),)
    return (maak(Maat.GEMIDDELDE, sum(vak * aantal for vak, aantal in enumerate(per_code, start=1)) / n),)


def tel_op(boom: Boom, per_blad: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Tel bladen op tot elk onderdeel; wie geen locatie heeft, staat in `per_blad` bij de organisatie zelf."""
    breedte = len(next(iter(per_blad.values())))
    geteld: dict[str, tuple[int, ...]] = {}
    for onderdeel in boom.onderdelen:
        namen = set(boom.bladeren[onderdeel.id]) | ({ORGANISATIE} if onderdeel.ouder is None else set())
        groepen = [per_blad[naam] for naam in sorted(namen) if naam in per_blad]
        geteld[onderdeel.id] = tuple(sum(groep[vak] for groep in groepen) for vak in range(breedte))
    return geteld


def maak_indicatoren(
    boom: Boom,
    vragen: Sequence[Gevraagd],
    antwoorden: Antwoorden,
    *,
    deelnemers: Mapping[str, int] | None = None,
    uitgenodigd: Mapping[str, int] | None = None,
    kengetallen: Sequence[Kengetalmeting] = (),
    niet_gevraagd: Mapping[int, tuple[Doelgroep, ...]] | None = None,
    weet_niet: int = 0,
) -> Indicatoren:
    """Interne cijfers met `antwoorden[vraag][blad]`; zonder `deelnemers` is dat het grootste aantal antwoorden."""
    metingen = [
        meet(gevraagd, onderdeel, per_code, weet_niet=weet_niet)
        for gevraagd in vragen
        for onderdeel, per_code in tel_op(boom, antwoorden[gevraagd.vraag.id]).items()
    ]
    respons: list[Responsmeting] = []
    for jaar, doelgroep in dict.fromkeys((gevraagd.jaar, gevraagd.doelgroep) for gevraagd in vragen):
        eigen = [antwoorden[v.vraag.id] for v in vragen if (v.jaar, v.doelgroep) == (jaar, doelgroep)]
        bladen = {blad for per_blad in eigen for blad in per_blad}
        grootste = {blad: max(sum(per_blad.get(blad, ())) for per_blad in eigen) for blad in bladen}
        mensen = tel_op(boom, {blad: (aantal,) for blad, aantal in (deelnemers or grootste).items()})
        gevraagden = tel_op(boom, {blad: (aantal,) for blad, aantal in uitgenodigd.items()}) if uitgenodigd else {}
        respons += [
            Responsmeting(
                jaar=jaar,
                doelgroep=doelgroep,
                onderdeel=onderdeel,
                deelnemers=aantal,
                volledig=0,
                uitgenodigd=gevraagden[onderdeel][0] if onderdeel in gevraagden else None,
                populatie=None,
            )
            for onderdeel, (aantal,) in mensen.items()
        ]
    return Indicatoren(
        boom=boom,
        jaar=JAAR,
        gevraagd=tuple(vragen),
        metingen=tuple(metingen),
        respons=tuple(respons),
        kengetallen=tuple(kengetallen),
        niet_gevraagd=niet_gevraagd or {},
    )


def maak_kengetal(
    naam: str, per_onderdeel: Mapping[str, tuple[int, int | None]], *, soort: Kengetalsoort, over_mensen: bool = True
) -> list[Kengetalmeting]:
    """Een kengetal met (teller, noemer) per onderdeel, precies zoals gegeven."""
    kengetal = Kengetal(
        id=naam, naam=naam, teller="t", noemer="n", normen=("C2",), soort=soort, over_mensen=over_mensen
    )
    return [
        Kengetalmeting(
            jaar=JAAR,
            kengetal=kengetal,
            pijler="clienten",
            onderdeel=onderdeel,
            teller=teller,
            noemer=noemer,
            waarde=teller / noemer if noemer else float(teller),
            toelichting="",
        )
        for onderdeel, (teller, noemer) in per_onderdeel.items()
    ]


def verzin_boom(toeval: random.Random, bladeren: int) -> Boom:
    """Een boom met zoveel locaties, verdeeld over nul tot drie regio's (een regio kan één locatie hebben)."""
    aantal_regios = toeval.randint(0, min(3, bladeren))
    regios: dict[str, list[str]] = {"": [], **{f"regio{nummer}": [] for nummer in range(aantal_regios)}}
    namen = list(regios)
    for nummer in range(bladeren):
        regios[toeval.choice(namen)].append(f"loc{nummer}")
    return maak_boom({regio: locaties for regio, locaties in regios.items() if locaties})


def verzin_vakken(toeval: random.Random, n: int, aantal_vakken: int, scheef: float) -> tuple[int, ...]:
    """Verdeel n mensen over vakken; hoe schever, hoe meer in één vak."""
    gewichten = [toeval.random() ** scheef for _ in range(aantal_vakken)]
    vakken = [0] * aantal_vakken
    for vak in toeval.choices(range(aantal_vakken), weights=gewichten, k=n):
        vakken[vak] += 1
    return tuple(vakken)
