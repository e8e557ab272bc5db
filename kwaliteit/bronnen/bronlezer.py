"""Eén geopend bestand lezen: het goede blad kiezen, de kop vinden, en daar een of twee Antwoordbladen van maken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kwaliteit.begrippen.antwoord import Antwoordblad, Bron
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.vragenlijst import Vragenlijst
from kwaliteit.begrippen.werkmap import Bronopgave
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand, Ruwblad, Weigering
from kwaliteit.bronnen.antwoordblad import Lezer
from kwaliteit.bronnen.bevindingen import Bronmelder
from kwaliteit.bronnen.bladbouw import maak_blad
from kwaliteit.bronnen.indeling import bepaal_status
from kwaliteit.bronnen.kolomkeuze import kies_kolommen
from kwaliteit.bronnen.kop import ZOEKDIEPTE, Kop, Wegwijzer, zoek_kop
from kwaliteit.bronnen.koppeling import Koppeling

GEEN_ANTWOORDEN = Weigering(
    wat="Onder de kopregel staan geen antwoorden.",
    verwacht="onder de kopregel één rij per persoon",
    doe_dit="Exporteer de antwoorden opnieuw, of haal dit bestand weg.",
)
RARE_TEKENS = Weigering(
    wat="De tekst in dit rekenblad is niet goed te lezen.",
    verwacht="gewone tekst in de kopregel",
    doe_dit="Open het bestand in Excel en sla het op als nieuwe xlsx.",
)


@dataclass(frozen=True, kw_only=True)
class Bronlezer:
    """Alles wat nodig is om één bron te lezen. `naam` is het pad binnen de werkmap."""

    opgave: Bronopgave
    naam: str
    sha256: str
    lijst: Vragenlijst
    bijzondere: Vragenlijst | None
    koppeling: Koppeling
    locaties: tuple[str, ...]
    locatienamen: Mapping[str, str]

    def lees(self, ruw: Ruwbestand) -> tuple[tuple[Antwoordblad, ...], tuple[Bevinding, ...]]:
        """Geef het blad van de doelgroep, soms met een tweede voor ervaringsdeskundigen, en wat opviel."""
        blad, kop, over_bladen = self._kies_blad(ruw)
        if blad.aantal_rijen == kop.rij + 1:
            raise Onleesbaar(GEEN_ANTWOORDEN)
        melder = Bronmelder(self.naam, blad.naam, noemt_koppen=kop.is_zeker)
        if ruw.is_gegokt:
            melder.meld_gok(ruw.codering)
        keuze = kies_kolommen(kop, self.lijst, self.bijzondere, blad, melder)
        lezer = Lezer(blad, kop, keuze, self.koppeling, melder, bepaal_status(blad, kop.indeling))
        gelezen = lezer.lees(self.locatienamen, self.locaties)
        if not gelezen.telt.any():
            raise Onleesbaar(GEEN_ANTWOORDEN)
        bron = Bron(
            bestand=self.naam,
            blad=blad.naam,
            dialect=kop.dialect.naam,
            sha256=self.sha256,
            kopregel=kop.rij + 1,
            jaar=self.opgave.jaar,
            doelgroep=self.opgave.doelgroep,
        )
        eigen = {vraag.id for vraag in self.lijst.vragen}
        vragen = [vraag for vraag, _ in keuze.vragen if vraag.id in eigen]
        bladen = [maak_blad(gelezen, vragen, self.lijst, bron, gelezen.telt)]
        if keuze.ervaringsdeskundige is not None:
            wie = lezer.is_ervaringsdeskundig(keuze.ervaringsdeskundige, gelezen.telt)
            extra = [vraag for vraag, _ in keuze.vragen if vraag.id not in eigen]
            if self.bijzondere is not None and extra and (wie & gelezen.telt).any():
                bron = replace(bron, doelgroep=Doelgroep.ERVARINGSDESKUNDIGEN)
                bladen.append(maak_blad(gelezen, extra, self.bijzondere, bron, wie))
        return tuple(bladen), (*over_bladen, *melder.bevindingen)

    def _kies_blad(self, ruw: Ruwbestand) -> tuple[Ruwblad, Kop, list[Bevinding]]:
        """Kies het blad met de beste kop; over elk ander blad met inhoud volgt een bevinding."""
        vragen = (*self.lijst.vragen, *(self.bijzondere.vragen if self.bijzondere else ()))
        wegwijzer = Wegwijzer(vragen, self.koppeling)
        koppen: list[tuple[Ruwblad, Kop | None]] = []
        geweigerd: list[Onleesbaar] = []
        for blad in ruw.bladen:
            try:
                koppen += [(blad, zoek_kop(blad, wegwijzer, ruw.soort))] if blad.aantal_rijen else []
            except Onleesbaar as fout:
                koppen.append((blad, None))
                geweigerd.append(fout)
        gevonden = [(blad, kop) for blad, kop in koppen if kop is not None]
        if not gevonden:
            raise geweigerd[0] if geweigerd else Onleesbaar(self._meld_geen_kop(ruw))
        beste, kop = max(gevonden, key=lambda paar: paar[1].punten)
        melder = Bronmelder(self.naam, "")
        for naam in ruw.verborgen_bladen:
            melder.meld_verborgen_blad(naam)
        for blad, andere in koppen:
            if blad is not beste and andere is not None:
                melder.meld_tweede_antwoordblad(blad.naam)
            elif blad is not beste:
                melder.meld_ander_blad(blad.naam)
        return beste, kop, melder.bevindingen

    def _meld_geen_kop(self, ruw: Ruwbestand) -> Weigering:
        if any("\0" in str(cel) for blad in ruw.bladen for rij in blad.eerste_rijen(ZOEKDIEPTE) for cel in rij):
            return RARE_TEKENS
        voorbeelden = " of ".join(f"'{tekst}'" for vraag in self.lijst.vragen[:1] for tekst in (vraag.id, vraag.tekst))
        return Weigering(
            wat=f"Geen kop herkend: in de eerste {ZOEKDIEPTE} rijen staan geen vragen uit '{self.lijst.naam}'.",
            verwacht=f"een kopregel met minstens twee bekende koppen, zoals {voorbeelden}",
            doe_dit="Zet de nummers of de teksten van de vragen in de kopregel, of maak een koppeling.",
        )
