"""De spiegel: hetzelfde onderwerp, gezien door meer groepen (rekenregels 6.4).

Het verschil is dat tussen de hoogste en de laagste groep met een percentage, met de woorden van hun oordeel. Wie 10 tot
29 antwoorden heeft, staat er als aantal bij en telt niet mee in de volgorde. Een gewogen groep heeft geen teller; haar
waarde telt mee.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.vergelijking import Label, Oordeel
from kwaliteit.begrippen.verslag import Alinea, Cijfertabel, Figuurkop, Sectie, Spiegelfiguur, Spiegelrij
from kwaliteit.begrippen.vragenlijst import Spiegelonderwerp
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.oordelen import MET_RICHTING, mag_in_titel, schrijf_oordeel, zoek_groepsoordeel
from kwaliteit.rapportage.stof import Stof, is_tekenbaar
from kwaliteit.rapportage.taal import citeer, schrijf_aantal
from kwaliteit.rapportage.zinnen import MEESTE_WOORDEN, tel_woorden, waarschuw_bij_lage_respons

ANKER = "figuur-spiegel"
INLEIDING = (
    "Sommige onderwerpen zijn aan meer groepen gevraagd. Elke groep kreeg de vraag in eigen woorden."
    " Zo is te zien of groepen hetzelfde onderwerp ook hetzelfde zien."
)
TE_WEINIG = "Er zijn te weinig antwoorden om groepen te vergelijken."
GEEN_SPIEGEL = "Dit jaar is geen onderwerp aan meer groepen gevraagd."


def maak_spiegel(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "De spiegel"."""
    rijen = [rij for onderwerp in stof.bibliotheek.spiegels if (rij := _maak_gezien(stof, onderwerp)) is not None]
    if not rijen:
        zin = Alinea(delen=(GEEN_SPIEGEL,), toon="stil")
        return Sectie(titel="De spiegel", anker="spiegel", blokken=(zin,), in_inhoud=True)
    gesorteerd = tuple(sorted(rijen, key=_rangorde))
    blokken = (Alinea(delen=(INLEIDING,)), _maak_figuur(stof, gesorteerd))
    return Sectie(titel="De spiegel: zien groepen hetzelfde?", anker="spiegel", blokken=blokken, in_inhoud=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gezien:
    """Een onderwerp met het verschil tussen hoogste en laagste (niet afgerond) en het oordeel daarover; None mag."""

    rij: Spiegelrij
    verschil: Fraction | None
    oordeel: Oordeel | None

    @property
    def is_duidelijk(self) -> bool:
        """Waar als het verschil duidelijk is."""
        return self.oordeel is not None and self.oordeel.label is Label.DUIDELIJK


def _rangorde(gezien: _Gezien) -> tuple[bool, int]:
    """Eerst wat duidelijk is, en daarbinnen het grootste verschil eerst; zonder verschil komt achteraan."""
    return not gezien.is_duidelijk, 1 if gezien.rij.verschil is None else -gezien.rij.verschil


def _maak_figuur(stof: Stof, onderwerpen: tuple[_Gezien, ...]) -> Spiegelfiguur | Cijfertabel:
    """De figuur; een tabel met hetzelfde anker als er bij geen enkel onderwerp twee punten te tekenen zijn."""
    rijen = tuple(gezien.rij for gezien in onderwerpen)
    aanwezig = tuple(
        groep for groep in HOOFDGROEPEN if any(cijfer for rij in rijen for bij, cijfer in rij.cijfers if bij is groep)
    )
    hoeveel = f"{met_hoofdletter(schrijf_aantal(len(rijen)))} onderwerp{'en' if len(rijen) > 1 else ''}"
    heeft_punten = any(sum(is_tekenbaar(cijfer) for _, cijfer in rij.cijfers) > 1 for rij in rijen)
    verschilnoot = (
        f"Het verschil is dat tussen de hoogste en de laagste groep met {stof.rekenregels.procent_vanaf} of meer"
        " antwoorden, in punten op een schaal van 0 tot 100."
    )
    kop = Figuurkop(
        nummer=0,
        anker=ANKER,
        boodschap=(
            _schrijf_boodschap(stof, onderwerpen[0])
            or f"{hoeveel}, gezien door {schrijf_aantal(len(aanwezig))} groepen",
        ),
        ondertitel=f"Gunstige antwoorden per onderwerp en groep{', in procenten' if heeft_punten else ''}, {stof.jaar}",
        bron=noem_bron(stof, aanwezig),
        noten=((verschilnoot if heeft_punten else TE_WEINIG,), *waarschuw_bij_lage_respons(stof, aanwezig)),
    )
    if heeft_punten:
        return Spiegelfiguur(kop=kop, groepen=aanwezig, rijen=rijen)
    return _maak_tabel(kop, aanwezig, rijen)


def _maak_tabel(kop: Figuurkop, groepen: tuple[Doelgroep, ...], rijen: tuple[Spiegelrij, ...]) -> Cijfertabel:
    return Cijfertabel(
        kop=kop,
        koppen=("Onderwerp", *(met_hoofdletter(groep.naam) for groep in groepen)),
        rijen=tuple(
            (rij.onderwerp, *(dict(rij.cijfers)[groep] or Status.NIET_GEVRAAGD.value for groep in groepen))
            for rij in rijen
        ),
        stapel=True,
        uitleg=tuple(
            (f"{rij.onderwerp}, vraag aan {groep.naam}: {citeer(tekst)}",)
            for rij in rijen
            for groep, tekst in rij.vraagteksten
        ),
    )


def _schrijf_boodschap(stof: Stof, gezien: _Gezien) -> str:
    """Het onderwerp dat bovenaan staat: "groot verschil" alleen als het duidelijk is en groot genoeg.

    Leeg als er niets te zeggen is, het niet past, of van een van de twee groepen bijna niemand meedeed.
    """
    rij, oordeel = gezien.rij, gezien.oordeel
    if rij.verschil is None or oordeel is None or oordeel.label not in MET_RICHTING or not mag_in_titel(stof, oordeel):
        return ""
    punten = f"{rij.verschil} {'punt' if rij.verschil == 1 else 'punten'}"
    grens = Fraction(str(stof.rekenregels.groot_verschil))
    is_groot = gezien.is_duidelijk and gezien.verschil is not None and gezien.verschil >= grens
    zin = f"{rij.onderwerp}: {f'groot verschil, {punten}' if is_groot else rij.oordeel}"
    return zin if tel_woorden((zin,)) <= MEESTE_WOORDEN else ""


def _maak_gezien(stof: Stof, onderwerp: Spiegelonderwerp) -> _Gezien | None:
    """Wat groepen over een onderwerp zeggen; None als het aan minder dan twee groepen is gevraagd."""
    vragen = {groep: _zoek_vraag(stof, onderwerp.id, groep) for groep in HOOFDGROEPEN}
    cijfers = tuple((groep, stof.cijfer(vraag) if vraag else None) for groep, vraag in vragen.items())
    if sum(cijfer is not None for _, cijfer in cijfers) < 2:
        return None
    teksten = tuple((groep, vraag.vraag.tekst) for groep, vraag in vragen.items() if vraag)
    uitersten = zoek_uitersten(cijfers, stof.rekenregels.procent_vanaf)
    verschil, oordeel = None, None
    if uitersten:
        (hoog, hoogste), (laag, laagste) = uitersten
        verschil, oordeel = hoog - laag, zoek_groepsoordeel(stof, onderwerp.id, hoogste, laagste)
    rij = Spiegelrij(
        onderwerp=onderwerp.naam,
        cijfers=cijfers,
        verschil=None if verschil is None else floor(100 * verschil + Fraction(1, 2)),
        vraagteksten=teksten if onderwerp.toon_vraagteksten else (),
        oordeel=f"{oordeel.een.doelgroep.naam} {schrijf_oordeel(oordeel)}" if oordeel else "",
    )
    return _Gezien(rij=rij, verschil=verschil, oordeel=oordeel)


def _zoek_vraag(stof: Stof, spiegel: str, doelgroep: Doelgroep) -> Gevraagd | None:
    for gevraagd in stof.gevraagd:
        is_spiegel = gevraagd.doelgroep is doelgroep and gevraagd.vraag.spiegel == spiegel
        if is_spiegel and kies_hoofdmaat(gevraagd.vraag) is Maat.GUNSTIG:
            return gevraagd
    return None


def zoek_uitersten(
    cijfers: tuple[tuple[Doelgroep, OpenbaarCijfer | None], ...], procent_vanaf: int
) -> tuple[tuple[Fraction, Doelgroep], tuple[Fraction, Doelgroep]] | None:
    """Het hoogste en het laagste aandeel met hun groep; None bij minder dan twee groepen met een percentage."""
    aandelen = [
        (aandeel, groep)
        for groep, cijfer in cijfers
        if cijfer is not None
        and cijfer.status is Status.GETOOND
        and cijfer.noemer is not None
        and cijfer.noemer >= procent_vanaf
        and (aandeel := _lees_aandeel(cijfer)) is not None
    ]
    if len(aandelen) < 2:
        return None
    oplopend = sorted(aandelen, key=lambda paar: paar[0])
    return oplopend[-1], oplopend[0]


def _lees_aandeel(cijfer: OpenbaarCijfer) -> Fraction | None:
    """Het aandeel uit de aantallen; van een gewogen cijfer, dat geen teller heeft, de openbare waarde."""
    if cijfer.teller is not None and cijfer.noemer:
        return Fraction(cijfer.teller, cijfer.noemer)
    return None if cijfer.waarde is None else Fraction(str(cijfer.waarde))
