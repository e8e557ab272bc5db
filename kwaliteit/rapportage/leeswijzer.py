"""Zo is dit verslag te lezen: één keer uitgelegd wat een pijler, marge, weinig antwoorden en verborgen cijfers zijn."""

from kwaliteit.begrippen.verslag import Opsomming, Sectie
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import schrijf_aantal

VERSCHIL = (
    (
        "Duidelijk of mogelijk.",
        "Een duidelijk verschil komt door toeval alleen zelden voor. Een mogelijk verschil kan toeval zijn.",
    ),
)


def maak_leeswijzer(stof: Stof) -> Sectie:
    """Maak de leeswijzer, ingeklapt voor wie haar nodig heeft; de grenzen komen uit de rekenregels."""
    drempel, procent, band = stof.openbaar.drempel, stof.rekenregels.procent_vanaf, stof.rekenregels.band
    punten = (
        ("Pijler.", f"Het kader heeft {schrijf_aantal(len(stof.kader.pijlers))} delen. Zo’n deel heet een pijler."),
        ("Gunstig antwoord.", "Een antwoord zoals “eens” of “ja”. Een percentage telt de mensen die zo antwoordden."),
        ("Kengetal.", "Een getal dat de organisatie zelf bijhoudt, zoals hoeveel cliënten een plan hebben."),
        (
            "Marge.",
            "Antwoordde niet iedereen? Dan is een percentage niet precies."
            " De brede balk om een punt laat zien waar het echte cijfer waarschijnlijk ligt.",
        ),
        ("Weinig antwoorden.", f"Bij {drempel} tot en met {procent - 1} antwoorden staat er alleen een aantal."),
        (
            "Te weinig antwoorden.",
            f"Bij minder dan {drempel} antwoorden staat er geen cijfer."
            " Soms is dat ook nodig om een andere kleine groep te beschermen.",
        ),
        (
            "Niet getoond.",
            "Er zijn genoeg antwoorden, maar het cijfer zou iets over een kleine groep verraden. Of de organisatie"
            " trok het in.",
        ),
        (
            "Minder dan of meer dan.",
            f"Gaven bijna alle mensen hetzelfde antwoord, of minder dan {band} mensen?"
            " Dan staat er een grens. Zo is niemand te herkennen.",
        ),
        ("Weet ik niet.", "“Weet ik niet” en “niet van toepassing” tellen niet mee in een cijfer."),
        *(VERSCHIL if stof.oordelen.oordelen else ()),
        ("Tabel.", "De cijfers van elke figuur staan ook in een tabel, met marge en aantal antwoorden."),
    )
    return Sectie(
        titel="Zo is dit verslag te lezen",
        anker="leeswijzer",
        blokken=(Opsomming(punten=tuple((woord, (zin,)) for woord, zin in punten)),),
        ingeklapt=True,
    )
