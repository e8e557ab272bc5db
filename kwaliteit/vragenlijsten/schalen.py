"""Van een schaal in YAML naar een Schaal, met de controles die bij haar soort horen."""

from collections.abc import Iterator
from itertools import pairwise

from kwaliteit.begrippen.fout import Gebrek
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.vragenlijsten.gebreken import maak_gebrek
from kwaliteit.vragenlijsten.vormen import Schaalvorm

_JA_NEE = {1: "ja", 0: "nee"}
_GRENZEN = {Schaalsoort.RAPPORTCIJFER: (1.0, 10.0), Schaalsoort.NPS: (0.0, 10.0), Schaalsoort.GETAL: (None, None)}
"""De grenzen als het bestand ze niet noemt."""
HOOGSTE_RAPPORTCIJFER = 100


def maak_schaal(naam: str, vorm: Schaalvorm) -> Schaal:
    """Maak de schaal, met de gewone labels en grenzen van haar soort als het bestand er geen noemt."""
    is_gewoon_ja_nee = vorm.soort is Schaalsoort.JA_NEE and not vorm.labels
    labels = _JA_NEE if is_gewoon_ja_nee else vorm.labels
    laagste, hoogste = _GRENZEN.get(vorm.soort, (None, None))
    return Schaal(
        naam=naam,
        soort=vorm.soort,
        codes=tuple(labels),
        labels=tuple(labels.values()),
        gunstig=(1,) if is_gewoon_ja_nee and not vorm.gunstig else vorm.gunstig,
        laagste=laagste if vorm.laagste is None else vorm.laagste,
        hoogste=hoogste if vorm.hoogste is None else vorm.hoogste,
        weet_niet=vorm.weet_niet,
        nvt=vorm.nvt,
    )


