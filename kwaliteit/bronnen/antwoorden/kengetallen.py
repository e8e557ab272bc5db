"""De bron `kengetallen.*`: per regel een kengetal, soms een locatie, een teller en een noemer."""

from collections.abc import Mapping, Sequence

import numpy as np

from kwaliteit.begrippen.antwoord import ZIE_BRON, Bronkopie, Kengetalregel, Kopiekolom, Kopiesoort
from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort
from kwaliteit.begrippen.werkmap import locatiesleutel
from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Cel, Onleesbaar, Ruwbestand, Ruwblad, Weigering
from kwaliteit.bronnen.antwoorden.codeer import FOUTTEKSTEN, lees_getallen, toon_antwoord
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.breedte import controleer_breedte
from kwaliteit.bronnen.kop.kop import ZOEKDIEPTE
from kwaliteit.bronnen.taal.kolomnamen import HELE_ORGANISATIE
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst, toon_kop, vereenvoudig

GROOTSTE_AANTAL = 1_000_000_000
"""Meer mensen, dossiers of dagen heeft geen organisatie; een groter getal is een tikfout."""
VERPLICHT = ("kengetal", "teller")
KOPPEN = {
    "kengetal": ("kengetal", "naam kengetal", "kengetallen"),
    "teller": ("teller", "aantal"),
    "noemer": ("noemer",),
    "locatie": ("locatie", "locatienaam", "woonlocatie", "vestiging"),
    "toelichting": ("toelichting", "opmerking", "opmerkingen"),
}
"""Per kolom de koppen die er zeker bij horen, de beste eerst. "Totaal" staat er niet bij: dat kan ook een som zijn."""
GROOTSTE_KOPIE = 200_000
"""Cellen. Een bestand met kengetallen is klein; van een groter komt geen gemarkeerde kopie."""
NIET_OVERGENOMEN = "Deze kolom staat niet in deze kopie."
GEEN_KOP = Weigering(
    wat="In de eerste 20 rijen staat geen kopregel met 'kengetal' en 'teller'.",
    verwacht="de kolommen kengetal, locatie, teller, noemer en toelichting",
    doe_dit="Zet deze koppen boven de cijfers.",
)


