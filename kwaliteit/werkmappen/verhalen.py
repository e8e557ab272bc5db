"""Leest `verhaal/<jaar>/*.md`: de woorden van mensen. Verandert geen letter en voert niets uit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.verhaal import Pijlerverhaal, Reactie, Verhaal, Verhaaltekst
from kwaliteit.werkmappen.cijferverwijzingen import ontleed_tekst
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.vormen import Pijlerkop, Reactiekop

VASTE_NAMEN = ("voorwoord", "samenvatting", "over-ons", "gewone-taal")
REACTIE_BEGIN = "reactie-"

SECTIES = ("terugblik", "duiding", "besproken", "vooruitblik")
KOP = re.compile(r" {0,3}##(?!#)")
CODEBLOK = re.compile(r" {0,3}(```|~~~)")
KOPLIJN = "---"
GEEN_KERNCIJFER = "geen"
"""Staat dit bij kerncijfer, dan komt er geen cijfer bij de boodschap."""


@dataclass(slots=True)
class _Stapel:
    """Wat er tot nu toe gelezen is."""

    vast: dict[str, Verhaaltekst | None] = field(default_factory=dict)
    pijlers: dict[str, Pijlerverhaal] = field(default_factory=dict)
    reacties: list[Reactie] = field(default_factory=list)


def lees_verhaal(plank: Leesplank, jaar: int) -> Verhaal:
    """Geef alle teksten bij dit verslagjaar; zonder map is alles leeg.

    Elk ander .md-bestand geldt als tekst bij een pijler; of die pijler bestaat, weet alleen het kader.
    """
    stapel = _Stapel()
    for bestand in plank.som_op(f"verhaal/{jaar}"):
        _lees_bestand(f"verhaal/{jaar}/{bestand}", bestand, stapel, plank)
    return Verhaal(
        voorwoord=stapel.vast.get("voorwoord"),
        samenvatting=stapel.vast.get("samenvatting"),
        over_ons=stapel.vast.get("over-ons"),
        pijlers=stapel.pijlers,
        reacties=tuple(stapel.reacties),
        gewone_taal=stapel.vast.get("gewone-taal"),
    )


def _lees_bestand(naam: str, bestand: str, stapel: _Stapel, plank: Leesplank) -> None:
    stam, punt, uitgang = bestand.rpartition(".")
    if not punt or uitgang.lower() != "md" or not plank.is_bestand(naam):
        plank.meld(
            naam,
            "dit hoort niet in de map met verhalen",
            "alleen tekstbestanden die eindigen op .md",
            "Zet dit bestand in een andere map, of bewaar de tekst als .md.",
        )
        return
    tekst = plank.lees_tekst(naam)
    if tekst is None:
        return
    kop, inhoud, eerste_regel = _splits_kop(tekst, naam, plank)
    if stam in VASTE_NAMEN:
        stapel.vast[stam] = _lees_vaste_tekst(naam, kop, inhoud, eerste_regel, plank)
    elif stam.startswith(REACTIE_BEGIN) and stam != REACTIE_BEGIN:
        reactie = _lees_reactie(naam, kop, inhoud, eerste_regel, plank)
        if reactie is not None:
            stapel.reacties.append(reactie)
    else:
        verhaal = _lees_pijler(naam, kop or "", inhoud, eerste_regel, plank)
        if verhaal is not None:
            stapel.pijlers[stam] = verhaal


def _splits_kop(tekst: str, naam: str, plank: Leesplank) -> tuple[str | None, str, int]:
    """Geef de kop tussen --- (None als die er niet is), de tekst erna en de regel waarop die begint."""
    regels = tekst.split("\n")
    if regels[0].rstrip() != KOPLIJN:
        return None, tekst, 1
    for nummer, regel in enumerate(regels[1:], start=1):
        if regel.rstrip() == KOPLIJN:
            return "\n".join(regels[1:nummer]), "\n".join(regels[nummer + 1 :]), nummer + 2
    plank.meld(
        f"{naam}, regel 1",
        "de kop die hier met --- begint, is niet gesloten",
        "een regel met alleen --- boven en onder de kop",
        "Zet een regel met --- onder de kop.",
    )
    return None, "", 1


def _lees_vaste_tekst(
    naam: str, kop: str | None, inhoud: str, eerste_regel: int, plank: Leesplank
) -> Verhaaltekst | None:
    if kop is not None:
        plank.meld(
            f"{naam}, regel 1",
            "dit bestand heeft een kop tussen ---, en die wordt hier niet gebruikt",
            "alleen tekst",
            "Haal de kop weg.",
        )
    return ontleed_tekst(inhoud, naam=naam, eerste_regel=eerste_regel, plank=plank)


def _lees_reactie(naam: str, kop: str | None, inhoud: str, eerste_regel: int, plank: Leesplank) -> Reactie | None:
    gelezen = plank.lees_yamlkop(kop or "", Reactiekop, naam=naam, eerste_regel=2 if kop else 1)
    tekst = ontleed_tekst(inhoud, naam=naam, eerste_regel=eerste_regel, plank=plank)
    if tekst is None:
        plank.meld(naam, "deze reactie is leeg", "een tekst onder de kop", "Schrijf de tekst, of haal het bestand weg.")
    if gelezen is None or tekst is None:
        return None
    return Reactie(titel=gelezen.titel.strip(), tekst=tekst)


def _lees_pijler(naam: str, kop: str, inhoud: str, eerste_regel: int, plank: Leesplank) -> Pijlerverhaal | None:
    gelezen = plank.lees_yamlkop(kop, Pijlerkop, naam=naam, eerste_regel=2)
    secties = _lees_secties(inhoud, naam, eerste_regel, plank)
    if gelezen is None:
        return None
    if "{{" in gelezen.boodschap:
        plank.meld(
            f"{naam}, regel 2",
            "in de boodschap staat een verwijzing naar een cijfer",
            "een boodschap in gewone woorden, met het cijfer apart",
            "Noem het cijfer in de kop: kerncijfer: CL04.",
        )
    zonder_kerncijfer = (gelezen.kerncijfer or "").strip().casefold() == GEEN_KERNCIJFER
    return Pijlerverhaal(
        boodschap=" ".join(gelezen.boodschap.split()),
        kerncijfer=None if zonder_kerncijfer else gelezen.kerncijfer,
        zonder_kerncijfer=zonder_kerncijfer,
        trend=gelezen.trend,
        terugblik=secties.get("terugblik"),
        duiding=secties.get("duiding"),
        besproken=secties.get("besproken"),
        vooruitblik=secties.get("vooruitblik"),
        boodschap_waar=f"{naam}, regel {_zoek_regel(kop, 'boodschap', eerste_regel=2)}",
    )


def _zoek_regel(kop: str, sleutel: str, *, eerste_regel: int) -> int:
    """De regel waarop een sleutel in de kop begint; staat zij er niet, dan de eerste."""
    for nummer, regel in enumerate(kop.split("\n"), start=eerste_regel):
        if regel.startswith(f"{sleutel}:"):
            return nummer
    return eerste_regel


def _lees_secties(inhoud: str, naam: str, eerste_regel: int, plank: Leesplank) -> dict[str, Verhaaltekst | None]:
    secties: dict[str, Verhaaltekst | None] = {}
    for kop, regel, tekst in _splits_op_koppen(inhoud, eerste_regel):
        sectie, waar = kop.casefold(), f"{naam}, regel {regel}"
        if sectie in secties:
            plank.meld(
                waar, f"de kop '{kop}' staat hier voor de tweede keer", "elke kop één keer", "Voeg de teksten samen."
            )
        elif sectie in SECTIES:
            secties[sectie] = ontleed_tekst(tekst, naam=naam, eerste_regel=regel + 1, plank=plank)
        elif kop:
            plank.meld(
                waar,
                f"de kop '{kop if len(kop) <= 40 else kop[:39] + '…'}' hoort niet in dit bestand",
                ", ".join(f"## {sectie.capitalize()}" for sectie in SECTIES),
                f"Verbeter de kop, of maak er met ### een tussenkop van.{bedoelde_u(kop[:40], SECTIES)}",
            )
        elif tekst.strip():
            lege_regels = tekst[: -len(tekst.lstrip())].count("\n")
            plank.meld(
                f"{naam}, regel {regel + 1 + lege_regels}",
                "de tekst boven de eerste kop komt nergens in het verslag",
                ", ".join(f"## {sectie.capitalize()}" for sectie in SECTIES),
                "Zet de tekst onder een van deze koppen.",
            )
    return secties


def _splits_op_koppen(inhoud: str, eerste_regel: int) -> Iterator[tuple[str, int, str]]:
    """Geef per kop met ## de naam, de regel en de tekst eronder; eerst wat boven de eerste kop staat (naam leeg)."""
    kop, kopregel, stuk, in_code = "", eerste_regel - 1, list[str](), False
    for nummer, regel in enumerate(inhoud.split("\n"), start=eerste_regel):
        in_code ^= bool(CODEBLOK.match(regel))
        gevonden = None if in_code else KOP.match(regel)
        if gevonden is None:
            stuk.append(regel)
            continue
        yield kop, kopregel, "\n".join(stuk)
        kop, kopregel, stuk = regel[gevonden.end() :].strip().rstrip("#").rstrip() or "##", nummer, []
    yield kop, kopregel, "\n".join(stuk)
