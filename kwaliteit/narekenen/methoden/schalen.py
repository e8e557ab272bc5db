"""Methoden voor een schaal: een score over meer vragen, alfa, omkeren en omrekenen."""

from collections.abc import Callable
from math import fsum

from kwaliteit.begrippen.narekening import Uitkomstwaarde
from kwaliteit.begrippen.narekening import schrijf_in_zes_cijfers as s
from kwaliteit.formules.omrekenen import keer_om, reken_naar_100
from kwaliteit.formules.schaalscore import (
    bereken_alfa,
    bereken_deel_positief,
    bereken_score,
    eis_helft,
    eis_twee_derde,
    kies_volledig,
)
from kwaliteit.narekenen.methoden.vorm import (
    Berekening,
    Eis,
    Invoer,
    Methode,
    genoeg,
    getal,
    getallen,
    rijen,
)


def _reken_helft(invoer: Invoer) -> Berekening:
    return _reken_schaal(invoer, eis_helft, met_deel=False)


def _reken_twee_derde(invoer: Invoer) -> Berekening:
    return _reken_schaal(invoer, eis_twee_derde, met_deel=True)


def _reken_schaal(invoer: Invoer, eis: Callable[[int], int], *, met_deel: bool) -> Berekening:
    alle = invoer.rijen("rijen")
    vragen = len(alle[0])
    minstens = eis(vragen)
    scores = tuple(bereken_score(rij, minstens) for rij in alle)
    gescoord = [score for score in scores if score is not None]
    uitkomst: dict[str, Uitkomstwaarde] = {
        "scores": scores,
        "n": len(gescoord),
        "gemiddelde": fsum(gescoord) / len(gescoord) if gescoord else None,
    }
    if met_deel:
        uitkomst["deel_boven_3_5"] = bereken_deel_positief(scores)
    eerste = next((rij for rij in alle if bereken_score(rij, minstens) is not None), None)
    return Berekening(
        uitkomst=uitkomst,
        ingevuld=f"minstens {minstens} van {vragen} beantwoord; {_vul_score_in(eerste)}",
    )


def _vul_score_in(rij: tuple[float | None, ...] | None) -> str:
    if rij is None:
        return "niemand heeft een score"
    gegeven = [waarde for waarde in rij if waarde is not None]
    som = " + ".join(_haak(waarde) for waarde in gegeven)
    return f"eerste score: ({som})/{len(gegeven)} = {s(fsum(gegeven) / len(gegeven))}"


def _reken_alfa(invoer: Invoer) -> Berekening:
    alle = invoer.rijen("rijen")
    alfa = bereken_alfa(alle)
    if alfa is None:
        raise ValueError("zonder spreiding is er geen alfa; de eisen hadden dit moeten tegenhouden")
    n, vragen = sum(kies_volledig(rij) is not None for rij in alle), len(alle[0])
    deel = 1 - alfa * (vragen - 1) / vragen
    return Berekening(
        uitkomst={"waarde": alfa, "n": n, "vragen": vragen},
        ingevuld=f"{vragen}/({vragen} − 1)·(1 − {s(deel)}) = {s(alfa)}, over {n} volledige rijen",
    )


def _reken_omkeren(invoer: Invoer) -> Berekening:
    laagste, hoogste, lijst = invoer.getal("min"), invoer.getal("max"), invoer.lijst("x")
    omgekeerd = tuple(None if waarde is None else keer_om(laagste, hoogste, waarde) for waarde in lijst)
    uitkomst: dict[str, Uitkomstwaarde] = {"waarde": omgekeerd[0] if len(lijst) == 1 else omgekeerd}
    if len(lijst) > 1:
        gegeven = [waarde for waarde in omgekeerd if waarde is not None]
        gemiddelde = fsum(gegeven) / len(gegeven)
        uitkomst |= {"gemiddelde": gemiddelde, "score": reken_naar_100(laagste, hoogste, gemiddelde)}
    eerste = next(waarde for waarde in lijst if waarde is not None)
    return Berekening(
        uitkomst=uitkomst,
        ingevuld=(
            f"x' = {_haak(laagste)} + {_haak(hoogste)} − {_haak(eerste)} = {s(keer_om(laagste, hoogste, eerste))}"
            + (", en zo voor elke waarde" if len(lijst) > 1 else "")
        ),
    )


def _reken_score0100(invoer: Invoer) -> Berekening:
    laagste, hoogste, lijst = invoer.getal("min"), invoer.getal("max"), invoer.lijst("x")
    gegeven = invoer.gegeven("x")
    gemiddelde = fsum(gegeven) / len(gegeven)
    score = reken_naar_100(laagste, hoogste, gemiddelde)
    uitkomst: dict[str, Uitkomstwaarde] = {"waarde": score}
    if len(lijst) > 1:
        uitkomst |= {
            "scores": tuple(None if waarde is None else reken_naar_100(laagste, hoogste, waarde) for waarde in lijst),
            "gemiddelde": gemiddelde,
            "topbox": sum(waarde == hoogste for waarde in gegeven) / len(gegeven),
        }
        if (laagste, hoogste) == (1, 5):
            uitkomst["gunstig"] = sum(waarde >= 4 for waarde in gegeven) / len(gegeven)
    return Berekening(
        uitkomst=uitkomst,
        ingevuld=f"100·({s(gemiddelde)} − {_haak(laagste)}) / ({s(hoogste)} − {_haak(laagste)}) = {s(score)}",
    )


