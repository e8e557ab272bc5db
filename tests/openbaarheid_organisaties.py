"""Willekeurige organisaties voor de openbaarheidstoets: van verzonnen antwoorden tot de echte csv-tekst."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest

from kwaliteit.begrippen.bevinding import heeft_ernstige
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Indicatoren, Kengetalmeting, Maat, Meting
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom
from kwaliteit.begrippen.openbaar import Beveiligd, OpenbaarCijfer, OpenbareIndicatoren
from kwaliteit.begrippen.register import REGISTERKOLOMMEN, REGISTERPAD, Gepubliceerd, Register
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Kengetalsoort, Schaal, Vraag
from kwaliteit.begrippen.werkmap import Correctie, Correctiekeuze
from kwaliteit.geheimhouding import beveilig, marge, meerkeuze
from kwaliteit.openbaarheidstoets.rijen import Geheim, Versie, lees_register, lees_respons, lees_rijen, ontleed
from kwaliteit.openbaarheidstoets.toetsen import Stof, toets_cijfers
from kwaliteit.openbaarheidstoets.vraagtoets import Grenzen, Sleutel, Vraaguitslag
from kwaliteit.uitvoer.csvtekst import getal_als_tekst, regels_als_csv, zonder_formule
from tests.geheimhouding_organisaties import (
    CIJFER10,
    EENS3,
    EENS5,
    JA_NEE,
    KADER,
    KEUZE,
    MEER,
    NPS,
    maak_indicatoren,
    maak_kengetal,
    maak_meerkeuze,
    maak_met_schaal,
    maak_regels,
    maak_schaalvraag,
    maak_vraag,
    stel,
    tel_op,
    verzin_boom,
)
from tests.test_geheimhouding_orakel import zonder_stap_a, zonder_stap_b, zonder_stap_c, zonder_trappen

INDICATORKOPPEN = [
    "jaar",
    "indicator",
    "doelgroep",
    "onderdeel",
    "niveau",
    "maat",
    "categorie",
    "waarde",
    "teller",
    "noemer",
    "ondergrens",
    "bovengrens",
    "uitgenodigd",
    "status",
    "toelichting",
    "interval_methode",
]
RESPONSKOPPEN = [
    "jaar",
    "doelgroep",
    "onderdeel",
    "niveau",
    "deelnemers",
    "uitgenodigd",
    "respons",
    "status",
    "toelichting",
]


@dataclass(frozen=True, kw_only=True)
class Organisatie:
    """Een verzonnen organisatie met haar interne cijfers en de grenzen die zij gebruikt."""

    zaad: int
    intern: Indicatoren
    regels: Rekenregels
    eerder: Indicatoren | None = None
    """De interne cijfers van een eerdere versie van hetzelfde jaar, die al gepubliceerd is."""

    @property
    def grenzen(self) -> Grenzen:
        return Grenzen(drempel=self.regels.drempel, band=self.regels.band)

    def publiceer_eerder(self) -> OpenbareIndicatoren | None:
        """Wat er eerder openbaar werd."""
        return None if self.eerder is None else beveilig(self.eerder, KADER, self.regels).openbaar

    def publiceer(self, eerder: OpenbareIndicatoren | None = None) -> Beveiligd | None:
        """Wat er echt openbaar zou worden, gegeven wat er eerder openbaar werd; None als dat tegengehouden wordt.

        Verschilt een cijfer te weinig van eerder, dan kiest de organisatie: het oude houden, of verbergen.
        """
        register = _maak_register(eerder)
        beveiligd = beveilig(self.intern, KADER, self.regels, register)
        if not heeft_ernstige(beveiligd.bevindingen):
            return beveiligd
        keuze = Correctiekeuze.BEHOUD if self.zaad % 2 else Correctiekeuze.VERBERG
        correcties = tuple(
            Correctie(jaar=jaar, indicator=indicator, doelgroep=doelgroep, keuze=keuze, reden="proef")
            for jaar, indicator, doelgroep in dict.fromkeys(
                (r.jaar, r.indicator, r.doelgroep) for r in register.cijfers
            )
        )
        beveiligd = beveilig(self.intern, KADER, self.regels, register, correcties)
        return None if heeft_ernstige(beveiligd.bevindingen) else beveiligd


def verzin_organisatie(zaad: int) -> Organisatie:
    """Een tot zes bladeren; losse vragen van een willekeurige soort, een schaal met haar vragen, of een meerkeuzevraag.

    Soms met een kengetal, uitgenodigden, ervaringsdeskundigen of een eerdere versie.
    """
    toeval = random.Random(zaad)
    soort = toeval.random()
    if soort < 0.12:
        return _verzin_met_mensen(zaad, toeval, is_schaal=True)
    if soort < 0.24:
        return _verzin_met_mensen(zaad, toeval, is_schaal=False)
    return _verzin_los(zaad, toeval)


def _verzin_los(zaad: int, toeval: random.Random) -> Organisatie:
    boom = verzin_boom(toeval, toeval.randint(1, 5))
    bladeren = sorted(boom.bladeren[ORGANISATIE]) + ([ORGANISATIE] if toeval.random() < 0.3 else [])
    band = toeval.choice([2, 3])
    drempel = max(2 * band - 1, toeval.randint(4, 10))
    regels = maak_regels(drempel=drempel, band=band, procent_vanaf=toeval.choice([drempel, drempel + 4, 30]))
    groottes = toeval.choice([[0, 2, 4, 6, 8, 10, 12, 14], [0, 3, 6, 9, 15, 30], [4, 8, 12, 20, 40]])
    mensen = {blad: toeval.choice(groottes) for blad in bladeren}
    soorten = [EENS5, EENS5, JA_NEE, KEUZE, CIJFER10, NPS]
    vragen = [
        stel(_maak_vraag(toeval, f"V{nummer}", toeval.choice(soorten))) for nummer in range(1, toeval.randint(1, 3) + 1)
    ]
    antwoorden = {
        gevraagd.vraag.id: {
            blad: _antwoord(toeval, gevraagd.vraag.schaal, max(0, mensen[blad] - toeval.choice([0, 0, 0, 1, 2])))
            for blad in bladeren
        }
        for gevraagd in vragen
    }
    if toeval.random() < 0.15:
        _voeg_ervaringsdeskundigen_toe(toeval, vragen, antwoorden)
    deelnemers = {blad: max(sum(per_blad.get(blad, ())) for per_blad in antwoorden.values()) for blad in bladeren}
    uitgenodigd = (
        {blad: aantal + toeval.choice([0, 1, 5, 20]) for blad, aantal in deelnemers.items()}
        if toeval.random() < 0.4
        else None
    )
    kengetallen: list[Kengetalmeting] = []
    delen: dict[str, tuple[int, ...]] = {}
    if toeval.random() < 0.3:
        delen = {blad: _antwoord(toeval, JA_NEE, mensen[blad]) for blad in bladeren}
        geteld = tel_op(boom, delen)
        gegeven = {
            o.id: (geteld[o.id][0], sum(geteld[o.id]))
            for o in boom.onderdelen
            if not o.ouder or not boom.kinderen[o.id] or toeval.random() < 0.5
        }
        kengetallen = maak_kengetal("K1", gegeven, soort=Kengetalsoort.VERHOUDING)
    intern = maak_indicatoren(boom, vragen, antwoorden, uitgenodigd=uitgenodigd, kengetallen=kengetallen)
    eerder = None
    if toeval.random() < 0.2:
        ander = {naam: _verander(toeval, per_blad) for naam, per_blad in antwoorden.items()}
        # Een eigen reeks, zodat de rest van elke organisatie niet verandert.
        eigen = random.Random(f"eerder {zaad}")
        toen = {blad: _schuif(eigen, aantal) for blad, aantal in uitgenodigd.items()} if uitgenodigd else None
        eerder = maak_indicatoren(
            boom, vragen, ander, uitgenodigd=toen, kengetallen=_verander_kengetallen(eigen, boom, kengetallen, delen)
        )
    return Organisatie(zaad=zaad, intern=intern, regels=regels, eerder=eerder)


def _maak_vraag(toeval: random.Random, naam: str, schaal: Schaal) -> Vraag:
    is_likert = schaal is EENS5
    return maak_vraag(
        naam,
        schaal,
        alleen=toeval.random() < 0.05,
        score=is_likert and toeval.random() < 0.3,
        topbox=is_likert and toeval.random() < 0.3,
    )


def _verander(toeval: random.Random, per_blad: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Dezelfde antwoorden een versie eerder: vaak gelijk, soms een paar mensen minder of anders."""
    uit = dict(per_blad)
    for blad, vakken in per_blad.items():
        nieuw, wat = list(vakken), toeval.random()
        vol = [vak for vak, aantal in enumerate(nieuw) if aantal]
        if wat < 0.15 and vol:
            nieuw[toeval.choice(vol)] -= 1
        elif wat < 0.25 and vol:
            nieuw[toeval.choice(vol)] -= 1
            nieuw[toeval.randrange(len(nieuw))] += 1
        elif wat < 0.35:
            nieuw = [aantal + toeval.choice([0, 2, 8]) for aantal in nieuw]
        uit[blad] = tuple(nieuw)
    return uit


