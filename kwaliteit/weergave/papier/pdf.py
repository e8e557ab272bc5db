"""Het verslag op papier: een getagde PDF (PDF/UA-1) met inhoudsopgave, bladwijzers en paginanummers.

Het sjabloon krijgt alles als JSON en dus als waarde: tekst van mensen kan er nooit opmaak worden.
"""

import json
import re
from collections.abc import Mapping, Sequence

from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Formaat, Logo, Vormgeving
from kwaliteit.weergave.figuren.beelden import als_svg
from kwaliteit.weergave.figuren.los.maten import BREEDTE
from kwaliteit.weergave.figuren.rompen import HOOGSTE, teken_rompen
from kwaliteit.weergave.papier.kolombreedte import (
    bepaal_breedtes,
    heeft_hoge_rij,
    is_getalkolom,
    past_op_een_blad,
    past_zonder_afbreken,
)
from kwaliteit.weergave.papier.zetwerk import (
    kies_kleuren,
    knip_voorblad,
    koppen_voor_inhoud,
    lees_doel,
    maak_onderdeelfout,
    maak_zetbaar,
    schrijf_alts,
    zoek_vaste_delen,
)
from kwaliteit.weergave.plat.delen import (
    Aanhaling,
    Beeld,
    Codeblok,
    Kop,
    Lijst,
    Platdeel,
    Plattabel,
    Regel,
    Streep,
    Tekst,
    anker_van,
    lees_tekst,
    loop_door,
    verzamel_ankers,
)
from kwaliteit.weergave.plat.maken import maak_plat
from kwaliteit.weergave.sjabloonvoorraad import SJABLONEN
from kwaliteit.weergave.woorden import CONCEPT

LETTERS = SJABLONEN / "letters"
_MAAT = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_KORTE_ALINEA = 400
"""Een alinea met hoogstens zoveel tekens (vijf regels) loopt niet over twee bladzijden."""
_LANG_CITAAT = 1200
"""Een citaat met meer tekens mag over twee bladzijden lopen."""
_ONTOONBAAR = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ERBIJ = "[\U0001f3fb-\U0001f3ff\u200d\ufe0e\ufe0f]*"
"""Een huidskleur of verbinding hoort bij het teken ervoor of erna."""
_VERVANGER = "\u25a1"
_CEL = re.compile(rb"(?<=/S/)TD(/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U\d+x(\d+)y\d+\)\])")


