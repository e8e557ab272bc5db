"""Zinnen om één openbaar cijfer heen, grammaticaal juist in elke vorm die `weergave` eraan geeft.

Een cijfer verschijnt als "76%", "11 van 14", "minder dan 10%", "meer dan 11 van de 14" of als woorden zoals "te
weinig antwoorden". De zin past zich aan die vorm aan en zegt nooit meer dan dat ene cijfer.
"""

from decimal import Decimal

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_grens
from kwaliteit.begrippen.verslag import Deel
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag
from kwaliteit.rapportage.stof import BANDEN, Stof
from kwaliteit.rapportage.taal import citeer, schrijf_aantal

MEESTE_WOORDEN = 12
AANDELEN = (Maat.GUNSTIG, Maat.TOPBOX)
SCORE = "gemiddelde score"
NPS = "aanbevelingsscore (NPS)"
EENS = "is het eens"
GUNSTIG = "antwoordt gunstig"
TOPBOX = ("koos het hoogste antwoord", "kozen het hoogste antwoord")
VOORZICHTIG = "Minder dan de helft deed mee. Lees dit cijfer voorzichtig."
MINSTE_VRAGEN = 2
"""Zoveel vragen met een percentage zijn nodig om ze te tellen in een titel."""


def noem_antwoord(vraag: Vraag) -> tuple[str, str]:
    """Het gezegde bij de gunstige kant, in enkelvoud en meervoud: "is het eens", "zijn het eens"."""
    schaal = vraag.schaal
    if vraag.samenstelling is not None and vraag.samenstelling.gunstig_boven is not None:
        grens = schrijf_grens(vraag.samenstelling.gunstig_boven)
        return f"heeft een score boven {grens}", f"hebben een score boven {grens}"
    labels = [label for code, label in zip(schaal.codes, schaal.labels, strict=True) if code in schaal.gunstig]
    if schaal.soort is Schaalsoort.LIKERT and all(label.split()[-1:] == ["eens"] for label in labels):
        return EENS, "zijn het eens"
    if len(labels) == 1 and schaal.soort is Schaalsoort.JA_NEE:
        return f"zegt {labels[0]}", f"zeggen {labels[0]}"
    return GUNSTIG, "antwoorden gunstig"


def noem_maat(vraag: Vraag, doelgroep: Doelgroep) -> str:
    """Wat een figuur over één vraag meet, als begin van een ondertitel: "Cliënten die het eens zijn"."""
    maat = kies_hoofdmaat(vraag)
    if maat is Maat.GUNSTIG:
        _, meervoud = noem_antwoord(vraag)
        werkwoord, _, rest = meervoud.partition(" ")
        return f"{met_hoofdletter(doelgroep.naam)} die {f'{rest} {werkwoord}' if rest else werkwoord}"
    if maat is Maat.SCORE:
        return f"{met_hoofdletter(SCORE)} van {doelgroep.naam}, van 0 tot 100"
    soort = NPS if maat is Maat.NPS else SCORE if vraag.samenstelling else "gemiddeld cijfer"
    return f"{met_hoofdletter(soort)} van {doelgroep.naam}"


def noem_rij(vraag: Vraag, maat: Maat) -> str:
    """De vraag als rijkop, met wat er geteld is als dat niet het gewone gunstige antwoord, cijfer of nps is."""
    uitleg = ""
    if maat is Maat.SCORE:
        uitleg = f"{SCORE}, van 0 tot 100"
    elif maat is Maat.TOPBOX:
        uitleg = TOPBOX[0]
    elif vraag.samenstelling is not None:
        uitleg = noem_antwoord(vraag)[0] if maat is Maat.GUNSTIG else SCORE
    return f"{vraag.tekst.rstrip('.')}: {uitleg}" if uitleg else vraag.tekst


def is_procent(cijfer: OpenbaarCijfer) -> bool:
    """Waar als het cijfer als percentage verschijnt, ook als band ("minder dan 10%")."""
    return cijfer.status is Status.GETOOND or (cijfer.status in BANDEN and cijfer.toelichting.endswith("%"))


def tel_woorden(delen: tuple[Deel, ...]) -> int:
    """Tel de woorden van een zin zoals de lezer die ziet."""
    return sum(
        # Een los leesteken tussen twee delen is geen woord.
        sum(woord.strip(",.:;") != "" for woord in deel.split()) if isinstance(deel, str) else _woorden_van(deel)
        for deel in delen
    )


def _woorden_van(cijfer: OpenbaarCijfer) -> int:
    if cijfer.status is Status.GETOOND:
        return 1
    return 4 if cijfer.status is Status.WEINIG else len(cijfer.toelichting.split())


