"""Van `schaalscores` in een vragenlijst naar vragen met een samenstelling (rekenregels 3).

Alleen de rekenregel van een instrument staat in de lijst. Wie een instrument met een licentie gebruikt, schrijft als
tekst van een vraag alleen haar nummer; de teksten horen hier niet.
"""

from collections.abc import Iterator, Mapping

from kwaliteit.begrippen.fout import Gebrek
from kwaliteit.begrippen.vragenlijst import Samenstelling, Schaal, Schaalsoort, Vraag
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.vragenlijsten.gebreken import (
    keur_ids,
    keur_normen,
    keur_redenen,
    keur_spiegel,
    maak_gebrek,
    meld_onbekend,
)
from kwaliteit.vragenlijsten.schalen import keur_richting
from kwaliteit.vragenlijsten.vormen import (
    Schaalscorevorm,
    Schaaluitkomst,
    Vraagvorm,
    Vragenlijstvorm,
    maak_normen,
    maak_vergelijkbaar,
)

_SOORTEN = (Schaalsoort.LIKERT, Schaalsoort.RAPPORTCIJFER)
_OP_100 = (0.0, 100.0)
Plek = tuple[str | int, ...]


def maak_schaalscores(vorm: Vragenlijstvorm, vragen: tuple[Vraag, ...]) -> tuple[Vraag, ...]:
    """Maak de schaalscores in de volgorde van het bestand, uit een vorm zonder gebreken."""
    per_id = {vraag.id: vraag for vraag in vragen}
    return tuple(
        _maak_schaalscore(een, tuple(per_id[vraag] for vraag in een.vragen), vorm.vragenlijst)
        for een in vorm.schaalscores
    )


def _maak_schaalscore(vorm: Schaalscorevorm, vragen: tuple[Vraag, ...], lijstnaam: str) -> Vraag:
    op_100 = vorm.uitkomst is Schaaluitkomst.SCORE
    laagste, hoogste = _OP_100 if op_100 else vragen[0].schaal.bereik
    instrument = vorm.instrument
    return Vraag(
        id=vorm.id,
        tekst=vorm.naam,
        schaal=Schaal(naam=vorm.id, soort=Schaalsoort.SCHAALSCORE, laagste=laagste, hoogste=hoogste),
        normen=maak_normen(vorm.norm),
        spiegel=vorm.spiegel,
        alleen_organisatie=vorm.alleen_organisatie or any(vraag.alleen_organisatie for vraag in vragen),
        samenstelling=Samenstelling(
            vragen=vorm.vragen,
            regel=vorm.regel,
            op_100=op_100,
            gunstig_boven=vorm.gunstig_boven,
            instrument=instrument.naam if instrument else "",
            versie=instrument.versie if instrument else "",
            bron=instrument.bron if instrument else "",
        ),
        vergelijkbaar_met=maak_vergelijkbaar(vorm.vergelijkbaar_met, lijstnaam),
    )


def keur_schaalscores(
    vorm: Vragenlijstvorm,
    schalen: Mapping[str, Schaal],
    spiegels: frozenset[str],
    gespiegeld: set[str],
    plaatsen: Plaatsen,
) -> Iterator[Gebrek]:
    """Geef alle gebreken van de schaalscores van een lijst; `gespiegeld` zijn de spiegels van haar vragen."""
    vragen = {vraag.id: vraag for vraag in vorm.vragen}
    yield from keur_ids("schaalscores", (een.id for een in vorm.schaalscores), plaatsen)
    yield from _keur_overlap(vorm, plaatsen)
    for nummer, een in enumerate(vorm.schaalscores):
        plek = ("schaalscores", nummer)
        yield from _keur_naam(een, vragen, plek, plaatsen)
        yield from _keur_keuze(een, vragen, plek, plaatsen)
        yield from _keur_vragen(een, vragen, schalen, plek, plaatsen)
        yield from keur_normen(maak_normen(een.norm), plaatsen.waar(*plek, "norm"))
        yield from keur_redenen(een.vergelijkbaar_met, plek, plaatsen)
        yield from keur_spiegel(een.spiegel, gespiegeld, spiegels, plek, plaatsen)
        yield from _keur_instrument(een, plek, plaatsen)


def _keur_naam(
    een: Schaalscorevorm, vragen: Mapping[str, Vraagvorm], plek: Plek, plaatsen: Plaatsen
) -> Iterator[Gebrek]:
    if een.id.casefold() in {vraag_id.casefold() for vraag_id in vragen}:
        yield maak_gebrek(
            plaatsen.waar(*plek, "id"),
            f"het id '{een.id}' is ook het id van een vraag",
            "een id dat nog niet bestaat; hoofdletters tellen niet",
            "Kies een ander id voor de schaalscore.",
        )
    if not een.naam.strip():
        yield maak_gebrek(
            plaatsen.waar(*plek, "naam"),
            f"schaalscore '{een.id}' heeft een lege naam",
            "een naam die in het verslag kan staan",
            "Vul de naam in.",
        )
    if een.spiegel is not None and een.gunstig_boven is None:
        yield maak_gebrek(
            plaatsen.waar(*plek, "spiegel"),
            f"schaalscore '{een.id}' staat in een spiegel, maar heeft geen 'gunstig_boven'",
            "'gunstig_boven': een spiegel vergelijkt het deel dat gunstig is",
            "Vul 'gunstig_boven' in, of haal 'spiegel' weg.",
        )


