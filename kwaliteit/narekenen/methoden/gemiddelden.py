"""Methoden voor een gemiddelde en voor een NPS."""

from kwaliteit.begrippen.narekening import schrijf_in_zes_cijfers as s
from kwaliteit.formules.gemiddelde import bereken_gemiddelde, bereken_standaardfout
from kwaliteit.formules.marges import bereken_midden_en_fout, bereken_t, bereken_wald
from kwaliteit.formules.normaalverdeling import Z
from kwaliteit.formules.studentverdeling import bereken_kwantiel
from kwaliteit.formules.wald import bereken_gewone_wald
from kwaliteit.narekenen.methoden.vorm import (
    Berekening,
    Eis,
    Invoer,
    Methode,
    aantal,
    genoeg,
    getal,
    getallen,
    hoogstens,
    minstens,
)

ZEKERHEID = 95.0


def _reken_t(invoer: Invoer) -> Berekening:
    """Reken uit de waarden zelf, of uit n, `mean` en s; `mean` en `se` zijn namen van het contract."""
    if "waarden" in invoer:
        waarden = invoer.gegeven("waarden")
        n = len(waarden)
        gemiddelde, afwijking = bereken_gemiddelde(waarden)
    else:
        n, gemiddelde, afwijking = invoer.aantal("n"), invoer.getal("mean"), invoer.getal("s")
    populatie = invoer.aantal_of_niets("N")
    buiten = 1 - (invoer.getal("zekerheid") if "zekerheid" in invoer else ZEKERHEID) / 100
    laag, hoog = bereken_t(gemiddelde, afwijking, n, populatie, buiten)
    se, t = bereken_standaardfout(afwijking, n, populatie), bereken_kwantiel(n - 1, buiten)
    factor = "" if populatie is None else f"·√(1 − {n}/{populatie})"
    return Berekening(
        uitkomst={
            "gemiddelde": gemiddelde,
            "se": se,
            "laag": laag,
            "hoog": hoog,
            "afwijking": afwijking,
            "df": n - 1,
            "n": n,
        },
        ingevuld=(
            f"se = {s(afwijking)}/√{n}{factor} = {s(se)}; {s(gemiddelde)} ± {s(t)}·{s(se)} = {s(laag)} tot {s(hoog)}"
        ),
    )


def _reken_nps(invoer: Invoer) -> Berekening:
    promotors, neutraal, critici = (invoer.aantal(naam) for naam in ("P", "P0", "D"))
    n = promotors + neutraal + critici
    nps = 100 * (promotors - critici) / n
    midden, se = bereken_midden_en_fout(promotors, neutraal, critici)
    laag, hoog = bereken_wald(promotors, neutraal, critici)
    return Berekening(
        uitkomst={"waarde": nps, "laag": laag, "hoog": hoog, "nps": nps, "midden": midden, "se": se},
        ingevuld=(
            f"100·({promotors} − {critici})/{n} = {s(nps)}; met n' = {n + 3}, P' = {s(promotors + 0.75)} en "
            f"D' = {s(critici + 0.75)}: {s(midden)} ± {s(Z)}·{s(se)} = {s(laag)} tot {s(hoog)}"
        ),
    )


def _reken_gewone_wald(invoer: Invoer) -> Berekening:
    promotors, neutraal, critici = (invoer.aantal(naam) for naam in ("P", "P0", "D"))
    nps, se, (laag, hoog) = bereken_gewone_wald(promotors, neutraal, critici, invoer.aantal_of_niets("N"))
    return Berekening(
        uitkomst={"waarde": nps, "laag": laag, "hoog": hoog, "nps": nps, "se": se},
        ingevuld=(
            f"100·({promotors} − {critici})/{promotors + neutraal + critici} = {s(nps)}; "
            f"{s(nps)} ± {s(Z)}·{s(se)} = {s(laag)} tot {s(hoog)}"
        ),
    )


def _tel_nps(invoer: Invoer) -> int:
    return sum(invoer.aantal(naam) for naam in ("P", "P0", "D"))


