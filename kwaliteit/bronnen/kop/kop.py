"""Van elke kolom zeggen wat zij is. Raadt nooit: geen vraag herkend is geen blad gelezen."""

from dataclasses import dataclass

from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Ruwblad, Soort
from kwaliteit.bronnen.dialecten import VRIJ, Dialect, Indeling, Kolomkop, Kolomvorm
from kwaliteit.bronnen.kop.indeling import ZOEKDIEPTE, deel_in
from kwaliteit.bronnen.kop.koppeling import Rol
from kwaliteit.bronnen.kop.wegwijzer import Betekenis, Onbekend, Persoonsgegeven, Wegwijzer

__all__ = [
    "ZOEKDIEPTE",
    "Betekenis",
    "Kolom",
    "Kop",
    "Onbekend",
    "Persoonsgegeven",
    "Wegwijzer",
    "heeft_vragen",
    "maak_kop",
    "zoek_kop",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """Een kolom van het blad; `plaats` telt vanaf 0. `deel` is de tekst van de optie of subvraag."""

    plaats: int
    kop: str
    betekenis: Betekenis
    vorm: Kolomvorm = Kolomvorm.ENKEL
    deel: str = ""

    @property
    def letter(self) -> str:
        """De letter van de kolom."""
        return kolomletter(self.plaats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """De gevonden kopregel. `rij` telt vanaf 0 en is de laatste als er meer onder elkaar staan.

    `punten` is het aantal verschillende vragen en rollen dat herkend is. `is_zeker`: de koppen zijn echt koppen en
    mogen dus in een melding staan.
    """

    rij: int
    kolommen: tuple[Kolom, ...]
    dialect: Dialect
    punten: int
    is_zeker: bool
    indeling: Indeling


def zoek_kop(blad: Ruwblad, wegwijzer: Wegwijzer, soort: Soort | None = None) -> Kop | None:
    """Geef de kop van een blad als die genoeg vragen heeft (`heeft_vragen`), of None. `Onleesbaar`: zie `deel_in`."""
    indeling = deel_in(blad, wegwijzer, soort)
    kop = maak_kop(indeling, wegwijzer) if indeling is not None else None
    return kop if kop is not None and heeft_vragen(kop) else None


def heeft_vragen(kop: Kop) -> bool:
    """Zeg of in een kop genoeg te herkennen is om het blad te lezen.

    In een gewone tabel zijn dat twee vragen (of een vraag en een rol), of de enige kop die er staat. Bij een bekende
    enquêtetool is de kop al zeker en is één vraag genoeg.
    """
    if not kop.indeling.koprijen or not any(isinstance(kolom.betekenis, Vraag) for kolom in kop.kolommen):
        return False
    enige = sum(1 for kolom in kop.kolommen if kolom.kop) == 1
    return kop.dialect is not VRIJ or kop.punten > 1 or enige


def maak_kop(indeling: Indeling, wegwijzer: Wegwijzer) -> Kop:
    """Zeg van elke kolom wat zij is, ook als dat bij geen enkele een vraag is."""
    kolommen = tuple(_maak_kolom(plaats, kop, wegwijzer) for plaats, kop in enumerate(indeling.koppen))
    vragen = {kolom.betekenis.id for kolom in kolommen if isinstance(kolom.betekenis, Vraag)}
    rollen = {kolom.betekenis for kolom in kolommen if isinstance(kolom.betekenis, Rol)} - {Rol.NEGEER}
    punten = len(vragen) + len(rollen)
    herkend = sum(1 for kolom in kolommen if not isinstance(kolom.betekenis, Onbekend))
    gevuld = sum(1 for kolom in kolommen if kolom.kop)
    return Kop(
        rij=indeling.eerste_rij - 1,
        kolommen=kolommen,
        dialect=indeling.dialect,
        punten=punten,
        is_zeker=indeling.dialect is not VRIJ or punten > 2 or herkend * 2 >= gevuld,
        indeling=indeling,
    )


def _maak_kolom(plaats: int, kop: Kolomkop, wegwijzer: Wegwijzer) -> Kolom:
    betekenis = wegwijzer.wijs_kolom(kop) if kop.kop else Onbekend()
    return Kolom(
        plaats=plaats,
        kop=kop.kop,
        betekenis=betekenis,
        vorm=_kies_vorm(betekenis, kop.vorm),
        deel=kop.deel,
    )


def _kies_vorm(betekenis: Betekenis, vorm: Kolomvorm) -> Kolomvorm:
    """Een vraag met één antwoord heeft geen kolom per optie: dan is het een stelling uit een blok ja/nee-vragen."""
    if vorm is Kolomvorm.OPTIE and isinstance(betekenis, Vraag) and betekenis.schaal.soort.is_geteld:
        return Kolomvorm.ENKEL
    return vorm
