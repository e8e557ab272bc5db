"""Tabellen die er goed uitzien en toch iets anders zijn dan één rij per mens: dan liever een vraag dan een cijfer.

Alles hier kijkt alleen; er verandert geen antwoord. Een weigering is er waar geen enkele uitleg tot goede cijfers
leidt, een ernstige bevinding waar de tabel ook gewoon kan kloppen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

import numpy as np
from numpy.typing import NDArray

from kwaliteit.begrippen.bevinding import Bevindingsoort
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Cel, Ruwblad, Ruwkolom, Weigering
from kwaliteit.bronnen.dialecten import VRIJ
from kwaliteit.bronnen.dialecten.kopvormen import AANGEVINKT, is_getal, is_moment
from kwaliteit.bronnen.kop.bevindingen import Bronmelder
from kwaliteit.bronnen.kop.gewonetabel import ANTWOORDEN_IN_DE_KOP, KRUISTABEL, SAMENGEVOEGDE_KOP, SAMENVATTING
from kwaliteit.bronnen.kop.kolomkeuze import Kolomkeuze
from kwaliteit.bronnen.kop.kop import Kolom, Kop
from kwaliteit.bronnen.kop.koppeling import Koppeling
from kwaliteit.bronnen.kop.meldwoorden import HOOGSTENS_LOS, noem_rijen
from kwaliteit.bronnen.taal import kolomnamen
from kwaliteit.bronnen.taal.plekken import geef_plekken, is_gevuld
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, maak_tekst, toon_kop, vereenvoudig

HOOGSTENS_ONDERAAN = 5
"""Meer rijen dan dit onder een lege rij zijn een tweede stuk tabel en geen losse berekening."""
MEESTE_GATEN = 2
"""Staan er vaker lege rijen tussen, dan is dat hoe de tabel is opgemaakt."""
GENOEG_NUMMERS = 5
ZEKER_SAMENVATTING = 10
"""Zoveel locaties met elk precies één rij zijn geen toeval meer. Bij minder kunnen het nog losse mensen zijn, zoals
drie samenwerkingspartners van drie locaties; dan volgt een ernstige bevinding."""

AANGEKRUIST = AANGEVINKT | {"x", "v", "✓", "✔"}
_JAARTAL = re.compile(r"(?<!\d)20\d\d(?!\d)")
GROEPWOORDEN = {
    Doelgroep.CLIENTEN: ("client", "bewoner", "deelnemer"),
    Doelgroep.NAASTEN: ("naaste", "familie", "mantelzorg", "verwant"),
    Doelgroep.PROFESSIONALS: ("professional", "medewerker", "begeleider", "personeel"),
    Doelgroep.ERVARINGSDESKUNDIGEN: ("ervaringsdeskundige",),
    Doelgroep.SAMENWERKINGSPARTNERS: ("samenwerkingspartner", "ketenpartner"),
}
"""Hoe een woord begint dat een groep noemt."""

Rijen = NDArray[np.bool_]


def weiger_koprijen(blad: Ruwblad, kop: Kop) -> Weigering | None:
    """Zeg of in of onder een kop met bekende vragen nog een kop zit. Bij een enquêtetool is de hoogte al bekend."""
    if kop.dialect is not VRIJ:
        return None
    if any(_loopt_door_kop(blad, kop, bereik) for bereik in blad.samengevoegd):
        return SAMENGEVOEGDE_KOP
    return ANTWOORDEN_IN_DE_KOP if _staan_antwoorden_eronder(blad, kop) else None


def weiger_samenvatting(blad: Ruwblad, kop: Kop, keuze: Kolomkeuze, telt: Rijen) -> Weigering | None:
    """Zeg of de rijen uitkomsten zijn: per locatie of per antwoord één rij. `telt` zijn de rijen onder de kop."""
    if kop.dialect is not VRIJ:
        return None
    if _staan_antwoorden_ervoor(blad, kop, keuze, telt):
        return KRUISTABEL
    if not _heeft_elke_locatie_een_rij(blad, kop, keuze, telt):
        return None
    telt_mensen = any(vereenvoudig(kolom.kop) in kolomnamen.AANTALKOPPEN for kolom in kop.kolommen if kolom.kop)
    return SAMENVATTING if telt_mensen or int(telt.sum()) >= ZEKER_SAMENVATTING else None


@dataclass(frozen=True, kw_only=True, eq=False)
class Keurmeester:
    """Kijkt wat er aan een gelezen blad niet klopt. `telt` zijn de rijen onder de kop die als mens tellen."""

    blad: Ruwblad
    kop: Kop
    keuze: Kolomkeuze
    telt: Rijen
    koppeling: Koppeling
    melder: Bronmelder

    def meld(self, jaar: int | None, groep: Doelgroep | None) -> None:
        """Meld alles wat opvalt; `jaar` en `groep` zijn waarvoor de antwoorden tellen, als dat bekend is."""
        self._meld_verborgen_kolommen()
        self._meld_samengevoegd()
        self._meld_vreemde_rijen()
        self._meld_samenvatting()
        for kolom in self.kop.kolommen:
            naam = vereenvoudig(kolom.kop)
            # Wie de kolom zelf in de koppeling noemt, heeft haar gezien.
            if not naam or naam in self.koppeling.kolommen or kolom.plaats in self.keuze.gelezen:
                continue
            if naam in kolomnamen.JAARKOPPEN:
                self._meld_ander_jaar(kolom, jaar)
            elif naam in kolomnamen.GROEPKOPPEN:
                self._meld_andere_groep(kolom, groep)

    @property
    def _eerste(self) -> int:
        return self.kop.rij + 1

    def _rijnummers(self, plekken: Sequence[int] | NDArray[np.intp]) -> list[int]:
        return [self._eerste + 1 + int(plek) for plek in plekken]

    def _meld_verborgen_kolommen(self) -> None:
        for kolom in self.kop.kolommen:
            if kolom.plaats in self.blad.verborgen_kolommen & self.keuze.gelezen and self._is_gevuld(kolom):
                kop = f" ('{toon_kop(kolom.kop)}')" if self.melder.noemt_koppen and kolom.kop else ""
                self.melder.meld(
                    Bevindingsoort.VERBORGEN_KOLOM,
                    f"Kolom {kolom.letter}{kop} is verborgen en toch meegeteld.",
                    "een blad waarop alle kolommen te zien zijn",
                    "Maak de kolom zichtbaar. Telt zij niet mee? Verwijder haar dan uit het bestand.",
                    cel=kolom.letter,
                )

    def _is_gevuld(self, kolom: Kolom) -> bool:
        return bool((geef_plekken(self.blad.kolommen[kolom.plaats], self._eerste)[self.telt] > 0).any())

    def _meld_samengevoegd(self) -> None:
        bereiken = sorted(bereik for bereik in self.blad.samengevoegd if self._verliest_antwoorden(bereik))
        for rij1, kolom1, rij2, kolom2 in bereiken[:HOOGSTENS_LOS]:
            begin, einde = f"{kolomletter(kolom1)}{rij1 + 1}", f"{kolomletter(kolom2)}{rij2 + 1}"
            self.melder.meld(
                Bevindingsoort.SAMENGEVOEGDE_CELLEN,
                f"Cellen {begin} tot en met {einde} zijn samengevoegd; alleen de eerste heeft een waarde.",
                "één waarde per cel",
                "Hef het samenvoegen op en vul elke cel.",
                cel=begin,
                aantal=(rij2 - rij1 + 1) * (kolom2 - kolom1 + 1),
            )
        if (rest := len(bereiken) - HOOGSTENS_LOS) > 0:
            self.melder.meld(
                Bevindingsoort.SAMENGEVOEGDE_CELLEN,
                f"Nog {rest} keer zijn cellen samengevoegd; alleen de eerste heeft dan een waarde.",
                "één waarde per cel",
                "Hef het samenvoegen op en vul elke cel.",
                aantal=rest,
            )

    def _verliest_antwoorden(self, bereik: tuple[int, int, int, int]) -> bool:
        """Waar als een andere cel dan de eerste bij een mens hoort en gelezen wordt."""
        rij1, kolom1, rij2, kolom2 = bereik
        if rij1 < self._eerste or (rij1, kolom1) == (rij2, kolom2):
            return False
        gelezen = {plaats for plaats in self.keuze.gelezen if kolom1 <= plaats <= kolom2}
        telt = self.telt[rij1 - self._eerste : rij2 + 1 - self._eerste]
        return bool(telt.any() and gelezen - {kolom1}) or bool(telt[1:].any() and gelezen)

    def _meld_vreemde_rijen(self) -> None:
        los = _zoek_rijen_onder_gat(self.blad, self._eerste, self.telt)
        if los:
            self._meld_vreemd(los, "onder een lege rij", "Is het een persoon? Haal dan de lege rij erboven weg.")
        ongenummerd = [plek for plek in self._zoek_ongenummerd() if plek not in los]
        if ongenummerd:
            self._meld_vreemd(
                ongenummerd,
                "onderaan, zonder nummer zoals alle andere rijen",
                "Is het een persoon? Geef de rij dan een respondentnummer.",
            )

    def _meld_vreemd(self, plekken: list[int], waar: str, als_mens: str) -> None:
        rijen = self._rijnummers(plekken)
        een = len(rijen) == 1
        staat, is_het, telt = ("staat", "is het", "zij telt") if een else ("staan", "zijn het", "zij tellen")
        self.melder.meld(
            Bevindingsoort.VREEMDE_RIJ,
            f"{noem_rijen(rijen)} {staat} {waar}. Misschien {is_het} geen persoon maar een berekening; {telt} wel mee.",
            "onder de antwoorden van mensen geen andere rijen",
            f"{als_mens} Zo niet, verwijder de rij.",
            cel=str(rijen[0]),
            aantal=len(rijen),
        )

    def _zoek_ongenummerd(self) -> list[int]:
        """Geef de laatste rijen zonder nummer, als alle rijen daarboven er wel een hebben."""
        respondent = self.keuze.respondent
        if respondent is None:
            return []
        kolom = self.blad.kolommen[respondent.plaats]
        nummers = np.array([is_getal(maak_tekst(cel)) for cel in kolom.waarden])[geef_plekken(kolom, self._eerste)]
        tellend = np.flatnonzero(self.telt)
        zonder = tellend[~nummers[tellend]]
        met = len(tellend) - len(zonder)
        if not len(zonder) or met < max(GENOEG_NUMMERS, 2 * len(zonder)) or len(zonder) > HOOGSTENS_ONDERAAN:
            return []
        return zonder.tolist() if (tellend[-len(zonder) :] == zonder).all() else []

    def _meld_samenvatting(self) -> None:
        if self.kop.dialect is VRIJ and _heeft_elke_locatie_een_rij(self.blad, self.kop, self.keuze, self.telt):
            self.melder.meld(
                Bevindingsoort.LIJKT_SAMENVATTING,
                f"Er zijn {int(self.telt.sum())} rijen en elke rij heeft een andere locatie. Misschien zijn dit "
                "uitkomsten per locatie en geen antwoorden van mensen; elke rij telt nu als één persoon.",
                "één rij per persoon die de vragenlijst invulde",
                "Zijn het uitkomsten? Exporteer dan de losse antwoorden. Is elke rij toch één persoon? Voeg dan een "
                "kolom 'respondent' toe met een eigen nummer per rij.",
                cel=self.keuze.locatie.letter if self.keuze.locatie else "",
            )

    def _meld_ander_jaar(self, kolom: Kolom, jaar: int | None) -> None:
        teksten = self._som_teksten_op(kolom)
        jaren = sorted({int(een) for tekst in teksten for een in _JAARTAL.findall(tekst)})
        if len(teksten) < 2 and (jaar is None or not jaren or jaar in jaren):
            return
        tellen = f"alle rijen tellen nu voor {jaar}" if jaar else "alle rijen tellen nu voor hetzelfde jaar"
        if len(teksten) == 1:
            wat = f"{self._in_kolom(kolom)} staat {jaren[0]}; {tellen}."
        else:
            wat = f"{self._in_kolom(kolom)} staan {_tel_verschillende(teksten, jaren, 'jaren', 'waarden')}; {tellen}."
        self.melder.meld(
            Bevindingsoort.ANDER_JAAR,
            wat,
            "alleen antwoorden van het jaar van de map",
            "Maak van elk jaar een eigen bestand in de map van dat jaar. Gaat de kolom over iets anders? "
            "Zet haar dan op 'negeer' in een koppeling.",
            cel=kolom.letter,
        )

    def _meld_andere_groep(self, kolom: Kolom, groep: Doelgroep | None) -> None:
        teksten = self._som_teksten_op(kolom)
        gezien = {tekst: _herken_groep(tekst) for tekst in teksten}
        groepen = sorted({een for een in gezien.values() if een}, key=lambda een: een.rangorde)
        eigen = {groep} if groep else set(groepen[:1])
        if self.keuze.ervaringsdeskundige is not None:
            eigen.add(Doelgroep.ERVARINGSDESKUNDIGEN)
        if not teksten or (set(groepen) <= eigen and (len(teksten) == 1 or all(gezien.values()))):
            return
        tellen = f"alle rijen tellen nu voor {groep.naam}" if groep else "alle rijen tellen nu voor dezelfde groep"
        namen = [een.naam for een in groepen]
        if len(teksten) == 1:
            wat = f"{self._in_kolom(kolom)} staat {namen[0]}; {tellen}."
        else:
            bekend = namen if all(gezien.values()) else []
            aantal = _tel_verschillende(teksten, bekend, "groepen", "groepen")
            wat = f"{self._in_kolom(kolom)} staan {aantal}; {tellen}."
        self.melder.meld(
            Bevindingsoort.ANDERE_GROEP_IN_KOLOM,
            wat,
            "alleen antwoorden van de groep in de bestandsnaam",
            "Maak van elke groep een eigen bestand. Gaat de kolom over iets anders? Zet haar dan op 'negeer' in een "
            "koppeling.",
            cel=kolom.letter,
        )

    def _in_kolom(self, kolom: Kolom) -> str:
        # De kop is een van enkele vaste woorden, en dus nooit iemands antwoord.
        return f"In kolom {toon_kop(kolom.kop)} ({kolom.letter})"

    def _som_teksten_op(self, kolom: Kolom) -> list[str]:
        """Geef de verschillende gevulde cellen van de rijen die tellen."""
        ruw = self.blad.kolommen[kolom.plaats]
        plekken = np.unique(geef_plekken(ruw, self._eerste)[self.telt]).tolist()
        return sorted({maak_label(maak_tekst(ruw.waarden[plek])) for plek in plekken} - {""})


def _tel_verschillende(teksten: Sequence[str], namen: Sequence[object], bekend: str, anders: str) -> str:
    """Maak "2 verschillende jaren (2023 en 2024)"; wat niet zeker een jaar of groep is, wordt alleen geteld."""
    if not 2 <= len(namen) <= HOOGSTENS_ONDERAAN:
        return f"{len(teksten)} verschillende {anders}"
    *voor, laatste = map(str, namen)
    return f"{len(namen)} verschillende {bekend} ({', '.join(voor)} en {laatste})"


def _herken_groep(tekst: str) -> Doelgroep | None:
    woorden = vereenvoudig(tekst).split()
    gevonden = [groep for groep, begin in GROEPWOORDEN.items() if any(woord.startswith(begin) for woord in woorden)]
    return gevonden[0] if len(gevonden) == 1 else None


def _loopt_door_kop(blad: Ruwblad, kop: Kop, bereik: tuple[int, int, int, int]) -> bool:
    """Waar als samengevoegde cellen in de kop over meer kolommen met antwoorden gaan, of tot in de antwoorden lopen."""
    rij1, kolom1, rij2, kolom2 = bereik
    if rij1 > kop.rij or rij2 < kop.indeling.eerste_koprij:
        return False
    if any(is_gevuld(kolom, kop.rij + 1) for kolom in blad.kolommen[kolom1 + 1 : kolom2 + 1]):
        return True
    return any(any(kolom.plaats[kop.rij + 1 : rij2 + 1]) for kolom in blad.kolommen)


def _staan_antwoorden_eronder(blad: Ruwblad, kop: Kop) -> bool:
    """Waar als de rij onder de kop geen mens is maar de mogelijke antwoorden, met daaronder alleen kruisjes."""
    onder = next((rij for rij in range(kop.rij + 1, blad.aantal_rijen) if any(blad.rij(rij))), None)
    if onder is None:
        return False
    labels = [maak_label(maak_tekst(cel)) for cel in blad.rij(onder)]
    aantal = 0
    for vraag, zonder_kop in _som_kolommen_zonder_kop_op(blad, kop):
        eigen = {maak_label(label) for label in (*vraag.schaal.labels, *vraag.schaal.weet_niet, *vraag.schaal.nvt)}
        hier = [plaats for plaats in zonder_kop if labels[plaats] and not is_getal(labels[plaats])]
        kruisjes = [_zijn_kruisjes(blad.kolommen[plaats], onder + 1, labels[plaats]) for plaats in hier]
        is_optielijst = len(hier) >= 2 and len(hier) == len(zonder_kop) and all(kruisjes)
        aantal += sum(1 for plaats in hier if is_optielijst or labels[plaats] in eigen)
    return aantal >= 2


def _som_kolommen_zonder_kop_op(blad: Ruwblad, kop: Kop) -> Iterator[tuple[Vraag, list[int]]]:
    """Geef per vraag de gevulde kolommen zonder kop die er direct achter staan."""
    vraag: Vraag | None = None
    zonder: list[int] = []
    for kolom in kop.kolommen:
        if not kolom.kop and is_gevuld(blad.kolommen[kolom.plaats], kop.rij + 1):
            zonder.append(kolom.plaats)
            continue
        if vraag is not None and zonder:
            yield vraag, zonder
        vraag, zonder = (kolom.betekenis if isinstance(kolom.betekenis, Vraag) else None), []
    if vraag is not None and zonder:
        yield vraag, zonder


def _zijn_kruisjes(kolom: Ruwkolom, eerste: int, label: str) -> bool:
    """Waar als er vanaf deze rij iets staat, en dat alleen kruisjes, getallen of de tekst van het antwoord zijn."""
    labels = {maak_label(maak_tekst(kolom.waarden[plek])) for plek in set(kolom.plaats[eerste:])}
    return bool(labels - {""}) and all(een in AANGEKRUIST or een == label or is_getal(een) for een in labels)


def _staan_antwoorden_ervoor(blad: Ruwblad, kop: Kop, keuze: Kolomkeuze, telt: Rijen) -> bool:
    """Waar als de eerste kolom precies de antwoorden van een schaal noemt, elk één keer, met getallen ernaast."""
    eerste = kop.kolommen[0]
    if eerste.plaats in keuze.gelezen or not _zijn_getallen(blad, kop, keuze, telt):
        return False
    cellen = _geef_cellen(blad.kolommen[0], kop, telt)
    namen = [maak_label(maak_tekst(cel)) for cel in cellen]
    gezien = set(namen) - {""}
    if len(gezien) < len(namen):
        return False
    is_antwoordkop = vereenvoudig(eerste.kop) in kolomnamen.ANTWOORDKOPPEN
    for vraag, _ in keuze.vragen:
        labels = {maak_label(label) for label in vraag.schaal.labels}
        anders = {maak_label(label) for label in (*vraag.schaal.weet_niet, *vraag.schaal.nvt)}
        codes = set(map(str, vraag.schaal.codes))
        # Ja en nee kunnen ook de antwoorden van twee mensen op een andere vraag zijn.
        if labels and labels <= gezien <= labels | anders and (len(labels) > 2 or is_antwoordkop):
            return True
        if codes and eerste.kop and is_antwoordkop and codes <= gezien <= codes | labels | anders:
            return True
    return False


def _heeft_elke_locatie_een_rij(blad: Ruwblad, kop: Kop, keuze: Kolomkeuze, telt: Rijen) -> bool:
    """Waar als elke rij een andere locatie heeft, alle antwoorden getallen zijn, en niets wijst op losse mensen."""
    if keuze.locatie is None or keuze.respondent is not None or int(telt.sum()) < 2:
        return False
    namen = [maak_label(maak_tekst(cel)) for cel in _geef_cellen(blad.kolommen[keuze.locatie.plaats], kop, telt)]
    if "" in namen or len(set(namen)) < len(namen) or not _zijn_getallen(blad, kop, keuze, telt):
        return False
    overige = [kolom for plaats, kolom in enumerate(blad.kolommen) if plaats not in keuze.gelezen]
    return not any(_zijn_momenten(_geef_cellen(kolom, kop, telt)) for kolom in overige)


def _zijn_getallen(blad: Ruwblad, kop: Kop, keuze: Kolomkeuze, telt: Rijen) -> bool:
    """Waar als er bij de vragen iets staat, en dat alleen getallen zijn; een mens antwoordt vaak in woorden."""
    cellen = [cel for _, kolom in keuze.vragen for cel in set(_geef_cellen(blad.kolommen[kolom.plaats], kop, telt))]
    teksten = [tekst for cel in cellen if (tekst := maak_tekst(cel))]
    return bool(teksten) and all(map(is_getal, teksten))


def _zijn_momenten(cellen: Sequence[Cel]) -> bool:
    aantal = sum(1 for cel in cellen if isinstance(cel, date | time) or is_moment(maak_tekst(cel)))
    return aantal * 2 > len(cellen)


def _geef_cellen(kolom: Ruwkolom, kop: Kop, telt: Rijen) -> list[Cel]:
    return [kolom.waarden[plek] for plek in geef_plekken(kolom, kop.rij + 1)[telt].tolist()]


def _zoek_rijen_onder_gat(blad: Ruwblad, eerste: int, telt: Rijen) -> list[int]:
    """Geef de paar rijen die onder een lege rij staan, als daarboven minstens twee keer zoveel mensen staan."""
    gevuld = np.zeros(len(telt), dtype=np.bool_)
    for kolom in blad.kolommen:
        is_iets = np.array([not isinstance(cel, str) or bool(cel.strip()) for cel in kolom.waarden])
        gevuld |= is_iets[geef_plekken(kolom, eerste)]
    gaten = np.flatnonzero(~gevuld & np.r_[True, gevuld[:-1]])
    boven = np.cumsum(telt)[gaten]
    onder = int(telt.sum()) - boven
    goed = np.flatnonzero((onder > 0) & (onder <= np.minimum(HOOGSTENS_ONDERAAN, boven // 2)))
    # Wie vaker een rij overslaat, doet dat tussen mensen.
    if not len(goed) or int(((boven > 0) & (onder > 0)).sum()) > MEESTE_GATEN:
        return []
    return [int(plek) for plek in np.flatnonzero(telt) if plek > gaten[goed[0]]]
