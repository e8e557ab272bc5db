"""Waarom `verslag` een tabel met een kop toch niet leest. `inspecteer` zegt hetzelfde, met dezelfde woorden."""

from kwaliteit.begrippen.vragenlijst import Vraag, Vragenlijst
from kwaliteit.bestanden.ruw import Weigering
from kwaliteit.bronnen.antwoorden.verdacht import weiger_koprijen
from kwaliteit.bronnen.kop.bladkeuze import Bladkeuze
from kwaliteit.bronnen.kop.indeling import ZOEKDIEPTE
from kwaliteit.bronnen.kop.kop import heeft_vragen
from kwaliteit.bronnen.kop.kopzekerheid import is_vast_een_kop

GEEN_ANTWOORDEN = Weigering(
    wat="Onder de kopregel staan geen antwoorden.",
    verwacht="onder de kopregel één rij per persoon",
    doe_dit="Exporteer de antwoorden opnieuw, of haal dit bestand weg.",
)
RARE_TEKENS = Weigering(
    wat="De tekst in dit rekenblad is niet goed te lezen.",
    verwacht="gewone tekst in de kopregel",
    doe_dit="Open het bestand in Excel en sla het op als nieuwe xlsx.",
)
GEEN_KOP = Weigering(
    wat="Geen kop herkend: in de eerste rij staan alleen getallen of datums.",
    verwacht="boven de antwoorden één rij met de naam van elke kolom",
    doe_dit="Zet een rij met koppen boven de antwoorden, of exporteer opnieuw met koppen.",
)
KOPPEL = "Zeg met 'kwaliteit koppel' welke kolom bij welke vraag hoort, of zet de nummers van de vragen in de kopregel."


def weiger_kop(gekozen: Bladkeuze, lijst: Vragenlijst | None) -> Weigering | None:
    """Geef waarom er in de kop te weinig te herkennen is, of None als `verslag` dit blad leest.

    Zonder `lijst` is nog niet bekend van wie de antwoorden zijn.
    """
    kop, blad = gekozen.kop, gekozen.blad
    if heeft_vragen(kop):
        return weiger_koprijen(blad, kop)
    if any("\0" in str(cel) for rij in blad.eerste_rijen(ZOEKDIEPTE) for cel in rij):
        return RARE_TEKENS
    if not kop.indeling.koprijen:
        return GEEN_KOP
    uit = f"uit '{lijst.naam}'" if lijst else "uit een bekende lijst"
    voorbeelden = " of ".join(f"'{tekst}'" for vraag in _geef_eerste(lijst) for tekst in (vraag.id, vraag.tekst))
    verwacht = "een kopregel met minstens twee bekende koppen" + (f", zoals {voorbeelden}" if voorbeelden else "")
    if any(isinstance(kolom.betekenis, Vraag) for kolom in kop.kolommen):
        wat = f"In de kop (rij {kop.rij + 1}) is maar één kolom bekend. Dat kan toeval zijn."
        return Weigering(wat=wat, verwacht=verwacht, doe_dit=KOPPEL)
    if kop.is_zeker or is_vast_een_kop(blad, kop):
        wat = f"De kop staat in rij {kop.rij + 1}, maar geen van de koppen is een vraag {uit}."
        return Weigering(wat=wat, verwacht=verwacht, doe_dit=KOPPEL)
    return Weigering(
        wat=f"Geen kop herkend: in de eerste {ZOEKDIEPTE} rijen staan geen vragen {uit}.",
        verwacht=verwacht,
        doe_dit="Zet de nummers of de teksten van de vragen in de kopregel, of maak een koppeling.",
    )


def _geef_eerste(lijst: Vragenlijst | None) -> tuple[Vraag, ...]:
    return lijst.vragen[:1] if lijst else ()
