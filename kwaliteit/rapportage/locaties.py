"""Per locatie: wat cliënten zeggen, per regio in één tabel; een locatie zonder cijfers staat in een zin."""

from collections.abc import Mapping
from dataclasses import dataclass

from kwaliteit.begrippen.doelgroep import LOCATIEGROEP as GROEP
from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.onderdeel import Niveau, Onderdeel
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.vergelijking import Label
from kwaliteit.begrippen.verslag import Alinea, Blok, Celdeel, Cijfertabel, Figuurkop, Oordeelcel, Sectie
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.oordelen import schrijf_oordeel, zoek_locatieoordeel
from kwaliteit.rapportage.respons import schrijf_niet_gevraagd
from kwaliteit.rapportage.stof import Stof, is_gemeten, zegt_iets
from kwaliteit.rapportage.taal import som_op
from kwaliteit.rapportage.zinnen import noem_rij, waarschuw_bij_lage_respons

INLEIDING = "Hier staan de antwoorden van cliënten per locatie."
HEEL = "Hele organisatie"
MEEGEDAAN = "Gaven antwoord"
MEESTE_KOLOMMEN = 4
MET_WOORDEN = (
    "“De rest” is de hele organisatie zonder die plek. Waar niets staat, zijn de antwoorden ongeveer gelijk, is het"
    " verschil mogelijk toeval, of zijn er te weinig antwoorden."
)
ELKE_PLEK = "Elke plek is vergeleken met de rest van de organisatie. Nergens is een duidelijk verschil"
NIET_ELKE_PLEK = "Bij de andere is nergens een duidelijk verschil met de rest van de organisatie"
WAAROM_NIET = (
    "De antwoorden zijn ongeveer gelijk, of het verschil is mogelijk toeval. Soms zijn er te weinig antwoorden op een"
    " vraag."
)
TE_WEINIG = "Er zijn te weinig antwoorden om locaties met de rest van de organisatie te vergelijken."
EEN_LOCATIE = "De organisatie heeft één locatie. De cijfers staan bij de pijlers."
GEEN_LOCATIES = "De organisatie geeft in dit verslag geen cijfers per locatie."
VERGELEKEN = (Label.DUIDELIJK, Label.MOGELIJK, Label.GELIJK)

_Cijfers = Mapping[Onderdeel, list[OpenbaarCijfer | None]]
"""Per onderdeel het cijfer van elke vraag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groepje:
    """De onderdelen die samen in één tabel staan."""

    titel: str
    kolommen: tuple[Onderdeel, ...]


def maak_locaties(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Per locatie"; regio's doen mee als de organisatie die heeft."""
    return Sectie(titel="Per locatie", anker="locaties", blokken=_maak_blokken(stof), in_inhoud=True)


def _maak_blokken(stof: Stof) -> tuple[Blok, ...]:
    if not stof.is_bevraagd(GROEP):
        return (Alinea(delen=(schrijf_niet_gevraagd(GROEP),), toon="let_op"),)
    vragen = [nu for nu in stof.gevraagd if nu.doelgroep is GROEP and not nu.vraag.alleen_organisatie]
    delen = [onderdeel for onderdeel in stof.openbaar.boom.onderdelen if onderdeel.niveau is not Niveau.ORGANISATIE]
    if sum(deel.niveau is Niveau.LOCATIE for deel in delen) == 1:
        return (Alinea(delen=(EEN_LOCATIE,), toon="stil"),)
    cijfers = {deel: [stof.cijfer(vraag, onderdeel=deel.id) for vraag in vragen] for deel in delen}
    gemeten = [deel for deel in delen if any(is_gemeten(cijfer) for cijfer in cijfers[deel])]
    if not gemeten:
        return (Alinea(delen=(GEEN_LOCATIES,), toon="stil"),)
    te_tonen = [deel for deel in gemeten if any(zegt_iets(cijfer) for cijfer in cijfers[deel])]
    verborgen = [deel.naam for deel in gemeten if deel not in te_tonen]
    zonder = [deel.naam for deel in delen if deel not in gemeten]
    tabellen = [_maak_tabel(stof, groepje, vragen) for groepje in _deel_in(stof, te_tonen)]
    begin: list[Blok] = (
        [Alinea(delen=(f"{INLEIDING} {_leg_vergelijking_uit(stof, te_tonen, cijfers)}".strip(),))] if tabellen else []
    )
    slot: list[Blok] = []
    if verborgen:
        zin = f"Van {som_op(verborgen)} staan hier geen cijfers: er waren te weinig antwoorden om veilig te tonen."
        slot.append(Alinea(delen=(zin,), toon="stil"))
    if zonder:
        slot.append(Alinea(delen=(f"Van {som_op(zonder)} is er dit jaar geen informatie.",), toon="stil"))
    return (*begin, *tabellen, *slot)


def _leg_vergelijking_uit(stof: Stof, te_tonen: list[Onderdeel], cijfers: _Cijfers) -> str:
    """Wat de woorden bij een cijfer betekenen, en wat het betekent als er niets staat; leeg als niets vergeleken is."""
    labels = {oordeel.label for oordeel in stof.locatieoordelen.values()}
    if Label.DUIDELIJK in labels:
        return MET_WOORDEN
    if labels.isdisjoint(VERGELEKEN):
        return TE_WEINIG if labels else ""
    buiten = _schrijf_niet_vergeleken(stof, te_tonen, cijfers)
    return " ".join((*buiten, f"{NIET_ELKE_PLEK if buiten else ELKE_PLEK}. {WAAROM_NIET}"))


