"""Methoden voor een aandeel: x van de n antwoorden."""

from kwaliteit.begrippen.narekening import schrijf_in_zes_cijfers as s
from kwaliteit.formules.blaker import begrens_blaker
from kwaliteit.formules.clopper_pearson import bereken_clopper_pearson
from kwaliteit.formules.hypergeometrisch import begrens_aantal
from kwaliteit.formules.marges import bereken_wilson, bereken_wilson_eindig
from kwaliteit.formules.normaalverdeling import Z
from kwaliteit.formules.respons import bereken_respons, bereken_volledige_respons
from kwaliteit.narekenen.methoden.vorm import (
    MEESTE_EXACT,
    Berekening,
    Eis,
    Invoer,
    Methode,
    aantal,
    getal,
    hoogstens,
    minstens,
)

_AANTALLEN = (minstens("n", 1), hoogstens("x", "n"), hoogstens("n", "N"))


def _reken_wilson(invoer: Invoer) -> Berekening:
    x, n, populatie = invoer.aantal("x"), invoer.aantal("n"), invoer.aantal_of_niets("N")
    z = invoer.getal("z") if "z" in invoer else Z
    p = x / n
    if populatie is None:
        laag, hoog = bereken_wilson(x, n, z)
    else:
        laag, hoog = bereken_wilson_eindig(x, n, populatie, z)
    if populatie == n:
        return Berekening(
            uitkomst={"p": p, "laag": laag, "hoog": hoog},
            ingevuld=f"iedereen heeft geantwoord: {x}/{n} = {s(p)}, en de marge is een punt",
        )
    m, vooraf = s(n), ""
    if populatie is not None:
        m = s(n * (populatie - 1) / (populatie - n))
        vooraf = f"n' = {n}·({populatie} − 1)/({populatie} − {n}) = {m}; "
    return Berekening(
        uitkomst={"p": p, "laag": laag, "hoog": hoog},
        ingevuld=(
            f"p = {x}/{n} = {s(p)}; {vooraf}({s(p)} + {s(z)}²/(2·{m}) ± {s(z)}·√({s(p)}·{s(1 - p)}/{m} + "
            f"{s(z)}²/(4·{m}²))) / (1 + {s(z)}²/{m}) = {s(laag)} tot {s(hoog)}"
        ),
    )


def _reken_hypergeometrisch(invoer: Invoer) -> Berekening:
    x, n, populatie = invoer.aantal("x"), invoer.aantal("n"), invoer.aantal("N")
    laag, hoog = begrens_aantal(x, n, populatie)
    return Berekening(
        uitkomst=_als_aandeel(x, n, laag, hoog, populatie),
        ingevuld=(
            f"kleinste K met P(X ≥ {x}) > 0,025: {laag}; grootste K met P(X ≤ {x}) > 0,025: {hoog}; "
            f"{laag}/{populatie} = {s(laag / populatie)} tot {hoog}/{populatie} = {s(hoog / populatie)}"
        ),
    )


def _reken_blaker(invoer: Invoer) -> Berekening:
    x, n, populatie = invoer.aantal("x"), invoer.aantal("n"), invoer.aantal("N")
    laag, hoog = begrens_blaker(x, n, populatie)
    return Berekening(
        uitkomst=_als_aandeel(x, n, laag, hoog, populatie),
        ingevuld=(
            f"kleinste en grootste K waarbij x = {x} past (aanvaardbaarheid > 0,05): {laag} en {hoog}; "
            f"{laag}/{populatie} = {s(laag / populatie)} tot {hoog}/{populatie} = {s(hoog / populatie)}"
        ),
    )


def _als_aandeel(x: int, n: int, laag: int, hoog: int, populatie: int) -> dict[str, float]:
    return {
        "p": x / n,
        "laag": laag / populatie,
        "hoog": hoog / populatie,
        "aantal_laag": laag,
        "aantal_hoog": hoog,
    }


def _reken_clopper_pearson(invoer: Invoer) -> Berekening:
    x, n = invoer.aantal("x"), invoer.aantal("n")
    laag, hoog = bereken_clopper_pearson(x, n)
    return Berekening(
        uitkomst={"p": x / n, "laag": laag, "hoog": hoog},
        ingevuld=f"P(X ≥ {x} van {n}) = 0,025 bij {s(laag)}; P(X ≤ {x} van {n}) = 0,025 bij {s(hoog)}",
    )


AAPOR = ("I", "P", "R", "NC", "O", "UH", "UO")


def _reken_respons(invoer: Invoer) -> Berekening:
    volledig, deels = invoer.aantal("I"), invoer.aantal("P")
    if "uitgenodigd" not in invoer:
        return _reken_aapor(invoer)
    uitgenodigd = invoer.aantal("uitgenodigd")
    waarde = bereken_respons(volledig, deels, uitgenodigd)
    return Berekening(
        uitkomst={"waarde": waarde, "volledig": bereken_volledige_respons(volledig, uitgenodigd)},
        ingevuld=f"({volledig} + {deels}) / {uitgenodigd} = {s(waarde)}",
    )


