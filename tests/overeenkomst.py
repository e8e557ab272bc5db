"""Rekent elk getal van een openbaar verslag terug naar zijn rij in de csv, zonder code van het programma.

De afrondregels staan hier nog een keer: half naar boven in hele getallen, 1 tot en met 99, decimale komma.
`zoek_fouten` geeft een zin per getal dat niet klopt, en per cijfer van de organisatie dat nergens staat.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from html.parser import HTMLParser
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import yaml

GROEPEN = {
    "cliënten": "clienten",
    "naasten": "naasten",
    "professionals": "professionals",
    "ervaringsdeskundigen": "ervaringsdeskundigen",
    "samenwerkingspartners": "samenwerkingspartners",
}
PIJLERLETTERS = {"clienten": "C", "naasten": "N", "professionals": "P", "samenleving": "S", "samenwerken": "W"}
"""Waarmee de normen van een pijler beginnen."""
KOPMATEN = ("gunstig", "gemiddelde", "score", "nps")
"""De maten die bij een vraag in een zin of cel kunnen staan; een vraag heeft er één, en soms ook een score."""
ZONDER_RIJ = {"niet gevraagd", "niet gemeten", "geen informatie"}
VAN_GROEP = re.compile(
    rf"\b(?:(?:van|voor) (?={'|'.join(GROEPEN)})|(?=\w+ die het ))({'|'.join(GROEPEN)})\b", re.IGNORECASE
)
GETAL = re.compile(r"[+−]?\d+(?:\.\d{3})*(?:,\d+)?%|\d+ van (?:de )?\d+|[+−]\d+|\b\d+,\d+|\b\d+(?= punten)")
"""Wat in een zin een cijfer is; jaren, nummers, datums en aantallen van mensen die iets schreven zijn dat niet."""
MARGE = 0.06
"""Een plaats in een figuur heeft één decimaal."""

Rij = Mapping[str, str]


@dataclass
class Knoop:
    """Een element met zijn inhoud, in volgorde."""

    naam: str
    attributen: dict[str, str]
    inhoud: list["Knoop | str"] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """Alle tekst erin, met enkele spaties."""
        return " ".join("".join(self._stukken()).split())

    def _stukken(self) -> Iterator[str]:
        for deel in self.inhoud:
            if isinstance(deel, str):
                yield deel
            elif deel.naam not in ("style", "svg"):
                yield from deel._stukken()
                if deel.naam in ("p", "td", "th", "li", "dd", "dt", "caption", "b", "span", "small", "summary"):
                    yield " "

    def alle(self, naam: str = "", klasse: str = "") -> list["Knoop"]:
        """Alle elementen hieronder met deze naam en klasse, in leesvolgorde."""
        gevonden = []
        for deel in self.inhoud:
            if isinstance(deel, Knoop):
                klassen = deel.attributen.get("class", "").split()
                if (not naam or deel.naam == naam) and (not klasse or klasse in klassen):
                    gevonden.append(deel)
                gevonden += deel.alle(naam, klasse)
        return gevonden

    def getal(self, attribuut: str) -> float:
        """Een coördinaat, met of zonder procentteken; ontbreekt hij, dan is hij 0."""
        return float(self.attributen.get(attribuut, "0").rstrip("%"))


class _Boom(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pad = [Knoop("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._voeg_toe(tag, attrs)
        if tag not in ("meta", "br", "hr", "img", "input", "link"):
            knoop = self.pad[-1].inhoud[-1]
            assert isinstance(knoop, Knoop)
            self.pad.append(knoop)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._voeg_toe(tag, attrs)

    def _voeg_toe(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pad[-1].inhoud.append(Knoop(tag, {naam: waarde or "" for naam, waarde in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.pad.pop().naam == tag

    def handle_data(self, data: str) -> None:
        self.pad[-1].inhoud.append(data)


def lees_boom(html: str) -> Knoop:
    """Lees een pagina als boom."""
    lezer = _Boom()
    lezer.feed(html)
    lezer.close()
    return lezer.pad[0]


def procent(teller: int, noemer: int) -> int:
    """Half naar boven op hele procenten; alleen niemand is 0 en alleen iedereen 100."""
    if teller in (0, noemer):
        return 100 * teller // noemer
    return min(99, max(1, (200 * teller + noemer) // (2 * noemer)))


def _rond(getal: float, stap: str) -> Decimal:
    return Decimal(str(getal)).quantize(Decimal(stap), ROUND_HALF_UP)


def _heel(tekst: str) -> str:
    return f"{int(tekst):,}".replace(",", ".")


def _is_deel(rij: Rij) -> bool:
    if rij["maat"] in ("gunstig", "verdeling", "respons", "topbox"):
        return True
    return rij["maat"] == "verhouding" and rij["eenheid"] == "fractie"


def _waarde(rij: Rij, kolom: str) -> str:
    """Een getal in de eenheid van de rij; ook voor een grens van de marge."""
    getal = float(rij[kolom])
    if _is_deel(rij):
        heel = (
            int(_rond(100 * getal, "1")) if getal in (0, 1) else min(99, max(1, int(_rond(round(100 * getal, 9), "1"))))
        )
        return f"{heel}%"
    if rij["maat"] == "gemiddelde" or rij["eenheid"] == "per 1.000":
        return str(_rond(getal, "0.1")).replace(".", ",")
    heel = int(_rond(getal, "1"))
    if rij["maat"] == "nps":
        return f"+{heel}" if heel > 0 else str(heel).replace("-", "−")
    return _heel(str(heel))


def schrijf(rij: Rij) -> str:
    """Wat een lezer voor deze rij hoort te zien."""
    if rij["status"] in ("band laag", "band hoog", "niet getoond"):
        return rij["toelichting"] or "niet getoond"
    if rij["status"] not in ("getoond", "weinig antwoorden"):
        return rij["status"]
    if rij["status"] == "weinig antwoorden" or not rij["waarde"]:
        if rij["teller"] and rij["noemer"]:
            return f"{_heel(rij['teller'])} van {_heel(rij['noemer'])}"
        return f"{_heel(rij['teller'] or rij['noemer'])} antwoorden"
    if _is_deel(rij) and rij["teller"] and rij["noemer"]:
        return f"{procent(int(rij['teller']), int(rij['noemer']))}%"
    return _waarde(rij, "waarde")


def schrijf_marge(rij: Rij) -> str:
    """De marge, of waarom die er niet is."""
    if rij.get("interval_methode") == "iedereen":
        return "iedereen heeft geantwoord"
    return f"{_waarde(rij, 'ondergrens')} tot {_waarde(rij, 'bovengrens')}" if rij["ondergrens"] else "geen marge"


def schrijf_klein(rij: Rij) -> str:
    """Wat er klein bij een cijfer in een cel hoort."""
    if rij["status"] != "getoond":
        return ""
    delen = [schrijf_marge(rij)] if rij["ondergrens"] else []
    if rij["maat"] in ("verhouding", "respons"):
        if _is_deel(rij) and rij["waarde"] and rij["teller"] and rij["noemer"]:
            delen.append(f"{_heel(rij['teller'])} van {_heel(rij['noemer'])}")
    elif rij["noemer"]:
        delen.append(f"{_heel(rij['noemer'])} antwoorden")
    return ", ".join(delen)


@dataclass
class Cel:
    """Een cel: de tekst en wat er klein bij staat."""

    tekst: str
    klein: str = ""
    balk: float | None = None


@dataclass
class Tabel:
    """Een tabel met de woorden eromheen, die zeggen over welke groep zij gaat."""

    waar: str
    bij: str
    koppen: list[str]
    rijen: list[list[Cel]]


class Verslag:
    """Een openbare map met de woorden (vragenlijsten) waarmee haar cijfers te vinden zijn."""

    def __init__(
        self, openbaar: Path, lijsten: Iterable[Path], spiegels: Path, kengetallen: Iterable[Path], grenzen: Path
    ) -> None:
        alle = _lees_yaml(grenzen)
        self.grenzen = {naam: grens for naam, grens in alle.items() if isinstance(grens, dict)}
        self.fouten: list[str] = []
        self.gezien: set[tuple[str, ...]] = set()
        self.rijen = [*_lees_csv(openbaar / "gegevens" / "indicatoren.csv")]
        self.rijen += [
            {
                **rij,
                "indicator": "respons",
                "maat": "respons",
                "categorie": "",
                "eenheid": "fractie",
                "teller": rij["deelnemers"],
                "noemer": rij["uitgenodigd"],
                "waarde": rij["respons"],
                "ondergrens": "",
                "bovengrens": "",
            }
            for rij in _lees_csv(openbaar / "gegevens" / "respons.csv")
        ]
        self.jaar = max(int(rij["jaar"]) for rij in self.rijen)
        self.index: dict[tuple[str, ...], Rij] = {}
        self.delen: dict[tuple[str, ...], list[Rij]] = {}
        for rij in self.rijen:
            onderdeel = "" if rij["niveau"] == "organisatie" else rij["onderdeel"]
            sleutel = (rij["jaar"], rij["indicator"], rij["doelgroep"], onderdeel)
            if rij["maat"] == "verdeling":
                self.delen.setdefault(sleutel, []).append(rij)
            else:
                self.index[(*sleutel, rij["maat"])] = rij
        vergelijkingen = openbaar / "gegevens" / "vergelijkingen.csv"
        self.oordelen = _lees_csv(vergelijkingen) if vergelijkingen.exists() else []
        self.per_pijler = _lees_csv(openbaar / "gegevens" / "indicatoren_per_pijler.csv")
        self.vragen: dict[str, set[tuple[str, str]]] = {}
        self.spiegel: dict[tuple[str, str], set[str]] = {}
        self._lees_vragen(lijsten, spiegels, kengetallen)
        self.boom, self.kort, self.verantwoording = (
            lees_boom((openbaar / f"{naam}.html").read_text(encoding="utf-8"))
            for naam in ("verslag", "kort", "verantwoording")
        )
        self.markdown, self.kort_markdown = (
            (openbaar / f"{naam}.md").read_text(encoding="utf-8") for naam in ("verslag", "kort")
        )

    def _lees_vragen(self, lijsten: Iterable[Path], spiegels: Path, kengetallen: Iterable[Path]) -> None:
        namen = {een["id"]: een["naam"] for een in _lees_yaml(spiegels)["spiegels"]}
        for pad in lijsten:
            lijst = _lees_yaml(pad)
            for vraag in [*lijst["vragen"], *lijst.get("schaalscores", [])]:
                tekst = vraag.get("tekst") or vraag.get("naam")
                self.vragen.setdefault(_kaal(tekst), set()).add((vraag["id"], lijst["doelgroep"]))
                if vraag.get("spiegel"):
                    self.spiegel.setdefault((namen[vraag["spiegel"]], lijst["doelgroep"]), set()).add(vraag["id"])
        for pad in kengetallen:
            for een in _lees_yaml(pad)["kengetallen"]:
                self.vragen.setdefault(_kaal(een["naam"]), set()).add((een["id"], ""))

    # ---- zoeken ----
    def vind(self, vraag: str, groep: str, jaar: str, onderdeel: str = "") -> list[Rij]:
        """De rijen die bij deze woorden kunnen horen: een vraag, een kengetal of de respons."""
        if vraag in ("Gaven antwoord", "respons"):
            ids: set[tuple[str, str]] = {("respons", groep)}
            maten: tuple[str, ...] = ("respons",)
        else:
            gevonden = self.vragen.get(_kaal(_zonder_maat(vraag)), set())
            ids = {(id_, doelgroep) for id_, doelgroep in gevonden if doelgroep in ("", groep) or not groep}
            maten = (*KOPMATEN, "verhouding", "topbox")
        return [
            self.index[(jaar, id_, doelgroep, onderdeel, maat)]
            for id_, doelgroep in sorted(ids)
            for maat in maten
            if (jaar, id_, doelgroep, onderdeel, maat) in self.index
        ]

    def meld(self, waar: str, wat: str) -> None:
        """Onthoud iets wat niet klopt."""
        self.fouten.append(f"{waar}: {wat}")

    def keur_cel(self, waar: str, cel: Cel, rijen: list[Rij]) -> None:
        """Een cel zegt precies wat een van de rijen zegt; zonder rij zegt zij dat er niets is."""
        if not rijen:
            if cel.tekst not in ZONDER_RIJ:
                self.meld(waar, f"'{cel.tekst}' heeft geen rij in de csv")
            return
        for rij in rijen:
            if cel.tekst == schrijf(rij) and cel.klein in ("", schrijf_klein(rij)):
                self.gezien.add(_sleutel(rij))
                return
        verwacht = " of ".join(f"{schrijf(rij)} ({schrijf_klein(rij)})" for rij in rijen)
        self.meld(waar, f"'{cel.tekst} ({cel.klein})' in plaats van {verwacht}")

    # ---- tabellen ----
    def keur_tabel(self, tabel: Tabel) -> None:
        """Elke cel van een tabel, naar de soort van haar eerste kop."""
        soort = tabel.koppen[0]
        if soort == "Groep" and tabel.koppen[1] == "Antwoorden":
            self._keur_respons(tabel)
        elif soort in ("Vraag", "Kengetal"):
            self._keur_vragen(tabel)
        elif soort == "Onderwerp":
            self._keur_spiegel(tabel)
        elif soort == "Jaar":
            self._keur_jaren(tabel)
        elif soort == "Pijler":
            self._keur_pijlers(tabel)

    def _keur_respons(self, tabel: Tabel) -> None:
        for rij in tabel.rijen:
            groep = GROEPEN[rij[0].tekst.lower()]
            nu = self.index.get((str(self.jaar), "respons", groep, "", "respons"))
            waar = f"{tabel.waar}, {rij[0].tekst}"
            if nu is None:
                self.meld(waar, "geen rij in respons.csv")
                continue
            self.gezien.add(_sleutel(nu))
            if nu["noemer"] and nu["teller"] and rij[1].tekst != f"{_heel(nu['teller'])} van {_heel(nu['noemer'])}":
                self.meld(waar, f"antwoorden: '{rij[1].tekst}'")
            verwacht = schrijf(nu) if nu["waarde"] else "geen percentage"
            if rij[2].tekst != verwacht:
                self.meld(waar, f"deel: '{rij[2].tekst}' in plaats van {verwacht}")
            if rij[2].balk is not None and abs(rij[2].balk - 100 * float(nu["waarde"] or -1)) > MARGE:
                self.meld(waar, f"balkje van {rij[2].balk}")
            for kop, cel in zip(tabel.koppen[3:], rij[3:], strict=True):
                if jaar := re.search(r"\d{4}", kop):
                    self.keur_cel(f"{waar}, {kop}", cel, self.vind("respons", groep, jaar[0]))

    def _keur_vragen(self, tabel: Tabel) -> None:
        vaste_groep = _zoek_groep(tabel.bij)
        jaar_erbij = re.findall(r"\b20\d\d\b", tabel.bij)
        jaren = [kop for kop in tabel.koppen if re.fullmatch(r"20\d\d", kop)] or [str(self.jaar)]
        for rij in tabel.rijen:
            groep, vraag = vaste_groep, rij[0].tekst
            naam, _, rest = vraag.partition(": ")
            if naam.lower() in GROEPEN:
                groep, vraag = GROEPEN[naam.lower()], rest
            if "%" in rij[0].klein:
                self._keur_verdeling(f"{tabel.waar}, {rij[0].tekst}", Cel(f" {rij[0].klein}"), vraag, groep, jaren[-1])
            for kop, cel in zip(tabel.koppen[1:], rij[1:], strict=True):
                waar = f"{tabel.waar}, {rij[0].tekst}, {kop}"
                if re.fullmatch(r"20\d\d", kop):
                    self.keur_cel(waar, cel, self.vind(vraag, groep, kop))
                elif kop.startswith("Verdeling"):
                    self._keur_verdeling(waar, cel, vraag, groep, kop[-4:])
                elif kop.startswith("Vergeleken met"):
                    self._keur_oordeel(waar, cel.tekst, self._ids(vraag, groep))
                elif self._is_onderdeel(kop):
                    onderdeel = "" if kop == "Hele organisatie" else kop
                    jaar = jaar_erbij[-1] if jaar_erbij else str(self.jaar)
                    self.keur_cel(waar, cel, self.vind(vraag, groep, jaar, onderdeel))
                else:
                    self.keur_tekst(waar, f"{cel.tekst} {cel.klein}", self._rijen_van(vraag, groep))

    def _ids(self, vraag: str, groep: str) -> set[str]:
        return {
            id_
            for id_, doelgroep in self.vragen.get(_kaal(_zonder_maat(vraag)), set())
            if doelgroep in ("", groep) or not groep
        }

    def _keur_oordeel(self, waar: str, tekst: str, ids: set[str]) -> None:
        """De woorden over een verschil staan zo in `vergelijkingen.csv`."""
        passend = {
            rij["oordeel"]
            for rij in self.oordelen
            if rij["soort"] == "jaar" and rij["indicator"] in ids and rij["jaar"] == str(self.jaar)
        }
        if passend and not any(tekst.startswith(oordeel) for oordeel in passend):
            self.meld(waar, f"'{tekst}' in plaats van {passend}")

    def _is_onderdeel(self, kop: str) -> bool:
        return kop == "Hele organisatie" or any(rij["onderdeel"] == kop for rij in self.rijen)

    def _rijen_van(self, vraag: str, groep: str) -> list[Rij]:
        ids = self._ids(vraag, groep)
        return [rij for rij in self.rijen if rij["indicator"] in ids]

    def vakken(self, vraag: str, groep: str, jaar: str) -> list[Rij]:
        """De verdeling van een vraag, van het hoogste antwoord naar het laagste; leeg als er een deel ontbreekt."""
        for id_, doelgroep in sorted(self.vragen.get(_kaal(vraag), set())):
            if doelgroep == groep and (rijen := self.delen.get((jaar, id_, groep, ""))):
                if any(rij["status"] != "getoond" for rij in rijen):
                    return []
                return sorted(rijen, key=lambda rij: -max(int(code) for code in rij["categorie"].split("+")))
        return []

    def _keur_verdeling(self, waar: str, cel: Cel, vraag: str, groep: str, jaar: str) -> None:
        vakken = self.vakken(vraag, groep, jaar)
        self.gezien |= {_sleutel(vak) for vak in vakken}
        genoemd = re.findall(r" (\d+)%", cel.tekst)
        verwacht = [schrijf(vak).rstrip("%") for vak in vakken]
        if genoemd not in (verwacht, verwacht[1:]):
            self.meld(waar, f"verdeling {genoemd} in plaats van {verwacht}")

    def _keur_spiegel(self, tabel: Tabel) -> None:
        for rij in tabel.rijen:
            rijen: dict[str, list[Rij]] = {}
            for kop, cel in zip(tabel.koppen[1:], rij[1:], strict=True):
                groep = GROEPEN.get(kop.lower())
                if groep is None:
                    continue
                rijen[groep] = self.spiegelrijen(rij[0].tekst, groep)
                self.keur_cel(f"{tabel.waar}, {rij[0].tekst}, {kop}", cel, rijen[groep])
            self._keur_verschil(f"{tabel.waar}, {rij[0].tekst}", rij[0].klein, rijen)

    def spiegelrijen(self, onderwerp: str, groep: str) -> list[Rij]:
        """De cijfers van een onderwerp bij een groep in het verslagjaar."""
        ids = self.spiegel.get((onderwerp, groep), set())
        gevonden = (self.index.get((str(self.jaar), id_, groep, "", "gunstig")) for id_ in sorted(ids))
        return [rij for rij in gevonden if rij is not None]

    def _keur_verschil(self, waar: str, tekst: str, rijen: Mapping[str, list[Rij]]) -> None:
        delen = [
            # Een gewogen cijfer heeft geen teller.
            Decimal(100 * int(rij["teller"])) / int(rij["noemer"]) if rij["teller"] else 100 * Decimal(rij["waarde"])
            for groep in rijen.values()
            for rij in groep
            if rij["status"] == "getoond"
        ]
        if not (genoemd := re.search(r"(\d+) punt(?:en)? verschil", tekst)):
            if len(delen) > 1 and "niet te vergelijken" not in tekst:
                self.meld(waar, f"'{tekst}' zonder verschil")
            return
        verwacht = int((max(delen) - min(delen)).quantize(Decimal(1), ROUND_HALF_UP))
        if int(genoemd[1]) != verwacht:
            self.meld(waar, f"{genoemd[0]} in plaats van {verwacht}")

    def _keur_jaren(self, tabel: Tabel) -> None:
        groep, vraag = self._vraag_in(tabel.bij)
        for rij in tabel.rijen:
            rijen = self.vind(vraag, groep, rij[0].tekst)
            self.keur_cel(f"{tabel.waar}, {rij[0].tekst}", rij[1], rijen)
            marges = {schrijf_marge(een) if een["status"] == "getoond" else "geen marge" for een in rijen}
            if rijen and rij[2].tekst not in marges:
                self.meld(f"{tabel.waar}, {rij[0].tekst}", f"marge '{rij[2].tekst}' in plaats van {marges}")

    def _vraag_in(self, tekst: str) -> tuple[str, str]:
        vraag = next((deel for deel in re.findall(r"“(.+?)”", tekst) if _kaal(deel) in self.vragen), "")
        return _zoek_groep(tekst), vraag

    def _keur_pijlers(self, tabel: Tabel) -> None:
        namen = {"cliënten": "clienten", "naasten": "naasten"}
        for rij in tabel.rijen:
            pijler = namen.get(rij[0].tekst.lower(), rij[0].tekst.lower())
            for kop, cel in zip(tabel.koppen[1:], rij[1:], strict=True):
                genoemd = re.match(r"(\d+) van (\d+) vragen getoond", cel.tekst)
                tellingen = [
                    een
                    for een in self.per_pijler
                    if (een["jaar"], een["pijler"]) == (str(self.jaar), pijler)
                    and een["doelgroep"] == GROEPEN.get(kop.lower())
                ]
                verwacht = tuple(str(sum(int(een[kolom]) for een in tellingen)) for kolom in ("getoond", "gevraagd"))
                if aantal := re.match(r"(?:\d+ van )?(\d+) kengetal", cel.tekst):
                    genoemd, verwacht = aantal, (str(self._tel_kengetallen(PIJLERLETTERS[pijler])),)
                if genoemd and genoemd.groups() != verwacht:
                    self.meld(f"{tabel.waar}, {rij[0].tekst}, {kop}", f"'{cel.tekst}' in plaats van {verwacht}")

    def _tel_kengetallen(self, letter: str) -> int:
        """Hoeveel kengetallen er dit jaar zijn bij een norm met deze letter; een kengetal kan bij meer normen horen."""
        return len(
            {
                rij["indicator"]
                for rij in self.rijen
                if (rij["jaar"], rij["doelgroep"]) == (str(self.jaar), "")
                and rij["status"] not in ("niet gevraagd", "niet gemeten", "geen informatie")
                and re.search(rf"\b{letter}\d", rij["norm"])
            }
        )

    # ---- figuren ----
    def keur_figuur(self, figuur: Knoop) -> None:
        """Elke plaats in de tekening, en de tekst voor wie haar niet ziet."""
        (tekening,) = figuur.alle("div", "kv-graf")
        bij = figuur.alle("figcaption")[0].tekst
        waar = re.search(r"Figuur \d+", bij)
        naam = waar[0] if waar else bij
        klassen = tekening.attributen["class"].split()
        alt = tekening.attributen["aria-label"]
        if "kv-vd" in klassen:
            self._keur_balken(naam, bij, tekening, alt)
        elif "kv-spg" in klassen:
            self._keur_punten(naam, figuur, tekening, alt)
        else:
            self._keur_trend(naam, bij, tekening, alt)
            titel = figuur.alle("figcaption")[0].alle("b")[0].tekst
            groep, vraag = self._vraag_in(bij)
            jaren = {rij["jaar"] for rij in self.rijen}
            self.keur_tekst(f"{naam}, titel", titel, [rij for jaar in jaren for rij in self.vind(vraag, groep, jaar)])

    def _keur_balken(self, naam: str, bij: str, tekening: Knoop, alt: str) -> None:
        jaar = (re.findall(r"\b20\d\d\b", bij) or [str(self.jaar)])[-1]
        vaste_groep = _zoek_groep(bij)
        getoond: dict[str, Rij] = {}
        for vak in [deel for deel in tekening.inhoud if isinstance(deel, Knoop)]:
            kop = vak.alle("p")[0]
            klein = kop.alle("small")
            groep = GROEPEN[klein[0].tekst.lower()] if klein else vaste_groep
            vraag = kop.inhoud[0] if isinstance(kop.inhoud[0], str) else kop.inhoud[0].tekst
            waar = f"{naam}, {vraag.strip()}"
            rijen = [rij for rij in self.vind(vraag.strip(), groep, jaar) if rij["maat"] == "gunstig"]
            for groot in kop.alle("b"):
                if not any(groot.tekst.startswith(f"{schrijf(rij)} ") for rij in rijen):
                    self.meld(waar, f"'{groot.tekst}' in plaats van {[schrijf(rij) for rij in rijen]}")
            if rijen and rijen[0]["status"] == "getoond":
                getoond[vraag.strip()] = rijen[0]
            self._keur_balk(waar, vak, self.vakken(vraag.strip(), groep, jaar))
        self._keur_alt_balken(naam, alt, getoond)

    def _keur_balk(self, waar: str, vak: Knoop, rijen: list[Rij]) -> None:
        tellers = [int(rij["teller"]) for rij in rijen]
        som = sum(tellers)
        grenzen = [0.0, *(100 * deel / som for deel in accumulate(tellers))]
        verwacht = [(van, tot - van) for van, tot in pairwise(grenzen) if tot > van]
        gevonden = _wat_zichtbaar_is(vak.alle("rect"))
        if len(gevonden) != len(verwacht) or any(
            abs(een - ander) > 2 * MARGE
            for (x, breedte), (van, lengte) in zip(gevonden, verwacht, strict=False)
            for een, ander in ((x, van), (breedte, lengte))
        ):
            self.meld(waar, f"balk {gevonden} in plaats van {verwacht}")
        for label in vak.alle("text"):
            x = label.getal("x")
            plaats = next((nr for nr, (van, lengte) in enumerate(verwacht) if van <= x <= van + lengte), None)
            kandidaten = [rij for rij in rijen if int(rij["teller"])]
            if plaats is None or label.tekst != schrijf(kandidaten[plaats]).rstrip("%"):
                self.meld(waar, f"label '{label.tekst}' bij {x}")

    def _keur_alt_balken(self, naam: str, alt: str, getoond: Mapping[str, Rij]) -> None:
        for woord, vraag, deel in re.findall(r"(Hoogste|laagste): “(.+?)…?”, (\d+) procent", alt):
            passend = [(rij, een) for een, rij in getoond.items() if een.startswith(vraag)]
            delen = [int(rij["teller"]) / int(rij["noemer"]) for rij in getoond.values()]
            uiterste = max(delen) if woord == "Hoogste" else min(delen)
            if not any(
                schrijf(rij) == f"{deel}%" and int(rij["teller"]) / int(rij["noemer"]) == uiterste for rij, _ in passend
            ):
                self.meld(naam, f"alt: {woord} “{vraag}” {deel} procent")
        alle = {schrijf(rij).rstrip("%") for rij in getoond.values()}
        for deel in re.findall(r"(\d+) procent", alt):
            if deel not in alle:
                self.meld(naam, f"alt: {deel} procent staat in geen rij")

    def _keur_trend(self, naam: str, bij: str, tekening: Knoop, alt: str) -> None:
        groep, vraag = self._vraag_in(bij)
        (svg,) = tekening.alle("svg")
        jaren = {knoop.getal("x"): knoop.tekst for knoop in svg.alle("text") if re.fullmatch(r"20\d\d", knoop.tekst)}
        if not vraag or not jaren:
            self.meld(naam, "geen vraag of jaren gevonden")
            return
        as_ = svg
        if any(knoop.attributen.get("href") == "#kv-as" for knoop in svg.alle("use")):
            (as_,) = [knoop for knoop in self.boom.alle("g") if knoop.attributen.get("id") == "kv-as"]
        naar_y = self._lees_as(naam, as_)
        rijen = {jaar: self.vind(vraag, groep, jaar) for jaar in jaren.values()}
        punten = {jaren[punt.getal("cx")]: punt.getal("cy") for punt in svg.alle("circle")}
        verwacht = {jaar for jaar, een in rijen.items() if een and een[0]["status"] == "getoond"}
        if set(punten) != verwacht:
            self.meld(naam, f"punten bij {sorted(punten)} in plaats van {sorted(verwacht)}")
        labels = {
            (knoop.getal("x")): knoop.tekst for groepje in svg.alle("g", "kv-rand") for knoop in groepje.alle("text")
        }
        for x, jaar in jaren.items():
            for rij in rijen[jaar][:1]:
                self._keur_punt(f"{naam}, {jaar}", rij, x, punten.get(jaar), svg, naar_y, labels)
        for jaar, tekst in re.findall(r"(20\d\d): ([^;.(]+?)(?: \(nieuwe reeks\))?[;.]", alt):
            woorden = {schrijf(rij).replace("%", " procent") for rij in rijen.get(jaar, [])} or ZONDER_RIJ
            if "is veranderd" in tekst:
                continue
            if tekst.strip() not in woorden and not re.search(rf"{jaar}: \d+,\d", alt):
                self.meld(naam, f"alt: {jaar} {tekst} in plaats van {woorden}")
        if set(re.findall(r"(20\d\d): (?!de )", alt)) != set(jaren.values()) and " en meer" not in alt:
            self.meld(naam, "alt noemt niet elk jaar")

    def _lees_as(self, naam: str, as_: Knoop) -> tuple[float, float]:
        """Richting en begin van de as, uit haar eigen lijnen en getallen; die moeten op één rechte liggen."""
        plekken = [
            (float(knoop.tekst.rstrip("%").replace("−", "-").replace("+", "").replace(",", ".")), knoop.getal("y") + 5)
            for groep in as_.alle("g", "kv-as")
            for knoop in groep.alle("text")
        ]
        lijnen = {knoop.getal("y1") for knoop in as_.alle("line") if knoop.attributen.get("x2") == "100%"}
        (laag, y_laag), (hoog, y_hoog) = plekken[0], plekken[-1]
        helling = (y_hoog - y_laag) / (hoog - laag)
        for waarde, y in plekken:
            if abs(y_laag + (waarde - laag) * helling - y) > 2 * MARGE or y not in lijnen:
                self.meld(naam, f"as: {waarde} staat op {y}")
        return y_laag - laag * helling, helling

    def _keur_punt(
        self,
        waar: str,
        rij: Rij,
        x: float,
        gevonden: float | None,
        svg: Knoop,
        as_: tuple[float, float],
        labels: Mapping[float, str],
    ) -> None:
        schaal = 100 if _is_deel(rij) else 1

        def plaats(kolom: str) -> float:
            return as_[0] + schaal * float(rij[kolom]) * as_[1]

        if gevonden is None:
            return
        if abs(gevonden - plaats("waarde")) > MARGE:
            self.meld(waar, f"punt op {gevonden} in plaats van {plaats('waarde'):.2f}")
        if labels.get(x) != schrijf(rij):
            self.meld(waar, f"label '{labels.get(x)}' in plaats van {schrijf(rij)}")
        breed = [groep for groep in svg.alle("g") if groep.attributen.get("stroke-width") == "38"]
        marges = [lijn for groep in breed for lijn in groep.alle("line") if lijn.getal("x1") == x]
        if rij["ondergrens"]:
            verwacht = (plaats("bovengrens"), plaats("ondergrens"))
            if len(marges) != 1 or any(
                abs(marges[0].getal(kant) - y) > MARGE for kant, y in zip(("y1", "y2"), verwacht, strict=True)
            ):
                self.meld(waar, f"marge {[lijn.attributen for lijn in marges]} in plaats van {verwacht}")
        elif marges:
            self.meld(waar, "een marge die er niet is")

    def _keur_punten(self, naam: str, figuur: Knoop, tekening: Knoop, alt: str) -> None:
        tekens = {
            punt.alle("use")[0].attributen["href"]: GROEPEN[punt.tekst.lower()]
            for punt in figuur.alle("ul", "kv-leg")[0].alle("li")
        }
        (as_,) = tekening.alle("div", "kv-as")
        plekken = [(float(knoop.tekst.rstrip("%")), knoop.getal("x")) for knoop in as_.alle("text")]
        (laag, x_laag), (hoog, x_hoog) = plekken[0], plekken[-1]
        verschillen: dict[str, int] = {}
        for vak in [deel for deel in tekening.inhoud if isinstance(deel, Knoop) and deel is not as_]:
            onderwerp = vak.alle("b")[0].tekst
            rijen = {groep: self.spiegelrijen(onderwerp, groep) for groep in tekens.values()}
            verwacht = {
                groep: x_laag + (100 * float(een[0]["waarde"]) - laag) / (hoog - laag) * (x_hoog - x_laag)
                for groep, een in rijen.items()
                if een and een[0]["status"] == "getoond"
            }
            gevonden = {
                tekens[punt.attributen["href"]]: punt.getal("x")
                for punt in vak.alle("use")
                if punt.attributen["href"] in tekens
            }
            if set(gevonden) != set(verwacht) or any(abs(gevonden[een] - verwacht[een]) > MARGE for een in gevonden):
                self.meld(f"{naam}, {onderwerp}", f"tekens {gevonden} in plaats van {verwacht}")
            for lijn in vak.alle("line"):
                uiteinden = (min(verwacht.values()), max(verwacht.values()))
                if any(abs(lijn.getal(k) - x) > MARGE for k, x in zip(("x1", "x2"), uiteinden, strict=True)):
                    self.meld(f"{naam}, {onderwerp}", f"lijn {lijn.attributen}")
            self._keur_verschil(f"{naam}, {onderwerp}", vak.alle("p")[0].tekst, rijen)
            if genoemd := re.search(r"(\d+) punt", vak.alle("p")[0].tekst):
                verschillen[onderwerp] = int(genoemd[1])
        for woord, onderwerp, punten in re.findall(r"(Bovenaan|Grootste verschil|kleinste): (.+?), (\d+) punt", alt):
            if woord == "Bovenaan":
                uiterste = next(iter(verschillen.values()))
            else:
                uiterste = max(verschillen.values()) if woord.startswith("Groot") else min(verschillen.values())
            passend = [een for een in verschillen if een.startswith(onderwerp.rstrip("…"))]
            if int(punten) != uiterste or not any(verschillen[een] == uiterste for een in passend):
                self.meld(naam, f"alt: {woord} {onderwerp} {punten}")

    # ---- verantwoording ----
    def keur_bewijs(self, punt: Knoop) -> None:
        """Een punt "Vraag CL01 aan cliënten: “…” 88% (84% tot 91%, 137 antwoorden)" zegt wat in zijn rij staat."""
        genoemd = re.match(r"(?:Vraag (\w+) aan (\w+)|Kengetal (\w+)): ", punt.tekst)
        if genoemd is None:
            return
        indicator, groep = genoemd[1] or genoemd[3], GROEPEN.get(genoemd[2] or "", "")
        rijen = [
            rij
            for maat in (*KOPMATEN, "verhouding")
            if (rij := self.index.get((str(self.jaar), indicator, groep, "", maat))) is not None
        ]
        if rijen and not any(
            f" {schrijf(rij)}{f' ({schrijf_klein(rij)})' if schrijf_klein(rij) else ''}" in punt.tekst for rij in rijen
        ):
            self.meld("verantwoording", f"'{punt.tekst}' in plaats van {[schrijf(rij) for rij in rijen]}")

    # ---- zinnen ----
    def keur_tekst(self, waar: str, tekst: str, rijen: Iterable[Rij], ook: Iterable[str] = ()) -> None:
        """Elk getal in een zin is een cijfer van een van deze rijen (of hun marge of verschil), of staat in `ook`."""
        getallen = GETAL.findall(tekst)
        if not getallen:
            return
        rijen = list(rijen)
        bekend = set(ook) | {woord for rij in rijen for woord in (schrijf(rij), *_losse_getallen(rij))}
        for getal in getallen:
            if getal not in bekend and not _is_verschil(getal, rijen):
                self.meld(waar, f"'{getal}' in “{tekst[:90]}” staat in geen rij")

    def rijen_bij(self, tekst: str) -> list[Rij]:
        """De rijen van de vragen die in een zin tussen aanhalingstekens staan; zonder vraag alle rijen."""
        if not GETAL.search(tekst):
            return []
        klein = tekst.casefold()
        genoemd = {_kaal(deel) for deel in re.findall(r"“(.+?)”", tekst)} & self.vragen.keys()
        genoemd |= {naam for naam in self.vragen if naam in klein}
        ids = {id_ for naam in genoemd for id_, _ in self.vragen[naam]}
        return [rij for rij in self.rijen if rij["indicator"] in ids] or list(self.rijen)

    def eigen_tellingen(self, acties: Path | None) -> set[str]:
        """Wat een zin optelt: de respons van de vier groepen, klare acties, getoonde vragen, en doelen van mensen."""
        hoofd = [
            rij
            for rij in self.rijen
            if (rij["maat"], rij["jaar"], rij["niveau"]) == ("respons", str(self.jaar), "organisatie")
            and rij["doelgroep"] != "ervaringsdeskundigen"
            and rij["teller"]
            and rij["noemer"]
        ]
        som = [sum(int(rij[kolom]) for rij in hoofd) for kolom in ("teller", "noemer")]
        tellingen = {f"{som[0]} van de {som[1]}"}
        for lijst in self.boom.alle("ul", "kv-acts"):
            tellingen.add(f"{len(lijst.alle('span', 'kv-st-klaar'))} van {len(lijst.alle('span', 'kv-st'))}")
        tellingen |= {f"{een['getoond']} van {een['gevraagd']}" for een in self.per_pijler}
        tellingen |= self._tel_normen()
        tellingen |= {str(grens["waarde"]).replace(".", ",") for grens in self.grenzen.values()}
        tellingen.add(str(self.grenzen["procent_vanaf"]["waarde"] - 1))
        if acties is not None:
            for actie in _lees_yaml(acties):
                minstens = (actie.get("gelukt_als") or {}).get("minstens")
                if isinstance(minstens, float) and minstens <= 1:
                    tellingen.add(f"{int(_rond(100 * minstens, '1'))}%")
        return tellingen

    def _tel_normen(self) -> set[str]:
        """Hoeveel normen geen oordeel hebben, en bij hoeveel er minstens één cijfer staat."""
        rijen = [
            rij.alle("td")
            for tabel in self.verantwoording.alle("table", "kv-norm")
            if tabel.alle("th")[0].tekst == "Norm"
            for rij in tabel.alle("tr")[1:]
        ]
        zonder = sum("nog geen" in stand.tekst.lower() for _, stand in rijen)
        met_cijfer = sum(any(re.search(r"\d", getal.tekst) for getal in bewijs.alle("b")) for bewijs, _ in rijen)
        return {f"{zonder} van {len(rijen)}", f"{met_cijfer} van {len(rijen)}"}


def _wat_zichtbaar_is(rechthoeken: list[Knoop]) -> list[tuple[float, float]]:
    """Begin en lengte van elk zichtbaar vak; wat later getekend is, ligt bovenop."""
    vakken: list[tuple[float, float, int]] = []
    for nummer, recht in enumerate(rechthoeken):
        van, tot = recht.getal("x"), recht.getal("x") + recht.getal("width")
        over: list[tuple[float, float, int]] = []
        for begin, eind, welk in vakken:
            over += [(begin, min(eind, van), welk), (max(begin, tot), eind, welk)]
        vakken = [(begin, eind, welk) for begin, eind, welk in over if eind - begin > MARGE / 2] + [(van, tot, nummer)]
    return [(begin, eind - begin) for begin, eind, _ in sorted(vakken)]


def _losse_getallen(rij: Rij) -> Iterator[str]:
    """Ook los te noemen: beide aantallen, en de grenzen van de marge."""
    if rij["status"] == "getoond" and rij["teller"] and rij["noemer"]:
        yield f"{rij['teller']} van {rij['noemer']}"
        yield f"{rij['teller']} van de {rij['noemer']}"
    if rij["toelichting"]:
        yield from GETAL.findall(rij["toelichting"])
    if rij["ondergrens"]:
        yield _waarde(rij, "ondergrens")
        yield _waarde(rij, "bovengrens")


def _is_verschil(getal: str, rijen: list[Rij]) -> bool:
    """Waar als dit het verschil in hele punten is tussen twee getoonde delen."""
    if not re.fullmatch(r"[+−]?\d+", getal):
        return False
    punten = int(getal.strip("+−"))
    delen = [
        Decimal(100 * int(rij["teller"])) / int(rij["noemer"])
        for rij in rijen
        if rij["maat"] == "gunstig" and rij["status"] == "getoond"
    ]
    return any(int(abs(een - ander).quantize(Decimal(1), ROUND_HALF_UP)) == punten for een in delen for ander in delen)


def _zonder_maat(vraag: str) -> str:
    """De naam van een schaalscore zonder de maat die er in een rijkop achter staat."""
    return re.sub(r": (gemiddeld|het deel|score).*$", "", vraag)


def _zoek_groep(tekst: str) -> str:
    """De groep die een onderschrift noemt, buiten de vraag zelf; leeg als het er geen noemt."""
    gevonden = VAN_GROEP.search(re.sub(r"“.+?”", "", tekst))
    return GROEPEN[gevonden[1].lower()] if gevonden else ""


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split()).rstrip(".").casefold()


def _sleutel(rij: Rij) -> tuple[str, ...]:
    return tuple(rij[kolom] for kolom in ("jaar", "indicator", "doelgroep", "onderdeel", "maat", "categorie"))


@cache
def _lees_yaml(pad: Path) -> Any:
    return yaml.safe_load(pad.read_text(encoding="utf-8"))


def _lees_csv(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))


def html_tabellen(boom: Knoop) -> Iterator[Tabel]:
    """Alle tabellen van de pagina, met het onderschrift van de figuur erbij."""
    figuren = {id(tabel): figuur for figuur in boom.alle("figure") for tabel in figuur.alle("table")}
    for tabel in boom.alle("table"):
        bijschrift = tabel.alle("caption")[0].tekst
        figuur = figuren.get(id(tabel))
        onderschrift = figuur.alle("figcaption")[0].tekst if figuur else ""
        kop, *rijen = tabel.alle("tr")
        yield Tabel(
            waar=f"html, {bijschrift[:40]}",
            bij=f"{onderschrift} {bijschrift}",
            koppen=[cel.tekst for cel in kop.inhoud if isinstance(cel, Knoop)],
            rijen=[[_html_cel(cel) for cel in rij.inhoud if isinstance(cel, Knoop)] for rij in rijen],
        )


def _html_cel(cel: Knoop) -> Cel:
    klein = cel.alle("i")
    kleine_tekst = klein[0].tekst if klein else ""
    balken = cel.alle("svg", "kv-balk")
    tekst = cel.tekst.removesuffix(kleine_tekst).strip()
    return Cel(tekst, kleine_tekst, balken[0].alle("rect")[1].getal("width") if balken else None)


def markdown_tabellen(markdown: str) -> Iterator[Tabel]:
    """Alle tabellen in de Markdown, met de vette regel erboven en de titel van de figuur waar zij bij hoort."""
    figuur, bij, rijen = "", "", []
    for regel in [*markdown.splitlines(), ""]:
        if regel.startswith("**Figuur"):
            figuur = regel
        if regel.startswith("**"):
            bij = f"{figuur} {regel}" if regel.startswith("**Tabel bij figuur") else regel
        if regel.startswith("|"):
            cellen = re.split(r"(?<!\\)\|", regel)[1:-1]
            rijen.append([re.sub(r"\\(.)", r"\1", cel.strip()) for cel in cellen])
        elif rijen:
            koppen, _, *inhoud = rijen
            yield Tabel(
                waar=f"md, {bij[:40]}",
                bij=bij.replace("**", " "),
                koppen=koppen,
                rijen=[[_markdown_cel(cel) for cel in rij] for rij in inhoud],
            )
            rijen = []


def _markdown_cel(tekst: str) -> Cel:
    delen = re.fullmatch(r"(.*?)(?: \(([^()]*)\))?", tekst)
    assert delen is not None
    return Cel(delen[1], delen[2] or "")


ZINNEN = ("p", "li", "dd", "figcaption", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "caption")


def html_zinnen(knoop: Knoop) -> Iterator[str]:
    """Elke tekst van het programma zelf buiten tabellen en tekeningen; woorden van mensen worden apart bekeken."""
    for deel in knoop.inhoud:
        if not isinstance(deel, Knoop):
            continue
        klassen = deel.attributen.get("class", "").split()
        if deel.naam in ("table", "svg", "style") or {"kv-mens", "kv-cits", "kv-graf", "kv-cit"} & set(klassen):
            continue
        if deel.naam in ZINNEN and not any(kind.naam in ZINNEN for kind in deel.alle()):
            yield deel.tekst
        else:
            yield from html_zinnen(deel)


GEWONE_TAAL = "gewone-taal.md"
CIJFER = re.compile(r"\{\{ *cijfer\(([^)]*)\) *\}\}")


def keur_verhaal(verslag: Verslag, verhalen: Iterable[Path], zichtbaar: str, waar: str) -> None:
    """Elk cijfer dat een mens in een verhaal zette, staat er met precies de tekst van zijn rij."""
    for pad in verhalen:
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if not CIJFER.search(regel):
                continue
            verwacht = CIJFER.sub(lambda gevonden: vul_in(verslag, gevonden[1]), regel)
            if " ".join(re.sub(r"[*_#]", "", verwacht).split()) not in zichtbaar:
                verslag.meld(f"{waar}, {pad.name}", f"niet zo te lezen: {verwacht[:120]}")


def vul_in(verslag: Verslag, argumenten: str) -> str:
    id_ = re.match(r"[\"'](\w+)", argumenten)
    jaar = re.search(r"jaar *= *(\d+)", argumenten)
    assert id_ is not None
    for rij in verslag.rijen:
        zelfde = rij["indicator"] == id_[1] and rij["jaar"] == (jaar[1] if jaar else str(verslag.jaar))
        if zelfde and rij["niveau"] == "organisatie" and rij["maat"] in (*KOPMATEN, "verhouding"):
            return schrijf(rij)
    return "geen rij"


def zoek_fouten(verslag: Verslag, verhalen: Iterable[Path] = (), acties: Path | None = None) -> list[str]:
    """Loop alles na; geef een zin per getal dat niet klopt."""
    in_kort = [pad for pad in verhalen if pad.name == GEWONE_TAAL]
    verhalen = [pad for pad in verhalen if pad.name != GEWONE_TAAL]
    ook = verslag.eigen_tellingen(acties)
    for tabel in html_tabellen(verslag.boom):
        verslag.keur_tabel(tabel)
    for figuur in verslag.boom.alle("figure"):
        if figuur.alle("div", "kv-graf"):
            verslag.keur_figuur(figuur)
    for waar, boom in (("html", verslag.boom), ("kort", verslag.kort), ("verantwoording", verslag.verantwoording)):
        for zin in html_zinnen(boom):
            schoon = zin.replace("marge van 95%", "marge")
            verslag.keur_tekst(waar, schoon, verslag.rijen_bij(schoon), ook)
    for punt in verslag.verantwoording.alle("li"):
        verslag.keur_bewijs(punt)
    keur_verhaal(verslag, verhalen, verslag.boom.tekst, "html")
    keur_verhaal(verslag, in_kort, verslag.kort.tekst, "kort, html")
    op_pagina = set(verslag.gezien)
    for tabel in markdown_tabellen(verslag.markdown):
        verslag.keur_tabel(tabel)
    for teksten, markdown, waar in ((verhalen, verslag.markdown, "md"), (in_kort, verslag.kort_markdown, "kort, md")):
        plat = re.sub(r"\\(.)", r"\1", markdown)
        keur_verhaal(verslag, teksten, " ".join(re.sub(r"[*_#]", "", plat).split()), waar)
    for rij in verslag.rijen:
        hoort = rij["niveau"] == "organisatie" and rij["jaar"] == str(verslag.jaar)
        is_kop = rij["maat"] in ("gunstig", "gemiddelde", "nps", "verhouding", "respons")
        if hoort and is_kop and rij["status"] != "niet gevraagd" and _sleutel(rij) not in op_pagina:
            verslag.meld("csv", f"{rij['indicator']} {rij['doelgroep']} {rij['maat']} staat nergens op de pagina")
    return verslag.fouten
