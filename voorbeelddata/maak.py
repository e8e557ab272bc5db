"""Maakt de bronbestanden van de verzonnen organisatie in deze map.

Alles is verzonnen en gezaaid: twee keer draaien geeft dezelfde bytes, op elke machine. Daarom alleen `random.random()`
en hele getallen, en eigen kleine schrijvers (schrijvers.py).

    python voorbeelddata/maak.py [MAP]
"""

import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from schrijvers import Cel, Rij, schrijf_csv, schrijf_ods, schrijf_xlsx

T = TypeVar("T")

LOCATIES = {
    "kadehuis": ("Kadehuis", "Het Kadehuis", "KH", "LOC-01"),
    "molenwerf": ("Molenwerf", "De Molenwerf", "MW", "LOC-02"),
    "lindewende": ("Lindewende", "Lindewende", "LW", "LOC-03"),
    "singelrak": ("Singelrak", "Het Singelrak", "SR", "LOC-04"),
    "veerhoeve": ("Veerhoeve", "De Veerhoeve", "VH", "LOC-05"),
    "kreekoord": ("Kreekoord", "Kreekoord", "KO", "LOC-06"),
    "achterstee": ("Achterstee", "De Achterstee", "AS", "LOC-07"),
}
"""Per locatie de naam, de naam in de spreektaal, de afkorting en de code van het rooster."""

CLIENTEN = {
    "CL01": "Mijn begeleider kijkt naar wat ík nodig heb.",
    "CL02": "Ik heb samen met mijn begeleider mijn woonzorgplan gemaakt.",
    "CL03": "Ik weet wat er is afgesproken voor als het slechter met mij gaat.",
    "CL04": "Ik bepaal zelf hoe ik aan mijn herstel werk.",
    "CL05": "Ik praat vaak genoeg met mijn begeleider over mijn plan.",
    "CL06": "Ik kies zelf wie van mijn familie of vrienden meepraat over mijn zorg.",
    "CL07": "De hulp past bij hoe het op dat moment met mij gaat.",
    "CL08": "Mijn begeleider helpt mij om een eigen plek in de samenleving te vinden.",
    "CL09": "Ik kan makkelijk iemand bereiken als ik een vraag of klacht heb.",
    "CL10": "Ik weet wie mij waarmee helpt.",
}
NAASTEN = {
    "NA01": "De hulpverleners werken goed met mij samen.",
    "NA02": "Ik doe mee op de manier die de cliënt wil.",
    "NA03": "Er wordt niet meer van mij gevraagd dan ik aankan.",
    "NA04": "De organisatie helpt de cliënt om contact te houden met familie en vrienden.",
    "NA05": "Ik weet wat er is afgesproken voor als het slechter gaat met de cliënt.",
    "NA06": "De cliënt bepaalt zelf hoe hij of zij aan herstel werkt.",
    "NA07": "De organisatie helpt de cliënt om een eigen plek in de samenleving te vinden.",
    "NA08": "Ik kan makkelijk iemand bereiken als ik een vraag of klacht heb.",
    "NA09": "Ik weet wie de cliënt waarmee helpt.",
    "NA10": "De cliënt is veilig op de plek waar hij of zij woont.",
}
RAPPORTCIJFER = "Welk rapportcijfer geeft u voor hoe wij met u samenwerken?"
PARTNERS = {
    "SA01": "De organisatie werkt met ons samen om hulp dichtbij te regelen.",
    "SA02": "Werkt een gewone oplossing niet, dan zoeken we samen een nieuwe.",
    "SA03": "De organisatie en wij leren van elkaar.",
    "SA04": "Ik weet wie de cliënt waarmee helpt.",
    "SA05": "De organisatie doet iets met de signalen die wij geven.",
    "SA06": "Gaat een cliënt naar een andere plek, dan verloopt de overdracht goed.",
    "SA07": "De organisatie helpt cliënten om een eigen plek in de samenleving te vinden.",
    "SA08": "De organisatie helpt om vooroordelen in de samenleving kleiner te maken.",
    "SA09": "De organisatie is makkelijk te bereiken met een vraag of klacht.",
    "SA10": "Ik weet wat er is afgesproken voor als het slechter gaat met een cliënt.",
}
OPEN_VRAGEN = ("Wat gaat goed?", "Wat moet beter?", "Mogen wij uw antwoord gebruiken in ons verslag, zonder uw naam?")

