"""Zinnen om één openbaar cijfer heen, grammaticaal juist in elke vorm die `weergave` eraan geeft.

Een cijfer verschijnt als "76%", "11 van 14", "minder dan 10%", "meer dan 11 van de 14" of als woorden zoals "te
weinig antwoorden". De zin past zich aan die vorm aan en zegt nooit meer dan dat ene cijfer.
"""

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Deel
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag
from kwaliteit.rapportage.stof import BANDEN, Stof
from kwaliteit.rapportage.taal import citeer, met_hoofdletter, schrijf_aantal

MEESTE_WOORDEN = 12
EENS = "is het eens"
GUNSTIG = "antwoordt gunstig"
VOORZICHTIG = "Minder dan de helft deed mee. Lees dit cijfer voorzichtig."
DRIEKWART = 75
MINSTE_VRAGEN = 2
"""Zoveel vragen met een percentage zijn nodig om ze te tellen in een titel."""


def noem_antwoord(vraag: Vraag) -> tuple[str, str]:
    """Het gezegde bij de gunstige kant, in enkelvoud en meervoud: "is het eens", "zijn het eens"."""
    schaal = vraag.schaal
    labels = [label for code, label in zip(schaal.codes, schaal.labels, strict=True) if code in schaal.gunstig]
    if schaal.soort is Schaalsoort.LIKERT and all(label.split()[-1:] == ["eens"] for label in labels):
        return EENS, "zijn het eens"
    if len(labels) == 1 and schaal.soort is Schaalsoort.JA_NEE:
        return f"zegt {labels[0]}", f"zeggen {labels[0]}"
    return GUNSTIG, "antwoorden gunstig"


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


def schrijf_vraagboodschap(cijfer: OpenbaarCijfer, gevraagd: Gevraagd, jaar: int) -> tuple[Deel, ...]:
    """De vraag zelf als boodschap: "2024: 80% zegt “Ik ...”"; leeg als dat niet past of niet klopt."""
    enkelvoud, _ = noem_antwoord(gevraagd.vraag)
    if cijfer.maat is not Maat.GUNSTIG or not is_procent(cijfer) or enkelvoud != EENS:
        return ()
    zin: tuple[Deel, ...] = (f"{jaar}: ", cijfer, f" zegt {citeer(gevraagd.vraag.tekst)}")
    return zin if tel_woorden(zin) <= MEESTE_WOORDEN else ()


def schrijf_driekwart(rijen: list[tuple[Vraag, OpenbaarCijfer]]) -> str:
    """Bij hoeveel vragen minstens driekwart gunstig antwoordt; leeg als niet elke vraag een percentage heeft."""
    percentages = [_rond_af(cijfer) for _, cijfer in rijen]
    if len(rijen) < MINSTE_VRAGEN or None in percentages:
        return ""
    aantal = sum(procent is not None and procent >= DRIEKWART for procent in percentages)
    gezegden = {noem_antwoord(vraag)[0] for vraag, _ in rijen}
    werkwoord, _, rest = (gezegden.pop() if len(gezegden) == 1 else GUNSTIG).partition(" ")
    hoeveel = "alle" if aantal == len(rijen) else f"{schrijf_aantal(aantal) if aantal else 'geen'} van de"
    return f"Bij {hoeveel} {schrijf_aantal(len(rijen))} vragen {werkwoord} minstens driekwart {rest}"


def _rond_af(cijfer: OpenbaarCijfer) -> int | None:
    """Het hele percentage zoals de lezer het ziet (rekenregels 7.1); een hoge of lage band telt als die grens."""
    if cijfer.status is Status.GETOOND and cijfer.teller is not None and cijfer.noemer:
        return (200 * cijfer.teller + cijfer.noemer) // (2 * cijfer.noemer)
    if is_procent(cijfer) and cijfer.status in BANDEN:
        return 100 if cijfer.status is Status.BAND_HOOG else 0
    return None


def begin_met_hoofdletter(delen: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """Geef de zin een hoofdletter als zij met tekst begint."""
    eerste = delen[0]
    return (met_hoofdletter(eerste), *delen[1:]) if isinstance(eerste, str) else delen


def schrijf_vraagfeit(deel: Deel, vraag: Vraag, doelgroep: Doelgroep, *, met_tekst: bool = True) -> tuple[Deel, ...]:
    """Een hele zin over één cijfer; `deel` mag ook een woord zijn ("niet gevraagd").

    Zonder `met_tekst` blijft de vraagtekst weg, voor vlak na een zin waarin die al staat.
    """
    groep = met_hoofdletter(doelgroep.naam)
    waarover = f" over {citeer(vraag.tekst)}" if met_tekst else ""
    if isinstance(deel, str):
        return (f"{groep}{waarover}: {deel}.",)
    if deel.maat is Maat.GUNSTIG and (deel.is_getal or deel.status in BANDEN):
        return deel, f" {schrijf_bijschrift(deel, vraag, doelgroep)}{f': {citeer(vraag.tekst)}' if met_tekst else '.'}"
    return f"{groep}{waarover}: ", deel, "."


def waarschuw_bij_lage_respons(stof: Stof, doelgroepen: tuple[Doelgroep, ...]) -> tuple[tuple[Deel, ...], ...]:
    """De vaste noot bij elke figuur van een groep waarvan bijna niemand meedeed (rekenregels 4.5)."""
    laag = [groep for groep in doelgroepen if _is_onder(stof.deed_mee(groep), stof.rekenregels.respons_laag)]
    return tuple((f"{met_hoofdletter(groep.naam)}: {VOORZICHTIG}",) for groep in laag)


def schrijf_voorbehoud(stof: Stof, doelgroep: Doelgroep) -> str:
    """De vaste zin bij een kernboodschap als minder dan de helft meedeed, anders leeg."""
    return VOORZICHTIG if _is_onder(stof.deed_mee(doelgroep), stof.rekenregels.respons_voorzichtig) else ""


def _is_onder(aandeel: float | None, grens: float) -> bool:
    return aandeel is not None and aandeel < grens
