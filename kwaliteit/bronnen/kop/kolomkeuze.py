"""Welke kolommen van een blad meedoen, en wat over de andere te zeggen valt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag, Vragenlijst
from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen.dialecten.dialect import Kolomvorm
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.kop import Betekenis, Kolom, Kop, Onbekend, Persoonsgegeven, Wegwijzer
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING, Rol
from kwaliteit.bronnen.kop.persoonsgegevens import herken_als_respondentnummer, herken_persoonsgegeven
from kwaliteit.bronnen.kop.toestemming import herken_toestemming
from kwaliteit.bronnen.taal import kolomnamen
from kwaliteit.bronnen.taal.plekken import is_gevuld
from kwaliteit.bronnen.taal.schrijfwijze import vereenvoudig

ROLLEN = {
    Rol.LOCATIE: ("de locatie", kolomnamen.LOCATIE),
    Rol.RESPONDENT: ("het respondentnummer", kolomnamen.RESPONDENT),
    Rol.ERVARINGSDESKUNDIGE: ("de vraag of iemand ervaringsdeskundige is", kolomnamen.ERVARINGSDESKUNDIGE),
    # Alleen een koppeling wijst gewichten aan: een kolom die zo heet kan over kilo's gaan.
    Rol.GEWICHT: ("het gewicht", ()),
}

NOOIT_LEZEN = (Kolomvorm.ANDERS, Kolomvorm.RANG)
"""Open tekst bij een vraag, en een volgorde: ook als de kop bij een vraag hoort, is dit er niet het antwoord op."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dubbel:
    """Een kolom die niet telt omdat `eerste` dat al doet; `naam` zegt wat zij allebei zijn."""

    kolom: Kolom
    eerste: Kolom
    naam: str
    vraag: str = ""


@dataclass(frozen=True, kw_only=True)
class Kolomkeuze:
    """De kolommen die gelezen worden, in de volgorde van het blad.

    `meerkeuze` zijn de meerkeuzevragen met labels, elk met een of meer kolommen. `deelname` zijn de kolommen waarin
    iemand kan zeggen niet mee te doen. `gewicht` is de kolom met hoe zwaar iemand telt. `geen_nummer` is de kolom die
    respondentnummers hoort te hebben maar iets heeft wat naar een persoon wijst, met wat dat is. `mogelijk` zijn alle
    vragen die een kolom mochten hebben.
    """

    vragen: tuple[tuple[Vraag, Kolom], ...]
    meerkeuze: tuple[tuple[Vraag, tuple[Kolom, ...]], ...]
    locatie: Kolom | None
    respondent: Kolom | None
    ervaringsdeskundige: Kolom | None
    deelname: tuple[Kolom, ...]
    gewicht: Kolom | None
    dubbel: tuple[Dubbel, ...]
    geen_nummer: tuple[Kolom, str] | None
    mogelijk: tuple[Vraag, ...]

    @property
    def vaste(self) -> tuple[Kolom, ...]:
        """De kolommen die gelezen worden en geen vraag zijn."""
        rollen = (self.locatie, self.respondent, self.ervaringsdeskundige, self.gewicht, *self.deelname)
        return tuple(kolom for kolom in rollen if kolom is not None)

    @cached_property
    def gelezen(self) -> frozenset[int]:
        """De plaats van elke kolom die gelezen wordt; wat hier niet in staat, leest niemand."""
        kolommen = (
            *(kolom for _, kolom in self.vragen),
            *(kolom for _, samen in self.meerkeuze for kolom in samen),
            *self.vaste,
        )
        return frozenset(kolom.plaats for kolom in kolommen)


