"""LimeSurvey: antwoorden als csv of rekenblad (vier soorten koppen, codes of volledig), en het VV-bestand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from kwaliteit.begrippen.doelgroep import Reden
from tests.exporteurs.tabel import MOMENT, Export, Kenmerk, Opsmuk, Waarde, maak_koppeling, tooi_op
from tests.exporteurs.vragen import (
    BEGELEIDING,
    CL06,
    IPADRES,
    ITEMS,
    LOCATIES,
    LOCATIEVRAAG,
    OPEN_VRAAG,
    Antwoord,
    Item,
    Persoon,
    Status,
    Vraagsoort,
)


class Koppen(Enum):
    """De keuze "Vragen exporteren als" in LimeSurvey."""

    CODE = "code"
    VOLLEDIG = "volledig"
    AFGEKORT = "afgekort"
    CODE_EN_TEKST = "code en tekst"


METAKOPPEN = {
    "code": ("id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "token"),
    "en": (
        "Response ID",
        "Date submitted",
        "Last page",
        "Start language",
        "Seed",
        "Date started",
        "Date last action",
        "IP address",
        "Token",
    ),
    "nl": (
        "Respons ID",
        "Datum verstuurd",
        "Laatste pagina",
        "Start taal",
        "Seed",
        "Startdatum",
        "Datum laatste actie",
        "IP Adres",
        "Toegangscode",
    ),
    "de": (
        "Antwort ID",
        "Datum Abgeschickt",
        "Letzte Seite",
        "Start-Sprache",
        "Zufallsstartwert",
        "Datum gestartet",
        "Datum letzte Aktivität",
        "IP-Adresse",
        "Zugangscode",
    ),
}
JA_NEE = {"nl": ("Ja", "Nee"), "en": ("Yes", "No"), "de": ("Ja", "Nein")}
KORTE_REDENEN = {Reden.WEET_NIET: "A98", Reden.NVT: "A99"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LimeSurvey:
    """Een manier van exporteren. `kort`: codes in plaats van antwoorden; `tussen` staat tussen code en tekst."""

    koppen: Koppen
    kort: bool
    taal: str = "nl"
    tussen: str = ". "
    zonder_datums: bool = False
    vanzelf: bool = True
    """De subvragen heten zoals LimeSurvey ze noemt (SQ001); anders koos de maker de code van de optie."""

    @property
    def kenmerk(self) -> Kenmerk:
        """Een volledig antwoord is bij ja/nee zonder antwoord "N/A", of de vraag nu getoond was of niet."""
        return Kenmerk(
            dialect="limesurvey",
            niet_getoond=Reden.LEEG if self.kort else Reden.NIET_GETOOND,
            leeg_per_soort={} if self.kort else {Vraagsoort.JA_NEE: Reden.NIET_GETOOND},
            kent_onvolledig=True,
            # Alleen SQ001, of een afgekapte optie: geen lezer weet welke optie dat is, dus leest hij de vraag niet.
            onleesbaar=frozenset({CL06.id} if self._verzwijgt_opties else ()),
        )

    @property
    def _verzwijgt_opties(self) -> bool:
        return self.koppen is Koppen.AFGEKORT or (self.koppen is Koppen.CODE and self.vanzelf)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export, met een koppeling als de koppen of codes alleen niets zeggen."""
        kop: list[Waarde] = [*self._maak_metakoppen(), self._maak_kop("LOC", LOCATIEVRAAG)]
        for item in ITEMS:
            if item is CL06:
                kop += [
                    self._maak_kop(item.id, item.tekst, f"SQ{code:03d}" if self.vanzelf else str(code), label)
                    for code, label in item.opties.items()
                ]
            elif item.inleiding:
                kop.append(self._maak_kop("BEG", item.inleiding, item.id, item.tekst))
            else:
                kop.append(self._maak_kop(item.id, item.tekst))
        kop.append(self._maak_kop("OPM", OPEN_VRAAG))
        rijen = [self._maak_rij(nummer, persoon) for nummer, persoon in enumerate(personen, 1)]
        export = tooi_op([kop], rijen, opsmuk, [persoon.open for persoon in personen])
        return Export(rijen=export.rijen, koprijen=1, koppeling=self._koppel(export.rijen[0]))

    def _maak_metakoppen(self) -> list[Waarde]:
        codes = METAKOPPEN["code"]
        if self.koppen is Koppen.CODE:
            return list(codes)
        teksten = METAKOPPEN[self.taal]
        if self.koppen is Koppen.CODE_EN_TEKST:
            return [f"{code}{self.tussen}{tekst}" for code, tekst in zip(codes, teksten, strict=True)]
        return list(teksten)

    def _maak_kop(self, code: str, tekst: str, subcode: str = "", subtekst: str = "") -> str:
        codes = f"{code}[{subcode}]" if subcode else code
        teksten = f"{tekst} [{subtekst}]" if subcode else tekst
        if self.koppen is Koppen.CODE:
            return codes
        if self.koppen is Koppen.CODE_EN_TEKST:
            return f"{codes}{self.tussen}{teksten}"
        if self.koppen is Koppen.AFGEKORT:
            kort = f"{tekst[:15]}.. "
            return f"{kort}[{subtekst[:15]}..]" if subcode else kort
        return teksten

    def _maak_rij(self, nummer: int, persoon: Persoon) -> list[Waarde]:
        klaar = "1980-01-01 00:00:00" if self.zonder_datums else f"{MOMENT}"
        rij: list[Waarde] = [
            str(nummer),
            "" if persoon.status is Status.ONVOLLEDIG else klaar,
            "4",
            "nl",
            "1741852963",
            f"{MOMENT}",
            f"{MOMENT}",
            IPADRES,
            "q8Kx2",
            (f"L{persoon.locatie}" if self.kort else LOCATIES[persoon.locatie]) if persoon.locatie else "",
        ]
        for item in ITEMS:
            antwoord = persoon.antwoorden[item.id]
            if item is CL06:
                rij += [self._zeg_optie(antwoord, code) for code in item.opties]
            else:
                rij.append(self._zeg(item, antwoord))
        # Tegen formules: wat met = begint krijgt een aanhalingsteken ervoor.
        rij.append(f"'{persoon.open}" if persoon.open.startswith("=") else persoon.open)
        return rij

    def _zeg_optie(self, antwoord: Antwoord, code: int) -> str:
        if antwoord is Reden.NIET_GETOOND:
            return "" if self.kort else "N/A"
        gekozen = isinstance(antwoord, frozenset) and code in antwoord
        if self.kort:
            return "Y" if gekozen else ""
        return JA_NEE[self.taal][0 if gekozen else 1]

    def _zeg(self, item: Item, antwoord: Antwoord) -> str:
        if antwoord is Reden.NIET_GETOOND:
            return "" if self.kort else "N/A"
        if antwoord is Reden.LEEG:
            return "N/A" if item.soort is Vraagsoort.JA_NEE and not self.kort else ""
        if item.soort is Vraagsoort.CIJFER:
            return f"{antwoord}"
        if item.soort is Vraagsoort.JA_NEE:
            return ("Y" if antwoord else "N") if self.kort else JA_NEE[self.taal][0 if antwoord else 1]
        assert isinstance(antwoord, int)
        if self.kort:
            return KORTE_REDENEN[antwoord] if isinstance(antwoord, Reden) else f"A{antwoord}"
        return item.label(antwoord)

    def _koppel(self, kop: Sequence[Waarde]) -> str:
        kolommen: dict[str, str] = {}
        if self.koppen is Koppen.AFGEKORT:
            eerste = len(METAKOPPEN["code"])
            optie = eerste + 1 + ITEMS.index(CL06)
            kolommen = {str(kop[eerste]): "locatie"} | {
                str(kop[eerste + 1 + plek]): item.id for plek, item in enumerate(ITEMS) if item is not CL06
            }
            kolommen |= {str(kop[optie + plek]): CL06.id for plek in range(len(CL06.opties))}
        elif self.koppen is Koppen.CODE:
            kolommen = {"LOC": "locatie"}
        antwoorden = maak_codes("A{}", KORTE_REDENEN) if self.kort else {}
        if self.taal == "de" and not self.kort:
            antwoorden = {"ja_nee": {"Nein": 0}}
        return maak_koppeling(kolommen, antwoorden) if kolommen or antwoorden else ""


