"""SurveyMonkey (twee kopregels of één) en Alchemer."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import Reden
from tests.exporteurs.tabel import MOMENT, Export, Kenmerk, Opsmuk, Waarde, tooi_op
from tests.exporteurs.vragen import (
    CL06,
    IPADRES,
    ITEMS,
    LOCATIES,
    LOCATIEVRAAG,
    MAILADRES,
    OPEN_VRAAG,
    Persoon,
    Status,
    Vraagsoort,
)

SMKOPPEN = (
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyMonkey:
    """`regels`: twee kopregels (vraag boven, antwoord eronder) of één ("vraag - antwoord")."""

    regels: int

    @property
    def kenmerk(self) -> Kenmerk:
        """Geen status; niet getoond is leeg."""
        return Kenmerk(dialect="surveymonkey" if self.regels == 2 else "surveymonkey-1-regel")

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export."""
        boven: list[Waarde] = [*SMKOPPEN, LOCATIEVRAAG]
        onder: list[Waarde] = [*("" for _ in SMKOPPEN), "Response"]
        vorige = ""
        for item in ITEMS:
            if item is CL06:
                boven += [item.tekst, *("" for _ in list(item.opties)[1:])]
                onder += item.opties.values()
            elif item.inleiding:
                boven.append("" if item.inleiding == vorige else item.inleiding)
                onder.append(item.tekst)
            else:
                boven.append(item.tekst)
                onder.append("Open-Ended Response" if item.soort is Vraagsoort.CIJFER else "Response")
            vorige = item.inleiding
        boven.append(OPEN_VRAAG)
        onder.append("Open-Ended Response")
        rijen: list[list[Waarde]] = [
            [
                str(11_000_000_000 + nummer),
                "411222333",
                "10/03/2024 09:15:27 AM",
                "10/03/2024 09:21:03 AM",
                IPADRES,
                MAILADRES,
                "Iemand",
                "Anders",
                "",
                LOCATIES.get(persoon.locatie, ""),
                *_zeg_alles(persoon),
                persoon.open,
            ]
            for nummer, persoon in enumerate(personen, 1)
        ]
        open_ = [persoon.open for persoon in personen]
        if self.regels == 1:
            return tooi_op([_voeg_samen(boven, onder)], rijen, opsmuk, open_)
        export = tooi_op([boven], rijen, opsmuk, open_)
        onder += ["Open-Ended Response"] * opsmuk.extra_kolommen + [None] * opsmuk.lege_kolommen
        return Export(rijen=[export.rijen[0], onder, *export.rijen[1:]], koprijen=2)


def _voeg_samen(boven: Sequence[Waarde], onder: Sequence[Waarde]) -> list[Waarde]:
    kop: list[Waarde] = []
    vraag: Waarde = ""
    for eerste, tweede in zip(boven, onder, strict=True):
        vraag = eerste or vraag
        kop.append(vraag if tweede in ("", "Response", "Open-Ended Response") else f"{vraag} - {tweede}")
    return kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Alchemer:
    """Eén kopregel; de optie of matrixrij staat vóór de vraag, met een dubbele punt. `nummer`: met Response ID."""

    nummer: bool

    @property
    def kenmerk(self) -> Kenmerk:
        """Status zegt wie klaar is; niet getoond is leeg."""
        return Kenmerk(dialect="alchemer", kent_onvolledig=True, kent_nummer=self.nummer)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export."""
        meta = ["Time Started", "Date Submitted", "Status"]
        kop: list[Waarde] = [*(["Response ID"] if self.nummer else []), *meta, LOCATIEVRAAG]
        for item in ITEMS:
            if item is CL06:
                kop += [f"{label}:{item.tekst}" for label in item.opties.values()]
            else:
                kop.append(f"{item.tekst}:{item.inleiding}" if item.inleiding else item.tekst)
        kop.append(OPEN_VRAAG)
        rijen: list[list[Waarde]] = [
            [
                *([str(nummer)] if self.nummer else []),
                f"{MOMENT}",
                f"{MOMENT}",
                "Partial" if persoon.status is Status.ONVOLLEDIG else "Complete",
                LOCATIES.get(persoon.locatie, ""),
                *_zeg_alles(persoon),
                persoon.open,
            ]
            for nummer, persoon in enumerate(personen, 1)
        ]
        return tooi_op([kop], rijen, opsmuk, [persoon.open for persoon in personen])


def _zeg_alles(persoon: Persoon) -> list[Waarde]:
    rij: list[Waarde] = []
    for item in ITEMS:
        antwoord = persoon.antwoorden[item.id]
        if item is CL06:
            gekozen = antwoord if isinstance(antwoord, frozenset) else frozenset()
            rij += [label if code in gekozen else "" for code, label in item.opties.items()]
        elif item.soort is Vraagsoort.CIJFER:
            rij.append("" if isinstance(antwoord, Reden) else f"{antwoord}")
        else:
            assert isinstance(antwoord, int)
            rij.append(item.label(antwoord))
    return rij