def schrijf_bijschrift(cijfer: OpenbaarCijfer, vraag: Vraag, doelgroep: Doelgroep) -> str:
    """Wat er achter een los getal staat: "van de cliënten is het eens"."""
    if cijfer.maat not in AANDELEN:
        return _schrijf_middenbijschrift(cijfer, vraag, doelgroep)
    enkelvoud, meervoud = TOPBOX if cijfer.maat is Maat.TOPBOX else noem_antwoord(vraag)
    if is_procent(cijfer):
        return f"van de {doelgroep.naam} {enkelvoud}"
    if cijfer.is_getal or cijfer.status in BANDEN:
        return f"{doelgroep.naam} {meervoud}"
    return f"({doelgroep.naam})"


def _schrijf_middenbijschrift(cijfer: OpenbaarCijfer, vraag: Vraag, doelgroep: Doelgroep) -> str:
    """Wat er achter een los gemiddelde, score of nps staat; achter woorden alleen de groep."""
    if cijfer.status is not Status.GETOOND:
        return f"van {doelgroep.naam}"
    if cijfer.maat is Maat.SCORE:
        return f"van 100, de {SCORE} van {doelgroep.naam}"
    if cijfer.maat is Maat.NPS:
        return f"{NPS} van {doelgroep.naam}"
    return f"{SCORE if vraag.samenstelling else 'gemiddeld'} van {doelgroep.naam}"


def schrijf_feit(cijfer: OpenbaarCijfer, vraag: Vraag, doelgroep: Doelgroep) -> tuple[Deel, ...]:
    """Een korte zin zonder punt over één cijfer: (cijfer, " van de cliënten is het eens")."""
    if cijfer.maat in AANDELEN and (cijfer.is_getal or cijfer.status in BANDEN):
        return cijfer, f" {schrijf_bijschrift(cijfer, vraag, doelgroep)}"
    if cijfer.maat is Maat.NPS:
        return f"{NPS} van {doelgroep.naam}: ", cijfer
    if cijfer.maat is Maat.SCORE and cijfer.status is Status.GETOOND:
        return f"{SCORE} van {doelgroep.naam}: ", cijfer, " van 100"
    if cijfer.maat is Maat.GEMIDDELDE and cijfer.status is Status.GETOOND:
        if vraag.samenstelling is not None:
            return f"{SCORE} van {doelgroep.naam}: ", cijfer
        return f"{doelgroep.naam} geven gemiddeld een ", cijfer
    return f"{doelgroep.naam}: ", cijfer


def schrijf_boodschap(
    stof: Stof, gevraagd: Gevraagd, cijfer: OpenbaarCijfer, *, jaar: int | None = None
) -> tuple[Deel, ...]:
    """Een figuurboodschap van hoogstens twaalf woorden over één cijfer, met het onderwerp ervoor als dat past."""
    feit = schrijf_feit(cijfer, gevraagd.vraag, gevraagd.doelgroep)
    thema = noem_thema(stof, gevraagd)
    wanneer = f"in {jaar}" if jaar is not None else ""
    # Een feit dat zelf met "cliënten: " begint, krijgt geen tweede dubbele punt.
    scheiding = "," if isinstance(feit[0], str) and feit[0].endswith(": ") else ":"
    for voor in (" ".join(filter(None, (thema, wanneer))), thema, met_hoofdletter(wanneer)):
        met_onderwerp: tuple[Deel, ...] = (f"{voor}{scheiding} ", *feit)
        if voor and tel_woorden(met_onderwerp) <= MEESTE_WOORDEN:
            return met_onderwerp
    return begin_met_hoofdletter(feit)


def noem_thema(stof: Stof, gevraagd: Gevraagd) -> str:
    """Het onderwerp van een vraag volgens haar eerste norm; leeg als zij aan geen norm hangt."""
    return met_hoofdletter(stof.kader.norm(gevraagd.normen[0]).thema) if gevraagd.normen else ""


def schrijf_vraagboodschap(cijfer: OpenbaarCijfer, gevraagd: Gevraagd, jaar: int) -> tuple[Deel, ...]:
    """De vraag zelf als boodschap: "2024: 80% zegt “Ik ...”"; leeg als dat niet past of niet klopt."""
    enkelvoud, _ = noem_antwoord(gevraagd.vraag)
    if cijfer.maat is not Maat.GUNSTIG or not is_procent(cijfer) or enkelvoud != EENS:
        return ()
    zin: tuple[Deel, ...] = (f"{jaar}: ", cijfer, f" zegt {citeer(gevraagd.vraag.tekst)}")
    return zin if tel_woorden(zin) <= MEESTE_WOORDEN else ()


