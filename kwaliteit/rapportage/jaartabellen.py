"""De tabellen bij een pijler: alle cijfers over de jaren, en de kengetallen uit de registratie."""

from kwaliteit.begrippen.indicator import Gevraagd
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Alinea, Blok, Cijfertabel, Deel, Figuurkop
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort
from kwaliteit.rapportage.bron import REGISTRATIE, noem_bron
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import met_hoofdletter, som_op
from kwaliteit.rapportage.trends import BREUK

MEESTE_JAREN = 4
MELDZIN = "Dit getal hangt ook af van hoe vaak mensen melden."
GEEN_KENGETALLEN = "Bij deze pijler zijn dit jaar geen kengetallen opgegeven."


def maak_jaartabel(stof: Stof, pijler: Pijler) -> list[Blok]:
    """De ingeklapte tabel met alle cijfers van een pijler over de jaren; geen vragen, geen tabel."""
    vragen = [gevraagd for gevraagd in stof.ooit_gevraagd if gevraagd.pijler == pijler.id]
    jaren = [jaar for jaar in stof.jaren if any(_heeft_iets(stof, gevraagd, jaar) for gevraagd in vragen)]
    jaren = jaren[-MEESTE_JAREN:]
    rijen = [rij for gevraagd in vragen for rij in _maak_rijen(stof, gevraagd, jaren)]
    if not rijen or not jaren:
        return []
    kop = Figuurkop(
        nummer=0,
        anker=f"tabel-{pijler.id}-jaren",
        boodschap=("Alle cijfers van deze pijler over de jaren",),
        ondertitel=f"Hele organisatie, per vraag en groep, {_noem_jaren(jaren)}",
        bron=noem_bron(stof, tuple(dict.fromkeys(gevraagd.doelgroep for gevraagd in vragen)), met_periode=False),
    )
    koppen = ("Vraag", *(str(jaar) for jaar in jaren))
    return [Cijfertabel(kop=kop, koppen=koppen, rijen=tuple(rijen), ingeklapt=True, stapel=True)]


def maak_kengetallen(stof: Stof, pijler: Pijler) -> list[Blok]:
    """De kengetallen van een pijler met hun definitie; zonder kengetallen een zin."""
    kengetallen = [
        kengetal
        for kengetal in stof.kengetallen.values()
        if kengetal.normen and stof.kader.pijler_van(kengetal.normen) == pijler.id
    ]
    jaren = [jaar for jaar in stof.jaren if any(stof.kengetalcijfer(kengetal.id, jaar) for kengetal in kengetallen)]
    jaren = jaren[-MEESTE_JAREN:]
    getoond = [kengetal for kengetal in kengetallen if any(stof.kengetalcijfer(kengetal.id, jaar) for jaar in jaren)]
    if not any(stof.kengetalcijfer(kengetal.id, stof.jaar) for kengetal in getoond):
        return [Alinea(delen=(GEEN_KENGETALLEN,), toon="stil")]
    kop = Figuurkop(
        nummer=0,
        anker=noem_kengetallenanker(pijler.id),
        boodschap=("Kengetallen bij deze pijler",),
        ondertitel=f"Uit de registratie, hele organisatie, {_noem_jaren(jaren)}",
        bron=REGISTRATIE,
        noten=tuple((schrijf_definitie(kengetal),) for kengetal in getoond),
    )
    rijen = tuple(
        (
            kengetal.naam,
            *(stof.kengetalcijfer(kengetal.id, jaar) or Status.GEEN_INFORMATIE.value for jaar in jaren),
        )
        for kengetal in getoond
    )
    return [Cijfertabel(kop=kop, koppen=("Kengetal", *(str(jaar) for jaar in jaren)), rijen=rijen, stapel=True)]


def noem_kengetallenanker(pijler_id: str) -> str:
    """Het anker van de tabel met kengetallen van een pijler."""
    return f"tabel-{pijler_id}-kengetallen"


def schrijf_definitie(kengetal: Kengetal) -> str:
    """De definitie van een kengetal in woorden, met de zin over melden bij een getal per 1.000."""
    if kengetal.soort is Kengetalsoort.VERHOUDING:
        uitleg = f"{kengetal.naam}: {kengetal.teller}, gedeeld door {kengetal.noemer}."
    elif kengetal.soort is Kengetalsoort.PER_1000:
        uitleg = f"{kengetal.naam}: {kengetal.teller}, per {kengetal.noemer}."
    else:
        uitleg = f"{kengetal.naam}: {kengetal.teller}."
    vast = MELDZIN if kengetal.soort is Kengetalsoort.PER_1000 else ""
    return " ".join(filter(None, (uitleg, kengetal.toelichting or vast)))


def _maak_rijen(stof: Stof, gevraagd: Gevraagd, jaren: list[int]) -> list[tuple[Deel, ...]]:
    """Eén rij per vraag; een vraag zonder gunstige kant krijgt een rij per antwoord."""
    cijfers = {jaar: stof.cijfer(gevraagd, jaar=jaar) for jaar in jaren}
    if any(cijfers.values()):
        breuken = [jaar for jaar, cijfer in cijfers.items() if cijfer is not None and cijfer.reeksbreuk]
        return [
            (_schrijf_rijkop(gevraagd, breuken), *(_kies_cel(stof, cijfers[jaar], gevraagd, jaar) for jaar in jaren))
        ]
    per_jaar = {jaar: {cijfer.categorie: cijfer for cijfer in _zoek_verdeling(stof, gevraagd, jaar)} for jaar in jaren}
    categorieen = {cijfer.categorie: cijfer for vakken in per_jaar.values() for cijfer in vakken.values()}
    breuken = [jaar for jaar, vakken in per_jaar.items() if any(cijfer.reeksbreuk for cijfer in vakken.values())]
    return [
        (
            f"{_schrijf_rijkop(gevraagd, breuken)} Antwoord: {cijfer.categorienaam or 'alle'}.",
            *(_kies_cel(stof, per_jaar[jaar].get(categorie), gevraagd, jaar) for jaar in jaren),
        )
        for categorie, cijfer in categorieen.items()
    ]


def _kies_cel(stof: Stof, cijfer: OpenbaarCijfer | None, gevraagd: Gevraagd, jaar: int) -> Deel:
    if cijfer is not None:
        return cijfer
    is_gevraagd = any(
        ander.jaar == jaar and ander.doelgroep is gevraagd.doelgroep and ander.vraag.id == gevraagd.vraag.id
        for ander in stof.openbaar.gevraagd
    )
    return Status.GEEN_INFORMATIE.value if is_gevraagd else Status.NIET_GEVRAAGD.value


def _schrijf_rijkop(gevraagd: Gevraagd, breuken: list[int]) -> str:
    rijkop = f"{met_hoofdletter(gevraagd.doelgroep.naam)}: {gevraagd.vraag.tekst}"
    return " ".join((rijkop, *(f"({jaar} {BREUK})" for jaar in breuken)))


def _zoek_verdeling(stof: Stof, gevraagd: Gevraagd, jaar: int) -> tuple[OpenbaarCijfer, ...]:
    return stof.verdelingen.get((jaar, gevraagd.vraag.id, gevraagd.doelgroep, ORGANISATIE), ())


def _heeft_iets(stof: Stof, gevraagd: Gevraagd, jaar: int) -> bool:
    return stof.cijfer(gevraagd, jaar=jaar) is not None or bool(_zoek_verdeling(stof, gevraagd, jaar))


def _noem_jaren(jaren: list[int]) -> str:
    return f"{jaren[0]} tot en met {jaren[-1]}" if len(jaren) > 2 else som_op([str(jaar) for jaar in jaren])