def _schuif(toeval: random.Random, aantal: int) -> int:
    """Een aantal een versie eerder: vaak gelijk, soms een paar of een groep mensen anders."""
    return max(0, aantal + toeval.choice([0, 0, 0, 0, 0, -1, 1, -4, 8, 12]))


def _verander_kengetallen(
    toeval: random.Random, boom: Boom, nu: list[Kengetalmeting], delen: dict[str, tuple[int, ...]]
) -> list[Kengetalmeting]:
    """Hetzelfde kengetal een versie eerder, bij dezelfde onderdelen."""
    geteld = tel_op(boom, _verander(toeval, delen)) if nu else {}
    gegeven = {meting.onderdeel: (geteld[meting.onderdeel][0], sum(geteld[meting.onderdeel])) for meting in nu}
    return maak_kengetal("K1", gegeven, soort=Kengetalsoort.VERHOUDING) if gegeven else []


def _verzin_met_mensen(zaad: int, toeval: random.Random, *, is_schaal: bool) -> Organisatie:
    """Losse mensen met meer antwoorden: een schaal van twee of drie vragen, of een meerkeuzevraag."""
    boom = verzin_boom(toeval, toeval.randint(1, 5))
    bladeren = sorted(boom.bladeren[ORGANISATIE])
    band = toeval.choice([2, 3])
    drempel = max(2 * band - 1, toeval.randint(4, 10))
    regels = maak_regels(drempel=drempel, band=band, procent_vanaf=toeval.choice([drempel, drempel + 4, 30]))
    grootte = {blad: toeval.choice([0, 3, 6, 9, 12, 16, 25]) for blad in bladeren}
    kans = [toeval.choice([0.05, 0.3, 0.6, 0.95]) for _ in range(3)]
    if is_schaal:
        delen = [maak_vraag(f"V{nummer}", EENS3) for nummer in range(1, toeval.randint(2, 3) + 1)]
        op_100 = toeval.random() < 0.5
        schaal = maak_schaalvraag("S", delen, op_100=op_100, gunstig_boven=toeval.choice([None, 2.0]))
        mensen = {
            blad: [
                tuple(None if toeval.random() < 0.1 else toeval.choices((1, 2, 3), weights=kans, k=1)[0] for _ in delen)
                for _ in range(grootte[blad])
            ]
            for blad in bladeren
        }
        intern = maak_met_schaal(boom, delen, schaal, mensen)
    else:
        kiezers = {
            blad: [tuple(int(toeval.random() < kans[vak]) for vak in range(3)) for _ in range(grootte[blad])]
            for blad in bladeren
        }
        intern = maak_meerkeuze(boom, maak_vraag("M1", MEER), kiezers)
    return Organisatie(zaad=zaad, intern=intern, regels=regels)