def maak_pdf(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `<uitgave>.pdf`. Zonder het pakket `typst` een GebruikFout met de regel die het installeert."""
    delen = maak_plat(verslag)
    beelden = {naam: tuple(map(als_svg, stukken)) for naam, stukken in teken_rompen(verslag).items()}
    zetter = _Zetter(verzamel_ankers(delen), beelden, vorm.keuze.basis_url)
    voorblad, lijf = knip_voorblad(delen)
    stof = {
        "titel": maak_zetbaar(verslag.titel),
        "organisatie": maak_zetbaar(verslag.organisatie.naam),
        "omschrijving": maak_zetbaar(verslag.omschrijving),
        "datum": _datum(verslag),
        "voettekst": CONCEPT if verslag.concept else "",
        "logo": _logo(vorm.huisstijl.logo, verslag),
        "kleuren": kies_kleuren(vorm.huisstijl),
        "voorblad": zetter.zet(voorblad),
        "met_inhoud": bool(koppen_voor_inhoud(delen)),
        "delen": zetter.zet(lijf),
    }
    return Uitvoerbestand(pad=f"{verslag.uitgave}.pdf", inhoud=_geef_rijkoppen(_druk_af(stof)))


def _datum(verslag: Verslag) -> Mapping[str, int] | None:
    """De datum in de eigenschappen: die van de vaststelling, nooit die van vandaag."""
    dag = verslag.vastgesteld_op
    return None if dag is None or verslag.concept else {"year": dag.year, "month": dag.month, "day": dag.day}


def _logo(logo: Logo | None, verslag: Verslag) -> Mapping[str, object] | None:
    if logo is None:
        return None
    return {"inhoud": list(logo.inhoud), "soort": logo.soort, "alt": f"Logo van {verslag.organisatie.naam}"}


class _Zetter:
    """Schrijft delen op voor het sjabloon; elk anker wordt één keer vergeven."""

    def __init__(self, ankers: frozenset[str], beelden: Mapping[str, Sequence[str]], basis_url: str) -> None:
        self._ankers = ankers
        self._vrij = set(ankers)
        self._beelden = beelden
        self._basis_url = basis_url

    def zet(self, delen: Sequence[Platdeel]) -> list[Mapping[str, object]]:
        """Schrijf de delen op, elk met of het bij het deel erna moet blijven."""
        vast = zoek_vaste_delen(delen)
        voor_beeld = [isinstance(volgend, Beeld) for volgend in (*delen[1:], None)]
        return [
            {**self._zet_deel(deel), "plak": plak, "ruim": ruim}
            for deel, plak, ruim in zip(delen, vast, voor_beeld, strict=True)
        ]

    def _zet_deel(self, deel: Platdeel) -> Mapping[str, object]:  # noqa: PLR0911  een regel per soort deel
        anker = self._geef_anker(deel)
        match deel:
            case Kop():
                return {"soort": "kop", "niveau": deel.niveau, "regel": self._regel(deel.regel), "anker": anker}
            case Tekst():
                return {
                    "soort": "tekst",
                    "toon": deel.toon,
                    "regel": self._regel(deel.regel),
                    "heel": len(lees_tekst(deel.regel)) <= _KORTE_ALINEA,
                }
            case Lijst():
                return {"soort": "lijst", "begin": deel.begin, "punten": [self.zet(punt) for punt in deel.punten]}
            case Aanhaling():
                lengte = sum(
                    len(een.tekst) for onder in loop_door(deel.delen) if isinstance(onder, Tekst) for een in onder.regel
                )
                return {
                    "soort": "aanhaling",
                    "bron": maak_zetbaar(deel.bron),
                    "delen": self.zet(deel.delen),
                    "breekt": lengte > _LANG_CITAAT,
                }
            case Plattabel():
                return self._tabel(deel, anker)
            case Beeld():
                return self._beeld(deel, anker)
            case Codeblok():
                return {"soort": "code", "tekst": maak_zetbaar(deel.tekst)}
            case Streep():
                return {"soort": "streep"}

    def _geef_anker(self, deel: Platdeel) -> str | None:
        anker = anker_van(deel)
        if anker not in self._vrij:
            return None
        self._vrij.remove(anker)
        return anker

    def _regel(self, regel: Regel) -> list[Mapping[str, object]]:
        stukken: list[Mapping[str, object]] = []
        for stukje in regel:
            doel = lees_doel(stukje.doel, self._ankers, self._basis_url)
            kaal = re.sub(r"^(https?://|mailto:)|/$", "", doel.adres)
            stukken.append(
                {
                    "tekst": maak_zetbaar(stukje.tekst),
                    "vet": stukje.vet,
                    "schuin": stukje.schuin,
                    "doorgehaald": stukje.doorgehaald,
                    "code": stukje.code,
                    "naar": doel.anker or None,
                    "url": doel.adres or None,
                    # Op papier kan niemand klikken: een adres dat niet in de tekst staat, komt erachter.
                    "adres": kaal if kaal and kaal not in stukje.tekst else None,
                }
            )
        return stukken

    def _tabel(self, tabel: Plattabel, anker: str | None) -> Mapping[str, object]:
        breedtes = bepaal_breedtes(tabel)
        return {
            "soort": "tabel",
            "bijschrift": maak_zetbaar(tabel.bijschrift),
            "koppen": [maak_zetbaar(kop) for kop in tabel.koppen],
            "rijen": [[self._regel(cel.regel) for cel in rij] for rij in tabel.rijen],
            "rechts": [is_getalkolom(tabel, rang) for rang in range(len(tabel.koppen))],
            "breedtes": breedtes,
            "breekt_af": not past_zonder_afbreken(tabel),
            "rij_breekt": heeft_hoge_rij(tabel, breedtes),
            "breekt": not past_op_een_blad(tabel, breedtes),
            "anker": anker,
        }

    def _beeld(self, beeld: Beeld, anker: str | None) -> Mapping[str, object]:
        svgs = self._beelden[beeld.naam]
        stukken = [
            {"svg": svg, "alt": maak_zetbaar(alt), "breedte": _kies_breedte(svg)}
            for svg, alt in zip(svgs, schrijf_alts(beeld.alt, len(svgs)), strict=True)
        ]
        return {
            "soort": "beeld",
            "stukken": stukken,
            "anker": anker,
        }


def _kies_breedte(svg: str) -> float:
    """Welk deel van de regel een figuur breed is: minder als zij anders te hoog wordt voor een blad."""
    maat = _MAAT.search(svg)
    return min(1.0, HOOGSTE / BREEDTE * float(maat[1]) / float(maat[2])) if maat else 1.0


def _druk_af(stof: Mapping[str, object]) -> bytes:
    """Zet de stof. Mist een teken (een emoji), dan helpen de letters van deze computer; anders komt er een vierkant."""
    try:
        import typst  # noqa: PLC0415  groot, en alleen voor wie papier wil
    except ImportError:
        raise maak_onderdeelfout(Formaat.PDF) from None
    sjabloon = (SJABLONEN / "papier.typ").read_bytes()
    tekst = json.dumps(stof, ensure_ascii=False)
    letters = typst.Fonts(include_system_fonts=False, font_paths=[LETTERS])
    van_hier = False
    while True:
        try:
            return typst.compile(
                sjabloon, font_paths=letters, sys_inputs={"stof": tekst}, format="pdf", pdf_standards=["ua-1"]
            )
        except typst.TypstError as fout:
            teken = _ONTOONBAAR.search(fout.message)
            if teken is None:
                raise
            if not van_hier:
                letters = typst.Fonts(include_system_fonts=True, font_paths=[LETTERS])
                van_hier = True
                continue
            kaler = re.sub(f"{_ERBIJ}{re.escape(teken[1])}{_ERBIJ}", _VERVANGER, tekst)
            if kaler == tekst:
                raise
            tekst = kaler


def _geef_rijkoppen(pdf: bytes) -> bytes:
    """Maak van de eerste cel van elke rij een rijkop, en laat de andere cellen hun koppen zelf zoeken.

    Typst kan dit zelf nog alleen met een schakelaar die in Python ontbreekt. Elke vervanging is even lang als wat er
    stond, zodat alle plaatsen in het bestand blijven kloppen.
    """

    def vervang(gevonden: re.Match[bytes]) -> bytes:
        is_rijkop = gevonden[3] == b"0"
        soort, richting = (b"TH", b"/Scope/Row") if is_rijkop else (b"TD", b"")
        return soort + gevonden[1] + richting.ljust(len(gevonden[2]))

    return _CEL.sub(vervang, pdf)
