"""De kopregel vinden en van elke kolom zeggen wat zij is. Raadt nooit: geen kop herkend is geen blad gelezen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Cel, Ruwblad
from kwaliteit.bronnen import kolomnamen
from kwaliteit.bronnen.dialecten import DIALECTEN, Dialect
from kwaliteit.bronnen.koppeling import Koppeling, Rol
from kwaliteit.bronnen.schrijfwijze import maak_tekst, vereenvoudig

ZOEKDIEPTE = 20
"""Zoveel rijen bovenaan kunnen titel of uitleg zijn."""

LANGSTE_KOP = 2000
"""Tekens; wat daarna komt telt niet mee bij het vergelijken."""

_NUMMER = re.compile(r"(\w+\[\w+\](?=\.)|\w*\d\w*|\w+(?=\s*[.:)–—-]))(.*)", re.DOTALL)
_NA_LEESTEKEN = re.compile(r"[.:?!)\[–—-]")
_TUSSEN_HAKEN = re.compile(r"\[([^\[\]]+)\]")
_VOOR_HAAK = re.compile(r"(.+?)\s*\[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegeven:
    """Een kolom die nooit gelezen wordt omdat er persoonsgegevens in staan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onbekend:
    """Een kolom waarvan de kop nergens bij hoort, of bij meer vragen tegelijk (`dubbelzinnig`)."""

    dubbelzinnig: bool = False


Betekenis = Vraag | Rol | Persoonsgegeven | Onbekend


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """Een kolom van het blad; `plaats` telt vanaf 0."""

    plaats: int
    kop: str
    betekenis: Betekenis

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


class Wegwijzer:
    """Weet bij welke vraag of rol een kop hoort. De koppeling gaat voor, dan een vraag, dan een bekende kolomnaam."""

    def __init__(self, vragen: Sequence[Vraag], koppeling: Koppeling) -> None:
        self._koppeling = koppeling
        self._gezien: dict[str, Betekenis] = {}
        self._nummers: Mapping[str, list[Vraag]] = _groepeer((vraag.id, vraag) for vraag in vragen)
        self._teksten: Mapping[str, list[Vraag]] = _groepeer(
            (tekst, vraag) for vraag in vragen for tekst in (vraag.tekst, *vraag.ook_wel)
        )

    def wijs(self, kop: str) -> Betekenis:
        """Zeg wat de kolom onder deze kop is."""
        if kop not in self._gezien:
            self._gezien[kop] = self._zoek(kop[:LANGSTE_KOP])
        return self._gezien[kop]

    def _zoek(self, kop: str) -> Betekenis:
        geheel = vereenvoudig(kop)
        if geheel in self._koppeling.kolommen:
            return self._koppeling.kolommen[geheel]
        vragen = {vraag.id: vraag for vraag in self._vind_vragen(kop)}
        if len(vragen) > 1:
            return Onbekend(dubbelzinnig=True)
        return next(iter(vragen.values()), None) or _vind_rol(kop)

    def _vind_vragen(self, kop: str) -> Iterator[Vraag]:
        geheel = vereenvoudig(kop)
        yield from self._nummers.get(geheel, ())
        yield from self._teksten.get(geheel, ())
        nummer, rest = _splits_nummer(kop)
        if nummer and not _is_toelichting(rest):
            yield from self._nummers.get(vereenvoudig(nummer), ())
            yield from self._teksten.get(vereenvoudig(nummer), ())
        for deel in _TUSSEN_HAKEN.findall(kop):
            yield from self._nummers.get(vereenvoudig(deel), ())
        for deel in _achterste_delen(kop):
            yield from self._teksten.get(vereenvoudig(deel), ())
        # Alleen een meerkeuzevraag heeft een kolom per optie, zodat het deel vóór de haak al genoeg zegt.
        if voor_haak := _VOOR_HAAK.match(kop):
            sleutel = vereenvoudig(voor_haak[1])
            gevonden = [*self._nummers.get(sleutel, ()), *self._teksten.get(sleutel, ())]
            yield from (vraag for vraag in gevonden if not vraag.schaal.soort.is_geteld)


