"""Het scherm van `koppel`: wat er geschreven is, wat u nu doet, en de vragen op een terminal."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from kwaliteit import __version__
from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.koppelvoorstel import (
    Keuzemogelijkheid,
    Kiesvraag,
    Kiezer,
    Koppelregel,
    Koppeluitkomst,
    Schrijfwijze,
)
from kwaliteit.scherm.basis import noem_aantal, noem_pad, scherm, schrijf_json

VEEL = 0.8
"""Vanaf deze gelijkenis lijkt een kop veel op een vraag."""
LETTERS = {"w": "weet niet", "v": "n.v.t.", "l": "leeg"}
UITLEG_BIJ_LETTERS = "w weet niet · v niet van toepassing · l telt niet"


def toon_koppeling(uitkomst: Koppeluitkomst, *, json_uit: bool, stil: bool) -> None:
    """Toon waar de koppeling staat en wat er nu te doen is."""
    if json_uit:
        schrijf_json(_koppeling(uitkomst))
        return
    console = scherm()
    if uitkomst.is_gestopt:
        console.print("Gestopt. Ook uw eerdere keuzes zijn niet bewaard.", style="bold")
        return
    if not stil:
        for zin in _vertel_koppeling(uitkomst):
            console.print(zin)
    for zin in _volgende_stap(uitkomst):
        # Zonder eigen regeleinden: wat iemand kopieert, moet heel blijven.
        console.print(zin, style="bold", soft_wrap=True)


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
    regels = uitkomst.voorstel.regels
    te_doen = []
    if any(regel.is_twijfel and regel.doel for regel in regels):
        te_doen.append("kijk na waar 'kijk na' staat")
    if any(not regel.doel for regel in regels):
        te_doen.append("vul in wat met # begint")
    if te_doen:
        yield f"Open de koppeling: {', en '.join(te_doen)}."
    if uitkomst.schrijfwijze is Schrijfwijze.ERNAAST:
        yield "Neem over wat u wilt en haal het voorstel daarna weg."
    if uitkomst.kwaliteit_yaml:
        yield from _zeg_hoe_gelezen(uitkomst)
    waar = "" if str(uitkomst.map_) == "." else f" --map {noem_pad(uitkomst.map_)}"
    yield f"Typ daarna: kwaliteit controleer {uitkomst.jaar or 'JAAR'}{waar}"


def _zeg_hoe_gelezen(uitkomst: Koppeluitkomst) -> Iterator[str]:
    """Zeg eerst de eenvoudigste manier waarop de werkmap het bestand en de koppeling vindt."""
    bestand, nieuw = PurePath(uitkomst.voorstel.bestand).name, uitkomst.nieuwe_naam
    map_ = f"bronnen/{uitkomst.jaar or 'JAAR'}"
    if uitkomst.voorstel.bestand != f"{map_}/{bestand}" and "/" not in uitkomst.voorstel.bestand:
        yield f"Zet het bestand in de map {map_} van uw werkmap."
    if nieuw == bestand:
        return
    if nieuw:
        eigen = PurePath(nieuw).stem + ".yaml"
        koppeling = PurePath(bestand).stem + ".yaml"
        ook = "" if koppeling == eigen else f", en de koppeling {koppeling} naar {eigen}"
        yield f"Hernoem het bestand naar {nieuw}{ook}; dan hoeft het volgende niet."
    yield f"{'Of open' if nieuw else 'Open'} kwaliteit.yaml. {uitkomst.plakplek}\n{uitkomst.kwaliteit_yaml}"


def maak_kiezer(lees: Callable[[str], str] = input) -> Kiezer:
    """Geef hoe een mens op de terminal kiest; `lees` krijgt de vraag en geeft wat er getypt is."""

    def vraag(tekst: str) -> str:
        try:
            return lees(tekst).strip().casefold()
        except EOFError:  # wie de invoer sluit, stopt
            return "s"

    def kies(een: Kiesvraag) -> str | None:
        return _kies_woord(een, vraag) if een.regel.onder else _kies_kolom(een, vraag)

    return Kiezer(kies=kies, bevestig=lambda regels: _bevestig(regels, vraag))


def _kies_kolom(een: Kiesvraag, vraag: Callable[[str], str]) -> str | None:
    console = scherm()
    bekend = {mogelijk.doel.casefold(): mogelijk for mogelijk in een.mogelijk}
    console.print(f"\nKolom {een.regel.letter}: {een.regel.kop}", style="bold")
    getoond = list(een.regel.mogelijk)
    _toon_mogelijk(getoond)
    while True:
        keuze = vraag(_stel_kolomvraag(een))
        if keuze == "s":
            return None
        if keuze in ("", "o"):
            return "" if keuze else een.regel.doel
        if keuze == "n":
            return "negeer"
        if keuze == "?":
            getoond = list(een.mogelijk)
            _toon_mogelijk(getoond)
            continue
        nummer = int(keuze) - 1 if keuze.isdecimal() else -1
        gekozen = getoond[nummer] if 0 <= nummer < len(getoond) else bekend.get(keuze)
        if gekozen is None:
            namen = [mogelijk.doel for mogelijk in een.mogelijk]
            console.print(f"  '{keuze}' staat er niet bij.{bedoelde_u(keuze, namen)}")
        elif gekozen.bezet:
            console.print(f"  {gekozen.doel} hoort al bij {gekozen.bezet}. Kies een andere vraag, of Enter.")
        else:
            return gekozen.doel


def _toon_mogelijk(mogelijk: Sequence[Keuzemogelijkheid]) -> None:
    console = scherm()
    for nummer, een in enumerate(mogelijk, start=1):
        toe = f" (hoort al bij {een.bezet})" if een.bezet else _noem_gelijkenis(een.score)
        console.print(f"  {nummer}. {een.doel}: {een.tekst}{toe}")


def _noem_gelijkenis(score: float) -> str:
    return f" (lijkt er {'veel' if score >= VEEL else 'wat'} op)" if score else ""


def _stel_kolomvraag(een: Kiesvraag) -> str:
    enter = f"Enter = {een.regel.doel} · o = later invullen" if een.regel.doel else "Enter = later invullen"
    voorbeeld = een.mogelijk[:4][-1].doel
    return (
        f"  Kolom {een.nummer} van {een.aantal}. Welke vraag is dit? Typ een nummer, of een vraag ({voorbeeld}).\n"
        f"  {enter} · n = hoort er niet bij · ? = alle vragen tonen · s = stoppen zonder bewaren: "
    )


def _kies_woord(een: Kiesvraag, vraag: Callable[[str], str]) -> str | None:
    console = scherm()
    regel = een.regel
    doelen = {mogelijk.doel.casefold(): mogelijk.doel for mogelijk in een.mogelijk}
    codes = [mogelijk for mogelijk in een.mogelijk if _is_code(mogelijk.doel)]
    keer = f"staat {regel.aantal} keer" if regel.aantal else "staat"
    console.print(f"\n'{regel.kop}' {keer} in uw bestand. Wat bedoelden mensen?", style="bold")
    console.print(f"  {' · '.join([*(f'{code.doel} {code.tekst}' for code in codes), UITLEG_BIJ_LETTERS])}")
    enter = f"Enter = {regel.doel} · o = later invullen" if regel.doel else "Enter = later invullen"
    while True:
        keuze = vraag(f"  Antwoord {een.nummer} van {een.aantal}. {enter} · s = stoppen zonder bewaren: ")
        if keuze == "s":
            return None
        if keuze in ("", "o"):
            return "" if keuze else regel.doel
        if gekozen := doelen.get(LETTERS.get(keuze, keuze)):
            return gekozen
        console.print(f"  '{keuze}' staat er niet bij.")


def _bevestig(regels: Sequence[Koppelregel], vraag: Callable[[str], str]) -> bool | None:
    """Laat zien hoe elk antwoord gelezen wordt; bij antwoorden op verschillende soorten vragen staat dat erboven."""
    console = scherm()
    console.print("\nZo lezen wij uw antwoorden:", style="bold")
    per_soort: dict[str, list[Koppelregel]] = defaultdict(list)
    for regel in regels:
        per_soort[regel.onder].append(regel)
    for onder, groep in per_soort.items():
        if len(per_soort) > 1:
            console.print(f"  Bij {onder}:")
        for regel in groep:
            console.print(f"  {regel.kop} = {_noem_doel(regel)}")
    while True:
        keuze = vraag("  Klopt dit? Enter = ja · n = een voor een · s = stoppen zonder bewaren: ")
        if keuze in ("", "j", "ja", "n", "nee", "s"):
            return None if keuze == "s" else keuze not in ("n", "nee")
        console.print(f"  '{keuze}' staat er niet bij.")


def _noem_doel(regel: Koppelregel) -> str:
    if not _is_code(regel.doel):
        return "telt niet" if regel.doel == "leeg" else regel.doel
    label = next((een.tekst for een in regel.mogelijk if een.doel == regel.doel), "")
    return f"{regel.doel} ({label})"


def _is_code(doel: str) -> bool:
    return doel.lstrip("-").isdecimal()


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
        "nieuwe_naam": uitkomst.nieuwe_naam,
        "uitvoer": [] if uitkomst.schrijfwijze is Schrijfwijze.NIETS else [str(uitkomst.pad)],
        "regels": [
            {
                "kolom": regel.letter,
                "onder": regel.onder,
                "kop": regel.kop,
                "doel": regel.doel,
                "uitleg": regel.uitleg,
                "is_twijfel": regel.is_twijfel,
                "lijkt_op": {een.doel: min(round(een.score, 2), 0.99) for een in regel.mogelijk if een.score},
            }
            for regel in uitkomst.voorstel.regels
        ],
    }
