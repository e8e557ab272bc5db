"""Van de gemaakte bestanden naar stof voor de toets. Leest zelf; schrijft niets."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import TypeVar

from kwaliteit.begrippen.fout import BronFout, Gebrek, KwaliteitFout, WerkmapFout
from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag, Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.openbaarheidstoets.kennis import bepaal_vorm
from kwaliteit.openbaarheidstoets.rijen import (
    Geheim,
    Regel,
    Rij,
    Versie,
    lees_register,
    lees_respons,
    lees_rijen,
    ontleed,
    zoek_onderdelen,
)
from kwaliteit.openbaarheidstoets.vraagtoets import Sleutel

T = TypeVar("T")
REGISTERPAD = "register/publicaties.csv"


def lees_openbaar(openbaar: Path, boom: Boom, jaar: int) -> list[Rij]:
    """Lees de openbare csv's; BronFout als er een ontbreekt of beschadigd is."""
    if not openbaar.is_dir():
        raise BronFout(
            Gebrek(
                waar=str(openbaar),
                wat="er is nog geen openbaar verslag",
                verwacht="de map openbaar, zoals `kwaliteit verslag` die maakt",
                doe_dit=f"Typ eerst: kwaliteit verslag {jaar}",
            )
        )
    gegevens = openbaar / "gegevens"
    return [
        *_lees(gegevens / "indicatoren.csv", BronFout, lambda regels, bron: lees_rijen(regels, boom, bron)),
        *_lees(gegevens / "respons.csv", BronFout, lambda regels, bron: lees_respons(regels, boom, bron)),
    ]


def lees_pijlers(openbaar: Path) -> list[dict[str, str]]:
    """Lees de tellingen per pijler als tekst; BronFout als de tabel ontbreekt of beschadigd is."""

    def kies(regels: list[dict[str, str]], _: str) -> list[dict[str, str]]:
        for regel in regels:
            for kolom in ("jaar", "gevraagd", "getoond", "minstens_75", "onder_50"):
                int(regel[kolom])
        return regels

    return _lees(openbaar / "gegevens" / "indicatoren_per_pijler.csv", BronFout, kies)


def lees_versies(map_: Path, boom: Boom) -> list[Versie]:
    """Lees het register, leeg als het er niet is; WerkmapFout als het beschadigd is."""
    pad = map_ / REGISTERPAD
    if not pad.exists():
        return []
    return _lees(pad, WerkmapFout, lambda regels, bron: lees_register(regels, boom, bron))


def kies_vragen(werkmap: Werkmap, bibliotheek: Vragenbibliotheek) -> dict[Sleutel, Vraag]:
    """Geef elke vraag die in een jaar aan een groep gesteld kan zijn; een lezer kent de vragenlijsten."""
    gevonden: dict[Sleutel, Vraag] = {}
    for jaar, jaargang in werkmap.jaren.items():
        gebruikt = [
            bibliotheek.vragenlijst(bron.vragenlijst)
            for bron in jaargang.bronnen
            if bron.vragenlijst in {lijst.naam for lijst in bibliotheek.vragenlijsten}
        ]
        for lijst in (*gebruikt, *bibliotheek.vragenlijsten):
            groepen = {lijst.doelgroep} | {
                bron.doelgroep for bron in jaargang.bronnen if bron.vragenlijst == lijst.naam
            }
            for vraag in (*lijst.vragen, *lijst.schaalscores):
                for groep in sorted(groepen):
                    gevonden.setdefault((jaar, str(groep), vraag.id), vraag)
                if lijst.doelgroep == "professionals":
                    gevonden.setdefault((jaar, "ervaringsdeskundigen", vraag.id), vraag)
    return gevonden


