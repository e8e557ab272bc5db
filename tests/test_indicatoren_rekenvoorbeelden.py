"""Voert de rekenvoorbeelden uit: met de hand gerekend, leesbaar voor wie het cijfer gebruikt."""

import string
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from kwaliteit.begrippen.antwoord import Kengetalregel
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Cijfer, Indicatoren, Interval, Maat, Meting
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort, Ontbreekregel, Vergelijkbaar
from kwaliteit.begrippen.werkmap import Aantallen
from kwaliteit.formules.marges import bereken_hypergeometrisch, bereken_wilson
from kwaliteit.indicatoren.aantallen import verdeel_over_boom
from kwaliteit.indicatoren.intervallen import kies_bij_nps
from tests.bouwstenen_indicatoren import (
    BOOM,
    SCHALEN,
    maak_blad,
    maak_jaargang,
    maak_lijst,
    maak_schaalscore,
    maak_vraag,
    maak_werkmap,
    reken,
    vind,
)

Uitkomst = Mapping[str, Any]
MAP = Path(__file__).parent / "rekenvoorbeelden"


def reken_vraag(geval: Mapping[str, Any]) -> Uitkomst:
    vraag = maak_vraag(
        schaal=SCHALEN[geval["schaal"]], omgekeerd=geval.get("omgekeerd", False), met_score=True, met_topbox=True
    )
    mensen = geval.get("mensen")
    populatie = {} if mensen is None else {Doelgroep.CLIENTEN: Aantallen(totaal=mensen, per_locatie={})}
    meting = vind(
        reken(
            maak_blad(maak_lijst(vraag), {"V1": geval["antwoorden"]}),
            werkmap=maak_werkmap(maak_jaargang(2024, populatie=populatie)),
        )
    )
    kop = _kies_kop(meting, geval.get("maat"))
    labels = meting.gevraagd.vraag.schaal.labels
    return {
        "n": meting.n,
        "nvt": meting.aantal_nvt,
        "weet_niet": meting.aantal_weet_niet,
        "vakken": list(meting.per_code),
        "gunstig": _waarde(meting, Maat.GUNSTIG),
        "gemiddelde": _waarde(meting, Maat.GEMIDDELDE),
        "nps": _waarde(meting, Maat.NPS),
        "score": _waarde(meting, Maat.SCORE),
        "topbox": _waarde(meting, Maat.TOPBOX),
        "teller": None if kop is None else kop.teller,
        "afwijking": None if kop is None else kop.afwijking,
        "verdeling": {c.categorie: c.waarde for c in meting.cijfers if c.maat is Maat.VERDELING},
        "hoogste_label": labels[-1] if labels else None,
        **_beschrijf_marge(kop),
    }


def reken_schaalscore(geval: Mapping[str, Any]) -> Uitkomst:
    """`rijen` heeft per mens een antwoord op elke vraag; `omgekeerd` noemt nummers van vragen, vanaf 1."""
    rijen = [rij for rij in geval["rijen"] for _ in range(geval.get("keer", 1))]
    schaal, omgekeerd = SCHALEN[geval.get("schaal", "eens5")], geval.get("omgekeerd", [])
    delen = [maak_vraag(f"V{nummer}", schaal, omgekeerd=nummer in omgekeerd) for nummer in range(1, len(rijen[0]) + 1)]
    score = maak_schaalscore(
        *delen,
        regel=Ontbreekregel(geval.get("regel", "helft")),
        op_100=geval.get("op_100", False),
        gunstig_boven=geval.get("gunstig_boven"),
    )
    mensen = geval.get("mensen")
    populatie = {} if mensen is None else {Doelgroep.CLIENTEN: Aantallen(totaal=mensen, per_locatie={})}

    def meet(rijen: list[list[Any]]) -> Indicatoren:
        antwoorden = {vraag.id: list(kolom) for vraag, kolom in zip(delen, zip(*rijen, strict=True), strict=True)}
        return reken(
            maak_blad(maak_lijst(*delen, schaalscores=(score,)), antwoorden),
            werkmap=maak_werkmap(maak_jaargang(2024, populatie=populatie)),
        )

    maat = Maat.SCORE if geval.get("op_100") else Maat.GEMIDDELDE
    indicatoren = meet(rijen)
    meting = vind(indicatoren, vraag_id="S1")
    return {
        "n": meting.n,
        "nvt": meting.aantal_nvt,
        "vakken": list(meting.per_code),
        "gemiddelde": _waarde(meting, Maat.GEMIDDELDE),
        "score": _waarde(meting, Maat.SCORE),
        "gunstig": _waarde(meting, Maat.GUNSTIG),
        "scores": [_waarde(vind(meet([rij]), vraag_id="S1"), maat) for rij in rijen],
        "alfa": indicatoren.betrouwbaarheid[0].alfa,
        "volledig": indicatoren.betrouwbaarheid[0].n,
        **_beschrijf_marge(_kies_kop(meting, None)),
    }


