"""Zinnen om één openbaar cijfer heen, grammaticaal juist in elke vorm die `weergave` eraan geeft.

Een cijfer verschijnt als "76%", "11 van de 14", "minder dan 10%", "meer dan 11 van de 14" of als woorden zoals "te
weinig antwoorden". De zin past zich aan die vorm aan en zegt nooit meer dan dat ene cijfer.
"""

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Deel
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag
from kwaliteit.rapportage.stof import BANDEN, Stof
from kwaliteit.rapportage.taal import citeer, met_hoofdletter

MEESTE_WOORDEN = 12
VOORZICHTIG = "Minder dan de helft deed mee. Lees dit cijfer voorzichtig."
WEET_NIET_TELT_NIET = "“Weet ik niet” en “niet van toepassing” tellen niet mee."


def noem_antwoord(vraag: Vraag) -> tuple[str, str]:
    """Het gezegde bij de gunstige kant, in enkelvoud en meervoud: "is het eens", "zijn het eens"."""
    schaal = vraag.schaal
    labels = [label for code, label in zip(schaal.codes, schaal.labels, strict=True) if code in schaal.gunstig]
    if schaal.soort is Schaalsoort.LIKERT and all(label.split()[-1:] == ["eens"] for label in labels):
        return "is het eens", "zijn het eens"
    if len(labels) == 1 and schaal.soort is Schaalsoort.JA_NEE:
        return f"zegt {labels[0]}", f"zeggen {labels[0]}"
    return "antwoordt gunstig", "antwoorden gunstig"


def is_procent(cijfer: OpenbaarCijfer) -> bool:
    """Waar als het cijfer als percentage verschijnt, ook als band ("minder dan 10%")."""
    return cijfer.status is Status.GETOOND or (cijfer.status in BANDEN and cijfer.toelichting.endswith("%"))


def tel_woorden(delen: tuple[Deel, ...]) -> int:
    """Tel de woorden van een zin zoals de lezer die ziet."""
    return sum(len(deel.split()) if isinstance(deel, str) else _woorden_van(deel) for deel in delen)


def _woorden_van(cijfer: OpenbaarCijfer) -> int:
    if cijfer.status is Status.GETOOND:
        return 1
    return 4 if cijfer.status is Status.WEINIG else len(cijfer.toelichting.split())


def schrijf_bijschrift(cijfer: OpenbaarCijfer, vraag: Vraag, doelgroep: Doelgroep) -> str:
    """Wat er achter een los getal staat: "van de cliënten is het eens"."""
    enkelvoud, meervoud = noem_antwoord(vraag)
    if cijfer.maat is not Maat.GUNSTIG:
        soort = "aanbevelingsscore (NPS) " if cijfer.maat is Maat.NPS else "gemiddeld "
        return f"{soort if cijfer.status is Status.GETOOND else ''}van {doelgroep.naam}"
    if is_procent(cijfer):
        return f"van de {doelgroep.naam} {enkelvoud}"
    if cijfer.is_getal or cijfer.status in BANDEN:
        return f"{doelgroep.naam} {meervoud}"
    return f"({doelgroep.naam})"


def schrijf_feit(cijfer: OpenbaarCijfer, vraag: Vraag, doelgroep: Doelgroep) -> tuple[Deel, ...]:
    """Een korte zin zonder punt over één cijfer: (cijfer, " van de cliënten is het eens")."""
    if cijfer.maat is Maat.GUNSTIG and (cijfer.is_getal or cijfer.status in BANDEN):
        return cijfer, f" {schrijf_bijschrift(cijfer, vraag, doelgroep)}"
    if cijfer.maat is Maat.NPS:
        return f"aanbevelingsscore (NPS) van {doelgroep.naam}: ", cijfer
    if cijfer.maat is Maat.GEMIDDELDE and cijfer.status is Status.GETOOND:
        return f"{doelgroep.naam} geven gemiddeld een ", cijfer
    return f"{doelgroep.naam}: ", cijfer


def schrijf_boodschap(
    stof: Stof, gevraagd: Gevraagd, cijfer: OpenbaarCijfer, *, jaar: int | None = None
) -> tuple[Deel, ...]:
    """Een figuurboodschap van hoogstens twaalf woorden over één cijfer, met het onderwerp ervoor als dat past."""
    feit = schrijf_feit(cijfer, gevraagd.vraag, gevraagd.doelgroep)
    thema = met_hoofdletter(stof.kader.norm(gevraagd.normen[0]).thema) if gevraagd.normen else ""
    wanneer = f"in {jaar}" if jaar is not None else ""
    # Een feit dat zelf met "cliënten: " begint, krijgt geen tweede dubbele punt.
    scheiding = "," if isinstance(feit[0], str) and feit[0].endswith(": ") else ":"
    for voor in (" ".join(filter(None, (thema, wanneer))), thema, met_hoofdletter(wanneer)):
        met_onderwerp: tuple[Deel, ...] = (f"{voor}{scheiding} ", *feit)
        if voor and tel_woorden(met_onderwerp) <= MEESTE_WOORDEN:
            return met_onderwerp
    return begin_met_hoofdletter(feit)


def begin_met_hoofdletter(delen: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """Geef de zin een hoofdletter als zij met tekst begint."""
    eerste = delen[0]
    return (met_hoofdletter(eerste), *delen[1:]) if isinstance(eerste, str) else delen


def schrijf_vraagfeit(deel: Deel, vraag: Vraag, doelgroep: Doelgroep) -> tuple[Deel, ...]:
    """Een hele zin over één cijfer met de vraagtekst erbij; `deel` mag ook een woord zijn ("niet gevraagd")."""
    vraagtekst = citeer(vraag.tekst)
    if isinstance(deel, str):
        return (f"{met_hoofdletter(doelgroep.naam)} over {vraagtekst}: {deel}.",)
    if deel.maat is Maat.GUNSTIG and (deel.is_getal or deel.status in BANDEN):
        return deel, f" {schrijf_bijschrift(deel, vraag, doelgroep)}: {vraagtekst}"
    return f"{met_hoofdletter(doelgroep.naam)} over {vraagtekst}: ", deel, "."


def waarschuw_bij_lage_respons(stof: Stof, doelgroepen: tuple[Doelgroep, ...]) -> tuple[tuple[Deel, ...], ...]:
    """De vaste noot bij elke figuur van een groep waarvan bijna niemand meedeed (rekenregels 4.5)."""
    laag = [groep for groep in doelgroepen if _is_onder(stof.deed_mee(groep), stof.rekenregels.respons_laag)]
    return tuple((f"{met_hoofdletter(groep.naam)}: {VOORZICHTIG}",) for groep in laag)


def schrijf_voorbehoud(stof: Stof, doelgroep: Doelgroep) -> str:
    """De vaste zin bij een kernboodschap als minder dan de helft meedeed, anders leeg."""
    return VOORZICHTIG if _is_onder(stof.deed_mee(doelgroep), stof.rekenregels.respons_voorzichtig) else ""


def _is_onder(aandeel: float | None, grens: float) -> bool:
    return aandeel is not None and aandeel < grens
