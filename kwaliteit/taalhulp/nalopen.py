"""Loopt alle woorden van mensen na die op de pagina komen, en maakt er bevindingen van.

Citaten blijven weg: dat zijn iemands eigen woorden.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kwaliteit.begrippen.actie import Actie
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.verhaal import Verhaaltekst
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.taalhulp.kenmerken import Vondst, loop_zin_na, meld_lange_zin, meld_lange_zinnen
from kwaliteit.taalhulp.woordenlijst import Woordenlijst, maak_woordenlijst
from kwaliteit.taalhulp.zinnen import INVULLING, Zin, splits_in_zinnen

_PLAATS = re.compile(r"(.*?)(?:, regel (\d+))?", re.DOTALL)
_SJABLOONTAAL = re.compile(r"\{#[^#]*#\}|\{%[^%]*%\}|<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stuk:
    """Een tekst met de plaats waar zij begint. Een kernboodschap heeft haar eigen grens aan de lengte."""

    bestand: str
    regel: int
    tekst: str
    is_markdown: bool = False
    is_boodschap: bool = False


def lees_na(werkmap: Werkmap) -> tuple[Bevinding, ...]:
    """Geef wat opvalt in verhaal, acties, het eigen oordeel en eigen blokken; per bestand, en daarbinnen per regel."""
    organisatie = werkmap.organisatie
    namen = (organisatie.naam, *organisatie.ook_wel, *(onderdeel.naam for onderdeel in werkmap.boom.onderdelen))
    lijst = maak_woordenlijst(werkmap.taalregels, namen)
    stukken = sorted(_verzamel(werkmap), key=lambda stuk: (stuk.bestand, stuk.regel))
    return tuple(
        bevinding
        for bestand, samen in groupby(stukken, key=lambda stuk: stuk.bestand)
        for bevinding in _maak_bevindingen(bestand, _loop_bestand_na(tuple(samen), lijst))
    )


def loop_tekst_na(
    tekst: str, lijst: Woordenlijst, *, eerste_regel: int = 1, is_markdown: bool = True
) -> tuple[Vondst, ...]:
    """Geef wat er aan één losse tekst opvalt, per regel."""
    return _loop_bestand_na((_Stuk(bestand="", regel=eerste_regel, tekst=tekst, is_markdown=is_markdown),), lijst)


def _verzamel(werkmap: Werkmap) -> Iterator[_Stuk]:
    verhaal = werkmap.verhaal
    for tekst in (verhaal.voorwoord, verhaal.samenvatting, verhaal.over_ons, verhaal.gewone_taal):
        yield from _neem_verhaaltekst(tekst)
    for pijler in verhaal.pijlers.values():
        if pijler.boodschap:
            yield _neem_tekst(pijler.boodschap, pijler.boodschap_waar, is_boodschap=True)
        for tekst in (pijler.terugblik, pijler.duiding, pijler.besproken, pijler.vooruitblik):
            yield from _neem_verhaaltekst(tekst)
    for reactie in verhaal.reacties:
        yield from _neem_verhaaltekst(reactie.tekst)
    for actie in werkmap.acties:
        yield from _neem_actie(actie, werkmap.jaar)
    for oordeel in werkmap.zelfoordelen:
        yield _neem_tekst(oordeel.bewijs, oordeel.bewijs_waar or oordeel.waar)
    for blok in werkmap.eigen_blokken:
        yield _neem_tekst(_SJABLOONTAAL.sub(_maak_leeg, blok.bron), blok.waar, is_markdown=True)


def _neem_actie(actie: Actie, jaar: int) -> Iterator[_Stuk]:
    """Alleen wat in het verslag over dit jaar komt: open beloften met hun stand, en nieuwe acties."""
    is_open = actie.is_open_in(jaar)
    if is_open or actie.beloofd_in == jaar:
        yield _neem_tekst(actie.wat, actie.wat_waar or actie.waar)
    stand = actie.stand.get(jaar)
    if is_open and stand and stand.toelichting.strip():
        yield _neem_tekst(stand.toelichting, actie.toelichting_waar.get(jaar) or actie.waar)


def _neem_verhaaltekst(tekst: Verhaaltekst | None) -> Iterator[_Stuk]:
    if tekst is not None:
        woorden = "".join(deel if isinstance(deel, str) else INVULLING for deel in tekst.delen)
        yield _neem_tekst(woorden, tekst.waar, is_markdown=True)


def _neem_tekst(tekst: str, waar: str, *, is_markdown: bool = False, is_boodschap: bool = False) -> _Stuk:
    plaats = _PLAATS.fullmatch(waar)
    bestand, regel = plaats.groups() if plaats else (waar, None)
    return _Stuk(
        bestand=bestand, regel=int(regel or 1), tekst=tekst, is_markdown=is_markdown, is_boodschap=is_boodschap
    )


def _maak_leeg(vondst: re.Match[str]) -> str:
    return " " + "\n" * vondst[0].count("\n")


def _loop_bestand_na(stukken: Iterable[_Stuk], lijst: Woordenlijst) -> tuple[Vondst, ...]:
    uitgelegd = set[str]()
    vondsten: list[Vondst] = []
    lopend: list[Zin] = []
    for stuk in stukken:
        zinnen = tuple(splits_in_zinnen(stuk.tekst, eerste_regel=stuk.regel, is_markdown=stuk.is_markdown))
        lopend += zinnen if stuk.is_markdown else ()
        for zin in zinnen:
            vondsten += loop_zin_na(zin, lijst, uitgelegd)
            if not stuk.is_boodschap:
                vondsten += meld_lange_zin(zin, lijst.langste_zin)
    vondsten += meld_lange_zinnen(lopend)
    return tuple(sorted(vondsten, key=lambda vondst: vondst.regel))


def _maak_bevindingen(bestand: str, vondsten: Iterable[Vondst]) -> Iterator[Bevinding]:
    """Maak van elke vondst een bevinding; wat op één regel vaker voorkomt, staat er één keer met het aantal."""
    per_plek: dict[Vondst, int] = {}
    for vondst in vondsten:
        per_plek[vondst] = per_plek.get(vondst, 0) + 1
    for vondst, aantal in per_plek.items():
        yield Bevinding(
            soort=vondst.soort,
            wat=vondst.wat,
            verwacht=vondst.verwacht,
            doe_dit=vondst.doe_dit,
            bestand=bestand,
            cel=f"regel {vondst.regel}",
            aantal=aantal,
        )
