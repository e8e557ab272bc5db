"""De opdrachten: woorden, opties, hulp en afsluitcodes. Hier wordt niets berekend.

De keten (en daarmee pandas) wordt pas geïmporteerd als een opdracht echt iets moet doen. `reken` slaat de keten over:
dat is één halte zonder bestanden, en zo start het zonder pandas.
"""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kwaliteit import __version__, scherm
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import Afsluitcode, Gebrek, GebruikFout, KwaliteitFout
from kwaliteit.begrippen.schrijfwijze import is_mapadres
from kwaliteit.begrippen.uitkomst import Uitkomst
from kwaliteit.begrippen.vormgeving import Formaat, Voorblad, Vormkeuze
from kwaliteit.opdrachttaal import Gebruiksfout, Opdracht, Opdrachtgroep, als_gebruikfout

app = typer.Typer(
    cls=Opdrachtgroep,
    help=(
        "Maak van spreadsheets een kwaliteitsverslag dat iedereen kan lezen.\n\n"
        "Voorbeeld: kwaliteit verslag 2024 --map mijn-werkmap"
    ),
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    no_args_is_help=False,
)
kader_app = typer.Typer(cls=Opdrachtgroep, options_metavar="[OPTIES]", subcommand_metavar="[toon|vergelijk]")
app.add_typer(kader_app, name="kader")

Jaar = Annotated[int, typer.Argument(metavar="JAAR", help="Het verslagjaar, bijvoorbeeld 2024.", show_default=False)]
Map = Annotated[Path, typer.Option("--map", metavar="DIR", help="De werkmap, met kwaliteit.yaml erin.")]
Uit = Annotated[
    Path | None,
    typer.Option(
        "--uit", metavar="DIR", help="Waar de uitvoer komt.  [standaard: <werkmap>/uitvoer]", show_default=False
    ),
]
Bestand = Annotated[
    Path,
    typer.Argument(
        metavar="BESTAND",
        help="De export van de enquêtetool: xlsx, xls, ods, csv, tsv of sav. Het pad mag ook vanaf de werkmap.",
    ),
]
Groep = Annotated[
    Doelgroep | None,
    typer.Option(
        "--doelgroep",
        metavar="NAAM",
        help=f"Van wie de antwoorden zijn: {', '.join(Doelgroep)}.  [standaard: volgens de bestandsnaam]",
        show_default=False,
    ),
]
Lijst = Annotated[
    str,
    typer.Option(
        "--vragenlijst",
        metavar="NAAM",
        help="De vragenlijst die is gebruikt.  [standaard: die van de doelgroep]",
        show_default=False,
    ),
]
Koprij = Annotated[
    int,
    typer.Option(
        "--kop",
        metavar="RIJ",
        help="De rij waarin de koppen staan, als het programma twijfelt.",
        show_default=False,
    ),
]
HOOGSTE_KOPNIVEAU = 4
"""Het verslag is drie koppen diep; lager dan h6 bestaat er geen kop."""
Streng = Annotated[
    bool, typer.Option("--streng", help="Stop met code 1 bij een ernstige bevinding; vervang dan niets openbaars.")
]
Stil = Annotated[bool, typer.Option("--stil", help="Toon alleen bevindingen en fouten.")]
Json = Annotated[bool, typer.Option("--json", help="Geef het resultaat als JSON op standaarduitvoer.")]


