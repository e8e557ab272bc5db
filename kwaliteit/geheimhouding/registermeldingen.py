"""De bevindingen over wat eerder gepubliceerd is. Ze noemen onderdelen en indicatoren, nooit een aantal."""

from collections.abc import Iterable, Sequence

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.register import REGISTERPAD, Gepubliceerd
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.werkmap import ALLES
from kwaliteit.geheimhouding.rijen import Kop

HOUDT_TEGEN = "Dit houdt --definitief tegen:"
"""Een concept gaat door; daarom staat er geen "stop"."""


def _wie(kop: Kop) -> str:
    groep = f" van {kop.doelgroep.naam}" if kop.doelgroep else ""
    return f"{kop.indicator}{groep} over {kop.jaar}"


def _noem_uitwegen(kop: Kop) -> str:
    groep = f", doelgroep: {kop.doelgroep}" if kop.doelgroep else ""
    return (
        "met behoud blijven de oude cijfers staan, met verberg staan ze nergens meer. Schrijf één regel per indicator, "
        f"of {ALLES} voor alles van deze groep: "
        f'- {{jaar: {kop.jaar}, indicator: {kop.indicator}{groep}, keuze: behoud, reden: "uw reden"}}'
    )


def _noem_eis(regels: Rekenregels) -> str:
    return (
        f"minstens {regels.drempel} mensen meer of minder, en onder hen minstens {regels.band} met een gunstig"
        f" antwoord en minstens {regels.band} zonder"
    )


def meld_anders(kop: Kop, onderdelen: Iterable[str], regels: Rekenregels) -> Bevinding:
    """Een cijfer dat niet naast de eerdere versie mag verschijnen, met de twee uitwegen."""
    return Bevinding(
        soort=Bevindingsoort.ANDERS_DAN_GEPUBLICEERD,
        wat=f"{HOUDT_TEGEN} {_wie(kop)} is anders dan eerder gepubliceerd in {', '.join(onderdelen)}. "
        "Wie beide versies heeft, kan iets over weinig mensen uitrekenen.",
        verwacht=f"hetzelfde cijfer, of {_noem_eis(regels)}",
        doe_dit="Zet de antwoorden van toen terug, of kies in kwaliteit.yaml bij publicatie onder correcties: "
        + _noem_uitwegen(kop),
        bestand=REGISTERPAD.as_posix(),
        vraag=kop.indicator,
    )


def meld_restverschil(kop: Kop, onderdelen: Iterable[str], regels: Rekenregels) -> Bevinding:
    """Een restblok dat niet naast dat van de eerdere versie mag staan, met de twee uitwegen."""
    return Bevinding(
        soort=Bevindingsoort.ANDERS_DAN_GEPUBLICEERD,
        wat=f"{HOUDT_TEGEN} {_wie(kop)} is anders dan eerder gepubliceerd in {', '.join(onderdelen)}. Trekt een "
        "lezer af wat in beide versies staat, dan gaat het verschil tussen de versies over een paar mensen.",
        verwacht=f"wat na aftrekken overblijft is gelijk, of {_noem_eis(regels)}",
        doe_dit="Zet de antwoorden van toen terug, of kies in kwaliteit.yaml bij publicatie onder correcties: "
        + _noem_uitwegen(kop),
        bestand=REGISTERPAD.as_posix(),
        vraag=kop.indicator,
    )


def meld_onbekend(kop: Kop, kwijt: Sequence[Gepubliceerd]) -> Bevinding:
    """Een gepubliceerd onderdeel dat niet in de boom staat."""
    namen = ", ".join(f"'{naam}'" for naam in dict.fromkeys(oud.onderdeel for oud in kwijt))
    regel = min(oud.regel for oud in kwijt)
    return Bevinding(
        soort=Bevindingsoort.ONBEKEND_IN_REGISTER,
        wat=f"{HOUDT_TEGEN} van {_wie(kop)} is ook {namen} gepubliceerd (vanaf regel {regel}), en dat staat niet in "
        "kwaliteit.yaml. Wie daarbij hoorde is niet na te gaan.",
        verwacht="alleen onderdelen die in kwaliteit.yaml staan, met hun naam van nu of van toen",
        doe_dit="Zet de oude naam bij ook_wel van de locatie of de organisatie. Was het een andere groep mensen, kies "
        "dan in kwaliteit.yaml bij publicatie onder correcties: " + _noem_uitwegen(kop),
        bestand=REGISTERPAD.as_posix(),
        vraag=kop.indicator,
    )


def meld_verdwenen(kop: Kop, onderdeel: str, indicatoren: Sequence[str]) -> Bevinding:
    """Cijfers die eerder wel en nu niet verschijnen."""
    groep = f" van {kop.doelgroep.naam}" if kop.doelgroep else ""
    return Bevinding(
        soort=Bevindingsoort.EERDER_WEL_GETOOND,
        wat=f"Cijfers{groep} over {kop.jaar} in {onderdeel} zijn eerder gepubliceerd en nu verborgen: "
        f"{', '.join(indicatoren)}. Wie de eerdere versie heeft, heeft ze nog.",
        verwacht="dezelfde cijfers als eerder",
        doe_dit="Dit mag. Het programma rekent ermee dat een lezer deze cijfers al heeft.",
        bestand=REGISTERPAD.as_posix(),
        aantal=len(indicatoren),
    )


def meld_zonder_doel(kop: Kop) -> Bevinding:
    """Een correctie die niets doet."""
    return Bevinding(
        soort=Bevindingsoort.CORRECTIE_ZONDER_DOEL,
        wat=f"De correctie 'behoud' voor {_wie(kop)} doet niets: er is nog niets over gepubliceerd.",
        verwacht="een correctie van een cijfer dat in het register staat",
        doe_dit="Haal de correctie weg, of verbeter jaar, indicator of doelgroep.",
        bestand="kwaliteit.yaml",
        vraag=kop.indicator,
    )
