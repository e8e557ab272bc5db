"""Leest de andere vormen van het verslag na: kort, verantwoording, fragmenten, Word en pdf.

Net als `overeenkomst` zonder code van het programma. Elke functie geeft een zin per getal of cel die niet klopt.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.overeenkomst import (
    CIJFER,
    GROEPEN,
    KOPMATEN,
    Cel,
    Knoop,
    Rij,
    Tabel,
    Verslag,
    html_tabellen,
    html_zinnen,
    lees_boom,
    markdown_tabellen,
    schrijf,
    schrijf_klein,
    vul_in,
)
from tests.overeenkomst_figuren import plak

_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
GEEN_CIJFER = re.compile(
    rf"\b\d{{1,2}} (?:{_MAAND})\b|\b20\d\d\b|\b[A-Z]{{1,3}}\d+\b"
    r"|\b(?:zin|punt) \d+(?:–\d+)?(?:(?:, | en )\d+(?:–\d+)?)*"
    r"|\b(?:figuur|tabel) \d+|\(deel \d van \d\)|\b\d+\.\d+\.\d+\b|\bcontrolegetal(?: van de bronnen\.)? [0-9a-f]+"
    r"|https?://\S+|\bvan 0 tot 100\b",
    re.IGNORECASE,
)
"""Jaren, dagen, nummers en vindplaatsen; al het andere met een cijfer erin is een getal."""
_EERDER = re.compile(r", in (20\d\d) ")
"""Bij een kengetal staat ook het cijfer van de vorige keer."""
TELSTAND = re.compile(r"\b(\d+) (ja|deels|nee|nog niet|nog geen oordeel|uitgangspunt|eisen|normen)\b(?! hebben| staat)")
VAN = re.compile(r"\b\d+ van (?:de )?\d+\b")
LOS_GETAL = re.compile(r"[+−]?\d+(?:[.,]\d+)*%?")
_BEWIJS = re.compile(r"(?:(?:Vraag|Score) (\w+) (?:aan|van) (\w+)|Kengetal (\w+)): ")
_KOPPEL = re.compile(r"\[((?:\\.|[^\]\\])*)\]\([^)]*\)")


# ---- kort en verantwoording ----


def lees_zinnen(bron: str, naam: str) -> list[str]:
    """Alle zinnen van een uitgave, en per punt de cellen met bewijs; de andere tabellen keurt `Verslag`."""
    if naam.endswith(".html"):
        boom = lees_boom(bron)
        zinnen = [*html_zinnen(boom)]
        for tabel in boom.alle("table"):
            zinnen += [kop.tekst for kop in tabel.alle("caption")]
            if tabel.alle("tr")[0].tekst.endswith("Stand"):
                for cel in [*tabel.alle("th"), *tabel.alle("td")]:
                    zinnen += [punt.tekst for punt in cel.alle("li") or [cel]]
        return zinnen
    zinnen = []
    met_stand = False
    for regel in bron.splitlines():
        kaal = re.sub(r"\\(.)", r"\1", _KOPPEL.sub(r"\1", regel)).replace("**", "")
        if regel.startswith("|"):
            met_stand = met_stand or regel.endswith(" Stand |")
            zinnen += [deel.strip() for cel in kaal.strip("|").split(" | ") for deel in cel.split("; ") if met_stand]
            continue
        met_stand = False
        if kaal.strip():
            zinnen.append(re.sub(r"^(?:[-#>]+ )+", "", kaal.strip()))
    return [" ".join(zin.split()) for zin in zinnen]


def keur_uitgave(verslag: Verslag, bron: str, naam: str, mensen: Iterable[str], ook: Iterable[str]) -> Iterator[str]:
    """Elk getal in een uitgave is van de rij van de vraag die erbij staat, of een telling; wat mensen schreven niet."""
    van_mensen = _kies_met_getal(mensen)
    tellingen = set(ook)
    tabellen = list(html_tabellen(lees_boom(bron)) if naam.endswith(".html") else markdown_tabellen(bron))
    al_gemeld = len(verslag.fouten)
    for tabel in tabellen:
        verslag.keur_tabel(tabel)
    yield from verslag.fouten[al_gemeld:]
    del verslag.fouten[al_gemeld:]
    standen = _tel_standen(tabellen)
    for zin in lees_zinnen(bron, naam):
        over = _haal_weg(zin.replace("marge van 95%", "marge"), van_mensen)
        if bewijs := _BEWIJS.match(over):
            yield from _keur_bewijs(verslag, naam, over, bewijs)
            continue
        rijen = _rijen_in(verslag, over)
        over = GEEN_CIJFER.sub("", re.sub(r"“.*?”", "", over))
        if TELSTAND.search(over):
            yield from _keur_standen(naam, over, standen)
            over = TELSTAND.sub("", over)
        if not rijen:
            over = VAN.sub(lambda gevonden: "" if gevonden[0] in tellingen else gevonden[0], over)
        bekend = {getal for rij in rijen for woord in _woorden(rij) for getal in LOS_GETAL.findall(woord)}
        for getal in LOS_GETAL.findall(over):
            if getal not in (bekend if rijen else tellingen):
                yield f"{naam}: '{getal}' in “{zin[:100]}” staat in geen rij en is geen telling"


def _kies_met_getal(teksten: Iterable[str]) -> list[str]:
    """De teksten met een getal, de langste eerst; een los woord als "K01" of "10" is geen tekst van een mens."""
    schoon = {" ".join(tekst.split()) for tekst in teksten}
    gekozen = [tekst for tekst in schoon if re.search(r"\d", tekst) and tekst.count(" ") > 2]
    return sorted(gekozen, key=lambda tekst: (-len(tekst), tekst))


def _haal_weg(zin: str, teksten: Iterable[str]) -> str:
    for tekst in teksten:
        zin = zin.replace(tekst, "")
    return zin


def _tel_standen(tabellen: Iterable[Tabel]) -> list[tuple[str, Counter[str]]]:
    """Per tabel met standen haar bijschrift, en hoe vaak elke stand erin staat."""
    return [
        (tabel.bij, Counter(re.sub(r" \(.*", "", rij[-1].tekst).lower() for rij in tabel.rijen))
        for tabel in tabellen
        if tabel.koppen[-1] == "Stand"
    ]


def _keur_standen(naam: str, zin: str, standen: Sequence[tuple[str, Counter[str]]]) -> Iterator[str]:
    """Een opsomming van standen telt goed: van de tabel met dit bijschrift, van alle eisen of van alle normen."""
    genoemd = [(woord, int(aantal)) for aantal, woord in TELSTAND.findall(zin)]
    geteld: Counter[str] = Counter()
    alle = {woord: {"eisen": "eis", "normen": "norm"}.get(woord) for woord, _ in genoemd}
    soort = next((woord for woord in alle.values() if woord), "")
    for bij, aantallen in standen:
        is_eis = "kwaliteitsverslag, met bewijs" in bij
        hoort = is_eis == (soort == "eis") if soort else _zonder_getal(zin) in _zonder_getal(bij)
        geteld += aantallen if hoort else Counter()
    geteld[f"{soort}en"] = geteld.total()
    for woord, aantal in genoemd:
        if geteld[woord] != aantal:
            yield f"{naam}: '{aantal} {woord}' in “{zin[:100]}” in plaats van {geteld[woord]}"


def _zonder_getal(tekst: str) -> str:
    return re.sub(r"\d", "", plak(tekst)).strip(".")


def _keur_bewijs(verslag: Verslag, naam: str, punt: str, bewijs: re.Match[str]) -> Iterator[str]:
    """Een bewijs noemt precies wat er in zijn rij staat, en verder geen getal."""
    groep = GROEPEN.get(bewijs[2] or "", "")
    sleutel = (str(verslag.jaar), bewijs[1] or bewijs[3], groep, "")
    rijen = [rij for maat in (*KOPMATEN, "verhouding") if (rij := verslag.index.get((*sleutel, maat)))]
    rest = re.sub(r"“.*?”", "", punt[bewijs.end() :])
    if any(rij["eenheid"] == "per 1.000" for rij in rijen):
        rest = rest.replace("per 1.000", "", 1)
    for rij in rijen:
        klein = schrijf_klein(rij)
        verwacht = f" {schrijf(rij)}{f' ({klein})' if klein else ''}"
        if verwacht in rest:
            rest = rest.replace(verwacht, "", 1)
            if eerder := _EERDER.search(rest):
                toen = verslag.index.get((eerder[1], *sleutel[1:], rij["maat"]))
                rest = rest.replace(f", in {eerder[1]} {schrijf(toen)}", "", 1) if toen else rest
            if LOS_GETAL.search(GEEN_CIJFER.sub("", rest)) is None:
                return
    if rijen or LOS_GETAL.search(GEEN_CIJFER.sub("", rest)):
        yield f"{naam}: “{punt[:160]}” in plaats van {[f'{schrijf(rij)} ({schrijf_klein(rij)})' for rij in rijen]}"


def _rijen_in(verslag: Verslag, zin: str) -> list[Rij]:
    """De rijen van de vragen tussen aanhalingstekens, van de genoemde groep en dit jaar; leeg zonder vraag."""
    if "“" not in zin:
        return []
    groepen = {groep for naam, groep in GROEPEN.items() if f"van de {naam} " in zin}
    return [
        rij
        for rij in verslag.rijen_bij(zin)
        if rij["niveau"] == "organisatie"
        and rij["jaar"] == str(verslag.jaar)
        and (not groepen or rij["doelgroep"] in groepen)
    ]


def _woorden(rij: Rij) -> tuple[str, str]:
    return schrijf(rij), schrijf_klein(rij)


def lees_mensentekst(verslag: Verslag, werkmap: Path, kader: Path) -> list[str]:
    """Wat mensen schreven en wat het kader zegt, zoals het in een uitgave kan staan, met de cijfers ingevuld."""
    regels: list[str] = []
    for pad in sorted((werkmap / "verhaal" / str(verslag.jaar)).glob("*.md")):
        ingevuld = CIJFER.sub(lambda gevonden: vul_in(verslag, gevonden[1]), pad.read_text(encoding="utf-8"))
        regels += ingevuld.splitlines()
    for map_ in (werkmap / "zelfbeoordeling", kader):
        for pad in sorted(map_.rglob("*.yaml")):
            regels += _lees_strings(yaml.safe_load(pad.read_text(encoding="utf-8")))
    regels += _lees_strings(yaml.safe_load((werkmap / "acties.yaml").read_text(encoding="utf-8")))
    regels += _lees_strings(yaml.safe_load((werkmap / "kwaliteit.yaml").read_text(encoding="utf-8")))
    # Een zin uit een yaml staat in een cel zonder zijn punt.
    return [re.sub(r"[*_]", "", regel).strip().rstrip(".") for regel in regels]


def _lees_strings(knoop: Any) -> Iterator[str]:
    if isinstance(knoop, str):
        yield knoop
    elif isinstance(knoop, Mapping):
        for waarde in knoop.values():
            yield from _lees_strings(waarde)
    elif isinstance(knoop, Sequence):
        for waarde in knoop:
            yield from _lees_strings(waarde)


# ---- de fragmenten en de Markdown ----


def lees_volgorde(knoop: Knoop) -> Iterator[str]:
    """Alle tekst in leesvolgorde, met wat een voorleesprogramma zegt en elke plaats in een tekening."""
    plaatsen = ("aria-label", "alt", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "d", "points")
    for deel in knoop.inhoud:
        if isinstance(deel, str):
            if tekst := " ".join(deel.split()):
                yield tekst
        elif deel.naam != "style":
            if gevonden := [f"{naam}={deel.attributen[naam]}" for naam in plaatsen if naam in deel.attributen]:
                yield f"<{deel.naam} {' '.join(gevonden)}>"
            yield from lees_volgorde(deel)


def keur_fragment(pagina: str, fragment: str) -> Iterator[str]:
    """Het fragment zegt en tekent hetzelfde als het lijf van de pagina, zonder de sprong naar de inhoud."""
    (lijf,) = lees_boom(pagina).alle("body")
    verwacht = [stuk for stuk in lees_volgorde(lijf) if stuk != "Direct naar de inhoud"]
    gevonden = list(lees_volgorde(lees_boom(fragment)))
    if len(gevonden) != len(verwacht):
        yield f"fragment: {len(gevonden)} stukken in plaats van {len(verwacht)}"
    for een, ander in zip(gevonden, verwacht, strict=False):
        if een != ander:
            yield f"fragment: '{een[:100]}' in plaats van '{ander[:100]}'"


Celplaats = tuple[str, str, str]
"""(kop van de rij, kop van de kolom, tekst)"""


def lees_cellen(tabellen: Iterable[Tabel]) -> list[Celplaats]:
    """Elke cel met haar rij- en kolomkop; een brede tabel die in delen is gezet wordt weer één."""
    cellen: list[Celplaats] = []
    breed: dict[tuple[int, str], list[Celplaats]] = {}
    for tabel in [*tabellen, None]:
        deel = re.search(r"\(deel (\d+) van \d+\)", tabel.bij) if tabel is not None else None
        if breed and (deel is None or deel[1] == "1"):
            cellen += [cel for rij in breed.values() for cel in rij]
            breed = {}
        if tabel is None:
            break
        for nummer, rij in enumerate(tabel.rijen):
            kop = _als_tekst(rij[0])
            eigen = [(kop, kolom, _als_tekst(cel)) for kolom, cel in zip(tabel.koppen, rij, strict=True)]
            if deel is None:
                cellen += eigen
            else:
                plaats = (nummer, kop)
                breed[plaats] = [*breed[plaats], *eigen[1:]] if plaats in breed else eigen
    return cellen


def _als_tekst(cel: Cel) -> str:
    tekst = f"{cel.tekst} ({cel.klein})" if cel.klein else cel.tekst
    return " ".join(_KOPPEL.sub(r"\1", tekst).split())


def kale_tabellen(bron: str) -> Iterator[Tabel]:
    """De tabellen van het kale fragment; het bijschrift is de vette alinea erboven."""
    bij = ""
    for knoop in lees_boom(bron).alle():
        if knoop.naam in ("p", "caption"):
            bij = knoop.tekst
        elif knoop.naam == "table":
            kop, *rijen = knoop.alle("tr")
            bijschrift = knoop.alle("caption")
            yield Tabel(
                waar="kaal",
                bij=bijschrift[0].tekst if bijschrift else bij,
                koppen=[cel.tekst for cel in kop.inhoud if isinstance(cel, Knoop)],
                rijen=[[Cel(cel.tekst) for cel in rij.inhoud if isinstance(cel, Knoop)] for rij in rijen],
            )


def keur_tabellen(pagina: str, andere: Iterable[Tabel], waar: str) -> Iterator[str]:
    """Een andere vorm heeft dezelfde tabellen als de pagina, cel voor cel en in dezelfde volgorde."""
    verwacht, gevonden = lees_cellen(html_tabellen(lees_boom(pagina))), lees_cellen(andere)
    if len(verwacht) != len(gevonden):
        yield f"{waar}: {len(gevonden)} cellen in plaats van {len(verwacht)}"
    for een, ander in zip(gevonden, verwacht, strict=False):
        if een != ander:
            yield f"{waar}: {een} in plaats van {ander}"


def lees_regels(markdown: str) -> tuple[list[str], list[str]]:
    """De regels buiten de tabellen, en de alternatieve teksten van de figuren."""
    regels, beelden = [], []
    for regel in markdown.splitlines():
        kaal = re.sub(r"\\(.)", r"\1", _KOPPEL.sub(r"\1", regel)).replace("**", "")
        kaal = re.sub(r"^(?:(?:[-#>]+|\d+\.) *)+", "", kaal.strip())
        if kaal.startswith("!"):
            beelden.append(" ".join(kaal[1:].split()))
        elif kaal.strip("_") and not regel.startswith("|"):
            regels.append(kaal)
    return regels, beelden


def keur_markdown(verslag: Verslag, markdown: str, mensen: Iterable[str], ook: Iterable[str]) -> Iterator[str]:
    """Elk getal in een zin van de Markdown staat in een rij, en elk beeld heeft de woorden van de pagina."""
    regels, beelden = lees_regels(markdown)
    al_gemeld = len(verslag.fouten)
    van_mensen = _kies_met_getal(mensen)
    for regel in regels:
        schoon = _haal_weg(re.sub(r" \(deel \d van \d\)", "", regel.replace("marge van 95%", "marge")), van_mensen)
        verslag.keur_tekst("md", schoon, verslag.rijen_bij(schoon), ook)
    yield from verslag.fouten[al_gemeld:]
    del verslag.fouten[al_gemeld:]
    gezegd = {tekening.attributen["aria-label"] for tekening in verslag.boom.alle("div", "kv-graf")}
    yield from (f"md: alt '{beeld[:120]}'" for beeld in beelden if beeld not in gezegd and "met tekens" not in beeld)
    yield from (f"md: geen beeld '{alt[:120]}'" for alt in sorted(gezegd - set(beelden)))


def keur_regels(markdown: str, tekst: str, waar: str, beelden: Iterable[str] | None = None) -> Iterator[str]:
    """Een andere vorm zegt elke regel van de Markdown, en heeft dezelfde alternatieve teksten (als zij die heeft)."""
    plat = plak(tekst)
    regels, verwacht = lees_regels(markdown)
    yield from (f"{waar}: niet te lezen: {regel[:120]}" for regel in regels if plak(regel) not in plat)
    if beelden is not None and [plak(beeld) for beeld in beelden] != [plak(beeld) for beeld in verwacht]:
        yield f"{waar}: andere alternatieve teksten dan in de Markdown"


# ---- Word en pdf ----


def keur_docx(markdown: str, rijen: Sequence[Sequence[str]]) -> Iterator[str]:
    """Elke rij van elke tabel in de Markdown staat zo, cel voor cel, in een tabel van het Word-bestand."""
    over = [[plak(cel) for cel in rij] for rij in rijen]
    for rij in _markdown_rijen(markdown):
        if rij in over:
            over.remove(rij)
        else:
            yield f"docx: geen rij {rij}"
    # Wat overblijft zijn rijen die Word anders verdeelt; die zijn er niet.
    yield from (f"docx: een rij die niet in de Markdown staat: {rij}" for rij in over)


def keur_pdf(markdown: str, tekst: str) -> Iterator[str]:
    """Elke rij van elke tabel in de Markdown staat in de pdf, met haar cellen na elkaar, en in dezelfde volgorde."""
    plat = plak(tekst)
    vanaf = 0
    for rij in _markdown_rijen(markdown):
        gezocht = "".join(rij)
        plek = plat.find(gezocht, vanaf)
        if plek < 0:
            yield f"pdf: geen rij {rij}"
        else:
            vanaf = plek + len(gezocht)


def _markdown_rijen(markdown: str) -> Iterator[list[str]]:
    for tabel in markdown_tabellen(markdown):
        yield [plak(kop) for kop in tabel.koppen]
        for rij in tabel.rijen:
            yield [plak(_als_tekst(cel).replace("**", "")) for cel in rij]