@app.callback(invoke_without_command=True)
def _begin(
    context: typer.Context,
    versie: Annotated[bool, typer.Option("--versie", help="Toon de versie.", is_eager=True)] = False,
) -> None:
    if versie:
        typer.echo(f"kwaliteit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
def verslag(
    jaar: Jaar,
    map_: Map = Path(),
    uit: Uit = None,
    definitief: Annotated[
        bool,
        typer.Option(
            "--definitief",
            help="Maak het vastgestelde verslag en leg de cijfers vast in het register. Vraagt vastgesteld_op.",
        ),
    ] = False,
    formaat: Annotated[
        list[Formaat] | None,
        typer.Option(
            "--formaat",
            metavar="pdf|docx",
            help="pdf of docx: maak die er ook bij. Mag vaker: --formaat pdf --formaat docx.",
            show_default=False,
        ),
    ] = None,
    front_matter: Annotated[
        Voorblad,
        typer.Option("--front-matter", metavar="yaml|geen", help="Gegevens boven de Markdown, voor Hugo en andere."),
    ] = Voorblad.GEEN,
    kopniveau: Annotated[
        int | None,
        typer.Option(
            "--kopniveau",
            metavar="1-4",
            help="Het niveau van de hoogste kop in Markdown en fragmenten.  [standaard: 1, in een fragment 2]",
            show_default=False,
        ),
    ] = None,
    basis_url: Annotated[
        str,
        typer.Option(
            "--basis-url",
            metavar="URL",
            help="Het webadres waar de bestanden komen te staan, voor links en beelden in fragmenten en Markdown."
            "  [standaard: publicatie.basis_url]",
            show_default=False,
        ),
    ] = "",
    streng: Streng = False,
    stil: Stil = False,
    json_uit: Json = False,
) -> None:
    """Maak het kwaliteitsverslag over JAAR: pagina's, fragmenten, Markdown, figuren en CSV's.

    Zonder --definitief is het een concept, en dat staat erop.

    Voorbeeld: kwaliteit verslag 2024 --map mijn-werkmap
    """
    uitmap = uit or map_ / "uitvoer"
    _eis_vorm(kopniveau, basis_url)
    keuze = Vormkeuze(
        formaten=tuple(dict.fromkeys(formaat or ())),
        front_matter=front_matter is Voorblad.YAML,
        kopniveau=kopniveau,
        basis_url=basis_url,
    )
    with scherm.voortgang(stil=stil or json_uit) as meld:
        from kwaliteit import keten  # noqa: PLC0415  pas hier, zodat --help snel is

        uitkomst = keten.maak_verslag(
            map_=map_, uit=uitmap, jaar=jaar, streng=streng, definitief=definitief, meld=meld, keuze=keuze
        )
    _sluit_af(uitkomst, map_, uitmap, json_uit=json_uit, stil=stil)


def _eis_vorm(kopniveau: int | None, basis_url: str) -> None:
    """GebruikFout bij een kopniveau of webadres dat niet kan, allebei samen."""
    gebreken = []
    if kopniveau is not None and not 1 <= kopniveau <= HOOGSTE_KOPNIVEAU:
        gebreken.append(
            Gebrek(
                waar="--kopniveau",
                wat=f"{kopniveau} kan niet",
                verwacht=f"een getal van 1 tot en met {HOOGSTE_KOPNIVEAU}",
                doe_dit="Kies het niveau van de hoogste kop die in uw eigen pagina past, meestal 2.",
            )
        )
    if basis_url and not is_mapadres(basis_url):
        gebreken.append(
            Gebrek(
                waar="--basis-url",
                wat="dit is geen volledig webadres van een map",
                verwacht="een adres dat begint met https://, zonder ? of #",
                doe_dit="Schrijf het adres voluit, of laat --basis-url weg.",
            )
        )
    if gebreken:
        raise GebruikFout(*gebreken)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
def controleer(
    jaar: Jaar,
    map_: Map = Path(),
    uit: Annotated[
        Path | None,
        typer.Option(
            "--uit",
            metavar="DIR",
            help="Waar de uitvoer staat, voor --vorig en --openbaar.  [standaard: <werkmap>/uitvoer]",
            show_default=False,
        ),
    ] = None,
    vorig: Annotated[
        bool,
        typer.Option(
            "--vorig",
            help="Reken het vorige verslag opnieuw uit en vergelijk het met wat toen gepubliceerd is.",
        ),
    ] = False,
    openbaar: Annotated[
        bool,
        typer.Option("--openbaar", help="Toets of er uit de openbare bestanden iets over te weinig mensen volgt."),
    ] = False,
    streng: Annotated[
        bool,
        typer.Option(
            "--streng",
            help="Geef code 1 bij een ernstige bevinding, bij een verschil met --vorig, of bij iets onbeslists met "
            "--openbaar.",
        ),
    ] = False,
    stil: Stil = False,
    json_uit: Json = False,
) -> None:
    """Lees en loop alles na over JAAR, zonder iets te schrijven.

    Met --vorig rekent het programma het laatste verslag van vóór JAAR na, en zegt het waarom een cijfer anders is.

    Met --openbaar toetst het de bestanden van het verslag over JAAR: code 1 als er iets uit volgt wat niet mag.

    Toont ook welke eisen aan het verslag nog openstaan.

    Voorbeeld: kwaliteit controleer 2024 --map mijn-werkmap
    """
    if openbaar and vorig:
        raise GebruikFout(
            Gebrek(
                waar="kwaliteit controleer",
                wat="--vorig en --openbaar samen",
                verwacht="een van de twee",
                doe_dit="Geef de opdracht twee keer, elke keer met een optie.",
            )
        )
    with scherm.voortgang(stil=stil or json_uit) as meld:
        from kwaliteit import keten  # noqa: PLC0415

        if openbaar:
            uitslag = keten.toets_openbaarheid(
                map_=map_, uit=uit or map_ / "uitvoer", jaar=jaar, streng=streng, meld=meld
            )
        elif vorig:
            terugtoets = keten.controleer_vorig(
                map_=map_, uit=uit or map_ / "uitvoer", jaar=jaar, streng=streng, meld=meld
            )
        else:
            uitkomst = keten.controleer(map_=map_, jaar=jaar, streng=streng, meld=meld)
    if openbaar:
        scherm.toon_openbaarheid(uitslag, json_uit=json_uit, stil=stil)
        raise typer.Exit(uitslag.afsluitcode)
    if vorig:
        scherm.toon_terugtoets(terugtoets, json_uit=json_uit, stil=stil)
        raise typer.Exit(terugtoets.afsluitcode)
    _sluit_af(uitkomst, map_, map_ / "uitvoer", json_uit=json_uit, stil=stil)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
def bekijk(
    jaar: Jaar,
    map_: Map = Path(),
    poort: Annotated[
        int | None,
        typer.Option(
            "--poort",
            metavar="N",
            help="De poort van het adres, een getal.  [standaard: 8642, of een vrije]",
            show_default=False,
        ),
    ] = None,
    geen_browser: Annotated[bool, typer.Option("--geen-browser", help="Open de browser niet.")] = False,
    stil: Annotated[bool, typer.Option("--stil", help="Toon alleen het adres en fouten.")] = False,
) -> None:
    """Bekijk het concept over JAAR in uw browser terwijl u schrijft. Schrijft niets.

    De pagina ververst vanzelf zodra u in de werkmap iets opslaat. Alleen deze computer kan erbij. Stop met Ctrl-C.

    Voorbeeld: kwaliteit bekijk 2024 --map mijn-werkmap
    """
    from kwaliteit import keten  # noqa: PLC0415

    berichten = keten.bekijk(map_=map_, jaar=jaar, poort=poort, vat_samen=scherm.maak_samenvatter(map_))
    scherm.toon_berichten(berichten, met_browser=not geen_browser, stil=stil)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
def indicatoren(
    jaar: Jaar, map_: Map = Path(), uit: Uit = None, streng: Streng = False, stil: Stil = False, json_uit: Json = False
) -> None:
    """Maak alleen de interne CSV's over JAAR, voor analisten.

    Voorbeeld: kwaliteit indicatoren 2024 --map mijn-werkmap
    """
    uitmap = uit or map_ / "uitvoer"
    with scherm.voortgang(stil=stil or json_uit) as meld:
        from kwaliteit import keten  # noqa: PLC0415

        uitkomst = keten.maak_indicatoren(map_=map_, uit=uitmap, jaar=jaar, streng=streng, meld=meld)
    _sluit_af(uitkomst, map_, uitmap, json_uit=json_uit, stil=stil)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
def inspecteer(
    bestand: Bestand,
    map_: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="DIR",
            help="De werkmap; haar vragenlijsten en koppelingen tellen mee.  [standaard: deze map, als het een is]",
            show_default=False,
        ),
    ] = None,
    doelgroep: Groep = None,
    vragenlijst: Lijst = "",
    koprij: Koprij = 0,
    stil: Stil = False,
    json_uit: Json = False,
) -> None:
    """Toon wat een bestand is en wat ervan gelezen zou worden. Verandert niets.

    U ziet van elke kolom bij welke vraag zij hoort, en wat u nog moet besluiten. Antwoorden worden niet getoond.

    Voorbeeld: kwaliteit inspecteer Downloads/export.xlsx --doelgroep clienten
    """
    with scherm.voortgang(stil=stil or json_uit) as meld:
        from kwaliteit import keten  # noqa: PLC0415

        inspectie = keten.inspecteer(
            bestand=bestand, map_=map_, doelgroep=doelgroep, vragenlijst=vragenlijst, koprij=koprij, meld=meld
        )
    opties = {"--doelgroep": doelgroep, "--vragenlijst": vragenlijst, "--map": map_, "--kop": str(koprij or "")}
    delen = [bestand, *(een for naam, waarde in opties.items() if waarde for een in (naam, waarde))]
    scherm.toon_inspectie(
        inspectie,
        json_uit=json_uit,
        stil=stil,
        koppelopdracht=" ".join(["kwaliteit koppel", *(scherm.noem_pad(Path(deel)) for deel in delen)]),
    )
    raise typer.Exit(inspectie.afsluitcode)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