def schrijf_hoge_vragen(rijen: list[tuple[Vraag, OpenbaarCijfer]], hoog_vanaf: float) -> str:
    """Bij hoeveel vragen minstens `hoog_vanaf` gunstig antwoordt; leeg als niet elke vraag een percentage heeft."""
    percentages = [_rond_af(cijfer) for _, cijfer in rijen]
    if len(rijen) < MINSTE_VRAGEN or None in percentages:
        return ""
    aantal = sum(procent is not None and procent >= 100 * hoog_vanaf for procent in percentages)
    gezegden = {noem_antwoord(vraag)[0] for vraag, _ in rijen}
    werkwoord, _, rest = (gezegden.pop() if len(gezegden) == 1 else GUNSTIG).partition(" ")
    hoeveel = "alle" if aantal == len(rijen) else f"{schrijf_aantal(aantal) if aantal else 'geen'} van de"
    return f"Bij {hoeveel} {schrijf_aantal(len(rijen))} vragen {werkwoord} minstens {_noem_deel(hoog_vanaf)} {rest}"


def _noem_deel(deel: float) -> str:
    return "driekwart" if deel == 3 / 4 else f"{schrijf_grens(Decimal(str(deel)) * 100)}%"


def _rond_af(cijfer: OpenbaarCijfer) -> int | None:
    """Het hele percentage zoals de lezer het ziet (rekenregels 7.1); een hoge of lage band telt als die grens."""
    if cijfer.status is Status.GETOOND and cijfer.teller is not None and cijfer.noemer:
        return (200 * cijfer.teller + cijfer.noemer) // (2 * cijfer.noemer)
    if cijfer.status is Status.GETOOND and cijfer.maat is Maat.GUNSTIG and cijfer.waarde is not None:
        return round(100 * cijfer.waarde)  # een gewogen deel: al op hele procenten, zonder teller
    if is_procent(cijfer) and cijfer.status in BANDEN:
        return 100 if cijfer.status is Status.BAND_HOOG else 0
    return None


def begin_met_hoofdletter(delen: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """Geef de zin een hoofdletter als zij met tekst begint."""
    eerste = delen[0]
    return (met_hoofdletter(eerste), *delen[1:]) if isinstance(eerste, str) else delen


def schrijf_vraagfeit(
    deel: Deel, vraag: Vraag, doelgroep: Doelgroep, *, met_tekst: bool = True, wanneer: str = ""
) -> tuple[Deel, ...]:
    """Een hele zin over één cijfer; `deel` mag ook een woord zijn ("niet gevraagd").

    Zonder `met_tekst` blijft de vraagtekst weg, voor vlak na een zin waarin die al staat. `wanneer` ("in 2022") komt
    er tussen haakjes bij.
    """
    bij = f" ({wanneer})" if wanneer else ""
    groep = met_hoofdletter(doelgroep.naam)
    waarover = f" over {citeer(vraag.tekst)}" if met_tekst else ""
    if isinstance(deel, str):
        return (f"{groep}{waarover}{bij}: {deel}.",)
    if deel.maat in AANDELEN and (deel.is_getal or deel.status in BANDEN):
        slot = f": {citeer(vraag.tekst)}" if met_tekst else "."
        return deel, f" {schrijf_bijschrift(deel, vraag, doelgroep)}{bij}{slot}"
    is_score = deel.maat is Maat.SCORE and deel.status is Status.GETOOND
    return f"{groep}{waarover}{bij}: ", deel, " van 100." if is_score else "."


def waarschuw_bij_lage_respons(stof: Stof, doelgroepen: tuple[Doelgroep, ...]) -> tuple[tuple[Deel, ...], ...]:
    """De vaste noot bij elke figuur van een groep waarvan bijna niemand meedeed (rekenregels 4.5)."""
    laag = [groep for groep in doelgroepen if is_onder(stof.deed_mee(groep), stof.rekenregels.respons_laag)]
    return tuple((f"{met_hoofdletter(groep.naam)}: {VOORZICHTIG}",) for groep in laag)


def schrijf_voorbehoud(stof: Stof, doelgroep: Doelgroep) -> str:
    """De vaste zin bij een kernboodschap als minder dan de helft meedeed, anders leeg."""
    return VOORZICHTIG if is_onder(stof.deed_mee(doelgroep), stof.rekenregels.respons_voorzichtig) else ""


def is_onder(aandeel: float | None, grens: float) -> bool:
    """Waar als bekend is welk deel meedeed en dat onder de grens ligt."""
    return aandeel is not None and aandeel < grens
