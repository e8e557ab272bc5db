"""Een bestand bekijken zoals `verslag` het zou lezen, ook als nog niemand zei welke vragenlijst erbij hoort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.fout import Gebrek, GebruikFout, WerkmapFout, bedoelde_u
from kwaliteit.begrippen.inspectie import Herkenning, Leesopdracht
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenbibliotheek, Vragenlijst
from kwaliteit.bestanden.leesploeg import Leesploeg
from kwaliteit.bestanden.ruw import Ruwbestand, Ruwblad, Weigering
from kwaliteit.bronnen.antwoorden.andere_groep import weiger_andere_groep, zoek_andere_groep
from kwaliteit.bronnen.antwoorden.bronlezer import Leeswijze, Lezing, lees_blad
from kwaliteit.bronnen.antwoorden.rijkeuze import Rijkeuze
from kwaliteit.bronnen.dialecten import Indeling
from kwaliteit.bronnen.inspectie.gelijkenis import Treffer, Vergelijker, wijs_toe
from kwaliteit.bronnen.kop.bladkeuze import Bladkeuze, Bladkiezer
from kwaliteit.bronnen.kop.kolomkeuze import NOOIT_LEZEN, Kolomkeuze, zoek_betekenis
from kwaliteit.bronnen.kop.kop import Kolom, Kop, Onbekend, Persoonsgegeven, Wegwijzer
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING, Koppeling, lees_koppeling
from kwaliteit.bronnen.kop.kopzekerheid import is_vast_een_kop
from kwaliteit.bronnen.taal.plekken import geef_plekken
from kwaliteit.bronnen.taal.schrijfwijze import vereenvoudig

MEESTE_VERGELEKEN = 1000
"""Zoveel onbekende koppen worden met de vragen vergeleken; een enquête heeft er nooit zoveel."""
GENOEG_GELIJKENIS = 3
"""Zoveel koppen die op een vraag lijken, maken van een rij zeker een kop."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Doorzicht:
    """Eén bestand met zijn kop, de best passende vragenlijst, en wat elke kolom is of lijkt te zijn.

    `lezing` is wat `verslag` ervan leest, en `weigering` waarom het dat nog niet doet. `kansen` en `voorstel` gaan over
    kolommen die niet gelezen worden (plaats vanaf 0): de vragen waar de kop op lijkt, en de ene die het voorstel is.
    `persoonlijk` zijn kolommen met een kop als "e-mail", wat de koppeling ook zegt.
    """

    ruw: Ruwbestand
    wijze: Leeswijze
    lezing: Lezing
    weigering: Weigering | None
    herkenning: Mapping[int, Herkenning]
    kansen: Mapping[int, Sequence[Treffer]]
    voorstel: Mapping[int, Treffer]
    persoonlijk: frozenset[int]

    @property
    def blad(self) -> Ruwblad:
        """Het gekozen blad, schoon."""
        return self.lezing.gekozen.blad

    @property
    def kop(self) -> Kop:
        """De kop van het gekozen blad."""
        return self.lezing.gekozen.kop

    @property
    def keuze(self) -> Kolomkeuze:
        """De kolommen die gelezen worden."""
        return self.lezing.keuze

    @property
    def rijen(self) -> Rijkeuze:
        """De rijen die tellen."""
        return self.lezing.gelezen.keuze

    @property
    def lijst(self) -> Vragenlijst | None:
        """De vragenlijst die het best past; None als er geen past."""
        return self.wijze.lijst

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        """Alle vragen die in de kop mogen staan."""
        return self.wijze.vragen

    @property
    def koppeling(self) -> Koppeling:
        """De koppeling van dit bestand."""
        return self.wijze.koppeling

    @property
    def indeling(self) -> Indeling:
        """Waar de kop staat en van welke tool zij is."""
        return self.kop.indeling

    @property
    def eerste_rij(self) -> int:
        """De eerste rij met antwoorden, vanaf 0."""
        return self.indeling.eerste_rij

    def plekken(self, kolom: Kolom) -> NDArray[np.intc]:
        """Per rij met antwoorden de plaats in `waarden` van deze kolom."""
        return geef_plekken(self.blad.kolommen[kolom.plaats], self.eerste_rij)


def open_bestand(pad: Path) -> Ruwbestand:
    """Open een bestand op de veilige manier; Onleesbaar met de reden als dat niet kan."""
    with Leesploeg() as ploeg:
        return ploeg.open(pad)