def _breedte(schaal: Schaal) -> int:
    return len(schaal.codes) or (3 if schaal is NPS else 10)


def _antwoord(toeval: random.Random, schaal: Schaal, n: int) -> tuple[int, ...]:
    """Verdeel n mensen; vaak bijna iedereen hetzelfde, soms een vak bij iedereen leeg."""
    breedte = _breedte(schaal)
    if breedte == 2:
        kans = toeval.choice([0.03, 0.1, 0.5, 0.9, 0.97])
        gekozen = [int(toeval.random() >= kans) for _ in range(n)]
    else:
        gewichten = [toeval.random() ** toeval.choice([1, 3]) * toeval.choice([0.2, 1, 1, 5]) for _ in range(breedte)]
        gekozen = toeval.choices(range(breedte), weights=gewichten, k=n)
    return tuple(gekozen.count(vak) for vak in range(breedte))


def _voeg_ervaringsdeskundigen_toe(
    toeval: random.Random, vragen: list[Gevraagd], antwoorden: dict[str, dict[str, tuple[int, ...]]]
) -> None:
    """Een eigen vraag aan ervaringsdeskundigen, alleen voor de hele organisatie."""
    eigen = stel(maak_vraag("ED1", EENS5), doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN)
    vragen.append(eigen)
    antwoorden["ED1"] = {ORGANISATIE: _antwoord(toeval, EENS5, toeval.randint(3, 40))}


