"""Tabellen als gegevens: één keer gemaakt, gelijk getoond in HTML en in Markdown.

Elke cel heeft tekst. Wat niet getoond mag worden heeft zijn woorden; er is geen lege cel en geen lege kop.
"""

from collections import Counter
from dataclasses import dataclass, replace

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import (
    Bewijs,
    Celdeel,
    Cijfertabel,
    Dekkingsmatrix,
    Normtabel,
    Oordeelcel,
    Responstabel,
    Spiegelfiguur,
    Spiegelrij,
    Trendfiguur,
    Trendpunt,
    Uitgave,
    Verdelingsfiguur,
    Verdelingsrij,
)
from kwaliteit.weergave.figuren.plaats import is_tekenbaar
from kwaliteit.weergave.figuren.responsbalk import balkbreedte
from kwaliteit.weergave.figuren.trend import vul_aan
from kwaliteit.weergave.woorden import (
    GEEN_MARGE,
    NIET_GEMETEN,
    aantal_antwoorden,
    antwoorden_van_gevraagd,
    bijschrift,
    groepsnaam,
    in_woorden,
    marge,
    met_kleine_letter,
    punten,
)

MEESTE_KOLOMMEN = 4
"""Een rijkop en drie getallen passen naast elkaar op een telefoon."""
NIET_GEVRAAGD = "niet gevraagd"
GEEN_VERSCHIL = "te weinig antwoorden om te vergelijken"
NIEUWE_REEKS = ", niet te vergelijken met eerder"
GEEN_STAND = ("nog geen", "nog niet")
"""Zo begint een stand die er nog niet is."""
_STATUSWOORDEN = frozenset(status.value for status in Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """Een bewijs in een cel: de tekst met de link, en daarachter wat er is gevraagd, het getal en het oordeel."""

    tekst: str
    anker: str
    uitgave: Uitgave | None
    wat: str
    getal: str
    klein: str
    oordeel: str

    @property
    def rest(self) -> str:
        """Wat er achter de link komt: ": “Ik doe mee.” 76% (69% tot 81%, 88 antwoorden), ongeveer gelijk aan 2023"."""
        getal = f"{self.getal} ({self.klein})" if self.klein else self.getal
        slot = ", ".join(filter(None, (getal, self.oordeel)))
        delen = " ".join(filter(None, (self.wat, slot)))
        return f": {delen}" if delen else ""

    @property
    def voluit(self) -> str:
        """De tekst met de rest erachter."""
        return f"{self.tekst}{self.rest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """Een cel: de tekst, wat er klein bij staat, en of het woorden zijn in plaats van een getal.

    `balk` is de lengte van een balkje in de cel (None = geen balkje), `bewijs` zijn vindplaatsen met een link, en
    `oordeel` is wat er over het verschil te zeggen is.
    """

    tekst: str
    klein: str = ""
    oordeel: str = ""
    is_woorden: bool = False
    balk: float | None = None
    bewijs: tuple[Vindplaats, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """Een tabel; de eerste cel van een rij is de rijkop.

    `stapel` = op een smal scherm wordt elke rij een blok. `getallen` = de kolommen na de eerste staan rechts, behalve
    de laatste als `slot_is_tekst`. `is_norm` = een tabel met bewijs en stand; het stijlblad kent die kolommen.
    `met_cijfers` = bij het bewijs staan de cijfers zelf, een regel per bewijs.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    stapel: bool
    getallen: bool = True
    slot_is_tekst: bool = False
    is_norm: bool = False
    met_cijfers: bool = False

    @property
    def heeft_labels(self) -> bool:
        """Waar als elke cel van een blok haar kolomkop noemt; weinig kolommen met getallen houden de kop erboven."""
        return self.stapel and not (self.getallen and len(self.koppen) - self.slot_is_tekst <= MEESTE_KOLOMMEN)


Tabelblok = Responstabel | Verdelingsfiguur | Trendfiguur | Spiegelfiguur | Cijfertabel | Dekkingsmatrix | Normtabel


def tabel_van(blok: Tabelblok) -> Tabel:  # noqa: PLR0911  één regel per soort blok
    """Geef de tabel die bij een figuur hoort, of de tabel zelf."""
    match blok:
        case Responstabel():
            return _respons(blok)
        case Verdelingsfiguur():
            return _verdeling(blok)
        case Trendfiguur():
            return _trend(blok)
        case Spiegelfiguur():
            return _spiegel(blok)
        case Cijfertabel():
            return _cijfers(blok)
        case Dekkingsmatrix():
            return _matrix(blok)
        case Normtabel():
            return _normen(blok)


def bijschrift_van(blok: Tabelblok) -> str:
    """Geef het bijschrift boven de tabel: welke tabel het is, en wat erin staat."""
    if isinstance(blok, Verdelingsfiguur):
        wat = met_hoofdletter(gunstig_woord_van(blok))
        slot = f". Onder de vraag staan alle antwoorden in {blok.rijen[0].gunstig.jaar}" if _met_verdeling(blok) else ""
        return f"Tabel bij figuur {blok.kop.nummer}. {wat}, met de marge en het aantal antwoorden{slot}"
    if isinstance(blok, Trendfiguur | Spiegelfiguur | Dekkingsmatrix):
        return f"Tabel bij figuur {blok.kop.nummer}. {blok.kop.ondertitel}"
    return f"Tabel {blok.kop.nummer}. {blok.kop.ondertitel}"


def heeft_eigen_tabel(blok: Tabelblok) -> bool:
    """Onwaar als de cijfers van een trend al in de tabel bij een andere figuur staan."""
    return not (isinstance(blok, Trendfiguur) and blok.tabel_bij)


def anker_elders(blok: Trendfiguur) -> str:
    """Geef het anker van de tabel elders met de cijfers van deze trend: een losse tabel, of die onder een figuur."""
    return f"{blok.tabel_bij}-tabel" if "figuur" in blok.tabel_naam else blok.tabel_bij


def gunstig_woord(rij: Verdelingsrij) -> str:
    """Geef de woorden voor gunstige antwoorden bij deze rij: "eens of helemaal eens", "ja"; leeg zonder verdeling."""
    gunstig = [met_kleine_letter(categorie.naam) for categorie in rij.categorieen if categorie.kant == "gunstig"]
    return " of ".join(reversed(gunstig))


def gunstig_woord_van(blok: Verdelingsfiguur) -> str:
    """Geef het woord dat bij de meeste rijen van de figuur past; "gunstig" als geen rij een woord heeft."""
    tellingen = Counter(woord for rij in blok.rijen if (woord := gunstig_woord(rij)))
    return tellingen.most_common(1)[0][0] if tellingen else "gunstig"


def heeft_meer_groepen(blok: Verdelingsfiguur) -> bool:
    """Waar als bij elke rij de groep genoemd moet worden."""
    return len({rij.doelgroep for rij in blok.rijen}) > 1


def _getal(cijfer: OpenbaarCijfer | None, leeg: str) -> Cel:
    if cijfer is None:
        return Cel(tekst=leeg, is_woorden=True)
    return Cel(tekst=in_woorden(cijfer), is_woorden=not cijfer.is_getal)


def _getal_met_marge(cijfer: OpenbaarCijfer | None, leeg: str) -> Cel:
    if cijfer is None:
        return Cel(tekst=leeg, is_woorden=True)
    return Cel(tekst=in_woorden(cijfer), klein=bijschrift(cijfer), is_woorden=not cijfer.is_getal)


def _marge(cijfer: OpenbaarCijfer | None) -> Cel:
    tekst = marge(cijfer) if cijfer is not None and is_tekenbaar(cijfer) else GEEN_MARGE
    return Cel(tekst=tekst, is_woorden=not tekst[:1].isdigit())


def _aantal(cijfer: OpenbaarCijfer | None) -> Cel:
    tekst = NIET_GEMETEN if cijfer is None else aantal_antwoorden(cijfer)
    return Cel(tekst=tekst, is_woorden=not tekst[:1].isdigit())


def _respons(blok: Responstabel) -> Tabel:
    koppen = ["Groep", "Antwoorden", "Deel"]
    if blok.vorig_jaar is not None:
        koppen.append(f"Deel in {blok.vorig_jaar}")
    rijen = []
    for rij in blok.rijen:
        antwoorden = antwoorden_van_gevraagd(rij.cijfer)
        balk = balkbreedte(rij.cijfer)
        deel = _getal(rij.cijfer, NIET_GEVRAAGD) if balk is not None else Cel(tekst="geen percentage", is_woorden=True)
        cellen = [
            Cel(tekst=groepsnaam(rij.doelgroep)),
            Cel(tekst=antwoorden, is_woorden=not antwoorden[:1].isdigit()),
            Cel(tekst=deel.tekst, is_woorden=deel.is_woorden, balk=balk),
        ]
        if blok.vorig_jaar is not None:
            cellen.append(_getal(rij.vorig, NIET_GEMETEN))
        rijen.append(tuple(cellen))
    return Tabel(koppen=tuple(koppen), rijen=tuple(rijen), stapel=True)


def _verdeling(blok: Verdelingsfiguur) -> Tabel:
    jaar = blok.rijen[0].gunstig.jaar
    met_groep = heeft_meer_groepen(blok)
    slot = (blok.vergelijkkop,) if blok.vergelijkkop else ()
    return Tabel(
        koppen=("Vraag", *(str(eerder) for eerder in blok.eerdere_jaren), str(jaar), *slot),
        rijen=tuple(
            (*_verdelingsrij(rij, met_groep=met_groep), *((_oordeel(rij.vergeleken),) if slot else ()))
            for rij in blok.rijen
        ),
        stapel=True,
        slot_is_tekst=bool(slot),
    )


def _oordeel(tekst: str) -> Cel:
    """De laatste kolom; die staat al links en anders dan de getallen."""
    return Cel(tekst=tekst)


def _met_verdeling(blok: Verdelingsfiguur) -> bool:
    return any(_schrijf_verdeling(rij) for rij in blok.rijen)


def _schrijf_verdeling(rij: Verdelingsrij) -> str:
    """Het deel van elk antwoord; leeg als dat niet getoond mag worden."""
    if not rij.verdeling or not all(is_tekenbaar(cijfer) for cijfer in rij.verdeling):
        return ""
    is_een_vak = sum(categorie.kant == "gunstig" for categorie in rij.categorieen) == 1
    # Is de gunstige kant één vak, dan staat dat getal al in de cel ernaast.
    return "; ".join(
        f"{met_kleine_letter(categorie.naam)} {in_woorden(cijfer)}"
        for categorie, cijfer in zip(rij.categorieen, rij.verdeling, strict=True)
        if not (is_een_vak and categorie.kant == "gunstig")
    )


def _verdelingsrij(rij: Verdelingsrij, *, met_groep: bool) -> tuple[Cel, ...]:
    return (
        Cel(
            tekst=f"{groepsnaam(rij.doelgroep)}: {rij.vraagtekst}" if met_groep else rij.vraagtekst,
            klein=". ".join(filter(None, (rij.noot, _schrijf_verdeling(rij)))),
        ),
        *(_vrije_cel(deel) for deel in rij.eerder),
        _getal_met_marge(rij.gunstig, NIET_GEVRAAGD),
    )


def _trend(blok: Trendfiguur) -> Tabel:
    jaren = vul_aan(blok.punten)
    heeft_breuk = any(punt.breuk for punt in jaren)
    koppen = ("Jaar", "Cijfer", "Marge", "Antwoorden", *(("Reeks",) if heeft_breuk else ()))
    return Tabel(
        koppen=koppen,
        rijen=tuple(
            (*_trendrij(punt), *((_reeks(jaren, plaats),) if heeft_breuk else ())) for plaats, punt in enumerate(jaren)
        ),
        stapel=heeft_breuk,
        slot_is_tekst=heeft_breuk,
    )


def _reeks(jaren: tuple[Trendpunt, ...], plaats: int) -> Cel:
    """Bij welke reeks een jaar hoort; de eerste van een nieuwe reeks zegt dat eerder niet te vergelijken is."""
    nummer = 1 + sum(punt.breuk for punt in jaren[: plaats + 1])
    return Cel(tekst=f"{nummer}{NIEUWE_REEKS if jaren[plaats].breuk else ''}")


def _trendrij(punt: Trendpunt) -> tuple[Cel, ...]:
    return (
        Cel(tekst=str(punt.jaar)),
        _getal(punt.cijfer, NIET_GEMETEN),
        _marge(punt.cijfer),
        _aantal(punt.cijfer),
    )


def _spiegel(blok: Spiegelfiguur) -> Tabel:
    return Tabel(
        koppen=("Onderwerp", *(groepsnaam(groep) for groep in blok.groepen)),
        rijen=tuple(_spiegelrij(rij, blok.groepen) for rij in blok.rijen),
        stapel=True,
    )


def _spiegelrij(rij: Spiegelrij, groepen: tuple[Doelgroep, ...]) -> tuple[Cel, ...]:
    cijfers = dict(rij.cijfers)
    return (
        Cel(tekst=rij.onderwerp, klein=". ".join(filter(None, (verschil(rij), met_hoofdletter(rij.oordeel))))),
        *(_getal_met_marge(cijfers.get(groep), NIET_GEVRAAGD) for groep in groepen),
    )


def verschil(rij: Spiegelrij) -> str:
    """Geef het verschil tussen de groepen in woorden."""
    return GEEN_VERSCHIL if rij.verschil is None else punten(rij.verschil)


def _cijfers(blok: Cijfertabel) -> Tabel:
    return Tabel(
        koppen=blok.koppen,
        rijen=tuple(_vrije_rij(rij, slot_is_tekst=blok.slot_is_tekst) for rij in blok.rijen),
        stapel=blok.stapel,
        getallen=any(isinstance(deel, OpenbaarCijfer | Oordeelcel) for rij in blok.rijen for deel in rij),
        slot_is_tekst=blok.slot_is_tekst,
    )


def _vrije_rij(rij: tuple[Celdeel, ...], *, slot_is_tekst: bool) -> tuple[Cel, ...]:
    cellen = tuple(_vrije_cel(deel) for deel in rij)
    return (*cellen[:-1], _oordeel(cellen[-1].tekst)) if slot_is_tekst else cellen


def _vrije_cel(deel: Celdeel) -> Cel:
    if isinstance(deel, Oordeelcel):
        return replace(_getal_met_marge(deel.cijfer, NIET_GEMETEN), oordeel=deel.oordeel)
    if isinstance(deel, OpenbaarCijfer):
        return _getal_met_marge(deel, NIET_GEMETEN)
    return Cel(tekst=deel, is_woorden=deel in _STATUSWOORDEN)


def _matrix(blok: Dekkingsmatrix) -> Tabel:
    return Tabel(
        koppen=("Pijler", *blok.bronnen),
        rijen=tuple((Cel(tekst=naam), *(Cel(tekst=cel.tekst) for cel in cellen)) for naam, cellen in blok.rijen),
        stapel=True,
        getallen=False,
    )


def _normen(blok: Normtabel) -> Tabel:
    met_cijfers = any(bewijs.cijfer is not None for regel in blok.regels for bewijs in regel.bewijs)
    return Tabel(
        koppen=(blok.eerste_kop, "Bewijs", "Stand"),
        rijen=tuple(
            (
                Cel(tekst=f"{regel.id}. {regel.tekst}", klein=", ".join(filter(None, (regel.thema, regel.plaats)))),
                _bewijs(regel.bewijs),
                Cel(
                    tekst=met_hoofdletter(regel.stand),
                    klein=regel.door,
                    is_woorden=regel.stand.startswith(GEEN_STAND),
                ),
            )
            for regel in blok.regels
        ),
        stapel=met_cijfers,
        getallen=False,
        is_norm=True,
        met_cijfers=met_cijfers,
    )


def _bewijs(bewijs: tuple[Bewijs, ...]) -> Cel:
    vindplaatsen = tuple(_maak_vindplaats(een) for een in bewijs)
    return Cel(tekst="; ".join(plaats.voluit for plaats in vindplaatsen) or "geen bewijs", bewijs=vindplaatsen)


def _maak_vindplaats(bewijs: Bewijs) -> Vindplaats:
    return Vindplaats(
        tekst=bewijs.tekst,
        anker=bewijs.anker,
        uitgave=bewijs.uitgave,
        wat=bewijs.wat,
        getal=in_woorden(bewijs.cijfer) if bewijs.cijfer is not None else "",
        klein=bijschrift(bewijs.cijfer) if bewijs.cijfer is not None else "",
        oordeel=", ".join(filter(None, (bewijs.oordeel, _noem_vorig(bewijs.vorig)))),
    )


def _noem_vorig(cijfer: OpenbaarCijfer | None) -> str:
    return "" if cijfer is None else f"in {cijfer.jaar} {in_woorden(cijfer)}"


def lange_tekst(cel: Cel) -> str:
    """Geef de cel als één tekst, met het kleine tussen haakjes en het oordeel erachter."""
    tekst = f"{cel.tekst} ({cel.klein})" if cel.klein else cel.tekst
    return f"{tekst} {cel.oordeel}" if cel.oordeel else tekst
