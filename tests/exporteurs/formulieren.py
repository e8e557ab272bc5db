"""Microsoft Forms en Google Forms: alleen labels, geen status."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import Reden
from tests.exporteurs.tabel import MOMENT, Export, Kenmerk, Opsmuk, Waarde, tooi_op
from tests.exporteurs.vragen import (
    CL06,
    ITEMS,
    LOCATIES,
    LOCATIEVRAAG,
    MAILADRES,
    OPEN_VRAAG,
    Antwoord,
    Item,
    Persoon,
    Vraagsoort,
)

MSKOPPEN = {
    "nl": ("ID", "Begintijd", "Voltooiingstijd", "E-mail", "Naam"),
    "nl-voltooien": ("Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"),
    "en": ("ID", "Start time", "Completion time", "Email", "Name"),
    "de": ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"),
}
MSWIJZIGING = {
    "nl": "Tijd laatste wijziging",
    "nl-voltooien": "Tijd van laatste wijziging",
    "en": "Last modified time",
}
GOOGLEKOPPEN = {"nl": ("Tijdstempel", "E-mailadres"), "en": ("Timestamp", "Email Address")}
GOOGLETIJDEN = ("10/3/2024 9:15:27", "2024/10/03 9:15:27 a.m. CET", "2024-10-03 09:15:27")


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrosoftForms:
    """`anoniem`: de tool schrijft dan overal "anonymous". `wijziging`: met de kolom van de laatste wijziging."""

    taal: str
    anoniem: bool = True
    wijziging: bool = False

    @property
    def kenmerk(self) -> Kenmerk:
        """Wie niet verstuurt, komt niet in het bestand; niet getoond is leeg."""
        return Kenmerk(dialect="msforms")

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export, met echte datums en getallen."""
        meta: list[Waarde] = [*MSKOPPEN[self.taal]]
        if self.wijziging:
            meta.append(MSWIJZIGING[self.taal])
        vragen = [f"{item.inleiding}.{item.tekst}" if item.inleiding else item.tekst for item in ITEMS]
        kop: list[Waarde] = [*meta, LOCATIEVRAAG, *vragen, OPEN_VRAAG]
        rijen = []
        for nummer, persoon in enumerate(personen, 1):
            wie = ["anonymous", None] if self.anoniem else [MAILADRES, "Iemand Anders"]
            rij: list[Waarde] = [nummer, MOMENT, MOMENT, *wie, *([None] if self.wijziging else [])]
            rij.append(LOCATIES.get(persoon.locatie))
            rij += [_zeg(item, persoon.antwoorden[item.id], ";", slot=";", getal=True) for item in ITEMS]
            rijen.append([*rij, persoon.open])
        return tooi_op([kop], rijen, opsmuk, [persoon.open for persoon in personen])


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleForms:
    """`samen` staat tussen de gekozen opties: een komma in Sheets, een puntkomma in de csv."""

    taal: str
    tijd: str
    samen: str = ", "

    @property
    def kenmerk(self) -> Kenmerk:
        """Geen nummer, geen status; niet getoond is leeg."""
        return Kenmerk(dialect="googleforms", kent_nummer=False)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export."""
        vragen = [f"{item.inleiding} [{item.tekst}]" if item.inleiding else item.tekst for item in ITEMS]
        kop: list[Waarde] = [*GOOGLEKOPPEN[self.taal], LOCATIEVRAAG, *vragen, OPEN_VRAAG]
        rijen: list[list[Waarde]] = [
            [
                self.tijd,
                MAILADRES,
                LOCATIES.get(persoon.locatie, ""),
                *(_zeg(item, persoon.antwoorden[item.id], self.samen, slot="", getal=False) for item in ITEMS),
                persoon.open,
            ]
            for persoon in personen
        ]
        return tooi_op([kop], rijen, opsmuk, [persoon.open for persoon in personen])


def _zeg(item: Item, antwoord: Antwoord, samen: str, *, slot: str, getal: bool) -> Waarde:
    if item is CL06:
        gekozen = sorted(antwoord) if isinstance(antwoord, frozenset) else []
        return samen.join(item.opties[code] for code in gekozen) + slot if gekozen else ""
    if antwoord is Reden.NIET_GETOOND or antwoord is Reden.LEEG:
        return ""
    assert isinstance(antwoord, int | float)
    if item.soort is Vraagsoort.CIJFER:
        return antwoord if getal else f"{antwoord}"
    assert isinstance(antwoord, int)
    return item.label(antwoord)