def _schrijf_niet_vergeleken(stof: Stof, te_tonen: list[Onderdeel], cijfers: _Cijfers) -> list[str]:
    """Welke plekken bij geen enkele vraag met de rest vergeleken zijn, en waarom; leeg als er geen zijn."""
    vergeleken = {plek for (*_, plek), oordeel in stof.locatieoordelen.items() if oordeel.label in VERGELEKEN}
    buiten = [deel for deel in te_tonen if deel.id not in vergeleken]
    vanaf = stof.rekenregels.procent_vanaf
    klein = [
        deel
        for deel in buiten
        if all(een.noemer < vanaf for een in cijfers[deel] if een is not None and een.noemer is not None)
        and any(een is not None and een.status is Status.WEINIG for een in cijfers[deel])
    ]
    ander = [deel for deel in buiten if deel not in klein]
    redenen = (
        (klein, f"daar zijn minder dan {vanaf} antwoorden."),
        (ander, "daar of in de rest is niet genoeg te tonen."),
    )
    return [
        f"{som_op([deel.naam for deel in delen])} {'is' if len(delen) == 1 else 'zijn'} niet vergeleken: {reden}"
        for delen, reden in redenen
        if delen
    ]


def _deel_in(stof: Stof, te_tonen: list[Onderdeel]) -> list[_Groepje]:
    """Verdeel de onderdelen over tabellen: eerst de regio's naast de organisatie, dan de locaties per regio.

    Zonder regio's staan de locaties zelf naast de organisatie.
    """
    organisatie = stof.openbaar.boom.onderdelen[0]
    regios = [deel for deel in te_tonen if deel.niveau is Niveau.REGIO]
    locaties = [deel for deel in te_tonen if deel.niveau is Niveau.LOCATIE]
    if not regios:
        return [
            _Groepje(titel="Locaties", kolommen=(organisatie, *deel)) for deel in _knip(locaties, MEESTE_KOLOMMEN - 1)
        ]
    groepjes = [_Groepje(titel="Regio's", kolommen=(organisatie, *deel)) for deel in _knip(regios, MEESTE_KOLOMMEN - 1)]
    ouders = {deel.id: deel.naam for deel in stof.openbaar.boom.onderdelen}
    for ouder in dict.fromkeys(deel.ouder for deel in locaties):
        van_ouder = [deel for deel in locaties if deel.ouder == ouder]
        titel = "Locaties" if ouder in (None, organisatie.id) else f"Locaties in {ouders[ouder]}"
        groepjes += [_Groepje(titel=titel, kolommen=tuple(deel)) for deel in _knip(van_ouder, MEESTE_KOLOMMEN)]
    return groepjes


def _knip(delen: list[Onderdeel], lengte: int) -> list[list[Onderdeel]]:
    return [delen[begin : begin + lengte] for begin in range(0, len(delen), lengte)]


def _maak_tabel(stof: Stof, groepje: _Groepje, vragen: list[Gevraagd]) -> Cijfertabel:
    """Een rij per vraag, een kolom per onderdeel; de eerste rij zegt hoeveel mensen antwoord gaven."""
    rijen = tuple(
        (
            noem_rij(vraag.vraag, kies_hoofdmaat(vraag.vraag)),
            *(_zoek_cel(stof, vraag, deel) for deel in groepje.kolommen),
        )
        for vraag in vragen
        if any(stof.cijfer(vraag, onderdeel=deel.id) for deel in groepje.kolommen)
    )
    respons = [stof.respons.get((stof.jaar, GROEP, deel.id)) for deel in groepje.kolommen]
    meegedaan = (MEEGEDAAN, *(cijfer or Status.GEEN_INFORMATIE.value for cijfer in respons))
    namen = [deel.naam for deel in groepje.kolommen if deel.niveau is not Niveau.ORGANISATIE]
    kop = Figuurkop(
        nummer=0,
        anker=f"tabel-locatie-{next(deel.id for deel in groepje.kolommen if deel.naam in namen)}",
        boodschap=(f"{groepje.titel}: {som_op(namen)}",),
        ondertitel=f"{_noem_maat(vragen)} van cliënten per vraag, {stof.jaar}",
        bron=noem_bron(stof, (GROEP,), met_periode=False),
        noten=waarschuw_bij_lage_respons(stof, (GROEP,)),
    )
    koppen = ("Vraag", *(HEEL if deel.niveau is Niveau.ORGANISATIE else deel.naam for deel in groepje.kolommen))
    return Cijfertabel(
        kop=kop,
        koppen=koppen,
        rijen=(meegedaan, *rijen) if any(respons) else rijen,
        ingeklapt=True,
        stapel=True,
    )


def _zoek_cel(stof: Stof, vraag: Gevraagd, deel: Onderdeel) -> Celdeel:
    """Het cijfer; met woorden eronder als het verschil met de rest duidelijk is."""
    cijfer = stof.cijfer(vraag, onderdeel=deel.id)
    if cijfer is None:
        return Status.GEEN_INFORMATIE.value
    oordeel = zoek_locatieoordeel(stof, vraag, deel.id)
    if oordeel is None or oordeel.label is not Label.DUIDELIJK:
        return cijfer
    return Oordeelcel(cijfer=cijfer, oordeel=schrijf_oordeel(oordeel))


def _noem_maat(vragen: list[Gevraagd]) -> str:
    """Alleen bij vragen met een gunstige kant is te zeggen wat het percentage is."""
    return (
        "Gunstige antwoorden" if {kies_hoofdmaat(vraag.vraag) for vraag in vragen} == {Maat.GUNSTIG} else "Antwoorden"
    )
