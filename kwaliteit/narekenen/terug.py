"""Een eerder verslag nog eens: komt uit dezelfde invoer hetzelfde als wat gepubliceerd is?

Zuivere vergelijking van twee lijsten gepubliceerde cijfers, met de reden van elk verschil voor zover die te zien is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.narekening import EerderVerslag, Omstandigheden, Publicatiecijfer, Terugtoets, Verschil
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Status
from kwaliteit.begrippen.werkmap import ALLES, Correctie, Werkmap

INSTELLINGEN = "kwaliteit.yaml"
WEG = "wordt niet meer berekend"
ANDERE_VRAAG = "de vraag, de schaal of de vragenlijst is nu anders dan toen"
CORRECTIE = "correctie in kwaliteit.yaml"
GEEN_HERKOMST = "niet te zien: herkomst.json van toen is er niet meer"
ONBEKEND = (
    "geen reden te zien: invoer en programmaversie zijn dezelfde. Is het register of de csv met de hand veranderd?"
)
_GETALLEN = (Status.GETOOND, Status.WEINIG)
_INVOERMAPPEN = ("bronnen/", "koppelingen/", "vragenlijsten/")
"""Alleen wat hierin staat, en kwaliteit.yaml, kan een cijfer veranderen."""


def als_publicatiecijfer(cijfer: OpenbaarCijfer) -> Publicatiecijfer:
    """Geef een openbaar cijfer zoals het in de csv zou staan."""
    marge = None
    if cijfer.ondergrens is not None and cijfer.bovengrens is not None:
        marge = (round(cijfer.ondergrens, 6), round(cijfer.bovengrens, 6))
    return replace(Publicatiecijfer.neem_over(cijfer, cijfer.onderdeelnaam), marge=marge, marge_bekend=True)


def toets_terug(
    *,
    jaar: int,
    toen: EerderVerslag,
    nu: OpenbareIndicatoren,
    vandaag: Omstandigheden,
    bestanden: Mapping[str, frozenset[str]],
    correcties: Sequence[Correctie],
    streng: bool,
) -> Terugtoets:
    """Vergelijk een eerder verslag met dezelfde cijfers zoals ze nu uitkomen. `jaar` is het jaar waarin u nakijkt."""
    vandaag_uit = tuple(als_publicatiecijfer(cijfer) for cijfer in nu.cijfers if cijfer.jaar == toen.jaar)
    return Terugtoets(
        jaar=jaar,
        vorig=toen.jaar,
        bron=toen.bron,
        aantal=len(toen.cijfers),
        nieuw=tel_nieuwe(toen.cijfers, vandaag_uit),
        verschillen=vergelijk(
            toen.cijfers,
            vandaag_uit,
            eerder=toen.omstandigheden,
            vandaag=vandaag,
            bestanden=bestanden,
            correcties=correcties,
        ),
        streng=streng,
    )


def vergelijk(
    toen: Sequence[Publicatiecijfer],
    nu: Sequence[Publicatiecijfer],
    *,
    eerder: Omstandigheden | None,
    vandaag: Omstandigheden,
    bestanden: Mapping[str, frozenset[str]],
    correcties: Sequence[Correctie] = (),
) -> tuple[Verschil, ...]:
    """Geef elk gepubliceerd cijfer dat nu anders uitkomt, in de volgorde van `toen`.

    `bestanden` zijn per doelgroep (leeg bij kengetallen) de bestanden waaruit haar cijfers komen. Wat er nu bij is
    gekomen, is geen verschil. Waar een van de `correcties` over gaat, is dat de enige reden.
    """
    bekend = dict(_met_sleutel(nu))
    verschillen = []
    for sleutel, cijfer in _met_sleutel(toen):
        ander = bekend.get(sleutel)
        if ander is None or not _is_gelijk(cijfer, ander):
            verschillen.append(
                Verschil(
                    jaar=cijfer.jaar,
                    indicator=cijfer.indicator,
                    maat=cijfer.maat,
                    categorie=cijfer.categorie,
                    doelgroep=cijfer.doelgroep,
                    onderdeel=cijfer.onderdeel,
                    toen=schrijf(cijfer),
                    nu=WEG if ander is None else schrijf(ander),
                    redenen=(CORRECTIE,)
                    if any(_gaat_over(correctie, cijfer) for correctie in correcties)
                    else tuple(_zoek_redenen(cijfer, ander, eerder, vandaag, bestanden)),
                )
            )
    return tuple(verschillen)


def _gaat_over(correctie: Correctie, cijfer: Publicatiecijfer) -> bool:
    groep = str(correctie.doelgroep or "")
    return (correctie.jaar, groep) == (cijfer.jaar, cijfer.doelgroep) and correctie.indicator in (
        cijfer.indicator,
        ALLES,
    )


def tel_nieuwe(toen: Sequence[Publicatiecijfer], nu: Sequence[Publicatiecijfer]) -> int:
    """Tel de cijfers die er nu zijn en toen niet gepubliceerd zijn."""
    return len(dict(_met_sleutel(nu)).keys() - dict(_met_sleutel(toen)).keys())


def _met_sleutel(cijfers: Iterable[Publicatiecijfer]) -> Iterator[tuple[tuple[object, ...], Publicatiecijfer]]:
    """Geef elk cijfer met zijn sleutel; heten een regio en een locatie hetzelfde, dan telt de volgorde van de boom."""
    gezien: Counter[tuple[object, ...]] = Counter()
    for cijfer in cijfers:
        yield (*cijfer.sleutel, gezien[cijfer.sleutel]), cijfer
        gezien[cijfer.sleutel] += 1


def _is_gelijk(een: Publicatiecijfer, ander: Publicatiecijfer) -> bool:
    zelfde = (een.status, een.teller, een.noemer) == (ander.status, ander.teller, ander.noemer)
    marges = not (een.marge_bekend and ander.marge_bekend) or _getallen_gelijk(een.marge or (), ander.marge or ())
    waarden = [() if cijfer.waarde is None else (cijfer.waarde,) for cijfer in (een, ander)]
    return zelfde and marges and _getallen_gelijk(*waarden)


def _getallen_gelijk(een: Sequence[float], ander: Sequence[float]) -> bool:
    """Gelijk tot op de zes decimalen van de csv."""
    return len(een) == len(ander) and all(abs(a - b) < 1.5e-6 for a, b in zip(een, ander, strict=True))


def schrijf(cijfer: Publicatiecijfer) -> str:
    """Geef een gepubliceerd cijfer als tekst: aantallen, waarde en marge, of de openbare woorden."""
    if cijfer.status not in _GETALLEN:
        return cijfer.status
    delen = []
    if cijfer.waarde is not None:
        delen.append(_getal(cijfer.waarde))
    if cijfer.marge is not None:
        delen.append(f"marge {_getal(cijfer.marge[0])} tot {_getal(cijfer.marge[1])}")
    if cijfer.teller is not None:
        delen.append(str(cijfer.teller) if cijfer.noemer is None else f"{cijfer.teller} van {cijfer.noemer}")
    elif cijfer.noemer is not None:
        delen.append(f"{cijfer.noemer} antwoorden")
    return "; ".join(delen) or cijfer.status


def _getal(getal: float) -> str:
    tekst = f"{getal:.6f}".rstrip("0").rstrip(".")
    return ("0" if tekst == "-0" else tekst).replace(".", ",")


def _zoek_redenen(
    toen: Publicatiecijfer,
    nu: Publicatiecijfer | None,
    eerder: Omstandigheden | None,
    vandaag: Omstandigheden,
    bestanden: Mapping[str, frozenset[str]],
) -> list[str]:
    redenen = [ANDERE_VRAAG] if nu is not None and toen.reeks and nu.reeks != toen.reeks else []
    if eerder is None:
        return redenen or [GEEN_HERKOMST]
    redenen += _noem_invoer(eerder.invoer, vandaag.invoer, bestanden, toen.doelgroep)
    if (eerder.kader, eerder.kaderversie) != (vandaag.kader, vandaag.kaderversie):
        redenen.append(
            f"toen kader {eerder.kader} versie {eerder.kaderversie},"
            f" nu kader {vandaag.kader} versie {vandaag.kaderversie}"
        )
    is_anders_getoond = nu is None or nu.status != toen.status
    if is_anders_getoond and eerder.drempel is not None and eerder.drempel != vandaag.drempel:
        redenen.append(f"de drempel was {eerder.drempel} en is nu {vandaag.drempel}")
    if eerder.programma != vandaag.programma:
        redenen.append(
            f"toen programmaversie {eerder.programma}, nu {vandaag.programma}:"
            " zie CHANGELOG.md onder 'Cijfers veranderen'"
        )
    return redenen or [ONBEKEND]


def _noem_invoer(
    toen: Mapping[str, str], nu: Mapping[str, str], bestanden: Mapping[str, frozenset[str]], doelgroep: str
) -> list[str]:
    """Noem de bestanden die anders zijn; liever alleen die van deze groep, anders alle die een cijfer kunnen raken."""
    anders = {naam for naam in toen.keys() | nu.keys() if toen.get(naam) != nu.get(naam)}
    anders = {naam for naam in anders if naam == INSTELLINGEN or naam.startswith(_INVOERMAPPEN)}
    van_ander = frozenset().union(*(namen for groep, namen in bestanden.items() if groep != doelgroep))
    anders -= van_ander - bestanden.get(doelgroep, frozenset())
    redenen = []
    if bronnen := sorted(anders - {INSTELLINGEN}):
        woord = "dit bestand is" if len(bronnen) == 1 else "deze bestanden zijn"
        redenen.append(f"{woord} anders dan toen: {', '.join(bronnen)}")
    if INSTELLINGEN in anders:
        redenen.append("kwaliteit.yaml is anders dan toen; daar staan ook locaties, aantallen mensen en de drempel")
    return redenen


def verdeel_bestanden(werkmap: Werkmap) -> dict[str, frozenset[str]]:
    """Geef per doelgroep (leeg bij kengetallen) de bestanden van het jaar waaruit haar cijfers komen.

    Ervaringsdeskundigen kunnen in het bestand van de professionals staan; die twee delen hun bestanden.
    """
    verdeling: dict[str, frozenset[str]] = {}
    for bron in werkmap.jaargang.bronnen:
        paden = {pad for pad in (bron.pad, bron.koppeling) if pad is not None}
        namen = {(werkmap.pad / pad).relative_to(werkmap.pad).as_posix() for pad in paden}
        for groep in _kijk_mee(bron.doelgroep):
            verdeling[str(groep)] = verdeling.get(str(groep), frozenset()) | namen
    if werkmap.jaargang.kengetallen is not None:
        pad = werkmap.pad / werkmap.jaargang.kengetallen
        verdeling[""] = frozenset({pad.relative_to(werkmap.pad).as_posix()})
    return verdeling


def _kijk_mee(groep: Doelgroep) -> tuple[Doelgroep, ...]:
    samen = (Doelgroep.PROFESSIONALS, Doelgroep.ERVARINGSDESKUNDIGEN)
    return samen if groep in samen else (groep,)


def beschrijf(herkomst: Herkomst) -> Omstandigheden:
    """Geef de omstandigheden van vandaag."""
    return Omstandigheden(
        programma=herkomst.programma,
        kader=herkomst.kader,
        kaderversie=herkomst.kaderversie,
        drempel=herkomst.drempel,
        invoer=herkomst.bronnen,
    )