# Per vraag het deel (in procenten) dat het eens is, in 2022, 2023 en 2024. None: toen niet gevraagd.
EENS: Mapping[str, tuple[int | None, int | None, int | None]] = {
    "CL01": (84, 86, 88), "CL02": (52, 58, 80), "CL03": (55, 57, 58), "CL04": (66, 68, 71), "CL05": (71, 73, 62),
    "CL06": (78, 77, 81), "CL07": (73, 75, 72), "CL08": (49, 51, 53), "CL09": (78, 79, 57), "CL10": (74, 76, 75),
    "NA01": (62, 64, 68), "NA02": (70, 69, 72), "NA03": (58, 61, 60), "NA04": (66, 63, 65), "NA05": (47, 46, 45),
    "NA06": (57, 58, 55), "NA07": (50, 51, 49), "NA08": (70, 69, 51), "NA09": (60, 58, 61), "NA10": (84, 86, 87),
    "PR01": (80, 82, 84), "PR02": (66, 64, 68), "PR03": (90, 89, 93), "PR04": (67, 65, 46), "PR05": (52, 58, 66),
    "PR06": (76, 75, 78), "PR07": (69, 70, 71), "PR08": (80, 78, 81), "PR09": (88, 87, 90), "PR10": (85, 86, 86),
    "ED01": (None, None, 67), "ED02": (None, None, 75), "ED03": (None, None, 42),
    "SA01": (None, 72, 78), "SA02": (None, 64, 69), "SA03": (None, 57, 61), "SA04": (None, 64, 64),
    "SA05": (None, 50, 53), "SA06": (None, 46, 46), "SA07": (None, 64, 67), "SA08": (None, 50, 56),
    "SA09": (None, 71, 61), "SA10": (None, 43, 50),
}  # fmt: skip

# Deel dat "weet ik niet" of "niet van toepassing" kiest, in procenten. Wat er niet staat, krijgt een klein beetje.
WEET_NIET = {"CL03": 4, "CL08": 4, "NA02": 4, "NA05": 8, "NA06": 7, "NA07": 7, "NA09": 5, "SA08": 7, "SA10": 6}
NVT = {"CL06": 6, "CL08": 3, "NA03": 4, "NA04": 4, "SA06": 17, "SA04": 4}

# Waar een locatie duidelijk anders denkt dan de rest: een duwtje omhoog of omlaag.
DUWTJES = {
    ("CL01", "molenwerf"): 1.6, ("CL02", "kadehuis"): 0.5, ("CL02", "singelrak"): -0.5, ("CL09", "singelrak"): -0.9,
    ("CL09", "veerhoeve"): 0.6, ("CL08", "lindewende"): 0.6, ("CL10", "kreekoord"): -0.4, ("PR04", "kadehuis"): -0.7,
    ("PR05", "molenwerf"): 0.7,
}  # fmt: skip

# Rapportcijfers van naasten zoals ze in de csv staan, van hoog naar laag, met hun gewicht per jaar.
RAPPORTCIJFERS = ("9,5", "9", "8,5", "8", "7,5", "7", "6,5", "6", "5,5", "5", "4")
GEWICHTEN = {2022: (0, 5, 5, 20, 15, 24, 10, 11, 4, 4, 2), 2023: (1, 6, 6, 21, 15, 22, 10, 10, 4, 3, 2),
             2024: (2, 7, 7, 23, 15, 20, 8, 9, 4, 3, 2)}  # fmt: skip
# Aanbevelen als werkgever: deel dat 9 of 10 geeft, deel dat 0 tot en met 6 geeft.
AANBEVELEN = {2023: (34, 22), 2024: (29, 27)}

