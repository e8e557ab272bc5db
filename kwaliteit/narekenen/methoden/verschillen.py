"""Methoden om te vergelijken: twee aandelen, twee gemiddelden, en veel vergelijkingen tegelijk."""

from math import erfc, sqrt

from kwaliteit.begrippen.narekening import schrijf_in_zes_cijfers as s
from kwaliteit.formules.fisher import bereken_fisher
from kwaliteit.formules.gemiddelde import bereken_gemiddelde
from kwaliteit.formules.marges import bereken_wilson, bereken_wilson_eindig
from kwaliteit.formules.newcombe import bereken_newcombe, voeg_marges_samen
from kwaliteit.formules.veeltoetsing import corrigeer
from kwaliteit.formules.verschiltoets import bereken_z, is_klein
from kwaliteit.formules.welch import toets_welch
from kwaliteit.narekenen.methoden.vorm import (
    Berekening,
    Eis,
    Invoer,
    Methode,
    aantal,
    genoeg,
    getallen,
    hoogstens,
    kansen,
    minstens,
)


def _reken_newcombe(invoer: Invoer) -> Berekening:
    x1, n1, x2, n2 = (invoer.aantal(naam) for naam in ("x1", "n1", "x2", "n2"))
    if "N1" in invoer:
        return _reken_newcombe_eindig(x1, n1, invoer.aantal("N1"), x2, n2, invoer.aantal("N2"))
    verschil, laag, hoog = bereken_newcombe(x1, n1, x2, n2)
    z, p_z = bereken_z(x1, n1, x2, n2)
    p_fisher = bereken_fisher(x1, n1, x2, n2)
    klein = is_klein(x1, n1, x2, n2)
    return Berekening(
        uitkomst={
            "verschil": verschil,
            "laag": laag,
            "hoog": hoog,
            "p": p_fisher if klein else p_z,
            "methode": "fisher" if klein else "z",
            "p_z": p_z,
            "p_fisher": p_fisher,
            "z": z,
        },
        ingevuld=_vul_newcombe_in(
            (x1, n1, *bereken_wilson(x1, n1)), (x2, n2, *bereken_wilson(x2, n2)), verschil, laag, hoog
        )
        + (f"; te kleine aantallen voor z: p = {s(p_fisher)} (Fisher)" if klein else f"; z = {s(z)}, p = {s(p_z)}"),
    )


def _reken_newcombe_eindig(x1: int, n1: int, mensen1: int, x2: int, n2: int, mensen2: int) -> Berekening:
    p1, p2 = x1 / n1, x2 / n2
    grenzen1, grenzen2 = bereken_wilson_eindig(x1, n1, mensen1), bereken_wilson_eindig(x2, n2, mensen2)
    verschil, laag, hoog = voeg_marges_samen(p1, grenzen1, p2, grenzen2)
    se = sqrt(p1 * (1 - p1) / (n1 - 1) * (1 - n1 / mensen1) + p2 * (1 - p2) / (n2 - 1) * (1 - n2 / mensen2))
    z = verschil / se if se > 0 else None
    return Berekening(
        uitkomst={
            "verschil": verschil,
            "laag": laag,
            "hoog": hoog,
            "p": None if z is None else erfc(abs(z) / sqrt(2)),
            "methode": "z met eindige groep",
            "se": se,
            "z": z,
        },
        ingevuld=_vul_newcombe_in((x1, n1, *grenzen1), (x2, n2, *grenzen2), verschil, laag, hoog)
        + ("; zonder spreiding is er geen p" if z is None else f"; z = {s(verschil)}/{s(se)} = {s(z)}"),
    )


def _vul_newcombe_in(
    een: tuple[int, int, float, float], ander: tuple[int, int, float, float], verschil: float, laag: float, hoog: float
) -> str:
    (x1, n1, laag1, hoog1), (x2, n2, laag2, hoog2) = een, ander
    p1, p2 = s(x1 / n1), s(x2 / n2)
    return (
        f"d = {p1} − {p2} = {s(verschil)}; "
        f"laag = {s(verschil)} − √(({p1} − {s(laag1)})² + ({s(hoog2)} − {p2})²) = {s(laag)}; "
        f"hoog = {s(verschil)} + √(({s(hoog1)} − {p1})² + ({p2} − {s(laag2)})²) = {s(hoog)}"
    )


