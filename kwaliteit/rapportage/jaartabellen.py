"""De losse tabellen bij een pijler: andere groepen, cijfers zonder figuur, en kengetallen uit de registratie."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Alinea, Blok, Cijfertabel, Deel, Figuurkop, Verdelingsfiguur
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort, Schaalsoort
from kwaliteit.rapportage.bron import REGISTRATIE, noem_bron
from kwaliteit.rapportage.jaarcellen import (
    kies_cel,
    kies_jaren,
    noem_jaren,
    noem_keuzeanker,
    schrijf_breuken,
    zoek_verdeling,
)
from kwaliteit.rapportage.oordelen import (
    NIET_VERGELEKEN,
    eerdere_cijfers,
    schrijf_vergelijkcel,
    schrijf_vergelijkkop,
    zoek_jaaroordeel,
)
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import citeer, som_op
from kwaliteit.rapportage.zinnen import noem_rij, schrijf_boodschap, waarschuw_bij_lage_respons

MEESTE_JAREN = 4
MEESTE_KOLOMMEN = 5
MEESTE_OPEN_RIJEN = 4
MEESTE_KEUZES = 8
EXTRA_MATEN = (Maat.SCORE, Maat.GEMIDDELDE, Maat.GUNSTIG, Maat.TOPBOX)
"""De maten die naast de eerste maat van een vraag een eigen rij krijgen, in deze volgorde."""
MEER_DAN_HONDERD = "Iedereen mocht meer antwoorden kiezen. Daarom tellen de getallen niet op tot honderd."
ANDERE_CIJFERS = "Andere cijfers over"
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
    vragen = [gevraagd for gevraagd in _vragen_over(stof, pijler) if gevraagd.doelgroep is pijler.eerste_doelgroep]
    zonder_figuur = [gevraagd for gevraagd in vragen if gevraagd.vraag.id not in in_figuur]
    return _maak_tabel(
        stof,
        vragen,
        zonder_hoofdmaat=in_figuur,
        anker=f"tabel-{pijler.id}-jaren",
        boodschap=_schrijf_kop(stof, pijler, zonder_figuur),
        ondertitel=f"Andere vragen aan {pijler.eerste_doelgroep.naam}, met de marge en het aantal antwoorden",
        ingeklapt=False,
    )


def maak_meerkeuze(stof: Stof, pijler: Pijler) -> list[Blok]:
    """Per vraag waarbij meer antwoorden mogelijk zijn een tabel met een rij per antwoord."""
    vragen = [
        gevraagd
        for gevraagd in stof.ooit_gevraagd
        if gevraagd.pijler == pijler.id and gevraagd.vraag.schaal.soort is Schaalsoort.MEERKEUZE
    ]
    return [tabel for gevraagd in vragen if (tabel := _maak_keuzetabel(stof, gevraagd)) is not None]


def _maak_keuzetabel(stof: Stof, gevraagd: Gevraagd) -> Cijfertabel | None:
    jaren = kies_jaren(stof, [gevraagd], MEESTE_JAREN)
    if not jaren:
        return None
    rijen = _maak_antwoordrijen(stof, gevraagd, jaren)
    kop = Figuurkop(
        nummer=0,
        anker=noem_keuzeanker(gevraagd),
        boodschap=(f"{citeer(gevraagd.vraag.tekst)} Meer antwoorden mogelijk",),
        ondertitel=f"Gekozen door {gevraagd.doelgroep.naam}, {noem_jaren(jaren)}",
        bron=noem_bron(stof, (gevraagd.doelgroep,), met_periode=False),
        noten=((MEER_DAN_HONDERD,), *waarschuw_bij_lage_respons(stof, (gevraagd.doelgroep,))),
    )
    koppen = ("Antwoord", *(str(jaar) for jaar in jaren))
    return Cijfertabel(kop=kop, koppen=koppen, rijen=tuple(rijen), ingeklapt=len(rijen) > MEESTE_KEUZES, stapel=True)


def _vragen_over(stof: Stof, pijler: Pijler) -> list[Gevraagd]:
    return [
        gevraagd
        for gevraagd in stof.ooit_gevraagd
        if gevraagd.pijler == pijler.id and gevraagd.vraag.schaal.soort is not Schaalsoort.MEERKEUZE
    ]


def _maak_tabel(
    stof: Stof,
    vragen: list[Gevraagd],
    *,
    anker: str,
    boodschap: tuple[Deel, ...],
    ondertitel: str,
    ingeklapt: bool,
    zonder_hoofdmaat: Set[str] = frozenset(),
) -> Cijfertabel | None:
    """Een rij per vraag en maat; van de vragen in `zonder_hoofdmaat` staat de eerste maat al ergens anders."""
    over = [gevraagd for gevraagd in vragen if gevraagd.vraag.id not in zonder_hoofdmaat]
    vragen = [gevraagd for gevraagd in vragen if gevraagd in over or _heeft_extra(stof, gevraagd)]
    vergelijkkop = schrijf_vergelijkkop([zoek_jaaroordeel(stof, nu.vraag, nu.doelgroep) for nu in over])
    jaren = kies_jaren(stof, vragen, MEESTE_KOLOMMEN - 2 if vergelijkkop else MEESTE_JAREN)
    rijen = tuple(
        (*rij.cellen, *((rij.vergeleken or NIET_VERGELEKEN,) if vergelijkkop else ()))
        for gevraagd in vragen
        for rij in _maak_rijen(stof, gevraagd, jaren, vergelijkkop, met_hoofdmaat=gevraagd in over)
    )
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
    return Cijfertabel(
        kop=kop,
        koppen=("Vraag", *(str(jaar) for jaar in jaren), *filter(None, (vergelijkkop,))),
        rijen=rijen,
        ingeklapt=ingeklapt or len(rijen) > MEESTE_OPEN_RIJEN,
        stapel=True,
        slot_is_tekst=bool(vergelijkkop),
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
        boodschap=(f"Wat de organisatie zelf bijhoudt over {pijler.naam.lower()}",),
        ondertitel=f"Kengetallen, {noem_jaren(jaren)}",
        bron=REGISTRATIE,
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


def _schrijf_kop(stof: Stof, pijler: Pijler, vragen: list[Gevraagd]) -> tuple[Deel, ...]:
    """Eén vraag krijgt een zin met haar cijfer; bij meer vragen zegt de kop wat het is."""
    cijfer = stof.cijfer(vragen[0]) if len(vragen) == 1 else None
    return schrijf_boodschap(stof, vragen[0], cijfer) if cijfer else (f"{ANDERE_CIJFERS} {pijler.naam.lower()}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rij:
    """De rijkop met een cel per jaar, en wat er over de vorige keer te zeggen is (leeg als dat niets is)."""

    cellen: tuple[Deel, ...]
    vergeleken: str = ""


def _maak_rijen(
    stof: Stof, gevraagd: Gevraagd, jaren: list[int], vergelijkkop: str, *, met_hoofdmaat: bool
) -> list[_Rij]:
    """Eén rij per vraag en maat; een vraag zonder gunstige kant krijgt een rij per antwoord."""
    rijen = [rij for maat in EXTRA_MATEN if (rij := _maak_extra_rij(stof, gevraagd, jaren, maat)) is not None]
    if not met_hoofdmaat:
        return rijen
    cijfers = {jaar: stof.cijfer(gevraagd, jaar=jaar) for jaar in jaren}
    if not any(cijfers.values()):
        return [*(_Rij(cellen=cellen) for cellen in _maak_antwoordrijen(stof, gevraagd, jaren, met_kop=True)), *rijen]
    oordeel = zoek_jaaroordeel(stof, gevraagd.vraag, gevraagd.doelgroep)
    nu = stof.cijfer(gevraagd)
    breuken = schrijf_breuken(cijfer for cijfer in cijfers.values() if not (oordeel and cijfer is nu))
    rijkop = _schrijf_rijkop(gevraagd, breuken, kies_hoofdmaat(gevraagd.vraag))
    vergeleken = schrijf_vergelijkcel(oordeel, vergelijkkop, eerdere_cijfers(stof, gevraagd), nu)
    return [_Rij(cellen=(rijkop, *_maak_cellen(stof, gevraagd, cijfers)), vergeleken=vergeleken), *rijen]


def _maak_extra_rij(stof: Stof, gevraagd: Gevraagd, jaren: list[int], maat: Maat) -> _Rij | None:
    """De rij van een maat naast de eerste: een score, het hoogste antwoord of, bij een schaalscore, wie gunstig scoort.

    None als die maat niet gevraagd is.
    """
    if maat is kies_hoofdmaat(gevraagd.vraag):
        return None
    cijfers = {jaar: _zoek_maat(stof, gevraagd, maat, jaar) for jaar in jaren}
    if not any(cijfers.values()):
        return None
    rijkop = _schrijf_rijkop(gevraagd, schrijf_breuken(cijfers.values()), maat)
    return _Rij(cellen=(rijkop, *_maak_cellen(stof, gevraagd, cijfers)))


def _heeft_extra(stof: Stof, gevraagd: Gevraagd) -> bool:
    eerste = kies_hoofdmaat(gevraagd.vraag)
    extra = [maat for maat in EXTRA_MATEN if maat is not eerste]
    return any(_zoek_maat(stof, gevraagd, maat, jaar) for maat in extra for jaar in stof.jaren)


def _zoek_maat(stof: Stof, gevraagd: Gevraagd, maat: Maat, jaar: int) -> OpenbaarCijfer | None:
    return stof.openbaar.vind(
        jaar=jaar, indicator=gevraagd.vraag.id, maat=maat, doelgroep=gevraagd.doelgroep, onderdeel=ORGANISATIE
    )


def _maak_antwoordrijen(
    stof: Stof, gevraagd: Gevraagd, jaren: list[int], *, met_kop: bool = False
) -> list[tuple[Deel, ...]]:
    """Een rij per antwoord; met kop noemt elke rij ook de groep en de vraag."""
    per_jaar = {jaar: {cijfer.categorie: cijfer for cijfer in zoek_verdeling(stof, gevraagd, jaar)} for jaar in jaren}
    categorieen = {cijfer.categorie: cijfer for vakken in per_jaar.values() for cijfer in vakken.values()}
    breuken = schrijf_breuken(cijfer for vakken in per_jaar.values() for cijfer in vakken.values())
    kop = f"{_schrijf_rijkop(gevraagd, breuken, Maat.VERDELING)} Antwoord: " if met_kop else ""
    slot = "." if met_kop else ""
    return [
        (
            f"{kop}{cijfer.categorienaam or 'alle'}{slot}",
            *_maak_cellen(stof, gevraagd, {jaar: vakken.get(categorie) for jaar, vakken in per_jaar.items()}),
        )
        for categorie, cijfer in categorieen.items()
    ]


def _maak_cellen(stof: Stof, gevraagd: Gevraagd, cijfers: Mapping[int, OpenbaarCijfer | None]) -> tuple[Deel, ...]:
    return tuple(kies_cel(stof, cijfer, gevraagd, jaar) for jaar, cijfer in cijfers.items())


def _schrijf_rijkop(gevraagd: Gevraagd, breuken: str, maat: Maat) -> str:
    rijkop = f"{met_hoofdletter(gevraagd.doelgroep.naam)}: {noem_rij(gevraagd.vraag, maat)}"
    return f"{rijkop} ({breuken})" if breuken else rijkop