def keur_schaal(schaal: Schaal, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    """Geef alle gebreken van een schaal."""
    if schaal.soort is Schaalsoort.SCHAALSCORE:
        yield maak_gebrek(
            plaatsen.waar("schalen", schaal.naam, "soort"),
            f"schaal '{schaal.naam}' is van de soort schaalscore; die stelt u nooit zelf",
            "een schaalscore onder 'schaalscores', met de vragen waaruit zij bestaat",
            "Haal de schaal weg en zet de score onder 'schaalscores'.",
        )
    elif schaal.soort in _GRENZEN:
        yield from _keur_grenzen(schaal, plaatsen)
        yield from _keur_overbodig(schaal, ("labels", "gunstig"), plaatsen)
    elif schaal.soort.heeft_codes:
        yield from _keur_codes(schaal, plaatsen)
        yield from _keur_overbodig(schaal, ("laagste", "hoogste"), plaatsen)
    elif schaal.soort is Schaalsoort.MEERKEUZE:
        # Zonder labels is een meerkeuzevraag wel te herkennen, maar niet te lezen.
        yield from _keur_overbodig(schaal, ("gunstig", "laagste", "hoogste"), plaatsen)
    else:
        yield from _keur_overbodig(schaal, ("labels", "gunstig", "laagste", "hoogste"), plaatsen)
    yield from _keur_dubbele_labels(schaal, plaatsen)


def keur_richting(schaal: Schaal, wie: str, waar: str) -> Iterator[Gebrek]:
    """Meld een likertschaal waar met codes niet te rekenen is: een hogere code moet een gelijke stap gunstiger zijn."""
    codes = sorted(schaal.codes)
    if len(codes) < 2:
        return  # dat is al een gebrek van de schaal
    if len({hoog - laag for laag, hoog in pairwise(codes)}) > 1:
        yield maak_gebrek(
            waar,
            f"{wie}: de codes van schaal '{schaal.naam}' liggen niet even ver uit elkaar",
            "codes met gelijke stappen, zoals 1, 2, 3, 4, 5",
            "Verander de codes in 'labels', of reken niet met deze schaal.",
        )
    if codes[-1] not in schaal.gunstig or codes[0] in schaal.gunstig:
        yield maak_gebrek(
            waar,
            f"{wie}: bij schaal '{schaal.naam}' is een hoger antwoord niet gunstiger",
            f"een schaal waar {codes[-1]} gunstig is en {codes[0]} niet",
            "Geef gunstige antwoorden de hoge codes. Is een vraag andersom gesteld, zet er dan 'omgekeerd: true' bij.",
        )


def _keur_codes(schaal: Schaal, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    plek = ("schalen", schaal.naam)
    if len(schaal.codes) < 2:
        yield maak_gebrek(
            plaatsen.waar(*plek, "labels"),
            f"schaal '{schaal.naam}' heeft minder dan twee labels",
            "minstens twee antwoorden met een code, zoals {1: oneens, 2: eens}",
            "Vul de labels aan.",
        )
    elif not schaal.gunstig and schaal.soort is not Schaalsoort.KEUZE:
        yield maak_gebrek(
            plaatsen.waar(*plek),
            f"bij schaal '{schaal.naam}' staat niet welke antwoorden gunstig zijn",
            "'gunstig: […]' met een of meer codes uit 'labels'",
            "Voeg 'gunstig' toe, of kies de soort keuze als er geen goede kant is.",
        )
    codes = ", ".join(str(code) for code in schaal.codes)
    for nummer, code in enumerate(schaal.gunstig):
        if code not in schaal.codes:
            yield maak_gebrek(
                plaatsen.waar(*plek, "gunstig", nummer),
                f"bij schaal '{schaal.naam}' is {code} gunstig, maar die code staat niet in 'labels'",
                f"een van: {codes}",
                "Verbeter 'gunstig' of vul 'labels' aan.",
            )


def _keur_grenzen(schaal: Schaal, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    plek = ("schalen", schaal.naam)
    laagste, hoogste = schaal.laagste, schaal.hoogste
    if laagste is not None and hoogste is not None and laagste >= hoogste:
        yield maak_gebrek(
            plaatsen.waar(*plek, "hoogste"),
            f"bij schaal '{schaal.naam}' is de hoogste waarde niet hoger dan de laagste",
            "een hoogste waarde boven de laagste",
            "Verbeter 'laagste' of 'hoogste'.",
        )
    if schaal.soort is Schaalsoort.NPS and (laagste, hoogste) != _GRENZEN[Schaalsoort.NPS]:
        yield maak_gebrek(
            plaatsen.waar(*plek),
            f"schaal '{schaal.naam}' is een NPS met andere grenzen",
            "een NPS loopt van 0 tot en met 10",
            "Haal 'laagste' en 'hoogste' weg, of kies de soort rapportcijfer.",
        )
    if schaal.soort is Schaalsoort.RAPPORTCIJFER and not all(
        grens is not None and grens.is_integer() and 0 <= grens <= HOOGSTE_RAPPORTCIJFER for grens in (laagste, hoogste)
    ):
        yield maak_gebrek(
            plaatsen.waar(*plek),
            f"schaal '{schaal.naam}' heeft grenzen die niet bij een rapportcijfer passen",
            f"hele getallen van 0 tot en met {HOOGSTE_RAPPORTCIJFER}",
            "Verbeter 'laagste' of 'hoogste', of kies de soort getal.",
        )


def _keur_overbodig(schaal: Schaal, sleutels: tuple[str, ...], plaatsen: Plaatsen) -> Iterator[Gebrek]:
    for sleutel in sleutels:
        if ("schalen", schaal.naam, sleutel) in plaatsen.regels:
            yield maak_gebrek(
                plaatsen.waar("schalen", schaal.naam, sleutel),
                f"'{sleutel}' hoort niet bij een schaal van de soort {schaal.soort}",
                f"een schaal zonder '{sleutel}', of een andere soort",
                f"Haal '{sleutel}' weg of verander 'soort'.",
            )


def _keur_dubbele_labels(schaal: Schaal, plaatsen: Plaatsen) -> Iterator[Gebrek]:
    """Twee gelijke labels zijn in een bron niet uit elkaar te houden, ook als er een 'weet niet' betekent."""
    alle: list[tuple[tuple[str | int, ...], str]] = [
        (("labels", str(code)), label) for code, label in zip(schaal.codes, schaal.labels, strict=True)
    ]
    alle += [(("weet_niet", nummer), label) for nummer, label in enumerate(schaal.weet_niet)]
    alle += [(("nvt", nummer), label) for nummer, label in enumerate(schaal.nvt)]
    gezien: set[str] = set()
    for plek, label in alle:
        gelijk = " ".join(label.casefold().split())
        waar = plaatsen.waar("schalen", schaal.naam, *plek)
        if not gelijk:
            yield maak_gebrek(waar, f"schaal '{schaal.naam}' heeft een leeg label", "een woord", "Vul het label in.")
        elif gelijk in gezien:
            yield maak_gebrek(
                waar,
                f"het label '{label}' staat twee keer in schaal '{schaal.naam}'",
                "elk antwoord één keer, ook in 'weet_niet' en 'nvt'; hoofdletters tellen niet",
                "Verander een van de twee labels.",
            )
        gezien.add(gelijk)