# --- naar de csv en terug --------------------------------------------------------------------------------------------


def schrijf_csv(openbaar: OpenbareIndicatoren) -> tuple[str, str]:
    """Geef de tekst van indicatoren.csv en respons.csv, met de echte opmaak van getallen en tekst."""
    indicatoren = [_als_regel(cijfer) for cijfer in openbaar.cijfers if cijfer.maat is not Maat.RESPONS]
    respons = [
        [
            str(cijfer.jaar),
            str(cijfer.doelgroep or ""),
            zonder_formule(cijfer.onderdeelnaam),
            str(cijfer.niveau),
            _geheel(cijfer.teller),
            _geheel(cijfer.noemer),
            _getal(cijfer.waarde),
            str(cijfer.status),
            cijfer.toelichting,
        ]
        for cijfer in openbaar.cijfers
        if cijfer.maat is Maat.RESPONS
    ]
    return regels_als_csv(INDICATORKOPPEN, indicatoren), regels_als_csv(RESPONSKOPPEN, respons)


def _als_regel(cijfer: OpenbaarCijfer) -> list[str]:
    return [
        str(cijfer.jaar),
        cijfer.indicator,
        str(cijfer.doelgroep or ""),
        zonder_formule(cijfer.onderdeelnaam),
        str(cijfer.niveau),
        str(cijfer.maat),
        cijfer.categorie,
        _getal(cijfer.waarde),
        _geheel(cijfer.teller),
        _geheel(cijfer.noemer),
        _getal(cijfer.ondergrens),
        _getal(cijfer.bovengrens),
        _geheel(cijfer.uitgenodigd),
        str(cijfer.status),
        cijfer.toelichting,
        str(cijfer.methode or ""),
    ]


def _getal(waarde: float | None) -> str:
    return "" if waarde is None else getal_als_tekst(waarde)


def _geheel(waarde: int | None) -> str:
    return "" if waarde is None else str(waarde)


OP = date(2025, 3, 1)
"""De dag waarop de eerdere versie is gepubliceerd."""


def _maak_register(openbaar: OpenbareIndicatoren | None) -> Register:
    if openbaar is None:
        return Register()
    return Register(
        cijfers=tuple(
            Gepubliceerd(
                op=OP,
                jaar=cijfer.jaar,
                indicator=cijfer.indicator,
                maat=cijfer.maat,
                categorie=cijfer.categorie,
                doelgroep=cijfer.doelgroep,
                onderdeel=cijfer.onderdeelnaam,
                reeks=cijfer.reeks,
                status=cijfer.status,
                teller=cijfer.teller,
                noemer=cijfer.noemer,
                waarde=cijfer.waarde,
                regel=nummer,
                plek=cijfer.onderdeel,
            )
            for nummer, cijfer in enumerate(openbaar.cijfers, start=2)
        )
    )


def schrijf_register(openbaar: OpenbareIndicatoren) -> str:
    """Geef de tekst van het register na publicatie."""
    regels = [
        [
            OP.isoformat(),
            str(cijfer.jaar),
            cijfer.indicator,
            str(cijfer.maat),
            cijfer.categorie,
            str(cijfer.doelgroep or ""),
            zonder_formule(cijfer.onderdeelnaam),
            cijfer.reeks,
            str(cijfer.status),
            _geheel(cijfer.teller),
            _geheel(cijfer.noemer),
            _getal(cijfer.waarde),
        ]
        for cijfer in openbaar.cijfers
    ]
    return regels_als_csv(REGISTERKOLOMMEN, regels)