# Deelnemers per locatie, in de volgorde van LOCATIES.
DEELNEMERS = {
    ("clienten", 2022): (27, 24, 20, 18, 16, 9, 4),
    ("clienten", 2023): (28, 25, 22, 19, 17, 11, 4),
    ("clienten", 2024): (31, 27, 24, 20, 18, 13, 4),
    ("naasten", 2022): (15, 12, 11, 9, 8, 5, 2),
    ("naasten", 2023): (16, 13, 11, 9, 9, 6, 2),
    ("naasten", 2024): (17, 14, 12, 10, 10, 6, 2),
    ("professionals", 2022): (27, 23, 20, 17, 14, 8, 3),
    ("professionals", 2023): (29, 25, 21, 18, 15, 9, 4),
    ("professionals", 2024): (32, 27, 23, 19, 16, 10, 4),
    ("samenwerkingspartners", 2023): (14,),
    ("samenwerkingspartners", 2024): (36,),
}
GESTOPT = {"clienten": 5, "naasten": 3, "professionals": 4, "samenwerkingspartners": 1}
"""Zoveel mensen stopten na vier vragen; zij tellen mee als deelnemer, maar niet bij de latere vragen."""
LEEG = {("clienten", 2024): 3, ("naasten", 2024): 1, ("clienten", 2022): 2}
"""Zoveel formulieren kwamen leeg terug; die zijn geen deelnemer."""
ERVARINGSDESKUNDIGEN = 12

EENS5 = ("Helemaal oneens", "Oneens", "Niet eens en niet oneens", "Eens", "Helemaal eens")
EENS5_2022 = ("Helemaal niet mee eens", "Niet mee eens", "Neutraal", "Mee eens", "Helemaal mee eens")

CLIENTEN_GOED = (
    "Er is altijd iemand die luistert.", "Mijn plan is nu echt van mij.", "De begeleiding is rustig en eerlijk.",
    "Samen koken op donderdag.", "Ik mag mijn eigen tempo kiezen.", "Dat ik zelf mijn doelen mocht opschrijven.",
    "Mijn begeleider komt haar afspraken na.", "Ik voel me hier veilig.", "De moestuin.", "Er wordt niet geoordeeld.",
    "Ze vragen eerst wat ik er zelf van vind.", "Ik heb weer contact met mijn zus.",
)  # fmt: skip
CLIENTEN_BETER = (
    "Het nieuwe telefoonnummer. Ik sta steeds in de wacht.", "Meer dezelfde gezichten.",
    "In het weekend is er niemand die mij kent.", "Sneller horen wat er met mijn vraag gebeurt.",
    "Ik wil graag werken, maar het duurt lang.", "Het plan staat vol moeilijke woorden.",
    "Laat mij niet drie keer hetzelfde vertellen.", "Minder wisselingen in het team.",
    "Iemand die meegaat naar de gemeente.", "Ik weet niet wat er gebeurt als ik weer ziek word.",
)  # fmt: skip
NAASTEN_GOED = (
    "De begeleiders zijn vriendelijk en eerlijk.", "Mijn broer is veilig, dat geeft rust.",
    "Ik mocht meepraten bij het plan.", "Er wordt gebeld als er iets is.", "De familieavond was fijn.",
)  # fmt: skip
NAASTEN_BETER = (
    "Een vast iemand die ik kan bellen.", "Ik hoor pas iets als het al mis is gegaan.",
    "Vertel ons wat we moeten doen bij een terugval.", "Minder wachten aan de telefoon.",
    "Vraag ook eens hoe het met mij gaat.",
)  # fmt: skip