def koppel(
    bestand: Bestand,
    map_: Map = Path(),
    doelgroep: Groep = None,
    vragenlijst: Lijst = "",
    koprij: Koprij = 0,
    ja: Annotated[
        bool,
        typer.Option("--ja", help="Vraag niets: zet elk voorstel klaar, met 'kijk na' waar u nog moet kijken."),
    ] = False,
    stil: Stil = False,
    json_uit: Json = False,
) -> None:
    """Maak een koppeling: welke kolom van BESTAND hoort bij welke vraag.

    Schrijft koppelingen/<bestandsnaam>.yaml in de werkmap. Wat daar al staat, blijft staan; alleen wat nieuw is
    wordt gevraagd.

    Voorbeeld: kwaliteit koppel bronnen/2024/clienten.xlsx --map mijn-werkmap
    """
    vraagt = not (ja or stil or json_uit) and scherm.is_terminal()
    from kwaliteit import keten  # noqa: PLC0415

    uitkomst = keten.koppel(
        bestand=bestand,
        map_=map_,
        doelgroep=doelgroep,
        vragenlijst=vragenlijst,
        koprij=koprij,
        kiezer=scherm.maak_kiezer() if vraagt else None,
    )
    scherm.toon_koppeling(uitkomst, json_uit=json_uit, stil=stil)


