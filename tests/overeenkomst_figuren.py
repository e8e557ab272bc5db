"""Leest de losse figuren na: elk getal hoort bij zijn rij in de csv, en elke plaats wordt teruggerekend.

Net als `overeenkomst` zonder code van het programma. Elke functie geeft een zin per getal of plaats die niet klopt.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from tests.overeenkomst import GROEPEN, MARGE, Knoop, Rij, Verslag, html_tabellen, lees_boom, schrijf

PLAATS = 2 * MARGE
"""Een coördinaat in een losse figuur heeft één decimaal, en een grens van een vak ook."""
LINKS, RECHTS = 24, 696
"""Tussen deze kanten staat alles in een losse figuur."""


def plak(tekst: str) -> str:
    """Zonder spaties en koppeltekens: een regel in een figuur kan midden in een woord gebroken zijn."""
    return re.sub(r"[\s\u00ad-]", "", tekst).casefold()


@dataclass
class Blok:
    """Een rij van een losse figuur: haar kop, de woorden erbij, en wat er getekend is."""

    kop: str
    woorden: list[Knoop] = field(default_factory=list)
    tekening: list[Knoop] = field(default_factory=list)


def keur_svg(verslag: Verslag, naam: str, bron: str) -> Iterator[str]:
    """Elk getal in een losse figuur is dat van zijn rij, en elke balk en punt staat op zijn plaats."""
    svg = lees_boom(re.sub(r"<\?xml.*?\?>", "", bron)).alle("svg")[0]
    titel, omschrijving = svg.alle("title")[0].tekst, svg.alle("desc")[0].tekst
    delen = [deel for deel in svg.inhoud if isinstance(deel, Knoop) and deel.naam not in ("title", "desc", "pattern")]
    zichtbaar = plak("".join(deel.tekst for deel in delen if deel.attributen.get("font-size") == "23"))
    if zichtbaar != plak(titel):
        yield f"{naam}: de titel is '{zichtbaar}' in plaats van '{titel}'"
    kop = re.split(r"(?<=\d)\. ", omschrijving)[0]
    yield from _keur_onderschrift(verslag, naam, titel, kop)
    if naam.endswith("-jaren"):
        yield from _keur_trend(verslag, naam, delen, omschrijving)
    elif naam == "figuur-spiegel":
        yield from _keur_spiegel(verslag, naam, delen, omschrijving)
    elif naam == "tabel-respons":
        yield from _keur_respons(verslag, naam, delen, omschrijving)
    elif naam == "figuur-matrix":
        yield from _keur_matrix(verslag, naam, delen, omschrijving)
    elif naam == "figuur-beloften":
        yield from _keur_beloften(verslag, naam, delen, titel, omschrijving)
    else:
        yield from _keur_verdeling(verslag, naam, delen, omschrijving)


def _keur_onderschrift(verslag: Verslag, naam: str, titel: str, onderschrift: str) -> Iterator[str]:
    """De titel staat zo op de pagina of in de verantwoording, bij dezelfde figuur (en is daar al nagerekend)."""
    koppen = {
        plak(" ".join(deel.tekst for soort in ("figcaption", "caption") for deel in figuur.alle(soort)))
        for boom in (verslag.boom, verslag.verantwoording)
        for figuur in [*boom.alle("figure"), *boom.alle("table")]
    }
    if not any(plak(titel) in kop and plak(onderschrift) in kop for kop in koppen):
        yield f"{naam}: de titel '{titel}' met '{onderschrift}' staat niet op de pagina"


def _zoek_vraag(verslag: Verslag, tekst: str) -> str:
    return next((vraag for vraag in verslag.vragen if plak(vraag) == plak(tekst).rstrip(".")), "")


def _is_regel(knoop: Knoop, grootte: str = "17") -> bool:
    return knoop.naam == "text" and knoop.getal("x") == LINKS and knoop.attributen.get("font-size") == grootte


def _lees_blokken(delen: Sequence[Knoop]) -> list[Blok]:
    """De rijen van een figuur, op volgorde: koppen links, en alles wat daarna komt."""
    blokken: list[Blok] = []
    dicht = True
    for deel in delen:
        if _is_regel(deel) and deel.attributen.get("fill") != "#0a4a57":
            if dicht:
                blokken.append(Blok(kop=""))
            blokken[-1].kop = f"{blokken[-1].kop} {deel.tekst}".strip()
            dicht = False
        elif blokken:
            dicht = True
            (blokken[-1].woorden if deel.naam == "text" else blokken[-1].tekening).append(deel)
    return blokken


def _keur_verdeling(verslag: Verslag, naam: str, delen: Sequence[Knoop], omschrijving: str) -> Iterator[str]:
    groep = next((id_ for woord, id_ in GROEPEN.items() if f" van {woord} " in omschrijving), "")
    genoemd = dict(re.findall(r"“(.+?)”(?: \([a-zë]+\))?: ([^;]*?)(?: eens| met|;|\.?$)", omschrijving))
    for blok in _lees_blokken(delen):
        vraag = _zoek_vraag(verslag, blok.kop)
        waar = f"{naam}, {blok.kop}"
        rijen = [rij for rij in verslag.vind(vraag, groep, str(verslag.jaar)) if rij["maat"] == "gunstig"]
        if len(rijen) != 1:
            yield f"{waar}: {len(rijen)} rijen"
            continue
        yield from _keur_balkwoorden(waar, rijen[0], blok)
        gezegd = [tekst for een, tekst in genoemd.items() if plak(een).rstrip(".") == plak(vraag)]
        if not gezegd or not all(f"{tekst} ".startswith(f"{schrijf(rijen[0])} ") for tekst in gezegd):
            yield f"{waar}: omschrijving {gezegd} in plaats van {schrijf(rijen[0])}"
        yield from _keur_balk(waar, blok, verslag.vakken(vraag, groep, str(verslag.jaar)))


def _keur_balkwoorden(waar: str, rij: Rij, blok: Blok) -> Iterator[str]:
    kant = [tekst.tekst for tekst in blok.woorden if tekst.attributen.get("text-anchor") == "end"]
    if rij["status"] == "getoond" and not kant:
        yield f"{waar}: geen getal naast de balk"
    for tekst in kant:
        if not f"{tekst} ".startswith(f"{schrijf(rij)} "):
            yield f"{waar}: '{tekst}' in plaats van {schrijf(rij)}"


def _keur_balk(waar: str, blok: Blok, vakken: Sequence[Rij]) -> Iterator[str]:
    tellers = [int(rij["teller"]) for rij in vakken]
    grenzen = [0.0, *(100 * deel / sum(tellers) for deel in accumulate(tellers))]
    verwacht = [(van, tot - van) for van, tot in pairwise(grenzen) if tot > van]
    balken = [deel for deel in blok.tekening if deel.naam == "rect" and deel.attributen.get("stroke") == "#ffffff"]
    gevonden = [((balk.getal("x") - LINKS) / 6.72, balk.getal("width") / 6.72) for balk in balken]
    if len(gevonden) != len(verwacht) or any(
        abs(een - ander) > PLAATS
        for paar in zip(gevonden, verwacht, strict=False)
        for een, ander in zip(*paar, strict=True)
    ):
        yield f"{waar}: balk {gevonden} in plaats van {verwacht}"
        return
    kandidaten = [rij for rij in vakken if int(rij["teller"])]
    for label in blok.woorden:
        if label.attributen.get("text-anchor") != "middle":
            continue
        x = (label.getal("x") - LINKS) / 6.72
        plaats = next((nummer for nummer, (van, breed) in enumerate(verwacht) if van <= x <= van + breed), None)
        if plaats is None or label.tekst != schrijf(kandidaten[plaats]).rstrip("%"):
            yield f"{waar}: label '{label.tekst}' bij {x:.1f}"


@dataclass
class As:
    """De as van een trend, teruggelezen uit haar eigen lijnen en getallen."""

    laag: float
    y_laag: float
    helling: float
    schaal: int

    def plaats(self, rij: Rij, kolom: str) -> float:
        """Waar dit getal hoort te staan."""
        return self.y_laag + (self.schaal * float(rij[kolom]) - self.laag) * self.helling


def _lees_as(delen: Sequence[Knoop]) -> tuple[As, list[str]]:
    """De as, en wat er niet op haar rechte ligt."""
    links = [deel for deel in delen if deel.naam == "text" and deel.getal("x") == LINKS]
    getallen = [deel for deel in links if re.fullmatch(r"[+−]?\d+%?", deel.tekst)]
    # De onderkant van een getal staat 5,3 boven zijn lijn.
    plekken = [(float(een.tekst.rstrip("%").replace("−", "-")), een.getal("y") + 5.3) for een in getallen]
    (laag, y_laag), (hoog, y_hoog) = plekken[0], plekken[-1]
    helling = (y_hoog - y_laag) / (hoog - laag)
    lijnen = [deel for deel in delen if deel.naam == "line"]
    liggend = [lijn.getal("y1") for lijn in lijnen if (lijn.getal("x1"), lijn.getal("x2")) == (LINKS, RECHTS)]
    fouten = [
        f"as: {waarde} staat op {y}"
        for waarde, y in plekken
        if abs(y_laag + (waarde - laag) * helling - y) > PLAATS or min(abs(y - lijn) for lijn in liggend) > PLAATS
    ]
    if len(plekken) != len(liggend):
        fouten.append(f"{len(plekken)} getallen bij {len(liggend)} aslijnen")
    return As(laag, y_laag, helling, 100 if getallen[-1].tekst.endswith("%") else 1), fouten


def _keur_trend(verslag: Verslag, naam: str, delen: Sequence[Knoop], omschrijving: str) -> Iterator[str]:
    vraag = next((deel for deel in re.findall(r"“(.+?)”", omschrijving) if _zoek_vraag(verslag, deel)), "")
    teksten = [deel for deel in delen if deel.naam == "text"]
    jaren = {deel.getal("x"): deel.tekst for deel in teksten if re.fullmatch(r"20\d\d", deel.tekst)}
    if not vraag or not jaren:
        yield f"{naam}: geen vraag of jaren gevonden"
        return
    as_, fouten = _lees_as(delen)
    yield from (f"{naam}: {fout}" for fout in fouten)
    midden = [deel for deel in teksten if deel.attributen.get("text-anchor") == "middle"]
    labels = {
        een.getal("x"): een.tekst for een in midden if re.search(r"\d", een.tekst) and een.tekst not in jaren.values()
    }
    lijnen = [deel for deel in delen if deel.naam == "line"]
    punten = {deel.getal("cx"): deel.getal("cy") for deel in delen if deel.naam == "circle"}
    banden = {lijn.getal("x1"): lijn for lijn in lijnen if lijn.attributen.get("stroke-width") == "40"}
    gezegd = dict(re.findall(r"(20\d\d): ([^;]+?)(?: \(nieuwe reeks\))?(?:;|\.(?: |$))", omschrijving))
    if set(gezegd) != set(jaren.values()) or not {*punten, *banden} <= jaren.keys():
        yield f"{naam}: {sorted(jaren.values())}, maar de omschrijving noemt {sorted(gezegd)}"
    for x, jaar in jaren.items():
        waar, gevonden = f"{naam}, {jaar}", verslag.vind(vraag, naam.split("-")[-2], jaar)
        if gevonden:
            yield from _keur_woorden(waar, gevonden[0], gezegd.get(jaar, ""), labels.get(x), x in punten)
            yield from _keur_punt(waar, gevonden[0], punten.get(x), banden.get(x), as_)
        elif x in punten or re.search(r"\d", gezegd.get(jaar, "") + labels.get(x, "")):
            yield f"{waar}: een cijfer zonder rij"
    for lijn in lijnen:
        einden = [(lijn.getal(f"x{kant}"), lijn.getal(f"y{kant}")) for kant in (1, 2)]
        if lijn.attributen.get("stroke-width") == "2.5" and any(punten.get(x) != y for x, y in einden):
            yield f"{naam}: een lijn van {einden[0]} naar {einden[1]} die niet van punt naar punt gaat"


def _keur_woorden(waar: str, rij: Rij, gezegd: str, label: str | None, met_punt: bool) -> Iterator[str]:
    """De omschrijving en het getal bij het punt zijn dat van de rij; een punt heeft altijd een getal."""
    if gezegd != schrijf(rij) or (label is not None and label != schrijf(rij)) or (met_punt and label is None):
        yield f"{waar}: '{gezegd}' en label '{label}' in plaats van {schrijf(rij)}"


def _keur_punt(waar: str, rij: Rij, punt: float | None, band: Knoop | None, as_: As) -> Iterator[str]:
    """Alleen een getoond cijfer heeft een punt, en alleen met een marge een band."""
    if (punt is not None) != (rij["status"] == "getoond"):
        yield f"{waar}: punt {punt} bij {rij['status']}"
        return
    if (band is not None) != bool(rij["ondergrens"] and punt is not None):
        yield f"{waar}: marge {band} bij {rij['status']}"
    plekken = [] if punt is None else [(punt, "waarde")]
    if band is not None:
        plekken += [(band.getal("y1"), "bovengrens"), (band.getal("y2"), "ondergrens")]
    for y, kolom in plekken:
        if not rij[kolom] or abs(y - as_.plaats(rij, kolom)) > PLAATS:
            yield f"{waar}: {kolom} op {y}"


def _midden(teken: Knoop, as_: str = "x") -> float:
    if teken.naam == "circle":
        return teken.getal(f"c{as_}")
    plekken = [float(getal) for getal in teken.attributen["points"].split()]["xy".index(as_) :: 2]
    return (min(plekken) + max(plekken)) / 2


def _keur_spiegel(verslag: Verslag, naam: str, delen: Sequence[Knoop], omschrijving: str) -> Iterator[str]:
    kleuren: dict[str, str] = {}
    for teken, tekst in pairwise(delen):
        if teken.naam in ("circle", "polygon") and tekst.naam == "text" and tekst.tekst.lower() in GROEPEN:
            kleuren[teken.attributen["fill"]] = GROEPEN[tekst.tekst.lower()]
    as_ = {
        float(deel.tekst[:-1]): deel.getal("x")
        for deel in delen
        if deel.naam == "text" and re.fullmatch(r"\d+%", deel.tekst)
    }
    laag, hoog = min(as_), max(as_)
    lijnen = {deel.getal("x1") for deel in delen if deel.naam == "line" and deel.getal("x1") == deel.getal("x2")}
    for waarde, x in as_.items():
        if x not in lijnen or abs(as_[laag] + (waarde - laag) / (hoog - laag) * (as_[hoog] - as_[laag]) - x) > PLAATS:
            yield f"{naam}: as: {waarde} staat op {x}"
    gezegd = dict(re.findall(r"(?:^|; |\d\. )([^;.]+?): (\d+) punt", omschrijving))
    for blok in _lees_blokken(delen):
        rijen = {groep: verslag.spiegelrijen(_zoek_onderwerp(verslag, blok.kop), groep) for groep in kleuren.values()}
        verwacht = {
            groep: as_[laag] + (100 * float(een[0]["waarde"]) - laag) / (hoog - laag) * (as_[hoog] - as_[laag])
            for groep, een in rijen.items()
            if een and een[0]["status"] == "getoond"
        }
        gevonden = {
            kleuren[een.attributen["fill"]]: _midden(een) for een in blok.tekening if een.naam in ("circle", "polygon")
        }
        waar = f"{naam}, {blok.kop}"
        if (
            not verwacht
            or gevonden.keys() != verwacht.keys()
            or any(abs(gevonden[g] - verwacht[g]) > PLAATS for g in gevonden)
        ):
            yield f"{waar}: tekens {gevonden} in plaats van {verwacht}"
            continue
        for lijn in blok.tekening:
            if lijn.naam == "line" and lijn.attributen.get("stroke-linecap") == "round":
                uiteinden = (min(verwacht.values()), max(verwacht.values()))
                if any(abs(lijn.getal(kant) - x) > PLAATS for kant, x in zip(("x1", "x2"), uiteinden, strict=True)):
                    yield f"{waar}: lijn {lijn.attributen}"
        delen_ = [
            float(een[0]["teller"]) / float(een[0]["noemer"])
            for een in rijen.values()
            if een and een[0]["status"] == "getoond"
        ]
        verschil = int(100 * (max(delen_) - min(delen_)) + 0.5 + 1e-9)
        genoemd = [int(getal) for tekst in blok.woorden for getal in re.findall(r"(\d+) punt", tekst.tekst)]
        genoemd += [int(getal) for onderwerp, getal in gezegd.items() if plak(onderwerp) == plak(blok.kop)]
        if genoemd != [verschil, verschil]:
            yield f"{waar}: verschil {genoemd} in plaats van {verschil}"


def _zoek_onderwerp(verslag: Verslag, kop: str) -> str:
    return next((naam for naam, _ in verslag.spiegel if plak(naam) == plak(kop)), "")


def _keur_respons(verslag: Verslag, naam: str, delen: Sequence[Knoop], omschrijving: str) -> Iterator[str]:
    gezegd = dict(re.findall(r"(?:\d\. |; )(\w+): ([^;]+?)(?=;|\.$)", omschrijving))
    blokken = [blok for blok in _lees_blokken(delen) if blok.kop.lower() in GROEPEN]
    if len(blokken) != len(gezegd) or not blokken:
        yield f"{naam}: {len(blokken)} rijen, {len(gezegd)} in de omschrijving"
    for blok in blokken:
        groep, waar = GROEPEN[blok.kop.lower()], f"{naam}, {blok.kop}"
        nu, eerder = (
            verslag.index.get((str(jaar), "respons", groep, "", "respons")) for jaar in (verslag.jaar, verslag.jaar - 1)
        )
        if nu is None:
            yield f"{waar}: geen rij"
            continue
        deel = schrijf(nu) if nu["waarde"] else "geen percentage"
        verwacht = [f"{nu['teller']} van {nu['noemer']}" if nu["teller"] else schrijf(nu), deel]
        if "(Deel in " in omschrijving:
            verwacht.append(schrijf(eerder) if eerder is not None else "niet gemeten")
        per_kolom: dict[float, str] = {}
        for tekst in blok.woorden:
            if tekst.attributen.get("text-anchor") == "end":
                per_kolom[tekst.getal("x")] = f"{per_kolom.get(tekst.getal('x'), '')} {tekst.tekst}".strip()
        gevonden = [tekst for _, tekst in sorted(per_kolom.items())]
        if gevonden != verwacht:
            yield f"{waar}: {gevonden} in plaats van {verwacht}"
        if re.sub(r" \([A-Z][^)]*\)", "", gezegd.get(blok.kop, "")) != ", ".join(verwacht):
            yield f"{waar}: omschrijving '{gezegd.get(blok.kop)}' in plaats van {verwacht}"
        balken = [een.getal("width") for een in blok.tekening if een.naam == "rect"]
        if bool(balken) != bool(nu["waarde"]) or (balken and abs(balken[1] / balken[0] - float(nu["waarde"])) > 0.001):
            yield f"{waar}: balkje {balken}"


def _keur_matrix(verslag: Verslag, naam: str, delen: Sequence[Knoop], omschrijving: str) -> Iterator[str]:
    """Elke cel uit de tekening staat zo in de tabel op de pagina, die zelf al met de csv vergeleken is."""
    # Gold het kader dat jaar nog niet, dan staat deze figuur alleen in de verantwoording.
    tabellen = [een for boom in (verslag.boom, verslag.verantwoording) for een in html_tabellen(boom)]
    tabel = next(een for een in tabellen if een.koppen[0] == "Pijler")
    koppen = [
        deel
        for deel in delen
        if deel.attributen.get("font-weight") == "700" and deel.attributen.get("font-size") == "15"
    ]
    kolommen = sorted({deel.getal("x") for deel in koppen})
    tekening = [deel for deel in delen if deel.naam in ("circle", "polyline")]
    rijen = [
        deel
        for deel in delen
        if deel.attributen.get("font-weight") == "700" and deel.attributen.get("font-size") == "16"
    ]
    begin = [deel.getal("y") for deel in rijen]
    voet = max(deel.getal("y1") for deel in delen if deel.naam == "line")
    for plaats, rij in enumerate(tabel.rijen):
        onder = begin[plaats + 1] if plaats + 1 < len(begin) else voet
        woorden = [deel for deel in delen if deel.naam == "text" and begin[plaats] < deel.getal("y") < onder]
        for x, cel in zip(kolommen[1:], rij[1:], strict=True):
            tekst = " ".join(deel.tekst for deel in woorden if deel.getal("x") == x)
            if plak(tekst) != plak(cel.tekst):
                yield f"{naam}, {rij[0].tekst}: '{tekst}' in plaats van '{cel.tekst}'"
        if (
            f"{rij[0].tekst}: " + ", ".join(f"{k} {c.tekst}" for k, c in zip(tabel.koppen[1:], rij[1:], strict=True))
            not in omschrijving
        ):
            yield f"{naam}, {rij[0].tekst}: staat niet zo in de omschrijving"
    # Een kruis is twee lijnen met hetzelfde midden.
    plekken = {(_midden(deel), _midden(deel, "y")) for deel in tekening}
    if len(plekken) != sum(len(rij) - 1 for rij in tabel.rijen):
        yield f"{naam}: {len(plekken)} tekens"
    getoond = sum(deel.naam == "circle" for deel in tekening)
    if getoond != sum(bool(re.match(r"[1-9]", cel.tekst)) for rij in tabel.rijen for cel in rij[1:]):
        yield f"{naam}: {getoond} rondjes"


def _keur_beloften(verslag: Verslag, naam: str, delen: Sequence[Knoop], titel: str, omschrijving: str) -> Iterator[str]:
    """De stand van elke belofte is die van de pagina, en de titel telt ze goed."""
    standen = {plak(blok.kop): blok.woorden[0].tekst for blok in _lees_blokken(delen) if blok.woorden}
    klaar = sum(stand == "Klaar" for stand in standen.values())
    if f"{klaar} van {len(standen)} " not in titel:
        yield f"{naam}: '{titel}' bij {klaar} van {len(standen)}"
    for lijst in verslag.boom.alle("ul", "kv-acts"):
        for punt in lijst.alle("li"):
            tekst = plak(punt.tekst)
            gevonden = [stand for kop, stand in standen.items() if kop in tekst]
            op_pagina = punt.alle("span", "kv-st")
            if op_pagina and (len(gevonden) != 1 or gevonden[0].casefold() != op_pagina[0].tekst.casefold()):
                yield f"{naam}: {gevonden} bij '{punt.tekst[:80]}'"
    for kop, stand in standen.items():
        if f"{kop.rstrip('.')}:{plak(stand)}" not in plak(omschrijving):
            yield f"{naam}: '{kop}: {stand}' staat niet in de omschrijving"