def zoek_kop(blad: Ruwblad, wegwijzer: Wegwijzer) -> Kop | None:
    """Geef de rij bovenaan waarin de meeste cellen een vraag of bekende kolom zijn, of None.

    Er moeten minstens twee zijn waarvan één een vraag, of het moet de enige gevulde cel in de rij zijn. De eerste
    respondent wordt zo nooit de kop. Sluit er direct een tweede kopregel op aan, dan horen ze bij elkaar.
    """
    gewogen = [_weeg(rij, wegwijzer) for rij in blad.eerste_rijen(ZOEKDIEPTE)]
    beste = max(range(len(gewogen)), key=lambda plek: (gewogen[plek][1], -plek), default=None)
    if beste is None or not gewogen[beste][1]:
        return None
    laatste = beste
    while laatste + 1 < len(gewogen) and gewogen[laatste + 1][1] > 1:
        laatste += 1
    kolommen, punten = gewogen[beste]
    koppen = [kolom.kop for kolom in kolommen]
    herkend = sum(1 for kolom in kolommen if not isinstance(kolom.betekenis, Onbekend))
    return Kop(
        rij=laatste,
        kolommen=kolommen,
        dialect=next(dialect for dialect in DIALECTEN if dialect.herken(koppen)),
        punten=punten,
        is_zeker=punten > 2 or herkend * 2 >= sum(1 for kop in koppen if kop),
    )


def _weeg(rij: Sequence[Cel], wegwijzer: Wegwijzer) -> tuple[tuple[Kolom, ...], int]:
    kolommen = tuple(
        Kolom(plaats=plaats, kop=maak_tekst(cel), betekenis=_wijs_cel(cel, wegwijzer)) for plaats, cel in enumerate(rij)
    )
    vragen = {kolom.betekenis.id for kolom in kolommen if isinstance(kolom.betekenis, Vraag)}
    rollen = {kolom.betekenis for kolom in kolommen if isinstance(kolom.betekenis, Rol)} - {Rol.NEGEER}
    punten = len(vragen) + len(rollen)
    enige = punten == 1 and sum(1 for kolom in kolommen if kolom.kop) == 1
    return kolommen, punten if vragen and (punten > 1 or enige) else 0


def _wijs_cel(cel: Cel, wegwijzer: Wegwijzer) -> Betekenis:
    return wegwijzer.wijs(maak_tekst(cel)) if isinstance(cel, str) and cel.strip() else Onbekend()


def _groepeer(paren: Iterator[tuple[str, Vraag]]) -> dict[str, list[Vraag]]:
    groepen: dict[str, list[Vraag]] = {}
    for tekst, vraag in paren:
        if sleutel := vereenvoudig(tekst):
            groepen.setdefault(sleutel, []).append(vraag)
    return groepen


def _splits_nummer(kop: str) -> tuple[str, str]:
    """Splits "CL04. tekst", "CL04 - tekst" of "Q3[SQ001]. tekst" in het nummer en de rest."""
    treffer = _NUMMER.match(kop.strip())
    return (treffer[1], treffer[2]) if treffer else ("", "")


def _achterste_delen(kop: str) -> Iterator[str]:
    """Geef elk stuk dat na een leesteken begint: de vraag na het nummer, de stelling na de inleiding."""
    for treffer in _NA_LEESTEKEN.finditer(kop):
        yield kop[treffer.end() :]


def _is_toelichting(rest: str) -> bool:
    return any(woord in kolomnamen.TOELICHTING for woord in vereenvoudig(rest).split()[:1])


def _vind_rol(kop: str) -> Betekenis:
    nummer, rest = _splits_nummer(kop)
    if nummer and _is_toelichting(rest):
        return Rol.NEGEER
    # Persoonsgegevens worden ruim herkend; een rol alleen als de kop (na een nummer) precies zo heet.
    if any(vereenvoudig(deel) in kolomnamen.PERSOONSGEGEVENS for deel in (kop, *_achterste_delen(kop))):
        return Persoonsgegeven()
    is_genummerd = rest.startswith(".") or any(teken.isdigit() for teken in nummer)
    sleutels = {vereenvoudig(kop), vereenvoudig(rest) if is_genummerd else ""} - {""}
    for namen, rol in _ROLLEN:
        if any(sleutel in namen for sleutel in sleutels):
            return rol
    if any(sleutel.split()[0] in kolomnamen.META_BEGIN and len(sleutel.split()) <= 3 for sleutel in sleutels):
        return Rol.NEGEER
    return Onbekend()


_ROLLEN: tuple[tuple[frozenset[str] | tuple[str, ...], Rol], ...] = (
    (kolomnamen.LOCATIE, Rol.LOCATIE),
    (kolomnamen.RESPONDENT, Rol.RESPONDENT),
    (kolomnamen.ERVARINGSDESKUNDIGE, Rol.ERVARINGSDESKUNDIGE),
    (kolomnamen.META, Rol.NEGEER),
)
