"""Alle bronnen van alle jaren lezen, in vaste volgorde, met per bestand wat er mis ging."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from kwaliteit.begrippen.antwoord import Antwoordblad, Bronkopie, Kengetalregel, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import BronFout, Gebrek
from kwaliteit.begrippen.onderdeel import Niveau
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek, Vragenlijst
from kwaliteit.begrippen.werkmap import Bronopgave, Jaargang, Werkmap
from kwaliteit.bestanden.herken import lees_inhoud
from kwaliteit.bestanden.leesploeg import Leesploeg
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand, Soort, Weigering
from kwaliteit.bronnen.bevindingen import Bronmelder
from kwaliteit.bronnen.bronlezer import Bronlezer
from kwaliteit.bronnen.kengetallen import Kengetallezer
from kwaliteit.bronnen.koppeling import GEEN_KOPPELING, lees_koppeling

ERVARINGSDESKUNDIGEN = f"kwaliteit-{Doelgroep.ERVARINGSDESKUNDIGEN}"
"""De vragen die in een bron van professionals alleen voor ervaringsdeskundigen zijn."""

REKENBLADUITGANGEN = frozenset({".xlsx", ".xls", ".ods"})
TEKST_ALS_REKENBLAD = Weigering(
    wat="Dit bestand heet een rekenblad, maar er staat gewone tekst in.",
    verwacht="een rekenblad, of een tekstbestand dat op .csv of .tsv eindigt",
    doe_dit="Is het een csv? Geef het dan die uitgang. Zo niet, exporteer de antwoorden opnieuw.",
)


def lees_bronnen(werkmap: Werkmap, bibliotheek: Vragenbibliotheek) -> Leesresultaat:
    """Lees alle bronnen tot en met het verslagjaar.

    Volgorde: jaar, doelgroep, bestandsnaam. Een bestand dat niet te lezen is, wordt een bevinding. BronFout als van
    het verslagjaar geen enkele groep te lezen is, of als een bestand niet veilig te lezen is. Een koppeling die niet
    klopt is een WerkmapFout.
    """
    jaargangen = [werkmap.jaren[jaar] for jaar in sorted(werkmap.jaren) if jaar <= werkmap.jaar]
    with Leesploeg() as ploeg:
        ploeg.zet_klaar([pad for jaargang in jaargangen for pad in _som_bestanden_op(jaargang)])
        leesgang = _Leesgang(werkmap, bibliotheek, ploeg)
        for jaargang in jaargangen:
            leesgang.lees_jaar(jaargang)
    return leesgang.rond_af()


def _som_bestanden_op(jaargang: Jaargang) -> list[Path]:
    """Geef de bestanden van een jaar in de volgorde waarin ze gelezen worden."""
    paden = [opgave.pad for opgave in _op_volgorde(jaargang.bronnen)]
    return [*paden, jaargang.kengetallen] if jaargang.kengetallen is not None else paden


def _op_volgorde(opgaven: Sequence[Bronopgave]) -> list[Bronopgave]:
    return sorted(opgaven, key=lambda opgave: (opgave.doelgroep.rangorde, opgave.pad.as_posix()))


class _Leesgang:
    """Verzamelt wat er gelezen wordt."""

    def __init__(self, werkmap: Werkmap, bibliotheek: Vragenbibliotheek, ploeg: Leesploeg) -> None:
        self._ploeg = ploeg
        self._werkmap = werkmap
        self._bibliotheek = bibliotheek
        self._locaties = tuple(plek.id for plek in werkmap.boom.onderdelen if plek.niveau is Niveau.LOCATIE)
        self._bladen: list[Antwoordblad] = []
        self._kengetallen: list[Kengetalregel] = []
        self._kengetalkopieen: list[Bronkopie] = []
        self._bevindingen: list[Bevinding] = []
        self._controlegetallen: dict[str, str] = {}
        self._onveilig: list[Gebrek] = []
        self._ongelezen: list[Gebrek] = []

    def lees_jaar(self, jaargang: Jaargang) -> None:
        """Lees de bronnen en kengetallen van één jaar."""
        for opgave in _op_volgorde(jaargang.bronnen):
            try:
                self._lees_bron(opgave)
            except Onleesbaar as fout:
                self._sla_over(opgave.pad, fout.weigering, opgave.jaar)
        self._laat_dubbele_groep_weg(jaargang.jaar)
        if jaargang.kengetallen is not None:
            try:
                self._lees_kengetallen(jaargang.jaar, jaargang.kengetallen)
            except Onleesbaar as fout:
                self._sla_over(jaargang.kengetallen, fout.weigering, 0)

    def rond_af(self) -> Leesresultaat:
        """Geef alles wat gelezen is, of de fout die maakt dat er geen verslag kan komen."""
        if self._onveilig:
            raise BronFout(*self._onveilig)
        jaar = self._werkmap.jaar
        if not any(blad.bron.jaar == jaar for blad in self._bladen):
            raise BronFout(*self._ongelezen or [_meld_geen_bron(jaar)])
        return Leesresultaat(
            bladen=tuple(self._bladen),
            kengetallen=tuple(self._kengetallen),
            bevindingen=tuple(self._bevindingen),
            controlegetallen=dict(sorted(self._controlegetallen.items())),
            kengetalkopieen=tuple(self._kengetalkopieen),
        )

    def _naam(self, pad: Path) -> str:
        return pad.relative_to(self._werkmap.pad).as_posix() if pad.is_relative_to(self._werkmap.pad) else pad.name

    def _open(self, pad: Path) -> Ruwbestand:
        try:
            ruw = self._ploeg.open(pad)
        except Onleesbaar as fout:
            self._onthoud(pad, fout.sha256)
            raise
        self._onthoud(pad, ruw.sha256)
        if ruw.soort is Soort.TEKST and pad.suffix.lower() in REKENBLADUITGANGEN:
            raise Onleesbaar(TEKST_ALS_REKENBLAD)
        return ruw

    def _onthoud(self, pad: Path, sha256: str) -> None:
        if sha256:
            self._controlegetallen[self._naam(pad)] = sha256

    def _sla_over(self, pad: Path, weigering: Weigering, jaar: int) -> None:
        naam = self._naam(pad)
        gebrek = Gebrek(waar=naam, wat=weigering.wat, verwacht=weigering.verwacht, doe_dit=weigering.doe_dit)
        if weigering.onveilig:
            self._onveilig.append(gebrek)
        if jaar == self._werkmap.jaar:
            self._ongelezen.append(gebrek)
        melder = Bronmelder(naam, "")
        melder.meld_niet_gelezen(weigering)
        self._bevindingen += melder.bevindingen

    def _lees_kengetallen(self, jaar: int, pad: Path) -> None:
        ruw = self._open(pad)
        lezer = Kengetallezer(jaar, self._naam(pad), self._bibliotheek.kengetallen, self._werkmap.locatienamen)
        regels, melder = lezer.lees(ruw)
        self._kengetallen += regels
        self._kengetalkopieen += [lezer.kopie] if lezer.kopie else []
        self._bevindingen += melder.bevindingen

    def _lees_bron(self, opgave: Bronopgave) -> None:
        lijst = self._bibliotheek.standaard_voor(opgave.doelgroep)
        if opgave.vragenlijst:
            lijst = self._bibliotheek.vragenlijst(opgave.vragenlijst)
        bijzondere = self._zoek_bijzondere_lijst(opgave)
        koppeling = GEEN_KOPPELING
        if opgave.koppeling is not None:
            vragen = (*lijst.vragen, *(bijzondere.vragen if bijzondere else ()))
            koppeling = lees_koppeling(opgave.koppeling, vragen, naam=self._naam(opgave.koppeling))
            self._onthoud(opgave.koppeling, hashlib.sha256(lees_inhoud(opgave.koppeling)).hexdigest())
        naam = self._naam(opgave.pad)
        ruw = self._open(opgave.pad)
        bladen, bevindingen = Bronlezer(
            opgave=opgave,
            naam=naam,
            sha256=self._controlegetallen[naam],
            lijst=lijst,
            bijzondere=bijzondere,
            koppeling=koppeling,
            locaties=self._locaties,
            locatienamen=self._werkmap.locatienamen,
        ).lees(ruw)
        self._bladen += bladen
        self._bevindingen += bevindingen

    def _laat_dubbele_groep_weg(self, jaar: int) -> None:
        """Staat een groep in een kolom en in een eigen bestand, dan telt alleen dat bestand; zo telt niemand dubbel."""
        groep = Doelgroep.ERVARINGSDESKUNDIGEN
        bladen = [blad for blad in self._bladen if (blad.bron.jaar, blad.bron.doelgroep) == (jaar, groep)]
        eigen = {self._naam(bron.pad) for bron in self._werkmap.jaren[jaar].bronnen if bron.doelgroep is groep}
        gelezen = sorted(blad.bron.bestand for blad in bladen if blad.bron.bestand in eigen)
        for blad in bladen:
            if gelezen and blad.bron.bestand not in eigen:
                self._bladen.remove(blad)
                melder = Bronmelder(blad.bron.bestand, blad.bron.blad)
                melder.meld_twee_bronnen(groep, gelezen[0])
                self._bevindingen += melder.bevindingen

    def _zoek_bijzondere_lijst(self, opgave: Bronopgave) -> Vragenlijst | None:
        """Alleen in een bron van professionals kunnen vragen voor ervaringsdeskundigen staan."""
        if opgave.doelgroep is not Doelgroep.PROFESSIONALS:
            return None
        namen = {lijst.naam for lijst in self._bibliotheek.vragenlijsten}
        return self._bibliotheek.vragenlijst(ERVARINGSDESKUNDIGEN) if ERVARINGSDESKUNDIGEN in namen else None


def _meld_geen_bron(jaar: int) -> Gebrek:
    return Gebrek(
        waar=f"bronnen/{jaar}",
        wat="hier staat geen enkele bron met antwoorden",
        verwacht="minstens één bestand, zoals clienten.xlsx of naasten.csv",
        doe_dit="Zet de export van de vragenlijst in deze map, of noem het bestand in kwaliteit.yaml.",
    )