def _kies_kop(meting: Meting, maat: str | None) -> Cijfer | None:
    """Het cijfer van deze maat, en anders het eerste dat geen verdeling is."""
    return next(
        (cijfer for cijfer in meting.cijfers if (cijfer.maat == maat if maat else cijfer.maat is not Maat.VERDELING)),
        None,
    )


def _waarde(meting: Meting, maat: Maat) -> float | None:
    return next((cijfer.waarde for cijfer in meting.cijfers if cijfer.maat is maat), None)


def _beschrijf_marge(cijfer: Cijfer | None) -> Uitkomst:
    interval: Interval | None = None if cijfer is None else cijfer.interval
    if interval is None:
        return {"laag": None, "hoog": None, "methode": None}
    return {"laag": interval.laag, "hoog": interval.hoog, "methode": interval.methode.value}


def reken_hypergeometrisch(geval: Mapping[str, Any]) -> Uitkomst:
    laag, hoog = bereken_hypergeometrisch(geval["x"], geval["n"], geval["mensen"])
    return {"laag": laag, "hoog": hoog}


def reken_wilson(geval: Mapping[str, Any]) -> Uitkomst:
    laag, hoog = bereken_wilson(geval["x"], geval["n"])
    return {"laag": laag, "hoog": hoog}


def reken_marge_bij_nps(geval: Mapping[str, Any]) -> Uitkomst:
    interval = kies_bij_nps(geval["promotors"], geval["neutraal"], geval["critici"], None)
    if interval is None:
        return {"laag": None, "hoog": None}
    return {"laag": interval.laag, "hoog": interval.hoog, "methode": interval.methode.value}


def reken_onderdelen(geval: Mapping[str, Any]) -> Uitkomst:
    vraag = maak_vraag(alleen_organisatie=geval.get("alleen_organisatie", False))
    lijst = maak_lijst(vraag, doelgroep=Doelgroep(geval.get("doelgroep", "clienten")))
    locaties = geval["locaties"]
    indicatoren = reken(maak_blad(lijst, {"V1": [4] * len(locaties)}, locaties=locaties))
    return {meting.onderdeel: meting.n for meting in indicatoren.metingen}


def reken_aantal_mensen(geval: Mapping[str, Any]) -> Uitkomst:
    per_locatie = geval.get("per_locatie", {})
    opgave = Aantallen(totaal=geval.get("totaal", sum(per_locatie.values())), per_locatie=per_locatie)
    is_opgegeven = "totaal" in geval or "per_locatie" in geval
    return verdeel_over_boom(BOOM, opgave if is_opgegeven else None, frozenset(geval["antwoorden_op"]))


def reken_respons(geval: Mapping[str, Any]) -> Uitkomst:
    kolommen = list(zip(*geval["rijen"], strict=True))
    vragen = [maak_vraag(f"V{nummer}") for nummer in range(len(kolommen))]
    antwoorden = {vraag.id: kolom for vraag, kolom in zip(vragen, kolommen, strict=True)}
    (respons,) = reken(maak_blad(maak_lijst(*vragen), antwoorden)).respons
    return {"deelnemers": respons.deelnemers, "volledig": respons.volledig}


def reken_reeks(geval: Mapping[str, Any]) -> Uitkomst:
    def verklaring(meting: Mapping[str, Any], sleutel: str) -> tuple[Vergelijkbaar, ...]:
        if sleutel not in meting:
            return ()
        return (Vergelijkbaar(vragenlijst="proeflijst", versie=meting[sleutel], reden="zelfde vraag"),)

    bladen = [
        maak_blad(
            maak_lijst(
                maak_vraag(tekst=meting["tekst"], vergelijkbaar_met=verklaring(meting, "vraag_vergelijkbaar_met")),
                versie=meting["versie"],
                vergelijkbaar_met=verklaring(meting, "lijst_vergelijkbaar_met"),
            ),
            {"V1": [4]},
            jaar=meting["jaar"],
        )
        for meting in geval["metingen"]
    ]
    werkmap = maak_werkmap(
        *(
            replace(maak_jaargang(meting["jaar"]), wie={Doelgroep.CLIENTEN: meting["wie"]} if "wie" in meting else {})
            for meting in geval["metingen"]
        )
    )
    gevraagd = reken(*bladen, werkmap=werkmap).gevraagd
    letters = dict(zip(dict.fromkeys(vraag.reeks for vraag in gevraagd), string.ascii_lowercase, strict=False))
    return {
        "reeksen": [letters[vraag.reeks] for vraag in gevraagd],
        "breekt": [vraag.breekt for vraag in gevraagd],
        **({"redenen": [str(vraag.breuk) for vraag in gevraagd]} if "redenen" in geval["uitkomst"] else {}),
    }


