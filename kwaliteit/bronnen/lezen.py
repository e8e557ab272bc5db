"""Alle bronnen van alle jaren lezen, in vaste volgorde, met per bestand wat er mis ging."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kwaliteit.begrippen.antwoord import Antwoordblad, Bronkopie, Kengetalregel, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import BronFout, Gebrek, zoek_gelijkende
from kwaliteit.begrippen.onderdeel import Niveau
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Bronopgave, Jaargang, Werkmap
from kwaliteit.bestanden.herken import lees_inhoud
from kwaliteit.bestanden.leesploeg import Leesploeg
from kwaliteit.bestanden.ruw import Onleesbaar, Ruwbestand
from kwaliteit.bronnen.antwoorden.andere_groep import AndereGroep, weiger_andere_groep, zoek_andere_groep
from kwaliteit.bronnen.antwoorden.bronlezer import Bronlezer
from kwaliteit.bronnen.antwoorden.kengetallen import Kengetallezer
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.koppeling import GEEN_KOPPELING, lees_koppeling
from kwaliteit.bronnen.kop.locatiekolom import zoek_locatiekolom


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
                self._sla_over(opgave.pad, fout, opgave.jaar)
        self._laat_dubbele_groep_weg(jaargang.jaar)
        if jaargang.kengetallen is not None:
            try:
                self._lees_kengetallen(jaargang.jaar, jaargang.kengetallen)
            except Onleesbaar as fout:
                self._sla_over(jaargang.kengetallen, fout, 0)

    def rond_af(self) -> Leesresultaat:
        """Geef alles wat gelezen is, of de fout die maakt dat er geen verslag kan komen."""
        if self._onveilig:
            raise BronFout(*self._onveilig)
        jaar = self._werkmap.jaar
        if not any(blad.bron.jaar == jaar for blad in self._bladen):
            vreemd = self._werkmap.jaren[jaar].onbekende_bestanden
            raise BronFout(*self._ongelezen or [_meld_geen_bron(jaar, vreemd)])
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
        return ruw

    def _onthoud(self, pad: Path, sha256: str) -> None:
        if sha256:
            self._controlegetallen[self._naam(pad)] = sha256

    def _sla_over(self, pad: Path, fout: Onleesbaar, jaar: int) -> None:
        naam, weigering = self._naam(pad), fout.weigering
        gebrek = Gebrek(waar=naam, wat=weigering.wat, verwacht=weigering.verwacht, doe_dit=weigering.doe_dit)
        if weigering.onveilig:
            self._onveilig.append(gebrek)
        if jaar == self._werkmap.jaar:
            self._ongelezen.append(gebrek)
        melder = Bronmelder(naam, "")
        is_ander = isinstance(fout, AndereGroep)
        melder.meld_niet_gelezen(
            weigering, Bevindingsoort.ANDERE_GROEP if is_ander else Bevindingsoort.BRON_NIET_GELEZEN
        )
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
        bijzondere = self._bibliotheek.bijzondere_voor(opgave.doelgroep)
        koppeling = GEEN_KOPPELING
        if opgave.koppeling is not None:
            vragen = (*lijst.vragen, *(bijzondere.vragen if bijzondere else ()))
            koppeling = lees_koppeling(opgave.koppeling, vragen, naam=self._naam(opgave.koppeling))
            self._onthoud(opgave.koppeling, hashlib.sha256(lees_inhoud(opgave.koppeling)).hexdigest())
        naam = self._naam(opgave.pad)
        ruw = self._open(opgave.pad)
        lezer = Bronlezer(
            opgave=opgave,
            naam=naam,
            lijst=lijst,
            bijzondere=bijzondere,
            koppeling=koppeling,
            locaties=self._locaties,
            locatienamen=self._werkmap.locatienamen,
        )
        try:
            bladen, bevindingen = lezer.lees(ruw)
        except Onleesbaar:
            self._eis_eigen_groep(opgave, ruw, herkend=0)
            raise
        self._eis_eigen_groep(opgave, ruw, herkend=sum(len(blad.kolommen) for blad in bladen))
        lijkt = zoek_locatiekolom(ruw, bladen[0], self._werkmap.locatienamen)
        self._bladen += [replace(bladen[0], lijkt_locatie=lijkt), *bladen[1:]]
        self._bevindingen += bevindingen

    def _eis_eigen_groep(self, opgave: Bronopgave, ruw: Ruwbestand, *, herkend: int) -> None:
        """Een bestand met de vragen van een andere groep wordt niet gelezen: één zin in plaats van tientallen."""
        beste = zoek_andere_groep(ruw, opgave.doelgroep, self._bibliotheek, herkend)
        if beste is not None:
            raise AndereGroep(weiger_andere_groep(opgave.pad, opgave.doelgroep, beste))

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


def _meld_geen_bron(jaar: int, vreemd: Sequence[str]) -> Gebrek:
    """Noem ook de bestanden die er staan maar niet meetellen, want daar zit de fout meestal in."""
    namen = [PurePosixPath(bestand).name for bestand in vreemd]
    zonder_groep = [naam for naam in namen if not naam.casefold().startswith(tuple(Doelgroep))]
    wat = "hier staat geen enkele bron met antwoorden"
    doe_dit = "Zet de export van de vragenlijst in deze map, of noem het bestand in kwaliteit.yaml."
    if zonder_groep:
        is_een = len(zonder_groep) == 1
        staat = (
            "staat 1 bestand dat niet meetelt" if is_een else f"staan {len(zonder_groep)} bestanden die niet meetellen"
        )
        wat += f". Er {staat}, want de naam begint niet met een groep: {', '.join(zonder_groep)}"
        doe_dit = " ".join(map(_stel_naam_voor, zonder_groep))
    elif namen:
        wat += f". Dit is geen rekenblad of csv: {', '.join(namen)}"
        doe_dit = "Exporteer de antwoorden uit de enquêtetool als xlsx of csv."
    return Gebrek(
        waar=f"bronnen/{jaar}",
        wat=wat,
        verwacht="minstens één bestand, zoals clienten.xlsx of naasten.csv",
        doe_dit=doe_dit,
    )


def _stel_naam_voor(naam: str) -> str:
    pad = PurePosixPath(naam)
    groep = zoek_gelijkende(pad.stem, Doelgroep)
    if groep:
        return f"Hernoem {naam} naar {groep}{pad.suffix.lower()}."
    return f"Laat de naam van {naam} beginnen met de groep, zoals {Doelgroep.CLIENTEN}{pad.suffix.lower()}."
