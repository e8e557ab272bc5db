"""Het scherm van `koppel`: wat er geschreven is, wat u nu doet, en de vragen op een terminal."""

import textwrap
from collections.abc import Callable, Iterator, Sequence

from kwaliteit import __version__
from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.koppelvoorstel import Keuzemogelijkheid, Kiezer, Koppelregel, Koppeluitkomst, Schrijfwijze
from kwaliteit.scherm.basis import noem_aantal, scherm, schrijf_json


def toon_koppeling(uitkomst: Koppeluitkomst, *, json_uit: bool, stil: bool) -> None:
    """Toon waar de koppeling staat en wat er nu te doen is."""
    if json_uit:
        schrijf_json(_koppeling(uitkomst))
        return
    console = scherm()
    if uitkomst.is_gestopt:
        console.print("Gestopt. Er is niets geschreven.", style="bold")
        return
    if not stil:
        for zin in _vertel_koppeling(uitkomst):
            console.print(zin)
    for zin in _volgende_stap(uitkomst):
        console.print(zin, style="bold")


def _vertel_koppeling(uitkomst: Koppeluitkomst) -> Iterator[str]:
    regels = uitkomst.voorstel.regels
    koppen = [regel for regel in regels if not regel.onder]
    woorden = [regel for regel in regels if regel.onder]
    yield {
        Schrijfwijze.NIEUW: f"De koppeling staat in {uitkomst.pad}",
        Schrijfwijze.AANGEVULD: f"De koppeling {uitkomst.pad} is aangevuld. Wat er al stond is niet veranderd.",
        Schrijfwijze.ERNAAST: f"Uw eigen koppeling is niet veranderd. Het voorstel staat ernaast, in {uitkomst.pad}",
        Schrijfwijze.NIETS: f"Er is niets nieuws. De koppeling {uitkomst.pad} is niet veranderd.",
    }[uitkomst.schrijfwijze]
    if uitkomst.schrijfwijze is Schrijfwijze.NIETS:
        return
    if uitkomst.overgenomen:
        yield f"  Overgenomen uit {uitkomst.overgenomen}."
    if uitkomst.voorstel.bekend:
        yield f"  Al bekend: {noem_aantal(uitkomst.voorstel.bekend, 'kop', 'koppen')}."
    yield f"  Koppen: {_vat_samen(koppen)}."
    if woorden:
        yield f"  Antwoordwoorden: {_vat_samen(woorden)}."


def _vat_samen(regels: Sequence[Koppelregel]) -> str:
    ingevuld = [regel for regel in regels if regel.doel]
    delen = [f"{len(ingevuld)} ingevuld"]
    if twijfel := sum(regel.is_twijfel for regel in ingevuld):
        delen.append(f"waarvan {twijfel} om na te kijken")
    if len(ingevuld) < len(regels):
        delen.append(f"{len(regels) - len(ingevuld)} opengelaten")
    return ", ".join(delen)


def _volgende_stap(uitkomst: Koppeluitkomst) -> Iterator[str]:
    if any(regel.is_twijfel or not regel.doel for regel in uitkomst.voorstel.regels):
        yield "Open de koppeling: kijk na waar 'kijk na' staat, en vul in wat met # begint."
    if uitkomst.schrijfwijze is Schrijfwijze.ERNAAST:
        yield "Neem over wat u wilt en haal het voorstel daarna weg."
    if uitkomst.kwaliteit_yaml:
        jaar = uitkomst.jaar or "het jaar"
        if "/" not in uitkomst.voorstel.bestand:
            yield f"Zet het bestand in de map bronnen/{uitkomst.jaar or 'JAAR'} van uw werkmap."
        yield f"Zet in kwaliteit.yaml bij {jaar}, onder 'bronnen':\n{textwrap.indent(uitkomst.kwaliteit_yaml, '  ')}"
    waar = "" if str(uitkomst.map_) == "." else f" --map {uitkomst.map_}"
    yield f"Draai daarna: kwaliteit controleer {uitkomst.jaar or 'JAAR'}{waar}"


def maak_kiezer(lees: Callable[[str], str] = input) -> Kiezer:
    """Geef de functie die een mens op de terminal laat kiezen; `lees` krijgt de vraag en geeft wat er getypt is."""

    def kies(regel: Koppelregel, mogelijk: Sequence[Keuzemogelijkheid]) -> str | None:
        console = scherm()
        bekend = {een.doel.casefold(): een.doel for een in mogelijk}
        getoond = regel.mogelijk or mogelijk
        console.print(f"\n{_noem_regel(regel)}", style="bold")
        for nummer, een in enumerate(getoond, start=1):
            score = f" ({min(een.score, 0.99):.2f})".replace(".", ",") if een.score else ""
            console.print(f"  {nummer}. {een.doel}: {een.tekst}{score}")
        while True:
            keuze = _lees_keuze(lees, regel)
            if keuze == "s":
                return None
            if not keuze:
                return regel.doel
            if keuze == "n" and not regel.onder:
                return "negeer"
            if keuze in ("n", "o"):
                return ""
            if keuze.isdecimal() and 1 <= int(keuze) <= len(getoond):
                return getoond[int(keuze) - 1].doel
            if keuze in bekend:
                return bekend[keuze]
            console.print(f"  '{keuze}' staat er niet bij.{bedoelde_u(keuze, bekend.values())}")

    return kies


def _lees_keuze(lees: Callable[[str], str], regel: Koppelregel) -> str:
    """Geef wat er getypt is; wie de invoer sluit, stopt."""
    try:
        return lees(_keuzevraag(regel)).strip().casefold()
    except EOFError:
        return "s"


def _noem_regel(regel: Koppelregel) -> str:
    if regel.onder:
        return f"Antwoord '{regel.kop}' ({regel.onder})"
    return f"Kolom {regel.letter}: {regel.kop}"


def _keuzevraag(regel: Koppelregel) -> str:
    enter = f"Enter = {regel.doel}" if regel.doel else "Enter = openlaten"
    weg = "o = openlaten" if regel.onder else "n = negeren, o = openlaten"
    ander = "een nummer hierboven" if regel.onder else "een nummer hierboven, een andere vraag (zoals CL04)"
    return f"  {enter}, {ander}, {weg}, s = stoppen: "


def _koppeling(uitkomst: Koppeluitkomst) -> dict[str, object]:
    return {
        "opdracht": "koppel",
        "versie": __version__,
        "afsluitcode": 0,
        "bevindingen": [],
        "bestand": uitkomst.voorstel.bestand,
        "doelgroep": str(uitkomst.voorstel.groep),
        "vragenlijst": uitkomst.voorstel.vragenlijst,
        "koppeling": str(uitkomst.pad),
        "geschreven": str(uitkomst.schrijfwijze),
        "overgenomen": uitkomst.overgenomen,
        "kwaliteit_yaml": uitkomst.kwaliteit_yaml,
        "uitvoer": [] if uitkomst.schrijfwijze is Schrijfwijze.NIETS else [str(uitkomst.pad)],
        "regels": [
            {
                "kolom": regel.letter,
                "onder": regel.onder,
                "kop": regel.kop,
                "doel": regel.doel,
                "uitleg": regel.uitleg,
                "is_twijfel": regel.is_twijfel,
            }
            for regel in uitkomst.voorstel.regels
        ],
    }
