"""Welke kolommen van een blad meedoen, en wat over de andere te zeggen valt."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag, Vragenlijst
from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen import kolomnamen
from kwaliteit.bronnen.bevindingen import Bronmelder
from kwaliteit.bronnen.dialecten.dialect import Kolomvorm
from kwaliteit.bronnen.kop import Betekenis, Kolom, Kop, Onbekend, Persoonsgegeven, Wegwijzer
from kwaliteit.bronnen.koppeling import GEEN_KOPPELING, Rol
from kwaliteit.bronnen.persoonsgegevens import herken_als_respondentnummer, herken_persoonsgegeven
from kwaliteit.bronnen.schrijfwijze import vereenvoudig
from kwaliteit.bronnen.toestemming import herken_toestemming

ROLLEN = {
    Rol.LOCATIE: ("de locatie", kolomnamen.LOCATIE),
    Rol.RESPONDENT: ("het respondentnummer", kolomnamen.RESPONDENT),
    Rol.ERVARINGSDESKUNDIGE: ("de vraag of iemand ervaringsdeskundige is", kolomnamen.ERVARINGSDESKUNDIGE),
}

NOOIT_LEZEN = (Kolomvorm.ANDERS, Kolomvorm.RANG)
"""Open tekst bij een vraag, en een volgorde: ook als de kop bij een vraag hoort, is dit er niet het antwoord op."""


@dataclass(frozen=True, kw_only=True)
class Kolomkeuze:
    """De kolommen die gelezen worden, in de volgorde van het blad.

    `meerkeuze` zijn de meerkeuzevragen met labels, elk met een of meer kolommen. `deelname` zijn de kolommen waarin
    iemand kan zeggen niet mee te doen.
    """

    vragen: tuple[tuple[Vraag, Kolom], ...]
    meerkeuze: tuple[tuple[Vraag, tuple[Kolom, ...]], ...]
    locatie: Kolom | None
    respondent: Kolom | None
    ervaringsdeskundige: Kolom | None
    deelname: tuple[Kolom, ...]


def kies_kolommen(
    kop: Kop, lijst: Vragenlijst, bijzondere: Vragenlijst | None, blad: Ruwblad, melder: Bronmelder
) -> Kolomkeuze:
    """Kies per vraag en rol één kolom en meld wat overblijft.

    `bijzondere` is de lijst voor ervaringsdeskundigen; haar vragen tellen alleen als een kolom zegt wie dat is. Over
    een kolom zonder enige inhoud onder de kop is niets te melden.
    """
    gehad: set[int] = set()
    rollen = _kies_rollen(kop, melder, gehad)
    if (respondent := rollen.get(Rol.RESPONDENT)) is not None:
        wat = herken_als_respondentnummer(blad.kolommen[respondent.plaats], kop.rij + 1)
        if wat:
            melder.meld_respondent_is_persoonsgegeven(respondent, wat)
            del rollen[Rol.RESPONDENT]
    extra = bijzondere.vragen if bijzondere and Rol.ERVARINGSDESKUNDIGE in rollen else ()
    vragen = _kies_vragen(kop, {vraag.id for vraag in (*lijst.vragen, *extra)}, melder, gehad)
    alle = (*lijst.vragen, *extra)
    meerkeuze = _kies_meerkeuze(kop, {vraag.id for vraag in alle}, gehad)
    deelname = [kolom for kolom in kop.kolommen if kolom.plaats not in gehad and zoek_betekenis(kolom) is Rol.DEELNAME]
    gehad.update(kolom.plaats for kolom in deelname)
    overige = [kolom for kolom in kop.kolommen if kolom.plaats not in gehad and _is_gevuld(blad, kop, kolom)]
    _meld_overige(overige, alle, [vraag for vraag, _ in meerkeuze], blad, kop, melder)
    _meld_ontbrekende(lijst, vragen, melder)
    # Deze vragen hoeven er niet te zijn; staat er maar een deel, dan is dat wel goed om te weten.
    if bijzondere and any(vraag.id in vragen for vraag in extra):
        _meld_ontbrekende(bijzondere, vragen, melder)
    return Kolomkeuze(
        vragen=tuple(vragen.values()),
        meerkeuze=tuple(meerkeuze),
        locatie=rollen.get(Rol.LOCATIE),
        respondent=rollen.get(Rol.RESPONDENT),
        ervaringsdeskundige=rollen.get(Rol.ERVARINGSDESKUNDIGE),
        deelname=tuple(deelname),
    )


def zoek_betekenis(kolom: Kolom) -> Betekenis:
    """Zeg wat een kolom is; een kop die om toestemming vraagt is geen onbekende kolom."""
    if isinstance(kolom.betekenis, Onbekend) and not kolom.betekenis.dubbelzinnig:
        return herken_toestemming(kolom.kop) or kolom.betekenis
    return kolom.betekenis


def _kies_rollen(kop: Kop, melder: Bronmelder, gehad: set[int]) -> dict[Rol, Kolom]:
    gekozen = {}
    for rol, (naam, sterkste_eerst) in ROLLEN.items():
        kandidaten = [(_sterkte(kolom, sterkste_eerst), kolom) for kolom in kop.kolommen if kolom.betekenis is rol]
        if not kandidaten:
            continue
        beste, eerste = min(kandidaten, key=lambda paar: (paar[0], paar[1].plaats))
        gekozen[rol] = eerste
        gehad.add(eerste.plaats)
        for sterkte, kolom in kandidaten:
            if sterkte == beste and kolom is not eerste:
                melder.meld_dubbele_kolom(kolom, eerste, naam)
                gehad.add(kolom.plaats)
    return gekozen


def _sterkte(kolom: Kolom, sterkste_eerst: Sequence[str]) -> int:
    """Een kop uit de koppeling of met een nummer ervoor staat niet in de lijst en gaat dus voor."""
    naam = vereenvoudig(kolom.kop)
    return sterkste_eerst.index(naam) if naam in sterkste_eerst else -1


def _kies_vragen(kop: Kop, mag: set[str], melder: Bronmelder, gehad: set[int]) -> dict[str, tuple[Vraag, Kolom]]:
    gekozen: dict[str, tuple[Vraag, Kolom]] = {}
    for kolom in kop.kolommen:
        vraag = kolom.betekenis
        if not isinstance(vraag, Vraag) or vraag.id not in mag or not vraag.schaal.soort.is_geteld:
            continue
        if kolom.vorm in NOOIT_LEZEN:
            continue
        gehad.add(kolom.plaats)
        if vraag.id in gekozen:
            melder.meld_dubbele_kolom(kolom, gekozen[vraag.id][1], f"vraag {vraag.id}", vraag=vraag.id)
        else:
            gekozen[vraag.id] = (vraag, kolom)
    return gekozen


def _kies_meerkeuze(kop: Kop, mag: set[str], gehad: set[int]) -> list[tuple[Vraag, tuple[Kolom, ...]]]:
    per_vraag: dict[str, tuple[Vraag, list[Kolom]]] = {}
    for kolom in kop.kolommen:
        vraag = kolom.betekenis
        if not isinstance(vraag, Vraag) or vraag.id not in mag or kolom.vorm in NOOIT_LEZEN:
            continue
        if vraag.schaal.soort is Schaalsoort.MEERKEUZE and vraag.schaal.codes:
            per_vraag.setdefault(vraag.id, (vraag, []))[1].append(kolom)
            gehad.add(kolom.plaats)
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


def _meld_ontbrekende(lijst: Vragenlijst, vragen: dict[str, tuple[Vraag, Kolom]], melder: Bronmelder) -> None:
    for vraag in lijst.getelde_vragen:
        if vraag.id not in vragen:
            melder.meld_ontbrekende_vraag(vraag, lijst.naam)


def _is_gevuld(blad: Ruwblad, kop: Kop, kolom: Kolom) -> bool:
    return any(blad.kolommen[kolom.plaats].plaats[kop.rij + 1 :])
