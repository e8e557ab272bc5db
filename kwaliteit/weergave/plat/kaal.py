"""Het verslag als kaal stuk HTML voor een gewoon redactiesysteem: geen stijl, geen tekening, niets om weg te halen.

Elk stuk tekst staat in een eigen blok en elk blok op een eigen regel zonder wit ertussen. Zo voegt WordPress geen lege
alinea's of regeleinden toe, en blijft na zijn filter woord voor woord hetzelfde staan.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Vormgeving
from kwaliteit.weergave.plat.delen import (
    Aanhaling,
    Beeld,
    Codeblok,
    Kop,
    Lijst,
    Platcel,
    Platdeel,
    Plattabel,
    Regel,
    Streep,
    Stukje,
    Tekst,
    maak_volledig,
    verschuif_koppen,
    verzamel_ankers,
)
from kwaliteit.weergave.plat.maken import maak_plat

PAD = "fragment-kaal.html"
KOPNIVEAU = 2
"""Op een webpagina is de h1 al van de pagina zelf."""
_HAKEN = str.maketrans({"[": "&#91;", "]": "&#93;"})
"""Rechte haken zijn in WordPress een opdracht; zo geschreven zijn ze alleen tekst."""
_OMSLAGEN: tuple[tuple[Callable[[Stukje], bool], str], ...] = (
    (lambda stukje: stukje.code, "code"),
    (lambda stukje: stukje.doorgehaald, "s"),
    (lambda stukje: stukje.schuin, "em"),
    (lambda stukje: stukje.vet, "strong"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plaats:
    """Waar links en beelden heen wijzen: het webadres, en de ankers die er zijn."""

    basis_url: str
    ankers: frozenset[str]


def maak_kaal(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `fragment-kaal.html`: dezelfde woorden als de Markdown, met de titel als hoogste kop (standaard h2)."""
    delen = verschuif_koppen(maak_plat(verslag), (vorm.keuze.kopniveau or KOPNIVEAU) - 1)
    plaats = _Plaats(basis_url=vorm.keuze.basis_url, ankers=verzamel_ankers(delen))
    tekst = "\n".join(('<div lang="nl">', *(_schrijf_deel(deel, plaats) for deel in delen), "</div>", ""))
    return Uitvoerbestand(pad=PAD, inhoud=tekst.encode("utf-8"))


def _schrijf_delen(delen: Sequence[Platdeel], plaats: _Plaats) -> str:
    return "".join(_schrijf_deel(deel, plaats) for deel in delen)


def _schrijf_deel(deel: Platdeel, plaats: _Plaats) -> str:  # noqa: PLR0911  een regel per soort deel
    match deel:
        case Kop():
            return f"<h{deel.niveau}{_id(deel.anker)}>{_schrijf_regel(deel.regel, plaats)}</h{deel.niveau}>"
        case Tekst():
            return f"<p>{_schrijf_regel(deel.regel, plaats)}</p>"
        case Lijst():
            return _schrijf_lijst(deel, plaats)
        case Aanhaling():
            bron = f"<p>— {_ontsnap(deel.bron)}</p>" if deel.bron else ""
            return f"<blockquote>{_schrijf_delen(deel.delen, plaats)}{bron}</blockquote>"
        case Plattabel():
            return _schrijf_tabel(deel, plaats)
        case Beeld():
            return _schrijf_beeld(deel, plaats)
        case Codeblok():
            return f"<pre><code>{_ontsnap(deel.tekst)}</code></pre>"
        case Streep():
            return "<hr>"


def _schrijf_lijst(lijst: Lijst, plaats: _Plaats) -> str:
    naam = "ul" if lijst.begin is None else "ol"
    begin = f' start="{lijst.begin}"' if lijst.begin not in (None, 1) else ""
    return f"<{naam}{begin}>{''.join(_schrijf_punt(punt, plaats) for punt in lijst.punten)}</{naam}>"


def _schrijf_punt(punt: Sequence[Platdeel], plaats: _Plaats) -> str:
    """Eén alinea staat kaal in het punt; staat er meer onder, dan krijgt elke alinea haar eigen element."""
    match punt:
        case [Tekst(regel=regel)]:
            return f"<li>{_schrijf_regel(regel, plaats)}</li>"
        case _:
            return f"<li>{_schrijf_delen(punt, plaats)}</li>"


def _schrijf_tabel(tabel: Plattabel, plaats: _Plaats) -> str:
    bijschrift = f"<caption>{_ontsnap(tabel.bijschrift)}</caption>" if tabel.bijschrift else ""
    koppen = "".join(_schrijf_cel(_ontsnap(kop), "col") for kop in tabel.koppen)
    rijen = "\n".join(_schrijf_rij(rij, plaats) for rij in tabel.rijen)
    return (
        f"<table{_id(tabel.anker)}>{bijschrift}\n<thead><tr>{koppen}</tr></thead>\n<tbody>\n{rijen}\n</tbody></table>"
    )


def _schrijf_rij(rij: Sequence[Platcel], plaats: _Plaats) -> str:
    eerste, *rest = (_schrijf_regel(cel.regel, plaats) for cel in rij)
    return f"<tr>{_schrijf_cel(eerste, 'row')}{''.join(_schrijf_cel(cel, '') for cel in rest)}</tr>"


def _schrijf_cel(inhoud: str, richting: str) -> str:
    """Een kop met een richting; een lege kop zegt niets en wordt een gewone cel."""
    return f'<th scope="{richting}">{inhoud}</th>' if richting and inhoud else f"<td>{inhoud}</td>"


def _schrijf_beeld(beeld: Beeld, plaats: _Plaats) -> str:
    # Een maat in pixels loopt op een telefoon uit het scherm, en geen maat ook: de png is 1440 breed. Met stijl kan het
    # hier niet, want die haalt een redactiesysteem weg; een breedte in procenten laat het staan.
    bron = escape(maak_volledig(f"figuren/{beeld.naam}.png", plaats.basis_url))
    return f'<p{_id(beeld.naam)}><img src="{bron}" alt="{escape(beeld.alt)}" width="100%"></p>'


def _id(anker: str) -> str:
    return f' id="kv-{escape(anker)}"' if anker else ""


def _schrijf_regel(regel: Regel, plaats: _Plaats) -> str:
    return "".join(_schrijf_stukje(stukje, plaats) for stukje in regel)


def _schrijf_stukje(stukje: Stukje, plaats: _Plaats) -> str:
    tekst = _ontsnap(stukje.tekst).replace("\n", "<br>")
    for heeft, naam in _OMSLAGEN:
        if heeft(stukje):
            tekst = f"<{naam}>{tekst}</{naam}>"
    doel = _wijs_aan(stukje.doel, plaats)
    return f'<a href="{escape(doel)}">{tekst}</a>' if doel else tekst


def _wijs_aan(doel: str, plaats: _Plaats) -> str:
    if doel.startswith("#"):
        return f"#kv-{doel[1:]}" if doel[1:] in plaats.ankers else ""
    return doel and maak_volledig(doel, plaats.basis_url)


def _ontsnap(tekst: str) -> str:
    return escape(tekst, quote=False).translate(_HAKEN)