def lees_geheimen(intern: Path, boom: Boom, vragen: Mapping[Sleutel, Vraag]) -> dict[Sleutel, Geheim]:
    """Lees de interne cijfers; leeg als ze er niet zijn, BronFout als ze beschadigd zijn."""
    pad = intern / "indicatoren.csv"
    if not pad.exists():
        return {}
    regels = _lees(pad, BronFout, lambda regels, _: _eis_kolommen(regels))
    antwoorden = intern / "antwoorden.csv"
    per_mens = _lees(antwoorden, BronFout, lambda regels, _: regels) if antwoorden.exists() else []
    return _lees_vast(pad, BronFout, lambda: _maak_geheimen(regels, per_mens, boom, vragen))


def lees_aantallen(intern: Path, boom: Boom, kolom: str) -> dict[tuple[int, str], dict[str, int]]:
    """Geef per jaar en groep een kolom van de interne respons, per onderdeel; leeg als die er niet is."""
    pad = intern / "respons.csv"
    if not pad.exists():
        return {}
    namen = zoek_onderdelen(boom)

    def kies(regels: list[dict[str, str]], _: str) -> dict[tuple[int, str], dict[str, int]]:
        uit: dict[tuple[int, str], dict[str, int]] = {}
        for regel in regels:
            if regel[kolom]:
                onderdeel = namen[regel["onderdeel"].removeprefix("'"), regel["niveau"]]
                uit.setdefault((int(regel["jaar"]), regel["doelgroep"]), {})[onderdeel] = int(regel[kolom])
        return uit

    return _lees(pad, BronFout, kies)


def lees_tekst(pad: Path, soort: type[KwaliteitFout]) -> str:
    """Lees een tekstbestand; een fout van deze soort als dat niet lukt."""
    try:
        return pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise soort(_beschadigd(pad)) from None


def _eis_kolommen(regels: list[dict[str, str]]) -> list[dict[str, str]]:
    for regel in regels[:1]:
        _ = [regel[kolom] for kolom in ("jaar", "indicator", "doelgroep", "onderdeel", "niveau", "maat", "noemer")]
    return regels


def _lees(pad: Path, soort: type[KwaliteitFout], kies: Callable[[list[dict[str, str]], str], T]) -> T:
    tekst = lees_tekst(pad, soort)
    return _lees_vast(pad, soort, lambda: kies(ontleed(tekst), f"{pad.parent.name}/{pad.name}"))


def _lees_vast(pad: Path, soort: type[KwaliteitFout], maak: Callable[[], T]) -> T:
    try:
        return maak()
    except (KeyError, ValueError, ArithmeticError, IndexError):
        raise soort(_beschadigd(pad)) from None


def _beschadigd(pad: Path) -> Gebrek:
    if not pad.exists():
        return Gebrek(
            waar=str(pad),
            wat="dit bestand ontbreekt",
            verwacht="alle bestanden die `kwaliteit verslag` maakt",
            doe_dit="Maak het verslag opnieuw met `kwaliteit verslag`.",
        )
    return Gebrek(
        waar=str(pad),
        wat="dit bestand is veranderd of beschadigd, of noemt een onderdeel dat niet in kwaliteit.yaml staat",
        verwacht="een bestand zoals het programma het schreef",
        doe_dit="Maak het verslag opnieuw met `kwaliteit verslag`, of zet een kopie van het register terug.",
    )


def _maak_geheimen(
    regels: list[dict[str, str]], per_mens: list[dict[str, str]], boom: Boom, vragen: Mapping[Sleutel, Vraag]
) -> dict[Sleutel, Geheim]:
    namen = zoek_onderdelen(boom)
    per_vraag: dict[Sleutel, list[tuple[str, Regel]]] = {}
    for regel in regels:
        sleutel = (int(regel["jaar"]), regel["doelgroep"], regel["indicator"])
        onderdeel = namen[regel["onderdeel"].removeprefix("'"), regel["niveau"]]
        per_vraag.setdefault(sleutel, []).append((onderdeel, regel))
    geheimen = {}
    for sleutel, delen in per_vraag.items():
        geheim = _maak_geheim(delen, vragen.get(sleutel))
        vraag = vragen.get(sleutel)
        if geheim.vakken is None and vraag is not None:
            geheim = Geheim(
                aantal=geheim.aantal,
                vakken=_tel_mensen(sleutel, vraag, per_mens, boom, geheim.aantal),
                getallen=geheim.getallen,
                populatie=geheim.populatie,
            )
        geheimen[sleutel] = geheim
    return geheimen