def kies_kolommen(kop: Kop, lijst: Vragenlijst | None, bijzondere: Vragenlijst | None, blad: Ruwblad) -> Kolomkeuze:
    """Kies per vraag en rol één kolom.

    `bijzondere` is de lijst voor ervaringsdeskundigen; haar vragen tellen alleen als een kolom zegt wie dat is.
    """
    rollen, dubbel = _kies_rollen(kop)
    geen_nummer = None
    if (respondent := rollen.get(Rol.RESPONDENT)) is not None:
        wat = herken_als_respondentnummer(blad.kolommen[respondent.plaats], kop.rij + 1)
        if wat:
            geen_nummer = (respondent, wat)
            del rollen[Rol.RESPONDENT]
    extra = bijzondere.vragen if bijzondere and Rol.ERVARINGSDESKUNDIGE in rollen else ()
    mogelijk = (*(lijst.vragen if lijst else ()), *extra)
    vragen, dubbele_vragen = _kies_vragen(kop, {vraag.id for vraag in mogelijk})
    return Kolomkeuze(
        vragen=tuple(vragen.values()),
        meerkeuze=tuple(_kies_meerkeuze(kop, {vraag.id for vraag in mogelijk})),
        locatie=rollen.get(Rol.LOCATIE),
        respondent=rollen.get(Rol.RESPONDENT),
        ervaringsdeskundige=rollen.get(Rol.ERVARINGSDESKUNDIGE),
        deelname=tuple(kolom for kolom in kop.kolommen if zoek_betekenis(kolom) is Rol.DEELNAME),
        gewicht=rollen.get(Rol.GEWICHT),
        dubbel=(*dubbel, *dubbele_vragen),
        geen_nummer=geen_nummer,
        mogelijk=mogelijk,
    )


def meld_kolommen(
    keuze: Kolomkeuze, kop: Kop, lijst: Vragenlijst, bijzondere: Vragenlijst | None, blad: Ruwblad, melder: Bronmelder
) -> None:
    """Meld wat er met de andere kolommen is, en welke vragen geen kolom hebben.

    Over een kolom zonder enige inhoud onder de kop is niets te melden.
    """
    for een in keuze.dubbel:
        melder.meld_dubbele_kolom(een.kolom, een.eerste, een.naam, vraag=een.vraag)
    gehad = {*keuze.gelezen, *(een.kolom.plaats for een in keuze.dubbel)}
    if keuze.geen_nummer is not None:
        kolom, wat = keuze.geen_nummer
        melder.meld_respondent_is_persoonsgegeven(kolom, wat)
        gehad.add(kolom.plaats)
    overige = [
        kolom
        for kolom in kop.kolommen
        if kolom.plaats not in gehad and is_gevuld(blad.kolommen[kolom.plaats], kop.rij + 1)
    ]
    _meld_overige(overige, keuze.mogelijk, [vraag for vraag, _ in keuze.meerkeuze], blad, kop, melder)
    gekozen = {vraag.id for vraag, _ in keuze.vragen}
    _meld_ontbrekende(lijst, gekozen, melder)
    # Deze vragen hoeven er niet te zijn; staat er maar een deel, dan is dat wel goed om te weten.
    eigen = {vraag.id for vraag in lijst.vragen}
    if bijzondere and any(vraag.id in gekozen - eigen for vraag in bijzondere.vragen):
        _meld_ontbrekende(bijzondere, gekozen, melder)


def zoek_betekenis(kolom: Kolom) -> Betekenis:
    """Zeg wat een kolom is; een kop die om toestemming vraagt is geen onbekende kolom."""
    if isinstance(kolom.betekenis, Onbekend) and not kolom.betekenis.dubbelzinnig:
        return herken_toestemming(kolom.kop) or kolom.betekenis
    return kolom.betekenis


def _kies_rollen(kop: Kop) -> tuple[dict[Rol, Kolom], list[Dubbel]]:
    gekozen = {}
    dubbel = []
    for rol, (naam, sterkste_eerst) in ROLLEN.items():
        kandidaten = [(_sterkte(kolom, sterkste_eerst), kolom) for kolom in kop.kolommen if kolom.betekenis is rol]
        if not kandidaten:
            continue
        beste, eerste = min(kandidaten, key=lambda paar: (paar[0], paar[1].plaats))
        gekozen[rol] = eerste
        dubbel += [
            Dubbel(kolom=kolom, eerste=eerste, naam=naam)
            for sterkte, kolom in kandidaten
            if sterkte == beste and kolom is not eerste
        ]
    return gekozen, dubbel


def _sterkte(kolom: Kolom, sterkste_eerst: Sequence[str]) -> int:
    """Een kop uit de koppeling of met een nummer ervoor staat niet in de lijst en gaat dus voor."""
    naam = vereenvoudig(kolom.kop)
    return sterkste_eerst.index(naam) if naam in sterkste_eerst else -1


