"""Bladen bij elkaar: één afname is alles wat één groep in één jaar antwoordde."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import Antwoordblad
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.onderdeel import Boom, Niveau
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenlijst

ZONDER_LOCATIE = 0
"""Het vak van wie geen (bekende) locatie heeft; de locaties van de boom volgen vanaf 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesteld:
    """Een vraag zoals zij in de bronnen van één afname voorkwam, met de lijst waar zij uit komt."""

    jaar: int
    doelgroep: Doelgroep
    vraag: Vraag
    vragenlijst: Vragenlijst

    @property
    def delen(self) -> tuple[Vraag, ...]:
        """De vragen waaruit een schaalscore bestaat, op volgorde van de samenstelling; anders niets."""
        return zoek_delen(self.vraag, self.vragenlijst)


def zoek_delen(vraag: Vraag, lijst: Vragenlijst) -> tuple[Vraag, ...]:
    """Geef de vragen van de lijst waaruit deze schaalscore bestaat."""
    if vraag.samenstelling is None:
        return ()
    per_id = {een.id: een for een in lijst.vragen}
    return tuple(per_id[deel] for deel in vraag.samenstelling.vragen)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Afname:
    """De bladen van één groep in één jaar. `vakken[b][i]` is het vak (locatie) van respondent i van blad b.

    `onderdelen` zijn de knopen waarvoor geteld wordt, elk met haar vakken. Dat is alleen de wortel bij
    ervaringsdeskundigen, en als bij niemand een locatie staat: dan is niet per locatie gemeten.
    """

    jaar: int
    doelgroep: Doelgroep
    gesteld: tuple[Gesteld, ...]
    bladen: tuple[Antwoordblad, ...]
    vakken: tuple[NDArray[np.int64], ...]
    aantal_vakken: int
    locaties_met_antwoord: frozenset[str]
    onderdelen: tuple[tuple[str, list[int]], ...]

    @property
    def is_gewogen(self) -> bool:
        """Waar als elk blad gewichten heeft; is er een zonder, dan telt iedereen even zwaar."""
        return all(blad.gewicht is not None for blad in self.bladen)

    def tel_op(self, per_vak: NDArray[np.int64]) -> NDArray[np.int64]:
        """Maak van rijen per vak rijen per onderdeel."""
        return np.array([per_vak[vakken].sum(axis=0) for _, vakken in self.onderdelen])


def verzamel_afnames(bladen: Iterable[Antwoordblad], boom: Boom, jaren: Iterable[int]) -> tuple[Afname, ...]:
    """Geef de afnames van deze jaren op volgorde van jaar en groep.

    Meer bladen van dezelfde groep en hetzelfde jaar tellen samen. Staat een vraag-id in twee verschillende lijsten van
    dezelfde afname, dan is onduidelijk welke vraag het is: WerkmapFout.
    """
    per_groep: dict[tuple[int, Doelgroep], list[Antwoordblad]] = {}
    geldige = frozenset(jaren)
    for blad in bladen:
        if blad.bron.jaar in geldige:
            per_groep.setdefault((blad.bron.jaar, blad.bron.doelgroep), []).append(blad)
    volgorde = sorted(per_groep, key=lambda sleutel: (sleutel[0], sleutel[1].rangorde))
    _weiger_dubbele_vragen({sleutel: per_groep[sleutel] for sleutel in volgorde})
    return tuple(_maak_afname(*sleutel, per_groep[sleutel], boom) for sleutel in volgorde)


def _maak_afname(jaar: int, doelgroep: Doelgroep, bladen: list[Antwoordblad], boom: Boom) -> Afname:
    locaties = [onderdeel.id for onderdeel in boom.onderdelen if onderdeel.niveau is Niveau.LOCATIE]
    vak_van = {locatie: vak for vak, locatie in enumerate(locaties, start=ZONDER_LOCATIE + 1)}
    vakken = tuple(_bepaal_vakken(blad, vak_van) for blad in bladen)
    bezet = {int(vak) for vak_per_rij in vakken for vak in np.unique(vak_per_rij)} - {ZONDER_LOCATIE}
    per_locatie = bool(bezet) and doelgroep is not Doelgroep.ERVARINGSDESKUNDIGEN
    wortel, *lagere = boom.onderdelen
    alles = list(range(len(locaties) + 1))
    onder = [(knoop.id, sorted(vak_van[blad] for blad in boom.bladeren[knoop.id])) for knoop in lagere if per_locatie]
    return Afname(
        jaar=jaar,
        doelgroep=doelgroep,
        gesteld=_verzamel_gesteld(jaar, doelgroep, bladen),
        bladen=tuple(bladen),
        vakken=vakken,
        aantal_vakken=len(alles),
        locaties_met_antwoord=frozenset(locatie for locatie, vak in vak_van.items() if vak in bezet),
        onderdelen=((wortel.id, alles), *onder),
    )


def _bepaal_vakken(blad: Antwoordblad, vak_van: dict[str, int]) -> NDArray[np.int64]:
    """De laatste plaats van de vertaling is voor locatie -1: geen locatie."""
    vertaling = [vak_van.get(locatie, ZONDER_LOCATIE) for locatie in blad.locaties] + [ZONDER_LOCATIE]
    return np.array(vertaling, dtype=np.int64)[blad.locatie]


def _verzamel_gesteld(jaar: int, doelgroep: Doelgroep, bladen: list[Antwoordblad]) -> tuple[Gesteld, ...]:
    """De vragen die in minstens één bron een kolom hebben, per lijst op naam en in de volgorde van de lijst.

    Een schaalscore is gesteld als al haar vragen gesteld zijn.
    """
    lijsten = {(blad.vragenlijst.naam, blad.vragenlijst.versie): blad.vragenlijst for blad in bladen}
    aanwezig = {vraag_id for blad in bladen for vraag_id in blad.kolommen}
    return tuple(
        Gesteld(jaar=jaar, doelgroep=doelgroep, vraag=vraag, vragenlijst=lijsten[sleutel])
        for sleutel in sorted(lijsten)
        for vraag in lijsten[sleutel].gemeten_vragen
        if aanwezig.issuperset(vraag.samenstelling.vragen if vraag.samenstelling else (vraag.id,))
    )


def _weiger_dubbele_vragen(per_groep: dict[tuple[int, Doelgroep], list[Antwoordblad]]) -> None:
    gebreken = []
    for (jaar, doelgroep), bladen in per_groep.items():
        lijsten_van: dict[str, set[str]] = {}
        for blad in bladen:
            for vraag_id in (*blad.kolommen, *(score.id for score in blad.vragenlijst.schaalscores)):
                lijst = f"{blad.vragenlijst.naam} versie {blad.vragenlijst.versie}"
                lijsten_van.setdefault(vraag_id, set()).add(lijst)
        dubbel = {vraag_id: lijsten for vraag_id, lijsten in lijsten_van.items() if len(lijsten) > 1}
        gebreken += [
            Gebrek(
                waar=f"bronnen van {doelgroep.naam} over {jaar}",
                wat=f"vraag {vraag_id} komt uit verschillende vragenlijsten: {', '.join(sorted(dubbel[vraag_id]))}",
                verwacht="dat een vraag in één jaar voor een groep uit één vragenlijst komt",
                doe_dit="Geef deze bestanden in `kwaliteit.yaml` bij `bronnen` dezelfde vragenlijst, "
                "of geef de vraag in een van de lijsten een ander id.",
            )
            for vraag_id in sorted(dubbel)
        ]
    if gebreken:
        raise WerkmapFout(*gebreken)