class Kengetallezer:
    """Leest de kengetallen van één bestand; wat niet klopt gaat met de cel naar de melder en telt niet mee."""

    def __init__(
        self, jaar: int, bestand: str, kengetallen: Sequence[Kengetal], locatienamen: Mapping[str, str]
    ) -> None:
        self._jaar = jaar
        self._bestand = bestand
        self._kengetallen = {
            vereenvoudig(naam): kengetal for kengetal in kengetallen for naam in (kengetal.naam, kengetal.id)
        }
        self._bekend = [naam for kengetal in kengetallen for naam in (kengetal.id, kengetal.naam)]
        self._locatienamen = locatienamen
        self._melder = Bronmelder(bestand, "")
        self.kopie: Bronkopie | None = None

    def lees(self, ruw: Ruwbestand) -> tuple[tuple[Kengetalregel, ...], Bronmelder]:
        """Lees het eerste blad met de goede kop; zonder zo'n blad is het bestand `Onleesbaar`."""
        gevonden = [(blad, kop) for blad in ruw.bladen if (kop := _zoek_kop(blad)) is not None]
        if not gevonden:
            raise Onleesbaar(GEEN_KOP)
        blad, (koprij, plaatsen) = gevonden[0]
        controleer_breedte(blad, koprij)
        self._melder = Bronmelder(self._bestand, blad.naam)
        if ruw.is_gegokt:
            self._melder.meld_gok(ruw.codering)
        for ander, _ in gevonden[1:]:
            self._meld_tweede_blad(ander.naam)
        for naam in ruw.verborgen_bladen:
            self._melder.meld_verborgen_blad(naam)
        self._meld_dubbele_koppen(blad, koprij, plaatsen)
        regels = self._lees_blad(blad, koprij, plaatsen)
        self.kopie = self._maak_kopie(blad, koprij, plaatsen)
        return regels, self._melder

    def _lees_blad(self, blad: Ruwblad, koprij: int, plaatsen: dict[str, int]) -> tuple[Kengetalregel, ...]:
        regels: dict[tuple[str, str | None], Kengetalregel] = {}
        verborgen: list[int] = []
        for nummer in range(koprij + 2, blad.aantal_rijen + 1):
            rij = blad.rij(nummer - 1)
            cellen = {
                naam: "#n/b" if (nummer - 1, plaats) in blad.foutcellen else rij[plaats]
                for naam, plaats in plaatsen.items()
            }
            # Een voorgedrukte regel zonder cijfers is niet ingevuld, dus geen fout.
            if not any(maak_tekst(cellen.get(naam, "")) for naam in ("teller", "noemer")):
                continue
            if nummer - 1 in blad.verborgen_rijen:
                verborgen.append(nummer)
            letters = {naam: f"{kolomletter(plaats)}{nummer}" for naam, plaats in plaatsen.items()}
            regel = self._lees_regel(cellen, letters)
            if regel is None:
                continue
            sleutel = (regel.kengetal, regel.onderdeel)
            if sleutel in regels:
                self._meld_ongeldig(
                    letters["kengetal"],
                    f"{regel.kengetal} staat er twee keer voor hetzelfde onderdeel; alleen de eerste regel telt",
                    "één regel per kengetal en locatie",
                )
            regels.setdefault(sleutel, regel)
        self._melder.meld_verborgen_rijen(verborgen)
        return tuple(regels.values())

    def _lees_regel(self, cellen: Mapping[str, Cel], letters: Mapping[str, str]) -> Kengetalregel | None:
        kengetal = self._zoek_kengetal(maak_tekst(cellen["kengetal"]), letters["kengetal"])
        onderdeel = self._zoek_onderdeel(maak_tekst(cellen.get("locatie", "")), letters.get("locatie", ""))
        teller = self._lees_aantal(cellen["teller"], letters["teller"], "teller")
        if kengetal is None or onderdeel is None or teller is None:
            return None
        noemer = None
        if maak_tekst(cellen.get("noemer", "")):
            noemer = self._lees_aantal(cellen["noemer"], letters["noemer"], "noemer")
            if noemer is None:
                return None
        if not self._past(kengetal, teller, noemer, letters):
            return None
        return Kengetalregel(
            jaar=self._jaar,
            kengetal=kengetal.id,
            onderdeel=onderdeel or None,
            teller=teller,
            noemer=noemer,
            toelichting=maak_tekst(cellen.get("toelichting", "")),
            bestand=self._bestand,
            cel=letters["teller"],
        )

    def _zoek_kengetal(self, naam: str, cel: str) -> Kengetal | None:
        kengetal = self._kengetallen.get(vereenvoudig(naam))
        if kengetal is None:
            self._melder.meld(
                Bevindingsoort.KENGETAL_ONBEKEND,
                f"Het kengetal in cel {cel} staat niet in de lijst.",
                "een kengetal uit de lijst, zoals 'K01'",
                f"Verbeter de naam.{bedoelde_u(naam, self._bekend)}",
                cel=cel,
            )
        return kengetal

    def _zoek_onderdeel(self, naam: str, cel: str) -> str | None:
        """Geef het locatie-id, een lege tekst voor de hele organisatie, of None als de naam onbekend is."""
        if vereenvoudig(naam) in HELE_ORGANISATIE:
            return ""
        locatie = self._locatienamen.get(locatiesleutel(naam))
        if locatie is None:
            self._melder.meld(
                Bevindingsoort.ONBEKENDE_LOCATIE,
                f"De locatie in cel {cel} staat niet in kwaliteit.yaml.",
                "een locatie uit kwaliteit.yaml, of een lege cel voor de hele organisatie",
                f"Verbeter de naam, of zet hem onder 'ook_wel' bij de locatie.{bedoelde_u(naam, self._locatienamen)}",
                cel=cel,
            )
        return locatie

    def _lees_aantal(self, cel: Cel, plaats: str, naam: str) -> int | None:
        """Geef een heel getal van 0 of meer, of None met een bevinding."""
        tekst = maak_tekst(cel)
        getallen = _lees_heel_getal(cel, tekst)
        if not getallen or not getallen[-1].is_integer() or getallen[-1] < 0:
            fout = "een fout van het rekenblad" if maak_label(tekst) in FOUTTEKSTEN else "geen heel getal"
            if tekst.endswith("%"):
                fout = "een percentage"
            self._meld_ongeldig(
                plaats, f"bij de {naam} staat {fout if tekst else 'niets'}", "een heel getal, 0 of meer"
            )
            return None
        return int(getallen[-1])

    def _past(self, kengetal: Kengetal, teller: int, noemer: int | None, letters: Mapping[str, str]) -> bool:
        cel = letters.get("noemer", letters["teller"])
        if max(teller, noemer or 0) > GROOTSTE_AANTAL:
            self._meld_ongeldig(cel, f"bij {kengetal.id} staat een te groot getal", f"hoogstens {GROOTSTE_AANTAL}")
            return False
        if kengetal.soort is Kengetalsoort.AANTAL and noemer is not None:
            self._meld_ongeldig(cel, f"{kengetal.id} is een aantal, maar er staat een noemer", "een lege noemer")
            return False
        if kengetal.soort is not Kengetalsoort.AANTAL and not noemer:
            self._meld_ongeldig(cel, f"{kengetal.id} heeft geen noemer", f"het aantal {kengetal.noemer}")
            return False
        if kengetal.soort is Kengetalsoort.VERHOUDING and teller > (noemer or 0):
            self._meld_ongeldig(
                letters["teller"],
                f"bij {kengetal.id} is de teller groter dan de noemer",
                "een teller die een deel is van de noemer",
            )
            return False
        return True

    def _maak_kopie(self, blad: Ruwblad, koprij: int, plaatsen: Mapping[str, int]) -> Bronkopie | None:
        if blad.aantal_rijen * len(blad.kolommen) > GROOTSTE_KOPIE:
            return None
        toon = {
            "kengetal": lambda cel: toon_antwoord(cel) if self._kent_kengetal(cel) else ZIE_BRON,
            "locatie": lambda cel: toon_antwoord(cel) if self._kent_locatie(cel) else ZIE_BRON,
            "teller": _toon_aantal,
            "noemer": _toon_aantal,
        }
        namen = {plaats: naam for naam, plaats in plaatsen.items()}
        kolommen = []
        for plaats, kolom in enumerate(blad.kolommen):
            naam = namen.get(plaats, "")
            koppen = (maak_tekst(kolom.waarden[kolom.plaats[koprij]]) if naam else "",)
            if naam not in toon:
                leeg = Kopiesoort.LEEG
                kolommen.append(
                    Kopiekolom(kolomletter=kolomletter(plaats), koppen=koppen, soort=leeg, uitleg=NIET_OVERGENOMEN)
                )
                continue
            kolommen.append(
                Kopiekolom(
                    kolomletter=kolomletter(plaats),
                    koppen=koppen,
                    soort=Kopiesoort.LOCATIE if naam == "locatie" else Kopiesoort.ANTWOORD,
                    waarden=tuple(toon[naam](cel) for cel in kolom.waarden),
                    plaats=np.array(kolom.plaats[koprij + 1 :], dtype=np.int32),
                )
            )
        return Bronkopie(
            bestand=self._bestand,
            blad=blad.naam,
            jaar=self._jaar,
            eerste_koprij=koprij + 1,
            kolommen=tuple(kolommen),
            rijen=np.arange(koprij + 2, blad.aantal_rijen + 1, dtype=np.int64),
        )

    def _kent_kengetal(self, cel: Cel) -> bool:
        return not maak_tekst(cel) or vereenvoudig(maak_tekst(cel)) in self._kengetallen

    def _kent_locatie(self, cel: Cel) -> bool:
        naam = maak_tekst(cel)
        return vereenvoudig(naam) in HELE_ORGANISATIE or locatiesleutel(naam) in self._locatienamen

    def _meld_tweede_blad(self, naam: str) -> None:
        self._melder.meld(
            Bevindingsoort.BRON_NIET_GELEZEN,
            f"Ook blad '{toon_kop(naam)}' heeft een kopregel met kengetallen. Het is niet gelezen.",
            "één blad met kengetallen per bestand",
            "Zet alle kengetallen onder elkaar op één blad.",
        )

    def _meld_dubbele_koppen(self, blad: Ruwblad, koprij: int, plaatsen: Mapping[str, int]) -> None:
        """Twee kolommen 'teller' (van twee jaren, bijvoorbeeld) zijn samen een gok."""
        koppen = [vereenvoudig(cel) if isinstance(cel, str) else "" for cel in blad.rij(koprij)]
        for naam, eerste in plaatsen.items():
            for plaats in range(eerste + 1, len(koppen)):
                if koppen[plaats] == koppen[eerste]:
                    een, ander = kolomletter(eerste), kolomletter(plaats)
                    self._melder.meld(
                        Bevindingsoort.DUBBELE_KOLOM,
                        f"Kolom {een} en kolom {ander} heten allebei {naam}; alleen kolom {een} telt.",
                        f"één kolom {naam}",
                        "Haal de verkeerde kolom weg, of geef haar een andere kop.",
                        cel=ander,
                    )

    def _meld_ongeldig(self, cel: str, wat: str, verwacht: str) -> None:
        self._melder.meld(
            Bevindingsoort.KENGETAL_ONGELDIG,
            f"In cel {cel}: {wat}.",
            verwacht,
            "Verbeter de cel. Tot die tijd telt deze regel niet mee.",
            cel=cel,
        )


def _toon_aantal(cel: Cel) -> str | int | float:
    tekst = maak_tekst(cel)
    return toon_antwoord(cel) if not tekst or lees_getallen(tekst) else ZIE_BRON


def _lees_heel_getal(cel: Cel, tekst: str) -> list[float]:
    """Lees een getal. In tekst is "1.234" ruim duizend; een getalcel met cijfers achter de komma blijft een breuk."""
    if isinstance(cel, bool):
        return []
    return [float(cel)] if isinstance(cel, int | float) else lees_getallen(tekst)


def _zoek_kop(blad: Ruwblad) -> tuple[int, dict[str, int]] | None:
    for koprij, rij in enumerate(blad.eerste_rijen(ZOEKDIEPTE)):
        koppen = [vereenvoudig(cel) if isinstance(cel, str) else "" for cel in rij]
        plaatsen = {}
        for naam, namen in KOPPEN.items():
            gevonden = next((een for een in namen if een in koppen), None)
            if gevonden is not None:
                plaatsen[naam] = koppen.index(gevonden)
        if all(naam in plaatsen for naam in VERPLICHT):
            return koprij, plaatsen
    return None