def _haak(waarde: float) -> str:
    return f"({s(waarde)})" if waarde < 0 else s(waarde)


def _telt_volledig(invoer: Invoer) -> int:
    return sum(kies_volledig(rij) is not None for rij in invoer.rijen("rijen"))


_OP_DE_SCHAAL = (
    Eis(
        namen=("min", "max"),
        klopt=lambda invoer: invoer.getal("min") < invoer.getal("max"),
        wat="min is niet lager dan max",
        verwacht="min lager dan max",
    ),
    genoeg("x", 1),
    Eis(
        namen=("min", "max", "x"),
        klopt=lambda invoer: all(
            invoer.getal("min") <= waarde <= invoer.getal("max") or invoer.getal("min") >= invoer.getal("max")
            for waarde in invoer.gegeven("x")
        ),
        wat="x heeft een waarde buiten de schaal",
        verwacht="waarden van min tot en met max; het verslag telt een waarde buiten de schaal nooit mee",
    ),
)
_SCHAALVELDEN = (getal("min"), getal("max"), getallen("x"))

METHODEN = (
    Methode(
        naam="schaal_helft",
        doel="Score per persoon over meer vragen, als minstens de helft beantwoord is.",
        vormen=((rijen("rijen"),),),
        eisen=(),
        uitkomst="scores (leeg = geen score), n, gemiddelde",
        formule="gemiddelde van de beantwoorde vragen, als dat er minstens ⌈vragen/2⌉ zijn",
        bron="Rekenregels 3; Fayers en Machin (2016), de regel van de helft.",
        voorbeeld="rijen='5,4,,4;5,,,3;,,,4;1,2,3,4'",
        bereken=_reken_helft,
    ),
    Methode(
        naam="schaal_twee_derde",
        doel="Score per persoon over meer vragen, als minstens twee derde beantwoord is.",
        vormen=((rijen("rijen"),),),
        eisen=(),
        uitkomst="scores (leeg = geen score), n, gemiddelde, deel_boven_3_5",
        formule="gemiddelde van de beantwoorde vragen, als dat er minstens ⌈2·vragen/3⌉ zijn; positief is boven 3,5",
        bron="Rekenregels 3; MHSIP, zoals beschreven door NYC DOHMH (qi_acs_clinic_explain).",
        voorbeeld="rijen='5,4,,4;5,,,3;,,,4;1,2,3,4'",
        bereken=_reken_twee_derde,
    ),
    Methode(
        naam="alfa",
        doel="Cronbachs alfa: passen de vragen van een schaal bij elkaar? Over wie alles beantwoordde.",
        vormen=((rijen("rijen"),),),
        eisen=(
            Eis(
                namen=("rijen",),
                klopt=lambda invoer: len(invoer.rijen("rijen")[0]) >= 2,
                wat="er is maar één vraag per rij",
                verwacht="minstens twee vragen per rij",
            ),
            Eis(
                namen=("rijen",),
                klopt=lambda invoer: _telt_volledig(invoer) >= 2,
                wat="er zijn te weinig volledige rijen",
                verwacht="minstens twee rijen zonder ontbrekende waarde",
            ),
            Eis(
                namen=("rijen",),
                klopt=lambda invoer: (
                    bereken_alfa(invoer.rijen("rijen")) is not None
                    or _telt_volledig(invoer) < 2
                    or len(invoer.rijen("rijen")[0]) < 2
                ),
                wat="alle volledige rijen hebben dezelfde som",
                verwacht="rijen die van elkaar verschillen",
            ),
        ),
        uitkomst="waarde, n, vragen",
        formule="m/(m−1)·(1 − Σ s²ᵢ / s²_som), spreidingen met deler n − 1",
        bron="Rekenregels 3; Cronbach (1951).",
        voorbeeld="rijen='4,5,4,4;3,4,3,3;5,5,4,5'",
        bereken=_reken_alfa,
    ),
    Methode(
        naam="omkeren",
        doel="Waarde van een omgekeerde vraag op een schaal van min tot max; x is één waarde of een lijst.",
        vormen=(_SCHAALVELDEN,),
        eisen=_OP_DE_SCHAAL,
        uitkomst="waarde (bij een lijst ook gemiddelde en score)",
        formule="x' = min + max − x",
        bron="Rekenregels 1.",
        voorbeeld="min=1 max=5 x=4",
        bereken=_reken_omkeren,
    ),
    Methode(
        naam="score0100",
        doel="Score van 0 tot 100 op een schaal van min tot max; x is één waarde of een lijst.",
        vormen=(_SCHAALVELDEN,),
        eisen=_OP_DE_SCHAAL,
        uitkomst="waarde (bij een lijst ook scores, gemiddelde, topbox, en op 1 tot 5 gunstig)",
        formule="100·(x − min) / (max − min); bij een lijst het gemiddelde daarvan",
        bron="Rekenregels 2; 'linear mean', healthcaredelivery.cancer.gov/seer-cahps.",
        voorbeeld="min=1 max=5 x=5,4,4,3,2",
        bereken=_reken_score0100,
    ),
)