def _kies_vragen(kop: Kop, mag: set[str]) -> tuple[dict[str, tuple[Vraag, Kolom]], list[Dubbel]]:
    gekozen: dict[str, tuple[Vraag, Kolom]] = {}
    dubbel = []
    for kolom in kop.kolommen:
        vraag = kolom.betekenis
        if not isinstance(vraag, Vraag) or vraag.id not in mag or not vraag.schaal.soort.is_geteld:
            continue
        if kolom.vorm in NOOIT_LEZEN:
            continue
        if vraag.id in gekozen:
            eerste = gekozen[vraag.id][1]
            dubbel.append(Dubbel(kolom=kolom, eerste=eerste, naam=f"vraag {vraag.id}", vraag=vraag.id))
        else:
            gekozen[vraag.id] = (vraag, kolom)
    return gekozen, dubbel


def _kies_meerkeuze(kop: Kop, mag: set[str]) -> list[tuple[Vraag, tuple[Kolom, ...]]]:
    per_vraag: dict[str, tuple[Vraag, list[Kolom]]] = {}
    for kolom in kop.kolommen:
        vraag = kolom.betekenis
        if not isinstance(vraag, Vraag) or vraag.id not in mag or kolom.vorm in NOOIT_LEZEN:
            continue
        if vraag.schaal.soort is Schaalsoort.MEERKEUZE and vraag.schaal.codes:
            per_vraag.setdefault(vraag.id, (vraag, []))[1].append(kolom)
    return [(vraag, tuple(kolommen)) for vraag, kolommen in per_vraag.values()]


def _meld_overige(
    kolommen: Sequence[Kolom],
    vragen: Sequence[Vraag],
    meerkeuze: Sequence[Vraag],
    blad: Ruwblad,
    kop: Kop,
    melder: Bronmelder,
) -> None:
    onbekend: list[Kolom] = []
    rangorde: list[Kolom] = []
    ongelezen: dict[str, Vraag] = {}
    heeft_open = False
    zonder_koppeling = Wegwijzer((), GEEN_KOPPELING)
    for kolom in kolommen:
        betekenis = eigen = zoek_betekenis(kolom)
        if betekenis is Rol.NEGEER:  # 'negeer' in een koppeling haalt een persoonsgegeven niet uit het bestand
            eigen = zonder_koppeling.wijs_kolom(kop.indeling.koppen[kolom.plaats])
        if kolom.vorm is Kolomvorm.RANG and betekenis is not Rol.NEGEER:
            rangorde.append(kolom)
        elif isinstance(betekenis, Vraag) and kolom.vorm is Kolomvorm.ANDERS:
            heeft_open = True
        elif isinstance(betekenis, Vraag) and betekenis.schaal.soort is Schaalsoort.MEERKEUZE:
            ongelezen[betekenis.id] = betekenis
        elif isinstance(betekenis, Vraag) and not betekenis.schaal.soort.is_geteld:
            heeft_open = True
        elif isinstance(eigen, Persoonsgegeven):
            melder.meld_persoonsgegevens(kolom)
        elif isinstance(betekenis, Onbekend) and betekenis.dubbelzinnig:
            melder.meld_dubbelzinnige_kolom(kolom)
        elif isinstance(eigen, Onbekend) and (wat := herken_persoonsgegeven(blad.kolommen[kolom.plaats], kop.rij + 1)):
            melder.meld_inhoud_persoonsgegevens(kolom, wat)
        elif betekenis not in (Rol.NEGEER, Rol.CITEREN):
            onbekend.append(kolom)
    melder.meld_niet_geteld(open_vragen=heeft_open, gelezen=meerkeuze, ongelezen=tuple(ongelezen.values()))
    melder.meld_rangorde(rangorde)
    melder.meld_onbekende_kolommen(onbekend, vragen)


def _meld_ontbrekende(lijst: Vragenlijst, gekozen: Collection[str], melder: Bronmelder) -> None:
    for vraag in lijst.getelde_vragen:
        if vraag.id not in gekozen:
            melder.meld_ontbrekende_vraag(vraag, lijst.naam)