KENGETALLEN: Mapping[int, Sequence[Rij]] = {
    2022: (
        ("K01", "", 133, 196, ""),
        ("K02", "", 128, 203, ""),
        ("K03", "", 112, 178, "Eigen termijn: 12 maanden"),
        ("K06", "", 139, 203, ""),
        ("K07", "", 82, 163, ""),
        ("K08", "", 5, 13, ""),
        ("K10", "", 90, 203, ""),
        ("K11", "", 3, 7, ""),
        ("K12", "", 3, None, ""),
        ("K13", "", 26, 30, "Eigen termijn: zes weken"),
        ("K14", "", 44, 73180, "Agressie, brand en vermissing"),
    ),
    2023: (
        ("K01", "", 149, 201, ""),
        ("K02", "", 140, 207, ""),
        ("K03", "", 118, 182, "Eigen termijn: 12 maanden"),
        ("K04", "", 84, 207, "Cliëntportaal, gestart in juni 2023"),
        ("K06", "", 141, 207, ""),
        ("K07", "", 97, 170, ""),
        ("K08", "", 7, 14, ""),
        ("K09", "", 10, 14, ""),
        ("K10", "", 96, 207, ""),
        ("K11", "", 4, 7, ""),
        ("K12", "", 4, None, ""),
        ("K13", "", 29, 33, "Eigen termijn: zes weken"),
        ("K14", "", 41, 74960, "Agressie, brand en vermissing"),
        ("K16", "", 11, 17, ""),
    ),
    2024: (
        *(
            ("K01", naam, teller, noemer, "")
            for (naam, *_), teller, noemer in zip(
                LOCATIES.values(), (41, 37, 30, 26, 25, 14, 5), (45, 40, 36, 30, 27, 20, 5), strict=True
            )
        ),
        ("K02", "", 152, 210, ""),
        ("K03", "", 139, 187, "Eigen termijn: 12 maanden"),
        ("K04", "", 121, 210, "Cliëntportaal; wie niet wil inloggen, kan meelezen met de begeleider"),
        ("K06", "", 148, 210, ""),
        ("K07", "", 118, 176, "Training herstelondersteunende zorg, drie dagen"),
        ("K08", "", 9, 14, ""),
        ("K09", "", 8, 14, "Minstens vier vastgelegde leerbijeenkomsten in 2024"),
        *(
            ("K10", naam, teller, noemer, "")
            for (naam, *_), teller, noemer in zip(
                LOCATIES.values(), (24, 22, 17, 16, 13, 9, 2), (46, 41, 37, 31, 28, 22, 5), strict=True
            )
        ),
        ("K11", "", 5, 7, ""),
        ("K12", "", 6, None, "Twee scholen, drie buurthuizen en de bibliotheek"),
        ("K13", "", 31, 38, "Eigen termijn: zes weken"),
        ("K14", "", 47, 75890, "Agressie, brand en vermissing"),
        ("K15", "", 41, 60, "Dossiertoets: 60 dossiers, gelezen in november 2024"),
        ("K16", "", 14, 19, ""),
    ),
}


@dataclass(kw_only=True)
class Mens:
    """Eén ingevuld formulier. Een antwoord is een code, "weet", "nvt" of None (leeg)."""

    locatie: str
    antwoorden: dict[str, Cel] = field(default_factory=dict)


def deel(aantal: int, procent: int) -> int:
    """Zoveel procent van een aantal, afgerond in hele getallen."""
    return (aantal * procent + 50) // 100


