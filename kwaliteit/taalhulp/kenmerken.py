"""Wat een zin lastig maakt: elk kenmerk is concreet aan te wijzen, met de regel en wat eraan te doen is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.taalhulp.afkortingen import zoek_afkortingen, zoek_verkorte_woorden
from kwaliteit.taalhulp.lijdend import zoek_lijdende_vormen
from kwaliteit.taalhulp.woordenlijst import Woordenlijst
from kwaliteit.taalhulp.zinnen import INVULLING, Zin, is_woord

LANGSTE_WOORD = 20
"""Letters; een langer woord leest lastig."""
LANGSTE_GEMIDDELDE = 15
"""Woorden per zin over een hele tekst."""
MINSTE_ZINNEN = 5
"""Bij minder zinnen zegt een gemiddelde niets."""

_LANGSTE_AANHALING = 40
"""Tekens van een woord of twee in een melding; genoeg om het terug te vinden."""

_ONTKENNINGEN = frozenset(["niet", "geen", "nooit", "zelden", "nauwelijks", "niemand"])
_VERSTERKERS = frozenset(["zo", "heel", "erg", "echt", "geheel", "helemaal", "meer"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """Eén ding dat opvalt in een tekst."""

    soort: Bevindingsoort
    regel: int
    wat: str
    verwacht: str
    doe_dit: str


def loop_zin_na(zin: Zin, lijst: Woordenlijst, uitgelegd: set[str]) -> Iterator[Vondst]:
    """Geef wat er aan een zin opvalt, behalve haar lengte. `uitgelegd`: afkortingen die de tekst al uitlegde."""
    for regel, paar in zoek_lijdende_vormen(zin):
        yield Vondst(
            soort=Bevindingsoort.LIJDENDE_VORM,
            regel=regel,
            wat=f"Lijdende vorm: '{_kort_af(paar)}'.",
            verwacht="wie het doet, voorop in de zin",
            doe_dit="Begin met wie het doet: 'Het team besprak de klachten', niet 'De klachten werden besproken'.",
        )
    jargon = set[str]()
    for regel, woord, gewoon in zoek_jargon(zin, lijst):
        jargon.update(woord.split("-"))
        yield Vondst(
            soort=Bevindingsoort.JARGON,
            regel=regel,
            wat=f"Lastig woord: '{_kort_af(woord)}'.",
            verwacht="een woord dat iedereen kent",
            doe_dit=f"Schrijf bijvoorbeeld: {gewoon}. Kent uw lezer het woord? Zet het in taal.yaml bij 'toegestaan'.",
        )
    for regel, woord, voluit in zoek_verkorte_woorden(zin, lijst):
        yield Vondst(
            soort=Bevindingsoort.AFKORTING,
            regel=regel,
            wat=f"Kort geschreven: '{_kort_af(woord)}'.",
            verwacht="woorden voluit",
            doe_dit=f"Schrijf bijvoorbeeld: {voluit}.",
        )
    for regel, afkorting, voluit in zoek_afkortingen(zin, lijst, uitgelegd):
        if afkorting not in jargon:
            yield Vondst(
                soort=Bevindingsoort.AFKORTING,
                regel=regel,
                wat=f"Afkorting zonder uitleg: '{_kort_af(afkorting)}'.",
                verwacht=f"de eerste keer voluit, zoals: {voluit or 'de hele naam'} ({_kort_af(afkorting)})",
                doe_dit="Schrijf haar voluit. Kent uw lezer de afkorting? Zet haar in taal.yaml bij 'afkortingen'.",
            )
    for regel, woord in _zoek_lange_woorden(zin, lijst):
        yield Vondst(
            soort=Bevindingsoort.LANG_WOORD,
            regel=regel,
            wat=f"Lang woord ({len(woord)} letters): '{_kort_af(woord)}'.",
            verwacht=f"hoogstens {LANGSTE_WOORD} letters",
            doe_dit="Knip het woord in tweeën, of zeg het met kortere woorden.",
        )
    for regel, paar in _zoek_dubbele_ontkenningen(zin, lijst):
        yield Vondst(
            soort=Bevindingsoort.DUBBELE_ONTKENNING,
            regel=regel,
            wat=f"Dubbele ontkenning: '{_kort_af(paar)}'.",
            verwacht="zeggen wat het wel is",
            doe_dit="Schrijf het zonder ontkenning: 'belangrijk', niet 'niet onbelangrijk'.",
        )


def meld_lange_zin(zin: Zin, langste: int) -> Iterator[Vondst]:
    """Geef een vondst als de zin meer dan `langste` woorden heeft."""
    if zin.woorden > langste:
        begin = " ".join([teken for teken in zin.tekens if is_woord(teken) and teken != INVULLING][:3])
        yield Vondst(
            soort=Bevindingsoort.LANGE_ZIN,
            regel=zin.regels[0],
            wat=f"Een zin van {zin.woorden} woorden: '{_kort_af(begin).removesuffix('…')} …'.",
            verwacht=f"hoogstens {langste} woorden",
            doe_dit="Maak er twee zinnen van. Eén zin, één boodschap.",
        )


def meld_lange_zinnen(zinnen: Sequence[Zin]) -> Iterator[Vondst]:
    """Geef een vondst als de hele zinnen van een tekst gemiddeld meer dan 15 woorden hebben."""
    lengtes = [zin.woorden for zin in zinnen if zin.is_af and any(is_woord(t) and t != INVULLING for t in zin.tekens)]
    if len(lengtes) < MINSTE_ZINNEN or sum(lengtes) <= LANGSTE_GEMIDDELDE * len(lengtes):
        return
    gemiddeld = f"{sum(lengtes) / len(lengtes):.1f}".replace(".", ",")
    yield Vondst(
        soort=Bevindingsoort.LANGE_ZINNEN,
        regel=zinnen[0].regels[0],
        wat=f"De zinnen hebben gemiddeld {gemiddeld} woorden ({len(lengtes)} zinnen).",
        verwacht=f"gemiddeld hoogstens {LANGSTE_GEMIDDELDE} woorden",
        doe_dit="Knip de langste zinnen in tweeën, en haal weg wat niet nodig is.",
    )


def _kort_af(aanhaling: str) -> str:
    return aanhaling if len(aanhaling) <= _LANGSTE_AANHALING else f"{aanhaling[: _LANGSTE_AANHALING - 1]}…"


def zoek_jargon(zin: Zin, lijst: Woordenlijst) -> Iterator[tuple[int, str, str]]:
    """Geef regel, woord (zoals het er staat) en het gewone woord."""
    gehad = 0
    for plek, woord in enumerate(zin.klein):
        if plek < gehad:
            continue
        lengte, gewoon = _zoek_uitdrukking(zin.klein, plek, lijst)
        gewoon = gewoon or _zoek_gewoon_woord(woord, lijst) or _zoek_gewoon_woord(zin.tekens[plek], lijst)
        if gewoon:
            gehad = plek + lengte
            yield zin.regels[plek], " ".join(zin.tekens[plek:gehad]), gewoon


def _zoek_gewoon_woord(woord: str, lijst: Woordenlijst) -> str:
    """Geef het gewone woord, ook voor een deel tussen streepjes ("ROM-meting"); leeg als de lijst het niet kent."""
    gewoon = lijst.jargon.get(woord, "")
    if not gewoon and "-" in woord:
        gewoon = next((lijst.jargon[deel] for deel in woord.split("-") if deel in lijst.jargon), "")
    return gewoon


def _zoek_uitdrukking(klein: Sequence[str], plek: int, lijst: Woordenlijst) -> tuple[int, str]:
    """Geef hoeveel woorden de uitdrukking heeft die hier begint, en het gewone woord; anders 1 en niets."""
    for woorden, gewoon in lijst.uitdrukkingen.get(klein[plek], ()):
        if klein[plek : plek + len(woorden)] == woorden:
            return len(woorden), gewoon
    return 1, ""


def _zoek_lange_woorden(zin: Zin, lijst: Woordenlijst) -> Iterator[tuple[int, str]]:
    for plek, teken in enumerate(zin.tekens):
        if len(teken) <= LANGSTE_WOORD:
            continue
        for deel in teken.replace("/", "-").split("-"):
            is_naam = plek > 0 and deel[:1].isupper()
            if len(deel) > LANGSTE_WOORD and deel.isalpha() and not is_naam and deel.lower() not in lijst.toegestaan:
                yield zin.regels[plek], deel


def _zoek_dubbele_ontkenningen(zin: Zin, lijst: Woordenlijst) -> Iterator[tuple[int, str]]:
    for plek, teken in enumerate(zin.klein):
        if teken not in _ONTKENNINGEN:
            continue
        erna = plek + 1
        if erna < len(zin.klein) and zin.klein[erna] in _VERSTERKERS:
            erna += 1
        if erna >= len(zin.klein):
            continue
        woord = zin.klein[erna]
        if woord in lijst.ontkend or woord.removesuffix("e") in lijst.ontkend or (teken, woord) == ("nooit", "niet"):
            yield zin.regels[plek], " ".join(zin.tekens[plek : erna + 1])