def doorzie(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek, ruw: Ruwbestand) -> Doorzicht:
    """Kies blad, kop en vragenlijst, en vergelijk wat overblijft met de vragen. Onleesbaar als er geen kop is."""
    wijze, gekozen = _kies_lijst(opdracht, bibliotheek, ruw)
    kop = gekozen.kop
    kansen = _zoek_kansen(wijze, kop)
    bezet = {kolom.betekenis.id for kolom in kop.kolommen if isinstance(kolom.betekenis, Vraag)}
    voorstel = wijs_toe(kansen, bezet)
    is_gezegd = _is_gezegd(opdracht, kop)
    is_zeker = is_gezegd or kop.is_zeker or len(voorstel) >= GENOEG_GELIJKENIS or is_vast_een_kop(gekozen.blad, kop)
    gekozen = replace(gekozen, kop=replace(kop, is_zeker=is_zeker))
    lezing = lees_blad(ruw, gekozen, wijze, opdracht.naam, {}, ())
    return Doorzicht(
        ruw=ruw,
        wijze=wijze,
        lezing=lezing,
        weigering=_weiger_andere_groep(opdracht, bibliotheek, ruw, lezing) or lezing.weigering,
        herkenning=_zeg_hoe(kop, wijze),
        kansen=kansen,
        voorstel=voorstel,
        persoonlijk=_zoek_persoonlijke_koppen(kop),
    )


def _weiger_andere_groep(
    opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek, ruw: Ruwbestand, lezing: Lezing
) -> Weigering | None:
    """Geef de weigering van een bestand met de vragen van een andere groep, als bekend is van welke groep het is."""
    if opdracht.doelgroep is None:
        return None
    herkend = 0 if lezing.weigering else len(lezing.gelezen.antwoorden)
    beste = zoek_andere_groep(ruw, opdracht.doelgroep, bibliotheek, herkend)
    return weiger_andere_groep(opdracht.pad, opdracht.doelgroep, beste) if beste is not None else None


def _is_gezegd(opdracht: Leesopdracht, kop: Kop) -> bool:
    """Waar als de gebruiker zei dat in deze rij de koppen staan; een andere rij dan de gevonden is een fout."""
    if opdracht.koprij and opdracht.koprij != kop.rij + 1:
        raise GebruikFout(
            Gebrek(
                waar=opdracht.naam,
                wat=f"in rij {opdracht.koprij} is geen kopregel te herkennen; die lijkt in rij {kop.rij + 1} te staan",
                verwacht="één rij met in elke kolom een eigen kop, en daaronder de antwoorden",
                doe_dit=f"Haal weg wat boven de koppen staat, of typ --kop {kop.rij + 1}.",
            )
        )
    return bool(opdracht.koprij)


def is_open(kolom: Kolom) -> bool:
    """Waar als de kolom een kop heeft die nog nergens bij hoort."""
    return bool(kolom.kop) and kolom.vorm not in NOOIT_LEZEN and isinstance(zoek_betekenis(kolom), Onbekend)


def namen_van(kop: Kop, kolom: Kolom) -> tuple[str, ...]:
    """Alle teksten waaronder een kolom bekend kan zijn."""
    return tuple(dict.fromkeys((kolom.kop, *kop.indeling.koppen[kolom.plaats].namen)))


def _zoek_kansen(wijze: Leeswijze, kop: Kop) -> dict[int, Sequence[Treffer]]:
    """Vergelijk de kolommen die nog nergens bij horen met de vragen; in een heel breed blad alleen de eerste."""
    vergelijker = Vergelijker(wijze.vragen)
    kolommen = islice((kolom for kolom in kop.kolommen if is_open(kolom)), MEESTE_VERGELEKEN)
    return {kolom.plaats: treffers for kolom in kolommen if (treffers := vergelijker.zoek(namen_van(kop, kolom)))}


def _kies_lijst(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek, ruw: Ruwbestand) -> tuple[Leeswijze, Bladkeuze]:
    """Kies de lijst waarvan de meeste vragen in de kop staan, of anders die waar de koppen het meest op lijken."""
    gezien = []
    kiezer = Bladkiezer(ruw)
    for nummer, wijze in enumerate(_som_leeswijzen_op(opdracht, bibliotheek)):
        gekozen = kiezer.kies(wijze.wegwijzer)
        gezien.append((_weeg(wijze, gekozen.kop), -nummer, wijze, gekozen))
    punten, _, wijze, gekozen = max(gezien, key=lambda een: een[:2])
    is_genoemd = opdracht.doelgroep is not None or bool(opdracht.vragenlijst)
    if not is_genoemd and not any(punten):
        wijze = replace(wijze, lijst=None, bijzondere=None)
    return wijze, gekozen


