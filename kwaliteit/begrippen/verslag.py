"""Het verslag als inhoud: secties met blokken, in leesvolgorde, zonder opmaak.

`rapportage` maakt het, `weergave` toont het. Elk getal erin is een `OpenbaarCijfer`; de tekst van een getal
("76%", "11 van 14", "te weinig antwoorden") ontstaat pas in `weergave`, zodat figuur, tabel, zin en alternatieve tekst
altijd hetzelfde zeggen.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from kwaliteit.begrippen.actie import Actie, Actiestatus, Doel
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.werkmap import Organisatie

Deel = str | OpenbaarCijfer


class Uitgave(StrEnum):
    """Voor wie de pagina is; de waarde is ook de naam van het bestand."""

    VERSLAG = "verslag"
    KORT = "kort"
    VERANTWOORDING = "verantwoording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeelcel:
    """Een cijfer in een tabel, met eronder wat er over het verschil te zeggen is."""

    cijfer: OpenbaarCijfer
    oordeel: str


Celdeel = Deel | Oordeelcel


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """Een alinea van het programma zelf. `toon` is gewoon, lead (groot), stil (klein) of let_op."""

    delen: tuple[Deel, ...]
    toon: Literal["gewoon", "lead", "stil", "let_op"] = "gewoon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opsomming:
    """Een lijst van korte punten; elk punt begint met een vet woord (leeg mag).

    `ankers` heeft per punt het anker op deze pagina waar het woord naar wijst (leeg = geen link); zonder
    ankers zijn er nergens links.
    """

    punten: tuple[tuple[str, tuple[Deel, ...]], ...]
    ankers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensentekst:
    """Markdown die een mens schreef, met cijfers ingevuld. Wordt streng en veilig weergegeven."""

    delen: tuple[Deel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernboodschap:
    """De boodschap van één pijler, met hoogstens één cijfer. `bij_cijfer` zegt waarvan het cijfer is.

    `boodschap` is leeg als geen enkele pijler er een heeft.
    `verschil` is de hele zin over de vorige meting ("Duidelijk meer dan in 2023."); leeg = niets te zeggen. `uitgave`
    is de andere uitgave waar het anker staat; None = deze pagina.
    """

    pijlernaam: str
    anker: str
    boodschap: str
    cijfer: OpenbaarCijfer | None
    bij_cijfer: str
    voorbehoud: str
    verschil: str = ""
    uitgave: Uitgave | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernboodschappen:
    """De kernboodschappen van het verslag, een per pijler."""

    boodschappen: tuple[Kernboodschap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuurkop:
    """Wat elke figuur en tabel heeft: nummer, anker, boodschap (hoogstens 12 woorden), ondertitel, bron en noten.

    `ondertitel` noemt maat, groep en periode; `noten` zijn korte zinnen onder de figuur.
    """

    nummer: int
    anker: str
    boodschap: tuple[Deel, ...]
    ondertitel: str
    bron: str
    noten: tuple[tuple[Deel, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsrij:
    """Eén groep: gevraagd en geantwoord, nu en vorig jaar (None als er toen niets was)."""

    doelgroep: Doelgroep
    cijfer: OpenbaarCijfer
    vorig: OpenbaarCijfer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responstabel:
    """Wie deden mee."""

    kop: Figuurkop
    jaar: int
    vorig_jaar: int | None
    rijen: tuple[Responsrij, ...]


Kant = Literal["gunstig", "midden", "ongunstig"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorie:
    """Een vak in de legenda van een verdeling; `kant` en `sterk` bepalen de kleur (sterk = buitenste vak)."""

    naam: str
    kant: Kant
    sterk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdelingsrij:
    """Eén vraag bij één groep. `verdeling` is leeg als die niet getoond mag worden; dan staat alleen `gunstig` er.

    De cijfers in `verdeling` hebben dezelfde volgorde als `categorieen`, van gunstig naar ongunstig. `eerder` heeft een
    cel per jaar uit `eerdere_jaren` van de figuur, `vergeleken` staat onder `vergelijkkop` van de figuur, en `noot`
    hoort bij de vraag in de tabel (een eerdere reeksbreuk).
    """

    vraag: str
    vraagtekst: str
    doelgroep: Doelgroep
    gunstig: OpenbaarCijfer
    categorieen: tuple[Categorie, ...]
    verdeling: tuple[OpenbaarCijfer, ...]
    eerder: tuple[Deel, ...] = ()
    vergeleken: str = ""
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdelingsfiguur:
    """Gestapelde balken van 100%, een rij per vraag, beginnend bij de gunstige kant.

    De tabel erbij heeft ook de `eerdere_jaren`, oudste eerst, zodat elk cijfer in één tabel staat. `vergelijkkop` is de
    kop boven de kolom met oordelen ("Vergeleken met 2023"); leeg = geen kolom.
    """

    kop: Figuurkop
    rijen: tuple[Verdelingsrij, ...]
    ingeklapt: bool = False
    eerdere_jaren: tuple[int, ...] = ()
    vergelijkkop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trendpunt:
    """Eén jaar. `cijfer` is None als er toen niet is gemeten; `breuk` = hier begint een nieuwe reeks."""

    jaar: int
    cijfer: OpenbaarCijfer | None
    breuk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trendfiguur:
    """Eén vraag over de jaren: punt en marge per meting, een lijn alleen tussen opeenvolgende punten van één reeks.

    `tabel_bij` is het anker van de figuur of tabel die deze cijfers al heeft, en `tabel_naam` hoe die heet ("tabel 2",
    "de tabel bij figuur 3");
    leeg = een eigen tabel. `verschil` is wat er over de vorige meting te zeggen is; leeg = niets, of te weinig mensen
    deden mee om iets te zeggen.
    """

    kop: Figuurkop
    vraagtekst: str
    doelgroep: Doelgroep
    punten: tuple[Trendpunt, ...]
    tabel_bij: str = ""
    tabel_naam: str = ""
    verschil: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spiegelrij:
    """Eén onderwerp: per groep een cijfer, of None als het niet gevraagd is.

    `verschil` is hoogste min laagste in hele punten, over groepen met een percentage; None bij minder dan twee.
    `oordeel` zegt van die twee wat het verschil betekent ("professionals duidelijk meer dan cliënten"); leeg mag.
    """

    onderwerp: str
    cijfers: tuple[tuple[Doelgroep, OpenbaarCijfer | None], ...]
    verschil: int | None
    vraagteksten: tuple[tuple[Doelgroep, str], ...]
    oordeel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spiegelfiguur:
    """Puntengrafiek: kijken groepen hetzelfde naar hetzelfde onderwerp?"""

    kop: Figuurkop
    groepen: tuple[Doelgroep, ...]
    rijen: tuple[Spiegelrij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfertabel:
    """Een gewone tabel. De eerste cel van een rij is de rijkop; een cel is tekst of een cijfer.

    `stapel` = op een smal scherm wordt elke rij een lijst (voor tabellen met tekst). `slot_is_tekst` = de laatste kolom
    heeft woorden in plaats van cijfers. `uitleg` zijn zinnen over wat er is geteld, voor wie dat wil weten.
    """

    kop: Figuurkop
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Celdeel, ...], ...]
    ingeklapt: bool = False
    stapel: bool = False
    slot_is_tekst: bool = False
    uitleg: tuple[tuple[Deel, ...], ...] = ()


Dekkingsoort = Literal["alles", "deels", "niets getoond", "niet gevraagd", "niet opgehaald"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekkingscel:
    """Wat een bron over een pijler gaf: `tekst` in woorden, `soort` bepaalt het teken in de figuur."""

    soort: Dekkingsoort
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekkingsmatrix:
    """Bron × pijler: een rij per pijler, een kolom per bron (de groepen en de registratie)."""

    kop: Figuurkop
    bronnen: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[Dekkingscel, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citaatregel:
    """Een vrijgegeven citaat met alleen de rol."""

    tekst: str
    rol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citaten:
    """Citaten bij een pijler."""

    citaten: tuple[Citaatregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actieregel:
    """Een actie. In de terugblik is `status` de stand over dit jaar (None = geen stand gemeld); in de vooruitblik None.

    `waarom` en `uitkomst` mogen cijfers bevatten; `uitkomst` zegt wat er van `gelukt_als` terechtkwam.
    """

    actie: Actie
    status: Actiestatus | None
    toelichting: str
    waarom: tuple[Deel, ...]
    gelukt_als: tuple[Deel, ...]
    uitkomst: tuple[Deel, ...]
    doel: Doel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugblik:
    """Wat werd van de beloften; `samenvatting` telt: "4 van 9 klaar". `kop` hoort bij de figuur met alle standen."""

    samenvatting: str
    regels: tuple[Actieregel, ...]
    kop: Figuurkop | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooruitblik:
    """De acties voor het komende jaar, genummerd in volgorde."""

    regels: tuple[Actieregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijs:
    """Een vindplaats: zichtbare tekst en een anker (leeg = geen link), met het cijfer zelf als de lezer dat krijgt.

    `wat` zegt voluit wat er is gevraagd of gezegd (leeg = de tekst zegt het al). `oordeel` is wat er over het verschil
    met de vorige meting te zeggen is (leeg = niets). `vorig` is het cijfer van een eerder jaar dat ernaast staat.
    `uitgave` is de andere uitgave waar het anker staat; None = deze pagina.
    """

    tekst: str
    anker: str
    wat: str = ""
    cijfer: OpenbaarCijfer | None = None
    oordeel: str = ""
    vorig: OpenbaarCijfer | None = None
    uitgave: Uitgave | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Normregel:
    """Norm → bewijs → vindplaats → stand. Zonder bewijs zegt `stand` "nog geen zicht".

    `door` zegt wie de stand gaf en wanneer (leeg = staat al bij het bewijs, of er is geen oordeel).
    """

    id: str
    thema: str
    tekst: str
    plaats: str
    bewijs: tuple[Bewijs, ...]
    stand: str
    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Normtabel:
    """De verantwoording per norm (of per eis aan het verslag), voor zorgkantoor en inspectie."""

    kop: Figuurkop
    eerste_kop: str
    regels: tuple[Normregel, ...]


Blok = (
    Alinea
    | Opsomming
    | Mensentekst
    | Kernboodschappen
    | Responstabel
    | Verdelingsfiguur
    | Trendfiguur
    | Spiegelfiguur
    | Cijfertabel
    | Dekkingsmatrix
    | Citaten
    | Terugblik
    | Vooruitblik
    | Normtabel
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie:
    """Een hoofdstuk of paragraaf. `anker` heeft geen voorvoegsel en blijft gelijk over de jaren (leeg = geen).

    `ingeklapt` = op een scherm staat alleen de titel open; op papier en in Markdown staat alles er.
    """

    titel: str
    anker: str
    blokken: tuple[Blok, ...]
    secties: tuple["Sectie", ...] = ()
    in_inhoud: bool = False
    kader: bool = False
    ingeklapt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """Een heel verslag, of een andere uitgave van dezelfde cijfers. `concept` is waar tot `--definitief`."""

    organisatie: Organisatie
    jaar: int
    titel: str
    omschrijving: str
    inleiding: str
    concept: bool
    vastgesteld_op: date | None
    secties: tuple[Sectie, ...]
    herkomst: Herkomst
    uitgave: Uitgave = Uitgave.VERSLAG
