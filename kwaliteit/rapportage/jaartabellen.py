"""De losse tabellen bij een pijler: andere groepen, cijfers zonder figuur, en kengetallen uit de registratie."""

from kwaliteit.begrippen.indicator import Gevraagd
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.verslag import Alinea, Blok, Cijfertabel, Deel, Figuurkop, Verdelingsfiguur
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort
from kwaliteit.rapportage.bron import REGISTRATIE, noem_bron
from kwaliteit.rapportage.jaarcellen import kies_cel, kies_jaren, noem_jaren, schrijf_breuken, zoek_verdeling
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import met_hoofdletter, som_op
from kwaliteit.rapportage.zinnen import schrijf_boodschap, waarschuw_bij_lage_respons

MEESTE_JAREN = 4
MEESTE_OPEN_RIJEN = 4
ANDERE_CIJFERS = "Andere cijfers bij deze pijler"
MELDZIN = "Dit getal hangt ook af van hoe vaak mensen melden."
GEEN_KENGETALLEN = "Bij deze pijler zijn dit jaar geen kengetallen opgegeven."


def maak_anderen(stof: Stof, pijler: Pijler) -> Cijfertabel | None:
    """De ingeklapte tabel met wat de andere groepen zeggen, over de jaren; None als er niets is."""
    vragen = [gevraagd for gevraagd in _vragen_over(stof, pijler) if gevraagd.doelgroep is not pijler.eerste_doelgroep]
    groepen = [groep.naam for groep in dict.fromkeys(gevraagd.doelgroep for gevraagd in vragen)]
    return _maak_tabel(
        stof,
        vragen,
        anker=f"tabel-{pijler.id}-anderen",
        boodschap=(f"Wat {som_op(groepen)} zeggen",),
        ondertitel="Gunstige antwoorden, met de marge en het aantal antwoorden",
        ingeklapt=True,
    )


def maak_rest(stof: Stof, pijler: Pijler, figuur: Verdelingsfiguur | None) -> Cijfertabel | None:
    """De vragen aan de eerste doelgroep die niet in haar figuur staan, over de jaren; None als er niets is."""
    in_figuur = {rij.vraag for rij in figuur.rijen} if figuur else set()
    vragen = [
        gevraagd
        for gevraagd in _vragen_over(stof, pijler)
        if gevraagd.doelgroep is pijler.eerste_doelgroep and gevraagd.vraag.id not in in_figuur
    ]
    return _maak_tabel(
        stof,
        vragen,
        anker=f"tabel-{pijler.id}-jaren",
        boodschap=_schrijf_kop(stof, vragen),
        ondertitel="Vragen zonder figuur",
        ingeklapt=False,
    )


def _vragen_over(stof: Stof, pijler: Pijler) -> list[Gevraagd]:
    return [gevraagd for gevraagd in stof.ooit_gevraagd if gevraagd.pijler == pijler.id]


def _maak_tabel(
    stof: Stof, vragen: list[Gevraagd], *, anker: str, boodschap: tuple[Deel, ...], ondertitel: str, ingeklapt: bool
) -> Cijfertabel | None:
    jaren = kies_jaren(stof, vragen, MEESTE_JAREN)
    rijen = tuple(rij for gevraagd in vragen for rij in _maak_rijen(stof, gevraagd, jaren))
    if not rijen or not jaren:
        return None
    groepen = tuple(dict.fromkeys(gevraagd.doelgroep for gevraagd in vragen))
    kop = Figuurkop(
        nummer=0,
        anker=anker,
        boodschap=boodschap,
        ondertitel=f"{ondertitel}, {noem_jaren(jaren)}",
        bron=noem_bron(stof, groepen, met_periode=False),
        noten=waarschuw_bij_lage_respons(stof, groepen),
    )
    koppen = ("Vraag", *(str(jaar) for jaar in jaren))
    return Cijfertabel(
        kop=kop, koppen=koppen, rijen=rijen, ingeklapt=ingeklapt or len(rijen) > MEESTE_OPEN_RIJEN, stapel=True
    )


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
        ondertitel=f"Uit de {REGISTRATIE}, {noem_jaren(jaren)}",
        bron="",
    )
    rijen = tuple(
        (
            kengetal.naam,
            *(stof.kengetalcijfer(kengetal.id, jaar) or Status.GEEN_INFORMATIE.value for jaar in jaren),
        )
        for kengetal in getoond
    )
    koppen = ("Kengetal", *(str(jaar) for jaar in jaren))
    uitleg = tuple((schrijf_definitie(kengetal),) for kengetal in getoond)
    return [Cijfertabel(kop=kop, koppen=koppen, rijen=rijen, stapel=True, uitleg=uitleg)]


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


def _schrijf_kop(stof: Stof, vragen: list[Gevraagd]) -> tuple[Deel, ...]:
    """Eén vraag krijgt een zin met haar cijfer; bij meer vragen zegt de kop wat het is."""
    cijfer = stof.cijfer(vragen[0]) if len(vragen) == 1 else None
    return schrijf_boodschap(stof, vragen[0], cijfer) if cijfer else (ANDERE_CIJFERS,)


def _maak_rijen(stof: Stof, gevraagd: Gevraagd, jaren: list[int]) -> list[tuple[Deel, ...]]:
    """Eén rij per vraag; een vraag zonder gunstige kant krijgt een rij per antwoord."""
    cijfers = {jaar: stof.cijfer(gevraagd, jaar=jaar) for jaar in jaren}
    if any(cijfers.values()):
        breuken = [jaar for jaar, cijfer in cijfers.items() if cijfer is not None and cijfer.reeksbreuk]
        return [
            (_schrijf_rijkop(gevraagd, breuken), *(kies_cel(stof, cijfers[jaar], gevraagd, jaar) for jaar in jaren))
        ]
    per_jaar = {jaar: {cijfer.categorie: cijfer for cijfer in zoek_verdeling(stof, gevraagd, jaar)} for jaar in jaren}
    categorieen = {cijfer.categorie: cijfer for vakken in per_jaar.values() for cijfer in vakken.values()}
    breuken = [jaar for jaar, vakken in per_jaar.items() if any(cijfer.reeksbreuk for cijfer in vakken.values())]
    return [
        (
            f"{_schrijf_rijkop(gevraagd, breuken)} Antwoord: {cijfer.categorienaam or 'alle'}.",
            *(kies_cel(stof, per_jaar[jaar].get(categorie), gevraagd, jaar) for jaar in jaren),
        )
        for categorie, cijfer in categorieen.items()
    ]


def _schrijf_rijkop(gevraagd: Gevraagd, breuken: list[int]) -> str:
    rijkop = f"{met_hoofdletter(gevraagd.doelgroep.naam)}: {gevraagd.vraag.tekst}"
    return f"{rijkop} ({schrijf_breuken(breuken)})" if breuken else rijkop
