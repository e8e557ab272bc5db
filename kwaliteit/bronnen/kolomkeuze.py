"""Welke kolommen van een blad meedoen, en wat over de andere te zeggen valt."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.vragenlijst import Vraag, Vragenlijst
from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen import kolomnamen
from kwaliteit.bronnen.bevindingen import Bronmelder
from kwaliteit.bronnen.kop import Kolom, Kop, Onbekend, Persoonsgegeven
from kwaliteit.bronnen.koppeling import Rol
from kwaliteit.bronnen.schrijfwijze import vereenvoudig

ROLLEN = {
    Rol.LOCATIE: ("de locatie", kolomnamen.LOCATIE),
    Rol.RESPONDENT: ("het respondentnummer", kolomnamen.RESPONDENT),
    Rol.ERVARINGSDESKUNDIGE: ("de vraag of iemand ervaringsdeskundige is", kolomnamen.ERVARINGSDESKUNDIGE),
}


@dataclass(frozen=True, kw_only=True)
class Kolomkeuze:
    """De kolommen die gelezen worden; `vragen` in de volgorde van het blad."""

    vragen: tuple[tuple[Vraag, Kolom], ...]
    locatie: Kolom | None
    respondent: Kolom | None
    ervaringsdeskundige: Kolom | None


def kies_kolommen(
    kop: Kop, lijst: Vragenlijst, bijzondere: Vragenlijst | None, blad: Ruwblad, melder: Bronmelder
) -> Kolomkeuze:
    """Kies per vraag en rol één kolom en meld wat overblijft.

    `bijzondere` is de lijst voor ervaringsdeskundigen; haar vragen tellen alleen als een kolom zegt wie dat is. Over
    een kolom zonder enige inhoud onder de kop is niets te melden.
    """
    gehad: set[int] = set()
    rollen = _kies_rollen(kop, melder, gehad)
    extra = bijzondere.vragen if bijzondere and Rol.ERVARINGSDESKUNDIGE in rollen else ()
    vragen = _kies_vragen(kop, {vraag.id for vraag in (*lijst.vragen, *extra)}, melder, gehad)
    overige = [kolom for kolom in kop.kolommen if kolom.plaats not in gehad and _is_gevuld(blad, kop, kolom)]
    _meld_overige(overige, (*lijst.vragen, *extra), melder)
    _meld_ontbrekende(lijst, vragen, melder)
    # Deze vragen hoeven er niet te zijn; staat er maar een deel, dan is dat wel goed om te weten.
    if bijzondere and any(vraag.id in vragen for vraag in extra):
        _meld_ontbrekende(bijzondere, vragen, melder)
    return Kolomkeuze(
        vragen=tuple(vragen.values()),
        locatie=rollen.get(Rol.LOCATIE),
        respondent=rollen.get(Rol.RESPONDENT),
        ervaringsdeskundige=rollen.get(Rol.ERVARINGSDESKUNDIGE),
    )


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
        gehad.add(kolom.plaats)
        if vraag.id in gekozen:
            melder.meld_dubbele_kolom(kolom, gekozen[vraag.id][1], f"vraag {vraag.id}", vraag=vraag.id)
        else:
            gekozen[vraag.id] = (vraag, kolom)
    return gekozen


def _meld_overige(kolommen: Sequence[Kolom], vragen: Sequence[Vraag], melder: Bronmelder) -> None:
    onbekend: list[Kolom] = []
    heeft_open = False
    for kolom in kolommen:
        betekenis = kolom.betekenis
        if isinstance(betekenis, Vraag) and not betekenis.schaal.soort.is_geteld:
            heeft_open = True
        elif isinstance(betekenis, Persoonsgegeven):
            melder.meld_persoonsgegevens(kolom)
        elif isinstance(betekenis, Onbekend) and betekenis.dubbelzinnig:
            melder.meld_dubbelzinnige_kolom(kolom)
        elif betekenis is not Rol.NEGEER:
            onbekend.append(kolom)
    if heeft_open:
        melder.meld_open_vragen()
    melder.meld_onbekende_kolommen(onbekend, vragen)


def _meld_ontbrekende(lijst: Vragenlijst, vragen: dict[str, tuple[Vraag, Kolom]], melder: Bronmelder) -> None:
    for vraag in lijst.getelde_vragen:
        if vraag.id not in vragen:
            melder.meld_ontbrekende_vraag(vraag, lijst.naam)


def _is_gevuld(blad: Ruwblad, kop: Kop, kolom: Kolom) -> bool:
    return any(blad.kolommen[kolom.plaats].plaats[kop.rij + 1 :])