def _maak_geheim(delen: list[tuple[str, Regel]], vraag: Vraag | None) -> Geheim:
    getallen: dict[tuple[str, str, str], tuple[Fraction | None, int | None, int | None]] = {}
    aantal: dict[str, int] = {}
    populatie: dict[str, int | None] = {}
    for onderdeel, regel in delen:
        noemer = int(regel["noemer"]) if regel["noemer"] else None
        teller = int(regel["teller"]) if regel["teller"] else None
        waarde = Fraction(regel["waarde"].replace(",", ".")) if regel["waarde"] else None
        getallen[regel["maat"], regel["categorie"].removeprefix("'"), onderdeel] = waarde, teller, noemer
        if noemer is not None or teller is not None:
            aantal[onderdeel] = noemer if noemer is not None else teller or 0
        iedereen_antwoordt = regel.get("aantal_nvt", "") in ("", "0")
        populatie[onderdeel] = int(regel["populatie"]) if regel.get("populatie") and iedereen_antwoordt else None
    return Geheim(aantal=aantal, vakken=_tel_vakken(getallen, aantal, vraag), getallen=getallen, populatie=populatie)


def _tel_vakken(
    getallen: Mapping[tuple[str, str, str], tuple[Fraction | None, int | None, int | None]],
    aantal: Mapping[str, int],
    vraag: Vraag | None,
) -> dict[str, tuple[int, ...]] | None:
    """Geef per onderdeel de aantallen per vak, uit de verdeling of (bij een kengetal) uit teller en noemer."""
    if vraag is None:
        tellers = {plek: teller for (maat, _, plek), (_, teller, _) in getallen.items() if maat == "verhouding"}
        return {plek: (teller or 0, aantal.get(plek, 0) - (teller or 0)) for plek, teller in tellers.items()}
    vorm = bepaal_vorm(vraag)
    if vorm is None or not vraag.schaal.soort.heeft_codes:
        return None
    vakken = {
        plek: tuple((getallen.get(("verdeling", code, plek)) or (None, None, None))[1] or 0 for code in vorm.codes)
        for plek in aantal
    }
    return vakken if all(sum(deel) == aantal[plek] for plek, deel in vakken.items()) else None


def _tel_mensen(
    sleutel: Sleutel, vraag: Vraag, per_mens: list[dict[str, str]], boom: Boom, aantal: Mapping[str, int]
) -> dict[str, tuple[int, ...]] | None:
    """Tel een rapportcijfer of nps uit `antwoorden.csv`; None als dat niet op de interne aantallen uitkomt."""
    jaar, doelgroep, indicator = sleutel
    vorm = bepaal_vorm(vraag)
    if vorm is None or vraag.schaal.soort not in (Schaalsoort.NPS, Schaalsoort.RAPPORTCIJFER):
        return None
    vakken = {onderdeel.id: [0] * len(vorm.codes) for onderdeel in boom.onderdelen}
    for mens in per_mens:
        if mens.get("jaar") != str(jaar) or mens.get("doelgroep") != doelgroep:
            continue
        try:
            getal = float(mens.get(indicator, "").replace(",", "."))
        except ValueError:
            continue  # een woord in plaats van een antwoord
        vak = (0 if getal <= 6 else 1 if getal <= 8 else 2) if vorm.is_nps else floor(getal + 0.5) - vorm.laagste
        if not 0 <= vak < len(vorm.codes):
            return None
        plek: str | None = mens["locatie"] or boom.onderdelen[0].id
        while plek is not None:
            if plek not in vakken:
                return None
            vakken[plek][vak] += 1
            plek = boom.per_id[plek].ouder
    klopt = all(sum(vakken[plek]) == n for plek, n in aantal.items())
    return {plek: tuple(deel) for plek, deel in vakken.items()} if klopt else None
