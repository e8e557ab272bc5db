"""De eisen aan het verslag zelf (V1 tot en met V9): waar het bewijs staat en of het er is.

Een eis die dit programma niet kent (uit een ander kader) krijgt geen oordeel, maar "nog geen zicht".
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.kader import Eis
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verhaal import Pijlerverhaal, Verhaaltekst
from kwaliteit.begrippen.verslag import Bewijs, Figuurkop, Normregel, Normtabel
from kwaliteit.rapportage.acties import zoek_beloften, zoek_nieuwe_acties
from kwaliteit.rapportage.respons import ANKER as ANKER_RESPONS
from kwaliteit.rapportage.respons import zoek_niet_gevraagd
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import som_op
from kwaliteit.rapportage.zinnen import MEESTE_WOORDEN, tel_woorden

ANKER = "tabel-eisen"
GEEN_ZICHT = "nog geen zicht"
GEEN_OORDEEL = "nog geen oordeel"
NOG_NIET = "nog niet"
UITGANGSPUNT = "uitgangspunt"
STANDVOLGORDE = ("ja", "deels", "nee", NOG_NIET, GEEN_OORDEEL, GEEN_ZICHT)
KEEK_ALLEEN = "Bij een eis keek het programma alleen of het onderdeel er is. Dat zegt niets over de inhoud."
GEEN_PLICHT = "Dit gaat over de manier van werken, niet over het verslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """Het bewijs bij een eis en of de eis is gehaald."""

    bewijs: tuple[Bewijs, ...]
    stand: str


def maak_eisentabel(stof: Stof) -> Normtabel:
    """Maak de tabel met eisen; een uitgangspunt is geen plicht en krijgt geen oordeel."""
    regels = tuple(_maak_regel(stof, eis) for eis in stof.kader.eisen)
    kop = Figuurkop(
        nummer=0,
        anker=ANKER,
        boodschap=(kies_telkop("Eisen", regels, "Wat dit verslag moet bevatten, en waar het staat"),),
        ondertitel=f"Eisen aan het kwaliteitsverslag, met bewijs en stand, {stof.jaar}",
        bron=stof.kader.bron,
        noten=((KEEK_ALLEEN,),),
    )
    return Normtabel(kop=kop, eerste_kop="Eis", regels=regels)


def kies_telkop(wat: str, regels: tuple[Normregel, ...], anders: str) -> str:
    """De kop van een tabel met standen: "Eisen: 6 ja en 2 deels"; de andere kop als dat meer dan twaalf woorden is."""
    telkop = f"{wat}: {tel_standen(regel.stand for regel in regels)}"
    return telkop if regels and tel_woorden((telkop,)) <= MEESTE_WOORDEN else anders


def tel_standen(standen: Iterable[str]) -> str:
    """Hoe vaak elke stand voorkomt, zonder punt: "1 ja, 2 deels en 4 nog geen oordeel"."""
    aantallen = Counter(standen)
    volgorde = [*STANDVOLGORDE, *sorted(aantallen.keys() - {*STANDVOLGORDE})]
    return som_op([f"{aantallen[stand]} {stand}" for stand in volgorde if aantallen[stand]])


def _maak_regel(stof: Stof, eis: Eis) -> Normregel:
    oordeel = Oordeel(bewijs=(Bewijs(tekst=GEEN_PLICHT, anker=""),), stand=UITGANGSPUNT)
    if eis.is_plicht:
        oordeel = BEOORDELINGEN[eis.id](stof) if eis.id in BEOORDELINGEN else Oordeel(bewijs=(), stand=GEEN_ZICHT)
    return Normregel(
        id=eis.id, thema="", tekst=eis.tekst, plaats=eis.plaats, bewijs=oordeel.bewijs, stand=oordeel.stand
    )


def _weeg(aanwezig: int, totaal: int) -> str:
    if totaal and aanwezig >= totaal:
        return "ja"
    return "deels" if aanwezig else "nee"


def _zoek_deel(stof: Stof, deel: str, kies: Callable[[Pijlerverhaal], Verhaaltekst | None]) -> tuple[Bewijs, ...]:
    """De pijlers waarbij mensen dit deel schreven."""
    return tuple(
        Bewijs(tekst=f"{met_hoofdletter(deel)} bij {pijler.naam.lower()}", anker=f"{pijler.id}-{deel}")
        for pijler in stof.kader.pijlers
        if kies(stof.verhaal(pijler)) is not None
    )


def _vat_samen(stof: Stof, deel: str, delen: tuple[Bewijs, ...]) -> tuple[Bewijs, ...]:
    """Staat het deel bij elke pijler, dan is één verwijzing naar het eerste genoeg."""
    if len(delen) != len(stof.kader.pijlers) or len(delen) == 1:
        return delen
    return (Bewijs(tekst=f"{met_hoofdletter(deel)} bij elke pijler", anker=delen[0].anker),)


def _beoordeel_jaarlijks(stof: Stof) -> Oordeel:
    tekst = f"Kwaliteitsverslag {stof.jaar} van {stof.werkmap.organisatie.naam}"
    return Oordeel(bewijs=(Bewijs(tekst=tekst, anker="methode-versie"),), stand="ja")


def _beoordeel_terugblik(stof: Stof) -> Oordeel:
    delen = _zoek_deel(stof, "terugblik", lambda verhaal: verhaal.terugblik)
    beloften = zoek_beloften(stof)
    met_stand = [actie for actie in beloften if stof.jaar in actie.stand]
    bewijs = (
        *_vat_samen(stof, "terugblik", delen),
        *((Bewijs(tekst="Stand van de beloften", anker="beloften"),) if met_stand else ()),
    )
    return Oordeel(bewijs=bewijs, stand=_weeg(len(delen) + len(met_stand), len(stof.kader.pijlers) + len(beloften)))


def _beoordeel_duiding(stof: Stof) -> Oordeel:
    delen = _zoek_deel(stof, "duiding", lambda verhaal: verhaal.duiding)
    return Oordeel(bewijs=_vat_samen(stof, "duiding", delen), stand=_weeg(len(delen), len(stof.kader.pijlers)))


def _beoordeel_vooruitblik(stof: Stof) -> Oordeel:
    delen = _zoek_deel(stof, "vooruitblik", lambda verhaal: verhaal.vooruitblik)
    acties = (Bewijs(tekst="Acties met wie en wanneer", anker="vooruitblik"),) if zoek_nieuwe_acties(stof) else ()
    return Oordeel(
        bewijs=(*_vat_samen(stof, "vooruitblik", delen), *acties),
        stand=_weeg(len(delen) + len(acties), len(stof.kader.pijlers) + 1),
    )


def _beoordeel_bronnen(stof: Stof) -> Oordeel:
    zonder = zoek_niet_gevraagd(stof)
    gevraagd = [groep for groep in Doelgroep if groep not in zonder]
    tekst = f"Informatie van {som_op([groep.naam for groep in gevraagd])}"
    bewijs = (Bewijs(tekst=tekst, anker=ANKER_RESPONS),) if gevraagd else ()
    return Oordeel(bewijs=bewijs, stand=_weeg(len(gevraagd), len(Doelgroep)))


def _beoordeel_openbaar(stof: Stof) -> Oordeel:
    """Een concept is nog niet openbaar, ook als het adres al bekend is."""
    url = stof.werkmap.publicatie.url
    if not url or not _tel_verteld(stof):
        return Oordeel(bewijs=(), stand=GEEN_ZICHT)
    tekst, stand = ("Dit is een concept. Het komt op", NOG_NIET) if stof.concept else ("Webadres:", "ja")
    return Oordeel(bewijs=(Bewijs(tekst=f"{tekst} {url}", anker=""),), stand=stand)


def _beoordeel_inzicht(stof: Stof) -> Oordeel:
    verteld = _tel_verteld(stof)
    if not verteld:
        return Oordeel(bewijs=(), stand=GEEN_ZICHT)
    bewijs = (
        Bewijs(tekst="In het kort, in gewone taal", anker="kort"),
        Bewijs(tekst="Verantwoording per norm", anker="verantwoording"),
    )
    return Oordeel(bewijs=bewijs, stand=_weeg(verteld, len(stof.kader.pijlers)))


def _tel_verteld(stof: Stof) -> int:
    """Bij hoeveel pijlers mensen iets vertellen: cijfers zonder woorden zijn nog geen verslag."""
    verhalen = [stof.verhaal(pijler) for pijler in stof.kader.pijlers]
    return sum(1 for verhaal in verhalen if verhaal.boodschap or verhaal.duiding is not None)


def _beoordeel_gesprek(stof: Stof) -> Oordeel:
    delen = _zoek_deel(stof, "besproken", lambda verhaal: verhaal.besproken)
    return Oordeel(bewijs=_vat_samen(stof, "besproken", delen), stand=_weeg(len(delen), len(stof.kader.pijlers)))


BEOORDELINGEN: Mapping[str, Callable[[Stof], Oordeel]] = {
    "V1": _beoordeel_jaarlijks,
    "V2": _beoordeel_terugblik,
    "V3": _beoordeel_duiding,
    "V4": _beoordeel_vooruitblik,
    "V5": _beoordeel_bronnen,
    "V6": _beoordeel_openbaar,
    "V7": _beoordeel_inzicht,
    "V8": _beoordeel_gesprek,
}
