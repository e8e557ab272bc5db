"""De balk onder aan de pagina: wanneer er gebouwd is, wat er opviel, en wat er mis is. Met het script dat ververst."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from kwaliteit import __version__
from kwaliteit.begrippen.fout import EIGEN_FOUT, EIGEN_FOUT_MELDEN
from kwaliteit.begrippen.voorvertoning import Balkpunt
from kwaliteit.bekijken.etalage import Uitstalling

_HIER = Path(__file__).parent
SCRIPT = (_HIER / "balk.js").read_text(encoding="utf-8")
STIJL = (_HIER / "balk.css").read_text(encoding="utf-8")


def maak_stukje(stand: Uitstalling, pad: str) -> str:
    """Alles wat in de pagina wordt gevoegd. In een eigen schaduwboom: de stijl van pagina en balk raken elkaar niet."""
    return (
        f'<kwaliteit-balk data-kenmerk="{stand.kenmerk}" data-merk="{stand.merk(pad)}" data-pagina="{escape(pad)}">'
        f'<template shadowrootmode="open"><style>{STIJL}</style>'
        f'<div id="balk" role="region" aria-label="Voorvertoning">{maak_balk(stand, pad)}</div></template>'
        f"</kwaliteit-balk><script>{SCRIPT}</script>\n"
    )


def maak_balk(stand: Uitstalling, pad: str) -> str:
    """De inhoud van de balk, als HTML waarin elk woord ontsnapt is."""
    mis = _mis(stand)
    zegt = f"Niet bijgewerkt ({stand.tijd}): er is iets te herstellen." if mis else f"Bijgewerkt om {stand.tijd}."
    return (
        f'<div class="rij{" mis" if mis else ""}">'
        f'<p role="status"><b>Voorvertoning</b> <span>{escape(zegt)}</span></p>'
        f"{mis}{_bevindingen(stand)}{_keuze(stand, pad)}"
        '<p id="weg" hidden>Geen verbinding. Start kwaliteit bekijk opnieuw; de pagina ververst dan vanzelf.</p></div>'
    )


def _mis(stand: Uitstalling) -> str:
    """Wat er te herstellen is, opengeklapt; leeg als alles klopt."""
    if stand.is_eigen_fout:
        return f"<p><b>{EIGEN_FOUT}</b> {escape(EIGEN_FOUT_MELDEN.format(versie=__version__))}</p>"
    if not stand.gebreken:
        return ""
    punten = [
        Balkpunt(ernst="", waar=een.waar, wat=een.wat, verwacht=een.verwacht, doe_dit=een.doe_dit)
        for een in stand.gebreken
    ]
    aantal = "1 punt" if len(punten) == 1 else f"{len(punten)} punten"
    return _uitklapper("gebreken", f"Te herstellen: {aantal}", _rijen(punten), is_open=True)


def _bevindingen(stand: Uitstalling) -> str:
    if not stand.punten:
        return "" if stand.gebreken or stand.is_eigen_fout else "<p>Geen bevindingen.</p>"
    per_ernst = _per_ernst(stand.punten)
    lijsten = "".join(f"<h2>{escape(ernst.capitalize())}</h2>{_rijen(punten)}" for ernst, punten in per_ernst.items())
    telling = ", ".join(f"{len(punten)} {ernst}" for ernst, punten in per_ernst.items())
    return _uitklapper("bevindingen", f"Bevindingen: {telling}", lijsten)


def _keuze(stand: Uitstalling, pad: str) -> str:
    """De andere bestanden van het verslag, om naartoe te gaan."""
    if not stand.bestanden:
        return ""
    paginas = [naam for naam in stand.bestanden if naam.endswith(".html")]
    overig = [naam for naam in stand.bestanden if naam not in paginas]
    links = "".join(f"<li>{_link(naam, pad)}</li>" for naam in (*paginas, *overig))
    return _uitklapper("bestanden", f"Bestand: {pad}", f"<ul>{links}</ul>")


def _uitklapper(naam: str, kop: str, inhoud: str, *, is_open: bool = False) -> str:
    return (
        f'<details id="{naam}"{" open" if is_open else ""}><summary>{escape(kop)}</summary>'
        f'<div class="lijst" tabindex="0" role="group" aria-label="{escape(kop)}">{inhoud}</div></details>'
    )


def _link(naam: str, pad: str) -> str:
    hier = ' aria-current="page"' if naam == pad else ""
    return f'<a href="/{escape(naam)}"{hier}>{escape(naam)}</a>'


def _rijen(punten: Iterable[Balkpunt]) -> str:
    return f"<ul>{''.join(f'<li>{_punt(punt)}</li>' for punt in punten)}</ul>"


def _punt(punt: Balkpunt) -> str:
    waar = f"<b>{escape(punt.waar)}</b>: " if punt.waar else ""
    verwacht = f"<br>Verwacht: {escape(punt.verwacht)}" if punt.verwacht else ""
    doe_dit = f"<br>Doe dit: {escape(punt.doe_dit)}" if punt.doe_dit else ""
    return f"{waar}{escape(punt.wat)}{verwacht}{doe_dit}"


def _per_ernst(punten: Iterable[Balkpunt]) -> dict[str, list[Balkpunt]]:
    groepen: dict[str, list[Balkpunt]] = {}
    for punt in punten:
        groepen.setdefault(punt.ernst, []).append(punt)
    return groepen
