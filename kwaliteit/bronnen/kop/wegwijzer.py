"""Bij welke vraag of rol een kop hoort. Raadt nooit: wat niet precies past, is onbekend."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bronnen.dialecten.dialect import Kolomkop, Metarol
from kwaliteit.bronnen.kop.koppeling import Koppeling, Rol
from kwaliteit.bronnen.taal import kolomnamen
from kwaliteit.bronnen.taal.persoonskoppen import PERSOONSGEGEVENS
from kwaliteit.bronnen.taal.schrijfwijze import vereenvoudig

LANGSTE_KOP = 2000
"""Tekens; wat daarna komt telt niet mee bij het vergelijken."""

EERSTE_DELEN, LAATSTE_DELEN = 4, 8
"""Zoveel stukken van een kop tellen mee: achter het nummer, en de stelling achteraan met haar eigen leestekens."""

ONTHOUD = 2**15
"""Zoveel koppen blijven ontleed onthouden: een blad met 16.384 kolommen past er met een tweede kopregel in."""

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

    def wijs_kolom(self, kop: Kolomkop) -> Betekenis:
        """Zeg wat een kolom is, met alle namen waaronder zij bekend kan zijn.

        De koppeling gaat voor op wat de enquêtetool van een kolom zegt. Een deel (optie of subvraag) kan een vraag of
        een persoonsgegeven zijn, maar geen rol: "Team" als antwoord is geen locatie.
        """
        if (gekoppeld := self._zoek_gekoppeld(kop)) is not None:
            return gekoppeld
        if kop.meta is not None:
            return _VAN_META[kop.meta]
        gevonden = [self.wijs(naam) for naam in kop.namen]
        vragen = {betekenis.id: betekenis for betekenis in gevonden if isinstance(betekenis, Vraag)}
        if not vragen and kop.deel:
            vragen = {vraag.id: vraag for vraag in self._vind_ouders(kop)}
        if len(vragen) > 1 or Onbekend(dubbelzinnig=True) in gevonden:
            return Onbekend(dubbelzinnig=True)
        if vragen:
            return next(iter(vragen.values()))
        if Persoonsgegeven() in gevonden:
            return Persoonsgegeven()
        rollen = [
            betekenis
            for naam, betekenis in zip(kop.namen, gevonden, strict=True)
            if isinstance(betekenis, Rol) and naam != kop.deel
        ]
        return rollen[0] if rollen else Onbekend()

    def _zoek_gekoppeld(self, kop: Kolomkop) -> Vraag | Rol | None:
        sleutels = map(vereenvoudig, (kop.kop, *kop.namen))
        return next((self._koppeling.kolommen[een] for een in sleutels if een in self._koppeling.kolommen), None)

    def _vind_ouders(self, kop: Kolomkop) -> Iterator[Vraag]:
        """Geef de vraag waar een optie bij hoort: alleen wat geen enkel antwoord heeft, kan meer kolommen hebben."""
        for naam in kop.ouders:
            sleutel = vereenvoudig(naam)
            gevonden = [*self._nummers.get(sleutel, ()), *self._teksten.get(sleutel, ())]
            if not gevonden:
                gevonden = list(self._vind_vragen(naam))
            yield from (vraag for vraag in gevonden if not vraag.schaal.soort.is_geteld)

    def _zoek(self, kop: str) -> Betekenis:
        sleutels = _ontleed(kop)
        if sleutels.geheel in self._koppeling.kolommen:
            return self._koppeling.kolommen[sleutels.geheel]
        vragen = {vraag.id: vraag for vraag in self._vind_vragen(kop)}
        if len(vragen) > 1:
            return Onbekend(dubbelzinnig=True)
        return next(iter(vragen.values()), None) or _vind_rol(kop)

    def _vind_vragen(self, kop: str) -> Iterator[Vraag]:
        sleutels = _ontleed(kop)
        for naam in (sleutels.geheel, sleutels.nummer):
            yield from self._nummers.get(naam, ())
            yield from self._teksten.get(naam, ())
        for deel in sleutels.haken:
            yield from self._nummers.get(deel, ())
        for deel in sleutels.achteraan:
            yield from self._teksten.get(deel, ())
        # Alleen een meerkeuzevraag heeft een kolom per optie, zodat het deel vóór de haak al genoeg zegt.
        gevonden = [*self._nummers.get(sleutels.voor_haak, ()), *self._teksten.get(sleutels.voor_haak, ())]
        yield from (vraag for vraag in gevonden if not vraag.schaal.soort.is_geteld)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sleutels:
    """De stukken van een kop waaraan een vraag te herkennen is, vereenvoudigd; leeg wat er niet is."""

    geheel: str
    nummer: str
    haken: tuple[str, ...]
    achteraan: tuple[str, ...]
    voor_haak: str


@lru_cache(maxsize=ONTHOUD)
def _ontleed(kop: str) -> _Sleutels:
    """Ontleed een kop één keer, ook als er vijf vragenlijsten naast liggen."""
    nummer, rest = _splits_nummer(kop)
    voor_haak = _VOOR_HAAK.match(kop)
    return _Sleutels(
        geheel=vereenvoudig(kop),
        nummer="" if _is_toelichting(rest) else vereenvoudig(nummer),
        haken=tuple(map(vereenvoudig, _TUSSEN_HAKEN.findall(kop))),
        achteraan=tuple(map(vereenvoudig, _achterste_delen(kop))),
        voor_haak=vereenvoudig(voor_haak[1]) if voor_haak else "",
    )


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
    """Geef elk stuk dat na een leesteken begint: de vraag na het nummer, de stelling na de inleiding.

    Bij heel veel leestekens alleen de eerste en de laatste: een kop van leestekens mag geen minuten kosten.
    """
    begin = [treffer.end() for treffer in _NA_LEESTEKEN.finditer(kop)]
    if len(begin) > EERSTE_DELEN + LAATSTE_DELEN:
        begin = [*begin[:EERSTE_DELEN], *begin[-LAATSTE_DELEN:]]
    for plek in begin:
        yield kop[plek:]


def _is_toelichting(rest: str) -> bool:
    return any(woord in kolomnamen.TOELICHTING for woord in vereenvoudig(rest).split()[:1])


@lru_cache(maxsize=ONTHOUD)
def _vind_rol(kop: str) -> Betekenis:
    nummer, rest = _splits_nummer(kop)
    if nummer and _is_toelichting(rest):
        return Rol.NEGEER
    # Persoonsgegevens worden ruim herkend; een rol alleen als de kop (na een nummer) precies zo heet.
    if any(vereenvoudig(deel) in PERSOONSGEGEVENS for deel in (kop, *_achterste_delen(kop))):
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

_VAN_META: Mapping[Metarol, Betekenis] = {
    Metarol.RESPONDENT: Rol.RESPONDENT,
    Metarol.PERSOONSGEGEVEN: Persoonsgegeven(),
    Metarol.OVER_HET_INVULLEN: Rol.NEGEER,
}
