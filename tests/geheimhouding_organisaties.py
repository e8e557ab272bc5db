"""Verzonnen organisaties voor de toetsen van de geheimhouding: bomen, vragen en tellingen, zonder bron of marge."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import floor, fsum, sqrt

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
from kwaliteit.begrippen.vragenlijst import (
    Kengetal,
    Kengetalsoort,
    Ontbreekregel,
    Samenstelling,
    Schaal,
    Schaalsoort,
    Vraag,
)
from kwaliteit.formules.marges import bereken_t
from kwaliteit.kaders import lees_rekenregels

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
MEER = Schaal(naam="meer", soort=Schaalsoort.MEERKEUZE, codes=(1, 2, 3), labels=("geld", "werk", "wonen"))
EENS3 = Schaal(
    naam="eens3", soort=Schaalsoort.LIKERT, codes=(1, 2, 3), labels=("oneens", "tussenin", "eens"), gunstig=(3,)
)
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
    return replace(lees_rekenregels(), drempel=drempel, band=band, procent_vanaf=procent_vanaf)


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


def maak_vraag(
    naam: str,
    schaal: Schaal = EENS5,
    *,
    normen: tuple[str, ...] = ("C1",),
    alleen: bool = False,
    score: bool = False,
    topbox: bool = False,
) -> Vraag:
    """Een vraag met deze schaal."""
    return Vraag(
        id=naam,
        tekst=f"Vraag {naam}",
        schaal=schaal,
        normen=normen,
        alleen_organisatie=alleen,
        met_score=score,
        met_topbox=topbox,
    )


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
        cijfers=_maak_cijfers(gevraagd.vraag, sum(per_code), per_code, None),
    )


def _maak_cijfers(vraag: Vraag, n: int, per_code: tuple[int, ...], populatie: int | None) -> tuple[Cijfer, ...]:
    schaal = vraag.schaal
    if n == 0:
        return ()

    def maak(maat: Maat, waarde: float, teller: int | None = None, categorie: str = "") -> Cijfer:
        interval = (
            None if categorie else Interval(laag=waarde - 0.01, hoog=waarde + 0.01, methode=Intervalmethode.WILSON)
        )
        return Cijfer(maat=maat, categorie=categorie, waarde=waarde, teller=teller, noemer=n, interval=interval)

    paren = list(zip(schaal.codes, per_code, strict=False))
    delen = tuple(maak(Maat.VERDELING, aantal / n, aantal, str(code)) for code, aantal in paren)
    if schaal.soort is Schaalsoort.MEERKEUZE:
        return delen
    if schaal.soort.heeft_codes:
        gunstig = sum(aantal for code, aantal in paren if code in schaal.gunstig)
        eerste = (maak(Maat.GUNSTIG, gunstig / n, gunstig),) if schaal.gunstig else ()
        laagste, hoogste = schaal.bereik
        getallen = [100 * (code - laagste) / (hoogste - laagste) for code, aantal in paren for _ in range(aantal)]
        score = (middel(Maat.SCORE, getallen, (0, 100), populatie),) if vraag.met_score else ()
        top = dict(paren)[max(schaal.codes)]
        topbox = (maak(Maat.TOPBOX, top / n, top),) if vraag.met_topbox else ()
        gemiddelde = sum(code * aantal for code, aantal in paren) / n
        return (*eerste, *delen, maak(Maat.GEMIDDELDE, gemiddelde), *score, *topbox)
    if schaal.soort is Schaalsoort.NPS:
        return (maak(Maat.NPS, 100 * (per_code[2] - per_code[0]) / n),)
    if schaal.soort is Schaalsoort.GETAL:
        return (maak(Maat.GEMIDDELDE, 12.3456),)
    getallen = [float(vak) for vak, aantal in enumerate(per_code, start=1) for _ in range(aantal)]
    return (middel(Maat.GEMIDDELDE, getallen, schaal.bereik, populatie),)


def middel(maat: Maat, getallen: Sequence[float], bereik: tuple[float, float], populatie: int | None = None) -> Cijfer:
    """Het gemiddelde van losse getallen, met de echte marge van 95%."""
    n = len(getallen)
    gemiddelde = fsum(getallen) / n
    afwijking = sqrt(fsum((getal - gemiddelde) ** 2 for getal in getallen) / (n - 1)) if n > 1 else 0.0
    interval = None
    if n > 1:
        laag, hoog = bereken_t(gemiddelde, afwijking, n, populatie)
        interval = Interval(laag=max(bereik[0], laag), hoog=min(bereik[1], hoog), methode=Intervalmethode.T)
    return Cijfer(
        maat=maat, categorie="", waarde=gemiddelde, teller=None, noemer=n, interval=interval, afwijking=afwijking
    )


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


# --- mensen met meer antwoorden: meerkeuze en schaalscores -----------------------------------------------------------

Mens = tuple[int | None, ...]
"""Wat één mens op elke vraag antwoordde, of bij meerkeuze per antwoord 1 (gekozen) of 0."""

Mensen = Mapping[str, Sequence[Mens]]
"""Per blad de mensen."""


def maak_schaalvraag(
    naam: str, delen: Sequence[Vraag], *, op_100: bool = False, gunstig_boven: float | None = None
) -> Vraag:
    """Een schaalscore over deze vragen, met de regel helft."""
    laagste, hoogste = (0.0, 100.0) if op_100 else delen[0].schaal.bereik
    return Vraag(
        id=naam,
        tekst=f"Schaal {naam}",
        schaal=Schaal(naam=naam, soort=Schaalsoort.SCHAALSCORE, laagste=laagste, hoogste=hoogste),
        normen=("C1",),
        samenstelling=Samenstelling(
            vragen=tuple(vraag.id for vraag in delen),
            regel=Ontbreekregel.HELFT,
            op_100=op_100,
            gunstig_boven=gunstig_boven,
            instrument="proef",
            versie="1",
            bron="verzonnen",
        ),
    )


def geef_score(mens: Mens) -> Fraction | None:
    """De score van een mens: het gemiddelde als minstens de helft beantwoord is."""
    gegeven = [antwoord for antwoord in mens if antwoord is not None]
    return Fraction(sum(gegeven), len(gegeven)) if gegeven and 2 * len(gegeven) >= len(mens) else None


def verzamel(boom: Boom, mensen: Mensen) -> dict[str, list[Mens]]:
    """De mensen in elk onderdeel."""
    alle: dict[str, list[Mens]] = {}
    for onderdeel in boom.onderdelen:
        namen = set(boom.bladeren[onderdeel.id]) | ({ORGANISATIE} if onderdeel.ouder is None else set())
        alle[onderdeel.id] = [mens for naam in sorted(namen) for mens in mensen.get(naam, ())]
    return alle


def meet_schaal(gevraagd: Gevraagd, onderdeel: str, mensen: Sequence[Mens], codes: tuple[int, ...]) -> Meting:
    """De meting van een schaalscore, uit de antwoorden van losse mensen."""
    samenstelling, schaal = gevraagd.vraag.samenstelling, gevraagd.vraag.schaal
    assert samenstelling is not None
    scores = [score for mens in mensen if (score := geef_score(mens)) is not None]
    vakken = [floor(score + Fraction(1, 2)) - codes[0] for score in scores]
    laagste, hoogste = codes[0], codes[-1]
    getallen = [
        float(100 * (score - laagste) / (hoogste - laagste)) if samenstelling.op_100 else float(score)
        for score in scores
    ]
    maat = Maat.SCORE if samenstelling.op_100 else Maat.GEMIDDELDE
    cijfers = [middel(maat, getallen, schaal.bereik)] if scores else []
    if scores and samenstelling.gunstig_boven is not None:
        gunstig = sum(score > samenstelling.gunstig_boven for score in scores)
        cijfers.append(
            Cijfer(
                maat=Maat.GUNSTIG,
                categorie="",
                waarde=gunstig / len(scores),
                teller=gunstig,
                noemer=len(scores),
                interval=None,
            )
        )
    return Meting(
        gevraagd=gevraagd,
        onderdeel=onderdeel,
        n=len(scores),
        per_code=tuple(vakken.count(vak) for vak in range(hoogste - laagste + 1)),
        aantal_nvt=0,
        aantal_weet_niet=0,
        populatie=None,
        cijfers=tuple(cijfers),
    )


def maak_met_schaal(boom: Boom, delen: Sequence[Vraag], schaal: Vraag, mensen: Mensen) -> Indicatoren:
    """Interne cijfers van de vragen van een schaal, en van de schaalscore zelf."""
    codes = delen[0].schaal.codes
    namen = [*mensen]
    antwoorden = {
        vraag.id: {naam: tuple(sum(mens[plaats] == code for mens in mensen[naam]) for code in codes) for naam in namen}
        for plaats, vraag in enumerate(delen)
    }
    deelnemers = {naam: sum(any(antwoord is not None for antwoord in mens) for mens in mensen[naam]) for naam in namen}
    intern = maak_indicatoren(boom, [stel(vraag) for vraag in delen], antwoorden, deelnemers=deelnemers)
    gevraagd = stel(schaal)
    metingen = [meet_schaal(gevraagd, onderdeel, er, codes) for onderdeel, er in verzamel(boom, mensen).items()]
    return replace(intern, gevraagd=(*intern.gevraagd, gevraagd), metingen=(*intern.metingen, *metingen))


def maak_meerkeuze(boom: Boom, vraag: Vraag, mensen: Mensen) -> Indicatoren:
    """Interne cijfers van een meerkeuzevraag, uit wat losse mensen kozen."""
    kozen = {blad: [mens for mens in er if any(mens)] for blad, er in mensen.items()}
    return maak_meerkeuze_uit_tellingen(
        boom,
        vraag,
        {
            blad: (len(er), tuple(sum(mens[vak] or 0 for mens in er) for vak in range(len(vraag.schaal.codes))))
            for blad, er in kozen.items()
        },
    )


def maak_meerkeuze_uit_tellingen(
    boom: Boom, vraag: Vraag, tellingen: Mapping[str, tuple[int, tuple[int, ...]]]
) -> Indicatoren:
    """Interne cijfers van een meerkeuzevraag: per blad wie iets koos, en hoe vaak elk antwoord."""
    gevraagd = stel(vraag)
    metingen = []
    for onderdeel, (n, *per_code) in tel_op(boom, {blad: (n, *keer) for blad, (n, keer) in tellingen.items()}).items():
        cijfers = _maak_cijfers(vraag, n, tuple(per_code), None)
        metingen.append(replace(meet(gevraagd, onderdeel, tuple(per_code)), n=n, cijfers=cijfers))
    leeg = maak_indicatoren(boom, [], {})
    return replace(leeg, gevraagd=(gevraagd,), metingen=tuple(metingen))
