"""Van één bestand naar één Vragenlijst, met de controles die over meer dan één regel gaan."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kwaliteit.begrippen.fout import Gebrek, WerkmapFout
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort, Vraag, Vragenlijst
from kwaliteit.strikte_yaml import Plaatsen, lees_yaml_met_plaatsen
from kwaliteit.vragenlijsten.gebreken import (
    keur_ids,
    keur_normen,
    keur_redenen,
    keur_spiegel,
    maak_gebrek,
    meld_onbekend,
)
from kwaliteit.vragenlijsten.schaalscores import keur_schaalscores, maak_schaalscores
from kwaliteit.vragenlijsten.schalen import keur_richting, keur_schaal, maak_schaal
from kwaliteit.vragenlijsten.vormen import Vraagvorm, Vragenlijstvorm, maak_normen, maak_vergelijkbaar


def lees_vragenlijst(pad: Path, *, spiegels: Iterable[str]) -> Vragenlijst:
    """Lees één vragenlijst; alle gebreken samen komen in een WerkmapFout. `spiegels` zijn de bekende ids."""
    vorm, plaatsen = lees_yaml_met_plaatsen(pad, Vragenlijstvorm, naam=f"vragenlijsten/{pad.name}")
    schalen = {een: maak_schaal(een, schaalvorm) for een, schaalvorm in vorm.schalen.items()}
    bekende_spiegels, gespiegeld = frozenset(spiegels), set[str]()
    gebreken = [
        *_keur_kop(vorm, pad.stem, plaatsen),
        *(gebrek for schaal in schalen.values() for gebrek in keur_schaal(schaal, plaatsen)),
        *_keur_vragen(vorm, schalen, bekende_spiegels, gespiegeld, plaatsen),
        *keur_schaalscores(vorm, schalen, bekende_spiegels, gespiegeld, plaatsen),
    ]
    if gebreken:
        raise WerkmapFout(*gebreken)
    vragen = tuple(_maak_vraag(vraag, schalen[vraag.schaal], vorm.vragenlijst) for vraag in vorm.vragen)
    return Vragenlijst(
        naam=vorm.vragenlijst,
        versie=vorm.versie,
        doelgroep=vorm.doelgroep,
        licentie=vorm.licentie,
        inleiding=vorm.inleiding,
        vragen=vragen,
        schaalscores=maak_schaalscores(vorm, vragen),
        vergelijkbaar_met=maak_vergelijkbaar(vorm.vergelijkbaar_met, vorm.vragenlijst),
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
        met_score=vorm.score,
        met_topbox=vorm.topbox,
        vergelijkbaar_met=maak_vergelijkbaar(vorm.vergelijkbaar_met, lijstnaam),
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
    yield from keur_redenen(vorm.vergelijkbaar_met, (), plaatsen)


def _keur_vragen(
    vorm: Vragenlijstvorm,
    schalen: Mapping[str, Schaal],
    spiegels: frozenset[str],
    gespiegeld: set[str],
    plaatsen: Plaatsen,
) -> Iterator[Gebrek]:
    yield from keur_ids("vragen", (vraag.id for vraag in vorm.vragen), plaatsen)
    yield from _keur_koppen(vorm.vragen, plaatsen)
    for nummer, vraag in enumerate(vorm.vragen):
        plek = ("vragen", nummer)
        if vraag.schaal not in schalen:
            yield meld_onbekend("schaal", vraag.schaal, schalen, plaatsen.waar(*plek, "schaal"))
        else:
            yield from _keur_extra_maten(vraag, schalen[vraag.schaal], plek, plaatsen)
        yield from keur_normen(maak_normen(vraag.norm), plaatsen.waar(*plek, "norm"))
        yield from keur_redenen(vraag.vergelijkbaar_met, plek, plaatsen)
        yield from keur_spiegel(vraag.spiegel, gespiegeld, spiegels, plek, plaatsen)


def _keur_extra_maten(
    vraag: Vraagvorm, schaal: Schaal, plek: tuple[str | int, ...], plaatsen: Plaatsen
) -> Iterator[Gebrek]:
    """Een score en een topbox hebben alleen zin als een hoger antwoord gunstiger is."""
    for sleutel, gevraagd in (("score", vraag.score), ("topbox", vraag.topbox)):
        if not gevraagd:
            continue
        waar = plaatsen.waar(*plek, sleutel)
        if schaal.soort is not Schaalsoort.LIKERT:
            yield maak_gebrek(
                waar,
                f"'{sleutel}' bij vraag '{vraag.id}', met een schaal van de soort {schaal.soort}",
                "een vraag met een schaal van de soort likert",
                f"Haal '{sleutel}' weg, of kies een andere schaal.",
            )
        else:
            yield from keur_richting(schaal, f"'{sleutel}' bij vraag '{vraag.id}'", waar)


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