def _keur_keuze(
    een: Schaalscorevorm, vragen: Mapping[str, Vraagvorm], plek: Plek, plaatsen: Plaatsen
) -> Iterator[Gebrek]:
    """Welke vragen er staan: minstens twee, elk één keer, en alleen vragen van deze lijst."""
    if len(set(een.vragen)) < 2:
        yield maak_gebrek(
            plaatsen.waar(*plek, "vragen"),
            f"schaalscore '{een.id}' heeft minder dan twee vragen",
            "minstens twee verschillende vragen uit deze lijst",
            "Vul 'vragen' aan, of haal de schaalscore weg.",
        )
    for i, vraag_id in enumerate(een.vragen):
        waar = plaatsen.waar(*plek, "vragen", i)
        if vraag_id not in vragen:
            yield meld_onbekend("vraag", vraag_id, vragen, waar)
        elif vraag_id in een.vragen[:i]:
            yield maak_gebrek(
                waar,
                f"vraag {vraag_id} staat twee keer in schaalscore '{een.id}'",
                "elke vraag één keer",
                "Haal er een weg.",
            )


def _keur_overlap(vorm: Vragenlijstvorm, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    """Meld elke vraag die al in een eerdere schaalscore staat: het verschil van twee scores kan over één mens gaan."""
    eerste: dict[str, str] = {}
    for nummer, een in enumerate(vorm.schaalscores):
        for i, vraag_id in enumerate(een.vragen):
            if vraag_id in eerste and vraag_id not in een.vragen[:i]:
                yield maak_gebrek(
                    plaatsen.waar("schaalscores", nummer, "vragen", i),
                    f"vraag {vraag_id} staat in schaalscore '{een.id}' en ook in '{eerste[vraag_id]}'; het verschil "
                    "van die twee scores kan over één mens gaan",
                    "elke vraag in hoogstens één schaalscore",
                    f"Haal {vraag_id} uit een van de twee, of haal een van de twee schaalscores weg.",
                )
        for vraag_id in een.vragen:
            eerste.setdefault(vraag_id, een.id)


def _keur_vragen(
    een: Schaalscorevorm,
    vragen: Mapping[str, Vraagvorm],
    schalen: Mapping[str, Schaal],
    plek: Plek,
    plaatsen: Plaatsen,
) -> Iterator[Gebrek]:
    """Of de antwoorden bij elkaar op te tellen zijn: zelfde soort grenzen, en hoger is gunstiger."""
    eerste: tuple[str, tuple[float, float]] | None = None
    gekeurd: set[str] = set()
    for i, vraag_id in enumerate(een.vragen):
        schaal = schalen.get(vragen[vraag_id].schaal) if vraag_id in vragen else None
        if schaal is None or (schaal.soort is Schaalsoort.LIKERT and not schaal.codes):
            continue  # dat is al een gebrek
        waar = plaatsen.waar(*plek, "vragen", i)
        if schaal.soort not in _SOORTEN:
            yield maak_gebrek(
                waar,
                f"vraag {vraag_id} heeft een schaal van de soort {schaal.soort}; die past niet in een schaalscore",
                "vragen met een schaal van de soort likert of rapportcijfer",
                f"Haal {vraag_id} uit schaalscore '{een.id}'.",
            )
            continue
        if schaal.soort is Schaalsoort.LIKERT and schaal.naam not in gekeurd:
            yield from keur_richting(schaal, f"schaalscore '{een.id}'", waar)
        gekeurd.add(schaal.naam)
        if eerste is None:
            eerste = vraag_id, schaal.bereik
        elif schaal.bereik != eerste[1]:
            yield maak_gebrek(
                waar,
                f"vraag {vraag_id} loopt {_noem(schaal.bereik)}, en vraag {eerste[0]} {_noem(eerste[1])}",
                "vragen met dezelfde laagste en hoogste waarde",
                "Maak er twee schaalscores van, of geef de vragen dezelfde schaal.",
            )
    if eerste is not None and een.gunstig_boven is not None and not eerste[1][0] <= een.gunstig_boven < eerste[1][1]:
        yield maak_gebrek(
            plaatsen.waar(*plek, "gunstig_boven"),
            f"'gunstig_boven' van schaalscore '{een.id}' ligt buiten de schaal van haar vragen",
            f"een getal op de schaal van de vragen ({_noem(eerste[1])}), lager dan het hoogste",
            "Verbeter het getal; ook bij 'uitkomst: score' telt de schaal van de vragen.",
        )


def _noem(bereik: tuple[float, float]) -> str:
    laagste, hoogste = (f"{grens:g}" for grens in bereik)
    return f"van {laagste} tot en met {hoogste}"


def _keur_instrument(een: Schaalscorevorm, plek: Plek, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    if een.instrument is None:
        return
    for sleutel in ("naam", "versie", "bron"):
        if not getattr(een.instrument, sleutel).strip():
            yield maak_gebrek(
                plaatsen.waar(*plek, "instrument", sleutel),
                f"bij het instrument van schaalscore '{een.id}' is '{sleutel}' leeg",
                "naam, versie en vindplaats van de rekenregel",
                f"Vul '{sleutel}' in, of haal 'instrument' weg.",
            )
