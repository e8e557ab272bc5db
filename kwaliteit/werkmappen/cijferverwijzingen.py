"""Ontleedt een tekst met cijferverwijzingen: `{{ cijfer("CL04", jaar=2023, doelgroep="clienten", locatie="noord") }}`.

De verwijzing wordt ontleed en nooit uitgevoerd. Alles wat erop lijkt maar niet klopt, is een gebrek.
"""

import re

from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.verhaal import Cijferverwijzing, Verhaaltekst
from kwaliteit.werkmappen.leesplank import Leesplank

# Zonder accolades en met een grens aan de lengte: anders kost een tekst vol accolades kwadratisch veel tijd.
MERK = re.compile(r"\{\{(?P<binnen>[^\n{}]{0,300})\}\}|\{\{|\}\}")
AANROEP = re.compile(r"\s*(?P<naam>\w+)\s*\((?P<argumenten>.*)\)\s*")
ARGUMENT = re.compile(
    r"""\s*(?:(?P<naam>\w+)\s*=\s*)?(?:"(?P<dubbel>[^"]*)"|'(?P<enkel>[^']*)'|(?P<getal>[0-9]{1,9}))\s*(?:,|$)"""
)
KROMME_AANHALINGSTEKENS = re.compile("[“”„‘’]")
TEKSTARGUMENTEN = ("doelgroep", "locatie")
ARGUMENTEN = ("jaar", *TEKSTARGUMENTEN)

VERWACHT = '{{ cijfer("CL04") }}, met eventueel jaar=2023, doelgroep="clienten" of locatie="noord" erbij'


class _Kapot(Exception):
    """Een verwijzing die niet te ontleden is; draagt wat er mis is en wat te doen."""

    def __init__(self, wat: str, doe_dit: str) -> None:
        super().__init__(wat)
        self.wat = wat
        self.doe_dit = doe_dit


def ontleed_tekst(tekst: str, *, naam: str, eerste_regel: int, plank: Leesplank) -> Verhaaltekst | None:
    """Splits een tekst in letterlijke stukken en cijferverwijzingen; een lege tekst is None."""
    regels = tekst.split("\n")
    while regels and not regels[0].strip():
        regels.pop(0)
        eerste_regel += 1
    kern = "\n".join(regels).rstrip()
    if not kern:
        return None
    delen: list[str | Cijferverwijzing] = []
    einde = geteld_tot = 0
    regel = eerste_regel
    for merk in MERK.finditer(kern):
        regel += kern.count("\n", geteld_tot, merk.start())
        geteld_tot = merk.start()
        waar = f"{naam}, regel {regel}"
        try:
            verwijzing = _ontleed_verwijzing(merk, waar)
        except _Kapot as kapot:
            plank.meld(waar, kapot.wat, VERWACHT, kapot.doe_dit)
            continue
        if merk.start() > einde:
            delen.append(kern[einde : merk.start()])
        delen.append(verwijzing)
        einde = merk.end()
    if einde < len(kern):
        delen.append(kern[einde:])
    return Verhaaltekst(delen=tuple(delen), waar=f"{naam}, regel {eerste_regel}")


def _ontleed_verwijzing(merk: re.Match[str], waar: str) -> Cijferverwijzing:
    binnen = merk["binnen"]
    if binnen is None:
        if merk[0] == "{{":
            raise _Kapot("'{{' is op deze regel niet gesloten", "Zet '}}' achter de verwijzing, op dezelfde regel.")
        raise _Kapot("hier staat '}}' zonder '{{' ervoor", "Zet '{{' voor de verwijzing, of haal '}}' weg.")
    if KROMME_AANHALINGSTEKENS.search(binnen):
        raise _Kapot("hier staan kromme aanhalingstekens", 'Typ rechte aanhalingstekens: "CL04".')
    aanroep = AANROEP.fullmatch(binnen)
    if aanroep is None:
        raise _Kapot(
            "deze verwijzing naar een cijfer is niet te lezen", "Schrijf de verwijzing zoals in het voorbeeld."
        )
    if aanroep["naam"] != "cijfer":
        raise _Kapot(
            f"'{aanroep['naam']}' bestaat niet",
            f"Schrijf 'cijfer'.{bedoelde_u(aanroep['naam'], ['cijfer'])}",
        )
    indicator, opties = _ontleed_argumenten(aanroep["argumenten"])
    jaar, doelgroep, locatie = (opties.get(sleutel) for sleutel in ARGUMENTEN)
    return Cijferverwijzing(
        indicator=indicator,
        jaar=None if jaar is None else int(jaar),
        doelgroep=doelgroep,
        locatie=locatie,
        waar=waar,
    )


def _ontleed_argumenten(tekst: str) -> tuple[str, dict[str, str]]:
    """Geef de naam van het cijfer en wat er met een = bij staat."""
    indicator = ""
    opties: dict[str, str] = {}
    plaats = 0
    while plaats < len(tekst):
        argument = ARGUMENT.match(tekst, plaats)
        if argument is None:
            raise _Kapot("tussen de haakjes staat iets dat niet te lezen is", "Schrijf het zoals in het voorbeeld.")
        naam, getal = argument["naam"], argument["getal"]
        waarde = getal or argument["dubbel"] or argument["enkel"] or ""
        if naam is None:
            if plaats > 0 or getal or not waarde.strip():
                raise _Kapot(
                    "de naam van het cijfer staat niet vooraan", 'Begin met de naam tussen aanhalingstekens: "CL04".'
                )
            indicator = waarde.strip()
        elif naam not in ARGUMENTEN:
            raise _Kapot(f"'{naam}' is hier niet bekend", f"Verbeter het woord.{bedoelde_u(naam, ARGUMENTEN)}")
        elif naam in opties:
            raise _Kapot(f"'{naam}' staat hier twee keer", "Haal een van de twee weg.")
        elif (naam in TEKSTARGUMENTEN) == bool(getal) or not waarde:
            hoe = "tussen aanhalingstekens" if naam in TEKSTARGUMENTEN else "als getal, zonder aanhalingstekens"
            raise _Kapot(f"de waarde bij '{naam}' klopt niet", f"Schrijf de waarde {hoe}.")
        else:
            opties[naam] = waarde
        plaats = argument.end()
    if not indicator:
        raise _Kapot("de naam van het cijfer ontbreekt", 'Zet de naam tussen de haakjes: cijfer("CL04").')
    return indicator, opties
