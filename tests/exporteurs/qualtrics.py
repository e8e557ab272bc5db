"""Qualtrics: drie kopregels, of de oude vorm met twee."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import Reden
from tests.exporteurs.limesurvey import maak_codes
from tests.exporteurs.tabel import MOMENT, Export, Kenmerk, Opsmuk, Waarde, maak_koppeling, tooi_op
from tests.exporteurs.vragen import (
    CL06,
    IPADRES,
    ITEMS,
    LOCATIES,
    LOCATIEVRAAG,
    MAILADRES,
    OPEN_VRAAG,
    Antwoord,
    Item,
    Persoon,
    Status,
    Vraagsoort,
)

META = {
    "StartDate": ("Start Date", "startDate"),
    "EndDate": ("End Date", "endDate"),
    "Status": ("Response Type", "status"),
    "IPAddress": ("IP Address", "ipAddress"),
    "Progress": ("Progress", "progress"),
    "Duration (in seconds)": ("Duration (in seconds)", "duration"),
    "Finished": ("Finished", "finished"),
    "RecordedDate": ("Recorded Date", "recordedDate"),
    "ResponseId": ("Response ID", "_recordId"),
    "RecipientLastName": ("Recipient Last Name", "recipientLastName"),
    "RecipientFirstName": ("Recipient First Name", "recipientFirstName"),
    "RecipientEmail": ("Recipient Email", "recipientEmail"),
    "ExternalReference": ("External Data Reference", "externalDataReference"),
    "LocationLatitude": ("Location Latitude", "locationLatitude"),
    "LocationLongitude": ("Location Longitude", "locationLongitude"),
    "DistributionChannel": ("Distribution Channel", "distributionChannel"),
    "UserLanguage": ("User Language", "userLanguage"),
}
OUDE_META = {
    "V1": "ResponseID",
    "V2": "ResponseSet",
    "V3": "Name",
    "V4": "ExternalDataReference",
    "V5": "EmailAddress",
    "V6": "IPAddress",
    "V7": "Status",
    "V8": "StartDate",
    "V9": "EndDate",
    "V10": "Finished",
}
CODES = {Reden.WEET_NIET: "8", Reden.NVT: "9"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualtrics:
    """`codes`: getallen in plaats van antwoorden. `gezien`: met −99 voor wie de vraag zag en niets koos."""

    codes: bool
    gesplitst: bool = True
    gezien: bool = False

    @property
    def kenmerk(self) -> Kenmerk:
        """Zonder antwoord is leeg, ook als de vraag niet getoond was."""
        return Kenmerk(dialect="qualtrics", kent_onvolledig=True, kent_proef=True)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export."""
        vragen = _maak_koppen(self.gesplitst)
        namen: list[Waarde] = [*META, *(naam for naam, _ in vragen)]
        teksten: list[Waarde] = [*(tekst for tekst, _ in META.values()), *(tekst for _, tekst in vragen)]
        plek = [f'{{"ImportId":"{id_}"}}' for _, id_ in META.values()]
        nummers: list[Waarde] = [*plek, *(f'{{"ImportId":"QID{nummer}"}}' for nummer in range(len(vragen)))]
        rijen = [self._maak_rij(nummer, persoon) for nummer, persoon in enumerate(personen, 1)]
        export = tooi_op([namen, teksten], rijen, opsmuk, [persoon.open for persoon in personen])
        nummers += [f'{{"ImportId":"X{nummer}"}}' for nummer in range(opsmuk.extra_kolommen)]
        nummers += [None] * opsmuk.lege_kolommen
        koppeling = maak_koppeling(antwoorden=maak_codes("{}", CODES) | {"ja_nee": {"2": 0}}) if self.codes else ""
        return Export(rijen=[*export.rijen[:2], nummers, *export.rijen[2:]], koprijen=3, koppeling=koppeling)

    def _maak_rij(self, nummer: int, persoon: Persoon) -> list[Waarde]:
        proef = persoon.status is Status.PROEF
        klaar = persoon.status is not Status.ONVOLLEDIG
        status = ("1" if proef else "0") if self.codes else ("Survey Preview" if proef else "IP Address")
        rij: list[Waarde] = [
            f"{MOMENT}",
            f"{MOMENT}",
            status,
            IPADRES,
            "100" if klaar else "57",
            "311",
            ("1" if klaar else "0") if self.codes else ("True" if klaar else "False"),
            f"{MOMENT}",
            f"R_{nummer:015d}",
            "",
            "",
            MAILADRES,
            "",
            "52.0907",
            "5.1214",
            "preview" if proef else "anonymous",
            "NL",
        ]
        return rij + _zeg_alles(persoon, codes=self.codes, gesplitst=self.gesplitst, leeg="-99" if self.gezien else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class QualtricsOud:
    """De oude export: V1 tot en met V10, twee kopregels, een lege laatste kolom."""

    codes: bool

    @property
    def kenmerk(self) -> Kenmerk:
        """Zonder antwoord is leeg, ook als de vraag niet getoond was."""
        return Kenmerk(dialect="qualtrics-legacy", kent_onvolledig=True, kent_proef=True)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export."""
        vragen = _maak_koppen(gesplitst=True)
        namen: list[Waarde] = [*OUDE_META, *(naam for naam, _ in vragen)]
        teksten: list[Waarde] = [*OUDE_META.values(), *(tekst for _, tekst in vragen)]
        rijen = []
        for nummer, persoon in enumerate(personen, 1):
            proef = "1" if persoon.status is Status.PROEF else "0"
            meta = [f"R_{nummer:015d}", "Default Response Set", "Anonymous", "", MAILADRES, IPADRES, proef]
            klaar = "0" if persoon.status is Status.ONVOLLEDIG else "1"
            antwoorden = _zeg_alles(persoon, codes=self.codes, gesplitst=True, leeg="")
            rijen.append([*meta, f"{MOMENT}", f"{MOMENT}", klaar, *antwoorden])
        export = tooi_op([namen, teksten], rijen, opsmuk, [persoon.open for persoon in personen])
        koppeling = maak_koppeling(antwoorden=maak_codes("{}", CODES) | {"ja_nee": {"2": 0}}) if self.codes else ""
        return Export(rijen=[[*rij, None] for rij in export.rijen], koprijen=2, koppeling=koppeling)


def _maak_koppen(gesplitst: bool) -> list[tuple[str, str]]:
    """Vraagnaam en vraagtekst per kolom; een matrix telt als één vraag met rijen."""
    koppen = [("Q1", LOCATIEVRAAG)]
    matrixrij = 0
    for nummer, item in enumerate(ITEMS, 2):
        if item is CL06 and gesplitst:
            koppen += [(f"Q{nummer}_{code}", f"{item.tekst} - {label}") for code, label in item.opties.items()]
        elif item.inleiding:
            matrixrij += 1
            koppen.append((f"Q2_{matrixrij}", f"{item.inleiding} - {item.tekst}"))
        else:
            koppen.append((f"Q{nummer}", item.tekst))
    return [*koppen, ("Q99", OPEN_VRAAG)]


def _zeg_alles(persoon: Persoon, *, codes: bool, gesplitst: bool, leeg: str) -> list[Waarde]:
    if not persoon.locatie:
        rij: list[Waarde] = [""]
    else:
        rij = [str(persoon.locatie) if codes else LOCATIES[persoon.locatie]]
    for item in ITEMS:
        antwoord = persoon.antwoorden[item.id]
        if item is not CL06:
            rij.append(leeg if antwoord is Reden.LEEG else _zeg(item, antwoord, codes))
            continue
        gekozen = antwoord if isinstance(antwoord, frozenset) else frozenset()
        teksten = {code: ("1" if gesplitst else str(code)) if codes else label for code, label in item.opties.items()}
        if gesplitst:
            rij += [teksten[code] if code in gekozen else "" for code in item.opties]
        else:
            rij.append(",".join(teksten[code] for code in item.opties if code in gekozen))
    return [*rij, persoon.open]


def _zeg(item: Item, antwoord: Antwoord, codes: bool) -> str:
    if antwoord is Reden.NIET_GETOOND or antwoord is Reden.LEEG:
        return ""
    if item.soort is Vraagsoort.CIJFER:
        return f"{antwoord}"
    assert isinstance(antwoord, int)
    if not codes:
        return item.label(antwoord)
    if isinstance(antwoord, Reden):
        return CODES[antwoord]
    # Qualtrics nummert de opties van boven naar beneden: ja is 1 en nee is 2.
    return str(2 - antwoord) if item.soort is Vraagsoort.JA_NEE else str(antwoord)
