"""De woorden bij wat tijdens het lezen opvalt. Noemt plaatsen en koppen, nooit de inhoud van een antwoord."""

from collections.abc import Sequence

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.ruw import Weigering
from kwaliteit.bronnen.kop.kop import Kolom
from kwaliteit.bronnen.kop.meldwoorden import (
    HOOGSTENS_LOS,
    begon,
    een_of_meer,
    is_of_zijn,
    niet_gelezen,
    noem_kolommen,
    noem_rijen,
    noem_vragen,
    tel_mensen,
    tel_rijen,
    telt_niet,
)
from kwaliteit.bronnen.taal.schrijfwijze import toon_kop


class Bronmelder:
    """Verzamelt de bevindingen over één blad. `noemt_koppen`: de kopregel is zeker, dus een kop is geen antwoord."""

    def __init__(self, bestand: str, blad: str, *, noemt_koppen: bool = False) -> None:
        self.bevindingen: list[Bevinding] = []
        self.bestand = bestand
        self.blad = blad
        self.noemt_koppen = noemt_koppen

    def meld(
        self,
        soort: Bevindingsoort,
        wat: str,
        verwacht: str,
        doe_dit: str,
        *,
        cel: str = "",
        vraag: str = "",
        aantal: int = 1,
    ) -> None:
        """Voeg een bevinding over dit blad toe."""
        self.bevindingen.append(
            Bevinding(
                soort=soort,
                wat=wat,
                verwacht=verwacht,
                doe_dit=doe_dit,
                bestand=self.bestand,
                blad=self.blad,
                cel=cel,
                vraag=vraag,
                aantal=aantal,
            )
        )

    def meld_niet_gelezen(self, weigering: Weigering, soort: Bevindingsoort = Bevindingsoort.BRON_NIET_GELEZEN) -> None:
        """Het bestand of blad is niet gelezen."""
        self.meld(soort, weigering.wat, weigering.verwacht, weigering.doe_dit)

    def meld_onbekende_kolommen(self, kolommen: Sequence[Kolom], vragen: Sequence[Vraag]) -> None:
        """Kolommen waarvan de kop nergens bij hoort."""
        bekend = [naam for vraag in vragen for naam in (vraag.id, vraag.tekst)]
        for kolom in kolommen[:HOOGSTENS_LOS]:
            self.meld(
                Bevindingsoort.ONBEKENDE_KOLOM,
                self._beschrijf_onbekend(kolom),
                "een kop die een vraag of een vaste kolom is, zoals locatie of respondent",
                "Verbeter de kop, of noem de kolom in een koppeling (met 'negeer' als zij niet nodig is)."
                + (bedoelde_u(kolom.kop, bekend) if self.noemt_koppen and kolom.kop else ""),
                cel=kolom.letter,
            )
        if rest := kolommen[HOOGSTENS_LOS:]:
            self.meld(
                Bevindingsoort.ONBEKENDE_KOLOM,
                f"Nog {len(rest)} kolommen horen nergens bij (tot en met kolom {rest[-1].letter}).",
                "koppen die een vraag of een vaste kolom zijn",
                "Noem in een koppeling de kolommen die meetellen.",
                cel=rest[0].letter,
            )

    def _beschrijf_onbekend(self, kolom: Kolom) -> str:
        if not kolom.kop:
            return f"Kolom {kolom.letter} heeft geen kop maar wel inhoud; zij is niet gelezen."
        naam = f"Kolom {kolom.letter}{self._kop(kolom)}"
        return f"{naam} hoort bij geen enkele vraag; zij is niet gelezen."

    def meld_dubbelzinnige_kolom(self, kolom: Kolom) -> None:
        """Een kop waarin twee vragen te herkennen zijn."""
        self.meld(
            Bevindingsoort.ONBEKENDE_KOLOM,
            f"Kolom {kolom.letter}{self._kop(kolom)} past bij meer dan één vraag; zij is niet gelezen.",
            "een nummer en een tekst die bij dezelfde vraag horen",
            "Verbeter de kop, of noem de kolom in een koppeling.",
            cel=kolom.letter,
        )

    def meld_dubbele_kolom(self, kolom: Kolom, eerste: Kolom, naam: str, vraag: str = "") -> None:
        """Twee kolommen voor dezelfde vraag of rol."""
        self.meld(
            Bevindingsoort.DUBBELE_KOLOM,
            f"Kolom {eerste.letter} en kolom {kolom.letter} zijn allebei {naam}; alleen kolom {eerste.letter} telt.",
            f"één kolom voor {naam}",
            "Haal de verkeerde kolom weg, of geef haar een andere kop. "
            "Staat de fout in de koppeling, verbeter haar daar.",
            cel=kolom.letter,
            vraag=vraag,
        )

    def meld_persoonsgegevens(self, kolom: Kolom) -> None:
        """Een kolom met persoonsgegevens; die is niet gelezen."""
        self.meld(
            Bevindingsoort.PERSOONSGEGEVENS,
            f"Kolom {kolom.letter}{self._kop(kolom)} lijkt een persoonsgegeven; zij is niet gelezen.",
            "een bron zonder namen, adressen of andere persoonsgegevens",
            "Haal de kolom weg uit het bestand.",
            cel=kolom.letter,
        )

    def meld_ontbrekende_vraag(self, vraag: Vraag, lijst: str) -> None:
        """Een getelde vraag uit de lijst zonder kolom."""
        self.meld(
            Bevindingsoort.ONTBREKENDE_VRAAG,
            f"Vraag {vraag.id} uit '{lijst}' heeft geen kolom.",
            f"een kolom met de kop '{vraag.id}' of de tekst van de vraag",
            "Is de vraag wel gesteld? Verbeter dan de kop of maak een koppeling. Zo niet, dan hoeft u niets te doen.",
            vraag=vraag.id,
        )

    def meld_ontbrekend_met_label(self, vraag: Vraag, kolom: Kolom, rijen: Sequence[int]) -> None:
        """Antwoorden uit de schaal die de enquêtetool zelf ontbrekend noemt."""
        if rijen:
            cellen = "1 cel" if len(rijen) == 1 else f"{len(rijen)} cellen"
            self.meld(
                Bevindingsoort.ONTBREKEND_MET_LABEL,
                f"In {cellen} bij vraag {vraag.id} staat een antwoord uit de schaal dat in SPSS als ontbrekend is "
                "aangemerkt. Het telt niet mee.",
                "als ontbrekend alleen codes die geen antwoord zijn, zoals 'weet niet'",
                "Is het wel een antwoord? Haal het in SPSS weg bij de ontbrekende waarden. "
                "Zo niet, dan hoeft u niets te doen.",
                cel=", ".join(f"{kolom.letter}{rij}" for rij in rijen[:HOOGSTENS_LOS]),
                vraag=vraag.id,
                aantal=len(rijen),
            )

    def meld_niet_geteld(self, *, open_vragen: bool, gelezen: Sequence[Vraag], ongelezen: Sequence[Vraag]) -> None:
        """Open vragen en meerkeuzevragen zijn herkend; alleen meerkeuze met labels is gelezen."""
        if open_vragen:
            self.meld(
                Bevindingsoort.OPEN_NIET_GETELD,
                "De open vragen in deze bron zijn niet gelezen.",
                "gesloten vragen met één antwoord",
                "Lees de open antwoorden zelf en schrijf op wat u eruit haalt in de map verhaal.",
            )
        if gelezen:
            namen = noem_vragen(gelezen)
            self.meld(
                Bevindingsoort.OPEN_NIET_GETELD,
                f"Bij {namen} konden mensen meer antwoorden kiezen. De keuzes staan in antwoorden.csv, "
                "nog niet in het verslag.",
                "gesloten vragen met één antwoord",
                "U hoeft niets te doen. Wilt u erover schrijven? Tel de keuzes in antwoorden.csv.",
            )
        if ongelezen:
            self.meld(
                Bevindingsoort.OPEN_NIET_GETELD,
                f"Bij {noem_vragen(ongelezen)} konden mensen meer antwoorden kiezen. Die keuzes zijn niet gelezen.",
                "een meerkeuzevraag waarvan de antwoorden in de vragenlijst staan",
                "Zet in uw vragenlijst bij deze schaal 'labels' met alle antwoorden.",
            )

    def meld_rangorde(self, kolommen: Sequence[Kolom]) -> None:
        """Kolommen waarin mensen antwoorden op volgorde zetten; die zijn niet gelezen."""
        if kolommen:
            self.meld(
                Bevindingsoort.RANGORDE,
                f"{noem_kolommen(kolommen)} een volgorde die mensen kozen; {niet_gelezen(kolommen)}.",
                "vragen met een antwoord uit een schaal",
                "Wilt u de volgorde gebruiken? Tel haar zelf en beschrijf haar in de map verhaal.",
                cel=kolommen[0].letter,
            )

    def meld_onbekende_opties(self, vraag: Vraag, kolommen: Sequence[Kolom]) -> None:
        """Kolommen van een meerkeuzevraag waarvan de optie niet in de schaal staat."""
        if kolommen:
            letters = ", ".join(kolom.letter for kolom in kolommen[:HOOGSTENS_LOS])
            self.meld(
                Bevindingsoort.ONBEKENDE_KOLOM,
                f"Bij meerkeuzevraag {vraag.id} is niet te zien bij welk antwoord {een_of_meer(kolommen)} {letters} "
                f"{'hoort' if len(kolommen) == 1 else 'horen'}.",
                "in de kop van elke kolom een antwoord dat in de vragenlijst staat",
                "Exporteer met de volledige teksten, of vul de labels in uw vragenlijst aan.",
                cel=kolommen[0].letter,
                vraag=vraag.id,
            )

    def meld_inhoud_persoonsgegevens(self, kolom: Kolom, wat: str) -> None:
        """Aan de inhoud is te zien dat een kolom persoonsgegevens bevat."""
        self.meld(
            Bevindingsoort.PERSOONSGEGEVENS,
            f"In kolom {kolom.letter}{self._kop(kolom)} staan zo te zien {wat}; zij is niet gelezen.",
            "een bron zonder namen, adressen of andere persoonsgegevens",
            "Haal de kolom weg uit het bestand.",
            cel=kolom.letter,
        )

    def meld_respondent_is_persoonsgegeven(self, kolom: Kolom, wat: str) -> None:
        """De kolom met respondentnummers bevat iets wat naar een persoon wijst; zij is niet gebruikt."""
        self.meld(
            Bevindingsoort.PERSOONSGEGEVENS,
            f"In kolom {kolom.letter}{self._kop(kolom)} staan zo te zien {wat} in plaats van respondentnummers. "
            "Zij is niet gelezen, dus dubbele mensen zijn niet te vinden.",
            "een nummer dat alleen de enquêtetool kent",
            "Vervang de kolom door een volgnummer, of haal haar weg uit het bestand.",
            cel=kolom.letter,
        )

    def meld_proefantwoorden(self, aantal: int) -> None:
        """Proefantwoorden uit de enquêtetool zijn weggelaten."""
        if aantal:
            self.meld(
                Bevindingsoort.PROEFANTWOORDEN,
                f"{tel_rijen(aantal)} volgens de enquêtetool een proef, voorbeeld of spam en {telt_niet(aantal)} mee.",
                "alleen antwoorden van mensen die de vragenlijst kregen",
                "U hoeft niets te doen. Zijn het er veel, kijk dan of u de goede export hebt.",
            )

    def meld_niet_begonnen(self, aantal: int) -> None:
        """Uitgenodigden die de lijst nooit openden."""
        if aantal:
            self.meld(
                Bevindingsoort.NIET_BEGONNEN,
                f"{tel_mensen(aantal)} volgens de enquêtetool uitgenodigd maar {begon(aantal)} niet. "
                f"{'Die telt' if aantal == 1 else 'Zij tellen'} niet als deelnemer.",
                "antwoorden van mensen die de lijst openden",
                "U hoeft niets te doen. Kijk wel of het aantal uitgenodigden in kwaliteit.yaml klopt.",
            )

    def meld_niet_afgerond(self, aantal: int, niets: int, *, telt_mee: bool, onherkend: int = 0) -> None:
        """Mensen die de lijst niet verstuurden, van wie er `niets` niets invulden. `telt_mee`: welke regel geldt.

        `onherkend`: zij vulden wel iets in, maar daarvan is nog geen enkel antwoord herkend.
        """
        if not aantal:
            return
        wie = "1 persoon verstuurde" if aantal == 1 else f"{aantal} mensen verstuurden"
        gevolg = "De antwoorden die er wel zijn, tellen mee." if telt_mee else "Die antwoorden zijn weggelaten."
        anders = "Wilt u alleen verstuurde lijsten" if telt_mee else "Wilt u die antwoorden wel meetellen"
        doe_dit = (
            f"{anders}? Zet dan 'onvolledig: {'weglaten' if telt_mee else 'meetellen'}' in de koppeling van deze bron."
        )
        if telt_mee and onherkend:
            if onherkend + niets == aantal:
                gevolg = ""
            van_wie = "1 persoon" if onherkend == 1 else f"{onherkend} mensen"
            gevolg += f" Van {van_wie} is nog geen antwoord herkend; {'die telt' if onherkend == 1 else 'zij tellen'} "
            gevolg += "nu niet mee."
            doe_dit = f"Maak eerst een koppeling voor de antwoordwoorden. {doe_dit}"
        if telt_mee and niets:
            gevolg += f" Wie niets invulde ({niets}) telt niet als deelnemer."
        self.meld(
            Bevindingsoort.NIET_AFGEROND,
            f"{wie} de lijst volgens de enquêtetool niet. {gevolg.strip()}",
            "een keuze die u elk jaar hetzelfde maakt",
            doe_dit,
            aantal=aantal,
        )

    def meld_wil_niet_meedoen(self, kolom: Kolom, aantal: int) -> None:
        """Wie antwoordde niet mee te willen doen, is weggelaten."""
        if aantal:
            wie = "1 persoon wilde" if aantal == 1 else f"{aantal} mensen wilden"
            self.meld(
                Bevindingsoort.WIL_NIET_MEEDOEN,
                f"{wie} niet meedoen en {'is' if aantal == 1 else 'zijn'} weggelaten "
                f"(kolom {kolom.letter}{self._kop(kolom, haken=False)}).",
                "alleen antwoorden van mensen die mee willen doen",
                "Haal deze rijen ook uit de bron. Gaat de kolom over iets anders? "
                "Zet haar dan op 'negeer' in een koppeling.",
                cel=kolom.letter,
                aantal=aantal,
            )

    def meld_deelname_onduidelijk(self, kolom: Kolom, rijen: Sequence[int]) -> None:
        """Er is niet te zien of iemand mee wil doen."""
        if rijen:
            self.meld(
                Bevindingsoort.DEELNAME_ONDUIDELIJK,
                f"{noem_rijen(rijen)}: in kolom {kolom.letter}{self._kop(kolom)} is niet te zien of iemand meedoet. "
                "De antwoorden tellen wel mee.",
                "ja, nee of een lege cel",
                "Zet in de cel ja of nee. Gaat de kolom over iets anders? Zet haar dan op 'negeer' in een koppeling.",
                cel=", ".join(f"{kolom.letter}{rij}" for rij in rijen[:HOOGSTENS_LOS]),
                aantal=len(rijen),
            )

    def meld_totaalrijen(self, rijen: Sequence[int]) -> None:
        """Rijen met totalen zijn overgeslagen."""
        if len(rijen):
            self.meld(
                Bevindingsoort.TOTAALRIJ,
                f"{noem_rijen(rijen)} {is_of_zijn(rijen)} een totaal en daarom niet meegeteld.",
                "alleen rijen met antwoorden van één persoon",
                "Haal totalen en gemiddelden weg onder de antwoorden.",
                cel=f"{rijen[0]}",
            )

    def meld_verborgen_rijen(self, rijen: Sequence[int]) -> None:
        """Verborgen of weggefilterde rijen zijn gewoon meegelezen."""
        if rijen:
            self.meld(
                Bevindingsoort.VERBORGEN_RIJEN,
                f"{noem_rijen(rijen)} {is_of_zijn(rijen)} verborgen of weggefilterd en toch meegeteld.",
                "een blad waarop alle rijen te zien zijn",
                "Haal het filter weg. Tellen de verborgen rijen niet mee? Verwijder ze dan uit het bestand.",
                cel=f"{rijen[0]}",
            )

    def meld_verborgen_blad(self, naam: str) -> None:
        """Een verborgen blad is niet gelezen."""
        self._meld_ander_blad(f"Blad '{toon_kop(naam)}' is verborgen en dus niet gelezen.")

    def meld_ander_blad(self, naam: str) -> None:
        """Een blad zonder vragen is niet gelezen."""
        self._meld_ander_blad(f"Blad '{toon_kop(naam)}' heeft geen kopregel met vragen en is niet gelezen.")

    def _meld_ander_blad(self, wat: str) -> None:
        self.meld(
            Bevindingsoort.ANDER_BLAD,
            wat,
            "één zichtbaar blad met antwoorden",
            "Staan er antwoorden op? Maak er dan een eigen bestand van.",
        )

    def meld_tweede_antwoordblad(self, naam: str) -> None:
        """Nog een blad met vragen in de kop: daar staan antwoorden die nu niet meetellen."""
        self.meld(
            Bevindingsoort.BRON_NIET_GELEZEN,
            f"Ook blad '{toon_kop(naam)}' heeft een kopregel met vragen. Het is niet gelezen.",
            "één blad met antwoorden per bestand",
            "Zet alle antwoorden onder elkaar op één blad, of maak van elk blad een eigen bestand.",
        )

    def meld_gok(self, codering: str) -> None:
        """De tekencodering is geraden."""
        self.meld(
            Bevindingsoort.GEGOKTE_CODERING,
            f"Het bestand is geen UTF-8. Het is gelezen als {codering}; dat is een gok.",
            "een csv in UTF-8",
            "Controleer of é, ë en € goed in uw bestand staan, of sla het op als csv UTF-8 of xlsx.",
        )

    def meld_twee_bronnen(self, groep: Doelgroep, eigen_bestand: str) -> None:
        """Een groep staat in een kolom van dit blad en heeft ook een eigen bestand."""
        self.meld(
            Bevindingsoort.GROEP_UIT_TWEE_BRONNEN,
            f"De antwoorden van {groep.naam} in dit bestand tellen niet mee, want er is ook een eigen bestand: "
            f"{eigen_bestand}.",
            f"de antwoorden van {groep.naam} in één bestand per jaar",
            f"Bevat {eigen_bestand} alle antwoorden? Haal hun kolommen dan hier weg. "
            "Zo niet, voeg de antwoorden samen in één bestand.",
        )

    def meld_foutcel(self, cel: str, kolom: Kolom | None = None) -> None:
        """Een rekenbladfout in een kolom die geen vraag is, of nog niet bekend."""
        self.meld(
            Bevindingsoort.FOUTCEL,
            f"In cel {cel}{self._kop(kolom) if kolom else ''} staat een fout van het rekenblad, zoals #N/B.",
            "een waarde of een lege cel",
            "Herstel de formule of maak de cel leeg.",
            cel=cel,
        )

    def meld_meer_foutcellen(self, aantal: int) -> None:
        """De rekenbladfouten die geen eigen regel kregen."""
        self.meld(
            Bevindingsoort.FOUTCEL,
            f"In nog {aantal} cellen staat een fout van het rekenblad.",
            "waarden of lege cellen",
            "Herstel de formules of maak de cellen leeg.",
            aantal=aantal,
        )

    def _kop(self, kolom: Kolom, *, haken: bool = True) -> str:
        if not self.noemt_koppen or not kolom.kop:
            return ""
        kop = f"'{toon_kop(kolom.kop)}'"
        return f" ({kop})" if haken else f", {kop}"