def _reken_aapor(invoer: Invoer) -> Berekening:
    """Reken met alle uitkomstcodes; `rr1`, `rr2`, `coop1` en `refusal1` zijn namen van de referentie (AAPOR)."""
    i, p, r, nc, o, uh, uo = (invoer.aantal(naam) if naam in invoer else 0 for naam in AAPOR)
    alle, bereikt = i + p + r + nc + o + uh + uo, i + p + r + o
    waarde = bereken_respons(i, p, alle)
    return Berekening(
        uitkomst={
            "waarde": waarde,
            "volledig": bereken_volledige_respons(i, alle),
            "uitgenodigd": alle,
            "rr1": bereken_volledige_respons(i, alle),
            "rr2": waarde,
            "coop1": i / bereikt if bereikt else None,
            "refusal1": r / alle,
        },
        ingevuld=f"({i} + {p}) / ({i} + {p} + {r} + {nc} + {o} + {uh} + {uo}) = {i + p}/{alle} = {s(waarde)}",
    )


METHODEN = (
    Methode(
        naam="wilson",
        doel="Marge van 95% bij x van n antwoorden, als niet bekend is hoeveel mensen er zijn.",
        vormen=((aantal("x"), aantal("n"), aantal("N", verplicht=False), getal("z", verplicht=False)),),
        eisen=(
            *_AANTALLEN,
            Eis(
                namen=("z",),
                klopt=lambda invoer: 0 < invoer.getal("z") <= 10,
                wat="z is geen bruikbaar kwantiel",
                verwacht="z groter dan 0 en hoogstens 10; 95% is 1.959964",
            ),
        ),
        uitkomst="p, laag, hoog",
        formule="(p + z²/(2n) ± z·√(p(1−p)/n + z²/(4n²))) / (1 + z²/n); met N wordt n eerst n·(N−1)/(N−n)",
        bron="Rekenregels 4.2; Wilson (1927). Met N alleen om anderen na te rekenen: het verslag neemt dan Blaker.",
        voorbeeld="x=7 n=50",
        bereken=_reken_wilson,
    ),
    Methode(
        naam="hypergeometrisch",
        doel="Gelijkstaartige exacte marge bij x van n antwoorden uit een groep van N mensen.",
        vormen=((aantal("x"), aantal("n"), aantal("N", meeste=MEESTE_EXACT)),),
        eisen=_AANTALLEN,
        uitkomst="p, laag, hoog, aantal_laag, aantal_hoog",
        formule="van de kleinste K met P(X ≥ x) > 0,025 tot de grootste K met P(X ≤ x) > 0,025, K gunstigen van N",
        bron="Rekenregels 4.1; Buonaccorsi (1987), gelijke staarten.",
        voorbeeld="x=30 n=40 N=60",
        bereken=_reken_hypergeometrisch,
    ),
    Methode(
        naam="blaker",
        doel="Exacte marge van het verslag bij x van n antwoorden uit een groep van N mensen.",
        vormen=((aantal("x"), aantal("n"), aantal("N", meeste=MEESTE_EXACT)),),
        eisen=_AANTALLEN,
        uitkomst="p, laag, hoog, aantal_laag, aantal_hoog",
        formule=(
            "K past als de kleinste van P(X ≥ x) en P(X ≤ x), plus de grootste staart aan de andere kant die niet "
            "groter is, boven 0,05 ligt; de marge loopt van de kleinste tot de grootste K die past"
        ),
        bron="Rekenregels 4.1 en besluit 0011; Blaker (2000).",
        voorbeeld="x=9 n=12 N=20",
        bereken=_reken_blaker,
    ),
    Methode(
        naam="clopper_pearson",
        doel="Exacte binomiale marge bij x van n; het verslag gebruikt haar niet.",
        vormen=((aantal("x"), aantal("n")),),
        eisen=_AANTALLEN[:2],
        uitkomst="p, laag, hoog",
        formule="de p waarbij P(X ≥ x) = 0,025 en de p waarbij P(X ≤ x) = 0,025",
        bron="Alleen om anderen na te rekenen; Clopper en Pearson (1934).",
        voorbeeld="x=7 n=50",
        bereken=_reken_clopper_pearson,
    ),
)
"""De methoden voor een marge."""

RESPONS = Methode(
    naam="respons",
    doel="Welk deel van de uitgenodigden meedeed; wie een deel invulde, telt mee.",
    vormen=(
        (aantal("I"), aantal("P"), aantal("uitgenodigd")),
        tuple(aantal(naam, verplicht=naam not in ("UH", "UO")) for naam in AAPOR),
    ),
    eisen=(
        minstens("uitgenodigd", 1),
        Eis(
            namen=("I", "P", "uitgenodigd"),
            klopt=lambda invoer: invoer.aantal("I") + invoer.aantal("P") <= invoer.aantal("uitgenodigd"),
            wat="er deden meer mensen mee (I + P) dan er zijn uitgenodigd",
            verwacht="I + P hoogstens het aantal uitgenodigden",
        ),
        Eis(
            namen=AAPOR[:5],
            klopt=lambda invoer: any(invoer.aantal(naam) for naam in AAPOR if naam in invoer),
            wat="alle aantallen zijn 0",
            verwacht="minstens één uitgenodigde",
        ),
    ),
    uitkomst="waarde, volledig (met R, NC en O ook uitgenodigd, rr1, rr2, coop1, refusal1)",
    formule="(I + P) / uitgenodigd; uitgenodigd = I + P + R + NC + O + UH + UO",
    bron="Rekenregels 5; AAPOR Standard Definitions, RR2 (en RR1, COOP1, REF1).",
    voorbeeld="I=96 P=4 uitgenodigd=200",
    bereken=_reken_respons,
)
"""Welk deel meedeed; in de rekenregels komt dit na de schalen."""