class Rekenopdracht(Opdracht):
    """De opdracht `reken`; haar hulp noemt alle methoden uit het register."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        from kwaliteit.narekenen import beschrijf_methoden  # noqa: PLC0415  alleen bij deze hulp nodig

        formatter.write("\nMethoden:\n")
        for regel in scherm.beschrijf_op_regels(beschrijf_methoden()):
            formatter.write(f"  {regel}".rstrip() + "\n")


@app.command(cls=Rekenopdracht, options_metavar="[OPTIES]")
def reken(
    methode: Annotated[
        str | None,
        typer.Argument(metavar="METHODE", help="De methode, bijvoorbeeld wilson. Zonder methode ziet u ze allemaal."),
    ] = None,
    invoer: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAAM=WAARDE", help="De invoer, bijvoorbeeld x=7 n=50.", show_default=False),
    ] = None,
    json_uit: Json = False,
) -> None:
    """Reken één methode uit de rekenregels met de hand na: uitkomst, formule en bron.

    Een getal heeft een punt (3.5). In een lijst staan komma's (7,8,6); rijen scheidt u met ; en aanhalingstekens
    eromheen. Wat leeg is, ontbreekt.

    Voorbeeld: kwaliteit reken wilson x=7 n=50
    """
    from kwaliteit import narekenen  # noqa: PLC0415

    if methode is None:
        scherm.toon_methoden(narekenen.beschrijf_methoden(), json_uit=json_uit)
    else:
        scherm.toon_rekenuitkomst(narekenen.reken(methode, invoer or ()), json_uit=json_uit)


@kader_app.callback(invoke_without_command=True)
def _kader(context: typer.Context, json_uit: Json = False) -> None:
    """Toon het kwaliteitskader als gegevens: pijlers, normen en eisen aan het verslag.

    Voorbeeld: kwaliteit kader toon
    """
    if context.invoked_subcommand is None:
        toon(json_uit=json_uit)


@kader_app.command(cls=Opdracht, options_metavar="[OPTIES]")
def toon(
    naam: Annotated[
        str | None, typer.Argument(metavar="NAAM", help="Een kader, of een yaml-bestand. Standaard het nieuwste kader.")
    ] = None,
    json_uit: Json = False,
) -> None:
    """Toon één kader.

    Voorbeeld: kwaliteit kader toon woonzorg-lggz-2024
    """
    from kwaliteit import keten  # noqa: PLC0415

    scherm.toon_kader(keten.toon_kader(naam), json_uit=json_uit)


@kader_app.command(cls=Opdracht, options_metavar="[OPTIES]")
def vergelijk(
    een: Annotated[str, typer.Argument(metavar="EEN", help="Naam van een kader, of een yaml-bestand.")],
    ander: Annotated[str, typer.Argument(metavar="ANDER", help="Naam van een kader, of een yaml-bestand.")],
    json_uit: Json = False,
) -> None:
    """Toon de verschillen tussen twee kaders.

    Voorbeeld: kwaliteit kader vergelijk woonzorg-lggz-2024 nieuw-kader.yaml
    """
    from kwaliteit import keten  # noqa: PLC0415

    scherm.toon_verschillen(keten.vergelijk_kaders(een, ander), json_uit=json_uit)


def _sluit_af(uitkomst: Uitkomst, map_: Path, uit: Path, *, json_uit: bool, stil: bool) -> None:
    scherm.toon_uitkomst(uitkomst, map_=map_, uit=uit, json_uit=json_uit, stil=stil)
    raise typer.Exit(uitkomst.afsluitcode)


AFGEBROKEN = 130
"""Zoals elk programma dat met Ctrl-C is gestopt."""


def voer_uit(argumenten: list[str]) -> int:
    """Voer een opdracht uit en geef de afsluitcode; toont elke fout in gewone woorden en zonder traceback."""
    json_uit, opdracht = "--json" in argumenten, next((deel for deel in argumenten if not deel.startswith("-")), "")
    try:
        code = typer.main.get_command(app)(argumenten, prog_name="kwaliteit", standalone_mode=False)
    except KwaliteitFout as fout:
        scherm.toon_fout(fout, opdracht=opdracht, json_uit=json_uit)
        return int(fout.afsluitcode)
    except Gebruiksfout as fout:
        scherm.toon_fout(als_gebruikfout(fout, argumenten), opdracht=opdracht, json_uit=json_uit)
        return int(Afsluitcode.VERKEERD_GEBRUIK)
    except (KeyboardInterrupt, typer.Abort):
        code = AFGEBROKEN
    except Exception:  # de laatste muur: een traceback kan een antwoord bevatten
        scherm.toon_eigen_fout(opdracht=opdracht, json_uit=json_uit)
        return int(Afsluitcode.EIGEN_FOUT)
    if code == AFGEBROKEN:  # ook zo als typer de Ctrl-C al opving
        sys.stderr.write("Afgebroken.\n")
    return code if isinstance(code, int) else int(Afsluitcode.GOED)
