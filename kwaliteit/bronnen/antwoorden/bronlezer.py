"""Eén geopend bestand lezen: het goede blad kiezen, de kop vinden, en daar een of twee Antwoordbladen van maken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.antwoord import Antwoordblad, Bron
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.vragenlijst import Vraag, Vragenlijst
from kwaliteit.begrippen.werkmap import Bronopgave
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand, Weigering
from kwaliteit.bronnen.antwoorden.antwoordblad import Gelezen, Lezer
from kwaliteit.bronnen.antwoorden.bladbouw import maak_blad
from kwaliteit.bronnen.antwoorden.verdacht import Keurmeester, weiger_samenvatting
from kwaliteit.bronnen.antwoorden.weigering import GEEN_ANTWOORDEN, weiger_kop
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.bladkeuze import Bladkeuze, kies_blad
from kwaliteit.bronnen.kop.kolomkeuze import Kolomkeuze, kies_kolommen, meld_kolommen
from kwaliteit.bronnen.kop.koppeling import Koppeling
from kwaliteit.bronnen.kop.wegwijzer import Wegwijzer


@dataclass(frozen=True, kw_only=True)
class Leeswijze:
    """Waarmee een bestand gelezen wordt. `lijst` is None als niet bekend is van wie de antwoorden zijn.

    `bijzondere` is de lijst voor ervaringsdeskundigen in een bron van professionals. `jaar` is waarvoor de antwoorden
    tellen, als dat bekend is.
    """

    lijst: Vragenlijst | None
    bijzondere: Vragenlijst | None
    koppeling: Koppeling
    jaar: int | None = None

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        """Alle vragen die in de kop mogen staan."""
        return tuple(vraag for lijst in (self.lijst, self.bijzondere) if lijst for vraag in lijst.vragen)

    @property
    def wegwijzer(self) -> Wegwijzer:
        """Weet bij welke vraag een kop hoort."""
        return Wegwijzer(self.vragen, self.koppeling)


@dataclass(frozen=True, kw_only=True, eq=False)
class Lezing:
    """Wat er van een blad te lezen is: de kolommen, de rijen, en wat opviel.

    `ervaringsdeskundig` zegt per rij wie dat is, als er zo'n kolom is. `weigering` zegt waarom `verslag` dit blad toch
    niet gebruikt; None als dat wel gebeurt.
    """

    gekozen: Bladkeuze
    keuze: Kolomkeuze
    lezer: Lezer
    gelezen: Gelezen
    ervaringsdeskundig: NDArray[np.bool_] | None
    weigering: Weigering | None
    bevindingen: tuple[Bevinding, ...]

    @cached_property
    def kolommen(self) -> frozenset[int]:
        """De plaats van elke kolom die echt gelezen is: gekozen, en bij meerkeuze is het antwoord erbij herkend."""
        vragen = (kolom for een in self.gelezen.antwoorden.values() for kolom in een.kolommen)
        return frozenset(kolom.plaats for kolom in (*vragen, *self.keuze.vaste))


def lees_blad(
    ruw: Ruwbestand,
    gekozen: Bladkeuze,
    wijze: Leeswijze,
    naam: str,
    locatienamen: Mapping[str, str],
    locaties: tuple[str, ...],
) -> Lezing:
    """Lees het gekozen blad. Dit is de enige weg van een blad naar antwoorden: `inspecteer` gaat haar ook."""
    kop, blad = gekozen.kop, gekozen.blad
    weigering = weiger_kop(gekozen, wijze.lijst)
    melder = Bronmelder(naam, blad.naam, noemt_koppen=kop.is_zeker)
    if ruw.is_gegokt:
        melder.meld_gok(ruw.codering)
    keuze = kies_kolommen(kop, wijze.lijst, wijze.bijzondere, blad)
    if wijze.lijst is not None:
        meld_kolommen(keuze, kop, wijze.lijst, wijze.bijzondere, blad, melder)
    lezer = Lezer(blad, kop, keuze, wijze.koppeling, melder)
    gelezen = lezer.lees(locatienamen, locaties)
    Keurmeester(blad=blad, kop=kop, keuze=keuze, telt=gelezen.telt, koppeling=wijze.koppeling, melder=melder).meld(
        wijze.jaar, wijze.lijst.doelgroep if wijze.lijst else None
    )
    wie = None
    if keuze.ervaringsdeskundige is not None:
        wie = lezer.is_ervaringsdeskundig(keuze.ervaringsdeskundige, gelezen.telt)
    if weigering is None and not gelezen.telt.any():
        weigering = GEEN_ANTWOORDEN
    if weigering is None:
        weigering = weiger_samenvatting(blad, kop, keuze, gelezen.telt)
    return Lezing(
        gekozen=gekozen,
        keuze=keuze,
        lezer=lezer,
        gelezen=gelezen,
        ervaringsdeskundig=wie,
        weigering=weigering,
        bevindingen=(*_meld_bladen(ruw, gekozen, naam), *melder.bevindingen),
    )


@dataclass(frozen=True, kw_only=True)
class Bronlezer:
    """Alles wat nodig is om één bron te lezen. `naam` is het pad binnen de werkmap."""

    opgave: Bronopgave
    naam: str
    lijst: Vragenlijst
    bijzondere: Vragenlijst | None
    koppeling: Koppeling
    locaties: tuple[str, ...]
    locatienamen: Mapping[str, str]

    def lees(self, ruw: Ruwbestand) -> tuple[tuple[Antwoordblad, ...], tuple[Bevinding, ...]]:
        """Geef het blad van de doelgroep, soms met een tweede voor ervaringsdeskundigen, en wat opviel."""
        wijze = Leeswijze(lijst=self.lijst, bijzondere=self.bijzondere, koppeling=self.koppeling, jaar=self.opgave.jaar)
        gekozen = kies_blad(ruw, wijze.wegwijzer)
        if (weigering := weiger_kop(gekozen, self.lijst)) is not None:
            raise Onleesbaar(weigering)
        lezing = lees_blad(ruw, gekozen, wijze, self.naam, self.locatienamen, self.locaties)
        if lezing.weigering is not None:
            raise Onleesbaar(lezing.weigering)
        gelezen = replace(lezing.gelezen, kopie=lezing.lezer.maak_kopie(lezing.gelezen))
        kop, keuze = gekozen.kop, lezing.keuze
        bron = Bron(
            bestand=self.naam,
            blad=gekozen.blad.naam,
            dialect=kop.dialect.naam,
            sha256=ruw.sha256,
            kopregel=kop.rij + 1,
            jaar=self.opgave.jaar,
            doelgroep=self.opgave.doelgroep,
        )
        eigen = {vraag.id for vraag in self.lijst.vragen}
        vragen = [vraag for vraag, _ in keuze.vragen if vraag.id in eigen]
        bladen = [maak_blad(gelezen, vragen, self.lijst, bron, gelezen.telt)]
        if (wie := lezing.ervaringsdeskundig) is not None:
            extra = [vraag for vraag, _ in keuze.vragen if vraag.id not in eigen]
            if self.bijzondere is not None and extra and (wie & gelezen.telt).any():
                bron = replace(bron, doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN)
                bladen.append(maak_blad(gelezen, extra, self.bijzondere, bron, wie))
        return tuple(bladen), lezing.bevindingen


def _meld_bladen(ruw: Ruwbestand, gekozen: Bladkeuze, naam: str) -> list[Bevinding]:
    """Over elk ander blad met inhoud volgt een bevinding."""
    melder = Bronmelder(naam, "")
    for verborgen in ruw.verborgen_bladen:
        melder.meld_verborgen_blad(verborgen)
    for blad in gekozen.andere:
        if blad.heeft_vragen:
            melder.meld_tweede_antwoordblad(blad.naam)
        else:
            melder.meld_ander_blad(blad.naam)
    return melder.bevindingen
