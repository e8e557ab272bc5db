"""Van één bestand naar één Vragenlijst, met de controles die over meer dan één regel gaan."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout, bedoelde_u
from kwaliteit.begrippen.vragenlijst import Schaal, Vergelijkbaar, Vraag, Vragenlijst
from kwaliteit.strikte_yaml import Plaatsen, lees_yaml_met_plaatsen
from kwaliteit.vragenlijsten.gebreken import keur_ids, keur_normen, maak_gebrek
from kwaliteit.vragenlijsten.schalen import keur_schaal, maak_schaal
from kwaliteit.vragenlijsten.vormen import Vergelijkbaarvorm, Vraagvorm, Vragenlijstvorm, maak_normen


def lees_vragenlijst(pad: Path, *, spiegels: Iterable[str]) -> Vragenlijst:
    """Lees één vragenlijst; alle gebreken samen komen in een WerkmapFout. `spiegels` zijn de bekende ids."""
    vorm, plaatsen = lees_yaml_met_plaatsen(pad, Vragenlijstvorm, naam=f"vragenlijsten/{pad.name}")
    schalen = {een: maak_schaal(een, schaalvorm) for een, schaalvorm in vorm.schalen.items()}
    gebreken = [
        *_keur_kop(vorm, pad.stem, plaatsen),
        *(gebrek for schaal in schalen.values() for gebrek in keur_schaal(schaal, plaatsen)),
        *_keur_vragen(vorm, frozenset(spiegels), plaatsen),
    ]
    if gebreken:
        raise WerkmapFout(*gebreken)
    return Vragenlijst(
        naam=vorm.vragenlijst,
        versie=vorm.versie,
        doelgroep=vorm.doelgroep,
        licentie=vorm.licentie,
        inleiding=vorm.inleiding,
        vragen=tuple(_maak_vraag(vraag, schalen[vraag.schaal], vorm.vragenlijst) for vraag in vorm.vragen),
        vergelijkbaar_met=_maak_vergelijkbaar(vorm.vergelijkbaar_met, vorm.vragenlijst),
    )


def _maak_vraag(vorm: Vraagvorm, schaal: Schaal, lijstnaam: str) -> Vraag:
    return Vraag(
        id=vorm.id,
        tekst=vorm.tekst,
        schaal=schaal,
        normen=maak_normen(vorm.norm),
        spiegel=vorm.spiegel,
        omgekeerd=vorm.omgekeerd,
        alleen_organisatie=vorm.alleen_organisatie,
        ook_wel=vorm.ook_wel,
        vergelijkbaar_met=_maak_vergelijkbaar(vorm.vergelijkbaar_met, lijstnaam),
    )


def _maak_vergelijkbaar(vormen: tuple[Vergelijkbaarvorm, ...], lijstnaam: str) -> tuple[Vergelijkbaar, ...]:
    return tuple(
        Vergelijkbaar(vragenlijst=vorm.vragenlijst or lijstnaam, versie=vorm.versie, reden=vorm.reden)
        for vorm in vormen
    )


def _keur_kop(vorm: Vragenlijstvorm, stam: str, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    if vorm.vragenlijst != stam:
        yield maak_gebrek(
            plaatsen.waar("vragenlijst"),
            "de naam van de vragenlijst is niet gelijk aan de naam van het bestand",
            f"'{stam}'",
            "Maak de twee namen gelijk.",
        )
    if not vorm.vragen:
        yield maak_gebrek(
            plaatsen.waar("vragen"),
            "de vragenlijst heeft geen vragen",
            "minstens één vraag",
            "Voeg vragen toe, of haal het bestand weg.",
        )
    yield from _keur_redenen(vorm.vergelijkbaar_met, (), plaatsen)


def _keur_redenen(
    vormen: tuple[Vergelijkbaarvorm, ...], plek: tuple[str | int, ...], plaatsen: Plaatsen
) -> Iterator[Gebrek]:
    for nummer, vorm in enumerate(vormen):
        if not vorm.reden.strip():
            yield maak_gebrek(
                plaatsen.waar(*plek, "vergelijkbaar_met", nummer, "reden"),
                "bij 'vergelijkbaar_met' ontbreekt de reden",
                "een zin die in het verslag kan staan",
                "Schrijf waarom de versies vergelijkbaar zijn.",
            )


def _keur_vragen(vorm: Vragenlijstvorm, spiegels: frozenset[str], plaatsen: Plaatsen) -> Iterator[Gebrek]:
    yield from keur_ids("vragen", (vraag.id for vraag in vorm.vragen), plaatsen)
    yield from _keur_koppen(vorm.vragen, plaatsen)
    gespiegeld: set[str] = set()
    for nummer, vraag in enumerate(vorm.vragen):
        plek = ("vragen", nummer)
        if vraag.schaal not in vorm.schalen:
            yield _onbekend("schaal", vraag.schaal, vorm.schalen, plaatsen.waar(*plek, "schaal"))
        yield from keur_normen(maak_normen(vraag.norm), plaatsen.waar(*plek, "norm"))
        yield from _keur_redenen(vraag.vergelijkbaar_met, plek, plaatsen)
        if vraag.spiegel is None:
            continue
        if vraag.spiegel not in spiegels:
            yield _onbekend("spiegel", vraag.spiegel, spiegels, plaatsen.waar(*plek, "spiegel"))
        elif vraag.spiegel in gespiegeld:
            yield maak_gebrek(
                plaatsen.waar(*plek, "spiegel"),
                f"spiegel {vraag.spiegel} staat bij twee vragen van deze lijst",
                "per spiegel één vraag in een lijst",
                "Kies één vraag voor deze spiegel.",
            )
        gespiegeld.add(vraag.spiegel)


def _keur_koppen(vragen: tuple[Vraagvorm, ...], plaatsen: Plaatsen) -> Iterator[Gebrek]:
    """Aan een id, tekst of `ook_wel` herkennen we een kolom: dezelfde kop mag niet bij twee vragen horen."""
    eigenaar: dict[str, int] = {}
    for nummer, vraag in enumerate(vragen):
        koppen = [(("tekst",), vraag.tekst), *((("ook_wel", i), kop) for i, kop in enumerate(vraag.ook_wel))]
        for sleutel, kop in koppen:
            gelijk = " ".join(kop.casefold().split())
            waar = plaatsen.waar("vragen", nummer, *sleutel)
            if not gelijk:
                yield maak_gebrek(waar, f"vraag '{vraag.id}' heeft een lege tekst", "een zin", "Vul de tekst in.")
            elif eigenaar.setdefault(gelijk, nummer) != nummer:
                ander = vragen[eigenaar[gelijk]].id
                yield maak_gebrek(
                    waar,
                    f"vraag '{vraag.id}' heeft dezelfde tekst als vraag '{ander}'",
                    "teksten waaraan de vragen uit elkaar te houden zijn",
                    "Verander een van de twee teksten, of haal de dubbele uit 'ook_wel'.",
                )


def _onbekend(soort: str, naam: str, bekend: Iterable[str], waar: str) -> Gebrek:
    namen = sorted(bekend)
    return maak_gebrek(
        waar,
        f"onbekende {soort} '{naam[:40]}'",
        f"een van: {', '.join(namen)}" if namen else f"een {soort} die in het bestand staat",
        f"Verbeter de naam.{bedoelde_u(naam, namen)}",
    )
