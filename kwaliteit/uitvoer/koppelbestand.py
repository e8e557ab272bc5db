"""Een koppeling schrijven die mensen verder bewerken: nieuwe regels komen erbij, geen teken van een mens verdwijnt.

Een bestaande koppeling wordt alleen aangevuld als daarna vaststaat dat alles er nog in staat en er alleen bij kwam wat
erbij moest. Lukt dat niet, dan komt het voorstel in een bestand ernaast.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kwaliteit.begrippen.fout import BezetFout, Gebrek, GebruikFout
from kwaliteit.begrippen.inspectie import Leesopdracht
from kwaliteit.begrippen.koppelvoorstel import Koppelregel, Koppelvoorstel, Schrijfwijze

MAP = "koppelingen"

_BLOK = r"^{inspringing}{sleutel}[ \t]*:[ \t]*(?:#.*)?$"
_SLEUTEL = re.compile(r"""^(?P<wit>[ ]+)(?P<sleutel>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'":][^:#]*?)[ ]*:""")

Keuring = Callable[[str, str], bool]
"""Krijgt de oude en de nieuwe tekst; waar als de nieuwe klopt en alles van de oude nog zegt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschreven:
    """Waar het voorstel staat, hoe het daar kwam, en wat er nog in kwaliteit.yaml moet (leeg als dat niets is).

    `plakplek` zegt waar dat hoort. `nieuwe_naam` is de bestandsnaam waarmee het niet nodig is; leeg als die er niet is.
    """

    pad: Path
    schrijfwijze: Schrijfwijze
    kwaliteit_yaml: str = ""
    plakplek: str = ""
    nieuwe_naam: str = ""


def schrijf_koppeling(opdracht: Leesopdracht, voorstel: Koppelvoorstel, keur: Keuring) -> Geschreven:
    """Schrijf `koppelingen/<bestandsnaam>.yaml`, of vul de bestaande koppeling aan.

    BezetFout of GebruikFout als dat niet kan; dan is er niets veranderd.
    """
    if opdracht.werkmap is None:
        raise ValueError("een koppeling hoort in een werkmap")
    map_ = opdracht.werkmap / MAP
    _eis_eigen_map(opdracht.werkmap, map_)
    doel = opdracht.koppeling or map_ / f"{opdracht.koppelstam or opdracht.pad.stem}.yaml"
    try:
        pad, hoe = _schrijf(doel, map_, voorstel, keur)
    except UnicodeDecodeError:
        raise GebruikFout(_geen_tekst(doel)) from None
    except OSError:
        raise BezetFout(_niet_te_schrijven(doel)) from None
    if opdracht.is_bron:
        return Geschreven(pad=pad, schrijfwijze=hoe)
    plakplek, blok = _zeg_bron(opdracht, voorstel, doel)
    if voorstel.groep in opdracht.bezette_groepen:
        blok = (
            f"# Let op: voor {voorstel.groep.naam} heeft {opdracht.jaar} al een bron, en er kan er maar één zijn.\n"
            f"# Zet dit in de plaats daarvan, of bij een ander jaar.\n{blok}"
        )
    naam = _kies_nieuwe_naam(opdracht, voorstel, doel)
    return Geschreven(pad=pad, schrijfwijze=hoe, kwaliteit_yaml=blok, plakplek=plakplek, nieuwe_naam=naam)


def _schrijf(doel: Path, map_: Path, voorstel: Koppelvoorstel, keur: Keuring) -> tuple[Path, Schrijfwijze]:
    if not doel.exists() and not doel.is_symlink():
        _schrijf_nieuw(doel, maak_koppeltekst(voorstel))
        return doel, Schrijfwijze.NIEUW
    inhoud = doel.read_bytes()
    oud = inhoud.decode("utf-8")
    nieuw = vul_aan(oud, voorstel)
    if nieuw == oud and not any(regel.doel for regel in voorstel.regels):
        return doel, Schrijfwijze.NIETS
    if doel.is_symlink() or not _is_aanvulling(oud, nieuw) or not keur(oud, nieuw):
        ernaast = _vrije_naam(map_, doel.stem)
        _schrijf_nieuw(ernaast, maak_koppeltekst(voorstel))
        return ernaast, Schrijfwijze.ERNAAST
    _vervang(doel, inhoud, nieuw)
    return doel, Schrijfwijze.AANGEVULD


def _zeg_bron(opdracht: Leesopdracht, voorstel: Koppelvoorstel, koppeling: Path) -> tuple[str, str]:
    """Geef waar in kwaliteit.yaml wat moet komen te staan om het bestand met deze koppeling te lezen."""
    jaar = str(opdracht.jaar or "JAAR")
    bestand = opdracht.naam if "/" in opdracht.naam else f"bronnen/{jaar}/{opdracht.naam}"
    velden = (
        f"bestand: {citeer(bestand)}",
        f"doelgroep: {voorstel.groep}",
        f"vragenlijst: {voorstel.vragenlijst}",
        f"koppeling: {citeer(f'{MAP}/{koppeling.name}')}",
    )
    regels = _lees_instellingen(opdracht)
    stap, wit, bronnen = _zoek_jaarblok(regels, jaar)
    if bronnen is not None and not re.fullmatch(r"\s*bronnen[ \t]*:[ \t]*(?:#.*)?", bronnen.rstrip()):
        return f"Zet dit bij '{jaar}:' in de lijst 'bronnen', achter een komma:", f"{{{', '.join(velden)}}}"
    lijst = [f"{wit}{stap}{'- ' if nummer == 0 else '  '}{veld}" for nummer, veld in enumerate(velden)]
    if bronnen is not None:
        return f"Plak dit bij '{jaar}:', onder de laatste regel van 'bronnen:':", "\n".join(lijst)
    return f"Plak dit onder de regel '{jaar}:':", "\n".join([f"{wit}bronnen:", *lijst])


def _lees_instellingen(opdracht: Leesopdracht) -> list[str]:
    try:
        return ((opdracht.werkmap or Path()) / "kwaliteit.yaml").read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _zoek_jaarblok(regels: Sequence[str], jaar: str) -> tuple[str, str, str | None]:
    """Geef hoe ver het bestand per stap inspringt, hoe ver onder dit jaar, en de regel `bronnen:` die daar al staat."""
    begin, einde, wit, stap = 0, len(regels), "", "  "
    for sleutel in ("jaren", jaar):
        plek = _zoek_sleutel(regels, begin, einde, wit, sleutel)
        if plek is None:
            return "  ", "    ", None
        begin, einde = plek + 1, _einde_van_blok(regels, plek + 1, einde, wit)
        binnen = _inspringing(regels, begin, einde) or f"{wit}{stap}"
        wit, stap = binnen, binnen.removeprefix(wit)
    bronnen = re.compile(rf"{wit}bronnen[ \t]*:")
    return stap, wit, next((regel for regel in regels[begin:einde] if bronnen.match(regel)), None)


def _kies_nieuwe_naam(opdracht: Leesopdracht, voorstel: Koppelvoorstel, koppeling: Path) -> str:
    """Geef de naam waaronder de werkmap bestand en koppeling vanzelf vindt; leeg als dat hier niet kan."""
    groep = voorstel.groep
    if opdracht.werkmap is None or opdracht.jaar is None or not voorstel.is_standaardlijst:
        return ""
    if groep in opdracht.bezette_groepen:
        return ""
    if opdracht.pad.name.casefold().startswith(groep):
        return opdracht.pad.name if koppeling.stem == opdracht.pad.stem else ""
    naam = f"{groep}{opdracht.pad.suffix.lower()}"
    plekken = (koppeling.with_name(f"{groep}.yaml"), opdracht.werkmap / "bronnen" / str(opdracht.jaar) / naam)
    return "" if any(plek.exists() or plek.is_symlink() for plek in plekken) else naam


def maak_koppeltekst(voorstel: Koppelvoorstel) -> str:
    """Maak een heel nieuw koppelbestand."""
    koppen = [regel for regel in voorstel.regels if not regel.onder]
    regels = [
        f"# Koppeling voor {_plat(voorstel.bestand)}: {voorstel.groep.naam}, vragenlijst {voorstel.vragenlijst}.",
        "# Links de kop in het bestand, rechts de vraag of wat de kolom is. 'negeer': deze kolom wordt niet gelezen.",
        *_schrijf_uitleg(voorstel),
        *_schrijf_blok("kolommen", koppen, "  "),
    ]
    antwoorden = [regel for regel in voorstel.regels if regel.onder]
    if antwoorden:
        regels += ["# Links een antwoord in het bestand, rechts de code in de vragenlijst.", "antwoorden:"]
        for onder in dict.fromkeys(regel.onder for regel in antwoorden):
            groep = [regel for regel in antwoorden if regel.onder == onder]
            regels += [f"  {regel}" for regel in _schrijf_blok(onder, groep, "  ")]
    return "\n".join(regels) + "\n"


def _schrijf_uitleg(voorstel: Koppelvoorstel) -> Iterator[str]:
    if any(regel.is_twijfel and regel.doel for regel in voorstel.regels):
        yield "# Kijk de regels na waar 'kijk na' achter staat."
    if any(not regel.doel for regel in voorstel.regels):
        yield "# Een regel die met # begint doet nog niets: vul hem in en haal # weg."


def vul_aan(oud: str, voorstel: Koppelvoorstel) -> str:
    """Zet de nieuwe regels achter de laatste van hun blok; wat er als opmerking al staat komt er niet nog eens in."""
    regeleinde = "\r\n" if "\r\n" in oud else "\n"
    regels = oud.splitlines(keepends=True)
    bij = f"# erbij gezet voor {_plat(voorstel.bestand)}"
    staat_er_al = [regel.strip().removeprefix("#").strip() for regel in regels]

    def is_nieuw(regel: Koppelregel) -> bool:
        return regel.doel != "" or not any(een.startswith(f"{citeer(regel.kop)}:") for een in staat_er_al)

    nieuw = [regel for regel in voorstel.regels if is_nieuw(regel)]
    for onder in dict.fromkeys(regel.onder for regel in nieuw):
        groep = [regel for regel in nieuw if regel.onder == onder]
        pad = ("antwoorden", onder) if onder else ("kolommen",)
        _zet_in_blok(regels, pad, groep, bij, regeleinde)
    return "".join(regels)


def citeer(tekst: str) -> str:
    """Schrijf een tekst tussen aanhalingstekens zoals YAML dat leest; een stuurteken wordt een spatie."""
    schoon = (teken if teken.isprintable() else " " for teken in tekst)
    return '"' + "".join(f"\\{teken}" if teken in '"\\' else teken for teken in schoon) + '"'


def _schrijf_blok(naam: str, groep: Sequence[Koppelregel], inspringing: str) -> Iterator[str]:
    """Geef een blok; zonder ingevulde regel blijft het leeg en zijn alle regels opmerking."""
    leeg = f"{naam}: {{}}  # haal {{}} weg zodra u hieronder een regel invult"
    yield f"{naam}:" if any(regel.doel for regel in groep) else leeg
    yield from (f"{inspringing}{_schrijf_regel(regel)}" for regel in groep)


def _schrijf_regel(regel: Koppelregel) -> str:
    uitleg = f"  # {_plat(regel.uitleg)}" if regel.uitleg else ""
    if not regel.doel:
        return f"# {citeer(regel.kop)}: ?{uitleg}"
    doel = regel.doel if re.fullmatch(r"-?\d+|[A-Za-z_]\w*", regel.doel) else citeer(regel.doel)
    return f"{citeer(regel.kop)}: {doel}{uitleg}"


def _plat(tekst: str) -> str:
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())


def _zet_in_blok(
    regels: list[str], pad: Sequence[str], groep: Sequence[Koppelregel], bij: str, regeleinde: str
) -> None:
    begin, einde, inspringing = 0, len(regels), ""
    for diepte, sleutel in enumerate(pad):
        plek = _zoek_sleutel(regels, begin, einde, inspringing, sleutel)
        if plek is None:
            if not any(regel.doel for regel in groep):
                return
            binnen = _inspringing(regels, begin, einde) if diepte else ""
            extra = [f"{binnen}{'  ' * stap}{naam}:" for stap, naam in enumerate(pad[diepte:])]
            binnen += "  " * len(extra)
            _voeg_in(
                regels, einde, [*extra, f"{binnen}{bij}", *(binnen + _schrijf_regel(een) for een in groep)], regeleinde
            )
            return
        begin = plek + 1
        einde = _einde_van_blok(regels, begin, einde, inspringing)
        inspringing = _inspringing(regels, begin, einde) or f"{inspringing}  "
    _voeg_in(regels, einde, [f"{inspringing}{bij}", *(inspringing + _schrijf_regel(een) for een in groep)], regeleinde)


def _zoek_sleutel(regels: Sequence[str], begin: int, einde: int, inspringing: str, sleutel: str) -> int | None:
    vorm = "|".join(re.escape(een) for een in (sleutel, f'"{sleutel}"', f"'{sleutel}'"))
    patroon = re.compile(_BLOK.format(inspringing=inspringing, sleutel=f"(?:{vorm})"))
    return next((plek for plek in range(begin, einde) if patroon.match(regels[plek].lstrip("\ufeff").rstrip())), None)


def _einde_van_blok(regels: Sequence[str], begin: int, einde: int, inspringing: str) -> int:
    """Geef de plek achter de laatste regel die verder inspringt; lege regels aan het eind horen er niet bij."""
    laatste = begin
    for plek in range(begin, einde):
        kaal = regels[plek].strip()
        wit = len(regels[plek]) - len(regels[plek].lstrip(" "))
        if kaal and wit <= len(inspringing) and not kaal.startswith("#"):
            break
        if kaal and wit > len(inspringing):
            laatste = plek + 1
    return laatste


def _inspringing(regels: Sequence[str], begin: int, einde: int) -> str:
    return next((treffer["wit"] for plek in range(begin, einde) if (treffer := _SLEUTEL.match(regels[plek]))), "")


def _voeg_in(regels: list[str], plek: int, nieuw: Sequence[str], regeleinde: str) -> None:
    if plek and regels[plek - 1].strip("\r\n") == regels[plek - 1]:
        regels[plek - 1] += regeleinde
    regels[plek:plek] = [f"{regel}{regeleinde}" for regel in nieuw]


def _is_aanvulling(oud: str, nieuw: str) -> bool:
    """Waar als elke regel van de oude tekst, op volgorde en ongewijzigd, in de nieuwe staat."""
    over = iter(nieuw.splitlines())
    return all(any(regel == ander for ander in over) for regel in oud.splitlines())


def _eis_eigen_map(werkmap: Path, map_: Path) -> None:
    try:
        map_.mkdir(exist_ok=True)
        is_eigen = not map_.is_symlink() and map_.resolve().is_relative_to(werkmap.resolve())
    except OSError:
        raise GebruikFout(_geen_map()) from None
    if not is_eigen:
        raise GebruikFout(_geen_map())


def _vrije_naam(map_: Path, naam: str) -> Path:
    nummer, vrij = 1, map_ / f"{naam}-voorstel.yaml"
    while vrij.exists() or vrij.is_symlink():
        nummer += 1
        vrij = map_ / f"{naam}-voorstel-{nummer}.yaml"
    return vrij


def _schrijf_nieuw(doel: Path, tekst: str) -> None:
    """Zet een bestand neer dat er nog niet is; een half bestand of een ander bestand raakt nooit op deze naam."""
    klaar = _schrijf_klaar(doel, tekst)
    try:
        try:
            os.link(klaar, doel)
        except FileExistsError:
            raise
        except OSError:  # een schijf zonder harde koppelingen, zoals een usb-stick
            with doel.open("xb") as stroom:
                stroom.write(klaar.read_bytes())
    finally:
        klaar.unlink()


def _vervang(doel: Path, gelezen: bytes, tekst: str) -> None:
    klaar = _schrijf_klaar(doel, tekst)
    try:
        shutil.copymode(doel, klaar)
        if doel.read_bytes() != gelezen:
            raise BezetFout(_veranderd(doel))
        klaar.replace(doel)
    finally:
        with suppress(FileNotFoundError):
            klaar.unlink()


def _schrijf_klaar(doel: Path, tekst: str) -> Path:
    klaar = doel.with_name(f".{doel.stem}-{os.getpid()}.nieuw")
    with klaar.open("xb") as stroom:
        stroom.write(tekst.encode())
        stroom.flush()
        os.fsync(stroom.fileno())
    return klaar


def _geen_map() -> Gebrek:
    return Gebrek(
        waar=f"{MAP}/",
        wat="hier kan geen koppeling worden geschreven",
        verwacht="een gewone map in de werkmap waarin u mag schrijven",
        doe_dit=f"Maak in de werkmap een map '{MAP}' en controleer de rechten.",
    )


def _geen_tekst(doel: Path) -> Gebrek:
    return Gebrek(
        waar=f"{MAP}/{doel.name}",
        wat="dit bestand is geen tekst in UTF-8",
        verwacht="een koppeling in UTF-8",
        doe_dit="Bewaar het bestand opnieuw en kies als codering UTF-8.",
    )


def _veranderd(doel: Path) -> Gebrek:
    return Gebrek(
        waar=f"{MAP}/{doel.name}",
        wat="dit bestand veranderde terwijl de opdracht liep; er is niets geschreven",
        verwacht="dat niemand de koppeling tegelijk bewerkt",
        doe_dit="Bewaar en sluit het bestand, en geef de opdracht nog eens.",
    )


def _niet_te_schrijven(doel: Path) -> Gebrek:
    return Gebrek(
        waar=f"{MAP}/{doel.name}",
        wat="dit bestand kon niet worden geschreven; wat er stond is niet veranderd",
        verwacht="een map waarin u mag schrijven, en genoeg ruimte",
        doe_dit="Sluit het bestand in andere programma's, controleer de rechten en probeer het opnieuw.",
    )