def _som_leeswijzen_op(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek) -> list[Leeswijze]:
    lijsten: Sequence[Vragenlijst] = bibliotheek.vragenlijsten
    if opdracht.vragenlijst:
        lijsten = [_zoek_lijst(opdracht, bibliotheek)]
    elif opdracht.doelgroep is not None:
        lijsten = [bibliotheek.standaard_voor(opdracht.doelgroep)]
    wijzen, fouten = [], []
    for lijst in lijsten:
        wijze = Leeswijze(
            lijst=lijst, bijzondere=bibliotheek.bijzondere_voor(lijst.doelgroep), koppeling=GEEN_KOPPELING
        )
        try:
            wijzen.append(replace(wijze, koppeling=_lees_koppeling(opdracht, wijze.vragen)))
        except WerkmapFout as fout:
            fouten.append(fout)
    if not wijzen:
        raise fouten[0]
    return wijzen


def _zoek_lijst(opdracht: Leesopdracht, bibliotheek: Vragenbibliotheek) -> Vragenlijst:
    naam, groep = opdracht.vragenlijst, opdracht.doelgroep
    namen = [lijst.naam for lijst in bibliotheek.vragenlijsten]
    if naam not in namen:
        raise GebruikFout(
            Gebrek(
                waar=f"vragenlijst {naam}",
                wat="deze vragenlijst is er niet",
                verwacht=f"een van: {', '.join(namen)}.{bedoelde_u(naam, namen)}",
                doe_dit="Verbeter de naam, of zet de lijst in de map vragenlijsten van uw werkmap.",
            )
        )
    lijst = bibliotheek.vragenlijst(naam)
    if groep is not None and lijst.doelgroep is not groep:
        passend = sorted(een.naam for een in bibliotheek.vragenlijsten if een.doelgroep is groep)
        raise GebruikFout(
            Gebrek(
                waar=opdracht.naam,
                wat=f"vragenlijst '{lijst.naam}' is voor {lijst.doelgroep.naam}, niet voor {groep.naam}",
                verwacht=f"een vragenlijst voor {groep.naam}: {' of '.join(passend)}",
                doe_dit="Verbeter de vragenlijst of de doelgroep van deze bron.",
            )
        )
    return lijst


def _lees_koppeling(opdracht: Leesopdracht, vragen: tuple[Vraag, ...]) -> Koppeling:
    if opdracht.koppeling is None:
        return GEEN_KOPPELING
    return lees_koppeling(opdracht.koppeling, vragen, naam=f"koppelingen/{opdracht.koppeling.name}")


def _weeg(wijze: Leeswijze, kop: Kop) -> tuple[int, float]:
    """Tel de vragen die in de kop staan, en hoe sterk de andere koppen op vragen lijken."""
    gevonden = {kolom.betekenis.id for kolom in kop.kolommen if isinstance(kolom.betekenis, Vraag)}
    if gevonden:
        return len(gevonden), 0.0
    return 0, sum(treffer.score for treffer in wijs_toe(_zoek_kansen(wijze, kop), ()).values())


def _zoek_persoonlijke_koppen(kop: Kop) -> frozenset[int]:
    zonder = Wegwijzer((), GEEN_KOPPELING)
    return frozenset(
        plaats
        for plaats, kolomkop in enumerate(kop.indeling.koppen)
        if kolomkop.kop and isinstance(zonder.wijs_kolom(kolomkop), Persoonsgegeven)
    )


def _zeg_hoe(kop: Kop, wijze: Leeswijze) -> dict[int, Herkenning]:
    zonder = Wegwijzer([replace(vraag, ook_wel=()) for vraag in wijze.vragen], GEEN_KOPPELING)
    hoe = {}
    for kolom in kop.kolommen:
        if any(vereenvoudig(naam) in wijze.koppeling.kolommen for naam in namen_van(kop, kolom)):
            hoe[kolom.plaats] = Herkenning.KOPPELING
        elif isinstance(kolom.betekenis, Vraag):
            exact = any(isinstance(zonder.wijs(naam), Vraag) for naam in namen_van(kop, kolom))
            hoe[kolom.plaats] = Herkenning.EXACT if exact else Herkenning.OOK_WEL
    return hoe