def verdeel_eens5(aantal: int, procent: int) -> list[Cel]:
    """Codes van hoog naar laag: zoveel procent is het eens (4 of 5)."""
    eens = deel(aantal, procent)
    vijf = deel(eens, 20 + procent * 2 // 5)
    niet = aantal - eens
    een, drie = deel(niet, 15), deel(niet, 50)
    return [*[5] * vijf, *[4] * (eens - vijf), *[3] * drie, *[2] * (niet - drie - een), *[1] * een]


def verdeel_aanbevelen(aantal: int, promotor: int, criticus: int) -> list[Cel]:
    """Cijfers van 10 tot 0 met het gevraagde deel promotors en critici."""
    boven, onder = deel(aantal, promotor), deel(aantal, criticus)
    hoog: list[Cel] = [10 if plek % 3 == 0 else 9 for plek in range(boven)]
    midden: list[Cel] = [8 if plek % 5 < 3 else 7 for plek in range(aantal - boven - onder)]
    laag: list[Cel] = [(6, 6, 5, 6, 5, 4, 6, 3)[plek % 8] for plek in range(onder)]
    return [*sorted(hoog, reverse=True, key=str), *sorted(midden, reverse=True, key=str), *laag]


def verdeel_rapportcijfers(aantal: int, gewichten: Sequence[int]) -> list[Cel]:
    """Rapportcijfers van hoog naar laag volgens de gewichten."""
    totaal, cijfers, grens = sum(gewichten), list[Cel](), 0
    for cijfer, gewicht in zip(RAPPORTCIJFERS, gewichten, strict=True):
        grens += gewicht
        cijfers += [cijfer] * (grens * aantal // totaal - len(cijfers))
    return cijfers


class Peiling:
    """Verzint de formulieren van één groep in één jaar; wie positief is, is dat bij elke vraag een beetje."""

    def __init__(self, groep: str, jaar: int) -> None:
        self.jaar = jaar
        self.toeval = random.Random(f"wendelveer {groep} {jaar}")
        aantallen = DEELNEMERS[groep, jaar]
        namen = LOCATIES if len(aantallen) > 1 else ("",)
        plekken = [naam for naam, aantal in zip(namen, aantallen, strict=True) for _ in range(aantal)]
        self.mensen = [Mens(locatie=plek) for plek in self.schud(plekken)]
        self.stemming = [self.rond_nul() for _ in self.mensen]
        self.gestopt = set(self.schud(range(len(self.mensen)))[: GESTOPT[groep]])
        self.leeg = LEEG.get((groep, jaar), 0)

    def schud(self, dingen: Sequence[T]) -> list[T]:
        """Geef de dingen in een willekeurige volgorde."""
        sleutels = sorted((self.toeval.random(), plek) for plek in range(len(dingen)))
        return [dingen[plek] for _, plek in sleutels]

    def rond_nul(self) -> float:
        """Een getal rond nul; de som van drie worpen lijkt genoeg op een klokvorm."""
        return self.toeval.random() + self.toeval.random() + self.toeval.random() - 1.5

    def vraag(self, vraag: str, verdeel: Callable[[int], list[Cel]], *, plaats: int) -> None:
        """Laat iedereen deze vraag beantwoorden; vanaf de vijfde vraag zijn de stoppers weg."""
        wie = []
        for nummer, mens in enumerate(self.mensen):
            worp = self.toeval.random() * 100
            weet_niet, nvt = WEET_NIET.get(vraag, 1), NVT.get(vraag, 0)
            if plaats > 4 and nummer in self.gestopt:
                mens.antwoorden[vraag] = None
            elif plaats > 1 and worp < weet_niet:
                mens.antwoorden[vraag] = "weet"
            elif plaats > 1 and worp < weet_niet + nvt:
                mens.antwoorden[vraag] = "nvt"
            elif plaats > 1 and worp > 99:
                mens.antwoorden[vraag] = None
            else:
                wie.append(nummer)
        punten = {
            nummer: self.stemming[nummer] + 1.2 * self.rond_nul() + DUWTJES.get((vraag, self.mensen[nummer].locatie), 0)
            for nummer in wie
        }
        volgorde = sorted(wie, key=lambda nummer: (-punten[nummer], nummer))
        for nummer, antwoord in zip(volgorde, verdeel(len(wie)), strict=True):
            self.mensen[nummer].antwoorden[vraag] = antwoord

    def vraag_eens(self, vragen: Sequence[str]) -> None:
        """Laat iedereen deze vragen op de vijfpuntsschaal beantwoorden."""
        for plaats, vraag in enumerate(vragen, start=1):
            procent = EENS[vraag][self.jaar - 2022]
            if procent is None:
                raise ValueError(f"{vraag} is in {self.jaar} niet gevraagd")
            self.vraag(vraag, partial(verdeel_eens5, procent=procent), plaats=plaats)

    def schrijf_open_antwoorden(self, goed: Sequence[str], beter: Sequence[str]) -> None:
        """Geef een deel van de mensen open antwoorden en wel of geen toestemming."""
        nummers = self.schud([nummer for nummer in range(len(self.mensen)) if nummer not in self.gestopt])
        for vraag, zinnen, vanaf in (("O1", goed, 0), ("O2", beter, len(goed) // 2)):
            for nummer, zin in zip(nummers[vanaf:], zinnen, strict=False):
                self.mensen[nummer].antwoorden[vraag] = zin
                self.mensen[nummer].antwoorden["O3"] = "nee" if nummer % 3 == 0 else "ja"

    def formulieren(self) -> list[Mens]:
        """Alle formulieren; de lege komen er tussen te staan."""
        mensen = list(self.mensen)
        for keer in range(self.leeg):
            mensen.insert(17 + 29 * keer, Mens(locatie=list(LOCATIES)[keer]))
        return mensen


def maak_rijen(
    mensen: Sequence[Mens], vragen: Sequence[str], *, naam: int | None, woorden: Mapping[Cel, Cel] | None = None
) -> list[list[Cel]]:
    """Eén rij per formulier: volgnummer, locatie (in schrijfwijze `naam`; None: geen kolom) en de antwoorden."""
    rijen = []
    for nummer, mens in enumerate(mensen, start=1):
        plek: list[Cel] = [] if naam is None else [LOCATIES[mens.locatie][naam] if mens.locatie else None]
        antwoorden = [mens.antwoorden.get(vraag) for vraag in vragen]
        rijen.append([nummer, *plek, *((woorden or {}).get(antwoord, antwoord) for antwoord in antwoorden)])
    return rijen


def labels(woorden: Sequence[str], *, weet: Cel, nvt: Cel) -> dict[Cel, Cel]:
    """Van code naar de tekst in het bestand."""
    return {**dict(enumerate(woorden, start=1)), "weet": weet, "nvt": nvt}


IN_WOORDEN = labels(EENS5, weet="Weet ik niet", nvt="n.v.t.")
ALLEEN_CODES: dict[Cel, Cel] = {"weet": None, "nvt": None}


def maak_clienten(jaar: int) -> list[Mens]:
    """De formulieren van cliënten."""
    peiling = Peiling("clienten", jaar)
    peiling.vraag_eens(list(CLIENTEN))
    if jaar == 2024:
        peiling.schrijf_open_antwoorden(CLIENTEN_GOED, CLIENTEN_BETER)
    return peiling.formulieren()


def maak_naasten(jaar: int) -> list[Mens]:
    """De formulieren van naasten, met een rapportcijfer."""
    peiling = Peiling("naasten", jaar)
    peiling.vraag_eens(list(NAASTEN))
    peiling.vraag("NA11", partial(verdeel_rapportcijfers, gewichten=GEWICHTEN[jaar]), plaats=11)
    if jaar == 2024:
        peiling.schrijf_open_antwoorden(NAASTEN_GOED, NAASTEN_BETER)
    return peiling.formulieren()


def maak_professionals(jaar: int) -> list[Mens]:
    """De formulieren van professionals; in 2024 zijn twaalf van hen ook ervaringsdeskundige."""
    peiling = Peiling("professionals", jaar)
    peiling.vraag_eens([f"PR{nummer:02}" for nummer in range(1, 11)])
    if jaar in AANBEVELEN:
        promotor, criticus = AANBEVELEN[jaar]
        verdeler = partial(verdeel_aanbevelen, promotor=promotor, criticus=criticus)
        peiling.vraag("PR11", verdeler, plaats=11)
    if jaar == 2024:
        wel = set(peiling.schud([n for n in range(len(peiling.mensen)) if n not in peiling.gestopt])[:12])
        for nummer, mens in enumerate(peiling.mensen):
            mens.antwoorden["ervaringsdeskundige"] = "ja" if nummer in wel else "nee"
        for vraag in ("ED01", "ED02", "ED03"):
            antwoorden = verdeel_eens5(ERVARINGSDESKUNDIGEN, EENS[vraag][2] or 0)
            for nummer, antwoord in zip(peiling.schud(sorted(wel)), antwoorden, strict=True):
                peiling.mensen[nummer].antwoorden[vraag] = antwoord
    return peiling.formulieren()


def maak_partners(jaar: int) -> list[Mens]:
    """De formulieren van samenwerkingspartners; zij horen niet bij één locatie."""
    peiling = Peiling("samenwerkingspartners", jaar)
    peiling.vraag_eens(list(PARTNERS))
    soorten = ("gemeente", "huisarts", "behandelaar", "woningcorporatie", "welzijn", "politie", "dagbesteding")
    for nummer, mens in enumerate(peiling.mensen):
        mens.antwoorden["soort"] = soorten[nummer * 3 % len(soorten)]
    return peiling.formulieren()


def maak_2022(uit: Path) -> None:
    """Het eerste jaar: een oude export met eigen koppen (koppeling) en twee eenvoudige bestanden."""
    koppen = ("Maatwerk", "Mijn plan", "Als het minder gaat", "Eigen regie", "Gesprek over plan", "Familie en vrienden",
              "Passende hulp", "Meedoen", "Bereikbaar", "Wie doet wat")  # fmt: skip
    woorden = labels(EENS5_2022, weet="Geen idee", nvt="Past niet bij mij")
    rijen = maak_rijen(maak_clienten(2022), list(CLIENTEN), naam=1, woorden=woorden)
    kop: list[Cel] = ["Formuliernummer", "Woonplek", *(f"V{plaats} {kop}" for plaats, kop in enumerate(koppen, 1))]
    schrijf_xlsx(uit / "2022/uitkomsten-wonen.xlsx", {"Uitkomsten": [kop, *rijen]})
    schrijf_naasten(uit, 2022, codering="utf-8-sig")
    vragen = [f"PR{nummer:02}" for nummer in range(1, 11)]
    rijen = maak_rijen(maak_professionals(2022), vragen, naam=0, woorden=ALLEEN_CODES)
    schrijf_xlsx(uit / "2022/professionals.xlsx", {"Blad1": [["Nummer", "Locatie", *vragen], *rijen]})


def maak_2023(uit: Path) -> None:
    """Het tweede jaar: cliënten in een csv met afkortingen, en voor het eerst partners (14)."""
    rijen = maak_rijen(maak_clienten(2023), list(CLIENTEN), naam=2, woorden=IN_WOORDEN)
    schrijf_csv(uit / "2023/clienten.csv", [["nummer", "locatie", *CLIENTEN], *rijen], scheiding=",")
    schrijf_naasten(uit, 2023, codering="utf-8-sig")
    vragen = [f"PR{nummer:02}" for nummer in range(1, 12)]
    rijen = maak_rijen(maak_professionals(2023), vragen, naam=3, woorden=ALLEEN_CODES)
    schrijf_xlsx(uit / "2023/professionals.xlsx", {"Blad1": [["Nummer", "Locatie", *vragen], *rijen]})
    rijen = maak_rijen(maak_partners(2023), list(PARTNERS), naam=None, woorden=IN_WOORDEN)
    schrijf_xlsx(uit / "2023/samenwerkingspartners.xlsx", {"Blad1": [["Nummer", *PARTNERS.values()], *rijen]})


def maak_2024(uit: Path) -> None:
    """Het verslagjaar: vier bestanden, elk met de rommel die echte bestanden hebben (zie LEESMIJ.md)."""
    vragen = [*CLIENTEN, "O1", "O2", "O3"]
    mensen = maak_clienten(2024)
    titel = (("Cliënten aan het woord 2024",), ("Stichting Wendelveer (verzonnen)",), ("Gemaakt op 4 november 2024",))
    kop: list[Cel] = ["Nummer", "Locatie", *CLIENTEN.values(), *OPEN_VRAGEN]
    rijen = maak_rijen(mensen, vragen, naam=1, woorden=IN_WOORDEN)
    schrijf_xlsx(uit / "2024/clienten.xlsx", {"Antwoorden": [*titel, kop, *rijen]})
    schrijf_naasten(uit, 2024, codering="cp1252")
    ed = [f"ED{nummer:02}" for nummer in range(1, 4)]
    pr = [f"PR{nummer:02}" for nummer in range(1, 12)]
    kop = ["Nummer", "Locatie", "Bent u ervaringsdeskundige?", *pr, *ed]
    rijen = maak_rijen(maak_professionals(2024), ["ervaringsdeskundige", *pr, *ed], naam=3, woorden=ALLEEN_CODES)
    schrijf_xlsx(uit / "2024/professionals.xlsx", {"Export": [kop, *rijen]})
    kop = ["Nummer", "Soort organisatie", *(f"{vraag}. {tekst}" for vraag, tekst in PARTNERS.items())]
    rijen = maak_rijen(maak_partners(2024), ["soort", *PARTNERS], naam=None, woorden=IN_WOORDEN)
    schrijf_ods(uit / "2024/samenwerkingspartners.ods", [kop, *rijen])


def schrijf_naasten(uit: Path, jaar: int, *, codering: str) -> None:
    """Naasten leveren elk jaar een Nederlandse csv, met een rapportcijfer met decimale komma."""
    vragen = [*NAASTEN, "NA11", *(("O1", "O2", "O3") if jaar == 2024 else ())]
    open_koppen = OPEN_VRAGEN if jaar == 2024 else ()
    kop: list[Cel] = ["Nummer", "Locatie", *NAASTEN.values(), RAPPORTCIJFER, *open_koppen]
    mensen = maak_naasten(jaar)
    for mens in mensen[5:60:20]:
        mens.locatie = ""
    rijen = maak_rijen(mensen, vragen, naam=0, woorden=IN_WOORDEN)
    schrijf_csv(uit / f"{jaar}/naasten.csv", [kop, *rijen], scheiding=";", codering=codering)


def schrijf_bronnen(uit: Path) -> None:
    """Schrijf alle bronbestanden onder `uit`, een map per jaar."""
    maak_2022(uit)
    maak_2023(uit)
    maak_2024(uit)
    for jaar, regels in KENGETALLEN.items():
        kop: Rij = ("Kengetal", "Locatie", "Teller", "Noemer", "Toelichting")
        schrijf_xlsx(uit / f"{jaar}/kengetallen.xlsx", {"Kengetallen": [kop, *regels]})


if __name__ == "__main__":
    map_ = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    schrijf_bronnen(map_ / "bronnen")
