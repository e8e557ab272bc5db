"""De woorden bij mensen die wegvallen of juist meetellen om wat in een kolom van de bron staat."""

from collections.abc import Sequence

from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.kop import Kolom
from kwaliteit.bronnen.kop.meldwoorden import noem_rijen, tel_mensen, tel_rijen, telt_niet
from kwaliteit.bronnen.taal.schrijfwijze import toon_kop


def meld_gearchiveerd(melder: Bronmelder, aantal: int) -> None:
    """Mensen die in de enquêtetool gearchiveerd zijn, zijn weggelaten."""
    if aantal:
        melder.meld(
            Bevindingsoort.GEARCHIVEERD,
            f"{tel_rijen(aantal)} volgens de enquêtetool gearchiveerd en {telt_niet(aantal)} mee.",
            "alleen antwoorden van mensen die meededen",
            "Klopt dat, dan hoeft u niets te doen. Zo niet, haal deze mensen in de enquêtetool uit het archief en "
            "exporteer opnieuw.",
            aantal=aantal,
        )


def meld_vreemde_status(melder: Bronmelder, kolom: Kolom, rijen: Sequence[int]) -> None:
    """In een vaste kolom van de enquêtetool staat een status die wij niet kennen; die mensen tellen mee."""
    if rijen:
        aantal = len(rijen)
        wie = "1 persoon; die telt mee" if aantal == 1 else f"{aantal} mensen; zij tellen mee"
        melder.meld(
            Bevindingsoort.VREEMDE_STATUS,
            f"In kolom {_noem(melder, kolom)} staat een waarde die wij niet kennen bij {wie}.",
            "een status die de enquêtetool zelf schrijft",
            "Kijk in de enquêtetool wat deze status betekent. Is het een proef of spam? Haal die rijen dan weg.",
            cel=kolom.letter,
            aantal=aantal,
        )


def meld_veel_niet_meedoen(melder: Bronmelder, kolom: Kolom, rijen: Sequence[int]) -> None:
    """Om een kolom die het programma zelf herkende, vallen veel mensen weg."""
    aantal = len(rijen)
    melder.meld(
        Bevindingsoort.VEEL_NIET_MEEDOEN,
        f"{noem_rijen(rijen)}: {tel_mensen(aantal)} weggelaten omdat in kolom {_noem(melder, kolom)} staat dat zij "
        "niet meedoen. Dat is meer dan een op de tien.",
        "een kolom die vraagt of iemand met deze vragenlijst mee wil doen",
        "Kijk deze rijen na. Klopt het? Zet de kolom dan in een koppeling op 'deelname' en haal de rijen uit de bron. "
        "Gaat de kolom over iets anders? Zet haar dan op 'negeer'.",
        cel=kolom.letter,
        aantal=aantal,
    )


def meld_eigen_woorden(melder: Bronmelder, vraag: Vraag, kolom: Kolom, rijen: Sequence[int]) -> None:
    """Bij een meerkeuzevraag is tekst die niet in de lijst staat gelezen als "anders"."""
    if rijen:
        melder.meld(
            Bevindingsoort.EIGEN_WOORDEN,
            f"{noem_rijen(rijen)}: bij meerkeuzevraag {vraag.id} staat iets wat niet in de lijst staat. "
            "Het is gelezen als 'anders'.",
            "antwoorden die in de vragenlijst staan, of eigen woorden bij 'anders'",
            "Schreven mensen dit zelf? Dan hoeft u niets te doen. Heet een antwoord in uw enquête anders dan in de "
            "vragenlijst, vul het dan aan of maak een koppeling.",
            cel=kolom.letter,
            vraag=vraag.id,
            aantal=len(rijen),
        )


def meld_onbruikbaar_gewicht(melder: Bronmelder, kolom: Kolom, rijen: Sequence[int]) -> None:
    """Bij wie meetelt staat in de kolom met gewichten niets bruikbaars."""
    melder.meld(
        Bevindingsoort.GEWICHT_ONBRUIKBAAR,
        f"In kolom {kolom.letter} staat bij {len(rijen)} van de mensen die meetellen geen bruikbaar gewicht"
        f" (eerst in cel {kolom.letter}{rijen[0]}). Deze bron telt daarom ongewogen.",
        "bij iedereen die meetelt één getal boven nul, hoogstens 1000",
        "Vul de gewichten aan, of haal 'gewicht' uit de koppeling.",
        cel=f"{kolom.letter}{rijen[0]}",
    )


def meld_geen_ja_of_nee(melder: Bronmelder, cel: str) -> None:
    """In de kolom ervaringsdeskundige staat iets anders."""
    melder.meld(
        Bevindingsoort.ONBEKEND_LABEL,
        f"In cel {cel} staat niet of iemand ervaringsdeskundige is.",
        "ja, nee of een lege cel",
        "Verbeter de cel. Tot die tijd telt deze persoon niet als ervaringsdeskundige.",
        cel=cel,
    )


def _noem(melder: Bronmelder, kolom: Kolom) -> str:
    return f"{kolom.letter} ('{toon_kop(kolom.kop)}')" if melder.noemt_koppen and kolom.kop else kolom.letter
