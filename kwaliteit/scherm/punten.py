"""Van losse bevindingen naar punten om te lezen: wat hetzelfde zegt, staat op het scherm één keer.

`bevindingen.csv` houdt elke bevinding apart; hier raakt dus niets kwijt.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort, Ernst
from kwaliteit.scherm.basis import noem_aantal

VERHAALDELEN = {
    Bevindingsoort.GEEN_BOODSCHAP: "kernboodschap",
    Bevindingsoort.GEEN_TERUGBLIK: "terugblik",
    Bevindingsoort.GEEN_DUIDING: "duiding",
    Bevindingsoort.GEEN_BESPREKING: "besproken",
    Bevindingsoort.GEEN_VOORUITBLIK: "vooruitblik",
}
TAALDELEN = {
    Bevindingsoort.LANGE_ZINNEN: ("lange zinnen gemiddeld", "lange zinnen gemiddeld"),
    Bevindingsoort.LANGE_ZIN: ("lange zin", "lange zinnen"),
    Bevindingsoort.LIJDENDE_VORM: ("lijdende vorm", "lijdende vormen"),
    Bevindingsoort.AFKORTING: ("afkorting", "afkortingen"),
    Bevindingsoort.JARGON: ("lastig woord", "lastige woorden"),
    Bevindingsoort.LANG_WOORD: ("lang woord", "lange woorden"),
    Bevindingsoort.DUBBELE_ONTKENNING: ("dubbele ontkenning", "dubbele ontkenningen"),
}
"""Wat de taalhulp telt, in enkelvoud en meervoud, in de volgorde op het scherm."""
MEESTE_CELLEN = 3
"""Zoveel cellen of kolommen worden genoemd; de rest wordt geteld."""
MEESTE_ANTWOORDEN = 3
"""Zoveel verschillende schalen worden uitgeschreven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """Eén punt op het scherm, met hoeveel bevindingen erin opgaan. `verwacht` heeft een regel per tekst."""

    soort: Bevindingsoort
    plaats: str
    wat: str
    verwacht: tuple[str, ...]
    doe_dit: str
    bevindingen: int

    @property
    def ernst(self) -> Ernst:
        """De ernst van de soort."""
        return self.soort.ernst


def maak_punten(bevindingen: Sequence[Bevinding], noem_opdracht: Callable[[str], str]) -> list[Punt]:
    """Voeg samen wat bij elkaar hoort, op volgorde van ernst en daarbinnen van de eerste bevinding.

    `noem_opdracht` maakt van een bestand de opdracht die er een koppeling voor maakt.
    """
    groepen: dict[tuple[str, ...], list[Bevinding]] = {}
    for bevinding in bevindingen:
        groepen.setdefault(_sleutel(bevinding), []).append(bevinding)
    punten = [punt for groep in groepen.values() for punt in _maak_punten_van(groep, noem_opdracht)]
    return [punt for ernst in Ernst for punt in punten if punt.ernst is ernst]


def _sleutel(bevinding: Bevinding) -> tuple[str, ...]:
    soort = bevinding.soort
    if soort in VERHAALDELEN:
        return ("verhaal",)
    if soort in TAALDELEN:
        return ("taal", bevinding.bestand)
    if soort in (Bevindingsoort.ONTBREKENDE_VRAAG, Bevindingsoort.ONBEKEND_LABEL) and bevinding.vraag:
        return (soort.code, bevinding.bestand, bevinding.blad)
    if soort.ernst is Ernst.TER_INFORMATIE:
        return (soort.code,)
    if soort is Bevindingsoort.ANDERS_DAN_GEPUBLICEERD:
        return (soort.code, bevinding.bestand, bevinding.wat.replace(f": {bevinding.vraag} ", ": ", 1))
    return (soort.code, bevinding.bestand, bevinding.blad, bevinding.vraag, bevinding.wat)