def _reken_welch(invoer: Invoer) -> Berekening:
    x, y = invoer.gegeven("x"), invoer.gegeven("y")
    (gemiddelde1, afwijking1), (gemiddelde2, afwijking2) = bereken_gemiddelde(x), bereken_gemiddelde(y)
    welch = toets_welch(gemiddelde1, afwijking1, len(x), gemiddelde2, afwijking2, len(y))
    if welch is None:
        raise ValueError("zonder spreiding is er geen toets; de eisen hadden dit moeten tegenhouden")
    return Berekening(
        uitkomst={
            "verschil": welch.verschil,
            "laag": welch.laag,
            "hoog": welch.hoog,
            "p": welch.p,
            "t": welch.t,
            "df": welch.df,
            "se": welch.se,
        },
        ingevuld=(
            f"d = {s(gemiddelde1)} − {s(gemiddelde2)} = {s(welch.verschil)}; "
            f"se = √({s(afwijking1)}²/{len(x)} + {s(afwijking2)}²/{len(y)}) = {s(welch.se)}; "
            f"t = {s(welch.verschil)}/{s(welch.se)} = {s(welch.t)}, df = {s(welch.df)}, p = {s(welch.p)}; "
            f"marge {s(welch.laag)} tot {s(welch.hoog)}"
        ),
    )


def _reken_bh(invoer: Invoer) -> Berekening:
    kansen_ = invoer.lijst("p")
    gegeven = invoer.gegeven("p")
    qs = iter(corrigeer(gegeven))
    return Berekening(
        uitkomst={"q": tuple(None if kans is None else next(qs) for kans in kansen_), "m": len(gegeven)},
        ingevuld=(
            f"m = {len(gegeven)}; grootste p: {s(max(gegeven))}·{len(gegeven)}/{len(gegeven)}; "
            f"kleinste p: {s(min(gegeven))}·{len(gegeven)}/1; telkens de kleinste van deze en alle volgende, "
            "hoogstens 1"
        ),
    )


def _heeft_spreiding(invoer: Invoer) -> bool:
    return any(bereken_gemiddelde(invoer.gegeven(naam))[1] ** 2 > 1e-300 for naam in ("x", "y") if invoer.gegeven(naam))


METHODEN = (
    Methode(
        naam="newcombe",
        doel="Verschil tussen twee aandelen met marge van 95% en de kans op toeval.",
        vormen=(
            (aantal("x1"), aantal("n1"), aantal("x2"), aantal("n2")),
            (aantal("x1"), aantal("n1"), aantal("N1"), aantal("x2"), aantal("n2"), aantal("N2")),
        ),
        eisen=(
            minstens("n1", 1),
            minstens("n2", 1),
            hoogstens("x1", "n1"),
            hoogstens("x2", "n2"),
            hoogstens("n1", "N1"),
            hoogstens("n2", "N2"),
            Eis(
                namen=("n1", "n2", "N1", "N2"),
                klopt=lambda invoer: min(invoer.aantal("n1"), invoer.aantal("n2")) > 1,
                wat="met N1 en N2 zijn aan elke kant minstens twee antwoorden nodig",
                verwacht="n1 en n2 van 2 of meer",
            ),
        ),
        uitkomst="verschil, laag, hoog, p, methode (z of fisher), p_z, p_fisher, z",
        formule=(
            "d = p₁ − p₂; d − √((p₁−l₁)² + (u₂−p₂)²) tot d + √((u₁−p₁)² + (p₂−l₂)²), l en u volgens Wilson; "
            "z = d/√(p(1−p)(1/n₁+1/n₂)); Fisher als een verwachte telling onder 5 is"
        ),
        bron="Rekenregels 6.1; Newcombe (1998), methode 10; Fisher (1935). N1 en N2 alleen om anderen na te rekenen.",
        voorbeeld="x1=56 n1=70 x2=48 n2=80",
        bereken=_reken_newcombe,
    ),
    Methode(
        naam="welch",
        doel="Verschil tussen twee gemiddelden met marge van 95% en de kans op toeval.",
        vormen=((getallen("x"), getallen("y")),),
        eisen=(
            genoeg("x", 2),
            genoeg("y", 2),
            Eis(
                namen=("x", "y"),
                klopt=lambda invoer: _heeft_spreiding(invoer) or min(map(len, map(invoer.gegeven, ("x", "y")))) < 2,
                wat="in x en in y zijn alle waarden gelijk",
                verwacht="verschillende waarden in minstens één van de twee lijsten",
            ),
        ),
        uitkomst="verschil, laag, hoog, p, t, df, se",
        formule=(
            "t = d/√(s₁²/n₁ + s₂²/n₂); "
            "df = (s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁−1) + (s₂²/n₂)²/(n₂−1)); d ± t(df)·√(s₁²/n₁ + s₂²/n₂)"
        ),
        bron="Rekenregels 6.1; Welch (1947).",
        voorbeeld="x=7,8,6,9,10,7 y=6,7,5,8,6",
        bereken=_reken_welch,
    ),
    Methode(
        naam="bh",
        doel="Correctie voor veel vergelijkingen tegelijk: bij elke kans p een q.",
        vormen=((kansen("p"),),),
        eisen=(genoeg("p", 1),),
        uitkomst="q (in de volgorde van p), m",
        formule="q(i) = de kleinste van min(1, p(j)·m/j) over alle rangen j vanaf i",
        bron="Rekenregels 6.2; Benjamini en Hochberg (1995).",
        voorbeeld="p=0.001,0.03,0.04,0.6",
        bereken=_reken_bh,
    ),
)