def maak_codes(vorm: str, redenen: dict[Reden, str]) -> dict[str, dict[str, int | str]]:
    """De antwoorden in een koppeling voor een tool die codes schrijft; wie de lijst maakte koos die codes."""
    codes: dict[str, dict[str, int | str]] = {}
    for item in ITEMS:
        if item.soort is Vraagsoort.LIJST:
            codes[item.schaal] = {vorm.format(code): code for code in item.opties} | {
                redenen[reden]: reden.woord for reden in item.redenen if reden in redenen
            }
    return codes


NIET_GETOOND = "{question_not_shown}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimeSurveyVv:
    """Het VV-bestand: tabs, geen aanhalingstekens, twee kopregels, en het verschil tussen leeg en niet getoond."""

    @property
    def kenmerk(self) -> Kenmerk:
        """Alles blijft uit elkaar."""
        return Kenmerk(dialect="limesurvey-vv", niet_getoond=Reden.NIET_GETOOND, kent_onvolledig=True)

    def schrijf(self, personen: Sequence[Persoon], opsmuk: Opsmuk) -> Export:
        """De export; tekens die in de weg zitten zijn vervangen."""
        teksten: list[Waarde] = [*METAKOPPEN["en"][:-2], LOCATIEVRAAG]
        codes: list[Waarde] = [*METAKOPPEN["code"][:-2], "G01Q01"]
        for item in ITEMS:
            if item is CL06:
                teksten += [f"{item.tekst} [{label}]" for label in item.opties.values()]
                codes += [f"{item.id}_SQ{code:03d}" for code in item.opties]
            elif item.inleiding:
                teksten.append(f"{BEGELEIDING} [{item.tekst}]")
                codes.append(f"BEG_{item.id}")
            else:
                teksten.append(item.tekst)
                codes.append(item.id)
        teksten.append(OPEN_VRAAG)
        codes.append("G01Q99")
        rijen = []
        for nummer, persoon in enumerate(personen, 1):
            klaar = NIET_GETOOND if persoon.status is Status.ONVOLLEDIG else f"{MOMENT}"
            plek = f"L{persoon.locatie}" if persoon.locatie else ""
            rij: list[Waarde] = [str(nummer), klaar, "4", "nl", "1741852963", f"{MOMENT}", f"{MOMENT}", plek]
            for item in ITEMS:
                rij += _zeg_vv(item, persoon.antwoorden[item.id])
            rij.append(persoon.open)
            rijen.append(rij)
        export = tooi_op([teksten, codes], rijen, opsmuk, [persoon.open for persoon in personen])
        koppeling = maak_koppeling({LOCATIEVRAAG: "locatie"}, maak_codes("A{}", KORTE_REDENEN))
        schoon = [[_vervang(cel) for cel in rij] for rij in export.rijen[2:]]
        return Export(rijen=[*export.rijen[:2], *schoon], koprijen=2, koppeling=koppeling)


def _zeg_vv(item: Item, antwoord: Antwoord) -> list[str]:
    if antwoord is Reden.NIET_GETOOND:
        return [NIET_GETOOND] * (len(item.opties) if item is CL06 else 1)
    if item is CL06:
        return ["Y" if isinstance(antwoord, frozenset) and code in antwoord else "" for code in item.opties]
    if antwoord is Reden.LEEG:
        return [""]
    if item.soort is Vraagsoort.CIJFER:
        return [f"{antwoord:.10f}"]
    if item.soort is Vraagsoort.JA_NEE:
        return ["Y" if antwoord else "N"]
    return [KORTE_REDENEN[antwoord] if isinstance(antwoord, Reden) else f"A{antwoord}"]


def _vervang(cel: Waarde) -> Waarde:
    if not isinstance(cel, str) or cel == NIET_GETOOND:
        return cel
    for teken, naam in (("{", "{lbrace}"), ("\n", "{newline}"), ("\r", "{cr}"), ("\t", "{tab}"), ('"', "{quote}")):
        cel = cel.replace(teken, naam)
    return cel