def _maak_punten_van(groep: list[Bevinding], noem_opdracht: Callable[[str], str]) -> Iterable[Punt]:
    soort = groep[0].soort
    if soort.ernst is Ernst.TER_INFORMATIE:
        return [_maak_taalpunt(groep)] if soort in TAALDELEN else _maak_informatie(groep)
    if len(groep) > 1 and soort in VERHAALDELEN:
        return [_maak_verhaalpunt(groep)]
    if len(groep) > 1 and soort is Bevindingsoort.ONBEKEND_LABEL and groep[0].vraag:
        return [_maak_labelpunt(groep, noem_opdracht)]
    if len(groep) > 1 and soort is Bevindingsoort.ONTBREKENDE_VRAAG:
        return [_maak_vragenpunt(groep, noem_opdracht)]
    if len(groep) > 1 and soort is Bevindingsoort.ANDERS_DAN_GEPUBLICEERD:
        return [_maak_registerpunt(groep)]
    return [_maak_punt(groep)]


def _maak_informatie(groep: Sequence[Bevinding]) -> Iterable[Punt]:
    """Wat ter informatie is en vaak voorkomt, wordt alleen geteld."""
    if len(groep) <= MEESTE_CELLEN:
        return [_maak_punt([een]) for een in groep]
    soort = groep[0].soort
    wat = f"{soort.betekenis[:-1]} ({len(groep)} keer)."
    return [Punt(soort=soort, plaats="", wat=wat, verwacht=(), doe_dit="", bevindingen=len(groep))]


def _maak_taalpunt(groep: Sequence[Bevinding]) -> Punt:
    """Tel wat er in één bestand aan de taal opvalt, en noem de eerste plaatsen."""
    tellingen = [
        noem_aantal(aantal, *woorden)
        for soort, woorden in TAALDELEN.items()
        if (aantal := sum(een.aantal for een in groep if een.soort is soort))
    ]
    plaatsen = [f"{een.cel.capitalize()}: {een.wat[0].lower()}{een.wat[1:]}" for een in groep[:MEESTE_CELLEN]]
    rest = len(groep) - MEESTE_CELLEN
    meer = [f"En nog {rest}; 'kwaliteit bekijk' toont ze alle, met een beter woord."] if rest > 0 else []
    return Punt(
        soort=groep[0].soort,
        plaats=groep[0].bestand,
        wat=" ".join([f"{', '.join(tellingen)}.", *plaatsen, *meer]),
        verwacht=(),
        doe_dit="",
        bevindingen=len(groep),
    )


def _maak_punt(groep: Sequence[Bevinding]) -> Punt:
    eerste = groep[0]
    toelichting = eerste.ernst is not Ernst.TER_INFORMATIE
    return Punt(
        soort=eerste.soort,
        plaats=_noem_plaats(eerste, _noem_cellen(groep)),
        wat=eerste.wat,
        verwacht=(eerste.verwacht,) if eerste.verwacht and toelichting else (),
        doe_dit=eerste.doe_dit if toelichting else "",
        bevindingen=len(groep),
    )


def _maak_labelpunt(groep: Sequence[Bevinding], noem_opdracht: Callable[[str], str]) -> Punt:
    """Vat onbekende antwoordwoorden samen; zijn het er veel, dan kent het programma de woorden van deze lijst niet."""
    vragen = list(dict.fromkeys(een.vraag for een in groep))
    cellen = sum(een.aantal for een in groep)
    waar = "één kolom" if len(vragen) == 1 else f"{len(vragen)} kolommen"
    wat = f"In {waar} ({cellen} cellen) staan antwoordwoorden die wij niet kennen."
    per_schaal: dict[str, list[str]] = {}
    for bevinding in groep:
        genoemd = per_schaal.setdefault(bevinding.verwacht, [])
        genoemd += [bevinding.vraag] if bevinding.vraag not in genoemd else []
    verwacht = tuple(per_schaal)
    if len(per_schaal) > 1:
        verwacht = tuple(f"bij {_noem_enkele(namen)}: {schaal}" for schaal, namen in per_schaal.items())
    if len(verwacht) > MEESTE_ANTWOORDEN:
        verwacht = (*verwacht[:MEESTE_ANTWOORDEN], f"en nog {len(verwacht) - MEESTE_ANTWOORDEN} andere schalen")
    eerste = groep[0]
    # Bij een vraag waar een getal hoort, helpt een koppeling van woorden niet.
    helpt_koppelen = any("kwaliteit koppel" in een.doe_dit for een in groep)
    return Punt(
        soort=eerste.soort,
        plaats=_noem_plaats(eerste, _noem_cellen(groep) if len(vragen) == 1 else ""),
        wat=wat,
        verwacht=verwacht,
        doe_dit=f"Typ: {noem_opdracht(eerste.bestand)}" if helpt_koppelen else eerste.doe_dit,
        bevindingen=len(groep),
    )


