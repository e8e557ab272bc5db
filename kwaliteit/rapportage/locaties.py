"""Per locatie: wat cliënten zeggen, naast de hele organisatie; een locatie zonder cijfers staat in een zin."""

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd, Maat
from kwaliteit.begrippen.onderdeel import Niveau, Onderdeel
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Alinea, Blok, Cijfertabel, Deel, Figuurkop, Sectie
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.respons import schrijf_niet_gevraagd
from kwaliteit.rapportage.stof import Stof, is_gemeten, kies_maat, zegt_iets
from kwaliteit.rapportage.taal import som_op
from kwaliteit.rapportage.zinnen import waarschuw_bij_lage_respons

GROEP = Doelgroep.CLIENTEN
INLEIDING = "Per locatie staan hier de antwoorden van cliënten. Ernaast staat de hele organisatie."
GEEN_LOCATIES = "De organisatie geeft in dit verslag geen cijfers per locatie."


def maak_locaties(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Per locatie"; regio's doen mee als de organisatie die heeft."""
    return Sectie(titel="Per locatie", anker="locaties", blokken=_maak_blokken(stof), in_inhoud=True)


def _maak_blokken(stof: Stof) -> tuple[Blok, ...]:
    if not stof.is_bevraagd(GROEP):
        return (Alinea(delen=(schrijf_niet_gevraagd(GROEP),), toon="let_op"),)
    vragen = [nu for nu in stof.gevraagd if nu.doelgroep is GROEP and not nu.vraag.alleen_organisatie]
    delen = [onderdeel for onderdeel in stof.openbaar.boom.onderdelen if onderdeel.niveau is not Niveau.ORGANISATIE]
    cijfers = {deel: [stof.cijfer(vraag, onderdeel=deel.id) for vraag in vragen] for deel in delen}
    gemeten = [deel for deel in delen if any(is_gemeten(cijfer) for cijfer in cijfers[deel])]
    if not gemeten:
        return (Alinea(delen=(GEEN_LOCATIES,), toon="stil"),)
    te_tonen = [deel for deel in gemeten if any(zegt_iets(cijfer) for cijfer in cijfers[deel])]
    verborgen = [deel.naam for deel in gemeten if deel not in te_tonen]
    zonder = [deel.naam for deel in delen if deel not in gemeten]
    tabellen: list[Blok] = [_maak_tabel(stof, deel, vragen) for deel in te_tonen]
    begin: list[Blok] = [Alinea(delen=(INLEIDING,))] if tabellen else []
    slot: list[Blok] = []
    if verborgen:
        zin = f"Van {som_op(verborgen)} staan hier geen cijfers: er waren te weinig antwoorden om veilig te tonen."
        slot.append(Alinea(delen=(zin,), toon="stil"))
    if zonder:
        slot.append(Alinea(delen=(f"Van {som_op(zonder)} is er dit jaar geen informatie.",), toon="stil"))
    return (*begin, *tabellen, *slot)


def _maak_tabel(stof: Stof, deel: Onderdeel, vragen: list[Gevraagd]) -> Cijfertabel:
    rijen = tuple(
        (
            vraag.vraag.tekst,
            stof.cijfer(vraag, onderdeel=deel.id) or Status.GEEN_INFORMATIE.value,
            stof.cijfer(vraag) or Status.GEEN_INFORMATIE.value,
        )
        for vraag in vragen
        if any(stof.cijfer(vraag, onderdeel=id_) for id_ in (deel.id, stof.openbaar.boom.onderdelen[0].id))
    )
    kop = Figuurkop(
        nummer=0,
        anker=f"tabel-locatie-{deel.id}",
        boodschap=_schrijf_kop(deel, stof.respons.get((stof.jaar, GROEP, deel.id))),
        ondertitel=f"{_noem_maat(vragen)} van cliënten van {deel.naam}, naast de hele organisatie, {stof.jaar}",
        bron=noem_bron(stof, (GROEP,)),
        noten=waarschuw_bij_lage_respons(stof, (GROEP,)),
    )
    koppen = ("Vraag", deel.naam, "Hele organisatie")
    return Cijfertabel(kop=kop, koppen=koppen, rijen=rijen, ingeklapt=True)


def _noem_maat(vragen: list[Gevraagd]) -> str:
    """Alleen bij vragen met een gunstige kant is te zeggen wat het percentage is."""
    return "Gunstige antwoorden" if {kies_maat(vraag.vraag) for vraag in vragen} == {Maat.GUNSTIG} else "Antwoorden"


def _schrijf_kop(deel: Onderdeel, respons: OpenbaarCijfer | None) -> tuple[Deel, ...]:
    if respons is not None and respons.is_getal:
        return f"{deel.naam}, antwoord van cliënten: ", respons
    return (deel.naam,)