def maak_stof(
    organisatie: Organisatie, openbaar: OpenbareIndicatoren, eerder: OpenbareIndicatoren | None = None
) -> Stof:
    """Lees de csv-tekst weer in, met de interne waarheid ernaast."""
    intern = organisatie.intern
    indicatoren, respons = schrijf_csv(openbaar)
    versies: list[Versie] = []
    if eerder is not None:
        versies = lees_register(ontleed(schrijf_register(eerder)), intern.boom, str(REGISTERPAD))
    deelnemers: dict[tuple[int, str], dict[str, int]] = {}
    uitgenodigd: dict[tuple[int, str], dict[str, int]] = {}
    for meting in intern.respons:
        deelnemers.setdefault((meting.jaar, str(meting.doelgroep)), {})[meting.onderdeel] = meting.deelnemers
        if meting.uitgenodigd is not None:
            uitgenodigd.setdefault((meting.jaar, str(meting.doelgroep)), {})[meting.onderdeel] = meting.uitgenodigd
    return Stof(
        boom=intern.boom,
        rijen=[
            *lees_rijen(ontleed(indicatoren), intern.boom, "gegevens/indicatoren.csv"),
            *lees_respons(ontleed(respons), intern.boom, "gegevens/respons.csv"),
        ],
        versies=versies,
        vragen={(g.jaar, str(g.doelgroep), g.vraag.id): g.vraag for g in intern.gevraagd},
        kengetallen={meting.kengetal.id: meting.kengetal for meting in intern.kengetallen},
        geheimen=maak_geheimen(intern),
        deelnemers=deelnemers,
        uitgenodigd=uitgenodigd,
    )


def maak_geheimen(intern: Indicatoren) -> dict[Sleutel, Geheim]:
    """De waarheid per vraag, rechtstreeks uit de metingen."""
    per_vraag: dict[Sleutel, list[Meting]] = {}
    for meting in intern.metingen:
        sleutel = (meting.gevraagd.jaar, str(meting.gevraagd.doelgroep), meting.gevraagd.vraag.id)
        per_vraag.setdefault(sleutel, []).append(meting)
    geheimen = {
        sleutel: Geheim(
            aantal={meting.onderdeel: meting.n for meting in metingen},
            vakken=(
                {meting.onderdeel: meting.per_code for meting in metingen}
                if all(sum(meting.per_code) == meting.n for meting in metingen)
                else None
            ),
            getallen={
                (str(cijfer.maat), cijfer.categorie, meting.onderdeel): (
                    Fraction(cijfer.waarde),
                    cijfer.teller,
                    cijfer.noemer,
                )
                for meting in metingen
                for cijfer in meting.cijfers
            },
            populatie={meting.onderdeel: meting.populatie for meting in metingen},
        )
        for sleutel, metingen in per_vraag.items()
    }
    per_kengetal: dict[Sleutel, list[Kengetalmeting]] = {}
    for kengetal in intern.kengetallen:
        per_kengetal.setdefault((kengetal.jaar, "", kengetal.kengetal.id), []).append(kengetal)
    for sleutel, regels in per_kengetal.items():
        geheimen[sleutel] = Geheim(
            aantal={regel.onderdeel: regel.noemer or 0 for regel in regels},
            vakken={regel.onderdeel: (regel.teller, (regel.noemer or 0) - regel.teller) for regel in regels},
            getallen={
                ("verhouding", "", regel.onderdeel): (Fraction(regel.waarde), regel.teller, regel.noemer)
                for regel in regels
            },
            populatie={},
        )
    return geheimen


def toets_organisatie(
    organisatie: Organisatie, openbaar: OpenbareIndicatoren, eerder: OpenbareIndicatoren | None = None
) -> Vraaguitslag:
    """Schrijf de csv-tekst, lees haar weer en toets."""
    return toets_cijfers(maak_stof(organisatie, openbaar, eerder), organisatie.grenzen)


STAPPEN: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {
    "stap A": zonder_stap_a,
    "stap B": zonder_stap_b,
    "stap C": zonder_stap_c,
    "trappen van de verdeling": zonder_trappen,
    "marges van gemiddelden": lambda patch: patch.setattr(marge, "zoek_vastgelegd", lambda *_: None),
    "meerkeuze": lambda patch: patch.setattr(meerkeuze, "vind_vastgelegd", lambda stuk, keuzes: None),
}
"""Per stap van het verbergen: hoe zij uit te zetten is."""