def reken_kengetallen(geval: Mapping[str, Any]) -> Uitkomst:
    kengetal = Kengetal(
        id="K1", naam="", teller="", noemer="", normen=(), soort=Kengetalsoort(geval["soort"]), over_mensen=True
    )
    regels = [
        Kengetalregel(
            jaar=2024,
            kengetal="K1",
            onderdeel=regel.get("locatie"),
            teller=regel["teller"],
            noemer=regel.get("noemer"),
            toelichting="",
            bestand="kengetallen.csv",
            cel="A2",
        )
        for regel in geval["regels"]
    ]
    metingen = reken(kengetallen=regels, definities=[kengetal]).kengetallen
    assert [meting.opgeteld for meting in metingen if meting.opgeteld] == (
        [geval["toelichting"]] if "toelichting" in geval else []
    )
    return {meting.onderdeel: meting.waarde for meting in metingen}


REGELS: dict[str, Callable[[Mapping[str, Any]], Uitkomst]] = {
    "gunstig": reken_vraag,
    "verdeling": reken_vraag,
    "gemiddelde": reken_vraag,
    "nps": reken_vraag,
    "ontbrekend": reken_vraag,
    "omgekeerd": reken_vraag,
    "keuze_van_marge": reken_vraag,
    "marge_bij_gemiddelde": reken_vraag,
    "hypergeometrisch": reken_hypergeometrisch,
    "wilson": reken_wilson,
    "marge_bij_nps": reken_marge_bij_nps,
    "onderdelen": reken_onderdelen,
    "aantal_mensen": reken_aantal_mensen,
    "respons": reken_respons,
    "reeks": reken_reeks,
    "kengetallen": reken_kengetallen,
    "score": reken_vraag,
    "topbox": reken_vraag,
    "meerkeuze": reken_vraag,
    "afwijking": reken_vraag,
    "schaalscore": reken_schaalscore,
    "alfa": reken_schaalscore,
}
HELE_UITKOMST = {"onderdelen", "aantal_mensen", "reeks", "kengetallen"}
"""Hier is wat niet in de uitkomst staat fout; bij de andere regels noemt een voorbeeld alleen wat ertoe doet."""


def _lees_voorbeelden() -> dict[str, list[Mapping[str, Any]]]:
    inhoud = [yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in sorted(MAP.glob("*.yaml"))]
    return {bestand["regel"]: bestand["voorbeelden"] for bestand in inhoud if bestand["kamer"] == "indicatoren"}


VOORBEELDEN = _lees_voorbeelden()


def _gelijk(verwacht: Any, gevonden: Any) -> bool:
    if verwacht == "geen":
        return gevonden is None
    if isinstance(verwacht, list):
        return len(verwacht) == len(gevonden) and all(map(_gelijk, verwacht, gevonden))
    if isinstance(verwacht, dict):
        return set(verwacht) == set(gevonden) and all(_gelijk(verwacht[naam], gevonden[naam]) for naam in verwacht)
    if isinstance(verwacht, float | int) and not isinstance(verwacht, bool):
        return gevonden is not None and abs(gevonden - verwacht) < 1e-6
    return bool(gevonden == verwacht)


@pytest.mark.parametrize(
    ("regel", "geval"),
    [
        pytest.param(regel, geval, id=f"{regel}: {geval['naam']}")
        for regel in VOORBEELDEN
        for geval in VOORBEELDEN[regel]
    ],
)
def test_het_programma_rekent_zoals_het_voorbeeld_met_de_hand(regel: str, geval: Mapping[str, Any]) -> None:
    gevonden = REGELS[regel](geval)
    if regel in HELE_UITKOMST:
        assert set(gevonden) == set(geval["uitkomst"])
    for naam, verwacht in geval["uitkomst"].items():
        assert _gelijk(verwacht, gevonden[naam]), (naam, verwacht, gevonden[naam])


def test_elke_regel_heeft_een_gewoon_een_leeg_en_een_randgeval() -> None:
    assert set(VOORBEELDEN) == set(REGELS)
    for regel, gevallen in VOORBEELDEN.items():
        assert {geval["naam"].split(",")[0] for geval in gevallen} == {"gewoon", "leeg", "rand"}, regel


def test_een_verkeerde_uitkomst_in_een_voorbeeld_valt_op() -> None:
    geval = VOORBEELDEN["gunstig"][0]
    assert _gelijk(geval["uitkomst"]["gunstig"], reken_vraag(geval)["gunstig"])
    assert not _gelijk(geval["uitkomst"]["gunstig"] + 0.001, reken_vraag(geval)["gunstig"])
    assert not _gelijk("geen", reken_vraag(geval)["gunstig"])
