"""De bron `kengetallen.*`: per regel een kengetal, soms een locatie, een teller en een noemer."""

from collections.abc import Mapping, Sequence

from kwaliteit.begrippen.antwoord import Kengetalregel
from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort
from kwaliteit.begrippen.werkmap import locatiesleutel
from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Cel, Onleesbaar, Ruwbestand, Ruwblad, Weigering
from kwaliteit.bronnen.bevindingen import Bronmelder
from kwaliteit.bronnen.codeer import FOUTTEKSTEN, lees_getallen
from kwaliteit.bronnen.kolomnamen import HELE_ORGANISATIE
from kwaliteit.bronnen.kop import ZOEKDIEPTE
from kwaliteit.bronnen.schrijfwijze import maak_label, maak_tekst, vereenvoudig

GROOTSTE_AANTAL = 1_000_000_000
"""Meer mensen, dossiers of dagen heeft geen organisatie; een groter getal is een tikfout."""
VERPLICHT = ("kengetal", "teller")
KOLOMMEN = (*VERPLICHT, "noemer", "locatie", "toelichting")
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

    def lees(self, ruw: Ruwbestand) -> tuple[tuple[Kengetalregel, ...], Bronmelder]:
        """Lees het eerste blad met de goede kop; zonder zo'n blad is het bestand `Onleesbaar`."""
        for blad in ruw.bladen:
            if (kop := _zoek_kop(blad)) is not None:
                self._melder = Bronmelder(self._bestand, blad.naam)
                if ruw.is_gegokt:
                    self._melder.meld_gok(ruw.codering)
                return self._lees_blad(blad, *kop), self._melder
        raise Onleesbaar(GEEN_KOP)

    def _lees_blad(self, blad: Ruwblad, koprij: int, plaatsen: dict[str, int]) -> tuple[Kengetalregel, ...]:
        regels: dict[tuple[str, str | None], Kengetalregel] = {}
        for nummer in range(koprij + 2, blad.aantal_rijen + 1):
            rij = blad.rij(nummer - 1)
            cellen = {
                naam: "#n/b" if (nummer - 1, plaats) in blad.foutcellen else rij[plaats]
                for naam, plaats in plaatsen.items()
            }
            # Een voorgedrukte regel zonder cijfers is niet ingevuld, dus geen fout.
            if not any(maak_tekst(cellen.get(naam, "")) for naam in ("teller", "noemer")):
                continue
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
        getallen = lees_getallen(tekst) if not isinstance(cel, bool) else []
        if not getallen or not getallen[-1].is_integer() or getallen[-1] < 0:
            fout = "een fout van het rekenblad" if maak_label(tekst) in FOUTTEKSTEN else "geen heel getal"
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

    def _meld_ongeldig(self, cel: str, wat: str, verwacht: str) -> None:
        self._melder.meld(
            Bevindingsoort.KENGETAL_ONGELDIG,
            f"In cel {cel}: {wat}.",
            verwacht,
            "Verbeter de cel. Tot die tijd telt deze regel niet mee.",
            cel=cel,
        )


def _zoek_kop(blad: Ruwblad) -> tuple[int, dict[str, int]] | None:
    for koprij, rij in enumerate(blad.eerste_rijen(ZOEKDIEPTE)):
        koppen = [vereenvoudig(cel) if isinstance(cel, str) else "" for cel in rij]
        plaatsen = {naam: koppen.index(naam) for naam in KOLOMMEN if naam in koppen}
        if all(naam in plaatsen for naam in VERPLICHT):
            return koprij, plaatsen
    return None