_IEMAND = Eis(
    namen=("P", "P0", "D"),
    klopt=lambda invoer: _tel_nps(invoer) > 0,
    wat="er zijn geen antwoorden: P, P0 en D zijn alle drie 0",
    verwacht="minstens één antwoord",
)
_NPS_VELDEN = (aantal("P"), aantal("P0"), aantal("D"))

METHODEN = (
    Methode(
        naam="t",
        doel="Gemiddelde met marge van 95%; met N telt mee hoe groot de groep is. Niet geknipt op een schaal.",
        vormen=(
            (getallen("waarden"), aantal("N", verplicht=False), getal("zekerheid", verplicht=False)),
            (
                aantal("n"),
                getal("mean"),
                getal("s"),
                aantal("N", verplicht=False),
                getal("zekerheid", verplicht=False),
            ),
        ),
        eisen=(
            genoeg("waarden", 2),
            minstens("n", 2),
            hoogstens("n", "N"),
            Eis(
                namen=("waarden", "N"),
                klopt=lambda invoer: len(invoer.gegeven("waarden")) <= invoer.aantal("N"),
                wat="er zijn meer waarden dan N",
                verwacht="N minstens het aantal waarden",
            ),
            Eis(
                namen=("s",),
                klopt=lambda invoer: invoer.getal("s") >= 0,
                wat="s is negatief",
                verwacht="een standaardafwijking van 0 of meer",
            ),
            Eis(
                namen=("zekerheid",),
                klopt=lambda invoer: 50 <= invoer.getal("zekerheid") <= 99.99,
                wat="zekerheid is geen bruikbaar percentage",
                verwacht="een percentage van 50 tot en met 99.99",
            ),
        ),
        uitkomst="gemiddelde, se, laag, hoog, afwijking, df, n",
        formule="gemiddelde ± t(n − 1)·se; se = s/√n·√(1 − n/N), zonder N is die wortel 1",
        bron="Rekenregels 4.3; Student (1908), Cochran (1977) voor de factor 1 − n/N.",
        voorbeeld="waarden=7,8,6,9,10,7,8,5,8,7,9,6 N=30",
        bereken=_reken_t,
    ),
    Methode(
        naam="nps",
        doel="Aanbevelingsscore met marge van 95%: P gaf 9 of 10, P0 gaf 7 of 8, D gaf 0 tot en met 6.",
        vormen=(_NPS_VELDEN,),
        eisen=(_IEMAND,),
        uitkomst="waarde, laag, hoog, nps, midden, se",
        formule="100·(P − D)/n; marge 100·(m ± z·√(((P' + D')/n' − m²)/n')), n' = n + 3, P' = P + ¾, D' = D + ¾",
        bron="Rekenregels 4.4; Rocks (2016), aangepaste Wald; measuringu.com/nps-confidence-intervals.",
        voorbeeld="P=14 P0=10 D=6",
        bereken=_reken_nps,
    ),
    Methode(
        naam="nps_wald",
        doel="Aanbevelingsscore met de gewone marge van Wald; het verslag gebruikt haar niet.",
        vormen=((*_NPS_VELDEN, aantal("N", verplicht=False)),),
        eisen=(
            _IEMAND,
            Eis(
                namen=("P", "P0", "D", "N"),
                klopt=lambda invoer: 2 <= _tel_nps(invoer) <= invoer.aantal("N"),
                wat="P, P0 en D passen niet bij N",
                verwacht="samen minstens 2 en hoogstens N",
            ),
        ),
        uitkomst="waarde, laag, hoog, nps, se",
        formule="m = (P − D)/n; 100·(m ± z·√(((P + D)/n − m²)/n)); met N: deler n − 1 en factor 1 − n/N",
        bron="Alleen om anderen na te rekenen; Rocks (2016).",
        voorbeeld="P=50 P0=30 D=20",
        bereken=_reken_gewone_wald,
    ),
)
