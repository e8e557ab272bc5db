"""Wat er gevraagd is en wat mensen echt antwoordden: de waarheid waar elke nagemaakte export van uitgaat.

De vragen en labels hebben accenten, komma's en een lange gelijke inleiding, omdat exports daarop stuklopen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kwaliteit.begrippen.doelgroep import Reden

Antwoord = int | float | frozenset[int] | Reden
"""Een code, een cijfer, de gekozen opties van een meerkeuzevraag, of de reden dat er niets staat."""


class Vraagsoort(Enum):
    """Hoe de vraag in de tool is gemaakt."""

    LIJST = "lijst"
    JA_NEE = "ja_nee"
    CIJFER = "cijfer"
    MEERKEUZE = "meerkeuze"


class Status(Enum):
    """Hoever iemand kwam."""

    VOLLEDIG = "volledig"
    ONVOLLEDIG = "onvolledig"
    PROEF = "proef"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Eén vraag. `inleiding` is de vraag boven een matrix; `opties` is code -> label."""

    id: str
    tekst: str
    soort: Vraagsoort
    schaal: str
    opties: Mapping[int, str]
    inleiding: str = ""
    weet_niet: str = ""
    nvt: str = ""

    @property
    def redenen(self) -> tuple[Reden, ...]:
        """De redenen die een respondent of de tool bij deze vraag kan geven."""
        eigen = [(self.weet_niet, Reden.WEET_NIET), (self.nvt, Reden.NVT)]
        return (Reden.LEEG, Reden.NIET_GETOOND, *(reden for label, reden in eigen if label))

    def label(self, antwoord: int | Reden) -> str:
        """Het label zoals de respondent het aanklikte; leeg als die niets zag of koos."""
        if antwoord is Reden.WEET_NIET:
            return self.weet_niet
        if antwoord is Reden.NVT:
            return self.nvt
        return "" if isinstance(antwoord, Reden) else self.opties[antwoord]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Eén respondent. `locatie` is 1 of 2 (zie `LOCATIES`), of 0 als die vraag leeg bleef."""

    status: Status
    locatie: int
    antwoorden: Mapping[str, Antwoord]
    open: str


EENS = {1: "helemaal oneens", 2: "oneens", 3: "noch eens, noch oneens (geïnformeerd)", 4: "eens", 5: "héél erg eens"}
BEGELEIDING = "Wat vindt u van de begeleiding?"
CL01 = Item(
    id="CL01",
    tekst="Mijn begeleider kijkt naar wat ik écht nodig heb.",
    soort=Vraagsoort.LIJST,
    schaal="eens5",
    opties=EENS,
    inleiding=BEGELEIDING,
    weet_niet="weet ik niet",
    nvt="niet van toepassing",
)
CL02 = Item(
    id="CL02",
    tekst="De coördinator neemt de tijd, ook als het druk is.",
    soort=Vraagsoort.LIJST,
    schaal="eens5",
    opties=EENS,
    inleiding=BEGELEIDING,
    weet_niet="weet ik niet",
    nvt="niet van toepassing",
)
CL03 = Item(id="CL03", tekst="Welk cijfer geeft u ons?", soort=Vraagsoort.CIJFER, schaal="cijfer", opties={})
CL04 = Item(
    id="CL04",
    tekst="Heeft u een eigen sleutel?",
    soort=Vraagsoort.JA_NEE,
    schaal="ja_nee",
    opties={1: "Ja", 0: "Nee"},
)
CL05 = Item(
    id="CL05",
    tekst="Hoe vaak hoort u iets van de cliëntenraad?",
    soort=Vraagsoort.LIJST,
    schaal="vaak",
    opties={1: "elke week, of vaker", 2: "één keer per maand", 3: "nooit"},
    weet_niet="geen idee",
)
CL06 = Item(
    id="CL06",
    tekst="Waarmee reist u?",
    soort=Vraagsoort.MEERKEUZE,
    schaal="reis",
    opties={1: "de fiets", 2: "bus, tram of trein", 3: "een taxi (één rit)", 4: "te voet"},
)
ITEMS = (CL01, CL02, CL03, CL04, CL05, CL06)
OPEN_VRAAG = "Wat wilt u nog kwijt?"
LOCATIEVRAAG = "Waar woont u?"
LOCATIES = {1: "Noord", 2: "Coöperatie Zuid"}
IPADRES = "203.0.113.77"
MAILADRES = "iemand@voorbeeld.example"
"""Persoonsgegevens die elke tool meeschrijft en die nergens mogen opduiken."""