def _maak_vragenpunt(groep: Sequence[Bevinding], noem_opdracht: Callable[[str], str]) -> Punt:
    eerste = groep[0]
    return Punt(
        soort=eerste.soort,
        plaats=_noem_plaats(eerste, ""),
        wat=f"{len(groep)} vragen uit de lijst hebben geen kolom: {', '.join(een.vraag for een in groep)}.",
        verwacht=("een kolom met het nummer of de tekst van elke vraag",),
        doe_dit=f"Zijn deze vragen wel gesteld? Typ: {noem_opdracht(eerste.bestand)}",
        bevindingen=len(groep),
    )


def _maak_registerpunt(groep: Sequence[Bevinding]) -> Punt:
    """Noem de indicatoren samen als van dezelfde groep in dezelfde onderdelen hetzelfde te melden is."""
    punt = _maak_punt(groep)
    namen = ", ".join(dict.fromkeys(een.vraag for een in groep))
    wat = punt.wat.replace(f": {groep[0].vraag} ", f": {namen} ", 1).replace(" is anders dan ", " zijn anders dan ", 1)
    return replace(punt, wat=wat)


def _maak_verhaalpunt(groep: Sequence[Bevinding]) -> Punt:
    """Vat samen wat er nog te schrijven is: pijlers waar niets staat, en pijlers waar een deel ontbreekt."""
    per_bestand: dict[str, list[str]] = {}
    for bevinding in groep:
        per_bestand.setdefault(bevinding.bestand, []).append(VERHAALDELEN[bevinding.soort])
    leeg = [bestand for bestand, delen in per_bestand.items() if len(delen) == len(VERHAALDELEN)]
    deels = {bestand: delen for bestand, delen in per_bestand.items() if bestand not in leeg}
    zinnen = []
    if leeg:
        zinnen.append(
            f"Uw verhaal is nog niet geschreven: {noem_aantal(len(leeg), 'pijler', 'pijlers')} (zie verhaal.md)."
        )
    if deels:
        genoemd = "; ".join(f"{bestand}: {', '.join(delen)}" for bestand, delen in deels.items())
        zinnen.append(f"Aan uw verhaal ontbreekt nog iets: {genoemd}.")
    eerste = next(iter(per_bestand))
    return Punt(
        soort=groep[0].soort,
        plaats="",
        wat=" ".join(zinnen),
        verwacht=(),
        doe_dit=f"Schrijf uw verhaal, te beginnen met {eerste}. Hoe dat gaat, staat in verhaal.md in de handleiding.",
        bevindingen=len(groep),
    )


def _noem_plaats(bevinding: Bevinding, cellen: str) -> str:
    blad = f"blad {bevinding.blad}" if bevinding.blad else ""
    return ", ".join(deel for deel in (bevinding.bestand, blad, cellen) if deel)


def _noem_cellen(groep: Sequence[Bevinding]) -> str:
    """Noem de eerste cellen en tel de andere; een bevinding kan over meer cellen gaan dan zij noemt."""
    cellen = [cel for bevinding in groep if bevinding.cel for cel in bevinding.cel.split(", ")]
    genoemd = cellen[:MEESTE_CELLEN]
    samen = sum(een.aantal if ", " in een.cel else 1 for een in groep if een.cel)
    meer = max(samen, len(cellen)) - len(genoemd)
    return ", ".join(genoemd) + (f" en nog {meer}" if meer else "")


def _noem_enkele(namen: Sequence[str]) -> str:
    meer = len(namen) - MEESTE_CELLEN
    return ", ".join(namen[:MEESTE_CELLEN]) + (f" en nog {meer}" if meer > 0 else "")
