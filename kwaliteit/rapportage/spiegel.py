"""De spiegel: hetzelfde onderwerp, gezien door meer groepen (rekenregels 6.4). Zonder oordeel over het verschil."""

from fractions import Fraction
from math import floor

from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Alinea, Figuurkop, Sectie, Spiegelfiguur, Spiegelrij
from kwaliteit.begrippen.vragenlijst import Spiegelonderwerp
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.stof import Stof, kies_maat
from kwaliteit.rapportage.taal import met_hoofdletter, schrijf_aantal
from kwaliteit.rapportage.zinnen import MEESTE_WOORDEN, tel_woorden, waarschuw_bij_lage_respons

ANKER = "figuur-spiegel"
INLEIDING = (
    "Sommige onderwerpen zijn aan meer groepen gevraagd. Elke groep kreeg de vraag in eigen woorden."
    " Zo is te zien of groepen hetzelfde onderwerp ook hetzelfde zien."
)
GEEN_SPIEGEL = "Dit jaar is geen onderwerp aan meer groepen gevraagd."


def maak_spiegel(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "De spiegel"."""
    rijen = [rij for onderwerp in stof.bibliotheek.spiegels if (rij := _maak_rij(stof, onderwerp)) is not None]
    if not rijen:
        zin = Alinea(delen=(GEEN_SPIEGEL,), toon="stil")
        return Sectie(titel="De spiegel", anker="spiegel", blokken=(zin,), in_inhoud=True)
    gesorteerd = tuple(sorted(rijen, key=lambda rij: -1 if rij.verschil is None else rij.verschil, reverse=True))
    blokken = (Alinea(delen=(INLEIDING,)), _maak_figuur(stof, gesorteerd))
    return Sectie(titel="De spiegel: zien groepen hetzelfde?", anker="spiegel", blokken=blokken, in_inhoud=True)


def _maak_figuur(stof: Stof, rijen: tuple[Spiegelrij, ...]) -> Spiegelfiguur:
    aanwezig = tuple(
        groep for groep in HOOFDGROEPEN if any(cijfer for rij in rijen for bij, cijfer in rij.cijfers if bij is groep)
    )
    onderwerpen = f"{met_hoofdletter(schrijf_aantal(len(rijen)))} onderwerp{'en' if len(rijen) > 1 else ''}"
    kop = Figuurkop(
        nummer=0,
        anker=ANKER,
        boodschap=(
            _schrijf_boodschap(rijen[0]) or f"{onderwerpen}, gezien door {schrijf_aantal(len(aanwezig))} groepen",
        ),
        ondertitel=f"Gunstige antwoorden per onderwerp en groep, in procenten, {stof.jaar}",
        bron=noem_bron(stof, aanwezig),
        noten=(
            (f"Het verschil telt alleen groepen met {stof.rekenregels.procent_vanaf} of meer antwoorden.",),
            *waarschuw_bij_lage_respons(stof, aanwezig),
        ),
    )
    return Spiegelfiguur(kop=kop, groepen=HOOFDGROEPEN, rijen=rijen)


def _schrijf_boodschap(rij: Spiegelrij) -> str:
    """Het onderwerp dat bovenaan staat, met het aantal punten; leeg als er geen verschil is of het niet past."""
    if rij.verschil is None:
        return ""
    zin = f"{rij.onderwerp}: {rij.verschil} {'punt' if rij.verschil == 1 else 'punten'} verschil"
    return zin if tel_woorden((zin,)) <= MEESTE_WOORDEN else ""


def _maak_rij(stof: Stof, onderwerp: Spiegelonderwerp) -> Spiegelrij | None:
    """De rij van een onderwerp; None als het aan minder dan twee groepen is gevraagd."""
    vragen = {groep: _zoek_vraag(stof, onderwerp.id, groep) for groep in HOOFDGROEPEN}
    cijfers = tuple((groep, stof.cijfer(vraag) if vraag else None) for groep, vraag in vragen.items())
    if sum(cijfer is not None for _, cijfer in cijfers) < 2:
        return None
    teksten = tuple((groep, vraag.vraag.tekst) for groep, vraag in vragen.items() if vraag)
    return Spiegelrij(
        onderwerp=onderwerp.naam,
        cijfers=cijfers,
        verschil=bepaal_verschil(tuple(cijfer for _, cijfer in cijfers), stof.rekenregels.procent_vanaf),
        vraagteksten=teksten if onderwerp.toon_vraagteksten else (),
    )


def _zoek_vraag(stof: Stof, spiegel: str, doelgroep: Doelgroep) -> Gevraagd | None:
    for gevraagd in stof.gevraagd:
        is_spiegel = gevraagd.doelgroep is doelgroep and gevraagd.vraag.spiegel == spiegel
        if is_spiegel and kies_maat(gevraagd.vraag) is Maat.GUNSTIG:
            return gevraagd
    return None


def bepaal_verschil(cijfers: tuple[OpenbaarCijfer | None, ...], procent_vanaf: int) -> int | None:
    """Hoogste min laagste in hele punten, uit de niet afgeronde aandelen; None bij minder dan twee groepen."""
    aandelen = [
        Fraction(cijfer.teller, cijfer.noemer)
        for cijfer in cijfers
        if cijfer is not None
        and cijfer.status is Status.GETOOND
        and cijfer.teller is not None
        and cijfer.noemer is not None
        and cijfer.noemer >= procent_vanaf
    ]
    return floor(100 * (max(aandelen) - min(aandelen)) + Fraction(1, 2)) if len(aandelen) >= 2 else None
